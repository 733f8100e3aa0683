//! Step 2: a draft to documents. First the heads of all documents (no head reads another document), then each document
//! on demand, by the worker that will print it: `{{ }}` in its strings, its body as a tree, its signer's block.

mod body;
mod chunk;
mod expression;
mod fault;
mod filters;
mod heads;
mod inline;
mod marked;
mod numbering;
mod output;
mod place;
mod scope;
pub(crate) mod signer;
mod tag;
mod template;

use crate::diag::{Diagnostic, Files, Located, Sink, code};
use crate::model::draft::{CampaignDraft, DocumentDraft, Lines, Text};
use crate::model::{BoVanBan, DanhMucLoai, DauVanBan, KhoiKy, NoiDung, VanBan};
use scope::Scope;
use signer::signer;
use template::Renderer;

/// A campaign whose heads are known; makes its documents one by one. Shared by all workers.
pub struct Resolver<'a> {
    draft: &'a CampaignDraft,
    files: &'a Files,
    renderer: &'static Renderer,
    scope: Scope,
    /// The heads, in the order of the file. One with a part that is wrong has "…" there; the error has been reported.
    pub bo: BoVanBan,
    known: Vec<Known>,
}

/// Which parts of a head are real and not placeholders: what depends on the others is not looked at.
#[derive(Debug, Clone, Copy)]
struct Known {
    loai: bool,
    co_quan: bool,
}

impl<'a> Resolver<'a> {
    /// Resolves variables and heads.
    pub fn new(draft: &'a CampaignDraft, loai: &DanhMucLoai, files: &'a Files, sink: &mut Sink) -> Self {
        let renderer = Renderer::shared();
        let bien = draft.bien.iter().map(|(name, _)| name.value.clone()).collect();
        let ids = draft.van_ban.iter().map(|d| d.id.value.clone()).collect();
        let mut scope = Scope::new(draft.nam.as_ref().map(|n| n.value), bien, ids);
        let maker = heads::Maker::new(draft, loai, renderer, files);
        maker.variables(&mut scope, sink);
        let (bo, known) = maker.heads(&scope, sink);
        scope.set_heads(&bo.dau);
        Resolver { draft, files, renderer, scope, bo, known }
    }

    /// Makes one document whole, with placeholders where a part is wrong or missing; every such part is an error that
    /// has been reported, here or on loading.
    pub fn van_ban(&self, index: usize, sink: &mut Sink) -> Option<VanBan> {
        let dau = self.bo.dau.get(index)?.clone();
        let draft = self.draft.van_ban.get(index)?;
        let known = *self.known.get(index)?;
        let mut scope = self.scope.for_document();
        scope.set_agency(&dau.co_quan);
        let text = |t: &Text, sink: &mut Sink| self.renderer.line_or_rest(t, &scope, self.files, sink);

        let kinh_gui: Vec<_> = draft.kinh_gui.iter().filter_map(|t| name(text(t, sink), sink)).collect();
        if known.loai {
            addressees(draft, &dau, sink);
        }
        let mut noi_nhan = Vec::new();
        for group in &draft.noi_nhan {
            let de = group.de.as_ref().map(|t| text(t, sink));
            for gui in &group.gui {
                let Some(mut item) = name(text(gui, sink), sink) else { continue };
                if let Some(de) = &de {
                    item.value = format!("{} ({})", item.value, de.value);
                }
                noi_nhan.push(item);
            }
        }
        let luu = self.archive(draft, &dau, &scope, sink);
        let noi_dung = draft.noi_dung.as_ref().map(|lines| self.body(lines, &dau, &scope, sink)).unwrap_or_default();
        let nobody = || Located::new(KhoiKy { quyen_han: Vec::new(), ho_ten: String::new() }, dau.id.place.clone());
        let nguoi_ky = draft.nguoi_ky.as_ref().filter(|_| known.co_quan);
        let nguoi_ky = nguoi_ky.and_then(|ky| signer(ky, &dau.co_quan, sink)).unwrap_or_else(nobody);
        Some(VanBan { kinh_gui, noi_dung, noi_nhan, luu, nguoi_ky, co_chu_dau: draft.dau, co_chu: draft.co_chu, dau })
    }

    /// What follows "Lưu:".
    fn archive(&self, draft: &DocumentDraft, dau: &DauVanBan, scope: &Scope, sink: &mut Sink) -> Located<String> {
        let typed = draft.luu.as_ref().map(|t| self.renderer.line_or_rest(t, scope, self.files, sink));
        if let Some(mut luu) = typed {
            luu.value = luu.value.trim().trim_start_matches("Lưu:").trim_end_matches(['.', ';']).trim().to_owned();
            return luu;
        }
        // The unit was rendered for the head too, and what is wrong with it reported there.
        let don_vi = draft.don_vi_soan_thao.as_ref();
        match don_vi.and_then(|t| self.renderer.line(t, scope, self.files, &mut Sink::default())) {
            Some(don_vi) => Located::new(format!("VT, {}", don_vi.value), don_vi.place),
            None => Located::new("VT".to_owned(), dau.id.place.clone()),
        }
    }

    fn body(&self, lines: &Lines, dau: &DauVanBan, scope: &Scope, sink: &mut Sink) -> NoiDung {
        let lines = self.renderer.body(lines, scope, self.files, sink);
        if lines.iter().all(|l| l.value.trim().is_empty()) {
            sink.push(
                Diagnostic::new(&code::THIEU, "nội dung văn bản còn trống")
                    .at(dau.id.place.clone())
                    .advice("viết nội dung sau noi_dung: |, mỗi dòng thụt vào hơn khóa hai dấu cách"),
            );
            return NoiDung::default();
        }
        let mut noi_dung = body::parse(lines, dau.loai.bo_cuc, self.files, sink);
        body::finish(&mut noi_dung, &dau.id.place);
        noi_dung
    }
}

/// Only some types have direct addressees (Phụ lục I, phần I, mục II.9b); those must.
fn addressees(draft: &DocumentDraft, dau: &DauVanBan, sink: &mut Sink) {
    match draft.kinh_gui.first() {
        Some(first) if !dau.loai.co("kinh_gui") => sink.push(
            Diagnostic::new(&code::SAI_GIA_TRI, format!("{} không có phần Kính gửi", dau.loai.ten))
                .at(first.place.clone())
                .advice("bỏ khóa kinh_gui và ghi các nơi này vào noi_nhan"),
        ),
        None if dau.loai.co("kinh_gui") => sink.push(
            Diagnostic::new(&code::THIEU, format!("{} thiếu khóa “kinh_gui”", dau.loai.ten))
                .at(dau.id.place.clone())
                .advice("thêm dòng kinh_gui: tên nơi trực tiếp giải quyết công việc"),
        ),
        _ => {}
    }
}

/// A name in a list, without the marks the program adds.
fn name(mut text: Text, sink: &mut Sink) -> Option<Text> {
    let bare = text.value.trim().trim_start_matches("- ").trim_end_matches([';', '.']).trim_end();
    if bare.is_empty() {
        sink.push(
            Diagnostic::new(&code::THIEU, "nơi nhận này không có tên")
                .at(text.place)
                .advice("ghi tên nơi nhận, hoặc xóa dòng này"),
        );
        return None;
    }
    text.value = bare.to_owned();
    Some(text)
}
