//! Letters that look like others, and what nobody sees.

use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::ban_thao::chu::dung_san;
use crate::model::{Doan, O};
use unicode_normalization::{UnicodeNormalization, is_nfc};

const UNICODE: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục I, khoản 4";

static C_GIONG: Code = Code::tra_lai("chu-giong-chu-viet").theo(UNICODE);
static C_TO_HOP: Code = Code::canh_bao("chu-to-hop").theo(UNICODE);
static C_VO_HINH: Code = Code::goi_y("khoang-trang-la");

/// "ð" for "đ", Cyrillic "о" for "o".
pub static CHU_GIONG: Rule = Rule {
    code: &C_GIONG,
    ho: Ho::DauCau,
    vi_sao: "Chữ của bảng chữ khác trông giống chữ Việt nhưng tìm kiếm, sắp xếp, đọc máy đều sai; văn bản dùng bộ mã \
             TCVN 6909:2001.",
    vi_du: &[
        ViDu::noi_dung("Ðảng bộ Sở Y tế triển khai.", "Đảng bộ Sở Y tế triển khai."),
        ViDu::noi_dung("Các đơn vị triển khаi.", "Các đơn vị triển khai; sai số ± 5 µm."),
    ],
    kiem: Kiem::Doan(chu_giong),
};

/// Letters put together from parts.
pub static TO_HOP: Rule = Rule {
    code: &C_TO_HOP,
    ho: Ho::DauCau,
    vi_sao: "Dấu thanh gõ rời (Unicode tổ hợp) làm chữ bị tách, tìm không ra; văn bản dùng Unicode dựng sẵn theo TCVN \
             6909:2001.",
    vi_du: &[ViDu::noi_dung("Ca\u{301}c đơn vị triển khai.", "Các đơn vị triển khai.")],
    kiem: Kiem::Doan(to_hop),
};

/// Spaces of other kinds.
pub static VO_HINH: Rule = Rule {
    code: &C_VO_HINH,
    ho: Ho::DauCau,
    vi_sao: "Khoảng trắng lạ (không ngắt dòng, độ rộng không, gạch nối mềm) thường theo chữ dán từ trang mạng, làm giãn \
             dòng hoặc tìm không ra.",
    vi_du: &[ViDu::noi_dung("Các\u{a0}đơn vị triển khai.", "Các đơn vị triển khai.")],
    kiem: Kiem::Doan(vo_hinh),
};

/// The Vietnamese or Latin letter that a letter looks like.
fn latin(c: char) -> Option<char> {
    const PAIRS: &str =
        "ðđÐĐƉĐɖđаaеeоoрpсcуyхxіiјjѕsһhАAВBЕEКKМMНHОOРPСCТTХXІIЈJЅSУYΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοoνvαaіiıi";
    // Outside these no letter of the pairs stands; the letters of Vietnamese do not come so far.
    if !matches!(c, 'ð' | 'Ð' | 'ı' | 'Ɖ' | 'ɖ' | '\u{370}'..='\u{4ff}') {
        return None;
    }
    let mut pairs = PAIRS.chars();
    while let (Some(odd), Some(right)) = (pairs.next(), pairs.next()) {
        if odd == c {
            return Some(right);
        }
    }
    None
}

fn chu_giong(doan: &Doan, soi: &mut Soi<'_>) {
    let chu = &doan.chu;
    if doan.o == O::DauChi || chu.text.is_ascii() || !chu.text.chars().any(|c| latin(c).is_some()) {
        return;
    }
    for n in 0..chu.tu.len() {
        let word = chu.viet(n);
        if word.is_ascii() || !word.chars().any(|c| latin(c).is_some()) {
            continue;
        }
        let right: String = word.chars().map(|c| latin(c).unwrap_or(c)).collect();
        // A word of another language altogether is no slip; one whose letters all look Latin is.
        let foreign = |c: char| matches!(c, '\u{370}'..='\u{3ff}' | '\u{400}'..='\u{4ff}');
        if right.chars().any(foreign) || (word.chars().all(foreign) && word.chars().count() < 2) {
            continue;
        }
        let odd = word.chars().find(|c| latin(*c).is_some()).unwrap_or(' ');
        let message =
            format!("“{word}” có ký tự U+{:04X} chỉ trông giống chữ “{}”", u32::from(odd), latin(odd).unwrap_or(' '));
        soi.sua(&C_GIONG, doan, chu.khoang(n, n), message, right);
    }
}

fn to_hop(doan: &Doan, soi: &mut Soi<'_>) {
    let chu = &doan.chu;
    if dung_san(&chu.text) || is_nfc(&chu.text) {
        return;
    }
    for n in 0..chu.tu.len() {
        let word = chu.viet(n);
        if !is_nfc(word) {
            let right: String = word.nfc().collect();
            soi.sua(&C_TO_HOP, doan, chu.khoang(n, n), format!("“{right}” gõ bằng Unicode tổ hợp"), right);
        }
    }
}

fn vo_hinh(doan: &Doan, soi: &mut Soi<'_>) {
    let text = doan.chu.text.as_str();
    if text.is_ascii() {
        return;
    }
    for (at, c) in text.char_indices().filter(|(_, c)| !c.is_ascii()) {
        let (name, right) = match c {
            '\u{a0}' | '\u{202f}' => ("khoảng trắng không ngắt dòng", " "),
            '\u{2000}'..='\u{200a}' | '\u{3000}' => ("khoảng trắng có độ rộng lạ", " "),
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => ("ký tự không nhìn thấy", ""),
            '\u{ad}' => ("gạch nối mềm", ""),
            _ => continue,
        };
        soi.sua(&C_VO_HINH, doan, at..at + c.len_utf8(), format!("có {name} (U+{:04X})", u32::from(c)), right);
    }
}
