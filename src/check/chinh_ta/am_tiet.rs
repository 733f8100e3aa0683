//! What a Vietnamese syllable is: what it may begin with, its rhyme, its tone and where the tone mark stands.

use crate::model::ban_thao::chu::ve_nho;

/// The twelve vowels, each with its tones: none, huyền, sắc, hỏi, ngã, nặng.
#[rustfmt::skip]
const NGUYEN_AM: [&str; 12] = ["aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị", "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ", "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ"];

/// Why a word is no syllable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AmTiet {
    /// It is one.
    Dung,
    /// Its tone mark stands on another letter: how it is written.
    SaiCho(String),
    /// "nghành", "ngiêm": how it is written.
    SaiAmDau(String),
    /// It ends in c, ch, p, t and has no tone mark, or one that cannot be there.
    SaiThanh,
    /// No syllable.
    Khong,
}

/// A letter in lower case without its tone, and the tone: 0 for none.
pub fn tach_thanh(c: char) -> (char, u8) {
    match c {
        'à' => ('a', 1),
        'á' => ('a', 2),
        'ả' => ('a', 3),
        'ã' => ('a', 4),
        'ạ' => ('a', 5),
        'ằ' => ('ă', 1),
        'ắ' => ('ă', 2),
        'ẳ' => ('ă', 3),
        'ẵ' => ('ă', 4),
        'ặ' => ('ă', 5),
        'ầ' => ('â', 1),
        'ấ' => ('â', 2),
        'ẩ' => ('â', 3),
        'ẫ' => ('â', 4),
        'ậ' => ('â', 5),
        'è' => ('e', 1),
        'é' => ('e', 2),
        'ẻ' => ('e', 3),
        'ẽ' => ('e', 4),
        'ẹ' => ('e', 5),
        'ề' => ('ê', 1),
        'ế' => ('ê', 2),
        'ể' => ('ê', 3),
        'ễ' => ('ê', 4),
        'ệ' => ('ê', 5),
        'ì' => ('i', 1),
        'í' => ('i', 2),
        'ỉ' => ('i', 3),
        'ĩ' => ('i', 4),
        'ị' => ('i', 5),
        'ò' => ('o', 1),
        'ó' => ('o', 2),
        'ỏ' => ('o', 3),
        'õ' => ('o', 4),
        'ọ' => ('o', 5),
        'ồ' => ('ô', 1),
        'ố' => ('ô', 2),
        'ổ' => ('ô', 3),
        'ỗ' => ('ô', 4),
        'ộ' => ('ô', 5),
        'ờ' => ('ơ', 1),
        'ớ' => ('ơ', 2),
        'ở' => ('ơ', 3),
        'ỡ' => ('ơ', 4),
        'ợ' => ('ơ', 5),
        'ù' => ('u', 1),
        'ú' => ('u', 2),
        'ủ' => ('u', 3),
        'ũ' => ('u', 4),
        'ụ' => ('u', 5),
        'ừ' => ('ư', 1),
        'ứ' => ('ư', 2),
        'ử' => ('ư', 3),
        'ữ' => ('ư', 4),
        'ự' => ('ư', 5),
        'ỳ' => ('y', 1),
        'ý' => ('y', 2),
        'ỷ' => ('y', 3),
        'ỹ' => ('y', 4),
        'ỵ' => ('y', 5),
        c => (c, 0),
    }
}

/// A letter with a tone, as large as it was.
fn voi_thanh(c: char, tone: u8) -> char {
    let small = c.to_lowercase().next().unwrap_or(c);
    let row = NGUYEN_AM.iter().find(|row| row.starts_with(small));
    let toned = row.and_then(|row| row.chars().nth(usize::from(tone))).unwrap_or(c);
    if c.is_uppercase() { toned.to_uppercase().next().unwrap_or(toned) } else { toned }
}

