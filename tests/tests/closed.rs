//! Closed enums and unions: what the schema does not name is refused, wherever it stands.

use std::collections::BTreeMap;
use stillwire::{Encoded, Limits, ToEncoded};
use stillwire_tests::test::every::v1::{
    Closed, Door, LooseLeaf, OpenAnswer, OpenDoor, OpenHouse, Opened,
};

const DOOR: &str = "test.every.v1.Door";

/// An `Opened` as a `Closed`, from our bytes and from protobuf.
fn refused(opened: &Opened, path: &str, said: &str) {
    let encoded = opened.to_encoded().unwrap();
    let error = Encoded::<Closed>::parse(encoded.bytes().clone()).expect_err(path);
    let text = error.to_string();
    assert!(
        text.starts_with(&format!("{path}: {said} at byte ")),
        "{text}"
    );
    assert!(error.offset() <= encoded.as_bytes().len());
    assert!(!Encoded::<Closed>::verify(
        encoded.as_bytes(),
        &Limits::default()
    ));
    let form = encoded.to_protobuf().unwrap();
    let error = Encoded::<Closed>::from_protobuf(&form, &Limits::default()).expect_err(path);
    let field = path.split(['.', '[']).next().unwrap();
    assert!(error.path().starts_with(field), "{error}");
}

#[test]
fn numbers_and_variants_of_the_schema_are_read() {
    let opened = Opened {
        a: OpenDoor::Open,
        b: OpenDoor::Shut,
        c: Some(OpenDoor::Ajar),
        d: vec![OpenDoor::Open, OpenDoor::Shut],
        k: vec![
            OpenAnswer::Yes,
            OpenAnswer::Leaf(LooseLeaf {
                quantity: 1,
                name: "n".into(),
            }),
        ],
        ..Opened::default()
    };
    let encoded = opened.to_encoded().unwrap();
    let closed = Encoded::<Closed>::parse(encoded.bytes().clone()).unwrap();
    assert_eq!(
        (closed.view().a(), closed.view().b()),
        (Door::Open, Door::Shut)
    );
    let form = encoded.to_protobuf().unwrap();
    assert_eq!(
        Encoded::from_protobuf(&form, &Limits::default()).as_ref(),
        Ok(&closed)
    );
    assert_eq!(closed.to_message().encode(), closed);
    assert_eq!(Closed::default().b, Door::Open);
}

#[test]
fn a_closed_enum_is_made_of_the_numbers_that_it_has() {
    assert_eq!(Door::from_number(-7), Some(Door::Open));
    assert_eq!(Door::from_number(2), None);
}

#[test]
fn an_unknown_number_is_refused_wherever_it_stands() {
    let odd = OpenDoor::Unknown(2);
    let house = |front, back| OpenHouse {
        front,
        back: [OpenDoor::Shut, back],
    };
    let said = format!("2 is no value of {DOOR}");
    let base = Opened::default;
    refused(&Opened { a: odd, ..base() }, "a", &said);
    refused(&Opened { b: odd, ..base() }, "b", &said);
    refused(
        &Opened {
            c: Some(odd),
            ..base()
        },
        "c",
        &said,
    );
    refused(
        &Opened {
            d: vec![OpenDoor::Open, odd],
            ..base()
        },
        "d[1]",
        &said,
    );
    let keys = BTreeMap::from([(OpenDoor::Shut, OpenDoor::Ajar), (odd, OpenDoor::Shut)]);
    refused(&Opened { e: keys, ..base() }, "e.keys[1]", &said);
    let values = BTreeMap::from([(OpenDoor::Shut, odd)]);
    refused(
        &Opened {
            e: values,
            ..base()
        },
        "e.values[0]",
        &said,
    );
    refused(
        &Opened {
            f: [OpenDoor::Shut, odd, OpenDoor::Shut],
            ..base()
        },
        "f[1]",
        &said,
    );
    refused(
        &Opened {
            g: house(odd, OpenDoor::Shut),
            ..base()
        },
        "g.front",
        &said,
    );
    let houses = vec![
        house(OpenDoor::Shut, OpenDoor::Shut),
        house(OpenDoor::Ajar, odd),
    ];
    refused(
        &Opened {
            h: houses,
            ..base()
        },
        "h[1].back[1]",
        &said,
    );
    refused(
        &Opened {
            i: OpenAnswer::Later(odd),
            ..base()
        },
        "i.later",
        &said,
    );
    let lists = BTreeMap::from([(3, vec![odd])]);
    refused(&Opened { l: lists, ..base() }, "l.values[0][0]", &said);
    refused(
        &Opened {
            m: Some([odd; 9]),
            ..base()
        },
        "m[0]",
        &said,
    );
    let least = OpenDoor::Unknown(-128);
    refused(
        &Opened { a: least, ..base() },
        "a",
        &format!("-128 is no value of {DOOR}"),
    );
}

#[test]
fn an_unknown_variant_is_refused_and_so_is_a_removed_one() {
    let said = |ordinal| format!("{ordinal} is no variant of test.every.v1.Answer");
    let base = Opened::default;
    let (never, maybe) = (OpenAnswer::Never(1), OpenAnswer::Maybe);
    refused(
        &Opened {
            i: never.clone(),
            ..base()
        },
        "i",
        &said(6),
    );
    refused(
        &Opened {
            i: maybe.clone(),
            ..base()
        },
        "i",
        &said(2),
    );
    refused(
        &Opened {
            j: Some(never.clone()),
            ..base()
        },
        "j",
        &said(6),
    );
    refused(
        &Opened {
            k: vec![OpenAnswer::Yes, maybe],
            ..base()
        },
        "k[1]",
        &said(2),
    );
    refused(
        &Opened {
            k: vec![never],
            ..base()
        },
        "k[0]",
        &said(6),
    );
}
