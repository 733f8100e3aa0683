//! Instruments of law, as `data/van_ban_phap_luat.yaml` lists them: how they are cited, and when they are in force.

use super::{DaKiem, DoTin};
use crate::model::NgayVanBan;
use crate::model::lich::{ngay_iso_co_the, viet_chu};
use chrono::NaiveDate;
use indexmap::IndexMap;
use serde::Deserialize;

/// One instrument.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VanBanPhapLuat {
    /// Key in the file: `nd_30_2020`.
    #[serde(skip)]
    pub ma: String,
    /// "Luật", "Nghị định", "Thông tư" …
    pub loai: String,
    /// "30/2020/NĐ-CP".
    pub so_ky_hieu: String,
    /// Day of issue. None: not known for sure; citations leave a blank slot.
    #[serde(default, deserialize_with = "ngay_iso_co_the")]
    pub ngay_ban_hanh: Option<NaiveDate>,
    /// Who issued it; a Thông tư is "của Bộ trưởng Bộ …".
    pub co_quan: String,
    /// The subject as it follows in a citation: "Thi đua, khen thưởng", "về công tác văn thư".
    pub ten: String,
    /// First day in force. None: not known.
    #[serde(default, deserialize_with = "ngay_iso_co_the")]
    pub hieu_luc_tu: Option<NaiveDate>,
    /// First day no longer in force. None: in force, or not known.
    #[serde(default, deserialize_with = "ngay_iso_co_the")]
    pub het_hieu_luc_tu: Option<NaiveDate>,
    /// Keys of what replaced it.
    #[serde(default)]
    pub thay_the_boi: Vec<String>,
    /// Keys of what amended it: still in force, to be read together.
    #[serde(default)]
    pub sua_doi_boi: Vec<String>,
    /// What else is to be known.
    pub ghi_chu: Option<String>,
    /// Where this comes from.
    pub nguon: String,
    /// How sure it is.
    pub do_tin: DoTin,
    /// Whether a source was read.
    pub da_kiem: DaKiem,
    /// From when a successor is in force, when the end of this one is not known.
    #[serde(skip)]
    thay_tu: Option<NaiveDate>,
}

/// Whether an instrument is in force on a date, of which day and month may be open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HieuLuc {
    /// In force, as far as the data know.
    Con,
    /// Not yet.
    ChuaCo {
        /// First day in force.
        tu: NaiveDate,
    },
    /// Perhaps not yet: the first day lies in the open part of the date.
    CoTheChua {
        /// First day in force.
        tu: NaiveDate,
    },
    /// Perhaps no longer: the end lies in the open part of the date, or there is a successor but the end is not known.
    CoTheHet {
        /// First day no longer in force; the successor's first day when the end is not known.
        tu: NaiveDate,
        /// Keys of what replaced it.
        thay: Vec<String>,
    },
    /// No longer.
    Het {
        /// First day no longer in force.
        tu: NaiveDate,
        /// Keys of what replaced it; empty: nothing is known of a successor.
        thay: Vec<String>,
    },
}

impl VanBanPhapLuat {
    /// Whether it is cited by kind and name, without number: "riêng Luật, Pháp lệnh không ghi số, ký hiệu, cơ quan ban
    /// hành" (Phụ lục I, phần I, mục II.6a).
    pub fn la_luat(&self) -> bool {
        matches!(self.loai.as_str(), "Luật" | "Bộ luật" | "Pháp lệnh" | "Hiến pháp")
    }

    /// A line of legal bases without its end mark: "Căn cứ ban hành văn bản được ghi đầy đủ tên loại văn bản, số, ký hiệu,
    /// cơ quan ban hành, ngày tháng năm ban hành văn bản và trích yếu nội dung văn bản (riêng Luật, Pháp lệnh không ghi số,
    /// ký hiệu, cơ quan ban hành)" (Phụ lục I, phần I, mục II.6a).
    pub fn can_cu(&self) -> String {
        match self.la_luat() {
            true => format!("Căn cứ {} {}", self.lan_sau(), self.ngay_chu()),
            false => format!("Căn cứ {}", self.lan_dau()),
        }
    }

    /// The first mention in a text: "phải ghi đầy đủ tên loại, số, ký hiệu của văn bản, thời gian ban hành văn bản, tên cơ
    /// quan, tổ chức ban hành văn bản và trích yếu nội dung văn bản (đối với Luật và Pháp lệnh chỉ ghi tên loại và tên của
    /// Luật, Pháp lệnh)" (Phụ lục I, phần I, mục II.6b).
    pub fn lan_dau(&self) -> String {
        match self.la_luat() {
            true => self.lan_sau(),
            false => format!("{} {} của {} {}", self.lan_sau(), self.ngay_chu(), self.co_quan, self.ten),
        }
    }

