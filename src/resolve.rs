//! Step 2: a draft to documents. First the heads of all documents (no head reads another document), then each document
//! on demand, by the worker that will print it: `{{ }}` in its strings, its body as a tree, its signer's block.

mod body;
mod chunk;
mod dong;
mod du_kien;
mod expression;
mod fault;
mod filters;
mod heads;
mod inline;
mod lich;
mod marked;
mod noi_nhan;
mod output;
mod place;
mod scope;
pub(crate) mod signer;
mod tag;
mod template;
mod ten_van_ban;
mod truong;
mod vien_dan;

use crate::diag::{Diagnostic, Files, Located, Place, Sink, code};
use crate::model::draft::{CampaignDraft, DocumentDraft, Gia, Lines, SaoDraft, Text};
use crate::model::{
    BanSao, BanSaoGiay, BoCuc, BoVanBan, Dang, DangSao, DauVanBan, KemTheo, KhoiKy, LoaiKem, NoiDung, Reference, VanBan,
};
use noi_nhan::{name, short_of_rows};
use scope::Scope;
use signer::signer;
use std::borrow::Cow;
use std::sync::{Arc, Mutex};
use template::Renderer;
use vien_dan::Cach;

/// A campaign whose heads are known; makes its documents one by one. Shared by all workers.
pub struct Resolver<'a> {
    draft: &'a CampaignDraft,
    reference: &'a Reference,
    files: &'a Files,
    renderer: Arc<Renderer>,
    scope: Scope,
    danh_muc: Arc<vien_dan::DanhMuc>,
    tinh_thanh: du_kien::TheoNgay,
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

/// A document to be made: the only one of its id, or that of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Viec {
    /// Index of the document in the campaign.
    pub index: usize,
    /// Index of the row in the document's list.
    pub dong: Option<usize>,
}

impl<'a> Resolver<'a> {
    /// Resolves variables and heads.
    pub fn new(draft: &'a CampaignDraft, reference: &'a Reference, files: &'a Files, sink: &mut Sink) -> Self {
        let renderer = match &draft.du_kien.ngay_nghi {
            Some(ngay_nghi) => Arc::new(Renderer::with_days_off(ngay_nghi.clone())),
            None => Renderer::shared(),
        };
        let names = |family, items: &[(Text, Gia)]| -> Vec<(&'static str, String)> {
            items.iter().map(|(name, _)| (family, name.value.clone())).collect()
        };
        let later = [names("cau_chu", &draft.cau_chu), names("bien", &draft.bien)].concat();
        let nam = draft.nam.as_ref().map(|n| n.value);
        let mut scope = Scope::new(nam, later);
        du_kien::set(&mut scope, &draft.du_kien, nam);
        let laws = Arc::new(vien_dan::DanhMuc::new(draft.du_kien.phap_luat.clone()));
        scope.vien_dan = vien_dan::NguoiVienDan::new(laws.clone());
        let early = |document: &DocumentDraft| (document.id.value.clone(), tera::Value::from(""));
        scope.set("vien_dan", draft.van_ban.iter().map(early).chain(laws.values()).collect(), &[]);
        for document in &draft.van_ban {
            let message = format!("văn bản “{}” chưa viện dẫn được ở đây", document.id.value);
            let advice = "văn bản của chiến dịch chỉ viện dẫn trong can_cu, noi_dung, kinh_gui, noi_nhan, phu_luc";
            scope.set_trouble(format!("vien_dan.{}", document.id.value), Some((message, advice.to_owned())));
        }
        if files.mention("danh_sach.") {
            scope.set_lists(draft.danh_sach.iter().map(|list| (list.ma.value.as_str(), &list.danh_sach)));
        }
        let maker = heads::Maker::new(draft, &reference.loai, &renderer, files);
        maker.variables(&mut scope, sink);
        let (bo, known) = maker.heads(&scope, sink);
        scope.set_heads(&bo.dau);
        let by_row = |document: &DocumentDraft| {
            let head = [&document.so, &document.ky_hieu, &document.ngay, &document.trich_yeu];
            document.theo_danh_sach.is_some() && head.into_iter().flatten().any(|text| text.value.contains("dong."))
        };
        let by_row: Vec<bool> = draft.van_ban.iter().map(by_row).collect();
        let danh_muc = Arc::new(laws.with_heads(&bo.dau, &by_row));
        scope.clear_trouble("vien_dan.");
        scope.set("vien_dan", danh_muc.values(), &[]);
        Resolver { draft, reference, files, renderer, scope, danh_muc, tinh_thanh: Mutex::default(), bo, known }
    }

