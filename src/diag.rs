//! What is wrong, where, and what to write instead: errors are values here, printed only by [`human`] and `cli`.

pub mod code;
pub mod fix;
pub mod github;
pub mod human;
pub mod json;
pub mod nghia;
pub mod record;
pub mod sarif;
pub mod source;
pub mod words;

pub use code::Code;
pub use nghia::nghia;
pub use record::Record;
pub use source::{FileId, Files, Located, Place, UNREAD};
pub use words::{fold, nearest};

use std::collections::{BTreeMap, HashSet};

/// More findings of one kind than this are only counted: a file with thousands of them has one cause.
const MAX_OF_A_KIND: usize = 100;

/// The same of a rule: each place is mended by itself.
const MAX_OF_A_RULE: usize = 1_000;

fn most(code: &Code) -> usize {
    if code.chan { MAX_OF_A_KIND } else { MAX_OF_A_RULE }
}

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// "gợi ý": worth a look, may be right as it is.
    GoiY,
    /// "cảnh báo": should be mended, the document can be made.
    CanhBao,
    /// "lỗi": the document would be sent back; see [`Code::chan`] for whether it is made.
    Loi,
}

impl Severity {
    /// The word that programs read.
    pub fn ma(self) -> &'static str {
        match self {
            Severity::GoiY => "goi_y",
            Severity::CanhBao => "canh_bao",
            Severity::Loi => "loi",
        }
    }

    /// The Vietnamese word shown to people.
    pub fn ten(self) -> &'static str {
        match self {
            Severity::GoiY => "gợi ý",
            Severity::CanhBao => "cảnh báo",
            Severity::Loi => "lỗi",
        }
    }
}

/// What to put in the place of words that are surely wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// The words to take out; a part of the finding's file where they stand word for word.
    pub place: Place,
    /// The words to put there.
    pub text: String,
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
    /// For one found in the documents of a list's rows: the first row, and the numbers of all.
    pub dong: Option<(Place, Vec<usize>)>,
    /// How many findings it stands for, if not for itself: those of a kind that are not shown.
    pub stands_for: usize,
    /// What to write instead, one sentence each.
    pub advice: Vec<String>,
    /// The change that mends it, where only one can be right.
    pub fix: Option<Fix>,
    /// What a key or a term means, when knowing it helps to mend the finding.
    pub meaning: Option<String>,
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
            dong: None,
            stands_for: 1,
            advice: Vec::new(),
            fix: None,
            meaning: None,
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

    /// Says what a key or a term means.
    #[must_use]
    pub fn meaning(mut self, meaning: impl Into<String>) -> Self {
        self.meaning = Some(meaning.into());
        self
    }

    /// Adds a sentence of advice.
    #[must_use]
    pub fn advice(mut self, advice: impl Into<String>) -> Self {
        self.advice.push(advice.into());
        self
    }
}

