//! What is put on a copy (Phụ lục III, mẫu 3.1 and 3.2) to Typst source.

use super::context::safe;
use super::{FOLDER, Templates, of_tera};
use crate::diag::Diagnostic;
use crate::model::{BanSao, BanSaoGiay, DangSao, Dau};
use indexmap::IndexMap;
use tera::{Context, Value};

/// Template of what is put on a copy.
const MAU: &str = "ban_sao.typ";

impl Templates {
    /// The Typst source of a transparent strip as wide as the page it goes on, `rong_trang` in points.
    pub fn ban_sao(&self, ban_sao: &BanSao, rong_trang: f64, phong_chu: &[String]) -> Result<String, Diagnostic> {
        self.tera
            .render(MAU, &context(ban_sao, rong_trang, phong_chu))
            .map_err(|error| of_tera(&error, &format!("mẫu {FOLDER}/{MAU}")))
    }
}

fn context(ban_sao: &BanSao, rong_trang: f64, phong_chu: &[String]) -> Context {
    let mut context = Context::new();
    context.insert("tieu_de", &ban_sao.hinh_thuc.in_hoa());
    context.insert("phong_chu", phong_chu);
    // Thousandths: a whole number needs no escape.
    #[expect(clippy::cast_possible_truncation, reason = "pages are at most a few metres wide")]
    context.insert("rong_trang", &((rong_trang * 1000.0).round() as i64));
    match &ban_sao.dang {
        DangSao::DienTu { ten_co_quan, thoi_gian_ky } => {
            context.insert("dien_tu", &true);
            context.insert("hinh_thuc", &ban_sao.hinh_thuc.in_thuong());
            context.insert("ten_co_quan", ten_co_quan);
            context.insert("thoi_gian_ky", &thoi_gian_ky.map(|t| t.viet()));
        }
        DangSao::Giay(giay) => {
            context.insert("dien_tu", &false);
            context.insert("dau", Dau::default().as_str());
            context.insert_value("sao", giay_in(ban_sao, giay));
        }
    }
    context
}

/// The end of a copy on paper, as templates see it.
pub(super) fn giay_in(ban_sao: &BanSao, giay: &BanSaoGiay) -> Value {
    let co_quan = &ban_sao.co_quan;
    let ten: Vec<String> = co_quan.nguoi.values().map(|nguoi| nguoi.ho_ten.clone()).collect();
    let list = |lines: &[String]| Value::from(lines.iter().map(|line| Value::from(line.as_str())).collect::<Vec<_>>());
    let ngay = giay.ngay.as_ref();
    let fields: IndexMap<&str, Value> = [
        ("hinh_thuc", Value::from(ban_sao.hinh_thuc.in_hoa())),
        ("co_quan", list(&co_quan.ten)),
        ("so", Value::from(giay.so.as_ref().map(|so| so.as_str().to_owned()))),
        ("ky_hieu", Value::from(ban_sao.ky_hieu())),
        ("dia_danh", Value::from(co_quan.dia_danh.as_str())),
        ("ngay", Value::from(ngay.and_then(|ngay| ngay.ngay_in()))),
        ("thang", Value::from(ngay.and_then(|ngay| ngay.thang_in()))),
        ("nam", Value::from(ngay.map(|ngay| ngay.nam.to_string()))),
        ("noi_nhan", safe(&giay.dong_noi_nhan(), &ten)),
        ("quyen_han", list(&giay.nguoi_ky.quyen_han)),
        ("chuc_vu_khac", Value::from(giay.nguoi_ky.chuc_vu_khac.clone())),
        ("ho_ten", Value::from(giay.nguoi_ky.ho_ten.as_str())),
    ]
    .into_iter()
    .collect();
    Value::from(fields)
}
