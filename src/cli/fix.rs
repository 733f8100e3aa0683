//! `vanthu check --fix`: what changed as a diff, and the files written.

use super::{has_errors, say, show};
use similar::TextDiff;
use vanthu::diag::{Diagnostic, Files};
use vanthu::pipeline::Sua;
use vanthu::write;

/// Lines around a change.
const CONTEXT: usize = 3;

/// Shows what is mended and writes it, unless it is only to be looked at; whether all of it could be written. `told` says
/// whether a person reads it: programs get their own format alone.
pub fn finish(sua: &Sua, chi_xem: bool, told: bool) -> bool {
    let mut failed: Vec<Diagnostic> = Vec::new();
    for (path, tep) in sua.tep.iter().filter(|(_, tep)| tep.before != tep.after) {
        if told {
            let diff = TextDiff::from_lines(&tep.before, &tep.after);
            let shown = diff.unified_diff().context_radius(CONTEXT).header(&tep.name, &tep.name).to_string();
            say(shown.trim_end_matches('\n'));
        }
        if !chi_xem && let Err(finding) = write::whole(path, &tep.bytes) {
            failed.push(finding);
        }
    }
    if told {
        show(&Files::default(), &sua.khong_duoc.values().cloned().collect::<Vec<_>>());
        let verb = if chi_xem { "sẽ sửa" } else { "đã sửa" };
        match sua.dem() {
            (0, _) => say("không có chỗ nào tự sửa được"),
            (places, files) => say(format!("{verb} {places} chỗ trong {files} tệp")),
        }
    }
    show(&Files::default(), &failed);
    !has_errors(&failed)
}
