//! Tables: heads repeated, rows whole, nothing lost.

use super::{VanBan, in_order, lines, words};

const TEN_COT: [&str; 12] =
    ["TT", "Đơn vị", "Giường", "Bác sĩ", "Dược", "Khám", "Nội trú", "Mổ", "Thu", "Chi", "Nợ", "Đạt"];

/// A table of 12 columns.
pub fn bang(rows: usize) -> String {
    let mut out = format!("| {} |\n|{}\n", TEN_COT.join(" | "), "---|".repeat(12));
    for i in 1..=rows {
        out.push_str(&format!("| {i} | Trạm Y tế {i} |"));
        (2..12).for_each(|c| out.push_str(&format!(" {} |", (i * 7 + c * 13) % 97)));
        out.push('\n');
    }
    out
}

#[test]
fn twelve_columns_and_four_hundred_rows() {
    for trang in ["dọc", "ngang"] {
        let fields =
            format!("loai: báo cáo\nso: 1\nngay: 2/7/2027\ntrang: {trang}\ntrich_yeu: Số liệu\nnguoi_ky: nguyen_van_a");
        let body = format!("Số liệu của các đơn vị như sau:\n\n{}\nTrên đây là báo cáo của Sở Y tế.", bang(400));
        let pdf = VanBan { fields: &fields, body, ..VanBan::default() }.pdf();
        assert!(pdf.pages.len() > 5, "{trang}");
        let mut next = 1_u32;
        for (number, page) in pdf.pages.iter().enumerate() {
            let all = lines(page);
            let mut first = None;
            for pair in all.windows(2) {
                if pair[0].text == next.to_string() && pair[1].text.starts_with("Trạm") {
                    first.get_or_insert(pair[0].baseline_mm);
                    next += 1;
                }
            }
            let first = first.unwrap_or_else(|| panic!("page {}: no rows", number + 1));
            let head = page.find("Giường");
            assert!(head.bold && head.baseline_mm < first, "page {}: no head over its rows", number + 1);
        }
        assert_eq!(next, 401, "{trang}: rows lost");
        let text = words(&pdf);
        assert!(text.contains("Trên đây là báo cáo của Sở Y tế./."), "{trang}");
    }
}

/// Rows of several lines stay whole: the first and the last line of a row on one page.
#[test]
fn rows_do_not_split() {
    let row = |i| {
        format!(
            "| {i} | Đầu dòng {i} gồm các nội dung công việc phải hoàn thành trong năm theo kế hoạch đã được phê duyệt, cuối dòng {i} |"
        )
    };
    let rows: Vec<String> = (1..60).map(row).collect();
    let body = format!(
        "| TT | Nội dung | \n|---|---|\n{}\n\nHết.",
        rows.join("\n").replace(", cuối", ",<br>cuối").replace("<br>", " ")
    );
    let pdf = VanBan { body, ..VanBan::default() }.pdf();
    for i in 1..60 {
        let (start, end) = (format!("Đầu dòng {i} "), format!("cuối dòng {i}"));
        let joined =
            |p: &crate::support::pdf::Page| lines(p).iter().map(|l| l.text.clone()).collect::<Vec<_>>().join(" ");
        let whole = pdf.pages.iter().any(|p| {
            let t = joined(p);
            t.contains(&start) && t.contains(&end)
        });
        assert!(whole, "row {i} is split");
    }
}

/// A row too high for a page goes on on the next, and loses nothing.
#[test]
fn a_row_higher_than_a_page_goes_on() {
    let items: Vec<String> = (1..=500).map(|i| format!("việc {i}")).collect();
    let body = format!("| TT | Nội dung |\n|---|---|\n| 1 | {} |\n| 2 | Ngắn |\n\nHết.", items.join(", "));
    let pdf = VanBan { body, ..VanBan::default() }.pdf();
    let text = words(&pdf);
    in_order(&text, ["việc 1,", "việc 2,", "việc 250,", "việc 500", "Ngắn", "Nơi nhận:"]);
}
