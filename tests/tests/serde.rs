//! With the feature `serde` a message goes through formats of others: in the form of JSON where people read it, else as the
//! bytes of its encoding.

mod common;

use common::{Make, Source};
use proptest::prelude::*;
use serde_json::Value;
use std::fmt::Debug;
use stillwire::Encoded;
use stillwire::codec::{Message, ToEncoded};
use stillwire_tests::test::every::v1::{
    Closed, Defaults, Flagged, Lists, Mapped, Maps, Nested, Newtypes, Optional, Plain, Presets,
    Record, Tree,
};

/// The same schema with serde's traits for its owned types.
#[allow(missing_docs, unreachable_pub, dead_code, clippy::pedantic)]
mod owned {
    include!(concat!(env!("OUT_DIR"), "/serde/stillwire.rs"));
}
use owned::orders::v1 as orders;

fn laws<M: Message + Make + ToEncoded<M> + Debug>(seed: u64) -> Result<(), TestCaseError>
where
    for<'a> M::View<'a>: Debug,
{
    let encoded = M::make(&mut Source::new(seed)).to_encoded().unwrap();
    let text = serde_json::to_string(&encoded).unwrap();
    prop_assert_eq!(
        serde_json::from_str::<Value>(&text).unwrap(),
        serde_json::from_str::<Value>(&encoded.to_json().unwrap()).unwrap()
    );
    prop_assert_eq!(
        &serde_json::from_str::<Encoded<M>>(&text).unwrap(),
        &encoded
    );
    let value = serde_json::to_value(&encoded).unwrap();
    prop_assert_eq!(
        &serde_json::from_value::<Encoded<M>>(value).unwrap(),
        &encoded
    );
    let bytes = postcard::to_allocvec(&encoded).unwrap();
    prop_assert_eq!(
        &postcard::from_bytes::<Encoded<M>>(&bytes).unwrap(),
        &encoded
    );
    prop_assert!(bytes.ends_with(encoded.as_bytes()));
    Ok(())
}

macro_rules! lawful {
    ($($name:ident $t:ty)*) => {
        proptest! {
            #![proptest_config(ProptestConfig::with_cases(48))]
            $(
            #[test]
            fn $name(seed: u64) {
                laws::<$t>(seed)?;
            }
        )*}
    };
}
lawful! {
    plain Plain optional Optional defaults Defaults lists Lists maps Maps tree Tree nested Nested closed Closed
    flagged Flagged presets Presets newtypes Newtypes record Record mapped Mapped
}

#[test]
fn an_owned_message_is_what_its_json_is() {
    let order = orders::Order {
        id: 7,
        symbol: "AAPL".to_owned(),
        ..orders::Order::default()
    };
    let text = serde_json::to_string(&order).unwrap();
    assert_eq!(text, order.encode().to_json().unwrap());
    assert_eq!(serde_json::from_str::<orders::Order>(&text).unwrap(), order);
    let bytes = postcard::to_allocvec(&order).unwrap();
    assert_eq!(
        postcard::from_bytes::<orders::Order>(&bytes).unwrap(),
        order
    );
}

#[test]
fn what_makes_no_message_is_refused_and_the_field_is_named() {
    let error = serde_json::from_str::<Encoded<Lists>>(r#"{"a":[1,-5]}"#).unwrap_err();
    assert!(error.to_string().contains("/a/1"), "{error}");
    assert!(serde_json::from_str::<Encoded<Lists>>(r#"{"nope":1}"#).is_err());
    assert!(serde_json::from_str::<Encoded<Lists>>("[1]").is_err());
    assert!(serde_json::from_str::<Encoded<Lists>>(r#"{"a":[1],"a":[2]}"#).is_err());
    assert!(postcard::from_bytes::<Encoded<Lists>>(&[3, 1, 2, 3]).is_err());
    let deep = format!("{}1{}", "[".repeat(100), "]".repeat(100));
    assert!(serde_json::from_str::<Encoded<Lists>>(&format!("{{\"x\":{deep}}}")).is_err());
}
