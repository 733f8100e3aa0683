//! Persons and agencies of a campaign, as the agency files have them for the new year.

use super::code;
use super::facts::Facts;
use super::walk::{Named, Parts};
use crate::diag::{Diagnostic, Files, Located, Sink};
use crate::load::{Reference, co_quan};
use crate::model::lich::viet_so;
use crate::model::{CoQuan, NgayVanBan, Nguoi};
use crate::project::Project;
use chrono::NaiveDate;
use indexmap::IndexMap;

/// The agencies a campaign names, by key; one that cannot be read is put on the list once.
pub(super) fn agencies(
    project: &Project,
    reference: &Reference,
    parts: &Parts<'_>,
    files: &mut Files,
    viec: &mut Vec<Diagnostic>,
) -> IndexMap<String, (Located<String>, Option<CoQuan>)> {
    let known = co_quan::keys(project);
    let mut read: IndexMap<String, (Located<String>, Option<CoQuan>)> = IndexMap::new();
    for ma in &parts.co_quan {
        if read.contains_key(&ma.value) || ma.value.contains("{{") {
            continue;
        }
        let found =
            known.contains(&ma.value).then(|| co_quan::co_quan(project, reference, ma, files, &mut Sink::default()));
        let (what, advice) = match &found {
            None => ("không có", format!("thêm tệp {}/{}.yaml hoặc ghi cơ quan khác", co_quan::FOLDER, ma.value)),
            Some(None) => ("chưa đọc được", "sửa tệp cơ quan (vanthu check chỉ chỗ sai)".to_owned()),
            Some(Some(_)) => ("", String::new()),
        };
        if !what.is_empty() {
            let message = format!("{what} cơ quan {}, nên chưa xem được người ký", ma.value);
            viec.push(Diagnostic::new(&code::CHUA_XEM, message).at(ma.place.clone()).advice(advice));
        }
        read.insert(ma.value.clone(), (ma.clone(), found.flatten()));
    }
    read
}

/// An agency whose name, or whose superior's, is no longer right when the new year begins.
pub(super) fn old_name(ma: &Located<String>, agency: &CoQuan, facts: &Facts, nam: i32) -> Option<Diagnostic> {
    let first = NaiveDate::from_ymd_opt(nam, 1, 1)?;
    let names = [agency.chu_quan.join(" "), agency.ten.join(" "), agency.ten_goi.clone()].join("\n");
    let place = format!("tỉnh {}", agency.dia_danh);
    if let Some(old) = facts.sap_nhap.cu_trong(&names, first).into_iter().next() {
        let message = format!("cơ quan {}: {} không còn từ {}", ma.value, &names[old.cho], viet_so(old.muc.het));
        let advice = format!("{}; thêm tệp cơ quan mới vào {} rồi ghi mã ở đây", old.muc.nay, co_quan::FOLDER);
        return Some(Diagnostic::new(&code::SAP_NHAP, message).at(ma.place.clone()).advice(advice));
    }
    let found = [names, place];
    let old = found.iter().find_map(|text| facts.tinh_thanh.cu_trong(text, first).into_iter().next())?;
    let message = format!("cơ quan {}: {} là tên cũ từ {}", ma.value, old.tinh.ten, viet_so(old.tu));
    let advice = format!("{}; thêm tệp cơ quan mới vào {} rồi ghi mã ở đây", old.nay, co_quan::FOLDER);
    Some(Diagnostic::new(&code::SAP_NHAP, message).at(ma.place.clone()).advice(advice))
}

/// A person who is not in the agency file any more, or whose time ended before the new year.
pub(super) fn person(named: &Named, agency: &CoQuan, nam: i32) -> Option<Diagnostic> {
    let first_day = NgayVanBan { ngay: Some(1), thang: Some(1), nam };
    let ended = |n: &Nguoi| n.den.as_ref().is_some_and(|den| den.value.surely_before(&first_day));
    let ai = &named.ai.value;
    let who = |(key, n): (&String, &Nguoi)| format!("{key} ({}, {})", n.ho_ten, n.chuc_vu);
    let current = || agency.nguoi.iter().filter(|(_, n)| !ended(n));
    let (message, others): (String, Vec<String>) = match agency.nguoi.get(ai) {
        Some(n) if ended(n) => {
            let den = n.den.as_ref().map(|den| den.value.viet_so()).unwrap_or_default();
            let same = current().filter(|(_, other)| other.chuc_vu == n.chuc_vu).map(who);
            (format!("{ai} ({}) chỉ giữ chức vụ đến hết {den}", n.ho_ten), same.collect())
        }
        Some(_) => return None,
        None if !named.signer && !ai.contains('_') => return None,
        None => (format!("{ai} không còn trong tệp cơ quan {}", agency.ma), current().map(who).collect()),
    };
    let advice = if others.is_empty() {
        format!("thêm người mới vào {}/{}.yaml rồi ghi mã ở đây", co_quan::FOLDER, agency.ma)
    } else {
        others.iter().take(3).map(String::as_str).collect::<Vec<_>>().join(" hoặc ")
    };
    Some(Diagnostic::new(&code::NGUOI, message).at(named.ai.place.clone()).advice(advice))
}
