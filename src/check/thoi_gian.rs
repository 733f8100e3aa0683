//! Dates, periods, anniversaries: a document that is clear, exact and agrees with its own date.

pub mod cach_viet;
pub mod dot;
pub mod khoang;
pub mod ky_niem;
pub mod lich;
pub mod nam;
pub mod ngay;

use super::Soi;
use crate::model::{BanThao, Chu, Doan, O};
use ngay::Ngay;

/// A paragraph with its dates.
struct CoNgay<'a> {
    doan: &'a Doan,
    ngay: Vec<Ngay>,
}

impl<'a> CoNgay<'a> {
    fn chu(&self) -> &'a Chu {
        &self.doan.chu
    }
}

/// Reads the dates of a draft once for all rules about them.
fn kiem(ban: &BanThao, soi: &mut Soi<'_>) {
    let prose = ban.doan.iter().filter(|doan| matches!(doan.o, O::TrichYeu | O::CanCu | O::NoiDung));
    let all: Vec<CoNgay<'_>> = prose.map(|doan| CoNgay { doan, ngay: Ngay::tat_ca(&doan.chu) }).collect();
    for one in &all {
        lich::soi(ban, one, soi);
        khoang::soi(ban, one, soi);
        ky_niem::soi(ban, one, soi);
    }
    dot::soi(ban, &all, soi);
    nam::soi(ban, &all, soi);
    cach_viet::soi(&all, soi);
}

/// Whether a document tells what has been done rather than what is to be done.
fn ke_lai(ban: &BanThao) -> bool {
    matches!(
        ban.ten_loai(),
        "báo cáo" | "biên bản" | "tờ trình" | "giấy giới thiệu" | "phiếu chuyển" | "phiếu gửi" | "hợp đồng"
    )
}

/// The pieces of the sentence around a piece, by the marks that end sentences.
fn cau(chu: &Chu, n: usize) -> std::ops::Range<usize> {
    let ends = |n: &usize| {
        matches!(chu.viet(*n), "?" | "!" | ";")
            || (chu.viet(*n) == "."
                && chu.tu.get(*n).is_some_and(|tu| {
                    chu.text.get(tu.cuoi..).is_none_or(|rest| rest.is_empty() || rest.starts_with(' '))
                }))
    };
    let start = (0..n).rev().find(ends).map_or(0, |n| n + 1);
    let end = (n..chu.tu.len()).find(ends).unwrap_or(chu.tu.len());
    start..end
}

/// Whether one of these words stands among the pieces of a range.
fn co_tu(chu: &Chu, range: std::ops::Range<usize>, words: &[&[&str]]) -> bool {
    range.clone().any(|n| words.iter().any(|word| n + word.len() <= range.end && chu.khop(n, word)))
}
