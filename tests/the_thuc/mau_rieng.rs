//! What only some types have: công điện (mẫu 1.6), giấy mời (1.7), giấy giới thiệu (1.8), biên bản (1.9), giấy nghỉ phép (1.10),
//! documents of several parties.

use super::mau;
use super::thuoc::*;
use crate::support::pdf::{Line, Page, Pdf};

/// The example in every profile.
fn for_each(ten: &str, mut check: impl FnMut(&Pdf, f64)) {
    for_each_profile(|bo, co, co_chu| {
        let all = mau::all(bo.dau, co_chu);
        check(&all.iter().find(|m| m.ten == ten).expect("an example").pdf, co);
    });
}

#[track_caller]
fn exact<'a>(page: &'a Page, words: &str) -> &'a Line {
    let found = page.lines().iter().rfind(|l| l.text == words);
    found.unwrap_or_else(|| panic!("no line is “{words}”: {}", page.find(words).text))
}

/// Lines that follow one another as paragraphs of the text, each with its words at the beginning.
#[track_caller]
fn paragraphs(page: &Page, words: &[&str], co: f64) {
    let mut y = 0.0;
    for words in words {
        let line = page.lines().iter().find(|l| l.text.starts_with(words)).unwrap_or_else(|| page.find(words));
        styled(line, co, false, false);
        near(&line.text, line.x0_mm, TRAI + 12.7, MM);
        assert!(line.baseline_mm > y, "“{words}” stands too high");
        y = line.baseline_mm;
    }
}

/// Mẫu 1.6: "… điện:" and, below it, those who receive it, each on a line with a dash, ";" and at the end ".".
#[test]
fn a_cong_dien_lists_whom_it_is_sent_to() {
    for_each("cong_dien", |pdf, co| {
        let page = &pdf.pages[0];
        let dien = exact(page, "GIÁM ĐỐC SỞ Y TẾ điện:");
        let items = [
            "- Bệnh viện Đa khoa tỉnh, Bệnh viện Y học cổ truyền tỉnh;",
            "- Trung tâm Kiểm soát bệnh tật tỉnh;",
            "- Các trung tâm y tế.",
        ]
        .map(|words| exact(page, words));
        let mut above = dien;
        for item in items {
            styled(item, co, false, false);
            near("dashes in one line", item.x0_mm, items[0].x0_mm, 0.05);
            near("dòng đơn", item.baseline_mm - above.baseline_mm, step(co, 0.0, co), MM);
            above = item;
        }
        styled(dien, co, false, false);
        assert!(items[0].x0_mm > dien.x0_mm + 5.0, "the list stands further in");
        let right = items.iter().map(|l| l.x1_mm).fold(dien.x1_mm, f64::max);
        near("the whole in the middle", f64::midpoint(dien.x0_mm, right), middle(page), 1.0);
    });
}

/// "Nếu văn bản gửi cho một cơ quan, tổ chức hoặc một cá nhân thì từ “Kính gửi” và tên … trên cùng một dòng" (II.9d), for the other
/// types that have it (II.9b).
#[test]
fn kinh_gui_of_a_to_trinh_and_a_bao_cao() {
    for ten in ["to_trinh", "bao_cao"] {
        for_each(ten, |pdf, co| {
            let line = exact(&pdf.pages[0], "Kính gửi: Ủy ban nhân dân tỉnh Cao Bằng");
            styled(line, co, false, false);
            near("in the middle", centre(line), middle(&pdf.pages[0]), MM);
        });
    }
    // A name too long for the line goes on under its own beginning.
    for_each("thu_cong", |pdf, co| {
        let page = &pdf.pages[0];
        // At 13 it has room.
        if co < 13.5 {
            return;
        }
        let (first, rest) = (page.find("Kính gửi: Toàn thể"), page.find("lao động ngành Y tế tỉnh Cao Bằng"));
        let name = first.glyphs.iter().find(|g| g.text == "T").expect("the name");
        near("under the name", rest.x0_mm, name.x_mm, MM);
        near("dòng đơn", rest.baseline_mm - first.baseline_mm, step(co, 0.0, co), MM);
    });
}

#[test]
fn a_giay_moi_has_the_lines_of_mau_1_7() {
    for_each("giay_moi", |pdf, co| {
        let words = ["Sở Y tế trân trọng kính mời:", "Tới dự ", "Chủ trì: ", "Thời gian: ", "Địa điểm: ", "Đề nghị"];
        paragraphs(&pdf.pages[0], &words, co);
        assert!(pdf.text().contains("năm 2027./."), "{}", pdf.text());
    });
}

#[test]
fn a_giay_gioi_thieu_has_the_lines_of_mau_1_8() {
    for_each("giay_gioi_thieu", |pdf, co| {
        let page = &pdf.pages[0];
        let line = exact(page, "Sở Y tế trân trọng giới thiệu:");
        styled(line, co, false, false);
        near("in the middle", centre(line), middle(page), MM);
        let words = [
            "Ông (bà): Ngô Thị L",
            "Chức vụ: ",
            "Được cử đến: ",
            "Về việc: ",
            "Đề nghị Quý cơ quan",
            "Giấy này có giá trị",
        ];
        paragraphs(page, &words, co);
        assert!(page.find("Giấy này").text.ends_with("./."));
        assert!(page.find("Ông (bà)").baseline_mm > line.baseline_mm);
    });
}

