//! Protobuf's own types have the form in JSON that protobuf gives them: another implementation reads and writes the same.

use crate::peer;
use stillwire::{Encoded, Limits};
use stillwire_tests::google::protobuf::{FieldMask, Value, ValueKind};
use stillwire_tests::test::wellknown::v1::Holder;

fn read(text: &str) -> Encoded<Holder> {
    Encoded::from_json(text).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn each_has_the_form_that_another_implementation_gives_it() {
    for text in [
        "{}",
        r#"{"on":true,"small":-5,"large":"-5","count":7,"total":"7","ratio":1.5,"exact":-0.25,"text":"é","raw":"AQI="}"#,
        r#"{"on":false,"small":0,"large":"0","count":0,"total":"0","ratio":0,"exact":0,"text":"","raw":""}"#,
        r#"{"object":{},"list":[],"value":{}}"#,
        r#"{"object":{"a":null,"b":[1,"x",{"c":false}],"c":{"d":{}}},"list":[[],{},null],"value":[1.5]}"#,
        r#"{"value":null}"#,
        r#"{"value":"text"}"#,
        r#"{"value":true,"values":[null,false,1,"a",[null],{"b":null}]}"#,
        r#"{"mask":"a,fooBar.bazQux,c"}"#,
        r#"{"mask":"","masks":["aB","c,d"]}"#,
        r#"{"nothing":{}}"#,
        r#"{"byName":{"a":"1","b":"0"}}"#,
        r#"{"no":null}"#,
        r#"{"some":null}"#,
        r#"{"some":{"a":[]}}"#,
        r#"{"name":""}"#,
    ] {
        let holder = read(text);
        assert_eq!(holder.to_json().unwrap(), text);
        peer::agrees(&holder).unwrap_or_else(|error| panic!("{text}: {error}"));
    }
}

#[test]
fn numbers_that_are_not_finite_have_their_names() {
    // The peer writes `null` for them.
    let text = r#"{"ratio":"-Infinity","exact":"NaN"}"#;
    assert_eq!(read(text).to_json().unwrap(), text);
}

#[test]
fn what_they_hold_is_that_of_messages_like_any_other() {
    let holder = read(r#"{"value":"x","mask":"aB,c","small":"12"}"#).to_message();
    assert_eq!(holder.small.unwrap().value, 12);
    assert_eq!(holder.mask.unwrap().paths, ["a_b", "c"]);
    assert_eq!(
        holder.value.unwrap().kind,
        Some(ValueKind::StringValue("x".to_owned()))
    );
}

#[test]
fn what_they_cannot_be_is_refused_with_its_place() {
    for (text, pointer) in [
        (r#"{"small":"x"}"#, "/small"),
        (r#"{"text":5}"#, "/text"),
        (r#"{"object":[]}"#, "/object"),
        (r#"{"list":{}}"#, "/list"),
        (r#"{"mask":["a"]}"#, "/mask"),
        (r#"{"mask":"a,foo_bar"}"#, "/mask"),
        (r#"{"masks":["a","b_c"]}"#, "/masks/1"),
        (r#"{"byName":{"a":null}}"#, "/byName/a"),
        (r#"{"object":{"a":1,"a":2}}"#, "/object/a"),
    ] {
        let error = Encoded::<Holder>::from_json(text).unwrap_err();
        assert!(error.pointer().starts_with(pointer), "{text}: {error}");
    }
    let deep = |n: usize| format!("{{\"value\":{}{}}}", "[".repeat(n), "]".repeat(n));
    assert!(Encoded::<Holder>::from_json(deep(10)).is_ok());
    assert!(Encoded::<Holder>::from_json(deep(10_000)).is_err());
}

#[test]
fn what_json_does_not_have_is_not_written() {
    let value = |kind| Holder {
        value: Some(Value { kind: Some(kind) }),
        ..Holder::default()
    };
    let mask = |path: &str| Holder {
        mask: Some(FieldMask {
            paths: vec![path.to_owned()],
        }),
        ..Holder::default()
    };
    for holder in [
        value(ValueKind::NumberValue(f64::NAN)),
        value(ValueKind::NumberValue(f64::INFINITY)),
        mask("fooBar"),
        mask("foo__bar"),
        mask("foo_3"),
    ] {
        let encoded = holder.encode();
        assert!(encoded.to_json().is_err(), "{holder:?}");
        let form = encoded.to_protobuf().unwrap();
        assert_eq!(
            Encoded::<Holder>::from_protobuf(&form, &Limits::TRUSTED),
            Ok(encoded)
        );
    }
}
