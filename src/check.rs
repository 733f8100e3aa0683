//! Step 3: rules. Three entries: one document, the set, the laid-out pages.
//!
//! A rule is a [`Rule`] beside its function: name, severity, clause, why, an example of each kind. The registry below
//! is the only list of them. Documents of campaigns and drafts of anybody are read alike, as a [`BanThao`].

mod bo;
mod cau;
mod chinh_ta;
mod dau;
mod dau_cau;
mod kinh_gui;
mod nen;
mod nguoi_ky;
mod nhat_quan;
mod nho;
mod noi_dung;
mod noi_nhan;
mod phong_chu;
mod phu_luc;
pub mod quy_dinh;
mod rule;
mod soi;
mod thanh_phan;
mod thoi_gian;
mod tieu_de;
mod trang;
mod trinh_bay;
mod trung_lap;
mod tu_dien;
#[cfg(test)]
mod vi_du;
mod vien_dan;
mod viet_hoa;

pub use nen::nen;
pub use nho::Nho;
pub use rule::{Ho, Kiem, Nen, Rule, ViDu};
pub use soi::{Context, Kho, Luoi, Soi};
pub use tu_dien::TuDien;

use crate::diag::{Code, Sink};
use crate::model::trang::Trang;
use crate::model::{BanThao, BoVanBan, Doan, O, VanBan};

