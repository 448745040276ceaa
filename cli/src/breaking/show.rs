//! Comparisons for people and for programs.

use serde_json::{Value, json};
use std::collections::HashMap;
use std::io::IsTerminal;
use stillwire_compiler::breaking::{Change, Filter, Level, Surface, report};
use stillwire_compiler::{Checked, Label, Sources};

use super::Comparison;

/// Both places of each change, drawn, and a line that counts. What breaks in the same way against several versions is
/// drawn once, against the oldest.
pub(super) fn human(comparisons: &[Comparison], new: &Checked, filter: Filter) -> String {
    let colours = std::io::stdout().is_terminal()
        && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty());
    let names: Vec<&str> = filter.surfaces.iter().map(Surface::name).collect();
    let names = names.join(", ");
    let mut told: HashMap<(&str, &str, &str), &str> = HashMap::new();
    let mut out = String::new();
    for comparison in comparisons {
        let (mut fresh, mut known) = (Vec::new(), Vec::new());
        for change in comparison.changes.iter().filter(|c| filter.shows(c)) {
            let key = (
                change.code().as_str(),
                change.subject.as_str(),
                change.message.as_str(),
            );
            match told.get(&key) {
                Some(version) => known.push(*version),
                None => {
                    told.insert(key, &comparison.version);
                    fresh.push(change.clone());
                }
            }
        }
        let old = comparison.old.warnings.sources();
        let new = new.warnings.sources();
        out.push_str(&report(&fresh, old, new, &comparison.version, filter).render(colours));
        if !known.is_empty() {
            let n = known.len();
            known.dedup();
            let known = known.join(", ");
            let s = plural(n, "change", "changes");
            out.push_str(&format!("{n} {s} as against {known}\n"));
        }
        let version = &comparison.version;
        out.push_str(&match comparison.breaks(filter.surfaces) {
            0 => format!("{version}: nothing breaks {names}\n"),
            n => format!(
                "{version}: {n} {} {names}\n",
                plural(n, "change breaks", "changes break")
            ),
        });
    }
    out
}

fn plural<'a>(n: usize, one: &'a str, many: &'a str) -> &'a str {
    if n == 1 { one } else { many }
}

/// One document: every version with its changes.
pub(super) fn json(comparisons: &[Comparison], new: &Checked, filter: Filter) -> String {
    let against: Vec<Value> = comparisons
        .iter()
        .map(|comparison| {
            let old = comparison.old.warnings.sources();
            let new = new.warnings.sources();
            let told = comparison.changes.iter().filter(|c| filter.shows(c));
            let changes: Vec<Value> = told.map(|c| change(c, old, new, filter)).collect();
            json!({
                "version": comparison.version,
                "breaking": comparison.breaks(filter.surfaces) > 0,
                "changes": changes,
            })
        })
        .collect();
    let surfaces: Vec<&str> = filter.surfaces.iter().map(Surface::name).collect();
    let breaking = comparisons.iter().any(|c| c.breaks(filter.surfaces) > 0);
    let document = json!({ "surfaces": surfaces, "breaking": breaking, "against": against });
    format!("{document:#}\n")
}

fn change(change: &Change, old: &Sources, new: &Sources, filter: Filter) -> Value {
    let verdicts: serde_json::Map<String, Value> = Surface::ALL
        .into_iter()
        .map(|surface| {
            let verdict = change.rule.on(surface);
            let value = json!({ "level": verdict.level.name(), "why": verdict.why });
            (surface.name().to_owned(), value)
        })
        .collect();
    json!({
        "code": change.code().as_str(),
        "rule": change.rule.name,
        "breaking": change.level(filter.surfaces) == Level::Breaks,
        "subject": change.subject,
        "message": change.message,
        "help": change.help,
        "verdicts": verdicts,
        "old": change.old.as_ref().map(|label| place(label, old)),
        "new": change.new.as_ref().map(|label| place(label, new)),
    })
}

fn place(label: &Label, sources: &Sources) -> Value {
    let (line, column) = sources.line_column(label.span);
    json!({
        "file": sources.name(label.span.file),
        "line": line,
        "column": column,
        "text": label.text,
    })
}
