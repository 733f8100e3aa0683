//! Facts in texts: commemorations, days, periods, provinces, computed for the year and the date.

use crate::support::project::{TestProject, ke_hoach};

/// The text of a plan of a year whose body is `body`.
fn printed(nam: i32, body: &str) -> (String, String) {
    let fields = format!(
        "loai: kế hoạch\nngay: 10/01/{nam}\ntrich_yeu: Thử\nnoi_nhan: [A]\nnguoi_ky: tran_quang_hai\nnoi_dung: |\n{}",
        body.lines().map(|line| format!("  {line}\n")).collect::<String>()
    );
    let campaign = ke_hoach(&fields).replace("nam: 2026", &format!("nam: {nam}"));
    let rendered = TestProject::new().file("c.yaml", campaign).render("c.yaml");
    let text = match rendered.files.is_empty() {
        true => String::new(),
        false => rendered.pdf().text().replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" "),
    };
    (text, rendered.messages())
}

#[test]
fn what_moves_with_the_year_is_computed() {
    for (nam, body, expected) in [
        (
            2027,
            "{{ ky_niem.thay_thuoc_viet_nam.day_du }}",
            "kỷ niệm 72 năm Ngày Thầy thuốc Việt Nam (27/02/1955 - 27/02/2027)",
        ),
        (
            2020,
            "{{ ky_niem.thay_thuoc_viet_nam.gon }}, {{ ky_niem.thay_thuoc_viet_nam.loai_nam }}",
            "kỷ niệm 65 năm Ngày Thầy thuốc Việt Nam, năm lẻ 5",
        ),
        (2027, "{{ ky_niem.gio_to_hung_vuong.ngay }}, {{ ky_niem.gio_to_hung_vuong.thu }}", "16/4/2027, thứ Sáu"),
        // Vietnam's Tết of 2030 is a day before China's.
        (2030, "{{ ky_niem.tet_nguyen_dan.ngay | ngay_chu }}", "ngày 02 tháng 02 năm 2030"),
        (
            2027,
            "{{ giai_doan.ke_hoach_5_nam.ten }}, năm thứ {{ giai_doan.ke_hoach_5_nam.nam_thu }}",
            "giai đoạn 2026 - 2030, năm thứ 2",
        ),
        (
            2027,
            "{{ duong_lich(ngay=15, thang=8) }} {{ nam | can_chi }} {{ \"16/4/2027\" | am_lich }}",
            "15/9/2027 Đinh Mùi ngày 10 tháng 3 năm Đinh Mùi",
        ),
        (2026, "{{ tinh_thanh.dong_nai }}", "tỉnh Đồng Nai"),
        // 30/4 and 01/5 are a Thursday and a Friday in 2026.
        (
            2026,
            "{{ \"29/4/2026\" | cong_ngay_lam_viec(so=1) }}, {{ \"02/9/2026\" | ngay_lam_viec }}",
            "04/5/2026, 03/9/2026",
        ),
        (
            2026,
            "{{ \"31/01/2026\" | cong_thang(so=1) }}, {{ \"05/3/2026\" | cong_ngay(so=-5) }}, {{ \"2026-11-21\" | thu }}",
            "28/02/2026, 28/02/2026, thứ Bảy",
        ),
    ] {
        let (text, messages) = printed(nam, body);
        assert!(text.contains(expected) && messages.is_empty(), "{body}\n{text}\n{messages}");
    }
}

#[test]
fn what_cannot_be_computed_is_said() {
    let (_, messages) = printed(
        2027,
        "{{ ky_niem.tet_nguyen_dan.day_du }} {{ ky_niem.thay_thuoc.day_du }} {{ ky_niem.thay_thuoc_viet_nam }}\n\n\
         {{ ky_niem.thay_thuoc_viet_nam.daydu }} {{ tinh_thanh.thai_binh }} {{ giai_doan.ke_hoach.ten }}\n\n\
         {{ \"31/2/2027\" | thu }} {{ \"5/2027\" | cong_ngay(so=3) }} {{ \"5/5/2027\" | cong_ngay }}\n\n\
         {{ duong_lich(ngay=31, thang=8) }} {{ duong_lich(thang=8) }}",
    );
    insta::assert_snapshot!(messages);
}

#[test]
fn a_year_without_official_days_off_is_warned_about() {
    let (text, messages) = printed(2027, "Trước {{ \"12/3/2027\" | cong_ngay_lam_viec(so=1) }}.");
    assert!(text.contains("Trước 15/3/2027."), "{text}");
    insta::assert_snapshot!(messages);
}
