//! The letterhead and the title when names and subjects are long.

use super::{VanBan, balanced, between, co_quan, in_order, lines, words};

const QUOC_HIEU: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
const TEN: [&str; 4] = ["BAN QUẢN LÝ DỰ ÁN", "ĐẦU TƯ XÂY DỰNG", "CÔNG TRÌNH DÂN DỤNG", "VÀ CÔNG NGHIỆP"];
const CHU_QUAN: [&str; 4] = ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ", "BUÔN MA THUỘT", "TỈNH ĐẮK LẮK"];
const VIEC: &str = "tăng cường công tác phòng, chống dịch bệnh trong mùa mưa lũ tại các xã, phường trên địa bàn tỉnh";

/// "Tên cơ quan … có thể trình bày thành nhiều dòng" (II.2b), with 0 to 4 lines above and 1 to 4 below; Quốc hiệu and the
/// line of số and ngày stay whole, whatever stands beside them.
#[test]
fn agency_names_of_any_number_of_lines() {
    for above in 0..=4 {
        for own in 1..=4 {
            for dau in ["12_13", "13_14"] {
                let fields = format!(
                    "loai: kế hoạch\nso: 1234\nky_hieu: KH-BQLDA-VPĐK\nngay: 12/7/2027\ndau: {dau}\nkhan: hỏa tốc\n\
                     luu_hanh: xem xong trả lại\ntrich_yeu: Tuyên truyền\nnguoi_ky: nguyen_van_a"
                );
                let co_quan = co_quan(&TEN[..own], &CHU_QUAN[..above]);
                let pdf = VanBan { co_quan, fields: &fields, ..VanBan::default() }.pdf();
                let page = &pdf.pages[0];
                in_order(&words(&pdf), CHU_QUAN[..above].iter().chain(&TEN[..own]).copied());
                assert!(lines(page).iter().any(|l| l.text == QUOC_HIEU), "Quốc hiệu wraps");
                assert!(lines(page).iter().any(|l| l.text == "Độc lập - Tự do - Hạnh phúc"), "Tiêu ngữ wraps");
                let (so, ngay) = (page.find("Số: 1234/KH-BQLDA-VPĐK"), page.find("Cao Bằng, ngày 12 tháng 7"));
                let (so, ngay) = (so.baseline_mm, ngay.baseline_mm);
                assert!((so - ngay).abs() < 0.05, "{above}/{own}: số {so}, ngày {ngay}");
            }
        }
    }
}

/// A trích yếu of 1 to 8 lines: balanced, and a newline breaks where it was typed.
#[test]
fn a_subject_of_any_length_is_balanced() {
    for times in 1..=7 {
        let chu = vec![VIEC; times].join(" và ");
        let fields = format!("loai: kế hoạch\nso: 13\nngay: 12/7/2027\ntrich_yeu: {chu}\nnguoi_ky: nguyen_van_a");
        let pdf = VanBan { fields: &fields, ..VanBan::default() }.pdf();
        in_order(&words(&pdf), [chu.as_str()]);
        balanced(&between(&pdf.pages[0], "tăng cường", "địa bàn tỉnh"));
    }
    let typed = "loai: kế hoạch\nso: 13\nngay: 12/7/2027\ntrich_yeu: |\n  Phát động phong trào\n  thi đua\nnguoi_ky: nguyen_van_a";
    let pdf = VanBan { fields: typed, ..VanBan::default() }.pdf();
    let printed: Vec<&str> = lines(&pdf.pages[0]).iter().map(|l| l.text.as_str()).collect();
    assert!(printed.windows(2).any(|w| w == ["Phát động phong trào", "thi đua"]), "{printed:?}");
}

/// V/v of 1 to 6 lines and Kính gửi of 1, 2, 12 and 40, with the address at the foot of the first page (ô 13).
#[test]
fn a_cong_van_with_a_long_subject_and_many_addressees() {
    for (times, count) in [(1, 1), (1, 2), (2, 12), (3, 40)] {
        let chu = vec![VIEC; times].join(", ");
        let noi: Vec<String> = (1..=count).map(|i| format!("Trung tâm Y tế khu vực số {i}")).collect();
        let fields = format!(
            "loai: công văn\nso: 13\nngay: 12/7/2027\nkhan: hỏa tốc\ntrich_yeu: {chu}\ndon_vi_soan_thao: VP\nkinh_gui:\n  - {}\nnguoi_ky: nguyen_van_a",
            noi.join("\n  - ")
        );
        let pdf = VanBan { fields: &fields, ..VanBan::default() }.pdf();
        let text = words(&pdf);
        in_order(&text, noi.iter().map(String::as_str));
        let page = &pdf.pages[0];
        let ve_viec: Vec<_> = lines(page).into_iter().filter(|l| l.x1_mm < 105.0 && l.size_pt < 12.5).collect();
        let start = ve_viec.iter().position(|l| l.text.starts_with("V/v")).expect("V/v");
        let end = ve_viec.iter().rposition(|l| l.text.ends_with("tỉnh")).expect("the end of V/v");
        let ve_viec = &ve_viec[start..=end];
        let joined = ve_viec.iter().map(|l| l.text.as_str()).collect::<Vec<_>>().join(" ");
        assert_eq!(joined, format!("V/v {chu}"));
        balanced(ve_viec);
        assert!(page.find("Địa chỉ:").baseline_mm > 260.0, "the address stands at the foot");
    }
}

/// The first page nearly full, full, and overfull over its foot.
#[test]
fn the_foot_of_the_first_page_keeps_clear_of_the_text() {
    let fields = "loai: công văn\nso: 13\nngay: 12/7/2027\ntrich_yeu: báo cáo số liệu\ndon_vi_soan_thao: VP\nkinh_gui: Sở Nội vụ\nnguoi_ky: nguyen_van_a";
    for count in 12..30 {
        let body = (1..=count).map(|i| format!("Việc thứ {i}.")).collect::<Vec<_>>().join("\n\n");
        let pdf = VanBan { fields, body, ..VanBan::default() }.pdf();
        let expected: Vec<String> = (1..count).map(|i| format!("Việc thứ {i}.")).collect();
        in_order(&words(&pdf).replace("ĐT: 0206.3000.000", ""), expected.iter().map(String::as_str));
        let last = pdf.pages.last().expect("a page");
        let sign = last.find("Nơi nhận:").baseline_mm;
        let above = lines(last).iter().filter(|l| l.baseline_mm < sign - 1.0).count();
        assert!(above >= 2, "{count}: {above} lines over the signature");
    }
}
