//! Parts of a text that is cited: "viết hoa chữ cái đầu của phần, chương, mục, tiểu mục, điều" (mục V, khoản 7); khoản and
//! điểm have small letters.

use super::{VIEN_DAN, giua_cau};
use crate::check::soi::Soi;
use crate::model::ban_thao::chu::hoa_het;
use crate::model::ban_thao::{Chu, Doan};
use crate::model::numbering::is_roman;

/// Looks at one of these words with what stands around it.
pub fn soi(doan: &Doan, n: usize, soi: &mut Soi<'_>) {
    let chu = &doan.chu;
    let capital = chu.hoa_dau(n);
    let right = match chu.nho(n) {
        "điều" if !capital && is_dieu(chu, n) => "Điều",
        "mục" if !capital && is_part(chu, n) && !(n > 0 && chu.nho(n - 1) == "tiểu") => "Mục",
        "chương" if !capital && is_part(chu, n) => "Chương",
        "phần" if !capital && is_part(chu, n) => "Phần",
        "khoản" if capital && giua_cau(chu, n) && is_khoan(chu, n) => "khoản",
        "điểm" if capital && giua_cau(chu, n) && is_diem(chu, n) => "điểm",
        _ => return,
    };
    let message = format!("khi viện dẫn viết “{right} {}”", chu.viet(n + 1));
    soi.sua(&VIEN_DAN, doan, chu.khoang(n, n), message, right);
}

/// A number as parts of a text have it: "5", "103", "5a".
fn is_number(piece: &str) -> bool {
    piece.starts_with(|c: char| c.is_ascii_digit()) && piece.len() <= 4
}

fn is_dieu(chu: &Chu, n: usize) -> bool {
    let many = n > 0 && matches!(chu.nho(n - 1), "những" | "các" | "nhiều" | "mấy" | "mỗi" | "một" | "thứ");
    // "05 điều 3 chương" counts; "khoản 2 điều 7" does not.
    let part = n > 1 && matches!(chu.nho(n - 2), "khoản" | "điểm" | "và" | "," | "hoặc");
    let counted = n > 0 && !part && chu.viet(n - 1).starts_with(|c: char| c.is_ascii_digit());
    is_number(chu.viet(n + 1)) && !many && !counted && !matches!(chu.viet(n + 2), "%" | "/")
}

/// "mục 5 Chương XII", "chương II của Luật …": the text must be there, or a larger part of it.
fn is_part(chu: &Chu, n: usize) -> bool {
    let number = chu.viet(n + 1);
    let roman = is_roman(number) && hoa_het(number);
    if !roman && !is_number(number) {
        return false;
    }
    let mut next = n + 2;
    while matches!(chu.nho(next), "," | "của") {
        next += 1;
    }
    let text = matches!(chu.nho(next), "luật" | "nghị" | "thông" | "bộ" | "pháp" | "hiến") && chu.hoa_dau(next);
    let part = matches!(chu.viet(next), "Chương" | "Phần" | "Mục")
        || (matches!(chu.viet(next), "chương" | "phần") && is_part(chu, next));
    let behind_dieu = n >= 2 && chu.viet(n - 2) == "Điều" && is_number(chu.viet(n - 1));
    text || part || behind_dieu
}

/// "Khoản 2 Điều 5", "điểm a Khoản 2".
fn is_khoan(chu: &Chu, n: usize) -> bool {
    let mut next = n + 2;
    while matches!(chu.viet(next), "," | "và") || is_number(chu.viet(next)) {
        next += 1;
    }
    let behind_diem = n >= 2 && chu.nho(n - 2) == "điểm";
    is_number(chu.viet(n + 1)) && (chu.nho(next) == "điều" || behind_diem)
}

/// "Điểm a khoản 2".
fn is_diem(chu: &Chu, n: usize) -> bool {
    let comma = usize::from(chu.viet(n + 2) == ",");
    chu.viet(n + 1).chars().count() == 1 && chu.nho(n + 2 + comma) == "khoản"
}
