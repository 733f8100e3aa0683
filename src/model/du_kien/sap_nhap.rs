//! Agencies that mergers ended, as `data/co_quan_sap_nhap.yaml` lists them, and their names in running text.

use super::tim::{dau_tu, khop};
use super::{DaKiem, DoTin};
use crate::model::NgayVanBan;
use crate::model::lich::ngay_iso;
use chrono::{Datelike, NaiveDate};
use indexmap::IndexMap;
use serde::Deserialize;
use std::ops::Range;

/// One agency that is no more, or a level of them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoQuanCu {
    /// Its name: "Bộ Kế hoạch và Đầu tư".
    pub ten: String,
    /// Other spellings and abbreviations.
    #[serde(default)]
    pub ten_khac: Vec<String>,
    /// Kinds of areas: after one of these, with the area's own name, a text speaks of the area ("huyện Thái Thụy").
    #[serde(default)]
    pub dia_ban: Vec<String>,
    /// Authorities of such an area: with one of them before the kind, a text speaks of the agency ("UBND huyện").
    #[serde(default)]
    pub co_quan: Vec<String>,
    /// First day on which it is no more.
    #[serde(deserialize_with = "ngay_iso")]
    pub het: NaiveDate,
    /// What does its work since.
    pub nay: String,
    /// What else is worth knowing.
    pub ghi_chu: Option<String>,
    /// Where this comes from.
    pub nguon: String,
    /// How sure it is.
    pub do_tin: DoTin,
    /// Whether the source was read.
    pub da_kiem: DaKiem,
}

/// A name in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TenCoQuanCu<'a> {
    /// Where it stands, in bytes.
    pub cho: Range<usize>,
    /// Whose name it is.
    pub muc: &'a CoQuanCu,
    /// Whether only the area is named, which people still call so, and no agency.
    pub dia_ban: bool,
}

/// All of them by key, in the order of the file.
#[derive(Debug, Clone, Deserialize)]
#[serde(transparent)]
pub struct DanhMucSapNhap(IndexMap<String, CoQuanCu>);

/// What lies between an authority of an area and its kind: "UBND các huyện", "Phòng Y tế thuộc UBND huyện".
const GIUA: [&str; 4] = ["", "các ", "cấp ", "các cấp "];

impl DanhMucSapNhap {
    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = (&String, &CoQuanCu)> {
        self.0.iter()
    }

    /// Names in a text (NFC) of agencies that are no more on a day. Never counted: a name followed by "(cũ)" or "trước
    /// đây", and the issuer or the title of a cited document of its time ("Thông tư số 01/2021/TT-BKHĐT ngày 16/3/2021
    /// của Bộ Kế hoạch và Đầu tư").
    pub fn cu_trong(&self, text: &str, ngay: NaiveDate) -> Vec<TenCoQuanCu<'_>> {
        let mut found: Vec<TenCoQuanCu<'_>> = Vec::new();
        let muc: Vec<&CoQuanCu> = self.0.values().filter(|muc| muc.het <= ngay).collect();
        for dau in dau_tu(text) {
            if found.last().is_some_and(|truoc| dau < truoc.cho.end) {
                continue;
            }
            let co = muc.iter().filter_map(|muc| Some((muc.tai(text, dau)?, *muc)));
            let Some(((cuoi, dia_ban), muc)) = co.max_by_key(|((cuoi, _), _)| *cuoi) else { continue };
            if !co_chu_thich(&text[cuoi..]) && !cua_van_ban_cu(&text[..dau], muc.het) {
                found.push(TenCoQuanCu { cho: dau..cuoi, muc, dia_ban });
            }
        }
        found
    }
}

