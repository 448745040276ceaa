//! What is hostile or odd in `.proto` text ends in a report, and nothing of it reaches a schema as anything but text.

use std::path::PathBuf;
use std::{fs, process};
use stillwire_import::{Failure, Imported, Importer};

fn import(name: &str, text: &[u8]) -> Result<Imported, Failure> {
    let root: PathBuf =
        std::env::temp_dir().join(format!("stillwire-hostile-{}-{name}", process::id()));
    fs::create_dir_all(&root).unwrap();
    let file = root.join("it.proto");
    fs::write(&file, text).unwrap();
    let done = Importer::new().include(&root).file(&file).import();
    fs::remove_dir_all(&root).unwrap();
    done
}

fn with(body: &str) -> Vec<u8> {
    format!("syntax = \"proto3\";\npackage a.b;\n{body}\n").into_bytes()
}

fn codes(done: Result<Imported, Failure>) -> Vec<String> {
    let report = match &done {
        Ok(imported) => &imported.findings,
        Err(failure) => failure.findings(),
    };
    let found = report.diagnostics().iter();
    found.map(|d| format!("{} {}", d.code, d.message)).collect()
}

#[test]
fn what_is_no_protobuf_is_refused() {
    for (name, text) in [
        (
            "deep",
            with(&("message M {".repeat(2_000) + &"}".repeat(2_000))),
        ),
        ("token", with("message \u{ff} {}")),
        (
            "bytes",
            b"syntax = \"proto3\";\npackage a;\nmessage \xff {}".to_vec(),
        ),
        ("circle", with("import \"it.proto\"; message M {}")),
        ("lost", with("import \"nowhere.proto\";")),
        ("empty", b"syntax = \"nothing\";".to_vec()),
    ] {
        let found = codes(import(name, &text));
        assert!(
            found.iter().any(|found| found.starts_with("S0801")),
            "{name}: {found:?}"
        );
    }
}

#[test]
fn text_of_others_stays_text() {
    let found = codes(import(
        "json",
        &with(
            "message M { int32 a = 1 [json_name = \"x\\\")] @2 evil: u8; #[proto(json = \\\"y\"]; }",
        ),
    ));
    assert!(
        found
            .iter()
            .any(|found| found.contains("a name in JSON is text without quotes")),
        "{found:?}"
    );
    let imported = import(
        "docs",
        &with("// \u{202e}turned \u{7} rings\n// */ message N {}\nmessage M { int32 a = 1; }"),
    )
    .unwrap();
    let text = String::from_utf8(imported.files[0].bytes.clone()).unwrap();
    assert!(
        text.contains("///  turned   rings\n/// */ message N {}\nmessage M {"),
        "{text}"
    );
}

#[test]
fn names_that_hide_or_repeat_one_another_find_others() {
    let nested = "message M { message M { message M { M m = 1; .a.b.M n = 2; .a.b.M.M o = 3; } M m = 1; } M m = 1; }";
    let views: String = (0..12)
        .map(|n| format!("message M{} {{ int32 a = 1; }}\n", "View".repeat(n)))
        .collect();
    let words = "message type { int32 self = 1; int32 crate = 2; int32 type = 3; } enum enum { enum_a = 0; } service service { rpc rpc(type) returns (type); }";
    for (name, body) in [("nested", nested), ("views", &views), ("words", words)] {
        let done = import(name, &with(body));
        assert!(done.is_ok(), "{name}: {done:?}");
    }
}
