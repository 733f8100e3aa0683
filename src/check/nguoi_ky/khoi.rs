//! The block over a signature as it was typed.

use crate::check::dau::nhan_dien::ap_dung;
use crate::model::ban_thao::chu::hoa_het;
use crate::model::{BanThao, Can, Chu, Doan, O, QuyenHan};

/// Lines of authority and post, with what stands between them and the name.
#[derive(Debug, Default)]
pub struct Khoi<'a> {
    /// The lines above the name.
    pub dong: Vec<&'a Doan>,
    /// The name.
    pub ho_ten: Option<&'a Doan>,
}

/// The blocks of a draft typed by hand; none where several parties sign beside one another.
pub fn cac_khoi(ban: &BanThao) -> Vec<Khoi<'_>> {
    let many = ban.loai.as_ref().is_some_and(|loai| loai.can("nguoi_ky") == Can::Khong);
    let mut blocks: Vec<Khoi<'_>> = Vec::new();
    if !ap_dung(ban) || many {
        return blocks;
    }
    let mut open = false;
    let mut lines = ban.doan.iter().filter(|doan| doan.kem == 0).peekable();
    while let Some(doan) = lines.next() {
        match doan.o {
            O::QuyenHan | O::La | O::HoTen => {
                let starts = !open || (doan.o == O::QuyenHan && blocks.last().is_some_and(|b| b.ho_ten.is_some()));
                if starts && doan.o == O::La {
                    continue;
                }
                if starts {
                    blocks.push(Khoi::default());
                    open = true;
                }
                let more = lines.peek().is_some_and(|next| matches!(next.o, O::La | O::HoTen));
                let Some(block) = blocks.last_mut() else { continue };
                // Only the last of several names in a row is one: capitals that OCR made of a stamp are read as a name.
                match doan.o {
                    O::HoTen if !(more && hoa_het(&doan.chu.text)) => block.ho_ten = Some(doan),
                    _ if block.ho_ten.is_none() => block.dong.push(doan),
                    _ => {}
                }
            }
            // Beside the block in a table, row by row.
            O::NoiNhan | O::Luu | O::DauChi => {}
            _ => open = false,
        }
    }
    blocks
}

/// A line's abbreviation of authority however it was typed, and the first piece behind it.
pub fn quyen(chu: &Chu) -> Option<(QuyenHan, usize)> {
    let first = chu.nho(0);
    let (kind, mut next) = match first {
        "tm" => (QuyenHan::Tm, 1),
        "kt" => (QuyenHan::Kt, 1),
        "tl" => (QuyenHan::Tl, 1),
        "tuq" | "tưq" => (QuyenHan::Tuq, 1),
        "q" => (QuyenHan::Q, 1),
        "k" | "t" if matches!(chu.viet(1), "/" | ".") => match (first, chu.nho(2)) {
            ("k", "t") => (QuyenHan::Kt, 3),
            ("t", "m") => (QuyenHan::Tm, 3),
            ("t", "l") => (QuyenHan::Tl, 3),
            ("t", "uq") => (QuyenHan::Tuq, 3),
            ("t", "u") if chu.nho(4) == "q" => (QuyenHan::Tuq, 5),
            _ => return None,
        },
        _ => return None,
    };
    while matches!(chu.viet(next), "." | "/" | ":" | "," | "-") {
        next += 1;
    }
    (next < chu.tu.len()).then_some((kind, next))
}

/// The abbreviation as the decree writes it.
pub fn viet_tat(quyen: QuyenHan) -> &'static str {
    match quyen {
        QuyenHan::Tm => "TM.",
        QuyenHan::Kt => "KT.",
        QuyenHan::Tl => "TL.",
        QuyenHan::Tuq => "TUQ.",
        QuyenHan::Q => "Q.",
    }
}

/// The words from the nth piece on.
pub fn tu_do(chu: &Chu, n: usize) -> &str {
    chu.tu.get(n).and_then(|tu| chu.text.get(tu.dau..)).unwrap_or_default().trim()
}

/// Whether a text begins with these whole words, in whatever case.
pub fn bat_dau(text: &str, words: &str) -> bool {
    let mut rest = text.chars();
    let same = |c: char| rest.next().is_some_and(|r| r == c || r.to_lowercase().eq(c.to_lowercase()));
    words.chars().all(same) && !rest.next().is_some_and(char::is_alphanumeric)
}

/// Whether a line is a deputy's post.
pub fn cap_pho(chu: &Chu) -> bool {
    chu.nho(0) == "phó"
        || chu.khop(0, &["thứ", "trưởng"])
        || chu.khop(0, &["chỉ", "huy", "phó"])
        || chu.khop(0, &["tổ", "phó"])
}

/// Whether a line is a mark that somebody or some software left where the signature is: "(Đã ký)".
pub fn dau_ky(chu: &Chu) -> bool {
    let text = chu.thuong.trim_start_matches(['(', '[', ' ', '“', '"']);
    [
        "đã ký",
        "ký",
        "chữ ký",
        "người ký",
        "ngày ký",
        "thời gian ký",
        "signature",
        "signed",
        "digitally",
        "email",
        "cơ quan",
        "dấu",
    ]
    .iter()
    .any(|mark| text.starts_with(mark))
}
