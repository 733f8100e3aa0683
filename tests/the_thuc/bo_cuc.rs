//! Phần, chương, mục, tiểu mục, điều, khoản, điểm (II.6c–đ; mục V, rows 6a and 6b), in one body that has them all.

use super::thuoc::*;
use crate::support::pdf::{Line, Page, Pdf};
use crate::support::project::{TestProject, ke_hoach};

/// Row 6a: "Gồm phần, chương, mục, tiểu mục, điều, khoản, điểm".
const DIEU: &str = "loai: quy chế
trich_yeu: Quản lý văn bản
noi_nhan: [A]
nguoi_ky: tran_quang_hai
noi_dung: |
  # Quy định về văn bản
  ## Quy định chung
  ### Quản lý văn bản
  #### Quản lý văn bản đi
  Điều 1. Bản sao văn bản

  1. Các hình thức bản sao gồm sao y, sao lục và trích sao, được thực hiện theo thẩm quyền và có giá trị như bản chính.

  a) Đối với bản giấy;

  b) Đối với bản điện tử.

  Điều 2. Thẩm quyền sao

  1. Thủ trưởng cơ quan quyết định.
  # Tổ chức thực hiện
  ## Trách nhiệm
  Điều 3. Hiệu lực

  Quy chế này có hiệu lực kể từ ngày ký.
";

/// Row 6b: "Gồm phần, mục, khoản, điểm".
const MUC: &str = "loai: báo cáo
trich_yeu: Tình hình
noi_nhan: [A]
nguoi_ky: tran_quang_hai
noi_dung: |
  # Phần I Tình hình thực hiện nhiệm vụ
  ## Những kết quả
  ### Phạm vi và đối tượng áp dụng
  Một đoạn văn.

  2. Khoản không có tiêu đề thì chữ đứng.

  a) Đối với các đơn vị;

  b) Đối với các phòng.
";

fn render(fields: &str, co_chu: u8) -> Pdf {
    TestProject::new().file("c.yaml", ke_hoach(&format!("co_chu: {co_chu}\n{fields}"))).render("c.yaml").pdf()
}

#[track_caller]
fn exact<'a>(page: &'a Page, words: &str) -> &'a Line {
    let found = page.lines().iter().find(|l| l.text == words);
    found.unwrap_or_else(|| panic!("no line is “{words}”: {}", page.find(words).text))
}

/// "Từ “Phần”, “Chương” và số thứ tự … trên một dòng riêng, canh giữa, bằng chữ in thường, … đứng, đậm. Số thứ tự … La Mã. Tiêu đề
/// … ngay dưới, canh giữa, bằng chữ in hoa, … đậm"; mục, tiểu mục the same with "chữ số Ả Rập" (II.6đ).
#[test]
fn phan_chuong_muc_tieu_muc_stand_in_the_middle_over_their_titles() {
    for co_chu in [13, 14] {
        let co = f64::from(co_chu);
        let pdf = render(DIEU, co_chu);
        let page = &pdf.pages[0];
        for (so, ten) in [
            ("Phần I", "QUY ĐỊNH VỀ VĂN BẢN"),
            ("Chương I", "QUY ĐỊNH CHUNG"),
            ("Mục 1", "QUẢN LÝ VĂN BẢN"),
            ("Tiểu mục 1", "QUẢN LÝ VĂN BẢN ĐI"),
            ("Phần II", "TỔ CHỨC THỰC HIỆN"),
            ("Chương II", "TRÁCH NHIỆM"),
        ] {
            let (so, ten) = (exact(page, so), exact(page, ten));
            for line in [so, ten] {
                styled(line, co, true, false);
                near(&line.text, centre(line), middle(page), MM);
            }
            near("ngay dưới", ten.baseline_mm - so.baseline_mm, step(co, 0.0, co), MM);
        }
    }
}

/// "Từ “Điều”, số thứ tự và tiêu đề của điều … bằng chữ in thường, lùi đầu dòng 1 cm hoặc 1,27 cm. … dấu chấm (.); … đứng, đậm";
/// "Số thứ tự các khoản … chữ số Ả Rập, … dấu chấm (.), … đứng"; "Thứ tự các điểm … chữ cái tiếng Việt …, sau có dấu đóng ngoặc
/// đơn" (II.6đ).
#[test]
fn dieu_khoan_diem_stand_at_the_indent() {
    for co_chu in [13, 14] {
        let pdf = render(DIEU, co_chu);
        let page = &pdf.pages[0];
        for (words, dam) in [
            ("Điều 1. Bản sao văn bản", true),
            ("1. Các hình thức bản sao", false),
            ("a) Đối với bản giấy;", false),
            ("b) Đối với bản điện tử.", false),
            ("Điều 2. Thẩm quyền sao", true),
            ("1. Thủ trưởng cơ quan quyết định.", false),
            // Điều are counted through the whole document.
            ("Điều 3. Hiệu lực", true),
            ("Quy chế này có hiệu lực kể từ ngày ký./.", false),
        ] {
            let line = page.lines().iter().find(|l| l.text.starts_with(words)).unwrap_or_else(|| page.find(words));
            styled(line, f64::from(co_chu), dam, false);
            assert!(line.glyphs.iter().all(|g| g.bold == dam), "the whole line: {}", line.text);
            near(words, line.x0_mm, TRAI + 12.7, MM);
        }
    }
}

/// Row 6b of mục V: "Số thứ tự và tiêu đề của mục: in hoa, đứng, đậm: I. NHỮNG KẾT QUẢ"; "Khoản: trường hợp có tiêu đề … đậm;
/// trường hợp không có tiêu đề … đứng".
#[test]
fn muc_in_capitals_khoan_with_and_without_title() {
    for co_chu in [13, 14] {
        let co = f64::from(co_chu);
        let pdf = render(MUC, co_chu);
        let page = &pdf.pages[0];
        for words in ["Phần I", "TÌNH HÌNH THỰC HIỆN NHIỆM VỤ"] {
            styled(exact(page, words), co, true, false);
            near(words, centre(exact(page, words)), middle(page), MM);
        }
        for (words, dam) in [
            ("I. NHỮNG KẾT QUẢ", true),
            ("1. Phạm vi và đối tượng áp dụng", true),
            ("Một đoạn văn.", false),
            ("2. Khoản không có tiêu đề thì chữ đứng.", false),
            ("a) Đối với các đơn vị;", false),
            ("b) Đối với các phòng./.", false),
        ] {
            let line = exact(page, words);
            styled(line, co, dam, false);
            near(words, line.x0_mm, TRAI + 12.7, MM);
        }
    }
}
