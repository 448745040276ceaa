//! One field of every sort: its table, and what prost would generate for it.
//!
//! ```text
//! enum Mood : i16 { .. }
//! struct Spot { x: f32; flags: [bool; 2]; id: uuid; path: [[u16; 2]; 2]; }
//! union Pick { @1 number: u32; @2 bytes: list<u8>; @3 child: Wide; @4 flag: bool; @5 reserved; @6 name: uuid; }
//! ```
#![allow(unreachable_pub, missing_docs)]
#![allow(clippy::use_self)] // prost's derive does not know `Self`

use prost_types::{Duration, Timestamp};
use std::collections::BTreeMap;
use stillwire_codec::table::{
    EnumDef, FieldDef, MessageDef, Place, Presence, Schema, StructDef, StructField, Ty, TypeRef,
    UnionDef, VariantDef,
};

const fn own(index: u16) -> TypeRef {
    TypeRef { import: 0, index }
}

const fn field(
    ordinal: u32,
    name: &'static str,
    ty: Ty<'static>,
    place: Place,
    presence: Presence,
) -> FieldDef<'static> {
    FieldDef {
        name,
        ordinal,
        ty,
        place,
        presence,
        default: 0,
        preset: &[],
        reserved: false,
        rules: &[],
        sensitive: false,
        mapping: None,
        key: "",
    }
}

const fn scalar(ordinal: u32, name: &'static str, ty: Ty<'static>, at: u16) -> FieldDef<'static> {
    field(ordinal, name, ty, Place::Scalar { at }, Presence::Always)
}

const fn slot(ordinal: u32, name: &'static str, ty: Ty<'static>, index: u16) -> FieldDef<'static> {
    field(ordinal, name, ty, Place::Slot { index }, Presence::Always)
}

const fn member(name: &'static str, ty: Ty<'static>, at: u32) -> StructField<'static> {
    StructField::new(name, ty, at)
}

const fn variant(name: &'static str, ty: Ty<'static>) -> VariantDef<'static> {
    VariantDef {
        name,
        ty: Some(ty),
        reserved: false,
        rules: &[],
        sensitive: false,
        mapping: None,
        key: "",
    }
}

const FLAGS: u16 = 84;
const WIDE: Ty = Ty::Message(own(0));

