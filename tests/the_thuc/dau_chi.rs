//! Other components (mục III): urgency, secrecy, circulation, drafter and copies, addresses; places of the diagram (mục IV).

use super::mau;
use super::thuoc::*;
use crate::support::pdf::{Frame, Line, Page, Pdf};

/// "kích thước 30 mm x 8 mm, 40 mm x 8 mm và 20 mm x 8 mm, trên đó các từ “HOẢ TỐC”, “THƯỢNG KHẨN” và “KHẨN”" (III.2b).
const KHAN: [(&str, &str, f64); 3] =
    [("hỏa tốc", "HỎA TỐC", 30.0), ("thượng khẩn", "THƯỢNG KHẨN", 40.0), ("khẩn", "KHẨN", 20.0)];

/// The frame around a line.
#[track_caller]
fn frame<'a>(page: &'a Page, line: &Line) -> &'a Frame {
    let around = |f: &&Frame| {
        f.x0_mm < line.x0_mm && f.x1_mm > line.x1_mm && f.y0_mm < line.baseline_mm && f.y1_mm > line.baseline_mm
    };
    page.frames.iter().find(around).unwrap_or_else(|| panic!("no frame around “{}”: {:?}", line.text, page.frames))
}

/// "đặt cân đối trong khung hình chữ nhật": as far from the left as from the right, the capitals as far from the top as from
/// the bottom.
#[track_caller]
fn balanced(frame: &Frame, line: &Line) {
    near("left and right", line.x0_mm - frame.x0_mm, frame.x1_mm - line.x1_mm, MM);
    let capitals = line.size_pt * 0.66 * PT_MM;
    near("over and under", line.baseline_mm - capitals - frame.y0_mm, frame.y1_mm - line.baseline_mm, 0.6);
}

#[test]
fn the_mark_of_urgency_is_a_red_frame_of_its_size_at_o_10b() {
    for_each_profile(|bo, co, co_chu| {
        for ten in ["ke_hoach", "cong_van", "quyet_dinh"] {
            for (khan, words, width) in KHAN {
                let pdf = mau::with(ten, &format!("khan: {khan}\ndau: {}\nco_chu: {co_chu}", bo.dau));
                urgent(ten, &pdf.pages[0], words, width, co);
            }
        }
    });
}

#[track_caller]
fn urgent(ten: &str, page: &Page, words: &str, width: f64, co: f64) {
    let line = page.lines().iter().find(|l| l.text == words).unwrap_or_else(|| page.find(words));
    // "chữ in hoa, … cỡ chữ từ 13 đến 14, kiểu chữ đứng, đậm"; "màu đỏ tươi".
    styled(line, 13.0, true, false);
    assert!(line.glyphs.iter().all(|g| g.colour == [1.0, 0.0, 0.0]), "{:?}", line.glyphs[0].colour);
    let frame = frame(page, line);
    near("width", frame.x1_mm - frame.x0_mm, width, MM);
    near("height", frame.y1_mm - frame.y0_mm, 8.0, MM);
    assert_eq!(frame.colour, [1.0, 0.0, 0.0]);
    balanced(frame, line);
    // Ô 10b: at the left margin, under ô 3 and ô 5b, over the title.
    near("ô 10b at the left margin", frame.x0_mm, TRAI, MM);
    let (over, under) = match ten {
        "cong_van" => ("V/v", "Kính gửi:"),
        "ke_hoach" => ("Số:", "KẾ HOẠCH"),
        _ => ("Số:", "QUYẾT ĐỊNH"),
    };
    assert!(frame.y0_mm > page.find(over).baseline_mm, "under ô 3 and ô 5b");
    assert!(frame.y1_mm < page.find(under).baseline_mm - co * ASCENT * PT_MM, "over ô 5a and ô 9a");
    assert_eq!(page.frames.iter().filter(|f| f.colour != [0.0; 3]).count(), 1, "one mark");
}

/// "Dấu chỉ độ mật được đóng vào ô số 10a"; the stamps are "khắc sẵn theo quy định của pháp luật" (III.2a): room, no print.
#[test]
fn the_place_of_the_stamp_of_secrecy_is_left_free() {
    let plain = mau::one("ke_hoach");
    for mat in ["mật", "tối mật", "tuyệt mật"] {
        let pdf = mau::with("ke_hoach", &format!("mat: {mat}"));
        let upper = mat.to_uppercase();
        assert!(!pdf.text().to_uppercase().contains(&format!("\n{upper}")), "{mat} is printed");
        assert!(pdf.pages[0].frames.is_empty());
        let down = pdf.pages[0].find("KẾ HOẠCH").baseline_mm - plain.pages[0].find("KẾ HOẠCH").baseline_mm;
        assert!(down > 8.0, "room over the title: {down}");
    }
    // Both: ô 10b stands under ô 10a.
    let (one, two) = (mau::with("ke_hoach", "khan: khẩn"), mau::with("ke_hoach", "khan: khẩn\nmat: mật"));
    let y = |pdf: &Pdf| pdf.pages[0].find("KHẨN").baseline_mm;
    assert!(y(&two) - y(&one) > 8.0, "10b under 10a");
}

