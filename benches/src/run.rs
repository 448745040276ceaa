//! A whole run: which sets, which formats, how long.

use crate::report::Report;
use crate::sets::Set;
use crate::subject::{Disagreement, Format, Measure};
use crate::time::{self, Figure};

/// What to measure.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The data sets.
    pub sets: Vec<Set>,
    /// The formats; Stillwire is always among them.
    pub formats: Vec<Format>,
    /// Seconds for each measurement.
    pub seconds: f64,
    /// Elements are this many times fewer than the sets' own.
    pub shrink: usize,
}

/// The level of zstd: its own default.
const ZSTD_LEVEL: i32 = 3;

impl Plan {
    /// Measures. `progress` is told the set and which part of it is done, from 0 to 1.
    ///
    /// # Errors
    /// Where a format does not hold the values of a set: then nothing of that set is measured.
    pub fn run(&self, mut progress: impl FnMut(Set, f64)) -> Result<Vec<Report>, Disagreement> {
        let sets = self.sets.iter();
        sets.map(|set| self.measure(*set, |part| progress(*set, part)))
            .collect()
    }

    fn measure(&self, set: Set, progress: impl FnMut(f64)) -> Result<Report, Disagreement> {
        let is_wanted = |format| format == Format::Stillwire || self.formats.contains(&format);
        let mut subject = set.subject((set.elements() / self.shrink).max(1));
        subject.agree()?;
        subject.cases.retain(|case| is_wanted(case.format));
        subject.bytes.retain(|(format, _)| is_wanted(*format));
        let mut figures = time::time(&mut subject, self.seconds, progress);
        for (format, bytes) in subject.bytes {
            let zstd = zstd::bulk::compress(bytes, ZSTD_LEVEL).expect("memory can be compressed");
            figures.push(size(format, Measure::Size, bytes.len()));
            figures.push(size(format, Measure::SizeZstd, zstd.len()));
        }
        Ok(Report { set, figures })
    }
}

fn size(format: Format, measure: Measure, bytes: usize) -> Figure {
    Figure {
        format,
        measure,
        value: bytes as f64,
    }
}
