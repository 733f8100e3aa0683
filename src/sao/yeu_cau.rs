//! A request for a copy as typed, and what it means. It is kept as a text of its own, so that a finding points at the
//! word that is wrong.

use crate::diag::words::shorten;
use crate::diag::{Diagnostic, FileId, Files, Located, Place, Sink, code, nearest};
use crate::load;
use crate::model::draft::{NguoiKyDraft, Text};
use crate::model::{BanSao, BanSaoGiay, DangSao, NgayVanBan, QuyenHan, SoVanBan, ThoiGianKy};
use crate::pipeline::Pipeline;
use crate::resolve::signer::signer;
use std::borrow::Cow;
use std::ops::Range;
use std::path::PathBuf;

/// Name of the request's text in findings.
pub const DONG_LENH: &str = "dòng lệnh";

/// A request as typed. The names are those of the options of `vanthu sao`.
#[derive(Debug, Clone, Default)]
pub struct YeuCau {
    /// The PDF to copy.
    pub tep: PathBuf,
    /// `sao-y` or `sao-luc`.
    pub hinh_thuc: String,
    /// Key of the agency that copies.
    pub co_quan: String,
    /// Key of the signer, in the agency's file; not needed for an electronic copy.
    pub nguoi_ky: Option<String>,
    /// `TL`, `KT` … where the post does not decide.
    pub quyen_han: Option<String>,
    /// Number; none leaves a blank slot.
    pub so: Option<String>,
    /// Date; none leaves it open.
    pub ngay: Option<String>,
    /// Recipients.
    pub noi_nhan: Vec<String>,
    /// What follows "Lưu: "; "VT" if none.
    pub luu: Option<String>,
    /// An electronic copy (mẫu 3.2) in place of one on paper (mẫu 3.1).
    pub dien_tu: bool,
    /// Time of the agency's digital signature, ISO 8601.
    pub thoi_gian_ky: Option<String>,
    /// The agency's name in lower case, for an electronic copy.
    pub ten_co_quan: Option<String>,
    /// Where to write; `output/<name>_sao_y.pdf` if none.
    pub ra: Option<PathBuf>,
}

/// The request as one line of text while it is put together.
#[derive(Default)]
struct Dong {
    text: String,
}

impl Dong {
    /// Adds an option; gives where its value stands.
    fn them(&mut self, option: &str, value: &str) -> Range<usize> {
        let value = load::text::clean(value.as_bytes()).text;
        let quote = if value.contains(' ') { "\"" } else { "" };
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        self.text.push_str(option);
        self.text.push(' ');
        self.text.push_str(quote);
        let start = self.text.len();
        self.text.push_str(&value);
        let end = self.text.len();
        self.text.push_str(quote);
        start..end
    }
}

