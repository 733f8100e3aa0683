//! From the bytes of a file to clean text, or to what is wrong with it and where.
//!
//! Everything after this stage may rely on: UTF-8, no BOM, LF line ends, NFC, no characters that
//! cannot be seen. The file was saved by an office program, so a fault is named precisely enough to
//! be mended there: the character, the encoding, the place.

use super::legacy::{self, Class, Legacy};
use crate::model::ban_thao::chu::dung_san;
use std::ops::Range;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Code page 1252 from 0x80 to 0x9F; the holes keep the C1 control of the same number.
const CP1252: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// The largest input that is read; campaigns are some 20 KB.
pub const MAX_BYTES: usize = 4 << 20;

/// At most this many faults of a kind are reported: the rest have the same cause.
pub const MAX_FAULTS: usize = 20;

/// The text of a file and what is wrong with it. Without faults the text is safe to use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cleaned {
    /// The text as it can be shown: UTF-8, no BOM, LF line ends, NFC. Characters that are faults
    /// are still in it. Of a file that is not UTF-8 it is the best reading: UTF-16 decoded; an
    /// 8-bit file one Western letter to a byte, for [`legacy::decode`]; else U+FFFD for bad bytes.
    pub text: String,
    /// In the order of their place in the text.
    pub faults: Vec<Fault>,
}

/// One thing wrong with a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Bytes of [`Cleaned::text`], never inside a character; empty only for [`FaultKind::TooLarge`]
    /// and in an empty text.
    pub span: Range<usize>,
    /// What is wrong there.
    pub kind: FaultKind,
}

/// What can be wrong with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FaultKind {
    /// More than [`MAX_BYTES`]; the text is left empty.
    TooLarge,
    /// The file is not UTF-8. Of a known encoding one fault, on the first affected line; of
    /// [`Legacy::Unknown`] one on each run of U+FFFD, also those an earlier program left in UTF-8.
    NotUtf8(Legacy),
    /// UTF-8 whose letters are [`Legacy::Tcvn3`] or [`Legacy::Vni`], pasted from an old font: one
    /// fault a line, from its first affected word to its last.
    LegacyInUnicode(Legacy),
    /// A control character other than LF and tab.
    Control(char),
    /// A private-use character: the program keeps those to itself.
    PrivateUse(char),
    /// A character that nobody sees: zero width, direction, soft hyphen, U+2028, a BOM inside.
    Hidden(char),
}

/// Reads the bytes of a file.
pub fn clean(bytes: &[u8]) -> Cleaned {
    let whole = |kind| move |text: &str| vec![Fault::new(first_line(text), kind)];
    if bytes.len() > MAX_BYTES {
        return Cleaned::of(String::new(), whole(FaultKind::TooLarge));
    }
    if let Some(text) = utf16(bytes) {
        return Cleaned::of(text, whole(FaultKind::NotUtf8(Legacy::Utf16)));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Cleaned::of(text.to_owned(), faults);
    }
    match guess(bytes) {
        Legacy::Unknown => Cleaned::of(String::from_utf8_lossy(bytes).into_owned(), |text| {
            let mut faults = faults(text);
            // A file that is no text has every other fault too, all of one cause.
            faults.retain(|f| matches!(f.kind, FaultKind::NotUtf8(_)));
            faults
        }),
        legacy => Cleaned::of(western(bytes), whole(FaultKind::NotUtf8(legacy))),
    }
}

impl Cleaned {
    fn of(text: String, faults: impl FnOnce(&str) -> Vec<Fault>) -> Self {
        let text = tidy(text);
        let faults = faults(&text);
        Self { text, faults }
    }
}

impl Fault {
    fn new(span: Range<usize>, kind: FaultKind) -> Self {
        Self { span, kind }
    }
}

/// The first line that has a letter beyond ASCII, or else that is not blank.
fn first_line(text: &str) -> Range<usize> {
    let odd = text.find(|c: char| !c.is_ascii());
    let at = odd.or_else(|| text.find(|c: char| !c.is_whitespace()));
    let start = text[..at.unwrap_or(0)].rfind('\n').map_or(0, |n| n + 1);
    let line = text[start..].lines().next().unwrap_or("").trim_end();
    let indent = line.len() - line.trim_start().len();
    start + indent..start + line.len()
}

