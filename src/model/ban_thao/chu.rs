//! The words of a paragraph, cut into syllables, numbers and marks once for all rules.

use super::bam::bam;
use std::ops::Range;

/// What a piece of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoaiTu {
    /// Letters: a syllable of Vietnamese, an abbreviation, a foreign word.
    Chu,
    /// Digits, perhaps with letters behind: "2026", "3G".
    So,
    /// One mark.
    Dau,
}

/// A piece of text, by bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tu {
    /// First byte.
    pub dau: usize,
    /// Behind the last byte.
    pub cuoi: usize,
    /// What it is.
    pub loai: LoaiTu,
    /// Whether it begins with a capital.
    pub hoa_dau: bool,
    /// Whether it has letters and all of them are capitals.
    pub hoa_het: bool,
    /// The number of its lower case (see [`bam`]): two words are one where their numbers are.
    pub bam: u64,
}

impl Tu {
    /// Its bytes.
    pub fn range(&self) -> Range<usize> {
        self.dau..self.cuoi
    }
}

/// Words with what rules ask of them.
#[derive(Debug, Clone, Default)]
pub struct Chu {
    /// As written.
    pub text: String,
    /// In lower case, byte for byte at the same offsets.
    pub thuong: String,
    /// Its pieces in order; white space is none.
    pub tu: Vec<Tu>,
}

impl Chu {
    /// Cuts a text.
    pub fn new(text: impl Into<String>) -> Chu {
        let text = text.into();
        let (thuong, tu) = (String::with_capacity(text.len()), Vec::with_capacity(text.len() / 5));
        let mut chu = Chu { text, thuong, tu };
        chu.cat();
        chu
    }

    /// Cuts another text in the place of this one, without new memory.
    pub fn viet_lai(&mut self, text: &str) {
        self.text.clear();
        self.text.push_str(text);
        self.thuong.clear();
        self.tu.clear();
        self.cat();
    }

    fn cat(&mut self) {
        let Chu { text, thuong, tu } = self;
        let mut word: Option<Tu> = None;
        for (at, c) in text.char_indices() {
            let end = at + c.len_utf8();
            let (small, loai) = match c {
                'a'..='z' => (c, Some(LoaiTu::Chu)),
                ' ' => (c, None),
                'A'..='Z' => (c.to_ascii_lowercase(), Some(LoaiTu::Chu)),
                '0'..='9' => (c, Some(LoaiTu::So)),
                '\0'..='\x7f' => (c, (!c.is_whitespace()).then_some(LoaiTu::Dau)),
                // A mark that combines belongs to the letter before it.
                c if la_chu(c) || ('\u{300}'..='\u{36f}').contains(&c) => (ve_nho(c), Some(LoaiTu::Chu)),
                c => (ve_nho(c), (!c.is_whitespace()).then_some(LoaiTu::Dau)),
            };
            thuong.push(small);
            match (&mut word, loai) {
                // "3G" and "NQ144" are one piece each, of the kind they begin with.
                (Some(word), Some(LoaiTu::Chu | LoaiTu::So)) => word.cuoi = end,
                (word, loai) => {
                    tu.extend(word.take());
                    let new = loai.map(|loai| Tu { dau: at, cuoi: end, loai, hoa_dau: false, hoa_het: false, bam: 0 });
                    match loai {
                        Some(LoaiTu::Dau) => tu.extend(new),
                        _ => *word = new,
                    }
                }
            }
        }
        tu.extend(word);
        for tu in tu {
            let (Some(written), Some(small)) = (text.get(tu.range()), thuong.get(tu.range())) else { continue };
            tu.bam = bam(small);
            // Small letters are written as their lower case is.
            if written != small {
                tu.hoa_dau = hoa_dau(written);
                tu.hoa_het = hoa_het(written);
            }
        }
    }

    /// The nth piece as written; empty past the end.
    pub fn viet(&self, n: usize) -> &str {
        self.tu.get(n).and_then(|tu| self.text.get(tu.range())).unwrap_or_default()
    }

    /// The nth piece in lower case; empty past the end.
    pub fn nho(&self, n: usize) -> &str {
        self.tu.get(n).and_then(|tu| self.thuong.get(tu.range())).unwrap_or_default()
    }

