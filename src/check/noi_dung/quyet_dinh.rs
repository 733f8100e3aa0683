//! What the mẫu of a quyết định and of a nghị quyết have in their bodies.

use crate::check::{Ho, Kiem, Nen, Rule, Soi, ViDu};
use crate::diag::{Code, Diagnostic};
use crate::model::{BanThao, BlockKind, Doan, O};

static LENH: Code = Code::canh_bao("thieu-chu-quyet-dinh").theo("NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.1, 1.2, 1.3");

/// "QUYẾT ĐỊNH:" or "QUYẾT NGHỊ:" missing before the first Điều, or without its colon.
pub static CHU_QUYET_DINH: Rule = Rule {
    code: &LENH,
    ho: Ho::NoiDung,
    vi_sao: "Mẫu 1.1 viết “QUYẾT NGHỊ:”, mẫu 1.2 và 1.3 viết “QUYẾT ĐỊNH:” trên một dòng riêng giữa căn cứ và Điều 1.",
    vi_du: &[ViDu::trong(
        Nen::QuyetDinh,
        O::NoiDung,
        "QUYẾT ĐỊNH\nĐiều 1. Bổ nhiệm ông Lê Văn Bình giữ chức vụ Phó Chánh Văn phòng Sở.\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký.\nĐiều 3. Chánh Văn phòng Sở chịu trách nhiệm thi hành Quyết định này./.",
        "QUYẾT ĐỊNH:\nĐiều 1. Bổ nhiệm ông Lê Văn Bình giữ chức vụ Phó Chánh Văn phòng Sở.\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký.\nĐiều 3. Chánh Văn phòng Sở chịu trách nhiệm thi hành Quyết định này./.",
    )],
    kiem: Kiem::BanThao(chu_quyet_dinh),
};

static DIEU: Code = Code::goi_y("quyet-dinh-thieu-dieu").theo("NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.2, 1.3");

/// A quyết định without Điều, without an entry into force, or that names nobody to carry it out.
pub static THIEU_DIEU: Rule = Rule {
    code: &DIEU,
    ho: Ho::NoiDung,
    vi_sao: "Quyết định bố cục theo điều; điều khoản cuối nói ngày có hiệu lực và ai chịu trách nhiệm thi hành.",
    vi_du: &[ViDu::trong(
        Nen::QuyetDinh,
        O::NoiDung,
        "QUYẾT ĐỊNH:\nĐiều 1. Bổ nhiệm ông Lê Văn Bình giữ chức vụ Phó Chánh Văn phòng Sở.\nĐiều 2. Chánh Văn phòng Sở chịu trách nhiệm thi hành Quyết định này./.",
        "QUYẾT ĐỊNH:\nĐiều 1. Bổ nhiệm ông Lê Văn Bình giữ chức vụ Phó Chánh Văn phòng Sở.\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký.\nĐiều 3. Chánh Văn phòng Sở chịu trách nhiệm thi hành Quyết định này./.",
    )],
    kiem: Kiem::BanThao(thieu_dieu),
};

/// The word that decides, for the types that have one.
fn lenh(ban: &BanThao) -> Option<&'static str> {
    match ban.ten_loai() {
        "quyết định" => Some("quyết định"),
        "nghị quyết" => Some("quyết nghị"),
        _ => None,
    }
}

/// Whether it is a line of that word alone.
fn la_lenh(doan: &Doan, word: &str) -> bool {
    doan.kem == 0 && doan.chu.thuong.trim().trim_end_matches([':', '.', ' ', '*']) == word
}

fn chu_quyet_dinh(ban: &BanThao, soi: &mut Soi<'_>) {
    let Some(word) = lenh(ban).filter(|_| ban.go_tay() && !ban.manh()) else { return };
    let Some(first) = ban.doan.iter().position(|d| d.kem == 0 && d.o == O::NoiDung && d.loai == BlockKind::Dieu) else {
        return;
    };
    let right = format!("{}:", word.to_uppercase());
    let before = ban.doan.get(..first).unwrap_or_default();
    if let Some(line) = before.iter().rev().find(|d| !matches!(d.o, O::TenLoai) && la_lenh(d, word)) {
        let text = line.chu.text.trim();
        if text != right {
            soi.sua(
                &LENH,
                line,
                0..line.chu.text.trim_end().len(),
                format!("viết “{right}” bằng chữ in hoa, có dấu hai chấm"),
                right,
            );
        }
        return;
    }
    // "HỘI ĐỒNG QUYẾT NGHỊ" and words within a basis do as well.
    let said = |d: &Doan| d.chu.thuong.trim_end().trim_end_matches(':').ends_with(word) && d.o != O::TenLoai;
    if before.iter().any(said) || before.iter().filter(|d| d.o == O::TenLoai).count() > 1 {
        return;
    }
    let Some(dieu) = ban.doan.get(first) else { return };
    soi.push(
        Diagnostic::new(&LENH, format!("trước Điều {} không có dòng “{right}”", dieu.so))
            .at(dieu.place.clone())
            .advice(format!("thêm dòng {right} giữa căn cứ và Điều {}", dieu.so)),
    );
}

fn thieu_dieu(ban: &BanThao, soi: &mut Soi<'_>) {
    if ban.ten_loai() != "quyết định" || !ban.go_tay() || ban.manh() {
        return;
    }
    let body: Vec<&Doan> = ban.doan.iter().filter(|d| d.kem == 0 && d.o == O::NoiDung).collect();
    let Some(last) = body.last() else { return };
    let said = |words: &[&str]| body.iter().any(|d| words.iter().any(|w| d.chu.thuong.contains(w)));
    let missing = if !body.iter().any(|d| d.loai == BlockKind::Dieu) {
        "quyết định không chia theo Điều"
    } else if !said(&["hiệu lực"]) {
        "quyết định không nói ngày có hiệu lực"
    } else if !said(&["chịu trách nhiệm", "thi hành", "có trách nhiệm"]) {
        "quyết định không nói ai chịu trách nhiệm thi hành"
    } else {
        return;
    };
    soi.push(Diagnostic::new(&DIEU, missing).at(last.place.clone()));
}

#[cfg(test)]
mod tests {
    use super::super::thu::tim;

    #[test]
    fn the_word_that_decides() {
        let text = |word: &str| {
            format!(
                "SỞ Y TẾ\n\nSố: 12/QĐ-SYT\n\nCao Bằng, ngày 14 tháng 02 năm 2026\n\nQUYẾT ĐỊNH\n\nVề việc bổ nhiệm\n\nTheo đề nghị của Trưởng phòng Tổ chức cán bộ.\n\n{word}\n\nĐiều 1. Bổ nhiệm ông Nguyễn Văn An.\n\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký./.\n\nNơi nhận:\n- Như Điều 2;\n- Lưu: VT."
            )
        };
        assert!(tim("thieu-chu-quyet-dinh", &text("QUYẾT ĐỊNH:")).is_empty());
        assert_eq!(tim("thieu-chu-quyet-dinh", &text("QUYẾT ĐỊNH")), ["QUYẾT ĐỊNH"]);
        assert_eq!(tim("thieu-chu-quyet-dinh", &text("")).len(), 1);
    }
}
