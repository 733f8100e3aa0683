//! Reads a finished PDF back and says where things are on its pages, as a person with a ruler
//! would: distances in millimetres from the top left corner of the page, type sizes and line
//! thicknesses in points.
//!
//! Everything here rests on `lopdf`, which has nothing in common with the PDF export of Typst, so
//! that a mistake made on the way out is not repeated on the way in. [`content`] follows the
//! drawing instructions of a page, [`font`] turns the codes in them into Unicode and widths, and
//! this file puts the glyphs together into lines and answers questions about the document as a
//! whole.
//!
//! It is written for PDFs made by Typst and reads those of `LibreOffice` too. It does not look at
//! clipping or optional content: what is drawn counts, even in white or outside a clip.
//! Text that does not run from left to right comes out as one line per glyph. A PDF with something
//! in it that this module cannot follow is a panic, not a guess.

#![allow(dead_code, reason = "every test binary compiles this module and uses its own part of it")]

// With their paths these are found from a `mod support;` as well as from a `#[path]` to this file.
#[path = "pdf/colour.rs"]
mod colour;
#[path = "pdf/content.rs"]
mod content;
#[path = "pdf/font.rs"]
mod font;
#[path = "pdf/matrix.rs"]
mod matrix;

use std::fmt::Write as _;

use lopdf::{Dictionary, Document, Object, decode_text_string};

/// Millimetres in one point.
const MM_PER_PT: f64 = 25.4 / 72.0;

/// Glyphs whose baselines differ by less than this stand on the same baseline.
const SAME_BASELINE_MM: f64 = 0.1;

/// A gap this wide, in ems, between two glyphs of a line is a space, whether or not a space glyph
/// was drawn there.
const SPACE_EM: f64 = 0.15;

/// Two pieces of text on one baseline that were drawn separately, with no space glyph between
/// them, are one line up to this gap, in ems. A list marker stands 0.5 em before its item; the
/// texts of neighbouring table cells are 10 pt apart or more.
const COLUMN_GAP_EM: f64 = 0.6;

/// The same limit where a space glyph stands between the two pieces, which justification may have
/// stretched.
const STRETCHED_GAP_EM: f64 = 3.0;

/// How far, in ems, the baseline of a superscript or subscript may be from that of its line.
const SHIFT_EM: f64 = 0.6;

/// A PDF read back from its bytes.
pub struct Pdf {
    /// The pages in order.
    pub pages: Vec<Page>,
    document: Document,
}

/// One page and what is drawn on it, in the order of the content stream, which is the reading
/// order.
pub struct Page {
    /// Width of the page as it is shown, after `CropBox` and `Rotate`.
    pub width_mm: f64,
    /// Height of the page as it is shown, after `CropBox` and `Rotate`.
    pub height_mm: f64,
    /// Every glyph, spaces included.
    pub glyphs: Vec<Glyph>,
    /// Every straight horizontal line.
    pub rules: Vec<Rule>,
    /// Every stroked rectangle. Its top and bottom are among the rules too.
    pub frames: Vec<Frame>,
    lines: Vec<Line>,
}

/// One drawn glyph.
#[derive(Debug, Clone, PartialEq)]
pub struct Glyph {
    /// The text it stands for: what the font's `ToUnicode` map says, or the `ActualText` around
    /// it. When one `ActualText` covers several glyphs the first has all of it and the others
    /// have an empty text. U+FFFD when the PDF does not say.
    pub text: String,
    /// Distance of the glyph's origin from the left edge of the page.
    pub x_mm: f64,
    /// Distance of the baseline from the top edge of the page.
    pub baseline_mm: f64,
    /// Advance width by the font's metrics, without letter spacing and kerning.
    pub advance_mm: f64,
    /// Type size.
    pub size_pt: f64,
    /// `PostScript` name of the font, without the prefix that marks a subset.
    pub font: String,
    /// Whether the font is a bold one, by its name.
    pub bold: bool,
    /// Whether the font is an italic or oblique one, by its name.
    pub italic: bool,
    /// Red, green and blue, from 0 to 1.
    pub colour: colour::Colour,
    /// Number of the text-showing instruction on the page that drew the glyph.
    run: usize,
}

