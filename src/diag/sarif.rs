//! Findings as SARIF 2.1.0, the format that code reviews and archives of findings read.

use super::{Record, Severity};
use serde_json::{Map, Value, json};
use std::path::{Component, Path};

/// What is known of a rule beside its findings.
pub struct About {
    /// Its name.
    pub name: &'static str,
    /// What it weighs unless a project says otherwise.
    pub severity: Severity,
    /// In one sentence.
    pub short: String,
    /// Everything that is told about it.
    pub help: String,
}

/// One run. `about` must know every rule that has a finding; `here` is the folder that names of files begin at.
pub fn sarif(records: &[Record], about: impl Fn(&str) -> Option<About>, here: &Path) -> String {
    let mut names: Vec<&str> = records.iter().map(|record| record.rule).collect();
    names.sort_unstable();
    names.dedup();
    let rules: Vec<Value> = names.iter().map(|name| rule(name, about(name))).collect();
    let results: Vec<Value> = records.iter().map(|r| result(r, names.binary_search(&r.rule).ok(), here)).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "vanthu",
                "version": env!("CARGO_PKG_VERSION"),
                "language": "vi",
                "rules": rules,
            }},
            "language": "vi",
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_string_pretty(&log).unwrap_or_default()
}

fn rule(name: &str, about: Option<About>) -> Value {
    let Some(about) = about else { return json!({"id": name}) };
    json!({
        "id": name,
        "shortDescription": {"text": about.short},
        "help": {"text": about.help},
        "defaultConfiguration": {"level": level(about.severity)},
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Loi => "error",
        Severity::CanhBao => "warning",
        Severity::GoiY => "note",
    }
}

fn result(record: &Record, index: Option<usize>, here: &Path) -> Value {
    let artifact = json!({"uri": uri(&record.file, here)});
    let region = json!({
        "startLine": record.line,
        "startColumn": record.column,
        "endLine": record.end_line,
        "endColumn": record.end_column,
    });
    let mut out = Map::new();
    out.insert("ruleId".to_owned(), json!(record.rule));
    out.extend(index.map(|index| ("ruleIndex".to_owned(), json!(index))));
    out.insert("level".to_owned(), json!(level(record.severity)));
    out.insert("message".to_owned(), json!({"text": record.message}));
    let place = json!({"artifactLocation": artifact, "region": region});
    out.insert("locations".to_owned(), json!([{"physicalLocation": place}]));
    if let Some(text) = &record.fix {
        let replacement = json!({"deletedRegion": region, "insertedContent": {"text": text}});
        let change = json!({"artifactLocation": artifact, "replacements": [replacement]});
        out.insert("fixes".to_owned(), json!([{"artifactChanges": [change]}]));
    }
    if let Some(clause) = record.clause {
        out.insert("properties".to_owned(), json!({"can_cu": clause}));
    }
    Value::Object(out)
}

/// The name of a file as a URI, relative where it lies below `here`.
fn uri(name: &str, here: &Path) -> String {
    let path = Path::new(name);
    let inside = path.strip_prefix(here).unwrap_or(path);
    let mut parts: Vec<String> = Vec::new();
    for part in inside.components() {
        match part {
            Component::Normal(words) => parts.push(percent(&words.to_string_lossy())),
            Component::ParentDir => parts.push("..".to_owned()),
            // "C:" of Windows.
            Component::Prefix(drive) => parts.push(drive.as_os_str().to_string_lossy().replace('\\', "/")),
            Component::RootDir | Component::CurDir => {}
        }
    }
    let joined = parts.join("/");
    if inside.is_absolute() { format!("file:///{joined}") } else { joined }
}

/// Everything but the unreserved characters of RFC 3986.
fn percent(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            other => out.push_str(&format!("%{other:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_become_uris() {
        let here = Path::new("/home/an/dự án");
        assert_eq!(uri("./Kế hoạch 1.txt", here), "K%E1%BA%BF%20ho%E1%BA%A1ch%201.txt");
        assert_eq!(uri("/home/an/dự án/a/b#1.md", here), "a/b%231.md");
        assert_eq!(uri("../x.md", here), "../x.md");
        if cfg!(unix) {
            assert_eq!(uri("/tmp/x.md", here), "file:///tmp/x.md");
        }
    }
}
