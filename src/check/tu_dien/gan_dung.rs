//! Set phrases with one syllable gone wrong: "triển hình tiên tiến" for "điển hình tiên tiến".

use crate::check::soi::Soi;
use crate::diag::Code;
use crate::model::ban_thao::chu::{hoa_dau, hoa_het, thanh_cu};
use crate::model::van_ban::capitalise;
use crate::model::{Chu, Doan};
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;

/// A phrase shorter than this has too many neighbours that are right.
const IT_NHAT: usize = 4;

/// A piece no phrase has.
const LA: u32 = u32::MAX;

/// The phrases, found by any two neighbouring syllables of theirs.
#[derive(Debug, Default)]
pub struct GanDung {
    phrases: Vec<(&'static Code, Vec<u32>)>,
    pieces: HashMap<Box<str>, u32>,
    text: Vec<Box<str>>,
    pairs: HashMap<(u32, u32), Vec<(u32, u32)>>,
}

impl GanDung {
    /// Adds a phrase.
    pub fn add(&mut self, code: &'static Code, phrase: &str) {
        let chu = Chu::new(phrase);
        let ids: Vec<u32> = (0..chu.tu.len()).map(|n| self.id(&thanh_cu(chu.nho(n)))).collect();
        let number = u32::try_from(self.phrases.len()).unwrap_or(LA);
        for (at, pair) in ids.windows(2).enumerate() {
            if let [a, b] = pair {
                let at = u32::try_from(at).unwrap_or(LA);
                self.pairs.entry((*a, *b)).or_default().push((number, at));
            }
        }
        self.phrases.push((code, ids));
    }

    fn id(&mut self, piece: &str) -> u32 {
        if let Some(id) = self.pieces.get(piece) {
            return *id;
        }
        let id = u32::try_from(self.text.len()).unwrap_or(LA);
        self.pieces.insert(piece.into(), id);
        self.text.push(piece.into());
        id
    }

    /// Looks for phrases that are nearly there.
    pub fn soi(&self, doan: &Doan, soi: &mut Soi<'_>) {
        let chu = &doan.chu;
        if self.phrases.is_empty() || chu.tu.len() < IT_NHAT {
            return;
        }
        let ids: Vec<u32> =
            (0..chu.tu.len()).map(|n| self.pieces.get(thanh_cu(chu.nho(n)).as_ref()).copied().unwrap_or(LA)).collect();
        // By odd piece: the phrase that explains it, and the phrases that are there word for word.
        let mut odd: Vec<(usize, usize)> = Vec::new();
        let mut whole: Vec<(usize, usize)> = Vec::new();
        for (i, pair) in ids.windows(2).enumerate() {
            let &[a, b] = pair else { continue };
            if a == LA || b == LA {
                continue;
            }
            for (phrase, at) in self.pairs.get(&(a, b)).into_iter().flatten() {
                let (phrase, at) = (*phrase as usize, *at as usize);
                let Some((_, pieces)) = self.phrases.get(phrase) else { continue };
                match compare(&ids, pieces, i, at) {
                    Khop::Nguyen(first) => whole.push((first, first + pieces.len() - 1)),
                    Khop::Lech(n) if !odd.iter().any(|(seen, _)| *seen == n) => odd.push((n, phrase)),
                    _ => {}
                }
            }
        }
        for (n, phrase) in odd {
            if !whole.iter().any(|(first, last)| (*first..=*last).contains(&n)) {
                self.report(doan, n, phrase, &ids, soi);
            }
        }
    }

    fn report(&self, doan: &Doan, n: usize, phrase: usize, ids: &[u32], soi: &mut Soi<'_>) {
        let chu = &doan.chu;
        let Some((code, pieces)) = self.phrases.get(phrase) else { return };
        let here = ids.get(n).copied().unwrap_or(LA);
        // Which piece of the phrase it stands for.
        let right =
            pieces.iter().enumerate().find(|(at, id)| **id != here && fits(ids, pieces, n, *at)).map(|(_, id)| *id);
        let Some(right) = right.and_then(|id| self.text.get(id as usize)) else { return };
        let written = thanh_cu(chu.nho(n));
        if !near(&written, right) {
            return;
        }
        let word = chu.viet(n);
        let right = match (hoa_het(word) && word.chars().count() > 1, hoa_dau(word)) {
            (true, _) => right.to_uppercase(),
            // "Triển hình" inside a sentence: the phrase decides nothing about capitals, its writer did.
            (_, true) => capitalise(right),
            _ => right.to_string(),
        };
        let phrase: String =
            pieces.iter().filter_map(|id| self.text.get(*id as usize)).fold(String::new(), |mut all, piece| {
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

/// Whether two syllables differ by marks, or by a letter or two.
fn near(a: &str, b: &str) -> bool {
    let bare = |word: &str| -> Vec<char> {
        word.nfd().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).map(|c| if c == 'đ' { 'd' } else { c }).collect()
    };
    if !a.chars().all(char::is_alphabetic) || !b.chars().all(char::is_alphabetic) || b.chars().count() < 2 {
        return false;
    }
    let (a, b) = (bare(a), bare(b));
    a == b || distance(&a, &b) <= if a.len().min(b.len()) >= 4 { 2 } else { 1 }
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
