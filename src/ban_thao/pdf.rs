//! The text of a PDF: letters with their places become lines, lines become paragraphs and the columns of a letterhead.
//!
//! A PDF knows neither words nor paragraphs; what is put together here is what a person sees. Of looks only fonts and
//! sizes are sure, and the paper; margins, alignment, indents and spacing stay unknown.

mod chu;
mod cot;
mod doan;
mod dong;

use super::{DongTho, Tho};
use crate::diag::{Diagnostic, FileId, Files, Place, Sink, code};
use crate::model::ban_thao::ViTri;
use crate::model::ban_thao::dang::{DangDoan, DangTrang};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 64 << 20;

/// The most pages.
const MAX_TRANG: usize = 1000;

/// The most letters: 1,000 full pages.
const MAX_CHU: usize = 4_000_000;

/// Points in a millimetre.
const PT_MM: f64 = 72.0 / 25.4;

/// Fewer letters a page than this are stamps on a scan.
const IT_CHU: usize = 25;

/// What keeps a PDF from being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Loi {
    Hong,
    QuaLon,
    /// Pictures of pages.
    Quet,
    /// Letters that nobody can tell.
    KhongRoChu,
}

/// A paragraph or a line as it was put together.
#[derive(Debug, Default)]
struct Khoi {
    text: String,
    dang: DangDoan,
    o_bang: Option<(usize, usize, usize)>,
    /// More room stands above it than between two lines.
    cach: bool,
}

/// Reads a PDF and keeps its text in `files` under its name, a paragraph a line. `None` when it cannot be read; why is
/// in `sink`.
pub fn doc(name: &str, bytes: &[u8], files: &mut Files, sink: &mut Sink) -> Option<(FileId, Tho)> {
    let read = match bytes.len() > MAX_BYTES {
        true => Err(Loi::QuaLon),
        // A file can be wrong in more ways than a reader foresees.
        false => catch_unwind(AssertUnwindSafe(|| mo(bytes.to_vec()))).unwrap_or(Err(Loi::Hong)),
    };
    match read {
        Ok((khoi, trang)) => {
            let mut text = String::new();
            let mut spans = Vec::with_capacity(khoi.len());
            for khoi in &khoi {
                let start = text.len();
                text.push_str(&khoi.text);
                spans.push(start..text.len());
                text.push('\n');
            }
            let file = files.add(name, text);
            let line = |(khoi, span): (Khoi, std::ops::Range<usize>)| DongTho {
                vi_tri: ViTri::Nguyen(vec![(0, span.start)]),
                place: Place { file, span },
                cap: 0,
                dam: khoi.dang.dam == Some(true),
                cach: khoi.cach,
                o_bang: khoi.o_bang,
                text: khoi.text,
                dang: Some(Box::new(khoi.dang)),
            };
            let dong = khoi.into_iter().zip(spans).map(line).collect();
            Some((file, Tho { dong, trang }))
        }
        Err(error) => {
            let file = files.add(name, String::new());
            sink.push(refused(name, error).at(Place { file, span: 0..0 }));
            None
        }
    }
}

fn refused(name: &str, error: Loi) -> Diagnostic {
    let (code, message, advice) = match error {
        Loi::Hong => (
            &code::SAI_KIEU,
            format!("tệp {name} bị hỏng, có mật khẩu, hoặc không phải PDF"),
            "mở tệp bằng trình đọc PDF, in ra một tệp PDF mới, hoặc kiểm tra bản .docx",
        ),
        Loi::QuaLon => {
            (&code::QUA_LON, format!("tệp {name} quá lớn"), "tách tệp thành nhiều phần, mỗi phần một văn bản")
        }
        Loi::Quet => (
            &code::SAI_KIEU,
            format!("tệp {name} là ảnh quét, chưa có lớp chữ"),
            "hãy nhận dạng chữ (OCR) thành .docx hoặc .txt rồi kiểm tra, hoặc kiểm tra bản .docx gốc",
        ),
        Loi::KhongRoChu => (
            &code::MA_KY_TU,
            format!("chữ trong tệp {name} không có mã Unicode, không đọc được"),
            "kiểm tra bản .docx gốc, hoặc nhận dạng chữ (OCR) rồi kiểm tra",
        ),
    };
    Diagnostic::new(code, message).advice(advice)
}

fn mo(bytes: Vec<u8>) -> Result<(Vec<Khoi>, Option<DangTrang>), Loi> {
    let trang = chu::doc(Arc::new(bytes))?;
    let pages = trang.trang.len();
    let known = trang.trang.iter().map(|page| page.chu.len()).sum::<usize>();
    if known < IT_CHU.max(IT_CHU * pages / 4) {
        return Err(if trang.khong_ro > IT_CHU { Loi::KhongRoChu } else { Loi::Quet });
    }
    if trang.khong_ro > known / 3 {
        return Err(Loi::KhongRoChu);
    }
    let first = trang.trang.first().map(|page| DangTrang {
        rong: page.rong / PT_MM,
        cao: page.cao / PT_MM,
        tren: None,
        duoi: None,
        trai: None,
        phai: None,
        so_trang: None,
    });
    let pages: Vec<_> = trang
        .trang
        .iter()
        .map(|page| doan::Trang { rong: page.rong, cao: page.cao, dong: dong::dong(page, &trang.phong) })
        .collect();
    Ok((doan::doan(pages, &trang.phong), first))
}
