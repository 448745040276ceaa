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
    pub mod reflection {
        /// What a server serves, as <https://github.com/grpc/grpc/blob/master/doc/server-reflection.md> has it.
        pub mod v1 {
            use ::stillwire::codec as __codec;
            #[derive(Clone, Debug, Default)]
            pub struct ServerReflectionRequest {
                pub host: String,
                pub message_request: Option<ServerReflectionRequestMessageRequest>,
            }
            impl PartialEq for ServerReflectionRequest {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    __codec::view::same(&self.host, &other.host)
                        && __codec::view::same(
                            &self.message_request,
                            &other.message_request,
                        )
                }
            }
            /// [`ServerReflectionRequest`], read in place.
            #[derive(PartialEq, Hash)]
            pub struct ServerReflectionRequestView<'a>(
                __codec::view::RawView<'a, ServerReflectionRequest>,
            );
            impl Clone for ServerReflectionRequestView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for ServerReflectionRequestView<'_> {}
            impl Eq for ServerReflectionRequestView<'_> {}
            impl<'a> ServerReflectionRequestView<'a> {
                /// The field `host`.
                #[inline]
                pub fn host(self) -> &'a str {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The field `message_request`.
                #[inline]
                pub fn message_request(
                    self,
                ) -> Option<ServerReflectionRequestMessageRequestView<'a>> {
                    self.0.slot::<__codec::slot::I1>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> ServerReflectionRequest {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for ServerReflectionRequestView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`ServerReflectionRequest`] as borrows, to encode from.
            pub struct ServerReflectionRequestInit<'a> {
                pub host: &'a str,
                pub message_request: Option<
                    ServerReflectionRequestMessageRequestInit<'a>,
                >,
            }
            impl Clone for ServerReflectionRequestInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for ServerReflectionRequestInit<'_> {}
            impl ::core::fmt::Debug for ServerReflectionRequestInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<ServerReflectionRequest>(self, f)
                }
            }
            impl ServerReflectionRequestInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    host: "",
                    message_request: Option::None,
                };
            }
            impl Default for ServerReflectionRequestInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for ServerReflectionRequest {
                type View<'a> = ServerReflectionRequestView<'a>;
                type Slots = (
                    __codec::kind::Text,
                    __codec::kind::Optional<
                        __codec::kind::Choice<ServerReflectionRequestMessageRequest>,
                    >,
                );
                const SCALARS: usize = 1;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([
                    [0, 1, 0, 0],
                ]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    0,
                );
                const FINGERPRINT: u64 = 0x4d8366447746053f;
                #[inline]
                fn check(scalars: &[u8]) -> bool {
                    (__codec::message::flag(scalars, 0, 1)
                        | !__codec::message::flag(scalars, 0, 2))
                }
                #[inline]
                fn view_of(
                    raw: __codec::view::RawView<'_, Self>,
                ) -> ServerReflectionRequestView<'_> {
                    ServerReflectionRequestView(raw)
                }
                #[inline]
                fn from_view(view: ServerReflectionRequestView<'_>) -> Self {
                    let slots = view.0.slots::<2>();
                    Self {
                        host: slots.text::<__codec::slot::I0>(),
                        message_request: slots
                            .get::<__codec::slot::I1>()
                            .map(ServerReflectionRequestMessageRequestView::to_message),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[0]
                }
            }
            impl ServerReflectionRequest {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<ServerReflectionRequest> {
                    __codec::encoded::encode_or_panic::<ServerReflectionRequest>(self)
                }
            }
            impl __codec::Encode<ServerReflectionRequest> for ServerReflectionRequest {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<ServerReflectionRequest>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (__codec::fixed::Gap::<1>,),
                        (&self.host, self.message_request.as_ref()),
                    )
                }
            }
            impl ServerReflectionRequestInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<ServerReflectionRequest> {
                    __codec::encoded::encode_or_panic::<ServerReflectionRequest>(self)
                }
            }
            impl __codec::Encode<ServerReflectionRequest>
            for ServerReflectionRequestInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<ServerReflectionRequest>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (__codec::fixed::Gap::<1>,),
                        (self.host, self.message_request.as_ref()),
                    )
                }
            }
            impl __codec::Encode<ServerReflectionRequest>
            for ServerReflectionRequestView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<ServerReflectionRequest>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            #[derive(Clone, Debug, PartialEq)]
            pub enum ServerReflectionRequestMessageRequest {
                /// A file by its name.
                FileByFilename(String),
                /// The file that declares a symbol, by its full name.
                FileContainingSymbol(String),
                FileContainingExtension(ExtensionRequest),
                AllExtensionNumbersOfType(String),
                /// Whatever it says.
                ListServices(String),
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown),
            }
            impl Default for ServerReflectionRequestMessageRequest {
                #[inline]
                fn default() -> Self {
                    Self::FileByFilename(Default::default())
                }
            }
            /// [`ServerReflectionRequestMessageRequest`], read in place.
            #[derive(PartialEq, Debug)]
            pub enum ServerReflectionRequestMessageRequestView<'a> {
                /// A file by its name.
                FileByFilename(&'a str),
                /// The file that declares a symbol, by its full name.
                FileContainingSymbol(&'a str),
                FileContainingExtension(ExtensionRequestView<'a>),
                AllExtensionNumbersOfType(&'a str),
                /// Whatever it says.
                ListServices(&'a str),
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown<&'a [u8]>),
            }
            impl Clone for ServerReflectionRequestMessageRequestView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for ServerReflectionRequestMessageRequestView<'_> {}
            /// [`ServerReflectionRequestMessageRequest`] as borrows, to encode from.
            #[derive(Debug)]
            pub enum ServerReflectionRequestMessageRequestInit<'a> {
                /// A file by its name.
                FileByFilename(&'a str),
                /// The file that declares a symbol, by its full name.
                FileContainingSymbol(&'a str),
                FileContainingExtension(ExtensionRequestInit<'a>),
                AllExtensionNumbersOfType(&'a str),
                /// Whatever it says.
                ListServices(&'a str),
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown<&'a [u8]>),
            }
            impl Clone for ServerReflectionRequestMessageRequestInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for ServerReflectionRequestMessageRequestInit<'_> {}
            impl ServerReflectionRequestMessageRequestInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self::FileByFilename("");
            }
            impl Default for ServerReflectionRequestMessageRequestInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::kind::Union for ServerReflectionRequestMessageRequest {
                type View<'a> = ServerReflectionRequestMessageRequestView<'a>;
                type Variants = (
                    __codec::kind::Text,
                    __codec::kind::Text,
                    __codec::kind::Sub<ExtensionRequest>,
                    __codec::kind::Text,
                    __codec::kind::Text,
                );
            }
            impl<
                'a,
            > From<__codec::kind::RawUnion<'a, ServerReflectionRequestMessageRequest>>
            for ServerReflectionRequestMessageRequestView<'a> {
                #[inline]
                fn from(
                    raw: __codec::kind::RawUnion<
                        'a,
                        ServerReflectionRequestMessageRequest,
                    >,
                ) -> Self {
                    match raw.ordinal() {
                        1 => Self::FileByFilename(raw.payload::<__codec::slot::I0>()),
                        2 => {
                            Self::FileContainingSymbol(
                                raw.payload::<__codec::slot::I1>(),
                            )
                        }
                        3 => {
                            Self::FileContainingExtension(
                                raw.payload::<__codec::slot::I2>(),
                            )
                        }
                        4 => {
                            Self::AllExtensionNumbersOfType(
                                raw.payload::<__codec::slot::I3>(),
                            )
                        }
                        5 => Self::ListServices(raw.payload::<__codec::slot::I4>()),
                        _ => Self::Unknown(raw.unknown()),
                    }
                }
            }
            impl ServerReflectionRequestMessageRequestView<'_> {
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> ServerReflectionRequestMessageRequest {
                    match &self {
                        Self::FileByFilename(payload) => {
                            ServerReflectionRequestMessageRequest::FileByFilename(
                                String::from(*payload),
                            )
                        }
                        Self::FileContainingSymbol(payload) => {
                            ServerReflectionRequestMessageRequest::FileContainingSymbol(
                                String::from(*payload),
                            )
                        }
                        Self::FileContainingExtension(payload) => {
                            ServerReflectionRequestMessageRequest::FileContainingExtension(
                                payload.to_message(),
                            )
                        }
                        Self::AllExtensionNumbersOfType(payload) => {
                            ServerReflectionRequestMessageRequest::AllExtensionNumbersOfType(
                                String::from(*payload),
                            )
                        }
                        Self::ListServices(payload) => {
                            ServerReflectionRequestMessageRequest::ListServices(
                                String::from(*payload),
                            )
                        }
                        Self::Unknown(unknown) => {
                            ServerReflectionRequestMessageRequest::Unknown(
                                unknown.to_owned(),
                            )
                        }
                    }
                }
            }
            impl __codec::kind::EncodeUnion<ServerReflectionRequestMessageRequest>
            for ServerReflectionRequestMessageRequest {
                #[inline]
                fn encode(
                    &self,
                    out: __codec::kind::VariantWriter<
                        '_,
                        ServerReflectionRequestMessageRequest,
                    >,
                ) {
                    match self {
                        Self::FileByFilename(payload) => {
                            out.put::<__codec::slot::I0, _>(payload.as_str())
                        }
                        Self::FileContainingSymbol(payload) => {
                            out.put::<__codec::slot::I1, _>(payload.as_str())
                        }
                        Self::FileContainingExtension(payload) => {
                            out.put::<__codec::slot::I2, _>(payload)
                        }
                        Self::AllExtensionNumbersOfType(payload) => {
                            out.put::<__codec::slot::I3, _>(payload.as_str())
                        }
                        Self::ListServices(payload) => {
                            out.put::<__codec::slot::I4, _>(payload.as_str())
                        }
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<ServerReflectionRequestMessageRequest>
            for ServerReflectionRequestMessageRequestView<'_> {
                #[inline]
                fn encode(
                    &self,
                    out: __codec::kind::VariantWriter<
                        '_,
                        ServerReflectionRequestMessageRequest,
                    >,
                ) {
                    match self {
                        Self::FileByFilename(payload) => {
                            out.put::<__codec::slot::I0, _>(*payload)
                        }
                        Self::FileContainingSymbol(payload) => {
                            out.put::<__codec::slot::I1, _>(*payload)
                        }
                        Self::FileContainingExtension(payload) => {
                            out.put::<__codec::slot::I2, _>(payload)
                        }
                        Self::AllExtensionNumbersOfType(payload) => {
                            out.put::<__codec::slot::I3, _>(*payload)
                        }
                        Self::ListServices(payload) => {
                            out.put::<__codec::slot::I4, _>(*payload)
                        }
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<ServerReflectionRequestMessageRequest>
            for ServerReflectionRequestMessageRequestInit<'_> {
                #[inline]
                fn encode(
                    &self,
                    out: __codec::kind::VariantWriter<
                        '_,
                        ServerReflectionRequestMessageRequest,
                    >,
                ) {
                    match self {
                        Self::FileByFilename(payload) => {
                            out.put::<__codec::slot::I0, _>(*payload)
                        }
                        Self::FileContainingSymbol(payload) => {
                            out.put::<__codec::slot::I1, _>(*payload)
                        }
                        Self::FileContainingExtension(payload) => {
                            out.put::<__codec::slot::I2, _>(payload)
                        }
                        Self::AllExtensionNumbersOfType(payload) => {
                            out.put::<__codec::slot::I3, _>(*payload)
                        }
                        Self::ListServices(payload) => {
                            out.put::<__codec::slot::I4, _>(*payload)
                        }
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            #[derive(Clone, Debug, Default)]
            pub struct ExtensionRequest {
                pub containing_type: String,
                pub extension_number: i32,
            }
            impl PartialEq for ExtensionRequest {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    __codec::view::same(&self.containing_type, &other.containing_type)
                        && self.extension_number == other.extension_number
                }
            }
            /// [`ExtensionRequest`], read in place.
            #[derive(PartialEq, Hash)]
            pub struct ExtensionRequestView<'a>(
                __codec::view::RawView<'a, ExtensionRequest>,
            );
            impl Clone for ExtensionRequestView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for ExtensionRequestView<'_> {}
            impl Eq for ExtensionRequestView<'_> {}
            impl<'a> ExtensionRequestView<'a> {
                /// The field `containing_type`.
                #[inline]
                pub fn containing_type(self) -> &'a str {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The field `extension_number`.
                #[inline]
                pub fn extension_number(self) -> i32 {
                    self.0.get(0)
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> ExtensionRequest {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for ExtensionRequestView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`ExtensionRequest`] as borrows, to encode from.
            pub struct ExtensionRequestInit<'a> {
                pub containing_type: &'a str,
                pub extension_number: i32,
            }
            impl Clone for ExtensionRequestInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for ExtensionRequestInit<'_> {}
            impl ::core::fmt::Debug for ExtensionRequestInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<ExtensionRequest>(self, f)
                }
            }
            impl ExtensionRequestInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    containing_type: "",
                    extension_number: 0,
                };
            }
            impl Default for ExtensionRequestInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for ExtensionRequest {
                type View<'a> = ExtensionRequestView<'a>;
                type Slots = (__codec::kind::Text,);
                const SCALARS: usize = 4;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([
                    [0, 4, 0, 0],
                ]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    1,
                );
                const FINGERPRINT: u64 = 0xc1f2e2edf34bf044;
                #[inline]
                fn view_of(
                    raw: __codec::view::RawView<'_, Self>,
                ) -> ExtensionRequestView<'_> {
                    ExtensionRequestView(raw)
                }
                #[inline]
                fn from_view(view: ExtensionRequestView<'_>) -> Self {
                    let slots = view.0.slots::<1>();
                    Self {
                        containing_type: slots.text::<__codec::slot::I0>(),
                        extension_number: view.extension_number(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[1]
                }
            }
            impl ExtensionRequest {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<ExtensionRequest> {
                    __codec::encoded::encode_or_panic::<ExtensionRequest>(self)
                }
            }
            impl __codec::Encode<ExtensionRequest> for ExtensionRequest {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<ExtensionRequest>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((&self.extension_number,), (&self.containing_type,))
                }
            }
            impl ExtensionRequestInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<ExtensionRequest> {
                    __codec::encoded::encode_or_panic::<ExtensionRequest>(self)
                }
            }
            impl __codec::Encode<ExtensionRequest> for ExtensionRequestInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<ExtensionRequest>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((&self.extension_number,), (self.containing_type,))
                }
            }
            impl __codec::Encode<ExtensionRequest> for ExtensionRequestView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<ExtensionRequest>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            #[derive(Clone, Debug, Default)]
            pub struct ServerReflectionResponse {
                pub valid_host: String,
                pub original_request: Option<ServerReflectionRequest>,
                pub message_response: Option<ServerReflectionResponseMessageResponse>,
            }
            impl PartialEq for ServerReflectionResponse {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    __codec::view::same(&self.valid_host, &other.valid_host)
                        && __codec::view::same(
                            &self.original_request,
                            &other.original_request,
                        )
                        && __codec::view::same(
                            &self.message_response,
                            &other.message_response,
                        )
                }
            }
            /// [`ServerReflectionResponse`], read in place.
            #[derive(PartialEq, Hash)]
            pub struct ServerReflectionResponseView<'a>(
                __codec::view::RawView<'a, ServerReflectionResponse>,
            );
            impl Clone for ServerReflectionResponseView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for ServerReflectionResponseView<'_> {}
            impl Eq for ServerReflectionResponseView<'_> {}
            impl<'a> ServerReflectionResponseView<'a> {
                /// The field `valid_host`.
                #[inline]
                pub fn valid_host(self) -> &'a str {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The field `original_request`.
                #[inline]
                pub fn original_request(
                    self,
                ) -> Option<ServerReflectionRequestView<'a>> {
                    self.0.slot::<__codec::slot::I1>()
                }
                /// The field `message_response`.
                #[inline]
                pub fn message_response(
                    self,
                ) -> Option<ServerReflectionResponseMessageResponseView<'a>> {
                    self.0.slot::<__codec::slot::I2>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> ServerReflectionResponse {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for ServerReflectionResponseView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`ServerReflectionResponse`] as borrows, to encode from.
            pub struct ServerReflectionResponseInit<'a> {
                pub valid_host: &'a str,
                pub original_request: Option<ServerReflectionRequestInit<'a>>,
                pub message_response: Option<
                    ServerReflectionResponseMessageResponseInit<'a>,
                >,
            }
            impl Clone for ServerReflectionResponseInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for ServerReflectionResponseInit<'_> {}
            impl ::core::fmt::Debug for ServerReflectionResponseInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<ServerReflectionResponse>(self, f)
                }
            }
            impl ServerReflectionResponseInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    valid_host: "",
                    original_request: Option::None,
                    message_response: Option::None,
                };
            }
            impl Default for ServerReflectionResponseInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for ServerReflectionResponse {
                type View<'a> = ServerReflectionResponseView<'a>;
                type Slots = (
                    __codec::kind::Text,
                    __codec::kind::Optional<__codec::kind::Sub<ServerReflectionRequest>>,
                    __codec::kind::Optional<
                        __codec::kind::Choice<ServerReflectionResponseMessageResponse>,
                    >,
                );
                const SCALARS: usize = 1;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([
                    [0, 1, 0, 0],
                ]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    2,
                );
                const FINGERPRINT: u64 = 0xa6013e29ee19f1d9;
                #[inline]
                fn check(scalars: &[u8]) -> bool {
                    (__codec::message::flag(scalars, 0, 1)
                        | !__codec::message::flag(scalars, 0, 2))
                }
                #[inline]
                fn view_of(
                    raw: __codec::view::RawView<'_, Self>,
                ) -> ServerReflectionResponseView<'_> {
                    ServerReflectionResponseView(raw)
                }
                #[inline]
                fn from_view(view: ServerReflectionResponseView<'_>) -> Self {
                    let slots = view.0.slots::<3>();
                    Self {
                        valid_host: slots.text::<__codec::slot::I0>(),
                        original_request: slots
                            .get::<__codec::slot::I1>()
                            .map(ServerReflectionRequestView::to_message),
                        message_response: slots
                            .get::<__codec::slot::I2>()
                            .map(ServerReflectionResponseMessageResponseView::to_message),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[2]
                }
            }
            impl ServerReflectionResponse {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<ServerReflectionResponse> {
                    __codec::encoded::encode_or_panic::<ServerReflectionResponse>(self)
                }
            }
            impl __codec::Encode<ServerReflectionResponse> for ServerReflectionResponse {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<ServerReflectionResponse>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (__codec::fixed::Gap::<1>,),
                        (
                            &self.valid_host,
                            self.original_request.as_ref(),
                            self.message_response.as_ref(),
                        ),
                    )
                }
            }
            impl ServerReflectionResponseInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<ServerReflectionResponse> {
                    __codec::encoded::encode_or_panic::<ServerReflectionResponse>(self)
                }
            }
            impl __codec::Encode<ServerReflectionResponse>
            for ServerReflectionResponseInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<ServerReflectionResponse>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (__codec::fixed::Gap::<1>,),
                        (
                            self.valid_host,
                            self.original_request.as_ref(),
                            self.message_response.as_ref(),
                        ),
                    )
                }
            }
            impl __codec::Encode<ServerReflectionResponse>
            for ServerReflectionResponseView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<ServerReflectionResponse>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            #[derive(Clone, Debug, PartialEq)]
            pub enum ServerReflectionResponseMessageResponse {
                FileDescriptorResponse(FileDescriptorResponse),
                AllExtensionNumbersResponse(ExtensionNumberResponse),
                ListServicesResponse(ListServiceResponse),
                ErrorResponse(ErrorResponse),
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown),
            }
            impl Default for ServerReflectionResponseMessageResponse {
                #[inline]
                fn default() -> Self {
                    Self::FileDescriptorResponse(Default::default())
                }
            }
            /// [`ServerReflectionResponseMessageResponse`], read in place.
            #[derive(PartialEq, Debug)]
            pub enum ServerReflectionResponseMessageResponseView<'a> {
                FileDescriptorResponse(FileDescriptorResponseView<'a>),
                AllExtensionNumbersResponse(ExtensionNumberResponseView<'a>),
                ListServicesResponse(ListServiceResponseView<'a>),
                ErrorResponse(ErrorResponseView<'a>),
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown<&'a [u8]>),
            }
            impl Clone for ServerReflectionResponseMessageResponseView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for ServerReflectionResponseMessageResponseView<'_> {}
            /// [`ServerReflectionResponseMessageResponse`] as borrows, to encode from.
            #[derive(Debug)]
            pub enum ServerReflectionResponseMessageResponseInit<'a> {
                FileDescriptorResponse(FileDescriptorResponseInit<'a>),
                AllExtensionNumbersResponse(ExtensionNumberResponseInit<'a>),
                ListServicesResponse(ListServiceResponseInit<'a>),
                ErrorResponse(ErrorResponseInit<'a>),
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown<&'a [u8]>),
            }
            impl Clone for ServerReflectionResponseMessageResponseInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for ServerReflectionResponseMessageResponseInit<'_> {}
            impl ServerReflectionResponseMessageResponseInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self::FileDescriptorResponse(
                    FileDescriptorResponseInit::__DEFAULT,
                );
            }
            impl Default for ServerReflectionResponseMessageResponseInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::kind::Union for ServerReflectionResponseMessageResponse {
                type View<'a> = ServerReflectionResponseMessageResponseView<'a>;
                type Variants = (
                    __codec::kind::Sub<FileDescriptorResponse>,
                    __codec::kind::Sub<ExtensionNumberResponse>,
                    __codec::kind::Sub<ListServiceResponse>,
                    __codec::kind::Sub<ErrorResponse>,
                );
            }
            impl<
                'a,
            > From<__codec::kind::RawUnion<'a, ServerReflectionResponseMessageResponse>>
            for ServerReflectionResponseMessageResponseView<'a> {
                #[inline]
                fn from(
                    raw: __codec::kind::RawUnion<
                        'a,
                        ServerReflectionResponseMessageResponse,
                    >,
                ) -> Self {
                    match raw.ordinal() {
                        1 => {
                            Self::FileDescriptorResponse(
                                raw.payload::<__codec::slot::I0>(),
                            )
                        }
                        2 => {
                            Self::AllExtensionNumbersResponse(
                                raw.payload::<__codec::slot::I1>(),
                            )
                        }
                        3 => {
                            Self::ListServicesResponse(
                                raw.payload::<__codec::slot::I2>(),
                            )
                        }
                        4 => Self::ErrorResponse(raw.payload::<__codec::slot::I3>()),
                        _ => Self::Unknown(raw.unknown()),
                    }
                }
            }
            impl ServerReflectionResponseMessageResponseView<'_> {
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> ServerReflectionResponseMessageResponse {
                    match &self {
                        Self::FileDescriptorResponse(payload) => {
                            ServerReflectionResponseMessageResponse::FileDescriptorResponse(
                                payload.to_message(),
                            )
                        }
                        Self::AllExtensionNumbersResponse(payload) => {
                            ServerReflectionResponseMessageResponse::AllExtensionNumbersResponse(
                                payload.to_message(),
                            )
                        }
                        Self::ListServicesResponse(payload) => {
                            ServerReflectionResponseMessageResponse::ListServicesResponse(
                                payload.to_message(),
                            )
                        }
                        Self::ErrorResponse(payload) => {
                            ServerReflectionResponseMessageResponse::ErrorResponse(
                                payload.to_message(),
                            )
                        }
                        Self::Unknown(unknown) => {
                            ServerReflectionResponseMessageResponse::Unknown(
                                unknown.to_owned(),
                            )
                        }
                    }
                }
            }
            impl __codec::kind::EncodeUnion<ServerReflectionResponseMessageResponse>
            for ServerReflectionResponseMessageResponse {
                #[inline]
                fn encode(
                    &self,
                    out: __codec::kind::VariantWriter<
                        '_,
                        ServerReflectionResponseMessageResponse,
                    >,
                ) {
                    match self {
                        Self::FileDescriptorResponse(payload) => {
                            out.put::<__codec::slot::I0, _>(payload)
                        }
                        Self::AllExtensionNumbersResponse(payload) => {
                            out.put::<__codec::slot::I1, _>(payload)
                        }
                        Self::ListServicesResponse(payload) => {
                            out.put::<__codec::slot::I2, _>(payload)
                        }
                        Self::ErrorResponse(payload) => {
                            out.put::<__codec::slot::I3, _>(payload)
                        }
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<ServerReflectionResponseMessageResponse>
            for ServerReflectionResponseMessageResponseView<'_> {
                #[inline]
                fn encode(
                    &self,
                    out: __codec::kind::VariantWriter<
                        '_,
                        ServerReflectionResponseMessageResponse,
                    >,
                ) {
                    match self {
                        Self::FileDescriptorResponse(payload) => {
                            out.put::<__codec::slot::I0, _>(payload)
                        }
                        Self::AllExtensionNumbersResponse(payload) => {
                            out.put::<__codec::slot::I1, _>(payload)
                        }
                        Self::ListServicesResponse(payload) => {
                            out.put::<__codec::slot::I2, _>(payload)
                        }
                        Self::ErrorResponse(payload) => {
                            out.put::<__codec::slot::I3, _>(payload)
                        }
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<ServerReflectionResponseMessageResponse>
            for ServerReflectionResponseMessageResponseInit<'_> {
                #[inline]
                fn encode(
                    &self,
                    out: __codec::kind::VariantWriter<
                        '_,
                        ServerReflectionResponseMessageResponse,
                    >,
                ) {
                    match self {
                        Self::FileDescriptorResponse(payload) => {
                            out.put::<__codec::slot::I0, _>(payload)
                        }
                        Self::AllExtensionNumbersResponse(payload) => {
                            out.put::<__codec::slot::I1, _>(payload)
                        }
                        Self::ListServicesResponse(payload) => {
                            out.put::<__codec::slot::I2, _>(payload)
                        }
                        Self::ErrorResponse(payload) => {
                            out.put::<__codec::slot::I3, _>(payload)
                        }
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            /// The file that was asked for and those that it imports.
            #[derive(Clone, Debug, Default)]
            pub struct FileDescriptorResponse {
                /// Each a `google.protobuf.FileDescriptorProto`.
                pub file_descriptor_proto: Vec<Vec<u8>>,
            }
            impl PartialEq for FileDescriptorResponse {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    __codec::view::same(
                        &self.file_descriptor_proto,
                        &other.file_descriptor_proto,
                    )
                }
            }
            /// [`FileDescriptorResponse`], read in place.
            ///
            /// The file that was asked for and those that it imports.
            #[derive(PartialEq, Hash)]
            pub struct FileDescriptorResponseView<'a>(
                __codec::view::RawView<'a, FileDescriptorResponse>,
            );
            impl Clone for FileDescriptorResponseView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for FileDescriptorResponseView<'_> {}
            impl Eq for FileDescriptorResponseView<'_> {}
            impl<'a> FileDescriptorResponseView<'a> {
                /// Each a `google.protobuf.FileDescriptorProto`.
                #[inline]
                pub fn file_descriptor_proto(
                    self,
                ) -> __codec::kind::ItemsView<'a, __codec::kind::Blob> {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> FileDescriptorResponse {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for FileDescriptorResponseView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`FileDescriptorResponse`] as borrows, to encode from.
            ///
            /// The file that was asked for and those that it imports.
            pub struct FileDescriptorResponseInit<'a> {
                /// Each a `google.protobuf.FileDescriptorProto`.
                pub file_descriptor_proto: &'a [&'a [u8]],
            }
            impl Clone for FileDescriptorResponseInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for FileDescriptorResponseInit<'_> {}
            impl ::core::fmt::Debug for FileDescriptorResponseInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<FileDescriptorResponse>(self, f)
                }
            }
            impl FileDescriptorResponseInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self { file_descriptor_proto: &[] };
            }
            impl Default for FileDescriptorResponseInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for FileDescriptorResponse {
                type View<'a> = FileDescriptorResponseView<'a>;
                type Slots = (__codec::kind::Items<__codec::kind::Blob>,);
                const SCALARS: usize = 0;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    3,
                );
                const FINGERPRINT: u64 = 0x3742d2373d672e07;
                #[inline]
                fn view_of(
                    raw: __codec::view::RawView<'_, Self>,
                ) -> FileDescriptorResponseView<'_> {
                    FileDescriptorResponseView(raw)
                }
                #[inline]
                fn from_view(view: FileDescriptorResponseView<'_>) -> Self {
                    let slots = view.0.slots::<1>();
                    Self {
                        file_descriptor_proto: slots
                            .get::<__codec::slot::I0>()
                            .iter()
                            .map(|item| item.to_vec())
                            .collect(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[3]
                }
            }
            impl FileDescriptorResponse {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<FileDescriptorResponse> {
                    __codec::encoded::encode_or_panic::<FileDescriptorResponse>(self)
                }
            }
            impl __codec::Encode<FileDescriptorResponse> for FileDescriptorResponse {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<FileDescriptorResponse>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((), (&self.file_descriptor_proto,))
                }
            }
            impl FileDescriptorResponseInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<FileDescriptorResponse> {
                    __codec::encoded::encode_or_panic::<FileDescriptorResponse>(self)
                }
            }
            impl __codec::Encode<FileDescriptorResponse>
            for FileDescriptorResponseInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<FileDescriptorResponse>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((), (self.file_descriptor_proto,))
                }
            }
            impl __codec::Encode<FileDescriptorResponse>
            for FileDescriptorResponseView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<FileDescriptorResponse>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            #[derive(Clone, Debug, Default)]
            pub struct ExtensionNumberResponse {
                pub base_type_name: String,
                pub extension_number: Vec<i32>,
            }
            impl PartialEq for ExtensionNumberResponse {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    __codec::view::same(&self.base_type_name, &other.base_type_name)
                        && __codec::view::same(
                            &self.extension_number,
                            &other.extension_number,
                        )
                }
            }
            /// [`ExtensionNumberResponse`], read in place.
            #[derive(PartialEq, Hash)]
            pub struct ExtensionNumberResponseView<'a>(
                __codec::view::RawView<'a, ExtensionNumberResponse>,
            );
            impl Clone for ExtensionNumberResponseView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for ExtensionNumberResponseView<'_> {}
            impl Eq for ExtensionNumberResponseView<'_> {}
            impl<'a> ExtensionNumberResponseView<'a> {
                /// The field `base_type_name`.
                #[inline]
                pub fn base_type_name(self) -> &'a str {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The field `extension_number`.
                #[inline]
                pub fn extension_number(self) -> __codec::kind::PackedView<'a, i32> {
                    self.0.slot::<__codec::slot::I1>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> ExtensionNumberResponse {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for ExtensionNumberResponseView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`ExtensionNumberResponse`] as borrows, to encode from.
            pub struct ExtensionNumberResponseInit<'a> {
                pub base_type_name: &'a str,
                pub extension_number: &'a [i32],
            }
            impl Clone for ExtensionNumberResponseInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for ExtensionNumberResponseInit<'_> {}
            impl ::core::fmt::Debug for ExtensionNumberResponseInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<ExtensionNumberResponse>(self, f)
                }
            }
            impl ExtensionNumberResponseInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    base_type_name: "",
                    extension_number: &[],
                };
            }
            impl Default for ExtensionNumberResponseInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for ExtensionNumberResponse {
                type View<'a> = ExtensionNumberResponseView<'a>;
                type Slots = (__codec::kind::Text, __codec::kind::Packed<i32>);
                const SCALARS: usize = 0;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    4,
                );
                const FINGERPRINT: u64 = 0x3225c902661a526f;
                #[inline]
                fn view_of(
                    raw: __codec::view::RawView<'_, Self>,
                ) -> ExtensionNumberResponseView<'_> {
                    ExtensionNumberResponseView(raw)
                }
                #[inline]
                fn from_view(view: ExtensionNumberResponseView<'_>) -> Self {
                    let slots = view.0.slots::<2>();
                    Self {
                        base_type_name: slots.text::<__codec::slot::I0>(),
                        extension_number: slots.get::<__codec::slot::I1>().to_vec(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[4]
                }
            }
            impl ExtensionNumberResponse {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<ExtensionNumberResponse> {
                    __codec::encoded::encode_or_panic::<ExtensionNumberResponse>(self)
                }
            }
            impl __codec::Encode<ExtensionNumberResponse> for ExtensionNumberResponse {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<ExtensionNumberResponse>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((), (&self.base_type_name, &self.extension_number))
                }
            }
            impl ExtensionNumberResponseInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<ExtensionNumberResponse> {
                    __codec::encoded::encode_or_panic::<ExtensionNumberResponse>(self)
                }
            }
            impl __codec::Encode<ExtensionNumberResponse>
            for ExtensionNumberResponseInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<ExtensionNumberResponse>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((), (self.base_type_name, self.extension_number))
                }
            }
            impl __codec::Encode<ExtensionNumberResponse>
            for ExtensionNumberResponseView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<ExtensionNumberResponse>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            #[derive(Clone, Debug, Default)]
            pub struct ListServiceResponse {
                pub service: Vec<ServiceResponse>,
            }
            impl PartialEq for ListServiceResponse {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    __codec::view::same(&self.service, &other.service)
                }
            }
            /// [`ListServiceResponse`], read in place.
            #[derive(PartialEq, Hash)]
            pub struct ListServiceResponseView<'a>(
                __codec::view::RawView<'a, ListServiceResponse>,
            );
            impl Clone for ListServiceResponseView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for ListServiceResponseView<'_> {}
            impl Eq for ListServiceResponseView<'_> {}
            impl<'a> ListServiceResponseView<'a> {
                /// The field `service`.
                #[inline]
                pub fn service(self) -> __codec::kind::RowsView<'a, ServiceResponse> {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> ListServiceResponse {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for ListServiceResponseView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`ListServiceResponse`] as borrows, to encode from.
            pub struct ListServiceResponseInit<'a> {
                pub service: &'a [ServiceResponseInit<'a>],
            }
            impl Clone for ListServiceResponseInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for ListServiceResponseInit<'_> {}
            impl ::core::fmt::Debug for ListServiceResponseInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<ListServiceResponse>(self, f)
                }
            }
            impl ListServiceResponseInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self { service: &[] };
            }
            impl Default for ListServiceResponseInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for ListServiceResponse {
                type View<'a> = ListServiceResponseView<'a>;
                type Slots = (__codec::kind::Rows<ServiceResponse>,);
                const SCALARS: usize = 0;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    5,
                );
                const FINGERPRINT: u64 = 0xa443cd98456b25ee;
                #[inline]
                fn view_of(
                    raw: __codec::view::RawView<'_, Self>,
                ) -> ListServiceResponseView<'_> {
                    ListServiceResponseView(raw)
                }
                #[inline]
                fn from_view(view: ListServiceResponseView<'_>) -> Self {
                    let slots = view.0.slots::<1>();
                    Self {
                        service: slots.get::<__codec::slot::I0>().to_vec(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[5]
                }
            }
            impl ListServiceResponse {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<ListServiceResponse> {
                    __codec::encoded::encode_or_panic::<ListServiceResponse>(self)
                }
            }
            impl __codec::Encode<ListServiceResponse> for ListServiceResponse {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<ListServiceResponse>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((), (&self.service,))
                }
            }
            impl ListServiceResponseInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<ListServiceResponse> {
                    __codec::encoded::encode_or_panic::<ListServiceResponse>(self)
                }
            }
            impl __codec::Encode<ListServiceResponse> for ListServiceResponseInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<ListServiceResponse>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((), (self.service,))
                }
            }
            impl __codec::Encode<ListServiceResponse> for ListServiceResponseView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<ListServiceResponse>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            #[derive(Clone, Debug, Default)]
            pub struct ServiceResponse {
                pub name: String,
            }
            impl PartialEq for ServiceResponse {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    __codec::view::same(&self.name, &other.name)
                }
            }
            /// [`ServiceResponse`], read in place.
            #[derive(PartialEq, Hash)]
            pub struct ServiceResponseView<'a>(
                __codec::view::RawView<'a, ServiceResponse>,
            );
            impl Clone for ServiceResponseView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for ServiceResponseView<'_> {}
            impl Eq for ServiceResponseView<'_> {}
            impl<'a> ServiceResponseView<'a> {
                /// The field `name`.
                #[inline]
                pub fn name(self) -> &'a str {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> ServiceResponse {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for ServiceResponseView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`ServiceResponse`] as borrows, to encode from.
            pub struct ServiceResponseInit<'a> {
                pub name: &'a str,
            }
            impl Clone for ServiceResponseInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for ServiceResponseInit<'_> {}
            impl ::core::fmt::Debug for ServiceResponseInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<ServiceResponse>(self, f)
                }
            }
            impl ServiceResponseInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self { name: "" };
            }
            impl Default for ServiceResponseInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for ServiceResponse {
                type View<'a> = ServiceResponseView<'a>;
                type Slots = (__codec::kind::Text,);
                const SCALARS: usize = 0;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    6,
                );
                const FINGERPRINT: u64 = 0xb6186d9efa6aefea;
                #[inline]
                fn view_of(
                    raw: __codec::view::RawView<'_, Self>,
                ) -> ServiceResponseView<'_> {
                    ServiceResponseView(raw)
                }
                #[inline]
                fn from_view(view: ServiceResponseView<'_>) -> Self {
                    let slots = view.0.slots::<1>();
                    Self {
                        name: slots.text::<__codec::slot::I0>(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[6]
                }
            }
            impl ServiceResponse {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<ServiceResponse> {
                    __codec::encoded::encode_or_panic::<ServiceResponse>(self)
                }
            }
            impl __codec::Encode<ServiceResponse> for ServiceResponse {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<ServiceResponse>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((), (&self.name,))
                }
            }
            impl ServiceResponseInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<ServiceResponse> {
                    __codec::encoded::encode_or_panic::<ServiceResponse>(self)
                }
            }
            impl __codec::Encode<ServiceResponse> for ServiceResponseInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<ServiceResponse>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((), (self.name,))
                }
            }
            impl __codec::Encode<ServiceResponse> for ServiceResponseView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<ServiceResponse>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            #[derive(Clone, Debug, Default)]
            pub struct ErrorResponse {
                /// gRPC's number of a status.
                pub error_code: i32,
                pub error_message: String,
            }
            impl PartialEq for ErrorResponse {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    self.error_code == other.error_code
                        && __codec::view::same(&self.error_message, &other.error_message)
                }
            }
            /// [`ErrorResponse`], read in place.
            #[derive(PartialEq, Hash)]
            pub struct ErrorResponseView<'a>(__codec::view::RawView<'a, ErrorResponse>);
            impl Clone for ErrorResponseView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for ErrorResponseView<'_> {}
            impl Eq for ErrorResponseView<'_> {}
            impl<'a> ErrorResponseView<'a> {
                /// gRPC's number of a status.
                #[inline]
                pub fn error_code(self) -> i32 {
                    self.0.get(0)
                }
                /// The field `error_message`.
                #[inline]
                pub fn error_message(self) -> &'a str {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> ErrorResponse {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for ErrorResponseView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`ErrorResponse`] as borrows, to encode from.
            pub struct ErrorResponseInit<'a> {
                /// gRPC's number of a status.
                pub error_code: i32,
                pub error_message: &'a str,
            }
            impl Clone for ErrorResponseInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for ErrorResponseInit<'_> {}
            impl ::core::fmt::Debug for ErrorResponseInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<ErrorResponse>(self, f)
                }
            }
            impl ErrorResponseInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    error_code: 0,
                    error_message: "",
                };
            }
            impl Default for ErrorResponseInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for ErrorResponse {
                type View<'a> = ErrorResponseView<'a>;
                type Slots = (__codec::kind::Text,);
                const SCALARS: usize = 4;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([
                    [0, 4, 0, 0],
                ]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    7,
                );
                const FINGERPRINT: u64 = 0xc7af709f997e2f6e;
                #[inline]
                fn view_of(
                    raw: __codec::view::RawView<'_, Self>,
                ) -> ErrorResponseView<'_> {
                    ErrorResponseView(raw)
                }
                #[inline]
                fn from_view(view: ErrorResponseView<'_>) -> Self {
                    let slots = view.0.slots::<1>();
                    Self {
                        error_code: view.error_code(),
                        error_message: slots.text::<__codec::slot::I0>(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[7]
                }
            }
            impl ErrorResponse {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<ErrorResponse> {
                    __codec::encoded::encode_or_panic::<ErrorResponse>(self)
                }
            }
            impl __codec::Encode<ErrorResponse> for ErrorResponse {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<ErrorResponse>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((&self.error_code,), (&self.error_message,))
                }
            }
            impl ErrorResponseInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<ErrorResponse> {
                    __codec::encoded::encode_or_panic::<ErrorResponse>(self)
                }
            }
            impl __codec::Encode<ErrorResponse> for ErrorResponseInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<ErrorResponse>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((&self.error_code,), (self.error_message,))
                }
            }
            impl __codec::Encode<ErrorResponse> for ErrorResponseView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<ErrorResponse>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            #[doc(hidden)]
            pub static __FILES: ::stillwire::rpc::FileDescriptors = ::stillwire::rpc::FileDescriptors {
                own: b"\n\xf4\x0c\n#grpc/reflection/v1/reflection.proto\x12\x12grpc.reflection.v1\"\xf9\x02\n\x17ServerReflectionRequest\x12\x12\n\x04host\x18\x01 \x01(\tR\x04host\x12*\n\x10file_by_filename\x18\x03 \x01(\tH\x00R\x0efileByFilename\x126\n\x16file_containing_symbol\x18\x04 \x01(\tH\x00R\x14fileContainingSymbol\x12b\n\x19file_containing_extension\x18\x05 \x01(\x0b2$.grpc.reflection.v1.ExtensionRequestH\x00R\x17fileContainingExtension\x12B\n\x1dall_extension_numbers_of_type\x18\x06 \x01(\tH\x00R\x19allExtensionNumbersOfType\x12%\n\rlist_services\x18\x07 \x01(\tH\x00R\x0clistServicesB\x11\n\x0fmessage_requestJ\x04\x08\x02\x10\x03\"f\n\x10ExtensionRequest\x12\'\n\x0fcontaining_type\x18\x01 \x01(\tR\x0econtainingType\x12)\n\x10extension_number\x18\x02 \x01(\x05R\x0fextensionNumber\"\xb4\x04\n\x18ServerReflectionResponse\x12\x1d\n\nvalid_host\x18\x01 \x01(\tR\tvalidHost\x12V\n\x10original_request\x18\x02 \x01(\x0b2+.grpc.reflection.v1.ServerReflectionRequestR\x0foriginalRequest\x12f\n\x18file_descriptor_response\x18\x04 \x01(\x0b2*.grpc.reflection.v1.FileDescriptorResponseH\x00R\x16fileDescriptorResponse\x12r\n\x1eall_extension_numbers_response\x18\x05 \x01(\x0b2+.grpc.reflection.v1.ExtensionNumberResponseH\x00R\x1ballExtensionNumbersResponse\x12_\n\x16list_services_response\x18\x06 \x01(\x0b2\'.grpc.reflection.v1.ListServiceResponseH\x00R\x14listServicesResponse\x12J\n\x0eerror_response\x18\x07 \x01(\x0b2!.grpc.reflection.v1.ErrorResponseH\x00R\rerrorResponseB\x12\n\x10message_responseJ\x04\x08\x03\x10\x04\"L\n\x16FileDescriptorResponse\x122\n\x15file_descriptor_proto\x18\x01 \x03(\x0cR\x13fileDescriptorProto\"j\n\x17ExtensionNumberResponse\x12$\n\x0ebase_type_name\x18\x01 \x01(\tR\x0cbaseTypeName\x12)\n\x10extension_number\x18\x02 \x03(\x05R\x0fextensionNumber\"T\n\x13ListServiceResponse\x12=\n\x07service\x18\x01 \x03(\x0b2#.grpc.reflection.v1.ServiceResponseR\x07service\"%\n\x0fServiceResponse\x12\x12\n\x04name\x18\x01 \x01(\tR\x04name\"S\n\rErrorResponse\x12\x1d\n\nerror_code\x18\x01 \x01(\x05R\terrorCode\x12#\n\rerror_message\x18\x02 \x01(\tR\x0cerrorMessage2\x89\x01\n\x10ServerReflection\x12u\n\x14ServerReflectionInfo\x12+.grpc.reflection.v1.ServerReflectionRequest\x1a,.grpc.reflection.v1.ServerReflectionResponse(\x010\x01b\x06proto3",
                imports: &[],
            };
            #[doc(hidden)]
            pub static __SERVER_REFLECTION_SERVICE: ::stillwire::rpc::ServiceDescriptor = ::stillwire::rpc::ServiceDescriptor {
                name: "grpc.reflection.v1.ServerReflection",
                methods: &[
                    ::stillwire::rpc::MethodDescriptor::new(
                            "ServerReflectionInfo",
                            "/grpc.reflection.v1.ServerReflection/ServerReflectionInfo",
                            0xe6041964a801fcc0,
                        )
                        .with_types(
                            <ServerReflectionRequest as __codec::Message>::TABLE,
                            <ServerReflectionResponse as __codec::Message>::TABLE,
                        )
                        .with_streaming(true, true),
                ],
                files: &__FILES,
            };
            pub trait ServerReflection: ::core::marker::Send + ::core::marker::Sync + 'static {
                /// Answers each question, in order.
                fn server_reflection_info(
                    &self,
                    call: &::stillwire::rpc::Call,
                    input: ::stillwire::rpc::Inbound<ServerReflectionRequest>,
                    out: ::stillwire::rpc::Outbound<ServerReflectionResponse>,
                ) -> impl ::core::future::Future<
                    Output = Result<(), ::stillwire::rpc::Fault>,
                > + ::core::marker::Send;
                /// The service, ready to be added to a server.
                fn serve(self) -> ::stillwire::rpc::Service
                where
                    Self: ::core::marker::Sized,
                {
                    ::stillwire::rpc::Service::new(ServerReflectionServer(self))
                }
            }
            struct ServerReflectionServer<T>(T);
            impl<T: ServerReflection> ::stillwire::rpc::Dispatch
            for ServerReflectionServer<T> {
                fn descriptor(&self) -> &'static ::stillwire::rpc::ServiceDescriptor {
                    &__SERVER_REFLECTION_SERVICE
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
                                let (call, input, out) = exchange.streaming()?;
                                let result = <T as ServerReflection>::server_reflection_info(
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
            /// Calls [`ServerReflection`].
            #[derive(Clone, Debug)]
            pub struct ServerReflectionClient {
                caller: ::stillwire::rpc::Caller,
            }
            impl ServerReflectionClient {
                /// What the service is called and what its methods are.
                pub const SERVICE: &'static ::stillwire::rpc::ServiceDescriptor = &__SERVER_REFLECTION_SERVICE;
                /// A client that calls over `caller`: a channel, or any other transport.
                pub fn new(
                    caller: impl ::core::convert::Into<::stillwire::rpc::Caller>,
                ) -> Self {
                    Self {
                        caller: ::core::convert::Into::into(caller),
                    }
                }
                /// Answers each question, in order.
                pub fn server_reflection_info(
                    &self,
                ) -> ::stillwire::rpc::client::StreamingCall<
                    ServerReflectionRequest,
                    ServerReflectionResponse,
                > {
                    self.caller
                        .streaming::<
                            ServerReflectionRequest,
                            ServerReflectionResponse,
                            ::stillwire::rpc::Never,
                        >(&__SERVER_REFLECTION_SERVICE.methods[0])
                }
            }
            #[doc(hidden)]
            #[inline]
            pub fn __schema() -> &'static __codec::table::Schema {
                static PACKED: __codec::table::Packed = __codec::table::Packed::new(
                    b"\x12grpc.reflection.v1\x08*grpc.reflection.v1.ServerReflectionRequest\x01\x02\x07\x00\x04host\x01\x14\x02\x00\x00\x01\x00\x02\x00\x00\x00\x02\x03\x00\x01\x00\x0fmessage_request\x03\x18\x00\x00\x02\x01\x02\x00\x16file_containing_symbol\x04\x18\x00\x00\x03\x02\x02\x00\x19file_containing_extension\x05\x18\x00\x00\x03\x02\x02\x00\x1dall_extension_numbers_of_type\x06\x18\x00\x00\x03\x02\x02\x00\rlist_services\x07\x18\x00\x00\x03\x02\x02\x00#grpc.reflection.v1.ExtensionRequest\x04\x01\x02\x00\x0fcontaining_type\x01\x14\x02\x00\x00\x00\x10extension_number\x02\t\x00\x01\x00\x00\x00+grpc.reflection.v1.ServerReflectionResponse\x01\x03\x07\x00\nvalid_host\x01\x14\x02\x00\x00\x00\x10original_request\x02\x16\x00\x00\x02\x01\x02\x01\x00\x03\x00\x00\x00\x02\x03\x00\x01\x00\x10message_response\x04\x18\x00\x01\x02\x02\x02\x00\x1eall_extension_numbers_response\x05\x18\x00\x01\x03\x03\x02\x00\x16list_services_response\x06\x18\x00\x01\x03\x03\x02\x00\x0eerror_response\x07\x18\x00\x01\x03\x03\x02\x00)grpc.reflection.v1.FileDescriptorResponse\x00\x01\x01\x00\x15file_descriptor_proto\x01\x1a\x15\x02\x00\x00\x00*grpc.reflection.v1.ExtensionNumberResponse\x00\x02\x02\x00\x0ebase_type_name\x01\x14\x02\x00\x00\x00\x10extension_number\x02\x1a\t\x00\x02\x01\x00\x00&grpc.reflection.v1.ListServiceResponse\x00\x01\x01\x00\x07service\x01\x1a\x16\x00\x06\x02\x00\x00\x00\"grpc.reflection.v1.ServiceResponse\x00\x01\x01\x00\x04name\x01\x14\x02\x00\x00\x00 grpc.reflection.v1.ErrorResponse\x04\x01\x02\x00\nerror_code\x01\t\x00\x01\x00\x00\x00\rerror_message\x02\x14\x02\x00\x00\x00\x00\x029grpc.reflection.v1.ServerReflectionRequest.MessageRequest\x05\x00\x10file_by_filename\x01\x14\x00\x16file_containing_symbol\x01\x14\x00\x19file_containing_extension\x01\x16\x00\x01\x00\x1dall_extension_numbers_of_type\x01\x14\x00\rlist_services\x01\x14\x05\x03\x04\x05\x06\x07\x00\x00;grpc.reflection.v1.ServerReflectionResponse.MessageResponse\x04\x00\x18file_descriptor_response\x01\x16\x00\x03\x00\x1eall_extension_numbers_response\x01\x16\x00\x04\x00\x16list_services_response\x01\x16\x00\x05\x00\x0eerror_response\x01\x16\x00\x07\x04\x04\x05\x06\x07\x00\x00\x00\x00",
                    &[],
                );
                PACKED.get()
            }
            static __HINTS: [__codec::message::Hint; 8] = [const {
                __codec::message::Hint::new()
            }; 8];
        }
    }
}
