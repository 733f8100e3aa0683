//! Folders among the inputs: not every shell writes out `*.docx`.

use std::path::{Path, PathBuf};

/// Endings of files that hold a draft or a campaign.
const ENDINGS: [&str; 6] = ["docx", "txt", "md", "pdf", "yaml", "yml"];

/// The inputs, a folder as the drafts and campaigns directly in it, by name. A folder without any stays as it is, so that
/// reading it tells what is wrong.
pub fn written_out(inputs: &[PathBuf]) -> Vec<PathBuf> {
    inputs.iter().flat_map(|input| inside(input).unwrap_or_else(|| vec![input.clone()])).collect()
}

fn inside(folder: &Path) -> Option<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).ok()?;
    let mut files: Vec<PathBuf> =
        entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_file() && readable(path)).collect();
    files.sort();
    (!files.is_empty()).then_some(files)
}

/// Whether the name is that of a draft or a campaign; Word keeps "~$…" beside a file that is open, systems hide ".…".
fn readable(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    !name.starts_with(['~', '.']) && name.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.contains(&ending))
}
