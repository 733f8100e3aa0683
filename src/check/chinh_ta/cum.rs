//! Phrases: confusions, commas that belong to them, word order. The words stand in `data/kiem_tra/`.

use super::DIEU_12;
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::ban_thao::LoaiTu;
use crate::model::numbering::is_roman;
use crate::model::{Chu, Doan};

static C_NHAM: Code = Code::tra_lai("nham-lan-chinh-ta").theo(DIEU_12);
static C_SI: Code = Code::canh_bao("viet-si").theo(DIEU_12);
static C_CHUAN: Code = Code::canh_bao("cum-chuan").theo(DIEU_12);
static C_NEN: Code = Code::goi_y("cum-nen-dung");
static C_GAN: Code = Code::canh_bao("cum-gan-dung").theo(DIEU_12);
static C_TRAT_TU: Code = Code::canh_bao("trat-tu-lan-thu").theo(DIEU_12);
static C_LAN: Code = Code::canh_bao("lan-thieu-thu").theo(DIEU_12);

/// "tập chung", "bổ xung".
pub static NHAM_LAN: Rule = Rule {
    code: &C_NHAM,
    ho: Ho::ChinhTa,
    vi_sao: "Từ viết sai chính tả hay gặp: nhầm phụ âm đầu, dấu hỏi - ngã, vần gần giống, từ Hán Việt hiểu lầm.",
    vi_du: &[
        ViDu::noi_dung("Các đơn vị tập chung chỉ đạo.", "Các đơn vị tập trung chỉ đạo, nhà tập thể có bếp chung."),
        ViDu::noi_dung("Chia sẻ nổi vất vả của cán bộ y tế.", "Chia sẻ nỗi vất vả của cán bộ y tế."),
    ],
    kiem: Kiem::TuDien,
};

/// "bác sỹ".
pub static SI: Rule = Rule {
    code: &C_SI,
    ho: Ho::ChinhTa,
    vi_sao: "Phụ lục II của Nghị định và luật viết “sĩ”: Chiến sĩ thi đua, Nghệ sĩ, Tiến sĩ, bác sĩ, liệt sĩ.",
    vi_du: &[ViDu::noi_dung("Gặp mặt các bác sỹ, y sỹ.", "Gặp mặt các bác sĩ, y sĩ.")],
    kiem: Kiem::TuDien,
};

/// "thi đua khen thưởng" without its comma.
pub static CUM_CHUAN: Rule = Rule {
    code: &C_CHUAN,
    ho: Ho::ChinhTa,
    vi_sao: "Thuật ngữ của luật viết có dấu phẩy giữa các vế: thi đua, khen thưởng; sửa đổi, bổ sung; chính sách, pháp luật.",
    vi_du: &[ViDu::noi_dung(
        "Làm tốt công tác thi đua khen thưởng.",
        "Làm tốt công tác thi đua, khen thưởng; Hội đồng Thi đua - Khen thưởng họp.",
    )],
    kiem: Kiem::TuDien,
};

/// "khám chữa bệnh": how the law says it.
pub static CUM_NEN_DUNG: Rule = Rule {
    code: &C_NEN,
    ho: Ho::ChinhTa,
    vi_sao: "Cách viết đầy đủ theo thuật ngữ của luật, dùng trong văn bản hành chính.",
    vi_du: &[ViDu::noi_dung("Nâng cao chất lượng khám chữa bệnh.", "Nâng cao chất lượng khám bệnh, chữa bệnh.")],
    kiem: Kiem::TuDien,
};

/// A set phrase with one syllable gone wrong.
pub static CUM_GAN_DUNG: Rule = Rule {
    code: &C_GAN,
    ho: Ho::ChinhTa,
    vi_sao: "Cụm từ quen thuộc sai một tiếng: lỗi gõ hoặc lỗi số hóa.",
    vi_du: &[ViDu::noi_dung("Phát triễn kinh tế - xã hội.", "Phát triển kinh tế - xã hội; tạo sự lan tỏa.")],
    kiem: Kiem::TuDien,
};

