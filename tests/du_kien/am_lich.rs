//! The lunar calendar against the table of 2000–2050 and against what is known outside it.

use super::ngay;
use chrono::NaiveDate;
use vanthu::model::lich::{NgayAm, am_sang_duong, can_chi, duong_sang_am, gio_to, tet, thu};

fn am(ngay: u32, thang: u32, nhuan: bool, nam: i32) -> NgayAm {
    NgayAm { ngay, thang, nhuan, nam }
}

/// The leap month of a year, by asking for the first of each.
fn thang_nhuan(nam: i32) -> Vec<u32> {
    (1..=12).filter(|t| am_sang_duong(&am(1, *t, true, nam)).is_some()).collect()
}

#[test]
fn every_year_of_the_table() {
    let bang = include_str!("am_lich_2000_2050.tsv").lines().filter(|l| !l.starts_with('#'));
    let mut so_nam = 0;
    for dong in bang {
        let [nam, ten, ngay_tet, thu_tet, ngay_gio, thu_gio, nhuan, chap] = *dong.split('\t').collect::<Vec<_>>()
        else {
            panic!("eight columns: {dong}")
        };
        let nam: i32 = nam.parse().expect("a year");
        assert_eq!(can_chi(nam), ten);
        assert_eq!(tet(nam), Some(ngay(ngay_tet)), "Tết {nam}");
        assert_eq!(thu(ngay(ngay_tet)), thu_tet, "Tết {nam}");
        assert_eq!(gio_to(nam), Some(ngay(ngay_gio)), "Giỗ Tổ {nam}");
        assert_eq!(thu(ngay(ngay_gio)), thu_gio, "Giỗ Tổ {nam}");
        assert_eq!(thang_nhuan(nam), nhuan.parse().ok().into_iter().collect::<Vec<u32>>(), "leap month of {nam}");
        let cuoi_chap = duong_sang_am(ngay(ngay_tet).pred_opt().expect("a day")).expect("in range");
        assert_eq!((cuoi_chap.ngay.to_string().as_str(), cuoi_chap.thang, cuoi_chap.nam), (chap, 12, nam - 1));
        so_nam += 1;
    }
    assert_eq!(so_nam, 51);
}

#[test]
fn years_outside_the_table() {
    assert_eq!(duong_sang_am(ngay("1985-01-21")), Some(am(1, 1, false, 1985)));
    assert_eq!(duong_sang_am(ngay("1991-02-15")), Some(am(1, 1, false, 1991)));
    assert_eq!(duong_sang_am(ngay("2053-02-18")), Some(am(1, 1, false, 2053)));
    // New moons sixteen minutes after and eight before midnight.
    assert_eq!(duong_sang_am(ngay("2062-04-10")), Some(am(1, 3, false, 2062)));
    assert_eq!(duong_sang_am(ngay("2086-04-13")), Some(am(1, 3, false, 2086)));
    // The first two years of UTC+7.
    assert_eq!((tet(1968), tet(1969)), (Some(ngay("1968-01-29")), Some(ngay("1969-02-16"))));
    assert_eq!([1984, 1985, 2027].map(can_chi), ["Giáp Tý", "Ất Sửu", "Đinh Mùi"]);
}

#[test]
fn the_years_that_differ_from_chinas() {
    for (nam, viet_nam, trung_quoc) in [
        (1985, "1985-01-21", "1985-02-20"),
        (2007, "2007-02-17", "2007-02-18"),
        (2030, "2030-02-02", "2030-02-03"),
        (2053, "2053-02-18", "2053-02-19"),
    ] {
        assert_eq!(tet(nam), Some(ngay(viet_nam)));
        assert_ne!(tet(nam), Some(ngay(trung_quoc)));
    }
    assert_eq!([thang_nhuan(1984), thang_nhuan(1985), thang_nhuan(1987)], [vec![], vec![2], vec![7]]);
    assert_eq!(thang_nhuan(2033), [11]);
    let gio = [2009, 2037, 2038, 2085, 2086, 2095, 2100].map(|nam| gio_to(nam).expect("in range").to_string());
    assert_eq!(gio, ["2009-04-04", "2037-04-24", "2038-04-13", "2085-04-03", "2086-04-22", "2095-04-13", "2100-04-18"]);
}

#[test]
fn every_day_there_and_back() {
    let mut truoc: Option<NgayAm> = None;
    for d in ngay("1968-01-01").iter_days().take_while(|d| *d <= ngay("2100-12-31")) {
        let lich = duong_sang_am(d).unwrap_or_else(|| panic!("{d} has a lunar day"));
        assert_eq!(am_sang_duong(&lich), Some(d), "{lich:?}");
        // A day follows the one before it, or begins a month after 29 or 30 days.
        if let Some(truoc) = truoc {
            let ke = lich.ngay == truoc.ngay + 1 && lich.thang == truoc.thang && lich.nhuan == truoc.nhuan;
            assert!(ke || (lich.ngay == 1 && [29, 30].contains(&truoc.ngay)), "{truoc:?} then {lich:?}");
        }
        truoc = Some(lich);
    }
}

#[test]
fn days_that_do_not_exist_are_refused() {
    assert_eq!(am_sang_duong(&am(1, 2, true, 2024)), None, "2024 has no leap month");
    assert_eq!(am_sang_duong(&am(1, 5, true, 2025)), None, "2025 has leap month 6");
    assert_eq!(am_sang_duong(&am(1, 6, true, 2025)), Some(ngay("2025-07-25")));
    assert_eq!(am_sang_duong(&am(30, 12, false, 2024)), None, "Chạp before Tết 2025 has 29 days");
    assert_eq!(am_sang_duong(&am(30, 12, false, 2023)), Some(ngay("2024-02-09")));
    for khong in [
        am(0, 1, false, 2024),
        am(u32::MAX, 1, false, 2024),
        am(2_147_483_647, 1, false, 2024),
        am(31, 1, false, 2024),
        am(1, 0, false, 2024),
        am(1, 13, false, 2024),
    ] {
        assert_eq!(am_sang_duong(&khong), None, "{khong:?}");
    }
    assert_eq!((tet(1967), tet(2101), tet(i32::MAX), tet(i32::MIN)), (None, None, None, None));
    assert_eq!((duong_sang_am(ngay("1967-12-31")), duong_sang_am(ngay("2101-01-01"))), (None, None));
    assert_eq!(duong_sang_am(NaiveDate::MAX), None);
    // The last days of the lunar year 2100 lie in 2101.
    assert_eq!(am_sang_duong(&am(29, 12, false, 2100)), None);
}
