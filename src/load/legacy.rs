//! The encodings Vietnamese offices used before Unicode: what a word says about them, decoding.
//!
//! TCVN3 (ABC, the `.VnTime` fonts) and VNI draw Vietnamese with the codes of Western letters, so
//! their text survives as valid UTF-8 that only looks wrong: "ViÖt Nam", "Vieät Nam". No single
//! letter tells it apart from proper text ("hé" is "hộ" in TCVN3, "toà" is "tồ" in VNI), so words
//! are judged as syllables: one that is not Vietnamese as it stands, and is once decoded, betrays
//! the encoding. Proper text, units, signs and foreign names fail the second half of that test.

use std::ops::Range;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{compose, decompose_canonical};

/// An encoding that is not UTF-8, as far as it can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Legacy {
    /// TCVN 5712 VN3, the encoding of the ABC fonts (`.VnTime`, `.VnTimeH`).
    Tcvn3,
    /// VNI for Windows, the encoding of the VNI fonts (`VNI-Times`).
    Vni,
    /// Windows code page 1258, which Notepad calls "ANSI" on a Vietnamese Windows.
    Windows1258,
    /// UTF-16, which Notepad calls "Unicode".
    Utf16,
    /// Anything else: a damaged UTF-8 file, another code page, a file that is not text.
    Unknown,
}

/// TCVN3 from U+00A1 to U+00FE; '\0' where the ABC fonts have no letter ("°" and "²" are there).
#[rustfmt::skip]
const TCVN3: [char; 94] = [
    'Ă', 'Â', 'Ê', 'Ô', 'Ơ', 'Ư', 'Đ', 'ă', 'â', 'ê', 'ô', 'ơ', 'ư', 'đ', '\0', '\0', '\0', '\0',
    '\0', '\0', 'à', 'ả', 'ã', 'á', 'ạ', '\0', 'ằ', 'ẳ', 'ẵ', 'ắ', '\0', '\0', '\0', '\0', '\0',
    '\0', '\0', 'ặ', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ', 'è', '\0', 'ẻ', 'ẽ', 'é', 'ẹ', 'ề', 'ể', 'ễ', 'ế',
    'ệ', 'ì', 'ỉ', '\0', '\0', '\0', 'ĩ', 'í', 'ị', 'ò', '\0', 'ỏ', 'õ', 'ó', 'ọ', 'ồ', 'ổ', 'ỗ',
    'ố', 'ộ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ', 'ù', '\0', 'ủ', 'ũ', 'ú', 'ụ', 'ừ', 'ử', 'ữ', 'ứ', 'ự',
    'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ',
];

/// The letters that VNI writes with one code, each before the letter that it means.
const VNI: &str = "ôơöưñđæỉóĩòịîỵííìì";

/// What VNI draws above or below the vowel before it: the five [`TONES`]; the hat of â, alone and
/// with each tone; the breve of ă likewise.
const VNI_MARKS: &str = "ùøûõïâáàåãäêéèúüë";

/// Acute, grave, hook, tilde, dot below: combining characters.
const TONES: [char; 5] = ['\u{301}', '\u{300}', '\u{309}', '\u{303}', '\u{323}'];

/// What a syllable begins with: the single letters, and what stands before them in the search.
#[rustfmt::skip]
const ONSETS: [&str; 12] =
    ["bcdđghklmnprstvx", "ngh", "gh", "ng", "nh", "kh", "ch", "ph", "th", "tr", "gi", "qu"];

/// Where code page 1258 differs from 1252: letters, and the tones after their vowel.
const CP1258: &str = "ÃĂãăÐĐðđÕƠõơÝƯýưþ₫Ì\u{300}ì\u{301}Þ\u{303}Ò\u{309}ò\u{323}";

