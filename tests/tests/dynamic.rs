//! Types from descriptors are the types of generated code.

use proptest::prelude::*;
use std::fmt::Debug;
use std::fs;
use stillwire::codec::table::Schema;
use stillwire::{Encoded, Limits, Message};
use stillwire_descriptor::describe_type;
use stillwire_descriptor::dynamic::{
    Arena, DynamicMessage, Fields, MessageType, Pool, Value, ValueError, Variant,
};
use stillwire_tests::crates::v1::Graph;
use stillwire_tests::fuzz;
use stillwire_tests::pool::pool;
use stillwire_tests::test::every::v1 as every;

/// What `Debug` shows of tables, but for indices of types, which count across packages in a pool.
fn told(table: impl Debug) -> String {
    let text = format!("{table:?}");
    let mut parts = text.split("TypeRef {");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str("TypeRef");
        out.push_str(part.split_once('}').map_or("", |(_, rest)| rest));
    }
    out
}

#[test]
fn every_table_of_generated_code_is_built_from_the_descriptor() {
    let all = pool().tables();
    let schemas: [&Schema; 2] = [every::Plain::TABLE.get().0, Graph::TABLE.get().0];
    let mut seen = 0;
    for schema in schemas {
        for def in schema.messages {
            let built = all.messages.iter().find(|m| m.name == def.name);
            assert_eq!(told(built.expect(def.name)), told(def));
            seen += 1;
        }
        for def in schema.structs {
            let built = all.structs.iter().find(|s| s.name == def.name);
            assert_eq!(told(built.expect(def.name)), told(def));
        }
        for def in schema.unions {
            let built = all.unions.iter().find(|u| u.name == def.name);
            assert_eq!(told(built.expect(def.name)), told(def));
        }
        for def in schema.enums {
            let built = all.enums.iter().find(|e| e.name == def.name);
            assert_eq!(told(built.expect(def.name)), told(def));
        }
        for def in schema.flags {
            let built = all.flags.iter().find(|f| f.name == def.name);
            assert_eq!(told(built.expect(def.name)), told(def));
        }
    }
    assert!(seen > 20, "{seen} messages");
}

/// The tables of what a type of generated code says of itself are those that it was said by.
fn describes_itself<M: Message>() {
    let arena = Arena::new();
    let pool = Pool::of(&arena, describe_type::<M>().unwrap()).unwrap();
    let (schema, index) = M::TABLE.get();
    let own = pool.messages().next().unwrap();
    assert_eq!(own.name(), schema.messages[index].name);
    let tables = pool.tables();
    for built in tables.messages {
        let def = all().find_map(|s| s.messages.iter().find(|m| m.name == built.name));
        assert_eq!(told(built), told(def.unwrap()));
    }
    for built in tables.structs {
        let def = all().find_map(|s| s.structs.iter().find(|m| m.name == built.name));
        assert_eq!(told(built), told(def.unwrap()));
    }
    for built in tables.unions {
        let def = all().find_map(|s| s.unions.iter().find(|m| m.name == built.name));
        assert_eq!(told(built), told(def.unwrap()));
    }
    for built in tables.enums {
        let def = all().find_map(|s| s.enums.iter().find(|m| m.name == built.name));
        assert_eq!(told(built), told(def.unwrap()));
    }
    for built in tables.flags {
        let def = all().find_map(|s| s.flags.iter().find(|m| m.name == built.name));
        assert_eq!(told(built), told(def.unwrap()));
    }
}

/// The tables of generated code.
fn all() -> impl Iterator<Item = &'static Schema> {
    let roots: [&'static Schema; 2] = [every::Plain::TABLE.get().0, Graph::TABLE.get().0];
    let imports = roots.into_iter().flat_map(|root| root.imports);
    roots.into_iter().chain(imports.copied())
}

