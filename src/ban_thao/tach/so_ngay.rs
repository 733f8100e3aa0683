//! "Số: 13/KH-SYT" and "Thái Bình, ngày 14 tháng 02 năm 2017" (II.3, II.4), in all the shapes they are typed in.

use super::gap::gap_cho;
use crate::model::NgayVanBan;
use std::ops::Range;

/// A line of number and symbol, by bytes of the text.
#[derive(Debug, PartialEq, Eq)]
pub struct SoKyHieu {
    /// The digits; empty where the slot is blank.
    pub so: Range<usize>,
    /// The symbol behind the stroke.
    pub ky_hieu: Range<usize>,
    /// Behind the last byte of both.
    pub het: usize,
}

/// Reads a line that begins with number and symbol.
pub fn so_ky_hieu(text: &str) -> Option<SoKyHieu> {
    let head = text.trim_start().chars().next()?;
    if !matches!(head, 's' | 'S' | '0'..='9' | '.' | '…') {
        return None;
    }
    let (gap, cho) = gap_cho(text);
    let bytes = gap.as_bytes();
    let at = |n: usize| cho.get(n).copied().unwrap_or(text.len());
    let skip = |mut n: usize, marks: &[u8]| {
        while bytes.get(n).is_some_and(|b| marks.contains(b)) {
            n += 1;
        }
        n
    };
    let digits = |n: usize| n + bytes.get(n..).map_or(0, |rest| rest.iter().take_while(|b| b.is_ascii_digit()).count());
    let named = gap.starts_with("so") && !bytes.get(2).is_some_and(u8::is_ascii_alphabetic);
    let from = if named { 2 } else { 0 };
    let start = skip(from, b" :.;,_~");
    let colon = gap.get(from..start).is_some_and(|marks| marks.contains(':'));
    // "số 01/CT-UBND" is the middle of a sentence.
    if named && head == 's' && !colon {
        return None;
    }
    let end = digits(start);
    if end - start > 6 || !named && end == start {
        return None;
    }
    // A letter may stand behind the digits: "13a/…".
    let end = end
        + usize::from(
            end > start && bytes.get(end).is_some_and(u8::is_ascii_lowercase) && bytes.get(end + 1) == Some(&b'/'),
        );
    let after = skip(end, b" ._~");
    let so = at(start)..at(end);
    let symbol = match bytes.get(after) {
        Some(b'/') => {
            let next = skip(after + 1, b" ");
            // "13/2017/QĐ-UBND"
            let year = digits(next);
            let stroke = skip(year, b" ");
            if year - next == 4 && bytes.get(stroke) == Some(&b'/') { skip(stroke + 1, b" ") } else { next }
        }
        // The Party writes "13-KH/TU".
        Some(b'-') if named && end > start => skip(after + 1, b" "),
        None if named && colon => {
            return Some(SoKyHieu { so, ky_hieu: at(after)..at(after), het: text.trim_end().len() });
        }
        // The stroke forgotten: "Số: 13 KH-SYT".
        Some(b) if named && colon && end > start && b.is_ascii_alphabetic() && dau_la_ky_hieu(&gap[after..]) => after,
        _ => return None,
    };
    let last = het_ky_hieu(&gap, symbol);
    let words = gap.get(symbol..last).unwrap_or_default();
    let letters = words.bytes().filter(u8::is_ascii_alphabetic).count();
    let typed = text.get(at(symbol)..at(last)).unwrap_or_default();
    let capital = typed.chars().any(char::is_uppercase);
    let dots = words.contains('.') || words.is_empty() && named && colon;
    // Without "Số" a line is told by its symbol alone, which has capitals and a hyphen.
    let sure = if named { capital || dots || words.contains('-') } else { capital && words.contains('-') };
    if !sure || letters > 24 {
        return None;
    }
    let het = at(last.saturating_sub(1))
        + text.get(at(last.saturating_sub(1))..).and_then(|s| s.chars().next()).map_or(0, char::len_utf8);
    let het = if last == symbol { at(last) } else { het };
    Some(SoKyHieu { so, ky_hieu: at(symbol)..het, het })
}

