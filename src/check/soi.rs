//! What a rule has in its hands: the texts, the facts, and a place for its findings.

use super::TuDien;
use crate::diag::{Code, Diagnostic, Files, Fix, Sink};
use crate::model::du_kien::{DanhMucKyNiem, DanhMucPhapLuat, DanhMucTinhThanh};
use crate::model::{Doan, Nguon, Reference, TheThuc};
use std::ops::Range;
use std::sync::LazyLock;

/// Data that is read when a rule first asks for it; `None` where it could not be read.
pub type Luoi<T> = LazyLock<Option<T>, Box<dyn FnOnce() -> Option<T> + Send>>;

/// The facts behind rules, read once for all documents.
pub struct Kho {
    /// Word lists.
    pub tu_dien: TuDien,
    /// Instruments of law.
    pub phap_luat: Luoi<DanhMucPhapLuat>,
    /// Commemorations.
    pub ky_niem: Luoi<DanhMucKyNiem>,
    /// Provinces.
    pub tinh_thanh: Luoi<DanhMucTinhThanh>,
    /// Sizes, margins, gaps of Phụ lục I.
    pub the_thuc: Luoi<TheThuc>,
}

/// What rules may ask besides the document.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The texts, to point at a word inside a paragraph.
    pub files: &'a Files,
    /// Year of the campaign; `None` for a draft.
    pub nam: Option<i32>,
    /// Whether a character can be printed with the fonts at hand; `None` for a draft.
    pub in_duoc: Option<&'a (dyn Fn(char) -> bool + Sync)>,
    /// Types of documents, posts.
    pub reference: &'a Reference,
    /// Word lists and facts.
    pub kho: &'a Kho,
    /// What the document was read from.
    pub nguon: Nguon,
}

/// A rule at work.
pub struct Soi<'a> {
    /// What it may ask.
    pub ctx: &'a Context<'a>,
    /// Where its findings go.
    pub sink: &'a mut Sink,
}

impl Soi<'_> {
    /// A finding about a stretch of a paragraph's words, not yet recorded: add advice, then `push` it.
    pub fn tai(&self, code: &'static Code, doan: &Doan, range: Range<usize>, message: impl Into<String>) -> Diagnostic {
        let (place, _) = doan.cho(self.ctx.files, range);
        Diagnostic::new(code, message).at(place)
    }

    /// Records a finding.
    pub fn push(&mut self, finding: Diagnostic) {
        self.sink.push(finding);
    }

    /// Records a finding about a stretch of a paragraph's words.
    pub fn bao(&mut self, code: &'static Code, doan: &Doan, range: Range<usize>, message: impl Into<String>) {
        let finding = self.tai(code, doan, range, message);
        self.push(finding);
    }

    /// Records a finding with the words that are surely right in the place of the wrong ones. They can be put there only
    /// where the wrong ones stand in the file word for word; else they are advice.
    pub fn sua(
        &mut self,
        code: &'static Code,
        doan: &Doan,
        range: Range<usize>,
        message: impl Into<String>,
        thay: impl Into<String>,
    ) {
        let (place, exact) = doan.cho(self.ctx.files, range);
        let thay = thay.into();
        let mut finding = Diagnostic::new(code, message).at(place.clone());
        let shown = if thay.is_empty() { "bỏ phần này".to_owned() } else { format!("viết: {thay}") };
        finding = finding.advice(shown);
        if exact {
            finding.fix = Some(Fix { place, text: thay });
        }
        self.push(finding);
    }
}
