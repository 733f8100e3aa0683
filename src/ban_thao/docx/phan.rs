//! Sections: paper, margins, which headers and footers they have.

use super::goi::Loi;
use super::xml::{Nut, Xml, do_dai};
use crate::model::ban_thao::dang::DangTrang;

/// Points in a millimetre.
pub const PT_MM: f64 = 72.0 / 25.4;

/// A section.
#[derive(Default)]
pub struct Phan {
    /// Size and margins, where both are given.
    pub trang: Option<DangTrang>,
    /// Headers and footers: whether it is a footer, kind, id of its relation.
    pub dau_chan: Vec<(bool, String, String)>,
    /// The first page has a header of its own.
    pub rieng_trang_dau: bool,
}

impl Phan {
    /// Reads `w:sectPr`, which was opened last.
    pub fn doc(xml: &mut Xml<'_>) -> Result<Phan, Loi> {
        let (sau, mut phan) = (xml.sau, Phan::default());
        let (mut size, mut margins) = (None, None);
        while let Some(nut) = xml.trong(sau)? {
            let Nut::Mo(the) = nut else { continue };
            let mm = |name: &str| the.thuoc(name).and_then(|value| do_dai(&value)).map(|pt| pt / PT_MM);
            match the.w() {
                "pgSz" => size = mm("w").zip(mm("h")),
                // A negative margin holds even where a header would push it.
                "pgMar" => margins = mm("top").zip(mm("bottom")).zip(mm("left").zip(mm("right"))),
                name @ ("headerReference" | "footerReference") if phan.dau_chan.len() < 6 => {
                    let of = |name: &str| the.thuoc(name).unwrap_or_default().into_owned();
                    phan.dau_chan.push((name == "footerReference", of("type"), of("id")));
                }
                "titlePg" => phan.rieng_trang_dau = the.bat(),
                "sectPrChange" => xml.bo()?,
                _ => {}
            }
        }
        phan.trang = size.zip(margins).map(|((rong, cao), ((tren, duoi), (trai, phai)))| DangTrang {
            rong,
            cao,
            tren: Some(tren.abs()),
            duoi: Some(duoi.abs()),
            trai: Some(trai),
            phai: Some(phai),
            so_trang: None,
        });
        Ok(phan)
    }
}
