//! What in a text looks like last year. Each finder takes the stretch it understood, so that a year in a date is not
//! reported again as a year.

mod bieu_thuc;
mod khoa;
mod lan_thu;
mod nam;
mod ngay;
mod so_nam;
mod ten_cu;
mod vien_dan;

use super::MAX_VIEC;
use super::facts::Facts;
use super::flat::{Flat, HOLE, Usage};
use crate::diag::{Diagnostic, Severity};
use std::collections::BTreeMap;
use std::ops::Range;

/// The year of the old campaign and of the new one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Years {
    /// The old campaign's.
    pub cu: i32,
    /// The new one's.
    pub moi: i32,
}

impl Years {
    /// What a year of the old campaign becomes.
    pub fn next(self, nam: i32) -> i32 {
        nam + self.moi - self.cu
    }

    /// Whether a year is the old campaign's or a neighbour of it: these move along.
    pub fn near(self, nam: i32) -> bool {
        (self.cu - 1..=self.cu + 1).contains(&nam)
    }

    /// A year near the old one as a text of the campaign writes it for good: `{{ nam - 1 }}`.
    pub fn expression(self, nam: i32) -> &'static str {
        match nam - self.cu {
            0 => "{{ nam }}",
            n if n < 0 => "{{ nam - 1 }}",
            _ => "{{ nam + 1 }}",
        }
    }

    /// The same within `{{ }}`: `nam - 1`.
    pub fn inner(self, nam: i32) -> &'static str {
        self.expression(nam).trim_matches(['{', '}', ' '])
    }

    /// The old year itself is surely last year's; a neighbour may be meant.
    pub fn severity(self, nam: i32) -> Severity {
        if nam == self.cu { Severity::CanhBao } else { Severity::GoiY }
    }
}

/// A variable of the campaign whose value is a count of years commemorated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Count {
    /// Name of the variable.
    pub bien: String,
    /// Key of the commemoration, if the data have it.
    pub ky_niem: Option<String>,
}

/// What moves by itself because it is computed.
#[derive(Debug, Default)]
pub(super) struct Moved {
    /// How often `{{ nam }}` is used.
    pub uses_of_year: usize,
    /// The rest in words, each once.
    pub others: Vec<String>,
}

impl Moved {
    fn say(&mut self, words: String) {
        if !self.others.contains(&words) {
            self.others.push(words);
        }
    }
}

/// What all texts are looked at with, and what they yield.
pub(super) struct Scanner<'a> {
    pub facts: &'a Facts,
    pub years: Years,
    /// Everything that looks like last year.
    pub found: Vec<Diagnostic>,
    pub counts: Vec<Count>,
    pub moved: Moved,
}

impl<'a> Scanner<'a> {
    pub fn new(facts: &'a Facts, years: Years) -> Self {
        Scanner { facts, years, found: Vec::new(), counts: Vec::new(), moved: Moved::default() }
    }

    /// Looks through one text; gives the new findings a last touch.
    pub fn text(&mut self, flat: &Flat, touch: impl Fn(Diagnostic) -> Diagnostic) {
        let mut scan = Scan {
            flat,
            facts: self.facts,
            years: self.years,
            taken: BTreeMap::new(),
            left: MAX_VIEC.saturating_sub(self.found.len()),
            found: Vec::new(),
            counts: &mut self.counts,
            moved: &mut self.moved,
        };
        khoa::find(&mut scan);
        bieu_thuc::find(&mut scan);
        // A list of legal bases holds bare keys.
        let word = flat.text.trim().trim_matches(['"', '\'']);
        let bare = flat.usage == Usage::Words && !word.is_empty();
        if let Some(start) = flat.text.find(word).filter(|_| bare) {
            khoa::instrument(&mut scan, start..start + word.len(), word, true);
        }
        vien_dan::find(&mut scan);
        so_nam::find(&mut scan);
        ngay::find(&mut scan);
        nam::spans(&mut scan);
        lan_thu::find(&mut scan);
        nam::years(&mut scan);
        ten_cu::find(&mut scan);
        self.found.extend(scan.found.into_iter().map(touch));
    }
}

