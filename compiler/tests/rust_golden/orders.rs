// Written by the Stillwire compiler from schemas: changes belong there.

#[allow(
    clippy::all,
    clippy::cargo,
    clippy::nursery,
    clippy::pedantic,
    clippy::restriction,
    deprecated,
    missing_docs,
    missing_debug_implementations,
    nonstandard_style,
    rustdoc::all,
    single_use_lifetimes,
    unnameable_types,
    unreachable_pub,
    unused,
    unused_lifetimes,
    unused_qualifications,
    unused_results,
    variant_size_differences
)]
pub mod acme {
    pub mod orders {
        /// Orders and their legs.
        pub mod v1 {
            use ::stillwire::codec as __codec;
            /// Which way.
            #[derive(Debug, Default)]
            pub enum Side {
                #[default]
                Unspecified,
                Buy,
                Sell,
                /// A number that this schema does not know.
                Unknown(u8),
            }
            impl Clone for Side {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for Side {}
            impl Side {
                /// The number that stands for it.
                #[inline]
                pub const fn number(self) -> u8 {
                    match self {
                        Self::Unspecified => 0,
                        Self::Buy => 1,
                        Self::Sell => 2,
                        Self::Unknown(number) => number,
                    }
                }
                /// What a number stands for.
                #[inline]
                pub const fn from_number(number: u8) -> Self {
                    match number {
                        0 => Self::Unspecified,
                        1 => Self::Buy,
                        2 => Self::Sell,
                        number => Self::Unknown(number),
                    }
                }
            }
            impl PartialEq for Side {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    self.number() == other.number()
                }
            }
            impl Eq for Side {}
            impl PartialOrd for Side {
                #[inline]
                fn partial_cmp(&self, other: &Self) -> Option<::core::cmp::Ordering> {
                    Option::Some(Ord::cmp(self, other))
                }
            }
            impl Ord for Side {
                #[inline]
                fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
                    Ord::cmp(&self.number(), &other.number())
                }
            }
            impl ::core::hash::Hash for Side {
                #[inline]
                fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                    ::core::hash::Hash::hash(&self.number(), state);
                }
            }
            impl __codec::Fixed for Side {
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
            /// One order.
            #[derive(Clone, Debug)]
            pub struct Order {
                pub id: u64,
                /// What is traded.
                pub symbol: String,
                pub side: Side,
                pub note: Option<String>,
                pub legs: Vec<Leg>,
            }
            impl PartialEq for Order {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    self.id == other.id
                        && __codec::view::same(&self.symbol, &other.symbol)
                        && self.side == other.side
                        && __codec::view::same(&self.note, &other.note)
                        && __codec::view::same(&self.legs, &other.legs)
                }
            }
            impl Default for Order {
                fn default() -> Self {
                    Self {
                        id: 0,
                        symbol: Default::default(),
                        side: Side::Buy,
                        note: Default::default(),
                        legs: Default::default(),
                    }
                }
            }
            /// [`Order`], read in place.
            ///
            /// One order.
            #[derive(PartialEq, Hash)]
            pub struct OrderView<'a>(__codec::view::RawView<'a, Order>);
            impl Clone for OrderView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for OrderView<'_> {}
            impl Eq for OrderView<'_> {}
            impl<'a> OrderView<'a> {
                /// The field `id`.
                #[inline]
                pub fn id(self) -> u64 {
                    self.0.get(0)
                }
                /// What is traded.
                #[inline]
                pub fn symbol(self) -> &'a str {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The field `side`.
                #[inline]
                pub fn side(self) -> Side {
                    Side::from_number(self.0.get::<u8>(8) ^ 1)
                }
                /// The field `note`.
                #[inline]
                pub fn note(self) -> Option<&'a str> {
                    self.0.slot::<__codec::slot::I1>()
                }
                /// The field `legs`.
                #[inline]
                pub fn legs(self) -> __codec::kind::RowsView<'a, Leg> {
                    self.0.slot::<__codec::slot::I2>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> Order {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for OrderView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`Order`] as borrows, to encode from.
            ///
            /// One order.
            pub struct OrderInit<'a> {
                pub id: u64,
                /// What is traded.
                pub symbol: &'a str,
                pub side: Side,
                pub note: Option<&'a str>,
                pub legs: &'a [LegInit],
            }
            impl Clone for OrderInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for OrderInit<'_> {}
            impl ::core::fmt::Debug for OrderInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<Order>(self, f)
                }
            }
            impl OrderInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    id: 0,
                    symbol: "",
                    side: Side::Buy,
                    note: Option::None,
                    legs: &[],
                };
            }
            impl Default for OrderInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for Order {
                type View<'a> = OrderView<'a>;
                type Slots = (
                    __codec::kind::Text,
                    __codec::kind::Flagged<__codec::kind::Text, 9, 1>,
                    __codec::kind::Rows<Leg>,
                );
                const SCALARS: usize = 10;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([
                    [0, 8, 0, 0],
                    [8, 9, 0, 0],
                    [9, 10, 0, 0],
                ]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    0,
                );
                const FINGERPRINT: u64 = 0xd84db9dba1419ba0;
                const CONSTRAINED: bool = true;
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> OrderView<'_> {
                    OrderView(raw)
                }
                #[inline]
                fn from_view(view: OrderView<'_>) -> Self {
                    let slots = view.0.slots::<3>();
                    Self {
                        id: view.id(),
                        symbol: slots.text::<__codec::slot::I0>(),
                        side: view.side(),
                        note: slots.optional_text::<__codec::slot::I1>(),
                        legs: slots.get::<__codec::slot::I2>().to_vec(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[0]
                }
            }
            impl Order {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may, or a condition of the schema refuses it: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Order> {
                    __codec::encoded::encode_or_panic::<Order>(self)
                }
            }
            impl __codec::Encode<Order> for Order {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Order>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (
                            &self.id,
                            &(self.side.number() ^ 1),
                            &(u8::from(self.note.is_some())),
                        ),
                        (&self.symbol, self.note.as_ref(), &self.legs),
                    )
                }
            }
            impl OrderInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may, or a condition of the schema refuses it: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Order> {
                    __codec::encoded::encode_or_panic::<Order>(self)
                }
            }
            impl __codec::Encode<Order> for OrderInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Order>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (
                            &self.id,
                            &(self.side.number() ^ 1),
                            &(u8::from(self.note.is_some())),
                        ),
                        (self.symbol, self.note, self.legs),
                    )
                }
            }
            impl __codec::Encode<Order> for OrderView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Order>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            /// [`Order`], changed in place.
            #[derive(Debug)]
            pub struct OrderViewMut<'a>(__codec::patch::RawMut<'a, Order>);
            impl OrderViewMut<'_> {
                /// Sets the field `id`.
                #[inline]
                pub fn set_id(&mut self, value: u64) -> Result<(), __codec::PatchError> {
                    self.0.set(0, value)
                }
                /// Sets the field `side`.
                #[inline]
                pub fn set_side(
                    &mut self,
                    value: Side,
                ) -> Result<(), __codec::PatchError> {
                    self.0.set(8, value.number() ^ 1)
                }
                /// The field `legs`, to be changed in place.
                #[inline]
                pub fn legs_mut(&mut self) -> __codec::patch::RowsMut<'_, Leg> {
                    self.0.slot::<__codec::slot::I2>()
                }
                /// It, read in place.
                #[inline]
                pub fn view(&self) -> OrderView<'_> {
                    self.0.view()
                }
            }
            impl<'a> From<__codec::patch::RawMut<'a, Order>> for OrderViewMut<'a> {
                #[inline]
                fn from(raw: __codec::patch::RawMut<'a, Order>) -> Self {
                    Self(raw)
                }
            }
            impl __codec::Patch for Order {
                type ViewMut<'a> = OrderViewMut<'a>;
            }
            #[derive(Clone, Debug, Default)]
            pub struct Leg {
                pub price: __codec::Decimal<2>,
                pub quantity: u32,
            }
            impl PartialEq for Leg {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    self.price == other.price && self.quantity == other.quantity
                }
            }
            /// [`Leg`], read in place.
            #[derive(PartialEq, Hash)]
            pub struct LegView<'a>(__codec::view::RawView<'a, Leg>);
            impl Clone for LegView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for LegView<'_> {}
            impl Eq for LegView<'_> {}
            impl<'a> LegView<'a> {
                /// The field `price`.
                #[inline]
                pub fn price(self) -> __codec::Decimal<2> {
                    self.0.get(0)
                }
                /// The field `quantity`.
                #[inline]
                pub fn quantity(self) -> u32 {
                    self.0.get(8)
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> Leg {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for LegView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`Leg`] as borrows, to encode from.
            pub struct LegInit {
                pub price: __codec::Decimal<2>,
                pub quantity: u32,
            }
            impl Clone for LegInit {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for LegInit {}
            impl ::core::fmt::Debug for LegInit {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<Leg>(self, f)
                }
            }
            impl LegInit {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    price: __codec::Decimal(0),
                    quantity: 0,
                };
            }
            impl Default for LegInit {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for Leg {
                type View<'a> = LegView<'a>;
                type Slots = ();
                const SCALARS: usize = 12;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([
                    [0, 8, 0, 0],
                    [8, 12, 0, 0],
                ]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    1,
                );
                const FINGERPRINT: u64 = 0x793dffa5905c28ed;
                const CONSTRAINED: bool = true;
                #[inline]
                fn holds(view: LegView<'_>) -> bool {
                    view.quantity() != 0
                }
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> LegView<'_> {
                    LegView(raw)
                }
                #[inline]
                fn from_view(view: LegView<'_>) -> Self {
                    Self {
                        price: view.price(),
                        quantity: view.quantity(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[1]
                }
            }
            impl Leg {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may, or a condition of the schema refuses it: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Leg> {
                    __codec::encoded::encode_or_panic::<Leg>(self)
                }
            }
            impl __codec::Encode<Leg> for Leg {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Leg>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((&self.price, &self.quantity), ())
                }
            }
            impl LegInit {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may, or a condition of the schema refuses it: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Leg> {
                    __codec::encoded::encode_or_panic::<Leg>(self)
                }
            }
            impl __codec::Encode<Leg> for LegInit {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Leg>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((&self.price, &self.quantity), ())
                }
            }
            impl __codec::Encode<Leg> for LegView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Leg>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            /// [`Leg`], changed in place.
            #[derive(Debug)]
            pub struct LegViewMut<'a>(__codec::patch::RawMut<'a, Leg>);
            impl LegViewMut<'_> {
                /// Sets the field `price`.
                #[inline]
                pub fn set_price(
                    &mut self,
                    value: __codec::Decimal<2>,
                ) -> Result<(), __codec::PatchError> {
                    self.0.set(0, value)
                }
                /// Sets the field `quantity`.
                #[inline]
                pub fn set_quantity(
                    &mut self,
                    value: u32,
                ) -> Result<(), __codec::PatchError> {
                    self.0.set(8, value)
                }
                /// It, read in place.
                #[inline]
                pub fn view(&self) -> LegView<'_> {
                    self.0.view()
                }
            }
            impl<'a> From<__codec::patch::RawMut<'a, Leg>> for LegViewMut<'a> {
                #[inline]
                fn from(raw: __codec::patch::RawMut<'a, Leg>) -> Self {
                    Self(raw)
                }
            }
            impl __codec::Patch for Leg {
                type ViewMut<'a> = LegViewMut<'a>;
            }
            #[doc(hidden)]
            #[inline]
            pub fn __schema() -> &'static __codec::table::Schema {
                static PACKED: __codec::table::Packed = __codec::table::Packed::new(
                    b"\x0eacme.orders.v1\x02\x14acme.orders.v1.Order\n\x03\x05\x00\x02id\x01\x04\x01\x00\x00\x00\x06symbol\x02\x14\x02\x00\x00\x10\x04side\x03\x10\x00\x00\x01\x08\x00\x01\x00\x04note\x04\x14\x02\x01\x03\t\x01\x00\x04legs\x05\x1a\x16\x00\x01\x02\x02\x00\x00\x12acme.orders.v1.Leg\x0c\x00\x02\x00\x05price\x01\x0f\x02\x01\x00\x00\x04\x08quantity\x02\x03\x01\x08\x00\x01\x00\x01\x00\x07nonzero\x00\x00\x00\x01\x13acme.orders.v1.Side\x01\x03\x00\x0bunspecified\x10SIDE_UNSPECIFIED\x02\x03buy\x08SIDE_BUY\x04\x04sell\tSIDE_SELL\x00\x00\x00",
                    &[],
                );
                PACKED.get()
            }
            static __HINTS: [__codec::message::Hint; 2] = [const {
                __codec::message::Hint::new()
            }; 2];
        }
    }
}
