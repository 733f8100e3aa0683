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
mod truong;

use crate::diag::{Diagnostic, Files, Located, Place, Sink, code};
use crate::model::draft::{CampaignDraft, DocumentDraft, Lines, SaoDraft, Text};
use crate::model::{
    BanSao, BanSaoGiay, BoCuc, BoVanBan, Dang, DangSao, DauVanBan, KemTheo, KhoiKy, LoaiKem, NoiDung, Reference, VanBan,
};
use scope::Scope;
use signer::signer;
use std::borrow::Cow;
use template::Renderer;

/// A campaign whose heads are known; makes its documents one by one. Shared by all workers.
pub struct Resolver<'a> {
    draft: &'a CampaignDraft,
    reference: &'a Reference,
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
    pub fn new(draft: &'a CampaignDraft, reference: &'a Reference, files: &'a Files, sink: &mut Sink) -> Self {
        let renderer = Renderer::shared();
        let bien = draft.bien.iter().map(|(name, _)| name.value.clone()).collect();
        let ids = draft.van_ban.iter().map(|d| d.id.value.clone()).collect();
        let mut scope = Scope::new(draft.nam.as_ref().map(|n| n.value), bien, ids);
        let maker = heads::Maker::new(draft, &reference.loai, renderer, files);
        maker.variables(&mut scope, sink);
        let (bo, known) = maker.heads(&scope, sink);
        scope.set_heads(&bo.dau);
        Resolver { draft, reference, files, renderer, scope, bo, known }
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

        let list = |texts: &[Text], sink: &mut Sink| -> Vec<Text> {
            texts.iter().filter_map(|t| name(text(t, sink), sink)).collect()
        };
        let kinh_gui = list(&draft.kinh_gui, sink);
        let can_cu = list(&draft.can_cu, sink);
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
        let tham_quyen = draft.tham_quyen.as_ref().map(|t| text(t, sink));
        let tham_quyen = tham_quyen.or_else(|| Some(Located::new(dau.co_quan.tham_quyen()?, dau.id.place.clone())));
        let truong = truong::resolve(&draft.truong, &dau.co_quan, &dau.id.place, sink, &mut |t, sink| text(t, sink));
        scope.set_fields(&truong::for_wording(&truong));
        let lines = wording(&dau, draft.noi_dung.as_ref());
        let noi_dung =
            lines.map(|lines| self.body(&lines, dau.loai.bo_cuc, &dau.id.place, &scope, sink)).unwrap_or_default();
        let kem_theo = self.attachments(draft, &scope, sink);
        let nobody = || Located::new(KhoiKy::default(), dau.id.place.clone());
        let nguoi_ky = draft.nguoi_ky.as_ref().filter(|_| known.co_quan);
        let nguoi_ky =
            nguoi_ky.and_then(|ky| signer(ky, &dau.co_quan, Some(&dau.ngay.value), sink)).unwrap_or_else(nobody);
        let sao = draft.sao.as_ref().and_then(|sao| self.copy(sao, draft.dang, &dau, &scope, sink));
        Some(VanBan {
            sao,
            tham_quyen,
            can_cu,
            kinh_gui,
            noi_dung,
            noi_nhan,
            luu,
            nguoi_ky,
            kem_theo,
            dang: draft.dang,
            ngang: draft.ngang,
            truong,
            co_chu_dau: draft.dau,
            co_chu: draft.co_chu,
            dau,
        })
    }

    /// Appendices, numbered, and the documents that are issued.
    fn attachments(&self, draft: &DocumentDraft, scope: &Scope, sink: &mut Sink) -> Vec<KemTheo> {
        let appendices = draft.kem_theo.iter().filter(|k| k.loai.is_none()).count();
        let mut out = Vec::new();
        for (index, kem) in draft.kem_theo.iter().enumerate() {
            let loai = match &kem.loai {
                // Appendices come first in the draft.
                None if appendices == 1 => LoaiKem::PhuLuc(String::new()),
                None => LoaiKem::PhuLuc(numbering::roman(index + 1)),
                Some(typed) => match self.reference.loai.tim(&typed.value) {
                    Some(loai) => LoaiKem::VanBan(loai.clone()),
                    None => {
                        sink.push(heads::unknown_type(typed, &self.reference.loai));
                        continue;
                    }
                },
            };
            let bo_cuc = match &loai {
                LoaiKem::PhuLuc(_) => BoCuc::Muc,
                LoaiKem::VanBan(loai) => loai.bo_cuc,
            };
            let ten = kem.ten.as_ref().map(|t| self.renderer.text(t, scope, self.files, sink));
            let ten = ten.map(|t| heads::subject(&t.unwrap_or_else(|rest| rest).value)).unwrap_or_default();
            let noi_dung = kem.noi_dung.as_ref();
            let noi_dung = noi_dung.map(|lines| self.body(lines, bo_cuc, &kem.place, scope, sink)).unwrap_or_default();
            let place = kem.place.clone();
            out.push(KemTheo { loai, ten, noi_dung, ngang: kem.ngang, tep_rieng: kem.tep_rieng, place });
        }
        out
    }

    /// The end of a copy that is made anew: the only kind that is no command of its own (Điều 25 khoản 3 điểm b).
    fn copy(&self, draft: &SaoDraft, dang: Dang, dau: &DauVanBan, scope: &Scope, sink: &mut Sink) -> Option<BanSao> {
        let text = |t: &Text, sink: &mut Sink| self.renderer.line_or_rest(t, scope, self.files, sink);
        let co_quan = match &draft.co_quan {
            Some(ma) => self.draft.agencies.get(&ma.value).cloned(),
            None => Some(dau.co_quan.clone()),
        };
        let so = draft.so.as_ref().and_then(|t| heads::number(text(t, sink), sink));
        let ngay = draft.ngay.as_ref().and_then(|t| heads::date(text(t, sink), Some(self.bo.nam), sink));
        let ngay = ngay.map(|ngay| ngay.value);
        let noi_nhan = draft.noi_nhan.iter().filter_map(|t| name(text(t, sink), sink)).map(|t| t.value).collect();
        let luu = draft.luu.as_ref().map_or_else(|| "VT".to_owned(), |t| text(t, sink).value);
        let co_quan = co_quan?;
        let nguoi_ky = draft.nguoi_ky.as_ref().and_then(|ky| signer(ky, &co_quan, ngay.as_ref(), sink))?.value;
        let hinh_thuc = self.reference.sao.iter().find(|kind| kind.tao_lap_lai)?.clone();
        let so = so.map(|so| so.value);
        let dang = match dang {
            Dang::Giay => DangSao::Giay(BanSaoGiay { so, ngay, noi_nhan, luu, nguoi_ky }),
            // "Bản sao sang định dạng điện tử" has no block at its end (mẫu 3.2).
            Dang::DienTu if co_quan.ten_goi.is_empty() => {
                // "chữ in thường" (phần II, mục I.3c): how a name in capitals reads is not to be guessed.
                let message = "bản sao điện tử ghi tên cơ quan bằng chữ in thường, mà chưa có tên ấy";
                sink.push(
                    Diagnostic::new(&code::THIEU, message)
                        .at(draft.place.clone())
                        .advice(format!("thêm dòng ten_goi: Sở Y tế vào data/co_quan/{}.yaml", co_quan.ma)),
                );
                return None;
            }
            Dang::DienTu => DangSao::DienTu { ten_co_quan: co_quan.goi(), thoi_gian_ky: None },
        };
        Some(BanSao { hinh_thuc, co_quan, dang })
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

    fn body(&self, lines: &Lines, bo_cuc: BoCuc, owner: &Place, scope: &Scope, sink: &mut Sink) -> NoiDung {
        let lines = self.renderer.body(lines, scope, self.files, sink);
        if lines.iter().all(|l| l.value.trim().is_empty()) {
            sink.push(
                Diagnostic::new(&code::THIEU, "nội dung văn bản còn trống")
                    .at(owner.clone())
                    .advice("viết nội dung sau noi_dung: |, mỗi dòng thụt vào hơn khóa hai dấu cách"),
            );
            return NoiDung::default();
        }
        let mut noi_dung = body::parse(lines, bo_cuc, self.files, sink);
        body::finish(&mut noi_dung, owner);
        noi_dung
    }
}

/// The lines of a body: the wording of the type around what the author wrote, or what he wrote alone.
fn wording<'a>(dau: &DauVanBan, noi_dung: Option<&'a Lines>) -> Option<Cow<'a, Lines>> {
    const BODY: &str = "{{ noi_dung }}";
    let Some(loi_van) = &dau.loai.loi_van else { return noi_dung.map(Cow::Borrowed) };
    let mut lines = Lines::new();
    for line in loi_van.lines() {
        match noi_dung {
            _ if line.trim() != BODY => lines.push(Located::new(line.to_owned(), dau.id.place.clone())),
            Some(body) => lines.extend(body.iter().cloned()),
            None => {}
        }
    }
    Some(Cow::Owned(lines))
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
