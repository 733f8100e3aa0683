//! Styles: document defaults, each style over the one it is based on, the fonts of the theme.

use super::dang::{DoanVan, Phong, Run, short};
use super::goi::Loi;
use super::xml::{Nut, Xml};
use std::collections::HashMap;
use std::rc::Rc;

/// The longest chain of styles that is followed.
const MAX_CHUOI: usize = 32;

/// A style with what it is based on laid under it.
#[derive(Debug, Clone, Default)]
pub struct Kieu {
    /// Look of its paragraphs.
    pub doan: DoanVan,
    /// Look of its runs.
    pub run: Run,
    /// The style in the chain whose numbering it has: a level may be bound to it.
    pub cua_danh_sach: Option<Rc<str>>,
}

#[derive(Default)]
struct Tho {
    goc: Option<Rc<str>>,
    doan: DoanVan,
    run: Run,
}

/// All styles of a document.
#[derive(Default)]
pub struct BangKieu {
    tho: HashMap<Rc<str>, Tho>,
    xong: HashMap<Rc<str>, Rc<Kieu>>,
    /// Document defaults.
    mac_dinh: Kieu,
    /// The paragraph style of paragraphs that name none.
    thuong: Option<Rc<str>>,
    /// The theme's fonts: of headings, of text.
    pub chu_de: (Option<Rc<str>>, Option<Rc<str>>),
}

impl BangKieu {
    /// Reads `styles.xml`.
    pub fn doc(text: &str) -> Result<BangKieu, Loi> {
        let (mut xml, mut bang) = (Xml::new(text), BangKieu::default());
        while let Some(nut) = xml.tiep()? {
            let Nut::Mo(the) = nut else { continue };
            match the.w() {
                "docDefaults" => bang.defaults(&mut xml)?,
                "style" => {
                    let id: Rc<str> = short(&the.thuoc("styleId").unwrap_or_default());
                    let kind = the.thuoc("type").unwrap_or_default();
                    let default = the.thuoc("default").is_some_and(|v| matches!(v.as_ref(), "1" | "true" | "on"));
                    if default && kind == "paragraph" {
                        bang.thuong = Some(Rc::clone(&id));
                    }
                    let style = style(&mut xml)?;
                    // Fonts of a table's style seldom reach the words: what they lie under nearly always has its own.
                    if kind != "table" && kind != "numbering" {
                        bang.tho.insert(id, style);
                    }
                }
                "latentStyles" => xml.bo()?,
                _ => {}
            }
        }
        Ok(bang)
    }

    fn defaults(&mut self, xml: &mut Xml<'_>) -> Result<(), Loi> {
        let sau = xml.sau;
        while let Some(nut) = xml.trong(sau)? {
            let Nut::Mo(the) = nut else { continue };
            match the.w() {
                "rPr" => self.mac_dinh.run = Run::doc(xml)?,
                "pPr" => self.mac_dinh.doan = DoanVan::doc(xml)?.0,
                _ => {}
            }
        }
        Ok(())
    }

    /// Reads the fonts of a theme.
    pub fn doc_chu_de(&mut self, text: &str) -> Result<(), Loi> {
        let (mut xml, mut major) = (Xml::new(text), None);
        while let Some(nut) = xml.tiep()? {
            let Nut::Mo(the) = nut else { continue };
            match the.dia_phuong() {
                "majorFont" => major = Some(true),
                "minorFont" => major = Some(false),
                "latin" => {
                    let font = the.thuoc("typeface").filter(|name| !name.is_empty()).map(|name| short(&name));
                    match major.take() {
                        Some(true) => self.chu_de.0 = font,
                        Some(false) => self.chu_de.1 = font,
                        None => {}
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// The look of a paragraph style over the document defaults; of the default style when it is not named or unknown.
    pub fn doan(&mut self, id: Option<&Rc<str>>) -> Rc<Kieu> {
        let id = id.filter(|id| self.tho.contains_key(*id)).or(self.thuong.as_ref()).cloned();
        let key: Rc<str> = id.clone().unwrap_or_else(|| "".into());
        if let Some(known) = self.xong.get(&key) {
            return Rc::clone(known);
        }
        let mut kieu = self.mac_dinh.clone();
        let chain = id.map(|id| self.chuoi(&id)).unwrap_or_default();
        for id in chain.iter().rev() {
            let Some(tho) = self.tho.get(id) else { continue };
            kieu.doan.phu(&tho.doan);
            kieu.run.phu(&tho.run);
            if tho.doan.danh_sach.so.is_some() {
                kieu.cua_danh_sach = Some(Rc::clone(id));
            }
        }
        let kieu = Rc::new(kieu);
        self.xong.insert(key, Rc::clone(&kieu));
        kieu
    }

    /// The look that a character style gives, over nothing.
    pub fn chu(&self, id: &Rc<str>) -> Run {
        let mut run = Run::default();
        for id in self.chuoi(id).iter().rev() {
            if let Some(tho) = self.tho.get(id) {
                run.phu(&tho.run);
            }
        }
        run
    }

    /// A style and those under it.
    fn chuoi(&self, id: &Rc<str>) -> Vec<Rc<str>> {
        let mut chain = vec![Rc::clone(id)];
        while let Some(under) = chain.last().and_then(|id| self.tho.get(id)).and_then(|tho| tho.goc.clone()) {
            if chain.len() >= MAX_CHUOI || chain.contains(&under) {
                break;
            }
            chain.push(under);
        }
        chain
    }

    /// The name of a font.
    pub fn ten_phong(&self, phong: &Phong) -> Option<Rc<str>> {
        match phong {
            Phong::Ten(name) => Some(Rc::clone(name)),
            Phong::TieuDe => self.chu_de.0.clone(),
            Phong::Than => self.chu_de.1.clone(),
        }
    }
}

fn style(xml: &mut Xml<'_>) -> Result<Tho, Loi> {
    let (sau, mut tho, mut heading) = (xml.sau, Tho::default(), None);
    while let Some(nut) = xml.trong(sau)? {
        let Nut::Mo(the) = nut else { continue };
        match the.w() {
            "basedOn" => tho.goc = the.val().map(|val| short(&val)),
            // "heading 1" in every language of Word.
            "name" => {
                heading = the.val().and_then(|name| {
                    name.to_lowercase().strip_prefix("heading ")?.trim().parse().ok().filter(|n| (1..=9).contains(n))
                });
            }
            "pPr" => tho.doan = DoanVan::doc(xml)?.0,
            "rPr" => tho.run = Run::doc(xml)?,
            // Looks of the parts of a table.
            "tblStylePr" => xml.bo()?,
            _ => {}
        }
    }
    tho.doan.cap = tho.doan.cap.or(heading);
    Ok(tho)
}
