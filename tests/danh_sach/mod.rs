//! Lists of recipients as offices have them: what is read from a CSV or a workbook, and what is said of the rest.
//!
//! The workbooks are made by `fixtures/tao.py`; `don_vi.csv` is as Excel with Vietnamese settings writes "CSV UTF-8".

mod csv;
mod lon;
mod xlsx;

use crate::support::project::TestProject;
use std::path::Path;
use vanthu::diag::{Diagnostic, Files, Located, Place, Sink, human};
use vanthu::load::bang_tinh;
use vanthu::model::DanhSach;
use vanthu::project::Project;

/// What came of reading a list.
struct Doc {
    list: Option<DanhSach>,
    /// Of the whole list.
    found: Vec<Diagnostic>,
    files: Files,
    folder: String,
}

fn fixture(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/danh_sach/fixtures").join(name);
    std::fs::read(&path).unwrap_or_else(|_| panic!("{} is a fixture", path.display()))
}

/// Reads `tep` of a project from a campaign that names it.
fn doc_trong(project: &TestProject, tep: &str, trang: Option<&str>) -> Doc {
    let campaign = project.path().join("chien_dich.yaml");
    let text = format!("danh_sach: {{tep: {tep}, trang: {}}}\n", trang.unwrap_or("null"));
    let mut files = Files::default();
    let file = files.add("chien_dich.yaml", text.clone());
    let written = |value: &str, key: &str| {
        let start = text.find(key).expect("the key") + key.len();
        Located::new(value.to_owned(), Place { file, span: start..start + value.len() })
    };
    let (tep, trang) = (written(tep, "{tep: "), trang.map(|trang| written(trang, ", trang: ")));
    let mut sink = Sink::default();
    let list = bang_tinh::bang_tinh(&Project::of(&campaign), &campaign, &tep, trang.as_ref(), &mut files, &mut sink);
    let doc = Doc { list, found: sink.into_sorted(), files, folder: format!("{}/", project.path().display()) };
    doc.sound();
    doc
}

/// Reads bytes as the file `name`.
fn doc(name: &str, bytes: impl AsRef<[u8]>) -> Doc {
    doc_trong(&TestProject::new().file(name, bytes), name, None)
}

impl Doc {
    /// What holds of every list and every finding.
    fn sound(&self) {
        let inside = |place: &Place| {
            let text = self.files.text(place.file);
            assert!(place.span.end <= text.len() && text.get(place.span.clone()).is_some(), "{place:?}");
        };
        assert!(self.list.is_some() || !self.found.is_empty(), "no list, and no word why");
        for finding in self.found.iter().chain(self.list.iter().flat_map(|list| &list.hong)) {
            finding.place.iter().chain(finding.also.iter().map(|(place, _)| place)).for_each(inside);
            assert!(finding.place.is_some(), "{} has no place", finding.message);
        }
        for dong in self.list.iter().flat_map(|list| &list.dong) {
            inside(&dong.place);
            for o in &dong.o {
                inside(&o.place);
                assert!(dong.place.span.start <= o.place.span.start && o.place.span.end <= dong.place.span.end);
                assert!(!o.value.contains(['\n', '\t']) && o.value.trim() == o.value, "{:?}", o.value);
            }
        }
    }

    /// The list, a line a row: its number, then its cells by the names of their columns.
    fn bang(&self) -> String {
        let Some(list) = &self.list else { return String::new() };
        let mut out = list.cot.iter().map(|cot| format!("{} ({})", cot.ma, cot.ten)).collect::<Vec<_>>().join(", ");
        for dong in &list.dong {
            out.push_str(&format!("\n{}: ", dong.so));
            out.push_str(&dong.o.iter().map(|o| format!("[{}]", o.value)).collect::<String>());
        }
        out
    }

