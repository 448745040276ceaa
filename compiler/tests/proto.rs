//! The proto3 that schemas become, word for word; and that a protobuf compiler makes of it the
//! descriptors that we make.
//!
//! `STILLWIRE_BLESS=1 cargo test -p stillwire-compiler --test proto` writes what is emitted now.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use prost::Message as _;
use prost_types::{FileDescriptorProto, FileDescriptorSet};
use protox::file::{ChainFileResolver, File, FileResolver, GoogleFileResolver};
use stillwire_compiler::{Builder, Checked, Model, descriptor, proto};

fn schemas() -> Vec<PathBuf> {
    let mut all: Vec<PathBuf> = Vec::new();
    for directory in ["tests/proto", "../schemas/examples"] {
        let paths = fs::read_dir(directory).unwrap().map(|e| e.unwrap().path());
        all.extend(paths.filter(|p| p.extension().is_some_and(|e| e == "still")));
    }
    all.sort();
    assert!(all.len() >= 5);
    all
}

fn check(path: &Path) -> Checked {
    Builder::new()
        .file(path)
        .check()
        .unwrap_or_else(|error| panic!("{error}"))
}

/// Emitted files by path.
struct Emitted(HashMap<String, String>);

impl FileResolver for Emitted {
    fn open_file(&self, name: &str) -> Result<File, protox::Error> {
        let text = self
            .0
            .get(name)
            .ok_or_else(|| protox::Error::file_not_found(name))?;
        File::from_source(name, text)
    }
}

/// What a protobuf compiler makes of the emitted text of `package` and its imports.
fn by_protox(model: &Model, path: &str) -> FileDescriptorSet {
    let emitted = Emitted(
        proto::generate(model)
            .into_iter()
            .map(|f| (f.path, f.text))
            .collect(),
    );
    let mut resolver = ChainFileResolver::new();
    resolver.add(emitted);
    resolver.add(GoogleFileResolver::new());
    let mut compiler = protox::Compiler::with_file_resolver(resolver);
    compiler.include_imports(true).include_source_info(false);
    compiler
        .open_file(path)
        .unwrap_or_else(|error| panic!("{error:?}"));
    compiler.file_descriptor_set()
}

fn sorted(mut set: FileDescriptorSet) -> Vec<FileDescriptorProto> {
    set.file.sort_by(|a, b| a.name.cmp(&b.name));
    for file in &mut set.file {
        file.source_code_info = None;
    }
    set.file
}

#[test]
fn proto_text_is_as_recorded() {
    let bless = std::env::var_os("STILLWIRE_BLESS").is_some();
    for path in schemas().iter().filter(|p| p.starts_with("tests")) {
        let all: Vec<String> = proto::generate(&check(path).model)
            .into_iter()
            .map(|f| format!("// {}\n{}", f.path, f.text))
            .collect();
        let golden = path.with_extension("proto");
        if bless {
            fs::write(&golden, all.join("\n")).unwrap();
        }
        assert_eq!(
            fs::read_to_string(&golden).unwrap_or_default(),
            all.join("\n"),
            "{}",
            path.display()
        );
    }
}

#[test]
fn descriptors_agree_with_a_protobuf_compiler() {
    for path in schemas() {
        let model = check(&path).model;
        for package in &model.packages {
            let theirs = sorted(by_protox(&model, &proto::path_of(&package.name)));
            let ours = descriptor::file_descriptor_set(&model, &package.name);
            let ours = sorted(FileDescriptorSet::decode(ours.as_slice()).unwrap());
            assert_eq!(
                ours.len(),
                theirs.len(),
                "{}: the same files",
                path.display()
            );
            for (ours, theirs) in ours.iter().zip(&theirs) {
                assert_eq!(ours, theirs, "{}", path.display());
            }
        }
    }
}

#[test]
fn files_come_after_what_they_import() {
    let model = check(Path::new("tests/proto/everything.still")).model;
    let set = descriptor::file_descriptor_set(&model, "test.everything.v1");
    let mut seen: Vec<String> = Vec::new();
    for file in FileDescriptorSet::decode(set.as_slice()).unwrap().file {
        assert!(
            file.dependency.iter().all(|d| seen.contains(d)),
            "{:?}",
            file.name
        );
        seen.push(file.name.unwrap());
    }
    assert!(seen.contains(&"google/protobuf/empty.proto".to_owned()));
    assert!(descriptor::file_descriptor_set(&model, "no.such.package").is_empty());
}

#[test]
fn the_examples_check_without_a_word() {
    for path in schemas().iter().filter(|p| !p.starts_with("tests")) {
        let checked = check(path);
        assert!(checked.warnings.is_empty(), "{}", checked.warnings);
    }
}

#[test]
fn numbers_step_over_what_protobuf_keeps() {
    assert_eq!(proto::field_number(1), 1);
    assert_eq!(proto::field_number(18_999), 18_999);
    assert_eq!(proto::field_number(19_000), 20_000);
    assert_eq!(proto::field_number(65_535), 66_535);
}
