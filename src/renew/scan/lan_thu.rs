//! Ordinals of congresses, terms and sessions: "lần thứ XIX", "khóa XII", "kỳ họp thứ 5".

use super::{Scan, pattern};
use crate::diag::Diagnostic;
use crate::renew::code;

const CHU: [&str; 11] = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một"];

pub(super) fn find(scan: &mut Scan<'_>) {
    let ordinal = pattern!(
        "(?x) ([Ll]ần\\ thứ|[Kk]ỳ\\ họp\\ thứ|[Nn]hiệm\\ kỳ\\ thứ)\\ ([IVX]+|[0-9]{1,3}|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?:\\ một)?)
        | ([Ll]ần|[Kk]h[oó][aá])\\ ([IVX]+) | ([Kk]h[oó][aá])\\ ([0-9]{1,2})"
    );
    for found in ordinal.captures_iter(scan.text()) {
        let groups = [(1, 2), (3, 4), (5, 6)];
        let Some((what, number)) = groups.into_iter().find_map(|(a, b)| found.get(a).zip(found.get(b))) else {
            continue;
        };
        let range = what.start()..number.end();
        let Some(next) = next(number.as_str()) else { continue };
        if !scan.is_whole(&range) || !scan.is_free(&range) {
            continue;
        }
        let when = match what.as_str().to_lowercase().as_str() {
            "khóa" | "khoá" => "nếu đã sang khóa mới",
            w if w.starts_with("kỳ họp") => "nếu đã tới kỳ họp sau",
            w if w.starts_with("nhiệm kỳ") => "nếu đã sang nhiệm kỳ mới",
            _ => "nếu đã tới lần sau (đại hội thường 5 năm một lần)",
        };
        let advice = format!("{} {next} {when}", what.as_str());
        scan.report(range.clone(), Diagnostic::new(&code::LAN_THU, &scan.text()[range]).advice(advice));
    }
}

/// The ordinal after this one, written the same way.
fn next(number: &str) -> Option<String> {
    if let Ok(n) = number.parse::<u32>() {
        let width = number.len();
        return Some(format!("{:0width$}", n + 1));
    }
    if let Some(at) = CHU.iter().position(|c| *c == number) {
        return CHU.get(at + 1).map(|c| (*c).to_owned());
    }
    let n = roman_value(number)?;
    // "VX" is no number.
    (roman(n) == number).then(|| roman(n + 1))
}

fn roman_value(text: &str) -> Option<u32> {
    let mut sum = 0;
    let mut last = 0;
    for c in text.chars().rev() {
        let value = match c {
            'I' => 1,
            'V' => 5,
            'X' => 10,
            _ => return None,
        };
        sum = if value < last { u32::checked_sub(sum, value)? } else { sum + value };
        last = last.max(value);
    }
    Some(sum)
}

fn roman(mut n: u32) -> String {
    let mut out = String::new();
    for (value, sign) in [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")] {
        while n >= value {
            out.push_str(sign);
            n -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_ordinal_is_written_like_this_one() {
        let written = |s: &str| next(s).unwrap_or_default();
        assert_eq!(["XIX", "VII", "XIII", "IX"].map(written), ["XX", "VIII", "XIV", "X"]);
        assert_eq!(["15", "09", "nhất", "mười"].map(written), ["16", "10", "hai", "mười một"]);
        assert_eq!([next("VX"), next("IIII"), next("mười một")], [None, None, None]);
        for n in 1..40 {
            assert_eq!(roman_value(&roman(n)), Some(n));
        }
    }
}
