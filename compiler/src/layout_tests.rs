use super::*;
use crate::model::{TypeId, Value};
use crate::span::FileId;
use proptest::prelude::*;

fn field(ty: Type, optional: bool) -> Field {
    Field {
        ordinal: 1,
        name: "f".to_owned(),
        docs: Vec::new(),
        deprecated: None,
        since: None,
        ty,
        optional,
        default: None,
        rules: Vec::new(),
        sensitive: false,
        proto: crate::model::Mapping::new(),
        reserved: false,
        later: Vec::new(),
        span: Span {
            file: FileId(0),
            start: 0,
            end: 0,
        },
    }
}

fn place(fields: Vec<Field>) -> Result<Layout, Box<Diagnostic>> {
    layout(&Model::default(), &Message { fields })
}

fn places(fields: Vec<(Type, bool)>) -> Layout {
    place(
        fields
            .into_iter()
            .map(|(ty, optional)| field(ty, optional))
            .collect(),
    )
    .unwrap()
}

const fn bit(byte: u16, shift: u8) -> Bit {
    Bit { byte, shift }
}

#[test]
fn scalars_follow_each_other_and_flags_share_bytes() {
    let layout = places(vec![
        (Type::U64, false),
        (Type::Bool, false),
        (Type::U8, false),
        (Type::String, false),
        (Type::String, true),
        (Type::U32, true),
        (Type::Uuid, true),
        (Type::Bool, true),
    ]);
    assert_eq!(
        layout.places,
        [
            (Place::Scalar { at: 0, len: 8 }, Presence::Always),
            (Place::Bit(bit(8, 0)), Presence::Always),
            (Place::Scalar { at: 9, len: 1 }, Presence::Always),
            (Place::Slot(0), Presence::Always),
            (Place::Slot(1), Presence::Bit(bit(8, 1))),
            (Place::Scalar { at: 10, len: 4 }, Presence::Bit(bit(8, 2))),
            (Place::Slot(2), Presence::Range),
            (Place::Bit(bit(8, 4)), Presence::Bit(bit(8, 3))),
        ]
    );
    assert_eq!((layout.scalars, layout.slots), (14, 3));
}

#[test]
fn a_full_byte_of_flags_opens_another_at_the_current_offset() {
    let mut fields = vec![(Type::Bool, false); 8];
    fields.extend([(Type::U16, false), (Type::U32, true)]);
    let layout = places(fields);
    assert_eq!(layout.places[7].0, Place::Bit(bit(0, 7)));
    assert_eq!(
        layout.places[9],
        (Place::Scalar { at: 4, len: 4 }, Presence::Bit(bit(3, 0)))
    );
}

#[test]
fn scalars_fit_up_to_65535_bytes_and_not_one_more() {
    let array = |n| Type::Array(Box::new(Type::U8), n);
    assert_eq!(
        places(vec![(array(65_534), false), (Type::U8, false)]).scalars,
        65_535
    );
    let error = place(vec![field(array(65_535), false), field(Type::Bool, false)]).unwrap_err();
    assert_eq!(error.code, Code::TooLarge);
}

#[test]
fn slots_fit_up_to_16383_and_not_one_more() {
    let mut fields = vec![field(Type::String, false); 16_383];
    assert_eq!(place(fields.clone()).unwrap().slots, 16_383);
    fields.push(field(Type::String, false));
    assert_eq!(place(fields).unwrap_err().code, Code::TooLarge);
}

#[test]
fn text_with_a_default_lies_as_optional_text_does() {
    let flag = || field(Type::Bool, false);
    for (ty, default) in [
        (Type::String, Value::String("x".into())),
        (Type::Bytes, Value::Bytes(vec![0])),
    ] {
        let defaulted = Field {
            default: Some(default),
            ..field(ty.clone(), false)
        };
        let optional = place(vec![flag(), field(ty, true), flag()]);
        assert_eq!(place(vec![flag(), defaulted, flag()]), optional);
        assert!(optional.is_ok());
    }
}

