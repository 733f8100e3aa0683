//! Words by number, so that lists are looked up without reading the word again.

use super::chu::thanh_cu;
use std::borrow::Cow;
use std::hash::Hasher;

const NHAN: u64 = 0x517c_c1b7_2722_0a95;

/// Multiplies and rotates eight bytes at a time. What is looked up are the program's own words; whoever chose a draft's
/// words to collide with them would only be told of a mistake that is none.
#[derive(Debug, Default, Clone, Copy)]
pub struct Bam(u64);

impl Hasher for Bam {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(5) ^ number).wrapping_mul(NHAN);
        // A table takes its bucket from the low bits, which multiplying leaves poor.
        self.0 ^= self.0 >> 32;
    }

    fn write(&mut self, bytes: &[u8]) {
        let (whole, rest) = bytes.as_chunks::<8>();
        for part in whole {
            self.0 = (self.0.rotate_left(5) ^ u64::from_le_bytes(*part)).wrapping_mul(NHAN);
        }
        let tail = rest.iter().rev().fold(0u64, |word, byte| (word << 8) | u64::from(*byte));
        self.write_u64(tail);
    }
}

/// The number of a word in lower case; "hoà" and "hòa" have one, every dash has that of a hyphen.
pub fn bam(word: &str) -> u64 {
    let mut state = Bam::default();
    state.write(mot_kieu(word).as_bytes());
    state.finish()
}

/// A word as lists are looked up: tone marks where the older way puts them, every dash a hyphen.
pub fn mot_kieu(word: &str) -> Cow<'_, str> {
    let bytes = word.as_bytes();
    let vowel = |back: usize| bytes.len().checked_sub(back).and_then(|at| bytes.get(at));
    // The new way ends in "o" or "u" and one marked letter of two or three bytes; few words do.
    let new = bytes.last().is_some_and(|last| *last >= 0x80)
        && (matches!(vowel(3), Some(b'o' | b'u')) || matches!(vowel(4), Some(b'o' | b'u')));
    match word {
        "–" | "—" | "‑" => Cow::Borrowed("-"),
        _ if new => thanh_cu(word),
        _ => Cow::Borrowed(word),
    }
}
