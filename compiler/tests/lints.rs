//! Lints, word for word, and what switches them off.
//!
//! `STILLWIRE_BLESS=1 cargo test -p stillwire-compiler --test lints` writes what is said now.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use stillwire_compiler::{Builder, Code, Level, Lint, Report, Severity};

fn lint(file: &str) -> Report {
    Builder::new()
        .file(format!("tests/lints/{file}"))
        .lint(&BTreeMap::new())
        .unwrap()
}

#[test]
fn findings_are_as_recorded() {
    let bless = std::env::var_os("STILLWIRE_BLESS").is_some();
    let mut wrong = String::new();
    for (name, file) in [
        ("acme", "acme/v1/all.still"),
        ("elsewhere", "elsewhere.still"),
    ] {
        let golden = format!("tests/lints/{name}.stderr");
        let report = lint(file).render(false);
        if bless {
            fs::write(golden, report).unwrap();
        } else if fs::read_to_string(golden).unwrap_or_default() != report {
            wrong.push_str(&report);
        }
    }
    assert!(
        wrong.is_empty(),
        "these differ from what is recorded:\n{wrong}"
    );
}

#[test]
fn every_lint_has_a_case() {
    let mut found: BTreeSet<Code> = BTreeSet::new();
    for file in ["acme/v1/all.still", "elsewhere.still"] {
        found.extend(lint(file).diagnostics().iter().map(|d| d.code));
    }
    let silent: Vec<&str> = Lint::ALL
        .iter()
        .filter(|lint| !found.contains(&lint.code))
        .map(|lint| lint.name)
        .collect();
    assert!(silent.is_empty(), "no case for {silent:?}");
}

#[test]
fn lints_and_their_codes_belong_together() {
    for code in Code::ALL {
        assert_eq!(
            Lint::of(*code).is_some(),
            code.as_str().starts_with("S10"),
            "{code}"
        );
    }
    for lint in Lint::ALL {
        assert_eq!(Lint::named(lint.name), Some(*lint));
        let words = lint
            .name
            .bytes()
            .all(|b| b == b'-' || b.is_ascii_lowercase() || b.is_ascii_digit());
        assert!(words, "{}", lint.name);
    }
    assert!(Lint::ALL.windows(2).all(|w| w[0].code < w[1].code));
}

#[test]
fn a_level_decides_how_bad_a_finding_is() {
    let builder = Builder::new().file("tests/lints/elsewhere.still");
    let mut levels = BTreeMap::from([("package-version-suffix", Level::Deny)]);
    let severities = |levels: &BTreeMap<_, _>| -> Vec<(Code, Severity)> {
        let report = builder.lint(levels).unwrap();
        report
            .diagnostics()
            .iter()
            .map(|d| (d.code, d.severity))
            .collect()
    };
    let (suffix, directory) = (Code::VersionSuffix, Code::PackageDirectory);
    assert_eq!(
        severities(&levels),
        [(suffix, Severity::Error), (directory, Severity::Warning)]
    );
    levels.insert("package-version-suffix", Level::Allow);
    assert_eq!(severities(&levels), [(directory, Severity::Warning)]);
    levels.insert("package-directory-mismatch", Level::Allow);
    assert_eq!(severities(&levels), []);
}

#[test]
fn what_does_not_compile_is_not_linted() {
    let error = Builder::new()
        .file("tests/diagnostics/ordinals.still")
        .lint(&BTreeMap::new())
        .unwrap_err();
    assert!(
        error
            .diagnostics()
            .iter()
            .all(|d| Lint::of(d.code).is_none())
    );
}

#[test]
fn a_bound_of_an_alias_counts() {
    let text = "package a.v1;\n\n/// D.\ntype Word = string where len <= 9;\n\n/// D.\nmessage M { @1 a: Word; @2 b: list<Word> where len < 3; @3 c: list<Word>; }\n\n/// D.\nservice SService {\n  /// D.\n  #[safe]\n  rpc f(M);\n}\n";
    let report = Builder::new()
        .overlay("a/v1/a.still", text)
        .file("a/v1/a.still")
        .lint(&BTreeMap::new())
        .unwrap();
    let codes: Vec<Code> = report.diagnostics().iter().map(|d| d.code).collect();
    assert_eq!(codes, [Code::UnboundedInput], "{}", report.render(false));
}

#[test]
fn a_message_of_4_kib_is_not_large_and_one_of_a_byte_more_is() {
    for (bytes, large) in [(4096, false), (4097, true)] {
        let text = format!("package a.v1;\n\n/// D.\nmessage M {{ @1 a: [u8; {bytes}]; }}\n");
        let builder = Builder::new()
            .overlay("a/v1/a.still", text)
            .file("a/v1/a.still");
        let report = builder.lint(&BTreeMap::new()).unwrap();
        assert_eq!(!report.is_empty(), large, "{}", report.render(false));
    }
}

#[test]
fn the_document_lists_every_lint_with_its_level() {
    let document = include_str!("../../docs/diagnostics.md");
    for lint in Lint::ALL {
        let level = match lint.level() {
            Level::Deny => "deny",
            _ => "warn",
        };
        let (code, name, meaning) = (lint.code, lint.name, lint.code.meaning());
        let row = format!("| [{code}](errors/{code}.md) | `{name}` | {level} | {meaning} |\n");
        assert!(document.contains(&row), "docs/diagnostics.md lacks\n{row}");
    }
}
