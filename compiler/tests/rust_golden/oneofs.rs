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
            use ::stillwire::codec as __codec;
            /// A line of a log.
            #[derive(Clone, Debug, Default)]
            pub struct LogRecord {
                pub at: __codec::Timestamp,
                /// What it says.
                pub body: LogRecordBody,
                pub attrs: ::std::collections::BTreeMap<String, String>,
                pub cause: Option<LogRecordCause>,
            }
            impl PartialEq for LogRecord {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    self.at == other.at && __codec::view::same(&self.body, &other.body)
                        && __codec::view::same(&self.attrs, &other.attrs)
                        && __codec::view::same(&self.cause, &other.cause)
                }
            }
            /// [`LogRecord`], read in place.
            ///
            /// A line of a log.
            #[derive(PartialEq, Hash)]
            pub struct LogRecordView<'a>(__codec::view::RawView<'a, LogRecord>);
            impl Clone for LogRecordView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for LogRecordView<'_> {}
            impl Eq for LogRecordView<'_> {}
            impl<'a> LogRecordView<'a> {
                /// The field `at`.
                #[inline]
                pub fn at(self) -> __codec::Timestamp {
                    self.0.get(0)
                }
                /// What it says.
                #[inline]
                pub fn body(self) -> LogRecordBodyView<'a> {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The field `attrs`.
                #[inline]
                pub fn attrs(
                    self,
                ) -> __codec::kind::MapView<
                    'a,
                    __codec::kind::Items<__codec::kind::Text>,
                    __codec::kind::Items<__codec::kind::Text>,
                > {
                    self.0.slot::<__codec::slot::I1>()
                }
                /// The field `cause`.
                #[inline]
                pub fn cause(self) -> Option<LogRecordCauseView<'a>> {
                    self.0.slot::<__codec::slot::I2>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> LogRecord {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for LogRecordView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`LogRecord`] as borrows, to encode from.
            ///
            /// A line of a log.
            pub struct LogRecordInit<'a> {
                pub at: __codec::Timestamp,
                /// What it says.
                pub body: LogRecordBodyInit<'a>,
                pub attrs: &'a [(&'a str, &'a str)],
                pub cause: Option<LogRecordCauseInit<'a>>,
            }
            impl Clone for LogRecordInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for LogRecordInit<'_> {}
            impl ::core::fmt::Debug for LogRecordInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<LogRecord>(self, f)
                }
            }
            impl LogRecordInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    at: __codec::Timestamp(0),
                    body: LogRecordBodyInit::__DEFAULT,
                    attrs: &[],
                    cause: Option::None,
                };
            }
            impl Default for LogRecordInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for LogRecord {
                type View<'a> = LogRecordView<'a>;
                type Slots = (
                    __codec::kind::Choice<LogRecordBody>,
                    __codec::kind::Map<
                        __codec::kind::Items<__codec::kind::Text>,
                        __codec::kind::Items<__codec::kind::Text>,
                    >,
                    __codec::kind::Optional<__codec::kind::Choice<LogRecordCause>>,
                    __codec::kind::Hole,
                );
                const SCALARS: usize = 8;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([
                    [0, 8, 0, 0],
                ]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    0,
                );
                const FINGERPRINT: u64 = 0x6e88f262c5413ce9;
                const CONSTRAINED: bool = true;
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> LogRecordView<'_> {
                    LogRecordView(raw)
                }
                #[inline]
                fn from_view(view: LogRecordView<'_>) -> Self {
                    let slots = view.0.slots::<4>();
                    Self {
                        at: view.at(),
                        body: slots.get::<__codec::slot::I0>().to_message(),
                        attrs: slots
                            .get::<__codec::slot::I1>()
                            .to_map(String::from, String::from),
                        cause: slots
                            .get::<__codec::slot::I2>()
                            .map(LogRecordCauseView::to_message),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
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
                pub fn encode(&self) -> __codec::Encoded<LogRecord> {
                    __codec::encoded::encode_or_panic::<LogRecord>(self)
                }
            }
            impl __codec::Encode<LogRecord> for LogRecord {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<LogRecord>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (&self.at,),
                        (&self.body, &self.attrs, self.cause.as_ref(), ()),
                    )
                }
            }
            impl LogRecordInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may, or a condition of the schema refuses it: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<LogRecord> {
                    __codec::encoded::encode_or_panic::<LogRecord>(self)
                }
            }
            impl __codec::Encode<LogRecord> for LogRecordInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<LogRecord>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (&self.at,),
                        (&self.body, self.attrs, self.cause.as_ref(), ()),
                    )
                }
            }
            impl __codec::Encode<LogRecord> for LogRecordView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<LogRecord>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            /// [`LogRecord`], changed in place.
            #[derive(Debug)]
            pub struct LogRecordViewMut<'a>(__codec::patch::RawMut<'a, LogRecord>);
            impl LogRecordViewMut<'_> {
                /// Sets the field `at`.
                #[inline]
                pub fn set_at(
                    &mut self,
                    value: __codec::Timestamp,
                ) -> Result<(), __codec::PatchError> {
                    self.0.set(0, value)
                }
                /// The field `body`, to be changed in place.
                #[inline]
                pub fn body_mut(&mut self) -> LogRecordBodyViewMut<'_> {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The field `cause`, to be changed in place.
                #[inline]
                pub fn cause_mut(&mut self) -> Option<LogRecordCauseViewMut<'_>> {
                    self.0.slot::<__codec::slot::I2>()
                }
                /// It, read in place.
                #[inline]
                pub fn view(&self) -> LogRecordView<'_> {
                    self.0.view()
                }
            }
            impl<'a> From<__codec::patch::RawMut<'a, LogRecord>>
            for LogRecordViewMut<'a> {
                #[inline]
                fn from(raw: __codec::patch::RawMut<'a, LogRecord>) -> Self {
                    Self(raw)
                }
            }
            impl __codec::Patch for LogRecord {
                type ViewMut<'a> = LogRecordViewMut<'a>;
            }
            /// What it says.
            #[derive(Clone, PartialEq)]
            pub enum LogRecordBody {
                /// As it is.
                Text(String),
                Json(String),
                Raw(Vec<u8>),
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown),
            }
            impl Default for LogRecordBody {
                #[inline]
                fn default() -> Self {
                    Self::Text(Default::default())
                }
            }
            /// [`LogRecordBody`], read in place.
            ///
            /// What it says.
            #[derive(PartialEq)]
            pub enum LogRecordBodyView<'a> {
                /// As it is.
                Text(&'a str),
                Json(&'a str),
                Raw(&'a [u8]),
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown<&'a [u8]>),
            }
            impl Clone for LogRecordBodyView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for LogRecordBodyView<'_> {}
            /// [`LogRecordBody`] as borrows, to encode from.
            ///
            /// What it says.
            pub enum LogRecordBodyInit<'a> {
                /// As it is.
                Text(&'a str),
                Json(&'a str),
                Raw(&'a [u8]),
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown<&'a [u8]>),
            }
            impl Clone for LogRecordBodyInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for LogRecordBodyInit<'_> {}
            impl LogRecordBodyInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self::Text("");
            }
            impl Default for LogRecordBodyInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::kind::Union for LogRecordBody {
                type View<'a> = LogRecordBodyView<'a>;
                type Variants = (
                    __codec::kind::Text,
                    __codec::kind::Text,
                    __codec::kind::Blob,
                    __codec::kind::Hole,
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
            impl<'a> From<__codec::kind::RawUnion<'a, LogRecordBody>>
            for LogRecordBodyView<'a> {
                #[inline]
                fn from(raw: __codec::kind::RawUnion<'a, LogRecordBody>) -> Self {
                    match raw.ordinal() {
                        1 => Self::Text(raw.payload::<__codec::slot::I0>()),
                        2 => Self::Json(raw.payload::<__codec::slot::I1>()),
                        3 => Self::Raw(raw.payload::<__codec::slot::I2>()),
                        _ => Self::Unknown(raw.unknown()),
                    }
                }
            }
            impl LogRecordBodyView<'_> {
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> LogRecordBody {
                    match &self {
                        Self::Text(payload) => {
                            LogRecordBody::Text(String::from(*payload))
                        }
                        Self::Json(payload) => {
                            LogRecordBody::Json(String::from(*payload))
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
                                .field(&__codec::error::Redacted)
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
                                .field(&__codec::error::Redacted)
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
                                .field(&__codec::error::Redacted)
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
            impl __codec::kind::EncodeUnion<LogRecordBody> for LogRecordBody {
                #[inline]
                fn encode(&self, out: __codec::kind::VariantWriter<'_, LogRecordBody>) {
                    match self {
                        Self::Text(payload) => {
                            out.put::<__codec::slot::I0, _>(payload.as_str())
                        }
                        Self::Json(payload) => {
                            out.put::<__codec::slot::I1, _>(payload.as_str())
                        }
                        Self::Raw(payload) => {
                            out.put::<__codec::slot::I2, _>(payload.as_slice())
                        }
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<LogRecordBody> for LogRecordBodyView<'_> {
                #[inline]
                fn encode(&self, out: __codec::kind::VariantWriter<'_, LogRecordBody>) {
                    match self {
                        Self::Text(payload) => out.put::<__codec::slot::I0, _>(*payload),
                        Self::Json(payload) => out.put::<__codec::slot::I1, _>(*payload),
                        Self::Raw(payload) => out.put::<__codec::slot::I2, _>(*payload),
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<LogRecordBody> for LogRecordBodyInit<'_> {
                #[inline]
                fn encode(&self, out: __codec::kind::VariantWriter<'_, LogRecordBody>) {
                    match self {
                        Self::Text(payload) => out.put::<__codec::slot::I0, _>(*payload),
                        Self::Json(payload) => out.put::<__codec::slot::I1, _>(*payload),
                        Self::Raw(payload) => out.put::<__codec::slot::I2, _>(*payload),
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            /// [`LogRecordBody`], whose payload is changed in place.
            #[derive(Debug)]
            pub struct LogRecordBodyViewMut<'a>(
                __codec::patch::RawUnionMut<'a, LogRecordBody>,
            );
            impl LogRecordBodyViewMut<'_> {
                /// The payload of `raw`; `None` if it is another variant.
                #[inline]
                pub fn raw_mut(&mut self) -> Option<&mut [u8]> {
                    self.0.payload::<__codec::slot::I2>()
                }
            }
            impl<'a> From<__codec::patch::RawUnionMut<'a, LogRecordBody>>
            for LogRecordBodyViewMut<'a> {
                #[inline]
                fn from(raw: __codec::patch::RawUnionMut<'a, LogRecordBody>) -> Self {
                    Self(raw)
                }
            }
            impl __codec::patch::PatchUnion for LogRecordBody {
                type ViewMut<'a> = LogRecordBodyViewMut<'a>;
            }
            #[derive(Clone, Debug, PartialEq)]
            pub enum LogRecordCause {
                Record(Box<LogRecord>),
                UnknownCause,
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown),
            }
            impl Default for LogRecordCause {
                #[inline]
                fn default() -> Self {
                    Self::Record(Default::default())
                }
            }
            /// [`LogRecordCause`], read in place.
            #[derive(PartialEq, Debug)]
            pub enum LogRecordCauseView<'a> {
                Record(LogRecordView<'a>),
                UnknownCause,
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown<&'a [u8]>),
            }
            impl Clone for LogRecordCauseView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for LogRecordCauseView<'_> {}
            /// [`LogRecordCause`] as borrows, to encode from.
            #[derive(Debug)]
            pub enum LogRecordCauseInit<'a> {
                Record(&'a LogRecordInit<'a>),
                UnknownCause,
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown<&'a [u8]>),
            }
            impl Clone for LogRecordCauseInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for LogRecordCauseInit<'_> {}
            impl LogRecordCauseInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self::Record(&LogRecordInit::__DEFAULT);
            }
            impl Default for LogRecordCauseInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::kind::Union for LogRecordCause {
                type View<'a> = LogRecordCauseView<'a>;
                type Variants = (__codec::kind::Sub<LogRecord>, __codec::kind::Nothing);
                const CONSTRAINED: bool = true;
            }
            impl<'a> From<__codec::kind::RawUnion<'a, LogRecordCause>>
            for LogRecordCauseView<'a> {
                #[inline]
                fn from(raw: __codec::kind::RawUnion<'a, LogRecordCause>) -> Self {
                    match raw.ordinal() {
                        1 => Self::Record(raw.payload::<__codec::slot::I0>()),
                        2 => Self::UnknownCause,
                        _ => Self::Unknown(raw.unknown()),
                    }
                }
            }
            impl LogRecordCauseView<'_> {
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> LogRecordCause {
                    match &self {
                        Self::Record(payload) => {
                            LogRecordCause::Record(Box::new(payload.to_message()))
                        }
                        Self::UnknownCause => LogRecordCause::UnknownCause,
                        Self::Unknown(unknown) => {
                            LogRecordCause::Unknown(unknown.to_owned())
                        }
                    }
                }
            }
            impl __codec::kind::EncodeUnion<LogRecordCause> for LogRecordCause {
                #[inline]
                fn encode(&self, out: __codec::kind::VariantWriter<'_, LogRecordCause>) {
                    match self {
                        Self::Record(payload) => out.put::<__codec::slot::I0, _>(payload),
                        Self::UnknownCause => out.put::<__codec::slot::I1, _>(()),
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<LogRecordCause> for LogRecordCauseView<'_> {
                #[inline]
                fn encode(&self, out: __codec::kind::VariantWriter<'_, LogRecordCause>) {
                    match self {
                        Self::Record(payload) => out.put::<__codec::slot::I0, _>(payload),
                        Self::UnknownCause => out.put::<__codec::slot::I1, _>(()),
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<LogRecordCause> for LogRecordCauseInit<'_> {
                #[inline]
                fn encode(&self, out: __codec::kind::VariantWriter<'_, LogRecordCause>) {
                    match self {
                        Self::Record(payload) => out.put::<__codec::slot::I0, _>(payload),
                        Self::UnknownCause => out.put::<__codec::slot::I1, _>(()),
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            /// [`LogRecordCause`], whose payload is changed in place.
            #[derive(Debug)]
            pub struct LogRecordCauseViewMut<'a>(
                __codec::patch::RawUnionMut<'a, LogRecordCause>,
            );
            impl LogRecordCauseViewMut<'_> {
                /// The payload of `record`; `None` if it is another variant.
                #[inline]
                pub fn record_mut(&mut self) -> Option<LogRecordViewMut<'_>> {
                    self.0.payload::<__codec::slot::I0>()
                }
            }
            impl<'a> From<__codec::patch::RawUnionMut<'a, LogRecordCause>>
            for LogRecordCauseViewMut<'a> {
                #[inline]
                fn from(raw: __codec::patch::RawUnionMut<'a, LogRecordCause>) -> Self {
                    Self(raw)
                }
            }
            impl __codec::patch::PatchUnion for LogRecordCause {
                type ViewMut<'a> = LogRecordCauseViewMut<'a>;
            }
            #[doc(hidden)]
            #[inline]
            pub fn __schema() -> &'static __codec::table::Schema {
                static PACKED: __codec::table::Packed = __codec::table::Packed::new(
                    b"\x10golden.oneofs.v1\x01\x1agolden.oneofs.v1.LogRecord\x08\x04\n\x00\x02at\x01\x0c\x01\x00\x00\x00\x04body\x02\x18\x00\x00\x02\x00\x01\x00\x04json\x03\x18\x00\x00\x03\x01\x02\x00\x05attrs\x04\x1b\x14\x14\x02\x01\x00\x00\x05cause\x05\x18\x00\x01\x02\x02\x02\x00\x03raw\x06\x18\x00\x00\x03\x01\x02\x00\x04gone\x07\x18\x00\x00\x03\x01\x02\x00\runknown_cause\x08\x18\x00\x01\x03\x04\x02\x01\x06former\t\x15\x02\x03\x00\x01\x00\n\x15\x03\x08\x02\x00\x00\x02\x1fgolden.oneofs.v1.LogRecord.Body\x04\x04\x04text\x01\x14\x01\x00\x06\x00d\nlen <= 100\x02\x04json\x01\x14\x00\x03raw\x01\x15\x01\x04gone\x00\x04\x02\x03\x06\x07\x00\x00 golden.oneofs.v1.LogRecord.Cause\x02\x00\x06record\x01\x16\x00\x00\x00\runknown_cause\x00\x02\x05\x08\x00\x00\x00\x00",
                    &[],
                );
                PACKED.get()
            }
            static __HINTS: [__codec::message::Hint; 1] = [const {
                __codec::message::Hint::new()
            }; 1];
        }
    }
}
