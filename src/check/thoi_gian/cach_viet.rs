//! One way to write days in figures within a document.

use super::CoNgay;
use super::ngay::Ngay;
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::ngay::thang_in;
use std::collections::BTreeMap;

static CODE_HAI: Code =
    Code::canh_bao("ngay-viet-hai-kieu").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 4 điểm b");

/// "27/2" and "27/02" in one document.
pub static HAI_KIEU: Rule = Rule {
    code: &CODE_HAI,
    ho: Ho::NhatQuan,
    vi_sao: "Cùng một ngày viết một kiểu trong cả văn bản. Thời gian ban hành: “đối với những số thể hiện ngày nhỏ hơn 10 và tháng 1, 2 phải \
             ghi thêm số 0 phía trước”; viết ngày trong nội dung theo cách ấy là tiện nhất.",
    vi_du: &[ViDu::noi_dung(
        "Kỷ niệm Ngày Thầy thuốc Việt Nam (27/2).\nHội nghị tổ chức ngày 27/02/2026.",
        "Kỷ niệm Ngày Thầy thuốc Việt Nam (27/02).\nHội nghị tổ chức ngày 27/02/2026.",
    )],
    kiem: Kiem::TuDien,
};

static CODE_KHONG: Code =
    Code::goi_y("ngay-thieu-so-khong").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 4 điểm b");

/// "5/3/2026" where other days have their zero.
pub static THIEU_SO_KHONG: Rule = Rule {
    code: &CODE_KHONG,
    ho: Ho::NhatQuan,
    vi_sao: "Trong văn bản có ngày ghi số 0 phía trước, có ngày không: chọn một kiểu.",
    vi_du: &[ViDu::noi_dung(
        "Tổ chức từ ngày 5/3/2026 đến ngày 09/3/2026.",
        "Tổ chức từ ngày 05/3/2026 đến ngày 09/3/2026.",
    )],
    kiem: Kiem::TuDien,
};

static CODE_TU: Code = Code::goi_y("tu-ngay-hai-kieu");

/// "Từ 01/6/2026" where others have "Từ ngày".
pub static TU_NGAY: Rule = Rule {
    code: &CODE_TU,
    ho: Ho::NhatQuan,
    vi_sao: "Chỗ viết “từ ngày”, chỗ viết “từ” rồi đến số: chọn một kiểu.",
    vi_du: &[ViDu::noi_dung(
        "Đợt một từ ngày 01/3/2026 đến ngày 31/5/2026.\nĐợt hai từ 01/6/2026 đến ngày 02/9/2026.",
        "Đợt một từ ngày 01/3/2026 đến ngày 31/5/2026.\nĐợt hai từ ngày 01/6/2026 đến ngày 02/9/2026.",
    )],
    kiem: Kiem::TuDien,
};

