//! Whole documents through reader and parser. Each file of `tests/ban_thao/tach` is a document that somebody might type, a
//! line of `=====`, and the components that are in it: line, component, number, T for a title, first words.

use crate::ban_thao::doc;
use crate::diag::{Files, Sink};
use crate::model::{BanThao, Reference};
use crate::project::Project;
use std::borrow::Cow;
use std::fmt::Write as _;
use std::sync::LazyLock;

static DATA: LazyLock<Reference> = LazyLock::new(|| {
    Reference::load(&Project::here(), &mut Files::default(), &mut Sink::default()).expect("shipped data")
});

fn mo(name: &str, bytes: &[u8]) -> (Option<BanThao>, Files, Sink) {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let ban_thao = doc(name, Ok(Cow::Owned(bytes.to_vec())), &DATA, &mut files, &mut sink);
    (ban_thao, files, sink)
}

fn xem(ban_thao: &BanThao, files: &Files) -> String {
    let mut out = String::new();
    let open = |part: Option<&str>| part.unwrap_or("…").to_owned();
    let _ = writeln!(
        out,
        "{} | {}/{} | {} | {}{}",
        ban_thao.ten_loai(),
        open(ban_thao.so.as_deref()),
        open(ban_thao.ky_hieu.as_deref()),
        open(ban_thao.ngay.map(|ngay| ngay.viet_so()).as_deref()),
        open(ban_thao.co_quan.as_deref()),
        if ban_thao.manh() { " | mảnh" } else { "" },
    );
    for doan in &ban_thao.doan {
        let (line, _) = files.line_column(&doan.place);
        let kem = if doan.kem > 0 { format!("+{}", doan.kem) } else { String::new() };
        let so = if doan.so.is_empty() { String::new() } else { format!(" {:?} {}", doan.loai, doan.so) };
        let title = if doan.tieu_de { " T" } else { "" };
        let words: Vec<&str> = doan.chu.text.split_whitespace().collect();
        let shown = if words.len() > 9 { format!("{} …", words[..8].join(" ")) } else { words.join(" ") };
        let _ = writeln!(out, "{line} {:?}{kem}{so}{title}: {shown}", doan.o);
    }
    out
}

macro_rules! tai_lieu {
    ($($name:literal)*) => {
        [$(($name, include_str!(concat!("../../../tests/ban_thao/tach/", $name)))),*]
    };
}

#[rustfmt::skip]
const TAI_LIEU: [(&str, &str); 38] = tai_lieu![
    "ba_dong.txt" "bien_ban.txt" "chi_thi.md" "cong_ty.txt" "cong_van_ten.txt" "cung_dong.txt" "dang.txt" "day_du.txt"
    "doan_le.txt" "giay_moi.txt" "hai_cot.txt" "hai_cot_tab.txt" "hop_dong.txt" "khan.txt" "ky_truoc.txt" "o_gop.md" "bang.md"
    "mo_quy_che.txt" "mot_cau.txt" "ngay_cuoi.txt" "nhan_doi.txt" "phu_luc.txt" "quyet_dinh.txt" "thieu_ky.txt" "thieu_ngay.txt"
    "dong_lien.txt" "nghi_quyet.txt" "bao_cao.txt" "khong_gach.txt" "giay_gioi_thieu.txt" "mot_dong.txt" "in_hoa.txt"
    "can_cu_le.txt" "thieu_noi_nhan.txt" "thieu_so.txt" "trang_giua.txt" "gay_dong.txt" "dao_lon.txt"
];

macro_rules! goc {
    ($($name:literal)*) => {
        [$(($name, include_str!(concat!("../../../tests/corpus/goc/", $name)), include_str!(concat!("../../../tests/ban_thao/tach/goc_", $name)))),*]
    };
}

const GOC: [(&str, &str, &str); 5] = goc![
    "000_621f4e363909a774.txt" "001_350ddd0157e6e9e0.txt" "002_3655b359d6e5bd1d.txt" "003_dc9e770567f936e0.txt"
    "004_94b78c62f7a5b96a.txt"
];

/// Every line that a reader gives stands in exactly one paragraph, and words stand in the file where they are said to.
fn dung_cho(name: &str, ban_thao: &BanThao, files: &Files) {
    for doan in &ban_thao.doan {
        for tu in &doan.chu.tu {
            let (place, _) = doan.cho(files, tu.range());
            let (in_file, word) = (files.slice(&place), &doan.chu.text[tu.range()]);
            // A mark of emphasis may stand inside a word.
            let bare: String = in_file.chars().filter(|c| !matches!(c, '*' | '_' | '\\')).collect();
            let word: String = word.chars().filter(|c| !matches!(c, '*' | '_' | '\\')).collect();
            assert_eq!(bare, word, "{name}: {}", doan.chu.text);
        }
    }
}

