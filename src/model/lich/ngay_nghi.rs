//! Working days of offices: weekends, public holidays, and the days swapped each year by notice.

use super::{NgayAm, am_sang_duong};
use crate::model::du_kien::{DaKiem, DoTin};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use indexmap::IndexMap;
use serde::{Deserialize, Deserializer, de::Error};
use std::collections::BTreeSet;

/// The days off of a year are not in the data: its notice was not known when the data were compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChuaCoNam(pub i32);

/// A public holiday by law (Bộ luật Lao động 2019, Điều 112), as `data/ngay_nghi.yaml` lists it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NgayLe {
    /// Its name.
    pub ten: String,
    /// Whether day and month are of the lunar calendar.
    #[serde(default)]
    pub am_lich: bool,
    /// First day off.
    pub ngay: u32,
    /// Its month.
    pub thang: u32,
    /// Days off before it.
    #[serde(default)]
    pub truoc: u8,
    /// Days off after it.
    #[serde(default)]
    pub sau: u8,
    /// First year.
    pub tu: Option<i32>,
    /// What else is to be known.
    pub ghi_chu: Option<String>,
    /// Where this comes from.
    pub nguon: String,
    /// How sure it is.
    pub do_tin: DoTin,
}

/// The days off of one year by notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NghiNam {
    /// Days off; those on a weekend may be missing.
    pub nghi: BTreeSet<NaiveDate>,
    /// Saturdays worked for a day off elsewhere.
    pub lam_bu: BTreeSet<NaiveDate>,
    /// Where this comes from.
    pub nguon: String,
    /// How sure it is.
    pub do_tin: DoTin,
    /// Whether a source was read.
    pub da_kiem: DaKiem,
}

/// Days off, of all years.
#[derive(Debug, Clone, Deserialize)]
#[serde(from = "Tho")]
pub struct LichNghi {
    /// By law, for years without notice.
    pub le: Vec<NgayLe>,
    /// By notice.
    pub nam: IndexMap<i32, NghiNam>,
}

/// The file as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tho {
    le: Vec<NgayLe>,
    nam: IndexMap<i32, NamTho>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NamTho {
    nghi: Vec<Khoang>,
    #[serde(default)]
    lam_bu: Vec<Khoang>,
    nguon: String,
    do_tin: DoTin,
    da_kiem: DaKiem,
}

/// "02/9" or "08/02 - 14/02", as day and month.
struct Khoang([(u32, u32); 2]);

impl<'de> Deserialize<'de> for Khoang {
    fn deserialize<D: Deserializer<'de>>(de: D) -> Result<Self, D::Error> {
        let text = String::deserialize(de)?;
        let (dau, cuoi) = text.split_once('-').unwrap_or((&text, &text));
        let ngay = |text: &str| {
            let (ngay, thang) = text.trim().split_once('/')?;
            let (ngay, thang) = (ngay.parse().ok()?, thang.parse().ok()?);
            // A leap year, so that 29/02 is let through here.
            NaiveDate::from_ymd_opt(2024, thang, ngay).map(|_| (ngay, thang))
        };
        match (ngay(dau), ngay(cuoi)) {
            (Some(dau), Some(cuoi)) => Ok(Khoang([dau, cuoi])),
            _ => Err(D::Error::custom(format!("no such day: {text}"))),
        }
    }
}

impl Khoang {
    fn cac_ngay(&self, nam: i32) -> Vec<NaiveDate> {
        match self.0.map(|(ngay, thang)| NaiveDate::from_ymd_opt(nam, thang, ngay)) {
            [Some(dau), Some(cuoi)] => dau.iter_days().take_while(|d| *d <= cuoi).collect(),
            _ => Vec::new(),
        }
    }
}

impl From<Tho> for LichNghi {
    fn from(tho: Tho) -> Self {
        let ngay = |khoang: &[Khoang], nam| khoang.iter().flat_map(|k: &Khoang| k.cac_ngay(nam)).collect();
        let nam = tho.nam.into_iter().map(|(nam, n)| {
            let (nghi, lam_bu) = (ngay(&n.nghi, nam), ngay(&n.lam_bu, nam));
            (nam, NghiNam { nghi, lam_bu, nguon: n.nguon, do_tin: n.do_tin, da_kiem: n.da_kiem })
        });
        LichNghi { nam: nam.collect(), le: tho.le }
    }
}

