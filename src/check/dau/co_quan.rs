//! The issuing agency and its superior (mục II, khoản 2).

use super::nhan_dien::{ap_dung, goc, quy_pham};
use crate::check::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::ban_thao::chu::hoa_het;
use crate::model::{BanThao, Doan, O};

static IN_HOA: Code =
    Code::tra_lai("co-quan-viet-thuong").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 2 điểm b");
static VIET_TAT: Code =
    Code::canh_bao("co-quan-viet-tat").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 2 điểm a");
static CHU_QUAN: Code =
    Code::canh_bao("thieu-chu-quan").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 2 điểm a");
static DIA_PHUONG: Code =
    Code::canh_bao("chu-quan-thieu-ten-tinh").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 2 điểm a");

/// Small letters in the agency's name.
pub static CO_QUAN_IN_HOA: Rule = Rule {
    code: &IN_HOA,
    ho: Ho::Dau,
    vi_sao: "Tên cơ quan, tổ chức ban hành văn bản và tên cơ quan chủ quản được trình bày bằng chữ in hoa.",
    vi_du: &[ViDu::o(O::CoQuan, "Sở Y tế", "SỞ Y TẾ")],
    kiem: Kiem::Doan(in_hoa),
};

/// Abbreviations in the name of the agency itself.
pub static CO_QUAN_VIET_TAT: Rule = Rule {
    code: &VIET_TAT,
    ho: Ho::Dau,
    vi_sao: "Tên cơ quan ban hành là tên chính thức, đầy đủ; chỉ tên cơ quan chủ quản trực tiếp được viết tắt những cụm từ thông dụng.",
    vi_du: &[ViDu::o(O::CoQuan, "SỞ GD&ĐT", "SỞ GIÁO DỤC VÀ ĐÀO TẠO")],
    kiem: Kiem::BanThao(viet_tat),
};

/// A sở without its superior.
pub static THIEU_CHU_QUAN: Rule = Rule {
    code: &CHU_QUAN,
    ho: Ho::Dau,
    vi_sao: "Tên cơ quan ban hành văn bản bao gồm tên của cơ quan ban hành và tên của cơ quan chủ quản trực tiếp (nếu có); sở, phòng, chi cục đều có cơ quan chủ quản.",
    vi_du: &[ViDu::o(O::ChuQuan, "", "UBND TỈNH CAO BẰNG")],
    kiem: Kiem::BanThao(thieu_chu_quan),
};

/// "UBND TỈNH" of which province?
pub static THIEU_TEN_TINH: Rule = Rule {
    code: &DIA_PHUONG,
    ho: Ho::Dau,
    vi_sao: "Tên cơ quan chủ quản trực tiếp ở địa phương có thêm tên tỉnh, thành phố hoặc xã, phường nơi cơ quan ban hành đóng trụ sở.",
    vi_du: &[ViDu::o(O::ChuQuan, "UBND TỈNH", "UBND TỈNH CAO BẰNG")],
    kiem: Kiem::BanThao(thieu_ten_tinh),
};

fn in_hoa(doan: &Doan, soi: &mut Soi<'_>) {
    let text = doan.chu.text.trim();
    if !matches!(doan.o, O::CoQuan | O::ChuQuan) || text.is_empty() || hoa_het(text) {
        return;
    }
    let letters = || text.chars().filter(|c| c.is_alphabetic());
    // A mark or number alone, and "THPT số 1", "Tp." in a name of capitals, are no matter of this rule.
    let small = letters().filter(|c| c.is_lowercase()).count();
    if small * 2 >= letters().count() && letters().count() > 3 {
        let range = 0..doan.chu.text.trim_end().len();
        soi.sua(&IN_HOA, doan, range, "tên cơ quan viết bằng chữ in hoa", text.to_uppercase());
    }
}

/// The last line of the agency's own name is not asked: a name of several lines is one name.
fn viet_tat(ban: &BanThao, soi: &mut Soi<'_>) {
    const TAT: [&str; 20] = [
        "ubnd", "hđnd", "gd", "gdđt", "lđtbxh", "lđtb", "tnmt", "tn", "khđt", "khcn", "vhttdl", "vhtt", "nnptnt",
        "gtvt", "tttt", "ttyt", "bqlda", "ksbt", "bv", "tcch",
    ];
    if !ap_dung(ban) || quy_pham(ban) {
        return;
    }
    for doan in goc(ban, O::CoQuan) {
        let chu = &doan.chu;
        let Some(at) = (0..chu.tu.len()).find(|n| TAT.contains(&chu.nho(*n)) && chu.hoa_het(*n)) else {
            continue;
        };
        // "VĂN PHÒNG UBND TỈNH" is an office whose superior is named in its own name; "TN" may be a word of a name.
        let two_letters = chu.nho(at).chars().count() == 2;
        if two_letters && chu.viet(at + 1) != "&" {
            continue;
        }
        let end = if two_letters { at + 2 } else { at };
        let finding = soi.tai(&VIET_TAT, doan, chu.khoang(at, end), "tên cơ quan ban hành viết đầy đủ, không viết tắt");
        soi.push(match chu.nho(at) {
            "ubnd" => finding.advice("viết: ỦY BAN NHÂN DÂN"),
            "hđnd" => finding.advice("viết: HỘI ĐỒNG NHÂN DÂN"),
            _ => finding,
        });
    }
}

fn thieu_chu_quan(ban: &BanThao, soi: &mut Soi<'_>) {
    if !ap_dung(ban) || goc(ban, O::ChuQuan).next().is_some() {
        return;
    }
    let mut lines = goc(ban, O::CoQuan);
    let (Some(doan), None) = (lines.next(), lines.next()) else { return };
    let first = doan.chu.nho(0);
    let below = first == "sở"
        || (first == "chi" && doan.chu.nho(1) == "cục")
        || (first == "trạm" && doan.chu.khop(1, &["y", "tế"]));
    if below {
        let range = 0..doan.chu.text.len();
        let finding = soi.tai(&CHU_QUAN, doan, range, "trên tên cơ quan thiếu tên cơ quan chủ quản trực tiếp");
        soi.push(finding.advice(if first == "sở" {
            "thêm dòng UBND TỈNH … ở trên"
        } else {
            "thêm dòng tên cơ quan cấp trên trực tiếp"
        }));
    }
}

fn thieu_ten_tinh(ban: &BanThao, soi: &mut Soi<'_>) {
    if !ap_dung(ban) {
        return;
    }
    let mut lines = goc(ban, O::ChuQuan);
    let (Some(doan), None) = (lines.next(), lines.next()) else { return };
    let text = doan.chu.thuong.trim();
    let of = |text: &str| {
        ["ubnd ", "ủy ban nhân dân ", "uỷ ban nhân dân "].iter().find_map(|w| text.strip_prefix(w).map(str::to_owned))
    };
    if let Some(rest) = of(text)
        && matches!(
            rest.as_str(),
            "tỉnh" | "thành phố" | "huyện" | "quận" | "thị xã" | "xã" | "phường" | "thị trấn" | "đặc khu"
        )
    {
        let finding = soi.tai(
            &DIA_PHUONG,
            doan,
            0..doan.chu.text.trim_end().len(),
            format!("tên cơ quan chủ quản thiếu tên {rest}"),
        );
        soi.push(finding.advice(format!("viết: {} …", doan.chu.text.trim())));
    }
}
