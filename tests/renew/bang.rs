//! Cells of lists: printed as typed, and one item for what a column says in many rows.

use super::lenh::{told, vanthu};
use super::thu;
use crate::support::project::TestProject;

fn campaign(list: &str) -> String {
    format!(
        "chien_dich: Thử\nnam: 2026\nco_quan: syt_cao_bang\ndanh_sach:\n  don_vi:\n    khoa: ma\n{list}van_ban: {{}}\n"
    )
}

/// Sixty hospitals, all invited for the same day; each has its own date of a visit.
fn sixty() -> String {
    let row = |n: usize| {
        let place = if n.is_multiple_of(2) { "UBND huyện Hòa An" } else { "Sở Giao thông vận tải" };
        format!(
            "bv_{n:02},Bệnh viện {n},15/12/2026,{:02}/{:02}/2026,2026,{place},{{{{ nam }}}}\r\n",
            n % 28 + 1,
            n % 12 + 1
        )
    };
    let rows: String = (1..=60).map(row).collect();
    format!("Mã,Tên,Hạn nộp,Ngày thăm,Năm,Cơ quan,Khác\r\n{rows}")
}

#[test]
fn a_column_is_one_item() {
    let project = TestProject::new().file("cu.yaml", campaign("    tep: don_vi.csv\n")).file("don_vi.csv", sixty());
    insta::assert_snapshot!(told(&vanthu(project.path(), &["renew", "cu.yaml", "--nam", "2027"])));
}

#[test]
fn cells_written_in_the_campaign() {
    let rows = "    cac_dong:\n      - {ma: a, han: 15/12/2026, can_cu: Luật Thi đua, nam: 2026}\n      \
                - {ma: b, han: 15/12/2026, tinh: tỉnh Thái Bình, nam: \"kỷ niệm 71 năm Ngày Thầy thuốc Việt Nam\"}\n      \
                - {ma: c, han: \"thứ Ba, 15/12/2026\", so: Nghị định số 30/2020/NĐ-CP}\n";
    let project = TestProject::new().file("cu.yaml", campaign(rows));
    let viec = thu(&project, "cu.yaml", 2027).expect("renewed").viec();
    assert!(!viec.contains("{{"), "{viec}");
    insta::assert_snapshot!(viec);
}

/// A table that cannot be read, and one of the old year.
#[test]
fn tables_that_are_not_there() {
    let project = TestProject::new().file("cu.yaml", campaign("    tep: don_vi_2026.xlsx\n"));
    insta::assert_snapshot!(thu(&project, "cu.yaml", 2027).expect("renewed").viec());
}

/// Many rows cost no more than a moment.
#[test]
fn a_long_list_is_read_quickly() {
    let rows: String = (0..50_000).map(|n| format!("bv_{n},Bệnh viện {n},15/12/2026\n")).collect();
    let project = TestProject::new()
        .file("cu.yaml", campaign("    tep: don_vi.csv\n"))
        .file("don_vi.csv", format!("Mã,Tên,Hạn\n{rows}"));
    let started = std::time::Instant::now();
    let viec = thu(&project, "cu.yaml", 2027).expect("renewed").viec();
    assert!(started.elapsed().as_secs() < 10, "{:?}", started.elapsed());
    assert!(viec.contains("15/12/2026 → 15/12/2027") && viec.contains("chưa xem từ dòng 10001"), "{viec}");
}
