//! Appendices (III.1; mẫu 2.1, 2.2) and issued documents (mẫu 1.3).

use super::mau;
use super::thuoc::*;
use crate::support::pdf::{Line, Page, Pdf};

/// The lines between the top of the page and its first rule that is no letterhead's, after `from`.
fn title<'a>(page: &'a Page, from: &str) -> Vec<&'a Line> {
    let first = page.lines().iter().find(|l| l.text == from).unwrap_or_else(|| page.find(from));
    let end = page.lines().iter().find(|l| l.italic && l.text.ends_with(')')).expect("(Kèm theo …)");
    let inside = |l: &&Line| l.baseline_mm >= first.baseline_mm && l.baseline_mm <= end.baseline_mm;
    page.lines().iter().filter(inside).collect()
}

/// First pages of the appendices: those that begin with their word.
fn appendices(pdf: &Pdf) -> Vec<&Page> {
    pdf.pages.iter().filter(|p| p.lines().first().is_some_and(|l| l.text.starts_with("Phụ lục"))).collect()
}

/// "Từ “Phụ lục” và số thứ tự … một dòng riêng, canh giữa, bằng chữ in thường, cỡ chữ 14, kiểu chữ đứng, đậm; tên Phụ lục (nếu
/// có) … canh giữa, bằng chữ in hoa, cỡ chữ từ 13 đến 14, kiểu chữ đứng, đậm" (III.1b); "canh giữa phía dưới tên của Phụ lục, chữ in
/// thường, cỡ chữ từ 13 đến 14, kiểu chữ nghiêng" (III.1c).
#[test]
fn an_appendix_begins_with_its_word_its_title_and_what_it_goes_with() {
    for_each_profile(|bo, co, co_chu| {
        for (ten, titles, kem) in [
            (
                "bao_cao",
                &[("Phụ lục I", "KẾT QUẢ THỰC HIỆN"), ("Phụ lục II", "HOẠT ĐỘNG KHÁM BỆNH")][..],
                "(Kèm theo Báo cáo số /BC-SYT ngày 25 tháng 6 năm 2027 của Sở Y tế)",
            ),
            // "từ hai Phụ lục trở lên" are numbered (III.1a); a single one is not.
            (
                "ke_hoach",
                &[("Phụ lục", "PHÂN CÔNG KHÁM")],
                "(Kèm theo Kế hoạch số /KH-SYT ngày 10 tháng 3 năm 2027 của Sở Y tế)",
            ),
        ] {
            let all = mau::all(bo.dau, co_chu);
            let pages = appendices(&all.iter().find(|m| m.ten == ten).expect("an example").pdf);
            assert_eq!(pages.len(), titles.len(), "{ten}");
            for (page, (goi, ten)) in pages.into_iter().zip(titles) {
                let lines = title(page, goi);
                assert_eq!(lines[0].text, *goi);
                styled(lines[0], 14.0, true, false);
                near("top", lines[0].baseline_mm, TREN + 14.0 * ASCENT * PT_MM, MM);
                assert!(lines[1].text.starts_with(ten), "{}", lines[1].text);
                let (kem_theo, names) = lines[1..].split_last().expect("lines");
                for line in names {
                    styled(line, co, true, false);
                    assert_eq!(line.text, line.text.to_uppercase());
                }
                styled(kem_theo, co, false, true);
                assert_eq!(kem_theo.text, kem);
                for line in &lines {
                    near(&line.text, centre(line), middle(page), MM);
                }
                short_rule_under(page, &[kem_theo]);
                // Mẫu 2.1 ends with "./."; here each appendix has one page.
                let last = &page.lines().last().expect("a line").text;
                assert!(last.ends_with("./."), "{last}");
            }
        }
    });
}

