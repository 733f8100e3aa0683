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

/// The bytes of each file of a document: one for PDF, one a page for images. `Typ` has no pages and gives none.
pub fn export(pages: &PagedDocument, dau: &DauVanBan, format: Format) -> Result<Vec<Vec<u8>>, Diagnostic> {
    match format {
        Format::Pdf => pdf(pages, dau).map(|bytes| vec![bytes]),
        Format::Typ => Ok(Vec::new()),
        Format::Png => {
            let options = typst_render::RenderOptions::default();
            let images = pages.pages().iter().map(|page| typst_render::render(page, &options).encode_png());
            images.collect::<Result<_, _>>().map_err(|_| failed("PNG", dau))
        }
        Format::Svg => {
            let options = typst_svg::SvgOptions::default();
            Ok(pages.pages().iter().map(|page| typst_svg::svg(page, &options).into_bytes()).collect())
        }
    }
}

/// PDF/A-2a. Its date is the document's own (the clock is never read) and its id comes from the document's key and
/// number, so the same document gives the same bytes everywhere.
fn pdf(pages: &PagedDocument, dau: &DauVanBan) -> Result<Vec<u8>, Diagnostic> {
    let (nam, thang, ngay) = dau.ngay.value.moc();
    let timestamp =
        Datetime::from_ymd_hms(nam, thang, ngay, 0, 0, 0).and_then(|date| Timestamp::new_local(date, GIO_VIET_NAM));
    let so = dau.so.as_ref().map(|so| so.value.as_str()).unwrap_or_default();
    let options = PdfOptions {
        ident: Smart::Custom(format!("{}/{so}/{}/{}", dau.id.value, dau.ky_hieu, dau.co_quan.ma)),
        creator: Smart::Custom(Some("vanthu".to_owned())),
        timestamp,
        standards: PdfStandards::new(&[PdfStandard::A_2a]).map_err(|_| failed("PDF/A-2a", dau))?,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(pages, &options).map_err(|_| failed("PDF/A-2a", dau))
}

fn failed(what: &str, dau: &DauVanBan) -> Diagnostic {
    Diagnostic::new(&code::MAU, format!("không xuất được {what} cho “{}”", dau.id.value))
        .at(dau.id.place.clone())
        .advice("thử --format typ để xem văn bản sau khi ghép mẫu")
}
