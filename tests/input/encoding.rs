//! Files in other encodings: the old ones of Vietnamese offices are named and their words shown decoded; what is only
//! unusual (NFD, CRLF, a byte order mark) is read without a word.

use super::{fixture, project, refused};
use crate::support::project::TestProject;
use unicode_normalization::is_nfc;

#[test]
fn old_encodings_are_named() {
    for name in ["tcvn3_latin1", "tcvn3_unicode", "vni_unicode", "windows1258", "utf16"] {
        let project = TestProject::new().file("chien_dich.yaml", fixture(&format!("ma_cu/{name}.yaml")));
        refused(&project, &format!("ma_cu/{name}"));
    }
}

#[test]
fn decomposed_text_with_windows_line_ends_is_printed_composed() {
    let rendered = project("ma_cu/nfd_crlf_bom.yaml").render("chien_dich.yaml");
    assert_eq!(rendered.messages(), "");
    let pdf = rendered.pdf();
    let lines: Vec<String> = pdf.pages.iter().flat_map(|page| page.lines()).map(|line| line.text.clone()).collect();
    let words = lines.join("\n");
    assert!(is_nfc(&words), "the PDF holds composed letters only");
    assert!(words.contains("Phát động thi đua chào mừng kỷ niệm 62 năm"), "{words}");
    assert!(words.contains("Nâng cao chất lượng khám bệnh"), "{words}");
}

#[test]
fn a_mistake_in_decomposed_text_is_found_in_its_column() {
    let text = "chien_dich: Thi đua\r\nnam: 2026\r\nco_quan: syt_thai_binh\r\nvan_ban:\r\n  ke_hoach:\r\n    loai: kế hoạch\r\n    \
                trich_yeu: \"Phát động thi đua {{ nan }}\"\r\n    noi_dung: Sở Y tế phát động.\r\n    noi_nhan: [UBND tỉnh]\r\n    \
                nguoi_ky: tran_quang_hai\r\n";
    let decomposed: String = unicode_normalization::UnicodeNormalization::nfd(text).collect();
    let rendered =
        TestProject::new().file("chien_dich.yaml", format!("\u{feff}{decomposed}")).render("chien_dich.yaml");
    let finding = &rendered.outcome.findings[0];
    let place = finding.place.as_ref().expect("a place");
    assert_eq!(rendered.outcome.files.line_column(place), (7, 38));
}

#[test]
fn characters_that_nobody_sees_are_shown() {
    let text = "chien_dich: Phát động\0 thi đua\nnam: 2026\u{200b}\nco_quan: \u{e000}syt_thai_binh\nghi: a\u{202e}b\u{7}c\u{ad}d\n";
    let project = TestProject::new().file("chien_dich.yaml", text);
    refused(&project, "ma_cu/ky_tu_an");
}

#[test]
fn escapes_cannot_bring_them_in() {
    let text = r#"
"chien\u200b_dich": Phát động thi đua
nam: "\u0032026"
co_quan: "syt\0thai_binh"
van_ban:
  ke_hoach:
    loai: kế hoạch
    trich_yeu: "Phát động\x07 thi đua \u{e9} \uE000"
    noi_dung: "Sở Y tế\u202e phát động \U000F0001 thi đua"
    noi_nhan: ["UBND\N tỉnh", "Sở\tNội vụ", "Ban \u0110ảng \u0111"]
    nguoi_ky: tran_quang_hai
"#;
    let project = TestProject::new().file("chien_dich.yaml", text);
    refused(&project, "ma_cu/ma_thoat");
}

#[test]
fn damaged_bytes_are_shown_where_they_are() {
    let mut bytes = b"chien_dich: S\xe1\xbb Y t\xe1\xba\xbf\nnam: 2026\n".to_vec();
    bytes.extend(b"co_quan: \xff\xfe\xfd\n");
    let project = TestProject::new().file("chien_dich.yaml", bytes);
    refused(&project, "ma_cu/hong");
}

#[test]
fn files_of_other_programs_are_named() {
    let kinds: [(&str, &[u8]); 4] = [
        ("word", b"PK\x03\x04\x14\0\x06\0\x08"),
        ("word_cu", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0"),
        ("pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"),
        ("rtf", b"{\\rtf1\\ansi"),
    ];
    let mut messages = Vec::new();
    for (_, bytes) in kinds {
        let rendered = TestProject::new().file("chien_dich.yaml", bytes).render("chien_dich.yaml");
        messages.push(rendered.messages());
    }
    super::snapshot("ma_cu/tep_cua_chuong_trinh_khac", &messages.join("\n\n"));
}