/// The text of a UTF-16 file, with or without its BOM: Latin text has a NUL at every other byte.
fn utf16(bytes: &[u8]) -> Option<String> {
    let (mut low, mut high) = (0, 0);
    for pair in bytes.chunks_exact(2).take(2048) {
        low += usize::from(pair[0] == 0);
        high += usize::from(pair[1] == 0);
    }
    let skewed = |many, few| many > 4 && many > bytes.len().min(4096) / 5 && few < many / 8;
    let order = match bytes {
        [0xff, 0xfe, ..] => u16::from_le_bytes,
        [0xfe, 0xff, ..] => u16::from_be_bytes,
        _ if skewed(high, low) => u16::from_le_bytes,
        _ if skewed(low, high) => u16::from_be_bytes,
        _ => return None,
    };
    let units = bytes.chunks_exact(2).map(|b| order([b[0], b[1]]));
    let text = char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER));
    Some(text.skip_while(|&c| c == '\u{feff}').collect())
}

/// The bytes as Windows shows an 8-bit file in the West: one character each, nothing lost, which is
/// what [`legacy::decode`] takes.
fn western(bytes: &[u8]) -> String {
    let high = |b: u8| CP1252.chars().nth(usize::from(b).checked_sub(0x80)?);
    bytes.iter().map(|&b| high(b).unwrap_or(char::from(b))).collect()
}

/// The encoding of an 8-bit file.
fn guess(bytes: &[u8]) -> Legacy {
    let text = western(&bytes[..bytes.len().min(1 << 16)]);
    let odd = || legacy::words(&text).map(|r| &text[r]).filter(|w| !w.is_ascii());
    let read = |l: Legacy| odd().filter(move |w| legacy::is_syllable(&legacy::decode(l, w), false));
    let fits = [Legacy::Tcvn3, Legacy::Vni, Legacy::Windows1258].map(|l| (read(l).count(), l));
    // A damaged UTF-8 file decodes to a few syllables by accident, a real one nearly everywhere.
    match fits.into_iter().max_by_key(|found| found.0) {
        Some((count, legacy)) if count > 0 && count * 3 >= odd().count() * 2 => legacy,
        _ => Legacy::Unknown,
    }
}

/// Line ends and normal form; proper text costs one scan for each.
fn tidy(mut text: String) -> String {
    if text.contains('\r') {
        text = text.replace("\r\n", "\n").replace('\r', "\n");
    }
    if dung_san(&text) {
        return text;
    }
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text,
        _ => text.nfc().collect(),
    }
}

fn faults(text: &str) -> Vec<Fault> {
    let old = find(text, MAX_FAULTS);
    // ư is a soft hyphen in TCVN3: there it is no fault of its own.
    let tcvn3 = old.iter().any(|f| f.1 == Legacy::Tcvn3);
    let of_line = |(span, l)| Fault::new(span, FaultKind::LegacyInUnicode(l));
    let mut faults: Vec<Fault> = old.into_iter().map(of_line).collect();
    let mut counts = [0; 4];
    for (at, c) in text.char_indices() {
        let Some(kind) = kind(c).filter(|_| c != '\u{ad}' || !tcvn3) else {
            continue;
        };
        let end = at + c.len_utf8();
        let count = match kind {
            FaultKind::Control(_) => &mut counts[0],
            FaultKind::PrivateUse(_) => &mut counts[1],
            FaultKind::Hidden(_) => &mut counts[2],
            _ => &mut counts[3],
        };
        match faults.last_mut() {
            // A run of lost bytes is one place to look at.
            Some(f) if c == '\u{fffd}' && f.kind == kind && f.span.end == at => f.span.end = end,
            _ if *count == MAX_FAULTS => {}
            _ => {
                *count += 1;
                faults.push(Fault::new(at..end, kind));
            }
        }
    }
    faults.sort_by_key(|f| f.span.start);
    faults
}

/// What is wrong with a character; what nearly all text consists of is let pass first.
#[rustfmt::skip]
pub fn kind(c: char) -> Option<FaultKind> {
    match c {
        ' '..='~' | '\n' | '\t' | '\u{ae}'..='\u{24f}' | '\u{1ea0}'..='\u{1eff}' => None,
        '\0'..='\u{9f}' => Some(FaultKind::Control(c)),
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. => Some(FaultKind::PrivateUse(c)),
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' => Some(FaultKind::Hidden(c)),
        char::REPLACEMENT_CHARACTER => Some(FaultKind::NotUtf8(Legacy::Unknown)),
        _ => None,
    }
}

