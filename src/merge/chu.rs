//! Words into Typst markup, with what must not be torn apart at the end of a line held together: a symbol, a date,
//! "Điều 5", "số 12/KH-BYT", the name of a person.

use super::escape::push_escaped;
use std::borrow::Cow;

/// A space at which no line ends.
const LIEN: char = '\u{a0}';

/// Words that belong to the number after them.
const TRUOC_SO: [&str; 12] =
    ["điều", "khoản", "điểm", "chương", "mục", "phần", "lục", "số", "ngày", "tháng", "năm", "quý"];

/// Words that a person's name follows.
const TRUOC_TEN: [&str; 3] = ["ông", "bà", "chí"];

/// Appends `text` as markup, with `upper` in capitals; what belongs together is told from the text as typed. `ten` are the
/// names of persons that the document knows.
pub fn push(out: &mut String, text: &str, ten: &[String], upper: bool) {
    let joined = join_names(text, ten);
    let symbols = joined.bytes().any(|b| matches!(b, b'/' | b'-'));
    let (mut before, mut word) = ("", "");
    // Words of the name that is being written, after "ông".
    let mut name = 0;
    for (i, next) in joined.split(' ').enumerate() {
        if i > 0 {
            let of_name = (name > 0 || before_name(word)) && is_name(next);
            out.push(if name > 0 && of_name || joins(before, word, next) { LIEN } else { ' ' });
            // The first word after "ông" may begin another line; the name itself may not be torn. A longer run of capitals
            // is no name.
            name = if of_name && next.ends_with(char::is_lowercase) { (name + 1) % 5 } else { 0 };
        }
        let printed = if upper { Cow::Owned(next.to_uppercase()) } else { Cow::Borrowed(next) };
        if symbols {
            push_word(out, &printed);
        } else {
            push_escaped(out, &printed);
        }
        (before, word) = (word, next);
    }
}

/// The same for a line of its own.
pub fn line(text: &str, ten: &[String]) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    push(&mut out, text, ten, false);
    out
}

/// The same in capitals.
pub fn line_upper(text: &str, ten: &[String]) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    push(&mut out, text, ten, true);
    out
}

fn join_names<'a>(text: &'a str, ten: &[String]) -> Cow<'a, str> {
    let mut joined = Cow::Borrowed(text);
    for name in ten.iter().filter(|name| name.contains(' ') && text.contains(name.as_str())) {
        joined = Cow::Owned(joined.replace(name.as_str(), &name.replace(' ', "\u{a0}")));
    }
    joined
}

/// A symbol is boxed: lines may end after its "/" and "-".
fn push_word(out: &mut String, word: &str) {
    if word.contains(['/', '-']) {
        let core = word.trim_matches(|c: char| !c.is_alphanumeric());
        if is_symbol(core)
            && let Some((before, after)) = word.split_once(core)
        {
            // The slot of a number that is not given yet belongs to its symbol: "……/QĐ-SYT".
            let slot = before.ends_with("…/").then(|| before.trim_end_matches(['…', '/']).len());
            let (before, slot) = before.split_at(slot.unwrap_or(before.len()));
            push_escaped(out, before);
            out.push_str("#box[");
            push_escaped(out, slot);
            push_escaped(out, core);
            out.push_str("];");
            push_escaped(out, after);
            return;
        }
    }
    push_escaped(out, word);
}

/// `12/KH-BYT`, `30/2020/NĐ-CP`, `QĐ-TTg`; not `và/hoặc`, not `Covid-19`.
fn is_symbol(word: &str) -> bool {
    let groups = || word.split(['/', '-']);
    let short = |group: &str| {
        !group.is_empty()
            && (group.chars().all(|c| c.is_ascii_digit()) || group.chars().next().is_some_and(char::is_uppercase))
    };
    let number = word.split('/').next().is_some_and(|so| !so.is_empty() && so.chars().all(|c| c.is_ascii_digit()));
    let capitals = groups().filter(|g| g.chars().filter(|c| c.is_uppercase()).count() > 1).count();
    groups().count() > 1 && groups().all(short) && (number || capitals > 1)
}

/// A word without what opens before it, in lower case.
fn bare(word: &str) -> Cow<'_, str> {
    let bare = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    if bare.chars().any(char::is_uppercase) { Cow::Owned(bare.to_lowercase()) } else { Cow::Borrowed(bare) }
}

