//! What moves by itself: `nam`, `so`, `ngay`, as changes to stretches of the old text.

use super::flat::is_computed;
use super::raw::Change;
use crate::load::yaml::{Document, Kind, Node};
use std::collections::HashSet;
use std::ops::Range;

/// Changes to make and, in words, what they do.
#[derive(Debug, Default)]
pub(super) struct Edits {
    /// Bytes of the cleaned text and what stands there instead.
    pub changes: Vec<Change>,
    /// "ke_hoach: bỏ số 13".
    pub doi: Vec<String>,
    /// Where the keys begin whose lines or entries go.
    removed: HashSet<usize>,
    /// Where the keys begin that lose their value.
    blanked: HashSet<usize>,
}

type Entry = (Node, Node);

/// Plans the changes that make the campaign one of the year `nam`; `old` is the value of its key `nam`.
pub(super) fn plan(document: &Document, text: &str, old: &Node, nam: i32) -> Edits {
    let mut planner = Planner { text, document, edits: Edits::default() };
    let cu = old.scalar().unwrap_or_default().to_owned();
    if let Some(at) = text.get(old.place.span.clone()).and_then(|written| written.find(&cu)) {
        let start = old.place.span.start + at;
        planner.edits.changes.push((start..start + cu.len(), nam.to_string()));
        planner.edits.doi.push(format!("nam: {cu} → {nam}"));
    }
    if let Some(chung) = document.root.entry("chung") {
        planner.document("chung", chung);
    }
    if let Some(Node { kind: Kind::Map(documents, _), .. }) = document.root.entry("van_ban") {
        for (id, node) in documents {
            planner.document(id.scalar().unwrap_or("…"), node);
        }
    }
    planner.edits
}

struct Planner<'a> {
    text: &'a str,
    document: &'a Document,
    edits: Edits,
}

impl Planner<'_> {
    fn document(&mut self, name: &str, node: &Node) {
        self.head(name, node);
        match node.entry("sao").map(|sao| (&sao.kind, sao)) {
            Some((Kind::Seq(items), _)) => items.iter().for_each(|item| self.head(&format!("{name}, bản sao"), item)),
            Some((_, sao)) => self.head(&format!("{name}, bản sao"), sao),
            None => {}
        }
    }

    /// Number and date of one document or copy.
    fn head(&mut self, name: &str, node: &Node) {
        let Kind::Map(entries, flow) = &node.kind else { return };
        let is = |entry: &Entry, key: &str| entry.0.scalar() == Some(key) && literal(&entry.1);
        let gone: Vec<usize> =
            (0..entries.len()).filter(|i| is(&entries[*i], "so") || *flow && is(&entries[*i], "ngay")).collect();
        let mut done = Vec::new();
        for entry in entries {
            if is(entry, "so") {
                done.push(format!("bỏ số {}", shown(&entry.1)));
            } else if is(entry, "ngay") {
                done.push(format!("để trống ngày {}", shown(&entry.1)));
            }
        }
        if done.is_empty() {
            return;
        }
        self.edits.doi.push(format!("{name}: {}", done.join(", ")));
        self.edits.removed.extend(gone.iter().map(|i| entries[*i].0.place.span.start));
        if *flow {
            return self.flow(entries, &gone);
        }
        for entry in entries {
            if is(entry, "so") {
                self.line(entry);
            } else if is(entry, "ngay") {
                self.value(entry);
            }
        }
    }

    /// Takes an entry of a block out: whole lines, or what stands before their comments.
    fn line(&mut self, (key, value): &Entry) {
        let start = key.place.span.start;
        if line_start(self.text, value.place.span.start) > start {
            self.stretch(start..self.colon(key));
            self.stretch(value.place.span.start..self.end(value));
        } else {
            self.stretch(start..self.end(value));
        }
    }

    /// Takes the value of a block's entry out and leaves its key. A comment beside it keeps its column.
    fn value(&mut self, (key, value): &Entry) {
        let (colon, end) = (self.colon(key), self.end(value));
        self.edits.blanked.insert(key.place.span.start);
        if line_start(self.text, value.place.span.start) > colon {
            return self.stretch(value.place.span.start..end);
        }
        let after = self.text[end..].split('\n').next().unwrap_or_default();
        let sign = end + after.len() - after.trim_start().len();
        if !self.text[sign..].starts_with('#') {
            return self.delete(colon..sign);
        }
        let mut pad = " ".repeat(self.text[colon..end].chars().count());
        // Without a blank after it, a sign after an empty key is taken for words that were lost.
        if !after.trim_start().starts_with("# ") && after.trim() != "#" {
            self.edits.changes.push((sign..sign + 1, "# ".to_owned()));
            pad.pop();
        }
        self.edits.changes.push((colon..end, pad));
    }

    /// Deletes a stretch that ends a line but for a comment: with the line if nothing else is on it, else with the blanks
    /// before the comment, which stands where the stretch stood.
    fn stretch(&mut self, range: Range<usize>) {
        let from = line_start(self.text, range.start);
        let after = self.text[range.end..].split('\n').next().unwrap_or_default();
        if self.text[from..range.start].trim().is_empty() && after.trim().is_empty() {
            self.delete(from..(range.end + after.len() + 1).min(self.text.len()));
        } else {
            // After the dash of a list no blank is left over.
            let blank = after.trim().is_empty();
            let start = if blank { from + self.text[from..range.start].trim_end().len() } else { range.start };
            self.delete(start..range.end + after.len() - after.trim_start().len());
        }
    }

    /// Takes entries of a map in `{ }` out, with the commas that would be left over.
    fn flow(&mut self, entries: &[Entry], gone: &[usize]) {
        let mut ranges: Vec<Range<usize>> = Vec::new();
        for &i in gone {
            let (start, end) = (entries[i].0.place.span.start, self.end(&entries[i].1));
            let kept_before = || (0..i).rev().find(|j| gone.binary_search(j).is_err());
            let range = match entries.get(i + 1).map_or_else(|| Err(kept_before()), Ok) {
                Ok(next) => start..next.0.place.span.start,
                Err(Some(before)) => self.end(&entries[before].1)..end,
                Err(None) => {
                    let rest = &self.text[end..];
                    let comma = rest.trim_start().starts_with(',');
                    start..if comma { end + rest.find(',').unwrap_or(0) + 1 } else { end }
                }
            };
            match ranges.last_mut() {
                Some(last) if range.start <= last.end => *last = range.start.min(last.start)..range.end.max(last.end),
                _ => ranges.push(range),
            }
        }
        for range in ranges {
            self.delete_but_comments(range);
        }
    }

    fn delete(&mut self, range: Range<usize>) {
        self.edits.changes.push((range, String::new()));
    }

    /// Deletes a stretch but for the comments in it, the blanks before them and the rest of their lines.
    fn delete_but_comments(&mut self, range: Range<usize>) {
        let mut from = range.start;
        let comments = &self.document.comments;
        let first = comments.partition_point(|c| c.place.span.start < range.start);
        let inside = comments[first..].iter().map(|c| c.place.span.clone()).take_while(|c| c.end <= range.end);
        for comment in inside {
            let blanks = self.text[from..comment.start].trim_end().len();
            let line = self.text[comment.end..].find('\n').map_or(self.text.len(), |at| comment.end + at + 1);
            self.delete(from..from + blanks);
            from = (line + self.text[line..].len() - self.text[line..].trim_start().len()).min(range.end);
        }
        self.delete(from..range.end);
    }

    /// Where the colon after a key ends.
    fn colon(&self, key: &Node) -> usize {
        let end = key.place.span.end;
        self.text[end..].find(':').map_or(end, |at| end + at + 1)
    }

    /// Where the words of a value end.
    fn end(&self, value: &Node) -> usize {
        let span = &value.place.span;
        span.start + self.text.get(span.clone()).unwrap_or_default().trim_end().len()
    }
}

