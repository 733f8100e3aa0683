//! What is read of a .docx is what a person sees in Word: words, automatic numbers, looks, with the numbers of its
//! paragraphs.

use super::goi_word::{Word, chu, doc, p, r, zip};
use proptest::prelude::*;
use vanthu::model::ban_thao::dang::Can;

#[test]
fn a_line_is_a_paragraph_as_people_count_them() {
    let break_ = r#"<w:r><w:t>CỘNG HÒA</w:t><w:br/><w:t>Độc lập</w:t></w:r>"#;
    let ket = Word::new(&[chu("Một"), p("", ""), p("", break_), chu("Bốn")].concat()).doc();
    assert_eq!(ket.chu(), ["Một", "CỘNG HÒA", "Độc lập", "Bốn"]);
    assert_eq!(ket.dong_cot("CỘNG"), (3, 1));
    assert_eq!(ket.dong_cot("Độc lập"), (3, 10));
    assert_eq!(ket.dong_cot("Bốn"), (4, 1));
    let cach: Vec<bool> = ket.tho.iter().flat_map(|tho| &tho.dong).map(|dong| dong.cach).collect();
    assert_eq!(cach, [false, true, false, false], "a blank paragraph stands before the second");
}

#[test]
fn words_are_where_their_place_says() {
    let body = [p("", &r("", "  \t Thụt bằng dấu cách  ")), chu("a &amp; b &lt;c&gt; &#7897;")].concat();
    let ket = Word::new(&body).doc();
    assert_eq!(ket.chu(), ["Thụt bằng dấu cách", "a & b <c> ộ"]);
    for dong in &ket.tho.as_ref().expect("read").dong {
        let vanthu::model::ban_thao::ViTri::Nguyen(parts) = &dong.vi_tri else { panic!("words stand as they are") };
        let text = ket.files.text(dong.place.file);
        assert!(text[parts[0].1..].starts_with(&dong.text));
        assert!(ket.files.slice(&dong.place).ends_with(&dong.text));
    }
}

#[test]
fn a_letterhead_table_tells_row_and_cell() {
    let cell = |words: &[&str]| format!("<w:tc><w:tcPr/>{}</w:tc>", words.iter().map(|w| chu(w)).collect::<String>());
    let row = |cells: &[String]| format!("<w:tr><w:trPr/>{}</w:tr>", cells.concat());
    let inner = format!("<w:tbl>{}</w:tbl>", row(&[cell(&["trong"])]));
    let table = format!(
        "<w:tbl><w:tblPr/><w:tblGrid/>{}{}</w:tbl>",
        row(&[cell(&["UBND TỈNH X", "SỞ Y TẾ"]), cell(&["CỘNG HÒA"])]),
        row(&[cell(&["Số: 13/KH-SYT"]), format!("<w:tc>{inner}{}</w:tc>", chu("ngoài"))])
    );
    let ket = Word::new(&[table, chu("dưới bảng")].concat()).doc();
    let o: Vec<_> = ket.tho.iter().flat_map(|t| &t.dong).map(|d| (d.text.as_str(), d.o_bang)).collect();
    let expected = [
        ("UBND TỈNH X", Some((0, 0, 0))),
        ("SỞ Y TẾ", Some((0, 0, 0))),
        ("CỘNG HÒA", Some((0, 0, 1))),
        ("Số: 13/KH-SYT", Some((0, 1, 0))),
        ("trong", Some((1, 0, 0))),
        ("ngoài", Some((0, 1, 1))),
        ("dưới bảng", None),
    ];
    assert_eq!(o, expected);
    assert!(ket.dang("SỞ Y TẾ").trong_bang && !ket.dang("dưới bảng").trong_bang);
}

const STYLES: &str = r#"
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:sz w:val="22"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Than"><w:name w:val="Thân bài"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="120" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:firstLine="720"/><w:jc w:val="both"/></w:pPr><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="DamThan"><w:basedOn w:val="Than"/><w:rPr><w:b/><w:color w:val="FF0000"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Vong"/></w:style>
<w:style w:type="paragraph" w:styleId="Vong"><w:basedOn w:val="Heading2"/></w:style>
<w:style w:type="character" w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style>"#;

const THEME: &str = r#"<?xml version="1.0"?><a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:fontScheme><a:majorFont><a:latin typeface="Cambria"/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/></a:minorFont></a:fontScheme></a:theme>"#;

