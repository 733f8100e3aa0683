//! Layout rules on whole Word files: a sound one is silent, each defect is found once, with its line and clause.

use super::goi_word::{Word, p, r};
use super::soi::soi;
use vanthu::model::O;

/// A quyết định as Word writes it, each look at its place.
const CO_QUAN: &str = r#"<w:jc w:val="center"/>"#;
const GIUA: &str = r#"<w:jc w:val="center"/><w:spacing w:before="120" w:after="120"/>"#;
const THAN: &str =
    r#"<w:spacing w:before="120" w:line="264" w:lineRule="auto"/><w:ind w:firstLine="720"/><w:jc w:val="both"/>"#;

const STYLES: &str = r#"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>"#;

fn co(half_points: u32, more: &str) -> String {
    format!(r#"{more}<w:sz w:val="{half_points}"/>"#)
}

fn than_van_ban() -> String {
    let cell = |lines: &[String]| format!("<w:tc><w:tcPr/>{}</w:tc>", lines.concat());
    let table = |left: &[String], right: &[String]| {
        format!("<w:tbl><w:tblPr/><w:tr>{}{}</w:tr></w:tbl>", cell(left), cell(right))
    };
    let head = table(
        &[
            p(CO_QUAN, &r(&co(26, ""), "UBND TỈNH CAO BẰNG")),
            p(CO_QUAN, &r(&co(26, "<w:b/>"), "SỞ Y TẾ")),
            p(CO_QUAN, &r(&co(26, ""), "Số: 13/QĐ-SYT")),
        ],
        &[
            p(CO_QUAN, &r(&co(26, "<w:b/>"), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
            p(CO_QUAN, &r(&co(28, "<w:b/>"), "Độc lập - Tự do - Hạnh phúc")),
            p(CO_QUAN, &r(&co(28, "<w:i/>"), "Cao Bằng, ngày 14 tháng 4 năm 2026")),
        ],
    );
    let end = table(
        &[
            p("", &r(&co(24, "<w:b/><w:i/>"), "Nơi nhận:")),
            p("", &r(&co(22, ""), "- Như Điều 3;")),
            p("", &r(&co(22, ""), "- Lưu: VT, TCCB.")),
        ],
        &[p(CO_QUAN, &r("<w:b/>", "GIÁM ĐỐC")), p(CO_QUAN, ""), p(CO_QUAN, &r("<w:b/>", "Nguyễn Văn An"))],
    );
    let dieu = |so: &str, words: &str| p(THAN, &[r("<w:b/>", so), r("", words)].concat());
    let body = [
        p(GIUA, &r("<w:b/>", "QUYẾT ĐỊNH")),
        p(GIUA, &r("<w:b/>", "Về việc ban hành Quy chế làm việc của Sở Y tế")),
        p(GIUA, &r("<w:b/>", "GIÁM ĐỐC SỞ Y TẾ")),
        p(THAN, &r("<w:i/>", "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;")),
        p(THAN, &r("<w:i/>", "Theo đề nghị của Chánh Văn phòng Sở Y tế.")),
        p(GIUA, &r("<w:b/>", "QUYẾT ĐỊNH:")),
        dieu(
            "Điều 1.",
            " Ban hành kèm theo Quyết định này Quy chế làm việc của Sở Y tế tỉnh Cao Bằng, gồm 5 chương, 20 điều.",
        ),
        dieu("Điều 2.", " Quyết định này có hiệu lực kể từ ngày ký."),
        dieu(
            "Điều 3.",
            " Chánh Văn phòng Sở, Trưởng các phòng thuộc Sở, Thủ trưởng các đơn vị trực thuộc Sở chịu trách nhiệm thi hành Quyết định này./.",
        ),
    ];
    [head, body.concat(), end].concat()
}

/// What is said of looks once these words of the XML are others; the words must be there.
fn thay(old: &str, new: &str) -> Vec<(&'static str, usize, String)> {
    let body = than_van_ban();
    let page = r#"<w:sectPr><w:pgSz w:w="11907" w:h="16840"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701"/></w:sectPr>"#;
    let whole = body + page;
    let styles = STYLES;
    assert!(whole.contains(old) || styles.contains(old), "{old}");
    let word = Word::new(&whole.replace(old, new)).part("word/styles.xml", &styles.replace(old, new));
    soi("ban_thao.docx", &word.bytes()).trinh_bay()
}

#[test]
fn a_sound_document_is_silent() {
    assert_eq!(thay("QUYẾT ĐỊNH", "QUYẾT ĐỊNH"), []);
}

#[test]
fn a_day_left_open_is_one_line_of_the_head() {
    let body = than_van_ban().replace("ngày 14 tháng 4", "ngày         tháng 4");
    let da_soi = soi("a.docx", &Word::new(&body).part("word/styles.xml", STYLES).bytes());
    let ngay: Vec<&str> =
        da_soi.doan().iter().filter(|doan| doan.o == O::DiaDanhNgay).map(|doan| doan.chu.text.as_str()).collect();
    assert_eq!(ngay, ["Cao Bằng, ngày         tháng 4 năm 2026"]);
    assert_eq!(da_soi.trinh_bay(), []);
}

#[test]
fn each_defect_is_one_finding_at_its_line() {
    let run = |look: &str, words: &str| r(look, words);
    let quoc_hieu = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    let cases: &[(String, String, &str, usize, &str)] = &[
        (
            r#"w:ascii="Times New Roman" w:hAnsi="Times New Roman""#.to_owned(),
            r#"w:ascii="Arial" w:hAnsi="Arial""#.to_owned(),
            "phong-chu",
            1,
            "phông chữ Arial, không phải Times New Roman: 20 đoạn, từ đoạn này",
        ),
        (
            r#"w:w="11907" w:h="16840""#.into(),
            r#"w:w="12240" w:h="15840""#.into(),
            "kho-giay",
            1,
            "khổ giấy 215,9 x 279,4 mm, không phải A4",
        ),
        (r#"w:left="1701""#.into(), r#"w:left="1134""#.into(), "le-trang", 1, "lề trang sai quy định: trái 20 mm"),
        (
            run(&co(26, "<w:b/>"), quoc_hieu),
            run(&co(28, ""), quoc_hieu),
            "trinh-bay-quoc-hieu",
            4,
            "Quốc hiệu cỡ chữ 14, không đậm",
        ),
        (
            run(&co(26, "<w:b/>"), "SỞ Y TẾ"),
            run(&co(26, ""), "SỞ Y TẾ"),
            "trinh-bay-co-quan",
            2,
            "tên cơ quan ban hành không đậm",
        ),
        (
            run(&co(26, ""), "Số: 13/QĐ-SYT"),
            run(&co(28, ""), "Số: 13/QĐ-SYT"),
            "trinh-bay-so-ky-hieu",
            3,
            "số, ký hiệu cỡ chữ 14",
        ),
        (
            run(&co(28, "<w:i/>"), "Cao Bằng, ngày 14 tháng 4 năm 2026"),
            run(&co(28, ""), "Cao Bằng, ngày 14 tháng 4 năm 2026"),
            "trinh-bay-dia-danh-ngay",
            6,
            "địa danh, ngày tháng năm không nghiêng",
        ),
        (
            run("<w:b/>", "QUYẾT ĐỊNH"),
            run(&co(32, "<w:b/>"), "QUYẾT ĐỊNH"),
            "trinh-bay-ten-loai",
            7,
            "tên loại cỡ chữ 16",
        ),
        (
            run("<w:b/>", "Về việc ban hành Quy chế làm việc của Sở Y tế"),
            run("<w:b/><w:i/>", "Về việc ban hành Quy chế làm việc của Sở Y tế"),
            "trinh-bay-trich-yeu",
            8,
            "trích yếu nghiêng",
        ),
        (
            run("<w:i/>", "Theo đề nghị của Chánh Văn phòng Sở Y tế."),
            run("", "Theo đề nghị của Chánh Văn phòng Sở Y tế."),
            "trinh-bay-can-cu",
            11,
            "căn cứ không nghiêng",
        ),
        (
            r#"<w:ind w:firstLine="720"/>"#.into(),
            String::new(),
            "thut-dau-dong",
            13,
            "đầu dòng không lùi vào: 3 đoạn, từ đoạn này",
        ),
        (
            r#"<w:jc w:val="both"/>"#.into(),
            String::new(),
            "canh-deu",
            13,
            "lời văn canh trái, không canh đều hai lề: 2 đoạn, từ đoạn này",
        ),
        (
            r#"w:line="264""#.into(),
            r#"w:line="480""#.into(),
            "gian-dong",
            13,
            "giãn dòng bằng 2 lần dòng đơn: 3 đoạn, từ đoạn này",
        ),
        (
            r#"<w:spacing w:before="120" w:line="264""#.into(),
            r#"<w:spacing w:before="40" w:line="264""#.into(),
            "cach-doan",
            14,
            "cách đoạn trên 2 pt: 2 đoạn, từ đoạn này",
        ),
        (
            run("", " Quyết định này có hiệu lực kể từ ngày ký."),
            run(r#"<w:color w:val="FF0000"/>"#, " Quyết định này có hiệu lực kể từ ngày ký."),
            "mau-chu",
            14,
            "chữ màu đỏ, không phải màu đen",
        ),
        (
            run(&co(22, ""), "- Như Điều 3;"),
            run(&co(24, ""), "- Như Điều 3;"),
            "trinh-bay-noi-nhan",
            17,
            "danh sách nơi nhận cỡ chữ 12",
        ),
        (
            run(&co(24, "<w:b/><w:i/>"), "Nơi nhận:"),
            run(&co(24, "<w:b/>"), "Nơi nhận:"),
            "trinh-bay-noi-nhan",
            16,
            "từ “Nơi nhận” không nghiêng",
        ),
        (
            run("<w:b/>", "Nguyễn Văn An"),
            run("", "Nguyễn Văn An"),
            "trinh-bay-nguoi-ky",
            21,
            "họ tên người ký không đậm",
        ),
    ];
    let mut wrong = Vec::new();
    for (old, new, rule, line, message) in cases {
        let found = thay(old, new);
        if found != [(*rule, *line, (*message).to_owned())] {
            wrong.push(format!("{rule}, dòng {line}: {found:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_size_of_the_body_is_counted_once() {
    let found = thay(r#"<w:sz w:val="28"/></w:rPr></w:rPrDefault>"#, r#"<w:sz w:val="24"/></w:rPr></w:rPrDefault>"#);
    let body: Vec<_> = found.iter().filter(|(rule, ..)| *rule == "co-chu-noi-dung").collect();
    assert_eq!(body, [&("co-chu-noi-dung", 12, "nội dung cỡ chữ 12: 4 đoạn, từ đoạn này".to_owned())]);
    assert!(found.iter().any(|(rule, ..)| *rule == "trinh-bay-ten-loai"));
}

#[test]
fn text_in_an_old_font_is_said_once_and_read_as_vietnamese() {
    let old = r#"<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>"#;
    let font = r#"w:ascii="Times New Roman" w:hAnsi="Times New Roman""#;
    let body = than_van_ban().replace(
        &r("", " Quyết định này có hiệu lực kể từ ngày ký."),
        &r(old, " QuyÕt ®Þnh nµy cã hiÖu lùc kÓ tõ ngµy ký."),
    );
    assert!(STYLES.contains(font) && body.contains("VnTime"));
    let da_soi = soi("a.docx", &Word::new(&body).part("word/styles.xml", STYLES).bytes());
    let found = da_soi.trinh_bay();
    assert_eq!(found, [("phong-chu-cu", 14, "chữ theo bảng mã cũ (phông .VnTime), không phải Unicode".to_owned())]);
    assert!(da_soi.doan().iter().any(|doan| doan.chu.text == "Quyết định này có hiệu lực kể từ ngày ký."));
}

#[test]
fn findings_of_looks_have_their_clause_and_say_what_is_right() {
    let quoc_hieu = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    let body = than_van_ban().replace(&r(&co(26, "<w:b/>"), quoc_hieu), &r(&co(30, "<w:b/>"), quoc_hieu));
    let da_soi = soi("a.docx", &Word::new(&body).part("word/styles.xml", STYLES).bytes());
    let found = da_soi.thay.iter().find(|f| f.code.name == "trinh-bay-quoc-hieu").expect("found");
    assert_eq!(found.clause, Some("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 1 điểm a"));
    assert_eq!(found.advice, ["trình bày Quốc hiệu cỡ chữ 12 đến 13, kiểu chữ đứng, đậm"]);
    assert!(found.fix.is_none(), "a look is no text to put in");
}

/// A page number as Word puts it into a header or footer.
fn so_trang(look: &str, before: &str) -> String {
    p(
        look,
        &format!(
            r#"{before}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE   \\* MERGEFORMAT</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>"#
        ),
    )
}

#[test]
fn page_numbers_stand_in_the_middle_of_the_upper_margin() {
    let rels = r#"<?xml version="1.0"?><Relationships><Relationship Id="rId1" Type="http://x/relationships/header" Target="header1.xml"/><Relationship Id="rId2" Type="http://x/relationships/footer" Target="footer1.xml"/></Relationships>"#;
    let page = |first: &str| {
        format!(
            r#"<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11907" w:h="16840"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701"/>{first}</w:sectPr>"#
        )
    };
    let said = |first: &str, header: &str, footer: &str| {
        let word = Word::new(&(than_van_ban() + &page(first)))
            .part("word/styles.xml", STYLES)
            .part("word/_rels/document.xml.rels", rels)
            .part("word/header1.xml", header)
            .part("word/footer1.xml", footer);
        let found = soi("a.docx", &word.bytes()).trinh_bay();
        found.into_iter().map(|(_, _, message)| message).collect::<Vec<_>>()
    };
    let (first, middle) = ("<w:titlePg/>", r#"<w:jc w:val="center"/>"#);
    let empty = p("", "");
    assert_eq!(said(first, &so_trang(middle, ""), &empty), [""; 0]);
    assert_eq!(said(first, &so_trang("", "<w:r><w:tab/></w:r>"), &empty), [""; 0], "a tab stop may be in the middle");
    assert_eq!(said(first, &so_trang(r#"<w:framePr w:xAlign="center"/>"#, ""), &empty), [""; 0]);
    assert_eq!(said("", &so_trang(middle, ""), &empty), ["số trang hiện cả ở trang thứ nhất"]);
    assert_eq!(said(first, &so_trang(r#"<w:jc w:val="right"/>"#, ""), &empty), ["số trang không canh giữa"]);
    assert_eq!(said("", &empty, &so_trang(middle, "")), ["số trang ở chân trang, hiện cả ở trang thứ nhất"]);
    assert_eq!(said(first, &empty, &p("", "")), [""; 0], "one page needs no number");
}
