//! Who signs and with what authority: Điều 13 and Phụ lục I, phần I, mục II, khoản 7 of Nghị định 30/2020/NĐ-CP, from the
//! agency file to the block on the page and to the messages.

mod dung;
mod sai;
mod tham_quyen;
mod tu_van;

use crate::support::pdf::{Page, Pdf};
use crate::support::project::{Rendered, TestProject};

/// Sở: "chế độ thủ trưởng" (Điều 13 khoản 1).
pub const SO: &str = "ten: [SỞ Y TẾ]\nchu_quan: [UBND TỈNH CAO BẰNG]\n";
/// Ủy ban nhân dân: "chế độ tập thể" (khoản 2).
pub const UBND: &str = "ten: [ỦY BAN NHÂN DÂN, TỈNH CAO BẰNG]\nche_do: tap_the\ntap_the: Ủy ban nhân dân\n";
/// Papers of the chairman of such a committee.
pub const CHU_TICH: &str = "ten: [ỦY BAN NHÂN DÂN, TỈNH CAO BẰNG]\nche_do: thu_truong\ndung_dau: Chủ tịch\n";

/// An agency file; `nguoi` are its people, one a line: the key is `a`, `b`, ….
pub fn co_quan(dau: &str, nguoi: &[&str]) -> String {
    let mut text = format!("{dau}viet_tat: X\ndia_danh: Cao Bằng\nnguoi:\n");
    for (key, nguoi) in ('a'..='z').zip(nguoi) {
        let ho_ten = if nguoi.contains("ho_ten:") { "" } else { "ho_ten: Nguyễn Văn An, " };
        text.push_str(&format!("  {key}: {{{ho_ten}{nguoi}}}\n"));
    }
    text
}

/// A campaign of kế hoạch, one for each agency and signer; `them` are more lines of the document.
pub fn chien_dich(ky: &[(&str, &str, &str)]) -> String {
    let mut text = String::from("chien_dich: Thử\nnam: 2026\nco_quan: cq_0\nvan_ban:\n");
    for (i, (co_quan, nguoi_ky, them)) in ky.iter().enumerate() {
        text.push_str(&format!(
            "  vb_{i}:\n    loai: kế hoạch\n    trich_yeu: Phát động thi đua\n    co_quan: {co_quan}\n{them}    noi_nhan: \
             [UBND tỉnh]\n    nguoi_ky: {nguoi_ky}\n    noi_dung: |\n      Một đoạn của kế hoạch.\n"
        ));
    }
    text
}

/// One document of one agency, rendered.
pub fn render(co_quan: &str, nguoi_ky: &str, them: &str) -> Rendered {
    TestProject::new()
        .file("data/co_quan/cq_0.yaml", co_quan)
        .file("chien_dich.yaml", chien_dich(&[("cq_0", nguoi_ky, them)]))
        .render("chien_dich.yaml")
}

/// The signer's block as printed, line by line: what stands right of Nơi nhận.
pub fn khoi_ky(page: &Page) -> Vec<String> {
    let noi_nhan = page.find("Nơi nhận:").baseline_mm;
    let block = page.lines().iter().filter(|l| l.baseline_mm > noi_nhan - 1.0 && l.x0_mm > 97.0);
    block.map(|l| l.text.clone()).collect()
}

/// The block of a document that was written.
pub fn khoi_ky_cua(rendered: &Rendered, name: &str) -> Vec<String> {
    khoi_ky(&Pdf::read(rendered.bytes(name)).pages[0])
}
