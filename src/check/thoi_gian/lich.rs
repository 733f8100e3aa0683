//! Days that the calendar does not have, weekdays of other days.

use super::CoNgay;
use super::ngay::{Ngay, year};
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::ban_thao::LoaiTu;
use crate::model::lich::{thu, viet_so};
use crate::model::{BanThao, Chu};
use chrono::{Datelike, NaiveDate, Weekday};

static CODE_KHONG_CO: Code = Code::tra_lai("ngay-khong-co-trong-lich");

/// "ngày 31/4/2026", "tháng 13/2026".
pub static NGAY_KHONG_CO: Rule = Rule {
    code: &CODE_KHONG_CO,
    ho: Ho::ThoiGian,
    vi_sao: "Ngày, tháng, quý không có trong lịch thì người nhận không biết ngày nào.",
    vi_du: &[
        ViDu::noi_dung("Các đơn vị báo cáo trước ngày 31/4/2026.", "Các đơn vị báo cáo trước ngày 30/4/2026."),
        ViDu::noi_dung("Hội nghị tổ chức vào tháng 13/2026.", "Hội nghị tổ chức vào tháng 12/2026."),
    ],
    kiem: Kiem::BanThao(super::kiem),
};

static CODE_THU: Code = Code::tra_lai("sai-thu-trong-tuan");

/// "thứ Hai, ngày 17/02/2026".
pub static SAI_THU: Rule = Rule {
    code: &CODE_THU,
    ho: Ho::ThoiGian,
    vi_sao: "Thứ trong tuần không khớp với ngày: người dự không biết đến ngày nào.",
    vi_du: &[ViDu::noi_dung(
        "Thời gian: 8 giờ 00 phút, thứ Hai, ngày 17/3/2026.",
        "Thời gian: 8 giờ 00 phút, thứ Ba, ngày 17/3/2026.",
    )],
    kiem: Kiem::TuDien,
};

pub(super) fn soi(ban: &BanThao, one: &CoNgay<'_>, soi: &mut Soi<'_>) {
    let chu = one.chu();
    for ngay in &one.ngay {
        if !exists(ngay) {
            let range = chu.khoang(ngay.dau, ngay.cuoi);
            let words = chu.text.get(range.clone()).unwrap_or_default();
            soi.bao(&CODE_KHONG_CO, one.doan, range, format!("không có “{words}” trong lịch"));
        } else if ngay.ngay.is_some() {
            weekday(ban, one, ngay, soi);
        }
    }
    if chu.thuong.contains("quý ") {
        quarter(one, soi);
    }
}

/// Whether the calendar has it; what may be no date at all is let pass.
fn exists(ngay: &Ngay) -> bool {
    let month = ngay.thang.1;
    match (ngay.ngay, ngay.nam) {
        (Some((_, day)), Some(nam)) => NaiveDate::from_ymd_opt(nam, month, day).is_some(),
        (Some((_, day)), None) => !ngay.goi || NaiveDate::from_ymd_opt(2020, month, day).is_some(),
        (None, Some(_)) => (1..=12).contains(&month),
        (None, None) => true,
    }
}

/// "quý V/2026".
fn quarter(one: &CoNgay<'_>, soi: &mut Soi<'_>) {
    let chu = one.chu();
    for n in (0..chu.tu.len()).filter(|n| chu.nho(*n) == "quý") {
        let with_year = (chu.viet(n + 2) == "/" || chu.nho(n + 2) == "năm") && year(chu, n + 3).is_some();
        let wrong = matches!(chu.viet(n + 1), "V" | "VI" | "IIII" | "0" | "5" | "6" | "7" | "8" | "9");
        if with_year && wrong {
            let range = chu.khoang(n, n + 1);
            soi.bao(&CODE_KHONG_CO, one.doan, range, format!("một năm có bốn quý, không có quý {}", chu.viet(n + 1)));
        }
    }
}

/// The weekday before or behind a date.
fn weekday(ban: &BanThao, one: &CoNgay<'_>, ngay: &Ngay, soi: &mut Soi<'_>) {
    let chu = one.chu();
    let Some((first, last, day)) = before(chu, ngay.dau).or_else(|| behind(chu, ngay.cuoi)) else { return };
    let mut days: Vec<NaiveDate> = Vec::new();
    if let Some(nam) = ngay.nam.or(ban.nam()) {
        days.extend(ngay.tron(nam));
        // A day without its year may be next year's.
        if ngay.nam.is_none() {
            days.extend(ngay.tron(nam + 1));
        }
    }
    if days.is_empty() || days.iter().any(|date| date.weekday() == day) {
        return;
    }
    let Some(date) = days.first() else { return };
    let right = thu(*date);
    let finding = soi.tai(&CODE_THU, one.doan, chu.khoang(first, last), format!("ngày {} là {right}", viet_so(*date)));
    soi.push(finding.advice("sửa thứ hoặc sửa ngày"));
}

/// "thứ Hai, ngày 17/3": the pieces of the weekday.
fn before(chu: &Chu, n: usize) -> Option<(usize, usize, Weekday)> {
    let mut end = n.checked_sub(1)?;
    while matches!(chu.viet(end), "," | "(" | "-") {
        end = end.checked_sub(1)?;
    }
    let start = end.checked_sub(1)?;
    let day = read(chu, start)?;
    ordinal(chu, start).then_some((start, end, day))
}

/// "17/3 (thứ Hai)".
fn behind(chu: &Chu, n: usize) -> Option<(usize, usize, Weekday)> {
    let mut start = n + 1;
    while matches!(chu.viet(start), "," | "(" | "-") {
        start += 1;
    }
    let day = read(chu, start)?;
    (start > n + 1).then_some((start, start + 1, day))
}

/// Whether a weekday stands where times stand: "kỳ họp thứ Năm" is the fifth.
fn ordinal(chu: &Chu, start: usize) -> bool {
    let Some(n) = start.checked_sub(1) else { return true };
    matches!(
        chu.nho(n),
        "sáng"
            | "chiều"
            | "tối"
            | "trưa"
            | "ngày"
            | "vào"
            | "hôm"
            | ","
            | "("
            | ":"
            | "từ"
            | "đến"
            | "-"
            | "và"
            | "giờ"
            | "phút"
    ) || chu.tu.get(n).is_some_and(|tu| tu.loai == LoaiTu::So)
}

fn read(chu: &Chu, n: usize) -> Option<Weekday> {
    match [chu.nho(n), chu.nho(n + 1)] {
        ["thứ", "hai" | "2"] => Some(Weekday::Mon),
        ["thứ", "ba" | "3"] => Some(Weekday::Tue),
        ["thứ", "tư" | "4"] => Some(Weekday::Wed),
        ["thứ", "năm" | "5"] => Some(Weekday::Thu),
        ["thứ", "sáu" | "6"] => Some(Weekday::Fri),
        ["thứ", "bảy" | "bẩy" | "7"] => Some(Weekday::Sat),
        ["chủ", "nhật"] => Some(Weekday::Sun),
        _ => None,
    }
}
