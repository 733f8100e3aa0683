//! The texts that places point into.

use std::ops::Range;

/// Index of a text in [`Files`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

/// A stretch of a file, in bytes of its cleaned text (see `load::text`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Which text.
    pub file: FileId,
    /// Bytes, end exclusive.
    pub span: Range<usize>,
}

impl Place {
    /// A part of this place, by bytes from its start.
    pub fn part(&self, range: Range<usize>) -> Place {
        Place { file: self.file, span: self.span.start + range.start..self.span.start + range.end }
    }
}

/// Stands for a text that is written and cannot be read, which has been reported: its name is known, and where it is used
/// nothing more is said. No text holds this character; the cleaning of files refuses it.
pub const UNREAD: &str = "\u{10fffd}";

/// A value with the place it was written at.
#[derive(Debug, Clone)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub place: Place,
}

impl<T> Located<T> {
    /// Pairs a value with its place.
    pub fn new(value: T, place: Place) -> Self {
        Located { value, place }
    }
}

/// All texts read in this run, kept for messages.
#[derive(Debug, Default)]
pub struct Files {
    items: Vec<(String, String)>,
}

impl Files {
    /// Keeps a text under the name shown to the user (the path as she typed it).
    ///
    /// # Panics
    /// Only past 2³² files.
    pub fn add(&mut self, name: impl Into<String>, text: String) -> FileId {
        let id = u32::try_from(self.items.len()).expect("fewer than 2^32 files");
        self.items.push((name.into(), text));
        FileId(id)
    }

    /// The name shown in messages.
    pub fn name(&self, id: FileId) -> &str {
        &self.items[id.0 as usize].0
    }

    /// The whole text.
    pub fn text(&self, id: FileId) -> &str {
        &self.items[id.0 as usize].1
    }

    /// All texts with their names, in the order they were read.
    pub fn texts(&self) -> impl Iterator<Item = (FileId, &str, &str)> {
        let id = |at: usize| FileId(u32::try_from(at).unwrap_or(u32::MAX));
        self.items.iter().enumerate().map(move |(at, (name, text))| (id(at), name.as_str(), text.as_str()))
    }

    /// Whether any text has these words.
    pub fn mention(&self, words: &str) -> bool {
        self.items.iter().any(|(_, text)| text.contains(words))
    }

    /// The text a place covers; empty if the place lies outside.
    pub fn slice(&self, place: &Place) -> &str {
        self.text(place.file).get(place.span.clone()).unwrap_or_default()
    }

    /// Line and column of a place's start, both from 1, the column in characters.
    pub fn line_column(&self, place: &Place) -> (usize, usize) {
        let text = self.text(place.file);
        let before = text.get(..place.span.start).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |i| i + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }
}
