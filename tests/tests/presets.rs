//! Text and bytes with a default: where nobody says so they are that, and no bytes say so.

mod common;

use common::{Make, Source};
use proptest::prelude::*;
use stillwire::codec::Message;
use stillwire::{EncodeError, Encoded, Limits, ToEncoded};
use stillwire_tests::test::every::v1::{
    MAGIC, Preset, Presets, PresetsInit, Unset, UnsetOne, VENUE,
};

fn presets() -> Presets {
    Presets::default()
}

/// Bytes of text that may be absent, as text with defaults.
fn read(unset: &Unset) -> Result<Encoded<Presets>, String> {
    let bytes = unset.to_encoded().unwrap().into_bytes();
    let verified = Encoded::<Presets>::verify(&bytes, &Limits::default());
    let parsed = Encoded::<Presets>::parse(bytes).map_err(|error| error.to_string());
    assert_eq!(verified, parsed.is_ok());
    parsed
}

#[test]
fn where_nobody_says_so_a_field_is_its_default_and_takes_no_bytes() {
    let value = presets();
    assert_eq!((value.a.as_str(), value.b.as_slice()), (VENUE, MAGIC));
    assert_eq!(
        (value.d.as_str(), value.f.as_slice()),
        ("naïve", &b"\0"[..])
    );
    // Newtypes, too.
    assert_eq!(
        (value.n.0.as_str(), value.o.0.as_slice()),
        ("first", &b"s"[..])
    );
    assert_eq!(value.encode().as_bytes(), [0; 4]);
    assert_eq!(PresetsInit::default().encode(), value.encode());
    let empty = Encoded::<Presets>::parse(vec![0; 4]).unwrap();
    assert_eq!(empty.to_message(), value);
    assert_eq!(
        (empty.view().a(), empty.view().b(), empty.view().m()),
        ("XNAS", MAGIC, "last")
    );
    // A row, and what is not there at all.
    let rows = Presets {
        h: vec![Preset::default(); 2],
        ..presets()
    };
    assert_eq!(rows.encode().view().h().get(1).unwrap().k(), "k");
    assert_eq!(rows.encode().to_message(), rows);
}

#[test]
fn another_value_is_written_as_it_is_also_where_it_is_empty() {
    for (a, b) in [
        ("", &b""[..]),
        ("XNA", b"\x01"),
        ("XNASX", b"\x01\x02\x03"),
        ("é", MAGIC),
        (VENUE, b""),
    ] {
        let value = Presets {
            a: a.into(),
            b: b.into(),
            ..presets()
        };
        let encoded = value.to_encoded().unwrap();
        assert_eq!((encoded.view().a(), encoded.view().b()), (a, b));
        assert_eq!(encoded.to_message(), value);
        assert_eq!(encoded.view().to_encoded().as_ref(), Ok(&encoded));
        assert_eq!(
            PresetsInit {
                a,
                b,
                ..PresetsInit::default()
            }
            .encode(),
            encoded
        );
        assert_eq!(
            Encoded::<Presets>::parse(encoded.bytes().clone()).unwrap(),
            encoded
        );
        let unset = Unset {
            a: (a != VENUE).then(|| a.into()),
            b: (b != MAGIC).then(|| b.into()),
            ..Unset::default()
        };
        assert_eq!(
            unset.encode().as_bytes(),
            encoded.as_bytes(),
            "laid out as `string?` is"
        );
    }
}

#[test]
fn a_default_that_is_written_is_refused_by_name() {
    let unset = Unset::default;
    let written = [
        (
            "a",
            Unset {
                a: Some(VENUE.into()),
                ..unset()
            },
        ),
        (
            "b",
            Unset {
                b: Some(MAGIC.into()),
                ..unset()
            },
        ),
        (
            "d",
            Unset {
                d: Some("naïve".into()),
                ..unset()
            },
        ),
        (
            "f",
            Unset {
                f: Some(vec![0]),
                ..unset()
            },
        ),
        (
            "m",
            Unset {
                m: Some("last".into()),
                ..unset()
            },
        ),
        (
            "h[1].k",
            Unset {
                h: vec![
                    UnsetOne::default(),
                    UnsetOne {
                        k: Some("k".into()),
                        ..UnsetOne::default()
                    },
                ],
                ..unset()
            },
        ),
        (
            "j.values[0].w",
            Unset {
                j: [(
                    3,
                    UnsetOne {
                        w: Some(b"w".into()),
                        ..UnsetOne::default()
                    },
                )]
                .into(),
                ..unset()
            },
        ),
        (
            "l.a",
            Unset {
                l: Some(Box::new(Unset {
                    a: Some(VENUE.into()),
                    ..unset()
                })),
                ..unset()
            },
        ),
    ];
    for (path, unset) in written {
        let said = read(&unset).unwrap_err();
        let expected = format!("{path}: not canonical: a default is not written at byte ");
        assert!(said.starts_with(&expected), "{said}");
        // In the protobuf form that is said often, and means the same as absence.
        let form = unset.encode().to_protobuf().unwrap();
        let read = Encoded::<Presets>::from_protobuf(&form, &Limits::default()).unwrap();
        assert_eq!(read, read.to_message().encode());
        assert_eq!(read.to_message().a, VENUE);
    }
    let both = Unset {
        a: Some("\u{7f}".into()),
        ..unset()
    };
    let mut bytes = both.encode().as_bytes().to_vec();
    *bytes.last_mut().unwrap() = 0xFF;
    let said = Encoded::<Presets>::parse(bytes).unwrap_err().to_string();
    assert!(said.starts_with("a: invalid UTF-8"), "{said}");
}

