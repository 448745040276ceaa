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
            use ::stillwire::codec as __codec;
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
                Type(Vec<String>),
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
                                unknown_symbol: Option::Some(Vec::new()),
                                ..Default::default()
                            }
                        }
                        Self::PriceBand(payload) => {
                            __PlaceError {
                                price_band: Option::Some(Clone::clone(payload)),
                                ..Default::default()
                            }
                        }
                        Self::Halted => {
                            __PlaceError {
                                halted: Option::Some(Vec::new()),
                                ..Default::default()
                            }
                        }
                        Self::Type(payload) => {
                            __PlaceError {
                                r#type: Option::Some(Clone::clone(payload)),
                                ..Default::default()
                            }
                        }
                        Self::Unknown(unknown) => return unknown.to_status(),
                    };
                    ::stillwire::rpc::thrown::to_status(self, &carrier)
                }
                fn from_status(status: &::stillwire::rpc::Status) -> Option<Self> {
                    let carrier: __PlaceError = ::stillwire::rpc::thrown::from_status::<
                        Self,
                        __PlaceError,
                    >(status)?;
                    if let Option::Some(_) = carrier.unknown_symbol {
                        return Option::Some(Self::UnknownSymbol);
                    }
                    if let Option::Some(payload) = carrier.price_band {
                        return Option::Some(Self::PriceBand(payload));
                    }
                    if let Option::Some(_) = carrier.halted {
                        return Option::Some(Self::Halted);
                    }
                    if let Option::Some(payload) = carrier.r#type {
                        return Option::Some(Self::Type(payload));
                    }
                    Option::Some(
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
                                .field(&__codec::error::Redacted)
                                .finish()
                        }
                        Self::Unknown(payload) => {
                            f.debug_tuple("Unknown").field(payload).finish()
                        }
                    }
                }
            }
            #[derive(Clone, Debug, Default)]
            pub struct Band {
                pub low: __codec::Decimal<2>,
                pub high: __codec::Decimal<2>,
            }
            impl PartialEq for Band {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    self.low == other.low && self.high == other.high
                }
            }
            /// [`Band`], read in place.
            #[derive(PartialEq, Hash)]
            pub struct BandView<'a>(__codec::view::RawView<'a, Band>);
            impl Clone for BandView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for BandView<'_> {}
            impl Eq for BandView<'_> {}
            impl<'a> BandView<'a> {
                /// The field `low`.
                #[inline]
                pub fn low(self) -> __codec::Decimal<2> {
                    self.0.get(0)
                }
                /// The field `high`.
                #[inline]
                pub fn high(self) -> __codec::Decimal<2> {
                    self.0.get(8)
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> Band {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for BandView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`Band`] as borrows, to encode from.
            pub struct BandInit {
                pub low: __codec::Decimal<2>,
                pub high: __codec::Decimal<2>,
            }
            impl Clone for BandInit {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for BandInit {}
            impl ::core::fmt::Debug for BandInit {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<Band>(self, f)
                }
            }
            impl BandInit {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    low: __codec::Decimal(0),
                    high: __codec::Decimal(0),
                };
            }
            impl Default for BandInit {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for Band {
                type View<'a> = BandView<'a>;
                type Slots = ();
                const SCALARS: usize = 16;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([
                    [0, 8, 0, 0],
                    [8, 16, 0, 0],
                ]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    0,
                );
                const FINGERPRINT: u64 = 0xf60e33726e006cab;
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> BandView<'_> {
                    BandView(raw)
                }
                #[inline]
                fn from_view(view: BandView<'_>) -> Self {
                    Self {
                        low: view.low(),
                        high: view.high(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
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
                pub fn encode(&self) -> __codec::Encoded<Band> {
                    __codec::encoded::encode_or_panic::<Band>(self)
                }
            }
            impl __codec::Encode<Band> for Band {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Band>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((&self.low, &self.high), ())
                }
            }
            impl BandInit {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Band> {
                    __codec::encoded::encode_or_panic::<Band>(self)
                }
            }
            impl __codec::Encode<Band> for BandInit {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Band>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((&self.low, &self.high), ())
                }
            }
            impl __codec::Encode<Band> for BandView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Band>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            /// [`Band`], changed in place.
            #[derive(Debug)]
            pub struct BandViewMut<'a>(__codec::patch::RawMut<'a, Band>);
            impl BandViewMut<'_> {
                /// Sets the field `low`.
                #[inline]
                pub fn set_low(
                    &mut self,
                    value: __codec::Decimal<2>,
                ) -> Result<(), __codec::PatchError> {
                    self.0.set(0, value)
                }
                /// Sets the field `high`.
                #[inline]
                pub fn set_high(
                    &mut self,
                    value: __codec::Decimal<2>,
                ) -> Result<(), __codec::PatchError> {
                    self.0.set(8, value)
                }
                /// It, read in place.
                #[inline]
                pub fn view(&self) -> BandView<'_> {
                    self.0.view()
                }
            }
            impl<'a> From<__codec::patch::RawMut<'a, Band>> for BandViewMut<'a> {
                #[inline]
                fn from(raw: __codec::patch::RawMut<'a, Band>) -> Self {
                    Self(raw)
                }
            }
            impl __codec::Patch for Band {
                type ViewMut<'a> = BandViewMut<'a>;
            }
            #[derive(Clone, Default)]
            struct __PlaceError {
                pub unknown_symbol: Option<Vec<u8>>,
                pub price_band: Option<Band>,
                pub halted: Option<Vec<u8>>,
                pub r#type: Option<Vec<String>>,
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
                        .field("type", &__codec::error::Redacted)
                        .finish()
                }
            }
            impl PartialEq for __PlaceError {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    __codec::view::same(&self.unknown_symbol, &other.unknown_symbol)
                        && __codec::view::same(&self.price_band, &other.price_band)
                        && __codec::view::same(&self.halted, &other.halted)
                        && __codec::view::same(&self.r#type, &other.r#type)
                }
            }
            /// [`__PlaceError`], read in place.
            #[derive(PartialEq, Hash)]
            struct __PlaceErrorView<'a>(__codec::view::RawView<'a, __PlaceError>);
            impl Clone for __PlaceErrorView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for __PlaceErrorView<'_> {}
            impl Eq for __PlaceErrorView<'_> {}
            impl<'a> __PlaceErrorView<'a> {
                /// The field `unknown_symbol`.
                #[inline]
                pub fn unknown_symbol(self) -> Option<&'a [u8]> {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The field `price_band`.
                #[inline]
                pub fn price_band(self) -> Option<BandView<'a>> {
                    self.0.slot::<__codec::slot::I1>()
                }
                /// The field `halted`.
                #[inline]
                pub fn halted(self) -> Option<&'a [u8]> {
                    self.0.slot::<__codec::slot::I3>()
                }
                /// The field `type`.
                #[inline]
                pub fn r#type(
                    self,
                ) -> Option<__codec::kind::ItemsView<'a, __codec::kind::Text>> {
                    self.0.slot::<__codec::slot::I4>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> __PlaceError {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for __PlaceErrorView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            impl __codec::Message for __PlaceError {
                type View<'a> = __PlaceErrorView<'a>;
                type Slots = (
                    __codec::kind::Flagged<__codec::kind::Blob, 0, 1>,
                    __codec::kind::Optional<__codec::kind::Sub<Band>>,
                    __codec::kind::Hole,
                    __codec::kind::Flagged<__codec::kind::Blob, 0, 4>,
                    __codec::kind::Flagged<
                        __codec::kind::Items<__codec::kind::Text>,
                        0,
                        8,
                    >,
                );
                const SCALARS: usize = 1;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([
                    [0, 1, 0, 0],
                ]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
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
                fn view_of(
                    raw: __codec::view::RawView<'_, Self>,
                ) -> __PlaceErrorView<'_> {
                    __PlaceErrorView(raw)
                }
                #[inline]
                fn from_view(view: __PlaceErrorView<'_>) -> Self {
                    let slots = view.0.slots::<5>();
                    Self {
                        unknown_symbol: slots
                            .get::<__codec::slot::I0>()
                            .map(|value| value.to_vec()),
                        price_band: slots
                            .get::<__codec::slot::I1>()
                            .map(BandView::to_message),
                        halted: slots
                            .get::<__codec::slot::I3>()
                            .map(|value| value.to_vec()),
                        r#type: slots
                            .get::<__codec::slot::I4>()
                            .map(|value| value.to_vec()),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[1]
                }
            }
            impl __codec::Encode<__PlaceError> for __PlaceError {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<__PlaceError>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (
                            &(u8::from(self.unknown_symbol.is_some())
                                | u8::from(self.halted.is_some()) << 2
                                | u8::from(self.r#type.is_some()) << 3),
                        ),
                        (
                            self.unknown_symbol.as_deref(),
                            self.price_band.as_ref(),
                            (),
                            self.halted.as_deref(),
                            self.r#type.as_ref(),
                        ),
                    )
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
                            <Band as __codec::Message>::TABLE,
                            <Band as __codec::Message>::TABLE,
                        ),
                    ::stillwire::rpc::MethodDescriptor::new(
                            "Session",
                            "/golden.errors.v1.Book/Session",
                            0x1f36b65234a23ad1,
                        )
                        .with_types(
                            <Band as __codec::Message>::TABLE,
                            <Band as __codec::Message>::TABLE,
                        )
                        .with_streaming(true, true),
                ],
                files: &__FILES,
            };
            pub trait Book: ::core::marker::Send + ::core::marker::Sync + 'static {
                fn place(
                    &self,
                    call: &::stillwire::rpc::Call,
                    request: __codec::Encoded<Band>,
                ) -> impl ::core::future::Future<
                    Output = Result<
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
                    Output = Result<(), ::stillwire::rpc::Fault<PlaceError>>,
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
                    Result<::stillwire::rpc::Outcome, ::stillwire::rpc::Status>,
                > {
                    match method {
                        0 => {
                            Box::pin(async move {
                                let (call, request) = exchange.unary()?;
                                let result = <T as Book>::place(&self.0, &call, request)
                                    .await;
                                Result::Ok(call.reply(result))
                            })
                        }
                        1 => {
                            Box::pin(async move {
                                let (call, input, out) = exchange.streaming()?;
                                let result = <T as Book>::session(
                                        &self.0,
                                        &call,
                                        input,
                                        out,
                                    )
                                    .await;
                                Result::Ok(call.end(result))
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
                    request: impl __codec::ToEncoded<Band>,
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
            pub fn __schema() -> &'static __codec::table::Schema {
                static PACKED: __codec::table::Packed = __codec::table::Packed::new(
                    b"\x10golden.errors.v1\x02\x15golden.errors.v1.Band\x10\x00\x02\x00\x03low\x01\x0f\x02\x01\x00\x00\x00\x04high\x02\x0f\x02\x01\x08\x00\x00\x1bgolden.errors.v1.PlaceError\x01\x05\x05\x00\x0eunknown_symbol\x01\x15\x02\x00\x03\x00\x01\x00\nprice_band\x02\x16\x00\x00\x02\x01\x02\x01\x06closed\x03\x15\x02\x02\x03\x00\x02\x00\x06halted\x04\x15\x02\x03\x03\x00\x04\x06\x04type\x05\x1a\x14\x02\x04\x03\x00\x08\x01\x00\x06\x01\xff\xff\xff\xff\x07\x07len > 0\x00\x00\x00\x00\x00",
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
