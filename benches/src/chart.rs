//! The figures of a data set as bars.

use crate::report::Report;
use crate::subject::{Format, Measure};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// A chart has a panel for each.
const PANELS: [Measure; 4] = [
    Measure::Encode,
    Measure::ReadAll,
    Measure::ToOwned,
    Measure::Size,
];
/// Pixels.
const WIDTH: f64 = 760.0;
const LABELS: f64 = 110.0;
const VALUES: f64 = 110.0;
const LINE: f64 = 20.0;
const BAR: f64 = 14.0;

/// Writes a chart for each set into `folder`, which it gives back.
///
/// # Errors
/// Where the folder or a file cannot be written.
pub fn write(folder: &Path, reports: &[Report]) -> io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    for report in reports {
        fs::write(
            folder.join(format!("{}.svg", report.set.name())),
            svg(report),
        )?;
    }
    folder.canonicalize()
}

/// The chart of a set: in each panel a bar for each format, the best first.
pub fn svg(report: &Report) -> String {
    let mut body = String::new();
    let mut y = 50.0;
    for measure in PANELS {
        let mut bars: Vec<(Format, f64)> = report
            .formats()
            .into_iter()
            .filter_map(|format| Some((format, report.value(format, measure)?)))
            .collect();
        bars.sort_by(|a, b| a.1.total_cmp(&b.1));
        let Some(longest) = bars.last().map(|bar| bar.1.max(1.0)) else {
            continue;
        };
        let _ = writeln!(
            body,
            r#"<text class="h" x="10" y="{y}">{}</text>"#,
            measure.heading()
        );
        y += 8.0;
        for (format, value) in bars {
            let length = (WIDTH - LABELS - VALUES) * value / longest;
            let class = if format == Format::Stillwire {
                "us"
            } else {
                "them"
            };
            let middle = y + BAR - 3.0;
            let _ = writeln!(
                body,
                r#"<text class="l" x="{:.0}" y="{middle}">{format}</text><rect class="{class}" x="{LABELS}" y="{y}" width="{:.1}" height="{BAR}"/><text x="{:.1}" y="{middle}">{}</text>"#,
                LABELS - 6.0,
                length.max(1.0),
                LABELS + length + 6.0,
                measure.show(value),
            );
            y += LINE;
        }
        y += 26.0;
    }
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{y}" viewBox="0 0 {WIDTH} {y}" role="img">
<style>text {{ font: 12px sans-serif; fill: #333 }} .t {{ font-size: 15px; font-weight: bold }} .h {{ font-weight: bold }} .l {{ text-anchor: end }} .us {{ fill: #d9480f }} .them {{ fill: #adb5bd }}</style>
<rect width="100%" height="100%" fill="white"/>
<text class="t" x="10" y="22">{}: shorter is better</text>
{body}</svg>
"#,
        report.set.name()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_as_long_as_their_values_and_the_best_comes_first() {
        let report = Report::of_encode(&[(Format::Prost, 400.0), (Format::Stillwire, 100.0)]);
        let svg = svg(&report);
        let (ours, theirs) = (svg.find(r#"class="us""#), svg.find(r#"class="them""#));
        assert!(ours.unwrap() < theirs.unwrap());
        assert!(svg.contains(r#"width="135.0""#), "{svg}");
        assert!(svg.contains(r#"width="540.0""#), "{svg}");
    }
}