impl YeuCau {
    /// What is asked for. `None` if anything is wrong; that has been reported.
    pub fn doc(&self, pipeline: &Pipeline, files: &mut Files, sink: &mut Sink) -> Option<BanSao> {
        let mut dong = Dong::default();
        let hinh_thuc = dong.them("--hinh-thuc", &self.hinh_thuc);
        let co_quan = dong.them("--co-quan", &self.co_quan);
        let mut optional = |option, value: &Option<String>| value.as_ref().map(|value| dong.them(option, value));
        let nguoi_ky = optional("--nguoi-ky", &self.nguoi_ky);
        let quyen_han = optional("--quyen-han", &self.quyen_han);
        let so = optional("--so", &self.so);
        let ngay = optional("--ngay", &self.ngay);
        let luu = optional("--luu", &self.luu);
        let thoi_gian_ky = optional("--thoi-gian-ky", &self.thoi_gian_ky);
        let ten_co_quan = optional("--ten-co-quan", &self.ten_co_quan);
        let noi_nhan: Vec<_> = self.noi_nhan.iter().map(|noi| dong.them("--noi-nhan", noi)).collect();
        let file = load::keep(DONG_LENH, Ok(Cow::Owned(dong.text.into_bytes())), files, sink)?;
        let text = |span: Range<usize>, files: &Files| text(file, span, files);

        let (hinh_thuc, co_quan) = (text(hinh_thuc, files), text(co_quan, files));
        let kind = pipeline.reference.sao.tim(&hinh_thuc.value).cloned();
        match &kind {
            None => sink.push(la(&hinh_thuc, pipeline)),
            Some(kind) if kind.tao_lap_lai => sink.push(tao_lap_lai(&hinh_thuc)),
            Some(_) => {}
        }
        let agencies = [co_quan.clone()];
        let mut agencies = load::co_quan::all(&pipeline.project, &pipeline.reference, &agencies, files, sink);
        let agency = agencies.remove(&co_quan.value);

        let dang = if self.dien_tu {
            let typed = ten_co_quan.map(|span| text(span, files));
            let ten = typed.or_else(|| {
                let ten = agency.as_ref().map(|agency| agency.ten_goi.clone()).filter(|ten| !ten.is_empty())?;
                Some(Located::new(ten, co_quan.place.clone()))
            });
            ten.iter().for_each(|ten| in_duoc(ten, pipeline, sink));
            let thoi_gian = thoi_gian_ky.map(|span| text(span, files));
            dien_tu(ten.as_ref(), thoi_gian.as_ref(), &co_quan, sink)
        } else {
            let noi_nhan: Vec<Text> = noi_nhan.into_iter().map(|span| text(span, files)).collect();
            for noi in &noi_nhan {
                in_duoc(noi, pipeline, sink);
            }
            let luu = luu.map(|span| text(span, files));
            luu.iter().for_each(|luu| in_duoc(luu, pipeline, sink));
            let so = so.and_then(|span| doc_so(&text(span, files), sink));
            let ngay = ngay.and_then(|span| doc_ngay(&text(span, files), sink));
            let quyen_han = quyen_han.and_then(|span| doc_quyen_han(&text(span, files), sink));
            if nguoi_ky.is_none() {
                sink.push(thieu_nguoi_ky(&co_quan));
            }
            let draft = nguoi_ky.map(|span| NguoiKyDraft { ai: text(span, files), quyen_han });
            let khoi =
                draft.zip(agency.as_ref()).and_then(|(draft, agency)| signer(&draft, agency, ngay.as_ref(), sink));
            khoi.map(|khoi| {
                DangSao::Giay(BanSaoGiay {
                    so,
                    ngay,
                    noi_nhan: noi_nhan.into_iter().map(|noi| noi.value).collect(),
                    luu: luu.map_or_else(|| "VT".to_owned(), |luu| luu.value),
                    nguoi_ky: khoi.value,
                })
            })
        };
        if sink.has_errors() {
            return None;
        }
        Some(BanSao { hinh_thuc: kind?, co_quan: agency?, dang: dang? })
    }
}

fn text(file: FileId, span: Range<usize>, files: &Files) -> Text {
    let place = Place { file, span };
    Located::new(files.slice(&place).to_owned(), place)
}

/// A character that no font has would print as an empty box.
fn in_duoc(text: &Text, pipeline: &Pipeline, sink: &mut Sink) {
    for (i, c) in text.value.char_indices().filter(|(_, c)| !pipeline.base.phong_chu.covers(*c)) {
        sink.push(
            Diagnostic::new(&code::KY_TU_LA, format!("phông chữ không có ký tự “{c}” (U+{:04X})", u32::from(c)))
                .at(text.place.part(i..i + c.len_utf8()))
                .advice("thay bằng chữ hoặc dấu thường dùng trong văn bản"),
        );
    }
}

fn doc_so(typed: &Text, sink: &mut Sink) -> Option<SoVanBan> {
    let so = SoVanBan::parse(&typed.value);
    if so.is_none() {
        sink.push(
            Diagnostic::new(&code::SAI_GIA_TRI, format!("số bản sao “{}” không phải chữ số", shorten(&typed.value)))
                .at(typed.place.clone())
                .advice("chỉ ghi chữ số, ví dụ --so 5; bỏ --so để trống chỗ cho văn thư ghi"),
        );
    }
    so
}

