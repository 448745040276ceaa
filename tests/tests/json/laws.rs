//! What is written is read as the same bytes, whatever the style.

use crate::common::{Make, Source};
use crate::peer;
use proptest::prelude::*;
use std::fmt::Debug;
use stillwire::codec::json::JsonStyle;
use stillwire::codec::{Message, ToEncoded};
use stillwire::{Encoded, Limits};
use stillwire_tests::test::every::v1::{
    Around, Bits, Carried, Closed, Defaults, Empty, Flagged, Hundred, Lists, Many, Mapped, Maps,
    Names, Negated, Nested, Newtypes, OnlyLists, Optional, Plain, Preset, Presets, Record, Ruled,
    Tag, Tombs, Tree, Unset,
};

/// The usual style, and two of the others.
fn styles(seed: u64) -> impl Iterator<Item = JsonStyle> {
    [0, seed, seed >> 4].into_iter().map(|bits| JsonStyle {
        pretty: bits & 1 != 0,
        defaults: bits & 2 != 0,
        enum_numbers: bits & 4 != 0,
        schema_names: bits & 8 != 0,
        ..JsonStyle::default()
    })
}

fn laws<M: Message + Make + ToEncoded<M> + Debug>(seed: u64) -> Result<(), TestCaseError>
where
    for<'a> M::View<'a>: Debug,
{
    let value = M::make(&mut Source::new(seed));
    let encoded = value.to_encoded().unwrap();
    for style in styles(seed) {
        let text = encoded.to_json_with(&style).unwrap();
        let back = Encoded::<M>::from_json_with(&text, &Default::default(), &Limits::TRUSTED);
        match back {
            Ok(back) => prop_assert_eq!(&back, &encoded, "{}", text),
            Err(error) => return Err(TestCaseError::fail(format!("{error} in {text}"))),
        }
        let compact = serde_json::from_str::<serde_json::Value>(&text);
        prop_assert!(compact.is_ok(), "{:?} in {}", compact, text);
        prop_assert_eq!(text.contains('\n'), style.pretty && text != "{}");
    }
    let text = encoded.to_json().unwrap();
    let mut out = b"before".to_vec();
    encoded.put_json(&JsonStyle::default(), &mut out).unwrap();
    prop_assert_eq!(&out, &[b"before", text.as_bytes()].concat());
    let mut out = Vec::new();
    encoded.write_json(&JsonStyle::default(), &mut out).unwrap();
    prop_assert_eq!(out, text.as_bytes());
    let mut out = bytes::BytesMut::new();
    encoded
        .append_json(&JsonStyle::default(), &mut out)
        .unwrap();
    prop_assert_eq!(&out, text.as_bytes());
    peer::agrees(&encoded)
}

/// Text with some harm done to it is refused, or is another text of a message.
fn damage<M: Message + Make + ToEncoded<M> + Debug>(
    seed: u64,
    harm: u64,
) -> Result<(), TestCaseError>
where
    for<'a> M::View<'a>: Debug,
{
    let encoded = M::make(&mut Source::new(seed)).to_encoded().unwrap();
    let mut text = encoded.to_json().unwrap().into_bytes();
    let mut source = Source::new(harm);
    for _ in 0..=source.below(2) {
        let at = usize::try_from(source.below(text.len() as u64)).unwrap();
        match source.below(6) {
            0 => text.truncate(at.max(1)),
            1 => text.insert(at, u8::make(&mut source)),
            2 => text[at] = u8::make(&mut source),
            3 => text.insert(
                at,
                b"{}[]:,\"\\0 n"[usize::try_from(source.below(11)).unwrap()],
            ),
            _ => text[at] ^= 1 << source.below(8),
        }
    }
    match Encoded::<M>::from_json_with(&text, &Default::default(), &Limits::TRUSTED) {
        Err(error) => {
            prop_assert!(error.offset() <= text.len());
            prop_assert!(error.line() >= 1 && error.column() >= 1);
        }
        Ok(read) => {
            let again = Encoded::<M>::from_json_with(
                read.to_json().unwrap(),
                &Default::default(),
                &Limits::TRUSTED,
            );
            prop_assert_eq!(again, Ok(read));
        }
    }
    Ok(())
}

macro_rules! laws {
    ($($name:ident $t:ident)*) => {$(
        mod $name {
            use super::*;
            proptest! {
                #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]
                #[test]
                fn json_comes_back_in_every_style_and_agrees_with_the_peer(seed: u64) {
                    laws::<$t>(seed)?;
                }

                #[test]
                fn damaged_text_is_refused_or_another_message(seed: u64, harm: u64) {
                    damage::<$t>(seed, harm)?;
                }
            }
        }
    )*};
}
laws! {
    plain Plain optional Optional defaults Defaults lists Lists maps Maps tree Tree negated Negated tombs Tombs
    names Names nested Nested empty Empty only_lists OnlyLists many Many hundred Hundred bits Bits mapped Mapped ruled Ruled tag Tag
    around Around closed Closed flagged Flagged carried Carried presets Presets preset Preset unset Unset
    newtypes Newtypes record Record
}
