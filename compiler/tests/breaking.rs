//! What is said of changes, word for word. Each `.change` in `tests/breaking` has an older schema, a line of `=`, and a
//! newer one; beside it lies the `.stderr` that all changes give. A case that is named like a rule shows that rule.
//!
//! `STILLWIRE_BLESS=1 cargo test -p stillwire-compiler --test breaking` writes what is said now.

use std::fs;
use std::path::PathBuf;

use stillwire_compiler::breaking::{
    Change, Filter, Level, Rule, Surface, Surfaces, compare, report,
};
use stillwire_compiler::{Checked, Code, check_source};

fn cases() -> Vec<PathBuf> {
    let entries = fs::read_dir("tests/breaking").unwrap();
    let mut cases: Vec<PathBuf> = entries
        .map(|e| e.unwrap().path())
        .filter(|p| p.extension().is_some_and(|e| e == "change"))
        .collect();
    cases.sort();
    cases
}

fn checked(name: &str, text: &str) -> Checked {
    check_source(name, text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Both versions of a case.
fn versions(case: &PathBuf) -> (Checked, Checked) {
    let text = fs::read_to_string(case).unwrap();
    let (old, new) = text.split_once("=====\n").expect("two versions");
    let name = case.file_stem().unwrap().to_str().unwrap();
    let file = format!("{name}.still");
    (checked(&file, old), checked(&file, new))
}

fn render(changes: &[Change], old: &Checked, new: &Checked, filter: Filter) -> String {
    let (old, new) = (old.warnings.sources(), new.warnings.sources());
    report(changes, old, new, "git:main", filter).render(false)
}

const EVERYTHING: Filter = Filter {
    surfaces: Surfaces::ALL,
    all: true,
};

#[test]
fn changes_are_told_as_recorded() {
    let bless = std::env::var_os("STILLWIRE_BLESS").is_some();
    let mut wrong = Vec::new();
    for case in cases() {
        let (old, new) = versions(&case);
        let told = render(&compare(&old.model, &new.model), &old, &new, EVERYTHING);
        let golden = case.with_extension("stderr");
        if bless {
            fs::write(&golden, &told).unwrap();
        } else if fs::read_to_string(&golden).unwrap_or_default() != told {
            wrong.push(format!("{}\n{told}", case.display()));
        }
    }
    assert!(wrong.is_empty(), "these differ:\n\n{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_a_case_of_its_name_that_shows_it_and_nothing_else() {
    for rule in Rule::ALL {
        let case = PathBuf::from(format!("tests/breaking/{}.change", rule.name));
        let (old, new) = versions(&case);
        let mut rules: Vec<&str> = compare(&old.model, &new.model)
            .iter()
            .map(|c| c.rule.name)
            .collect();
        rules.dedup();
        // What is taken away comes with what that moves, or leaves.
        let with = match rule.name {
            "field-removed" => vec!["field-removed", "ordinal-changed"],
            "tombstone-type" => vec!["field-reserved", "tombstone-type"],
            name => vec![name],
        };
        rules.sort_unstable();
        assert_eq!(rules, with, "{}", case.display());
    }
}

#[test]
fn a_version_does_not_differ_from_itself() {
    for case in cases() {
        let (old, new) = versions(&case);
        assert_eq!(compare(&old.model, &old.model), [], "{}", case.display());
        assert_eq!(compare(&new.model, &new.model), [], "{}", case.display());
    }
}

#[test]
fn every_change_has_a_place_and_what_breaks_the_wire_says_what_to_write_instead() {
    for case in cases() {
        let (old, new) = versions(&case);
        for change in compare(&old.model, &new.model) {
            assert!(change.old.is_some() || change.new.is_some(), "{change:?}");
            let breaks = change.level(Surfaces::WIRE) == Level::Breaks;
            assert!(!breaks || change.help.is_some(), "{change:?}");
        }
    }
}

#[test]
fn what_is_safe_on_the_chosen_surfaces_is_told_only_when_asked_for() {
    let (old, new) = versions(&PathBuf::from("tests/breaking/renamed.change"));
    let changes = compare(&old.model, &new.model);
    let told = |surfaces, all| render(&changes, &old, &new, Filter { surfaces, all });
    assert_eq!(told(Surfaces::WIRE, false), "");
    assert!(told(Surfaces::WIRE, true).contains("S0408"));
    assert!(told(Surfaces::WIRE.with(Surface::Json), false).contains("S0408"));
}

#[test]
fn codes_of_changes_are_those_of_rules() {
    assert_eq!(
        Rule::of(Code::RequiredAdded).unwrap().name,
        "required-added"
    );
    assert_eq!(Rule::of(Code::Syntax), None);
}

#[test]
fn the_document_has_the_table_of_rules() {
    let path = "../docs/schema-language.md";
    let document = fs::read_to_string(path).unwrap();
    let (before, rest) = document
        .split_once("--test breaking` writes it. -->\n")
        .unwrap();
    let (_, after) = rest.split_once("\n\n## ").unwrap();
    let expected = format!(
        "{before}--test breaking` writes it. -->\n{}\n## {after}",
        Rule::table()
    );
    if std::env::var_os("STILLWIRE_BLESS").is_some() {
        fs::write(path, expected).unwrap();
    } else {
        assert!(
            document == expected,
            "docs/schema-language.md has another table"
        );
    }
}

#[test]
fn the_largest_types_are_compared_in_time_that_grows_with_them() {
    let version = |word: &str| {
        let fields: String = (1..=8_000)
            .map(|n| format!("@{n} {word}{n}: u8;\n"))
            .collect();
        let values: String = (1..=8_000).map(|n| format!("{word}{n} = {n};\n")).collect();
        let text = format!(
            "package a.v1;\nmessage M {{ {fields} }}\nenum E : u16 {{ none = 0;\n{values} }}"
        );
        checked("large", &text)
    };
    let (old, new) = (version("a"), version("b"));
    let start = std::time::Instant::now();
    let changes = compare(&old.model, &new.model);
    assert_eq!(changes.len(), 16_000);
    assert!(changes.iter().all(|c| c.rule.name == "renamed"));
    // Each with each would take minutes in a build that is not optimised.
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}
