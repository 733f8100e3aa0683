//! The layout measured on the page, in millimetres and points, against Phụ lục I as transcribed here. Nothing is read
//! from `data/the_thuc.yaml`: a wrong number there must fail here. This file has the letterhead and mẫu 1.4 and 1.5 in
//! detail; every type is measured in `moi_loai`, what only some have in the files named after it.

mod bo_cuc;
mod dau_chi;
mod mau;
mod mau_rieng;
mod moi_loai;
mod ngat_trang;
mod overlap;
mod phu_luc;
mod quyet_dinh;
mod thuoc;
mod trang;

use crate::support::pdf::{Line, Pdf};
use crate::support::project::{TestProject, ke_hoach};
use thuoc::*;

const NOI_DUNG: &str = "noi_nhan: [UBND tỉnh, Sở Nội vụ]
nguoi_ky: tran_quang_hai
noi_dung: |
  Thực hiện chương trình công tác của ngành, Sở Y tế xây dựng kế hoạch phát động phong trào thi đua yêu nước trong toàn \
  ngành với những nội dung, thời gian và biện pháp tổ chức thực hiện cụ thể như sau:

  # Mục đích, yêu cầu

  ## Mục đích

  Động viên cán bộ, công chức, viên chức và người lao động hăng hái lao động, sáng tạo, hoàn thành tốt nhiệm vụ được \
  giao, lập thành tích xuất sắc thực hiện thắng lợi các nhiệm vụ chính trị của ngành và của địa phương.

  2. Khoản không có tiêu đề, chữ đứng thường:

  a) Điểm thứ nhất của khoản;

  - Gạch đầu dòng.
";

/// A document of one profile. `loai` fields come first.
fn render(loai: &str, dau: &str, co_chu: u8, filler: usize) -> Pdf {
    let mut fields = format!("{loai}\ndau: {dau}\nco_chu: {co_chu}\n{NOI_DUNG}");
    for i in 0..filler {
        fields.push_str(&format!("\n  Đoạn thứ {i} để văn bản sang trang sau, đủ dài để có hai dòng trên trang giấy A4 khổ dọc như mọi kế hoạch.\n"));
    }
    TestProject::new().file("c.yaml", ke_hoach(&fields)).render("c.yaml").pdf()
}

const KE_HOACH: &str = "loai: kế hoạch\nso: 13\nngay: 5/2/2026\ntrich_yeu: Phát động phong trào thi đua năm 2026";
const CONG_VAN: &str = "loai: công văn\nso: 7\nngay: 5/2/2026\ndon_vi_soan_thao: VP\ntrich_yeu: phát động phong trào thi \
     đua yêu nước năm 2026 của ngành Y tế\nkinh_gui: [Các đơn vị trực thuộc, Công đoàn Ngành]";

#[test]
fn sizes_and_styles_of_a_named_type() {
    for_each_profile(|bo, co, co_chu| {
        let pdf = render(KE_HOACH, bo.dau, co_chu, 0);
        let rows = [
            dong(QUOC_HIEU, bo.quoc_hieu, true, false),
            dong(TIEU_NGU, bo.tieu_ngu, true, false),
            dong("UBND TỈNH THÁI BÌNH", bo.co_quan, false, false),
            dong("SỞ Y TẾ", bo.co_quan, true, false),
            dong("Số: 13/KH-SYT", bo.so, false, false),
            dong("Thái Bình, ngày 05 tháng 02 năm 2026", bo.ngay, false, true),
            dong("KẾ HOẠCH", co, true, false),
            dong("Phát động phong trào thi đua năm 2026", co, true, false),
            dong("Thực hiện chương trình", co, false, false),
            dong("I. MỤC ĐÍCH, YÊU CẦU", co, true, false),
            dong("1. Mục đích", co, true, false),
            dong("Động viên cán bộ", co, false, false),
            dong("2. Khoản không có tiêu đề", co, false, false),
            dong("a) Điểm thứ nhất", co, false, false),
            dong("- Gạch đầu dòng./.", co, false, false),
            dong("Nơi nhận:", 12.0, true, true),
            dong("- UBND tỉnh;", 11.0, false, false),
            dong("- Lưu: VT.", 11.0, false, false),
            dong("KT. GIÁM ĐỐC", co, true, false),
            dong("PHÓ GIÁM ĐỐC", co, true, false),
            dong("Trần Quang Hải", co, true, false),
        ];
        for row in rows {
            let line = pdf.pages[0].find(row.chu);
            near(row.chu, line.size_pt, row.co, PT);
            assert_eq!((line.bold, line.italic), (row.dam, row.nghieng), "{}: {}", row.chu, line.font);
            assert!(line.font.starts_with("Tinos"), "{}", line.font);
        }
    });
}

