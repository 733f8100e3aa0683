//! Days and months as they stand in sentences.

use crate::model::Chu;
use crate::model::ban_thao::LoaiTu;
use chrono::NaiveDate;

/// A day or a month, by pieces of the paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ngay {
    /// First piece, the word "ngày" or "tháng" with it.
    pub dau: usize,
    /// Last piece.
    pub cuoi: usize,
    /// The piece of the day; `None` for a month.
    pub ngay: Option<(usize, u32)>,
    /// The piece of the month.
    pub thang: (usize, u32),
    /// The year.
    pub nam: Option<i32>,
    /// Whether it is written in figures, "27/02/2020".
    pub so: bool,
    /// Whether the word "ngày" or "tháng" stands before it.
    pub goi: bool,
}

impl Ngay {
    /// The date that begins at a piece.
    pub fn tai(chu: &Chu, n: usize) -> Option<Ngay> {
        match chu.nho(n) {
            "ngày" => Self::so_tai(chu, n + 1, true).or_else(|| Self::chu_tai(chu, n + 1)).map(|found| Ngay {
                dau: n,
                goi: true,
                ..found
            }),
            "tháng" => Self::thang_tai(chu, n),
            _ => Self::so_tai(chu, n, false),
        }
    }

    /// Every date of a paragraph.
    pub fn tat_ca(chu: &Chu) -> Vec<Ngay> {
        let mut all = Vec::new();
        let mut n = 0;
        while n < chu.tu.len() {
            let digits = chu.tu.get(n).is_some_and(|tu| tu.loai == LoaiTu::So);
            let found = (digits || matches!(chu.nho(n), "ngày" | "tháng")).then(|| Self::tai(chu, n)).flatten();
            match found {
                Some(found) => {
                    n = found.cuoi + 1;
                    all.push(found);
                }
                None => n += 1,
            }
        }
        all
    }

    /// "27/02/2020", "27/02", "27-02-2020".
    fn so_tai(chu: &Chu, n: usize, goi: bool) -> Option<Ngay> {
        let ngay = small(chu, n)?;
        let sign = chu.viet(n + 1);
        if !matches!(sign, "/" | "-" | ".") || !close(chu, n) || !close(chu, n + 1) || joined_before(chu, n) {
            return None;
        }
        let thang = small(chu, n + 2)?;
        let mut cuoi = n + 2;
        let mut nam = None;
        if chu.viet(n + 3) == sign && close(chu, n + 2) && close(chu, n + 3) {
            nam = year(chu, n + 4);
            // "12/5/QĐ-UBND", "1.2.3": no date.
            nam?;
            cuoi = n + 4;
        }
        let goes_on = close(chu, cuoi)
            && (matches!(chu.viet(cuoi + 1), "/" | "\\" | "%")
                || (matches!(chu.viet(cuoi + 1), "-" | "." | ",") && close(chu, cuoi + 1) && digit(chu, cuoi + 2)));
        if goes_on || chu.viet(cuoi + 1) == "%" || (sign != "/" && nam.is_none() && !goi) {
            return None;
        }
        let one = |at| chu.viet(at).len() == 1;
        if sign == "." && nam.is_none() && !(one(n + 2) || goi) {
            return None;
        }
        Some(Ngay { dau: n, cuoi, ngay: Some((n, ngay)), thang: (n + 2, thang), nam, so: true, goi })
    }

    /// "27 tháng 02 năm 2020", "27 tháng 02".
    fn chu_tai(chu: &Chu, n: usize) -> Option<Ngay> {
        let ngay = small(chu, n)?;
        let thang = (chu.nho(n + 1) == "tháng").then(|| small(chu, n + 2)).flatten()?;
        let nam = (chu.nho(n + 3) == "năm").then(|| year(chu, n + 4)).flatten();
        let cuoi = if nam.is_some() { n + 4 } else { n + 2 };
        Some(Ngay { dau: n, cuoi, ngay: Some((n, ngay)), thang: (n + 2, thang), nam, so: false, goi: true })
    }

    /// "tháng 02/2020", "tháng 02 năm 2020".
    fn thang_tai(chu: &Chu, n: usize) -> Option<Ngay> {
        let thang = small(chu, n + 1)?;
        let tight = chu.viet(n + 2) == "/" && close(chu, n + 1) && close(chu, n + 2);
        let named = chu.nho(n + 2) == "năm";
        let nam = (tight || named).then(|| year(chu, n + 3)).flatten();
        let cuoi = if nam.is_some() { n + 3 } else { n + 1 };
        Some(Ngay { dau: n, cuoi, ngay: None, thang: (n + 1, thang), nam, so: tight, goi: true })
    }

    /// The day in a year that is known otherwise; `None` for a month, or when there is no such day.
    pub fn tron(&self, nam: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.nam.unwrap_or(nam), self.thang.1, self.ngay?.1)
    }

    /// The day when it is all there.
    pub fn du(&self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.nam?, self.thang.1, self.ngay?.1)
    }
}

/// A number of one or two digits.
fn small(chu: &Chu, n: usize) -> Option<u32> {
    let word = chu.viet(n);
    let digits = (1..=2).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| word.parse().ok()).flatten()
}

/// A year of four digits.
pub fn year(chu: &Chu, n: usize) -> Option<i32> {
    let word = chu.viet(n);
    let digits = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    word.parse().ok().filter(|nam| digits && (1000..=2200).contains(nam))
}

fn digit(chu: &Chu, n: usize) -> bool {
    chu.tu.get(n).is_some_and(|tu| tu.loai == LoaiTu::So)
}

/// Whether nothing stands between a piece and the next.
fn close(chu: &Chu, n: usize) -> bool {
    matches!((chu.tu.get(n), chu.tu.get(n + 1)), (Some(a), Some(b)) if a.cuoi == b.dau)
}

/// Whether a number is the tail of another: "1.500/20", "12/27/2".
fn joined_before(chu: &Chu, n: usize) -> bool {
    n >= 2 && close(chu, n - 1) && matches!(chu.viet(n - 1), "/" | "." | "," | "\\") && digit(chu, n - 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<(Option<u32>, u32, Option<i32>)> {
        Ngay::tat_ca(&Chu::new(text)).iter().map(|d| (d.ngay.map(|(_, d)| d), d.thang.1, d.nam)).collect()
    }

    #[test]
    fn dates_in_sentences() {
        assert_eq!(all("ngày 27 tháng 02 năm 2020"), [(Some(27), 2, Some(2020))]);
        assert_eq!(all("(27/2/1955 - 27/2/2020)"), [(Some(27), 2, Some(1955)), (Some(27), 2, Some(2020))]);
        assert_eq!(all("từ tháng 9/2020 đến tháng 5 năm 2021"), [(None, 9, Some(2020)), (None, 5, Some(2021))]);
        assert_eq!(all("Quốc khánh 2/9, ngày 19-8-1945"), [(Some(2), 9, None), (Some(19), 8, Some(1945))]);
        assert_eq!(all("trước ngày 10.4.2020."), [(Some(10), 4, Some(2020))]);
        assert_eq!(all("ngày 31 tháng 4"), [(Some(31), 4, None)]);
    }

    #[test]
    fn symbols_and_quantities_are_no_dates() {
        for text in [
            "số 12/2020/NĐ-CP",
            "01/5/QĐ-UBND",
            "1.500 đồng",
            "3/5%",
            "mục 1.2.3",
            "trong 6 tháng đầu năm",
            "5/10.000 dân",
        ] {
            assert!(all(text).is_empty(), "{text}: {:?}", all(text));
        }
    }
}
