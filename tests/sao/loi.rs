//! What `vanthu sao` says when something is wrong.

use super::goc::{self, Trang};
use super::{NGUOI, mot_trang, stderr, vanthu};
use crate::support::project::TestProject;

#[test]
fn help_is_vietnamese() {
    let output = vanthu(&std::env::temp_dir(), &["sao", "--help"]);
    assert_eq!(output.status.code(), Some(0));
    insta::assert_snapshot!(String::from_utf8_lossy(&output.stdout));
}

/// Files that cannot be copied: the exit code is 1 and nothing is written.
#[test]
fn a_file_that_cannot_be_copied() {
    let sound = mot_trang(100.0);
    let project = TestProject::new()
        .file("trong.pdf", "")
        .file("anh.pdf", b"\x89PNG\r\n\x1a\n")
        .file("cut.pdf", &sound[..sound.len() / 3])
        .file("khong_trang.pdf", goc::bytes(goc::pdf(&[])))
        .file("khoa.pdf", goc::khoa())
        .file("thu_muc/x", "");
    let mut all = String::new();
    for tep in ["khong_co.pdf", "thu_muc", "trong.pdf", "anh.pdf", "cut.pdf", "khong_trang.pdf", "khoa.pdf"] {
        let output = vanthu(project.path(), &[&["sao", tep], &NGUOI[..]].concat());
        assert_eq!(output.status.code(), Some(1), "{tep}: {}", stderr(&output));
        all.push_str(&format!("$ vanthu sao {tep} …\n{}\n", stderr(&output)));
    }
    assert!(!project.path().join("output").exists());
    insta::assert_snapshot!(all);
}

/// Mistakes of the request: the exit code is 2, all of them in one run, each at its word.
#[test]
fn a_request_that_cannot_be_met() {
    // An agency that has no name in lower case.
    let agency = "ten: [SỞ Y TẾ]\nviet_tat: S\ndia_danh: Nơi\nnguoi:\n  a: {ho_ten: Lê Văn An, chuc_vu: Giám đốc}\n";
    let project = TestProject::new().file("goc.pdf", mot_trang(100.0)).file("data/co_quan/so.yaml", agency);
    let cases: [&[&str]; 10] = [
        &["--co-quan", "syt_thai_bin", "--nguoi-ky", "tran_quang_hai"],
        &["--co-quan", "syt_thai_binh", "--nguoi-ky", "ai_do", "--so", "5a", "--ngay", "31/4/2027"],
        &["--co-quan", "syt_thai_binh", "--nguoi-ky", "tran_quang_hai", "--hinh-thuc", "trich-sao"],
        &["--co-quan", "syt_thai_binh", "--nguoi-ky", "tran_quang_hai", "--hinh-thuc", "sao-i"],
        &["--co-quan", "syt_thai_binh", "--nguoi-ky", "tran_quang_hai", "--quyen-han", "TP", "--noi-nhan", "☐ A"],
        &["--co-quan", "syt_thai_binh"],
        &["--co-quan", "so", "--dien-tu"],
        &["--co-quan", "syt_thai_binh", "--dien-tu", "--ten-co-quan", "Sở Y tế", "--thoi-gian-ky", "10:30"],
        &["--co-quan", "syt_thai_binh", "--nguoi-ky", "tran_quang_hai", "--ten-co-quan", "Sở Y tế"],
        &["--co-quan", "syt_thai_binh", "--dien-tu", "--so", "5"],
    ];
    let mut all = String::new();
    for args in cases {
        let output = vanthu(project.path(), &[&["sao", "goc.pdf"], args].concat());
        assert_eq!(output.status.code(), Some(2), "{args:?}: {}", stderr(&output));
        all.push_str(&format!("$ vanthu sao goc.pdf {}\n{}\n", args.join(" "), stderr(&output)));
    }
    assert!(!project.path().join("output").exists());
    insta::assert_snapshot!(all);
}

#[test]
fn the_original_is_never_written_over() {
    let sound = goc::bytes(goc::pdf(&[Trang::default()]));
    let project = TestProject::new().file("goc.pdf", &sound).file("con/x", "");
    for ra in ["goc.pdf", "con/../goc.pdf"] {
        let output = vanthu(project.path(), &[&["sao", "goc.pdf", "-o", ra], &NGUOI[..]].concat());
        assert_eq!(output.status.code(), Some(1));
        assert!(stderr(&output).contains("trùng tên với tệp gốc"), "{}", stderr(&output));
    }
    assert!(std::fs::read(project.path().join("goc.pdf")).expect("the original") == sound);
    let output = vanthu(project.path(), &[&["sao", "goc.pdf", "-o", "con"], &NGUOI[..]].concat());
    assert_eq!(output.status.code(), Some(1), "a folder is no file: {}", stderr(&output));
}
