//! The date of issue (Phụ lục I, phần I, mục II, khoản 4 điểm b), of which day and month may still be open.

use crate::diag::{Diagnostic, Located, code};
use chrono::{Datelike, NaiveDate};

/// A date as a document carries it: the year is always known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NgayVanBan {
    /// 1 to 31; `None` leaves a blank slot for văn thư.
    pub ngay: Option<u32>,
    /// 1 to 12; `None` leaves a blank slot.
    pub thang: Option<u32>,
    /// Four digits.
    pub nam: i32,
}

/// Why a date was refused.
#[derive(Debug, PartialEq, Eq)]
pub enum NgayError {
    /// Not one of the shapes understood.
    Dang,
    /// The shape is right but there is no such day, for example 31/4.
    KhongCo,
}

impl NgayVanBan {
    /// A date of which only the year is known.
    pub fn chi_nam(nam: i32) -> Self {
        NgayVanBan { ngay: None, thang: None, nam }
    }

    /// Reads `14/02/2017`, `2017-02-14` or `4/2024` (day open).
    pub fn parse(text: &str) -> Result<Self, NgayError> {
        let text = text.trim();
        let separator = if text.contains('/') { '/' } else { '-' };
        let parts: Vec<&str> = text.split(separator).map(str::trim).collect();
        if parts.iter().any(|p| p.is_empty() || p.len() > 4 || !p.bytes().all(|b| b.is_ascii_digit())) {
            return Err(NgayError::Dang);
        }
        let number = |s: &str| s.parse::<u32>().map_err(|_| NgayError::Dang);
        let (ngay, thang, nam) = match (parts.as_slice(), separator) {
            ([y, m, d], '-') if y.len() == 4 => (Some(number(d)?), number(m)?, number(y)?),
            ([d, m, y], _) if y.len() == 4 => (Some(number(d)?), number(m)?, number(y)?),
            ([m, y], '/') if y.len() == 4 => (None, number(m)?, number(y)?),
            _ => return Err(NgayError::Dang),
        };
        let nam = i32::try_from(nam).map_err(|_| NgayError::Dang)?;
        NaiveDate::from_ymd_opt(nam, thang, ngay.unwrap_or(1)).ok_or(NgayError::KhongCo)?;
        Ok(NgayVanBan { ngay, thang: Some(thang), nam })
    }

    /// Reads a typed date; what cannot be read is a finding with the shapes that can.
    pub fn read(typed: &Located<String>) -> Result<Self, Diagnostic> {
        Self::parse(&typed.value).map_err(|error| {
            let message = match error {
                NgayError::KhongCo => format!("không có ngày “{}” trong lịch", typed.value),
                NgayError::Dang => format!("không hiểu ngày “{}”", typed.value),
            };
            Diagnostic::new(&code::SAI_NGAY, message)
                .at(typed.place.clone())
                .advice("viết 14/02/2026 hoặc 2026-02-14; 4/2026 để trống ngày; bỏ khóa này để trống cả ngày và tháng")
        })
    }

    /// The day as printed: "đối với những số thể hiện ngày nhỏ hơn 10 … phải ghi thêm số 0 phía trước".
    pub fn ngay_in(&self) -> Option<String> {
        self.ngay.map(|d| format!("{d:02}"))
    }

    /// The month as printed: only "tháng 1, 2 phải ghi thêm số 0 phía trước".
    pub fn thang_in(&self) -> Option<String> {
        self.thang.map(thang_in)
    }

    /// The calendar day that stands for this date where one is needed (file metadata, comparisons): the first of the
    /// known month, else of the year.
    pub fn moc(&self) -> (i32, u8, u8) {
        let part = |v: Option<u32>| v.and_then(|v| u8::try_from(v).ok()).unwrap_or(1);
        (self.nam, part(self.thang), part(self.ngay))
    }

    /// The calendar day, if all of it is known.
    pub fn tron(&self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.nam, self.thang?, self.ngay?)
    }

    /// Whether this date lies before another whatever their open parts turn out to be.
    pub fn surely_before(&self, other: &NgayVanBan) -> bool {
        let last = (self.nam, self.thang.unwrap_or(12), self.ngay.unwrap_or(31));
        last < (other.nam, other.thang.unwrap_or(1), other.ngay.unwrap_or(1))
    }

    /// "14/02/2017" for text; open parts are dots.
    pub fn viet_so(&self) -> String {
        let part = |v: Option<String>| v.unwrap_or_else(|| "…".to_owned());
        match NaiveDate::from_ymd_opt(self.nam, self.thang.unwrap_or(0), self.ngay.unwrap_or(0)) {
            Some(d) => format!("{:02}/{}/{}", d.day(), part(self.thang_in()), d.year()),
            None => format!("{}/{}/{}", part(self.ngay_in()), part(self.thang_in()), self.nam),
        }
    }
}

/// A month as printed: only "tháng 1, 2 phải ghi thêm số 0 phía trước" (II.4b).
pub fn thang_in(thang: u32) -> String {
    if thang <= 2 { format!("{thang:02}") } else { thang.to_string() }
}

impl From<NaiveDate> for NgayVanBan {
    fn from(date: NaiveDate) -> Self {
        NgayVanBan { ngay: Some(date.day()), thang: Some(date.month()), nam: date.year() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_shapes_of_the_format() {
        let full = NgayVanBan { ngay: Some(4), thang: Some(2), nam: 2017 };
        assert_eq!(NgayVanBan::parse("4/2/2017"), Ok(full));
        assert_eq!(NgayVanBan::parse("2017-02-04"), Ok(full));
        assert_eq!(NgayVanBan::parse("04-02-2017"), Ok(full));
        assert_eq!(NgayVanBan::parse("4/2024"), Ok(NgayVanBan { ngay: None, thang: Some(4), nam: 2024 }));
        assert_eq!(NgayVanBan::parse("31/4/2024"), Err(NgayError::KhongCo));
        assert_eq!(NgayVanBan::parse("29/02/2023"), Err(NgayError::KhongCo));
        assert_eq!(NgayVanBan::parse("ngày mai"), Err(NgayError::Dang));
        assert_eq!(NgayVanBan::parse("1/2/17"), Err(NgayError::Dang));
        assert_eq!(NgayVanBan::parse(""), Err(NgayError::Dang));
    }

    #[test]
    fn open_parts_prove_nothing() {
        let before = |a: &str, b: NgayVanBan| NgayVanBan::parse(a).expect("a date").surely_before(&b);
        assert!(before("31/12/2019", NgayVanBan::chi_nam(2020)));
        assert!(!before("01/01/2020", NgayVanBan::chi_nam(2020)));
        assert!(!NgayVanBan::chi_nam(2020).surely_before(&NgayVanBan::parse("31/12/2020").expect("a date")));
        assert!(before("3/2020", NgayVanBan::parse("1/4/2020").expect("a date")));
        assert!(!before("4/2020", NgayVanBan::parse("30/4/2020").expect("a date")));
    }

    #[test]
    fn pads_as_the_decree_says() {
        let d = NgayVanBan::parse("4/3/2020").expect("a date");
        assert_eq!((d.ngay_in().as_deref(), d.thang_in().as_deref()), (Some("04"), Some("3")));
        let d = NgayVanBan::parse("14/2/2020").expect("a date");
        assert_eq!(d.thang_in().as_deref(), Some("02"));
        assert_eq!(d.viet_so(), "14/02/2020");
    }
}
