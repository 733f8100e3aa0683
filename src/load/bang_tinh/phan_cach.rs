//! What parts the cells of a CSV: `;` where the comma is the decimal mark (Vietnam, France), `,` elsewhere, a tab in
//! "Văn bản Unicode".

use super::csv::{Record, Records};

/// The better one last: of two that fit alike, it is taken.
const SIGNS: [u8; 4] = *b"|,;\t";

/// So many records tell.
const LOOKED_AT: usize = 50;

/// Where the table begins in `text`, and its separator; `None` for a list of one column.
pub(super) fn phan_cach(text: &str) -> (usize, Option<u8>) {
    if let Some(told) = told(text) {
        return told;
    }
    let counts = SIGNS.map(|sign| (counts(text, sign), sign));
    if let Some((_, sign)) = counts.iter().rev().find(|(counts, _)| counts.is_empty()) {
        return (0, Some(*sign));
    }
    let fit = |counts: &[usize]| {
        let header = counts.first().copied().filter(|n| *n > 1)?;
        Some((counts.iter().filter(|n| **n == header).count(), header))
    };
    let best = counts.iter().filter_map(|(counts, sign)| Some((fit(counts)?, *sign))).max_by_key(|(fit, _)| *fit);
    if let Some((_, sign)) = best {
        return (0, Some(sign));
    }
    // No sign in the first line: a list of one column, or a title above the header. A comma is also part of any address.
    let titled = counts.iter().rev().find(|(counts, sign)| {
        let rest = counts.get(1..).unwrap_or_default();
        let even = rest.first().is_some_and(|first| *first > 1 && rest.iter().all(|n| n == first));
        even && (*sign != b',' || !text.contains(", "))
    });
    (0, titled.map(|(_, sign)| *sign))
}

/// The line `sep=;` that Excel reads, and does not count.
fn told(text: &str) -> Option<(usize, Option<u8>)> {
    let line = text.lines().next()?;
    let sign = line.get(..4).filter(|key| key.eq_ignore_ascii_case("sep=")).and(line.as_bytes().get(4))?;
    let rest = line.get(5..)?;
    // Excel pads this line too where the table has more columns.
    let padded = rest.bytes().all(|b| b == *sign || b == b' ');
    (sign.is_ascii() && padded).then_some(((line.len() + 1).min(text.len()), Some(*sign)))
}

/// How many cells the first records with something in them have, if `sign` parts them.
fn counts(text: &str, sign: u8) -> Vec<usize> {
    let filled = |record: &Record| record.o.iter().any(|raw| !text[raw.span.clone()].trim().is_empty());
    Records::new(text, 0, Some(sign)).filter(filled).take(LOOKED_AT).map(|record| record.o.len()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_told_by_the_first_rows() {
        let cases: [(&str, Option<u8>); 11] = [
            ("STT;Tên\n1;Sở Y tế", Some(b';')),
            ("STT,Tên\n1,Sở Y tế", Some(b',')),
            ("STT\tTên\n1\tSở Y tế", Some(b'\t')),
            ("STT|Tên\n1|Sở Y tế", Some(b'|')),
            ("Số, ký hiệu;Tên, chức vụ;Ngày\n1;Sở Y tế;2/9\n2;A, B;3/9", Some(b';')),
            ("STT,Tên\n1,\"a;b;c\"\n2,\"a;b\"", Some(b',')),
            ("Tên đơn vị\nSở Y tế, Thái Bình\nSở Nội vụ, Thái Bình", None),
            ("Tên đơn vị\nSở Y tế", None),
            ("DANH SÁCH\nSTT;Tên\n1;Sở Y tế", Some(b';')),
            ("\n;;\nSTT;Tên;\n1;Sở Y tế;", Some(b';')),
            ("\n;;\n\n", Some(b';')),
        ];
        for (text, sign) in cases {
            assert_eq!(phan_cach(text).1, sign, "{text}");
        }
        assert_eq!(phan_cach("SEP=|\na|b"), (6, Some(b'|')));
        assert_eq!(phan_cach("sep=,,,\na,b"), (8, Some(b',')));
        assert_eq!(phan_cach("sep="), (0, None));
    }
}
