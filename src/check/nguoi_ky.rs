//! The signer: authority, post, name (Phụ lục I, phần I, mục II, khoản 7; Điều 13).

pub mod chuc_vu;
pub mod ho_ten;
pub mod khoi;
pub mod quyen_han;
pub mod tap_the;
