//! Quyết định, nghị quyết (mẫu 1.1, 1.2, 1.3): thẩm quyền, căn cứ, "QUYẾT ĐỊNH:", Điều; căn cứ of other types (II.6a).

use super::mau;
use super::thuoc::*;
use crate::support::pdf::{Line, Page};

/// Example, thẩm quyền, the line under the bases, how many bases.
const MAU: [(&str, &str, &str, usize); 3] = [
    ("nghi_quyet", "ỦY BAN NHÂN DÂN TỈNH CAO BẰNG", "QUYẾT NGHỊ:", 5),
    ("quyet_dinh", "GIÁM ĐỐC SỞ Y TẾ", "QUYẾT ĐỊNH:", 5),
    ("quyet_dinh_ban_hanh", "GIÁM ĐỐC SỞ Y TẾ", "QUYẾT ĐỊNH:", 4),
];

/// The italic lines of the body, each base as its lines.
fn can_cu(page: &Page) -> Vec<Vec<&Line>> {
    let mut all: Vec<Vec<&Line>> = Vec::new();
    let italic = |l: &&Line| l.italic && !l.bold && !l.text.starts_with("Cao Bằng, ngày") && l.x0_mm < 45.0;
    for line in page.lines().iter().filter(italic) {
        if line.x0_mm > TRAI + 5.0 {
            all.push(vec![line]);
        } else {
            all.last_mut().expect("a base begins with its indent").push(line);
        }
    }
    all
}

#[test]
fn authority_bases_and_decision_of_mau_1_1_to_1_3() {
    for_each_profile(|bo, co, co_chu| {
        for (ten, tham_quyen, ket_luan, count) in MAU {
            let all = mau::all(bo.dau, co_chu);
            let page = &all.iter().find(|m| m.ten == ten).expect("an example").pdf.pages[0];
            let line = |words: &str| page.lines().iter().find(|l| l.text == words).expect("a line of these words");
            let (tham_quyen, ket_luan) = (line(tham_quyen), line(ket_luan));
            for line in [tham_quyen, ket_luan] {
                styled(line, co, true, false);
                near(&line.text, centre(line), middle(page), MM);
            }
            let can_cu = can_cu(page);
            assert_eq!(can_cu.len(), count, "{ten}");
            let first = can_cu[0][0];
            let last = can_cu[count - 1].last().expect("a line");
            assert!(tham_quyen.baseline_mm < first.baseline_mm && last.baseline_mm < ket_luan.baseline_mm);
            // 12 pt over and under the two lines in the middle, a single line's gap besides (thông lệ, as in the samples).
            near("over the bases", first.baseline_mm - tham_quyen.baseline_mm, step(co, 12.0, co), 1.0);
            near("under the bases", ket_luan.baseline_mm - last.baseline_mm, step(co, 12.0, co), 1.0);
            let dieu = page.find("Điều 1.");
            assert!(dieu.baseline_mm > ket_luan.baseline_mm);
        }
    });
}

/// "Căn cứ ban hành văn bản được trình bày bằng chữ in thường, kiểu chữ nghiêng, cỡ chữ từ 13 đến 14, trình bày dưới phần
/// tên loại và trích yếu nội dung văn bản; sau mỗi căn cứ phải xuống dòng, cuối dòng có dấu chẩm phẩy (;), dòng cuối cùng kết
/// thúc bằng dấu chấm (.)" (II.6a).
#[test]
fn bases_in_italics_with_semicolons_and_a_full_stop() {
    for_each_profile(|bo, co, co_chu| {
        for ten in [
            "nghi_quyet",
            "quyet_dinh",
            "quyet_dinh_ban_hanh",
            "ban_thoa_thuan",
            "giay_uy_quyen",
            "hop_dong",
            "quy_che",
            "quy_dinh",
        ] {
            let all = mau::all(bo.dau, co_chu);
            let page = &all.iter().find(|m| m.ten == ten).expect("an example").pdf.pages[0];
            let all = can_cu(page);
            assert!(all.len() > 1, "{ten}");
            for (i, base) in all.iter().enumerate() {
                for line in base {
                    styled(line, co, false, true);
                }
                near("indent", base[0].x0_mm, TRAI + 12.7, MM);
                let end = if i + 1 == all.len() { '.' } else { ';' };
                let last = &base.last().expect("a line").text;
                assert!(last.ends_with(end), "{ten}: “{last}” ends with {end}");
            }
        }
    });
}

