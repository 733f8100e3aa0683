//! Every type of Điều 7, with both letterheads and both sizes of the body: the components of mục II on the page, one by
//! one. What each example shows is transcribed below; which abbreviation a type has, from Phụ lục III, mục I.

use super::mau::{self, Mau};
use super::thuoc::*;
use crate::support::pdf::{Line, Page};

/// What stands on the first page of an example, and who signs.
struct Loai {
    /// Stem of the example.
    ten: &'static str,
    /// Ô 5a, "in hoa"; empty for a công văn, which has none (mẫu 1.5).
    loai: &'static str,
    /// Ô 3 without the number; empty where there is none.
    ky_hieu: &'static str,
    /// Ô 4 after the place; empty where there is none (mẫu 1.9).
    ngay: &'static str,
    /// Whether there is a trích yếu at ô 5a.
    trich_yeu: bool,
    /// How the text begins, under ô 5a, and whether in italics (căn cứ) or bold.
    dau: &'static str,
    nghieng: bool,
    dam: bool,
    /// Ô 7a and 7b; empty where several persons sign.
    ky: &'static [&'static str],
}

const GD: &[&str] = &["GIÁM ĐỐC", "Nguyễn Văn A"];
const KT: &[&str] = &["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Thị B"];
const TL_VP: &[&str] = &["TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG", "Lê Văn C"];
const TL_TC: &[&str] = &["TL. GIÁM ĐỐC", "TRƯỞNG PHÒNG TỔ CHỨC CÁN BỘ", "Phạm Thị D"];
const TM: &[&str] = &["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Hoàng Văn E"];
const NHIEU: &[&str] = &[];

