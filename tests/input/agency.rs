//! Agency files of the project's own: their mistakes are shown in them, and lead to no second findings elsewhere.

use super::{fixture, project, refused};

#[test]
fn mistakes_of_an_agency_file_are_shown_in_it_once() {
    let project =
        project("tep/dung_co_quan_rieng.yaml").file("data/co_quan/co_quan_rieng.yaml", fixture("tep/co_quan_sai.yaml"));
    let rendered = refused(&project, "tep/co_quan_sai");
    // Two documents use the agency; its mistakes and the second document's own date are all there is to say.
    assert!(!rendered.messages().contains("không có người"));
}

#[test]
fn a_syntax_error_of_an_agency_file_is_shown_in_it() {
    let project = project("tep/dung_co_quan_rieng.yaml")
        .file("data/co_quan/co_quan_rieng.yaml", fixture("tep/co_quan_cu_phap.yaml"));
    refused(&project, "tep/co_quan_cu_phap");
}

#[test]
fn a_collective_needs_its_name() {
    let project = project("tep/dung_co_quan_rieng.yaml")
        .file("data/co_quan/co_quan_rieng.yaml", fixture("tep/co_quan_tap_the.yaml"));
    refused(&project, "tep/co_quan_tap_the");
}

#[test]
fn an_agency_file_that_is_no_text_is_named() {
    let word = b"PK\x03\x04\x14\0\x06\0";
    let project = project("tep/dung_co_quan_rieng.yaml").file("data/co_quan/co_quan_rieng.yaml", word);
    refused(&project, "tep/co_quan_la_tep_word");
}
