//! Descriptors from those who mean harm: each is refused, or is a pool whose walks end.

use proptest::prelude::*;
use std::sync::OnceLock;
use stillwire_codec::{Encoded, Limits, ToEncoded};
use stillwire_compiler::Builder;
use stillwire_descriptor::dynamic::{Arena, Pool, PoolError};
use stillwire_descriptor::v1::{
    ArrayType, Bit, Body, EnumDef, Field, Int, Later, ListType, MapType, MessageDef, Place,
    Presence, StructDef, StructField, Type, TypeDef, UnionDef, Value, Variant, Whole,
};
use stillwire_descriptor::{Descriptor, describe};

fn named(name: &str, body: Body) -> TypeDef {
    TypeDef {
        name: name.to_owned(),
        body,
        ..TypeDef::default()
    }
}

fn field(ty: Type, place: Place, presence: Presence) -> Field {
    Field {
        ordinal: 1,
        name: "it".to_owned(),
        ty,
        place,
        presence,
        ..Field::default()
    }
}

fn message(scalars: u16, slots: u16, fields: Vec<Field>) -> Body {
    Body::Message(MessageDef {
        scalars,
        slots,
        fields,
    })
}

fn slot(ty: Type) -> Body {
    message(0, 1, vec![field(ty, Place::Slot(0), Presence::Always)])
}

fn structure(size: u32, ty: Type) -> Body {
    let field = StructField {
        name: "it".to_owned(),
        ty,
        ..StructField::default()
    };
    Body::Struct(StructDef {
        size,
        fields: vec![field],
    })
}

fn list(of: Type) -> Type {
    Type::List(Box::new(ListType { of }))
}

fn array(of: Type, count: u32) -> Type {
    Type::Array(Box::new(ArrayType { of, count }))
}

/// Why there is no pool of these types, or that there is one.
fn refusal(types: Vec<TypeDef>) -> Result<(), String> {
    let descriptor = Descriptor {
        types,
        ..Descriptor::default()
    };
    let limits = Limits {
        depth: 256,
        ..Limits::default()
    };
    let bytes = descriptor.to_encoded().unwrap().into_bytes();
    let descriptor = Encoded::parse_with(bytes, &limits).unwrap();
    let arena = Arena::new();
    let pool = Pool::of(&arena, descriptor).map_err(|error| error.to_string());
    pool.map(drop)
}

fn one(body: Body) -> Result<(), String> {
    refusal(vec![named("T", body)])
}

#[test]
fn indices_lead_to_types() {
    let missing = "the type T: it refers to a type that is not there";
    for id in [1, u32::MAX] {
        assert_eq!(one(slot(list(Type::Named(id)))), Err(missing.to_owned()));
    }
    let carried = one(slot(list(Type::Encoded(9))));
    assert_eq!(
        carried,
        Err("the type T: only messages are carried as bytes".to_owned())
    );
    assert_eq!(one(slot(list(Type::Named(0)))), Ok(()));
}

#[test]
fn what_contains_itself_is_refused_where_it_would_have_no_end() {
    let circle = one(structure(8, Type::Named(0)));
    assert_eq!(
        circle,
        Err("the type T: a struct that contains itself".to_owned())
    );
    let newtype = one(Body::Newtype(Type::Named(0)));
    assert_eq!(newtype, Ok(()), "nobody asks for it");
    let used = refusal(vec![
        named("N", Body::Newtype(Type::Named(0))),
        named("T", slot(list(Type::Named(0)))),
    ]);
    assert_eq!(used, Err("the type T: newtypes without an end".to_owned()));
}

#[test]
fn structs_nest_64_deep_and_no_deeper() {
    let chain = |depth: u32| {
        let mut types: Vec<TypeDef> = (1..depth)
            .map(|next| named(&format!("S{next}"), structure(1, Type::Named(next))))
            .collect();
        types.push(named("Last", structure(1, Type::Bool)));
        refusal(types)
    };
    assert_eq!(chain(64), Ok(()));
    assert!(
        chain(65)
            .unwrap_err()
            .ends_with("structs within structs, too deep")
    );
}

