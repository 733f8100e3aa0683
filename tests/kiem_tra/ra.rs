//! What `check` prints for people and for programs, and what `explain` tells.

use super::{HOA, findings, vanthu, with_input};
use crate::cli::TOT;
use crate::support::project::{TestProject, ke_hoach};
use serde_json::Value;

const DRAFT: &str = "Công tác năm 2026.\n\nNâng cao sức khỏe nhân dân trong tỉnh.\n";

fn drafts() -> TestProject {
    TestProject::new().file("bai.txt", DRAFT).file("Kế hoạch số 1.md", DRAFT)
}

#[test]
fn json_has_these_keys_and_the_words_themselves() {
    let project = drafts();
    let found = findings(project.path(), HOA, &["bai.txt"]);
    let [finding] = found.as_slice() else { panic!("{found:?}") };
    let keys: Vec<&String> = finding.as_object().expect("an object").keys().collect();
    let wanted = ["file", "line", "column", "end_line", "end_column", "rule", "severity", "clause", "message", "fix"];
    assert_eq!(keys, wanted);
    let line: Vec<char> = DRAFT.lines().nth(2).expect("the line").chars().collect();
    let at = |key: &str| usize::try_from(finding[key].as_u64().expect("a number")).expect("small");
    assert_eq!((at("line"), at("end_line")), (3, 3));
    let words: String = line[at("column") - 1..at("end_column") - 1].iter().collect();
    assert_eq!(words, "nhân dân");
    assert_eq!(
        (&finding["file"], &finding["severity"], &finding["fix"]),
        (&Value::from("bai.txt"), &Value::from("loi"), &Value::from("Nhân dân"))
    );
    assert!(finding["clause"].as_str().is_some_and(|clause| clause.contains("Phụ lục II")), "{finding}");
    assert!(finding["message"].as_str().is_some_and(|message| message.contains("viết là “Nhân dân”")), "{finding}");
}

#[test]
fn programs_get_their_format_and_nothing_else() {
    let project = drafts();
    for (input, code) in [("bai.txt", 1), ("khong_co.txt", 1), ("sach.txt", 0)] {
        let project = TestProject::new().file("bai.txt", DRAFT).file("sach.txt", "Phòng họp.\n");
        let run = vanthu(project.path(), &["check", input, "--format", "json"]);
        let all: Vec<Value> = serde_json::from_str(&run.out).expect("a JSON array");
        assert_eq!((run.code, run.err.as_str()), (code, ""), "{input}");
        assert_eq!(all.is_empty(), code == 0, "{}", run.out);
    }
    let missing = findings(project.path(), "khong-doc-duoc-tep", &["khong_co.txt"]);
    assert_eq!(missing[0]["file"], "khong_co.txt");
    assert_eq!((&missing[0]["line"], &missing[0]["end_column"]), (&Value::from(1), &Value::from(1)));
}

#[test]
fn campaigns_drafts_and_standard_input_in_one_run() {
    let campaign = ke_hoach(&TOT.replace("Nội dung.", "Sức khỏe nhân dân."));
    let project = drafts().file("thu.yaml", campaign);
    let run = with_input(project.path(), &["check", "thu.yaml", "bai.txt", "-", "--format", "github"], "Của nhân dân.");
    let of_rule: Vec<&str> = run.out.lines().filter(|line| line.contains(&format!("title={HOA}::"))).collect();
    let files: Vec<&str> = of_rule.iter().filter_map(|l| l.split("file=").nth(1)?.split(',').next()).collect();
    assert_eq!(files, ["thu.yaml", "bai.txt", "-"], "{}", run.out);
    assert!(of_rule[1].starts_with("::error file=bai.txt,line=3,endLine=3,col=19,endColumn=27,title="), "{}", run.out);
    assert_eq!(run.code, 1);
}