pub(super) fn soi(all: &[CoNgay<'_>], soi: &mut Soi<'_>) {
    // How each day is written, by day and month.
    let mut forms: BTreeMap<(u32, u32), Vec<&str>> = BTreeMap::new();
    let (mut padded, mut bare, mut from_day) = (false, false, false);
    for one in all {
        for ngay in one.ngay.iter().filter(|ngay| counts(one, ngay)) {
            let Some((key, form)) = form(one, ngay) else { continue };
            let forms = forms.entry(key).or_default();
            if !forms.contains(&form) {
                forms.push(form);
            }
            match zero(one, ngay) {
                Some(true) => padded = true,
                Some(false) => bare = true,
                None => {}
            }
            from_day |= ngay.goi && after_from(one, ngay);
        }
    }
    let mixed = |forms: &Vec<&str>| forms.len() > 1;
    let both = padded && bare;
    if !(forms.values().any(mixed) || both || from_day) {
        return;
    }
    for one in all {
        let mut said = Vec::new();
        for ngay in one.ngay.iter().filter(|ngay| counts(one, ngay)) {
            let Some((key, form)) = form(one, ngay) else { continue };
            let right = format!("{:02}/{}", key.0, thang_in(key.1));
            let range = one.chu().khoang(ngay.ngay.map_or(ngay.dau, |(n, _)| n), ngay.thang.0);
            let all = forms.get(&key).map(Vec::as_slice).unwrap_or_default();
            if all.len() > 1 && form != right && !said.contains(&key) {
                let other = all.iter().find(|other| **other != form).copied().unwrap_or_default();
                said.push(key);
                let finding = soi.tai(&CODE_HAI, one.doan, range, format!("chỗ khác viết “{other}”"));
                soi.push(finding.advice(format!("viết một kiểu: {right}")));
            } else if all.len() == 1 && padded && zero(one, ngay) == Some(false) && ngay.nam.is_some() {
                let finding = soi.tai(&CODE_KHONG, one.doan, range, "ngày khác trong văn bản có số 0 phía trước");
                soi.push(finding.advice(format!("viết: {right}")));
            }
            if from_day && !ngay.goi && ngay.nam.is_some() && after_from(one, ngay) {
                let range = one.chu().khoang(ngay.dau - 1, ngay.cuoi);
                soi.bao(&CODE_TU, one.doan, range, "chỗ khác viết “từ ngày”");
            }
        }
    }
}

fn after_from(one: &CoNgay<'_>, ngay: &Ngay) -> bool {
    ngay.dau.checked_sub(1).is_some_and(|n| one.chu().nho(n) == "từ")
}

/// Whether it is surely a day, "2/3 số đại biểu" is none.
fn counts(one: &CoNgay<'_>, ngay: &Ngay) -> bool {
    let chu = one.chu();
    if !ngay.so || ngay.ngay.is_none() || !(1..=12).contains(&ngay.thang.1) || chu.viet(ngay.thang.0 - 1) != "/" {
        return false;
    }
    if ngay.nam.is_some() || ngay.goi {
        return true;
    }
    let before = ngay.dau.checked_sub(1).map_or("", |n| chu.nho(n));
    let quantity = matches!(
        chu.nho(ngay.cuoi + 1),
        "số" | "tổng"
            | "diện"
            | "thời"
            | "thành"
            | "đại"
            | "nhu"
            | "quãng"
            | "chiều"
            | "dân"
            | "mức"
            | "ngân"
            | "vốn"
            | "cán"
            | "ý"
            | "phiếu"
            | "trở"
            | "của"
            | "lượng"
            | "chỉ"
            | "đơn"
            | "xã"
            | "trường"
            | "hộ"
            | "lần"
            | "bệnh"
    );
    !quantity
        && !matches!(
            before,
            "đạt"
                | "trên"
                | "hơn"
                | "nhất"
                | "khoảng"
                | "được"
                | "có"
                | "với"
                | "quá"
                | "lệ"
                | "bằng"
                | "gần"
                | "thiểu"
                | "chiếm"
                | "còn"
                | "số"
                | "loại"
                | "cỡ"
                | "mức"
                | "lớp"
                | "tổ"
                | "ca"
                | ""
        )
}

/// Day and month, and how they are written.
fn form<'a>(one: &'a CoNgay<'_>, ngay: &Ngay) -> Option<((u32, u32), &'a str)> {
    let (piece, day) = ngay.ngay?;
    let chu = one.chu();
    Some(((day, ngay.thang.1), chu.text.get(chu.khoang(piece, ngay.thang.0))?))
}

/// Whether the zeros of the decree are there; `None` where it asks for none.
fn zero(one: &CoNgay<'_>, ngay: &Ngay) -> Option<bool> {
    let (piece, day) = ngay.ngay?;
    let chu = one.chu();
    let parts = [(day < 10, chu.viet(piece)), (ngay.thang.1 <= 2, chu.viet(ngay.thang.0))];
    let mut asked = parts.iter().filter(|(asked, _)| *asked).peekable();
    asked.peek()?;
    Some(asked.all(|(_, written)| written.len() == 2))
}
