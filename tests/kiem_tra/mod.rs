//! `vanthu check`: rules on campaigns, on drafts, on pages; what it prints; what it mends.

mod bo;
mod cau_hinh;
mod do_luong;
mod lam_hong;
mod nd30;
mod ra;
mod sua;
mod trang;
mod vi_du;

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

/// What a run of the command gave.
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// Runs the command in a folder.
pub fn vanthu(folder: &Path, args: &[&str]) -> Run {
    with_input(folder, args, "")
}

/// The same with words on standard input.
pub fn with_input(folder: &Path, args: &[&str], input: &str) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vanthu"));
    command.current_dir(folder).args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the command runs");
    // One that does not read its input closes it.
    let _ = child.stdin.take().expect("a pipe").write_all(input.as_bytes());
    let output = child.wait_with_output().expect("the command ends");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    Run { code: output.status.code().expect("an exit code"), out: text(output.stdout), err: text(output.stderr) }
}

/// The findings of one rule, as `check --format json` tells them.
pub fn findings(folder: &Path, rule: &str, args: &[&str]) -> Vec<serde_json::Value> {
    let run = vanthu(folder, &[&["check", "--format", "json"], args].concat());
    assert_eq!(run.err, "", "{args:?}");
    let all: Vec<serde_json::Value> = serde_json::from_str(&run.out).expect("a JSON array");
    all.into_iter().filter(|finding| finding["rule"] == rule).collect()
}

/// The rule that the tests here break: certain, an error, with a fix.
pub const HOA: &str = "viet-hoa-nhan-dan";
