//! What the compiler would write for the schema of these tests.
#![allow(unreachable_pub, missing_docs, dead_code)] // shared by test binaries that need parts of it
#![allow(
    clippy::use_self,
    clippy::derivable_impls,
    clippy::wrong_self_convention
)] // a generator's style

use super::codec;
use std::collections::BTreeMap;

// ---- enum -------------------------------------------------------------------------------------------------

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Side {
    #[default]
    Unspecified,
    Buy,
    Sell,
    /// A value that this schema does not know.
    Unknown(u8),
}

impl Side {
    pub const fn number(self) -> u8 {
        match self {
            Self::Unspecified => 0,
            Self::Buy => 1,
            Self::Sell => 2,
            Self::Unknown(number) => number,
        }
    }

    pub const fn from_number(number: u8) -> Self {
        match number {
            0 => Self::Unspecified,
            1 => Self::Buy,
            2 => Self::Sell,
            number => Self::Unknown(number),
        }
    }
}

impl codec::Fixed for Side {
    type Wire = [u8; 1];
    #[inline]
    fn to_wire(self) -> [u8; 1] {
        self.number().to_le_bytes()
    }
    #[inline]
    fn from_wire(wire: [u8; 1]) -> Self {
        Self::from_number(u8::from_le_bytes(wire))
    }
}

// ---- struct -----------------------------------------------------------------------------------------------

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Level {
    pub price: i64,
    pub qty: u32,
}

impl codec::Fixed for Level {
    type Wire = [u8; 12];
    #[inline]
    fn to_wire(self) -> [u8; 12] {
        let mut wire = [0; 12];
        codec::fixed::put(&mut wire, 0, self.price);
        codec::fixed::put(&mut wire, 8, self.qty);
        wire
    }
    #[inline]
    fn from_wire(wire: [u8; 12]) -> Self {
        Self {
            price: codec::fixed::get(&wire, 0),
            qty: codec::fixed::get(&wire, 8),
        }
    }
}

// ---- union ------------------------------------------------------------------------------------------------

#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    Market,
    Limit(Limit),
    Note(String),
    /// A variant that this schema does not know.
    Unknown(codec::kind::Unknown),
}

impl Default for Kind {
    fn default() -> Self {
        Self::Market
    }
}

#[derive(Clone, Copy, Debug)]
pub enum KindView<'a> {
    Market,
    Limit(LimitView<'a>),
    Note(&'a str),
    Unknown(codec::kind::Unknown<&'a [u8]>),
}

impl codec::kind::Union for Kind {
    type View<'a> = KindView<'a>;
    type Variants = (
        codec::kind::Nothing,
        codec::kind::Sub<Limit>,
        codec::kind::Text,
    );
}

impl<'a> From<codec::kind::RawUnion<'a, Kind>> for KindView<'a> {
    #[inline]
    fn from(raw: codec::kind::RawUnion<'a, Kind>) -> Self {
        match raw.ordinal() {
            1 => Self::Market,
            2 => Self::Limit(raw.payload::<codec::slot::I<1>>()),
            3 => Self::Note(raw.payload::<codec::slot::I<2>>()),
            _ => Self::Unknown(raw.unknown()),
        }
    }
}

impl codec::kind::EncodeUnion<Kind> for Kind {
    #[inline]
    fn encode(&self, out: codec::kind::VariantWriter<'_, Kind>) {
        match self {
            Self::Market => out.put::<codec::slot::I<0>, _>(()),
            Self::Limit(payload) => out.put::<codec::slot::I<1>, _>(payload),
            Self::Note(payload) => out.put::<codec::slot::I<2>, _>(payload.as_str()),
            Self::Unknown(unknown) => out.put_unknown(unknown),
        }
    }
}

impl codec::kind::EncodeUnion<Kind> for KindView<'_> {
    #[inline]
    fn encode(&self, out: codec::kind::VariantWriter<'_, Kind>) {
        match self {
            Self::Market => out.put::<codec::slot::I<0>, _>(()),
            Self::Limit(payload) => out.put::<codec::slot::I<1>, _>(payload),
            Self::Note(payload) => out.put::<codec::slot::I<2>, _>(*payload),
            Self::Unknown(unknown) => out.put_unknown(unknown),
        }
    }
}

