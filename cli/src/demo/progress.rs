//! A bar on standard error while the demo works; nothing where that is no terminal.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::borrow::Cow;
use std::time::Duration;

/// How many ticks one step of the demo has.
const STEP: u64 = 1_000;

/// Progress through the demo's steps, each as long as the others.
#[derive(Debug, Clone)]
pub(crate) struct Progress {
    bar: ProgressBar,
}

impl Progress {
    pub(crate) fn new(steps: u64) -> Self {
        let bar = ProgressBar::with_draw_target(Some(steps * STEP), ProgressDrawTarget::stderr());
        // The template is a constant: where it does not parse, the default will do.
        let style = ProgressStyle::with_template("  {msg:<28} {bar:32} {percent:>3} %")
            .unwrap_or(ProgressStyle::default_bar());
        bar.set_style(style.progress_chars("█▉▊▋▌▍▎▏ "));
        Self { bar }
    }

    /// Begins step `index`.
    pub(crate) fn step(&self, index: u64, message: impl Into<Cow<'static, str>>) {
        self.bar.set_message(message);
        self.bar.set_position(index * STEP);
    }

    /// Within a step: `done` of `all`.
    pub(crate) fn part(&self, done: usize, all: usize) {
        let share = done as f64 / all.max(1) as f64;
        self.within(share);
    }

    /// Within a step: `done` of the time that it takes.
    pub(crate) fn time(&self, done: Duration, all: Duration) {
        self.within(done.as_secs_f64() / all.as_secs_f64().max(f64::MIN_POSITIVE));
    }

    fn within(&self, share: f64) {
        let begun = self.bar.position() / STEP * STEP;
        self.bar
            .set_position(begun + ((share.clamp(0.0, 1.0) * STEP as f64) as u64).min(STEP - 1));
    }

    /// Takes the bar away.
    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