/// The lines of `text` that hold TCVN3 or VNI, at most `limit`: for each the range from its first to
/// its last affected word.
fn find(text: &str, limit: usize) -> Vec<(Range<usize>, Legacy)> {
    if !text.chars().any(is_western) {
        return Vec::new();
    }
    let (mut sure, mut hints, mut at) = (Vec::new(), Vec::new(), 0);
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        // Proper Vietnamese ends here: all its words are syllables as they stand.
        let odd = |word: &str| !word.is_ascii() && !legacy::is_proper(word);
        if line.is_ascii() || !legacy::words(line).any(|r| odd(&line[r])) {
            continue;
        }
        let [tcvn3, vni] = [Legacy::Tcvn3, Legacy::Vni].map(|l| (judge(l, line), l));
        let vni_wins = (vni.0.sure, vni.0.hits) > (tcvn3.0.sure, tcvn3.0.hits);
        let (best, legacy) = if vni_wins { vni } else { tcvn3 };
        let found = (start + best.span.start..start + best.span.end, legacy);
        if best.sure {
            sure.push(found);
        } else if best.hits > 0 && !best.mixed {
            hints.push(found);
        }
        if sure.len() == limit {
            break;
        }
    }
    // One odd word in a line proves nothing, unless other lines have shown the encoding.
    let known = [Legacy::Tcvn3, Legacy::Vni].map(|l| sure.iter().any(|s| s.1 == l).then_some(l));
    sure.extend(hints.into_iter().filter(|h| known.contains(&Some(h.1))));
    sure.sort_by_key(|s| s.0.start);
    sure.truncate(limit);
    sure
}

/// A Western letter or sign that Vietnamese does not use. Old text without a single one is too short to tell, and text
/// that has none need not be looked at word by word.
#[rustfmt::skip]
fn is_western(c: char) -> bool {
    matches!(c, '\u{a1}'..='\u{ff}')
        && !matches!(c, 'À'..='Ã' | 'È'..='Ê' | 'Ì' | 'Í' | 'Ò'..='Õ' | 'Ù' | 'Ú' | 'Ý'
            | 'à'..='ã' | 'è'..='ê' | 'ì' | 'í' | 'ò'..='õ' | 'ù' | 'ú' | 'ý')
}

/// What a line shows of one encoding.
#[derive(Default)]
struct Verdict {
    span: Range<usize>,
    hits: usize,
    sure: bool,
    /// There is proper Vietnamese in the line too.
    mixed: bool,
}

fn judge(legacy: Legacy, line: &str) -> Verdict {
    let (mut verdict, mut run) = (Verdict::default(), Vec::new());
    for range in legacy::words(line) {
        match legacy::class(legacy, &line[range.clone()]) {
            Class::Plain => {}
            // What is pasted from an old font stands together: a proper word ends it.
            Class::Proper => {
                verdict.mixed = true;
                verdict.add(line, &run);
                run.clear();
            }
            class => run.push((class, range)),
        }
    }
    verdict.add(line, &run);
    verdict
}

