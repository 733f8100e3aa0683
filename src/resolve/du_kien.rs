//! Facts as values: `{{ ky_niem.thay_thuoc_viet_nam.day_du }}`, `{{ giai_doan.ke_hoach_5_nam.ten }}`,
//! `{{ tinh_thanh.hung_yen }}`. What moves from year to year is computed for the year of the campaign.

use super::scope::Scope;
use crate::model::draft::DuKien;
use crate::model::du_kien::{DanhMucTinhThanh, KhongDung, loai_nam};
use crate::model::lich::{self, viet_so};
use crate::model::{DauVanBan, NgayVanBan};
use chrono::NaiveDate;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use tera::Value;

/// What a commemoration tells.
const KY_NIEM: &[&str] = &["day_du", "gon", "ten", "so_nam", "loai_nam", "ngay", "ngay_thang", "thu"];

/// What a period tells.
const GIAI_DOAN: &[&str] = &["ten", "dau", "cuoi", "nam_thu", "khoa"];

/// Sets the families that depend on the year only.
pub fn set(scope: &mut Scope, du_kien: &DuKien, nam: Option<i32>) {
    // A year that is missing has been reported; what is computed from it is not looked at.
    let nam = nam.unwrap_or_default();
    if let Some(danh_muc) = &du_kien.ky_niem {
        let mut values = Vec::new();
        let mut troubles = Vec::new();
        for ngay_ky_niem in danh_muc.iter() {
            let key = &ngay_ky_niem.ma;
            let ngay = ngay_ky_niem.ngay(nam).map(NgayVanBan::from);
            let date = ngay.map(|ngay| ngay.viet_so()).unwrap_or_default();
            let so_nam = ngay_ky_niem.so_nam(nam);
            let fields = [
                Value::from(ngay_ky_niem.day_du(nam).unwrap_or_default()),
                Value::from(ngay_ky_niem.goi_so_nam(nam).unwrap_or_default()),
                Value::from(ngay_ky_niem.ten.clone()),
                Value::from(so_nam.unwrap_or_default()),
                Value::from(so_nam.map(loai_nam).unwrap_or_default()),
                Value::from(date.clone()),
                Value::from(date.rsplit_once('/').map(|(day, _)| day).unwrap_or_default()),
                Value::from(ngay.and_then(|ngay| ngay.tron()).map(lich::thu).unwrap_or_default()),
            ];
            if so_nam.is_none() {
                for field in ["day_du", "gon", "so_nam", "loai_nam"] {
                    let message = format!("{} không đếm số năm", ngay_ky_niem.ten);
                    let advice = format!("dùng {{{{ ky_niem.{key}.ten }}}} hoặc {{{{ ky_niem.{key}.ngay }}}}");
                    troubles.push((format!("ky_niem.{key}.{field}"), (message, advice)));
                }
            }
            values.push((key.clone(), object(KY_NIEM, fields)));
        }
        scope.set("ky_niem", values, KY_NIEM);
        for (path, why) in troubles {
            scope.set_trouble(path, Some(why));
        }
    }
    if let Some(danh_muc) = &du_kien.giai_doan {
        let mut values = Vec::new();
        for giai_doan in danh_muc.iter() {
            let (dau, cuoi) = giai_doan.cua_nam(nam).unwrap_or_default();
            if dau == 0 {
                let message = format!("chưa có số liệu {} của năm {nam}", giai_doan.ten);
                scope.set_trouble(
                    format!("giai_doan.{}", giai_doan.ma),
                    Some((message, "gõ thẳng giai đoạn, nhiệm kỳ".to_owned())),
                );
            }
            let fields = [
                Value::from(giai_doan.viet(nam).unwrap_or_default()),
                Value::from(dau),
                Value::from(cuoi),
                Value::from(giai_doan.nam_thu(nam).unwrap_or_default()),
                Value::from(giai_doan.khoa(nam).unwrap_or_default()),
            ];
            values.push((giai_doan.ma.clone(), object(GIAI_DOAN, fields)));
        }
        scope.set("giai_doan", values, GIAI_DOAN);
    }
    if let Some(danh_muc) = &du_kien.tinh_thanh {
        // The names of a year are those of its last day, until a document says its own.
        if let Some(date) = NaiveDate::from_ymd_opt(nam, 12, 31) {
            provinces(scope, &names_of(danh_muc, date));
        }
    }
}

/// Names of provinces by day: documents of one day, such as letters, share them.
pub type TheoNgay = Mutex<HashMap<NaiveDate, Arc<TinhThanhNgay>>>;

/// The names of one day, and why some may not be used.
pub struct TinhThanhNgay {
    ten: Vec<(String, Value)>,
    khong_dung: Vec<(String, (String, String))>,
}

/// Sets the families that depend on the date of a document.
pub fn set_for_document(scope: &mut Scope, du_kien: &DuKien, dau: &DauVanBan, known: &TheoNgay) {
    let Some(danh_muc) = &du_kien.tinh_thanh else { return };
    let (nam, thang, ngay) = dau.ngay.value.moc();
    let Some(date) = NaiveDate::from_ymd_opt(nam, thang.into(), ngay.into()) else { return };
    // A worker that failed while it held the map has left it whole.
    let mut known = known.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let names = Arc::clone(known.entry(date).or_insert_with(|| Arc::new(names_of(danh_muc, date))));
    drop(known);
    provinces(scope, &names);
}

fn provinces(scope: &mut Scope, names: &TinhThanhNgay) {
    scope.clear_trouble("tinh_thanh.");
    for (path, why) in &names.khong_dung {
        scope.set_trouble(path.clone(), Some(why.clone()));
    }
    scope.set("tinh_thanh", names.ten.clone(), &[]);
}

fn names_of(danh_muc: &DanhMucTinhThanh, date: NaiveDate) -> TinhThanhNgay {
    let mut names = TinhThanhNgay { ten: Vec::new(), khong_dung: Vec::new() };
    for tinh in danh_muc.iter() {
        let key = &tinh.ma;
        let value = danh_muc.ten(key, date);
        let why = match &value {
            Ok(_) | Err(KhongDung::KhongBiet) => None,
            Err(KhongDung::KhongCon { tu, nay, key_nay }) => Some((
                format!("{} không còn từ ngày {}: nay thuộc {nay}", tinh.goi(date), viet_so(*tu)),
                format!("dùng {{{{ tinh_thanh.{key_nay} }}}}; nói về việc đã qua thì gõ thẳng tên cũ"),
            )),
            Err(KhongDung::ChuaCo { tu }) => Some((
                format!("{} chỉ có từ ngày {}", tinh.goi(date), viet_so(*tu)),
                "xem lại ngày của văn bản, hoặc gõ thẳng tên".to_owned(),
            )),
        };
        names.khong_dung.extend(why.map(|why| (format!("tinh_thanh.{key}"), why)));
        names.ten.push((key.clone(), Value::from(value.unwrap_or_default())));
    }
    names
}

fn object<const N: usize>(names: &[&str], values: [Value; N]) -> Value {
    let named = names.iter().map(|name| (*name).to_owned()).zip(values);
    Value::from(named.collect::<indexmap::IndexMap<String, Value>>())
}
