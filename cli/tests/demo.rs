//! `stillwire demo` as a user runs it: on small documents, on odd ones, and on what is none.

mod support;

use serde_json::Value;
use support::{Run, data, stillwire, stillwire_there};

/// Runs the demo on a document, briefly.
fn demo(input: &str, more: &[&str]) -> Run {
    let path = data(input);
    let mut args = vec!["demo", "--seconds", "0.05", "--input", path.as_str()];
    args.extend(more);
    stillwire(&args, b"")
}

/// Feeds a document through a pipe; it must be refused.
fn refused(document: &[u8]) -> String {
    let run = stillwire(&["demo", "--seconds", "0.05", "--input", "-"], document);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert_eq!(run.stdout, "");
    assert!(run.stderr.starts_with("error: "), "{}", run.stderr);
    run.stderr
}

#[test]
fn a_small_document_is_served_checked_and_measured() {
    let run = demo("small.json", &["--json"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(run.stderr, "");
    assert_eq!(run.stdout.lines().count(), 1);
    let report: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(report["agree"], true);
    assert_eq!(report["packages"], 4);
    // 4 packages by version, 3 names, 6 questions about what is not there, and dependents of 4.
    assert_eq!(report["checks"], 17);
    assert_eq!(
        report["input_bytes"],
        std::fs::metadata(data("small.json")).unwrap().len()
    );
    for form in ["json", "protobuf", "stillwire"] {
        for field in ["sizes", "encode_ns", "read_ns"] {
            assert!(
                report[field][form].as_u64().unwrap() > 0,
                "{field} of {form}"
            );
        }
    }
    for transport in ["grpc", "quic"] {
        for field in ["calls", "calls_per_second", "p50_us", "p99_us"] {
            assert!(
                report["transports"][transport][field].as_u64().unwrap() > 0,
                "{field} of {transport}"
            );
        }
    }
}

#[test]
fn odd_documents_work() {
    for (input, packages, checks) in [("no_resolve.json", 3, 10 + 3), ("empty.json", 0, 4)] {
        let run = demo(input, &["--json"]);
        assert_eq!(run.code, 0, "{input}: {}", run.stderr);
        let report: Value = serde_json::from_str(&run.stdout).unwrap();
        assert_eq!(
            (&report["agree"], &report["packages"]),
            (&Value::from(true), &Value::from(packages)),
            "{input}"
        );
        assert_eq!(report["checks"], checks, "{input}");
    }
}

#[test]
fn a_table_on_a_pipe_is_plain_and_says_that_all_agree() {
    let run = demo("small.json", &[]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(
        run.stdout.contains("All agree on 17 questions."),
        "{}",
        run.stdout
    );
    for line in run.stdout.lines() {
        assert!(line.is_ascii() && line.len() <= 80, "{line}");
    }
    for word in ["JSON", "protobuf", "Stillwire", "gRPC", "QUIC", "p99"] {
        assert!(
            run.stdout.contains(word),
            "{word} is missing: {}",
            run.stdout
        );
    }
}

#[test]
fn a_damaged_or_foreign_document_is_refused_and_the_place_named() {
    assert!(refused(b"").contains("not JSON: EOF while parsing a value at line 1 column 0"));
    assert!(refused(b"[1, 2").contains("not "));
    assert!(refused(b"{\"name\": \"package.json\"}").contains("missing field `packages`"));
    assert!(refused(b"\xff\xfe{\0}\0").contains("line 1 column 1"));
    let whole = std::fs::read(data("small.json")).unwrap();
    assert!(refused(&whole[..whole.len() / 2]).contains("not JSON"));
    let text = String::from_utf8(whole).unwrap();
    let wrong = refused(
        text.replace("\"optional\": true", "\"optional\": \"yes\"")
            .as_bytes(),
    );
    assert!(
        wrong.contains("standard input: ")
            && wrong.contains("`packages[0].dependencies[2].optional`"),
        "{wrong}"
    );
    let dangling = refused(
        text.replace(
            "\"pkg\": \"path+file:///project/codegen#0.0.0\"",
            "\"pkg\": \"gone\"",
        )
        .as_bytes(),
    );
    assert!(
        dangling.contains("at `resolve.nodes[0].deps[2].pkg`: no package has the id `gone`"),
        "{dangling}"
    );
    assert!(
        refused(
            text.replace("\"version\": 1,", "\"version\": 2,")
                .as_bytes()
        )
        .contains("format version 2")
    );
}

#[test]
fn a_document_cut_anywhere_is_refused() {
    let whole = std::fs::read(data("no_resolve.json")).unwrap();
    for at in (0..whole.len()).step_by(23) {
        let cut = refused(&whole[..at]);
        assert!(!cut.contains("panicked"), "{cut}");
    }
}

#[test]
fn what_cannot_be_read_is_named() {
    let run = demo("not_there.json", &[]);
    assert_eq!(run.code, 1);
    assert!(
        run.stderr.contains("cannot read ") && run.stderr.contains("not_there.json"),
        "{}",
        run.stderr
    );
    let run = stillwire(&["demo", "--manifest-path", "no/such/Cargo.toml"], b"");
    assert_eq!(run.code, 1);
    assert!(
        run.stderr.contains("`cargo metadata` failed"),
        "{}",
        run.stderr
    );
    let run = stillwire(&["demo", "--seconds", "0"], b"");
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("0.01 to 3600"), "{}", run.stderr);
}

/// Without a network cargo cannot get what other platforms need, and says so; this platform's packages are there.
#[cfg(unix)]
#[test]
fn a_cargo_that_cannot_get_all_is_asked_for_this_platform() {
    use std::os::unix::fs::PermissionsExt;
    let script = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("offline-cargo");
    let text = format!(
        "#!/bin/sh\ncase \"$*\" in\n  -vV) echo 'host: some-platform';;\n  *'--offline --filter-platform some-platform'*) cat '{}';;\n  \
         *) echo 'no network' >&2; exit 101;;\nesac\n",
        data("small.json")
    );
    std::fs::write(&script, text).unwrap();
    std::fs::set_permissions(&script, std::fs::Permissions::from_mode(0o755)).unwrap();
    let cargo = [("CARGO", script.to_str().unwrap())];
    let run = support::stillwire_with(&["demo", "--seconds", "0.05", "--json"], b"", &cargo);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let report: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(report["packages"], 4);
}

#[test]
fn a_cargo_that_is_missing_is_named() {
    let run = support::stillwire_with(&["demo"], b"", &[("CARGO", "no-such-cargo")]);
    assert_eq!(run.code, 1);
    assert!(
        run.stderr.contains("cannot run `no-such-cargo`") && run.stderr.contains("--input FILE"),
        "{}",
        run.stderr
    );
}

#[test]
fn the_examples_of_the_help_run() {
    let root = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("demo-examples");
    let _ = std::fs::remove_dir_all(&root);
    // The project that one stands in, and the one beside it.
    for project in ["here", "my-project"] {
        let source = root.join(project).join("src");
        std::fs::create_dir_all(&source).unwrap();
        std::fs::write(source.join("lib.rs"), "").unwrap();
        let manifest =
            format!("[package]\nname = {project:?}\nedition = \"2024\"\n\n[workspace]\n");
        std::fs::write(root.join(project).join("Cargo.toml"), manifest).unwrap();
    }
    let here = root.join("here");
    let help = stillwire(&["demo", "--help"], b"").stdout;
    let (_, examples) = help.split_once("Examples:").unwrap();
    let mut ran = 0;
    for line in examples.lines().map(str::trim).filter(|l| !l.is_empty()) {
        // What a pipe brings is what cargo says of the project.
        let (piped, command) = match line.split_once(" | ") {
            None => (None, line),
            Some((piped, command)) => (Some(piped), command),
        };
        let input = piped.map_or_else(Vec::new, |piped| {
            let mut words = piped.split_whitespace();
            assert_eq!(words.next(), Some("cargo"), "{line}");
            let cargo = std::process::Command::new(env!("CARGO"))
                .args(words)
                .current_dir(&here)
                .output()
                .unwrap();
            assert!(cargo.status.success(), "{line}");
            cargo.stdout
        });
        let words = command.strip_prefix("stillwire ").unwrap();
        // As written, but brief.
        let args: Vec<&str> = words
            .split_whitespace()
            .chain(["--seconds", "0.05"])
            .collect();
        let run = stillwire_there(&here, &args, &input);
        assert_eq!(run.code, 0, "{line}: {}", run.stderr);
        assert!(!run.stdout.is_empty(), "{line}");
        ran += 1;
    }
    assert_eq!(ran, 3, "{help}");
}
