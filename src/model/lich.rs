//! The calendar: how a day is written, the Vietnamese lunar calendar, working days.

mod am_lich;
mod doc;
mod ngay_nghi;

pub use am_lich::{NgayAm, am_sang_duong, can_chi, duong_sang_am, gio_to, tet};
pub(crate) use doc::{ngay_iso, ngay_iso_co_the};
pub use ngay_nghi::{ChuaCoNam, LichNghi, NgayLe, NghiNam};

use super::ngay::thang_in;
use chrono::{Datelike, NaiveDate, Weekday};

/// The weekday as the decree writes it (Phụ lục II, mục V.8c): "thứ Hai" to "thứ Bảy", "Chủ nhật".
pub fn thu(ngay: NaiveDate) -> &'static str {
    match ngay.weekday() {
        Weekday::Mon => "thứ Hai",
        Weekday::Tue => "thứ Ba",
        Weekday::Wed => "thứ Tư",
        Weekday::Thu => "thứ Năm",
        Weekday::Fri => "thứ Sáu",
        Weekday::Sat => "thứ Bảy",
        Weekday::Sun => "Chủ nhật",
    }
}

/// "27/02/2027", "01/5/2027": a zero before days under 10 and before months 1 and 2 (Phụ lục I, phần I, mục II.4b).
pub fn viet_so(ngay: NaiveDate) -> String {
    format!("{:02}/{}/{}", ngay.day(), thang_in(ngay.month()), ngay.year())
}

/// "ngày 27 tháng 02 năm 2027", with zeros as in [`viet_so`].
pub fn viet_chu(ngay: NaiveDate) -> String {
    format!("ngày {:02} tháng {} năm {}", ngay.day(), thang_in(ngay.month()), ngay.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ngay(nam: i32, thang: u32, ngay: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(nam, thang, ngay).expect("a day")
    }

    #[test]
    fn days_are_written_as_the_decree_says() {
        assert_eq!(viet_so(ngay(2027, 2, 27)), "27/02/2027");
        assert_eq!(viet_so(ngay(2027, 9, 2)), "02/9/2027");
        assert_eq!(viet_so(ngay(2027, 5, 1)), "01/5/2027");
        assert_eq!(viet_chu(ngay(2020, 3, 5)), "ngày 05 tháng 3 năm 2020");
        assert_eq!(viet_chu(ngay(2026, 11, 21)), "ngày 21 tháng 11 năm 2026");
    }

    #[test]
    fn weekdays_have_their_capitals() {
        let tuan: Vec<_> = (16..=22).map(|d| thu(ngay(2026, 11, d))).collect();
        assert_eq!(tuan, ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"]);
    }
}
