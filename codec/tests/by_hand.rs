//! A schema's types as the compiler writes them, written by hand: the contract between generated code and the
//! codec, and tests of the codec that need no compiler.
//!
//! ```text
//! enum Side : u8 { unspecified = 0; buy = 1; sell = 2; }
//! struct Level { price: i64; qty: u32; }
//! union Kind { @1 market; @2 limit: Limit; @3 note: string; }
//! message Limit { @1 price: i64; @2 display: u64?; }
//! message Order {
//!   @1 id: u64;             @2 live: bool;            @3 side: Side = .buy;     @4 symbol: string;
//!   @5 note: string?;       @6 size: u32?;            @7 limit: Limit?;         @8 legs: list<Limit>;
//!   @9 levels: list<Level>; @10 kind: Kind;           @11 tags: list<string>;   @12 attrs: map<string, u32>;
//!   @13 reserved u32 "old"; @14 trace: uuid?;         @15 bits: list<bool>;     @16 stop: Limit;
//! }
//! ```
#![forbid(unsafe_code)]

use bytes::Bytes;
use proptest::prelude::*;
use std::collections::BTreeMap;
use stillwire_codec as codec;
use stillwire_codec::{Encoded, Limits};

#[path = "by_hand/generated.rs"]
mod generated;
#[path = "by_hand/values.rs"]
mod values;

use codec::ToEncoded;
use generated::*;
use values::order;

fn encode(order: &Order) -> Encoded<Order> {
    order.to_encoded().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn decode_of_encode_is_identity(order in order()) {
        let encoded = encode(&order);
        let parsed = Encoded::<Order>::parse(encoded.bytes().clone()).unwrap();
        prop_assert_eq!(parsed.to_message(), order);
    }

    #[test]
    fn borrows_encode_as_the_owned_value_does(order in order()) {
        let tags: Vec<&str> = order.tags.iter().map(String::as_str).collect();
        let attrs: Vec<(&str, u32)> = order.attrs.iter().rev().map(|(k, v)| (k.as_str(), *v)).collect();
        let init = OrderInit {
            id: order.id,
            live: order.live,
            side: order.side,
            symbol: &order.symbol,
            note: order.note.as_deref(),
            size: order.size,
            limit: order.limit.as_ref(),
            legs: &order.legs,
            levels: &order.levels,
            kind: &order.kind,
            tags: &tags,
            attrs: &attrs,
            trace: order.trace,
            bits: &order.bits,
            stop: &order.stop,
        };
        prop_assert_eq!(init.to_encoded().unwrap(), encode(&order));
    }

    /// The fast path and the table agree on what is sound, and what is sound is the encoding of what it reads as.
    #[test]
    fn damaged_bytes_are_refused_or_another_value(order in order(), at: prop::sample::Index, bit in 0u8..8, cut: bool) {
        let whole = encode(&order);
        let mut bytes = whole.as_bytes().to_vec();
        let i = at.index(bytes.len());
        if cut {
            bytes.truncate(i);
        } else {
            bytes[i] ^= 1 << bit;
        }
        let by_table = codec::table::verify::verify(&SCHEMA, 1, &bytes, &Limits::default());
        match Encoded::<Order>::parse(Bytes::from(bytes)) {
            Err(error) => prop_assert_eq!(Err(error), by_table),
            Ok(parsed) => {
                prop_assert_eq!(by_table, Ok(()));
                let other = parsed.to_message();
                prop_assert_ne!(&parsed, &whole);
                // A bit of a tombstone, of an unknown variant or of a newer version's flags is none of ours.
                if other != order {
                    prop_assert_eq!(encode(&other).to_message(), other);
                }
            }
        }
    }
}

