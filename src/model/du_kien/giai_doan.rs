//! Plan periods and terms of office, as `data/giai_doan.yaml` lists them.

use super::DoTin;
use crate::model::numbering::roman;
use indexmap::IndexMap;
use serde::Deserialize;

/// One kind of period that returns without a gap.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GiaiDoan {
    /// Key in the file: `ke_hoach_5_nam`.
    #[serde(skip)]
    pub ma: String,
    /// What it is, for lists: "kế hoạch phát triển kinh tế - xã hội 5 năm".
    pub ten: String,
    /// First year of the earliest period that the data are sure of.
    pub tu: i32,
    /// Years from the first of one to the first of the next.
    pub dai: u16,
    /// Whether the last year of one is also the first of the next, as with terms: "2021 - 2026", "2026 - 2031".
    #[serde(default)]
    pub noi_nam: bool,
    /// Word before the years: "giai đoạn", "nhiệm kỳ".
    pub goi: String,
    /// Number of the earliest one, where they are numbered (Quốc hội khóa XIII).
    pub khoa: Option<u16>,
    /// What else is to be known.
    pub ghi_chu: Option<String>,
    /// Where this comes from.
    pub nguon: String,
    /// How sure it is.
    pub do_tin: DoTin,
}

impl GiaiDoan {
    /// First and last year of the period that a year lies in. The year in which two terms meet belongs to the new one:
    /// the year's campaign speaks of the congress or election that opens it. None before the data begin.
    pub fn cua_nam(&self, nam: i32) -> Option<(i32, i32)> {
        let dau = self.tu + self.thu_tu(nam)? * i32::from(self.dai);
        let cuoi = dau.checked_add(i32::from(self.dai) - i32::from(!self.noi_nam))?;
        Some((dau, cuoi))
    }

    /// How many periods after the earliest.
    fn thu_tu(&self, nam: i32) -> Option<i32> {
        nam.checked_sub(self.tu).filter(|n| *n >= 0).and_then(|n| n.checked_div(self.dai.into()))
    }

    /// "giai đoạn 2026 - 2030", "nhiệm kỳ 2026 - 2031".
    pub fn viet(&self, nam: i32) -> Option<String> {
        self.cua_nam(nam).map(|(dau, cuoi)| format!("{} {dau} - {cuoi}", self.goi))
    }

    /// Which year of its period a year is: 2027 is the 2nd of 2026 - 2030.
    pub fn nam_thu(&self, nam: i32) -> Option<i32> {
        self.cua_nam(nam).map(|(dau, _)| nam - dau + 1)
    }

    /// The number of the term in Roman numerals, "XVI" for Quốc hội in 2027. None where terms are not numbered.
    pub fn khoa(&self, nam: i32) -> Option<String> {
        let khoa = self.thu_tu(nam)?.saturating_add(self.khoa?.into());
        // Nothing has had a thousand terms.
        usize::try_from(khoa).ok().filter(|khoa| (1..1000).contains(khoa)).map(roman)
    }
}

/// All periods by key, in the order of the file.
#[derive(Debug, Clone, Deserialize)]
#[serde(from = "IndexMap<String, GiaiDoan>")]
pub struct DanhMucGiaiDoan(IndexMap<String, GiaiDoan>);

impl From<IndexMap<String, GiaiDoan>> for DanhMucGiaiDoan {
    fn from(mut giai_doan: IndexMap<String, GiaiDoan>) -> Self {
        for (ma, g) in &mut giai_doan {
            g.ma.clone_from(ma);
        }
        DanhMucGiaiDoan(giai_doan)
    }
}

impl DanhMucGiaiDoan {
    /// The period of a key.
    pub fn get(&self, ma: &str) -> Option<&GiaiDoan> {
        self.0.get(ma)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &GiaiDoan> {
        self.0.values()
    }
}