#[test]
fn sizes_and_styles_of_a_cong_van() {
    for_each_profile(|bo, co, co_chu| {
        let pdf = render(CONG_VAN, bo.dau, co_chu, 0);
        let page = &pdf.pages[0];
        for row in [
            dong("Số: 07/SYT-VP", bo.so, false, false),
            dong("V/v phát động", bo.ve_viec, false, false),
            dong("Kính gửi:", co, false, false),
            dong("- Các đơn vị trực thuộc;", co, false, false),
            dong("- Công đoàn Ngành.", co, false, false),
            dong("- Lưu: VT, VP.", 11.0, false, false),
        ] {
            let line = page.find(row.chu);
            near(row.chu, line.size_pt, row.co, PT);
            assert_eq!((line.bold, line.italic), (row.dam, row.nghieng), "{}", row.chu);
        }
        // "đặt canh giữa dưới số và ký hiệu văn bản, cách dòng 6pt" (II.5b).
        let (so, ve_viec) = (page.find("Số:"), page.find("V/v"));
        near("V/v under số", centre(ve_viec), centre(so), MM);
        near("6pt over V/v", ve_viec.baseline_mm - so.baseline_mm, step(bo.so, 6.0, bo.ve_viec), MM);
        // No heading CÔNG VĂN (mẫu 1.5).
        assert!(!pdf.text().contains("CÔNG VĂN"));
        // "các gạch đầu dòng được trình bày thẳng hàng với nhau dưới dấu hai chấm" (II.9d).
        let kinh_gui = page.find("Kính gửi:");
        let colon = kinh_gui.glyphs.iter().find(|g| g.text == ":").expect("a colon");
        for item in ["- Các đơn vị", "- Công đoàn"] {
            near("dash under the colon", page.find(item).x0_mm, colon.x_mm, MM);
        }
        let right = page.find("- Các đơn vị trực thuộc;").x1_mm;
        near("Kính gửi in the middle", f64::midpoint(kinh_gui.x0_mm, right), f64::midpoint(TRAI, PHAI), 1.0);
    });
}

#[test]
fn one_addressee_stands_on_the_line_of_kinh_gui() {
    let loai = CONG_VAN.replace("[Các đơn vị trực thuộc, Công đoàn Ngành]", "Các đơn vị trực thuộc");
    let pdf = render(&loai, "12_13", 14, 0);
    let line = pdf.pages[0].find("Kính gửi:");
    assert_eq!(line.text, "Kính gửi: Các đơn vị trực thuộc");
    near("in the middle", centre(line), f64::midpoint(TRAI, PHAI), MM);
}

