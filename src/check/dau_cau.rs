//! Spaces and marks, for drafts typed by hand.

mod dau_lap;
mod gach;
mod khoang_trang;
mod ky_tu;
mod ngoac;
mod so;
#[cfg(test)]
mod thu;

pub use dau_lap::{DAU_LAP, HAI_CHAM_THUA};
pub use gach::{GACH_DAU_DONG, GACH_LECH, GACH_LIEN, GACH_NGANG};
pub use khoang_trang::{DU, SAU_DAU, TRONG_NGOAC, TRUOC_DAU};
pub use ky_tu::{CHU_GIONG, TO_HOP, VO_HINH};
pub use ngoac::{NGOAC_KHONG_KHOP, NGOAC_LAN_LON, NGOAC_THANG};
pub use so::PHAY_HANG_NGHIN;

use crate::model::{Doan, O};

/// Whether a paragraph has running words whose spaces and marks are its author's.
pub fn la_van(doan: &Doan) -> bool {
    use O::{CanCu, KinhGui, Luu, NoiDung, NoiNhan, PhuLuc, ThamQuyen, TrichYeu};
    matches!(doan.o, TrichYeu | KinhGui | ThamQuyen | CanCu | NoiDung | NoiNhan | Luu | PhuLuc)
}

/// The character before a byte.
fn truoc(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// The character from a byte on.
fn sau(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// The stretch between white space around a byte.
pub fn quanh(text: &str, at: usize) -> std::ops::Range<usize> {
    cum(text, at)
}

/// The stretch between white space around a byte.
fn cum(text: &str, at: usize) -> std::ops::Range<usize> {
    let start = text.get(..at).and_then(|t| t.char_indices().rev().find(|(_, c)| c.is_whitespace()));
    let start = start.map_or(0, |(i, c)| i + c.len_utf8());
    let end = text.get(at..).and_then(|t| t.find(char::is_whitespace)).map_or(text.len(), |i| at + i);
    start..end.max(start)
}

/// Whether a stretch is an address or a file's name, where marks stand without spaces.
pub fn la_dia_chi(cum: &str) -> bool {
    const TAILS: [&str; 16] = [
        ".vn", ".com", ".org", ".net", ".gov", ".edu", ".doc", ".docx", ".xls", ".xlsx", ".pdf", ".ppt", ".zip",
        ".rar", ".jpg", ".png",
    ];
    if !cum.contains(['.', '@', '/', '\\', '_']) {
        return false;
    }
    let small = cum.to_ascii_lowercase();
    small.contains("://")
        || small.contains("www.")
        || small.contains('@')
        || small.contains('\\')
        || small.contains('_')
        || TAILS.iter().any(|tail| {
            small.match_indices(tail).any(|(at, _)| {
                !small[at + tail.len()..].starts_with(|c: char| c.is_alphanumeric())
                    && small[..at].ends_with(|c: char| c.is_ascii_alphanumeric())
            })
        })
}