    /// Whether the nth piece begins with a capital.
    pub fn hoa_dau(&self, n: usize) -> bool {
        self.tu.get(n).is_some_and(|tu| tu.hoa_dau)
    }

    /// Whether the nth piece has letters and all of them are capitals.
    pub fn hoa_het(&self, n: usize) -> bool {
        self.tu.get(n).is_some_and(|tu| tu.hoa_het)
    }

    /// The number of the nth piece; 0 past the end.
    pub fn bam(&self, n: usize) -> u64 {
        self.tu.get(n).map_or(0, |tu| tu.bam)
    }

    /// Whether these pieces stand from the nth on, in whatever case; `pieces` in lower case.
    pub fn khop(&self, n: usize, pieces: &[&str]) -> bool {
        pieces.iter().enumerate().all(|(i, piece)| self.nho(n + i) == *piece)
    }

    /// From the first byte of piece `a` to the last of piece `b`, both included.
    pub fn khoang(&self, a: usize, b: usize) -> Range<usize> {
        let start = self.tu.get(a).map_or(self.text.len(), |tu| tu.dau);
        start..self.tu.get(b).map_or(self.text.len(), |tu| tu.cuoi).max(start)
    }

    /// Whether the nth piece begins a sentence: nothing before it but marks, or a mark that ends one, or an opening
    /// quotation mark.
    pub fn dau_cau(&self, n: usize) -> bool {
        for before in (0..n).rev() {
            match self.viet(before) {
                "." | "?" | "!" | ":" | "…" | "“" | "\"" | "‘" => return !self.inside_number(before),
                "(" | "-" | "+" | "•" | ")" | "*" => {}
                _ => return false,
            }
        }
        true
    }

    /// A full stop between digits ends no sentence.
    fn inside_number(&self, n: usize) -> bool {
        let Some(tu) = self.tu.get(n) else { return false };
        let bytes = self.text.as_bytes();
        let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
        digit(tu.dau.checked_sub(1)) && digit(Some(tu.cuoi))
    }

    /// Whether its letters are capitals, all of them, and there are at least two words of them.
    pub fn in_hoa(&self) -> bool {
        // Most paragraphs have a small letter in their first words.
        let mut words = self.tu.iter().filter(|tu| tu.loai == LoaiTu::Chu);
        words.clone().all(|tu| tu.hoa_het) && words.nth(1).is_some() && hoa_het(&self.text)
    }

    /// Number of syllables, numbers among them.
    pub fn so_am_tiet(&self) -> usize {
        self.tu.iter().filter(|tu| tu.loai != LoaiTu::Dau).count()
    }
}

/// Whether a text has letters and all of them are capitals.
pub fn hoa_het(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| la_chu(*c)).peekable();
    letters.peek().is_some() && letters.all(|c| !la_nho(c))
}

/// Whether a word begins with a capital.
pub fn hoa_dau(text: &str) -> bool {
    text.chars().next().is_some_and(la_hoa)
}

/// Vietnamese letters with two marks: capitals are even, the small one follows its capital.
const HAI_DAU: std::ops::RangeInclusive<char> = '\u{1ea0}'..='\u{1ef9}';

/// `char::is_alphabetic`, without its tables for the letters of Vietnamese and other Latin ones.
pub fn la_chu(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphabetic(),
        '×' | '÷' => false,
        '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => true,
        _ => c.is_alphabetic(),
    }
}

/// `char::is_uppercase`, likewise.
pub fn la_hoa(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_uppercase(),
        c if HAI_DAU.contains(&c) => u32::from(c) % 2 == 0,
        _ => c.is_uppercase(),
    }
}

/// `char::is_lowercase`, likewise.
pub fn la_nho(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_lowercase(),
        c if HAI_DAU.contains(&c) => u32::from(c) % 2 == 1,
        '\u{df}'..='\u{ff}' => c != '÷',
        'ă' | 'đ' | 'ĩ' | 'ũ' | 'ơ' | 'ư' => true,
        _ => c.is_lowercase(),
    }
}

/// Whether nothing in a text could be a letter put together from parts: all of it is letters of Vietnamese as they should
/// be, and marks of sentences.
pub fn dung_san(text: &str) -> bool {
    text.chars().all(|c| matches!(c, '\0'..'\u{300}' | '\u{1e00}'..='\u{1eff}' | '\u{2010}'..='\u{2027}'))
}

