//! Citations whose number has no symbol behind it.

use crate::check::noi_dung::than::trong_bang;
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::ban_thao::LoaiTu;
use crate::model::{Chu, Doan, O};

static CODE: Code = Code::tra_lai("vien-dan-thieu-ky-hieu").theo(super::KHOAN_6B);

/// "Nghị định số 04/2015 ngày 09/01/2015".
pub static THIEU_KY_HIEU: Rule = Rule {
    code: &CODE,
    ho: Ho::VienDan,
    vi_sao: "“… phải ghi đầy đủ tên loại, số, ký hiệu của văn bản …”: số không kèm ký hiệu thì không tìm được văn bản.",
    vi_du: &[
        ViDu::noi_dung(
            "Thực hiện Nghị định số 30/2020 ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư.",
            "Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư.",
        ),
        ViDu::noi_dung(
            "Thực hiện Công văn số 1474 ngày 26 tháng 01 năm 2026 của UBND tỉnh về phòng, chống dịch bệnh.",
            "Thực hiện Công văn số 1474/UBND-VX ngày 26 tháng 01 năm 2026 của UBND tỉnh về phòng, chống dịch bệnh.",
        ),
    ],
    kiem: Kiem::Doan(thieu_ky_hieu),
};

fn thieu_ky_hieu(doan: &Doan, soi: &mut Soi<'_>) {
    if !matches!(doan.o, O::CanCu | O::NoiDung | O::TrichYeu) || trong_bang(doan) {
        return;
    }
    let chu = &doan.chu;
    for n in 2..chu.tu.len() {
        if chu.nho(n) != "số" || !loai(chu.nho(n - 2), chu.nho(n - 1)) {
            continue;
        }
        if let Some(last) = bare_number(chu, n + 1) {
            let range = chu.khoang(n + 1, last);
            let number = chu.text.get(range.clone()).unwrap_or_default();
            let finding = soi.tai(&CODE, doan, range.clone(), format!("số {number} thiếu ký hiệu"));
            soi.push(finding.advice(format!("viết: {number}/…, theo văn bản gốc")));
        }
    }
}

/// The last piece of a number, with or without its year, that goes straight on to the date.
fn bare_number(chu: &Chu, n: usize) -> Option<usize> {
    let number = |n: usize| chu.tu.get(n).is_some_and(|tu| tu.loai == LoaiTu::So);
    let year = chu.viet(n + 1) == "/" && number(n + 2) && chu.viet(n + 2).len() == 4;
    let last = if year { n + 2 } else { n };
    (number(n) && chu.viet(n).bytes().all(|b| b.is_ascii_digit()) && chu.nho(last + 1) == "ngày").then_some(last)
}

/// The last two syllables of the kinds that are cited by number and symbol.
fn loai(first: &str, second: &str) -> bool {
    matches!(
        (first, second),
        ("nghị", "định" | "quyết")
            | ("quyết", "định")
            | ("chỉ", "thị")
            | ("thông", "tư")
            | ("kế", "hoạch")
            | ("công", "văn")
            | ("hướng", "dẫn")
            | ("kết", "luận")
            | ("tờ", "trình")
            | ("chương", "trình")
    )
}
