//! A message with a value in each of its fields.

use stillwire::codec::{Decimal, Duration, Timestamp, Uuid};
use stillwire_tests::test::probe::v1::{Everything, Leg, Shape};
use stillwire_tests::test::shared::v1::{Colour, Level, Pair, Point};

pub(crate) const ID: Uuid = Uuid([
    0x12, 0x3e, 0x45, 0x67, 0xe8, 0x9b, 0x12, 0xd3, 0xa4, 0x56, 0x42, 0x66, 0x14, 0x17, 0x40, 0xff,
]);

pub(crate) fn pair(left: u32, right: &str) -> Pair {
    Pair {
        left,
        right: right.into(),
    }
}

/// The edges of each type, where it has some.
pub(crate) fn full() -> Everything {
    Everything {
        flag: true,
        small: u8::MAX,
        short: u16::MAX,
        word: u32::MAX,
        long: u64::MAX,
        signed_small: i8::MIN,
        signed_short: i16::MIN,
        signed_word: i32::MIN,
        signed_long: i64::MIN,
        single: -1.5,
        double: 1e300,
        text: "tëxt 🦀\0".into(),
        raw: vec![0, 0xff, 0x80],
        at: Timestamp(-1_500_000_001),
        took: Duration(-2_000_000_003),
        id: ID,
        price: Decimal(-123_456),
        colour: Colour::Type,
        level: Level::Low,
        point: Point { x: -7, y: i32::MAX },
        address: [127, 0, 0, 1],
        window: [i16::MIN, 0, i16::MAX],
        shape: Shape::Corners(vec![Point { x: 0, y: 0 }, Point { x: -1, y: 1 }]),
        pair: pair(0, ""),
        maybe_flag: Some(false),
        maybe_small: Some(0),
        maybe_text: Some(String::new()),
        maybe_id: Some(Uuid([0; 16])),
        maybe_colour: Some(Colour::None),
        maybe_pair: Some(pair(1, "one")),
        maybe_numbers: Some(Vec::new()),
        numbers: vec![0, 1, u64::MAX],
        texts: vec![String::new(), "zwei".into()],
        colours: vec![Colour::Green, Colour::None, Colour::Unknown(200)],
        legs: vec![
            Leg { size: 0, owner: ID },
            Leg {
                size: 255,
                owner: Uuid([0; 16]),
            },
        ],
        matrix: vec![vec![], vec![i32::MIN, 0, i32::MAX]],
        counts: [(String::new(), 0), ("zehn".into(), 10)].into(),
        by_number: [(0, pair(0, "")), (u16::MAX, pair(9, "nine"))].into(),
        groups: [
            ("empty".into(), vec![]),
            ("two".into(), vec!["a".into(), String::new()]),
        ]
        .into(),
        initial: 0,
        inner: Some(Box::new(Everything {
            shape: Shape::Label("inner".into()),
            ..Everything::default()
        })),
    }
}

/// One message for each variant of the union, and the default.
pub(crate) fn samples() -> Vec<Everything> {
    let shapes = [
        Shape::Nothing,
        Shape::Radius(-0.0),
        Shape::Label(String::new()),
        Shape::Pair(pair(3, "three")),
        Shape::Corners(Vec::new()),
    ];
    let mut samples = vec![full()];
    samples.extend(shapes.map(|shape| Everything {
        shape,
        ..Everything::default()
    }));
    samples
}
