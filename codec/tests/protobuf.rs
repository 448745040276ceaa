//! The protobuf form, against prost: the same values both ways, and refusals with their place.
#![forbid(unsafe_code)]

use bytes::{Bytes, BytesMut};
use proptest::prelude::*;
use prost::Message as _;
use stillwire_codec as codec;
use stillwire_codec::table::{self, Schema};
use stillwire_codec::{DecodeError, Encoded, Limits, ToEncoded, protobuf};

#[path = "by_hand/generated.rs"]
mod generated;
#[path = "protobuf/peer.rs"]
mod peer;
#[path = "protobuf/refusals.rs"]
mod refusals;
#[path = "by_hand/values.rs"]
mod values;
#[path = "protobuf/wide.rs"]
mod wide;
#[path = "protobuf/wide_values.rs"]
mod wide_values;

use generated::{Kind, Limit, Order, Side};
use wide::Wide;

fn limits() -> Limits {
    Limits::default()
}

fn read(bytes: &[u8]) -> Result<Encoded<Order>, DecodeError> {
    Encoded::from_protobuf(bytes, &limits())
}

/// Decodes, and holds that the result is what verification by table calls sound.
fn decode(schema: &'static Schema, bytes: &[u8]) -> Result<Bytes, DecodeError> {
    let decoded = protobuf::decode(schema, 0, bytes, &limits())?;
    table::verify::verify(schema, 0, &decoded, &Limits::TRUSTED)
        .expect("what was decoded is canonical");
    Ok(decoded)
}

fn wide_of(bytes: &[u8]) -> Result<Bytes, DecodeError> {
    decode(&wide::SCHEMA, bytes)
}

/// The fields of a message: number and all bytes.
fn fields(mut bytes: &[u8]) -> Vec<(u32, Vec<u8>)> {
    use prost::encoding::{DecodeContext, decode_key, skip_field};
    let mut fields = Vec::new();
    while !bytes.is_empty() {
        let whole = bytes;
        let (number, wire) = decode_key(&mut bytes).unwrap();
        skip_field(wire, number, &mut bytes, DecodeContext::default()).unwrap();
        fields.push((number, whole[..whole.len() - bytes.len()].to_vec()));
    }
    fields
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn prost_reads_what_we_write(order in values::order()) {
        let bytes = order.to_encoded().unwrap().to_protobuf().unwrap();
        prop_assert_eq!(peer::Order::decode(bytes).unwrap(), peer::Order::from(&order));
    }

    #[test]
    fn we_read_what_prost_writes_as_the_encoder_would(order in values::order()) {
        let bytes = peer::Order::from(&order).encode_to_vec();
        let encoded = read(&bytes).unwrap();
        prop_assert_eq!(&encoded.to_message(), &order);
        prop_assert_eq!(encoded, order.to_encoded().unwrap());
    }

    #[test]
    fn our_form_of_our_form_is_identity(order in values::order()) {
        let encoded = order.to_encoded().unwrap();
        let mut out = BytesMut::from(&b"prefix"[..]);
        encoded.append_protobuf(&mut out).unwrap();
        prop_assert_eq!(&out[6..], &encoded.to_protobuf().unwrap()[..]);
        prop_assert_eq!(read(&out[6..]).unwrap(), encoded);
    }

    #[test]
    fn every_type_comes_back_as_prost_sent_it(value in wide_values::wide()) {
        let decoded = wide_of(&value.encode_to_vec()).unwrap();
        let back = protobuf::encode(&wide::SCHEMA, 0, &decoded).unwrap();
        prop_assert_eq!(Wide::decode(back.clone()).unwrap(), value.settled());
        prop_assert_eq!(wide_of(&back).unwrap(), decoded);
    }

    /// Protobuf's rule for merging: a message that comes in two parts is the two, one behind the other.
    #[test]
    fn parts_merge_as_in_prost(mut first in wide_values::wide(), mut second in wide_values::wide()) {
        // Arrays of a fixed length do not merge.
        for part in [&mut first, &mut second] {
            part.grid.clear();
            part.opt_grid = None;
            part.pair = None;
            part.spot = None;
            part.took = None;
            part.child = None;
        }
        let mut bytes = first.encode_to_vec();
        second.encode(&mut bytes).unwrap();
        let merged = Wide::decode(&bytes[..]).unwrap();
        let decoded = wide_of(&bytes).unwrap();
        let back = Wide::decode(protobuf::encode(&wide::SCHEMA, 0, &decoded).unwrap()).unwrap();
        prop_assert_eq!(back, merged.clone().settled());
        // The same one level down.
        let child = |part: &Wide| Wide { child: Some(Box::new(part.clone())), ..Wide::default() }.encode_to_vec();
        let decoded = wide_of(&[child(&first), child(&second)].concat()).unwrap();
        prop_assert_eq!(decoded, wide_of(&child(&merged)).unwrap());
    }

    #[test]
    fn the_order_of_fields_says_nothing(value in wide_values::wide(), seed in any::<u64>()) {
        let bytes = value.encode_to_vec();
        let mut shuffled = fields(&bytes);
        // Occurrences of one field keep their order.
        shuffled.sort_by_key(|(number, _)| (u64::from(*number) + 1).wrapping_mul(seed | 1));
        let shuffled: Vec<u8> = shuffled.into_iter().flat_map(|(_, bytes)| bytes).collect();
        prop_assert_eq!(wide_of(&shuffled).unwrap(), wide_of(&bytes).unwrap());
    }

    #[test]
    fn unknown_fields_are_passed_over(value in wide_values::wide(), number in 40u32..1_000, text in ".{0,9}") {
        use prost::encoding::{encode_varint, string, WireType};
        let bytes = value.encode_to_vec();
        let mut more = Vec::new();
        for (_, field) in fields(&bytes) {
            string::encode(number, &text, &mut more);
            // A group within a group.
            for (n, wire) in [(number, 3), (7, 3), (7, 4), (number, 4)] {
                encode_varint(u64::from(n << 3 | wire), &mut more);
            }
            prost::encoding::encode_key(number, WireType::ThirtyTwoBit, &mut more);
            more.extend([1, 2, 3, 4]);
            more.extend(field);
        }
        prop_assert_eq!(wide_of(&more).unwrap(), wide_of(&bytes).unwrap());
    }

    #[test]
    fn hostile_bytes_are_refused_or_a_value(value in wide_values::wide(), at: prop::sample::Index, bit in 0u8..8, cut: bool) {
        let mut bytes = value.encode_to_vec();
        bytes.push(0);
        let i = at.index(bytes.len());
        if cut {
            bytes.truncate(i);
        } else {
            bytes[i] ^= 1 << bit;
        }
        if let Ok(decoded) = wide_of(&bytes) {
            let back = protobuf::encode(&wide::SCHEMA, 0, &decoded).unwrap();
            prop_assert_eq!(wide_of(&back).unwrap(), decoded);
        }
    }

    #[test]
    fn random_bytes_are_refused_or_a_value(bytes in prop::collection::vec(prop_oneof![0u8..40, any::<u8>()], 0..80)) {
        if let Ok(decoded) = wide_of(&bytes) {
            let back = protobuf::encode(&wide::SCHEMA, 0, &decoded).unwrap();
            prop_assert_eq!(wide_of(&back).unwrap(), decoded);
        }
        let _ = read(&bytes);
    }

    #[test]
    fn encoding_bytes_that_nobody_verified_does_not_panic(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        let _ = protobuf::encode(&wide::SCHEMA, 0, &bytes);
        let _ = protobuf::encode(&generated::SCHEMA, 1, &bytes);
    }
}

