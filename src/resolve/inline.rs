//! Marks inside a paragraph: `**đậm**`, `*nghiêng*`, a backslash before a mark, a line break. They are CommonMark's;
//! what else CommonMark knows (links, code, HTML, entities) has no place in a document and stays as typed.

use crate::model::{CanCot, Inline};
use pulldown_cmark::{Alignment, Event, Options, Parser, Tag, TagEnd};

/// Stands before the text while it is parsed, so that its first character can never begin a block.
const GUARD: &str = "x ";

/// Stars that open or close nothing.
#[derive(Debug, PartialEq, Eq)]
pub struct Stars {
    /// Byte of the text.
    pub at: usize,
    /// How many.
    pub length: usize,
}

/// Rows of cells.
type Rows = Vec<Vec<Vec<Inline>>>;

/// A table in CommonMark's pipe syntax.
pub struct Table {
    pub rows: Rows,
    pub can_cot: Vec<CanCot>,
    pub stars: Vec<Stars>,
}

/// Words and marks of one paragraph (no line breaks but the ones written as a backslash at a line's end), and the stars
/// in it that have no partner.
pub fn parse(text: &str) -> (Vec<Inline>, Vec<Stars>) {
    let guarded = format!("{GUARD}{text}");
    let mut builder = Builder::new(&guarded);
    for (event, range) in Parser::new_ext(&guarded, Options::empty()).into_offset_iter() {
        builder.event(event, range);
    }
    let (mut inlines, mut stars) = builder.finish();
    if let Some(Inline::Text(first)) = inlines.first_mut() {
        *first = first.strip_prefix(GUARD).or(first.strip_prefix(GUARD.trim_end())).unwrap_or(first).to_owned();
        if first.is_empty() {
            inlines.remove(0);
        }
    }
    for found in &mut stars {
        found.at = found.at.saturating_sub(GUARD.len());
    }
    (inlines, stars)
}

/// Rows of a table in CommonMark's pipe syntax; `None` when the text is no table.
pub fn parse_table(text: &str) -> Option<Table> {
    let (mut rows, mut stars): (Rows, Vec<Stars>) = (Vec::new(), Vec::new());
    let mut can_cot = None;
    let mut builder = Builder::new(text);
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        match event {
            Event::Start(Tag::Table(alignments)) => {
                can_cot.get_or_insert_with(|| alignments.iter().map(|a| can(*a)).collect());
            }
            Event::Start(Tag::TableHead | Tag::TableRow) => rows.push(Vec::new()),
            Event::Start(Tag::TableCell) => builder = Builder::new(text),
            Event::End(TagEnd::TableCell) => {
                let (cell, found) = std::mem::replace(&mut builder, Builder::new(text)).finish();
                stars.extend(found);
                if let Some(row) = rows.last_mut() {
                    row.push(cell);
                }
            }
            other => builder.event(other, range),
        }
    }
    Some(Table { rows, can_cot: can_cot?, stars })
}

fn can(alignment: Alignment) -> CanCot {
    match alignment {
        Alignment::None | Alignment::Left => CanCot::Trai,
        Alignment::Center => CanCot::Giua,
        Alignment::Right => CanCot::Phai,
    }
}

/// How many cells a line of a table was written with.
pub fn cells(line: &str) -> usize {
    let line = line.trim().strip_prefix('|').unwrap_or(line);
    let mut cells = 1;
    let mut escaped = false;
    for (i, c) in line.char_indices() {
        let last = i + 1 == line.len();
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '|' if !last => cells += 1,
            _ => {}
        }
    }
    cells
}

struct Builder<'a> {
    source: &'a str,
    stack: Vec<(Mark, Vec<Inline>)>,
    stars: Vec<Stars>,
    /// End of the source already taken, so that what a construct spans is kept as typed once.
    taken: usize,
    /// Depth of constructs kept as typed.
    raw: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    None,
    Dam,
    Nghieng,
}

impl<'a> Builder<'a> {
    fn new(source: &'a str) -> Self {
        Builder { source, stack: vec![(Mark::None, Vec::new())], stars: Vec::new(), taken: 0, raw: 0 }
    }

