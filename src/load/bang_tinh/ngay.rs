//! Dates and times of a sheet as a document writes them: "14/02/2027", days below 10 and the months 1 and 2 with a zero
//! (NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 4), whichever of day, month, year and time the cell shows.

use crate::model::ngay::thang_in;
use calamine::ExcelDateTime;
use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};

/// What a number format shows of a point in time.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct KieuNgay {
    ngay: bool,
    thang: bool,
    nam: bool,
    gio: bool,
    phut: bool,
    giay: bool,
}

impl KieuNgay {
    /// Reads a format code: `dd/mm/yyyy`, `[$-42A]d mmmm yyyy`, `h:mm`. One without any of these shows the date.
    pub(super) fn new(ma: &str) -> Self {
        let ma = ma.to_ascii_lowercase().replace("am/pm", "").replace("a/p", "");
        let mut runs: Vec<(char, usize)> = Vec::new();
        let (mut chars, mut last) = (ma.chars(), ' ');
        while let Some(c) = chars.next() {
            match c {
                ';' => break,
                '"' => drop(chars.by_ref().find(|c| *c == '"')),
                '\\' | '_' | '*' => drop(chars.next()),
                // [$-42A] is a language; [h] the hours of a span of time.
                '[' => {
                    let inner: String = chars.by_ref().take_while(|c| *c != ']').collect();
                    runs.extend(inner.chars().next().filter(|c| "hms".contains(*c)).map(|c| (c, 1)));
                }
                'd' | 'm' | 'y' | 'h' | 's' => match runs.last_mut().filter(|run| run.0 == c && last == c) {
                    Some(run) => run.1 += 1,
                    None => runs.push((c, 1)),
                },
                _ => {}
            }
            last = c;
        }
        let mut kieu = KieuNgay::default();
        for (i, (c, length)) in runs.iter().enumerate() {
            let beside = |at: Option<usize>, c| at.and_then(|at| runs.get(at)).is_some_and(|run| run.0 == c);
            match c {
                'd' => kieu.ngay |= *length < 3,
                'y' => kieu.nam = true,
                'h' => kieu.gio = true,
                's' => kieu.giay = true,
                _ if beside(i.checked_sub(1), 'h') || beside(Some(i + 1), 's') => kieu.phut = true,
                _ => kieu.thang = true,
            }
        }
        if kieu == KieuNgay::default() {
            kieu = KieuNgay { ngay: true, thang: true, nam: true, ..kieu };
        }
        kieu
    }

    fn co_ngay(self) -> bool {
        self.ngay || self.thang || self.nam
    }

    /// The point in time; `None` for what no calendar has, as a 0 in a cell of dates.
    pub(super) fn hien(self, when: &ExcelDateTime) -> Option<String> {
        if when.is_duration() {
            return self.khoang(when.as_f64());
        }
        let (nam, thang, ngay, gio, phut, giay, _) = when.to_ymd_hms_milli();
        let value = when.as_f64();
        // Day 0 of 1900 is no day; with a time alone it stands for none.
        let early = *when == ExcelDateTime::new(value, calamine::ExcelDateTimeType::DateTime, false) && value < 1.0;
        if !(0.0..2_958_466.0).contains(&value) || early && self.co_ngay() {
            return None;
        }
        let date = NaiveDate::from_ymd_opt(nam.into(), thang.into(), ngay.into())?;
        Some(self.viet(date.and_hms_opt(gio.into(), phut.into(), giay.into())?))
    }

    /// The same for a cell that holds ISO 8601, as LibreOffice and strict Open XML write.
    pub(super) fn hien_iso(self, text: &str) -> Option<String> {
        let text = text.trim_end_matches('Z');
        let date = || NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?.and_hms_opt(0, 0, 0);
        let when = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f").ok().or_else(date)?;
        Some(self.viet(when))
    }

