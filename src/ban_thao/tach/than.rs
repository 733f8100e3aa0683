//! The numbers of the body: phần, chương, mục, tiểu mục, điều, khoản, điểm (II.6c to e), and dashes.

use super::gap::{dau_la, gap};
use crate::model::BlockKind;
use crate::model::ban_thao::chu::hoa_dau;
use crate::model::numbering::is_roman;

/// What stands before the words of a paragraph.
#[derive(Debug, PartialEq, Eq)]
pub struct So {
    /// What the number makes of the paragraph.
    pub loai: BlockKind,
    /// The number without marks.
    pub so: String,
    /// First byte of the words.
    pub chu: usize,
}

/// Marks that people put before items of a list.
#[rustfmt::skip]
const GACH: &[char] = &[
    '-', '+', '*', '•', '●', '○', '–', '—', '―', '‐', '‑', '−', '■', '□', '▪', '▫', '➢', '➤', '►', '▶', '✓', '✔',
    '❖', '◆', '◇', '§', '·', '»',
];

/// Whether a sign stands before items; Word's symbol fonts have signs of their own.
fn la_gach(c: char) -> bool {
    GACH.contains(&c) || ('\u{f000}'..='\u{f0ff}').contains(&c)
}

/// The dash of a line and its words.
pub fn gach(text: &str) -> Option<So> {
    let mut chars = text.chars();
    let mark = chars.next().filter(|c| la_gach(*c))?;
    let rest = chars.as_str();
    let words = rest.trim_start();
    let next = words.chars().next()?;
    // "-5 độ", "+84", "--", "*)" are no items; "-UBND tỉnh" is one.
    let item =
        if rest.len() == words.len() { next.is_alphabetic() || matches!(next, '“' | '"') } else { !la_gach(next) };
    item.then(|| So { loai: BlockKind::Gach, so: mark.to_string(), chu: text.len() - words.len() })
}

/// Whether a line begins with a number or a dash of its own.
pub fn co_so(text: &str) -> bool {
    danh_so(text).is_some()
}

/// The number before the words of a paragraph.
pub fn danh_so(text: &str) -> Option<So> {
    if let Some(dash) = gach(text) {
        // Markdown puts a list mark before "a)" and "1.".
        let words = text.get(dash.chu..).unwrap_or_default();
        let inner = if dash.so == "-" { danh_so_tran(words).filter(|so| so.loai != BlockKind::Muc) } else { None };
        return Some(inner.map_or(dash.clone_at(0), |so| so.clone_at(dash.chu)));
    }
    danh_so_tran(text)
}

impl So {
    fn clone_at(&self, shift: usize) -> So {
        So { loai: self.loai, so: self.so.clone(), chu: self.chu + shift }
    }
}

fn danh_so_tran(text: &str) -> Option<So> {
    match text.chars().next()? {
        'P' | 'C' | 'M' | 'T' | 'Đ' => ten_phan(text).or_else(|| chu_so(text)),
        '0'..='9' => so_a_rap(text),
        'a'..='z' | 'đ' | 'A'..='Z' | '(' => chu_so(text),
        _ => None,
    }
}

/// "Phần I", "Chương II", "Mục 1", "Tiểu mục 1", "Điều 5.".
fn ten_phan(text: &str) -> Option<So> {
    let head: String = text.chars().take(24).collect();
    let head = gap(&head);
    const TEN: [(&str, BlockKind); 5] = [
        ("phan", BlockKind::Phan),
        ("chuong", BlockKind::Chuong),
        ("muc", BlockKind::Muc),
        ("tieu muc", BlockKind::TieuMuc),
        ("dieu", BlockKind::Dieu),
    ];
    let (name, loai) = TEN.iter().find(|(name, _)| dau_la(&head, name))?;
    let words = name.split(' ').count();
    let mut at = 0;
    let mut rest = text;
    let mut take = || -> Option<(usize, &str)> {
        let trimmed = rest.trim_start();
        at += rest.len() - trimmed.len();
        let end = trimmed
            .find(|c: char| c.is_whitespace() || matches!(c, '.' | ':' | ')' | '-' | '–'))
            .unwrap_or(trimmed.len());
        let (word, after) = trimmed.split_at(end);
        let start = at;
        at += end;
        rest = after;
        (!word.is_empty()).then_some((start, word))
    };
    for _ in 0..words {
        take()?;
    }
    let (start, first) = take()?;
    let upper = first.to_uppercase();
    let number = upper.bytes().all(|b| b.is_ascii_digit()) && upper.len() <= 3;
    let mut end = start + first.len();
    let mut so = first.to_owned();
    if upper == "THỨ" && *loai != BlockKind::Dieu {
        let (start, second) = take()?;
        end = start + second.len();
        so = format!("{first} {second}");
    } else if !(number || (*loai != BlockKind::Dieu && first == upper && (is_roman(&upper) || upper.len() == 1))) {
        // "Điều 5a" of an amending text.
        let digits = upper.trim_end_matches(char::is_alphabetic);
        let amended = *loai == BlockKind::Dieu
            && !digits.is_empty()
            && digits.bytes().all(|b| b.is_ascii_digit())
            && upper.chars().count() == digits.len() + 1;
        if !amended {
            return None;
        }
    }
    let after = text.get(end..).unwrap_or_default();
    let words = after.trim_start_matches([' ', '.', ':', ')', '-', '–', '\t', '\u{a0}', '/']);
    let marks = after.get(..after.len() - words.len()).unwrap_or_default();
    let marked = marks.contains(['.', ':', ')', '/']) || marks.contains(" - ") || marks.contains('–');
    // "Điều 5 của Luật này" is a sentence; so is "Chương I quy định".
    if !words.is_empty()
        && !marked
        && !crate::model::ban_thao::chu::hoa_het(words)
        && (!hoa_dau(words) || la_luat(words))
    {
        return None;
    }
    if !words.is_empty() && words.starts_with(char::is_lowercase) {
        return None;
    }
    Some(So { loai: *loai, so, chu: text.len() - words.len() })
}

