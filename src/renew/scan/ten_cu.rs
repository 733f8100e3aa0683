//! Names of provinces that are no longer right when the new year begins.

use super::Scan;
use crate::diag::Diagnostic;
use crate::model::lich::viet_so;
use crate::renew::code;
use chrono::NaiveDate;

pub(super) fn find(scan: &mut Scan<'_>) {
    let Some(first) = NaiveDate::from_ymd_opt(scan.years.moi, 1, 1) else { return };
    let facts = scan.facts;
    for old in facts.tinh_thanh.cu_trong(scan.text(), first) {
        if scan.is_free(&old.cho) {
            let message = format!("{}, tên cũ từ {}", &scan.text()[old.cho.clone()], viet_so(old.tu));
            let advice = format!("{}, hoặc {{{{ tinh_thanh.{} }}}}", old.nay, old.key_nay);
            scan.report(old.cho, Diagnostic::new(&code::SAP_NHAP, message).advice(advice));
        }
    }
}
