//! Cited documents: "Nghị định số 42/2010/NĐ-CP ngày 15/4/2010", "Kế hoạch số 12/KH-BYT", "Luật Thi đua, khen thưởng năm
//! 2003". Date and year are part of the citation.

use super::{Scan, head, pattern, tail};
use crate::diag::{Diagnostic, Severity};
use crate::model::du_kien::VanBanPhapLuat;
use crate::model::lich::viet_so;
use crate::renew::code;
use crate::renew::flat::{HOLE, Usage};
use chrono::{Datelike, NaiveDate};
use regex::Captures;
use std::ops::Range;

pub(super) fn find(scan: &mut Scan<'_>) {
    symbols(scan);
    laws(scan);
    unknown_laws(scan);
}

/// Documents cited by number and symbol.
fn symbols(scan: &mut Scan<'_>) {
    let symbol = pattern!("[0-9]{1,5}(/[0-9]{4})?[/-]-?[A-ZĐ][A-ZĐƯa-z0-9]+(?:[-/&][A-ZĐƯ][A-ZĐƯa-zđ0-9]*)*");
    let kind = pattern!(
        "(?x) ((?: [Nn]ghị\\ (?:định|quyết) | [Tt]hông\\ (?:tư(?:\\ liên\\ tịch)?|tri|báo|cáo) | [Qq]uyết\\ định | [Cc]hỉ\\ thị
        | [Kk]ế\\ hoạch | [Hh]ướng\\ dẫn | [Cc]ông\\ (?:văn|điện) | [Vv]ăn\\ bản | [Cc]hương\\ trình | [Tt]ờ\\ trình | [Bb]áo\\ cáo
        | [Kk]ết\\ luận | [Qq]uy\\ (?:định|chế) | [Đđ]ề\\ án | [Ll]uật | [Pp]háp\\ lệnh | [Gg]iấy\\ mời | [Bb]iên\\ bản)\\ )?
        (?:số:?\\ )?$"
    );
    let text = scan.text();
    for found in symbol.captures_iter(text) {
        if scan.is_full() {
            return;
        }
        let Some(whole) = found.get(0) else { continue };
        let (before, _) = scan.around(&whole.range());
        if !scan.is_whole(&whole.range()) || before.ends_with(['/', '-', '.', ',']) {
            continue;
        }
        let left = tail(before, 60);
        let start = kind.find(left).map_or(whole.start(), |m| whole.start() - left.len() + m.start());
        let (end, date, year) = date_after(text, whole.end());
        let year = year.or_else(|| found.get(1)?.as_str()[1..].parse().ok().map(Year::Typed));
        let range = start..end;
        if !scan.is_free(&range) {
            continue;
        }
        let finding = match known(scan, whole.as_str(), date) {
            Some(law) => of_law(scan, &scan.shown(&range), law),
            None => Some(of_other(scan, &scan.shown(&range), year)),
        };
        told(scan, range, finding);
    }
}

/// The year a citation is of.
#[derive(Clone, Copy)]
enum Year {
    Typed(i32),
    /// It moves by itself.
    Hole,
}

/// The date that follows a symbol: where it ends, the day, the year.
fn date_after(text: &str, at: usize) -> (usize, Option<NaiveDate>, Option<Year>) {
    let numbers = pattern!("^,? ?(?:ngày )?([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4}|\u{fffc})");
    let words = pattern!("^,? ?ngày ([0-9]{1,2}) tháng ([0-9]{1,2}) năm ([0-9]{4}|\u{fffc})");
    let only = pattern!("^,? ?năm ([0-9]{4})");
    let rest = head(&text[at..], 60);
    let number = |found: &Captures<'_>, group: usize| found[group].parse::<u32>().ok();
    let year_of =
        |typed: &str| if typed.starts_with(HOLE) { Some(Year::Hole) } else { typed.parse().ok().map(Year::Typed) };
    if let Some(found) = numbers.captures(rest).or_else(|| words.captures(rest)) {
        let year = year_of(&found[3]);
        let day = match year {
            Some(Year::Typed(y)) => {
                number(&found, 1).zip(number(&found, 2)).and_then(|(d, m)| NaiveDate::from_ymd_opt(y, m, d))
            }
            _ => None,
        };
        return (at + found[0].len(), day, year);
    }
    match only.captures(rest) {
        Some(found) => (at + found[0].len(), None, year_of(&found[1])),
        None => (at, None, None),
    }
}

/// The instrument of a symbol. Numbers return, so the date decides where it is typed.
fn known<'a>(scan: &Scan<'a>, symbol: &str, date: Option<NaiveDate>) -> Option<&'a VanBanPhapLuat> {
    let mut found = scan.facts.phap_luat.tim_theo_so(symbol);
    if let Some(date) = date {
        found.retain(|law| law.ngay_ban_hanh.is_none_or(|d| d == date));
    }
    match found.as_slice() {
        [law] => Some(law),
        _ => None,
    }
}

/// Takes a citation, and puts it on the list if there is something to say.
fn told(scan: &mut Scan<'_>, range: Range<usize>, finding: Option<Diagnostic>) {
    match finding {
        Some(finding) => scan.report(range, finding),
        None => scan.take(range),
    }
}

/// An instrument of the data: whether it is still in force at the end of the new year. Of one that is, there is nothing
/// to say where it can only be typed.
fn of_law(scan: &Scan<'_>, typed: &str, law: &VanBanPhapLuat) -> Option<Diagnostic> {
    end_of(scan, typed, law, false).or_else(|| {
        let advice = format!("còn hiệu lực; nên viết {{{{ vien_dan.{} }}}}", law.ma);
        (scan.flat.usage == Usage::Words).then(|| Diagnostic::new(&code::VIEN_DAN, typed).advice(advice))
    })
}