/// Mẫu 1.2: of "Điều 1." only the word and its number are bold, the text is upright; "Số thứ tự của điều dùng chữ số Ả Rập,
/// sau số thứ tự có dấu chấm (.); … kiểu chữ đứng, đậm" (II.6đ).
#[test]
fn only_the_number_of_a_dieu_without_title_is_bold() {
    for (ten, ..) in MAU {
        for page in &mau::one(ten).pages {
            let dieu = |l: &&Line| l.text.starts_with("Điều ") && l.bold && (l.x0_mm - TRAI - 12.7).abs() < MM;
            for line in page.lines().iter().filter(dieu) {
                if ten == "quyet_dinh_ban_hanh" && page.lines().iter().any(|l| l.text.starts_with("Chương")) {
                    continue;
                }
                let stop = line.glyphs.iter().position(|g| g.text == ".").expect("a full stop after the number");
                for (i, glyph) in line.glyphs.iter().enumerate().filter(|(_, g)| !g.text.trim().is_empty()) {
                    assert_eq!(glyph.bold, i <= stop, "{ten}: “{}” in {}", glyph.text, line.text);
                    assert!(!glyph.italic && (glyph.size_pt - 14.0).abs() < PT);
                }
            }
        }
    }
    for number in ["Điều 1.", "Điều 2.", "Điều 3."] {
        mau::one("nghi_quyet").pages[0].find(number);
    }
}

/// A name too long for the line is divided into lines of about one length, each in the middle.
#[test]
fn a_long_authority_stands_in_the_middle() {
    let dai = "GIÁM ĐỐC TRUNG TÂM KIỂM SOÁT BỆNH TẬT VÀ Y TẾ DỰ PHÒNG KHU VỰC MIỀN ĐÔNG";
    let pdf = mau::with("quyet_dinh", &format!("tham_quyen: {dai}"));
    let page = &pdf.pages[0];
    let from = page.find("GIÁM ĐỐC TRUNG TÂM").baseline_mm;
    let to = page.find("Căn cứ").baseline_mm;
    let lines: Vec<&Line> = page.lines().iter().filter(|l| l.baseline_mm >= from && l.baseline_mm < to - 1.0).collect();
    assert_eq!(lines.iter().map(|l| l.text.as_str()).collect::<Vec<_>>().join(" "), dai);
    assert!(lines.len() == 2);
    for (i, line) in lines.iter().enumerate() {
        styled(line, 14.0, true, false);
        near(&line.text, centre(line), middle(page), MM);
        near("dòng đơn", line.baseline_mm - from, i as f64 * step(14.0, 0.0, 14.0), MM);
    }
    // The line in the middle of a giấy giới thiệu is made the same way (mẫu 1.8).
    let agency = "ten: [SỞ Y TẾ]\nten_goi: Trung tâm Kiểm soát bệnh tật và Y tế dự phòng khu vực miền Đông Nam Bộ và Tây Nguyên\n\
                  viet_tat: SYT\ndia_danh: Cao Bằng\nnguoi: {le_van_c: {ho_ten: Lê Văn C, chuc_vu: Chánh Văn phòng}}\n\
                  dung_dau: Giám đốc\n";
    let project = mau::project("giay_gioi_thieu", |text| text).file("data/co_quan/so_y_te.yaml", agency);
    let pdf = project.render(&mau::campaign("giay_gioi_thieu")).pdf();
    let page = &pdf.pages[0];
    let (first, last) = (page.find("Trung tâm Kiểm soát"), page.find("trân trọng giới thiệu:"));
    assert!(last.baseline_mm > first.baseline_mm + 1.0, "on two lines");
    for line in [first, last] {
        near(&line.text, centre(line), middle(page), MM);
    }
}
