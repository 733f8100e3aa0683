//! YAML text as a tree of nodes that keep their places, styles and comments.
//!
//! Scalars stay text as written (`04`, `y`, `12_13`): what they mean is decided where they are used. Anchors, aliases
//! and tags have no use in a campaign and are the usual trace of an unquoted `*`, `&` or `!`: they are refused.

use super::line::Line;
use super::{trap, yaml_error};
use crate::diag::{Diagnostic, FileId, Place, Sink, code};
use granit_parser::{Event, Parser, ScalarStyle, ScanError, Span, StructureStyle};
use std::ops::Range;

/// Deeper nesting than any campaign has; bounds hostile input.
const MAX_DEPTH: usize = 24;

/// How many values may be put aside to read on after a syntax error.
const MAX_PUT_ASIDE: usize = 20;

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
    /// Unreadable; already reported.
    Broken,
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

    /// The first value of a key, in a mapping.
    pub fn entry(&self, key: &str) -> Option<&Node> {
        let Kind::Map(entries, _) = &self.kind else { return None };
        entries.iter().find(|(name, _)| name.scalar() == Some(key)).map(|(_, value)| value)
    }

    /// The text of a scalar.
    pub fn scalar(&self) -> Option<&str> {
        match &self.kind {
            Kind::Scalar(text, style) if *style != Style::Broken => Some(text),
            _ => None,
        }
    }

    /// Whether it holds no words and no items.
    pub fn is_empty(&self) -> bool {
        match &self.kind {
            Kind::Scalar(_, Style::Broken) => false,
            Kind::Scalar(text, _) => text.trim().is_empty() || self.is_null(),
            Kind::Seq(items) => items.is_empty(),
            Kind::Map(entries, _) => entries.is_empty(),
        }
    }

    /// Whether it could not be read; that has been reported.
    pub fn is_broken(&self) -> bool {
        matches!(self.kind, Kind::Scalar(_, Style::Broken))
    }
}

/// Parses one file. A value that YAML cannot read is reported and put aside, so that the rest is still read; a mistake
/// in the shape of the file ends it, since what follows would only be noise.
pub fn parse(file: FileId, text: &str, sink: &mut Sink) -> Option<Document> {
    let mut text = text.to_owned();
    let mut aside: Vec<Range<usize>> = Vec::new();
    loop {
        let mut found = Sink::default();
        let mut reader = Reader { file, text: &text, aside: &aside, stack: Vec::new(), found: &mut found };
        let error = match reader.read() {
            Ok(document) => {
                sink.append(found);
                return document;
            }
            Err(error) => error,
        };
        let explained = yaml_error::explain(file, &text, &error);
        let known = |range: &Range<usize>| aside.iter().any(|a| a.start < range.end && range.start < a.end);
        let again = explained.value.as_ref().is_some_and(known);
        if !again {
            sink.push(explained.finding);
        }
        match explained.value {
            Some(value) if !again && aside.len() < MAX_PUT_ASIDE => {
                // Letters of the same length: every other place stays what it is.
                text.replace_range(value.clone(), &explained.filler.repeat(value.len()));
                aside.push(value);
            }
            _ => {
                sink.append(found);
                return None;
            }
        }
    }
}

/// One open collection while events are read.
struct Open {
    kind: Kind,
    start: usize,
    key: Option<Node>,
}

struct Reader<'a> {
    file: FileId,
    text: &'a str,
    aside: &'a [Range<usize>],
    stack: Vec<Open>,
    found: &'a mut Sink,
}

