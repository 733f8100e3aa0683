//! Names of provinces in running text that are no longer right.

use super::{DanhMucTinhThanh, LoaiTinh, TinhThanh};
use crate::model::NgayVanBan;
use crate::model::du_kien::tim::{dau_tu, khop};
use chrono::{Datelike, NaiveDate};
use std::ops::Range;

/// A name that is no longer right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TenCu<'a> {
    /// Where it stands, in bytes; with "tỉnh" before it, if that is there.
    pub cho: Range<usize>,
    /// Whose name it is.
    pub tinh: &'a TinhThanh,
    /// Since when it is not right.
    pub tu: NaiveDate,
    /// What it is called on the day asked for, "tỉnh Hưng Yên", "thành phố Đồng Nai".
    pub nay: String,
    /// The key of that.
    pub key_nay: String,
}

/// Authorities of a whole province: a plain name after one of them is the province's. Hospitals, schools and centres
/// are not among them: they may keep an old province's name.
const CO_QUAN: [&str; 11] = [
    "Sở",
    "UBND",
    "HĐND",
    "Ủy ban nhân dân",
    "Uỷ ban nhân dân",
    "Hội đồng nhân dân",
    "Tỉnh ủy",
    "Tỉnh uỷ",
    "Tỉnh đoàn",
    "Công an",
    "Liên đoàn Lao động",
];

/// Words between an authority and a name after which the name is just a place.
const KHONG_PHAI: [&str; 29] = [
    "tại",
    "ở",
    "về",
    "đến",
    "từ",
    "qua",
    "và",
    "với",
    "cho",
    "vào",
    "khỏi",
    "huyện",
    "xã",
    "phường",
    "trấn",
    "quận",
    "phố",
    "đường",
    "sông",
    "cầu",
    "hồ",
    "núi",
    "đèo",
    "biển",
    "vịnh",
    "đảo",
    "ông",
    "bà",
    "khu",
];

/// The longest name of an authority with its field has so many words between "Sở" and the province.
const MAX_TU: usize = 8;

/// What stands before a name.
enum Dan {
    /// "tỉnh", from this byte on.
    Tinh(usize),
    /// An authority, or an enumeration that begins with one or with "tỉnh".
    CoQuan,
}

impl DanhMucTinhThanh {
    /// Names of provinces in a text (NFC) that are not right on a day.
    ///
    /// A name of a province that is no more counts after "tỉnh" ("UBND tỉnh Bình Định"), right after an authority of a
    /// province and its field ("Sở Y tế Bình Định", "UBND TỈNH BÌNH ĐỊNH"), and in an enumeration begun so ("các tỉnh
    /// Thái Bình, Hà Nam"). A province that became a city counts after "tỉnh" only. Never counted: other plain names;
    /// "thành phố Thái Bình", which was a city within the province; a name followed by "(cũ)" or "trước sắp xếp"; the
    /// issuer of a cited document of its own time ("Chỉ thị … ngày 07/01/2020 của UBND tỉnh Đồng Nai").
    pub fn cu_trong(&self, text: &str, ngay: NaiveDate) -> Vec<TenCu<'_>> {
        let mut found = Vec::new();
        // The end of the last name that counts, whether it is right or not.
        let (mut het_ten, mut noi_tiep) = (0, None);
        for dau in dau_tu(text) {
            if dau < het_ten || !text[dau..].starts_with(char::is_uppercase) {
                continue;
            }
            let Some((cuoi, tinh)) = self.ten_tai(text, dau) else { continue };
            het_ten = cuoi;
            let ke = noi_tiep.is_some_and(|truoc| matches!(&text[truoc..dau], ", " | " và " | ", tỉnh "));
            let Some(dan) = dan(text, dau, cuoi).or(ke.then_some(Dan::CoQuan)) else { continue };
            noi_tiep = Some(cuoi);
            let bat_dau = if let Dan::Tinh(at) = dan { at } else { dau };
            let doi = tinh.doi_loai.as_ref().filter(|d| d.loai == LoaiTinh::ThanhPho && matches!(dan, Dan::Tinh(_)));
            let tu = tinh.het.as_ref().map(|het| het.tu).or(doi.map(|doi| doi.tu));
            let Some(tu) = tu.filter(|tu| *tu <= ngay) else { continue };
            if co_chu_thich(&text[cuoi..]) || cua_van_ban_cu(&text[..bat_dau], tu) {
                continue;
            }
            let nay = self.noi_tiep(tinh, ngay);
            found.push(TenCu { cho: bat_dau..cuoi, tinh, tu, nay: nay.goi(ngay), key_nay: nay.ma.clone() });
        }
        found
    }

    /// The longest name of a unit that stands at a byte with capitals.
    fn ten_tai(&self, text: &str, dau: usize) -> Option<(usize, &TinhThanh)> {
        let ten = self.iter().flat_map(|t| std::iter::once(&t.ten).chain(&t.ten_khac).map(move |ten| (ten, t)));
        let co = ten.filter_map(|(ten, t)| Some((khop(text, dau, ten)?, t)));
        let hoa = |s: &str| s.split([' ', '-', '–']).all(|tu| tu.chars().next().is_none_or(char::is_uppercase));
        co.filter(|(cuoi, _)| hoa(&text[dau..*cuoi])).max_by_key(|(cuoi, _)| *cuoi)
    }
}

