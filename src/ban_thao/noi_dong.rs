//! Lines that an editor broke because they were full, joined again: a text of 80 columns has a paragraph on many lines.

use super::DongTho;

/// A line shorter than this was not broken because the page was full.
const DAI: usize = 50;

/// A line shorter than this is a cell, an item, a line of a form.
const NGAN: usize = 12;

/// No editor breaks lines wider than this.
const RONG: usize = 130;

/// How an editor broke a text into lines.
#[derive(Debug, Clone, Copy)]
pub struct Gap {
    /// About the longest line.
    rong: usize,
    /// Whether so many lines go on in the next that a small letter at the beginning of one says that it does.
    deu: bool,
}

/// The width at which a text was broken by an editor, if it was. Told by the lines that plainly go on: no mark ends them
/// and the next line, right under them, begins with a small letter. Longer lines elsewhere, two columns of a letterhead
/// or paragraphs that were not broken, say nothing of it.
pub fn gap_dong(text: &str) -> Option<Gap> {
    let (mut longest, mut second, mut pairs) = (0, 0, 0);
    let mut before: Option<usize> = None;
    for line in text.lines() {
        let line = line.trim();
        let first = line.chars().next();
        let numbered = line.chars().nth(1).is_some_and(|c| matches!(c, ')' | '.'));
        if let Some(length) = before.filter(|_| first.is_some_and(char::is_lowercase) && !numbered) {
            pairs += 1;
            if length >= longest {
                (longest, second) = (length, longest);
            } else {
                second = second.max(length);
            }
        }
        let open = line.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | ')' | '%' | '”'));
        let length = if open && !line.contains("   ") { line.chars().count() } else { 0 };
        before = (DAI - 10..=RONG).contains(&length).then_some(length);
    }
    // One line may have been typed longer than the others.
    let width = if longest <= second + 8 || pairs < 3 { longest } else { second };
    // A short text has few of them.
    let known = pairs >= 3 && width >= DAI || pairs >= 1 && width >= DAI + 20;
    let rong = if known { Some(width) } else { nhieu_dong_day(text) };
    rong.map(|rong| Gap { rong, deu: pairs >= 4 })
}

/// The same where few lines begin with small letters: many lines are about as long as the longest.
fn nhieu_dong_day(text: &str) -> Option<usize> {
    let (mut longest, mut seen) = (0, 0);
    let mut counts = [0usize; 16];
    for line in text.lines() {
        let length = line.trim_end().chars().count();
        if length > 120 {
            return None;
        }
        longest = longest.max(length);
        seen += usize::from(length >= DAI);
        if let Some(count) = counts.get_mut(length / 8) {
            *count += 1;
        }
    }
    let full: usize = counts.iter().enumerate().filter(|(n, _)| n * 8 + 16 >= longest).map(|(_, c)| c).sum();
    (longest >= DAI + 5 && seen >= 4 && full * 2 >= seen).then_some(longest)
}

/// Joins lines that an editor broke because they were full.
pub fn noi(dong: Vec<DongTho>, gap: Option<Gap>) -> Vec<DongTho> {
    let mut out: Vec<DongTho> = Vec::with_capacity(dong.len());
    let mut last_length = 0;
    for next in dong {
        let length = next.text.chars().take(400).count();
        // The subject right under "KẾ HOẠCH" ends before what begins with a capital, however long its line.
        let subject = out.len() >= 2
            && out.get(out.len() - 2).is_some_and(|title| {
                title.text.chars().count() < 30
                    && crate::model::ban_thao::chu::hoa_het(&title.text)
                    && !super::tach::than::co_so(&title.text)
            })
            && out.last().is_some_and(|last| !last.cach)
            && next.text.starts_with(char::is_uppercase);
        match out.last_mut() {
            Some(last) if !subject && tiep(last, last_length, &next, gap) => last.noi(&next),
            _ => out.push(next),
        }
        last_length = length;
    }
    out
}

