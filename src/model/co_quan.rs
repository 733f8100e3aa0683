//! An issuing agency (Phụ lục I, phần I, mục II, khoản 2) and the people who sign for it.

use super::{NgayVanBan, QuyenHan};
use crate::diag::Located;
use indexmap::IndexMap;

/// How an agency decides, which governs how its papers are signed (Điều 13 khoản 1, 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CheDo {
    /// The head signs in his own right.
    #[default]
    ThuTruong,
    /// The head signs for the collective.
    TapThe,
}

/// An agency as one file of `data/co_quan` describes it.
#[derive(Debug, Clone, Default)]
pub struct CoQuan {
    /// The file's stem.
    pub ma: String,
    /// Printed lines of its name, in capitals.
    pub ten: Vec<String>,
    /// Printed lines of its superior agency's name; may be empty.
    pub chu_quan: Vec<String>,
    /// Abbreviation used in symbols.
    pub viet_tat: String,
    /// Place written before the date.
    pub dia_danh: String,
    /// Its name in running text, "Sở Y tế"; empty means as printed in the letterhead.
    pub ten_goi: String,
    /// Printed lines of the footer of the first page (ô 13).
    pub dia_chi: Vec<String>,
    /// How it decides.
    pub che_do: CheDo,
    /// Words after "TM.". A collective without them is an advisory body that may not use the seal, on whose papers only
    /// the signer's post in it stands (II.7c).
    pub tap_the: Option<String>,
    /// Post of the head, in capitals; `None` where neither the file nor the posts of its people tell.
    pub dung_dau: Option<String>,
    /// Groups of recipients by name.
    pub nhom: IndexMap<String, Vec<String>>,
    /// Signers by key.
    pub nguoi: IndexMap<String, Nguoi>,
}

impl CoQuan {
    /// Its name in running text.
    pub fn goi(&self) -> String {
        if self.ten_goi.is_empty() { self.ten.join(" ") } else { self.ten_goi.clone() }
    }

    /// The whole name on one line, superior agency last: "SỞ Y TẾ, UBND TỈNH THÁI BÌNH".
    pub fn ten_day_du(&self) -> String {
        let mut ten = self.ten.join(" ");
        if !self.chu_quan.is_empty() {
            ten.push_str(", ");
            ten.push_str(&self.chu_quan.join(" "));
        }
        ten
    }

    /// The issuing authority of a decision, "Thẩm quyền ban hành văn bản" (Phụ lục III, mẫu 1.2 ghi chú 6): the head where
    /// he decides, "GIÁM ĐỐC SỞ Y TẾ", else the collective, "ỦY BAN NHÂN DÂN TỈNH CAO BẰNG". `None` when the head's post
    /// is not known. The name stands as typed in `ten`.
    pub fn tham_quyen(&self) -> Option<String> {
        let ten = self.ten.join(" ");
        if self.che_do == CheDo::TapThe {
            return Some(ten);
        }
        let dung_dau = self.dung_dau.as_ref()?;
        // The name of a state post ("chức danh nhà nước", II.2a) says who he is: "THỦ TƯỚNG CHÍNH PHỦ".
        Some(if super::chuc_vu::starts_with(&ten, dung_dau) { ten } else { format!("{dung_dau} {ten}") })
    }
}

/// A person who signs.
#[derive(Debug, Clone, Default)]
pub struct Nguoi {
    /// Full name, without academic titles unless the agency may print them (II.7c).
    pub ho_ten: String,
    /// Official post in the agency, or in one of its units; in an advisory body, the post in it.
    pub chuc_vu: String,
    /// If the post is a deputy's, the post of his head, in capitals.
    pub cap_truong: Option<String>,
    /// Unit, as it follows the post: "Tổ chức cán bộ". Left out for who leads the agency itself.
    pub don_vi: Option<String>,
    /// Post in his own agency, for an advisory body that uses the seal (ô 7b).
    pub chuc_vu_khac: Option<String>,
    /// How he signs where his post does not decide it.
    pub quyen_han: Option<Located<QuyenHan>>,
    /// First day in the post.
    pub tu: Option<Located<NgayVanBan>>,
    /// Last day in the post.
    pub den: Option<Located<NgayVanBan>>,
}

impl Nguoi {
    /// How he signs where his post does not decide it.
    pub fn quyen_han(&self) -> Option<QuyenHan> {
        self.quyen_han.as_ref().map(|q| q.value)
    }
}
