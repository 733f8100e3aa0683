//! How far a long run is: a line on the terminal, nothing where there is none.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal as _;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use vanthu::pipeline::Watch;

/// A run that is over sooner is not worth a line.
const PATIENCE: Duration = Duration::from_millis(400);

/// Between two looks at the run.
const PAUSE: Duration = Duration::from_millis(100);

const TEMPLATE: &str = "{bar:30} {pos}/{len} văn bản, {per_sec}, còn {eta}";

/// Runs something that `watch` follows, with a bar on the terminal while it lasts.
pub fn shown<T: Send>(watch: &Watch, quiet: bool, run: impl FnOnce() -> T + Send) -> T {
    if quiet || !std::io::stderr().is_terminal() {
        return run();
    }
    let over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let bar = scope.spawn(|| follow(watch, &over));
        let result = run();
        over.store(true, Ordering::Relaxed);
        bar.thread().unpark();
        result
    })
}

fn follow(watch: &Watch, over: &AtomicBool) {
    std::thread::park_timeout(PATIENCE);
    if over.load(Ordering::Relaxed) {
        return;
    }
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
    bar.set_style(ProgressStyle::with_template(TEMPLATE).unwrap_or_else(|_| ProgressStyle::default_bar()));
    while !over.load(Ordering::Relaxed) {
        let (done, total) = watch.done();
        bar.set_length(total as u64);
        bar.set_position(done as u64);
        std::thread::park_timeout(PAUSE);
    }
    bar.finish_and_clear();
}
