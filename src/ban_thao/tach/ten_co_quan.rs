//! The agency as running text names it.

use super::gap::gap;
use crate::model::{BanThao, O};

/// First words of names that a symbol can stand for.
#[rustfmt::skip]
const DAU: &[&str] = &[
    "Sở", "Bộ", "Cục", "Chi", "Tổng", "Ủy", "Uỷ", "UBND", "Hội", "Ban", "Trung", "Bệnh", "Trường", "Viện", "Học",
    "Công", "Phòng", "Văn", "Trạm", "Đại", "Thanh", "Đảng", "Tỉnh", "Huyện", "Liên", "Kho", "Bảo", "Ngân",
];

/// Words of names that are never written with a capital, and do not end a name.
#[rustfmt::skip]
const GIUA: &[&str] = &[
    "và", "nhân", "dân", "tế", "vụ", "chính", "trường", "thông", "hội", "tạo", "dục", "nghệ", "lịch", "viện", "khoa",
    "ty", "phần",
];

/// The name: the words of the letterhead as the body writes them, or the words of the body that the symbol is short for.
pub fn ten(ban_thao: &BanThao, ky_hieu: Option<&str>) -> Option<String> {
    let head = ban_thao.o(O::CoQuan).last().map(|doan| gap(&doan.chu.text)).filter(|name| name.len() < 120);
    let short = ky_hieu.map(agency).unwrap_or_default();
    let mut counted: Vec<(String, usize)> = Vec::new();
    for doan in ban_thao.doan.iter().filter(|doan| matches!(doan.o, O::NoiDung | O::CanCu | O::TrichYeu)).take(80) {
        let chu = &doan.chu;
        for n in 0..chu.tu.len().min(600) {
            let word = chu.viet(n);
            if !word.starts_with(char::is_uppercase) || !DAU.contains(&word) {
                continue;
            }
            let Some(found) =
                head.as_deref().and_then(|name| theo_ten(chu, n, name)).or_else(|| theo_ky_hieu(chu, n, &short))
            else {
                continue;
            };
            match counted.iter_mut().find(|(name, _)| *name == found) {
                Some((_, count)) => *count += 1,
                None => counted.push((found, 1)),
            }
        }
    }
    let Some(most) = counted.iter().map(|(_, count)| *count).max() else {
        return ban_thao.o(O::CoQuan).last().and_then(|doan| so_bo(&doan.chu.text));
    };
    counted.into_iter().find(|(_, count)| *count == most).map(|(name, _)| name)
}

/// "SỞ GIÁO DỤC VÀ ĐÀO TẠO" as Phụ lục II, mục IV.1a writes it: sở, bộ and their fields, whose first syllables have a capital.
fn so_bo(name: &str) -> Option<String> {
    let lower = name.to_lowercase();
    let (kind, field) = lower.split_once(' ')?;
    let kind = match kind {
        "sở" => "Sở",
        "bộ" => "Bộ",
        _ => return None,
    };
    if field.split(' ').count() > 7 || ["tỉnh", "thành phố"].iter().any(|place| field.contains(place)) {
        return None;
    }
    let mut out = kind.to_owned();
    let mut begins = true;
    for word in field.split(' ') {
        out.push(' ');
        if begins && word != "và" {
            let mut letters = word.chars();
            out.extend(letters.next().into_iter().flat_map(char::to_uppercase));
            out.push_str(letters.as_str());
        } else {
            out.push_str(word);
        }
        begins = word == "và" || word.ends_with(',');
    }
    Some(out)
}

/// The agency's part of a symbol: behind the type's, or before the drafting unit's.
fn agency(ky_hieu: &str) -> String {
    let mut parts = ky_hieu.split(['-', '/', ' ']).map(str::trim).filter(|part| !part.is_empty());
    let (first, last) = (parts.next(), parts.next());
    let types = [
        "NQ", "QĐ", "CT", "QC", "QYĐ", "TC", "TB", "HD", "CTR", "KH", "PA", "ĐA", "DA", "BC", "BB", "TTR", "HĐ", "CĐ",
        "GM",
    ];
    let is_type = first.is_some_and(|part| types.contains(&part.to_uppercase().as_str()));
    (if is_type { last } else { first }).unwrap_or_default().to_uppercase()
}

/// The words from the nth on, if they are a name in whatever case.
fn theo_ten(chu: &crate::model::ban_thao::Chu, n: usize, name: &str) -> Option<String> {
    let words = name.split(' ').count();
    let range = chu.khoang(n, n + words - 1);
    let typed = chu.text.get(range)?;
    (gap(typed) == name && !crate::model::ban_thao::chu::hoa_het(typed)).then(|| typed.to_owned())
}

/// The words from the nth on, if their first letters are the abbreviation: "Sở Y tế" of "SYT".
fn theo_ky_hieu(chu: &crate::model::ban_thao::Chu, n: usize, short: &str) -> Option<String> {
    let mut want = short.chars();
    let count = short.chars().count();
    if !(3..=7).contains(&count) || short.starts_with("UBND") {
        return None;
    }
    let mut at = n;
    while let Some(letter) = want.clone().next() {
        let word = chu.viet(at);
        let first = word.chars().next()?;
        if first.to_uppercase().next() == Some(letter) {
            want.next();
        } else if !matches!(word, "và" | "," | "-") {
            return None;
        }
        at += 1;
    }
    // "Sở Y tế" and not "Sở yêu thương": a name has a capital behind its first word.
    let capital = (n + 1..at).any(|k| chu.hoa_dau(k));
    let typed = chu.text.get(chu.khoang(n, at - 1))?;
    let known = (n + 1..at).all(|k| chu.hoa_dau(k) || GIUA.contains(&chu.viet(k)) || chu.viet(k).len() <= 6);
    (capital && known).then(|| typed.to_owned())
}