fn doc_ngay(typed: &Text, sink: &mut Sink) -> Option<NgayVanBan> {
    let read = NgayVanBan::read(typed).map_err(|mut finding| {
        finding.advice = vec![
            "viết 14/02/2027 hoặc 2027-02-14; 2/2027 để trống ngày; bỏ --ngay để trống cả ngày, tháng, năm".into(),
        ];
        sink.push(finding);
    });
    read.ok()
}

fn doc_quyen_han(typed: &Text, sink: &mut Sink) -> Option<(QuyenHan, Place)> {
    let quyen_han = QuyenHan::parse(&typed.value);
    if quyen_han.is_none() {
        sink.push(
            Diagnostic::new(&code::SAI_GIA_TRI, format!("không có quyền hạn “{}”", shorten(&typed.value)))
                .at(typed.place.clone())
                .advice("ghi một trong: TM, Q, KT, TL, TUQ"),
        );
    }
    quyen_han.map(|q| (q, typed.place.clone()))
}

/// "Chữ in thường" (phần II, mục I.3c): how a name in capitals reads in lower case is not to be guessed, "SỞ Y TẾ" is
/// "Sở Y tế" (Phụ lục II: capitals at the kind and the field of an agency).
fn dien_tu(ten: Option<&Text>, thoi_gian: Option<&Text>, co_quan: &Text, sink: &mut Sink) -> Option<DangSao> {
    let Some(ten) = ten else {
        sink.push(
            Diagnostic::new(&code::THIEU, "bản sao điện tử ghi tên cơ quan bằng chữ in thường, mà chưa có tên ấy")
                .at(co_quan.place.clone())
                .advice(format!("thêm dòng ten_goi: Sở Y tế vào data/co_quan/{}.yaml", co_quan.value))
                .advice("hoặc thêm --ten-co-quan \"Sở Y tế\" vào lệnh này"),
        );
        return None;
    };
    let thoi_gian_ky = match thoi_gian {
        None => None,
        Some(typed) => {
            let time = ThoiGianKy::parse(&typed.value);
            if time.is_none() {
                sink.push(
                    Diagnostic::new(&code::SAI_GIA_TRI, format!("không hiểu thời gian ký “{}”", shorten(&typed.value)))
                        .at(typed.place.clone())
                        .advice("viết theo ISO 8601, giờ Việt Nam: 2027-02-14T10:30:00+07:00"),
                );
            }
            Some(time?)
        }
    };
    Some(DangSao::DienTu { ten_co_quan: ten.value.clone(), thoi_gian_ky })
}

fn thieu_nguoi_ky(co_quan: &Text) -> Diagnostic {
    Diagnostic::new(&code::THIEU, "bản sao giấy cần người ký")
        .at(co_quan.place.clone())
        .advice("thêm --nguoi-ky và mã của người ký trong tệp cơ quan")
}

fn la(typed: &Text, pipeline: &Pipeline) -> Diagnostic {
    let known: Vec<String> = pipeline.reference.sao.iter().map(|h| h.ma().replace('_', "-")).collect();
    let finding = Diagnostic::new(&code::SAI_GIA_TRI, format!("không có hình thức sao “{}”", shorten(&typed.value)))
        .at(typed.place.clone())
        .advice(format!("các hình thức: {}", known.join(", ")));
    match nearest(&typed.value, known.iter().map(String::as_str)) {
        Some(near) => finding.label(format!("có phải là “{near}”?")),
        None => finding,
    }
}

fn tao_lap_lai(typed: &Text) -> Diagnostic {
    let mut finding =
        Diagnostic::new(&code::SAI_GIA_TRI, "trích sao phải tạo lập lại văn bản, không làm được từ tệp PDF có sẵn")
            .at(typed.place.clone())
            .advice("đưa phần cần trích vào một văn bản của tệp chiến dịch và ghi khóa sao cho văn bản ấy");
    finding.clause = Some("NĐ 30/2020/NĐ-CP, Điều 25 khoản 3 điểm b");
    finding
}
