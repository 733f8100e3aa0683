//! The keys of the campaign format, as `data/tu_khoa.yaml` explains them.

use indexmap::IndexMap;
use serde::Deserialize;

/// All objects of the format by name (`chien_dich`, `van_ban`, `co_quan`, …).
#[derive(Debug, Clone, Deserialize)]
#[serde(transparent)]
pub struct TuKhoa(pub IndexMap<String, DoiTuong>);

/// An object: a set of keys.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DoiTuong {
    /// What it is, in Vietnamese.
    pub mo_ta: String,
    /// Its keys.
    pub khoa: IndexMap<String, Khoa>,
}

/// One key.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Khoa {
    /// Shape of the value.
    pub kieu: Kieu,
    /// For `bang`, `mac_dinh` and `cac_muc`: the object its values are.
    pub doi_tuong: Option<String>,
    /// Whether it must be there.
    #[serde(default)]
    pub bat_buoc: bool,
    /// A key of some types only, which the program hands to their wording and template as it is.
    #[serde(default)]
    pub truong: bool,
    /// The only values allowed.
    #[serde(default)]
    pub chon: Vec<String>,
    /// What it means, in Vietnamese.
    pub giai_thich: String,
    /// An example of a value.
    pub vi_du: String,
}

/// Shapes of values; see the head of `data/tu_khoa.yaml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kieu {
    /// Text.
    Chuoi,
    /// Prose that is printed.
    VanXuoi,
    /// A whole number.
    So,
    /// A date.
    Ngay,
    /// A list of texts, or one text.
    DanhSach,
    /// The body.
    NoiDung,
    /// The recipients.
    NoiNhan,
    /// The signer.
    NguoiKy,
    /// A person: a key of the agency's, a name, or an object `nguoi_ghi`.
    Nguoi,
    /// A list of objects.
    CacMuc,
    /// Names to objects.
    Bang,
    /// An object of which no key must be there: defaults for others.
    MacDinh,
    /// A list of rows, each names of columns to texts.
    CacDong,
}
