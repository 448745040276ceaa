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
            /// Which way.
            #[derive(Clone, Copy, Debug, Default)]
            pub enum Side {
                #[default]
                Unspecified,
                Buy,
                Sell,
                /// A number that this schema does not know.
                Unknown(u8),
            }
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
            impl ::core::cmp::PartialEq for Side {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    self.number() == other.number()
                }
            }
            impl ::core::cmp::Eq for Side {}
            impl ::core::cmp::PartialOrd for Side {
                #[inline]
                fn partial_cmp(
                    &self,
                    other: &Self,
                ) -> ::core::option::Option<::core::cmp::Ordering> {
                    ::core::option::Option::Some(::core::cmp::Ord::cmp(self, other))
                }
            }
            impl ::core::cmp::Ord for Side {
                #[inline]
                fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
                    ::core::cmp::Ord::cmp(&self.number(), &other.number())
                }
            }
            impl ::core::hash::Hash for Side {
                #[inline]
                fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                    ::core::hash::Hash::hash(&self.number(), state);
                }
            }
            impl ::stillwire::codec::Fixed for Side {
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
            #[derive(Clone, Debug, PartialEq)]
            pub struct Order {
                pub id: u64,
                /// What is traded.
                pub symbol: ::std::string::String,
                pub side: Side,
                pub note: ::core::option::Option<::std::string::String>,
                pub legs: ::std::vec::Vec<Leg>,
            }
            impl ::core::default::Default for Order {
                fn default() -> Self {
                    Self {
                        id: 0,
                        symbol: ::core::default::Default::default(),
                        side: Side::Buy,
                        note: ::core::default::Default::default(),
                        legs: ::core::default::Default::default(),
                    }
                }
            }
            /// [`Order`], read in place.
            ///
            /// One order.
            #[derive(Clone, Copy, PartialEq, Eq, Hash)]
            pub struct OrderView<'a>(::stillwire::codec::view::RawView<'a, Order>);
            impl<'a> OrderView<'a> {
                /// The field `id`.
                #[inline]
                pub fn id(self) -> u64 {
                    self.0.get(0)
                }
                /// What is traded.
                #[inline]
                pub fn symbol(self) -> &'a str {
                    self.0.slot::<::stillwire::codec::slot::I<0>>()
                }
                /// The field `side`.
                #[inline]
                pub fn side(self) -> Side {
                    Side::from_number(self.0.get::<u8>(8) ^ 1)
                }
                /// The field `note`.
                #[inline]
                pub fn note(self) -> ::core::option::Option<&'a str> {
                    self.0.slot::<::stillwire::codec::slot::I<1>>()
                }
                /// The field `legs`.
                #[inline]
                pub fn legs(self) -> ::stillwire::codec::kind::RowsView<'a, Leg> {
                    self.0.slot::<::stillwire::codec::slot::I<2>>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> Order {
                    ::stillwire::codec::Message::from_view(self)
                }
            }
            impl<'a> ::core::convert::From<::stillwire::codec::view::RawView<'a, Order>>
            for OrderView<'a> {
                #[inline]
                fn from(raw: ::stillwire::codec::view::RawView<'a, Order>) -> Self {
                    Self(raw)
                }
            }
            impl<'a> ::core::convert::AsRef<::stillwire::codec::view::RawView<'a, Order>>
            for OrderView<'a> {
                #[inline]
                fn as_ref(&self) -> &::stillwire::codec::view::RawView<'a, Order> {
                    &self.0
                }
            }
            impl ::core::fmt::Debug for OrderView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    let view = *self;
                    ::stillwire::codec::view::debug(
                        f,
                        "Order",
                        &["id", "symbol", "side", "note", "legs"],
                        &[
                            &view.id(),
                            &view.symbol(),
                            &view.side(),
                            &view.note(),
                            &view.legs(),
                        ],
                    )
                }
            }
            /// [`Order`] as borrows, to encode from.
            ///
            /// One order.
            #[derive(Clone, Copy, Debug)]
            pub struct OrderInit<'a> {
                pub id: u64,
                /// What is traded.
                pub symbol: &'a str,
                pub side: Side,
                pub note: ::core::option::Option<&'a str>,
                pub legs: &'a [LegInit],
            }
            impl OrderInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    id: 0,
                    symbol: "",
                    side: Side::Buy,
                    note: ::core::option::Option::None,
                    legs: &[],
                };
            }
            impl ::core::default::Default for OrderInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl ::stillwire::codec::Message for Order {
                type View<'a> = OrderView<'a>;
                type Slots = (
                    ::stillwire::codec::kind::Text,
                    ::stillwire::codec::kind::Flagged<
                        ::stillwire::codec::kind::Text,
                        9,
                        1,
                    >,
                    ::stillwire::codec::kind::Rows<Leg>,
                );
                const SCALARS: usize = 10;
                const UNITS: &'static [::stillwire::codec::message::Unit] = &::stillwire::codec::message::Unit::of([
                    [0, 8, 0, 0],
                    [8, 9, 0, 0],
                    [9, 10, 0, 0],
                ]);
                const TABLE: ::stillwire::codec::table::MessageTable = ::stillwire::codec::table::MessageTable::new(
                    __schema,
                    0,
                );
                const FINGERPRINT: u64 = 0xd84db9dba1419ba0;
                const CONSTRAINED: bool = true;
                #[inline]
                fn from_view(view: OrderView<'_>) -> Self {
                    Self {
                        id: view.id(),
                        symbol: ::std::string::String::from(view.symbol()),
                        side: view.side(),
                        note: view.note().map(::std::string::String::from),
                        legs: view.legs().to_vec(),
                    }
                }
                #[inline]
                fn hint() -> &'static ::stillwire::codec::message::Hint {
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
                pub fn encode(&self) -> ::stillwire::codec::Encoded<Order> {
                    ::stillwire::codec::encoded::encode_or_panic::<Order>(self)
                }
            }
            impl ::stillwire::codec::Encode<Order> for Order {
                #[inline]
                fn extent(&self) -> usize {
                    if self.note.is_some() {
                        return 10;
                    }
                    if self.side.number() != 1 {
                        return 9;
                    }
                    if self.id != 0 {
                        return 8;
                    }
                    0
                }
                #[inline]
                fn scalars(&self, out: &mut [u8]) {
                    ::stillwire::codec::fixed::put(out, 0, self.id);
                    ::stillwire::codec::fixed::put(out, 8, self.side.number() ^ 1);
                    ::stillwire::codec::fixed::put(
                        out,
                        9,
                        u8::from(self.note.is_some()),
                    );
                }
                #[inline]
                fn slots(
                    &self,
                ) -> impl ::stillwire::codec::slot::PutSlots<
                    <Order as ::stillwire::codec::Message>::Slots,
                > {
                    (self.symbol.as_str(), self.note.as_deref(), &self.legs)
                }
            }
            impl ::stillwire::codec::ToEncoded<Order> for Order {
                #[inline]
                fn to_encoded(
                    &self,
                ) -> ::core::result::Result<
                    ::stillwire::codec::Encoded<Order>,
                    ::stillwire::codec::EncodeError,
                > {
                    ::stillwire::codec::encoded::encode::<Order>(self)
                }
                #[inline]
                fn lend<R>(
                    &self,
                    take: impl FnOnce(::stillwire::codec::Lent<'_>) -> R,
                ) -> ::core::result::Result<R, ::stillwire::codec::EncodeError> {
                    ::stillwire::codec::encoded::lend::<Order, R>(self, take)
                }
            }
            impl OrderInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may, or a condition of the schema refuses it: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> ::stillwire::codec::Encoded<Order> {
                    ::stillwire::codec::encoded::encode_or_panic::<Order>(self)
                }
            }
            impl ::stillwire::codec::Encode<Order> for OrderInit<'_> {
                #[inline]
                fn extent(&self) -> usize {
                    if self.note.is_some() {
                        return 10;
                    }
                    if self.side.number() != 1 {
                        return 9;
                    }
                    if self.id != 0 {
                        return 8;
                    }
                    0
                }
                #[inline]
                fn scalars(&self, out: &mut [u8]) {
                    ::stillwire::codec::fixed::put(out, 0, self.id);
                    ::stillwire::codec::fixed::put(out, 8, self.side.number() ^ 1);
                    ::stillwire::codec::fixed::put(
                        out,
                        9,
                        u8::from(self.note.is_some()),
                    );
                }
                #[inline]
                fn slots(
                    &self,
                ) -> impl ::stillwire::codec::slot::PutSlots<
                    <Order as ::stillwire::codec::Message>::Slots,
                > {
                    (self.symbol, self.note, self.legs)
                }
            }
            impl ::stillwire::codec::ToEncoded<Order> for OrderInit<'_> {
                #[inline]
                fn to_encoded(
                    &self,
                ) -> ::core::result::Result<
                    ::stillwire::codec::Encoded<Order>,
                    ::stillwire::codec::EncodeError,
                > {
                    ::stillwire::codec::encoded::encode::<Order>(self)
                }
                #[inline]
                fn lend<R>(
                    &self,
                    take: impl FnOnce(::stillwire::codec::Lent<'_>) -> R,
                ) -> ::core::result::Result<R, ::stillwire::codec::EncodeError> {
                    ::stillwire::codec::encoded::lend::<Order, R>(self, take)
                }
            }
            impl ::stillwire::codec::Encode<Order> for OrderView<'_> {
                #[inline]
                fn extent(&self) -> usize {
                    self.0.extent()
                }
                #[inline]
                fn scalars(&self, out: &mut [u8]) {
                    self.0.put_scalars(out);
                }
                #[inline]
                fn slots(
                    &self,
                ) -> impl ::stillwire::codec::slot::PutSlots<
                    <Order as ::stillwire::codec::Message>::Slots,
                > {
                    self.0.relay()
                }
            }
            impl ::stillwire::codec::ToEncoded<Order> for OrderView<'_> {
                #[inline]
                fn to_encoded(
                    &self,
                ) -> ::core::result::Result<
                    ::stillwire::codec::Encoded<Order>,
                    ::stillwire::codec::EncodeError,
                > {
                    ::stillwire::codec::encoded::encode::<Order>(self)
                }
                #[inline]
                fn lend<R>(
                    &self,
                    take: impl FnOnce(::stillwire::codec::Lent<'_>) -> R,
                ) -> ::core::result::Result<R, ::stillwire::codec::EncodeError> {
                    ::stillwire::codec::encoded::lend::<Order, R>(self, take)
                }
            }
            /// [`Order`], changed in place.
            #[derive(Debug)]
            pub struct OrderViewMut<'a>(::stillwire::codec::patch::RawMut<'a, Order>);
            impl OrderViewMut<'_> {
                /// Sets the field `id`.
                #[inline]
                pub fn set_id(
                    &mut self,
                    value: u64,
                ) -> ::core::result::Result<(), ::stillwire::codec::PatchError> {
                    self.0.set(0, value)
                }
                /// Sets the field `side`.
                #[inline]
                pub fn set_side(
                    &mut self,
                    value: Side,
                ) -> ::core::result::Result<(), ::stillwire::codec::PatchError> {
                    self.0.set(8, value.number() ^ 1)
                }
                /// The field `legs`, to be changed in place.
                #[inline]
                pub fn legs_mut(
                    &mut self,
                ) -> ::stillwire::codec::patch::RowsMut<'_, Leg> {
                    self.0.slot::<::stillwire::codec::slot::I<2>>()
                }
                /// It, read in place.
                #[inline]
                pub fn view(&self) -> OrderView<'_> {
                    self.0.view()
                }
            }
            impl<'a> ::core::convert::From<::stillwire::codec::patch::RawMut<'a, Order>>
            for OrderViewMut<'a> {
                #[inline]
                fn from(raw: ::stillwire::codec::patch::RawMut<'a, Order>) -> Self {
                    Self(raw)
                }
            }
            impl ::stillwire::codec::Patch for Order {
                type ViewMut<'a> = OrderViewMut<'a>;
            }
            #[derive(Clone, Debug, PartialEq, Default)]
            pub struct Leg {
                pub price: ::stillwire::codec::Decimal<2>,
                pub quantity: u32,
            }
            /// [`Leg`], read in place.
            #[derive(Clone, Copy, PartialEq, Eq, Hash)]
            pub struct LegView<'a>(::stillwire::codec::view::RawView<'a, Leg>);
            impl<'a> LegView<'a> {
                /// The field `price`.
                #[inline]
                pub fn price(self) -> ::stillwire::codec::Decimal<2> {
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
                    ::stillwire::codec::Message::from_view(self)
                }
            }
            impl<'a> ::core::convert::From<::stillwire::codec::view::RawView<'a, Leg>>
            for LegView<'a> {
                #[inline]
                fn from(raw: ::stillwire::codec::view::RawView<'a, Leg>) -> Self {
                    Self(raw)
                }
            }
            impl<'a> ::core::convert::AsRef<::stillwire::codec::view::RawView<'a, Leg>>
            for LegView<'a> {
                #[inline]
                fn as_ref(&self) -> &::stillwire::codec::view::RawView<'a, Leg> {
                    &self.0
                }
            }
            impl ::core::fmt::Debug for LegView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    let view = *self;
                    ::stillwire::codec::view::debug(
                        f,
                        "Leg",
                        &["price", "quantity"],
                        &[&view.price(), &view.quantity()],
                    )
                }
            }
            /// [`Leg`] as borrows, to encode from.
            #[derive(Clone, Copy, Debug)]
            pub struct LegInit {
                pub price: ::stillwire::codec::Decimal<2>,
                pub quantity: u32,
            }
            impl LegInit {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    price: ::stillwire::codec::Decimal(0),
                    quantity: 0,
                };
            }
            impl ::core::default::Default for LegInit {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl ::stillwire::codec::Message for Leg {
                type View<'a> = LegView<'a>;
                type Slots = ();
                const SCALARS: usize = 12;
                const UNITS: &'static [::stillwire::codec::message::Unit] = &::stillwire::codec::message::Unit::of([
                    [0, 8, 0, 0],
                    [8, 12, 0, 0],
                ]);
                const TABLE: ::stillwire::codec::table::MessageTable = ::stillwire::codec::table::MessageTable::new(
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
                fn from_view(view: LegView<'_>) -> Self {
                    Self {
                        price: view.price(),
                        quantity: view.quantity(),
                    }
                }
                #[inline]
                fn hint() -> &'static ::stillwire::codec::message::Hint {
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
                pub fn encode(&self) -> ::stillwire::codec::Encoded<Leg> {
                    ::stillwire::codec::encoded::encode_or_panic::<Leg>(self)
                }
            }
            impl ::stillwire::codec::Encode<Leg> for Leg {
                #[inline]
                fn extent(&self) -> usize {
                    if self.quantity != 0 {
                        return 12;
                    }
                    if self.price.0 != 0 {
                        return 8;
                    }
                    0
                }
                #[inline]
                fn scalars(&self, out: &mut [u8]) {
                    ::stillwire::codec::fixed::put(out, 0, self.price);
                    ::stillwire::codec::fixed::put(out, 8, self.quantity);
                }
                #[inline]
                fn slots(
                    &self,
                ) -> impl ::stillwire::codec::slot::PutSlots<
                    <Leg as ::stillwire::codec::Message>::Slots,
                > {
                    ()
                }
            }
            impl ::stillwire::codec::ToEncoded<Leg> for Leg {
                #[inline]
                fn to_encoded(
                    &self,
                ) -> ::core::result::Result<
                    ::stillwire::codec::Encoded<Leg>,
                    ::stillwire::codec::EncodeError,
                > {
                    ::stillwire::codec::encoded::encode::<Leg>(self)
                }
                #[inline]
                fn lend<R>(
                    &self,
                    take: impl FnOnce(::stillwire::codec::Lent<'_>) -> R,
                ) -> ::core::result::Result<R, ::stillwire::codec::EncodeError> {
                    ::stillwire::codec::encoded::lend::<Leg, R>(self, take)
                }
            }
            impl LegInit {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may, or a condition of the schema refuses it: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> ::stillwire::codec::Encoded<Leg> {
                    ::stillwire::codec::encoded::encode_or_panic::<Leg>(self)
                }
            }
            impl ::stillwire::codec::Encode<Leg> for LegInit {
                #[inline]
                fn extent(&self) -> usize {
                    if self.quantity != 0 {
                        return 12;
                    }
                    if self.price.0 != 0 {
                        return 8;
                    }
                    0
                }
                #[inline]
                fn scalars(&self, out: &mut [u8]) {
                    ::stillwire::codec::fixed::put(out, 0, self.price);
                    ::stillwire::codec::fixed::put(out, 8, self.quantity);
                }
                #[inline]
                fn slots(
                    &self,
                ) -> impl ::stillwire::codec::slot::PutSlots<
                    <Leg as ::stillwire::codec::Message>::Slots,
                > {
                    ()
                }
            }
            impl ::stillwire::codec::ToEncoded<Leg> for LegInit {
                #[inline]
                fn to_encoded(
                    &self,
                ) -> ::core::result::Result<
                    ::stillwire::codec::Encoded<Leg>,
                    ::stillwire::codec::EncodeError,
                > {
                    ::stillwire::codec::encoded::encode::<Leg>(self)
                }
                #[inline]
                fn lend<R>(
                    &self,
                    take: impl FnOnce(::stillwire::codec::Lent<'_>) -> R,
                ) -> ::core::result::Result<R, ::stillwire::codec::EncodeError> {
                    ::stillwire::codec::encoded::lend::<Leg, R>(self, take)
                }
            }
            impl ::stillwire::codec::Encode<Leg> for LegView<'_> {
                #[inline]
                fn extent(&self) -> usize {
                    self.0.extent()
                }
                #[inline]
                fn scalars(&self, out: &mut [u8]) {
                    self.0.put_scalars(out);
                }
                #[inline]
                fn slots(
                    &self,
                ) -> impl ::stillwire::codec::slot::PutSlots<
                    <Leg as ::stillwire::codec::Message>::Slots,
                > {
                    self.0.relay()
                }
            }
            impl ::stillwire::codec::ToEncoded<Leg> for LegView<'_> {
                #[inline]
                fn to_encoded(
                    &self,
                ) -> ::core::result::Result<
                    ::stillwire::codec::Encoded<Leg>,
                    ::stillwire::codec::EncodeError,
                > {
                    ::stillwire::codec::encoded::encode::<Leg>(self)
                }
                #[inline]
                fn lend<R>(
                    &self,
                    take: impl FnOnce(::stillwire::codec::Lent<'_>) -> R,
                ) -> ::core::result::Result<R, ::stillwire::codec::EncodeError> {
                    ::stillwire::codec::encoded::lend::<Leg, R>(self, take)
                }
            }
            /// [`Leg`], changed in place.
            #[derive(Debug)]
            pub struct LegViewMut<'a>(::stillwire::codec::patch::RawMut<'a, Leg>);
            impl LegViewMut<'_> {
                /// Sets the field `price`.
                #[inline]
                pub fn set_price(
                    &mut self,
                    value: ::stillwire::codec::Decimal<2>,
                ) -> ::core::result::Result<(), ::stillwire::codec::PatchError> {
                    self.0.set(0, value)
                }
                /// Sets the field `quantity`.
                #[inline]
                pub fn set_quantity(
                    &mut self,
                    value: u32,
                ) -> ::core::result::Result<(), ::stillwire::codec::PatchError> {
                    self.0.set(8, value)
                }
                /// It, read in place.
                #[inline]
                pub fn view(&self) -> LegView<'_> {
                    self.0.view()
                }
            }
            impl<'a> ::core::convert::From<::stillwire::codec::patch::RawMut<'a, Leg>>
            for LegViewMut<'a> {
                #[inline]
                fn from(raw: ::stillwire::codec::patch::RawMut<'a, Leg>) -> Self {
                    Self(raw)
                }
            }
            impl ::stillwire::codec::Patch for Leg {
                type ViewMut<'a> = LegViewMut<'a>;
            }
            #[doc(hidden)]
            #[inline]
            pub fn __schema() -> &'static ::stillwire::codec::table::Schema {
                static PACKED: ::stillwire::codec::table::Packed = ::stillwire::codec::table::Packed::new(
                    b"\x0eacme.orders.v1\x02\x14acme.orders.v1.Order\n\x03\x05\x00\x02id\x01\x04\x01\x00\x00\x00\x06symbol\x02\x14\x02\x00\x00\x10\x04side\x03\x10\x00\x00\x01\x08\x00\x01\x00\x04note\x04\x14\x02\x01\x03\t\x01\x00\x04legs\x05\x1a\x16\x00\x01\x02\x02\x00\x00\x12acme.orders.v1.Leg\x0c\x00\x02\x00\x05price\x01\x0f\x02\x01\x00\x00\x04\x08quantity\x02\x03\x01\x08\x00\x01\x00\x01\x00\x07nonzero\x00\x00\x00\x01\x13acme.orders.v1.Side\x01\x03\x00\x0bunspecified\x10SIDE_UNSPECIFIED\x02\x03buy\x08SIDE_BUY\x04\x04sell\tSIDE_SELL\x00\x00\x00",
                    &[],
                );
                PACKED.get()
            }
            static __HINTS: [::stillwire::codec::message::Hint; 2] = [const {
                ::stillwire::codec::message::Hint::new()
            }; 2];
        }
    }
}