/// Every rule.
pub static RULES: &[&Rule] = &[
    &dau::NAM_BAN_HANH,
    &dau::quoc_hieu::QUOC_HIEU,
    &dau::quoc_hieu::TIEU_NGU,
    &dau::quoc_hieu::TIEU_NGU_GACH,
    &dau::co_quan::CO_QUAN_IN_HOA,
    &dau::co_quan::CO_QUAN_VIET_TAT,
    &dau::co_quan::THIEU_CHU_QUAN,
    &dau::co_quan::THIEU_TEN_TINH,
    &dau::so::CHU_SO_HAI_CHAM,
    &dau::so::KHOANG_TRANG,
    &dau::so::NHO_HON_10,
    &dau::so::SO_CO_NAM,
    &dau::so::KHONG_PHAI_SO,
    &dau::ky_hieu::HOP_LOAI,
    &dau::ky_hieu::KY_HIEU_CONG_VAN,
    &dau::ky_hieu::THIEU_DON_VI,
    &dau::ky_hieu::DAU_TRONG_SO,
    &dau::ky_hieu::KY_HIEU_IN_HOA,
    &dau::ky_hieu::KY_HIEU_CHU_D,
    &dau::ky_hieu::THIEU_KY_HIEU,
    &dau::dia_danh_ngay::NGAY_DANG_SO,
    &dau::dia_danh_ngay::NGAY_KHONG_DU,
    &dau::dia_danh_ngay::NGAY_THIEU_0,
    &dau::dia_danh_ngay::THANG_THUA_0,
    &dau::dia_danh_ngay::NGAY_KHONG_CO,
    &dau::dia_danh_ngay::DIA_DANH_PHAY,
    &dau::dia_danh_ngay::DIA_DANH_HOA,
    &dau::dia_danh_ngay::DIA_DANH_TAT,
    &dau::dia_danh_ngay::THIEU_DIA_DANH,
    &dau::dia_danh_ngay::NGAY_VIET_HOA,
    &dau::thieu::MAT_PHAN_DAU,
    &dau::thieu::THIEU_QUOC_HIEU,
    &dau::thieu::THIEU_CO_QUAN,
    &dau::thieu::THIEU_SO,
    &dau::thieu::THIEU_NGAY,
    &dau::thieu::THIEU_TRICH_YEU,
    &dau::thieu::THIEU_TEN_LOAI,
    &dau::thieu::THIEU_NGUOI_KY,
    &dau::thieu::THIEU_NOI_NHAN,
    &dau::thieu::THIEU_KINH_GUI,
    &tieu_de::CONG_VAN_CO_TEN,
    &tieu_de::VV_NGOAI,
    &tieu_de::VV_SAI,
    &tieu_de::VV_VIET_HOA,
    &tieu_de::TRICH_YEU_DAU,
    &tieu_de::MOT_DONG_HAI,
    &tieu_de::TEN_LOAI_HOA,
    &tieu_de::TRICH_YEU_HOA,
    &tieu_de::TRICH_YEU_THUONG,
    &tieu_de::TRICH_YEU_LAP,
    &tieu_de::TEN_LOAI_LA,
    &kinh_gui::CHU_KINH_GUI,
    &kinh_gui::KINH_GUI_MOT,
    &kinh_gui::KINH_GUI_NHIEU,
    &kinh_gui::KINH_GUI_GACH,
    &kinh_gui::KINH_GUI_DAU,
    &kinh_gui::KINH_GUI_TRUNG,
    &noi_nhan::CHU_NOI_NHAN,
    &noi_nhan::NOI_NHAN_GACH,
    &noi_nhan::NOI_NHAN_DAU,
    &noi_nhan::CHU_SAU_CHAM_PHAY,
    &noi_nhan::DONG_LA_NOI_NHAN,
    &noi_nhan::NHU_TREN_DUNG,
    &noi_nhan::NOI_NHAN_TRUNG,
    &noi_nhan::luu::THIEU_LUU,
    &noi_nhan::luu::LUU_VT,
    &noi_nhan::luu::LUU_DANG,
    &noi_nhan::luu::LUU_O_CUOI,
    &noi_nhan::thieu_noi::THIEU_NOI_THUC_HIEN,
    &noi_nhan::thieu_noi::THIEU_DON_VI,
    &nguoi_ky::quyen_han::QUYEN_HAN_DANG,
    &nguoi_ky::quyen_han::KT_CAP_PHO,
    &nguoi_ky::quyen_han::CAP_PHO_THIEU_KT,
    &nguoi_ky::quyen_han::TM_TAP_THE,
    &nguoi_ky::quyen_han::TM_VIET_TAT,
    &nguoi_ky::quyen_han::TAP_THE_THIEU_TM,
    &nguoi_ky::quyen_han::QUYEN_HAN_CAP_TRUONG,
    &nguoi_ky::quyen_han::TUQ_KY_LAI,
    &nguoi_ky::quyen_han::THAM_QUYEN_NGUOI_KY,
    &nguoi_ky::chuc_vu::CHUC_VU_IN_HOA,
    &nguoi_ky::chuc_vu::CHUC_VU_KHONG_CO,
    &nguoi_ky::chuc_vu::KHOI_KY_LA,
    &nguoi_ky::ho_ten::HOC_VI_TRUOC_TEN,
    &nguoi_ky::ho_ten::HOC_VI_SU_NGHIEP,
    &nguoi_ky::ho_ten::HO_TEN_HOA,
    &noi_dung::SO_THU_TU,
    &noi_dung::THIEU_TIEU_DE,
    &noi_dung::DANH_SO,
    &noi_dung::DANH_SO_LAI,
    &noi_dung::DIEM_SAI_CHU_CAI,
    &noi_dung::DAU_SAU_SO,
    &noi_dung::CHAM_CUOI,
    &noi_dung::HAI_CHAM_CUOI,
    &noi_dung::MUC_IN_HOA,
    &noi_dung::CAP_LECH,
    &noi_dung::KHONG_NOI_DUNG,
    &noi_dung::GACH_THAY_KHOAN,
    &noi_dung::THIEU_KET_THUC,
    &noi_dung::KET_THUC_GIUA,
    &noi_dung::KET_THUC_SAI,
    &noi_dung::DOAN_BI_NGAT,
    &noi_dung::DOAN_THIEU_DAU,
    &noi_dung::CAU_DAN,
    &noi_dung::DAU_LAN_LON,
    &noi_dung::MUC_CUOI,
    &noi_dung::MUC_THIEU_DAU,
    &noi_dung::CHU_QUYET_DINH,
    &noi_dung::THIEU_DIEU,
    &cau::HOA_GIUA_CAU,
    &cau::CAU_CHU_THUONG,
    &cau::DOAN_CHU_THUONG,
    &cau::CAU_CUT,
    &cau::CAU_MUC_DICH,
    &cau::CAU_DAI,
    &cau::THOI_GIAN_MO_HO,
    &cau::BAO_CAO_KHONG_HAN,
    &trung_lap::TRUNG_LAP,
    &phong_chu::KY_TU_KHONG_IN_DUOC,
    &phu_luc::PHU_LUC_KHONG_NHAC,
    &quy_dinh::QUY_DINH_CU,
    &thanh_phan::DAU_DO_MAT,
    &thanh_phan::THIEU_DIA_CHI,
    &thanh_phan::THAM_QUYEN_KY,
    &thanh_phan::MOT_BEN,
    &bo::TRUNG_SO,
    &bo::khop::SO_NGUOC_NGAY,
    &bo::khop::VIEN_DAN_LECH,
    &bo::khop::HAN_LECH,
    &bo::khop::TEN_LECH,
    &trang::CHU_KY_MOT_MINH,
    &dau_cau::DU,
    &dau_cau::TRUOC_DAU,
    &dau_cau::SAU_DAU,
    &dau_cau::TRONG_NGOAC,
    &dau_cau::DAU_LAP,
    &dau_cau::HAI_CHAM_THUA,
    &dau_cau::GACH_NGANG,
    &dau_cau::GACH_LIEN,
    &dau_cau::GACH_LECH,
    &dau_cau::GACH_DAU_DONG,
    &dau_cau::PHAY_HANG_NGHIN,
    &dau_cau::NGOAC_KHONG_KHOP,
    &dau_cau::NGOAC_LAN_LON,
    &dau_cau::NGOAC_THANG,
    &dau_cau::CHU_GIONG,
    &dau_cau::TO_HOP,
    &dau_cau::VO_HINH,
    &chinh_ta::SAI_AM_TIET,
    &chinh_ta::DAU_THANH_SAI_CHO,
    &chinh_ta::VIET_LIEN,
    &chinh_ta::LAP_TU,
    &chinh_ta::CHU_TACH,
    &chinh_ta::DAT_DAU_THANH,
    &chinh_ta::NHAM_LAN,
    &chinh_ta::SI,
    &chinh_ta::CUM_CHUAN,
    &chinh_ta::CUM_NEN_DUNG,
    &chinh_ta::CUM_GAN_DUNG,
    &chinh_ta::TIENG_GAN_DUNG,
    &chinh_ta::TRAT_TU_LAN_THU,
    &chinh_ta::LAN_THIEU_THU,
    &chinh_ta::TEN_PHONG_TRAO,
    &chinh_ta::VIET_TAT,
    &trang::QUOC_HIEU_MOT_DONG,
    &trang::DUONG_KE,
    &trang::TRAN_LE,
    &vien_dan::dang::THIEU_SO,
    &vien_dan::thieu_ky_hieu::THIEU_KY_HIEU,
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
    &trinh_bay::PHONG_CHU,
    &trinh_bay::PHONG_CHU_CU,
    &trinh_bay::MAU_CHU,
    &trinh_bay::KHO_GIAY,
    &trinh_bay::LE_TRANG,
    &trinh_bay::SO_TRANG,
    &trinh_bay::QUOC_HIEU,
    &trinh_bay::TIEU_NGU,
    &trinh_bay::CO_QUAN,
    &trinh_bay::SO_KY_HIEU,
    &trinh_bay::DIA_DANH_NGAY,
    &trinh_bay::TEN_LOAI,
    &trinh_bay::TRICH_YEU,
    &trinh_bay::CAN_CU,
    &trinh_bay::KINH_GUI,
    &trinh_bay::NOI_NHAN,
    &trinh_bay::NGUOI_KY,
    &trinh_bay::PHU_LUC,
    &trinh_bay::CO_CHU_NOI_DUNG,
    &trinh_bay::CANH_DEU,
    &trinh_bay::THUT_DAU_DONG,
    &trinh_bay::CACH_DOAN,
    &trinh_bay::GIAN_DONG,
    &trinh_bay::DE_MUC,
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

pub use bo::su_kien::SuKien;
pub use bo::trung_so_dong;

/// The code of a rule by its name.
pub fn code(name: &str) -> Option<&'static Code> {
    RULES.iter().map(|rule| rule.code).find(|code| code.name == name)
}

