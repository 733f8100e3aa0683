//! The hyphen with its spaces, as the decree writes it: "2016 - 2020", "Độc lập - Tự do - Hạnh phúc".

use super::{cum, la_van, sau, truoc};
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::{BanThao, Doan, Nguon, O};
use std::ops::Range;

static C_NGANG: Code = Code::canh_bao("gach-ngang-lan-lon");
static C_LIEN: Code = Code::goi_y("gach-noi-khong-cach");
static C_LECH: Code = Code::canh_bao("gach-noi-lech");
static C_DAU_DONG: Code = Code::canh_bao("gach-dau-dong-dinh");

/// At most so many places of one document: the rest have the same cause.
const MAX: usize = 3;

/// A long dash, or years without spaces, where the document writes the other way elsewhere.
pub static GACH_NGANG: Rule = Rule {
    code: &C_NGANG,
    ho: Ho::DauCau,
    vi_sao: "Trong một văn bản chỉ dùng một kiểu gạch; NĐ 30/2020/NĐ-CP dùng gạch nối có khoảng trắng hai bên.",
    vi_du: &[ViDu::noi_dung(
        "Giai đoạn 2016 - 2020 và giai đoạn 2021 – 2025 của kế hoạch năm 2026.",
        "Giai đoạn 2016 - 2020 và giai đoạn 2021 - 2025 của kế hoạch năm 2026.",
    )],
    kiem: Kiem::BanThao(gach_ngang),
};

/// The same where all of the document is so.
pub static GACH_LIEN: Rule = Rule {
    code: &C_LIEN,
    ho: Ho::DauCau,
    vi_sao: "NĐ 30/2020/NĐ-CP viết gạch nối ngắn có khoảng trắng hai bên giữa hai năm, hai vế: “2016 - 2020”.",
    vi_du: &[ViDu::noi_dung("Kế hoạch giai đoạn 2021-2026.", "Kế hoạch giai đoạn 2021 - 2026.")],
    kiem: Kiem::BanThao(gach_lien),
};

/// A space on one side only.
pub static GACH_LECH: Rule = Rule {
    code: &C_LECH,
    ho: Ho::DauCau,
    vi_sao: "Gạch nối giữa hai vế có khoảng trắng ở cả hai bên hoặc không có ở bên nào.",
    vi_du: &[ViDu::noi_dung("Phát triển kinh tế -xã hội.", "Phát triển kinh tế - xã hội; quý I và II - năm 2026.")],
    kiem: Kiem::BanThao(gach_lech),
};

/// "-Đại diện".
pub static GACH_DAU_DONG: Rule = Rule {
    code: &C_DAU_DONG,
    ho: Ho::DauCau,
    vi_sao: "Sau gạch đầu dòng có một khoảng trắng, như các mẫu của Phụ lục III: “- Như Điều 3;”.",
    vi_du: &[ViDu::noi_dung(
        "Thành phần gồm:\n-Đại diện Sở Y tế;\n-Đại diện Sở Nội vụ.",
        "Thành phần gồm:\n- Đại diện Sở Y tế;\n- Đại diện Sở Nội vụ.",
    )],
    kiem: Kiem::BanThao(gach_dau_dong),
};

/// How two parts are joined.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kieu {
    /// "a - b"
    Chuan,
    /// "a – b", "a–b"
    Dai,
    /// Between numbers, "2016-2020".
    Lien,
}

/// The words of a paragraph that has a dash; nothing of others. "–" and "—" begin with the byte 0xe2.
fn with_dash(doan: &Doan) -> &str {
    let text = doan.chu.text.as_str();
    if text.bytes().any(|b| matches!(b, b'-' | 0xe2)) { text } else { "" }
}

/// Every place where two years or dates, or two words with spaces, are joined: how, and the whole stretch between the words.
fn joins(doan: &Doan) -> impl Iterator<Item = (Kieu, Range<usize>)> {
    let text = with_dash(doan);
    text.char_indices().filter(|(_, c)| matches!(c, '-' | '–' | '—')).filter_map(move |(at, c)| {
        let end = at + c.len_utf8();
        let start = text[..at].trim_end_matches([' ', '\u{a0}']).len();
        let stop = end + (text[end..].len() - text[end..].trim_start_matches([' ', '\u{a0}']).len());
        let (before, after) = (truoc(text, start)?, sau(text, stop)?);
        let (gap_left, gap_right) = (start < at, stop > end);
        // An opening or closing mark of a sentence: a parenthesis set off by dashes is not joined.
        if !before.is_alphanumeric() || !(after.is_alphanumeric()) {
            return None;
        }
        let years = year_or_date(text, start, stop);
        let kind = match (c, gap_left, gap_right) {
            ('-', true, true) => Kieu::Chuan,
            ('-', false, false) if years => Kieu::Lien,
            ('–' | '—', true, true) => Kieu::Dai,
            ('–' | '—', false, false) if years => Kieu::Dai,
            _ => return None,
        };
        Some((kind, start..stop))
    })
}

