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
    pub mod shapes {
        /// One of each: what the generator writes for a struct, a union, a tombstone, a type that contains itself, a service.
        pub mod v1 {
            use ::stillwire::codec as __codec;
            pub const LIMIT: u32 = 10;
            pub const NAME: &str = "XNAS";
            pub type Names = Vec<String>;
            #[derive(PartialEq, Debug)]
            pub struct Point {
                pub x: i32,
                pub on: bool,
            }
            impl Clone for Point {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for Point {}
            impl Point {
                #[doc(hidden)]
                pub const __ZERO: Self = Self { x: 0, on: false };
            }
            impl Default for Point {
                #[inline]
                fn default() -> Self {
                    Self::__ZERO
                }
            }
            impl __codec::Fixed for Point {
                type Wire = [u8; 5];
                #[inline]
                fn to_wire(self) -> [u8; 5] {
                    let mut wire = [0; 5];
                    __codec::fixed::put(&mut wire, 0, self.x);
                    __codec::fixed::put(&mut wire, 4, self.on);
                    wire
                }
                #[inline]
                fn from_wire(wire: [u8; 5]) -> Self {
                    Self {
                        x: __codec::fixed::get(&wire, 0),
                        on: __codec::fixed::get(&wire, 4),
                    }
                }
                #[inline]
                fn is_canonical(wire: &[u8; 5]) -> bool {
                    __codec::fixed::is_canonical::<bool>(wire, 4)
                }
            }
            #[derive(PartialEq, Debug)]
            #[repr(C)]
            pub struct Corner {
                pub at: Timed,
                pub x: [f32; 2],
            }
            impl Clone for Corner {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for Corner {}
            impl Corner {
                #[doc(hidden)]
                pub const __ZERO: Self = Self {
                    at: Timed::__ZERO,
                    x: [0.0; 2],
                };
            }
            impl Default for Corner {
                #[inline]
                fn default() -> Self {
                    Self::__ZERO
                }
            }
            impl __codec::Fixed for Corner {
                type Wire = [u8; 16];
                #[inline]
                fn to_wire(self) -> [u8; 16] {
                    let mut wire = [0; 16];
                    __codec::fixed::put(&mut wire, 0, self.at);
                    __codec::fixed::put(&mut wire, 8, self.x);
                    wire
                }
                #[inline]
                fn from_wire(wire: [u8; 16]) -> Self {
                    Self {
                        at: __codec::fixed::get(&wire, 0),
                        x: __codec::fixed::get(&wire, 8),
                    }
                }
                #[inline]
                fn in_memory(values: &[Self]) -> Option<&[u8]> {
                    __codec::fixed::in_memory(values)
                }
            }
            __codec::plain_struct!(Corner { at, x });
            #[derive(PartialEq, Debug)]
            #[repr(C)]
            pub struct Timed {
                pub at: __codec::Timestamp,
            }
            impl Clone for Timed {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for Timed {}
            impl Timed {
                #[doc(hidden)]
                pub const __ZERO: Self = Self { at: __codec::Timestamp(0) };
            }
            impl Default for Timed {
                #[inline]
                fn default() -> Self {
                    Self::__ZERO
                }
            }
            impl __codec::Fixed for Timed {
                type Wire = [u8; 8];
                #[inline]
                fn to_wire(self) -> [u8; 8] {
                    let mut wire = [0; 8];
                    __codec::fixed::put(&mut wire, 0, self.at);
                    wire
                }
                #[inline]
                fn from_wire(wire: [u8; 8]) -> Self {
                    Self {
                        at: __codec::fixed::get(&wire, 0),
                    }
                }
                #[inline]
                fn in_memory(values: &[Self]) -> Option<&[u8]> {
                    __codec::fixed::in_memory(values)
                }
            }
            __codec::plain_struct!(Timed { at });
            #[derive(Clone, Debug, PartialEq)]
            pub enum Shape {
                Nothing,
                Dot(Point),
                Group(Group),
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown),
            }
            impl Default for Shape {
                #[inline]
                fn default() -> Self {
                    Self::Nothing
                }
            }
            /// [`Shape`], read in place.
            #[derive(PartialEq, Debug)]
            pub enum ShapeView<'a> {
                Nothing,
                Dot(Point),
                Group(GroupView<'a>),
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown<&'a [u8]>),
            }
            impl Clone for ShapeView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for ShapeView<'_> {}
            /// [`Shape`] as borrows, to encode from.
            #[derive(Debug)]
            pub enum ShapeInit<'a> {
                Nothing,
                Dot(Point),
                Group(GroupInit<'a>),
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown<&'a [u8]>),
            }
            impl Clone for ShapeInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for ShapeInit<'_> {}
            impl ShapeInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self::Nothing;
            }
            impl Default for ShapeInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::kind::Union for Shape {
                type View<'a> = ShapeView<'a>;
                type Variants = (
                    __codec::kind::Nothing,
                    __codec::kind::One<Point>,
                    __codec::kind::Sub<Group>,
                    __codec::kind::Hole,
                );
            }
            impl<'a> From<__codec::kind::RawUnion<'a, Shape>> for ShapeView<'a> {
                #[inline]
                fn from(raw: __codec::kind::RawUnion<'a, Shape>) -> Self {
                    match raw.ordinal() {
                        1 => Self::Nothing,
                        2 => Self::Dot(raw.payload::<__codec::slot::I1>()),
                        3 => Self::Group(raw.payload::<__codec::slot::I2>()),
                        _ => Self::Unknown(raw.unknown()),
                    }
                }
            }
            impl ShapeView<'_> {
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> Shape {
                    match &self {
                        Self::Nothing => Shape::Nothing,
                        Self::Dot(payload) => Shape::Dot(*payload),
                        Self::Group(payload) => Shape::Group(payload.to_message()),
                        Self::Unknown(unknown) => Shape::Unknown(unknown.to_owned()),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<Shape> for Shape {
                #[inline]
                fn encode(&self, out: __codec::kind::VariantWriter<'_, Shape>) {
                    match self {
                        Self::Nothing => out.put::<__codec::slot::I0, _>(()),
                        Self::Dot(payload) => out.put::<__codec::slot::I1, _>(*payload),
                        Self::Group(payload) => out.put::<__codec::slot::I2, _>(payload),
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<Shape> for ShapeView<'_> {
                #[inline]
                fn encode(&self, out: __codec::kind::VariantWriter<'_, Shape>) {
                    match self {
                        Self::Nothing => out.put::<__codec::slot::I0, _>(()),
                        Self::Dot(payload) => out.put::<__codec::slot::I1, _>(*payload),
                        Self::Group(payload) => out.put::<__codec::slot::I2, _>(payload),
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<Shape> for ShapeInit<'_> {
                #[inline]
                fn encode(&self, out: __codec::kind::VariantWriter<'_, Shape>) {
                    match self {
                        Self::Nothing => out.put::<__codec::slot::I0, _>(()),
                        Self::Dot(payload) => out.put::<__codec::slot::I1, _>(*payload),
                        Self::Group(payload) => out.put::<__codec::slot::I2, _>(payload),
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            /// [`Shape`], whose payload is changed in place.
            #[derive(Debug)]
            pub struct ShapeViewMut<'a>(__codec::patch::RawUnionMut<'a, Shape>);
            impl ShapeViewMut<'_> {
                /// The payload of `dot`; `None` if it is another variant.
                #[inline]
                pub fn dot_mut(
                    &mut self,
                ) -> Option<__codec::patch::FixedMut<'_, Point>> {
                    self.0.payload::<__codec::slot::I1>()
                }
                /// The payload of `group`; `None` if it is another variant.
                #[inline]
                pub fn group_mut(&mut self) -> Option<GroupViewMut<'_>> {
                    self.0.payload::<__codec::slot::I2>()
                }
            }
            impl<'a> From<__codec::patch::RawUnionMut<'a, Shape>> for ShapeViewMut<'a> {
                #[inline]
                fn from(raw: __codec::patch::RawUnionMut<'a, Shape>) -> Self {
                    Self(raw)
                }
            }
            impl __codec::patch::PatchUnion for Shape {
                type ViewMut<'a> = ShapeViewMut<'a>;
            }
            #[derive(Clone, Debug, Default)]
            pub struct Group {
                pub shapes: Vec<Shape>,
                pub next: Option<Box<Group>>,
                pub live: Option<bool>,
                pub names: Option<Vec<String>>,
                pub sizes: ::std::collections::BTreeMap<String, f32>,
                #[deprecated(note = "see `names`")]
                pub r#type: Option<u8>,
                pub corners: Vec<Corner>,
            }
            impl PartialEq for Group {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    __codec::view::same(&self.shapes, &other.shapes)
                        && __codec::view::same(&self.next, &other.next)
                        && self.live == other.live
                        && __codec::view::same(&self.names, &other.names)
                        && __codec::view::same(&self.sizes, &other.sizes)
                        && self.r#type == other.r#type
                        && __codec::view::same(&self.corners, &other.corners)
                }
            }
            /// [`Group`], read in place.
            #[derive(PartialEq, Hash)]
            pub struct GroupView<'a>(__codec::view::RawView<'a, Group>);
            impl Clone for GroupView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for GroupView<'_> {}
            impl Eq for GroupView<'_> {}
            impl<'a> GroupView<'a> {
                /// The field `shapes`.
                #[inline]
                pub fn shapes(
                    self,
                ) -> __codec::kind::ItemsView<'a, __codec::kind::Choice<Shape>> {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The field `next`.
                #[inline]
                pub fn next(self) -> Option<GroupView<'a>> {
                    self.0.slot::<__codec::slot::I1>()
                }
                /// The field `live`.
                #[inline]
                pub fn live(self) -> Option<bool> {
                    self.0.flag(0, 2).then(|| self.0.flag(0, 4))
                }
                /// The field `names`.
                #[inline]
                pub fn names(
                    self,
                ) -> Option<__codec::kind::ItemsView<'a, __codec::kind::Text>> {
                    self.0.slot::<__codec::slot::I2>()
                }
                /// The field `sizes`.
                #[inline]
                pub fn sizes(
                    self,
                ) -> __codec::kind::MapView<
                    'a,
                    __codec::kind::Items<__codec::kind::Text>,
                    __codec::kind::Packed<f32>,
                > {
                    self.0.slot::<__codec::slot::I3>()
                }
                /// The field `type`.
                #[deprecated(note = "see `names`")]
                #[inline]
                pub fn r#type(self) -> Option<u8> {
                    self.0.optional(3, 0, 16)
                }
                /// The field `corners`.
                #[inline]
                pub fn corners(self) -> __codec::kind::PackedView<'a, Corner> {
                    self.0.slot::<__codec::slot::I4>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> Group {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for GroupView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`Group`] as borrows, to encode from.
            pub struct GroupInit<'a> {
                pub shapes: &'a [ShapeInit<'a>],
                pub next: Option<&'a GroupInit<'a>>,
                pub live: Option<bool>,
                pub names: Option<&'a [&'a str]>,
                pub sizes: &'a [(&'a str, f32)],
                #[deprecated(note = "see `names`")]
                pub r#type: Option<u8>,
                pub corners: &'a [Corner],
            }
            impl Clone for GroupInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for GroupInit<'_> {}
            impl ::core::fmt::Debug for GroupInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<Group>(self, f)
                }
            }
            impl GroupInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    shapes: &[],
                    next: Option::None,
                    live: Option::None,
                    names: Option::None,
                    sizes: &[],
                    r#type: Option::None,
                    corners: &[],
                };
            }
            impl Default for GroupInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for Group {
                type View<'a> = GroupView<'a>;
                type Slots = (
                    __codec::kind::Items<__codec::kind::Choice<Shape>>,
                    __codec::kind::Optional<__codec::kind::Sub<Group>>,
                    __codec::kind::Flagged<
                        __codec::kind::Items<__codec::kind::Text>,
                        0,
                        8,
                    >,
                    __codec::kind::Map<
                        __codec::kind::Items<__codec::kind::Text>,
                        __codec::kind::Packed<f32>,
                    >,
                    __codec::kind::Packed<Corner>,
                );
                const SCALARS: usize = 4;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([
                    [0, 1, 0, 0],
                    [1, 3, 0, 1],
                    [3, 4, 0, 16],
                ]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    0,
                );
                const FINGERPRINT: u64 = 0xbd359c07168fcb41;
                #[inline]
                fn check(scalars: &[u8]) -> bool {
                    (__codec::message::flag(scalars, 0, 1)
                        | __codec::fixed::is_zero(scalars, 1, 2))
                        & (__codec::message::flag(scalars, 0, 2)
                            | !__codec::message::flag(scalars, 0, 4))
                        & (__codec::message::flag(scalars, 0, 16)
                            | __codec::fixed::is_zero(scalars, 3, 1))
                }
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> GroupView<'_> {
                    GroupView(raw)
                }
                #[inline]
                fn from_view(view: GroupView<'_>) -> Self {
                    let slots = view.0.slots::<5>();
                    Self {
                        shapes: slots
                            .get::<__codec::slot::I0>()
                            .iter()
                            .map(ShapeView::to_message)
                            .collect(),
                        next: slots.get::<__codec::slot::I1>().map(__codec::view::boxed),
                        live: view.live(),
                        names: slots
                            .get::<__codec::slot::I2>()
                            .map(|value| value.to_vec()),
                        sizes: slots
                            .get::<__codec::slot::I3>()
                            .to_map(String::from, ::core::convert::identity),
                        r#type: view.r#type(),
                        corners: slots.get::<__codec::slot::I4>().to_vec(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[0]
                }
            }
            impl Group {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Group> {
                    __codec::encoded::encode_or_panic::<Group>(self)
                }
            }
            impl __codec::Encode<Group> for Group {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Group>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (
                            &(u8::from(self.live.is_some()) << 1
                                | u8::from(self.live.unwrap_or_default()) << 2
                                | u8::from(self.names.is_some()) << 3
                                | u8::from(self.r#type.is_some()) << 4),
                            __codec::fixed::Gap::<2>,
                            &self.r#type,
                        ),
                        (
                            &self.shapes,
                            self.next.as_deref(),
                            self.names.as_ref(),
                            &self.sizes,
                            &self.corners,
                        ),
                    )
                }
            }
            impl GroupInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Group> {
                    __codec::encoded::encode_or_panic::<Group>(self)
                }
            }
            impl __codec::Encode<Group> for GroupInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Group>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (
                            &(u8::from(self.live.is_some()) << 1
                                | u8::from(self.live.unwrap_or_default()) << 2
                                | u8::from(self.names.is_some()) << 3
                                | u8::from(self.r#type.is_some()) << 4),
                            __codec::fixed::Gap::<2>,
                            &self.r#type,
                        ),
                        (self.shapes, self.next, self.names, self.sizes, self.corners),
                    )
                }
            }
            impl __codec::Encode<Group> for GroupView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Group>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            /// [`Group`], changed in place.
            #[derive(Debug)]
            pub struct GroupViewMut<'a>(__codec::patch::RawMut<'a, Group>);
            impl GroupViewMut<'_> {
                /// The field `shapes`, to be changed in place.
                #[inline]
                pub fn shapes_mut(
                    &mut self,
                ) -> __codec::patch::ItemsMut<'_, __codec::kind::Choice<Shape>> {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The field `next`, to be changed in place.
                #[inline]
                pub fn next_mut(&mut self) -> Option<GroupViewMut<'_>> {
                    self.0.slot::<__codec::slot::I1>()
                }
                /// Sets the field `live`.
                #[inline]
                pub fn set_live(
                    &mut self,
                    value: Option<bool>,
                ) -> Result<(), __codec::PatchError> {
                    self.0.set_optional_flag((0, 4), (0, 2), value)
                }
                /// The field `sizes`, to be changed in place.
                #[inline]
                pub fn sizes_mut(
                    &mut self,
                ) -> __codec::patch::MapMut<
                    '_,
                    __codec::kind::Items<__codec::kind::Text>,
                    __codec::kind::Packed<f32>,
                > {
                    self.0.slot::<__codec::slot::I3>()
                }
                /// Sets the field `type`.
                #[deprecated(note = "see `names`")]
                #[inline]
                pub fn set_type(
                    &mut self,
                    value: Option<u8>,
                ) -> Result<(), __codec::PatchError> {
                    self.0.set_optional(3, 0, 16, value)
                }
                /// The field `corners`, to be changed in place.
                #[inline]
                pub fn corners_mut(&mut self) -> __codec::patch::PackedMut<'_, Corner> {
                    self.0.slot::<__codec::slot::I4>()
                }
                /// It, read in place.
                #[inline]
                pub fn view(&self) -> GroupView<'_> {
                    self.0.view()
                }
            }
            impl<'a> From<__codec::patch::RawMut<'a, Group>> for GroupViewMut<'a> {
                #[inline]
                fn from(raw: __codec::patch::RawMut<'a, Group>) -> Self {
                    Self(raw)
                }
            }
            impl __codec::Patch for Group {
                type ViewMut<'a> = GroupViewMut<'a>;
            }
            /// Text and bytes with defaults.
            #[derive(Clone, Debug)]
            pub struct Venue {
                pub name: String,
                pub live: bool,
                pub magic: Vec<u8>,
                pub note: String,
                pub city: Option<String>,
            }
            impl PartialEq for Venue {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    __codec::view::same(&self.name, &other.name)
                        && self.live == other.live
                        && __codec::view::same(&self.magic, &other.magic)
                        && __codec::view::same(&self.note, &other.note)
                        && __codec::view::same(&self.city, &other.city)
                }
            }
            impl Default for Venue {
                fn default() -> Self {
                    Self {
                        name: String::from("XNAS"),
                        live: false,
                        magic: Vec::from(b"\x01\xff"),
                        note: Default::default(),
                        city: Default::default(),
                    }
                }
            }
            /// [`Venue`], read in place.
            ///
            /// Text and bytes with defaults.
            #[derive(PartialEq, Hash)]
            pub struct VenueView<'a>(__codec::view::RawView<'a, Venue>);
            impl Clone for VenueView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for VenueView<'_> {}
            impl Eq for VenueView<'_> {}
            impl<'a> VenueView<'a> {
                /// The field `name`.
                #[inline]
                pub fn name(self) -> &'a str {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The field `live`.
                #[inline]
                pub fn live(self) -> bool {
                    self.0.flag(0, 2)
                }
                /// The field `magic`.
                #[inline]
                pub fn magic(self) -> &'a [u8] {
                    self.0.slot::<__codec::slot::I1>()
                }
                /// The field `note`.
                #[inline]
                pub fn note(self) -> &'a str {
                    self.0.slot::<__codec::slot::I2>()
                }
                /// The field `city`.
                #[inline]
                pub fn city(self) -> Option<&'a str> {
                    self.0.slot::<__codec::slot::I3>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> Venue {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for VenueView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`Venue`] as borrows, to encode from.
            ///
            /// Text and bytes with defaults.
            pub struct VenueInit<'a> {
                pub name: &'a str,
                pub live: bool,
                pub magic: &'a [u8],
                pub note: &'a str,
                pub city: Option<&'a str>,
            }
            impl Clone for VenueInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for VenueInit<'_> {}
            impl ::core::fmt::Debug for VenueInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<Venue>(self, f)
                }
            }
            impl VenueInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    name: "XNAS",
                    live: false,
                    magic: b"\x01\xff",
                    note: "",
                    city: Option::None,
                };
            }
            impl Default for VenueInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for Venue {
                type View<'a> = VenueView<'a>;
                type Slots = (
                    __codec::kind::Defaulted<__codec::kind::Text, Venue, 1, 0, 1>,
                    __codec::kind::Defaulted<__codec::kind::Blob, Venue, 3, 0, 4>,
                    __codec::kind::Text,
                    __codec::kind::Flagged<__codec::kind::Text, 0, 8>,
                );
                const SCALARS: usize = 1;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([
                    [0, 1, 0, 0],
                ]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    1,
                );
                const FINGERPRINT: u64 = 0x2247fe17d689a2a7;
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> VenueView<'_> {
                    VenueView(raw)
                }
                #[inline]
                fn from_view(view: VenueView<'_>) -> Self {
                    let slots = view.0.slots::<4>();
                    Self {
                        name: String::from(slots.get::<__codec::slot::I0>()),
                        live: view.live(),
                        magic: slots.get::<__codec::slot::I1>().to_vec(),
                        note: slots.text::<__codec::slot::I2>(),
                        city: slots.optional_text::<__codec::slot::I3>(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[1]
                }
            }
            impl __codec::kind::Preset<__codec::kind::Text, 1> for Venue {
                const VALUE: &'static str = "XNAS";
            }
            impl __codec::kind::Preset<__codec::kind::Blob, 3> for Venue {
                const VALUE: &'static [u8] = b"\x01\xff";
            }
            impl Venue {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Venue> {
                    __codec::encoded::encode_or_panic::<Venue>(self)
                }
            }
            impl __codec::Encode<Venue> for Venue {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Venue>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (
                            &(u8::from(self.name != "XNAS") | u8::from(self.live) << 1
                                | u8::from(self.magic != b"\x01\xff") << 2
                                | u8::from(self.city.is_some()) << 3),
                        ),
                        (
                            self.name.as_str(),
                            self.magic.as_slice(),
                            &self.note,
                            self.city.as_ref(),
                        ),
                    )
                }
            }
            impl VenueInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Venue> {
                    __codec::encoded::encode_or_panic::<Venue>(self)
                }
            }
            impl __codec::Encode<Venue> for VenueInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Venue>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (
                            &(u8::from(self.name != "XNAS") | u8::from(self.live) << 1
                                | u8::from(self.magic != b"\x01\xff") << 2
                                | u8::from(self.city.is_some()) << 3),
                        ),
                        (self.name, self.magic, self.note, self.city),
                    )
                }
            }
            impl __codec::Encode<Venue> for VenueView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Venue>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            /// [`Venue`], changed in place.
            #[derive(Debug)]
            pub struct VenueViewMut<'a>(__codec::patch::RawMut<'a, Venue>);
            impl VenueViewMut<'_> {
                /// Sets the field `live`.
                #[inline]
                pub fn set_live(
                    &mut self,
                    value: bool,
                ) -> Result<(), __codec::PatchError> {
                    self.0.set_flag(0, 2, value)
                }
                /// It, read in place.
                #[inline]
                pub fn view(&self) -> VenueView<'_> {
                    self.0.view()
                }
            }
            impl<'a> From<__codec::patch::RawMut<'a, Venue>> for VenueViewMut<'a> {
                #[inline]
                fn from(raw: __codec::patch::RawMut<'a, Venue>) -> Self {
                    Self(raw)
                }
            }
            impl __codec::Patch for Venue {
                type ViewMut<'a> = VenueViewMut<'a>;
            }
            /// Nothing else is accepted.
            #[derive(Debug, Default)]
            pub enum Door {
                #[default]
                Shut,
                Open,
            }
            impl Clone for Door {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for Door {}
            impl Door {
                /// The number that stands for it.
                #[inline]
                pub const fn number(self) -> i8 {
                    match self {
                        Self::Shut => 0,
                        Self::Open => -1,
                    }
                }
                /// What a number stands for, if it is one of these.
                #[inline]
                pub const fn from_number(number: i8) -> Option<Self> {
                    Option::Some(
                        match number {
                            0 => Self::Shut,
                            -1 => Self::Open,
                            _ => return Option::None,
                        },
                    )
                }
            }
            impl PartialEq for Door {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    self.number() == other.number()
                }
            }
            impl Eq for Door {}
            impl PartialOrd for Door {
                #[inline]
                fn partial_cmp(&self, other: &Self) -> Option<::core::cmp::Ordering> {
                    Option::Some(Ord::cmp(self, other))
                }
            }
            impl Ord for Door {
                #[inline]
                fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
                    Ord::cmp(&self.number(), &other.number())
                }
            }
            impl ::core::hash::Hash for Door {
                #[inline]
                fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                    ::core::hash::Hash::hash(&self.number(), state);
                }
            }
            impl __codec::Fixed for Door {
                type Wire = [u8; 1];
                #[inline]
                fn to_wire(self) -> [u8; 1] {
                    self.number().to_le_bytes()
                }
                #[inline]
                fn from_wire(wire: [u8; 1]) -> Self {
                    Self::from_number(i8::from_le_bytes(wire)).unwrap_or_default()
                }
                #[inline]
                fn is_canonical(wire: &[u8; 1]) -> bool {
                    Self::from_number(i8::from_le_bytes(*wire)).is_some()
                }
            }
            #[derive(Clone, Debug, PartialEq)]
            pub enum Answer {
                Yes,
                No(Door),
            }
            impl Default for Answer {
                #[inline]
                fn default() -> Self {
                    Self::Yes
                }
            }
            /// [`Answer`], read in place.
            #[derive(PartialEq, Debug)]
            pub enum AnswerView {
                Yes,
                No(Door),
            }
            impl Clone for AnswerView {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for AnswerView {}
            /// [`Answer`] as borrows, to encode from.
            #[derive(Debug)]
            pub enum AnswerInit {
                Yes,
                No(Door),
            }
            impl Clone for AnswerInit {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for AnswerInit {}
            impl AnswerInit {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self::Yes;
            }
            impl Default for AnswerInit {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::kind::Union for Answer {
                type View<'a> = AnswerView;
                type Variants = (
                    __codec::kind::Nothing,
                    __codec::kind::Hole,
                    __codec::kind::One<Door>,
                );
                #[inline]
                fn knows(ordinal: u16) -> bool {
                    matches!(ordinal, 1 | 3)
                }
            }
            impl<'a> From<__codec::kind::RawUnion<'a, Answer>> for AnswerView {
                #[inline]
                fn from(raw: __codec::kind::RawUnion<'a, Answer>) -> Self {
                    match raw.ordinal() {
                        1 => Self::Yes,
                        _ => Self::No(raw.payload::<__codec::slot::I2>()),
                    }
                }
            }
            impl AnswerView {
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> Answer {
                    match &self {
                        Self::Yes => Answer::Yes,
                        Self::No(payload) => Answer::No(*payload),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<Answer> for Answer {
                #[inline]
                fn encode(&self, out: __codec::kind::VariantWriter<'_, Answer>) {
                    match self {
                        Self::Yes => out.put::<__codec::slot::I0, _>(()),
                        Self::No(payload) => out.put::<__codec::slot::I2, _>(*payload),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<Answer> for AnswerView {
                #[inline]
                fn encode(&self, out: __codec::kind::VariantWriter<'_, Answer>) {
                    match self {
                        Self::Yes => out.put::<__codec::slot::I0, _>(()),
                        Self::No(payload) => out.put::<__codec::slot::I2, _>(*payload),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<Answer> for AnswerInit {
                #[inline]
                fn encode(&self, out: __codec::kind::VariantWriter<'_, Answer>) {
                    match self {
                        Self::Yes => out.put::<__codec::slot::I0, _>(()),
                        Self::No(payload) => out.put::<__codec::slot::I2, _>(*payload),
                    }
                }
            }
            /// [`Answer`], whose payload is changed in place.
            #[derive(Debug)]
            pub struct AnswerViewMut<'a>(__codec::patch::RawUnionMut<'a, Answer>);
            impl AnswerViewMut<'_> {
                /// The payload of `no`; `None` if it is another variant.
                #[inline]
                pub fn no_mut(&mut self) -> Option<__codec::patch::FixedMut<'_, Door>> {
                    self.0.payload::<__codec::slot::I2>()
                }
            }
            impl<'a> From<__codec::patch::RawUnionMut<'a, Answer>>
            for AnswerViewMut<'a> {
                #[inline]
                fn from(raw: __codec::patch::RawUnionMut<'a, Answer>) -> Self {
                    Self(raw)
                }
            }
            impl __codec::patch::PatchUnion for Answer {
                type ViewMut<'a> = AnswerViewMut<'a>;
            }
            #[derive(Clone, Debug)]
            pub struct Visit {
                pub door: Door,
                pub answer: Option<Answer>,
            }
            impl PartialEq for Visit {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    self.door == other.door
                        && __codec::view::same(&self.answer, &other.answer)
                }
            }
            impl Default for Visit {
                fn default() -> Self {
                    Self {
                        door: Door::Open,
                        answer: Default::default(),
                    }
                }
            }
            /// [`Visit`], read in place.
            #[derive(PartialEq, Hash)]
            pub struct VisitView<'a>(__codec::view::RawView<'a, Visit>);
            impl Clone for VisitView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for VisitView<'_> {}
            impl Eq for VisitView<'_> {}
            impl<'a> VisitView<'a> {
                /// The field `door`.
                #[inline]
                pub fn door(self) -> Door {
                    Door::from_number(self.0.get::<i8>(0) ^ -1).unwrap_or_default()
                }
                /// The field `answer`.
                #[inline]
                pub fn answer(self) -> Option<AnswerView> {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> Visit {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for VisitView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`Visit`] as borrows, to encode from.
            pub struct VisitInit {
                pub door: Door,
                pub answer: Option<AnswerInit>,
            }
            impl Clone for VisitInit {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for VisitInit {}
            impl ::core::fmt::Debug for VisitInit {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<Visit>(self, f)
                }
            }
            impl VisitInit {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    door: Door::Open,
                    answer: Option::None,
                };
            }
            impl Default for VisitInit {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for Visit {
                type View<'a> = VisitView<'a>;
                type Slots = (__codec::kind::Optional<__codec::kind::Choice<Answer>>,);
                const SCALARS: usize = 1;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([
                    [0, 1, 0, 0],
                ]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    2,
                );
                const FINGERPRINT: u64 = 0x261ae09ffe0becd6;
                #[inline]
                fn check(scalars: &[u8]) -> bool {
                    Door::from_number(__codec::fixed::get::<i8>(scalars, 0) ^ -1)
                        .is_some()
                }
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> VisitView<'_> {
                    VisitView(raw)
                }
                #[inline]
                fn from_view(view: VisitView<'_>) -> Self {
                    let slots = view.0.slots::<1>();
                    Self {
                        door: view.door(),
                        answer: slots
                            .get::<__codec::slot::I0>()
                            .map(AnswerView::to_message),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[2]
                }
            }
            impl Visit {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Visit> {
                    __codec::encoded::encode_or_panic::<Visit>(self)
                }
            }
            impl __codec::Encode<Visit> for Visit {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Visit>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((&(self.door.number() ^ -1),), (self.answer.as_ref(),))
                }
            }
            impl VisitInit {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Visit> {
                    __codec::encoded::encode_or_panic::<Visit>(self)
                }
            }
            impl __codec::Encode<Visit> for VisitInit {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Visit>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((&(self.door.number() ^ -1),), (self.answer.as_ref(),))
                }
            }
            impl __codec::Encode<Visit> for VisitView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Visit>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            /// [`Visit`], changed in place.
            #[derive(Debug)]
            pub struct VisitViewMut<'a>(__codec::patch::RawMut<'a, Visit>);
            impl VisitViewMut<'_> {
                /// Sets the field `door`.
                #[inline]
                pub fn set_door(
                    &mut self,
                    value: Door,
                ) -> Result<(), __codec::PatchError> {
                    self.0.set(0, value.number() ^ -1)
                }
                /// The field `answer`, to be changed in place.
                #[inline]
                pub fn answer_mut(&mut self) -> Option<AnswerViewMut<'_>> {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// It, read in place.
                #[inline]
                pub fn view(&self) -> VisitView<'_> {
                    self.0.view()
                }
            }
            impl<'a> From<__codec::patch::RawMut<'a, Visit>> for VisitViewMut<'a> {
                #[inline]
                fn from(raw: __codec::patch::RawMut<'a, Visit>) -> Self {
                    Self(raw)
                }
            }
            impl __codec::Patch for Visit {
                type ViewMut<'a> = VisitViewMut<'a>;
            }
            /// How an order is handled.
            #[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct Handling(u16);
            impl Handling {
                pub const POST_ONLY: Self = Self(0x1);
                pub const REDUCE_ONLY: Self = Self(0x2);
                /// Nobody sees it.
                #[deprecated(note = "see `reduce_only`")]
                pub const HIDDEN: Self = Self(0x4);
                pub const BOTH: Self = Self(0x3);
            }
            __codec::flags!(Handling : u16 { POST_ONLY, REDUCE_ONLY, HIDDEN, BOTH });
            #[derive(PartialEq, Debug)]
            pub struct Handled {
                pub how: Handling,
            }
            impl Clone for Handled {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for Handled {}
            impl Handled {
                #[doc(hidden)]
                pub const __ZERO: Self = Self { how: Handling::empty() };
                #[doc(hidden)]
                #[inline]
                pub fn __holds(self) -> bool {
                    self.how.bits() != 0
                }
            }
            impl Default for Handled {
                #[inline]
                fn default() -> Self {
                    Self::__ZERO
                }
            }
            impl __codec::Fixed for Handled {
                type Wire = [u8; 2];
                #[inline]
                fn to_wire(self) -> [u8; 2] {
                    let mut wire = [0; 2];
                    __codec::fixed::put(&mut wire, 0, self.how);
                    wire
                }
                #[inline]
                fn from_wire(wire: [u8; 2]) -> Self {
                    Self {
                        how: __codec::fixed::get(&wire, 0),
                    }
                }
            }
            #[derive(Clone, Debug)]
            pub struct Handle {
                pub how: Handling,
                pub usual: Handling,
                pub maybe: Option<Handling>,
                pub all: Vec<Handling>,
                pub done: Vec<Handled>,
            }
            impl PartialEq for Handle {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    self.how == other.how && self.usual == other.usual
                        && self.maybe == other.maybe
                        && __codec::view::same(&self.all, &other.all)
                        && __codec::view::same(&self.done, &other.done)
                }
            }
            impl Default for Handle {
                fn default() -> Self {
                    Self {
                        how: Handling::empty(),
                        usual: Handling::POST_ONLY.union(Handling::HIDDEN),
                        maybe: Default::default(),
                        all: Default::default(),
                        done: Default::default(),
                    }
                }
            }
            /// [`Handle`], read in place.
            #[derive(PartialEq, Hash)]
            pub struct HandleView<'a>(__codec::view::RawView<'a, Handle>);
            impl Clone for HandleView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for HandleView<'_> {}
            impl Eq for HandleView<'_> {}
            impl<'a> HandleView<'a> {
                /// The field `how`.
                #[inline]
                pub fn how(self) -> Handling {
                    self.0.get(0)
                }
                /// The field `usual`.
                #[inline]
                pub fn usual(self) -> Handling {
                    Handling::from_bits_retain(self.0.get::<u16>(2) ^ 0x5)
                }
                /// The field `maybe`.
                #[inline]
                pub fn maybe(self) -> Option<Handling> {
                    self.0.optional(5, 4, 1)
                }
                /// The field `all`.
                #[inline]
                pub fn all(self) -> __codec::kind::PackedView<'a, Handling> {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The field `done`.
                #[inline]
                pub fn done(self) -> __codec::kind::PackedView<'a, Handled> {
                    self.0.slot::<__codec::slot::I1>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> Handle {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for HandleView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`Handle`] as borrows, to encode from.
            pub struct HandleInit<'a> {
                pub how: Handling,
                pub usual: Handling,
                pub maybe: Option<Handling>,
                pub all: &'a [Handling],
                pub done: &'a [Handled],
            }
            impl Clone for HandleInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for HandleInit<'_> {}
            impl ::core::fmt::Debug for HandleInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<Handle>(self, f)
                }
            }
            impl HandleInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    how: Handling::empty(),
                    usual: Handling::POST_ONLY.union(Handling::HIDDEN),
                    maybe: Option::None,
                    all: &[],
                    done: &[],
                };
            }
            impl Default for HandleInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for Handle {
                type View<'a> = HandleView<'a>;
                type Slots = (
                    __codec::kind::Packed<Handling>,
                    __codec::kind::Packed<Handled>,
                );
                const SCALARS: usize = 7;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([
                    [0, 2, 0, 0],
                    [2, 4, 0, 0],
                    [4, 5, 0, 0],
                    [5, 7, 4, 1],
                ]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    3,
                );
                const FINGERPRINT: u64 = 0x9c47330938009791;
                const CONSTRAINED: bool = true;
                #[inline]
                fn check(scalars: &[u8]) -> bool {
                    (__codec::message::flag(scalars, 4, 1)
                        | __codec::fixed::is_zero(scalars, 5, 2))
                }
                #[inline]
                fn holds(view: HandleView<'_>) -> bool {
                    view.maybe().is_none_or(|value| value.bits() != 4)
                        && view.done().iter().all(|item| item.__holds())
                }
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> HandleView<'_> {
                    HandleView(raw)
                }
                #[inline]
                fn from_view(view: HandleView<'_>) -> Self {
                    let slots = view.0.slots::<2>();
                    Self {
                        how: view.how(),
                        usual: view.usual(),
                        maybe: view.maybe(),
                        all: slots.get::<__codec::slot::I0>().to_vec(),
                        done: slots.get::<__codec::slot::I1>().to_vec(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[3]
                }
            }
            impl Handle {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may, or a condition of the schema refuses it: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Handle> {
                    __codec::encoded::encode_or_panic::<Handle>(self)
                }
            }
            impl __codec::Encode<Handle> for Handle {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Handle>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (
                            &self.how,
                            &(self.usual.bits() ^ 0x5),
                            &(u8::from(self.maybe.is_some())),
                            &self.maybe,
                        ),
                        (&self.all, &self.done),
                    )
                }
            }
            impl HandleInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may, or a condition of the schema refuses it: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Handle> {
                    __codec::encoded::encode_or_panic::<Handle>(self)
                }
            }
            impl __codec::Encode<Handle> for HandleInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Handle>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (
                            &self.how,
                            &(self.usual.bits() ^ 0x5),
                            &(u8::from(self.maybe.is_some())),
                            &self.maybe,
                        ),
                        (self.all, self.done),
                    )
                }
            }
            impl __codec::Encode<Handle> for HandleView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Handle>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            /// [`Handle`], changed in place.
            #[derive(Debug)]
            pub struct HandleViewMut<'a>(__codec::patch::RawMut<'a, Handle>);
            impl HandleViewMut<'_> {
                /// Sets the field `how`.
                #[inline]
                pub fn set_how(
                    &mut self,
                    value: Handling,
                ) -> Result<(), __codec::PatchError> {
                    self.0.set(0, value)
                }
                /// Sets the field `usual`.
                #[inline]
                pub fn set_usual(
                    &mut self,
                    value: Handling,
                ) -> Result<(), __codec::PatchError> {
                    self.0.set(2, value.bits() ^ 0x5)
                }
                /// Sets the field `maybe`.
                #[inline]
                pub fn set_maybe(
                    &mut self,
                    value: Option<Handling>,
                ) -> Result<(), __codec::PatchError> {
                    self.0.set_optional(5, 4, 1, value)
                }
                /// The field `all`, to be changed in place.
                #[inline]
                pub fn all_mut(&mut self) -> __codec::patch::PackedMut<'_, Handling> {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The field `done`, to be changed in place.
                #[inline]
                pub fn done_mut(&mut self) -> __codec::patch::PackedMut<'_, Handled> {
                    self.0.slot::<__codec::slot::I1>()
                }
                /// It, read in place.
                #[inline]
                pub fn view(&self) -> HandleView<'_> {
                    self.0.view()
                }
            }
            impl<'a> From<__codec::patch::RawMut<'a, Handle>> for HandleViewMut<'a> {
                #[inline]
                fn from(raw: __codec::patch::RawMut<'a, Handle>) -> Self {
                    Self(raw)
                }
            }
            impl __codec::Patch for Handle {
                type ViewMut<'a> = HandleViewMut<'a>;
            }
            /// Carries messages as bytes.
            #[derive(Clone, Debug, Default)]
            pub struct Parcel {
                pub one: __codec::Unverified<Group>,
                pub next: Option<__codec::Unverified<Parcel>>,
                pub all: Vec<__codec::Unverified<Group>>,
                pub cargo: Option<Cargo>,
            }
            impl PartialEq for Parcel {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    __codec::view::same(&self.one, &other.one)
                        && __codec::view::same(&self.next, &other.next)
                        && __codec::view::same(&self.all, &other.all)
                        && __codec::view::same(&self.cargo, &other.cargo)
                }
            }
            /// [`Parcel`], read in place.
            ///
            /// Carries messages as bytes.
            #[derive(PartialEq, Hash)]
            pub struct ParcelView<'a>(__codec::view::RawView<'a, Parcel>);
            impl Clone for ParcelView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for ParcelView<'_> {}
            impl Eq for ParcelView<'_> {}
            impl<'a> ParcelView<'a> {
                /// The field `one`.
                #[inline]
                pub fn one(self) -> __codec::UnverifiedView<'a, Group> {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The field `next`.
                #[inline]
                pub fn next(self) -> Option<__codec::UnverifiedView<'a, Parcel>> {
                    self.0.slot::<__codec::slot::I1>()
                }
                /// The field `all`.
                #[inline]
                pub fn all(
                    self,
                ) -> __codec::kind::ItemsView<'a, __codec::kind::Root<Group>> {
                    self.0.slot::<__codec::slot::I2>()
                }
                /// The field `cargo`.
                #[inline]
                pub fn cargo(self) -> Option<CargoView<'a>> {
                    self.0.slot::<__codec::slot::I3>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> Parcel {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for ParcelView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`Parcel`] as borrows, to encode from.
            ///
            /// Carries messages as bytes.
            pub struct ParcelInit<'a> {
                pub one: __codec::UnverifiedView<'a, Group>,
                pub next: Option<__codec::UnverifiedView<'a, Parcel>>,
                pub all: &'a [__codec::UnverifiedView<'a, Group>],
                pub cargo: Option<CargoInit<'a>>,
            }
            impl Clone for ParcelInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for ParcelInit<'_> {}
            impl ::core::fmt::Debug for ParcelInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<Parcel>(self, f)
                }
            }
            impl ParcelInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    one: __codec::UnverifiedView::__DEFAULT,
                    next: Option::None,
                    all: &[],
                    cargo: Option::None,
                };
            }
            impl Default for ParcelInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for Parcel {
                type View<'a> = ParcelView<'a>;
                type Slots = (
                    __codec::kind::Root<Group>,
                    __codec::kind::Optional<__codec::kind::Root<Parcel>>,
                    __codec::kind::Items<__codec::kind::Root<Group>>,
                    __codec::kind::Optional<__codec::kind::Choice<Cargo>>,
                );
                const SCALARS: usize = 0;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    4,
                );
                const FINGERPRINT: u64 = 0x9f5d0a83f139decd;
                const CONSTRAINED: bool = true;
                #[inline]
                fn holds(view: ParcelView<'_>) -> bool {
                    view.all().iter().all(|item| item.len() <= 1024)
                }
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> ParcelView<'_> {
                    ParcelView(raw)
                }
                #[inline]
                fn from_view(view: ParcelView<'_>) -> Self {
                    let slots = view.0.slots::<4>();
                    Self {
                        one: slots.get::<__codec::slot::I0>().to_unverified(),
                        next: slots
                            .get::<__codec::slot::I1>()
                            .map(|value| value.to_unverified()),
                        all: slots
                            .get::<__codec::slot::I2>()
                            .iter()
                            .map(|item| item.to_unverified())
                            .collect(),
                        cargo: slots
                            .get::<__codec::slot::I3>()
                            .map(CargoView::to_message),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[4]
                }
            }
            impl Parcel {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may, or a condition of the schema refuses it: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Parcel> {
                    __codec::encoded::encode_or_panic::<Parcel>(self)
                }
            }
            impl __codec::Encode<Parcel> for Parcel {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Parcel>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (),
                        (&self.one, self.next.as_ref(), &self.all, self.cargo.as_ref()),
                    )
                }
            }
            impl ParcelInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may, or a condition of the schema refuses it: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Parcel> {
                    __codec::encoded::encode_or_panic::<Parcel>(self)
                }
            }
            impl __codec::Encode<Parcel> for ParcelInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Parcel>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((), (self.one, self.next, self.all, self.cargo.as_ref()))
                }
            }
            impl __codec::Encode<Parcel> for ParcelView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Parcel>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            /// [`Parcel`], changed in place.
            #[derive(Debug)]
            pub struct ParcelViewMut<'a>(__codec::patch::RawMut<'a, Parcel>);
            impl ParcelViewMut<'_> {
                /// The field `cargo`, to be changed in place.
                #[inline]
                pub fn cargo_mut(&mut self) -> Option<CargoViewMut<'_>> {
                    self.0.slot::<__codec::slot::I3>()
                }
                /// It, read in place.
                #[inline]
                pub fn view(&self) -> ParcelView<'_> {
                    self.0.view()
                }
            }
            impl<'a> From<__codec::patch::RawMut<'a, Parcel>> for ParcelViewMut<'a> {
                #[inline]
                fn from(raw: __codec::patch::RawMut<'a, Parcel>) -> Self {
                    Self(raw)
                }
            }
            impl __codec::Patch for Parcel {
                type ViewMut<'a> = ParcelViewMut<'a>;
            }
            #[derive(Clone, Debug, PartialEq)]
            pub enum Cargo {
                One(__codec::Unverified<Parcel>),
                Many(Vec<__codec::Unverified<Group>>),
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown),
            }
            impl Default for Cargo {
                #[inline]
                fn default() -> Self {
                    Self::One(Default::default())
                }
            }
            /// [`Cargo`], read in place.
            #[derive(PartialEq, Debug)]
            pub enum CargoView<'a> {
                One(__codec::UnverifiedView<'a, Parcel>),
                Many(__codec::kind::ItemsView<'a, __codec::kind::Root<Group>>),
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown<&'a [u8]>),
            }
            impl Clone for CargoView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for CargoView<'_> {}
            /// [`Cargo`] as borrows, to encode from.
            #[derive(Debug)]
            pub enum CargoInit<'a> {
                One(__codec::UnverifiedView<'a, Parcel>),
                Many(&'a [__codec::UnverifiedView<'a, Group>]),
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown<&'a [u8]>),
            }
            impl Clone for CargoInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for CargoInit<'_> {}
            impl CargoInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self::One(
                    __codec::UnverifiedView::__DEFAULT,
                );
            }
            impl Default for CargoInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::kind::Union for Cargo {
                type View<'a> = CargoView<'a>;
                type Variants = (
                    __codec::kind::Root<Parcel>,
                    __codec::kind::Items<__codec::kind::Root<Group>>,
                );
            }
            impl<'a> From<__codec::kind::RawUnion<'a, Cargo>> for CargoView<'a> {
                #[inline]
                fn from(raw: __codec::kind::RawUnion<'a, Cargo>) -> Self {
                    match raw.ordinal() {
                        1 => Self::One(raw.payload::<__codec::slot::I0>()),
                        2 => Self::Many(raw.payload::<__codec::slot::I1>()),
                        _ => Self::Unknown(raw.unknown()),
                    }
                }
            }
            impl CargoView<'_> {
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> Cargo {
                    match &self {
                        Self::One(payload) => Cargo::One(payload.to_unverified()),
                        Self::Many(payload) => {
                            Cargo::Many(
                                payload.iter().map(|item| item.to_unverified()).collect(),
                            )
                        }
                        Self::Unknown(unknown) => Cargo::Unknown(unknown.to_owned()),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<Cargo> for Cargo {
                #[inline]
                fn encode(&self, out: __codec::kind::VariantWriter<'_, Cargo>) {
                    match self {
                        Self::One(payload) => out.put::<__codec::slot::I0, _>(payload),
                        Self::Many(payload) => out.put::<__codec::slot::I1, _>(payload),
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<Cargo> for CargoView<'_> {
                #[inline]
                fn encode(&self, out: __codec::kind::VariantWriter<'_, Cargo>) {
                    match self {
                        Self::One(payload) => out.put::<__codec::slot::I0, _>(payload),
                        Self::Many(payload) => out.put::<__codec::slot::I1, _>(*payload),
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<Cargo> for CargoInit<'_> {
                #[inline]
                fn encode(&self, out: __codec::kind::VariantWriter<'_, Cargo>) {
                    match self {
                        Self::One(payload) => out.put::<__codec::slot::I0, _>(payload),
                        Self::Many(payload) => out.put::<__codec::slot::I1, _>(*payload),
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            /// [`Cargo`], whose payload is changed in place.
            #[derive(Debug)]
            pub struct CargoViewMut<'a>(__codec::patch::RawUnionMut<'a, Cargo>);
            impl CargoViewMut<'_> {}
            impl<'a> From<__codec::patch::RawUnionMut<'a, Cargo>> for CargoViewMut<'a> {
                #[inline]
                fn from(raw: __codec::patch::RawUnionMut<'a, Cargo>) -> Self {
                    Self(raw)
                }
            }
            impl __codec::patch::PatchUnion for Cargo {
                type ViewMut<'a> = CargoViewMut<'a>;
            }
            /// Who plays.
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct PlayerId(pub u64);
            __codec::newtype!(fixed PlayerId(u64) = 0);
            __codec::newtype!(display PlayerId);
            #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct Symbol(pub String);
            __codec::newtype!(text Symbol(String));
            __codec::newtype!(display Symbol);
            #[derive(Clone, Debug)]
            pub struct Play {
                pub by: PlayerId,
                pub symbol: Symbol,
                pub others: Vec<PlayerId>,
                pub names: ::std::collections::BTreeMap<Symbol, PlayerId>,
                pub nick: Symbol,
            }
            impl PartialEq for Play {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    self.by == other.by
                        && __codec::view::same(&self.symbol, &other.symbol)
                        && __codec::view::same(&self.others, &other.others)
                        && __codec::view::same(&self.names, &other.names)
                        && __codec::view::same(&self.nick, &other.nick)
                }
            }
            impl Default for Play {
                fn default() -> Self {
                    Self {
                        by: PlayerId(1),
                        symbol: Default::default(),
                        others: Default::default(),
                        names: Default::default(),
                        nick: Symbol(String::from("anon")),
                    }
                }
            }
            /// [`Play`], read in place.
            #[derive(PartialEq, Hash)]
            pub struct PlayView<'a>(__codec::view::RawView<'a, Play>);
            impl Clone for PlayView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for PlayView<'_> {}
            impl Eq for PlayView<'_> {}
            impl<'a> PlayView<'a> {
                /// The field `by`.
                #[inline]
                pub fn by(self) -> PlayerId {
                    PlayerId(self.0.get::<u64>(0) ^ 1)
                }
                /// The field `symbol`.
                #[inline]
                pub fn symbol(self) -> &'a str {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The field `others`.
                #[inline]
                pub fn others(self) -> __codec::kind::PackedView<'a, PlayerId> {
                    self.0.slot::<__codec::slot::I1>()
                }
                /// The field `names`.
                #[inline]
                pub fn names(
                    self,
                ) -> __codec::kind::MapView<
                    'a,
                    __codec::kind::Items<__codec::kind::Text>,
                    __codec::kind::Packed<PlayerId>,
                > {
                    self.0.slot::<__codec::slot::I2>()
                }
                /// The field `nick`.
                #[inline]
                pub fn nick(self) -> &'a str {
                    self.0.slot::<__codec::slot::I3>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> Play {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for PlayView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`Play`] as borrows, to encode from.
            pub struct PlayInit<'a> {
                pub by: PlayerId,
                pub symbol: &'a str,
                pub others: &'a [PlayerId],
                pub names: &'a [(&'a str, PlayerId)],
                pub nick: &'a str,
            }
            impl Clone for PlayInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for PlayInit<'_> {}
            impl ::core::fmt::Debug for PlayInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<Play>(self, f)
                }
            }
            impl PlayInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    by: PlayerId(1),
                    symbol: "",
                    others: &[],
                    names: &[],
                    nick: "anon",
                };
            }
            impl Default for PlayInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for Play {
                type View<'a> = PlayView<'a>;
                type Slots = (
                    __codec::kind::Text,
                    __codec::kind::Packed<PlayerId>,
                    __codec::kind::Map<
                        __codec::kind::Items<__codec::kind::Text>,
                        __codec::kind::Packed<PlayerId>,
                    >,
                    __codec::kind::Defaulted<__codec::kind::Text, Play, 5, 8, 1>,
                );
                const SCALARS: usize = 9;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([
                    [0, 8, 0, 0],
                    [8, 9, 0, 0],
                ]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    5,
                );
                const FINGERPRINT: u64 = 0x494505acf4f99da2;
                const CONSTRAINED: bool = true;
                #[inline]
                fn holds(view: PlayView<'_>) -> bool {
                    view.by().0 != 0 && (1..=16).contains(&view.symbol().len())
                        && view.others().iter().all(|item| item.0 != 0)
                        && view
                            .names()
                            .iter()
                            .all(|(key, value)| {
                                (1..=16).contains(&key.len()) && value.0 != 0
                            }) && (1..=16).contains(&view.nick().len())
                }
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> PlayView<'_> {
                    PlayView(raw)
                }
                #[inline]
                fn from_view(view: PlayView<'_>) -> Self {
                    let slots = view.0.slots::<4>();
                    Self {
                        by: view.by(),
                        symbol: Symbol(slots.text::<__codec::slot::I0>()),
                        others: slots.get::<__codec::slot::I1>().to_vec(),
                        names: slots
                            .get::<__codec::slot::I2>()
                            .to_map(
                                |key| Symbol(String::from(key)),
                                ::core::convert::identity,
                            ),
                        nick: Symbol(String::from(slots.get::<__codec::slot::I3>())),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[5]
                }
            }
            impl __codec::kind::Preset<__codec::kind::Text, 5> for Play {
                const VALUE: &'static str = "anon";
            }
            impl Play {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may, or a condition of the schema refuses it: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Play> {
                    __codec::encoded::encode_or_panic::<Play>(self)
                }
            }
            impl __codec::Encode<Play> for Play {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Play>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (&(self.by.0 ^ 1), &(u8::from(self.nick != "anon"))),
                        (
                            &self.symbol,
                            &self.others,
                            &self.names,
                            __codec::newtype::Borrowed::borrowed(&self.nick),
                        ),
                    )
                }
            }
            impl PlayInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may, or a condition of the schema refuses it: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Play> {
                    __codec::encoded::encode_or_panic::<Play>(self)
                }
            }
            impl __codec::Encode<Play> for PlayInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Play>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (&(self.by.0 ^ 1), &(u8::from(self.nick != "anon"))),
                        (self.symbol, self.others, self.names, self.nick),
                    )
                }
            }
            impl __codec::Encode<Play> for PlayView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Play>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            /// [`Play`], changed in place.
            #[derive(Debug)]
            pub struct PlayViewMut<'a>(__codec::patch::RawMut<'a, Play>);
            impl PlayViewMut<'_> {
                /// Sets the field `by`.
                #[inline]
                pub fn set_by(
                    &mut self,
                    value: PlayerId,
                ) -> Result<(), __codec::PatchError> {
                    self.0.set(0, value.0 ^ 1)
                }
                /// The field `others`, to be changed in place.
                #[inline]
                pub fn others_mut(&mut self) -> __codec::patch::PackedMut<'_, PlayerId> {
                    self.0.slot::<__codec::slot::I1>()
                }
                /// The field `names`, to be changed in place.
                #[inline]
                pub fn names_mut(
                    &mut self,
                ) -> __codec::patch::MapMut<
                    '_,
                    __codec::kind::Items<__codec::kind::Text>,
                    __codec::kind::Packed<PlayerId>,
                > {
                    self.0.slot::<__codec::slot::I2>()
                }
                /// It, read in place.
                #[inline]
                pub fn view(&self) -> PlayView<'_> {
                    self.0.view()
                }
            }
            impl<'a> From<__codec::patch::RawMut<'a, Play>> for PlayViewMut<'a> {
                #[inline]
                fn from(raw: __codec::patch::RawMut<'a, Play>) -> Self {
                    Self(raw)
                }
            }
            impl __codec::Patch for Play {
                type ViewMut<'a> = PlayViewMut<'a>;
            }
            /// What is kept out of logs.
            #[derive(PartialEq)]
            pub struct Card {
                pub number: u64,
                pub year: u16,
            }
            impl ::core::fmt::Debug for Card {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    f.debug_struct("Card")
                        .field("number", &__codec::error::Redacted)
                        .field("year", &self.year)
                        .finish()
                }
            }
            impl Clone for Card {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for Card {}
            impl Card {
                #[doc(hidden)]
                pub const __ZERO: Self = Self { number: 0, year: 0 };
            }
            impl Default for Card {
                #[inline]
                fn default() -> Self {
                    Self::__ZERO
                }
            }
            impl __codec::Fixed for Card {
                type Wire = [u8; 10];
                #[inline]
                fn to_wire(self) -> [u8; 10] {
                    let mut wire = [0; 10];
                    __codec::fixed::put(&mut wire, 0, self.number);
                    __codec::fixed::put(&mut wire, 8, self.year);
                    wire
                }
                #[inline]
                fn from_wire(wire: [u8; 10]) -> Self {
                    Self {
                        number: __codec::fixed::get(&wire, 0),
                        year: __codec::fixed::get(&wire, 8),
                    }
                }
            }
            #[derive(Clone, PartialEq)]
            pub enum Login {
                Guest,
                Token(String),
                Card(Card),
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown),
            }
            impl Default for Login {
                #[inline]
                fn default() -> Self {
                    Self::Guest
                }
            }
            /// [`Login`], read in place.
            #[derive(PartialEq)]
            pub enum LoginView<'a> {
                Guest,
                Token(&'a str),
                Card(Card),
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown<&'a [u8]>),
            }
            impl Clone for LoginView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for LoginView<'_> {}
            /// [`Login`] as borrows, to encode from.
            pub enum LoginInit<'a> {
                Guest,
                Token(&'a str),
                Card(Card),
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown<&'a [u8]>),
            }
            impl Clone for LoginInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for LoginInit<'_> {}
            impl LoginInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self::Guest;
            }
            impl Default for LoginInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::kind::Union for Login {
                type View<'a> = LoginView<'a>;
                type Variants = (
                    __codec::kind::Nothing,
                    __codec::kind::Text,
                    __codec::kind::One<Card>,
                );
            }
            impl<'a> From<__codec::kind::RawUnion<'a, Login>> for LoginView<'a> {
                #[inline]
                fn from(raw: __codec::kind::RawUnion<'a, Login>) -> Self {
                    match raw.ordinal() {
                        1 => Self::Guest,
                        2 => Self::Token(raw.payload::<__codec::slot::I1>()),
                        3 => Self::Card(raw.payload::<__codec::slot::I2>()),
                        _ => Self::Unknown(raw.unknown()),
                    }
                }
            }
            impl LoginView<'_> {
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> Login {
                    match &self {
                        Self::Guest => Login::Guest,
                        Self::Token(payload) => Login::Token(String::from(*payload)),
                        Self::Card(payload) => Login::Card(*payload),
                        Self::Unknown(unknown) => Login::Unknown(unknown.to_owned()),
                    }
                }
            }
            impl ::core::fmt::Debug for Login {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    match self {
                        Self::Guest => f.write_str("Guest"),
                        Self::Token(_) => {
                            f.debug_tuple("Token")
                                .field(&__codec::error::Redacted)
                                .finish()
                        }
                        Self::Card(payload) => {
                            f.debug_tuple("Card").field(payload).finish()
                        }
                        Self::Unknown(payload) => {
                            f.debug_tuple("Unknown").field(payload).finish()
                        }
                    }
                }
            }
            impl ::core::fmt::Debug for LoginView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    match self {
                        Self::Guest => f.write_str("Guest"),
                        Self::Token(_) => {
                            f.debug_tuple("Token")
                                .field(&__codec::error::Redacted)
                                .finish()
                        }
                        Self::Card(payload) => {
                            f.debug_tuple("Card").field(payload).finish()
                        }
                        Self::Unknown(payload) => {
                            f.debug_tuple("Unknown").field(payload).finish()
                        }
                    }
                }
            }
            impl ::core::fmt::Debug for LoginInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    match self {
                        Self::Guest => f.write_str("Guest"),
                        Self::Token(_) => {
                            f.debug_tuple("Token")
                                .field(&__codec::error::Redacted)
                                .finish()
                        }
                        Self::Card(payload) => {
                            f.debug_tuple("Card").field(payload).finish()
                        }
                        Self::Unknown(payload) => {
                            f.debug_tuple("Unknown").field(payload).finish()
                        }
                    }
                }
            }
            impl __codec::kind::EncodeUnion<Login> for Login {
                #[inline]
                fn encode(&self, out: __codec::kind::VariantWriter<'_, Login>) {
                    match self {
                        Self::Guest => out.put::<__codec::slot::I0, _>(()),
                        Self::Token(payload) => {
                            out.put::<__codec::slot::I1, _>(payload.as_str())
                        }
                        Self::Card(payload) => out.put::<__codec::slot::I2, _>(*payload),
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<Login> for LoginView<'_> {
                #[inline]
                fn encode(&self, out: __codec::kind::VariantWriter<'_, Login>) {
                    match self {
                        Self::Guest => out.put::<__codec::slot::I0, _>(()),
                        Self::Token(payload) => out.put::<__codec::slot::I1, _>(*payload),
                        Self::Card(payload) => out.put::<__codec::slot::I2, _>(*payload),
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<Login> for LoginInit<'_> {
                #[inline]
                fn encode(&self, out: __codec::kind::VariantWriter<'_, Login>) {
                    match self {
                        Self::Guest => out.put::<__codec::slot::I0, _>(()),
                        Self::Token(payload) => out.put::<__codec::slot::I1, _>(*payload),
                        Self::Card(payload) => out.put::<__codec::slot::I2, _>(*payload),
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            /// [`Login`], whose payload is changed in place.
            #[derive(Debug)]
            pub struct LoginViewMut<'a>(__codec::patch::RawUnionMut<'a, Login>);
            impl LoginViewMut<'_> {
                /// The payload of `card`; `None` if it is another variant.
                #[inline]
                pub fn card_mut(
                    &mut self,
                ) -> Option<__codec::patch::FixedMut<'_, Card>> {
                    self.0.payload::<__codec::slot::I2>()
                }
            }
            impl<'a> From<__codec::patch::RawUnionMut<'a, Login>> for LoginViewMut<'a> {
                #[inline]
                fn from(raw: __codec::patch::RawUnionMut<'a, Login>) -> Self {
                    Self(raw)
                }
            }
            impl __codec::patch::PatchUnion for Login {
                type ViewMut<'a> = LoginViewMut<'a>;
            }
            #[derive(Clone, Default)]
            pub struct Account {
                pub name: String,
                pub password: String,
                pub login: Option<Login>,
            }
            impl ::core::fmt::Debug for Account {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    f.debug_struct("Account")
                        .field("name", &self.name)
                        .field("password", &__codec::error::Redacted)
                        .field("login", &self.login)
                        .finish()
                }
            }
            impl PartialEq for Account {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    __codec::view::same(&self.name, &other.name)
                        && __codec::view::same(&self.password, &other.password)
                        && __codec::view::same(&self.login, &other.login)
                }
            }
            /// [`Account`], read in place.
            #[derive(PartialEq, Hash)]
            pub struct AccountView<'a>(__codec::view::RawView<'a, Account>);
            impl Clone for AccountView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for AccountView<'_> {}
            impl Eq for AccountView<'_> {}
            impl<'a> AccountView<'a> {
                /// The field `name`.
                #[inline]
                pub fn name(self) -> &'a str {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The field `password`.
                #[inline]
                pub fn password(self) -> &'a str {
                    self.0.slot::<__codec::slot::I1>()
                }
                /// The field `login`.
                #[inline]
                pub fn login(self) -> Option<LoginView<'a>> {
                    self.0.slot::<__codec::slot::I2>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> Account {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for AccountView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`Account`] as borrows, to encode from.
            pub struct AccountInit<'a> {
                pub name: &'a str,
                pub password: &'a str,
                pub login: Option<LoginInit<'a>>,
            }
            impl Clone for AccountInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for AccountInit<'_> {}
            impl ::core::fmt::Debug for AccountInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<Account>(self, f)
                }
            }
            impl AccountInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    name: "",
                    password: "",
                    login: Option::None,
                };
            }
            impl Default for AccountInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for Account {
                type View<'a> = AccountView<'a>;
                type Slots = (
                    __codec::kind::Text,
                    __codec::kind::Text,
                    __codec::kind::Optional<__codec::kind::Choice<Login>>,
                );
                const SCALARS: usize = 0;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    6,
                );
                const FINGERPRINT: u64 = 0x49fb9d8bb592d2a5;
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> AccountView<'_> {
                    AccountView(raw)
                }
                #[inline]
                fn from_view(view: AccountView<'_>) -> Self {
                    let slots = view.0.slots::<3>();
                    Self {
                        name: slots.text::<__codec::slot::I0>(),
                        password: slots.text::<__codec::slot::I1>(),
                        login: slots
                            .get::<__codec::slot::I2>()
                            .map(LoginView::to_message),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[6]
                }
            }
            impl Account {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Account> {
                    __codec::encoded::encode_or_panic::<Account>(self)
                }
            }
            impl __codec::Encode<Account> for Account {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Account>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((), (&self.name, &self.password, self.login.as_ref()))
                }
            }
            impl AccountInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Account> {
                    __codec::encoded::encode_or_panic::<Account>(self)
                }
            }
            impl __codec::Encode<Account> for AccountInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Account>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((), (self.name, self.password, self.login.as_ref()))
                }
            }
            impl __codec::Encode<Account> for AccountView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Account>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            /// [`Account`], changed in place.
            #[derive(Debug)]
            pub struct AccountViewMut<'a>(__codec::patch::RawMut<'a, Account>);
            impl AccountViewMut<'_> {
                /// The field `login`, to be changed in place.
                #[inline]
                pub fn login_mut(&mut self) -> Option<LoginViewMut<'_>> {
                    self.0.slot::<__codec::slot::I2>()
                }
                /// It, read in place.
                #[inline]
                pub fn view(&self) -> AccountView<'_> {
                    self.0.view()
                }
            }
            impl<'a> From<__codec::patch::RawMut<'a, Account>> for AccountViewMut<'a> {
                #[inline]
                fn from(raw: __codec::patch::RawMut<'a, Account>) -> Self {
                    Self(raw)
                }
            }
            impl __codec::Patch for Account {
                type ViewMut<'a> = AccountViewMut<'a>;
            }
            #[doc(hidden)]
            pub static __FILES: ::stillwire::rpc::FileDescriptors = ::stillwire::rpc::FileDescriptors {
                own: b"\n\xbe\x01\n\x1bgoogle/protobuf/empty.proto\x12\x0fgoogle.protobuf\"\x07\n\x05EmptyB}\n\x13com.google.protobufB\nEmptyProtoP\x01Z.google.golang.org/protobuf/types/known/emptypb\xf8\x01\x01\xa2\x02\x03GPB\xaa\x02\x1eGoogle.Protobuf.WellKnownTypesb\x06proto3\n\xff\x01\n\x1fgoogle/protobuf/timestamp.proto\x12\x0fgoogle.protobuf\";\n\tTimestamp\x12\x18\n\x07seconds\x18\x01 \x01(\x03R\x07seconds\x12\x14\n\x05nanos\x18\x02 \x01(\x05R\x05nanosB\x85\x01\n\x13com.google.protobufB\x0eTimestampProtoP\x01Z2google.golang.org/protobuf/types/known/timestamppb\xf8\x01\x01\xa2\x02\x03GPB\xaa\x02\x1eGoogle.Protobuf.WellKnownTypesb\x06proto3\n\xbb\x15\n\x1dgolden/shapes/v1/shapes.proto\x12\x10golden.shapes.v1\x1a\x1bgoogle/protobuf/empty.proto\x1a\x1fgoogle/protobuf/timestamp.proto\"%\n\x05Point\x12\x0c\n\x01x\x18\x01 \x01(\x11R\x01x\x12\x0e\n\x02on\x18\x02 \x01(\x08R\x02on\"?\n\x06Corner\x12\'\n\x02at\x18\x01 \x01(\x0b2\x17.golden.shapes.v1.TimedR\x02at\x12\x0c\n\x01x\x18\x02 \x03(\x02R\x01x\"3\n\x05Timed\x12*\n\x02at\x18\x01 \x01(\x0b2\x1a.google.protobuf.TimestampR\x02at\"\xad\x01\n\x05Shape\x122\n\x07nothing\x18\x01 \x01(\x0b2\x16.google.protobuf.EmptyH\x00R\x07nothing\x12+\n\x03dot\x18\x02 \x01(\x0b2\x17.golden.shapes.v1.PointH\x00R\x03dot\x12/\n\x05group\x18\x03 \x01(\x0b2\x17.golden.shapes.v1.GroupH\x00R\x05groupB\x06\n\x04kindJ\x04\x08\x04\x10\x05R\x04gone\"\xbe\x03\n\x05Group\x12/\n\x06shapes\x18\x01 \x03(\x0b2\x17.golden.shapes.v1.ShapeR\x06shapes\x12+\n\x04next\x18\x02 \x01(\x0b2\x17.golden.shapes.v1.GroupR\x04next\x12\x17\n\x04live\x18\x04 \x01(\x08H\x00R\x04live\x88\x01\x01\x128\n\x05names\x18\x05 \x01(\x0b2\".golden.shapes.v1.Group.NamesValueR\x05names\x128\n\x05sizes\x18\x06 \x03(\x0b2\".golden.shapes.v1.Group.SizesEntryR\x05sizes\x12\x1b\n\x04type\x18\x07 \x01(\rB\x02\x18\x01H\x01R\x04type\x88\x01\x01\x122\n\x07corners\x18\x08 \x03(\x0b2\x18.golden.shapes.v1.CornerR\x07corners\x1a\"\n\nNamesValue\x12\x14\n\x05items\x18\x01 \x03(\tR\x05items\x1a8\n\nSizesEntry\x12\x10\n\x03key\x18\x01 \x01(\tR\x03key\x12\x14\n\x05value\x18\x02 \x01(\x02R\x05value:\x028\x01B\x07\n\x05_liveB\x07\n\x05_typeJ\x04\x08\x03\x10\x04R\x03old\"\x98\x01\n\x05Venue\x12\x17\n\x04name\x18\x01 \x01(\tH\x00R\x04name\x88\x01\x01\x12\x12\n\x04live\x18\x02 \x01(\x08R\x04live\x12\x19\n\x05magic\x18\x03 \x01(\x0cH\x01R\x05magic\x88\x01\x01\x12\x12\n\x04note\x18\x04 \x01(\tR\x04note\x12\x17\n\x04city\x18\x05 \x01(\tH\x02R\x04city\x88\x01\x01B\x07\n\x05_nameB\x08\n\x06_magicB\x07\n\x05_city\"s\n\x06Answer\x12*\n\x03yes\x18\x01 \x01(\x0b2\x16.google.protobuf.EmptyH\x00R\x03yes\x12(\n\x02no\x18\x03 \x01(\x0e2\x16.golden.shapes.v1.DoorH\x00R\x02noB\x06\n\x04kindJ\x04\x08\x02\x10\x03R\x05maybe\"s\n\x05Visit\x12/\n\x04door\x18\x01 \x01(\x0e2\x16.golden.shapes.v1.DoorH\x00R\x04door\x88\x01\x01\x120\n\x06answer\x18\x02 \x01(\x0b2\x18.golden.shapes.v1.AnswerR\x06answerB\x07\n\x05_door\"\x1b\n\x07Handled\x12\x10\n\x03how\x18\x01 \x01(\rR\x03how\"\xa5\x01\n\x06Handle\x12\x10\n\x03how\x18\x01 \x01(\rR\x03how\x12\x19\n\x05usual\x18\x02 \x01(\rH\x00R\x05usual\x88\x01\x01\x12\x19\n\x05maybe\x18\x03 \x01(\rH\x01R\x05maybe\x88\x01\x01\x12\x10\n\x03all\x18\x04 \x03(\rR\x03all\x12-\n\x04done\x18\x05 \x03(\x0b2\x19.golden.shapes.v1.HandledR\x04doneB\x08\n\x06_usualB\x08\n\x06_maybe\"\xbb\x01\n\x06Parcel\x12)\n\x03one\x18\x01 \x01(\x0b2\x17.golden.shapes.v1.GroupR\x03one\x12,\n\x04next\x18\x02 \x01(\x0b2\x18.golden.shapes.v1.ParcelR\x04next\x12)\n\x03all\x18\x03 \x03(\x0b2\x17.golden.shapes.v1.GroupR\x03all\x12-\n\x05cargo\x18\x04 \x01(\x0b2\x17.golden.shapes.v1.CargoR\x05cargo\"\xb2\x01\n\x05Cargo\x12,\n\x03one\x18\x01 \x01(\x0b2\x18.golden.shapes.v1.ParcelH\x00R\x03one\x127\n\x04many\x18\x02 \x01(\x0b2!.golden.shapes.v1.Cargo.ManyValueH\x00R\x04many\x1a:\n\tManyValue\x12-\n\x05items\x18\x01 \x03(\x0b2\x17.golden.shapes.v1.GroupR\x05itemsB\x06\n\x04kind\"\xe7\x01\n\x04Play\x12\x13\n\x02by\x18\x01 \x01(\x04H\x00R\x02by\x88\x01\x01\x12\x16\n\x06symbol\x18\x02 \x01(\tR\x06symbol\x12\x16\n\x06others\x18\x03 \x03(\x04R\x06others\x127\n\x05names\x18\x04 \x03(\x0b2!.golden.shapes.v1.Play.NamesEntryR\x05names\x12\x17\n\x04nick\x18\x05 \x01(\tH\x01R\x04nick\x88\x01\x01\x1a8\n\nNamesEntry\x12\x10\n\x03key\x18\x01 \x01(\tR\x03key\x12\x14\n\x05value\x18\x02 \x01(\x04R\x05value:\x028\x01B\x05\n\x03_byB\x07\n\x05_nick\"2\n\x04Card\x12\x16\n\x06number\x18\x01 \x01(\x04R\x06number\x12\x12\n\x04year\x18\x02 \x01(\rR\x04year\"\x85\x01\n\x05Login\x12.\n\x05guest\x18\x01 \x01(\x0b2\x16.google.protobuf.EmptyH\x00R\x05guest\x12\x16\n\x05token\x18\x02 \x01(\tH\x00R\x05token\x12,\n\x04card\x18\x03 \x01(\x0b2\x16.golden.shapes.v1.CardH\x00R\x04cardB\x06\n\x04kind\"h\n\x07Account\x12\x12\n\x04name\x18\x01 \x01(\tR\x04name\x12\x1a\n\x08password\x18\x02 \x01(\tR\x08password\x12-\n\x05login\x18\x03 \x01(\x0b2\x17.golden.shapes.v1.LoginR\x05login*-\n\x04Door\x12\r\n\tDOOR_SHUT\x10\x00\x12\x16\n\tDOOR_OPEN\x10\xff\xff\xff\xff\xff\xff\xff\xff\xff\x012\xb7\x02\n\x05Board\x12=\n\x04Draw\x12\x17.golden.shapes.v1.Group\x1a\x17.golden.shapes.v1.Group\"\x03\x90\x02\x02\x12;\n\x05Watch\x12\x17.golden.shapes.v1.Group\x1a\x17.golden.shapes.v1.Group0\x01\x12<\n\x06Upload\x12\x17.golden.shapes.v1.Group\x1a\x17.golden.shapes.v1.Group(\x01\x12<\n\x04Talk\x12\x17.golden.shapes.v1.Group\x1a\x17.golden.shapes.v1.Group(\x010\x01\x126\n\x04Ping\x12\x16.google.protobuf.Empty\x1a\x16.google.protobuf.Emptyb\x06proto3",
                imports: &[],
            };
            #[doc(hidden)]
            pub static __BOARD_SERVICE: ::stillwire::rpc::ServiceDescriptor = ::stillwire::rpc::ServiceDescriptor {
                name: "golden.shapes.v1.Board",
                methods: &[
                    ::stillwire::rpc::MethodDescriptor::new(
                            "Draw",
                            "/golden.shapes.v1.Board/Draw",
                            0x032bb8bfacc3759a,
                        )
                        .with_types(
                            <Group as __codec::Message>::TABLE,
                            <Group as __codec::Message>::TABLE,
                        )
                        .with_idempotency(::stillwire::rpc::Idempotency::Idempotent)
                        .with_timeout(::core::time::Duration::new(0, 250000000)),
                    ::stillwire::rpc::MethodDescriptor::new(
                            "Watch",
                            "/golden.shapes.v1.Board/Watch",
                            0x01f9e4ffd0a0b32b,
                        )
                        .with_types(
                            <Group as __codec::Message>::TABLE,
                            <Group as __codec::Message>::TABLE,
                        )
                        .with_streaming(false, true),
                    ::stillwire::rpc::MethodDescriptor::new(
                            "Upload",
                            "/golden.shapes.v1.Board/Upload",
                            0xcf9b213f550a2906,
                        )
                        .with_types(
                            <Group as __codec::Message>::TABLE,
                            <Group as __codec::Message>::TABLE,
                        )
                        .with_streaming(true, false),
                    ::stillwire::rpc::MethodDescriptor::new(
                            "Talk",
                            "/golden.shapes.v1.Board/Talk",
                            0xe6d73fd2eb9bcc48,
                        )
                        .with_types(
                            <Group as __codec::Message>::TABLE,
                            <Group as __codec::Message>::TABLE,
                        )
                        .with_streaming(true, true),
                    ::stillwire::rpc::MethodDescriptor::new(
                            "Ping",
                            "/golden.shapes.v1.Board/Ping",
                            0x360858ed430440b5,
                        )
                        .with_types(
                            <__codec::Empty as __codec::Message>::TABLE,
                            <__codec::Empty as __codec::Message>::TABLE,
                        ),
                ],
                files: &__FILES,
            };
            /// Draws.
            pub trait Board: ::core::marker::Send + ::core::marker::Sync + 'static {
                /// Draws one.
                fn draw(
                    &self,
                    call: &::stillwire::rpc::Call,
                    request: __codec::Encoded<Group>,
                ) -> impl ::core::future::Future<
                    Output = Result<
                        ::stillwire::rpc::Reply<Group>,
                        ::stillwire::rpc::Fault,
                    >,
                > + ::core::marker::Send;
                fn watch(
                    &self,
                    call: &::stillwire::rpc::Call,
                    request: __codec::Encoded<Group>,
                    out: ::stillwire::rpc::Outbound<Group>,
                ) -> impl ::core::future::Future<
                    Output = Result<(), ::stillwire::rpc::Fault>,
                > + ::core::marker::Send;
                fn upload(
                    &self,
                    call: &::stillwire::rpc::Call,
                    input: ::stillwire::rpc::Inbound<Group>,
                ) -> impl ::core::future::Future<
                    Output = Result<
                        ::stillwire::rpc::Reply<Group>,
                        ::stillwire::rpc::Fault,
                    >,
                > + ::core::marker::Send;
                fn talk(
                    &self,
                    call: &::stillwire::rpc::Call,
                    input: ::stillwire::rpc::Inbound<Group>,
                    out: ::stillwire::rpc::Outbound<Group>,
                ) -> impl ::core::future::Future<
                    Output = Result<(), ::stillwire::rpc::Fault>,
                > + ::core::marker::Send;
                fn ping(
                    &self,
                    call: &::stillwire::rpc::Call,
                    request: __codec::Encoded<__codec::Empty>,
                ) -> impl ::core::future::Future<
                    Output = Result<
                        ::stillwire::rpc::Reply<__codec::Empty>,
                        ::stillwire::rpc::Fault,
                    >,
                > + ::core::marker::Send;
                /// The service, ready to be added to a server.
                fn serve(self) -> ::stillwire::rpc::Service
                where
                    Self: ::core::marker::Sized,
                {
                    ::stillwire::rpc::Service::new(BoardServer(self))
                }
            }
            struct BoardServer<T>(T);
            impl<T: Board> ::stillwire::rpc::Dispatch for BoardServer<T> {
                fn descriptor(&self) -> &'static ::stillwire::rpc::ServiceDescriptor {
                    &__BOARD_SERVICE
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
                                let result = <T as Board>::draw(&self.0, &call, request)
                                    .await;
                                Result::Ok(call.reply(result))
                            })
                        }
                        1 => {
                            Box::pin(async move {
                                let (call, request, out) = exchange.server_streaming()?;
                                let result = <T as Board>::watch(
                                        &self.0,
                                        &call,
                                        request,
                                        out,
                                    )
                                    .await;
                                Result::Ok(call.end(result))
                            })
                        }
                        2 => {
                            Box::pin(async move {
                                let (call, input) = exchange.client_streaming()?;
                                let result = <T as Board>::upload(&self.0, &call, input)
                                    .await;
                                Result::Ok(call.reply(result))
                            })
                        }
                        3 => {
                            Box::pin(async move {
                                let (call, input, out) = exchange.streaming()?;
                                let result = <T as Board>::talk(&self.0, &call, input, out)
                                    .await;
                                Result::Ok(call.end(result))
                            })
                        }
                        4 => {
                            Box::pin(async move {
                                let (call, request) = exchange.unary()?;
                                let result = <T as Board>::ping(&self.0, &call, request)
                                    .await;
                                Result::Ok(call.reply(result))
                            })
                        }
                        _ => ::stillwire::rpc::Service::no_such_method(),
                    }
                }
            }
            /// Calls [`Board`].
            ///
            /// Draws.
            #[derive(Clone, Debug)]
            pub struct BoardClient {
                caller: ::stillwire::rpc::Caller,
            }
            impl BoardClient {
                /// What the service is called and what its methods are.
                pub const SERVICE: &'static ::stillwire::rpc::ServiceDescriptor = &__BOARD_SERVICE;
                /// A client that calls over `caller`: a channel, or any other transport.
                pub fn new(
                    caller: impl ::core::convert::Into<::stillwire::rpc::Caller>,
                ) -> Self {
                    Self {
                        caller: ::core::convert::Into::into(caller),
                    }
                }
                /// Draws one.
                pub fn draw(
                    &self,
                    request: impl __codec::ToEncoded<Group>,
                ) -> ::stillwire::rpc::client::UnaryCall<Group> {
                    self.caller
                        .unary::<
                            Group,
                            Group,
                            ::stillwire::rpc::Never,
                        >(&__BOARD_SERVICE.methods[0], request)
                }
                pub fn watch(
                    &self,
                    request: impl __codec::ToEncoded<Group>,
                ) -> ::stillwire::rpc::client::ServerStreamingCall<Group> {
                    self.caller
                        .server_streaming::<
                            Group,
                            Group,
                            ::stillwire::rpc::Never,
                        >(&__BOARD_SERVICE.methods[1], request)
                }
                pub fn upload(
                    &self,
                ) -> ::stillwire::rpc::client::ClientStreamingCall<Group, Group> {
                    self.caller
                        .client_streaming::<
                            Group,
                            Group,
                            ::stillwire::rpc::Never,
                        >(&__BOARD_SERVICE.methods[2])
                }
                pub fn talk(
                    &self,
                ) -> ::stillwire::rpc::client::StreamingCall<Group, Group> {
                    self.caller
                        .streaming::<
                            Group,
                            Group,
                            ::stillwire::rpc::Never,
                        >(&__BOARD_SERVICE.methods[3])
                }
                pub fn ping(
                    &self,
                    request: impl __codec::ToEncoded<__codec::Empty>,
                ) -> ::stillwire::rpc::client::UnaryCall<__codec::Empty> {
                    self.caller
                        .unary::<
                            __codec::Empty,
                            __codec::Empty,
                            ::stillwire::rpc::Never,
                        >(&__BOARD_SERVICE.methods[4], request)
                }
            }
            #[doc(hidden)]
            #[inline]
            pub fn __schema() -> &'static __codec::table::Schema {
                static PACKED: __codec::table::Packed = __codec::table::Packed::new(
                    b"\x10golden.shapes.v1\x07\x16golden.shapes.v1.Group\x04\x05\x08\x00\x06shapes\x01\x1a\x17\x00\x00\x02\x00\x00\x00\x04next\x02\x16\x00\x00\x02\x01\x02\x01\x03old\x03\x02\x01\x01\x03\x00\x01\x00\x04live\x04\x00\x00\x00\x04\x03\x00\x02\x00\x05names\x05\x1a\x14\x02\x02\x03\x00\x08\x00\x05sizes\x06\x1b\x14\n\x02\x03\x00\x00\x04type\x07\x01\x01\x03\x03\x00\x10\x00\x07corners\x08\x1a\x12\x00\x01\x02\x04\x00\x00\x16golden.shapes.v1.Venue\x01\x04\x05 \x04name\x01\x14\x02\x00\x03\x00\x01\x04XNAS\x00\x04live\x02\x00\x00\x00\x02\x00 \x05magic\x03\x15\x02\x01\x03\x00\x04\x02\x01\xff\x00\x04note\x04\x14\x02\x02\x00\x00\x04city\x05\x14\x02\x03\x03\x00\x08\x00\x16golden.shapes.v1.Visit\x01\x01\x02\x10\x04door\x01\x10\x00\x00\x01\x00\x00\xff\x01\x00\x06answer\x02\x17\x00\x01\x02\x00\x02\x00\x17golden.shapes.v1.Handle\x07\x02\x05\x00\x03how\x01\x11\x00\x00\x01\x00\x00\x10\x05usual\x02\x11\x00\x00\x01\x02\x00\x05\x04\x05maybe\x03\x11\x00\x00\x01\x05\x03\x04\x01\x01\x00\x01\x08\n!= .hidden\x00\x03all\x04\x1a\x11\x00\x00\x02\x00\x00\x00\x04done\x05\x1a\x12\x00\x03\x02\x01\x00\x00\x17golden.shapes.v1.Parcel\x00\x04\x04\x00\x03one\x01\x19\x00\x00\x02\x00\x01\x00\x04next\x02\x19\x00\x04\x02\x01\x02\x04\x03all\x03\x1a\x19\x00\x00\x02\x02\x00\x01\x01\x00\x06\x00\x80\x08\x0blen <= 1024\x00\x05cargo\x04\x17\x00\x02\x02\x03\x02\x00\x15golden.shapes.v1.Play\t\x04\x05\x14\x02by\x01\x04\x01\x00\x00\x01\x01\x00\x01\x00\x07nonzero\x04\x06symbol\x02\x14\x02\x00\x00\x01\x00\x06\x01\x10\rlen in 1..=16\x04\x06others\x03\x1a\x04\x02\x01\x00\x01\x01\x00\x01\x00\x07nonzero\x04\x05names\x04\x1b\x14\x04\x02\x02\x00\x02\x01\x01\x06\x01\x10\rlen in 1..=16\x01\x02\x01\x00\x07nonzero$\x04nick\x05\x14\x02\x03\x03\x08\x01\x04anon\x01\x00\x06\x01\x10\rlen in 1..=16\x00\x18golden.shapes.v1.Account\x00\x03\x03\x00\x04name\x01\x14\x02\x00\x00\x02\x08password\x02\x14\x02\x01\x00\x00\x05login\x03\x17\x00\x03\x02\x02\x02\x00\x05\x16golden.shapes.v1.Point\x05\x02\x00\x01x\x07\x00\x00\x02on\x00\x04\x01\x17golden.shapes.v1.Corner\x10\x02\x00\x02at\x12\x00\x02\x00\x00\x01x\x13\n\x02\x08\x00\x16golden.shapes.v1.Timed\x08\x01\x00\x02at\x0c\x00\x00\x18golden.shapes.v1.Handled\x02\x01\x04\x03how\x11\x00\x00\x00\x01\x00\x01\x00\x07nonzero\x01\x15golden.shapes.v1.Card\n\x02\x02\x06number\x04\x00\x00\x04year\x02\x08\x00\x04\x16golden.shapes.v1.Shape\x04\x00\x07nothing\x00\x00\x03dot\x01\x12\x00\x00\x00\x05group\x01\x16\x00\x00\x01\x04gone\x00\x00\x00\x00\x17golden.shapes.v1.Answer\x03\x00\x03yes\x00\x01\x05maybe\x00\x00\x02no\x01\x10\x00\x00\x00\x00\x01\x16golden.shapes.v1.Cargo\x02\x00\x03one\x01\x19\x00\x04\x00\x04many\x01\x1a\x19\x00\x00\x00\x00\x00\x16golden.shapes.v1.Login\x03\x00\x05guest\x00\x02\x05token\x01\x14\x00\x04card\x01\x12\x00\x04\x00\x00\x00\x01\x15golden.shapes.v1.Door\x05\x02\x00\x04shut\tDOOR_SHUT\x01\x04open\tDOOR_OPEN\x00\x01\x01\x19golden.shapes.v1.Handling\x02\x04\tpost_only\x01\x0breduce_only\x02\x06hidden\x04\x04both\x03",
                    &[],
                );
                PACKED.get()
            }
            static __HINTS: [__codec::message::Hint; 7] = [const {
                __codec::message::Hint::new()
            }; 7];
        }
    }
}
