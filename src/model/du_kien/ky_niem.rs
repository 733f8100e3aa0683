//! Commemorations, as `data/ngay_ky_niem.yaml` lists them.

use super::tim::{dau_tu, khop};
use super::{DaKiem, DoTin};
use crate::model::lich::{NgayAm, am_sang_duong, viet_so};
use chrono::NaiveDate;
use indexmap::IndexMap;
use serde::Deserialize;
use std::ops::Range;

/// The calendar of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lich {
    /// Solar.
    #[default]
    Duong,
    /// Lunar.
    Am,
}

/// One commemoration.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NgayKyNiem {
    /// Key in the file: `thay_thuoc_viet_nam`.
    #[serde(skip)]
    pub ma: String,
    /// The name as it stands in a sentence.
    pub ten: String,
    /// Other names of the same day and count.
    #[serde(default)]
    pub ten_khac: Vec<String>,
    /// Calendar of `ngay` and `thang`.
    #[serde(default)]
    pub lich: Lich,
    /// Day, 1 to 31.
    pub ngay: u32,
    /// Month, 1 to 12.
    pub thang: u32,
    /// The year from which years are counted.
    pub nam_goc: Option<i32>,
    /// Whether one says "kỷ niệm n năm".
    #[serde(default)]
    pub dem_nam: bool,
    /// Whether only years stand in the parentheses, "(1969 - 2027)".
    #[serde(default)]
    pub chi_nam: bool,
    /// First year in which the day exists.
    pub ap_dung_tu: Option<i32>,
    /// `ngay_thanh_lap`, `ngay_truyen_thong`, `ngay_huong_ung` …
    pub loai: String,
    /// Branch: `y_te`, `quoc_gia` …
    pub nganh: String,
    /// Whether it is one of the eight great days (Nghị định 145/2013/NĐ-CP, Điều 4).
    #[serde(default)]
    pub ngay_le_lon: bool,
    /// Whether it is a public holiday.
    #[serde(default)]
    pub nghi: bool,
    /// What else is to be known.
    pub ghi_chu: Option<String>,
    /// Where this comes from.
    pub nguon: String,
    /// How sure it is.
    pub do_tin: DoTin,
    /// Whether a source was read.
    pub da_kiem: DaKiem,
}

impl NgayKyNiem {
    /// The solar day in a year. None: the day did not exist yet, or the lunar calendar does not reach the year.
    pub fn ngay(&self, nam: i32) -> Option<NaiveDate> {
        if self.ap_dung_tu.is_some_and(|tu| nam < tu) {
            return None;
        }
        self.ngay_lich(nam)
    }

    fn ngay_lich(&self, nam: i32) -> Option<NaiveDate> {
        match self.lich {
            Lich::Duong => NaiveDate::from_ymd_opt(nam, self.thang, self.ngay),
            Lich::Am => am_sang_duong(&NgayAm { ngay: self.ngay, thang: self.thang, nhuan: false, nam }),
        }
    }

    /// Which anniversary a year brings, 72 for Ngày Thầy thuốc Việt Nam in 2027. None: years are not counted, or the
    /// year is not after the first.
    pub fn so_nam(&self, nam: i32) -> Option<i32> {
        let n = nam.checked_sub(self.nam_goc?)?;
        (self.dem_nam && n > 0 && self.ngay(nam).is_some()).then_some(n)
    }

    /// "kỷ niệm 72 năm Ngày Thầy thuốc Việt Nam".
    pub fn goi_so_nam(&self, nam: i32) -> Option<String> {
        self.so_nam(nam).map(|n| format!("kỷ niệm {n} năm {}", self.ten))
    }

    /// "kỷ niệm 72 năm Ngày Thầy thuốc Việt Nam (27/02/1955 - 27/02/2027)".
    pub fn day_du(&self, nam: i32) -> Option<String> {
        let goi = self.goi_so_nam(nam)?;
        let goc = self.nam_goc?;
        Some(match self.chi_nam {
            true => format!("{goi} ({goc} - {nam})"),
            false => format!("{goi} ({} - {})", viet_so(self.ngay_lich(goc)?), viet_so(self.ngay(nam)?)),
        })
    }
}

/// "năm tròn", "năm lẻ 5" or "năm khác" of an anniversary, by its last digit (Nghị định 145/2013/NĐ-CP, Điều 3; taken
/// from a city's decision that repeats it).
pub fn loai_nam(n: i32) -> &'static str {
    match n.rem_euclid(10) {
        0 => "năm tròn",
        5 => "năm lẻ 5",
        _ => "năm khác",
    }
}

/// All commemorations by key, in the order of the file.
#[derive(Debug, Clone, Deserialize)]
#[serde(from = "IndexMap<String, NgayKyNiem>")]
pub struct DanhMucKyNiem(IndexMap<String, NgayKyNiem>);

impl From<IndexMap<String, NgayKyNiem>> for DanhMucKyNiem {
    fn from(mut ngay: IndexMap<String, NgayKyNiem>) -> Self {
        for (ma, n) in &mut ngay {
            n.ma.clone_from(ma);
        }
        DanhMucKyNiem(ngay)
    }
}

impl DanhMucKyNiem {
    /// The commemoration of a key.
    pub fn get(&self, ma: &str) -> Option<&NgayKyNiem> {
        self.0.get(ma)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &NgayKyNiem> {
        self.0.values()
    }

    /// The commemoration whose name stands in a text from a byte on: the longest name, of the same the first.
    pub fn tai(&self, text: &str, dau: usize) -> Option<(Range<usize>, &NgayKyNiem)> {
        let tim =
            |n: &NgayKyNiem| std::iter::once(&n.ten).chain(&n.ten_khac).filter_map(|ten| khop(text, dau, ten)).max();
        let found = self.0.values().filter_map(|n| Some((dau..tim(n)?, n)));
        found.reduce(|dai, moi| if moi.0.len() > dai.0.len() { moi } else { dai })
    }

    /// The commemoration whose name stands in a text, and where: the longest name, of the same the first. Case does
    /// not count ("ngày Thầy thuốc Việt Nam"), the text is NFC.
    pub fn tim(&self, text: &str) -> Option<(Range<usize>, &NgayKyNiem)> {
        let tim = |n: &NgayKyNiem, dau| {
            let ten = std::iter::once(&n.ten).chain(&n.ten_khac);
            ten.filter_map(|ten| khop(text, dau, ten)).max().map(|cuoi| dau..cuoi)
        };
        let cac_cho = dau_tu(text).flat_map(|dau| self.0.values().filter_map(move |n| Some((tim(n, dau)?, n))));
        cac_cho.reduce(|dai, moi| if moi.0.len() > dai.0.len() { moi } else { dai })
    }
}
