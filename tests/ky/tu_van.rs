//! Advisory bodies with the seal: the post in the body above the signature (ô 7a), the post in the agency right above the
//! name (ô 7b): "chức vụ khác của người ký được trình bày tại ô số 7b …, phía trên họ tên của người ký văn bản" (II.7đ).

use super::{chien_dich, co_quan, khoi_ky_cua, render};
use crate::support::pdf::Line;
use crate::support::project::TestProject;

const HOI_DONG: &str = "ten: [HỘI ĐỒNG, THI ĐUA - KHEN THƯỞNG]\nchu_quan: [SỞ Y TẾ CAO BẰNG]\nto_chuc_tu_van: co_con_dau\n\
     tap_the: Hội đồng\n";

#[test]
fn both_posts_are_printed() {
    let hoi_dong = co_quan(
        HOI_DONG,
        &[
            "chuc_vu: Chủ tịch, chuc_vu_khac: Giám đốc Sở Y tế",
            "chuc_vu: Phó Chủ tịch, chuc_vu_khac: Phó Giám đốc Sở Y tế",
            "chuc_vu: Phó Chủ tịch, chuc_vu_khac: Phó Chủ tịch Ủy ban nhân dân tỉnh Cao Bằng",
        ],
    );
    let ban = co_quan(
        "ten: [BAN CHỈ ĐẠO QUỐC GIA]\nto_chuc_tu_van: co_con_dau\ntap_the: Ban Chỉ đạo\n",
        &["chuc_vu: Trưởng ban, chuc_vu_khac: Bộ trưởng Bộ Y tế"],
    );
    let ky = [("cq_0", "a", ""), ("cq_0", "b", ""), ("cq_0", "c", ""), ("cq_1", "a", "")];
    let rendered = TestProject::new()
        .file("data/co_quan/cq_0.yaml", hoi_dong)
        .file("data/co_quan/cq_1.yaml", ban)
        .file("chien_dich.yaml", chien_dich(&ky))
        .render("chien_dich.yaml");
    let khoi = |i: usize| khoi_ky_cua(&rendered, &format!("chien_dich/vb_{i}.pdf"));
    assert_eq!(khoi(0), ["TM. HỘI ĐỒNG", "CHỦ TỊCH", "GIÁM ĐỐC SỞ Y TẾ", "Nguyễn Văn An"]);
    assert_eq!(khoi(1), ["TM. HỘI ĐỒNG", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "PHÓ GIÁM ĐỐC SỞ Y TẾ", "Nguyễn Văn An"]);
    // A long post is broken into lines of like length.
    let long = khoi(2);
    assert_eq!(long[3..long.len() - 1].join(" "), "PHÓ CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH CAO BẰNG");
    assert_eq!(khoi(3), ["TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN", "BỘ TRƯỞNG BỘ Y TẾ", "Nguyễn Văn An"]);
}

/// "bằng chữ in hoa, cỡ chữ từ 13 đến 14, kiểu chữ đứng, đậm" (II.7đ); room to sign between ô 7a and ô 7b, none between the
/// other post and the name.
#[test]
fn the_other_post_stands_right_above_the_name() {
    for co in [13.0, 14.0] {
        let hoi_dong = co_quan(HOI_DONG, &["chuc_vu: Chủ tịch, chuc_vu_khac: Giám đốc Sở Y tế"]);
        let pdf = render(&hoi_dong, "a", &format!("    co_chu: {co}\n")).pdf();
        let page = &pdf.pages[0];
        let [post, khac, name] = ["CHỦ TỊCH", "GIÁM ĐỐC SỞ Y TẾ", "Nguyễn Văn An"].map(|text| page.find(text));
        for line in [post, khac, name] {
            assert!(line.bold && !line.italic, "{}", line.text);
            assert!((line.size_pt - co).abs() < 0.1, "{}: {} pt", line.text, line.size_pt);
        }
        let centre = |line: &Line| f64::midpoint(line.x0_mm, line.x1_mm);
        assert!((centre(post) - centre(name)).abs() < 0.3 && (centre(khac) - centre(name)).abs() < 0.3);
        // A single line of Times New Roman is 1.15 em high.
        let line = co * 1.15 * 25.4 / 72.0;
        let step = name.baseline_mm - khac.baseline_mm;
        assert!((step - line).abs() < 0.3, "{step:.2} mm between post and name, a line is {line:.2}");
        let room = khac.baseline_mm - post.baseline_mm - line;
        assert!(room > 28.0 && room < 32.0, "{room:.2} mm to sign");
    }
}
