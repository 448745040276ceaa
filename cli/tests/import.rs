//! `stillwire import proto` as a user runs it.

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use support::{Run, stillwire_there};

const SHOP: &str = "syntax = \"proto3\";
package acme.shop.v1;

import \"google/protobuf/timestamp.proto\";
import \"acme/base/v1/money.proto\";

// An order.
message Order {
  uint64 id = 1;
  acme.base.v1.Money price = 5;
  google.protobuf.Timestamp at = 6;
}
service Shop { rpc Buy(Order) returns (acme.base.v1.Money); }
";

const MONEY: &str = "syntax = \"proto3\";
package acme.base.v1;

message Money { int64 cents = 1; }
";

/// A folder with `protos/`.
fn folder(name: &str) -> PathBuf {
    let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
        .join("import")
        .join(name);
    let _ = fs::remove_dir_all(&root);
    put(&root, "protos/acme/shop/v1/shop.proto", SHOP);
    put(&root, "protos/acme/base/v1/money.proto", MONEY);
    root
}

fn put(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn run(root: &Path, args: &[&str]) -> Run {
    stillwire_there(root, args, b"")
}

#[test]
fn the_schemas_are_those_of_the_files_and_of_what_they_import_and_they_compile() {
    let root = folder("shop");
    let args = [
        "import",
        "proto",
        "protos/acme/shop/v1/shop.proto",
        "-I",
        "protos",
        "--out",
        "schemas",
    ];
    let done = run(&root, &args);
    assert!(done.code == 0, "{}", done.stderr);
    assert!(
        done.stderr.contains("S0814") && done.stderr.contains("shop.proto:11"),
        "{}",
        done.stderr
    );
    let shop = fs::read_to_string(root.join("schemas/acme/shop/v1/shop.still")).unwrap();
    assert!(shop.contains("use acme.base.v1.Money;"), "{shop}");
    assert!(shop.contains("/// An order.\nmessage Order {"), "{shop}");
    assert!(
        shop.contains("  #[proto(number = 5)]\n  @2 price: Money?;"),
        "{shop}"
    );
    let done = run(&root, &["check", "schemas/acme/shop/v1/shop.still"]);
    assert!(done.code == 0, "{}", done.stderr);
    let done = run(
        &root,
        &[
            "gen",
            "rust",
            "schemas/acme/shop/v1/shop.still",
            "--out",
            "rust",
        ],
    );
    assert!(done.code == 0, "{}", done.stderr);
}

#[test]
fn check_tells_what_would_be_written_and_writes_nothing() {
    let root = folder("check");
    let args = [
        "import",
        "proto",
        "protos/acme/base/v1/money.proto",
        "-I",
        "protos",
        "--out",
        "schemas",
    ];
    let check = [args.as_slice(), &["--check"]].concat();
    let done = run(&root, &check);
    assert!(
        done.code == 1 && done.stdout.contains("money.still is missing"),
        "{}",
        done.stdout
    );
    assert!(!root.join("schemas").exists());
    assert!(run(&root, &args).code == 0);
    assert!(run(&root, &check).code == 0);
}

#[test]
fn where_something_cannot_be_said_nothing_is_written_and_its_place_is_told() {
    let root = folder("groups");
    let group = "syntax = \"proto2\";\npackage acme.old.v1;\nmessage Old {\n  optional group Part = 2 { optional int32 a = 1; }\n  optional int32 b = 3;\n}\n";
    put(&root, "protos/acme/old/v1/old.proto", group);
    let args = [
        "import",
        "proto",
        "protos/acme/old/v1/old.proto",
        "-I",
        "protos",
        "--out",
        "schemas",
    ];
    let done = run(&root, &args);
    assert!(
        done.code == 1 && done.stderr.contains("S0803") && done.stderr.contains("old.proto:4"),
        "{}",
        done.stderr
    );
    assert!(!root.join("schemas").exists());
    let json = run(&root, &[args.as_slice(), &["--format", "json"]].concat());
    assert!(
        json.code == 1 && json.stdout.contains("\"S0803\""),
        "{}",
        json.stdout
    );
    let done = run(&root, &[args.as_slice(), &["--lossy"]].concat());
    assert!(done.code == 0, "{}", done.stderr);
    let old = fs::read_to_string(root.join("schemas/acme/old/v1/old.still")).unwrap();
    assert!(
        old.contains("#[proto(reserved = \"2\")]\nmessage Old {"),
        "{old}"
    );
}

#[test]
fn the_examples_of_the_help_run() {
    let root = folder("examples");
    let help = run(&root, &["import", "proto", "--help"]).stdout;
    let (_, examples) = help.split_once("Examples:").unwrap();
    let mut seen = 0;
    for line in examples
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
    {
        let args: Vec<&str> = line.split(' ').skip(1).collect();
        let done = run(&root, &args);
        assert!(done.code == 0, "{line}: {}", done.stderr);
        seen += 1;
    }
    assert_eq!(seen, 3);
}
