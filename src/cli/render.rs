//! `vanthu render`

use super::args::{FormatArg, RenderArgs};
use super::{End, count, has_errors, say, show, warn};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use vanthu::diag::nearest;
use vanthu::pipeline::{Outcome, Pipeline, Task};
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
    let task = Task { only: args.only.clone(), output: Some((args.output.clone(), formats)) };
    if let Some(message) = same_folder(&args.campaigns) {
        warn(message);
        return End::UsageWrong;
    }
    each(&args.campaigns, args.font_dir.as_deref(), &task)
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
pub fn each(campaigns: &[PathBuf], font_dir: Option<&Path>, task: &Task) -> End {
    let mut open: Option<(Project, Pipeline)> = None;
    let mut end = End::Done;
    let mut known_ids: Vec<String> = Vec::new();
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
        let outcome = pipeline.run(campaign, task, &mut |written| {
            say(format!("đã ghi {} ({} trang)", written.path.display(), written.pages));
        });
        if report(campaign, &outcome, task) {
            end = End::InputWrong;
        }
        known_ids.extend(outcome.ids);
    }
    match task.only.iter().find(|id| !known_ids.contains(id)) {
        Some(unknown) if end == End::Done => {
            warn(format!("lỗi: không có văn bản “{unknown}”"));
            match nearest(unknown, known_ids.iter().map(String::as_str)) {
                Some(near) => warn(format!("  có phải là {near}?")),
                None => warn(format!("  các văn bản đang có: {}", known_ids.join(", "))),
            }
            End::UsageWrong
        }
        _ => end,
    }
}

/// Prints what was found; whether any of it is an error.
fn report(campaign: &Path, outcome: &Outcome, task: &Task) -> bool {
    show(&outcome.files, &outcome.findings);
    let errors = has_errors(&outcome.findings);
    let found = count(&outcome.findings);
    if !found.is_empty() {
        warn(format!("{}: {found}", campaign.display()));
    } else if task.output.is_none() {
        say(format!("{}: không có lỗi", campaign.display()));
    }
    errors
}
