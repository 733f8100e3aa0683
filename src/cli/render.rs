//! `vanthu render`

use super::args::{FormatArg, RenderArgs};
use super::{End, count, has_errors, progress, say, show, warn};
use indexmap::IndexMap;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use vanthu::check;
use vanthu::diag::nearest;
use vanthu::pipeline::{Outcome, Pipeline, Task, Watch, Written, Xet};
use vanthu::project::Project;
use vanthu::typeset::Format;

/// Renders every campaign named; each prints a line per file written.
pub fn run(args: &RenderArgs) -> End {
    let mut formats: Vec<Format> = Vec::new();
    for format in &args.formats {
        let format = match format {
            FormatArg::Pdf => Format::Pdf,
            FormatArg::Typ => Format::Typ,
            FormatArg::Png => Format::Png,
            FormatArg::Svg => Format::Svg,
        };
        if !formats.contains(&format) {
            formats.push(format);
        }
    }
    if formats.is_empty() {
        formats.push(Format::Pdf);
    }
    let task = Task {
        only: args.only.clone(),
        output: Some((args.output.clone(), formats)),
        jobs: args.jobs.map_or_else(cores, usize::from),
        strict: args.strict,
        shard: args.shard,
        trang: false,
        xet: Xet::default(),
    };
    if let Some(message) = same_folder(&args.campaigns) {
        warn(message);
        return End::UsageWrong;
    }
    if task.strict && args.campaigns.len() > 1 {
        // All of them are sound before the first file of any is written.
        let check = Task { output: None, ..task.clone() };
        let end = each(&args.campaigns, args.font_dir.as_deref(), &check, true);
        if end != End::Done {
            return end;
        }
    }
    each(&args.campaigns, args.font_dir.as_deref(), &task, args.quiet)
}

/// How many documents the machine can make at a time.
pub fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// Two campaigns of one name would write over each other.
fn same_folder(campaigns: &[PathBuf]) -> Option<String> {
    let mut seen: HashMap<String, &Path> = HashMap::new();
    for campaign in campaigns {
        let stem = campaign.file_stem()?.to_string_lossy().to_lowercase();
        if let Some(first) = seen.insert(stem, campaign) {
            return Some(format!(
                "lỗi: {} và {} cùng tên tệp nên sẽ ghi đè nhau\n  đổi tên một tệp, hoặc chạy hai lần với -o khác nhau",
                first.display(),
                campaign.display()
            ));
        }
    }
    None
}

/// Runs a task over campaigns, opening each project once.
pub fn each(campaigns: &[PathBuf], font_dir: Option<&Path>, task: &Task, quiet: bool) -> End {
    let watch = Arc::new(Watch::default());
    if task.output.is_some() {
        // Without a handler Ctrl-C still ends the program, and no file is ever half written.
        let stopping = Arc::clone(&watch);
        let _ = ctrlc::set_handler(move || stopping.stop());
    }
    let mut open: Option<(Project, Pipeline)> = None;
    let mut end = End::Done;
    let (mut known_ids, mut found_only): (Vec<String>, Vec<String>) = Default::default();
    for campaign in campaigns {
        let project = Project::of(campaign);
        if open.as_ref().is_none_or(|(of, _)| *of != project) {
            match Pipeline::open(project.clone(), font_dir) {
                Ok(pipeline) => open = Some((project, pipeline)),
                Err(outcome) => {
                    show(&outcome.files, &outcome.findings);
                    end = End::InputWrong;
                    continue;
                }
            }
        }
        let Some((_, pipeline)) = &open else { continue };
        let outcome = progress::shown(&watch, quiet, || pipeline.run(campaign, task, &watch));
        if !quiet {
            written(&outcome.written);
            left_over(&outcome.left_over);
        }
        if report(campaign, &outcome, task, quiet) {
            end = End::InputWrong;
        }
        known_ids.extend(outcome.ids);
        found_only.extend(outcome.found_only);
        if watch.is_stopped() && outcome.left > 0 {
            let left = outcome.left;
            warn(format!("đã dừng, còn {left} văn bản chưa làm; chạy lại lệnh này thì làm tiếp phần còn lại"));
            return End::InputWrong;
        }
    }
    if end == End::Done { unknown_only(task, &found_only, &known_ids) } else { end }
}

/// Says which document of `--only` no campaign has.
pub fn unknown_only(task: &Task, found: &[String], known: &[String]) -> End {
    let Some(unknown) = task.only.iter().find(|id| !found.contains(id)) else { return End::Done };
    warn(format!("lỗi: không có văn bản “{unknown}”"));
    match nearest(unknown, known.iter().map(String::as_str)) {
        Some(near) => warn(format!("  có phải là {near}?")),
        None => warn(format!("  các văn bản đang có: {}", known.join(", "))),
    }
    End::UsageWrong
}

/// Prints a line for each file; the documents of a list, which may be thousands, are one line a folder.
fn written(files: &[Written]) {
    let verb = |file: &Written| if file.unchanged { "không đổi" } else { "đã ghi" };
    let mut folders: IndexMap<(&Path, &str), (usize, usize)> = IndexMap::new();
    for file in files {
        match file.path.parent().filter(|_| file.row) {
            Some(folder) => {
                let (count, pages) = folders.entry((folder, verb(file))).or_default();
                *count += 1;
                *pages += file.pages;
            }
            None => say(format!("{} {} ({} trang)", verb(file), file.path.display(), file.pages)),
        }
    }
    for ((folder, verb), (count, pages)) in folders {
        say(format!("{verb} {count} tệp trong {} ({pages} trang)", folder.display()));
    }
}

/// Names files of earlier runs that belong to nothing any more: somebody could send them.
fn left_over(files: &[PathBuf]) {
    const SHOWN: usize = 10;
    for file in files.iter().take(SHOWN) {
        say(format!("không còn trong chiến dịch {}: xóa nếu không cần", file.display()));
    }
    if let Some(more) = files.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        say(format!("không còn trong chiến dịch: {more} tệp nữa"));
    }
}

/// Prints what was found; whether any of it is an error. What a văn thư would say of the words is only counted while
/// documents are being made, since they can be: `vanthu check` shows it.
fn report(campaign: &Path, outcome: &Outcome, task: &Task, quiet: bool) -> bool {
    let making = task.output.is_some() && !task.strict;
    let (counted, shown): (Vec<_>, Vec<_>) =
        outcome.findings.iter().cloned().partition(|finding| making && check::of_any_draft(finding.code));
    show(&outcome.files, &shown);
    let errors = has_errors(&shown);
    let found = count(&shown);
    if !found.is_empty() {
        let undone = match (task.output.is_some() && errors, outcome.written.is_empty()) {
            (true, true) => "; chưa ghi tệp nào".to_owned(),
            (true, false) if outcome.refused > 0 => format!("; {} văn bản chưa làm được", outcome.refused),
            _ => String::new(),
        };
        warn(format!("{}: {found}{undone}", campaign.display()));
    } else if !quiet && task.output.is_none() {
        say(format!("{}: không có lỗi", campaign.display()));
    }
    let of_words = count(&counted);
    if !of_words.is_empty() && !quiet {
        let name = campaign.display();
        warn(format!("{name}: thể thức, câu chữ có {of_words}; xem bằng: vanthu check {name}"));
    }
    errors
}
