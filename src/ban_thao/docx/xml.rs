//! XML as a stream of tags and text. Nothing here or above it calls itself for what is nested, so depth costs no stack.

use super::goi::Loi;
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;

/// Names of the namespace of Word's text, of ECMA-376 and of its strict form.
const W: [&str; 2] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
];

/// Parts of a document.
pub struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    /// The prefix that stands for Word's namespace here; "w" in practice.
    w: Option<String>,
    /// How many tags are open.
    pub sau: usize,
}

/// A tag or a text.
pub enum Nut<'a> {
    /// A tag opens; each is closed again.
    Mo(The<'a>),
    /// The last open tag closes.
    Dong,
    /// Text, without references.
    Chu(Cow<'a, str>),
}

/// A tag that opens.
pub struct The<'a> {
    start: BytesStart<'a>,
    w: bool,
}

impl<'a> Xml<'a> {
    /// Reads from the start.
    pub fn new(text: &'a str) -> Xml<'a> {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        Xml { reader, w: None, sau: 0 }
    }

    /// The next tag or text; `None` at the end. A part that ends while tags are open is damaged.
    pub fn tiep(&mut self) -> Result<Option<Nut<'a>>, Loi> {
        loop {
            return Ok(Some(match self.reader.read_event().map_err(|_| Loi::Hong)? {
                Event::Start(start) => {
                    self.sau += 1;
                    let w = self.of_word(&start);
                    Nut::Mo(The { start, w })
                }
                Event::End(_) => {
                    self.sau = self.sau.saturating_sub(1);
                    Nut::Dong
                }
                Event::Text(text) => Nut::Chu(text.into_inner()),
                Event::CData(text) => Nut::Chu(text.into_inner()),
                Event::GeneralRef(name) => match reference(&name) {
                    Some(c) => Nut::Chu(Cow::Owned(c.to_string())),
                    None => continue,
                },
                Event::Eof if self.sau > 0 => return Err(Loi::Hong),
                Event::Eof => return Ok(None),
                _ => continue,
            }));
        }
    }

    /// The next child of the tag at depth `sau`; `None` when that tag closes. Children of children come too.
    pub fn trong(&mut self, sau: usize) -> Result<Option<Nut<'a>>, Loi> {
        match self.tiep()? {
            Some(Nut::Dong) if self.sau < sau => Ok(None),
            other => Ok(other),
        }
    }

    /// Leaves out the rest of the tag that was opened last.
    pub fn bo(&mut self) -> Result<(), Loi> {
        let sau = self.sau;
        while self.trong(sau)?.is_some() {}
        Ok(())
    }

    fn of_word(&mut self, start: &BytesStart<'_>) -> bool {
        let prefix = start.name().prefix();
        let prefix = prefix.as_ref().map_or("", |prefix| prefix.as_ref());
        let known = self.w.get_or_insert_with(|| {
            let mut all = start.attributes();
            let found = all.with_checks(false).flatten().find(|a| W.contains(&a.value.as_ref()));
            match found.as_ref().map(|a| a.key.0) {
                Some("xmlns") => String::new(),
                Some(key) => key.strip_prefix("xmlns:").unwrap_or("w").to_owned(),
                None => "w".to_owned(),
            }
        });
        prefix == known
    }
}

impl The<'_> {
    /// The name if it is one of Word's text; else empty.
    pub fn w(&self) -> &str {
        if self.w { self.dia_phuong() } else { "" }
    }

    /// The name without prefix, whatever it belongs to.
    pub fn dia_phuong(&self) -> &str {
        let name = self.start.name().0;
        name.rsplit_once(':').map_or(name, |(_, local)| local)
    }

    /// Whether it is of a formula.
    pub fn toan(&self) -> bool {
        self.start.name().0.starts_with("m:")
    }

    /// An attribute by its name without prefix.
    pub fn thuoc(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut all = self.start.attributes();
        let found = all.with_checks(false).flatten().find(|a| {
            let key = a.key.0;
            key.rsplit_once(':').map_or(key, |(_, local)| local) == name
        })?;
        Some(match found.value {
            Cow::Borrowed(value) => unescape(value).unwrap_or(Cow::Borrowed(value)),
            Cow::Owned(value) => Cow::Owned(unescape(&value).map(Cow::into_owned).unwrap_or(value)),
        })
    }

    /// `w:val`
    pub fn val(&self) -> Option<Cow<'_, str>> {
        self.thuoc("val")
    }

    /// A switch: on unless it says off.
    pub fn bat(&self) -> bool {
        !self.val().is_some_and(|val| matches!(val.as_ref(), "0" | "false" | "off" | "none"))
    }

    /// `w:val` as a whole number.
    pub fn so(&self) -> Option<i64> {
        self.val()?.trim().parse().ok()
    }
}

/// A character by its reference; what a document type would define is never expanded.
fn reference(name: &str) -> Option<char> {
    match name {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let digits = name.strip_prefix('#')?;
            let code = match digits.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => digits.parse().ok()?,
            };
            char::from_u32(code).filter(|c| *c != '\0')
        }
    }
}

/// A length in points: twentieths of a point, or a number with its unit (strict form).
pub fn do_dai(text: &str) -> Option<f64> {
    let text = text.trim();
    let at = text.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(text.len());
    let (number, unit) = text.split_at(at);
    let number: f64 = number.parse().ok()?;
    let points = match unit {
        "" => number / 20.0,
        "pt" => number,
        "mm" => number * 72.0 / 25.4,
        "cm" => number * 72.0 / 2.54,
        "in" => number * 72.0,
        "pc" | "pi" => number * 12.0,
        _ => return None,
    };
    points.is_finite().then_some(points)
}