#[test]
fn structs_whose_depth_is_known_already_count_as_well() {
    let mut types = vec![named("Last", structure(1, Type::Bool))];
    types.extend(
        (0..64).map(|before| named(&format!("S{before}"), structure(1, Type::Named(before)))),
    );
    let last = types.pop();
    assert_eq!(refusal(types.clone()), Ok(()));
    types.extend(last);
    assert!(
        refusal(types)
            .unwrap_err()
            .ends_with("structs within structs, too deep")
    );
}

#[test]
fn types_have_32_levels_and_no_more() {
    // One type cannot say so many, but through a newtype it has them.
    let nested = |levels: u32, of| (0..levels).fold(of, |ty, _| list(ty));
    let both = |outer| {
        refusal(vec![
            named("N", Body::Newtype(nested(20, Type::Bool))),
            named("T", slot(nested(outer, Type::Named(0)))),
        ])
    };
    assert_eq!(both(12), Ok(()));
    assert_eq!(
        both(13),
        Err("the type T: a type of too many levels".to_owned())
    );
}

#[test]
fn sizes_are_those_of_what_is_there() {
    assert_eq!(one(structure(4, Type::F32)), Ok(()));
    assert!(one(structure(5, Type::F32)).is_err());
    assert!(one(structure(0, Type::String)).is_err());
    let empty = Body::Struct(StructDef::default());
    assert_eq!(
        one(empty),
        Err("the type T: a struct takes 1 to 65,535 bytes".to_owned())
    );
    assert_eq!(one(structure(65_535, array(Type::Bool, 65_535))), Ok(()));
    assert!(one(structure(65_536, array(Type::Bool, 65_536))).is_err());
    assert!(one(structure(0, array(array(Type::F64, 60_000), 60_000))).is_err());
    assert!(one(structure(0, array(Type::Bool, 0))).is_err());
}

#[test]
fn places_fit_their_types_and_do_not_overlap() {
    let at =
        |scalars, place, presence, ty| one(message(scalars, 0, vec![field(ty, place, presence)]));
    let scalar =
        |scalars, at_byte| at(scalars, Place::Scalar(at_byte), Presence::Always, Type::F64);
    assert_eq!(scalar(8, 0), Ok(()));
    assert!(scalar(7, 0).is_err());
    assert!(scalar(65_535, 65_535).is_err());
    let bit = |mask| Place::Bit(Bit { byte: 0, mask });
    assert_eq!(at(1, bit(1), Presence::Always, Type::Bool), Ok(()));
    for mask in [0, 3, 255] {
        assert!(at(1, bit(mask), Presence::Always, Type::Bool).is_err());
    }
    assert!(at(1, bit(1), Presence::Always, Type::Int(Int::U8)).is_err());
    assert!(at(0, Place::Scalar(0), Presence::Always, Type::String).is_err());
    assert!(
        one(message(
            0,
            2,
            vec![field(Type::String, Place::Slot(1), Presence::Always)]
        ))
        .is_err()
    );
    let second = |place| Field {
        ordinal: 2,
        ..field(Type::F32, place, Presence::Always)
    };
    let two = |place| {
        let first = field(Type::F32, Place::Scalar(0), Presence::Always);
        one(message(8, 0, vec![first, second(place)]))
    };
    assert_eq!(two(Place::Scalar(4)), Ok(()));
    assert!(two(Place::Scalar(3)).is_err());
    assert!(
        one(message(4, 0, vec![second(Place::Scalar(0))])).is_err(),
        "ordinals from 1"
    );
}

#[test]
fn a_slot_says_absence_as_its_type_can() {
    let presence = |presence, ty| one(message(0, 1, vec![field(ty, Place::Slot(0), presence)]));
    assert_eq!(presence(Presence::Required, Type::Named(0)), Ok(()));
    assert!(presence(Presence::Required, Type::String).is_err());
    assert!(presence(Presence::Always, Type::Named(0)).is_err());
    assert!(presence(Presence::Range, Type::String).is_err());
}

