//! Spaces around words, marks and brackets.

use super::{cum, la_dia_chi, la_van, sau, truoc};
use crate::check::chinh_ta::la_am_tiet;
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::{Doan, Nguon};

static C_DU: Code = Code::canh_bao("thua-khoang-trang");
static C_TRUOC: Code = Code::canh_bao("khoang-trang-truoc-dau");
static C_SAU: Code = Code::canh_bao("thieu-khoang-trang");
static C_TRONG: Code = Code::canh_bao("khoang-trang-trong-ngoac");

/// From so many spaces on it is room to write in, or words set one below another.
const CHO_TRONG: usize = 4;

/// Two spaces where one belongs.
pub static DU: Rule = Rule {
    code: &C_DU,
    ho: Ho::DauCau,
    vi_sao: "Giữa hai từ chỉ có một khoảng trắng; hai khoảng trắng làm dòng canh đều bị hở.",
    vi_du: &[ViDu::noi_dung("Các đơn vị  triển khai.", "Các đơn vị triển khai từ ngày     tháng 3 năm 2026.")],
    kiem: Kiem::Doan(du),
};

/// A space before a mark.
pub static TRUOC_DAU: Rule = Rule {
    code: &C_TRUOC,
    ho: Ho::DauCau,
    vi_sao: "Dấu phẩy, chấm, chấm phẩy, hai chấm, hỏi, than viết liền sau chữ đứng trước.",
    vi_du: &[ViDu::noi_dung(
        "Các đơn vị , địa phương triển khai .",
        "Các đơn vị, địa phương triển khai; tỷ lệ 1 : 500.",
    )],
    kiem: Kiem::Doan(truoc_dau),
};

/// No space after a mark.
pub static SAU_DAU: Rule = Rule {
    code: &C_SAU,
    ho: Ho::DauCau,
    vi_sao: "Sau dấu câu, sau ngoặc đóng và trước ngoặc mở có một khoảng trắng.",
    vi_du: &[
        ViDu::noi_dung("Các đơn vị,địa phương triển khai.", "Đạt 8,5% lúc 8:30; thư gửi về syt@caobang.gov.vn."),
        ViDu::noi_dung("Các đơn vị thực hiện.Các phòng phối hợp.", "Các đơn vị thực hiện. Các phòng phối hợp."),
    ],
    kiem: Kiem::Doan(sau_dau),
};

/// A space inside brackets or quotation marks.
pub static TRONG_NGOAC: Rule = Rule {
    code: &C_TRONG,
    ho: Ho::DauCau,
    vi_sao: "Ngoặc đơn, ngoặc kép viết liền với chữ bên trong.",
    vi_du: &[ViDu::noi_dung("Các đơn vị ( theo danh sách ) triển khai.", "Các đơn vị (theo danh sách) triển khai.")],
    kiem: Kiem::Doan(trong_ngoac),
};

fn is_gap(c: char) -> bool {
    c == ' ' || c == '\u{a0}'
}

/// The spaces that end at a byte: where they begin, and how many.
fn gap_before(text: &str, at: usize) -> (usize, usize) {
    let (mut start, mut count) = (at, 0);
    for (i, c) in text.get(..at).unwrap_or_default().char_indices().rev() {
        if !is_gap(c) {
            break;
        }
        (start, count) = (i, count + 1);
    }
    (start, count)
}

fn du(doan: &Doan, soi: &mut Soi<'_>) {
    let text = doan.chu.text.as_str();
    if matches!(soi.ctx.nguon, Nguon::ChienDich | Nguon::Pdf)
        || !la_van(doan)
        || !text.as_bytes().windows(2).any(|w| matches!(w, b"  " | [_, 0xc2]))
        || hang_cot(text)
    {
        return;
    }
    let slot = |word: &str| matches!(word.trim_matches([':', '.', '/']), "ngày" | "tháng" | "năm" | "số" | "Số" | "");
    let mut end = 0;
    for (at, c) in text.char_indices() {
        if at < end || !is_gap(c) {
            continue;
        }
        end = at + text[at..].find(|c| !is_gap(c)).unwrap_or(text.len() - at);
        let count = text[at..end].chars().count();
        let (Some(before), Some(after)) = (truoc(text, at), sau(text, end)) else { continue };
        if !(2..CHO_TRONG).contains(&count)
            || before == '\t'
            || after == '\t'
            || ",;:.?!)]”".contains(after)
            || "([“".contains(before)
        {
            continue;
        }
        if slot(&text[cum(text, at - before.len_utf8())]) || matches!(&text[cum(text, end)], "tháng" | "năm" | "/") {
            continue;
        }
        soi.sua(&C_DU, doan, at..end, "thừa khoảng trắng", " ");
    }
}

