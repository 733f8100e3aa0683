//! Documents ready to be checked and merged.

use super::{BanSao, CacTruong, CoQuan, KemTheo, KhoiKy, LoaiVanBan, NgayVanBan, NoiDung, SoVanBan, Truong};
use crate::diag::{Located, Place};
use std::sync::Arc;

/// The documents of one campaign: their heads. Bodies are resolved one by one, by whoever prints them.
#[derive(Debug)]
pub struct BoVanBan {
    /// Stem of the campaign's file: the folder its documents are written to.
    pub ten_tep: String,
    /// Year of the campaign.
    pub nam: i32,
    /// Heads in the order of the file.
    pub dau: Vec<DauVanBan>,
}

/// What is known of a document before its body is read; no head reads another document.
#[derive(Debug, Clone)]
pub struct DauVanBan {
    /// Key in the campaign and file name.
    pub id: Located<String>,
    /// Its type.
    pub loai: Arc<LoaiVanBan>,
    /// Who issues it.
    pub co_quan: Arc<CoQuan>,
    /// Number; `None` is a blank slot.
    pub so: Option<Located<SoVanBan>>,
    /// Symbol without the number, `KH-SYT`.
    pub ky_hieu: String,
    /// Date of issue.
    pub ngay: Located<NgayVanBan>,
    /// Place before the date.
    pub dia_danh: String,
    /// Subject; each item begins a printed line.
    pub trich_yeu: Vec<String>,
    /// Where the subject was written.
    pub trich_yeu_place: Place,
    /// Whether it is a document made anew as a copy, which bears the number of its original (Điều 25 khoản 3).
    pub trich_sao: bool,
}

/// A whole document.
#[derive(Debug, Clone)]
pub struct VanBan {
    /// Its head.
    pub dau: DauVanBan,
    /// Who issues it, over the legal bases of a quyết định; `None` if it is not known.
    pub tham_quyen: Option<Located<String>>,
    /// Legal bases (II.6a), without final marks.
    pub can_cu: Vec<Located<String>>,
    /// Direct addressees (ô 9a), without final marks; empty where the type has none.
    pub kinh_gui: Vec<Located<String>>,
    /// Body (ô 6), with its final "./.".
    pub noi_dung: NoiDung,
    /// Recipients (ô 9b), without dashes and final marks.
    pub noi_nhan: Vec<Located<String>>,
    /// What follows "Lưu: ", without the final full stop.
    pub luu: Located<String>,
    /// Signer (ô 7); without lines where the type has signers of its own.
    pub nguoi_ky: Located<KhoiKy>,
    /// Appendices and documents it issues.
    pub kem_theo: Vec<KemTheo>,
    /// The end of a copy, where the document is one that was made anew: TRÍCH SAO (Điều 25 khoản 3).
    pub sao: Option<BanSao>,
    /// On paper or electronic.
    pub dang: Dang,
    /// Whether the pages lie on their side: "có thể được trình bày theo chiều rộng" (I.2).
    pub ngang: bool,
    /// Keys that only some types have.
    pub truong: CacTruong,
    /// Sizes.
    pub co_chu_dau: Dau,
    /// Sizes.
    pub co_chu: CoChu,
}

/// The form a document is issued in; only what goes with it looks different (III.1c).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Dang {
    /// "văn bản giấy"
    #[default]
    Giay,
    /// "văn bản điện tử"
    DienTu,
}

/// Letterhead profile: the sizes of its components move together (footnote of Phụ lục I, phần I, mục V).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Dau {
    /// Quốc hiệu 12, tiêu ngữ 13, địa danh 13.
    #[default]
    Nho,
    /// Quốc hiệu 13, tiêu ngữ 14, địa danh 14.
    Lon,
}

impl Dau {
    /// As written in campaigns and in `data/the_thuc.yaml`.
    pub fn as_str(self) -> &'static str {
        match self {
            Dau::Nho => "12_13",
            Dau::Lon => "13_14",
        }
    }
}

/// Size of the body in points: 13 or 14.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CoChu(pub u8);

impl Default for CoChu {
    /// "Cỡ chữ 14" of the sample column of mục V.
    fn default() -> Self {
        CoChu(14)
    }
}

