//! Rules between the documents of a campaign, and what is found in the five corpus campaigns.

use super::vanthu;
use crate::support::project::TestProject;
use serde_json::Value;
use std::fmt::Write as _;
use std::path::Path;

/// Two kế hoạch and a công văn of one agency; the words of the last are given.
fn campaign(ngay: &str, cong_van: &str) -> String {
    format!(
        "chien_dich: Thử\nnam: 2026\nco_quan: syt_thai_binh\nvan_ban:\n  ke_hoach:\n    loai: kế hoạch\n    so: 13\n    ngay: {ngay}\n    \
         trich_yeu: Kiểm tra công tác văn thư năm 2026\n    noi_nhan: [Các đơn vị trực thuộc]\n    nguoi_ky: tran_quang_hai\n    noi_dung: |\n      \
         Giao bà Nguyễn Thị Hà theo dõi. Các đơn vị gửi báo cáo kết quả thực hiện về Sở Y tế trước ngày 20/11/2026.\n  ke_hoach_2:\n    \
         loai: kế hoạch\n    so: 14\n    ngay: 20/02/2026\n    trich_yeu: Tập huấn công tác văn thư năm 2026\n    noi_nhan: [Các đơn vị trực thuộc]\n    \
         nguoi_ky: tran_quang_hai\n    noi_dung: |\n      Các đơn vị tham gia đầy đủ.\n  cong_van:\n    loai: công văn\n    so: 52\n    ngay: 25/02/2026\n    \
         don_vi_soan_thao: VP\n    trich_yeu: kiểm tra công tác văn thư\n    kinh_gui: Các đơn vị trực thuộc\n    noi_nhan: [Như trên]\n    \
         nguoi_ky: tran_quang_hai\n    noi_dung: |\n      {cong_van}\n"
    )
}

/// The set rules that find something, with their lines.
fn found(ngay: &str, cong_van: &str) -> Vec<(String, u64)> {
    let project = TestProject::new().file("c.yaml", campaign(ngay, cong_van));
    let run = vanthu(project.path(), &["check", "--format", "json", "c.yaml"]);
    let all: Vec<Value> = serde_json::from_str(&run.out).expect("JSON");
    let of = |f: &Value| (f["rule"].as_str().expect("a rule").to_owned(), f["line"].as_u64().expect("a line"));
    let set = ["vien-dan-lech-bo", "han-lech-bo", "ten-lech-bo", "so-nguoc-ngay"];
    all.iter().map(of).filter(|(rule, _)| set.contains(&rule.as_str())).collect()
}

#[test]
fn documents_of_a_campaign_agree() {
    let sound = "Theo Kế hoạch số 13/KH-SYT ngày 14 tháng 02 năm 2026 của Sở Y tế về kiểm tra công tác văn thư, các đơn vị gửi báo cáo \
                 kết quả thực hiện về Sở Y tế trước ngày 20/11/2026, liên hệ bà Nguyễn Thị Hà.";
    assert_eq!(found("14/02/2026", sound), []);
    let one = |rule: &str, line| vec![(rule.to_owned(), line)];
    assert_eq!(
        found("14/02/2026", &sound.replace("ngày 14 tháng 02", "ngày 15 tháng 02")),
        one("vien-dan-lech-bo", 33)
    );
    assert_eq!(found("14/02/2026", &sound.replace("số 13/KH", "số 12/KH")), one("vien-dan-lech-bo", 33));
    assert_eq!(found("14/02/2026", &sound.replace("20/11/2026", "25/11/2026")), one("han-lech-bo", 33));
    assert_eq!(found("14/02/2026", &sound.replace("Thị Hà", "Thị Hạ")), one("ten-lech-bo", 33));
    assert_eq!(found("24/02/2026", "Các đơn vị phối hợp thực hiện."), one("so-nguoc-ngay", 16));
}

/// Read again one by one when it changes.
#[test]
fn what_is_found_in_the_corpus_campaigns() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = String::new();
    for (_, campaign, _, _) in crate::corpus::CORPUS {
        let path = format!("data/chien_dich/{campaign}.yaml");
        let run = vanthu(root, &["check", "--format", "json", &path]);
        let found: Vec<Value> = serde_json::from_str(&run.out).expect("JSON");
        let _ = writeln!(all, "{campaign}");
        for f in found {
            let text = |key: &str| f[key].as_str().unwrap_or_default();
            let _ = writeln!(
                all,
                "  {}:{} {} {}: {}",
                f["line"],
                f["column"],
                text("severity"),
                text("rule"),
                text("message")
            );
        }
    }
    insta::assert_snapshot!(all);
}
