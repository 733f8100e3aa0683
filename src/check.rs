//! Step 3: rules. Three entries: one document, the set, the laid-out pages.
//!
//! A rule is a [`Rule`] beside its function: name, severity, clause, why, an example of each kind. The registry below
//! is the only list of them. Documents of campaigns and drafts of anybody are read alike, as a [`BanThao`].

mod bo;
mod dau;
mod noi_dung;
mod phong_chu;
mod phu_luc;
mod rule;
mod soi;
mod thanh_phan;
mod thoi_gian;
mod trang;
mod tu_dien;
#[cfg(test)]
mod vi_du;
mod vien_dan;
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
    &vien_dan::dang::THIEU_SO,
    &vien_dan::dang::TEN_LOAI_VIET_TAT,
    &vien_dan::dang::KY_HIEU_SAI_DANG,
    &vien_dan::dang::KY_HIEU_NOI_SAI,
    &vien_dan::dang::KY_HIEU_CACH_CHU,
    &vien_dan::dang::LOAI_KHAC_KY_HIEU,
    &vien_dan::dang::TEN_LOAI_VIET_THUONG,
    &vien_dan::day_du::THIEU_YEU_TO,
    &vien_dan::day_du::SAI_THU_TU,
    &vien_dan::day_du::TRICH_YEU_GOP,
    &vien_dan::day_du::LAP_DAY_DU,
    &vien_dan::mau_thuan::MAU_THUAN,
    &vien_dan::mau_thuan::NAM_KHAC_KY_HIEU,
    &vien_dan::mau_thuan::VAN_BAN_SAU,
    &vien_dan::mau_thuan::SAI_NGAY,
    &vien_dan::mau_thuan::HET_HIEU_LUC,
    &vien_dan::tham_quyen::THONG_TU_CUA_BO,
    &vien_dan::tham_quyen::QUYET_DINH_CUA_BO,
    &vien_dan::tham_quyen::CO_QUAN_KHAC_KY_HIEU,
    &vien_dan::luat::GHI_SO,
    &vien_dan::luat::THIEU_NGAY,
    &vien_dan::luat::SAI_NAM,
    &vien_dan::luat::TEN_LUAT,
    &vien_dan::luat::TEN_SUA_DOI,
    &vien_dan::can_cu::DAU_CUOI,
    &vien_dan::can_cu::GOP,
    &vien_dan::can_cu::KHONG_SO,
    &thoi_gian::lich::NGAY_KHONG_CO,
    &thoi_gian::lich::SAI_THU,
    &thoi_gian::khoang::NGUOC,
    &thoi_gian::khoang::NAM_HOC,
    &thoi_gian::khoang::HAN_DA_QUA,
    &thoi_gian::khoang::BAT_DAU_TRUOC,
    &thoi_gian::dot::GIAO_NHAU,
    &thoi_gian::dot::THIEU_NGAY,
    &thoi_gian::nam::CHUA_BAT_DAU,
    &thoi_gian::nam::DA_QUA,
    &thoi_gian::nam::NAM_KHAC,
    &thoi_gian::ky_niem::SAI_SO_NAM,
    &thoi_gian::ky_niem::SAI_NGAY,
    &thoi_gian::ky_niem::DA_QUA,
    &thoi_gian::ky_niem::TEN_NGAY,
    &thoi_gian::cach_viet::HAI_KIEU,
    &thoi_gian::cach_viet::THIEU_SO_KHONG,
    &thoi_gian::cach_viet::TU_NGAY,
    &viet_hoa::NHAN_DAN,
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
        if !matches!(
            doan.o,
            O::QuocHieu | O::TieuNgu | O::ChuQuan | O::CoQuan | O::QuyenHan | O::HoTen | O::DauChi | O::La
        ) {
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
