//! From an offset in a value to the place it was typed at.

use crate::diag::{Files, Place};
use std::ops::Range;

/// The place of a range of `text`, which was written at `place`. Exact when the text stands there as it is; with quotes,
/// escapes or folded lines between, the same word as often counted; else the whole place.
pub fn locate(files: &Files, place: &Place, text: &str, range: &Range<usize>) -> Place {
    let source = files.slice(place);
    if source == text {
        return place.part(range.clone());
    }
    if let Some(i) = source.find(text) {
        return place.part(i + range.start..i + range.end);
    }
    let Some((before, word)) = text.get(..range.start).zip(text.get(range.clone())) else { return place.clone() };
    if word.trim().is_empty() {
        return place.clone();
    }
    let nth = before.matches(word).count();
    match source.match_indices(word).nth(nth) {
        Some((i, _)) => place.part(i..i + word.len()),
        None => place.clone(),
    }
}
