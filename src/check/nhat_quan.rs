//! One writing of one phrase within a document (Điều 12: the draft is read through before it is signed). What a list of
//! capitals has judged is left to that list.

mod cua_so;
mod cum;
mod gom;
mod rule;
pub mod so_tien;
#[cfg(test)]
mod tests;
mod viet_tat;

pub use rule::*;

use super::soi::Soi;
use crate::model::ban_thao::{BanThao, Doan, LoaiTu, O};

/// A word of a paragraph, by its piece.
#[derive(Debug, Clone, Copy)]
struct Am {
    /// Number of the piece.
    n: usize,
    /// Hash of its small letters.
    bam: u64,
    /// Whether it has a capital.
    hoa: bool,
    /// Whether it has nothing else: an abbreviation, or a word that is shouted.
    het: bool,
    /// Whether it begins a sentence, so that its capital says nothing.
    dau: bool,
    /// Whether it follows the word before it without a mark between.
    lien: bool,
}

/// A place where a phrase stands: which paragraph, from which piece to which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Cho {
    doan: usize,
    dau: usize,
    cuoi: usize,
}

/// Looks through a whole document.
fn kiem(ban: &BanThao, soi: &mut Soi<'_>) {
    let (mut windows, mut phrases, mut short) = (Vec::new(), Vec::new(), Vec::new());
    let mut words = Vec::new();
    for (at, doan) in ban.doan.iter().enumerate() {
        if !matches!(doan.o, O::TrichYeu | O::KinhGui | O::CanCu | O::NoiDung | O::NoiNhan) {
            continue;
        }
        viet_tat::gom(doan, at, &mut short);
        if !am(doan, &mut words) {
            continue;
        }
        cua_so::gom(doan, at, &words, &mut windows);
        cum::gom(doan, at, &words, soi, &mut phrases);
    }
    let mut xong = cum::bao(ban, phrases, soi);
    cua_so::bao(ban, windows, &mut xong, soi);
    viet_tat::bao(ban, short, soi);
}

/// The words of a paragraph; false for a heading in capitals throughout, or with one on nearly every word, which compares
/// with nothing.
fn am(doan: &Doan, words: &mut Vec<Am>) -> bool {
    let chu = &doan.chu;
    words.clear();
    let mut behind_word = false;
    let (mut capitals, mut all) = (0usize, 0usize);
    for (n, tu) in chu.tu.iter().enumerate() {
        if tu.loai != LoaiTu::Chu {
            behind_word = false;
            continue;
        }
        let hoa = tu.hoa_dau;
        all += 1;
        capitals += usize::from(hoa);
        // Behind any mark but a comma something new may begin, in the next cell of a table too.
        let dau = hoa && !behind_word && (n == 0 || chu.viet(n - 1) != ",");
        let het = hoa && tu.hoa_het && tu.cuoi - tu.dau > 1;
        words.push(Am { n, bam: tu.bam, hoa, het, dau, lien: behind_word });
        behind_word = true;
    }
    all < 4 || capitals * 10 < all * 8
}
