//! The command line. Only this module and its children print; exit codes are 0 done, 1 the input is wrong, 2 the command
//! line is wrong.

mod args;
mod check;
mod explain;
mod fix;
mod folder;
mod list;
mod mau;
mod new;
mod progress;
mod render;
mod renew;
mod sao;
mod schema;
mod usage_error;

use clap::Parser as _;
use std::io::{IsTerminal as _, Write as _};
use std::process::ExitCode;
use vanthu::diag::{Diagnostic, Files, Severity, human};

/// What a command ended with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Done,
    InputWrong,
    UsageWrong,
}

/// Reads the command line and runs its command.
pub fn run() -> ExitCode {
    let end = match args::Args::try_parse() {
        Ok(args) => match args.command {
            args::Command::Render(args) => render::run(&args),
            args::Command::Check(args) => check::run(&args),
            args::Command::Explain(args) => explain::run(&args),
            args::Command::Renew(args) => renew::run(&args),
            args::Command::Sao(args) => sao::run(&args),
            args::Command::List(args) => list::run(&args),
            args::Command::New(args) => new::run(&args),
            args::Command::Schema => schema::run(),
        },
        Err(error) => usage_error::explain(&error),
    };
    ExitCode::from(match end {
        End::Done => 0,
        End::InputWrong => 1,
        End::UsageWrong => 2,
    })
}

/// A line on standard output. A reader that closed the pipe early is no mistake of ours.
fn say(line: impl AsRef<str>) {
    let _ = writeln!(std::io::stdout(), "{}", line.as_ref());
}

/// A line on standard error.
fn warn(line: impl AsRef<str>) {
    let _ = writeln!(std::io::stderr(), "{}", line.as_ref());
}

/// Prints findings to standard error.
fn show(files: &Files, findings: &[Diagnostic]) {
    let colour = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    for finding in findings {
        warn(format!("{}\n", human::render(files, finding, colour)));
    }
}

/// "2 lỗi, 1 cảnh báo"; empty when there is nothing.
fn count(findings: &[Diagnostic]) -> String {
    [Severity::Loi, Severity::CanhBao, Severity::GoiY]
        .into_iter()
        .map(|severity| {
            let of_it = findings.iter().filter(|d| d.severity == severity);
            (of_it.map(|d| d.stands_for).sum::<usize>(), severity)
        })
        .filter(|(n, _)| *n > 0)
        .map(|(n, severity)| format!("{n} {}", severity.ten()))
        .collect::<Vec<_>>()
        .join(", ")
}

fn has_errors(findings: &[Diagnostic]) -> bool {
    findings.iter().any(|d| d.severity == Severity::Loi)
}