/// One drawn horizontal line: a straight stroke, the top or the bottom of a stroked rectangle, or
/// a filled rectangle that is thin enough to be a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// Distance of the left end from the left edge of the page.
    pub x0_mm: f64,
    /// Distance of the right end from the left edge of the page.
    pub x1_mm: f64,
    /// Distance of the middle of the line from the top edge of the page.
    pub y_mm: f64,
    /// Thickness of the line.
    pub thickness_pt: f64,
}

/// One stroked rectangle, measured in the middle of its line.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    /// Distance of the left side from the left edge of the page.
    pub x0_mm: f64,
    /// Distance of the right side from the left edge of the page.
    pub x1_mm: f64,
    /// Distance of the top from the top edge of the page.
    pub y0_mm: f64,
    /// Distance of the bottom from the top edge of the page.
    pub y1_mm: f64,
    /// Thickness of the line.
    pub thickness_pt: f64,
    /// Red, green and blue, from 0 to 1.
    pub colour: colour::Colour,
}

/// A piece of text on one baseline with no wide gap in it: a line of a paragraph, or what one
/// column has there. Superscripts and subscripts belong to the line they are set in.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The text without the spaces at its ends. Words are separated by the space characters that
    /// were drawn, or by one space where only a gap was left.
    pub text: String,
    /// Distance of the first visible glyph's origin from the left edge of the page.
    pub x0_mm: f64,
    /// Distance of the last visible glyph's end, by its advance width, from the left edge of the
    /// page.
    pub x1_mm: f64,
    /// Baseline of the first visible glyph.
    pub baseline_mm: f64,
    /// Type size of the first visible glyph.
    pub size_pt: f64,
    /// Whether the first visible glyph is bold.
    pub bold: bool,
    /// Whether the first visible glyph is italic.
    pub italic: bool,
    /// `PostScript` name of the first visible glyph's font.
    pub font: String,
    /// The glyphs of the line from the first visible one to the last.
    pub glyphs: Vec<Glyph>,
}

impl Pdf {
    /// Reads a PDF.
    ///
    /// # Panics
    ///
    /// When the bytes are not a PDF this module can read.
    #[track_caller]
    pub fn read(bytes: &[u8]) -> Self {
        let document =
            Document::load_mem(bytes).unwrap_or_else(|error| panic!("these {} bytes are no PDF: {error}", bytes.len()));
        let pages = content::pages(&document);
        Self { pages, document }
    }

    /// The whole text, line by line in reading order, page after page, headers and page numbers
    /// included.
    pub fn text(&self) -> String {
        let lines = self.pages.iter().flat_map(Page::lines);
        let texts: Vec<&str> = lines.map(|line| line.text.as_str()).collect();
        texts.join("\n")
    }

    /// An entry of the document information dictionary, such as `Title`, `Author` or `Subject`.
    pub fn info(&self, key: &str) -> Option<String> {
        let info = dictionary(&self.document, &self.document.trailer, b"Info")?;
        text_string(&self.document, info, key.as_bytes())
    }

    /// The language of the document, such as `vi-VN`.
    pub fn lang(&self) -> Option<String> {
        text_string(&self.document, self.catalog(), b"Lang")
    }

    /// Whether the document says it is tagged and has a structure tree.
    pub fn is_tagged(&self) -> bool {
        let catalog = self.catalog();
        let marked = dictionary(&self.document, catalog, b"MarkInfo")
            .and_then(|info| info.get_deref(b"Marked", &self.document).ok())
            .is_some_and(|marked| matches!(marked, Object::Boolean(true)));
        marked && dictionary(&self.document, catalog, b"StructTreeRoot").is_some()
    }

