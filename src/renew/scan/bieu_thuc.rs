//! What is typed within `{{ }}` and `{% %}`: `{% if nam == 2026 %}`, `{{ "30/11/2026" | ngay_chu }}`. It moves as little
//! as any other word.

use super::{Scan, nam, ngay, pattern, ten_cu};
use crate::diag::Diagnostic;
use crate::renew::code;
use crate::renew::flat::Flat;
use std::collections::BTreeMap;
use std::ops::Range;

pub(super) fn find(scan: &mut Scan<'_>) {
    // Names of files are looked at where the files are.
    let no_words = pattern!("^(?:\\{#|\\{%-? *(?:include|import|extends) )");
    let flat = scan.flat;
    for hole in flat.holes.iter().filter(|(_, words)| !no_words.is_match(words)) {
        if scan.is_full() {
            return;
        }
        let quoted = quoted(&hole.1);
        for inner in &quoted {
            text(scan, &flat.inside(hole, inner.clone()));
        }
        numbers(scan, hole, &quoted);
    }
}

/// Looks through a text in quotes as through one outside of `{{ }}`.
fn text(scan: &mut Scan<'_>, flat: &Flat) {
    let mut inner = Scan {
        flat,
        facts: scan.facts,
        years: scan.years,
        taken: BTreeMap::new(),
        left: scan.left.saturating_sub(scan.found.len()),
        found: Vec::new(),
        counts: &mut *scan.counts,
        moved: &mut *scan.moved,
    };
    ngay::find(&mut inner);
    nam::spans(&mut inner);
    nam::years(&mut inner);
    ten_cu::find(&mut inner);
    let found = inner.found;
    scan.found.extend(found);
}

/// Years that stand as numbers, with what they are compared with.
fn numbers(scan: &mut Scan<'_>, hole: &(Range<usize>, String), quoted: &[Range<usize>]) {
    let number = pattern!("[0-9]{4}");
    let compared = pattern!("([A-Za-z_][A-Za-z0-9_.]*) ?(?:[=!<>]=|[=<>]) ?$");
    let words = hole.1.as_str();
    for found in number.find_iter(words) {
        let range = found.range();
        let part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '.'));
        let (before, after) = (&words[..range.start], &words[range.end..]);
        let Ok(cu) = found.as_str().parse::<i32>() else { continue };
        // `nam - 2020` counts from a year that stays.
        let counts = pattern!("\\bnam ?- ?$").is_match(before);
        let in_quotes = quoted.iter().any(|q| q.start <= range.start && range.end <= q.end);
        if in_quotes || counts || !scan.years.near(cu) || part(before.chars().next_back()) || part(after.chars().next())
        {
            continue;
        }
        let moi = scan.years.next(cu);
        let (start, advice) = match compared.captures(before).and_then(|c| c.get(0).zip(c.get(1))) {
            // `nam == nam` says nothing.
            Some((whole, name)) if name.as_str() == "nam" => (whole.start(), format!("{}{moi}", whole.as_str())),
            Some((whole, _)) => {
                let whole_text = whole.as_str();
                (whole.start(), format!("{whole_text}{moi}, hoặc {whole_text}{}", scan.years.inner(cu)))
            }
            None => (range.start, format!("{moi}, hoặc {}", scan.years.inner(cu))),
        };
        if scan.is_full() {
            return;
        }
        let flat = scan.flat.inside(hole, start..range.end);
        let mut finding = Diagnostic::new(&code::NAM_CU, flat.text.as_str()).advice(advice);
        finding.severity = scan.years.severity(cu);
        scan.found.push(finding.at(flat.place(&(0..flat.text.len()))));
    }
}

/// What stands in quotes; in a value that YAML quotes, its quotes are written `\"`.
fn quoted(words: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = words[at..].find(['"', '\'', '`']).map(|n| at + n) {
        let escaped = words[..open].ends_with('\\');
        let start = open + 1;
        let mark = if escaped { &words[open - 1..start] } else { &words[open..start] };
        let Some(end) = words[start..].find(mark).map(|n| start + n) else { break };
        found.push(start..end);
        at = end + mark.len();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_in_quotes() {
        let texts = |words: &str| quoted(words).into_iter().map(|q| words[q].to_owned()).collect::<Vec<_>>();
        assert_eq!(texts(r#"{{ "a" ~ 'b "c"' ~ nam }}"#), ["a", "b \"c\""]);
        assert_eq!(texts(r#"{{ \"a\" ~ 'b' }}"#), ["a", "b"]);
        assert_eq!(texts(r#"{{ "" ~ "a }}"#), [""]);
    }
}
