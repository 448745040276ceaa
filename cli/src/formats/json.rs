//! One object a line.

use super::{Place, severity};
use serde_json::{Value, json};
use stillwire_compiler::{Report, Span};

pub(super) fn write(report: &Report) -> String {
    let mut out = String::new();
    for diagnostic in report.diagnostics() {
        let labels = diagnostic.labels.iter().map(|label| {
            let mut place = place(report, label.span);
            place["text"] = label.text.clone().into();
            place
        });
        let fixes = diagnostic.fixes.iter().map(|fix| {
            let mut place = place(report, fix.span);
            place["replacement"] = fix.replacement.clone().into();
            place
        });
        let object = json!({
            "code": diagnostic.code.as_str(),
            "severity": severity(diagnostic),
            "message": diagnostic.message,
            "labels": labels.collect::<Vec<_>>(),
            "help": diagnostic.help,
            "notes": diagnostic.notes,
            "fixes": fixes.collect::<Vec<_>>(),
        });
        out.push_str(&object.to_string());
        out.push('\n');
    }
    out
}

fn place(report: &Report, span: Span) -> Value {
    let place = Place::of(report, span);
    let point = |byte: u32, (line, column): (usize, usize)| json!({ "byte": byte, "line": line, "column": column });
    json!({
        "file": place.file,
        "start": point(span.start, place.start),
        "end": point(span.end, place.end),
    })
}
