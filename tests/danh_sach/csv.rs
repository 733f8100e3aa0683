//! CSV: as Excel writes it in Vietnam, as others do, and broken.

use super::{doc, doc_trong, fixture, snapshot};
use crate::support::project::TestProject;
use proptest::prelude::*;

#[test]
fn excel_with_vietnamese_settings() {
    let bytes = fixture("don_vi.csv");
    assert!(bytes.starts_with(b"\xef\xbb\xbfSTT;") && bytes.windows(2).any(|w| w == b"\r\n"), "as Excel writes");
    let doc = doc("don_vi.csv", bytes);
    assert_eq!(doc.messages(), "");
    snapshot("csv_vi_vn", &doc.bang());
    let list = doc.list.as_ref().expect("a list");
    for dong in &list.dong {
        let ten = &dong.o[1];
        assert_eq!(doc.files.slice(&ten.place).replace("\"\"", "\"").replace('\n', " "), ten.value);
    }
}

#[test]
fn the_same_table_in_every_form_of_excel() {
    let plain = "STT;Tên đơn vị;Địa chỉ\r\n1;Sở Y tế;Số 1, phố Lê Lợi\r\n2;Sở Nội vụ;Số 2\r\n";
    let utf16 = |text: &str, order: fn(u16) -> [u8; 2]| -> Vec<u8> {
        "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(order).collect()
    };
    let decomposed: String = unicode_normalization::UnicodeNormalization::nfd(plain).collect();
    let commas = "STT,Tên đơn vị,Địa chỉ\n1,Sở Y tế,\"Số 1, phố Lê Lợi\"\n2,Sở Nội vụ,Số 2";
    let forms: [(&str, Vec<u8>); 9] = [
        ("no mark", plain.into()),
        ("mark", format!("\u{feff}{plain}").into()),
        ("decomposed", decomposed.into()),
        ("old Mac", plain.replace("\r\n", "\r").into()),
        ("commas", commas.into()),
        ("sep line", format!("sep=;\r\n{plain}").into()),
        ("spaces", plain.replace(';', " ; ").into()),
        ("Unicode text", utf16(&plain.replace(';', "\t"), u16::to_le_bytes)),
        ("big end", utf16(plain, u16::to_be_bytes)),
    ];
    let expected = "stt (STT), ten_don_vi (Tên đơn vị), dia_chi (Địa chỉ)\n2: [1][Sở Y tế][Số 1, phố Lê Lợi]\n3: [2][Sở Nội vụ][Số 2]";
    for (name, bytes) in forms {
        let doc = doc("a.csv", bytes);
        assert_eq!((doc.bang().as_str(), doc.messages().as_str()), (expected, ""), "{name}");
    }
}

#[test]
fn what_people_leave_in_a_table_is_read_without_a_word() {
    let text = "\n;;;;\n STT ; Tên đơn vị;;Ghi chú;;;\n1;\"Trường \"\"A\"\"\nThái Bình\";;;;;\n;;;;;;\n\n2;\u{a0}Sở Y tế  ;;\"  \";;;\n\
                3;=\"00123\"\n4;\"Sở; ngành\" ;; x\n;;;;\n\n";
    let doc = doc("a.csv", text);
    assert_eq!(doc.messages(), "");
    snapshot("csv_lon_xon", &doc.bang());
}

#[test]
fn rows_that_are_broken_stop_nothing_else() {
    let long = "rất dài ".repeat(700);
    let mut bytes = format!(
        "STT;Tên đơn vị;Người nhận\n1;Sở Y tế;An\n2;Sở Y tế;Bình;thừa;nữa\n3;\"Sở Nội vụ;Cúc\n4;\"Sở \"Xây dựng\";Dũng\n\
         5;Sở Tài chính;#N/A\n6;\u{e001}Sở Tư pháp;Em\n7;Sở\u{200b} Y tế;Giang\n8;{long};Hà\n9;Së Y tÕ ph¸t ®éng thi ®ua;Kiên\n\
         10;S? Y t?;Ngu?n Văn A\n11;Sở Y tế;########\n12;\"Sở Công\nThương\";Lan\n13;Sở \u{7}Y tế;Minh\n14;Sở Y "
    )
    .into_bytes();
    bytes.extend(b"t\xff\xfe;Nam\n15;S\xe1\xbb Y t\xe1\xba\xbf;Oanh\n16;C\xc3\xb3 g\xc3\xac m\xe1\xbb\x9bi?;www.a.vn/?x=a?b\n17;\"cu\xe1\xbb\x91i");
    snapshot("csv_dong_hong", &doc("a.csv", bytes).all());
}

#[test]
fn one_odd_row_does_not_make_the_header_a_title() {
    let doc = doc("a.csv", "Tên đơn vị;\nSở Y tế;\nSở Nội vụ;x\nSở Tư pháp;\n");
    assert_eq!(doc.list.as_ref().map(|list| (list.dong.len(), list.hong.len())), Some((2, 1)), "{}", doc.all());
}

