//! Parts of a body kept in files of their own: a line `{% include "muc_dich.md" %}` gives way to the lines of the file,
//! each with its own place, so that what is wrong in a shared part is shown in its file.

use super::body;
use crate::diag::{Diagnostic, Files, Located, Place, Sink, code};
use crate::model::draft::{Lines, Text};
use crate::project::Project;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// Files within files deeper than this go in a circle.
const MAX_DEPTH: usize = 8;

/// More parts than a body has.
const MAX_PARTS: usize = 500;

/// Reads parts, each file once.
pub struct Parts<'a> {
    project: &'a Project,
    campaign: &'a Path,
    read: HashMap<PathBuf, Lines>,
}

impl<'a> Parts<'a> {
    /// For the bodies of one campaign.
    pub fn new(project: &'a Project, campaign: &'a Path) -> Self {
        Parts { project, campaign, read: HashMap::new() }
    }

    /// Puts the parts into a body.
    pub fn put_in(&mut self, lines: &mut Lines, files: &mut Files, sink: &mut Sink) {
        if lines.iter().any(|line| name(&line.value).is_some()) {
            let mut out = Lines::new();
            let mut left = MAX_PARTS;
            self.lines(std::mem::take(lines), &mut Vec::new(), &mut left, &mut out, files, sink);
            *lines = out;
        }
    }

    fn lines(
        &mut self,
        lines: Lines,
        open: &mut Vec<PathBuf>,
        left: &mut usize,
        out: &mut Lines,
        files: &mut Files,
        sink: &mut Sink,
    ) {
        for line in lines {
            let Some(name) = name(&line.value) else {
                out.push(line);
                continue;
            };
            let tep = named(name, &line, files);
            let Some((path, part)) = self.part(&tep, files, sink) else { continue };
            if open.contains(&path) || open.len() >= MAX_DEPTH {
                sink.push(
                    Diagnostic::new(
                        &code::SAI_GIA_TRI,
                        format!("phần “{name}” ghép vòng tròn: tệp ấy lại ghép tệp này"),
                    )
                    .at(tep.place)
                    .advice("bỏ dòng {% include %} ở một trong các tệp"),
                );
                continue;
            }
            let Some(rest) = left.checked_sub(1) else {
                sink.push(
                    Diagnostic::new(&code::QUA_LON, format!("quá {MAX_PARTS} phần ghép trong một nội dung"))
                        .at(tep.place)
                        .advice("gộp bớt các tệp"),
                );
                return;
            };
            *left = rest;
            open.push(path);
            self.lines(part, open, left, out, files, sink);
            open.pop();
        }
    }

    /// The lines of a file: beside the campaign, or by its path from the project's root when that begins with `data/`.
    fn part(&mut self, tep: &Text, files: &mut Files, sink: &mut Sink) -> Option<(PathBuf, Lines)> {
        let path = match tep.value.starts_with("data/") {
            true => self.project.at(&tep.value),
            false => self.campaign.with_file_name(&tep.value),
        };
        if let Some(lines) = self.read.get(&path) {
            return Some((path, lines.clone()));
        }
        let lines = body::part_file(self.project, &path, tep, r#"{% include "muc_dich.md" %}"#, files, sink)?;
        self.read.insert(path.clone(), lines.clone());
        Some((path, lines))
    }
}

/// The file that a line names, if it does nothing else.
fn name(line: &str) -> Option<&str> {
    let inner = line.trim().strip_prefix("{%")?.strip_suffix("%}")?.trim_matches('-').trim();
    let quoted = inner.strip_prefix("include")?.trim();
    let name = quoted.strip_prefix('"').and_then(|q| q.strip_suffix('"'));
    let name = name.or_else(|| quoted.strip_prefix('\'').and_then(|q| q.strip_suffix('\'')))?;
    (!name.contains(['"', '\''])).then_some(name)
}

/// The name with its own place in the line.
fn named(name: &str, line: &Located<String>, files: &Files) -> Text {
    let place: Place = match files.slice(&line.place).find(name) {
        Some(at) => line.place.part(at..at + name.len()),
        None => line.place.clone(),
    };
    Located::new(name.to_owned(), place)
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn only_a_line_of_its_own_is_a_part() {
        assert_eq!(name(r#"  {% include "muc_dich.md" %}"#), Some("muc_dich.md"));
        assert_eq!(name("{%- include 'data/cau_chu/ket.md' -%}"), Some("data/cau_chu/ket.md"));
        for other in [r#"xem {% include "a.md" %}"#, "{% include a.md %}", r#"{% include "a" "b" %}"#, "{% if x %}"] {
            assert_eq!(name(other), None, "{other}");
        }
    }
}
