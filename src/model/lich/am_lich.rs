//! The Vietnamese lunar calendar, by its rules and the times of new moons and of the sun at UTC+7.
//!
//! A month begins on the day of the new moon (sóc). Month 11 holds the winter solstice. Of thirteen months between two
//! months 11, the first that the sun spends within one twelfth of its way (no trung khí) is the leap month and bears
//! the number of the month before it. China reckons with UTC+8, so its Tết and its tenth of the third month are other
//! days in some years (Tết 1985, 2007, 2030, 2053; Giỗ Tổ 2009, 2037, 2038). New moons and the sun's place: the short
//! series of J. Meeus, right to a few minutes; no new moon of 1968–2100 that matters comes as near to midnight as that.

use chrono::{Datelike, NaiveDate};

/// Years for which UTC+7 is the calendar's: by Quyết định 121-CP of 1967 from 01/01/1968, and as far as the series was
/// compared with others.
const NAM: std::ops::RangeInclusive<i32> = 1968..=2100;

/// UTC+7 as a part of a day.
const MUI_GIO: f64 = 7.0 / 24.0;

/// Julian day number of chrono's day 0.
const JDN_CE: i32 = 1_721_425;

/// A day of the lunar calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NgayAm {
    /// 1 to 29 or 30.
    pub ngay: u32,
    /// 1 to 12; a leap month has the number of the month before it.
    pub thang: u32,
    /// Whether the month is a leap month.
    pub nhuan: bool,
    /// The lunar year, by the number of the solar year in which it begins.
    pub nam: i32,
}

/// One lunar month.
struct Thang {
    so: u32,
    nhuan: bool,
    /// First day, counted like chrono's days.
    dau: i32,
    /// First day of the next month.
    sau: i32,
}

/// The solar day of a lunar day. None: no such day in that year (a leap month in a year without it, a 30th of a short
/// month), or outside 01/01/1968 to 31/12/2100.
pub fn am_sang_duong(am: &NgayAm) -> Option<NaiveDate> {
    // Nothing outside the range is computed: the series know no bounds.
    if am.ngay < 1 || !(NAM.start() - 1..=*NAM.end()).contains(&am.nam) {
        return None;
    }
    let thang = cac_thang(am.nam).find(|t| t.so == am.thang && t.nhuan == am.nhuan)?;
    let ngay = thang.dau.checked_add(i32::try_from(am.ngay).ok()? - 1)?;
    NaiveDate::from_num_days_from_ce_opt(ngay).filter(|d| ngay < thang.sau && NAM.contains(&d.year()))
}

/// The lunar day of a solar day. None: before 01/01/1968 or after 31/12/2100.
pub fn duong_sang_am(ngay: NaiveDate) -> Option<NgayAm> {
    if !NAM.contains(&ngay.year()) {
        return None;
    }
    let so = ngay.num_days_from_ce();
    [ngay.year(), ngay.year() - 1].into_iter().find_map(|nam| {
        let thang = cac_thang(nam).find(|t| (t.dau..t.sau).contains(&so))?;
        let trong_thang = u32::try_from(so - thang.dau).ok()? + 1;
        Some(NgayAm { ngay: trong_thang, thang: thang.so, nhuan: thang.nhuan, nam })
    })
}

/// First day of a lunar year: tết Nguyên đán. None outside 1968–2100.
pub fn tet(nam: i32) -> Option<NaiveDate> {
    am_sang_duong(&NgayAm { ngay: 1, thang: 1, nhuan: false, nam })
}

/// Giỗ Tổ Hùng Vương: the tenth of the third month, never of a leap third month. None outside 1968–2100.
pub fn gio_to(nam: i32) -> Option<NaiveDate> {
    am_sang_duong(&NgayAm { ngay: 10, thang: 3, nhuan: false, nam })
}

/// The name of a lunar year, "Đinh Mùi" for 2027.
pub fn can_chi(nam: i32) -> String {
    const CAN: [&str; 10] = ["Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý"];
    const CHI: [&str; 12] = ["Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi"];
    // Year 4 was Giáp Tý. Reduced first: nothing overflows at the ends of i32.
    let trong_vong = (nam.rem_euclid(60) + 56) % 60;
    let ten = |ten: &[&'static str]| {
        ten.iter().cycle().nth(usize::try_from(trong_vong).unwrap_or_default()).copied().unwrap_or_default()
    };
    format!("{} {}", ten(&CAN), ten(&CHI))
}

/// The months of a lunar year in order, leap month included.
fn cac_thang(nam: i32) -> impl Iterator<Item = Thang> {
    let sau = std::iter::once_with(move || tu_thang_11(nam + 1)).flatten();
    tu_thang_11(nam).into_iter().filter(|t| t.so <= 10).chain(sau.filter(|t| t.so >= 11))
}

