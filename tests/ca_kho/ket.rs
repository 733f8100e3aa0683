//! The signature never stands alone, whatever the last block is and wherever on the page it ends (Phụ lục I, phần I, mục
//! IV: ô 7 follows ô 6).

use super::{CAU, VanBan, co_quan, in_order, lines, words};
use crate::support::pdf::Pdf;
use crate::support::project::{TestProject, ke_hoach};
use std::collections::BTreeSet;

/// A head, words and rows of a table.
fn bang(rows: usize) -> String {
    let row = |i| format!("| {i} | Rà soát văn bản số {i}/KH-SYT của Sở Y tế | Phòng Nghiệp vụ Y | Quý IV |\n");
    format!("| STT | Công việc | Chủ trì | Hạn |\n|---|---|---|---|\n{}", (1..=rows).map(row).collect::<String>())
}

/// Lines of words on the page of the signature, above it: "./." on a line of its own and the head of a table are none.
fn over_signature(pdf: &Pdf, sign: &str, name: &str) -> usize {
    let page = pdf.pages.iter().find(|p| p.lines().iter().any(|l| l.text == sign)).expect("a signature");
    assert!(page.lines().iter().any(|l| l.text == name), "the signature is torn");
    let top = lines(page).iter().filter(|l| l.text == sign).map(|l| l.baseline_mm).fold(f64::INFINITY, f64::min);
    let words = |l: &&&crate::support::pdf::Line| {
        l.text != "./." && !["STT", "Công việc", "Chủ trì", "Hạn"].contains(&l.text.as_str())
    };
    let above = lines(page);
    let above = above.iter().filter(words).filter(|l| l.baseline_mm < top - 1.0);
    #[expect(clippy::cast_possible_truncation, reason = "tenths of a millimetre on a page")]
    above.map(|l| (l.baseline_mm * 10.0) as i64).collect::<BTreeSet<_>>().len()
}

/// No page ends in a heading; no page but the first and last holds a single line.
fn no_heading_last(pdf: &Pdf, what: &str) {
    for page in &pdf.pages[..pdf.pages.len() - 1] {
        let last = lines(page).last().map(|l| (l.bold, l.text.clone())).expect("a line");
        assert!(!last.0, "{what}: “{}” ends a page", last.1);
    }
}

/// Last blocks, and how many lines stand over the signature at the least.
fn last_blocks() -> Vec<(&'static str, String, usize)> {
    let long = [CAU; 5].join(", ");
    vec![
        ("paragraph", long.clone(), 2),
        ("three lines", [CAU; 3].join(", ")[..330].rsplit_once(' ').expect("words").0.to_owned(), 2),
        ("one line", "Yêu cầu các đơn vị thực hiện.".to_owned(), 2),
        ("list", "- Các đơn vị;\n\n- Các phòng;\n\n- Các cá nhân.".to_owned(), 2),
        ("heading only", "# Tổ chức thực hiện".to_owned(), 1),
        ("short table", bang(3), 2),
        ("table of most of a page", bang(28), 2),
        ("table of pages", bang(75), 2),
        ("a line after a table", format!("{}\nTrên đây là kế hoạch.", bang(40)), 2),
    ]
}

fn sweep(fields: &str, steps: std::ops::Range<usize>) {
    let step = "Các đơn vị báo cáo kết quả về Sở Y tế.\n\n";
    for (name, last, least) in last_blocks() {
        for extra in steps.clone() {
            let body = format!("# Mục đích\n\n{}.\n\n{}{last}", CAU, step.repeat(extra));
            let pdf = VanBan { fields, body, ..VanBan::default() }.pdf();
            let above = over_signature(&pdf, "Nơi nhận:", "Nguyễn Văn A");
            assert!(above >= least, "{name} + {extra}: {above} lines over the signature");
            no_heading_last(&pdf, &format!("{name} + {extra}"));
            if name.contains("table") {
                let rows = words(&pdf).matches("Rà soát").count();
                assert_eq!(rows, last.matches("Rà soát").count(), "{name} + {extra}: rows lost");
            }
        }
    }
}

#[test]
fn one_signer() {
    sweep("loai: kế hoạch\nso: 13\nngay: 12/7/2027\ntrich_yeu: Phát động thi đua\nnguoi_ky: nguyen_van_a", 6..30);
}

#[test]
fn on_a_page_on_its_side() {
    sweep("loai: kế hoạch\nso: 1\nngay: 2/7/2027\ntrang: ngang\ntrich_yeu: Thi đua\nnguoi_ky: nguyen_van_a", 0..16);
}

