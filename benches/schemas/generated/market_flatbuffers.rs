pub use root::*;

const _: () = ::planus::check_version_compatibility("planus-1.3.0");

/// The root namespace
///
/// Generated from these locations:
/// * File `market.fbs`
#[no_implicit_prelude]
#[allow(clippy::needless_lifetimes)]
mod root {
    /// The namespace `market`
    ///
    /// Generated from these locations:
    /// * File `market.fbs`
    pub mod market {
        /// The enum `Side` in the namespace `market`
        ///
        /// Generated from these locations:
        /// * Enum `Side` in the file `market.fbs:3`
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
        pub enum Side {
            /// The variant `Unspecified` in the enum `Side`
            Unspecified = 0,

            /// The variant `Bid` in the enum `Side`
            Bid = 1,

            /// The variant `Ask` in the enum `Side`
            Ask = 2,
        }

        impl Side {
            /// Array containing all valid variants of Side
            pub const ENUM_VALUES: [Self; 3] = [Self::Unspecified, Self::Bid, Self::Ask];
        }

        impl ::core::convert::TryFrom<u8> for Side {
            type Error = ::planus::errors::UnknownEnumTagKind;
            #[inline]
            fn try_from(
                value: u8,
            ) -> ::core::result::Result<Self, ::planus::errors::UnknownEnumTagKind> {
                #[allow(clippy::match_single_binding)]
                match value {
                    0 => ::core::result::Result::Ok(Side::Unspecified),
                    1 => ::core::result::Result::Ok(Side::Bid),
                    2 => ::core::result::Result::Ok(Side::Ask),

                    _ => ::core::result::Result::Err(::planus::errors::UnknownEnumTagKind {
                        tag: value as i128,
                    }),
                }
            }
        }

        impl ::core::convert::From<Side> for u8 {
            #[inline]
            fn from(value: Side) -> Self {
                value as u8
            }
        }

        /// # Safety
        /// The Planus compiler correctly calculates `ALIGNMENT` and `SIZE`.
        unsafe impl ::planus::Primitive for Side {
            const ALIGNMENT: usize = 1;
            const SIZE: usize = 1;
        }

        impl ::planus::WriteAsPrimitive<Side> for Side {
            #[inline]
            fn write<const N: usize>(&self, cursor: ::planus::Cursor<'_, N>, buffer_position: u32) {
                (*self as u8).write(cursor, buffer_position);
            }
        }

        impl ::planus::WriteAs<Side> for Side {
            type Prepared = Self;

            #[inline]
            fn prepare(&self, _builder: &mut ::planus::Builder) -> Side {
                *self
            }
        }

        impl ::planus::WriteAsDefault<Side, Side> for Side {
            type Prepared = Self;

            #[inline]
            fn prepare(
                &self,
                _builder: &mut ::planus::Builder,
                default: &Side,
            ) -> ::core::option::Option<Side> {
                if self == default {
                    ::core::option::Option::None
                } else {
                    ::core::option::Option::Some(*self)
                }
            }
        }

        impl ::planus::WriteAsOptional<Side> for Side {
            type Prepared = Self;

            #[inline]
            fn prepare(&self, _builder: &mut ::planus::Builder) -> ::core::option::Option<Side> {
                ::core::option::Option::Some(*self)
            }
        }

        impl<'buf> ::planus::TableRead<'buf> for Side {
            #[inline]
            fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'buf>,
                offset: usize,
            ) -> ::core::result::Result<Self, ::planus::errors::ErrorKind> {
                let n: u8 = ::planus::TableRead::from_buffer(buffer, offset)?;
                ::core::result::Result::Ok(::core::convert::TryInto::try_into(n)?)
            }
        }

