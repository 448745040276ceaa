//! From files on disk to a model and to output.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, UNIX_EPOCH};

use stillwire_compiler::{Builder, Code, check_source};

/// A directory that goes away with the test.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("stillwire-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn file(&self, path: &str, text: &str) -> PathBuf {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn codes(files: &[&Path], roots: &[&Path]) -> Vec<Code> {
    let builder = files.iter().fold(Builder::new(), |b, f| b.file(f));
    let builder = roots.iter().fold(builder, |b, r| b.root(r));
    builder.check().map_or_else(
        |error| error.diagnostics().iter().map(|d| d.code).collect(),
        |_| Vec::new(),
    )
}

#[test]
fn a_package_is_all_files_of_its_directory() {
    let scratch = Scratch::new("directory");
    let first = scratch.file(
        "acme/shop/v1/a.still",
        "/// One.\npackage acme.shop.v1;\nmessage A { @1 b: B; }\n",
    );
    let second = scratch.file(
        "acme/shop/v1/b.still",
        "/// Two.\npackage acme.shop.v1;\nmessage B {}\n",
    );
    scratch.file("acme/shop/v1/notes.txt", "not a schema");
    let model = Builder::new()
        .file(&first)
        .file(&second)
        .check()
        .unwrap()
        .model;
    assert_eq!(model.packages.len(), 1);
    assert_eq!(model.packages[0].files, [first, second]);
    assert_eq!(model.packages[0].docs, ["One.", "Two."]);
    assert!(model.packages[0].requested);
}

#[test]
fn a_file_elsewhere_is_a_package_by_itself() {
    let scratch = Scratch::new("alone");
    let orders = scratch.file("orders.still", "package acme.shop.v1;\nmessage A {}\n");
    scratch.file("other.still", "package acme.shop.v1;\nmessage A {}\n");
    assert_eq!(
        Builder::new().file(&orders).check().unwrap().model.packages[0].files,
        [orders]
    );
}

#[test]
fn imports_are_found_below_the_folder_of_the_file_or_a_root() {
    let scratch = Scratch::new("roots");
    let main = scratch.file(
        "here/main.still",
        "package main.v1;\nuse lib.v1.{Thing};\nmessage M { @1 a: Thing; }\n",
    );
    assert_eq!(codes(&[&main], &[]), [Code::UnknownPackage]);
    scratch.file(
        "there/lib/v1/thing.still",
        "package lib.v1;\nmessage Thing {}\n",
    );
    assert_eq!(codes(&[&main], &[]), [Code::UnknownPackage]);
    assert_eq!(codes(&[&main], &[&scratch.0.join("there")]), []);
    let checked = Builder::new()
        .file(&main)
        .root(scratch.0.join("there"))
        .check()
        .unwrap();
    let names: Vec<(&str, bool)> = checked
        .model
        .packages
        .iter()
        .map(|p| (p.name.as_str(), p.requested))
        .collect();
    assert_eq!(
        names,
        [("lib.v1", false), ("main.v1", true)],
        "imported ones first"
    );
    assert_eq!(checked.model.packages[1].uses, [0]);
}

#[test]
fn requested_packages_may_import_each_other_in_one_direction() {
    let scratch = Scratch::new("requested");
    let a = scratch.file(
        "a.still",
        "package a.v1;\nuse b.v1.{B};\nmessage A { @1 b: B; }\n",
    );
    let b = scratch.file("b.still", "package b.v1;\nmessage B {}\n");
    assert_eq!(codes(&[&a, &b], &[]), []);
    assert_eq!(codes(&[&b, &a], &[]), []);
    let b = scratch.file(
        "b.still",
        "package b.v1;\nuse a.v1.{A};\nmessage B { @1 a: A?; }\n",
    );
    assert_eq!(codes(&[&a, &b], &[]), [Code::ImportCycle]);
}

#[test]
fn imports_end_at_their_limit() {
    let scratch = Scratch::new("depth");
    for i in 0..70 {
        let text = format!(
            "package p{i}.v1;\nuse p{}.v1.{{M}};\nmessage M {{ @1 m: M2; }} message M2 {{}}\n",
            i + 1
        );
        scratch.file(
            &format!("p{i}/v1/p.still"),
            &text.replace("{M}", "{M as N}"),
        );
    }
    let first = scratch.0.join("p0/v1/p.still");
    assert!(codes(&[&first], &[]).contains(&Code::OverLimit));
}

#[test]
fn a_broken_import_is_reported_in_its_own_file() {
    let scratch = Scratch::new("broken");
    let main = scratch.file(
        "main.still",
        "package main.v1;\nuse lib.v1.{Thing};\nmessage M { @1 a: Thing; }\n",
    );
    scratch.file(
        "lib/v1/thing.still",
        "package lib.v1;\nmessage Thing { @1 a: Nothing; }\n",
    );
    let error = Builder::new().file(&main).check().unwrap_err();
    assert_eq!(error.diagnostics().len(), 1);
    assert!(error.to_string().contains("thing.still:2:23"), "{error}");
}

#[test]
fn a_text_alone_is_checked_without_files() {
    let checked = check_source(
        "demo.still",
        "package demo.v1;\nmessage Point { @1 x: i32; }\n",
    )
    .unwrap();
    assert_eq!(
        checked
            .model
            .full_name(stillwire_compiler::model::TypeId(0)),
        "demo.v1.Point"
    );
    assert!(check_source("demo.still", "package demo.v1;\nuse other.v1.{X};\n").is_err());
}

