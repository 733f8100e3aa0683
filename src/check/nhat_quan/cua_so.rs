//! The same three or four words with different capitals, at least one of which they share: "Đại hội Đại biểu toàn quốc"
//! and "Đại hội đại biểu toàn quốc", "Sở Y tế" and "sở Y tế".

use super::gom::{Cach, bao as bao_nhom};
use super::{Am, Cho, VIET_HOA};
use crate::check::soi::Soi;
use crate::model::BanThao;
use crate::model::ban_thao::Doan;
use std::collections::{BTreeMap, BTreeSet};

/// A stretch of words.
#[derive(Debug, Clone, Copy)]
pub struct CuaSo {
    bam: u64,
    /// Which of its words have capitals, the first in the lowest bit.
    hoa: u8,
    /// Whether the first begins a sentence.
    dau: bool,
    /// Whether it may be compared with one without any capital: it begins with the name of a gathering.
    su_kien: bool,
    cho: Cho,
}

/// Collects the stretches of a paragraph that have a capital.
pub fn gom(doan: &Doan, at: usize, words: &[Am], windows: &mut Vec<CuaSo>) {
    for first in 0..words.len() {
        let Some([a, b, ..]) = words.get(first..) else { break };
        let event = su_kien(doan.chu.nho(a.n), doan.chu.nho(b.n));
        // Most stretches have no capital at all.
        if !event && words.iter().skip(first).take(4).all(|word| !word.hoa) {
            continue;
        }
        for length in [3, 4] {
            let Some(window) = words.get(first..first + length) else { break };
            if window.iter().skip(1).any(|word| !word.lien) {
                break;
            }
            if window.iter().filter(|word| word.het).count() > 1 {
                continue;
            }
            let hoa = window.iter().enumerate().fold(0, |bits, (n, word)| bits | (u8::from(word.hoa) << n));
            let su_kien = length == 4 && event;
            if hoa & !u8::from(a.dau) == 0 && !su_kien {
                continue;
            }
            let bam = window
                .iter()
                .fold(length as u64, |hash, word| (hash.rotate_left(9) ^ word.bam).wrapping_mul(0x9e37_79b9_7f4a_7c15));
            let last = window.last().map_or(a.n, |word| word.n);
            windows.push(CuaSo { bam, hoa, dau: a.dau, su_kien, cho: Cho { doan: at, dau: a.n, cuoi: last } });
        }
    }
}

fn su_kien(a: &str, b: &str) -> bool {
    matches!((a, b), ("đại", "hội") | ("hội", "nghị") | ("hội", "thi") | ("hội", "thao"))
}

/// Reports groups of them, the widest spread first, each word once.
pub fn bao(ban: &BanThao, mut windows: Vec<CuaSo>, xong: &mut BTreeSet<(usize, usize)>, soi: &mut Soi<'_>) {
    windows.sort_unstable_by_key(|window| (window.bam, window.cho));
    let mut groups: Vec<&[CuaSo]> =
        windows.chunk_by(|a, b| a.bam == b.bam).filter(|group| group.iter().any(|w| w.hoa != group[0].hoa)).collect();
    groups.sort_by_key(|group| (std::cmp::Reverse(group.len()), group.first().map(|w| w.cho)));
    let mut judged = DaXet::new();
    for group in groups {
        mot_nhom(ban, group, xong, &mut judged, soi);
    }
}

/// What the lists have settled, by paragraph.
type DaXet = BTreeMap<usize, Vec<(usize, usize)>>;

