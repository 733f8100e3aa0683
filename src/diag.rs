//! What is wrong, where, and what to write instead: errors are values here, printed only by [`human`] and `cli`.

pub mod code;
pub mod human;
pub mod source;

pub use code::Code;
pub use source::{FileId, Files, Located, Place};

/// How bad a finding is. `Loi` stops the document, the others only tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// "gợi ý": worth a look, may be right as it is.
    GoiY,
    /// "cảnh báo": should be mended, the document can be made.
    CanhBao,
    /// "lỗi": the document is not made.
    Loi,
}

impl Severity {
    /// The Vietnamese word shown to people.
    pub fn ten(self) -> &'static str {
        match self {
            Severity::GoiY => "gợi ý",
            Severity::CanhBao => "cảnh báo",
            Severity::Loi => "lỗi",
        }
    }
}

/// One finding: a sentence, the place it offends at, and advice.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// Stable name, for example `khoa-la`.
    pub code: &'static Code,
    /// Starts as the code's own severity.
    pub severity: Severity,
    /// One Vietnamese sentence without a final full stop.
    pub message: String,
    /// Where; `None` when no text of the user is to blame (a folder, the command line).
    pub place: Option<Place>,
    /// Short text beside the caret.
    pub label: Option<String>,
    /// Other places that explain the finding: what it offends against.
    pub also: Vec<(Place, String)>,
    /// What to write instead, one sentence each.
    pub advice: Vec<String>,
    /// The clause of the decree behind it.
    pub clause: Option<&'static str>,
}

impl Diagnostic {
    /// A finding of the code's own severity, without a place yet.
    pub fn new(code: &'static Code, message: impl Into<String>) -> Self {
        Diagnostic {
            code,
            severity: code.severity,
            message: message.into(),
            place: None,
            label: None,
            also: Vec::new(),
            advice: Vec::new(),
            clause: code.clause,
        }
    }

    /// Sets the place.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// Sets the text beside the caret.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Adds a second place with its own text.
    #[must_use]
    pub fn also(mut self, place: Place, label: impl Into<String>) -> Self {
        self.also.push((place, label.into()));
        self
    }

    /// Adds a sentence of advice.
    #[must_use]
    pub fn advice(mut self, advice: impl Into<String>) -> Self {
        self.advice.push(advice.into());
        self
    }
}

/// Collects findings; steps push into it and go on, so that one run shows all mistakes.
#[derive(Debug, Default)]
pub struct Sink {
    items: Vec<Diagnostic>,
}

impl Sink {
    /// Records one finding.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.items.push(diagnostic);
    }

    /// Takes over the findings of another sink.
    pub fn append(&mut self, other: Sink) {
        self.items.extend(other.items);
    }

    /// Whether anything recorded so far is an error.
    pub fn has_errors(&self) -> bool {
        self.items.iter().any(|d| d.severity == Severity::Loi)
    }

    /// Everything recorded, by place in the files, each finding once.
    pub fn into_sorted(mut self) -> Vec<Diagnostic> {
        self.items.sort_by_key(|d| d.place.as_ref().map(|p| (p.file, p.span.start)));
        self.items.dedup_by(|a, b| a.code.name == b.code.name && a.place == b.place && a.message == b.message);
        self.items
    }

    /// Number of findings so far.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}

/// "ý bạn là …?": the candidate nearest to what was typed, if one is near enough to be a slip of the hand.
pub fn nearest<'a>(typed: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed = fold(typed);
    candidates
        .into_iter()
        .map(|c| (strsim::damerau_levenshtein(&typed, &fold(c)), c))
        .min()
        .filter(|(distance, c)| *distance <= 1.max(c.chars().count() / 3))
        .map(|(_, c)| c)
}

/// Lower case without Vietnamese marks, spaces and hyphens as `_`: `Trích yếu` and `trich_yeu` fold alike.
pub fn fold(text: &str) -> String {
    use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
    text.trim()
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'đ' => 'd',
            ' ' | '-' => '_',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearest_forgives_slips_and_diacritics() {
        let keys = ["trich_yeu", "noi_nhan", "kinh_gui"];
        assert_eq!(nearest("trich_yue", keys), Some("trich_yeu"));
        assert_eq!(nearest("Nơi nhận", keys), Some("noi_nhan"));
        assert_eq!(nearest("tổng", keys), None);
    }
}
