//! Every page of every type (mục I): paper, margins, fonts, colour, page numbers; body text (II.6e).

use super::mau;
use super::thuoc::*;
use crate::support::pdf::{Line, Page, Pdf};

/// Examples that have another page order than 1, 2, 3: each appendix or issued document begins with page 1 again.
/// Number of pages of each part.
const PHAN: [(&str, &[usize]); 4] =
    [("bao_cao", &[2, 1, 1]), ("ke_hoach", &[2, 1]), ("quyet_dinh", &[2, 1]), ("quyet_dinh_ban_hanh", &[1, 2])];

#[expect(clippy::print_stdout, reason = "a failing test shows the type it was at")]
fn for_each(mut check: impl FnMut(&str, &BoCo, f64, &Pdf)) {
    for_each_profile(|bo, co, co_chu| {
        for mau in mau::all(bo.dau, co_chu) {
            println!("{} {} {co_chu}", mau.ten, bo.dau);
            check(&mau.ten, bo, co, &mau.pdf);
        }
    });
}

/// Words in the top margin: the page number, ô 11.
fn in_margin(page: &Page) -> Vec<&Line> {
    page.lines().iter().filter(|l| l.baseline_mm < TREN).collect()
}

/// Lines of the text area.
fn inside(page: &Page) -> Vec<&Line> {
    page.lines().iter().filter(|l| l.baseline_mm >= TREN).collect()
}

/// "Khổ A4 (210 mm x 297 mm)" (I.1), "trình bày theo chiều rộng" for wide tables only (I.2); "Cách mép trên và mép dưới
/// 20 - 25 mm, cách mép trái 30 - 35 mm, cách mép phải 15 - 20 mm" (I.3).
#[test]
fn no_ink_outside_the_margins() {
    for_each(|ten, _, _, pdf| {
        for (i, page) in pdf.pages.iter().enumerate() {
            let lies = ten == "chuong_trinh" || ten == "bao_cao" && i + 1 == pdf.pages.len();
            let (width, height) = if lies { (297.0, 210.0) } else { (210.0, 297.0) };
            near("width", page.width_mm, width, 0.1);
            near("height", page.height_mm, height, 0.1);
            let (right, bottom) = (width - 15.0, height - 20.0);
            for line in inside(page) {
                assert!(line.x0_mm > TRAI - 0.05 && line.x1_mm < right + MM, "{ten} {}: {}", i + 1, line.text);
                let below = line.baseline_mm + line.size_pt * DESCENT * PT_MM;
                assert!(below < bottom + 0.05, "{ten} {}: below the margin: {}", i + 1, line.text);
            }
            for rule in page.rules.iter().filter(|r| r.y_mm > TREN) {
                assert!(rule.x0_mm > TRAI - 0.15 && rule.x1_mm < right + 0.15 && rule.y_mm < bottom, "{ten}: {rule:?}");
            }
        }
    });
}

/// "đánh từ số 1, bằng chữ số Ả Rập, cỡ chữ 13 đến 14, kiểu chữ đứng, … canh giữa theo chiều ngang trong phần lề trên …,
/// không hiển thị số trang thứ nhất" (I.7); "đánh số riêng theo từng Phụ lục" (III.1đ).
#[test]
fn page_numbers_of_every_part() {
    for_each(|ten, _, co, pdf| {
        let parts = PHAN.iter().find(|(name, _)| *name == ten).map_or(1, |(_, parts)| parts.len());
        let mut expected = 0;
        let mut begun = 0;
        for page in &pdf.pages {
            let number: Vec<&Line> =
                in_margin(page).into_iter().filter(|l| l.text.chars().all(|c| c.is_ascii_digit())).collect();
            let [number] = number.as_slice() else {
                assert!(number.is_empty(), "{ten}: {number:?}");
                (begun, expected) = (begun + 1, 1);
                continue;
            };
            expected += 1;
            assert_eq!(number.text, expected.to_string(), "{ten}");
            styled(number, co, false, false);
            near("number in the middle", centre(number), middle(page), MM);
            assert!(number.baseline_mm > 8.0, "inside the top margin");
        }
        assert_eq!(begun, parts, "{ten}: parts that begin with a page 1");
        if let Some((_, pages)) = PHAN.iter().find(|(name, _)| *name == ten && co > 13.5) {
            assert_eq!(pdf.pages.len(), pages.iter().sum::<usize>(), "{ten}");
        }
    });
}

/// "Phông chữ tiếng Việt Times New Roman, … màu đen" (I.4); "Cỡ chữ và kiểu chữ: Theo quy định cụ thể cho từng yếu tố"
/// (I.5): no size that no component has. Only the mark of urgency is red (III.2b).
#[test]
fn one_font_black_in_the_sizes_of_the_table() {
    for_each(|ten, bo, co, pdf| {
        let sizes = [bo.quoc_hieu, bo.tieu_ngu, bo.co_quan, bo.so, bo.ngay, co, 11.0, 12.0, 13.0];
        for (i, page) in pdf.pages.iter().enumerate() {
            for glyph in &page.glyphs {
                assert!(glyph.font.starts_with("Tinos"), "{ten}: {}", glyph.font);
                // "Phụ lục" is 14 whatever the text is (III.1b).
                let known =
                    sizes.iter().any(|s| (s - glyph.size_pt).abs() < PT) || i > 0 && (glyph.size_pt - 14.0).abs() < PT;
                assert!(known, "{ten}: “{}” of {} pt", glyph.text, glyph.size_pt);
                let red = ten == "cong_dien" && glyph.colour[0] > 0.9;
                assert!(red || glyph.colour == [0.0; 3], "{ten}: “{}” in {:?}", glyph.text, glyph.colour);
            }
        }
    });
}

/// "canh đều cả hai lề, kiểu chữ đứng; … khi xuống dòng, chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm; khoảng cách giữa các đoạn văn
/// tối thiểu là 6pt; khoảng cách giữa các dòng tối thiểu là dòng đơn, tối đa là 1,5 lines" (II.6e).
#[test]
fn every_paragraph_is_indented_spaced_and_justified() {
    let mut seen = [0, 0];
    for_each(|ten, _, co, pdf| {
        let single = co * (ASCENT + DESCENT + GAP) * PT_MM;
        for page in &pdf.pages {
            let right = page.width_mm - 15.0;
            let at = |line: &Line, x: f64| (line.x0_mm - x).abs() < 0.05 && (line.size_pt - co).abs() < PT;
            for pair in inside(page).windows(2) {
                let (above, below) = (pair[0], pair[1]);
                if !(at(above, TRAI) || at(above, TRAI + 12.7)) {
                    continue;
                }
                let distance = below.baseline_mm - above.baseline_mm;
                if at(below, TRAI + 12.7) {
                    seen[0] += 1;
                    let what = format!("{ten}: 6pt over “{}”", below.text);
                    near(&what, distance, single + 6.0 * PT_MM, MM);
                } else if at(below, TRAI) {
                    seen[1] += 1;
                    near(&format!("{ten}: dòng đơn over “{}”", below.text), distance, single, MM);
                    near(&format!("{ten}: right end of “{}”", above.text), above.x1_mm, right, MM);
                }
            }
        }
    });
    assert!(seen[0] > 1000 && seen[1] > 1000, "paragraphs and lines measured: {seen:?}");
}
