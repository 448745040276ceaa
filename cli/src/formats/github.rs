//! Workflow commands, which GitHub shows at the lines of a change.

use super::{Place, severity};
use stillwire_compiler::Report;

pub(super) fn write(report: &Report) -> String {
    let mut out = String::new();
    for diagnostic in report.diagnostics() {
        let mut text = diagnostic.message.clone();
        let first = diagnostic.labels.first();
        let label = first.map(|l| &l.text).filter(|text| !text.is_empty());
        for line in label
            .into_iter()
            .chain(&diagnostic.help)
            .chain(&diagnostic.notes)
        {
            text.push('\n');
            text.push_str(line);
        }
        let place = first.map(|label| {
            let place = Place::of(report, label.span);
            let mut at = format!("file={},line={}", property(place.file), place.start.0);
            // Columns are taken for the same line only.
            if place.start.0 == place.end.0 {
                at.push_str(&format!(",col={},endColumn={}", place.start.1, place.end.1));
            } else {
                at.push_str(&format!(",endLine={}", place.end.0));
            }
            at.push(',');
            at
        });
        out.push_str(&format!(
            "::{} {}title={}::{}\n",
            severity(diagnostic),
            place.unwrap_or_default(),
            diagnostic.code,
            data(&text)
        ));
    }
    out
}

/// What stands behind `::`, on one line.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// What stands behind `=`.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