impl CoQuanCu {
    /// The end of a name of it that stands at a byte, and whether it is only an area's.
    fn tai(&self, text: &str, dau: usize) -> Option<(usize, bool)> {
        let hoa = text[dau..].starts_with(char::is_uppercase);
        let ten = std::iter::once(&self.ten).chain(&self.ten_khac);
        // A level is named in small letters: "cấp huyện".
        let cua_ten = ten.filter(|ten| hoa || ten.starts_with(char::is_lowercase));
        if let Some(cuoi) = cua_ten.filter_map(|ten| khop(text, dau, ten)).max() {
            return Some((cuoi, false));
        }
        let sau = |at: usize| text[at..].strip_prefix(' ').map(|_| at + 1);
        let co_quan = self.co_quan.iter().filter(|_| hoa).filter_map(|ten| sau(khop(text, dau, ten)?));
        let cua_co_quan = co_quan.flat_map(|at| GIUA.iter().filter_map(move |giua| giua_tai(text, at, giua)));
        if let Some(cuoi) = cua_co_quan.filter_map(|at| self.loai(text, at)).max() {
            return Some((cuoi.1.unwrap_or(cuoi.0), false));
        }
        let (_, cuoi) = self.loai(text, dau)?;
        cuoi.map(|cuoi| (cuoi, true))
    }

    /// The end of a kind of area that stands at a byte, and of the area's own name after it.
    fn loai(&self, text: &str, at: usize) -> Option<(usize, Option<usize>)> {
        let cuoi = self.dia_ban.iter().filter_map(|loai| khop(text, at, loai)).max()?;
        Some((cuoi, ten_rieng(text, cuoi)))
    }
}

/// Where `giua` ends if it stands at a byte.
fn giua_tai(text: &str, at: usize, giua: &str) -> Option<usize> {
    let co = text.get(at..at + giua.len())?;
    (co.to_lowercase() == giua).then_some(at + giua.len())
}

/// The end of a name of up to four words with capitals, or of a number ("quận 1"), after a blank.
fn ten_rieng(text: &str, at: usize) -> Option<usize> {
    let mut cuoi = None;
    let mut at = at;
    for _ in 0..4 {
        let Some(con) = text[at..].strip_prefix(' ') else { break };
        let len = con.find(|c: char| !c.is_alphanumeric() && c != '\'').unwrap_or(con.len());
        let so = con.starts_with(|c: char| c.is_ascii_digit()) && len <= 2 && cuoi.is_none();
        if len == 0 || !(so || con.starts_with(char::is_uppercase)) {
            break;
        }
        at += 1 + len;
        cuoi = Some(at);
        if so {
            break;
        }
    }
    cuoi
}

/// Whether the writer says himself that the name is of former times.
fn co_chu_thich(sau: &str) -> bool {
    let sau = sau.trim_start();
    ["(cũ", "cũ", "(trước", "trước sắp xếp", "trước khi", "trước đây"].iter().any(|chu| sau.starts_with(chu))
}

/// Whether what follows `truoc` is the issuer or in the title of a document from before `het`: "ngày 07/01/2020 của UBND …".
fn cua_van_ban_cu(truoc: &str, het: NaiveDate) -> bool {
    let cau = truoc.rfind(['\n', ';']).max(truoc.rfind(". ")).map_or(0, |at| at + 1);
    let mut con = &truoc[cau..];
    // The issuer's " của " follows number or date; others may follow in the title.
    while let Some((van_ban, co_quan)) = con.rsplit_once(" của ") {
        if let Some(truoc_het) = tu_truoc(van_ban, het) {
            // After a comma another clause begins, unless other issuers are listed.
            let phan = |p: &str| p.trim().is_empty() || p.trim().starts_with(char::is_uppercase);
            return truoc_het && (!co_quan.contains(',') || co_quan.split(',').all(phan));
        }
        con = van_ban;
    }
    false
}

/// Whether the document whose number or date a text ends with is from before a day; `None` if it ends with none.
fn tu_truoc(text: &str, het: NaiveDate) -> Option<bool> {
    let chu: Vec<&str> = text.split_whitespace().rev().take(6).collect();
    let ngay = match *chu.as_slice() {
        [nam, "năm", thang, "tháng", ngay, "ngày"] => format!("{ngay}/{thang}/{nam}"),
        [cuoi, ..] => cuoi.to_owned(),
        [] => return None,
    };
    let moc = NgayVanBan { ngay: Some(het.day()), thang: Some(het.month()), nam: het.year() };
    if let Ok(ngay) = NgayVanBan::parse(&ngay) {
        return Some(ngay.surely_before(&moc));
    }
    // "26/2019/TT-BLĐTBXH", "năm 2019".
    let nam = ngay.split('/').find_map(|phan| phan.parse::<i32>().ok().filter(|nam| phan.len() == 4 && *nam > 1944))?;
    Some(nam < het.year())
}
