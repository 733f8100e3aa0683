//! Brackets and quotation marks: each opened one is closed, and all are of one kind.

use super::la_van;
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::{BanThao, Doan};
use std::ops::Range;

static C_KHOP: Code = Code::canh_bao("ngoac-khong-khop");
static C_LAN: Code = Code::canh_bao("ngoac-kep-lan-lon");
static C_THANG: Code = Code::goi_y("ngoac-kep-thang");

/// One opened and not closed, or closed and never opened.
pub static NGOAC_KHONG_KHOP: Rule = Rule {
    code: &C_KHOP,
    ho: Ho::DauCau,
    vi_sao: "Ngoặc mở mà không đóng làm người đọc không biết phần trích dẫn, phần chú thích dừng ở đâu.",
    vi_du: &[
        ViDu::noi_dung("Phong trào “Đền ơn đáp nghĩa được duy trì.", "Phong trào “Đền ơn đáp nghĩa” được duy trì."),
        ViDu::noi_dung("Các đơn vị (theo danh sách triển khai.", "Các đơn vị triển khai: 1) rà soát; 2) báo cáo."),
    ],
    kiem: Kiem::BanThao(khong_khop),
};

/// Both “ ” and " " in one document.
pub static NGOAC_LAN_LON: Rule = Rule {
    code: &C_LAN,
    ho: Ho::DauCau,
    vi_sao: "Trong một văn bản chỉ dùng một kiểu ngoặc kép; NĐ 30/2020/NĐ-CP dùng “ ”.",
    vi_du: &[ViDu::noi_dung(
        "Phong trào “Đền ơn đáp nghĩa” và phong trào \"Xanh - Sạch - Đẹp\".",
        "Phong trào “Đền ơn đáp nghĩa” và phong trào “Xanh - Sạch - Đẹp”.",
    )],
    kiem: Kiem::BanThao(lan_lon),
};

/// Straight ones throughout.
pub static NGOAC_THANG: Rule = Rule {
    code: &C_THANG,
    ho: Ho::DauCau,
    vi_sao: "NĐ 30/2020/NĐ-CP và các mẫu của nó dùng ngoặc kép “ ”; ngoặc thẳng là dấu của máy chữ.",
    vi_du: &[ViDu::noi_dung("Phong trào \"Đền ơn đáp nghĩa\".", "Phong trào “Đền ơn đáp nghĩa”.")],
    kiem: Kiem::BanThao(thang),
};

/// What is left over of one kind of brackets in a paragraph.
struct Thua {
    doan: usize,
    at: Range<usize>,
    mo: bool,
}

fn khong_khop(ban: &BanThao, soi: &mut Soi<'_>) {
    for (open, close) in [('(', ')'), ('[', ']'), ('“', '”'), ('«', '»')] {
        let mut left = Vec::new();
        for (n, doan) in ban.doan.iter().enumerate().filter(|(_, doan)| la_van(doan)) {
            let words = doan.chu.text.as_str();
            if words.contains(open) || words.contains(close) {
                leftovers(words, n, open, close, &mut left);
            }
        }
        // A quotation of several paragraphs, or a paragraph broken by the end of a page: closed further on.
        let mut unmatched: Vec<Thua> = Vec::new();
        for one in left {
            match unmatched.last() {
                Some(before) if before.mo && !one.mo => {
                    unmatched.pop();
                }
                _ => unmatched.push(one),
            }
        }
        for one in unmatched {
            let Some(doan) = ban.doan.get(one.doan) else { continue };
            let name = if matches!(open, '“' | '«') { "kép" } else { "đơn" };
            let name = if open == '[' { "vuông" } else { name };
            let (message, advice) = match one.mo {
                true => (format!("ngoặc {name} mở mà không đóng"), "thêm dấu đóng ngoặc, hoặc bỏ dấu mở"),
                false => (format!("ngoặc {name} đóng mà không mở"), "thêm dấu mở ngoặc, hoặc bỏ dấu đóng"),
            };
            let finding = soi.tai(&C_KHOP, doan, one.at, message).advice(advice);
            soi.push(finding);
        }
    }
}

fn leftovers(words: &str, n: usize, open: char, close: char, left: &mut Vec<Thua>) {
    let mut opened: Vec<usize> = Vec::new();
    for (at, c) in words.char_indices() {
        if c == open {
            opened.push(at);
        } else if c == close && opened.pop().is_none() && !(c == ')' && list_number(words, at)) {
            left.push(Thua { doan: n, at: at..at + c.len_utf8(), mo: false });
        }
    }
    left.extend(opened.into_iter().map(|at| Thua { doan: n, at: at..at + open.len_utf8(), mo: true }));
}

/// "a)", "1)", "iv)": the number of a list within the words.
fn list_number(words: &str, at: usize) -> bool {
    let number = words[..at].trim_end().rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let of = |letters: &[u8]| !number.is_empty() && number.bytes().all(|b| letters.contains(&b));
    number.chars().count() == 1 || of(b"0123456789") || of(b"ivx") || of(b"IVX")
}

/// The straight quotations of a paragraph: from mark to mark, both with them; none when one has no mate.
fn straight(doan: &Doan) -> Vec<Range<usize>> {
    let text = doan.chu.text.as_str();
    let mut found = Vec::new();
    let mut open = None;
    for (at, _) in text.match_indices('"') {
        match open.take() {
            Some(start) => found.push(start..at + 1),
            // Behind a figure it is an inch.
            None if text[..at].ends_with(|c: char| c.is_ascii_digit()) => {}
            None => open = Some(at),
        }
    }
    if open.is_some() { Vec::new() } else { found }
}

fn count(ban: &BanThao) -> (usize, usize) {
    let all = || ban.doan.iter().filter(|d| la_van(d));
    let curly = all().map(|d| d.chu.text.matches('“').count()).sum();
    (curly, all().filter(|d| d.chu.text.contains('"')).map(|d| straight(d).len()).sum())
}

fn lan_lon(ban: &BanThao, soi: &mut Soi<'_>) {
    if matches!(count(ban), (1.., 1..)) {
        mend(ban, soi, &C_LAN, "ngoặc kép thẳng lẫn với ngoặc kép cong ở chỗ khác");
    }
}

fn thang(ban: &BanThao, soi: &mut Soi<'_>) {
    if matches!(count(ban), (0, 1..)) {
        mend(ban, soi, &C_THANG, "ngoặc kép thẳng");
    }
}

fn mend(ban: &BanThao, soi: &mut Soi<'_>, code: &'static Code, message: &str) {
    for doan in ban.doan.iter().filter(|doan| la_van(doan)) {
        for range in straight(doan) {
            let inside = &doan.chu.text[range.start + 1..range.end - 1];
            soi.sua(code, doan, range.clone(), message, format!("“{}”", inside.trim()));
        }
    }
}
