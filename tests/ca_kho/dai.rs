//! Long documents: a quy chế of some sixty pages with 9 chương and 80 điều; quotations of amended text.

use super::{CAU, VanBan, in_order, lines, words};

/// 9 chương, 80 điều, each with khoản and điểm.
pub fn quy_che() -> String {
    let mut body = String::new();
    let mut dieu = 0;
    for chuong in 1..=9 {
        body.push_str(&format!("# Chương về lĩnh vực thứ {chuong}\n\n"));
        for _ in 0..(if chuong == 9 { 8 } else { 9 }) {
            dieu += 1;
            body.push_str(&format!("Điều {dieu}. Trách nhiệm của đơn vị thứ {dieu}\n\n"));
            for khoan in 1..=6 {
                body.push_str(&format!("{khoan}. Đơn vị thứ {dieu} bảo đảm {CAU}; {CAU}; {CAU}.\n\n"));
            }
            body.push_str(&format!("7. Hằng năm:\n\na) Sơ kết {CAU};\n\nb) Tổng kết {CAU}.\n\n"));
        }
    }
    body
}

#[test]
fn a_quy_che_of_sixty_pages() {
    let fields = "loai: quy chế\nso: 1\nngay: 2/7/2027\ntrich_yeu: Hoạt động của Sở Y tế\nnguoi_ky: nguyen_van_a";
    let pdf = VanBan { fields, body: quy_che(), ..VanBan::default() }.pdf();
    assert!((50..75).contains(&pdf.pages.len()), "{} pages", pdf.pages.len());
    let text = words(&pdf);
    let dieu: Vec<String> =
        (1..=80).map(|i| format!("Điều {i}. Trách nhiệm của đơn vị thứ {i} 1. Đơn vị thứ {i} bảo đảm")).collect();
    in_order(&text, dieu.iter().map(String::as_str));
    in_order(&text, ["Chương I ", "Chương II ", "Chương V ", "Chương IX "]);
    assert_eq!(text.matches(CAU).count(), 80 * 20);
    for (number, page) in pdf.pages.iter().enumerate() {
        if number > 0 {
            page.lines().iter().find(|l| l.text == (number + 1).to_string()).expect("a page number");
        }
        let all = lines(page);
        if number + 1 < pdf.pages.len() {
            let last = all.last().expect("a line");
            assert!(!last.bold, "page {}: “{}” is left behind", number + 1, last.text);
            // A single first line at the foot: it would be indented, and the paragraph longer than a line.
            let indented = last.x0_mm > 35.0 && last.x1_mm > 190.0;
            assert!(!indented, "page {}: “{}” is an orphan", number + 1, last.text);
        }
        if number > 0 {
            let first = all[0];
            let (second, full) = (all[1], first.x0_mm > 35.0);
            let ends = first.text.ends_with(['.', ';', ':']);
            assert!(
                full || !ends || second.baseline_mm - first.baseline_mm < 5.9,
                "page {}: “{}” is a widow",
                number + 1,
                first.text
            );
        }
    }
}

/// "> " blocks: the paragraphs of amended text stay as they were typed; their numbers are neither counted nor changed.
#[test]
fn quoted_text_keeps_its_own_numbers() {
    let fields = "loai: quy chế\nso: 1\nngay: 2/7/2027\ntrich_yeu: Sửa đổi quy chế\nnguoi_ky: nguyen_van_a";
    let body = "Điều 1. Sửa đổi Quy chế\n\n1. Sửa đổi Điều 7 như sau:\n\n> “Điều 7. Thời hạn\n>\n> 3. Thời hạn là 05 ngày.\n>\n> \
                đ) Trường hợp đặc biệt;\n>\n> # không phải tiêu đề\n>\n> - Một việc.”\n\n2. Bãi bỏ Điều 9.\n\nĐiều 2. Hiệu lực\n\nCó hiệu lực ngay.";
    let pdf = VanBan { fields, body: body.to_owned(), ..VanBan::default() }.pdf();
    let text = words(&pdf);
    in_order(
        &text,
        [
            "Điều 1. Sửa đổi Quy chế",
            "1. Sửa đổi Điều 7 như sau:",
            "“Điều 7. Thời hạn",
            "3. Thời hạn là 05 ngày.",
            "đ) Trường hợp đặc biệt;",
            "# không phải tiêu đề",
            "- Một việc.”",
            "2. Bãi bỏ Điều 9.",
            "Điều 2. Hiệu lực",
        ],
    );
    let starts = ["“Điều 7.", "3. Thời hạn", "đ) Trường", "- Một việc"];
    for start in starts {
        assert!(lines(&pdf.pages[0]).iter().any(|l| l.text.starts_with(start)), "“{start}” does not begin a paragraph");
    }
}
