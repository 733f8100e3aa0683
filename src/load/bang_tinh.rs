//! A list of recipients from a table beside the campaign: CSV as Excel writes it, or a sheet of an XLSX workbook.

use crate::diag::{Files, Located, Sink};
use crate::model::DanhSach;
use crate::project::Project;
use std::path::Path;

/// Reads the list in `tep`, which lies beside the campaign and inside the project. `trang` is the name of a sheet of a
/// workbook; without it the first visible sheet with something in it is read.
///
/// `sink` gets what makes the whole list useless, [`DanhSach::hong`] what is wrong with single rows.
pub fn bang_tinh(
    project: &Project,
    campaign: &Path,
    tep: &Located<String>,
    trang: Option<&Located<String>>,
    files: &mut Files,
    sink: &mut Sink,
) -> Option<DanhSach> {
    let _ = (project, campaign, tep, trang, files, sink);
    None
}