/// "Điều 5 Luật Thi đua": the instrument that the article is of.
fn la_luat(words: &str) -> bool {
    let head: String = words.chars().take(16).collect();
    super::gap::dau_mot(
        &gap(&head),
        &[
            "luat",
            "nghi dinh",
            "thong tu",
            "quyet dinh",
            "nghi quyet",
            "phap lenh",
            "bo luat",
            "hien phap",
            "quy che",
            "quy dinh",
            "ke hoach",
            "muc",
            "chuong",
            "dieu le",
        ],
    )
}

/// "1.", "1)", "1/", "1.1.", "1-".
fn so_a_rap(text: &str) -> Option<So> {
    let bytes = text.as_bytes();
    let mut end = 0;
    let mut levels = 0;
    loop {
        let digits = bytes.get(end..)?.iter().take_while(|b| b.is_ascii_digit()).count();
        if digits == 0 || digits > 2 && !(levels == 0 && digits == 3 && bytes.first() == Some(&b'1')) {
            break;
        }
        levels += 1;
        end += digits;
        if bytes.get(end) == Some(&b'.') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit) {
            end += 1;
        } else {
            break;
        }
    }
    let so = text.get(..end)?.trim_end_matches('.').to_owned();
    if levels == 0 || so.len() != end || levels > 5 {
        return None;
    }
    let after = text.get(end..)?;
    let mark = after.chars().next()?;
    let rest = after.get(mark.len_utf8()..).unwrap_or_default();
    let words = rest.trim_start();
    let spaced = words.len() < rest.len();
    let next = words.chars().next();
    let begins = next.is_some_and(|c| c.is_uppercase() || matches!(c, '“' | '"'));
    let good = match mark {
        '.' => spaced || begins,
        ')' => spaced || begins,
        // "5/3 đơn vị" is a share.
        '/' => begins,
        ':' => levels > 1 && begins,
        '-' | '–' => spaced && begins && levels == 1,
        ' ' => levels > 1 && begins,
        _ => false,
    };
    // "10. năm": the end of a sentence that a page break cut off.
    let good = good && !words.is_empty() && (levels > 1 || !next.is_some_and(|c| c.is_ascii_digit()) || spaced);
    good.then(|| So { loai: BlockKind::Khoan, so, chu: text.len() - words.len() })
}

/// "I.", "A.", "a)", "đ)", "ii)".
fn chu_so(text: &str) -> Option<So> {
    let end = text.find(|c: char| !c.is_alphanumeric())?;
    let number = text.get(..end)?;
    let after = text.get(end..)?;
    let mark = after.chars().next()?;
    let rest = after.get(mark.len_utf8()..).unwrap_or_default();
    let words = rest.trim_start();
    let spaced = words.len() < rest.len();
    let next = words.chars().next()?;
    let begins = next.is_uppercase();
    let count = number.chars().count();
    if number.chars().all(char::is_uppercase) {
        // No document has a hundred mục: "C." and "D." follow "B.".
        let roman = is_roman(number) && !matches!(number, "C" | "D" | "L" | "M");
        if !(roman || count == 1 && number.is_ascii()) {
            return None;
        }
        // "V.I. Lênin" and "C. Mác" are names; a heading shouts, or its mark is no full stop.
        let good = match mark {
            '.' | ')' | '/' | ':' => {
                spaced
                    || begins && roman && count > 1
                    || begins && words.chars().nth(1).is_some_and(|c| c.is_uppercase())
            }
            '-' | '–' => spaced && begins && roman,
            ' ' => next == '-' || next == '–',
            _ => false,
        };
        let words = if mark == ' ' { words.trim_start_matches(['-', '–', ' ']) } else { words };
        let initial = count == 1 && mark == '.' && !roman && !shouts(words);
        if !good || initial || words.is_empty() {
            return None;
        }
        let loai = if roman { BlockKind::Muc } else { BlockKind::Phan };
        return Some(So { loai, so: number.to_owned(), chu: text.len() - words.len() });
    }
    let letter = count == 1 && number.chars().all(char::is_lowercase);
    let lower_roman = count <= 4 && count > 1 && number.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'));
    let sub = count == 2 && number.starts_with(char::is_lowercase) && number.ends_with(|c: char| c.is_ascii_digit());
    let good = match mark {
        ')' => spaced || begins || next.is_lowercase(),
        '.' | '/' => (letter || sub) && (spaced || begins) && (mark == '.' || begins),
        _ => false,
    };
    ((letter || lower_roman || sub) && good).then(|| So {
        loai: BlockKind::Diem,
        so: number.to_owned(),
        chu: text.len() - words.len(),
    })
}

