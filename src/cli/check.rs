//! `vanthu check`

use super::args::CheckArgs;
use super::{End, render};
use vanthu::pipeline::Task;

/// Loads, resolves and checks every campaign named; writes nothing.
pub fn run(args: &CheckArgs) -> End {
    let task = Task { only: args.only.clone(), jobs: render::cores(), ..Task::default() };
    render::each(&args.campaigns, args.font_dir.as_deref(), &task, false)
}