/// Mẫu 1.9: two signers side by side, Nơi nhận below them.
#[test]
fn two_signers() {
    let fields = "loai: biên bản\nso: 1\ntrich_yeu: Họp mua sắm\nbat_dau: 08 giờ 00\ndia_diem: Sở Y tế\n\
         thanh_phan: [Ông B, Bà C]\nchu_tri: {xung_ho: Ông, ho_ten: Trần Văn C, chuc_vu: Giám đốc}\n\
         thu_ky: {xung_ho: Bà, ho_ten: Đặng Thị I, chuc_vu: Chuyên viên}\nket_thuc: 10 giờ 45";
    for extra in 0..36 {
        let body = "Ông Trần Văn C kết luận.\n\n".repeat(extra + 1);
        let pdf = VanBan { fields, body, ..VanBan::default() }.pdf();
        let above = over_signature(&pdf, "THƯ KÝ", "Trần Văn C");
        assert!(above >= 2, "{extra}: {above} lines over the signatures");
        let page = lines(pdf.pages.last().expect("a page"));
        let at = |name: &str| page.iter().find(|l| l.text == name).map(|l| l.baseline_mm);
        assert_eq!(at("Đặng Thị I"), at("Trần Văn C"), "{extra}: the names stand on one line");
    }
}

#[test]
fn three_parties() {
    let ben = |goi: &str, ten: &str| {
        format!(
            "  - {{goi: {goi}, ten: CÔNG TY {goi}, dai_dien: {{xung_ho: Ông, ho_ten: {ten}, chuc_vu: Giám đốc}}}}\n"
        )
    };
    let fields = format!(
        "loai: bản thỏa thuận\nso: 1\nngay: 3/6/2027\ntrich_yeu: Phối hợp đào tạo\ncac_ben:\n{}{}{}",
        ben("Bên A", "Trần Văn C"),
        ben("Bên B", "Hà Thị Q"),
        ben("Bên C", "Bùi Văn H")
    );
    for (extra, table) in (0..30).flat_map(|extra| [(extra, false), (extra, true)]) {
        let body = format!(
            "Điều 1. Nội dung\n\n{}{}",
            "Các bên phối hợp.\n\n".repeat(extra + 1),
            if table { bang(30) } else { String::new() }
        );
        let pdf = VanBan { fields: &fields, noi_nhan: None, body, ..VanBan::default() }.pdf();
        let above = over_signature(&pdf, "GIÁM ĐỐC", "Bùi Văn H");
        assert!(above > 2, "{extra} {table}: {above} lines over the signatures");
    }
}

/// What follows on pages of its own does not loosen the end of the document.
#[test]
fn before_an_appendix() {
    let sau = "phu_luc:\n  - ten: Danh sách đơn vị\n    noi_dung: |\n      1. Bệnh viện Đa khoa tỉnh.";
    for extra in 8..30 {
        let body = format!("{}{}", "Các đơn vị (Phụ lục kèm theo) báo cáo.\n\n".repeat(extra), bang(30));
        let pdf = VanBan { body, sau, ..VanBan::default() }.pdf();
        assert!(over_signature(&pdf, "Nơi nhận:", "Nguyễn Văn A") >= 2, "{extra}");
        in_order(&words(&pdf), ["Nguyễn Văn A", "Phụ lục", "DANH SÁCH ĐƠN VỊ", "Bệnh viện Đa khoa tỉnh"]);
    }
}

/// "Nơi nhận" longer than the signer's block, than what is left of the page, than a page.
#[test]
fn a_list_of_recipients_of_any_length() {
    for count in [3, 12, 20, 45, 60, 90, 200] {
        let noi_nhan: Vec<String> = (1..=count).map(|i| format!("Trung tâm Y tế khu vực số {i}")).collect();
        for extra in [0, 9, 18, 24] {
            let body = format!("{}{CAU}.", "Các đơn vị báo cáo kết quả.\n\n".repeat(extra));
            let co_quan = co_quan(&["SỞ Y TẾ"], &[]);
            let pdf = VanBan { co_quan, noi_nhan: Some(noi_nhan.clone()), body, ..VanBan::default() }.pdf();
            assert!(over_signature(&pdf, "Nơi nhận:", "Nguyễn Văn A") >= 2, "{count}, {extra}");
            let text = words(&pdf);
            let expected: Vec<String> = (1..=count).map(|i| format!("- Trung tâm Y tế khu vực số {i};")).collect();
            in_order(
                &text
                    .replace("GIÁM ĐỐC", "")
                    .replace("Nguyễn Văn A", "")
                    .split_whitespace()
                    .collect::<Vec<_>>()
                    .join(" "),
                expected.iter().map(String::as_str),
            );
            assert!(text.contains("- Lưu: VT."), "{count}, {extra}");
        }
    }
}

