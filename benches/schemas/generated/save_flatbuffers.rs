pub use root::*;

const _: () = ::planus::check_version_compatibility("planus-1.3.0");

/// The root namespace
///
/// Generated from these locations:
/// * File `save.fbs`
#[no_implicit_prelude]
#[allow(clippy::needless_lifetimes)]
mod root {
    /// The namespace `save`
    ///
    /// Generated from these locations:
    /// * File `save.fbs`
    pub mod save {
        /// The enum `GameMode` in the namespace `save`
        ///
        /// Generated from these locations:
        /// * Enum `GameMode` in the file `save.fbs:3`
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
        pub enum GameMode {
            /// The variant `Survival` in the enum `GameMode`
            Survival = 0,

            /// The variant `Creative` in the enum `GameMode`
            Creative = 1,

            /// The variant `Adventure` in the enum `GameMode`
            Adventure = 2,

            /// The variant `Spectator` in the enum `GameMode`
            Spectator = 3,
        }

        impl GameMode {
            /// Array containing all valid variants of GameMode
            pub const ENUM_VALUES: [Self; 4] = [
                Self::Survival,
                Self::Creative,
                Self::Adventure,
                Self::Spectator,
            ];
        }

        impl ::core::convert::TryFrom<u8> for GameMode {
            type Error = ::planus::errors::UnknownEnumTagKind;
            #[inline]
            fn try_from(
                value: u8,
            ) -> ::core::result::Result<Self, ::planus::errors::UnknownEnumTagKind> {
                #[allow(clippy::match_single_binding)]
                match value {
                    0 => ::core::result::Result::Ok(GameMode::Survival),
                    1 => ::core::result::Result::Ok(GameMode::Creative),
                    2 => ::core::result::Result::Ok(GameMode::Adventure),
                    3 => ::core::result::Result::Ok(GameMode::Spectator),

                    _ => ::core::result::Result::Err(::planus::errors::UnknownEnumTagKind {
                        tag: value as i128,
                    }),
                }
            }
        }

        impl ::core::convert::From<GameMode> for u8 {
            #[inline]
            fn from(value: GameMode) -> Self {
                value as u8
            }
        }

        /// # Safety
        /// The Planus compiler correctly calculates `ALIGNMENT` and `SIZE`.
        unsafe impl ::planus::Primitive for GameMode {
            const ALIGNMENT: usize = 1;
            const SIZE: usize = 1;
        }

        impl ::planus::WriteAsPrimitive<GameMode> for GameMode {
            #[inline]
            fn write<const N: usize>(&self, cursor: ::planus::Cursor<'_, N>, buffer_position: u32) {
                (*self as u8).write(cursor, buffer_position);
            }
        }

        impl ::planus::WriteAs<GameMode> for GameMode {
            type Prepared = Self;

            #[inline]
            fn prepare(&self, _builder: &mut ::planus::Builder) -> GameMode {
                *self
            }
        }

        impl ::planus::WriteAsDefault<GameMode, GameMode> for GameMode {
            type Prepared = Self;

            #[inline]
            fn prepare(
                &self,
                _builder: &mut ::planus::Builder,
                default: &GameMode,
            ) -> ::core::option::Option<GameMode> {
                if self == default {
                    ::core::option::Option::None
                } else {
                    ::core::option::Option::Some(*self)
                }
            }
        }

        impl ::planus::WriteAsOptional<GameMode> for GameMode {
            type Prepared = Self;

            #[inline]
            fn prepare(
                &self,
                _builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<GameMode> {
                ::core::option::Option::Some(*self)
            }
        }

        impl<'buf> ::planus::TableRead<'buf> for GameMode {
            #[inline]
            fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'buf>,
                offset: usize,
            ) -> ::core::result::Result<Self, ::planus::errors::ErrorKind> {
                let n: u8 = ::planus::TableRead::from_buffer(buffer, offset)?;
                ::core::result::Result::Ok(::core::convert::TryInto::try_into(n)?)
            }
        }

