//! The look that tags of Word give to runs and paragraphs, and how one layer of it lies over another: document defaults,
//! table, paragraph style, numbering, character style, the paragraph and the run themselves.

use super::goi::Loi;
use super::xml::{Nut, The, Xml, do_dai};
use crate::model::ban_thao::dang::Can;
use std::rc::Rc;

/// Names longer than this are cut: a font's name is kept with each paragraph.
const MAX_TEN: usize = 64;

/// A font: by name, or by its part in the theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Phong {
    /// By name.
    Ten(Rc<str>),
    /// The theme's font for headings.
    TieuDe,
    /// The theme's font for text.
    Than,
}

/// The look of a run; `None` says nothing.
#[derive(Debug, Clone, Default)]
pub struct Run {
    /// Font of basic Latin letters.
    pub phong: Option<Phong>,
    /// Font of other letters of Vietnamese.
    pub phong_cao: Option<Phong>,
    /// Size, pt.
    pub co: Option<f64>,
    /// Bold.
    pub dam: Option<bool>,
    /// Italic.
    pub nghieng: Option<bool>,
    /// Not shown.
    pub an: Option<bool>,
    /// All letters as capitals.
    pub hoa: Option<bool>,
    /// Colour: RRGGBB; empty is automatic.
    pub mau: Option<Rc<str>>,
    /// Character style.
    pub kieu: Option<Rc<str>>,
    /// A paragraph mark that is deleted: the next paragraph is one with this.
    pub xoa: bool,
}

impl Run {
    /// Lays `over` on this look.
    pub fn phu(&mut self, over: &Run) {
        lay(&mut self.phong, &over.phong);
        lay(&mut self.phong_cao, &over.phong_cao);
        lay(&mut self.co, &over.co);
        lay(&mut self.dam, &over.dam);
        lay(&mut self.nghieng, &over.nghieng);
        lay(&mut self.an, &over.an);
        lay(&mut self.hoa, &over.hoa);
        lay(&mut self.mau, &over.mau);
    }

    /// Lays a character style on the look of a paragraph's style: what both switch on is off again.
    pub fn phu_kieu(&mut self, over: &Run) {
        let (dam, nghieng) = (self.dam, self.nghieng);
        self.phu(over);
        self.dam = toggled(dam, over.dam);
        self.nghieng = toggled(nghieng, over.nghieng);
    }

    /// Reads `w:rPr`, which was opened last.
    pub fn doc(xml: &mut Xml<'_>) -> Result<Run, Loi> {
        let (sau, mut run) = (xml.sau, Run::default());
        while let Some(nut) = xml.trong(sau)? {
            let Nut::Mo(the) = nut else { continue };
            match the.w() {
                "rFonts" => run.fonts(&the),
                "sz" => run.co = half_points(&the).or(run.co),
                "b" => run.dam = Some(the.bat()),
                "i" => run.nghieng = Some(the.bat()),
                "vanish" => run.an = Some(the.bat()),
                "caps" => run.hoa = Some(the.bat()),
                "color" => run.mau = colour(&the).or(run.mau.take()),
                "rStyle" => run.kieu = the.val().map(|val| short(&val)),
                "del" | "moveFrom" => run.xoa = true,
                // What the look was before a change that is tracked.
                "rPrChange" => xml.bo()?,
                _ => {}
            }
        }
        Ok(run)
    }

    fn fonts(&mut self, the: &The<'_>) {
        let of = |theme: &str, name: &str| match the.thuoc(theme) {
            Some(part) if part.starts_with("major") => Some(Phong::TieuDe),
            Some(part) if part.starts_with("minor") => Some(Phong::Than),
            _ => the.thuoc(name).filter(|name| !name.trim().is_empty()).map(|name| Phong::Ten(short(name.trim()))),
        };
        self.phong = of("asciiTheme", "ascii").or(self.phong.take());
        self.phong_cao = of("hAnsiTheme", "hAnsi").or(self.phong_cao.take());
    }
}

fn lay<T: Clone>(under: &mut Option<T>, over: &Option<T>) {
    if over.is_some() {
        under.clone_from(over);
    }
}

fn toggled(under: Option<bool>, over: Option<bool>) -> Option<bool> {
    match (under, over) {
        (Some(true), Some(true)) => Some(false),
        (under, None | Some(false)) => under,
        (_, over) => over,
    }
}

fn half_points(the: &The<'_>) -> Option<f64> {
    let val = the.val()?;
    match val.trim().parse::<f64>() {
        Ok(half) => Some(half / 2.0),
        Err(_) => do_dai(&val),
    }
    .filter(|size| (0.5..=2000.0).contains(size))
}

fn colour(the: &The<'_>) -> Option<Rc<str>> {
    let val = the.val()?;
    let dark = the.thuoc("themeColor").is_some_and(|theme| matches!(theme.as_ref(), "text1" | "dark1"));
    if val == "auto" || dark && the.thuoc("themeTint").is_none() {
        return Some("".into());
    }
    let hex = val.len() == 6 && val.bytes().all(|b| b.is_ascii_hexdigit());
    hex.then(|| val.to_uppercase().into())
}

/// At most so much of a name.
pub fn short(name: &str) -> Rc<str> {
    name.chars().take(MAX_TEN).collect::<String>().into()
}