/// A letter in its own size without its tone.
fn khong_thanh(c: char) -> char {
    let small = c.to_lowercase().next().unwrap_or(c);
    let (base, _) = tach_thanh(small);
    if c.is_uppercase() { base.to_uppercase().next().unwrap_or(base) } else { base }
}

/// The letters of a word in lower case without tone, its tone, and on which letter the tone mark stands; `None` when it has
/// two or is longer than any syllable.
fn doc(word: &str) -> Option<([char; 7], usize, u8, usize)> {
    let (mut letters, mut count, mut tone, mut at) = (['\0'; 7], 0, 0, 0);
    for c in word.chars() {
        let (base, mark) = tach_thanh(ve_nho(c));
        if mark > 0 {
            if tone > 0 {
                return None;
            }
            (tone, at) = (mark, count);
        }
        *letters.get_mut(count)? = base;
        count += 1;
    }
    Some((letters, count, tone, at))
}

/// Whether a word, in whatever case, is a syllable as it stands.
pub fn la_am_tiet(word: &str) -> bool {
    nhu_the(word) == AmTiet::Dung
}

/// What a word is.
pub fn xet(word: &str) -> AmTiet {
    match nhu_the(word) {
        AmTiet::Khong => sua_am_dau(word).map_or(AmTiet::Khong, AmTiet::SaiAmDau),
        what => what,
    }
}

/// What a word is with the consonants it begins with.
fn nhu_the(word: &str) -> AmTiet {
    let Some((letters, count, tone, at)) = doc(word) else { return AmTiet::Khong };
    let letters = letters.get(..count).unwrap_or_default();
    let mut buffer = [0u8; 28];
    let mut len = 0;
    for c in letters {
        let end = len + c.len_utf8();
        let Some(slot) = buffer.get_mut(len..end) else { return AmTiet::Khong };
        c.encode_utf8(slot);
        len = end;
    }
    let bare = buffer.get(..len).and_then(|b| std::str::from_utf8(b).ok()).unwrap_or_default();
    let Some((head, rhyme)) = chia(bare) else { return AmTiet::Khong };
    let stop = rhyme.ends_with(['c', 'p', 't']) || rhyme.ends_with("ch");
    if stop && !matches!(tone, 2 | 5) {
        return AmTiet::SaiThanh;
    }
    if tone == 0 {
        return AmTiet::Dung;
    }
    let offset = head.chars().count();
    let (right, other) = cho_dau(rhyme);
    if at == offset + right || other.is_some_and(|other| at == offset + other) {
        return AmTiet::Dung;
    }
    let moved = word.chars().enumerate().map(|(i, c)| match i {
        i if i == offset + right => voi_thanh(khong_thanh(c), tone),
        _ => khong_thanh(c),
    });
    AmTiet::SaiCho(moved.collect())
}

/// What it begins with and its rhyme, both as spelled: "gì" is "g" and "i", "quý" is "qu" and "y".
fn chia(bare: &str) -> Option<(&str, &str)> {
    let head = bare.get(..am_dau(bare))?;
    let rhyme = bare.get(head.len()..)?;
    let front = rhyme.starts_with(['e', 'ê', 'i']);
    let of = |n: usize| Some((bare.get(..n)?, bare.get(n..)?));
    match head {
        "gi" if la_van(rhyme) && !rhyme.starts_with("iê") => of(2),
        "gi" if la_van(bare.get(1..)?) => of(1),
        // "quốc" has its rhyme behind "q".
        "qu" if la_van(rhyme) => of(2),
        "qu" => None,
        "gh" | "ngh" => (front && la_van(rhyme)).then(|| of(head.len()))?,
        "k" => ((front || rhyme.starts_with('y')) && la_van(rhyme)).then(|| of(1))?,
        "c" | "g" | "ng" => (!front && la_van(rhyme)).then(|| of(head.len()))?,
        "" => (!rhyme.starts_with("iê") && la_van(rhyme)).then(|| of(0))?,
        _ => (!rhyme.starts_with("yê") && la_van(rhyme)).then(|| of(head.len()))?,
    }
}