        impl<'buf> ::planus::VectorReadInner<'buf> for GameMode {
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
                        "GameMode",
                        "VectorRead::from_buffer",
                        buffer.offset_from_start,
                    )
                })
            }
        }

        /// # Safety
        /// The planus compiler generates implementations that initialize
        /// the bytes in `write_values`.
        unsafe impl ::planus::VectorWrite<GameMode> for GameMode {
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

        /// The struct `Vector3` in the namespace `save`
        ///
        /// Generated from these locations:
        /// * Struct `Vector3` in the file `save.fbs:5`
        #[derive(
            Copy,
            Clone,
            Debug,
            PartialEq,
            PartialOrd,
            Default,
            ::serde::Serialize,
            ::serde::Deserialize,
        )]
        pub struct Vector3 {
            /// The field `x` in the struct `Vector3`
            pub x: f64,

            /// The field `y` in the struct `Vector3`
            pub y: f64,

            /// The field `z` in the struct `Vector3`
            pub z: f64,
        }

        /// # Safety
        /// The Planus compiler correctly calculates `ALIGNMENT` and `SIZE`.
        unsafe impl ::planus::Primitive for Vector3 {
            const ALIGNMENT: usize = 8;
            const SIZE: usize = 24;
        }

        #[allow(clippy::identity_op)]
        impl ::planus::WriteAsPrimitive<Vector3> for Vector3 {
            #[inline]
            fn write<const N: usize>(&self, cursor: ::planus::Cursor<'_, N>, buffer_position: u32) {
                let (cur, cursor) = cursor.split::<8, 16>();
                self.x.write(cur, buffer_position - 0);
                let (cur, cursor) = cursor.split::<8, 8>();
                self.y.write(cur, buffer_position - 8);
                let (cur, cursor) = cursor.split::<8, 0>();
                self.z.write(cur, buffer_position - 16);
                cursor.finish([]);
            }
        }

        impl ::planus::WriteAsOffset<Vector3> for Vector3 {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Vector3> {
                unsafe {
                    builder.write_with(24, 7, |buffer_position, bytes| {
                        let bytes = bytes.as_mut_ptr();

                        ::planus::WriteAsPrimitive::write(
                            self,
                            ::planus::Cursor::new(
                                &mut *(bytes as *mut [::core::mem::MaybeUninit<u8>; 24]),
                            ),
                            buffer_position,
                        );
                    });
                }
                builder.current_offset()
            }
        }

        impl ::planus::WriteAs<Vector3> for Vector3 {
            type Prepared = Self;
            #[inline]
            fn prepare(&self, _builder: &mut ::planus::Builder) -> Self {
                *self
            }
        }

        impl ::planus::WriteAsOptional<Vector3> for Vector3 {
            type Prepared = Self;
            #[inline]
            fn prepare(&self, _builder: &mut ::planus::Builder) -> ::core::option::Option<Self> {
                ::core::option::Option::Some(*self)
            }
        }

        /// Reference to a deserialized [Vector3].
        #[derive(Copy, Clone)]
        pub struct Vector3Ref<'a>(::planus::ArrayWithStartOffset<'a, 24>);

        impl<'a> Vector3Ref<'a> {
            /// Getter for the [`x` field](Vector3#structfield.x).
            pub fn x(&self) -> f64 {
                let buffer = self.0.advance_as_array::<8>(0).unwrap();

                f64::from_le_bytes(*buffer.as_array())
            }

            /// Getter for the [`y` field](Vector3#structfield.y).
            pub fn y(&self) -> f64 {
                let buffer = self.0.advance_as_array::<8>(8).unwrap();

                f64::from_le_bytes(*buffer.as_array())
            }

            /// Getter for the [`z` field](Vector3#structfield.z).
            pub fn z(&self) -> f64 {
                let buffer = self.0.advance_as_array::<8>(16).unwrap();

                f64::from_le_bytes(*buffer.as_array())
            }
        }

        impl<'a> ::core::fmt::Debug for Vector3Ref<'a> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                let mut f = f.debug_struct("Vector3Ref");
                f.field("x", &self.x());
                f.field("y", &self.y());
                f.field("z", &self.z());
                f.finish()
            }
        }

        impl<'a> ::core::convert::From<::planus::ArrayWithStartOffset<'a, 24>> for Vector3Ref<'a> {
            fn from(array: ::planus::ArrayWithStartOffset<'a, 24>) -> Self {
                Self(array)
            }
        }

        impl<'a> ::core::convert::From<Vector3Ref<'a>> for Vector3 {
            #[allow(unreachable_code)]
            fn from(value: Vector3Ref<'a>) -> Self {
                Self {
                    x: value.x(),
                    y: value.y(),
                    z: value.z(),
                }
            }
        }

        impl<'a, 'b> ::core::cmp::PartialEq<Vector3Ref<'a>> for Vector3Ref<'b> {
            fn eq(&self, other: &Vector3Ref<'_>) -> bool {
                self.x() == other.x() && self.y() == other.y() && self.z() == other.z()
            }
        }

        impl<'a, 'b> ::core::cmp::PartialOrd<Vector3Ref<'a>> for Vector3Ref<'b> {
            fn partial_cmp(
                &self,
                other: &Vector3Ref<'_>,
            ) -> ::core::option::Option<::core::cmp::Ordering> {
                match self.x().partial_cmp(&other.x()) {
                    ::core::option::Option::Some(::core::cmp::Ordering::Equal) => (),
                    o => return o,
                }

                match self.y().partial_cmp(&other.y()) {
                    ::core::option::Option::Some(::core::cmp::Ordering::Equal) => (),
                    o => return o,
                }

                self.z().partial_cmp(&other.z())
            }
        }

        impl<'a> ::planus::TableRead<'a> for Vector3Ref<'a> {
            #[inline]
            fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'a>,
                offset: usize,
            ) -> ::core::result::Result<Self, ::planus::errors::ErrorKind> {
                let buffer = buffer.advance_as_array::<24>(offset)?;
                ::core::result::Result::Ok(Self(buffer))
            }
        }

        impl<'a> ::planus::VectorRead<'a> for Vector3Ref<'a> {
            const STRIDE: usize = 24;

            #[inline]
            unsafe fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'a>,
                offset: usize,
            ) -> Self {
                Self(unsafe { buffer.unchecked_advance_as_array(offset) })
            }
        }

        /// # Safety
        /// The planus compiler generates implementations that initialize
        /// the bytes in `write_values`.
        unsafe impl ::planus::VectorWrite<Vector3> for Vector3 {
            const STRIDE: usize = 24;

            type Value = Vector3;

            #[inline]
            fn prepare(&self, _builder: &mut ::planus::Builder) -> Self::Value {
                *self
            }

            #[inline]
            unsafe fn write_values(
                values: &[Vector3],
                bytes: *mut ::core::mem::MaybeUninit<u8>,
                buffer_position: u32,
            ) {
                let bytes = bytes as *mut [::core::mem::MaybeUninit<u8>; 24];
                for (i, v) in ::core::iter::Iterator::enumerate(values.iter()) {
                    ::planus::WriteAsPrimitive::write(
                        v,
                        ::planus::Cursor::new(unsafe { &mut *bytes.add(i) }),
                        buffer_position - (24 * i) as u32,
                    );
                }
            }
        }

        /// The struct `Rotation` in the namespace `save`
        ///
        /// Generated from these locations:
        /// * Struct `Rotation` in the file `save.fbs:6`
        #[derive(
            Copy,
            Clone,
            Debug,
            PartialEq,
            PartialOrd,
            Default,
            ::serde::Serialize,
            ::serde::Deserialize,
        )]
        pub struct Rotation {
            /// The field `yaw` in the struct `Rotation`
            pub yaw: f32,

            /// The field `pitch` in the struct `Rotation`
            pub pitch: f32,
        }

        /// # Safety
        /// The Planus compiler correctly calculates `ALIGNMENT` and `SIZE`.
        unsafe impl ::planus::Primitive for Rotation {
            const ALIGNMENT: usize = 4;
            const SIZE: usize = 8;
        }

        #[allow(clippy::identity_op)]
        impl ::planus::WriteAsPrimitive<Rotation> for Rotation {
            #[inline]
            fn write<const N: usize>(&self, cursor: ::planus::Cursor<'_, N>, buffer_position: u32) {
                let (cur, cursor) = cursor.split::<4, 4>();
                self.yaw.write(cur, buffer_position - 0);
                let (cur, cursor) = cursor.split::<4, 0>();
                self.pitch.write(cur, buffer_position - 4);
                cursor.finish([]);
            }
        }

        impl ::planus::WriteAsOffset<Rotation> for Rotation {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Rotation> {
                unsafe {
                    builder.write_with(8, 3, |buffer_position, bytes| {
                        let bytes = bytes.as_mut_ptr();

                        ::planus::WriteAsPrimitive::write(
                            self,
                            ::planus::Cursor::new(
                                &mut *(bytes as *mut [::core::mem::MaybeUninit<u8>; 8]),
                            ),
                            buffer_position,
                        );
                    });
                }
                builder.current_offset()
            }
        }

        impl ::planus::WriteAs<Rotation> for Rotation {
            type Prepared = Self;
            #[inline]
            fn prepare(&self, _builder: &mut ::planus::Builder) -> Self {
                *self
            }
        }

        impl ::planus::WriteAsOptional<Rotation> for Rotation {
            type Prepared = Self;
            #[inline]
            fn prepare(&self, _builder: &mut ::planus::Builder) -> ::core::option::Option<Self> {
                ::core::option::Option::Some(*self)
            }
        }

        /// Reference to a deserialized [Rotation].
        #[derive(Copy, Clone)]
        pub struct RotationRef<'a>(::planus::ArrayWithStartOffset<'a, 8>);

        impl<'a> RotationRef<'a> {
            /// Getter for the [`yaw` field](Rotation#structfield.yaw).
            pub fn yaw(&self) -> f32 {
                let buffer = self.0.advance_as_array::<4>(0).unwrap();

                f32::from_le_bytes(*buffer.as_array())
            }

            /// Getter for the [`pitch` field](Rotation#structfield.pitch).
            pub fn pitch(&self) -> f32 {
                let buffer = self.0.advance_as_array::<4>(4).unwrap();

                f32::from_le_bytes(*buffer.as_array())
            }
        }

        impl<'a> ::core::fmt::Debug for RotationRef<'a> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                let mut f = f.debug_struct("RotationRef");
                f.field("yaw", &self.yaw());
                f.field("pitch", &self.pitch());
                f.finish()
            }
        }

        impl<'a> ::core::convert::From<::planus::ArrayWithStartOffset<'a, 8>> for RotationRef<'a> {
            fn from(array: ::planus::ArrayWithStartOffset<'a, 8>) -> Self {
                Self(array)
            }
        }

        impl<'a> ::core::convert::From<RotationRef<'a>> for Rotation {
            #[allow(unreachable_code)]
            fn from(value: RotationRef<'a>) -> Self {
                Self {
                    yaw: value.yaw(),
                    pitch: value.pitch(),
                }
            }
        }

        impl<'a, 'b> ::core::cmp::PartialEq<RotationRef<'a>> for RotationRef<'b> {
            fn eq(&self, other: &RotationRef<'_>) -> bool {
                self.yaw() == other.yaw() && self.pitch() == other.pitch()
            }
        }

        impl<'a, 'b> ::core::cmp::PartialOrd<RotationRef<'a>> for RotationRef<'b> {
            fn partial_cmp(
                &self,
                other: &RotationRef<'_>,
            ) -> ::core::option::Option<::core::cmp::Ordering> {
                match self.yaw().partial_cmp(&other.yaw()) {
                    ::core::option::Option::Some(::core::cmp::Ordering::Equal) => (),
                    o => return o,
                }

                self.pitch().partial_cmp(&other.pitch())
            }
        }

        impl<'a> ::planus::TableRead<'a> for RotationRef<'a> {
            #[inline]
            fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'a>,
                offset: usize,
            ) -> ::core::result::Result<Self, ::planus::errors::ErrorKind> {
                let buffer = buffer.advance_as_array::<8>(offset)?;
                ::core::result::Result::Ok(Self(buffer))
            }
        }

        impl<'a> ::planus::VectorRead<'a> for RotationRef<'a> {
            const STRIDE: usize = 8;

            #[inline]
            unsafe fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'a>,
                offset: usize,
            ) -> Self {
                Self(unsafe { buffer.unchecked_advance_as_array(offset) })
            }
        }

        /// # Safety
        /// The planus compiler generates implementations that initialize
        /// the bytes in `write_values`.
        unsafe impl ::planus::VectorWrite<Rotation> for Rotation {
            const STRIDE: usize = 8;

            type Value = Rotation;

            #[inline]
            fn prepare(&self, _builder: &mut ::planus::Builder) -> Self::Value {
                *self
            }

            #[inline]
            unsafe fn write_values(
                values: &[Rotation],
                bytes: *mut ::core::mem::MaybeUninit<u8>,
                buffer_position: u32,
            ) {
                let bytes = bytes as *mut [::core::mem::MaybeUninit<u8>; 8];
                for (i, v) in ::core::iter::Iterator::enumerate(values.iter()) {
                    ::planus::WriteAsPrimitive::write(
                        v,
                        ::planus::Cursor::new(unsafe { &mut *bytes.add(i) }),
                        buffer_position - (8 * i) as u32,
                    );
                }
            }
        }

        /// The struct `Uuid` in the namespace `save`
        ///
        /// Generated from these locations:
        /// * Struct `Uuid` in the file `save.fbs:7`
        #[derive(
            Copy,
            Clone,
            Debug,
            PartialEq,
            PartialOrd,
            Eq,
            Ord,
            Hash,
            Default,
            ::serde::Serialize,
            ::serde::Deserialize,
        )]
        pub struct Uuid {
            /// The field `a` in the struct `Uuid`
            pub a: u32,

            /// The field `b` in the struct `Uuid`
            pub b: u32,

            /// The field `c` in the struct `Uuid`
            pub c: u32,

            /// The field `d` in the struct `Uuid`
            pub d: u32,
        }

        /// # Safety
        /// The Planus compiler correctly calculates `ALIGNMENT` and `SIZE`.
        unsafe impl ::planus::Primitive for Uuid {
            const ALIGNMENT: usize = 4;
            const SIZE: usize = 16;
        }

        #[allow(clippy::identity_op)]
        impl ::planus::WriteAsPrimitive<Uuid> for Uuid {
            #[inline]
            fn write<const N: usize>(&self, cursor: ::planus::Cursor<'_, N>, buffer_position: u32) {
                let (cur, cursor) = cursor.split::<4, 12>();
                self.a.write(cur, buffer_position - 0);
                let (cur, cursor) = cursor.split::<4, 8>();
                self.b.write(cur, buffer_position - 4);
                let (cur, cursor) = cursor.split::<4, 4>();
                self.c.write(cur, buffer_position - 8);
                let (cur, cursor) = cursor.split::<4, 0>();
                self.d.write(cur, buffer_position - 12);
                cursor.finish([]);
            }
        }

        impl ::planus::WriteAsOffset<Uuid> for Uuid {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Uuid> {
                unsafe {
                    builder.write_with(16, 3, |buffer_position, bytes| {
                        let bytes = bytes.as_mut_ptr();

                        ::planus::WriteAsPrimitive::write(
                            self,
                            ::planus::Cursor::new(
                                &mut *(bytes as *mut [::core::mem::MaybeUninit<u8>; 16]),
                            ),
                            buffer_position,
                        );
                    });
                }
                builder.current_offset()
            }
        }

        impl ::planus::WriteAs<Uuid> for Uuid {
            type Prepared = Self;
            #[inline]
            fn prepare(&self, _builder: &mut ::planus::Builder) -> Self {
                *self
            }
        }

        impl ::planus::WriteAsOptional<Uuid> for Uuid {
            type Prepared = Self;
            #[inline]
            fn prepare(&self, _builder: &mut ::planus::Builder) -> ::core::option::Option<Self> {
                ::core::option::Option::Some(*self)
            }
        }

        /// Reference to a deserialized [Uuid].
        #[derive(Copy, Clone)]
        pub struct UuidRef<'a>(::planus::ArrayWithStartOffset<'a, 16>);

        impl<'a> UuidRef<'a> {
            /// Getter for the [`a` field](Uuid#structfield.a).
            pub fn a(&self) -> u32 {
                let buffer = self.0.advance_as_array::<4>(0).unwrap();

                u32::from_le_bytes(*buffer.as_array())
            }

            /// Getter for the [`b` field](Uuid#structfield.b).
            pub fn b(&self) -> u32 {
                let buffer = self.0.advance_as_array::<4>(4).unwrap();

                u32::from_le_bytes(*buffer.as_array())
            }

            /// Getter for the [`c` field](Uuid#structfield.c).
            pub fn c(&self) -> u32 {
                let buffer = self.0.advance_as_array::<4>(8).unwrap();

                u32::from_le_bytes(*buffer.as_array())
            }

            /// Getter for the [`d` field](Uuid#structfield.d).
            pub fn d(&self) -> u32 {
                let buffer = self.0.advance_as_array::<4>(12).unwrap();

                u32::from_le_bytes(*buffer.as_array())
            }
        }

        impl<'a> ::core::fmt::Debug for UuidRef<'a> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                let mut f = f.debug_struct("UuidRef");
                f.field("a", &self.a());
                f.field("b", &self.b());
                f.field("c", &self.c());
                f.field("d", &self.d());
                f.finish()
            }
        }

        impl<'a> ::core::convert::From<::planus::ArrayWithStartOffset<'a, 16>> for UuidRef<'a> {
            fn from(array: ::planus::ArrayWithStartOffset<'a, 16>) -> Self {
                Self(array)
            }
        }

        impl<'a> ::core::convert::From<UuidRef<'a>> for Uuid {
            #[allow(unreachable_code)]
            fn from(value: UuidRef<'a>) -> Self {
                Self {
                    a: value.a(),
                    b: value.b(),
                    c: value.c(),
                    d: value.d(),
                }
            }
        }

        impl<'a, 'b> ::core::cmp::PartialEq<UuidRef<'a>> for UuidRef<'b> {
            fn eq(&self, other: &UuidRef<'_>) -> bool {
                self.a() == other.a()
                    && self.b() == other.b()
                    && self.c() == other.c()
                    && self.d() == other.d()
            }
        }

        impl<'a> ::core::cmp::Eq for UuidRef<'a> {}
        impl<'a, 'b> ::core::cmp::PartialOrd<UuidRef<'a>> for UuidRef<'b> {
            fn partial_cmp(
                &self,
                other: &UuidRef<'_>,
            ) -> ::core::option::Option<::core::cmp::Ordering> {
                ::core::option::Option::Some(::core::cmp::Ord::cmp(self, other))
            }
        }

        impl<'a> ::core::cmp::Ord for UuidRef<'a> {
            fn cmp(&self, other: &UuidRef<'_>) -> ::core::cmp::Ordering {
                self.a()
                    .cmp(&other.a())
                    .then_with(|| self.b().cmp(&other.b()))
                    .then_with(|| self.c().cmp(&other.c()))
                    .then_with(|| self.d().cmp(&other.d()))
            }
        }

        impl<'a> ::core::hash::Hash for UuidRef<'a> {
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                self.a().hash(state);
                self.b().hash(state);
                self.c().hash(state);
                self.d().hash(state);
            }
        }

        impl<'a> ::planus::TableRead<'a> for UuidRef<'a> {
            #[inline]
            fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'a>,
                offset: usize,
            ) -> ::core::result::Result<Self, ::planus::errors::ErrorKind> {
                let buffer = buffer.advance_as_array::<16>(offset)?;
                ::core::result::Result::Ok(Self(buffer))
            }
        }

        impl<'a> ::planus::VectorRead<'a> for UuidRef<'a> {
            const STRIDE: usize = 16;

            #[inline]
            unsafe fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'a>,
                offset: usize,
            ) -> Self {
                Self(unsafe { buffer.unchecked_advance_as_array(offset) })
            }
        }

        /// # Safety
        /// The planus compiler generates implementations that initialize
        /// the bytes in `write_values`.
        unsafe impl ::planus::VectorWrite<Uuid> for Uuid {
            const STRIDE: usize = 16;

            type Value = Uuid;

            #[inline]
            fn prepare(&self, _builder: &mut ::planus::Builder) -> Self::Value {
                *self
            }

            #[inline]
            unsafe fn write_values(
                values: &[Uuid],
                bytes: *mut ::core::mem::MaybeUninit<u8>,
                buffer_position: u32,
            ) {
                let bytes = bytes as *mut [::core::mem::MaybeUninit<u8>; 16];
                for (i, v) in ::core::iter::Iterator::enumerate(values.iter()) {
                    ::planus::WriteAsPrimitive::write(
                        v,
                        ::planus::Cursor::new(unsafe { &mut *bytes.add(i) }),
                        buffer_position - (16 * i) as u32,
                    );
                }
            }
        }

        /// The table `Item` in the namespace `save`
        ///
        /// Generated from these locations:
        /// * Table `Item` in the file `save.fbs:8`
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
        pub struct Item {
            /// The field `count` in the table `Item`
            pub count: i8,
            /// The field `slot` in the table `Item`
            pub slot: u8,
            /// The field `id` in the table `Item`
            pub id: ::planus::alloc::string::String,
        }

        #[allow(clippy::derivable_impls)]
        impl ::core::default::Default for Item {
            fn default() -> Self {
                Self {
                    count: 0,
                    slot: 0,
                    id: ::core::default::Default::default(),
                }
            }
        }

        impl Item {
            /// Creates a [ItemBuilder] for serializing an instance of this table.
            #[inline]
            pub fn builder() -> ItemBuilder<()> {
                ItemBuilder(())
            }

            #[allow(clippy::too_many_arguments)]
            pub fn create(
                builder: &mut ::planus::Builder,
                field_count: impl ::planus::WriteAsDefault<i8, i8>,
                field_slot: impl ::planus::WriteAsDefault<u8, u8>,
                field_id: impl ::planus::WriteAs<::planus::Offset<str>>,
            ) -> ::planus::Offset<Self> {
                let prepared_count = field_count.prepare(builder, &0);
                let prepared_slot = field_slot.prepare(builder, &0);
                let prepared_id = field_id.prepare(builder);

                let mut table_writer: ::planus::table_writer::TableWriter<10> =
                    ::core::default::Default::default();
                table_writer.write_entry::<::planus::Offset<str>>(2);
                if prepared_count.is_some() {
                    table_writer.write_entry::<i8>(0);
                }
                if prepared_slot.is_some() {
                    table_writer.write_entry::<u8>(1);
                }

                unsafe {
                    table_writer.finish(builder, |object_writer| {
                        object_writer.write::<_, _, 4>(&prepared_id);
                        if let ::core::option::Option::Some(prepared_count) = prepared_count {
                            object_writer.write::<_, _, 1>(&prepared_count);
                        }
                        if let ::core::option::Option::Some(prepared_slot) = prepared_slot {
                            object_writer.write::<_, _, 1>(&prepared_slot);
                        }
                    });
                }
                builder.current_offset()
            }
        }

        impl ::planus::WriteAs<::planus::Offset<Item>> for Item {
            type Prepared = ::planus::Offset<Self>;

            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Item> {
                ::planus::WriteAsOffset::prepare(self, builder)
            }
        }

        impl ::planus::WriteAsOptional<::planus::Offset<Item>> for Item {
            type Prepared = ::planus::Offset<Self>;

            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::Offset<Item>> {
                ::core::option::Option::Some(::planus::WriteAsOffset::prepare(self, builder))
            }
        }

        impl ::planus::WriteAsOffset<Item> for Item {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Item> {
                Item::create(builder, self.count, self.slot, &self.id)
            }
        }

        /// Builder for serializing an instance of the [Item] type.
        ///
        /// Can be created using the [Item::builder] method.
        #[derive(Debug)]
        #[must_use]
        pub struct ItemBuilder<State>(State);

        impl ItemBuilder<()> {
            /// Setter for the [`count` field](Item#structfield.count).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn count<T0>(self, value: T0) -> ItemBuilder<(T0,)>
            where
                T0: ::planus::WriteAsDefault<i8, i8>,
            {
                ItemBuilder((value,))
            }

            /// Sets the [`count` field](Item#structfield.count) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn count_as_default(self) -> ItemBuilder<(::planus::DefaultValue,)> {
                self.count(::planus::DefaultValue)
            }
        }

        impl<T0> ItemBuilder<(T0,)> {
            /// Setter for the [`slot` field](Item#structfield.slot).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn slot<T1>(self, value: T1) -> ItemBuilder<(T0, T1)>
            where
                T1: ::planus::WriteAsDefault<u8, u8>,
            {
                let (v0,) = self.0;
                ItemBuilder((v0, value))
            }

            /// Sets the [`slot` field](Item#structfield.slot) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn slot_as_default(self) -> ItemBuilder<(T0, ::planus::DefaultValue)> {
                self.slot(::planus::DefaultValue)
            }
        }

        impl<T0, T1> ItemBuilder<(T0, T1)> {
            /// Setter for the [`id` field](Item#structfield.id).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn id<T2>(self, value: T2) -> ItemBuilder<(T0, T1, T2)>
            where
                T2: ::planus::WriteAs<::planus::Offset<str>>,
            {
                let (v0, v1) = self.0;
                ItemBuilder((v0, v1, value))
            }
        }

        impl<T0, T1, T2> ItemBuilder<(T0, T1, T2)> {
            /// Finish writing the builder to get an [Offset](::planus::Offset) to a serialized [Item].
            #[inline]
            pub fn finish(self, builder: &mut ::planus::Builder) -> ::planus::Offset<Item>
            where
                Self: ::planus::WriteAsOffset<Item>,
            {
                ::planus::WriteAsOffset::prepare(&self, builder)
            }
        }

        impl<
                T0: ::planus::WriteAsDefault<i8, i8>,
                T1: ::planus::WriteAsDefault<u8, u8>,
                T2: ::planus::WriteAs<::planus::Offset<str>>,
            > ::planus::WriteAs<::planus::Offset<Item>> for ItemBuilder<(T0, T1, T2)>
        {
            type Prepared = ::planus::Offset<Item>;

            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Item> {
                ::planus::WriteAsOffset::prepare(self, builder)
            }
        }

        impl<
                T0: ::planus::WriteAsDefault<i8, i8>,
                T1: ::planus::WriteAsDefault<u8, u8>,
                T2: ::planus::WriteAs<::planus::Offset<str>>,
            > ::planus::WriteAsOptional<::planus::Offset<Item>> for ItemBuilder<(T0, T1, T2)>
        {
            type Prepared = ::planus::Offset<Item>;

            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::Offset<Item>> {
                ::core::option::Option::Some(::planus::WriteAsOffset::prepare(self, builder))
            }
        }

        impl<
                T0: ::planus::WriteAsDefault<i8, i8>,
                T1: ::planus::WriteAsDefault<u8, u8>,
                T2: ::planus::WriteAs<::planus::Offset<str>>,
            > ::planus::WriteAsOffset<Item> for ItemBuilder<(T0, T1, T2)>
        {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Item> {
                let (v0, v1, v2) = &self.0;
                Item::create(builder, v0, v1, v2)
            }
        }

        /// Reference to a deserialized [Item].
        #[derive(Copy, Clone)]
        pub struct ItemRef<'a>(#[allow(dead_code)] ::planus::table_reader::Table<'a>);

        impl<'a> ItemRef<'a> {
            /// Getter for the [`count` field](Item#structfield.count).
            #[inline]
            pub fn count(&self) -> ::planus::Result<i8> {
                ::core::result::Result::Ok(self.0.access(0, "Item", "count")?.unwrap_or(0))
            }

            /// Getter for the [`slot` field](Item#structfield.slot).
            #[inline]
            pub fn slot(&self) -> ::planus::Result<u8> {
                ::core::result::Result::Ok(self.0.access(1, "Item", "slot")?.unwrap_or(0))
            }

            /// Getter for the [`id` field](Item#structfield.id).
            #[inline]
            pub fn id(&self) -> ::planus::Result<&'a ::core::primitive::str> {
                self.0.access_required(2, "Item", "id")
            }
        }

        impl<'a> ::core::fmt::Debug for ItemRef<'a> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                let mut f = f.debug_struct("ItemRef");
                f.field("count", &self.count());
                f.field("slot", &self.slot());
                f.field("id", &self.id());
                f.finish()
            }
        }

        impl<'a> ::core::convert::TryFrom<ItemRef<'a>> for Item {
            type Error = ::planus::Error;

            #[allow(unreachable_code)]
            fn try_from(value: ItemRef<'a>) -> ::planus::Result<Self> {
                ::core::result::Result::Ok(Self {
                    count: ::core::convert::TryInto::try_into(value.count()?)?,
                    slot: ::core::convert::TryInto::try_into(value.slot()?)?,
                    id: ::core::convert::Into::into(value.id()?),
                })
            }
        }

        impl<'a> ::planus::TableRead<'a> for ItemRef<'a> {
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

        impl<'a> ::planus::VectorReadInner<'a> for ItemRef<'a> {
            type Error = ::planus::Error;
            const STRIDE: usize = 4;

            unsafe fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'a>,
                offset: usize,
            ) -> ::planus::Result<Self> {
                ::planus::TableRead::from_buffer(buffer, offset).map_err(|error_kind| {
                    error_kind.with_error_location("[ItemRef]", "get", buffer.offset_from_start)
                })
            }
        }

        /// # Safety
        /// The planus compiler generates implementations that initialize
        /// the bytes in `write_values`.
        unsafe impl ::planus::VectorWrite<::planus::Offset<Item>> for Item {
            type Value = ::planus::Offset<Item>;
            const STRIDE: usize = 4;
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> Self::Value {
                ::planus::WriteAs::prepare(self, builder)
            }

            #[inline]
            unsafe fn write_values(
                values: &[::planus::Offset<Item>],
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

        impl<'a> ::planus::ReadAsRoot<'a> for ItemRef<'a> {
            fn read_as_root(slice: &'a [u8]) -> ::planus::Result<Self> {
                ::planus::TableRead::from_buffer(
                    ::planus::SliceWithStartOffset {
                        buffer: slice,
                        offset_from_start: 0,
                    },
                    0,
                )
                .map_err(|error_kind| {
                    error_kind.with_error_location("[ItemRef]", "read_as_root", 0)
                })
            }
        }

        /// The struct `Abilities` in the namespace `save`
        ///
        /// Generated from these locations:
        /// * Struct `Abilities` in the file `save.fbs:10`
        #[derive(
            Copy,
            Clone,
            Debug,
            PartialEq,
            PartialOrd,
            Default,
            ::serde::Serialize,
            ::serde::Deserialize,
        )]
        pub struct Abilities {
            /// The field `walk_speed` in the struct `Abilities`
            pub walk_speed: f32,

            /// The field `fly_speed` in the struct `Abilities`
            pub fly_speed: f32,

            /// The field `may_fly` in the struct `Abilities`
            pub may_fly: bool,

            /// The field `flying` in the struct `Abilities`
            pub flying: bool,

            /// The field `invulnerable` in the struct `Abilities`
            pub invulnerable: bool,

            /// The field `may_build` in the struct `Abilities`
            pub may_build: bool,

            /// The field `instant_build` in the struct `Abilities`
            pub instant_build: bool,
        }

        /// # Safety
        /// The Planus compiler correctly calculates `ALIGNMENT` and `SIZE`.
        unsafe impl ::planus::Primitive for Abilities {
            const ALIGNMENT: usize = 4;
            const SIZE: usize = 16;
        }

        #[allow(clippy::identity_op)]
        impl ::planus::WriteAsPrimitive<Abilities> for Abilities {
            #[inline]
            fn write<const N: usize>(&self, cursor: ::planus::Cursor<'_, N>, buffer_position: u32) {
                let (cur, cursor) = cursor.split::<4, 12>();
                self.walk_speed.write(cur, buffer_position - 0);
                let (cur, cursor) = cursor.split::<4, 8>();
                self.fly_speed.write(cur, buffer_position - 4);
                let (cur, cursor) = cursor.split::<1, 7>();
                self.may_fly.write(cur, buffer_position - 8);
                let (cur, cursor) = cursor.split::<1, 6>();
                self.flying.write(cur, buffer_position - 9);
                let (cur, cursor) = cursor.split::<1, 5>();
                self.invulnerable.write(cur, buffer_position - 10);
                let (cur, cursor) = cursor.split::<1, 4>();
                self.may_build.write(cur, buffer_position - 11);
                let (cur, cursor) = cursor.split::<1, 3>();
                self.instant_build.write(cur, buffer_position - 12);
                let cursor = cursor.write::<3, 0>([0; 3]);
                cursor.finish([]);
            }
        }

        impl ::planus::WriteAsOffset<Abilities> for Abilities {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Abilities> {
                unsafe {
                    builder.write_with(16, 3, |buffer_position, bytes| {
                        let bytes = bytes.as_mut_ptr();

                        ::planus::WriteAsPrimitive::write(
                            self,
                            ::planus::Cursor::new(
                                &mut *(bytes as *mut [::core::mem::MaybeUninit<u8>; 16]),
                            ),
                            buffer_position,
                        );
                    });
                }
                builder.current_offset()
            }
        }

        impl ::planus::WriteAs<Abilities> for Abilities {
            type Prepared = Self;
            #[inline]
            fn prepare(&self, _builder: &mut ::planus::Builder) -> Self {
                *self
            }
        }

        impl ::planus::WriteAsOptional<Abilities> for Abilities {
            type Prepared = Self;
            #[inline]
            fn prepare(&self, _builder: &mut ::planus::Builder) -> ::core::option::Option<Self> {
                ::core::option::Option::Some(*self)
            }
        }

        /// Reference to a deserialized [Abilities].
        #[derive(Copy, Clone)]
        pub struct AbilitiesRef<'a>(::planus::ArrayWithStartOffset<'a, 16>);

        impl<'a> AbilitiesRef<'a> {
            /// Getter for the [`walk_speed` field](Abilities#structfield.walk_speed).
            pub fn walk_speed(&self) -> f32 {
                let buffer = self.0.advance_as_array::<4>(0).unwrap();

                f32::from_le_bytes(*buffer.as_array())
            }

            /// Getter for the [`fly_speed` field](Abilities#structfield.fly_speed).
            pub fn fly_speed(&self) -> f32 {
                let buffer = self.0.advance_as_array::<4>(4).unwrap();

                f32::from_le_bytes(*buffer.as_array())
            }

            /// Getter for the [`may_fly` field](Abilities#structfield.may_fly).
            pub fn may_fly(&self) -> bool {
                let buffer = self.0.advance_as_array::<1>(8).unwrap();

                buffer.as_array()[0] != 0
            }

            /// Getter for the [`flying` field](Abilities#structfield.flying).
            pub fn flying(&self) -> bool {
                let buffer = self.0.advance_as_array::<1>(9).unwrap();

                buffer.as_array()[0] != 0
            }

            /// Getter for the [`invulnerable` field](Abilities#structfield.invulnerable).
            pub fn invulnerable(&self) -> bool {
                let buffer = self.0.advance_as_array::<1>(10).unwrap();

                buffer.as_array()[0] != 0
            }

            /// Getter for the [`may_build` field](Abilities#structfield.may_build).
            pub fn may_build(&self) -> bool {
                let buffer = self.0.advance_as_array::<1>(11).unwrap();

                buffer.as_array()[0] != 0
            }

            /// Getter for the [`instant_build` field](Abilities#structfield.instant_build).
            pub fn instant_build(&self) -> bool {
                let buffer = self.0.advance_as_array::<1>(12).unwrap();

                buffer.as_array()[0] != 0
            }
        }

        impl<'a> ::core::fmt::Debug for AbilitiesRef<'a> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                let mut f = f.debug_struct("AbilitiesRef");
                f.field("walk_speed", &self.walk_speed());
                f.field("fly_speed", &self.fly_speed());
                f.field("may_fly", &self.may_fly());
                f.field("flying", &self.flying());
                f.field("invulnerable", &self.invulnerable());
                f.field("may_build", &self.may_build());
                f.field("instant_build", &self.instant_build());
                f.finish()
            }
        }

        impl<'a> ::core::convert::From<::planus::ArrayWithStartOffset<'a, 16>> for AbilitiesRef<'a> {
            fn from(array: ::planus::ArrayWithStartOffset<'a, 16>) -> Self {
                Self(array)
            }
        }

        impl<'a> ::core::convert::From<AbilitiesRef<'a>> for Abilities {
            #[allow(unreachable_code)]
            fn from(value: AbilitiesRef<'a>) -> Self {
                Self {
                    walk_speed: value.walk_speed(),
                    fly_speed: value.fly_speed(),
                    may_fly: value.may_fly(),
                    flying: value.flying(),
                    invulnerable: value.invulnerable(),
                    may_build: value.may_build(),
                    instant_build: value.instant_build(),
                }
            }
        }

        impl<'a, 'b> ::core::cmp::PartialEq<AbilitiesRef<'a>> for AbilitiesRef<'b> {
            fn eq(&self, other: &AbilitiesRef<'_>) -> bool {
                self.walk_speed() == other.walk_speed()
                    && self.fly_speed() == other.fly_speed()
                    && self.may_fly() == other.may_fly()
                    && self.flying() == other.flying()
                    && self.invulnerable() == other.invulnerable()
                    && self.may_build() == other.may_build()
                    && self.instant_build() == other.instant_build()
            }
        }

        impl<'a, 'b> ::core::cmp::PartialOrd<AbilitiesRef<'a>> for AbilitiesRef<'b> {
            fn partial_cmp(
                &self,
                other: &AbilitiesRef<'_>,
            ) -> ::core::option::Option<::core::cmp::Ordering> {
                match self.walk_speed().partial_cmp(&other.walk_speed()) {
                    ::core::option::Option::Some(::core::cmp::Ordering::Equal) => (),
                    o => return o,
                }

                match self.fly_speed().partial_cmp(&other.fly_speed()) {
                    ::core::option::Option::Some(::core::cmp::Ordering::Equal) => (),
                    o => return o,
                }

                match self.may_fly().partial_cmp(&other.may_fly()) {
                    ::core::option::Option::Some(::core::cmp::Ordering::Equal) => (),
                    o => return o,
                }

                match self.flying().partial_cmp(&other.flying()) {
                    ::core::option::Option::Some(::core::cmp::Ordering::Equal) => (),
                    o => return o,
                }

                match self.invulnerable().partial_cmp(&other.invulnerable()) {
                    ::core::option::Option::Some(::core::cmp::Ordering::Equal) => (),
                    o => return o,
                }

                match self.may_build().partial_cmp(&other.may_build()) {
                    ::core::option::Option::Some(::core::cmp::Ordering::Equal) => (),
                    o => return o,
                }

                self.instant_build().partial_cmp(&other.instant_build())
            }
        }

        impl<'a> ::planus::TableRead<'a> for AbilitiesRef<'a> {
            #[inline]
            fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'a>,
                offset: usize,
            ) -> ::core::result::Result<Self, ::planus::errors::ErrorKind> {
                let buffer = buffer.advance_as_array::<16>(offset)?;
                ::core::result::Result::Ok(Self(buffer))
            }
        }

        impl<'a> ::planus::VectorRead<'a> for AbilitiesRef<'a> {
            const STRIDE: usize = 16;

            #[inline]
            unsafe fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'a>,
                offset: usize,
            ) -> Self {
                Self(unsafe { buffer.unchecked_advance_as_array(offset) })
            }
        }

        /// # Safety
        /// The planus compiler generates implementations that initialize
        /// the bytes in `write_values`.
        unsafe impl ::planus::VectorWrite<Abilities> for Abilities {
            const STRIDE: usize = 16;

            type Value = Abilities;

            #[inline]
            fn prepare(&self, _builder: &mut ::planus::Builder) -> Self::Value {
                *self
            }

            #[inline]
            unsafe fn write_values(
                values: &[Abilities],
                bytes: *mut ::core::mem::MaybeUninit<u8>,
                buffer_position: u32,
            ) {
                let bytes = bytes as *mut [::core::mem::MaybeUninit<u8>; 16];
                for (i, v) in ::core::iter::Iterator::enumerate(values.iter()) {
                    ::planus::WriteAsPrimitive::write(
                        v,
                        ::planus::Cursor::new(unsafe { &mut *bytes.add(i) }),
                        buffer_position - (16 * i) as u32,
                    );
                }
            }
        }

        /// The table `Entity` in the namespace `save`
        ///
        /// Generated from these locations:
        /// * Table `Entity` in the file `save.fbs:20`
        #[derive(Clone, Debug, PartialEq, PartialOrd, ::serde::Serialize, ::serde::Deserialize)]
        pub struct Entity {
            /// The field `id` in the table `Entity`
            pub id: ::planus::alloc::string::String,
            /// The field `position` in the table `Entity`
            pub position: self::Vector3,
            /// The field `motion` in the table `Entity`
            pub motion: self::Vector3,
            /// The field `rotation` in the table `Entity`
            pub rotation: self::Rotation,
            /// The field `fall_distance` in the table `Entity`
            pub fall_distance: f32,
            /// The field `fire` in the table `Entity`
            pub fire: u16,
            /// The field `air` in the table `Entity`
            pub air: u16,
            /// The field `on_ground` in the table `Entity`
            pub on_ground: bool,
            /// The field `no_gravity` in the table `Entity`
            pub no_gravity: bool,
            /// The field `invulnerable` in the table `Entity`
            pub invulnerable: bool,
            /// The field `portal_cooldown` in the table `Entity`
            pub portal_cooldown: i32,
            /// The field `uuid` in the table `Entity`
            pub uuid: self::Uuid,
            /// The field `custom_name` in the table `Entity`
            pub custom_name: ::core::option::Option<::planus::alloc::string::String>,
            /// The field `custom_name_visible` in the table `Entity`
            pub custom_name_visible: bool,
            /// The field `silent` in the table `Entity`
            pub silent: bool,
            /// The field `glowing` in the table `Entity`
            pub glowing: bool,
        }

        #[allow(clippy::derivable_impls)]
        impl ::core::default::Default for Entity {
            fn default() -> Self {
                Self {
                    id: ::core::default::Default::default(),
                    position: ::core::default::Default::default(),
                    motion: ::core::default::Default::default(),
                    rotation: ::core::default::Default::default(),
                    fall_distance: 0.0,
                    fire: 0,
                    air: 0,
                    on_ground: false,
                    no_gravity: false,
                    invulnerable: false,
                    portal_cooldown: 0,
                    uuid: ::core::default::Default::default(),
                    custom_name: ::core::default::Default::default(),
                    custom_name_visible: false,
                    silent: false,
                    glowing: false,
                }
            }
        }

        impl Entity {
            /// Creates a [EntityBuilder] for serializing an instance of this table.
            #[inline]
            pub fn builder() -> EntityBuilder<()> {
                EntityBuilder(())
            }

            #[allow(clippy::too_many_arguments)]
            pub fn create(
                builder: &mut ::planus::Builder,
                field_id: impl ::planus::WriteAs<::planus::Offset<str>>,
                field_position: impl ::planus::WriteAs<self::Vector3>,
                field_motion: impl ::planus::WriteAs<self::Vector3>,
                field_rotation: impl ::planus::WriteAs<self::Rotation>,
                field_fall_distance: impl ::planus::WriteAsDefault<f32, f32>,
                field_fire: impl ::planus::WriteAsDefault<u16, u16>,
                field_air: impl ::planus::WriteAsDefault<u16, u16>,
                field_on_ground: impl ::planus::WriteAsDefault<bool, bool>,
                field_no_gravity: impl ::planus::WriteAsDefault<bool, bool>,
                field_invulnerable: impl ::planus::WriteAsDefault<bool, bool>,
                field_portal_cooldown: impl ::planus::WriteAsDefault<i32, i32>,
                field_uuid: impl ::planus::WriteAs<self::Uuid>,
                field_custom_name: impl ::planus::WriteAsOptional<
                    ::planus::Offset<::core::primitive::str>,
                >,
                field_custom_name_visible: impl ::planus::WriteAsDefault<bool, bool>,
                field_silent: impl ::planus::WriteAsDefault<bool, bool>,
                field_glowing: impl ::planus::WriteAsDefault<bool, bool>,
            ) -> ::planus::Offset<Self> {
                let prepared_id = field_id.prepare(builder);
                let prepared_position = field_position.prepare(builder);
                let prepared_motion = field_motion.prepare(builder);
                let prepared_rotation = field_rotation.prepare(builder);
                let prepared_fall_distance = field_fall_distance.prepare(builder, &0.0);
                let prepared_fire = field_fire.prepare(builder, &0);
                let prepared_air = field_air.prepare(builder, &0);
                let prepared_on_ground = field_on_ground.prepare(builder, &false);
                let prepared_no_gravity = field_no_gravity.prepare(builder, &false);
                let prepared_invulnerable = field_invulnerable.prepare(builder, &false);
                let prepared_portal_cooldown = field_portal_cooldown.prepare(builder, &0);
                let prepared_uuid = field_uuid.prepare(builder);
                let prepared_custom_name = field_custom_name.prepare(builder);
                let prepared_custom_name_visible =
                    field_custom_name_visible.prepare(builder, &false);
                let prepared_silent = field_silent.prepare(builder, &false);
                let prepared_glowing = field_glowing.prepare(builder, &false);

                let mut table_writer: ::planus::table_writer::TableWriter<36> =
                    ::core::default::Default::default();
                table_writer.write_entry::<self::Vector3>(1);
                table_writer.write_entry::<self::Vector3>(2);
                table_writer.write_entry::<::planus::Offset<str>>(0);
                table_writer.write_entry::<self::Rotation>(3);
                if prepared_fall_distance.is_some() {
                    table_writer.write_entry::<f32>(4);
                }
                if prepared_portal_cooldown.is_some() {
                    table_writer.write_entry::<i32>(10);
                }
                table_writer.write_entry::<self::Uuid>(11);
                if prepared_custom_name.is_some() {
                    table_writer.write_entry::<::planus::Offset<str>>(12);
                }
                if prepared_fire.is_some() {
                    table_writer.write_entry::<u16>(5);
                }
                if prepared_air.is_some() {
                    table_writer.write_entry::<u16>(6);
                }
                if prepared_on_ground.is_some() {
                    table_writer.write_entry::<bool>(7);
                }
                if prepared_no_gravity.is_some() {
                    table_writer.write_entry::<bool>(8);
                }
                if prepared_invulnerable.is_some() {
                    table_writer.write_entry::<bool>(9);
                }
                if prepared_custom_name_visible.is_some() {
                    table_writer.write_entry::<bool>(13);
                }
                if prepared_silent.is_some() {
                    table_writer.write_entry::<bool>(14);
                }
                if prepared_glowing.is_some() {
                    table_writer.write_entry::<bool>(15);
                }

                unsafe {
                    table_writer.finish(builder, |object_writer| {
                        object_writer.write::<_, _, 24>(&prepared_position);
                        object_writer.write::<_, _, 24>(&prepared_motion);
                        object_writer.write::<_, _, 4>(&prepared_id);
                        object_writer.write::<_, _, 8>(&prepared_rotation);
                        if let ::core::option::Option::Some(prepared_fall_distance) =
                            prepared_fall_distance
                        {
                            object_writer.write::<_, _, 4>(&prepared_fall_distance);
                        }
                        if let ::core::option::Option::Some(prepared_portal_cooldown) =
                            prepared_portal_cooldown
                        {
                            object_writer.write::<_, _, 4>(&prepared_portal_cooldown);
                        }
                        object_writer.write::<_, _, 16>(&prepared_uuid);
                        if let ::core::option::Option::Some(prepared_custom_name) =
                            prepared_custom_name
                        {
                            object_writer.write::<_, _, 4>(&prepared_custom_name);
                        }
                        if let ::core::option::Option::Some(prepared_fire) = prepared_fire {
                            object_writer.write::<_, _, 2>(&prepared_fire);
                        }
                        if let ::core::option::Option::Some(prepared_air) = prepared_air {
                            object_writer.write::<_, _, 2>(&prepared_air);
                        }
                        if let ::core::option::Option::Some(prepared_on_ground) = prepared_on_ground
                        {
                            object_writer.write::<_, _, 1>(&prepared_on_ground);
                        }
                        if let ::core::option::Option::Some(prepared_no_gravity) =
                            prepared_no_gravity
                        {
                            object_writer.write::<_, _, 1>(&prepared_no_gravity);
                        }
                        if let ::core::option::Option::Some(prepared_invulnerable) =
                            prepared_invulnerable
                        {
                            object_writer.write::<_, _, 1>(&prepared_invulnerable);
                        }
                        if let ::core::option::Option::Some(prepared_custom_name_visible) =
                            prepared_custom_name_visible
                        {
                            object_writer.write::<_, _, 1>(&prepared_custom_name_visible);
                        }
                        if let ::core::option::Option::Some(prepared_silent) = prepared_silent {
                            object_writer.write::<_, _, 1>(&prepared_silent);
                        }
                        if let ::core::option::Option::Some(prepared_glowing) = prepared_glowing {
                            object_writer.write::<_, _, 1>(&prepared_glowing);
                        }
                    });
                }
                builder.current_offset()
            }
        }

        impl ::planus::WriteAs<::planus::Offset<Entity>> for Entity {
            type Prepared = ::planus::Offset<Self>;

            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Entity> {
                ::planus::WriteAsOffset::prepare(self, builder)
            }
        }

        impl ::planus::WriteAsOptional<::planus::Offset<Entity>> for Entity {
            type Prepared = ::planus::Offset<Self>;

            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::Offset<Entity>> {
                ::core::option::Option::Some(::planus::WriteAsOffset::prepare(self, builder))
            }
        }

        impl ::planus::WriteAsOffset<Entity> for Entity {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Entity> {
                Entity::create(
                    builder,
                    &self.id,
                    self.position,
                    self.motion,
                    self.rotation,
                    self.fall_distance,
                    self.fire,
                    self.air,
                    self.on_ground,
                    self.no_gravity,
                    self.invulnerable,
                    self.portal_cooldown,
                    self.uuid,
                    &self.custom_name,
                    self.custom_name_visible,
                    self.silent,
                    self.glowing,
                )
            }
        }

        /// Builder for serializing an instance of the [Entity] type.
        ///
        /// Can be created using the [Entity::builder] method.
        #[derive(Debug)]
        #[must_use]
        pub struct EntityBuilder<State>(State);

        impl EntityBuilder<()> {
            /// Setter for the [`id` field](Entity#structfield.id).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn id<T0>(self, value: T0) -> EntityBuilder<(T0,)>
            where
                T0: ::planus::WriteAs<::planus::Offset<str>>,
            {
                EntityBuilder((value,))
            }
        }

        impl<T0> EntityBuilder<(T0,)> {
            /// Setter for the [`position` field](Entity#structfield.position).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn position<T1>(self, value: T1) -> EntityBuilder<(T0, T1)>
            where
                T1: ::planus::WriteAs<self::Vector3>,
            {
                let (v0,) = self.0;
                EntityBuilder((v0, value))
            }
        }

        impl<T0, T1> EntityBuilder<(T0, T1)> {
            /// Setter for the [`motion` field](Entity#structfield.motion).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn motion<T2>(self, value: T2) -> EntityBuilder<(T0, T1, T2)>
            where
                T2: ::planus::WriteAs<self::Vector3>,
            {
                let (v0, v1) = self.0;
                EntityBuilder((v0, v1, value))
            }
        }

        impl<T0, T1, T2> EntityBuilder<(T0, T1, T2)> {
            /// Setter for the [`rotation` field](Entity#structfield.rotation).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn rotation<T3>(self, value: T3) -> EntityBuilder<(T0, T1, T2, T3)>
            where
                T3: ::planus::WriteAs<self::Rotation>,
            {
                let (v0, v1, v2) = self.0;
                EntityBuilder((v0, v1, v2, value))
            }
        }

        impl<T0, T1, T2, T3> EntityBuilder<(T0, T1, T2, T3)> {
            /// Setter for the [`fall_distance` field](Entity#structfield.fall_distance).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn fall_distance<T4>(self, value: T4) -> EntityBuilder<(T0, T1, T2, T3, T4)>
            where
                T4: ::planus::WriteAsDefault<f32, f32>,
            {
                let (v0, v1, v2, v3) = self.0;
                EntityBuilder((v0, v1, v2, v3, value))
            }

            /// Sets the [`fall_distance` field](Entity#structfield.fall_distance) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn fall_distance_as_default(
                self,
            ) -> EntityBuilder<(T0, T1, T2, T3, ::planus::DefaultValue)> {
                self.fall_distance(::planus::DefaultValue)
            }
        }

        impl<T0, T1, T2, T3, T4> EntityBuilder<(T0, T1, T2, T3, T4)> {
            /// Setter for the [`fire` field](Entity#structfield.fire).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn fire<T5>(self, value: T5) -> EntityBuilder<(T0, T1, T2, T3, T4, T5)>
            where
                T5: ::planus::WriteAsDefault<u16, u16>,
            {
                let (v0, v1, v2, v3, v4) = self.0;
                EntityBuilder((v0, v1, v2, v3, v4, value))
            }

            /// Sets the [`fire` field](Entity#structfield.fire) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn fire_as_default(
                self,
            ) -> EntityBuilder<(T0, T1, T2, T3, T4, ::planus::DefaultValue)> {
                self.fire(::planus::DefaultValue)
            }
        }

        impl<T0, T1, T2, T3, T4, T5> EntityBuilder<(T0, T1, T2, T3, T4, T5)> {
            /// Setter for the [`air` field](Entity#structfield.air).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn air<T6>(self, value: T6) -> EntityBuilder<(T0, T1, T2, T3, T4, T5, T6)>
            where
                T6: ::planus::WriteAsDefault<u16, u16>,
            {
                let (v0, v1, v2, v3, v4, v5) = self.0;
                EntityBuilder((v0, v1, v2, v3, v4, v5, value))
            }

            /// Sets the [`air` field](Entity#structfield.air) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn air_as_default(
                self,
            ) -> EntityBuilder<(T0, T1, T2, T3, T4, T5, ::planus::DefaultValue)> {
                self.air(::planus::DefaultValue)
            }
        }

        impl<T0, T1, T2, T3, T4, T5, T6> EntityBuilder<(T0, T1, T2, T3, T4, T5, T6)> {
            /// Setter for the [`on_ground` field](Entity#structfield.on_ground).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn on_ground<T7>(self, value: T7) -> EntityBuilder<(T0, T1, T2, T3, T4, T5, T6, T7)>
            where
                T7: ::planus::WriteAsDefault<bool, bool>,
            {
                let (v0, v1, v2, v3, v4, v5, v6) = self.0;
                EntityBuilder((v0, v1, v2, v3, v4, v5, v6, value))
            }

            /// Sets the [`on_ground` field](Entity#structfield.on_ground) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn on_ground_as_default(
                self,
            ) -> EntityBuilder<(T0, T1, T2, T3, T4, T5, T6, ::planus::DefaultValue)> {
                self.on_ground(::planus::DefaultValue)
            }
        }

        impl<T0, T1, T2, T3, T4, T5, T6, T7> EntityBuilder<(T0, T1, T2, T3, T4, T5, T6, T7)> {
            /// Setter for the [`no_gravity` field](Entity#structfield.no_gravity).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn no_gravity<T8>(
                self,
                value: T8,
            ) -> EntityBuilder<(T0, T1, T2, T3, T4, T5, T6, T7, T8)>
            where
                T8: ::planus::WriteAsDefault<bool, bool>,
            {
                let (v0, v1, v2, v3, v4, v5, v6, v7) = self.0;
                EntityBuilder((v0, v1, v2, v3, v4, v5, v6, v7, value))
            }

            /// Sets the [`no_gravity` field](Entity#structfield.no_gravity) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn no_gravity_as_default(
                self,
            ) -> EntityBuilder<(T0, T1, T2, T3, T4, T5, T6, T7, ::planus::DefaultValue)>
            {
                self.no_gravity(::planus::DefaultValue)
            }
        }

        impl<T0, T1, T2, T3, T4, T5, T6, T7, T8> EntityBuilder<(T0, T1, T2, T3, T4, T5, T6, T7, T8)> {
            /// Setter for the [`invulnerable` field](Entity#structfield.invulnerable).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn invulnerable<T9>(
                self,
                value: T9,
            ) -> EntityBuilder<(T0, T1, T2, T3, T4, T5, T6, T7, T8, T9)>
            where
                T9: ::planus::WriteAsDefault<bool, bool>,
            {
                let (v0, v1, v2, v3, v4, v5, v6, v7, v8) = self.0;
                EntityBuilder((v0, v1, v2, v3, v4, v5, v6, v7, v8, value))
            }

            /// Sets the [`invulnerable` field](Entity#structfield.invulnerable) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn invulnerable_as_default(
                self,
            ) -> EntityBuilder<(T0, T1, T2, T3, T4, T5, T6, T7, T8, ::planus::DefaultValue)>
            {
                self.invulnerable(::planus::DefaultValue)
            }
        }

        impl<T0, T1, T2, T3, T4, T5, T6, T7, T8, T9>
            EntityBuilder<(T0, T1, T2, T3, T4, T5, T6, T7, T8, T9)>
        {
            /// Setter for the [`portal_cooldown` field](Entity#structfield.portal_cooldown).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn portal_cooldown<T10>(
                self,
                value: T10,
            ) -> EntityBuilder<(T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)>
            where
                T10: ::planus::WriteAsDefault<i32, i32>,
            {
                let (v0, v1, v2, v3, v4, v5, v6, v7, v8, v9) = self.0;
                EntityBuilder((v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, value))
            }

            /// Sets the [`portal_cooldown` field](Entity#structfield.portal_cooldown) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn portal_cooldown_as_default(
                self,
            ) -> EntityBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                ::planus::DefaultValue,
            )> {
                self.portal_cooldown(::planus::DefaultValue)
            }
        }

        impl<T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>
            EntityBuilder<(T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)>
        {
            /// Setter for the [`uuid` field](Entity#structfield.uuid).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn uuid<T11>(
                self,
                value: T11,
            ) -> EntityBuilder<(T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)>
            where
                T11: ::planus::WriteAs<self::Uuid>,
            {
                let (v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10) = self.0;
                EntityBuilder((v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, value))
            }
        }

        impl<T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>
            EntityBuilder<(T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)>
        {
            /// Setter for the [`custom_name` field](Entity#structfield.custom_name).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn custom_name<T12>(
                self,
                value: T12,
            ) -> EntityBuilder<(T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)>
            where
                T12: ::planus::WriteAsOptional<::planus::Offset<::core::primitive::str>>,
            {
                let (v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11) = self.0;
                EntityBuilder((v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, value))
            }

            /// Sets the [`custom_name` field](Entity#structfield.custom_name) to null.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn custom_name_as_null(
                self,
            ) -> EntityBuilder<(T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, ())> {
                self.custom_name(())
            }
        }

        impl<T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>
            EntityBuilder<(T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)>
        {
            /// Setter for the [`custom_name_visible` field](Entity#structfield.custom_name_visible).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn custom_name_visible<T13>(
                self,
                value: T13,
            ) -> EntityBuilder<(T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)>
            where
                T13: ::planus::WriteAsDefault<bool, bool>,
            {
                let (v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12) = self.0;
                EntityBuilder((v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, value))
            }

            /// Sets the [`custom_name_visible` field](Entity#structfield.custom_name_visible) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn custom_name_visible_as_default(
                self,
            ) -> EntityBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                ::planus::DefaultValue,
            )> {
                self.custom_name_visible(::planus::DefaultValue)
            }
        }

        impl<T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>
            EntityBuilder<(T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)>
        {
            /// Setter for the [`silent` field](Entity#structfield.silent).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn silent<T14>(
                self,
                value: T14,
            ) -> EntityBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
            )>
            where
                T14: ::planus::WriteAsDefault<bool, bool>,
            {
                let (v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13) = self.0;
                EntityBuilder((
                    v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, value,
                ))
            }

            /// Sets the [`silent` field](Entity#structfield.silent) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn silent_as_default(
                self,
            ) -> EntityBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                ::planus::DefaultValue,
            )> {
                self.silent(::planus::DefaultValue)
            }
        }

        impl<T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>
            EntityBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
            )>
        {
            /// Setter for the [`glowing` field](Entity#structfield.glowing).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn glowing<T15>(
                self,
                value: T15,
            ) -> EntityBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
            )>
            where
                T15: ::planus::WriteAsDefault<bool, bool>,
            {
                let (v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14) = self.0;
                EntityBuilder((
                    v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, value,
                ))
            }

            /// Sets the [`glowing` field](Entity#structfield.glowing) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn glowing_as_default(
                self,
            ) -> EntityBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                ::planus::DefaultValue,
            )> {
                self.glowing(::planus::DefaultValue)
            }
        }

        impl<T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>
            EntityBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
            )>
        {
            /// Finish writing the builder to get an [Offset](::planus::Offset) to a serialized [Entity].
            #[inline]
            pub fn finish(self, builder: &mut ::planus::Builder) -> ::planus::Offset<Entity>
            where
                Self: ::planus::WriteAsOffset<Entity>,
            {
                ::planus::WriteAsOffset::prepare(&self, builder)
            }
        }

        impl<
                T0: ::planus::WriteAs<::planus::Offset<str>>,
                T1: ::planus::WriteAs<self::Vector3>,
                T2: ::planus::WriteAs<self::Vector3>,
                T3: ::planus::WriteAs<self::Rotation>,
                T4: ::planus::WriteAsDefault<f32, f32>,
                T5: ::planus::WriteAsDefault<u16, u16>,
                T6: ::planus::WriteAsDefault<u16, u16>,
                T7: ::planus::WriteAsDefault<bool, bool>,
                T8: ::planus::WriteAsDefault<bool, bool>,
                T9: ::planus::WriteAsDefault<bool, bool>,
                T10: ::planus::WriteAsDefault<i32, i32>,
                T11: ::planus::WriteAs<self::Uuid>,
                T12: ::planus::WriteAsOptional<::planus::Offset<::core::primitive::str>>,
                T13: ::planus::WriteAsDefault<bool, bool>,
                T14: ::planus::WriteAsDefault<bool, bool>,
                T15: ::planus::WriteAsDefault<bool, bool>,
            > ::planus::WriteAs<::planus::Offset<Entity>>
            for EntityBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
            )>
        {
            type Prepared = ::planus::Offset<Entity>;

            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Entity> {
                ::planus::WriteAsOffset::prepare(self, builder)
            }
        }

        impl<
                T0: ::planus::WriteAs<::planus::Offset<str>>,
                T1: ::planus::WriteAs<self::Vector3>,
                T2: ::planus::WriteAs<self::Vector3>,
                T3: ::planus::WriteAs<self::Rotation>,
                T4: ::planus::WriteAsDefault<f32, f32>,
                T5: ::planus::WriteAsDefault<u16, u16>,
                T6: ::planus::WriteAsDefault<u16, u16>,
                T7: ::planus::WriteAsDefault<bool, bool>,
                T8: ::planus::WriteAsDefault<bool, bool>,
                T9: ::planus::WriteAsDefault<bool, bool>,
                T10: ::planus::WriteAsDefault<i32, i32>,
                T11: ::planus::WriteAs<self::Uuid>,
                T12: ::planus::WriteAsOptional<::planus::Offset<::core::primitive::str>>,
                T13: ::planus::WriteAsDefault<bool, bool>,
                T14: ::planus::WriteAsDefault<bool, bool>,
                T15: ::planus::WriteAsDefault<bool, bool>,
            > ::planus::WriteAsOptional<::planus::Offset<Entity>>
            for EntityBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
            )>
        {
            type Prepared = ::planus::Offset<Entity>;

            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::Offset<Entity>> {
                ::core::option::Option::Some(::planus::WriteAsOffset::prepare(self, builder))
            }
        }

        impl<
                T0: ::planus::WriteAs<::planus::Offset<str>>,
                T1: ::planus::WriteAs<self::Vector3>,
                T2: ::planus::WriteAs<self::Vector3>,
                T3: ::planus::WriteAs<self::Rotation>,
                T4: ::planus::WriteAsDefault<f32, f32>,
                T5: ::planus::WriteAsDefault<u16, u16>,
                T6: ::planus::WriteAsDefault<u16, u16>,
                T7: ::planus::WriteAsDefault<bool, bool>,
                T8: ::planus::WriteAsDefault<bool, bool>,
                T9: ::planus::WriteAsDefault<bool, bool>,
                T10: ::planus::WriteAsDefault<i32, i32>,
                T11: ::planus::WriteAs<self::Uuid>,
                T12: ::planus::WriteAsOptional<::planus::Offset<::core::primitive::str>>,
                T13: ::planus::WriteAsDefault<bool, bool>,
                T14: ::planus::WriteAsDefault<bool, bool>,
                T15: ::planus::WriteAsDefault<bool, bool>,
            > ::planus::WriteAsOffset<Entity>
            for EntityBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
            )>
        {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Entity> {
                let (v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15) =
                    &self.0;
                Entity::create(
                    builder, v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15,
                )
            }
        }

        /// Reference to a deserialized [Entity].
        #[derive(Copy, Clone)]
        pub struct EntityRef<'a>(#[allow(dead_code)] ::planus::table_reader::Table<'a>);

        impl<'a> EntityRef<'a> {
            /// Getter for the [`id` field](Entity#structfield.id).
            #[inline]
            pub fn id(&self) -> ::planus::Result<&'a ::core::primitive::str> {
                self.0.access_required(0, "Entity", "id")
            }

            /// Getter for the [`position` field](Entity#structfield.position).
            #[inline]
            pub fn position(&self) -> ::planus::Result<self::Vector3Ref<'a>> {
                self.0.access_required(1, "Entity", "position")
            }

            /// Getter for the [`motion` field](Entity#structfield.motion).
            #[inline]
            pub fn motion(&self) -> ::planus::Result<self::Vector3Ref<'a>> {
                self.0.access_required(2, "Entity", "motion")
            }

            /// Getter for the [`rotation` field](Entity#structfield.rotation).
            #[inline]
            pub fn rotation(&self) -> ::planus::Result<self::RotationRef<'a>> {
                self.0.access_required(3, "Entity", "rotation")
            }

            /// Getter for the [`fall_distance` field](Entity#structfield.fall_distance).
            #[inline]
            pub fn fall_distance(&self) -> ::planus::Result<f32> {
                ::core::result::Result::Ok(
                    self.0.access(4, "Entity", "fall_distance")?.unwrap_or(0.0),
                )
            }

            /// Getter for the [`fire` field](Entity#structfield.fire).
            #[inline]
            pub fn fire(&self) -> ::planus::Result<u16> {
                ::core::result::Result::Ok(self.0.access(5, "Entity", "fire")?.unwrap_or(0))
            }

            /// Getter for the [`air` field](Entity#structfield.air).
            #[inline]
            pub fn air(&self) -> ::planus::Result<u16> {
                ::core::result::Result::Ok(self.0.access(6, "Entity", "air")?.unwrap_or(0))
            }

            /// Getter for the [`on_ground` field](Entity#structfield.on_ground).
            #[inline]
            pub fn on_ground(&self) -> ::planus::Result<bool> {
                ::core::result::Result::Ok(
                    self.0.access(7, "Entity", "on_ground")?.unwrap_or(false),
                )
            }

            /// Getter for the [`no_gravity` field](Entity#structfield.no_gravity).
            #[inline]
            pub fn no_gravity(&self) -> ::planus::Result<bool> {
                ::core::result::Result::Ok(
                    self.0.access(8, "Entity", "no_gravity")?.unwrap_or(false),
                )
            }

            /// Getter for the [`invulnerable` field](Entity#structfield.invulnerable).
            #[inline]
            pub fn invulnerable(&self) -> ::planus::Result<bool> {
                ::core::result::Result::Ok(
                    self.0.access(9, "Entity", "invulnerable")?.unwrap_or(false),
                )
            }

            /// Getter for the [`portal_cooldown` field](Entity#structfield.portal_cooldown).
            #[inline]
            pub fn portal_cooldown(&self) -> ::planus::Result<i32> {
                ::core::result::Result::Ok(
                    self.0.access(10, "Entity", "portal_cooldown")?.unwrap_or(0),
                )
            }

            /// Getter for the [`uuid` field](Entity#structfield.uuid).
            #[inline]
            pub fn uuid(&self) -> ::planus::Result<self::UuidRef<'a>> {
                self.0.access_required(11, "Entity", "uuid")
            }

            /// Getter for the [`custom_name` field](Entity#structfield.custom_name).
            #[inline]
            pub fn custom_name(
                &self,
            ) -> ::planus::Result<::core::option::Option<&'a ::core::primitive::str>> {
                self.0.access(12, "Entity", "custom_name")
            }

            /// Getter for the [`custom_name_visible` field](Entity#structfield.custom_name_visible).
            #[inline]
            pub fn custom_name_visible(&self) -> ::planus::Result<bool> {
                ::core::result::Result::Ok(
                    self.0
                        .access(13, "Entity", "custom_name_visible")?
                        .unwrap_or(false),
                )
            }

            /// Getter for the [`silent` field](Entity#structfield.silent).
            #[inline]
            pub fn silent(&self) -> ::planus::Result<bool> {
                ::core::result::Result::Ok(self.0.access(14, "Entity", "silent")?.unwrap_or(false))
            }

            /// Getter for the [`glowing` field](Entity#structfield.glowing).
            #[inline]
            pub fn glowing(&self) -> ::planus::Result<bool> {
                ::core::result::Result::Ok(self.0.access(15, "Entity", "glowing")?.unwrap_or(false))
            }
        }

        impl<'a> ::core::fmt::Debug for EntityRef<'a> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                let mut f = f.debug_struct("EntityRef");
                f.field("id", &self.id());
                f.field("position", &self.position());
                f.field("motion", &self.motion());
                f.field("rotation", &self.rotation());
                f.field("fall_distance", &self.fall_distance());
                f.field("fire", &self.fire());
                f.field("air", &self.air());
                f.field("on_ground", &self.on_ground());
                f.field("no_gravity", &self.no_gravity());
                f.field("invulnerable", &self.invulnerable());
                f.field("portal_cooldown", &self.portal_cooldown());
                f.field("uuid", &self.uuid());
                if let ::core::option::Option::Some(field_custom_name) =
                    self.custom_name().transpose()
                {
                    f.field("custom_name", &field_custom_name);
                }
                f.field("custom_name_visible", &self.custom_name_visible());
                f.field("silent", &self.silent());
                f.field("glowing", &self.glowing());
                f.finish()
            }
        }

        impl<'a> ::core::convert::TryFrom<EntityRef<'a>> for Entity {
            type Error = ::planus::Error;

            #[allow(unreachable_code)]
            fn try_from(value: EntityRef<'a>) -> ::planus::Result<Self> {
                ::core::result::Result::Ok(Self {
                    id: ::core::convert::Into::into(value.id()?),
                    position: ::core::convert::Into::into(value.position()?),
                    motion: ::core::convert::Into::into(value.motion()?),
                    rotation: ::core::convert::Into::into(value.rotation()?),
                    fall_distance: ::core::convert::TryInto::try_into(value.fall_distance()?)?,
                    fire: ::core::convert::TryInto::try_into(value.fire()?)?,
                    air: ::core::convert::TryInto::try_into(value.air()?)?,
                    on_ground: ::core::convert::TryInto::try_into(value.on_ground()?)?,
                    no_gravity: ::core::convert::TryInto::try_into(value.no_gravity()?)?,
                    invulnerable: ::core::convert::TryInto::try_into(value.invulnerable()?)?,
                    portal_cooldown: ::core::convert::TryInto::try_into(value.portal_cooldown()?)?,
                    uuid: ::core::convert::Into::into(value.uuid()?),
                    custom_name: value.custom_name()?.map(::core::convert::Into::into),
                    custom_name_visible: ::core::convert::TryInto::try_into(
                        value.custom_name_visible()?,
                    )?,
                    silent: ::core::convert::TryInto::try_into(value.silent()?)?,
                    glowing: ::core::convert::TryInto::try_into(value.glowing()?)?,
                })
            }
        }

        impl<'a> ::planus::TableRead<'a> for EntityRef<'a> {
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

        impl<'a> ::planus::VectorReadInner<'a> for EntityRef<'a> {
            type Error = ::planus::Error;
            const STRIDE: usize = 4;

            unsafe fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'a>,
                offset: usize,
            ) -> ::planus::Result<Self> {
                ::planus::TableRead::from_buffer(buffer, offset).map_err(|error_kind| {
                    error_kind.with_error_location("[EntityRef]", "get", buffer.offset_from_start)
                })
            }
        }

        /// # Safety
        /// The planus compiler generates implementations that initialize
        /// the bytes in `write_values`.
        unsafe impl ::planus::VectorWrite<::planus::Offset<Entity>> for Entity {
            type Value = ::planus::Offset<Entity>;
            const STRIDE: usize = 4;
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> Self::Value {
                ::planus::WriteAs::prepare(self, builder)
            }

            #[inline]
            unsafe fn write_values(
                values: &[::planus::Offset<Entity>],
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

        impl<'a> ::planus::ReadAsRoot<'a> for EntityRef<'a> {
            fn read_as_root(slice: &'a [u8]) -> ::planus::Result<Self> {
                ::planus::TableRead::from_buffer(
                    ::planus::SliceWithStartOffset {
                        buffer: slice,
                        offset_from_start: 0,
                    },
                    0,
                )
                .map_err(|error_kind| {
                    error_kind.with_error_location("[EntityRef]", "read_as_root", 0)
                })
            }
        }

        /// The table `RecipeBook` in the namespace `save`
        ///
        /// Generated from these locations:
        /// * Table `RecipeBook` in the file `save.fbs:39`
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
        pub struct RecipeBook {
            /// The field `recipes` in the table `RecipeBook`
            pub recipes: ::planus::alloc::vec::Vec<::planus::alloc::string::String>,
            /// The field `displayed` in the table `RecipeBook`
            pub displayed: ::planus::alloc::vec::Vec<::planus::alloc::string::String>,
            /// The field `filtering` in the table `RecipeBook`
            pub filtering: bool,
            /// The field `open` in the table `RecipeBook`
            pub open: bool,
            /// The field `furnace_filtering` in the table `RecipeBook`
            pub furnace_filtering: bool,
            /// The field `furnace_open` in the table `RecipeBook`
            pub furnace_open: bool,
            /// The field `blaster_filtering` in the table `RecipeBook`
            pub blaster_filtering: bool,
            /// The field `blaster_open` in the table `RecipeBook`
            pub blaster_open: bool,
            /// The field `smoker_filtering` in the table `RecipeBook`
            pub smoker_filtering: bool,
            /// The field `smoker_open` in the table `RecipeBook`
            pub smoker_open: bool,
        }

        #[allow(clippy::derivable_impls)]
        impl ::core::default::Default for RecipeBook {
            fn default() -> Self {
                Self {
                    recipes: ::core::default::Default::default(),
                    displayed: ::core::default::Default::default(),
                    filtering: false,
                    open: false,
                    furnace_filtering: false,
                    furnace_open: false,
                    blaster_filtering: false,
                    blaster_open: false,
                    smoker_filtering: false,
                    smoker_open: false,
                }
            }
        }

        impl RecipeBook {
            /// Creates a [RecipeBookBuilder] for serializing an instance of this table.
            #[inline]
            pub fn builder() -> RecipeBookBuilder<()> {
                RecipeBookBuilder(())
            }

            #[allow(clippy::too_many_arguments)]
            pub fn create(
                builder: &mut ::planus::Builder,
                field_recipes: impl ::planus::WriteAs<::planus::Offset<[::planus::Offset<str>]>>,
                field_displayed: impl ::planus::WriteAs<::planus::Offset<[::planus::Offset<str>]>>,
                field_filtering: impl ::planus::WriteAsDefault<bool, bool>,
                field_open: impl ::planus::WriteAsDefault<bool, bool>,
                field_furnace_filtering: impl ::planus::WriteAsDefault<bool, bool>,
                field_furnace_open: impl ::planus::WriteAsDefault<bool, bool>,
                field_blaster_filtering: impl ::planus::WriteAsDefault<bool, bool>,
                field_blaster_open: impl ::planus::WriteAsDefault<bool, bool>,
                field_smoker_filtering: impl ::planus::WriteAsDefault<bool, bool>,
                field_smoker_open: impl ::planus::WriteAsDefault<bool, bool>,
            ) -> ::planus::Offset<Self> {
                let prepared_recipes = field_recipes.prepare(builder);
                let prepared_displayed = field_displayed.prepare(builder);
                let prepared_filtering = field_filtering.prepare(builder, &false);
                let prepared_open = field_open.prepare(builder, &false);
                let prepared_furnace_filtering = field_furnace_filtering.prepare(builder, &false);
                let prepared_furnace_open = field_furnace_open.prepare(builder, &false);
                let prepared_blaster_filtering = field_blaster_filtering.prepare(builder, &false);
                let prepared_blaster_open = field_blaster_open.prepare(builder, &false);
                let prepared_smoker_filtering = field_smoker_filtering.prepare(builder, &false);
                let prepared_smoker_open = field_smoker_open.prepare(builder, &false);

                let mut table_writer: ::planus::table_writer::TableWriter<24> =
                    ::core::default::Default::default();
                table_writer.write_entry::<::planus::Offset<[::planus::Offset<str>]>>(0);
                table_writer.write_entry::<::planus::Offset<[::planus::Offset<str>]>>(1);
                if prepared_filtering.is_some() {
                    table_writer.write_entry::<bool>(2);
                }
                if prepared_open.is_some() {
                    table_writer.write_entry::<bool>(3);
                }
                if prepared_furnace_filtering.is_some() {
                    table_writer.write_entry::<bool>(4);
                }
                if prepared_furnace_open.is_some() {
                    table_writer.write_entry::<bool>(5);
                }
                if prepared_blaster_filtering.is_some() {
                    table_writer.write_entry::<bool>(6);
                }
                if prepared_blaster_open.is_some() {
                    table_writer.write_entry::<bool>(7);
                }
                if prepared_smoker_filtering.is_some() {
                    table_writer.write_entry::<bool>(8);
                }
                if prepared_smoker_open.is_some() {
                    table_writer.write_entry::<bool>(9);
                }

                unsafe {
                    table_writer.finish(builder, |object_writer| {
                        object_writer.write::<_, _, 4>(&prepared_recipes);
                        object_writer.write::<_, _, 4>(&prepared_displayed);
                        if let ::core::option::Option::Some(prepared_filtering) = prepared_filtering
                        {
                            object_writer.write::<_, _, 1>(&prepared_filtering);
                        }
                        if let ::core::option::Option::Some(prepared_open) = prepared_open {
                            object_writer.write::<_, _, 1>(&prepared_open);
                        }
                        if let ::core::option::Option::Some(prepared_furnace_filtering) =
                            prepared_furnace_filtering
                        {
                            object_writer.write::<_, _, 1>(&prepared_furnace_filtering);
                        }
                        if let ::core::option::Option::Some(prepared_furnace_open) =
                            prepared_furnace_open
                        {
                            object_writer.write::<_, _, 1>(&prepared_furnace_open);
                        }
                        if let ::core::option::Option::Some(prepared_blaster_filtering) =
                            prepared_blaster_filtering
                        {
                            object_writer.write::<_, _, 1>(&prepared_blaster_filtering);
                        }
                        if let ::core::option::Option::Some(prepared_blaster_open) =
                            prepared_blaster_open
                        {
                            object_writer.write::<_, _, 1>(&prepared_blaster_open);
                        }
                        if let ::core::option::Option::Some(prepared_smoker_filtering) =
                            prepared_smoker_filtering
                        {
                            object_writer.write::<_, _, 1>(&prepared_smoker_filtering);
                        }
                        if let ::core::option::Option::Some(prepared_smoker_open) =
                            prepared_smoker_open
                        {
                            object_writer.write::<_, _, 1>(&prepared_smoker_open);
                        }
                    });
                }
                builder.current_offset()
            }
        }

        impl ::planus::WriteAs<::planus::Offset<RecipeBook>> for RecipeBook {
            type Prepared = ::planus::Offset<Self>;

            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<RecipeBook> {
                ::planus::WriteAsOffset::prepare(self, builder)
            }
        }

        impl ::planus::WriteAsOptional<::planus::Offset<RecipeBook>> for RecipeBook {
            type Prepared = ::planus::Offset<Self>;

            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::Offset<RecipeBook>> {
                ::core::option::Option::Some(::planus::WriteAsOffset::prepare(self, builder))
            }
        }

        impl ::planus::WriteAsOffset<RecipeBook> for RecipeBook {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<RecipeBook> {
                RecipeBook::create(
                    builder,
                    &self.recipes,
                    &self.displayed,
                    self.filtering,
                    self.open,
                    self.furnace_filtering,
                    self.furnace_open,
                    self.blaster_filtering,
                    self.blaster_open,
                    self.smoker_filtering,
                    self.smoker_open,
                )
            }
        }

        /// Builder for serializing an instance of the [RecipeBook] type.
        ///
        /// Can be created using the [RecipeBook::builder] method.
        #[derive(Debug)]
        #[must_use]
        pub struct RecipeBookBuilder<State>(State);

        impl RecipeBookBuilder<()> {
            /// Setter for the [`recipes` field](RecipeBook#structfield.recipes).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn recipes<T0>(self, value: T0) -> RecipeBookBuilder<(T0,)>
            where
                T0: ::planus::WriteAs<::planus::Offset<[::planus::Offset<str>]>>,
            {
                RecipeBookBuilder((value,))
            }
        }

        impl<T0> RecipeBookBuilder<(T0,)> {
            /// Setter for the [`displayed` field](RecipeBook#structfield.displayed).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn displayed<T1>(self, value: T1) -> RecipeBookBuilder<(T0, T1)>
            where
                T1: ::planus::WriteAs<::planus::Offset<[::planus::Offset<str>]>>,
            {
                let (v0,) = self.0;
                RecipeBookBuilder((v0, value))
            }
        }

        impl<T0, T1> RecipeBookBuilder<(T0, T1)> {
            /// Setter for the [`filtering` field](RecipeBook#structfield.filtering).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn filtering<T2>(self, value: T2) -> RecipeBookBuilder<(T0, T1, T2)>
            where
                T2: ::planus::WriteAsDefault<bool, bool>,
            {
                let (v0, v1) = self.0;
                RecipeBookBuilder((v0, v1, value))
            }

            /// Sets the [`filtering` field](RecipeBook#structfield.filtering) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn filtering_as_default(
                self,
            ) -> RecipeBookBuilder<(T0, T1, ::planus::DefaultValue)> {
                self.filtering(::planus::DefaultValue)
            }
        }

        impl<T0, T1, T2> RecipeBookBuilder<(T0, T1, T2)> {
            /// Setter for the [`open` field](RecipeBook#structfield.open).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn open<T3>(self, value: T3) -> RecipeBookBuilder<(T0, T1, T2, T3)>
            where
                T3: ::planus::WriteAsDefault<bool, bool>,
            {
                let (v0, v1, v2) = self.0;
                RecipeBookBuilder((v0, v1, v2, value))
            }

            /// Sets the [`open` field](RecipeBook#structfield.open) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn open_as_default(
                self,
            ) -> RecipeBookBuilder<(T0, T1, T2, ::planus::DefaultValue)> {
                self.open(::planus::DefaultValue)
            }
        }

        impl<T0, T1, T2, T3> RecipeBookBuilder<(T0, T1, T2, T3)> {
            /// Setter for the [`furnace_filtering` field](RecipeBook#structfield.furnace_filtering).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn furnace_filtering<T4>(self, value: T4) -> RecipeBookBuilder<(T0, T1, T2, T3, T4)>
            where
                T4: ::planus::WriteAsDefault<bool, bool>,
            {
                let (v0, v1, v2, v3) = self.0;
                RecipeBookBuilder((v0, v1, v2, v3, value))
            }

            /// Sets the [`furnace_filtering` field](RecipeBook#structfield.furnace_filtering) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn furnace_filtering_as_default(
                self,
            ) -> RecipeBookBuilder<(T0, T1, T2, T3, ::planus::DefaultValue)> {
                self.furnace_filtering(::planus::DefaultValue)
            }
        }

        impl<T0, T1, T2, T3, T4> RecipeBookBuilder<(T0, T1, T2, T3, T4)> {
            /// Setter for the [`furnace_open` field](RecipeBook#structfield.furnace_open).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn furnace_open<T5>(self, value: T5) -> RecipeBookBuilder<(T0, T1, T2, T3, T4, T5)>
            where
                T5: ::planus::WriteAsDefault<bool, bool>,
            {
                let (v0, v1, v2, v3, v4) = self.0;
                RecipeBookBuilder((v0, v1, v2, v3, v4, value))
            }

            /// Sets the [`furnace_open` field](RecipeBook#structfield.furnace_open) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn furnace_open_as_default(
                self,
            ) -> RecipeBookBuilder<(T0, T1, T2, T3, T4, ::planus::DefaultValue)> {
                self.furnace_open(::planus::DefaultValue)
            }
        }

        impl<T0, T1, T2, T3, T4, T5> RecipeBookBuilder<(T0, T1, T2, T3, T4, T5)> {
            /// Setter for the [`blaster_filtering` field](RecipeBook#structfield.blaster_filtering).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn blaster_filtering<T6>(
                self,
                value: T6,
            ) -> RecipeBookBuilder<(T0, T1, T2, T3, T4, T5, T6)>
            where
                T6: ::planus::WriteAsDefault<bool, bool>,
            {
                let (v0, v1, v2, v3, v4, v5) = self.0;
                RecipeBookBuilder((v0, v1, v2, v3, v4, v5, value))
            }

            /// Sets the [`blaster_filtering` field](RecipeBook#structfield.blaster_filtering) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn blaster_filtering_as_default(
                self,
            ) -> RecipeBookBuilder<(T0, T1, T2, T3, T4, T5, ::planus::DefaultValue)> {
                self.blaster_filtering(::planus::DefaultValue)
            }
        }

        impl<T0, T1, T2, T3, T4, T5, T6> RecipeBookBuilder<(T0, T1, T2, T3, T4, T5, T6)> {
            /// Setter for the [`blaster_open` field](RecipeBook#structfield.blaster_open).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn blaster_open<T7>(
                self,
                value: T7,
            ) -> RecipeBookBuilder<(T0, T1, T2, T3, T4, T5, T6, T7)>
            where
                T7: ::planus::WriteAsDefault<bool, bool>,
            {
                let (v0, v1, v2, v3, v4, v5, v6) = self.0;
                RecipeBookBuilder((v0, v1, v2, v3, v4, v5, v6, value))
            }

            /// Sets the [`blaster_open` field](RecipeBook#structfield.blaster_open) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn blaster_open_as_default(
                self,
            ) -> RecipeBookBuilder<(T0, T1, T2, T3, T4, T5, T6, ::planus::DefaultValue)>
            {
                self.blaster_open(::planus::DefaultValue)
            }
        }

        impl<T0, T1, T2, T3, T4, T5, T6, T7> RecipeBookBuilder<(T0, T1, T2, T3, T4, T5, T6, T7)> {
            /// Setter for the [`smoker_filtering` field](RecipeBook#structfield.smoker_filtering).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn smoker_filtering<T8>(
                self,
                value: T8,
            ) -> RecipeBookBuilder<(T0, T1, T2, T3, T4, T5, T6, T7, T8)>
            where
                T8: ::planus::WriteAsDefault<bool, bool>,
            {
                let (v0, v1, v2, v3, v4, v5, v6, v7) = self.0;
                RecipeBookBuilder((v0, v1, v2, v3, v4, v5, v6, v7, value))
            }

            /// Sets the [`smoker_filtering` field](RecipeBook#structfield.smoker_filtering) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn smoker_filtering_as_default(
                self,
            ) -> RecipeBookBuilder<(T0, T1, T2, T3, T4, T5, T6, T7, ::planus::DefaultValue)>
            {
                self.smoker_filtering(::planus::DefaultValue)
            }
        }

        impl<T0, T1, T2, T3, T4, T5, T6, T7, T8> RecipeBookBuilder<(T0, T1, T2, T3, T4, T5, T6, T7, T8)> {
            /// Setter for the [`smoker_open` field](RecipeBook#structfield.smoker_open).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn smoker_open<T9>(
                self,
                value: T9,
            ) -> RecipeBookBuilder<(T0, T1, T2, T3, T4, T5, T6, T7, T8, T9)>
            where
                T9: ::planus::WriteAsDefault<bool, bool>,
            {
                let (v0, v1, v2, v3, v4, v5, v6, v7, v8) = self.0;
                RecipeBookBuilder((v0, v1, v2, v3, v4, v5, v6, v7, v8, value))
            }

            /// Sets the [`smoker_open` field](RecipeBook#structfield.smoker_open) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn smoker_open_as_default(
                self,
            ) -> RecipeBookBuilder<(T0, T1, T2, T3, T4, T5, T6, T7, T8, ::planus::DefaultValue)>
            {
                self.smoker_open(::planus::DefaultValue)
            }
        }

        impl<T0, T1, T2, T3, T4, T5, T6, T7, T8, T9>
            RecipeBookBuilder<(T0, T1, T2, T3, T4, T5, T6, T7, T8, T9)>
        {
            /// Finish writing the builder to get an [Offset](::planus::Offset) to a serialized [RecipeBook].
            #[inline]
            pub fn finish(self, builder: &mut ::planus::Builder) -> ::planus::Offset<RecipeBook>
            where
                Self: ::planus::WriteAsOffset<RecipeBook>,
            {
                ::planus::WriteAsOffset::prepare(&self, builder)
            }
        }

        impl<
                T0: ::planus::WriteAs<::planus::Offset<[::planus::Offset<str>]>>,
                T1: ::planus::WriteAs<::planus::Offset<[::planus::Offset<str>]>>,
                T2: ::planus::WriteAsDefault<bool, bool>,
                T3: ::planus::WriteAsDefault<bool, bool>,
                T4: ::planus::WriteAsDefault<bool, bool>,
                T5: ::planus::WriteAsDefault<bool, bool>,
                T6: ::planus::WriteAsDefault<bool, bool>,
                T7: ::planus::WriteAsDefault<bool, bool>,
                T8: ::planus::WriteAsDefault<bool, bool>,
                T9: ::planus::WriteAsDefault<bool, bool>,
            > ::planus::WriteAs<::planus::Offset<RecipeBook>>
            for RecipeBookBuilder<(T0, T1, T2, T3, T4, T5, T6, T7, T8, T9)>
        {
            type Prepared = ::planus::Offset<RecipeBook>;

            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<RecipeBook> {
                ::planus::WriteAsOffset::prepare(self, builder)
            }
        }

        impl<
                T0: ::planus::WriteAs<::planus::Offset<[::planus::Offset<str>]>>,
                T1: ::planus::WriteAs<::planus::Offset<[::planus::Offset<str>]>>,
                T2: ::planus::WriteAsDefault<bool, bool>,
                T3: ::planus::WriteAsDefault<bool, bool>,
                T4: ::planus::WriteAsDefault<bool, bool>,
                T5: ::planus::WriteAsDefault<bool, bool>,
                T6: ::planus::WriteAsDefault<bool, bool>,
                T7: ::planus::WriteAsDefault<bool, bool>,
                T8: ::planus::WriteAsDefault<bool, bool>,
                T9: ::planus::WriteAsDefault<bool, bool>,
            > ::planus::WriteAsOptional<::planus::Offset<RecipeBook>>
            for RecipeBookBuilder<(T0, T1, T2, T3, T4, T5, T6, T7, T8, T9)>
        {
            type Prepared = ::planus::Offset<RecipeBook>;

            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::Offset<RecipeBook>> {
                ::core::option::Option::Some(::planus::WriteAsOffset::prepare(self, builder))
            }
        }

        impl<
                T0: ::planus::WriteAs<::planus::Offset<[::planus::Offset<str>]>>,
                T1: ::planus::WriteAs<::planus::Offset<[::planus::Offset<str>]>>,
                T2: ::planus::WriteAsDefault<bool, bool>,
                T3: ::planus::WriteAsDefault<bool, bool>,
                T4: ::planus::WriteAsDefault<bool, bool>,
                T5: ::planus::WriteAsDefault<bool, bool>,
                T6: ::planus::WriteAsDefault<bool, bool>,
                T7: ::planus::WriteAsDefault<bool, bool>,
                T8: ::planus::WriteAsDefault<bool, bool>,
                T9: ::planus::WriteAsDefault<bool, bool>,
            > ::planus::WriteAsOffset<RecipeBook>
            for RecipeBookBuilder<(T0, T1, T2, T3, T4, T5, T6, T7, T8, T9)>
        {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<RecipeBook> {
                let (v0, v1, v2, v3, v4, v5, v6, v7, v8, v9) = &self.0;
                RecipeBook::create(builder, v0, v1, v2, v3, v4, v5, v6, v7, v8, v9)
            }
        }

        /// Reference to a deserialized [RecipeBook].
        #[derive(Copy, Clone)]
        pub struct RecipeBookRef<'a>(#[allow(dead_code)] ::planus::table_reader::Table<'a>);

        impl<'a> RecipeBookRef<'a> {
            /// Getter for the [`recipes` field](RecipeBook#structfield.recipes).
            #[inline]
            pub fn recipes(
                &self,
            ) -> ::planus::Result<::planus::Vector<'a, ::planus::Result<&'a ::core::primitive::str>>>
            {
                self.0.access_required(0, "RecipeBook", "recipes")
            }

            /// Getter for the [`displayed` field](RecipeBook#structfield.displayed).
            #[inline]
            pub fn displayed(
                &self,
            ) -> ::planus::Result<::planus::Vector<'a, ::planus::Result<&'a ::core::primitive::str>>>
            {
                self.0.access_required(1, "RecipeBook", "displayed")
            }

            /// Getter for the [`filtering` field](RecipeBook#structfield.filtering).
            #[inline]
            pub fn filtering(&self) -> ::planus::Result<bool> {
                ::core::result::Result::Ok(
                    self.0
                        .access(2, "RecipeBook", "filtering")?
                        .unwrap_or(false),
                )
            }

            /// Getter for the [`open` field](RecipeBook#structfield.open).
            #[inline]
            pub fn open(&self) -> ::planus::Result<bool> {
                ::core::result::Result::Ok(self.0.access(3, "RecipeBook", "open")?.unwrap_or(false))
            }

            /// Getter for the [`furnace_filtering` field](RecipeBook#structfield.furnace_filtering).
            #[inline]
            pub fn furnace_filtering(&self) -> ::planus::Result<bool> {
                ::core::result::Result::Ok(
                    self.0
                        .access(4, "RecipeBook", "furnace_filtering")?
                        .unwrap_or(false),
                )
            }

            /// Getter for the [`furnace_open` field](RecipeBook#structfield.furnace_open).
            #[inline]
            pub fn furnace_open(&self) -> ::planus::Result<bool> {
                ::core::result::Result::Ok(
                    self.0
                        .access(5, "RecipeBook", "furnace_open")?
                        .unwrap_or(false),
                )
            }

            /// Getter for the [`blaster_filtering` field](RecipeBook#structfield.blaster_filtering).
            #[inline]
            pub fn blaster_filtering(&self) -> ::planus::Result<bool> {
                ::core::result::Result::Ok(
                    self.0
                        .access(6, "RecipeBook", "blaster_filtering")?
                        .unwrap_or(false),
                )
            }

            /// Getter for the [`blaster_open` field](RecipeBook#structfield.blaster_open).
            #[inline]
            pub fn blaster_open(&self) -> ::planus::Result<bool> {
                ::core::result::Result::Ok(
                    self.0
                        .access(7, "RecipeBook", "blaster_open")?
                        .unwrap_or(false),
                )
            }

            /// Getter for the [`smoker_filtering` field](RecipeBook#structfield.smoker_filtering).
            #[inline]
            pub fn smoker_filtering(&self) -> ::planus::Result<bool> {
                ::core::result::Result::Ok(
                    self.0
                        .access(8, "RecipeBook", "smoker_filtering")?
                        .unwrap_or(false),
                )
            }

            /// Getter for the [`smoker_open` field](RecipeBook#structfield.smoker_open).
            #[inline]
            pub fn smoker_open(&self) -> ::planus::Result<bool> {
                ::core::result::Result::Ok(
                    self.0
                        .access(9, "RecipeBook", "smoker_open")?
                        .unwrap_or(false),
                )
            }
        }

        impl<'a> ::core::fmt::Debug for RecipeBookRef<'a> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                let mut f = f.debug_struct("RecipeBookRef");
                f.field("recipes", &self.recipes());
                f.field("displayed", &self.displayed());
                f.field("filtering", &self.filtering());
                f.field("open", &self.open());
                f.field("furnace_filtering", &self.furnace_filtering());
                f.field("furnace_open", &self.furnace_open());
                f.field("blaster_filtering", &self.blaster_filtering());
                f.field("blaster_open", &self.blaster_open());
                f.field("smoker_filtering", &self.smoker_filtering());
                f.field("smoker_open", &self.smoker_open());
                f.finish()
            }
        }

        impl<'a> ::core::convert::TryFrom<RecipeBookRef<'a>> for RecipeBook {
            type Error = ::planus::Error;

            #[allow(unreachable_code)]
            fn try_from(value: RecipeBookRef<'a>) -> ::planus::Result<Self> {
                ::core::result::Result::Ok(Self {
                    recipes: value.recipes()?.to_vec_result()?,
                    displayed: value.displayed()?.to_vec_result()?,
                    filtering: ::core::convert::TryInto::try_into(value.filtering()?)?,
                    open: ::core::convert::TryInto::try_into(value.open()?)?,
                    furnace_filtering: ::core::convert::TryInto::try_into(
                        value.furnace_filtering()?,
                    )?,
                    furnace_open: ::core::convert::TryInto::try_into(value.furnace_open()?)?,
                    blaster_filtering: ::core::convert::TryInto::try_into(
                        value.blaster_filtering()?,
                    )?,
                    blaster_open: ::core::convert::TryInto::try_into(value.blaster_open()?)?,
                    smoker_filtering: ::core::convert::TryInto::try_into(
                        value.smoker_filtering()?,
                    )?,
                    smoker_open: ::core::convert::TryInto::try_into(value.smoker_open()?)?,
                })
            }
        }

        impl<'a> ::planus::TableRead<'a> for RecipeBookRef<'a> {
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

        impl<'a> ::planus::VectorReadInner<'a> for RecipeBookRef<'a> {
            type Error = ::planus::Error;
            const STRIDE: usize = 4;

            unsafe fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'a>,
                offset: usize,
            ) -> ::planus::Result<Self> {
                ::planus::TableRead::from_buffer(buffer, offset).map_err(|error_kind| {
                    error_kind.with_error_location(
                        "[RecipeBookRef]",
                        "get",
                        buffer.offset_from_start,
                    )
                })
            }
        }

        /// # Safety
        /// The planus compiler generates implementations that initialize
        /// the bytes in `write_values`.
        unsafe impl ::planus::VectorWrite<::planus::Offset<RecipeBook>> for RecipeBook {
            type Value = ::planus::Offset<RecipeBook>;
            const STRIDE: usize = 4;
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> Self::Value {
                ::planus::WriteAs::prepare(self, builder)
            }

            #[inline]
            unsafe fn write_values(
                values: &[::planus::Offset<RecipeBook>],
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

        impl<'a> ::planus::ReadAsRoot<'a> for RecipeBookRef<'a> {
            fn read_as_root(slice: &'a [u8]) -> ::planus::Result<Self> {
                ::planus::TableRead::from_buffer(
                    ::planus::SliceWithStartOffset {
                        buffer: slice,
                        offset_from_start: 0,
                    },
                    0,
                )
                .map_err(|error_kind| {
                    error_kind.with_error_location("[RecipeBookRef]", "read_as_root", 0)
                })
            }
        }

        /// The table `Vehicle` in the namespace `save`
        ///
        /// Generated from these locations:
        /// * Table `Vehicle` in the file `save.fbs:52`
        #[derive(Clone, Debug, PartialEq, PartialOrd, ::serde::Serialize, ::serde::Deserialize)]
        pub struct Vehicle {
            /// The field `uuid` in the table `Vehicle`
            pub uuid: self::Uuid,
            /// The field `entity` in the table `Vehicle`
            pub entity: ::planus::alloc::boxed::Box<self::Entity>,
        }

        #[allow(clippy::derivable_impls)]
        impl ::core::default::Default for Vehicle {
            fn default() -> Self {
                Self {
                    uuid: ::core::default::Default::default(),
                    entity: ::core::default::Default::default(),
                }
            }
        }

        impl Vehicle {
            /// Creates a [VehicleBuilder] for serializing an instance of this table.
            #[inline]
            pub fn builder() -> VehicleBuilder<()> {
                VehicleBuilder(())
            }

            #[allow(clippy::too_many_arguments)]
            pub fn create(
                builder: &mut ::planus::Builder,
                field_uuid: impl ::planus::WriteAs<self::Uuid>,
                field_entity: impl ::planus::WriteAs<::planus::Offset<self::Entity>>,
            ) -> ::planus::Offset<Self> {
                let prepared_uuid = field_uuid.prepare(builder);
                let prepared_entity = field_entity.prepare(builder);

                let mut table_writer: ::planus::table_writer::TableWriter<8> =
                    ::core::default::Default::default();
                table_writer.write_entry::<self::Uuid>(0);
                table_writer.write_entry::<::planus::Offset<self::Entity>>(1);

                unsafe {
                    table_writer.finish(builder, |object_writer| {
                        object_writer.write::<_, _, 16>(&prepared_uuid);
                        object_writer.write::<_, _, 4>(&prepared_entity);
                    });
                }
                builder.current_offset()
            }
        }

        impl ::planus::WriteAs<::planus::Offset<Vehicle>> for Vehicle {
            type Prepared = ::planus::Offset<Self>;

            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Vehicle> {
                ::planus::WriteAsOffset::prepare(self, builder)
            }
        }

        impl ::planus::WriteAsOptional<::planus::Offset<Vehicle>> for Vehicle {
            type Prepared = ::planus::Offset<Self>;

            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::Offset<Vehicle>> {
                ::core::option::Option::Some(::planus::WriteAsOffset::prepare(self, builder))
            }
        }

        impl ::planus::WriteAsOffset<Vehicle> for Vehicle {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Vehicle> {
                Vehicle::create(builder, self.uuid, &self.entity)
            }
        }

        /// Builder for serializing an instance of the [Vehicle] type.
        ///
        /// Can be created using the [Vehicle::builder] method.
        #[derive(Debug)]
        #[must_use]
        pub struct VehicleBuilder<State>(State);

        impl VehicleBuilder<()> {
            /// Setter for the [`uuid` field](Vehicle#structfield.uuid).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn uuid<T0>(self, value: T0) -> VehicleBuilder<(T0,)>
            where
                T0: ::planus::WriteAs<self::Uuid>,
            {
                VehicleBuilder((value,))
            }
        }

        impl<T0> VehicleBuilder<(T0,)> {
            /// Setter for the [`entity` field](Vehicle#structfield.entity).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn entity<T1>(self, value: T1) -> VehicleBuilder<(T0, T1)>
            where
                T1: ::planus::WriteAs<::planus::Offset<self::Entity>>,
            {
                let (v0,) = self.0;
                VehicleBuilder((v0, value))
            }
        }

        impl<T0, T1> VehicleBuilder<(T0, T1)> {
            /// Finish writing the builder to get an [Offset](::planus::Offset) to a serialized [Vehicle].
            #[inline]
            pub fn finish(self, builder: &mut ::planus::Builder) -> ::planus::Offset<Vehicle>
            where
                Self: ::planus::WriteAsOffset<Vehicle>,
            {
                ::planus::WriteAsOffset::prepare(&self, builder)
            }
        }

        impl<
                T0: ::planus::WriteAs<self::Uuid>,
                T1: ::planus::WriteAs<::planus::Offset<self::Entity>>,
            > ::planus::WriteAs<::planus::Offset<Vehicle>> for VehicleBuilder<(T0, T1)>
        {
            type Prepared = ::planus::Offset<Vehicle>;

            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Vehicle> {
                ::planus::WriteAsOffset::prepare(self, builder)
            }
        }

        impl<
                T0: ::planus::WriteAs<self::Uuid>,
                T1: ::planus::WriteAs<::planus::Offset<self::Entity>>,
            > ::planus::WriteAsOptional<::planus::Offset<Vehicle>> for VehicleBuilder<(T0, T1)>
        {
            type Prepared = ::planus::Offset<Vehicle>;

            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::Offset<Vehicle>> {
                ::core::option::Option::Some(::planus::WriteAsOffset::prepare(self, builder))
            }
        }

        impl<
                T0: ::planus::WriteAs<self::Uuid>,
                T1: ::planus::WriteAs<::planus::Offset<self::Entity>>,
            > ::planus::WriteAsOffset<Vehicle> for VehicleBuilder<(T0, T1)>
        {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Vehicle> {
                let (v0, v1) = &self.0;
                Vehicle::create(builder, v0, v1)
            }
        }

        /// Reference to a deserialized [Vehicle].
        #[derive(Copy, Clone)]
        pub struct VehicleRef<'a>(#[allow(dead_code)] ::planus::table_reader::Table<'a>);

        impl<'a> VehicleRef<'a> {
            /// Getter for the [`uuid` field](Vehicle#structfield.uuid).
            #[inline]
            pub fn uuid(&self) -> ::planus::Result<self::UuidRef<'a>> {
                self.0.access_required(0, "Vehicle", "uuid")
            }

            /// Getter for the [`entity` field](Vehicle#structfield.entity).
            #[inline]
            pub fn entity(&self) -> ::planus::Result<self::EntityRef<'a>> {
                self.0.access_required(1, "Vehicle", "entity")
            }
        }

        impl<'a> ::core::fmt::Debug for VehicleRef<'a> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                let mut f = f.debug_struct("VehicleRef");
                f.field("uuid", &self.uuid());
                f.field("entity", &self.entity());
                f.finish()
            }
        }

        impl<'a> ::core::convert::TryFrom<VehicleRef<'a>> for Vehicle {
            type Error = ::planus::Error;

            #[allow(unreachable_code)]
            fn try_from(value: VehicleRef<'a>) -> ::planus::Result<Self> {
                ::core::result::Result::Ok(Self {
                    uuid: ::core::convert::Into::into(value.uuid()?),
                    entity: ::planus::alloc::boxed::Box::new(::core::convert::TryInto::try_into(
                        value.entity()?,
                    )?),
                })
            }
        }

        impl<'a> ::planus::TableRead<'a> for VehicleRef<'a> {
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

        impl<'a> ::planus::VectorReadInner<'a> for VehicleRef<'a> {
            type Error = ::planus::Error;
            const STRIDE: usize = 4;

            unsafe fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'a>,
                offset: usize,
            ) -> ::planus::Result<Self> {
                ::planus::TableRead::from_buffer(buffer, offset).map_err(|error_kind| {
                    error_kind.with_error_location("[VehicleRef]", "get", buffer.offset_from_start)
                })
            }
        }

        /// # Safety
        /// The planus compiler generates implementations that initialize
        /// the bytes in `write_values`.
        unsafe impl ::planus::VectorWrite<::planus::Offset<Vehicle>> for Vehicle {
            type Value = ::planus::Offset<Vehicle>;
            const STRIDE: usize = 4;
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> Self::Value {
                ::planus::WriteAs::prepare(self, builder)
            }

            #[inline]
            unsafe fn write_values(
                values: &[::planus::Offset<Vehicle>],
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

        impl<'a> ::planus::ReadAsRoot<'a> for VehicleRef<'a> {
            fn read_as_root(slice: &'a [u8]) -> ::planus::Result<Self> {
                ::planus::TableRead::from_buffer(
                    ::planus::SliceWithStartOffset {
                        buffer: slice,
                        offset_from_start: 0,
                    },
                    0,
                )
                .map_err(|error_kind| {
                    error_kind.with_error_location("[VehicleRef]", "read_as_root", 0)
                })
            }
        }

        /// The table `Awake` in the namespace `save`
        ///
        /// Generated from these locations:
        /// * Table `Awake` in the file `save.fbs:53`
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
        pub struct Awake {}

        #[allow(clippy::derivable_impls)]
        impl ::core::default::Default for Awake {
            fn default() -> Self {
                Self {}
            }
        }

        impl Awake {
            /// Creates a [AwakeBuilder] for serializing an instance of this table.
            #[inline]
            pub fn builder() -> AwakeBuilder<()> {
                AwakeBuilder(())
            }

            #[allow(clippy::too_many_arguments)]
            pub fn create(builder: &mut ::planus::Builder) -> ::planus::Offset<Self> {
                let table_writer: ::planus::table_writer::TableWriter<4> =
                    ::core::default::Default::default();
                unsafe {
                    table_writer.finish(builder, |_table_writer| {});
                }
                builder.current_offset()
            }
        }

        impl ::planus::WriteAs<::planus::Offset<Awake>> for Awake {
            type Prepared = ::planus::Offset<Self>;

            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Awake> {
                ::planus::WriteAsOffset::prepare(self, builder)
            }
        }

        impl ::planus::WriteAsOptional<::planus::Offset<Awake>> for Awake {
            type Prepared = ::planus::Offset<Self>;

            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::Offset<Awake>> {
                ::core::option::Option::Some(::planus::WriteAsOffset::prepare(self, builder))
            }
        }

        impl ::planus::WriteAsOffset<Awake> for Awake {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Awake> {
                Awake::create(builder)
            }
        }

        /// Builder for serializing an instance of the [Awake] type.
        ///
        /// Can be created using the [Awake::builder] method.
        #[derive(Debug)]
        #[must_use]
        pub struct AwakeBuilder<State>(State);

        impl AwakeBuilder<()> {
            /// Finish writing the builder to get an [Offset](::planus::Offset) to a serialized [Awake].
            #[inline]
            pub fn finish(self, builder: &mut ::planus::Builder) -> ::planus::Offset<Awake>
            where
                Self: ::planus::WriteAsOffset<Awake>,
            {
                ::planus::WriteAsOffset::prepare(&self, builder)
            }
        }

        impl ::planus::WriteAs<::planus::Offset<Awake>> for AwakeBuilder<()> {
            type Prepared = ::planus::Offset<Awake>;

            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Awake> {
                ::planus::WriteAsOffset::prepare(self, builder)
            }
        }

        impl ::planus::WriteAsOptional<::planus::Offset<Awake>> for AwakeBuilder<()> {
            type Prepared = ::planus::Offset<Awake>;

            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::Offset<Awake>> {
                ::core::option::Option::Some(::planus::WriteAsOffset::prepare(self, builder))
            }
        }

        impl ::planus::WriteAsOffset<Awake> for AwakeBuilder<()> {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Awake> {
                Awake::create(builder)
            }
        }

        /// Reference to a deserialized [Awake].
        #[derive(Copy, Clone)]
        pub struct AwakeRef<'a>(#[allow(dead_code)] ::planus::table_reader::Table<'a>);

        impl<'a> AwakeRef<'a> {}

        impl<'a> ::core::fmt::Debug for AwakeRef<'a> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                let mut f = f.debug_struct("AwakeRef");

                f.finish()
            }
        }

        impl<'a> ::core::convert::TryFrom<AwakeRef<'a>> for Awake {
            type Error = ::planus::Error;

            fn try_from(_value: AwakeRef<'a>) -> ::planus::Result<Self> {
                ::core::result::Result::Ok(Self {})
            }
        }

        impl<'a> ::planus::TableRead<'a> for AwakeRef<'a> {
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

        impl<'a> ::planus::VectorReadInner<'a> for AwakeRef<'a> {
            type Error = ::planus::Error;
            const STRIDE: usize = 4;

            unsafe fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'a>,
                offset: usize,
            ) -> ::planus::Result<Self> {
                ::planus::TableRead::from_buffer(buffer, offset).map_err(|error_kind| {
                    error_kind.with_error_location("[AwakeRef]", "get", buffer.offset_from_start)
                })
            }
        }

        /// # Safety
        /// The planus compiler generates implementations that initialize
        /// the bytes in `write_values`.
        unsafe impl ::planus::VectorWrite<::planus::Offset<Awake>> for Awake {
            type Value = ::planus::Offset<Awake>;
            const STRIDE: usize = 4;
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> Self::Value {
                ::planus::WriteAs::prepare(self, builder)
            }

            #[inline]
            unsafe fn write_values(
                values: &[::planus::Offset<Awake>],
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

        impl<'a> ::planus::ReadAsRoot<'a> for AwakeRef<'a> {
            fn read_as_root(slice: &'a [u8]) -> ::planus::Result<Self> {
                ::planus::TableRead::from_buffer(
                    ::planus::SliceWithStartOffset {
                        buffer: slice,
                        offset_from_start: 0,
                    },
                    0,
                )
                .map_err(|error_kind| {
                    error_kind.with_error_location("[AwakeRef]", "read_as_root", 0)
                })
            }
        }

        /// The table `Bed` in the namespace `save`
        ///
        /// Generated from these locations:
        /// * Table `Bed` in the file `save.fbs:54`
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
        pub struct Bed {
            /// The field `x` in the table `Bed`
            pub x: i32,
            /// The field `y` in the table `Bed`
            pub y: i32,
            /// The field `z` in the table `Bed`
            pub z: i32,
        }

        #[allow(clippy::derivable_impls)]
        impl ::core::default::Default for Bed {
            fn default() -> Self {
                Self { x: 0, y: 0, z: 0 }
            }
        }

        impl Bed {
            /// Creates a [BedBuilder] for serializing an instance of this table.
            #[inline]
            pub fn builder() -> BedBuilder<()> {
                BedBuilder(())
            }

            #[allow(clippy::too_many_arguments)]
            pub fn create(
                builder: &mut ::planus::Builder,
                field_x: impl ::planus::WriteAsDefault<i32, i32>,
                field_y: impl ::planus::WriteAsDefault<i32, i32>,
                field_z: impl ::planus::WriteAsDefault<i32, i32>,
            ) -> ::planus::Offset<Self> {
                let prepared_x = field_x.prepare(builder, &0);
                let prepared_y = field_y.prepare(builder, &0);
                let prepared_z = field_z.prepare(builder, &0);

                let mut table_writer: ::planus::table_writer::TableWriter<10> =
                    ::core::default::Default::default();
                if prepared_x.is_some() {
                    table_writer.write_entry::<i32>(0);
                }
                if prepared_y.is_some() {
                    table_writer.write_entry::<i32>(1);
                }
                if prepared_z.is_some() {
                    table_writer.write_entry::<i32>(2);
                }

                unsafe {
                    table_writer.finish(builder, |object_writer| {
                        if let ::core::option::Option::Some(prepared_x) = prepared_x {
                            object_writer.write::<_, _, 4>(&prepared_x);
                        }
                        if let ::core::option::Option::Some(prepared_y) = prepared_y {
                            object_writer.write::<_, _, 4>(&prepared_y);
                        }
                        if let ::core::option::Option::Some(prepared_z) = prepared_z {
                            object_writer.write::<_, _, 4>(&prepared_z);
                        }
                    });
                }
                builder.current_offset()
            }
        }

        impl ::planus::WriteAs<::planus::Offset<Bed>> for Bed {
            type Prepared = ::planus::Offset<Self>;

            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Bed> {
                ::planus::WriteAsOffset::prepare(self, builder)
            }
        }

        impl ::planus::WriteAsOptional<::planus::Offset<Bed>> for Bed {
            type Prepared = ::planus::Offset<Self>;

            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::Offset<Bed>> {
                ::core::option::Option::Some(::planus::WriteAsOffset::prepare(self, builder))
            }
        }

        impl ::planus::WriteAsOffset<Bed> for Bed {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Bed> {
                Bed::create(builder, self.x, self.y, self.z)
            }
        }

        /// Builder for serializing an instance of the [Bed] type.
        ///
        /// Can be created using the [Bed::builder] method.
        #[derive(Debug)]
        #[must_use]
        pub struct BedBuilder<State>(State);

        impl BedBuilder<()> {
            /// Setter for the [`x` field](Bed#structfield.x).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn x<T0>(self, value: T0) -> BedBuilder<(T0,)>
            where
                T0: ::planus::WriteAsDefault<i32, i32>,
            {
                BedBuilder((value,))
            }

            /// Sets the [`x` field](Bed#structfield.x) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn x_as_default(self) -> BedBuilder<(::planus::DefaultValue,)> {
                self.x(::planus::DefaultValue)
            }
        }

        impl<T0> BedBuilder<(T0,)> {
            /// Setter for the [`y` field](Bed#structfield.y).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn y<T1>(self, value: T1) -> BedBuilder<(T0, T1)>
            where
                T1: ::planus::WriteAsDefault<i32, i32>,
            {
                let (v0,) = self.0;
                BedBuilder((v0, value))
            }

            /// Sets the [`y` field](Bed#structfield.y) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn y_as_default(self) -> BedBuilder<(T0, ::planus::DefaultValue)> {
                self.y(::planus::DefaultValue)
            }
        }

        impl<T0, T1> BedBuilder<(T0, T1)> {
            /// Setter for the [`z` field](Bed#structfield.z).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn z<T2>(self, value: T2) -> BedBuilder<(T0, T1, T2)>
            where
                T2: ::planus::WriteAsDefault<i32, i32>,
            {
                let (v0, v1) = self.0;
                BedBuilder((v0, v1, value))
            }

            /// Sets the [`z` field](Bed#structfield.z) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn z_as_default(self) -> BedBuilder<(T0, T1, ::planus::DefaultValue)> {
                self.z(::planus::DefaultValue)
            }
        }

        impl<T0, T1, T2> BedBuilder<(T0, T1, T2)> {
            /// Finish writing the builder to get an [Offset](::planus::Offset) to a serialized [Bed].
            #[inline]
            pub fn finish(self, builder: &mut ::planus::Builder) -> ::planus::Offset<Bed>
            where
                Self: ::planus::WriteAsOffset<Bed>,
            {
                ::planus::WriteAsOffset::prepare(&self, builder)
            }
        }

        impl<
                T0: ::planus::WriteAsDefault<i32, i32>,
                T1: ::planus::WriteAsDefault<i32, i32>,
                T2: ::planus::WriteAsDefault<i32, i32>,
            > ::planus::WriteAs<::planus::Offset<Bed>> for BedBuilder<(T0, T1, T2)>
        {
            type Prepared = ::planus::Offset<Bed>;

            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Bed> {
                ::planus::WriteAsOffset::prepare(self, builder)
            }
        }

        impl<
                T0: ::planus::WriteAsDefault<i32, i32>,
                T1: ::planus::WriteAsDefault<i32, i32>,
                T2: ::planus::WriteAsDefault<i32, i32>,
            > ::planus::WriteAsOptional<::planus::Offset<Bed>> for BedBuilder<(T0, T1, T2)>
        {
            type Prepared = ::planus::Offset<Bed>;

            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::Offset<Bed>> {
                ::core::option::Option::Some(::planus::WriteAsOffset::prepare(self, builder))
            }
        }

        impl<
                T0: ::planus::WriteAsDefault<i32, i32>,
                T1: ::planus::WriteAsDefault<i32, i32>,
                T2: ::planus::WriteAsDefault<i32, i32>,
            > ::planus::WriteAsOffset<Bed> for BedBuilder<(T0, T1, T2)>
        {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Bed> {
                let (v0, v1, v2) = &self.0;
                Bed::create(builder, v0, v1, v2)
            }
        }

        /// Reference to a deserialized [Bed].
        #[derive(Copy, Clone)]
        pub struct BedRef<'a>(#[allow(dead_code)] ::planus::table_reader::Table<'a>);

        impl<'a> BedRef<'a> {
            /// Getter for the [`x` field](Bed#structfield.x).
            #[inline]
            pub fn x(&self) -> ::planus::Result<i32> {
                ::core::result::Result::Ok(self.0.access(0, "Bed", "x")?.unwrap_or(0))
            }

            /// Getter for the [`y` field](Bed#structfield.y).
            #[inline]
            pub fn y(&self) -> ::planus::Result<i32> {
                ::core::result::Result::Ok(self.0.access(1, "Bed", "y")?.unwrap_or(0))
            }

            /// Getter for the [`z` field](Bed#structfield.z).
            #[inline]
            pub fn z(&self) -> ::planus::Result<i32> {
                ::core::result::Result::Ok(self.0.access(2, "Bed", "z")?.unwrap_or(0))
            }
        }

        impl<'a> ::core::fmt::Debug for BedRef<'a> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                let mut f = f.debug_struct("BedRef");
                f.field("x", &self.x());
                f.field("y", &self.y());
                f.field("z", &self.z());
                f.finish()
            }
        }

        impl<'a> ::core::convert::TryFrom<BedRef<'a>> for Bed {
            type Error = ::planus::Error;

            #[allow(unreachable_code)]
            fn try_from(value: BedRef<'a>) -> ::planus::Result<Self> {
                ::core::result::Result::Ok(Self {
                    x: ::core::convert::TryInto::try_into(value.x()?)?,
                    y: ::core::convert::TryInto::try_into(value.y()?)?,
                    z: ::core::convert::TryInto::try_into(value.z()?)?,
                })
            }
        }

        impl<'a> ::planus::TableRead<'a> for BedRef<'a> {
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

        impl<'a> ::planus::VectorReadInner<'a> for BedRef<'a> {
            type Error = ::planus::Error;
            const STRIDE: usize = 4;

            unsafe fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'a>,
                offset: usize,
            ) -> ::planus::Result<Self> {
                ::planus::TableRead::from_buffer(buffer, offset).map_err(|error_kind| {
                    error_kind.with_error_location("[BedRef]", "get", buffer.offset_from_start)
                })
            }
        }

        /// # Safety
        /// The planus compiler generates implementations that initialize
        /// the bytes in `write_values`.
        unsafe impl ::planus::VectorWrite<::planus::Offset<Bed>> for Bed {
            type Value = ::planus::Offset<Bed>;
            const STRIDE: usize = 4;
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> Self::Value {
                ::planus::WriteAs::prepare(self, builder)
            }

            #[inline]
            unsafe fn write_values(
                values: &[::planus::Offset<Bed>],
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

        impl<'a> ::planus::ReadAsRoot<'a> for BedRef<'a> {
            fn read_as_root(slice: &'a [u8]) -> ::planus::Result<Self> {
                ::planus::TableRead::from_buffer(
                    ::planus::SliceWithStartOffset {
                        buffer: slice,
                        offset_from_start: 0,
                    },
                    0,
                )
                .map_err(|error_kind| error_kind.with_error_location("[BedRef]", "read_as_root", 0))
            }
        }

        /// The table `Death` in the namespace `save`
        ///
        /// Generated from these locations:
        /// * Table `Death` in the file `save.fbs:55`
        #[derive(Clone, Debug, PartialEq, PartialOrd, ::serde::Serialize, ::serde::Deserialize)]
        pub struct Death {
            /// The field `cause` in the table `Death`
            pub cause: ::planus::alloc::string::String,
            /// The field `at` in the table `Death`
            pub at: self::Vector3,
        }

        #[allow(clippy::derivable_impls)]
        impl ::core::default::Default for Death {
            fn default() -> Self {
                Self {
                    cause: ::core::default::Default::default(),
                    at: ::core::default::Default::default(),
                }
            }
        }

        impl Death {
            /// Creates a [DeathBuilder] for serializing an instance of this table.
            #[inline]
            pub fn builder() -> DeathBuilder<()> {
                DeathBuilder(())
            }

            #[allow(clippy::too_many_arguments)]
            pub fn create(
                builder: &mut ::planus::Builder,
                field_cause: impl ::planus::WriteAs<::planus::Offset<str>>,
                field_at: impl ::planus::WriteAs<self::Vector3>,
            ) -> ::planus::Offset<Self> {
                let prepared_cause = field_cause.prepare(builder);
                let prepared_at = field_at.prepare(builder);

                let mut table_writer: ::planus::table_writer::TableWriter<8> =
                    ::core::default::Default::default();
                table_writer.write_entry::<self::Vector3>(1);
                table_writer.write_entry::<::planus::Offset<str>>(0);

                unsafe {
                    table_writer.finish(builder, |object_writer| {
                        object_writer.write::<_, _, 24>(&prepared_at);
                        object_writer.write::<_, _, 4>(&prepared_cause);
                    });
                }
                builder.current_offset()
            }
        }

        impl ::planus::WriteAs<::planus::Offset<Death>> for Death {
            type Prepared = ::planus::Offset<Self>;

            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Death> {
                ::planus::WriteAsOffset::prepare(self, builder)
            }
        }

        impl ::planus::WriteAsOptional<::planus::Offset<Death>> for Death {
            type Prepared = ::planus::Offset<Self>;

            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::Offset<Death>> {
                ::core::option::Option::Some(::planus::WriteAsOffset::prepare(self, builder))
            }
        }

        impl ::planus::WriteAsOffset<Death> for Death {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Death> {
                Death::create(builder, &self.cause, self.at)
            }
        }

        /// Builder for serializing an instance of the [Death] type.
        ///
        /// Can be created using the [Death::builder] method.
        #[derive(Debug)]
        #[must_use]
        pub struct DeathBuilder<State>(State);

        impl DeathBuilder<()> {
            /// Setter for the [`cause` field](Death#structfield.cause).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn cause<T0>(self, value: T0) -> DeathBuilder<(T0,)>
            where
                T0: ::planus::WriteAs<::planus::Offset<str>>,
            {
                DeathBuilder((value,))
            }
        }

        impl<T0> DeathBuilder<(T0,)> {
            /// Setter for the [`at` field](Death#structfield.at).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn at<T1>(self, value: T1) -> DeathBuilder<(T0, T1)>
            where
                T1: ::planus::WriteAs<self::Vector3>,
            {
                let (v0,) = self.0;
                DeathBuilder((v0, value))
            }
        }

        impl<T0, T1> DeathBuilder<(T0, T1)> {
            /// Finish writing the builder to get an [Offset](::planus::Offset) to a serialized [Death].
            #[inline]
            pub fn finish(self, builder: &mut ::planus::Builder) -> ::planus::Offset<Death>
            where
                Self: ::planus::WriteAsOffset<Death>,
            {
                ::planus::WriteAsOffset::prepare(&self, builder)
            }
        }

        impl<
                T0: ::planus::WriteAs<::planus::Offset<str>>,
                T1: ::planus::WriteAs<self::Vector3>,
            > ::planus::WriteAs<::planus::Offset<Death>> for DeathBuilder<(T0, T1)>
        {
            type Prepared = ::planus::Offset<Death>;

            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Death> {
                ::planus::WriteAsOffset::prepare(self, builder)
            }
        }

        impl<
                T0: ::planus::WriteAs<::planus::Offset<str>>,
                T1: ::planus::WriteAs<self::Vector3>,
            > ::planus::WriteAsOptional<::planus::Offset<Death>> for DeathBuilder<(T0, T1)>
        {
            type Prepared = ::planus::Offset<Death>;

            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::Offset<Death>> {
                ::core::option::Option::Some(::planus::WriteAsOffset::prepare(self, builder))
            }
        }

        impl<
                T0: ::planus::WriteAs<::planus::Offset<str>>,
                T1: ::planus::WriteAs<self::Vector3>,
            > ::planus::WriteAsOffset<Death> for DeathBuilder<(T0, T1)>
        {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Death> {
                let (v0, v1) = &self.0;
                Death::create(builder, v0, v1)
            }
        }

        /// Reference to a deserialized [Death].
        #[derive(Copy, Clone)]
        pub struct DeathRef<'a>(#[allow(dead_code)] ::planus::table_reader::Table<'a>);

        impl<'a> DeathRef<'a> {
            /// Getter for the [`cause` field](Death#structfield.cause).
            #[inline]
            pub fn cause(&self) -> ::planus::Result<&'a ::core::primitive::str> {
                self.0.access_required(0, "Death", "cause")
            }

            /// Getter for the [`at` field](Death#structfield.at).
            #[inline]
            pub fn at(&self) -> ::planus::Result<self::Vector3Ref<'a>> {
                self.0.access_required(1, "Death", "at")
            }
        }

        impl<'a> ::core::fmt::Debug for DeathRef<'a> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                let mut f = f.debug_struct("DeathRef");
                f.field("cause", &self.cause());
                f.field("at", &self.at());
                f.finish()
            }
        }

        impl<'a> ::core::convert::TryFrom<DeathRef<'a>> for Death {
            type Error = ::planus::Error;

            #[allow(unreachable_code)]
            fn try_from(value: DeathRef<'a>) -> ::planus::Result<Self> {
                ::core::result::Result::Ok(Self {
                    cause: ::core::convert::Into::into(value.cause()?),
                    at: ::core::convert::Into::into(value.at()?),
                })
            }
        }

        impl<'a> ::planus::TableRead<'a> for DeathRef<'a> {
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

        impl<'a> ::planus::VectorReadInner<'a> for DeathRef<'a> {
            type Error = ::planus::Error;
            const STRIDE: usize = 4;

            unsafe fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'a>,
                offset: usize,
            ) -> ::planus::Result<Self> {
                ::planus::TableRead::from_buffer(buffer, offset).map_err(|error_kind| {
                    error_kind.with_error_location("[DeathRef]", "get", buffer.offset_from_start)
                })
            }
        }

        /// # Safety
        /// The planus compiler generates implementations that initialize
        /// the bytes in `write_values`.
        unsafe impl ::planus::VectorWrite<::planus::Offset<Death>> for Death {
            type Value = ::planus::Offset<Death>;
            const STRIDE: usize = 4;
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> Self::Value {
                ::planus::WriteAs::prepare(self, builder)
            }

            #[inline]
            unsafe fn write_values(
                values: &[::planus::Offset<Death>],
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

        impl<'a> ::planus::ReadAsRoot<'a> for DeathRef<'a> {
            fn read_as_root(slice: &'a [u8]) -> ::planus::Result<Self> {
                ::planus::TableRead::from_buffer(
                    ::planus::SliceWithStartOffset {
                        buffer: slice,
                        offset_from_start: 0,
                    },
                    0,
                )
                .map_err(|error_kind| {
                    error_kind.with_error_location("[DeathRef]", "read_as_root", 0)
                })
            }
        }

        /// The union `Status` in the namespace `save`
        ///
        /// Generated from these locations:
        /// * Union `Status` in the file `save.fbs:56`
        #[derive(Clone, Debug, PartialEq, PartialOrd, ::serde::Serialize, ::serde::Deserialize)]
        pub enum Status {
            /// The variant of type `Awake` in the union `Status`
            Awake(::planus::alloc::boxed::Box<self::Awake>),

            /// The variant of type `Bed` in the union `Status`
            Bed(::planus::alloc::boxed::Box<self::Bed>),

            /// The variant of type `Death` in the union `Status`
            Death(::planus::alloc::boxed::Box<self::Death>),
        }

        impl Status {
            /// Creates a [StatusBuilder] for serializing an instance of this table.
            #[inline]
            pub fn builder() -> StatusBuilder<::planus::Uninitialized> {
                StatusBuilder(::planus::Uninitialized)
            }

            #[inline]
            pub fn create_awake(
                builder: &mut ::planus::Builder,
                value: impl ::planus::WriteAsOffset<self::Awake>,
            ) -> ::planus::UnionOffset<Self> {
                ::planus::UnionOffset::new(1, value.prepare(builder).downcast())
            }

            #[inline]
            pub fn create_bed(
                builder: &mut ::planus::Builder,
                value: impl ::planus::WriteAsOffset<self::Bed>,
            ) -> ::planus::UnionOffset<Self> {
                ::planus::UnionOffset::new(2, value.prepare(builder).downcast())
            }

            #[inline]
            pub fn create_death(
                builder: &mut ::planus::Builder,
                value: impl ::planus::WriteAsOffset<self::Death>,
            ) -> ::planus::UnionOffset<Self> {
                ::planus::UnionOffset::new(3, value.prepare(builder).downcast())
            }
        }

        impl ::planus::WriteAsUnion<Status> for Status {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::UnionOffset<Self> {
                match self {
                    Self::Awake(value) => Self::create_awake(builder, value),
                    Self::Bed(value) => Self::create_bed(builder, value),
                    Self::Death(value) => Self::create_death(builder, value),
                }
            }
        }

        impl ::planus::WriteAsOptionalUnion<Status> for Status {
            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::UnionOffset<Self>> {
                ::core::option::Option::Some(::planus::WriteAsUnion::prepare(self, builder))
            }
        }

        /// Builder for serializing an instance of the [Status] type.
        ///
        /// Can be created using the [Status::builder] method.
        #[derive(Debug)]
        #[must_use]
        pub struct StatusBuilder<T>(T);

        impl StatusBuilder<::planus::Uninitialized> {
            /// Creates an instance of the [`Awake` variant](Status#variant.Awake).
            #[inline]
            pub fn awake<T>(self, value: T) -> StatusBuilder<::planus::Initialized<1, T>>
            where
                T: ::planus::WriteAsOffset<self::Awake>,
            {
                StatusBuilder(::planus::Initialized(value))
            }

            /// Creates an instance of the [`Bed` variant](Status#variant.Bed).
            #[inline]
            pub fn bed<T>(self, value: T) -> StatusBuilder<::planus::Initialized<2, T>>
            where
                T: ::planus::WriteAsOffset<self::Bed>,
            {
                StatusBuilder(::planus::Initialized(value))
            }

            /// Creates an instance of the [`Death` variant](Status#variant.Death).
            #[inline]
            pub fn death<T>(self, value: T) -> StatusBuilder<::planus::Initialized<3, T>>
            where
                T: ::planus::WriteAsOffset<self::Death>,
            {
                StatusBuilder(::planus::Initialized(value))
            }
        }

        impl<const N: u8, T> StatusBuilder<::planus::Initialized<N, T>> {
            /// Finish writing the builder to get an [UnionOffset](::planus::UnionOffset) to a serialized [Status].
            #[inline]
            pub fn finish(self, builder: &mut ::planus::Builder) -> ::planus::UnionOffset<Status>
            where
                Self: ::planus::WriteAsUnion<Status>,
            {
                ::planus::WriteAsUnion::prepare(&self, builder)
            }
        }

        impl<T> ::planus::WriteAsUnion<Status> for StatusBuilder<::planus::Initialized<1, T>>
        where
            T: ::planus::WriteAsOffset<self::Awake>,
        {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::UnionOffset<Status> {
                ::planus::UnionOffset::new(1, (self.0).0.prepare(builder).downcast())
            }
        }

        impl<T> ::planus::WriteAsOptionalUnion<Status> for StatusBuilder<::planus::Initialized<1, T>>
        where
            T: ::planus::WriteAsOffset<self::Awake>,
        {
            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::UnionOffset<Status>> {
                ::core::option::Option::Some(::planus::WriteAsUnion::prepare(self, builder))
            }
        }
        impl<T> ::planus::WriteAsUnion<Status> for StatusBuilder<::planus::Initialized<2, T>>
        where
            T: ::planus::WriteAsOffset<self::Bed>,
        {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::UnionOffset<Status> {
                ::planus::UnionOffset::new(2, (self.0).0.prepare(builder).downcast())
            }
        }

        impl<T> ::planus::WriteAsOptionalUnion<Status> for StatusBuilder<::planus::Initialized<2, T>>
        where
            T: ::planus::WriteAsOffset<self::Bed>,
        {
            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::UnionOffset<Status>> {
                ::core::option::Option::Some(::planus::WriteAsUnion::prepare(self, builder))
            }
        }
        impl<T> ::planus::WriteAsUnion<Status> for StatusBuilder<::planus::Initialized<3, T>>
        where
            T: ::planus::WriteAsOffset<self::Death>,
        {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::UnionOffset<Status> {
                ::planus::UnionOffset::new(3, (self.0).0.prepare(builder).downcast())
            }
        }

        impl<T> ::planus::WriteAsOptionalUnion<Status> for StatusBuilder<::planus::Initialized<3, T>>
        where
            T: ::planus::WriteAsOffset<self::Death>,
        {
            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::UnionOffset<Status>> {
                ::core::option::Option::Some(::planus::WriteAsUnion::prepare(self, builder))
            }
        }

        /// Reference to a deserialized [Status].
        #[derive(Copy, Clone, Debug)]
        pub enum StatusRef<'a> {
            Awake(self::AwakeRef<'a>),
            Bed(self::BedRef<'a>),
            Death(self::DeathRef<'a>),
        }

        impl<'a> ::core::convert::TryFrom<StatusRef<'a>> for Status {
            type Error = ::planus::Error;

            fn try_from(value: StatusRef<'a>) -> ::planus::Result<Self> {
                ::core::result::Result::Ok(match value {
                    StatusRef::Awake(value) => Self::Awake(::planus::alloc::boxed::Box::new(
                        ::core::convert::TryFrom::try_from(value)?,
                    )),

                    StatusRef::Bed(value) => Self::Bed(::planus::alloc::boxed::Box::new(
                        ::core::convert::TryFrom::try_from(value)?,
                    )),

                    StatusRef::Death(value) => Self::Death(::planus::alloc::boxed::Box::new(
                        ::core::convert::TryFrom::try_from(value)?,
                    )),
                })
            }
        }

        impl<'a> ::planus::TableReadUnion<'a> for StatusRef<'a> {
            fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'a>,
                tag: u8,
                field_offset: usize,
            ) -> ::core::result::Result<Self, ::planus::errors::ErrorKind> {
                match tag {
                    1 => ::core::result::Result::Ok(Self::Awake(::planus::TableRead::from_buffer(
                        buffer,
                        field_offset,
                    )?)),
                    2 => ::core::result::Result::Ok(Self::Bed(::planus::TableRead::from_buffer(
                        buffer,
                        field_offset,
                    )?)),
                    3 => ::core::result::Result::Ok(Self::Death(::planus::TableRead::from_buffer(
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

        impl<'a> ::planus::VectorReadUnion<'a> for StatusRef<'a> {
            const VECTOR_NAME: &'static str = "[StatusRef]";
        }

        /// The table `Statistic` in the namespace `save`
        ///
        /// Generated from these locations:
        /// * Table `Statistic` in the file `save.fbs:58`
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
        pub struct Statistic {
            /// The field `feat` in the table `Statistic`
            pub feat: ::planus::alloc::string::String,
            /// The field `times` in the table `Statistic`
            pub times: u32,
        }

        #[allow(clippy::derivable_impls)]
        impl ::core::default::Default for Statistic {
            fn default() -> Self {
                Self {
                    feat: ::core::default::Default::default(),
                    times: 0,
                }
            }
        }

        impl Statistic {
            /// Creates a [StatisticBuilder] for serializing an instance of this table.
            #[inline]
            pub fn builder() -> StatisticBuilder<()> {
                StatisticBuilder(())
            }

            #[allow(clippy::too_many_arguments)]
            pub fn create(
                builder: &mut ::planus::Builder,
                field_feat: impl ::planus::WriteAs<::planus::Offset<str>>,
                field_times: impl ::planus::WriteAsDefault<u32, u32>,
            ) -> ::planus::Offset<Self> {
                let prepared_feat = field_feat.prepare(builder);
                let prepared_times = field_times.prepare(builder, &0);

                let mut table_writer: ::planus::table_writer::TableWriter<8> =
                    ::core::default::Default::default();
                table_writer.write_entry::<::planus::Offset<str>>(0);
                if prepared_times.is_some() {
                    table_writer.write_entry::<u32>(1);
                }

                unsafe {
                    table_writer.finish(builder, |object_writer| {
                        object_writer.write::<_, _, 4>(&prepared_feat);
                        if let ::core::option::Option::Some(prepared_times) = prepared_times {
                            object_writer.write::<_, _, 4>(&prepared_times);
                        }
                    });
                }
                builder.current_offset()
            }
        }

        impl ::planus::WriteAs<::planus::Offset<Statistic>> for Statistic {
            type Prepared = ::planus::Offset<Self>;

            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Statistic> {
                ::planus::WriteAsOffset::prepare(self, builder)
            }
        }

        impl ::planus::WriteAsOptional<::planus::Offset<Statistic>> for Statistic {
            type Prepared = ::planus::Offset<Self>;

            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::Offset<Statistic>> {
                ::core::option::Option::Some(::planus::WriteAsOffset::prepare(self, builder))
            }
        }

        impl ::planus::WriteAsOffset<Statistic> for Statistic {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Statistic> {
                Statistic::create(builder, &self.feat, self.times)
            }
        }

        /// Builder for serializing an instance of the [Statistic] type.
        ///
        /// Can be created using the [Statistic::builder] method.
        #[derive(Debug)]
        #[must_use]
        pub struct StatisticBuilder<State>(State);

        impl StatisticBuilder<()> {
            /// Setter for the [`feat` field](Statistic#structfield.feat).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn feat<T0>(self, value: T0) -> StatisticBuilder<(T0,)>
            where
                T0: ::planus::WriteAs<::planus::Offset<str>>,
            {
                StatisticBuilder((value,))
            }
        }

        impl<T0> StatisticBuilder<(T0,)> {
            /// Setter for the [`times` field](Statistic#structfield.times).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn times<T1>(self, value: T1) -> StatisticBuilder<(T0, T1)>
            where
                T1: ::planus::WriteAsDefault<u32, u32>,
            {
                let (v0,) = self.0;
                StatisticBuilder((v0, value))
            }

            /// Sets the [`times` field](Statistic#structfield.times) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn times_as_default(self) -> StatisticBuilder<(T0, ::planus::DefaultValue)> {
                self.times(::planus::DefaultValue)
            }
        }

        impl<T0, T1> StatisticBuilder<(T0, T1)> {
            /// Finish writing the builder to get an [Offset](::planus::Offset) to a serialized [Statistic].
            #[inline]
            pub fn finish(self, builder: &mut ::planus::Builder) -> ::planus::Offset<Statistic>
            where
                Self: ::planus::WriteAsOffset<Statistic>,
            {
                ::planus::WriteAsOffset::prepare(&self, builder)
            }
        }

        impl<
                T0: ::planus::WriteAs<::planus::Offset<str>>,
                T1: ::planus::WriteAsDefault<u32, u32>,
            > ::planus::WriteAs<::planus::Offset<Statistic>> for StatisticBuilder<(T0, T1)>
        {
            type Prepared = ::planus::Offset<Statistic>;

            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Statistic> {
                ::planus::WriteAsOffset::prepare(self, builder)
            }
        }

        impl<
                T0: ::planus::WriteAs<::planus::Offset<str>>,
                T1: ::planus::WriteAsDefault<u32, u32>,
            > ::planus::WriteAsOptional<::planus::Offset<Statistic>>
            for StatisticBuilder<(T0, T1)>
        {
            type Prepared = ::planus::Offset<Statistic>;

            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::Offset<Statistic>> {
                ::core::option::Option::Some(::planus::WriteAsOffset::prepare(self, builder))
            }
        }

        impl<
                T0: ::planus::WriteAs<::planus::Offset<str>>,
                T1: ::planus::WriteAsDefault<u32, u32>,
            > ::planus::WriteAsOffset<Statistic> for StatisticBuilder<(T0, T1)>
        {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Statistic> {
                let (v0, v1) = &self.0;
                Statistic::create(builder, v0, v1)
            }
        }

        /// Reference to a deserialized [Statistic].
        #[derive(Copy, Clone)]
        pub struct StatisticRef<'a>(#[allow(dead_code)] ::planus::table_reader::Table<'a>);

        impl<'a> StatisticRef<'a> {
            /// Getter for the [`feat` field](Statistic#structfield.feat).
            #[inline]
            pub fn feat(&self) -> ::planus::Result<&'a ::core::primitive::str> {
                self.0.access_required(0, "Statistic", "feat")
            }

            /// Getter for the [`times` field](Statistic#structfield.times).
            #[inline]
            pub fn times(&self) -> ::planus::Result<u32> {
                ::core::result::Result::Ok(self.0.access(1, "Statistic", "times")?.unwrap_or(0))
            }
        }

        impl<'a> ::core::fmt::Debug for StatisticRef<'a> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                let mut f = f.debug_struct("StatisticRef");
                f.field("feat", &self.feat());
                f.field("times", &self.times());
                f.finish()
            }
        }

        impl<'a> ::core::convert::TryFrom<StatisticRef<'a>> for Statistic {
            type Error = ::planus::Error;

            #[allow(unreachable_code)]
            fn try_from(value: StatisticRef<'a>) -> ::planus::Result<Self> {
                ::core::result::Result::Ok(Self {
                    feat: ::core::convert::Into::into(value.feat()?),
                    times: ::core::convert::TryInto::try_into(value.times()?)?,
                })
            }
        }

        impl<'a> ::planus::TableRead<'a> for StatisticRef<'a> {
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

        impl<'a> ::planus::VectorReadInner<'a> for StatisticRef<'a> {
            type Error = ::planus::Error;
            const STRIDE: usize = 4;

            unsafe fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'a>,
                offset: usize,
            ) -> ::planus::Result<Self> {
                ::planus::TableRead::from_buffer(buffer, offset).map_err(|error_kind| {
                    error_kind.with_error_location(
                        "[StatisticRef]",
                        "get",
                        buffer.offset_from_start,
                    )
                })
            }
        }

        /// # Safety
        /// The planus compiler generates implementations that initialize
        /// the bytes in `write_values`.
        unsafe impl ::planus::VectorWrite<::planus::Offset<Statistic>> for Statistic {
            type Value = ::planus::Offset<Statistic>;
            const STRIDE: usize = 4;
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> Self::Value {
                ::planus::WriteAs::prepare(self, builder)
            }

            #[inline]
            unsafe fn write_values(
                values: &[::planus::Offset<Statistic>],
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

        impl<'a> ::planus::ReadAsRoot<'a> for StatisticRef<'a> {
            fn read_as_root(slice: &'a [u8]) -> ::planus::Result<Self> {
                ::planus::TableRead::from_buffer(
                    ::planus::SliceWithStartOffset {
                        buffer: slice,
                        offset_from_start: 0,
                    },
                    0,
                )
                .map_err(|error_kind| {
                    error_kind.with_error_location("[StatisticRef]", "read_as_root", 0)
                })
            }
        }

        /// The table `Player` in the namespace `save`
        ///
        /// Generated from these locations:
        /// * Table `Player` in the file `save.fbs:60`
        #[derive(Clone, Debug, PartialEq, PartialOrd, ::serde::Serialize, ::serde::Deserialize)]
        pub struct Player {
            /// The field `game_mode` in the table `Player`
            pub game_mode: self::GameMode,
            /// The field `previous_game_mode` in the table `Player`
            pub previous_game_mode: self::GameMode,
            /// The field `score` in the table `Player`
            pub score: i64,
            /// The field `dimension` in the table `Player`
            pub dimension: ::planus::alloc::string::String,
            /// The field `selected_slot` in the table `Player`
            pub selected_slot: u32,
            /// The field `selected_item` in the table `Player`
            pub selected_item: ::planus::alloc::boxed::Box<self::Item>,
            /// The field `spawn_dimension` in the table `Player`
            pub spawn_dimension: ::core::option::Option<::planus::alloc::string::String>,
            /// The field `spawn_x` in the table `Player`
            pub spawn_x: i64,
            /// The field `spawn_y` in the table `Player`
            pub spawn_y: i64,
            /// The field `spawn_z` in the table `Player`
            pub spawn_z: i64,
            /// The field `spawn_forced` in the table `Player`
            pub spawn_forced: ::core::option::Option<bool>,
            /// The field `sleep_timer` in the table `Player`
            pub sleep_timer: u16,
            /// The field `food_exhaustion` in the table `Player`
            pub food_exhaustion: f32,
            /// The field `food_saturation` in the table `Player`
            pub food_saturation: f32,
            /// The field `food_timer` in the table `Player`
            pub food_timer: u32,
            /// The field `xp_level` in the table `Player`
            pub xp_level: u32,
            /// The field `xp_progress` in the table `Player`
            pub xp_progress: f32,
            /// The field `xp_total` in the table `Player`
            pub xp_total: i32,
            /// The field `xp_seed` in the table `Player`
            pub xp_seed: i32,
            /// The field `inventory` in the table `Player`
            pub inventory: ::planus::alloc::vec::Vec<self::Item>,
            /// The field `ender_items` in the table `Player`
            pub ender_items: ::planus::alloc::vec::Vec<self::Item>,
            /// The field `abilities` in the table `Player`
            pub abilities: self::Abilities,
            /// The field `nether_entry` in the table `Player`
            pub nether_entry: ::core::option::Option<self::Vector3>,
            /// The field `vehicle` in the table `Player`
            pub vehicle: ::core::option::Option<::planus::alloc::boxed::Box<self::Vehicle>>,
            /// The field `left_shoulder` in the table `Player`
            pub left_shoulder: ::core::option::Option<::planus::alloc::boxed::Box<self::Entity>>,
            /// The field `right_shoulder` in the table `Player`
            pub right_shoulder: ::core::option::Option<::planus::alloc::boxed::Box<self::Entity>>,
            /// The field `seen_credits` in the table `Player`
            pub seen_credits: bool,
            /// The field `recipe_book` in the table `Player`
            pub recipe_book: ::planus::alloc::boxed::Box<self::RecipeBook>,
            /// The field `status` in the table `Player`
            pub status: self::Status,
            /// The field `statistics` in the table `Player`
            pub statistics: ::planus::alloc::vec::Vec<self::Statistic>,
        }

        impl Player {
            /// Creates a [PlayerBuilder] for serializing an instance of this table.
            #[inline]
            pub fn builder() -> PlayerBuilder<()> {
                PlayerBuilder(())
            }

            #[allow(clippy::too_many_arguments)]
            pub fn create(
                builder: &mut ::planus::Builder,
                field_game_mode: impl ::planus::WriteAsDefault<self::GameMode, self::GameMode>,
                field_previous_game_mode: impl ::planus::WriteAsDefault<self::GameMode, self::GameMode>,
                field_score: impl ::planus::WriteAsDefault<i64, i64>,
                field_dimension: impl ::planus::WriteAs<::planus::Offset<str>>,
                field_selected_slot: impl ::planus::WriteAsDefault<u32, u32>,
                field_selected_item: impl ::planus::WriteAs<::planus::Offset<self::Item>>,
                field_spawn_dimension: impl ::planus::WriteAsOptional<
                    ::planus::Offset<::core::primitive::str>,
                >,
                field_spawn_x: impl ::planus::WriteAsDefault<i64, i64>,
                field_spawn_y: impl ::planus::WriteAsDefault<i64, i64>,
                field_spawn_z: impl ::planus::WriteAsDefault<i64, i64>,
                field_spawn_forced: impl ::planus::WriteAsOptional<bool>,
                field_sleep_timer: impl ::planus::WriteAsDefault<u16, u16>,
                field_food_exhaustion: impl ::planus::WriteAsDefault<f32, f32>,
                field_food_saturation: impl ::planus::WriteAsDefault<f32, f32>,
                field_food_timer: impl ::planus::WriteAsDefault<u32, u32>,
                field_xp_level: impl ::planus::WriteAsDefault<u32, u32>,
                field_xp_progress: impl ::planus::WriteAsDefault<f32, f32>,
                field_xp_total: impl ::planus::WriteAsDefault<i32, i32>,
                field_xp_seed: impl ::planus::WriteAsDefault<i32, i32>,
                field_inventory: impl ::planus::WriteAs<
                    ::planus::Offset<[::planus::Offset<self::Item>]>,
                >,
                field_ender_items: impl ::planus::WriteAs<
                    ::planus::Offset<[::planus::Offset<self::Item>]>,
                >,
                field_abilities: impl ::planus::WriteAs<self::Abilities>,
                field_nether_entry: impl ::planus::WriteAsOptional<self::Vector3>,
                field_vehicle: impl ::planus::WriteAsOptional<::planus::Offset<self::Vehicle>>,
                field_left_shoulder: impl ::planus::WriteAsOptional<::planus::Offset<self::Entity>>,
                field_right_shoulder: impl ::planus::WriteAsOptional<::planus::Offset<self::Entity>>,
                field_seen_credits: impl ::planus::WriteAsDefault<bool, bool>,
                field_recipe_book: impl ::planus::WriteAs<::planus::Offset<self::RecipeBook>>,
                field_status: impl ::planus::WriteAsUnion<self::Status>,
                field_statistics: impl ::planus::WriteAs<
                    ::planus::Offset<[::planus::Offset<self::Statistic>]>,
                >,
            ) -> ::planus::Offset<Self> {
                let prepared_game_mode =
                    field_game_mode.prepare(builder, &self::GameMode::Survival);
                let prepared_previous_game_mode =
                    field_previous_game_mode.prepare(builder, &self::GameMode::Survival);
                let prepared_score = field_score.prepare(builder, &0);
                let prepared_dimension = field_dimension.prepare(builder);
                let prepared_selected_slot = field_selected_slot.prepare(builder, &0);
                let prepared_selected_item = field_selected_item.prepare(builder);
                let prepared_spawn_dimension = field_spawn_dimension.prepare(builder);
                let prepared_spawn_x = field_spawn_x.prepare(builder, &0);
                let prepared_spawn_y = field_spawn_y.prepare(builder, &0);
                let prepared_spawn_z = field_spawn_z.prepare(builder, &0);
                let prepared_spawn_forced = field_spawn_forced.prepare(builder);
                let prepared_sleep_timer = field_sleep_timer.prepare(builder, &0);
                let prepared_food_exhaustion = field_food_exhaustion.prepare(builder, &0.0);
                let prepared_food_saturation = field_food_saturation.prepare(builder, &0.0);
                let prepared_food_timer = field_food_timer.prepare(builder, &0);
                let prepared_xp_level = field_xp_level.prepare(builder, &0);
                let prepared_xp_progress = field_xp_progress.prepare(builder, &0.0);
                let prepared_xp_total = field_xp_total.prepare(builder, &0);
                let prepared_xp_seed = field_xp_seed.prepare(builder, &0);
                let prepared_inventory = field_inventory.prepare(builder);
                let prepared_ender_items = field_ender_items.prepare(builder);
                let prepared_abilities = field_abilities.prepare(builder);
                let prepared_nether_entry = field_nether_entry.prepare(builder);
                let prepared_vehicle = field_vehicle.prepare(builder);
                let prepared_left_shoulder = field_left_shoulder.prepare(builder);
                let prepared_right_shoulder = field_right_shoulder.prepare(builder);
                let prepared_seen_credits = field_seen_credits.prepare(builder, &false);
                let prepared_recipe_book = field_recipe_book.prepare(builder);
                let prepared_status = field_status.prepare(builder);
                let prepared_statistics = field_statistics.prepare(builder);

                let mut table_writer: ::planus::table_writer::TableWriter<66> =
                    ::core::default::Default::default();
                if prepared_score.is_some() {
                    table_writer.write_entry::<i64>(2);
                }
                if prepared_spawn_x.is_some() {
                    table_writer.write_entry::<i64>(7);
                }
                if prepared_spawn_y.is_some() {
                    table_writer.write_entry::<i64>(8);
                }
                if prepared_spawn_z.is_some() {
                    table_writer.write_entry::<i64>(9);
                }
                if prepared_nether_entry.is_some() {
                    table_writer.write_entry::<self::Vector3>(22);
                }
                table_writer.write_entry::<::planus::Offset<str>>(3);
                if prepared_selected_slot.is_some() {
                    table_writer.write_entry::<u32>(4);
                }
                table_writer.write_entry::<::planus::Offset<self::Item>>(5);
                if prepared_spawn_dimension.is_some() {
                    table_writer.write_entry::<::planus::Offset<str>>(6);
                }
                if prepared_food_exhaustion.is_some() {
                    table_writer.write_entry::<f32>(12);
                }
                if prepared_food_saturation.is_some() {
                    table_writer.write_entry::<f32>(13);
                }
                if prepared_food_timer.is_some() {
                    table_writer.write_entry::<u32>(14);
                }
                if prepared_xp_level.is_some() {
                    table_writer.write_entry::<u32>(15);
                }
                if prepared_xp_progress.is_some() {
                    table_writer.write_entry::<f32>(16);
                }
                if prepared_xp_total.is_some() {
                    table_writer.write_entry::<i32>(17);
                }
                if prepared_xp_seed.is_some() {
                    table_writer.write_entry::<i32>(18);
                }
                table_writer.write_entry::<::planus::Offset<[::planus::Offset<self::Item>]>>(19);
                table_writer.write_entry::<::planus::Offset<[::planus::Offset<self::Item>]>>(20);
                table_writer.write_entry::<self::Abilities>(21);
                if prepared_vehicle.is_some() {
                    table_writer.write_entry::<::planus::Offset<self::Vehicle>>(23);
                }
                if prepared_left_shoulder.is_some() {
                    table_writer.write_entry::<::planus::Offset<self::Entity>>(24);
                }
                if prepared_right_shoulder.is_some() {
                    table_writer.write_entry::<::planus::Offset<self::Entity>>(25);
                }
                table_writer.write_entry::<::planus::Offset<self::RecipeBook>>(27);
                table_writer.write_entry::<::planus::Offset<self::Status>>(29);
                table_writer
                    .write_entry::<::planus::Offset<[::planus::Offset<self::Statistic>]>>(30);
                if prepared_sleep_timer.is_some() {
                    table_writer.write_entry::<u16>(11);
                }
                if prepared_game_mode.is_some() {
                    table_writer.write_entry::<self::GameMode>(0);
                }
                if prepared_previous_game_mode.is_some() {
                    table_writer.write_entry::<self::GameMode>(1);
                }
                if prepared_spawn_forced.is_some() {
                    table_writer.write_entry::<bool>(10);
                }
                if prepared_seen_credits.is_some() {
                    table_writer.write_entry::<bool>(26);
                }
                table_writer.write_entry::<u8>(28);

                unsafe {
                    table_writer.finish(builder, |object_writer| {
                        if let ::core::option::Option::Some(prepared_score) = prepared_score {
                            object_writer.write::<_, _, 8>(&prepared_score);
                        }
                        if let ::core::option::Option::Some(prepared_spawn_x) = prepared_spawn_x {
                            object_writer.write::<_, _, 8>(&prepared_spawn_x);
                        }
                        if let ::core::option::Option::Some(prepared_spawn_y) = prepared_spawn_y {
                            object_writer.write::<_, _, 8>(&prepared_spawn_y);
                        }
                        if let ::core::option::Option::Some(prepared_spawn_z) = prepared_spawn_z {
                            object_writer.write::<_, _, 8>(&prepared_spawn_z);
                        }
                        if let ::core::option::Option::Some(prepared_nether_entry) =
                            prepared_nether_entry
                        {
                            object_writer.write::<_, _, 24>(&prepared_nether_entry);
                        }
                        object_writer.write::<_, _, 4>(&prepared_dimension);
                        if let ::core::option::Option::Some(prepared_selected_slot) =
                            prepared_selected_slot
                        {
                            object_writer.write::<_, _, 4>(&prepared_selected_slot);
                        }
                        object_writer.write::<_, _, 4>(&prepared_selected_item);
                        if let ::core::option::Option::Some(prepared_spawn_dimension) =
                            prepared_spawn_dimension
                        {
                            object_writer.write::<_, _, 4>(&prepared_spawn_dimension);
                        }
                        if let ::core::option::Option::Some(prepared_food_exhaustion) =
                            prepared_food_exhaustion
                        {
                            object_writer.write::<_, _, 4>(&prepared_food_exhaustion);
                        }
                        if let ::core::option::Option::Some(prepared_food_saturation) =
                            prepared_food_saturation
                        {
                            object_writer.write::<_, _, 4>(&prepared_food_saturation);
                        }
                        if let ::core::option::Option::Some(prepared_food_timer) =
                            prepared_food_timer
                        {
                            object_writer.write::<_, _, 4>(&prepared_food_timer);
                        }
                        if let ::core::option::Option::Some(prepared_xp_level) = prepared_xp_level {
                            object_writer.write::<_, _, 4>(&prepared_xp_level);
                        }
                        if let ::core::option::Option::Some(prepared_xp_progress) =
                            prepared_xp_progress
                        {
                            object_writer.write::<_, _, 4>(&prepared_xp_progress);
                        }
                        if let ::core::option::Option::Some(prepared_xp_total) = prepared_xp_total {
                            object_writer.write::<_, _, 4>(&prepared_xp_total);
                        }
                        if let ::core::option::Option::Some(prepared_xp_seed) = prepared_xp_seed {
                            object_writer.write::<_, _, 4>(&prepared_xp_seed);
                        }
                        object_writer.write::<_, _, 4>(&prepared_inventory);
                        object_writer.write::<_, _, 4>(&prepared_ender_items);
                        object_writer.write::<_, _, 16>(&prepared_abilities);
                        if let ::core::option::Option::Some(prepared_vehicle) = prepared_vehicle {
                            object_writer.write::<_, _, 4>(&prepared_vehicle);
                        }
                        if let ::core::option::Option::Some(prepared_left_shoulder) =
                            prepared_left_shoulder
                        {
                            object_writer.write::<_, _, 4>(&prepared_left_shoulder);
                        }
                        if let ::core::option::Option::Some(prepared_right_shoulder) =
                            prepared_right_shoulder
                        {
                            object_writer.write::<_, _, 4>(&prepared_right_shoulder);
                        }
                        object_writer.write::<_, _, 4>(&prepared_recipe_book);
                        object_writer.write::<_, _, 4>(&prepared_status.offset());
                        object_writer.write::<_, _, 4>(&prepared_statistics);
                        if let ::core::option::Option::Some(prepared_sleep_timer) =
                            prepared_sleep_timer
                        {
                            object_writer.write::<_, _, 2>(&prepared_sleep_timer);
                        }
                        if let ::core::option::Option::Some(prepared_game_mode) = prepared_game_mode
                        {
                            object_writer.write::<_, _, 1>(&prepared_game_mode);
                        }
                        if let ::core::option::Option::Some(prepared_previous_game_mode) =
                            prepared_previous_game_mode
                        {
                            object_writer.write::<_, _, 1>(&prepared_previous_game_mode);
                        }
                        if let ::core::option::Option::Some(prepared_spawn_forced) =
                            prepared_spawn_forced
                        {
                            object_writer.write::<_, _, 1>(&prepared_spawn_forced);
                        }
                        if let ::core::option::Option::Some(prepared_seen_credits) =
                            prepared_seen_credits
                        {
                            object_writer.write::<_, _, 1>(&prepared_seen_credits);
                        }
                        object_writer.write::<_, _, 1>(&prepared_status.tag());
                    });
                }
                builder.current_offset()
            }
        }

        impl ::planus::WriteAs<::planus::Offset<Player>> for Player {
            type Prepared = ::planus::Offset<Self>;

            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Player> {
                ::planus::WriteAsOffset::prepare(self, builder)
            }
        }

        impl ::planus::WriteAsOptional<::planus::Offset<Player>> for Player {
            type Prepared = ::planus::Offset<Self>;

            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::Offset<Player>> {
                ::core::option::Option::Some(::planus::WriteAsOffset::prepare(self, builder))
            }
        }

        impl ::planus::WriteAsOffset<Player> for Player {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Player> {
                Player::create(
                    builder,
                    self.game_mode,
                    self.previous_game_mode,
                    self.score,
                    &self.dimension,
                    self.selected_slot,
                    &self.selected_item,
                    &self.spawn_dimension,
                    self.spawn_x,
                    self.spawn_y,
                    self.spawn_z,
                    self.spawn_forced,
                    self.sleep_timer,
                    self.food_exhaustion,
                    self.food_saturation,
                    self.food_timer,
                    self.xp_level,
                    self.xp_progress,
                    self.xp_total,
                    self.xp_seed,
                    &self.inventory,
                    &self.ender_items,
                    self.abilities,
                    self.nether_entry,
                    &self.vehicle,
                    &self.left_shoulder,
                    &self.right_shoulder,
                    self.seen_credits,
                    &self.recipe_book,
                    &self.status,
                    &self.statistics,
                )
            }
        }

        /// Builder for serializing an instance of the [Player] type.
        ///
        /// Can be created using the [Player::builder] method.
        #[derive(Debug)]
        #[must_use]
        pub struct PlayerBuilder<State>(State);

        impl PlayerBuilder<()> {
            /// Setter for the [`game_mode` field](Player#structfield.game_mode).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn game_mode<T0>(self, value: T0) -> PlayerBuilder<(T0,)>
            where
                T0: ::planus::WriteAsDefault<self::GameMode, self::GameMode>,
            {
                PlayerBuilder((value,))
            }

            /// Sets the [`game_mode` field](Player#structfield.game_mode) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn game_mode_as_default(self) -> PlayerBuilder<(::planus::DefaultValue,)> {
                self.game_mode(::planus::DefaultValue)
            }
        }

        impl<T0> PlayerBuilder<(T0,)> {
            /// Setter for the [`previous_game_mode` field](Player#structfield.previous_game_mode).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn previous_game_mode<T1>(self, value: T1) -> PlayerBuilder<(T0, T1)>
            where
                T1: ::planus::WriteAsDefault<self::GameMode, self::GameMode>,
            {
                let (v0,) = self.0;
                PlayerBuilder((v0, value))
            }

            /// Sets the [`previous_game_mode` field](Player#structfield.previous_game_mode) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn previous_game_mode_as_default(
                self,
            ) -> PlayerBuilder<(T0, ::planus::DefaultValue)> {
                self.previous_game_mode(::planus::DefaultValue)
            }
        }

        impl<T0, T1> PlayerBuilder<(T0, T1)> {
            /// Setter for the [`score` field](Player#structfield.score).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn score<T2>(self, value: T2) -> PlayerBuilder<(T0, T1, T2)>
            where
                T2: ::planus::WriteAsDefault<i64, i64>,
            {
                let (v0, v1) = self.0;
                PlayerBuilder((v0, v1, value))
            }

            /// Sets the [`score` field](Player#structfield.score) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn score_as_default(self) -> PlayerBuilder<(T0, T1, ::planus::DefaultValue)> {
                self.score(::planus::DefaultValue)
            }
        }

        impl<T0, T1, T2> PlayerBuilder<(T0, T1, T2)> {
            /// Setter for the [`dimension` field](Player#structfield.dimension).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn dimension<T3>(self, value: T3) -> PlayerBuilder<(T0, T1, T2, T3)>
            where
                T3: ::planus::WriteAs<::planus::Offset<str>>,
            {
                let (v0, v1, v2) = self.0;
                PlayerBuilder((v0, v1, v2, value))
            }
        }

        impl<T0, T1, T2, T3> PlayerBuilder<(T0, T1, T2, T3)> {
            /// Setter for the [`selected_slot` field](Player#structfield.selected_slot).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn selected_slot<T4>(self, value: T4) -> PlayerBuilder<(T0, T1, T2, T3, T4)>
            where
                T4: ::planus::WriteAsDefault<u32, u32>,
            {
                let (v0, v1, v2, v3) = self.0;
                PlayerBuilder((v0, v1, v2, v3, value))
            }

            /// Sets the [`selected_slot` field](Player#structfield.selected_slot) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn selected_slot_as_default(
                self,
            ) -> PlayerBuilder<(T0, T1, T2, T3, ::planus::DefaultValue)> {
                self.selected_slot(::planus::DefaultValue)
            }
        }

        impl<T0, T1, T2, T3, T4> PlayerBuilder<(T0, T1, T2, T3, T4)> {
            /// Setter for the [`selected_item` field](Player#structfield.selected_item).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn selected_item<T5>(self, value: T5) -> PlayerBuilder<(T0, T1, T2, T3, T4, T5)>
            where
                T5: ::planus::WriteAs<::planus::Offset<self::Item>>,
            {
                let (v0, v1, v2, v3, v4) = self.0;
                PlayerBuilder((v0, v1, v2, v3, v4, value))
            }
        }

        impl<T0, T1, T2, T3, T4, T5> PlayerBuilder<(T0, T1, T2, T3, T4, T5)> {
            /// Setter for the [`spawn_dimension` field](Player#structfield.spawn_dimension).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn spawn_dimension<T6>(
                self,
                value: T6,
            ) -> PlayerBuilder<(T0, T1, T2, T3, T4, T5, T6)>
            where
                T6: ::planus::WriteAsOptional<::planus::Offset<::core::primitive::str>>,
            {
                let (v0, v1, v2, v3, v4, v5) = self.0;
                PlayerBuilder((v0, v1, v2, v3, v4, v5, value))
            }

            /// Sets the [`spawn_dimension` field](Player#structfield.spawn_dimension) to null.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn spawn_dimension_as_null(self) -> PlayerBuilder<(T0, T1, T2, T3, T4, T5, ())> {
                self.spawn_dimension(())
            }
        }

        impl<T0, T1, T2, T3, T4, T5, T6> PlayerBuilder<(T0, T1, T2, T3, T4, T5, T6)> {
            /// Setter for the [`spawn_x` field](Player#structfield.spawn_x).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn spawn_x<T7>(self, value: T7) -> PlayerBuilder<(T0, T1, T2, T3, T4, T5, T6, T7)>
            where
                T7: ::planus::WriteAsDefault<i64, i64>,
            {
                let (v0, v1, v2, v3, v4, v5, v6) = self.0;
                PlayerBuilder((v0, v1, v2, v3, v4, v5, v6, value))
            }

            /// Sets the [`spawn_x` field](Player#structfield.spawn_x) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn spawn_x_as_default(
                self,
            ) -> PlayerBuilder<(T0, T1, T2, T3, T4, T5, T6, ::planus::DefaultValue)> {
                self.spawn_x(::planus::DefaultValue)
            }
        }

        impl<T0, T1, T2, T3, T4, T5, T6, T7> PlayerBuilder<(T0, T1, T2, T3, T4, T5, T6, T7)> {
            /// Setter for the [`spawn_y` field](Player#structfield.spawn_y).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn spawn_y<T8>(
                self,
                value: T8,
            ) -> PlayerBuilder<(T0, T1, T2, T3, T4, T5, T6, T7, T8)>
            where
                T8: ::planus::WriteAsDefault<i64, i64>,
            {
                let (v0, v1, v2, v3, v4, v5, v6, v7) = self.0;
                PlayerBuilder((v0, v1, v2, v3, v4, v5, v6, v7, value))
            }

            /// Sets the [`spawn_y` field](Player#structfield.spawn_y) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn spawn_y_as_default(
                self,
            ) -> PlayerBuilder<(T0, T1, T2, T3, T4, T5, T6, T7, ::planus::DefaultValue)>
            {
                self.spawn_y(::planus::DefaultValue)
            }
        }

        impl<T0, T1, T2, T3, T4, T5, T6, T7, T8> PlayerBuilder<(T0, T1, T2, T3, T4, T5, T6, T7, T8)> {
            /// Setter for the [`spawn_z` field](Player#structfield.spawn_z).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn spawn_z<T9>(
                self,
                value: T9,
            ) -> PlayerBuilder<(T0, T1, T2, T3, T4, T5, T6, T7, T8, T9)>
            where
                T9: ::planus::WriteAsDefault<i64, i64>,
            {
                let (v0, v1, v2, v3, v4, v5, v6, v7, v8) = self.0;
                PlayerBuilder((v0, v1, v2, v3, v4, v5, v6, v7, v8, value))
            }

            /// Sets the [`spawn_z` field](Player#structfield.spawn_z) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn spawn_z_as_default(
                self,
            ) -> PlayerBuilder<(T0, T1, T2, T3, T4, T5, T6, T7, T8, ::planus::DefaultValue)>
            {
                self.spawn_z(::planus::DefaultValue)
            }
        }

        impl<T0, T1, T2, T3, T4, T5, T6, T7, T8, T9>
            PlayerBuilder<(T0, T1, T2, T3, T4, T5, T6, T7, T8, T9)>
        {
            /// Setter for the [`spawn_forced` field](Player#structfield.spawn_forced).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn spawn_forced<T10>(
                self,
                value: T10,
            ) -> PlayerBuilder<(T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)>
            where
                T10: ::planus::WriteAsOptional<bool>,
            {
                let (v0, v1, v2, v3, v4, v5, v6, v7, v8, v9) = self.0;
                PlayerBuilder((v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, value))
            }

            /// Sets the [`spawn_forced` field](Player#structfield.spawn_forced) to null.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn spawn_forced_as_null(
                self,
            ) -> PlayerBuilder<(T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, ())> {
                self.spawn_forced(())
            }
        }

        impl<T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>
            PlayerBuilder<(T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)>
        {
            /// Setter for the [`sleep_timer` field](Player#structfield.sleep_timer).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn sleep_timer<T11>(
                self,
                value: T11,
            ) -> PlayerBuilder<(T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)>
            where
                T11: ::planus::WriteAsDefault<u16, u16>,
            {
                let (v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10) = self.0;
                PlayerBuilder((v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, value))
            }

            /// Sets the [`sleep_timer` field](Player#structfield.sleep_timer) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn sleep_timer_as_default(
                self,
            ) -> PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                ::planus::DefaultValue,
            )> {
                self.sleep_timer(::planus::DefaultValue)
            }
        }

        impl<T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>
            PlayerBuilder<(T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)>
        {
            /// Setter for the [`food_exhaustion` field](Player#structfield.food_exhaustion).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn food_exhaustion<T12>(
                self,
                value: T12,
            ) -> PlayerBuilder<(T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)>
            where
                T12: ::planus::WriteAsDefault<f32, f32>,
            {
                let (v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11) = self.0;
                PlayerBuilder((v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, value))
            }

            /// Sets the [`food_exhaustion` field](Player#structfield.food_exhaustion) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn food_exhaustion_as_default(
                self,
            ) -> PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                ::planus::DefaultValue,
            )> {
                self.food_exhaustion(::planus::DefaultValue)
            }
        }

        impl<T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>
            PlayerBuilder<(T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)>
        {
            /// Setter for the [`food_saturation` field](Player#structfield.food_saturation).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn food_saturation<T13>(
                self,
                value: T13,
            ) -> PlayerBuilder<(T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)>
            where
                T13: ::planus::WriteAsDefault<f32, f32>,
            {
                let (v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12) = self.0;
                PlayerBuilder((v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, value))
            }

            /// Sets the [`food_saturation` field](Player#structfield.food_saturation) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn food_saturation_as_default(
                self,
            ) -> PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                ::planus::DefaultValue,
            )> {
                self.food_saturation(::planus::DefaultValue)
            }
        }

        impl<T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>
            PlayerBuilder<(T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)>
        {
            /// Setter for the [`food_timer` field](Player#structfield.food_timer).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn food_timer<T14>(
                self,
                value: T14,
            ) -> PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
            )>
            where
                T14: ::planus::WriteAsDefault<u32, u32>,
            {
                let (v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13) = self.0;
                PlayerBuilder((
                    v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, value,
                ))
            }

            /// Sets the [`food_timer` field](Player#structfield.food_timer) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn food_timer_as_default(
                self,
            ) -> PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                ::planus::DefaultValue,
            )> {
                self.food_timer(::planus::DefaultValue)
            }
        }

        impl<T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>
            PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
            )>
        {
            /// Setter for the [`xp_level` field](Player#structfield.xp_level).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn xp_level<T15>(
                self,
                value: T15,
            ) -> PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
            )>
            where
                T15: ::planus::WriteAsDefault<u32, u32>,
            {
                let (v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14) = self.0;
                PlayerBuilder((
                    v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, value,
                ))
            }

            /// Sets the [`xp_level` field](Player#structfield.xp_level) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn xp_level_as_default(
                self,
            ) -> PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                ::planus::DefaultValue,
            )> {
                self.xp_level(::planus::DefaultValue)
            }
        }

        impl<T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>
            PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
            )>
        {
            /// Setter for the [`xp_progress` field](Player#structfield.xp_progress).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn xp_progress<T16>(
                self,
                value: T16,
            ) -> PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
            )>
            where
                T16: ::planus::WriteAsDefault<f32, f32>,
            {
                let (v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15) = self.0;
                PlayerBuilder((
                    v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, value,
                ))
            }

            /// Sets the [`xp_progress` field](Player#structfield.xp_progress) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn xp_progress_as_default(
                self,
            ) -> PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                ::planus::DefaultValue,
            )> {
                self.xp_progress(::planus::DefaultValue)
            }
        }

        impl<T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16>
            PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
            )>
        {
            /// Setter for the [`xp_total` field](Player#structfield.xp_total).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn xp_total<T17>(
                self,
                value: T17,
            ) -> PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
            )>
            where
                T17: ::planus::WriteAsDefault<i32, i32>,
            {
                let (v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16) =
                    self.0;
                PlayerBuilder((
                    v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16,
                    value,
                ))
            }

            /// Sets the [`xp_total` field](Player#structfield.xp_total) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn xp_total_as_default(
                self,
            ) -> PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                ::planus::DefaultValue,
            )> {
                self.xp_total(::planus::DefaultValue)
            }
        }

        impl<T0, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16, T17>
            PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
            )>
        {
            /// Setter for the [`xp_seed` field](Player#structfield.xp_seed).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn xp_seed<T18>(
                self,
                value: T18,
            ) -> PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
            )>
            where
                T18: ::planus::WriteAsDefault<i32, i32>,
            {
                let (
                    v0,
                    v1,
                    v2,
                    v3,
                    v4,
                    v5,
                    v6,
                    v7,
                    v8,
                    v9,
                    v10,
                    v11,
                    v12,
                    v13,
                    v14,
                    v15,
                    v16,
                    v17,
                ) = self.0;
                PlayerBuilder((
                    v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17,
                    value,
                ))
            }

            /// Sets the [`xp_seed` field](Player#structfield.xp_seed) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn xp_seed_as_default(
                self,
            ) -> PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                ::planus::DefaultValue,
            )> {
                self.xp_seed(::planus::DefaultValue)
            }
        }

        impl<
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
            >
            PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
            )>
        {
            /// Setter for the [`inventory` field](Player#structfield.inventory).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn inventory<T19>(
                self,
                value: T19,
            ) -> PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
            )>
            where
                T19: ::planus::WriteAs<::planus::Offset<[::planus::Offset<self::Item>]>>,
            {
                let (
                    v0,
                    v1,
                    v2,
                    v3,
                    v4,
                    v5,
                    v6,
                    v7,
                    v8,
                    v9,
                    v10,
                    v11,
                    v12,
                    v13,
                    v14,
                    v15,
                    v16,
                    v17,
                    v18,
                ) = self.0;
                PlayerBuilder((
                    v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17,
                    v18, value,
                ))
            }
        }

        impl<
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
            >
            PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
            )>
        {
            /// Setter for the [`ender_items` field](Player#structfield.ender_items).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn ender_items<T20>(
                self,
                value: T20,
            ) -> PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
                T20,
            )>
            where
                T20: ::planus::WriteAs<::planus::Offset<[::planus::Offset<self::Item>]>>,
            {
                let (
                    v0,
                    v1,
                    v2,
                    v3,
                    v4,
                    v5,
                    v6,
                    v7,
                    v8,
                    v9,
                    v10,
                    v11,
                    v12,
                    v13,
                    v14,
                    v15,
                    v16,
                    v17,
                    v18,
                    v19,
                ) = self.0;
                PlayerBuilder((
                    v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17,
                    v18, v19, value,
                ))
            }
        }

        impl<
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
                T20,
            >
            PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
                T20,
            )>
        {
            /// Setter for the [`abilities` field](Player#structfield.abilities).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn abilities<T21>(
                self,
                value: T21,
            ) -> PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
                T20,
                T21,
            )>
            where
                T21: ::planus::WriteAs<self::Abilities>,
            {
                let (
                    v0,
                    v1,
                    v2,
                    v3,
                    v4,
                    v5,
                    v6,
                    v7,
                    v8,
                    v9,
                    v10,
                    v11,
                    v12,
                    v13,
                    v14,
                    v15,
                    v16,
                    v17,
                    v18,
                    v19,
                    v20,
                ) = self.0;
                PlayerBuilder((
                    v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17,
                    v18, v19, v20, value,
                ))
            }
        }

        impl<
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
                T20,
                T21,
            >
            PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
                T20,
                T21,
            )>
        {
            /// Setter for the [`nether_entry` field](Player#structfield.nether_entry).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn nether_entry<T22>(
                self,
                value: T22,
            ) -> PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
                T20,
                T21,
                T22,
            )>
            where
                T22: ::planus::WriteAsOptional<self::Vector3>,
            {
                let (
                    v0,
                    v1,
                    v2,
                    v3,
                    v4,
                    v5,
                    v6,
                    v7,
                    v8,
                    v9,
                    v10,
                    v11,
                    v12,
                    v13,
                    v14,
                    v15,
                    v16,
                    v17,
                    v18,
                    v19,
                    v20,
                    v21,
                ) = self.0;
                PlayerBuilder((
                    v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17,
                    v18, v19, v20, v21, value,
                ))
            }

            /// Sets the [`nether_entry` field](Player#structfield.nether_entry) to null.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn nether_entry_as_null(
                self,
            ) -> PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
                T20,
                T21,
                (),
            )> {
                self.nether_entry(())
            }
        }

        impl<
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
                T20,
                T21,
                T22,
            >
            PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
                T20,
                T21,
                T22,
            )>
        {
            /// Setter for the [`vehicle` field](Player#structfield.vehicle).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn vehicle<T23>(
                self,
                value: T23,
            ) -> PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
                T20,
                T21,
                T22,
                T23,
            )>
            where
                T23: ::planus::WriteAsOptional<::planus::Offset<self::Vehicle>>,
            {
                let (
                    v0,
                    v1,
                    v2,
                    v3,
                    v4,
                    v5,
                    v6,
                    v7,
                    v8,
                    v9,
                    v10,
                    v11,
                    v12,
                    v13,
                    v14,
                    v15,
                    v16,
                    v17,
                    v18,
                    v19,
                    v20,
                    v21,
                    v22,
                ) = self.0;
                PlayerBuilder((
                    v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17,
                    v18, v19, v20, v21, v22, value,
                ))
            }

            /// Sets the [`vehicle` field](Player#structfield.vehicle) to null.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn vehicle_as_null(
                self,
            ) -> PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
                T20,
                T21,
                T22,
                (),
            )> {
                self.vehicle(())
            }
        }

        impl<
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
                T20,
                T21,
                T22,
                T23,
            >
            PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
                T20,
                T21,
                T22,
                T23,
            )>
        {
            /// Setter for the [`left_shoulder` field](Player#structfield.left_shoulder).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn left_shoulder<T24>(
                self,
                value: T24,
            ) -> PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
                T20,
                T21,
                T22,
                T23,
                T24,
            )>
            where
                T24: ::planus::WriteAsOptional<::planus::Offset<self::Entity>>,
            {
                let (
                    v0,
                    v1,
                    v2,
                    v3,
                    v4,
                    v5,
                    v6,
                    v7,
                    v8,
                    v9,
                    v10,
                    v11,
                    v12,
                    v13,
                    v14,
                    v15,
                    v16,
                    v17,
                    v18,
                    v19,
                    v20,
                    v21,
                    v22,
                    v23,
                ) = self.0;
                PlayerBuilder((
                    v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17,
                    v18, v19, v20, v21, v22, v23, value,
                ))
            }

            /// Sets the [`left_shoulder` field](Player#structfield.left_shoulder) to null.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn left_shoulder_as_null(
                self,
            ) -> PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
                T20,
                T21,
                T22,
                T23,
                (),
            )> {
                self.left_shoulder(())
            }
        }

        impl<
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
                T20,
                T21,
                T22,
                T23,
                T24,
            >
            PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
                T20,
                T21,
                T22,
                T23,
                T24,
            )>
        {
            /// Setter for the [`right_shoulder` field](Player#structfield.right_shoulder).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn right_shoulder<T25>(
                self,
                value: T25,
            ) -> PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
                T20,
                T21,
                T22,
                T23,
                T24,
                T25,
            )>
            where
                T25: ::planus::WriteAsOptional<::planus::Offset<self::Entity>>,
            {
                let (
                    v0,
                    v1,
                    v2,
                    v3,
                    v4,
                    v5,
                    v6,
                    v7,
                    v8,
                    v9,
                    v10,
                    v11,
                    v12,
                    v13,
                    v14,
                    v15,
                    v16,
                    v17,
                    v18,
                    v19,
                    v20,
                    v21,
                    v22,
                    v23,
                    v24,
                ) = self.0;
                PlayerBuilder((
                    v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17,
                    v18, v19, v20, v21, v22, v23, v24, value,
                ))
            }

            /// Sets the [`right_shoulder` field](Player#structfield.right_shoulder) to null.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn right_shoulder_as_null(
                self,
            ) -> PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
                T20,
                T21,
                T22,
                T23,
                T24,
                (),
            )> {
                self.right_shoulder(())
            }
        }

        impl<
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
                T20,
                T21,
                T22,
                T23,
                T24,
                T25,
            >
            PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
                T20,
                T21,
                T22,
                T23,
                T24,
                T25,
            )>
        {
            /// Setter for the [`seen_credits` field](Player#structfield.seen_credits).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn seen_credits<T26>(
                self,
                value: T26,
            ) -> PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
                T20,
                T21,
                T22,
                T23,
                T24,
                T25,
                T26,
            )>
            where
                T26: ::planus::WriteAsDefault<bool, bool>,
            {
                let (
                    v0,
                    v1,
                    v2,
                    v3,
                    v4,
                    v5,
                    v6,
                    v7,
                    v8,
                    v9,
                    v10,
                    v11,
                    v12,
                    v13,
                    v14,
                    v15,
                    v16,
                    v17,
                    v18,
                    v19,
                    v20,
                    v21,
                    v22,
                    v23,
                    v24,
                    v25,
                ) = self.0;
                PlayerBuilder((
                    v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17,
                    v18, v19, v20, v21, v22, v23, v24, v25, value,
                ))
            }

            /// Sets the [`seen_credits` field](Player#structfield.seen_credits) to the default value.
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn seen_credits_as_default(
                self,
            ) -> PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
                T20,
                T21,
                T22,
                T23,
                T24,
                T25,
                ::planus::DefaultValue,
            )> {
                self.seen_credits(::planus::DefaultValue)
            }
        }

        impl<
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
                T20,
                T21,
                T22,
                T23,
                T24,
                T25,
                T26,
            >
            PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
                T20,
                T21,
                T22,
                T23,
                T24,
                T25,
                T26,
            )>
        {
            /// Setter for the [`recipe_book` field](Player#structfield.recipe_book).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn recipe_book<T27>(
                self,
                value: T27,
            ) -> PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
                T20,
                T21,
                T22,
                T23,
                T24,
                T25,
                T26,
                T27,
            )>
            where
                T27: ::planus::WriteAs<::planus::Offset<self::RecipeBook>>,
            {
                let (
                    v0,
                    v1,
                    v2,
                    v3,
                    v4,
                    v5,
                    v6,
                    v7,
                    v8,
                    v9,
                    v10,
                    v11,
                    v12,
                    v13,
                    v14,
                    v15,
                    v16,
                    v17,
                    v18,
                    v19,
                    v20,
                    v21,
                    v22,
                    v23,
                    v24,
                    v25,
                    v26,
                ) = self.0;
                PlayerBuilder((
                    v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17,
                    v18, v19, v20, v21, v22, v23, v24, v25, v26, value,
                ))
            }
        }

        impl<
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
                T20,
                T21,
                T22,
                T23,
                T24,
                T25,
                T26,
                T27,
            >
            PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
                T20,
                T21,
                T22,
                T23,
                T24,
                T25,
                T26,
                T27,
            )>
        {
            /// Setter for the [`status` field](Player#structfield.status).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn status<T28>(
                self,
                value: T28,
            ) -> PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
                T20,
                T21,
                T22,
                T23,
                T24,
                T25,
                T26,
                T27,
                T28,
            )>
            where
                T28: ::planus::WriteAsUnion<self::Status>,
            {
                let (
                    v0,
                    v1,
                    v2,
                    v3,
                    v4,
                    v5,
                    v6,
                    v7,
                    v8,
                    v9,
                    v10,
                    v11,
                    v12,
                    v13,
                    v14,
                    v15,
                    v16,
                    v17,
                    v18,
                    v19,
                    v20,
                    v21,
                    v22,
                    v23,
                    v24,
                    v25,
                    v26,
                    v27,
                ) = self.0;
                PlayerBuilder((
                    v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17,
                    v18, v19, v20, v21, v22, v23, v24, v25, v26, v27, value,
                ))
            }
        }

        impl<
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
                T20,
                T21,
                T22,
                T23,
                T24,
                T25,
                T26,
                T27,
                T28,
            >
            PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
                T20,
                T21,
                T22,
                T23,
                T24,
                T25,
                T26,
                T27,
                T28,
            )>
        {
            /// Setter for the [`statistics` field](Player#structfield.statistics).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn statistics<T29>(
                self,
                value: T29,
            ) -> PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
                T20,
                T21,
                T22,
                T23,
                T24,
                T25,
                T26,
                T27,
                T28,
                T29,
            )>
            where
                T29: ::planus::WriteAs<::planus::Offset<[::planus::Offset<self::Statistic>]>>,
            {
                let (
                    v0,
                    v1,
                    v2,
                    v3,
                    v4,
                    v5,
                    v6,
                    v7,
                    v8,
                    v9,
                    v10,
                    v11,
                    v12,
                    v13,
                    v14,
                    v15,
                    v16,
                    v17,
                    v18,
                    v19,
                    v20,
                    v21,
                    v22,
                    v23,
                    v24,
                    v25,
                    v26,
                    v27,
                    v28,
                ) = self.0;
                PlayerBuilder((
                    v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17,
                    v18, v19, v20, v21, v22, v23, v24, v25, v26, v27, v28, value,
                ))
            }
        }

        impl<
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
                T20,
                T21,
                T22,
                T23,
                T24,
                T25,
                T26,
                T27,
                T28,
                T29,
            >
            PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
                T20,
                T21,
                T22,
                T23,
                T24,
                T25,
                T26,
                T27,
                T28,
                T29,
            )>
        {
            /// Finish writing the builder to get an [Offset](::planus::Offset) to a serialized [Player].
            #[inline]
            pub fn finish(self, builder: &mut ::planus::Builder) -> ::planus::Offset<Player>
            where
                Self: ::planus::WriteAsOffset<Player>,
            {
                ::planus::WriteAsOffset::prepare(&self, builder)
            }
        }

        impl<
                T0: ::planus::WriteAsDefault<self::GameMode, self::GameMode>,
                T1: ::planus::WriteAsDefault<self::GameMode, self::GameMode>,
                T2: ::planus::WriteAsDefault<i64, i64>,
                T3: ::planus::WriteAs<::planus::Offset<str>>,
                T4: ::planus::WriteAsDefault<u32, u32>,
                T5: ::planus::WriteAs<::planus::Offset<self::Item>>,
                T6: ::planus::WriteAsOptional<::planus::Offset<::core::primitive::str>>,
                T7: ::planus::WriteAsDefault<i64, i64>,
                T8: ::planus::WriteAsDefault<i64, i64>,
                T9: ::planus::WriteAsDefault<i64, i64>,
                T10: ::planus::WriteAsOptional<bool>,
                T11: ::planus::WriteAsDefault<u16, u16>,
                T12: ::planus::WriteAsDefault<f32, f32>,
                T13: ::planus::WriteAsDefault<f32, f32>,
                T14: ::planus::WriteAsDefault<u32, u32>,
                T15: ::planus::WriteAsDefault<u32, u32>,
                T16: ::planus::WriteAsDefault<f32, f32>,
                T17: ::planus::WriteAsDefault<i32, i32>,
                T18: ::planus::WriteAsDefault<i32, i32>,
                T19: ::planus::WriteAs<::planus::Offset<[::planus::Offset<self::Item>]>>,
                T20: ::planus::WriteAs<::planus::Offset<[::planus::Offset<self::Item>]>>,
                T21: ::planus::WriteAs<self::Abilities>,
                T22: ::planus::WriteAsOptional<self::Vector3>,
                T23: ::planus::WriteAsOptional<::planus::Offset<self::Vehicle>>,
                T24: ::planus::WriteAsOptional<::planus::Offset<self::Entity>>,
                T25: ::planus::WriteAsOptional<::planus::Offset<self::Entity>>,
                T26: ::planus::WriteAsDefault<bool, bool>,
                T27: ::planus::WriteAs<::planus::Offset<self::RecipeBook>>,
                T28: ::planus::WriteAsUnion<self::Status>,
                T29: ::planus::WriteAs<::planus::Offset<[::planus::Offset<self::Statistic>]>>,
            > ::planus::WriteAs<::planus::Offset<Player>>
            for PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
                T20,
                T21,
                T22,
                T23,
                T24,
                T25,
                T26,
                T27,
                T28,
                T29,
            )>
        {
            type Prepared = ::planus::Offset<Player>;

            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Player> {
                ::planus::WriteAsOffset::prepare(self, builder)
            }
        }

        impl<
                T0: ::planus::WriteAsDefault<self::GameMode, self::GameMode>,
                T1: ::planus::WriteAsDefault<self::GameMode, self::GameMode>,
                T2: ::planus::WriteAsDefault<i64, i64>,
                T3: ::planus::WriteAs<::planus::Offset<str>>,
                T4: ::planus::WriteAsDefault<u32, u32>,
                T5: ::planus::WriteAs<::planus::Offset<self::Item>>,
                T6: ::planus::WriteAsOptional<::planus::Offset<::core::primitive::str>>,
                T7: ::planus::WriteAsDefault<i64, i64>,
                T8: ::planus::WriteAsDefault<i64, i64>,
                T9: ::planus::WriteAsDefault<i64, i64>,
                T10: ::planus::WriteAsOptional<bool>,
                T11: ::planus::WriteAsDefault<u16, u16>,
                T12: ::planus::WriteAsDefault<f32, f32>,
                T13: ::planus::WriteAsDefault<f32, f32>,
                T14: ::planus::WriteAsDefault<u32, u32>,
                T15: ::planus::WriteAsDefault<u32, u32>,
                T16: ::planus::WriteAsDefault<f32, f32>,
                T17: ::planus::WriteAsDefault<i32, i32>,
                T18: ::planus::WriteAsDefault<i32, i32>,
                T19: ::planus::WriteAs<::planus::Offset<[::planus::Offset<self::Item>]>>,
                T20: ::planus::WriteAs<::planus::Offset<[::planus::Offset<self::Item>]>>,
                T21: ::planus::WriteAs<self::Abilities>,
                T22: ::planus::WriteAsOptional<self::Vector3>,
                T23: ::planus::WriteAsOptional<::planus::Offset<self::Vehicle>>,
                T24: ::planus::WriteAsOptional<::planus::Offset<self::Entity>>,
                T25: ::planus::WriteAsOptional<::planus::Offset<self::Entity>>,
                T26: ::planus::WriteAsDefault<bool, bool>,
                T27: ::planus::WriteAs<::planus::Offset<self::RecipeBook>>,
                T28: ::planus::WriteAsUnion<self::Status>,
                T29: ::planus::WriteAs<::planus::Offset<[::planus::Offset<self::Statistic>]>>,
            > ::planus::WriteAsOptional<::planus::Offset<Player>>
            for PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
                T20,
                T21,
                T22,
                T23,
                T24,
                T25,
                T26,
                T27,
                T28,
                T29,
            )>
        {
            type Prepared = ::planus::Offset<Player>;

            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::Offset<Player>> {
                ::core::option::Option::Some(::planus::WriteAsOffset::prepare(self, builder))
            }
        }

        impl<
                T0: ::planus::WriteAsDefault<self::GameMode, self::GameMode>,
                T1: ::planus::WriteAsDefault<self::GameMode, self::GameMode>,
                T2: ::planus::WriteAsDefault<i64, i64>,
                T3: ::planus::WriteAs<::planus::Offset<str>>,
                T4: ::planus::WriteAsDefault<u32, u32>,
                T5: ::planus::WriteAs<::planus::Offset<self::Item>>,
                T6: ::planus::WriteAsOptional<::planus::Offset<::core::primitive::str>>,
                T7: ::planus::WriteAsDefault<i64, i64>,
                T8: ::planus::WriteAsDefault<i64, i64>,
                T9: ::planus::WriteAsDefault<i64, i64>,
                T10: ::planus::WriteAsOptional<bool>,
                T11: ::planus::WriteAsDefault<u16, u16>,
                T12: ::planus::WriteAsDefault<f32, f32>,
                T13: ::planus::WriteAsDefault<f32, f32>,
                T14: ::planus::WriteAsDefault<u32, u32>,
                T15: ::planus::WriteAsDefault<u32, u32>,
                T16: ::planus::WriteAsDefault<f32, f32>,
                T17: ::planus::WriteAsDefault<i32, i32>,
                T18: ::planus::WriteAsDefault<i32, i32>,
                T19: ::planus::WriteAs<::planus::Offset<[::planus::Offset<self::Item>]>>,
                T20: ::planus::WriteAs<::planus::Offset<[::planus::Offset<self::Item>]>>,
                T21: ::planus::WriteAs<self::Abilities>,
                T22: ::planus::WriteAsOptional<self::Vector3>,
                T23: ::planus::WriteAsOptional<::planus::Offset<self::Vehicle>>,
                T24: ::planus::WriteAsOptional<::planus::Offset<self::Entity>>,
                T25: ::planus::WriteAsOptional<::planus::Offset<self::Entity>>,
                T26: ::planus::WriteAsDefault<bool, bool>,
                T27: ::planus::WriteAs<::planus::Offset<self::RecipeBook>>,
                T28: ::planus::WriteAsUnion<self::Status>,
                T29: ::planus::WriteAs<::planus::Offset<[::planus::Offset<self::Statistic>]>>,
            > ::planus::WriteAsOffset<Player>
            for PlayerBuilder<(
                T0,
                T1,
                T2,
                T3,
                T4,
                T5,
                T6,
                T7,
                T8,
                T9,
                T10,
                T11,
                T12,
                T13,
                T14,
                T15,
                T16,
                T17,
                T18,
                T19,
                T20,
                T21,
                T22,
                T23,
                T24,
                T25,
                T26,
                T27,
                T28,
                T29,
            )>
        {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Player> {
                let (
                    v0,
                    v1,
                    v2,
                    v3,
                    v4,
                    v5,
                    v6,
                    v7,
                    v8,
                    v9,
                    v10,
                    v11,
                    v12,
                    v13,
                    v14,
                    v15,
                    v16,
                    v17,
                    v18,
                    v19,
                    v20,
                    v21,
                    v22,
                    v23,
                    v24,
                    v25,
                    v26,
                    v27,
                    v28,
                    v29,
                ) = &self.0;
                Player::create(
                    builder, v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15,
                    v16, v17, v18, v19, v20, v21, v22, v23, v24, v25, v26, v27, v28, v29,
                )
            }
        }

        /// Reference to a deserialized [Player].
        #[derive(Copy, Clone)]
        pub struct PlayerRef<'a>(#[allow(dead_code)] ::planus::table_reader::Table<'a>);

        impl<'a> PlayerRef<'a> {
            /// Getter for the [`game_mode` field](Player#structfield.game_mode).
            #[inline]
            pub fn game_mode(&self) -> ::planus::Result<self::GameMode> {
                ::core::result::Result::Ok(
                    self.0
                        .access(0, "Player", "game_mode")?
                        .unwrap_or(self::GameMode::Survival),
                )
            }

            /// Getter for the [`previous_game_mode` field](Player#structfield.previous_game_mode).
            #[inline]
            pub fn previous_game_mode(&self) -> ::planus::Result<self::GameMode> {
                ::core::result::Result::Ok(
                    self.0
                        .access(1, "Player", "previous_game_mode")?
                        .unwrap_or(self::GameMode::Survival),
                )
            }

            /// Getter for the [`score` field](Player#structfield.score).
            #[inline]
            pub fn score(&self) -> ::planus::Result<i64> {
                ::core::result::Result::Ok(self.0.access(2, "Player", "score")?.unwrap_or(0))
            }

            /// Getter for the [`dimension` field](Player#structfield.dimension).
            #[inline]
            pub fn dimension(&self) -> ::planus::Result<&'a ::core::primitive::str> {
                self.0.access_required(3, "Player", "dimension")
            }

            /// Getter for the [`selected_slot` field](Player#structfield.selected_slot).
            #[inline]
            pub fn selected_slot(&self) -> ::planus::Result<u32> {
                ::core::result::Result::Ok(
                    self.0.access(4, "Player", "selected_slot")?.unwrap_or(0),
                )
            }

            /// Getter for the [`selected_item` field](Player#structfield.selected_item).
            #[inline]
            pub fn selected_item(&self) -> ::planus::Result<self::ItemRef<'a>> {
                self.0.access_required(5, "Player", "selected_item")
            }

            /// Getter for the [`spawn_dimension` field](Player#structfield.spawn_dimension).
            #[inline]
            pub fn spawn_dimension(
                &self,
            ) -> ::planus::Result<::core::option::Option<&'a ::core::primitive::str>> {
                self.0.access(6, "Player", "spawn_dimension")
            }

            /// Getter for the [`spawn_x` field](Player#structfield.spawn_x).
            #[inline]
            pub fn spawn_x(&self) -> ::planus::Result<i64> {
                ::core::result::Result::Ok(self.0.access(7, "Player", "spawn_x")?.unwrap_or(0))
            }

            /// Getter for the [`spawn_y` field](Player#structfield.spawn_y).
            #[inline]
            pub fn spawn_y(&self) -> ::planus::Result<i64> {
                ::core::result::Result::Ok(self.0.access(8, "Player", "spawn_y")?.unwrap_or(0))
            }

            /// Getter for the [`spawn_z` field](Player#structfield.spawn_z).
            #[inline]
            pub fn spawn_z(&self) -> ::planus::Result<i64> {
                ::core::result::Result::Ok(self.0.access(9, "Player", "spawn_z")?.unwrap_or(0))
            }

            /// Getter for the [`spawn_forced` field](Player#structfield.spawn_forced).
            #[inline]
            pub fn spawn_forced(&self) -> ::planus::Result<::core::option::Option<bool>> {
                self.0.access(10, "Player", "spawn_forced")
            }

            /// Getter for the [`sleep_timer` field](Player#structfield.sleep_timer).
            #[inline]
            pub fn sleep_timer(&self) -> ::planus::Result<u16> {
                ::core::result::Result::Ok(self.0.access(11, "Player", "sleep_timer")?.unwrap_or(0))
            }

            /// Getter for the [`food_exhaustion` field](Player#structfield.food_exhaustion).
            #[inline]
            pub fn food_exhaustion(&self) -> ::planus::Result<f32> {
                ::core::result::Result::Ok(
                    self.0
                        .access(12, "Player", "food_exhaustion")?
                        .unwrap_or(0.0),
                )
            }

            /// Getter for the [`food_saturation` field](Player#structfield.food_saturation).
            #[inline]
            pub fn food_saturation(&self) -> ::planus::Result<f32> {
                ::core::result::Result::Ok(
                    self.0
                        .access(13, "Player", "food_saturation")?
                        .unwrap_or(0.0),
                )
            }

            /// Getter for the [`food_timer` field](Player#structfield.food_timer).
            #[inline]
            pub fn food_timer(&self) -> ::planus::Result<u32> {
                ::core::result::Result::Ok(self.0.access(14, "Player", "food_timer")?.unwrap_or(0))
            }

            /// Getter for the [`xp_level` field](Player#structfield.xp_level).
            #[inline]
            pub fn xp_level(&self) -> ::planus::Result<u32> {
                ::core::result::Result::Ok(self.0.access(15, "Player", "xp_level")?.unwrap_or(0))
            }

            /// Getter for the [`xp_progress` field](Player#structfield.xp_progress).
            #[inline]
            pub fn xp_progress(&self) -> ::planus::Result<f32> {
                ::core::result::Result::Ok(
                    self.0.access(16, "Player", "xp_progress")?.unwrap_or(0.0),
                )
            }

            /// Getter for the [`xp_total` field](Player#structfield.xp_total).
            #[inline]
            pub fn xp_total(&self) -> ::planus::Result<i32> {
                ::core::result::Result::Ok(self.0.access(17, "Player", "xp_total")?.unwrap_or(0))
            }

            /// Getter for the [`xp_seed` field](Player#structfield.xp_seed).
            #[inline]
            pub fn xp_seed(&self) -> ::planus::Result<i32> {
                ::core::result::Result::Ok(self.0.access(18, "Player", "xp_seed")?.unwrap_or(0))
            }

            /// Getter for the [`inventory` field](Player#structfield.inventory).
            #[inline]
            pub fn inventory(
                &self,
            ) -> ::planus::Result<::planus::Vector<'a, ::planus::Result<self::ItemRef<'a>>>>
            {
                self.0.access_required(19, "Player", "inventory")
            }

            /// Getter for the [`ender_items` field](Player#structfield.ender_items).
            #[inline]
            pub fn ender_items(
                &self,
            ) -> ::planus::Result<::planus::Vector<'a, ::planus::Result<self::ItemRef<'a>>>>
            {
                self.0.access_required(20, "Player", "ender_items")
            }

            /// Getter for the [`abilities` field](Player#structfield.abilities).
            #[inline]
            pub fn abilities(&self) -> ::planus::Result<self::AbilitiesRef<'a>> {
                self.0.access_required(21, "Player", "abilities")
            }

            /// Getter for the [`nether_entry` field](Player#structfield.nether_entry).
            #[inline]
            pub fn nether_entry(
                &self,
            ) -> ::planus::Result<::core::option::Option<self::Vector3Ref<'a>>> {
                self.0.access(22, "Player", "nether_entry")
            }

            /// Getter for the [`vehicle` field](Player#structfield.vehicle).
            #[inline]
            pub fn vehicle(
                &self,
            ) -> ::planus::Result<::core::option::Option<self::VehicleRef<'a>>> {
                self.0.access(23, "Player", "vehicle")
            }

            /// Getter for the [`left_shoulder` field](Player#structfield.left_shoulder).
            #[inline]
            pub fn left_shoulder(
                &self,
            ) -> ::planus::Result<::core::option::Option<self::EntityRef<'a>>> {
                self.0.access(24, "Player", "left_shoulder")
            }

            /// Getter for the [`right_shoulder` field](Player#structfield.right_shoulder).
            #[inline]
            pub fn right_shoulder(
                &self,
            ) -> ::planus::Result<::core::option::Option<self::EntityRef<'a>>> {
                self.0.access(25, "Player", "right_shoulder")
            }

            /// Getter for the [`seen_credits` field](Player#structfield.seen_credits).
            #[inline]
            pub fn seen_credits(&self) -> ::planus::Result<bool> {
                ::core::result::Result::Ok(
                    self.0
                        .access(26, "Player", "seen_credits")?
                        .unwrap_or(false),
                )
            }

            /// Getter for the [`recipe_book` field](Player#structfield.recipe_book).
            #[inline]
            pub fn recipe_book(&self) -> ::planus::Result<self::RecipeBookRef<'a>> {
                self.0.access_required(27, "Player", "recipe_book")
            }

            /// Getter for the [`status` field](Player#structfield.status).
            #[inline]
            pub fn status(&self) -> ::planus::Result<self::StatusRef<'a>> {
                self.0.access_union_required(28, "Player", "status")
            }

            /// Getter for the [`statistics` field](Player#structfield.statistics).
            #[inline]
            pub fn statistics(
                &self,
            ) -> ::planus::Result<::planus::Vector<'a, ::planus::Result<self::StatisticRef<'a>>>>
            {
                self.0.access_required(30, "Player", "statistics")
            }
        }

        impl<'a> ::core::fmt::Debug for PlayerRef<'a> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                let mut f = f.debug_struct("PlayerRef");
                f.field("game_mode", &self.game_mode());
                f.field("previous_game_mode", &self.previous_game_mode());
                f.field("score", &self.score());
                f.field("dimension", &self.dimension());
                f.field("selected_slot", &self.selected_slot());
                f.field("selected_item", &self.selected_item());
                if let ::core::option::Option::Some(field_spawn_dimension) =
                    self.spawn_dimension().transpose()
                {
                    f.field("spawn_dimension", &field_spawn_dimension);
                }
                f.field("spawn_x", &self.spawn_x());
                f.field("spawn_y", &self.spawn_y());
                f.field("spawn_z", &self.spawn_z());
                if let ::core::option::Option::Some(field_spawn_forced) =
                    self.spawn_forced().transpose()
                {
                    f.field("spawn_forced", &field_spawn_forced);
                }
                f.field("sleep_timer", &self.sleep_timer());
                f.field("food_exhaustion", &self.food_exhaustion());
                f.field("food_saturation", &self.food_saturation());
                f.field("food_timer", &self.food_timer());
                f.field("xp_level", &self.xp_level());
                f.field("xp_progress", &self.xp_progress());
                f.field("xp_total", &self.xp_total());
                f.field("xp_seed", &self.xp_seed());
                f.field("inventory", &self.inventory());
                f.field("ender_items", &self.ender_items());
                f.field("abilities", &self.abilities());
                if let ::core::option::Option::Some(field_nether_entry) =
                    self.nether_entry().transpose()
                {
                    f.field("nether_entry", &field_nether_entry);
                }
                if let ::core::option::Option::Some(field_vehicle) = self.vehicle().transpose() {
                    f.field("vehicle", &field_vehicle);
                }
                if let ::core::option::Option::Some(field_left_shoulder) =
                    self.left_shoulder().transpose()
                {
                    f.field("left_shoulder", &field_left_shoulder);
                }
                if let ::core::option::Option::Some(field_right_shoulder) =
                    self.right_shoulder().transpose()
                {
                    f.field("right_shoulder", &field_right_shoulder);
                }
                f.field("seen_credits", &self.seen_credits());
                f.field("recipe_book", &self.recipe_book());
                f.field("status", &self.status());
                f.field("statistics", &self.statistics());
                f.finish()
            }
        }

        impl<'a> ::core::convert::TryFrom<PlayerRef<'a>> for Player {
            type Error = ::planus::Error;

            #[allow(unreachable_code)]
            fn try_from(value: PlayerRef<'a>) -> ::planus::Result<Self> {
                ::core::result::Result::Ok(Self {
                    game_mode: ::core::convert::TryInto::try_into(value.game_mode()?)?,
                    previous_game_mode: ::core::convert::TryInto::try_into(
                        value.previous_game_mode()?,
                    )?,
                    score: ::core::convert::TryInto::try_into(value.score()?)?,
                    dimension: ::core::convert::Into::into(value.dimension()?),
                    selected_slot: ::core::convert::TryInto::try_into(value.selected_slot()?)?,
                    selected_item: ::planus::alloc::boxed::Box::new(
                        ::core::convert::TryInto::try_into(value.selected_item()?)?,
                    ),
                    spawn_dimension: value.spawn_dimension()?.map(::core::convert::Into::into),
                    spawn_x: ::core::convert::TryInto::try_into(value.spawn_x()?)?,
                    spawn_y: ::core::convert::TryInto::try_into(value.spawn_y()?)?,
                    spawn_z: ::core::convert::TryInto::try_into(value.spawn_z()?)?,
                    spawn_forced: if let ::core::option::Option::Some(spawn_forced) =
                        value.spawn_forced()?
                    {
                        ::core::option::Option::Some(::core::convert::TryInto::try_into(
                            spawn_forced,
                        )?)
                    } else {
                        ::core::option::Option::None
                    },
                    sleep_timer: ::core::convert::TryInto::try_into(value.sleep_timer()?)?,
                    food_exhaustion: ::core::convert::TryInto::try_into(value.food_exhaustion()?)?,
                    food_saturation: ::core::convert::TryInto::try_into(value.food_saturation()?)?,
                    food_timer: ::core::convert::TryInto::try_into(value.food_timer()?)?,
                    xp_level: ::core::convert::TryInto::try_into(value.xp_level()?)?,
                    xp_progress: ::core::convert::TryInto::try_into(value.xp_progress()?)?,
                    xp_total: ::core::convert::TryInto::try_into(value.xp_total()?)?,
                    xp_seed: ::core::convert::TryInto::try_into(value.xp_seed()?)?,
                    inventory: value.inventory()?.to_vec_result()?,
                    ender_items: value.ender_items()?.to_vec_result()?,
                    abilities: ::core::convert::Into::into(value.abilities()?),
                    nether_entry: value.nether_entry()?.map(::core::convert::Into::into),
                    vehicle: if let ::core::option::Option::Some(vehicle) = value.vehicle()? {
                        ::core::option::Option::Some(::planus::alloc::boxed::Box::new(
                            ::core::convert::TryInto::try_into(vehicle)?,
                        ))
                    } else {
                        ::core::option::Option::None
                    },
                    left_shoulder: if let ::core::option::Option::Some(left_shoulder) =
                        value.left_shoulder()?
                    {
                        ::core::option::Option::Some(::planus::alloc::boxed::Box::new(
                            ::core::convert::TryInto::try_into(left_shoulder)?,
                        ))
                    } else {
                        ::core::option::Option::None
                    },
                    right_shoulder: if let ::core::option::Option::Some(right_shoulder) =
                        value.right_shoulder()?
                    {
                        ::core::option::Option::Some(::planus::alloc::boxed::Box::new(
                            ::core::convert::TryInto::try_into(right_shoulder)?,
                        ))
                    } else {
                        ::core::option::Option::None
                    },
                    seen_credits: ::core::convert::TryInto::try_into(value.seen_credits()?)?,
                    recipe_book: ::planus::alloc::boxed::Box::new(
                        ::core::convert::TryInto::try_into(value.recipe_book()?)?,
                    ),
                    status: ::core::convert::TryInto::try_into(value.status()?)?,
                    statistics: value.statistics()?.to_vec_result()?,
                })
            }
        }

        impl<'a> ::planus::TableRead<'a> for PlayerRef<'a> {
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

        impl<'a> ::planus::VectorReadInner<'a> for PlayerRef<'a> {
            type Error = ::planus::Error;
            const STRIDE: usize = 4;

            unsafe fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'a>,
                offset: usize,
            ) -> ::planus::Result<Self> {
                ::planus::TableRead::from_buffer(buffer, offset).map_err(|error_kind| {
                    error_kind.with_error_location("[PlayerRef]", "get", buffer.offset_from_start)
                })
            }
        }

        /// # Safety
        /// The planus compiler generates implementations that initialize
        /// the bytes in `write_values`.
        unsafe impl ::planus::VectorWrite<::planus::Offset<Player>> for Player {
            type Value = ::planus::Offset<Player>;
            const STRIDE: usize = 4;
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> Self::Value {
                ::planus::WriteAs::prepare(self, builder)
            }

            #[inline]
            unsafe fn write_values(
                values: &[::planus::Offset<Player>],
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

        impl<'a> ::planus::ReadAsRoot<'a> for PlayerRef<'a> {
            fn read_as_root(slice: &'a [u8]) -> ::planus::Result<Self> {
                ::planus::TableRead::from_buffer(
                    ::planus::SliceWithStartOffset {
                        buffer: slice,
                        offset_from_start: 0,
                    },
                    0,
                )
                .map_err(|error_kind| {
                    error_kind.with_error_location("[PlayerRef]", "read_as_root", 0)
                })
            }
        }

        /// The table `Save` in the namespace `save`
        ///
        /// Generated from these locations:
        /// * Table `Save` in the file `save.fbs:93`
        #[derive(Clone, Debug, PartialEq, PartialOrd, ::serde::Serialize, ::serde::Deserialize)]
        pub struct Save {
            /// The field `players` in the table `Save`
            pub players: ::planus::alloc::vec::Vec<self::Player>,
        }

        #[allow(clippy::derivable_impls)]
        impl ::core::default::Default for Save {
            fn default() -> Self {
                Self {
                    players: ::core::default::Default::default(),
                }
            }
        }

        impl Save {
            /// Creates a [SaveBuilder] for serializing an instance of this table.
            #[inline]
            pub fn builder() -> SaveBuilder<()> {
                SaveBuilder(())
            }

            #[allow(clippy::too_many_arguments)]
            pub fn create(
                builder: &mut ::planus::Builder,
                field_players: impl ::planus::WriteAs<
                    ::planus::Offset<[::planus::Offset<self::Player>]>,
                >,
            ) -> ::planus::Offset<Self> {
                let prepared_players = field_players.prepare(builder);

                let mut table_writer: ::planus::table_writer::TableWriter<6> =
                    ::core::default::Default::default();
                table_writer.write_entry::<::planus::Offset<[::planus::Offset<self::Player>]>>(0);

                unsafe {
                    table_writer.finish(builder, |object_writer| {
                        object_writer.write::<_, _, 4>(&prepared_players);
                    });
                }
                builder.current_offset()
            }
        }

        impl ::planus::WriteAs<::planus::Offset<Save>> for Save {
            type Prepared = ::planus::Offset<Self>;

            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Save> {
                ::planus::WriteAsOffset::prepare(self, builder)
            }
        }

        impl ::planus::WriteAsOptional<::planus::Offset<Save>> for Save {
            type Prepared = ::planus::Offset<Self>;

            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::Offset<Save>> {
                ::core::option::Option::Some(::planus::WriteAsOffset::prepare(self, builder))
            }
        }

        impl ::planus::WriteAsOffset<Save> for Save {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Save> {
                Save::create(builder, &self.players)
            }
        }

        /// Builder for serializing an instance of the [Save] type.
        ///
        /// Can be created using the [Save::builder] method.
        #[derive(Debug)]
        #[must_use]
        pub struct SaveBuilder<State>(State);

        impl SaveBuilder<()> {
            /// Setter for the [`players` field](Save#structfield.players).
            #[inline]
            #[allow(clippy::type_complexity)]
            pub fn players<T0>(self, value: T0) -> SaveBuilder<(T0,)>
            where
                T0: ::planus::WriteAs<::planus::Offset<[::planus::Offset<self::Player>]>>,
            {
                SaveBuilder((value,))
            }
        }

        impl<T0> SaveBuilder<(T0,)> {
            /// Finish writing the builder to get an [Offset](::planus::Offset) to a serialized [Save].
            #[inline]
            pub fn finish(self, builder: &mut ::planus::Builder) -> ::planus::Offset<Save>
            where
                Self: ::planus::WriteAsOffset<Save>,
            {
                ::planus::WriteAsOffset::prepare(&self, builder)
            }
        }

        impl<T0: ::planus::WriteAs<::planus::Offset<[::planus::Offset<self::Player>]>>>
            ::planus::WriteAs<::planus::Offset<Save>> for SaveBuilder<(T0,)>
        {
            type Prepared = ::planus::Offset<Save>;

            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Save> {
                ::planus::WriteAsOffset::prepare(self, builder)
            }
        }

        impl<T0: ::planus::WriteAs<::planus::Offset<[::planus::Offset<self::Player>]>>>
            ::planus::WriteAsOptional<::planus::Offset<Save>> for SaveBuilder<(T0,)>
        {
            type Prepared = ::planus::Offset<Save>;

            #[inline]
            fn prepare(
                &self,
                builder: &mut ::planus::Builder,
            ) -> ::core::option::Option<::planus::Offset<Save>> {
                ::core::option::Option::Some(::planus::WriteAsOffset::prepare(self, builder))
            }
        }

        impl<T0: ::planus::WriteAs<::planus::Offset<[::planus::Offset<self::Player>]>>>
            ::planus::WriteAsOffset<Save> for SaveBuilder<(T0,)>
        {
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> ::planus::Offset<Save> {
                let (v0,) = &self.0;
                Save::create(builder, v0)
            }
        }

        /// Reference to a deserialized [Save].
        #[derive(Copy, Clone)]
        pub struct SaveRef<'a>(#[allow(dead_code)] ::planus::table_reader::Table<'a>);

        impl<'a> SaveRef<'a> {
            /// Getter for the [`players` field](Save#structfield.players).
            #[inline]
            pub fn players(
                &self,
            ) -> ::planus::Result<::planus::Vector<'a, ::planus::Result<self::PlayerRef<'a>>>>
            {
                self.0.access_required(0, "Save", "players")
            }
        }

        impl<'a> ::core::fmt::Debug for SaveRef<'a> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                let mut f = f.debug_struct("SaveRef");
                f.field("players", &self.players());
                f.finish()
            }
        }

        impl<'a> ::core::convert::TryFrom<SaveRef<'a>> for Save {
            type Error = ::planus::Error;

            #[allow(unreachable_code)]
            fn try_from(value: SaveRef<'a>) -> ::planus::Result<Self> {
                ::core::result::Result::Ok(Self {
                    players: value.players()?.to_vec_result()?,
                })
            }
        }

        impl<'a> ::planus::TableRead<'a> for SaveRef<'a> {
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

        impl<'a> ::planus::VectorReadInner<'a> for SaveRef<'a> {
            type Error = ::planus::Error;
            const STRIDE: usize = 4;

            unsafe fn from_buffer(
                buffer: ::planus::SliceWithStartOffset<'a>,
                offset: usize,
            ) -> ::planus::Result<Self> {
                ::planus::TableRead::from_buffer(buffer, offset).map_err(|error_kind| {
                    error_kind.with_error_location("[SaveRef]", "get", buffer.offset_from_start)
                })
            }
        }

        /// # Safety
        /// The planus compiler generates implementations that initialize
        /// the bytes in `write_values`.
        unsafe impl ::planus::VectorWrite<::planus::Offset<Save>> for Save {
            type Value = ::planus::Offset<Save>;
            const STRIDE: usize = 4;
            #[inline]
            fn prepare(&self, builder: &mut ::planus::Builder) -> Self::Value {
                ::planus::WriteAs::prepare(self, builder)
            }

            #[inline]
            unsafe fn write_values(
                values: &[::planus::Offset<Save>],
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

        impl<'a> ::planus::ReadAsRoot<'a> for SaveRef<'a> {
            fn read_as_root(slice: &'a [u8]) -> ::planus::Result<Self> {
                ::planus::TableRead::from_buffer(
                    ::planus::SliceWithStartOffset {
                        buffer: slice,
                        offset_from_start: 0,
                    },
                    0,
                )
                .map_err(|error_kind| {
                    error_kind.with_error_location("[SaveRef]", "read_as_root", 0)
                })
            }
        }
    }
}
