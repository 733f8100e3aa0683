//! Phrases of a list that a document writes in two ways: with and without a capital ("ngành Y tế", "ngành y tế"), or with
//! other words ("đảm bảo", "bảo đảm").

use super::gom::{Cach, bao as bao_nhom, mot};
use super::{Am, Cho, DANH_XUNG, DUNG_TU, NGAY_LE, VIET_HOA};
use crate::check::soi::Soi;
use crate::model::BanThao;
use crate::model::ban_thao::Doan;
use std::collections::BTreeSet;

/// A phrase of the list at its place.
#[derive(Debug)]
pub struct Gap<'a> {
    /// The entry of the list.
    muc: &'a str,
    /// Which of its words have capitals; for words that stand for each other, which of them it is.
    dang: u8,
    /// Whether its first word begins a sentence.
    dau: bool,
    cho: Cho,
}

/// Marks before an entry: "!" for one that has a capital where it is right, "?" for one that is only suggested.
const RIGHT: char = '!';
const MAYBE: char = '?';

/// Collects them from a paragraph.
pub fn gom<'a>(doan: &Doan, at: usize, words: &[Am], soi: &Soi<'a>, found: &mut Vec<Gap<'a>>) {
    let chu = &doan.chu;
    let kho = soi.ctx.kho;
    for (index, word) in words.iter().enumerate() {
        // "Ngày Thầy thuốc Việt Nam": what a day is called begins with a capital.
        if chu.nho(word.n) == "ngày" && !word.dau {
            if words.get(index + 1).is_some_and(|next| next.lien && next.hoa) && doan.chu.nho(word.n + 1).len() > 1 {
                let cho = Cho { doan: at, dau: word.n, cuoi: word.n };
                found.push(Gap { muc: "ngày", dang: u8::from(word.hoa), dau: false, cho });
            }
            continue;
        }
        for entry in kho.tu_dien.biet_dau(&VIET_HOA, chu.bam(word.n)) {
            let phrases = entry.trim_start_matches([RIGHT, MAYBE]);
            for (which, phrase) in phrases.split('=').enumerate() {
                let Some(cuoi) = stands(words, index, chu, phrase) else { continue };
                let capitals = (word.n..=cuoi).fold(0, |bits, n| bits << 1 | u8::from(chu.hoa_dau(n)));
                let dang = if phrases.contains('=') { u8::try_from(which).unwrap_or(u8::MAX) } else { capitals };
                found.push(Gap { muc: entry, dang, dau: word.dau, cho: Cho { doan: at, dau: word.n, cuoi } });
            }
        }
    }
}

/// The last piece of a phrase that stands at a word.
fn stands(words: &[Am], index: usize, chu: &crate::model::Chu, phrase: &str) -> Option<usize> {
    let mut last = None;
    for (at, piece) in phrase.split(' ').enumerate() {
        let word = words.get(index + at)?;
        if chu.nho(word.n) != piece || (at > 0 && !word.lien) {
            return None;
        }
        last = Some(word.n);
    }
    last
}

/// Reports those that are written in two ways; returns the words that were looked at.
pub fn bao(ban: &BanThao, mut found: Vec<Gap<'_>>, soi: &mut Soi<'_>) -> BTreeSet<(usize, usize)> {
    found.sort_by(|a, b| (a.muc, a.cho).cmp(&(b.muc, b.cho)));
    let mut xong = BTreeSet::new();
    for group in found.chunk_by(|a, b| a.muc == b.muc) {
        let Some(entry) = group.first().map(|gap| gap.muc) else { continue };
        let words = entry.contains('=');
        let mut forms: Vec<(u8, Vec<Cho>)> = Vec::new();
        // A capital at the beginning of a sentence says nothing.
        for gap in group.iter().filter(|gap| words || !gap.dau) {
            match forms.iter_mut().find(|(form, _)| *form == gap.dang) {
                Some((_, places)) => places.push(gap.cho),
                None => forms.push((gap.dang, vec![gap.cho])),
            }
        }
        if forms.len() < 2 {
            continue;
        }
        for (_, places) in &forms {
            places.iter().for_each(|cho| xong.extend((cho.dau..=cho.cuoi).map(|n| (cho.doan, n))));
        }
        if entry.starts_with(RIGHT) {
            small_beside_right(ban, &forms, soi);
            continue;
        }
        let (code, cach) = match entry {
            "ngày" => (&NGAY_LE, Cach::It),
            _ if words => (&DUNG_TU, Cach::It),
            _ if entry.starts_with(MAYBE) => (&DANH_XUNG, Cach::It),
            _ => (&VIET_HOA, Cach::Chung),
        };
        bao_nhom(ban, code, forms.into_iter().map(|(_, places)| places).collect(), cach, soi);
    }
    xong
}

/// "kế hoạch này" where the document has "Kế hoạch này" too: one certain document, so the capital is right (PL II, mục V,
/// khoản 6).
fn small_beside_right(ban: &BanThao, forms: &[(u8, Vec<Cho>)], soi: &mut Soi<'_>) {
    let small = forms.iter().find(|(form, _)| *form == 0).map(|(_, places)| places);
    let right = forms.iter().filter(|(form, _)| *form != 0).find_map(|(_, places)| places.first());
    let (Some(small), Some(right)) = (small, right) else { return };
    small.iter().take(3).for_each(|place| mot(ban, &VIET_HOA, *place, *right, soi));
}
