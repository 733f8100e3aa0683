//! A text of the file as its reader sees it: one line per paragraph, so that words are found over line ends, with holes
//! where the program fills something in. Each byte knows where it stands in the file.

use crate::diag::{FileId, Place};
use std::ops::Range;

/// Stands for what `{{ }}` will print.
pub(super) const HOLE: char = '\u{fffc}';

/// How a text is used, which decides what can be written instead of its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Usage {
    /// Words in which `{{ }}` is filled in.
    Words,
    /// A cell of a list, printed as it is typed.
    Cell,
    /// A text in quotes within `{{ }}` or `{% %}`, to which others are joined by `~`.
    Quoted,
}

/// A text without line ends.
pub(super) struct Flat {
    /// How it is used.
    pub usage: Usage,
    /// Words; paragraphs end with a line break.
    pub text: String,
    /// What is written in each hole, with its place in `text`.
    pub holes: Vec<(Range<usize>, String)>,
    file: FileId,
    /// Place in the file of each byte of `text`, and of its end.
    at: Vec<usize>,
}

impl Flat {
    /// Flattens the stretch `span` of a file's `source`; `comments`, in order, are left out.
    pub fn new(file: FileId, source: &str, span: Range<usize>, comments: &[Range<usize>]) -> Flat {
        Flat::read(file, source, span, comments, Usage::Words)
    }

    /// Flattens a cell of a list.
    pub fn cell(file: FileId, source: &str, span: Range<usize>) -> Flat {
        Flat::read(file, source, span, &[], Usage::Cell)
    }

    /// The part `inner` of what is written in a hole, as a text of its own.
    pub fn inside(&self, (hole, words): &(Range<usize>, String), inner: Range<usize>) -> Flat {
        let start = self.at[hole.start];
        let mut flat = Flat::read(self.file, words, inner, &[], Usage::Quoted);
        flat.at.iter_mut().for_each(|at| *at += start);
        flat
    }

    fn read(file: FileId, source: &str, span: Range<usize>, comments: &[Range<usize>], usage: Usage) -> Flat {
        let mut flat = Flat { usage, text: String::new(), holes: Vec::new(), file, at: Vec::new() };
        let mut at = span.start;
        let mut comments = &comments[comments.partition_point(|c| c.start < span.start)..];
        while let Some(c) = source[at..span.end].chars().next() {
            let rest = &source[at..span.end];
            if let Some((comment, rest)) = comments.split_first().filter(|(c, _)| c.start <= at) {
                comments = rest;
                at = comment.end.clamp(at, span.end);
            } else if let Some(len) = template(rest).filter(|_| usage == Usage::Words) {
                let start = flat.text.len();
                flat.push(HOLE, at);
                flat.holes.push((start..flat.text.len(), rest[..len].to_owned()));
                at += len;
            } else if c.is_whitespace() {
                let len = rest.len() - rest.trim_start().len();
                flat.push(if rest[..len].matches('\n').count() > 1 { '\n' } else { ' ' }, at);
                at += len;
            } else {
                flat.push(c, at);
                at += c.len_utf8();
            }
        }
        flat.at.push(at);
        flat
    }

    fn push(&mut self, c: char, at: usize) {
        self.text.push(c);
        self.at.resize(self.text.len(), at);
    }

    /// Where a part of the text stands in the file.
    pub fn place(&self, range: &Range<usize>) -> Place {
        let start = self.at[range.start];
        // The end is where the last character of the part ends, not where the next one begins.
        let last = self.text[range.clone()].chars().next_back();
        let end = match last {
            None => start,
            Some(HOLE) => self.at[range.end],
            Some(c) => self.at[range.end - c.len_utf8()] + c.len_utf8(),
        };
        Place { file: self.file, span: start..end.max(start) }
    }

    /// What is written in the hole that covers `range`.
    pub fn hole(&self, range: &Range<usize>) -> Option<&str> {
        self.holes.iter().find(|(hole, _)| hole == range).map(|(_, words)| words.as_str())
    }
}

/// Whether the program fills something into a value.
pub(super) fn is_computed(text: &str) -> bool {
    text.contains("{{") || text.contains("{%")
}

/// Length of the `{{ }}`, `{% %}` or `{# #}` that a text begins with.
fn template(text: &str) -> Option<usize> {
    let close = match text.get(..2)? {
        "{{" => "}}",
        "{%" => "%}",
        "{#" => "#}",
        _ => return None,
    };
    text.find(close).map(|at| at + 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Files;

    #[test]
    fn words_are_found_over_line_ends_at_their_place() {
        let source = "a: |\n  trong năm\n  2017 và {{ nam }}; # không\n\n  Từ 2016";
        let mut files = Files::default();
        let file = files.add("x", source.to_owned());
        let flat = Flat::new(file, source, 7..source.len(), &[]);
        assert_eq!(flat.text, "trong năm 2017 và \u{fffc}; # không\nTừ 2016");
        let at = flat.text.find("năm 2017").expect("there");
        let place = flat.place(&(at..at + "năm 2017".len()));
        assert_eq!(files.slice(&place), "năm\n  2017");
        assert_eq!(flat.holes[0].1, "{{ nam }}");
        let comment = source.find("# không").expect("there");
        let comment = Range { start: comment, end: comment + "# không".len() };
        let flat = Flat::new(file, source, 7..source.len(), &[comment]);
        assert!(!flat.text.contains("không"));
    }
}
