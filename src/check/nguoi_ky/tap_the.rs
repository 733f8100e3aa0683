//! "TM.": a signature for a collective, and for nobody else (II.7b, Điều 13 khoản 2).

use super::khoi::{quyen, tu_do};
use super::quyen_han::{KHOAN_7B, ca_dong, cac_khoi_nha_nuoc, la_chuc_vu, la_thu_truong};
use crate::check::dau::nhan_dien::{goc, la_loai};
use crate::check::{Ho, Kiem, Nen, Rule, Soi, ViDu};
use crate::diag::Code;
use crate::model::{BanThao, Doan, O, QuyenHan, Reference};

static TM: Code = Code::tra_lai("tm-khong-tap-the").theo(KHOAN_7B);
static UBND: Code = Code::canh_bao("tm-viet-tat").theo("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục V, STT 7");
static THIEU_TM: Code = Code::canh_bao("tap-the-thieu-tm").theo("NĐ 30/2020/NĐ-CP, Điều 13 khoản 2");

/// "TM. GIÁM ĐỐC".
pub static TM_TAP_THE: Rule = Rule {
    code: &TM,
    ho: Ho::NguoiKy,
    vi_sao: "“TM.” ghi trước tên tập thể lãnh đạo hoặc tên cơ quan làm việc theo chế độ tập thể; cơ quan theo chế độ thủ trưởng thì người đứng đầu ký, không TM.",
    vi_du: &[
        ViDu::o(O::QuyenHan, "TM. GIÁM ĐỐC\nTRƯỞNG PHÒNG", "TL. GIÁM ĐỐC\nTRƯỞNG PHÒNG"),
        ViDu::o(O::QuyenHan, "TM. SỞ Y TẾ\nGIÁM ĐỐC", "GIÁM ĐỐC"),
    ],
    kiem: Kiem::BanThao(tm_tap_the),
};

/// "TM. UBND TỈNH".
pub static TM_VIET_TAT: Rule = Rule {
    code: &UBND,
    ho: Ho::NguoiKy,
    vi_sao: "Tên tập thể sau “TM.” viết đủ như mẫu chữ: TM. ỦY BAN NHÂN DÂN.",
    vi_du: &[ViDu::o(O::QuyenHan, "TM. UBND\nCHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH")],
    kiem: Kiem::BanThao(tm_viet_tat),
};

/// Ủy ban nhân dân issues, and its chairman signs as himself.
pub static TAP_THE_THIEU_TM: Rule = Rule {
    code: &THIEU_TM,
    ho: Ho::NguoiKy,
    vi_sao: "Cơ quan làm việc theo chế độ tập thể: người đứng đầu thay mặt tập thể ký, cấp phó thay mặt tập thể, ký thay người đứng đầu.",
    vi_du: &[ViDu::cac_o(
        Nen::KeHoach,
        [O::CoQuan, O::SoKyHieu, O::QuyenHan, O::QuyenHan],
        "ỦY BAN NHÂN DÂN XÃ BẠCH ĐẰNG\nSố: 13/KH-UBND\nCHỦ TỊCH",
        "ỦY BAN NHÂN DÂN XÃ BẠCH ĐẰNG\nSố: 13/KH-UBND\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH",
    )],
    kiem: Kiem::BanThao(thieu_tm),
};

fn tm_tap_the(ban: &BanThao, soi: &mut Soi<'_>) {
    for khoi in cac_khoi_nha_nuoc(ban) {
        for doan in &khoi.dong {
            let Some((QuyenHan::Tm, next)) = quyen(&doan.chu) else { continue };
            let words = tu_do(&doan.chu, next);
            let Some(message) = tm_sai(soi.ctx.reference, words) else { continue };
            let finding = soi.tai(&TM, doan, ca_dong(doan), message);
            soi.push(finding.advice("người đứng đầu ký thì bỏ dòng này; cấp phó ký thì ghi “KT.”"));
        }
    }
}

/// What is wrong with these words behind "TM.".
pub(super) fn tm_sai(reference: &Reference, words: &str) -> Option<&'static str> {
    if la_chuc_vu(reference, words) {
        Some("“TM.” đi với tên tập thể, không đi với chức vụ")
    } else if la_thu_truong(reference, words) {
        Some("cơ quan làm việc theo chế độ thủ trưởng không ký thay mặt (TM.)")
    } else {
        None
    }
}

fn tm_viet_tat(ban: &BanThao, soi: &mut Soi<'_>) {
    for khoi in cac_khoi_nha_nuoc(ban) {
        for doan in &khoi.dong {
            let Some((QuyenHan::Tm, next)) = quyen(&doan.chu) else { continue };
            let short = doan.chu.viet(next).to_uppercase();
            if let Some((_, full)) =
                soi.ctx.reference.chuc_vu.viet_du.iter().find(|(tat, _)| tat.to_uppercase() == short)
            {
                let right = full.to_uppercase();
                soi.sua(&UBND, doan, doan.chu.khoang(next, next), format!("sau “TM.” viết đủ {right}"), right);
            }
        }
    }
}

fn thieu_tm(ban: &BanThao, soi: &mut Soi<'_>) {
    if !la_loai(ban, &["kế hoạch", "báo cáo", "tờ trình", "chương trình", "đề án", "phương án"]) {
        return;
    }
    let by_body =
        |doan: &Doan| ["ủy ban nhân dân", "uỷ ban nhân dân", "ubnd"].iter().any(|w| doan.chu.thuong.starts_with(w));
    if !goc(ban, O::CoQuan).last().is_some_and(by_body) || goc(ban, O::CoQuan).count() > 2 {
        return;
    }
    for khoi in cac_khoi_nha_nuoc(ban) {
        let Some(first) = khoi.dong.first().filter(|doan| doan.o == O::QuyenHan) else { continue };
        let post = quyen(&first.chu).filter(|(kind, _)| *kind == QuyenHan::Kt).map_or(0, |(_, next)| next);
        if first.chu.khop(post, &["chủ", "tịch"]) && (post > 0 || quyen(&first.chu).is_none()) {
            let finding = soi.tai(&THIEU_TM, first, ca_dong(first), "văn bản của Ủy ban nhân dân thiếu “TM.”");
            soi.push(finding.advice("thêm dòng: TM. ỦY BAN NHÂN DÂN"));
        }
    }
}
