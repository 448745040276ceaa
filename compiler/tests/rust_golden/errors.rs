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
pub mod golden {
    pub mod errors {
        /// An error, and a service that throws it.
        pub mod v1 {
            /// Why an order was not placed.
            #[derive(Clone, PartialEq)]
            pub enum PlaceError {
                /// Nobody trades this here.
                ///
                /// It may be listed elsewhere.
                ///
                /// NOT_FOUND.
                UnknownSymbol,
                /// FAILED_PRECONDITION.
                PriceBand(Band),
                /// UNAVAILABLE: the call may be tried again.
                #[deprecated(note = "never thrown")]
                Halted,
                /// INVALID_ARGUMENT.
                Type(::std::vec::Vec<::std::string::String>),
                /// An error that this schema does not know, as it came.
                Unknown(::stillwire::rpc::UnknownError),
            }
            impl PlaceError {
                /// The code of the status that carries it.
                pub fn code(&self) -> ::stillwire::rpc::Code {
                    match self {
                        Self::UnknownSymbol => ::stillwire::rpc::Code::NotFound,
                        Self::PriceBand(_) => ::stillwire::rpc::Code::FailedPrecondition,
                        Self::Halted => ::stillwire::rpc::Code::Unavailable,
                        Self::Type(_) => ::stillwire::rpc::Code::InvalidArgument,
                        Self::Unknown(unknown) => unknown.code(),
                    }
                }
                /// Whether the same call may succeed later.
                pub fn is_retryable(&self) -> bool {
                    match self {
                        Self::UnknownSymbol => false,
                        Self::PriceBand(_) => false,
                        Self::Halted => true,
                        Self::Type(_) => false,
                        Self::Unknown(unknown) => unknown.is_retryable(),
                    }
                }
            }
            impl ::core::fmt::Display for PlaceError {
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    match self {
                        Self::UnknownSymbol => f.write_str("Nobody trades this here."),
                        Self::PriceBand(_) => f.write_str("price band"),
                        Self::Halted => f.write_str("halted"),
                        Self::Type(_) => f.write_str("type"),
                        Self::Unknown(unknown) => ::core::fmt::Display::fmt(unknown, f),
                    }
                }
            }
            impl ::std::error::Error for PlaceError {}
            impl ::stillwire::rpc::Throws for PlaceError {
                const NAME: &'static str = "golden.errors.v1.PlaceError";
                fn code(&self) -> ::stillwire::rpc::Code {
                    Self::code(self)
                }
                fn is_retryable(&self) -> bool {
                    Self::is_retryable(self)
                }
                fn to_status(&self) -> ::stillwire::rpc::Status {
                    let carrier = match self {
                        Self::UnknownSymbol => {
                            __PlaceError {
                                unknown_symbol: ::core::option::Option::Some(
                                    ::std::vec::Vec::new(),
                                ),
                                ..::core::default::Default::default()
                            }
                        }
                        Self::PriceBand(payload) => {
                            __PlaceError {
                                price_band: ::core::option::Option::Some(
                                    ::core::clone::Clone::clone(payload),
                                ),
                                ..::core::default::Default::default()
                            }
                        }
                        Self::Halted => {
                            __PlaceError {
                                halted: ::core::option::Option::Some(
                                    ::std::vec::Vec::new(),
                                ),
                                ..::core::default::Default::default()
                            }
                        }
                        Self::Type(payload) => {
                            __PlaceError {
                                r#type: ::core::option::Option::Some(
                                    ::core::clone::Clone::clone(payload),
                                ),
                                ..::core::default::Default::default()
                            }
                        }
                        Self::Unknown(unknown) => return unknown.to_status(),
                    };
                    ::stillwire::rpc::thrown::to_status(self, &carrier)
                }
                fn from_status(
                    status: &::stillwire::rpc::Status,
                ) -> ::core::option::Option<Self> {
                    let carrier: __PlaceError = ::stillwire::rpc::thrown::from_status::<
                        Self,
                        __PlaceError,
                    >(status)?;
                    if let ::core::option::Option::Some(_) = carrier.unknown_symbol {
                        return ::core::option::Option::Some(Self::UnknownSymbol);
                    }
                    if let ::core::option::Option::Some(payload) = carrier.price_band {
                        return ::core::option::Option::Some(Self::PriceBand(payload));
                    }
                    if let ::core::option::Option::Some(_) = carrier.halted {
                        return ::core::option::Option::Some(Self::Halted);
                    }
                    if let ::core::option::Option::Some(payload) = carrier.r#type {
                        return ::core::option::Option::Some(Self::Type(payload));
                    }
                    ::core::option::Option::Some(
                        Self::Unknown(::stillwire::rpc::UnknownError::new(status)),
                    )
                }
            }
            impl ::core::fmt::Debug for PlaceError {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    match self {
                        Self::UnknownSymbol => f.write_str("UnknownSymbol"),
                        Self::PriceBand(payload) => {
                            f.debug_tuple("PriceBand").field(payload).finish()
                        }
                        Self::Halted => f.write_str("Halted"),
                        Self::Type(_) => {
                            f.debug_tuple("Type")
                                .field(&::stillwire::codec::error::Redacted)
                                .finish()
                        }
                        Self::Unknown(payload) => {
                            f.debug_tuple("Unknown").field(payload).finish()
                        }
                    }
                }
            }
            #[derive(Clone, Debug, PartialEq, Default)]
            pub struct Band {
                pub low: ::stillwire::codec::Decimal<2>,
                pub high: ::stillwire::codec::Decimal<2>,
            }
            /// [`Band`], read in place.
            #[derive(Clone, Copy, PartialEq, Eq, Hash)]
            pub struct BandView<'a>(::stillwire::codec::view::RawView<'a, Band>);
            impl<'a> BandView<'a> {
                /// The field `low`.
                #[inline]
                pub fn low(self) -> ::stillwire::codec::Decimal<2> {
                    self.0.get(0)
                }
                /// The field `high`.
                #[inline]
                pub fn high(self) -> ::stillwire::codec::Decimal<2> {
                    self.0.get(8)
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> Band {
                    ::stillwire::codec::Message::from_view(self)
                }
            }
            impl<'a> ::core::convert::From<::stillwire::codec::view::RawView<'a, Band>>
            for BandView<'a> {
                #[inline]
                fn from(raw: ::stillwire::codec::view::RawView<'a, Band>) -> Self {
                    Self(raw)
                }
            }
            impl<'a> ::core::convert::AsRef<::stillwire::codec::view::RawView<'a, Band>>
            for BandView<'a> {
                #[inline]
                fn as_ref(&self) -> &::stillwire::codec::view::RawView<'a, Band> {
                    &self.0
                }
            }
            impl ::core::fmt::Debug for BandView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    let view = *self;
                    ::stillwire::codec::view::debug(
                        f,
                        "Band",
                        &["low", "high"],
                        &[&view.low(), &view.high()],
                    )
                }
            }
            /// [`Band`] as borrows, to encode from.
            #[derive(Clone, Copy, Debug)]
            pub struct BandInit {
                pub low: ::stillwire::codec::Decimal<2>,
                pub high: ::stillwire::codec::Decimal<2>,
            }
            impl BandInit {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    low: ::stillwire::codec::Decimal(0),
                    high: ::stillwire::codec::Decimal(0),
                };
            }
            impl ::core::default::Default for BandInit {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl ::stillwire::codec::Message for Band {
                type View<'a> = BandView<'a>;
                type Slots = ();
                const SCALARS: usize = 16;
                const UNITS: &'static [::stillwire::codec::message::Unit] = &::stillwire::codec::message::Unit::of([
                    [0, 8, 0, 0],
                    [8, 16, 0, 0],
                ]);
                const TABLE: ::stillwire::codec::table::MessageTable = ::stillwire::codec::table::MessageTable::new(
                    __schema,
                    0,
                );
                const FINGERPRINT: u64 = 0xf60e33726e006cab;
                #[inline]
                fn from_view(view: BandView<'_>) -> Self {
                    Self {
                        low: view.low(),
                        high: view.high(),
                    }
                }
                #[inline]
                fn hint() -> &'static ::stillwire::codec::message::Hint {
                    &__HINTS[0]
                }
            }
            impl Band {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> ::stillwire::codec::Encoded<Band> {
                    ::stillwire::codec::encoded::encode_or_panic::<Band>(self)
                }
            }
            impl ::stillwire::codec::Encode<Band> for Band {
                #[inline]
                fn extent(&self) -> usize {
                    if self.high.0 != 0 {
                        return 16;
                    }
                    if self.low.0 != 0 {
                        return 8;
                    }
                    0
                }
                #[inline]
                fn scalars(&self, out: &mut [u8]) {
                    ::stillwire::codec::fixed::put(out, 0, self.low);
                    ::stillwire::codec::fixed::put(out, 8, self.high);
                }
                #[inline]
                fn slots(
                    &self,
                ) -> impl ::stillwire::codec::slot::PutSlots<
                    <Band as ::stillwire::codec::Message>::Slots,
                > {
                    ()
                }
            }
            impl ::stillwire::codec::ToEncoded<Band> for Band {
                #[inline]
                fn to_encoded(
                    &self,
                ) -> ::core::result::Result<
                    ::stillwire::codec::Encoded<Band>,
                    ::stillwire::codec::EncodeError,
                > {
                    ::stillwire::codec::encoded::encode::<Band>(self)
                }
                #[inline]
                fn lend<R>(
                    &self,
                    take: impl FnOnce(::stillwire::codec::Lent<'_>) -> R,
                ) -> ::core::result::Result<R, ::stillwire::codec::EncodeError> {
                    ::stillwire::codec::encoded::lend::<Band, R>(self, take)
                }
            }
            impl BandInit {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> ::stillwire::codec::Encoded<Band> {
                    ::stillwire::codec::encoded::encode_or_panic::<Band>(self)
                }
            }
            impl ::stillwire::codec::Encode<Band> for BandInit {
                #[inline]
                fn extent(&self) -> usize {
                    if self.high.0 != 0 {
                        return 16;
                    }
                    if self.low.0 != 0 {
                        return 8;
                    }
                    0
                }
                #[inline]
                fn scalars(&self, out: &mut [u8]) {
                    ::stillwire::codec::fixed::put(out, 0, self.low);
                    ::stillwire::codec::fixed::put(out, 8, self.high);
                }
                #[inline]
                fn slots(
                    &self,
                ) -> impl ::stillwire::codec::slot::PutSlots<
                    <Band as ::stillwire::codec::Message>::Slots,
                > {
                    ()
                }
            }
            impl ::stillwire::codec::ToEncoded<Band> for BandInit {
                #[inline]
                fn to_encoded(
                    &self,
                ) -> ::core::result::Result<
                    ::stillwire::codec::Encoded<Band>,
                    ::stillwire::codec::EncodeError,
                > {
                    ::stillwire::codec::encoded::encode::<Band>(self)
                }
                #[inline]
                fn lend<R>(
                    &self,
                    take: impl FnOnce(::stillwire::codec::Lent<'_>) -> R,
                ) -> ::core::result::Result<R, ::stillwire::codec::EncodeError> {
                    ::stillwire::codec::encoded::lend::<Band, R>(self, take)
                }
            }
            impl ::stillwire::codec::Encode<Band> for BandView<'_> {
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
                    <Band as ::stillwire::codec::Message>::Slots,
                > {
                    self.0.relay()
                }
            }
            impl ::stillwire::codec::ToEncoded<Band> for BandView<'_> {
                #[inline]
                fn to_encoded(
                    &self,
                ) -> ::core::result::Result<
                    ::stillwire::codec::Encoded<Band>,
                    ::stillwire::codec::EncodeError,
                > {
                    ::stillwire::codec::encoded::encode::<Band>(self)
                }
                #[inline]
                fn lend<R>(
                    &self,
                    take: impl FnOnce(::stillwire::codec::Lent<'_>) -> R,
                ) -> ::core::result::Result<R, ::stillwire::codec::EncodeError> {
                    ::stillwire::codec::encoded::lend::<Band, R>(self, take)
                }
            }
            /// [`Band`], changed in place.
            #[derive(Debug)]
            pub struct BandViewMut<'a>(::stillwire::codec::patch::RawMut<'a, Band>);
            impl BandViewMut<'_> {
                /// Sets the field `low`.
                #[inline]
                pub fn set_low(
                    &mut self,
                    value: ::stillwire::codec::Decimal<2>,
                ) -> ::core::result::Result<(), ::stillwire::codec::PatchError> {
                    self.0.set(0, value)
                }
                /// Sets the field `high`.
                #[inline]
                pub fn set_high(
                    &mut self,
                    value: ::stillwire::codec::Decimal<2>,
                ) -> ::core::result::Result<(), ::stillwire::codec::PatchError> {
                    self.0.set(8, value)
                }
                /// It, read in place.
                #[inline]
                pub fn view(&self) -> BandView<'_> {
                    self.0.view()
                }
            }
            impl<'a> ::core::convert::From<::stillwire::codec::patch::RawMut<'a, Band>>
            for BandViewMut<'a> {
                #[inline]
                fn from(raw: ::stillwire::codec::patch::RawMut<'a, Band>) -> Self {
                    Self(raw)
                }
            }
            impl ::stillwire::codec::Patch for Band {
                type ViewMut<'a> = BandViewMut<'a>;
            }
            #[derive(Clone, PartialEq, Default)]
            struct __PlaceError {
                pub unknown_symbol: ::core::option::Option<::std::vec::Vec<u8>>,
                pub price_band: ::core::option::Option<Band>,
                pub halted: ::core::option::Option<::std::vec::Vec<u8>>,
                pub r#type: ::core::option::Option<
                    ::std::vec::Vec<::std::string::String>,
                >,
            }
            impl ::core::fmt::Debug for __PlaceError {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    f.debug_struct("__PlaceError")
                        .field("unknown_symbol", &self.unknown_symbol)
                        .field("price_band", &self.price_band)
                        .field("halted", &self.halted)
                        .field("type", &::stillwire::codec::error::Redacted)
                        .finish()
                }
            }
            /// [`__PlaceError`], read in place.
            #[derive(Clone, Copy, PartialEq, Eq, Hash)]
            struct __PlaceErrorView<'a>(
                ::stillwire::codec::view::RawView<'a, __PlaceError>,
            );
            impl<'a> __PlaceErrorView<'a> {
                /// The field `unknown_symbol`.
                #[inline]
                pub fn unknown_symbol(self) -> ::core::option::Option<&'a [u8]> {
                    self.0.slot::<::stillwire::codec::slot::I<0>>()
                }
                /// The field `price_band`.
                #[inline]
                pub fn price_band(self) -> ::core::option::Option<BandView<'a>> {
                    self.0.slot::<::stillwire::codec::slot::I<1>>()
                }
                /// The field `halted`.
                #[inline]
                pub fn halted(self) -> ::core::option::Option<&'a [u8]> {
                    self.0.slot::<::stillwire::codec::slot::I<3>>()
                }
                /// The field `type`.
                #[inline]
                pub fn r#type(
                    self,
                ) -> ::core::option::Option<
                    ::stillwire::codec::kind::ItemsView<
                        'a,
                        ::stillwire::codec::kind::Text,
                    >,
                > {
                    self.0.slot::<::stillwire::codec::slot::I<4>>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> __PlaceError {
                    ::stillwire::codec::Message::from_view(self)
                }
            }
            impl<
                'a,
            > ::core::convert::From<::stillwire::codec::view::RawView<'a, __PlaceError>>
            for __PlaceErrorView<'a> {
                #[inline]
                fn from(
                    raw: ::stillwire::codec::view::RawView<'a, __PlaceError>,
                ) -> Self {
                    Self(raw)
                }
            }
            impl<
                'a,
            > ::core::convert::AsRef<::stillwire::codec::view::RawView<'a, __PlaceError>>
            for __PlaceErrorView<'a> {
                #[inline]
                fn as_ref(
                    &self,
                ) -> &::stillwire::codec::view::RawView<'a, __PlaceError> {
                    &self.0
                }
            }
            impl ::core::fmt::Debug for __PlaceErrorView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    let view = *self;
                    ::stillwire::codec::view::debug(
                        f,
                        "__PlaceError",
                        &["unknown_symbol", "price_band", "halted", "type"],
                        &[
                            &view.unknown_symbol(),
                            &view.price_band(),
                            &view.halted(),
                            &::stillwire::codec::error::Redacted,
                        ],
                    )
                }
            }
            impl ::stillwire::codec::Message for __PlaceError {
                type View<'a> = __PlaceErrorView<'a>;
                type Slots = (
                    ::stillwire::codec::kind::Flagged<
                        ::stillwire::codec::kind::Blob,
                        0,
                        1,
                    >,
                    ::stillwire::codec::kind::Optional<
                        ::stillwire::codec::kind::Sub<Band>,
                    >,
                    ::stillwire::codec::kind::Hole,
                    ::stillwire::codec::kind::Flagged<
                        ::stillwire::codec::kind::Blob,
                        0,
                        4,
                    >,
                    ::stillwire::codec::kind::Flagged<
                        ::stillwire::codec::kind::Items<::stillwire::codec::kind::Text>,
                        0,
                        8,
                    >,
                );
                const SCALARS: usize = 1;
                const UNITS: &'static [::stillwire::codec::message::Unit] = &::stillwire::codec::message::Unit::of([
                    [0, 1, 0, 0],
                ]);
                const TABLE: ::stillwire::codec::table::MessageTable = ::stillwire::codec::table::MessageTable::new(
                    __schema,
                    1,
                );
                const FINGERPRINT: u64 = 0x5eb7688c61b5e9d2;
                const CONSTRAINED: bool = true;
                #[inline]
                fn holds(view: __PlaceErrorView<'_>) -> bool {
                    view.r#type().is_none_or(|value| value.len() >= 1)
                }
                #[inline]
                fn from_view(view: __PlaceErrorView<'_>) -> Self {
                    Self {
                        unknown_symbol: view
                            .unknown_symbol()
                            .map(|value| value.to_vec()),
                        price_band: view.price_band().map(BandView::to_message),
                        halted: view.halted().map(|value| value.to_vec()),
                        r#type: view.r#type().map(|value| value.to_vec()),
                    }
                }
                #[inline]
                fn hint() -> &'static ::stillwire::codec::message::Hint {
                    &__HINTS[1]
                }
            }
            impl ::stillwire::codec::Encode<__PlaceError> for __PlaceError {
                #[inline]
                fn extent(&self) -> usize {
                    if self.unknown_symbol.is_some() || self.halted.is_some()
                        || self.r#type.is_some()
                    {
                        return 1;
                    }
                    0
                }
                #[inline]
                fn scalars(&self, out: &mut [u8]) {
                    ::stillwire::codec::fixed::put(
                        out,
                        0,
                        u8::from(self.unknown_symbol.is_some())
                            | u8::from(self.halted.is_some()) << 2
                            | u8::from(self.r#type.is_some()) << 3,
                    );
                }
                #[inline]
                fn slots(
                    &self,
                ) -> impl ::stillwire::codec::slot::PutSlots<
                    <__PlaceError as ::stillwire::codec::Message>::Slots,
                > {
                    (
                        self.unknown_symbol.as_deref(),
                        self.price_band.as_ref(),
                        (),
                        self.halted.as_deref(),
                        self.r#type.as_ref(),
                    )
                }
            }
            impl ::stillwire::codec::ToEncoded<__PlaceError> for __PlaceError {
                #[inline]
                fn to_encoded(
                    &self,
                ) -> ::core::result::Result<
                    ::stillwire::codec::Encoded<__PlaceError>,
                    ::stillwire::codec::EncodeError,
                > {
                    ::stillwire::codec::encoded::encode::<__PlaceError>(self)
                }
                #[inline]
                fn lend<R>(
                    &self,
                    take: impl FnOnce(::stillwire::codec::Lent<'_>) -> R,
                ) -> ::core::result::Result<R, ::stillwire::codec::EncodeError> {
                    ::stillwire::codec::encoded::lend::<__PlaceError, R>(self, take)
                }
            }
            #[doc(hidden)]
            pub static __FILES: ::stillwire::rpc::FileDescriptors = ::stillwire::rpc::FileDescriptors {
                own: b"\n\xbe\x01\n\x1bgoogle/protobuf/empty.proto\x12\x0fgoogle.protobuf\"\x07\n\x05EmptyB}\n\x13com.google.protobufB\nEmptyProtoP\x01Z.google.golang.org/protobuf/types/known/emptypb\xf8\x01\x01\xa2\x02\x03GPB\xaa\x02\x1eGoogle.Protobuf.WellKnownTypesb\x06proto3\n\xba\x04\n\x1dgolden/errors/v1/errors.proto\x12\x10golden.errors.v1\x1a\x1bgoogle/protobuf/empty.proto\"\xb3\x02\n\nPlaceError\x12?\n\x0eunknown_symbol\x18\x01 \x01(\x0b2\x16.google.protobuf.EmptyH\x00R\runknownSymbol\x127\n\nprice_band\x18\x02 \x01(\x0b2\x16.golden.errors.v1.BandH\x00R\tpriceBand\x124\n\x06halted\x18\x04 \x01(\x0b2\x16.google.protobuf.EmptyB\x02\x18\x01H\x00R\x06halted\x12<\n\x04type\x18\x05 \x01(\x0b2&.golden.errors.v1.PlaceError.TypeValueH\x00R\x04type\x1a!\n\tTypeValue\x12\x14\n\x05items\x18\x01 \x03(\tR\x05itemsB\x06\n\x04kindJ\x04\x08\x03\x10\x04R\x06closed\",\n\x04Band\x12\x10\n\x03low\x18\x01 \x01(\tR\x03low\x12\x12\n\x04high\x18\x02 \x01(\tR\x04high2~\n\x04Book\x127\n\x05Place\x12\x16.golden.errors.v1.Band\x1a\x16.golden.errors.v1.Band\x12=\n\x07Session\x12\x16.golden.errors.v1.Band\x1a\x16.golden.errors.v1.Band(\x010\x01b\x06proto3",
                imports: &[],
            };
            #[doc(hidden)]
            pub static __BOOK_SERVICE: ::stillwire::rpc::ServiceDescriptor = ::stillwire::rpc::ServiceDescriptor {
                name: "golden.errors.v1.Book",
                methods: &[
                    ::stillwire::rpc::MethodDescriptor::new(
                            "Place",
                            "/golden.errors.v1.Book/Place",
                            0x6c8172239d2964f0,
                        )
                        .with_types(
                            <Band as ::stillwire::codec::Message>::TABLE,
                            <Band as ::stillwire::codec::Message>::TABLE,
                        ),
                    ::stillwire::rpc::MethodDescriptor::new(
                            "Session",
                            "/golden.errors.v1.Book/Session",
                            0x1f36b65234a23ad1,
                        )
                        .with_types(
                            <Band as ::stillwire::codec::Message>::TABLE,
                            <Band as ::stillwire::codec::Message>::TABLE,
                        )
                        .with_streaming(true, true),
                ],
                files: &__FILES,
            };
            pub trait Book: ::core::marker::Send + ::core::marker::Sync + 'static {
                fn place(
                    &self,
                    call: &::stillwire::rpc::Call,
                    request: ::stillwire::codec::Encoded<Band>,
                ) -> impl ::core::future::Future<
                    Output = ::core::result::Result<
                        ::stillwire::rpc::Reply<Band>,
                        ::stillwire::rpc::Fault<PlaceError>,
                    >,
                > + ::core::marker::Send;
                fn session(
                    &self,
                    call: &::stillwire::rpc::Call,
                    input: ::stillwire::rpc::Inbound<Band>,
                    out: ::stillwire::rpc::Outbound<Band>,
                ) -> impl ::core::future::Future<
                    Output = ::core::result::Result<
                        (),
                        ::stillwire::rpc::Fault<PlaceError>,
                    >,
                > + ::core::marker::Send;
                /// The service, ready to be added to a server.
                fn serve(self) -> ::stillwire::rpc::Service
                where
                    Self: ::core::marker::Sized,
                {
                    ::stillwire::rpc::Service::new(BookServer(self))
                }
            }
            struct BookServer<T>(T);
            impl<T: Book> ::stillwire::rpc::Dispatch for BookServer<T> {
                fn descriptor(&self) -> &'static ::stillwire::rpc::ServiceDescriptor {
                    &__BOOK_SERVICE
                }
                fn call(
                    self: ::std::sync::Arc<Self>,
                    method: usize,
                    exchange: ::stillwire::rpc::Exchange,
                ) -> ::stillwire::rpc::BoxFuture<
                    'static,
                    ::core::result::Result<
                        ::stillwire::rpc::Outcome,
                        ::stillwire::rpc::Status,
                    >,
                > {
                    match method {
                        0 => {
                            ::std::boxed::Box::pin(async move {
                                let (call, request) = exchange.unary()?;
                                let result = <T as Book>::place(&self.0, &call, request)
                                    .await;
                                ::core::result::Result::Ok(call.reply(result))
                            })
                        }
                        1 => {
                            ::std::boxed::Box::pin(async move {
                                let (call, input, out) = exchange.streaming()?;
                                let result = <T as Book>::session(
                                        &self.0,
                                        &call,
                                        input,
                                        out,
                                    )
                                    .await;
                                ::core::result::Result::Ok(call.end(result))
                            })
                        }
                        _ => ::stillwire::rpc::Service::no_such_method(),
                    }
                }
            }
            /// Calls [`Book`].
            #[derive(Clone, Debug)]
            pub struct BookClient {
                caller: ::stillwire::rpc::Caller,
            }
            impl BookClient {
                /// What the service is called and what its methods are.
                pub const SERVICE: &'static ::stillwire::rpc::ServiceDescriptor = &__BOOK_SERVICE;
                /// A client that calls over `caller`: a channel, or any other transport.
                pub fn new(
                    caller: impl ::core::convert::Into<::stillwire::rpc::Caller>,
                ) -> Self {
                    Self {
                        caller: ::core::convert::Into::into(caller),
                    }
                }
                pub fn place(
                    &self,
                    request: impl ::stillwire::codec::ToEncoded<Band>,
                ) -> ::stillwire::rpc::client::UnaryCall<Band, PlaceError> {
                    self.caller
                        .unary::<
                            Band,
                            Band,
                            PlaceError,
                        >(&__BOOK_SERVICE.methods[0], request)
                }
                pub fn session(
                    &self,
                ) -> ::stillwire::rpc::client::StreamingCall<Band, Band, PlaceError> {
                    self.caller
                        .streaming::<Band, Band, PlaceError>(&__BOOK_SERVICE.methods[1])
                }
            }
            #[doc(hidden)]
            #[inline]
            pub fn __schema() -> &'static ::stillwire::codec::table::Schema {
                static PACKED: ::stillwire::codec::table::Packed = ::stillwire::codec::table::Packed::new(
                    b"\x10golden.errors.v1\x02\x15golden.errors.v1.Band\x10\x00\x02\x00\x03low\x01\x0f\x02\x01\x00\x00\x00\x04high\x02\x0f\x02\x01\x08\x00\x00\x1bgolden.errors.v1.PlaceError\x01\x05\x05\x00\x0eunknown_symbol\x01\x15\x02\x00\x03\x00\x01\x00\nprice_band\x02\x16\x00\x00\x02\x01\x02\x01\x06closed\x03\x15\x02\x02\x03\x00\x02\x00\x06halted\x04\x15\x02\x03\x03\x00\x04\x06\x04type\x05\x1a\x14\x02\x04\x03\x00\x08\x01\x00\x06\x01\xff\xff\xff\xff\x07\x07len > 0\x00\x00\x00\x00\x00",
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
