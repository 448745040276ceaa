//! What holds of every value of every generated type.

mod common;

use common::{Make, Source};
use proptest::prelude::*;
use std::fmt::Debug;
use stillwire::codec::table::verify::verify;
use stillwire::codec::table::{FieldDef, MessageDef, Place, Presence, Schema, Ty};
use stillwire::codec::{self, Encode, Message, ToEncoded, protobuf};
use stillwire::{Encoded, Limits};
use stillwire_descriptor::dynamic::DynamicMessage;
use stillwire_tests::pool::pool;
use stillwire_tests::test::every::v1::{
    Around, Bits, Carried, Choice, Closed, Defaults, DefaultsInit, Empty, Expr, ExprInit, Far,
    Flagged, Hundred, Lists, Many, Mapped, Maps, Names, Negated, Nested, Newtypes, One, OnlyLists,
    Optional, OptionalInit, Padded, Padding, Plain, Preset, Presets, Record, Ruled, Tag, Tail,
    Tombs, Tree, Unset,
};
use stillwire_tests::test::shared::v1::{
    Colour, DEFAULT_COLOUR, Level, Mixed, NAME, RATIO, RAW, SIZE,
};

/// Deeper than the values nest, with room for what damage adds.
fn limits() -> Limits {
    Limits {
        message_bytes: 1 << 24,
        depth: 60,
        ..Limits::default()
    }
}

