//! What happened, as lines for people and as one number.

use std::fmt::{self, Write};
use std::time::Duration;

/// Takes the lines of a trace.
pub type Sink<'a> = &'a mut dyn FnMut(&str);

pub(super) struct Trace<'a> {
    digest: u64,
    line: String,
    /// The line before, and how often it came again.
    last: String,
    again: usize,
    sink: Option<Sink<'a>>,
}

impl fmt::Debug for Trace<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Trace").finish_non_exhaustive()
    }
}

impl<'a> Trace<'a> {
    pub(super) fn new(sink: Option<Sink<'a>>) -> Self {
        Self {
            digest: 0xcbf2_9ce4_8422_2325,
            line: String::new(),
            last: String::new(),
            again: 0,
            sink,
        }
    }

    pub(super) fn log(
        &mut self,
        step: usize,
        now: Duration,
        lane: usize,
        what: fmt::Arguments<'_>,
    ) {
        self.line.clear();
        let micros = now.as_micros();
        let (ms, us) = (micros / 1000, micros % 1000);
        write!(
            self.line,
            "{step:>6} {ms:>7}.{us:03} ms  lane {lane}  {what}"
        )
        .expect("a string takes everything");
        for byte in self.line.bytes() {
            self.digest = (self.digest ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        if self.sink.is_some() {
            self.show();
        }
    }

    /// Gives the line away, if it is not the one before once more.
    fn show(&mut self) {
        if self.line == self.last {
            self.again += 1;
            return;
        }
        self.finish();
        if let Some(sink) = &mut self.sink {
            sink(&self.line);
        }
        self.last.clone_from(&self.line);
    }

    /// Says how often the last line came again.
    pub(super) fn finish(&mut self) {
        if let (Some(sink), 1..) = (&mut self.sink, self.again) {
            sink(&format!("{:30}... {} times more", "", self.again));
        }
        self.again = 0;
    }

    /// FNV-1a of all lines.
    pub(super) const fn digest(&self) -> u64 {
        self.digest
    }
}