/// "Số trang của Phụ lục được đánh số riêng theo từng Phụ lục" (III.1đ), and not shown on the first page (I.7).
#[test]
fn pages_of_an_appendix_are_numbered_from_one() {
    let long = |text: String| {
        let rows = "          Một đoạn của phụ lục để sang trang sau.\n\n".repeat(90);
        text.replace("          Số liệu tính đến ngày 15", &format!("{rows}          Số liệu tính đến ngày 15"))
    };
    let pdf = mau::changed("bao_cao", long).pdf();
    let number = |p: &Page| p.lines().iter().find(|l| l.baseline_mm < TREN).map(|l| l.text.clone());
    let numbers: Vec<String> = pdf.pages.iter().map(|p| number(p).unwrap_or_default()).collect();
    let first = pdf.pages.iter().position(|p| p.lines()[0].text == "Phụ lục I").expect("Phụ lục I");
    let second = pdf.pages.iter().position(|p| p.lines()[0].text == "Phụ lục II").expect("Phụ lục II");
    assert!(second - first >= 3, "{numbers:?}");
    for (i, number) in numbers[first..second].iter().enumerate() {
        let expected = if i == 0 { String::new() } else { (i + 1).to_string() };
        assert_eq!(*number, expected, "{numbers:?}");
    }
    assert_eq!(numbers[second], "");
}

/// "đối với văn bản điện tử, không phải điền thông tin tại các vị trí này" (III.1c).
#[test]
fn an_electronic_document_leaves_the_places_unfilled() {
    let pdf = mau::with("bao_cao", "dang: điện tử");
    let kem = appendices(&pdf)[0].find("(Kèm theo");
    assert_eq!(kem.text, "(Kèm theo Báo cáo số …… ngày …… tháng …… năm …… của Sở Y tế)");
    assert!(kem.italic);
    // The document itself is dated all the same.
    pdf.pages[0].find("ngày 25 tháng 6 năm 2027");
}

/// A file of its own (III.1d): "Vị trí: Góc trên, bên phải, trang đầu của mỗi tệp tin … cỡ chữ 10" is written by the signing
/// software: one line of room over "Phụ lục" when the document is electronic, none on paper.
#[test]
fn an_appendix_may_be_a_file_of_its_own() {
    for (dang, room) in [("giấy", 0.0), ("điện tử", 10.0 + 6.0)] {
        let rendered = mau::changed("bao_cao", |text| {
            let text = text.replace("    loai: báo cáo ", &format!("    dang: {dang}\n    loai: báo cáo "));
            text.replace("      - ten: Kết quả", "      - tep_rieng: có\n        ten: Kết quả")
        });
        let own = rendered.files.iter().find(|f| f.ends_with("bao_cao-kem-theo-1.pdf"));
        let own =
            Pdf::read(rendered.bytes(own.unwrap_or_else(|| panic!("{:?}\n{}", rendered.files, rendered.messages()))));
        let page = &own.pages[0];
        let line = &page.lines()[0];
        assert_eq!(line.text, "Phụ lục I");
        near(dang, line.baseline_mm, TREN + (room + 14.0 * ASCENT) * PT_MM, MM);
        let main = rendered.files.iter().find(|f| f.ends_with("/bao_cao.pdf")).expect("the document");
        let main = Pdf::read(rendered.bytes(main));
        let left: Vec<&str> = appendices(&main).iter().map(|p| p.lines()[0].text.as_str()).collect();
        assert_eq!(left, ["Phụ lục II"], "only the other one stands in the document's file");
    }
}

/// "có thể được trình bày theo chiều rộng" (I.2): the page lies, the margins stay those of I.3.
#[test]
fn an_appendix_may_lie_on_its_side() {
    let pdf = mau::one("bao_cao");
    let sizes: Vec<(f64, f64)> = pdf.pages.iter().map(|p| (p.width_mm.round(), p.height_mm.round())).collect();
    assert_eq!(sizes, [(210.0, 297.0), (210.0, 297.0), (210.0, 297.0), (297.0, 210.0)]);
    let page = &pdf.pages[3];
    near("centred on the wide page", centre(&page.lines()[0]), f64::midpoint(30.0, 282.0), MM);
    near("top margin", page.lines()[0].baseline_mm, TREN + 14.0 * ASCENT * PT_MM, MM);
    let whole = mau::with("ke_hoach", "trang: ngang");
    near("a whole document too", whole.pages[0].width_mm, 297.0, 0.1);
}

