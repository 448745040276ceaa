//! A bar on standard error while bytes are gone through; nothing where that is no terminal.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal;

/// How far a command is.
#[derive(Debug)]
pub(crate) struct Progress {
    bar: ProgressBar,
}

/// Records from one look at the bar to the next.
const EVERY: u64 = 1024;

impl Progress {
    /// For so many bytes; for as many as come where that is not known.
    pub(crate) fn new(all: Option<u64>) -> Self {
        let bar = ProgressBar::with_draw_target(all, ProgressDrawTarget::stderr());
        let template = match all {
            Some(_) => {
                "  {bar:32} {percent:>3} %  {bytes} of {total_bytes}, {bytes_per_sec}, {eta} left"
            }
            None => "  {spinner} {bytes}, {bytes_per_sec}",
        };
        // The templates are constants: where one does not parse, the default will do.
        let style = ProgressStyle::with_template(template).unwrap_or(ProgressStyle::default_bar());
        bar.set_style(style.progress_chars("█▉▊▋▌▍▎▏ "));
        Self { bar }
    }

    /// The same for work that prints: no bar stands between its lines.
    pub(crate) fn beside_output(all: Option<u64>) -> Self {
        if std::io::stdout().is_terminal() {
            let bar = ProgressBar::hidden();
            return Self { bar };
        }
        Self::new(all)
    }

    /// Record `nth` ends at byte `at` of the work.
    pub(crate) fn at(&self, nth: u64, at: u64) {
        if nth.is_multiple_of(EVERY) {
            self.bar.set_position(at);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
