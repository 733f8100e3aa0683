//! Common words with a capital inside a sentence: mục I asks capitals of the first syllable of a sentence only.

use super::{DANH_TU_CHUNG, GIUA_CAU, trong_ngoac, viet_hoa};
use crate::check::soi::Soi;
use crate::diag::Code;
use crate::model::ban_thao::{Chu, Doan, LoaiTu};

/// Before a phrase of a list: it has its capital rightly, though a shorter one below is in the list.
const KHONG: &str = "-";

/// Looks at a capital inside a sentence.
///
/// Lists: a word, or what must stand before it and the word: "công tác|nghiên cứu". "*" before it is any word in small
/// letters.
pub fn soi(doan: &Doan, n: usize, soi: &mut Soi<'_>) {
    let chu = &doan.chu;
    if gan_ten(chu, n) || ten_to_chuc(chu, n) {
        return;
    }
    let _found = thay(doan, n, &GIUA_CAU, soi) || thay(doan, n, &DANH_TU_CHUNG, soi);
}

fn thay(doan: &Doan, n: usize, code: &'static Code, soi: &mut Soi<'_>) -> bool {
    let chu = &doan.chu;
    let Some(here) = chu.tu.get(n).and_then(|tu| chu.thuong.get(tu.dau..)) else { return false };
    let Some(before) = chu.tu.get(n).and_then(|tu| chu.thuong.get(..tu.dau)) else { return false };
    let mut list = soi.ctx.kho.tu_dien.biet_dau(code, chu.bam(n));
    let leads = soi.ctx.kho.tu_dien.biet(code);
    let Some((lead, word)) = list.find_map(|entry| {
        let (lead, word) = entry.split_once('|')?;
        let whole = here.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphabetic));
        (whole && behind(before, named(leads, lead))).then_some((lead, word))
    }) else {
        return false;
    };
    if lead == KHONG {
        return false;
    }
    let last = n + word.split(' ').count() - 1;
    // A further capital makes a name of it, and so does a quotation mark.
    let agency = matches!(chu.viet(last + 1), "Sở" | "Bộ" | "Cục" | "Ngành" | "UBND" | "Tỉnh" | "Vụ");
    let named = (n + 1..=last).any(|at| chu.hoa_dau(at)) || (chu.hoa_dau(last + 1) && !agency);
    // "đoàn Thanh niên": a list of capitals judges the whole of it.
    let listed = || soi.ctx.kho.tu_dien.xet_roi(chu, n);
    if named || trong_ngoac(chu, n) || dau_dong(doan, n, soi) || listed() {
        return false;
    }
    let range = chu.khoang(n, last);
    let right = chu.thuong.get(range.clone()).unwrap_or_default().to_owned();
    let message = format!("danh từ chung giữa câu viết thường: “{right}”");
    if code.severity == crate::diag::Severity::GoiY {
        soi.bao(code, doan, range, message);
    } else {
        soi.sua(code, doan, range, message, right);
    }
    true
}

/// Whether a word begins a line of its file, or a column: the head of a table or of a list that was joined to what stands
/// beside it.
fn dau_dong(doan: &Doan, n: usize, soi: &Soi<'_>) -> bool {
    let Some(before) = n.checked_sub(1) else { return true };
    let (place, _) = doan.cho(soi.ctx.files, doan.chu.khoang(before, n));
    let written = soi.ctx.files.slice(&place);
    written.contains('\n') || written.contains("  ")
}

/// The words that a lead stands for: "=việc|công tác/hoạt động" at the beginning of the list names some.
fn named<'a>(list: &'a [String], lead: &'a str) -> &'a str {
    let named = list.iter().map_while(|entry| entry.strip_prefix('=')).filter_map(|entry| entry.split_once('|'));
    named.into_iter().find(|(name, _)| *name == lead).map_or(lead, |(_, words)| words)
}

/// Whether one of the words of `lead`, parted by "/", stands right before.
fn behind(before: &str, lead: &str) -> bool {
    let before = before.trim_end();
    lead.split('/').any(|word| match word {
        "*" | KHONG => true,
        word => before.strip_suffix(word).is_some_and(|rest| !rest.ends_with(char::is_alphabetic)),
    })
}

/// Whether the word right before names a kind of organisation, of which this is the name, though it begins the sentence and
/// so has its capital anyhow: "Công đoàn Viên chức tỉnh".
fn ten_to_chuc(chu: &Chu, n: usize) -> bool {
    let before = |k: usize| n.checked_sub(k).map_or("", |at| chu.nho(at));
    let first = match (before(2), before(1)) {
        ("công" | "liên" | "tổng" | "quân", "đoàn") | ("trung", "tâm") | ("chi" | "liên" | "tổng", "hội") => {
            2
        }
        (_, "hội" | "đoàn" | "trường" | "phòng" | "ban" | "quỹ" | "viện" | "nhà" | "khoa" | "tổ" | "cục" | "vụ") => {
            1
        }
        _ => return false,
    };
    n.checked_sub(first).is_some_and(|at| chu.dau_cau(at) && chu.hoa_dau(at))
}

/// Whether a name may reach this far: one of the five words before in this clause has a capital.
fn gan_ten(chu: &Chu, n: usize) -> bool {
    let clause = (n.saturating_sub(5)..n).rev().take_while(|at| !matches!(chu.viet(*at), "." | ";" | ":" | "“" | "”"));
    // The first word of a sentence has its capital for that.
    clause.into_iter().any(|at| {
        let capital = viet_hoa(chu, at) && !chu.dau_cau(at);
        let shouted = chu.tu.get(at).is_some_and(|tu| tu.loai == LoaiTu::Chu) && chu.hoa_het(at);
        capital || shouted
    })
}