type Hang = (&'static str, &'static str, &'static str, &'static str, &'static str, &'static [&'static str]);

/// Example, tên loại, ký hiệu, ngày, first words of the text (`*`: italics, `#`: bold), signer.
#[rustfmt::skip]
const LOAI: [Hang; 30] = [
    ("ban_ghi_nho", "BẢN GHI NHỚ", "/BGN-SYT", "19 tháng 8", "Chúng tôi gồm có:", NHIEU),
    ("ban_thoa_thuan", "BẢN THỎA THUẬN", "/BTT-SYT", "26 tháng 8", "*Căn cứ Luật Phòng bệnh", NHIEU),
    ("bao_cao", "BÁO CÁO", "/BC-SYT", "25 tháng 6", "Kính gửi: Ủy ban", GD),
    ("bien_ban", "BIÊN BẢN", "/BB-SYT", "", "Thời gian bắt đầu:", NHIEU),
    ("chi_thi", "CHỈ THỊ", "/CT-SYT", "24 tháng 02", "Thời gian qua,", GD),
    ("chuong_trinh", "CHƯƠNG TRÌNH", "/CTr-SYT", "28 tháng 6", "Căn cứ nhiệm vụ công tác", GD),
    ("cong_dien", "CÔNG ĐIỆN", "/CĐ-SYT", "20 tháng 7", "GIÁM ĐỐC SỞ Y TẾ điện:", GD),
    ("cong_van", "", "/SYT-NVY", "07 tháng 6", "Kính gửi:", KT),
    ("de_an", "ĐỀ ÁN", "/ĐA-SYT", "24 tháng 6", "#Phần I", GD),
    ("du_an", "DỰ ÁN", "/DA-SYT", "12 tháng 8", "#I. THÔNG TIN CHUNG", GD),
    ("giay_gioi_thieu", "GIẤY GIỚI THIỆU", "/GGT-SYT", "18 tháng 3", "Sở Y tế trân trọng giới thiệu:", TL_VP),
    ("giay_moi", "GIẤY MỜI", "/GM-SYT", "11 tháng 5", "Sở Y tế trân trọng kính mời:", TL_VP),
    ("giay_nghi_phep", "GIẤY NGHỈ PHÉP", "/GNP-SYT", "07 tháng 7", "Xét Đơn đề nghị", TL_TC),
    ("giay_uy_quyen", "GIẤY ỦY QUYỀN", "/GUQ-SYT", "16 tháng 7", "*Căn cứ Nghị định", GD),
    ("hop_dong", "HỢP ĐỒNG", "/HĐ-SYT", "03 tháng 6", "*Căn cứ Luật Lưu trữ", NHIEU),
    ("huong_dan", "HƯỚNG DẪN", "/HD-SYT", "17 tháng 6", "Thực hiện Luật Lưu trữ", TL_VP),
    ("ke_hoach", "KẾ HOẠCH", "/KH-SYT", "10 tháng 3", "Thực hiện Nghị quyết", KT),
    ("nghi_quyet", "NGHỊ QUYẾT", "/NQ-UBND", "22 tháng 4", "#ỦY BAN NHÂN DÂN TỈNH CAO BẰNG", TM),
    ("phieu_bao", "PHIẾU BÁO", "/PB-SYT", "02 tháng 8", "Sở Y tế báo để bà", TL_TC),
    ("phieu_chuyen", "PHIẾU CHUYỂN", "/PC-SYT", "14 tháng 9", "Ngày 13 tháng 9", TL_VP),
    ("phieu_gui", "PHIẾU GỬI", "/PG-SYT", "25 tháng 6", "Sở Y tế gửi đến", TL_VP),
    ("phuong_an", "PHƯƠNG ÁN", "/PA-SYT", "18 tháng 5", "Thực hiện Luật Chuyển đổi số", KT),
    ("quy_che", "QUY CHẾ", "/QC-SYT", "11 tháng 3", "*Căn cứ Luật Giao dịch", GD),
    ("quy_dinh", "QUY ĐỊNH", "/QyĐ-SYT", "06 tháng 4", "*Căn cứ Luật Giao dịch", GD),
    ("quyet_dinh", "QUYẾT ĐỊNH", "/QĐ-SYT", "16 tháng 3", "#GIÁM ĐỐC SỞ Y TẾ", GD),
    ("quyet_dinh_ban_hanh", "QUYẾT ĐỊNH", "/QĐ-SYT", "20 tháng 01", "#GIÁM ĐỐC SỞ Y TẾ", GD),
    ("thong_bao", "THÔNG BÁO", "/TB-SYT", "10 tháng 5", "Ngày 06 tháng 5", TL_VP),
    ("thong_cao", "THÔNG CÁO", "/TC-SYT", "05 tháng 4", "Theo báo cáo", KT),
    ("thu_cong", "THƯ", "", "26 tháng 02", "Kính gửi: Toàn thể", GD),
    ("to_trinh", "TỜ TRÌNH", "/TTr-SYT", "24 tháng 6", "Kính gửi: Ủy ban", GD),
];

impl Loai {
    fn of(&(ten, loai, ky_hieu, ngay, dau, ky): &Hang) -> Self {
        Loai {
            ten,
            loai,
            ky_hieu,
            ngay,
            // Mẫu 1.8 and 1.10 have the rule under the type itself.
            trich_yeu: !matches!(ten, "cong_van" | "giay_gioi_thieu" | "giay_nghi_phep"),
            dau: dau.trim_start_matches(['*', '#']),
            nghieng: dau.starts_with('*'),
            dam: dau.starts_with('#'),
            ky,
        }
    }
}

/// Every type in every profile: letterhead, size of the body, row of the table, what was printed.
#[expect(clippy::print_stdout, reason = "a failing test shows the type it was at")]
fn for_each(mut check: impl FnMut(&BoCo, f64, &Loai, &Mau)) {
    for_each_profile(|bo, co, co_chu| {
        let all = mau::all(bo.dau, co_chu);
        let names: Vec<&str> = all.iter().map(|mau| mau.ten.as_str()).collect();
        assert_eq!(names, LOAI.map(|row| row.0), "an example without a row of the table");
        for (row, mau) in LOAI.iter().zip(all) {
            println!("{} {} {co_chu}", mau.ten, bo.dau);
            check(bo, co, &Loai::of(row), mau);
        }
    });
}

/// The line that is just these words, or begins with them.
#[track_caller]
fn line<'a>(page: &'a Page, words: &str) -> &'a Line {
    let found = page.lines().iter().find(|l| l.text.starts_with(words));
    found.unwrap_or_else(|| page.find(words))
}