#[test]
fn the_letterhead_stands_in_two_columns_with_its_rules() {
    for_each_profile(|bo, _, co_chu| {
        for loai in [KE_HOACH, CONG_VAN] {
            let pdf = render(loai, bo.dau, co_chu, 0);
            let page = &pdf.pages[0];
            let (quoc_hieu, tieu_ngu) = (page.find(QUOC_HIEU), page.find(TIEU_NGU));
            let (chu_quan, co_quan) = (page.find("UBND TỈNH"), page.find("SỞ Y TẾ"));
            let (so, ngay) = (page.find("Số:"), page.find("ngày 05"));
            near("A4 width", page.width_mm, 210.0, 0.1);
            near("A4 height", page.height_mm, 297.0, 0.1);
            near("quốc hiệu at the top margin", quoc_hieu.baseline_mm, TREN + bo.quoc_hieu * ASCENT * PT_MM, MM);
            near("agency level with quốc hiệu", chu_quan.baseline_mm, quoc_hieu.baseline_mm, MM);
            // "cách nhau dòng đơn" (II.1c, II.2b).
            near(
                "tiêu ngữ a single line below",
                tieu_ngu.baseline_mm - quoc_hieu.baseline_mm,
                step(bo.quoc_hieu, 0.0, bo.tieu_ngu),
                MM,
            );
            near(
                "agency a single line below",
                co_quan.baseline_mm - chu_quan.baseline_mm,
                step(bo.co_quan, 0.0, bo.co_quan),
                MM,
            );
            near("tiêu ngữ under quốc hiệu", centre(tieu_ngu), centre(quoc_hieu), MM);
            near("date under quốc hiệu", centre(ngay), centre(quoc_hieu), MM);
            near("agency under its superior", centre(co_quan), centre(chu_quan), MM);
            near("số under the agency", centre(so), centre(co_quan), MM);
            // "trên cùng một dòng với số, ký hiệu văn bản" (II.4c).
            near("số and date on one line", so.baseline_mm, ngay.baseline_mm, 0.05);
            assert!(chu_quan.x1_mm < quoc_hieu.x0_mm && so.x1_mm < ngay.x0_mm, "columns overlap");
            // "có độ dài bằng độ dài của dòng chữ" (II.1b).
            let rule = rule_below(page, tieu_ngu);
            near("rule as long as tiêu ngữ", rule.x1_mm - rule.x0_mm, tieu_ngu.x1_mm - tieu_ngu.x0_mm, MM);
            near("rule under tiêu ngữ", f64::midpoint(rule.x0_mm, rule.x1_mm), centre(tieu_ngu), MM);
            // "từ 1/3 đến 1/2 độ dài của dòng chữ và đặt cân đối" (II.2b).
            let rule = rule_below(page, co_quan);
            let ratio = (rule.x1_mm - rule.x0_mm) / (co_quan.x1_mm - co_quan.x0_mm);
            assert!((1.0 / 3.0..=0.5).contains(&ratio), "rule under the agency: {ratio}");
            near("rule under the agency", f64::midpoint(rule.x0_mm, rule.x1_mm), centre(co_quan), MM);
        }
    });
}

#[test]
fn long_agency_names_keep_the_number_level_with_the_date() {
    let names = [
        ("[]", "[SỞ Y TẾ]"),
        ("[BỘ Y TẾ]", "[CỤC QUẢN LÝ KHÁM, CHỮA BỆNH]"),
        ("[ỦY BAN NHÂN DÂN, TỈNH THÁI BÌNH]", "[BAN QUẢN LÝ DỰ ÁN, ĐẦU TƯ XÂY DỰNG CÁC CÔNG TRÌNH]"),
        (
            "[ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH VÀ CÁC TỈNH LÂN CẬN]",
            "[TRUNG TÂM KIỂM SOÁT BỆNH TẬT VÀ Y TẾ DỰ PHÒNG KHU VỰC MIỀN ĐÔNG NAM BỘ]",
        ),
    ];
    for (chu_quan, ten) in names {
        for bo in &BO_CO {
            let agency = format!(
                "ten: {ten}\nchu_quan: {chu_quan}\nviet_tat: SYT\ndia_danh: Thành phố Hồ Chí Minh\n\
                 nguoi: {{tran_quang_hai: {{ho_ten: A, chuc_vu: Giám đốc}}}}\n"
            );
            let text = ke_hoach(&format!("{KE_HOACH}\ndau: {}\n{NOI_DUNG}", bo.dau)).replace("syt_thai_binh", "thu");
            let project = TestProject::new().file("c.yaml", text).file("data/co_quan/thu.yaml", agency);
            let pdf = project.render("c.yaml").pdf();
            let page = &pdf.pages[0];
            // "quốc hiệu on one line": never wrapped, whatever stands beside it.
            assert_eq!(page.find("CỘNG HÒA").text, QUOC_HIEU);
            let (so, ngay) = (page.find("Số:"), page.find("ngày 05"));
            near("số and date on one line", so.baseline_mm, ngay.baseline_mm, 0.05);
            let lines: Vec<&Line> =
                page.lines().iter().filter(|l| l.baseline_mm < so.baseline_mm && l.x1_mm < 112.0).collect();
            for line in &lines {
                near(&line.text, centre(line), centre(lines[0]), MM);
            }
            let last = lines.last().expect("a name");
            let bold: Vec<&&Line> = lines.iter().filter(|l| l.bold).collect();
            let longest = bold.iter().map(|l| l.x1_mm - l.x0_mm).fold(0.0, f64::max);
            let rule = rule_below(page, last);
            let ratio = (rule.x1_mm - rule.x0_mm) / longest;
            assert!((1.0 / 3.0..=0.5).contains(&ratio), "{ten}: {ratio}");
        }
    }
}

