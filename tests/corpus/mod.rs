//! The five real documents: the words of the PDF against the words of the original.
//!
//! `goc/` holds the originals as they were scanned, `khac_biet.yaml` every difference between them and what is printed,
//! each with its reason. A PDF library other than Typst reads the words back.

use crate::support::pdf::Pdf;
use crate::support::project::open;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;
use vanthu::pipeline::{Task, Watch};
use vanthu::typeset::Format;

/// Original, campaign, document, and how many pages it makes.
pub const CORPUS: [(&str, &str, &str, usize); 5] = [
    ("000_621f4e363909a774.txt", "thi_dua_dac_biet_dong_nai_2020", "ke_hoach", 3),
    ("001_350ddd0157e6e9e0.txt", "thay_thuoc_binh_dinh_2020", "ke_hoach", 4),
    ("002_3655b359d6e5bd1d.txt", "thi_dua_dong_nai_2020", "cong_van", 2),
    ("003_dc9e770567f936e0.txt", "thi_dua_thai_binh_2017", "ke_hoach", 4),
    ("004_94b78c62f7a5b96a.txt", "thi_dua_ha_tinh_2024", "cong_van", 5),
];

#[derive(Deserialize)]
struct Difference {
    goc: String,
    sua: String,
    ly_do: String,
}

/// Renders a shipped campaign and gives the bytes of one of its documents.
pub fn render(campaign: &str, document: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("data/chien_dich/{campaign}.yaml"));
    let folder = tempfile::tempdir().expect("a temporary folder");
    let task = Task { output: Some((folder.path().to_owned(), vec![Format::Pdf])), ..Task::default() };
    let outcome = open(&path).run(&path, &task, &Watch::default());
    // What a văn thư would say of the words of these originals is the matter of `kiem_tra`.
    let own = |finding: &&vanthu::diag::Diagnostic| !vanthu::check::of_any_draft(finding.code);
    let own: Vec<_> = outcome.findings.iter().filter(own).collect();
    assert!(own.is_empty(), "{campaign}: {own:#?}");
    std::fs::read(folder.path().join(format!("{campaign}/{document}.pdf"))).expect("the document was written")
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The original without its Markdown marks, mended by the listed differences; each must still apply exactly once.
fn expected(name: &str, differences: &[Difference]) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/goc").join(name);
    let original = std::fs::read_to_string(&path).expect("the original is in tests/corpus/goc");
    let plain: Vec<String> =
        original.lines().map(|line| line.trim_start().trim_start_matches('#').replace('*', "")).collect();
    let mut text = words(&plain.join("\n"));
    for Difference { goc, sua, ly_do } in differences {
        let goc = words(goc);
        assert_eq!(text.matches(&goc).count(), 1, "{name}: “{goc}” ({ly_do})");
        assert!(!ly_do.is_empty(), "{name}: “{goc}” has no reason");
        text = text.replacen(&goc, &words(sua), 1);
    }
    words(&text)
}

/// The words of the PDF from "Số:" on, page numbers left out.
fn printed(pdf: &Pdf) -> String {
    let mut lines = Vec::new();
    for page in &pdf.pages {
        for line in page.lines() {
            let page_number = line.baseline_mm < 20.0 && line.text.chars().all(|c| c.is_ascii_digit());
            if !page_number {
                lines.push(line.text.clone());
            }
        }
    }
    let start = lines.iter().position(|l| l.starts_with("Số:")).expect("a line that begins with Số:");
    let mut text = String::new();
    for line in &lines[start..] {
        text.push_str(line);
        // A line may end inside "TT-BYT" or "144/NQ-HĐND": the word goes on without a space.
        let inside = line.ends_with(['-', '/']) && !line.ends_with(" -");
        text.push_str(if inside { "" } else { "\n" });
    }
    words(&text)
}

#[test]
fn every_word_of_the_originals_is_printed_in_order() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/khac_biet.yaml");
    let text = std::fs::read_to_string(path).expect("the list of differences");
    let differences: BTreeMap<String, Vec<Difference>> = serde_saphyr::from_str(&text).expect("a readable list");
    assert_eq!(differences.len(), CORPUS.len());
    for (name, campaign, document, pages) in CORPUS {
        let pdf = Pdf::read(&render(campaign, document));
        let (expected, printed) = (expected(name, &differences[name]), printed(&pdf));
        if expected != printed {
            let (a, b): (Vec<_>, Vec<_>) = (expected.split(' ').collect(), printed.split(' ').collect());
            let at = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
            let around = |w: &[&str]| w[at.saturating_sub(6)..(at + 12).min(w.len())].join(" ");
            panic!("{campaign}: word {at} differs\n  original: {}\n  printed:  {}", around(&a), around(&b));
        }
        assert_eq!(pdf.pages.len(), pages, "{campaign}");
    }
}

#[test]
fn the_letterheads_the_scan_lost_are_restored() {
    for (campaign, document, chu_quan) in [
        ("thi_dua_dac_biet_dong_nai_2020", "ke_hoach", "UBND TỈNH ĐỒNG NAI"),
        ("thay_thuoc_binh_dinh_2020", "ke_hoach", "UBND TỈNH BÌNH ĐỊNH"),
        ("thi_dua_dong_nai_2020", "cong_van", "UBND TỈNH ĐỒNG NAI"),
        ("thi_dua_thai_binh_2017", "ke_hoach", "UBND TỈNH THÁI BÌNH"),
        ("thi_dua_ha_tinh_2024", "cong_van", "UBND TỈNH HÀ TĨNH"),
    ] {
        let pdf = Pdf::read(&render(campaign, document));
        let head: Vec<_> = pdf.pages[0].lines().iter().take(4).map(|l| l.text.clone()).collect();
        let expected = [chu_quan, "SỞ Y TẾ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"];
        assert_eq!(head, expected, "{campaign}");
    }
}
