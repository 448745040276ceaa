//! Values of one field of every sort, drawn at random.
#![allow(unreachable_pub)]

use super::wide::*;
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use prost_types::{Duration, Timestamp};
use std::collections::BTreeMap;
use stillwire_codec::{Decimal, Uuid};

fn uuid() -> impl Strategy<Value = String> {
    any::<[u8; 16]>().prop_map(|mut bytes| {
        bytes[0] |= 1;
        Uuid(bytes).to_string()
    })
}

fn decimal<const S: u8>() -> impl Strategy<Value = String> {
    prop_oneof![Just(0), -300i64..300, any::<i64>()].prop_map(|n| Decimal::<S>(n).to_string())
}

fn timestamp() -> impl Strategy<Value = Timestamp> {
    (
        -9_000_000_000i64..9_000_000_000,
        prop_oneof![Just(0), 0..1_000_000_000],
    )
        .prop_map(|(seconds, nanos)| Timestamp { seconds, nanos })
}

fn duration() -> impl Strategy<Value = Duration> {
    any::<i64>().prop_map(|n| Duration {
        seconds: n / 1_000_000_000,
        nanos: (n % 1_000_000_000) as i32,
    })
}

fn float() -> impl Strategy<Value = f32> {
    use proptest::num::f32::{INFINITE, NORMAL, SUBNORMAL, ZERO};
    NORMAL | SUBNORMAL | ZERO | INFINITE
}

fn double() -> impl Strategy<Value = f64> {
    use proptest::num::f64::{INFINITE, NORMAL, SUBNORMAL, ZERO};
    NORMAL | SUBNORMAL | ZERO | INFINITE
}

fn uints() -> impl Strategy<Value = Uints> {
    vec(prop_oneof![0u32..200, any::<u32>()], 0..4).prop_map(|items| Uints { items })
}

fn bytes() -> impl Strategy<Value = Uints> {
    vec(0u32..256, 0..4).prop_map(|items| Uints { items })
}

fn sint16() -> impl Strategy<Value = i32> {
    prop_oneof![Just(0), any::<i16>().prop_map(i32::from)]
}

fn spot() -> impl Strategy<Value = Spot> {
    let pair = vec(0u32..65_536, 2).prop_map(|items| Uints { items });
    let flags = prop_oneof![Just(vec![]), vec(any::<bool>(), 2)];
    (
        float(),
        flags,
        prop_oneof![Just(String::new()), uuid()],
        prop_oneof![Just(vec![]), vec(pair, 2)],
    )
        .prop_map(|(x, flags, id, path)| Spot { x, flags, id, path })
}

fn pick() -> impl Strategy<Value = Pick> {
    prop_oneof![
        any::<u32>().prop_map(PickOneof::Number),
        bytes().prop_map(PickOneof::Bytes),
        any::<bool>().prop_map(PickOneof::Flag),
        uuid().prop_map(PickOneof::Name),
        (0u32..256).prop_map(|a| PickOneof::Child(Box::new(Wide {
            a,
            ..Wide::default()
        }))),
    ]
    .prop_map(|kind| Pick { kind: Some(kind) })
}

fn leaf() -> impl Strategy<Value = Wide> {
    let numbers = (
        0u32..256,
        0u32..65_536,
        -128i32..128,
        sint16(),
        any::<i32>(),
        float(),
        double(),
    );
    let scalars = (
        option::of(timestamp()),
        option::of(duration()),
        prop_oneof![Just(String::new()), uuid()],
        prop_oneof![
            Just(String::new()),
            decimal::<4>().prop_filter("not zero", |d| d != "0")
        ],
        prop_oneof![Just(vec![]), vec(any::<u8>(), 4)],
        prop_oneof![Just(vec![]), vec(sint16(), 3)],
        option::of((any::<i64>(), any::<u32>()).prop_map(|(price, qty)| Level { price, qty })),
        option::of(any::<bool>()),
    );
    let lists = (
        vec(any::<u8>(), 0..5),
        vec(0u32..65_536, 0..5),
        vec(any::<i64>(), 0..5),
        vec(float(), 0..5),
        vec(double(), 0..5),
        vec(uuid(), 0..3),
        vec(decimal::<2>(), 0..3),
        vec(timestamp(), 0..3),
        vec(uints(), 0..3),
        vec(pick(), 0..3),
    );
    let maps = (
        btree_map(any::<bool>(), any::<bool>(), 0..3),
        btree_map(
            uuid(),
            vec(".{0,5}", 0..3).prop_map(|items| Strings { items }),
            0..3,
        ),
    );
    let rest = (
        option::of(bytes()),
        option::of(vec(sint16(), 3).prop_map(|items| Sints { items })),
        vec(sint16(), 0..3),
        option::of(spot()),
        sint16(),
        option::of(0u32..65_536),
        option::of(any::<bool>()),
        option::of(pick()),
        option::of(prop_oneof![Just(-3), -128i32..128]),
        option::of(vec(any::<u64>(), 2).prop_map(|items| Longs { items })),
    );
    (numbers, scalars, lists, maps, rest).prop_map(|(numbers, scalars, lists, maps, rest)| {
        let (a, b, c, d, e, f, g) = numbers;
        let (at, took, id, price, key, grid, level, maybe) = scalars;
        let (blob, u16s, i64s, floats, doubles, ids, prices, times, nested, picks) = lists;
        let (by_flag, by_uuid) = maps;
        let (opt_list, opt_grid, moods, spot, mood, depth, on, pick, low, pair) = rest;
        Wide {
            a,
            b,
            c,
            d,
            e,
            f,
            g,
            at,
            took,
            id,
            price,
            key,
            grid,
            level,
            maybe,
            blob,
            u16s,
            i64s,
            floats,
            doubles,
            ids,
            prices,
            times,
            nested,
            picks,
            by_id: BTreeMap::new(),
            by_flag,
            by_uuid,
            opt_list,
            opt_grid,
            child: None,
            moods,
            spot,
            mood,
            depth,
            on,
            pick,
            low,
            pair,
        }
    })
}

/// Any value, up to three levels deep.
pub fn wide() -> impl Strategy<Value = Wide> {
    let leaf = leaf().boxed();
    let node = leaf.clone().prop_recursive(2, 8, 3, move |inner| {
        let maps = btree_map(prop_oneof![-3i32..3, any::<i32>()], inner.clone(), 0..3);
        (leaf.clone(), maps, option::of(inner)).prop_map(|(wide, by_id, child)| Wide {
            by_id,
            child: child.map(Box::new),
            ..wide
        })
    });
    prop_oneof![1 => Just(Wide::default()), 8 => node]
}
