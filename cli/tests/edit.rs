//! `stillwire edit` as a user runs it.

mod support;

use std::fs;
use std::path::PathBuf;
use support::{Run, stillwire_in};

const ORDERS: &str = "package acme.trading.v1;

message PlaceOrder {
  @1 id: u64;
  // For the desk.
  @2 strategy_id: u32;
  @3 note: string;
  @4 venue: string?;
}
";

/// A folder of a test's own with one schema, and the schema.
fn folder(name: &str) -> (PathBuf, PathBuf) {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
        .join("edit")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    let schema = folder.join("schemas/acme/trading/v1/orders.still");
    fs::create_dir_all(schema.parent().unwrap()).unwrap();
    fs::write(&schema, ORDERS).unwrap();
    (folder, schema)
}

fn text(run: &Run) -> String {
    format!("{}{}", run.stdout, run.stderr)
}

#[test]
fn a_file_is_edited_in_place_and_breaking_finds_nothing_on_the_wire() {
    let (folder, schema) = folder("remove");
    let snapshot = stillwire_in(
        &folder,
        &["breaking", "schemas", "--snapshot", "before.stillc"],
    );
    assert_eq!(snapshot.code, 0, "{}", text(&snapshot));
    let target = "acme.trading.v1.PlaceOrder.strategy_id";
    let run = stillwire_in(&folder, &["edit", "remove", target]);
    assert_eq!(run.code, 0, "{}", text(&run));
    assert_eq!(run.stdout, "schemas/acme/trading/v1/orders.still\n");
    assert!(run.stderr.contains("breaks json, source"), "{}", run.stderr);
    let expected = ORDERS.replace("@2 strategy_id: u32;", "@2 reserved u32 \"strategy_id\";");
    assert_eq!(fs::read_to_string(&schema).unwrap(), expected);
    let compared = [
        "breaking",
        "schemas",
        "--against",
        "before.stillc",
        "--surfaces",
    ];
    let wire = stillwire_in(&folder, &[&compared[..], &["wire"]].concat());
    assert_eq!(wire.code, 0, "{}", text(&wire));
    let json = stillwire_in(&folder, &[&compared[..], &["json"]].concat());
    assert_eq!(json.code, 1, "{}", text(&json));
    // Nothing is left beside the file.
    assert_eq!(fs::read_dir(schema.parent().unwrap()).unwrap().count(), 1);
}

#[test]
fn a_dry_run_shows_what_would_change_and_changes_nothing() {
    let (folder, schema) = folder("dry");
    let run = stillwire_in(
        &folder,
        &["edit", "rename", "PlaceOrder.note", "remark", "--dry-run"],
    );
    assert_eq!(run.code, 0, "{}", text(&run));
    assert!(
        run.stdout
            .contains("-  @3 note: string;\n+  @3 remark: string;\n"),
        "{}",
        run.stdout
    );
    assert_eq!(fs::read_to_string(&schema).unwrap(), ORDERS);
}

#[test]
fn what_cannot_be_edited_is_said_and_nothing_is_written() {
    let (folder, schema) = folder("refused");
    for (args, part) in [
        (
            ["edit", "add", "PlaceOrder", "next: PlaceOrder"],
            "write `next: PlaceOrder?`",
        ),
        (["edit", "add", "PlaceOrder", "next: Nothing"], "S0302"),
        (
            ["edit", "rename", "PlaceOrder.nota", "x"],
            "did you mean `PlaceOrder.note`?",
        ),
        (["edit", "rename", "PlaceOrder", "Venue.x"], "S0104"),
    ] {
        let run = stillwire_in(&folder, &args);
        assert_eq!((run.code, run.stdout.as_str()), (1, ""), "{args:?}");
        assert!(run.stderr.contains(part), "{args:?}: {}", run.stderr);
        assert_eq!(fs::read_to_string(&schema).unwrap(), ORDERS);
    }
    let run = stillwire_in(
        &folder,
        &["edit", "remove", "PlaceOrder.id", "--in", "nowhere"],
    );
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("cannot read nowhere"), "{}", run.stderr);
}

#[test]
fn the_examples_of_the_help_run() {
    let (folder, schema) = folder("examples");
    let help = stillwire_in(&folder, &["edit", "--help"]).stdout;
    let examples: Vec<&str> = help
        .lines()
        .filter_map(|line| line.trim().strip_prefix("stillwire "))
        .collect();
    assert_eq!(examples.len(), 5, "{help}");
    for example in examples {
        // Words, but for what stands in quotes.
        let args: Vec<&str> = example
            .split('\'')
            .enumerate()
            .flat_map(|(i, part)| {
                if i % 2 == 1 {
                    vec![part]
                } else {
                    part.split_whitespace().collect()
                }
            })
            .collect();
        let run = stillwire_in(&folder, &args);
        assert_eq!(run.code, 0, "{example}: {}", text(&run));
    }
    let edited = fs::read_to_string(&schema).unwrap();
    for line in [
        "  @2 reserved u32 \"strategy_id\";",
        "  @3 remark: string;",
        "  #[deprecated(\"routing decides\")]\n  @4 venue: string?;",
        "  @5 account: string?;",
    ] {
        assert!(edited.contains(line), "{line}\n{edited}");
    }
}
