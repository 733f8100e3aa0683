//! The body as rules of structure walk it: its paragraphs without tables, how they end, where their numbers stand.

use crate::diag::{Files, Place};
use crate::model::ban_thao::LoaiTu;
use crate::model::{BanThao, BlockKind, Chu, Doan, O};

/// How the words of a paragraph end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ket {
    /// "."
    Cham,
    /// ";"
    ChamPhay,
    /// ":"
    HaiCham,
    /// ","
    Phay,
    /// "./.", the end of a document.
    Xong,
    /// "?", "!", "…" and whatever else may end a sentence.
    Khac,
    /// A word or number: no mark at all.
    Khong,
}

/// How a paragraph ends; closing quotation marks and brackets behind the mark do not count.
pub fn ket(chu: &Chu) -> Ket {
    let text = chu.text.trim_end();
    if text.ends_with("./.") {
        return Ket::Xong;
    }
    let bare = text.trim_end_matches(['”', '"', '’', ')', ']', '»', '\'', '*', '_', ' ']);
    if bare.ends_with("..") || bare.ends_with('…') {
        return Ket::Khac;
    }
    match bare.chars().next_back() {
        Some('.') => Ket::Cham,
        Some(';') => Ket::ChamPhay,
        Some(':') => Ket::HaiCham,
        Some(',') => Ket::Phay,
        Some(c) if c.is_alphanumeric() || matches!(c, '%' | '‰' | '²' | '³' | '“' | '(' | '-' | '–' | '/') => {
            Ket::Khong
        }
        Some(_) => Ket::Khac,
        None => Ket::Khong,
    }
}

/// The bodies of a draft, the document's own first, then its appendices'; without tables.
pub fn cac_than(ban: &BanThao) -> Vec<Vec<&Doan>> {
    let mut all: Vec<Vec<&Doan>> = Vec::new();
    for doan in ban.doan.iter().filter(|d| d.o == O::NoiDung && !trong_bang(d)) {
        if all.len() <= doan.kem {
            all.resize_with(doan.kem + 1, Vec::new);
        }
        if let Some(than) = all.get_mut(doan.kem) {
            than.push(doan);
        }
    }
    all
}

/// Whether it stands in a table, where other customs rule.
pub fn trong_bang(doan: &Doan) -> bool {
    doan.loai == BlockKind::Bang || doan.dang.as_ref().is_some_and(|dang| dang.trong_bang)
}

/// Whether a paragraph has a dash or another bullet.
pub fn la_gach(doan: &Doan) -> bool {
    doan.loai == BlockKind::Gach || matches!(doan.so.as_str(), "-" | "+" | "–" | "—" | "*" | "•" | "·" | "●" | "▪")
}

/// Whether it is plain: no number, no dash, no title.
pub fn la_tron(doan: &Doan) -> bool {
    doan.so.is_empty() && !doan.tieu_de && !la_gach(doan) && doan.loai == BlockKind::Doan
}

/// Its first letter, if a letter begins it.
pub fn chu_dau(chu: &Chu) -> Option<char> {
    let first = chu.tu.first().filter(|tu| tu.loai == LoaiTu::Chu)?;
    chu.text.get(first.range())?.chars().next()
}

/// Whether it begins with a small letter that is no unit, symbol or e-mail.
pub fn dau_thuong(chu: &Chu) -> bool {
    chu_dau(chu).is_some_and(char::is_lowercase) && !chu.viet(0).chars().any(|c| c.is_uppercase() || c.is_ascii_digit())
}

