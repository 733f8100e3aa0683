//! PDFs: what the program itself printed is read back component by component; what has no words says so.
//!
//! The two fixtures are the examples "công văn" and "quyết định" as `vanthu render` prints them.

use super::soi::soi;
use lopdf::{Document, Object, Stream, dictionary};
use proptest::prelude::*;
use vanthu::ban_thao::pdf;
use vanthu::diag::{Files, Sink};
use vanthu::model::{Nguon, O};

const CONG_VAN: &[u8] = include_bytes!("fixtures/cong_van.pdf");
const QUYET_DINH: &[u8] = include_bytes!("fixtures/quyet_dinh.pdf");

#[test]
fn a_cong_van_is_read_back_in_order() {
    let da_soi = soi("cong_van.pdf", CONG_VAN);
    let expected = [
        O::ChuQuan,
        O::CoQuan,
        O::SoKyHieu,
        O::TrichYeu,
        O::QuocHieu,
        O::TieuNgu,
        O::DiaDanhNgay,
        O::KinhGui,
        O::NoiDung,
        O::NoiNhan,
        O::Luu,
        O::QuyenHan,
        O::HoTen,
    ];
    assert_eq!(da_soi.thanh_phan(), expected);
    let of = |o: O| da_soi.doan().iter().filter(move |doan| doan.o == o).map(|doan| doan.chu.text.as_str());
    let trich_yeu: Vec<&str> = of(O::TrichYeu).collect();
    assert_eq!(
        trich_yeu,
        ["V/v tăng cường phòng, chống bệnh sốt xuất huyết mùa mưa năm 2027"],
        "two lines are one subject"
    );
    let last = of(O::NoiDung).next_back().unwrap_or_default();
    assert!(last.starts_with("Sở Y tế trân trọng cảm ơn") && last.ends_with("./."), "lines are joined: {last}");
    assert_eq!(of(O::HoTen).collect::<Vec<_>>(), ["Trần Thị B"]);
    assert_eq!(da_soi.ban.as_ref().map(|ban| ban.nguon), Some(Nguon::Pdf));
    assert_eq!(da_soi.trinh_bay(), [], "the program's own page looks as the decree asks");
}

#[test]
fn a_quyet_dinh_is_read_back_in_order() {
    let da_soi = soi("quyet_dinh.pdf", QUYET_DINH);
    let head = [
        O::ChuQuan,
        O::CoQuan,
        O::SoKyHieu,
        O::QuocHieu,
        O::TieuNgu,
        O::DiaDanhNgay,
        O::TenLoai,
        O::TrichYeu,
        O::ThamQuyen,
        O::CanCu,
        O::NoiDung,
        O::NoiNhan,
        O::Luu,
        O::QuyenHan,
        O::HoTen,
        O::PhuLuc,
    ];
    let found = da_soi.thanh_phan();
    assert_eq!(found.get(..head.len()), Some(head.as_slice()));
    let bases = da_soi.doan().iter().filter(|doan| doan.o == O::CanCu).count();
    assert_eq!(bases, 5, "each basis is one paragraph, however many lines it has");
    assert_eq!(da_soi.trinh_bay(), []);
}

#[test]
fn fonts_sizes_and_paper_are_known_and_the_rest_is_not() {
    let da_soi = soi("quyet_dinh.pdf", QUYET_DINH);
    let ban = da_soi.ban.as_ref().expect("read");
    let trang = ban.trang.expect("paper");
    assert!((trang.rong - 210.0).abs() < 0.1 && (trang.cao - 297.0).abs() < 0.1 && trang.trai.is_none());
    let dang = ban.o(O::TenLoai).next().and_then(|doan| doan.dang.clone()).expect("a look");
    assert_eq!((dang.co, dang.dam, dang.nghieng), (Some(14.0), Some(true), Some(false)));
    assert!(dang.phong.is_some_and(|font| font.starts_with("Tinos")));
    assert_eq!((dang.can, dang.thut, dang.truoc, dang.gian_dong), (None, None, None, None));
    let ngay = ban.o(O::DiaDanhNgay).next().and_then(|doan| doan.dang.clone()).expect("a look");
    assert_eq!(ngay.nghieng, Some(true));
}

/// A page whose content is this.
fn trang(content: &str) -> Vec<u8> {
    let mut doc = Document::with_version("1.7");
    let pages = doc.new_object_id();
    let font = doc.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Times-Roman", "Encoding" => "WinAnsiEncoding",
    });
    let content = doc.add_object(Stream::new(dictionary! {}, content.as_bytes().to_vec()));
    let page = doc.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Contents" => content,
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
        "Resources" => dictionary! { "Font" => dictionary! { "F1" => font } },
    });
    doc.objects.insert(
        pages,
        Object::Dictionary(dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 }),
    );
    let catalog = doc.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    doc.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    doc.save_to(&mut bytes).expect("written");
    bytes
}