/// Whether both sides are years, or both are dates with a year.
fn year_or_date(text: &str, start: usize, stop: usize) -> bool {
    let chunk = cum(text, start.saturating_sub(1));
    let left = text[chunk.start.min(start)..start].trim_start_matches(['(', '“', '"']);
    let right = &text[stop..];
    let right = &right[..right.find(|c: char| !(c.is_ascii_digit() || c == '/')).unwrap_or(right.len())];
    let left = left.rsplit(|c: char| !(c.is_ascii_digit() || c == '/')).next().unwrap_or_default();
    let year = |s: &str| {
        let last = s.rsplit('/').next().unwrap_or_default();
        let shape = s.split('/').all(|p| !p.is_empty() && p.bytes().all(|b| b.is_ascii_digit()));
        shape && last.len() == 4 && (last.starts_with("19") || last.starts_with("20"))
    };
    // "Số 05/2019-2020" is a number; both sides have to be of one shape.
    year(left) && year(right) && left.matches('/').count() == right.matches('/').count()
}

fn counts(ban: &BanThao) -> (usize, usize, usize) {
    let (mut right, mut long, mut tight) = (0, 0, 0);
    for (kind, _) in ban.doan.iter().filter(|d| la_van(d)).flat_map(joins) {
        match kind {
            Kieu::Chuan => right += 1,
            Kieu::Dai => long += 1,
            Kieu::Lien => tight += 1,
        }
    }
    (right, long, tight)
}

fn gach_ngang(ban: &BanThao, soi: &mut Soi<'_>) {
    let (right, long, tight) = counts(ban);
    if right == 0 || long + tight == 0 {
        return;
    }
    report(ban, soi, &C_NGANG, "viết khác các chỗ khác trong văn bản");
}

fn gach_lien(ban: &BanThao, soi: &mut Soi<'_>) {
    let (right, long, tight) = counts(ban);
    if right == 0 && long + tight > 0 {
        report(ban, soi, &C_LIEN, "nên viết gạch nối ngắn có khoảng trắng hai bên");
    }
}

fn report(ban: &BanThao, soi: &mut Soi<'_>, code: &'static Code, why: &str) {
    let all = ban.doan.iter().filter(|d| la_van(d)).flat_map(|d| joins(d).map(move |found| (d, found)));
    let odd = all.filter(|(_, (kind, _))| *kind != Kieu::Chuan);
    for (doan, (kind, range)) in odd.take(MAX) {
        let name = if kind == Kieu::Dai { "gạch ngang dài" } else { "gạch nối không có khoảng trắng" };
        soi.sua(code, doan, range, format!("{name}, {why}"), " - ");
    }
}

/// Items whose dash is set against their first word; text taken out of a PDF may have lost the space.
fn gach_dau_dong(ban: &BanThao, soi: &mut Soi<'_>) {
    if !ban.go_tay() || soi.ctx.nguon == Nguon::Pdf {
        return;
    }
    let glued = |doan: &&Doan| {
        doan.so == "-" && doan.o == O::NoiDung && {
            let whole = soi.ctx.files.slice(&doan.place).trim_start_matches([' ', '\t', '*', '_', '>']);
            whole.strip_prefix('-').is_some_and(|rest| rest.starts_with(char::is_uppercase))
        }
    };
    let all: Vec<&Doan> = ban.doan.iter().filter(glued).take(MAX).collect();
    for doan in all {
        let finding = soi.tai(&C_DAU_DONG, doan, 0..doan.chu.khoang(0, 0).end, "thiếu khoảng trắng sau gạch đầu dòng");
        soi.push(finding.advice(format!("viết: - {}", doan.chu.viet(0))));
    }
}

fn gach_lech(ban: &BanThao, soi: &mut Soi<'_>) {
    for doan in ban.doan.iter().filter(|doan| la_van(doan)) {
        let text = with_dash(doan);
        for (at, c) in text.char_indices().filter(|(_, c)| matches!(c, '-' | '–')) {
            let end = at + c.len_utf8();
            let (Some(before), Some(after)) = (truoc(text, at), sau(text, end)) else { continue };
            let one_sided = (before == ' ') != (after == ' ');
            let start = text[..at].trim_end_matches(' ').len();
            let stop = end + (text[end..].len() - text[end..].trim_start_matches(' ').len());
            let word = |c: Option<char>| c.is_some_and(char::is_alphabetic);
            if !one_sided || !word(truoc(text, start)) || !word(sau(text, stop)) {
                continue;
            }
            // A symbol broken at the end of a line ("01/CT- UBND") is a citation's.
            if text[cum(text, start.saturating_sub(1))].contains('/') || text[cum(text, stop)].contains('/') {
                continue;
            }
            // "tr- ường": a word broken at the end of a line keeps its letters, and is not mended blindly.
            soi.sua(&C_LECH, doan, start..stop, "gạch nối chỉ có khoảng trắng ở một bên", " - ");
        }
    }
}
