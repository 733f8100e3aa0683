//! Opening a draft: which reader reads it, by what its bytes are first and by its name second.

use super::{chu_thuong, docx, pdf, tach};
use crate::diag::{Diagnostic, FileId, Files, Place, Severity, Sink, code};
use crate::load;
use crate::load::text::{self, FaultKind};
use crate::model::{BanThao, Nguon, Reference};
use std::borrow::Cow;
use std::io;
use std::path::Path;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Loai {
    Chu,
    Markdown,
    Docx,
    Pdf,
    /// Something else: what it is, and what to do.
    Khac(&'static str, &'static str),
}

const LUU_DOCX: &str =
    "mở tệp bằng Word (hoặc LibreOffice), chọn Lưu thành (Save As), kiểu Word Document (.docx), rồi kiểm tra tệp ấy";
const ANH: &str = "nhận dạng chữ (OCR) thành tệp .txt hoặc .docx, rồi kiểm tra tệp ấy";

/// Reads a draft whatever it is: `.txt`, `.md`, `.docx`, `.pdf`. What keeps it from being read is a finding.
pub fn doc(
    name: &str,
    bytes: io::Result<Cow<'_, [u8]>>,
    reference: &Reference,
    files: &mut Files,
    sink: &mut Sink,
) -> Option<BanThao> {
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(error) => {
            sink.push(load::bytes::unreadable(name, &error));
            return None;
        }
    };
    let loai = loai(name, &bytes);
    let (what, advice) = match loai {
        Loai::Chu | Loai::Markdown => {
            let file = giu(name, &bytes, files, sink)?;
            let mut tho = chu_thuong::doc(files.text(file), file, loai == Loai::Markdown);
            // A comment that silences a rule is no word of the draft.
            tho.dong.retain(|dong| !load::bo_qua::la_chu_thich(&dong.text));
            return Some(tach::tach(tho, Nguon::Chu, Place { file, span: 0..0 }, reference));
        }
        Loai::Docx => {
            let (file, tho) = docx::doc(name, &bytes, files, sink)?;
            return Some(tach::tach(tho, Nguon::Docx, Place { file, span: 0..0 }, reference));
        }
        Loai::Pdf => {
            let (file, tho) = pdf::doc(name, &bytes, files, sink)?;
            return Some(tach::tach(tho, Nguon::Pdf, Place { file, span: 0..0 }, reference));
        }
        Loai::Khac(what, advice) => (what, advice),
    };
    sink.push(
        Diagnostic::new(&code::KHONG_PHAI_BAN_THAO, format!("{name} là {what}, chưa kiểm tra được")).advice(advice),
    );
    None
}

/// What a file is, by its first bytes, then by its name.
fn loai(name: &str, bytes: &[u8]) -> Loai {
    let has = |needle: &[u8]| bytes.windows(needle.len()).any(|w| w == needle);
    if bytes.starts_with(b"PK\x03\x04") {
        return match () {
            () if has(b"word/document") => Loai::Docx,
            () if has(b"xl/workbook") => Loai::Khac("bảng tính Excel", "chép câu chữ sang Word, lưu thành .docx"),
            () if has(b"ppt/presentation") => Loai::Khac("tệp trình chiếu", "chép câu chữ sang Word, lưu thành .docx"),
            () if has(b"opendocument") => Loai::Khac("tệp LibreOffice (.odt)", LUU_DOCX),
            () => Loai::Khac("tệp nén", "giải nén rồi kiểm tra từng tệp .docx bên trong"),
        };
    }
    const DAU: [(&[u8], Loai); 8] = [
        (b"%PDF", Loai::Pdf),
        (b"\xd0\xcf\x11\xe0", Loai::Khac("tệp Word hoặc Excel đời cũ (.doc, .xls)", LUU_DOCX)),
        (b"{\\rtf", Loai::Khac("tệp RTF", LUU_DOCX)),
        (b"\x89PNG", Loai::Khac("ảnh", ANH)),
        (b"\xff\xd8\xff", Loai::Khac("ảnh", ANH)),
        (b"II*\0", Loai::Khac("ảnh", ANH)),
        (b"MM\0*", Loai::Khac("ảnh", ANH)),
        (b"Rar!", Loai::Khac("tệp nén", "giải nén rồi kiểm tra từng tệp .docx bên trong")),
    ];
    if let Some((_, loai)) = DAU.iter().find(|(head, _)| bytes.starts_with(head)) {
        return *loai;
    }
    let extension = Path::new(name).extension().and_then(|e| e.to_str()).unwrap_or_default().to_ascii_lowercase();
    match extension.as_str() {
        "md" | "markdown" => Loai::Markdown,
        "htm" | "html" => Loai::Khac("trang web", LUU_DOCX),
        _ => Loai::Chu,
    }
}

/// Keeps a draft's text. It is somebody's, perhaps a scanner's: what a campaign would be refused for is a warning here,
/// unless the letters themselves cannot be read.
fn giu(name: &str, bytes: &[u8], files: &mut Files, sink: &mut Sink) -> Option<FileId> {
    let cleaned = text::clean(bytes);
    let unreadable = |kind: FaultKind| match kind {
        FaultKind::NotUtf8(legacy) => legacy != load::legacy::Legacy::Unknown || std::str::from_utf8(bytes).is_err(),
        FaultKind::LegacyInUnicode(_) | FaultKind::TooLarge => true,
        _ => false,
    };
    if cleaned.faults.iter().any(|fault| unreadable(fault.kind)) {
        return load::keep(name, Ok(Cow::Owned(bytes.to_vec())), files, sink);
    }
    let file = files.add(name, cleaned.text);
    for fault in cleaned.faults {
        // A page's end, and the bullets of Word's symbol font, are no fault of the words.
        let quiet = match fault.kind {
            FaultKind::Control(c) => matches!(c, '\u{c}' | '\u{b}'),
            FaultKind::PrivateUse(c) => ('\u{f000}'..='\u{f0ff}').contains(&c),
            FaultKind::Hidden(c) => matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}'),
            _ => false,
        };
        if !quiet {
            let place = Place { file, span: fault.span };
            let mut finding = load::bytes::describe(fault.kind, name, files.slice(&place)).at(place);
            finding.severity = Severity::CanhBao;
            sink.push(finding);
        }
    }
    Some(file)
}