#[test]
fn a_folder_stands_for_the_drafts_in_it() {
    let project = TestProject::new()
        .file("ban_thao/b.md", DRAFT)
        .file("ban_thao/a.txt", DRAFT)
        .file("ban_thao/~$b.docx", "khóa của Word")
        .file("ban_thao/ghi_chu.xlsx", "không phải bản thảo")
        .file("trong/anh.png", "");
    let run = vanthu(project.path(), &["check", "ban_thao", "--format", "json"]);
    let all: Vec<Value> = serde_json::from_str(&run.out).expect("JSON");
    let mut files: Vec<&str> = all.iter().filter_map(|found| found["file"].as_str()).collect();
    files.dedup();
    assert_eq!(files, ["ban_thao/a.txt", "ban_thao/b.md"]);
    let run = vanthu(project.path(), &["check", "trong"]);
    assert!(run.code == 1 && run.err.contains("đây là thư mục"), "{}", run.err);
}

/// SARIF 2.1.0: §3.27 results, §3.49 rules, §3.30.5 columns, §3.4.4 relative URIs.
#[test]
fn sarif_names_rules_places_and_fixes() {
    let project = drafts();
    let run = vanthu(project.path(), &["check", "Kế hoạch số 1.md", "--format", "sarif"]);
    let log: Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!(log["version"], "2.1.0");
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().expect("rules");
    let results = log["runs"][0]["results"].as_array().expect("results");
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().expect("an index")).expect("small");
        assert_eq!(result["ruleId"], rules[index]["id"]);
        assert!(rules[index]["help"]["text"].as_str().is_some_and(|help| help.len() > 40), "{}", rules[index]);
    }
    let result = results.iter().find(|result| result["ruleId"] == HOA).expect("the finding");
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "K%E1%BA%BF%20ho%E1%BA%A1ch%20s%E1%BB%91%201.md");
    let region = serde_json::json!({"startLine": 3, "startColumn": 19, "endLine": 3, "endColumn": 27});
    assert_eq!(place["region"], region);
    let change = &result["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!((&change["deletedRegion"], &change["insertedContent"]["text"]), (&region, &Value::from("Nhân dân")));
}

#[test]
fn people_see_the_line_the_clause_and_the_count() {
    let project = drafts();
    let run = vanthu(project.path(), &["check", "bai.txt"]);
    let shown = [
        "lỗi[viet-hoa-nhan-dan]",
        "bai.txt:3:19",
        "Nâng cao sức khỏe nhân dân trong tỉnh.",
        "━━━━━━━━",
        "căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục II",
        "cách sửa: viết: Nhân dân",
    ];
    shown.iter().for_each(|words| assert!(run.err.contains(words), "{words}: {}", run.err));
    let last = run.err.lines().next_back().unwrap_or_default();
    assert!(last.starts_with("bai.txt: ") && last.contains(" lỗi"), "{last}");
}