/// What makes two findings the same: kind, place and message.
type Same = (&'static str, Option<(FileId, usize, usize)>, String);

fn place_of(d: &Diagnostic) -> Option<(FileId, usize, usize)> {
    d.place.as_ref().map(|p| (p.file, p.span.start, p.span.end))
}

fn same(d: &Diagnostic) -> Same {
    (d.code.name, place_of(d), d.message.clone())
}

/// Collects findings; steps push into it and go on, so that one run shows all mistakes.
#[derive(Debug, Default)]
pub struct Sink {
    items: Vec<Diagnostic>,
    /// How many of each kind were found, by name.
    counts: BTreeMap<&'static str, usize>,
    /// Where in `items` the findings of rows are: what many rows have in common is one finding.
    of_rows: BTreeMap<Same, usize>,
    stops: bool,
}

impl Sink {
    /// Records one finding.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.stops |= diagnostic.code.chan;
        if let Some((_, rows)) = &diagnostic.dong {
            let next = self.items.len();
            let at = *self.of_rows.entry(same(&diagnostic)).or_insert(next);
            if let Some((_, all)) = self.items.get_mut(at).and_then(|item| item.dong.as_mut()) {
                let last = all.last().copied();
                all.extend(rows.iter().filter(|row| last.is_none_or(|last| **row > last)));
                return;
            }
        }
        let count = self.counts.entry(diagnostic.code.name).or_default();
        *count += 1;
        if *count <= most(diagnostic.code) {
            self.items.push(diagnostic);
        }
    }

    /// Changes every finding recorded so far.
    pub fn each(&mut self, change: impl FnMut(&mut Diagnostic)) {
        self.items.iter_mut().for_each(change);
    }

    /// Changes findings recorded so far, and takes out those of which `keep` says no.
    pub fn retain(&mut self, mut keep: impl FnMut(&mut Diagnostic) -> bool) {
        let counts = &mut self.counts;
        self.items.retain_mut(|finding| {
            let kept = keep(finding);
            if let Some(count) = counts.get_mut(finding.code.name).filter(|_| !kept) {
                *count -= 1;
            }
            kept
        });
        self.of_rows.clear();
        for (at, finding) in self.items.iter().enumerate().filter(|(_, finding)| finding.dong.is_some()) {
            self.of_rows.insert(same(finding), at);
        }
        self.stops = self.items.iter().any(|finding| finding.code.chan);
    }

    /// Takes over the findings of another sink.
    pub fn append(&mut self, other: Sink) {
        self.stops |= other.stops;
        let mut unseen = other.counts;
        for diagnostic in other.items {
            if let Some(count) = unseen.get_mut(diagnostic.code.name) {
                *count -= 1;
            }
            self.push(diagnostic);
        }
        for (name, count) in unseen {
            *self.counts.entry(name).or_default() += count;
        }
    }

    /// Whether anything recorded so far is an error that keeps documents from being made.
    pub fn has_errors(&self) -> bool {
        self.stops
    }

    /// Whether anything recorded so far is an error, be it one of thể thức only, with which documents can be made.
    pub fn has_loi(&self) -> bool {
        self.items.iter().any(|finding| finding.severity == Severity::Loi)
    }

    /// Everything recorded, by place in the files, each finding once; last, how many of a kind were left out.
    pub fn into_sorted(mut self) -> Vec<Diagnostic> {
        let mut seen = HashSet::new();
        self.items.retain(|d| seen.insert(same(d)));
        self.items.sort_by_key(place_of);
        // A rule that mends words by a list and by what stands around them has told of them once.
        self.items.dedup_by(|next, told| {
            told.fix.is_some() && told.code.name == next.code.name && told.place.is_some() && told.place == next.place
        });
        let mut rest = Vec::new();
        for (name, count) in &self.counts {
            let code = self.items.iter().find(|d| d.code.name == *name).map(|d| d.code);
            if let Some(code) = code.filter(|code| *count > most(code)) {
                rest.push(unshown(code, count - most(code)));
            }
        }
        self.items.extend(rest);
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

/// Stands for findings of a kind that are not shown.
pub fn unshown(code: &'static Code, count: usize) -> Diagnostic {
    let message = format!("còn ít nhất {count} {} cùng loại chưa hiện", code.severity.ten());
    let mut more = Diagnostic::new(code, message).advice("sửa những chỗ ở trên rồi chạy lại");
    more.stands_for = count;
    more
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_a_rule_mends_are_told_of_once() {
        let mut files = Files::default();
        let file = files.add("a", "lê hồng Phong".to_owned());
        let place = Place { file, span: 0..files.text(file).len() };
        let mut sink = Sink::default();
        let mut mended = Diagnostic::new(&code::BIEN, "viết hoa mọi âm tiết").at(place.clone());
        mended.fix = Some(Fix { place: place.clone(), text: "Lê Hồng Phong".to_owned() });
        sink.push(mended);
        sink.push(Diagnostic::new(&code::BIEN, "viết là “Lê Hồng Phong”").at(place.clone()));
        sink.push(Diagnostic::new(&code::TEP, "khác").at(place));
        assert_eq!(sink.into_sorted().len(), 2);
    }

    #[test]
    fn what_rows_have_in_common_is_one_finding() {
        let mut files = Files::default();
        let file = files.add("a", "abc".to_owned());
        let place = Place { file, span: 0..1 };
        let mut sink = Sink::default();
        for row in 2..2_002 {
            let mut finding = Diagnostic::new(&code::BIEN, "sai").at(place.clone());
            finding.dong = Some((place.clone(), vec![row]));
            sink.push(finding);
        }
        let found = sink.into_sorted();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].dong.as_ref().map(|(_, rows)| rows.len()), Some(2_000));
    }

    #[test]
    fn a_flood_of_one_kind_is_cut_and_counted() {
        let mut sink = Sink::default();
        for n in 0..MAX_OF_A_KIND + 7 {
            sink.push(Diagnostic::new(&code::KHOA_LA, format!("{n}")));
        }
        sink.push(Diagnostic::new(&code::SAI_NGAY, "ngày"));
        assert!(sink.has_errors());
        let found = sink.into_sorted();
        assert_eq!(found.len(), MAX_OF_A_KIND + 2);
        assert!(found.iter().any(|d| d.message.starts_with("còn ít nhất 7 lỗi cùng loại")));
    }
}
