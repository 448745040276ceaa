//! Every schema of the repository, described, written, and read again.

use std::fs;
use std::path::{Path, PathBuf};
use stillwire_codec::{Encoded, ToEncoded};
use stillwire_compiler::model::{Rule, Type, TypeBody, TypeDef, TypeId, Variant};
use stillwire_compiler::{Builder, Model, check_source, fingerprints, layout};
use stillwire_descriptor::{Descriptor, describe, v1};

/// All schemas below `directory`.
fn schemas(directory: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            schemas(&path, out);
        } else if path.extension().is_some_and(|e| e == "still") {
            out.push(path);
        }
    }
}

/// A type as a schema writes it, with indices for names.
fn of_model(ty: &Type) -> String {
    match ty {
        Type::Named(id) => format!("#{}", id.0),
        Type::Encoded(id) => format!("encoded<#{}>", id.0),
        Type::List(of) => format!("list<{}>", of_model(of)),
        Type::Map(key, value) => format!("map<{}, {}>", of_model(key), of_model(value)),
        Type::Array(of, count) => format!("[{}; {count}]", of_model(of)),
        Type::Decimal(scale) => format!("decimal<{scale}>"),
        Type::Proto(of) => of.name().to_owned(),
        other => format!("{other:?}").to_lowercase(),
    }
}

fn of_view(ty: v1::TypeView<'_>) -> String {
    match ty {
        v1::TypeView::Named(id) => format!("#{id}"),
        v1::TypeView::Encoded(id) => format!("encoded<#{id}>"),
        v1::TypeView::List(list) => format!("list<{}>", of_view(list.of())),
        v1::TypeView::Map(map) => format!("map<{}, {}>", of_view(map.key()), of_view(map.value())),
        v1::TypeView::Array(array) => format!("[{}; {}]", of_view(array.of()), array.count()),
        v1::TypeView::Decimal(scale) => format!("decimal<{scale}>"),
        v1::TypeView::Int(int) => format!("{int:?}").to_lowercase(),
        other => format!("{other:?}").to_lowercase(),
    }
}

fn texts(rules: &[Rule]) -> Vec<&str> {
    rules.iter().map(|rule| rule.text.as_str()).collect()
}

fn same_variants<'a>(
    model: impl ExactSizeIterator<Item = &'a Variant>,
    read: impl ExactSizeIterator<Item = v1::VariantView<'a>>,
) {
    assert_eq!(model.len(), read.len());
    for (model, read) in model.zip(read) {
        assert_eq!(u32::from(read.ordinal()), model.ordinal);
        assert_eq!(u32::from(read.member()), model.member);
        assert_eq!(read.name(), model.name);
        assert_eq!(read.ty().map(of_view), model.ty.as_ref().map(of_model));
        assert_eq!(read.reserved(), model.reserved);
        assert_eq!(read.sensitive(), model.sensitive);
        let rules: Vec<&str> = read.rules().iter().map(|rule| rule.text()).collect();
        assert_eq!(rules, texts(&model.rules));
    }
}