    /// Later mentions: "trong các lần viện dẫn tiếp theo, chỉ ghi tên loại và số, ký hiệu của văn bản đó" (mục II.6b);
    /// a Luật or Pháp lệnh by kind and name.
    pub fn lan_sau(&self) -> String {
        match self.la_luat() {
            true => format!("{} {}", self.loai, self.ten),
            false => format!("{} số {}", self.loai, self.so_ky_hieu),
        }
    }

    /// The date in words; a blank slot for day and month (and year) that are not known.
    fn ngay_chu(&self) -> String {
        match (self.ngay_ban_hanh, self.nam_cua_so()) {
            (Some(ngay), _) => viet_chu(ngay),
            (None, Some(nam)) => format!("ngày … tháng … năm {nam}"),
            (None, None) => "ngày … tháng … năm …".to_owned(),
        }
    }

    /// The year within the number: 2024 of "01/2024/TT-BNV".
    fn nam_cua_so(&self) -> Option<i32> {
        let nam = self.so_ky_hieu.split('/').nth(1).filter(|nam| nam.len() == 4)?;
        nam.parse().ok()
    }

    /// First day on which it may have been in force, by what is known.
    fn som_nhat(&self) -> Option<NaiveDate> {
        let nam = || NaiveDate::from_ymd_opt(self.nam_cua_so()?, 1, 1);
        self.hieu_luc_tu.or(self.ngay_ban_hanh).or_else(nam)
    }

    /// Whether it is in force on a date.
    pub fn hieu_luc(&self, ngay: &NgayVanBan) -> HieuLuc {
        let (dau, cuoi) = khoang(ngay);
        let thay = || self.thay_the_boi.clone();
        match (self.het_hieu_luc_tu, self.thay_tu) {
            (Some(tu), _) if dau >= tu => return HieuLuc::Het { tu, thay: thay() },
            (Some(tu), _) | (None, Some(tu)) if cuoi >= tu => return HieuLuc::CoTheHet { tu, thay: thay() },
            _ => {}
        }
        match self.som_nhat() {
            Some(tu) if cuoi < tu => HieuLuc::ChuaCo { tu },
            Some(tu) if dau < tu => HieuLuc::CoTheChua { tu },
            _ => HieuLuc::Con,
        }
    }
}

/// The first and the last day that a date may turn out to be.
fn khoang(ngay: &NgayVanBan) -> (NaiveDate, NaiveDate) {
    let dau = NaiveDate::from_ymd_opt(ngay.nam, ngay.thang.unwrap_or(1), ngay.ngay.unwrap_or(1)).unwrap_or_default();
    let thang = ngay.thang.unwrap_or(12);
    let cuoi_thang = || (28..=31).rev().find_map(|d| NaiveDate::from_ymd_opt(ngay.nam, thang, d)).unwrap_or(dau);
    (dau, ngay.ngay.and_then(|d| NaiveDate::from_ymd_opt(ngay.nam, thang, d)).unwrap_or_else(cuoi_thang))
}

/// All instruments by key, in the order of the file.
#[derive(Debug, Clone, Deserialize)]
#[serde(from = "IndexMap<String, VanBanPhapLuat>")]
pub struct DanhMucPhapLuat(IndexMap<String, VanBanPhapLuat>);

impl From<IndexMap<String, VanBanPhapLuat>> for DanhMucPhapLuat {
    fn from(mut van_ban: IndexMap<String, VanBanPhapLuat>) -> Self {
        let tu: IndexMap<String, Option<NaiveDate>> =
            van_ban.iter().map(|(ma, v)| (ma.clone(), v.som_nhat())).collect();
        for (ma, v) in &mut van_ban {
            v.ma.clone_from(ma);
            if v.het_hieu_luc_tu.is_none() {
                v.thay_tu = v.thay_the_boi.iter().filter_map(|ma| tu.get(ma).copied().flatten()).min();
            }
        }
        DanhMucPhapLuat(van_ban)
    }
}

impl DanhMucPhapLuat {
    /// The instrument of a key.
    pub fn get(&self, ma: &str) -> Option<&VanBanPhapLuat> {
        self.0.get(ma)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &VanBanPhapLuat> {
        self.0.values()
    }

    /// The instruments of a number: "98/2023/NĐ-CP", "số 05/2016/…", whatever its case, spaces and leading zeros. The
    /// Party's numbers begin anew with each term (34-CT/TW of 2014 and of 2024), so there may be several.
    pub fn tim_theo_so(&self, so: &str) -> Vec<&VanBanPhapLuat> {
        let so = chuan(so);
        self.0.values().filter(|v| chuan(&v.so_ky_hieu) == so).collect()
    }
}

fn chuan(so: &str) -> String {
    let so: String = so.to_lowercase().split_whitespace().collect();
    so.trim_start_matches("số").trim_start_matches([':', '0']).to_owned()
}
