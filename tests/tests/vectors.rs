//! The vectors of docs/wire-format.md are what the codec writes, and what it refuses.

#[path = "common/blocks.rs"]
mod blocks;

use blocks::bytes;
use std::collections::BTreeMap;
use stillwire::{Encoded, Timestamp, ToEncoded, Unverified, Uuid};
use stillwire_tests::vectors::v1::{
    Kind, Leg, Level, LogRecord, LogRecordBody, LogRecordCause, Mode, Order, Side,
};

fn blocks(mark: &str) -> BTreeMap<String, String> {
    blocks::blocks(include_str!("../../docs/wire-format.md"), mark)
}

fn leg(ratio: u16, symbol: &str, size: Option<u32>) -> Leg {
    Leg {
        ratio,
        symbol: symbol.into(),
        size,
    }
}

/// An order with every field at its default.
fn order() -> Order {
    Order::default()
}

/// What each vector is the encoding of.
fn values() -> BTreeMap<&'static str, Encoded<Order>> {
    let attrs = [("tif".to_owned(), 2), ("z".to_owned(), 0x0102)].into();
    BTreeMap::from([
        ("empty", order()),
        (
            "scalars",
            Order {
                id: 7,
                live: true,
                side: Side::Sell,
                ..order()
            },
        ),
        (
            "unknown-enum-value",
            Order {
                side: Side::Unknown(9),
                ..order()
            },
        ),
        (
            "flags",
            Order {
                mode: Mode::POST_ONLY | Mode::HIDDEN | Mode::from_bits_retain(0x40),
                ..order()
            },
        ),
        (
            "text",
            Order {
                symbol: "naïve".into(),
                ..order()
            },
        ),
        (
            "present-and-empty",
            Order {
                note: Some(String::new()),
                ..order()
            },
        ),
        (
            "sub-message",
            Order {
                leg: Some(leg(0, "", None)),
                ..order()
            },
        ),
        (
            "rows",
            Order {
                legs: vec![leg(1, "A", None), leg(0, "BC", Some(0))],
                ..order()
            },
        ),
        (
            "rows-of-nothing",
            Order {
                legs: vec![leg(0, "", None); 3],
                ..order()
            },
        ),
        (
            "packed",
            Order {
                levels: vec![Level { price: -1, qty: 2 }],
                ..order()
            },
        ),
        (
            "union-without-payload",
            Order {
                kind: Some(Kind::Market),
                ..order()
            },
        ),
        (
            "union-message",
            Order {
                kind: Some(Kind::Limit(leg(3, "", None))),
                ..order()
            },
        ),
        (
            "union-text",
            Order {
                kind: Some(Kind::Note("hi".into())),
                ..order()
            },
        ),
        (
            "items",
            Order {
                tags: vec!["a".into(), String::new(), "bc".into()],
                ..order()
            },
        ),
        ("map", Order { attrs, ..order() }),
        (
            "bits",
            Order {
                bits: vec![true, false, true],
                ..order()
            },
        ),
        (
            "eight-bits",
            Order {
                bits: vec![true; 8],
                ..order()
            },
        ),
        (
            "large-optional",
            Order {
                trace: Some(Uuid(*b"0123456789abcdef")),
                ..order()
            },
        ),
        (
            "carried",
            Order {
                parcels: vec![
                    leg(1, "A", None).encode().into(),
                    Unverified::new(vec![0xFF; 4]).unwrap(),
                ],
                ..order()
            },
        ),
        (
            "default-of-text-emptied",
            Order {
                venue: String::new(),
                ..order()
            },
        ),
        (
            "other-than-the-default",
            Order {
                venue: "XLON".into(),
                ..order()
            },
        ),
        (
            "wide-ends",
            Order {
                symbol: "x".repeat(256),
                ..order()
            },
        ),
    ])
    .into_iter()
    .map(|(name, value)| (name, value.to_encoded().unwrap()))
    .collect()
}

/// What each vector of a `LogRecord` is the encoding of.
fn records() -> BTreeMap<&'static str, LogRecord> {
    let record = |body, cause| LogRecord {
        body,
        cause,
        ..LogRecord::default()
    };
    BTreeMap::from([
        (
            "first-member",
            record(LogRecordBody::Text("hi".into()), None),
        ),
        (
            "later-member",
            LogRecord {
                at: Timestamp(1),
                attrs: [("k".to_owned(), "v".to_owned())].into(),
                ..record(
                    LogRecordBody::Raw(vec![0xFF]),
                    Some(LogRecordCause::Code(7)),
                )
            },
        ),
        (
            "member-without-payload",
            record(
                LogRecordBody::Json(String::new()),
                Some(LogRecordCause::Same),
            ),
        ),
    ])
}

#[test]
fn each_vector_of_a_oneof_is_what_the_codec_writes_and_reads() {
    let mut vectors = blocks("oneof");
    for (name, value) in records() {
        let body = vectors.remove(name).expect(name);
        let bytes = bytes(&body);
        assert_eq!(value.encode().as_bytes(), bytes, "{name}");
        let read = Encoded::<LogRecord>::parse(bytes).unwrap();
        assert_eq!(read.to_message(), value, "{name}");
    }
    // A member that the schema does not know has no value to be written from, and is kept.
    let bytes = bytes(&vectors.remove("member-of-a-later-version").unwrap());
    let read = Encoded::<LogRecord>::parse(bytes.clone()).unwrap();
    let LogRecordBody::Unknown(unknown) = read.to_message().body else {
        panic!("{read:?}");
    };
    assert_eq!((unknown.ordinal(), unknown.payload()), (4, &b"x"[..]));
    assert_eq!(read.to_message().encode().as_bytes(), bytes);
    assert!(vectors.is_empty(), "nobody knows {:?}", vectors.keys());
    for (error, body) in blocks("refused-oneof") {
        let found = Encoded::<LogRecord>::parse(self::bytes(&body)).unwrap_err();
        assert_eq!(found.to_string(), error);
    }
}

#[test]
fn each_vector_is_what_the_codec_writes_and_reads() {
    let mut vectors = blocks("vector");
    let mut missing = String::new();
    for (name, encoded) in values() {
        let shown: Vec<String> = encoded
            .as_bytes()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let shown = shown.join(" ");
        let Some(body) = vectors.remove(name) else {
            missing += &format!("\n```vector {name}\n{shown}\n```\n");
            continue;
        };
        let bytes = if name == "wide-ends" {
            [bytes(&body), vec![b'x'; 256]].concat()
        } else {
            bytes(&body)
        };
        assert_eq!(bytes, encoded.as_bytes(), "{name} is {shown}");
        assert_eq!(Encoded::<Order>::parse(bytes).unwrap(), encoded, "{name}");
    }
    assert!(missing.is_empty(), "the document lacks:\n{missing}");
    assert!(vectors.is_empty(), "nobody knows {:?}", vectors.keys());
}

#[test]
fn each_refusal_is_refused_as_it_says() {
    let refusals = blocks("refused");
    assert!(refusals.len() >= 8, "{} refusals", refusals.len());
    for (error, body) in refusals {
        let found = Encoded::<Order>::parse(bytes(&body)).unwrap_err();
        assert_eq!(found.to_string(), error);
    }
}
