//! What is computed: it moves by itself, but an instrument or a province named by its key may be no more.

use super::{Scan, pattern, vien_dan};
use crate::diag::Diagnostic;
use crate::model::du_kien::KhongDung;
use crate::model::lich::viet_so;
use crate::renew::code;
use chrono::NaiveDate;
use std::ops::Range;

/// Looks through the holes of a text.
pub(super) fn find(scan: &mut Scan<'_>) {
    let key = pattern!("(nam|ky_niem|giai_doan|vien_dan|tinh_thanh)(?:\\.([a-z0-9_]+))?");
    for (range, words) in &scan.flat.holes {
        for found in key.captures_iter(words) {
            let before = words[..found.get(0).map_or(0, |m| m.start())].chars().next_back();
            if before.is_none_or(|c| c.is_alphanumeric() || c == '_' || c == '.') {
                continue;
            }
            match (&found[1], found.get(2).map(|m| m.as_str())) {
                ("nam", None) => scan.moved.uses_of_year += 1,
                ("ky_niem", Some(key)) => ky_niem(scan, key),
                ("giai_doan", Some(key)) => giai_doan(scan, key),
                ("vien_dan", Some(key)) => instrument(scan, range.clone(), key, false),
                ("tinh_thanh", Some(key)) => province(scan, range.clone(), key),
                _ => {}
            }
        }
    }
}

fn ky_niem(scan: &mut Scan<'_>, key: &str) {
    let Some(event) = scan.facts.ky_niem.get(key) else { return };
    if let (Some(cu), Some(moi)) = (event.so_nam(scan.years.cu), event.so_nam(scan.years.moi)) {
        scan.moved.say(format!("{}: {cu} năm → {moi} năm", event.ten));
    }
}

fn giai_doan(scan: &mut Scan<'_>, key: &str) {
    let Some(period) = scan.facts.giai_doan.get(key) else { return };
    if let (Some(cu), Some(moi)) = (period.viet(scan.years.cu), period.viet(scan.years.moi))
        && cu != moi
    {
        scan.moved.say(format!("{cu} → {moi}"));
    }
}

/// An instrument cited by its key, in a hole or `bare`: one that ends is a mistake when the document is made.
pub(super) fn instrument(scan: &mut Scan<'_>, range: Range<usize>, key: &str, bare: bool) {
    let facts = scan.facts;
    let Some(law) = facts.phap_luat.get(key) else { return };
    if let Some(finding) = vien_dan::end_of(scan, &format!("{key} ({})", law.lan_sau()), law, bare) {
        scan.report(range, finding);
    }
}

fn province(scan: &mut Scan<'_>, range: Range<usize>, key: &str) {
    let Some(last) = NaiveDate::from_ymd_opt(scan.years.moi, 12, 31) else { return };
    if let Err(KhongDung::KhongCon { tu, nay, key_nay }) = scan.facts.tinh_thanh.ten(key, last) {
        let message = format!("tinh_thanh.{key} không còn từ {}", viet_so(tu));
        let advice = format!("{{{{ tinh_thanh.{key_nay} }}}} ({nay})");
        scan.report(range, Diagnostic::new(&code::SAP_NHAP, message).advice(advice));
    }
}