/// On which letter of the rhyme the tone mark stands, and on which it may stand as well ("hóa", "hoá").
fn cho_dau(rhyme: &str) -> (usize, Option<usize>) {
    let letters: [char; 5] = {
        let mut all = ['\0'; 5];
        rhyme.chars().zip(&mut all).for_each(|(c, slot)| *slot = c);
        all
    };
    if let Some(marked) = letters.iter().rposition(|c| "ăâêôơư".contains(*c)) {
        return (marked, None);
    }
    let vowels = letters.iter().take_while(|c| "aeiouy".contains(**c)).count();
    let closed = letters.get(vowels).is_some_and(|c| *c != '\0');
    match (vowels, closed) {
        (0 | 1, _) => (0, None),
        (2, true) => (1, None),
        (2, false) if matches!(rhyme, "oa" | "oe" | "uy") => (1, Some(0)),
        (2, false) => (0, None),
        _ => (1, None),
    }
}

/// The word with "ng", "ngh", "g", "gh", "c", "k" as its vowel asks, when that alone makes it a syllable.
fn sua_am_dau(word: &str) -> Option<String> {
    const PAIRS: [(&str, &str); 6] = [("ngh", "ng"), ("ng", "ngh"), ("gh", "g"), ("g", "gh"), ("k", "c"), ("c", "k")];
    let size = |head: &str| word.chars().take(head.len()).collect::<String>();
    for (wrong, right) in PAIRS {
        let head = size(wrong);
        if head.to_lowercase() != wrong {
            continue;
        }
        let rest = word.get(head.len()..)?;
        let upper =
            head.chars().all(char::is_uppercase) && word.chars().count() > 1 && !word.chars().any(char::is_lowercase);
        let fixed = match (upper, head.chars().next().is_some_and(char::is_uppercase)) {
            (true, _) => format!("{}{rest}", right.to_uppercase()),
            (_, true) => {
                let mut letters = right.chars();
                let first = letters.next()?.to_uppercase().to_string();
                format!("{first}{}{rest}", letters.as_str())
            }
            _ => format!("{right}{rest}"),
        };
        if la_am_tiet(&fixed) {
            return Some(fixed);
        }
    }
    None
}

/// How many bytes of a word without tone stand before its rhyme.
fn am_dau(bare: &str) -> usize {
    match bare.as_bytes() {
        [b'n', b'g', b'h', ..] => 3,
        [b'n', b'g' | b'h', ..] | [b'g', b'h' | b'i', ..] | [b'q', b'u', ..] => 2,
        [b'k' | b'c' | b'p' | b't', b'h', ..] | [b't', b'r', ..] => 2,
        // "đ"
        [0xc4, 0x91, ..] => 2,
        [first, ..] if b"bcdghklmnprstvx".contains(first) => 1,
        _ => 0,
    }
}

/// Every rhyme, without its tone.
#[rustfmt::skip]
const VAN: [&str; 168] = [
    "a", "ac", "ach", "ai", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay", "e", "ec", "em", "en", "eng",
    "eo", "ep", "et", "i", "ia", "ich", "im", "in", "inh", "ip", "it", "iu", "iêc", "iêm", "iên", "iêng", "iêp",
    "iêt", "iêu", "o", "oa", "oac", "oach", "oai", "oam", "oan", "oang", "oanh", "oao", "oap", "oat", "oay", "oc",
    "oe", "oem", "oen", "oeo", "oet", "oi", "om", "on", "ong", "ooc", "oong", "op", "ot", "oăc", "oăm", "oăn",
    "oăng", "oăt", "u", "ua", "uc", "ui", "um", "un", "ung", "up", "ut", "uy", "uya", "uych", "uyn", "uynh", "uyp",
    "uyt", "uyu", "uyên", "uyêt", "uân", "uâng", "uât", "uây", "uê", "uêch", "uên", "uênh", "uôc", "uôi", "uôm",
    "uôn", "uông", "uôt", "uơ", "y", "ych", "yn", "ynh", "yt", "yu", "yêm", "yên", "yêng", "yêt", "yêu", "âc", "âm",
    "ân", "âng", "âp", "ât", "âu", "ây", "ê", "êch", "êm", "ên", "êng", "ênh", "êp", "êt", "êu", "ô", "ôc", "ôi",
    "ôm", "ôn", "ông", "ôp", "ôt", "ăc", "ăm", "ăn", "ăng", "ăp", "ăt", "ơ", "ơi", "ơm", "ơn", "ơp", "ơt", "ư",
    "ưa", "ưc", "ưi", "ưm", "ưn", "ưng", "ưt", "ưu", "ươc", "ươi", "ươm", "ươn", "ương", "ươp", "ươt", "ươu",
];

