//! Lists of a document: legal bases, addressees, recipients. A bare key stands for more: a whole basis, a group of the
//! agency's file, a list of the campaign.

use super::Resolver;
use super::scope::Scope;
use super::vien_dan::{self, Cach};
use crate::diag::words::shorten;
use crate::diag::{Diagnostic, Located, Place, Sink, code, nearest};
use crate::model::CoQuan;
use crate::model::draft::{DocumentDraft, ListDraft, Text};

impl Resolver<'_> {
    /// Legal bases: a bare key is the whole of one.
    pub(super) fn legal_bases(&self, draft: &DocumentDraft, scope: &Scope, sink: &mut Sink) -> Vec<Text> {
        let mut scope = scope.clone();
        scope.vien_dan = scope.vien_dan.cach(Cach::CanCu);
        let mut out = Vec::new();
        for typed in &draft.can_cu {
            let of_key = scope.vien_dan.can_cu(typed, sink);
            let words = of_key.unwrap_or_else(|| self.renderer.line_or_rest(typed, &scope, self.files, sink));
            out.extend(name(words, "căn cứ", sink));
        }
        out
    }

    /// Whom an item of `kinh_gui` or `noi_nhan` names: one, or all of a group of the agency's file or of a list.
    pub(super) fn noi(&self, typed: &Text, co_quan: &CoQuan, scope: &Scope, sink: &mut Sink) -> Vec<Text> {
        if vien_dan::is_key(&typed.value) {
            let list = self.draft.danh_sach.iter().find(|list| list.ma.value == typed.value);
            let group = co_quan.nhom.get(&typed.value);
            if let (Some(list), Some(_)) = (list, group) {
                let message = format!("“{}” vừa là danh sách của chiến dịch vừa là nhóm của cơ quan", typed.value);
                let finding = Diagnostic::new(&code::SAI_GIA_TRI, message).at(typed.place.clone());
                sink.push(finding.also(list.ma.place.clone(), "danh sách").advice("đổi tên danh sách"));
                return Vec::new();
            }
            if let Some(group) = group {
                return group.iter().map(|ten| Located::new(ten.clone(), typed.place.clone())).collect();
            }
            if let Some(list) = list {
                if !list.danh_sach.hong.is_empty() {
                    sink.push(short_of_rows(list, typed.place.clone()));
                }
                let cells = list.danh_sach.dong.iter().filter_map(|dong| dong.o.get(list.ten));
                return cells.filter_map(|cell| name(cell.clone(), "nơi nhận", sink)).collect();
            }
            // One that could not be read has been reported.
            if self.draft.ten_danh_sach.contains(&typed.value) {
                return Vec::new();
            }
            if typed.value.contains('_') {
                sink.push(self.no_group(typed, co_quan));
                return Vec::new();
            }
        }
        let text = self.renderer.line_or_rest(typed, scope, self.files, sink);
        if text.value.is_empty() && typed.value.contains('{') {
            // What was computed to nothing is nobody: an address that some rows have and others do not.
            return Vec::new();
        }
        name(text, "nơi nhận", sink).into_iter().collect()
    }

    fn no_group(&self, typed: &Text, co_quan: &CoQuan) -> Diagnostic {
        let lists = self.draft.danh_sach.iter().map(|list| list.ma.value.as_str());
        let known: Vec<&str> = co_quan.nhom.keys().map(String::as_str).chain(lists).collect();
        let message = format!("không có nhóm nơi nhận “{}”", shorten(&typed.value));
        let finding = Diagnostic::new(&code::KHONG_CO, message).at(typed.place.clone());
        let finding = match nearest(&typed.value, known.iter().copied()) {
            Some(near) => finding.label(format!("có phải là “{near}”?")),
            None => finding,
        };
        finding
            .advice(format!("thêm vào data/co_quan/{}.yaml khóa nhom: {}: [tên các nơi nhận]", co_quan.ma, typed.value))
            .advice("hoặc đặt một danh sách tên ấy ở khóa danh_sach của chiến dịch")
    }
}

/// A document that prints a list of which some rows are wrong goes out without them: that is said where it is printed.
pub(super) fn short_of_rows(list: &ListDraft, place: Place) -> Diagnostic {
    let count = list.danh_sach.hong.len();
    Diagnostic::new(
        &code::THIEU_DONG,
        format!("danh sách “{}” in ở đây thiếu những dòng sai ({count} lỗi)", list.ma.value),
    )
    .at(place)
    .advice("sửa các dòng ấy trong danh sách rồi chạy lại trước khi trình ký")
}

/// An item of a list, without the marks the program adds; `what` it is, in the words of a message.
pub(super) fn name(mut text: Text, what: &str, sink: &mut Sink) -> Option<Text> {
    let bare = text.value.trim().trim_start_matches("- ").trim_end_matches([';', '.']).trim_end();
    if bare.is_empty() {
        sink.push(
            Diagnostic::new(&code::THIEU, format!("{what} này để trống"))
                .at(text.place)
                .advice(format!("ghi {what}, hoặc xóa dòng này")),
        );
        return None;
    }
    text.value = bare.to_owned();
    Some(text)
}
