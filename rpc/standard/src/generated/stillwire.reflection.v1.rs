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
            #[derive(Clone, Debug, PartialEq, Default)]
            pub struct DescribeRequest {
                /// The full name of a service, as `acme.trading.v1.OrderBook`.
                pub service: ::std::string::String,
            }
            /// [`DescribeRequest`], read in place.
            #[derive(Clone, Copy, PartialEq, Eq, Hash)]
            pub struct DescribeRequestView<'a>(
                ::stillwire::codec::view::RawView<'a, DescribeRequest>,
            );
            impl<'a> DescribeRequestView<'a> {
                /// The full name of a service, as `acme.trading.v1.OrderBook`.
                #[inline]
                pub fn service(self) -> &'a str {
                    self.0.slot::<::stillwire::codec::slot::I<0>>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> DescribeRequest {
                    ::stillwire::codec::Message::from_view(self)
                }
            }
            impl<
                'a,
            > ::core::convert::From<
                ::stillwire::codec::view::RawView<'a, DescribeRequest>,
            > for DescribeRequestView<'a> {
                #[inline]
                fn from(
                    raw: ::stillwire::codec::view::RawView<'a, DescribeRequest>,
                ) -> Self {
                    Self(raw)
                }
            }
            impl<
                'a,
            > ::core::convert::AsRef<
                ::stillwire::codec::view::RawView<'a, DescribeRequest>,
            > for DescribeRequestView<'a> {
                #[inline]
                fn as_ref(
                    &self,
                ) -> &::stillwire::codec::view::RawView<'a, DescribeRequest> {
                    &self.0
                }
            }
            impl ::core::fmt::Debug for DescribeRequestView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    let view = *self;
                    ::stillwire::codec::view::debug(
                        f,
                        "DescribeRequest",
                        &["service"],
                        &[&view.service()],
                    )
                }
            }
            /// [`DescribeRequest`] as borrows, to encode from.
            #[derive(Clone, Copy, Debug)]
            pub struct DescribeRequestInit<'a> {
                /// The full name of a service, as `acme.trading.v1.OrderBook`.
                pub service: &'a str,
            }
            impl DescribeRequestInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self { service: "" };
            }
            impl ::core::default::Default for DescribeRequestInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl ::stillwire::codec::Message for DescribeRequest {
                type View<'a> = DescribeRequestView<'a>;
                type Slots = (::stillwire::codec::kind::Text,);
                const SCALARS: usize = 0;
                const UNITS: &'static [::stillwire::codec::message::Unit] = &::stillwire::codec::message::Unit::of([]);
                const TABLE: ::stillwire::codec::table::MessageTable = ::stillwire::codec::table::MessageTable::new(
                    __schema,
                    0,
                );
                const FINGERPRINT: u64 = 0xb6186d9efa6aefea;
                #[inline]
                fn from_view(view: DescribeRequestView<'_>) -> Self {
                    Self {
                        service: ::std::string::String::from(view.service()),
                    }
                }
                #[inline]
                fn hint() -> &'static ::stillwire::codec::message::Hint {
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
                pub fn encode(&self) -> ::stillwire::codec::Encoded<DescribeRequest> {
                    ::stillwire::codec::encoded::encode_or_panic::<DescribeRequest>(self)
                }
            }
            impl ::stillwire::codec::Encode<DescribeRequest> for DescribeRequest {
                #[inline]
                fn extent(&self) -> usize {
                    0
                }
                #[inline]
                fn scalars(&self, out: &mut [u8]) {}
                #[inline]
                fn slots(
                    &self,
                ) -> impl ::stillwire::codec::slot::PutSlots<
                    <DescribeRequest as ::stillwire::codec::Message>::Slots,
                > {
                    (self.service.as_str(),)
                }
            }
            impl ::stillwire::codec::ToEncoded<DescribeRequest> for DescribeRequest {
                #[inline]
                fn to_encoded(
                    &self,
                ) -> ::core::result::Result<
                    ::stillwire::codec::Encoded<DescribeRequest>,
                    ::stillwire::codec::EncodeError,
                > {
                    ::stillwire::codec::encoded::encode::<DescribeRequest>(self)
                }
                #[inline]
                fn lend<R>(
                    &self,
                    take: impl FnOnce(::stillwire::codec::Lent<'_>) -> R,
                ) -> ::core::result::Result<R, ::stillwire::codec::EncodeError> {
                    ::stillwire::codec::encoded::lend::<DescribeRequest, R>(self, take)
                }
            }
            impl DescribeRequestInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> ::stillwire::codec::Encoded<DescribeRequest> {
                    ::stillwire::codec::encoded::encode_or_panic::<DescribeRequest>(self)
                }
            }
            impl ::stillwire::codec::Encode<DescribeRequest>
            for DescribeRequestInit<'_> {
                #[inline]
                fn extent(&self) -> usize {
                    0
                }
                #[inline]
                fn scalars(&self, out: &mut [u8]) {}
                #[inline]
                fn slots(
                    &self,
                ) -> impl ::stillwire::codec::slot::PutSlots<
                    <DescribeRequest as ::stillwire::codec::Message>::Slots,
                > {
                    (self.service,)
                }
            }
            impl ::stillwire::codec::ToEncoded<DescribeRequest>
            for DescribeRequestInit<'_> {
                #[inline]
                fn to_encoded(
                    &self,
                ) -> ::core::result::Result<
                    ::stillwire::codec::Encoded<DescribeRequest>,
                    ::stillwire::codec::EncodeError,
                > {
                    ::stillwire::codec::encoded::encode::<DescribeRequest>(self)
                }
                #[inline]
                fn lend<R>(
                    &self,
                    take: impl FnOnce(::stillwire::codec::Lent<'_>) -> R,
                ) -> ::core::result::Result<R, ::stillwire::codec::EncodeError> {
                    ::stillwire::codec::encoded::lend::<DescribeRequest, R>(self, take)
                }
            }
            impl ::stillwire::codec::Encode<DescribeRequest>
            for DescribeRequestView<'_> {
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
                    <DescribeRequest as ::stillwire::codec::Message>::Slots,
                > {
                    self.0.relay()
                }
            }
            impl ::stillwire::codec::ToEncoded<DescribeRequest>
            for DescribeRequestView<'_> {
                #[inline]
                fn to_encoded(
                    &self,
                ) -> ::core::result::Result<
                    ::stillwire::codec::Encoded<DescribeRequest>,
                    ::stillwire::codec::EncodeError,
                > {
                    ::stillwire::codec::encoded::encode::<DescribeRequest>(self)
                }
                #[inline]
                fn lend<R>(
                    &self,
                    take: impl FnOnce(::stillwire::codec::Lent<'_>) -> R,
                ) -> ::core::result::Result<R, ::stillwire::codec::EncodeError> {
                    ::stillwire::codec::encoded::lend::<DescribeRequest, R>(self, take)
                }
            }
            #[derive(Clone, Debug, PartialEq, Default)]
            pub struct DescribeResponse {
                /// A root message `stillwire.descriptor.v1.Descriptor`, of the types that the service's methods take and give.
                pub descriptor: ::std::vec::Vec<u8>,
            }
            /// [`DescribeResponse`], read in place.
            #[derive(Clone, Copy, PartialEq, Eq, Hash)]
            pub struct DescribeResponseView<'a>(
                ::stillwire::codec::view::RawView<'a, DescribeResponse>,
            );
            impl<'a> DescribeResponseView<'a> {
                /// A root message `stillwire.descriptor.v1.Descriptor`, of the types that the service's methods take and give.
                #[inline]
                pub fn descriptor(self) -> &'a [u8] {
                    self.0.slot::<::stillwire::codec::slot::I<0>>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> DescribeResponse {
                    ::stillwire::codec::Message::from_view(self)
                }
            }
            impl<
                'a,
            > ::core::convert::From<
                ::stillwire::codec::view::RawView<'a, DescribeResponse>,
            > for DescribeResponseView<'a> {
                #[inline]
                fn from(
                    raw: ::stillwire::codec::view::RawView<'a, DescribeResponse>,
                ) -> Self {
                    Self(raw)
                }
            }
            impl<
                'a,
            > ::core::convert::AsRef<
                ::stillwire::codec::view::RawView<'a, DescribeResponse>,
            > for DescribeResponseView<'a> {
                #[inline]
                fn as_ref(
                    &self,
                ) -> &::stillwire::codec::view::RawView<'a, DescribeResponse> {
                    &self.0
                }
            }
            impl ::core::fmt::Debug for DescribeResponseView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    let view = *self;
                    ::stillwire::codec::view::debug(
                        f,
                        "DescribeResponse",
                        &["descriptor"],
                        &[&view.descriptor()],
                    )
                }
            }
            /// [`DescribeResponse`] as borrows, to encode from.
            #[derive(Clone, Copy, Debug)]
            pub struct DescribeResponseInit<'a> {
                /// A root message `stillwire.descriptor.v1.Descriptor`, of the types that the service's methods take and give.
                pub descriptor: &'a [u8],
            }
            impl DescribeResponseInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self { descriptor: &[] };
            }
            impl ::core::default::Default for DescribeResponseInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl ::stillwire::codec::Message for DescribeResponse {
                type View<'a> = DescribeResponseView<'a>;
                type Slots = (::stillwire::codec::kind::Blob,);
                const SCALARS: usize = 0;
                const UNITS: &'static [::stillwire::codec::message::Unit] = &::stillwire::codec::message::Unit::of([]);
                const TABLE: ::stillwire::codec::table::MessageTable = ::stillwire::codec::table::MessageTable::new(
                    __schema,
                    1,
                );
                const FINGERPRINT: u64 = 0x8add3f5b10ffb166;
                #[inline]
                fn from_view(view: DescribeResponseView<'_>) -> Self {
                    Self {
                        descriptor: view.descriptor().to_vec(),
                    }
                }
                #[inline]
                fn hint() -> &'static ::stillwire::codec::message::Hint {
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
                pub fn encode(&self) -> ::stillwire::codec::Encoded<DescribeResponse> {
                    ::stillwire::codec::encoded::encode_or_panic::<
                        DescribeResponse,
                    >(self)
                }
            }
            impl ::stillwire::codec::Encode<DescribeResponse> for DescribeResponse {
                #[inline]
                fn extent(&self) -> usize {
                    0
                }
                #[inline]
                fn scalars(&self, out: &mut [u8]) {}
                #[inline]
                fn slots(
                    &self,
                ) -> impl ::stillwire::codec::slot::PutSlots<
                    <DescribeResponse as ::stillwire::codec::Message>::Slots,
                > {
                    (self.descriptor.as_slice(),)
                }
            }
            impl ::stillwire::codec::ToEncoded<DescribeResponse> for DescribeResponse {
                #[inline]
                fn to_encoded(
                    &self,
                ) -> ::core::result::Result<
                    ::stillwire::codec::Encoded<DescribeResponse>,
                    ::stillwire::codec::EncodeError,
                > {
                    ::stillwire::codec::encoded::encode::<DescribeResponse>(self)
                }
                #[inline]
                fn lend<R>(
                    &self,
                    take: impl FnOnce(::stillwire::codec::Lent<'_>) -> R,
                ) -> ::core::result::Result<R, ::stillwire::codec::EncodeError> {
                    ::stillwire::codec::encoded::lend::<DescribeResponse, R>(self, take)
                }
            }
            impl DescribeResponseInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> ::stillwire::codec::Encoded<DescribeResponse> {
                    ::stillwire::codec::encoded::encode_or_panic::<
                        DescribeResponse,
                    >(self)
                }
            }
            impl ::stillwire::codec::Encode<DescribeResponse>
            for DescribeResponseInit<'_> {
                #[inline]
                fn extent(&self) -> usize {
                    0
                }
                #[inline]
                fn scalars(&self, out: &mut [u8]) {}
                #[inline]
                fn slots(
                    &self,
                ) -> impl ::stillwire::codec::slot::PutSlots<
                    <DescribeResponse as ::stillwire::codec::Message>::Slots,
                > {
                    (self.descriptor,)
                }
            }
            impl ::stillwire::codec::ToEncoded<DescribeResponse>
            for DescribeResponseInit<'_> {
                #[inline]
                fn to_encoded(
                    &self,
                ) -> ::core::result::Result<
                    ::stillwire::codec::Encoded<DescribeResponse>,
                    ::stillwire::codec::EncodeError,
                > {
                    ::stillwire::codec::encoded::encode::<DescribeResponse>(self)
                }
                #[inline]
                fn lend<R>(
                    &self,
                    take: impl FnOnce(::stillwire::codec::Lent<'_>) -> R,
                ) -> ::core::result::Result<R, ::stillwire::codec::EncodeError> {
                    ::stillwire::codec::encoded::lend::<DescribeResponse, R>(self, take)
                }
            }
            impl ::stillwire::codec::Encode<DescribeResponse>
            for DescribeResponseView<'_> {
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
                    <DescribeResponse as ::stillwire::codec::Message>::Slots,
                > {
                    self.0.relay()
                }
            }
            impl ::stillwire::codec::ToEncoded<DescribeResponse>
            for DescribeResponseView<'_> {
                #[inline]
                fn to_encoded(
                    &self,
                ) -> ::core::result::Result<
                    ::stillwire::codec::Encoded<DescribeResponse>,
                    ::stillwire::codec::EncodeError,
                > {
                    ::stillwire::codec::encoded::encode::<DescribeResponse>(self)
                }
                #[inline]
                fn lend<R>(
                    &self,
                    take: impl FnOnce(::stillwire::codec::Lent<'_>) -> R,
                ) -> ::core::result::Result<R, ::stillwire::codec::EncodeError> {
                    ::stillwire::codec::encoded::lend::<DescribeResponse, R>(self, take)
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
                            <DescribeRequest as ::stillwire::codec::Message>::TABLE,
                            <DescribeResponse as ::stillwire::codec::Message>::TABLE,
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
                    request: ::stillwire::codec::Encoded<DescribeRequest>,
                ) -> impl ::core::future::Future<
                    Output = ::core::result::Result<
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
                    ::core::result::Result<
                        ::stillwire::rpc::Outcome,
                        ::stillwire::rpc::Status,
                    >,
                > {
                    match method {
                        0 => {
                            ::std::boxed::Box::pin(async move {
                                let (call, request) = exchange.unary()?;
                                let result = <T as Reflection>::describe(
                                        &self.0,
                                        &call,
                                        request,
                                    )
                                    .await;
                                ::core::result::Result::Ok(call.reply(result))
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
                    request: impl ::stillwire::codec::ToEncoded<DescribeRequest>,
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
            pub fn __schema() -> &'static ::stillwire::codec::table::Schema {
                static PACKED: ::stillwire::codec::table::Packed = ::stillwire::codec::table::Packed::new(
                    b"\x17stillwire.reflection.v1\x02\'stillwire.reflection.v1.DescribeRequest\x00\x01\x01\x00\x07service\x01\x14\x02\x00\x00\x00(stillwire.reflection.v1.DescribeResponse\x00\x01\x01\x00\ndescriptor\x01\x15\x02\x00\x00\x00\x00\x00\x00\x00",
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