impl Verdict {
    /// Adds a run of words without a proper one among them.
    fn add(&mut self, line: &str, run: &[(Class, Range<usize>)]) {
        let hits = || run.iter().filter(|w| w.0 >= Class::Weak);
        let mut shown = run.iter().filter(|w| w.0 >= Class::Either).map(|w| &w.1);
        let (Some(first), Some(hit)) = (shown.next(), hits().next()) else {
            return;
        };
        let best = hits().map(|w| w.0).max();
        let count = |class| run.iter().filter(|w| w.0 == class).count();
        let several = hits().any(|w| line[w.1.clone()] != line[hit.1.clone()]);
        let sure = best == Some(Class::Strong)
            || best == Some(Class::Hit)
                && (several && hits().count() > count(Class::Foreign)
                    || !self.mixed && count(Class::Either) > count(Class::Foreign) + 1);
        if best == Some(Class::Weak) || self.sure && !sure {
            return;
        }
        let start = if self.sure { &self.span } else { first }.start;
        self.span = start..shown.next_back().unwrap_or(first).end;
        self.hits += hits().count();
        self.sure = sure;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<FaultKind> {
        clean(text.as_bytes()).faults.iter().map(|f| f.kind).collect()
    }

    /// The fault on each line and what the line says.
    fn read(bytes: &[u8], legacy: Legacy) -> Vec<(FaultKind, String)> {
        let Cleaned { text, faults } = clean(bytes);
        let show = |f: Fault| (f.kind, legacy::decode(legacy, &text[f.span]));
        faults.into_iter().map(show).collect()
    }

    macro_rules! file {
        ($name:literal) => {
            include_bytes!(concat!("../../tests/input/fixtures/ma_cu/", $name))
        };
    }

    #[test]
    fn a_file_in_an_old_encoding_is_named_and_can_be_read() {
        let line = "# Kế hoạch phát động thi đua, soạn trên máy cũ của phòng Tổ chức cán bộ";
        let whole = |l| vec![(FaultKind::NotUtf8(l), line.to_owned())];
        let cases: [(&[u8], _); 3] = [
            (file!("tcvn3_latin1.yaml"), Legacy::Tcvn3),
            (file!("windows1258.yaml"), Legacy::Windows1258),
            (file!("utf16.yaml"), Legacy::Utf16),
        ];
        for (bytes, legacy) in cases {
            assert_eq!(read(bytes, legacy), whole(legacy));
            let read = legacy::decode(legacy, &clean(bytes).text);
            assert_eq!(read, clean(file!("nfd_crlf_bom.yaml")).text);
        }
        let pasted: [(&[u8], _); 2] =
            [(file!("tcvn3_unicode.yaml"), Legacy::Tcvn3), (file!("vni_unicode.yaml"), Legacy::Vni)];
        for (bytes, legacy) in pasted {
            let faults = read(bytes, legacy);
            let kind = FaultKind::LegacyInUnicode(legacy);
            assert_eq!(faults[0], (kind, line[2..].to_owned()));
            assert_eq!(faults[6], (kind, "Mục đích, yêu cầu".to_owned()));
            assert_eq!(faults.len(), 18);
        }
    }

    #[test]
    fn a_damaged_file_shows_where() {
        let bytes = b"ten: S\xe1\xbb Y t\xe1\xba\xbf, B\xe1\xbb\x99 Y t\xe1\xba\xbf \xff\xff";
        let spans: Vec<_> = clean(bytes).faults.into_iter().map(|f| f.span).collect();
        assert_eq!(spans, [6..9, 30..36]);
        assert_eq!(kinds("m\u{fffd}t"), [FaultKind::NotUtf8(Legacy::Unknown)]);
        assert_eq!(clean(&b"a".repeat(10 << 20)).faults[0].kind, FaultKind::TooLarge);
    }

    #[test]
    fn a_clean_file_is_only_tidied() {
        let Cleaned { text, faults } = clean(file!("nfd_crlf_bom.yaml"));
        assert!(faults.is_empty() && text.starts_with('#') && !text.contains('\r'));
        assert!(text.contains("Sở Y tế xây dựng"));
        assert_eq!(clean(b"a\r\rb\r\n").text, "a\n\nb\n");
    }

    #[test]
    fn unseen_characters_are_faults() {
        use FaultKind::{Control, Hidden, PrivateUse};
        let text = "Y\ttế\u{b}Thái\u{2028}Bình\u{ad} \u{feff}\u{e000}\u{10fffd}\0\u{85}\u{200b}";
        let [a, b, c, d] = ['\u{2028}', '\u{ad}', '\u{feff}', '\u{200b}'].map(Hidden);
        let [e, f, g] = ['\u{b}', '\0', '\u{85}'].map(Control);
        let [h, i] = ['\u{e000}', '\u{10fffd}'].map(PrivateUse);
        assert_eq!(kinds(text), [e, a, b, c, h, i, f, g, d]);
        assert_eq!(kinds(&"\0".repeat(99)).len(), MAX_FAULTS);
    }

    #[test]
    fn one_short_line_of_old_text_is_found_and_proper_text_is_not() {
        let tcvn3 = "trich_yeu: \"KÕ ho¹ch ph¸t ®éng thi ®ua\"\nghi: thi đua yêu n\u{ad}íc n¨m 2017\n";
        assert_eq!(kinds(tcvn3), [FaultKind::LegacyInUnicode(Legacy::Tcvn3); 2]);
        let vni = "ten: Keá hoaïch phaùt ñoäng thi ñua\nnam: 2017\nghi: Coâng vaên soá 4\n";
        assert_eq!(kinds(vni), [FaultKind::LegacyInUnicode(Legacy::Vni); 2]);
        let proper = "5 µg/m³, 10 µm, 6 N·m ở 25 °C; 3 m²; 1½ giờ; Panadol®, © 2017, x¹·y\n\
            Müller, São Paulo, Éric, Noël, Peña, Ångström, Côte d'Ivoire, Thaï, Caïn, Hué\n\
            «Lương y như từ mẫu»; · Công tác dược; § 5; 3 × 4; hòan, qúy, tiêt, Kông Chro, Pác Bó\n";
        assert_eq!(kinds(proper), []);
    }
}
