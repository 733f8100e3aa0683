//! Step 2: a draft to documents. First the heads of all documents (no head reads another document), then each document
//! on demand, by the worker that will print it: `{{ }}` in its strings, its body as a tree, its signer's block.

mod body;
mod heads;
mod inline;
mod numbering;
mod template;

use crate::diag::{Diagnostic, Files, Located, Place, Sink, code, nearest};
use crate::model::draft::{CampaignDraft, DocumentDraft, Lines, NguoiKyDraft, Text};
use crate::model::nguoi_ky::KyError;
use crate::model::{BoVanBan, CoQuan, DanhMucLoai, DauVanBan, KhoiKy, NoiDung, VanBan};
use template::{Renderer, Scope};

/// A campaign whose heads are known; makes its documents one by one. Shared by all workers.
pub struct Resolver<'a> {
    draft: &'a CampaignDraft,
    files: &'a Files,
    renderer: Renderer,
    scope: Scope,
    /// The heads, in the order of the file.
    pub bo: BoVanBan,
    /// For each head, its place in the draft.
    index: Vec<usize>,
}

impl<'a> Resolver<'a> {
    /// Resolves variables and heads. A document whose head is wrong is reported and left out.
    pub fn new(draft: &'a CampaignDraft, loai: &DanhMucLoai, files: &'a Files, sink: &mut Sink) -> Self {
        let renderer = Renderer::new();
        let mut scope = Scope::new(draft.nam.as_ref().map(|n| n.value));
        heads::variables(draft, &renderer, &mut scope, files, sink);
        let (bo, index) = heads::heads(draft, loai, &renderer, &scope, files, sink);
        for dau in &bo.dau {
            scope.add_head(dau);
        }
        Resolver { draft, files, renderer, scope, bo, index }
    }

    /// Makes one document whole. `None` when its draft lacks a part; what is missing has been reported by then.
    pub fn van_ban(&self, index: usize, sink: &mut Sink) -> Option<VanBan> {
        let dau = self.bo.dau.get(index)?.clone();
        let draft: &DocumentDraft = self.draft.van_ban.get(*self.index.get(index)?)?;
        let mut scope = self.scope.clone();
        scope.set_agency(&dau.co_quan);
        let text = |t: &Text, sink: &mut Sink| self.renderer.line(t, &scope, self.files, sink);

        let kinh_gui: Vec<_> = draft.kinh_gui.iter().filter_map(|t| name(text(t, sink)?)).collect();
        if !kinh_gui.is_empty() && !dau.loai.co("kinh_gui") {
            sink.push(
                Diagnostic::new(&code::SAI_GIA_TRI, format!("{} không có phần Kính gửi", dau.loai.ten))
                    .at(draft.kinh_gui[0].place.clone())
                    .advice("bỏ khóa kinh_gui và ghi các nơi này vào noi_nhan"),
            );
        } else if kinh_gui.is_empty() && dau.loai.co("kinh_gui") && draft.kinh_gui.is_empty() {
            sink.push(
                Diagnostic::new(&code::THIEU, format!("{} thiếu “kinh_gui”", dau.loai.ten))
                    .at(dau.id.place.clone())
                    .advice("thêm dòng kinh_gui: tên nơi trực tiếp giải quyết công việc"),
            );
        }
        let mut noi_nhan = Vec::new();
        for group in &draft.noi_nhan {
            let de = group.de.as_ref().and_then(|t| text(t, sink));
            for gui in &group.gui {
                let Some(mut item) = text(gui, sink).and_then(name) else { continue };
                if let Some(de) = &de {
                    item.value = format!("{} ({})", item.value, de.value);
                }
                noi_nhan.push(item);
            }
        }
        let don_vi = draft.don_vi_soan_thao.as_ref().and_then(|t| text(t, sink));
        let luu = match &draft.luu {
            Some(t) => text(t, sink).and_then(archive)?,
            None => match don_vi {
                Some(don_vi) => Located::new(format!("VT, {}", don_vi.value), don_vi.place),
                None => Located::new("VT".to_owned(), dau.id.place.clone()),
            },
        };
        let lines = draft.noi_dung.as_ref()?;
        let noi_dung = self.body(lines, &dau, &scope, sink)?;
        let nguoi_ky = signer(draft.nguoi_ky.as_ref()?, &dau.co_quan, sink)?;
        Some(VanBan { kinh_gui, noi_dung, noi_nhan, luu, nguoi_ky, co_chu_dau: draft.dau, co_chu: draft.co_chu, dau })
    }

