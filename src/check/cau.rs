//! Sentences: how they begin, whether they are whole, how long they are (Phụ lục II, mục I).

mod chu_hoa;
mod chu_thuong;
mod cut;
mod mo_ho;

pub use chu_hoa::HOA_GIUA_CAU;
pub use chu_thuong::{CAU_CHU_THUONG, DOAN_CHU_THUONG};
pub use cut::{CAU_CUT, CAU_MUC_DICH};
pub use mo_ho::{BAO_CAO_KHONG_HAN, CAU_DAI, THOI_GIAN_MO_HO, cac_cau};