fn mot_nhom(
    ban: &BanThao,
    group: &[CuaSo],
    xong: &mut BTreeSet<(usize, usize)>,
    judged: &mut DaXet,
    soi: &mut Soi<'_>,
) {
    // What the first word has inside sentences goes for those that begin one.
    let inside = group.iter().filter(|w| !w.dau).map(|w| w.hoa & 1);
    let (capital, all) = inside.fold((0, 0), |(capital, all), bit| (capital + usize::from(bit), all + 1));
    let first = u8::from(capital * 2 >= all);
    let of = |window: &CuaSo| if window.dau { window.hoa & !1 | first } else { window.hoa };
    let differ = group.iter().fold(0, |bits, w| bits | (of(w) ^ of(&group[0])));
    let shared = group.iter().fold(u8::MAX, |bits, w| bits & of(w));
    let length = group[0].cho.cuoi - group[0].cho.dau;
    // The last word may begin something else here: "Giám đốc Sở Y tế", "giám đốc sở, ngành".
    if differ == 0 || differ >> length != 0 || (shared == 0 && !group[0].su_kien) {
        return;
    }
    let mut forms: Vec<(u8, Vec<Cho>)> = Vec::new();
    for window in group {
        let (form, cho) = (of(window), window.cho);
        if differing(differ, cho).any(|n| xong.contains(&(cho.doan, n))) || !xet(ban, differ, cho, judged, soi) {
            continue;
        }
        match forms.iter_mut().find(|(of, _)| *of == form) {
            Some((_, places)) => places.push(cho),
            None => forms.push((form, vec![cho])),
        }
    }
    if forms.len() < 2 {
        return;
    }
    for (_, places) in &forms {
        places.iter().for_each(|cho| xong.extend(differing(differ, *cho).map(|n| (cho.doan, n))));
    }
    let code = if danh_xung(ban, differ, group[0].cho) { &super::DANH_XUNG } else { &VIET_HOA };
    bao_nhom(ban, code, forms.into_iter().map(|(_, places)| places).collect(), Cach::Chung, soi);
}

/// The pieces whose capitals are not the same everywhere.
fn differing(differ: u8, cho: Cho) -> impl Iterator<Item = usize> {
    (cho.dau..=cho.cuoi).filter(move |n| differ >> (n - cho.dau) & 1 == 1)
}

/// Whether this place counts: not what other rules judge, nor "Trưởng phòng Y tế" beside "Phòng Y tế".
fn xet(ban: &BanThao, differ: u8, cho: Cho, judged: &mut DaXet, soi: &Soi<'_>) -> bool {
    let Some(doan) = ban.doan.get(cho.doan) else { return false };
    let chu = &doan.chu;
    let judged = judged.entry(cho.doan).or_insert_with(|| soi.ctx.kho.tu_dien.da_xet(chu));
    differing(differ, cho).all(|n| {
        let own = matches!(chu.nho(n), "ngày" | "điều" | "khoản" | "điểm" | "mục" | "chương" | "phần" | "tết")
            || matches!(chu.nho(n), "tỉnh" | "huyện" | "quận" | "phường" | "xã")
            || (matches!(chu.nho(n), "thành" | "thị") && matches!(chu.nho(n + 1), "phố" | "xã" | "trấn"));
        // "Trưởng phòng Y tế", "Chi hội Khuyến học": the word before begins another name.
        let before = n.checked_sub(1);
        let named = n == cho.dau && before.is_some_and(|before| chu.hoa_dau(before) && !chu.dau_cau(before));
        let headed = named || before.is_some_and(|before| matches!(chu.nho(before), "trưởng" | "phó"));
        let listed = judged.iter().any(|(first, last)| (*first..=*last).contains(&n));
        !own && !headed && !listed
    })
}

/// Whether only the capital of a post differs: writers of one document often mean something by that.
fn danh_xung(ban: &BanThao, differ: u8, cho: Cho) -> bool {
    let Some(doan) = ban.doan.get(cho.doan) else { return false };
    differing(differ, cho).all(|n| {
        matches!(
            (doan.chu.nho(n), doan.chu.nho(n + 1)),
            ("giám", "đốc")
                | ("chủ", "tịch")
                | ("thủ", "trưởng")
                | ("lãnh", "đạo")
                | ("trưởng", _)
                | ("phó", _)
                | ("bí", "thư")
                | ("hiệu", "trưởng")
        )
    })
}
