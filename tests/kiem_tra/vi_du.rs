//! The examples of rules that drafts cannot show: campaigns and files of a project, checked as `vanthu check --trang` does.
//! The others run beside the rules, in `src/check/vi_du.rs` and `src/check/trinh_bay/vi_du.rs`.

use super::vanthu;
use crate::support::project::{TestProject, open};
use std::path::Path;
use vanthu::check::{Kiem, RULES, Rule, ViDu};
use vanthu::diag::{Severity, human};
use vanthu::pipeline::{Task, Watch};

/// A campaign that is sound whatever keys stand in the place of these.
const NEN: &str = "\
chien_dich: Ví dụ
nam: 2026
co_quan: so_y_te
chung:
  loai: kế hoạch
  ngay: 14/02/2026
  don_vi_soan_thao: TCCB
  trich_yeu: Phát động thi đua năm 2026
  can_cu:
    - Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022
  noi_nhan: [Các đơn vị trực thuộc]
  nguoi_ky: nguyen_van_a
  noi_dung: |
    Các đơn vị đăng ký thi đua với Sở Y tế.
";

/// The ground with an example: keys of a document, or the campaign's own where it has `van_ban`.
fn campaign(example: &str) -> String {
    let top = |key: &str| example.lines().any(|line| line.starts_with(key));
    if !top("van_ban:") {
        let indented = example.lines().map(|line| format!("    {line}\n")).collect::<String>();
        return format!("{NEN}van_ban:\n  vi_du:\n{indented}");
    }
    let ground: String =
        NEN.lines().filter(|line| !(top("nam:") && line.starts_with("nam:"))).map(|l| format!("{l}\n")).collect();
    format!("{ground}{example}")
}

/// A project of the agencies that `vanthu new` gives, with a campaign.
fn project(campaign: &str) -> TestProject {
    let agency = |name: &str| shipped(&format!("data/mau_du_an/{name}.yaml"));
    TestProject::new()
        .file("data/co_quan/so_y_te.yaml", agency("so_y_te"))
        .file("data/co_quan/ubnd_tinh_cao_bang.yaml", agency("ubnd_tinh_cao_bang"))
        .file("c.yaml", campaign)
}

fn shipped(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a shipped file")
}

/// Name, severity and words of what is found.
fn found(project: &TestProject, rule: &Rule) -> Vec<(&'static str, Severity, String)> {
    let campaign = project.path().join("c.yaml");
    let task = Task { trang: matches!(rule.kiem, Kiem::Trang(_)), ..Task::default() };
    let outcome = open(&campaign).run(&campaign, &task, &Watch::default());
    let all = outcome.findings.iter();
    all.map(|f| (f.code.name, f.severity, human::render(&outcome.files, f, false))).collect()
}

#[test]
fn every_example_of_a_campaign_is_caught_and_its_mending_is_not() {
    let mut wrong = Vec::new();
    for rule in RULES {
        for example in rule.vi_du {
            let (sai, dung) = match example {
                ViDu::BanThao { .. } | ViDu::TrinhBay { .. } => continue,
                ViDu::ChienDich { sai, dung } => (project(&campaign(sai)), project(&campaign(dung))),
                ViDu::Tep { tep, sai, dung } => {
                    let file = shipped(tep);
                    assert_eq!(file.matches(dung).count(), 1, "{}: {tep}", rule.code.name);
                    let sound = || project(&campaign("so: 13\n"));
                    (sound().file(tep, file.replace(dung, sai)), sound())
                }
            };
            let name = rule.code.name;
            let before = found(&sai, rule);
            if !before.iter().any(|(of, ..)| *of == name) {
                wrong.push(format!("{name} không bắt, chỉ {before:?}:\n{}", example.texts().0));
            }
            for (_, severity, words) in found(&dung, rule) {
                if severity != Severity::GoiY {
                    wrong.push(format!("{name}: ví dụ đúng bị bắt:\n{words}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n\n"));
}

/// Keys and lines as they are typed, under a word that says where.
#[test]
fn examples_of_campaigns_are_explained_as_they_are_typed() {
    let project = TestProject::new();
    let told = vanthu(project.path(), &["explain", "trung-so"]).out;
    let shown = "Trong tệp chiến dịch:\nSai:  van_ban:\n        ke_hoach:\n          so: 13\n        ke_hoach_2:\n          so: 13\n";
    assert!(told.contains(shown), "{told}");
    let told = vanthu(project.path(), &["explain", "quoc-hieu-nhieu-dong"]).out;
    assert!(told.contains("Trong tệp templates/the_thuc/dau.typ của dự án:\nSai:"), "{told}");
    let told = vanthu(project.path(), &["explain", "ky-hieu-cong-van"]).out;
    assert!(told.contains("Trong công văn:\nSai:  Số: 196/CV-SYT\n"), "{told}");
}