/// Whether a finding is what a văn thư says of any draft, rather than of what a campaign alone has.
pub fn of_any_draft(code: &Code) -> bool {
    let any = |rule: &&&Rule| matches!(rule.kiem, Kiem::Doan(_) | Kiem::BanThao(_) | Kiem::TuDien);
    RULES.iter().filter(any).any(|rule| rule.code.name == code.name)
}

/// Checks a document of a campaign; `nho` keeps what its paragraphs were found to have. Returns the document as it was
/// read, from which [`SuKien::cua`] takes what the others must agree with.
pub fn van_ban(van_ban: &VanBan, context: &Context<'_>, nho: &Nho, sink: &mut Sink) -> BanThao {
    let mut soi = Soi { ctx: context, sink };
    for rule in RULES {
        if let Kiem::VanBan(kiem) = rule.kiem {
            kiem(van_ban, &mut soi);
        }
    }
    let ban_thao = BanThao::tu_van_ban(van_ban);
    // Where something could not be put in, the words around the gap say nothing.
    if soi.sink.has_errors() {
        return ban_thao;
    }
    for doan in &ban_thao.doan {
        let look = || {
            let mut sink = Sink::default();
            self::doan(std::iter::once(doan), &mut Soi { ctx: context, sink: &mut sink });
            sink.into_sorted()
        };
        nho.of(doan, look).iter().for_each(|finding| soi.push(finding.clone()));
    }
    whole(&ban_thao, &mut soi);
    ban_thao
}