/// What a text whose characters are the bytes of an old encoding says in Unicode: the text of an
/// 8-bit file as it looks in the West, or what was pasted from an old font.
///
/// Words that are proper Vietnamese already are kept. TCVN3 has no capitals of its own for the
/// letters with tones (`.VnTimeH` draws the small ones as capitals): a word takes the case of its
/// plain letters. [`Legacy::Utf16`] and [`Legacy::Unknown`] give the text back.
pub fn decode(legacy: Legacy, text: &str) -> String {
    match legacy {
        Legacy::Tcvn3 | Legacy::Vni => {
            let lines = text.split_inclusive('\n');
            lines.map(|line| decode_line(legacy, line)).collect()
        }
        Legacy::Windows1258 => {
            let letter = |c| swap(CP1258, c).unwrap_or(c);
            text.chars().map(letter).nfc().collect()
        }
        Legacy::Utf16 | Legacy::Unknown => text.to_owned(),
    }
}

fn decode_line(legacy: Legacy, line: &str) -> String {
    let high = |r: &Range<usize>| !line[r.clone()].is_ascii();
    let found: Vec<_> = words(line).filter(high).collect();
    // A word of one plain letter ("X·") is a capital only where the words around it are.
    let told: Vec<Option<bool>> = found.iter().map(|r| is_caps(&line[r.clone()])).collect();
    let mut next = told.clone();
    for i in (1..next.len()).rev() {
        next[i - 1] = next[i - 1].or(next[i]);
    }
    let (mut out, mut end, mut before) = (String::with_capacity(line.len() * 2), 0, None);
    for (i, range) in found.into_iter().enumerate() {
        let word = &line[range.clone()];
        let around = [before, next[i]];
        let upper = around.contains(&Some(true)) && !around.contains(&Some(false));
        let (decoded, _) = decode_word(legacy, word, told[i].unwrap_or(upper));
        let keep = is_modern(word) || is_syllable(word, true) && !is_syllable(&decoded, false);
        out.push_str(&line[end..range.start]);
        // "·" alone is a bullet that Word left, never the letter ã.
        out.push_str(if keep || word == "·" { word } else { &decoded });
        (end, before) = (range.end, told[i].or(before));
    }
    out + &line[end..]
}

/// Whether the letters of a word are drawn as capitals, where it tells: "H§ND" has its own.
fn is_caps(word: &str) -> Option<bool> {
    let plain = word.bytes().filter(u8::is_ascii_alphabetic).count();
    let small = word.bytes().any(|b| b.is_ascii_lowercase());
    (small || plain > 1 && word.chars().any(|c| c > '§')).then_some(!small)
}

/// The word in Unicode, and whether every letter of it belongs to the encoding.
fn decode_word(legacy: Legacy, word: &str, upper: bool) -> (String, bool) {
    let (mut out, mut whole) = (String::with_capacity(word.len() + 4), true);
    let mut rest = word.chars().peekable();
    while let Some(c) = rest.next() {
        let found = if legacy == Legacy::Tcvn3 {
            tcvn3(c).map(|v| if upper { capital(v) } else { v })
        } else if let Some(v) = rest.peek().and_then(|&mark| vni_pair(c, mark)) {
            rest.next();
            Some(v)
        } else {
            vni(c)
        };
        whole &= found.is_some() || c.is_ascii();
        out.push(found.unwrap_or(c));
    }
    (out, whole)
}

fn tcvn3(c: char) -> Option<char> {
    let at = usize::try_from(u32::from(c).checked_sub(0xa1)?).ok()?;
    TCVN3.get(at).copied().filter(|&v| v != '\0')
}

fn vni(c: char) -> Option<char> {
    let sized = |v| if c.is_uppercase() { capital(v) } else { v };
    swap(VNI, small(c)).map(sized)
}