#[test]
fn verified_text_is_utf8() {
    let order = Order {
        symbol: "naïve".into(),
        tags: vec!["ü".into(), "a".into()],
        ..Order::default()
    };
    let encoded = encode(&order);
    let bytes = encoded.as_bytes();
    let at = bytes.windows(2).position(|w| w == "ï".as_bytes()).unwrap();
    for broken in [0xFF, 0x20] {
        let mut bytes = bytes.to_vec();
        bytes[at + 1] = broken;
        let error = Encoded::<Order>::parse(bytes).unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("symbol: invalid UTF-8 at byte {at}")
        );
    }
}

#[test]
fn a_default_message_is_its_header_and_what_is_required() {
    let encoded = encode(&Order::default());
    // `side` is not at its default, which is `buy`: 10 bytes of scalars; `kind` and `stop` take 1 and 4 bytes.
    assert_eq!(encoded.as_bytes().len(), 4 + 10 + 11 + 1 + 4);
    let limit = codec::encoded::encode::<Limit>(&Limit::default()).unwrap();
    assert_eq!(limit.as_bytes(), [0; 4]);
}

#[test]
fn an_unknown_variant_and_value_survive() {
    let order = Order {
        side: Side::Unknown(77),
        ..Order::default()
    };
    assert_eq!(encode(&order).to_message().side, Side::Unknown(77));
    let bytes = encode(&order).into_bytes().to_vec();
    // The one byte of `kind` is ordinal 1, in front of `stop`'s four.
    let at = bytes.len() - 5;
    assert_eq!(bytes[at], 1);
    let mut newer = bytes.clone();
    newer[at] = 9;
    let parsed = Encoded::<Order>::parse(newer.clone()).unwrap();
    let Kind::Unknown(unknown) = parsed.to_message().kind else {
        panic!("known")
    };
    assert_eq!(unknown.ordinal(), 9);
    assert_eq!(encode(&parsed.to_message()).as_bytes(), newer);
}

#[test]
fn a_sub_message_is_detached_without_a_copy() {
    let order = Order {
        limit: Some(Limit {
            price: 5,
            display: None,
        }),
        legs: vec![Limit {
            price: 6,
            display: Some(7),
        }],
        ..Order::default()
    };
    let whole = encode(&order);
    let limit = Encoded::<Limit>::detach(&whole, whole.view().limit().unwrap()).unwrap();
    assert_eq!(limit.to_message(), order.limit.unwrap());
    assert!(
        whole
            .as_bytes()
            .as_ptr_range()
            .contains(&limit.as_bytes().as_ptr())
    );
    let leg = Encoded::<Limit>::detach(&whole, whole.view().legs().get(0).unwrap()).unwrap();
    assert_eq!(leg.to_message(), order.legs[0]);
}

#[test]
fn rows_that_need_nothing_take_a_byte_each() {
    let order = Order {
        legs: vec![Limit::default(); 300],
        ..Order::default()
    };
    let encoded = encode(&order);
    assert_eq!(encoded.to_message(), order);
    assert_eq!(
        Encoded::<Order>::parse(encoded.into_bytes())
            .unwrap()
            .view()
            .legs()
            .len(),
        300
    );
}

#[test]
fn a_row_that_says_it_has_a_scalar_beyond_the_rows_is_refused() {
    let order = Order {
        legs: vec![
            Limit {
                price: 0x7777,
                display: None
            };
            2
        ],
        ..Order::default()
    };
    let encoded = encode(&order);
    let mut bytes = encoded.as_bytes().to_vec();
    // Two rows of S = 8 and N = 0. A ninth byte is for flags: a bit of a newer schema needs it, and makes S tight.
    let head = bytes
        .windows(8)
        .position(|w| w == [2, 0, 0, 0, 8, 0, 0, 0])
        .unwrap();
    bytes[head + 4] = 9;
    bytes.insert(head + 8 + 16, 2);
    bytes.insert(head + 8 + 8, 2);
    let (scalars, slots) = (usize::from(bytes[0]), usize::from(bytes[2]));
    bytes[4 + scalars..][..slots]
        .iter_mut()
        .skip(3)
        .for_each(|end| *end += 2);
    assert_eq!(
        Encoded::<Order>::parse(bytes.clone()).unwrap().to_message(),
        order
    );
    // Bit 1 of it says that `display` is there, whose 8 bytes would come next.
    for row in [0, 1] {
        let mut bytes = bytes.clone();
        bytes[head + 8 + 9 * row + 8] = 1;
        let error = Encoded::<Order>::parse(bytes).unwrap_err();
        assert_eq!(
            error.to_string(),
            format!(
                "legs: not canonical: no row uses the last scalar at byte {}",
                head + 4
            )
        );
    }
}