/// Whether words stand in columns: a row of a table that lost its rules.
fn hang_cot(text: &str) -> bool {
    let open = |part: &str| {
        part.trim_end().ends_with(['.', '_', '…']) || ["ngày", "tháng", "năm", "số"].iter().any(|w| part.ends_with(w))
    };
    let mut parts = text.trim().split("   ").filter(|part| !part.is_empty());
    let columns = parts.next().is_some_and(|first| !open(first)) && parts.next().is_some();
    columns && text.len() < 400 && !text.trim_end().ends_with(['.', ';', ':'])
}

fn truoc_dau(doan: &Doan, soi: &mut Soi<'_>) {
    let text = doan.chu.text.as_str();
    if !la_van(doan) {
        return;
    }
    let mut last = 0;
    for (at, byte) in text.bytes().enumerate() {
        // The last byte of a space, of either kind.
        let gap = matches!(std::mem::replace(&mut last, byte), b' ' | 0xa0);
        if !gap || !matches!(byte, b',' | b';' | b':' | b'.' | b'?' | b'!') {
            continue;
        }
        let mark = &text[at..=at];
        let (start, count) = gap_before(text, at);
        if count == 0 || count >= CHO_TRONG {
            continue;
        }
        let end = at + mark.len();
        let (Some(before), after) = (truoc(text, start), sau(text, end)) else { continue };
        let skip = match mark {
            ":" => before.is_ascii_digit() && after.is_none_or(|c| is_gap(c) || c.is_ascii_digit()),
            // ".docx", "....", "./."
            "." => before == '.' || after.is_some_and(|c| c == '.' || c.is_ascii_digit() || c.is_ascii_lowercase()),
            "," | ";" => before == mark.chars().next().unwrap_or(' ') || "-+(“".contains(before),
            _ => false,
        };
        // "- ." and the like are no words; a date's open slot ends with a mark as well.
        let slot = "…_".contains(before) || text[..start].ends_with("..");
        if skip || slot || before.is_whitespace() {
            continue;
        }
        soi.sua(&C_TRUOC, doan, start..end, format!("thừa khoảng trắng trước dấu “{mark}”"), mark);
    }
}

fn sau_dau(doan: &Doan, soi: &mut Soi<'_>) {
    let text = doan.chu.text.as_str();
    if !la_van(doan) {
        return;
    }
    let mut behind = 0;
    for (at, mark) in text.match_indices([',', ';', ':', '.', '?', '!', ')', '”', '(', '“']) {
        if at < behind || !missing(text, at, mark) {
            continue;
        }
        let here = cum(text, at);
        behind = here.end;
        if la_dia_chi(&text[here.clone()]) {
            continue;
        }
        // All that is missing between two spaces is put right at once.
        let mut fixed = String::with_capacity(here.len() + 4);
        let (mut last, mut first) = (here.start, here.end);
        let mut until = here.start;
        for (i, mark) in text[here.clone()].match_indices([',', ';', ':', '.', '?', '!', ')', '”', '(', '“']) {
            let i = here.start + i;
            if missing(text, i, mark) {
                let cut = if matches!(mark, "(" | "“") { i } else { i + mark.len() };
                fixed.push_str(&text[last..cut]);
                fixed.push(' ');
                (last, first, until) = (cut, first.min(i), i + mark.len());
            }
        }
        let start = before_word(text, first).max(here.start);
        let end = behind_word(text, until).min(here.end);
        fixed.push_str(&text[last..end.max(last)]);
        let fixed = fixed.get(start - here.start..).unwrap_or(&fixed).to_owned();
        let what = if matches!(mark, "(" | "“") { "trước" } else { "sau" };
        soi.sua(&C_SAU, doan, start..end, format!("thiếu khoảng trắng {what} dấu “{mark}”"), fixed);
    }
}

