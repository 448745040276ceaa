//! Both directions of each safe change, in each place: new readers of old bytes, old readers of new ones, and old relays.

mod pair;
#[path = "../../../tests/common/source.rs"]
mod source;

use pair::Pair;
use proptest::prelude::*;
use source::{Make, Source};
use std::fmt::Debug;
use stillwire::codec::protobuf;
use stillwire::{Encoded, Limits, Message, ToEncoded};
use stillwire_evolution::test::evolution::{v1, v2};

fn read<M: Message>(bytes: &Encoded<impl Message>) -> Result<Encoded<M>, TestCaseError> {
    let limits = Limits {
        message_bytes: 1 << 24,
        ..Limits::default()
    };
    let read = Encoded::<M>::parse_with(bytes.bytes().clone(), &limits)
        .map_err(|error| TestCaseError::fail(error.to_string()))?;
    let (schema, index) = M::TABLE.get();
    prop_assert_eq!(
        read.to_protobuf(),
        protobuf::encode(schema, index, bytes.as_bytes()),
        "what the plan writes of another version's bytes is what the table says"
    );
    Ok(read)
}

/// Old bytes mean the same to a new reader, and the rest is at its default.
fn a_new_reader_takes_defaults<New>(seed: u64) -> Result<(), TestCaseError>
where
    New: Message + ToEncoded<New> + Pair<Old: Message + ToEncoded<New::Old> + Make + Debug> + Debug,
{
    let old = New::Old::make(&mut Source::new(seed));
    let bytes = old.to_encoded().unwrap();
    let new = read::<New>(&bytes)?.to_message();
    prop_assert!(new.agrees(&old), "{old:?} became {new:?}");
    prop_assert!(new.is_fresh(), "{old:?} became {new:?}");
    if new.is_bare(&old) {
        let again = new.to_encoded().unwrap();
        prop_assert_eq!(
            again.as_bytes(),
            bytes.as_bytes(),
            "one value has one encoding, whichever version wrote it"
        );
    }
    Ok(())
}

/// New bytes mean the same to an old reader, as far as it knows; it passes on all of them, and what it writes anew keeps
/// numbers and variants that it does not know.
fn an_old_reader_loses_nothing<New>(seed: u64) -> Result<(), TestCaseError>
where
    New: Message
        + ToEncoded<New>
        + Pair<Old: Message + ToEncoded<New::Old> + Debug>
        + Make
        + PartialEq
        + Debug,
    for<'a> <New::Old as Message>::View<'a>: ToEncoded<New::Old>,
{
    let new = New::make(&mut Source::new(seed));
    let bytes = new.to_encoded().unwrap();
    let parsed = read::<New::Old>(&bytes)?;
    let old = parsed.to_message();
    prop_assert!(new.agrees(&old), "{new:?} became {old:?}");
    prop_assert!(new.is_bare(&old), "{new:?} became {old:?}");

    let written = read::<New>(&old.to_encoded().unwrap())?.to_message();
    prop_assert!(
        written.keeps(&new) && written.is_fresh(),
        "{new:?} was written as {written:?}"
    );

    let relayed = read::<New>(&parsed.view().to_encoded().unwrap())?.to_message();
    prop_assert!(relayed.keeps(&new), "{new:?} was relayed as {relayed:?}");

    let passed = read::<New>(&parsed)?;
    prop_assert_eq!(passed.as_bytes(), bytes.as_bytes());
    prop_assert_eq!(passed.to_message(), new);
    Ok(())
}

macro_rules! evolve {
    ($($name:ident $t:ident)*) => {$(
        mod $name {
            use super::*;
            proptest! {
                #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]
                #[test]
                fn a_new_reader_takes_defaults_for_what_old_bytes_lack(seed: u64) {
                    a_new_reader_takes_defaults::<v2::$t>(seed)?;
                }

                #[test]
                fn an_old_reader_ignores_what_it_does_not_know_and_passes_it_on(seed: u64) {
                    an_old_reader_loses_nothing::<v2::$t>(seed)?;
                }
            }
        }
    )*};
}
evolve! {
    append_scalars AppendScalars append_scalar AppendScalar append_to_nothing AppendToNothing flag_in_open_byte
    FlagInOpenByte flag_opens_byte FlagOpensByte first_flag FirstFlag small_optional SmallOptional
    small_optional_opens_byte SmallOptionalOpensByte large_optional LargeOptional text Text first_slot FirstSlot
    raw Raw numbers Numbers texts Texts parts Parts table Table message Message choice Choice flagged Flagged
    defaults Defaults drop_scalar DropScalar drop_last_scalar DropLastScalar drop_bool DropBool drop_optional
    DropOptional drop_text DropText drop_flagged DropFlagged drop_parts DropParts drop_message DropMessage
    drop_and_append DropAndAppend enum_grows EnumGrows union_grows UnionGrows oneof_grows OneofGrows flags_grow FlagsGrow subs Subs optionals Optionals rows
    Rows maps Maps payloads Payloads deep Deep
}

