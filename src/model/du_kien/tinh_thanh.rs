//! Provinces and cities under the centre, as `data/tinh_thanh.yaml` lists them: the 34 of today, the 63 before
//! 01/7/2025 and those before them.

mod ten_cu;

pub use ten_cu::TenCu;

use super::DoTin;
use super::tim::khop;
use crate::model::lich::{ngay_iso, ngay_iso_co_the};
use chrono::NaiveDate;
use indexmap::IndexMap;
use serde::Deserialize;

/// The kind of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum LoaiTinh {
    /// "tỉnh".
    #[serde(rename = "tỉnh")]
    Tinh,
    /// "thành phố" under the centre.
    #[serde(rename = "thành phố")]
    ThanhPho,
}

/// A change of kind.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DoiLoai {
    /// First day of the new kind.
    #[serde(deserialize_with = "ngay_iso")]
    pub tu: NaiveDate,
    /// The new kind.
    pub loai: LoaiTinh,
    /// By which resolution.
    pub can_cu: String,
}

/// The end of a unit.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Het {
    /// First day on which it is no more.
    #[serde(deserialize_with = "ngay_iso")]
    pub tu: NaiveDate,
    /// Key of the unit that its area and agencies belong to since.
    pub vao: String,
    /// By which resolution.
    pub can_cu: String,
}

/// One unit.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TinhThanh {
    /// Key in the file: the plain name without marks, `thai_binh`.
    #[serde(skip)]
    pub ma: String,
    /// The plain name, "Thái Bình".
    pub ten: String,
    /// Other spellings, "Hoà Bình".
    #[serde(default)]
    pub ten_khac: Vec<String>,
    /// Its kind, at first.
    pub loai: LoaiTinh,
    /// A name that is not kind and plain name: "Thành phố Hồ Chí Minh" (Phụ lục II, mục III.1c).
    pub ten_day_du: Option<String>,
    /// First day, where it is known and matters.
    #[serde(default, deserialize_with = "ngay_iso_co_the")]
    pub tu: Option<NaiveDate>,
    /// When it changed its kind.
    pub doi_loai: Option<DoiLoai>,
    /// When it ended.
    pub het: Option<Het>,
    /// Where this comes from, beside the source of the whole list.
    pub nguon: Option<String>,
    /// How sure it is, if not as the whole list.
    pub do_tin: Option<DoTin>,
}

impl TinhThanh {
    /// "tỉnh Đồng Nai" or "thành phố Đồng Nai", as it was called on a day of its life.
    pub fn goi(&self, ngay: NaiveDate) -> String {
        if let Some(ten) = &self.ten_day_du {
            return ten.clone();
        }
        let doi = self.doi_loai.as_ref().filter(|doi| doi.tu <= ngay);
        match doi.map_or(self.loai, |doi| doi.loai) {
            LoaiTinh::Tinh => format!("tỉnh {}", self.ten),
            LoaiTinh::ThanhPho => format!("thành phố {}", self.ten),
        }
    }
}

/// Why a key has no name on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KhongDung {
    /// No unit has this key.
    KhongBiet,
    /// The unit is no more.
    KhongCon {
        /// First day on which it was no more.
        tu: NaiveDate,
        /// What its area belongs to on the day asked for: "tỉnh Hưng Yên".
        nay: String,
        /// The key of that.
        key_nay: String,
    },
    /// The unit is not there yet.
    ChuaCo {
        /// Its first day.
        tu: NaiveDate,
    },
}

/// All units by key, in the order of the file.
#[derive(Debug, Clone, Deserialize)]
#[serde(from = "Tho")]
pub struct DanhMucTinhThanh {
    /// Where the list comes from.
    pub nguon: Vec<String>,
    /// How sure it is.
    pub do_tin: DoTin,
    tinh: IndexMap<String, TinhThanh>,
}

/// The file as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tho {
    nguon: Vec<String>,
    do_tin: DoTin,
    tinh: IndexMap<String, TinhThanh>,
}

impl From<Tho> for DanhMucTinhThanh {
    fn from(mut tho: Tho) -> Self {
        for (ma, t) in &mut tho.tinh {
            t.ma.clone_from(ma);
        }
        DanhMucTinhThanh { nguon: tho.nguon, do_tin: tho.do_tin, tinh: tho.tinh }
    }
}

impl DanhMucTinhThanh {
    /// The unit of a key.
    pub fn get(&self, key: &str) -> Option<&TinhThanh> {
        self.tinh.get(key)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &TinhThanh> {
        self.tinh.values()
    }

    /// The unit of a plain name, as a place (`dia_danh`) is written: "Thái Bình", "Thành phố Hồ Chí Minh"; whatever its case.
    pub fn theo_ten(&self, ten: &str) -> Option<&TinhThanh> {
        let la = |cua: &String| khop(ten.trim(), 0, cua) == Some(ten.trim().len());
        self.iter().find(|t| std::iter::once(&t.ten).chain(&t.ten_khac).chain(&t.ten_day_du).any(la))
    }

    /// "tỉnh Đồng Nai" or "thành phố Đồng Nai", as the unit of a key is called on a day.
    ///
    /// # Errors
    /// No such key, or the unit is not there on that day.
    pub fn ten(&self, key: &str, ngay: NaiveDate) -> Result<String, KhongDung> {
        let tinh = self.get(key).ok_or(KhongDung::KhongBiet)?;
        if let Some(tu) = tinh.tu.filter(|tu| ngay < *tu) {
            return Err(KhongDung::ChuaCo { tu });
        }
        match tinh.het.as_ref().filter(|het| het.tu <= ngay) {
            Some(het) => {
                let nay = self.noi_tiep(tinh, ngay);
                Err(KhongDung::KhongCon { tu: het.tu, nay: nay.goi(ngay), key_nay: nay.ma.clone() })
            }
            None => Ok(tinh.goi(ngay)),
        }
    }

    /// What the area of a unit belongs to on a day: itself while it lives.
    fn noi_tiep<'a>(&'a self, mut tinh: &'a TinhThanh, ngay: NaiveDate) -> &'a TinhThanh {
        // A list in a circle cannot hold us longer than it is.
        for _ in 0..self.tinh.len() {
            let vao = tinh.het.as_ref().filter(|het| het.tu <= ngay).and_then(|het| self.get(&het.vao));
            match vao {
                Some(vao) => tinh = vao,
                None => break,
            }
        }
        tinh
    }
}