fn any_field() -> impl Strategy<Value = Field> {
    let ty = prop_oneof![
        Just(Type::Bool),
        Just(Type::U8),
        Just(Type::U16),
        Just(Type::F32),
        Just(Type::I64),
        Just(Type::Uuid),
        Just(Type::String),
        Just(Type::List(Box::new(Type::Bytes))),
        Just(Type::Encoded(TypeId(0))),
        (1u32..40).prop_map(|n| Type::Array(Box::new(Type::U8), n)),
    ];
    (ty, any::<bool>(), any::<bool>()).prop_map(|(ty, optional, reserved)| Field {
        reserved,
        later: Vec::new(),
        ..field(ty, optional)
    })
}

proptest! {
    #[test]
    fn appending_a_field_moves_no_other(fields in prop::collection::vec(any_field(), 1..60)) {
        let whole = place(fields.clone()).unwrap();
        let before = place(fields[..fields.len() - 1].to_vec()).unwrap();
        prop_assert_eq!(&whole.places[..fields.len() - 1], &before.places[..]);
        prop_assert_eq!(&whole.units[..before.units.len()], &before.units[..]);
    }

    #[test]
    fn no_two_values_share_a_bit(fields in prop::collection::vec(any_field(), 1..60)) {
        let layout = place(fields).unwrap();
        let mut used = vec![0u8; usize::from(layout.scalars)];
        let mut take = |byte: usize, mask: u8| {
            let free = used[byte] & mask == 0;
            used[byte] |= mask;
            free
        };
        let mut slots = 0;
        for (place, presence) in &layout.places {
            if let Presence::Bit(bit) = presence {
                prop_assert!(take(usize::from(bit.byte), bit.mask()));
            }
            match place {
                Place::Bit(bit) => prop_assert!(take(usize::from(bit.byte), bit.mask())),
                Place::Scalar { at, len } => {
                    for byte in *at..at + len {
                        prop_assert!(take(usize::from(byte), 0xFF));
                    }
                }
                Place::Slot(index) => {
                    prop_assert_eq!(*index, slots);
                    slots += 1;
                }
            }
        }
        prop_assert_eq!(layout.slots, slots);
        // Units cover the scalars without a gap.
        let mut at = 0;
        for unit in &layout.units {
            prop_assert_eq!(unit.start, at);
            at = unit.end;
        }
        prop_assert_eq!(at, layout.scalars);
    }
}

/// The places of the fields of message `M`, by ordinal.
fn places_of(members: &str) -> Vec<(u32, (Place, Presence))> {
    let text = format!("package a.v1; message M {{ {members} }}");
    let checked = crate::check_source("test.still", &text).unwrap_or_else(|e| panic!("{e}"));
    let body = checked.model.types.iter().find_map(|def| match &def.body {
        TypeBody::Message(body) => Some(body),
        _ => None,
    });
    let body = body.unwrap();
    let places = layout(&checked.model, body).unwrap().places;
    body.fields.iter().map(|f| f.ordinal).zip(places).collect()
}

#[test]
fn a_oneof_is_a_slot_at_its_first_ordinal_and_what_is_added_or_removed_moves_nothing() {
    let before = places_of(
        "@1 a: string; oneof b { @4 x: u8; @2 y: string; } @3 c: bool; oneof d? { @5 z: u64; } @6 e: bytes;",
    );
    let at = |ordinal, place, presence| (ordinal, (place, presence));
    let bit = Bit { byte: 0, shift: 0 };
    assert_eq!(
        before,
        [
            at(1, Place::Slot(0), Presence::Always),
            at(2, Place::Slot(1), Presence::Required),
            at(3, Place::Bit(bit), Presence::Always),
            at(5, Place::Slot(2), Presence::Range),
            at(6, Place::Slot(3), Presence::Always),
        ]
    );
    let added = places_of(
        "@1 a: string; oneof b { @4 x: u8; @2 y: string; @7 w: list<u8>; } @3 c: bool;
         oneof d? { @5 z: u64; @8 v; } @6 e: bytes; @9 f: string;",
    );
    assert_eq!(added[..5], before[..]);
    assert_eq!(added[5], at(9, Place::Slot(4), Presence::Always));
    let removed = places_of(
        "@1 a: string; oneof b { @4 reserved; @2 reserved \"y\"; } @3 c: bool; oneof d? { @5 z: u64; } @6 e: bytes;",
    );
    let places = |all: &[(u32, (Place, Presence))]| -> Vec<(u32, Place)> {
        all.iter().map(|(n, (place, _))| (*n, *place)).collect()
    };
    assert_eq!(places(&removed), places(&before));
}