impl KindView<'_> {
    pub fn to_message(&self) -> Kind {
        match self {
            Self::Market => Kind::Market,
            Self::Limit(payload) => Kind::Limit(payload.to_message()),
            Self::Note(payload) => Kind::Note((*payload).into()),
            Self::Unknown(unknown) => Kind::Unknown(unknown.to_owned()),
        }
    }
}

// ---- message ----------------------------------------------------------------------------------------------

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Limit {
    pub price: i64,
    pub display: Option<u64>,
}

#[derive(Clone, Copy)]
pub struct LimitView<'a>(codec::view::RawView<'a, Limit>);

impl codec::Message for Limit {
    type View<'a> = LimitView<'a>;
    type Slots = ();
    const SCALARS: usize = 17;
    const UNITS: &'static [codec::message::Unit] = &codec::message::Unit::in_order([
        codec::message::Unit::plain(0, 8),
        codec::message::Unit::plain(8, 9),
        codec::message::Unit::optional(9, 17, 8, 1),
    ]);
    const TABLE: codec::table::MessageTable = codec::table::MessageTable::new(|| &SCHEMA, 0);
    const FINGERPRINT: u64 = 0xed9a1244ccfd1c1d;

    #[inline]
    fn check(scalars: &[u8]) -> bool {
        codec::message::flag(scalars, 8, 1) || codec::fixed::is_zero(scalars, 9, 8)
    }

    #[inline]
    fn view_of(raw: codec::view::RawView<'_, Self>) -> LimitView<'_> {
        LimitView(raw)
    }

    #[inline]
    fn from_view(view: LimitView<'_>) -> Self {
        Self {
            price: view.price(),
            display: view.display(),
        }
    }

    #[inline]
    fn hint() -> &'static codec::message::Hint {
        static HINT: codec::message::Hint = codec::message::Hint::new();
        &HINT
    }
}

impl<'a> LimitView<'a> {
    #[inline]
    pub fn price(self) -> i64 {
        self.0.get(0)
    }
    #[inline]
    pub fn display(self) -> Option<u64> {
        self.0.optional(9, 8, 1)
    }
    pub fn to_message(self) -> Limit {
        codec::Message::from_view(self)
    }
}

impl std::fmt::Debug for LimitView<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Limit")
            .field("price", &self.price())
            .field("display", &self.display())
            .finish()
    }
}

impl codec::Encode<Limit> for Limit {
    #[inline]
    fn fields<S: codec::slot::Sink<Limit>>(&self, sink: S) -> S::Out {
        let display = self.display;
        sink.take((&self.price, &u8::from(display.is_some()), &display), ())
    }
}
impl codec::Encode<Limit> for LimitView<'_> {
    #[inline]
    fn fields<S: codec::slot::Sink<Limit>>(&self, sink: S) -> S::Out {
        sink.relay(&self.0)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Order {
    pub id: u64,
    pub live: bool,
    pub side: Side,
    pub symbol: String,
    pub note: Option<String>,
    pub size: Option<u32>,
    pub limit: Option<Limit>,
    pub legs: Vec<Limit>,
    pub levels: Vec<Level>,
    pub kind: Kind,
    pub tags: Vec<String>,
    pub attrs: BTreeMap<String, u32>,
    pub trace: Option<codec::Uuid>,
    pub bits: Vec<bool>,
    pub stop: Limit,
}

#[derive(Clone, Copy)]
pub struct OrderView<'a>(codec::view::RawView<'a, Order>);

