//! Citations against what is known of instruments of law.

use super::doc::VienDan;
use crate::check::Soi;
use crate::model::NgayVanBan;
use crate::model::du_kien::{DaKiem, DoTin, HieuLuc, VanBanPhapLuat};
use chrono::Datelike;

/// Whether what is known of an instrument is sure enough to say that a draft is wrong.
pub fn chac(law: &VanBanPhapLuat) -> bool {
    law.do_tin == DoTin::Cao && law.da_kiem != DaKiem::Khong
}

/// Whether it had been out of force for months when a document was issued: no slip in the day of its end changes that, so
/// what the author of the data was sure of is enough.
pub fn het_lau(law: &VanBanPhapLuat, own: &NgayVanBan) -> bool {
    let months = |nam: i32, thang: u32| nam * 12 + i32::try_from(thang).unwrap_or(0);
    let (nam, thang, _) = own.moc();
    law.do_tin == DoTin::Cao
        && matches!(law.hieu_luc(own), HieuLuc::Het { tu, .. } if months(nam, thang.into()) - months(tu.year(), tu.month()) >= 3)
}

/// The instrument of a citation: of its number, and of its date where several have the number.
pub fn tim<'a>(one: &VienDan<'_>, soi: &Soi<'a>) -> Option<&'a VanBanPhapLuat> {
    let laws = soi.ctx.kho.phap_luat.as_ref()?;
    let number = one.ky_hieu.chuan();
    let bare = number.trim_start_matches('0');
    let of_number = |law: &&VanBanPhapLuat| {
        law.loai == one.loai.ten && law.so_ky_hieu.trim_start_matches('0').eq_ignore_ascii_case(bare)
    };
    let found: Vec<&VanBanPhapLuat> = laws.iter().filter(of_number).collect();
    let own_year = one.ky_hieu.nam.is_some();
    let same = |law: &&&VanBanPhapLuat| match (law.ngay_ban_hanh, one.ngay.and_then(|ngay| ngay.nam)) {
        (Some(known), Some(nam)) => chrono::Datelike::year(&known) == nam,
        _ => own_year || found.len() == 1,
    };
    found.iter().find(same).copied()
}