/// Mẫu 1.3, second page: letterhead without số and date, TÊN LOẠI, trích yếu, "(Kèm theo Quyết định số … )", rule, the text, "./.".
#[test]
fn an_issued_document_has_a_letterhead_and_what_it_goes_with() {
    for_each_profile(|bo, co, co_chu| {
        let all = mau::all(bo.dau, co_chu);
        let pdf = &all.iter().find(|m| m.ten == "quyet_dinh_ban_hanh").expect("an example").pdf;
        let page = pdf.pages.iter().rfind(|p| p.lines().iter().any(|l| l.text == QUOC_HIEU)).expect("a page");
        assert!(!page.lines().iter().any(|l| l.text.starts_with("Số:") || l.text.starts_with("Cao Bằng, ngày")));
        let (quoc_hieu, tieu_ngu, name) = (page.find(QUOC_HIEU), page.find(TIEU_NGU), page.find("SỞ Y TẾ"));
        styled(quoc_hieu, bo.quoc_hieu, true, false);
        styled(tieu_ngu, bo.tieu_ngu, true, false);
        styled(name, bo.co_quan, true, false);
        near("top", quoc_hieu.baseline_mm, TREN + bo.quoc_hieu * ASCENT * PT_MM, MM);
        short_rule_under(page, &[name]);
        let lines = title(page, "QUY CHẾ");
        let texts: Vec<&str> = lines.iter().map(|l| l.text.as_str()).collect();
        let kem = "(Kèm theo Quyết định số /QĐ-SYT ngày 20 tháng 01 năm 2027 của Sở Y tế)";
        assert_eq!(texts, ["QUY CHẾ", "Công tác văn thư của Sở Y tế", kem]);
        for (i, line) in lines.iter().enumerate() {
            styled(line, co, i < 2, i == 2);
            near(&line.text, centre(line), middle(page), MM);
            near("dòng đơn", line.baseline_mm - lines[0].baseline_mm, i as f64 * step(co, 0.0, co), MM);
        }
        short_rule_under(page, &lines[2..]);
        assert!(page.find("Chương I").baseline_mm > lines[2].baseline_mm);
        assert!(pdf.text().trim_end().ends_with("./."), "the issued document ends with ./.");
    });
}

/// Mẫu 1.3 for electronic documents: a file of its own, one line of room for the signing software over the letterhead, the places
/// unfilled.
#[test]
fn an_issued_document_may_be_a_file_of_its_own() {
    let rendered = mau::changed("quyet_dinh_ban_hanh", |text| {
        let text = text.replace("    loai: quyết định ", "    dang: điện tử\n    loai: quyết định ");
        text.replace("      - loai: quy chế", "      - tep_rieng: có\n        loai: quy chế")
    });
    let own = rendered.files.iter().find(|f| f.ends_with("quyet_dinh-kem-theo-1.pdf"));
    let own = Pdf::read(rendered.bytes(own.unwrap_or_else(|| panic!("{:?}\n{}", rendered.files, rendered.messages()))));
    let page = &own.pages[0];
    let (quoc_hieu, name) = (page.find(QUOC_HIEU), page.find("SỞ Y TẾ"));
    near("room at the top", quoc_hieu.baseline_mm, TREN + (10.0 + 6.0 + 12.0 * ASCENT) * PT_MM, MM);
    near("to the right margin", quoc_hieu.x1_mm, PHAI, MM);
    assert!(name.x1_mm < quoc_hieu.x0_mm);
    let lines = title(page, "QUY CHẾ");
    let kem = lines.last().expect("a line");
    assert_eq!(kem.text, "(Kèm theo Quyết định số …… ngày …… tháng …… năm …… của Sở Y tế)");
    for line in &lines {
        near(&line.text, centre(line), middle(page), MM);
    }
    assert_eq!(rendered.files.len(), 2, "{:?}", rendered.files);
}
