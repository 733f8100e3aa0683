//! Document types (Điều 7) as `data/loai_van_ban.yaml` lists them.

use indexmap::IndexMap;
use serde::Deserialize;

/// How a body is divided (Phụ lục I, phần I, mục V, 6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BoCuc {
    /// Phần, mục (I.), khoản (1.), điểm (a): "b. Gồm phần, mục, khoản, điểm".
    Muc,
    /// Phần, chương, mục, tiểu mục, điều, khoản, điểm: "a. Gồm phần, chương, mục …".
    Dieu,
}

/// One type of document.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LoaiVanBan {
    /// The name in lower case, as in Điều 7. Filled from the key.
    #[serde(skip)]
    pub ten: String,
    /// Abbreviation of Phụ lục III, mục I; công văn has none.
    pub viet_tat: Option<String>,
    /// File in `templates/`.
    pub mau: String,
    /// Scheme of the body.
    pub bo_cuc: BoCuc,
    /// Components that not every type has.
    #[serde(default)]
    pub thanh_phan: Vec<String>,
}

impl LoaiVanBan {
    /// Whether the type has a component.
    pub fn co(&self, thanh_phan: &str) -> bool {
        self.thanh_phan.iter().any(|t| t == thanh_phan)
    }
}

/// All types, in the order of the file.
#[derive(Debug, Clone, Deserialize)]
#[serde(transparent)]
pub struct DanhMucLoai(IndexMap<String, LoaiVanBan>);

impl DanhMucLoai {
    /// Gives every type its name.
    pub fn with_names(mut self) -> Self {
        for (ten, loai) in &mut self.0 {
            loai.ten.clone_from(ten);
        }
        self
    }

    /// All types.
    pub fn iter(&self) -> impl Iterator<Item = &LoaiVanBan> {
        self.0.values()
    }
}
