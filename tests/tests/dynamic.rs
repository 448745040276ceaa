//! Types from descriptors are the types of generated code.

use proptest::prelude::*;
use std::fmt::Debug;
use std::fs;
use stillwire::codec::table::Schema;
use stillwire::{Limits, Message};
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
    let schemas: [&Schema; 2] = [every::Plain::TABLE.0, Graph::TABLE.0];
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
