//! `vanthu sao`: SAO Y, SAO LỤC of a PDF (Phụ lục I, phần II; Phụ lục III, mẫu 3.1, 3.2). The numbers below are this
//! file's own transcription of the clauses.

mod goc;
mod loi;

use crate::cli::TOT;
use crate::support::pdf::{Line, Page, Pdf, Rule};
use crate::support::project::{TestProject, ke_hoach};
use goc::{Trang, dong};
use lopdf::{Document, Object};
use std::path::Path;
use std::process::{Command, Output};

/// Margins of phần I, mục I.3 that the program uses, and the width of A4: the text area is 30 to 195 mm.
const TRAI: f64 = 30.0;
const PHAI: f64 = 15.0;
const LE: f64 = 20.0;

const NGUOI: [&str; 4] = ["--co-quan", "syt_thai_binh", "--nguoi-ky", "tran_quang_hai"];

fn vanthu(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_vanthu")).current_dir(folder).args(args).output().expect("the command runs")
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

/// Copies `goc` with the usual agency and signer and more arguments; gives the bytes and what was said.
fn sao_bytes(goc: &[u8], more: &[&str]) -> (Vec<u8>, String) {
    chay(goc, &[&NGUOI[..], more].concat())
}

fn dien_tu_bytes(goc: &[u8], more: &[&str]) -> (Vec<u8>, String) {
    chay(goc, &[&NGUOI[..2], more].concat())
}

fn chay(goc: &[u8], more: &[&str]) -> (Vec<u8>, String) {
    let project = TestProject::new().file("goc.pdf", goc);
    let args = [&["sao", "goc.pdf", "-o", "ra.pdf"], more].concat();
    let output = vanthu(project.path(), &args);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    (std::fs::read(project.path().join("ra.pdf")).expect("the copy"), stderr(&output))
}

fn sao(goc: &[u8], more: &[&str]) -> Pdf {
    Pdf::read(&sao_bytes(goc, more).0)
}

/// The rule above a copy: as wide as the text area of its page.
#[track_caller]
fn ke(page: &Page) -> &Rule {
    let wide = |r: &&Rule| (r.x0_mm - TRAI).abs() < 0.1 && (r.x1_mm - (page.width_mm - PHAI)).abs() < 0.1;
    page.rules.iter().find(wide).unwrap_or_else(|| panic!("no rule across the text area: {:?}", page.rules))
}

/// The first line below `y` that contains a text.
#[track_caller]
fn duoi<'a>(page: &'a Page, y: f64, text: &str) -> &'a Line {
    page.lines().iter().find(|l| l.baseline_mm > y && l.text.contains(text)).unwrap_or_else(|| panic!("no “{text}”"))
}

fn co_chu(line: &Line, sizes: std::ops::RangeInclusive<f64>, bold: bool, italic: bool) {
    assert!(sizes.contains(&((line.size_pt * 100.0).round() / 100.0)), "“{}”: {} pt", line.text, line.size_pt);
    assert_eq!((line.bold, line.italic), (bold, italic), "“{}”", line.text);
}

fn giua(line: &Line) -> f64 {
    f64::midpoint(line.x0_mm, line.x1_mm)
}

/// One page with a line of text that ends there, mm.
fn mot_trang(cuoi: f64) -> Vec<u8> {
    goc::bytes(goc::pdf(&[Trang { vach: vec![dong(cuoi)], ..Trang::default() }]))
}

const DU: [&str; 8] =
    ["--so", "5", "--ngay", "14/2/2027", "--noi-nhan", "UBND tỉnh", "--noi-nhan", "Các đơn vị trực thuộc"];

