//! `stillwire lint` as a user runs it.

mod support;

use std::fs;
use std::path::PathBuf;
use support::stillwire;

const SCHEMA: &str = "/// Docs.\npackage a.v1;\n\nmessage Order { @1 id: u64; }\n";

/// A schema in the directory of its package, below one that may have settings.
fn put(name: &str, schema: &str, settings: &str) -> (PathBuf, String) {
    let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
        .join("lint")
        .join(name);
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(root.join("a/v1")).unwrap();
    let path = root.join("a/v1/a.still");
    fs::write(&path, schema).unwrap();
    if !settings.is_empty() {
        fs::write(root.join("stillwire.toml"), settings).unwrap();
    }
    let path = path.to_str().unwrap().to_owned();
    (root, path)
}

#[test]
fn a_warning_is_told_and_the_exit_code_is_0() {
    let (_, file) = put("warning", SCHEMA, "[other]\nx = 1\n");
    let run = stillwire(&["lint", &file], b"");
    assert_eq!((run.code, run.stdout.as_str()), (0, ""));
    assert!(
        run.stderr.contains("S1004") && run.stderr.contains("missing-docs"),
        "{}",
        run.stderr
    );
}

#[test]
fn levels_come_from_the_nearest_settings() {
    let (_, file) = put("deny", SCHEMA, "[lint]\nmissing-docs = \"deny\"\n");
    let run = stillwire(&["lint", "--format", "json", &file], b"");
    assert_eq!(
        (run.code, run.stderr.as_str()),
        (1, "error: 1 of these are denied\n")
    );
    assert!(
        run.stdout.contains(r#""code":"S1004""#) && run.stdout.contains(r#""severity":"error""#)
    );
    let (root, file) = put("allow", SCHEMA, "[lint]\nmissing-docs = \"allow\"\n");
    let run = stillwire(&["lint", &file], b"");
    assert_eq!(
        (run.code, run.stdout.as_str(), run.stderr.as_str()),
        (0, "", "")
    );
    // One that is named is taken instead.
    fs::write(root.join("other.toml"), "[lint]\nmissing-docs = \"deny\"\n").unwrap();
    let other = root.join("other.toml");
    let run = stillwire(&["lint", "--config", other.to_str().unwrap(), &file], b"");
    assert_eq!(run.code, 1);
}

#[test]
fn settings_that_mean_nothing_are_refused() {
    for settings in [
        "[lint]\nmissing-dogs = \"deny\"",
        "[lint]\nmissing-docs = \"loud\"",
        "[lint",
    ] {
        let (_, file) = put("wrong", SCHEMA, settings);
        let run = stillwire(&["lint", &file], b"");
        assert_eq!((run.code, run.stdout.as_str()), (1, ""));
        assert!(run.stderr.contains("stillwire.toml: "), "{}", run.stderr);
    }
    let (_, file) = put("missing", SCHEMA, "");
    assert_eq!(
        stillwire(&["lint", "--config", "no/such.toml", &file], b"").code,
        1
    );
}

#[test]
fn what_does_not_compile_is_reported() {
    let (_, file) = put(
        "broken",
        "package a.v1;\n\nmessage Order { @1 id: Nothing; }\n",
        "",
    );
    let run = stillwire(&["lint", &file], b"");
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("S0302"), "{}", run.stderr);
    let run = stillwire(&["lint", "--format", "github", &file], b"");
    assert_eq!(run.code, 1);
    assert!(run.stdout.starts_with("::error file="), "{}", run.stdout);
}

#[test]
fn all_lints_are_listed_with_their_levels() {
    let run = stillwire(&["lint", "--list"], b"");
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert_eq!(
        run.stdout.lines().count(),
        stillwire_compiler::Lint::ALL.len()
    );
    assert!(
        run.stdout.contains("S1002  deny   enum-zero-not-neutral "),
        "{}",
        run.stdout
    );
    assert_eq!(stillwire(&["lint"], b"").code, 2);
}
