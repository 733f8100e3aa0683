//! Commemorations: the counts and texts that were given with the data, and the traps.

use super::{nap, ngay};
use vanthu::load::du_kien;
use vanthu::model::du_kien::{DanhMucKyNiem, NgayKyNiem, loai_nam};

fn so() -> DanhMucKyNiem {
    nap(du_kien::ky_niem)
}

fn cua<'a>(so: &'a DanhMucKyNiem, ma: &str) -> &'a NgayKyNiem {
    so.get(ma).unwrap_or_else(|| panic!("{ma} is there"))
}

#[test]
fn counts_and_texts() {
    let so = so();
    for (ma, nam, n, loai, chuoi) in [
        (
            "thay_thuoc_viet_nam",
            2020,
            65,
            "năm lẻ 5",
            "kỷ niệm 65 năm Ngày Thầy thuốc Việt Nam (27/02/1955 - 27/02/2020)",
        ),
        (
            "thay_thuoc_viet_nam",
            2025,
            70,
            "năm tròn",
            "kỷ niệm 70 năm Ngày Thầy thuốc Việt Nam (27/02/1955 - 27/02/2025)",
        ),
        (
            "thay_thuoc_viet_nam",
            2027,
            72,
            "năm khác",
            "kỷ niệm 72 năm Ngày Thầy thuốc Việt Nam (27/02/1955 - 27/02/2027)",
        ),
        (
            "thanh_lap_dang",
            2020,
            90,
            "năm tròn",
            "kỷ niệm 90 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/2020)",
        ),
        (
            "thanh_lap_dang",
            2027,
            97,
            "năm khác",
            "kỷ niệm 97 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/2027)",
        ),
        (
            "thanh_lap_dang",
            2030,
            100,
            "năm tròn",
            "kỷ niệm 100 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/2030)",
        ),
        (
            "thi_dua_yeu_nuoc",
            2023,
            75,
            "năm lẻ 5",
            "kỷ niệm 75 năm Ngày Chủ tịch Hồ Chí Minh ra Lời kêu gọi thi đua ái quốc (11/6/1948 - 11/6/2023)",
        ),
        (
            "thi_dua_yeu_nuoc",
            2028,
            80,
            "năm tròn",
            "kỷ niệm 80 năm Ngày Chủ tịch Hồ Chí Minh ra Lời kêu gọi thi đua ái quốc (11/6/1948 - 11/6/2028)",
        ),
        (
            "quan_doi_nhan_dan",
            2024,
            80,
            "năm tròn",
            "kỷ niệm 80 năm Ngày thành lập Quân đội nhân dân Việt Nam (22/12/1944 - 22/12/2024)",
        ),
        (
            "quoc_phong_toan_dan",
            2024,
            35,
            "năm lẻ 5",
            "kỷ niệm 35 năm Ngày hội Quốc phòng toàn dân (22/12/1989 - 22/12/2024)",
        ),
        ("nha_giao", 2026, 44, "năm khác", "kỷ niệm 44 năm Ngày Nhà giáo Việt Nam (20/11/1982 - 20/11/2026)"),
        ("nha_giao", 2027, 45, "năm lẻ 5", "kỷ niệm 45 năm Ngày Nhà giáo Việt Nam (20/11/1982 - 20/11/2027)"),
        (
            "quoc_khanh",
            2027,
            82,
            "năm khác",
            "kỷ niệm 82 năm Ngày Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam (02/9/1945 - 02/9/2027)",
        ),
        ("dan_so_viet_nam", 2026, 65, "năm lẻ 5", "kỷ niệm 65 năm Ngày Dân số Việt Nam (26/12/1961 - 26/12/2026)"),
        ("dan_so_viet_nam", 2027, 66, "năm khác", "kỷ niệm 66 năm Ngày Dân số Việt Nam (26/12/1961 - 26/12/2027)"),
        (
            "cong_doan",
            2029,
            100,
            "năm tròn",
            "kỷ niệm 100 năm Ngày thành lập Công đoàn Việt Nam (28/7/1929 - 28/7/2029)",
        ),
        (
            "mat_tran",
            2030,
            100,
            "năm tròn",
            "kỷ niệm 100 năm Ngày thành lập Mặt trận Dân tộc thống nhất Việt Nam - Ngày truyền thống Mặt trận Tổ quốc Việt Nam (18/11/1930 - 18/11/2030)",
        ),
    ] {
        let ky_niem = cua(&so, ma);
        assert_eq!(ky_niem.so_nam(nam), Some(n), "{ma} {nam}");
        assert_eq!(loai_nam(n), loai, "{ma} {nam}");
        assert_eq!(ky_niem.day_du(nam).as_deref(), Some(chuoi));
    }
    assert_eq!(so.iter().count(), 101);
}

