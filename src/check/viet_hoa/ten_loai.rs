//! Kinds of documents in the plural: capitals are for "một văn bản cụ thể" (mục V, khoản 6).

use super::{TEN_LOAI, viet_hoa};
use crate::check::soi::Soi;
use crate::model::ban_thao::{Chu, Doan};

/// Kinds whose plural names no document. The acts of the Party and of the State ("các Nghị quyết của Đảng", "các Nghị định
/// của Chính phủ") are left alone: they are written with capitals for respect.
const LOAI: &[[&str; 2]] = &[
    ["đề", "án"],
    ["kế", "hoạch"],
    ["chương", "trình"],
    ["công", "văn"],
    ["văn", "bản"],
    ["báo", "cáo"],
    ["tờ", "trình"],
    ["quy", "chế"],
    ["quy", "định"],
    ["hướng", "dẫn"],
    ["thông", "báo"],
    ["dự", "án"],
    ["phương", "án"],
    ["hợp", "đồng"],
    ["biên", "bản"],
    ["quyết", "định"],
    ["tờ", "trình"],
    ["đề", "cương"],
];

/// "các Đề án, Kế hoạch, Chương trình hành động của ngành".
pub fn soi(doan: &Doan, n: usize, soi: &mut Soi<'_>) {
    let chu = &doan.chu;
    let mut at = n + 1;
    let mut last = None;
    while viet_hoa(chu, at) && is_loai(chu, at) && !chu.hoa_dau(at + 1) {
        last = Some(at + 1);
        let joined = matches!(chu.nho(at + 2), "," | "và" | "hoặc") && is_loai(chu, at + 3);
        at += if joined { 3 } else { 2 };
        if !joined {
            break;
        }
    }
    let Some(last) = last else { return };
    if is_one(chu, last + 1) {
        return;
    }
    let range = chu.khoang(n + 1, last);
    let right = chu.thuong.get(range.clone()).unwrap_or_default().to_owned();
    let message = format!("nói chung, không phải một văn bản cụ thể, thì viết thường: “{} {right}”", chu.nho(n));
    soi.sua(&TEN_LOAI, doan, range, message, right);
}

fn is_loai(chu: &Chu, n: usize) -> bool {
    LOAI.iter().any(|loai| chu.khop(n, loai))
}

/// Whether what follows says which documents are meant: numbers, a name, "nêu trên".
fn is_one(chu: &Chu, from: usize) -> bool {
    if chu.hoa_dau(from) {
        return true;
    }
    let next = matches!(
        chu.nho(from),
        "này"
            | "trên"
            | "nêu"
            | "sau"
            | "đó"
            | "nói"
            | "đã"
            | "kèm"
            | "mục"
            | "“"
            | "\""
            | ":"
            | "số"
            | "("
            | "-"
            | "ban"
    );
    let numbered = (from..chu.tu.len().min(from + 8))
        .take_while(|at| !matches!(chu.viet(*at), "." | ";"))
        .any(|at| chu.nho(at) == "số" && chu.viet(at + 1).starts_with(|c: char| c.is_ascii_digit()));
    next || numbered
}
