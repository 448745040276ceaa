//! SARIF 2.1.0: what is required, and what viewers show.

use super::{Place, severity};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fmt::Write;
use stillwire_compiler::{Code, Diagnostic, Fix, Label, Report};

pub(super) fn write(report: &Report) -> String {
    let codes: BTreeSet<Code> = report.diagnostics().iter().map(|d| d.code).collect();
    let codes: Vec<Code> = codes.into_iter().collect();
    let rules: Vec<Value> = codes.iter().map(|code| rule(*code)).collect();
    let results = report
        .diagnostics()
        .iter()
        .map(|d| result(report, &codes, d));
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "stillwire",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "results": results.collect::<Vec<_>>(),
        }],
    });
    format!("{log:#}\n")
}

fn rule(code: Code) -> Value {
    let page = code.page();
    json!({
        "id": code.as_str(),
        "shortDescription": { "text": code.meaning() },
        "help": { "text": page, "markdown": page },
    })
}

fn result(report: &Report, codes: &[Code], diagnostic: &Diagnostic) -> Value {
    let mut text = diagnostic.message.clone();
    for line in diagnostic.help.iter().chain(&diagnostic.notes) {
        text.push('\n');
        text.push_str(line);
    }
    let mut result = json!({
        "ruleId": diagnostic.code.as_str(),
        "ruleIndex": codes.binary_search(&diagnostic.code).unwrap_or_default(),
        "level": severity(diagnostic),
        "message": { "text": text },
    });
    let mut labels = diagnostic.labels.iter();
    let place = labels.next().map(|label| location(report, label));
    result["locations"] = place.into_iter().collect();
    let others: Vec<Value> = labels.map(|label| location(report, label)).collect();
    if !others.is_empty() {
        result["relatedLocations"] = others.into();
    }
    let fixes: Vec<Value> = diagnostic.fixes.iter().map(|f| fix(report, f)).collect();
    if !fixes.is_empty() {
        result["fixes"] = fixes.into();
    }
    result
}

fn fix(report: &Report, fix: &Fix) -> Value {
    let place = Place::of(report, fix.span);
    json!({ "artifactChanges": [{
        "artifactLocation": { "uri": uri(place.file) },
        "replacements": [{
            "deletedRegion": region(&place),
            "insertedContent": { "text": fix.replacement },
        }],
    }] })
}

fn location(report: &Report, label: &Label) -> Value {
    let place = Place::of(report, label.span);
    let mut location = json!({ "physicalLocation": {
        "artifactLocation": { "uri": uri(place.file) },
        "region": region(&place),
    } });
    if !label.text.is_empty() {
        location["message"] = json!({ "text": label.text });
    }
    location
}

fn region(place: &Place<'_>) -> Value {
    json!({
        "startLine": place.start.0,
        "startColumn": place.start.1,
        "endLine": place.end.0,
        "endColumn": place.end.1,
    })
}

/// A path as a URI reference (RFC 3986): relative as it is, absolute with its scheme.
fn uri(path: &str) -> String {
    let mut out = String::new();
    let path = path.strip_prefix("./").unwrap_or(path);
    if path.starts_with('/') {
        out.push_str("file://");
    }
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(char::from(byte));
            }
            b'\\' if cfg!(windows) => out.push('/'),
            // Writing to a string does not fail.
            _ => drop(write!(out, "%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn paths_are_uri_references() {
        assert_eq!(uri("./a b/c%é.still"), "a%20b/c%25%C3%A9.still");
        assert_eq!(uri("/tmp/x.still"), "file:///tmp/x.still");
    }
}
