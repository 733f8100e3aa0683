//! Where pages break: the signature never stands alone, a heading never ends a page, wherever the text happens to end.

use super::{KE_HOACH, TREN, mau};
use crate::support::pdf::{Line, Page};
use crate::support::project::{TestProject, ke_hoach};

const CAU: &str = "phong trào thi đua phải thiết thực, cụ thể và gắn với nhiệm vụ của từng đơn vị trong ngành, ";

fn lines(page: &Page) -> Vec<&Line> {
    page.lines().iter().filter(|l| l.baseline_mm > TREN).collect()
}

/// Bodies that grow by a line at a time, so that every possible place of the last line is met; the last paragraph is
/// long, short or a single line, after a paragraph or after a heading.
#[test]
fn the_signature_never_stands_alone_and_no_heading_ends_a_page() {
    for (name, cuoi, least) in [
        ("long", CAU.repeat(5), 2),
        ("one line", "Yêu cầu các đơn vị thực hiện.".to_owned(), 1),
        ("after a heading", format!("# Tổ chức thực hiện\n\n  {}", CAU.repeat(2)), 2),
    ] {
        for extra in 0..24 {
            let mut body = String::from("  # Mục đích\n\n");
            for i in 0..9 {
                body.push_str(&format!("  {} {i}.\n\n  ## Khoản có tiêu đề\n\n", CAU.repeat(3)));
            }
            for _ in 0..extra {
                body.push_str("  Một dòng.\n\n");
            }
            let fields =
                format!("{KE_HOACH}\nnoi_nhan: [A, B, C]\nnguoi_ky: tran_quang_hai\nnoi_dung: |\n{body}  {cuoi}");
            let pdf = TestProject::new().file("c.yaml", ke_hoach(&fields)).render("c.yaml").pdf();
            let last = pdf.pages.last().expect("a page");
            let sign = last.find("Nơi nhận:").baseline_mm;
            let above = lines(last).iter().filter(|l| l.baseline_mm < sign - 1.0).count();
            assert!(above >= least, "{name} + {extra}: {above} lines over the signature");
            assert!(last.lines().iter().any(|l| l.text == "Trần Quang Hải"), "{name} + {extra}: the block is split");
            for page in &pdf.pages[..pdf.pages.len() - 1] {
                let end = lines(page).last().map(|l| (l.text.clone(), l.bold)).expect("a line");
                assert!(!end.1, "{name} + {extra}: the heading “{}” ends a page", end.0);
            }
        }
    }
}

#[test]
fn a_long_list_of_recipients_does_not_tear_the_signature() {
    let many: Vec<String> = (0..90).map(|i| format!("Đơn vị số {i}")).collect();
    let fields = format!(
        "{KE_HOACH}\nnoi_nhan: [{}]\nnguoi_ky: tran_quang_hai\nnoi_dung: |\n  {}\n",
        many.join(", "),
        CAU.repeat(3)
    );
    let pdf = TestProject::new().file("c.yaml", ke_hoach(&fields)).render("c.yaml").pdf();
    let page = pdf.pages.iter().find(|p| p.lines().iter().any(|l| l.text == "KT. GIÁM ĐỐC")).expect("a signer");
    page.find("Trần Quang Hải");
    let text = pdf.text();
    assert!(many.iter().all(|unit| text.contains(&format!("- {unit};"))), "a recipient is lost");
}

/// The same for several signers (mẫu 1.9) and for the other forms, wherever their text ends.
#[test]
fn several_signers_stand_on_one_page_with_words_over_them() {
    for (ten, ky) in [
        ("bien_ban", &["THƯ KÝ", "CHỦ TỌA", "Đặng Thị I", "Nguyễn Văn A", "Nơi nhận:"][..]),
        ("hop_dong", &["ĐẠI DIỆN BÊN A", "ĐẠI DIỆN BÊN B", "Nguyễn Văn A", "Hà Thị Q"]),
        ("ban_thoa_thuan", &["ĐẠI DIỆN BÊN A", "ĐẠI DIỆN BÊN C", "Trần Thị B", "Đinh Thị T"]),
        ("quyet_dinh", &["GIÁM ĐỐC", "Nguyễn Văn A", "Nơi nhận:"]),
        ("cong_dien", &["GIÁM ĐỐC", "Nguyễn Văn A", "Nơi nhận:"]),
    ] {
        for extra in (0..40).step_by(2) {
            let rendered = mau::changed(ten, |text| {
                let more = "      Một dòng.\n\n".repeat(extra);
                text.replacen("    noi_dung: |\n", &format!("    noi_dung: |\n{more}"), 1)
            });
            let pdf = rendered.pdf();
            let signed = |p: &&Page| p.lines().iter().any(|l| l.text == ky[0] && l.bold);
            let page = pdf.pages.iter().rfind(signed).unwrap_or_else(|| panic!("{ten}: nobody signs"));
            let at = |words: &str| page.lines().iter().rfind(|l| l.text == words).map(|l| l.baseline_mm);
            let places: Vec<f64> = ky.iter().map(|w| at(w).unwrap_or_else(|| panic!("{ten} + {extra}: {w}"))).collect();
            let over = lines(page).iter().filter(|l| l.baseline_mm < places[0] - 1.0).count();
            assert!(over >= 1, "{ten} + {extra}: nothing over the signature");
            assert!(places[ky.len() - 1] > places[0] - 0.1, "{ten} + {extra}: {places:?}");
        }
    }
}