#[test]
fn a_question_is_no_lost_letter() {
    let doc = doc("a.csv", "Tên đơn vị;Đã nhận?\nSở Y tế;Có gì mới? Chưa rõ?\nSao?;ok?\n");
    assert_eq!((doc.messages().as_str(), doc.dong(2)[1], doc.dong(3)[1]), ("", "Có gì mới? Chưa rõ?", "ok?"));
}

#[test]
fn tables_without_a_proper_header_are_refused() {
    let cases = [
        ("hai cột cùng tên", "Tên đơn vị;STT;Tên, đơn vị\nSở Y tế;1;2"),
        ("cột không tên", "STT;;Tên\n1;;Sở Y tế\n2;x;Sở Nội vụ"),
        ("tựa đề", "DANH SÁCH ĐƠN VỊ;;\n;;\nSTT;Tên;Địa chỉ\n1;Sở Y tế;A"),
        ("tựa đề không có dấu phân cách", "DANH SÁCH ĐƠN VỊ\nSTT,Tên\n1,Sở Y tế"),
        ("tựa đề hai ô", "UBND TỈNH;SỞ Y TẾ;;\nSTT;Tên;Địa chỉ;Xã\n1;Sở Y tế;A;B\n2;Sở Nội vụ;A;B"),
        ("không có dòng tên cột", "1;Sở Y tế;A\n2;Sở Nội vụ;B"),
        ("thư điện tử ở dòng đầu", "Sở Y tế;syt@thaibinh.gov.vn\nSở Nội vụ;snv@thaibinh.gov.vn"),
        ("tên cột không có chữ", "STT;***\n1;Sở Y tế"),
        ("chỉ có tên cột", "STT;Tên\n;\n"),
        ("mất dấu", "STT;Tên don v?;Ð?a ch?\n1;S? Y t?;A"),
        ("ký tự riêng", "STT;Tên \u{e001}\n1;Sở Y tế"),
        ("ngoặc kép", "STT;\"Tên\n1;Sở Y tế"),
    ];
    let mut said = Vec::new();
    for (name, text) in cases {
        let doc = doc("a.csv", text);
        assert!(doc.list.is_none(), "{name}: {}", doc.all());
        said.push(format!("== {name}\n{}", doc.messages()));
    }
    snapshot("csv_tieu_de", &said.join("\n\n"));
}

#[test]
fn files_in_old_encodings_are_named() {
    // "STT;Tên đơn vị / 1;Sở Y tế / 2;Bệnh viện Đa khoa tỉnh" in each.
    let cp1258 =
        b"STT;T\xean \xf0\xf5n vi\xf2\r\n1;S\xf5\xd2 Y t\xea\xec\r\n2;B\xea\xf2nh vi\xea\xf2n \xd0a khoa ti\xd2nh\r\n";
    let tcvn3 = b"STT;T\xaan \xae\xacn v\xde\r\n1;S\xeb Y t\xd5\r\n2;B\xd6nh vi\xd6n \xa7a khoa t\xd8nh\r\n";
    let project = TestProject::new().file("cp1258.csv", cp1258).file("tcvn3.csv", tcvn3);
    let said: Vec<String> =
        ["cp1258.csv", "tcvn3.csv"].iter().map(|tep| doc_trong(&project, tep, None).messages()).collect();
    snapshot("csv_bang_ma_cu", &said.join("\n\n"));
}

#[test]
fn a_csv_has_no_sheets() {
    let project = TestProject::new().file("a.csv", "Tên\nSở Y tế\n");
    snapshot("csv_trang", &doc_trong(&project, "a.csv", Some("Sheet1")).messages());
}

proptest! {
    /// Whatever a program writes by RFC 4180 comes back: quotes, separators and breaks in cells.
    #[test]
    fn what_is_written_by_the_rules_is_read_back(
        mut rows in prop::collection::vec(prop::collection::vec("[ab \";,\n\u{1ebf}]{0,6}", 3), 1..6),
        separator in prop::sample::select(b";,\t|".to_vec()),
    ) {
        rows.push(vec!["a".to_owned(); 3]);
        let mut text = String::from_utf8(vec![b'A', separator, b'B', separator, b'C', b'\n']).expect("ASCII");
        for row in &rows {
            let quoted: Vec<String> = row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
            text.push_str(&quoted.join(&char::from(separator).to_string()));
            text.push('\n');
        }
        let doc = doc("a.csv", &text);
        prop_assert_eq!(doc.messages(), "");
        let flat = |cell: &String| cell.split('\n').map(str::trim).filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" ");
        let expected: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(flat).collect()).collect();
        let filled: Vec<Vec<String>> = expected.into_iter().filter(|row: &Vec<String>| row.iter().any(|c| !c.is_empty())).collect();
        let list = doc.list.as_ref();
        let read: Vec<Vec<String>> =
            list.iter().flat_map(|l| &l.dong).map(|d| d.o.iter().map(|o| o.value.clone()).collect()).collect();
        prop_assert_eq!(read, filled);
    }

    /// No text makes the reader fail, and every row of it is either read or named.
    #[test]
    fn any_text_is_read_or_refused(text in "([ab1;,\t\"\n=#? ]|sep=|\u{1ebf}|\u{e000}){0,60}") {
        doc("a.csv", &text);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        doc("a.csv", &bytes);
    }
}
