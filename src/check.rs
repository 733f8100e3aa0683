//! Step 3: rules. Three entries: one document, the set, the laid-out pages.
//!
//! A rule is a [`Rule`] beside its function: name, severity, clause, why, an example of each kind. The registry below
//! is the only list of them.

mod bo;
mod dau;
mod noi_dung;
mod phong_chu;
mod phu_luc;
mod thanh_phan;
mod trang;

use crate::diag::{Code, Files, Sink};
use crate::model::trang::Trang;
use crate::model::{BoVanBan, VanBan};

/// One rule.
pub struct Rule {
    /// Name, severity and clause.
    pub code: &'static Code,
    /// Why it matters, for a person.
    pub vi_sao: &'static str,
    /// What it catches.
    pub sai: &'static str,
    /// The same put right.
    pub dung: &'static str,
    /// The function.
    pub kiem: Kiem,
}

/// What a rule looks at.
pub enum Kiem {
    /// One document.
    VanBan(fn(&VanBan, &Context<'_>, &mut Sink)),
    /// The heads of a campaign together.
    Bo(fn(&BoVanBan, &mut Sink)),
    /// The pages after layout.
    Trang(fn(&VanBan, &[Trang], &mut Sink)),
}

/// What rules may ask besides the document.
pub struct Context<'a> {
    /// The texts, to point at a word inside a paragraph.
    pub files: &'a Files,
    /// Year of the campaign.
    pub nam: i32,
    /// Whether a character can be printed with the fonts at hand.
    pub in_duoc: &'a (dyn Fn(char) -> bool + Sync),
}

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
];

pub use bo::trung_so_dong;

/// Checks one document.
pub fn van_ban(van_ban: &VanBan, context: &Context<'_>, sink: &mut Sink) {
    for rule in RULES {
        if let Kiem::VanBan(kiem) = rule.kiem {
            kiem(van_ban, context, sink);
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
            assert!(!rule.vi_sao.is_empty() && !rule.sai.is_empty() && !rule.dung.is_empty(), "{}", rule.code.name);
            assert!(rule.code.name.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", rule.code.name);
        }
    }
}
