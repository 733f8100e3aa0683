//! What stands inside a tag: its words, the values it uses, and the filters and functions a campaign may call.
//!
//! Only filters whose result is about as large as their input are let through; those that could grow it without end,
//! or let text pass as marks (`safe`), are not.

use super::tag::{Name, Slip};
use crate::diag::nearest;
use crate::diag::words::shorten;
use std::ops::Range;

/// Filters a campaign may use.
pub const FILTERS: [&str; 27] = [
    "upper",
    "lower",
    "capitalize",
    "title",
    "trim",
    "replace",
    "join",
    "first",
    "last",
    "nth",
    "length",
    "reverse",
    "sort",
    "unique",
    "int",
    "float",
    "round",
    "abs",
    "default",
    "thu",
    "ngay_chu",
    "am_lich",
    "can_chi",
    "cong_ngay",
    "cong_thang",
    "cong_ngay_lam_viec",
    "ngay_lam_viec",
];

/// Functions a campaign may call.
const FUNCTIONS: [&str; 2] = ["range", "duong_lich"];

/// Tests a campaign may use after `is`.
const TESTS: [&str; 9] =
    ["defined", "undefined", "odd", "even", "divisible_by", "containing", "starting_with", "ending_with", "number"];

const KEYWORDS: [&str; 15] =
    ["and", "or", "not", "in", "is", "if", "else", "true", "false", "none", "True", "False", "None", "null", "loop"];

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    /// A name or keyword.
    Name,
    /// A number or a text in quotes.
    Value,
    /// A sign.
    Sign,
}

/// A word of an expression.
#[derive(Debug, Clone)]
pub struct Token<'t> {
    /// What it is.
    pub word: Word,
    /// As written.
    pub words: &'t str,
    /// Where, in the whole text.
    pub range: Range<usize>,
}

/// The tokens from `at` to the closing sign, and where the tag ends; or where reading stopped because another tag
/// begins, the paragraph ends, or a quote stays open.
pub fn tokens<'t>(text: &'t str, mut at: usize, close: &str) -> (Vec<Token<'t>>, Result<usize, usize>) {
    let mut out = Vec::new();
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        if rest.starts_with(close) {
            return (out, Ok(at + close.len()));
        }
        if rest.strip_prefix('-').is_some_and(|rest| rest.starts_with(close)) {
            return (out, Ok(at + 1 + close.len()));
        }
        if ["{{", "{%", "{#", "}}", "%}"].iter().any(|sign| rest.starts_with(sign)) {
            break;
        }
        let (word, len) = match c {
            '\n' if rest[1..].trim_start_matches([' ', '\t']).starts_with('\n') => break,
            c if c.is_whitespace() => {
                at += c.len_utf8();
                continue;
            }
            '"' | '\'' | '`' => match quoted(rest) {
                Some(len) => (Word::Value, len),
                None => break,
            },
            '0'..='9' => {
                (Word::Value, rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len()))
            }
            c if is_name(c) => (Word::Name, rest.find(|c: char| !is_name(c)).unwrap_or(rest.len())),
            c => (Word::Sign, if rest.starts_with("==") || rest.starts_with("!=") { 2 } else { c.len_utf8() }),
        };
        out.push(Token { word, words: &rest[..len], range: at..at + len });
        at += len;
    }
    (out, Err(at))
}

/// Names may hold Vietnamese letters here, so that `bien.số_đợt` is one wrong name and not a riddle.
fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The length of a text in quotes, which ends on its line.
fn quoted(text: &str) -> Option<usize> {
    let mark = text.chars().next()?;
    let mut escaped = false;
    for (i, c) in text.char_indices().skip(1) {
        match c {
            '\n' => return None,
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == mark => return Some(i + c.len_utf8()),
            _ => {}
        }
    }
    None
}