/// A sub-message that an old relay takes out of a new message is all of it.
macro_rules! detached {
    ($whole:ident $new:ident $($t:ident $field:ident)*) => {$(
        let part = Encoded::<v1::$t>::detach(&$whole, $whole.view().$field()).unwrap();
        let expected = $new.$field.encode();
        prop_assert_eq!(part.as_bytes(), expected.as_bytes(), "{}", stringify!($field));
    )*};
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn a_part_that_an_old_relay_detaches_is_whole(seed: u64) {
        let new = v2::Subs::make(&mut Source::new(seed));
        let whole = read::<v1::Subs>(&new.to_encoded().unwrap())?;
        detached! { whole new
            AppendScalars append_scalars AppendScalar append_scalar AppendToNothing append_to_nothing
            FlagInOpenByte flag_in_open_byte FlagOpensByte flag_opens_byte FirstFlag first_flag
            SmallOptional small_optional SmallOptionalOpensByte small_optional_opens_byte LargeOptional
            large_optional Text text FirstSlot first_slot Raw raw Numbers numbers Texts texts Parts parts
            Table table Message message Choice choice Flagged flagged Defaults defaults DropScalar
            drop_scalar DropLastScalar drop_last_scalar DropBool drop_bool DropOptional drop_optional
            DropText drop_text DropFlagged drop_flagged DropParts drop_parts DropMessage drop_message
            DropAndAppend drop_and_append EnumGrows enum_grows UnionGrows union_grows FlagsGrow flags_grow
        }
    }
}

#[test]
fn a_view_written_anew_says_nothing_of_fields_that_stay_behind() {
    let new = v2::Flagged {
        id: 7,
        note: Some("noted".into()),
        numbers: Some(Vec::new()),
        ..v2::Flagged::default()
    };
    let parsed = Encoded::<v1::Flagged>::parse(new.encode().into_bytes()).unwrap();
    // The presence bits of `note` and `numbers` lie in a byte of flags that the old schema has.
    let relayed = parsed.view().to_encoded().unwrap();
    let expected = v2::Flagged {
        id: 7,
        ..v2::Flagged::default()
    };
    assert_eq!(
        Encoded::<v2::Flagged>::parse(relayed.into_bytes())
            .unwrap()
            .to_message(),
        expected
    );

    // Rows are self-contained: they bring what only the new schema knows.
    let rows = v2::Rows {
        flagged: vec![new],
        ..v2::Rows::default()
    };
    let parsed = Encoded::<v1::Rows>::parse(rows.encode().into_bytes()).unwrap();
    let relayed = parsed.view().to_encoded().unwrap();
    assert_eq!(
        Encoded::<v2::Rows>::parse(relayed.into_bytes())
            .unwrap()
            .to_message(),
        rows
    );
}

#[test]
fn a_row_is_detached_as_what_the_reader_knows_of_it() {
    let part = v2::Part {
        name: "a".into(),
        size: 1,
        colour: 9,
        alias: Some("b".into()),
    };
    let new = v2::Parts {
        parts: vec![part],
        ..v2::Parts::default()
    };
    let rows = v2::Rows {
        parts: vec![new],
        ..v2::Rows::default()
    };
    let whole = Encoded::<v1::Rows>::parse(rows.encode().into_bytes()).unwrap();
    let row = whole.view().parts().get(0).unwrap();
    let part = Encoded::<v1::Parts>::detach(&whole, row).unwrap();
    assert_eq!(part, v1::Parts::default().encode());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn an_old_relay_hands_on_what_new_messages_carry_byte_for_byte(seed: u64) {
        let mut source = Source::new(seed);
        let carrier = v2::Carrier {
            parts: Make::make(&mut source),
            deep: Make::make(&mut source),
            note: Make::make(&mut source),
        };
        let whole = read::<v1::Carrier>(&carrier.to_encoded().unwrap())?;

        // One by one, in another order, into a message of its own.
        let mut parts: Vec<_> = whole.view().parts().iter().collect();
        parts.reverse();
        let borrowed = v1::CarrierInit {
            parts: &parts,
            deep: whole.view().deep(),
        };
        let owned = v1::Carrier {
            parts: parts.iter().map(|part| part.share(&whole)).collect(),
            deep: whole.to_message().deep,
        };
        prop_assert_eq!(&borrowed.encode(), &owned.encode());
        let mut arrived = read::<v2::Carrier>(&borrowed.encode())?.to_message();
        arrived.parts.reverse();
        prop_assert_eq!(&arrived.parts, &carrier.parts);
        prop_assert_eq!(&arrived.deep, &carrier.deep);
        for (part, sent) in arrived.parts.iter().zip(&carrier.parts) {
            prop_assert_eq!(part.as_bytes(), sent.as_bytes());
            prop_assert!(part.parse().is_ok());
        }

        // What it looks at on the way, it sees as far as it knows; and may take out whole.
        for (part, sent) in whole.view().parts().iter().zip(&carrier.parts) {
            let known = part.verify().unwrap().to_message();
            prop_assert!(sent.parse().unwrap().to_message().agrees(&known));
            let detached = part.detach(&whole).unwrap();
            prop_assert_eq!(detached.as_bytes(), sent.as_bytes());
        }
    }
}
