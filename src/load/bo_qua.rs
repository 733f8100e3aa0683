//! Comments that silence rules, each with its reason:
//!
//! - in YAML `# bo-qua viet-hoa-nhan-dan: trích nguyên văn`, at the end of a line for that line, alone for the line below;
//! - in bodies and in drafts a line `<!-- bo-qua viet-hoa-nhan-dan: trích nguyên văn -->` for the paragraph below.

use super::yaml::{self, Kind, Node, Style};
use crate::diag::{FileId, Files, Located, Place, Sink};
use std::ops::Range;

/// What such a comment begins with.
pub const TU: &str = "bo-qua";

const MO: &str = "<!--";
const DONG: &str = "-->";

/// One comment.
#[derive(Debug, Clone)]
pub struct BoQua {
    /// The rules it names.
    pub quy_tac: Vec<Located<String>>,
    /// Why.
    pub ly_do: String,
    /// What it is about: bytes of the text. Findings that begin there are meant.
    pub span: Range<usize>,
    /// Itself.
    pub place: Place,
}

/// Whether a line of a body or of a draft is such a comment and nothing else, so that it is no line of the document.
pub fn la_chu_thich(line: &str) -> bool {
    inner(line).is_some()
}

fn inner(line: &str) -> Option<&str> {
    let words = line.trim().strip_prefix(MO)?.strip_suffix(DONG)?.trim();
    words.strip_prefix(TU).filter(|rest| rest.is_empty() || rest.starts_with([' ', ':'])).map(|_| words)
}

/// The comments of a text, in their order.
pub fn bo_qua(files: &Files, file: FileId) -> Vec<BoQua> {
    let text = files.text(file);
    if !text.contains(TU) {
        return Vec::new();
    }
    let mut out = Vec::new();
    if files.name(file).ends_with(".yaml") || files.name(file).ends_with(".yml") {
        // Read again, for its comments alone; what is wrong with it has been said.
        if let Some(document) = yaml::parse(file, text, &mut Sink::default()) {
            for comment in &document.comments {
                let at = comment.place.span.start;
                out.extend(read(text, &comment.text, &comment.place, below_or_beside(text, at, &document.root)));
            }
        }
    }
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if let Some(words) = inner(line) {
            let start = at + line.len() - line.trim_start().len();
            let place = Place { file, span: start..start + line.trim().len() };
            out.extend(read(text, words, &place, paragraph(text, at + line.len())));
        }
        at += line.len();
    }
    out.sort_by_key(|comment| comment.place.span.start);
    out
}

/// Reads the words of a comment.
fn read(text: &str, words: &str, place: &Place, span: Range<usize>) -> Option<BoQua> {
    let rest = words.strip_prefix(TU).filter(|rest| rest.is_empty() || rest.starts_with([' ', ':']))?;
    let (names, ly_do) = rest.split_once(':').unwrap_or((rest, ""));
    let mut quy_tac = Vec::new();
    let mut from = place.span.start;
    for name in names.split([',', ' ']).map(str::trim).filter(|name| !name.is_empty()) {
        // The names stand in the text as they are, one behind the other.
        let Some(at) = text.get(from..place.span.end).and_then(|rest| rest.find(name)) else { continue };
        let span = from + at..from + at + name.len();
        from = span.end;
        quy_tac.push(Located::new(name.to_owned(), Place { file: place.file, span }));
    }
    Some(BoQua { quy_tac, ly_do: ly_do.trim().to_owned(), span, place: place.clone() })
}

/// The line of a YAML comment, or the one below it when it stands alone; with all lines of a value that begins there.
fn below_or_beside(text: &str, at: usize, root: &Node) -> Range<usize> {
    let mut line = line_of(text, at);
    if text.get(line.start..at).unwrap_or_default().trim().is_empty() {
        loop {
            line = line_of(text, line.end + 1);
            let words = text.get(line.clone()).unwrap_or_default().trim();
            if line.end >= text.len() || !(words.is_empty() || words.starts_with('#')) {
                break;
            }
        }
    }
    line.start..value_end(root, &line).max(line.end)
}

/// Where the longest text that begins on a line ends; blocks have lines of their own.
fn value_end(node: &Node, line: &Range<usize>) -> usize {
    let span = &node.place.span;
    match &node.kind {
        Kind::Scalar(_, Style::Plain | Style::Quoted) if line.contains(&span.start) => span.end,
        Kind::Scalar(..) => 0,
        _ if span.end < line.start || span.start > line.end => 0,
        Kind::Seq(items) => items.iter().map(|item| value_end(item, line)).max().unwrap_or(0),
        Kind::Map(entries, _) => entries.iter().map(|(_, value)| value_end(value, line)).max().unwrap_or(0),
    }
}