#[test]
fn code_goes_where_it_is_told() {
    let scratch = Scratch::new("out");
    let schema = scratch.file(
        "demo.still",
        "package demo.v1;\nmessage Point { @1 x: i32; }\n",
    );
    Builder::new()
        .file(&schema)
        .out_dir(&scratch.0)
        .emit_rerun(false)
        .services(false)
        .build()
        .unwrap();
    let missing = scratch.0.join("no/such/place");
    let result = Builder::new()
        .file(&schema)
        .out_dir(&missing)
        .emit_rerun(false)
        .build();
    if let Err(error) = result {
        assert_eq!(error.diagnostics()[0].code, Code::Unreadable);
    }
}

#[test]
fn views_that_set_fields_are_there_where_they_are_asked_for() {
    let scratch = Scratch::new("patch");
    let schema = scratch.file(
        "demo.still",
        "package demo.v1;\nmessage Point { @1 x: i32; }\nunion Shape { @1 point: Point; }\n",
    );
    let declared = |builder: Builder| {
        let checked = builder.check().unwrap();
        let outputs = builder.rust(&checked).unwrap();
        let text = String::from_utf8(outputs[0].bytes.clone()).unwrap();
        ["PointViewMut", "ShapeViewMut"].map(|name| text.contains(&format!("pub struct {name}<")))
    };
    let builder = Builder::new().file(&schema);
    assert_eq!(declared(builder.clone()), [false; 2]);
    assert_eq!(declared(builder.patch(true)), [true; 2]);
}

#[test]
fn what_several_packages_need_is_written_once() {
    let scratch = Scratch::new("once");
    scratch.file("lib/v1/l.still", "package lib.v1;\nmessage Thing {}\n");
    let text = |name| {
        format!("package {name}.v1;\nuse lib.v1.Thing;\nmessage M {{ @1 a: Thing; @2 b: u8; }}\n")
    };
    let a = scratch.file("a/v1/a.still", &text("a"));
    let b = scratch.file("b/v1/b.still", &text("b"));
    let generate = |files: &[&PathBuf], out: &str| {
        let out = scratch.0.join(out);
        fs::create_dir_all(&out).unwrap();
        let builder = Builder::new().emit_rerun(false).root(&scratch.0);
        let builder = files.iter().fold(builder, |b, file| b.file(file));
        builder.out_dir(&out).build().unwrap();
        let entries = fs::read_dir(&out).unwrap().map(|e| e.unwrap().path());
        let mut files: Vec<(String, String)> = entries
            .map(|path| {
                let name = path.file_name().unwrap().to_str().unwrap().to_owned();
                (name, fs::read_to_string(path).unwrap())
            })
            .collect();
        files.sort();
        files
    };
    let names = |files: &[(String, String)]| -> Vec<String> {
        files.iter().map(|(name, _)| name.clone()).collect()
    };
    let several = generate(&[&a, &b], "several");
    assert_eq!(
        names(&several),
        [
            "a.v1-items.rs",
            "a.v1.rs",
            "b.v1-items.rs",
            "b.v1.rs",
            "lib.v1-items.rs",
            "stillwire.rs"
        ]
    );
    let declaring = |name: &str| -> Vec<&str> {
        let declared = |text: &String| text.contains(&format!("pub struct {name} "));
        let files = several.iter().filter(|(_, text)| declared(text));
        files.map(|(file, _)| file.as_str()).collect()
    };
    assert_eq!(declaring("Thing"), ["lib.v1-items.rs"]);
    assert_eq!(declaring("M"), ["a.v1-items.rs", "b.v1-items.rs"]);
    let includes = |text: &str, package: &str| {
        text.contains(&format!("::core::include!(\"{package}-items.rs\");"))
    };
    for (file, expected) in [
        (1, [true, false, true]),
        (3, [false, true, true]),
        (5, [true; 3]),
    ] {
        let found = ["a.v1", "b.v1", "lib.v1"].map(|package| includes(&several[file].1, package));
        assert_eq!(found, expected, "{}", several[file].0);
    }
    // One package alone has all in its file.
    let one = generate(&[&a], "one");
    assert_eq!(names(&one), ["a.v1.rs", "stillwire.rs"]);
    assert_eq!(one[0].1, one[1].1);
    assert!(one[0].1.contains("pub struct Thing "));
}

#[test]
fn a_file_is_written_only_where_its_text_changes() {
    let scratch = Scratch::new("unchanged");
    let a = scratch.file("a/v1/a.still", "package a.v1;\nmessage A { @1 x: u8; }\n");
    let b = scratch.file("b/v1/b.still", "package b.v1;\nmessage B { @1 x: u8; }\n");
    let build = || {
        let builder = Builder::new().emit_rerun(false).file(&a).file(&b);
        builder.out_dir(&scratch.0).build().unwrap();
    };
    // A time that no file gets by being written.
    let old = UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    let generated = [
        "a.v1-items.rs",
        "a.v1.rs",
        "b.v1-items.rs",
        "b.v1.rs",
        "stillwire.rs",
    ];
    let age = || {
        for name in generated {
            let file = fs::File::options()
                .append(true)
                .open(scratch.0.join(name))
                .unwrap();
            file.set_modified(old).unwrap();
        }
    };
    let written = || {
        let modified = |name: &&str| {
            fs::metadata(scratch.0.join(name))
                .unwrap()
                .modified()
                .unwrap()
        };
        generated
            .into_iter()
            .filter(|name| modified(name) != old)
            .collect::<Vec<_>>()
    };
    build();
    age();
    build();
    assert_eq!(written(), [""; 0]);
    // What is no part of the code changes none of it.
    fs::write(&a, "package a.v1;\n\n// A note.\nmessage A { @1 x: u8; }\n").unwrap();
    build();
    assert_eq!(written(), [""; 0]);
    fs::write(&a, "package a.v1;\nmessage A { @1 x: u16; }\n").unwrap();
    build();
    assert_eq!(written(), ["a.v1-items.rs"]);
}
