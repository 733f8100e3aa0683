//! What the components say of the whole document: type, number, symbol, date, agency.

use super::gap::gap;
use super::so_ngay::{dia_danh_ngay, so_ky_hieu};
use super::ten_loai::TenLoai;
use crate::model::{BanThao, O};

/// Fills in what can be told.
pub fn dien(ban_thao: &mut BanThao, ten: &TenLoai) {
    let first = |o: O| ban_thao.o(o).find(|doan| doan.kem == 0).map(|doan| doan.chu.text.clone());
    let title = first(O::TenLoai);
    let loai = title.as_deref().and_then(|title| ten.loai(title));
    let number = ban_thao.o(O::SoKyHieu).find_map(|doan| {
        let text = &doan.chu.text;
        let found = so_ky_hieu(text)?;
        let part =
            |range: std::ops::Range<usize>| text.get(range).map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned);
        Some((part(found.so), part(found.ky_hieu)))
    });
    let (so, ky_hieu) = number.unwrap_or_default();
    let ngay = ban_thao.o(O::DiaDanhNgay).find_map(|doan| dia_danh_ngay(&doan.chu.text)?.ngay);
    let subject = ban_thao.o(O::TrichYeu).any(|doan| gap(&doan.chu.text).starts_with("v/"));
    let letter = title.is_none() && (subject || ban_thao.co(O::KinhGui));
    let co_quan = super::ten_co_quan::ten(ban_thao, ky_hieu.as_deref());
    ban_thao.loai = loai.or_else(|| if letter { ten.loai("công văn") } else { None });
    ban_thao.so = so;
    ban_thao.ky_hieu = ky_hieu;
    ban_thao.ngay = ngay;
    ban_thao.co_quan = co_quan;
}
