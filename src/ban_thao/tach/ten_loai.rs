//! Names of types of documents as titles (II.5a).

use super::gap::{dau_la, gap, gap_cho};
use crate::model::{LoaiVanBan, Reference};
use std::sync::Arc;

/// Titles of documents that are not among the types of Điều 7, or not by these words.
#[rustfmt::skip]
const KHAC: &[&str] = &[
    "cong van", "thong tu", "thong tu lien tich", "nghi dinh", "phap lenh", "luat", "lenh", "dieu le", "noi quy",
    "quy trinh", "don", "danh sach", "lich cong tac", "ban cam ket", "ban giao uoc", "giao uoc", "loi keu goi",
    "thu moi", "giay xac nhan", "giay chung nhan", "thong bao ket luan", "bao cao", "ket luan", "de cuong",
    "ke hoach lien tich", "quy hoach", "chien luoc", "phieu trinh", "phieu de nghi", "giay de nghi",
    "ban tuong trinh", "ban kiem diem", "tom tat", "thu cong", "van ban", "phieu y kien", "tai lieu", "thu keu goi",
    "giay di duong",
];

/// First words that a heading of a body has too.
#[rustfmt::skip]
const KHONG: &[&str] = &[
    "quy dinh chung", "quy dinh cu the", "quy dinh khac", "quy dinh chuyen tiep", "quy dinh ve", "du an thanh phan",
    "luat su", "don vi", "don gia", "don thuoc", "lenh dieu dong", "tom tat noi dung",
];

/// The names, folded.
pub struct TenLoai {
    ten: Vec<(String, Option<Arc<LoaiVanBan>>)>,
}

impl TenLoai {
    /// The names of the data and others.
    pub fn new(reference: &Reference) -> TenLoai {
        let mut ten: Vec<(String, Option<Arc<LoaiVanBan>>)> = Vec::with_capacity(80);
        for loai in reference.loai.iter() {
            ten.push((gap(&loai.ten), Some(Arc::clone(loai))));
            if let Some(printed) = &loai.in_ra {
                ten.push((gap(printed), Some(Arc::clone(loai))));
            }
        }
        for other in KHAC {
            if !ten.iter().any(|(known, _)| known == other) {
                ten.push(((*other).to_owned(), None));
            }
        }
        TenLoai { ten }
    }

    fn tim(&self, folded: &str) -> Option<&(String, Option<Arc<LoaiVanBan>>)> {
        if KHONG.iter().any(|not| dau_la(folded, not)) {
            return None;
        }
        self.ten.iter().filter(|(name, _)| dau_la(folded, name)).max_by_key(|(name, _)| name.len())
    }

    /// Where the name of a type at the beginning of a text ends, where other words begin, and whether it is a type of the
    /// data.
    pub fn dau(&self, text: &str) -> Option<(usize, usize, bool)> {
        if text.len() > 600 {
            return None;
        }
        let (folded, places) = gap_cho(text.get(..text.floor_char_boundary(40)).unwrap_or(text));
        let (name, known) = self.tim(&folded)?;
        let end = places.get(name.len()).copied()?;
        let rest = text.get(end..)?;
        let words = rest.trim_start_matches([' ', ':', '-', '–', '.', '\t', '\u{a0}']);
        Some((end, text.len() - words.len(), known.is_some()))
    }

    /// Whether a folded line is a title: the name of a type, and hardly more.
    pub fn la(&self, folded: &str, hoa: bool) -> bool {
        let Some((name, _)) = self.tim(folded) else { return false };
        let rest = folded.get(name.len()..).unwrap_or_default().trim_matches([':', ' ', '.', '-']);
        rest.is_empty() || hoa && rest.split(' ').count() <= 3
    }

    /// The type that a title names.
    pub fn loai(&self, title: &str) -> Option<Arc<LoaiVanBan>> {
        let folded = gap(title);
        self.tim(&folded).and_then(|(_, loai)| loai.clone())
    }
}
