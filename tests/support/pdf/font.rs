//! The fonts of a PDF: their names, and what the codes of a text-showing instruction mean.

use std::collections::HashMap;

use lopdf::{Dictionary, Document, Encoding, Object};

use super::dictionary;

/// What a code stands for when the PDF does not say.
const UNKNOWN: &str = "\u{FFFD}";

/// A font as text is drawn with it.
pub struct Font<'a> {
    /// `PostScript` name without the prefix that marks a subset.
    pub name: String,
    /// Whether the name is that of a bold font.
    pub bold: bool,
    /// Whether the name is that of an italic or oblique font.
    pub italic: bool,
    /// Bytes in one character code.
    pub code_length: usize,
    encoding: Option<Encoding<'a>>,
    /// Advance widths by code, in ems.
    widths: HashMap<u32, f64>,
    default_width: f64,
}

impl<'a> Font<'a> {
    /// Reads a font dictionary.
    pub fn read(document: &'a Document, font: &'a Dictionary) -> Self {
        let name = name(document, font);
        let mut read = Self {
            bold: name.contains("Bold"),
            italic: name.contains("Italic") || name.contains("Oblique"),
            name,
            code_length: 1,
            encoding: encoding(document, font),
            widths: HashMap::new(),
            default_width: 0.0,
        };
        if subtype(font) == b"Type0" {
            read.composite(document, font);
        } else {
            read.simple(document, font);
        }
        read
    }

    /// The text a code stands for.
    pub fn text(&self, code: &[u8]) -> String {
        self.encoding
            .as_ref()
            .and_then(|encoding| encoding.bytes_to_string(code).ok())
            .filter(|text| !text.is_empty())
            .unwrap_or_else(|| UNKNOWN.to_owned())
    }

    /// The advance width of a code, in ems.
    pub fn width(&self, code: &[u8]) -> f64 {
        let code = code.iter().fold(0, |code, byte| code << 8 | u32::from(*byte));
        self.widths.get(&code).copied().unwrap_or(self.default_width)
    }

    /// Reads the widths of a font with one-byte codes.
    fn simple(&mut self, document: &Document, font: &Dictionary) {
        // The widths of a Type 3 font are in the units of its own glyph space.
        let unit = font
            .get_deref(b"FontMatrix", document)
            .and_then(Object::as_array)
            .map_or(0.001, |matrix| number(&matrix[0]));
        let first = font.get_deref(b"FirstChar", document).map_or(0, code);
        if let Ok(widths) = font.get_deref(b"Widths", document).and_then(Object::as_array) {
            let widths = widths.iter().map(|width| resolve(document, width) * unit);
            self.widths = (first..).zip(widths).collect();
        }
        self.default_width = dictionary(document, font, b"FontDescriptor")
            .and_then(|descriptor| descriptor.get_deref(b"MissingWidth", document).ok())
            .map_or(0.0, |width| number(width) * unit);
    }

    /// Reads the widths of a font with two-byte codes.
    fn composite(&mut self, document: &Document, font: &Dictionary) {
        let encoding = font.get_deref(b"Encoding", document).and_then(Object::as_name);
        assert!(
            matches!(encoding, Ok(b"Identity-H")),
            "font {} has the encoding {encoding:?}; only Identity-H can be read",
            self.name,
        );
        self.code_length = 2;
        let descendant = descendant(document, font);
        self.default_width = descendant.get_deref(b"DW", document).map_or(1.0, |width| number(width) / 1000.0);
        let Ok(entries) = descendant.get_deref(b"W", document).and_then(Object::as_array) else {
            return;
        };
        // Either `first [width …]` or `first last width`.
        let mut entries =
            entries.iter().map(|entry| document.dereference(entry).expect("an entry of the glyph widths exists").1);
        while let Some(first) = entries.next() {
            let first = code(first);
            let mut next = || entries.next().expect("the glyph widths are complete");
            match next() {
                Object::Array(widths) => {
                    let widths = widths.iter().map(|width| resolve(document, width) / 1000.0);
                    self.widths.extend((first..).zip(widths));
                }
                last => {
                    let (last, width) = (code(last), number(next()) / 1000.0);
                    self.widths.extend((first..=last).map(|code| (code, width)));
                }
            }
        }
    }
}

/// Whether the program of a font is in the PDF.
pub fn is_embedded(document: &Document, font: &Dictionary) -> bool {
    match subtype(font) {
        b"Type0" => is_embedded(document, descendant(document, font)),
        b"Type3" => true,
        _ => dictionary(document, font, b"FontDescriptor").is_some_and(|descriptor| {
            [&b"FontFile"[..], b"FontFile2", b"FontFile3"].iter().any(|key| descriptor.has(key))
        }),
    }
}

/// A number, whole or not.
pub fn number(object: &Object) -> f64 {
    let number = object.as_float();
    f64::from(number.unwrap_or_else(|_| panic!("{object:?} stands where a number should")))
}

/// A character code.
fn code(object: &Object) -> u32 {
    let code = object.as_i64().ok().and_then(|code| code.try_into().ok());
    code.unwrap_or_else(|| panic!("{object:?} stands where a character code should"))
}

/// A number that may be a reference to one.
fn resolve(document: &Document, object: &Object) -> f64 {
    let (_, object) = document.dereference(object).expect("a referenced number exists");
    number(object)
}

fn subtype(font: &Dictionary) -> &[u8] {
    font.get(b"Subtype").and_then(Object::as_name).expect("a font has a subtype")
}

/// The one font a composite font takes its glyphs from.
fn descendant<'a>(document: &'a Document, font: &'a Dictionary) -> &'a Dictionary {
    font.get_deref(b"DescendantFonts", document)
        .and_then(Object::as_array)
        .and_then(|fonts| document.dereference(&fonts[0]))
        .and_then(|(_, font)| font.as_dict())
        .expect("a composite font has a descendant")
}

/// The `PostScript` name of a font without its subset prefix: `ABCDEF+Tinos-Bold` is
/// `Tinos-Bold`.
fn name(document: &Document, font: &Dictionary) -> String {
    // A composite font may add the name of its encoding to that of the font it is made of.
    let font = if subtype(font) == b"Type0" { descendant(document, font) } else { font };
    let name = font
        .get_deref(b"BaseFont", document)
        .or_else(|_| font.get_deref(b"Name", document))
        .and_then(Object::as_name)
        .map_or_else(|_| "Type3".into(), String::from_utf8_lossy);
    match name.split_once('+') {
        Some((prefix, rest)) if prefix.len() == 6 => rest.to_owned(),
        _ => name.into_owned(),
    }
}

/// How to get from codes to Unicode: by the `ToUnicode` map if the font has one, otherwise by the
/// encoding of a simple font.
fn encoding<'a>(document: &'a Document, font: &'a Dictionary) -> Option<Encoding<'a>> {
    if font.has(b"ToUnicode") {
        // `lopdf` looks at the encoding first, which says less.
        let mut font = font.clone();
        font.remove(b"Encoding");
        match font.get_font_encoding(document) {
            Ok(Encoding::UnicodeMapEncoding(map)) => Some(Encoding::UnicodeMapEncoding(map)),
            _ => panic!("the ToUnicode map of {font:?} cannot be read"),
        }
    } else if subtype(font) == b"Type0" {
        None
    } else {
        font.get_font_encoding(document).ok()
    }
}