/// The months from month 11 of the lunar year before `nam` to month 10 (or leap 10) of `nam`.
fn tu_thang_11(nam: i32) -> Vec<Thang> {
    let (dau, cuoi) = (soc_thang_11(nam - 1), soc_thang_11(nam));
    let cac_soc: Vec<i32> = (dau..=cuoi).map(soc).collect();
    let khoang = || cac_soc.iter().zip(cac_soc.iter().skip(1));
    let nhuan = if cuoi - dau == 13 { khoang().position(|(dau, sau)| cung(*dau) == cung(*sau)) } else { None };
    let mut so = 10;
    let mut thang = Vec::new();
    for (i, (dau, sau)) in khoang().enumerate() {
        let la_nhuan = nhuan == Some(i);
        if !la_nhuan {
            so = so % 12 + 1;
        }
        thang.push(Thang { so, nhuan: la_nhuan, dau: *dau, sau: *sau });
    }
    thang
}

/// Number of the new moon that begins month 11 of a year: the last before or on the day of the winter solstice.
fn soc_thang_11(nam: i32) -> i32 {
    let cuoi_nam = NaiveDate::from_ymd_opt(nam, 12, 31).map_or(0, |d| d.num_days_from_ce());
    // New moon 0 was on 01/01/1900.
    #[allow(clippy::cast_possible_truncation, reason = "some thousands")]
    let mut k = (f64::from(cuoi_nam + JDN_CE - 2_415_021) / 29.530_588_853).floor() as i32;
    while soc(k) > cuoi_nam {
        k -= 1;
    }
    // A month that begins after the solstice (270°) is month 12.
    if cung(soc(k)) >= 9 { k - 1 } else { k }
}

/// The day, at UTC+7, of new moon `k`, counted from the first of 1900.
fn soc(k: i32) -> i32 {
    let k = f64::from(k);
    let t = k / 1236.85;
    let (t2, t3) = (t * t, t * t * t);
    let sin = |degrees: f64| degrees.to_radians().sin();
    // Mean anomalies of the sun and the moon, the moon's distance from its node, in degrees.
    let m = 359.2242 + 29.105_356_08 * k - 0.000_033_3 * t2 - 0.000_003_47 * t3;
    let mt = 306.0253 + 385.816_918_06 * k + 0.010_730_6 * t2 + 0.000_012_36 * t3;
    let f = 21.2964 + 390.670_506_46 * k - 0.001_652_8 * t2 - 0.000_002_39 * t3;
    let trung_binh = 2_415_020.759_33 + 29.530_588_68 * k + 0.000_117_8 * t2 - 0.000_000_155 * t3
        + 0.000_33 * sin(166.56 + 132.87 * t - 0.009_173 * t2);
    let lech = (0.1734 - 0.000_393 * t) * sin(m) + 0.0021 * sin(2.0 * m) - 0.4068 * sin(mt) + 0.0161 * sin(2.0 * mt)
        - 0.0004 * sin(3.0 * mt)
        + 0.0104 * sin(2.0 * f)
        - 0.0051 * sin(m + mt)
        - 0.0074 * sin(m - mt)
        + 0.0004 * sin(2.0 * f + m)
        - 0.0004 * sin(2.0 * f - m)
        - 0.0006 * sin(2.0 * f + mt)
        + 0.0010 * sin(2.0 * f - mt)
        + 0.0005 * sin(2.0 * mt + m);
    // From the uniform time of the series to the time of clocks.
    let delta_t = -0.000_278 + 0.000_265 * t + 0.000_262 * t2;
    #[allow(clippy::cast_possible_truncation, reason = "a Julian day")]
    let jdn = (trung_binh + lech - delta_t + 0.5 + MUI_GIO).floor() as i32;
    jdn - JDN_CE
}

/// In which twelfth of its way the sun is when a day begins at UTC+7: 0 from the spring equinox, 9 from the winter
/// solstice.
fn cung(ngay: i32) -> i32 {
    let jd = f64::from(ngay + JDN_CE) - 0.5 - MUI_GIO;
    let t = (jd - 2_451_545.0) / 36_525.0;
    let sin = |degrees: f64| degrees.to_radians().sin();
    let m = 357.529_10 + 35_999.050_30 * t - 0.000_155_9 * t * t;
    let tam =
        (1.914_600 - 0.004_817 * t) * sin(m) + (0.019_993 - 0.000_101 * t) * sin(2.0 * m) + 0.000_290 * sin(3.0 * m);
    // Aberration and the greatest term of nutation.
    let bieu_kien = -0.005_69 - 0.004_78 * sin(125.04 - 1_934.136 * t);
    let kinh_do = 280.466_45 + 36_000.769_83 * t + 0.000_303_2 * t * t + tam + bieu_kien;
    #[allow(clippy::cast_possible_truncation, reason = "0 to 11")]
    let cung = (kinh_do.rem_euclid(360.0) / 30.0).floor() as i32;
    cung
}
