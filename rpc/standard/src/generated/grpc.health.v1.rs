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
pub mod grpc {
    pub mod health {
        /// Whether a server serves, as <https://github.com/grpc/grpc/blob/master/doc/health-checking.md> has it.
        pub mod v1 {
            use ::stillwire::codec as __codec;
            #[derive(Clone, Debug, Default)]
            pub struct HealthCheckRequest {
                /// The full name of a service; empty for the server.
                pub service: String,
            }
            impl PartialEq for HealthCheckRequest {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    __codec::view::same(&self.service, &other.service)
                }
            }
            /// [`HealthCheckRequest`], read in place.
            #[derive(PartialEq, Hash)]
            pub struct HealthCheckRequestView<'a>(
                __codec::view::RawView<'a, HealthCheckRequest>,
            );
            impl Clone for HealthCheckRequestView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for HealthCheckRequestView<'_> {}
            impl Eq for HealthCheckRequestView<'_> {}
            impl<'a> HealthCheckRequestView<'a> {
                /// The full name of a service; empty for the server.
                #[inline]
                pub fn service(self) -> &'a str {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> HealthCheckRequest {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for HealthCheckRequestView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`HealthCheckRequest`] as borrows, to encode from.
            pub struct HealthCheckRequestInit<'a> {
                /// The full name of a service; empty for the server.
                pub service: &'a str,
            }
            impl Clone for HealthCheckRequestInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for HealthCheckRequestInit<'_> {}
            impl ::core::fmt::Debug for HealthCheckRequestInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<HealthCheckRequest>(self, f)
                }
            }
            impl HealthCheckRequestInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self { service: "" };
            }
            impl Default for HealthCheckRequestInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for HealthCheckRequest {
                type View<'a> = HealthCheckRequestView<'a>;
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
                ) -> HealthCheckRequestView<'_> {
                    HealthCheckRequestView(raw)
                }
                #[inline]
                fn from_view(view: HealthCheckRequestView<'_>) -> Self {
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
            impl HealthCheckRequest {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<HealthCheckRequest> {
                    __codec::encoded::encode_or_panic::<HealthCheckRequest>(self)
                }
            }
            impl __codec::Encode<HealthCheckRequest> for HealthCheckRequest {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<HealthCheckRequest>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((), (&self.service,))
                }
            }
            impl HealthCheckRequestInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<HealthCheckRequest> {
                    __codec::encoded::encode_or_panic::<HealthCheckRequest>(self)
                }
            }
            impl __codec::Encode<HealthCheckRequest> for HealthCheckRequestInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<HealthCheckRequest>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((), (self.service,))
                }
            }
            impl __codec::Encode<HealthCheckRequest> for HealthCheckRequestView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<HealthCheckRequest>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            #[derive(Clone, Debug, Default)]
            pub struct HealthCheckResponse {
                pub status: HealthCheckResponseServingStatus,
            }
            impl PartialEq for HealthCheckResponse {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    self.status == other.status
                }
            }
            /// [`HealthCheckResponse`], read in place.
            #[derive(PartialEq, Hash)]
            pub struct HealthCheckResponseView<'a>(
                __codec::view::RawView<'a, HealthCheckResponse>,
            );
            impl Clone for HealthCheckResponseView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for HealthCheckResponseView<'_> {}
            impl Eq for HealthCheckResponseView<'_> {}
            impl<'a> HealthCheckResponseView<'a> {
                /// The field `status`.
                #[inline]
                pub fn status(self) -> HealthCheckResponseServingStatus {
                    self.0.get(0)
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> HealthCheckResponse {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for HealthCheckResponseView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`HealthCheckResponse`] as borrows, to encode from.
            pub struct HealthCheckResponseInit {
                pub status: HealthCheckResponseServingStatus,
            }
            impl Clone for HealthCheckResponseInit {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for HealthCheckResponseInit {}
            impl ::core::fmt::Debug for HealthCheckResponseInit {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<HealthCheckResponse>(self, f)
                }
            }
            impl HealthCheckResponseInit {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    status: HealthCheckResponseServingStatus::UnknownStatus,
                };
            }
            impl Default for HealthCheckResponseInit {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for HealthCheckResponse {
                type View<'a> = HealthCheckResponseView<'a>;
                type Slots = ();
                const SCALARS: usize = 4;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([
                    [0, 4, 0, 0],
                ]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    1,
                );
                const FINGERPRINT: u64 = 0x7cf60ec69afd3b45;
                #[inline]
                fn view_of(
                    raw: __codec::view::RawView<'_, Self>,
                ) -> HealthCheckResponseView<'_> {
                    HealthCheckResponseView(raw)
                }
                #[inline]
                fn from_view(view: HealthCheckResponseView<'_>) -> Self {
                    Self { status: view.status() }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[1]
                }
            }
            impl HealthCheckResponse {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<HealthCheckResponse> {
                    __codec::encoded::encode_or_panic::<HealthCheckResponse>(self)
                }
            }
            impl __codec::Encode<HealthCheckResponse> for HealthCheckResponse {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<HealthCheckResponse>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((&self.status,), ())
                }
            }
            impl HealthCheckResponseInit {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<HealthCheckResponse> {
                    __codec::encoded::encode_or_panic::<HealthCheckResponse>(self)
                }
            }
            impl __codec::Encode<HealthCheckResponse> for HealthCheckResponseInit {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<HealthCheckResponse>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((&self.status,), ())
                }
            }
            impl __codec::Encode<HealthCheckResponse> for HealthCheckResponseView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<HealthCheckResponse>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            #[derive(Debug, Default)]
            pub enum HealthCheckResponseServingStatus {
                #[default]
                UnknownStatus,
                Serving,
                NotServing,
                /// Only of `watch`: there is no such service.
                ServiceUnknown,
                /// A number that this schema does not know.
                Unknown(i32),
            }
            impl Clone for HealthCheckResponseServingStatus {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for HealthCheckResponseServingStatus {}
            impl HealthCheckResponseServingStatus {
                /// The number that stands for it.
                #[inline]
                pub const fn number(self) -> i32 {
                    match self {
                        Self::UnknownStatus => 0,
                        Self::Serving => 1,
                        Self::NotServing => 2,
                        Self::ServiceUnknown => 3,
                        Self::Unknown(number) => number,
                    }
                }
                /// What a number stands for.
                #[inline]
                pub const fn from_number(number: i32) -> Self {
                    match number {
                        0 => Self::UnknownStatus,
                        1 => Self::Serving,
                        2 => Self::NotServing,
                        3 => Self::ServiceUnknown,
                        number => Self::Unknown(number),
                    }
                }
            }
            impl PartialEq for HealthCheckResponseServingStatus {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    self.number() == other.number()
                }
            }
            impl Eq for HealthCheckResponseServingStatus {}
            impl PartialOrd for HealthCheckResponseServingStatus {
                #[inline]
                fn partial_cmp(&self, other: &Self) -> Option<::core::cmp::Ordering> {
                    Option::Some(Ord::cmp(self, other))
                }
            }
            impl Ord for HealthCheckResponseServingStatus {
                #[inline]
                fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
                    Ord::cmp(&self.number(), &other.number())
                }
            }
            impl ::core::hash::Hash for HealthCheckResponseServingStatus {
                #[inline]
                fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                    ::core::hash::Hash::hash(&self.number(), state);
                }
            }
            impl __codec::Fixed for HealthCheckResponseServingStatus {
                type Wire = [u8; 4];
                #[inline]
                fn to_wire(self) -> [u8; 4] {
                    self.number().to_le_bytes()
                }
                #[inline]
                fn from_wire(wire: [u8; 4]) -> Self {
                    Self::from_number(i32::from_le_bytes(wire))
                }
            }
            #[doc(hidden)]
            pub static __FILES: ::stillwire::rpc::FileDescriptors = ::stillwire::rpc::FileDescriptors {
                own: b"\n\xcf\x03\n\x1bgrpc/health/v1/health.proto\x12\x0egrpc.health.v1\".\n\x12HealthCheckRequest\x12\x18\n\x07service\x18\x01 \x01(\tR\x07service\"\xb1\x01\n\x13HealthCheckResponse\x12I\n\x06status\x18\x01 \x01(\x0e21.grpc.health.v1.HealthCheckResponse.ServingStatusR\x06status\"O\n\rServingStatus\x12\x0b\n\x07UNKNOWN\x10\x00\x12\x0b\n\x07SERVING\x10\x01\x12\x0f\n\x0bNOT_SERVING\x10\x02\x12\x13\n\x0fSERVICE_UNKNOWN\x10\x032\xb3\x01\n\x06Health\x12U\n\x05Check\x12\".grpc.health.v1.HealthCheckRequest\x1a#.grpc.health.v1.HealthCheckResponse\"\x03\x90\x02\x01\x12R\n\x05Watch\x12\".grpc.health.v1.HealthCheckRequest\x1a#.grpc.health.v1.HealthCheckResponse0\x01b\x06proto3",
                imports: &[],
            };
            #[doc(hidden)]
            pub static __HEALTH_SERVICE: ::stillwire::rpc::ServiceDescriptor = ::stillwire::rpc::ServiceDescriptor {
                name: "grpc.health.v1.Health",
                methods: &[
                    ::stillwire::rpc::MethodDescriptor::new(
                            "Check",
                            "/grpc.health.v1.Health/Check",
                            0x918d8ea21f3b7d07,
                        )
                        .with_types(
                            <HealthCheckRequest as __codec::Message>::TABLE,
                            <HealthCheckResponse as __codec::Message>::TABLE,
                        )
                        .with_idempotency(::stillwire::rpc::Idempotency::Safe),
                    ::stillwire::rpc::MethodDescriptor::new(
                            "Watch",
                            "/grpc.health.v1.Health/Watch",
                            0x87cff982351beca7,
                        )
                        .with_types(
                            <HealthCheckRequest as __codec::Message>::TABLE,
                            <HealthCheckResponse as __codec::Message>::TABLE,
                        )
                        .with_streaming(false, true),
                ],
                files: &__FILES,
            };
            pub trait Health: ::core::marker::Send + ::core::marker::Sync + 'static {
                /// How a service is now; NOT_FOUND where there is none of the name.
                fn check(
                    &self,
                    call: &::stillwire::rpc::Call,
                    request: __codec::Encoded<HealthCheckRequest>,
                ) -> impl ::core::future::Future<
                    Output = Result<
                        ::stillwire::rpc::Reply<HealthCheckResponse>,
                        ::stillwire::rpc::Fault,
                    >,
                > + ::core::marker::Send;
                /// How it is now, and each time that this changes.
                fn watch(
                    &self,
                    call: &::stillwire::rpc::Call,
                    request: __codec::Encoded<HealthCheckRequest>,
                    out: ::stillwire::rpc::Outbound<HealthCheckResponse>,
                ) -> impl ::core::future::Future<
                    Output = Result<(), ::stillwire::rpc::Fault>,
                > + ::core::marker::Send;
                /// The service, ready to be added to a server.
                fn serve(self) -> ::stillwire::rpc::Service
                where
                    Self: ::core::marker::Sized,
                {
                    ::stillwire::rpc::Service::new(HealthServer(self))
                }
            }
            struct HealthServer<T>(T);
            impl<T: Health> ::stillwire::rpc::Dispatch for HealthServer<T> {
                fn descriptor(&self) -> &'static ::stillwire::rpc::ServiceDescriptor {
                    &__HEALTH_SERVICE
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
                                let result = <T as Health>::check(&self.0, &call, request)
                                    .await;
                                Result::Ok(call.reply(result))
                            })
                        }
                        1 => {
                            Box::pin(async move {
                                let (call, request, out) = exchange.server_streaming()?;
                                let result = <T as Health>::watch(
                                        &self.0,
                                        &call,
                                        request,
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
            /// Calls [`Health`].
            #[derive(Clone, Debug)]
            pub struct HealthClient {
                caller: ::stillwire::rpc::Caller,
            }
            impl HealthClient {
                /// What the service is called and what its methods are.
                pub const SERVICE: &'static ::stillwire::rpc::ServiceDescriptor = &__HEALTH_SERVICE;
                /// A client that calls over `caller`: a channel, or any other transport.
                pub fn new(
                    caller: impl ::core::convert::Into<::stillwire::rpc::Caller>,
                ) -> Self {
                    Self {
                        caller: ::core::convert::Into::into(caller),
                    }
                }
                /// How a service is now; NOT_FOUND where there is none of the name.
                pub fn check(
                    &self,
                    request: impl __codec::ToEncoded<HealthCheckRequest>,
                ) -> ::stillwire::rpc::client::UnaryCall<HealthCheckResponse> {
                    self.caller
                        .unary::<
                            HealthCheckRequest,
                            HealthCheckResponse,
                            ::stillwire::rpc::Never,
                        >(&__HEALTH_SERVICE.methods[0], request)
                }
                /// How it is now, and each time that this changes.
                pub fn watch(
                    &self,
                    request: impl __codec::ToEncoded<HealthCheckRequest>,
                ) -> ::stillwire::rpc::client::ServerStreamingCall<HealthCheckResponse> {
                    self.caller
                        .server_streaming::<
                            HealthCheckRequest,
                            HealthCheckResponse,
                            ::stillwire::rpc::Never,
                        >(&__HEALTH_SERVICE.methods[1], request)
                }
            }
            #[doc(hidden)]
            #[inline]
            pub fn __schema() -> &'static __codec::table::Schema {
                static PACKED: __codec::table::Packed = __codec::table::Packed::new(
                    b"\x0egrpc.health.v1\x02!grpc.health.v1.HealthCheckRequest\x00\x01\x01\x00\x07service\x01\x14\x02\x00\x00\x00\"grpc.health.v1.HealthCheckResponse\x04\x00\x01\x00\x06status\x01\x10\x00\x00\x01\x00\x00\x00\x00\x00\x010grpc.health.v1.HealthCheckResponse.ServingStatus\x07\x04\x00\x0eunknown_status\x07UNKNOWN\x02\x07serving\x07SERVING\x04\x0bnot_serving\x0bNOT_SERVING\x06\x0fservice_unknown\x0fSERVICE_UNKNOWN\x00\x00\x00",
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