#[test]
fn what_lies_in_a_slot_that_is_said_to_be_absent_is_refused() {
    // The presence bit of `a`, cleared.
    let mut bytes = Presets {
        a: "b".into(),
        c: true,
        ..presets()
    }
    .encode()
    .as_bytes()
    .to_vec();
    assert_eq!(bytes[4], 0b101);
    bytes[4] = 0b100;
    let said = Encoded::<Presets>::parse(bytes).unwrap_err().to_string();
    assert_eq!(
        said,
        "a: not canonical: an absent value is not empty at byte 6"
    );
}

#[test]
fn protobuf_says_absence_presence_and_emptiness() {
    let limits = Limits::default();
    let read = |form: &[u8]| {
        Encoded::<Presets>::from_protobuf(form, &limits)
            .unwrap()
            .to_message()
    };
    assert_eq!(read(b""), presets());
    assert_eq!(read(b"\x0A\x04XNAS"), presets());
    assert_eq!(
        read(b"\x0A\x00"),
        Presets {
            a: String::new(),
            ..presets()
        }
    );
    // The last one counts.
    assert_eq!(read(b"\x0A\x01b\x0A\x04XNAS"), presets());
    assert_eq!(
        read(b"\x0A\x04XNAS\x0A\x01b"),
        Presets {
            a: "b".into(),
            ..presets()
        }
    );
    // A default is written, so that nobody there need know it.
    let form = presets().encode().to_protobuf().unwrap();
    assert!(form.starts_with(b"\x0A\x04XNAS\x12\x02\x01\x02"));
    assert_eq!(read(&form), presets());
    let empty = Presets {
        a: String::new(),
        b: vec![],
        ..presets()
    };
    assert!(
        empty
            .encode()
            .to_protobuf()
            .unwrap()
            .starts_with(b"\x0A\x00\x12\x00")
    );
    let error = Encoded::<Presets>::from_protobuf(b"\x3A\x00", &limits).unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("g: len 0, where len in 1..=40 is required"),
        "{error}"
    );
}

#[test]
fn conditions_hold_of_what_is_written() {
    let empty = Presets {
        g: String::new(),
        ..presets()
    };
    assert!(matches!(empty.to_encoded(), Err(EncodeError::Rule(_))));
    let long = Presets {
        f: vec![0; 300],
        g: "x".repeat(40),
        ..presets()
    };
    assert_eq!(long.to_encoded().unwrap().to_message(), long);
    let longer = Presets {
        f: vec![0; 301],
        ..presets()
    };
    assert!(matches!(longer.to_encoded(), Err(EncodeError::Rule(_))));
    let said = read(&Unset {
        g: Some(String::new()),
        ..Unset::default()
    })
    .unwrap_err();
    assert!(
        said.starts_with("g: len 0, where len in 1..=40 is required"),
        "{said}"
    );
}

#[test]
fn a_patch_leaves_them_as_they_are() {
    let mut encoded = Presets {
        a: "b".into(),
        c: true,
        e: 9,
        ..presets()
    }
    .to_encoded()
    .unwrap();
    encoded.patch(|mut view| view.set_e(8)).unwrap();
    assert_eq!(
        encoded.to_message(),
        Presets {
            a: "b".into(),
            c: true,
            e: 8,
            ..presets()
        }
    );
}

#[test]
fn an_owned_default_counts_as_the_memory_that_it_takes() {
    let encoded = Preset::default().to_encoded().unwrap();
    let within = |element_memory_bytes| {
        let limits = Limits {
            element_memory_bytes,
            ..Limits::default()
        };
        encoded.to_message_with(&limits)
    };
    assert_eq!(within(size_of::<Preset>() + 2), Ok(Preset::default()));
    assert!(within(size_of::<Preset>() + 1).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever was written as text that may be absent is read as text with defaults, or refused for a default.
    #[test]
    fn bytes_of_optional_text_are_read_unless_they_say_a_default(seed: u64) {
        let mut source = Source::new(seed);
        let mut unset = Unset::make(&mut source);
        unset.l = None;
        unset.gone = None;
        unset.f = None;
        unset.g = None;
        if bool::make(&mut source) {
            unset.a = Some(VENUE.into());
        }
        let said = unset.a.as_deref() == Some(VENUE)
            || unset.b.as_deref() == Some(MAGIC)
            || unset.d.as_deref() == Some("naïve")
            || unset.m.as_deref() == Some("last")
            || unset.n.as_deref() == Some("first")
            || unset.o.as_deref() == Some(b"s");
        let said = unset.h.iter().chain(unset.j.values()).fold(said, |said, one| {
            said || one.k.as_deref() == Some("k") || one.w.as_deref() == Some(b"w")
        });
        let read = read(&unset);
        prop_assert_eq!(read.is_err(), said);
        // In protobuf both say the same.
        let form = unset.encode().to_protobuf().unwrap();
        let value = Encoded::<Presets>::from_protobuf(&form, &Limits::default()).unwrap();
        prop_assert_eq!(value.to_message().to_encoded().unwrap(), value.clone());
        if let Ok(read) = read {
            prop_assert_eq!(&read, &value);
            prop_assert!(read.to_protobuf().unwrap().len() > form.len());
        }
    }
}

#[test]
fn a_type_without_defaults_of_text_has_none_of_this() {
    let kinds = std::any::type_name::<<Unset as Message>::Slots>();
    assert!(
        !kinds.contains("Defaulted") && kinds.contains("Flagged"),
        "{kinds}"
    );
}