#[test]
fn suggestions_are_shown_when_asked_for_in_every_format() {
    let text = "<!-- bo-qua viet-hoa-nhan-dan: tên riêng -->\nPhòng họp.\n";
    let project = TestProject::new().file("bai.txt", text);
    let run = vanthu(project.path(), &["check", "bai.txt"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert_eq!(run.out, "bai.txt: không có lỗi (thêm 1 gợi ý: --goi-y)\n");
    assert_eq!(findings(project.path(), "bo-qua-thua", &["bai.txt"]).len(), 0);
    assert_eq!(findings(project.path(), "bo-qua-thua", &["bai.txt", "--goi-y"]).len(), 1);
    let run = vanthu(project.path(), &["check", "bai.txt", "--goi-y"]);
    assert!(run.err.ends_with("bai.txt: 1 gợi ý\n"), "{}", run.err);
    assert_eq!(run.code, 0);
}

#[test]
fn only_errors_end_with_1() {
    let warned = ke_hoach(&format!("ngay: 14/02/2025\n{TOT}"));
    let project = TestProject::new().file("thu.yaml", warned);
    let found = findings(project.path(), "nam-ban-hanh", &["thu.yaml"]);
    assert_eq!(found[0]["severity"], "canh_bao");
    assert_eq!(vanthu(project.path(), &["check", "thu.yaml"]).code, 0);
}

/// Judged by NĐ 30 all the same, and said once.
#[test]
fn an_older_document_is_said_to_be_one() {
    let fields = format!("ngay: 14/02/2017\n{}", TOT.replace("Nội dung.", "Sức khỏe nhân dân."));
    let campaign = ke_hoach(&fields).replace("nam: 2026", "nam: 2017");
    let two = format!("{campaign}  cong_van:\n    {}\n", fields.replace('\n', "\n    "));
    let project = TestProject::new().file("thu.yaml", two);
    let notes = findings(project.path(), "quy-dinh-cu", &["thu.yaml"]);
    assert_eq!(notes.len(), 1, "{notes:?}");
    assert!(notes[0]["message"].as_str().is_some_and(|m| m.contains("Thông tư 01/2011/TT-BNV")));
    assert_eq!(findings(project.path(), HOA, &["thu.yaml"])[0]["severity"], "loi");
    let lowered = findings(project.path(), HOA, &["thu.yaml", "--quy-dinh", "theo-ngay", "--goi-y"]);
    assert_eq!(lowered[0]["severity"], "goi_y");
    let run = vanthu(project.path(), &["check", "thu.yaml", "--quy-dinh", "theo-ngay"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let newer = TestProject::new().file("thu.yaml", ke_hoach(&format!("ngay: 14/02/2026\n{TOT}")));
    assert_eq!(findings(newer.path(), "quy-dinh-cu", &["thu.yaml", "--goi-y"]).len(), 0);
}

#[test]
fn a_rule_is_explained_and_an_unknown_one_is_asked_back() {
    let project = drafts();
    let run = vanthu(project.path(), &["explain", HOA]);
    let told = [HOA, "lỗi", "Viết hoa", "Căn cứ: NĐ 30", "Sai:", "Đúng:", "# bo-qua viet-hoa-nhan-dan: lý do"];
    told.iter().for_each(|words| assert!(run.out.contains(words), "{words}: {}", run.out));
    assert_eq!(run.code, 0);
    let run = vanthu(project.path(), &["explain", "viet-hoa-nhan-da"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("có phải là viet-hoa-nhan-dan?"), "{}", run.err);
}

#[test]
fn every_name_that_a_finding_may_bear_is_listed_and_explained() {
    let project = drafts();
    let listed = vanthu(project.path(), &["explain"]).out;
    let names: Vec<&str> = listed.lines().filter_map(|l| l.strip_prefix("  ")?.split_whitespace().next()).collect();
    let codes = vanthu::pipeline::codes();
    assert_eq!(names.len(), codes.len());
    for code in codes {
        assert!(names.contains(&code.name), "{} is not listed", code.name);
    }
    for ho in vanthu::check::Ho::ALL {
        let some = vanthu::check::RULES.iter().any(|rule| rule.ho == ho);
        assert_eq!(listed.contains(&format!("{}:\n", ho.ten())), some, "{}", ho.ten());
    }
    assert!(vanthu(project.path(), &["explain", "khong-tim-thay"]).out.contains("Phải sửa mới làm được văn bản"));
}

/// The example in the guide: its words, and what is said of them.
#[test]
fn the_guide_shows_what_is_printed() {
    let guide = include_str!("../../docs/huong_dan.md");
    let block = |behind: &str| {
        let (_, rest) = guide.split_once(behind).expect("the guide has it");
        let (_, block) = rest.split_once("```text\n").expect("a block");
        block.split_once("```").expect("its end").0
    };
    let project = TestProject::new().file("bai.txt", block("Ví dụ tệp `bai.txt` có hai câu:"));
    let run = vanthu(project.path(), &["check", "bai.txt"]);
    assert_eq!(run.err, block("Lệnh `vanthu check bai.txt` trả lời:"));
}
