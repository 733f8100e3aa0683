//! Spelling and wording. Words and phrases stand in `data/kiem_tra/`.

mod am_tiet;
mod cum;
mod dau_thanh;
mod lap_tu;
mod phong_trao;
#[cfg(test)]
mod thu;
mod tieng;
mod tu_la;
mod viet_tat;

pub use am_tiet::la_am_tiet;
pub use cum::{CUM_CHUAN, CUM_GAN_DUNG, CUM_NEN_DUNG, LAN_THIEU_THU, NHAM_LAN, SI, TRAT_TU_LAN_THU};
pub use dau_thanh::DAT_DAU_THANH;
pub use lap_tu::{CHU_TACH, LAP_TU};
pub use phong_trao::{TEN_PHONG_TRAO, TenPhongTrao};
pub use tieng::TIENG_GAN_DUNG;
pub use tu_la::{DAU_THANH_SAI_CHO, SAI_AM_TIET, VIET_LIEN};
pub use viet_tat::VIET_TAT;

/// "Kiểm tra văn bản trước khi ký ban hành".
const DIEU_12: &str = "NĐ 30/2020/NĐ-CP, Điều 12";
