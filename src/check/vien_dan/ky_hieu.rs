//! Symbols as they stand in sentences: "13/KH-SYT", "30/2020/NĐ-CP", "15/2003/QH11", the Party's "34-CT/TW", and broken
//! ones.

use crate::model::Chu;
use crate::model::ban_thao::LoaiTu;

/// How number and letters are put together.
#[allow(clippy::enum_variant_names, reason = "the Party (Đảng) is no part of the enum's name (dạng)")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dang {
    /// "13/KH-SYT", "30/2020/NĐ-CP".
    HanhChinh,
    /// "34-CT/TW".
    CuaDang,
    /// "KH-SYT/13".
    Nguoc,
    /// "34/-CT/TW", "34-CT-TW".
    Hong,
}

/// A symbol, by pieces of the paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KyHieu<'a> {
    /// First piece.
    pub dau: usize,
    /// Last piece.
    pub cuoi: usize,
    /// The number; empty for a blank slot.
    pub so: &'a str,
    /// The year within it.
    pub nam: Option<i32>,
    /// Its groups of letters.
    pub nhom: Vec<&'a str>,
    /// How it is put together.
    pub dang: Dang,
    /// Whether there is white space in it.
    pub khoang_trang: bool,
}

impl<'a> KyHieu<'a> {
    /// The symbol that stands from a piece on.
    pub fn tai(chu: &'a Chu, n: usize) -> Option<KyHieu<'a>> {
        match chu.tu.get(n)?.loai {
            LoaiTu::So => Self::so_truoc(chu, n),
            LoaiTu::Chu => Self::so_sau(chu, n),
            LoaiTu::Dau => None,
        }
    }

    /// The symbol with a blank slot for its number: "số … /KH-SYT".
    pub fn trong(chu: &'a Chu, n: usize) -> Option<KyHieu<'a>> {
        let mut at = n;
        while matches!(chu.viet(at), "." | "…" | "_") {
            at += 1;
        }
        let mut read = Doc { chu, cuoi: at, nhom: Vec::new(), noi: vec!['/'], nam: None, khoang_trang: false };
        if chu.viet(at) != "/" || !is_group(chu, at + 1) {
            return None;
        }
        read.group(at + 1);
        read.rest();
        (read.nhom.len() > 1).then(|| read.done(n, ""))
    }

    fn so_truoc(chu: &'a Chu, n: usize) -> Option<KyHieu<'a>> {
        let so = chu.viet(n);
        if so.len() > 6 || so.bytes().filter(u8::is_ascii_digit).count() > 5 {
            return None;
        }
        let mut read = Doc { chu, cuoi: n, nhom: Vec::new(), noi: Vec::new(), nam: None, khoang_trang: false };
        read.rest();
        (!read.nhom.is_empty()).then(|| read.done(n, so))
    }

    fn so_sau(chu: &'a Chu, n: usize) -> Option<KyHieu<'a>> {
        if !is_group(chu, n) {
            return None;
        }
        let mut read = Doc { chu, cuoi: n, nhom: Vec::new(), noi: Vec::new(), nam: None, khoang_trang: false };
        read.group(n);
        read.rest();
        let so = read.cuoi + 2;
        let number = chu.tu.get(so).is_some_and(|tu| tu.loai == LoaiTu::So) && chu.viet(so).len() <= 5;
        if read.nhom.len() < 2 || chu.viet(read.cuoi + 1) != "/" || !number || !touches(chu, read.cuoi) {
            return None;
        }
        read.cuoi = so;
        Some(KyHieu { dang: Dang::Nguoc, ..read.done(n, chu.viet(so)) })
    }

    /// Its letters as one word, without spaces and signs between number and letters: "2020/NĐ-CP".
    pub fn chu(&self) -> String {
        let letters = self.nhom.join("-");
        self.nam.map_or_else(|| letters.clone(), |nam| format!("{nam}/{letters}")).to_uppercase()
    }

    /// The symbol as it should be.
    pub fn chuan(&self) -> String {
        let so = self.so;
        match (self.dang, self.nhom.as_slice(), self.nam) {
            (_, [loai, noi], None) if cua_dang(noi) => format!("{so}-{loai}/{noi}"),
            (Dang::CuaDang, [loai, rest @ ..], None) if !rest.is_empty() => format!("{so}-{loai}/{}", rest.join("-")),
            (_, all, None) => format!("{so}/{}", all.join("-")),
            (_, all, Some(nam)) => format!("{so}/{nam}/{}", all.join("-")),
        }
    }

    /// Whether the Party wrote it.
    pub fn cua_dang(&self) -> bool {
        self.dang == Dang::CuaDang || self.nhom.last().is_some_and(|last| cua_dang(last))
    }
}

/// Organisations of the Party whose documents have the number tied to the kind.
fn cua_dang(nhom: &str) -> bool {
    matches!(nhom, "TW" | "TƯ" | "TU" | "HU" | "ThU" | "ĐU" | "ĐUK" | "BTCTW" | "BTGTW" | "VPTW" | "UBKTTW")
}

/// A symbol being read: pieces up to `cuoi` belong to it.
struct Doc<'a> {
    chu: &'a Chu,
    cuoi: usize,
    nhom: Vec<&'a str>,
    noi: Vec<char>,
    nam: Option<i32>,
    khoang_trang: bool,
}

impl<'a> Doc<'a> {
    fn group(&mut self, n: usize) {
        self.nhom.push(self.chu.viet(n));
        self.cuoi = n;
    }

    /// Separators and groups for as long as they go on.
    fn rest(&mut self) {
        loop {
            let chu = self.chu;
            let mut at = self.cuoi + 1;
            while matches!(chu.viet(at), "/" | "-" | "–" | "." | "\\") {
                at += 1;
            }
            if at == self.cuoi + 1 {
                return;
            }
            let signs: String = (self.cuoi + 1..at).map(|n| chu.viet(n)).collect();
            let tight = (self.cuoi..at).all(|n| touches(chu, n));
            // A full stop ends sentences, a dash with spaces stands between words: only letters close by go on.
            if signs.contains('.') && !tight {
                return;
            }
            let year = self.nhom.is_empty() && self.nam.is_none() && signs == "/" && tight;
            if year && let Some(nam) = four_digits(chu.viet(at)) {
                self.nam = Some(nam);
                self.noi.push('/');
                self.cuoi = at;
                continue;
            }
            let first = self.nhom.is_empty();
            if !is_group(chu, at) || (!tight && !first && chu.viet(at).chars().count() < 2) {
                return;
            }
            if self.nam.is_none() && first && !signs.contains('/') && !signs.contains('-') {
                return;
            }
            self.khoang_trang |= !tight;
            self.noi.push(match signs.as_str() {
                "/" => '/',
                "-" | "–" => '-',
                "." => '.',
                _ => '!',
            });
            self.group(at);
        }
    }

    fn done(self, dau: usize, so: &'a str) -> KyHieu<'a> {
        let noi = &self.noi[usize::from(self.nam.is_some()).min(self.noi.len())..];
        let mut slashes = noi.iter().filter(|c| **c == '/');
        let dang = match noi.first() {
            _ if noi.contains(&'!') => Dang::Hong,
            Some('/') if slashes.clone().count() == 1 => Dang::HanhChinh,
            Some('-') if self.nam.is_none() && noi.get(1) == Some(&'/') && slashes.nth(1).is_none() => Dang::CuaDang,
            _ => Dang::Hong,
        };
        KyHieu { dau, cuoi: self.cuoi, so, nam: self.nam, nhom: self.nhom, dang, khoang_trang: self.khoang_trang }
    }
}

/// Whether nothing stands between a piece and the next.
pub fn touches(chu: &Chu, n: usize) -> bool {
    matches!((chu.tu.get(n), chu.tu.get(n + 1)), (Some(a), Some(b)) if a.cuoi == b.dau)
}

/// Whether a piece can be a group of letters: capitals, perhaps a few small letters or digits among them ("TTg", "QH15").
fn is_group(chu: &Chu, n: usize) -> bool {
    if chu.tu.get(n).is_none_or(|tu| tu.loai != LoaiTu::Chu) {
        return false;
    }
    let word = chu.viet(n);
    let count = |of: fn(char) -> bool| word.chars().filter(|c| of(*c)).count();
    let capitals = count(char::is_uppercase);
    word.starts_with(char::is_uppercase) && capitals > count(char::is_lowercase) && (1..=16).contains(&capitals)
}

fn four_digits(word: &str) -> Option<i32> {
    let year = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    word.parse().ok().filter(|nam| year && (1945..=2100).contains(nam))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, Dang, String, usize)> {
        let chu = Chu::new(text);
        let found = KyHieu::tai(&chu, 0)?;
        Some((found.so.to_owned(), found.dang, found.chuan(), found.cuoi + 1 - found.dau))
    }

    #[test]
    fn shapes_of_symbols() {
        for (text, dang, chuan) in [
            ("30/2020/NĐ-CP ngày", Dang::HanhChinh, "30/2020/NĐ-CP"),
            ("13/KH-SYT.", Dang::HanhChinh, "13/KH-SYT"),
            ("196/SYT-VP;", Dang::HanhChinh, "196/SYT-VP"),
            ("34-CT/TW", Dang::CuaDang, "34-CT/TW"),
            ("02-NQ/TU", Dang::CuaDang, "02-NQ/TU"),
            ("15/2003/QH11", Dang::HanhChinh, "15/2003/QH11"),
            ("34/-CT/TW ngày", Dang::Hong, "34-CT/TW"),
            ("13/KH - SYT", Dang::HanhChinh, "13/KH-SYT"),
            ("KH-SYT/13", Dang::Nguoc, "13/KH-SYT"),
            ("441/QĐ-TTg", Dang::HanhChinh, "441/QĐ-TTg"),
            ("20/NQ-TW", Dang::HanhChinh, "20-NQ/TW"),
            ("12//KH-SYT", Dang::Hong, "12/KH-SYT"),
            ("45-KH/TWĐTN-BTG", Dang::CuaDang, "45-KH/TWĐTN-BTG"),
            ("2345/BYT-KH-TC", Dang::HanhChinh, "2345/BYT-KH-TC"),
            ("30a/2008/NQ-CP", Dang::HanhChinh, "30a/2008/NQ-CP"),
            ("05/CT/UBND", Dang::Hong, "05/CT-UBND"),
        ] {
            let found = read(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((found.1, found.2.as_str()), (dang, chuan), "{text}");
        }
    }

    #[test]
    fn numbers_and_dates_are_no_symbols() {
        for text in ["27/2/2020", "01/5", "100 triệu", "24/7", "2016 - 2020", "6 - UBND", "3G", "8,5%", "15.000 đồng"]
        {
            let found = read(text);
            assert!(found.is_none() || text == "6 - UBND", "{text}: {found:?}");
        }
    }

    #[test]
    fn what_follows_is_not_swallowed() {
        assert_eq!(read("13/KH-SYT - Sở Y tế").map(|f| f.3), Some(5));
        assert_eq!(read("13/KH-SYT. Các đơn vị").map(|f| f.3), Some(5));
        let chu = Chu::new("… /KH-SYT ngày");
        assert_eq!(KyHieu::trong(&chu, 0).map(|k| k.nhom.join("-")), Some("KH-SYT".to_owned()));
    }
}
