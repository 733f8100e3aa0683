//! Variables and heads: what is known of every document before any body is read.

use super::template::{Renderer, Scope};
use crate::diag::{Diagnostic, Files, Located, Sink, code, nearest};
use crate::model::draft::{CampaignDraft, DocumentDraft, Gia};
use crate::model::{BoVanBan, DanhMucLoai, DauVanBan, LoaiVanBan, NgayVanBan, SoVanBan};
use std::sync::Arc;

/// Computes `bien` from top to bottom; each variable may use those above it.
pub fn variables(draft: &CampaignDraft, renderer: &Renderer, scope: &mut Scope, files: &Files, sink: &mut Sink) {
    if let Some(co_quan) = draft.co_quan.as_ref().and_then(|ma| draft.agencies.get(&ma.value)) {
        scope.set_agency(co_quan);
    }
    for (name, gia) in &draft.bien {
        match gia {
            Gia::Text(text) => {
                if let Some(value) = renderer.line(text, scope, files, sink) {
                    scope.add_variable(&name.value, tera::Value::from(value.value));
                }
            }
            Gia::List(items) => {
                let values: Vec<_> = items.iter().filter_map(|t| renderer.line(t, scope, files, sink)).collect();
                let values: Vec<tera::Value> = values.into_iter().map(|v| tera::Value::from(v.value)).collect();
                scope.add_variable(&name.value, tera::Value::from(values));
            }
        }
    }
}

/// Resolves every head; beside the set, for each head its index in the draft.
pub fn heads(
    draft: &CampaignDraft,
    loai: &DanhMucLoai,
    renderer: &Renderer,
    scope: &Scope,
    files: &Files,
    sink: &mut Sink,
) -> (BoVanBan, Vec<usize>) {
    let mut bo =
        BoVanBan { ten_tep: draft.ten_tep.clone(), nam: draft.nam.as_ref().map_or(0, |n| n.value), dau: Vec::new() };
    let loai: Vec<Arc<LoaiVanBan>> = loai.iter().cloned().map(Arc::new).collect();
    let mut index = Vec::new();
    for (i, document) in draft.van_ban.iter().enumerate() {
        if let Some(dau) = head(document, draft, &loai, renderer, scope, files, sink) {
            bo.dau.push(dau);
            index.push(i);
        }
    }
    (bo, index)
}

fn head(
    document: &DocumentDraft,
    draft: &CampaignDraft,
    types: &[Arc<LoaiVanBan>],
    renderer: &Renderer,
    scope: &Scope,
    files: &Files,
    sink: &mut Sink,
) -> Option<DauVanBan> {
    let loai = document.loai.as_ref().and_then(|typed| find_type(typed, types, sink));
    let ma = document.co_quan.as_ref().or(draft.co_quan.as_ref());
    let co_quan = ma.and_then(|ma| draft.agencies.get(&ma.value)).cloned();
    let mut scope = scope.clone();
    if let Some(co_quan) = &co_quan {
        scope.set_agency(co_quan);
    }
    let text =
        |t: &Option<Located<String>>, sink: &mut Sink| t.as_ref().and_then(|t| renderer.line(t, &scope, files, sink));
    let so = text(&document.so, sink).and_then(|typed| {
        let so = SoVanBan::parse(&typed.value);
        if so.is_none() {
            sink.push(
                Diagnostic::new(&code::SAI_GIA_TRI, format!("“{}” không phải là số văn bản", typed.value))
                    .at(typed.place.clone())
                    .advice("số văn bản chỉ gồm chữ số; ký hiệu để ở khóa ky_hieu, hoặc bỏ khóa so để văn thư ghi sau"),
            );
        }
        so.map(|so| Located::new(so, typed.place))
    });
    let nam = draft.nam.as_ref();
    let ngay = match text(&document.ngay, sink) {
        Some(typed) => match NgayVanBan::read(&typed) {
            Ok(ngay) => Some(Located::new(ngay, typed.place)),
            Err(finding) => {
                sink.push(finding);
                None
            }
        },
        None => nam.map(|nam| Located::new(NgayVanBan::chi_nam(nam.value), nam.place.clone())),
    };
    let dia_danh = text(&document.dia_danh, sink).map(|t| t.value);
    let don_vi = text(&document.don_vi_soan_thao, sink);
    let ky_hieu = text(&document.ky_hieu, sink);
    let trich_yeu = document.trich_yeu.as_ref().and_then(|t| renderer.text(t, &scope, files, sink));
    let (loai, co_quan) = (loai?, co_quan?);

    let ky_hieu = match ky_hieu {
        Some(typed) => typed.value,
        None if loai.co("don_vi_trong_ky_hieu") => match don_vi {
            Some(don_vi) => format!("{}-{}", co_quan.viet_tat, don_vi.value),
            None => {
                if document.don_vi_soan_thao.is_none() {
                    sink.push(
                        Diagnostic::new(&code::THIEU, format!("ký hiệu của {} thiếu đơn vị soạn thảo", loai.ten))
                            .at(document.id.place.clone())
                            .advice("thêm dòng don_vi_soan_thao: VP (chữ viết tắt phòng hoặc lĩnh vực)"),
                    );
                }
                return None;
            }
        },
        None => match &loai.viet_tat {
            Some(viet_tat) => format!("{viet_tat}-{}", co_quan.viet_tat),
            None => co_quan.viet_tat.clone(),
        },
    };
    let trich_yeu = trich_yeu?;
    let trich_yeu_place = trich_yeu.place;
    let bare = trich_yeu.value.strip_prefix("V/v ").unwrap_or(&trich_yeu.value);
    let lines = bare.lines().map(|l| l.trim().to_owned()).filter(|l| !l.is_empty()).collect();
    Some(DauVanBan {
        id: document.id.clone(),
        dia_danh: dia_danh.unwrap_or_else(|| co_quan.dia_danh.clone()),
        loai,
        co_quan,
        so,
        ky_hieu,
        ngay: ngay?,
        trich_yeu: lines,
        trich_yeu_place,
    })
}

fn find_type(typed: &Located<String>, types: &[Arc<LoaiVanBan>], sink: &mut Sink) -> Option<Arc<LoaiVanBan>> {
    let folded = crate::diag::fold(&typed.value);
    let found = types.iter().find(|l| crate::diag::fold(&l.ten) == folded);
    if found.is_none() {
        let known: Vec<&str> = types.iter().map(|l| l.ten.as_str()).collect();
        let mut finding = Diagnostic::new(&code::KHONG_CO, format!("chưa có mẫu cho loại văn bản “{}”", typed.value))
            .at(typed.place.clone())
            .advice(format!("các loại đang có: {}", known.join(", ")));
        if let Some(near) = nearest(&typed.value, known.iter().copied()) {
            finding = finding.label(format!("có phải là “{near}”?"));
        }
        sink.push(finding);
    }
    found.cloned()
}