#[test]
fn maps_find_keys_and_refuse_one_that_comes_twice() {
    let attrs: BTreeMap<String, u32> = (0..40u32).map(|i| (format!("key{i}"), i)).collect();
    let encoded = encode(&Order {
        attrs,
        ..Order::default()
    });
    let view = encoded.view().attrs();
    assert_eq!(view.get("key7"), Some(7));
    assert_eq!(view.get("key77"), None);
    let limit = Limit::default();
    let init = OrderInit {
        id: 0,
        live: false,
        side: Side::Buy,
        symbol: "",
        note: None,
        size: None,
        limit: None,
        legs: &[],
        levels: &[],
        kind: &Kind::Market,
        tags: &[],
        attrs: &[("b", 1), ("a", 2), ("b", 3)],
        trace: None,
        bits: &[],
        stop: &limit,
    };
    assert_eq!(init.to_encoded(), Err(codec::EncodeError::DuplicateKey));
}

#[test]
fn limits_hold_at_the_limit_and_one_past_it() {
    let encoded = encode(&Order::default());
    let len = encoded.as_bytes().len();
    let limits = Limits {
        message_bytes: len,
        depth: 1,
        ..Limits::default()
    };
    assert!(Encoded::<Order>::parse_with(encoded.bytes().clone(), &limits).is_ok());
    let error = Encoded::<Order>::parse_with(
        encoded.bytes().clone(),
        &Limits {
            message_bytes: len - 1,
            ..limits
        },
    );
    assert!(
        error
            .unwrap_err()
            .to_string()
            .starts_with("over the limit of 29 for message_bytes")
    );
    let error =
        Encoded::<Order>::parse_with(encoded.bytes().clone(), &Limits { depth: 0, ..limits });
    assert!(
        error
            .unwrap_err()
            .to_string()
            .starts_with("kind: over the limit of 0 for depth")
    );
}

/// Bytes that are like a message without slots: with its head or another, and mostly zeros.
fn like_a_limit() -> impl Strategy<Value = Vec<u8>> {
    let head = prop_oneof![
        Just([17, 0, 0, 0]),
        (0..20u8, 0..2u8).prop_map(|(scalars, slots)| [scalars, 0, slots, 0]),
        any::<[u8; 4]>(),
    ];
    let byte = prop_oneof![3 => Just(0), 1 => Just(1), 1 => any::<u8>()];
    let len = prop_oneof![Just(17), 0..22usize];
    let body = len.prop_flat_map(move |len| prop::collection::vec(byte.clone(), len));
    (head, body).prop_map(|(head, body)| [&head[..], &body].concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8192))]

    #[test]
    fn messages_without_slots_are_verified_as_the_table_says(
        bytes in like_a_limit(),
        depth in 0..3u32,
        message_bytes in prop_oneof![Just(21), 0..30usize],
    ) {
        let limits = Limits { depth, message_bytes, ..Limits::default() };
        let holds = |(schema, index)| codec::table::verify::verify(schema, index, &bytes, &limits).is_ok();
        let limit = holds(<Limit as codec::Message>::TABLE.get());
        prop_assert_eq!(Encoded::<Limit>::verify(&bytes, &limits), limit);
        prop_assert_eq!(Encoded::<Limit>::parse_with(bytes.clone(), &limits).is_ok(), limit);
        let empty = holds(<codec::Empty as codec::Message>::TABLE.get());
        prop_assert_eq!(Encoded::<codec::Empty>::verify(&bytes, &limits), empty);
    }
}