/// Phần II, mục II.2: each component, "theo hướng dẫn … tại khoản 2, 3, 4, 7, 8, 9 Mục II Phần I".
#[test]
fn the_components_stand_as_the_decree_says() {
    let van_ban = TestProject::new().file("c.yaml", ke_hoach(TOT)).render("c.yaml");
    let pdf = sao(van_ban.bytes("c/ke_hoach.pdf"), &DU);
    assert_eq!(pdf.pages.len(), 1);
    let page = &pdf.pages[0];
    // "Ngay sau phần cuối cùng của văn bản cần sao, dưới một đường kẻ nét liền."
    let ke = ke(page);
    let ten_goc = page.find("Trần Quang Hải");
    assert!(
        ke.y_mm > ten_goc.baseline_mm && ke.y_mm < ten_goc.baseline_mm + 8.0,
        "{} {}",
        ke.y_mm,
        ten_goc.baseline_mm
    );
    assert!(!page.lines().iter().any(|l| l.baseline_mm > ke.y_mm && l.text.contains("CỘNG HÒA")), "no quốc hiệu again");
    let line = |text| duoi(page, ke.y_mm, text);
    co_chu(line("SAO Y"), 13.0..=14.0, true, false);
    co_chu(line("SỞ Y TẾ"), 12.0..=13.0, true, false);
    co_chu(line("Số: 05/SY-SYT"), 13.0..=13.0, false, false);
    co_chu(line("Thái Bình, ngày 14 tháng 02 năm 2027"), 13.0..=14.0, false, true);
    co_chu(line("Nơi nhận:"), 12.0..=12.0, true, true);
    co_chu(line("- UBND tỉnh;"), 11.0..=11.0, false, false);
    co_chu(line("- Các đơn vị trực thuộc;"), 11.0..=11.0, false, false);
    co_chu(line("- Lưu: VT."), 11.0..=11.0, false, false);
    co_chu(line("KT. GIÁM ĐỐC"), 13.0..=14.0, true, false);
    co_chu(line("PHÓ GIÁM ĐỐC"), 13.0..=14.0, true, false);
    co_chu(line("Trần Quang Hải"), 13.0..=14.0, true, false);
    // Mẫu 3.1 has no superior agency.
    assert!(!page.lines().iter().any(|l| l.baseline_mm > ke.y_mm && l.text.contains("UBND TỈNH")));
    // Sơ đồ, mục II.3b: 2 beside 1, 3 beside 4, 7 beside 5a.
    for (a, b) in [("SỞ Y TẾ", "SAO Y"), ("Số: 05", "Thái Bình, ngày"), ("Nơi nhận:", "KT. GIÁM ĐỐC")] {
        let (a, b) = (line(a), line(b));
        assert!((a.baseline_mm - b.baseline_mm).abs() < 0.05 && a.x1_mm < b.x0_mm, "“{}”, “{}”", a.text, b.text);
    }
    for (a, b) in [("SỞ Y TẾ", "Số: 05"), ("SAO Y", "Thái Bình, ngày"), ("KT. GIÁM", "Trần Quang Hải")] {
        assert!((giua(line(a)) - giua(line(b))).abs() < 0.3, "“{a}” over “{b}”");
    }
    // Khoản 2 điểm b: a rule under the agency, a third to a half of its length.
    let ten = line("SỞ Y TẾ");
    let gach = page.rules.iter().find(|r| r.y_mm > ten.baseline_mm && r.y_mm < ten.baseline_mm + 4.0).expect("a rule");
    let phan = (gach.x1_mm - gach.x0_mm) / (ten.x1_mm - ten.x0_mm);
    assert!((1.0 / 3.0..=0.5).contains(&phan), "{phan}");
    for l in page.lines().iter().filter(|l| l.baseline_mm > ke.y_mm) {
        assert!(l.x0_mm > TRAI - 0.1 && l.x1_mm < page.width_mm - PHAI + 0.1 && l.baseline_mm < 297.0 - LE, "{l:?}");
    }
}

#[test]
fn what_is_not_known_stays_open_for_van_thu() {
    let pdf = sao(&mot_trang(100.0), &["--hinh-thuc", "sao-luc", "--luu", "VT, TCHC"]);
    let page = &pdf.pages[0];
    co_chu(page.find("SAO LỤC"), 13.0..=14.0, true, false);
    let so = page.find("Số:");
    assert!(page.find("/SL-SYT").baseline_mm - so.baseline_mm < 0.05);
    assert!(page.lines().iter().any(|l| l.text.starts_with("Thái Bình, ngày")), "{}", pdf.text());
    assert!(!pdf.text().contains("20"), "no year from a clock: {}", pdf.text());
    assert!(pdf.text().contains("- Lưu: VT, TCHC."));
}