/// What stands before the name at `dau..cuoi`, within its clause.
fn dan(text: &str, dau: usize, cuoi: usize) -> Option<Dan> {
    let truoc = &text[..dau];
    let cau = truoc
        .rfind(['\n', ',', ';', ':', '.', '(', ')', '"', '“', '”', '/', '|'])
        .map_or(0, |at| at + truoc[at..].chars().next().map_or(0, char::len_utf8));
    let tu: Vec<&str> = truoc[cau..].split_whitespace().collect();
    let ngay_truoc = tu.last()?;
    let cuoi_cung = ngay_truoc.to_lowercase();
    if cuoi_cung == "tỉnh" {
        return Some(Dan::Tinh(truoc.trim_end().len() - ngay_truoc.len()));
    }
    // "Thái Bình Dương": another name begins with this one. In a line of capitals nothing tells.
    let chu_hoa = |s: &str| s.chars().all(|c| !c.is_lowercase());
    let sau = text[cuoi..].strip_prefix(' ').is_some_and(|s| s.starts_with(char::is_uppercase));
    if KHONG_PHAI.contains(&cuoi_cung.as_str()) || (sau && !chu_hoa(&text[dau..cuoi])) {
        return None;
    }
    // The authority nearest to the name.
    (0..tu.len()).rev().take(MAX_TU + 1).find_map(|i| {
        let phan = tu[i..].join(" ");
        let co = CO_QUAN.iter().any(|ten| {
            khop(&phan, 0, ten).is_some_and(|het| {
                let sau = phan[het..].trim_start();
                // "Sở" needs its field, the others stand right before the name.
                if *ten == "Sở" { sau.starts_with(char::is_uppercase) } else { sau.is_empty() }
            })
        });
        (co && phan.starts_with(char::is_uppercase)).then_some(Dan::CoQuan)
    })
}

/// Whether the writer says himself that the name is of former times.
fn co_chu_thich(sau: &str) -> bool {
    let sau = sau.trim_start();
    ["(cũ", "cũ", "(trước", "trước sắp xếp", "trước khi sáp nhập", "trước đây"].iter().any(|chu| sau.starts_with(chu))
}

/// Whether the name is the issuer's of a document dated before `tu`: "ngày 07/01/2020 của UBND …".
fn cua_van_ban_cu(truoc: &str, tu: NaiveDate) -> bool {
    let Some((truoc, co_quan)) = truoc.rsplit_once(" của ") else { return false };
    if co_quan.contains([',', ';', '.', '\n']) {
        return false;
    }
    let chu: Vec<&str> = truoc.split_whitespace().rev().take(6).collect();
    let ngay = match *chu.as_slice() {
        [nam, "năm", thang, "tháng", ngay, "ngày"] => format!("{ngay}/{thang}/{nam}"),
        [ngay, ..] => ngay.to_owned(),
        [] => return false,
    };
    let het = NgayVanBan { ngay: Some(tu.day()), thang: Some(tu.month()), nam: tu.year() };
    NgayVanBan::parse(&ngay).is_ok_and(|ngay| ngay.surely_before(&het))
}