    /// The head of one document; that of a row is made here, the others are known.
    fn dau(&self, viec: Viec, scope: &Scope, sink: &mut Sink) -> Option<(DauVanBan, Known)> {
        if viec.dong.is_some() {
            let maker = heads::Maker::new(self.draft, &self.reference.loai, &self.renderer, self.files);
            return Some(maker.head(self.draft.van_ban.get(viec.index)?, scope, sink));
        }
        Some((self.bo.dau.get(viec.index)?.clone(), *self.known.get(viec.index)?))
    }

    /// Makes one document whole, with placeholders where a part is wrong or missing; every such part is an error that
    /// has been reported, here or on loading.
    pub fn van_ban(&self, viec: Viec, sink: &mut Sink) -> Option<VanBan> {
        let draft = self.draft.van_ban.get(viec.index)?;
        let mut scope = self.scope.for_document();
        if let Some(list) = self.draft.list_of(draft) {
            scope.set_row(&list.danh_sach, self.dong(viec));
        }
        let (dau, known) = self.dau(viec, &scope, sink)?;
        scope.set_agency(&dau.co_quan);
        du_kien::set_for_document(&mut scope, &self.draft.du_kien, &dau, &self.tinh_thanh);
        scope.vien_dan = vien_dan::NguoiVienDan::of(self.danh_muc.clone(), &dau);
        let text = |t: &Text, sink: &mut Sink| self.renderer.line_or_rest(t, &scope, self.files, sink);

        for list in self.draft.danh_sach.iter().filter(|list| !list.danh_sach.hong.is_empty()) {
            let loop_over = format!("danh_sach.{}", list.ma.value);
            let kem = draft.kem_theo.iter().filter_map(|kem| kem.noi_dung.as_ref());
            let lines = draft.noi_dung.iter().chain(kem).flatten();
            if let Some(line) = lines.into_iter().find(|line| line.value.contains(&loop_over)) {
                sink.push(short_of_rows(list, line.place.clone()));
            }
        }
        // The legal bases come first on the page, so what they cite is known to the body.
        let can_cu = self.legal_bases(draft, &scope, sink);
        let mut kinh_gui = Vec::new();
        for typed in &draft.kinh_gui {
            kinh_gui.extend(self.noi(typed, &dau.co_quan, &scope, sink));
        }
        let mut noi_nhan = Vec::new();
        for group in &draft.noi_nhan {
            let de = group.de.as_ref().map(|t| text(t, sink));
            for mut item in group.gui.iter().flat_map(|gui| self.noi(gui, &dau.co_quan, &scope, sink)) {
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
                None => LoaiKem::PhuLuc(crate::model::numbering::roman(index + 1)),
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
            let mut scope = scope.clone();
            if matches!(loai, LoaiKem::VanBan(_)) {
                // A document of its own cites anew.
                scope.vien_dan = scope.vien_dan.tu_dau();
            }
            let noi_dung = kem.noi_dung.as_ref();
            let noi_dung = noi_dung.map(|lines| self.body(lines, bo_cuc, &kem.place, &scope, sink)).unwrap_or_default();
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
        let noi_nhan = draft.noi_nhan.iter();
        let noi_nhan = noi_nhan.filter_map(|t| name(text(t, sink), "nơi nhận", sink)).map(|t| t.value).collect();
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
        let mut lines = self.renderer.body(lines, scope, self.files, sink);
        let vien_dan = scope.vien_dan.cach(Cach::NoiDung);
        for line in &mut lines {
            line.value = vien_dan.viet(&line.value, true, &line.place, sink);
        }
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