    fn event(&mut self, event: Event<'a>, range: std::ops::Range<usize>) {
        match event {
            // Underscores are blanks to be filled in by hand, never marks.
            Event::Start(Tag::Strong) | Event::End(TagEnd::Strong) if self.raw == 0 && self.underscore(&range) => {
                self.text("__");
            }
            Event::Start(Tag::Emphasis) | Event::End(TagEnd::Emphasis) if self.raw == 0 && self.underscore(&range) => {
                self.text("_");
            }
            Event::Start(Tag::Strong) if self.raw == 0 => self.stack.push((Mark::Dam, Vec::new())),
            Event::Start(Tag::Emphasis) if self.raw == 0 => self.stack.push((Mark::Nghieng, Vec::new())),
            Event::End(TagEnd::Strong | TagEnd::Emphasis) if self.raw == 0 => {
                if let Some((mark, inner)) = self.stack.pop() {
                    let wrapped = if mark == Mark::Dam { Inline::Dam(inner) } else { Inline::Nghieng(inner) };
                    self.push(wrapped);
                }
            }
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => {
                if self.raw == 0 {
                    self.text(&self.source[range.clone()]);
                    self.taken = range.end;
                }
                self.raw += 1;
            }
            Event::End(TagEnd::Link | TagEnd::Image) => self.raw = self.raw.saturating_sub(1),
            Event::HardBreak if self.raw == 0 => self.push(Inline::XuongDong),
            Event::SoftBreak if self.raw == 0 => self.text(" "),
            Event::Text(text) if self.raw == 0 && range.start >= self.taken => {
                let written = &self.source[range.clone()];
                // An entity such as &nbsp; is decoded by the parser; a drafter who typed it meant the letters.
                let words = if written.starts_with('&') { written } else { &text };
                self.note_stars(range);
                self.text(words);
            }
            Event::Code(_)
            | Event::InlineHtml(_)
            | Event::Html(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
                if self.raw == 0 && range.start >= self.taken =>
            {
                self.text(&self.source[range]);
            }
            _ => {}
        }
    }

    fn underscore(&self, range: &std::ops::Range<usize>) -> bool {
        self.source[range.start..].starts_with('_')
    }

    fn text(&mut self, words: &str) {
        if let Some((_, items)) = self.stack.last_mut() {
            match items.last_mut() {
                Some(Inline::Text(last)) => last.push_str(words),
                _ => items.push(Inline::Text(words.to_owned())),
            }
        }
    }

    fn push(&mut self, inline: Inline) {
        if let Some((_, items)) = self.stack.last_mut() {
            items.push(inline);
        }
    }

    /// Stars that the parser left as words, but for those behind a backslash.
    fn note_stars(&mut self, range: std::ops::Range<usize>) {
        for (i, _) in self.source[range.clone()].match_indices('*') {
            let at = range.start + i;
            let before = &self.source[..at];
            let backslashes = before.len() - before.trim_end_matches('\\').len();
            if i == 0 && backslashes % 2 == 1 {
                continue;
            }
            match self.stars.last_mut() {
                Some(run) if run.at + run.length == at => run.length += 1,
                _ => self.stars.push(Stars { at, length: 1 }),
            }
        }
    }

    /// What was built, and the stars worth a word: two or more, or one that seems to begin something.
    fn finish(mut self) -> (Vec<Inline>, Vec<Stars>) {
        let source = self.source;
        self.stars.retain(|run| {
            let before = source[..run.at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
            let after = source[run.at + run.length..].chars().next().is_some_and(|c| c.is_alphanumeric() || c == '“');
            run.length > 1 || before && after
        });
        (self.stack.pop().map(|(_, items)| items).unwrap_or_default(), self.stars)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::noi_dung::plain_text;

    fn words(text: &str) -> String {
        plain_text(&parse(text).0)
    }

    #[test]
    fn bold_italic_both() {
        let (inlines, stars) = parse("chủ đề ***“Trách nhiệm”***.");
        assert_eq!(stars, []);
        assert!(matches!(&inlines[1], Inline::Nghieng(inner) if matches!(&inner[0], Inline::Dam(_))));
        assert_eq!(plain_text(&inlines), "chủ đề “Trách nhiệm”.");
    }

    #[test]
    fn what_is_no_mark_stays_as_typed() {
        for text in [
            "#read(\"/etc/passwd\")",
            "$x$ @a <a> </b> // /* `code` ``x``",
            "[liên kết](http://a.vn) ![ảnh](b.png) <http://c.vn>",
            "&nbsp; &amp; &#35; A&B",
            "1. không phải khoản",
            "- không phải gạch",
            "5 * 3 = 15, 2 * 4",
            "=== --- ___ > | ~~ ^",
            "_____/_____",
            "__gạch dưới__ và _một gạch_ ___",
        ] {
            assert_eq!(words(text), text, "{text}");
        }
    }

    #[test]
    fn escapes_give_the_mark_itself() {
        assert_eq!(words(r"\*\*a\*\* \_b\_ \# \\ \`"), r"**a** _b_ # \ `");
    }

    #[test]
    fn unpaired_stars_are_found_where_they_stand() {
        let stars = |text: &str| parse(text).1.into_iter().map(|s| (s.at, s.length)).collect::<Vec<_>>();
        assert_eq!(stars("**đậm mà quên đóng"), [(0, 2)]);
        assert_eq!(stars("a **b** c ** d"), [(10, 2)]);
        assert_eq!(stars("một *nghiêng mà quên"), [("một ".len(), 1)]);
        assert_eq!(stars(r"\*\*không phải dấu, 5 * 3, (*), 2*"), []);
        assert_eq!(stars(r"\\**a"), [(2, 2)]);
    }

    #[test]
    fn a_table_is_read_with_its_stars() {
        let text = "| A | **B |\n|---|--:|\n| 1 | 2 |";
        let Table { rows, can_cot, stars } = parse_table(text).expect("a table");
        assert_eq!(can_cot, [CanCot::Trai, CanCot::Phai]);
        assert_eq!((rows.len(), rows[0].len()), (2, 2));
        assert_eq!(stars, [Stars { at: 6, length: 2 }]);
        assert!(parse_table("| A | B |\n| 1 | 2 |").is_none());
        assert_eq!((cells("| 1 | 2 |"), cells(r"| 1 | a \| b | 3"), cells("|1|")), (2, 3, 1));
    }
}
