//! Page rules: what only the laid-out page shows.

use crate::support::project::{TestProject, ke_hoach, open};
use vanthu::pipeline::{Task, Watch};

const SOUND: &str = "loai: kế hoạch\nso: 1\nngay: 5/2/2026\ntrich_yeu: Tổ chức kiểm tra công tác văn thư năm 2026\n\
     noi_nhan: [UBND tỉnh]\nnguoi_ky: tran_quang_hai\nnoi_dung: |\n  Sở Y tế tổ chức kiểm tra công tác văn thư năm 2026.\n";

/// Names of the page rules that find something; `the_thuc` changes a line of the measures.
fn found(fields: &str, the_thuc: &[(&str, &str)]) -> Vec<&'static str> {
    let mut measures = include_str!("../../data/the_thuc.yaml").to_owned();
    for (from, to) in the_thuc {
        assert!(measures.contains(from), "{from}");
        measures = measures.replacen(from, to, 1);
    }
    let project = TestProject::new().file("c.yaml", ke_hoach(fields)).file("data/the_thuc.yaml", measures);
    codes(&project)
}

fn codes(project: &TestProject) -> Vec<&'static str> {
    let campaign = project.path().join("c.yaml");
    let outcome = open(&campaign).run(&campaign, &Task { trang: true, ..Task::default() }, &Watch::default());
    outcome.findings.iter().map(|finding| finding.code.name).collect()
}

#[test]
fn a_sound_page_is_silent() {
    assert_eq!(found(SOUND, &[]), [""; 0]);
}

#[test]
fn rules_out_of_proportion_are_found() {
    let agency = ("ke_co_quan:         {gia_tri: 0.4", "ke_co_quan:         {gia_tri: 0.9");
    assert_eq!(found(SOUND, &[agency]), ["duong-ke-sai-co"]);
    let motto = ("ke_tieu_ngu:        {gia_tri: 1,", "ke_tieu_ngu:        {gia_tri: 0.5, tu: 1, den: 1,");
    assert_eq!(found(SOUND, &[motto]), ["duong-ke-sai-co"]);
    let subject = ("ke_trich_yeu:       {gia_tri: 0.4", "ke_trich_yeu:       {gia_tri: 0.1");
    assert_eq!(found(SOUND, &[subject]), ["duong-ke-sai-co"]);
}

#[test]
fn words_in_the_margin_are_found() {
    let wide = ("\"12_13\": {quoc_hieu: 12,", "\"12_13\": {quoc_hieu: 34,");
    assert_eq!(found(SOUND, &[wide]), ["tran-le"]);
}

#[test]
fn a_national_title_on_two_lines_is_found() {
    let head = include_str!("../../templates/the_thuc/dau.typ");
    assert!(head.contains("    par(quoc_hieu)\n"));
    let narrow = head.replace("    par(quoc_hieu)\n", "    box(width: 50mm, par(quoc_hieu))\n");
    let project = TestProject::new().file("c.yaml", ke_hoach(SOUND)).file("templates/the_thuc/dau.typ", narrow);
    assert_eq!(codes(&project), ["quoc-hieu-nhieu-dong"]);
}
