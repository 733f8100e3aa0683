//! Nothing lies over anything else and nothing leaves its place, with every mark at once and with names that are too long.

use super::mau;
use super::thuoc::*;
use crate::support::pdf::{Line, Page, Pdf};

/// What a document may carry besides its own components (mục III).
const DAU: [(&str, &str); 4] =
    [("khan", "thượng khẩn"), ("mat", "mật"), ("luu_hanh", "xem xong trả lại"), ("dia_chi", "có")];

/// An agency whose names take several lines (II.2b: "dài có thể trình bày thành nhiều dòng").
const DAI: [(&str, &str); 4] = [
    ("ten: [SỞ Y TẾ]", "ten: [TRUNG TÂM KIỂM SOÁT BỆNH TẬT VÀ Y TẾ DỰ PHÒNG KHU VỰC MIỀN ĐÔNG NAM BỘ]"),
    ("chu_quan: [UBND TỈNH CAO BẰNG]", "chu_quan: [ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH VÀ CÁC TỈNH LÂN CẬN]"),
    ("dia_danh: Cao Bằng", "dia_danh: Thành phố Hồ Chí Minh"),
    (
        "chuc_vu: Chánh Văn phòng}",
        "chuc_vu: Chánh Văn phòng kiêm Trưởng phòng Tổ chức cán bộ và Bảo vệ chính trị nội bộ}",
    ),
];

/// Every example with all marks, and with the long agency.
fn for_each(mut check: impl FnMut(&str, &Pdf)) {
    for ten in mau::names() {
        let text = std::fs::read_to_string(format!("{}/data/mau/{ten}.yaml", env!("CARGO_MANIFEST_DIR")));
        let text = text.expect("an example");
        let absent = |(key, _): &&(&str, &str)| !text.contains(&format!("\n    {key}:"));
        let marks: Vec<String> = DAU.iter().filter(absent).map(|(key, value)| format!("{key}: {value}")).collect();
        check(&ten, &mau::with(&ten, &marks.join("\n")));

        let agency = std::fs::read_to_string(format!("{}/data/mau_du_an/so_y_te.yaml", env!("CARGO_MANIFEST_DIR")));
        let agency = DAI.iter().fold(agency.expect("an agency"), |text, (short, long)| {
            assert!(text.contains(short), "{short}");
            text.replace(short, long)
        });
        let project = mau::project(&ten, |text| text).file("data/co_quan/so_y_te.yaml", agency);
        let rendered = project.render(&mau::campaign(&ten));
        check(&ten, &rendered.pdf());
    }
}

/// Where the ink of a line may be: left, top, right, bottom.
fn room(line: &Line) -> [f64; 4] {
    let em = line.size_pt * PT_MM;
    [line.x0_mm, line.baseline_mm - 0.66 * em, line.x1_mm, line.baseline_mm + 0.2 * em]
}

fn clash(a: [f64; 4], b: [f64; 4]) -> bool {
    a[0] < b[2] - 0.2 && b[0] < a[2] - 0.2 && a[1] < b[3] && b[1] < a[3]
}

#[track_caller]
fn keeps_its_place(ten: &str, page: &Page) {
    let lines = page.lines();
    for (i, line) in lines.iter().enumerate() {
        let over = lines[i + 1..].iter().find(|other| clash(room(line), room(other)));
        assert!(over.is_none(), "{ten}: “{}” lies over “{}”", line.text, over.map_or("", |l| &l.text));
        let through =
            |r: &&crate::support::pdf::Rule| clash(room(line), [r.x0_mm, r.y_mm - 0.1, r.x1_mm, r.y_mm + 0.1]);
        let rule = page.rules.iter().find(through);
        assert!(rule.is_none(), "{ten}: a rule goes through “{}”: {rule:?}", line.text);
        // I.3: all but ô 11, ô 14 and the page number stand in the text area.
        let margin = line.baseline_mm < TREN;
        assert!(line.x0_mm > TRAI - 0.05 && line.x1_mm < page.width_mm - 15.0 + MM, "{ten}: “{}”", line.text);
        assert!(line.baseline_mm + line.size_pt * DESCENT * PT_MM < page.height_mm - 19.95, "{ten}: “{}”", line.text);
        let number = line.text.chars().all(|c| c.is_ascii_digit());
        let o_11 = line.text == "XEM XONG TRẢ LẠI" || line.text == "LƯU HÀNH NỘI BỘ";
        assert!(!margin || number || o_11, "{ten}: “{}” stands in the top margin", line.text);
    }
    for frame in &page.frames {
        let words = lines.iter().any(|l| l.x0_mm > frame.x0_mm && l.x1_mm < frame.x1_mm);
        assert!(words && frame.x0_mm > TRAI - 0.3 && frame.x1_mm < page.width_mm - 14.7, "{ten}: {frame:?}");
    }
}

#[test]
fn nothing_overlaps_with_every_mark_or_a_long_agency() {
    for_each(|ten, pdf| pdf.pages.iter().for_each(|page| keeps_its_place(ten, page)));
}

#[test]
fn nothing_overlaps_in_any_profile() {
    for_each_profile(|bo, _, co_chu| {
        for mau in mau::all(bo.dau, co_chu) {
            mau.pdf.pages.iter().for_each(|page| keeps_its_place(&mau.ten, page));
        }
    });
}