#[test]
fn numbers_come_packed_and_one_by_one() {
    // u16s = 17: 1, then packed 300 and 2, then 3.
    let bytes = [0x88, 1, 1, 0x8A, 1, 3, 0xAC, 2, 2, 0x88, 1, 3];
    let decoded = wide_of(&bytes).unwrap();
    let back = Wide::decode(protobuf::encode(&wide::SCHEMA, 0, &decoded).unwrap()).unwrap();
    assert_eq!(back.u16s, [1, 300, 2, 3]);
}

#[test]
fn the_last_of_two_scalars_counts_also_when_it_is_zero() {
    let twice = |first: &[u8], second: &[u8]| wide_of(&[first, second].concat()).unwrap();
    assert_eq!(twice(&[8, 7], &[8, 9]), wide_of(&[8, 9]).unwrap());
    assert_eq!(twice(&[8, 7], &[8, 0]), wide_of(&[]).unwrap());
    // depth = 10 is the default: saying it is saying nothing.
    assert_eq!(wide_of(&[0x98, 2, 10]).unwrap(), wide_of(&[]).unwrap());
    assert_eq!(twice(&[0x98, 2, 3], &[0x98, 2, 10]), wide_of(&[]).unwrap());
}

#[test]
fn the_last_entry_of_a_key_counts_and_an_entry_may_lack_either_half() {
    let entry = |bytes: &[u8]| [&[0xDA, 1, u8::try_from(bytes.len()).unwrap()], bytes].concat();
    let bytes = [
        entry(&[8, 1, 16, 1]),
        entry(&[16, 1]),
        entry(&[8, 1]),
        entry(&[]),
    ]
    .concat();
    let decoded = wide_of(&bytes).unwrap();
    let back = Wide::decode(protobuf::encode(&wide::SCHEMA, 0, &decoded).unwrap()).unwrap();
    assert_eq!(
        back.by_flag.into_iter().collect::<Vec<_>>(),
        [(false, false), (true, false)]
    );
}

