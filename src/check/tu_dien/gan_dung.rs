//! Set phrases with one syllable gone wrong: "triển hình tiên tiến" for "điển hình tiên tiến".

use super::LA;
use crate::check::chinh_ta::la_am_tiet;
use crate::check::soi::Soi;
use crate::diag::Code;
use crate::model::ban_thao::bam::{Bam, mot_kieu};
use crate::model::ban_thao::chu::{hoa_dau, hoa_het};
use crate::model::van_ban::capitalise;
use crate::model::{Chu, Doan};
use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use unicode_normalization::UnicodeNormalization;

/// A phrase shorter than this has too many neighbours that are right.
const IT_NHAT: usize = 4;

/// The phrases, found by any two neighbouring syllables of theirs.
#[derive(Debug, Default)]
pub struct GanDung {
    phrases: Vec<(&'static Code, Box<[u32]>)>,
    /// The syllables of all, as they are written.
    text: HashMap<u32, Box<str>, BuildHasherDefault<Bam>>,
    pairs: HashMap<u64, Vec<(u32, u32)>, BuildHasherDefault<Bam>>,
}

impl GanDung {
    /// Adds a phrase: its words, and their numbers.
    pub fn add(&mut self, code: &'static Code, chu: &Chu, ids: Box<[u32]>) {
        let number = u32::try_from(self.phrases.len()).unwrap_or(LA);
        for (at, pair) in ids.windows(2).enumerate() {
            if let [a, b] = pair {
                let at = u32::try_from(at).unwrap_or(LA);
                self.pairs.entry(pair_of(*a, *b)).or_default().push((number, at));
            }
        }
        for (n, id) in ids.iter().enumerate() {
            self.text.entry(*id).or_insert_with(|| mot_kieu(chu.nho(n)).into());
        }
        self.phrases.push((code, ids));
    }

    /// Looks for phrases that are nearly there, but in what a list has told of already (first and last piece).
    pub fn soi(&self, doan: &Doan, ids: &[u32], told: &[(usize, usize)], soi: &mut Soi<'_>) {
        let chu = &doan.chu;
        if self.phrases.is_empty() || chu.tu.len() < IT_NHAT {
            return;
        }
        // By odd piece: the phrase that explains it, and the phrases that are there word for word.
        let mut odd: Vec<(usize, usize)> = Vec::new();
        let mut whole: Vec<(usize, usize)> = Vec::new();
        for (i, pair) in ids.windows(2).enumerate() {
            let &[a, b] = pair else { continue };
            if a == LA || b == LA {
                continue;
            }
            for (phrase, at) in self.pairs.get(&pair_of(a, b)).into_iter().flatten() {
                let (phrase, at) = (*phrase as usize, *at as usize);
                let Some((_, pieces)) = self.phrases.get(phrase) else { continue };
                match compare(ids, pieces, i, at) {
                    Khop::Nguyen(first) => whole.push((first, first + pieces.len() - 1)),
                    Khop::Lech(n) if !odd.iter().any(|(seen, _)| *seen == n) => odd.push((n, phrase)),
                    _ => {}
                }
            }
        }
        for (n, phrase) in odd {
            let inside = |all: &[(usize, usize)]| all.iter().any(|(first, last)| (*first..=*last).contains(&n));
            if !inside(&whole) && !inside(told) && !self.of_another(ids, n) {
                self.report(doan, n, phrase, ids, soi);
            }
        }
    }

    /// Whether the odd piece makes a pair of another phrase with what stands beside it: "biểu dương điển hình tiên tiến" is
    /// no slip for "gương điển hình tiên tiến".
    fn of_another(&self, ids: &[u32], n: usize) -> bool {
        let known = |a: Option<&u32>, b: Option<&u32>| {
            a.zip(b).is_some_and(|(a, b)| *a != LA && *b != LA && self.pairs.contains_key(&pair_of(*a, *b)))
        };
        known(n.checked_sub(1).and_then(|before| ids.get(before)), ids.get(n)) || known(ids.get(n), ids.get(n + 1))
    }

