//! Pieces by number, looked up for every word of every document: a short hash and no copy.

use crate::model::ban_thao::chu::thanh_cu;
use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Multiplies and rotates eight bytes at a time. The keys are the program's own words, so nobody can choose them to
/// collide.
#[derive(Debug, Default, Clone, Copy)]
pub struct Bam(u64);

impl Hasher for Bam {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(5) ^ number).wrapping_mul(0x517c_c1b7_2722_0a95);
        self.0 ^= self.0 >> 32;
    }

    fn write(&mut self, bytes: &[u8]) {
        for part in bytes.chunks(8) {
            let word = part.iter().rev().fold(0u64, |word, byte| (word << 8) | u64::from(*byte));
            self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
        }
        // The table takes its bucket from the low bits, which multiplying leaves poor.
        self.0 ^= self.0 >> 32;
    }
}

/// The number of a word.
pub fn bam(word: &str) -> u64 {
    let mut state = Bam::default();
    state.write(word.as_bytes());
    state.finish()
}

/// The pieces that phrases are made of.
#[derive(Debug, Default)]
pub struct Bang(HashMap<Box<str>, u32, BuildHasherDefault<Bam>>);

/// What no phrase has.
const LA: u32 = u32::MAX;

impl Bang {
    /// The number of a piece, made if it is new; the piece in one writing (see [`mot_kieu`]).
    pub fn them(&mut self, piece: &str) -> u32 {
        let next = u32::try_from(self.0.len()).unwrap_or(LA);
        match self.0.get(piece) {
            Some(id) => *id,
            None => {
                self.0.insert(piece.into(), next);
                next
            }
        }
    }

    /// The number of a piece of a text in lower case.
    pub fn so(&self, piece: &str) -> u32 {
        self.0.get(mot_kieu(piece).as_ref()).copied().unwrap_or(LA)
    }
}

/// A piece as lists are looked up: tone marks where the older way puts them, every dash a hyphen.
pub fn mot_kieu(piece: &str) -> Cow<'_, str> {
    let bytes = piece.as_bytes();
    let vowel = |back: usize| bytes.len().checked_sub(back).and_then(|at| bytes.get(at));
    // The new way ends in "o" or "u" and one marked letter of two or three bytes; few words do.
    let new = bytes.last().is_some_and(|last| *last >= 0x80)
        && (matches!(vowel(3), Some(b'o' | b'u')) || matches!(vowel(4), Some(b'o' | b'u')));
    match piece {
        "–" | "—" | "‑" => Cow::Borrowed("-"),
        _ if new => thanh_cu(piece),
        _ => Cow::Borrowed(piece),
    }
}