/// Whether a line goes on in the next: it is long, no mark ends it, and the next begins in the middle of a sentence.
fn tiep(last: &DongTho, length: usize, next: &DongTho, gap: Option<Gap>) -> bool {
    // A long word, "30/2020/NĐ-CP", leaves much of a line empty; text copied from a web page has lines of any length.
    let rong = gap.map(|gap| gap.rong);
    let least = gap.map_or(DAI, |gap| if gap.deu { NGAN } else { DAI.min(gap.rong * 5 / 8) });
    if next.cach || next.cap > 0 || last.cap > 0 || next.o_bang.is_some() || last.o_bang.is_some() || length < least {
        return false;
    }
    // Two columns on a line are no sentence, and a rule is none.
    let columns = |text: &str| text.contains("   ") || text.contains('\t') || !text.contains(char::is_alphanumeric);
    if columns(&last.text) || columns(&next.text) {
        return false;
    }
    let Some(end) = last.text.chars().next_back() else { return false };
    let Some(first) = next.text.chars().next() else { return false };
    // In a text broken at a width the first word of the next line would not have fitted behind a full one.
    let word = next.text.split(' ').next().map_or(0, |word| word.chars().count());
    let full = rong.is_some_and(|rong| length <= rong + 8 && length + 14.max(word + 10) >= rong);
    // "(thôn 1), Tak Rân (thôn" / "4).", "giật cấp" / "16. Các đơn vị": the number belongs to the word before it.
    let asks = || {
        last.text.rsplit(' ').next().is_some_and(|word| DOI_SO.contains(&word))
            || last.text.len() < 2000 && last.text.matches('(').count() > last.text.matches(')').count()
    };
    let large = full && first.is_ascii_digit() && asks() || so_lon(&next.text);
    let numbered = !large && next.text.chars().nth(1).is_some_and(|c| matches!(c, ')' | '.'));
    if matches!(end, '.' | ';' | ':' | '!' | '?' | '…') || numbered {
        return false;
    }
    // The rest of a paragraph whose first line is short is long, unless a number tells that it is one. Cells are short.
    let narrow = rong.map_or(DAI, |rong| DAI.min(rong * 5 / 8));
    let cell = length < narrow
        && !super::tach::than::co_so(&last.text)
        && next.text.chars().take(200).count() * 4 < rong.unwrap_or(DAI) * 3;
    if cell {
        return false;
    }
    // A list without dashes has a comma at the end of each line.
    if first.is_lowercase() || first.is_ascii_digit() && gap.is_some_and(|gap| gap.deu) && asks() {
        return length >= DAI.min(rong.unwrap_or(DAI)) || end != ',';
    }
    // A full line goes on with whatever is no beginning of its own.
    let own =
        |c: char| !(c.is_alphanumeric() || matches!(c, '"' | '“' | '(' | '≥' | '≤' | '<' | '>' | '=' | '±' | '≈'));
    let starts = super::tach::than::co_so(&next.text) && !large;
    let shouts = |text: &str| crate::model::ban_thao::chu::hoa_het(text);
    full && !own(first) && !starts && !shouts(&next.text) && !shouts(&last.text) && !noi_ngay(&next.text)
}

/// Words that a number follows.
const DOI_SO: [&str; 16] = [
    "cấp", "số", "khoảng", "tháng", "năm", "ngày", "Điều", "khoản", "lần", "thứ", "đến", "từ", "đạt", "lớp", "thôn",
    "khóa",
];

/// Whether a line is place and date of the head, which stands under a subject as long as a line: "Hà Nội, ngày 24 tháng 8
/// năm 2026".
fn noi_ngay(text: &str) -> bool {
    text.len() < 90
        && text.split_once(", ngày").is_some_and(|(place, _)| place.split(' ').count() <= 6)
        && !text.ends_with(|c: char| c.is_alphabetic() || matches!(c, '.' | ';'))
        && text.contains("năm")
}

/// Whether a line begins with a number of thousands, which numbers no part: "41.260 lượt người".
fn so_lon(text: &str) -> bool {
    let word = text.split(' ').next().unwrap_or_default().trim_end_matches([',', ';']);
    // "1.245,6 ha": the fraction stands behind a comma.
    let (whole, fraction) = word.split_once(',').unwrap_or((word, ""));
    let mut parts = whole.split('.');
    let digits = |part: &str| !part.is_empty() && part.len() <= 3 && part.bytes().all(|b| b.is_ascii_digit());
    whole.contains('.')
        && fraction.bytes().all(|b| b.is_ascii_digit())
        && parts.next().is_some_and(|first| digits(first) && first != "0")
        && parts.all(|part| part.len() == 3 && digits(part))
        && text.split(' ').nth(1).is_some_and(|next| next.starts_with(char::is_lowercase))
}