pub static SCHEMA: Schema = Schema {
    package: "wide.v1",
    imports: &[],
    messages: &[MessageDef {
        name: "wide.v1.Wide",
        scalars: 96,
        slots: 19,
        fields: &[
            scalar(1, "a", Ty::U8, 0),
            scalar(2, "b", Ty::U16, 1),
            scalar(3, "c", Ty::I8, 3),
            scalar(4, "d", Ty::I16, 4),
            scalar(5, "e", Ty::I32, 6),
            scalar(6, "f", Ty::F32, 10),
            scalar(7, "g", Ty::F64, 14),
            scalar(8, "at", Ty::Timestamp, 22),
            scalar(9, "took", Ty::Duration, 30),
            scalar(10, "id", Ty::Uuid, 38),
            scalar(11, "price", Ty::Decimal(4), 54),
            scalar(12, "key", Ty::Array(&Ty::U8, 4), 62),
            scalar(13, "grid", Ty::Array(&Ty::I16, 3), 66),
            scalar(14, "level", Ty::Struct(own(0)), 72),
            field(
                15,
                "maybe",
                Ty::Bool,
                Place::Bit {
                    byte: FLAGS,
                    mask: 2,
                },
                Presence::Bit {
                    byte: FLAGS,
                    mask: 1,
                },
            ),
            slot(16, "blob", Ty::Bytes, 0),
            slot(17, "u16s", Ty::List(&Ty::U16), 1),
            slot(18, "i64s", Ty::List(&Ty::I64), 2),
            slot(19, "floats", Ty::List(&Ty::F32), 3),
            slot(20, "doubles", Ty::List(&Ty::F64), 4),
            slot(21, "ids", Ty::List(&Ty::Uuid), 5),
            slot(22, "prices", Ty::List(&Ty::Decimal(2)), 6),
            slot(23, "times", Ty::List(&Ty::Timestamp), 7),
            slot(24, "nested", Ty::List(&Ty::List(&Ty::U32)), 8),
            slot(25, "picks", Ty::List(&Ty::Union(own(0))), 9),
            slot(26, "by_id", Ty::Map(&Ty::I32, &WIDE), 10),
            slot(27, "by_flag", Ty::Map(&Ty::Bool, &Ty::Bool), 11),
            slot(
                28,
                "by_uuid",
                Ty::Map(&Ty::Uuid, &Ty::List(&Ty::String)),
                12,
            ),
            field(
                29,
                "opt_list",
                Ty::List(&Ty::U8),
                Place::Slot { index: 13 },
                Presence::Bit {
                    byte: FLAGS,
                    mask: 4,
                },
            ),
            field(
                30,
                "opt_grid",
                Ty::Array(&Ty::I16, 3),
                Place::Scalar { at: 85 },
                Presence::Bit {
                    byte: FLAGS,
                    mask: 8,
                },
            ),
            field(
                31,
                "child",
                WIDE,
                Place::Slot { index: 14 },
                Presence::Range,
            ),
            slot(32, "moods", Ty::List(&Ty::Enum(own(0))), 15),
            field(
                33,
                "spot",
                Ty::Struct(own(1)),
                Place::Slot { index: 16 },
                Presence::Range,
            ),
            scalar(34, "mood", Ty::Enum(own(0)), 91),
            FieldDef {
                default: 10,
                ..scalar(35, "depth", Ty::U16, 93)
            },
            FieldDef {
                default: 1,
                ..field(
                    36,
                    "on",
                    Ty::Bool,
                    Place::Bit {
                        byte: FLAGS,
                        mask: 16,
                    },
                    Presence::Always,
                )
            },
            field(
                37,
                "pick",
                Ty::Union(own(0)),
                Place::Slot { index: 17 },
                Presence::Range,
            ),
            // -3
            FieldDef {
                default: 0xFD,
                ..scalar(38, "low", Ty::I8, 95)
            },
            field(
                39,
                "pair",
                Ty::Array(&Ty::U64, 2),
                Place::Slot { index: 18 },
                Presence::Range,
            ),
        ],
        numbers: &[],
    }],
    structs: &[
        StructDef {
            name: "wide.v1.Level",
            size: 12,
            constrained: false,
            fields: &[member("price", Ty::I64, 0), member("qty", Ty::U32, 8)],
        },
        StructDef {
            name: "wide.v1.Spot",
            size: 30,
            constrained: false,
            fields: &[
                member("x", Ty::F32, 0),
                member("flags", Ty::Array(&Ty::Bool, 2), 4),
                member("id", Ty::Uuid, 6),
                member("path", Ty::Array(&Ty::Array(&Ty::U16, 2), 2), 22),
            ],
        },
    ],
    unions: &[UnionDef {
        name: "wide.v1.Pick",
        members: &[],
        closed: false,
        variants: &[
            variant("number", Ty::U32),
            variant("bytes", Ty::List(&Ty::U8)),
            variant("child", WIDE),
            variant("flag", Ty::Bool),
            VariantDef {
                name: "old",
                ty: None,
                reserved: true,
                rules: &[],
                sensitive: false,
                mapping: None,
                key: "",
            },
            variant("name", Ty::Uuid),
        ],
        numbers: &[],
    }],
    enums: &[EnumDef {
        name: "wide.v1.Mood",
        closed: false,
        repr: Ty::I16,
        values: &[(0, "unspecified", "MOOD_UNSPECIFIED")],
        aliases: &[],
    }],
    flags: &[],
};

#[derive(Clone, PartialEq, prost::Message)]
pub struct Level {
    #[prost(sint64, tag = "1")]
    pub price: i64,
    #[prost(uint32, tag = "2")]
    pub qty: u32,
}

#[derive(Clone, PartialEq, prost::Message)]
pub struct Uints {
    #[prost(uint32, repeated, tag = "1")]
    pub items: Vec<u32>,
}

#[derive(Clone, PartialEq, prost::Message)]
pub struct Sints {
    #[prost(sint32, repeated, tag = "1")]
    pub items: Vec<i32>,
}

#[derive(Clone, PartialEq, prost::Message)]
pub struct Longs {
    #[prost(uint64, repeated, tag = "1")]
    pub items: Vec<u64>,
}

#[derive(Clone, PartialEq, prost::Message)]
pub struct Strings {
    #[prost(string, repeated, tag = "1")]
    pub items: Vec<String>,
}

#[derive(Clone, PartialEq, prost::Message)]
pub struct Spot {
    #[prost(float, tag = "1")]
    pub x: f32,
    #[prost(bool, repeated, tag = "2")]
    pub flags: Vec<bool>,
    #[prost(string, tag = "3")]
    pub id: String,
    #[prost(message, repeated, tag = "4")]
    pub path: Vec<Uints>,
}

#[derive(Clone, PartialEq, prost::Message)]
pub struct Pick {
    #[prost(oneof = "PickOneof", tags = "1, 2, 3, 4, 6")]
    pub kind: Option<PickOneof>,
}

#[derive(Clone, PartialEq, prost::Oneof)]
pub enum PickOneof {
    #[prost(uint32, tag = "1")]
    Number(u32),
    #[prost(message, tag = "2")]
    Bytes(Uints),
    #[prost(message, tag = "3")]
    Child(Box<Wide>),
    #[prost(bool, tag = "4")]
    Flag(bool),
    #[prost(string, tag = "6")]
    Name(String),
}

