//! The PDF as a file: standard, tags, metadata, fonts, the same bytes every time.

use crate::corpus::{CORPUS, render};
use crate::support::pdf::Pdf;
use crate::support::project::{TestProject, ke_hoach};

#[test]
fn archival_tagged_vietnamese_with_title_author_subject() {
    for (_, campaign, document, _) in CORPUS {
        let pdf = Pdf::read(&render(campaign, document));
        assert_eq!(pdf.pdfa().as_deref(), Some("2A"), "{campaign}");
        assert!(pdf.is_tagged() && pdf.fonts_embedded(), "{campaign}");
        assert!(pdf.lang().is_some_and(|l| l.starts_with("vi")), "{campaign}: {:?}", pdf.lang());
    }
    let pdf = Pdf::read(&render("thi_dua_thai_binh_2017", "ke_hoach"));
    assert_eq!(pdf.info("Title").as_deref(), Some("Kế hoạch Phát động thi đua năm 2017"));
    assert_eq!(pdf.info("Author").as_deref(), Some("SỞ Y TẾ, UBND TỈNH THÁI BÌNH"));
    assert_eq!(pdf.info("Subject").as_deref(), Some("Phát động thi đua năm 2017"));
    assert_eq!(pdf.info("CreationDate").as_deref(), Some("D:20170214000000+07'00"));
    let roles = pdf.roles();
    assert_eq!(roles.iter().filter(|r| *r == "H1").count(), 3, "the three mục are headings: {roles:?}");
    assert!(roles.iter().filter(|r| *r == "P").count() > 20, "{roles:?}");
}

#[test]
fn an_open_date_counts_from_the_first_of_what_is_known() {
    // 004 leaves the day open: "ngày … tháng 4 năm 2024".
    let pdf = Pdf::read(&render("thi_dua_ha_tinh_2024", "cong_van"));
    assert_eq!(pdf.info("CreationDate").as_deref(), Some("D:20240401000000+07'00"));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for (_, campaign, document, _) in CORPUS {
        assert!(render(campaign, document) == render(campaign, document), "{campaign} differs between two runs");
    }
}

#[test]
fn every_format_is_written_one_image_a_page() {
    use vanthu::typeset::Format;
    let long = "Một đoạn văn dài để sang trang thứ hai.\n\n  ".repeat(45);
    let text = ke_hoach(&format!(
        "loai: kế hoạch\ntrich_yeu: Thử\nnoi_nhan: [A]\nnguoi_ky: tran_quang_hai\nnoi_dung: |\n  {}",
        long.trim()
    ));
    let rendered =
        TestProject::new().file("c.yaml", text).run("c.yaml", &[Format::Pdf, Format::Typ, Format::Png, Format::Svg]);
    let names =
        ["ke_hoach.typ", "ke_hoach.pdf", "ke_hoach_1.png", "ke_hoach_2.png", "ke_hoach_1.svg", "ke_hoach_2.svg"];
    assert_eq!(rendered.files, names.map(|n| format!("c/{n}")), "{}", rendered.messages());
    assert!(rendered.bytes("c/ke_hoach_1.png").starts_with(b"\x89PNG"));
    assert!(rendered.bytes("c/ke_hoach_2.svg").starts_with(b"<svg"));
    assert!(rendered.bytes("c/ke_hoach.typ").starts_with(b"#import"));
}

/// ENGINE's traps in one run: the 65,536th file id, the cache that grows. Run once, alone, because it measures the
/// process: `cargo test --release seventy_thousand -- --ignored`.
#[test]
#[ignore = "six minutes; run by hand"]
fn seventy_thousand_documents_in_one_process_stay_within_128_mb() {
    use crate::support::project::open;
    use vanthu::pipeline::{Task, Watch};
    use vanthu::typeset::Format;
    let text = ke_hoach(
        "loai: công văn\nso: 1\nngay: 5/2/2026\ndon_vi_soan_thao: VP\ntrich_yeu: thử sức bền\nkinh_gui: A\nnoi_nhan: [B]\n\
         nguoi_ky: tran_quang_hai\nnoi_dung: |\n  Một đoạn văn ngắn.\n\n  1. Một khoản.",
    );
    let rows: String = (0..2_000).map(|i| format!("m{i};Đơn vị {i}\n")).collect();
    let text = text.replace("kinh_gui: A", "theo_danh_sach: don_vi\n    kinh_gui: \"{{ dong.ten }}\"");
    let text = format!("{text}danh_sach:\n  don_vi: {{tep: don_vi.csv, khoa: ma}}\n");
    let project = TestProject::new().file("c.yaml", text).file("don_vi.csv", format!("ma;ten\n{rows}"));
    let campaign = project.path().join("c.yaml");
    let pipeline = open(&campaign);
    let mut written = 0;
    for _ in 0..35 {
        let output = tempfile::tempdir().expect("a folder");
        let task = Task { output: Some((output.path().to_owned(), vec![Format::Pdf])), ..Task::default() };
        let outcome = pipeline.run(&campaign, &task, &Watch::default());
        assert!(outcome.findings.is_empty(), "{:?}", outcome.findings);
        written += outcome.written.len();
    }
    assert_eq!(written, 70_000);
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux");
    let peak = status.lines().find_map(|l| l.strip_prefix("VmHWM:")).expect("a peak");
    let kb: u64 = peak.trim().trim_end_matches(" kB").parse().expect("a number");
    assert!(kb < 128 * 1024, "peak {kb} kB");
}
