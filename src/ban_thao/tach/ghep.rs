//! Told lines to paragraphs: numbers and dashes off, broken lines whole, titles known.

use super::dong::Dong;
use super::{Nhan, la, than};
use crate::ban_thao::DongTho;
use crate::ban_thao::dong_tho::cat;
use crate::model::ban_thao::chu::hoa_het;
use crate::model::ban_thao::{Chu, Doan};
use crate::model::{BlockKind, O};
use std::sync::Arc;

/// A paragraph on the way.
struct Dang {
    tho: DongTho,
    nhan: Nhan,
    so: Option<than::So>,
}

/// Makes the paragraphs.
pub fn ghep(dong: Vec<Dong>, nhan: &[Nhan]) -> Vec<Doan> {
    let mut out: Vec<Dang> = Vec::with_capacity(dong.len());
    let mut of_line: Vec<usize> = Vec::with_capacity(dong.len());
    for (line, nhan) in dong.into_iter().zip(nhan) {
        let head = nhan.noi.and_then(|head| of_line.get(head).copied());
        if let Some(last) = head.and_then(|head| out.get_mut(head)) {
            last.tho.noi(&line.tho);
            of_line.push(head.unwrap_or_default());
            continue;
        }
        let new = moi(line.tho, *nhan);
        match out.last_mut() {
            Some(last) if tieu_de_o_dong_sau(last, &new) => {
                let words = last.tho.text.len();
                last.tho.noi(&new.tho);
                // The title is the words, its line's number the number.
                if let Some(so) = last.so.as_mut() {
                    if so.chu >= words {
                        so.chu = last.tho.text.len() - new.tho.text.len();
                    }
                    last.tho.dam |= new.tho.dam;
                }
            }
            _ => out.push(new),
        }
        of_line.push(out.len() - 1);
    }
    let mut titles: Vec<bool> = Vec::with_capacity(out.len());
    for n in 0..out.len() {
        let title = tieu_de(&out, n) || nhu_truoc(&out, n, &titles);
        titles.push(title);
    }
    out.into_iter().zip(titles).map(|(dang, title)| doan(dang, title)).collect()
}

fn moi(tho: DongTho, nhan: Nhan) -> Dang {
    let so = match nhan.o {
        O::NoiDung if tho.o_bang.is_none() => than::danh_so(&tho.text),
        O::KinhGui | O::NoiNhan | O::Luu | O::CanCu => than::gach(&tho.text),
        _ => None,
    };
    Dang { tho, nhan, so }
}

/// Whether a line is the title of the part whose number stands on the line before: "Chương I" / "QUY ĐỊNH CHUNG"; or the
/// second line of a title in capitals.
fn tieu_de_o_dong_sau(last: &Dang, new: &Dang) -> bool {
    if last.nhan.o != O::NoiDung || new.nhan.o != O::NoiDung || last.nhan.kem != new.nhan.kem || new.so.is_some() {
        return false;
    }
    let (before, text) = (&last.tho, &new.tho);
    let Some(so) = &last.so else { return false };
    if text.o_bang.is_some() || text.text.len() > 300 || so.loai > BlockKind::Khoan {
        return false;
    }
    let words = before.text.get(so.chu..).unwrap_or_default();
    let ended = text.text.ends_with(['.', ';']);
    if words.is_empty() {
        return so.loai <= BlockKind::TieuMuc
            && (hoa_het(&text.text) || !ended && (text.dam || text.cap > 0 || text.text.len() < 120));
    }
    let again = before.text.len() > so.chu && hoa_het(words) && hoa_het(&text.text);
    again
        && !text.cach
        && so.loai <= BlockKind::TieuMuc
        && words.chars().count() > 20
        && !words.ends_with(['.', ':', ';'])
        && before.cap == text.cap
        && !la::ket_luan(&super::gap::gap(&text.text))
}

/// Whether a khoản without words under it is a title as the khoản before it is: "2. Công tác khác" with nothing behind.
fn nhu_truoc(all: &[Dang], n: usize, titles: &[bool]) -> bool {
    let kind = |dang: &Dang| dang.so.as_ref().map_or(BlockKind::Doan, |so| so.loai);
    let Some(dang) = all.get(n).filter(|dang| kind(dang) == BlockKind::Khoan && dang.tho.text.len() < 120) else {
        return false;
    };
    if dang.tho.text.ends_with(['.', ';', ',', ':']) {
        return false;
    }
    let before =
        (n.saturating_sub(40)..n).rev().find(|k| all.get(*k).is_some_and(|dang| kind(dang) <= BlockKind::Khoan));
    let next = all.get(n + 1).map_or(BlockKind::Phan, kind);
    next < BlockKind::Khoan && before.is_some_and(|k| kind(&all[k]) == BlockKind::Khoan && titles.get(k) == Some(&true))
}

