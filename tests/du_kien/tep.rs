//! A project's own file of facts: used instead of the shipped one, and a mistake in it is a finding.

use crate::support::project::TestProject;
use vanthu::diag::{Files, Sink, human};
use vanthu::load::du_kien;
use vanthu::project::Project;

/// The findings as a user reads them.
fn loi(tep: &str, noi_dung: &str) -> String {
    let project = TestProject::new().file(&format!("data/{tep}.yaml"), noi_dung);
    let cua = Project::of(&project.path().join("chien_dich.yaml"));
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let doc = match tep {
        "ngay_nghi" => du_kien::ngay_nghi(&cua, &mut files, &mut sink).is_some(),
        "van_ban_phap_luat" => du_kien::phap_luat(&cua, &mut files, &mut sink).is_some(),
        _ => du_kien::ky_niem(&cua, &mut files, &mut sink).is_some(),
    };
    assert!(!doc, "{tep} is refused");
    let shown = sink.into_sorted().iter().map(|d| human::render(&files, d, false)).collect::<Vec<_>>().join("\n");
    shown.replace(&format!("{}/", project.path().display()), "")
}

#[test]
fn mistakes_in_own_files() {
    insta::assert_snapshot!(loi(
        "ngay_nghi",
        "le: []\nnam:\n  2027:\n    nghi: [01/01, 31/4]\n    nguon: thông báo\n    do_tin: cao\n    da_kiem: co\n"
    ));
    insta::assert_snapshot!(loi(
        "van_ban_phap_luat",
        "nq_1:\n  loai: Nghị quyết\n  so_ky_hieu: 1/NQ-HĐND\n  ngay_ban_hanh: 2026-02-30\n  co_quan: HĐND tỉnh\n  ten: về ngân sách\n  \
         nguon: văn bản\n  do_tin: cao\n  da_kiem: co\n"
    ));
    insta::assert_snapshot!(loi("ngay_ky_niem", "nganh_minh:\n  ten: Ngày ngành\n  ngay: 1\n"));
}

/// `cargo test --release --test tests du_kien::tep::thoi_gian -- --ignored --nocapture`
#[test]
#[ignore = "a measurement"]
#[allow(clippy::print_stdout, reason = "a measurement")]
fn thoi_gian() {
    let project = Project::here();
    let do_gio = |ten: &str, doc: &mut dyn FnMut(&mut Files, &mut Sink)| {
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let mut nhanh_nhat = f64::MAX;
        for _ in 0..50 {
            let bat_dau = std::time::Instant::now();
            doc(&mut files, &mut sink);
            nhanh_nhat = nhanh_nhat.min(bat_dau.elapsed().as_secs_f64() * 1000.0);
        }
        println!("{ten}: {nhanh_nhat:.2} ms");
    };
    do_gio("ky_niem", &mut |f, s| drop(du_kien::ky_niem(&project, f, s)));
    do_gio("tinh_thanh", &mut |f, s| drop(du_kien::tinh_thanh(&project, f, s)));
    do_gio("giai_doan", &mut |f, s| drop(du_kien::giai_doan(&project, f, s)));
    do_gio("phap_luat", &mut |f, s| drop(du_kien::phap_luat(&project, f, s)));
    do_gio("ngay_nghi", &mut |f, s| drop(du_kien::ngay_nghi(&project, f, s)));
    let tinh = super::nap(du_kien::tinh_thanh);
    let text = std::fs::read_to_string("data/chien_dich/thi_dua_thai_binh_2017.yaml").expect("a campaign");
    do_gio("cu_trong, a campaign", &mut |_, _| {
        std::hint::black_box(tinh.cu_trong(&text, chrono::NaiveDate::MAX));
    });
    let ky_niem = super::nap(du_kien::ky_niem);
    do_gio("tim, a campaign", &mut |_, _| {
        std::hint::black_box(ky_niem.tim(&text));
    });
}
