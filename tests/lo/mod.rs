//! Batches: one document a row, names of lists and groups, journals, shards, and what stops what.

mod dung;

use crate::support::pdf::Pdf;
use crate::support::project::{TestProject, open};
use std::collections::BTreeMap;
use std::path::Path;
use vanthu::diag::human;
use vanthu::pipeline::{Outcome, Shard, Task, Watch};
use vanthu::typeset::Format;

/// Letters to the rows of a list, and one to all of them.
pub const MOI: &str = "\
chien_dich: Thử
nam: 2027
co_quan: so_thu
danh_sach:
  don_vi: {tep: don_vi.csv, khoa: ma, ten: ten_don_vi}
chung:
  don_vi_soan_thao: VP
  nguoi_ky: nguyen_van_a
van_ban:
  thu_moi:
    loai: công văn
    so: 7
    ngay: 05/3/2027
    theo_danh_sach: don_vi
    trich_yeu: mời {{ dong.ten_don_vi }} dự hội nghị
    kinh_gui: \"{{ dong.ten_don_vi }}\"
    noi_nhan: [Như trên]
    noi_dung: |
      Kính mời {{ dong.nguoi_nhan }} dự hội nghị.
      {% if dong.ghi_chu %}

      Ghi chú: {{ dong.ghi_chu }}.
      {% endif %}
  cong_van:
    loai: công văn
    trich_yeu: gửi danh sách
    kinh_gui: [don_vi]
    noi_nhan: [Như trên, benh_vien, {gui: [don_vi], de: thực hiện}]
    noi_dung: |
      Danh sách như sau:
      {% for d in danh_sach.don_vi %}

      - {{ d.ten_don_vi }}: {{ d.nguoi_nhan }};
      {% endfor %}
";

const DON_VI: &str = "\u{feff}Mã;Tên đơn vị;Người nhận;Ghi chú\r\n\
    bv_a;Bệnh viện A;Ông Nguyễn Văn B;\r\n\
    bv_b;Bệnh viện B & C;\"Bà Trần Thị \"\"C\"\"\";đã báo\r\n\
    tt_1;Trung tâm #1;Ông *D*;\r\n";

const SO_THU: &str = "\
ten: [SỞ Y TẾ]
viet_tat: SYT
ten_goi: Sở Y tế
dia_danh: Cao Bằng
che_do: thu_truong
nhom:
  benh_vien: [Bệnh viện Phổi, Bệnh viện Mắt]
nguoi:
  nguyen_van_a: {ho_ten: Nguyễn Văn A, chuc_vu: Giám đốc}
";

pub fn project(don_vi: &str) -> TestProject {
    TestProject::new().file("moi.yaml", MOI).file("don_vi.csv", don_vi).file("data/co_quan/so_thu.yaml", SO_THU)
}

/// A list of so many rows.
pub fn rows(count: usize) -> String {
    let rows = (0..count).map(|i| format!("m{i:04};Đơn vị số {i};Ông Nguyễn Văn {i};\r\n"));
    format!("Mã;Tên đơn vị;Người nhận;Ghi chú\r\n{}", rows.collect::<String>())
}

fn run(project: &TestProject, task: &Task) -> Outcome {
    let path = project.path().join("moi.yaml");
    let output = Some((project.path().join("output"), vec![Format::Pdf]));
    open(&path).run(&path, &Task { output, ..task.clone() }, &Watch::default())
}

fn messages(project: &TestProject, outcome: &Outcome) -> String {
    let shown = outcome.findings.iter().map(|d| human::render(&outcome.files, d, false));
    shown.collect::<Vec<_>>().join("\n\n").replace(&format!("{}/", project.path().display()), "")
}

/// Every PDF below a folder with its bytes, by its path.
pub fn pdfs(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut out = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in std::fs::read_dir(next).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|e| e == "pdf") {
                let name = path.strip_prefix(folder).expect("inside").display().to_string();
                out.insert(name, std::fs::read(path).expect("a file"));
            }
        }
    }
    out
}

