pub use root::*;

const _: () = ::planus::check_version_compatibility("planus-1.3.0");

/// The root namespace
///
/// Generated from these locations:
/// * File `telemetry.fbs`
#[no_implicit_prelude]
#[allow(clippy::needless_lifetimes)]
mod root {
    /// The namespace `telemetry`
    ///
    /// Generated from these locations:
    /// * File `telemetry.fbs`
    pub mod telemetry {
        /// The enum `Severity` in the namespace `telemetry`
        ///
        /// Generated from these locations:
        /// * Enum `Severity` in the file `telemetry.fbs:3`
        #[derive(
            Copy,
            Clone,
            Debug,
            PartialEq,
            Eq,
            PartialOrd,
            Ord,
            Hash,
            ::serde::Serialize,
            ::serde::Deserialize,
        )]
        #[repr(u8)]
        pub enum Severity {
            /// The variant `Unspecified` in the enum `Severity`
            Unspecified = 0,

            /// The variant `Trace` in the enum `Severity`
            Trace = 1,

            /// The variant `Debug` in the enum `Severity`
            Debug = 5,

            /// The variant `Info` in the enum `Severity`
            Info = 9,

            /// The variant `Warn` in the enum `Severity`
            Warn = 13,

            /// The variant `Error` in the enum `Severity`
            Error = 17,

            /// The variant `Fatal` in the enum `Severity`
            Fatal = 21,
        }

        impl Severity {
            /// Array containing all valid variants of Severity
            pub const ENUM_VALUES: [Self; 7] = [
                Self::Unspecified,
                Self::Trace,
                Self::Debug,
                Self::Info,
                Self::Warn,
                Self::Error,
                Self::Fatal,
            ];
        }

        impl ::core::convert::TryFrom<u8> for Severity {
            type Error = ::planus::errors::UnknownEnumTagKind;
            #[inline]
            fn try_from(
                value: u8,
            ) -> ::core::result::Result<Self, ::planus::errors::UnknownEnumTagKind> {
                #[allow(clippy::match_single_binding)]
                match value {
                    0 => ::core::result::Result::Ok(Severity::Unspecified),
                    1 => ::core::result::Result::Ok(Severity::Trace),
                    5 => ::core::result::Result::Ok(Severity::Debug),
                    9 => ::core::result::Result::Ok(Severity::Info),
                    13 => ::core::result::Result::Ok(Severity::Warn),
                    17 => ::core::result::Result::Ok(Severity::Error),
                    21 => ::core::result::Result::Ok(Severity::Fatal),

                    _ => ::core::result::Result::Err(::planus::errors::UnknownEnumTagKind {
                        tag: value as i128,
                    }),
                }
            }
        }

        impl ::core::convert::From<Severity> for u8 {
            #[inline]
            fn from(value: Severity) -> Self {
                value as u8
            }
        }

        /// # Safety
        /// The Planus compiler correctly calculates `ALIGNMENT` and `SIZE`.
        unsafe impl ::planus::Primitive for Severity {
            const ALIGNMENT: usize = 1;
            const SIZE: usize = 1;
        }

        impl ::planus::WriteAsPrimitive<Severity> for Severity {
            #[inline]
            fn write<const N: usize>(&self, cursor: ::planus::Cursor<'_, N>, buffer_position: u32) {
                (*self as u8).write(cursor, buffer_position);
            }
        }

        impl ::planus::WriteAs<Severity> for Severity {
            type Prepared = Self;

            #[inline]
            fn prepare(&self, _builder: &mut ::planus::Builder) -> Severity {
                *self
            }
        }

        impl ::planus::WriteAsDefault<Severity, Severity> for Severity {
            type Prepared = Self;

            #[inline]
            fn prepare(
                &self,
                _builder: &mut ::planus::Builder,
                default: &Severity,
            ) -> ::core::option::Option<Severity> {
                if self == default {
                    ::core::option::Option::None
                } else {
                    ::core::option::Option::Some(*self)
                }
            }
        }

        impl ::planus::WriteAsOptional<Severity> for Severity {
            type Prepared = Self;

            #[inline]
            fn prepare(
                &self,
                _builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<Severity> {
                ::core::option::Option::Some(*self)
            }
        }

        impl<'buf> ::planus::TableRead<'buf> for Severity {
            #[inline]
            fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'buf>,
                offset: usize,
            ) -> ::core::result::Result<Self, ::planus::errors::ErrorKind> {
                let n: u8 = ::planus::TableRead::from_buffer(buffer, offset)?;
                ::core::result::Result::Ok(::core::convert::TryInto::try_into(n)?)
            }
        }

        impl<'buf> ::planus::VectorReadInner<'buf> for Severity {
            type Error = ::planus::errors::UnknownEnumTag;
            const STRIDE: usize = 1;
            #[inline]
            unsafe fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'buf>,
                offset: usize,
            ) -> ::core::result::Result<Self, ::planus::errors::UnknownEnumTag> {
                let value = unsafe { *buffer.buffer.get_unchecked(offset) };
                let value: ::core::result::Result<Self, _> =
                    ::core::convert::TryInto::try_into(value);
                value.map_err(|error_kind| {
                    error_kind.with_error_location(
                        "Severity",
                        "VectorRead::from_buffer",
                        buffer.offset_from_start,
                    )
                })
            }
        }

        /// # Safety
        /// The planus compiler generates implementations that initialize
        /// the bytes in `write_values`.
        unsafe impl ::planus::VectorWrite<Severity> for Severity {
            const STRIDE: usize = 1;

            type Value = Self;

            #[inline]
            fn prepare(&self, _builder: &mut ::planus::Builder) -> Self {
                *self
            }

            #[inline]
            unsafe fn write_values(
                values: &[Self],
                bytes: *mut ::core::mem::MaybeUninit<u8>,
                buffer_position: u32,
            ) {
                let bytes = bytes as *mut [::core::mem::MaybeUninit<u8>; 1];
                for (i, v) in ::core::iter::Iterator::enumerate(values.iter()) {
                    ::planus::WriteAsPrimitive::write(
                        v,
                        ::planus::Cursor::new(unsafe { &mut *bytes.add(i) }),
                        buffer_position - i as u32,
                    );
                }
            }
        }

        /// The table `Attribute` in the namespace `telemetry`
        ///
        /// Generated from these locations:
        /// * Table `Attribute` in the file `telemetry.fbs:6`
        #[derive(
            Clone,
            Debug,
            PartialEq,
            PartialOrd,
            Eq,
            Ord,
            Hash,
            ::serde::Serialize,
            ::serde::Deserialize,
        )]
        pub struct Attribute {
            /// The field `key` in the table `Attribute`
            pub key: ::planus::alloc::string::String,
            /// The field `value` in the table `Attribute`
            pub value: ::planus::alloc::string::String,
        }

        #[allow(clippy::derivable_impls)]
        impl ::core::default::Default for Attribute {
            fn default() -> Self {
                Self {
                    key: ::core::default::Default::default(),
                    value: ::core::default::Default::default(),
                }
            }
        }

        impl Attribute {
            /// Creates a [AttributeBuilder] for serializing an instance of this table.
            #[inline]
            pub fn builder() -> AttributeBuilder<()> {
                AttributeBuilder(())
            }

            #[allow(clippy::too_many_arguments)]
            pub fn create(
                builder: &mut ::planus::Builder,
                field_key: impl ::planus::WriteAs<::planus::Offset<str>>,
                field_value: impl ::planus::WriteAs<::planus::Offset<str>>,
            ) -> ::planus::Offset<Self> {
                let prepared_key = field_key.prepare(builder);
                let prepared_value = field_value.prepare(builder);

                let mut table_writer: ::planus::table_writer::TableWriter<8> =
                    ::core::default::Default::default();
                table_writer.write_entry::<::planus::Offset<str>>(0);
                table_writer.write_entry::<::planus::Offset<str>>(1);

                unsafe {
                    table_writer.finish(builder, |object_writer| {
                        object_writer.write::<_, _, 4>(&prepared_key);
                        object_writer.write::<_, _, 4>(&prepared_value);
                    });
                }
                builder.current_offset()
            }
        }

        impl ::planus::WriteAs<::planus::Offset<Attribute>> for Attribute {
            type Prepared = ::planus::Offset<Self>;

            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Attribute> {
                ::planus::WriteAsOffset::prepare(self, builder)
            }
        }

        impl ::planus::WriteAsOptional<::planus::Offset<Attribute>> for Attribute {
            type Prepared = ::planus::Offset<Self>;

            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::Offset<Attribute>> {
                ::core::option::Option::Some(::planus::WriteAsOffset::prepare(self, builder))
            }
        }

        impl ::planus::WriteAsOffset<Attribute> for Attribute {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Attribute> {
                Attribute::create(builder, &self.key, &self.value)
            }
        }

        /// Builder for serializing an instance of the [Attribute] type.
        ///
        /// Can be created using the [Attribute::builder] method.
        #[derive(Debug)]
        #[must_use]
        pub struct AttributeBuilder<State>(State);

        impl AttributeBuilder<()> {
            /// Setter for the [`key` field](Attribute#structfield.key).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn key<T0>(self, value: T0) -> AttributeBuilder<(T0,)>
            where
                T0: ::planus::WriteAs<::planus::Offset<str>>,
            {
                AttributeBuilder((value,))
            }
        }

        impl<T0> AttributeBuilder<(T0,)> {
            /// Setter for the [`value` field](Attribute#structfield.value).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn value<T1>(self, value: T1) -> AttributeBuilder<(T0, T1)>
            where
                T1: ::planus::WriteAs<::planus::Offset<str>>,
            {
                let (v0,) = self.0;
                AttributeBuilder((v0, value))
            }
        }

        impl<T0, T1> AttributeBuilder<(T0, T1)> {
            /// Finish writing the builder to get an [Offset](::planus::Offset) to a serialized [Attribute].
            #[inline]
            pub fn finish(self, builder: &mut ::planus::Builder) -> ::planus::Offset<Attribute>
            where
                Self: ::planus::WriteAsOffset<Attribute>,
            {
                ::planus::WriteAsOffset::prepare(&self, builder)
            }
        }

        impl<
                T0: ::planus::WriteAs<::planus::Offset<str>>,
                T1: ::planus::WriteAs<::planus::Offset<str>>,
            > ::planus::WriteAs<::planus::Offset<Attribute>> for AttributeBuilder<(T0, T1)>
        {
            type Prepared = ::planus::Offset<Attribute>;

            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Attribute> {
                ::planus::WriteAsOffset::prepare(self, builder)
            }
        }

        impl<
                T0: ::planus::WriteAs<::planus::Offset<str>>,
                T1: ::planus::WriteAs<::planus::Offset<str>>,
            > ::planus::WriteAsOptional<::planus::Offset<Attribute>>
            for AttributeBuilder<(T0, T1)>
        {
            type Prepared = ::planus::Offset<Attribute>;

            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::Offset<Attribute>> {
                ::core::option::Option::Some(::planus::WriteAsOffset::prepare(self, builder))
            }
        }

        impl<
                T0: ::planus::WriteAs<::planus::Offset<str>>,
                T1: ::planus::WriteAs<::planus::Offset<str>>,
            > ::planus::WriteAsOffset<Attribute> for AttributeBuilder<(T0, T1)>
        {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Attribute> {
                let (v0, v1) = &self.0;
                Attribute::create(builder, v0, v1)
            }
        }

        /// Reference to a deserialized [Attribute].
        #[derive(Copy, Clone)]
        pub struct AttributeRef<'a>(#[allow(dead_code)] ::planus::table_reader::Table<'a>);

        impl<'a> AttributeRef<'a> {
            /// Getter for the [`key` field](Attribute#structfield.key).
            #[inline]
            pub fn key(&self) -> ::planus::Result<&'a ::core::primitive::str> {
                self.0.access_required(0, "Attribute", "key")
            }

            /// Getter for the [`value` field](Attribute#structfield.value).
            #[inline]
            pub fn value(&self) -> ::planus::Result<&'a ::core::primitive::str> {
                self.0.access_required(1, "Attribute", "value")
            }
        }

        impl<'a> ::core::fmt::Debug for AttributeRef<'a> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                let mut f = f.debug_struct("AttributeRef");
                f.field("key", &self.key());
                f.field("value", &self.value());
                f.finish()
            }
        }

        impl<'a> ::core::convert::TryFrom<AttributeRef<'a>> for Attribute {
            type Error = ::planus::Error;

            #[allow(unreachable_code)]
            fn try_from(value: AttributeRef<'a>) -> ::planus::Result<Self> {
                ::core::result::Result::Ok(Self {
                    key: ::core::convert::Into::into(value.key()?),
                    value: ::core::convert::Into::into(value.value()?),
                })
            }
        }

        impl<'a> ::planus::TableRead<'a> for AttributeRef<'a> {
            #[inline]
            fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'a>,
                offset: usize,
            ) -> ::core::result::Result<Self, ::planus::errors::ErrorKind> {
                ::core::result::Result::Ok(Self(::planus::table_reader::Table::from_buffer(
                    buffer, offset,
                )?))
            }
        }

        impl<'a> ::planus::VectorReadInner<'a> for AttributeRef<'a> {
            type Error = ::planus::Error;
            const STRIDE: usize = 4;

            unsafe fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'a>,
                offset: usize,
            ) -> ::planus::Result<Self> {
                ::planus::TableRead::from_buffer(buffer, offset).map_err(|error_kind| {
                    error_kind.with_error_location(
                        "[AttributeRef]",
                        "get",
                        buffer.offset_from_start,
                    )
                })
            }
        }

        /// # Safety
        /// The planus compiler generates implementations that initialize
        /// the bytes in `write_values`.
        unsafe impl ::planus::VectorWrite<::planus::Offset<Attribute>> for Attribute {
            type Value = ::planus::Offset<Attribute>;
            const STRIDE: usize = 4;
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> Self::Value {
                ::planus::WriteAs::prepare(self, builder)
            }

            #[inline]
            unsafe fn write_values(
                values: &[::planus::Offset<Attribute>],
                bytes: *mut ::core::mem::MaybeUninit<u8>,
                buffer_position: u32,
            ) {
                let bytes = bytes as *mut [::core::mem::MaybeUninit<u8>; 4];
                for (i, v) in ::core::iter::Iterator::enumerate(values.iter()) {
                    ::planus::WriteAsPrimitive::write(
                        v,
                        ::planus::Cursor::new(unsafe { &mut *bytes.add(i) }),
                        buffer_position - (Self::STRIDE * i) as u32,
                    );
                }
            }
        }

        impl<'a> ::planus::ReadAsRoot<'a> for AttributeRef<'a> {
            fn read_as_root(slice: &'a [u8]) -> ::planus::Result<Self> {
                ::planus::TableRead::from_buffer(
                    ::planus::SliceWithStartOffset {
                        buffer: slice,
                        offset_from_start: 0,
                    },
                    0,
                )
                .map_err(|error_kind| {
                    error_kind.with_error_location("[AttributeRef]", "read_as_root", 0)
                })
            }
        }

        /// The table `Resource` in the namespace `telemetry`
        ///
        /// Generated from these locations:
        /// * Table `Resource` in the file `telemetry.fbs:7`
        #[derive(
            Clone,
            Debug,
            PartialEq,
            PartialOrd,
            Eq,
            Ord,
            Hash,
            ::serde::Serialize,
            ::serde::Deserialize,
        )]
        pub struct Resource {
            /// The field `service` in the table `Resource`
            pub service: ::planus::alloc::string::String,
            /// The field `attrs` in the table `Resource`
            pub attrs: ::planus::alloc::vec::Vec<self::Attribute>,
        }

        #[allow(clippy::derivable_impls)]
        impl ::core::default::Default for Resource {
            fn default() -> Self {
                Self {
                    service: ::core::default::Default::default(),
                    attrs: ::core::default::Default::default(),
                }
            }
        }

        impl Resource {
            /// Creates a [ResourceBuilder] for serializing an instance of this table.
            #[inline]
            pub fn builder() -> ResourceBuilder<()> {
                ResourceBuilder(())
            }

            #[allow(clippy::too_many_arguments)]
            pub fn create(
                builder: &mut ::planus::Builder,
                field_service: impl ::planus::WriteAs<::planus::Offset<str>>,
                field_attrs: impl ::planus::WriteAs<
                    ::planus::Offset<[::planus::Offset<self::Attribute>]>,
                >,
            ) -> ::planus::Offset<Self> {
                let prepared_service = field_service.prepare(builder);
                let prepared_attrs = field_attrs.prepare(builder);

                let mut table_writer: ::planus::table_writer::TableWriter<8> =
                    ::core::default::Default::default();
                table_writer.write_entry::<::planus::Offset<str>>(0);
                table_writer
                    .write_entry::<::planus::Offset<[::planus::Offset<self::Attribute>]>>(1);

                unsafe {
                    table_writer.finish(builder, |object_writer| {
                        object_writer.write::<_, _, 4>(&prepared_service);
                        object_writer.write::<_, _, 4>(&prepared_attrs);
                    });
                }
                builder.current_offset()
            }
        }

        impl ::planus::WriteAs<::planus::Offset<Resource>> for Resource {
            type Prepared = ::planus::Offset<Self>;

            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Resource> {
                ::planus::WriteAsOffset::prepare(self, builder)
            }
        }

        impl ::planus::WriteAsOptional<::planus::Offset<Resource>> for Resource {
            type Prepared = ::planus::Offset<Self>;

            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::Offset<Resource>> {
                ::core::option::Option::Some(::planus::WriteAsOffset::prepare(self, builder))
            }
        }

        impl ::planus::WriteAsOffset<Resource> for Resource {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Resource> {
                Resource::create(builder, &self.service, &self.attrs)
            }
        }

        /// Builder for serializing an instance of the [Resource] type.
        ///
        /// Can be created using the [Resource::builder] method.
        #[derive(Debug)]
        #[must_use]
        pub struct ResourceBuilder<State>(State);

        impl ResourceBuilder<()> {
            /// Setter for the [`service` field](Resource#structfield.service).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn service<T0>(self, value: T0) -> ResourceBuilder<(T0,)>
            where
                T0: ::planus::WriteAs<::planus::Offset<str>>,
            {
                ResourceBuilder((value,))
            }
        }

        impl<T0> ResourceBuilder<(T0,)> {
            /// Setter for the [`attrs` field](Resource#structfield.attrs).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn attrs<T1>(self, value: T1) -> ResourceBuilder<(T0, T1)>
            where
                T1: ::planus::WriteAs<::planus::Offset<[::planus::Offset<self::Attribute>]>>,
            {
                let (v0,) = self.0;
                ResourceBuilder((v0, value))
            }
        }

        impl<T0, T1> ResourceBuilder<(T0, T1)> {
            /// Finish writing the builder to get an [Offset](::planus::Offset) to a serialized [Resource].
            #[inline]
            pub fn finish(self, builder: &mut ::planus::Builder) -> ::planus::Offset<Resource>
            where
                Self: ::planus::WriteAsOffset<Resource>,
            {
                ::planus::WriteAsOffset::prepare(&self, builder)
            }
        }

        impl<
                T0: ::planus::WriteAs<::planus::Offset<str>>,
                T1: ::planus::WriteAs<::planus::Offset<[::planus::Offset<self::Attribute>]>>,
            > ::planus::WriteAs<::planus::Offset<Resource>> for ResourceBuilder<(T0, T1)>
        {
            type Prepared = ::planus::Offset<Resource>;

            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Resource> {
                ::planus::WriteAsOffset::prepare(self, builder)
            }
        }

        impl<
                T0: ::planus::WriteAs<::planus::Offset<str>>,
                T1: ::planus::WriteAs<::planus::Offset<[::planus::Offset<self::Attribute>]>>,
            > ::planus::WriteAsOptional<::planus::Offset<Resource>> for ResourceBuilder<(T0, T1)>
        {
            type Prepared = ::planus::Offset<Resource>;

            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::Offset<Resource>> {
                ::core::option::Option::Some(::planus::WriteAsOffset::prepare(self, builder))
            }
        }

        impl<
                T0: ::planus::WriteAs<::planus::Offset<str>>,
                T1: ::planus::WriteAs<::planus::Offset<[::planus::Offset<self::Attribute>]>>,
            > ::planus::WriteAsOffset<Resource> for ResourceBuilder<(T0, T1)>
        {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Resource> {
                let (v0, v1) = &self.0;
                Resource::create(builder, v0, v1)
            }
        }

        /// Reference to a deserialized [Resource].
        #[derive(Copy, Clone)]
        pub struct ResourceRef<'a>(#[allow(dead_code)] ::planus::table_reader::Table<'a>);

        impl<'a> ResourceRef<'a> {
            /// Getter for the [`service` field](Resource#structfield.service).
            #[inline]
            pub fn service(&self) -> ::planus::Result<&'a ::core::primitive::str> {
                self.0.access_required(0, "Resource", "service")
            }

            /// Getter for the [`attrs` field](Resource#structfield.attrs).
            #[inline]
            pub fn attrs(
                &self,
            ) -> ::planus::Result<::planus::Vector<'a, ::planus::Result<self::AttributeRef<'a>>>>
            {
                self.0.access_required(1, "Resource", "attrs")
            }
        }

        impl<'a> ::core::fmt::Debug for ResourceRef<'a> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                let mut f = f.debug_struct("ResourceRef");
                f.field("service", &self.service());
                f.field("attrs", &self.attrs());
                f.finish()
            }
        }

        impl<'a> ::core::convert::TryFrom<ResourceRef<'a>> for Resource {
            type Error = ::planus::Error;

            #[allow(unreachable_code)]
            fn try_from(value: ResourceRef<'a>) -> ::planus::Result<Self> {
                ::core::result::Result::Ok(Self {
                    service: ::core::convert::Into::into(value.service()?),
                    attrs: value.attrs()?.to_vec_result()?,
                })
            }
        }

        impl<'a> ::planus::TableRead<'a> for ResourceRef<'a> {
            #[inline]
            fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'a>,
                offset: usize,
            ) -> ::core::result::Result<Self, ::planus::errors::ErrorKind> {
                ::core::result::Result::Ok(Self(::planus::table_reader::Table::from_buffer(
                    buffer, offset,
                )?))
            }
        }

        impl<'a> ::planus::VectorReadInner<'a> for ResourceRef<'a> {
            type Error = ::planus::Error;
            const STRIDE: usize = 4;

            unsafe fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'a>,
                offset: usize,
            ) -> ::planus::Result<Self> {
                ::planus::TableRead::from_buffer(buffer, offset).map_err(|error_kind| {
                    error_kind.with_error_location("[ResourceRef]", "get", buffer.offset_from_start)
                })
            }
        }

        /// # Safety
        /// The planus compiler generates implementations that initialize
        /// the bytes in `write_values`.
        unsafe impl ::planus::VectorWrite<::planus::Offset<Resource>> for Resource {
            type Value = ::planus::Offset<Resource>;
            const STRIDE: usize = 4;
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> Self::Value {
                ::planus::WriteAs::prepare(self, builder)
            }

            #[inline]
            unsafe fn write_values(
                values: &[::planus::Offset<Resource>],
                bytes: *mut ::core::mem::MaybeUninit<u8>,
                buffer_position: u32,
            ) {
                let bytes = bytes as *mut [::core::mem::MaybeUninit<u8>; 4];
                for (i, v) in ::core::iter::Iterator::enumerate(values.iter()) {
                    ::planus::WriteAsPrimitive::write(
                        v,
                        ::planus::Cursor::new(unsafe { &mut *bytes.add(i) }),
                        buffer_position - (Self::STRIDE * i) as u32,
                    );
                }
            }
        }

        impl<'a> ::planus::ReadAsRoot<'a> for ResourceRef<'a> {
            fn read_as_root(slice: &'a [u8]) -> ::planus::Result<Self> {
                ::planus::TableRead::from_buffer(
                    ::planus::SliceWithStartOffset {
                        buffer: slice,
                        offset_from_start: 0,
                    },
                    0,
                )
                .map_err(|error_kind| {
                    error_kind.with_error_location("[ResourceRef]", "read_as_root", 0)
                })
            }
        }

        /// The table `Text` in the namespace `telemetry`
        ///
        /// Generated from these locations:
        /// * Table `Text` in the file `telemetry.fbs:8`
        #[derive(
            Clone,
            Debug,
            PartialEq,
            PartialOrd,
            Eq,
            Ord,
            Hash,
            ::serde::Serialize,
            ::serde::Deserialize,
        )]
        pub struct Text {
            /// The field `it` in the table `Text`
            pub it: ::planus::alloc::string::String,
        }

        #[allow(clippy::derivable_impls)]
        impl ::core::default::Default for Text {
            fn default() -> Self {
                Self {
                    it: ::core::default::Default::default(),
                }
            }
        }

        impl Text {
            /// Creates a [TextBuilder] for serializing an instance of this table.
            #[inline]
            pub fn builder() -> TextBuilder<()> {
                TextBuilder(())
            }

            #[allow(clippy::too_many_arguments)]
            pub fn create(
                builder: &mut ::planus::Builder,
                field_it: impl ::planus::WriteAs<::planus::Offset<str>>,
            ) -> ::planus::Offset<Self> {
                let prepared_it = field_it.prepare(builder);

                let mut table_writer: ::planus::table_writer::TableWriter<6> =
                    ::core::default::Default::default();
                table_writer.write_entry::<::planus::Offset<str>>(0);

                unsafe {
                    table_writer.finish(builder, |object_writer| {
                        object_writer.write::<_, _, 4>(&prepared_it);
                    });
                }
                builder.current_offset()
            }
        }

        impl ::planus::WriteAs<::planus::Offset<Text>> for Text {
            type Prepared = ::planus::Offset<Self>;

            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Text> {
                ::planus::WriteAsOffset::prepare(self, builder)
            }
        }

        impl ::planus::WriteAsOptional<::planus::Offset<Text>> for Text {
            type Prepared = ::planus::Offset<Self>;

            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::Offset<Text>> {
                ::core::option::Option::Some(::planus::WriteAsOffset::prepare(self, builder))
            }
        }

        impl ::planus::WriteAsOffset<Text> for Text {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Text> {
                Text::create(builder, &self.it)
            }
        }

        /// Builder for serializing an instance of the [Text] type.
        ///
        /// Can be created using the [Text::builder] method.
        #[derive(Debug)]
        #[must_use]
        pub struct TextBuilder<State>(State);

        impl TextBuilder<()> {
            /// Setter for the [`it` field](Text#structfield.it).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn it<T0>(self, value: T0) -> TextBuilder<(T0,)>
            where
                T0: ::planus::WriteAs<::planus::Offset<str>>,
            {
                TextBuilder((value,))
            }
        }

        impl<T0> TextBuilder<(T0,)> {
            /// Finish writing the builder to get an [Offset](::planus::Offset) to a serialized [Text].
            #[inline]
            pub fn finish(self, builder: &mut ::planus::Builder) -> ::planus::Offset<Text>
            where
                Self: ::planus::WriteAsOffset<Text>,
            {
                ::planus::WriteAsOffset::prepare(&self, builder)
            }
        }

        impl<T0: ::planus::WriteAs<::planus::Offset<str>>> ::planus::WriteAs<::planus::Offset<Text>>
            for TextBuilder<(T0,)>
        {
            type Prepared = ::planus::Offset<Text>;

            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Text> {
                ::planus::WriteAsOffset::prepare(self, builder)
            }
        }

        impl<T0: ::planus::WriteAs<::planus::Offset<str>>>
            ::planus::WriteAsOptional<::planus::Offset<Text>> for TextBuilder<(T0,)>
        {
            type Prepared = ::planus::Offset<Text>;

            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::Offset<Text>> {
                ::core::option::Option::Some(::planus::WriteAsOffset::prepare(self, builder))
            }
        }

        impl<T0: ::planus::WriteAs<::planus::Offset<str>>> ::planus::WriteAsOffset<Text>
            for TextBuilder<(T0,)>
        {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Text> {
                let (v0,) = &self.0;
                Text::create(builder, v0)
            }
        }

        /// Reference to a deserialized [Text].
        #[derive(Copy, Clone)]
        pub struct TextRef<'a>(#[allow(dead_code)] ::planus::table_reader::Table<'a>);

        impl<'a> TextRef<'a> {
            /// Getter for the [`it` field](Text#structfield.it).
            #[inline]
            pub fn it(&self) -> ::planus::Result<&'a ::core::primitive::str> {
                self.0.access_required(0, "Text", "it")
            }
        }

        impl<'a> ::core::fmt::Debug for TextRef<'a> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                let mut f = f.debug_struct("TextRef");
                f.field("it", &self.it());
                f.finish()
            }
        }

        impl<'a> ::core::convert::TryFrom<TextRef<'a>> for Text {
            type Error = ::planus::Error;

            #[allow(unreachable_code)]
            fn try_from(value: TextRef<'a>) -> ::planus::Result<Self> {
                ::core::result::Result::Ok(Self {
                    it: ::core::convert::Into::into(value.it()?),
                })
            }
        }

        impl<'a> ::planus::TableRead<'a> for TextRef<'a> {
            #[inline]
            fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'a>,
                offset: usize,
            ) -> ::core::result::Result<Self, ::planus::errors::ErrorKind> {
                ::core::result::Result::Ok(Self(::planus::table_reader::Table::from_buffer(
                    buffer, offset,
                )?))
            }
        }

        impl<'a> ::planus::VectorReadInner<'a> for TextRef<'a> {
            type Error = ::planus::Error;
            const STRIDE: usize = 4;

            unsafe fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'a>,
                offset: usize,
            ) -> ::planus::Result<Self> {
                ::planus::TableRead::from_buffer(buffer, offset).map_err(|error_kind| {
                    error_kind.with_error_location("[TextRef]", "get", buffer.offset_from_start)
                })
            }
        }

        /// # Safety
        /// The planus compiler generates implementations that initialize
        /// the bytes in `write_values`.
        unsafe impl ::planus::VectorWrite<::planus::Offset<Text>> for Text {
            type Value = ::planus::Offset<Text>;
            const STRIDE: usize = 4;
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> Self::Value {
                ::planus::WriteAs::prepare(self, builder)
            }

            #[inline]
            unsafe fn write_values(
                values: &[::planus::Offset<Text>],
                bytes: *mut ::core::mem::MaybeUninit<u8>,
                buffer_position: u32,
            ) {
                let bytes = bytes as *mut [::core::mem::MaybeUninit<u8>; 4];
                for (i, v) in ::core::iter::Iterator::enumerate(values.iter()) {
                    ::planus::WriteAsPrimitive::write(
                        v,
                        ::planus::Cursor::new(unsafe { &mut *bytes.add(i) }),
                        buffer_position - (Self::STRIDE * i) as u32,
                    );
                }
            }
        }

        impl<'a> ::planus::ReadAsRoot<'a> for TextRef<'a> {
            fn read_as_root(slice: &'a [u8]) -> ::planus::Result<Self> {
                ::planus::TableRead::from_buffer(
                    ::planus::SliceWithStartOffset {
                        buffer: slice,
                        offset_from_start: 0,
                    },
                    0,
                )
                .map_err(|error_kind| {
                    error_kind.with_error_location("[TextRef]", "read_as_root", 0)
                })
            }
        }

        /// The table `Json` in the namespace `telemetry`
        ///
        /// Generated from these locations:
        /// * Table `Json` in the file `telemetry.fbs:9`
        #[derive(
            Clone,
            Debug,
            PartialEq,
            PartialOrd,
            Eq,
            Ord,
            Hash,
            ::serde::Serialize,
            ::serde::Deserialize,
        )]
        pub struct Json {
            /// The field `it` in the table `Json`
            pub it: ::planus::alloc::string::String,
        }

        #[allow(clippy::derivable_impls)]
        impl ::core::default::Default for Json {
            fn default() -> Self {
                Self {
                    it: ::core::default::Default::default(),
                }
            }
        }

        impl Json {
            /// Creates a [JsonBuilder] for serializing an instance of this table.
            #[inline]
            pub fn builder() -> JsonBuilder<()> {
                JsonBuilder(())
            }

            #[allow(clippy::too_many_arguments)]
            pub fn create(
                builder: &mut ::planus::Builder,
                field_it: impl ::planus::WriteAs<::planus::Offset<str>>,
            ) -> ::planus::Offset<Self> {
                let prepared_it = field_it.prepare(builder);

                let mut table_writer: ::planus::table_writer::TableWriter<6> =
                    ::core::default::Default::default();
                table_writer.write_entry::<::planus::Offset<str>>(0);

                unsafe {
                    table_writer.finish(builder, |object_writer| {
                        object_writer.write::<_, _, 4>(&prepared_it);
                    });
                }
                builder.current_offset()
            }
        }

        impl ::planus::WriteAs<::planus::Offset<Json>> for Json {
            type Prepared = ::planus::Offset<Self>;

            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Json> {
                ::planus::WriteAsOffset::prepare(self, builder)
            }
        }

        impl ::planus::WriteAsOptional<::planus::Offset<Json>> for Json {
            type Prepared = ::planus::Offset<Self>;

            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::Offset<Json>> {
                ::core::option::Option::Some(::planus::WriteAsOffset::prepare(self, builder))
            }
        }

        impl ::planus::WriteAsOffset<Json> for Json {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Json> {
                Json::create(builder, &self.it)
            }
        }

        /// Builder for serializing an instance of the [Json] type.
        ///
        /// Can be created using the [Json::builder] method.
        #[derive(Debug)]
        #[must_use]
        pub struct JsonBuilder<State>(State);

        impl JsonBuilder<()> {
            /// Setter for the [`it` field](Json#structfield.it).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn it<T0>(self, value: T0) -> JsonBuilder<(T0,)>
            where
                T0: ::planus::WriteAs<::planus::Offset<str>>,
            {
                JsonBuilder((value,))
            }
        }

        impl<T0> JsonBuilder<(T0,)> {
            /// Finish writing the builder to get an [Offset](::planus::Offset) to a serialized [Json].
            #[inline]
            pub fn finish(self, builder: &mut ::planus::Builder) -> ::planus::Offset<Json>
            where
                Self: ::planus::WriteAsOffset<Json>,
            {
                ::planus::WriteAsOffset::prepare(&self, builder)
            }
        }

        impl<T0: ::planus::WriteAs<::planus::Offset<str>>> ::planus::WriteAs<::planus::Offset<Json>>
            for JsonBuilder<(T0,)>
        {
            type Prepared = ::planus::Offset<Json>;

            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Json> {
                ::planus::WriteAsOffset::prepare(self, builder)
            }
        }

        impl<T0: ::planus::WriteAs<::planus::Offset<str>>>
            ::planus::WriteAsOptional<::planus::Offset<Json>> for JsonBuilder<(T0,)>
        {
            type Prepared = ::planus::Offset<Json>;

            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::Offset<Json>> {
                ::core::option::Option::Some(::planus::WriteAsOffset::prepare(self, builder))
            }
        }

        impl<T0: ::planus::WriteAs<::planus::Offset<str>>> ::planus::WriteAsOffset<Json>
            for JsonBuilder<(T0,)>
        {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Json> {
                let (v0,) = &self.0;
                Json::create(builder, v0)
            }
        }

        /// Reference to a deserialized [Json].
        #[derive(Copy, Clone)]
        pub struct JsonRef<'a>(#[allow(dead_code)] ::planus::table_reader::Table<'a>);

        impl<'a> JsonRef<'a> {
            /// Getter for the [`it` field](Json#structfield.it).
            #[inline]
            pub fn it(&self) -> ::planus::Result<&'a ::core::primitive::str> {
                self.0.access_required(0, "Json", "it")
            }
        }

        impl<'a> ::core::fmt::Debug for JsonRef<'a> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                let mut f = f.debug_struct("JsonRef");
                f.field("it", &self.it());
                f.finish()
            }
        }

        impl<'a> ::core::convert::TryFrom<JsonRef<'a>> for Json {
            type Error = ::planus::Error;

            #[allow(unreachable_code)]
            fn try_from(value: JsonRef<'a>) -> ::planus::Result<Self> {
                ::core::result::Result::Ok(Self {
                    it: ::core::convert::Into::into(value.it()?),
                })
            }
        }

        impl<'a> ::planus::TableRead<'a> for JsonRef<'a> {
            #[inline]
            fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'a>,
                offset: usize,
            ) -> ::core::result::Result<Self, ::planus::errors::ErrorKind> {
                ::core::result::Result::Ok(Self(::planus::table_reader::Table::from_buffer(
                    buffer, offset,
                )?))
            }
        }

        impl<'a> ::planus::VectorReadInner<'a> for JsonRef<'a> {
            type Error = ::planus::Error;
            const STRIDE: usize = 4;

            unsafe fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'a>,
                offset: usize,
            ) -> ::planus::Result<Self> {
                ::planus::TableRead::from_buffer(buffer, offset).map_err(|error_kind| {
                    error_kind.with_error_location("[JsonRef]", "get", buffer.offset_from_start)
                })
            }
        }

        /// # Safety
        /// The planus compiler generates implementations that initialize
        /// the bytes in `write_values`.
        unsafe impl ::planus::VectorWrite<::planus::Offset<Json>> for Json {
            type Value = ::planus::Offset<Json>;
            const STRIDE: usize = 4;
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> Self::Value {
                ::planus::WriteAs::prepare(self, builder)
            }

            #[inline]
            unsafe fn write_values(
                values: &[::planus::Offset<Json>],
                bytes: *mut ::core::mem::MaybeUninit<u8>,
                buffer_position: u32,
            ) {
                let bytes = bytes as *mut [::core::mem::MaybeUninit<u8>; 4];
                for (i, v) in ::core::iter::Iterator::enumerate(values.iter()) {
                    ::planus::WriteAsPrimitive::write(
                        v,
                        ::planus::Cursor::new(unsafe { &mut *bytes.add(i) }),
                        buffer_position - (Self::STRIDE * i) as u32,
                    );
                }
            }
        }

        impl<'a> ::planus::ReadAsRoot<'a> for JsonRef<'a> {
            fn read_as_root(slice: &'a [u8]) -> ::planus::Result<Self> {
                ::planus::TableRead::from_buffer(
                    ::planus::SliceWithStartOffset {
                        buffer: slice,
                        offset_from_start: 0,
                    },
                    0,
                )
                .map_err(|error_kind| {
                    error_kind.with_error_location("[JsonRef]", "read_as_root", 0)
                })
            }
        }

        /// The table `Raw` in the namespace `telemetry`
        ///
        /// Generated from these locations:
        /// * Table `Raw` in the file `telemetry.fbs:10`
        #[derive(
            Clone,
            Debug,
            PartialEq,
            PartialOrd,
            Eq,
            Ord,
            Hash,
            ::serde::Serialize,
            ::serde::Deserialize,
        )]
        pub struct Raw {
            /// The field `it` in the table `Raw`
            pub it: ::planus::alloc::vec::Vec<u8>,
        }

        #[allow(clippy::derivable_impls)]
        impl ::core::default::Default for Raw {
            fn default() -> Self {
                Self {
                    it: ::core::default::Default::default(),
                }
            }
        }

        impl Raw {
            /// Creates a [RawBuilder] for serializing an instance of this table.
            #[inline]
            pub fn builder() -> RawBuilder<()> {
                RawBuilder(())
            }

            #[allow(clippy::too_many_arguments)]
            pub fn create(
                builder: &mut ::planus::Builder,
                field_it: impl ::planus::WriteAs<::planus::Offset<[u8]>>,
            ) -> ::planus::Offset<Self> {
                let prepared_it = field_it.prepare(builder);

                let mut table_writer: ::planus::table_writer::TableWriter<6> =
                    ::core::default::Default::default();
                table_writer.write_entry::<::planus::Offset<[u8]>>(0);

                unsafe {
                    table_writer.finish(builder, |object_writer| {
                        object_writer.write::<_, _, 4>(&prepared_it);
                    });
                }
                builder.current_offset()
            }
        }

        impl ::planus::WriteAs<::planus::Offset<Raw>> for Raw {
            type Prepared = ::planus::Offset<Self>;

            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Raw> {
                ::planus::WriteAsOffset::prepare(self, builder)
            }
        }

        impl ::planus::WriteAsOptional<::planus::Offset<Raw>> for Raw {
            type Prepared = ::planus::Offset<Self>;

            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::Offset<Raw>> {
                ::core::option::Option::Some(::planus::WriteAsOffset::prepare(self, builder))
            }
        }

        impl ::planus::WriteAsOffset<Raw> for Raw {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Raw> {
                Raw::create(builder, &self.it)
            }
        }

        /// Builder for serializing an instance of the [Raw] type.
        ///
        /// Can be created using the [Raw::builder] method.
        #[derive(Debug)]
        #[must_use]
        pub struct RawBuilder<State>(State);

        impl RawBuilder<()> {
            /// Setter for the [`it` field](Raw#structfield.it).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn it<T0>(self, value: T0) -> RawBuilder<(T0,)>
            where
                T0: ::planus::WriteAs<::planus::Offset<[u8]>>,
            {
                RawBuilder((value,))
            }
        }

        impl<T0> RawBuilder<(T0,)> {
            /// Finish writing the builder to get an [Offset](::planus::Offset) to a serialized [Raw].
            #[inline]
            pub fn finish(self, builder: &mut ::planus::Builder) -> ::planus::Offset<Raw>
            where
                Self: ::planus::WriteAsOffset<Raw>,
            {
                ::planus::WriteAsOffset::prepare(&self, builder)
            }
        }

        impl<T0: ::planus::WriteAs<::planus::Offset<[u8]>>> ::planus::WriteAs<::planus::Offset<Raw>>
            for RawBuilder<(T0,)>
        {
            type Prepared = ::planus::Offset<Raw>;

            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Raw> {
                ::planus::WriteAsOffset::prepare(self, builder)
            }
        }

        impl<T0: ::planus::WriteAs<::planus::Offset<[u8]>>>
            ::planus::WriteAsOptional<::planus::Offset<Raw>> for RawBuilder<(T0,)>
        {
            type Prepared = ::planus::Offset<Raw>;

            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::Offset<Raw>> {
                ::core::option::Option::Some(::planus::WriteAsOffset::prepare(self, builder))
            }
        }

        impl<T0: ::planus::WriteAs<::planus::Offset<[u8]>>> ::planus::WriteAsOffset<Raw>
            for RawBuilder<(T0,)>
        {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Raw> {
                let (v0,) = &self.0;
                Raw::create(builder, v0)
            }
        }

        /// Reference to a deserialized [Raw].
        #[derive(Copy, Clone)]
        pub struct RawRef<'a>(#[allow(dead_code)] ::planus::table_reader::Table<'a>);

        impl<'a> RawRef<'a> {
            /// Getter for the [`it` field](Raw#structfield.it).
            #[inline]
            pub fn it(&self) -> ::planus::Result<&'a [u8]> {
                self.0.access_required(0, "Raw", "it")
            }
        }

        impl<'a> ::core::fmt::Debug for RawRef<'a> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                let mut f = f.debug_struct("RawRef");
                f.field("it", &self.it());
                f.finish()
            }
        }

        impl<'a> ::core::convert::TryFrom<RawRef<'a>> for Raw {
            type Error = ::planus::Error;

            #[allow(unreachable_code)]
            fn try_from(value: RawRef<'a>) -> ::planus::Result<Self> {
                ::core::result::Result::Ok(Self {
                    it: value.it()?.to_vec(),
                })
            }
        }

        impl<'a> ::planus::TableRead<'a> for RawRef<'a> {
            #[inline]
            fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'a>,
                offset: usize,
            ) -> ::core::result::Result<Self, ::planus::errors::ErrorKind> {
                ::core::result::Result::Ok(Self(::planus::table_reader::Table::from_buffer(
                    buffer, offset,
                )?))
            }
        }

        impl<'a> ::planus::VectorReadInner<'a> for RawRef<'a> {
            type Error = ::planus::Error;
            const STRIDE: usize = 4;

            unsafe fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'a>,
                offset: usize,
            ) -> ::planus::Result<Self> {
                ::planus::TableRead::from_buffer(buffer, offset).map_err(|error_kind| {
                    error_kind.with_error_location("[RawRef]", "get", buffer.offset_from_start)
                })
            }
        }

        /// # Safety
        /// The planus compiler generates implementations that initialize
        /// the bytes in `write_values`.
        unsafe impl ::planus::VectorWrite<::planus::Offset<Raw>> for Raw {
            type Value = ::planus::Offset<Raw>;
            const STRIDE: usize = 4;
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> Self::Value {
                ::planus::WriteAs::prepare(self, builder)
            }

            #[inline]
            unsafe fn write_values(
                values: &[::planus::Offset<Raw>],
                bytes: *mut ::core::mem::MaybeUninit<u8>,
                buffer_position: u32,
            ) {
                let bytes = bytes as *mut [::core::mem::MaybeUninit<u8>; 4];
                for (i, v) in ::core::iter::Iterator::enumerate(values.iter()) {
                    ::planus::WriteAsPrimitive::write(
                        v,
                        ::planus::Cursor::new(unsafe { &mut *bytes.add(i) }),
                        buffer_position - (Self::STRIDE * i) as u32,
                    );
                }
            }
        }

        impl<'a> ::planus::ReadAsRoot<'a> for RawRef<'a> {
            fn read_as_root(slice: &'a [u8]) -> ::planus::Result<Self> {
                ::planus::TableRead::from_buffer(
                    ::planus::SliceWithStartOffset {
                        buffer: slice,
                        offset_from_start: 0,
                    },
                    0,
                )
                .map_err(|error_kind| error_kind.with_error_location("[RawRef]", "read_as_root", 0))
            }
        }

        /// The union `Body` in the namespace `telemetry`
        ///
        /// Generated from these locations:
        /// * Union `Body` in the file `telemetry.fbs:11`
        #[derive(
            Clone,
            Debug,
            PartialEq,
            PartialOrd,
            Eq,
            Ord,
            Hash,
            ::serde::Serialize,
            ::serde::Deserialize,
        )]
        pub enum Body {
            /// The variant of type `Text` in the union `Body`
            Text(::planus::alloc::boxed::Box<self::Text>),

            /// The variant of type `Json` in the union `Body`
            Json(::planus::alloc::boxed::Box<self::Json>),

            /// The variant of type `Raw` in the union `Body`
            Raw(::planus::alloc::boxed::Box<self::Raw>),
        }

        impl Body {
            /// Creates a [BodyBuilder] for serializing an instance of this table.
            #[inline]
            pub fn builder() -> BodyBuilder<::planus::Uninitialized> {
                BodyBuilder(::planus::Uninitialized)
            }

            #[inline]
            pub fn create_text(
                builder: &mut ::planus::Builder,
                value: impl ::planus::WriteAsOffset<self::Text>,
            ) -> ::planus::UnionOffset<Self> {
                ::planus::UnionOffset::new(1, value.prepare(builder).downcast())
            }

            #[inline]
            pub fn create_json(
                builder: &mut ::planus::Builder,
                value: impl ::planus::WriteAsOffset<self::Json>,
            ) -> ::planus::UnionOffset<Self> {
                ::planus::UnionOffset::new(2, value.prepare(builder).downcast())
            }

            #[inline]
            pub fn create_raw(
                builder: &mut ::planus::Builder,
                value: impl ::planus::WriteAsOffset<self::Raw>,
            ) -> ::planus::UnionOffset<Self> {
                ::planus::UnionOffset::new(3, value.prepare(builder).downcast())
            }
        }

        impl ::planus::WriteAsUnion<Body> for Body {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::UnionOffset<Self> {
                match self {
                    Self::Text(value) => Self::create_text(builder, value),
                    Self::Json(value) => Self::create_json(builder, value),
                    Self::Raw(value) => Self::create_raw(builder, value),
                }
            }
        }

        impl ::planus::WriteAsOptionalUnion<Body> for Body {
            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::UnionOffset<Self>> {
                ::core::option::Option::Some(::planus::WriteAsUnion::prepare(self, builder))
            }
        }

        /// Builder for serializing an instance of the [Body] type.
        ///
        /// Can be created using the [Body::builder] method.
        #[derive(Debug)]
        #[must_use]
        pub struct BodyBuilder<T>(T);

        impl BodyBuilder<::planus::Uninitialized> {
            /// Creates an instance of the [`Text` variant](Body#variant.Text).
            #[inline]
            pub fn text<T>(self, value: T) -> BodyBuilder<::planus::Initialized<1, T>>
            where
                T: ::planus::WriteAsOffset<self::Text>,
            {
                BodyBuilder(::planus::Initialized(value))
            }

            /// Creates an instance of the [`Json` variant](Body#variant.Json).
            #[inline]
            pub fn json<T>(self, value: T) -> BodyBuilder<::planus::Initialized<2, T>>
            where
                T: ::planus::WriteAsOffset<self::Json>,
            {
                BodyBuilder(::planus::Initialized(value))
            }

            /// Creates an instance of the [`Raw` variant](Body#variant.Raw).
            #[inline]
            pub fn raw<T>(self, value: T) -> BodyBuilder<::planus::Initialized<3, T>>
            where
                T: ::planus::WriteAsOffset<self::Raw>,
            {
                BodyBuilder(::planus::Initialized(value))
            }
        }

        impl<const N: u8, T> BodyBuilder<::planus::Initialized<N, T>> {
            /// Finish writing the builder to get an [UnionOffset](::planus::UnionOffset) to a serialized [Body].
            #[inline]
            pub fn finish(self, builder: &mut ::planus::Builder) -> ::planus::UnionOffset<Body>
            where
                Self: ::planus::WriteAsUnion<Body>,
            {
                ::planus::WriteAsUnion::prepare(&self, builder)
            }
        }

        impl<T> ::planus::WriteAsUnion<Body> for BodyBuilder<::planus::Initialized<1, T>>
        where
            T: ::planus::WriteAsOffset<self::Text>,
        {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::UnionOffset<Body> {
                ::planus::UnionOffset::new(1, (self.0).0.prepare(builder).downcast())
            }
        }

        impl<T> ::planus::WriteAsOptionalUnion<Body> for BodyBuilder<::planus::Initialized<1, T>>
        where
            T: ::planus::WriteAsOffset<self::Text>,
        {
            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::UnionOffset<Body>> {
                ::core::option::Option::Some(::planus::WriteAsUnion::prepare(self, builder))
            }
        }
        impl<T> ::planus::WriteAsUnion<Body> for BodyBuilder<::planus::Initialized<2, T>>
        where
            T: ::planus::WriteAsOffset<self::Json>,
        {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::UnionOffset<Body> {
                ::planus::UnionOffset::new(2, (self.0).0.prepare(builder).downcast())
            }
        }

        impl<T> ::planus::WriteAsOptionalUnion<Body> for BodyBuilder<::planus::Initialized<2, T>>
        where
            T: ::planus::WriteAsOffset<self::Json>,
        {
            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::UnionOffset<Body>> {
                ::core::option::Option::Some(::planus::WriteAsUnion::prepare(self, builder))
            }
        }
        impl<T> ::planus::WriteAsUnion<Body> for BodyBuilder<::planus::Initialized<3, T>>
        where
            T: ::planus::WriteAsOffset<self::Raw>,
        {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::UnionOffset<Body> {
                ::planus::UnionOffset::new(3, (self.0).0.prepare(builder).downcast())
            }
        }

        impl<T> ::planus::WriteAsOptionalUnion<Body> for BodyBuilder<::planus::Initialized<3, T>>
        where
            T: ::planus::WriteAsOffset<self::Raw>,
        {
            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::UnionOffset<Body>> {
                ::core::option::Option::Some(::planus::WriteAsUnion::prepare(self, builder))
            }
        }

        /// Reference to a deserialized [Body].
        #[derive(Copy, Clone, Debug)]
        pub enum BodyRef<'a> {
            Text(self::TextRef<'a>),
            Json(self::JsonRef<'a>),
            Raw(self::RawRef<'a>),
        }

        impl<'a> ::core::convert::TryFrom<BodyRef<'a>> for Body {
            type Error = ::planus::Error;

            fn try_from(value: BodyRef<'a>) -> ::planus::Result<Self> {
                ::core::result::Result::Ok(match value {
                    BodyRef::Text(value) => Self::Text(::planus::alloc::boxed::Box::new(
                        ::core::convert::TryFrom::try_from(value)?,
                    )),

                    BodyRef::Json(value) => Self::Json(::planus::alloc::boxed::Box::new(
                        ::core::convert::TryFrom::try_from(value)?,
                    )),

                    BodyRef::Raw(value) => Self::Raw(::planus::alloc::boxed::Box::new(
                        ::core::convert::TryFrom::try_from(value)?,
                    )),
                })
            }
        }

        impl<'a> ::planus::TableReadUnion<'a> for BodyRef<'a> {
            fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'a>,
                tag: u8,
                field_offset: usize,
            ) -> ::core::result::Result<Self, ::planus::errors::ErrorKind> {
                match tag {
                    1 => ::core::result::Result::Ok(Self::Text(::planus::TableRead::from_buffer(
                        buffer,
                        field_offset,
                    )?)),
                    2 => ::core::result::Result::Ok(Self::Json(::planus::TableRead::from_buffer(
                        buffer,
                        field_offset,
                    )?)),
                    3 => ::core::result::Result::Ok(Self::Raw(::planus::TableRead::from_buffer(
                        buffer,
                        field_offset,
                    )?)),
                    _ => {
                        ::core::result::Result::Err(::planus::errors::ErrorKind::UnknownUnionTag {
                            tag,
                        })
                    }
                }
            }
        }

        impl<'a> ::planus::VectorReadUnion<'a> for BodyRef<'a> {
            const VECTOR_NAME: &'static str = "[BodyRef]";
        }

        /// The table `LogRecord` in the namespace `telemetry`
        ///
        /// Generated from these locations:
        /// * Table `LogRecord` in the file `telemetry.fbs:13`
        #[derive(
            Clone,
            Debug,
            PartialEq,
            PartialOrd,
            Eq,
            Ord,
            Hash,
            ::serde::Serialize,
            ::serde::Deserialize,
        )]
        pub struct LogRecord {
            /// The field `at` in the table `LogRecord`
            pub at: i64,
            /// The field `severity` in the table `LogRecord`
            pub severity: self::Severity,
            /// The field `trace_id` in the table `LogRecord`
            pub trace_id: ::core::option::Option<::planus::alloc::vec::Vec<u8>>,
            /// The field `span_id` in the table `LogRecord`
            pub span_id: ::core::option::Option<::planus::alloc::vec::Vec<u8>>,
            /// The field `body` in the table `LogRecord`
            pub body: self::Body,
            /// The field `attrs` in the table `LogRecord`
            pub attrs: ::planus::alloc::vec::Vec<self::Attribute>,
            /// The field `user_id` in the table `LogRecord`
            pub user_id: ::core::option::Option<::planus::alloc::string::String>,
        }

        impl LogRecord {
            /// Creates a [LogRecordBuilder] for serializing an instance of this table.
            #[inline]
            pub fn builder() -> LogRecordBuilder<()> {
                LogRecordBuilder(())
            }

            #[allow(clippy::too_many_arguments)]
            pub fn create(
                builder: &mut ::planus::Builder,
                field_at: impl ::planus::WriteAsDefault<i64, i64>,
                field_severity: impl ::planus::WriteAsDefault<self::Severity, self::Severity>,
                field_trace_id: impl ::planus::WriteAsOptional<::planus::Offset<[u8]>>,
                field_span_id: impl ::planus::WriteAsOptional<::planus::Offset<[u8]>>,
                field_body: impl ::planus::WriteAsUnion<self::Body>,
                field_attrs: impl ::planus::WriteAs<
                    ::planus::Offset<[::planus::Offset<self::Attribute>]>,
                >,
                field_user_id: impl ::planus::WriteAsOptional<::planus::Offset<::core::primitive::str>>,
            ) -> ::planus::Offset<Self> {
                let prepared_at = field_at.prepare(builder, &0);
                let prepared_severity =
                    field_severity.prepare(builder, &self::Severity::Unspecified);
                let prepared_trace_id = field_trace_id.prepare(builder);
                let prepared_span_id = field_span_id.prepare(builder);
                let prepared_body = field_body.prepare(builder);
                let prepared_attrs = field_attrs.prepare(builder);
                let prepared_user_id = field_user_id.prepare(builder);

                let mut table_writer: ::planus::table_writer::TableWriter<20> =
                    ::core::default::Default::default();
                if prepared_at.is_some() {
                    table_writer.write_entry::<i64>(0);
                }
                if prepared_trace_id.is_some() {
                    table_writer.write_entry::<::planus::Offset<[u8]>>(2);
                }
                if prepared_span_id.is_some() {
                    table_writer.write_entry::<::planus::Offset<[u8]>>(3);
                }
                table_writer.write_entry::<::planus::Offset<self::Body>>(5);
                table_writer
                    .write_entry::<::planus::Offset<[::planus::Offset<self::Attribute>]>>(6);
                if prepared_user_id.is_some() {
                    table_writer.write_entry::<::planus::Offset<str>>(7);
                }
                if prepared_severity.is_some() {
                    table_writer.write_entry::<self::Severity>(1);
                }
                table_writer.write_entry::<u8>(4);

                unsafe {
                    table_writer.finish(builder, |object_writer| {
                        if let ::core::option::Option::Some(prepared_at) = prepared_at {
                            object_writer.write::<_, _, 8>(&prepared_at);
                        }
                        if let ::core::option::Option::Some(prepared_trace_id) = prepared_trace_id {
                            object_writer.write::<_, _, 4>(&prepared_trace_id);
                        }
                        if let ::core::option::Option::Some(prepared_span_id) = prepared_span_id {
                            object_writer.write::<_, _, 4>(&prepared_span_id);
                        }
                        object_writer.write::<_, _, 4>(&prepared_body.offset());
                        object_writer.write::<_, _, 4>(&prepared_attrs);
                        if let ::core::option::Option::Some(prepared_user_id) = prepared_user_id {
                            object_writer.write::<_, _, 4>(&prepared_user_id);
                        }
                        if let ::core::option::Option::Some(prepared_severity) = prepared_severity {
                            object_writer.write::<_, _, 1>(&prepared_severity);
                        }
                        object_writer.write::<_, _, 1>(&prepared_body.tag());
                    });
                }
                builder.current_offset()
            }
        }

        impl ::planus::WriteAs<::planus::Offset<LogRecord>> for LogRecord {
            type Prepared = ::planus::Offset<Self>;

            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<LogRecord> {
                ::planus::WriteAsOffset::prepare(self, builder)
            }
        }

        impl ::planus::WriteAsOptional<::planus::Offset<LogRecord>> for LogRecord {
            type Prepared = ::planus::Offset<Self>;

            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::Offset<LogRecord>> {
                ::core::option::Option::Some(::planus::WriteAsOffset::prepare(self, builder))
            }
        }

        impl ::planus::WriteAsOffset<LogRecord> for LogRecord {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<LogRecord> {
                LogRecord::create(
                    builder,
                    self.at,
                    self.severity,
                    &self.trace_id,
                    &self.span_id,
                    &self.body,
                    &self.attrs,
                    &self.user_id,
                )
            }
        }

        /// Builder for serializing an instance of the [LogRecord] type.
        ///
        /// Can be created using the [LogRecord::builder] method.
        #[derive(Debug)]
        #[must_use]
        pub struct LogRecordBuilder<State>(State);

        impl LogRecordBuilder<()> {
            /// Setter for the [`at` field](LogRecord#structfield.at).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn at<T0>(self, value: T0) -> LogRecordBuilder<(T0,)>
            where
                T0: ::planus::WriteAsDefault<i64, i64>,
            {
                LogRecordBuilder((value,))
            }

            /// Sets the [`at` field](LogRecord#structfield.at) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn at_as_default(self) -> LogRecordBuilder<(::planus::DefaultValue,)> {
                self.at(::planus::DefaultValue)
            }
        }

        impl<T0> LogRecordBuilder<(T0,)> {
            /// Setter for the [`severity` field](LogRecord#structfield.severity).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn severity<T1>(self, value: T1) -> LogRecordBuilder<(T0, T1)>
            where
                T1: ::planus::WriteAsDefault<self::Severity, self::Severity>,
            {
                let (v0,) = self.0;
                LogRecordBuilder((v0, value))
            }

            /// Sets the [`severity` field](LogRecord#structfield.severity) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn severity_as_default(self) -> LogRecordBuilder<(T0, ::planus::DefaultValue)> {
                self.severity(::planus::DefaultValue)
            }
        }

        impl<T0, T1> LogRecordBuilder<(T0, T1)> {
            /// Setter for the [`trace_id` field](LogRecord#structfield.trace_id).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn trace_id<T2>(self, value: T2) -> LogRecordBuilder<(T0, T1, T2)>
            where
                T2: ::planus::WriteAsOptional<::planus::Offset<[u8]>>,
            {
                let (v0, v1) = self.0;
                LogRecordBuilder((v0, v1, value))
            }

            /// Sets the [`trace_id` field](LogRecord#structfield.trace_id) to null.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn trace_id_as_null(self) -> LogRecordBuilder<(T0, T1, ())> {
                self.trace_id(())
            }
        }

        impl<T0, T1, T2> LogRecordBuilder<(T0, T1, T2)> {
            /// Setter for the [`span_id` field](LogRecord#structfield.span_id).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn span_id<T3>(self, value: T3) -> LogRecordBuilder<(T0, T1, T2, T3)>
            where
                T3: ::planus::WriteAsOptional<::planus::Offset<[u8]>>,
            {
                let (v0, v1, v2) = self.0;
                LogRecordBuilder((v0, v1, v2, value))
            }

            /// Sets the [`span_id` field](LogRecord#structfield.span_id) to null.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn span_id_as_null(self) -> LogRecordBuilder<(T0, T1, T2, ())> {
                self.span_id(())
            }
        }

        impl<T0, T1, T2, T3> LogRecordBuilder<(T0, T1, T2, T3)> {
            /// Setter for the [`body` field](LogRecord#structfield.body).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn body<T4>(self, value: T4) -> LogRecordBuilder<(T0, T1, T2, T3, T4)>
            where
                T4: ::planus::WriteAsUnion<self::Body>,
            {
                let (v0, v1, v2, v3) = self.0;
                LogRecordBuilder((v0, v1, v2, v3, value))
            }
        }

        impl<T0, T1, T2, T3, T4> LogRecordBuilder<(T0, T1, T2, T3, T4)> {
            /// Setter for the [`attrs` field](LogRecord#structfield.attrs).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn attrs<T5>(self, value: T5) -> LogRecordBuilder<(T0, T1, T2, T3, T4, T5)>
            where
                T5: ::planus::WriteAs<::planus::Offset<[::planus::Offset<self::Attribute>]>>,
            {
                let (v0, v1, v2, v3, v4) = self.0;
                LogRecordBuilder((v0, v1, v2, v3, v4, value))
            }
        }

        impl<T0, T1, T2, T3, T4, T5> LogRecordBuilder<(T0, T1, T2, T3, T4, T5)> {
            /// Setter for the [`user_id` field](LogRecord#structfield.user_id).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn user_id<T6>(self, value: T6) -> LogRecordBuilder<(T0, T1, T2, T3, T4, T5, T6)>
            where
                T6: ::planus::WriteAsOptional<::planus::Offset<::core::primitive::str>>,
            {
                let (v0, v1, v2, v3, v4, v5) = self.0;
                LogRecordBuilder((v0, v1, v2, v3, v4, v5, value))
            }

            /// Sets the [`user_id` field](LogRecord#structfield.user_id) to null.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn user_id_as_null(self) -> LogRecordBuilder<(T0, T1, T2, T3, T4, T5, ())> {
                self.user_id(())
            }
        }

        impl<T0, T1, T2, T3, T4, T5, T6> LogRecordBuilder<(T0, T1, T2, T3, T4, T5, T6)> {
            /// Finish writing the builder to get an [Offset](::planus::Offset) to a serialized [LogRecord].
            #[inline]
            pub fn finish(self, builder: &mut ::planus::Builder) -> ::planus::Offset<LogRecord>
            where
                Self: ::planus::WriteAsOffset<LogRecord>,
            {
                ::planus::WriteAsOffset::prepare(&self, builder)
            }
        }

        impl<
                T0: ::planus::WriteAsDefault<i64, i64>,
                T1: ::planus::WriteAsDefault<self::Severity, self::Severity>,
                T2: ::planus::WriteAsOptional<::planus::Offset<[u8]>>,
                T3: ::planus::WriteAsOptional<::planus::Offset<[u8]>>,
                T4: ::planus::WriteAsUnion<self::Body>,
                T5: ::planus::WriteAs<::planus::Offset<[::planus::Offset<self::Attribute>]>>,
                T6: ::planus::WriteAsOptional<::planus::Offset<::core::primitive::str>>,
            > ::planus::WriteAs<::planus::Offset<LogRecord>>
            for LogRecordBuilder<(T0, T1, T2, T3, T4, T5, T6)>
        {
            type Prepared = ::planus::Offset<LogRecord>;

            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<LogRecord> {
                ::planus::WriteAsOffset::prepare(self, builder)
            }
        }

        impl<
                T0: ::planus::WriteAsDefault<i64, i64>,
                T1: ::planus::WriteAsDefault<self::Severity, self::Severity>,
                T2: ::planus::WriteAsOptional<::planus::Offset<[u8]>>,
                T3: ::planus::WriteAsOptional<::planus::Offset<[u8]>>,
                T4: ::planus::WriteAsUnion<self::Body>,
                T5: ::planus::WriteAs<::planus::Offset<[::planus::Offset<self::Attribute>]>>,
                T6: ::planus::WriteAsOptional<::planus::Offset<::core::primitive::str>>,
            > ::planus::WriteAsOptional<::planus::Offset<LogRecord>>
            for LogRecordBuilder<(T0, T1, T2, T3, T4, T5, T6)>
        {
            type Prepared = ::planus::Offset<LogRecord>;

            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::Offset<LogRecord>> {
                ::core::option::Option::Some(::planus::WriteAsOffset::prepare(self, builder))
            }
        }

        impl<
                T0: ::planus::WriteAsDefault<i64, i64>,
                T1: ::planus::WriteAsDefault<self::Severity, self::Severity>,
                T2: ::planus::WriteAsOptional<::planus::Offset<[u8]>>,
                T3: ::planus::WriteAsOptional<::planus::Offset<[u8]>>,
                T4: ::planus::WriteAsUnion<self::Body>,
                T5: ::planus::WriteAs<::planus::Offset<[::planus::Offset<self::Attribute>]>>,
                T6: ::planus::WriteAsOptional<::planus::Offset<::core::primitive::str>>,
            > ::planus::WriteAsOffset<LogRecord>
            for LogRecordBuilder<(T0, T1, T2, T3, T4, T5, T6)>
        {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<LogRecord> {
                let (v0, v1, v2, v3, v4, v5, v6) = &self.0;
                LogRecord::create(builder, v0, v1, v2, v3, v4, v5, v6)
            }
        }

        /// Reference to a deserialized [LogRecord].
        #[derive(Copy, Clone)]
        pub struct LogRecordRef<'a>(#[allow(dead_code)] ::planus::table_reader::Table<'a>);

        impl<'a> LogRecordRef<'a> {
            /// Getter for the [`at` field](LogRecord#structfield.at).
            #[inline]
            pub fn at(&self) -> ::planus::Result<i64> {
                ::core::result::Result::Ok(self.0.access(0, "LogRecord", "at")?.unwrap_or(0))
            }

            /// Getter for the [`severity` field](LogRecord#structfield.severity).
            #[inline]
            pub fn severity(&self) -> ::planus::Result<self::Severity> {
                ::core::result::Result::Ok(
                    self.0
                        .access(1, "LogRecord", "severity")?
                        .unwrap_or(self::Severity::Unspecified),
                )
            }

            /// Getter for the [`trace_id` field](LogRecord#structfield.trace_id).
            #[inline]
            pub fn trace_id(&self) -> ::planus::Result<::core::option::Option<&'a [u8]>> {
                self.0.access(2, "LogRecord", "trace_id")
            }

            /// Getter for the [`span_id` field](LogRecord#structfield.span_id).
            #[inline]
            pub fn span_id(&self) -> ::planus::Result<::core::option::Option<&'a [u8]>> {
                self.0.access(3, "LogRecord", "span_id")
            }

            /// Getter for the [`body` field](LogRecord#structfield.body).
            #[inline]
            pub fn body(&self) -> ::planus::Result<self::BodyRef<'a>> {
                self.0.access_union_required(4, "LogRecord", "body")
            }

            /// Getter for the [`attrs` field](LogRecord#structfield.attrs).
            #[inline]
            pub fn attrs(
                &self,
            ) -> ::planus::Result<::planus::Vector<'a, ::planus::Result<self::AttributeRef<'a>>>>
            {
                self.0.access_required(6, "LogRecord", "attrs")
            }

            /// Getter for the [`user_id` field](LogRecord#structfield.user_id).
            #[inline]
            pub fn user_id(
                &self,
            ) -> ::planus::Result<::core::option::Option<&'a ::core::primitive::str>> {
                self.0.access(7, "LogRecord", "user_id")
            }
        }

        impl<'a> ::core::fmt::Debug for LogRecordRef<'a> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                let mut f = f.debug_struct("LogRecordRef");
                f.field("at", &self.at());
                f.field("severity", &self.severity());
                if let ::core::option::Option::Some(field_trace_id) = self.trace_id().transpose() {
                    f.field("trace_id", &field_trace_id);
                }
                if let ::core::option::Option::Some(field_span_id) = self.span_id().transpose() {
                    f.field("span_id", &field_span_id);
                }
                f.field("body", &self.body());
                f.field("attrs", &self.attrs());
                if let ::core::option::Option::Some(field_user_id) = self.user_id().transpose() {
                    f.field("user_id", &field_user_id);
                }
                f.finish()
            }
        }

        impl<'a> ::core::convert::TryFrom<LogRecordRef<'a>> for LogRecord {
            type Error = ::planus::Error;

            #[allow(unreachable_code)]
            fn try_from(value: LogRecordRef<'a>) -> ::planus::Result<Self> {
                ::core::result::Result::Ok(Self {
                    at: ::core::convert::TryInto::try_into(value.at()?)?,
                    severity: ::core::convert::TryInto::try_into(value.severity()?)?,
                    trace_id: value.trace_id()?.map(|v| v.to_vec()),
                    span_id: value.span_id()?.map(|v| v.to_vec()),
                    body: ::core::convert::TryInto::try_into(value.body()?)?,
                    attrs: value.attrs()?.to_vec_result()?,
                    user_id: value.user_id()?.map(::core::convert::Into::into),
                })
            }
        }

        impl<'a> ::planus::TableRead<'a> for LogRecordRef<'a> {
            #[inline]
            fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'a>,
                offset: usize,
            ) -> ::core::result::Result<Self, ::planus::errors::ErrorKind> {
                ::core::result::Result::Ok(Self(::planus::table_reader::Table::from_buffer(
                    buffer, offset,
                )?))
            }
        }

        impl<'a> ::planus::VectorReadInner<'a> for LogRecordRef<'a> {
            type Error = ::planus::Error;
            const STRIDE: usize = 4;

            unsafe fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'a>,
                offset: usize,
            ) -> ::planus::Result<Self> {
                ::planus::TableRead::from_buffer(buffer, offset).map_err(|error_kind| {
                    error_kind.with_error_location(
                        "[LogRecordRef]",
                        "get",
                        buffer.offset_from_start,
                    )
                })
            }
        }

        /// # Safety
        /// The planus compiler generates implementations that initialize
        /// the bytes in `write_values`.
        unsafe impl ::planus::VectorWrite<::planus::Offset<LogRecord>> for LogRecord {
            type Value = ::planus::Offset<LogRecord>;
            const STRIDE: usize = 4;
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> Self::Value {
                ::planus::WriteAs::prepare(self, builder)
            }

            #[inline]
            unsafe fn write_values(
                values: &[::planus::Offset<LogRecord>],
                bytes: *mut ::core::mem::MaybeUninit<u8>,
                buffer_position: u32,
            ) {
                let bytes = bytes as *mut [::core::mem::MaybeUninit<u8>; 4];
                for (i, v) in ::core::iter::Iterator::enumerate(values.iter()) {
                    ::planus::WriteAsPrimitive::write(
                        v,
                        ::planus::Cursor::new(unsafe { &mut *bytes.add(i) }),
                        buffer_position - (Self::STRIDE * i) as u32,
                    );
                }
            }
        }

        impl<'a> ::planus::ReadAsRoot<'a> for LogRecordRef<'a> {
            fn read_as_root(slice: &'a [u8]) -> ::planus::Result<Self> {
                ::planus::TableRead::from_buffer(
                    ::planus::SliceWithStartOffset {
                        buffer: slice,
                        offset_from_start: 0,
                    },
                    0,
                )
                .map_err(|error_kind| {
                    error_kind.with_error_location("[LogRecordRef]", "read_as_root", 0)
                })
            }
        }

        /// The table `LogBatch` in the namespace `telemetry`
        ///
        /// Generated from these locations:
        /// * Table `LogBatch` in the file `telemetry.fbs:23`
        #[derive(
            Clone,
            Debug,
            PartialEq,
            PartialOrd,
            Eq,
            Ord,
            Hash,
            ::serde::Serialize,
            ::serde::Deserialize,
        )]
        pub struct LogBatch {
            /// The field `resource` in the table `LogBatch`
            pub resource: ::planus::alloc::boxed::Box<self::Resource>,
            /// The field `records` in the table `LogBatch`
            pub records: ::planus::alloc::vec::Vec<self::LogRecord>,
            /// The field `dropped` in the table `LogBatch`
            pub dropped: u64,
        }

        #[allow(clippy::derivable_impls)]
        impl ::core::default::Default for LogBatch {
            fn default() -> Self {
                Self {
                    resource: ::core::default::Default::default(),
                    records: ::core::default::Default::default(),
                    dropped: 0,
                }
            }
        }

        impl LogBatch {
            /// Creates a [LogBatchBuilder] for serializing an instance of this table.
            #[inline]
            pub fn builder() -> LogBatchBuilder<()> {
                LogBatchBuilder(())
            }

            #[allow(clippy::too_many_arguments)]
            pub fn create(
                builder: &mut ::planus::Builder,
                field_resource: impl ::planus::WriteAs<::planus::Offset<self::Resource>>,
                field_records: impl ::planus::WriteAs<
                    ::planus::Offset<[::planus::Offset<self::LogRecord>]>,
                >,
                field_dropped: impl ::planus::WriteAsDefault<u64, u64>,
            ) -> ::planus::Offset<Self> {
                let prepared_resource = field_resource.prepare(builder);
                let prepared_records = field_records.prepare(builder);
                let prepared_dropped = field_dropped.prepare(builder, &0);

                let mut table_writer: ::planus::table_writer::TableWriter<10> =
                    ::core::default::Default::default();
                if prepared_dropped.is_some() {
                    table_writer.write_entry::<u64>(2);
                }
                table_writer.write_entry::<::planus::Offset<self::Resource>>(0);
                table_writer
                    .write_entry::<::planus::Offset<[::planus::Offset<self::LogRecord>]>>(1);

                unsafe {
                    table_writer.finish(builder, |object_writer| {
                        if let ::core::option::Option::Some(prepared_dropped) = prepared_dropped {
                            object_writer.write::<_, _, 8>(&prepared_dropped);
                        }
                        object_writer.write::<_, _, 4>(&prepared_resource);
                        object_writer.write::<_, _, 4>(&prepared_records);
                    });
                }
                builder.current_offset()
            }
        }

        impl ::planus::WriteAs<::planus::Offset<LogBatch>> for LogBatch {
            type Prepared = ::planus::Offset<Self>;

            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<LogBatch> {
                ::planus::WriteAsOffset::prepare(self, builder)
            }
        }

        impl ::planus::WriteAsOptional<::planus::Offset<LogBatch>> for LogBatch {
            type Prepared = ::planus::Offset<Self>;

            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::Offset<LogBatch>> {
                ::core::option::Option::Some(::planus::WriteAsOffset::prepare(self, builder))
            }
        }

        impl ::planus::WriteAsOffset<LogBatch> for LogBatch {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<LogBatch> {
                LogBatch::create(builder, &self.resource, &self.records, self.dropped)
            }
        }

        /// Builder for serializing an instance of the [LogBatch] type.
        ///
        /// Can be created using the [LogBatch::builder] method.
        #[derive(Debug)]
        #[must_use]
        pub struct LogBatchBuilder<State>(State);

        impl LogBatchBuilder<()> {
            /// Setter for the [`resource` field](LogBatch#structfield.resource).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn resource<T0>(self, value: T0) -> LogBatchBuilder<(T0,)>
            where
                T0: ::planus::WriteAs<::planus::Offset<self::Resource>>,
            {
                LogBatchBuilder((value,))
            }
        }

        impl<T0> LogBatchBuilder<(T0,)> {
            /// Setter for the [`records` field](LogBatch#structfield.records).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn records<T1>(self, value: T1) -> LogBatchBuilder<(T0, T1)>
            where
                T1: ::planus::WriteAs<::planus::Offset<[::planus::Offset<self::LogRecord>]>>,
            {
                let (v0,) = self.0;
                LogBatchBuilder((v0, value))
            }
        }

        impl<T0, T1> LogBatchBuilder<(T0, T1)> {
            /// Setter for the [`dropped` field](LogBatch#structfield.dropped).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn dropped<T2>(self, value: T2) -> LogBatchBuilder<(T0, T1, T2)>
            where
                T2: ::planus::WriteAsDefault<u64, u64>,
            {
                let (v0, v1) = self.0;
                LogBatchBuilder((v0, v1, value))
            }

            /// Sets the [`dropped` field](LogBatch#structfield.dropped) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn dropped_as_default(self) -> LogBatchBuilder<(T0, T1, ::planus::DefaultValue)> {
                self.dropped(::planus::DefaultValue)
            }
        }

        impl<T0, T1, T2> LogBatchBuilder<(T0, T1, T2)> {
            /// Finish writing the builder to get an [Offset](::planus::Offset) to a serialized [LogBatch].
            #[inline]
            pub fn finish(self, builder: &mut ::planus::Builder) -> ::planus::Offset<LogBatch>
            where
                Self: ::planus::WriteAsOffset<LogBatch>,
            {
                ::planus::WriteAsOffset::prepare(&self, builder)
            }
        }

        impl<
                T0: ::planus::WriteAs<::planus::Offset<self::Resource>>,
                T1: ::planus::WriteAs<::planus::Offset<[::planus::Offset<self::LogRecord>]>>,
                T2: ::planus::WriteAsDefault<u64, u64>,
            > ::planus::WriteAs<::planus::Offset<LogBatch>> for LogBatchBuilder<(T0, T1, T2)>
        {
            type Prepared = ::planus::Offset<LogBatch>;

            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<LogBatch> {
                ::planus::WriteAsOffset::prepare(self, builder)
            }
        }

        impl<
                T0: ::planus::WriteAs<::planus::Offset<self::Resource>>,
                T1: ::planus::WriteAs<::planus::Offset<[::planus::Offset<self::LogRecord>]>>,
                T2: ::planus::WriteAsDefault<u64, u64>,
            > ::planus::WriteAsOptional<::planus::Offset<LogBatch>>
            for LogBatchBuilder<(T0, T1, T2)>
        {
            type Prepared = ::planus::Offset<LogBatch>;

            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::Offset<LogBatch>> {
                ::core::option::Option::Some(::planus::WriteAsOffset::prepare(self, builder))
            }
        }

        impl<
                T0: ::planus::WriteAs<::planus::Offset<self::Resource>>,
                T1: ::planus::WriteAs<::planus::Offset<[::planus::Offset<self::LogRecord>]>>,
                T2: ::planus::WriteAsDefault<u64, u64>,
            > ::planus::WriteAsOffset<LogBatch> for LogBatchBuilder<(T0, T1, T2)>
        {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<LogBatch> {
                let (v0, v1, v2) = &self.0;
                LogBatch::create(builder, v0, v1, v2)
            }
        }

        /// Reference to a deserialized [LogBatch].
        #[derive(Copy, Clone)]
        pub struct LogBatchRef<'a>(#[allow(dead_code)] ::planus::table_reader::Table<'a>);

        impl<'a> LogBatchRef<'a> {
            /// Getter for the [`resource` field](LogBatch#structfield.resource).
            #[inline]
            pub fn resource(&self) -> ::planus::Result<self::ResourceRef<'a>> {
                self.0.access_required(0, "LogBatch", "resource")
            }

            /// Getter for the [`records` field](LogBatch#structfield.records).
            #[inline]
            pub fn records(
                &self,
            ) -> ::planus::Result<::planus::Vector<'a, ::planus::Result<self::LogRecordRef<'a>>>>
            {
                self.0.access_required(1, "LogBatch", "records")
            }

            /// Getter for the [`dropped` field](LogBatch#structfield.dropped).
            #[inline]
            pub fn dropped(&self) -> ::planus::Result<u64> {
                ::core::result::Result::Ok(self.0.access(2, "LogBatch", "dropped")?.unwrap_or(0))
            }
        }

        impl<'a> ::core::fmt::Debug for LogBatchRef<'a> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                let mut f = f.debug_struct("LogBatchRef");
                f.field("resource", &self.resource());
                f.field("records", &self.records());
                f.field("dropped", &self.dropped());
                f.finish()
            }
        }

        impl<'a> ::core::convert::TryFrom<LogBatchRef<'a>> for LogBatch {
            type Error = ::planus::Error;

            #[allow(unreachable_code)]
            fn try_from(value: LogBatchRef<'a>) -> ::planus::Result<Self> {
                ::core::result::Result::Ok(Self {
                    resource: ::planus::alloc::boxed::Box::new(::core::convert::TryInto::try_into(
                        value.resource()?,
                    )?),
                    records: value.records()?.to_vec_result()?,
                    dropped: ::core::convert::TryInto::try_into(value.dropped()?)?,
                })
            }
        }

        impl<'a> ::planus::TableRead<'a> for LogBatchRef<'a> {
            #[inline]
            fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'a>,
                offset: usize,
            ) -> ::core::result::Result<Self, ::planus::errors::ErrorKind> {
                ::core::result::Result::Ok(Self(::planus::table_reader::Table::from_buffer(
                    buffer, offset,
                )?))
            }
        }

        impl<'a> ::planus::VectorReadInner<'a> for LogBatchRef<'a> {
            type Error = ::planus::Error;
            const STRIDE: usize = 4;

            unsafe fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'a>,
                offset: usize,
            ) -> ::planus::Result<Self> {
                ::planus::TableRead::from_buffer(buffer, offset).map_err(|error_kind| {
                    error_kind.with_error_location("[LogBatchRef]", "get", buffer.offset_from_start)
                })
            }
        }

        /// # Safety
        /// The planus compiler generates implementations that initialize
        /// the bytes in `write_values`.
        unsafe impl ::planus::VectorWrite<::planus::Offset<LogBatch>> for LogBatch {
            type Value = ::planus::Offset<LogBatch>;
            const STRIDE: usize = 4;
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> Self::Value {
                ::planus::WriteAs::prepare(self, builder)
            }

            #[inline]
            unsafe fn write_values(
                values: &[::planus::Offset<LogBatch>],
                bytes: *mut ::core::mem::MaybeUninit<u8>,
                buffer_position: u32,
            ) {
                let bytes = bytes as *mut [::core::mem::MaybeUninit<u8>; 4];
                for (i, v) in ::core::iter::Iterator::enumerate(values.iter()) {
                    ::planus::WriteAsPrimitive::write(
                        v,
                        ::planus::Cursor::new(unsafe { &mut *bytes.add(i) }),
                        buffer_position - (Self::STRIDE * i) as u32,
                    );
                }
            }
        }

        impl<'a> ::planus::ReadAsRoot<'a> for LogBatchRef<'a> {
            fn read_as_root(slice: &'a [u8]) -> ::planus::Result<Self> {
                ::planus::TableRead::from_buffer(
                    ::planus::SliceWithStartOffset {
                        buffer: slice,
                        offset_from_start: 0,
                    },
                    0,
                )
                .map_err(|error_kind| {
                    error_kind.with_error_location("[LogBatchRef]", "read_as_root", 0)
                })
            }
        }
    }
}