fn vni_pair(base: char, mark: char) -> Option<char> {
    let at = VNI_MARKS.chars().position(|m| m == small(mark))?;
    let (fit, shape, tone) = match at {
        0..5 => ("aeouyôö", None, Some(TONES[at])),
        5..11 => ("aeo", Some('\u{302}'), at.checked_sub(6).map(|t| TONES[t])),
        _ => ("a", Some('\u{306}'), at.checked_sub(12).map(|t| TONES[t])),
    };
    // The dot below is nearer the letter: ậ is composed of ạ and the hat, ấ of â and the acute.
    let marks = match tone {
        Some('\u{323}') => [tone, shape],
        _ => [shape, tone],
    };
    let letter = vni(base).unwrap_or(base);
    let letter = Some(letter).filter(|_| fit.contains(small(base)))?;
    marks.into_iter().flatten().try_fold(letter, compose)
}

/// Looks `c` up in a table of pairs.
fn swap(table: &str, c: char) -> Option<char> {
    let mut keys = table.chars();
    while let (Some(key), Some(value)) = (keys.next(), keys.next()) {
        if key == c {
            return Some(value);
        }
    }
    None
}

fn small(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

fn capital(c: char) -> char {
    c.to_uppercase().next().unwrap_or(c)
}

/// The words of a line. The signs of Latin-1 belong to them: they are letters in TCVN3.
pub(super) fn words(line: &str) -> impl Iterator<Item = Range<usize>> {
    let inner = |c: char| match c {
        '\0'..='\u{a0}' => c.is_ascii_alphabetic() || c == '_',
        '\u{a1}'..='\u{36f}' => true,
        _ => c.is_alphanumeric(),
    };
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + line[at..].find(inner)?;
        let end = line[start..].find(|c| !inner(c));
        at = end.map_or(line.len(), |n| start + n);
        Some(start..at)
    })
}

/// Whether the word has a letter that no 8-bit text has.
fn is_modern(word: &str) -> bool {
    word.chars().any(|c| c > '\u{ff}')
}

/// Whether the word is Vietnamese as it stands.
pub(super) fn is_proper(word: &str) -> bool {
    is_modern(word) || is_syllable(word, true) && !is_camel(word)
}

/// A capital beyond ASCII next to a small letter before it, or after it inside the word.
fn is_camel(word: &str) -> bool {
    let high = |c: char| ('À'..='Þ').contains(&c);
    let mut pairs = word.chars().zip(word.chars().skip(1)).enumerate();
    pairs.any(|(i, (a, b))| a.is_ascii_lowercase() && high(b) || i > 0 && high(a) && b.is_ascii_lowercase())
}

/// What one word says about the encoding of its line, in rising order of proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    /// Plain ASCII, a number.
    Plain,
    /// Vietnamese as it stands, and not if decoded.
    Proper,
    /// Vietnamese neither way: a foreign name.
    Foreign,
    /// Vietnamese both ways.
    Either,
    /// A syllable once decoded, but so is many a unit or formula: "µm", "N·m", "x¹".
    Weak,
    /// A syllable only once decoded.
    Hit,
    /// The same, written as no other text is: "n¨m", "ViÖt", "hoäi".
    Strong,
}

/// Judges one of the [`words`] of a line.
pub(super) fn class(legacy: Legacy, word: &str) -> Class {
    if word.is_ascii() || word.len() > 24 {
        return Class::Plain;
    }
    if is_modern(word) {
        return Class::Proper;
    }
    let (decoded, whole) = decode_word(legacy, word, false);
    match (is_proper(word), whole && is_syllable(&decoded, false)) {
        (true, false) => Class::Proper,
        (true, true) => Class::Either,
        (false, false) => Class::Foreign,
        (false, true) if legacy == Legacy::Vni => vni_strength(word),
        (false, true) => tcvn3_strength(word),
    }
}

fn vni_strength(word: &str) -> Class {
    let letters: Vec<char> = word.chars().map(small).collect();
    // Vowels that VNI puts side by side; the other pairs occur in French and Spanish.
    let drawn = letters.windows(2).any(|p| match p[1] {
        'ø' | 'å' | 'ä' | 'û' | 'õ' => "aeouyôö".contains(p[0]),
        'â' | 'ê' => "aeo".contains(p[0]),
        'ù' | 'ï' => "ôö".contains(p[0]),
        _ => false,
    });
    let rare = letters.len() > 2 && (letters[0] == 'ñ' || letters.contains(&'æ'));
    [Class::Hit, Class::Strong][usize::from(drawn || rare)]
}

