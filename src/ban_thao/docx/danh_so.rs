//! Automatic numbers: they are nowhere in the text, Word counts them when it shows the page.

use super::dang::{DoanVan, TrongDanhSach, short};
use super::goi::Loi;
use super::xml::{Nut, Xml};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

const CAP: usize = 9;

/// One level of a list.
#[derive(Debug, Clone)]
struct Cap {
    bat_dau: i64,
    kieu: Rc<str>,
    /// "%1.%2." or the mark of a bullet.
    chu: Rc<str>,
    /// What stands behind the number.
    sau: char,
    /// All numbers of it in Arabic digits.
    a_rap: bool,
    /// Counts on where a higher level begins anew.
    tiep: bool,
    /// The style bound to it.
    style: Option<Rc<str>>,
    doan: DoanVan,
}

impl Default for Cap {
    fn default() -> Self {
        Cap {
            bat_dau: 1,
            kieu: "decimal".into(),
            chu: "".into(),
            sau: '\t',
            a_rap: false,
            tiep: false,
            style: None,
            doan: DoanVan::default(),
        }
    }
}

#[derive(Debug, Default)]
struct Khuon {
    cap: Vec<Cap>,
    /// The style of lists that has its levels.
    qua: Option<Rc<str>>,
}

#[derive(Debug, Default, Clone)]
struct DanhSach {
    khuon: i64,
    doi: HashMap<usize, Cap>,
    bat_dau: HashMap<usize, i64>,
}

/// The lists of a document, and how far each has been counted.
#[derive(Default)]
pub struct DanhSo {
    khuon: HashMap<i64, Khuon>,
    danh_sach: HashMap<i64, DanhSach>,
    /// Which pattern defines a style of lists.
    cua_style: HashMap<Rc<str>, i64>,
    dem: HashMap<i64, [Option<i64>; CAP]>,
    /// Lists whose own beginning has been used, by level.
    da_bat_dau: HashSet<(i64, usize)>,
}

impl DanhSo {
    /// Reads `numbering.xml`.
    pub fn doc(text: &str) -> Result<DanhSo, Loi> {
        let (mut xml, mut all) = (Xml::new(text), DanhSo::default());
        while let Some(nut) = xml.tiep()? {
            let Nut::Mo(the) = nut else { continue };
            let number = |name: &str| the.thuoc(name).and_then(|v| v.trim().parse::<i64>().ok()).unwrap_or(-1);
            match the.w() {
                "abstractNum" => {
                    let id = number("abstractNumId");
                    let (khuon, style) = pattern(&mut xml)?;
                    all.khuon.insert(id, khuon);
                    all.cua_style.extend(style.map(|style| (style, id)));
                }
                "num" => {
                    let id = number("numId");
                    all.danh_sach.insert(id, list(&mut xml)?);
                }
                _ => {}
            }
        }
        Ok(all)
    }

    /// Which level a paragraph has: the one it names, or the one bound to the style that numbers it.
    pub fn cap(&self, of: TrongDanhSach, style: Option<&Rc<str>>) -> Option<(i64, usize)> {
        let so = of.so.filter(|so| *so != 0)?;
        let list = self.danh_sach.get(&so)?;
        let bound = || {
            let style = style?;
            self.khuon(list)?.cap.iter().position(|cap| cap.style.as_ref() == Some(style))
        };
        Some((so, of.cap.or_else(bound).unwrap_or(0)))
    }

    fn khuon(&self, list: &DanhSach) -> Option<&Khuon> {
        let own = self.khuon.get(&list.khuon)?;
        let linked = own.qua.as_ref().and_then(|style| self.khuon.get(self.cua_style.get(style)?));
        Some(linked.unwrap_or(own))
    }

    fn level(&self, so: i64, cap: usize) -> Option<&Cap> {
        let list = self.danh_sach.get(&so)?;
        list.doi.get(&cap).or_else(|| self.khuon(list)?.cap.get(cap))
    }

    /// Indents of a level.
    pub fn doan(&self, so: i64, cap: usize) -> Option<&DoanVan> {
        self.level(so, cap).map(|level| &level.doan)
    }

    /// Counts a paragraph, and gives its number with what stands behind it: "1. ", "a) ", "- ".
    pub fn dem(&mut self, so: i64, cap: usize) -> Option<String> {
        let level = self.level(so, cap)?.clone();
        let khuon = self.danh_sach.get(&so)?.khuon;
        let own = self.danh_sach.get(&so)?.bat_dau.get(&cap).copied();
        let fresh = own.is_some() && self.da_bat_dau.insert((so, cap));
        let tiep: Vec<bool> = (0..CAP).map(|n| self.level(so, n).is_some_and(|level| level.tiep)).collect();
        let dem = self.dem.entry(khuon).or_default();
        dem[cap] = match (dem[cap], own) {
            (_, Some(start)) if fresh => Some(start),
            (Some(last), _) => Some(last.saturating_add(1)),
            (None, own) => Some(own.unwrap_or(level.bat_dau)),
        };
        for deeper in cap + 1..CAP {
            if !tiep[deeper] {
                dem[deeper] = None;
            }
        }
        let dem = *dem;
        let text = match level.kieu.as_ref() {
            "none" if !level.chu.contains('%') => level.chu.to_string(),
            "bullet" => bullet(&level.chu),
            _ => self.viet(so, &level, &dem),
        };
        let text = text.trim().to_owned();
        Some(match level.sau {
            _ if text.is_empty() => text,
            '\0' => text,
            _ => text + " ",
        })
    }