    fn body(&self, lines: &Lines, dau: &DauVanBan, scope: &Scope, sink: &mut Sink) -> Option<NoiDung> {
        let lines = self.renderer.body(lines, scope, sink)?;
        if lines.iter().all(|l| l.value.trim().is_empty()) {
            sink.push(
                Diagnostic::new(&code::THIEU, "nội dung văn bản còn trống")
                    .at(dau.id.place.clone())
                    .advice("viết nội dung sau noi_dung: |, mỗi dòng thụt vào hơn khóa hai dấu cách"),
            );
            return None;
        }
        let mut noi_dung = body::parse(lines, dau.loai.bo_cuc, sink);
        body::finish(&mut noi_dung, &dau.id.place);
        Some(noi_dung)
    }
}

/// A name in a list, without the marks the program adds.
fn name(mut text: Located<String>) -> Option<Located<String>> {
    let bare = text.value.trim().trim_start_matches("- ").trim_end_matches([';', '.']).trim_end();
    text.value = bare.to_owned();
    (!text.value.is_empty()).then_some(text)
}

fn archive(mut text: Located<String>) -> Option<Located<String>> {
    let bare = text.value.trim().trim_start_matches("Lưu:").trim_end_matches(['.', ';']).trim();
    text.value = bare.to_owned();
    (!text.value.is_empty()).then_some(text)
}

fn signer(draft: &NguoiKyDraft, co_quan: &CoQuan, sink: &mut Sink) -> Option<Located<KhoiKy>> {
    let ma = &draft.ai;
    let Some(nguoi) = co_quan.nguoi.get(&ma.value) else {
        let known: Vec<&str> = co_quan.nguoi.keys().map(String::as_str).collect();
        let mut finding =
            Diagnostic::new(&code::KHONG_CO, format!("không có người “{}” trong cơ quan {}", ma.value, co_quan.ma))
                .at(ma.place.clone())
                .advice(format!("những người đang có: {}", known.join(", ")))
                .advice(format!("hoặc thêm người này vào data/co_quan/{}.yaml", co_quan.ma));
        let by_name = co_quan.nguoi.iter().find(|(_, n)| crate::diag::fold(&n.ho_ten) == crate::diag::fold(&ma.value));
        if let Some(near) = by_name.map(|(k, _)| k.as_str()).or_else(|| nearest(&ma.value, known.iter().copied())) {
            finding = finding.label(format!("có phải là “{near}”?"));
        }
        sink.push(finding);
        return None;
    };
    match KhoiKy::soan(co_quan, nguoi, draft.quyen_han.as_ref().map(|(q, _)| *q)) {
        Ok(khoi) => Some(Located::new(khoi, ma.place.clone())),
        Err(error) => {
            let place = draft.quyen_han.as_ref().map_or(&ma.place, |(_, place)| place);
            sink.push(authority(&error, co_quan, place));
            None
        }
    }
}

fn authority(error: &KyError, co_quan: &CoQuan, place: &Place) -> Diagnostic {
    let (message, advice) = match error {
        KyError::KhongPhaiCapPho => (
            "chỉ cấp phó mới ký thay (KT.)",
            "bỏ quyen_han; trưởng phòng ký thừa lệnh thì ghi quyen_han: TL".to_owned(),
        ),
        KyError::KhongTapThe => (
            "TM. chỉ đứng trước tên tập thể hoặc cơ quan làm việc theo chế độ tập thể",
            format!("bỏ quyen_han, hoặc ghi che_do: tap_the và tap_the: … trong data/co_quan/{}.yaml", co_quan.ma),
        ),
        KyError::ThieuDungDau => (
            "chưa biết chức vụ người đứng đầu để ghi sau Q., TL. hoặc TUQ.",
            format!("thêm dung_dau: Giám đốc vào data/co_quan/{}.yaml", co_quan.ma),
        ),
        KyError::CapPhoKyKt => (
            "cấp phó của người đứng đầu ký thay (KT.), không ký thừa lệnh (TL.)",
            "bỏ quyen_han: chức vụ đã đủ để in KT.".to_owned(),
        ),
        KyError::KhongUyQuyenLai => (
            "người được ủy quyền (TUQ.) không ủy quyền lại, nên không có cấp phó ký thay",
            "để chính người được ủy quyền ký".to_owned(),
        ),
    };
    Diagnostic::new(&code::QUYEN_HAN, message).at(place.clone()).advice(advice)
}