/// Whether the first words are in capitals, as those of a heading.
fn shouts(words: &str) -> bool {
    let head: String = words.chars().take(12).collect();
    crate::model::ban_thao::chu::hoa_het(&head)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn doc(text: &str) -> Option<(BlockKind, String, &str)> {
        danh_so(text).map(|so| (so.loai, so.so, &text[so.chu..]))
    }

    #[test]
    fn numbers_and_dashes() {
        use BlockKind::{Chuong, Diem, Dieu, Gach, Khoan, Muc, Phan, TieuMuc};
        for (text, loai, so, chu) in [
            ("I. MỤC ĐÍCH", Muc, "I", "MỤC ĐÍCH"),
            ("II.NỘI DUNG", Muc, "II", "NỘI DUNG"),
            ("III/ TỔ CHỨC", Muc, "III", "TỔ CHỨC"),
            ("IV - TỔ CHỨC", Muc, "IV", "TỔ CHỨC"),
            ("A. ĐẶC ĐIỂM TÌNH HÌNH", Phan, "A", "ĐẶC ĐIỂM TÌNH HÌNH"),
            ("Phần I", Phan, "I", ""),
            ("PHẦN THỨ NHẤT: MỞ ĐẦU", Phan, "THỨ NHẤT", "MỞ ĐẦU"),
            ("Chương II", Chuong, "II", ""),
            ("CHƯƠNG 1. QUY ĐỊNH CHUNG", Chuong, "1", "QUY ĐỊNH CHUNG"),
            ("Mục 2", Muc, "2", ""),
            ("Tiểu mục 1. THỦ TỤC", TieuMuc, "1", "THỦ TỤC"),
            ("Điều 1. Phạm vi điều chỉnh", Dieu, "1", "Phạm vi điều chỉnh"),
            ("Điều 2: Giao Sở", Dieu, "2", "Giao Sở"),
            ("Điều 3 Chánh Văn phòng", Dieu, "3", "Chánh Văn phòng"),
            ("Điều 5a. Sửa đổi", Dieu, "5a", "Sửa đổi"),
            ("1. Nội dung thi đua:", Khoan, "1", "Nội dung thi đua:"),
            ("1.Nội dung", Khoan, "1", "Nội dung"),
            ("2) Các đơn vị", Khoan, "2", "Các đơn vị"),
            ("3/ Các đơn vị", Khoan, "3", "Các đơn vị"),
            ("1.1. Mục tiêu", Khoan, "1.1", "Mục tiêu"),
            ("2.3 Mục tiêu", Khoan, "2.3", "Mục tiêu"),
            ("a) Đối với", Diem, "a", "Đối với"),
            ("đ) các đơn vị", Diem, "đ", "các đơn vị"),
            ("b. Các đơn vị", Diem, "b", "Các đơn vị"),
            ("- UBND tỉnh;", Gach, "-", "UBND tỉnh;"),
            ("-UBND tỉnh;", Gach, "-", "UBND tỉnh;"),
            ("+ Cấp xã", Gach, "+", "Cấp xã"),
            ("• Cấp xã", Gach, "•", "Cấp xã"),
            ("- a) Cho phép", Diem, "a", "Cho phép"),
            ("- 1. Cho phép", Khoan, "1", "Cho phép"),
        ] {
            assert_eq!(doc(text), Some((loai, so.to_owned(), chu)), "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_a_number() {
        for text in [
            "Điều 5 của Luật này quy định",
            "Điều 5 Luật Thi đua, khen thưởng",
            "Phần mềm quản lý",
            "Chương trình số 5",
            "Mục đích của",
            "1.500 đồng",
            "14/02/2017",
            "2020. Sở Y tế",
            "10 giờ",
            "100% các đơn vị",
            "5/3 đơn vị",
            "V.I. Lênin",
            "C. Mác nói",
            "-5 độ",
            "+84",
            "công chức, viên chức",
            "Tại đơn vị",
            "lần VI; tăng cường",
            "TM. ỦY BAN",
            "Điều này",
            "Mục tiêu",
            "(1) Nâng cao",
        ] {
            assert_eq!(doc(text), None, "{text}");
        }
    }
}
