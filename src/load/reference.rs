//! The program's own data, from `data/`: parsed by derive, since it ships with the program and is tested with it. A
//! project may override a file, so a mistake in one is still a finding with its line.

use super::line::Line;
use crate::diag::{Diagnostic, Files, Place, Sink, code};
use crate::model::{DanhMucSao, Reference};
use crate::project::Project;
use serde::de::DeserializeOwned;
use std::borrow::Cow;

impl Reference {
    /// Reads the data of a project.
    pub fn load(project: &Project, files: &mut Files, sink: &mut Sink) -> Option<Reference> {
        let loai = parse(project, "data/loai_van_ban.yaml", files, sink);
        let sao: Option<DanhMucSao> = parse(project, "data/ban_sao.yaml", files, sink);
        let tu_khoa = parse(project, "data/tu_khoa.yaml", files, sink);
        let chuc_vu = parse(project, "data/chuc_vu.yaml", files, sink);
        Some(Reference { loai: loai?, sao: sao?.with_names(), tu_khoa: tu_khoa?, chuc_vu: chuc_vu? })
    }
}

/// Reads one file of data by its path from the project's root.
pub(crate) fn parse<T: DeserializeOwned>(
    project: &Project,
    path: &str,
    files: &mut Files,
    sink: &mut Sink,
) -> Option<T> {
    let bytes = project.read(path);
    let built_in = matches!(bytes, Ok(Cow::Borrowed(_)));
    let file = super::keep(path, bytes, files, sink)?;
    if built_in && let Some(value) = super::nhanh::doc(files.text(file)) {
        return Some(value);
    }
    match serde_saphyr::from_str(files.text(file)) {
        Ok(value) => Some(value),
        Err(error) => {
            let text = files.text(file);
            let offset = error.location().map_or(0, |l| line_offset(text, l.line() as usize));
            let mut line = Line::at(text, offset);
            if line.is_blank() {
                line = line.above().unwrap_or(line);
            }
            sink.push(
                Diagnostic::new(&code::CU_PHAP_YAML, format!("tệp dữ liệu {path} viết sai"))
                    .at(Place { file, span: line.trimmed() })
                    .advice("so với tệp cùng tên đi kèm chương trình; xóa tệp riêng để dùng tệp đi kèm"),
            );
            None
        }
    }
}

fn line_offset(text: &str, line: usize) -> usize {
    text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum()
}