/// One text under the finders.
struct Scan<'a> {
    flat: &'a Flat,
    facts: &'a Facts,
    years: Years,
    /// Starts and ends of what a finder has understood.
    taken: BTreeMap<usize, usize>,
    /// How much may still be found.
    left: usize,
    found: Vec<Diagnostic>,
    counts: &'a mut Vec<Count>,
    moved: &'a mut Moved,
}

impl<'a> Scan<'a> {
    fn text(&self) -> &'a str {
        &self.flat.text
    }

    fn is_free(&self, range: &Range<usize>) -> bool {
        self.taken.range(..range.end).next_back().is_none_or(|(_, end)| *end <= range.start)
    }

    /// Whether more would only be cut off.
    fn is_full(&self) -> bool {
        self.found.len() >= self.left
    }

    /// Keeps other finders from a stretch.
    fn take(&mut self, range: Range<usize>) {
        let end = self.taken.entry(range.start).or_default();
        *end = range.end.max(*end);
    }

    /// Takes a stretch and puts it on the list.
    fn report(&mut self, range: Range<usize>, finding: Diagnostic) {
        if !self.is_full() {
            self.found.push(finding.at(self.flat.place(&range)));
        }
        self.take(range);
    }

    /// What to write instead of the stretch `range` with the year `nam` of the old campaign: typed again, or so that it
    /// moves by itself where the text can hold that. `with` writes the stretch with words in place of the year; `note`
    /// goes behind what is typed.
    fn proposal(&self, range: &Range<usize>, nam: i32, note: &str, with: impl Fn(&str) -> String) -> String {
        let typed = with(&self.years.next(nam).to_string());
        match self.flat.usage {
            Usage::Words => format!("{typed}{note}, hoặc {}", with(self.years.expression(nam))),
            Usage::Cell => format!("{typed}{note}"),
            Usage::Quoted => {
                let (before, after) = self.around(range);
                let moving = format!("{before}{}{after}", with(&HOLE.to_string()));
                let (left, right) = moving.split_once(HOLE).unwrap_or((&moving, ""));
                let quote = |part: &str| Some(format!("\"{part}\"")).filter(|_| !part.is_empty());
                let year = match self.years.inner(nam) {
                    "nam" => "nam".to_owned(),
                    sum => format!("({sum})"),
                };
                let parts: Vec<String> = [quote(left), Some(year), quote(right)].into_iter().flatten().collect();
                // A filter behind it is for the whole.
                format!("\"{before}{typed}{after}\"{note}, hoặc ({})", parts.join(" ~ "))
            }
        }
    }

    /// A stretch as it is written, with what is in its holes.
    fn shown(&self, range: &Range<usize>) -> String {
        let mut shown = self.text()[range.clone()].to_owned();
        for (hole, words) in
            self.flat.holes.iter().rev().filter(|(hole, _)| range.start <= hole.start && hole.end <= range.end)
        {
            shown.replace_range(hole.start - range.start..hole.end - range.start, words);
        }
        shown
    }

    /// What stands before and after a stretch.
    fn around(&self, range: &Range<usize>) -> (&'a str, &'a str) {
        (&self.text()[..range.start], &self.text()[range.end..])
    }

    /// Whether a stretch is a word or number of its own.
    fn is_whole(&self, range: &Range<usize>) -> bool {
        let (before, after) = self.around(range);
        let part = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        !part(before.chars().next_back()) && !part(after.chars().next())
    }
}

/// The last bytes of a text, for patterns that end where a stretch begins.
fn tail(text: &str, len: usize) -> &str {
    &text[text.ceil_char_boundary(text.len().saturating_sub(len))..]
}

/// The first bytes of a text.
fn head(text: &str, len: usize) -> &str {
    &text[..text.floor_char_boundary(len)]
}

/// A pattern of the program's own.
macro_rules! pattern {
    ($pattern:expr) => {{
        static PATTERN: std::sync::LazyLock<regex::Regex> =
            std::sync::LazyLock::new(|| regex::Regex::new($pattern).expect("a pattern that a test has compiled"));
        &*PATTERN
    }};
}
use pattern;
