//! A text made ready for Tera: line markers, so that a line of the result knows where it came from, and loop markers,
//! so that a loop that never ends is seen.

use super::tag::{Tag, TagKind};
use std::ops::Range;

/// First of the private-use characters that stand for line numbers while a body is rendered. The cleaning of input
/// refuses private-use characters, so none of them can come from the author.
pub const LINE: u32 = 0xF0000;
/// First of those that stand at the beginning of a loop's body.
pub const LOOP: u32 = 0x0010_0000;
/// Number of markers of either kind.
pub const MANY: usize = 0xFFFD;

/// A template and the way back from its offsets to those of the text as typed.
pub struct Marked {
    /// What Tera gets.
    pub template: String,
    /// The tags that begin a loop, by the number of their marker.
    pub loops: Vec<Range<usize>>,
    /// Pairs of offsets, template and typed, where the distance between them changes.
    map: Vec<(usize, usize)>,
}

/// Offsets of a line: its first byte, the end of its words, the first byte of the next.
struct Line {
    start: usize,
    end: usize,
    next: usize,
}

impl Marked {
    /// Puts the markers in: in a body on every line after its indent and after every statement, but not inside a tag,
    /// and not where a marker would stand in the way of trimming. A line that holds only statements leaves no line.
    pub fn new(text: &str, tags: &[Tag], body: bool) -> Marked {
        let mut marked = Marked { template: String::with_capacity(text.len() * 2), loops: Vec::new(), map: Vec::new() };
        let (mut at, mut next_tag, mut start) = (0, 0, 0);
        for (index, line) in text.split_inclusive('\n').enumerate() {
            let line = Line { start, end: start + line.trim_end_matches('\n').len(), next: start + line.len() };
            while tags.get(next_tag).is_some_and(|tag| tag.range.end <= start) {
                next_tag += 1;
            }
            let here = tags[next_tag..].iter().take_while(|tag| tag.range.start < line.end);
            marked.line(text, &line, &here.cloned().collect::<Vec<_>>(), (index, body), &mut at);
            start = line.next;
        }
        marked
    }

    /// Takes over one line. `at` is how far the text has been taken over, which may be into this line.
    fn line(&mut self, text: &str, line: &Line, tags: &[Tag], (index, body): (usize, bool), at: &mut usize) {
        let words = line.end - text[line.start..line.end].trim_start().len();
        let mut covered = line.start;
        let mut only_statements = !tags.is_empty();
        for tag in tags {
            let between = &text[covered.min(tag.range.start)..tag.range.start];
            only_statements &= tag.kind != TagKind::Value && tag.range.start >= line.start && between.trim().is_empty();
            covered = tag.range.end;
        }
        only_statements &= covered <= line.end && text[covered.min(line.end)..line.end].trim().is_empty();
        let wants_mark = body && !only_statements;
        let plain_start =
            tags.first().is_none_or(|t| t.range.start > words || t.range.start == words && t.kind == TagKind::Value);
        if wants_mark && plain_start && words < line.end {
            self.copy(text, at, words);
            self.mark(LINE, index, *at);
        }
        for tag in tags.iter().filter(|tag| tag.range.end <= line.end) {
            let begins_here = tag.range.start >= line.start;
            if tag.kind == TagKind::Value && begins_here {
                continue;
            }
            // What follows `-%}` is trimmed, over line breaks too: the marker goes behind it.
            let rest = &text[tag.range.end..];
            let trims = text[..tag.range.end - 2].ends_with('-');
            let gap = if trims { rest.len() - rest.trim_start().len() } else { 0 };
            self.copy(text, at, tag.range.end + gap);
            if tag.kind == TagKind::For && begins_here {
                self.mark(LOOP, self.loops.len(), *at);
                self.loops.push(tag.range.clone());
            }
            if wants_mark && *at < line.end {
                self.mark(LINE, index, *at);
            }
        }
        let skips_break = body && only_statements;
        self.copy(text, at, if skips_break { line.end } else { line.next });
        *at = (*at).max(line.next);
    }

    fn copy(&mut self, text: &str, at: &mut usize, to: usize) {
        if *at < to {
            self.map.push((self.template.len(), *at));
            self.template.push_str(&text[*at..to]);
            *at = to;
        }
    }

    fn mark(&mut self, first: u32, index: usize, at: usize) {
        let number = u32::try_from(index.min(MANY - 1)).unwrap_or_default();
        self.map.push((self.template.len(), at));
        self.template.extend(char::from_u32(first + number));
    }

    /// Where an offset of the template stands in the text as typed.
    pub fn typed_offset(&self, offset: usize) -> usize {
        let index = self.map.partition_point(|(template, _)| *template <= offset);
        let (template, typed) = index.checked_sub(1).map_or((0, 0), |i| self.map[i]);
        let next = self.map.get(index).map_or(usize::MAX, |(_, typed)| *typed);
        (typed + (offset - template)).min(next)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tag::scan;
    use super::*;

    fn marked(text: &str) -> (String, Marked) {
        let marked = Marked::new(text, &scan(text).0, true);
        let shown = marked.template.chars().map(|c| match u32::from(c) {
            c if c >= LOOP => '@',
            c if c >= LINE => char::from_digit(c - LINE, 36).unwrap_or('?'),
            _ => c,
        });
        (shown.collect(), marked)
    }

    #[test]
    fn lines_and_loops_are_marked() {
        assert_eq!(marked("a\n\n  b {{ x }}").0, "0a\n\n  2b {{ x }}");
        assert_eq!(
            marked("{% for d in x %}\n- {{ d }}\n{% endfor %}\nz").0,
            "{% for d in x %}@1- {{ d }}\n{% endfor %}3z"
        );
        assert_eq!(marked("a {{ x\n }} b\nc").0, "0a {{ x\n }}1 b\n2c");
        assert_eq!(marked("{% if x %}a{% endif %}\nb").0, "{% if x %}0a{% endif %}\n1b");
        assert_eq!(marked("{% for d in x -%}\n  y{% endfor %}").0, "{% for d in x -%}\n  @1y{% endfor %}");
    }

    #[test]
    fn offsets_lead_back() {
        let text = "ă\n\nb {{ x }}\n{% if y %}\nc {{ z }}";
        let (_, marked) = marked(text);
        for word in ["{{ x", "{% if", "{{ z"] {
            let at = marked.template.find(word).expect("the word is in the template");
            assert_eq!(marked.typed_offset(at), text.find(word).expect("and in the text"), "{word}");
        }
    }
}
