//! The same values in prost's structs and in ours.

use crate::World;
use crate::probe::everything::{GroupsItem, MatrixItem, MaybeNumbersValue};
use crate::probe::{Everything, Leg, Shape, shape};
use crate::shared::{Colour, Level, Pair, Point};
use crate::support::everything as ours;
use prost::Message;
use prost_types::{Duration, Timestamp};
use stillwire::codec::{Encoded, Limits};
use stillwire_tests::test::probe::v1 as native;

const ID: &str = "123e4567-e89b-12d3-a456-4266141740ff";
const NIL: &str = "00000000-0000-0000-0000-000000000000";

fn pair(left: u32, right: &str) -> Pair {
    Pair {
        left,
        right: right.into(),
    }
}

fn shaped(kind: shape::Kind) -> Option<Shape> {
    Some(Shape { kind: Some(kind) })
}

/// What [`ours::full`] is, written down a second time.
fn full() -> Everything {
    let corners = vec![Point { x: 0, y: 0 }, Point { x: -1, y: 1 }];
    let strings = |all: &[&str]| {
        all.iter()
            .map(|text| (*text).to_owned())
            .collect::<Vec<_>>()
    };
    let inner = Everything {
        shape: shaped(shape::Kind::Label("inner".into())),
        ..absent()
    };
    Everything {
        flag: true,
        small: 255,
        short: 65_535,
        word: u32::MAX,
        long: u64::MAX,
        signed_small: -128,
        signed_short: -32_768,
        signed_word: i32::MIN,
        signed_long: i64::MIN,
        single: -1.5,
        double: 1e300,
        text: "tëxt 🦀\0".into(),
        raw: vec![0, 0xff, 0x80],
        // 1.500000001 s before the epoch: nanoseconds count forward.
        at: Some(Timestamp {
            seconds: -2,
            nanos: 499_999_999,
        }),
        took: Some(Duration {
            seconds: -2,
            nanos: -3,
        }),
        id: ID.into(),
        price: "-12.3456".into(),
        colour: Colour::Type.into(),
        level: Level::Low.into(),
        point: Some(Point { x: -7, y: i32::MAX }),
        address: vec![127, 0, 0, 1],
        window: vec![-32_768, 0, 32_767],
        shape: shaped(shape::Kind::Corners(shape::CornersValue { items: corners })),
        pair: Some(pair(0, "")),
        maybe_flag: Some(false),
        maybe_small: Some(0),
        maybe_text: Some(String::new()),
        maybe_id: Some(NIL.into()),
        maybe_colour: Some(Colour::None.into()),
        maybe_pair: Some(pair(1, "one")),
        maybe_numbers: Some(MaybeNumbersValue { items: vec![] }),
        numbers: vec![0, 1, u64::MAX],
        texts: strings(&["", "zwei"]),
        colours: vec![1, 0, 200],
        legs: vec![
            Leg {
                size: 0,
                owner: ID.into(),
            },
            Leg {
                size: 255,
                owner: NIL.into(),
            },
        ],
        matrix: vec![
            MatrixItem { items: vec![] },
            MatrixItem {
                items: vec![i32::MIN, 0, i32::MAX],
            },
        ],
        counts: [(String::new(), 0), ("zehn".into(), 10)].into(),
        by_number: [(0, pair(0, "")), (65_535, pair(9, "nine"))].into(),
        groups: [
            ("empty".into(), GroupsItem { items: vec![] }),
            (
                "two".into(),
                GroupsItem {
                    items: strings(&["a", ""]),
                },
            ),
        ]
        .into(),
        initial: Some(0),
        inner: Some(Box::new(inner)),
    }
}

/// Only what a message must have.
fn absent() -> Everything {
    Everything {
        shape: shaped(shape::Kind::Nothing(())),
        pair: Some(Pair::default()),
        ..Everything::default()
    }
}

fn read(message: &Everything) -> native::Everything {
    let bytes = message.encode_to_vec();
    let read = Encoded::<native::Everything>::from_protobuf(&bytes, &Limits::default());
    read.unwrap().to_message()
}

fn write(message: &native::Everything) -> Everything {
    Everything::decode(message.encode().to_protobuf().unwrap()).unwrap()
}

pub(crate) async fn values_of_every_type_arrive_equal(mut world: World) {
    // Field by field: what was written down here is what was written down there.
    assert_eq!(read(&full()), ours::full());
    for sample in ours::samples() {
        let theirs = write(&sample);
        assert_eq!(read(&theirs), sample);
        let back = world
            .client
            .echo(theirs.clone())
            .await
            .unwrap()
            .into_inner();
        assert_eq!(back, theirs);
    }
    let back = world.client.echo(full()).await.unwrap().into_inner();
    assert_eq!(read(&back), ours::full());
    let (mut back, mut expected) = (back, full());
    // The inner message left out what has a value by default, and gets it back spelt out.
    let inner = (back.inner.take().unwrap(), expected.inner.take().unwrap());
    assert_eq!(read(&inner.0), read(&inner.1));
    // So did the one plain field that is zero: it is left out, and reads as the same.
    expected.legs[1].owner.clear();
    assert_eq!(back, expected);
}

pub(crate) async fn absent_fields_are_what_the_schema_says(mut world: World) {
    let back = world.client.echo(absent()).await.unwrap().into_inner();
    let native = read(&back);
    assert_eq!(native, native::Everything::default());
    assert_eq!(native.initial, 7);
    assert_eq!(back.shape, absent().shape);
    assert_eq!((back.maybe_flag, &back.maybe_text), (None, &None));
    assert!(back.maybe_pair.is_none() && back.maybe_numbers.is_none() && back.inner.is_none());
}