/// "Đại hội Đảng bộ lần thứ XI tỉnh Đồng Nai".
pub static TRAT_TU_LAN_THU: Rule = Rule {
    code: &C_TRAT_TU,
    ho: Ho::ChinhTa,
    vi_sao: "Tên đại hội viết tên tổ chức trước, thứ tự sau: Đại hội Đảng bộ tỉnh Cao Bằng lần thứ XIX.",
    vi_du: &[ViDu::noi_dung(
        "Chào mừng Đại hội Đảng bộ lần thứ XIX tỉnh Cao Bằng.",
        "Chào mừng Đại hội Đảng bộ tỉnh Cao Bằng lần thứ XIX thành công tốt đẹp.",
    )],
    kiem: Kiem::Doan(lan_thu),
};

/// "lần VI".
pub static LAN_THIEU_THU: Rule = Rule {
    code: &C_LAN,
    ho: Ho::ChinhTa,
    vi_sao: "Thứ tự của đại hội, hội nghị, kỳ họp viết “lần thứ VI”.",
    vi_du: &[ViDu::noi_dung(
        "Chào mừng Đại hội Công đoàn tỉnh lần VI.",
        "Chào mừng Đại hội Công đoàn tỉnh lần thứ VI; kiểm tra 02 lần mỗi năm.",
    )],
    kiem: Kiem::TuDien,
};

fn lan_thu(doan: &Doan, soi: &mut Soi<'_>) {
    let chu = &doan.chu;
    for n in 0..chu.tu.len().saturating_sub(1) {
        if chu.nho(n) != "lần" {
            continue;
        }
        if chu.nho(n + 1) != "thứ" {
            let order = chu.viet(n + 1);
            // At the beginning of a paragraph the congress may stand before the break of a page.
            if is_roman(order) && (congress_before(chu, n).is_some() || (n == 0 && order.len() > 1)) {
                soi.sua(&C_LAN, doan, chu.khoang(n, n + 1), "thiếu chữ “thứ”", format!("{} thứ {order}", chu.viet(n)));
            }
            continue;
        }
        let order = chu.viet(n + 2);
        let number = is_roman(order) || (!order.is_empty() && order.bytes().all(|b| b.is_ascii_digit()));
        let (Some(congress), true) = (congress_before(chu, n), number) else { continue };
        let Some(end) = place_after(chu, n + 3) else { continue };
        let place = chu.text.get(chu.khoang(n + 3, end)).unwrap_or_default();
        let order = chu.text.get(chu.khoang(n, n + 2)).unwrap_or_default();
        // "Đại hội Đảng bộ các cấp, … lần thứ …" names another body already.
        let named =
            (congress..n).any(|k| matches!(chu.nho(k), "tỉnh" | "thành" | "huyện" | "xã" | "phường" | "quốc" | ","));
        if !named {
            let range = chu.khoang(n, end);
            soi.sua(&C_TRAT_TU, doan, range, format!("“{order}” đứng trước tên tổ chức"), format!("{place} {order}"));
        }
    }
}

/// "Đại hội" not far before.
fn congress_before(chu: &Chu, n: usize) -> Option<usize> {
    (n.saturating_sub(9)..n).rev().find(|at| chu.khop(*at, &["đại", "hội"]) || chu.khop(*at, &["hội", "nghị"]))
}

/// "tỉnh Đồng Nai", "Sở Y tế": the last piece of the name of a place or body that begins here.
fn place_after(chu: &Chu, n: usize) -> Option<usize> {
    let begins = match chu.nho(n) {
        "tỉnh" | "huyện" | "xã" | "phường" | "quận" => 1,
        "thành" if chu.nho(n + 1) == "phố" => 2,
        "thị" if matches!(chu.nho(n + 1), "xã" | "trấn") => 2,
        _ => return None,
    };
    let name = |k: usize| chu.tu.get(k).is_some_and(|tu| tu.loai == LoaiTu::Chu) && chu.hoa_dau(k);
    let mut end = n + begins;
    if !name(end) {
        return None;
    }
    while end < n + begins + 4 && name(end + 1) {
        end += 1;
    }
    Some(end)
}
