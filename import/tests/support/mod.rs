//! Trees of `.proto` files, before they are imported and after they are emitted again.
#![allow(dead_code, reason = "each test uses its part")]

use prost_types::{
    DescriptorProto, EnumDescriptorProto, FieldDescriptorProto, FileDescriptorSet,
    ServiceDescriptorProto,
};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, process};
use stillwire_compiler::{Builder, Bundle, proto};
use stillwire_import::Importer;

/// Declarations by their full names, in a form that says all that counts and nothing else.
pub(crate) type Declared = BTreeMap<String, String>;

/// What was, and what has become of it.
pub(crate) struct Tree {
    pub(crate) before: Declared,
    pub(crate) after: Declared,
}

pub(crate) fn protos() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/protos")
}

impl Tree {
    /// Imports files below `tests/protos`, which must be possible.
    pub(crate) fn import(files: &[&str]) -> Self {
        Self::of(&[protos()], files).unwrap_or_else(|error| panic!("{error}"))
    }

    pub(crate) fn of(includes: &[PathBuf], files: &[&str]) -> Result<Self, String> {
        let importer = includes.iter().fold(Importer::new(), Importer::include);
        let importer = files.iter().fold(importer, Importer::file);
        let imported = importer.import().map_err(|error| error.to_string())?;
        let mut bundle = Bundle::new();
        for file in &imported.files {
            bundle.insert(&file.path, file.bytes.clone(), true);
        }
        let checked = Builder::new().emit_rerun(false).bundle(bundle).check();
        let checked = checked.map_err(|error| error.to_string())?;
        let root = std::env::temp_dir().join(format!("stillwire-import-{}", process::id()));
        let root = root.join(files.join(",").replace('/', "_"));
        let mut emitted = Vec::new();
        for file in proto::generate(&checked.model) {
            let path = root.join(&file.path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, &file.text).unwrap();
            emitted.push(path);
        }
        let after = protox::compile(&emitted, [&root]).map_err(|error| format!("{error:?}"));
        let _ = fs::remove_dir_all(&root);
        let before = protox::compile(files, includes).map_err(|error| format!("{error:?}"))?;
        // Only what was asked for is compared.
        let wanted = |file: &&prost_types::FileDescriptorProto| files.contains(&file.name());
        let before = FileDescriptorSet {
            file: before.file.iter().filter(wanted).cloned().collect(),
        };
        Ok(Self {
            before: declared(&before),
            after: declared(&after?),
        })
    }
}

/// Asserts that all that was declared is declared again, and is the same.
#[track_caller]
pub(crate) fn same(before: &Declared, after: &Declared) {
    for (name, was) in before {
        let is = after.get(name).map_or("", String::as_str);
        assert_eq!(was, is, "{name}");
    }
}

pub(crate) fn declared(set: &FileDescriptorSet) -> Declared {
    let mut all = Declared::new();
    for file in &set.file {
        for message in &file.message_type {
            self::message(&mut all, file.package(), message);
        }
        for of in &file.enum_type {
            all.insert(format!("{}.{}", file.package(), of.name()), enumeration(of));
        }
        for of in &file.service {
            all.insert(format!("{}.{}", file.package(), of.name()), service(of));
        }
    }
    all
}

fn message(all: &mut Declared, around: &str, of: &DescriptorProto) {
    let full = format!("{around}.{}", of.name());
    for child in &of.nested_type {
        message(all, &full, child);
    }
    for child in &of.enum_type {
        all.insert(format!("{full}.{}", child.name()), enumeration(child));
    }
    let mut fields: Vec<&FieldDescriptorProto> = of.field.iter().collect();
    fields.sort_by_key(|field| field.number());
    let mut text: String = fields.iter().map(|f| field(of, f) + "\n").collect();
    let mut ranges: Vec<(i32, i32)> = { of.reserved_range.iter() }
        .map(|range| (range.start(), range.end()))
        .chain(
            of.extension_range
                .iter()
                .map(|range| (range.start(), range.end())),
        )
        .map(|(start, end)| (start, end.min(1 << 29)))
        .collect();
    ranges.sort_unstable();
    let mut names = of.reserved_name.clone();
    names.sort_unstable();
    let deprecated = of.options.as_ref().is_some_and(|o| o.deprecated());
    let entry = of.options.as_ref().is_some_and(|o| o.map_entry());
    text += &format!("{ranges:?} {names:?} deprecated {deprecated} entry {entry}");
    all.insert(full, text);
}

fn field(of: &DescriptorProto, field: &FieldDescriptorProto) -> String {
    let options = field.options.as_ref();
    let packed = options.and_then(|o| o.packed).filter(|packed| !packed);
    let message = !field.type_name().is_empty()
        && field.r#type() == prost_types::field_descriptor_proto::Type::Message;
    // On a message the word says nothing.
    let optional = field.proto3_optional() && !message;
    let oneof = field.oneof_index.filter(|_| !field.proto3_optional());
    let oneof = oneof.and_then(|at| of.oneof_decl.get(usize::try_from(at).ok()?));
    format!(
        "{} {} {:?} {:?} {} json {} optional {optional} in {:?} packed {packed:?} deprecated {}",
        field.number(),
        field.name(),
        field.label(),
        field.r#type(),
        field.type_name(),
        field.json_name(),
        oneof.map(|oneof| oneof.name()),
        options.is_some_and(|o| o.deprecated()),
    )
}

fn enumeration(of: &EnumDescriptorProto) -> String {
    let mut values: Vec<String> = { of.value.iter() }
        .map(|value| {
            let deprecated = value.options.as_ref().is_some_and(|o| o.deprecated());
            format!(
                "{} {} deprecated {deprecated}",
                value.number(),
                value.name()
            )
        })
        .collect();
    values.sort_unstable();
    let mut ranges: Vec<(i32, i32)> = { of.reserved_range.iter() }
        .map(|range| (range.start(), range.end()))
        .collect();
    ranges.sort_unstable();
    let alias = of.options.as_ref().is_some_and(|o| o.allow_alias());
    let deprecated = of.options.as_ref().is_some_and(|o| o.deprecated());
    format!(
        "{values:#?} {ranges:?} {:?} alias {alias} deprecated {deprecated}",
        of.reserved_name
    )
}

fn service(of: &ServiceDescriptorProto) -> String {
    let methods = of.method.iter().map(|method| {
        let options = method.options.as_ref();
        format!(
            "{} {} {} -> {} {} {:?} deprecated {}\n",
            method.name(),
            method.client_streaming(),
            method.input_type(),
            method.server_streaming(),
            method.output_type(),
            options.map_or(0, |o| o.idempotency_level.unwrap_or(0)),
            options.is_some_and(|o| o.deprecated()),
        )
    });
    let deprecated = of.options.as_ref().is_some_and(|o| o.deprecated());
    format!("{} deprecated {deprecated}", methods.collect::<String>())
}