#[test]
fn components_are_found_wherever_they_stand() {
    let mut wrong = String::new();
    for (name, file) in TAI_LIEU {
        let (text, want) = file.split_once("=====\n").expect("document and components");
        let (ban_thao, files, _) = mo(name, text.as_bytes());
        let ban_thao = ban_thao.expect(name);
        dung_cho(name, &ban_thao, &files);
        let seen = xem(&ban_thao, &files);
        if seen != want {
            let _ = write!(wrong, "--- {name}\n{seen}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn components_of_the_five_real_documents() {
    let mut wrong = String::new();
    for (name, text, want) in GOC {
        let (ban_thao, files, sink) = mo(name, text.as_bytes());
        let ban_thao = ban_thao.expect(name);
        assert!(sink.is_empty(), "{name}: {:?}", sink.into_sorted());
        dung_cho(name, &ban_thao, &files);
        let seen = xem(&ban_thao, &files);
        if seen != want {
            let _ = write!(wrong, "--- goc_{name}\n{seen}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn lines_of_one_component_keep_their_places() {
    let text = "Số: 196/SYT-VP  \nV/v Triển khai Chỉ thị số 01/CT-  \nUBND ngày 07/01/2020 của  \nUBND tỉnh\n\nKính gửi: Các đơn vị.\n";
    let (ban_thao, files, _) = mo("a.txt", text.as_bytes());
    let ban_thao = ban_thao.expect("a draft");
    let subject = &ban_thao.doan[1];
    assert_eq!(subject.chu.text, "V/v Triển khai Chỉ thị số 01/CT-UBND ngày 07/01/2020 của UBND tỉnh");
    let at = |words: &str| {
        let start = subject.chu.text.find(words).expect("words");
        let (place, exact) = subject.cho(&files, start..start + words.len());
        (files.line_column(&place), exact)
    };
    assert_eq!(at("Triển"), ((2, 5), true));
    assert_eq!(at("07/01/2020"), ((3, 11), true));
    assert_eq!(at("UBND tỉnh"), ((4, 1), true));
    assert!(!at("CT-UBND").1, "words that a line break parts cannot be replaced as they stand");
}

#[test]
fn what_is_no_draft_is_refused_with_advice() {
    for (name, bytes) in [
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1".as_slice()),
        ("a.xlsx", b"PK\x03\x04....xl/workbook.xml"),
        ("a.odt", b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text"),
        ("a.png", b"\x89PNG\r\n"),
        ("a.jpg", b"\xff\xd8\xff\xe0"),
        ("a.rtf", b"{\\rtf1"),
        ("a.zip", b"PK\x03\x04a/b.txt"),
    ] {
        let (ban_thao, _, sink) = mo(name, bytes);
        let found = sink.into_sorted();
        assert!(ban_thao.is_none() && found.len() == 1, "{name}");
        assert!(found[0].message.contains(name) && !found[0].advice.is_empty(), "{name}: {}", found[0].message);
    }
    // By what it is, not by its name.
    assert!(mo("a.docx", "Sở Y tế đề nghị các đơn vị báo cáo.".as_bytes()).0.is_some());
}

#[test]
fn what_a_scanner_left_is_a_warning_and_no_refusal() {
    let (ban_thao, files, sink) = mo("a.txt", "Sở Y\u{200b} tế\u{c}\u{f0b7} Mục tiêu\u{fffd}.\n".as_bytes());
    let ban_thao = ban_thao.expect("a draft");
    let found: Vec<_> = sink
        .into_sorted()
        .iter()
        .map(|d| (d.code.name, d.code.chan && d.severity > crate::diag::Severity::CanhBao))
        .collect();
    assert_eq!(found, [("ky-tu-la", false), ("ma-ky-tu", false)]);
    assert_eq!(ban_thao.doan.len(), 2, "{}", xem(&ban_thao, &files));
    assert_eq!(ban_thao.doan[1].chu.text, "Mục tiêu\u{fffd}.");
    // TCVN3 cannot be read as it stands.
    let (ban_thao, _, sink) = mo("a.txt", include_bytes!("../../../tests/input/fixtures/ma_cu/tcvn3_latin1.yaml"));
    assert!(ban_thao.is_none() && !sink.is_empty());
}

#[test]
fn long_documents_take_no_longer_a_line_than_short_ones() {
    for piece in [
        "(",
        "a ",
        "- ",
        "I. A\n",
        "KẾ HOẠCH\n",
        "Nơi nhận:\n",
        "GIÁM ĐỐC\n",
        "V/v a\n",
        "Phụ lục I\n",
        "Kính gửi: A\n",
        "- a; - b",
        "Số: 1/A-B ",
    ] {
        let text = piece.repeat((1 << 15) / piece.len());
        assert!(mo("a.txt", text.as_bytes()).0.is_some(), "{piece:?}");
    }
}

/// Lines of real documents in any order, cut anywhere, are read, and every word is where it is said to be. Always the same
/// documents: those of the generated tests in `tests/ban_thao` are other ones each time.
#[test]
fn no_order_of_lines_is_too_strange() {
    let mut state = 20_260_114u64;
    let mut pick = |of: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap_or(0) % of
    };
    let sources: Vec<Vec<&str>> =
        GOC.iter().map(|goc| goc.1).chain(TAI_LIEU.iter().map(|t| t.1)).map(|text| text.lines().collect()).collect();
    for round in 0..300 {
        let mut text = String::new();
        for _ in 0..pick(40) {
            let lines = &sources[pick(sources.len())];
            let line = lines[pick(lines.len())];
            let cut = if pick(4) == 0 { pick(20) } else { 0 };
            text.extend(line.chars().skip(cut));
            text.push_str(if pick(2) == 0 { "\n\n" } else { "\n" });
        }
        let name = if round % 2 == 0 { "a.md" } else { "a.txt" };
        let (ban_thao, files, _) = mo(name, text.as_bytes());
        dung_cho(name, &ban_thao.expect("a draft"), &files);
    }
}