fn same_type(model: &Model, def: &TypeDef, read: v1::TypeDefView<'_>) {
    let docs: Vec<&str> = read
        .notes()
        .into_iter()
        .flat_map(|n| n.docs().iter())
        .collect();
    assert_eq!(docs, def.docs);
    assert_eq!(read.parent(), def.parent.map(|id| id.0));
    match (&def.body, read.body()) {
        (TypeBody::Struct(body), v1::BodyView::Struct(read)) => {
            assert_eq!(read.fields().len(), body.fields.len());
            let mut at = 0;
            for (model_field, field) in body.fields.iter().zip(read.fields().iter()) {
                assert_eq!(field.name(), model_field.name);
                assert_eq!(of_view(field.ty()), of_model(&model_field.ty));
                assert_eq!(u64::from(field.at()), at);
                at += layout::fixed_size(model, &model_field.ty).unwrap();
            }
            assert_eq!(u64::from(read.size()), at);
        }
        (TypeBody::Message(body), v1::BodyView::Message(read)) => {
            let places = layout::layout(model, body).unwrap();
            assert_eq!(
                (read.scalars(), read.slots()),
                (places.scalars, places.slots)
            );
            assert_eq!(read.fields().len(), body.fields.len());
            for (model_field, field) in body.fields.iter().zip(read.fields().iter()) {
                assert_eq!(u32::from(field.ordinal()), model_field.ordinal);
                assert_eq!(field.name(), model_field.name);
                assert_eq!(of_view(field.ty()), of_model(&model_field.ty));
                assert_eq!(field.optional(), model_field.optional);
                assert_eq!(field.default().is_some(), model_field.default.is_some());
                assert_eq!(field.reserved(), model_field.reserved);
                let later = field.later();
                let later = later.iter().map(|l| (u32::from(l.ordinal()), l.name()));
                let expected = model_field
                    .later
                    .iter()
                    .map(|(n, name)| (*n, name.as_str()));
                assert_eq!(later.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
                let rules: Vec<&str> = field.rules().iter().map(|rule| rule.text()).collect();
                assert_eq!(rules, texts(&model_field.rules));
            }
        }
        (TypeBody::Union(body), v1::BodyView::Union(read)) => {
            assert_eq!(read.closed(), body.closed);
            assert_eq!(read.oneof(), body.oneof);
            same_variants(body.variants.iter(), read.variants().iter());
        }
        (TypeBody::Error(body), v1::BodyView::Error(read)) => {
            let variants: Vec<&Variant> = body.bare().collect();
            same_variants(variants.into_iter(), read.variants().iter());
        }
        (TypeBody::Enum(body), v1::BodyView::Enum(read)) => {
            assert_eq!(read.closed(), body.closed);
            let values: Vec<(&str, i64)> = read
                .values()
                .iter()
                .map(|v| (v.name(), v.number()))
                .collect();
            let expected: Vec<(&str, i64)> = body
                .values
                .iter()
                .map(|v| (v.name.as_str(), v.number))
                .collect();
            assert_eq!(values, expected);
        }
        (TypeBody::Flags(body), v1::BodyView::Flags(read)) => {
            let flags: Vec<(&str, u64)> =
                read.flags().iter().map(|f| (f.name(), f.bits())).collect();
            let expected: Vec<(&str, u64)> = body
                .members
                .iter()
                .map(|f| (f.name.as_str(), f.bits))
                .collect();
            assert_eq!(flags, expected);
        }
        (TypeBody::Newtype(body), v1::BodyView::Newtype(read)) => {
            assert_eq!(of_view(read), of_model(&body.ty));
        }
        (model, read) => panic!("{model:?} became {read:?}"),
    }
}

fn round_trip(model: &Model) {
    let written = describe(model).unwrap();
    let read = Encoded::<Descriptor>::parse(written.as_bytes().to_vec()).unwrap();
    assert_eq!(read.to_message().to_encoded().unwrap(), written);
    let view = read.view();
    assert_eq!(view.packages().len(), model.packages.len());
    for (package, read) in model.packages.iter().zip(view.packages().iter()) {
        assert_eq!(read.name(), package.name);
        assert_eq!(read.docs().iter().collect::<Vec<_>>(), package.docs);
        let methods = read.services().iter().flat_map(|s| s.methods().iter());
        let routes: Vec<&str> = methods.map(|method| method.route()).collect();
        let services = package.services.iter();
        let expected = services.flat_map(|s| s.methods.iter().map(|m| model.route(package, s, m)));
        assert_eq!(routes, expected.collect::<Vec<_>>());
    }
    assert_eq!(view.types().len(), model.types.len());
    let ids = (0..).map(TypeId);
    let types = model.types.iter().zip(ids).zip(fingerprints(model));
    for (((def, id), fingerprint), read) in types.zip(view.types().iter()) {
        assert_eq!(read.name(), model.full_name(id));
        assert_eq!(read.fingerprint(), fingerprint);
        same_type(model, def, read);
    }
}

#[test]
fn every_schema_of_the_repository_is_what_its_descriptor_says() {
    let mut all = Vec::new();
    for directory in [
        "../schemas",
        "../tests/schemas",
        "../compiler/tests/proto",
        "../compiler/tests/rust_golden",
    ] {
        schemas(Path::new(directory), &mut all);
    }
    let mut done = 0;
    for path in all {
        let checked = Builder::new().file(&path).check();
        let checked = checked.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        round_trip(&checked.model);
        done += 1;
    }
    assert!(done >= 18, "{done} schemas");
}

#[test]
fn a_descriptor_says_nothing_of_where_the_schema_was() {
    let text = "package p.v1;\nmessage M { @1 a: u8; }\n";
    let bytes = |name| {
        let checked = check_source(name, text).unwrap_or_else(|error| panic!("{error}"));
        describe(&checked.model).unwrap()
    };
    assert_eq!(bytes("here.still"), bytes("/somewhere/else.still"));
}

#[test]
fn numbers_of_all_widths_are_kept() {
    let text = "package p.v1;\nmessage M {\n  @1 a: u64 = 18446744073709551615;\n  @2 b: i64 = -9223372036854775808;\n  @3 c: u64? where > 9223372036854775807;\n}\n";
    let checked = check_source("p.still", text).unwrap_or_else(|error| panic!("{error}"));
    let described = describe(&checked.model).unwrap().to_message();
    let v1::Body::Message(body) = &described.types[0].body else {
        panic!("a message");
    };
    assert_eq!(
        body.fields[0].default,
        Some(v1::Value::Int(v1::Whole::Positive(u64::MAX)))
    );
    assert_eq!(
        body.fields[1].default,
        Some(v1::Value::Int(v1::Whole::Negative(i64::MIN)))
    );
    let v1::Test::Whole(range) = &body.fields[2].rules[0].test else {
        panic!("a range");
    };
    assert_eq!(range.low, v1::Whole::Positive(1 << 63));
    assert_eq!(range.high, v1::Whole::Positive(u64::MAX));
}
