//! Provinces before and after 01/7/2025, and their names in text.

use super::{nap, ngay};
use vanthu::load::du_kien;
use vanthu::model::du_kien::{DanhMucTinhThanh, KhongDung};

fn so() -> DanhMucTinhThanh {
    nap(du_kien::tinh_thanh)
}

#[test]
fn names_on_a_day() {
    let so = so();
    let ten = |key: &str, d: &str| so.ten(key, ngay(d));
    assert_eq!(ten("dong_nai", "2026-04-29").as_deref(), Ok("tỉnh Đồng Nai"));
    assert_eq!(ten("dong_nai", "2026-04-30").as_deref(), Ok("thành phố Đồng Nai"));
    assert_eq!(ten("ho_chi_minh", "2026-11-21").as_deref(), Ok("Thành phố Hồ Chí Minh"));
    assert_eq!(ten("hue", "2025-01-01").as_deref(), Ok("thành phố Huế"));
    assert_eq!(ten("hue", "2024-12-31"), Err(KhongDung::ChuaCo { tu: ngay("2025-01-01") }));
    assert_eq!(ten("thai_binh", "2025-06-30").as_deref(), Ok("tỉnh Thái Bình"));
    let khong_con = |tu, nay: &str, key: &str| {
        Err(KhongDung::KhongCon { tu: ngay(tu), nay: nay.to_owned(), key_nay: key.to_owned() })
    };
    assert_eq!(ten("thai_binh", "2025-07-01"), khong_con("2025-07-01", "tỉnh Hưng Yên", "hung_yen"));
    // What it belongs to is called by its name of that day.
    assert_eq!(ten("binh_phuoc", "2026-01-01"), khong_con("2025-07-01", "tỉnh Đồng Nai", "dong_nai"));
    assert_eq!(ten("binh_phuoc", "2026-05-01"), khong_con("2025-07-01", "thành phố Đồng Nai", "dong_nai"));
    assert_eq!(ten("thua_thien_hue", "2026-01-01"), khong_con("2025-01-01", "thành phố Huế", "hue"));
    assert_eq!(ten("sai_gon", "2026-01-01"), Err(KhongDung::KhongBiet));
}

#[test]
fn plain_names_lead_to_units() {
    let so = so();
    let ma = |ten: &str| so.theo_ten(ten).map(|t| t.ma.as_str());
    assert_eq!(
        [ma("Thái Bình"), ma("HOÀ BÌNH"), ma("Bà Rịa - Vũng Tàu")],
        [Some("thai_binh"), Some("hoa_binh"), Some("ba_ria_vung_tau")]
    );
    assert_eq!([ma("Thành phố Hồ Chí Minh"), ma("Hồ Chí Minh")], [Some("ho_chi_minh"); 2]);
    assert_eq!([ma("Quy Nhơn"), ma("Thái Bình Dương"), ma("")], [None; 3]);
}

#[test]
fn so_many_units_at_each_time() {
    let so = so();
    let dem = |d: &str| {
        let ten: Vec<_> = so.iter().filter_map(|t| so.ten(&t.ma, ngay(d)).ok()).collect();
        (ten.len(), ten.iter().filter(|t| t.starts_with("tỉnh ")).count())
    };
    assert_eq!(dem("2008-07-31"), (64, 59));
    assert_eq!(dem("2024-12-31"), (63, 58));
    assert_eq!(dem("2025-06-30"), (63, 57));
    assert_eq!(dem("2025-07-01"), (34, 28));
    assert_eq!(dem("2026-04-30"), (34, 27));
    assert_eq!(dem("2026-09-01"), (34, 26));
    assert_eq!(dem("2026-11-21"), (34, 25));
    for t in so.iter() {
        assert!(t.het.as_ref().is_none_or(|het| so.get(&het.vao).is_some()), "{}", t.ma);
    }
}

/// The names that are no longer right, and what they are today.
fn cu(text: &str, d: &str) -> Vec<String> {
    so().cu_trong(text, ngay(d)).into_iter().map(|c| format!("{} -> {}", &text[c.cho], c.nay)).collect()
}

#[test]
fn old_names_in_text() {
    let nay = "2026-11-21";
    assert_eq!(cu("Kính gửi: UBND tỉnh Thái Bình.", nay), ["tỉnh Thái Bình -> tỉnh Hưng Yên"]);
    assert_eq!(cu("UBND TỈNH THÁI BÌNH", nay), ["TỈNH THÁI BÌNH -> tỉnh Hưng Yên"]);
    assert_eq!(cu("Sở Y tế Bình Định", nay), ["Bình Định -> tỉnh Gia Lai"]);
    assert_eq!(cu("Sở Lao động - Thương binh và Xã hội Hoà Bình", nay), ["Hoà Bình -> tỉnh Phú Thọ"]);
    assert_eq!(cu("HĐND, UBND Bắc Giang", nay), ["Bắc Giang -> thành phố Bắc Ninh"]);
    assert_eq!(cu("tỉnh Bà Rịa - Vũng Tàu", nay), ["tỉnh Bà Rịa - Vũng Tàu -> Thành phố Hồ Chí Minh"]);
    assert_eq!(
        cu("các tỉnh Thái Bình, Hưng Yên, Nam Định và Hà Nam", nay),
        ["tỉnh Thái Bình -> tỉnh Hưng Yên", "Nam Định -> tỉnh Ninh Bình", "Hà Nam -> tỉnh Ninh Bình"]
    );
    // In its own time the name is right.
    assert!(cu("UBND tỉnh Thái Bình, Sở Y tế Bình Định", "2025-06-30").is_empty());
}

#[test]
fn a_province_that_became_a_city() {
    assert_eq!(cu("UBND tỉnh Đồng Nai", "2026-04-30"), ["tỉnh Đồng Nai -> thành phố Đồng Nai"]);
    assert!(cu("UBND tỉnh Đồng Nai", "2026-04-29").is_empty());
    assert!(cu("Sở Y tế Đồng Nai; UBND thành phố Đồng Nai", "2026-11-21").is_empty());
    assert_eq!(cu("tỉnh Thừa Thiên Huế", "2025-01-01"), ["tỉnh Thừa Thiên Huế -> thành phố Huế"]);
}

#[test]
fn what_is_no_province_or_rightly_old() {
    let nay = "2026-11-21";
    for dung in [
        "thái bình thịnh trị, hòa bình ở Việt Nam",
        "Thái Bình",
        "thành phố Thái Bình",
        "Hội nghị Sở Y tế tổ chức tại Thái Bình",
        "Sở Ngoại vụ Thái Bình Dương",
        "đường Bình Định, phường Hà Nam",
        "Bệnh viện Đa khoa Thái Bình",
        "Ban Liên lạc Hòa Bình",
        "tỉnh Thái Bình (cũ)",
        "tỉnh Thái Bình trước sắp xếp",
        "Chỉ thị số 01/CT-UBND ngày 07/01/2020 của UBND tỉnh Đồng Nai",
        "Kế hoạch số 13/KH-SYT ngày 14 tháng 02 năm 2017 của Sở Y tế tỉnh Thái Bình",
        "UBND tỉnh Hà Tĩnh",
        "",
    ] {
        assert!(cu(dung, nay).is_empty(), "{dung}: {:?}", cu(dung, nay));
    }
    // A document of today is issued by the province of today.
    assert_eq!(
        cu("Quyết định số 5/QĐ-UBND ngày 07/01/2026 của UBND tỉnh Thái Bình", nay),
        ["tỉnh Thái Bình -> tỉnh Hưng Yên"]
    );
}
