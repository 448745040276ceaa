//! Changes that are not safe. Bytes do not say what they are, so a reader refuses what its own type cannot be, and reads
//! the rest as something else: these tests say which is which.

use std::collections::BTreeMap;
use stillwire::{Encoded, Message};
use stillwire_evolution::test::evolution::broken_v1 as it;

fn refusal<M: Message>(old: &Encoded<impl Message>) -> String {
    match Encoded::<M>::parse(old.bytes().clone()) {
        Ok(_) => "nothing is wrong".to_owned(),
        Err(error) => error.to_string(),
    }
}

fn misread<M: Message>(old: &Encoded<impl Message>) -> M {
    Encoded::parse(old.bytes().clone()).unwrap().to_message()
}

#[test]
fn a_required_field_that_is_appended_is_missing_in_old_bytes() {
    let old = it::RequiredOld {
        id: 1,
        name: "one".into(),
    }
    .encode();
    assert_eq!(
        refusal::<it::Required>(&old),
        "part: required, but absent at byte 12"
    );
    assert_eq!(
        refusal::<it::RequiredUnion>(&old),
        "one: required, but absent at byte 12"
    );
}

#[test]
fn bytes_that_become_text_are_refused_where_they_are_none() {
    let old = |raw: &[u8]| {
        it::Bytes {
            id: 1,
            raw: raw.to_vec(),
        }
        .encode()
    };
    assert_eq!(
        refusal::<it::Text>(&old(b"a\xFF")),
        "raw: invalid UTF-8 at byte 10"
    );
    assert_eq!(misread::<it::Text>(&old(b"text")).raw, "text");
}

#[test]
fn a_scalar_that_grows_is_refused_where_old_bytes_end_within_it() {
    let old = it::Narrow { id: 1, size: 2 }.encode();
    assert_eq!(
        refusal::<it::Wide>(&old),
        "not canonical: scalars do not end behind the last one that is set at byte 0"
    );
    let old = it::Wide { id: 1, size: 2 }.encode();
    // An old reader takes what lies behind its scalars for fields that it does not know.
    assert_eq!(misread::<it::Narrow>(&old), it::Narrow { id: 1, size: 2 });
}

#[test]
fn a_struct_that_changes_is_refused_where_sizes_do_not_fit() {
    let pairs = |n: u16| (0..n).map(|a| it::Pair { a, b: 7 }).collect();
    let old = it::StructOld {
        pairs: pairs(2),
        ..it::StructOld::default()
    }
    .encode();
    assert_eq!(
        refusal::<it::Struct>(&old),
        "pairs: 2 bytes follow the last element that is whole at byte 11"
    );
    let old = it::StructOld {
        one: Some(it::Pair::default()),
        ..it::StructOld::default()
    }
    .encode();
    assert_eq!(
        refusal::<it::Struct>(&old),
        "not canonical: scalars do not end behind the last one that is set at byte 0"
    );
    let old = it::StructOld {
        fixed: Some(Default::default()),
        ..it::StructOld::default()
    }
    .encode();
    assert_eq!(
        refusal::<it::Struct>(&old),
        "fixed: input ends inside a value of fixed size: 18 bytes needed, 12 there at byte 18"
    );
    // Three of the old are two of the new.
    let old = it::StructOld {
        pairs: pairs(3),
        ..it::StructOld::default()
    }
    .encode();
    assert_eq!(
        misread::<it::Struct>(&old).pairs,
        [
            it::Triple { a: 0, b: 7, c: 1 },
            it::Triple { a: 7, b: 2, c: 7 }
        ]
    );
}

#[test]
fn a_field_that_leaves_no_tombstone_is_refused_where_the_next_is_of_another_kind() {
    let part = it::Part {
        name: "part".into(),
    };
    let old = it::WholeOld {
        name: "whole".into(),
        parts: vec![part],
    }
    .encode();
    assert!(
        refusal::<it::Whole>(&old).starts_with("parts: "),
        "{}",
        refusal::<it::Whole>(&old)
    );
}

#[test]
fn fields_that_change_places_are_refused_or_read_as_each_other() {
    let old = it::OrderOld {
        a: 0x0002_0001,
        b: 0,
    }
    .encode();
    assert!(refusal::<it::Order>(&old).starts_with("not canonical: scalars do not end"));
    let old = it::OrderOld {
        a: 0x0002_0001,
        b: 3,
    }
    .encode();
    assert_eq!(
        misread::<it::Order>(&old),
        it::Order {
            b: 1,
            a: 0x0003_0002
        }
    );
}

#[test]
fn a_field_that_becomes_optional_moves_those_behind_it() {
    let old = it::PlainOld {
        name: "plain".into(),
        count: 0,
    }
    .encode();
    assert_eq!(
        refusal::<it::Plain>(&old),
        "name: not canonical: an absent value is not empty at byte 5"
    );
    let old = it::PlainOld {
        name: String::new(),
        count: 7,
    }
    .encode();
    assert!(refusal::<it::Plain>(&old).starts_with("not canonical: scalars do not end"));
}

#[test]
fn elements_of_another_type_are_refused_where_they_leave_a_rest() {
    let old = |items: &[u16]| {
        it::ListOld {
            items: items.to_vec(),
        }
        .encode()
    };
    assert_eq!(
        refusal::<it::List>(&old(&[1, 2, 3])),
        "items: 2 bytes follow the last element that is whole at byte 9"
    );
    assert_eq!(misread::<it::List>(&old(&[1, 2])).items, [0x0002_0001]);
}

#[test]
fn variants_that_change_places_are_refused_or_read_as_each_other() {
    let old = it::UnionOld {
        one: it::One::Code(0xFF),
    }
    .encode();
    assert_eq!(
        refusal::<it::Union>(&old),
        "one.text: invalid UTF-8 at byte 6"
    );
    let old = it::UnionOld {
        one: it::One::Text("four".into()),
    }
    .encode();
    assert_eq!(
        misread::<it::Union>(&old).one,
        it::Other::Code(u32::from_le_bytes(*b"four"))
    );
}

#[test]
fn keys_that_order_in_another_way_are_refused() {
    let table: BTreeMap<u16, bool> = [(1, true), (0x8000, false)].into();
    let old = it::KeysOld { table }.encode();
    assert_eq!(
        refusal::<it::Keys>(&old),
        "table.keys: not canonical: keys do not ascend at byte 11"
    );
}

#[test]
fn a_default_that_changes_gives_every_value_another_meaning() {
    let old = it::DefaultOld { size: 7 }.encode();
    assert_eq!(misread::<it::Default>(&old).size, 9);
    let old = it::DefaultOld { size: 8 }.encode();
    assert_eq!(misread::<it::Default>(&old).size, 8 ^ 7 ^ 9);
}