/// Lines of words, and what is said instead.
fn doc(bytes: &[u8]) -> (Vec<String>, String) {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let read = pdf::doc("a.pdf", bytes, &mut files, &mut sink);
    let lines = read.map(|(file, tho)| {
        for dong in &tho.dong {
            assert_eq!(files.slice(&dong.place), dong.text);
            assert_eq!(dong.place.file, file);
        }
        tho.dong.into_iter().map(|dong| dong.text).collect()
    });
    let said: Vec<String> =
        sink.into_sorted().into_iter().map(|f| format!("{}: {}", f.message, f.advice.join("; "))).collect();
    (lines.unwrap_or_default(), said.join("\n"))
}

fn show(x: f64, y: f64, words: &str) -> String {
    format!("BT /F1 14 Tf {x} {y} Td ({words}) Tj ET\n")
}

#[test]
fn columns_lines_and_paragraphs_are_told_apart() {
    let content = [
        show(110.0, 780.0, "SO Y TE TINH"),
        show(330.0, 780.0, "CONG HOA XA HOI"),
        show(115.0, 764.0, "PHONG TO CHUC"),
        show(332.0, 763.0, "Doc lap - Tu do"),
        show(121.0, 700.0, "Van ban nay co mot doan dai hon mot dong chu cua trang giay kho A4 do"),
        show(85.0, 684.0, "nen phai xuong dong hai lan de cho du cho cua tat ca cac chu trong cau van"),
        show(85.0, 668.0, "ngan gon."),
        show(121.0, 652.0, "Doan thu hai."),
        show(290.0, 810.0, "2"),
    ];
    let (lines, said) = doc(&trang(&content.concat()));
    assert_eq!(said, "");
    let expected = [
        "SO Y TE TINH",
        "PHONG TO CHUC",
        "CONG HOA XA HOI",
        "Doc lap - Tu do",
        "Van ban nay co mot doan dai hon mot dong chu cua trang giay kho A4 do nen phai xuong dong hai lan de cho du cho cua tat ca cac chu trong cau van ngan gon.",
        "Doan thu hai.",
    ];
    assert_eq!(lines, expected, "the page number is left out");
}

#[test]
fn a_scan_says_that_it_has_no_words() {
    let (lines, said) = doc(&trang("q 595 0 0 842 0 0 cm 0.5 g 0 0 1 1 re f Q"));
    assert!(lines.is_empty());
    assert!(said.contains("ảnh quét, chưa có lớp chữ") && said.contains("nhận dạng chữ (OCR)"), "{said}");
}

#[test]
fn words_along_the_edge_are_left_out() {
    let along = "BT /F1 14 Tf 0 1 -1 0 30 300 Tm (ban sao khong co gia tri phap ly) Tj ET\n";
    let words = show(85.0, 700.0, "Van ban nay co mot doan du dai de khong phai la anh.");
    assert_eq!(doc(&trang(&[along, &words].concat())).0, ["Van ban nay co mot doan du dai de khong phai la anh."]);
}

#[test]
fn what_is_no_pdf_is_said() {
    for bytes in [b"%PDF-1.7".as_slice(), b"khong phai", &CONG_VAN[..CONG_VAN.len() / 3]] {
        let (lines, said) = doc(bytes);
        assert!(lines.is_empty() && !said.is_empty(), "{said}");
    }
}

#[test]
fn a_page_of_countless_letters_ends_soon() {
    let line = show(85.0, 700.0, &"chu ".repeat(50_000));
    let columns: String =
        (0..6000).map(|n| show(60.0 + f64::from(n % 7) * 70.0, 800.0 - f64::from(n) / 8.0, "a b")).collect();
    let start = std::time::Instant::now();
    doc(&trang(&[line, columns].concat()));
    assert!(start.elapsed().as_secs() < 20);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn damaged_files_are_read_or_refused(at in 0.0..1.0_f64, byte in any::<u8>(), cut in any::<bool>()) {
        let mut bytes = CONG_VAN.to_vec();
        let index = (at * bytes.len() as f64) as usize;
        if cut { bytes.truncate(index) } else { bytes[index] = byte }
        let (lines, said) = doc(&bytes);
        prop_assert!(!lines.is_empty() || !said.is_empty());
    }
}
