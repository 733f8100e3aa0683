//! The rules about one writing of one phrase.

use crate::check::{Ho, Kiem, Rule, ViDu};
use crate::diag::Code;

pub(super) static VIET_HOA: Code = Code::canh_bao("nhat-quan-viet-hoa").theo("NĐ 30/2020/NĐ-CP, Phụ lục II");
pub(super) static DANH_XUNG: Code = Code::goi_y("nhat-quan-danh-xung");
pub(super) static NGAY_LE: Code =
    Code::canh_bao("nhat-quan-ngay-le").theo("NĐ 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 5");
pub(super) static VIET_TAT: Code = Code::canh_bao("nhat-quan-viet-tat");
pub(super) static DUNG_TU: Code = Code::goi_y("nhat-quan-dung-tu");

/// One phrase with two ways of capitals.
pub static R_VIET_HOA: Rule = Rule {
    code: &VIET_HOA,
    ho: Ho::NhatQuan,
    vi_sao: "Một tên gọi trong một văn bản chỉ có một cách viết hoa; hai cách thì người đọc ngờ là hai tên khác nhau.",
    vi_du: &[
        ViDu::noi_dung(
            "Tiến tới Đại hội Đại biểu toàn quốc của Đảng.\nChào mừng Đại hội đại biểu toàn quốc của Đảng.",
            "Tiến tới Đại hội đại biểu toàn quốc của Đảng.\nChào mừng Đại hội đại biểu toàn quốc của Đảng.",
        ),
        ViDu::noi_dung(
            "Nhiệm vụ trọng tâm của ngành y tế.\nTôn vinh điển hình của ngành Y tế.",
            "Nhiệm vụ trọng tâm của ngành Y tế.\nTôn vinh điển hình của ngành Y tế.",
        ),
    ],
    kiem: Kiem::BanThao(super::kiem),
};

/// Words of respect with and without a capital.
pub static R_DANH_XUNG: Rule = Rule {
    code: &DANH_XUNG,
    ho: Ho::NhatQuan,
    vi_sao: "“Ngành” và “ngành”, “Thủ trưởng” và “thủ trưởng” cùng có trong một văn bản: nên chọn một cách.",
    vi_du: &[ViDu::noi_dung(
        "Nhân rộng điển hình trong toàn Ngành.\nTổ chức thi đua trong toàn ngành.",
        "Nhân rộng điển hình trong toàn ngành.\nTổ chức thi đua trong toàn ngành.",
    )],
    kiem: Kiem::TuDien,
};

/// "Ngày" before the names of days, now with a capital and now without.
pub static R_NGAY_LE: Rule = Rule {
    code: &NGAY_LE,
    ho: Ho::NhatQuan,
    vi_sao: "Chữ “ngày” trước tên ngày lễ, ngày kỷ niệm viết thống nhất; Nghị định viết “ngày Quốc khánh 2-9”.",
    vi_du: &[ViDu::noi_dung(
        "Chào mừng Ngày Thầy thuốc Việt Nam.\nTọa đàm nhân ngày Thầy thuốc Việt Nam.",
        "Chào mừng ngày Thầy thuốc Việt Nam.\nTọa đàm nhân ngày Thầy thuốc Việt Nam.",
    )],
    kiem: Kiem::TuDien,
};

/// An abbreviation with and without hyphens.
pub static R_VIET_TAT: Rule = Rule {
    code: &VIET_TAT,
    ho: Ho::NhatQuan,
    vi_sao: "Một tên viết tắt trong một văn bản chỉ có một cách viết.",
    vi_du: &[ViDu::noi_dung(
        "Báo cáo Hội đồng TĐ-KT tỉnh.\nGửi Hội đồng TĐKT tỉnh.",
        "Báo cáo Hội đồng TĐKT tỉnh.\nGửi Hội đồng TĐKT tỉnh.",
    )],
    kiem: Kiem::TuDien,
};

/// Two words for one thing.
pub static R_DUNG_TU: Rule = Rule {
    code: &DUNG_TU,
    ho: Ho::NhatQuan,
    vi_sao: "Hai từ chỉ một ý (đảm bảo, bảo đảm) cùng có trong một văn bản: nên chọn một từ; luật dùng “bảo đảm”.",
    vi_du: &[ViDu::noi_dung(
        "Bảo đảm an toàn thực phẩm.\nCác đơn vị đảm bảo đúng tiến độ.",
        "Bảo đảm an toàn thực phẩm.\nCác đơn vị bảo đảm đúng tiến độ.",
    )],
    kiem: Kiem::TuDien,
};