/// "Trên cùng một tờ giấy (khổ A4), ngay sau phần cuối cùng": on the page while it fits above the bottom margin.
#[test]
fn on_the_same_page_while_there_is_room_else_on_a_new_one() {
    for cuoi in [40.0, 120.0, 180.0] {
        let pdf = sao(&mot_trang(cuoi), &DU);
        assert_eq!(pdf.pages.len(), 1, "{cuoi}");
        let y = ke(&pdf.pages[0]).y_mm;
        assert!(y > cuoi + 2.0 && y < cuoi + 6.0, "last ink at {cuoi}, rule at {y}");
    }
    for cuoi in [230.0, 276.0] {
        let pdf = sao(&mot_trang(cuoi), &DU);
        assert_eq!(pdf.pages.len(), 2, "{cuoi}");
        let page = &pdf.pages[1];
        assert!((page.width_mm - 210.0).abs() < 0.1 && (page.height_mm - 297.0).abs() < 0.1);
        assert!((LE - 0.2..=25.0).contains(&ke(page).y_mm), "{}", ke(page).y_mm);
        assert!(page.find("SAO Y").baseline_mm < 40.0);
    }
    // An empty page has room from its top margin on.
    let empty = sao(&goc::bytes(goc::pdf(&[Trang::default()])), &DU);
    assert!((LE - 0.2..=25.0).contains(&ke(&empty.pages[0]).y_mm));
}

#[test]
fn a_page_number_in_the_bottom_margin_is_no_text() {
    let vach = vec![dong(100.0), [104.0, 284.0, 2.0, 3.0]];
    let pdf = sao(&goc::bytes(goc::pdf(&[Trang { vach, ..Trang::default() }])), &DU);
    let y = ke(&pdf.pages[0]).y_mm;
    assert!(y > 100.0 && y < 106.0, "{y}");
}

#[test]
fn turned_and_shifted_pages() {
    for xoay in [0, 90, 180, 270] {
        for goc in [(0.0, 0.0), (100.0, -50.0)] {
            let trang = Trang { goc, xoay, vach: vec![dong(60.0)], ..Trang::default() };
            let pdf = sao(&goc::bytes(goc::pdf(&[trang])), &DU);
            assert_eq!(pdf.pages.len(), 1);
            let page = &pdf.pages[0];
            let y = ke(page).y_mm;
            assert!(y > 62.0 && y < 66.0, "turned {xoay}, corner {goc:?}: {y}");
            let (ten, sao) = (page.find("SỞ Y TẾ"), page.find("SAO Y"));
            assert!(
                ten.baseline_mm > y && ten.x1_mm < sao.x0_mm && ten.x0_mm > TRAI && sao.x1_mm < page.width_mm - PHAI
            );
        }
    }
}

/// A page of another size: its own text area; one too narrow for the two columns gets a page of A4.
#[test]
fn other_sizes() {
    let wide = Trang { co: (297.0, 420.0), vach: vec![dong(60.0)], ..Trang::default() };
    let pdf = sao(&goc::bytes(goc::pdf(&[wide])), &DU);
    assert!((ke(&pdf.pages[0]).x1_mm - (297.0 - PHAI)).abs() < 0.1);
    let narrow = Trang { co: (148.0, 210.0), vach: vec![dong(60.0)], ..Trang::default() };
    let pdf = sao(&goc::bytes(goc::pdf(&[narrow])), &DU);
    assert_eq!(pdf.pages.len(), 2);
    assert!((pdf.pages[1].width_mm - 210.0).abs() < 0.1 && pdf.pages[1].find("SAO Y").size_pt > 12.9);
}

#[test]
fn a_scan_with_grey_paper_dark_edges_and_dust() {
    for cuoi in [90.0, 150.0] {
        let pdf = sao(&goc::quet(cuoi), &DU);
        assert_eq!(pdf.pages.len(), 1, "{cuoi}");
        let y = ke(&pdf.pages[0]).y_mm;
        assert!(y > cuoi + 2.0 && y < cuoi + 6.0, "text to {cuoi}, rule at {y}");
    }
}

/// The original is what a copy is judged by: its streams are in the copy byte by byte, its text reads as before.
#[test]
fn the_original_is_all_there() {
    let van_ban = TestProject::new().file("c.yaml", ke_hoach(TOT)).render("c.yaml");
    let before = van_ban.bytes("c/ke_hoach.pdf");
    let (after, _) = sao_bytes(before, &DU);
    let (before_text, after_text) = (Pdf::read(before).text(), Pdf::read(&after).text());
    assert!(after_text.starts_with(&before_text), "{after_text}");
    assert!(!String::from_utf8_lossy(&after).contains("pdfaid"), "a claim to be PDF/A");
    let (before, after) = (Document::load_mem(before).expect("a PDF"), Document::load_mem(&after).expect("a PDF"));
    assert!(after.version.as_str() >= "1.4", "mục I.2a");
    for (old, new) in before.page_iter().zip(after.page_iter()) {
        let raw = |doc: &Document, page| -> Vec<Vec<u8>> {
            let ids = doc.get_page_contents(page);
            ids.iter()
                .map(|id| doc.get_object(*id).and_then(Object::as_stream).expect("a stream").content.clone())
                .collect()
        };
        let new = raw(&after, new);
        assert!(raw(&before, old).iter().all(|stream| new.contains(stream)));
    }
}

