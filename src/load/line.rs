//! A line of YAML as its author sees it: indent, dashes, key, value. Used to say what is wrong with it in his terms,
//! where the parser only knows which sign it did not want.

use std::ops::Range;

/// Keys of the format are short; a longer stretch before a colon is a sentence.
const MAX_KEY: usize = 40;

/// One line. All ranges are bytes of the whole text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line<'t> {
    text: &'t str,
    /// The line without its line break.
    pub range: Range<usize>,
    /// Characters before the first word or dash.
    pub indent: usize,
    /// Where the item or key begins, after the `- ` of list items.
    pub start: usize,
    /// Whether it begins with `- `.
    pub dash: bool,
    /// The key, if the line has one.
    pub key: Option<Range<usize>>,
    /// What is written after the key, or the whole item; without a comment. May be empty.
    pub value: Range<usize>,
}

impl<'t> Line<'t> {
    /// The line that holds the byte `at`.
    pub fn at(text: &'t str, at: usize) -> Line<'t> {
        let at = at.min(text.len());
        let bytes = text.as_bytes();
        let from = bytes[..at].iter().rposition(|b| *b == b'\n').map_or(0, |i| i + 1);
        let to = bytes[at..].iter().position(|b| *b == b'\n').map_or(text.len(), |i| at + i);
        let written = &text[from..to];
        let words = written.trim_start();
        let indent = written[..written.len() - words.len()].chars().count();
        let mut start = from + written.len() - words.len();
        let mut dash = false;
        while let Some(rest) = text[start..to].strip_prefix("- ") {
            dash = true;
            start = to - rest.trim_start().len();
        }
        let end = start + without_comment(&text[start..to]).len();
        let key = key(&text[start..end], dash).map(|len| start..start + len);
        let value = match &key {
            Some(key) => {
                let rest = &text[key.end + 1..end];
                end - rest.trim_start().len()..end
            }
            None => start..end,
        };
        Line { text, range: from..to, indent, start, dash, key, value }
    }

    /// The nearest line above that has words and is no comment.
    pub fn above(&self) -> Option<Line<'t>> {
        let mut line = Line::at(self.text, self.range.start.checked_sub(1)?);
        while line.is_blank() || line.is_comment() {
            line = Line::at(self.text, line.range.start.checked_sub(1)?);
        }
        Some(line)
    }

    /// The nearest line below that has words.
    pub fn below(&self) -> Option<Line<'t>> {
        let mut line = self.clone();
        loop {
            let at = line.range.end + 1;
            if at >= self.text.len() {
                return None;
            }
            line = Line::at(self.text, at);
            if !line.is_blank() {
                return Some(line);
            }
        }
    }

    /// The words of a range.
    pub fn slice(&self, range: &Range<usize>) -> &'t str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    /// The value's words.
    pub fn words(&self) -> &'t str {
        self.slice(&self.value)
    }

    /// The key's words; empty if there is none.
    pub fn key_words(&self) -> &'t str {
        self.key.as_ref().map_or("", |key| self.slice(key))
    }

    /// From its first word to its last.
    pub fn trimmed(&self) -> Range<usize> {
        let written = self.slice(&self.range);
        let end = self.range.start + written.trim_end().len();
        (end - written.trim().len())..end
    }

    /// Whether nothing is written.
    pub fn is_blank(&self) -> bool {
        self.slice(&self.range).trim().is_empty()
    }

    /// Whether the line is only a comment.
    pub fn is_comment(&self) -> bool {
        self.slice(&self.range).trim_start().starts_with('#')
    }

    /// Whether it begins with a key as the format has them.
    pub fn is_plain_key(&self) -> bool {
        let key = self.key_words();
        !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
    }

    /// Whether it opens a block of text: `key: |`.
    pub fn opens_block(&self) -> bool {
        self.key.is_some() && self.words().starts_with(['|', '>']) && self.words().len() <= 3
    }
}

/// The length of the key that a line begins with. In a list item only a plain word is a key: `- Chủ đề: thi đua` is a
/// sentence.
fn key(line: &str, item: bool) -> Option<usize> {
    let colon =
        line.match_indices(':').map(|(i, _)| i).find(|i| matches!(line[i + 1..].chars().next(), None | Some(' ')))?;
    let key = &line[..colon];
    let plain = key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    let fits = !key.is_empty() && key.chars().count() <= MAX_KEY && !key.starts_with(['"', '\'', '[', '{', '|', '>']);
    (fits && (plain || !item)).then_some(colon)
}

/// Without a trailing comment, as people write one: two spaces, `#`, a space.
fn without_comment(line: &str) -> &str {
    let quoted = line.contains(['"', '\'']);
    let cut = line.find("  # ").filter(|_| !quoted).unwrap_or(line.len());
    line[..cut].trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> (usize, bool, &str, &str) {
        let line = Line::at(text, 0);
        let range = line.key.clone().unwrap_or(0..0);
        (line.indent, line.dash, &text[range], &text[line.value.clone()])
    }

    #[test]
    fn a_line_falls_into_its_parts() {
        assert_eq!(parts("  so: 13  # của văn thư"), (2, false, "so", "13"));
        assert_eq!(parts("  trich_yeu: Chủ đề: thi đua"), (2, false, "trich_yeu", "Chủ đề: thi đua"));
        assert_eq!(parts("  - Chủ đề: thi đua"), (2, true, "", "Chủ đề: thi đua"));
        assert_eq!(parts("  - gui: UBND"), (2, true, "gui", "UBND"));
        assert_eq!(parts("loai:kế hoạch"), (0, false, "", "loai:kế hoạch"));
        assert_eq!(parts("van_ban:"), (0, false, "van_ban", ""));
        assert_eq!(parts(""), (0, false, "", ""));
    }

    #[test]
    fn the_line_above_has_words() {
        let text = "a: 1\n\n# ghi chú\nb: 2";
        let line = Line::at(text, text.len());
        assert_eq!(line.above().map(|l| l.key_words().to_owned()).as_deref(), Some("a"));
        assert!(line.above().and_then(|l| l.above()).is_none());
    }
}
