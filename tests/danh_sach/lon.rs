//! Large lists.

use super::doc;
use std::fmt::Write as _;

fn csv(rows: usize) -> String {
    let mut text = "\u{feff}STT;Tên đơn vị;Người nhận;Địa chỉ\r\n".to_owned();
    for row in 1..=rows {
        let _ = write!(text, "{row};Trạm Y tế xã số {row};Nguyễn Văn A;Xã số {row}, tỉnh Hưng Yên\r\n");
    }
    text
}

#[test]
fn a_list_has_at_most_100_000_rows() {
    let full = doc("a.csv", csv(100_000));
    assert_eq!(full.list.as_ref().map(|list| list.dong.len()), Some(100_000));
    assert_eq!(full.dong(100_001)[0], "100000");
    super::snapshot("csv_qua_lon", &doc("a.csv", csv(100_001)).messages());
}

#[test]
fn quotes_that_never_close_cost_no_more_than_a_row_each() {
    let mut text = "STT;Tên\n".to_owned();
    for row in 0..50_000 {
        let _ = writeln!(text, "{row};\"\"\"Trạm \"\"{row}");
    }
    let doc = doc("a.csv", text);
    assert_eq!(doc.list.as_ref().map(|list| list.hong.len()), Some(50_000));
}