fn words(pdf: &[u8]) -> String {
    Pdf::read(pdf).text().replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn each_row_is_a_document_and_a_list_is_named_as_a_whole() {
    let project = project(DON_VI);
    let outcome = run(&project, &Task::default());
    assert_eq!(messages(&project, &outcome), "");
    let made = pdfs(&project.path().join("output/moi"));
    let names: Vec<&str> = made.keys().map(String::as_str).collect();
    assert_eq!(names, ["cong_van.pdf", "thu_moi/bv_a.pdf", "thu_moi/bv_b.pdf", "thu_moi/tt_1.pdf"]);
    let b = words(&made["thu_moi/bv_b.pdf"]);
    assert!(b.contains("Kính gửi: Bệnh viện B & C") && b.contains("Kính mời Bà Trần Thị \"C\" dự hội nghị."), "{b}");
    assert!(b.contains("Ghi chú: đã báo./."), "{b}");
    let d = words(&made["thu_moi/tt_1.pdf"]);
    // Marks in a cell are words: nothing becomes bold, nothing a heading.
    assert!(d.contains("V/v mời Trung tâm #1 dự hội nghị") && d.contains("Kính mời Ông *D* dự hội nghị./."), "{d}");
    let all = words(&made["cong_van.pdf"]);
    for part in [
        "- Bệnh viện A; - Bệnh viện B & C; - Trung tâm #1.",
        "- Như trên; - Bệnh viện Phổi; - Bệnh viện Mắt; - Bệnh viện A (thực hiện);",
        "- Trung tâm #1: Ông *D*./.",
    ] {
        assert!(all.contains(part), "{part}\n{all}");
    }
}

#[test]
fn a_bad_row_stops_nothing_else() {
    let bad = DON_VI.replace("Ông Nguyễn Văn B", "")
        + "bv_b;Bệnh viện lặp;Ông E;\r\n;Bệnh viện không mã;Ông G;\r\na/b;Bệnh viện lạ;Ông H;\r\nbv_z;Bệnh viện Z;Ông K;\r\n";
    let project = project(&bad);
    let outcome = run(&project, &Task::default());
    let made = pdfs(&project.path().join("output/moi"));
    let names: Vec<&str> = made.keys().map(String::as_str).collect();
    assert_eq!(names, ["cong_van.pdf", "thu_moi/bv_b.pdf", "thu_moi/bv_z.pdf", "thu_moi/tt_1.pdf"]);
    insta::assert_snapshot!(messages(&project, &outcome));
}

#[test]
fn strict_writes_nothing_while_a_row_is_wrong() {
    let project = project(&DON_VI.replace("Ông Nguyễn Văn B", ""));
    let strict = Task { strict: true, jobs: 2, ..Task::default() };
    let outcome = run(&project, &strict);
    assert!(outcome.written.is_empty() && !outcome.findings.is_empty());
    assert_eq!(pdfs(&project.path().join("output")).len(), 0);
    let project = project.file("don_vi.csv", DON_VI);
    assert_eq!(run(&project, &strict).written.len(), 4);
    assert_eq!(pdfs(&project.path().join("output/moi")).len(), 4);
    assert!(run(&project, &strict).written.iter().all(|file| file.unchanged));
}

#[test]
fn lists_and_groups_that_are_not_there_are_said() {
    let campaign = MOI
        .replace("theo_danh_sach: don_vi", "theo_danh_sach: don_v")
        .replace("kinh_gui: [don_vi]", "kinh_gui: [don_vị, don_vii, benh_vien_x]")
        .replace("khoa: ma,", "khoa: mã số,")
        .replace("{{ dong.nguoi_nhan }} dự", "{{ dong.nguoi_nhan }} {{ dong.chuc_vu }} dự");
    let project = project(DON_VI).file("moi.yaml", campaign);
    let outcome = run(&project, &Task::default());
    insta::assert_snapshot!(messages(&project, &outcome));
    let campaign = MOI.replace("khoa: ma, ", "").replace("{tep: don_vi.csv", "{tep: don_v.csv").replace(
        "danh_sach:\n  don_vi",
        "danh_sach:\n  trong: {khoa: ma}\n  hai: {tep: don_vi.csv, cac_dong: [{ma: a}]}\n  don_vi",
    );
    let project = project.file("moi.yaml", campaign);
    let outcome = run(&project, &Task::default());
    insta::assert_snapshot!(messages(&project, &outcome));
}

#[test]
fn a_row_names_a_column_that_is_not_there() {
    let project = project(DON_VI).file("moi.yaml", MOI.replace("dong.nguoi_nhan", "dong.nguoi_nan"));
    let outcome = run(&project, &Task::default());
    insta::assert_snapshot!(messages(&project, &outcome));
}

#[test]
fn rows_may_be_written_in_the_campaign() {
    let inline = "don_vi: {khoa: ma, cac_dong: [{ma: a, ten_don_vi: Bệnh viện A, nguoi_nhan: Ông B}, {ma: 02, \
                  ten_don_vi: Bệnh viện C, nguoi_nhan: Bà D, ghi_chu: x}]}";
    let project =
        project("").file("moi.yaml", MOI.replace("don_vi: {tep: don_vi.csv, khoa: ma, ten: ten_don_vi}", inline));
    let outcome = run(&project, &Task::default());
    assert_eq!(messages(&project, &outcome), "");
    let made = pdfs(&project.path().join("output/moi"));
    assert!(words(&made["thu_moi/02.pdf"]).contains("Kính mời Bà D dự hội nghị. Ghi chú: x./."));
    assert!(words(&made["cong_van.pdf"]).contains("- Bệnh viện A; - Bệnh viện C."));
}

#[test]
fn only_what_changed_is_made_again() {
    let project = project(DON_VI);
    // Without the letter that names the whole list, each row stands for itself.
    let alone = MOI.split("  cong_van:\n").next().expect("a beginning");
    let project = project.file("moi.yaml", alone);
    let made = |task: &Task| -> Vec<String> {
        let outcome = run(&project, task);
        assert_eq!(messages(&project, &outcome), "");
        let new = outcome.written.iter().filter(|file| !file.unchanged);
        new.map(|file| file.path.file_name().expect("a name").to_string_lossy().into_owned()).collect()
    };
    assert_eq!(made(&Task::default()).len(), 3);
    assert_eq!(made(&Task::default()), [""; 0]);
    std::fs::write(project.path().join("don_vi.csv"), DON_VI.replace("Ông Nguyễn Văn B", "Ông X")).expect("a file");
    assert_eq!(made(&Task::default()), ["bv_a.pdf"]);
    // A file that was changed or lost is made again.
    std::fs::remove_file(project.path().join("output/moi/thu_moi/bv_b.pdf")).expect("a file");
    std::fs::write(project.path().join("output/moi/thu_moi/tt_1.pdf"), "changed").expect("a file");
    assert_eq!(made(&Task::default()), ["bv_b.pdf", "tt_1.pdf"]);
    // A comment changes no page: nothing is laid out, and nothing is the second time.
    std::fs::write(project.path().join("moi.yaml"), format!("# ghi chú\n{alone}")).expect("a file");
    assert_eq!(made(&Task::default()), [""; 0]);
    std::fs::write(project.path().join("moi.yaml"), alone.replace("so: 7", "so: 8")).expect("a file");
    assert_eq!(made(&Task::default()).len(), 3);
}

/// What was found in a document is told each time, though the document is not made again.
#[test]
fn findings_are_told_again_when_nothing_is_made() {
    let project = project(DON_VI).file("moi.yaml", MOI.replace("05/3/2027", "05/3/2026"));
    let first = messages(&project, &run(&project, &Task::default()));
    assert!(!first.is_empty());
    let again = run(&project, &Task::default());
    assert!(again.written.iter().all(|file| file.unchanged));
    assert_eq!(messages(&project, &again), first);
}

#[test]
fn workers_make_the_same_bytes_in_the_same_order() {
    let (one, many) = (project(&rows(40)), project(&rows(40)));
    let names = |outcome: &Outcome| -> Vec<String> {
        outcome.written.iter().map(|f| f.path.file_name().expect("a name").to_string_lossy().into_owned()).collect()
    };
    let (a, b) = (run(&one, &Task::default()), run(&many, &Task { jobs: 4, ..Task::default() }));
    assert_eq!(names(&a), names(&b));
    assert_eq!(a.written.len(), 41);
    assert!(pdfs(&one.path().join("output")) == pdfs(&many.path().join("output")));
}

#[test]
fn shards_share_the_work_and_nothing_is_done_twice() {
    let (whole, parts) = (project(&rows(30)), project(&rows(30)));
    run(&whole, &Task::default());
    let mut counts = Vec::new();
    for k in 1..=3 {
        let shard = Shard::parse(&format!("{k}/3"));
        let outcome = run(&parts, &Task { shard, ..Task::default() });
        assert!(outcome.written.iter().all(|file| !file.unchanged));
        counts.push(outcome.written.len());
    }
    assert_eq!(counts.iter().sum::<usize>(), 31);
    assert!(counts.iter().all(|count| *count > 3), "{counts:?}");
    assert!(pdfs(&whole.path().join("output")) == pdfs(&parts.path().join("output")));
    // All journals together know all of it.
    assert!(run(&parts, &Task::default()).written.iter().all(|file| file.unchanged));
    assert_eq!(Shard::parse("0/3"), None);
    assert_eq!(Shard::parse("4/3"), None);
}

/// The part a document is in is part of the promise to who splits a run over machines: it never moves.
#[test]
fn a_shard_is_decided_by_the_name_alone() {
    let part = |name: &str| (1..=8).find(|k| Shard { k: *k, n: 8 }.has(name)).expect("one part");
    let parts: Vec<u64> = ["thu_moi/bv_a", "thu_moi/bv_b", "cong_van", "ke_hoach"].map(part).to_vec();
    insta::assert_debug_snapshot!(parts);
}

/// A value that only some rows have: the number, an address, words of the text.
#[test]
fn what_a_row_leaves_open_is_open() {
    let campaign = MOI
        .replace("so: 7", "so: \"{{ dong.so }}\"")
        .replace("ngay: 05/3/2027", "ngay: \"{{ dong.ngay | default(value='') }}\"")
        .replace(
            "noi_nhan: [Như trên]\n    noi_dung",
            "noi_nhan: [Như trên, \"{{ dong.ghi_chu | default(value='') }}\"]\n    noi_dung",
        )
        .replace("{{ dong.nguoi_nhan }} dự", "{{ dong.nguoi_nhan | default(value=\"Thủ trưởng đơn vị\") }} dự")
        .replace("so: \"{{ dong.so }}\"", "so: \"{{ dong.so | default(value='') }}\"");
    let rows =
        "Mã;Tên đơn vị;Người nhận;Ghi chú;Số;Ngày\r\na;Bệnh viện A;;;;\r\nb;Bệnh viện B;Bà C;Phòng D;9;07/3/2027\r\n";
    let project = project(rows).file("moi.yaml", campaign.split("  cong_van:\n").next().expect("a beginning"));
    let outcome = run(&project, &Task::default());
    assert_eq!(messages(&project, &outcome), "");
    let made = pdfs(&project.path().join("output/moi"));
    let (a, b) = (words(&made["thu_moi/a.pdf"]), words(&made["thu_moi/b.pdf"]));
    assert!(a.contains("Kính mời Thủ trưởng đơn vị dự hội nghị./.") && a.contains("- Như trên; - Lưu: VT, VP."), "{a}");
    assert!(a.contains("Số: /SYT-VP") && a.contains("ngày tháng năm 2027"), "{a}");
    assert!(b.contains("Số: 09/SYT-VP") && b.contains("ngày 07 tháng 3 năm 2027") && b.contains("- Phòng D;"), "{b}");
}

/// Names that would fall together, cells that look computed, a list and a group of one name.
#[test]
fn what_would_go_wrong_quietly_is_said() {
    let rows = "Mã;Tên đơn vị;Người nhận;Ghi chú\r\na;Bệnh viện A;Ông B;\r\na-kem-theo-1;Bệnh viện B;Ông C;\r\n\
                c;Bệnh viện {{ nam }};Ông D;\r\n";
    let campaign =
        MOI.replace("danh_sach:\n", "danh_sach:\n  benh_vien: {khoa: ma, cac_dong: [{ma: x, ten: Bệnh viện X}]}\n");
    let project = project(rows).file("moi.yaml", campaign);
    let outcome = run(&project, &Task::default());
    insta::assert_snapshot!(messages(&project, &outcome));
}

/// A row that was taken out leaves its file behind: it is named, for somebody could send it.
#[test]
fn files_of_rows_that_are_gone_are_named() {
    let project = project(DON_VI);
    assert!(run(&project, &Task::default()).left_over.is_empty());
    let less: String = DON_VI.split_inclusive("\r\n").filter(|line| !line.starts_with("bv_a")).collect();
    let project = project.file("don_vi.csv", less);
    let left: Vec<_> = run(&project, &Task::default()).left_over;
    assert!(left.len() == 1 && left[0].ends_with("moi/thu_moi/bv_a.pdf"), "{left:?}");
    let only = Task { only: vec!["thu_moi/tt_1".to_owned()], ..Task::default() };
    assert_eq!(run(&project, &only).written.len(), 1);
}

/// A workbook goes the whole way: dates as the decree writes them, and the row of a formula that failed put aside.
#[test]
fn a_workbook_makes_letters() {
    let fixture = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/danh_sach/fixtures/hong.xlsx");
    let campaign = MOI.split("  cong_van:\n").next().expect("a beginning");
    let campaign = campaign
        .replace("{tep: don_vi.csv, khoa: ma, ten: ten_don_vi}", "{tep: hong.xlsx, khoa: Tên đơn vị}")
        .replace("ngay: 05/3/2027", "ngay: \"{{ dong.ngay_hop }}\"")
        .replace("      {% if dong.ghi_chu %}\n\n      Ghi chú: {{ dong.ghi_chu }}.\n      {% endif %}\n", "");
    let project = project("").file("moi.yaml", campaign).file("hong.xlsx", std::fs::read(fixture).expect("a workbook"));
    let outcome = run(&project, &Task::default());
    let made = pdfs(&project.path().join("output/moi"));
    let letter = words(&made["thu_moi/Sở Y tế.pdf"]);
    assert!(letter.contains("ngày 14 tháng 02 năm 2027") && letter.contains("Kính mời An dự hội nghị./."), "{letter}");
    let said = messages(&project, &outcome);
    assert!(!made.contains_key("thu_moi/Sở Nội vụ.pdf") && said.contains("dòng 3") && said.contains("#N/A"), "{said}");
}
