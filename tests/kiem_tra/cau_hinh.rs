//! What is put aside and why: `--bo-qua`, comments with a reason, `vanthu.yaml`.

use super::{HOA, findings, vanthu};
use crate::cli::TOT;
use crate::support::project::{TestProject, ke_hoach};

const DRAFT: &str = "Sức khỏe nhân dân.\n";

#[test]
fn a_project_sets_what_a_rule_weighs() {
    let of = |muc: &str| {
        let settings = format!("# của Sở Y tế\nkiem_tra:\n  {HOA}: {muc}\n");
        let project = TestProject::new().file("vanthu.yaml", settings).file("bai.txt", DRAFT);
        findings(project.path(), HOA, &["bai.txt", "--goi-y"]).first().map(|f| f["severity"].clone())
    };
    assert_eq!(of("lỗi"), Some("loi".into()));
    assert_eq!(of("cảnh báo"), Some("canh_bao".into()));
    assert_eq!(of("gợi ý"), Some("goi_y".into()));
    assert_eq!(of("tắt"), None);
}

#[test]
fn a_campaign_is_weighed_by_its_project_too() {
    let campaign = ke_hoach(&TOT.replace("Nội dung.", "Sức khỏe nhân dân."));
    let project = TestProject::new().file("thu.yaml", campaign);
    assert_eq!(vanthu(project.path(), &["render", "thu.yaml", "--strict"]).code, 1);
    let project = project.file("vanthu.yaml", format!("kiem_tra: {{{HOA}: cảnh báo}}\n"));
    assert_eq!(findings(project.path(), HOA, &["thu.yaml"])[0]["severity"], "canh_bao");
    assert_eq!(vanthu(project.path(), &["render", "thu.yaml", "--strict"]).code, 0);
}

/// Drafts lie anywhere: their folder needs no data of a project for its settings to count.
#[test]
fn settings_count_in_a_folder_without_data() {
    let folder = tempfile::tempdir().expect("a folder");
    let inner = folder.path().join("nam_2026");
    std::fs::create_dir(&inner).expect("a folder");
    std::fs::write(folder.path().join("vanthu.yaml"), format!("kiem_tra: {{{HOA}: tắt}}\n")).expect("settings");
    std::fs::write(inner.join("bai.txt"), DRAFT).expect("a draft");
    assert_eq!(findings(&inner, HOA, &["bai.txt"]).len(), 0);
}

#[test]
fn slips_in_the_settings_are_shown_at_their_places() {
    let mut all = String::new();
    for settings in [
        "kiem-tra:\n  so-thu-tu: tắt\n",
        "kiem_tra:\n  so-thu-t: tắt\n",
        "kiem_tra:\n  so-thu-tu: nặng\n",
        "kiem_tra:\n  so-thu-tu: tắt\n  so-thu-tu: lỗi\n",
        "kiem_tra:\n  khoa-la: tắt\n",
        "kiem_tra: [so-thu-tu]\n",
        "so-thu-tu\n",
    ] {
        let project = TestProject::new().file("vanthu.yaml", settings).file("bai.txt", "Phòng họp.\n");
        let run = vanthu(project.path(), &["check", "bai.txt"]);
        assert_eq!(run.code, 1, "{settings}");
        all.push_str(&format!("{}\n", run.err));
    }
    insta::assert_snapshot!(all);
    for sound in ["", "# kiem_tra:\n", "kiem_tra:\n", "kiem_tra: {}\n"] {
        let project = TestProject::new().file("vanthu.yaml", sound).file("bai.txt", "Phòng họp.\n");
        assert_eq!(vanthu(project.path(), &["check", "bai.txt"]).code, 0, "{sound}");
    }
}

#[test]
fn a_rule_is_put_aside_for_a_run() {
    let project = TestProject::new().file("bai.txt", DRAFT);
    assert_eq!(vanthu(project.path(), &["check", "bai.txt", "--bo-qua", HOA]).code, 0);
    let run = vanthu(project.path(), &["check", "bai.txt", "--bo-qua", "viet-hoa-nhandan"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("có phải là viet-hoa-nhan-dan?"), "{}", run.err);
    let run = vanthu(project.path(), &["check", "bai.txt", "--bo-qua", "khoa-la"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("không bỏ qua được"), "{}", run.err);
}

/// In a value, at its end or above it; in a body, above the paragraph. Nothing of it is printed, and `--strict` agrees.
#[test]
fn a_comment_with_a_reason_silences_a_rule_at_its_place() {
    let body = "noi_dung: |\n  <!-- bo-qua viet-hoa-nhan-dan: trích nguyên văn -->\n  “Sức khỏe nhân dân.”\n\n  \
                Hết.";
    let comment = "# bo-qua viet-hoa-nhan-dan: tên cuộc thi";
    let fields = TOT
        .replace("trich_yeu: Thử", &format!("trich_yeu: Sức khỏe nhân dân  {comment}"))
        .replace("noi_nhan: [A]", &format!("noi_nhan:\n  {comment}\n  - Cổng góp ý của nhân dân"))
        .replace("noi_dung: |\n  Nội dung.", body);
    let silent = TestProject::new().file("thu.yaml", ke_hoach(&fields));
    assert_eq!(findings(silent.path(), HOA, &["thu.yaml"]), [""; 0]);
    assert_eq!(findings(silent.path(), "bo-qua-thua", &["thu.yaml", "--goi-y"]), [""; 0]);
    let rendered = silent.render("thu.yaml");
    let printed = rendered.pdf().text();
    assert!(printed.contains("Sức khỏe nhân dân") && !printed.contains("bo-qua"), "{printed}");
    assert_eq!(vanthu(silent.path(), &["render", "thu.yaml", "--strict"]).code, 0);
    let loud = TestProject::new().file("thu.yaml", ke_hoach(&fields).replace("viet-hoa-nhan-dan", "so-thu-tu"));
    assert_eq!(findings(loud.path(), HOA, &["thu.yaml"]).len(), 3);
    assert_eq!(findings(loud.path(), "bo-qua-thua", &["thu.yaml", "--goi-y"]).len(), 3);
}

#[test]
fn a_comment_without_a_reason_or_of_no_rule_is_a_warning() {
    for (comment, said) in [
        ("bo-qua viet-hoa-nhan-dan", "phải có tên quy tắc và lý do"),
        ("bo-qua viet-hoa-nhan-dan:", "phải có tên quy tắc và lý do"),
        ("bo-qua viet-hoa: trích", "không có quy tắc “viet-hoa”"),
        ("bo-qua khoa-la: trích", "khoa-la là lỗi phải sửa mới làm được văn bản"),
    ] {
        let project = TestProject::new().file("bai.md", format!("<!-- {comment} -->\n{DRAFT}"));
        let warned = findings(project.path(), "bo-qua-thieu-ly-do", &["bai.md"]);
        assert_eq!(warned.len(), 1, "{comment}");
        assert!(warned[0]["message"].as_str().is_some_and(|m| m.contains(said)), "{}", warned[0]);
        assert_eq!((&warned[0]["severity"], &warned[0]["line"]), (&"canh_bao".into(), &1.into()));
        assert_eq!(findings(project.path(), HOA, &["bai.md"]).len(), 1, "{comment} silences nothing");
    }
}