#[test]
fn another_wire_type_makes_an_unknown_field() {
    // a = 1 as 32 bits and as a string, u16s = 17 as 64 bits, blob = 16 as a varint.
    let bytes = [
        [13, 1, 2, 3, 4].as_slice(),
        &[10, 1, 9],
        &[0x89, 1, 0, 0, 0, 0, 0, 0, 0, 0],
        &[0x80, 1, 5],
    ]
    .concat();
    assert_eq!(wide_of(&bytes).unwrap(), wide_of(&[]).unwrap());
}

/// Protobuf's rule for updating a message type: a 32-bit field takes the low 32 bits of a longer varint.
#[test]
fn long_varints_are_cut_as_in_prost() {
    let huge = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1];
    let more = [0x87, 0x80, 0x80, 0x80, 0x10];
    // maybe, mood, e, by_flag { key }, moods.
    for tag in [
        &[0x78][..],
        &[0x90, 2],
        &[40],
        &[0xDA, 1, 11, 8],
        &[0x80, 2],
    ] {
        let bytes = [tag, &huge].concat();
        let back = protobuf::encode(&wide::SCHEMA, 0, &wide_of(&bytes).unwrap()).unwrap();
        assert_eq!(
            Wide::decode(back).unwrap(),
            Wide::decode(&bytes[..]).unwrap().settled()
        );
    }
    for tag in [&[8][..], &[16], &[24], &[0x90, 2], &[0x88, 1], &[0x78]] {
        let bytes = [tag, &more].concat();
        let back = protobuf::encode(&wide::SCHEMA, 0, &wide_of(&bytes).unwrap()).unwrap();
        assert_eq!(
            Wide::decode(back).unwrap(),
            Wide::decode(&bytes[..]).unwrap().settled()
        );
    }
}

#[test]
fn a_variant_that_we_do_not_know_is_not_written() {
    let order = Order::default();
    let mut bytes = order.to_encoded().unwrap().into_bytes().to_vec();
    let at = bytes.len() - 5;
    bytes[at] = 9;
    let newer = Encoded::<Order>::parse(bytes).unwrap();
    let peer = peer::Order::decode(newer.to_protobuf().unwrap()).unwrap();
    assert_eq!(peer.kind, Some(peer::Kind { kind: None }));
}

#[test]
fn rows_of_mixed_sizes_are_as_the_encoder_writes_them() {
    // What a list's first row lets expect is wrong in each of these.
    let kinds = [
        Kind::Market,
        Kind::Note("n".repeat(300)),
        Kind::Limit(Limit {
            price: -1,
            display: Some(0),
        }),
    ];
    for kind in kinds {
        let legs = [
            Limit::default(),
            Limit {
                price: 3,
                display: None,
            },
            Limit {
                price: 0,
                display: Some(9),
            },
        ];
        for count in 0..=3 {
            let order = Order {
                kind: kind.clone(),
                legs: legs[..count].to_vec(),
                side: Side::Sell,
                ..Order::default()
            };
            let encoded = order.to_encoded().unwrap();
            assert_eq!(read(&encoded.to_protobuf().unwrap()).unwrap(), encoded);
        }
    }
}

#[test]
fn room_for_rows_that_was_guessed_wrong_is_fitted() {
    let id = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6".to_string();
    let rows = [
        // Longer there than here, and the other way round.
        Wide {
            blob: vec![1],
            ids: vec![id; 8],
            ..Wide::default()
        },
        Wide {
            blob: vec![1],
            i64s: vec![1; 100],
            ..Wide::default()
        },
        Wide {
            i64s: vec![1; 70_000],
            u16s: vec![7],
            ..Wide::default()
        },
        Wide {
            price: "1".into(),
            ..Wide::default()
        },
        Wide::default(),
    ];
    for i in 0..rows.len() {
        for k in 0..rows.len() {
            let by_id = [
                (-1, rows[i].clone()),
                (0, rows[k].clone()),
                (1, rows[i].clone()),
            ]
            .into();
            let value = Wide {
                by_id,
                ..Wide::default()
            };
            let decoded = wide_of(&value.encode_to_vec()).unwrap();
            let back = protobuf::encode(&wide::SCHEMA, 0, &decoded).unwrap();
            assert_eq!(Wide::decode(back).unwrap(), value.settled());
        }
    }
    // A slot that comes, but empty: blob = 16, in a row.
    let decoded = wide_of(&[0xD2, 1, 7, 8, 2, 0x12, 3, 0x82, 1, 0]).unwrap();
    assert_eq!(decoded, wide_of(&[0xD2, 1, 4, 8, 2, 0x12, 0]).unwrap());
}
