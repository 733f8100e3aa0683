//! Words into Typst markup, with what must not be torn apart at the end of a line held together: a symbol, a date,
//! "Điều 5", "số 12/KH-BYT", the name of a person.

use super::escape::push_escaped;

/// A space at which no line ends.
const LIEN: char = '\u{a0}';

/// Words that belong to the number after them.
const TRUOC_SO: [&str; 12] =
    ["điều", "khoản", "điểm", "chương", "mục", "phần", "lục", "số", "ngày", "tháng", "năm", "quý"];

/// Words that a person's name follows.
const TRUOC_TEN: [&str; 3] = ["ông", "bà", "chí"];

/// Appends `text` as markup. `ten` are the names of persons that the document knows.
pub fn push(out: &mut String, text: &str, ten: &[String]) {
    let joined = join_names(text, ten);
    let words: Vec<&str> = joined.split(' ').collect();
    for (i, word) in words.iter().enumerate() {
        if i > 0 {
            let before = |n: usize| i.checked_sub(n).and_then(|at| words.get(at)).copied().unwrap_or_default();
            let named = names_person(&words[..i]);
            out.push(if joins(before(2), before(1), word, named) { LIEN } else { ' ' });
        }
        push_word(out, word);
    }
}

/// The same for a line of its own.
pub fn line(text: &str, ten: &[String]) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    push(&mut out, text, ten);
    out
}

fn join_names(text: &str, ten: &[String]) -> String {
    let mut joined = text.to_owned();
    for name in ten.iter().filter(|name| name.contains(' ') && text.contains(name.as_str())) {
        joined = joined.replace(name.as_str(), &name.replace(' ', "\u{a0}"));
    }
    joined
}

/// A symbol is boxed: lines may end after its "/" and "-".
fn push_word(out: &mut String, word: &str) {
    let core = word.trim_matches(|c: char| !c.is_alphanumeric());
    if is_symbol(core)
        && let Some((before, after)) = word.split_once(core)
    {
        push_escaped(out, before);
        out.push_str("#box[");
        push_escaped(out, core);
        out.push_str("];");
        push_escaped(out, after);
    } else {
        push_escaped(out, word);
    }
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

/// Whether the line may not end between `word` and `next`.
fn joins(before: &str, word: &str, next: &str, named: bool) -> bool {
    let bare = |word: &str| word.trim_start_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let key = bare(word);
    if key == "phụ" && next.starts_with("lục") {
        return true;
    }
    if TRUOC_SO.contains(&key.as_str()) {
        let plain = next.trim_end_matches(|c: char| !c.is_alphanumeric());
        let letter = key == "điểm" && plain.chars().count() == 1 && plain.chars().all(char::is_lowercase);
        let roman = !plain.is_empty() && plain.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L'));
        return number(next) || roman || letter;
    }
    // "05 tháng 02 năm 2026": the parts of a date.
    let part_of_date = matches!((bare(before).as_str(), next), ("ngày", "tháng") | ("tháng", "năm"));
    let small = word.len() <= 2 && number(word);
    part_of_date && small || named && next.starts_with(char::is_uppercase)
}

/// Whether the words end in a person's name, or in what it begins after: "ông Nguyễn Văn", "đồng chí".
fn names_person(words: &[&str]) -> bool {
    let name = |word: &&&str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase)
    };
    let length = words.iter().rev().take_while(name).count();
    let before = words.len().checked_sub(length + 1).and_then(|at| words.get(at));
    let bare = before.map(|word| word.trim_start_matches('(').to_lowercase()).unwrap_or_default();
    // The first word after "ông" may begin another line; the name itself may not be torn.
    length > 0 && length < 5 && TRUOC_TEN.contains(&bare.as_str())
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
        assert_eq!(held("trong 12 tháng đầu năm", &[]), "trong 12 tháng đầu năm");
        assert_eq!(held("do ông Nguyễn Văn An, Giám đốc", &[]), "do ông Nguyễn~Văn~An\\u{2c} Giám đốc");
        assert_eq!(held("Nguyễn Thị Hoa ký", &["Nguyễn Thị Hoa"]), "Nguyễn~Thị~Hoa ký");
        assert_eq!(held("điểm a, điểm đ khoản 1", &[]), "điểm~a\\u{2c} điểm~đ khoản~1");
        assert_eq!(held("điểm mới", &[]), "điểm mới");
        assert_eq!(held("tại Phụ lục II, phụ lục", &[]), "tại Phụ~lục~II\\u{2c} phụ~lục");
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
