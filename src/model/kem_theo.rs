//! What goes with a document: its appendices (Phụ lục I, phần I, mục III.1) and the documents it issues (Phụ lục III,
//! mẫu 1.3).

use super::{LoaiVanBan, NoiDung};
use crate::diag::Place;
use std::sync::Arc;

/// One thing that goes with a document. It has page numbers of its own.
#[derive(Debug, Clone)]
pub struct KemTheo {
    /// What it is.
    pub loai: LoaiKem,
    /// Its title; each item begins a printed line. An appendix may have none.
    pub ten: Vec<String>,
    /// Its body, with its final "./.".
    pub noi_dung: NoiDung,
    /// Whether its pages lie on their side.
    pub ngang: bool,
    /// Whether it is a file of its own.
    pub tep_rieng: bool,
    /// Where it was written.
    pub place: Place,
}

/// Appendix or document.
#[derive(Debug, Clone)]
pub enum LoaiKem {
    /// An appendix with its number: "Văn bản có từ hai Phụ lục trở lên thì các Phụ lục phải được đánh số thứ tự bằng chữ
    /// số La Mã" (III.1a). Empty for a single one.
    PhuLuc(String),
    /// A document that a quyết định issues or approves.
    VanBan(Arc<LoaiVanBan>),
}

impl KemTheo {
    /// What it is called where it is named in full: "Phụ lục II", "Quy chế".
    pub fn goi(&self) -> String {
        match &self.loai {
            LoaiKem::PhuLuc(so) => format!("Phụ lục {so}").trim_end().to_owned(),
            LoaiKem::VanBan(loai) => super::van_ban::capitalise(&loai.ten),
        }
    }
}