    fn viet(self, when: NaiveDateTime) -> String {
        let mut parts = Vec::new();
        if self.ngay {
            parts.push(format!("{:02}", when.day()));
        }
        if self.thang || self.ngay {
            parts.push(thang_in(when.month()));
        }
        if self.nam {
            parts.push(when.year().to_string());
        }
        let time = self.thoi_gian(when.hour(), when.minute(), when.second());
        [parts.join("/"), time].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    fn thoi_gian(self, gio: u32, phut: u32, giay: u32) -> String {
        match (self.gio, self.giay) {
            (true, true) => format!("{gio:02}:{phut:02}:{giay:02}"),
            (true, false) => format!("{gio:02}:{phut:02}"),
            (false, true) => format!("{phut:02}:{giay:02}"),
            (false, false) if self.phut => format!("{phut:02}"),
            (false, false) => String::new(),
        }
    }

    /// A span of time in days: "27:30".
    fn khoang(self, days: f64) -> Option<String> {
        let seconds = (days * 86_400.0).round();
        if !(0.0..1e9).contains(&seconds) {
            return None;
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "looked at in the line above")]
        let seconds = seconds as u32;
        Some(KieuNgay { gio: true, ..self }.thoi_gian(seconds / 3600, seconds / 60 % 60, seconds % 60))
    }
}

#[cfg(test)]
mod tests {
    use super::KieuNgay;
    use calamine::{ExcelDateTime, ExcelDateTimeType};

    #[test]
    fn a_date_is_shown_as_documents_write_it() {
        // 46432 is 14/02/2027.
        let cases: [(&str, f64, Option<&str>); 17] = [
            ("dd/mm/yyyy", 46_432.0, Some("14/02/2027")),
            ("mm-dd-yy", 46_432.0, Some("14/02/2027")),
            ("d/m/yy", 46_451.0, Some("05/3/2027")),
            ("[$-42A]d mmmm yyyy;@", 46_432.0, Some("14/02/2027")),
            ("[$-F800]dddd, mmmm dd, yyyy", 46_432.0, Some("14/02/2027")),
            ("\"Ngày \"dd\" tháng \"mm\" năm \"yyyy", 46_432.0, Some("14/02/2027")),
            ("General", 46_432.0, Some("14/02/2027")),
            ("mm/yyyy", 46_432.0, Some("02/2027")),
            ("yyyy", 46_432.0, Some("2027")),
            ("d-mmm", 46_432.0, Some("14/02")),
            ("m/d/yy h:mm", 46_432.354_166_666_664, Some("14/02/2027 08:30")),
            ("h:mm AM/PM", 0.604_166_666_666_666_6, Some("14:30")),
            ("h:mm:ss", 0.354_224_537_037_037, Some("08:30:05")),
            ("mm:ss", 0.354_224_537_037_037, Some("30:05")),
            ("dd/mm/yyyy", 0.0, None),
            ("dd/mm/yyyy", -5.0, None),
            ("dd/mm/yyyy", 3e6, None),
        ];
        for (code, value, shown) in cases {
            let when = ExcelDateTime::new(value, ExcelDateTimeType::DateTime, false);
            assert_eq!(KieuNgay::new(code).hien(&when).as_deref(), shown, "{code} of {value}");
        }
        let mac = ExcelDateTime::new(44_970.0, ExcelDateTimeType::DateTime, true);
        assert_eq!(KieuNgay::new("dd/mm/yyyy").hien(&mac).as_deref(), Some("14/02/2027"));
        let span = ExcelDateTime::new(1.145_833_333_333_333_3, ExcelDateTimeType::TimeDelta, false);
        assert_eq!(KieuNgay::new("[h]:mm").hien(&span).as_deref(), Some("27:30"));
        assert_eq!(KieuNgay::new("[h]:mm:ss").hien(&span).as_deref(), Some("27:30:00"));
        assert_eq!(KieuNgay::new("dd/mm/yyyy").hien_iso("2027-03-05T00:00:00").as_deref(), Some("05/3/2027"));
        assert_eq!(KieuNgay::new("dd/mm/yyyy").hien_iso("2027-03-05").as_deref(), Some("05/3/2027"));
        assert_eq!(KieuNgay::new("dd/mm/yyyy").hien_iso("mai"), None);
    }
}
