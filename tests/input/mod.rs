//! Input that helps: broken campaigns as a văn thư writes them, and every message she gets, word for word.
//!
//! A fixture is one campaign with mistakes of one topic; its snapshot is all that the program says about it. Whatever a
//! fixture does, three things hold of it: nothing is written, every place lies inside a text, no library speaks English.

mod agency;
mod body_file;
mod encoding;
mod generated;
mod hostile;
mod sound;

use crate::support::project::{Rendered, TestProject};
use std::path::Path;
use vanthu::diag::{Diagnostic, Files};

/// Words of the libraries underneath. Campaigns and messages are Vietnamese; none of these is.
#[rustfmt::skip]
const ENGLISH: [&str; 15] = [
    "error", "expected", "unexpected", "invalid", "found", "mapping", "sequence", "scalar", "token", "parse", "while",
    "missing", "failed", "unknown", "cannot",
];

fn fixture(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/input/fixtures").join(name);
    std::fs::read(&path).unwrap_or_else(|_| panic!("{} is a fixture", path.display()))
}

/// A project with the agencies that fixtures of their own use, and `name` as its campaign.
fn project(name: &str) -> TestProject {
    TestProject::new()
        .file("data/co_quan/so_van_hoa.yaml", fixture("tep/so_van_hoa.yaml"))
        .file("data/co_quan/ubnd_tinh.yaml", fixture("tep/ubnd_tinh.yaml"))
        .file("chien_dich.yaml", fixture(name))
}

/// All that a finding says, without the lines of the file it shows.
fn words(finding: &Diagnostic) -> Vec<&str> {
    let mut words = vec![finding.message.as_str()];
    words.extend(finding.label.as_deref());
    words.extend(finding.meaning.as_deref());
    words.extend(finding.advice.iter().map(String::as_str));
    words.extend(finding.also.iter().map(|(_, label)| label.as_str()));
    words
}

/// What holds of every finding.
fn assert_sound(finding: &Diagnostic, files: &Files) {
    for place in finding.place.iter().chain(finding.also.iter().map(|(place, _)| place)) {
        let text = files.text(place.file);
        let inside = place.span.start <= place.span.end && place.span.end <= text.len();
        assert!(inside, "{}: {:?} lies outside the text", finding.message, place.span);
        let whole = text.is_char_boundary(place.span.start) && text.is_char_boundary(place.span.end);
        assert!(whole, "{}: {:?} cuts a character", finding.message, place.span);
    }
    for said in words(finding) {
        let english = said.split(|c: char| !c.is_alphanumeric()).find(|w| ENGLISH.contains(&w.to_lowercase().as_str()));
        assert_eq!(english, None, "{said}");
    }
}

/// Renders a campaign that must fail: nothing is written, and all that is said is kept in a snapshot.
fn refused(project: &TestProject, name: &str) -> Rendered {
    let rendered = project.render("chien_dich.yaml");
    for finding in &rendered.outcome.findings {
        assert_sound(finding, &rendered.outcome.files);
    }
    assert_eq!(rendered.files, [""; 0], "{name} was written");
    let left = std::fs::read_dir(project.path().join("output")).map_or(0, Iterator::count);
    assert_eq!(left, 0, "{name} left something behind");
    snapshot(name, &rendered.messages());
    rendered
}

fn snapshot(name: &str, text: &str) {
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name.replace('/', "__"), text);
    });
}

/// One test a fixture.
macro_rules! refused {
    ($($topic:ident: $($name:ident)*;)*) => {
        $(mod $topic {
            $(#[test]
            fn $name() {
                let name = concat!(stringify!($topic), "/", stringify!($name));
                let project = super::project(&format!("{name}.yaml"));
                let rendered = super::refused(&project, name);
                assert!(!rendered.outcome.findings.is_empty(), "{name} has a mistake");
            })*

            pub const NAMES: &[&str] = &[$(stringify!($name)),*];
        })*

        const TOPICS: &[(&str, &[&str])] = &[$((stringify!($topic), $topic::NAMES)),*];
    };
}

refused! {
    yaml:
        cau_bat_dau_bang_a_cong cau_bat_dau_bang_cham_than cau_bat_dau_bang_sao chi_ghi_chu chu_sau_ngoac_kep
        danh_sach_o_tren dau_cach_cung dau_cach_cung_sau_khoa dau_cuoi_thua duong_dan_windows gach_cung_dong_voi_khoa
        gach_dinh_chu gach_lech hai_cham_giua_cau hai_cham_trong_noi_nhan hai_phan khoa_dinh_ngoac
        khoa_lot_vao_noi_dung khoa_ra_ngoai long_nhau ma_khong_co mot_dong_chu muc_lech neo_nhan_doi ngoac_kep_cong
        ngoac_lech_loai ngoac_nhon_chua_dong ngoac_nhon_dau_cau ngoac_nhon_mot_minh ngoac_nhon_trong_ngoac_vuong
        ngoac_vuong_chua_dong nhieu_loi_cu_phap noi_dung_bi_ngat noi_dung_cung_dong noi_dung_dau_lon_hon
        noi_dung_dong_dau_sau noi_dung_noi_dong noi_dung_thieu_gach_dung noi_dung_thut_it phay_trong_ngoac_nhon rong
        tab tab_trong_noi_dung thang_giua_cau thieu_dau_cach thieu_hai_cham thieu_ngoac_kep thut_lech thut_qua_sau;
    khoa: khoa_la khoa_lap ma_van_ban sai_kieu thieu_khoa;
    gia_tri: chon co_quan_la kinh_gui loai nam_hai_chu_so nam_khong_phai_so ngay nguoi_ky quyen_han so;
    bien:
        chua_dong dung_truoc_khi_dat gia_tri_nhan_doi khong_co khong_tinh_duoc lenh_la thieu_ket_thuc
        vong_lap_khong_dung vong_lap_long_nhau;
    loai: khoa_cua_loai_khac phu_luc tham_quyen thanh_phan;
    noi_dung: bang dau_dam ky_tu_khong_in_duoc nhieu_loi sau_vong_lap tieu_de;
}

#[test]
fn every_fixture_is_tested() {
    for (topic, names) in TOPICS {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/input/fixtures").join(topic);
        let mut found: Vec<String> = std::fs::read_dir(folder)
            .expect("a folder of fixtures")
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().trim_end_matches(".yaml").to_owned())
            .collect();
        found.sort();
        assert_eq!(found, *names, "{topic}");
    }
}
