//! The pages of the codes are true: the wrong schema of each gives its code, and the right one gives nothing.
//!
//! `STILLWIRE_BLESS=1 cargo test -p stillwire-compiler --test pages` writes the titles and the index anew.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use stillwire_compiler::breaking::Rule;
use stillwire_compiler::{Builder, Code, Lint, Severity, format};

/// Codes whose wrong schema is no text: it comes from the file system or from generators.
const WITHOUT_SCHEMA: [Code; 3] = [Code::Unreadable, Code::NotUtf8, Code::Generation];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/errors")
}

fn pages() -> impl Iterator<Item = (Code, &'static str)> {
    Code::ALL.iter().map(|code| (*code, code.page()))
}

/// True for codes of what is imported, whose pages have `.proto` files: the crate that imports tests them.
fn of_imports(code: Code) -> bool {
    code.as_str().starts_with("S08")
}

/// True for codes of the comparison of two versions.
fn of_changes(code: Code) -> bool {
    Rule::of(code).is_some()
}

/// What stands below a heading.
fn section<'a>(page: &'a str, heading: &str) -> &'a str {
    let (_, after) = page
        .split_once(&format!("\n## {heading}\n"))
        .unwrap_or_else(|| panic!("no {heading} in\n{page}"));
    after.split("\n## ").next().unwrap()
}

/// The files of a section: `main.still`, then those with a path.
fn files(section: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    for block in section.split("```still").skip(1) {
        let (path, rest) = block.split_once('\n').unwrap();
        let text = rest.split("```").next().unwrap();
        let path = if files.is_empty() {
            "main.still"
        } else {
            path.trim()
        };
        assert!(!path.is_empty(), "a further file needs a path");
        files.push((path.to_owned(), text.to_owned()));
    }
    files
}

/// The codes that the files of a section give, and the report.
fn said(name: &str, section: &str, lint: bool) -> (BTreeSet<Code>, String) {
    let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
        .join("pages")
        .join(name);
    let _ = fs::remove_dir_all(&root);
    for (path, text) in files(section) {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let builder = Builder::new().file(root.join("main.still"));
    if lint {
        let report = builder
            .lint(&BTreeMap::new())
            .unwrap_or_else(|error| panic!("{error}"));
        let codes = report.diagnostics().iter().map(|d| d.code).collect();
        return (codes, report.render(false));
    }
    let (diagnostics, text) = match builder.check() {
        Ok(checked) => (
            checked.warnings.diagnostics().to_vec(),
            checked.warnings.render(false),
        ),
        Err(error) => (error.diagnostics().to_vec(), error.to_string()),
    };
    (diagnostics.iter().map(|d| d.code).collect(), text)
}

#[test]
fn every_code_has_a_page_and_every_page_a_code() {
    let without: Vec<&Code> = Code::ALL.iter().filter(|c| c.page().is_empty()).collect();
    assert!(
        without.is_empty(),
        "write docs/errors/S….md, and list it in src/pages.rs, for {without:?}"
    );
    let listed: BTreeSet<String> = pages().map(|(code, _)| format!("{code}.md")).collect();
    let found: BTreeSet<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != "README.md")
        .collect();
    assert_eq!(found, listed);
}

/// Pages with schemas that can be checked one by one.
fn checked() -> impl Iterator<Item = (Code, &'static str)> {
    pages().filter(|(code, _)| {
        !WITHOUT_SCHEMA.contains(code) && !of_changes(*code) && !of_imports(*code)
    })
}

#[test]
fn the_wrong_schema_of_each_page_gives_its_code() {
    let mut wrong = String::new();
    for (code, page) in checked() {
        let (codes, report) = said(
            &format!("{code}-wrong"),
            section(page, "Wrong"),
            Lint::of(code).is_some(),
        );
        if !codes.contains(&code) {
            wrong.push_str(&format!("{code} gives {codes:?}\n{report}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_right_schema_of_each_page_is_right_and_formatted() {
    let mut wrong = String::new();
    for (code, page) in checked() {
        let section = section(page, "Right");
        let (codes, report) = said(&format!("{code}-right"), section, Lint::of(code).is_some());
        // What other lints find is not the matter of this page.
        if codes.contains(&code) || Lint::of(code).is_none() && !codes.is_empty() {
            wrong.push_str(&format!("{code}\n{report}"));
            continue;
        }
        for (path, text) in files(section) {
            let tidy = format(&text).unwrap();
            if tidy != text {
                wrong.push_str(&format!("{code} {path} is not formatted:\n{tidy}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The page of a rule for changes: what it says, and its case in `tests/breaking`.
fn page_of(rule: &Rule) -> String {
    let case = fs::read_to_string(format!("tests/breaking/{}.change", rule.name)).unwrap();
    let (before, after) = case.split_once("=====\n").unwrap();
    let tidy = |text: &str| format(text).unwrap_or_else(|error| panic!("{}: {error}", rule.name));
    format!(
        "{}\n## Before\n\n```still\n{}```\n\n## After\n\n```still\n{}```\n",
        rule.page(),
        tidy(before),
        tidy(after)
    )
}

#[test]
fn the_pages_of_changes_are_those_of_their_rules() {
    let bless = std::env::var_os("STILLWIRE_BLESS").is_some();
    for rule in Rule::ALL {
        let page = page_of(rule);
        if bless {
            fs::write(folder().join(format!("{}.md", rule.code)), page).unwrap();
        } else {
            assert_eq!(rule.code.page(), page, "{}", rule.code);
        }
    }
}

#[test]
fn titles_and_the_index_say_what_the_codes_mean() {
    let bless = std::env::var_os("STILLWIRE_BLESS").is_some();
    let mut index = "# Codes\n\nWhat each diagnostic means, with a schema that is wrong and one that is right. `stillwire explain S0210` prints a page.\n\n| code | | meaning |\n|---|---|---|\n".to_owned();
    for (code, page) in pages() {
        let severity = match code.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        index.push_str(&format!(
            "| [{code}]({code}.md) | {severity} | {} |\n",
            code.meaning()
        ));
        let title = format!("# {code}: {}", code.meaning());
        let (first, rest) = page.split_once('\n').unwrap();
        if bless {
            fs::write(
                folder().join(format!("{code}.md")),
                format!("{title}\n{rest}"),
            )
            .unwrap();
        } else {
            assert_eq!(first, title);
        }
    }
    let path = folder().join("README.md");
    if bless {
        fs::write(path, index).unwrap();
    } else {
        assert_eq!(fs::read_to_string(path).unwrap_or_default(), index);
    }
}

#[test]
fn links_of_pages_lead_somewhere() {
    for (code, page) in pages() {
        for link in page
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next())
        {
            let path = link.split('#').next().unwrap();
            assert!(folder().join(path).exists(), "{code} links to {path}");
        }
    }
}

#[test]
fn a_code_is_read_as_people_write_it() {
    for text in ["S0210", "s0210", "0210"] {
        assert_eq!(Code::parse(text), Some(Code::DuplicateOrdinal));
    }
    for text in ["", "S", "S02100", "210", "0000"] {
        assert_eq!(Code::parse(text), None);
    }
}