/// Whether a paragraph was torn in two: it ends without a mark, or with a comma, and the next goes on in small letters; or
/// its last word cannot be one's last.
pub fn bi_ngat(truoc: &Doan, sau: &Doan) -> bool {
    let end = ket(&truoc.chu);
    if !matches!(end, Ket::Khong | Ket::Phay) || truoc.tieu_de || truoc.chu.in_hoa() || !la_tron(sau) {
        return false;
    }
    if dau_thuong(&sau.chu) {
        // "các sở,⏎các huyện,": a list without dashes.
        let listed =
            end == Ket::Phay && matches!(ket(&sau.chu), Ket::Phay | Ket::ChamPhay) && sau.chu.so_am_tiet() < 12;
        return !listed;
    }
    // "…thực hiện tốt các⏎Nghị quyết…"
    const OPEN: [&str; 22] = [
        "và", "của", "các", "với", "để", "về", "cho", "trong", "những", "hoặc", "bằng", "từ", "đến", "là", "được",
        "bị", "do", "tại", "theo", "nhằm", "mỗi", "số",
    ];
    // "tỉnh Cao Bằng", "Nghệ An - Từ": names end with such words too.
    let typed = truoc.chu.tu.len().checked_sub(1).map_or("", |n| truoc.chu.viet(n));
    let last = if typed.starts_with(char::is_lowercase) { typed } else { "" };
    end == Ket::Khong && truoc.chu.so_am_tiet() >= 12 && OPEN.contains(&last)
}

/// What stands in the file before the words: "1.", "a)", "Điều 1.", without marks of Markdown.
pub fn dau_so<'f>(doan: &Doan, files: &'f Files) -> &'f str {
    let (whole, words) = (files.slice(&doan.place), doan.cho(files, 0..0).0);
    let before = words.span.start.saturating_sub(doan.place.span.start);
    let raw = whole.get(..before).unwrap_or_default();
    raw.trim_matches(|c: char| c.is_whitespace() || matches!(c, '#' | '*' | '_' | '>' | '\\'))
}

/// Where the number of a part stands; the whole paragraph where it cannot be found.
pub fn cho_so(doan: &Doan, files: &Files) -> Place {
    let raw = dau_so(doan, files);
    let whole = files.slice(&doan.place);
    let found = (!raw.is_empty()).then(|| whole.find(raw)).flatten();
    let Some(at) = found else { return doan.cho(files, 0..doan.chu.text.len()).0 };
    let start = doan.place.span.start + at;
    Place { file: doan.place.file, span: start..start + raw.len() }
}

/// Which paragraphs stand inside a quotation of several paragraphs, such as the new words of an instrument that is amended;
/// their numbers and marks are another text's.
pub fn trich_dan(than: &[&Doan], files: &Files) -> Vec<bool> {
    let mut inside = vec![false; than.len()];
    let mut at = 0;
    while let Some(doan) = than.get(at) {
        let raw = files.slice(&doan.place);
        let opens =
            raw.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '#' | '*' | '-' | '>')).starts_with('“');
        // A quotation that never closes is a slip of its own.
        let last =
            opens.then(|| than.iter().skip(at).take(80).position(|d| files.slice(&d.place).contains('”'))).flatten();
        let Some(length) = last else {
            at += 1;
            continue;
        };
        let numbered = !doan.so.is_empty();
        if length > 0 || numbered {
            inside.iter_mut().skip(at).take(length + 1).for_each(|flag| *flag = true);
        }
        at += length + 1;
    }
    inside
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_of_paragraphs() {
        for (text, want) in [
            ("triển khai thực hiện./.", Ket::Xong),
            ("Thầy thuốc Việt Nam (27/2).", Ket::Cham),
            ("hội nhập và phát triển”.", Ket::Cham),
            ("hội nhập và phát triển.”", Ket::Cham),
            ("Các đơn vị;", Ket::ChamPhay),
            ("như sau:", Ket::HaiCham),
            ("“Cán bộ,", Ket::Phay),
            ("giai đoạn 2019 - 2025...", Ket::Khac),
            ("bệnh án điện tử,…", Ket::Khac),
            ("đạt trên 90%", Ket::Khong),
            ("(kèm theo Quyết định này)", Ket::Khong),
        ] {
            assert_eq!(ket(&Chu::new(text)), want, "{text}");
        }
    }
}
