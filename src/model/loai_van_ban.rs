//! Document types (Điều 7) as `data/loai_van_ban.yaml` lists them.

use crate::diag::words::fold;
use indexmap::IndexMap;
use serde::Deserialize;
use std::sync::Arc;

/// How a body is divided (Phụ lục I, phần I, mục V, 6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BoCuc {
    /// Phần, mục (I.), khoản (1.), điểm (a): "b. Gồm phần, mục, khoản, điểm".
    #[default]
    Muc,
    /// Phần, chương, mục, tiểu mục, điều, khoản, điểm: "a. Gồm phần, chương, mục …".
    Dieu,
}

/// Whether documents of a type have a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Can {
    /// They may.
    Co,
    /// They must.
    BatBuoc,
    /// They may not.
    Khong,
}

/// One type of document.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LoaiVanBan {
    /// The name in lower case, as in Điều 7. From the key.
    #[serde(skip)]
    pub ten: String,
    /// Abbreviation of Phụ lục III, mục I; công văn and thư công have none.
    pub viet_tat: Option<String>,
    /// File in `templates/`.
    #[serde(default = "mau_chung")]
    pub mau: String,
    /// Scheme of the body.
    #[serde(default)]
    pub bo_cuc: BoCuc,
    /// Words in the place of the type's name, if they are others.
    pub in_ra: Option<String>,
    /// The line between the legal bases and the body, "QUYẾT ĐỊNH:".
    pub ket_luan: Option<String>,
    /// Whether the symbol is the agency's and the drafting unit's abbreviation (mục II.3b).
    #[serde(default)]
    pub don_vi_trong_ky_hieu: bool,
    /// Keys that documents of this type have, beside those common to all.
    #[serde(default)]
    pub khoa: IndexMap<String, Can>,
    /// Wording that the type's mẫu prints, in the body's grammar.
    pub loi_van: Option<String>,
}

/// "Mẫu này áp dụng chung đối với các hình thức văn bản hành chính có ghi tên loại" (mẫu 1.4, chú thích 6).
fn mau_chung() -> String {
    "van_ban.typ".to_owned()
}

impl LoaiVanBan {
    /// A type that is none of the known ones; stands in for one that was not found and has been reported.
    pub fn khong_ro(ten: &str) -> Self {
        LoaiVanBan {
            ten: ten.to_owned(),
            viet_tat: None,
            mau: String::new(),
            bo_cuc: BoCuc::Muc,
            in_ra: None,
            ket_luan: None,
            don_vi_trong_ky_hieu: false,
            khoa: IndexMap::new(),
            loi_van: None,
        }
    }

    /// Whether its subject is announced by "về việc": công văn (mẫu 1.5), quyết định and nghị quyết (mẫu 1.1, 1.2).
    pub fn ve_viec(&self) -> bool {
        self.don_vi_trong_ky_hieu || self.ket_luan.is_some()
    }

    /// Whether documents of the type have a key. A key that no type speaks of is free for all.
    pub fn can(&self, khoa: &str) -> Can {
        self.khoa.get(khoa).copied().unwrap_or(Can::Co)
    }
}

/// All types, in the order of the file, by their folded name.
#[derive(Debug, Clone, Deserialize)]
#[serde(from = "Tho")]
pub struct DanhMucLoai {
    chung: IndexMap<String, Can>,
    loai: IndexMap<String, Arc<LoaiVanBan>>,
}

/// The file as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tho {
    chung: IndexMap<String, Can>,
    loai: IndexMap<String, LoaiVanBan>,
}

/// Gives every type its name and says of every key that any type speaks of whether it has it.
impl From<Tho> for DanhMucLoai {
    fn from(tho: Tho) -> Self {
        let mut all = tho.chung.clone();
        for khoa in tho.loai.values().flat_map(|loai| loai.khoa.keys()) {
            all.entry(khoa.clone()).or_insert(Can::Khong);
        }
        let filled = |(ten, mut loai): (String, LoaiVanBan)| {
            for (khoa, can) in &all {
                loai.khoa.entry(khoa.clone()).or_insert(*can);
            }
            loai.ten = ten;
            (fold(&loai.ten), Arc::new(loai))
        };
        DanhMucLoai { chung: tho.chung, loai: tho.loai.into_iter().map(filled).collect() }
    }
}

impl DanhMucLoai {
    /// All types.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<LoaiVanBan>> {
        self.loai.values()
    }

    /// The type of a name, whatever its case and diacritics; Điều 7 writes "quyết định (cá biệt)".
    pub fn tim(&self, ten: &str) -> Option<&Arc<LoaiVanBan>> {
        let folded = fold(ten);
        self.loai.get(folded.strip_suffix("_(ca_biet)").unwrap_or(&folded))
    }

    /// Whether a document must have a key when nothing is known of its type.
    pub fn can_chung(&self, khoa: &str) -> Can {
        self.chung.get(khoa).copied().unwrap_or(Can::Co)
    }
}
