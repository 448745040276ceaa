//! The JSON Schema that schemas become, word for word.
//!
//! `STILLWIRE_BLESS=1 cargo test -p stillwire-compiler --test json_schema` writes what is emitted now.

use std::collections::BTreeSet;
use std::path::Path;
use std::{env, fs};

use serde_json::Value;
use stillwire_compiler::{Builder, check_source, json_schema};

fn generate(schema: &str) -> String {
    let checked = Builder::new().file(schema).check();
    let checked = checked.unwrap_or_else(|error| panic!("{error}"));
    let mut all = json_schema::generate(&checked.model);
    assert_eq!(
        all.len(),
        1,
        "imported packages are part of their importer's"
    );
    all.remove(0).text
}

/// The definition of a message in a schema that is written in place.
fn definition(members: &str) -> Value {
    let text = format!(
        "package p.v1;\nenum Side : u8 {{ none = 0; buy = 1; sell = 2; }}\nmessage M {{ {members} }}\n"
    );
    let checked = check_source("p.still", &text).unwrap_or_else(|error| panic!("{error}"));
    let text = &json_schema::generate(&checked.model)[0].text;
    let mut all: Value = serde_json::from_str(text).unwrap();
    all["$defs"]["p.v1.M"].take()
}

fn property(field: &str) -> Value {
    definition(&format!("@1 a: {field};"))["properties"]["a"].take()
}

fn golden(schema: &str, name: &str) {
    let written = generate(schema);
    let expected = Path::new("tests/json_schema").join(name);
    if env::var_os("STILLWIRE_BLESS").is_some() {
        fs::create_dir_all("tests/json_schema").unwrap();
        fs::write(&expected, &written).unwrap();
    }
    let expected = fs::read_to_string(expected).unwrap_or_default();
    let expected = expected.replace("\r\n", "\n");
    for (number, (written, expected)) in written.lines().zip(expected.lines()).enumerate() {
        assert_eq!(written, expected, "line {} of {name}", number + 1);
    }
    assert_eq!(written.lines().count(), expected.lines().count(), "{name}");
}

#[test]
fn every_part_of_the_language_has_a_form_in_json() {
    golden("tests/proto/everything.still", "everything.schema.json");
}

#[test]
fn an_example_reads_well() {
    golden("../schemas/examples/orders.still", "trading.schema.json");
}

#[test]
fn every_reference_leads_to_a_definition() {
    fn references<'a>(value: &'a Value, out: &mut BTreeSet<&'a str>) {
        match value {
            Value::Object(members) => {
                out.extend(members.get("$ref").and_then(Value::as_str));
                members.values().for_each(|value| references(value, out));
            }
            Value::Array(items) => items.iter().for_each(|item| references(item, out)),
            _ => {}
        }
    }
    let mut seen = 0;
    for entry in fs::read_dir("../schemas/examples").unwrap() {
        let text = generate(entry.unwrap().path().to_str().unwrap());
        let all: Value = serde_json::from_str(&text).unwrap();
        let mut found = BTreeSet::new();
        references(&all, &mut found);
        for reference in found {
            let name = reference.strip_prefix("#/$defs/").unwrap();
            assert!(all["$defs"].get(name).is_some(), "{reference}");
            seen += 1;
        }
    }
    assert!(seen > 20, "{seen} references");
}

#[test]
fn a_condition_is_said_where_json_schema_has_a_word_for_it() {
    let bounds = |field: &str, low: &str, high: &str| {
        let found = property(field);
        (found[low].clone(), found[high].clone())
    };
    assert_eq!(
        bounds("u16? where in 1..=1000", "minimum", "maximum"),
        (1.into(), 1000.into())
    );
    assert_eq!(
        bounds("i8 where >= -3", "minimum", "maximum"),
        ((-3).into(), 127.into())
    );
    assert_eq!(
        bounds("list<u8> where len in 2..=4", "minItems", "maxItems"),
        (2.into(), 4.into())
    );
    assert_eq!(
        bounds(
            "map<string, u8> where len <= 4",
            "minProperties",
            "maxProperties"
        ),
        (Value::Null, 4.into())
    );
    assert_eq!(
        bounds("f64 where > 0.5, <= 2.0", "exclusiveMinimum", "maximum"),
        (0.5.into(), 2.0.into())
    );
    assert_eq!(property("list<u32> where unique")["uniqueItems"], true);
    assert_eq!(property("list<u32> where each <= 9")["items"]["maximum"], 9);
    assert_eq!(
        property("map<string, u32> where value <= 9")["additionalProperties"]["maximum"],
        9
    );
    assert_eq!(
        property("map<string, u32> where key len <= 9")["propertyNames"]["maxLength"],
        9
    );
    assert_eq!(property("i64 where != 7")["not"]["enum"][0], "7");
    assert_eq!(
        property("Side where != .none")["anyOf"][0]["enum"],
        serde_json::json!(["SIDE_BUY", "SIDE_SELL"])
    );
    assert_eq!(property("f64 where finite")["type"], "number");
}

#[test]
fn bounds_never_refuse_what_the_schema_allows() {
    // JSON Schema counts characters, of up to four bytes.
    let text = property("string where len in 5..=16");
    assert_eq!(
        (&text["minLength"], &text["maxLength"]),
        (&2.into(), &16.into())
    );
    // Four characters of base64 are three bytes.
    let bytes = property("bytes where len in 4..=6");
    assert_eq!(
        (&bytes["minLength"], &bytes["maxLength"]),
        (&8.into(), &8.into())
    );
    let exact = property("bytes where len == 4");
    assert_eq!(
        exact["pattern"],
        "^([A-Za-z0-9+/]{4}){1}[A-Za-z0-9+/]{2}==$"
    );
    // 0.1 as an `f32` is a little more than the number that is written.
    assert_eq!(property("f32? where >= 0.1")["anyOf"][0]["minimum"], 0.1);
    let high = property("f32 where <= 0.1");
    assert!(
        high["anyOf"][0]["maximum"].as_f64().unwrap() > 0.1,
        "{high}"
    );
}

#[test]
fn what_must_be_written_is_required() {
    let found = definition(
        "@1 a: u64 where nonzero; @2 b: u64? where nonzero; @3 c: u64 = 1 where nonzero; @4 d: M?; @5 e: string where len > 0; @6 f: u64;",
    );
    assert_eq!(found["required"], serde_json::json!(["a", "e"]));
}