/// Mẫu 1.9: no date of issue; THƯ KÝ left, CHỦ TỌA right, on one line; Nơi nhận under them at the left.
#[test]
fn a_bien_ban_is_signed_by_two() {
    for_each("bien_ban", |pdf, co| {
        let first = [
            "Thời gian bắt đầu: ",
            "Địa điểm: ",
            "Thành phần tham dự:",
            "Chủ trì (chủ tọa): ",
            "Thư ký (người ghi biên bản): ",
            "Nội dung (theo diễn biến cuộc họp):",
        ];
        paragraphs(&pdf.pages[0], &first, co);
        let page = pdf.pages.last().expect("a page");
        paragraphs(page, &["Cuộc họp kết thúc vào 10 giờ 45"], co);
        let (thu_ky, chu_toa) = (exact(page, "THƯ KÝ"), exact(page, "CHỦ TỌA"));
        let names = (exact(page, "Đặng Thị I"), exact(page, "Nguyễn Văn A"));
        side_by_side(page, &[(thu_ky, names.0), (chu_toa, names.1)], co);
        let noi_nhan = exact(page, "Nơi nhận:");
        assert!(noi_nhan.baseline_mm > names.0.baseline_mm, "Nơi nhận stands below the names");
        near("sát lề trái", noi_nhan.x0_mm, TRAI, MM);
        exact(page, "- Lưu: VT, Hồ sơ.");
    });
}

/// Signers on one line, each in the middle of an equal share of the width, the names under them on one line.
#[track_caller]
fn side_by_side(page: &Page, signers: &[(&Line, &Line)], co: f64) {
    let width = page.width_mm - 15.0 - TRAI;
    for (i, (post, name)) in signers.iter().enumerate() {
        styled(post, co, true, false);
        styled(name, co, true, false);
        let share = width / signers.len() as f64;
        near(&format!("place of “{}”", post.text), centre(post), TRAI + share * (i as f64 + 0.5), 2.0);
        near("name under the post", centre(name), centre(post), MM);
        near("on one line", post.baseline_mm, signers[0].0.baseline_mm, 0.05);
        assert!(name.baseline_mm - post.baseline_mm > 25.0, "room for the signature");
    }
}

#[test]
fn the_parties_sign_side_by_side() {
    for (ten, parties) in [
        ("hop_dong", &[("ĐẠI DIỆN BÊN A", "Nguyễn Văn A"), ("ĐẠI DIỆN BÊN B", "Hà Thị Q")][..]),
        ("ban_ghi_nho", &[("ĐẠI DIỆN BÊN A", "Nguyễn Văn A"), ("ĐẠI DIỆN BÊN B", "Lý Thị N")]),
        (
            "ban_thoa_thuan",
            &[("ĐẠI DIỆN BÊN A", "Trần Thị B"), ("ĐẠI DIỆN BÊN B", "Dương Văn M"), ("ĐẠI DIỆN BÊN C", "Đinh Thị T")],
        ),
    ] {
        for_each(ten, |pdf, co| {
            let page = pdf.pages.last().expect("a page");
            let signers: Vec<_> = parties.iter().map(|(post, name)| (exact(page, post), exact(page, name))).collect();
            side_by_side(page, &signers, co);
            for (_, name) in &signers {
                near("names on one line", name.baseline_mm, signers[0].1.baseline_mm, 0.05);
            }
        });
    }
}

/// Mẫu 1.10: "Xác nhận của cơ quan (tổ chức) hoặc chính quyền địa phương nơi nghỉ phép (nếu cần)" in italics at the left under
/// the list of recipients, with room to sign.
#[test]
fn a_giay_nghi_phep_may_leave_room_for_a_confirmation() {
    for_each("giay_nghi_phep", |pdf, co| {
        let words = [
            "Xét Đơn đề nghị nghỉ phép ngày",
            "Ông (bà): Đặng Thị I",
            "Chức vụ: ",
            "Được nghỉ phép trong thời gian",
            "Số ngày nghỉ phép",
        ];
        paragraphs(&pdf.pages[0], &words, co);
        assert!(!pdf.text().contains("Xác nhận"), "the example does without");
    });
    for co_chu in [13_u8, 14] {
        let rendered = mau::changed("giay_nghi_phep", |text| {
            text.replace("    xac_nhan: không", &format!("    co_chu: {co_chu}\n    xac_nhan: có"))
        });
        let pdf = rendered.pdf();
        let page = &pdf.pages[0];
        let (first, last) = (page.find("Xác nhận của cơ quan"), exact(page, "(Chữ ký, dấu)"));
        for line in page.lines().iter().filter(|l| l.baseline_mm >= first.baseline_mm) {
            styled(line, f64::from(co_chu), false, true);
            near("one block", centre(line), centre(first), MM);
            assert!(line.x1_mm < middle(page), "in the left half: {}", line.text);
        }
        assert!(first.baseline_mm > page.find("- Lưu: VT").baseline_mm && first.baseline_mm < last.baseline_mm);
        assert!(last.baseline_mm + 25.0 < DUOI, "room to sign");
    }
}