#[test]
fn the_same_request_gives_the_same_bytes() {
    let goc = mot_trang(100.0);
    assert!(sao_bytes(&goc, &DU).0 == sao_bytes(&goc, &DU).0);
    let (bytes, _) = sao_bytes(&goc, &DU);
    assert!(Document::load_mem(&bytes).expect("a PDF").trailer.has(b"ID"));
    assert!(bytes != sao_bytes(&goc, &["--so", "6"]).0);
}

#[test]
fn a_copy_of_a_copy() {
    let (once, _) = sao_bytes(&mot_trang(40.0), &DU);
    let twice = sao(&once, &["--hinh-thuc", "sao-luc", "--so", "6"]);
    assert_eq!(twice.pages.len(), 1);
    let (first, second) = (twice.pages[0].find("SAO Y"), twice.pages[0].find("SAO LỤC"));
    assert!(first.baseline_mm < second.baseline_mm);
}

/// A signature does not survive a copy; its picture does, and counts as the end of the text.
#[test]
fn a_signed_original_gives_a_warning_and_no_broken_signature() {
    let (bytes, said) = sao_bytes(&goc::da_ky(), &DU);
    assert!(said.contains("cảnh báo[mat-chu-ky-so]") && said.contains("giữ tệp gốc"), "{said}");
    let y = ke(&Pdf::read(&bytes).pages[0]).y_mm;
    assert!(y > 162.0 && y < 166.0, "the rule is under the picture of the signature: {y}");
    let doc = Document::load_mem(&bytes).expect("a PDF");
    let catalog = doc.catalog().expect("a catalog");
    assert!(["AcroForm", "Perms", "DSS"].iter().all(|key| !catalog.has(key.as_bytes())));
    let dicts = || doc.objects.values().filter_map(|o| o.as_dict().ok());
    assert!(!dicts().any(|d| d.has_type(b"Sig") || d.has(b"FT")), "no signature, no field");
    let page = doc.page_iter().next().expect("a page");
    let drawn = doc.get_page_annotations(page).expect("annotations");
    assert!(
        drawn.len() == 1
            && drawn[0].has(b"AP")
            && drawn[0].get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Stamp")
    );
}

/// Mẫu 3.2: "Góc trên, bên phải, trang đầu", "chữ in thường, kiểu chữ đứng, cỡ chữ 10" (phần II, mục I.3).
#[test]
fn an_electronic_copy_says_so_at_the_top_of_its_first_page() {
    let goc = goc::bytes(goc::pdf(&[Trang { vach: vec![dong(200.0)], ..Trang::default() }, Trang::default()]));
    let (ten, luc) = (["--dien-tu", "--ten-co-quan", "Sở Y tế"], ["--thoi-gian-ky", "2027-02-14T10:30:00+07:00"]);
    let pdf = Pdf::read(&dien_tu_bytes(&goc, &[&ten[..], &luc].concat()).0);
    assert_eq!(pdf.text(), "Sao y; Sở Y tế; 14/02/2027; 10:30:00 +07:00", "nothing else is added");
    let line = pdf.pages[0].find("Sao y");
    co_chu(line, 10.0..=10.0, false, false);
    assert!((line.x1_mm - (210.0 - PHAI)).abs() < 0.2 && line.baseline_mm < LE, "{line:?}");
    // Without a time its place stays free.
    let free = Pdf::read(&dien_tu_bytes(&goc, &ten).0);
    assert_eq!(free.text(), "Sao y; Sở Y tế;");
    assert!((free.pages[0].find("Sao y").x0_mm - line.x0_mm).abs() < 0.5);
    // Điều 25 khoản 1: from paper to paper, from a file to paper, from paper to a file.
    let (_, said) = dien_tu_bytes(&goc::da_ky(), &ten);
    assert!(said.contains("không có sao y, sao lục từ điện tử sang điện tử"), "{said}");
}

