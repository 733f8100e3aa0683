//! The text of a part (the body, a header, the notes): its paragraphs in reading order with the look of their words.
//!
//! What is read is what a person sees once all tracked changes are accepted and all fields are shown: insertions are
//! in, deletions and field codes are out, of alternatives the first one counts.

use super::dang::{DoanVan, Run};
use super::danh_so::DanhSo;
use super::goi::Loi;
use super::kieu::{BangKieu, Kieu};
use super::phan::Phan;
use super::ve::Ve;
use super::xml::{Nut, The, Xml};
use crate::model::ban_thao::dang::Can;
use std::rc::Rc;

/// The most paragraphs of a part; a book has 20,000.
const MAX_DOAN: usize = 300_000;

/// The deepest that paragraphs, tables and text boxes lie in one another; Word gives up long before.
const MAX_SAU: usize = 500;

/// The most fields that are open at once.
const MAX_TRUONG: usize = 50;

/// A paragraph as it was read.
#[derive(Default)]
pub struct Doan {
    /// Its lines, parted by soft breaks; at least one.
    pub dong: Vec<Ve>,
    /// Its look.
    pub dang: DoanVan,
    /// Its automatic number with what stands behind it; empty for none.
    pub so: String,
    /// Table, row, cell.
    pub o_bang: Option<(usize, usize, usize)>,
    /// Notes that it refers to.
    pub chu_thich: Vec<Rc<str>>,
    /// The note that it is part of.
    pub cua_chu_thich: Option<Rc<str>>,
    /// In a frame of its own, which stands where it says.
    khung: bool,
    /// One with the next paragraph: its mark is deleted.
    bo: bool,
}

/// A part as it was read.
#[derive(Default)]
pub struct Than {
    /// Paragraphs in reading order.
    pub doan: Vec<Doan>,
    /// Sections in order.
    pub phan: Vec<Phan>,
    /// Whether a paragraph has a page number in it, and how that stands where it is sure.
    pub so_trang: Option<Option<Can>>,
}

/// What is open while a part is read.
enum Mo {
    Doan(usize),
    Run(Run),
    Chu {
        giu: bool,
    },
    Bang {
        so: usize,
        hang: usize,
        cot: usize,
    },
    Hop,
    /// Alternatives, and whether one has been read.
    MotTrong(bool),
    ChuThich(Rc<str>),
}

struct May<'a> {
    ra: Than,
    mo: Vec<(usize, Mo)>,
    bang_kieu: &'a mut BangKieu,
    so: &'a mut DanhSo,
    /// Styles of the open paragraphs.
    kieu: Vec<Rc<Kieu>>,
    /// Fields that are open: whether their result has begun.
    truong: Vec<bool>,
    bang: usize,
    /// Lines of a paragraph whose mark is deleted.
    noi: Option<Vec<Ve>>,
}

/// Reads a part.
pub fn doc(text: &str, bang_kieu: &mut BangKieu, so: &mut DanhSo) -> Result<Than, Loi> {
    let mut xml = Xml::new(text);
    let (ra, mo) = (Than::default(), Vec::new());
    let mut may = May { ra, mo, bang_kieu, so, kieu: Vec::new(), truong: Vec::new(), bang: 0, noi: None };
    while let Some(nut) = xml.tiep()? {
        match nut {
            Nut::Mo(the) => may.mo(&the, &mut xml)?,
            Nut::Dong => may.dong(xml.sau),
            Nut::Chu(words) => {
                if let Some((_, Mo::Chu { giu })) = may.mo.last() {
                    let words = if *giu { words.as_ref() } else { words.trim_ascii() };
                    may.chu(words);
                }
            }
        }
        if may.ra.doan.len() > MAX_DOAN || may.mo.len() > MAX_SAU {
            return Err(Loi::QuaLon);
        }
    }
    let rest = may.noi.take().map(|dong| Doan { dong, ..Doan::default() });
    may.ra.doan.extend(rest);
    may.ra.doan.retain(|doan| !doan.bo);
    Ok(may.ra)
}