#[test]
fn types_of_generated_code_describe_themselves() {
    describes_itself::<every::Plain>();
    describes_itself::<every::Optional>();
    describes_itself::<every::Defaults>();
    describes_itself::<every::Lists>();
    describes_itself::<every::Maps>();
    describes_itself::<every::Tree>();
    describes_itself::<every::Tombs>();
    describes_itself::<every::Names>();
    describes_itself::<every::Hundred>();
    describes_itself::<every::Nested>();
    describes_itself::<every::Ruled>();
    describes_itself::<every::Around>();
    describes_itself::<every::Closed>();
    describes_itself::<every::Crowd>();
    describes_itself::<every::Flagged>();
    describes_itself::<every::Carried>();
    describes_itself::<every::Presets>();
    describes_itself::<every::Newtypes>();
    describes_itself::<every::Record>();
    describes_itself::<Graph>();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2048))]

    // `fuzz::verify` compares what is said of the bytes by generated code and by the pool.
    #[test]
    fn both_say_the_same_of_seeds_that_were_tampered_with(
        seed in any::<prop::sample::Index>(),
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4),
        cut in any::<prop::sample::Index>(),
        shorten in any::<bool>(),
    ) {
        let seeds = seeds();
        let mut bytes = seeds[seed.index(seeds.len())].clone();
        for (at, byte) in edits {
            if bytes.len() > 1 {
                let at = 1 + at.index(bytes.len() - 1);
                bytes[at] = byte;
            }
        }
        if shorten && !bytes.is_empty() {
            bytes.truncate(1 + cut.index(bytes.len()));
        }
        fuzz::verify(&bytes);
    }
}

fn seeds() -> &'static [Vec<u8>] {
    static SEEDS: std::sync::OnceLock<Vec<Vec<u8>>> = std::sync::OnceLock::new();
    SEEDS.get_or_init(|| {
        let mut all = Vec::new();
        for entry in fs::read_dir("../fuzz/seeds/verify").unwrap() {
            all.push(fs::read(entry.unwrap().path()).unwrap());
        }
        assert!(!all.is_empty());
        all
    })
}

#[test]
fn limits_hold_for_types_from_descriptors() {
    let plain = pool().message("test.every.v1.Plain").unwrap();
    let limits = Limits {
        message_bytes: 3,
        ..Limits::default()
    };
    let error = plain.verify(&[0; 4], &limits).unwrap_err();
    assert_eq!(
        error.to_string(),
        "over the limit of 3 for message_bytes at byte 3"
    );
    assert!(
        plain
            .verify(
                &[0; 4],
                &Limits {
                    message_bytes: 4,
                    ..limits
                }
            )
            .is_ok()
    );
    assert!(pool().message("test.every.v1.Missing").is_none());
}

fn of(name: &str) -> MessageType<'static> {
    pool().message(&format!("test.every.v1.{name}")).unwrap()
}