    /// The part and level of PDF/A the XMP metadata claims, such as `2A`; `4` where the part has
    /// no levels.
    pub fn pdfa(&self) -> Option<String> {
        let stream = self.catalog().get_deref(b"Metadata", &self.document).ok()?;
        let xmp = stream
            .as_stream()
            .and_then(lopdf::Stream::get_plain_content)
            .expect("the metadata of the catalog is a stream that can be decompressed");
        let xmp = String::from_utf8(xmp).expect("XMP metadata is UTF-8");
        let part = xmp_property(&xmp, "pdfaid:part")?;
        let level = xmp_property(&xmp, "pdfaid:conformance").unwrap_or_default();
        Some(format!("{part}{level}"))
    }

    /// Whether the document has fonts and the font program of every one of them is embedded.
    pub fn fonts_embedded(&self) -> bool {
        let mut fonts = self
            .document
            .objects
            .values()
            .filter_map(|object| object.as_dict().ok())
            .filter(|object| object.has_type(b"Font"))
            .peekable();
        fonts.peek().is_some() && fonts.all(|font| font::is_embedded(&self.document, font))
    }

    /// The types of the structure elements (`Document`, `H1`, `P`, `Table`…) in document order,
    /// each element before its children, by the names the document itself uses.
    pub fn roles(&self) -> Vec<String> {
        let mut roles = Vec::new();
        if let Some(root) = dictionary(&self.document, self.catalog(), b"StructTreeRoot") {
            collect_roles(&self.document, root, &mut roles);
        }
        roles
    }

    fn catalog(&self) -> &Dictionary {
        self.document.catalog().expect("a PDF has a catalog")
    }
}

impl Page {
    fn new(width_mm: f64, height_mm: f64, glyphs: Vec<Glyph>, rules: Vec<Rule>, frames: Vec<Frame>) -> Self {
        let lines = group(&glyphs);
        Self { width_mm, height_mm, glyphs, rules, frames, lines }
    }

    /// The lines of text in reading order. Two columns on one baseline are two lines.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The first line that contains `text`.
    ///
    /// # Panics
    ///
    /// When there is none. The message lists the lines there are.
    #[track_caller]
    pub fn find(&self, text: &str) -> &Line {
        let found = self.lines.iter().find(|line| line.text.contains(text));
        found.unwrap_or_else(|| {
            let mut listing = String::new();
            for line in &self.lines {
                let (x, y) = (line.x0_mm, line.baseline_mm);
                write!(listing, "\n  x {x:6.2} mm, y {y:6.2} mm  {:?}", line.text)
                    .expect("writing to a string does not fail");
            }
            panic!("no line of the page contains {text:?}; it has:{listing}")
        })
    }
}

impl Glyph {
    /// Whether the glyph stands for white space. One with an empty text does not: its text is in
    /// a glyph before it.
    fn is_blank(&self) -> bool {
        !self.text.is_empty() && self.text.chars().all(char::is_whitespace)
    }

    fn end_mm(&self) -> f64 {
        self.x_mm + self.advance_mm
    }
}

/// Puts glyphs in content order together into lines.
fn group(glyphs: &[Glyph]) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut rest = glyphs;
    while !rest.is_empty() {
        let mut length = 1;
        while length < rest.len() && continues(&rest[..length], &rest[length]) {
            length += 1;
        }
        let (line, after) = rest.split_at(length);
        lines.extend(make_line(line));
        rest = after;
    }
    lines
}

/// How far to the right of the end of `line` the glyph `next` begins. A combining mark that was put
/// back over its letter does not move that end.
fn gap_mm(line: &[Glyph], next: &Glyph) -> f64 {
    let right = line.iter().map(Glyph::end_mm);
    next.x_mm - right.fold(f64::NEG_INFINITY, f64::max)
}