impl May<'_> {
    fn mo(&mut self, the: &The<'_>, xml: &mut Xml<'_>) -> Result<(), Loi> {
        let name = match the.w() {
            "" => return self.khac(the, xml),
            name => name,
        };
        let new = match name {
            "p" => Mo::Doan(self.doan_moi()),
            "pPr" => {
                let (dang, mark, phan) = DoanVan::doc(xml)?;
                self.ra.phan.extend(phan);
                self.dang(&dang, mark.xoa);
                return Ok(());
            }
            "r" => Mo::Run(self.kieu.last().map(|kieu| kieu.run.clone()).unwrap_or_default()),
            "rPr" if matches!(self.mo.last(), Some((_, Mo::Run(_)))) => {
                let own = Run::doc(xml)?;
                let style = own.kieu.as_ref().map(|id| self.bang_kieu.chu(id));
                if let Some((_, Mo::Run(run))) = self.mo.last_mut() {
                    style.iter().for_each(|style| run.phu_kieu(style));
                    run.phu(&own);
                }
                return Ok(());
            }
            "t" => Mo::Chu { giu: the.thuoc("space").is_some_and(|space| space == "preserve") },
            "tbl" => {
                self.bang += 1;
                Mo::Bang { so: self.bang - 1, hang: 0, cot: 0 }
            }
            "tr" | "tc" => {
                self.o(name == "tr");
                return Ok(());
            }
            "txbxContent" => Mo::Hop,
            "footnote" | "endnote" => {
                if the.thuoc("type").is_some_and(|kind| kind != "normal") {
                    return xml.bo();
                }
                Mo::ChuThich(super::dang::short(&the.thuoc("id").unwrap_or_default()))
            }
            "sectPr" => {
                let phan = Phan::doc(xml)?;
                self.ra.phan.push(phan);
                return Ok(());
            }
            "del" | "moveFrom" | "rPr" | "sdtPr" | "sdtEndPr" | "tblPr" | "tcPr" | "trPr" | "tblGrid" | "tblPrEx"
            | "rt" => {
                return xml.bo();
            }
            "instrText" => {
                let sau = xml.sau;
                let mut code = String::new();
                while let Some(nut) = xml.trong(sau)? {
                    if let Nut::Chu(part) = nut {
                        code.push_str(&part);
                    }
                }
                self.truong_trang(&code);
                return Ok(());
            }
            "fldSimple" => {
                self.truong_trang(&the.thuoc("instr").unwrap_or_default());
                return Ok(());
            }
            _ => {
                self.dau(name, the);
                return Ok(());
            }
        };
        self.mo.push((xml.sau, new));
        Ok(())
    }

    /// A tag that is not of Word's text.
    fn khac(&mut self, the: &The<'_>, xml: &mut Xml<'_>) -> Result<(), Loi> {
        let new = match the.dia_phuong() {
            "AlternateContent" => Mo::MotTrong(false),
            "Choice" | "Fallback" => {
                let taken = self.mo.iter_mut().rev().find_map(|(_, mo)| match mo {
                    Mo::MotTrong(taken) => Some(taken),
                    _ => None,
                });
                return match taken {
                    Some(taken) if !*taken => {
                        *taken = true;
                        Ok(())
                    }
                    _ => xml.bo(),
                };
            }
            // Formulas have letters too.
            "t" if the.toan() => Mo::Chu { giu: true },
            _ => return Ok(()),
        };
        self.mo.push((xml.sau, new));
        Ok(())
    }

    /// Marks inside a run.
    fn dau(&mut self, name: &str, the: &The<'_>) {
        match name {
            "tab" | "ptab" => self.chu("\t"),
            "br" if the.thuoc("type").is_none_or(|kind| kind == "textWrapping") => self.xuong_dong(),
            "cr" => self.xuong_dong(),
            "noBreakHyphen" => self.chu("-"),
            "sym" => {
                let code = the.thuoc("char").and_then(|hex| u32::from_str_radix(hex.trim(), 16).ok());
                let mark = code.and_then(char::from_u32).map(ky_hieu);
                mark.into_iter().for_each(|mark| self.chu(mark.encode_utf8(&mut [0; 4])));
            }
            "fldChar" => match the.thuoc("fldCharType").as_deref() {
                Some("begin") if self.truong.len() < MAX_TRUONG => self.truong.push(false),
                Some("separate") => self.truong.iter_mut().rev().take(1).for_each(|shown| *shown = true),
                Some("end") => drop(self.truong.pop()),
                _ => {}
            },
            "footnoteReference" | "endnoteReference" => {
                let id = super::dang::short(&the.thuoc("id").unwrap_or_default());
                if let Some(doan) = self.hien_tai() {
                    doan.chu_thich.push(id);
                }
            }
            "pgNum" => self.truong_trang("PAGE"),
            _ => {}
        }
    }

    fn dong(&mut self, sau: usize) {
        while let Some((_, mo)) = self.mo.pop_if(|(at, _)| *at > sau) {
            let Mo::Doan(at) = mo else { continue };
            self.kieu.pop();
            // A code that is never closed would hide the rest of the document.
            self.truong.retain(|shown| *shown);
            if let Some(doan) = self.ra.doan.get_mut(at)
                && doan.bo
            {
                self.noi = Some(std::mem::take(&mut doan.dong));
            }
        }
    }

    fn doan_moi(&mut self) -> usize {
        let kieu = self.bang_kieu.doan(None);
        let o_bang = self.mo.iter().rev().find_map(|(_, mo)| match mo {
            Mo::Bang { so, hang, cot } => Some(Some((*so, hang.saturating_sub(1), cot.saturating_sub(1)))),
            Mo::Hop => Some(None),
            _ => None,
        });
        let note = self.mo.iter().rev().find_map(|(_, mo)| match mo {
            Mo::ChuThich(id) => Some(Rc::clone(id)),
            _ => None,
        });
        let mut dong = self.noi.take().unwrap_or_default();
        if dong.is_empty() {
            dong.push(Ve::default());
        }
        let dang = kieu.doan.clone();
        self.kieu.push(kieu);
        let (o_bang, cua_chu_thich) = (o_bang.flatten(), note);
        self.ra.doan.push(Doan { dong, dang, o_bang, cua_chu_thich, ..Doan::default() });
        self.ra.doan.len() - 1
    }

    /// The innermost open paragraph.
    fn hien_tai(&mut self) -> Option<&mut Doan> {
        let at = self.mo.iter().rev().find_map(|(_, mo)| match mo {
            Mo::Doan(at) => Some(*at),
            _ => None,
        })?;
        self.ra.doan.get_mut(at)
    }

    /// Gives the open paragraph its look: style, then list, then its own.
    fn dang(&mut self, own: &DoanVan, bo: bool) {
        let kieu = self.bang_kieu.doan(own.kieu.as_ref());
        let mut dang = kieu.doan.clone();
        let mut list = dang.danh_sach;
        list.so = own.danh_sach.so.or(list.so);
        list.cap = own.danh_sach.cap.or(list.cap);
        let level = self.so.cap(list, kieu.cua_danh_sach.as_ref());
        let of_list = level.and_then(|(so, cap)| self.so.doan(so, cap)).cloned();
        if let Some(of_list) = of_list {
            // A list that the style brings lies under the style's own indents.
            if own.danh_sach.so.is_some() {
                dang.phu(&of_list);
            } else {
                let mut under = of_list;
                under.phu(&dang);
                dang = under;
            }
        }
        dang.phu(own);
        dang.kieu.clone_from(&own.kieu);
        let so = level.and_then(|(so, cap)| self.so.dem(so, cap)).unwrap_or_default();
        if let Some(last) = self.kieu.last_mut() {
            *last = kieu;
        }
        if let Some(doan) = self.hien_tai() {
            (doan.khung, doan.dang, doan.so, doan.bo) = (dang.khung == Some(true), dang, so, bo);
        }
    }

    /// A row or a cell begins.
    fn o(&mut self, row: bool) {
        let table = self.mo.iter_mut().rev().find_map(|(_, mo)| match mo {
            Mo::Bang { hang, cot, .. } => Some((hang, cot)),
            _ => None,
        });
        match table {
            Some((hang, cot)) if row => (*hang, *cot) = (*hang + 1, 0),
            Some((_, cot)) => *cot += 1,
            None => {}
        }
    }

    fn chu(&mut self, words: &str) {
        if words.is_empty() || self.truong.iter().any(|shown| !shown) {
            return;
        }
        let look = self.mo.iter().rev().find_map(|(_, mo)| match mo {
            Mo::Run(run) => Some(run.clone()),
            Mo::Doan(_) => Some(Run::default()),
            _ => None,
        });
        let Some(look) = look.filter(|look| look.an != Some(true)) else { return };
        let fonts = (look.phong.as_ref(), look.phong_cao.as_ref());
        let (low, high) = (
            fonts.0.and_then(|font| self.bang_kieu.ten_phong(font)),
            fonts.1.and_then(|font| self.bang_kieu.ten_phong(font)),
        );
        if let Some(ve) = self.hien_tai().and_then(|doan| doan.dong.last_mut()) {
            ve.them(words, &look, low.as_ref(), high.as_ref());
        }
    }

    fn xuong_dong(&mut self) {
        if self.truong.iter().all(|shown| *shown)
            && let Some(doan) = self.hien_tai()
        {
            doan.dong.push(Ve::default());
        }
    }

    fn truong_trang(&mut self, code: &str) {
        if code.trim_start().split_ascii_whitespace().next().is_some_and(|word| word.eq_ignore_ascii_case("PAGE")) {
            let in_box = self.mo.iter().any(|(_, mo)| matches!(mo, Mo::Hop | Mo::Bang { .. }));
            // Behind a tab it stands where the tab stop is.
            let plain = |doan: &&mut Doan| !doan.khung && doan.dong.iter().all(|ve| !ve.text.contains('\t'));
            let can =
                self.hien_tai().filter(|doan| !in_box && plain(doan)).map(|doan| doan.dang.can.unwrap_or(Can::Trai));
            self.ra.so_trang.get_or_insert(can);
        }
    }
}

/// A mark of a symbol font (Symbol, Wingdings) as people see it; other characters as they are.
pub fn ky_hieu(c: char) -> char {
    match u32::from(c) {
        0xf0b7 | 0xf06c | 0xf09f => '•',
        0xf02d | 0xf0be => '-',
        0xf0a7 | 0xf06e => '▪',
        0xf0d8 | 0xf0f0 | 0xf046 => '➢',
        0xf0fc | 0xf0fe => '✓',
        0xf0e0 | 0xf0e8 => '→',
        0xf076 => '❖',
        0xf02b => '+',
        0xe000..=0xf8ff | 0xf0000.. => '□',
        _ => c,
    }
}
