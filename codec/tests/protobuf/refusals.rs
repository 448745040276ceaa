//! What is refused, with the words, the field and the byte; and every limit at itself and one past it.

use super::*;

fn refusal(bytes: &[u8]) -> String {
    wide_of(bytes).expect_err("to be refused").to_string()
}

#[test]
fn what_is_required_must_come() {
    let whole = peer::Order::from(&Order {
        kind: Kind::Market,
        ..Order::default()
    });
    assert!(read(&whole.encode_to_vec()).is_ok());
    let without = |change: fn(&mut peer::Order)| {
        let mut order = whole.clone();
        change(&mut order);
        read(&order.encode_to_vec()).unwrap_err().to_string()
    };
    assert_eq!(
        without(|o| o.stop = None),
        "stop: required, but absent at byte 0"
    );
    assert_eq!(
        without(|o| o.kind = None),
        "kind: required, but absent at byte 0"
    );
    assert_eq!(
        without(|o| o.kind = Some(peer::Kind { kind: None })),
        "kind: required, but absent at byte 4"
    );
}

#[test]
fn refusals_name_the_field_and_the_byte() {
    let cases: &[(&[u8], &str)] = &[
        (&[8, 0x80, 2], "a: 256 is outside the range of u8 at byte 1"),
        (
            &[16, 0x80, 0x80, 4],
            "b: 65536 is outside the range of u16 at byte 1",
        ),
        (
            &[24, 0x80, 2],
            "c: 128 is outside the range of i8 at byte 1",
        ),
        (
            &[32, 0xFF, 0xFF, 7],
            "d: -65536 is outside the range of i16 at byte 1",
        ),
        (
            &[0x90, 2, 0x80, 0x80, 2],
            "mood: 32768 is outside the range of wide.v1.Mood at byte 2",
        ),
        (
            &[8, 0x80],
            "a: input ends inside a varint: 2 bytes needed, 1 there at byte 2",
        ),
        (
            &[8, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 2],
            "a: a varint of more than 10 bytes or 64 bits at byte 1",
        ),
        (
            &[0x82, 1, 5, 0],
            "blob: input ends inside a length-delimited field: 5 bytes needed, 1 there at byte 4",
        ),
        (
            &[0x35, 0, 0],
            "f: input ends inside a number of fixed size: 4 bytes needed, 2 there at byte 3",
        ),
        (&[0, 0], "no tag: field number 0, wire type 0 at byte 0"),
        (&[15, 0], "no tag: field number 1, wire type 7 at byte 0"),
        (
            &[0xC4, 0x3E],
            "end of group 1000, which did not begin at byte 2",
        ),
        (
            &[0xC3, 0x3E, 8, 1],
            "input ends inside a group: 1 bytes needed, 0 there at byte 4",
        ),
        (
            &[0x52, 3, b'a', b'b', b'c'],
            "id: not a UUID: 32 hexadecimal digits in groups of 8-4-4-4-12 at byte 2",
        ),
        (
            &[0x5A, 3, b'1', b'.', b'x'],
            "price: not a decimal number such as -12.5 at byte 2",
        ),
        (
            &[0x5A, 7, b'1', b'.', b'0', b'0', b'0', b'0', b'1'],
            "price: more than 4 decimal places at byte 2",
        ),
        (
            &[0x62, 3, 1, 2, 3],
            "key: 3 bytes, where the type has 4 at byte 2",
        ),
        (
            &[0x6A, 2, 1, 2],
            "grid: 2 elements, where the type has 3 at byte 2",
        ),
        (
            &[0xF2, 1, 0],
            "opt_grid.items: 0 elements, where the type has 3 at byte 3",
        ),
        (
            &[0xBA, 2, 0],
            "pair.items: 0 elements, where the type has 2 at byte 3",
        ),
        (
            &[0xBA, 2, 3, 10, 1, 7],
            "pair.items: 1 elements, where the type has 2 at byte 5",
        ),
        (
            &[0x42, 6, 8, 0x80, 0x80, 0x80, 0x80, 0x40],
            "at: outside the range of timestamp, 1677 to 2262 at byte 2",
        ),
        (
            &[0x42, 2, 16, 0x80],
            "at.nanos: input ends inside a varint: 2 bytes needed, 1 there at byte 4",
        ),
        (
            &[
                0x4A, 13, 8, 1, 16, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1,
            ],
            "took: -1 ns is no fraction of these seconds at byte 2",
        ),
        (
            &[0x8A, 1, 4, 1, 0x80, 0x80, 4],
            "u16s[1]: 65536 is outside the range of u16 at byte 4",
        ),
        (
            &[0x8A, 1, 2, 1, 0x80],
            "u16s[1]: input ends inside a varint: 2 bytes needed, 1 there at byte 5",
        ),
        (
            &[0x9A, 1, 3, 0, 0, 0],
            "floats: input ends inside a packed number: 4 bytes needed, 3 there at byte 6",
        ),
        (
            &[0xAA, 1, 0],
            "ids[0]: not a UUID: 32 hexadecimal digits in groups of 8-4-4-4-12 at byte 3",
        ),
        (&[0xCA, 1, 0], "picks[0]: required, but absent at byte 3"),
        (
            &[0xCA, 1, 4, 0x1A, 2, 8, 0x80],
            "picks[0].child.a: input ends inside a varint: 2 bytes needed, 1 there at byte 7",
        ),
        (
            &[0xE2, 1, 5, 0x12, 3, 10, 1, 0xFF],
            "by_uuid.values[0].items[0]: invalid UTF-8 at byte 7",
        ),
        (
            &[0xE2, 1, 3, 10, 1, b'x'],
            "by_uuid[0].key: not a UUID: 32 hexadecimal digits in groups of 8-4-4-4-12 at byte 5",
        ),
        (
            &[0xD2, 1, 5, 0x12, 3, 8, 0x80, 2],
            "by_id.values[0].a: 256 is outside the range of u8 at byte 6",
        ),
        (
            &[0xFA, 1, 3, 8, 0x80, 2],
            "child.a: 256 is outside the range of u8 at byte 4",
        ),
    ];
    for (bytes, expected) in cases {
        assert_eq!(refusal(bytes), *expected, "{bytes:?}");
    }
    let whole = peer::Order::from(&Order::default()).encode_to_vec();
    let error = read(&[&whole[..], &[0x22, 2, b'a', 0xFF]].concat()).unwrap_err();
    assert_eq!((error.path(), error.offset()), ("symbol", whole.len() + 3));
    assert_eq!(error.reason(), &codec::error::Reason::Utf8);
}

