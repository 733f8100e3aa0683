//! The beginning of a line without tone marks and case, so that its kind is told whatever the scanner or the typist made
//! of the letters.

/// How many letters of a line tell its kind.
const DAI: usize = 160;

/// The letters of a line's beginning: small, without marks, spaces as one. Each is one byte.
pub fn gap(text: &str) -> String {
    let mut out = String::with_capacity(text.len().min(DAI));
    let mut space = true;
    for c in text.chars() {
        let c = goc(c);
        if c == ' ' && space {
            continue;
        }
        space = c == ' ';
        out.push(c);
        if out.len() == DAI {
            break;
        }
    }
    if space {
        out.pop();
    }
    out
}

/// The same with where each letter stands in the text.
pub fn gap_cho(text: &str) -> (String, Vec<usize>) {
    let (mut out, mut places, mut space) = (String::new(), Vec::new(), true);
    for (at, c) in text.char_indices() {
        let c = goc(c);
        if c == ' ' && space {
            continue;
        }
        space = c == ' ';
        out.push(c);
        places.push(at);
        if out.len() == DAI * 2 {
            break;
        }
    }
    places.push(text.len());
    (out, places)
}

/// A letter without its marks; dashes and quotation marks of all kinds as one.
fn goc(c: char) -> char {
    match c {
        ' '..='@' | '['..='~' => c,
        'A'..='Z' => c.to_ascii_lowercase(),
        'À'..='Ã' | 'à'..='ã' | 'Ă' | 'ă' | 'Ạ'..='ặ' => 'a',
        'È'..='Ê' | 'è'..='ê' | 'Ẹ'..='ệ' => 'e',
        'Ì' | 'Í' | 'ì' | 'í' | 'Ĩ' | 'ĩ' | 'Ỉ'..='ị' => 'i',
        'Ò'..='Õ' | 'ò'..='õ' | 'Ơ' | 'ơ' | 'Ọ'..='ợ' => 'o',
        'Ù' | 'Ú' | 'ù' | 'ú' | 'Ũ' | 'ũ' | 'Ư' | 'ư' | 'Ụ'..='ự' => 'u',
        'Ý' | 'ý' | 'Ỳ'..='ỹ' => 'y',
        'Đ' | 'đ' | 'Ð' | 'ð' => 'd',
        '‐'..='―' | '−' => '-',
        '“' | '”' | '«' | '»' => '"',
        '…' => '.',
        c if c.is_whitespace() => ' ',
        _ => '~',
    }
}

/// Whether a folded line begins with these words.
pub fn dau_la(gap: &str, words: &str) -> bool {
    gap.strip_prefix(words).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
}

/// Whether it begins with one of them.
pub fn dau_mot(gap: &str, any: &[&str]) -> bool {
    any.iter().any(|words| dau_la(gap, words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_lose_their_marks() {
        assert_eq!(gap("  CỘNG HOÀ  XÃ\u{a0}HỘI – Đỗ ƯỚC ỹ “a”… "), "cong hoa xa hoi - do uoc y \"a\".");
        let (folded, places) = gap_cho("Số:  /SYT");
        assert_eq!((folded.as_str(), places[4]), ("so: /syt", 7));
        assert!(dau_la("noi nhan:", "noi nhan") && !dau_la("noi nhanh", "noi nhan"));
    }
}
