//! Plan periods and terms.

use super::nap;
use vanthu::load::du_kien;

#[test]
fn periods_of_a_year() {
    let so = nap(du_kien::giai_doan);
    let viet = |ma: &str, nam| so.get(ma).expect("a known key").viet(nam).unwrap_or_default();
    assert_eq!(viet("ke_hoach_5_nam", 2025), "giai đoạn 2021 - 2025");
    assert_eq!(viet("ke_hoach_5_nam", 2026), "giai đoạn 2026 - 2030");
    assert_eq!(viet("ke_hoach_5_nam", 2030), "giai đoạn 2026 - 2030");
    assert_eq!(viet("ke_hoach_5_nam", 2017), "giai đoạn 2016 - 2020");
    assert_eq!(viet("chien_luoc_10_nam", 2027), "giai đoạn 2021 - 2030");
    assert_eq!(viet("dang_bo", 2017), "nhiệm kỳ 2015 - 2020");
    assert_eq!(viet("dang_bo", 2027), "nhiệm kỳ 2025 - 2030");
    assert_eq!(viet("hoi_dong_nhan_dan", 2022), "nhiệm kỳ 2021 - 2026");
    let ke_hoach = so.get("ke_hoach_5_nam").expect("a known key");
    assert_eq!([2025, 2026, 2027].map(|nam| ke_hoach.nam_thu(nam)), [Some(5), Some(1), Some(2)]);
    assert_eq!((ke_hoach.viet(2000), ke_hoach.cua_nam(i32::MIN), ke_hoach.cua_nam(i32::MAX)), (None, None, None));
}

#[test]
fn the_year_where_two_terms_meet_is_the_new_ones() {
    let so = nap(du_kien::giai_doan);
    let quoc_hoi = so.get("quoc_hoi").expect("a known key");
    assert_eq!(
        [2025, 2026, 2027].map(|nam| quoc_hoi.cua_nam(nam)),
        [Some((2021, 2026)), Some((2026, 2031)), Some((2026, 2031))]
    );
    assert_eq!([2022, 2026].map(|nam| quoc_hoi.khoa(nam).unwrap_or_default()), ["XV", "XVI"]);
    let dang = so.get("dang_toan_quoc").expect("a known key");
    assert_eq!([2021, 2026].map(|nam| dang.khoa(nam).unwrap_or_default()), ["XIII", "XIV"]);
    assert_eq!(so.get("dang_bo").expect("a known key").khoa(2027), None);
}
