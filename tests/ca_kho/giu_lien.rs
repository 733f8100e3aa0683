//! What does not break across lines: a symbol, a date, "Điều n", a name that the document knows.

use super::{VanBan, in_order, lines, words};

const LIEN: [&str; 6] =
    ["số 12/KH-BYT", "30/2020/NĐ-CP", "ngày 12 tháng 7 năm 2027", "Điều 5", "Nguyễn Văn A", "144/NQ-HĐND-SYT"];

/// The words before move one letter at a time, so that a line would end at every place of each.
#[test]
fn never_torn_in_body_title_or_table() {
    for shift in 0..24 {
        let before = "a".repeat(shift % 8 + 1);
        let chu = LIEN.map(|l| format!("{before} theo các nội dung tại {l} của cơ quan")).join(" và ");
        let body = format!("{}{chu}.\n\n| Nội dung | Số liệu |\n|---|---|\n| {chu} | {chu} |", "x ".repeat(shift / 8));
        let fields = format!("loai: kế hoạch\nso: 13\nngay: 12/7/2027\ntrich_yeu: {chu}\nnguoi_ky: nguyen_van_a");
        let pdf = VanBan { fields: &fields, body, ..VanBan::default() }.pdf();
        for held in LIEN {
            let whole = pdf.pages.iter().flat_map(|p| lines(p)).map(|l| l.text.matches(held).count()).sum::<usize>();
            // The letterhead has the date, too, and the signature the name.
            let expected = if held.starts_with("ngày") || held.starts_with("Nguyễn") { 5 } else { 4 };
            assert_eq!(whole, expected, "shift {shift}: “{held}” is torn");
        }
    }
}

#[test]
fn never_torn_in_a_subject_beside_the_number() {
    for held in LIEN {
        for shift in 1..12 {
            let chu =
                format!("{} hướng dẫn thực hiện {held} về công tác văn thư của {held} tại đơn vị", "b".repeat(shift));
            let fields = format!(
                "loai: công văn\nso: 1\nngay: 2/7/2027\ntrich_yeu: {chu}\ndon_vi_soan_thao: VP\nkinh_gui: Sở Nội vụ\nnguoi_ky: nguyen_van_a"
            );
            let pdf = VanBan { fields: &fields, ..VanBan::default() }.pdf();
            in_order(&words(&pdf), [held, held]);
            let all = lines(&pdf.pages[0]);
            let left = all.iter().filter(|l| l.x1_mm < 110.0);
            assert_eq!(
                left.map(|l| l.text.matches(held).count()).sum::<usize>(),
                2,
                "V/v, shift {shift}: “{held}” is torn"
            );
        }
    }
}
