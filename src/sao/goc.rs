//! The original: a PDF from anywhere.

use super::trang::Trang;
use crate::diag::{Diagnostic, code};
use crate::load::bytes::unreadable;
use lopdf::{Document, Object, StringFormat};
use std::io::{self, Read as _};
use std::path::Path;
use std::sync::Arc;

/// No paper of an office is larger; a wrong path may name a video or a device without end.
const MAX_BYTES: u64 = 512 * 1024 * 1024;

/// The header stands within this many bytes (ISO 32000-1, annex H).
const HEADER_WITHIN: usize = 1024;

/// "Định dạng Portable Document Format (.pdf), phiên bản 1.4 trở lên" (phần II, mục I.2a); what is laid over is 1.7.
const VERSION: &str = "1.7";

/// A PDF to copy.
pub struct Goc {
    /// The file as it is.
    pub bytes: Arc<Vec<u8>>,
    /// The same, parsed.
    pub pdf: Document,
}

impl Goc {
    /// Reads the file at `path`.
    pub fn doc(path: &Path) -> Result<Goc, Diagnostic> {
        let shown = path.display();
        let bytes = read(path).map_err(|error| unreadable(&shown.to_string(), &error))?;
        let loi = |message: String, advice: &str| Err(Diagnostic::new(&code::PDF, message).advice(advice));
        if bytes.len() as u64 > MAX_BYTES {
            return loi(format!("tệp {shown} lớn quá 512 MB"), "xem có chọn nhầm tệp không; quét lại ở 200 - 300 dpi");
        }
        if bytes.is_empty() {
            return loi(format!("tệp {shown} trống"), "lấy lại tệp từ nơi gửi");
        }
        let head = &bytes[..bytes.len().min(HEADER_WITHIN)];
        if !head.windows(5).any(|w| w == b"%PDF-") {
            return loi(
                format!("{shown} không phải tệp PDF"),
                "ảnh quét hoặc tệp Word: lưu hoặc in ra PDF trước, rồi sao tệp PDF ấy",
            );
        }
        let pdf = match Document::load_mem(&bytes) {
            Ok(pdf) if pdf.was_encrypted() || pdf.trailer.has(b"Encrypt") => return Err(khoa(path)),
            Err(lopdf::Error::InvalidPassword | lopdf::Error::Decryption(_)) => return Err(khoa(path)),
            Ok(pdf) => pdf,
            Err(_) => return Err(hong(path)),
        };
        if pdf.page_iter().next().is_none() {
            return loi(format!("tệp {shown} không có trang nào"), "lấy lại tệp từ nơi gửi, hoặc quét lại văn bản");
        }
        Ok(Goc { bytes: Arc::new(bytes), pdf })
    }

    /// The first and the last page.
    pub fn trang(&self) -> Option<(Trang, Trang)> {
        let first = self.pdf.page_iter().next()?;
        let last = self.pdf.page_iter().last()?;
        Some((Trang::doc(&self.pdf, first)?, Trang::doc(&self.pdf, last)?))
    }

    /// Number of pages.
    pub fn so_trang(&self) -> usize {
        self.pdf.page_iter().count()
    }

    /// The bytes of the copy. It is a plain PDF: a claim to be PDF/A is dropped, for what was added does not keep it.
    /// Its id comes from the original and what was added, never from the clock.
    pub fn xuat(&mut self) -> Option<Vec<u8>> {
        let pdf = &mut self.pdf;
        if pdf.version.as_str() < VERSION {
            VERSION.clone_into(&mut pdf.version);
        }
        let claims = |doc: &Document| {
            let metadata = doc.catalog().ok()?.get_deref(b"Metadata", doc).ok()?;
            let xmp = metadata.as_stream().ok()?.get_plain_content().ok()?;
            Some(String::from_utf8_lossy(&xmp).contains("pdfaid"))
        };
        if claims(pdf).unwrap_or(false)
            && let Ok(catalog) = pdf.catalog_mut()
        {
            catalog.remove(b"Metadata");
            catalog.remove(b"OutputIntents");
        }
        // The original's own words stay in the file; its signature values and what nothing refers to do not.
        pdf.prune_objects();
        pdf.trailer.remove(b"ID");
        let mut bytes = Vec::new();
        pdf.save_to(&mut bytes).ok()?;
        let id = typst::utils::hash128(&bytes).to_be_bytes().to_vec();
        let id = Object::String(id, StringFormat::Hexadecimal);
        pdf.trailer.set("ID", vec![id.clone(), id]);
        bytes.clear();
        pdf.save_to(&mut bytes).ok()?;
        Some(bytes)
    }
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    let file = std::fs::File::open(path)?;
    if file.metadata()?.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let mut bytes = Vec::new();
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// A file that is a PDF by its name only.
pub fn hong(path: &Path) -> Diagnostic {
    Diagnostic::new(&code::PDF, format!("tệp PDF {} bị hỏng, không đọc hết được", path.display()))
        .advice("mở bằng chương trình đọc PDF rồi in lại ra PDF; không mở được thì lấy lại tệp từ nơi gửi")
}

fn khoa(path: &Path) -> Diagnostic {
    Diagnostic::new(&code::PDF, format!("tệp PDF {} bị khóa (có mật khẩu hoặc hạn chế sửa)", path.display()))
        .advice("xin nơi gửi bản không khóa, hoặc mở bằng mật khẩu rồi in lại ra PDF")
}