/// A message with a `oneof` of ordinals from 1 on, of which its variants name `members`.
fn with_oneof(later: &[u16], members: &[u16], ty: Type) -> Result<(), String> {
    let variants = (1..).zip(members).map(|(ordinal, member)| Variant {
        ordinal,
        member: *member,
        ..Variant::default()
    });
    let union = UnionDef {
        oneof: true,
        variants: variants.collect(),
        ..UnionDef::default()
    };
    let later = later.iter().map(|ordinal| Later {
        ordinal: *ordinal,
        name: "later".to_owned(),
    });
    let field = Field {
        later: later.collect(),
        ..field(ty, Place::Slot(0), Presence::Required)
    };
    refusal(vec![
        named("U", Body::Union(union)),
        named("T", message(0, 1, vec![field])),
    ])
}

#[test]
fn a_oneof_has_the_ordinals_of_its_members_and_is_no_type_of_data() {
    assert_eq!(with_oneof(&[2], &[1, 2], Type::Named(0)), Ok(()));
    for (later, members) in [
        (&[2][..], &[1][..]),
        (&[], &[1, 2]),
        (&[3], &[1, 3]),
        (&[2], &[2, 1]),
        (&[2], &[]),
    ] {
        let found = with_oneof(later, members, Type::Named(0));
        assert!(found.is_err(), "{later:?} {members:?}");
    }
    assert!(with_oneof(&[], &[1], list(Type::Named(0))).is_err());
    assert!(with_oneof(&[], &[1], Type::Encoded(0)).is_err());
}

#[test]
fn keys_repr_and_defaults_are_what_the_language_allows() {
    let map = |key| {
        Type::Map(Box::new(MapType {
            key,
            value: Type::Bool,
        }))
    };
    assert_eq!(one(slot(map(Type::String))), Ok(()));
    for key in [Type::F64, Type::Bytes, list(Type::Bool), Type::Named(0)] {
        assert!(one(slot(map(key))).is_err());
    }
    assert!(one(slot(list(Type::Decimal(19)))).is_err());
    let wide = Body::Enum(EnumDef {
        repr: Int::U64,
        ..EnumDef::default()
    });
    assert!(one(wide).is_err());
    let default = Field {
        default: Some(Value::Int(Whole::Positive(1))),
        ..field(Type::Uuid, Place::Scalar(0), Presence::Always)
    };
    assert!(one(message(16, 0, vec![default])).is_err());
}

#[test]
fn a_name_is_one_message_and_an_arena_is_one_pool() {
    let two = refusal(vec![
        named("T", slot(list(Type::Bool))),
        named("T", slot(list(Type::Bool))),
    ]);
    assert_eq!(
        two,
        Err("the type T: there are two of this name".to_owned())
    );
    let arena = Arena::new();
    let empty = Descriptor::default().encode();
    assert!(Pool::of(&arena, empty.clone()).is_ok());
    assert_eq!(Pool::of(&arena, empty).unwrap_err(), PoolError::InUse);
    let arena = Arena::new();
    assert!(matches!(
        Pool::new(&arena, vec![1, 2]),
        Err(PoolError::Bytes(_))
    ));
}

fn real() -> &'static [u8] {
    static REAL: OnceLock<Vec<u8>> = OnceLock::new();
    REAL.get_or_init(|| {
        let checked = Builder::new()
            .file("../tests/schemas/test/every/v1/every.still")
            .check();
        let checked = checked.unwrap_or_else(|error| panic!("{error}"));
        describe(&checked.model).unwrap().as_bytes().to_vec()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2048))]

    #[test]
    fn a_descriptor_that_was_tampered_with_gives_an_error_or_a_pool(
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        bytes in prop::collection::vec(any::<u8>(), 0..64),
    ) {
        let mut descriptor = real().to_vec();
        for (at, byte) in edits {
            let at = at.index(descriptor.len());
            descriptor[at] = byte;
        }
        let arena = Arena::new();
        if let Ok(pool) = Pool::new(&arena, descriptor) {
            for message in pool.messages() {
                let _ = message.verify(&bytes, &Limits::default());
                let _ = message.verify(&[0; 4], &Limits::default());
            }
        }
    }
}
