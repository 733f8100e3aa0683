//! Changes found in the cleaned text of a file, made in the file as it was saved: its BOM, line ends and decomposed
//! letters stay.

use std::ops::Range;
use unicode_normalization::UnicodeNormalization as _;

/// The longest line with decomposed letters in which places are looked for, in bytes.
const MAX_LINE: usize = 8000;

/// A change: bytes of the text, and what stands there instead.
pub(super) type Change = (Range<usize>, String);

/// Makes changes to the cleaned text `clean` in `raw`, the same text as saved. The changes do not overlap and their new
/// words hold no line break.
pub(super) fn apply(raw: &str, clean: &str, changes: &[Change]) -> String {
    let places = Places::new(raw, clean);
    let mut sorted: Vec<&Change> = changes.iter().collect();
    sorted.sort_by_key(|(range, _)| range.start);
    let (mut out, mut done) = (String::with_capacity(raw.len()), 0);
    for (range, words) in sorted {
        let (from, to) = (places.raw(range.start).max(done), places.raw(range.end));
        out.push_str(raw.get(done..from).unwrap_or_default());
        out.push_str(words);
        done = to.max(from);
    }
    out.push_str(raw.get(done..).unwrap_or_default());
    out
}

/// Where the lines of both texts begin.
struct Places<'t> {
    raw: &'t str,
    clean: &'t str,
    raw_lines: Vec<usize>,
    clean_lines: Vec<usize>,
}

impl<'t> Places<'t> {
    fn new(raw: &'t str, clean: &'t str) -> Self {
        let first = raw.len() - raw.trim_start_matches('\u{feff}').len();
        let mut raw_lines = vec![first];
        let bytes = raw.as_bytes();
        for (at, byte) in bytes.iter().enumerate() {
            if *byte == b'\n' || *byte == b'\r' && bytes.get(at + 1) != Some(&b'\n') {
                raw_lines.push(at + 1);
            }
        }
        let clean_lines = std::iter::once(0).chain(clean.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Places { raw, clean, raw_lines, clean_lines }
    }

    /// The byte of the raw text that a byte of the cleaned text came from.
    fn raw(&self, at: usize) -> usize {
        let line = self.clean_lines.partition_point(|start| *start <= at).saturating_sub(1);
        let start = self.raw_lines.get(line).copied().unwrap_or(self.raw.len());
        let end = self.raw_lines.get(line + 1).copied().unwrap_or(self.raw.len());
        let before = self.clean.get(self.clean_lines[line]..at).unwrap_or_default();
        let written = &self.raw[start..end];
        if written.starts_with(before) {
            return start + before.len();
        }
        // Decomposed letters: the beginning of the line that composes to the same text. Of a line too long to try,
        // no place is found, and what comes of that is not the campaign any more (see `Edits::made`).
        let ends = written.char_indices().map(|(i, c)| i + c.len_utf8());
        let mut ends = ends.skip_while(|end| *end < before.len()).filter(|_| written.len() <= MAX_LINE);
        ends.find(|end| written[..*end].nfc().eq(before.chars())).map_or(end, |len| start + len)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::text;

    #[test]
    fn what_is_not_changed_stays_as_saved() {
        let raw = "\u{feff}te\u{302}n: A\r\nso: 5\r\nchu\u{301}: b\u{323}\rhet: 1\n";
        let clean = text::clean(raw.as_bytes()).text;
        assert_eq!(clean, "tên: A\nso: 5\nchú: ḅ\nhet: 1\n");
        let at = |words: &str| clean.find(words).expect("there");
        let line = at("so")..at("chú");
        assert_eq!(apply(raw, &clean, &[(line, String::new())]), raw.replace("so: 5\r\n", ""));
        let b = at("ḅ")..at("\nhet");
        let changed = apply(raw, &clean, &[(at("A")..at("A") + 1, "BB".into()), (b, String::new())]);
        assert_eq!(changed, raw.replace("b\u{323}", "").replace('A', "BB"));
        assert_eq!(apply(raw, &clean, &[]), raw);
    }
}
