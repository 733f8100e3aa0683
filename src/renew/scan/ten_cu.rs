//! Names of provinces and of other agencies that are no longer right when the new year begins.

use super::Scan;
use crate::diag::{Diagnostic, Severity};
use crate::model::lich::viet_so;
use crate::renew::code;
use crate::renew::flat::Usage;
use chrono::NaiveDate;

pub(super) fn find(scan: &mut Scan<'_>) {
    let Some(first) = NaiveDate::from_ymd_opt(scan.years.moi, 1, 1) else { return };
    let facts = scan.facts;
    for old in facts.tinh_thanh.cu_trong(scan.text(), first) {
        if scan.is_free(&old.cho) {
            let message = format!("{}, tên cũ từ {}", &scan.text()[old.cho.clone()], viet_so(old.tu));
            let advice = match scan.flat.usage {
                Usage::Words => format!("{}, hoặc {{{{ tinh_thanh.{} }}}}", old.nay, old.key_nay),
                Usage::Cell | Usage::Quoted => old.nay,
            };
            scan.report(old.cho, Diagnostic::new(&code::SAP_NHAP, message).advice(advice));
        }
    }
    for old in facts.sap_nhap.cu_trong(scan.text(), first) {
        if scan.is_free(&old.cho) {
            let message = format!("{}, không còn từ {}", &scan.text()[old.cho.clone()], viet_so(old.muc.het));
            let mut finding = Diagnostic::new(&code::SAP_NHAP, message).advice(old.muc.nay.clone());
            if old.dia_ban {
                finding.severity = Severity::GoiY;
            }
            scan.report(old.cho, finding);
        }
    }
}
