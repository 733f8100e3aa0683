//! `vanthu check`

use super::args::{CheckArgs, QuyDinhArg, ReportArg};
use super::{End, count, explain, fix, folder, has_errors, progress, render, say, show, warn};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::Path;
use vanthu::diag::{Code, Diagnostic, Record, Severity, github, json, record, sarif, unshown};
use vanthu::load::text::MAX_BYTES;
use vanthu::pipeline::{KiemBanThao, Outcome, Pipeline, Sua, Task, Watch, Xet, codes};
use vanthu::project::{Project, Thay};

/// Of one kind a person is shown so many at a time; programs get all.
const SHOWN: usize = 100;

/// Mending one place may show another; more rounds than this mend nothing.
const ROUNDS: usize = 20;

/// Checks every campaign and draft named; writes nothing but certain fixes, when they are asked for.
pub fn run(args: &CheckArgs) -> End {
    if let Some(wrong) = args.bo_qua.iter().find_map(|name| not_a_rule(name)) {
        warn(wrong);
        return End::UsageWrong;
    }
    if args.fix && args.inputs.iter().any(|input| is_stdin(input)) {
        warn("lỗi: --fix không sửa được chữ đọc từ đầu vào chuẩn\n  ghi tên tệp thay cho dấu -");
        return End::UsageWrong;
    }
    let xet = Xet {
        bo_qua: args.bo_qua.clone(),
        goi_y: args.goi_y,
        ghi_chu: true,
        theo_ngay: args.quy_dinh == QuyDinhArg::TheoNgay,
    };
    let task = Task { only: args.only.clone(), jobs: render::cores(), trang: args.trang, xet, ..Task::default() };
    let human = args.format == ReportArg::Human;
    let mut reader = Reader { args, task, campaigns: None, drafts: None, quiet: !human };
    let (mut sua, mut records, mut end) = (Sua::default(), Vec::new(), End::Done);
    let (mut known_ids, mut found_only): (Vec<String>, Vec<String>) = Default::default();
    for input in &folder::written_out(&args.inputs) {
        let mut outcome = reader.read(input, &sua);
        let wrong_now = has_errors(&outcome.findings);
        if args.fix {
            let project = Project::of(input);
            for _ in 0..ROUNDS {
                if !sua.vong(&project, input, &outcome) {
                    break;
                }
                outcome = reader.read(input, &sua);
            }
        }
        if has_errors(&outcome.findings) || args.chi_xem && wrong_now {
            end = End::InputWrong;
        }
        known_ids.append(&mut outcome.ids);
        found_only.append(&mut outcome.found_only);
        if human {
            report(input, &outcome, args.goi_y, args.chi_xem);
        } else {
            records.extend(record::records(&outcome.files, &input.display().to_string(), &outcome.findings));
        }
    }
    if args.fix && !fix::finish(&sua, args.chi_xem, human) {
        end = End::InputWrong;
    }
    if !human {
        print(args.format, &records);
    }
    if end == End::Done { render::unknown_only(&reader.task, &found_only, &known_ids) } else { end }
}

/// What is wrong with a name after `--bo-qua`.
fn not_a_rule(name: &str) -> Option<String> {
    let codes = codes();
    match codes.iter().find(|code| code.name == name) {
        Some(code) if code.chan => Some(format!("lỗi: {name} là lỗi phải sửa mới làm được văn bản, không bỏ qua được")),
        Some(_) => None,
        None => Some(explain::unknown(name)),
    }
}

fn is_stdin(input: &Path) -> bool {
    input == Path::new("-")
}

fn is_campaign(input: &Path) -> bool {
    let ending = input.extension().map(|e| e.to_string_lossy().to_lowercase());
    matches!(ending.as_deref(), Some("yaml" | "yml"))
}