impl codec::Message for Order {
    type View<'a> = OrderView<'a>;
    type Slots = (
        (
            codec::kind::Text,
            codec::kind::Flagged<codec::kind::Text, 8, 2>,
            codec::kind::Optional<codec::kind::Sub<Limit>>,
            codec::kind::Rows<Limit>,
            codec::kind::Packed<Level>,
            codec::kind::Choice<Kind>,
            codec::kind::Items<codec::kind::Text>,
            codec::kind::Map<codec::kind::Items<codec::kind::Text>, codec::kind::Packed<u32>>,
        ),
        (
            codec::kind::Optional<codec::kind::One<codec::Uuid>>,
            codec::kind::Bits,
            codec::kind::Sub<Limit>,
        ),
    );
    const SCALARS: usize = 18;
    const UNITS: &'static [codec::message::Unit] = &codec::message::Unit::in_order([
        codec::message::Unit::plain(0, 8),
        codec::message::Unit::plain(8, 9),
        codec::message::Unit::plain(9, 10),
        codec::message::Unit::optional(10, 14, 8, 4),
        codec::message::Unit::plain(14, 18),
    ]);
    const TABLE: codec::table::MessageTable = codec::table::MessageTable::new(|| &SCHEMA, 1);
    const FINGERPRINT: u64 = 0xdee6cccbb35a5af0;

    #[inline]
    fn check(scalars: &[u8]) -> bool {
        codec::message::flag(scalars, 8, 4) || codec::fixed::is_zero(scalars, 10, 4)
    }

    fn view_of(raw: codec::view::RawView<'_, Self>) -> OrderView<'_> {
        OrderView(raw)
    }

    fn from_view(view: OrderView<'_>) -> Self {
        Self {
            id: view.id(),
            live: view.live(),
            side: view.side(),
            symbol: view.symbol().into(),
            note: view.note().map(Into::into),
            size: view.size(),
            limit: view.limit().map(codec::Message::from_view),
            legs: view.legs().iter().map(codec::Message::from_view).collect(),
            levels: view.levels().to_vec(),
            kind: view.kind().to_message(),
            tags: view.tags().iter().map(Into::into).collect(),
            attrs: view
                .attrs()
                .iter()
                .map(|(key, value)| (key.into(), value))
                .collect(),
            trace: view.trace(),
            bits: view.bits().to_vec(),
            stop: codec::Message::from_view(view.stop()),
        }
    }

    fn hint() -> &'static codec::message::Hint {
        static HINT: codec::message::Hint = codec::message::Hint::new();
        &HINT
    }
}

type Attrs = (
    codec::kind::Items<codec::kind::Text>,
    codec::kind::Packed<u32>,
);

impl<'a> OrderView<'a> {
    pub fn id(self) -> u64 {
        self.0.get(0)
    }
    pub fn live(self) -> bool {
        self.0.flag(8, 1)
    }
    pub fn side(self) -> Side {
        Side::from_number(self.0.get::<u8>(9) ^ 1)
    }
    pub fn symbol(self) -> &'a str {
        self.0.slot::<(codec::slot::I<0>, codec::slot::I<0>)>()
    }
    pub fn note(self) -> Option<&'a str> {
        self.0.slot::<(codec::slot::I<0>, codec::slot::I<1>)>()
    }
    pub fn size(self) -> Option<u32> {
        self.0.optional(10, 8, 4)
    }
    pub fn limit(self) -> Option<LimitView<'a>> {
        self.0.slot::<(codec::slot::I<0>, codec::slot::I<2>)>()
    }
    pub fn legs(self) -> codec::kind::RowsView<'a, Limit> {
        self.0.slot::<(codec::slot::I<0>, codec::slot::I<3>)>()
    }
    pub fn levels(self) -> codec::kind::PackedView<'a, Level> {
        self.0.slot::<(codec::slot::I<0>, codec::slot::I<4>)>()
    }
    pub fn kind(self) -> KindView<'a> {
        self.0.slot::<(codec::slot::I<0>, codec::slot::I<5>)>()
    }
    pub fn tags(self) -> codec::kind::ItemsView<'a, codec::kind::Text> {
        self.0.slot::<(codec::slot::I<0>, codec::slot::I<6>)>()
    }
    pub fn attrs(self) -> codec::kind::MapView<'a, <Attrs as Parts>::A, <Attrs as Parts>::B> {
        self.0.slot::<(codec::slot::I<0>, codec::slot::I<7>)>()
    }
    pub fn trace(self) -> Option<codec::Uuid> {
        self.0.slot::<(codec::slot::I<1>, codec::slot::I<0>)>()
    }
    pub fn bits(self) -> codec::kind::BitsView<'a> {
        self.0.slot::<(codec::slot::I<1>, codec::slot::I<1>)>()
    }
    pub fn stop(self) -> LimitView<'a> {
        self.0.slot::<(codec::slot::I<1>, codec::slot::I<2>)>()
    }
    pub fn to_message(self) -> Order {
        codec::Message::from_view(self)
    }
}