/// What the laws ask of a message.
trait Lawful: Message + Make + Encode<Self> + ToEncoded<Self> + PartialEq + Debug {
    fn relay(view: Self::View<'_>) -> Encoded<Self>;
    fn same(a: Self::View<'_>, b: Self::View<'_>) -> bool;
    fn show(view: Self::View<'_>) -> String;

    /// Whether a message that it can hold has bits or places that no field takes: of bytes of flags, or of tombstones.
    fn has_room() -> bool {
        fn ty(schema: &'static Schema, of: Ty, seen: &mut Vec<*const ()>) -> bool {
            match of {
                Ty::Message(of) => {
                    let (schema, def) = schema.message(of).unwrap();
                    message(schema, def, seen)
                }
                Ty::Union(of) | Ty::Oneof(of) => {
                    let (schema, def) = schema.union(of).unwrap();
                    let at = std::ptr::from_ref(def).cast();
                    if seen.contains(&at) {
                        return false;
                    }
                    seen.push(at);
                    let variants = def.variants.iter();
                    let payloads = variants.filter_map(|v| if v.reserved { None } else { v.ty });
                    def.variants.iter().any(|v| v.reserved)
                        || payloads.into_iter().any(|of| ty(schema, of, seen))
                }
                Ty::List(of) => ty(schema, *of, seen),
                Ty::Map(_, of) => ty(schema, *of, seen),
                _ => false,
            }
        }
        fn message(
            schema: &'static Schema,
            def: &'static MessageDef,
            seen: &mut Vec<*const ()>,
        ) -> bool {
            let at = std::ptr::from_ref(def).cast();
            if seen.contains(&at) {
                return false;
            }
            seen.push(at);
            let bits = |field: &FieldDef| {
                u32::from(matches!(field.place, Place::Bit { .. }))
                    + u32::from(matches!(field.presence, Presence::Bit { .. }))
            };
            def.fields.iter().map(bits).sum::<u32>() % 8 != 0
                || def
                    .fields
                    .iter()
                    .any(|f| f.reserved || ty(schema, f.ty, seen))
        }
        let (schema, index) = Self::TABLE.get();
        message(schema, &schema.messages[index], &mut Vec::new())
    }
}

macro_rules! lawful {
    ($($t:ident)*) => {$(
        impl Lawful for $t {
            fn relay(view: Self::View<'_>) -> Encoded<Self> {
                codec::encoded::encode::<Self>(&view).unwrap()
            }
            fn same(a: Self::View<'_>, b: Self::View<'_>) -> bool {
                a == b
            }
            fn show(view: Self::View<'_>) -> String {
                format!("{view:?}")
            }
        }
    )*};
}
lawful!(Mapped Plain Optional Defaults Lists Maps Tree Negated Tombs Names Nested Empty OnlyLists Many Hundred Bits Ruled Tag Around Closed Flagged Carried Tail Presets Preset Unset Newtypes Record);

fn laws<M: Lawful>(seed: u64) -> Result<(), TestCaseError> {
    let value = M::make(&mut Source::new(seed));
    let encoded = value.to_encoded().unwrap();
    let parsed = match Encoded::<M>::parse_with(encoded.bytes().clone(), &limits()) {
        Ok(parsed) => parsed,
        Err(error) => return Err(TestCaseError::fail(format!("{error} in {value:?}"))),
    };
    prop_assert_eq!(&parsed.to_message(), &value, "decode of encode is identity");
    let again = parsed.to_message().to_encoded().unwrap();
    prop_assert_eq!(
        again.as_bytes(),
        encoded.as_bytes(),
        "encode of decode is the same bytes"
    );
    let relayed = M::relay(parsed.view());
    prop_assert_eq!(
        relayed.as_bytes(),
        encoded.as_bytes(),
        "a view encodes to its own bytes"
    );
    prop_assert!(
        M::same(parsed.view(), encoded.view()),
        "views of the same bytes are equal"
    );
    prop_assert!(!M::show(parsed.view()).is_empty());
    let form = parsed.to_protobuf().unwrap();
    let back = Encoded::<M>::from_protobuf(&form, &Limits::TRUSTED);
    prop_assert_eq!(
        back.map(Encoded::into_bytes),
        Ok(parsed.bytes().clone()),
        "the protobuf form comes back"
    );
    let (schema, index) = M::TABLE.get();
    prop_assert_eq!(
        protobuf::encode(schema, index, parsed.as_bytes()),
        Ok(form.clone()),
        "what the plan writes is what the table says"
    );
    let other = M::make(&mut Source::new(seed.wrapping_mul(31)));
    let other = other.to_encoded().unwrap().to_protobuf().unwrap();
    let parts = [&form[..], &other[..], &form[..]].concat();
    let merged = Encoded::<M>::from_protobuf(&parts, &Limits::TRUSTED);
    prop_assert_eq!(
        merged.map(Encoded::into_bytes),
        protobuf::decode(schema, index, &parts, &Limits::TRUSTED),
        "what comes in parts is read by its plan as by the table"
    );
    prop_assert_eq!(
        verify(schema, index, encoded.as_bytes(), &limits()),
        Ok(()),
        "the table accepts what types accept"
    );
    let of = pool().message(schema.messages[index].name).unwrap();
    let message = of.parse(encoded.bytes().clone(), &limits()).unwrap();
    let (mut next, mut gaps) = (0, Vec::new());
    message.parts(|part| {
        gaps.extend((part.bytes.start != next).then(|| part.clone()));
        next = part.bytes.end;
    });
    prop_assert!(gaps.is_empty(), "each byte is told once: {gaps:?}");
    prop_assert_eq!(next, encoded.as_bytes().len());
    let fields = message.fields_with(&Limits::TRUSTED).unwrap();
    let made = of.encode(&fields, &limits());
    prop_assert_eq!(
        made.map(DynamicMessage::into_bytes),
        Ok(encoded.into_bytes()),
        "a tree of its values is the same message"
    );
    Ok(())
}

/// Bytes with some harm done to them are refused by both verifiers for the same reason, or are another value.
fn damage<M: Lawful>(seed: u64, harm: u64) -> Result<(), TestCaseError> {
    let whole = M::make(&mut Source::new(seed)).to_encoded().unwrap();
    let mut bytes = whole.as_bytes().to_vec();
    let mut source = Source::new(harm);
    for _ in 0..=source.below(2) {
        let at = usize::try_from(source.below(bytes.len() as u64)).unwrap();
        match source.below(8) {
            0 => bytes.truncate(at.max(1)),
            1 => bytes.insert(at, u8::make(&mut source)),
            2 => bytes[at] = u8::make(&mut source),
            _ => bytes[at] ^= 1 << source.below(8),
        }
    }
    let (schema, index) = M::TABLE.get();
    let by_table = verify(schema, index, &bytes, &limits());
    match Encoded::<M>::parse_with(bytes.clone(), &limits()) {
        Err(error) => prop_assert_eq!(Err(error), by_table, "{:?}", &bytes),
        Ok(parsed) => {
            prop_assert_eq!(by_table, Ok(()), "the fast path accepted {:?}", bytes);
            prop_assert_eq!(
                parsed.to_protobuf(),
                protobuf::encode(schema, index, &bytes),
                "the plan and the table write {:?}",
                bytes
            );
            let value = parsed.to_message();
            let relayed = M::relay(parsed.view());
            let again = Encoded::<M>::parse_with(relayed.into_bytes(), &limits());
            let again =
                again.map_err(|e| TestCaseError::fail(format!("{e}: relayed {bytes:?}")))?;
            let owned =
                Encoded::<M>::parse_with(value.to_encoded().unwrap().into_bytes(), &limits());
            let owned =
                owned.map_err(|e| TestCaseError::fail(format!("{e}: re-encoded {bytes:?}")))?;
            // Compared as text: NaN is not equal to itself, and prints the same.
            prop_assert_eq!(format!("{:?}", again.to_message()), format!("{:?}", value));
            prop_assert_eq!(format!("{:?}", owned.to_message()), format!("{:?}", value));
        }
    }
    Ok(())
}

/// What was cut off is missed, or the rest is another value; and so is every bit that was not what it is.
fn cuts_and_flips<M: Lawful>(seed: u64) -> Result<(), TestCaseError> {
    let value = M::make(&mut Source::new(seed));
    let bytes = value.to_encoded().unwrap().into_bytes();
    // All of a short message, and as much of a long one, elsewhere each time.
    let step = bytes.len() / 24 + 1;
    let first = usize::try_from(seed % step as u64).unwrap();
    for len in (first..bytes.len()).step_by(step) {
        let cut = Encoded::<M>::parse_with(bytes.slice(..len), &limits());
        prop_assert!(
            cut.is_err() || cut.unwrap().to_message() != value,
            "{len} bytes of {bytes:?} say the same"
        );
    }
    let (schema, index) = M::TABLE.get();
    for bit in (first..bytes.len() * 8).step_by(step * 8 - 1) {
        let mut flipped = bytes.to_vec();
        flipped[bit / 8] ^= 1 << (bit % 8);
        let by_table = verify(schema, index, &flipped, &limits());
        match Encoded::<M>::parse_with(flipped.clone(), &limits()) {
            Err(error) => prop_assert_eq!(Err(error), by_table),
            Ok(parsed) => {
                prop_assert_eq!(by_table, Ok(()));
                // A bit that no field of the schema has is one of a newer writer's: a view keeps it.
                // Shown as text, since `-0.0` equals `0.0`.
                let read = parsed.to_message();
                let same = read == value && format!("{read:?}") == format!("{value:?}");
                prop_assert!(
                    !same || M::has_room(),
                    "bit {bit} of {bytes:?} says nothing"
                );
                prop_assert!(parsed.as_bytes() != &bytes[..]);
            }
        }
    }
    Ok(())
}

macro_rules! laws {
    ($($name:ident $t:ident)*) => {$(
        mod $name {
            use super::*;
            proptest! {
                #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]
                #[test]
                fn owned_and_view_agree_with_the_bytes(seed: u64) {
                    laws::<$t>(seed)?;
                }

                #[test]
                fn damaged_bytes_are_refused_or_another_value(seed: u64, harm: u64) {
                    damage::<$t>(seed, harm)?;
                }
            }
            proptest! {
                #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]
                #[test]
                fn cut_and_flipped_bytes_are_refused_or_another_value(seed: u64) {
                    cuts_and_flips::<$t>(seed)?;
                }
            }
        }
    )*};
}
laws! {
    plain Plain optional Optional defaults Defaults lists Lists maps Maps tree Tree negated Negated tombs Tombs
    names Names nested Nested empty Empty only_lists OnlyLists many Many hundred Hundred bits Bits mapped Mapped ruled Ruled tag Tag
    around Around closed Closed flagged Flagged carried Carried tail Tail presets Presets preset Preset unset Unset newtypes Newtypes
    record Record
}

#[test]
fn a_default_is_the_default_of_the_schema_and_takes_no_bytes() {
    let value = Defaults::default();
    assert!(value.a && value.j);
    assert_eq!(
        (value.b, value.c, value.d, value.e),
        (7, u64::MAX, -1, i64::MIN)
    );
    assert_eq!(
        (
            value.f,
            value.g,
            value.h.number(),
            value.i.number(),
            value.k
        ),
        (1.5, -0.25, 1, -300, 10)
    );
    assert_eq!(value.encode().as_bytes(), [0; 4]);
    assert_eq!(DefaultsInit::default().encode(), value.encode());
    let empty = Encoded::<Defaults>::parse(vec![0; 4]).unwrap();
    assert_eq!(empty.to_message(), value);
    assert_eq!(
        OptionalInit::default().encode(),
        Optional::default().encode()
    );
}

#[test]
fn scalars_that_come_as_zeros_take_no_byte_of_a_row() {
    let row = Padded {
        text: "a".to_owned(),
        numbers: [0, 0],
    };
    let rows = Padding { rows: vec![row] }.encode();
    let form = [0x0A, 7, 0x0A, 1, b'a', 0x12, 2, 0, 0];
    assert_eq!(
        Encoded::<Padding>::from_protobuf(&form, &Limits::default()).unwrap(),
        rows
    );
    let text = r#"{"rows":[{"text":"a","numbers":[0,0]}]}"#;
    assert_eq!(Encoded::<Padding>::from_json(text).unwrap(), rows);
}

#[test]
fn a_union_defaults_to_the_first_variant_that_ends() {
    assert_eq!(Choice::default(), Choice::Nothing);
    assert_eq!(Expr::default(), Expr::Literal(0.0));
    assert!(matches!(ExprInit::default(), ExprInit::Literal(_)));
}

#[test]
fn enums_keep_numbers_that_they_do_not_know_and_order_by_number() {
    assert_eq!(Colour::from_number(9), Colour::Unknown(9));
    assert_eq!(Colour::Unknown(1), Colour::Green);
    let mut levels = [Level::High, Level::Unknown(5), Level::Low, Level::Neutral];
    levels.sort();
    assert_eq!(levels.map(Level::number), [-300, 0, 5, 300]);
}

/// A zero that is there, beyond the scalars that the decoder makes at once, once panicked.
#[test]
fn an_optional_zero_behind_many_scalars_comes_back_from_protobuf() {
    let value = Far {
        maybe: Some(0),
        ..Far::default()
    };
    let encoded = value.encode();
    let back = Encoded::<Far>::from_protobuf(&encoded.to_protobuf().unwrap(), &Limits::default());
    assert_eq!(back, Ok(encoded));
}

#[test]
fn constants_are_what_the_schema_says() {
    assert_eq!(
        (SIZE, NAME, RAW, RATIO),
        (3, "shared \"quoted\"", &b"\x00\xff\""[..], 1.5)
    );
    assert_eq!(DEFAULT_COLOUR, Colour::Green);
}

#[test]
fn a_variant_without_a_payload_takes_none() {
    let value = Optional {
        s: Some(Choice::Nothing),
        ..Optional::default()
    };
    let bytes = value.encode().into_bytes().to_vec();
    assert_eq!(bytes.last(), Some(&1));
    let flag = Optional {
        s: Some(Choice::Flag(true)),
        ..Optional::default()
    };
    let mut bytes = flag.encode().into_bytes().to_vec();
    let at = bytes.len() - 2;
    assert_eq!(bytes[at..], [2, 1]);
    bytes[at] = 1;
    let error = Encoded::<Optional>::parse(bytes).unwrap_err();
    assert!(
        error.to_string().starts_with("s.nothing: 1 bytes follow"),
        "{error}"
    );
}

#[test]
fn a_bool_that_is_neither_is_refused() {
    let value = Plain {
        u: Mixed {
            on: true,
            ..Mixed::default()
        },
        ..Plain::default()
    };
    let good = value.encode().into_bytes().to_vec();
    let at = good.iter().rposition(|b| *b == 1).unwrap();
    let mut bytes = good;
    bytes[at] = 2;
    assert!(
        Encoded::<Plain>::parse(bytes)
            .unwrap_err()
            .to_string()
            .starts_with("u.on: not canonical")
    );
}

#[test]
fn rows_of_one_string_take_no_bytes_and_are_verified_all_the_same() {
    let row = |text: &str| One { only: text.into() };
    let value = OnlyLists {
        more: vec![row("ü"), row(""), row("b")],
        ..OnlyLists::default()
    };
    let good = value.encode();
    assert_eq!(
        Encoded::<OnlyLists>::parse(good.bytes().clone())
            .unwrap()
            .to_message(),
        value
    );
    let mut bytes = good.into_bytes().to_vec();
    let at = bytes.len() - 3;
    assert_eq!(bytes[at..], *"üb".as_bytes());
    bytes[at + 1] = b'b';
    let error = Encoded::<OnlyLists>::parse(bytes).unwrap_err();
    assert!(
        error.to_string().starts_with("more[0].only: invalid UTF-8"),
        "{error}"
    );
}

/// The width of a list's inner ends is guessed from the last list of the type. Whatever that was, and wherever the longest
/// row stands, the bytes are the same.
#[test]
fn rows_have_one_encoding_whatever_was_encoded_before() {
    use std::collections::BTreeMap;
    use stillwire_tests::crates::v1::{Graph, Package};

    let graph = |longest: usize, at: usize| {
        let name = |i: usize| "x".repeat(if i == at { longest } else { 3 });
        let package = |i: usize| Package {
            name: name(i),
            version: "1".into(),
            ..Package::default()
        };
        Graph {
            packages: (0..5).map(package).collect(),
            ..Graph::default()
        }
    };
    let lengths = [1, 300, 70_000];
    let mut seen: BTreeMap<(usize, usize), Encoded<Graph>> = BTreeMap::new();
    for before in lengths {
        for (longest, at) in lengths
            .into_iter()
            .flat_map(|n| (0..5).map(move |at| (n, at)))
        {
            graph(before, at).encode();
            let encoded = graph(longest, at).encode();
            let parsed = Encoded::<Graph>::parse(encoded.bytes().clone()).unwrap();
            assert_eq!(
                parsed.to_message(),
                graph(longest, at),
                "{longest} at {at} after {before}"
            );
            assert_eq!(
                *seen.entry((longest, at)).or_insert_with(|| encoded.clone()),
                encoded
            );
        }
    }
}