#[test]
fn years_are_counted_from_the_right_one() {
    let so = so();
    let n = |ma| cua(&so, ma).so_nam(2027);
    // 20/11 from 1982, not 1958; 13/10 from 2004, not 1945.
    assert_eq!((n("nha_giao"), n("doanh_nhan")), (Some(45), Some(23)));
    // One day, several counts.
    assert_eq!((n("quan_doi_nhan_dan"), n("quoc_phong_toan_dan")), (Some(83), Some(38)));
    assert_eq!(
        (n("cach_mang_thang_tam"), n("cong_an_nhan_dan"), n("bao_ve_an_ninh_to_quoc")),
        (Some(82), Some(82), Some(22))
    );
    let cung_ngay = |d, t| so.iter().filter(|k| (k.ngay, k.thang) == (d, t)).count();
    assert_eq!([cung_ngay(14, 10), cung_ngay(28, 8), cung_ngay(7, 4), cung_ngay(22, 12)], [2, 5, 3, 2]);
}

#[test]
fn what_is_not_counted_has_no_count() {
    let so = so();
    for ma in ["gio_to_hung_vuong", "tet_nguyen_dan", "nan_nhan_da_cam", "van_hoa_viet_nam", "chuyen_doi_so"] {
        assert_eq!((cua(&so, ma).so_nam(2027), cua(&so, ma).day_du(2027)), (None, None), "{ma}");
    }
    let thay_thuoc = cua(&so, "thay_thuoc_viet_nam");
    assert_eq!((thay_thuoc.so_nam(1955), thay_thuoc.so_nam(1956)), (None, Some(1)));
    assert_eq!((thay_thuoc.so_nam(1950), thay_thuoc.so_nam(i32::MIN), thay_thuoc.so_nam(i32::MAX)), (None, None, None));
    assert_eq!(thay_thuoc.goi_so_nam(2027).as_deref(), Some("kỷ niệm 72 năm Ngày Thầy thuốc Việt Nam"));
    assert_eq!(
        cua(&so, "di_chuc_ho_chi_minh").day_du(2019).as_deref(),
        Some("kỷ niệm 50 năm thực hiện Di chúc của Chủ tịch Hồ Chí Minh (1969 - 2019)")
    );
}

#[test]
fn days_of_a_year() {
    let so = so();
    assert_eq!(cua(&so, "gio_to_hung_vuong").ngay(2027), Some(ngay("2027-04-16")));
    assert_eq!(cua(&so, "tet_nguyen_dan").ngay(2030), Some(ngay("2030-02-02")));
    assert_eq!(cua(&so, "thay_thuoc_viet_nam").ngay(2027), Some(ngay("2027-02-27")));
    // Days that exist only since 2026.
    for ma in ["van_hoa_viet_nam", "suc_khoe_toan_dan"] {
        assert_eq!((cua(&so, ma).ngay(2025), cua(&so, ma).ngay(2026).is_some()), (None, true), "{ma}");
    }
    assert!(so.iter().all(|k| k.ngay(2027).is_some()), "every day has a date");
}

#[test]
fn names_are_found_in_text() {
    let so = so();
    let tim = |text: &str| so.tim(text).map(|(cho, k)| (text[cho].to_owned(), k.ma.clone()));
    let found = |ten: &str, ma: &str| Some((ten.to_owned(), ma.to_owned()));
    assert_eq!(
        tim("hướng tới kỷ niệm 65 năm ngày Thầy thuốc Việt Nam (27/2)"),
        found("ngày Thầy thuốc Việt Nam", "thay_thuoc_viet_nam")
    );
    assert_eq!(
        tim("CHÀO MỪNG 90 NĂM NGÀY THÀNH LẬP ĐẢNG CỘNG SẢN VIỆT NAM"),
        found("NGÀY THÀNH LẬP ĐẢNG CỘNG SẢN VIỆT NAM", "thanh_lap_dang")
    );
    assert_eq!(tim("Ngày Quốc khánh 02/9"), found("Ngày Quốc khánh", "quoc_khanh"));
    let dai = "Ngày Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam";
    assert_eq!(tim(dai), found(dai, "quoc_khanh"));
    // The longest of several, and whole words only.
    assert_eq!(
        tim("Ngày Phụ nữ Việt Nam và Ngày Thầy thuốc Việt Nam"),
        found("Ngày Thầy thuốc Việt Nam", "thay_thuoc_viet_nam")
    );
    assert_eq!((tim("ngày Thầy thuốc"), tim("pháp luật Việt Nam"), tim("")), (None, None, None));
}
