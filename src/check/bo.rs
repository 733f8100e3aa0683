//! Rules about the documents of a campaign together.

use super::{Kiem, Rule};
use crate::diag::{Code, Diagnostic, Sink};
use crate::model::BoVanBan;

static CODE: Code = Code::loi("trung-so").theo("NĐ 30/2020/NĐ-CP, Điều 15 khoản 1");

/// Two documents of one agency with the same number and symbol.
pub static TRUNG_SO: Rule = Rule {
    code: &CODE,
    vi_sao: "“Số và ký hiệu văn bản của cơ quan, tổ chức là duy nhất trong một năm” (Điều 15 khoản 1).",
    sai: "ke_hoach: {so: 13 …} và ke_hoach_2: {so: 13 …}, cùng ký hiệu KH-SYT",
    dung: "mỗi văn bản một số; chưa cấp số thì bỏ khóa so",
    kiem: Kiem::Bo(trung_so),
};

fn trung_so(bo: &BoVanBan, sink: &mut Sink) {
    for (i, dau) in bo.dau.iter().enumerate() {
        // A copy bears the number of its original: that is no second use.
        let Some(so) = dau.so.as_ref().filter(|_| !dau.trich_sao) else { continue };
        let first = bo.dau[..i].iter().find_map(|other| {
            let so_kia = other.so.as_ref().filter(|_| !other.trich_sao)?;
            let same = so_kia.value == so.value
                && other.ky_hieu == dau.ky_hieu
                && other.co_quan.ma == dau.co_quan.ma
                && other.ngay.value.nam == dau.ngay.value.nam;
            same.then_some((other, so_kia))
        });
        if let Some((other, so_kia)) = first {
            let message = format!(
                "số {}/{} dùng cho cả “{}” và “{}”",
                so.value.as_str(),
                dau.ky_hieu,
                other.id.value,
                dau.id.value
            );
            sink.push(
                Diagnostic::new(&CODE, message)
                    .at(so.place.clone())
                    .also(so_kia.place.clone(), "đã dùng ở đây")
                    .advice("sửa một trong hai số; chưa cấp số thì bỏ khóa so"),
            );
        }
    }
}
