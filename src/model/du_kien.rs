//! Facts that compute themselves: commemorations, provinces, plan periods and terms, instruments of law. Pure functions of
//! the data and of a year or a day; nothing here knows which day it is.

mod giai_doan;
mod ky_niem;
mod phap_luat;
mod sap_nhap;
mod tim;
mod tinh_thanh;

pub use giai_doan::{DanhMucGiaiDoan, GiaiDoan};
pub use ky_niem::{DanhMucKyNiem, Lich, NgayKyNiem, loai_nam};
pub use phap_luat::{DanhMucPhapLuat, HieuLuc, VanBanPhapLuat};
pub use sap_nhap::{CoQuanCu, DanhMucSapNhap, TenCoQuanCu};
pub use tinh_thanh::{DanhMucTinhThanh, KhongDung, LoaiTinh, TenCu, TinhThanh};

use serde::Deserialize;

/// How sure a fact is, in the eyes of who compiled the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DoTin {
    /// Doubtful.
    Thap,
    /// Probable.
    TrungBinh,
    /// Sure.
    Cao,
}

/// Whether the named source was read and says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DaKiem {
    /// No: written from memory.
    Khong,
    /// In part.
    MotPhan,
    /// Yes.
    Co,
}
