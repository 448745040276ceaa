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
    pub mod oneofs {
        pub mod v1 {
            /// A line of a log.
            #[derive(Clone, Debug, PartialEq, Default)]
            pub struct LogRecord {
                pub at: ::stillwire::codec::Timestamp,
                /// What it says.
                pub body: LogRecordBody,
                pub attrs: ::std::collections::BTreeMap<
                    ::std::string::String,
                    ::std::string::String,
                >,
                pub cause: ::core::option::Option<LogRecordCause>,
            }
            /// [`LogRecord`], read in place.
            ///
            /// A line of a log.
            #[derive(Clone, Copy, PartialEq, Eq, Hash)]
            pub struct LogRecordView<'a>(
                ::stillwire::codec::view::RawView<'a, LogRecord>,
            );
            impl<'a> LogRecordView<'a> {
                /// The field `at`.
                #[inline]
                pub fn at(self) -> ::stillwire::codec::Timestamp {
                    self.0.get(0)
                }
                /// What it says.
                #[inline]
                pub fn body(self) -> LogRecordBodyView<'a> {
                    self.0.slot::<::stillwire::codec::slot::I<0>>()
                }
                /// The field `attrs`.
                #[inline]
                pub fn attrs(
                    self,
                ) -> ::stillwire::codec::kind::MapView<
                    'a,
                    ::stillwire::codec::kind::Items<::stillwire::codec::kind::Text>,
                    ::stillwire::codec::kind::Items<::stillwire::codec::kind::Text>,
                > {
                    self.0.slot::<::stillwire::codec::slot::I<1>>()
                }
                /// The field `cause`.
                #[inline]
                pub fn cause(self) -> ::core::option::Option<LogRecordCauseView<'a>> {
                    self.0.slot::<::stillwire::codec::slot::I<2>>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> LogRecord {
                    ::stillwire::codec::Message::from_view(self)
                }
            }
            impl<
                'a,
            > ::core::convert::From<::stillwire::codec::view::RawView<'a, LogRecord>>
            for LogRecordView<'a> {
                #[inline]
                fn from(raw: ::stillwire::codec::view::RawView<'a, LogRecord>) -> Self {
                    Self(raw)
                }
            }
            impl<
                'a,
            > ::core::convert::AsRef<::stillwire::codec::view::RawView<'a, LogRecord>>
            for LogRecordView<'a> {
                #[inline]
                fn as_ref(&self) -> &::stillwire::codec::view::RawView<'a, LogRecord> {
                    &self.0
                }
            }
            impl ::core::fmt::Debug for LogRecordView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    let view = *self;
                    ::stillwire::codec::view::debug(
                        f,
                        "LogRecord",
                        &["at", "body", "attrs", "cause"],
                        &[&view.at(), &view.body(), &view.attrs(), &view.cause()],
                    )
                }
            }
            /// [`LogRecord`] as borrows, to encode from.
            ///
            /// A line of a log.
            #[derive(Clone, Copy, Debug)]
            pub struct LogRecordInit<'a> {
                pub at: ::stillwire::codec::Timestamp,
                /// What it says.
                pub body: LogRecordBodyInit<'a>,
                pub attrs: &'a [(&'a str, &'a str)],
                pub cause: ::core::option::Option<LogRecordCauseInit<'a>>,
            }
            impl LogRecordInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    at: ::stillwire::codec::Timestamp(0),
                    body: LogRecordBodyInit::__DEFAULT,
                    attrs: &[],
                    cause: ::core::option::Option::None,
                };
            }
            impl ::core::default::Default for LogRecordInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl ::stillwire::codec::Message for LogRecord {
                type View<'a> = LogRecordView<'a>;
                type Slots = (
                    ::stillwire::codec::kind::Choice<LogRecordBody>,
                    ::stillwire::codec::kind::Map<
                        ::stillwire::codec::kind::Items<::stillwire::codec::kind::Text>,
                        ::stillwire::codec::kind::Items<::stillwire::codec::kind::Text>,
                    >,
                    ::stillwire::codec::kind::Optional<
                        ::stillwire::codec::kind::Choice<LogRecordCause>,
                    >,
                    ::stillwire::codec::kind::Hole,
                );
                const SCALARS: usize = 8;
                const UNITS: &'static [::stillwire::codec::message::Unit] = &::stillwire::codec::message::Unit::of([
                    [0, 8, 0, 0],
                ]);
                const TABLE: ::stillwire::codec::table::MessageTable = ::stillwire::codec::table::MessageTable::new(
                    __schema,
                    0,
                );
                const FINGERPRINT: u64 = 0x6e88f262c5413ce9;
                const CONSTRAINED: bool = true;
                #[inline]
                fn from_view(view: LogRecordView<'_>) -> Self {
                    Self {
                        at: view.at(),
                        body: view.body().to_message(),
                        attrs: view
                            .attrs()
                            .to_map(
                                ::std::string::String::from,
                                ::std::string::String::from,
                            ),
                        cause: view.cause().map(|value| value.to_message()),
                    }
                }
                #[inline]
                fn hint() -> &'static ::stillwire::codec::message::Hint {
                    &__HINTS[0]
                }
            }
            impl LogRecord {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may, or a condition of the schema refuses it: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> ::stillwire::codec::Encoded<LogRecord> {
                    ::stillwire::codec::encoded::encode_or_panic::<LogRecord>(self)
                }
            }
            impl ::stillwire::codec::Encode<LogRecord> for LogRecord {
                #[inline]
                fn extent(&self) -> usize {
                    if self.at.0 != 0 {
                        return 8;
                    }
                    0
                }
                #[inline]
                fn scalars(&self, out: &mut [u8]) {
                    ::stillwire::codec::fixed::put(out, 0, self.at);
                }
                #[inline]
                fn slots(
                    &self,
                ) -> impl ::stillwire::codec::slot::PutSlots<
                    <LogRecord as ::stillwire::codec::Message>::Slots,
                > {
                    (&self.body, &self.attrs, self.cause.as_ref(), ())
                }
            }
            impl ::stillwire::codec::ToEncoded<LogRecord> for LogRecord {
                #[inline]
                fn to_encoded(
                    &self,
                ) -> ::core::result::Result<
                    ::stillwire::codec::Encoded<LogRecord>,
                    ::stillwire::codec::EncodeError,
                > {
                    ::stillwire::codec::encoded::encode::<LogRecord>(self)
                }
                #[inline]
                fn lend<R>(
                    &self,
                    take: impl FnOnce(::stillwire::codec::Lent<'_>) -> R,
                ) -> ::core::result::Result<R, ::stillwire::codec::EncodeError> {
                    ::stillwire::codec::encoded::lend::<LogRecord, R>(self, take)
                }
            }
            impl LogRecordInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may, or a condition of the schema refuses it: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> ::stillwire::codec::Encoded<LogRecord> {
                    ::stillwire::codec::encoded::encode_or_panic::<LogRecord>(self)
                }
            }
            impl ::stillwire::codec::Encode<LogRecord> for LogRecordInit<'_> {
                #[inline]
                fn extent(&self) -> usize {
                    if self.at.0 != 0 {
                        return 8;
                    }
                    0
                }
                #[inline]
                fn scalars(&self, out: &mut [u8]) {
                    ::stillwire::codec::fixed::put(out, 0, self.at);
                }
                #[inline]
                fn slots(
                    &self,
                ) -> impl ::stillwire::codec::slot::PutSlots<
                    <LogRecord as ::stillwire::codec::Message>::Slots,
                > {
                    (&self.body, self.attrs, self.cause.as_ref(), ())
                }
            }
            impl ::stillwire::codec::ToEncoded<LogRecord> for LogRecordInit<'_> {
                #[inline]
                fn to_encoded(
                    &self,
                ) -> ::core::result::Result<
                    ::stillwire::codec::Encoded<LogRecord>,
                    ::stillwire::codec::EncodeError,
                > {
                    ::stillwire::codec::encoded::encode::<LogRecord>(self)
                }
                #[inline]
                fn lend<R>(
                    &self,
                    take: impl FnOnce(::stillwire::codec::Lent<'_>) -> R,
                ) -> ::core::result::Result<R, ::stillwire::codec::EncodeError> {
                    ::stillwire::codec::encoded::lend::<LogRecord, R>(self, take)
                }
            }
            impl ::stillwire::codec::Encode<LogRecord> for LogRecordView<'_> {
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
                    <LogRecord as ::stillwire::codec::Message>::Slots,
                > {
                    self.0.relay()
                }
            }
            impl ::stillwire::codec::ToEncoded<LogRecord> for LogRecordView<'_> {
                #[inline]
                fn to_encoded(
                    &self,
                ) -> ::core::result::Result<
                    ::stillwire::codec::Encoded<LogRecord>,
                    ::stillwire::codec::EncodeError,
                > {
                    ::stillwire::codec::encoded::encode::<LogRecord>(self)
                }
                #[inline]
                fn lend<R>(
                    &self,
                    take: impl FnOnce(::stillwire::codec::Lent<'_>) -> R,
                ) -> ::core::result::Result<R, ::stillwire::codec::EncodeError> {
                    ::stillwire::codec::encoded::lend::<LogRecord, R>(self, take)
                }
            }
            /// [`LogRecord`], changed in place.
            #[derive(Debug)]
            pub struct LogRecordViewMut<'a>(
                ::stillwire::codec::patch::RawMut<'a, LogRecord>,
            );
            impl LogRecordViewMut<'_> {
                /// Sets the field `at`.
                #[inline]
                pub fn set_at(
                    &mut self,
                    value: ::stillwire::codec::Timestamp,
                ) -> ::core::result::Result<(), ::stillwire::codec::PatchError> {
                    self.0.set(0, value)
                }
                /// The field `body`, to be changed in place.
                #[inline]
                pub fn body_mut(&mut self) -> LogRecordBodyViewMut<'_> {
                    self.0.slot::<::stillwire::codec::slot::I<0>>()
                }
                /// The field `cause`, to be changed in place.
                #[inline]
                pub fn cause_mut(
                    &mut self,
                ) -> ::core::option::Option<LogRecordCauseViewMut<'_>> {
                    self.0.slot::<::stillwire::codec::slot::I<2>>()
                }
                /// It, read in place.
                #[inline]
                pub fn view(&self) -> LogRecordView<'_> {
                    self.0.view()
                }
            }
            impl<
                'a,
            > ::core::convert::From<::stillwire::codec::patch::RawMut<'a, LogRecord>>
            for LogRecordViewMut<'a> {
                #[inline]
                fn from(raw: ::stillwire::codec::patch::RawMut<'a, LogRecord>) -> Self {
                    Self(raw)
                }
            }
            impl ::stillwire::codec::Patch for LogRecord {
                type ViewMut<'a> = LogRecordViewMut<'a>;
            }
            /// What it says.
            #[derive(Clone, PartialEq)]
            pub enum LogRecordBody {
                /// As it is.
                Text(::std::string::String),
                Json(::std::string::String),
                Raw(::std::vec::Vec<u8>),
                /// A variant that this schema does not know, as it came.
                Unknown(::stillwire::codec::kind::Unknown),
            }
            impl ::core::default::Default for LogRecordBody {
                #[inline]
                fn default() -> Self {
                    Self::Text(::core::default::Default::default())
                }
            }
            /// [`LogRecordBody`], read in place.
            ///
            /// What it says.
            #[derive(Clone, Copy, PartialEq)]
            pub enum LogRecordBodyView<'a> {
                /// As it is.
                Text(&'a str),
                Json(&'a str),
                Raw(&'a [u8]),
                /// A variant that this schema does not know, as it came.
                Unknown(::stillwire::codec::kind::Unknown<&'a [u8]>),
            }
            /// [`LogRecordBody`] as borrows, to encode from.
            ///
            /// What it says.
            #[derive(Clone, Copy)]
            pub enum LogRecordBodyInit<'a> {
                /// As it is.
                Text(&'a str),
                Json(&'a str),
                Raw(&'a [u8]),
                /// A variant that this schema does not know, as it came.
                Unknown(::stillwire::codec::kind::Unknown<&'a [u8]>),
            }
            impl LogRecordBodyInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self::Text("");
            }
            impl ::core::default::Default for LogRecordBodyInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl ::stillwire::codec::kind::Union for LogRecordBody {
                type View<'a> = LogRecordBodyView<'a>;
                type Variants = (
                    ::stillwire::codec::kind::Text,
                    ::stillwire::codec::kind::Text,
                    ::stillwire::codec::kind::Blob,
                    ::stillwire::codec::kind::Hole,
                );
                const CONSTRAINED: bool = true;
                #[inline]
                fn holds(view: LogRecordBodyView<'_>) -> bool {
                    match view {
                        LogRecordBodyView::Text(payload) => payload.len() <= 100,
                        _ => true,
                    }
                }
            }
            impl<
                'a,
            > ::core::convert::From<
                ::stillwire::codec::kind::RawUnion<'a, LogRecordBody>,
            > for LogRecordBodyView<'a> {
                #[inline]
                fn from(
                    raw: ::stillwire::codec::kind::RawUnion<'a, LogRecordBody>,
                ) -> Self {
                    match raw.ordinal() {
                        1 => Self::Text(raw.payload::<::stillwire::codec::slot::I<0>>()),
                        2 => Self::Json(raw.payload::<::stillwire::codec::slot::I<1>>()),
                        3 => Self::Raw(raw.payload::<::stillwire::codec::slot::I<2>>()),
                        _ => Self::Unknown(raw.unknown()),
                    }
                }
            }
            impl LogRecordBodyView<'_> {
                /// The owned value.
                #[inline]
                pub fn to_message(&self) -> LogRecordBody {
                    match self {
                        Self::Text(payload) => {
                            LogRecordBody::Text(::std::string::String::from(*payload))
                        }
                        Self::Json(payload) => {
                            LogRecordBody::Json(::std::string::String::from(*payload))
                        }
                        Self::Raw(payload) => LogRecordBody::Raw(payload.to_vec()),
                        Self::Unknown(unknown) => {
                            LogRecordBody::Unknown(unknown.to_owned())
                        }
                    }
                }
            }
            impl ::core::fmt::Debug for LogRecordBody {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    match self {
                        Self::Text(payload) => {
                            f.debug_tuple("Text").field(payload).finish()
                        }
                        Self::Json(_) => {
                            f.debug_tuple("Json")
                                .field(&::stillwire::codec::error::Redacted)
                                .finish()
                        }
                        Self::Raw(payload) => {
                            f.debug_tuple("Raw").field(payload).finish()
                        }
                        Self::Unknown(payload) => {
                            f.debug_tuple("Unknown").field(payload).finish()
                        }
                    }
                }
            }
            impl ::core::fmt::Debug for LogRecordBodyView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    match self {
                        Self::Text(payload) => {
                            f.debug_tuple("Text").field(payload).finish()
                        }
                        Self::Json(_) => {
                            f.debug_tuple("Json")
                                .field(&::stillwire::codec::error::Redacted)
                                .finish()
                        }
                        Self::Raw(payload) => {
                            f.debug_tuple("Raw").field(payload).finish()
                        }
                        Self::Unknown(payload) => {
                            f.debug_tuple("Unknown").field(payload).finish()
                        }
                    }
                }
            }
            impl ::core::fmt::Debug for LogRecordBodyInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    match self {
                        Self::Text(payload) => {
                            f.debug_tuple("Text").field(payload).finish()
                        }
                        Self::Json(_) => {
                            f.debug_tuple("Json")
                                .field(&::stillwire::codec::error::Redacted)
                                .finish()
                        }
                        Self::Raw(payload) => {
                            f.debug_tuple("Raw").field(payload).finish()
                        }
                        Self::Unknown(payload) => {
                            f.debug_tuple("Unknown").field(payload).finish()
                        }
                    }
                }
            }
            impl ::stillwire::codec::kind::EncodeUnion<LogRecordBody> for LogRecordBody {
                #[inline]
                fn encode(
                    &self,
                    out: ::stillwire::codec::kind::VariantWriter<'_, LogRecordBody>,
                ) {
                    match self {
                        Self::Text(payload) => {
                            out.put::<
                                    ::stillwire::codec::slot::I<0>,
                                    _,
                                >(payload.as_str())
                        }
                        Self::Json(payload) => {
                            out.put::<
                                    ::stillwire::codec::slot::I<1>,
                                    _,
                                >(payload.as_str())
                        }
                        Self::Raw(payload) => {
                            out.put::<
                                    ::stillwire::codec::slot::I<2>,
                                    _,
                                >(payload.as_slice())
                        }
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            impl ::stillwire::codec::kind::EncodeUnion<LogRecordBody>
            for LogRecordBodyView<'_> {
                #[inline]
                fn encode(
                    &self,
                    out: ::stillwire::codec::kind::VariantWriter<'_, LogRecordBody>,
                ) {
                    match self {
                        Self::Text(payload) => {
                            out.put::<::stillwire::codec::slot::I<0>, _>(*payload)
                        }
                        Self::Json(payload) => {
                            out.put::<::stillwire::codec::slot::I<1>, _>(*payload)
                        }
                        Self::Raw(payload) => {
                            out.put::<::stillwire::codec::slot::I<2>, _>(*payload)
                        }
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            impl ::stillwire::codec::kind::EncodeUnion<LogRecordBody>
            for LogRecordBodyInit<'_> {
                #[inline]
                fn encode(
                    &self,
                    out: ::stillwire::codec::kind::VariantWriter<'_, LogRecordBody>,
                ) {
                    match self {
                        Self::Text(payload) => {
                            out.put::<::stillwire::codec::slot::I<0>, _>(*payload)
                        }
                        Self::Json(payload) => {
                            out.put::<::stillwire::codec::slot::I<1>, _>(*payload)
                        }
                        Self::Raw(payload) => {
                            out.put::<::stillwire::codec::slot::I<2>, _>(*payload)
                        }
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            /// [`LogRecordBody`], whose payload is changed in place.
            #[derive(Debug)]
            pub struct LogRecordBodyViewMut<'a>(
                ::stillwire::codec::patch::RawUnionMut<'a, LogRecordBody>,
            );
            impl LogRecordBodyViewMut<'_> {
                /// The payload of `raw`; `None` if it is another variant.
                #[inline]
                pub fn raw_mut(&mut self) -> ::core::option::Option<&mut [u8]> {
                    self.0.payload::<::stillwire::codec::slot::I<2>>()
                }
            }
            impl<
                'a,
            > ::core::convert::From<
                ::stillwire::codec::patch::RawUnionMut<'a, LogRecordBody>,
            > for LogRecordBodyViewMut<'a> {
                #[inline]
                fn from(
                    raw: ::stillwire::codec::patch::RawUnionMut<'a, LogRecordBody>,
                ) -> Self {
                    Self(raw)
                }
            }
            impl ::stillwire::codec::patch::PatchUnion for LogRecordBody {
                type ViewMut<'a> = LogRecordBodyViewMut<'a>;
            }
            #[derive(Clone, Debug, PartialEq)]
            pub enum LogRecordCause {
                Record(::std::boxed::Box<LogRecord>),
                UnknownCause,
                /// A variant that this schema does not know, as it came.
                Unknown(::stillwire::codec::kind::Unknown),
            }
            impl ::core::default::Default for LogRecordCause {
                #[inline]
                fn default() -> Self {
                    Self::Record(::core::default::Default::default())
                }
            }
            /// [`LogRecordCause`], read in place.
            #[derive(Clone, Copy, Debug, PartialEq)]
            pub enum LogRecordCauseView<'a> {
                Record(LogRecordView<'a>),
                UnknownCause,
                /// A variant that this schema does not know, as it came.
                Unknown(::stillwire::codec::kind::Unknown<&'a [u8]>),
            }
            /// [`LogRecordCause`] as borrows, to encode from.
            #[derive(Clone, Copy, Debug)]
            pub enum LogRecordCauseInit<'a> {
                Record(&'a LogRecordInit<'a>),
                UnknownCause,
                /// A variant that this schema does not know, as it came.
                Unknown(::stillwire::codec::kind::Unknown<&'a [u8]>),
            }
            impl LogRecordCauseInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self::Record(&LogRecordInit::__DEFAULT);
            }
            impl ::core::default::Default for LogRecordCauseInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl ::stillwire::codec::kind::Union for LogRecordCause {
                type View<'a> = LogRecordCauseView<'a>;
                type Variants = (
                    ::stillwire::codec::kind::Sub<LogRecord>,
                    ::stillwire::codec::kind::Nothing,
                );
                const CONSTRAINED: bool = true;
            }
            impl<
                'a,
            > ::core::convert::From<
                ::stillwire::codec::kind::RawUnion<'a, LogRecordCause>,
            > for LogRecordCauseView<'a> {
                #[inline]
                fn from(
                    raw: ::stillwire::codec::kind::RawUnion<'a, LogRecordCause>,
                ) -> Self {
                    match raw.ordinal() {
                        1 => {
                            Self::Record(raw.payload::<::stillwire::codec::slot::I<0>>())
                        }
                        2 => Self::UnknownCause,
                        _ => Self::Unknown(raw.unknown()),
                    }
                }
            }
            impl LogRecordCauseView<'_> {
                /// The owned value.
                #[inline]
                pub fn to_message(&self) -> LogRecordCause {
                    match self {
                        Self::Record(payload) => {
                            LogRecordCause::Record(
                                ::std::boxed::Box::new(payload.to_message()),
                            )
                        }
                        Self::UnknownCause => LogRecordCause::UnknownCause,
                        Self::Unknown(unknown) => {
                            LogRecordCause::Unknown(unknown.to_owned())
                        }
                    }
                }
            }
            impl ::stillwire::codec::kind::EncodeUnion<LogRecordCause>
            for LogRecordCause {
                #[inline]
                fn encode(
                    &self,
                    out: ::stillwire::codec::kind::VariantWriter<'_, LogRecordCause>,
                ) {
                    match self {
                        Self::Record(payload) => {
                            out.put::<::stillwire::codec::slot::I<0>, _>(payload)
                        }
                        Self::UnknownCause => {
                            out.put::<::stillwire::codec::slot::I<1>, _>(())
                        }
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            impl ::stillwire::codec::kind::EncodeUnion<LogRecordCause>
            for LogRecordCauseView<'_> {
                #[inline]
                fn encode(
                    &self,
                    out: ::stillwire::codec::kind::VariantWriter<'_, LogRecordCause>,
                ) {
                    match self {
                        Self::Record(payload) => {
                            out.put::<::stillwire::codec::slot::I<0>, _>(payload)
                        }
                        Self::UnknownCause => {
                            out.put::<::stillwire::codec::slot::I<1>, _>(())
                        }
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            impl ::stillwire::codec::kind::EncodeUnion<LogRecordCause>
            for LogRecordCauseInit<'_> {
                #[inline]
                fn encode(
                    &self,
                    out: ::stillwire::codec::kind::VariantWriter<'_, LogRecordCause>,
                ) {
                    match self {
                        Self::Record(payload) => {
                            out.put::<::stillwire::codec::slot::I<0>, _>(payload)
                        }
                        Self::UnknownCause => {
                            out.put::<::stillwire::codec::slot::I<1>, _>(())
                        }
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            /// [`LogRecordCause`], whose payload is changed in place.
            #[derive(Debug)]
            pub struct LogRecordCauseViewMut<'a>(
                ::stillwire::codec::patch::RawUnionMut<'a, LogRecordCause>,
            );
            impl LogRecordCauseViewMut<'_> {
                /// The payload of `record`; `None` if it is another variant.
                #[inline]
                pub fn record_mut(
                    &mut self,
                ) -> ::core::option::Option<LogRecordViewMut<'_>> {
                    self.0.payload::<::stillwire::codec::slot::I<0>>()
                }
            }
            impl<
                'a,
            > ::core::convert::From<
                ::stillwire::codec::patch::RawUnionMut<'a, LogRecordCause>,
            > for LogRecordCauseViewMut<'a> {
                #[inline]
                fn from(
                    raw: ::stillwire::codec::patch::RawUnionMut<'a, LogRecordCause>,
                ) -> Self {
                    Self(raw)
                }
            }
            impl ::stillwire::codec::patch::PatchUnion for LogRecordCause {
                type ViewMut<'a> = LogRecordCauseViewMut<'a>;
            }
            #[doc(hidden)]
            #[inline]
            pub fn __schema() -> &'static ::stillwire::codec::table::Schema {
                static PACKED: ::stillwire::codec::table::Packed = ::stillwire::codec::table::Packed::new(
                    b"\x10golden.oneofs.v1\x01\x1agolden.oneofs.v1.LogRecord\x08\x04\n\x00\x02at\x01\x0c\x01\x00\x00\x00\x04body\x02\x18\x00\x00\x02\x00\x01\x00\x04json\x03\x18\x00\x00\x03\x01\x02\x00\x05attrs\x04\x1b\x14\x14\x02\x01\x00\x00\x05cause\x05\x18\x00\x01\x02\x02\x02\x00\x03raw\x06\x18\x00\x00\x03\x01\x02\x00\x04gone\x07\x18\x00\x00\x03\x01\x02\x00\runknown_cause\x08\x18\x00\x01\x03\x04\x02\x01\x06former\t\x15\x02\x03\x00\x01\x00\n\x15\x03\x08\x02\x00\x00\x02\x1fgolden.oneofs.v1.LogRecord.Body\x04\x04\x04text\x01\x14\x01\x00\x06\x00d\nlen <= 100\x02\x04json\x01\x14\x00\x03raw\x01\x15\x01\x04gone\x00\x04\x02\x03\x06\x07\x00\x00 golden.oneofs.v1.LogRecord.Cause\x02\x00\x06record\x01\x16\x00\x00\x00\runknown_cause\x00\x02\x05\x08\x00\x00\x00\x00",
                    &[],
                );
                PACKED.get()
            }
            static __HINTS: [::stillwire::codec::message::Hint; 1] = [const {
                ::stillwire::codec::message::Hint::new()
            }; 1];
        }
    }
}