        impl<'buf> ::planus::VectorReadInner<'buf> for Side {
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
                        "Side",
                        "VectorRead::from_buffer",
                        buffer.offset_from_start,
                    )
                })
            }
        }

        /// # Safety
        /// The planus compiler generates implementations that initialize
        /// the bytes in `write_values`.
        unsafe impl ::planus::VectorWrite<Side> for Side {
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

        /// The enum `Action` in the namespace `market`
        ///
        /// Generated from these locations:
        /// * Enum `Action` in the file `market.fbs:4`
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
        pub enum Action {
            /// The variant `Unspecified` in the enum `Action`
            Unspecified = 0,

            /// The variant `Add` in the enum `Action`
            Add = 1,

            /// The variant `Change` in the enum `Action`
            Change = 2,

            /// The variant `Remove` in the enum `Action`
            Remove = 3,

            /// The variant `Trade` in the enum `Action`
            Trade = 4,
        }

        impl Action {
            /// Array containing all valid variants of Action
            pub const ENUM_VALUES: [Self; 5] = [
                Self::Unspecified,
                Self::Add,
                Self::Change,
                Self::Remove,
                Self::Trade,
            ];
        }

        impl ::core::convert::TryFrom<u8> for Action {
            type Error = ::planus::errors::UnknownEnumTagKind;
            #[inline]
            fn try_from(
                value: u8,
            ) -> ::core::result::Result<Self, ::planus::errors::UnknownEnumTagKind> {
                #[allow(clippy::match_single_binding)]
                match value {
                    0 => ::core::result::Result::Ok(Action::Unspecified),
                    1 => ::core::result::Result::Ok(Action::Add),
                    2 => ::core::result::Result::Ok(Action::Change),
                    3 => ::core::result::Result::Ok(Action::Remove),
                    4 => ::core::result::Result::Ok(Action::Trade),

                    _ => ::core::result::Result::Err(::planus::errors::UnknownEnumTagKind {
                        tag: value as i128,
                    }),
                }
            }
        }

        impl ::core::convert::From<Action> for u8 {
            #[inline]
            fn from(value: Action) -> Self {
                value as u8
            }
        }

        /// # Safety
        /// The Planus compiler correctly calculates `ALIGNMENT` and `SIZE`.
        unsafe impl ::planus::Primitive for Action {
            const ALIGNMENT: usize = 1;
            const SIZE: usize = 1;
        }

        impl ::planus::WriteAsPrimitive<Action> for Action {
            #[inline]
            fn write<const N: usize>(&self, cursor: ::planus::Cursor<'_, N>, buffer_position: u32) {
                (*self as u8).write(cursor, buffer_position);
            }
        }

        impl ::planus::WriteAs<Action> for Action {
            type Prepared = Self;

            #[inline]
            fn prepare(&self, _builder: &mut ::planus::Builder) -> Action {
                *self
            }
        }

        impl ::planus::WriteAsDefault<Action, Action> for Action {
            type Prepared = Self;

            #[inline]
            fn prepare(
                &self,
                _builder: &mut ::planus::Builder,
                default: &Action,
            ) -> ::core::option::Option<Action> {
                if self == default {
                    ::core::option::Option::None
                } else {
                    ::core::option::Option::Some(*self)
                }
            }
        }

        impl ::planus::WriteAsOptional<Action> for Action {
            type Prepared = Self;

            #[inline]
            fn prepare(&self, _builder: &mut ::planus::Builder) -> ::core::option::Option<Action> {
                ::core::option::Option::Some(*self)
            }
        }

        impl<'buf> ::planus::TableRead<'buf> for Action {
            #[inline]
            fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'buf>,
                offset: usize,
            ) -> ::core::result::Result<Self, ::planus::errors::ErrorKind> {
                let n: u8 = ::planus::TableRead::from_buffer(buffer, offset)?;
                ::core::result::Result::Ok(::core::convert::TryInto::try_into(n)?)
            }
        }

        impl<'buf> ::planus::VectorReadInner<'buf> for Action {
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
                        "Action",
                        "VectorRead::from_buffer",
                        buffer.offset_from_start,
                    )
                })
            }
        }

        /// # Safety
        /// The planus compiler generates implementations that initialize
        /// the bytes in `write_values`.
        unsafe impl ::planus::VectorWrite<Action> for Action {
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

        /// The table `Tick` in the namespace `market`
        ///
        /// Generated from these locations:
        /// * Table `Tick` in the file `market.fbs:6`
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
        pub struct Tick {
            /// The field `sequence` in the table `Tick`
            pub sequence: u64,
            /// The field `at` in the table `Tick`
            pub at: i64,
            /// The field `instrument` in the table `Tick`
            pub instrument: u32,
            /// The field `action` in the table `Tick`
            pub action: self::Action,
            /// The field `side` in the table `Tick`
            pub side: self::Side,
            /// The field `price` in the table `Tick`
            pub price: i64,
            /// The field `quantity` in the table `Tick`
            pub quantity: u32,
            /// The field `order_id` in the table `Tick`
            pub order_id: u64,
        }

        #[allow(clippy::derivable_impls)]
        impl ::core::default::Default for Tick {
            fn default() -> Self {
                Self {
                    sequence: 0,
                    at: 0,
                    instrument: 0,
                    action: self::Action::Unspecified,
                    side: self::Side::Unspecified,
                    price: 0,
                    quantity: 0,
                    order_id: 0,
                }
            }
        }

        impl Tick {
            /// Creates a [TickBuilder] for serializing an instance of this table.
            #[inline]
            pub fn builder() -> TickBuilder<()> {
                TickBuilder(())
            }

            #[allow(clippy::too_many_arguments)]
            pub fn create(
                builder: &mut ::planus::Builder,
                field_sequence: impl ::planus::WriteAsDefault<u64, u64>,
                field_at: impl ::planus::WriteAsDefault<i64, i64>,
                field_instrument: impl ::planus::WriteAsDefault<u32, u32>,
                field_action: impl ::planus::WriteAsDefault<self::Action, self::Action>,
                field_side: impl ::planus::WriteAsDefault<self::Side, self::Side>,
                field_price: impl ::planus::WriteAsDefault<i64, i64>,
                field_quantity: impl ::planus::WriteAsDefault<u32, u32>,
                field_order_id: impl ::planus::WriteAsDefault<u64, u64>,
            ) -> ::planus::Offset<Self> {
                let prepared_sequence = field_sequence.prepare(builder, &0);
                let prepared_at = field_at.prepare(builder, &0);
                let prepared_instrument = field_instrument.prepare(builder, &0);
                let prepared_action = field_action.prepare(builder, &self::Action::Unspecified);
                let prepared_side = field_side.prepare(builder, &self::Side::Unspecified);
                let prepared_price = field_price.prepare(builder, &0);
                let prepared_quantity = field_quantity.prepare(builder, &0);
                let prepared_order_id = field_order_id.prepare(builder, &0);

                let mut table_writer: ::planus::table_writer::TableWriter<20> =
                    ::core::default::Default::default();
                if prepared_sequence.is_some() {
                    table_writer.write_entry::<u64>(0);
                }
                if prepared_at.is_some() {
                    table_writer.write_entry::<i64>(1);
                }
                if prepared_price.is_some() {
                    table_writer.write_entry::<i64>(5);
                }
                if prepared_order_id.is_some() {
                    table_writer.write_entry::<u64>(7);
                }
                if prepared_instrument.is_some() {
                    table_writer.write_entry::<u32>(2);
                }
                if prepared_quantity.is_some() {
                    table_writer.write_entry::<u32>(6);
                }
                if prepared_action.is_some() {
                    table_writer.write_entry::<self::Action>(3);
                }
                if prepared_side.is_some() {
                    table_writer.write_entry::<self::Side>(4);
                }

                unsafe {
                    table_writer.finish(builder, |object_writer| {
                        if let ::core::option::Option::Some(prepared_sequence) = prepared_sequence {
                            object_writer.write::<_, _, 8>(&prepared_sequence);
                        }
                        if let ::core::option::Option::Some(prepared_at) = prepared_at {
                            object_writer.write::<_, _, 8>(&prepared_at);
                        }
                        if let ::core::option::Option::Some(prepared_price) = prepared_price {
                            object_writer.write::<_, _, 8>(&prepared_price);
                        }
                        if let ::core::option::Option::Some(prepared_order_id) = prepared_order_id {
                            object_writer.write::<_, _, 8>(&prepared_order_id);
                        }
                        if let ::core::option::Option::Some(prepared_instrument) =
                            prepared_instrument
                        {
                            object_writer.write::<_, _, 4>(&prepared_instrument);
                        }
                        if let ::core::option::Option::Some(prepared_quantity) = prepared_quantity {
                            object_writer.write::<_, _, 4>(&prepared_quantity);
                        }
                        if let ::core::option::Option::Some(prepared_action) = prepared_action {
                            object_writer.write::<_, _, 1>(&prepared_action);
                        }
                        if let ::core::option::Option::Some(prepared_side) = prepared_side {
                            object_writer.write::<_, _, 1>(&prepared_side);
                        }
                    });
                }
                builder.current_offset()
            }
        }

        impl ::planus::WriteAs<::planus::Offset<Tick>> for Tick {
            type Prepared = ::planus::Offset<Self>;

            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Tick> {
                ::planus::WriteAsOffset::prepare(self, builder)
            }
        }

        impl ::planus::WriteAsOptional<::planus::Offset<Tick>> for Tick {
            type Prepared = ::planus::Offset<Self>;

            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::Offset<Tick>> {
                ::core::option::Option::Some(::planus::WriteAsOffset::prepare(self, builder))
            }
        }

        impl ::planus::WriteAsOffset<Tick> for Tick {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Tick> {
                Tick::create(
                    builder,
                    self.sequence,
                    self.at,
                    self.instrument,
                    self.action,
                    self.side,
                    self.price,
                    self.quantity,
                    self.order_id,
                )
            }
        }

        /// Builder for serializing an instance of the [Tick] type.
        ///
        /// Can be created using the [Tick::builder] method.
        #[derive(Debug)]
        #[must_use]
        pub struct TickBuilder<State>(State);

        impl TickBuilder<()> {
            /// Setter for the [`sequence` field](Tick#structfield.sequence).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn sequence<T0>(self, value: T0) -> TickBuilder<(T0,)>
            where
                T0: ::planus::WriteAsDefault<u64, u64>,
            {
                TickBuilder((value,))
            }

            /// Sets the [`sequence` field](Tick#structfield.sequence) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn sequence_as_default(self) -> TickBuilder<(::planus::DefaultValue,)> {
                self.sequence(::planus::DefaultValue)
            }
        }

        impl<T0> TickBuilder<(T0,)> {
            /// Setter for the [`at` field](Tick#structfield.at).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn at<T1>(self, value: T1) -> TickBuilder<(T0, T1)>
            where
                T1: ::planus::WriteAsDefault<i64, i64>,
            {
                let (v0,) = self.0;
                TickBuilder((v0, value))
            }

            /// Sets the [`at` field](Tick#structfield.at) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn at_as_default(self) -> TickBuilder<(T0, ::planus::DefaultValue)> {
                self.at(::planus::DefaultValue)
            }
        }

        impl<T0, T1> TickBuilder<(T0, T1)> {
            /// Setter for the [`instrument` field](Tick#structfield.instrument).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn instrument<T2>(self, value: T2) -> TickBuilder<(T0, T1, T2)>
            where
                T2: ::planus::WriteAsDefault<u32, u32>,
            {
                let (v0, v1) = self.0;
                TickBuilder((v0, v1, value))
            }

            /// Sets the [`instrument` field](Tick#structfield.instrument) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn instrument_as_default(self) -> TickBuilder<(T0, T1, ::planus::DefaultValue)> {
                self.instrument(::planus::DefaultValue)
            }
        }

        impl<T0, T1, T2> TickBuilder<(T0, T1, T2)> {
            /// Setter for the [`action` field](Tick#structfield.action).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn action<T3>(self, value: T3) -> TickBuilder<(T0, T1, T2, T3)>
            where
                T3: ::planus::WriteAsDefault<self::Action, self::Action>,
            {
                let (v0, v1, v2) = self.0;
                TickBuilder((v0, v1, v2, value))
            }

            /// Sets the [`action` field](Tick#structfield.action) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn action_as_default(self) -> TickBuilder<(T0, T1, T2, ::planus::DefaultValue)> {
                self.action(::planus::DefaultValue)
            }
        }

        impl<T0, T1, T2, T3> TickBuilder<(T0, T1, T2, T3)> {
            /// Setter for the [`side` field](Tick#structfield.side).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn side<T4>(self, value: T4) -> TickBuilder<(T0, T1, T2, T3, T4)>
            where
                T4: ::planus::WriteAsDefault<self::Side, self::Side>,
            {
                let (v0, v1, v2, v3) = self.0;
                TickBuilder((v0, v1, v2, v3, value))
            }

            /// Sets the [`side` field](Tick#structfield.side) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn side_as_default(self) -> TickBuilder<(T0, T1, T2, T3, ::planus::DefaultValue)> {
                self.side(::planus::DefaultValue)
            }
        }

        impl<T0, T1, T2, T3, T4> TickBuilder<(T0, T1, T2, T3, T4)> {
            /// Setter for the [`price` field](Tick#structfield.price).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn price<T5>(self, value: T5) -> TickBuilder<(T0, T1, T2, T3, T4, T5)>
            where
                T5: ::planus::WriteAsDefault<i64, i64>,
            {
                let (v0, v1, v2, v3, v4) = self.0;
                TickBuilder((v0, v1, v2, v3, v4, value))
            }

            /// Sets the [`price` field](Tick#structfield.price) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn price_as_default(
                self,
            ) -> TickBuilder<(T0, T1, T2, T3, T4, ::planus::DefaultValue)> {
                self.price(::planus::DefaultValue)
            }
        }

        impl<T0, T1, T2, T3, T4, T5> TickBuilder<(T0, T1, T2, T3, T4, T5)> {
            /// Setter for the [`quantity` field](Tick#structfield.quantity).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn quantity<T6>(self, value: T6) -> TickBuilder<(T0, T1, T2, T3, T4, T5, T6)>
            where
                T6: ::planus::WriteAsDefault<u32, u32>,
            {
                let (v0, v1, v2, v3, v4, v5) = self.0;
                TickBuilder((v0, v1, v2, v3, v4, v5, value))
            }

            /// Sets the [`quantity` field](Tick#structfield.quantity) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn quantity_as_default(
                self,
            ) -> TickBuilder<(T0, T1, T2, T3, T4, T5, ::planus::DefaultValue)> {
                self.quantity(::planus::DefaultValue)
            }
        }

        impl<T0, T1, T2, T3, T4, T5, T6> TickBuilder<(T0, T1, T2, T3, T4, T5, T6)> {
            /// Setter for the [`order_id` field](Tick#structfield.order_id).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn order_id<T7>(self, value: T7) -> TickBuilder<(T0, T1, T2, T3, T4, T5, T6, T7)>
            where
                T7: ::planus::WriteAsDefault<u64, u64>,
            {
                let (v0, v1, v2, v3, v4, v5, v6) = self.0;
                TickBuilder((v0, v1, v2, v3, v4, v5, v6, value))
            }

            /// Sets the [`order_id` field](Tick#structfield.order_id) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn order_id_as_default(
                self,
            ) -> TickBuilder<(T0, T1, T2, T3, T4, T5, T6, ::planus::DefaultValue)> {
                self.order_id(::planus::DefaultValue)
            }
        }

        impl<T0, T1, T2, T3, T4, T5, T6, T7> TickBuilder<(T0, T1, T2, T3, T4, T5, T6, T7)> {
            /// Finish writing the builder to get an [Offset](::planus::Offset) to a serialized [Tick].
            #[inline]
            pub fn finish(self, builder: &mut ::planus::Builder) -> ::planus::Offset<Tick>
            where
                Self: ::planus::WriteAsOffset<Tick>,
            {
                ::planus::WriteAsOffset::prepare(&self, builder)
            }
        }

        impl<
                T0: ::planus::WriteAsDefault<u64, u64>,
                T1: ::planus::WriteAsDefault<i64, i64>,
                T2: ::planus::WriteAsDefault<u32, u32>,
                T3: ::planus::WriteAsDefault<self::Action, self::Action>,
                T4: ::planus::WriteAsDefault<self::Side, self::Side>,
                T5: ::planus::WriteAsDefault<i64, i64>,
                T6: ::planus::WriteAsDefault<u32, u32>,
                T7: ::planus::WriteAsDefault<u64, u64>,
            > ::planus::WriteAs<::planus::Offset<Tick>>
            for TickBuilder<(T0, T1, T2, T3, T4, T5, T6, T7)>
        {
            type Prepared = ::planus::Offset<Tick>;

            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Tick> {
                ::planus::WriteAsOffset::prepare(self, builder)
            }
        }

        impl<
                T0: ::planus::WriteAsDefault<u64, u64>,
                T1: ::planus::WriteAsDefault<i64, i64>,
                T2: ::planus::WriteAsDefault<u32, u32>,
                T3: ::planus::WriteAsDefault<self::Action, self::Action>,
                T4: ::planus::WriteAsDefault<self::Side, self::Side>,
                T5: ::planus::WriteAsDefault<i64, i64>,
                T6: ::planus::WriteAsDefault<u32, u32>,
                T7: ::planus::WriteAsDefault<u64, u64>,
            > ::planus::WriteAsOptional<::planus::Offset<Tick>>
            for TickBuilder<(T0, T1, T2, T3, T4, T5, T6, T7)>
        {
            type Prepared = ::planus::Offset<Tick>;

            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::Offset<Tick>> {
                ::core::option::Option::Some(::planus::WriteAsOffset::prepare(self, builder))
            }
        }

        impl<
                T0: ::planus::WriteAsDefault<u64, u64>,
                T1: ::planus::WriteAsDefault<i64, i64>,
                T2: ::planus::WriteAsDefault<u32, u32>,
                T3: ::planus::WriteAsDefault<self::Action, self::Action>,
                T4: ::planus::WriteAsDefault<self::Side, self::Side>,
                T5: ::planus::WriteAsDefault<i64, i64>,
                T6: ::planus::WriteAsDefault<u32, u32>,
                T7: ::planus::WriteAsDefault<u64, u64>,
            > ::planus::WriteAsOffset<Tick> for TickBuilder<(T0, T1, T2, T3, T4, T5, T6, T7)>
        {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Tick> {
                let (v0, v1, v2, v3, v4, v5, v6, v7) = &self.0;
                Tick::create(builder, v0, v1, v2, v3, v4, v5, v6, v7)
            }
        }

        /// Reference to a deserialized [Tick].
        #[derive(Copy, Clone)]
        pub struct TickRef<'a>(#[allow(dead_code)] ::planus::table_reader::Table<'a>);

        impl<'a> TickRef<'a> {
            /// Getter for the [`sequence` field](Tick#structfield.sequence).
            #[inline]
            pub fn sequence(&self) -> ::planus::Result<u64> {
                ::core::result::Result::Ok(self.0.access(0, "Tick", "sequence")?.unwrap_or(0))
            }

            /// Getter for the [`at` field](Tick#structfield.at).
            #[inline]
            pub fn at(&self) -> ::planus::Result<i64> {
                ::core::result::Result::Ok(self.0.access(1, "Tick", "at")?.unwrap_or(0))
            }

            /// Getter for the [`instrument` field](Tick#structfield.instrument).
            #[inline]
            pub fn instrument(&self) -> ::planus::Result<u32> {
                ::core::result::Result::Ok(self.0.access(2, "Tick", "instrument")?.unwrap_or(0))
            }

            /// Getter for the [`action` field](Tick#structfield.action).
            #[inline]
            pub fn action(&self) -> ::planus::Result<self::Action> {
                ::core::result::Result::Ok(
                    self.0
                        .access(3, "Tick", "action")?
                        .unwrap_or(self::Action::Unspecified),
                )
            }

            /// Getter for the [`side` field](Tick#structfield.side).
            #[inline]
            pub fn side(&self) -> ::planus::Result<self::Side> {
                ::core::result::Result::Ok(
                    self.0
                        .access(4, "Tick", "side")?
                        .unwrap_or(self::Side::Unspecified),
                )
            }

            /// Getter for the [`price` field](Tick#structfield.price).
            #[inline]
            pub fn price(&self) -> ::planus::Result<i64> {
                ::core::result::Result::Ok(self.0.access(5, "Tick", "price")?.unwrap_or(0))
            }

            /// Getter for the [`quantity` field](Tick#structfield.quantity).
            #[inline]
            pub fn quantity(&self) -> ::planus::Result<u32> {
                ::core::result::Result::Ok(self.0.access(6, "Tick", "quantity")?.unwrap_or(0))
            }

            /// Getter for the [`order_id` field](Tick#structfield.order_id).
            #[inline]
            pub fn order_id(&self) -> ::planus::Result<u64> {
                ::core::result::Result::Ok(self.0.access(7, "Tick", "order_id")?.unwrap_or(0))
            }
        }

        impl<'a> ::core::fmt::Debug for TickRef<'a> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                let mut f = f.debug_struct("TickRef");
                f.field("sequence", &self.sequence());
                f.field("at", &self.at());
                f.field("instrument", &self.instrument());
                f.field("action", &self.action());
                f.field("side", &self.side());
                f.field("price", &self.price());
                f.field("quantity", &self.quantity());
                f.field("order_id", &self.order_id());
                f.finish()
            }
        }

        impl<'a> ::core::convert::TryFrom<TickRef<'a>> for Tick {
            type Error = ::planus::Error;

            #[allow(unreachable_code)]
            fn try_from(value: TickRef<'a>) -> ::planus::Result<Self> {
                ::core::result::Result::Ok(Self {
                    sequence: ::core::convert::TryInto::try_into(value.sequence()?)?,
                    at: ::core::convert::TryInto::try_into(value.at()?)?,
                    instrument: ::core::convert::TryInto::try_into(value.instrument()?)?,
                    action: ::core::convert::TryInto::try_into(value.action()?)?,
                    side: ::core::convert::TryInto::try_into(value.side()?)?,
                    price: ::core::convert::TryInto::try_into(value.price()?)?,
                    quantity: ::core::convert::TryInto::try_into(value.quantity()?)?,
                    order_id: ::core::convert::TryInto::try_into(value.order_id()?)?,
                })
            }
        }

        impl<'a> ::planus::TableRead<'a> for TickRef<'a> {
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

        impl<'a> ::planus::VectorReadInner<'a> for TickRef<'a> {
            type Error = ::planus::Error;
            const STRIDE: usize = 4;

            unsafe fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'a>,
                offset: usize,
            ) -> ::planus::Result<Self> {
                ::planus::TableRead::from_buffer(buffer, offset).map_err(|error_kind| {
                    error_kind.with_error_location("[TickRef]", "get", buffer.offset_from_start)
                })
            }
        }

        /// # Safety
        /// The planus compiler generates implementations that initialize
        /// the bytes in `write_values`.
        unsafe impl ::planus::VectorWrite<::planus::Offset<Tick>> for Tick {
            type Value = ::planus::Offset<Tick>;
            const STRIDE: usize = 4;
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> Self::Value {
                ::planus::WriteAs::prepare(self, builder)
            }

            #[inline]
            unsafe fn write_values(
                values: &[::planus::Offset<Tick>],
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

        impl<'a> ::planus::ReadAsRoot<'a> for TickRef<'a> {
            fn read_as_root(slice: &'a [u8]) -> ::planus::Result<Self> {
                ::planus::TableRead::from_buffer(
                    ::planus::SliceWithStartOffset {
                        buffer: slice,
                        offset_from_start: 0,
                    },
                    0,
                )
                .map_err(|error_kind| {
                    error_kind.with_error_location("[TickRef]", "read_as_root", 0)
                })
            }
        }

        /// The table `Ticks` in the namespace `market`
        ///
        /// Generated from these locations:
        /// * Table `Ticks` in the file `market.fbs:17`
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
        pub struct Ticks {
            /// The field `ticks` in the table `Ticks`
            pub ticks: ::planus::alloc::vec::Vec<self::Tick>,
        }

        #[allow(clippy::derivable_impls)]
        impl ::core::default::Default for Ticks {
            fn default() -> Self {
                Self {
                    ticks: ::core::default::Default::default(),
                }
            }
        }

        impl Ticks {
            /// Creates a [TicksBuilder] for serializing an instance of this table.
            #[inline]
            pub fn builder() -> TicksBuilder<()> {
                TicksBuilder(())
            }

            #[allow(clippy::too_many_arguments)]
            pub fn create(
                builder: &mut ::planus::Builder,
                field_ticks: impl ::planus::WriteAs<::planus::Offset<[::planus::Offset<self::Tick>]>>,
            ) -> ::planus::Offset<Self> {
                let prepared_ticks = field_ticks.prepare(builder);

                let mut table_writer: ::planus::table_writer::TableWriter<6> =
                    ::core::default::Default::default();
                table_writer.write_entry::<::planus::Offset<[::planus::Offset<self::Tick>]>>(0);

                unsafe {
                    table_writer.finish(builder, |object_writer| {
                        object_writer.write::<_, _, 4>(&prepared_ticks);
                    });
                }
                builder.current_offset()
            }
        }

        impl ::planus::WriteAs<::planus::Offset<Ticks>> for Ticks {
            type Prepared = ::planus::Offset<Self>;

            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Ticks> {
                ::planus::WriteAsOffset::prepare(self, builder)
            }
        }

        impl ::planus::WriteAsOptional<::planus::Offset<Ticks>> for Ticks {
            type Prepared = ::planus::Offset<Self>;

            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::Offset<Ticks>> {
                ::core::option::Option::Some(::planus::WriteAsOffset::prepare(self, builder))
            }
        }

        impl ::planus::WriteAsOffset<Ticks> for Ticks {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Ticks> {
                Ticks::create(builder, &self.ticks)
            }
        }

        /// Builder for serializing an instance of the [Ticks] type.
        ///
        /// Can be created using the [Ticks::builder] method.
        #[derive(Debug)]
        #[must_use]
        pub struct TicksBuilder<State>(State);

        impl TicksBuilder<()> {
            /// Setter for the [`ticks` field](Ticks#structfield.ticks).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn ticks<T0>(self, value: T0) -> TicksBuilder<(T0,)>
            where
                T0: ::planus::WriteAs<::planus::Offset<[::planus::Offset<self::Tick>]>>,
            {
                TicksBuilder((value,))
            }
        }

        impl<T0> TicksBuilder<(T0,)> {
            /// Finish writing the builder to get an [Offset](::planus::Offset) to a serialized [Ticks].
            #[inline]
            pub fn finish(self, builder: &mut ::planus::Builder) -> ::planus::Offset<Ticks>
            where
                Self: ::planus::WriteAsOffset<Ticks>,
            {
                ::planus::WriteAsOffset::prepare(&self, builder)
            }
        }

        impl<T0: ::planus::WriteAs<::planus::Offset<[::planus::Offset<self::Tick>]>>>
            ::planus::WriteAs<::planus::Offset<Ticks>> for TicksBuilder<(T0,)>
        {
            type Prepared = ::planus::Offset<Ticks>;

            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Ticks> {
                ::planus::WriteAsOffset::prepare(self, builder)
            }
        }

        impl<T0: ::planus::WriteAs<::planus::Offset<[::planus::Offset<self::Tick>]>>>
            ::planus::WriteAsOptional<::planus::Offset<Ticks>> for TicksBuilder<(T0,)>
        {
            type Prepared = ::planus::Offset<Ticks>;

            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::Offset<Ticks>> {
                ::core::option::Option::Some(::planus::WriteAsOffset::prepare(self, builder))
            }
        }

        impl<T0: ::planus::WriteAs<::planus::Offset<[::planus::Offset<self::Tick>]>>>
            ::planus::WriteAsOffset<Ticks> for TicksBuilder<(T0,)>
        {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Ticks> {
                let (v0,) = &self.0;
                Ticks::create(builder, v0)
            }
        }

        /// Reference to a deserialized [Ticks].
        #[derive(Copy, Clone)]
        pub struct TicksRef<'a>(#[allow(dead_code)] ::planus::table_reader::Table<'a>);

        impl<'a> TicksRef<'a> {
            /// Getter for the [`ticks` field](Ticks#structfield.ticks).
            #[inline]
            pub fn ticks(
                &self,
            ) -> ::planus::Result<::planus::Vector<'a, ::planus::Result<self::TickRef<'a>>>>
            {
                self.0.access_required(0, "Ticks", "ticks")
            }
        }

        impl<'a> ::core::fmt::Debug for TicksRef<'a> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                let mut f = f.debug_struct("TicksRef");
                f.field("ticks", &self.ticks());
                f.finish()
            }
        }

        impl<'a> ::core::convert::TryFrom<TicksRef<'a>> for Ticks {
            type Error = ::planus::Error;

            #[allow(unreachable_code)]
            fn try_from(value: TicksRef<'a>) -> ::planus::Result<Self> {
                ::core::result::Result::Ok(Self {
                    ticks: value.ticks()?.to_vec_result()?,
                })
            }
        }

        impl<'a> ::planus::TableRead<'a> for TicksRef<'a> {
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

        impl<'a> ::planus::VectorReadInner<'a> for TicksRef<'a> {
            type Error = ::planus::Error;
            const STRIDE: usize = 4;

            unsafe fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'a>,
                offset: usize,
            ) -> ::planus::Result<Self> {
                ::planus::TableRead::from_buffer(buffer, offset).map_err(|error_kind| {
                    error_kind.with_error_location("[TicksRef]", "get", buffer.offset_from_start)
                })
            }
        }

        /// # Safety
        /// The planus compiler generates implementations that initialize
        /// the bytes in `write_values`.
        unsafe impl ::planus::VectorWrite<::planus::Offset<Ticks>> for Ticks {
            type Value = ::planus::Offset<Ticks>;
            const STRIDE: usize = 4;
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> Self::Value {
                ::planus::WriteAs::prepare(self, builder)
            }

            #[inline]
            unsafe fn write_values(
                values: &[::planus::Offset<Ticks>],
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

        impl<'a> ::planus::ReadAsRoot<'a> for TicksRef<'a> {
            fn read_as_root(slice: &'a [u8]) -> ::planus::Result<Self> {
                ::planus::TableRead::from_buffer(
                    ::planus::SliceWithStartOffset {
                        buffer: slice,
                        offset_from_start: 0,
                    },
                    0,
                )
                .map_err(|error_kind| {
                    error_kind.with_error_location("[TicksRef]", "read_as_root", 0)
                })
            }
        }
    }
}