/// The paragraph that begins at or below a line: to the blank line, or to a line that begins something else.
fn paragraph(text: &str, from: usize) -> Range<usize> {
    let mut line = line_of(text, from);
    let words = |line: &Range<usize>| text.get(line.clone()).unwrap_or_default().trim();
    while line.end < text.len() && (words(&line).is_empty() || words(&line).starts_with(MO)) {
        line = line_of(text, line.end + 1);
    }
    let start = line.start;
    let mut end = line.end;
    while end < text.len() {
        let next = line_of(text, end + 1);
        if words(&next).is_empty() || begins(words(&next)) {
            break;
        }
        end = next.end;
    }
    start..end
}

/// Whether a line begins a new part: a heading, an item, a number, a table, a comment.
fn begins(words: &str) -> bool {
    let numbered = || {
        let first = words.split([' ', '\t']).next().unwrap_or_default();
        first.ends_with(['.', ')']) && first.chars().count() <= 6
    };
    words.starts_with(['#', '|', '{', '<']) || ["- ", "+ ", "* "].iter().any(|m| words.starts_with(m)) || numbered()
}

fn line_of(text: &str, at: usize) -> Range<usize> {
    let at = at.min(text.len());
    let start = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |i| i + 1);
    let end = text.get(at..).and_then(|after| after.find('\n')).map_or(text.len(), |i| at + i);
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names, reason and what is silenced.
    fn of(name: &str, text: &str) -> Vec<(String, String, String)> {
        let mut files = Files::default();
        let file = files.add(name, text.to_owned());
        let all = bo_qua(&files, file).into_iter().map(|b| {
            for rule in &b.quy_tac {
                assert_eq!(files.slice(&rule.place), rule.value);
            }
            let names: Vec<&str> = b.quy_tac.iter().map(|rule| rule.value.as_str()).collect();
            (names.join(" "), b.ly_do, text[b.span].to_owned())
        });
        all.collect()
    }

    fn one(names: &str, why: &str, span: &str) -> (String, String, String) {
        (names.to_owned(), why.to_owned(), span.to_owned())
    }

    #[test]
    fn a_comment_at_the_end_of_a_line_is_about_that_line() {
        let text = "a: 1\nb: nhân dân  # bo-qua viet-hoa: trích: nguyên văn\nc: 2\n";
        let line = "b: nhân dân  # bo-qua viet-hoa: trích: nguyên văn";
        assert_eq!(of("a.yaml", text), [one("viet-hoa", "trích: nguyên văn", line)]);
    }

    #[test]
    fn a_comment_alone_is_about_the_value_below() {
        let text = "a:\n  # bo-qua viet-hoa, so-thu-tu: tên riêng\n\n  # ghi chú khác\n  - một\n    hai\n  - ba\n";
        assert_eq!(of("a.yaml", text), [one("viet-hoa so-thu-tu", "tên riêng", "  - một\n    hai")]);
        let block = "a:\n  # bo-qua x: y\n  b: |\n    một\n";
        assert_eq!(of("a.yaml", block), [one("x", "y", "  b: |")]);
    }

    #[test]
    fn a_comment_in_a_body_is_about_the_paragraph_below() {
        let text = "a: |\n  # bo-qua x: một tiêu đề\n  <!-- bo-qua x: y -->\n\n  một\n  hai\n  - ba\n";
        assert_eq!(of("a.yaml", text), [one("x", "y", "  một\n  hai")]);
        assert_eq!(of("a.md", "<!--bo-qua x:y-->\nmột\n\nhai"), [one("x", "y", "một")]);
        assert_eq!(of("a.txt", "<!-- bo-qua x -->\n1. một\n2. hai"), [one("x", "", "1. một")]);
        assert_eq!(of("a.txt", "<!-- bo-qua -->"), [one("", "", "<!-- bo-qua -->")]);
    }

    #[test]
    fn other_comments_are_none() {
        assert_eq!(of("a.yaml", "a: 1  # bo-quaviet: không\nb: \"# bo-qua x: y\"\n"), []);
        assert_eq!(of("a.md", "xem <!-- bo-qua x: y -->\n<!-- bỏ qua -->"), []);
        assert!(la_chu_thich("  <!-- bo-qua x: y -->  ") && !la_chu_thich("<!-- bo-qua x: y"));
    }
}
