//! `noi_dung: {tep: …}`: mistakes are shown in the body's own file; no file outside the project is read.

use super::{fixture, project, refused};

#[test]
fn mistakes_are_shown_in_the_body_file() {
    let project = project("tep/noi_dung_o_tep.yaml").file("than_bai.md", fixture("tep/than_bai.md"));
    refused(&project, "tep/than_bai");
}

#[test]
fn files_that_cannot_be_read_are_blamed_where_they_are_named() {
    let outside = tempfile::NamedTempFile::new().expect("a file outside the project");
    std::fs::write(outside.path(), "nội dung mật").expect("a written file");
    let project = project("tep/tep_khong_doc_duoc.yaml")
        .file("than_bai.md", "Sở Y tế phát động thi đua.\n")
        .file("thu_muc/a.md", "a")
        .file("anh.md", b"\x89PNG\r\n\x1a\n\0\0")
        .file("tcvn3.md", "Së Y tÕ ph¸t ®éng thi ®ua.\n");
    #[cfg(unix)]
    std::os::unix::fs::symlink(outside.path(), project.path().join("lien_ket.md")).expect("a link");
    let rendered = refused(&project, "tep/tep_khong_doc_duoc");
    assert!(!rendered.messages().contains("nội dung mật"));
}

#[test]
fn a_sound_body_file_is_printed() {
    let text = "Sở Y tế phát động thi đua năm {{ nam }}.\r\n\r\n# Mục đích\r\n\r\nNâng cao chất lượng.\r\n";
    let rendered = project("tep/noi_dung_o_tep.yaml").file("than_bai.md", text).render("chien_dich.yaml");
    assert_eq!(rendered.messages(), "");
    let words = rendered.pdf().pages[0].lines().iter().map(|l| l.text.clone()).collect::<Vec<_>>().join("\n");
    assert!(words.contains("Sở Y tế phát động thi đua năm 2026.") && words.contains("I. MỤC ĐÍCH"), "{words}");
}
