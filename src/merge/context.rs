//! Everything a template may use. Names are those of the campaign.

use super::body::Writer;
use super::chu;
use crate::model::van_ban::{capitalise, liet_ke};
use crate::model::{BoCuc, Can, Dang, DangSao, KemTheo, LoaiKem, Truong, VanBan};
use tera::{Context, Value};

/// For a document.
pub fn van_ban(van_ban: &VanBan, phong_chu: &[String]) -> Context {
    let dau = &van_ban.dau;
    let ten = &names(van_ban);
    let mut context = common(van_ban, phong_chu, ten);
    let trich_yeu = dau.trich_yeu.join(" ");
    let tieu_de = format!("{} {trich_yeu}", capitalise(&dau.loai.ten));
    context.insert("tieu_de", tieu_de.trim_end());
    context.insert("mo_ta", if trich_yeu.is_empty() { tieu_de.trim_end() } else { &trich_yeu });
    context.insert("ngang", &van_ban.ngang);
    context.insert("dia_danh", &dau.dia_danh);
    context.insert("loai", &dau.loai.in_ra.clone().unwrap_or_else(|| dau.loai.ten.to_uppercase()));
    context.insert("tham_quyen", &van_ban.tham_quyen.as_ref().map(|t| t.value.as_str()));
    context.insert("ket_luan", &dau.loai.ket_luan);
    context.insert("quyen_han", &van_ban.nguoi_ky.value.quyen_han);
    context.insert("chuc_vu_khac", &van_ban.nguoi_ky.value.chuc_vu_khac);
    context.insert("ho_ten", &van_ban.nguoi_ky.value.ho_ten);
    for (name, lines) in [
        ("trich_yeu", dau.trich_yeu.clone()),
        ("can_cu", van_ban.dong_can_cu()),
        ("kinh_gui", van_ban.dong_kinh_gui()),
        ("noi_nhan", van_ban.dong_noi_nhan()),
    ] {
        context.insert_value(name, safe(&lines, ten));
    }
    for (key, value) in &van_ban.truong {
        context.insert_value(key.clone(), field(value, ten));
    }
    match van_ban.sao.as_ref().map(|sao| (sao, &sao.dang)) {
        Some((sao, DangSao::Giay(giay))) => context.insert_value("sao", super::ban_sao::giay_in(sao, giay)),
        Some((sao, DangSao::DienTu { ten_co_quan, .. })) => {
            context.insert("sao_dien_tu", &[&sao.hinh_thuc.in_thuong(), ten_co_quan]);
        }
        None => {}
    }
    let body = Writer { ten, bo_cuc: dau.loai.bo_cuc, ngang: van_ban.ngang }.write(&van_ban.noi_dung);
    for (name, part) in [("noi_dung", body.dau), ("doan_ap_cuoi", body.ap_cuoi), ("doan_cuoi", body.cuoi)] {
        context.insert_value(name, Value::safe_string(&part));
    }
    let attached = van_ban.kem_theo.iter().filter(|kem| !kem.tep_rieng);
    context.insert_value("kem_theo", Value::from(attached.map(|kem| attachment(kem, ten)).collect::<Vec<_>>()));
    context
}

/// For what goes with a document as a file of its own.
pub fn kem_theo(van_ban: &VanBan, kem: &KemTheo, phong_chu: &[String]) -> Context {
    let ten = &names(van_ban);
    let mut context = common(van_ban, phong_chu, ten);
    let tieu_de = format!("{} {}", kem.goi(), kem.ten.join(" "));
    context.insert("tieu_de", tieu_de.trim_end());
    context.insert("mo_ta", tieu_de.trim_end());
    context.insert("ngang", &kem.ngang);
    context.insert_value("kem", attachment(kem, ten));
    context
}

