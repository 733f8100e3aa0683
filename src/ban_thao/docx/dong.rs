//! Paragraphs to the lines that the parser of components takes, and to the text that messages point into: a paragraph a
//! line, so that a line's number is the paragraph's as a person counts them in Word.

use super::dang::{DoanVan, Dong};
use super::phan::PT_MM;
use super::than::Doan;
use super::ve::Ve;
use crate::ban_thao::DongTho;
use crate::diag::{FileId, Place};
use crate::model::ban_thao::ViTri;
use crate::model::ban_thao::dang::{Can, DangDoan};
use std::ops::Range;

/// Stands for a soft break in the text: two lines of one paragraph.
const XUONG_DONG: char = '↵';

/// A single line of Times New Roman, times its size.
const DONG_DON: f64 = 1.15;

/// Lines as they grow.
pub struct Dung {
    /// The text so far.
    pub text: String,
    /// The lines so far.
    pub dong: Vec<DongNhap>,
    /// Points between two tab stops.
    tab: f64,
    cach: bool,
}

/// A line before its text has a place among the files.
pub struct DongNhap {
    /// What it is part of.
    pub nhom: Nhom,
    text: String,
    span: Range<usize>,
    /// Where its words begin in the text.
    tu: usize,
    cap: u8,
    dam: bool,
    cach: bool,
    o_bang: Option<(usize, usize, usize)>,
    dang: Option<Box<DangDoan>>,
}

impl DongNhap {
    /// The line, once its text is kept.
    pub fn vao(self, file: FileId) -> DongTho {
        DongTho {
            text: self.text,
            place: Place { file, span: self.span },
            vi_tri: ViTri::Nguyen(vec![(0, self.tu)]),
            cap: self.cap,
            dam: self.dam,
            cach: self.cach,
            o_bang: self.o_bang,
            dang: self.dang,
        }
    }
}

/// What a line is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nhom {
    /// The body; which paragraph of it.
    Than(usize),
    /// A note.
    ChuThich,
    /// A header.
    DauTrang,
}

impl Dung {
    /// Nothing yet.
    pub fn new(tab: f64) -> Dung {
        Dung { text: String::new(), dong: Vec::new(), tab, cach: false }
    }

    /// Adds a paragraph.
    pub fn them(&mut self, doan: &mut Doan, nhom: Nhom, (before, after): (bool, bool)) {
        let mut number = doan.so.as_str();
        let last = doan.dong.len().saturating_sub(1);
        let mut any = false;
        for (index, ve) in doan.dong.iter_mut().enumerate() {
            ve.xong();
            let start = self.text.len();
            // A number without words behind it is seen on the page, but there is nothing to check.
            if !ve.text.trim().is_empty() {
                let lead = ve.text.len() - ve.text.trim_start().len();
                self.text.push_str(&ve.text[..lead]);
                let from = self.text.len();
                self.text.push_str(number);
                self.text.push_str(&ve.text[lead..]);
                let words = self.text[from..].trim_end();
                let end = from + words.len();
                let mut dang = self.look(&doan.dang, ve, &ve.text[..lead], doan.o_bang.is_some());
                if before {
                    dang.truoc = Some(0.0);
                }
                if after {
                    dang.sau = Some(0.0);
                }
                if index > 0 {
                    // A soft break begins no paragraph.
                    (dang.thut, dang.truoc) = (None, Some(0.0));
                }
                if index < last {
                    dang.sau = Some(0.0);
                }
                let line = DongNhap {
                    nhom,
                    text: words.to_owned(),
                    span: start..end,
                    tu: from,
                    cap: doan.dang.cap.unwrap_or(0),
                    dam: ve.dam() == Some(true),
                    cach: self.cach,
                    o_bang: doan.o_bang,
                    // Notes have rules of their own, which the decree does not know.
                    dang: (nhom != Nhom::ChuThich).then(|| Box::new(dang)),
                };
                self.dong.push(line);
                (any, self.cach, number) = (true, false, "");
            } else if index == 0 {
                self.text.push_str(number);
            }
            if index < last {
                self.text.push(XUONG_DONG);
            }
        }
        self.cach |= !any;
        self.text.push('\n');
    }

    fn look(&self, doan: &DoanVan, ve: &Ve, lead: &str, trong_bang: bool) -> DangDoan {
        let co = ve.co();
        let gian_dong = match doan.dong {
            None => Some(1.0),
            Some(Dong::Lan(times)) => Some(times),
            Some(Dong::Dung(points)) => co.map(|co| points / (co * DONG_DON)),
            Some(Dong::It(points)) => co.map(|co| (points / (co * DONG_DON)).max(1.0)),
        };
        let tabs = lead.matches('\t').count();
        let start = doan.trai.unwrap_or(0.0) + doan.thut.unwrap_or(0.0);
        let thut = match tabs {
            // Spaces are as wide as the font has them.
            0 if lead.len() > 1 => None,
            0 => Some(start),
            1 => Some(doan.tab.filter(|tab| *tab > start).unwrap_or_else(|| next_stop(start, self.tab))),
            _ => None,
        };
        DangDoan {
            phong: ve.phong().map(|font| font.to_string()),
            co,
            dam: ve.dam(),
            nghieng: ve.nghieng(),
            can: Some(doan.can.unwrap_or(Can::Trai)),
            thut: thut.map(|points| points / PT_MM),
            truoc: Some(doan.truoc.unwrap_or(0.0)),
            sau: Some(doan.sau.unwrap_or(0.0)),
            gian_dong,
            mau: ve.mau().filter(|colour| !colour.is_empty()).map(|colour| colour.to_string()),
            trong_bang,
        }
    }
}

/// The next of the stops that stand every `step` points.
fn next_stop(from: f64, step: f64) -> f64 {
    if step <= 0.0 { from } else { ((from / step + 1e-6).floor() + 1.0) * step }
}