/// The small letter of a capital, where it is as long: every letter of Vietnamese is. Others stay as they are.
pub fn ve_nho(c: char) -> char {
    match c {
        '\0'..='\x7f' => c.to_ascii_lowercase(),
        c if HAI_DAU.contains(&c) => char::from_u32(u32::from(c) | 1).unwrap_or(c),
        '\u{df}'..='\u{ff}' | 'ă' | 'đ' | 'ĩ' | 'ũ' | 'ơ' | 'ư' | '\u{2000}'..='\u{20ff}' => c,
        _ => {
            let mut small = c.to_lowercase();
            match (small.next(), small.next()) {
                (Some(s), None) if s.len_utf8() == c.len_utf8() => s,
                _ => c,
            }
        }
    }
}

/// A syllable in lower case with its tone mark where the older way puts it: "hoà" → "hòa", "uỷ" → "ủy". Other words are
/// left as they are; "quý" is right as it is.
pub fn thanh_cu(word: &str) -> std::borrow::Cow<'_, str> {
    const PAIRS: [(&str, &str); 15] = [
        ("oà", "òa"),
        ("oá", "óa"),
        ("oả", "ỏa"),
        ("oã", "õa"),
        ("oạ", "ọa"),
        ("oè", "òe"),
        ("oé", "óe"),
        ("oẻ", "ỏe"),
        ("oẽ", "õe"),
        ("oẹ", "ọe"),
        ("uỳ", "ùy"),
        ("uý", "úy"),
        ("uỷ", "ủy"),
        ("uỹ", "ũy"),
        ("uỵ", "ụy"),
    ];
    let changed = PAIRS.iter().find_map(|(new, old)| {
        let onset = word.strip_suffix(new)?;
        (!onset.ends_with('q')).then(|| format!("{onset}{old}"))
    });
    changed.map_or(std::borrow::Cow::Borrowed(word), std::borrow::Cow::Owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_what_unicode_says() {
        for c in ('\0'..=char::MAX).filter(|c| !('\u{3400}'..'\u{f900}').contains(c)) {
            assert_eq!(
                (la_chu(c), la_hoa(c), la_nho(c)),
                (c.is_alphabetic(), c.is_uppercase(), c.is_lowercase()),
                "{c:?}"
            );
            let small: Vec<char> = c.to_lowercase().collect();
            let want = if small.len() == 1 && small[0].len_utf8() == c.len_utf8() { small[0] } else { c };
            assert_eq!(ve_nho(c), want, "{c:?}");
            let text = c.to_string();
            assert!(!dung_san(&text) || unicode_normalization::is_nfc(&text), "{c:?}");
        }
    }

    #[test]
    fn words_numbers_and_marks() {
        let chu = Chu::new("Số: 13 /KH-SYT, ngày 14/02/2017; ĐỦ.");
        let pieces: Vec<&str> = (0..chu.tu.len()).map(|n| chu.viet(n)).collect();
        let want = ["Số", ":", "13", "/", "KH", "-", "SYT", ",", "ngày", "14", "/", "02", "/", "2017", ";", "ĐỦ", "."];
        assert_eq!(pieces, want);
        assert_eq!(chu.nho(15), "đủ");
        assert!(chu.khop(8, &["ngày", "14"]));
        assert_eq!(&chu.text[chu.khoang(2, 6)], "13 /KH-SYT");
    }

    #[test]
    fn sentences_begin_behind_their_marks() {
        let chu = Chu::new("Một. Hai 1.500 đồng; ba: “Bốn”");
        let begins: Vec<&str> = (0..chu.tu.len()).filter(|n| chu.dau_cau(*n)).map(|n| chu.viet(n)).collect();
        assert_eq!(begins, ["Một", "Hai", "“", "Bốn"]);
    }

    #[test]
    fn tone_marks_move_to_their_older_place() {
        for (new, old) in
            [("hoà", "hòa"), ("uỷ", "ủy"), ("quý", "quý"), ("hoàn", "hoàn"), ("khoẻ", "khỏe"), ("tuỳ", "tùy")]
        {
            assert_eq!(thanh_cu(new), old);
        }
    }
}