/// A line of text by the rule of khoản 9 điểm d: "cuối dòng có dấu chấm phẩy (;), cuối dòng cuối cùng có dấu chấm (.)".
pub fn liet_ke(items: &[String]) -> Vec<String> {
    let last = items.len().saturating_sub(1);
    items.iter().enumerate().map(|(i, item)| format!("{item}{}", if i == last { "." } else { ";" })).collect()
}

/// The same text with its first letter in capitals.
pub fn capitalise(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|c| c.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

impl VanBan {
    /// Every body: the document's own, then those of what goes with it.
    pub fn bodies(&self) -> impl Iterator<Item = &NoiDung> {
        [&self.noi_dung].into_iter().chain(self.kem_theo.iter().map(|kem| &kem.noi_dung))
    }

    /// Every printed text outside the bodies, with the place it was written at; what comes from the agency file has the
    /// place of the document.
    pub fn texts(&self) -> Vec<(&str, &Place)> {
        let dau = &self.dau;
        let co_quan = &dau.co_quan;
        let agency = co_quan.ten.iter().chain(&co_quan.chu_quan).chain(&co_quan.dia_chi).chain([&co_quan.ten_goi]);
        let head = agency.chain([&dau.dia_danh, &dau.ky_hieu]).map(|text| (text.as_str(), &dau.id.place));
        let trich_yeu = dau.trich_yeu.iter().map(|text| (text.as_str(), &dau.trich_yeu_place));
        let lists = self.tham_quyen.iter().chain(&self.can_cu).chain(&self.kinh_gui).chain(&self.noi_nhan);
        let lists = lists.chain([&self.luu]).chain(self.truong.values().flat_map(Truong::texts));
        let ky = &self.nguoi_ky.value;
        let ky = ky.quyen_han.iter().chain(&ky.chuc_vu_khac).chain([&ky.ho_ten]);
        let ky = ky.map(|text| (text.as_str(), &self.nguoi_ky.place));
        let kem = self.kem_theo.iter().flat_map(|kem| kem.ten.iter().map(|text| (text.as_str(), &kem.place)));
        let lists = lists.map(|text| (text.value.as_str(), &text.place));
        let giay = self.sao.as_ref().and_then(BanSao::giay);
        let sao = giay.iter().flat_map(|giay| giay.noi_nhan.iter().chain([&giay.luu]));
        let kem = kem.chain(sao.map(|text| (text.as_str(), &dau.id.place)));
        trich_yeu.chain(head).chain(lists).chain(ky).chain(kem).collect()
    }

    /// The lines under "Nơi nhận:", dashes left out, with their final marks and the archive line last; nothing when
    /// nobody is to receive it. Behind the archive line stand the drafter's mark and the number of copies, "PL.(300)" (ô
    /// 12; mẫu 1.4, chú thích 10).
    pub fn dong_noi_nhan(&self) -> Vec<String> {
        if self.noi_nhan.is_empty() {
            return Vec::new();
        }
        let mut items: Vec<String> = self.noi_nhan.iter().map(|n| n.value.clone()).collect();
        items.push(format!("Lưu: {}", self.luu.value));
        let mut lines = liet_ke(&items);
        let text = |khoa: &str| Some(self.truong.get(khoa)?.chu()?.value.as_str()).filter(|t| !t.is_empty());
        let copies = text("so_ban").map(|so| format!("({so})"));
        let mark = [text("nguoi_soan").map(str::to_owned), copies].into_iter().flatten().collect::<Vec<_>>().join(".");
        if let Some(last) = lines.last_mut().filter(|_| !mark.is_empty()) {
            last.push_str(&format!(" {mark}"));
        }
        lines
    }

    /// The legal bases as printed: "sau mỗi căn cứ phải xuống dòng, cuối dòng có dấu chấm phẩy (;), dòng cuối cùng kết
    /// thúc bằng dấu chấm (.)" (II.6a).
    pub fn dong_can_cu(&self) -> Vec<String> {
        liet_ke(&self.can_cu.iter().map(|c| c.value.clone()).collect::<Vec<_>>())
    }

    /// Addressees as printed: one stands alone without a mark (sample of mục V, 8a), several are listed.
    pub fn dong_kinh_gui(&self) -> Vec<String> {
        let items: Vec<String> = self.kinh_gui.iter().map(|n| n.value.clone()).collect();
        if items.len() == 1 { items } else { liet_ke(&items) }
    }
}
