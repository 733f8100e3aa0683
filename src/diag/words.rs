//! Words for messages: what the user may have meant, what she typed shortened and quoted.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Longer words than this are no slips of the hand, and comparing them costs time and memory.
const MAX_COMPARED: usize = 64;

/// "có phải là …?": the candidate nearest to what was typed, if one is near enough to be a slip of the hand.
pub fn nearest<'a>(typed: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if typed.len() > MAX_COMPARED {
        return None;
    }
    let typed = fold(typed);
    candidates
        .into_iter()
        .map(|c| (strsim::damerau_levenshtein(&typed, &fold(c)), c))
        .min()
        .filter(|(distance, c)| *distance <= 1.max(c.chars().count() / 3) && *distance < typed.chars().count())
        .map(|(_, c)| c)
}

/// Lower case without Vietnamese marks, spaces and hyphens as `_`: `Trích yếu` and `trich_yeu` fold alike.
pub fn fold(text: &str) -> String {
    text.trim()
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'đ' => 'd',
            ' ' | '-' => '_',
            other => other,
        })
        .collect()
}

/// What was typed, fit for the middle of a sentence: one line, and cut short when it is long.
pub fn shorten(text: &str) -> String {
    const MAX: usize = 60;
    let mut out = String::new();
    for (i, c) in text.trim().chars().enumerate() {
        if i == MAX {
            out.push('…');
            break;
        }
        out.push(if c.is_whitespace() { ' ' } else { c });
    }
    out
}

/// A text as it can be written in YAML with quotes: the kind of quotes that its own words do not use.
pub fn quote(text: &str) -> String {
    let text = shorten(text);
    if !text.contains(['"', '\\']) {
        format!("\"{text}\"")
    } else if !text.contains('\'') {
        format!("'{text}'")
    } else {
        format!("\"{}\"", text.replace('"', "”").replace('\\', "\\\\"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearest_forgives_slips_and_diacritics() {
        let keys = ["trich_yeu", "noi_nhan", "kinh_gui"];
        assert_eq!(nearest("trich_yue", keys), Some("trich_yeu"));
        assert_eq!(nearest("Nơi nhận", keys), Some("noi_nhan"));
        assert_eq!(nearest("tổng", keys), None);
        assert_eq!(nearest("x", ["de"]), None);
        assert_eq!(nearest(&"trich_yeu".repeat(100_000), keys), None);
    }

    #[test]
    fn quotes_never_clash_with_the_words() {
        assert_eq!(quote("Chủ đề: thi đua"), "\"Chủ đề: thi đua\"");
        assert_eq!(quote("\"Phát động\" thi đua"), "'\"Phát động\" thi đua'");
        assert_eq!(quote("a \"b\" 'c'"), "\"a ”b” 'c'\"");
        assert_eq!(shorten(&"a".repeat(61)), format!("{}…", "a".repeat(60)));
    }
}
