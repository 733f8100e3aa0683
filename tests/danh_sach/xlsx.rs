//! Workbooks: what a person sees in a sheet is what is read, and lines of messages have the numbers of Excel's rows.

use super::{Doc, doc, doc_trong, fixture, snapshot};
use crate::support::project::TestProject;
use proptest::prelude::*;

fn doc_tep(name: &str) -> Doc {
    doc(name, fixture(name))
}

#[test]
fn cells_are_read_as_they_are_seen() {
    let doc = doc_tep("don_vi.xlsx");
    assert_eq!(doc.messages(), "");
    snapshot("xlsx_don_vi", &doc.bang());
    let list = doc.list.as_ref().expect("a list");
    for dong in &list.dong {
        assert_eq!(doc.files.line_column(&dong.place).0, dong.so, "a line of the text is a row of Excel");
        for o in &dong.o {
            assert_eq!(doc.files.slice(&o.place), o.value);
        }
    }
    assert!(doc.files.name(list.place.file).ends_with("don_vi.xlsx [Đơn vị]"));
}

#[test]
fn the_calendar_from_1904_is_known() {
    assert_eq!(doc_tep("lich_1904.xlsx").dong(2), ["Sở Y tế", "14/02/2027"]);
}

#[test]
fn a_text_merged_over_rows_is_that_of_every_row() {
    let doc = doc_tep("gop_o.xlsx");
    assert_eq!(doc.messages(), "");
    let rows: Vec<Vec<&str>> = (2..6).map(|so| doc.dong(so)).collect();
    let expected = [
        ["Cụm 1", "Sở Y tế", "An"],
        ["Cụm 1", "Sở Nội vụ", "Bình"],
        ["Cụm 2", "Sở Tài chính", "Cúc"],
        ["Cụm 2", "Sở Xây dựng", ""],
    ];
    assert_eq!(rows, expected);
    assert_eq!(doc.list.as_ref().map(|list| list.dong.len()), Some(4));
}

#[test]
fn headers_over_two_rows_and_titles_are_refused() {
    let said = ["tieu_de_gop.xlsx", "tua_de.xlsx"].map(|name| doc_tep(name).messages());
    snapshot("xlsx_tieu_de", &said.join("\n\n"));
}

#[test]
fn rows_that_are_broken_stop_nothing_else() {
    snapshot("xlsx_dong_hong", &doc_tep("hong.xlsx").all());
}

#[test]
fn a_formula_without_a_value_is_not_an_empty_cell() {
    snapshot("xlsx_chua_tinh", &doc_tep("chua_tinh.xlsx").all());
}

#[test]
fn a_sheet_is_found_by_its_name() {
    let project = TestProject::new().file("don_vi.xlsx", fixture("don_vi.xlsx"));
    let decomposed: String = unicode_normalization::UnicodeNormalization::nfd("Đơn vị").collect();
    for name in ["Đơn vị", &decomposed] {
        assert_eq!(doc_trong(&project, "don_vi.xlsx", Some(name)).list.map(|list| list.dong.len()), Some(3));
    }
    assert_eq!(doc_trong(&project, "don_vi.xlsx", Some("Nguồn")).bang(), "ten_an (Tên ẩn)\n2: [Sở ẩn]");
    let said = ["Đơn vi", "Hướng dẫn"].map(|name| doc_trong(&project, "don_vi.xlsx", Some(name)).messages());
    snapshot("xlsx_trang", &said.join("\n\n"));
}

#[test]
fn damaged_and_oversized_workbooks_are_refused() {
    let whole = fixture("don_vi.xlsx");
    let mut said = vec![doc("cut.xlsx", &whole[..whole.len() / 2]).messages()];
    said.extend(["noi_qua.xlsx", "qua_xa.xlsx"].map(|name| doc_tep(name).messages()));
    snapshot("xlsx_hong", &said.join("\n\n"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    /// A byte here and there changed, as by a bad disk: a list, or a message.
    #[test]
    fn a_damaged_workbook_is_read_or_refused(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        name in prop::sample::select(vec!["don_vi.xlsx", "gop_o.xlsx", "hong.xlsx"]),
    ) {
        let mut bytes = fixture(name);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        doc("a.xlsx", &bytes);
    }
}
