//! Where the last ink of the last page is, for any PDF: text, drawing, scan. The page is drawn and looked at, as a person
//! would: only so are a stamp, a scanned signature and white text on white told apart.

use super::thuoc::{PT_MM, Thuoc};
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_interpret::font::FontData;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::Pixmap;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// Dots a point: 144 dpi, a dot is 0.18 mm.
const TY_LE: f32 = 2.0;

/// A larger page is drawn smaller.
const MAX_DOTS: f32 = 6000.0;

/// Ink is this much darker than the paper, of 255: light grey text and the frayed edge of a letter are, the unevenness
/// of a scan is not.
const TOI_HON: u8 = 55;

/// Less ink than this in a millimetre's height is dust on the glass: half a full stop.
const BUI_MM2: f32 = 0.4;

/// The page could not be drawn.
#[derive(Debug)]
pub struct KhongVe;

/// The distance in points from the top of the last page to the lower edge of its last ink; `None` on an empty page.
///
/// What stands in the bottom margin is not looked at: a page number or a footer is no part of the text, and text that
/// reaches into the margin leaves no room above it either. Nor are the outermost millimetres, the shadow of a scan.
pub fn cuoi(bytes: Arc<Vec<u8>>, thuoc: &Thuoc) -> Result<Option<f64>, KhongVe> {
    // A file can be wrong in more ways than a rasteriser foresees.
    let drawn = catch_unwind(AssertUnwindSafe(|| ve(bytes))).map_err(|_| KhongVe)?;
    let (pixmap, scale) = drawn.ok_or(KhongVe)?;
    Ok(hang_cuoi(&pixmap, f64::from(scale), thuoc).map(|row| row / f64::from(scale)))
}

fn ve(bytes: Arc<Vec<u8>>) -> Option<(Pixmap, f32)> {
    let pdf = Pdf::new(bytes).ok()?;
    let pages = pdf.pages();
    let page = pages.iter().last()?;
    let (rong, cao) = page.render_dimensions();
    let scale = TY_LE.min(MAX_DOTS / rong.max(cao));
    // Any font does for one that is not embedded: only where the text ends is asked.
    let font = crate::assets::file("data/fonts/Tinos-Regular.ttf")?;
    let settings = InterpreterSettings {
        font_resolver: Arc::new(move |_| Some((Arc::new(font) as FontData, 0))),
        cmap_resolver: Arc::new(|_| None),
        warning_sink: Arc::new(|_| {}),
        // Signatures and stamps are annotations.
        render_annotations: true,
    };
    let render = RenderSettings { x_scale: scale, y_scale: scale, bg_color: WHITE, ..RenderSettings::default() };
    Some((hayro::render(page, &RenderCache::new(), &settings, &render), scale))
}

/// The lower edge, in dots from the top, of the last row that has ink.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "positions on a pixmap of at most MAX_DOTS"
)]
fn hang_cuoi(pixmap: &Pixmap, scale: f64, thuoc: &Thuoc) -> Option<f64> {
    let (rong, cao) = (usize::from(pixmap.width()), usize::from(pixmap.height()));
    let mep = (thuoc.mep_quet * scale) as usize;
    let day = cao.saturating_sub((thuoc.le_duoi * scale) as usize);
    if mep * 2 >= rong || mep >= day {
        return None;
    }
    let sang: Vec<u8> = pixmap.data().iter().map(|p| do_sang(p.r, p.g, p.b)).collect();
    let hang = |y: usize| &sang[y * rong + mep..(y + 1) * rong - mep];
    let mut dem = [0_usize; 256];
    for y in mep..day {
        hang(y).iter().for_each(|s| dem[usize::from(*s)] += 1);
    }
    // The paper is the commonest light shade, pure white or the grey of a scan.
    let giay = (128..=255_u8).rev().max_by_key(|s| dem[usize::from(*s)]).unwrap_or(255);
    let nguong = giay.saturating_sub(TOI_HON);
    let muc: Vec<usize> =
        (0..day).map(|y| if y < mep { 0 } else { hang(y).iter().filter(|s| **s < nguong).count() }).collect();
    let mm = scale * PT_MM;
    let bang = (mm.round() as usize).max(1);
    let du = (f64::from(BUI_MM2) * mm * mm) as usize;
    let co_muc = |y: usize| muc[y] > 0 && muc[y.saturating_sub(bang - 1)..=y].iter().sum::<usize>() >= du;
    #[expect(clippy::cast_precision_loss, reason = "as above")]
    (mep..day).rev().find(|y| co_muc(*y)).map(|y| (y + 1) as f64)
}

/// Luminance, of 255.
fn do_sang(r: u8, g: u8, b: u8) -> u8 {
    let sum = 299 * u32::from(r) + 587 * u32::from(g) + 114 * u32::from(b);
    u8::try_from(sum / 1000).unwrap_or(u8::MAX)
}
