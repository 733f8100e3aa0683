//! Keys that only some types have. The program does not know what they mean: it reads them, computes their texts and hands
//! them to the type's wording (`loi_van` of `data/loai_van_ban.yaml`) and template.

use crate::diag::Located;
use indexmap::IndexMap;
use serde::{Serialize, Serializer};

/// Keys and their values, in the order of the file.
pub type CacTruong = IndexMap<String, Truong>;

/// The value of such a key.
#[derive(Debug, Clone)]
pub enum Truong {
    /// One text.
    Chu(Located<String>),
    /// A list of texts.
    DanhSach(Vec<Located<String>>),
    /// A person: `xung_ho`, `ho_ten`, `chuc_vu`; once resolved also `goi`, all of them in a sentence.
    Nguoi(CacTruong),
    /// A list of objects.
    CacBanGhi(Vec<CacTruong>),
}

impl Truong {
    /// The text of a value that is one.
    pub fn chu(&self) -> Option<&Located<String>> {
        match self {
            Truong::Chu(text) => Some(text),
            _ => None,
        }
    }

    /// Every text in it.
    pub fn texts(&self) -> Vec<&Located<String>> {
        fn of(fields: &CacTruong) -> Vec<&Located<String>> {
            fields.values().flat_map(Truong::texts).collect()
        }
        match self {
            Truong::Chu(text) => vec![text],
            Truong::DanhSach(texts) => texts.iter().collect(),
            Truong::Nguoi(fields) => of(fields),
            Truong::CacBanGhi(records) => records.iter().flat_map(of).collect(),
        }
    }

    /// The same value with every text in it changed.
    pub fn map(&self, change: &mut impl FnMut(&Located<String>) -> Located<String>) -> Truong {
        let mut record = |fields: &CacTruong| {
            let fields = fields.iter().map(|(key, value)| (key.clone(), value.map(change)));
            fields.collect::<CacTruong>()
        };
        match self {
            Truong::Nguoi(fields) => Truong::Nguoi(record(fields)),
            Truong::CacBanGhi(records) => Truong::CacBanGhi(records.iter().map(record).collect()),
            Truong::Chu(text) => Truong::Chu(change(text)),
            Truong::DanhSach(texts) => Truong::DanhSach(texts.iter().map(change).collect()),
        }
    }
}

/// As templates see it: places are left out.
impl Serialize for Truong {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Truong::Chu(text) => serializer.serialize_str(&text.value),
            Truong::DanhSach(texts) => serializer.collect_seq(texts.iter().map(|text| &text.value)),
            Truong::Nguoi(fields) => serializer.collect_map(fields),
            Truong::CacBanGhi(records) => serializer.collect_seq(records),
        }
    }
}
