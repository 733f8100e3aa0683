//! Working days by notice, and by law alone where no notice is known.

use super::{nap, ngay};
use vanthu::load::du_kien;
use vanthu::model::lich::{ChuaCoNam, LichNghi, viet_so};

fn lich() -> LichNghi {
    nap(du_kien::ngay_nghi)
}

#[test]
fn swapped_days_count() {
    let lich = lich();
    let lam = |d: &str| lich.la_ngay_lam_viec(ngay(d)).expect("a year with notice");
    // 2026: Friday 02/01 for Saturday 10/01, Monday 31/8 for Saturday 22/8.
    assert_eq!(["2026-01-02", "2026-01-10", "2026-08-31", "2026-08-22"].map(lam), [false, true, false, true]);
    // 31/12/2018 was worked off on 05/01/2019.
    assert_eq!(["2018-12-31", "2019-01-05", "2019-01-12"].map(lam), [false, true, false]);
    // Giỗ Tổ 2026 is a Sunday: Monday is off.
    assert_eq!(["2026-04-26", "2026-04-27", "2026-04-28"].map(lam), [false, false, true]);
    assert_eq!(["2026-11-24", "2025-11-24"].map(lam), [false, true]);
}

#[test]
fn so_many_days_are_off_as_the_law_gives() {
    // Beside weekends and swaps: 10 days, 11 from 2021, 12 from 2026 (Điều 112).
    let lich = lich();
    for nam in 2015..=2026 {
        let cuoi_tuan = |d: &chrono::NaiveDate| ["thứ Bảy", "Chủ nhật"].contains(&vanthu::model::lich::thu(*d));
        let nghi = lich.nam[&nam].nghi.iter().filter(|d| !cuoi_tuan(d)).count();
        // Of swaps over the new year one half lies in another year.
        let doi = match nam {
            2015 => 3,
            2018 => 1,
            2019 => 1,
            _ => lich.nam[&nam].lam_bu.len(),
        };
        let le = if nam < 2021 {
            10
        } else if nam < 2026 {
            11
        } else {
            12
        };
        assert_eq!(nghi, le + doi, "{nam}");
        assert!(lich.nam[&nam].lam_bu.iter().all(cuoi_tuan), "{nam}");
    }
}

#[test]
fn counting_goes_over_tet() {
    let lich = lich();
    let cong = |d: &str, n| {
        let (den, thieu) = lich.cong_ngay_lam_viec(ngay(d), n);
        (viet_so(den), thieu)
    };
    // Friday 13/02/2026, then nine days of Tết.
    assert_eq!(cong("2026-02-13", 1), ("23/02/2026".to_owned(), vec![]));
    assert_eq!(cong("2026-02-13", 0), ("13/02/2026".to_owned(), vec![]));
    // Monday of the swap is not there, the Saturday before is.
    assert_eq!(cong("2026-08-20", 2), ("22/8/2026".to_owned(), vec![]));
    assert_eq!(cong("2026-08-28", 1), ("03/9/2026".to_owned(), vec![]));
}

#[test]
fn a_year_without_notice_is_said() {
    let lich = lich();
    assert_eq!(lich.la_ngay_lam_viec(ngay("2027-03-01")), Err(ChuaCoNam(2027)));
    // 31/12/2026 is a Thursday; 01/01/2027 a holiday by law.
    let (den, thieu) = lich.cong_ngay_lam_viec(ngay("2026-12-31"), 1);
    assert_eq!((viet_so(den).as_str(), thieu), ("04/01/2027", vec![2027]));
    // Saturday 01/5/2027 gives Monday.
    let (den, thieu) = lich.ngay_lam_viec_tu(ngay("2027-04-30"));
    assert_eq!((viet_so(den).as_str(), thieu), ("04/5/2027", vec![2027]));
    assert_eq!(lich.ngay_lam_viec_tu(ngay("2026-11-21")), (ngay("2026-11-23"), vec![]));
    let luat: Vec<_> = lich.nghi_theo_luat(2027).into_iter().map(viet_so).collect();
    // Tết falls on Saturday and Sunday: two days more.
    assert_eq!(
        luat.join(" "),
        "01/01/2027 05/02/2027 06/02/2027 07/02/2027 08/02/2027 09/02/2027 10/02/2027 11/02/2027 16/4/2027 30/4/2027 \
         01/5/2027 03/5/2027 02/9/2027 24/11/2027"
    );
    // The end of chrono's calendar is reached without a fall.
    assert_eq!(lich.cong_ngay_lam_viec(chrono::NaiveDate::MAX, 2), (chrono::NaiveDate::MAX, vec![]));
}
