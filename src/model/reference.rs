//! The program's own data, from `data/`, as every step sees it.

use super::{DanhMucChucVu, DanhMucLoai, DanhMucSao, TuKhoa};

/// Reference data that every campaign needs.
#[derive(Debug)]
pub struct Reference {
    /// Document types.
    pub loai: DanhMucLoai,
    /// Kinds of copy.
    pub sao: DanhMucSao,
    /// Keys of the format.
    pub tu_khoa: TuKhoa,
    /// Posts of signers.
    pub chuc_vu: DanhMucChucVu,
}