/// Whether the line may not end between `word` and `next`. Most words are told by how the next one begins.
fn joins(before: &str, word: &str, next: &str) -> bool {
    let number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let after_number = || TRUOC_SO.contains(&bare(word).as_ref());
    // A day or a month. A slot that stands for one is held by its word only: a date of slots would be as long as a line.
    let part = |word: &str| word.len() <= 2 && number(word);
    match next.chars().next() {
        Some('0'..='9' | '…') => after_number(),
        // No line begins with the dash of "Thi đua - Khen thưởng".
        Some('-' | '–') => matches!(next, "-" | "–") && !word.is_empty(),
        Some('I' | 'V' | 'X' | 'L') => {
            let roman = next.trim_end_matches(|c: char| !c.is_alphanumeric());
            roman.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L')) && after_number()
        }
        Some('l') => next.starts_with("lục") && bare(word) == "phụ",
        // "05 tháng 02 năm 2026": the parts of a date, also where the author typed capitals.
        Some('t' | 'T') if bare(next) == "tháng" => part(word) && bare(before) == "ngày",
        Some('n' | 'N') if bare(next) == "năm" => part(word) && bare(before) == "tháng",
        Some(_) if word.ends_with("iểm") && bare(word) == "điểm" => {
            let letter = next.trim_end_matches(|c: char| !c.is_alphanumeric());
            letter.chars().count() == 1 && letter.chars().all(char::is_lowercase)
        }
        _ => false,
    }
}

/// Whether a person's name may follow; most words are told by their last byte.
fn before_name(word: &str) -> bool {
    let last = word.as_bytes().last();
    TRUOC_TEN.iter().any(|t| t.as_bytes().last() == last) && TRUOC_TEN.contains(&bare(word).as_ref())
}

/// Whether a word is written as the parts of a name are: "Nguyễn", "An,".
fn is_name(word: &str) -> bool {
    let mut letters = word.trim_end_matches([',', ';', '.', ')']).chars();
    letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(text: &str, ten: &[&str]) -> String {
        let ten: Vec<String> = ten.iter().map(|t| (*t).to_owned()).collect();
        line(text, &ten).replace(LIEN, "~").replace("\\u{2f}", "/").replace("\\u{2d}", "-")
    }

    #[test]
    fn what_belongs_together_stays_together() {
        assert_eq!(held("theo Điều 5 và khoản 2 Điều 10", &[]), "theo Điều~5 và khoản~2 Điều~10");
        assert_eq!(held("Kế hoạch số 12/KH-BYT của Bộ", &[]), "Kế hoạch số~#box[12/KH-BYT]; của Bộ");
        assert_eq!(held("ngày 05 tháng 02 năm 2026 của", &[]), "ngày~05~tháng~02~năm~2026 của");
        assert_eq!(held("ngày …… tháng 02 năm 2026 của", &[]), "ngày~…… tháng~02~năm~2026 của");
        assert_eq!(held("Thi đua - Khen thưởng, 2026-2030", &[]), "Thi đua~- Khen thưởng\\u{2c} 2026-2030");
        assert_eq!(held("trong 12 tháng đầu năm", &[]), "trong 12 tháng đầu năm");
        assert_eq!(held("do ông Nguyễn Văn An, Giám đốc", &[]), "do ông Nguyễn~Văn~An\\u{2c} Giám đốc");
        assert_eq!(held("Nguyễn Thị Hoa ký", &["Nguyễn Thị Hoa"]), "Nguyễn~Thị~Hoa ký");
        assert_eq!(held("điểm a, điểm đ khoản 1", &[]), "điểm~a\\u{2c} điểm~đ khoản~1");
        assert_eq!(held("điểm mới", &[]), "điểm mới");
        assert_eq!(held("tại Phụ lục II, phụ lục", &[]), "tại Phụ~lục~II\\u{2c} phụ~lục");
    }

    #[test]
    fn capitals_are_held_together_too() {
        let held = |text: &str, ten: &[String]| line_upper(text, ten).replace(LIEN, "~");
        let ten = ["Lê Thị Hoa".to_owned()];
        assert_eq!(
            held("do Lê Thị Hoa ký ngày 05 tháng 01 năm 2027 của", &ten),
            "DO LÊ~THỊ~HOA KÝ NGÀY~05~THÁNG~01~NĂM~2027 CỦA"
        );
        assert_eq!(line("NGÀY 05 THÁNG 01 NĂM 2027", &[]).replace(LIEN, "~"), "NGÀY~05~THÁNG~01~NĂM~2027");
    }

    #[test]
    fn a_symbol_is_no_word_with_a_stroke() {
        for symbol in ["12/KH-BYT", "30/2020/NĐ-CP", "01/CT-UBND", "QĐ-TTg", "14/02/2027"] {
            assert!(is_symbol(symbol), "{symbol}");
        }
        for word in ["và/hoặc", "Covid-19", "2026-", "a/b", "Độc-lập", "/"] {
            assert!(!is_symbol(word), "{word}");
        }
    }
}
