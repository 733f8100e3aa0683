//! Marks inside a paragraph: `**đậm**`, `*nghiêng*`, a backslash before a mark, a line break. They are CommonMark's;
//! what else CommonMark knows (links, code, HTML, entities) has no place in a document and stays as typed.

use crate::model::Inline;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Stands before the text while it is parsed, so that its first character can never begin a block.
const GUARD: &str = "x ";

/// What is wrong with the marks of a paragraph.
#[derive(Debug, PartialEq, Eq)]
pub struct Unpaired;

/// Words and marks of one paragraph (no line breaks but the ones written as a backslash at a line's end).
pub fn parse(text: &str) -> Result<Vec<Inline>, Unpaired> {
    let guarded = format!("{GUARD}{text}");
    let mut builder = Builder::new(&guarded);
    for (event, range) in Parser::new_ext(&guarded, Options::empty()).into_offset_iter() {
        builder.event(event, range);
    }
    let mut inlines = builder.finish()?;
    if let Some(Inline::Text(first)) = inlines.first_mut() {
        *first = first.strip_prefix(GUARD).or(first.strip_prefix(GUARD.trim_end())).unwrap_or(first).to_owned();
        if first.is_empty() {
            inlines.remove(0);
        }
    }
    Ok(inlines)
}

/// Rows of a table in CommonMark's pipe syntax; `None` when the text is no table.
pub fn parse_table(text: &str) -> Option<Result<Vec<Vec<Vec<Inline>>>, Unpaired>> {
    let mut rows: Vec<Vec<Vec<Inline>>> = Vec::new();
    let mut builder = Builder::new(text);
    let mut seen = false;
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        match event {
            Event::Start(Tag::Table(_)) => seen = true,
            Event::Start(Tag::TableHead | Tag::TableRow) => rows.push(Vec::new()),
            Event::Start(Tag::TableCell) => builder = Builder::new(text),
            Event::End(TagEnd::TableCell) => {
                let cell = std::mem::replace(&mut builder, Builder::new(text)).finish();
                match (cell, rows.last_mut()) {
                    (Ok(cell), Some(row)) => row.push(cell),
                    (Err(unpaired), _) => return Some(Err(unpaired)),
                    (Ok(_), None) => {}
                }
            }
            other => builder.event(other, range),
        }
    }
    seen.then_some(Ok(rows))
}

struct Builder<'a> {
    source: &'a str,
    stack: Vec<(Mark, Vec<Inline>)>,
    unpaired: bool,
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
        Builder { source, stack: vec![(Mark::None, Vec::new())], unpaired: false, taken: 0, raw: 0 }
    }

    fn event(&mut self, event: Event<'a>, range: std::ops::Range<usize>) {
        match event {
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
                self.unpaired |= words.contains("**") && !self.source[..range.start].ends_with('\\');
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

    fn finish(mut self) -> Result<Vec<Inline>, Unpaired> {
        if self.unpaired {
            return Err(Unpaired);
        }
        Ok(self.stack.pop().map(|(_, items)| items).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::noi_dung::plain_text;

    fn words(text: &str) -> String {
        plain_text(&parse(text).expect("marks are paired"))
    }

    #[test]
    fn bold_italic_both() {
        let inlines = parse("chủ đề ***“Trách nhiệm”***.").expect("marks are paired");
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
            "    thụt vào",
            "5 * 3 = 15, 2 * 4",
            "=== --- ___ > | ~~ ^",
            "_____/_____",
        ] {
            assert_eq!(words(text), text.trim_start(), "{text}");
        }
    }

    #[test]
    fn escapes_give_the_mark_itself() {
        assert_eq!(words(r"\*\*a\*\* \_b\_ \# \\ \`"), r"**a** _b_ # \ `");
    }

    #[test]
    fn unpaired_bold_is_found() {
        assert_eq!(parse("**đậm mà quên đóng"), Err(Unpaired));
        assert!(parse(r"\*\*không phải dấu").is_ok());
    }
}
