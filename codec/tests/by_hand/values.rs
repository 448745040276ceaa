//! Values of the types of these tests, drawn at random.
#![allow(unreachable_pub, missing_docs, dead_code)] // shared by test binaries that need parts of it

use super::generated::*;
use proptest::prelude::*;
use stillwire_codec::Uuid;

pub fn limit() -> impl Strategy<Value = Limit> {
    (prop_oneof![Just(0), any::<i64>()], any::<Option<u64>>())
        .prop_map(|(price, display)| Limit { price, display })
}

pub fn kind() -> impl Strategy<Value = Kind> {
    prop_oneof![
        Just(Kind::Market),
        limit().prop_map(Kind::Limit),
        ".{0,9}".prop_map(Kind::Note)
    ]
}

pub fn order() -> impl Strategy<Value = Order> {
    let scalars = (
        any::<u64>(),
        any::<bool>(),
        (0u8..5).prop_map(Side::from_number),
        any::<Option<u32>>(),
    );
    let text = (
        ".{0,80}",
        prop::option::of(".{0,5}"),
        prop::collection::vec(".{0,70}", 0..5),
    );
    let subs = (
        prop::option::of(limit()),
        prop::collection::vec(limit(), 0..6),
        kind(),
        limit(),
    );
    let level = (any::<i64>(), any::<u32>()).prop_map(|(price, qty)| Level { price, qty });
    let lists = (
        prop::collection::vec(level, 0..5),
        prop::collection::vec(any::<bool>(), 0..20),
        prop::collection::btree_map(".{0,5}", any::<u32>(), 0..5),
        prop::option::of(any::<[u8; 16]>().prop_map(Uuid)),
    );
    (scalars, text, subs, lists).prop_map(
        |(
            (id, live, side, size),
            (symbol, note, tags),
            (limit, legs, kind, stop),
            (levels, bits, attrs, trace),
        )| {
            Order {
                id,
                live,
                side,
                symbol,
                note,
                size,
                limit,
                legs,
                levels,
                kind,
                tags,
                attrs,
                trace,
                bits,
                stop,
            }
        },
    )
}
