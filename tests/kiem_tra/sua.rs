//! `check --fix`: certain fixes, nothing else of a file, a diff.

use super::{HOA, findings, vanthu};
use crate::cli::TOT;
use crate::support::project::{TestProject, ke_hoach};
use std::path::Path;

fn read(folder: &Path, name: &str) -> Vec<u8> {
    std::fs::read(folder.join(name)).expect("a file")
}

/// BOM, CRLF, decomposed letters, odd spaces: all of it stays; a second run has nothing to do.
#[test]
fn a_draft_is_mended_and_nothing_else_of_it_changes() {
    let text = "\u{feff}Sở Y tê\u{301} Thái Bình\r\n\r\nSức khỏe nhân dân, của nhân dân.\r\n\tHết\t\r\n";
    let project = TestProject::new().file("bai.txt", text);
    let run = vanthu(project.path(), &["check", "bai.txt", "--fix"]);
    let wanted = text.replace("nhân dân", "Nhân dân");
    assert_eq!(String::from_utf8(read(project.path(), "bai.txt")).expect("UTF-8"), wanted, "{}", run.err);
    for line in ["--- bai.txt", "+++ bai.txt", "-Sức khỏe nhân dân, của nhân dân.", "+Sức khỏe Nhân dân, của Nhân dân."]
    {
        assert!(run.out.lines().any(|shown| shown == line), "{line}: {}", run.out);
    }
    assert!(run.out.contains("chỗ trong 1 tệp"), "{}", run.out);
    assert_eq!(findings(project.path(), HOA, &["bai.txt"]).len(), 0);
    let before = read(project.path(), "bai.txt");
    let again = vanthu(project.path(), &["check", "bai.txt", "--fix"]);
    assert!(again.out.contains("không có chỗ nào tự sửa được"), "{}", again.out);
    assert_eq!(read(project.path(), "bai.txt"), before);
}

/// Whatever file of the project the words stand in, each mended once, though two campaigns share it.
#[test]
fn a_campaign_is_mended_in_the_files_it_reads() {
    let part = "Một.\n\nSức khỏe nhân dân.\n";
    let body = TOT.replace("Nội dung.", "Của nhân dân.  \n  {% include \"phan.md\" %}");
    let campaign = ke_hoach(&body).replace("trich_yeu: Thử", "trich_yeu: 'Vì nhân dân'   # ghi chú: nhân dân");
    let project = TestProject::new()
        .file("a.yaml", &campaign)
        .file("b.yaml", &campaign)
        .file("phan.md", part.replace('\n', "\r\n"))
        .file("khac.md", part);
    let run = vanthu(project.path(), &["check", "a.yaml", "b.yaml", "--fix"]);
    let text = |name| String::from_utf8(read(project.path(), name)).expect("UTF-8");
    let wanted = campaign.replace("Của nhân dân", "Của Nhân dân").replace("'Vì nhân dân'", "'Vì Nhân dân'");
    assert_eq!(text("a.yaml"), wanted, "{}{}", run.out, run.err);
    assert_eq!(text("b.yaml"), wanted);
    assert_eq!(text("phan.md"), "Một.\r\n\r\nSức khỏe Nhân dân.\r\n");
    assert_eq!(text("khac.md"), part);
    assert_eq!(run.out.matches("--- ").count(), 3, "{}", run.out);
    assert!(run.out.contains("trong 3 tệp"), "{}", run.out);
}

#[test]
fn what_is_only_looked_at_is_not_written() {
    let text = "Sức khỏe nhân dân.\n";
    let project = TestProject::new().file("bai.md", text);
    let run = vanthu(project.path(), &["check", "bai.md", "--fix", "--chi-xem"]);
    assert!(run.out.contains("+Sức khỏe Nhân dân.") && run.out.contains("sẽ sửa 1 chỗ"), "{}", run.out);
    assert_eq!(run.code, 1, "the error is still there");
    assert_eq!(read(project.path(), "bai.md"), text.as_bytes());
    assert_eq!(vanthu(project.path(), &["check", "bai.md", "--chi-xem"]).code, 2);
}

#[test]
fn what_is_silenced_is_not_mended() {
    let text = "<!-- bo-qua viet-hoa-nhan-dan: trích nguyên văn -->\nSức khỏe nhân dân.\n\nCủa nhân dân.\n";
    let project = TestProject::new().file("bai.md", text);
    vanthu(project.path(), &["check", "bai.md", "--fix"]);
    let after = String::from_utf8(read(project.path(), "bai.md")).expect("UTF-8");
    assert_eq!(after, text.replace("Của nhân dân", "Của Nhân dân"));
    vanthu(project.path(), &["check", "bai.md", "--fix", "--bo-qua", HOA]);
    assert_eq!(String::from_utf8(read(project.path(), "bai.md")).expect("UTF-8"), after);
}

#[test]
fn standard_input_cannot_be_mended() {
    let project = TestProject::new();
    let run = vanthu(project.path(), &["check", "-", "--fix"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("--fix không sửa được chữ đọc từ đầu vào chuẩn"), "{}", run.err);
}
