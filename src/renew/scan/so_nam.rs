//! Counts of years commemorated: "kỷ niệm 65 năm Ngày Thầy thuốc Việt Nam (27/02/1955 - 27/02/2020)".

use super::{Count, Scan, head, pattern};
use crate::diag::Diagnostic;
use crate::model::du_kien::NgayKyNiem;
use crate::renew::code;
use crate::renew::flat::{HOLE, Usage};
use std::ops::Range;

/// How a name in the data may lag behind the place where a name begins: "ngày ".
const NGAY: usize = "ngày ".len();

pub(super) fn find(scan: &mut Scan<'_>) {
    let count = pattern!("([Kk][ỷỉ] niệm (?:lần thứ )?)?([0-9]{1,4}|\u{fffc})( năm)? ");
    let named = pattern!(
        "^(?:[Nn]gày|[Tt]hành lập|[Tt]ruyền thống|[Gg]iải phóng|[Cc]hiến thắng|[Cc]ách mạng|[Qq]uốc khánh|[Tt]hống nhất) "
    );
    let text = scan.text();
    for found in count.captures_iter(text) {
        if scan.is_full() {
            return;
        }
        let (Some(whole), Some(number)) = (found.get(0), found.get(2)) else { continue };
        let rest = &text[whole.end()..];
        let lead = found.get(1).map_or("", |m| m.as_str());
        let counted = found.get(3).is_some() && (!lead.is_empty() || named.is_match(rest));
        if !(counted || lead.ends_with("thứ ")) || !scan.is_whole(&number.range()) {
            continue;
        }
        let (event, end) = event(scan, rest);
        let end = whole.end() + end;
        if number.as_str().starts_with(HOLE) {
            if let Some(name) = variable(scan, &number.range()) {
                scan.counts.push(Count { bien: name, ky_niem: event.map(|e| e.ma.clone()) });
            }
            continue;
        }
        let Ok(n) = number.as_str().parse::<i32>() else { continue };
        let range = whole.start()..end;
        if n == 0 || n > 2000 || !scan.is_free(&range) {
            continue;
        }
        let (range, dated) = with_dates(scan, range);
        let advice = advice(scan, event, n, !lead.is_empty(), dated);
        let finding = Diagnostic::new(&code::SO_NAM, scan.shown(&range)).advice(advice);
        scan.report(range, finding);
    }
}

/// What to write instead of a count of `n` years.
fn advice(scan: &Scan<'_>, event: Option<&NgayKyNiem>, n: i32, lead: bool, dated: bool) -> String {
    let (cu, moi) = (scan.years.cu, scan.years.moi);
    let next = n + moi - cu;
    let Some(event) = event else {
        let dates = if dated { format!(", trong ngoặc đến năm {moi}") } else { String::new() };
        return format!("{next} năm{dates}, nếu vẫn nhắc đến dịp này");
    };
    let ma = &event.ma;
    if scan.flat.usage != Usage::Words {
        return event.so_nam(moi).map_or_else(|| event.ten.clone(), |counted| format!("{counted} năm"));
    }
    let Some(counted) = event.so_nam(moi) else {
        return format!("{} không đếm số năm: viết {{{{ ky_niem.{ma}.ten }}}}", event.ten);
    };
    let (key, printed) = match (lead, dated) {
        (true, true) => (format!("{{{{ ky_niem.{ma}.day_du }}}}"), event.day_du(moi)),
        (true, false) => (format!("{{{{ ky_niem.{ma}.gon }}}}"), event.goi_so_nam(moi)),
        (false, _) => (format!("{{{{ ky_niem.{ma}.so_nam }}}} năm"), Some(format!("{counted} năm"))),
    };
    let mut advice = format!("{key}, sẽ in “{}”", printed.unwrap_or_default());
    if let (false, true, Some(full)) = (lead, dated, event.day_du(moi))
        && let Some((_, dates)) = full.rsplit_once('(')
    {
        advice.push_str(&format!("; trong ngoặc ({}", dates.replace(&moi.to_string(), "{{ nam }}")));
    }
    if event.so_nam(cu).is_some_and(|right| right != n) {
        advice.push_str(&format!("; số {n} của năm {cu} cũng không đúng: đếm từ năm {}", moi - counted));
    }
    advice
}

/// The commemoration that words begin with, and where its name, or what looks like one, ends.
fn event<'a>(scan: &Scan<'a>, words: &str) -> (Option<&'a NgayKyNiem>, usize) {
    let clause = head(words, 160).split(['(', ';', '.', '\n', ')']).next().unwrap_or_default();
    let short = clause.split([',', '“', '”', '"', ':', HOLE]).next().unwrap_or_default();
    for part in [clause, short] {
        if let Some((at, event)) = scan.facts.ky_niem.tim(part).filter(|(at, _)| at.start <= NGAY) {
            return (Some(event), at.end);
        }
        // "kỷ niệm 82 năm Quốc khánh": names in the data begin with "Ngày".
        let day = format!("Ngày {part}");
        if let Some((at, event)) = scan.facts.ky_niem.tim(&day).filter(|(at, _)| at.start == 0 && at.end > NGAY) {
            return (Some(event), at.end - NGAY);
        }
    }
    let words = short.split(" và ").next().unwrap_or_default();
    let end = words.match_indices(' ').nth(8).map_or(words.len(), |(at, _)| at);
    (None, words[..end].trim_end().len())
}

/// The stretch with the dates in parentheses after it, when the last of them is typed.
fn with_dates(scan: &Scan<'_>, range: Range<usize>) -> (Range<usize>, bool) {
    let dates = pattern!("^[^;.\n()]{0,80}\\([^()]{4,30}[-–—] ?[^()]*?([0-9]{4})\\)");
    let found = dates.captures(head(scan.around(&range).1, 200));
    let year = found.as_ref().and_then(|f| f.get(1)?.as_str().parse::<i32>().ok());
    match (found.and_then(|f| f.get(0)), year) {
        (Some(found), Some(year)) if scan.years.near(year) => {
            let whole = range.start..range.end + found.end();
            if scan.is_free(&whole) { (whole, true) } else { (range, false) }
        }
        _ => (range, false),
    }
}

/// The variable of the campaign that a hole prints.
fn variable(scan: &Scan<'_>, hole: &Range<usize>) -> Option<String> {
    let name = scan.flat.hole(hole)?.strip_prefix("{{")?.strip_suffix("}}")?.trim_matches(['-', ' ']);
    name.strip_prefix("bien.").map(str::to_owned)
}
