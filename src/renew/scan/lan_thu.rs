//! Ordinals of congresses, terms and sessions: "lần thứ XIX", "khóa XII", "kỳ họp thứ 5".

use super::{Scan, pattern};
use crate::diag::Diagnostic;
use crate::model::numbering::roman;
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
    // "VX" is no number.
    (1..100).find(|n| roman(*n) == number).map(|n| roman(n + 1))
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
        assert_eq!(next("XXXIX").as_deref(), Some("XL"));
    }
}