    fn viet(&self, so: i64, level: &Cap, dem: &[Option<i64>; CAP]) -> String {
        let mut out = String::new();
        let mut chars = level.chu.chars().peekable();
        while let Some(c) = chars.next() {
            let digit = chars.peek().and_then(|c| c.to_digit(10)).filter(|n| c == '%' && (1..=9).contains(n));
            let Some(n) = digit else {
                out.push(c);
                continue;
            };
            chars.next();
            let at = n as usize - 1;
            let other = self.level(so, at);
            let value = dem[at].unwrap_or_else(|| other.map_or(1, |other| other.bat_dau));
            let kieu = if level.a_rap { "decimal" } else { other.map_or("decimal", |other| &other.kieu) };
            out.push_str(&number(value, kieu));
        }
        out
    }
}

fn pattern(xml: &mut Xml<'_>) -> Result<(Khuon, Option<Rc<str>>), Loi> {
    let (sau, mut khuon, mut style) = (xml.sau, Khuon::default(), None);
    while let Some(nut) = xml.trong(sau)? {
        let Nut::Mo(the) = nut else { continue };
        match the.w() {
            "lvl" => {
                let at = the.thuoc("ilvl").and_then(|v| v.trim().parse::<usize>().ok()).unwrap_or(khuon.cap.len());
                let read = level(xml)?;
                if at < CAP {
                    khuon.cap.resize_with(khuon.cap.len().max(at + 1), Cap::default);
                    khuon.cap[at] = read;
                }
            }
            "styleLink" => style = the.val().map(|val| short(&val)),
            "numStyleLink" => khuon.qua = the.val().map(|val| short(&val)),
            _ => {}
        }
    }
    Ok((khuon, style))
}

fn list(xml: &mut Xml<'_>) -> Result<DanhSach, Loi> {
    let (sau, mut list, mut at) = (xml.sau, DanhSach { khuon: -1, ..DanhSach::default() }, 0);
    while let Some(nut) = xml.trong(sau)? {
        let Nut::Mo(the) = nut else { continue };
        match the.w() {
            "abstractNumId" => list.khuon = the.so().unwrap_or(-1),
            "lvlOverride" => at = the.thuoc("ilvl").and_then(|v| v.trim().parse().ok()).unwrap_or(0),
            "startOverride" if at < CAP => drop(the.so().map(|start| list.bat_dau.insert(at, start))),
            "lvl" => {
                let read = level(xml)?;
                if at < CAP {
                    list.doi.insert(at, read);
                }
            }
            _ => {}
        }
    }
    Ok(list)
}

fn level(xml: &mut Xml<'_>) -> Result<Cap, Loi> {
    let (sau, mut cap) = (xml.sau, Cap::default());
    while let Some(nut) = xml.trong(sau)? {
        let Nut::Mo(the) = nut else { continue };
        match the.w() {
            "start" => cap.bat_dau = the.so().unwrap_or(1),
            "numFmt" => cap.kieu = the.val().map(|val| short(&val)).unwrap_or_default(),
            "lvlText" => cap.chu = the.val().map(|val| short(&val)).unwrap_or_default(),
            "suff" => {
                cap.sau = match the.val().as_deref() {
                    Some("nothing") => '\0',
                    Some("space") => ' ',
                    _ => '\t',
                };
            }
            "isLgl" => cap.a_rap = the.bat(),
            "lvlRestart" => cap.tiep = the.so() == Some(0),
            "pStyle" => cap.style = the.val().map(|val| short(&val)),
            "pPr" => cap.doan = DoanVan::doc(xml)?.0,
            "rPr" => xml.bo()?,
            _ => {}
        }
    }
    Ok(cap)
}

/// The mark of a bullet. Symbol fonts have theirs in the private-use area.
fn bullet(chu: &str) -> String {
    chu.chars().map(super::than::ky_hieu).collect()
}

fn number(n: i64, kieu: &str) -> String {
    match kieu {
        "lowerLetter" => letters(n, b'a'),
        "upperLetter" => letters(n, b'A'),
        "upperRoman" => roman(n),
        "lowerRoman" => roman(n).to_lowercase(),
        "decimalZero" => format!("{n:02}"),
        "none" => String::new(),
        _ => n.to_string(),
    }
}

/// a … z, then aa, bb …, as Word counts.
fn letters(n: i64, first: u8) -> String {
    match u8::try_from(n.saturating_sub(1).rem_euclid(26)) {
        Ok(at) if (1..=260).contains(&n) => {
            let times = usize::try_from((n - 1) / 26).unwrap_or(0) + 1;
            char::from(first + at).to_string().repeat(times)
        }
        _ => n.to_string(),
    }
}

fn roman(n: i64) -> String {
    match usize::try_from(n) {
        Ok(small @ 1..=3999) => crate::model::numbering::roman(small),
        _ => n.to_string(),
    }
}
