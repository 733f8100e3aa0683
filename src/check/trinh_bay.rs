//! Fonts, sizes, styles, margins and spacing of somebody's draft (Phụ lục I, phần I, mục I, II, V). The numbers are those
//! of `data/the_thuc.yaml`. What a file does not say is not judged, and one cause is one finding, at its first place.

mod phong;
mod than_bai;
mod thanh_phan;
mod trang_giay;
#[cfg(test)]
mod vi_du;

pub use phong::{MAU_CHU, PHONG_CHU, PHONG_CHU_CU};
pub use than_bai::{CACH_DOAN, CANH_DEU, CO_CHU_NOI_DUNG, DE_MUC, GIAN_DONG, THUT_DAU_DONG};
pub use thanh_phan::{
    CAN_CU, CO_QUAN, DIA_DANH_NGAY, KINH_GUI, NGUOI_KY, NOI_NHAN, PHU_LUC, QUOC_HIEU, SO_KY_HIEU, TEN_LOAI, TIEU_NGU,
    TRICH_YEU,
};
pub use trang_giay::{KHO_GIAY, LE_TRANG, SO_TRANG};

use super::{Ho, Kiem, Rule, Soi, ViDu};
use crate::diag::{Code, Diagnostic};
use crate::model::ban_thao::DangDoan;
use crate::model::{BanThao, Doan, Nguon, TheThuc};

/// Half points are exact; other programs round.
const SAI_SO_CO: f64 = 0.11;

/// The measures, if the draft's file says how it looks.
fn the_thuc<'a>(ban: &BanThao, soi: &Soi<'a>) -> Option<&'a TheThuc> {
    let looks = matches!(ban.nguon, Nguon::Docx | Nguon::Pdf);
    looks.then(|| soi.ctx.kho.the_thuc.as_ref()).flatten()
}

/// Paragraphs with a look that have words.
fn co_dang(ban: &BanThao) -> impl Iterator<Item = (&Doan, &DangDoan)> {
    ban.doan.iter().filter(|doan| !doan.chu.tu.is_empty()).filter_map(|doan| Some((doan, doan.dang.as_deref()?)))
}

/// A range of the file for people: "13 đến 14", "12", "10 hoặc 12,7", "ít nhất 6".
fn khoang(the_thuc: &TheThuc, path: &str) -> String {
    let listed = the_thuc.chon(path);
    if !listed.is_empty() {
        return listed.iter().map(|value| so(*value)).collect::<Vec<_>>().join(" hoặc ");
    }
    match the_thuc.khoang(path) {
        None => String::new(),
        Some((low, high)) if high.is_infinite() => format!("ít nhất {}", so(low)),
        Some((low, high)) if high - low < 0.01 => so(low),
        Some((low, high)) => format!("{} đến {}", so(low), so(high)),
    }
}

/// Whether a value is one that the file allows, give or take; what the file does not know is right.
fn dung(the_thuc: &TheThuc, path: &str, value: f64, sai_so: f64) -> bool {
    let listed = the_thuc.chon(path);
    if !listed.is_empty() {
        return listed.iter().any(|right| (value - right).abs() <= sai_so);
    }
    the_thuc.khoang(path).is_none_or(|(low, high)| value >= low - sai_so && value <= high + sai_so)
}

/// A number as Vietnamese writes it, with at most one digit behind the comma.
fn so(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or_else(|| text.replace('.', ","), str::to_owned)
}

/// Findings of a kind: paragraphs with the same fault are one finding at the first of them.
struct Gom<'a> {
    nhom: Vec<(String, &'a Doan, usize)>,
}

impl<'a> Gom<'a> {
    fn new() -> Gom<'a> {
        Gom { nhom: Vec::new() }
    }

    fn them(&mut self, what: String, doan: &'a Doan) {
        match self.nhom.iter_mut().find(|(other, ..)| *other == what) {
            Some((.., count)) => *count += 1,
            None => self.nhom.push((what, doan, 1)),
        }
    }

    /// Records them. `unit`: what is counted, "đoạn"; `advice` for all.
    fn bao(self, code: &'static Code, soi: &mut Soi<'_>, unit: &str, advice: &str) {
        for (what, doan, count) in self.nhom {
            let message = if count == 1 { what } else { format!("{what}: {count} {unit}, từ {unit} này") };
            let finding = soi.tai(code, doan, 0..doan.chu.text.len(), message);
            soi.push(finding.advice(advice));
        }
    }
}

/// A finding about the page, at the beginning of the draft.
fn ve_trang(code: &'static Code, ban: &BanThao, message: String, advice: String) -> Diagnostic {
    let place = ban.doan.first().map_or(&ban.place, |doan| &doan.place);
    Diagnostic::new(code, message).at(place.clone()).advice(advice)
}
