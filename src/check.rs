//! Step 3: rules. Three entries: one document, the set, the laid-out pages.
//!
//! A rule is a [`Rule`] beside its function: name, severity, clause, why, an example of each kind. [`RULES`]
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
mod registry;
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

pub use bo::su_kien::SuKien;
pub use bo::trung_so_dong;
pub use nen::nen;
pub use nho::Nho;
pub use registry::RULES;
pub use rule::{Ho, Kiem, Nen, Rule, ViDu};
pub use soi::{Context, Kho, Luoi, Soi};
pub use tu_dien::TuDien;

use crate::diag::{Code, Sink};
use crate::model::trang::Trang;
use crate::model::{BanThao, BoVanBan, Doan, O, VanBan};

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
