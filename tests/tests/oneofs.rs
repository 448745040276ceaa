//! `oneof`s in Rust and on both wires, member by member.

use stillwire::{Encoded, Limits, Timestamp, ToEncoded};
use stillwire_tests::test::every::v1::{
    Record, RecordBody, RecordBodyInit, RecordBodyView, RecordCause, RecordCauseInit, RecordInit,
    Trace, Tree,
};
use stillwire_tests::test::oracle::v1 as oracle;

fn record(body: RecordBody) -> Record {
    Record {
        body,
        ..Record::default()
    }
}

fn of_protobuf(bytes: &[u8]) -> Result<oracle::Record, String> {
    let read = Encoded::<oracle::Record>::from_protobuf(bytes, &Limits::default());
    read.map(|read| read.to_message())
        .map_err(|error| error.to_string())
}

#[test]
fn a_member_is_a_variant_of_an_enum_and_its_view() {
    let value = Record {
        at: Timestamp(5),
        body: RecordBody::Lines(vec!["a".into(), "b".into()]),
        live: true,
        cause: Some(RecordCause::Inner(Box::new(record(RecordBody::Level(3))))),
        ..Record::default()
    };
    let encoded = value.encode();
    let view = encoded.view();
    let RecordBodyView::Lines(lines) = view.body() else {
        panic!("{view:?}");
    };
    assert_eq!(lines.iter().collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(view.body().to_message(), value.body);
    assert_eq!(encoded.to_message(), value);

    let lines = ["a", "b"];
    let inner = RecordInit {
        body: RecordBodyInit::Level(3),
        ..RecordInit::default()
    };
    let borrowed = RecordInit {
        at: Timestamp(5),
        body: RecordBodyInit::Lines(&lines),
        live: true,
        cause: Some(RecordCauseInit::Inner(&inner)),
        ..RecordInit::default()
    };
    assert_eq!(borrowed.encode(), encoded);
}

#[test]
fn a_required_oneof_is_its_first_member_by_default_and_an_optional_one_is_absent() {
    let value = Record::default();
    assert_eq!(value.body, RecordBody::Text(String::new()));
    assert_eq!(value.cause, None);
    let error = Encoded::<Record>::parse(vec![0; 4]).unwrap_err();
    assert_eq!(error.to_string(), "body: required, but absent at byte 4");
}

#[test]
fn the_payload_of_a_member_is_changed_in_place() {
    let mut bytes = Record {
        cause: Some(RecordCause::Id(Trace(stillwire::Uuid([1; 16])))),
        ..record(RecordBody::Level(7))
    }
    .encode();
    bytes
        .patch(|mut record| {
            let mut body = record.body_mut();
            assert!(body.pair_mut().is_none());
            body.level_mut().unwrap().set(9)?;
            Ok(())
        })
        .unwrap();
    assert_eq!(bytes.to_message().body, RecordBody::Level(9));
}

#[test]
fn a_condition_of_a_member_is_one_of_the_message() {
    assert!(record(RecordBody::Level(199)).to_encoded().is_ok());
    let error = record(RecordBody::Level(200)).to_encoded().unwrap_err();
    assert!(
        error.to_string().contains("body.level: 200, where < 200"),
        "{error}"
    );
}

#[test]
fn a_sensitive_member_is_kept_out_of_debug_and_of_errors() {
    let value = record(RecordBody::Secret("hunter2".into()));
    let encoded = value.encode();
    for said in [format!("{value:?}"), format!("{:?}", encoded.view())] {
        assert!(said.contains("Secret([redacted])"), "{said}");
    }
    let error = record(RecordBody::Secret("s".repeat(17)))
        .to_encoded()
        .unwrap_err();
    assert!(
        error
            .to_string()
            .contains("body.secret: [redacted], where len <= 16"),
        "{error}"
    );
    let error = of_protobuf(b"\x4a\x04abcd").unwrap_err();
    assert!(
        error.starts_with("body.secret: [redacted], where len <= 3"),
        "{error}"
    );
}

#[test]
fn of_the_members_that_protobuf_brings_the_last_one_counts() {
    // @2 text "a", @3 number 1 (zigzag 2), @4 size 9, @2 text "b"
    let body = of_protobuf(b"\x12\x01a\x18\x02\x20\x09\x12\x01b").unwrap();
    assert_eq!(body.body, oracle::RecordBody::Text("b".into()));
    assert_eq!(body.size, Some(9));
    let body = of_protobuf(b"\x12\x01a\x20\x09\x18\x02").unwrap();
    assert_eq!(body.body, oracle::RecordBody::Number(1));
    // A member without payload is an empty message, of which nothing is wanted.
    let body = of_protobuf(b"\x18\x02\x3a\x02\x08\x01").unwrap();
    assert_eq!(body.body, oracle::RecordBody::Nothing);
}

#[test]
fn a_member_that_is_a_message_is_merged_until_another_member_comes() {
    // @6 leaf: quantity 1, then name "x" alone.
    let both = of_protobuf(b"\x32\x02\x08\x01\x32\x03\x12\x01x").unwrap();
    let leaf = oracle::Leaf {
        quantity: 1,
        name: "x".into(),
    };
    assert_eq!(both.body, oracle::RecordBody::Leaf(leaf));
    // A number in between makes what came before void: the quantity is not there any more.
    let error = of_protobuf(b"\x32\x02\x08\x01\x18\x02\x32\x03\x12\x01x").unwrap_err();
    assert!(
        error.starts_with("body.leaf.quantity: 0, where nonzero is required"),
        "{error}"
    );
}

#[test]
fn a_member_of_another_wire_type_and_a_removed_one_are_unknown_fields() {
    // @2 as a number, then @3 as text: neither is the member.
    let good = of_protobuf(b"\x12\x01a\x10\x05\x1a\x01b").unwrap();
    assert_eq!(good.body, oracle::RecordBody::Text("a".into()));
    let error = of_protobuf(b"\x10\x05").unwrap_err();
    assert_eq!(error, "body: required, but absent at byte 0");
    // @12 was removed from `cause`.
    let good = of_protobuf(b"\x12\x01a\x62\x01b").unwrap();
    assert_eq!(good.cause, None);
    // They count as such.
    let limits = Limits {
        unknown_fields: 1,
        ..Limits::default()
    };
    let read = |bytes: &[u8]| Encoded::<oracle::Record>::from_protobuf(bytes, &limits);
    assert!(read(b"\x12\x01a\x10\x05").is_ok());
    assert!(read(b"\x12\x01a\x10\x05\x10\x05").is_err());
}

#[test]
fn tags_that_are_longer_than_they_need_be_are_the_same_members() {
    for tag in [
        &b"\x12"[..],
        b"\x92\x00",
        b"\x92\x80\x80\x00",
        b"\x92\x80\x80\x80\x80\x80\x80\x80\x80\x00",
    ] {
        for before in [&b""[..], b"\x12\x02\x80\x80", b"\x12\x02\x92\x92"] {
            // What stands before it ends in bytes that could belong to a tag. It is void, so it need not be text.
            let bytes = [before, tag, b"\x01z"].concat();
            assert_eq!(
                of_protobuf(&bytes).unwrap().body,
                oracle::RecordBody::Text("z".into())
            );
        }
    }
}

#[test]
fn what_is_wrong_within_a_member_is_told_with_its_way_and_place() {
    for (bytes, said) in [
        (
            &b"\x12\x05ab"[..],
            "body: input ends inside a length-delimited field",
        ),
        (b"\x12\x02a\xff", "body.text: invalid UTF-8 at byte 3"),
        (b"\x12\x05abcde", "body.text: len 5, where len <= 4"),
        (b"\x12\x01a\x2a\x00", "cause.inner.body: required"),
        (b"\x12\x01a\x50\x04", "cause.door: 4 is no value of"),
    ] {
        let error = of_protobuf(bytes).unwrap_err();
        assert!(error.starts_with(said), "{error} instead of {said}");
    }
}

#[test]
fn a_member_is_deeper_by_its_oneof_and_by_itself_and_protobuf_has_one_level_less() {
    let chain = |levels: usize| {
        (0..levels).fold(Record::default(), |inner, _| Record {
            cause: Some(RecordCause::Inner(Box::new(inner))),
            ..Record::default()
        })
    };
    // Each level is a union and a message, and the last one's body a union.
    assert!(chain(31).to_encoded().is_ok());
    assert!(chain(32).to_encoded().is_err());
    let form = chain(31).encode().to_protobuf().unwrap();
    let limits = |protobuf_depth, depth| Limits {
        protobuf_depth,
        depth,
        ..Limits::default()
    };
    let read = |limits| Encoded::<Record>::from_protobuf(&form, &limits);
    assert!(read(limits(31, 63)).is_ok());
    assert!(read(limits(30, 63)).is_err());
    assert!(read(limits(31, 62)).is_err());
}

#[test]
fn a_tree_that_is_carried_in_a_member_is_verified_when_asked_for() {
    let tree = Tree {
        name: "t".into(),
        ..Tree::default()
    };
    let value = Record {
        cause: Some(RecordCause::Carried(tree.encode().into())),
        ..Record::default()
    };
    let read = Encoded::<Record>::parse(value.encode().into_bytes()).unwrap();
    let Some(RecordCause::Carried(carried)) = read.to_message().cause else {
        panic!("{read:?}");
    };
    assert_eq!(carried.parse().unwrap().to_message(), tree);
}