/// "trình bày cân đối trong một khung hình chữ nhật viền đơn, bằng chữ in hoa, … cỡ chữ từ 13 đến 14, … đậm" (III.2c); ô 11 of the
/// diagram stands in the top margin, over ô 1.
#[test]
fn the_circulation_mark_is_framed_at_o_11() {
    for (luu_hanh, words) in [("lưu hành nội bộ", "LƯU HÀNH NỘI BỘ"), ("xem xong trả lại", "XEM XONG TRẢ LẠI")]
    {
        let pdf = mau::with("ke_hoach", &format!("luu_hanh: {luu_hanh}"));
        let page = &pdf.pages[0];
        let line = page.find(words);
        styled(line, 13.0, true, false);
        let frame = frame(page, line);
        assert_eq!(frame.colour, [0.0; 3]);
        balanced(frame, line);
        let quoc_hieu = page.find(QUOC_HIEU);
        near("over ô 1", centre(line), centre(quoc_hieu), MM);
        assert!(frame.y1_mm <= TREN && frame.y0_mm > 5.0, "inside the top margin: {frame:?}");
        let top = quoc_hieu.baseline_mm - quoc_hieu.size_pt * ASCENT * PT_MM;
        near("the rest stays where it is", top, TREN, MM);
        assert!(pdf.pages[1..].iter().all(|p| p.lines().iter().all(|l| l.text != words)), "on the first page only");
    }
}

/// "ký hiệu bằng chữ in hoa, số lượng bản bằng chữ số Ả Rập, cỡ chữ 11, kiểu chữ đứng" (III.3): "PL.(30)", at the end of ô 9b.
#[test]
fn the_drafter_and_the_copies_stand_behind_luu() {
    for co_chu in [13, 14] {
        let pdf = mau::with("ke_hoach", &format!("nguoi_soan: PL\nso_ban: 30\nco_chu: {co_chu}"));
        let page = pdf.pages.iter().find(|p| p.lines().iter().any(|l| l.text == "Nơi nhận:")).expect("a list");
        let line = page.find("PL.(30)");
        assert_eq!(line.text, "- Lưu: VT, NVY. PL.(30)");
        styled(line, 11.0, false, false);
        assert!(line.glyphs.iter().all(|g| (g.size_pt - 11.0).abs() < PT && !g.bold && !g.italic));
    }
}

/// "tại ô số 13 … ở trang thứ nhất của văn bản, bằng chữ in thường, cỡ chữ từ 11 đến 12, kiểu chữ đứng, dưới một đường kẻ nét liền
/// kéo dài hết chiều ngang của vùng trình bày văn bản" (III.4).
#[test]
fn the_address_stands_at_the_foot_of_the_first_page_only() {
    let long = |text: String| {
        text.replace("    noi_dung: |\n", &format!("    noi_dung: |\n{}", "      Một đoạn thêm vào.\n\n".repeat(40)))
    };
    let pdf = mau::changed("cong_van", long).pdf();
    assert!(pdf.pages.len() > 1);
    for pdf in [&pdf, mau::one("cong_van"), &mau::with("ke_hoach", "dia_chi: có")] {
        let page = &pdf.pages[0];
        let lines = ["Địa chỉ: Số 01", "ĐT: 0206"].map(|words| page.find(words));
        for line in lines {
            styled(line, 11.0, false, false);
            near("at the margin", line.x0_mm, TRAI, MM);
        }
        let foot = lines[1].baseline_mm + 11.0 * DESCENT * PT_MM;
        near("at the foot of the text area", foot, DUOI, MM);
        let top = lines[0].baseline_mm - 11.0 * ASCENT * PT_MM;
        let rule = page.rules.iter().find(|r| r.y_mm < top && r.y_mm > top - 3.0).expect("a rule over the address");
        near("from margin", rule.x0_mm, TRAI, MM);
        near("to margin", rule.x1_mm, PHAI, MM);
        let above = page.lines().iter().filter(|l| l.baseline_mm < rule.y_mm).map(|l| l.baseline_mm);
        assert!(above.fold(0.0, f64::max) < rule.y_mm - 2.0, "the text keeps off the rule");
        assert!(pdf.pages[1..].iter().all(|p| p.lines().iter().all(|l| !l.text.contains("ĐT: 0206"))), "page 1 only");
    }
    assert!(!mau::one("ke_hoach").text().contains("ĐT: 0206"), "only where it is asked for");
}