fn tcvn3_strength(word: &str) -> Class {
    let sign = |c: char| !c.is_ascii() && (!c.is_alphabetic() || "ªµ".contains(c));
    let letters: Vec<char> = word.chars().collect();
    let odd = letters.iter().filter(|c| !c.is_ascii()).count();
    let Some(at) = letters.iter().position(|&c| sign(c)) else {
        return [Class::Hit, Class::Strong][usize::from(is_camel(word))];
    };
    let (c, last) = (letters[at], letters.len() - 1);
    match (odd, letters.len()) {
        (1, 1) => Class::Foreign, // a sign alone, a bullet
        (2.., _) => Class::Strong,
        (_, 3) if at == 1 && "·×÷¹".contains(c) => Class::Weak, // a formula
        _ if at == 0 && !"¸®¨".contains(c) || at == last && "»¹".contains(c) => Class::Weak,
        // What is set at the end of other words; the soft hyphen that Word leaves inside them.
        _ if at == last && !"µ¸¬".contains(c) || c == '\u{ad}' => Class::Hit,
        _ => Class::Strong,
    }
}

/// Whether the word can be a Vietnamese syllable. `lax` lets pass what proper text is seen to do:
/// "kông", "tiêt", "hòan", "qúy".
pub(super) fn is_syllable(word: &str, lax: bool) -> bool {
    let (mut bare, mut tone) = (String::with_capacity(16), None);
    for (i, c) in word.chars().enumerate() {
        let (mut base, mut mark) = (c.to_ascii_lowercase(), None);
        if !c.is_ascii() {
            base = '\0';
            decompose_canonical(small(c), |d| match TONES.contains(&d) {
                true => mark = Some(d),
                false if base == '\0' => base = d,
                false => base = compose(base, d).unwrap_or(d),
            });
        }
        if i == 7 || mark.is_some() && (tone.is_some() || !"aăâeêioôơuưy".contains(base)) {
            return false;
        }
        tone = mark.map(|m| (m, bare.len() + base.len_utf8())).or(tone);
        bare.push(base);
    }
    let single = bare.chars().next().filter(|c| ONSETS[0].contains(*c));
    let several = ONSETS[1..].iter().find(|o| bare.starts_with(**o));
    let cut = several.map_or(single.map_or(0, char::len_utf8), |o| o.len());
    let (head, rhyme) = bare.split_at(cut);
    let front = rhyme.starts_with(['e', 'ê', 'i', 'y']);
    let sounds = match head {
        // The vowel of "gi" and "qu" may belong to the rhyme: gì, gìn, giêng; quỳnh, quốc.
        "gi" | "qu" => bare == "gi" || is_rhyme(rhyme) || is_rhyme(&bare[1..]),
        _ if lax && matches!(rhyme, "oong" | "ooc") => true,
        "gh" | "ngh" => front && is_rhyme(rhyme),
        "k" => (front || lax) && is_rhyme(rhyme),
        "c" | "g" | "ng" => (!front || lax) && is_rhyme(rhyme),
        "p" => lax && is_rhyme(rhyme), // only in names that others gave: Pác Bó
        _ => is_rhyme(rhyme),
    };
    // VNI puts "õ" on the last vowel of "xaõ", where no spelling has the tone.
    let glide = rhyme.chars().count() > 1
        && rhyme.ends_with(['a', 'i', 'o', 'u', 'y'])
        && !matches!(rhyme, "oa" | "uy" | "ia" | "ua" | "ưa");
    let stop = rhyme.ends_with(['c', 'p', 't']) || rhyme.ends_with("ch");
    let toned = match tone {
        None => lax || !stop,
        Some((_, end)) if end == bare.len() && glide => false,
        Some((mark, _)) => lax || !stop || mark == TONES[0] || mark == TONES[4],
    };
    sounds && toned
}