/// The same as numbers: none is longer than eight bytes, and numbers compare faster than words.
const VAN_SO: [u64; VAN.len()] = {
    let mut all = [0; VAN.len()];
    let mut n = 0;
    while n < all.len() {
        all[n] = thanh_so(VAN[n].as_bytes());
        n += 1;
    }
    all
};

/// The bytes of a word as a number, in the order of words.
const fn thanh_so(word: &[u8]) -> u64 {
    let (mut number, mut n) = (0, 0);
    while n < 8 {
        number = number << 8 | if n < word.len() { word[n] as u64 } else { 0 };
        n += 1;
    }
    number
}

fn la_van(rhyme: &str) -> bool {
    rhyme.len() <= 8 && VAN_SO.binary_search(&thanh_so(rhyme.as_bytes())).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rhymes_stand_in_order() {
        assert!(VAN.is_sorted());
    }

    #[test]
    fn syllables_of_all_shapes() {
        let good = "a ạ ỉa ý yến yêu oanh uy ủy uỷ hòa hoà quý quốc quyết quỳnh quặng quở gì gìn giếng già giữ giặt giò giêng \
            nghiêng nghĩa ngành khuỷu khuya khoét ngoéo xoong moóc huỳnh huých tuýp buýt quýt kỷ kiểm cử gửi ghế thuở thuế \
            rượu hươu khướu tươi mười đường xuất luật chuyện tuyết phụng thoải xoáy ngoằn đoàn hoạch quãng ngoặc pin";
        let wrong: Vec<&str> = good.split_whitespace().filter(|word| !la_am_tiet(word)).collect();
        assert_eq!(wrong, [""; 0]);
        let capitals = "Quyết ĐỊNH Ủy UỶ NGHIÊNG";
        assert!(capitals.split_whitespace().all(la_am_tiet));
    }

    #[test]
    fn what_is_wrong_is_told() {
        use AmTiet::{Khong, SaiAmDau, SaiCho, SaiThanh};
        let moved = |to: &str| SaiCho(to.to_owned());
        let begins = |to: &str| SaiAmDau(to.to_owned());
        for (word, what) in [
            ("họach", moved("hoạch")),
            ("hòan", moved("hoàn")),
            ("Tòan", moved("Toàn")),
            ("đựơc", moved("được")),
            ("ngừơi", moved("người")),
            ("qủa", moved("quả")),
            ("qúy", moved("quý")),
            ("gỉai", moved("giải")),
            ("nghành", begins("ngành")),
            ("NGHÀNH", begins("NGÀNH")),
            ("ngĩa", begins("nghĩa")),
            ("Ngị", begins("Nghị")),
            ("kông", begins("công")),
            ("thưc", SaiThanh),
            ("quyêt", SaiThanh),
            ("viềc", SaiThanh),
            ("hôị", moved("hội")),
            ("trìnhh", Khong),
            ("nguờii", Khong),
            ("đuợcc", Khong),
            ("Ngaãi", Khong),
            ("ziệc", Khong),
        ] {
            assert_eq!(xet(word), what, "{word}");
        }
    }
}