    fn report(&self, doan: &Doan, n: usize, phrase: usize, ids: &[u32], soi: &mut Soi<'_>) {
        let chu = &doan.chu;
        let Some((code, pieces)) = self.phrases.get(phrase) else { return };
        let here = ids.get(n).copied().unwrap_or(LA);
        // Which piece of the phrase it stands for.
        let stands = |at: &usize| pieces.get(*at).is_some_and(|id| *id != here) && fits(ids, pieces, n, *at);
        let Some(at) = (0..pieces.len()).find(stands) else { return };
        let Some(right) = pieces.get(at).and_then(|id| self.text.get(id)) else { return };
        let edge = at == 0 || at + 1 == pieces.len();
        if !near(&mot_kieu(chu.nho(n)), right, edge) {
            return;
        }
        let word = chu.viet(n);
        let right = match (hoa_het(word) && word.chars().count() > 1, hoa_dau(word)) {
            (true, _) => right.to_uppercase(),
            // "Triển hình" inside a sentence: the phrase decides nothing about capitals, its writer did.
            (_, true) => capitalise(right),
            _ => right.to_string(),
        };
        let phrase: String = pieces.iter().filter_map(|id| self.text.get(id)).fold(String::new(), |mut all, piece| {
            if !all.is_empty() && !matches!(piece.as_ref(), "," | ";" | ".") {
                all.push(' ');
            }
            all.push_str(piece);
            all
        });
        soi.sua(code, doan, chu.khoang(n, n), format!("“{word}” có lẽ là “{right}”, như trong “{phrase}”"), right);
    }
}

/// How a phrase lies on a text.
enum Khop {
    /// Word for word from this piece on.
    Nguyen(usize),
    /// But for this piece.
    Lech(usize),
    /// Not.
    Khong,
}

/// Lays the phrase so that its piece `at` meets piece `i` of the text. What stands before the beginning of a paragraph is
/// no difference where enough is left: a page's end may have cut the phrase.
fn compare(ids: &[u32], pieces: &[u32], i: usize, at: usize) -> Khop {
    let cut = at.saturating_sub(i);
    if cut > 0 && pieces.len() - cut <= IT_NHAT {
        return Khop::Khong;
    }
    let first = i.saturating_sub(at);
    let mut odd = None;
    for (k, piece) in pieces.iter().enumerate().skip(cut) {
        match ids.get(first + k - cut) {
            Some(id) if id == piece => {}
            Some(_) if odd.is_none() => odd = Some(first + k - cut),
            _ => return Khop::Khong,
        }
    }
    match odd {
        Some(n) => Khop::Lech(n),
        None if cut == 0 => Khop::Nguyen(first),
        None => Khop::Khong,
    }
}

/// Whether the phrase lies on the text so that its piece `at` meets piece `n`, all others being equal.
fn fits(ids: &[u32], pieces: &[u32], n: usize, at: usize) -> bool {
    pieces.iter().enumerate().all(|(k, piece)| match (n + k).checked_sub(at) {
        Some(there) => k == at || ids.get(there) == Some(piece),
        None => true,
    })
}

fn pair_of(a: u32, b: u32) -> u64 {
    (u64::from(a) << 32) | u64::from(b)
}

/// Whether a syllable may be a slip for another: it differs by marks alone, or is none and differs by a letter or two. At
/// the edge of a phrase a syllable that is right may belong to what stands outside.
fn near(written: &str, right: &str, edge: bool) -> bool {
    let bare = |word: &str| -> Vec<char> {
        word.nfd().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).map(|c| if c == 'đ' { 'd' } else { c }).collect()
    };
    let letters = |word: &str| word.chars().all(char::is_alphabetic) && word.chars().count() > 1;
    // "lí" for "lý" is a way of writing.
    let same = |word: &str| word.nfd().map(|c| if c == 'y' { 'i' } else { c }).collect::<Vec<char>>();
    if !letters(written) || !letters(right) || same(written) == same(right) {
        return false;
    }
    let (a, b) = (bare(written), bare(right));
    let most = match (la_am_tiet(written), edge) {
        (true, true) => 0,
        (true, false) => 1,
        (false, _) if a.len().min(b.len()) >= 4 => 2,
        (false, _) => 1,
    };
    a == b || distance(&a, &b) <= most
}

fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = i;
        let mut next = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let (up, left) = (row.get(j + 1).copied().unwrap_or_default(), next.get(j).copied().unwrap_or_default());
            next.push((corner + usize::from(x != y)).min(up + 1).min(left + 1));
            corner = up;
        }
        row = next;
    }
    row.last().copied().unwrap_or(usize::MAX)
}