pub trait Parts {
    type A;
    type B;
}
impl<A, B> Parts for (A, B) {
    type A = A;
    type B = B;
}

impl std::fmt::Debug for OrderView<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Order")
            .field("id", &self.id())
            .field("symbol", &self.symbol())
            .finish_non_exhaustive()
    }
}

/// Every field of `Order` as borrows.
#[derive(Clone, Copy, Debug)]
pub struct OrderInit<'a> {
    pub id: u64,
    pub live: bool,
    pub side: Side,
    pub symbol: &'a str,
    pub note: Option<&'a str>,
    pub size: Option<u32>,
    pub limit: Option<&'a Limit>,
    pub legs: &'a [Limit],
    pub levels: &'a [Level],
    pub kind: &'a Kind,
    pub tags: &'a [&'a str],
    pub attrs: &'a [(&'a str, u32)],
    pub trace: Option<codec::Uuid>,
    pub bits: &'a [bool],
    pub stop: &'a Limit,
}

/// One body for the owned struct, the borrows and the view: only how a field is reached differs.
macro_rules! encode_order {
    ($self:ident, $ty:ty, $id:expr, $live:expr, $side:expr, $size:expr, $note:expr, $slots:expr) => {
        impl codec::Encode<Order> for $ty {
            fn fields<S: codec::slot::Sink<Order>>(&self, sink: S) -> S::Out {
                let $self = self;
                let flags = u8::from($live)
                    | u8::from($note.is_some()) << 1
                    | u8::from($size.is_some()) << 2;
                let gap = codec::fixed::Gap::<4>;
                sink.take((&$id, &flags, &($side.number() ^ 1), &$size, gap), $slots)
            }
        }
    };
}
encode_order!(
    v,
    Order,
    v.id,
    v.live,
    v.side,
    v.size,
    v.note,
    (
        (
            v.symbol.as_str(),
            v.note.as_deref(),
            v.limit.as_ref(),
            &v.legs,
            &v.levels,
            &v.kind,
            &v.tags,
            &v.attrs,
        ),
        (v.trace, &v.bits, &v.stop),
    )
);
encode_order!(
    v,
    OrderInit<'_>,
    v.id,
    v.live,
    v.side,
    v.size,
    v.note,
    (
        (
            v.symbol, v.note, v.limit, v.legs, v.levels, v.kind, v.tags, v.attrs
        ),
        (v.trace, v.bits, v.stop),
    )
);

// ---- table ------------------------------------------------------------------------------------------------

