//! Step 3: rules. Three entries: one document, the set, the laid-out pages.
//!
//! A rule is a [`Rule`] beside its function: name, severity, clause, why, an example of each kind. The registry below
//! is the only list of them. Documents of campaigns and drafts of anybody are read alike, as a [`BanThao`].

mod bo;
mod dau;
mod nhat_quan;
mod noi_dung;
mod phong_chu;
mod phu_luc;
mod rule;
mod soi;
mod thanh_phan;
mod trang;
mod tu_dien;
#[cfg(test)]
mod vi_du;
mod viet_hoa;

pub use rule::{Ho, Kiem, Rule, ViDu};
pub use soi::{Context, Kho, Luoi, Soi};
pub use tu_dien::TuDien;

use crate::diag::{Code, Sink};
use crate::model::trang::Trang;
use crate::model::{BanThao, BoVanBan, O, VanBan};

/// Every rule.
pub static RULES: &[&Rule] = &[
    &dau::NAM_BAN_HANH,
    &noi_dung::SO_THU_TU,
    &noi_dung::THIEU_TIEU_DE,
    &phong_chu::KY_TU_KHONG_IN_DUOC,
    &phu_luc::PHU_LUC_KHONG_NHAC,
    &thanh_phan::DAU_DO_MAT,
    &thanh_phan::THIEU_DIA_CHI,
    &thanh_phan::THAM_QUYEN_KY,
    &thanh_phan::MOT_BEN,
    &bo::TRUNG_SO,
    &trang::CHU_KY_MOT_MINH,
    &viet_hoa::R_NHAN_DAN,
    &viet_hoa::R_DANG,
    &viet_hoa::R_CO_QUAN,
    &viet_hoa::R_TO_CHUC,
    &viet_hoa::R_QUOC_TE,
    &viet_hoa::R_TEN_NGUOI,
    &viet_hoa::R_DIA_DANH,
    &viet_hoa::R_DON_VI,
    &viet_hoa::R_DANH_HIEU,
    &viet_hoa::R_CHUC_VU,
    &viet_hoa::R_NGAY_LE,
    &viet_hoa::R_NGAY_TET,
    &viet_hoa::R_NAM_AM_LICH,
    &viet_hoa::R_THU_THANG,
    &viet_hoa::R_TEN_LOAI,
    &viet_hoa::R_CHUONG_TRINH,
    &viet_hoa::R_VIEN_DAN,
    &viet_hoa::R_SU_KIEN,
    &viet_hoa::R_TAC_PHAM,
    &viet_hoa::R_GIUA_CAU,
    &viet_hoa::R_DANH_TU_CHUNG,
    &nhat_quan::R_VIET_HOA,
    &nhat_quan::R_DANH_XUNG,
    &nhat_quan::R_NGAY_LE,
    &nhat_quan::R_VIET_TAT,
    &nhat_quan::R_DUNG_TU,
];

pub use bo::trung_so_dong;

/// The code of a rule by its name.
pub fn code(name: &str) -> Option<&'static Code> {
    RULES.iter().map(|rule| rule.code).find(|code| code.name == name)
}

/// Checks a document of a campaign.
pub fn van_ban(van_ban: &VanBan, context: &Context<'_>, sink: &mut Sink) {
    let mut soi = Soi { ctx: context, sink };
    for rule in RULES {
        if let Kiem::VanBan(kiem) = rule.kiem {
            kiem(van_ban, &mut soi);
        }
    }
    ban_thao(&BanThao::tu_van_ban(van_ban), context, sink);
}

/// Checks a draft, whatever it was read from.
pub fn ban_thao(ban_thao: &BanThao, context: &Context<'_>, sink: &mut Sink) {
    let mut soi = Soi { ctx: context, sink };
    for doan in &ban_thao.doan {
        for rule in RULES {
            if let Kiem::Doan(kiem) = rule.kiem {
                kiem(doan, &mut soi);
            }
        }
        if !matches!(doan.o, O::QuocHieu | O::TieuNgu | O::ChuQuan | O::CoQuan | O::QuyenHan | O::HoTen | O::DauChi | O::La) {
            tu_dien::soi(doan, &mut soi);
        }
    }
    for rule in RULES {
        if let Kiem::BanThao(kiem) = rule.kiem {
            kiem(ban_thao, &mut soi);
        }
    }
}

/// Checks the set.
pub fn bo(bo: &BoVanBan, sink: &mut Sink) {
    for rule in RULES {
        if let Kiem::Bo(kiem) = rule.kiem {
            kiem(bo, sink);
        }
    }
}

/// Checks the pages.
pub fn trang(van_ban: &VanBan, trang: &[Trang], sink: &mut Sink) {
    for rule in RULES {
        if let Kiem::Trang(kiem) = rule.kiem {
            kiem(van_ban, trang, sink);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_explained_and_named_once() {
        let mut names: Vec<_> = RULES.iter().map(|r| r.code.name).collect();
        names.extend(crate::diag::code::ALL.iter().map(|c| c.name));
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count, "a rule shares its name with another finding");
        for rule in RULES {
            assert!(!rule.vi_sao.is_empty() && !rule.vi_du.is_empty(), "{}", rule.code.name);
            assert!(rule.code.name.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", rule.code.name);
        }
    }
}
