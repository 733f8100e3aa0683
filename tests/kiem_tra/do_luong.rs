//! How many of the defects that a careful reader found in three of the corpus texts are found, and how many findings are
//! none: recall and precision, per family of the list.
//!
//! `loi_trong_corpus.tsv` is that reader's list; an entry counts when a finding, lỗi or cảnh báo, overlaps its words on its
//! lines and comes from a family of rules that the entry can be about. `xet_lai.yaml` has the findings that are not in
//! the list and were read again. Printed by `cargo test do_luong -- --nocapture`.

use super::vanthu;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;
use std::path::Path;
use vanthu::check::{Ho, RULES};

/// The goal: of the entries marked automatic, at level lỗi or cảnh báo.
const RECALL: f64 = 0.9;

/// The goal: findings that are in the list or defects on reading.
const PRECISION: f64 = 0.9;

struct Entry {
    id: String,
    seed: String,
    family: String,
    counted: bool,
    lines: (usize, usize),
    /// Characters of the words quoted; `None` for what is missing.
    words: Option<Range<usize>>,
}

#[derive(Deserialize)]
struct Finding {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    rule: String,
    severity: String,
    message: String,
}

/// A finding that is not in the list, read again.
#[derive(Deserialize)]
struct Review {
    seed: String,
    line: usize,
    rule: String,
    dung: bool,
    ly_do: String,
}

/// The families of rules that an entry of a family of the list can be found by.
fn families(nhom: &str) -> &'static [Ho] {
    use Ho::{ChinhTa, Dau, DauCau, NguoiKy, NhatQuan, NoiDung, NoiNhan, ThoiGian, TieuDe, VienDan, VietHoa};
    match nhom {
        "thieu_thanh_phan" => &[Dau],
        "the_thuc" => &[Dau, TieuDe],
        "viet_hoa" => &[VietHoa, VienDan, NhatQuan, NoiDung],
        "nhat_quan" => &[NhatQuan, VietHoa, ThoiGian, ChinhTa],
        "vien_dan" => &[VienDan, ThoiGian, ChinhTa],
        "dau_cau" => &[DauCau, ChinhTa, NoiDung, VienDan, NoiNhan],
        "chinh_ta" | "viet_tat" | "trat_tu_tu" => &[ChinhTa],
        "ngu_phap" => &[NoiDung, ChinhTa],
        "xuong_dong" | "danh_so" | "trung_lap" => &[NoiDung],
        "cau_truc" => &[NoiDung, VienDan],
        "noi_nhan" => &[NoiNhan],
        "ky" => &[NguoiKy],
        "mau_thuan" | "noi_dung" => &[ThoiGian],
        "trinh_bay" => &[DauCau, TieuDe, NoiDung],
        _ => &[],
    }
}

fn list() -> Vec<Entry> {
    let lines = include_str!("loi_trong_corpus.tsv").lines().skip(1);
    let entry = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let lines = cells[3].split_once('-').unwrap_or((cells[3], cells[3]));
        let quoted = cells[6];
        let unquoted = quoted.strip_prefix('"').and_then(|q| q.strip_suffix('"')).map(|q| q.replace("\"\"", "\""));
        let words = unquoted.unwrap_or_else(|| quoted.to_owned()).replace("\\n", "\n");
        let start: Option<usize> = cells[4].parse().ok();
        Entry {
            id: cells[0].to_owned(),
            seed: cells[1].to_owned(),
            family: cells[7].to_owned(),
            counted: cells[10] == "Có" && matches!(cells[8], "loi" | "canh_bao"),
            lines: (lines.0.parse().expect("a line"), lines.1.parse().expect("a line")),
            words: start.filter(|_| !words.is_empty()).map(|at| at..at + words.chars().count()),
        }
    };
    lines.map(entry).collect()
}

/// The character at which each line of a text begins, and its end.
fn starts(text: &str) -> Vec<usize> {
    let mut at = 0;
    let mut all = vec![0];
    for line in text.split_inclusive('\n') {
        at += line.chars().count();
        all.push(at);
    }
    all
}

