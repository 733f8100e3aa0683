//! Capitals: Phụ lục II. What is written how stands in `data/kiem_tra/viet_hoa_*.yaml`; what depends on the words around
//! it is looked for here, in one walk through a paragraph.

mod chuc_vu;
mod giua_cau;
mod hanh_chinh;
mod rule;
mod ten_loai;
#[cfg(test)]
mod tests;
mod vien_dan;

pub use rule::*;

use super::soi::Soi;
use crate::model::ban_thao::{Chu, Doan, LoaiTu, O};

/// Looks at every word of a paragraph whose capitals the words around it decide.
fn moi_tu(doan: &Doan, soi: &mut Soi<'_>) {
    use O::{CanCu, KinhGui, Luu, NoiDung, NoiNhan, PhuLuc, ThamQuyen, TrichYeu};
    if !matches!(doan.o, TrichYeu | KinhGui | ThamQuyen | CanCu | NoiDung | NoiNhan | Luu | PhuLuc) {
        return;
    }
    let chu = &doan.chu;
    let mut title = None;
    for n in 0..chu.tu.len() {
        if chu.tu.get(n).is_none_or(|tu| tu.loai != LoaiTu::Chu) {
            continue;
        }
        // Two headings in capitals, or with a capital on every word, are nobody's mistake of a single word.
        let mut running = || !*title.get_or_insert_with(|| chu.in_hoa() || moi_chu_hoa(chu));
        match chu.nho(n) {
            "tỉnh" | "huyện" | "thành" | "thị" | "quận" | "phường" if running() => {
                hanh_chinh::soi(doan, n, soi)
            }
            "điều" | "khoản" | "điểm" | "mục" | "chương" | "phần" if running() => {
                vien_dan::soi(doan, n, soi)
            }
            "các" | "những" | "mọi" if running() => ten_loai::soi(doan, n, soi),
            _ => {}
        }
        if !chu.hoa_dau(n) {
            // A name two or three words on is rarer than the words that may begin a post.
            let named = chu.hoa_dau(n + 2) || chu.hoa_dau(n + 3) || chu.nho(n + 2) == "chuyên";
            if named && chuc_vu::co_the(chu.nho(n)) && running() {
                chuc_vu::soi(doan, n, soi);
            }
        } else if !chu.hoa_het(n) || chu.nho(n) == "y" {
            if giua_cau(chu, n) && running() {
                giua_cau::soi(doan, n, soi);
            }
            chuc_vu::ten_nguoi(doan, n, soi);
        }
    }
}

/// Whether the nth piece surely stands inside a sentence: behind a word or a comma.
fn giua_cau(chu: &Chu, n: usize) -> bool {
    let Some(before) = n.checked_sub(1) else { return false };
    chu.tu.get(before).is_some_and(|tu| tu.loai == LoaiTu::Chu) || chu.viet(before) == ","
}

/// Whether a word begins with a capital and goes on in small letters; "Y" is one.
fn viet_hoa(chu: &Chu, n: usize) -> bool {
    chu.hoa_dau(n) && (!chu.hoa_het(n) || chu.viet(n).chars().count() == 1)
}

/// Whether nearly every word has a capital: "Kế Hoạch Phát Động Thi Đua".
fn moi_chu_hoa(chu: &Chu) -> bool {
    let words = chu.tu.iter().filter(|tu| tu.loai == LoaiTu::Chu);
    let (mut all, mut capital) = (0, 0);
    for tu in words {
        all += 1;
        capital += usize::from(tu.hoa_dau);
    }
    all >= 4 && capital * 10 >= all * 8
}

/// Whether a piece stands between quotation marks, as far as the paragraph tells.
fn trong_ngoac(chu: &Chu, n: usize) -> bool {
    let mut open = false;
    for before in 0..n {
        match chu.viet(before) {
            "“" | "«" => open = true,
            "”" | "»" => open = false,
            "\"" => open = !open,
            _ => {}
        }
    }
    open
}
