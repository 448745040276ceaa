//! What each kind of value looks like, and what else is taken for it.

use stillwire::codec::json::{JsonOptions, JsonStyle};
use stillwire::{Decimal, Encoded, Limits, Timestamp, ToEncoded};
use stillwire_tests::test::every::v1 as every;
use stillwire_tests::test::every::v1::{
    Access, Carried, Choice, Closed, Defaults, Empty, Flagged, Lists, Mapped, MappedKind, Maps,
    Nested, Optional, Plain, Presets, Tombs,
};

fn plain(text: &str) -> Plain {
    Encoded::<Plain>::from_json(text).unwrap().to_message()
}

#[test]
fn scalars_look_as_protobuf_has_them() {
    let value = Plain {
        a: true,
        b: 255,
        e: u64::MAX,
        i: i64::MIN,
        j: 0.1,
        k: f64::NEG_INFINITY,
        m: Timestamp(1_500_000_000),
        p: Decimal(-10_500),
        x: [[true, false], [false, true]],
        ..Plain::default()
    };
    let text = value.to_encoded().unwrap().to_json().unwrap();
    assert_eq!(
        text,
        "{\"a\":true,\"b\":255,\"e\":\"18446744073709551615\",\"i\":\"-9223372036854775808\",\"j\":0.1,\"k\":\"-Infinity\",\
         \"m\":\"1970-01-01T00:00:01.500Z\",\"p\":\"-1.05\",\"x\":[{\"items\":[true,false]},{\"items\":[false,true]}]}"
    );
    assert_eq!(plain(&text), value);
}

