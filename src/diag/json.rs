//! Findings as one JSON array.

use super::Record;

/// An array of objects with the keys of [`Record`], in the order given.
pub fn json(records: &[Record]) -> String {
    // Words and numbers alone: nothing here can fail.
    serde_json::to_string_pretty(records).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Severity;

    #[test]
    fn the_keys_are_these_and_no_others() {
        let record = Record {
            file: "a.txt".to_owned(),
            line: 2,
            column: 4,
            end_line: 2,
            end_column: 8,
            rule: "viet-hoa",
            severity: Severity::CanhBao,
            clause: None,
            message: "sai \"thế\"".to_owned(),
            fix: Some(String::new()),
        };
        let read: serde_json::Value = serde_json::from_str(&json(&[record])).expect("JSON");
        let wanted = serde_json::json!([{
            "file": "a.txt", "line": 2, "column": 4, "end_line": 2, "end_column": 8, "rule": "viet-hoa",
            "severity": "canh_bao", "clause": null, "message": "sai \"thế\"", "fix": "",
        }]);
        assert_eq!(read, wanted);
        assert_eq!(json(&[]), "[]");
    }
}
