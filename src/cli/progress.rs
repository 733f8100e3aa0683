//! How far a long run is: a line on the terminal, nothing where there is none.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal as _;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use vanthu::pipeline::Watch;

/// A run that is over sooner is not worth a line.
const PATIENCE: Duration = Duration::from_millis(400);

/// Between two looks at the run.
const PAUSE: Duration = Duration::from_millis(100);

const TEMPLATE: &str = "{bar:30} {pos}/{len} văn bản{msg}";

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
    let start = Instant::now();
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
        bar.set_message(rate(done, total, start.elapsed()));
        std::thread::park_timeout(PAUSE);
    }
    bar.finish_and_clear();
}

/// ", 151 văn bản/giây, còn 2 phút 05 giây"; nothing while nothing is done.
fn rate(done: usize, total: usize, elapsed: Duration) -> String {
    let (done, left) = (done as u128, total.saturating_sub(done) as u128);
    let millis = elapsed.as_millis().max(1);
    if done == 0 {
        return String::new();
    }
    let (rate, seconds) = (done * 1000 / millis, (left * millis / done).div_ceil(1000));
    let left = match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("{seconds} giây"),
        (minutes, seconds) => format!("{minutes} phút {seconds:02} giây"),
    };
    format!(", {rate} văn bản/giây, còn {left}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rate_and_time_left_are_said_as_people_say_them() {
        assert_eq!(rate(0, 1_000, Duration::from_millis(400)), "");
        assert_eq!(rate(150, 1_000, Duration::from_secs(1)), ", 150 văn bản/giây, còn 6 giây");
        assert_eq!(rate(1_000, 20_000, Duration::from_millis(6_600)), ", 151 văn bản/giây, còn 2 phút 06 giây");
        assert_eq!(rate(1_000, 1_000, Duration::ZERO), ", 1000000 văn bản/giây, còn 0 giây");
    }
}
