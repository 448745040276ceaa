//! Two versions of a schema read each other's bytes.

use stillwire::Encoded;
use stillwire_tests::test::{new::v1 as new, old::v1 as old};

fn old_record() -> old::Record {
    old::Record {
        id: 7,
        name: "seven".into(),
        kind: old::Kind::Code(5),
        state: old::State::Open,
        live: true,
        parts: vec![
            old::Part {
                name: "a".into(),
                size: 1,
            },
            old::Part::default(),
        ],
    }
}

fn new_record() -> new::Record {
    new::Record {
        id: 7,
        name: "seven".into(),
        kind: new::Kind::Text("what".into()),
        state: new::State::Closed,
        live: true,
        parts: vec![
            new::Part {
                name: "a".into(),
                size: 1,
                colour: 9,
                alias: Some("b".into()),
            },
            new::Part::default(),
        ],
        note: Some("noted".into()),
        size: Some(0),
        weight: 1.0,
        seen: true,
        tags: vec!["x".into(), String::new()],
        parent: Some(new::Part {
            name: "p".into(),
            ..new::Part::default()
        }),
    }
}

#[test]
fn a_new_reader_takes_defaults_for_what_old_bytes_do_not_have() {
    let bytes = old_record().encode().into_bytes();
    let read = Encoded::<new::Record>::parse(bytes).unwrap().to_message();
    let expected = new::Record {
        id: 7,
        name: "seven".into(),
        kind: new::Kind::Code(5),
        state: new::State::Open,
        live: true,
        parts: vec![
            new::Part {
                name: "a".into(),
                size: 1,
                ..new::Part::default()
            },
            new::Part::default(),
        ],
        ..new::Record::default()
    };
    assert_eq!(read, expected);
    assert_eq!((read.weight, read.parts[0].colour), (2.5, 3));
    // One value has one encoding, whichever version wrote it.
    assert_eq!(read.encode().as_bytes(), old_record().encode().as_bytes());
}

#[test]
fn an_old_reader_ignores_what_it_does_not_know() {
    let bytes = new_record().encode().into_bytes();
    let parsed = Encoded::<old::Record>::parse(bytes.clone()).unwrap();
    let read = parsed.to_message();
    assert_eq!((read.id, read.name.as_str(), read.live), (7, "seven", true));
    assert_eq!(read.state, old::State::Unknown(2));
    assert_eq!(
        read.parts,
        [
            old::Part {
                name: "a".into(),
                size: 1
            },
            old::Part::default()
        ]
    );
    let old::Kind::Unknown(unknown) = &read.kind else {
        panic!("known")
    };
    assert_eq!((unknown.ordinal(), unknown.payload()), (3, &b"what"[..]));
    // Passed on as it came, nothing is lost.
    let back = Encoded::<new::Record>::parse(parsed.into_bytes()).unwrap();
    assert_eq!(back.to_message(), new_record());
    // Written anew, an unknown variant and value are still what they were.
    let again = Encoded::<new::Record>::parse(read.encode().into_bytes())
        .unwrap()
        .to_message();
    assert_eq!(
        (again.kind, again.state),
        (new_record().kind, new::State::Closed)
    );
}

#[test]
fn a_view_written_anew_says_nothing_of_fields_that_stay_behind() {
    let bytes = new_record().encode().into_bytes();
    let parsed = Encoded::<old::Record>::parse(bytes).unwrap();
    let relayed = stillwire::codec::message::encode::<old::Record>(&parsed.view()).unwrap();
    let read = Encoded::<new::Record>::parse(relayed.into_bytes())
        .unwrap()
        .to_message();
    // The presence bits of `note` and `size` lie in a byte that the old schema has.
    assert_eq!(
        (read.note, read.size, read.weight, read.parent),
        (None, None, 2.5, None)
    );
    assert_eq!((read.id, read.kind), (7, new::Kind::Text("what".into())));
    // Rows are self-contained: they bring what only the new schema knows.
    assert_eq!(read.parts, new_record().parts);
}

#[test]
fn a_row_is_detached_by_either_version() {
    let whole = Encoded::<old::Record>::parse(new_record().encode().into_bytes()).unwrap();
    let row = whole.view().parts().get(0).unwrap();
    let part = Encoded::<old::Part>::detach(&whole, row).unwrap();
    assert_eq!(
        part.to_message(),
        old::Part {
            name: "a".into(),
            size: 1
        }
    );
}
