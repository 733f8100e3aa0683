//! The shipped year of a Sở Y tế, and the campaigns that the user's guide shows.

mod huong_dan;
mod nam_sau;

use crate::support::pdf::Pdf;
use crate::support::project::open;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use vanthu::diag::{Severity, human};
use vanthu::pipeline::{Outcome, Task, Watch};
use vanthu::typeset::Format;

/// Documents that every unit gets one of.
const MOI_DON_VI: [&str; 2] = ["thu_chuc_mung", "giay_moi"];
const MOT_BAN: [&str; 6] =
    ["bao_cao", "cong_van_gui", "cong_van_so_ket", "ke_hoach", "quyet_dinh_hoi_dong", "to_trinh"];

fn data(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(path)
}

/// Renders some documents of a shipped year; none named, all.
fn render(nam: i32, only: &[&str]) -> (TempDir, Outcome) {
    let campaign = data(&format!("chien_dich/thi_dua_{nam}.yaml"));
    let folder = tempfile::tempdir().expect("a temporary folder");
    let task = Task {
        only: only.iter().map(|id| (*id).to_owned()).collect(),
        output: Some((folder.path().to_owned(), vec![Format::Pdf])),
        jobs: 2,
        ..Task::default()
    };
    let outcome = open(&campaign).run(&campaign, &task, &Watch::default());
    (folder, outcome)
}

fn messages(outcome: &Outcome) -> String {
    let shown = outcome.findings.iter().map(|d| human::render(&outcome.files, d, false));
    shown.collect::<Vec<_>>().join("\n\n")
}

/// The words of a document of a year, lines joined.
fn words(nam: i32, id: &str, tep: &str) -> String {
    let (folder, outcome) = render(nam, &[id]);
    let path = folder.path().join(format!("thi_dua_{nam}/{tep}.pdf"));
    let bytes = std::fs::read(path).unwrap_or_else(|_| panic!("{tep} was not written\n{}", messages(&outcome)));
    Pdf::read(&bytes).text().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn holds(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "“{part}” is not in\n{text}");
    }
}

/// What is left to look at in a year is what its comments say, and every document is written.
#[test]
fn both_years_are_written_whole() {
    for (nam, codes) in [(2026, vec![]), (2027, vec!["chua-co-lich-nghi"; 3])] {
        let (_folder, outcome) = render(nam, &[]);
        let found: Vec<&str> = outcome.findings.iter().map(|d| d.code.name).collect();
        assert_eq!(found, codes, "{nam}\n{}", messages(&outcome));
        assert!(outcome.findings.iter().all(|d| d.severity == Severity::CanhBao), "{nam}");
        let count = |id: &str| {
            let path = format!("thi_dua_{nam}/{id}");
            outcome.written.iter().filter(|w| w.path.with_extension("").ends_with(&path)).count()
        };
        for id in MOT_BAN {
            assert_eq!(count(id), 1, "{nam} {id}");
        }
        let of_units =
            |id: &str| outcome.written.iter().filter(|w| w.path.parent().is_some_and(|p| p.ends_with(id))).count();
        for id in MOI_DON_VI {
            assert_eq!(of_units(id), 60, "{nam} {id}");
        }
        assert_eq!(outcome.written.len(), 60 * MOI_DON_VI.len() + MOT_BAN.len(), "{nam}");
    }
}

/// Dates, anniversaries and citations of one year.
#[test]
fn the_year_computes_its_dates_and_cites_its_own_documents() {
    let ke_hoach = words(2026, "ke_hoach", "ke_hoach");
    holds(
        &ke_hoach,
        &[
            "Số: 12/KH-SYT",
            "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
            "năm đầu của kế hoạch phát triển kinh tế - xã hội 5 năm giai đoạn 2026 - 2030",
            "kỷ niệm 71 năm Ngày Thầy thuốc Việt Nam (27/02/1955 - 27/02/2026)",
            "Từ ngày 28/02/2026 đến ngày 19/5/2026",
            "chậm nhất ngày 02 tháng 6 năm 2026",
            "Danh sách gồm 60 đơn vị.",
        ],
    );
    holds(
        &words(2026, "quyet_dinh_hoi_dong", "quyet_dinh_hoi_dong"),
        &[
            "Căn cứ Kế hoạch số 12/KH-SYT ngày 08 tháng 01 năm 2026 của Sở Y tế tỉnh Cao Bằng về phát động phong trào thi đua",
            "theo Kế hoạch số 12/KH-SYT.",
        ],
    );
    // The second mention of a document of the set is short.
    let bao_cao = words(2026, "bao_cao", "bao_cao");
    assert_eq!(bao_cao.matches("Kế hoạch số 12/KH-SYT ngày").count(), 1, "{bao_cao}");
}

/// What is cited next year has no number yet, and nothing that ended is cited.
#[test]
fn next_year_leaves_numbers_open_and_cites_what_is_in_force() {
    holds(
        &words(2027, "ke_hoach", "ke_hoach"),
        &[
            "năm thứ hai của kế hoạch",
            "kỷ niệm 72 năm Ngày Thầy thuốc Việt Nam (27/02/1955 - 27/02/2027)",
            "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng",
        ],
    );
    let to_trinh = words(2027, "to_trinh", "to_trinh");
    holds(&to_trinh, &["Báo cáo số ……/BC-SYT ngày …… tháng …… năm 2027 của Sở Y tế tỉnh Cao Bằng"]);
    assert!(!to_trinh.contains("152/2025"), "{to_trinh}");
    assert!(words(2026, "to_trinh", "to_trinh").contains("152/2025/NĐ-CP"));
}

/// Each unit has its letter and its invitation; what only some units have is printed for these only.
#[test]
fn a_unit_reads_its_own_name() {
    let thu = words(2026, "thu_chuc_mung", "thu_chuc_mung/tyt_dam_thuy");
    holds(&thu, &["Trưởng Trạm Y tế xã Đàm Thủy", "Là nơi gần dân nhất"]);
    let moi = words(2026, "giay_moi", "giay_moi/ttyt_trung_khanh");
    holds(&moi, &["tham luận “Quản lý bệnh không lây nhiễm tại y tế cơ sở”", "ngày 23 tháng 12 năm 2026 (thứ Tư)"]);
    assert!(!words(2026, "giay_moi", "giay_moi/tyt_hoa_an").contains("tham luận"));
}

/// The lists are written as Excel writes them on a Vietnamese machine.
#[test]
fn the_lists_are_those_of_excel() {
    let bytes = std::fs::read(data("chien_dich/don_vi_y_te.csv")).expect("the list");
    let text = String::from_utf8(bytes).expect("UTF-8");
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    assert!(text.starts_with("STT;Mã;Tên đơn vị;"));
    assert_eq!(text.matches('\n').count(), 61);
    assert_eq!(text.matches("\r\n").count(), 61);
    assert!(!text.contains("huyện"), "no district is left after 01/7/2025");
}
