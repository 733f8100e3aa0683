//! The word lists of rules, `data/kiem_tra/*.yaml`: a project's own files come beside the program's.

use super::reference::parse;
use crate::diag::{Files, Sink};
use crate::model::{BangTu, TheThuc};
use crate::project::Project;

/// Every list, in the order of the files' names.
pub fn bang_tu(project: &Project, files: &mut Files, sink: &mut Sink) -> Vec<BangTu> {
    let names = project.list("data/kiem_tra").into_iter().filter(|name| name.ends_with(".yaml"));
    names.filter_map(|name| parse(project, &format!("data/kiem_tra/{name}"), files, sink)).collect()
}

/// Sizes, margins, gaps of Phụ lục I.
pub fn the_thuc(project: &Project, files: &mut Files, sink: &mut Sink) -> Option<TheThuc> {
    parse(project, "data/the_thuc.yaml", files, sink)
}