/// Where the word before a byte begins.
fn before_word(text: &str, at: usize) -> usize {
    let head = text.get(..at).unwrap_or_default();
    head.char_indices().rev().take_while(|(_, c)| c.is_alphanumeric()).last().map_or(at, |(i, _)| i)
}

/// Where the word from a byte on ends.
fn behind_word(text: &str, at: usize) -> usize {
    let tail = text.get(at..).unwrap_or_default();
    at + tail.find(|c: char| !c.is_alphanumeric()).unwrap_or(tail.len())
}

/// Whether a space is missing behind a mark, or before an opening one.
fn missing(text: &str, at: usize, mark: &str) -> bool {
    let end = at + mark.len();
    let (Some(before), Some(after)) = (truoc(text, at), sau(text, end)) else { return false };
    if before.is_whitespace() || after.is_whitespace() {
        return false;
    }
    let (left, right) = (&text[before_word(text, at)..at], &text[end..behind_word(text, end)]);
    let word = |w: &str| w.chars().count() >= 2 && w.chars().any(char::is_lowercase);
    match mark {
        "," | ";" | "?" | "!" => after.is_alphabetic() && (before.is_alphanumeric() || ")”\"".contains(before)),
        ":" => after.is_alphabetic() && before.is_alphabetic() && left.chars().count() >= 2,
        // "việc.Các", not "TP.HCM", "v.v", "T.Tra".
        "." => {
            left.chars().all(char::is_lowercase)
                && word(left)
                && la_am_tiet(left)
                && after.is_uppercase()
                && word(right)
                && la_am_tiet(right)
                && !matches!(left, "tp" | "ts" | "ths" | "bs" | "tx" | "tt" | "th")
        }
        ")" | "”" => after.is_alphabetic() && word(right) && (before.is_alphanumeric() || before == '.'),
        _ => {
            before.is_alphabetic()
                && word(left)
                && la_am_tiet(left)
                && after.is_alphabetic()
                && right.chars().count() >= 2
        }
    }
}

fn trong_ngoac(doan: &Doan, soi: &mut Soi<'_>) {
    let text = doan.chu.text.as_str();
    // The bytes that brackets are, or begin with.
    if !la_van(doan) || !text.bytes().any(|b| matches!(b, b'(' | b'[' | b')' | b']' | 0xe2)) {
        return;
    }
    for (at, mark) in text.match_indices(['(', '[', '“']) {
        let start = at + mark.len();
        let tail = &text[start..];
        let end = start + tail.find(|c| !is_gap(c)).unwrap_or(tail.len());
        let count = text[start..end].chars().count();
        let after = sau(text, end);
        if (1..CHO_TRONG).contains(&count) && after.is_some_and(|c| !")]”,;./".contains(c)) {
            soi.sua(&C_TRONG, doan, at..end, format!("thừa khoảng trắng sau dấu “{mark}”"), mark);
        }
    }
    for (at, mark) in text.match_indices([')', ']', '”']) {
        let (start, count) = gap_before(text, at);
        let before = truoc(text, start);
        if (1..CHO_TRONG).contains(&count)
            && before.is_some_and(|c| !"([“,;./…_".contains(c))
            && !is_listed(text, start, mark)
        {
            let end = at + mark.len();
            soi.sua(&C_TRONG, doan, start..end, format!("thừa khoảng trắng trước dấu “{mark}”"), mark);
        }
    }
}

/// "a )" is a list's number, not the end of brackets.
fn is_listed(text: &str, start: usize, mark: &str) -> bool {
    mark == ")" && !text[..start].contains('(')
}
