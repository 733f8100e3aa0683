//! An issuing agency (Phụ lục I, phần I, mục II, khoản 2) and the people who sign for it.

use indexmap::IndexMap;

/// How an agency decides, which governs how its papers are signed (Điều 13).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CheDo {
    /// The head signs in his own right.
    #[default]
    ThuTruong,
    /// Papers are signed on behalf of a collective: "TM.".
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
    /// Words after "TM." for a collective.
    pub tap_the: Option<String>,
    /// Post of the head, where signing by order or delegation needs it.
    pub dung_dau: Option<String>,
    /// Signers by key.
    pub nguoi: IndexMap<String, Nguoi>,
}

impl CoQuan {
    /// Its name in running text.
    pub fn goi(&self) -> String {
        if self.ten_goi.is_empty() { self.ten.join(" ") } else { self.ten_goi.clone() }
    }

    /// Who issues its papers, in capitals: the head's post and the agency, or the collective (mẫu 1.2, chú thích 6).
    pub fn tham_quyen(&self) -> Option<String> {
        match self.che_do {
            CheDo::TapThe => Some(self.ten.join(" ")),
            CheDo::ThuTruong => self.dung_dau.as_ref().map(|d| format!("{} {}", d.to_uppercase(), self.ten.join(" "))),
        }
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
}

/// A person who signs.
#[derive(Debug, Clone)]
pub struct Nguoi {
    /// Full name, without academic titles.
    pub ho_ten: String,
    /// Official post.
    pub chuc_vu: String,
}