/// Whether a line of text is a row of a table drawn with spaces.
fn hang_bang(text: &str) -> bool {
    let gaps = text.split("   ").filter(|part| !part.trim().is_empty()).count() + text.matches('\t').count();
    text.len() < 300 && gaps >= 3 && !text.ends_with(['.', ';', ':'])
}

/// Whether a paragraph is the title of a part.
fn tieu_de(all: &[Dang], n: usize) -> bool {
    let Some(dang) = all.get(n).filter(|dang| dang.nhan.o == O::NoiDung && dang.tho.o_bang.is_none()) else {
        return false;
    };
    let (tho, at) = (&dang.tho, dang.so.as_ref().map_or(0, |so| so.chu));
    let words = tho.text.get(at..).unwrap_or_default();
    let count = words.split_whitespace().take(60).count();
    let end = words.chars().next_back().unwrap_or(' ');
    let shouts = count >= 1 && words.len() < 400 && hoa_het(words);
    let marked = tho.cap > 0 || tho.dam;
    // What a page break cut off begins in the middle of a sentence.
    if words.starts_with(char::is_lowercase)
        && !marked
        && !matches!(dang.so, Some(than::So { loai: BlockKind::Dieu, .. }))
    {
        return false;
    }
    let next = all.get(n + 1).filter(|next| next.nhan.o == O::NoiDung);
    let under =
        |kind: BlockKind| next.is_some_and(|next| next.so.as_ref().map_or(BlockKind::Doan, |so| so.loai) > kind);
    let lead_in = la::dan_vao(&super::gap::gap(
        words.get(words.floor_char_boundary(words.len().saturating_sub(60))..).unwrap_or_default(),
    ));
    match dang.so.as_ref().map(|so| so.loai) {
        Some(BlockKind::Phan | BlockKind::Chuong | BlockKind::TieuMuc) => count <= 50,
        Some(BlockKind::Muc) => {
            shouts || marked && count <= 50 || count <= 30 && end != ';' && !(end == '.' && count > 14)
        }
        Some(BlockKind::Dieu) => match end {
            '.' => marked && count <= 12 && under(BlockKind::Dieu),
            ';' | ',' => false,
            ':' => marked && count <= 12 && !lead_in,
            _ => count <= 40,
        },
        Some(kind @ (BlockKind::Khoan | BlockKind::Diem)) => match end {
            '.' => (marked || shouts) && count <= 14,
            ';' | ',' => false,
            ':' => !lead_in && (marked && count <= 25 || shouts || count <= 7) && under(kind),
            _ => shouts || marked && count <= 45 || count <= 30 && under(kind),
        },
        Some(BlockKind::Gach) => match end {
            '.' | ';' | ',' | ':' => false,
            _ => {
                count <= 20
                    && next.is_some_and(|next| {
                        next.so.as_ref().is_some_and(|so| {
                            so.loai == BlockKind::Gach && dang.so.as_ref().is_some_and(|own| own.so != so.so)
                        })
                    })
            }
        },
        _ if la::ket_luan(&super::gap::gap(words)) => false,
        _ => {
            (shouts && count >= 2 && !matches!(end, ';' | ','))
                || marked && count <= 40 && !matches!(end, '.' | ';' | ',' | '/') && !(end == ':' && lead_in)
        }
    }
}

fn doan(dang: Dang, tieu_de: bool) -> Doan {
    let Dang { tho, nhan, so } = dang;
    let (loai, so, at) = match so {
        Some(so) => (so.loai, so.so, so.chu),
        None if nhan.o == O::NoiDung && (tho.o_bang.is_some() || hang_bang(&tho.text)) => {
            (BlockKind::Bang, String::new(), 0)
        }
        None => (BlockKind::Doan, String::new(), 0),
    };
    let words = tho.text.get(at..).unwrap_or_default();
    Doan {
        o: nhan.o,
        loai,
        so,
        tieu_de,
        cap: tho.cap,
        kem: nhan.kem,
        vi_tri: cat(&tho.vi_tri, &(at..tho.text.len())),
        chu: Arc::new(Chu::new(words)),
        place: tho.place,
        dang: tho.dang,
    }
}
