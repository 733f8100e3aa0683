//! What a rule has in its hands: the texts, the facts, and a place for its findings.

use super::TuDien;
use crate::diag::{Code, Diagnostic, Files, Fix, Place, Sink};
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
        let finding = Diagnostic::new(code, message);
        match self.cho(code, doan, range) {
            Some((place, _)) => finding.at(place),
            None => finding,
        }
    }

    /// Where a stretch of a paragraph's words was written, and whether it stands there word for word. In a campaign words
    /// may come from a variable: then they are looked for where it was given. `None`: they are the program's own, a
    /// citation or a name from its data, and nothing that the author could mend.
    fn cho(&self, code: &Code, doan: &Doan, range: Range<usize>) -> Option<(Place, bool)> {
        let files = self.ctx.files;
        let (place, exact) = doan.cho(files, range.clone());
        let rendered = self.ctx.nguon == Nguon::ChienDich && place == doan.place && !exact;
        if !rendered || !files.slice(&place).contains("{{") {
            return Some((place, exact));
        }
        // With the words beside them, so that another "nhân dân" is not taken for this one.
        let chu = &doan.chu;
        let first = chu.tu.partition_point(|tu| tu.cuoi <= range.start).saturating_sub(2);
        let last = (chu.tu.partition_point(|tu| tu.dau < range.end) + 1).min(chu.tu.len().saturating_sub(1));
        let wide = chu.khoang(first, last);
        let words = chu.text.get(wide.clone()).unwrap_or_default();
        // Data stand in `data/` itself, what people write in folders of it, or elsewhere.
        let own = |name: &str| name.strip_prefix("data/").is_none_or(|rest| rest.contains('/'));
        let given = files.texts().filter(|(_, name, _)| own(name)).find_map(|(file, _, text)| {
            let at = text.find(words).filter(|_| words.len() > 2)? + range.start.checked_sub(wide.start)?;
            Some(Place { file, span: at..at + range.len() })
        });
        // A date that was computed can be wrong as well as one that was typed.
        let computed = || super::RULES.iter().any(|rule| rule.code == code && rule.ho == super::Ho::ThoiGian);
        given.map(|place| (place, true)).or_else(|| computed().then_some((place, false)))
    }

    /// Records a finding; one without a place in a campaign is about the program's own words.
    pub fn push(&mut self, finding: Diagnostic) {
        if finding.place.is_some() || self.ctx.nguon != Nguon::ChienDich {
            self.sink.push(finding);
        }
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
        let Some((place, exact)) = self.cho(code, doan, range) else { return };
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
