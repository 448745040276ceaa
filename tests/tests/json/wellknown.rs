//! Protobuf's own types have the form in JSON that protobuf gives them: another implementation reads and writes the same.

use crate::peer;
use stillwire::codec::json::{JsonErrorKind as Kind, JsonOptions, JsonStyle, JsonTypes};
use stillwire::codec::{EncodeError, Message};
use stillwire::{Encoded, Limits};
use stillwire_tests::google::protobuf::{Any, FieldMask, Value, ValueKind};
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

/// A `Holder` of an `Any` with these members.
fn any(members: &str) -> String {
    format!(r#"{{"any":{{"@type":"type.googleapis.com/{members}}}}}"#)
}

#[test]
fn any_holds_a_message_as_another_implementation_has_it() {
    for members in [
        r#"test.wellknown.v1.Holder""#,
        r#"test.wellknown.v1.Holder","small":7,"mask":"a,bC","byName":{"x":"1"}"#,
        r#"google.protobuf.Int32Value","value":12"#,
        r#"google.protobuf.Value","value":{"a":[null,1]}"#,
        r#"google.protobuf.Value","value":null"#,
        r#"google.protobuf.FieldMask","value":"a,bC""#,
        r#"google.protobuf.Timestamp","value":"2026-01-31T09:30:00.250Z""#,
        r#"google.protobuf.Timestamp","value":"1970-01-01T00:00:00Z""#,
        r#"google.protobuf.Duration","value":"-1.500s""#,
        r#"google.protobuf.Any","value":{"@type":"type.googleapis.com/google.protobuf.StringValue","value":"x"}"#,
        r#"test.wellknown.v1.Holder","any":{"@type":"a/test.wellknown.v1.Holder","text":"y"}"#,
    ] {
        let text = any(members);
        let holder = read(&text);
        assert_eq!(holder.to_json().unwrap(), text);
        peer::agrees(&holder).unwrap_or_else(|error| panic!("{text}: {error}"));
    }
    assert_eq!(read(r#"{"any":{}}"#).to_json().unwrap(), r#"{"any":{}}"#);
    let text = any(r#"google.protobuf.Empty""#);
    assert_eq!(read(&text).to_json().unwrap(), text);
}

#[test]
fn any_is_read_in_any_order_and_keeps_bytes_that_others_read() {
    let text = r#"{"any":{"small":7,"@type":"x/test.wellknown.v1.Holder"}}"#;
    let held = read(text).to_message().any.unwrap();
    assert_eq!(held.type_url, "x/test.wellknown.v1.Holder");
    let inner = Encoded::<Holder>::from_protobuf(&held.value, &Limits::default()).unwrap();
    assert_eq!(inner.view().small().unwrap().value(), 7);
    let pretty = read(text).to_json_with(&JsonStyle::PRETTY).unwrap();
    assert_eq!(read(&pretty), read(text));
}

#[test]
fn any_that_is_not_sound_is_refused_with_its_place() {
    for (members, kind, pointer) in [
        (r#"no.Such""#, Kind::Value, "/any/@type"),
        (
            r#"test.wellknown.v1.Holder","small":"x""#,
            Kind::Value,
            "/any/small",
        ),
        (
            r#"test.wellknown.v1.Holder","other":1"#,
            Kind::Unknown,
            "/any",
        ),
        (
            r#"test.wellknown.v1.Holder","@type":"y""#,
            Kind::Duplicate,
            "/any",
        ),
        (r#"google.protobuf.Int32Value""#, Kind::Missing, "/any"),
        (
            r#"google.protobuf.Int32Value","value":"x""#,
            Kind::Value,
            "/any/value",
        ),
        (
            r#"google.protobuf.Int32Value","value":1,"more":2"#,
            Kind::Unknown,
            "/any",
        ),
        (
            r#"google.protobuf.Any","value":{"@type":"x/google.protobuf.BoolValue","value":7}"#,
            Kind::Type,
            "/any/value/value",
        ),
    ] {
        let text = any(members);
        let error = Encoded::<Holder>::from_json(&text).unwrap_err();
        assert_eq!(
            (error.kind(), error.pointer()),
            (kind, pointer),
            "{text}: {error}"
        );
    }
    for (text, kind) in [
        (r#"{"any":{"small":1}}"#, Kind::Missing),
        (r#"{"any":{"@type":5}}"#, Kind::Type),
        (
            r#"{"any":{"@type":"test.wellknown.v1.Holder"}}"#,
            Kind::Value,
        ),
        (r#"{"any":"x"}"#, Kind::Type),
        (
            r#"{"any":{"@type":"x/test.wellknown.v1.Holder","small":1"#,
            Kind::Syntax,
        ),
    ] {
        let error = Encoded::<Holder>::from_json(text).unwrap_err();
        assert_eq!(error.kind(), kind, "{text}: {error}");
    }
    // How deep one lies in another is bounded, both ways.
    let nested = |n: usize| {
        let open = r#"{"@type":"x/google.protobuf.Any","value":"#.repeat(n);
        format!(r#"{{"any":{open}{{}}{}}}"#, "}".repeat(n))
    };
    assert_eq!(read(&nested(20)).to_json().unwrap(), nested(20));
    assert!(Encoded::<Holder>::from_json(nested(1000)).is_err());
    let mut held = Any::default();
    for _ in 0..100 {
        let value = held.encode().to_protobuf().unwrap().to_vec();
        let type_url = "x/google.protobuf.Any".to_owned();
        held = Any { type_url, value };
    }
    assert!(held.encode().to_json().is_err());
}

#[test]
fn any_of_a_type_that_nobody_knows_is_not_written_and_its_name_is_told() {
    let held = |type_url: &str, value: &[u8]| {
        let (type_url, value) = (type_url.to_owned(), value.to_vec());
        Any { type_url, value }.encode().to_json()
    };
    let error = held("x/acme.v1.Order", b"").unwrap_err();
    assert_eq!(
        error.to_string(),
        r#"a google.protobuf.Any holds "x/acme.v1.Order", and no message of this name is known"#
    );
    let error = held("x/google.protobuf.Int32Value", b"\x08").unwrap_err();
    assert!(matches!(error, EncodeError::Unverified(_)), "{error}");
}

#[test]
fn any_holds_types_that_the_caller_names() {
    const TYPES: JsonTypes = JsonTypes::new(&[Holder::TABLE]);
    let text = r#"{"@type":"x/test.wellknown.v1.Holder","small":7}"#;
    // The schema of `Any` itself does not know who uses it.
    assert_eq!(
        Encoded::<Any>::from_json(text).unwrap_err().pointer(),
        "/@type"
    );
    let options = JsonOptions {
        types: TYPES,
        ..JsonOptions::default()
    };
    let read = Encoded::<Any>::from_json_with(text, &options, &Limits::default()).unwrap();
    assert!(matches!(read.to_json(), Err(EncodeError::UnknownType(_))));
    let style = JsonStyle {
        types: TYPES,
        ..JsonStyle::default()
    };
    assert_eq!(read.to_json_with(&style).unwrap(), text);
}
