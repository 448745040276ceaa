//! `stillwire check` and `stillwire gen` as a user runs them.

mod support;

use std::fs;
use support::{data, stillwire};

#[test]
fn a_schema_without_errors_passes_in_silence() {
    let run = stillwire(&["check", &data("fine.still")], b"");
    assert_eq!(
        (run.code, run.stdout.as_str(), run.stderr.as_str()),
        (0, "", "")
    );
}

#[test]
fn an_error_of_a_schema_is_drawn_and_the_exit_code_is_1() {
    let run = stillwire(&["check", &data("fine.still"), &data("broken.still")], b"");
    assert_eq!((run.code, run.stdout.as_str()), (1, ""));
    assert!(
        run.stderr.contains("u65") && run.stderr.contains("broken.still:4:"),
        "{}",
        run.stderr
    );
    let run = stillwire(&["check", "no/such/file.still"], b"");
    assert_eq!(run.code, 1);
    assert!(
        run.stderr.contains("cannot read `no/such/file.still`"),
        "{}",
        run.stderr
    );
}

#[test]
fn rust_and_proto_are_written_where_they_are_wanted() {
    let out = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("generated");
    let _ = fs::remove_dir_all(&out);
    let directory = out.to_str().unwrap();
    for language in ["rust", "proto"] {
        let run = stillwire(
            &["gen", language, &data("fine.still"), "--out", directory],
            b"",
        );
        assert_eq!(
            (run.code, run.stdout.as_str(), run.stderr.as_str()),
            (0, "", ""),
            "{language}"
        );
    }
    assert!(
        fs::read_to_string(out.join("fine.v1.rs"))
            .unwrap()
            .contains("pub struct Order")
    );
    assert!(
        fs::read_to_string(out.join("fine/v1/fine.proto"))
            .unwrap()
            .contains("message Order")
    );
    let run = stillwire(
        &["gen", "proto", &data("broken.still"), "--out", directory],
        b"",
    );
    assert_eq!(run.code, 1);
    assert!(!out.join("broken").exists());
}

#[test]
fn help_shows_an_example_of_each_command() {
    for command in [
        "demo", "check", "breaking", "edit", "gen", "fmt", "lint", "explain",
    ] {
        let run = stillwire(&[command, "--help"], b"");
        assert_eq!(run.code, 0);
        assert!(
            run.stdout.contains(&format!("  stillwire {command} ")),
            "{}",
            run.stdout
        );
    }
    assert_eq!(
        stillwire(&["--version"], b"").stdout,
        concat!("stillwire ", env!("CARGO_PKG_VERSION"), "\n")
    );
    assert_eq!(stillwire(&["nonsense"], b"").code, 2);
}

#[test]
fn the_examples_of_the_help_run() {
    let root = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("examples");
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(root.join("schemas")).unwrap();
    let schema = include_bytes!("data/fine.still");
    for path in ["orders.still", "schemas/orders.still"] {
        fs::write(root.join(path), schema).unwrap();
    }
    let mut ran = 0;
    // Those of `demo`, `breaking` and `edit`, which need a project, a repository or a schema of their own, run in the tests of these.
    for command in ["check", "gen", "fmt", "lint", "explain"] {
        let help = stillwire(&[command, "--help"], b"").stdout;
        let (_, examples) = help.split_once("Example").unwrap();
        for line in examples
            .lines()
            .filter_map(|line| line.strip_prefix("  stillwire "))
        {
            let (words, input) = line.split_once(" < ").unwrap_or((line, ""));
            let input = if input.is_empty() { &[][..] } else { schema };
            let words: Vec<&str> = words.split_whitespace().collect();
            let run = support::stillwire_there(&root, &words, input);
            assert_eq!(run.code, 0, "{line}: {}", run.stderr);
            ran += 1;
        }
    }
    assert!(ran >= 12, "{ran} examples");
}