impl Edits {
    /// Where the first key stands that goes or loses its value.
    pub fn first(&self) -> Option<usize> {
        self.removed.iter().chain(&self.blanked).copied().min()
    }

    /// Whether `new` is `old` with these changes and nothing else: a file written in a way not foreseen is refused
    /// rather than spoilt.
    pub fn made(&self, old: &Document, new: &Document, nam: &Node) -> bool {
        let comments = |d: &Document| d.comments.iter().map(|c| c.text.clone()).collect::<Vec<_>>();
        comments(old) == comments(new) && self.same(&old.root, &new.root, nam)
    }

    fn same(&self, old: &Node, new: &Node, nam: &Node) -> bool {
        match (&old.kind, &new.kind) {
            (Kind::Map(entries, _), _) => {
                let kept: Vec<&Entry> =
                    entries.iter().filter(|(key, _)| !self.removed.contains(&key.place.span.start)).collect();
                let Kind::Map(others, _) = &new.kind else { return kept.is_empty() && new.is_null() };
                kept.len() == others.len()
                    && kept.iter().zip(others).all(|((key, value), (other, theirs))| {
                        let blank = self.blanked.contains(&key.place.span.start);
                        key.scalar() == other.scalar()
                            && if blank { theirs.is_null() } else { self.same(value, theirs, nam) }
                    })
            }
            (Kind::Seq(items), Kind::Seq(others)) => {
                items.len() == others.len() && items.iter().zip(others).all(|(a, b)| self.same(a, b, nam))
            }
            (Kind::Scalar(text, _), Kind::Scalar(other, _)) => text == other || old.place == nam.place,
            _ => false,
        }
    }
}

/// Whether a typed number or date stands there: a computed one moves by itself.
fn literal(value: &Node) -> bool {
    value.scalar().is_some_and(|text| !is_computed(text)) && !value.is_null()
}

fn shown(value: &Node) -> &str {
    value.scalar().unwrap_or_default().trim()
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |i| i + 1)
}