impl LichNghi {
    /// Whether offices work on a day.
    ///
    /// # Errors
    /// The days off of its year are not known.
    pub fn la_ngay_lam_viec(&self, ngay: NaiveDate) -> Result<bool, ChuaCoNam> {
        let nam = self.nam.get(&ngay.year()).ok_or(ChuaCoNam(ngay.year()))?;
        Ok(nam.lam_bu.contains(&ngay) || !(cuoi_tuan(ngay) || nam.nghi.contains(&ngay)))
    }

    /// The working day `n` working days after a day (the day itself does not count; 0 is the day itself, whatever it
    /// is), and the years passed whose days off are not known: there only weekends, public holidays and the days off
    /// for those on a weekend were taken into account.
    pub fn cong_ngay_lam_viec(&self, ngay: NaiveDate, n: u16) -> (NaiveDate, Vec<i32>) {
        let mut theo = TheoNam::new(self);
        let mut den = ngay;
        for _ in 0..n {
            den = theo.tu(den.checked_add_days(Days::new(1)).unwrap_or(den));
        }
        (den, theo.thieu)
    }

    /// The day itself if it is a working day, else the next that is; with the years not known, as above.
    pub fn ngay_lam_viec_tu(&self, ngay: NaiveDate) -> (NaiveDate, Vec<i32>) {
        let mut theo = TheoNam::new(self);
        (theo.tu(ngay), theo.thieu)
    }

    /// The public holidays of a year by law with the days off for those on a weekend (Điều 111 khoản 3: the next
    /// working day). The day beside 02/9 is chosen anew each year and not among them.
    pub fn nghi_theo_luat(&self, nam: i32) -> BTreeSet<NaiveDate> {
        let mut nghi = BTreeSet::new();
        for le in self.le.iter().filter(|le| le.tu.is_none_or(|tu| tu <= nam)) {
            let ngay = if le.am_lich {
                am_sang_duong(&NgayAm { ngay: le.ngay, thang: le.thang, nhuan: false, nam })
            } else {
                NaiveDate::from_ymd_opt(nam, le.thang, le.ngay)
            };
            let dau = ngay.and_then(|d| d.checked_sub_days(Days::new(le.truoc.into())));
            let so_ngay = usize::from(le.truoc) + usize::from(le.sau) + 1;
            nghi.extend(dau.into_iter().flat_map(|dau| dau.iter_days().take(so_ngay)));
        }
        for trung in nghi.clone().into_iter().filter(|d| cuoi_tuan(*d)) {
            nghi.extend(trung.iter_days().find(|d| !cuoi_tuan(*d) && !nghi.contains(d)));
        }
        nghi
    }
}

/// Goes over days and remembers the years whose days off are not known.
struct TheoNam<'a> {
    lich: &'a LichNghi,
    thieu: Vec<i32>,
    theo_luat: BTreeSet<NaiveDate>,
}

impl<'a> TheoNam<'a> {
    fn new(lich: &'a LichNghi) -> Self {
        TheoNam { lich, thieu: Vec::new(), theo_luat: BTreeSet::new() }
    }

    /// The first working day from `ngay` on.
    fn tu(&mut self, ngay: NaiveDate) -> NaiveDate {
        ngay.iter_days().find(|d| self.lam_viec(*d)).unwrap_or(ngay)
    }

    fn lam_viec(&mut self, ngay: NaiveDate) -> bool {
        self.lich.la_ngay_lam_viec(ngay).unwrap_or_else(|ChuaCoNam(nam)| {
            if !self.thieu.contains(&nam) {
                self.thieu.push(nam);
                self.theo_luat.extend(self.lich.nghi_theo_luat(nam));
            }
            !cuoi_tuan(ngay) && !self.theo_luat.contains(&ngay)
        })
    }
}

fn cuoi_tuan(ngay: NaiveDate) -> bool {
    matches!(ngay.weekday(), Weekday::Sat | Weekday::Sun)
}
