//! Years: spans ("giai đoạn 2016 - 2020") that are over, and single years that are the old one or its neighbours.

use super::{Scan, head, pattern, tail};
use crate::diag::Diagnostic;
use crate::renew::code;
use std::ops::Range;

/// Spans of years. One that is not over is taken and not reported; one that was over long ago is history.
pub(super) fn spans(scan: &mut Scan<'_>) {
    let span = pattern!("([0-9]{4})( ?[-–—] ?)([0-9]{4})");
    let name = pattern!("(?:[Gg]iai đoạn|[Nn]hiệm kỳ|[Nn]ăm học|[Kk]ế hoạch|[Nn]iên khóa)(?: [^0-9;.]{0,30})?$");
    for found in span.captures_iter(scan.text()) {
        let Some(range) = found.get(0).map(|m| m.range()) else { continue };
        let (Ok(dau), Ok(cuoi)) = (found[1].parse::<i32>(), found[3].parse::<i32>()) else { continue };
        if !scan.is_whole(&range) || !scan.is_free(&range) || !(1900..cuoi).contains(&dau) || cuoi > 2200 {
            continue;
        }
        let (before, _) = scan.around(&range);
        let named = name.find(tail(before, 60)).map(|m| m.as_str());
        let is = |word: &str| named.is_some_and(|named| named.to_lowercase().starts_with(word));
        if cuoi >= scan.years.moi && !(is("năm học") && scan.years.near(dau)) || cuoi < scan.years.cu - 1 {
            scan.take(range);
            continue;
        }
        let next = next_span(dau, cuoi, is("nhiệm kỳ"), is("năm học"), scan);
        let advice = match next {
            Some((dau, cuoi)) => format!("{dau}{}{cuoi}", &found[2]),
            None => format!("xem năm {} thuộc giai đoạn nào", scan.years.moi),
        };
        let shown = match named {
            Some(named) if named.trim_end().split(' ').count() <= 2 => format!("{named}{}", &found[0]),
            _ => found[0].to_owned(),
        };
        let over =
            if cuoi < scan.years.moi { format!("{shown} hết trước năm {}", scan.years.moi) } else { shown };
        scan.report(range, Diagnostic::new(&code::NAM_CU, over).advice(advice));
    }
}

/// The span of the same kind that the new year lies in. Terms meet in a year ("2020 - 2025", "2025 - 2030"), plans do not
/// ("2016 - 2020", "2021 - 2025"); a span of another length follows no rule.
fn next_span(dau: i32, cuoi: i32, term: bool, school: bool, scan: &Scan<'_>) -> Option<(i32, i32)> {
    if school {
        return Some((scan.years.next(dau), scan.years.next(cuoi)));
    }
    let long = cuoi - dau;
    let step = match long {
        5 | 10 => long,
        4 | 9 if !term => long + 1,
        _ => return None,
    };
    let times = (scan.years.moi - cuoi + step - 1) / step;
    Some((dau + step * times, cuoi + step * times))
}

/// Single years.
pub(super) fn years(scan: &mut Scan<'_>) {
    let four = pattern!("[0-9]{4}");
    for found in four.find_iter(scan.text()) {
        let range = found.range();
        let Ok(cu) = found.as_str().parse::<i32>() else { continue };
        if !scan.years.near(cu) || !scan.is_whole(&range) || !scan.is_free(&range) || is_other_number(scan, &range) {
            continue;
        }
        let (before, _) = scan.around(&range);
        let word = pattern!("(?:[Nn]ăm(?: học)?|[Nn]ăm trước|NĂM) $");
        let word = word.find(tail(before, 20)).map_or("", |m| m.as_str());
        let advice = scan.proposal(&range, cu, "", str::to_owned);
        let mut finding = Diagnostic::new(&code::NAM_CU, format!("{word}{cu}")).advice(advice);
        finding.severity = scan.years.severity(cu);
        scan.report(range, finding);
    }
}

/// Whether four digits are part of a symbol or an amount, or count something.
fn is_other_number(scan: &Scan<'_>, range: &Range<usize>) -> bool {
    let (before, after) = scan.around(range);
    let counted = pattern!(
        "^ (?:người|đồng|triệu|tỷ|giường|ca |lượt|suất|hộ |trường hợp|bệnh nhân|cán bộ|đơn vị|tập thể|cá nhân|km|m2|ha )"
    );
    let of_a_year = before.ends_with("ăm ") || before.ends_with("ĂM ");
    pattern!("(?:[/_-]|[0-9][.,])$").is_match(tail(before, 4))
        || pattern!("^(?:[/_%-]|[.,][0-9])").is_match(head(after, 4))
        || (!of_a_year && counted.is_match(head(after, 20)))
}
