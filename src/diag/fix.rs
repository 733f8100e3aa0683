//! Certain fixes put into a text, and from the text into the bytes of its file: nothing else of the file changes, not its
//! line ends, its mark at the start, nor the form of its letters.

use super::{Diagnostic, FileId, Fix};
use std::ops::Range;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::canonical_combining_class;

/// The fixes of a file that can be made together, in their order: of two that overlap the first.
pub fn chosen(findings: &[Diagnostic], file: FileId) -> Vec<&Fix> {
    let mut all: Vec<&Fix> = findings.iter().filter_map(|d| d.fix.as_ref()).filter(|f| f.place.file == file).collect();
    all.sort_by_key(|fix| (fix.place.span.start, fix.place.span.end));
    let mut out: Vec<&Fix> = Vec::new();
    for fix in all {
        let span = &fix.place.span;
        let clashes = |last: &&Fix| span.start < last.place.span.end || span.start == last.place.span.start;
        if !out.last().is_some_and(clashes) {
            out.push(fix);
        }
    }
    out
}

/// The bytes of a file with the fixes in them. `text` is what was read from `bytes`, and what the fixes point into. `None`
/// when the two do not belong together, so that places in one are no places in the other.
pub fn into_bytes(bytes: &[u8], text: &str, fixes: &[&Fix]) -> Option<Vec<u8>> {
    let mark = if bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    let raw = std::str::from_utf8(bytes.get(mark..)?).ok()?;
    let map = Map::new(raw, text)?;
    let crlf = raw.contains("\r\n");
    let mut out = bytes.get(..mark)?.to_vec();
    let mut done = 0;
    for fix in fixes {
        let span = map.raw(&fix.place.span)?;
        out.extend(raw.get(done..span.start)?.bytes());
        let words = if crlf { fix.text.replace('\n', "\r\n") } else { fix.text.clone() };
        out.extend(words.bytes());
        done = span.end;
    }
    out.extend(raw.get(done..)?.bytes());
    Some(out)
}

/// How the offsets of a text lie in what was written.
enum Map {
    Same,
    /// Offsets of both where a character of the one begins a character of the other: (text, raw).
    Steps(Vec<(usize, usize)>),
}

impl Map {
    fn new(raw: &str, text: &str) -> Option<Map> {
        if raw == text {
            return Some(Map::Same);
        }
        let mut steps = vec![(0, 0)];
        let (mut rest, mut read, mut at) = (raw, text, 0);
        while !rest.is_empty() {
            let written = cluster(rest);
            let (piece, after) = rest.split_at(written);
            let meant: String = if piece.starts_with('\r') { "\n".to_owned() } else { piece.nfc().collect() };
            read = read.strip_prefix(meant.as_str())?;
            at += written;
            steps.push((text.len() - read.len(), at));
            rest = after;
        }
        read.is_empty().then_some(Map::Steps(steps))
    }

    fn raw(&self, span: &Range<usize>) -> Option<Range<usize>> {
        match self {
            Map::Same => Some(span.clone()),
            Map::Steps(steps) => {
                let at = |offset: usize| {
                    let index = steps.binary_search_by_key(&offset, |(text, _)| *text).ok()?;
                    steps.get(index).map(|(_, raw)| *raw)
                };
                Some(at(span.start)?..at(span.end)?)
            }
        }
    }
}

/// Length of the letter with its marks, or of the line end, that a text begins with.
fn cluster(text: &str) -> usize {
    if text.starts_with("\r\n") {
        return 2;
    }
    let mut chars = text.char_indices();
    chars.next();
    chars.find(|(_, c)| canonical_combining_class(*c) == 0).map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Files, Place, code};

    /// Puts the right words for the wrong ones into a file, as the program reads and writes it.
    fn mended(bytes: &[u8], pairs: &[(&str, &str)]) -> Option<Vec<u8>> {
        let text = crate::load::text::clean(bytes).text;
        let mut files = Files::default();
        let file = files.add("a.txt", text.clone());
        let finding = |(wrong, right): &(&str, &str)| {
            let at = text.find(wrong).expect("there");
            let place = Place { file, span: at..at + wrong.len() };
            let mut finding = Diagnostic::new(&code::BIEN, "sai").at(place.clone());
            finding.fix = Some(Fix { place, text: (*right).to_owned() });
            finding
        };
        let findings: Vec<Diagnostic> = pairs.iter().map(finding).collect();
        into_bytes(bytes, &text, &chosen(&findings, file))
    }

    #[test]
    fn nothing_else_of_a_file_changes() {
        let raw = "\u{feff}Sở y tê\u{301}\r\nPho\u{300}ng tập chung\r\n";
        let after = mended(raw.as_bytes(), &[("tập chung", "tập trung"), ("y tế", "Y tế")]).expect("mended");
        assert_eq!(String::from_utf8(after).expect("UTF-8"), "\u{feff}Sở Y tế\r\nPho\u{300}ng tập trung\r\n");
        assert_eq!(mended(b"a\rb\r", &[("b", "c")]), Some(b"a\rc\r".to_vec()));
        assert_eq!(mended(b"a\r\nb", &[("a\n", "x\ny ")]), Some(b"x\r\ny b".to_vec()));
    }

    #[test]
    fn of_two_that_overlap_the_first_is_made() {
        let after = mended("a b c".as_bytes(), &[("b c", "x"), ("a b", "y"), ("c", "z")]).expect("mended");
        assert_eq!(after, b"y z");
    }

    #[test]
    fn a_file_in_another_encoding_is_left_alone() {
        let utf16: Vec<u8> = "\u{feff}nhan dan".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(mended(&utf16, &[("dan", "Dan")]), None);
    }
}
