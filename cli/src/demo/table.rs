//! The table that people read, at most 80 columns wide.

use super::calls::CONCURRENCY;
use super::check::Checked;
use super::paint::{Paint, Tone};
use super::report::{Report, Transports};
use super::units::{bytes, count, figure, nanos, thousands};
use stillwire_samples::Forms;

/// Columns: two of margin, the label, the bar, the figure, and what it is against the first row.
const LABEL: usize = 10;
const BAR: usize = 30;
const CALLS_BAR: usize = 22;
/// What fits beside the title.
const MAX_NAME: usize = 60;

/// Draws a report.
pub(crate) fn draw(report: &Report, paint: Paint) -> String {
    let mut out = Table {
        paint,
        text: String::new(),
    };
    out.title(&report.source, &facts(report, paint));
    out.forms(
        "Size",
        "bytes of the same graph",
        report.sizes.map(|n| n as u64),
        "smaller",
        bytes,
    );
    out.forms(
        "Encode",
        "owned value to bytes, median",
        report.encode_ns,
        "faster",
        |n| paint.text(&nanos(n)),
    );
    out.forms(
        "Read",
        "bytes to every field, median",
        report.read_ns,
        "faster",
        |n| paint.text(&nanos(n)),
    );
    out.calls(&report.transports);
    out.checked(report);
    out.text
}

struct Table {
    paint: Paint,
    text: String,
}

impl Table {
    fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    fn title(&mut self, source: &str, facts: &str) {
        let name = self.paint.tone(Tone::Title, "Stillwire");
        self.line("");
        self.line(&format!("  {name}  {}", self.paint.text(&end_of(source))));
        self.line(&format!("  {}", self.paint.tone(Tone::Dim, facts)));
    }

    fn head(&mut self, title: &str, note: &str) {
        let title = self.paint.tone(Tone::Title, &format!("{title:<LABEL$}"));
        self.line("");
        self.line(&format!("  {title} {}", self.paint.tone(Tone::Dim, note)));
    }

    fn forms(
        &mut self,
        title: &str,
        note: &str,
        values: Forms<u64>,
        better: &str,
        unit: impl Fn(u64) -> String,
    ) {
        self.head(title, note);
        let most = values.json.max(values.protobuf).max(values.stillwire);
        let rows = [
            ("JSON", Tone::First, values.json),
            ("protobuf", Tone::Second, values.protobuf),
            ("Stillwire", Tone::Ours, values.stillwire),
        ];
        for (label, tone, value) in rows {
            let bar = self.paint.bar(tone, value, most, BAR);
            let against = if label == "JSON" {
                String::new()
            } else {
                self.ratio(values.json, value, better)
            };
            self.line(&format!(
                "  {label:<LABEL$} {bar} {:>10}  {against}",
                unit(value)
            ));
        }
    }

    /// How much less `value` is than `first`, or how much more.
    fn ratio(&self, first: u64, value: u64, better: &str) -> String {
        let (factor, word) = if value <= first {
            (first as f64 / value.max(1) as f64, better)
        } else {
            (
                value as f64 / first.max(1) as f64,
                if better == "smaller" {
                    "larger"
                } else {
                    "slower"
                },
            )
        };
        let text = self.paint.text(&format!("{}×", figure(factor)));
        self.paint.tone(Tone::Dim, &format!("{text:>6} {word}"))
    }

    fn calls(&mut self, calls: &Transports) {
        let at_once = CONCURRENCY;
        self.head(
            "Calls/s",
            &format!("look-ups, {at_once} at a time on one connection, TLS, loopback"),
        );
        let most = calls.grpc.calls_per_second.max(calls.quic.calls_per_second);
        for (label, tone, calls) in [
            ("gRPC", Tone::Second, calls.grpc),
            ("QUIC", Tone::Ours, calls.quic),
        ] {
            let bar = self
                .paint
                .bar(tone, calls.calls_per_second, most, CALLS_BAR);
            let per_second = format!("{}/s", thousands(calls.calls_per_second));
            let [p50, p99] = [calls.p50_us, calls.p99_us]
                .map(|us| self.paint.text(&nanos(us.saturating_mul(1_000))));
            let times = self
                .paint
                .tone(Tone::Dim, &format!("p50 {p50:>7}  p99 {p99:>7}"));
            self.line(&format!(
                "  {label:<LABEL$} {bar} {per_second:>10}  {times}"
            ));
        }
    }

    fn checked(&mut self, report: &Report) {
        let Checked {
            lookups,
            newest,
            missing,
            dependents,
            streamed,
        } = report.checked;
        self.head(
            "Checked",
            "gRPC, QUIC, the owned value and the JSON against one another",
        );
        let rows = [
            (lookups, "packages looked up by name and version".to_owned()),
            (
                newest,
                "names looked up for their newest version".to_owned(),
            ),
            (
                missing,
                "questions about packages that are not there: NOT_FOUND, same text".to_owned(),
            ),
            (
                dependents,
                dependents_text(dependents, report.packages, streamed),
            ),
        ];
        for (number, what) in rows {
            self.line(&format!("  {:>LABEL$} {what}", thousands(number as u64)));
        }
        let checks = count(report.checks, "question");
        let done = self
            .paint
            .tone(Tone::Ours, &format!("All agree on {checks}."));
        self.line("");
        self.line(&format!("  {done}"));
    }
}

fn dependents_text(asked: usize, packages: usize, streamed: usize) -> String {
    let of = if asked < packages {
        format!(" (of {})", thousands(packages as u64))
    } else {
        String::new()
    };
    format!(
        "packages{of} asked for their dependents: {} streamed",
        thousands(streamed as u64)
    )
}

fn facts(report: &Report, paint: Paint) -> String {
    let dot = paint.text(" · ");
    let facts = [
        count(report.packages, "package"),
        count(report.edges, "dependency edge"),
        format!("{} of JSON", bytes(report.input_bytes as u64)),
    ];
    facts.join(&dot)
}

/// The end of a long name, which tells more of a path than its beginning does.
fn end_of(name: &str) -> String {
    let skip = name.chars().count().saturating_sub(MAX_NAME);
    let cut = if skip > 0 { "..." } else { "" };
    cut.chars().chain(name.chars().skip(skip)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::report::tests::report;
    use super::*;

    #[test]
    fn a_table_fits_80_columns_and_is_ascii_where_it_is_plain() {
        let plain = draw(&report(), Paint::PLAIN);
        assert!(plain.is_ascii(), "{plain}");
        let blocks = draw(
            &report(),
            Paint {
                blocks: true,
                colour: false,
            },
        );
        assert!(
            blocks.contains('█') && blocks.contains("slower"),
            "{blocks}"
        );
        for line in plain.lines().chain(blocks.lines()) {
            assert!(line.chars().count() <= 80, "{line}");
        }
        assert!(plain.contains("All agree on 1 question."));
        assert!(plain.contains("(of 5,000)"));
    }
}