/// What the file of a document and the files that go with it have in common.
fn common(van_ban: &VanBan, phong_chu: &[String], ten: &[String]) -> Context {
    let dau = &van_ban.dau;
    let mut context = Context::new();
    context.insert("co_so", &(dau.loai.can("so") != Can::Khong));
    context.insert("co_ngay", &(dau.loai.can("ngay") != Can::Khong));
    context.insert("phong_chu", phong_chu);
    context.insert("tac_gia", &dau.co_quan.ten_day_du());
    context.insert("dau", van_ban.co_chu_dau.as_str());
    context.insert("co_chu", &van_ban.co_chu.0);
    context.insert("chu_quan", &dau.co_quan.chu_quan);
    context.insert("co_quan", &dau.co_quan.ten);
    context.insert("ten_goi", &dau.co_quan.goi());
    context.insert_value("chan_trang", safe(&dau.co_quan.dia_chi, ten));
    context.insert("so", &dau.so.as_ref().map(|s| s.value.as_str()));
    context.insert("ky_hieu", &dau.ky_hieu);
    context.insert("ngay", &dau.ngay.value.ngay_in());
    context.insert("thang", &dau.ngay.value.thang_in());
    context.insert("nam", &dau.ngay.value.nam.to_string());
    context.insert("loai_thuong", &capitalise(&dau.loai.ten));
    context.insert("dien_tu", &(van_ban.dang == Dang::DienTu));
    context
}

/// Names of persons that the document knows: those who sign for the agency, and those it speaks of.
fn names(van_ban: &VanBan) -> Vec<String> {
    let signers = van_ban.dau.co_quan.nguoi.values().map(|nguoi| nguoi.ho_ten.clone());
    let person = |value: &Truong| match value {
        Truong::Nguoi(fields) => fields.get("ho_ten").and_then(Truong::chu).map(|t| t.value.clone()),
        _ => None,
    };
    signers.chain(van_ban.truong.values().filter_map(person)).collect()
}

pub(super) fn safe(lines: &[String], ten: &[String]) -> Value {
    Value::from(lines.iter().map(|line| Value::safe_string(&chu::line(line, ten))).collect::<Vec<_>>())
}

/// The value of a key that only some types have. Texts are escaped where they are printed; a list is printed line by line,
/// with the marks of a list.
fn field(value: &Truong, ten: &[String]) -> Value {
    match value {
        Truong::DanhSach(texts) => safe(&liet_ke(&texts.iter().map(|t| t.value.clone()).collect::<Vec<_>>()), ten),
        other => Value::from_serializable(other),
    }
}

fn attachment(kem: &KemTheo, ten: &[String]) -> Value {
    let bo_cuc = match &kem.loai {
        LoaiKem::PhuLuc(_) => BoCuc::Muc,
        LoaiKem::VanBan(loai) => loai.bo_cuc,
    };
    // "tên Phụ lục … bằng chữ in hoa" (III.1b).
    let upper = matches!(kem.loai, LoaiKem::PhuLuc(_));
    let write = if upper { chu::line_upper } else { chu::line };
    let lines: Vec<Value> = kem.ten.iter().map(|line| Value::safe_string(&write(line, ten))).collect();
    let mut fields = indexmap::IndexMap::new();
    let goi = match &kem.loai {
        LoaiKem::PhuLuc(_) => kem.goi(),
        LoaiKem::VanBan(loai) => loai.ten.to_uppercase(),
    };
    fields.insert("goi", Value::from(goi));
    fields.insert("phu_luc", Value::from(matches!(kem.loai, LoaiKem::PhuLuc(_))));
    fields.insert("ten", Value::from(lines));
    fields.insert("ngang", Value::from(kem.ngang));
    fields.insert("noi_dung", Value::safe_string(&whole(kem, bo_cuc, ten)));
    Value::from(fields)
}

fn whole(kem: &KemTheo, bo_cuc: BoCuc, ten: &[String]) -> String {
    let body = Writer { ten, bo_cuc, ngang: kem.ngang }.write(&kem.noi_dung);
    [body.dau, body.ap_cuoi, body.cuoi].join("\n")
}