/// What to say of an instrument that does not last to the end of the new year. `bare` says that its key stands alone.
pub(super) fn end_of(scan: &Scan<'_>, typed: &str, law: &VanBanPhapLuat, bare: bool) -> Option<Diagnostic> {
    let ended = scan.facts.ended(law, scan.years.moi)?;
    let maybe = if ended.sure { "" } else { "có thể " };
    let message = format!("{typed} {maybe}hết hiệu lực từ {}", viet_so(ended.tu));
    let name = |(law, tu): &(&VanBanPhapLuat, Option<NaiveDate>)| {
        let until = tu.map(|tu| format!(", chỉ đến trước {}", viet_so(tu))).unwrap_or_default();
        let key = match bare {
            _ if scan.flat.usage != Usage::Words => return format!("{}{until}", law.lan_sau()),
            true => law.ma.clone(),
            false => format!("{{{{ vien_dan.{} }}}}", law.ma),
        };
        format!("{key} ({}{until})", law.lan_sau())
    };
    let advice = if ended.next.is_empty() {
        "tìm văn bản thay thế (dữ liệu chưa có)".to_owned()
    } else {
        ended.next.iter().map(name).collect::<Vec<_>>().join(", ")
    };
    let mut finding = Diagnostic::new(&code::VIEN_DAN, message).advice(advice);
    finding.severity = Severity::CanhBao;
    Some(finding)
}

/// Another document: one of the old year surely has a successor.
fn of_other(scan: &Scan<'_>, typed: &str, year: Option<Year>) -> Diagnostic {
    let of = match year {
        Some(Year::Hole) => Some(scan.years.cu),
        Some(Year::Typed(year)) => Some(year),
        None => None,
    };
    let (advice, severity) = match of {
        Some(year) if scan.years.near(year) => {
            (format!("số và ngày của văn bản năm {}", scan.years.next(year)), Severity::CanhBao)
        }
        _ => ("xem còn dùng được không, đã có văn bản mới chưa".to_owned(), Severity::GoiY),
    };
    let mut finding = Diagnostic::new(&code::VIEN_DAN, typed).advice(advice);
    finding.severity = severity;
    finding
}

/// Laws are cited by name. One with its year is that law; without, whichever is in force, so there is something to say
/// only when none of the name is.
fn laws(scan: &mut Scan<'_>) {
    let begin = pattern!("(?:Bộ luật|[Ll]uật|Pháp lệnh) ");
    let year = pattern!("^,? (?:năm|ngày [0-9]{1,2} tháng [0-9]{1,2} năm) ([0-9]{4})");
    let text = scan.text();
    for found in begin.find_iter(text) {
        if scan.is_full() {
            return;
        }
        let facts = scan.facts;
        let laws = facts.phap_luat.iter().filter(|law| law.la_luat());
        let here: Vec<(usize, &VanBanPhapLuat)> =
            laws.filter_map(|law| Some((begins_with(&text[found.start()..], &law.lan_sau())?, law))).collect();
        let Some(len) = here.iter().map(|(len, _)| *len).max() else { continue };
        let mut same: Vec<&VanBanPhapLuat> = here.iter().filter(|(l, _)| *l == len).map(|(_, law)| *law).collect();
        let end = found.start() + len;
        let typed = year.captures(head(&text[end..], 50));
        let range = found.start()..end + typed.as_ref().map_or(0, |t| t[0].len());
        if !scan.is_free(&range) {
            continue;
        }
        if let Some(nam) = typed.and_then(|t| t[1].parse::<i32>().ok()) {
            same.retain(|law| law.ngay_ban_hanh.is_some_and(|d| d.year() == nam));
            match same.first() {
                Some(law) => told(scan, range.clone(), of_law(scan, &scan.shown(&range), law)),
                None => scan.take(range),
            }
        } else if same.iter().all(|law| facts.ended(law, scan.years.moi).is_some_and(|ended| ended.sure)) {
            let ended = same.first().and_then(|law| end_of(scan, &scan.shown(&range), law, false));
            ended.into_iter().for_each(|finding| scan.report(range.clone(), finding));
        }
    }
}

/// Length of what a text begins with, if that is `name` whatever the case of its letters.
fn begins_with(text: &str, name: &str) -> Option<usize> {
    let mut chars = text.char_indices();
    for wanted in name.chars() {
        let (_, c) = chars.next()?;
        if c != wanted && !c.to_lowercase().eq(wanted.to_lowercase()) {
            return None;
        }
    }
    let len = chars.next().map_or(text.len(), |(at, _)| at);
    (!text[len..].starts_with(char::is_alphanumeric)).then_some(len)
}

/// A law that the data do not know keeps the year in its name: "Luật Đầu tư năm 2020".
fn unknown_laws(scan: &mut Scan<'_>) {
    let law = pattern!("(?:Bộ luật|Luật|Pháp lệnh|Hiến pháp) ?([^0-9;.:\n()“”\u{fffc}]{0,80}?)năm [0-9]{4}");
    for found in law.captures_iter(scan.text()) {
        let Some(range) = found.get(0).map(|m| m.range()) else { continue };
        let middle = &found[1];
        let sentence = ["trong ", "của ", "kế hoạch ", "nhiệm vụ ", "công tác ", "từ ", "đến "];
        if scan.is_free(&range) && !sentence.iter().any(|word| middle.contains(word)) {
            scan.take(range);
        }
    }
}
