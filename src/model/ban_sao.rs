//! Copies of documents (Điều 25; Phụ lục I, phần II): SAO Y, SAO LỤC, TRÍCH SAO.

use super::van_ban::{capitalise, liet_ke};
use super::{CoQuan, KhoiKy, NgayVanBan, SoVanBan};
use crate::diag::fold;
use chrono::{DateTime, Datelike, FixedOffset, Timelike};
use indexmap::IndexMap;
use serde::Deserialize;
use std::sync::Arc;

/// A kind of copy, as `data/ban_sao.yaml` lists them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HinhThucSao {
    /// The name in lower case, as in Điều 25. Filled from the key.
    #[serde(skip)]
    pub ten: String,
    /// Abbreviation of Phụ lục III, mục I.
    pub viet_tat: String,
    /// "Được thực hiện bằng việc tạo lập lại đầy đủ thể thức" (Điều 25 khoản 3 điểm b): no finished file can be copied so.
    #[serde(default)]
    pub tao_lap_lai: bool,
}

impl HinhThucSao {
    /// "Các cụm từ “SAO Y”, “SAO LỤC”, “TRÍCH SAO” được trình bày bằng chữ in hoa" (phần II, mục II.2b).
    pub fn in_hoa(&self) -> String {
        self.ten.to_uppercase()
    }

    /// "Chữ in thường" (phần II, mục I.3c): "Sao y".
    pub fn in_thuong(&self) -> String {
        capitalise(&self.ten)
    }

    /// The name as a part of a file name or an option: `sao_y`.
    pub fn ma(&self) -> String {
        fold(&self.ten)
    }
}

/// All kinds of copy, in the order of the file.
#[derive(Debug, Clone, Deserialize)]
#[serde(transparent)]
pub struct DanhMucSao(IndexMap<String, HinhThucSao>);

impl DanhMucSao {
    /// Gives every kind its name.
    pub fn with_names(mut self) -> Self {
        for (ten, hinh_thuc) in &mut self.0 {
            hinh_thuc.ten.clone_from(ten);
        }
        self
    }

    /// All kinds.
    pub fn iter(&self) -> impl Iterator<Item = &HinhThucSao> {
        self.0.values()
    }

    /// The kind named `sao y`, `sao-y` or `sao_y`.
    pub fn tim(&self, ten: &str) -> Option<&HinhThucSao> {
        self.iter().find(|h| h.ma() == fold(ten))
    }
}

/// What is put on a copy.
#[derive(Debug, Clone)]
pub struct BanSao {
    /// Its kind.
    pub hinh_thuc: HinhThucSao,
    /// Who copies.
    pub co_quan: Arc<CoQuan>,
    /// On paper or as a file.
    pub dang: DangSao,
}

/// On paper or as a file.
#[derive(Debug, Clone)]
pub enum DangSao {
    /// "Bản sao sang định dạng giấy" (phần II, mục II; mẫu 3.1).
    Giay(BanSaoGiay),
    /// "Bản sao sang định dạng điện tử" (phần II, mục I; mẫu 3.2).
    DienTu {
        /// Name of the agency in lower case, "Sở Y tế".
        ten_co_quan: String,
        /// When the agency signs; `None` leaves its place to the signing software.
        thoi_gian_ky: Option<ThoiGianKy>,
    },
}

/// The end of a copy on paper.
#[derive(Debug, Clone)]
pub struct BanSaoGiay {
    /// Number among all copies of the agency in the year (II.1c); `None` is a blank slot.
    pub so: Option<SoVanBan>,
    /// Date of the copy; `None` leaves day, month and year open.
    pub ngay: Option<NgayVanBan>,
    /// Recipients, without dashes and final marks.
    pub noi_nhan: Vec<String>,
    /// What follows "Lưu: ".
    pub luu: String,
    /// Signer.
    pub nguoi_ky: KhoiKy,
}

impl BanSao {
    /// The end of a copy on paper.
    pub fn giay(&self) -> Option<&BanSaoGiay> {
        match &self.dang {
            DangSao::Giay(giay) => Some(giay),
            DangSao::DienTu { .. } => None,
        }
    }

    /// "Số, ký hiệu bản sao bao gồm số thứ tự đăng ký … và chữ viết tắt tên loại bản sao" (II.1c); mẫu 3.1 adds the
    /// agency: `SY-SYT`.
    pub fn ky_hieu(&self) -> String {
        format!("{}-{}", self.hinh_thuc.viet_tat, self.co_quan.viet_tat)
    }
}

impl BanSaoGiay {
    /// The lines under "Nơi nhận:", dashes left out, with their final marks and the archive line last.
    pub fn dong_noi_nhan(&self) -> Vec<String> {
        let mut items = self.noi_nhan.clone();
        items.push(format!("Lưu: {}", self.luu));
        liet_ke(&items)
    }
}

/// "Thời gian ký (ngày tháng năm; giờ phút giây; múi giờ Việt Nam theo tiêu chuẩn ISO 8601)" (phần II, mục I.3c).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ThoiGianKy(DateTime<FixedOffset>);

/// Vietnam's offset from UTC, in seconds.
const GIO_VIET_NAM: i32 = 7 * 3600;

impl ThoiGianKy {
    /// Reads `2027-02-14T10:30:00+07:00`. `None` for another shape or another time zone.
    pub fn parse(text: &str) -> Option<Self> {
        let time = DateTime::parse_from_rfc3339(text.trim()).ok()?;
        (time.offset().local_minus_utc() == GIO_VIET_NAM).then_some(ThoiGianKy(time))
    }

    /// As printed: `14/02/2027; 10:30:00 +07:00`.
    pub fn viet(&self) -> String {
        let t = self.0;
        let (ngay, gio) = ((t.day(), t.month(), t.year()), (t.hour(), t.minute(), t.second()));
        format!("{:02}/{:02}/{:04}; {:02}:{:02}:{:02} +07:00", ngay.0, ngay.1, ngay.2, gio.0, gio.1, gio.2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_of_signing_is_vietnamese() {
        let viet = |t: &str| ThoiGianKy::parse(t).map(|t| t.viet());
        assert_eq!(viet("2027-02-14T10:30:00+07:00").as_deref(), Some("14/02/2027; 10:30:00 +07:00"));
        assert_eq!(viet("2027-02-14T03:30:00Z"), None);
        assert_eq!(viet("14/02/2027"), None);
        assert_eq!(viet("2027-02-30T10:30:00+07:00"), None);
    }
}