impl Reader<'_> {
    fn read(&mut self) -> Result<Option<Document>, ScanError> {
        let options = granit_parser::options! {
            flow_nesting_limit: MAX_DEPTH,
            block_nesting_limit: MAX_DEPTH,
            emit_unresolved_aliases: true,
            max_buffered_comment_events: 4096,
        };
        let (mut root, mut comments, mut documents) = (None, Vec::new(), 0);
        for event in Parser::new_from_str_with_options(self.text, options) {
            let (event, span) = event?;
            let place = self.place(&span);
            let done = match event {
                Event::Scalar(value, style, anchor, tag) => {
                    let marked = anchor != 0 || tag.is_some();
                    self.scalar(value.into_owned(), style_of(style), marked, place)
                }
                Event::Alias(_) | Event::UnresolvedAlias(_) => self.scalar(String::new(), Style::Quoted, true, place),
                Event::SequenceStart(_, anchor, tag) => {
                    self.open(Kind::Seq(Vec::new()), anchor != 0 || tag.is_some(), &place);
                    continue;
                }
                Event::MappingStart(style, anchor, tag) => {
                    let kind = Kind::Map(Vec::new(), style == StructureStyle::Flow);
                    self.open(kind, anchor != 0 || tag.is_some(), &place);
                    continue;
                }
                Event::SequenceEnd | Event::MappingEnd => match self.close(&place) {
                    Some(node) => node,
                    None => continue,
                },
                Event::Comment(comment, _) => {
                    comments.push(Comment { text: comment.trim().to_owned(), place });
                    continue;
                }
                Event::DocumentStart(..) => {
                    documents += 1;
                    if documents > 1 {
                        self.found.push(second_document(place));
                        return Ok(None);
                    }
                    continue;
                }
                _ => continue,
            };
            match self.stack.last_mut() {
                None => root = Some(done),
                Some(Open { kind: Kind::Seq(items), .. }) => items.push(done),
                Some(Open { kind: Kind::Map(entries, _), key, .. }) => match key.take() {
                    None => *key = Some(done),
                    Some(k) => entries.push((k, done)),
                },
                Some(_) => {}
            }
        }
        if root.as_ref().is_none_or(Node::is_null) {
            self.found.push(empty(self.file));
            return Ok(None);
        }
        Ok(root.map(|root| Document { root, comments }))
    }

    fn scalar(&mut self, value: String, style: Style, marked: bool, place: Place) -> Node {
        let aside = self.aside.iter().any(|a| a.start <= place.span.start && place.span.start < a.end);
        if marked {
            self.marked(&place);
        }
        let bad = style == Style::Quoted && !marked && trap::escape(self.text, &place, self.found);
        let style = if marked || aside || bad { Style::Broken } else { style };
        Node { kind: Kind::Scalar(value, style), place }
    }

    fn open(&mut self, kind: Kind, marked: bool, place: &Place) {
        if marked {
            self.marked(place);
        }
        self.stack.push(Open { kind, start: place.span.start, key: None });
    }

    /// An anchor, an alias or a tag: says so at the sign, which stands before the place of the value itself.
    fn marked(&mut self, place: &Place) {
        let line = Line::at(self.text, place.span.start);
        let whole = |range: &Range<usize>| Place { file: self.file, span: range.clone() };
        let finding = yaml_error::sign(&line, whole).unwrap_or_else(|| {
            Diagnostic::new(&code::BAY_YAML, "dấu *, & hoặc ! ở đầu câu chữ có nghĩa riêng trong YAML")
                .at(place.clone())
                .advice("đặt cả câu trong ngoặc kép; tệp chiến dịch không dùng neo (&, *) và thẻ (!) của YAML")
        });
        self.found.push(finding);
    }

    fn close(&mut self, place: &Place) -> Option<Node> {
        let open = self.stack.pop()?;
        let end = place.span.end.max(open.start);
        // The parser ends a block where it saw the next token; its place ends with its last word instead.
        let end = self.text.get(open.start..end).map_or(end, |s| open.start + s.trim_end().len());
        Some(Node { kind: open.kind, place: Place { file: self.file, span: open.start..end } })
    }

    fn place(&self, span: &Span) -> Place {
        let start = span.start.byte_offset().unwrap_or(0).min(self.text.len());
        let end = span.end.byte_offset().unwrap_or(start).clamp(start, self.text.len());
        Place { file: self.file, span: start..end }
    }
}

fn style_of(style: ScalarStyle) -> Style {
    match style {
        ScalarStyle::Plain => Style::Plain,
        ScalarStyle::Literal => Style::Literal,
        ScalarStyle::Folded => Style::Folded,
        _ => Style::Quoted,
    }
}

fn second_document(place: Place) -> Diagnostic {
    Diagnostic::new(&code::CU_PHAP_YAML, "tệp có nhiều hơn một phần, ngăn bằng dòng --- hoặc ...")
        .at(place)
        .advice("mỗi tệp chỉ giữ một chiến dịch; xóa dòng ngăn hoặc tách thành hai tệp")
}

fn empty(file: FileId) -> Diagnostic {
    Diagnostic::new(&code::THIEU, "tệp chưa có nội dung")
        .at(Place { file, span: 0..0 })
        .advice("tạo một dự án có sẵn chiến dịch mẫu rồi sửa: vanthu new THƯ_MỤC")
}
