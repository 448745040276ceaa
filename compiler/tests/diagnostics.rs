//! Reports, word for word. Each `.still` in `tests/diagnostics` lies beside the `.stderr` that it
//! gives; a directory is a case of several files that begins at a `main.still`.
//!
//! `STILLWIRE_BLESS=1 cargo test -p stillwire-compiler --test diagnostics` writes what is said now.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use stillwire_compiler::{Builder, Code, Diagnostic, Lint, breaking};

/// Codes that no schema by itself gives: they come from the file system or from generators.
const WITHOUT_CASE: [Code; 2] = [Code::Unreadable, Code::Generation];

fn cases() -> Vec<PathBuf> {
    let mut cases = Vec::new();
    for entry in fs::read_dir("tests/diagnostics").unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            cases.push(find_main(&path).expect("a directory has a main.still"));
        } else if path.extension().is_some_and(|e| e == "still") {
            cases.push(path);
        }
    }
    cases.sort();
    cases
}

fn find_main(directory: &Path) -> Option<PathBuf> {
    let main = directory.join("main.still");
    if main.exists() {
        return Some(main);
    }
    let mut inner: Vec<PathBuf> = fs::read_dir(directory)
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.is_dir())
        .collect();
    inner.sort();
    inner.iter().find_map(|d| find_main(d))
}

/// What is said of a case: the report, and its diagnostics.
fn run(case: &Path) -> (String, Vec<Diagnostic>) {
    match Builder::new().file(case).check() {
        Ok(checked) => (
            checked.warnings.render(false),
            checked.warnings.diagnostics().to_vec(),
        ),
        Err(error) => (error.report().render(false), error.diagnostics().to_vec()),
    }
}

fn golden(case: &Path) -> PathBuf {
    let top: Vec<_> = case.components().take(3).collect();
    top.iter().collect::<PathBuf>().with_extension("stderr")
}

#[test]
fn reports_are_as_recorded() {
    let bless = std::env::var_os("STILLWIRE_BLESS").is_some();
    let mut wrong = Vec::new();
    for case in cases() {
        let (report, _) = run(&case);
        let golden = golden(&case);
        if bless {
            fs::write(&golden, &report).unwrap();
        } else if fs::read_to_string(&golden).unwrap_or_default() != report {
            wrong.push(format!("{}\n{report}", case.display()));
        }
    }
    assert!(
        wrong.is_empty(),
        "these differ from their .stderr:\n\n{}",
        wrong.join("\n")
    );
}

#[test]
fn every_code_has_a_case() {
    let said: BTreeSet<Code> = cases()
        .iter()
        .flat_map(|case| run(case).1)
        .map(|d| d.code)
        .collect();
    let silent: Vec<&Code> = Code::ALL
        .iter()
        .filter(|code| !said.contains(code) && !WITHOUT_CASE.contains(code))
        // Of `.proto` files: their crate has cases.
        .filter(|code| !code.as_str().starts_with("S08"))
        // Of two schemas: `tests/breaking`.
        .filter(|code| breaking::Rule::of(**code).is_none())
        // Lints have cases of their own.
        .filter(|code| Lint::of(**code).is_none())
        .collect();
    assert!(silent.is_empty(), "no case for {silent:?}");
    assert!(
        WITHOUT_CASE.iter().all(|code| !said.contains(code)),
        "a code listed as without case has one"
    );
}

#[test]
fn every_error_has_a_place_and_help() {
    for case in cases() {
        for diagnostic in run(&case).1 {
            let told =
                diagnostic.help.is_some() || diagnostic.labels.iter().any(|l| !l.text.is_empty());
            assert!(
                told,
                "{}: {} {}",
                case.display(),
                diagnostic.code,
                diagnostic.message
            );
        }
    }
}

#[test]
fn a_report_never_carries_what_steers_a_terminal() {
    let (report, _) = run(Path::new("tests/diagnostics/invisible.still"));
    assert!(
        !report.contains(['\u{202e}', '\u{200b}', '\u{1b}', '\0']),
        "{report:?}"
    );
}

#[test]
fn files_that_cannot_be_read_are_named() {
    for path in ["tests/diagnostics/no_such_file.still", "tests/diagnostics"] {
        let error = Builder::new().file(path).check().unwrap_err();
        assert_eq!(error.diagnostics()[0].code, Code::Unreadable);
        assert!(error.to_string().contains(path));
    }
    assert_eq!(
        Builder::new().check().unwrap_err().diagnostics()[0].code,
        Code::Unreadable
    );
}

#[test]
fn debug_of_an_error_is_its_report() {
    let error = Builder::new()
        .file("tests/diagnostics/ordinals.still")
        .check()
        .unwrap_err();
    assert_eq!(format!("{error:?}"), format!("{error}"));
    assert!(format!("{error:?}").contains("S0210"));
}
