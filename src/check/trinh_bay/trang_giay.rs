//! Paper and margins (mục I.1 to I.3).

use super::{Ho, Kiem, Rule, Soi, ViDu, dung, khoang, so, the_thuc, ve_trang};
use crate::diag::Code;
use crate::model::ban_thao::dang::Can;
use crate::model::{BanThao, O};

/// Rounding of twips and inches, mm.
const SAI_SO_GIAY: f64 = 1.5;
const SAI_SO_LE: f64 = 0.6;

static KHO: Code = Code::tra_lai("kho-giay").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục I, khoản 1");

/// Paper other than A4.
pub static KHO_GIAY: Rule = Rule {
    code: &KHO,
    ho: Ho::TrinhBay,
    vi_sao: "“Khổ A4 (210 mm x 297 mm)”. Word bản tiếng Anh hay để sẵn khổ Letter: in ra bị xê dịch, cắt chữ.",
    vi_du: &[ViDu::trinh_bay(O::NoiDung, "khổ 215.9 x 279.4", "khổ 210 x 297")],
    kiem: Kiem::BanThao(kho_giay),
};

fn kho_giay(ban: &BanThao, soi: &mut Soi<'_>) {
    let (Some(the_thuc), Some(trang)) = (the_thuc(ban, soi), ban.trang) else { return };
    // "có thể được trình bày theo chiều rộng" (I.2).
    let (rong, cao) = (trang.rong.min(trang.cao), trang.rong.max(trang.cao));
    if dung(the_thuc, "giay_rong", rong, SAI_SO_GIAY) && dung(the_thuc, "giay_cao", cao, SAI_SO_GIAY) {
        return;
    }
    let message = format!("khổ giấy {} x {} mm, không phải A4", so(rong), so(cao));
    let right = format!("{} x {} mm", khoang(the_thuc, "giay_rong"), khoang(the_thuc, "giay_cao"));
    soi.push(ve_trang(&KHO, ban, message, format!("đặt khổ A4 ({right}): Bố trí (Layout), Kích cỡ (Size)")));
}

static LE: Code = Code::canh_bao("le-trang").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục I, khoản 3");

/// Margins outside of what the decree leaves.
pub static LE_TRANG: Rule = Rule {
    code: &LE,
    ho: Ho::TrinhBay,
    vi_sao: "“Cách mép trên và mép dưới 20 - 25 mm, cách mép trái 30 - 35 mm, cách mép phải 15 - 20 mm”.",
    vi_du: &[
        ViDu::trinh_bay(O::NoiDung, "lề trái 25.4", "lề trái 30"),
        ViDu::trinh_bay(O::NoiDung, "lề trên 15", "lề trên 25"),
    ],
    kiem: Kiem::BanThao(le_trang),
};

fn le_trang(ban: &BanThao, soi: &mut Soi<'_>) {
    let (Some(the_thuc), Some(trang)) = (the_thuc(ban, soi), ban.trang) else { return };
    if trang.rong > trang.cao {
        // Turned for a wide table: which edge is the upper one is not said.
        return;
    }
    let all = [
        ("le_tren", "trên", trang.tren),
        ("le_duoi", "dưới", trang.duoi),
        ("le_trai", "trái", trang.trai),
        ("le_phai", "phải", trang.phai),
    ];
    let wrong = all.iter().filter_map(|(path, name, value)| {
        let value = (*value)?;
        (!dung(the_thuc, path, value, SAI_SO_LE)).then(|| (format!("{name} {} mm", so(value)), (name, path)))
    });
    let (found, right): (Vec<String>, Vec<_>) = wrong.unzip();
    if found.is_empty() {
        return;
    }
    let right: Vec<String> = right.iter().map(|(name, path)| format!("{name} {} mm", khoang(the_thuc, path))).collect();
    let advice = format!("đặt lề {}: Bố trí (Layout), Lề (Margins)", right.join(", "));
    soi.push(ve_trang(&LE, ban, format!("lề trang sai quy định: {}", found.join(", ")), advice));
}

static SO_TRANG_CODE: Code = Code::canh_bao("so-trang").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục I, khoản 7");

/// Page numbers that stand elsewhere than in the middle of the upper margin, or on the first page.
pub static SO_TRANG: Rule = Rule {
    code: &SO_TRANG_CODE,
    ho: Ho::TrinhBay,
    vi_sao: "Số trang “được đặt canh giữa theo chiều ngang trong phần lề trên của văn bản, không hiển thị số trang thứ nhất”.",
    vi_du: &[
        ViDu::trinh_bay(O::NoiDung, "số trang chân", "số trang giữa"),
        ViDu::trinh_bay(O::NoiDung, "số trang phải", "số trang giữa"),
        ViDu::trinh_bay(O::NoiDung, "số trang mọi", "số trang giữa"),
    ],
    kiem: Kiem::BanThao(so_trang),
};

fn so_trang(ban: &BanThao, soi: &mut Soi<'_>) {
    let Some(so) = ban.trang.and_then(|trang| trang.so_trang).filter(|_| the_thuc(ban, soi).is_some()) else { return };
    let mut wrong = Vec::new();
    if so.o_chan {
        wrong.push("ở chân trang");
    }
    if matches!(so.can, Some(Can::Trai | Can::Phai)) {
        wrong.push("không canh giữa");
    }
    if so.trang_dau {
        wrong.push("hiện cả ở trang thứ nhất");
    }
    if !wrong.is_empty() {
        let advice = "đặt số trang ở giữa lề trên (Top of Page), bật Trang đầu khác biệt (Different First Page)";
        soi.push(ve_trang(&SO_TRANG_CODE, ban, format!("số trang {}", wrong.join(", ")), advice.to_owned()));
    }
}