fn dau_la_ky_hieu(gap: &str) -> bool {
    gap.split(' ')
        .next()
        .is_some_and(|word| word.contains('-') && word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'))
}

/// Where a symbol ends: at a space that has no hyphen or stroke beside it.
fn het_ky_hieu(gap: &str, start: usize) -> usize {
    let bytes = gap.as_bytes();
    let mut n = start;
    while let Some(byte) = bytes.get(n) {
        match byte {
            b' ' => {
                let beside = |b: Option<&u8>| matches!(b, Some(b'-' | b'/'));
                if !(beside(n.checked_sub(1).and_then(|b| bytes.get(b))) || beside(bytes.get(n + 1)))
                    || n + 1 == bytes.len()
                {
                    break;
                }
            }
            b',' | b';' | b'(' | b')' | b'"' | b':' => break,
            _ => {}
        }
        n += 1;
    }
    n
}

/// A line of place and date.
#[derive(Debug, PartialEq, Eq)]
pub struct Ngay {
    /// The date, if its year is there.
    pub ngay: Option<NgayVanBan>,
    /// Whether a place stands before it.
    pub dia_danh: bool,
}

/// Reads a line that is place and date and nothing else.
pub fn dia_danh_ngay(text: &str) -> Option<Ngay> {
    if text.len() > 150 {
        return None;
    }
    let (gap, cho) = gap_cho(text);
    let gap = gap.trim_end();
    let (start, rest) = match (tu(gap, "ngay"), tu(gap, "thang")) {
        (Some(at), _) => (at, gap.get(at + 4..)?),
        (None, Some(at)) => (at, gap.get(at..)?),
        (None, None) => {
            let comma = gap.rfind(',')?;
            gap.get(comma + 1..)?.trim_start().starts_with(|c: char| c.is_ascii_digit()).then_some(())?;
            (comma + 1, gap.get(comma + 1..)?)
        }
    };
    let (ngay, complete) = doc_ngay(rest)?;
    let prefix = gap.get(..start)?.trim_end();
    let typed = text.get(..cho.get(prefix.len()).copied()?)?.trim();
    if prefix.is_empty() {
        return complete.then_some(Ngay { ngay, dia_danh: false });
    }
    dia_danh(typed).then_some(Ngay { ngay, dia_danh: true })
}

/// Where a word stands, as a word.
fn tu(gap: &str, word: &str) -> Option<usize> {
    let bytes = gap.as_bytes();
    let edge = |b: Option<&u8>| b.is_none_or(|b| !b.is_ascii_alphabetic());
    gap.match_indices(word)
        .map(|(at, _)| at)
        .find(|at| edge(at.checked_sub(1).and_then(|b| bytes.get(b))) && edge(bytes.get(at + word.len())))
}

/// " 14 thang 02 nam 2017" or " 14/02/2017", parts of it perhaps open; nothing may follow. Whether more than one part is
/// there comes with it.
fn doc_ngay(rest: &str) -> Option<(Option<NgayVanBan>, bool)> {
    let open = [' ', '.', '_', ':', '~'];
    let take = |s: &mut &str| -> Option<u32> {
        *s = s.trim_start_matches(open);
        let length = s.bytes().take_while(u8::is_ascii_digit).count();
        let (number, after) = s.split_at(length.min(4));
        *s = after;
        number.parse().ok()
    };
    let mut s = rest;
    let ngay = take(&mut s);
    let after = s.trim_start_matches(open);
    let (thang, nam, named) = if let Some(next) = after.strip_prefix(['/', '-']).filter(|_| ngay.is_some()) {
        s = next;
        let thang = take(&mut s);
        s = s.trim_start().strip_prefix(['/', '-'])?;
        (thang, take(&mut s), true)
    } else if ngay.is_some()
        && s.starts_with('.')
        && s.get(1..).is_some_and(|s| s.starts_with(|c: char| c.is_ascii_digit()))
    {
        s = s.get(1..)?;
        let thang = take(&mut s);
        s = s.strip_prefix('.')?;
        (thang, take(&mut s), true)
    } else if let Some(next) = after.strip_prefix("thang") {
        s = next;
        let thang = take(&mut s);
        // "tháng 4/2024"
        s = s.trim_start_matches(open).trim_start_matches([',', '/', '-']).trim_start();
        let named = s.starts_with("nam");
        s = s.strip_prefix("nam").unwrap_or(s);
        (thang, take(&mut s), named)
    } else {
        return None;
    };
    let rest = s.trim_matches(|c: char| open.contains(&c) || matches!(c, ',' | ';' | '/' | ')'));
    if !rest.is_empty() || nam.is_none() && !named && thang.is_none() && ngay.is_none() {
        return None;
    }
    let year = nam.filter(|nam| (1900..=2100).contains(nam)).and_then(|nam| i32::try_from(nam).ok());
    let whole = year.map(|nam| NgayVanBan {
        ngay: ngay.filter(|n| (1..=31).contains(n)),
        thang: thang.filter(|n| (1..=12).contains(n)),
        nam,
    });
    Some((whole, named))
}

/// Whether these words can be the name of a place.
fn dia_danh(typed: &str) -> bool {
    #[rustfmt::skip]
    const KHONG: &[&str] = &[
        "từ", "đến", "trước", "sau", "vào", "kể từ", "hôm nay", "hồi", "thời gian", "trong", "tính đến", "cho đến",
        "đợt", "ngày", "tháng", "năm", "hạn", "lần", "ban hành", "ký", "số", "điều", "luật", "kết thúc", "bắt đầu",
        "sáng", "chiều", "tối", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật", "sinh",
        "cấp", "quyết định", "nghị định", "thông tư",
    ];
    // With their marks: "Nam Định", "Tu Vũ", "Kỳ Sơn" are places.
    let small = typed.to_lowercase();
    let word = |begin: &&str| small.strip_prefix(*begin).is_some_and(|rest| !rest.starts_with(char::is_alphabetic));
    let words = typed.split_whitespace();
    let count = words.clone().count();
    // "Cuộc họp kết thúc vào 10 giờ 45, ngày …"
    const CAU: [&str; 9] = ["giờ", "vào", "lúc", "hồi", "họp", "của", "là", "được", "theo"];
    if words.clone().any(|word| CAU.contains(&word)) {
        return false;
    }
    let open = typed.trim_matches(['.', '…', ',', ' ', '_']).is_empty();
    if open {
        return true;
    }
    let capital = typed.starts_with(char::is_uppercase) && !typed.contains(['(', ')', ';', ':', '"', '“']);
    let comma = typed.ends_with(',');
    let all_capital =
        || words.clone().all(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '-'));
    // "Năm Căn", "Sáng Nhè": every word of a name has its capital.
    let named = count >= 2 && all_capital() && comma && !small.starts_with("thứ ") && !small.starts_with("hôm ");
    count <= 8 && capital && (named || !KHONG.iter().any(word)) && (comma || all_capital())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn so(text: &str) -> Option<(String, String)> {
        let found = so_ky_hieu(text)?;
        Some((text[found.so].to_owned(), text[found.ky_hieu].to_owned()))
    }

    fn hai(so: &str, ky_hieu: &str) -> Option<(String, String)> {
        Some((so.to_owned(), ky_hieu.to_owned()))
    }

    #[test]
    fn numbers_in_all_their_shapes() {
        assert_eq!(so("Số: 13/KH-SYT"), hai("13", "KH-SYT"));
        assert_eq!(so("Số 13/KH-SYT"), hai("13", "KH-SYT"));
        assert_eq!(so("Số: 13 /KH-SYT"), hai("13", "KH-SYT"));
        assert_eq!(so("Số: 13/ KH - SYT"), hai("13", "KH - SYT"));
        assert_eq!(so("Số:      /SYT-VP"), hai("", "SYT-VP"));
        assert_eq!(so("Số: ......../QĐ-UBND"), hai("", "QĐ-UBND"));
        assert_eq!(so("Số:13-KH/SYT"), hai("13", "KH/SYT"));
        assert_eq!(so("Sô: 13/KH-SYT ngày 5"), hai("13", "KH-SYT"));
        assert_eq!(so("Số: 13/2017/QĐ-UBND"), hai("13", "QĐ-UBND"));
        assert_eq!(so("SỐ: 5/kh-syt"), hai("5", "kh-syt"));
        assert_eq!(so("Số: 13 KH-SYT"), hai("13", "KH-SYT"));
        assert_eq!(so("Số: 13"), hai("13", ""));
        assert_eq!(so("Số: /QĐ-…3..."), hai("", "QĐ-…3..."));
        assert_eq!(so("13/KH-SYT"), hai("13", "KH-SYT"));
        assert_eq!(so("Sở Y tế"), None);
        assert_eq!(so("Số lượng: 5"), None);
        assert_eq!(so("Số 12 đường Lê Lợi"), None);
        assert_eq!(so("Số: 12 đường Lê Lợi"), None);
        assert_eq!(so("14/02/2017"), None);
    }

    #[test]
    fn dates_in_all_their_shapes() {
        let ngay = |text: &str| dia_danh_ngay(text).map(|n| (n.dia_danh, n.ngay.map(|n| n.viet_so())));
        let full = |place, date: &str| Some((place, Some(date.to_owned())));
        assert_eq!(ngay("Thái Bình, ngày 14 tháng 02 năm 2017"), full(true, "14/02/2017"));
        assert_eq!(ngay("Hà Tĩnh, ngày   tháng 4 năm 2024"), full(true, "…/4/2024"));
        assert_eq!(ngay("TP. Hồ Chí Minh, ngày …. tháng …. năm 2024."), full(true, "…/…/2024"));
        assert_eq!(ngay("Hà Nội ngày 5 tháng 3 năm 2020"), full(true, "05/3/2020"));
        assert_eq!(ngay("Ngày 5/3/2020"), full(false, "05/3/2020"));
        assert_eq!(ngay("Hà Nội, 05/3/2020"), full(true, "05/3/2020"));
        assert_eq!(ngay("Bình Định, tháng 4 năm 2024"), full(true, "…/4/2024"));
        for place in ["Nam Định", "Tu Vũ", "Kỳ Sơn", "Năm Căn", "Cấp Tiến", "Hàn Lâm", "Sơn La"] {
            assert_eq!(ngay(&format!("{place}, ngày 14 tháng 6 năm 2025")), full(true, "14/6/2025"), "{place}");
        }
        assert_eq!(ngay("...., ngày ... tháng ... năm ..."), Some((true, None)));
        assert_eq!(ngay("Cao Bằng, ngày 14 tháng 02"), Some((true, None)));
        for text in [
            "Từ ngày 01 tháng 3 năm 2020",
            "Hôm nay, ngày 5 tháng 3 năm 2020",
            "ngày 5 tháng 3 năm 2020 của Chính phủ",
            "Đợt 1, ngày 5",
            "Thời gian: ngày 5 tháng 3 năm 2020",
            "Trước ngày 10/4/2020",
            "Cuộc họp kết thúc vào 10 giờ 45, ngày 14 tháng 5 năm 2027./.",
            "Nghị định số 30, ngày 05/3/2020",
        ] {
            assert_eq!(ngay(text), None, "{text}");
        }
    }
}