/// TRÍCH SAO is a document made anew (Điều 25 khoản 3), with the same block under the signer, or whole on the next page.
#[test]
fn an_extract_is_a_document_that_ends_with_a_copy() {
    let sao = "\nsao: {so: 7, ngay: 14/2/2026, noi_nhan: [Các phòng], nguoi_ky: tran_quang_hai}";
    for (lines, pages) in [(1, 1), (14, 2)] {
        let fields = TOT.replace("Nội dung.", "Nội dung.\n\n  Một đoạn.".repeat(lines).trim_start());
        let rendered = TestProject::new().file("c.yaml", ke_hoach(&(fields + sao))).render("c.yaml");
        let pdf = rendered.pdf();
        assert_eq!(pdf.pages.len(), pages, "{}", rendered.messages());
        let page = pdf.pages.last().expect("a page");
        let y = ke(page).y_mm;
        co_chu(duoi(page, y, "TRÍCH SAO"), 13.0..=14.0, true, false);
        let order = ["Số: 07/TrS-SYT", "- Các phòng;", "- Lưu: VT.", "Trần Quang Hải"];
        let lines = order.map(|text| duoi(page, y, text).baseline_mm);
        assert!(lines.is_sorted(), "{lines:?}");
        assert!(duoi(page, y, "Thái Bình, ngày 14 tháng 02 năm 2026").italic);
        assert_eq!(y < LE + 5.0, pages == 2, "{y}");
    }
}

/// The copy bears the number of its original, and its block comes after the appendix: "ngay sau phần cuối cùng của văn bản cần
/// sao" (phần II, II.2a).
#[test]
fn an_extract_stands_beside_its_original_and_ends_after_its_appendix() {
    let document = format!(
        "so: 12\n{}\nphu_luc:\n  - {{ten: Danh sách, noi_dung: Một đoạn.}}",
        TOT.replace("Nội dung.", "Nội dung (Phụ lục kèm theo).")
    );
    let copy = format!("{document}\nsao: {{so: 7, nguoi_ky: tran_quang_hai}}");
    let indented = |id: &str, text: &str| ke_hoach(text).replace("  ke_hoach:", &format!("  {id}:"));
    let second = indented("trich_sao", &copy);
    let (_, second) = second.split_once("van_ban:\n").expect("documents");
    let rendered = TestProject::new().file("c.yaml", indented("goc", &document) + second).render("c.yaml");
    assert_eq!(rendered.files.len(), 2, "{}", rendered.messages());
    let pdf = Pdf::read(rendered.bytes("c/trich_sao.pdf"));
    assert_eq!(pdf.pages.len(), 2);
    assert!(!pdf.pages[0].lines().iter().any(|l| l.text.contains("TRÍCH SAO")));
    assert!(pdf.pages[1].find("TRÍCH SAO").baseline_mm > pdf.pages[1].find("Một đoạn./.").baseline_mm);
}

/// "Bản sao sang định dạng điện tử" (mẫu 3.2): ô 14 of the first page, nothing at the end.
#[test]
fn an_electronic_extract_says_so_at_the_top_of_its_first_page() {
    let fields = format!("{TOT}\ndang: điện tử\nsao: {{nguoi_ky: tran_quang_hai}}");
    let pdf = TestProject::new().file("c.yaml", ke_hoach(&fields)).render("c.yaml").pdf();
    let line = pdf.pages[0].find("Trích sao; Sở Y tế;");
    co_chu(line, 10.0..=10.0, false, false);
    assert!(line.baseline_mm < LE && !pdf.text().contains("TRÍCH SAO"), "{}", line.baseline_mm);
}

#[test]
fn the_copy_goes_to_output_unless_told_otherwise() {
    let project = TestProject::new().file("den/goc.pdf", mot_trang(100.0));
    let output = vanthu(project.path(), &[&["sao", "den/goc.pdf"], &NGUOI[..]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(project.path().join("output/goc_sao_y.pdf").is_file());
    assert_eq!(String::from_utf8_lossy(&output.stdout), "đã ghi output/goc_sao_y.pdf (1 trang)\n");
    let dien_tu = ["sao", "den/goc.pdf", "--co-quan", "syt_thai_binh", "--dien-tu", "--ten-co-quan", "Sở Y tế"];
    assert_eq!(vanthu(project.path(), &dien_tu).status.code(), Some(0));
    assert!(project.path().join("output/goc_sao_y_dien_tu.pdf").is_file());
}
