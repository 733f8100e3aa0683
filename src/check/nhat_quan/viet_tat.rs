//! An abbreviation that is written in two ways: "TĐKT", "TĐ-KT", "TĐ - KT".

use super::gom::{Cach, bao as bao_nhom};
use super::{Cho, VIET_TAT};
use crate::check::soi::Soi;
use crate::model::BanThao;
use crate::model::ban_thao::{Chu, Doan, LoaiTu};
use std::collections::BTreeMap;

/// An abbreviation: its letters alone, and where it stands.
pub type VietTat = (String, Cho);

/// Collects them from a paragraph.
pub fn gom(doan: &Doan, at: usize, found: &mut Vec<VietTat>) {
    let chu = &doan.chu;
    if chu.in_hoa() {
        return;
    }
    let mut n = 0;
    while n < chu.tu.len() {
        if !short(chu, n) {
            n += 1;
            continue;
        }
        let mut last = n;
        while dash(chu, last + 1) && short(chu, last + 2) {
            last += 2;
        }
        // A symbol of a document is no abbreviation: "12/KH-SYT".
        let symbol = matches!(chu.viet(n.wrapping_sub(1)), "/" | "-" | "." | "&")
            || matches!(chu.viet(last + 1), "/" | "-" | "." | "&");
        let digits = n > 0 && chu.tu.get(n - 1).is_some_and(|tu| tu.loai == LoaiTu::So && tu.cuoi == chu.tu[n].dau);
        if !symbol && !digits {
            let letters = (n..=last).filter(|at| short(chu, *at)).map(|at| chu.viet(at)).collect();
            found.push((letters, Cho { doan: at, dau: n, cuoi: last }));
        }
        n = last + 1;
    }
}

fn short(chu: &Chu, n: usize) -> bool {
    chu.tu.get(n).is_some_and(|tu| tu.loai == LoaiTu::Chu && tu.hoa_het && tu.cuoi - tu.dau > 1)
}

fn dash(chu: &Chu, n: usize) -> bool {
    matches!(chu.viet(n), "-" | "–")
}

/// Reports those that are written in two ways.
pub fn bao(ban: &BanThao, found: Vec<VietTat>, soi: &mut Soi<'_>) {
    // Without a hyphen anywhere there is only one way.
    if found.iter().all(|(_, cho)| cho.dau == cho.cuoi) {
        return;
    }
    let mut groups: BTreeMap<String, BTreeMap<String, Vec<Cho>>> = BTreeMap::new();
    for (letters, cho) in found {
        let Some(doan) = ban.doan.get(cho.doan) else { continue };
        let written = doan.chu.text.get(doan.chu.khoang(cho.dau, cho.cuoi)).unwrap_or_default().to_owned();
        groups.entry(letters).or_default().entry(written).or_default().push(cho);
    }
    for forms in groups.into_values().filter(|forms| forms.len() > 1) {
        bao_nhom(ban, &VIET_TAT, forms.into_values().collect(), Cach::It, soi);
    }
}