#[test]
fn looks_come_from_defaults_styles_paragraph_and_run() {
    let body = [
        chu("mặc định"),
        p(r#"<w:pStyle w:val="Than"/>"#, &r("", "theo kiểu")),
        p(r#"<w:pStyle w:val="DamThan"/><w:jc w:val="center"/>"#, &r("<w:i/>", "kiểu con")),
        p(r#"<w:pStyle w:val="DamThan"/>"#, &r(r#"<w:rStyle w:val="Strong"/>"#, "đậm hai lần thì thôi đậm")),
        p(r#"<w:pStyle w:val="DamThan"/>"#, &r(r#"<w:b w:val="0"/><w:color w:val="auto"/>"#, "tắt đậm")),
        p(r#"<w:pStyle w:val="Heading2"/>"#, &r("", "kiểu vòng tròn")),
        p("", &[r("<w:b/>", "Điều 1."), r("", " Phạm vi")].concat()),
        p(r#"<w:pStyle w:val="Than"/>"#, &r(r#"<w:rFonts w:ascii="Arial"/><w:sz w:val="26"/>"#, "phần lớn đậm nét")),
    ];
    let ket = Word::new(&body.concat()).part("word/styles.xml", STYLES).part("word/theme/theme1.xml", THEME).doc();
    let plain = ket.dang("mặc định");
    assert_eq!((plain.phong.as_deref(), plain.co, plain.can), (Some("Calibri"), Some(11.0), Some(Can::Trai)));
    assert_eq!(plain.sau, Some(8.0));
    assert!((plain.gian_dong.expect("known") - 1.079).abs() < 0.001);
    let style = ket.dang("theo kiểu");
    assert_eq!((style.phong.as_deref(), style.co, style.can), (Some("Times New Roman"), Some(14.0), Some(Can::Deu)));
    assert_eq!((style.truoc, style.sau, style.gian_dong), (Some(6.0), Some(0.0), Some(1.0)));
    assert!((style.thut.expect("known") - 12.7).abs() < 0.01);
    assert_eq!((style.dam, style.mau.as_deref()), (Some(false), None));
    let child = ket.dang("kiểu con");
    assert_eq!((child.dam, child.nghieng, child.can), (Some(true), Some(true), Some(Can::Giua)));
    assert_eq!((child.co, child.mau.as_deref()), (Some(14.0), Some("FF0000")));
    assert_eq!(ket.dang("đậm hai lần").dam, Some(false));
    let off = ket.dang("tắt đậm");
    assert_eq!((off.dam, off.mau), (Some(false), None));
    assert_eq!(ket.tho.as_ref().expect("read").dong[5].cap, 2);
    assert_eq!(ket.dang("Điều 1.").dam, Some(false), "not all of it is bold");
    assert_eq!(ket.dang("phần lớn").co, Some(13.0));
}

#[test]
fn page_margins_and_line_spacing_in_every_unit() {
    let body = [
        p(r#"<w:spacing w:line="360" w:lineRule="exact"/>"#, &r(r#"<w:sz w:val="28"/>"#, "đúng 18 pt")),
        p(r#"<w:spacing w:line="240" w:lineRule="atLeast"/>"#, &r(r#"<w:sz w:val="28"/>"#, "ít nhất 12 pt")),
        p(r#"<w:ind w:left="720" w:hanging="360"/>"#, &r("", "treo")),
        p("", r#"<w:r><w:tab/><w:t>thụt bằng phím Tab</w:t></w:r>"#),
        r#"<w:sectPr><w:pgSz w:w="210mm" w:h="297mm"/><w:pgMar w:top="2cm" w:right="15mm" w:bottom="-2cm" w:left="85.05pt"/></w:sectPr>"#.to_owned(),
    ];
    let ket = Word::new(&body.concat()).doc();
    let trang = ket.tho.as_ref().and_then(|tho| tho.trang).expect("a page");
    let margins = [trang.tren, trang.phai, trang.duoi, trang.trai].map(|mm| mm.expect("known"));
    let all = [vec![trang.rong, trang.cao], margins.to_vec()].concat();
    for (is, should) in all.iter().copied().zip([210.0, 297.0, 20.0, 15.0, 20.0, 30.0]) {
        assert!((is - should).abs() < 0.01, "{all:?}");
    }
    assert!((ket.dang("đúng 18").gian_dong.expect("known") - 18.0 / 16.1).abs() < 0.01);
    assert_eq!(ket.dang("ít nhất").gian_dong, Some(1.0));
    assert!((ket.dang("treo").thut.expect("known") - 6.35).abs() < 0.01);
    assert!((ket.dang("thụt bằng").thut.expect("known") - 12.7).abs() < 0.01);
}

const NUMBERING: &str = r#"
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/><w:suff w:val="space"/></w:lvl>
<w:lvl w:ilvl="3"><w:start w:val="1"/><w:isLgl/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2.%4"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimalZero"/><w:lvlText w:val="Điều %1."/><w:pStyle w:val="Dieu"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>"#;

#[test]
fn automatic_numbers_are_counted_and_stand_before_the_words() {
    let item = |num: u32, level: u32, words: &str| {
        p(&format!(r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>"#), &r("", words))
    };
    let styled = |words: &str| p(r#"<w:pStyle w:val="Dieu"/>"#, &r("", words));
    let body = [
        item(1, 0, "Mục đích"),
        item(1, 1, "Khoản"),
        item(1, 1, "Khoản"),
        item(1, 2, "Điểm"),
        item(2, 0, "gạch"),
        item(2, 1, "chấm"),
        item(1, 2, "Điểm"),
        item(1, 3, "bốn cấp"),
        item(1, 0, "Nội dung"),
        item(1, 1, "Khoản"),
        styled("Phạm vi"),
        styled("Đối tượng"),
        p(r#"<w:pStyle w:val="Dieu"/><w:numPr><w:numId w:val="0"/></w:numPr>"#, &r("", "không số")),
        item(4, 0, "Đánh số lại"),
        item(9, 0, "danh sách không có"),
    ];
    let styles = r#"<w:style w:type="paragraph" w:styleId="Dieu"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>"#;
    let ket = Word::new(&body.concat()).part("word/numbering.xml", NUMBERING).part("word/styles.xml", styles).doc();
    let expected = [
        "I. Mục đích",
        "1. Khoản",
        "2. Khoản",
        "a) Điểm",
        "- gạch",
        "• chấm",
        "b) Điểm",
        "1.2.1 bốn cấp",
        "II. Nội dung",
        "1. Khoản",
        "Điều 03. Phạm vi",
        "Điều 04. Đối tượng",
        "không số",
        "I. Đánh số lại",
        "danh sách không có",
    ];
    assert_eq!(ket.chu(), expected);
}

#[test]
fn tracked_changes_are_taken_as_accepted() {
    let body = [
        p(
            "",
            &[
                r("", "Giữ "),
                r#"<w:del w:id="1"><w:r><w:delText>bỏ </w:delText></w:r></w:del><w:ins w:id="2">"#.to_owned(),
                r("", "thêm"),
                "</w:ins>".to_owned(),
                r(r#"<w:rPrChange w:id="3"><w:rPr><w:b/></w:rPr></w:rPrChange>"#, " vừa"),
                format!("<w:moveFrom>{}</w:moveFrom>", r("", " dời đi")),
            ]
            .concat(),
        ),
        p(r#"<w:rPr><w:del w:id="4"/></w:rPr>"#, &r("", "Đầu câu ")),
        chu("cuối câu."),
    ];
    let ket = Word::new(&body.concat()).doc();
    assert_eq!(ket.chu(), ["Giữ thêm vừa", "Đầu câu cuối câu."]);
    assert_eq!(ket.dang("Giữ").dam, Some(false));
    assert_eq!(ket.dong_cot("Đầu câu"), (2, 1));
}

#[test]
fn fields_links_and_alternatives_are_read_once() {
    let field = r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE \@ "dd" </w:instrText></w:r><w:r><w:t>mã</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>14</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>"#;
    let open = r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>mã không đóng</w:t></w:r>"#;
    let link = format!(
        r#"<w:hyperlink>{}</w:hyperlink><w:fldSimple w:instr="AUTHOR">{}</w:fldSimple>"#,
        r("", "liên kết"),
        r("", " An")
    );
    let boxed = |words: &str| format!("<w:txbxContent>{}</w:txbxContent>", chu(words));
    let either = format!(
        r#"<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"#,
        boxed("DỰ THẢO"),
        boxed("DỰ THẢO")
    );
    let body = [
        p("", &format!("{}{field}", r("", "Ngày "))),
        p("", open),
        p("", &link),
        p("", &format!("{either}{}", r("", "Đoạn có khung chữ"))),
        p(
            "",
            r#"<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t><w:softHyphen/><w:sym w:font="Wingdings" w:char="F0FC"/><w:tab/><w:t>C</w:t></w:r>"#,
        ),
        p("", &[r("<w:vanish/>", "ẩn"), r("<w:caps/>", "chữ hoa")].concat()),
        p("", "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"),
        "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>".to_owned()
            + &chu("trong ô điều khiển")
            + "</w:sdtContent></w:sdt>",
    ];
    let expected =
        ["Ngày 14", "liên kết An", "Đoạn có khung chữ", "DỰ THẢO", "A-B✓\tC", "CHỮ HOA", "x=1", "trong ô điều khiển"];
    assert_eq!(Word::new(&body.concat()).doc().chu(), expected);
}

#[test]
fn notes_follow_their_paragraph_and_a_letterhead_in_the_header_comes_first() {
    let rels = r#"<?xml version="1.0"?><Relationships xmlns="r"><Relationship Id="rId7" Type="http://x/relationships/header" Target="header2.xml"/></Relationships>"#;
    let body = [
        chu("KẾ HOẠCH"),
        p("", &[r("", "Có chú thích"), r#"<w:r><w:footnoteReference w:id="5"/></w:r>"#.to_owned()].concat()),
        chu("Cuối"),
        r#"<w:sectPr><w:headerReference w:type="first" r:id="rId7"/><w:titlePg/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>"#.to_owned(),
    ];
    let notes = format!(
        r#"<w:footnote w:type="separator" w:id="-1">{}</w:footnote><w:footnote w:id="5">{}</w:footnote>"#,
        chu("___"),
        chu("Lời chú.")
    );
    let word = Word::new(&body.concat()).part("word/footnotes.xml", &notes);
    let plain = word.part("word/header2.xml", &chu("Trang 1"));
    let with_rels = plain.part("word/_rels/document.xml.rels", rels);
    assert_eq!(with_rels.doc().chu(), ["KẾ HOẠCH", "Có chú thích", "Lời chú.", "Cuối"]);
    let head = with_rels.part("word/header2.xml", &chu("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
    let ket = head.doc();
    assert_eq!(ket.chu()[0], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    assert_eq!(ket.dong_cot("Cuối").0, 3, "body paragraphs keep their numbers");
    assert!(ket.tho.as_ref().is_some_and(|tho| tho.dong[3].dang.is_none()), "the decree knows no notes");
}

#[test]
fn words_in_fonts_older_than_unicode_are_read() {
    let font = |name: &str| format!(r#"<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>"#);
    let body = [
        p("", &r(&font(".VnTime"), "ViÖt Nam ph¸t triÓn")),
        p("", &r(&font(".VnTimeH"), "Céng hoµ")),
        p("", &r(&font("VNI-Times"), "Vieät Nam")),
        p("", &r(&font("Times New Roman"), "Việt Nam".replace('ệ', "e\u{302}\u{323}").as_str())),
    ];
    assert_eq!(Word::new(&body.concat()).doc().chu(), ["Việt Nam phát triển", "CỘNG HOÀ", "Việt Nam", "Việt Nam"]);
}

#[test]
fn the_main_part_may_have_another_name_and_prefix() {
    let rels = r#"<?xml version="1.0"?><Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>"#;
    let text = r#"<?xml version="1.0"?><ns0:document xmlns:ns0="http://purl.oclc.org/ooxml/wordprocessingml/main"><ns0:body><ns0:p><ns0:pPr><ns0:jc ns0:val="center"/></ns0:pPr><ns0:r><ns0:t>Chữ</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>"#;
    let parts = [("_rels/.rels", rels), ("word/document2.xml", text)];
    let ket = doc(&zip(&parts.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))));
    assert_eq!((ket.chu(), ket.dang("Chữ").can), (vec!["Chữ"], Some(Can::Giua)));
}

#[test]
fn what_is_no_word_file_is_said_with_advice() {
    let of = |bytes: &[u8]| doc(bytes).loi.join("\n");
    let zip_of = |names: &[&str]| zip(&names.iter().map(|n| ((*n).to_owned(), b"<x/>".to_vec())).collect::<Vec<_>>());
    let locked: Vec<u8> = "EncryptedPackage".bytes().flat_map(|b| [b, 0]).collect();
    let said = [
        of(b"\xd0\xcf\x11\xe0 cu"),
        of(&[b"\xd0\xcf\x11\xe0".as_slice(), &locked].concat()),
        of(b"khong phai zip"),
        of(&zip_of(&["[Content_Types].xml", "xl/workbook.xml"])),
        of(&zip_of(&["mimetype", "content.xml"])),
        of(&zip_of(&["ghi_chu.txt"])),
    ];
    let parts = ["Word đời cũ", "mật khẩu", "bị hỏng", "Excel", "LibreOffice", "tệp nén"];
    for (said, part) in said.iter().zip(parts) {
        assert!(said.contains(part), "{said}");
    }
}

#[test]
fn hostile_files_end_soon_and_without_a_panic() {
    let refused = |word: Word| word.doc().loi.join("\n");
    let bomb = Word::new("").part("word/document.xml", &format!("<?xml?>{}", " ".repeat(100 << 20)));
    assert!(bomb.bytes().len() < 1 << 20, "small on the disk");
    assert!(refused(bomb).contains("quá lớn"));
    let nested = format!("{}{}", "<w:tbl><w:tr><w:tc>".repeat(100_000), "</w:tc></w:tr></w:tbl>".repeat(100_000));
    assert!(refused(Word::new(&nested)).contains("quá lớn"));
    let deep = format!("{}x{}", "<w:smartTag>".repeat(200_000), "</w:smartTag>".repeat(200_000));
    assert_eq!(Word::new(&[deep, chu("còn đọc được")].concat()).doc().chu(), ["còn đọc được"]);
    assert!(refused(Word::new("<w:p><w:r><w:t>cụt")).contains("hỏng"));
    let entities = r#"<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;chữ</w:t></w:r></w:p></w:body></w:document>"#;
    assert_eq!(Word::new("").part("word/document.xml", entities).doc().chu(), ["chữ"]);
    let long = "x".repeat(100_000);
    let list = format!(
        r#"<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="9223372036854775807"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1{long}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#
    );
    let item = p(r#"<w:numPr><w:ilvl w:val="99"/><w:numId w:val="1"/></w:numPr>"#, &r("", "a"))
        + &p(r#"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>"#, &r("", "b")).repeat(1000);
    let ket = Word::new(&item).part("word/numbering.xml", &list).doc();
    assert!(ket.chu().iter().map(|line| line.len()).sum::<usize>() < 200_000);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn damaged_files_are_read_or_refused(at in 0.0..1.0_f64, byte in any::<u8>(), cut in any::<bool>()) {
        let body = p(r#"<w:numPr><w:numId w:val="1"/></w:numPr>"#, &r("<w:b/>", "Một dòng chữ"));
        let word = Word::new(&body).part("word/styles.xml", STYLES).part("word/numbering.xml", NUMBERING);
        let mut bytes = word.bytes();
        let index = (at * bytes.len() as f64) as usize;
        if cut { bytes.truncate(index) } else { bytes[index] = byte }
        let ket = doc(&bytes);
        prop_assert!(ket.tho.is_some() || !ket.loi.is_empty());
    }

    #[test]
    fn tags_in_any_order_are_read_or_refused(tags in prop::collection::vec(0..24_usize, 0..60)) {
        const TAGS: [&str; 24] = [
            "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "chữ", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>",
            "<w:tc>", "</w:tc>", "<w:pPr>", "</w:pPr>", "<w:rPr><w:b/></w:rPr>", "<w:txbxContent>",
            "</w:txbxContent>", "<w:br/>", "<w:fldChar w:fldCharType=\"begin\"/>", "<w:del>", "</w:del>",
            "<w:numPr><w:numId w:val=\"1\"/></w:numPr>", "<w:sectPr/>",
        ];
        let body: String = tags.iter().map(|tag| TAGS[*tag]).collect();
        let ket = Word::new(&body).part("word/numbering.xml", NUMBERING).doc();
        prop_assert!(ket.tho.is_some() || !ket.loi.is_empty());
    }
}