/// A list and the level of a paragraph in it; each may stand in another layer.
#[derive(Debug, Clone, Copy, Default)]
pub struct TrongDanhSach {
    /// `w:numId`; 0 takes a style's list away.
    pub so: Option<i64>,
    /// `w:ilvl`
    pub cap: Option<usize>,
}

/// The look of a paragraph; `None` says nothing. Lengths in points.
#[derive(Debug, Clone, Default)]
pub struct DoanVan {
    /// Alignment.
    pub can: Option<Can>,
    /// Left indent of all lines.
    pub trai: Option<f64>,
    /// First-line indent; negative hangs.
    pub thut: Option<f64>,
    /// Before.
    pub truoc: Option<f64>,
    /// After.
    pub sau: Option<f64>,
    /// Line spacing.
    pub dong: Option<Dong>,
    /// No space to a neighbour of the same style.
    pub lien: Option<bool>,
    /// Outline level from 1; 0 is text.
    pub cap: Option<u8>,
    /// The first tab stop.
    pub tab: Option<f64>,
    /// In a frame.
    pub khung: Option<bool>,
    /// Numbering.
    pub danh_sach: TrongDanhSach,
    /// Paragraph style.
    pub kieu: Option<Rc<str>>,
}

/// Line spacing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Dong {
    /// Times the single line.
    Lan(f64),
    /// Points, just so.
    Dung(f64),
    /// Points at least.
    It(f64),
}

impl DoanVan {
    /// Lays `over` on this look; lists apart.
    pub fn phu(&mut self, over: &DoanVan) {
        lay(&mut self.can, &over.can);
        lay(&mut self.trai, &over.trai);
        lay(&mut self.thut, &over.thut);
        lay(&mut self.truoc, &over.truoc);
        lay(&mut self.sau, &over.sau);
        lay(&mut self.dong, &over.dong);
        lay(&mut self.lien, &over.lien);
        lay(&mut self.cap, &over.cap);
        lay(&mut self.tab, &over.tab);
        lay(&mut self.khung, &over.khung);
        lay(&mut self.danh_sach.so, &over.danh_sach.so);
        lay(&mut self.danh_sach.cap, &over.danh_sach.cap);
    }

    /// Reads `w:pPr`, which was opened last; with what it says of its mark, and the section that ends here.
    pub fn doc(xml: &mut Xml<'_>) -> Result<(DoanVan, Run, Option<super::phan::Phan>), Loi> {
        let (sau, mut doan, mut mark, mut phan) = (xml.sau, DoanVan::default(), Run::default(), None);
        while let Some(nut) = xml.trong(sau)? {
            let Nut::Mo(the) = nut else { continue };
            match the.w() {
                "rPr" => mark = Run::doc(xml)?,
                "sectPr" => phan = Some(super::phan::Phan::doc(xml)?),
                "pPrChange" => xml.bo()?,
                _ => doan.the(&the),
            }
        }
        Ok((doan, mark, phan))
    }

    fn the(&mut self, the: &The<'_>) {
        match the.w() {
            "jc" => self.can = the.val().and_then(|val| alignment(&val)).or(self.can),
            "ind" => self.indent(the),
            "spacing" => self.spacing(the),
            "contextualSpacing" => self.lien = Some(the.bat()),
            "outlineLvl" => {
                let level = the.so().filter(|level| (0..9).contains(level));
                self.cap = Some(level.and_then(|level| u8::try_from(level + 1).ok()).unwrap_or(0));
            }
            "tab" if self.tab.is_none() && the.val().is_none_or(|val| val != "clear") => {
                self.tab = the.thuoc("pos").and_then(|pos| do_dai(&pos));
            }
            "framePr" => self.khung = Some(true),
            "numId" => self.danh_sach.so = the.so(),
            "ilvl" => self.danh_sach.cap = the.so().and_then(|n| usize::try_from(n).ok()).map(|n| n.min(8)),
            "pStyle" => self.kieu = the.val().map(|val| short(&val)),
            _ => {}
        }
    }

    fn indent(&mut self, the: &The<'_>) {
        let of = |name: &str| the.thuoc(name).and_then(|value| do_dai(&value));
        self.trai = of("start").or(of("left")).or(self.trai);
        match (of("hanging"), of("firstLine")) {
            (Some(hanging), _) => self.thut = Some(-hanging),
            (None, Some(first)) => self.thut = Some(first),
            (None, None) => {}
        }
    }

    fn spacing(&mut self, the: &The<'_>) {
        let of = |name: &str| the.thuoc(name).and_then(|value| do_dai(&value));
        // What Word takes for an automatic space.
        let auto = |name: &str| the.thuoc(name).filter(|v| matches!(v.as_ref(), "1" | "true" | "on")).map(|_| 14.0);
        self.truoc = auto("beforeAutospacing").or(of("before")).or(self.truoc);
        self.sau = auto("afterAutospacing").or(of("after")).or(self.sau);
        let Some(line) = of("line").filter(|line| *line > 0.0) else { return };
        self.dong = Some(match the.thuoc("lineRule").as_deref() {
            Some("exact") => Dong::Dung(line),
            Some("atLeast") => Dong::It(line),
            _ => Dong::Lan(line / 12.0),
        });
    }
}

fn alignment(val: &str) -> Option<Can> {
    Some(match val {
        "left" | "start" => Can::Trai,
        "center" => Can::Giua,
        "right" | "end" => Can::Phai,
        "both" | "distribute" => Can::Deu,
        _ => return None,
    })
}
