//! Findings as programs read them: the same few facts of each, whatever the format.

use super::{Diagnostic, FileId, Files, Place, Severity};
use serde::Serialize;
use std::collections::BTreeMap;

/// One finding. Lines and columns count from 1, columns in characters; the end column is the one behind the last character.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Record {
    /// As the user named it.
    pub file: String,
    /// Line of the first character.
    pub line: usize,
    /// Column of the first character.
    pub column: usize,
    /// Line of the last character.
    pub end_line: usize,
    /// Column behind the last character.
    pub end_column: usize,
    /// Name of the rule.
    pub rule: &'static str,
    /// `loi`, `canh_bao` or `goi_y`.
    #[serde(serialize_with = "ma")]
    pub severity: Severity,
    /// The clause behind it.
    pub clause: Option<&'static str>,
    /// What is wrong and what to do.
    pub message: String,
    /// What surely belongs in the place of exactly these characters.
    pub fix: Option<String>,
}

fn ma<S: serde::Serializer>(severity: &Severity, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(severity.ma())
}

/// The findings of one input in their order. One without a place is said of the input's first character.
pub fn records(files: &Files, input: &str, findings: &[Diagnostic]) -> Vec<Record> {
    let mut lines = Lines { files, starts: BTreeMap::new() };
    findings.iter().map(|finding| record(&mut lines, input, finding)).collect()
}

fn record(lines: &mut Lines<'_>, input: &str, finding: &Diagnostic) -> Record {
    let [(line, column), (end_line, end_column)] = finding.place.as_ref().map_or([(1, 1); 2], |p| lines.ends(p));
    let fix = finding.fix.as_ref().filter(|fix| finding.place.as_ref() == Some(&fix.place));
    Record {
        file: finding.place.as_ref().map_or(input, |place| lines.files.name(place.file)).to_owned(),
        line,
        column,
        end_line,
        end_column,
        rule: finding.code.name,
        severity: finding.severity,
        clause: finding.clause,
        message: message(finding),
        fix: fix.map(|fix| fix.text.clone()),
    }
}

/// All that a person would be told, in one line.
fn message(finding: &Diagnostic) -> String {
    let mut out = finding.message.clone();
    if let Some(label) = &finding.label {
        out.push_str(&format!(" ({label})"));
    }
    if let Some((_, rows)) = &finding.dong {
        out.push_str(&format!(" ({})", super::human::rows_in_words(rows)));
    }
    // "“nhân dân” viết là “Nhân dân”" has said what to write.
    let said = |advice: &str| advice.strip_prefix("viết: ").is_some_and(|text| out.ends_with(&format!("“{text}”")));
    let rest: Vec<&String> = finding.advice.iter().filter(|advice| !said(advice)).collect();
    for advice in rest {
        out.push_str("; ");
        out.push_str(advice);
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where the lines of each text begin, found once: a long text may have many findings.
struct Lines<'a> {
    files: &'a Files,
    starts: BTreeMap<FileId, Vec<usize>>,
}

impl Lines<'_> {
    /// Line and column of the start and of the end.
    fn ends(&mut self, place: &Place) -> [(usize, usize); 2] {
        let text = self.files.text(place.file);
        let starts = self
            .starts
            .entry(place.file)
            .or_insert_with(|| std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect());
        let at = |offset: usize| {
            let offset = text.floor_char_boundary(offset.min(text.len()));
            let line = starts.partition_point(|start| *start <= offset);
            let start = starts.get(line.saturating_sub(1)).copied().unwrap_or_default();
            (line, text.get(start..offset).unwrap_or_default().chars().count() + 1)
        };
        let start = place.span.start.min(text.len());
        let words = text.get(start..place.span.end.min(text.len())).unwrap_or_default();
        // A line break at the end belongs to no line that a person would name.
        [at(start), at(start + words.trim_end_matches('\n').len())]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Fix, code};

    #[test]
    fn columns_are_characters_and_the_end_is_behind_the_last() {
        let mut files = Files::default();
        let file = files.add("a.txt", "Sở Y tế\nBộ y tế\nhết\n".to_owned());
        let text = files.text(file);
        let at = text.find("y tế").expect("there");
        let place = Place { file, span: at..at + "y tế".len() };
        let mut finding = Diagnostic::new(&code::BIEN, "sai").at(place.clone()).label("nhãn").advice("viết: Y tế");
        finding.fix = Some(Fix { place, text: "Y tế".to_owned() });
        let found = records(&files, "a.txt", &[finding, Diagnostic::new(&code::TEP, "không\ncó")]);
        let Record { line, column, end_line, end_column, .. } = found[0];
        assert_eq!((line, column, end_line, end_column), (2, 4, 2, 8));
        assert_eq!(found[0].message, "sai (nhãn); viết: Y tế");
        assert_eq!(found[0].fix.as_deref(), Some("Y tế"));
        assert_eq!((found[1].file.as_str(), found[1].line, found[1].end_column), ("a.txt", 1, 1));
        assert_eq!(found[1].message, "không có");
        let said = Diagnostic::new(&code::BIEN, "“y tế” viết là “Y tế”").advice("viết: Y tế").advice("xem lại");
        assert_eq!(records(&files, "a.txt", &[said])[0].message, "“y tế” viết là “Y tế”; xem lại");
    }

    #[test]
    fn a_place_over_lines_ends_on_its_last_line_and_one_past_the_end_is_cut() {
        let mut files = Files::default();
        let file = files.add("a.txt", "một\nhai\nba\n".to_owned());
        let at = |span| {
            let all = [Diagnostic::new(&code::BIEN, "sai").at(Place { file, span })];
            let r = records(&files, "a.txt", &all).remove(0);
            (r.line, r.column, r.end_line, r.end_column)
        };
        assert_eq!(at(0.."một\nhai\n".len()), (1, 1, 2, 4));
        assert_eq!(at(0..999), (1, 1, 3, 3));
        assert_eq!(at(999..1000), (4, 1, 4, 1));
    }
}
