//! What is put on a copy (Phụ lục III, mẫu 3.1 and 3.2) to Typst source.

use super::{FOLDER, Templates, of_tera};
use crate::diag::Diagnostic;
use crate::model::{BanSao, DangSao, Dau};
use tera::Context;

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
    let co_quan = &ban_sao.co_quan;
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
            context.insert("hinh_thuc", &ban_sao.hinh_thuc.in_hoa());
            context.insert("dau", Dau::default().as_str());
            context.insert("co_quan", &co_quan.ten);
            context.insert("so", &giay.so.as_ref().map(|so| so.as_str()));
            context.insert("ky_hieu", &ban_sao.ky_hieu());
            context.insert("dia_danh", &co_quan.dia_danh);
            context.insert("ngay", &giay.ngay.and_then(|ngay| ngay.ngay_in()));
            context.insert("thang", &giay.ngay.and_then(|ngay| ngay.thang_in()));
            context.insert("nam", &giay.ngay.map(|ngay| ngay.nam.to_string()));
            context.insert("noi_nhan", &giay.dong_noi_nhan());
            context.insert("quyen_han", &giay.nguoi_ky.quyen_han);
            context.insert("ho_ten", &giay.nguoi_ky.ho_ten);
        }
    }
    context
}