fn encode(name: &str, fields: &Fields<'_>) -> Result<DynamicMessage<'static>, ValueError> {
    of(name).encode(fields, &Limits::default())
}

#[test]
fn a_message_made_by_name_is_the_one_that_generated_code_makes() {
    let leg = |kind: Value<'static>, name: &'static str| {
        Value::from(Fields::new().with("kind", kind).with("name", name))
    };
    let legs = vec![leg("right".into(), "a"), leg(0_u8.into(), "")];
    let fields = Fields::new()
        .with("first", leg(1_i64.into(), "b"))
        .with("legs", legs)
        .with("kind", "left");
    let made = encode("Nested", &fields).unwrap();
    let leg = |kind, name: &str| every::NestedLeg {
        kind,
        name: name.into(),
    };
    let typed = every::Nested {
        legs: vec![
            leg(every::NestedLegKind::Right, "a"),
            leg(every::NestedLegKind::Left, ""),
        ],
        first: Some(leg(every::NestedLegKind::Right, "b")),
        kind: every::NestedLegKind::Left,
    };
    assert_eq!(made.as_bytes(), typed.encode().as_bytes());
    assert_eq!(
        format!("{made:?}"),
        r#"test.every.v1.Nested {"legs": [{"kind": right, "name": "a"}, {}], "first": {"kind": right, "name": "b"}, "kind": left}"#
    );
    assert_eq!(
        made.get("kind").unwrap(),
        Some(Value::Enum {
            number: 0,
            name: Some("left")
        })
    );
    assert_eq!(made.get("nothing"), Ok(None));
}

#[test]
fn a_member_of_a_oneof_is_a_field_of_its_message() {
    let made = encode(
        "Record",
        &Fields::new().with("lines", vec!["a".into(), "b".into()]),
    );
    let made = made.unwrap();
    let typed = Encoded::<every::Record>::parse(made.clone().into_bytes()).unwrap();
    assert_eq!(
        typed.to_message().body,
        every::RecordBody::Lines(vec!["a".into(), "b".into()])
    );
    assert_eq!(
        made.get("lines").unwrap(),
        Some(vec!["a".into(), "b".into()].into())
    );
    assert_eq!(made.get("text"), Ok(None));
    assert_eq!(made.fields().unwrap().len(), 1);
}

#[test]
fn a_value_that_is_no_message_is_refused_with_the_field_and_the_reason() {
    let numbers = |count: u64| (0..count).map(Value::from).collect::<Vec<_>>();
    let pair = |left: i64| Value::from(Fields::new().with("left", left));
    let body = || Fields::new().with("text", "x");
    let told = [
        (
            "Plain",
            Fields::new().with("z", 1_u8),
            "z: no field of test.every.v1.Plain",
        ),
        (
            "Plain",
            Fields::new().with("b", 256_u32),
            "b: 256 is outside the range of u8",
        ),
        (
            "Plain",
            Fields::new().with("i", u64::MAX),
            "i: 18446744073709551615 is outside the range of i64",
        ),
        (
            "Plain",
            Fields::new().with("a", 1_u8),
            "a: an integer, where bool is expected",
        ),
        (
            "Plain",
            Fields::new().with("s", numbers(2)),
            "s: 2 elements, where 3 are expected",
        ),
        (
            "Plain",
            Fields::new().with("q", "mauve"),
            "q: \"mauve\" is no value of test.shared.v1.Colour",
        ),
        (
            "Plain",
            Fields::new().with("p", Value::Decimal { units: 1, scale: 2 }),
            "p: a decimal, where decimal<4> is expected",
        ),
        (
            "Lists",
            Fields::new().with("e", vec![pair(0), pair(-1)]),
            "e[1].left: -1 is outside the range of u32",
        ),
        (
            "Lists",
            Fields::new().with("c", vec![Value::from(1_u8)]),
            "c[0]: an integer, where string is expected",
        ),
        (
            "Lists",
            Fields::new().with("l", vec![Value::from(Variant::new("maybe", None))]),
            "l[0].maybe: no variant of test.every.v1.Choice",
        ),
        (
            "Lists",
            Fields::new().with("l", vec![Value::from(Variant::new("text", None))]),
            "l[0].text: no payload, where string is expected",
        ),
        (
            "Maps",
            Fields::new().with(
                "a",
                Value::Map(vec![("k".into(), "v".into()), ("k".into(), "w".into())]),
            ),
            "a[1]: a key that is there twice",
        ),
        (
            "Record",
            body().with("level", 1_u8),
            "level: another member of a `oneof`, of which one is set",
        ),
        (
            "Record",
            Fields::new().with("level", 200_u8),
            "body.level: 200, where < 200 is required",
        ),
        (
            "Guarded",
            Fields::new().with("password", 8642_u32),
            "password: [redacted]",
        ),
        (
            "Guarded",
            Fields::new().with("pin", 86_420_u32),
            "pin: [redacted], where < 10000 is required",
        ),
    ];
    for (name, fields, expected) in told {
        let error = encode(name, &fields).unwrap_err();
        assert_eq!(error.to_string(), expected, "{fields:?}");
    }
}

#[test]
fn what_a_schema_marks_as_sensitive_is_not_shown() {
    let fields = Fields::new()
        .with("name", "Ada")
        .with("password", "hunter2")
        .with("login", Variant::new("token", Some("hunter2".into())))
        .with(
            "card",
            Fields::new().with("number", 864_u16).with("year", 2030_u16),
        );
    let made = encode("Guarded", &fields).unwrap();
    let shown = format!("{made:?}");
    assert!(shown.contains("Ada") && shown.contains("2030"), "{shown}");
    assert!(
        !shown.contains("hunter2") && !shown.contains("864"),
        "{shown}"
    );
    assert_eq!(made.get("password").unwrap(), Some("hunter2".into()));
}

#[test]
fn a_tree_takes_no_more_memory_than_allowed() {
    let rows = vec![Value::from(Fields::new()); 1000];
    let made = encode("OnlyLists", &Fields::new().with("items", rows)).unwrap();
    let limits = |bytes| Limits {
        element_memory_bytes: bytes,
        ..Limits::default()
    };
    let error = made.fields_with(&limits(1000)).unwrap_err();
    assert_eq!(
        error.to_string(),
        "over the limit of 1000 for element_memory_bytes at byte 0"
    );
    assert!(made.fields_with(&limits(1 << 20)).is_ok());
}