/// `depth` messages within one another.
fn nested(depth: usize) -> Vec<u8> {
    (0..depth).fold(Vec::new(), |inner, _| {
        let mut outer = vec![0xFA, 1];
        prost::encoding::encode_varint(inner.len() as u64, &mut outer);
        outer.extend(inner);
        outer
    })
}

fn groups(depth: usize) -> Vec<u8> {
    [[0xC3, 0x3E].repeat(depth), [0xC4, 0x3E].repeat(depth)].concat()
}

#[test]
fn depth_holds_at_the_limit_and_one_past_it() {
    assert!(wide_of(&nested(64)).is_ok());
    let error = refusal(&nested(65));
    assert!(
        error.ends_with("child: over the limit of 64 for depth at byte 217"),
        "{error}"
    );
    let deep = Limits {
        depth: 1_000,
        ..limits()
    };
    assert!(protobuf::decode(&wide::SCHEMA, 0, &nested(100), &deep).is_ok());
    let error = protobuf::decode(&wide::SCHEMA, 0, &nested(101), &deep)
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("over the limit of 100 for protobuf_depth"),
        "{error}"
    );
    assert!(wide_of(&groups(100)).is_ok());
    assert_eq!(
        refusal(&groups(101)),
        "over the limit of 100 for protobuf_depth at byte 202"
    );
    assert!(refusal(&groups(100_000)).starts_with("over the limit of 100"));
}

#[test]
fn unknown_fields_hold_at_the_limit_and_one_past_it() {
    let limits = Limits {
        unknown_fields: 3,
        ..limits()
    };
    let bytes = [0xB8, 0x3E, 1].repeat(4);
    assert!(protobuf::decode(&wide::SCHEMA, 0, &bytes[..9], &limits).is_ok());
    let error = protobuf::decode(&wide::SCHEMA, 0, &bytes, &limits).unwrap_err();
    assert_eq!(
        error.to_string(),
        "over the limit of 3 for unknown_fields at byte 11"
    );
}

#[test]
fn sizes_hold_at_the_limit_and_one_past_it() {
    let order = Order {
        symbol: "x".repeat(300),
        ..Order::default()
    };
    let (bytes, len) = (
        peer::Order::from(&order).encode_to_vec(),
        order.to_encoded().unwrap().as_bytes().len(),
    );
    let read = |limits: Limits| Encoded::<Order>::from_protobuf(&bytes, &limits);
    assert!(
        read(Limits {
            message_bytes: bytes.len(),
            decoded_bytes: len,
            ..limits()
        })
        .is_ok()
    );
    let error = read(Limits {
        message_bytes: bytes.len() - 1,
        ..limits()
    })
    .unwrap_err()
    .to_string();
    assert!(
        error.starts_with(&format!(
            "over the limit of {} for message_bytes",
            bytes.len() - 1
        )),
        "{error}"
    );
    let error = read(Limits {
        decoded_bytes: len - 1,
        ..limits()
    })
    .unwrap_err()
    .to_string();
    assert!(
        error.starts_with(&format!("over the limit of {} for decoded_bytes", len - 1)),
        "{error}"
    );
}

#[test]
fn few_bytes_do_not_become_much_memory() {
    // One row that needs every scalar, and a million that need none: 2 bytes each there, a stride here.
    let mut row = Wide {
        depth: Some(5),
        ..Wide::default()
    }
    .encode_to_vec();
    row.insert(0, u8::try_from(row.len()).unwrap());
    let entry = [
        &[0xD2, 1, u8::try_from(row.len() + 1).unwrap(), 0x12],
        &row[..],
    ]
    .concat();
    let mut bytes = entry;
    for key in 0..300_000u32 {
        let mut inner = vec![8];
        prost::encoding::encode_varint(u64::from(key) << 1, &mut inner);
        bytes.extend([0xD2, 1, u8::try_from(inner.len()).unwrap()]);
        bytes.extend(inner);
    }
    assert!(bytes.len() < 4 << 20);
    let limits = Limits {
        decoded_bytes: 1 << 20,
        ..limits()
    };
    let error = protobuf::decode(&wide::SCHEMA, 0, &bytes, &limits)
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("over the limit of 1048576 for decoded_bytes"),
        "{error}"
    );
}