#[derive(Clone, PartialEq, prost::Message)]
pub struct Wide {
    #[prost(uint32, tag = "1")]
    pub a: u32,
    #[prost(uint32, tag = "2")]
    pub b: u32,
    #[prost(sint32, tag = "3")]
    pub c: i32,
    #[prost(sint32, tag = "4")]
    pub d: i32,
    #[prost(sint32, tag = "5")]
    pub e: i32,
    #[prost(float, tag = "6")]
    pub f: f32,
    #[prost(double, tag = "7")]
    pub g: f64,
    #[prost(message, optional, tag = "8")]
    pub at: Option<Timestamp>,
    #[prost(message, optional, tag = "9")]
    pub took: Option<Duration>,
    #[prost(string, tag = "10")]
    pub id: String,
    #[prost(string, tag = "11")]
    pub price: String,
    #[prost(bytes = "vec", tag = "12")]
    pub key: Vec<u8>,
    #[prost(sint32, repeated, tag = "13")]
    pub grid: Vec<i32>,
    #[prost(message, optional, tag = "14")]
    pub level: Option<Level>,
    #[prost(bool, optional, tag = "15")]
    pub maybe: Option<bool>,
    #[prost(bytes = "vec", tag = "16")]
    pub blob: Vec<u8>,
    #[prost(uint32, repeated, tag = "17")]
    pub u16s: Vec<u32>,
    #[prost(sint64, repeated, tag = "18")]
    pub i64s: Vec<i64>,
    #[prost(float, repeated, tag = "19")]
    pub floats: Vec<f32>,
    #[prost(double, repeated, packed = "false", tag = "20")]
    pub doubles: Vec<f64>,
    #[prost(string, repeated, tag = "21")]
    pub ids: Vec<String>,
    #[prost(string, repeated, tag = "22")]
    pub prices: Vec<String>,
    #[prost(message, repeated, tag = "23")]
    pub times: Vec<Timestamp>,
    #[prost(message, repeated, tag = "24")]
    pub nested: Vec<Uints>,
    #[prost(message, repeated, tag = "25")]
    pub picks: Vec<Pick>,
    #[prost(btree_map = "sint32, message", tag = "26")]
    pub by_id: BTreeMap<i32, Wide>,
    #[prost(btree_map = "bool, bool", tag = "27")]
    pub by_flag: BTreeMap<bool, bool>,
    #[prost(btree_map = "string, message", tag = "28")]
    pub by_uuid: BTreeMap<String, Strings>,
    #[prost(message, optional, tag = "29")]
    pub opt_list: Option<Uints>,
    #[prost(message, optional, tag = "30")]
    pub opt_grid: Option<Sints>,
    #[prost(message, optional, boxed, tag = "31")]
    pub child: Option<Box<Wide>>,
    #[prost(int32, repeated, packed = "false", tag = "32")]
    pub moods: Vec<i32>,
    #[prost(message, optional, tag = "33")]
    pub spot: Option<Spot>,
    #[prost(int32, tag = "34")]
    pub mood: i32,
    #[prost(uint32, optional, tag = "35")]
    pub depth: Option<u32>,
    #[prost(bool, optional, tag = "36")]
    pub on: Option<bool>,
    #[prost(message, optional, tag = "37")]
    pub pick: Option<Pick>,
    #[prost(sint32, optional, tag = "38")]
    pub low: Option<i32>,
    #[prost(message, optional, tag = "39")]
    pub pair: Option<Longs>,
}

impl Wide {
    /// As it comes back: zero is absent where that says the same, and a default is said.
    pub fn settled(mut self) -> Self {
        self.at = self.at.filter(|t| (t.seconds, t.nanos) != (0, 0));
        self.took = self.took.filter(|t| (t.seconds, t.nanos) != (0, 0));
        self.level = self.level.filter(|l| *l != Level::default());
        if self.key.iter().all(|b| *b == 0) {
            self.key.clear();
        }
        if self.grid.iter().all(|n| *n == 0) {
            self.grid.clear();
        }
        if let Some(spot) = &mut self.spot {
            if spot.flags == [false, false] {
                spot.flags.clear();
            }
            if spot.path.iter().flat_map(|p| &p.items).all(|n| *n == 0) {
                spot.path.clear();
            }
        }
        self.depth.get_or_insert(10);
        self.on.get_or_insert(true);
        self.low.get_or_insert(-3);
        self.child = self.child.map(|child| Box::new(child.settled()));
        self.by_id = std::mem::take(&mut self.by_id)
            .into_iter()
            .map(|(k, v)| (k, v.settled()))
            .collect();
        self.pick = self
            .pick
            .filter(|pick| pick.kind.is_some())
            .map(Pick::settled);
        self.picks = std::mem::take(&mut self.picks)
            .into_iter()
            .map(Pick::settled)
            .collect();
        self
    }
}

impl Pick {
    fn settled(self) -> Self {
        let kind = match self.kind {
            Some(PickOneof::Child(child)) => Some(PickOneof::Child(Box::new(child.settled()))),
            kind => kind,
        };
        Self { kind }
    }
}
