//! Dates with the old year or a neighbour: 14/02/2017, "ngày 14 tháng 02 năm 2017", "tháng 5/2017", "quý I/2017". A date
//! without a year moves by itself.

use super::{Scan, head, pattern, tail};
use crate::diag::Diagnostic;
use crate::model::lich::thu;
use crate::renew::code;
use chrono::{Datelike, NaiveDate, Weekday};
use regex::Captures;
use std::ops::Range;

pub(super) fn find(scan: &mut Scan<'_>) {
    let numbers = pattern!("([0-9]{1,2})( ?[/.-] ?)([0-9]{1,2})( ?[/.-] ?)([0-9]{4})");
    let words = pattern!("(?:[Nn]gày )?([0-9]{1,2}) tháng ([0-9]{1,2}) năm ([0-9]{4})");
    let months = pattern!("[Tt]háng ([0-9]{1,2})(?: năm |/)([0-9]{4})");
    let quarters = pattern!("[Qq]u[ýí] (?:IV|I{1,3}|[1-4])(?: năm |/)([0-9]{4})");
    let iso = pattern!("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    let text = scan.text();
    for found in iso.captures_iter(text) {
        date(scan, &found, [3, 2, 1]);
    }
    for found in numbers.captures_iter(text).filter(|c| c[2].trim() == c[4].trim()) {
        date(scan, &found, [1, 3, 5]);
    }
    for found in words.captures_iter(text) {
        date(scan, &found, [1, 2, 3]);
    }
    for found in months.captures_iter(text) {
        date(scan, &found, [0, 1, 2]);
    }
    for found in quarters.captures_iter(text) {
        date(scan, &found, [0, 0, 1]);
    }
}

/// One date; `parts` are the groups of day, month and year, 0 for one that is not written.
fn date(scan: &mut Scan<'_>, found: &Captures<'_>, parts: [usize; 3]) {
    let (Some(whole), Some(year)) = (found.get(0).map(|m| m.range()), found.get(parts[2])) else { return };
    let [day, month] =
        [parts[0], parts[1]].map(|group| if group == 0 { None } else { found[group].parse::<u32>().ok() });
    let Ok(cu) = year.as_str().parse::<i32>() else { return };
    if !scan.is_whole(&whole) || !scan.is_free(&whole) || month.is_some_and(|m| !(1..=12).contains(&m)) {
        return;
    }
    if !scan.years.near(cu) {
        return scan.take(whole);
    }
    let nam = scan.years.next(cu);
    let new = day.zip(month).map(|(d, m)| NaiveDate::from_ymd_opt(nam, m, d));
    let (range, weekday) = with_weekday(scan, &whole);
    let text = scan.text();
    let moved = |words: &str| {
        let mut changes = vec![(year.range(), words)];
        if let (Some(at), Some(Some(new))) = (&weekday, new) {
            changes.push((at.clone(), thu(new)));
        }
        rewrite(text, &range, changes)
    };
    let advice = match new {
        Some(None) => format!("năm {nam} không có ngày này: chọn ngày khác"),
        _ if weekday.is_some() => moved(&nam.to_string()),
        Some(Some(new)) if is_weekend(new) => scan.proposal(&range, cu, &format!(" ({})", thu(new)), moved),
        _ => scan.proposal(&range, cu, "", moved),
    };
    let mut finding = Diagnostic::new(&code::NGAY_CU, &text[range.clone()]).advice(advice);
    finding.severity = scan.years.severity(cu);
    scan.report(range, finding);
}

/// The date with the weekday written beside it, and where the weekday stands.
fn with_weekday(scan: &Scan<'_>, whole: &Range<usize>) -> (Range<usize>, Option<Range<usize>>) {
    let before =
        pattern!("([Tt]hứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy|[2-7])|[Cc]hủ [Nn]hật)[ ,(]*(?:[Nn]gày )?$");
    let after = pattern!("^[ ,]*(\\(?)([Tt]hứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy|[2-7])|[Cc]hủ [Nn]hật)");
    let (left, right) = scan.around(whole);
    let left = tail(left, 40);
    if let Some(found) = before.captures(left).and_then(|c| c.get(1)) {
        let start = whole.start - left.len() + found.start();
        return (start..whole.end, Some(start..start + found.len()));
    }
    if let Some((opened, found)) = after.captures(head(right, 40)).and_then(|c| c.get(1).zip(c.get(2))) {
        let at = whole.end + found.start()..whole.end + found.end();
        let closed = !opened.is_empty() && right[found.end()..].starts_with(')');
        return (whole.start..at.end + usize::from(closed), Some(at));
    }
    (whole.clone(), None)
}

/// A stretch of a text with parts of it written anew.
fn rewrite(text: &str, range: &Range<usize>, mut changes: Vec<(Range<usize>, &str)>) -> String {
    changes.sort_by_key(|(at, _)| at.start);
    let (mut out, mut done) = (String::new(), range.start);
    for (at, words) in changes {
        out.push_str(&text[done..at.start]);
        out.push_str(words);
        done = at.end;
    }
    out + &text[done..range.end]
}

fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}