#[test]
fn the_title_stands_in_the_middle_with_its_rule() {
    for_each_profile(|bo, co, co_chu| {
        for trich_yeu in [
            "Phát động phong trào thi đua năm 2026",
            "Tổ chức các hoạt động truyền thông và thi đua, khen thưởng hướng tới kỷ niệm 65 năm Ngày Thầy thuốc Việt Nam (27/2/1955 - 27/2/2020) của toàn ngành",
        ] {
            let loai = KE_HOACH.replace("Phát động phong trào thi đua năm 2026", &format!("\"{trich_yeu}\""));
            let pdf = render(&loai, bo.dau, co_chu, 0);
            let page = &pdf.pages[0];
            let ten_loai = page.find("KẾ HOẠCH");
            let first_body = page.find("Thực hiện chương trình").baseline_mm;
            let title: Vec<&Line> = page
                .lines()
                .iter()
                .filter(|l| l.baseline_mm > ten_loai.baseline_mm + 1.0 && l.baseline_mm < first_body - 1.0)
                .collect();
            let middle = f64::midpoint(TRAI, PHAI);
            for line in title.iter().chain([&ten_loai]) {
                near(&line.text, centre(line), middle, MM);
                assert!(line.bold && (line.size_pt - co).abs() < PT);
            }
            // "Trích yếu … được đặt ngay dưới tên loại văn bản" (II.5b).
            near("right below", title[0].baseline_mm - ten_loai.baseline_mm, step(co, 0.0, co), MM);
            let longest = title.iter().map(|l| l.x1_mm - l.x0_mm).fold(0.0, f64::max);
            let last = title.last().expect("a title");
            let rule = rule_below(page, last);
            let ratio = (rule.x1_mm - rule.x0_mm) / longest;
            assert!((1.0 / 3.0..=0.5).contains(&ratio), "rule under trích yếu: {ratio}");
            near("rule in the middle", f64::midpoint(rule.x0_mm, rule.x1_mm), middle, MM);
            if title.len() > 1 {
                let shortest = title.iter().map(|l| l.x1_mm - l.x0_mm).fold(f64::INFINITY, f64::min);
                assert!(
                    shortest > 0.6 * longest,
                    "unbalanced: {:?}",
                    title.iter().map(|l| &l.text).collect::<Vec<_>>()
                );
            }
        }
    });
}

#[test]
fn the_body_is_justified_indented_and_spaced() {
    for_each_profile(|bo, co, co_chu| {
        let pdf = render(KE_HOACH, bo.dau, co_chu, 12);
        let body: Vec<&Line> = pdf.pages[0]
            .lines()
            .iter()
            .filter(|l| l.baseline_mm >= pdf.pages[0].find("Thực hiện chương trình").baseline_mm)
            .collect();
        let single = co * (ASCENT + DESCENT + GAP) * PT_MM;
        for pair in body.windows(2) {
            let (above, below) = (pair[0], pair[1]);
            let distance = below.baseline_mm - above.baseline_mm;
            let begins = (below.x0_mm - TRAI).abs() > MM;
            if begins {
                // "lùi vào 1 cm hoặc 1,27 cm"; "khoảng cách giữa các đoạn văn tối thiểu là 6pt" (II.6e).
                near(&below.text, below.x0_mm, TRAI + 12.7, MM);
                near(&format!("gap over “{}”", below.text), distance, single + 6.0 * PT_MM, MM);
            } else {
                // "tối thiểu là dòng đơn"; "canh đều cả hai lề": a line that goes on fills the measure to the margin.
                near(&below.text, distance, single, MM);
                near(&format!("right end of “{}”", above.text), above.x1_mm, PHAI, MM);
            }
        }
        for page in &pdf.pages {
            for line in page.lines().iter().filter(|l| l.baseline_mm > TREN) {
                assert!(line.x0_mm > TRAI - 0.05 && line.x1_mm < PHAI + 0.05, "outside the margins: {}", line.text);
                assert!(line.baseline_mm < DUOI, "below the margin: {}", line.text);
            }
        }
    });
}

