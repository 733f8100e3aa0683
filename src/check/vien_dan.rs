//! Citations and legal bases (Phụ lục I, phần I, mục II, khoản 6 điểm a, b).

pub mod can_cu;
mod co_quan;
pub mod dang;
pub mod day_du;
pub(in crate::check) mod doc;
pub mod du_lieu;
mod ky_hieu;
mod loai;
pub mod luat;
pub mod mau_thuan;
pub mod tham_quyen;
pub mod thieu_ky_hieu;
#[cfg(test)]
mod thu;

use super::Soi;
use crate::model::BanThao;

const KHOAN_3C: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 3 điểm c";
const KHOAN_6A: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6 điểm a";
const KHOAN_6B: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6 điểm b";

/// Reads the citations of a draft once for all rules about them.
fn kiem(ban: &BanThao, soi: &mut Soi<'_>) {
    let all = doc::tat_ca(ban);
    if !all.is_empty() {
        dang::soi(&all, soi);
        day_du::soi(ban, &all, soi);
        mau_thuan::soi(ban, &all, soi);
        du_lieu::soi(&all, soi);
        tham_quyen::soi(&all, soi);
    }
    luat::soi(ban, soi);
    can_cu::soi(ban, &all, soi);
}