/// Reads inputs, opening each project once; for drafts alone, no font and no template is touched.
struct Reader<'a> {
    args: &'a CheckArgs,
    task: Task,
    campaigns: Option<(Project, Pipeline)>,
    drafts: Option<(Project, KiemBanThao)>,
    quiet: bool,
}

impl Reader<'_> {
    /// Checks one input, files that were mended as they would be.
    fn read(&mut self, input: &Path, sua: &Sua) -> Outcome {
        let done = if is_campaign(input) { self.campaign(input, sua.thay()) } else { self.draft(input, sua.thay()) };
        done.unwrap_or_else(|failed| failed)
    }

    fn campaign(&mut self, input: &Path, thay: Thay) -> Result<Outcome, Outcome> {
        let project = Project::of(input);
        if self.campaigns.as_ref().is_none_or(|(of, _)| *of != project) {
            self.campaigns = Some((project.clone(), Pipeline::open(project, self.args.font_dir.as_deref())?));
        }
        let Some((_, pipeline)) = &mut self.campaigns else { return Ok(Outcome::default()) };
        pipeline.voi(thay);
        let watch = Watch::default();
        Ok(progress::shown(&watch, self.quiet, || pipeline.run(input, &self.task, &watch)))
    }

    fn draft(&mut self, input: &Path, thay: Thay) -> Result<Outcome, Outcome> {
        let project = Project::of(input);
        if self.drafts.as_ref().is_none_or(|(of, _)| *of != project) {
            self.drafts = Some((project.clone(), KiemBanThao::open(project)?));
        }
        let Some((_, drafts)) = &mut self.drafts else { return Ok(Outcome::default()) };
        drafts.voi(thay);
        if is_stdin(input) {
            let mut bytes = Vec::new();
            let read = std::io::stdin().take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes);
            return Ok(drafts.run("-", read.map(|_| Cow::Owned(bytes)), &self.task.xet));
        }
        Ok(drafts.tep(input, &self.task.xet))
    }
}

/// Tells a person what was found in one input; of what is only looked at, how much it would be.
fn report(input: &Path, outcome: &Outcome, goi_y: bool, only_count: bool) {
    if !only_count {
        show(&outcome.files, &at_most(SHOWN, &outcome.findings));
    }
    // The note about an older document is no finding to count.
    let counted = |d: &&Diagnostic| goi_y || d.severity != Severity::GoiY;
    let found = count(&outcome.findings.iter().filter(counted).cloned().collect::<Vec<_>>());
    let more = match outcome.hidden {
        0 => String::new(),
        hidden => format!(" (thêm {hidden} gợi ý: --goi-y)"),
    };
    let name = if is_stdin(input) { "đầu vào chuẩn".into() } else { input.display().to_string() };
    if found.is_empty() {
        say(format!("{name}: không có lỗi{more}"));
    } else {
        warn(format!("{name}: {found}{more}"));
    }
}

/// The findings, of each kind at most so many; how many more there are stands in the place of the rest.
fn at_most(most: usize, findings: &[Diagnostic]) -> Vec<Diagnostic> {
    let mut seen: BTreeMap<&str, (&'static Code, usize)> = BTreeMap::new();
    let mut out = Vec::new();
    for finding in findings {
        let (_, count) = seen.entry(finding.code.name).or_insert((finding.code, 0));
        *count += finding.stands_for;
        if *count <= most || finding.code.chan {
            out.push(finding.clone());
        }
    }
    let more = seen.into_values().filter(|(code, count)| *count > most && !code.chan);
    out.extend(more.map(|(code, count)| unshown(code, count - most)));
    out
}

/// Prints for programs; nothing else is on standard output then.
fn print(format: ReportArg, records: &[Record]) {
    let text = match format {
        ReportArg::Github => github::github(records),
        ReportArg::Sarif => sarif::sarif(records, explain::about, &std::env::current_dir().unwrap_or_default()),
        ReportArg::Json | ReportArg::Human => json::json(records),
    };
    if !text.is_empty() {
        say(text);
    }
}
