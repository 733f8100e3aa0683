//! Findings as commands of GitHub Actions, which shows them beside the lines of a change.

use super::{Record, Severity};

/// A line for each finding.
pub fn github(records: &[Record]) -> String {
    records.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn line(record: &Record) -> String {
    let level = match record.severity {
        Severity::Loi => "error",
        Severity::CanhBao => "warning",
        Severity::GoiY => "notice",
    };
    let mut place = format!("file={},line={},endLine={}", property(&record.file), record.line, record.end_line);
    if record.line == record.end_line {
        // GitHub refuses columns of a place that spans lines.
        place.push_str(&format!(",col={},endColumn={}", record.column, record.end_column));
    }
    let clause = record.clause.map(|clause| format!(" ({clause})")).unwrap_or_default();
    format!("::{level} {place},title={}::{}", property(record.rule), data(&format!("{}{clause}", record.message)))
}

/// What may stand behind the `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// What may stand in `file=…`.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_messages_are_escaped() {
        let mut record = Record {
            file: "kế hoạch, 100%: a.txt".to_owned(),
            line: 2,
            column: 4,
            end_line: 2,
            end_column: 8,
            rule: "so-thu-tu",
            severity: Severity::Loi,
            clause: Some("Điều 8"),
            message: "tăng 5%, sai: a".to_owned(),
            fix: None,
        };
        let wanted = "::error file=kế hoạch%2C 100%25%3A a.txt,line=2,endLine=2,col=4,endColumn=8,title=so-thu-tu::\
                      tăng 5%25, sai: a (Điều 8)";
        assert_eq!(github(std::slice::from_ref(&record)), wanted);
        record.end_line = 3;
        assert!(github(&[record]).starts_with("::error file=kế hoạch%2C 100%25%3A a.txt,line=2,endLine=3,title="));
    }
}
