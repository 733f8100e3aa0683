//! A campaign as typed: texts with their places, templates in them not yet rendered. A key that was missing or wrong is
//! `None` here and already reported, so that `resolve` can go on and find the other mistakes.

use super::du_kien::{DanhMucGiaiDoan, DanhMucKyNiem, DanhMucPhapLuat, DanhMucTinhThanh};
use super::lich::LichNghi;
use super::{CacTruong, CoChu, CoQuan, Dang, DanhSach, Dau, QuyenHan};
use crate::diag::{Located, Place};
use std::collections::HashMap;
use std::sync::Arc;

/// A text of the campaign.
pub type Text = Located<String>;

/// The whole file.
#[derive(Debug)]
pub struct CampaignDraft {
    /// Stem of the file.
    pub ten_tep: String,
    /// `nam`.
    pub nam: Option<Located<i32>>,
    /// `co_quan`.
    pub co_quan: Option<Text>,
    /// Phrases of `data/cau_chu.yaml`, in order.
    pub cau_chu: Vec<(Text, Gia)>,
    /// `bien`, in order.
    pub bien: Vec<(Text, Gia)>,
    /// `van_ban`, in order.
    pub van_ban: Vec<DocumentDraft>,
    /// The agencies named anywhere in the file, by key; those that could not be read are reported and absent.
    pub agencies: HashMap<String, Arc<CoQuan>>,
    /// `danh_sach`, in order; those that could not be read are reported and absent.
    pub danh_sach: Vec<ListDraft>,
    /// Names of all lists, also of those that could not be read.
    pub ten_danh_sach: Vec<String>,
    /// The facts that the texts speak of.
    pub du_kien: DuKien,
}

impl CampaignDraft {
    /// The list that a document is made from row by row.
    pub fn list_of(&self, document: &DocumentDraft) -> Option<&ListDraft> {
        let ma = document.theo_danh_sach.as_ref()?;
        self.danh_sach.iter().find(|list| list.ma.value == ma.value)
    }
}

/// Facts from `data/`, each read only where a campaign uses it.
#[derive(Debug, Clone, Default)]
pub struct DuKien {
    /// Commemorations.
    pub ky_niem: Option<Arc<DanhMucKyNiem>>,
    /// Provinces.
    pub tinh_thanh: Option<Arc<DanhMucTinhThanh>>,
    /// Plan periods and terms.
    pub giai_doan: Option<Arc<DanhMucGiaiDoan>>,
    /// Instruments that can be cited.
    pub phap_luat: Option<Arc<DanhMucPhapLuat>>,
    /// Days off.
    pub ngay_nghi: Option<Arc<LichNghi>>,
}

/// One list of recipients.
#[derive(Debug)]
pub struct ListDraft {
    /// Its name in the campaign.
    pub ma: Text,
    /// Its columns and the rows that can be used.
    pub danh_sach: DanhSach,
    /// File name of each row's document, in the order of the rows; `None` where the list has no `khoa`.
    pub khoa: Option<Vec<String>>,
    /// Index of the column that is printed where the list is called by its name.
    pub ten: usize,
}

/// A value of `bien`.
#[derive(Debug, Clone)]
pub enum Gia {
    /// One text.
    Text(Text),
    /// A list of texts.
    List(Vec<Text>),
}

/// One document.
#[derive(Debug)]
pub struct DocumentDraft {
    /// Its key.
    pub id: Text,
    /// `loai`
    pub loai: Option<Text>,
    /// `co_quan`
    pub co_quan: Option<Text>,
    /// `so`
    pub so: Option<Text>,
    /// `ky_hieu`
    pub ky_hieu: Option<Text>,
    /// `ngay`
    pub ngay: Option<Text>,
    /// `dia_danh`
    pub dia_danh: Option<Text>,
    /// `don_vi_soan_thao`
    pub don_vi_soan_thao: Option<Text>,
    /// `trich_yeu`
    pub trich_yeu: Option<Text>,
    /// `theo_danh_sach`
    pub theo_danh_sach: Option<Text>,
    /// `kinh_gui`
    pub kinh_gui: Vec<Text>,
    /// `noi_dung`
    pub noi_dung: Option<Lines>,
    /// `noi_nhan`
    pub noi_nhan: Vec<NoiNhanDraft>,
    /// `luu`
    pub luu: Option<Text>,
    /// `nguoi_ky`
    pub nguoi_ky: Option<NguoiKyDraft>,
    /// `tham_quyen`
    pub tham_quyen: Option<Text>,
    /// `can_cu`
    pub can_cu: Vec<Text>,
    /// `phu_luc`, then `kem_theo`.
    pub kem_theo: Vec<KemTheoDraft>,
    /// `sao`
    pub sao: Option<SaoDraft>,
    /// `dang`
    pub dang: Dang,
    /// `trang`: whether the pages lie on their side.
    pub ngang: bool,
    /// Keys that only some types have; persons as objects `nguoi_ghi`.
    pub truong: CacTruong,
    /// `dau`
    pub dau: Dau,
    /// `co_chu`
    pub co_chu: CoChu,
}

impl DocumentDraft {
    /// The agencies it names: its own, and the one that copies.
    pub fn agencies(&self) -> impl Iterator<Item = &Text> {
        self.co_quan.iter().chain(self.sao.as_ref().and_then(|sao| sao.co_quan.as_ref()))
    }
}

/// An item of `phu_luc` or `kem_theo`.
#[derive(Debug)]
pub struct KemTheoDraft {
    /// Type of a document that is issued; `None` for an appendix.
    pub loai: Option<Text>,
    /// `ten` or `trich_yeu`.
    pub ten: Option<Text>,
    /// `noi_dung`
    pub noi_dung: Option<Lines>,
    /// `trang`
    pub ngang: bool,
    /// `tep_rieng`
    pub tep_rieng: bool,
    /// Its first line.
    pub place: Place,
}

/// `sao`: the end of a copy that is made anew.
#[derive(Debug)]
pub struct SaoDraft {
    /// Who copies; left out, the agency of the document.
    pub co_quan: Option<Text>,
    /// `so`
    pub so: Option<Text>,
    /// `ngay`
    pub ngay: Option<Text>,
    /// `noi_nhan`
    pub noi_nhan: Vec<Text>,
    /// `luu`
    pub luu: Option<Text>,
    /// `nguoi_ky`
    pub nguoi_ky: Option<NguoiKyDraft>,
    /// Its first line.
    pub place: Place,
}

/// The lines of a body, each with its place, so that a finding inside it points at its own line.
pub type Lines = Vec<Located<String>>;

/// An item of `noi_nhan`.
#[derive(Debug)]
pub struct NoiNhanDraft {
    /// Names.
    pub gui: Vec<Text>,
    /// Purpose of the group.
    pub de: Option<Text>,
}

/// `nguoi_ky`.
#[derive(Debug)]
pub struct NguoiKyDraft {
    /// Key of the person.
    pub ai: Text,
    /// Authority, if the post does not decide.
    pub quyen_han: Option<(QuyenHan, Place)>,
}