#[test]
fn a_body_of_one_line() {
    let pdf = VanBan { body: "Thực hiện ngay.".to_owned(), ..VanBan::default() }.pdf();
    assert_eq!(pdf.pages.len(), 1);
    in_order(&words(&pdf), ["Thực hiện ngay./.", "Nơi nhận:", "Nguyễn Văn A"]);
}

/// A template of the project's own that pushes the end to a new page: the rule says so, also where only "./." goes along.
#[test]
fn a_signature_alone_is_reported() {
    let shipped =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/van_ban.typ")).expect("a template");
    let before = "#phan_ket(\n  ap_cuoi: [{{ doan_ap_cuoi }}],";
    assert!(shipped.contains(before));
    let own = |end: &str| shipped.replace(before, &format!("{{{{ doan_ap_cuoi }}}}\n#pagebreak()\n{end}\n#phan_ket("));
    let body = format!("{CAU}.\n\n{}", bang(3));
    let fields = format!(
        "loai: kế hoạch\nso: 13\nngay: 12/7/2027\ntrich_yeu: Thi đua\nnguoi_ky: tran_quang_hai\nnoi_nhan: [A]\nnoi_dung: |\n{}",
        super::indent(&body)
    );
    for (end, alone) in [("", true), ("#par[Yêu cầu các đơn vị thực hiện.]", false)] {
        let project = TestProject::new().file("templates/van_ban.typ", own(end)).file("c.yaml", ke_hoach(&fields));
        let found = project.render("c.yaml").messages();
        assert_eq!(found.contains("cảnh báo[chu-ky-mot-minh]"), alone, "“{end}”: {found}");
    }
}

/// Parties of which one has no post and one a long one: the names stand on one line, an odd one in the middle.
#[test]
fn names_of_a_row_are_level() {
    let fields = "loai: bản thỏa thuận\nso: 1\nngay: 3/6/2027\ntrich_yeu: Phối hợp\ncac_ben:\n  - {goi: Bên A, ten: Sở Y tế, \
         dai_dien: {ho_ten: Trần Văn C, chuc_vu: Giám đốc}}\n  - {goi: Bên B, ten: Công ty B, dai_dien: {ho_ten: Hà Thị Q, chuc_vu: \
         Phó Tổng Giám đốc kinh doanh khu vực miền núi phía Bắc}}\n  - {goi: Bên C, ten: Công ty C, dai_dien: Bùi Văn H}\n  - \
         {goi: Bên D, ten: Công ty D, dai_dien: {ho_ten: Lê Văn Y, chuc_vu: Giám đốc}}\n  - {goi: Bên Đ, ten: Công ty Đ, dai_dien: \
         {ho_ten: Lê Văn Z, chuc_vu: Giám đốc}}";
    let body = "Điều 1. Nội dung\n\nCác bên phối hợp.".to_owned();
    let pdf = VanBan { fields, noi_nhan: None, body, ..VanBan::default() }.pdf();
    let page = pdf.pages.last().expect("a page");
    let at = |name: &str| page.lines().iter().rfind(|l| l.text == name).unwrap_or_else(|| panic!("no {name}"));
    for (left, right) in [("Trần Văn C", "Hà Thị Q"), ("Bùi Văn H", "Lê Văn Y")] {
        assert!((at(left).baseline_mm - at(right).baseline_mm).abs() < 0.05, "{left}, {right}");
        assert!(at(left).x1_mm < at(right).x0_mm);
    }
    let last = at("Lê Văn Z");
    assert!((f64::midpoint(last.x0_mm, last.x1_mm) - f64::midpoint(30.0, 195.0)).abs() < 0.3, "in the middle");
}

/// Mẫu 1.10: the place for the confirmation never stands on a page without the signature.
#[test]
fn the_confirmation_stays_with_the_signature() {
    for lines in 10..30 {
        let noi = "phường Thục Phán, tỉnh Cao Bằng; ".repeat(lines);
        let fields = format!(
            "loai: giấy nghỉ phép\nso: 1\nngay: 7/7/2027\ndon_ngay: 05/7/2027\ncap_cho: {{ho_ten: Đặng Thị I, chuc_vu: Chuyên viên}}\n\
             thoi_gian: 05 ngày\ntu_ngay: 12/7/2027\nden_ngay: 16/7/2027\nnoi_nghi: \"{noi}\"\ntinh_vao: nghỉ hằng năm\n\
             nguoi_ky: nguyen_van_a"
        );
        let pdf = VanBan { fields: &fields, body: String::new(), ..VanBan::default() }.pdf();
        let page = pdf.pages.last().expect("a page");
        page.find("Xác nhận của");
        page.find("Nguyễn Văn A");
    }
}