/// Whether `next` belongs to the line that `line` is the beginning of.
fn continues(line: &[Glyph], next: &Glyph) -> bool {
    let previous = line.last().expect("a line begins with a glyph");
    let em = previous.size_pt.max(next.size_pt) * MM_PER_PT;
    let gap = gap_mm(line, next);
    let shift = (previous.baseline_mm - next.baseline_mm).abs();
    if shift > SAME_BASELINE_MM {
        let resized = (previous.size_pt - next.size_pt).abs() > 0.05 * previous.size_pt;
        return resized && shift < SHIFT_EM * em && gap.abs() < COLUMN_GAP_EM * em;
    }
    if previous.run == next.run {
        return true;
    }
    let spaced = previous.text.ends_with(char::is_whitespace) || next.text.starts_with(char::is_whitespace);
    let limit = if spaced { STRETCHED_GAP_EM } else { COLUMN_GAP_EM };
    gap > -em && gap < limit * em
}

/// Makes a line of its glyphs; none if there is no text in it but white space.
fn make_line(glyphs: &[Glyph]) -> Option<Line> {
    let start = glyphs.iter().position(|glyph| !glyph.is_blank())?;
    let end = glyphs.iter().rposition(|glyph| !glyph.is_blank())?;
    let glyphs = &glyphs[start..=end];
    let mut text = String::new();
    for (index, glyph) in glyphs.iter().enumerate() {
        if index > 0 {
            let em = glyph.size_pt * MM_PER_PT;
            let spaced = text.ends_with(char::is_whitespace) || glyph.text.starts_with(char::is_whitespace);
            if !spaced && gap_mm(&glyphs[..index], glyph) > SPACE_EM * em {
                text.push(' ');
            }
        }
        // A space at which no line may end is read as a space, as viewers do when they search and copy.
        text.push_str(&glyph.text.replace('\u{a0}', " "));
    }
    let (first, last) = (glyphs.first()?, glyphs.last()?);
    (!text.is_empty()).then(|| Line {
        text,
        x0_mm: first.x_mm,
        x1_mm: last.end_mm(),
        baseline_mm: first.baseline_mm,
        size_pt: first.size_pt,
        bold: first.bold,
        italic: first.italic,
        font: first.font.clone(),
        glyphs: glyphs.to_vec(),
    })
}

/// The dictionary under `key`, whether it is written there or referred to.
fn dictionary<'a>(document: &'a Document, parent: &'a Dictionary, key: &[u8]) -> Option<&'a Dictionary> {
    parent.get_deref(key, document).and_then(Object::as_dict).ok()
}

/// The text string under `key`.
fn text_string(document: &Document, parent: &Dictionary, key: &[u8]) -> Option<String> {
    let object = parent.get_deref(key, document).ok()?;
    let text = decode_text_string(object);
    Some(text.unwrap_or_else(|error| panic!("{object:?} is no text string: {error}")))
}

/// The value of an XMP property written as an element or as an attribute.
fn xmp_property<'a>(xmp: &'a str, name: &str) -> Option<&'a str> {
    let as_element = || xmp.split_once(&format!("<{name}>"))?.1.split_once('<');
    let as_attribute = || xmp.split_once(&format!("{name}=\""))?.1.split_once('"');
    as_element().or_else(as_attribute).map(|(value, _)| value)
}

/// Adds the types of the structure elements below `parent`.
fn collect_roles(document: &Document, parent: &Dictionary, roles: &mut Vec<String>) {
    let Ok(kids) = parent.get_deref(b"K", document) else {
        return;
    };
    let kids = kids.as_array().map_or(std::slice::from_ref(kids), Vec::as_slice);
    for kid in kids {
        let (_, kid) = document.dereference(kid).expect("a child in the structure tree exists");
        // The other kinds of children, marked content and references to objects, have no type.
        if let Ok(element) = kid.as_dict()
            && let Ok(role) = element.get(b"S").and_then(Object::as_name)
        {
            roles.push(String::from_utf8_lossy(role).into_owned());
            collect_roles(document, element, roles);
        }
    }
}
