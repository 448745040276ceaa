//! Every rule of the compiler's comparison says what happens: for each there are two versions of a type, values that one
//! writes and the other reads, natively and as protobuf, and the verdict has to be what is seen.
//!
//! Verdicts on JSON and on source are not looked at: the first follow from protobuf's rules for JSON, the others from
//! what generated code looks like.

mod calls;
mod proof;
mod samples;

use proof::Proof;
use std::collections::BTreeSet;
use std::path::PathBuf;
use stillwire_compiler::breaking::{Change, Level, Rule, Surface, compare};
use stillwire_compiler::{Builder, Checked, check_source};

/// A version of the schemas that the rules are named in.
fn version(name: &str, more: Option<&str>) -> Checked {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("schemas/rules")
        .join(name);
    let builder = Builder::new()
        .emit_rerun(false)
        .file(folder.join("test/rules/v1/rules.still"));
    let builder = more.into_iter().fold(builder, |builder, more| {
        builder.file(folder.join(format!("test/{more}/v1/{more}.still")))
    });
    builder.check().unwrap()
}

fn changes() -> Vec<Change> {
    let (before, after) = (
        version("before", Some("moved")),
        version("after", Some("shifted")),
    );
    compare(&before.model, &after.model)
}

/// `int-64` for what is called `Int64`, `INT_64` or `int_64`.
fn rule_named(name: &str) -> Option<&'static Rule> {
    let plain = |name: &str| name.replace(['-', '_'], "").to_lowercase();
    // The longest name that it begins with: types of a rule have its name and perhaps more.
    let fits = Rule::ALL
        .iter()
        .copied()
        .filter(|rule| plain(name).starts_with(&plain(rule.name)));
    fits.max_by_key(|rule| rule.name.len())
}