/// Quốc hiệu and Tiêu ngữ (II.1a–c), tên cơ quan (II.2b), số (II.3c), địa danh và thời gian (II.4b, II.4c).
#[test]
fn every_letterhead() {
    for_each(|bo, _, loai, mau| {
        let page = &mau.pdf.pages[0];
        let (quoc_hieu, tieu_ngu) = (page.find(QUOC_HIEU), page.find(TIEU_NGU));
        styled(quoc_hieu, bo.quoc_hieu, true, false);
        styled(tieu_ngu, bo.tieu_ngu, true, false);
        near("top", quoc_hieu.baseline_mm, TREN + bo.quoc_hieu * ASCENT * PT_MM, MM);
        near("tiêu ngữ in the middle", centre(tieu_ngu), centre(quoc_hieu), MM);
        let single = step(bo.quoc_hieu, 0.0, bo.tieu_ngu);
        near("dòng đơn", tieu_ngu.baseline_mm - quoc_hieu.baseline_mm, single, MM);
        let rule = rule_below(page, tieu_ngu);
        near("as long as the words", length(rule), tieu_ngu.x1_mm - tieu_ngu.x0_mm, MM);
        near("rule in the middle", f64::midpoint(rule.x0_mm, rule.x1_mm), centre(tieu_ngu), MM);
        // "ở phía trên cùng, bên phải": no further than the margin.
        assert!(quoc_hieu.x0_mm > middle(page) - 15.0 && quoc_hieu.x1_mm < page.width_mm - 15.0 + MM);

        // The committee has no superior agency and its name stands on two lines.
        let (above, name) = match loai.ten {
            "nghi_quyet" => ("ỦY BAN NHÂN DÂN", "TỈNH CAO BẰNG"),
            _ => ("UBND TỈNH CAO BẰNG", "SỞ Y TẾ"),
        };
        let (above, name) = (line(page, above), line(page, name));
        styled(above, bo.co_quan, loai.ten == "nghi_quyet", false);
        styled(name, bo.co_quan, true, false);
        near("level with quốc hiệu", above.baseline_mm, quoc_hieu.baseline_mm, MM);
        near("dòng đơn", name.baseline_mm - above.baseline_mm, step(bo.co_quan, 0.0, bo.co_quan), MM);
        near("name under its superior", centre(name), centre(above), MM);
        // "1/3 đến 1/2 độ dài của dòng chữ": of the agency's own name, not of its superior's.
        let lines: &[&Line] = if above.bold { &[above, name] } else { &[name] };
        short_rule_under(page, lines);

        if loai.ky_hieu.is_empty() {
            assert!(page.lines().iter().all(|l| !l.text.starts_with("Số:")), "{} has no number", loai.ten);
        } else {
            let so = page.find("Số:");
            // "Giữa số và ký hiệu văn bản có dấu gạch chéo (/), giữa các nhóm … dấu gạch nối (-), không cách chữ" (II.3c).
            assert_eq!(so.text, format!("Số: {}", loai.ky_hieu));
            styled(so, bo.so, false, false);
            near("số under the agency", centre(so), centre(name), MM);
        }
        let place = |l: &&Line| l.text.starts_with("Cao Bằng, ngày") && l.italic;
        let ngay: Vec<&Line> = page.lines().iter().filter(place).collect();
        let [ngay] = ngay.as_slice() else {
            assert!(ngay.is_empty() && loai.ngay.is_empty(), "{}: {ngay:?}", loai.ten);
            return;
        };
        assert_eq!(ngay.text, format!("Cao Bằng, ngày {} năm 2027", loai.ngay));
        styled(ngay, bo.ngay, false, true);
        near("date under quốc hiệu", centre(ngay), centre(quoc_hieu), MM);
        if !loai.ky_hieu.is_empty() {
            near("on one line with số", ngay.baseline_mm, page.find("Số:").baseline_mm, 0.05);
        }
    });
}

/// Ô 5a (II.5b): tên loại and trích yếu bold and centred, the rule under them; a công văn has ô 5b (mẫu 1.5).
#[test]
fn every_title() {
    for_each(|bo, co, loai, mau| {
        let page = &mau.pdf.pages[0];
        let text = line(page, loai.dau);
        styled(text, co, loai.dam, loai.nghieng);
        if loai.loai.is_empty() {
            let (so, ve_viec) = (page.find("Số:"), page.find("V/v"));
            styled(ve_viec, bo.ve_viec, false, false);
            near("6pt under số", ve_viec.baseline_mm - so.baseline_mm, step(bo.so, 6.0, bo.ve_viec), MM);
            near("V/v under số", centre(ve_viec), centre(so), MM);
            return;
        }
        let exact = page.lines().iter().find(|l| l.text == loai.loai);
        let ten_loai = exact.unwrap_or_else(|| panic!("no line {}", loai.loai));
        let title: Vec<&Line> = page
            .lines()
            .iter()
            .filter(|l| l.baseline_mm >= ten_loai.baseline_mm && l.baseline_mm < text.baseline_mm - 1.0)
            .collect();
        assert_eq!(title.len() > 1, loai.trich_yeu, "{}: {title:?}", loai.ten);
        for (i, line) in title.iter().enumerate() {
            styled(line, co, true, false);
            near("title in the middle", centre(line), middle(page), MM);
            let down = line.baseline_mm - ten_loai.baseline_mm;
            near("“ngay dưới”: dòng đơn", down, i as f64 * step(co, 0.0, co), MM);
        }
        short_rule_under(page, if loai.trich_yeu { &title[1..] } else { &title });
        let rule = rule_below(page, title.last().expect("a title"));
        assert!(rule.y_mm < text.baseline_mm - co * ASCENT * PT_MM, "the rule touches the text");
    });
}