    /// What a user reads, the folder's name cut out: of the list, then of its rows.
    fn messages(&self) -> String {
        let rows = self.list.iter().flat_map(|list| &list.hong);
        let shown = self.found.iter().chain(rows).map(|finding| human::render(&self.files, finding, false));
        shown.collect::<Vec<_>>().join("\n\n").replace(&self.folder, "")
    }

    /// The list and all that is said of it.
    fn all(&self) -> String {
        format!("{}\n\n{}", self.bang(), self.messages())
    }

    /// The cells of a row, by its number in Excel.
    fn dong(&self, so: usize) -> Vec<&str> {
        let list = self.list.as_ref().unwrap_or_else(|| panic!("a list\n{}", self.messages()));
        let dong = list.dong.iter().find(|dong| dong.so == so).unwrap_or_else(|| panic!("row {so}\n{}", self.all()));
        dong.o.iter().map(|o| o.value.as_str()).collect()
    }
}

fn snapshot(name: &str, text: &str) {
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, text);
    });
}

#[test]
fn a_cell_is_found_by_the_name_of_its_column() {
    let doc = doc("a.csv", "STT;Tên đơn vị\r\n1;Sở Y tế\r\n");
    let list = doc.list.as_ref().expect("a list");
    let o = list.o(&list.dong[0], "ten_don_vi").expect("a cell");
    assert_eq!((o.value.as_str(), doc.files.slice(&o.place)), ("Sở Y tế", "Sở Y tế"));
    assert_eq!(doc.files.line_column(&o.place), (2, 3));
    assert_eq!((list.cot("stt"), list.cot("ten")), (Some(0), None));
    assert!(list.o(&list.dong[0], "ten").is_none());
}

#[test]
fn files_that_are_not_there_or_not_in_the_project_are_not_read() {
    let outside = tempfile::NamedTempFile::new().expect("a file outside the project");
    std::fs::write(outside.path(), "Tên\nnội dung mật\n").expect("a written file");
    let project = TestProject::new().file("don_vi.csv", "Tên\nSở Y tế\n").file("thu_muc/a.csv", "Tên\nSở Y tế\n");
    #[cfg(unix)]
    std::os::unix::fs::symlink(outside.path(), project.path().join("lien_ket.csv")).expect("a link");
    let tep = ["donvi.csv", "khac.xlsx", "thu_muc", "lien_ket.csv", "../a.csv"];
    let said: Vec<String> = tep.iter().map(|tep| doc_trong(&project, tep, None).messages()).collect();
    let said = said.join("\n\n");
    assert!(!said.contains("nội dung mật"));
    snapshot("tep_khong_co", &said);
    assert!(doc_trong(&project, "thu_muc/a.csv", None).list.is_some());
}

#[test]
fn files_that_are_no_tables_are_named() {
    let project = TestProject::new()
        .file("trang_web.xls", "\u{feff}\n<html><table><tr><td>Tên</td></tr></table></html>")
        .file("ban_in.pdf", "%PDF-1.7\n")
        .file("anh.xlsx", b"\x89PNG\r\n\x1a\n\0\0")
        .file("mat_khau.xlsx", fixture("mat_khau.xlsx"))
        .file("kieu_cu.xls", fixture("kieu_cu.xls"))
        .file("van_ban.docx", fixture("van_ban.docx"))
        .file("bang.ods", fixture("bang.ods"))
        .file("nen.zip", fixture("nen.zip"))
        .file("rong.csv", "")
        .file("trang.csv", "\u{feff}\r\n;;\r\n\r\n");
    let names = [
        "trang_web.xls",
        "ban_in.pdf",
        "anh.xlsx",
        "mat_khau.xlsx",
        "kieu_cu.xls",
        "van_ban.docx",
        "bang.ods",
        "nen.zip",
        "rong.csv",
        "trang.csv",
    ];
    let said: Vec<String> = names.iter().map(|tep| doc_trong(&project, tep, None).messages()).collect();
    snapshot("khong_phai_bang", &said.join("\n\n"));
}
