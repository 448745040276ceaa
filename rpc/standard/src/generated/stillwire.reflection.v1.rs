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
pub mod stillwire {
    pub mod reflection {
        /// How the messages of a service lie, for peers that have no schema of it.
        pub mod v1 {
            use ::stillwire::codec as __codec;
            #[derive(Clone, Debug, Default)]
            pub struct DescribeRequest {
                /// The full name of a service, as `acme.trading.v1.OrderBook`.
                pub service: String,
            }
            impl PartialEq for DescribeRequest {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    __codec::view::same(&self.service, &other.service)
                }
            }
            /// [`DescribeRequest`], read in place.
            #[derive(PartialEq, Hash)]
            pub struct DescribeRequestView<'a>(
                __codec::view::RawView<'a, DescribeRequest>,
            );
            impl Clone for DescribeRequestView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for DescribeRequestView<'_> {}
            impl Eq for DescribeRequestView<'_> {}
            impl<'a> DescribeRequestView<'a> {
                /// The full name of a service, as `acme.trading.v1.OrderBook`.
                #[inline]
                pub fn service(self) -> &'a str {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> DescribeRequest {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for DescribeRequestView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`DescribeRequest`] as borrows, to encode from.
            pub struct DescribeRequestInit<'a> {
                /// The full name of a service, as `acme.trading.v1.OrderBook`.
                pub service: &'a str,
            }
            impl Clone for DescribeRequestInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for DescribeRequestInit<'_> {}
            impl ::core::fmt::Debug for DescribeRequestInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<DescribeRequest>(self, f)
                }
            }
            impl DescribeRequestInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self { service: "" };
            }
            impl Default for DescribeRequestInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for DescribeRequest {
                type View<'a> = DescribeRequestView<'a>;
                type Slots = (__codec::kind::Text,);
                const SCALARS: usize = 0;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    0,
                );
                const FINGERPRINT: u64 = 0xb6186d9efa6aefea;
                #[inline]
                fn view_of(
                    raw: __codec::view::RawView<'_, Self>,
                ) -> DescribeRequestView<'_> {
                    DescribeRequestView(raw)
                }
                #[inline]
                fn from_view(view: DescribeRequestView<'_>) -> Self {
                    let slots = view.0.slots::<1>();
                    Self {
                        service: slots.text::<__codec::slot::I0>(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[0]
                }
            }
            impl DescribeRequest {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<DescribeRequest> {
                    __codec::encoded::encode_or_panic::<DescribeRequest>(self)
                }
            }
            impl __codec::Encode<DescribeRequest> for DescribeRequest {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<DescribeRequest>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((), (&self.service,))
                }
            }
            impl DescribeRequestInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<DescribeRequest> {
                    __codec::encoded::encode_or_panic::<DescribeRequest>(self)
                }
            }
            impl __codec::Encode<DescribeRequest> for DescribeRequestInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<DescribeRequest>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((), (self.service,))
                }
            }
            impl __codec::Encode<DescribeRequest> for DescribeRequestView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<DescribeRequest>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            #[derive(Clone, Debug, Default)]
            pub struct DescribeResponse {
                /// A root message `stillwire.descriptor.v1.Descriptor`, of the types that the service's methods take and give.
                pub descriptor: Vec<u8>,
            }
            impl PartialEq for DescribeResponse {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    __codec::view::same(&self.descriptor, &other.descriptor)
                }
            }
            /// [`DescribeResponse`], read in place.
            #[derive(PartialEq, Hash)]
            pub struct DescribeResponseView<'a>(
                __codec::view::RawView<'a, DescribeResponse>,
            );
            impl Clone for DescribeResponseView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for DescribeResponseView<'_> {}
            impl Eq for DescribeResponseView<'_> {}
            impl<'a> DescribeResponseView<'a> {
                /// A root message `stillwire.descriptor.v1.Descriptor`, of the types that the service's methods take and give.
                #[inline]
                pub fn descriptor(self) -> &'a [u8] {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> DescribeResponse {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for DescribeResponseView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`DescribeResponse`] as borrows, to encode from.
            pub struct DescribeResponseInit<'a> {
                /// A root message `stillwire.descriptor.v1.Descriptor`, of the types that the service's methods take and give.
                pub descriptor: &'a [u8],
            }
            impl Clone for DescribeResponseInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for DescribeResponseInit<'_> {}
            impl ::core::fmt::Debug for DescribeResponseInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<DescribeResponse>(self, f)
                }
            }
            impl DescribeResponseInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self { descriptor: &[] };
            }
            impl Default for DescribeResponseInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for DescribeResponse {
                type View<'a> = DescribeResponseView<'a>;
                type Slots = (__codec::kind::Blob,);
                const SCALARS: usize = 0;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    1,
                );
                const FINGERPRINT: u64 = 0x8add3f5b10ffb166;
                #[inline]
                fn view_of(
                    raw: __codec::view::RawView<'_, Self>,
                ) -> DescribeResponseView<'_> {
                    DescribeResponseView(raw)
                }
                #[inline]
                fn from_view(view: DescribeResponseView<'_>) -> Self {
                    let slots = view.0.slots::<1>();
                    Self {
                        descriptor: slots.bytes::<__codec::slot::I0>(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[1]
                }
            }
            impl DescribeResponse {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<DescribeResponse> {
                    __codec::encoded::encode_or_panic::<DescribeResponse>(self)
                }
            }
            impl __codec::Encode<DescribeResponse> for DescribeResponse {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<DescribeResponse>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((), (&self.descriptor,))
                }
            }
            impl DescribeResponseInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<DescribeResponse> {
                    __codec::encoded::encode_or_panic::<DescribeResponse>(self)
                }
            }
            impl __codec::Encode<DescribeResponse> for DescribeResponseInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<DescribeResponse>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((), (self.descriptor,))
                }
            }
            impl __codec::Encode<DescribeResponse> for DescribeResponseView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<DescribeResponse>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            #[doc(hidden)]
            pub static __FILES: ::stillwire::rpc::FileDescriptors = ::stillwire::rpc::FileDescriptors {
                own: b"\n\xa0\x02\n(stillwire/reflection/v1/reflection.proto\x12\x17stillwire.reflection.v1\"+\n\x0fDescribeRequest\x12\x18\n\x07service\x18\x01 \x01(\tR\x07service\"2\n\x10DescribeResponse\x12\x1e\n\ndescriptor\x18\x01 \x01(\x0cR\ndescriptor2r\n\nReflection\x12d\n\x08Describe\x12(.stillwire.reflection.v1.DescribeRequest\x1a).stillwire.reflection.v1.DescribeResponse\"\x03\x90\x02\x01b\x06proto3",
                imports: &[],
            };
            #[doc(hidden)]
            pub static __REFLECTION_SERVICE: ::stillwire::rpc::ServiceDescriptor = ::stillwire::rpc::ServiceDescriptor {
                name: "stillwire.reflection.v1.Reflection",
                methods: &[
                    ::stillwire::rpc::MethodDescriptor::new(
                            "Describe",
                            "/stillwire.reflection.v1.Reflection/Describe",
                            0xc43330abe0447a3c,
                        )
                        .with_types(
                            <DescribeRequest as __codec::Message>::TABLE,
                            <DescribeResponse as __codec::Message>::TABLE,
                        )
                        .with_idempotency(::stillwire::rpc::Idempotency::Safe),
                ],
                files: &__FILES,
            };
            pub trait Reflection: ::core::marker::Send + ::core::marker::Sync + 'static {
                /// The types of a service; NOT_FOUND where there is none of the name.
                fn describe(
                    &self,
                    call: &::stillwire::rpc::Call,
                    request: __codec::Encoded<DescribeRequest>,
                ) -> impl ::core::future::Future<
                    Output = Result<
                        ::stillwire::rpc::Reply<DescribeResponse>,
                        ::stillwire::rpc::Fault,
                    >,
                > + ::core::marker::Send;
                /// The service, ready to be added to a server.
                fn serve(self) -> ::stillwire::rpc::Service
                where
                    Self: ::core::marker::Sized,
                {
                    ::stillwire::rpc::Service::new(ReflectionServer(self))
                }
            }
            struct ReflectionServer<T>(T);
            impl<T: Reflection> ::stillwire::rpc::Dispatch for ReflectionServer<T> {
                fn descriptor(&self) -> &'static ::stillwire::rpc::ServiceDescriptor {
                    &__REFLECTION_SERVICE
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
                                let result = <T as Reflection>::describe(
                                        &self.0,
                                        &call,
                                        request,
                                    )
                                    .await;
                                Result::Ok(call.reply(result))
                            })
                        }
                        _ => ::stillwire::rpc::Service::no_such_method(),
                    }
                }
            }
            /// Calls [`Reflection`].
            #[derive(Clone, Debug)]
            pub struct ReflectionClient {
                caller: ::stillwire::rpc::Caller,
            }
            impl ReflectionClient {
                /// What the service is called and what its methods are.
                pub const SERVICE: &'static ::stillwire::rpc::ServiceDescriptor = &__REFLECTION_SERVICE;
                /// A client that calls over `caller`: a channel, or any other transport.
                pub fn new(
                    caller: impl ::core::convert::Into<::stillwire::rpc::Caller>,
                ) -> Self {
                    Self {
                        caller: ::core::convert::Into::into(caller),
                    }
                }
                /// The types of a service; NOT_FOUND where there is none of the name.
                pub fn describe(
                    &self,
                    request: impl __codec::ToEncoded<DescribeRequest>,
                ) -> ::stillwire::rpc::client::UnaryCall<DescribeResponse> {
                    self.caller
                        .unary::<
                            DescribeRequest,
                            DescribeResponse,
                            ::stillwire::rpc::Never,
                        >(&__REFLECTION_SERVICE.methods[0], request)
                }
            }
            #[doc(hidden)]
            #[inline]
            pub fn __schema() -> &'static __codec::table::Schema {
                static PACKED: __codec::table::Packed = __codec::table::Packed::new(
                    b"\x17stillwire.reflection.v1\x02\'stillwire.reflection.v1.DescribeRequest\x00\x01\x01\x00\x07service\x01\x14\x02\x00\x00\x00(stillwire.reflection.v1.DescribeResponse\x00\x01\x01\x00\ndescriptor\x01\x15\x02\x00\x00\x00\x00\x00\x00\x00",
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