/// Ô 7a, 7b, 9b (II.7đ, II.9d): "ngang hàng với dòng chữ quyền hạn, chức vụ của người ký và sát lề trái".
#[test]
fn every_end_with_one_signer() {
    for_each(|_, co, loai, mau| {
        let Some((ho_ten, quyen_han)) = loai.ky.split_last() else { return };
        let signs = |p: &&Page| p.lines().iter().any(|l| l.text == *ho_ten && l.bold);
        let page = mau.pdf.pages.iter().find(signs).unwrap_or_else(|| panic!("{}: nobody signs", loai.ten));
        let bold = |words: &str| page.lines().iter().rfind(|l| l.text == words && l.bold).expect("a bold line");
        let (first, ho_ten) = (bold(quyen_han[0]), bold(ho_ten));
        for (i, words) in quyen_han.iter().enumerate() {
            let line = bold(words);
            styled(line, co, true, false);
            near("posts under one another", centre(line), centre(first), MM);
            near("dòng đơn", line.baseline_mm - first.baseline_mm, i as f64 * step(co, 0.0, co), MM);
        }
        styled(ho_ten, co, true, false);
        near("“canh giữa quyền hạn, chức vụ”", centre(ho_ten), centre(first), MM);
        assert!(centre(first) > middle(page), "{}: the signer stands on the right", loai.ten);
        let last = bold(quyen_han[quyen_han.len() - 1]);
        assert!(ho_ten.baseline_mm - last.baseline_mm > 25.0, "room for the signature (ô 7c)");
        if loai.ten != "thu_cong" {
            let noi_nhan = page.find("Nơi nhận:");
            near("“ngang hàng”", noi_nhan.baseline_mm, first.baseline_mm, 0.05);
            assert!(noi_nhan.x1_mm < first.x0_mm, "ô 9b runs into ô 7a");
        }
    });
}

/// Ô 9b (II.9d): "Từ “Nơi nhận” … cỡ chữ 12, kiểu chữ nghiêng, đậm; phần liệt kê … cỡ chữ 11, kiểu chữ đứng; … đầu dòng có
/// gạch đầu dòng (-) sát lề trái, cuối dòng có dấu chấm phẩy (;), dòng cuối cùng bao gồm chữ “Lưu” …".
#[test]
fn every_list_of_recipients() {
    for_each(|_, _, loai, mau| {
        let has = |p: &&Page| p.lines().iter().any(|l| l.text == "Nơi nhận:");
        let Some(page) = mau.pdf.pages.iter().find(has) else {
            assert!(["ban_ghi_nho", "ban_thoa_thuan", "hop_dong", "thu_cong"].contains(&loai.ten), "{}", loai.ten);
            return;
        };
        let noi_nhan = page.find("Nơi nhận:");
        styled(noi_nhan, 12.0, true, true);
        near("sát lề trái", noi_nhan.x0_mm, TRAI, MM);
        let listed =
            |l: &&Line| l.baseline_mm > noi_nhan.baseline_mm && (l.size_pt - 11.0).abs() < PT && l.x0_mm < 60.0;
        let above_footer = |l: &&Line| !l.text.starts_with("Địa chỉ:") && !l.text.starts_with("ĐT:");
        let items: Vec<&Line> = page.lines().iter().filter(listed).filter(above_footer).collect();
        assert!(items.len() > 1, "{}: {items:?}", loai.ten);
        for (i, item) in items.iter().enumerate() {
            styled(item, 11.0, false, false);
            if item.text.starts_with("- ") {
                near("dash at the margin", item.x0_mm, TRAI, MM);
                assert!(i == 0 || items[i - 1].text.ends_with(';'), "“{}” ends with ;", items[i - 1].text);
            }
            if i > 0 {
                near("dòng đơn", item.baseline_mm - items[i - 1].baseline_mm, step(11.0, 0.0, 11.0), MM);
            }
        }
        let luu = items.iter().rfind(|l| l.text.starts_with("- ")).expect("a line Lưu");
        assert!(luu.text.starts_with("- Lưu: VT") && luu.text.contains('.'), "{}", luu.text);
    });
}
