//! Rules about the documents of a campaign together.

pub mod khop;
pub mod su_kien;

use super::{Ho, Kiem, Rule, ViDu};
use crate::diag::{Code, Diagnostic, Place, Sink};
use crate::model::{BoVanBan, DauVanBan};
use std::collections::HashMap;

static CODE: Code = Code::loi("trung-so").theo("NĐ 30/2020/NĐ-CP, Điều 15 khoản 1");

/// Two documents of one agency with the same number and symbol.
pub static TRUNG_SO: Rule = Rule {
    code: &CODE,
    ho: Ho::Bo,
    vi_sao: "“Số và ký hiệu văn bản của cơ quan, tổ chức là duy nhất trong một năm” (Điều 15 khoản 1).",
    vi_du: &[ViDu::ChienDich {
        sai: "\
van_ban:
  ke_hoach:
    so: 13
  ke_hoach_2:
    so: 13
    trich_yeu: Tập huấn công tác văn thư năm 2026
",
        dung: "\
van_ban:
  ke_hoach:
    so: 13
  ke_hoach_2:
    trich_yeu: Tập huấn công tác văn thư năm 2026
",
    }],
    kiem: Kiem::Bo(trung_so),
};

/// Rows of a list whose number another document has already; each is told at its row, and which they are.
pub fn trung_so_dong(bo: &BoVanBan, rows: &[(&Place, &DauVanBan)], sink: &mut Sink) -> Vec<usize> {
    let key = |dau: &DauVanBan| {
        let so = dau.so.as_ref()?.value.as_str().to_owned();
        Some((so, dau.ky_hieu.clone(), dau.co_quan.ma.clone(), dau.ngay.value.nam))
    };
    let heads =
        bo.dau.iter().filter(|dau| !dau.trich_sao).filter_map(|dau| Some((key(dau)?, dau.so.as_ref()?.place.clone())));
    let mut seen: HashMap<_, Place> = heads.collect();
    let mut twice = Vec::new();
    for (index, (place, dau)) in rows.iter().enumerate() {
        let Some(key) = key(dau) else { continue };
        let message = format!("số {}/{} đã dùng cho văn bản khác", key.0, key.1);
        if let Some(first) = seen.get(&key) {
            twice.push(index);
            let finding = Diagnostic::new(&CODE, message).at((*place).clone()).also(first.clone(), "đã dùng ở đây");
            sink.push(finding.advice("sửa số ở dòng này của danh sách"));
        } else {
            seen.insert(key, (*place).clone());
        }
    }
    twice
}

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