#[rustfmt::skip]
fn is_rhyme(rhyme: &str) -> bool {
    matches!(rhyme, "a" | "ac" | "ach" | "ai" | "am" | "an" | "ang" | "anh" | "ao" | "ap" | "at" | "au"
        | "ay" | "ăc" | "ăm" | "ăn" | "ăng" | "ăp" | "ăt" | "âc" | "âm" | "ân" | "âng" | "âp" | "ât"
        | "âu" | "ây" | "e" | "ec" | "em" | "en" | "eng" | "eo" | "ep" | "et" | "ê" | "êch" | "êm" | "ên"
        | "êng" | "ênh" | "êp" | "êt" | "êu" | "i" | "ia" | "ich" | "iêc" | "iêm" | "iên" | "iêng" | "iêp"
        | "iêt" | "iêu" | "im" | "in" | "inh" | "ip" | "it" | "iu" | "o" | "oa" | "oac" | "oach" | "oai"
        | "oam" | "oan" | "oang" | "oanh" | "oao" | "oap" | "oat" | "oay" | "oăc" | "oăm" | "oăn" | "oăng"
        | "oăt" | "oc" | "oe" | "oen" | "oeo" | "oet" | "oi" | "om" | "on" | "ong" | "op" | "ot" | "ô"
        | "ôc" | "ôi" | "ôm" | "ôn" | "ông" | "ôp" | "ôt" | "ơ" | "ơi" | "ơm" | "ơn" | "ơp" | "ơt" | "u"
        | "ua" | "uân" | "uâng" | "uât" | "uây" | "uc" | "uê" | "uêch" | "uênh" | "ui" | "um" | "un"
        | "ung" | "uơ" | "uôc" | "uôi" | "uôm" | "uôn" | "uông" | "uôt" | "up" | "ut" | "uy" | "uya"
        | "uych" | "uyên" | "uyêt" | "uynh" | "uyt" | "uyu" | "ư" | "ưa" | "ưc" | "ưi" | "ưng" | "ươc"
        | "ươi" | "ươm" | "ươn" | "ương" | "ươp" | "ươt" | "ươu" | "ưt" | "ưu" | "y" | "yêm" | "yên"
        | "yêng" | "yêt" | "yêu")
}

#[cfg(test)]
mod tests {
    use super::Legacy::{Tcvn3, Unknown, Vni, Windows1258};
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_tables_reach_every_letter() {
        let all = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ";
        let mut found: BTreeSet<char> = ('¡'..='ÿ').filter_map(tcvn3).collect();
        assert_eq!(found, (all.to_owned() + "ĂÂÊÔƠƯĐ").chars().collect());
        found = ('ß'..='ÿ').filter_map(vni).collect();
        for base in "aeouyôö".chars() {
            found.extend(VNI_MARKS.chars().filter_map(|mark| vni_pair(base, mark)));
        }
        assert_eq!(found, all.chars().collect());
    }

    #[test]
    #[rustfmt::skip]
    fn sentences_are_decoded() {
        for (legacy, old, new) in [
            (Tcvn3, "Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
            (Vni, "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
            (Tcvn3, "CéNG HßA X· HéI CHñ NGHÜA", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA"),
            (Vni, "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA, ÑÖÔØNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA, ĐƯỜNG"),
            (Tcvn3, "Sè 04/Q§-UBND: X· §«ng H\u{ad}ng", "Số 04/QĐ-UBND: Xã Đông Hưng"),
            (Tcvn3, "· 5 °C, thi đua yêu n\u{ad}íc", "· 5 °C, thi đua yêu nước"),
            (Windows1258, "Kêì hoaòch ðôòng, Ýng", "Kế hoạch động, Ưng"),
            (Unknown, "ViÖt", "ViÖt"),
        ] {
            assert_eq!(decode(legacy, old), new);
        }
    }
}