#[tokio::test]
async fn verdicts_are_what_happens() {
    let mut proofs = samples::proofs();
    proofs.extend(calls::proofs().await);
    let mut wrong = Vec::new();
    for Proof { rule, seen, told } in &proofs {
        let rule = Rule::ALL.iter().find(|r| r.name == *rule).expect("a rule");
        for (surface, seen) in [Surface::Native, Surface::Proto].into_iter().zip(seen) {
            let right = match rule.on(surface).level {
                Level::Ok | Level::Minor => *seen == Level::Ok,
                Level::Behaviour => *seen == Level::Behaviour,
                // What is lost of some values only can be as bad.
                Level::Breaks => *seen >= Level::Behaviour,
            };
            if !right {
                let says = rule.on(surface).level;
                wrong.push(format!(
                    "{} says {says} on {}, and {seen} was seen:\n  {}",
                    rule.name,
                    surface.name(),
                    told.join("\n  ")
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn every_rule_has_a_proof() {
    let mut proofs = samples::proofs();
    proofs.extend(calls::proofs().await);
    let proven: BTreeSet<&str> = proofs.iter().map(|p| p.rule).collect();
    let rules: BTreeSet<&str> = Rule::ALL.iter().map(|r| r.name).collect();
    assert_eq!(proven, rules);
}

#[test]
fn each_type_changes_by_the_rule_that_it_is_named_after() {
    let changes = changes();
    for change in &changes {
        let name = change
            .subject
            .strip_prefix("test.rules.v1.")
            .map(|rest| rest.strip_prefix("Desk.").unwrap_or(rest));
        let Some(name) = name else {
            assert_eq!(
                (change.rule.name, change.subject.as_str()),
                ("package-renamed", "test.moved.v1")
            );
            continue;
        };
        assert_eq!(rule_named(name), Some(change.rule), "{change:?}");
    }
    let seen: BTreeSet<&str> = changes.iter().map(|c| c.rule.name).collect();
    let missing: Vec<&str> = Rule::ALL
        .iter()
        .map(|r| r.name)
        .filter(|n| !seen.contains(n))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// Rules from one version to another, for a type.
fn rules_of(old: &Checked, new: &Checked, name: &str) -> Vec<&'static str> {
    let subject = format!("test.rules.v1.{name}");
    let of_it = |c: &&Change| c.subject.starts_with(&subject);
    compare(&old.model, &new.model)
        .iter()
        .filter(of_it)
        .map(|c| c.rule.name)
        .collect()
}

#[test]
fn what_is_safe_step_by_step_is_found_between_the_ends() {
    let (first, before) = (version("first", None), version("before", Some("moved")));
    let (after, later) = (version("after", Some("shifted")), version("later", None));
    // What breaks in the end is a field that is new, to those who do not look back.
    assert_eq!(rules_of(&after, &later, "FieldRemoved"), ["field-added"]);
    assert_eq!(
        rules_of(&before, &later, "FieldRemoved"),
        ["ordinal-reused"]
    );
    assert_eq!(
        rules_of(&after, &later, "EnumValueRemovedSide"),
        ["enum-value-added"]
    );
    assert_eq!(
        rules_of(&before, &later, "EnumValueRemovedSide"),
        ["renamed"]
    );
    assert_eq!(
        rules_of(&after, &later, "TombstoneRemoved"),
        ["field-added"]
    );
    assert_eq!(
        rules_of(&before, &later, "TombstoneRemoved"),
        ["tombstone-reused"]
    );
    // Of text that becomes other text only the name tells.
    assert_eq!(rules_of(&first, &later, "TombstoneRemoved"), ["renamed"]);
}

fn text(version: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("schemas/test/evolution")
        .join(version)
        .join("change.still");
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn changes_that_are_tested_to_be_safe_break_nothing_on_the_wire() {
    let old = check_source("v1", &text("v1")).unwrap();
    let new = check_source("v2", &text("v2").replace("evolution.v2;", "evolution.v1;")).unwrap();
    let changes = compare(&old.model, &new.model);
    let messages: BTreeSet<&str> = changes
        .iter()
        .filter_map(|c| {
            c.subject
                .strip_prefix("test.evolution.v1.")?
                .split('.')
                .next()
        })
        .collect();
    // All but those that only hold the others, and what they share.
    assert!(messages.len() >= 30, "{messages:?}");
    for change in &changes {
        assert_eq!(
            change.rule.on(Surface::Native).level,
            Level::Ok,
            "{change:?}"
        );
        assert_ne!(
            change.rule.on(Surface::Proto).level,
            Level::Breaks,
            "{change:?}"
        );
    }
}

#[test]
fn changes_that_are_tested_to_be_unsafe_break_the_native_form() {
    let whole = text("broken_v1");
    let lines: Vec<&str> = whole.lines().collect();
    let message = |name: &str| {
        let head = format!("message {name} {{");
        lines
            .iter()
            .find(|l| l.starts_with(&head))
            .map(|l| l.replacen(name, "Case", 1))
    };
    let others: Vec<&str> = lines
        .iter()
        .filter(|l| !l.starts_with("message ") && !l.starts_with("///"))
        .copied()
        .collect();
    let pairs = [
        ("RequiredOld", "Required", "required-added"),
        ("RequiredOld", "RequiredUnion", "required-added"),
        ("Bytes", "Text", "text-bytes"),
        ("Narrow", "Wide", "int-64"),
        ("StructOld", "Struct", "type-changed"),
        ("WholeOld", "Whole", "field-removed"),
        ("OrderOld", "Order", "ordinal-changed"),
        ("PlainOld", "Plain", "optional-changed"),
        ("ListOld", "List", "int-widened"),
        ("UnionOld", "Union", "type-changed"),
        ("KeysOld", "Keys", "int-sign"),
        ("DefaultOld", "Default", "default-changed"),
    ];
    for (old, new, rule) in pairs {
        let version = |name: &str| {
            let text = format!(
                "{}\n{}\nmessage Part {{ @1 name: string; }}\n",
                others.join("\n"),
                message(name).unwrap()
            );
            check_source(name, &text).unwrap_or_else(|error| panic!("{error}"))
        };
        let changes = compare(&version(old).model, &version(new).model);
        assert!(
            changes.iter().any(|c| c.rule.name == rule),
            "{old}: {changes:?}"
        );
        assert!(
            changes
                .iter()
                .any(|c| c.rule.on(Surface::Native).level == Level::Breaks),
            "{old}: {changes:?}"
        );
    }
}