use codec::table::{
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

pub static SCHEMA: Schema = Schema {
    package: "by.hand.v1",
    imports: &[],
    messages: &[
        MessageDef {
            name: "by.hand.v1.Limit",
            scalars: 17,
            slots: 0,
            fields: &[
                field(
                    1,
                    "price",
                    Ty::I64,
                    Place::Scalar { at: 0 },
                    Presence::Always,
                ),
                field(
                    2,
                    "display",
                    Ty::U64,
                    Place::Scalar { at: 9 },
                    Presence::Bit { byte: 8, mask: 1 },
                ),
            ],
            numbers: &[],
        },
        MessageDef {
            name: "by.hand.v1.Order",
            scalars: 18,
            slots: 11,
            fields: &[
                field(1, "id", Ty::U64, Place::Scalar { at: 0 }, Presence::Always),
                field(
                    2,
                    "live",
                    Ty::Bool,
                    Place::Bit { byte: 8, mask: 1 },
                    Presence::Always,
                ),
                FieldDef {
                    default: 1,
                    ..field(
                        3,
                        "side",
                        Ty::Enum(own(0)),
                        Place::Scalar { at: 9 },
                        Presence::Always,
                    )
                },
                field(
                    4,
                    "symbol",
                    Ty::String,
                    Place::Slot { index: 0 },
                    Presence::Always,
                ),
                field(
                    5,
                    "note",
                    Ty::String,
                    Place::Slot { index: 1 },
                    Presence::Bit { byte: 8, mask: 2 },
                ),
                field(
                    6,
                    "size",
                    Ty::U32,
                    Place::Scalar { at: 10 },
                    Presence::Bit { byte: 8, mask: 4 },
                ),
                field(
                    7,
                    "limit",
                    Ty::Message(own(0)),
                    Place::Slot { index: 2 },
                    Presence::Range,
                ),
                field(
                    8,
                    "legs",
                    Ty::List(&Ty::Message(own(0))),
                    Place::Slot { index: 3 },
                    Presence::Always,
                ),
                field(
                    9,
                    "levels",
                    Ty::List(&Ty::Struct(own(0))),
                    Place::Slot { index: 4 },
                    Presence::Always,
                ),
                field(
                    10,
                    "kind",
                    Ty::Union(own(0)),
                    Place::Slot { index: 5 },
                    Presence::Required,
                ),
                field(
                    11,
                    "tags",
                    Ty::List(&Ty::String),
                    Place::Slot { index: 6 },
                    Presence::Always,
                ),
                field(
                    12,
                    "attrs",
                    Ty::Map(&Ty::String, &Ty::U32),
                    Place::Slot { index: 7 },
                    Presence::Always,
                ),
                FieldDef {
                    reserved: true,
                    ..field(
                        13,
                        "old",
                        Ty::U32,
                        Place::Scalar { at: 14 },
                        Presence::Always,
                    )
                },
                field(
                    14,
                    "trace",
                    Ty::Uuid,
                    Place::Slot { index: 8 },
                    Presence::Range,
                ),
                field(
                    15,
                    "bits",
                    Ty::List(&Ty::Bool),
                    Place::Slot { index: 9 },
                    Presence::Always,
                ),
                field(
                    16,
                    "stop",
                    Ty::Message(own(0)),
                    Place::Slot { index: 10 },
                    Presence::Required,
                ),
            ],
            numbers: &[],
        },
    ],
    structs: &[StructDef {
        name: "by.hand.v1.Level",
        size: 12,
        constrained: false,
        fields: &[
            StructField {
                name: "price",
                ty: Ty::I64,
                at: 0,
                rules: &[],
                sensitive: false,
                key: "",
            },
            StructField {
                name: "qty",
                ty: Ty::U32,
                at: 8,
                rules: &[],
                sensitive: false,
                key: "",
            },
        ],
    }],
    unions: &[UnionDef {
        name: "by.hand.v1.Kind",
        members: &[],
        closed: false,
        variants: &[
            VariantDef {
                name: "market",
                ty: None,
                reserved: false,
                rules: &[],
                sensitive: false,
                mapping: None,
                key: "",
            },
            VariantDef {
                name: "limit",
                ty: Some(Ty::Message(own(0))),
                reserved: false,
                rules: &[],
                sensitive: false,
                mapping: None,
                key: "",
            },
            VariantDef {
                name: "note",
                ty: Some(Ty::String),
                reserved: false,
                rules: &[],
                sensitive: false,
                mapping: None,
                key: "",
            },
        ],
        numbers: &[],
    }],
    enums: &[EnumDef {
        name: "by.hand.v1.Side",
        closed: false,
        repr: Ty::U8,
        values: &[
            (0, "unspecified", "SIDE_UNSPECIFIED"),
            (1, "buy", "SIDE_BUY"),
            (2, "sell", "SIDE_SELL"),
        ],
        aliases: &[],
    }],
    flags: &[],
};