/// Checks what the documents of a campaign say of one another.
pub fn khop(bo: &BoVanBan, all: &[(usize, SuKien)], sink: &mut Sink) {
    for rule in RULES {
        if let Kiem::Khop(kiem) = rule.kiem {
            kiem(bo, all, sink);
        }
    }
}

/// Checks a draft, whatever it was read from.
pub fn ban_thao(ban_thao: &BanThao, context: &Context<'_>, sink: &mut Sink) {
    let mut soi = Soi { ctx: context, sink };
    doan(ban_thao.doan.iter(), &mut soi);
    whole(ban_thao, &mut soi);
}

/// What each paragraph says by itself; one rule after the other, since a rule stays in the processor's memory and all of
/// them together do not.
fn doan<'a>(all: impl Iterator<Item = &'a Doan> + Clone, soi: &mut Soi<'_>) {
    for rule in RULES {
        if let Kiem::Doan(kiem) = rule.kiem {
            all.clone().for_each(|doan| kiem(doan, soi));
        }
    }
    // Components in capitals, and what is nobody's words, have no phrases to look for.
    let plain = [O::QuocHieu, O::TieuNgu, O::ChuQuan, O::CoQuan, O::QuyenHan, O::HoTen, O::DauChi, O::La];
    all.filter(|doan| !plain.contains(&doan.o)).for_each(|doan| tu_dien::soi(doan, soi));
}

/// What only a whole draft shows.
fn whole(ban_thao: &BanThao, soi: &mut Soi<'_>) {
    for rule in RULES {
        if let Kiem::BanThao(kiem) = rule.kiem {
            kiem(ban_thao, soi);
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
pub fn trang(van_ban: &VanBan, trang: &[Trang], context: &Context<'_>, sink: &mut Sink) {
    let mut soi = Soi { ctx: context, sink };
    for rule in RULES {
        if let Kiem::Trang(kiem) = rule.kiem {
            kiem(van_ban, trang, &mut soi);
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
