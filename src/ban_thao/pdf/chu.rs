//! The letters of each page with their places, by the interpreter that draws PDFs elsewhere in the program.

use super::{Loi, MAX_CHU, MAX_TRANG};
use hayro::hayro_interpret::font::{FontData, Glyph};
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache, InterpreterSettings, Paint,
    PathDrawMode, SoftMask, TransformExt, interpret_page,
};
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::kurbo::{Affine, BezPath, Point, Rect};
use std::collections::HashMap;
use std::sync::Arc;

/// A letter. Points from the upper left corner.
#[derive(Debug, Clone)]
pub struct ChuIn {
    pub x: f64,
    /// Baseline.
    pub y: f64,
    pub rong: f64,
    pub co: f64,
    /// Which font.
    pub phong: usize,
    pub chu: String,
}

/// A font.
#[derive(Debug, Clone, Default)]
pub struct PhongIn {
    /// Its name, where the file tells.
    pub ten: Option<String>,
    pub dam: Option<bool>,
    pub nghieng: Option<bool>,
}

/// A page.
#[derive(Debug, Default)]
pub struct TrangIn {
    pub rong: f64,
    pub cao: f64,
    pub chu: Vec<ChuIn>,
}

/// What a PDF says.
#[derive(Debug, Default)]
pub struct TaiLieu {
    pub trang: Vec<TrangIn>,
    pub phong: Vec<PhongIn>,
    /// Letters without a meaning.
    pub khong_ro: usize,
}

/// Reads the letters of all pages.
pub fn doc(bytes: Arc<Vec<u8>>) -> Result<TaiLieu, Loi> {
    let pdf = Pdf::new(bytes).map_err(|_| Loi::Hong)?;
    let pages = pdf.pages();
    if pages.len() > MAX_TRANG {
        return Err(Loi::QuaLon);
    }
    // What is not embedded keeps its codes and widths; only the shapes come from another font.
    let font = crate::assets::file("data/fonts/Tinos-Regular.ttf").ok_or(Loi::Hong)?;
    let settings = InterpreterSettings {
        font_resolver: Arc::new(move |_| Some((Arc::new(font) as FontData, 0))),
        cmap_resolver: Arc::new(|_| None),
        warning_sink: Arc::new(|_| {}),
        // Stamps and signatures are not the draft's words.
        render_annotations: false,
    };
    let cache = InterpreterCache::new();
    let mut may = May::default();
    for page in pages.iter() {
        let (rong, cao) = page.render_dimensions();
        let (rong, cao) = (f64::from(rong), f64::from(cao));
        let start = page.initial_transform(true).to_kurbo();
        let all = Rect::new(0.0, 0.0, rong, cao);
        let mut context = Context::new(start, all, &cache, page.xref(), settings.clone());
        interpret_page(page, &mut context, &mut may);
        let chu = std::mem::take(&mut may.chu);
        // What is cut off at the edge is not seen.
        let chu = chu.into_iter().filter(|c| all.contains(Point::new(c.x, c.y))).collect();
        may.ra.trang.push(TrangIn { rong, cao, chu });
        if may.dem > MAX_CHU {
            return Err(Loi::QuaLon);
        }
    }
    Ok(may.ra)
}

#[derive(Default)]
struct May {
    ra: TaiLieu,
    chu: Vec<ChuIn>,
    dem: usize,
    da_biet: HashMap<u128, usize>,
}

impl May {
    fn phong(&mut self, glyph: &Glyph<'_>) -> usize {
        let Glyph::Outline(outline) = glyph else { return self.phong_moi(0, PhongIn::default) };
        self.phong_moi(outline.font_cache_key(), || match outline.font_data() {
            None => PhongIn::default(),
            Some(data) => {
                let name = data.postscript_name.filter(|name| !name.is_empty());
                let lower = name.as_deref().unwrap_or_default().to_lowercase();
                let named = name.is_some();
                let bold = lower.contains("bold") || lower.contains("black") || data.weight.is_some_and(|w| w >= 600);
                let italic = lower.contains("italic") || lower.contains("oblique") || data.is_italic;
                PhongIn {
                    ten: name.map(|name| name.chars().take(64).collect()),
                    dam: (named || bold).then_some(bold),
                    nghieng: (named || italic).then_some(italic),
                }
            }
        })
    }

    fn phong_moi(&mut self, key: u128, new: impl FnOnce() -> PhongIn) -> usize {
        let phong = &mut self.ra.phong;
        *self.da_biet.entry(key).or_insert_with(|| {
            phong.push(new());
            phong.len() - 1
        })
    }
}

impl<'a> Device<'a> for May {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'a>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'a>,
        _: &GlyphDrawMode,
    ) {
        self.dem += 1;
        if self.dem > MAX_CHU {
            return;
        }
        let text = match glyph.as_unicode() {
            Some(BfString::Char(c)) => c.to_string(),
            Some(BfString::String(text)) => text.chars().take(8).collect(),
            None => {
                self.khong_ro();
                return;
            }
        };
        // A letter stands on 1,000 units.
        let whole = transform * glyph_transform;
        let (at, up, on) = (whole * Point::ORIGIN, whole * Point::new(0.0, 1000.0), whole * Point::new(1000.0, 0.0));
        let (co, ngang) = ((up - at).hypot(), on - at);
        let numbers = [at.x, at.y, co, ngang.x, ngang.y];
        // Words along the edge and across the page (marks of origin, "BẢN SAO") are no text of the draft.
        if numbers.iter().any(|n| !n.is_finite()) || co < 1.0 || ngang.y.abs() > ngang.x.abs() * 0.1 || ngang.x <= 0.0 {
            return;
        }
        let units = match glyph {
            Glyph::Outline(outline) => outline.advance_width().map_or(500.0, f64::from),
            Glyph::Type3(_) => 500.0,
        };
        let phong = self.phong(glyph);
        let rong = (units / 1000.0 * ngang.x).clamp(0.0, co * 3.0);
        self.chu.push(ChuIn { x: at.x, y: at.y, rong, co, phong, chu: text });
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'a>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

impl May {
    fn khong_ro(&mut self) {
        self.ra.khong_ro += 1;
    }
}
