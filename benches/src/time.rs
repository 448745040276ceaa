//! The clock: how long each case takes, on a machine that others use too.
//!
//! The cases of a data set take turns, one short sample each, so that whatever slows the machine for a while slows all of
//! them. Each keeps its fastest sample: noise only ever adds. A sample repeats the work until it is long enough to be
//! timed, and is preceded by one turn that is not, which brings the case's own data back into the caches.

use crate::subject::{Case, Format, Measure, Subject};
use std::time::{Duration, Instant};

/// A sample is this part of the time that a case has.
const SAMPLES: f64 = 100.0;
/// A case gets so many samples even if they take longer.
const LEAST_SAMPLES: u32 = 5;

/// One figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// Of which format.
    pub format: Format,
    /// Of which work.
    pub measure: Measure,
    /// Nanoseconds, or bytes.
    pub value: f64,
}

/// Times every case of a set for about `seconds` each. `progress` is told which part is done, from 0 to 1.
pub fn time(subject: &mut Subject, seconds: f64, mut progress: impl FnMut(f64)) -> Vec<Figure> {
    let mut clocks: Vec<Clock<'_>> = subject
        .cases
        .iter_mut()
        .map(|case| Clock::start(case, seconds))
        .collect();
    let all = clocks.len() as f64 * seconds;
    loop {
        let waiting = clocks.iter_mut().filter(|clock| !clock.is_done(seconds));
        let Some(next) = waiting.min_by(|a, b| a.spent.total_cmp(&b.spent)) else {
            break;
        };
        next.sample();
        let spent: f64 = clocks.iter().map(|clock| clock.spent.min(seconds)).sum();
        progress(spent / all);
    }
    clocks.into_iter().map(Clock::figure).collect()
}

struct Clock<'a> {
    case: &'a mut Case,
    /// Turns of a sample.
    times: u64,
    /// Whether a turn is short beside what a sample should take.
    is_short: bool,
    /// The fastest, in nanoseconds a turn.
    best: f64,
    /// Seconds.
    spent: f64,
    samples: u32,
}

impl<'a> Clock<'a> {
    /// Finds out how many turns make up a sample.
    fn start(case: &'a mut Case, seconds: f64) -> Self {
        let wanted = seconds / SAMPLES;
        let mut times = 1;
        let mut took = elapsed(case, times).as_secs_f64();
        while took < wanted / 4.0 {
            times *= 2;
            took = elapsed(case, times).as_secs_f64();
        }
        let turn = took / times as f64;
        Self {
            case,
            times: (wanted / turn).ceil().max(1.0) as u64,
            is_short: turn < wanted,
            best: f64::INFINITY,
            spent: 0.0,
            samples: 0,
        }
    }

    fn is_done(&self, seconds: f64) -> bool {
        self.spent >= seconds && self.samples >= LEAST_SAMPLES
    }

    fn sample(&mut self) {
        if self.is_short {
            (self.case.run)(1);
        }
        let took = elapsed(self.case, self.times);
        self.best = self.best.min(took.as_nanos() as f64 / self.times as f64);
        self.spent += took.as_secs_f64();
        self.samples += 1;
    }

    fn figure(self) -> Figure {
        Figure {
            format: self.case.format,
            measure: self.case.measure,
            value: self.best,
        }
    }
}

fn elapsed(case: &mut Case, times: u64) -> Duration {
    let start = Instant::now();
    (case.run)(times);
    start.elapsed()
}
