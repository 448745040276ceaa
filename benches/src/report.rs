//! What was measured of a data set, and how it is shown.

use crate::sets::Set;
use crate::subject::{Format, Measure};
use crate::time::Figure;
use serde::Serialize;
use std::fmt::Write as _;

/// The columns of a table: what all formats have in common.
pub const COLUMNS: [Measure; 7] = [
    Measure::Encode,
    Measure::Verify,
    Measure::VerifyRead,
    Measure::ReadAll,
    Measure::ToOwned,
    Measure::Size,
    Measure::SizeZstd,
];

/// The figures of one data set.
#[derive(Debug, Clone)]
pub struct Report {
    /// The data set.
    pub set: Set,
    /// Its figures.
    pub figures: Vec<Figure>,
}

/// One figure, as `--json` prints it.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Row {
    /// The name of the data set.
    pub dataset: &'static str,
    /// The name of the format.
    pub format: &'static str,
    /// The name of the measure.
    pub measure: &'static str,
    /// Nanoseconds, or bytes.
    pub value: f64,
}

impl Report {
    /// One figure, if it was measured.
    pub fn value(&self, format: Format, measure: Measure) -> Option<f64> {
        let is_it = |figure: &&Figure| figure.format == format && figure.measure == measure;
        self.figures.iter().find(is_it).map(|figure| figure.value)
    }

    /// The formats that were measured, in their order.
    pub fn formats(&self) -> Vec<Format> {
        let mut formats: Vec<Format> = self.figures.iter().map(|figure| figure.format).collect();
        formats.sort();
        formats.dedup();
        formats
    }

    /// All figures.
    pub fn rows(&self) -> impl Iterator<Item = Row> {
        self.figures.iter().map(|figure| Row {
            dataset: self.set.name(),
            format: figure.format.name(),
            measure: figure.measure.name(),
            value: figure.value,
        })
    }

    /// The rows of its table: a heading, then a line for each format, with what the figure is to Stillwire's.
    pub fn table(&self) -> Vec<Vec<String>> {
        let columns: Vec<Measure> = COLUMNS
            .into_iter()
            .filter(|column| self.figures.iter().any(|figure| figure.measure == *column))
            .collect();
        let mut heading = vec![self.set.name().to_owned()];
        heading.extend(columns.iter().map(|column| column.heading().to_owned()));
        let mut table = vec![heading];
        for format in self.formats() {
            let mut line = vec![format.name().to_owned()];
            line.extend(columns.iter().map(|column| self.cell(format, *column)));
            table.push(line);
        }
        table
    }

    fn cell(&self, format: Format, measure: Measure) -> String {
        let Some(value) = self.value(format, measure) else {
            return "-".to_owned();
        };
        let shown = measure.show(value);
        match self.value(Format::Stillwire, measure) {
            Some(ours) if format != Format::Stillwire => {
                format!("{shown} ({})", times(value / ours))
            }
            _ => shown,
        }
    }

    /// What only Stillwire has: a line for each.
    pub fn own(&self) -> String {
        let mut text = String::new();
        for figure in &self.figures {
            if figure.format != Format::Stillwire || COLUMNS.contains(&figure.measure) {
                continue;
            }
            let _ = write!(
                text,
                "{} {}",
                figure.measure.heading(),
                figure.measure.show(figure.value)
            );
            if let (Measure::EncodeFresh | Measure::EncodeInit, Some(encode)) = (
                figure.measure,
                self.value(Format::Stillwire, Measure::Encode),
            ) {
                let _ = write!(text, " ({} of encode)", times(figure.value / encode));
            }
            text.push_str("; ");
        }
        text.trim_end_matches("; ").to_owned()
    }
}

/// A ratio, as short as it can be said.
pub fn times(ratio: f64) -> String {
    match ratio {
        r if r < 0.095 => format!("x{r:.3}"),
        r if r < 9.95 => format!("x{r:.2}"),
        r if r < 99.5 => format!("x{r:.1}"),
        r => format!("x{r:.0}"),
    }
}

/// A table as text: columns padded.
pub fn aligned(table: &[Vec<String>]) -> String {
    let width = |column: usize| {
        let cells = table.iter().filter_map(|line| line.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let mut text = String::new();
    for line in table {
        for (i, cell) in line.iter().enumerate() {
            let _ = match i {
                0 => write!(text, "{cell:<w$}", w = width(i)),
                _ => write!(text, "  {cell:>w$}", w = width(i)),
            };
        }
        text.push('\n');
    }
    text
}

/// A table as Markdown.
pub fn markdown(table: &[Vec<String>]) -> String {
    let mut text = String::new();
    for (i, line) in table.iter().enumerate() {
        let _ = writeln!(text, "| {} |", line.join(" | "));
        if i == 0 {
            let _ = writeln!(text, "|---|{}", "---:|".repeat(line.len() - 1));
        }
    }
    text
}

impl Measure {
    /// What a table calls it.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Encode => "encode",
            Self::EncodeFresh => "encode into a fresh buffer",
            Self::EncodeInit => "encode from borrows",
            Self::Verify => "verify",
            Self::VerifyRead => "verify, read a few",
            Self::ReadAll => "verify, read all",
            Self::ToOwned => "to owned",
            Self::Patch => "patch a few in place",
            Self::Size => "bytes",
            Self::SizeZstd => "bytes, zstd",
        }
    }

    /// Whether it is bytes and not time.
    pub fn is_bytes(self) -> bool {
        matches!(self, Self::Size | Self::SizeZstd)
    }

    /// A value of it, with its unit.
    pub fn show(self, value: f64) -> String {
        if self.is_bytes() {
            return thousands(value as u64);
        }
        match value {
            ns if ns < 99.95 => format!("{ns:.1} ns"),
            ns if ns < 999.5 => format!("{ns:.0} ns"),
            ns if ns < 999_500.0 => format!("{:.1} µs", ns / 1e3),
            ns => format!("{:.2} ms", ns / 1e6),
        }
    }
}

/// With a comma between groups of three digits.
fn thousands(value: u64) -> String {
    let digits = value.to_string();
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
impl Report {
    /// What encoding the log took, for tests.
    pub(crate) fn of_encode(figures: &[(Format, f64)]) -> Self {
        let figure = |&(format, value)| Figure {
            format,
            measure: Measure::Encode,
            value,
        };
        Self {
            set: Set::Log,
            figures: figures.iter().map(figure).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_with_their_unit() {
        assert_eq!(Measure::Size.show(1_234_567.0), "1,234,567");
        assert_eq!(Measure::Size.show(999.0), "999");
        assert_eq!(Measure::Encode.show(12.34), "12.3 ns");
        assert_eq!(Measure::Encode.show(123.4), "123 ns");
        assert_eq!(Measure::Encode.show(12_340.0), "12.3 µs");
        assert_eq!(Measure::Encode.show(12_340_000.0), "12.34 ms");
    }

    #[test]
    fn ratios_keep_three_digits() {
        assert_eq!(times(0.0123), "x0.012");
        assert_eq!(times(0.51), "x0.51");
        assert_eq!(times(12.34), "x12.3");
        assert_eq!(times(345.6), "x346");
    }

    #[test]
    fn a_table_shows_what_a_peer_is_to_stillwire() {
        let report = Report::of_encode(&[(Format::Stillwire, 100.0), (Format::Prost, 250.0)]);
        let text = aligned(&report.table());
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], "log                encode");
        assert_eq!(lines[1], "stillwire          100 ns");
        assert_eq!(lines[2], "prost      250 ns (x2.50)");
        assert!(markdown(&report.table()).contains("| prost | 250 ns (x2.50) |"));
    }
}