#[test]
fn page_numbers_stand_in_the_top_margin_from_page_two() {
    for_each_profile(|bo, co, co_chu| {
        let pdf = render(KE_HOACH, bo.dau, co_chu, 60);
        assert!(pdf.pages.len() >= 3, "{} pages", pdf.pages.len());
        for (i, page) in pdf.pages.iter().enumerate() {
            let above: Vec<&Line> = page.lines().iter().filter(|l| l.baseline_mm < TREN).collect();
            if i == 0 {
                assert!(above.is_empty(), "no number on the first page");
                continue;
            }
            let [number] = above.as_slice() else { panic!("one number expected on page {}", i + 1) };
            assert_eq!(number.text, (i + 1).to_string());
            near("number in the middle", centre(number), f64::midpoint(TRAI, PHAI), MM);
            near("number's size", number.size_pt, co, PT);
            assert!(!number.bold && !number.italic);
        }
    });
}

#[test]
fn the_signature_stands_level_with_noi_nhan_with_room_to_sign() {
    for_each_profile(|bo, co, co_chu| {
        for loai in [KE_HOACH, CONG_VAN] {
            let pdf = render(loai, bo.dau, co_chu, 0);
            let page = &pdf.pages[0];
            let (noi_nhan, kt, pho) = (page.find("Nơi nhận:"), page.find("KT. GIÁM ĐỐC"), page.find("PHÓ GIÁM ĐỐC"));
            let ho_ten = page.find("Trần Quang Hải");
            // "ngang hàng với dòng chữ quyền hạn, chức vụ của người ký và sát lề trái" (II.9d).
            near("Nơi nhận level with the signer", noi_nhan.baseline_mm, kt.baseline_mm, 0.05);
            near("Nơi nhận at the left margin", noi_nhan.x0_mm, TRAI, MM);
            near("list at the left margin", page.find("- UBND tỉnh;").x0_mm, TRAI, MM);
            near("post under authority", centre(pho), centre(kt), MM);
            near("name under post", centre(ho_ten), centre(kt), MM);
            near("30 mm to sign", ho_ten.baseline_mm - pho.baseline_mm, 30.0 + co * (DESCENT + ASCENT) * PT_MM, MM);
            assert!(kt.x0_mm > f64::midpoint(TRAI, PHAI) - 15.0, "the signer stands in the right half");
        }
    });
}

#[test]
fn blank_slots_leave_room_to_write() {
    let loai = "loai: công văn\nngay: 4/2026\ndon_vi_soan_thao: TCCB\ntrich_yeu: phát động\nkinh_gui: A";
    let pdf = render(loai, "12_13", 14, 0);
    let page = &pdf.pages[0];
    let text = pdf.text();
    assert!(text.contains("Số: /SYT-TCCB") && text.contains("ngày tháng 4 năm 2026"), "{text}");
    let gap = |line: &Line, before: &str, after: &str| {
        let glyph = |t: &str, from: f64| line.glyphs.iter().find(|g| g.text == t && g.x_mm > from).map(|g| g.x_mm);
        let start = glyph(before, 0.0).expect("a mark before the slot");
        glyph(after, start).expect("a mark after the slot") - start
    };
    assert!(gap(page.find("/SYT-TCCB"), ":", "/") > 8.0, "room for a number");
    assert!(gap(page.find("tháng 4"), "y", "t") > 6.0, "room for a day");
}

/// "với những số nhỏ hơn 10 phải ghi thêm số 0 phía trước" (II.3c); "đối với những số thể hiện ngày nhỏ hơn 10 và tháng 1, 2 phải ghi
/// thêm số 0 phía trước" (II.4b).
#[test]
fn numbers_below_ten_get_a_zero() {
    for (so, ngay, so_in, ngay_in) in [
        ("9", "9/2/2026", "Số: 09/KH-SYT", "ngày 09 tháng 02 năm 2026"),
        ("10", "10/3/2026", "Số: 10/KH-SYT", "ngày 10 tháng 3 năm 2026"),
        ("1", "1/1/2026", "Số: 01/KH-SYT", "ngày 01 tháng 01 năm 2026"),
        ("123", "31/12/2026", "Số: 123/KH-SYT", "ngày 31 tháng 12 năm 2026"),
    ] {
        let loai = KE_HOACH.replace("so: 13", &format!("so: {so}")).replace("ngay: 5/2/2026", &format!("ngay: {ngay}"));
        let pdf = render(&loai, "12_13", 14, 0);
        assert_eq!(pdf.pages[0].find("Số:").text, so_in);
        assert_eq!(pdf.pages[0].find(", ngày").text, format!("Thái Bình, {ngay_in}"));
    }
}