#[test]
#[allow(clippy::print_stdout, reason = "the figures are what it is for")]
fn most_of_the_defects_are_found_and_few_findings_are_none() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let reviews: Vec<Review> = serde_saphyr::from_str(include_str!("xet_lai.yaml")).expect("reviews");
    let ho: BTreeMap<&str, Ho> = RULES.iter().map(|rule| (rule.code.name, rule.ho)).collect();
    let mut recall: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut precision: BTreeMap<Ho, (usize, usize)> = BTreeMap::new();
    let mut report = String::new();
    let entries = list();
    for (name, seed) in
        [("000_621f4e363909a774", "000"), ("001_350ddd0157e6e9e0", "001"), ("003_dc9e770567f936e0", "003")]
    {
        let path = format!("tests/corpus/goc/{name}.txt");
        let text = std::fs::read_to_string(root.join(&path)).expect("an original");
        let starts = starts(&text);
        let run = vanthu(root, &["check", "--format", "json", &path]);
        let found: Vec<Finding> = serde_json::from_str(&run.out).expect("JSON");
        let found: Vec<Finding> = found.into_iter().filter(|f| f.severity != "goi_y").collect();
        let range = |f: &Finding| {
            let from = starts[f.line - 1] + f.column - 1;
            from..(starts[f.end_line - 1] + f.end_column - 1).max(from + 1)
        };
        let of_seed: Vec<&Entry> = entries.iter().filter(|entry| entry.seed == seed).collect();
        let meets = |entry: &Entry, f: &Finding| {
            let on_lines = f.line <= entry.lines.1 && f.end_line >= entry.lines.0;
            let at = range(f);
            on_lines && entry.words.as_ref().is_none_or(|words| at.start < words.end && at.end > words.start)
        };
        for entry in of_seed.iter().filter(|entry| entry.counted) {
            let of_family =
                |f: &&Finding| ho.get(f.rule.as_str()).is_some_and(|ho| families(&entry.family).contains(ho));
            let hit = found.iter().filter(of_family).any(|f| meets(entry, f));
            let count = recall.entry(entry.family.clone()).or_default();
            count.0 += usize::from(hit);
            count.1 += 1;
            if !hit {
                let _ = writeln!(report, "chưa thấy: {} dòng {:?} ({})", entry.id, entry.lines, entry.family);
            }
        }
        for f in &found {
            let listed = of_seed.iter().any(|entry| meets(entry, f));
            let review = reviews.iter().find(|r| r.seed == seed && r.line == f.line && r.rule == f.rule);
            let right = listed || review.is_some_and(|r| r.dung);
            if !listed {
                let why = review.map_or("chưa xét", |r| r.ly_do.as_str());
                let _ = writeln!(report, "ngoài danh sách: {seed} dòng {} {}: {} [{why}]", f.line, f.rule, f.message);
            }
            let count = precision.entry(*ho.get(f.rule.as_str()).expect("a rule")).or_default();
            count.0 += usize::from(right);
            count.1 += 1;
        }
    }
    let mut table = String::from("nhóm của danh sách: tìm thấy / tự động, lỗi hoặc cảnh báo\n");
    let rate =
        |(a, b): (usize, usize)| f64::from(u32::try_from(a).expect("few")) / f64::from(u32::try_from(b).expect("few"));
    let sum = |all: Vec<(usize, usize)>| all.into_iter().fold((0, 0), |(a, b), (c, d)| (a + c, b + d));
    for (family, count) in &recall {
        let _ = writeln!(table, "  {family}: {}/{}", count.0, count.1);
    }
    let all = sum(recall.values().copied().collect());
    let _ = writeln!(table, "  cộng: {}/{} = {:.3}", all.0, all.1, rate(all));
    let _ = writeln!(table, "họ quy tắc: có trong danh sách hoặc đúng là lỗi khi đọc lại / phát hiện");
    for (ho, count) in &precision {
        let _ = writeln!(table, "  {}: {}/{}", ho.ten(), count.0, count.1);
    }
    let right = sum(precision.values().copied().collect());
    let _ = writeln!(table, "  cộng: {}/{} = {:.3}", right.0, right.1, rate(right));
    println!("{table}{report}");
    assert!(rate(all) >= RECALL, "{table}{report}");
    assert!(rate(right) >= PRECISION, "{table}{report}");
}