/// The values an expression uses, and what in it a campaign may not use.
pub fn check(text: &str, tokens: &[Token<'_>]) -> (Vec<Name>, Vec<Slip>) {
    let (mut names, mut slips) = (Vec::new(), Vec::new());
    let words = |i: Option<usize>| i.and_then(|i| tokens.get(i)).map_or("", |t| t.words);
    let mut depth = 0_usize;
    let mut i = 0;
    while let Some(token) = tokens.get(i) {
        let before = words(i.checked_sub(1));
        let next = words(Some(i + 1));
        match token.word {
            Word::Sign => {
                match token.words {
                    "(" => depth += 1,
                    ")" => depth = depth.saturating_sub(1),
                    _ => slips.extend(sign(token)),
                }
                i += 1;
            }
            Word::Value => i += 1,
            Word::Name if before == "|" => {
                slips.extend(filter(token));
                i += 1;
            }
            Word::Name if before == "is" || before == "not" && words(i.checked_sub(2)) == "is" => {
                slips.extend(test(token));
                i += 1;
            }
            Word::Name if token.words == "for" => {
                slips.push(Slip::new(
                    token.range.clone(),
                    "không viết vòng lặp trong ngoặc",
                    "dùng {% for x in bien.danh_sach %} … {% endfor %}",
                ));
                i += 1;
            }
            Word::Name if before == "." || depth > 0 && next == "=" => i += 1,
            Word::Name if KEYWORDS.contains(&token.words) && !(token.words == "loop" && next == ".") => i += 1,
            Word::Name if next == "(" => {
                slips.extend(function(token));
                i += 1;
            }
            Word::Name => {
                let end = path_end(tokens, i);
                let range = token.range.start..tokens[end].range.end;
                let known_later = words(Some(end + 1)) == "is"
                    && matches!(words(Some(end + 2)), "defined" | "undefined" | "not")
                    || words(Some(end + 1)) == "|" && words(Some(end + 2)) == "default";
                if !known_later {
                    let path = text[range.clone()].split('.').map(|w| w.trim().to_owned()).collect();
                    names.push(Name { range, path });
                }
                i = end + 1;
            }
        }
    }
    (names, slips)
}

/// Index of the last token of `a.b.c`.
fn path_end(tokens: &[Token<'_>], mut i: usize) -> usize {
    while let (Some(dot), Some(name)) = (tokens.get(i + 1), tokens.get(i + 2)) {
        if dot.words != "." || name.word == Word::Sign || name.words.starts_with(['"', '\'', '`']) {
            break;
        }
        i += 2;
    }
    i
}

fn sign(token: &Token<'_>) -> Option<Slip> {
    match token.words {
        "“" | "”" | "‘" | "’" => Some(Slip::new(
            token.range.clone(),
            format!("trong {{{{ }}}} và {{% %}} không dùng dấu {}", token.words),
            "dùng ngoặc kép thẳng: \"…\"",
        )),
        "{" | "}" => Some(Slip::new(
            token.range.clone(),
            format!("thừa dấu {}", token.words),
            "giá trị chỉ cần hai dấu ngoặc nhọn mỗi bên: {{ nam }}",
        )),
        _ => None,
    }
}

fn filter(token: &Token<'_>) -> Option<Slip> {
    if FILTERS.contains(&token.words) {
        return None;
    }
    let advice = match nearest(token.words, FILTERS) {
        Some(near) => format!("có phải là {near}?"),
        None => format!("các phép dùng được sau dấu |: {}", FILTERS.join(", ")),
    };
    Some(Slip::new(token.range.clone(), format!("không có phép biến đổi “{}”", token.words), advice))
}

fn test(token: &Token<'_>) -> Option<Slip> {
    if TESTS.contains(&token.words) || token.words == "not" {
        return None;
    }
    let advice = format!("sau is dùng được: {}; so sánh thì dùng ==", TESTS.join(", "));
    Some(Slip::new(token.range.clone(), format!("không có phép thử “{}”", token.words), advice))
}

fn function(token: &Token<'_>) -> Option<Slip> {
    if FUNCTIONS.contains(&token.words) {
        return None;
    }
    let advice = "chỉ có hàm range, ví dụ {% for i in range(start=1, end=5) %}, và duong_lich(ngay=15, thang=8)";
    Some(Slip::new(token.range.clone(), format!("không có hàm “{}”", token.words), advice))
}

/// A statement that a campaign may not use, or that is mistyped.
pub fn statement(word: &str, range: Range<usize>) -> Slip {
    const KNOWN: [&str; 6] = ["for", "endfor", "if", "elif", "else", "endif"];
    if word.is_empty() {
        return Slip::new(range, "trong {% %} chưa có lệnh", "dùng {% if … %}, {% for … %}, hoặc xóa {% %}");
    }
    let advice = match word {
        "include" => "để {% include \"ten_tep.md\" %} một mình trên một dòng của nội dung".to_owned(),
        "set" | "set_global" => "đặt giá trị ở khóa bien rồi dùng {{ bien.ten }}".to_owned(),
        _ => match nearest(word, KNOWN) {
            Some(near) => format!("có phải là {near}?"),
            None => "chỉ dùng {% for %}, {% if %}, {% elif %}, {% else %}, {% endif %}, {% endfor %}".to_owned(),
        },
    };
    Slip::new(range, format!("không dùng được lệnh “{}” ở đây", shorten(word)), advice)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<String>, Vec<String>) {
        let (tokens, _) = tokens(text, 0, "}}");
        let (names, slips) = check(text, &tokens);
        (
            names.into_iter().map(|n| n.path.join(".")).collect(),
            slips.into_iter().map(|s| text[s.range].to_owned()).collect(),
        )
    }

    #[test]
    fn values_filters_and_functions_are_told_apart() {
        let (names, slips) = read("bien.a | upper + (nam is odd) * range(end=van_ban.x.so)[0].y ~ \"nam\" }}");
        assert_eq!(names, ["bien.a", "nam", "van_ban.x.so"]);
        assert!(slips.is_empty(), "{slips:?}");
        let (names, slips) = read("bien.số_đợt | safe | uper is hoa and throw(message=x) == “a” }}");
        assert_eq!(names, ["bien.số_đợt", "x", "a"]);
        assert_eq!(slips, ["safe", "uper", "hoa", "throw", "“", "”"]);
        assert_eq!(read("[x for x in y] }}").1, ["for"]);
        assert_eq!(read("bien.a | default(value=\"\") ~ bien.b is defined }}").0, [""; 0]);
    }
}
