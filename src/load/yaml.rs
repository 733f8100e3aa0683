//! YAML text as a tree of nodes that keep their places, styles and comments.
//!
//! Scalars stay text as written (`04`, `y`, `12_13`): what they mean is decided where they are used. Anchors, aliases
//! and tags have no use in a campaign and are the usual trace of an unquoted `*`, `&` or `!`: they are refused.

use super::yaml_error;
use crate::diag::{Diagnostic, FileId, Place, Sink, code};
use granit_parser::{Event, Parser, ScalarStyle, Span, StructureStyle};

/// Deeper nesting than any campaign has; bounds hostile input.
const MAX_DEPTH: usize = 24;

/// A value of the file.
#[derive(Debug, Clone)]
pub struct Node {
    /// What it is.
    pub kind: Kind,
    /// Where it stands; a block ends where its last line ends.
    pub place: Place,
}

/// The three shapes of YAML.
#[derive(Debug, Clone)]
pub enum Kind {
    /// Text, with the way it was written.
    Scalar(String, Style),
    /// A list.
    Seq(Vec<Node>),
    /// Keys and values in the order written; `bool` says whether it was written with `{ }`.
    Map(Vec<(Node, Node)>, bool),
}

/// How a scalar was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Without quotes.
    Plain,
    /// In `'` or `"`.
    Quoted,
    /// After `|`.
    Literal,
    /// After `>`.
    Folded,
}

/// A comment, without its `#`; later rules read the ones that silence them.
#[derive(Debug, Clone)]
pub struct Comment {
    /// The words after `#`.
    pub text: String,
    /// The whole comment.
    pub place: Place,
}

/// A parsed file.
#[derive(Debug)]
pub struct Document {
    /// The top value.
    pub root: Node,
    /// All comments in order.
    pub comments: Vec<Comment>,
}

impl Node {
    /// Whether nothing was written: `key:`, `~` or `null`.
    pub fn is_null(&self) -> bool {
        matches!(&self.kind, Kind::Scalar(text, Style::Plain) if matches!(text.as_str(), "" | "~" | "null"))
    }
}

/// One open collection while events are read.
struct Open {
    kind: Kind,
    start: usize,
    key: Option<Node>,
}

/// Parses one file. The first syntax error ends it: what follows would only be noise.
pub fn parse(file: FileId, text: &str, sink: &mut Sink) -> Option<Document> {
    let options = granit_parser::options! {
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
        emit_unresolved_aliases: true,
        max_buffered_comment_events: 4096,
    };
    let mut stack: Vec<Open> = Vec::new();
    let mut root = None;
    let mut comments = Vec::new();
    let mut documents = 0;
    for event in Parser::new_from_str_with_options(text, options) {
        let (event, span) = match event {
            Ok(pair) => pair,
            Err(error) => {
                sink.push(yaml_error::explain(file, text, &error));
                return None;
            }
        };
        let place = place(file, text, &span);
        let done = match event {
            Event::Scalar(value, style, anchor, tag) => {
                if anchor != 0 || tag.is_some() {
                    sink.push(property_trap(&place));
                }
                Node { kind: Kind::Scalar(value.into_owned(), style_of(style)), place }
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                sink.push(property_trap(&place));
                Node { kind: Kind::Scalar(String::new(), Style::Quoted), place }
            }
            Event::SequenceStart(_, anchor, tag) => {
                if anchor != 0 || tag.is_some() {
                    sink.push(property_trap(&place));
                }
                stack.push(Open { kind: Kind::Seq(Vec::new()), start: place.span.start, key: None });
                continue;
            }
            Event::MappingStart(style, anchor, tag) => {
                if anchor != 0 || tag.is_some() {
                    sink.push(property_trap(&place));
                }
                let kind = Kind::Map(Vec::new(), style == StructureStyle::Flow);
                stack.push(Open { kind, start: place.span.start, key: None });
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => {
                let Some(open) = stack.pop() else { continue };
                let end = trim_end(text, open.start, place.span.end.max(open.start));
                Node { kind: open.kind, place: Place { file, span: open.start..end } }
            }
            Event::Comment(comment, _) => {
                comments.push(Comment { text: comment.trim().to_owned(), place });
                continue;
            }
            Event::DocumentStart(..) => {
                documents += 1;
                if documents > 1 {
                    sink.push(
                        Diagnostic::new(&code::CU_PHAP_YAML, "tệp có nhiều hơn một phần, ngăn bằng dòng ---")
                            .at(place)
                            .advice("mỗi tệp chỉ giữ một chiến dịch; xóa dòng --- hoặc tách thành hai tệp"),
                    );
                    return None;
                }
                continue;
            }
            _ => continue,
        };
        match stack.last_mut() {
            None => root = Some(done),
            Some(Open { kind: Kind::Seq(items), .. }) => items.push(done),
            Some(Open { kind: Kind::Map(entries, _), key, .. }) => match key.take() {
                None => *key = Some(done),
                Some(k) => entries.push((k, done)),
            },
            Some(_) => {}
        }
    }
    if root.is_none() {
        let place = Place { file, span: 0..0 };
        sink.push(Diagnostic::new(&code::THIEU, "tệp chưa có nội dung").at(place));
    }
    root.map(|root| Document { root, comments })
}

fn place(file: FileId, text: &str, span: &Span) -> Place {
    let start = span.start.byte_offset().unwrap_or(0).min(text.len());
    let end = span.end.byte_offset().unwrap_or(start).clamp(start, text.len());
    Place { file, span: start..end }
}

/// Block collections end where the parser saw the next token; the place ends with the last word instead.
fn trim_end(text: &str, start: usize, end: usize) -> usize {
    text.get(start..end).map_or(end, |s| start + s.trim_end().len())
}

fn style_of(style: ScalarStyle) -> Style {
    match style {
        ScalarStyle::Plain => Style::Plain,
        ScalarStyle::Literal => Style::Literal,
        ScalarStyle::Folded => Style::Folded,
        _ => Style::Quoted,
    }
}

fn property_trap(place: &Place) -> Diagnostic {
    Diagnostic::new(&code::BAY_YAML, "dấu *, & hoặc ! ở đầu câu chữ có nghĩa riêng trong YAML")
        .at(place.clone())
        .advice("đặt cả câu trong ngoặc kép: \"* …\"")
}
