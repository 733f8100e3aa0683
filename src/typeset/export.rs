//! Pages to files.

use super::PagedDocument;
use crate::diag::{Diagnostic, code};
use crate::model::DauVanBan;
use typst::foundations::{Datetime, Smart};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

/// What a document can be written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// PDF/A-2a, tagged.
    Pdf,
    /// The Typst source before layout.
    Typ,
    /// One image a page, 144 dpi.
    Png,
    /// One drawing a page.
    Svg,
}

impl Format {
    /// The file name's ending.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Pdf => "pdf",
            Format::Typ => "typ",
            Format::Png => "png",
            Format::Svg => "svg",
        }
    }
}

/// Vietnam's offset from UTC, in minutes.
const GIO_VIET_NAM: i32 = 7 * 60;

/// File names and bytes of a document in one format: `<name>.pdf`; images are numbered by page, `<name>_1.png`. `Typ` is
/// the source itself and gives nothing here.
pub fn export(
    pages: &PagedDocument,
    name: &str,
    dau: &DauVanBan,
    format: Format,
) -> Result<Vec<(String, Vec<u8>)>, Diagnostic> {
    let ending = format.extension();
    let images: Vec<Vec<u8>> = match format {
        Format::Pdf => return Ok(vec![(format!("{name}.{ending}"), pdf(pages, name, dau)?)]),
        Format::Typ => Vec::new(),
        Format::Png => {
            let options = typst_render::RenderOptions::default();
            let images = pages.pages().iter().map(|page| typst_render::render(page, &options).encode_png());
            images.collect::<Result<_, _>>().map_err(|_| failed("PNG", dau))?
        }
        Format::Svg => {
            let options = typst_svg::SvgOptions::default();
            pages.pages().iter().map(|page| typst_svg::svg(page, &options).into_bytes()).collect()
        }
    };
    Ok(images.into_iter().enumerate().map(|(i, bytes)| (format!("{name}_{}.{ending}", i + 1), bytes)).collect())
}

/// PDF/A-2a. Its date is the document's own (the clock is never read) and its id comes from the file's name and the
/// document's number, so the same document gives the same bytes everywhere.
fn pdf(pages: &PagedDocument, name: &str, dau: &DauVanBan) -> Result<Vec<u8>, Diagnostic> {
    let so = dau.so.as_ref().map(|so| so.value.as_str()).unwrap_or_default();
    let ident = format!("{name}/{so}/{}/{}", dau.ky_hieu, dau.co_quan.ma);
    pdf_bytes(pages, ident, dau.ngay.value.moc()).ok_or_else(|| failed("PDF/A-2a", dau))
}

/// The PDF itself: what a bare Typst with the same options would write.
pub fn pdf_bytes(pages: &PagedDocument, ident: String, (nam, thang, ngay): (i32, u8, u8)) -> Option<Vec<u8>> {
    let options = PdfOptions {
        ident: Smart::Custom(ident),
        creator: Smart::Custom(Some("vanthu".to_owned())),
        timestamp: Datetime::from_ymd_hms(nam, thang, ngay, 0, 0, 0)
            .and_then(|date| Timestamp::new_local(date, GIO_VIET_NAM)),
        standards: PdfStandards::new(&[PdfStandard::A_2a]).ok()?,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(pages, &options).ok()
}

/// The pages as a plain PDF, to be laid over another one: neither tagged nor dated, its paper transparent.
pub fn pdf_trong_suot(pages: &PagedDocument) -> Option<Vec<u8>> {
    let options = PdfOptions { ident: Smart::Custom("ban_sao".to_owned()), tagged: false, ..PdfOptions::default() };
    typst_pdf::pdf(pages, &options).ok()
}

fn failed(what: &str, dau: &DauVanBan) -> Diagnostic {
    Diagnostic::new(&code::MAU, format!("không xuất được {what} cho “{}”", dau.id.value))
        .at(dau.id.place.clone())
        .advice("thử --format typ để xem văn bản sau khi ghép mẫu")
}