#[test]
fn numbers_are_read_in_every_notation_that_is_exact() {
    for text in [
        "7",
        "7.0",
        "70e-1",
        "0.7E+1",
        "\"7\"",
        "\"7.0\"",
        "\"7e0\"",
        "\"\\u0037\"",
    ] {
        let all = format!(
            r#"{{"b":{text},"c":{text},"d":{text},"e":{text},"f":{text},"g":{text},"h":{text},"i":{text},"j":{text},"k":{text}}}"#
        );
        let read = plain(&all);
        assert_eq!((read.b, read.c, read.d, read.e), (7, 7, 7, 7), "{text}");
        assert_eq!((read.f, read.g, read.h, read.i), (7, 7, 7, 7), "{text}");
        assert_eq!((read.j, read.k), (7.0, 7.0), "{text}");
    }
    assert!(plain(r#"{"k":"NaN"}"#).k.is_nan());
    assert_eq!(plain(r#"{"j":"-Infinity"}"#).j, f32::NEG_INFINITY);
    assert_eq!(plain(r#"{"k":-0}"#).k.to_bits(), (-0.0f64).to_bits());
    assert_eq!(plain(r#"{"k":1e-400}"#).k, 0.0);
}

#[test]
fn null_says_that_a_field_is_absent() {
    assert_eq!(
        plain(r#"{"a":null,"m":null,"s":null,"x":null}"#),
        Plain::default()
    );
    let read = Encoded::<Optional>::from_json(r#"{"a":null,"m":null,"s":null,"k":null}"#).unwrap();
    assert_eq!(read.to_message(), Optional::default());
    assert_eq!(
        Encoded::<Defaults>::from_json(r#"{"a":null,"b":null}"#)
            .unwrap()
            .to_message(),
        Defaults::default()
    );
}

#[test]
fn an_optional_value_is_there_even_where_it_is_empty() {
    let text = r#"{"a":false,"b":0,"m":"","n":"","o":{},"p":{"items":[]},"q":{"items":{}},"s":{"nothing":{}},"w":{"items":[true]}}"#;
    let read = Encoded::<Optional>::from_json(text).unwrap().to_message();
    assert_eq!((read.a, read.b), (Some(false), Some(0)));
    assert_eq!((read.m.as_deref(), read.o), (Some(""), Some(vec![])));
    assert_eq!((read.s, read.w), (Some(Choice::Nothing), Some(vec![true])));
}

#[test]
fn defaults_are_written_and_their_absence_says_them() {
    let value = Defaults::default();
    let text = value.to_encoded().unwrap().to_json().unwrap();
    assert!(
        text.starts_with(r#"{"a":true,"b":7,"c":"18446744073709551615","d":-1"#),
        "{text}"
    );
    assert_eq!(
        Encoded::<Defaults>::from_json("{}").unwrap().to_message(),
        value
    );
    let zero = Encoded::<Defaults>::from_json(r#"{"b":0,"a":false}"#).unwrap();
    assert_eq!((zero.view().b(), zero.view().a()), (0, false));
    assert!(zero.to_json().unwrap().starts_with(r#"{"a":false,"b":0,"#));
    let presets = Encoded::<Presets>::from_json(r#"{"a":"XN\u0041S","b":"AQI","g":""}"#);
    assert!(presets.is_err(), "`g` has at least one character");
    let presets = Encoded::<Presets>::from_json(r#"{"a":"XN\u0041S","b":"AQI","d":""}"#).unwrap();
    let same = Encoded::<Presets>::from_json(r#"{"d":""}"#).unwrap();
    assert_eq!(presets, same);
    assert_eq!(presets.view().d(), "");
}

#[test]
fn enums_and_flags_are_read_by_name_and_by_number() {
    for text in [
        "\"COLOUR_GREEN\"",
        "\"green\"",
        "1",
        "1.0",
        "\"COLOUR_\\u0047REEN\"",
    ] {
        let read = plain(&format!(r#"{{"q":{text}}}"#));
        assert_eq!(read.q.number(), 1, "{text}");
    }
    let unknown = Encoded::<Plain>::from_json(r#"{"q":200}"#).unwrap();
    assert_eq!(unknown.to_json().unwrap(), r#"{"q":200}"#);
    for text in [
        "3",
        "[\"read\",\"write\"]",
        "[\"both\"]",
        "[\"READ\",\"both\"]",
        "\"3\"",
    ] {
        let read = Encoded::<Flagged>::from_json(format!(r#"{{"a":{text}}}"#)).unwrap();
        assert_eq!(read.view().a(), Access::READ | Access::WRITE, "{text}");
    }
    let read = Encoded::<Flagged>::from_json(r#"{"d":[["read"],2,[]],"m":["last"]}"#).unwrap();
    assert_eq!(
        read.to_message().d,
        [Access::READ, Access::WRITE, Access::empty()]
    );
    assert!(read.to_json().unwrap().contains(r#""d":[1,2,0]"#));
    assert!(
        read.to_json()
            .unwrap()
            .contains(r#""m":"9223372036854775808""#)
    );
}

#[test]
fn bytes_are_read_in_both_alphabets_with_and_without_padding() {
    for text in ["+/8=", "-_8=", "+/8", "-_8", "+\\/8="] {
        let read = Encoded::<Optional>::from_json(format!(r#"{{"n":"{text}"}}"#)).unwrap();
        assert_eq!(read.view().n(), Some(&[0xFB, 0xFF][..]), "{text}");
        assert_eq!(read.to_json().unwrap(), r#"{"n":"+/8="}"#);
    }
}

#[test]
fn keys_are_read_as_json_and_as_the_schema_have_them_in_any_order() {
    for text in [
        r#"{"byName":{"x":{}},"value":1}"#,
        r#"{"value":1,"by_name":{"x":{}}}"#,
    ] {
        let read = Encoded::<every::Tree>::from_json(text).unwrap();
        assert_eq!(read.to_json().unwrap(), r#"{"value":1,"byName":{"x":{}}}"#);
        let style = JsonStyle {
            schema_names: true,
            ..JsonStyle::default()
        };
        assert_eq!(
            read.to_json_with(&style).unwrap(),
            r#"{"value":1,"by_name":{"x":{}}}"#
        );
    }
    // A type of many fields, from the last to the first.
    let text: Vec<String> = (0..20)
        .rev()
        .map(|i| format!(r#""s{}":"{i}""#, i * 5 + 5))
        .collect();
    let read = Encoded::<every::Hundred>::from_json(format!("{{{}}}", text.join(","))).unwrap();
    assert_eq!((read.view().s5(), read.view().s100()), ("0", "19"));
}

#[test]
fn maps_come_in_any_order_and_are_written_by_ascending_key() {
    let text = r#"{"a":{"b":"2","a":"1","\u0061b":"3"},"c":{"5":{"items":["x"]},"-1":{}},"d":{"true":false,"false":true},"f":{"300":{"number":1},"-300":{"number":"2"}}}"#;
    let read = Encoded::<Maps>::from_json(text).unwrap();
    assert_eq!(
        read.to_json().unwrap(),
        r#"{"a":{"a":"1","ab":"3","b":"2"},"c":{"-1":{},"5":{"items":["x"]}},"d":{"false":true,"true":false},"f":{"-300":{"number":"2"},"300":{"number":"1"}}}"#
    );
}

#[test]
fn lists_within_lists_are_wrapped() {
    let text = r#"{"h":[{"items":[1,2]},{}],"j":[{"items":[{"left":5}]}],"k":[{"items":{"a":1}}]}"#;
    let read = Encoded::<Lists>::from_json(text).unwrap();
    let value = read.to_message();
    assert_eq!(value.h, [vec![1, 2], vec![]]);
    assert_eq!(read.to_json().unwrap(), text);
}

#[test]
fn what_the_schema_does_not_know_is_passed_over_where_that_is_asked_for() {
    let options = JsonOptions {
        ignore_unknown_fields: true,
        ..JsonOptions::default()
    };
    let read =
        |text: &str, limits: &Limits| Encoded::<Tombs>::from_json_with(text, &options, limits);
    let text = r#"{"new":{"a":[1,{"b":null}]},"a":5,"old":7,"x":"y"}"#;
    assert_eq!(read(text, &Limits::default()).unwrap().view().a(), 5);
    let few = |unknown_fields| Limits {
        unknown_fields,
        ..Limits::default()
    };
    assert!(read(text, &few(3)).is_ok());
    let error = read(text, &few(2)).unwrap_err();
    assert!(
        error.to_string().contains("at most 2 of unknown_fields"),
        "{error}"
    );
    assert!(
        read(r#"{"new":[1,}"#, &Limits::default()).is_err(),
        "still JSON"
    );
}

#[test]
fn names_that_an_enum_does_not_have_are_passed_over_likewise() {
    let text = r#"{"q":"two","u":["one","two","eins","low"],"a":5}"#;
    assert!(Encoded::<Mapped>::from_json(text).is_err());
    let options = JsonOptions {
        ignore_unknown_fields: true,
        ..JsonOptions::default()
    };
    let read = |unknown_fields| {
        let limits = Limits {
            unknown_fields,
            ..Limits::default()
        };
        Encoded::<Mapped>::from_json_with(text, &options, &limits)
    };
    let value = read(2).unwrap().to_message();
    assert_eq!((value.a, value.q), (5, MappedKind::Zero));
    assert_eq!(value.u, [MappedKind::One, MappedKind::One, MappedKind::Low]);
    assert!(read(1).is_err());
}

#[test]
fn what_is_carried_as_bytes_is_an_object_and_verified_on_the_way_out() {
    let text = r#"{"a":{"left":6},"e":{"many":{"items":[{"right":"y"}]}},"h":1}"#;
    let read = Encoded::<Carried>::from_json(text).unwrap();
    assert_eq!(read.to_json().unwrap(), text);
}

#[test]
fn pretty_text_has_a_line_for_each_value() {
    let read = Encoded::<Nested>::from_json(r#"{"legs":[{"name":"a"},{}]}"#).unwrap();
    assert_eq!(
        read.to_json_with(&JsonStyle::PRETTY).unwrap(),
        "{\n  \"legs\": [\n    {\n      \"name\": \"a\"\n    },\n    {}\n  ],\n  \"kind\": \"KIND_RIGHT\"\n}"
    );
}

#[test]
fn zeros_are_written_where_they_are_asked_for() {
    let style = JsonStyle {
        defaults: true,
        ..JsonStyle::default()
    };
    let empty = Encoded::<Tombs>::from_json("{}").unwrap();
    assert_eq!(
        empty.to_json_with(&style).unwrap(),
        r#"{"a":0,"b":false,"c":"","d":0}"#
    );
    let empty = Encoded::<every::Tree>::from_json("{}").unwrap();
    assert_eq!(
        empty.to_json_with(&style).unwrap(),
        r#"{"value":0,"children":[],"byName":{},"name":""}"#
    );
    assert_eq!(
        Encoded::<Empty>::from_json("{}")
            .unwrap()
            .to_json_with(&style)
            .unwrap(),
        "{}"
    );
}

#[test]
fn a_closed_type_takes_what_it_has() {
    let text = r#"{"b":"DOOR_OPEN","e":{"-7":"DOOR_AJAR"},"i":{"yes":{}},"n":{"yes":"DOOR_SHUT"}}"#;
    let read = Encoded::<Closed>::from_json(text).unwrap();
    assert_eq!(read.to_json().unwrap(), text);
}

#[test]
fn members_of_a_oneof_are_those_of_its_message() {
    for (text, canonical) in [
        (r#"{"text":""}"#, r#"{"text":""}"#),
        (
            r#"{"last":1,"nothing":{},"live":true}"#,
            r#"{"nothing":{},"live":true,"last":1}"#,
        ),
        (
            r#"{"lines":{"items":["a"]},"flag":false}"#,
            r#"{"lines":{"items":["a"]},"flag":false}"#,
        ),
        (
            r#"{"secret":"x","text":null,"more":[{"level":7},{"text":"y"}]}"#,
            r#"{"secret":"x","more":[{"level":7},{"text":"y"}]}"#,
        ),
    ] {
        let read = Encoded::<every::Record>::from_json(text).unwrap();
        assert_eq!(read.to_json().unwrap(), canonical);
    }
}
