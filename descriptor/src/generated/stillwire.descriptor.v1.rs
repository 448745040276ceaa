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
    pub mod descriptor {
        /// Schemas, described as a message: names, types, places, conditions, docs.
        ///
        /// Whoever has a `Descriptor` and bytes can read the bytes without generated code. Types are referred to by their index in
        /// `Descriptor.types`. `docs/descriptor.md` says what a reader may rely on.
        pub mod v1 {
            use ::stillwire::codec as __codec;
            /// All that one compilation knows.
            #[derive(Clone, Debug, Default)]
            pub struct Descriptor {
                /// The packages asked for and all that they import; imported ones come before their importers.
                pub packages: Vec<Package>,
                /// All types of all packages.
                pub types: Vec<TypeDef>,
            }
            impl PartialEq for Descriptor {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    __codec::view::same(&self.packages, &other.packages)
                        && __codec::view::same(&self.types, &other.types)
                }
            }
            /// [`Descriptor`], read in place.
            ///
            /// All that one compilation knows.
            #[derive(PartialEq, Hash)]
            pub struct DescriptorView<'a>(__codec::view::RawView<'a, Descriptor>);
            impl Clone for DescriptorView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for DescriptorView<'_> {}
            impl Eq for DescriptorView<'_> {}
            impl<'a> DescriptorView<'a> {
                /// The packages asked for and all that they import; imported ones come before their importers.
                #[inline]
                pub fn packages(self) -> __codec::kind::RowsView<'a, Package> {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// All types of all packages.
                #[inline]
                pub fn types(self) -> __codec::kind::RowsView<'a, TypeDef> {
                    self.0.slot::<__codec::slot::I1>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> Descriptor {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for DescriptorView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`Descriptor`] as borrows, to encode from.
            ///
            /// All that one compilation knows.
            pub struct DescriptorInit<'a> {
                /// The packages asked for and all that they import; imported ones come before their importers.
                pub packages: &'a [PackageInit<'a>],
                /// All types of all packages.
                pub types: &'a [TypeDefInit<'a>],
            }
            impl Clone for DescriptorInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for DescriptorInit<'_> {}
            impl ::core::fmt::Debug for DescriptorInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<Descriptor>(self, f)
                }
            }
            impl DescriptorInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self { packages: &[], types: &[] };
            }
            impl Default for DescriptorInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for Descriptor {
                type View<'a> = DescriptorView<'a>;
                type Slots = (
                    __codec::kind::Rows<Package>,
                    __codec::kind::Rows<TypeDef>,
                );
                const SCALARS: usize = 0;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    0,
                );
                const FINGERPRINT: u64 = 0x86643548345aca40;
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> DescriptorView<'_> {
                    DescriptorView(raw)
                }
                #[inline]
                fn from_view(view: DescriptorView<'_>) -> Self {
                    let slots = view.0.slots::<2>();
                    Self {
                        packages: slots.get::<__codec::slot::I0>().to_vec(),
                        types: slots.get::<__codec::slot::I1>().to_vec(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[0]
                }
            }
            impl Descriptor {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Descriptor> {
                    __codec::encoded::encode_or_panic::<Descriptor>(self)
                }
            }
            impl __codec::Encode<Descriptor> for Descriptor {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Descriptor>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((), (&self.packages, &self.types))
                }
            }
            impl DescriptorInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Descriptor> {
                    __codec::encoded::encode_or_panic::<Descriptor>(self)
                }
            }
            impl __codec::Encode<Descriptor> for DescriptorInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Descriptor>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((), (self.packages, self.types))
                }
            }
            impl __codec::Encode<Descriptor> for DescriptorView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Descriptor>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            /// The unit of import and of output.
            #[derive(Clone, Debug, Default)]
            pub struct Package {
                /// Dotted path: `acme.trading.v1`.
                pub name: String,
                /// Doc lines, without the `///`.
                pub docs: Vec<String>,
                /// Its types in declaration order, a nested type after the one around it.
                pub types: Vec<u32>,
                /// Indices of the packages that it imports.
                pub uses: Vec<u32>,
                /// Whether it was asked for; others are imported.
                pub requested: bool,
                /// In declaration order.
                pub consts: Vec<Constant>,
                /// In declaration order. Types have what they stand for already.
                pub aliases: Vec<Alias>,
                /// In declaration order.
                pub services: Vec<ServiceDef>,
            }
            impl PartialEq for Package {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    __codec::view::same(&self.name, &other.name)
                        && __codec::view::same(&self.docs, &other.docs)
                        && __codec::view::same(&self.types, &other.types)
                        && __codec::view::same(&self.uses, &other.uses)
                        && self.requested == other.requested
                        && __codec::view::same(&self.consts, &other.consts)
                        && __codec::view::same(&self.aliases, &other.aliases)
                        && __codec::view::same(&self.services, &other.services)
                }
            }
            /// [`Package`], read in place.
            ///
            /// The unit of import and of output.
            #[derive(PartialEq, Hash)]
            pub struct PackageView<'a>(__codec::view::RawView<'a, Package>);
            impl Clone for PackageView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for PackageView<'_> {}
            impl Eq for PackageView<'_> {}
            impl<'a> PackageView<'a> {
                /// Dotted path: `acme.trading.v1`.
                #[inline]
                pub fn name(self) -> &'a str {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// Doc lines, without the `///`.
                #[inline]
                pub fn docs(self) -> __codec::kind::ItemsView<'a, __codec::kind::Text> {
                    self.0.slot::<__codec::slot::I1>()
                }
                /// Its types in declaration order, a nested type after the one around it.
                #[inline]
                pub fn types(self) -> __codec::kind::PackedView<'a, u32> {
                    self.0.slot::<__codec::slot::I2>()
                }
                /// Indices of the packages that it imports.
                #[inline]
                pub fn uses(self) -> __codec::kind::PackedView<'a, u32> {
                    self.0.slot::<__codec::slot::I3>()
                }
                /// Whether it was asked for; others are imported.
                #[inline]
                pub fn requested(self) -> bool {
                    self.0.flag(0, 1)
                }
                /// In declaration order.
                #[inline]
                pub fn consts(self) -> __codec::kind::RowsView<'a, Constant> {
                    self.0.slot::<__codec::slot::I4>()
                }
                /// In declaration order. Types have what they stand for already.
                #[inline]
                pub fn aliases(self) -> __codec::kind::RowsView<'a, Alias> {
                    self.0.slot::<__codec::slot::I5>()
                }
                /// In declaration order.
                #[inline]
                pub fn services(self) -> __codec::kind::RowsView<'a, ServiceDef> {
                    self.0.slot::<__codec::slot::I6>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> Package {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for PackageView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`Package`] as borrows, to encode from.
            ///
            /// The unit of import and of output.
            pub struct PackageInit<'a> {
                /// Dotted path: `acme.trading.v1`.
                pub name: &'a str,
                /// Doc lines, without the `///`.
                pub docs: &'a [&'a str],
                /// Its types in declaration order, a nested type after the one around it.
                pub types: &'a [u32],
                /// Indices of the packages that it imports.
                pub uses: &'a [u32],
                /// Whether it was asked for; others are imported.
                pub requested: bool,
                /// In declaration order.
                pub consts: &'a [ConstantInit<'a>],
                /// In declaration order. Types have what they stand for already.
                pub aliases: &'a [AliasInit<'a>],
                /// In declaration order.
                pub services: &'a [ServiceDefInit<'a>],
            }
            impl Clone for PackageInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for PackageInit<'_> {}
            impl ::core::fmt::Debug for PackageInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<Package>(self, f)
                }
            }
            impl PackageInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    name: "",
                    docs: &[],
                    types: &[],
                    uses: &[],
                    requested: false,
                    consts: &[],
                    aliases: &[],
                    services: &[],
                };
            }
            impl Default for PackageInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for Package {
                type View<'a> = PackageView<'a>;
                type Slots = (
                    __codec::kind::Text,
                    __codec::kind::Items<__codec::kind::Text>,
                    __codec::kind::Packed<u32>,
                    __codec::kind::Packed<u32>,
                    __codec::kind::Rows<Constant>,
                    __codec::kind::Rows<Alias>,
                    __codec::kind::Rows<ServiceDef>,
                );
                const SCALARS: usize = 1;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([
                    [0, 1, 0, 0],
                ]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    1,
                );
                const FINGERPRINT: u64 = 0x199bb30ca66ecd31;
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> PackageView<'_> {
                    PackageView(raw)
                }
                #[inline]
                fn from_view(view: PackageView<'_>) -> Self {
                    let slots = view.0.slots::<7>();
                    Self {
                        name: slots.text::<__codec::slot::I0>(),
                        docs: slots.get::<__codec::slot::I1>().to_vec(),
                        types: slots.get::<__codec::slot::I2>().to_vec(),
                        uses: slots.get::<__codec::slot::I3>().to_vec(),
                        requested: view.requested(),
                        consts: slots.get::<__codec::slot::I4>().to_vec(),
                        aliases: slots.get::<__codec::slot::I5>().to_vec(),
                        services: slots.get::<__codec::slot::I6>().to_vec(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[1]
                }
            }
            impl Package {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Package> {
                    __codec::encoded::encode_or_panic::<Package>(self)
                }
            }
            impl __codec::Encode<Package> for Package {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Package>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (&(u8::from(self.requested)),),
                        (
                            &self.name,
                            &self.docs,
                            &self.types,
                            &self.uses,
                            &self.consts,
                            &self.aliases,
                            &self.services,
                        ),
                    )
                }
            }
            impl PackageInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Package> {
                    __codec::encoded::encode_or_panic::<Package>(self)
                }
            }
            impl __codec::Encode<Package> for PackageInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Package>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (&(u8::from(self.requested)),),
                        (
                            self.name,
                            self.docs,
                            self.types,
                            self.uses,
                            self.consts,
                            self.aliases,
                            self.services,
                        ),
                    )
                }
            }
            impl __codec::Encode<Package> for PackageView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Package>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            /// What is said about something, beside what it is.
            #[derive(Clone, Debug, Default)]
            pub struct Notes {
                /// Doc lines, without the `///`.
                pub docs: Vec<String>,
                /// The note of `#[deprecated("…")]`; empty for `#[deprecated]`.
                pub deprecated: Option<String>,
                /// The version of `#[since("…")]`.
                pub since: Option<String>,
            }
            impl PartialEq for Notes {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    __codec::view::same(&self.docs, &other.docs)
                        && __codec::view::same(&self.deprecated, &other.deprecated)
                        && __codec::view::same(&self.since, &other.since)
                }
            }
            /// [`Notes`], read in place.
            ///
            /// What is said about something, beside what it is.
            #[derive(PartialEq, Hash)]
            pub struct NotesView<'a>(__codec::view::RawView<'a, Notes>);
            impl Clone for NotesView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for NotesView<'_> {}
            impl Eq for NotesView<'_> {}
            impl<'a> NotesView<'a> {
                /// Doc lines, without the `///`.
                #[inline]
                pub fn docs(self) -> __codec::kind::ItemsView<'a, __codec::kind::Text> {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The note of `#[deprecated("…")]`; empty for `#[deprecated]`.
                #[inline]
                pub fn deprecated(self) -> Option<&'a str> {
                    self.0.slot::<__codec::slot::I1>()
                }
                /// The version of `#[since("…")]`.
                #[inline]
                pub fn since(self) -> Option<&'a str> {
                    self.0.slot::<__codec::slot::I2>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> Notes {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for NotesView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`Notes`] as borrows, to encode from.
            ///
            /// What is said about something, beside what it is.
            pub struct NotesInit<'a> {
                /// Doc lines, without the `///`.
                pub docs: &'a [&'a str],
                /// The note of `#[deprecated("…")]`; empty for `#[deprecated]`.
                pub deprecated: Option<&'a str>,
                /// The version of `#[since("…")]`.
                pub since: Option<&'a str>,
            }
            impl Clone for NotesInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for NotesInit<'_> {}
            impl ::core::fmt::Debug for NotesInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<Notes>(self, f)
                }
            }
            impl NotesInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    docs: &[],
                    deprecated: Option::None,
                    since: Option::None,
                };
            }
            impl Default for NotesInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for Notes {
                type View<'a> = NotesView<'a>;
                type Slots = (
                    __codec::kind::Items<__codec::kind::Text>,
                    __codec::kind::Flagged<__codec::kind::Text, 0, 1>,
                    __codec::kind::Flagged<__codec::kind::Text, 0, 2>,
                );
                const SCALARS: usize = 1;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([
                    [0, 1, 0, 0],
                ]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    2,
                );
                const FINGERPRINT: u64 = 0x3647e7595649fdc5;
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> NotesView<'_> {
                    NotesView(raw)
                }
                #[inline]
                fn from_view(view: NotesView<'_>) -> Self {
                    let slots = view.0.slots::<3>();
                    Self {
                        docs: slots.get::<__codec::slot::I0>().to_vec(),
                        deprecated: slots.optional_text::<__codec::slot::I1>(),
                        since: slots.optional_text::<__codec::slot::I2>(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[2]
                }
            }
            impl Notes {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Notes> {
                    __codec::encoded::encode_or_panic::<Notes>(self)
                }
            }
            impl __codec::Encode<Notes> for Notes {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Notes>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (
                            &(u8::from(self.deprecated.is_some())
                                | u8::from(self.since.is_some()) << 1),
                        ),
                        (&self.docs, self.deprecated.as_ref(), self.since.as_ref()),
                    )
                }
            }
            impl NotesInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Notes> {
                    __codec::encoded::encode_or_panic::<Notes>(self)
                }
            }
            impl __codec::Encode<Notes> for NotesInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Notes>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (
                            &(u8::from(self.deprecated.is_some())
                                | u8::from(self.since.is_some()) << 1),
                        ),
                        (self.docs, self.deprecated, self.since),
                    )
                }
            }
            impl __codec::Encode<Notes> for NotesView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Notes>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            /// A named type.
            #[derive(Clone, Debug, Default)]
            pub struct TypeDef {
                /// With package and parents: `acme.trading.v1.Order.Leg`.
                pub name: String,
                /// The index of its package.
                pub package: u32,
                /// The message that it is declared in, if it is nested.
                pub parent: Option<u32>,
                pub notes: Option<Notes>,
                /// 64 bits of what its bytes mean.
                pub fingerprint: u64,
                pub body: Body,
            }
            impl PartialEq for TypeDef {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    __codec::view::same(&self.name, &other.name)
                        && self.package == other.package && self.parent == other.parent
                        && __codec::view::same(&self.notes, &other.notes)
                        && self.fingerprint == other.fingerprint
                        && __codec::view::same(&self.body, &other.body)
                }
            }
            /// [`TypeDef`], read in place.
            ///
            /// A named type.
            #[derive(PartialEq, Hash)]
            pub struct TypeDefView<'a>(__codec::view::RawView<'a, TypeDef>);
            impl Clone for TypeDefView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for TypeDefView<'_> {}
            impl Eq for TypeDefView<'_> {}
            impl<'a> TypeDefView<'a> {
                /// With package and parents: `acme.trading.v1.Order.Leg`.
                #[inline]
                pub fn name(self) -> &'a str {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The index of its package.
                #[inline]
                pub fn package(self) -> u32 {
                    self.0.get(0)
                }
                /// The message that it is declared in, if it is nested.
                #[inline]
                pub fn parent(self) -> Option<u32> {
                    self.0.optional(5, 4, 1)
                }
                /// The field `notes`.
                #[inline]
                pub fn notes(self) -> Option<NotesView<'a>> {
                    self.0.slot::<__codec::slot::I1>()
                }
                /// 64 bits of what its bytes mean.
                #[inline]
                pub fn fingerprint(self) -> u64 {
                    self.0.get(9)
                }
                /// The field `body`.
                #[inline]
                pub fn body(self) -> BodyView<'a> {
                    self.0.slot::<__codec::slot::I2>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> TypeDef {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for TypeDefView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`TypeDef`] as borrows, to encode from.
            ///
            /// A named type.
            pub struct TypeDefInit<'a> {
                /// With package and parents: `acme.trading.v1.Order.Leg`.
                pub name: &'a str,
                /// The index of its package.
                pub package: u32,
                /// The message that it is declared in, if it is nested.
                pub parent: Option<u32>,
                pub notes: Option<NotesInit<'a>>,
                /// 64 bits of what its bytes mean.
                pub fingerprint: u64,
                pub body: BodyInit<'a>,
            }
            impl Clone for TypeDefInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for TypeDefInit<'_> {}
            impl ::core::fmt::Debug for TypeDefInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<TypeDef>(self, f)
                }
            }
            impl TypeDefInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    name: "",
                    package: 0,
                    parent: Option::None,
                    notes: Option::None,
                    fingerprint: 0,
                    body: BodyInit::__DEFAULT,
                };
            }
            impl Default for TypeDefInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for TypeDef {
                type View<'a> = TypeDefView<'a>;
                type Slots = (
                    __codec::kind::Text,
                    __codec::kind::Optional<__codec::kind::Sub<Notes>>,
                    __codec::kind::Choice<Body>,
                );
                const SCALARS: usize = 17;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([
                    [0, 4, 0, 0],
                    [4, 5, 0, 0],
                    [5, 9, 4, 1],
                    [9, 17, 0, 0],
                ]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    3,
                );
                const FINGERPRINT: u64 = 0x68649e7a82660bd4;
                #[inline]
                fn check(scalars: &[u8]) -> bool {
                    (__codec::message::flag(scalars, 4, 1)
                        | __codec::fixed::is_zero(scalars, 5, 4))
                }
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> TypeDefView<'_> {
                    TypeDefView(raw)
                }
                #[inline]
                fn from_view(view: TypeDefView<'_>) -> Self {
                    let slots = view.0.slots::<3>();
                    Self {
                        name: slots.text::<__codec::slot::I0>(),
                        package: view.package(),
                        parent: view.parent(),
                        notes: slots
                            .get::<__codec::slot::I1>()
                            .map(NotesView::to_message),
                        fingerprint: view.fingerprint(),
                        body: slots.get::<__codec::slot::I2>().to_message(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[3]
                }
            }
            impl TypeDef {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<TypeDef> {
                    __codec::encoded::encode_or_panic::<TypeDef>(self)
                }
            }
            impl __codec::Encode<TypeDef> for TypeDef {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<TypeDef>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (
                            &self.package,
                            &(u8::from(self.parent.is_some())),
                            &self.parent,
                            &self.fingerprint,
                        ),
                        (&self.name, self.notes.as_ref(), &self.body),
                    )
                }
            }
            impl TypeDefInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<TypeDef> {
                    __codec::encoded::encode_or_panic::<TypeDef>(self)
                }
            }
            impl __codec::Encode<TypeDef> for TypeDefInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<TypeDef>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (
                            &self.package,
                            &(u8::from(self.parent.is_some())),
                            &self.parent,
                            &self.fingerprint,
                        ),
                        (self.name, self.notes.as_ref(), &self.body),
                    )
                }
            }
            impl __codec::Encode<TypeDef> for TypeDefView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<TypeDef>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            /// What a type is.
            #[derive(Clone, Debug, PartialEq)]
            pub enum Body {
                Struct(StructDef),
                Message(MessageDef),
                Union(UnionDef),
                Enum(EnumDef),
                Flags(FlagsDef),
                /// What it wraps: a type of its own in code, that type on the wire.
                Newtype(Type),
                Error(ErrorDef),
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown),
            }
            impl Default for Body {
                #[inline]
                fn default() -> Self {
                    Self::Struct(Default::default())
                }
            }
            /// [`Body`], read in place.
            ///
            /// What a type is.
            #[derive(PartialEq, Debug)]
            pub enum BodyView<'a> {
                Struct(StructDefView<'a>),
                Message(MessageDefView<'a>),
                Union(UnionDefView<'a>),
                Enum(EnumDefView<'a>),
                Flags(FlagsDefView<'a>),
                /// What it wraps: a type of its own in code, that type on the wire.
                Newtype(TypeView<'a>),
                Error(ErrorDefView<'a>),
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown<&'a [u8]>),
            }
            impl Clone for BodyView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for BodyView<'_> {}
            /// [`Body`] as borrows, to encode from.
            ///
            /// What a type is.
            #[derive(Debug)]
            pub enum BodyInit<'a> {
                Struct(StructDefInit<'a>),
                Message(MessageDefInit<'a>),
                Union(UnionDefInit<'a>),
                Enum(EnumDefInit<'a>),
                Flags(FlagsDefInit<'a>),
                /// What it wraps: a type of its own in code, that type on the wire.
                Newtype(TypeInit<'a>),
                Error(ErrorDefInit<'a>),
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown<&'a [u8]>),
            }
            impl Clone for BodyInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for BodyInit<'_> {}
            impl BodyInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self::Struct(StructDefInit::__DEFAULT);
            }
            impl Default for BodyInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::kind::Union for Body {
                type View<'a> = BodyView<'a>;
                type Variants = (
                    __codec::kind::Sub<StructDef>,
                    __codec::kind::Sub<MessageDef>,
                    __codec::kind::Sub<UnionDef>,
                    __codec::kind::Sub<EnumDef>,
                    __codec::kind::Sub<FlagsDef>,
                    __codec::kind::Choice<Type>,
                    __codec::kind::Sub<ErrorDef>,
                );
            }
            impl<'a> From<__codec::kind::RawUnion<'a, Body>> for BodyView<'a> {
                #[inline]
                fn from(raw: __codec::kind::RawUnion<'a, Body>) -> Self {
                    match raw.ordinal() {
                        1 => Self::Struct(raw.payload::<__codec::slot::I0>()),
                        2 => Self::Message(raw.payload::<__codec::slot::I1>()),
                        3 => Self::Union(raw.payload::<__codec::slot::I2>()),
                        4 => Self::Enum(raw.payload::<__codec::slot::I3>()),
                        5 => Self::Flags(raw.payload::<__codec::slot::I4>()),
                        6 => Self::Newtype(raw.payload::<__codec::slot::I5>()),
                        7 => Self::Error(raw.payload::<__codec::slot::I6>()),
                        _ => Self::Unknown(raw.unknown()),
                    }
                }
            }
            impl BodyView<'_> {
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> Body {
                    match &self {
                        Self::Struct(payload) => Body::Struct(payload.to_message()),
                        Self::Message(payload) => Body::Message(payload.to_message()),
                        Self::Union(payload) => Body::Union(payload.to_message()),
                        Self::Enum(payload) => Body::Enum(payload.to_message()),
                        Self::Flags(payload) => Body::Flags(payload.to_message()),
                        Self::Newtype(payload) => Body::Newtype(payload.to_message()),
                        Self::Error(payload) => Body::Error(payload.to_message()),
                        Self::Unknown(unknown) => Body::Unknown(unknown.to_owned()),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<Body> for Body {
                #[inline]
                fn encode(&self, out: __codec::kind::VariantWriter<'_, Body>) {
                    match self {
                        Self::Struct(payload) => out.put::<__codec::slot::I0, _>(payload),
                        Self::Message(payload) => {
                            out.put::<__codec::slot::I1, _>(payload)
                        }
                        Self::Union(payload) => out.put::<__codec::slot::I2, _>(payload),
                        Self::Enum(payload) => out.put::<__codec::slot::I3, _>(payload),
                        Self::Flags(payload) => out.put::<__codec::slot::I4, _>(payload),
                        Self::Newtype(payload) => {
                            out.put::<__codec::slot::I5, _>(payload)
                        }
                        Self::Error(payload) => out.put::<__codec::slot::I6, _>(payload),
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<Body> for BodyView<'_> {
                #[inline]
                fn encode(&self, out: __codec::kind::VariantWriter<'_, Body>) {
                    match self {
                        Self::Struct(payload) => out.put::<__codec::slot::I0, _>(payload),
                        Self::Message(payload) => {
                            out.put::<__codec::slot::I1, _>(payload)
                        }
                        Self::Union(payload) => out.put::<__codec::slot::I2, _>(payload),
                        Self::Enum(payload) => out.put::<__codec::slot::I3, _>(payload),
                        Self::Flags(payload) => out.put::<__codec::slot::I4, _>(payload),
                        Self::Newtype(payload) => {
                            out.put::<__codec::slot::I5, _>(payload)
                        }
                        Self::Error(payload) => out.put::<__codec::slot::I6, _>(payload),
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<Body> for BodyInit<'_> {
                #[inline]
                fn encode(&self, out: __codec::kind::VariantWriter<'_, Body>) {
                    match self {
                        Self::Struct(payload) => out.put::<__codec::slot::I0, _>(payload),
                        Self::Message(payload) => {
                            out.put::<__codec::slot::I1, _>(payload)
                        }
                        Self::Union(payload) => out.put::<__codec::slot::I2, _>(payload),
                        Self::Enum(payload) => out.put::<__codec::slot::I3, _>(payload),
                        Self::Flags(payload) => out.put::<__codec::slot::I4, _>(payload),
                        Self::Newtype(payload) => {
                            out.put::<__codec::slot::I5, _>(payload)
                        }
                        Self::Error(payload) => out.put::<__codec::slot::I6, _>(payload),
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            /// Plain data, packed in order.
            #[derive(Clone, Debug, Default)]
            pub struct StructDef {
                /// In bytes.
                pub size: u32,
                pub fields: Vec<StructField>,
            }
            impl PartialEq for StructDef {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    self.size == other.size
                        && __codec::view::same(&self.fields, &other.fields)
                }
            }
            /// [`StructDef`], read in place.
            ///
            /// Plain data, packed in order.
            #[derive(PartialEq, Hash)]
            pub struct StructDefView<'a>(__codec::view::RawView<'a, StructDef>);
            impl Clone for StructDefView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for StructDefView<'_> {}
            impl Eq for StructDefView<'_> {}
            impl<'a> StructDefView<'a> {
                /// In bytes.
                #[inline]
                pub fn size(self) -> u32 {
                    self.0.get(0)
                }
                /// The field `fields`.
                #[inline]
                pub fn fields(self) -> __codec::kind::RowsView<'a, StructField> {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> StructDef {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for StructDefView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`StructDef`] as borrows, to encode from.
            ///
            /// Plain data, packed in order.
            pub struct StructDefInit<'a> {
                /// In bytes.
                pub size: u32,
                pub fields: &'a [StructFieldInit<'a>],
            }
            impl Clone for StructDefInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for StructDefInit<'_> {}
            impl ::core::fmt::Debug for StructDefInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<StructDef>(self, f)
                }
            }
            impl StructDefInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self { size: 0, fields: &[] };
            }
            impl Default for StructDefInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for StructDef {
                type View<'a> = StructDefView<'a>;
                type Slots = (__codec::kind::Rows<StructField>,);
                const SCALARS: usize = 4;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([
                    [0, 4, 0, 0],
                ]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    4,
                );
                const FINGERPRINT: u64 = 0xe98365ea27fbdb81;
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> StructDefView<'_> {
                    StructDefView(raw)
                }
                #[inline]
                fn from_view(view: StructDefView<'_>) -> Self {
                    let slots = view.0.slots::<1>();
                    Self {
                        size: view.size(),
                        fields: slots.get::<__codec::slot::I0>().to_vec(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[4]
                }
            }
            impl StructDef {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<StructDef> {
                    __codec::encoded::encode_or_panic::<StructDef>(self)
                }
            }
            impl __codec::Encode<StructDef> for StructDef {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<StructDef>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((&self.size,), (&self.fields,))
                }
            }
            impl StructDefInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<StructDef> {
                    __codec::encoded::encode_or_panic::<StructDef>(self)
                }
            }
            impl __codec::Encode<StructDef> for StructDefInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<StructDef>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((&self.size,), (self.fields,))
                }
            }
            impl __codec::Encode<StructDef> for StructDefView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<StructDef>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            #[derive(Clone, Debug, Default)]
            pub struct StructField {
                pub name: String,
                pub notes: Option<Notes>,
                pub ty: Type,
                /// Its first byte.
                pub at: u32,
                /// What its values must be beyond their type.
                pub rules: Vec<Rule>,
                pub sensitive: bool,
            }
            impl PartialEq for StructField {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    __codec::view::same(&self.name, &other.name)
                        && __codec::view::same(&self.notes, &other.notes)
                        && __codec::view::same(&self.ty, &other.ty)
                        && self.at == other.at
                        && __codec::view::same(&self.rules, &other.rules)
                        && self.sensitive == other.sensitive
                }
            }
            /// [`StructField`], read in place.
            #[derive(PartialEq, Hash)]
            pub struct StructFieldView<'a>(__codec::view::RawView<'a, StructField>);
            impl Clone for StructFieldView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for StructFieldView<'_> {}
            impl Eq for StructFieldView<'_> {}
            impl<'a> StructFieldView<'a> {
                /// The field `name`.
                #[inline]
                pub fn name(self) -> &'a str {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The field `notes`.
                #[inline]
                pub fn notes(self) -> Option<NotesView<'a>> {
                    self.0.slot::<__codec::slot::I1>()
                }
                /// The field `ty`.
                #[inline]
                pub fn ty(self) -> TypeView<'a> {
                    self.0.slot::<__codec::slot::I2>()
                }
                /// Its first byte.
                #[inline]
                pub fn at(self) -> u32 {
                    self.0.get(0)
                }
                /// What its values must be beyond their type.
                #[inline]
                pub fn rules(self) -> __codec::kind::RowsView<'a, Rule> {
                    self.0.slot::<__codec::slot::I3>()
                }
                /// The field `sensitive`.
                #[inline]
                pub fn sensitive(self) -> bool {
                    self.0.flag(4, 1)
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> StructField {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for StructFieldView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`StructField`] as borrows, to encode from.
            pub struct StructFieldInit<'a> {
                pub name: &'a str,
                pub notes: Option<NotesInit<'a>>,
                pub ty: TypeInit<'a>,
                /// Its first byte.
                pub at: u32,
                /// What its values must be beyond their type.
                pub rules: &'a [RuleInit<'a>],
                pub sensitive: bool,
            }
            impl Clone for StructFieldInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for StructFieldInit<'_> {}
            impl ::core::fmt::Debug for StructFieldInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<StructField>(self, f)
                }
            }
            impl StructFieldInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    name: "",
                    notes: Option::None,
                    ty: TypeInit::__DEFAULT,
                    at: 0,
                    rules: &[],
                    sensitive: false,
                };
            }
            impl Default for StructFieldInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for StructField {
                type View<'a> = StructFieldView<'a>;
                type Slots = (
                    __codec::kind::Text,
                    __codec::kind::Optional<__codec::kind::Sub<Notes>>,
                    __codec::kind::Choice<Type>,
                    __codec::kind::Rows<Rule>,
                );
                const SCALARS: usize = 5;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([
                    [0, 4, 0, 0],
                    [4, 5, 0, 0],
                ]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    5,
                );
                const FINGERPRINT: u64 = 0xf2a66b411b29c5e2;
                #[inline]
                fn view_of(
                    raw: __codec::view::RawView<'_, Self>,
                ) -> StructFieldView<'_> {
                    StructFieldView(raw)
                }
                #[inline]
                fn from_view(view: StructFieldView<'_>) -> Self {
                    let slots = view.0.slots::<4>();
                    Self {
                        name: slots.text::<__codec::slot::I0>(),
                        notes: slots
                            .get::<__codec::slot::I1>()
                            .map(NotesView::to_message),
                        ty: slots.get::<__codec::slot::I2>().to_message(),
                        at: view.at(),
                        rules: slots.get::<__codec::slot::I3>().to_vec(),
                        sensitive: view.sensitive(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[5]
                }
            }
            impl StructField {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<StructField> {
                    __codec::encoded::encode_or_panic::<StructField>(self)
                }
            }
            impl __codec::Encode<StructField> for StructField {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<StructField>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (&self.at, &(u8::from(self.sensitive))),
                        (&self.name, self.notes.as_ref(), &self.ty, &self.rules),
                    )
                }
            }
            impl StructFieldInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<StructField> {
                    __codec::encoded::encode_or_panic::<StructField>(self)
                }
            }
            impl __codec::Encode<StructField> for StructFieldInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<StructField>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (&self.at, &(u8::from(self.sensitive))),
                        (self.name, self.notes.as_ref(), &self.ty, self.rules),
                    )
                }
            }
            impl __codec::Encode<StructField> for StructFieldView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<StructField>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            /// A record that evolves.
            #[derive(Clone, Debug, Default)]
            pub struct MessageDef {
                /// Bytes of all scalars.
                pub scalars: u16,
                /// Number of slots.
                pub slots: u16,
                /// By ordinal, dense from 1, tombstones included.
                pub fields: Vec<Field>,
            }
            impl PartialEq for MessageDef {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    self.scalars == other.scalars && self.slots == other.slots
                        && __codec::view::same(&self.fields, &other.fields)
                }
            }
            /// [`MessageDef`], read in place.
            ///
            /// A record that evolves.
            #[derive(PartialEq, Hash)]
            pub struct MessageDefView<'a>(__codec::view::RawView<'a, MessageDef>);
            impl Clone for MessageDefView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for MessageDefView<'_> {}
            impl Eq for MessageDefView<'_> {}
            impl<'a> MessageDefView<'a> {
                /// Bytes of all scalars.
                #[inline]
                pub fn scalars(self) -> u16 {
                    self.0.get(0)
                }
                /// Number of slots.
                #[inline]
                pub fn slots(self) -> u16 {
                    self.0.get(2)
                }
                /// By ordinal, dense from 1, tombstones included.
                #[inline]
                pub fn fields(self) -> __codec::kind::RowsView<'a, Field> {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> MessageDef {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for MessageDefView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`MessageDef`] as borrows, to encode from.
            ///
            /// A record that evolves.
            pub struct MessageDefInit<'a> {
                /// Bytes of all scalars.
                pub scalars: u16,
                /// Number of slots.
                pub slots: u16,
                /// By ordinal, dense from 1, tombstones included.
                pub fields: &'a [FieldInit<'a>],
            }
            impl Clone for MessageDefInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for MessageDefInit<'_> {}
            impl ::core::fmt::Debug for MessageDefInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<MessageDef>(self, f)
                }
            }
            impl MessageDefInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    scalars: 0,
                    slots: 0,
                    fields: &[],
                };
            }
            impl Default for MessageDefInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for MessageDef {
                type View<'a> = MessageDefView<'a>;
                type Slots = (__codec::kind::Rows<Field>,);
                const SCALARS: usize = 4;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([
                    [0, 2, 0, 0],
                    [2, 4, 0, 0],
                ]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    6,
                );
                const FINGERPRINT: u64 = 0x2919a542262f7767;
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> MessageDefView<'_> {
                    MessageDefView(raw)
                }
                #[inline]
                fn from_view(view: MessageDefView<'_>) -> Self {
                    let slots = view.0.slots::<1>();
                    Self {
                        scalars: view.scalars(),
                        slots: view.slots(),
                        fields: slots.get::<__codec::slot::I0>().to_vec(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[6]
                }
            }
            impl MessageDef {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<MessageDef> {
                    __codec::encoded::encode_or_panic::<MessageDef>(self)
                }
            }
            impl __codec::Encode<MessageDef> for MessageDef {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<MessageDef>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((&self.scalars, &self.slots), (&self.fields,))
                }
            }
            impl MessageDefInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<MessageDef> {
                    __codec::encoded::encode_or_panic::<MessageDef>(self)
                }
            }
            impl __codec::Encode<MessageDef> for MessageDefInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<MessageDef>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((&self.scalars, &self.slots), (self.fields,))
                }
            }
            impl __codec::Encode<MessageDef> for MessageDefView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<MessageDef>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            #[derive(Clone, Debug, Default)]
            pub struct Field {
                pub ordinal: u16,
                /// Of a tombstone it may be empty.
                pub name: String,
                pub notes: Option<Notes>,
                /// Without the `?`.
                pub ty: Type,
                /// `T?`.
                pub optional: bool,
                pub place: Place,
                pub presence: Presence,
                /// What absence means, where that is not zero or empty.
                pub default: Option<Value>,
                /// Of a default of fixed size: the bits that are exclusive-or'ed onto the value on the wire.
                pub default_bits: u64,
                /// What its values must be beyond their type. Absence meets every rule.
                pub rules: Vec<Rule>,
                /// A tombstone.
                pub reserved: bool,
                pub sensitive: bool,
                /// Of a `oneof`: its members but the first, which take no place.
                pub later: Vec<Later>,
                /// What protobuf and JSON call it, where that does not follow. Of a `oneof` its variants have it.
                pub mapping: Option<Mapping>,
            }
            impl PartialEq for Field {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    self.ordinal == other.ordinal
                        && __codec::view::same(&self.name, &other.name)
                        && __codec::view::same(&self.notes, &other.notes)
                        && __codec::view::same(&self.ty, &other.ty)
                        && self.optional == other.optional
                        && __codec::view::same(&self.place, &other.place)
                        && __codec::view::same(&self.presence, &other.presence)
                        && __codec::view::same(&self.default, &other.default)
                        && self.default_bits == other.default_bits
                        && __codec::view::same(&self.rules, &other.rules)
                        && self.reserved == other.reserved
                        && self.sensitive == other.sensitive
                        && __codec::view::same(&self.later, &other.later)
                        && __codec::view::same(&self.mapping, &other.mapping)
                }
            }
            /// [`Field`], read in place.
            #[derive(PartialEq, Hash)]
            pub struct FieldView<'a>(__codec::view::RawView<'a, Field>);
            impl Clone for FieldView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for FieldView<'_> {}
            impl Eq for FieldView<'_> {}
            impl<'a> FieldView<'a> {
                /// The field `ordinal`.
                #[inline]
                pub fn ordinal(self) -> u16 {
                    self.0.get(0)
                }
                /// Of a tombstone it may be empty.
                #[inline]
                pub fn name(self) -> &'a str {
                    self.0.slot::<(__codec::slot::I0, __codec::slot::I0)>()
                }
                /// The field `notes`.
                #[inline]
                pub fn notes(self) -> Option<NotesView<'a>> {
                    self.0.slot::<(__codec::slot::I0, __codec::slot::I1)>()
                }
                /// Without the `?`.
                #[inline]
                pub fn ty(self) -> TypeView<'a> {
                    self.0.slot::<(__codec::slot::I0, __codec::slot::I2)>()
                }
                /// `T?`.
                #[inline]
                pub fn optional(self) -> bool {
                    self.0.flag(2, 1)
                }
                /// The field `place`.
                #[inline]
                pub fn place(self) -> PlaceView<'a> {
                    self.0.slot::<(__codec::slot::I0, __codec::slot::I3)>()
                }
                /// The field `presence`.
                #[inline]
                pub fn presence(self) -> PresenceView<'a> {
                    self.0.slot::<(__codec::slot::I0, __codec::slot::I4)>()
                }
                /// What absence means, where that is not zero or empty.
                #[inline]
                pub fn default(self) -> Option<ValueView<'a>> {
                    self.0.slot::<(__codec::slot::I0, __codec::slot::I5)>()
                }
                /// Of a default of fixed size: the bits that are exclusive-or'ed onto the value on the wire.
                #[inline]
                pub fn default_bits(self) -> u64 {
                    self.0.get(3)
                }
                /// What its values must be beyond their type. Absence meets every rule.
                #[inline]
                pub fn rules(self) -> __codec::kind::RowsView<'a, Rule> {
                    self.0.slot::<(__codec::slot::I0, __codec::slot::I6)>()
                }
                /// A tombstone.
                #[inline]
                pub fn reserved(self) -> bool {
                    self.0.flag(2, 2)
                }
                /// The field `sensitive`.
                #[inline]
                pub fn sensitive(self) -> bool {
                    self.0.flag(2, 4)
                }
                /// Of a `oneof`: its members but the first, which take no place.
                #[inline]
                pub fn later(self) -> __codec::kind::RowsView<'a, Later> {
                    self.0.slot::<(__codec::slot::I0, __codec::slot::I7)>()
                }
                /// What protobuf and JSON call it, where that does not follow. Of a `oneof` its variants have it.
                #[inline]
                pub fn mapping(self) -> Option<MappingView<'a>> {
                    self.0.slot::<(__codec::slot::I1, __codec::slot::I0)>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> Field {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for FieldView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`Field`] as borrows, to encode from.
            pub struct FieldInit<'a> {
                pub ordinal: u16,
                /// Of a tombstone it may be empty.
                pub name: &'a str,
                pub notes: Option<NotesInit<'a>>,
                /// Without the `?`.
                pub ty: TypeInit<'a>,
                /// `T?`.
                pub optional: bool,
                pub place: PlaceInit<'a>,
                pub presence: PresenceInit<'a>,
                /// What absence means, where that is not zero or empty.
                pub default: Option<ValueInit<'a>>,
                /// Of a default of fixed size: the bits that are exclusive-or'ed onto the value on the wire.
                pub default_bits: u64,
                /// What its values must be beyond their type. Absence meets every rule.
                pub rules: &'a [RuleInit<'a>],
                /// A tombstone.
                pub reserved: bool,
                pub sensitive: bool,
                /// Of a `oneof`: its members but the first, which take no place.
                pub later: &'a [LaterInit<'a>],
                /// What protobuf and JSON call it, where that does not follow. Of a `oneof` its variants have it.
                pub mapping: Option<MappingInit<'a>>,
            }
            impl Clone for FieldInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for FieldInit<'_> {}
            impl ::core::fmt::Debug for FieldInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<Field>(self, f)
                }
            }
            impl FieldInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    ordinal: 0,
                    name: "",
                    notes: Option::None,
                    ty: TypeInit::__DEFAULT,
                    optional: false,
                    place: PlaceInit::__DEFAULT,
                    presence: PresenceInit::__DEFAULT,
                    default: Option::None,
                    default_bits: 0,
                    rules: &[],
                    reserved: false,
                    sensitive: false,
                    later: &[],
                    mapping: Option::None,
                };
            }
            impl Default for FieldInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for Field {
                type View<'a> = FieldView<'a>;
                type Slots = (
                    (
                        __codec::kind::Text,
                        __codec::kind::Optional<__codec::kind::Sub<Notes>>,
                        __codec::kind::Choice<Type>,
                        __codec::kind::Choice<Place>,
                        __codec::kind::Choice<Presence>,
                        __codec::kind::Optional<__codec::kind::Choice<Value>>,
                        __codec::kind::Rows<Rule>,
                        __codec::kind::Rows<Later>,
                    ),
                    (__codec::kind::Optional<__codec::kind::Sub<Mapping>>,),
                );
                const SCALARS: usize = 11;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([
                    [0, 2, 0, 0],
                    [2, 3, 0, 0],
                    [3, 11, 0, 0],
                ]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    7,
                );
                const FINGERPRINT: u64 = 0x1cb43160c1db2976;
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> FieldView<'_> {
                    FieldView(raw)
                }
                #[inline]
                fn from_view(view: FieldView<'_>) -> Self {
                    let slots = view.0.slots::<9>();
                    Self {
                        ordinal: view.ordinal(),
                        name: slots.text::<(__codec::slot::I0, __codec::slot::I0)>(),
                        notes: slots
                            .get::<(__codec::slot::I0, __codec::slot::I1)>()
                            .map(NotesView::to_message),
                        ty: slots
                            .get::<(__codec::slot::I0, __codec::slot::I2)>()
                            .to_message(),
                        optional: view.optional(),
                        place: slots
                            .get::<(__codec::slot::I0, __codec::slot::I3)>()
                            .to_message(),
                        presence: slots
                            .get::<(__codec::slot::I0, __codec::slot::I4)>()
                            .to_message(),
                        default: slots
                            .get::<(__codec::slot::I0, __codec::slot::I5)>()
                            .map(ValueView::to_message),
                        default_bits: view.default_bits(),
                        rules: slots
                            .get::<(__codec::slot::I0, __codec::slot::I6)>()
                            .to_vec(),
                        reserved: view.reserved(),
                        sensitive: view.sensitive(),
                        later: slots
                            .get::<(__codec::slot::I0, __codec::slot::I7)>()
                            .to_vec(),
                        mapping: slots
                            .get::<(__codec::slot::I1, __codec::slot::I0)>()
                            .map(MappingView::to_message),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[7]
                }
            }
            impl Field {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Field> {
                    __codec::encoded::encode_or_panic::<Field>(self)
                }
            }
            impl __codec::Encode<Field> for Field {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Field>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (
                            &self.ordinal,
                            &(u8::from(self.optional) | u8::from(self.reserved) << 1
                                | u8::from(self.sensitive) << 2),
                            &self.default_bits,
                        ),
                        (
                            (
                                &self.name,
                                self.notes.as_ref(),
                                &self.ty,
                                &self.place,
                                &self.presence,
                                self.default.as_ref(),
                                &self.rules,
                                &self.later,
                            ),
                            (self.mapping.as_ref(),),
                        ),
                    )
                }
            }
            impl FieldInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Field> {
                    __codec::encoded::encode_or_panic::<Field>(self)
                }
            }
            impl __codec::Encode<Field> for FieldInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Field>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (
                            &self.ordinal,
                            &(u8::from(self.optional) | u8::from(self.reserved) << 1
                                | u8::from(self.sensitive) << 2),
                            &self.default_bits,
                        ),
                        (
                            (
                                self.name,
                                self.notes.as_ref(),
                                &self.ty,
                                &self.place,
                                &self.presence,
                                self.default.as_ref(),
                                self.rules,
                                self.later,
                            ),
                            (self.mapping.as_ref(),),
                        ),
                    )
                }
            }
            impl __codec::Encode<Field> for FieldView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Field>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            /// How protobuf and JSON know a member.
            #[derive(Clone, Debug, Default)]
            pub struct Mapping {
                /// The field number.
                pub number: u32,
                /// The name in a `.proto`.
                pub name: String,
                /// The name in JSON.
                pub json: String,
                /// Repeated numbers are written each with a tag.
                pub expanded: bool,
            }
            impl PartialEq for Mapping {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    self.number == other.number
                        && __codec::view::same(&self.name, &other.name)
                        && __codec::view::same(&self.json, &other.json)
                        && self.expanded == other.expanded
                }
            }
            /// [`Mapping`], read in place.
            ///
            /// How protobuf and JSON know a member.
            #[derive(PartialEq, Hash)]
            pub struct MappingView<'a>(__codec::view::RawView<'a, Mapping>);
            impl Clone for MappingView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for MappingView<'_> {}
            impl Eq for MappingView<'_> {}
            impl<'a> MappingView<'a> {
                /// The field number.
                #[inline]
                pub fn number(self) -> u32 {
                    self.0.get(0)
                }
                /// The name in a `.proto`.
                #[inline]
                pub fn name(self) -> &'a str {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The name in JSON.
                #[inline]
                pub fn json(self) -> &'a str {
                    self.0.slot::<__codec::slot::I1>()
                }
                /// Repeated numbers are written each with a tag.
                #[inline]
                pub fn expanded(self) -> bool {
                    self.0.flag(4, 1)
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> Mapping {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for MappingView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`Mapping`] as borrows, to encode from.
            ///
            /// How protobuf and JSON know a member.
            pub struct MappingInit<'a> {
                /// The field number.
                pub number: u32,
                /// The name in a `.proto`.
                pub name: &'a str,
                /// The name in JSON.
                pub json: &'a str,
                /// Repeated numbers are written each with a tag.
                pub expanded: bool,
            }
            impl Clone for MappingInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for MappingInit<'_> {}
            impl ::core::fmt::Debug for MappingInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<Mapping>(self, f)
                }
            }
            impl MappingInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    number: 0,
                    name: "",
                    json: "",
                    expanded: false,
                };
            }
            impl Default for MappingInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for Mapping {
                type View<'a> = MappingView<'a>;
                type Slots = (__codec::kind::Text, __codec::kind::Text);
                const SCALARS: usize = 5;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([
                    [0, 4, 0, 0],
                    [4, 5, 0, 0],
                ]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    8,
                );
                const FINGERPRINT: u64 = 0x1f49a782340dee34;
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> MappingView<'_> {
                    MappingView(raw)
                }
                #[inline]
                fn from_view(view: MappingView<'_>) -> Self {
                    let slots = view.0.slots::<2>();
                    Self {
                        number: view.number(),
                        name: slots.text::<__codec::slot::I0>(),
                        json: slots.text::<__codec::slot::I1>(),
                        expanded: view.expanded(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[8]
                }
            }
            impl Mapping {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Mapping> {
                    __codec::encoded::encode_or_panic::<Mapping>(self)
                }
            }
            impl __codec::Encode<Mapping> for Mapping {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Mapping>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (&self.number, &(u8::from(self.expanded))),
                        (&self.name, &self.json),
                    )
                }
            }
            impl MappingInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Mapping> {
                    __codec::encoded::encode_or_panic::<Mapping>(self)
                }
            }
            impl __codec::Encode<Mapping> for MappingInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Mapping>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (&self.number, &(u8::from(self.expanded))),
                        (self.name, self.json),
                    )
                }
            }
            impl __codec::Encode<Mapping> for MappingView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Mapping>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            /// A later member of a `oneof`.
            #[derive(Clone, Debug, Default)]
            pub struct Later {
                /// In the message.
                pub ordinal: u16,
                /// Of a tombstone it may be empty.
                pub name: String,
            }
            impl PartialEq for Later {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    self.ordinal == other.ordinal
                        && __codec::view::same(&self.name, &other.name)
                }
            }
            /// [`Later`], read in place.
            ///
            /// A later member of a `oneof`.
            #[derive(PartialEq, Hash)]
            pub struct LaterView<'a>(__codec::view::RawView<'a, Later>);
            impl Clone for LaterView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for LaterView<'_> {}
            impl Eq for LaterView<'_> {}
            impl<'a> LaterView<'a> {
                /// In the message.
                #[inline]
                pub fn ordinal(self) -> u16 {
                    self.0.get(0)
                }
                /// Of a tombstone it may be empty.
                #[inline]
                pub fn name(self) -> &'a str {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> Later {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for LaterView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`Later`] as borrows, to encode from.
            ///
            /// A later member of a `oneof`.
            pub struct LaterInit<'a> {
                /// In the message.
                pub ordinal: u16,
                /// Of a tombstone it may be empty.
                pub name: &'a str,
            }
            impl Clone for LaterInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for LaterInit<'_> {}
            impl ::core::fmt::Debug for LaterInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<Later>(self, f)
                }
            }
            impl LaterInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self { ordinal: 0, name: "" };
            }
            impl Default for LaterInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for Later {
                type View<'a> = LaterView<'a>;
                type Slots = (__codec::kind::Text,);
                const SCALARS: usize = 2;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([
                    [0, 2, 0, 0],
                ]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    9,
                );
                const FINGERPRINT: u64 = 0x4d4705b76cc74293;
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> LaterView<'_> {
                    LaterView(raw)
                }
                #[inline]
                fn from_view(view: LaterView<'_>) -> Self {
                    let slots = view.0.slots::<1>();
                    Self {
                        ordinal: view.ordinal(),
                        name: slots.text::<__codec::slot::I0>(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[9]
                }
            }
            impl Later {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Later> {
                    __codec::encoded::encode_or_panic::<Later>(self)
                }
            }
            impl __codec::Encode<Later> for Later {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Later>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((&self.ordinal,), (&self.name,))
                }
            }
            impl LaterInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Later> {
                    __codec::encoded::encode_or_panic::<Later>(self)
                }
            }
            impl __codec::Encode<Later> for LaterInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Later>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((&self.ordinal,), (self.name,))
                }
            }
            impl __codec::Encode<Later> for LaterView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Later>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            /// Where a field lies.
            #[derive(Clone, Debug, PartialEq)]
            pub enum Place {
                Bit(Bit),
                /// The first byte among the scalars.
                Scalar(u16),
                /// The index of a slot.
                Slot(u16),
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown),
            }
            impl Default for Place {
                #[inline]
                fn default() -> Self {
                    Self::Bit(Bit::__ZERO)
                }
            }
            /// [`Place`], read in place.
            ///
            /// Where a field lies.
            #[derive(PartialEq, Debug)]
            pub enum PlaceView<'a> {
                Bit(Bit),
                /// The first byte among the scalars.
                Scalar(u16),
                /// The index of a slot.
                Slot(u16),
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown<&'a [u8]>),
            }
            impl Clone for PlaceView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for PlaceView<'_> {}
            /// [`Place`] as borrows, to encode from.
            ///
            /// Where a field lies.
            #[derive(Debug)]
            pub enum PlaceInit<'a> {
                Bit(Bit),
                /// The first byte among the scalars.
                Scalar(u16),
                /// The index of a slot.
                Slot(u16),
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown<&'a [u8]>),
            }
            impl Clone for PlaceInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for PlaceInit<'_> {}
            impl PlaceInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self::Bit(Bit::__ZERO);
            }
            impl Default for PlaceInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::kind::Union for Place {
                type View<'a> = PlaceView<'a>;
                type Variants = (
                    __codec::kind::One<Bit>,
                    __codec::kind::One<u16>,
                    __codec::kind::One<u16>,
                );
            }
            impl<'a> From<__codec::kind::RawUnion<'a, Place>> for PlaceView<'a> {
                #[inline]
                fn from(raw: __codec::kind::RawUnion<'a, Place>) -> Self {
                    match raw.ordinal() {
                        1 => Self::Bit(raw.payload::<__codec::slot::I0>()),
                        2 => Self::Scalar(raw.payload::<__codec::slot::I1>()),
                        3 => Self::Slot(raw.payload::<__codec::slot::I2>()),
                        _ => Self::Unknown(raw.unknown()),
                    }
                }
            }
            impl PlaceView<'_> {
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> Place {
                    match &self {
                        Self::Bit(payload) => Place::Bit(*payload),
                        Self::Scalar(payload) => Place::Scalar(*payload),
                        Self::Slot(payload) => Place::Slot(*payload),
                        Self::Unknown(unknown) => Place::Unknown(unknown.to_owned()),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<Place> for Place {
                #[inline]
                fn encode(&self, out: __codec::kind::VariantWriter<'_, Place>) {
                    match self {
                        Self::Bit(payload) => out.put::<__codec::slot::I0, _>(*payload),
                        Self::Scalar(payload) => {
                            out.put::<__codec::slot::I1, _>(*payload)
                        }
                        Self::Slot(payload) => out.put::<__codec::slot::I2, _>(*payload),
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<Place> for PlaceView<'_> {
                #[inline]
                fn encode(&self, out: __codec::kind::VariantWriter<'_, Place>) {
                    match self {
                        Self::Bit(payload) => out.put::<__codec::slot::I0, _>(*payload),
                        Self::Scalar(payload) => {
                            out.put::<__codec::slot::I1, _>(*payload)
                        }
                        Self::Slot(payload) => out.put::<__codec::slot::I2, _>(*payload),
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<Place> for PlaceInit<'_> {
                #[inline]
                fn encode(&self, out: __codec::kind::VariantWriter<'_, Place>) {
                    match self {
                        Self::Bit(payload) => out.put::<__codec::slot::I0, _>(*payload),
                        Self::Scalar(payload) => {
                            out.put::<__codec::slot::I1, _>(*payload)
                        }
                        Self::Slot(payload) => out.put::<__codec::slot::I2, _>(*payload),
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            /// How absence is said.
            #[derive(Clone, Debug, PartialEq)]
            pub enum Presence {
                /// Never absent: zero or empty is a value.
                Always,
                /// It must be there.
                Required,
                /// By an empty slot.
                Range,
                /// By a bit that is clear.
                Bit(Bit),
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown),
            }
            impl Default for Presence {
                #[inline]
                fn default() -> Self {
                    Self::Always
                }
            }
            /// [`Presence`], read in place.
            ///
            /// How absence is said.
            #[derive(PartialEq, Debug)]
            pub enum PresenceView<'a> {
                /// Never absent: zero or empty is a value.
                Always,
                /// It must be there.
                Required,
                /// By an empty slot.
                Range,
                /// By a bit that is clear.
                Bit(Bit),
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown<&'a [u8]>),
            }
            impl Clone for PresenceView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for PresenceView<'_> {}
            /// [`Presence`] as borrows, to encode from.
            ///
            /// How absence is said.
            #[derive(Debug)]
            pub enum PresenceInit<'a> {
                /// Never absent: zero or empty is a value.
                Always,
                /// It must be there.
                Required,
                /// By an empty slot.
                Range,
                /// By a bit that is clear.
                Bit(Bit),
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown<&'a [u8]>),
            }
            impl Clone for PresenceInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for PresenceInit<'_> {}
            impl PresenceInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self::Always;
            }
            impl Default for PresenceInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::kind::Union for Presence {
                type View<'a> = PresenceView<'a>;
                type Variants = (
                    __codec::kind::Nothing,
                    __codec::kind::Nothing,
                    __codec::kind::Nothing,
                    __codec::kind::One<Bit>,
                );
            }
            impl<'a> From<__codec::kind::RawUnion<'a, Presence>> for PresenceView<'a> {
                #[inline]
                fn from(raw: __codec::kind::RawUnion<'a, Presence>) -> Self {
                    match raw.ordinal() {
                        1 => Self::Always,
                        2 => Self::Required,
                        3 => Self::Range,
                        4 => Self::Bit(raw.payload::<__codec::slot::I3>()),
                        _ => Self::Unknown(raw.unknown()),
                    }
                }
            }
            impl PresenceView<'_> {
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> Presence {
                    match &self {
                        Self::Always => Presence::Always,
                        Self::Required => Presence::Required,
                        Self::Range => Presence::Range,
                        Self::Bit(payload) => Presence::Bit(*payload),
                        Self::Unknown(unknown) => Presence::Unknown(unknown.to_owned()),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<Presence> for Presence {
                #[inline]
                fn encode(&self, out: __codec::kind::VariantWriter<'_, Presence>) {
                    match self {
                        Self::Always => out.put::<__codec::slot::I0, _>(()),
                        Self::Required => out.put::<__codec::slot::I1, _>(()),
                        Self::Range => out.put::<__codec::slot::I2, _>(()),
                        Self::Bit(payload) => out.put::<__codec::slot::I3, _>(*payload),
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<Presence> for PresenceView<'_> {
                #[inline]
                fn encode(&self, out: __codec::kind::VariantWriter<'_, Presence>) {
                    match self {
                        Self::Always => out.put::<__codec::slot::I0, _>(()),
                        Self::Required => out.put::<__codec::slot::I1, _>(()),
                        Self::Range => out.put::<__codec::slot::I2, _>(()),
                        Self::Bit(payload) => out.put::<__codec::slot::I3, _>(*payload),
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<Presence> for PresenceInit<'_> {
                #[inline]
                fn encode(&self, out: __codec::kind::VariantWriter<'_, Presence>) {
                    match self {
                        Self::Always => out.put::<__codec::slot::I0, _>(()),
                        Self::Required => out.put::<__codec::slot::I1, _>(()),
                        Self::Range => out.put::<__codec::slot::I2, _>(()),
                        Self::Bit(payload) => out.put::<__codec::slot::I3, _>(*payload),
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            /// A bit of a byte among the scalars.
            #[derive(PartialEq, Debug)]
            pub struct Bit {
                pub byte: u16,
                pub mask: u8,
            }
            impl Clone for Bit {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for Bit {}
            impl Bit {
                #[doc(hidden)]
                pub const __ZERO: Self = Self { byte: 0, mask: 0 };
            }
            impl Default for Bit {
                #[inline]
                fn default() -> Self {
                    Self::__ZERO
                }
            }
            impl __codec::Fixed for Bit {
                type Wire = [u8; 3];
                #[inline]
                fn to_wire(self) -> [u8; 3] {
                    let mut wire = [0; 3];
                    __codec::fixed::put(&mut wire, 0, self.byte);
                    __codec::fixed::put(&mut wire, 2, self.mask);
                    wire
                }
                #[inline]
                fn from_wire(wire: [u8; 3]) -> Self {
                    Self {
                        byte: __codec::fixed::get(&wire, 0),
                        mask: __codec::fixed::get(&wire, 2),
                    }
                }
            }
            /// One of several alternatives.
            #[derive(Clone, Debug, Default)]
            pub struct UnionDef {
                /// Whether others are refused.
                pub closed: bool,
                /// By ordinal, dense from 1, tombstones included.
                pub variants: Vec<Variant>,
                /// Declared by a `oneof`, in the message that is its parent.
                pub oneof: bool,
            }
            impl PartialEq for UnionDef {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    self.closed == other.closed
                        && __codec::view::same(&self.variants, &other.variants)
                        && self.oneof == other.oneof
                }
            }
            /// [`UnionDef`], read in place.
            ///
            /// One of several alternatives.
            #[derive(PartialEq, Hash)]
            pub struct UnionDefView<'a>(__codec::view::RawView<'a, UnionDef>);
            impl Clone for UnionDefView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for UnionDefView<'_> {}
            impl Eq for UnionDefView<'_> {}
            impl<'a> UnionDefView<'a> {
                /// Whether others are refused.
                #[inline]
                pub fn closed(self) -> bool {
                    self.0.flag(0, 1)
                }
                /// By ordinal, dense from 1, tombstones included.
                #[inline]
                pub fn variants(self) -> __codec::kind::RowsView<'a, Variant> {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// Declared by a `oneof`, in the message that is its parent.
                #[inline]
                pub fn oneof(self) -> bool {
                    self.0.flag(0, 2)
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> UnionDef {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for UnionDefView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`UnionDef`] as borrows, to encode from.
            ///
            /// One of several alternatives.
            pub struct UnionDefInit<'a> {
                /// Whether others are refused.
                pub closed: bool,
                /// By ordinal, dense from 1, tombstones included.
                pub variants: &'a [VariantInit<'a>],
                /// Declared by a `oneof`, in the message that is its parent.
                pub oneof: bool,
            }
            impl Clone for UnionDefInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for UnionDefInit<'_> {}
            impl ::core::fmt::Debug for UnionDefInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<UnionDef>(self, f)
                }
            }
            impl UnionDefInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    closed: false,
                    variants: &[],
                    oneof: false,
                };
            }
            impl Default for UnionDefInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for UnionDef {
                type View<'a> = UnionDefView<'a>;
                type Slots = (__codec::kind::Rows<Variant>,);
                const SCALARS: usize = 1;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([
                    [0, 1, 0, 0],
                ]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    10,
                );
                const FINGERPRINT: u64 = 0x68b2a79c7a9a13ad;
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> UnionDefView<'_> {
                    UnionDefView(raw)
                }
                #[inline]
                fn from_view(view: UnionDefView<'_>) -> Self {
                    let slots = view.0.slots::<1>();
                    Self {
                        closed: view.closed(),
                        variants: slots.get::<__codec::slot::I0>().to_vec(),
                        oneof: view.oneof(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[10]
                }
            }
            impl UnionDef {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<UnionDef> {
                    __codec::encoded::encode_or_panic::<UnionDef>(self)
                }
            }
            impl __codec::Encode<UnionDef> for UnionDef {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<UnionDef>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (&(u8::from(self.closed) | u8::from(self.oneof) << 1),),
                        (&self.variants,),
                    )
                }
            }
            impl UnionDefInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<UnionDef> {
                    __codec::encoded::encode_or_panic::<UnionDef>(self)
                }
            }
            impl __codec::Encode<UnionDef> for UnionDefInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<UnionDef>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (&(u8::from(self.closed) | u8::from(self.oneof) << 1),),
                        (self.variants,),
                    )
                }
            }
            impl __codec::Encode<UnionDef> for UnionDefView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<UnionDef>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            #[derive(Clone, Debug, Default)]
            pub struct Variant {
                /// The number on the wire.
                pub ordinal: u16,
                /// Of a tombstone it may be empty.
                pub name: String,
                pub notes: Option<Notes>,
                /// The payload, if it has one.
                pub ty: Option<Type>,
                /// What the payload must be beyond its type.
                pub rules: Vec<Rule>,
                /// A tombstone.
                pub reserved: bool,
                pub sensitive: bool,
                /// Of an error's: the status that carries it.
                pub status: Status,
                /// Of an error's: the same call may succeed later.
                pub retryable: bool,
                /// The ordinal that the schema gives it; of a `oneof`'s member that is one of the message.
                pub member: u16,
                /// What protobuf and JSON call it, where that does not follow.
                pub mapping: Option<Mapping>,
            }
            impl PartialEq for Variant {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    self.ordinal == other.ordinal
                        && __codec::view::same(&self.name, &other.name)
                        && __codec::view::same(&self.notes, &other.notes)
                        && __codec::view::same(&self.ty, &other.ty)
                        && __codec::view::same(&self.rules, &other.rules)
                        && self.reserved == other.reserved
                        && self.sensitive == other.sensitive
                        && self.status == other.status
                        && self.retryable == other.retryable
                        && self.member == other.member
                        && __codec::view::same(&self.mapping, &other.mapping)
                }
            }
            /// [`Variant`], read in place.
            #[derive(PartialEq, Hash)]
            pub struct VariantView<'a>(__codec::view::RawView<'a, Variant>);
            impl Clone for VariantView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for VariantView<'_> {}
            impl Eq for VariantView<'_> {}
            impl<'a> VariantView<'a> {
                /// The number on the wire.
                #[inline]
                pub fn ordinal(self) -> u16 {
                    self.0.get(0)
                }
                /// Of a tombstone it may be empty.
                #[inline]
                pub fn name(self) -> &'a str {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The field `notes`.
                #[inline]
                pub fn notes(self) -> Option<NotesView<'a>> {
                    self.0.slot::<__codec::slot::I1>()
                }
                /// The payload, if it has one.
                #[inline]
                pub fn ty(self) -> Option<TypeView<'a>> {
                    self.0.slot::<__codec::slot::I2>()
                }
                /// What the payload must be beyond its type.
                #[inline]
                pub fn rules(self) -> __codec::kind::RowsView<'a, Rule> {
                    self.0.slot::<__codec::slot::I3>()
                }
                /// A tombstone.
                #[inline]
                pub fn reserved(self) -> bool {
                    self.0.flag(2, 1)
                }
                /// The field `sensitive`.
                #[inline]
                pub fn sensitive(self) -> bool {
                    self.0.flag(2, 2)
                }
                /// Of an error's: the status that carries it.
                #[inline]
                pub fn status(self) -> Status {
                    self.0.get(3)
                }
                /// Of an error's: the same call may succeed later.
                #[inline]
                pub fn retryable(self) -> bool {
                    self.0.flag(2, 4)
                }
                /// The ordinal that the schema gives it; of a `oneof`'s member that is one of the message.
                #[inline]
                pub fn member(self) -> u16 {
                    self.0.get(4)
                }
                /// What protobuf and JSON call it, where that does not follow.
                #[inline]
                pub fn mapping(self) -> Option<MappingView<'a>> {
                    self.0.slot::<__codec::slot::I4>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> Variant {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for VariantView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`Variant`] as borrows, to encode from.
            pub struct VariantInit<'a> {
                /// The number on the wire.
                pub ordinal: u16,
                /// Of a tombstone it may be empty.
                pub name: &'a str,
                pub notes: Option<NotesInit<'a>>,
                /// The payload, if it has one.
                pub ty: Option<TypeInit<'a>>,
                /// What the payload must be beyond its type.
                pub rules: &'a [RuleInit<'a>],
                /// A tombstone.
                pub reserved: bool,
                pub sensitive: bool,
                /// Of an error's: the status that carries it.
                pub status: Status,
                /// Of an error's: the same call may succeed later.
                pub retryable: bool,
                /// The ordinal that the schema gives it; of a `oneof`'s member that is one of the message.
                pub member: u16,
                /// What protobuf and JSON call it, where that does not follow.
                pub mapping: Option<MappingInit<'a>>,
            }
            impl Clone for VariantInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for VariantInit<'_> {}
            impl ::core::fmt::Debug for VariantInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<Variant>(self, f)
                }
            }
            impl VariantInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    ordinal: 0,
                    name: "",
                    notes: Option::None,
                    ty: Option::None,
                    rules: &[],
                    reserved: false,
                    sensitive: false,
                    status: Status::None,
                    retryable: false,
                    member: 0,
                    mapping: Option::None,
                };
            }
            impl Default for VariantInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for Variant {
                type View<'a> = VariantView<'a>;
                type Slots = (
                    __codec::kind::Text,
                    __codec::kind::Optional<__codec::kind::Sub<Notes>>,
                    __codec::kind::Optional<__codec::kind::Choice<Type>>,
                    __codec::kind::Rows<Rule>,
                    __codec::kind::Optional<__codec::kind::Sub<Mapping>>,
                );
                const SCALARS: usize = 6;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([
                    [0, 2, 0, 0],
                    [2, 3, 0, 0],
                    [3, 4, 0, 0],
                    [4, 6, 0, 0],
                ]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    11,
                );
                const FINGERPRINT: u64 = 0x05fd43e4eeebdaac;
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> VariantView<'_> {
                    VariantView(raw)
                }
                #[inline]
                fn from_view(view: VariantView<'_>) -> Self {
                    let slots = view.0.slots::<5>();
                    Self {
                        ordinal: view.ordinal(),
                        name: slots.text::<__codec::slot::I0>(),
                        notes: slots
                            .get::<__codec::slot::I1>()
                            .map(NotesView::to_message),
                        ty: slots.get::<__codec::slot::I2>().map(TypeView::to_message),
                        rules: slots.get::<__codec::slot::I3>().to_vec(),
                        reserved: view.reserved(),
                        sensitive: view.sensitive(),
                        status: view.status(),
                        retryable: view.retryable(),
                        member: view.member(),
                        mapping: slots
                            .get::<__codec::slot::I4>()
                            .map(MappingView::to_message),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[11]
                }
            }
            impl Variant {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Variant> {
                    __codec::encoded::encode_or_panic::<Variant>(self)
                }
            }
            impl __codec::Encode<Variant> for Variant {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Variant>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (
                            &self.ordinal,
                            &(u8::from(self.reserved) | u8::from(self.sensitive) << 1
                                | u8::from(self.retryable) << 2),
                            &self.status,
                            &self.member,
                        ),
                        (
                            &self.name,
                            self.notes.as_ref(),
                            self.ty.as_ref(),
                            &self.rules,
                            self.mapping.as_ref(),
                        ),
                    )
                }
            }
            impl VariantInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Variant> {
                    __codec::encoded::encode_or_panic::<Variant>(self)
                }
            }
            impl __codec::Encode<Variant> for VariantInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Variant>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (
                            &self.ordinal,
                            &(u8::from(self.reserved) | u8::from(self.sensitive) << 1
                                | u8::from(self.retryable) << 2),
                            &self.status,
                            &self.member,
                        ),
                        (
                            self.name,
                            self.notes.as_ref(),
                            self.ty.as_ref(),
                            self.rules,
                            self.mapping.as_ref(),
                        ),
                    )
                }
            }
            impl __codec::Encode<Variant> for VariantView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Variant>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            /// What a method throws.
            #[derive(Clone, Debug, Default)]
            pub struct ErrorDef {
                /// By ordinal, dense from 1, tombstones included.
                pub variants: Vec<Variant>,
                /// How it lies on the wire: a message with an optional field for each variant.
                pub layout: MessageDef,
            }
            impl PartialEq for ErrorDef {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    __codec::view::same(&self.variants, &other.variants)
                        && __codec::view::same(&self.layout, &other.layout)
                }
            }
            /// [`ErrorDef`], read in place.
            ///
            /// What a method throws.
            #[derive(PartialEq, Hash)]
            pub struct ErrorDefView<'a>(__codec::view::RawView<'a, ErrorDef>);
            impl Clone for ErrorDefView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for ErrorDefView<'_> {}
            impl Eq for ErrorDefView<'_> {}
            impl<'a> ErrorDefView<'a> {
                /// By ordinal, dense from 1, tombstones included.
                #[inline]
                pub fn variants(self) -> __codec::kind::RowsView<'a, Variant> {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// How it lies on the wire: a message with an optional field for each variant.
                #[inline]
                pub fn layout(self) -> MessageDefView<'a> {
                    self.0.slot::<__codec::slot::I1>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> ErrorDef {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for ErrorDefView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`ErrorDef`] as borrows, to encode from.
            ///
            /// What a method throws.
            pub struct ErrorDefInit<'a> {
                /// By ordinal, dense from 1, tombstones included.
                pub variants: &'a [VariantInit<'a>],
                /// How it lies on the wire: a message with an optional field for each variant.
                pub layout: MessageDefInit<'a>,
            }
            impl Clone for ErrorDefInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for ErrorDefInit<'_> {}
            impl ::core::fmt::Debug for ErrorDefInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<ErrorDef>(self, f)
                }
            }
            impl ErrorDefInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    variants: &[],
                    layout: MessageDefInit::__DEFAULT,
                };
            }
            impl Default for ErrorDefInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for ErrorDef {
                type View<'a> = ErrorDefView<'a>;
                type Slots = (
                    __codec::kind::Rows<Variant>,
                    __codec::kind::Sub<MessageDef>,
                );
                const SCALARS: usize = 0;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    12,
                );
                const FINGERPRINT: u64 = 0x47a285b2f9b9c0f5;
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> ErrorDefView<'_> {
                    ErrorDefView(raw)
                }
                #[inline]
                fn from_view(view: ErrorDefView<'_>) -> Self {
                    let slots = view.0.slots::<2>();
                    Self {
                        variants: slots.get::<__codec::slot::I0>().to_vec(),
                        layout: slots.get::<__codec::slot::I1>().to_message(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[12]
                }
            }
            impl ErrorDef {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<ErrorDef> {
                    __codec::encoded::encode_or_panic::<ErrorDef>(self)
                }
            }
            impl __codec::Encode<ErrorDef> for ErrorDef {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<ErrorDef>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((), (&self.variants, &self.layout))
                }
            }
            impl ErrorDefInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<ErrorDef> {
                    __codec::encoded::encode_or_panic::<ErrorDef>(self)
                }
            }
            impl __codec::Encode<ErrorDef> for ErrorDefInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<ErrorDef>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((), (self.variants, &self.layout))
                }
            }
            impl __codec::Encode<ErrorDef> for ErrorDefView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<ErrorDef>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            /// The numbers are those of gRPC.
            #[derive(Debug, Default)]
            pub enum Status {
                #[default]
                None,
                Cancelled,
                UnknownError,
                InvalidArgument,
                DeadlineExceeded,
                NotFound,
                AlreadyExists,
                PermissionDenied,
                ResourceExhausted,
                FailedPrecondition,
                Aborted,
                OutOfRange,
                Unimplemented,
                Internal,
                Unavailable,
                DataLoss,
                Unauthenticated,
                /// A number that this schema does not know.
                Unknown(u8),
            }
            impl Clone for Status {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for Status {}
            impl Status {
                /// The number that stands for it.
                #[inline]
                pub const fn number(self) -> u8 {
                    match self {
                        Self::None => 0,
                        Self::Cancelled => 1,
                        Self::UnknownError => 2,
                        Self::InvalidArgument => 3,
                        Self::DeadlineExceeded => 4,
                        Self::NotFound => 5,
                        Self::AlreadyExists => 6,
                        Self::PermissionDenied => 7,
                        Self::ResourceExhausted => 8,
                        Self::FailedPrecondition => 9,
                        Self::Aborted => 10,
                        Self::OutOfRange => 11,
                        Self::Unimplemented => 12,
                        Self::Internal => 13,
                        Self::Unavailable => 14,
                        Self::DataLoss => 15,
                        Self::Unauthenticated => 16,
                        Self::Unknown(number) => number,
                    }
                }
                /// What a number stands for.
                #[inline]
                pub const fn from_number(number: u8) -> Self {
                    match number {
                        0 => Self::None,
                        1 => Self::Cancelled,
                        2 => Self::UnknownError,
                        3 => Self::InvalidArgument,
                        4 => Self::DeadlineExceeded,
                        5 => Self::NotFound,
                        6 => Self::AlreadyExists,
                        7 => Self::PermissionDenied,
                        8 => Self::ResourceExhausted,
                        9 => Self::FailedPrecondition,
                        10 => Self::Aborted,
                        11 => Self::OutOfRange,
                        12 => Self::Unimplemented,
                        13 => Self::Internal,
                        14 => Self::Unavailable,
                        15 => Self::DataLoss,
                        16 => Self::Unauthenticated,
                        number => Self::Unknown(number),
                    }
                }
            }
            impl PartialEq for Status {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    self.number() == other.number()
                }
            }
            impl Eq for Status {}
            impl PartialOrd for Status {
                #[inline]
                fn partial_cmp(&self, other: &Self) -> Option<::core::cmp::Ordering> {
                    Option::Some(Ord::cmp(self, other))
                }
            }
            impl Ord for Status {
                #[inline]
                fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
                    Ord::cmp(&self.number(), &other.number())
                }
            }
            impl ::core::hash::Hash for Status {
                #[inline]
                fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                    ::core::hash::Hash::hash(&self.number(), state);
                }
            }
            impl __codec::Fixed for Status {
                type Wire = [u8; 1];
                #[inline]
                fn to_wire(self) -> [u8; 1] {
                    self.number().to_le_bytes()
                }
                #[inline]
                fn from_wire(wire: [u8; 1]) -> Self {
                    Self::from_number(u8::from_le_bytes(wire))
                }
            }
            /// A named number.
            #[derive(Clone, Debug, Default)]
            pub struct EnumDef {
                /// Whether other numbers are refused.
                pub closed: bool,
                /// The integer on the wire.
                pub repr: Int,
                /// In declaration order.
                pub values: Vec<EnumValue>,
                /// Numbers that must not be used again.
                pub reserved: Vec<ReservedRange>,
                /// Further names of values in the emitted proto, which JSON may use.
                pub aliases: Vec<OtherName>,
            }
            impl PartialEq for EnumDef {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    self.closed == other.closed && self.repr == other.repr
                        && __codec::view::same(&self.values, &other.values)
                        && __codec::view::same(&self.reserved, &other.reserved)
                        && __codec::view::same(&self.aliases, &other.aliases)
                }
            }
            /// [`EnumDef`], read in place.
            ///
            /// A named number.
            #[derive(PartialEq, Hash)]
            pub struct EnumDefView<'a>(__codec::view::RawView<'a, EnumDef>);
            impl Clone for EnumDefView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for EnumDefView<'_> {}
            impl Eq for EnumDefView<'_> {}
            impl<'a> EnumDefView<'a> {
                /// Whether other numbers are refused.
                #[inline]
                pub fn closed(self) -> bool {
                    self.0.flag(0, 1)
                }
                /// The integer on the wire.
                #[inline]
                pub fn repr(self) -> Int {
                    self.0.get(1)
                }
                /// In declaration order.
                #[inline]
                pub fn values(self) -> __codec::kind::RowsView<'a, EnumValue> {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// Numbers that must not be used again.
                #[inline]
                pub fn reserved(self) -> __codec::kind::RowsView<'a, ReservedRange> {
                    self.0.slot::<__codec::slot::I1>()
                }
                /// Further names of values in the emitted proto, which JSON may use.
                #[inline]
                pub fn aliases(self) -> __codec::kind::RowsView<'a, OtherName> {
                    self.0.slot::<__codec::slot::I2>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> EnumDef {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for EnumDefView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`EnumDef`] as borrows, to encode from.
            ///
            /// A named number.
            pub struct EnumDefInit<'a> {
                /// Whether other numbers are refused.
                pub closed: bool,
                /// The integer on the wire.
                pub repr: Int,
                /// In declaration order.
                pub values: &'a [EnumValueInit<'a>],
                /// Numbers that must not be used again.
                pub reserved: &'a [ReservedRangeInit<'a>],
                /// Further names of values in the emitted proto, which JSON may use.
                pub aliases: &'a [OtherNameInit<'a>],
            }
            impl Clone for EnumDefInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for EnumDefInit<'_> {}
            impl ::core::fmt::Debug for EnumDefInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<EnumDef>(self, f)
                }
            }
            impl EnumDefInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    closed: false,
                    repr: Int::U8,
                    values: &[],
                    reserved: &[],
                    aliases: &[],
                };
            }
            impl Default for EnumDefInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for EnumDef {
                type View<'a> = EnumDefView<'a>;
                type Slots = (
                    __codec::kind::Rows<EnumValue>,
                    __codec::kind::Rows<ReservedRange>,
                    __codec::kind::Rows<OtherName>,
                );
                const SCALARS: usize = 2;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([
                    [0, 1, 0, 0],
                    [1, 2, 0, 0],
                ]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    13,
                );
                const FINGERPRINT: u64 = 0xe183c0395062c0f6;
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> EnumDefView<'_> {
                    EnumDefView(raw)
                }
                #[inline]
                fn from_view(view: EnumDefView<'_>) -> Self {
                    let slots = view.0.slots::<3>();
                    Self {
                        closed: view.closed(),
                        repr: view.repr(),
                        values: slots.get::<__codec::slot::I0>().to_vec(),
                        reserved: slots.get::<__codec::slot::I1>().to_vec(),
                        aliases: slots.get::<__codec::slot::I2>().to_vec(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[13]
                }
            }
            impl EnumDef {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<EnumDef> {
                    __codec::encoded::encode_or_panic::<EnumDef>(self)
                }
            }
            impl __codec::Encode<EnumDef> for EnumDef {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<EnumDef>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (&(u8::from(self.closed)), &self.repr),
                        (&self.values, &self.reserved, &self.aliases),
                    )
                }
            }
            impl EnumDefInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<EnumDef> {
                    __codec::encoded::encode_or_panic::<EnumDef>(self)
                }
            }
            impl __codec::Encode<EnumDef> for EnumDefInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<EnumDef>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (&(u8::from(self.closed)), &self.repr),
                        (self.values, self.reserved, self.aliases),
                    )
                }
            }
            impl __codec::Encode<EnumDef> for EnumDefView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<EnumDef>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            #[derive(Clone, Debug, Default)]
            pub struct OtherName {
                pub number: i64,
                pub name: String,
            }
            impl PartialEq for OtherName {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    self.number == other.number
                        && __codec::view::same(&self.name, &other.name)
                }
            }
            /// [`OtherName`], read in place.
            #[derive(PartialEq, Hash)]
            pub struct OtherNameView<'a>(__codec::view::RawView<'a, OtherName>);
            impl Clone for OtherNameView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for OtherNameView<'_> {}
            impl Eq for OtherNameView<'_> {}
            impl<'a> OtherNameView<'a> {
                /// The field `number`.
                #[inline]
                pub fn number(self) -> i64 {
                    self.0.get(0)
                }
                /// The field `name`.
                #[inline]
                pub fn name(self) -> &'a str {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> OtherName {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for OtherNameView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`OtherName`] as borrows, to encode from.
            pub struct OtherNameInit<'a> {
                pub number: i64,
                pub name: &'a str,
            }
            impl Clone for OtherNameInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for OtherNameInit<'_> {}
            impl ::core::fmt::Debug for OtherNameInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<OtherName>(self, f)
                }
            }
            impl OtherNameInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self { number: 0, name: "" };
            }
            impl Default for OtherNameInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for OtherName {
                type View<'a> = OtherNameView<'a>;
                type Slots = (__codec::kind::Text,);
                const SCALARS: usize = 8;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([
                    [0, 8, 0, 0],
                ]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    14,
                );
                const FINGERPRINT: u64 = 0x14fd9929d56374e2;
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> OtherNameView<'_> {
                    OtherNameView(raw)
                }
                #[inline]
                fn from_view(view: OtherNameView<'_>) -> Self {
                    let slots = view.0.slots::<1>();
                    Self {
                        number: view.number(),
                        name: slots.text::<__codec::slot::I0>(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[14]
                }
            }
            impl OtherName {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<OtherName> {
                    __codec::encoded::encode_or_panic::<OtherName>(self)
                }
            }
            impl __codec::Encode<OtherName> for OtherName {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<OtherName>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((&self.number,), (&self.name,))
                }
            }
            impl OtherNameInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<OtherName> {
                    __codec::encoded::encode_or_panic::<OtherName>(self)
                }
            }
            impl __codec::Encode<OtherName> for OtherNameInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<OtherName>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((&self.number,), (self.name,))
                }
            }
            impl __codec::Encode<OtherName> for OtherNameView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<OtherName>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            #[derive(Clone, Debug, Default)]
            pub struct EnumValue {
                pub name: String,
                /// Its name in the emitted proto and in JSON.
                pub proto_name: String,
                pub number: i64,
                pub notes: Option<Notes>,
            }
            impl PartialEq for EnumValue {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    __codec::view::same(&self.name, &other.name)
                        && __codec::view::same(&self.proto_name, &other.proto_name)
                        && self.number == other.number
                        && __codec::view::same(&self.notes, &other.notes)
                }
            }
            /// [`EnumValue`], read in place.
            #[derive(PartialEq, Hash)]
            pub struct EnumValueView<'a>(__codec::view::RawView<'a, EnumValue>);
            impl Clone for EnumValueView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for EnumValueView<'_> {}
            impl Eq for EnumValueView<'_> {}
            impl<'a> EnumValueView<'a> {
                /// The field `name`.
                #[inline]
                pub fn name(self) -> &'a str {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// Its name in the emitted proto and in JSON.
                #[inline]
                pub fn proto_name(self) -> &'a str {
                    self.0.slot::<__codec::slot::I1>()
                }
                /// The field `number`.
                #[inline]
                pub fn number(self) -> i64 {
                    self.0.get(0)
                }
                /// The field `notes`.
                #[inline]
                pub fn notes(self) -> Option<NotesView<'a>> {
                    self.0.slot::<__codec::slot::I2>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> EnumValue {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for EnumValueView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`EnumValue`] as borrows, to encode from.
            pub struct EnumValueInit<'a> {
                pub name: &'a str,
                /// Its name in the emitted proto and in JSON.
                pub proto_name: &'a str,
                pub number: i64,
                pub notes: Option<NotesInit<'a>>,
            }
            impl Clone for EnumValueInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for EnumValueInit<'_> {}
            impl ::core::fmt::Debug for EnumValueInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<EnumValue>(self, f)
                }
            }
            impl EnumValueInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    name: "",
                    proto_name: "",
                    number: 0,
                    notes: Option::None,
                };
            }
            impl Default for EnumValueInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for EnumValue {
                type View<'a> = EnumValueView<'a>;
                type Slots = (
                    __codec::kind::Text,
                    __codec::kind::Text,
                    __codec::kind::Optional<__codec::kind::Sub<Notes>>,
                );
                const SCALARS: usize = 8;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([
                    [0, 8, 0, 0],
                ]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    15,
                );
                const FINGERPRINT: u64 = 0xc52c7fcd731b9ae1;
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> EnumValueView<'_> {
                    EnumValueView(raw)
                }
                #[inline]
                fn from_view(view: EnumValueView<'_>) -> Self {
                    let slots = view.0.slots::<3>();
                    Self {
                        name: slots.text::<__codec::slot::I0>(),
                        proto_name: slots.text::<__codec::slot::I1>(),
                        number: view.number(),
                        notes: slots
                            .get::<__codec::slot::I2>()
                            .map(NotesView::to_message),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[15]
                }
            }
            impl EnumValue {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<EnumValue> {
                    __codec::encoded::encode_or_panic::<EnumValue>(self)
                }
            }
            impl __codec::Encode<EnumValue> for EnumValue {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<EnumValue>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (&self.number,),
                        (&self.name, &self.proto_name, self.notes.as_ref()),
                    )
                }
            }
            impl EnumValueInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<EnumValue> {
                    __codec::encoded::encode_or_panic::<EnumValue>(self)
                }
            }
            impl __codec::Encode<EnumValue> for EnumValueInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<EnumValue>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (&self.number,),
                        (self.name, self.proto_name, self.notes.as_ref()),
                    )
                }
            }
            impl __codec::Encode<EnumValue> for EnumValueView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<EnumValue>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            /// Both ends included.
            #[derive(Clone, Debug, Default)]
            pub struct ReservedRange {
                pub first: i64,
                pub last: i64,
                pub note: String,
            }
            impl PartialEq for ReservedRange {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    self.first == other.first && self.last == other.last
                        && __codec::view::same(&self.note, &other.note)
                }
            }
            /// [`ReservedRange`], read in place.
            ///
            /// Both ends included.
            #[derive(PartialEq, Hash)]
            pub struct ReservedRangeView<'a>(__codec::view::RawView<'a, ReservedRange>);
            impl Clone for ReservedRangeView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for ReservedRangeView<'_> {}
            impl Eq for ReservedRangeView<'_> {}
            impl<'a> ReservedRangeView<'a> {
                /// The field `first`.
                #[inline]
                pub fn first(self) -> i64 {
                    self.0.get(0)
                }
                /// The field `last`.
                #[inline]
                pub fn last(self) -> i64 {
                    self.0.get(8)
                }
                /// The field `note`.
                #[inline]
                pub fn note(self) -> &'a str {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> ReservedRange {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for ReservedRangeView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`ReservedRange`] as borrows, to encode from.
            ///
            /// Both ends included.
            pub struct ReservedRangeInit<'a> {
                pub first: i64,
                pub last: i64,
                pub note: &'a str,
            }
            impl Clone for ReservedRangeInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for ReservedRangeInit<'_> {}
            impl ::core::fmt::Debug for ReservedRangeInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<ReservedRange>(self, f)
                }
            }
            impl ReservedRangeInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    first: 0,
                    last: 0,
                    note: "",
                };
            }
            impl Default for ReservedRangeInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for ReservedRange {
                type View<'a> = ReservedRangeView<'a>;
                type Slots = (__codec::kind::Text,);
                const SCALARS: usize = 16;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([
                    [0, 8, 0, 0],
                    [8, 16, 0, 0],
                ]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    16,
                );
                const FINGERPRINT: u64 = 0x1bb289754979f405;
                #[inline]
                fn view_of(
                    raw: __codec::view::RawView<'_, Self>,
                ) -> ReservedRangeView<'_> {
                    ReservedRangeView(raw)
                }
                #[inline]
                fn from_view(view: ReservedRangeView<'_>) -> Self {
                    let slots = view.0.slots::<1>();
                    Self {
                        first: view.first(),
                        last: view.last(),
                        note: slots.text::<__codec::slot::I0>(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[16]
                }
            }
            impl ReservedRange {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<ReservedRange> {
                    __codec::encoded::encode_or_panic::<ReservedRange>(self)
                }
            }
            impl __codec::Encode<ReservedRange> for ReservedRange {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<ReservedRange>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((&self.first, &self.last), (&self.note,))
                }
            }
            impl ReservedRangeInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<ReservedRange> {
                    __codec::encoded::encode_or_panic::<ReservedRange>(self)
                }
            }
            impl __codec::Encode<ReservedRange> for ReservedRangeInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<ReservedRange>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((&self.first, &self.last), (self.note,))
                }
            }
            impl __codec::Encode<ReservedRange> for ReservedRangeView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<ReservedRange>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            /// A set of named bits.
            #[derive(Clone, Debug, Default)]
            pub struct FlagsDef {
                /// The unsigned integer on the wire.
                pub repr: Int,
                /// In declaration order.
                pub flags: Vec<Flag>,
            }
            impl PartialEq for FlagsDef {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    self.repr == other.repr
                        && __codec::view::same(&self.flags, &other.flags)
                }
            }
            /// [`FlagsDef`], read in place.
            ///
            /// A set of named bits.
            #[derive(PartialEq, Hash)]
            pub struct FlagsDefView<'a>(__codec::view::RawView<'a, FlagsDef>);
            impl Clone for FlagsDefView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for FlagsDefView<'_> {}
            impl Eq for FlagsDefView<'_> {}
            impl<'a> FlagsDefView<'a> {
                /// The unsigned integer on the wire.
                #[inline]
                pub fn repr(self) -> Int {
                    self.0.get(0)
                }
                /// In declaration order.
                #[inline]
                pub fn flags(self) -> __codec::kind::RowsView<'a, Flag> {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> FlagsDef {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for FlagsDefView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`FlagsDef`] as borrows, to encode from.
            ///
            /// A set of named bits.
            pub struct FlagsDefInit<'a> {
                /// The unsigned integer on the wire.
                pub repr: Int,
                /// In declaration order.
                pub flags: &'a [FlagInit<'a>],
            }
            impl Clone for FlagsDefInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for FlagsDefInit<'_> {}
            impl ::core::fmt::Debug for FlagsDefInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<FlagsDef>(self, f)
                }
            }
            impl FlagsDefInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self { repr: Int::U8, flags: &[] };
            }
            impl Default for FlagsDefInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for FlagsDef {
                type View<'a> = FlagsDefView<'a>;
                type Slots = (__codec::kind::Rows<Flag>,);
                const SCALARS: usize = 1;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([
                    [0, 1, 0, 0],
                ]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    17,
                );
                const FINGERPRINT: u64 = 0x1e5cb7f91fe90b3d;
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> FlagsDefView<'_> {
                    FlagsDefView(raw)
                }
                #[inline]
                fn from_view(view: FlagsDefView<'_>) -> Self {
                    let slots = view.0.slots::<1>();
                    Self {
                        repr: view.repr(),
                        flags: slots.get::<__codec::slot::I0>().to_vec(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[17]
                }
            }
            impl FlagsDef {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<FlagsDef> {
                    __codec::encoded::encode_or_panic::<FlagsDef>(self)
                }
            }
            impl __codec::Encode<FlagsDef> for FlagsDef {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<FlagsDef>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((&self.repr,), (&self.flags,))
                }
            }
            impl FlagsDefInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<FlagsDef> {
                    __codec::encoded::encode_or_panic::<FlagsDef>(self)
                }
            }
            impl __codec::Encode<FlagsDef> for FlagsDefInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<FlagsDef>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((&self.repr,), (self.flags,))
                }
            }
            impl __codec::Encode<FlagsDef> for FlagsDefView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<FlagsDef>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            #[derive(Clone, Debug, Default)]
            pub struct Flag {
                pub name: String,
                pub bits: u64,
                pub notes: Option<Notes>,
            }
            impl PartialEq for Flag {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    __codec::view::same(&self.name, &other.name)
                        && self.bits == other.bits
                        && __codec::view::same(&self.notes, &other.notes)
                }
            }
            /// [`Flag`], read in place.
            #[derive(PartialEq, Hash)]
            pub struct FlagView<'a>(__codec::view::RawView<'a, Flag>);
            impl Clone for FlagView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for FlagView<'_> {}
            impl Eq for FlagView<'_> {}
            impl<'a> FlagView<'a> {
                /// The field `name`.
                #[inline]
                pub fn name(self) -> &'a str {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The field `bits`.
                #[inline]
                pub fn bits(self) -> u64 {
                    self.0.get(0)
                }
                /// The field `notes`.
                #[inline]
                pub fn notes(self) -> Option<NotesView<'a>> {
                    self.0.slot::<__codec::slot::I1>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> Flag {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for FlagView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`Flag`] as borrows, to encode from.
            pub struct FlagInit<'a> {
                pub name: &'a str,
                pub bits: u64,
                pub notes: Option<NotesInit<'a>>,
            }
            impl Clone for FlagInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for FlagInit<'_> {}
            impl ::core::fmt::Debug for FlagInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<Flag>(self, f)
                }
            }
            impl FlagInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    name: "",
                    bits: 0,
                    notes: Option::None,
                };
            }
            impl Default for FlagInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for Flag {
                type View<'a> = FlagView<'a>;
                type Slots = (
                    __codec::kind::Text,
                    __codec::kind::Optional<__codec::kind::Sub<Notes>>,
                );
                const SCALARS: usize = 8;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([
                    [0, 8, 0, 0],
                ]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    18,
                );
                const FINGERPRINT: u64 = 0xb40a16743f7cc47f;
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> FlagView<'_> {
                    FlagView(raw)
                }
                #[inline]
                fn from_view(view: FlagView<'_>) -> Self {
                    let slots = view.0.slots::<2>();
                    Self {
                        name: slots.text::<__codec::slot::I0>(),
                        bits: view.bits(),
                        notes: slots
                            .get::<__codec::slot::I1>()
                            .map(NotesView::to_message),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[18]
                }
            }
            impl Flag {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Flag> {
                    __codec::encoded::encode_or_panic::<Flag>(self)
                }
            }
            impl __codec::Encode<Flag> for Flag {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Flag>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((&self.bits,), (&self.name, self.notes.as_ref()))
                }
            }
            impl FlagInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Flag> {
                    __codec::encoded::encode_or_panic::<Flag>(self)
                }
            }
            impl __codec::Encode<Flag> for FlagInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Flag>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((&self.bits,), (self.name, self.notes.as_ref()))
                }
            }
            impl __codec::Encode<Flag> for FlagView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Flag>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            #[derive(Debug, Default)]
            pub enum Int {
                #[default]
                U8,
                U16,
                U32,
                U64,
                I8,
                I16,
                I32,
                I64,
                /// From here on: those with a protobuf type of their own. No enum is represented by one.
                Int32,
                Int64,
                Fixed32,
                Fixed64,
                Sfixed32,
                Sfixed64,
                /// A number that this schema does not know.
                Unknown(u8),
            }
            impl Clone for Int {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for Int {}
            impl Int {
                /// The number that stands for it.
                #[inline]
                pub const fn number(self) -> u8 {
                    match self {
                        Self::U8 => 0,
                        Self::U16 => 1,
                        Self::U32 => 2,
                        Self::U64 => 3,
                        Self::I8 => 4,
                        Self::I16 => 5,
                        Self::I32 => 6,
                        Self::I64 => 7,
                        Self::Int32 => 8,
                        Self::Int64 => 9,
                        Self::Fixed32 => 10,
                        Self::Fixed64 => 11,
                        Self::Sfixed32 => 12,
                        Self::Sfixed64 => 13,
                        Self::Unknown(number) => number,
                    }
                }
                /// What a number stands for.
                #[inline]
                pub const fn from_number(number: u8) -> Self {
                    match number {
                        0 => Self::U8,
                        1 => Self::U16,
                        2 => Self::U32,
                        3 => Self::U64,
                        4 => Self::I8,
                        5 => Self::I16,
                        6 => Self::I32,
                        7 => Self::I64,
                        8 => Self::Int32,
                        9 => Self::Int64,
                        10 => Self::Fixed32,
                        11 => Self::Fixed64,
                        12 => Self::Sfixed32,
                        13 => Self::Sfixed64,
                        number => Self::Unknown(number),
                    }
                }
            }
            impl PartialEq for Int {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    self.number() == other.number()
                }
            }
            impl Eq for Int {}
            impl PartialOrd for Int {
                #[inline]
                fn partial_cmp(&self, other: &Self) -> Option<::core::cmp::Ordering> {
                    Option::Some(Ord::cmp(self, other))
                }
            }
            impl Ord for Int {
                #[inline]
                fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
                    Ord::cmp(&self.number(), &other.number())
                }
            }
            impl ::core::hash::Hash for Int {
                #[inline]
                fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                    ::core::hash::Hash::hash(&self.number(), state);
                }
            }
            impl __codec::Fixed for Int {
                type Wire = [u8; 1];
                #[inline]
                fn to_wire(self) -> [u8; 1] {
                    self.number().to_le_bytes()
                }
                #[inline]
                fn from_wire(wire: [u8; 1]) -> Self {
                    Self::from_number(u8::from_le_bytes(wire))
                }
            }
            /// The type of a value.
            #[derive(Clone, Debug, PartialEq)]
            pub enum Type {
                Bool,
                Int(Int),
                F32,
                F64,
                String,
                Bytes,
                Timestamp,
                Duration,
                Uuid,
                /// Digits after the point.
                Decimal(u8),
                /// The index of a type.
                Named(u32),
                /// The bytes of a root message: the index of its type.
                Encoded(u32),
                List(Box<ListType>),
                Map(Box<MapType>),
                Array(Box<ArrayType>),
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown),
            }
            impl Default for Type {
                #[inline]
                fn default() -> Self {
                    Self::Bool
                }
            }
            /// [`Type`], read in place.
            ///
            /// The type of a value.
            #[derive(PartialEq, Debug)]
            pub enum TypeView<'a> {
                Bool,
                Int(Int),
                F32,
                F64,
                String,
                Bytes,
                Timestamp,
                Duration,
                Uuid,
                /// Digits after the point.
                Decimal(u8),
                /// The index of a type.
                Named(u32),
                /// The bytes of a root message: the index of its type.
                Encoded(u32),
                List(ListTypeView<'a>),
                Map(MapTypeView<'a>),
                Array(ArrayTypeView<'a>),
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown<&'a [u8]>),
            }
            impl Clone for TypeView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for TypeView<'_> {}
            /// [`Type`] as borrows, to encode from.
            ///
            /// The type of a value.
            #[derive(Debug)]
            pub enum TypeInit<'a> {
                Bool,
                Int(Int),
                F32,
                F64,
                String,
                Bytes,
                Timestamp,
                Duration,
                Uuid,
                /// Digits after the point.
                Decimal(u8),
                /// The index of a type.
                Named(u32),
                /// The bytes of a root message: the index of its type.
                Encoded(u32),
                List(&'a ListTypeInit<'a>),
                Map(&'a MapTypeInit<'a>),
                Array(&'a ArrayTypeInit<'a>),
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown<&'a [u8]>),
            }
            impl Clone for TypeInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for TypeInit<'_> {}
            impl TypeInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self::Bool;
            }
            impl Default for TypeInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::kind::Union for Type {
                type View<'a> = TypeView<'a>;
                type Variants = (
                    (
                        __codec::kind::Nothing,
                        __codec::kind::One<Int>,
                        __codec::kind::Nothing,
                        __codec::kind::Nothing,
                        __codec::kind::Nothing,
                        __codec::kind::Nothing,
                        __codec::kind::Nothing,
                        __codec::kind::Nothing,
                    ),
                    (
                        __codec::kind::Nothing,
                        __codec::kind::One<u8>,
                        __codec::kind::One<u32>,
                        __codec::kind::One<u32>,
                        __codec::kind::Sub<ListType>,
                        __codec::kind::Sub<MapType>,
                        __codec::kind::Sub<ArrayType>,
                    ),
                );
            }
            impl<'a> From<__codec::kind::RawUnion<'a, Type>> for TypeView<'a> {
                #[inline]
                fn from(raw: __codec::kind::RawUnion<'a, Type>) -> Self {
                    match raw.ordinal() {
                        1 => Self::Bool,
                        2 => {
                            Self::Int(
                                raw.payload::<(__codec::slot::I0, __codec::slot::I1)>(),
                            )
                        }
                        3 => Self::F32,
                        4 => Self::F64,
                        5 => Self::String,
                        6 => Self::Bytes,
                        7 => Self::Timestamp,
                        8 => Self::Duration,
                        9 => Self::Uuid,
                        10 => {
                            Self::Decimal(
                                raw.payload::<(__codec::slot::I1, __codec::slot::I1)>(),
                            )
                        }
                        11 => {
                            Self::Named(
                                raw.payload::<(__codec::slot::I1, __codec::slot::I2)>(),
                            )
                        }
                        12 => {
                            Self::Encoded(
                                raw.payload::<(__codec::slot::I1, __codec::slot::I3)>(),
                            )
                        }
                        13 => {
                            Self::List(
                                raw.payload::<(__codec::slot::I1, __codec::slot::I4)>(),
                            )
                        }
                        14 => {
                            Self::Map(
                                raw.payload::<(__codec::slot::I1, __codec::slot::I5)>(),
                            )
                        }
                        15 => {
                            Self::Array(
                                raw.payload::<(__codec::slot::I1, __codec::slot::I6)>(),
                            )
                        }
                        _ => Self::Unknown(raw.unknown()),
                    }
                }
            }
            impl TypeView<'_> {
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> Type {
                    match &self {
                        Self::Bool => Type::Bool,
                        Self::Int(payload) => Type::Int(*payload),
                        Self::F32 => Type::F32,
                        Self::F64 => Type::F64,
                        Self::String => Type::String,
                        Self::Bytes => Type::Bytes,
                        Self::Timestamp => Type::Timestamp,
                        Self::Duration => Type::Duration,
                        Self::Uuid => Type::Uuid,
                        Self::Decimal(payload) => Type::Decimal(*payload),
                        Self::Named(payload) => Type::Named(*payload),
                        Self::Encoded(payload) => Type::Encoded(*payload),
                        Self::List(payload) => Type::List(Box::new(payload.to_message())),
                        Self::Map(payload) => Type::Map(Box::new(payload.to_message())),
                        Self::Array(payload) => {
                            Type::Array(Box::new(payload.to_message()))
                        }
                        Self::Unknown(unknown) => Type::Unknown(unknown.to_owned()),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<Type> for Type {
                #[inline]
                fn encode(&self, out: __codec::kind::VariantWriter<'_, Type>) {
                    match self {
                        Self::Bool => {
                            out.put::<(__codec::slot::I0, __codec::slot::I0), _>(())
                        }
                        Self::Int(payload) => {
                            out.put::<
                                    (__codec::slot::I0, __codec::slot::I1),
                                    _,
                                >(*payload)
                        }
                        Self::F32 => {
                            out.put::<(__codec::slot::I0, __codec::slot::I2), _>(())
                        }
                        Self::F64 => {
                            out.put::<(__codec::slot::I0, __codec::slot::I3), _>(())
                        }
                        Self::String => {
                            out.put::<(__codec::slot::I0, __codec::slot::I4), _>(())
                        }
                        Self::Bytes => {
                            out.put::<(__codec::slot::I0, __codec::slot::I5), _>(())
                        }
                        Self::Timestamp => {
                            out.put::<(__codec::slot::I0, __codec::slot::I6), _>(())
                        }
                        Self::Duration => {
                            out.put::<(__codec::slot::I0, __codec::slot::I7), _>(())
                        }
                        Self::Uuid => {
                            out.put::<(__codec::slot::I1, __codec::slot::I0), _>(())
                        }
                        Self::Decimal(payload) => {
                            out.put::<
                                    (__codec::slot::I1, __codec::slot::I1),
                                    _,
                                >(*payload)
                        }
                        Self::Named(payload) => {
                            out.put::<
                                    (__codec::slot::I1, __codec::slot::I2),
                                    _,
                                >(*payload)
                        }
                        Self::Encoded(payload) => {
                            out.put::<
                                    (__codec::slot::I1, __codec::slot::I3),
                                    _,
                                >(*payload)
                        }
                        Self::List(payload) => {
                            out.put::<(__codec::slot::I1, __codec::slot::I4), _>(payload)
                        }
                        Self::Map(payload) => {
                            out.put::<(__codec::slot::I1, __codec::slot::I5), _>(payload)
                        }
                        Self::Array(payload) => {
                            out.put::<(__codec::slot::I1, __codec::slot::I6), _>(payload)
                        }
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<Type> for TypeView<'_> {
                #[inline]
                fn encode(&self, out: __codec::kind::VariantWriter<'_, Type>) {
                    match self {
                        Self::Bool => {
                            out.put::<(__codec::slot::I0, __codec::slot::I0), _>(())
                        }
                        Self::Int(payload) => {
                            out.put::<
                                    (__codec::slot::I0, __codec::slot::I1),
                                    _,
                                >(*payload)
                        }
                        Self::F32 => {
                            out.put::<(__codec::slot::I0, __codec::slot::I2), _>(())
                        }
                        Self::F64 => {
                            out.put::<(__codec::slot::I0, __codec::slot::I3), _>(())
                        }
                        Self::String => {
                            out.put::<(__codec::slot::I0, __codec::slot::I4), _>(())
                        }
                        Self::Bytes => {
                            out.put::<(__codec::slot::I0, __codec::slot::I5), _>(())
                        }
                        Self::Timestamp => {
                            out.put::<(__codec::slot::I0, __codec::slot::I6), _>(())
                        }
                        Self::Duration => {
                            out.put::<(__codec::slot::I0, __codec::slot::I7), _>(())
                        }
                        Self::Uuid => {
                            out.put::<(__codec::slot::I1, __codec::slot::I0), _>(())
                        }
                        Self::Decimal(payload) => {
                            out.put::<
                                    (__codec::slot::I1, __codec::slot::I1),
                                    _,
                                >(*payload)
                        }
                        Self::Named(payload) => {
                            out.put::<
                                    (__codec::slot::I1, __codec::slot::I2),
                                    _,
                                >(*payload)
                        }
                        Self::Encoded(payload) => {
                            out.put::<
                                    (__codec::slot::I1, __codec::slot::I3),
                                    _,
                                >(*payload)
                        }
                        Self::List(payload) => {
                            out.put::<(__codec::slot::I1, __codec::slot::I4), _>(payload)
                        }
                        Self::Map(payload) => {
                            out.put::<(__codec::slot::I1, __codec::slot::I5), _>(payload)
                        }
                        Self::Array(payload) => {
                            out.put::<(__codec::slot::I1, __codec::slot::I6), _>(payload)
                        }
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<Type> for TypeInit<'_> {
                #[inline]
                fn encode(&self, out: __codec::kind::VariantWriter<'_, Type>) {
                    match self {
                        Self::Bool => {
                            out.put::<(__codec::slot::I0, __codec::slot::I0), _>(())
                        }
                        Self::Int(payload) => {
                            out.put::<
                                    (__codec::slot::I0, __codec::slot::I1),
                                    _,
                                >(*payload)
                        }
                        Self::F32 => {
                            out.put::<(__codec::slot::I0, __codec::slot::I2), _>(())
                        }
                        Self::F64 => {
                            out.put::<(__codec::slot::I0, __codec::slot::I3), _>(())
                        }
                        Self::String => {
                            out.put::<(__codec::slot::I0, __codec::slot::I4), _>(())
                        }
                        Self::Bytes => {
                            out.put::<(__codec::slot::I0, __codec::slot::I5), _>(())
                        }
                        Self::Timestamp => {
                            out.put::<(__codec::slot::I0, __codec::slot::I6), _>(())
                        }
                        Self::Duration => {
                            out.put::<(__codec::slot::I0, __codec::slot::I7), _>(())
                        }
                        Self::Uuid => {
                            out.put::<(__codec::slot::I1, __codec::slot::I0), _>(())
                        }
                        Self::Decimal(payload) => {
                            out.put::<
                                    (__codec::slot::I1, __codec::slot::I1),
                                    _,
                                >(*payload)
                        }
                        Self::Named(payload) => {
                            out.put::<
                                    (__codec::slot::I1, __codec::slot::I2),
                                    _,
                                >(*payload)
                        }
                        Self::Encoded(payload) => {
                            out.put::<
                                    (__codec::slot::I1, __codec::slot::I3),
                                    _,
                                >(*payload)
                        }
                        Self::List(payload) => {
                            out.put::<(__codec::slot::I1, __codec::slot::I4), _>(payload)
                        }
                        Self::Map(payload) => {
                            out.put::<(__codec::slot::I1, __codec::slot::I5), _>(payload)
                        }
                        Self::Array(payload) => {
                            out.put::<(__codec::slot::I1, __codec::slot::I6), _>(payload)
                        }
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            #[derive(Clone, Debug, Default)]
            pub struct ListType {
                pub of: Type,
            }
            impl PartialEq for ListType {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    __codec::view::same(&self.of, &other.of)
                }
            }
            /// [`ListType`], read in place.
            #[derive(PartialEq, Hash)]
            pub struct ListTypeView<'a>(__codec::view::RawView<'a, ListType>);
            impl Clone for ListTypeView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for ListTypeView<'_> {}
            impl Eq for ListTypeView<'_> {}
            impl<'a> ListTypeView<'a> {
                /// The field `of`.
                #[inline]
                pub fn of(self) -> TypeView<'a> {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> ListType {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for ListTypeView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`ListType`] as borrows, to encode from.
            pub struct ListTypeInit<'a> {
                pub of: TypeInit<'a>,
            }
            impl Clone for ListTypeInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for ListTypeInit<'_> {}
            impl ::core::fmt::Debug for ListTypeInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<ListType>(self, f)
                }
            }
            impl ListTypeInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self { of: TypeInit::__DEFAULT };
            }
            impl Default for ListTypeInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for ListType {
                type View<'a> = ListTypeView<'a>;
                type Slots = (__codec::kind::Choice<Type>,);
                const SCALARS: usize = 0;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    19,
                );
                const FINGERPRINT: u64 = 0x3305696eb414f33e;
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> ListTypeView<'_> {
                    ListTypeView(raw)
                }
                #[inline]
                fn from_view(view: ListTypeView<'_>) -> Self {
                    let slots = view.0.slots::<1>();
                    Self {
                        of: slots.get::<__codec::slot::I0>().to_message(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[19]
                }
            }
            impl ListType {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<ListType> {
                    __codec::encoded::encode_or_panic::<ListType>(self)
                }
            }
            impl __codec::Encode<ListType> for ListType {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<ListType>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((), (&self.of,))
                }
            }
            impl ListTypeInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<ListType> {
                    __codec::encoded::encode_or_panic::<ListType>(self)
                }
            }
            impl __codec::Encode<ListType> for ListTypeInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<ListType>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((), (&self.of,))
                }
            }
            impl __codec::Encode<ListType> for ListTypeView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<ListType>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            #[derive(Clone, Debug, Default)]
            pub struct MapType {
                pub key: Type,
                pub value: Type,
            }
            impl PartialEq for MapType {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    __codec::view::same(&self.key, &other.key)
                        && __codec::view::same(&self.value, &other.value)
                }
            }
            /// [`MapType`], read in place.
            #[derive(PartialEq, Hash)]
            pub struct MapTypeView<'a>(__codec::view::RawView<'a, MapType>);
            impl Clone for MapTypeView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for MapTypeView<'_> {}
            impl Eq for MapTypeView<'_> {}
            impl<'a> MapTypeView<'a> {
                /// The field `key`.
                #[inline]
                pub fn key(self) -> TypeView<'a> {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The field `value`.
                #[inline]
                pub fn value(self) -> TypeView<'a> {
                    self.0.slot::<__codec::slot::I1>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> MapType {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for MapTypeView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`MapType`] as borrows, to encode from.
            pub struct MapTypeInit<'a> {
                pub key: TypeInit<'a>,
                pub value: TypeInit<'a>,
            }
            impl Clone for MapTypeInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for MapTypeInit<'_> {}
            impl ::core::fmt::Debug for MapTypeInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<MapType>(self, f)
                }
            }
            impl MapTypeInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    key: TypeInit::__DEFAULT,
                    value: TypeInit::__DEFAULT,
                };
            }
            impl Default for MapTypeInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for MapType {
                type View<'a> = MapTypeView<'a>;
                type Slots = (__codec::kind::Choice<Type>, __codec::kind::Choice<Type>);
                const SCALARS: usize = 0;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    20,
                );
                const FINGERPRINT: u64 = 0xcafbfe228b7980df;
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> MapTypeView<'_> {
                    MapTypeView(raw)
                }
                #[inline]
                fn from_view(view: MapTypeView<'_>) -> Self {
                    let slots = view.0.slots::<2>();
                    Self {
                        key: slots.get::<__codec::slot::I0>().to_message(),
                        value: slots.get::<__codec::slot::I1>().to_message(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[20]
                }
            }
            impl MapType {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<MapType> {
                    __codec::encoded::encode_or_panic::<MapType>(self)
                }
            }
            impl __codec::Encode<MapType> for MapType {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<MapType>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((), (&self.key, &self.value))
                }
            }
            impl MapTypeInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<MapType> {
                    __codec::encoded::encode_or_panic::<MapType>(self)
                }
            }
            impl __codec::Encode<MapType> for MapTypeInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<MapType>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((), (&self.key, &self.value))
                }
            }
            impl __codec::Encode<MapType> for MapTypeView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<MapType>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            #[derive(Clone, Debug, Default)]
            pub struct ArrayType {
                pub of: Type,
                pub count: u32,
            }
            impl PartialEq for ArrayType {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    __codec::view::same(&self.of, &other.of) && self.count == other.count
                }
            }
            /// [`ArrayType`], read in place.
            #[derive(PartialEq, Hash)]
            pub struct ArrayTypeView<'a>(__codec::view::RawView<'a, ArrayType>);
            impl Clone for ArrayTypeView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for ArrayTypeView<'_> {}
            impl Eq for ArrayTypeView<'_> {}
            impl<'a> ArrayTypeView<'a> {
                /// The field `of`.
                #[inline]
                pub fn of(self) -> TypeView<'a> {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The field `count`.
                #[inline]
                pub fn count(self) -> u32 {
                    self.0.get(0)
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> ArrayType {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for ArrayTypeView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`ArrayType`] as borrows, to encode from.
            pub struct ArrayTypeInit<'a> {
                pub of: TypeInit<'a>,
                pub count: u32,
            }
            impl Clone for ArrayTypeInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for ArrayTypeInit<'_> {}
            impl ::core::fmt::Debug for ArrayTypeInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<ArrayType>(self, f)
                }
            }
            impl ArrayTypeInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    of: TypeInit::__DEFAULT,
                    count: 0,
                };
            }
            impl Default for ArrayTypeInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for ArrayType {
                type View<'a> = ArrayTypeView<'a>;
                type Slots = (__codec::kind::Choice<Type>,);
                const SCALARS: usize = 4;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([
                    [0, 4, 0, 0],
                ]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    21,
                );
                const FINGERPRINT: u64 = 0x7a0a8cc48c27a05a;
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> ArrayTypeView<'_> {
                    ArrayTypeView(raw)
                }
                #[inline]
                fn from_view(view: ArrayTypeView<'_>) -> Self {
                    let slots = view.0.slots::<1>();
                    Self {
                        of: slots.get::<__codec::slot::I0>().to_message(),
                        count: view.count(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[21]
                }
            }
            impl ArrayType {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<ArrayType> {
                    __codec::encoded::encode_or_panic::<ArrayType>(self)
                }
            }
            impl __codec::Encode<ArrayType> for ArrayType {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<ArrayType>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((&self.count,), (&self.of,))
                }
            }
            impl ArrayTypeInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<ArrayType> {
                    __codec::encoded::encode_or_panic::<ArrayType>(self)
                }
            }
            impl __codec::Encode<ArrayType> for ArrayTypeInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<ArrayType>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((&self.count,), (&self.of,))
                }
            }
            impl __codec::Encode<ArrayType> for ArrayTypeView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<ArrayType>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            /// A value that stands in a schema.
            #[derive(Clone, Debug, PartialEq)]
            pub enum Value {
                Bool(bool),
                Int(Whole),
                Float(f64),
                String(String),
                Bytes(Vec<u8>),
                Enum(NamedNumber),
                Flags(NamedBits),
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown),
            }
            impl Default for Value {
                #[inline]
                fn default() -> Self {
                    Self::Bool(false)
                }
            }
            /// [`Value`], read in place.
            ///
            /// A value that stands in a schema.
            #[derive(PartialEq, Debug)]
            pub enum ValueView<'a> {
                Bool(bool),
                Int(WholeView<'a>),
                Float(f64),
                String(&'a str),
                Bytes(&'a [u8]),
                Enum(NamedNumberView<'a>),
                Flags(NamedBitsView<'a>),
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown<&'a [u8]>),
            }
            impl Clone for ValueView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for ValueView<'_> {}
            /// [`Value`] as borrows, to encode from.
            ///
            /// A value that stands in a schema.
            #[derive(Debug)]
            pub enum ValueInit<'a> {
                Bool(bool),
                Int(WholeInit<'a>),
                Float(f64),
                String(&'a str),
                Bytes(&'a [u8]),
                Enum(NamedNumberInit<'a>),
                Flags(NamedBitsInit<'a>),
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown<&'a [u8]>),
            }
            impl Clone for ValueInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for ValueInit<'_> {}
            impl ValueInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self::Bool(false);
            }
            impl Default for ValueInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::kind::Union for Value {
                type View<'a> = ValueView<'a>;
                type Variants = (
                    __codec::kind::One<bool>,
                    __codec::kind::Choice<Whole>,
                    __codec::kind::One<f64>,
                    __codec::kind::Text,
                    __codec::kind::Blob,
                    __codec::kind::Sub<NamedNumber>,
                    __codec::kind::Sub<NamedBits>,
                );
            }
            impl<'a> From<__codec::kind::RawUnion<'a, Value>> for ValueView<'a> {
                #[inline]
                fn from(raw: __codec::kind::RawUnion<'a, Value>) -> Self {
                    match raw.ordinal() {
                        1 => Self::Bool(raw.payload::<__codec::slot::I0>()),
                        2 => Self::Int(raw.payload::<__codec::slot::I1>()),
                        3 => Self::Float(raw.payload::<__codec::slot::I2>()),
                        4 => Self::String(raw.payload::<__codec::slot::I3>()),
                        5 => Self::Bytes(raw.payload::<__codec::slot::I4>()),
                        6 => Self::Enum(raw.payload::<__codec::slot::I5>()),
                        7 => Self::Flags(raw.payload::<__codec::slot::I6>()),
                        _ => Self::Unknown(raw.unknown()),
                    }
                }
            }
            impl ValueView<'_> {
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> Value {
                    match &self {
                        Self::Bool(payload) => Value::Bool(*payload),
                        Self::Int(payload) => Value::Int(payload.to_message()),
                        Self::Float(payload) => Value::Float(*payload),
                        Self::String(payload) => Value::String(String::from(*payload)),
                        Self::Bytes(payload) => Value::Bytes(payload.to_vec()),
                        Self::Enum(payload) => Value::Enum(payload.to_message()),
                        Self::Flags(payload) => Value::Flags(payload.to_message()),
                        Self::Unknown(unknown) => Value::Unknown(unknown.to_owned()),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<Value> for Value {
                #[inline]
                fn encode(&self, out: __codec::kind::VariantWriter<'_, Value>) {
                    match self {
                        Self::Bool(payload) => out.put::<__codec::slot::I0, _>(*payload),
                        Self::Int(payload) => out.put::<__codec::slot::I1, _>(payload),
                        Self::Float(payload) => out.put::<__codec::slot::I2, _>(*payload),
                        Self::String(payload) => {
                            out.put::<__codec::slot::I3, _>(payload.as_str())
                        }
                        Self::Bytes(payload) => {
                            out.put::<__codec::slot::I4, _>(payload.as_slice())
                        }
                        Self::Enum(payload) => out.put::<__codec::slot::I5, _>(payload),
                        Self::Flags(payload) => out.put::<__codec::slot::I6, _>(payload),
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<Value> for ValueView<'_> {
                #[inline]
                fn encode(&self, out: __codec::kind::VariantWriter<'_, Value>) {
                    match self {
                        Self::Bool(payload) => out.put::<__codec::slot::I0, _>(*payload),
                        Self::Int(payload) => out.put::<__codec::slot::I1, _>(payload),
                        Self::Float(payload) => out.put::<__codec::slot::I2, _>(*payload),
                        Self::String(payload) => {
                            out.put::<__codec::slot::I3, _>(*payload)
                        }
                        Self::Bytes(payload) => out.put::<__codec::slot::I4, _>(*payload),
                        Self::Enum(payload) => out.put::<__codec::slot::I5, _>(payload),
                        Self::Flags(payload) => out.put::<__codec::slot::I6, _>(payload),
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<Value> for ValueInit<'_> {
                #[inline]
                fn encode(&self, out: __codec::kind::VariantWriter<'_, Value>) {
                    match self {
                        Self::Bool(payload) => out.put::<__codec::slot::I0, _>(*payload),
                        Self::Int(payload) => out.put::<__codec::slot::I1, _>(payload),
                        Self::Float(payload) => out.put::<__codec::slot::I2, _>(*payload),
                        Self::String(payload) => {
                            out.put::<__codec::slot::I3, _>(*payload)
                        }
                        Self::Bytes(payload) => out.put::<__codec::slot::I4, _>(*payload),
                        Self::Enum(payload) => out.put::<__codec::slot::I5, _>(payload),
                        Self::Flags(payload) => out.put::<__codec::slot::I6, _>(payload),
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            #[derive(Clone, Debug, Default)]
            pub struct NamedNumber {
                /// The index of the enum.
                pub ty: u32,
                pub name: String,
                pub number: i64,
            }
            impl PartialEq for NamedNumber {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    self.ty == other.ty && __codec::view::same(&self.name, &other.name)
                        && self.number == other.number
                }
            }
            /// [`NamedNumber`], read in place.
            #[derive(PartialEq, Hash)]
            pub struct NamedNumberView<'a>(__codec::view::RawView<'a, NamedNumber>);
            impl Clone for NamedNumberView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for NamedNumberView<'_> {}
            impl Eq for NamedNumberView<'_> {}
            impl<'a> NamedNumberView<'a> {
                /// The index of the enum.
                #[inline]
                pub fn ty(self) -> u32 {
                    self.0.get(0)
                }
                /// The field `name`.
                #[inline]
                pub fn name(self) -> &'a str {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The field `number`.
                #[inline]
                pub fn number(self) -> i64 {
                    self.0.get(4)
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> NamedNumber {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for NamedNumberView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`NamedNumber`] as borrows, to encode from.
            pub struct NamedNumberInit<'a> {
                /// The index of the enum.
                pub ty: u32,
                pub name: &'a str,
                pub number: i64,
            }
            impl Clone for NamedNumberInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for NamedNumberInit<'_> {}
            impl ::core::fmt::Debug for NamedNumberInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<NamedNumber>(self, f)
                }
            }
            impl NamedNumberInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self { ty: 0, name: "", number: 0 };
            }
            impl Default for NamedNumberInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for NamedNumber {
                type View<'a> = NamedNumberView<'a>;
                type Slots = (__codec::kind::Text,);
                const SCALARS: usize = 12;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([
                    [0, 4, 0, 0],
                    [4, 12, 0, 0],
                ]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    22,
                );
                const FINGERPRINT: u64 = 0x06bfeaa7ec561f28;
                #[inline]
                fn view_of(
                    raw: __codec::view::RawView<'_, Self>,
                ) -> NamedNumberView<'_> {
                    NamedNumberView(raw)
                }
                #[inline]
                fn from_view(view: NamedNumberView<'_>) -> Self {
                    let slots = view.0.slots::<1>();
                    Self {
                        ty: view.ty(),
                        name: slots.text::<__codec::slot::I0>(),
                        number: view.number(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[22]
                }
            }
            impl NamedNumber {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<NamedNumber> {
                    __codec::encoded::encode_or_panic::<NamedNumber>(self)
                }
            }
            impl __codec::Encode<NamedNumber> for NamedNumber {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<NamedNumber>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((&self.ty, &self.number), (&self.name,))
                }
            }
            impl NamedNumberInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<NamedNumber> {
                    __codec::encoded::encode_or_panic::<NamedNumber>(self)
                }
            }
            impl __codec::Encode<NamedNumber> for NamedNumberInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<NamedNumber>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((&self.ty, &self.number), (self.name,))
                }
            }
            impl __codec::Encode<NamedNumber> for NamedNumberView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<NamedNumber>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            #[derive(Clone, Debug, Default)]
            pub struct NamedBits {
                /// The index of the set of flags.
                pub ty: u32,
                /// The flags that are joined.
                pub names: Vec<String>,
                pub bits: u64,
            }
            impl PartialEq for NamedBits {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    self.ty == other.ty && __codec::view::same(&self.names, &other.names)
                        && self.bits == other.bits
                }
            }
            /// [`NamedBits`], read in place.
            #[derive(PartialEq, Hash)]
            pub struct NamedBitsView<'a>(__codec::view::RawView<'a, NamedBits>);
            impl Clone for NamedBitsView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for NamedBitsView<'_> {}
            impl Eq for NamedBitsView<'_> {}
            impl<'a> NamedBitsView<'a> {
                /// The index of the set of flags.
                #[inline]
                pub fn ty(self) -> u32 {
                    self.0.get(0)
                }
                /// The flags that are joined.
                #[inline]
                pub fn names(self) -> __codec::kind::ItemsView<'a, __codec::kind::Text> {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The field `bits`.
                #[inline]
                pub fn bits(self) -> u64 {
                    self.0.get(4)
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> NamedBits {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for NamedBitsView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`NamedBits`] as borrows, to encode from.
            pub struct NamedBitsInit<'a> {
                /// The index of the set of flags.
                pub ty: u32,
                /// The flags that are joined.
                pub names: &'a [&'a str],
                pub bits: u64,
            }
            impl Clone for NamedBitsInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for NamedBitsInit<'_> {}
            impl ::core::fmt::Debug for NamedBitsInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<NamedBits>(self, f)
                }
            }
            impl NamedBitsInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self { ty: 0, names: &[], bits: 0 };
            }
            impl Default for NamedBitsInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for NamedBits {
                type View<'a> = NamedBitsView<'a>;
                type Slots = (__codec::kind::Items<__codec::kind::Text>,);
                const SCALARS: usize = 12;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([
                    [0, 4, 0, 0],
                    [4, 12, 0, 0],
                ]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    23,
                );
                const FINGERPRINT: u64 = 0xd32ae4007d2f393d;
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> NamedBitsView<'_> {
                    NamedBitsView(raw)
                }
                #[inline]
                fn from_view(view: NamedBitsView<'_>) -> Self {
                    let slots = view.0.slots::<1>();
                    Self {
                        ty: view.ty(),
                        names: slots.get::<__codec::slot::I0>().to_vec(),
                        bits: view.bits(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[23]
                }
            }
            impl NamedBits {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<NamedBits> {
                    __codec::encoded::encode_or_panic::<NamedBits>(self)
                }
            }
            impl __codec::Encode<NamedBits> for NamedBits {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<NamedBits>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((&self.ty, &self.bits), (&self.names,))
                }
            }
            impl NamedBitsInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<NamedBits> {
                    __codec::encoded::encode_or_panic::<NamedBits>(self)
                }
            }
            impl __codec::Encode<NamedBits> for NamedBitsInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<NamedBits>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((&self.ty, &self.bits), (self.names,))
                }
            }
            impl __codec::Encode<NamedBits> for NamedBitsView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<NamedBits>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            /// A whole number of any type.
            #[derive(Clone, Debug, PartialEq)]
            pub enum Whole {
                /// Zero and above.
                Positive(u64),
                /// Below zero.
                Negative(i64),
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown),
            }
            impl Default for Whole {
                #[inline]
                fn default() -> Self {
                    Self::Positive(0)
                }
            }
            /// [`Whole`], read in place.
            ///
            /// A whole number of any type.
            #[derive(PartialEq, Debug)]
            pub enum WholeView<'a> {
                /// Zero and above.
                Positive(u64),
                /// Below zero.
                Negative(i64),
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown<&'a [u8]>),
            }
            impl Clone for WholeView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for WholeView<'_> {}
            /// [`Whole`] as borrows, to encode from.
            ///
            /// A whole number of any type.
            #[derive(Debug)]
            pub enum WholeInit<'a> {
                /// Zero and above.
                Positive(u64),
                /// Below zero.
                Negative(i64),
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown<&'a [u8]>),
            }
            impl Clone for WholeInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for WholeInit<'_> {}
            impl WholeInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self::Positive(0);
            }
            impl Default for WholeInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::kind::Union for Whole {
                type View<'a> = WholeView<'a>;
                type Variants = (__codec::kind::One<u64>, __codec::kind::One<i64>);
            }
            impl<'a> From<__codec::kind::RawUnion<'a, Whole>> for WholeView<'a> {
                #[inline]
                fn from(raw: __codec::kind::RawUnion<'a, Whole>) -> Self {
                    match raw.ordinal() {
                        1 => Self::Positive(raw.payload::<__codec::slot::I0>()),
                        2 => Self::Negative(raw.payload::<__codec::slot::I1>()),
                        _ => Self::Unknown(raw.unknown()),
                    }
                }
            }
            impl WholeView<'_> {
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> Whole {
                    match &self {
                        Self::Positive(payload) => Whole::Positive(*payload),
                        Self::Negative(payload) => Whole::Negative(*payload),
                        Self::Unknown(unknown) => Whole::Unknown(unknown.to_owned()),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<Whole> for Whole {
                #[inline]
                fn encode(&self, out: __codec::kind::VariantWriter<'_, Whole>) {
                    match self {
                        Self::Positive(payload) => {
                            out.put::<__codec::slot::I0, _>(*payload)
                        }
                        Self::Negative(payload) => {
                            out.put::<__codec::slot::I1, _>(*payload)
                        }
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<Whole> for WholeView<'_> {
                #[inline]
                fn encode(&self, out: __codec::kind::VariantWriter<'_, Whole>) {
                    match self {
                        Self::Positive(payload) => {
                            out.put::<__codec::slot::I0, _>(*payload)
                        }
                        Self::Negative(payload) => {
                            out.put::<__codec::slot::I1, _>(*payload)
                        }
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<Whole> for WholeInit<'_> {
                #[inline]
                fn encode(&self, out: __codec::kind::VariantWriter<'_, Whole>) {
                    match self {
                        Self::Positive(payload) => {
                            out.put::<__codec::slot::I0, _>(*payload)
                        }
                        Self::Negative(payload) => {
                            out.put::<__codec::slot::I1, _>(*payload)
                        }
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            /// One condition of a `where` clause.
            #[derive(Clone, Debug, Default)]
            pub struct Rule {
                /// The way from the value to the one that is tested; empty for the value itself.
                pub at: Vec<Step>,
                pub test: Test,
                /// As the schema says it: `len in 1..=16`.
                pub text: String,
            }
            impl PartialEq for Rule {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    __codec::view::same(&self.at, &other.at)
                        && __codec::view::same(&self.test, &other.test)
                        && __codec::view::same(&self.text, &other.text)
                }
            }
            /// [`Rule`], read in place.
            ///
            /// One condition of a `where` clause.
            #[derive(PartialEq, Hash)]
            pub struct RuleView<'a>(__codec::view::RawView<'a, Rule>);
            impl Clone for RuleView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for RuleView<'_> {}
            impl Eq for RuleView<'_> {}
            impl<'a> RuleView<'a> {
                /// The way from the value to the one that is tested; empty for the value itself.
                #[inline]
                pub fn at(self) -> __codec::kind::PackedView<'a, Step> {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The field `test`.
                #[inline]
                pub fn test(self) -> TestView<'a> {
                    self.0.slot::<__codec::slot::I1>()
                }
                /// As the schema says it: `len in 1..=16`.
                #[inline]
                pub fn text(self) -> &'a str {
                    self.0.slot::<__codec::slot::I2>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> Rule {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for RuleView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`Rule`] as borrows, to encode from.
            ///
            /// One condition of a `where` clause.
            pub struct RuleInit<'a> {
                /// The way from the value to the one that is tested; empty for the value itself.
                pub at: &'a [Step],
                pub test: TestInit<'a>,
                /// As the schema says it: `len in 1..=16`.
                pub text: &'a str,
            }
            impl Clone for RuleInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for RuleInit<'_> {}
            impl ::core::fmt::Debug for RuleInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<Rule>(self, f)
                }
            }
            impl RuleInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    at: &[],
                    test: TestInit::__DEFAULT,
                    text: "",
                };
            }
            impl Default for RuleInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for Rule {
                type View<'a> = RuleView<'a>;
                type Slots = (
                    __codec::kind::Packed<Step>,
                    __codec::kind::Choice<Test>,
                    __codec::kind::Text,
                );
                const SCALARS: usize = 0;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    24,
                );
                const FINGERPRINT: u64 = 0x987c5f2fdaf2cf1d;
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> RuleView<'_> {
                    RuleView(raw)
                }
                #[inline]
                fn from_view(view: RuleView<'_>) -> Self {
                    let slots = view.0.slots::<3>();
                    Self {
                        at: slots.get::<__codec::slot::I0>().to_vec(),
                        test: slots.get::<__codec::slot::I1>().to_message(),
                        text: slots.text::<__codec::slot::I2>(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[24]
                }
            }
            impl Rule {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Rule> {
                    __codec::encoded::encode_or_panic::<Rule>(self)
                }
            }
            impl __codec::Encode<Rule> for Rule {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Rule>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((), (&self.at, &self.test, &self.text))
                }
            }
            impl RuleInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Rule> {
                    __codec::encoded::encode_or_panic::<Rule>(self)
                }
            }
            impl __codec::Encode<Rule> for RuleInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Rule>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((), (self.at, &self.test, self.text))
                }
            }
            impl __codec::Encode<Rule> for RuleView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Rule>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            /// From a value to those within it.
            #[derive(Debug, Default)]
            pub enum Step {
                /// The elements of a list or array.
                #[default]
                Each,
                /// The keys of a map.
                Key,
                /// The values of a map.
                Value,
                /// A number that this schema does not know.
                Unknown(u8),
            }
            impl Clone for Step {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for Step {}
            impl Step {
                /// The number that stands for it.
                #[inline]
                pub const fn number(self) -> u8 {
                    match self {
                        Self::Each => 0,
                        Self::Key => 1,
                        Self::Value => 2,
                        Self::Unknown(number) => number,
                    }
                }
                /// What a number stands for.
                #[inline]
                pub const fn from_number(number: u8) -> Self {
                    match number {
                        0 => Self::Each,
                        1 => Self::Key,
                        2 => Self::Value,
                        number => Self::Unknown(number),
                    }
                }
            }
            impl PartialEq for Step {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    self.number() == other.number()
                }
            }
            impl Eq for Step {}
            impl PartialOrd for Step {
                #[inline]
                fn partial_cmp(&self, other: &Self) -> Option<::core::cmp::Ordering> {
                    Option::Some(Ord::cmp(self, other))
                }
            }
            impl Ord for Step {
                #[inline]
                fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
                    Ord::cmp(&self.number(), &other.number())
                }
            }
            impl ::core::hash::Hash for Step {
                #[inline]
                fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                    ::core::hash::Hash::hash(&self.number(), state);
                }
            }
            impl __codec::Fixed for Step {
                type Wire = [u8; 1];
                #[inline]
                fn to_wire(self) -> [u8; 1] {
                    self.number().to_le_bytes()
                }
                #[inline]
                fn from_wire(wire: [u8; 1]) -> Self {
                    Self::from_number(u8::from_le_bytes(wire))
                }
            }
            /// What a value is tested for. Bounds are included, unless it is said.
            #[derive(Clone, Debug, PartialEq)]
            pub enum Test {
                Whole(WholeRange),
                WholeNot(Whole),
                Float(FloatRange),
                FloatNot(f64),
                Finite,
                /// A `uuid` or array with a bit that is set.
                Nonzero,
                Len(LenRange),
                Unique,
                Utf8,
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown),
            }
            impl Default for Test {
                #[inline]
                fn default() -> Self {
                    Self::Whole(Default::default())
                }
            }
            /// [`Test`], read in place.
            ///
            /// What a value is tested for. Bounds are included, unless it is said.
            #[derive(PartialEq, Debug)]
            pub enum TestView<'a> {
                Whole(WholeRangeView<'a>),
                WholeNot(WholeView<'a>),
                Float(FloatRangeView<'a>),
                FloatNot(f64),
                Finite,
                /// A `uuid` or array with a bit that is set.
                Nonzero,
                Len(LenRangeView<'a>),
                Unique,
                Utf8,
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown<&'a [u8]>),
            }
            impl Clone for TestView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for TestView<'_> {}
            /// [`Test`] as borrows, to encode from.
            ///
            /// What a value is tested for. Bounds are included, unless it is said.
            #[derive(Debug)]
            pub enum TestInit<'a> {
                Whole(WholeRangeInit<'a>),
                WholeNot(WholeInit<'a>),
                Float(FloatRangeInit),
                FloatNot(f64),
                Finite,
                /// A `uuid` or array with a bit that is set.
                Nonzero,
                Len(LenRangeInit),
                Unique,
                Utf8,
                /// A variant that this schema does not know, as it came.
                Unknown(__codec::kind::Unknown<&'a [u8]>),
            }
            impl Clone for TestInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for TestInit<'_> {}
            impl TestInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self::Whole(WholeRangeInit::__DEFAULT);
            }
            impl Default for TestInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::kind::Union for Test {
                type View<'a> = TestView<'a>;
                type Variants = (
                    (
                        __codec::kind::Sub<WholeRange>,
                        __codec::kind::Choice<Whole>,
                        __codec::kind::Sub<FloatRange>,
                        __codec::kind::One<f64>,
                        __codec::kind::Nothing,
                        __codec::kind::Nothing,
                        __codec::kind::Sub<LenRange>,
                        __codec::kind::Nothing,
                    ),
                    (__codec::kind::Nothing,),
                );
            }
            impl<'a> From<__codec::kind::RawUnion<'a, Test>> for TestView<'a> {
                #[inline]
                fn from(raw: __codec::kind::RawUnion<'a, Test>) -> Self {
                    match raw.ordinal() {
                        1 => {
                            Self::Whole(
                                raw.payload::<(__codec::slot::I0, __codec::slot::I0)>(),
                            )
                        }
                        2 => {
                            Self::WholeNot(
                                raw.payload::<(__codec::slot::I0, __codec::slot::I1)>(),
                            )
                        }
                        3 => {
                            Self::Float(
                                raw.payload::<(__codec::slot::I0, __codec::slot::I2)>(),
                            )
                        }
                        4 => {
                            Self::FloatNot(
                                raw.payload::<(__codec::slot::I0, __codec::slot::I3)>(),
                            )
                        }
                        5 => Self::Finite,
                        6 => Self::Nonzero,
                        7 => {
                            Self::Len(
                                raw.payload::<(__codec::slot::I0, __codec::slot::I6)>(),
                            )
                        }
                        8 => Self::Unique,
                        9 => Self::Utf8,
                        _ => Self::Unknown(raw.unknown()),
                    }
                }
            }
            impl TestView<'_> {
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> Test {
                    match &self {
                        Self::Whole(payload) => Test::Whole(payload.to_message()),
                        Self::WholeNot(payload) => Test::WholeNot(payload.to_message()),
                        Self::Float(payload) => Test::Float(payload.to_message()),
                        Self::FloatNot(payload) => Test::FloatNot(*payload),
                        Self::Finite => Test::Finite,
                        Self::Nonzero => Test::Nonzero,
                        Self::Len(payload) => Test::Len(payload.to_message()),
                        Self::Unique => Test::Unique,
                        Self::Utf8 => Test::Utf8,
                        Self::Unknown(unknown) => Test::Unknown(unknown.to_owned()),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<Test> for Test {
                #[inline]
                fn encode(&self, out: __codec::kind::VariantWriter<'_, Test>) {
                    match self {
                        Self::Whole(payload) => {
                            out.put::<(__codec::slot::I0, __codec::slot::I0), _>(payload)
                        }
                        Self::WholeNot(payload) => {
                            out.put::<(__codec::slot::I0, __codec::slot::I1), _>(payload)
                        }
                        Self::Float(payload) => {
                            out.put::<(__codec::slot::I0, __codec::slot::I2), _>(payload)
                        }
                        Self::FloatNot(payload) => {
                            out.put::<
                                    (__codec::slot::I0, __codec::slot::I3),
                                    _,
                                >(*payload)
                        }
                        Self::Finite => {
                            out.put::<(__codec::slot::I0, __codec::slot::I4), _>(())
                        }
                        Self::Nonzero => {
                            out.put::<(__codec::slot::I0, __codec::slot::I5), _>(())
                        }
                        Self::Len(payload) => {
                            out.put::<(__codec::slot::I0, __codec::slot::I6), _>(payload)
                        }
                        Self::Unique => {
                            out.put::<(__codec::slot::I0, __codec::slot::I7), _>(())
                        }
                        Self::Utf8 => {
                            out.put::<(__codec::slot::I1, __codec::slot::I0), _>(())
                        }
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<Test> for TestView<'_> {
                #[inline]
                fn encode(&self, out: __codec::kind::VariantWriter<'_, Test>) {
                    match self {
                        Self::Whole(payload) => {
                            out.put::<(__codec::slot::I0, __codec::slot::I0), _>(payload)
                        }
                        Self::WholeNot(payload) => {
                            out.put::<(__codec::slot::I0, __codec::slot::I1), _>(payload)
                        }
                        Self::Float(payload) => {
                            out.put::<(__codec::slot::I0, __codec::slot::I2), _>(payload)
                        }
                        Self::FloatNot(payload) => {
                            out.put::<
                                    (__codec::slot::I0, __codec::slot::I3),
                                    _,
                                >(*payload)
                        }
                        Self::Finite => {
                            out.put::<(__codec::slot::I0, __codec::slot::I4), _>(())
                        }
                        Self::Nonzero => {
                            out.put::<(__codec::slot::I0, __codec::slot::I5), _>(())
                        }
                        Self::Len(payload) => {
                            out.put::<(__codec::slot::I0, __codec::slot::I6), _>(payload)
                        }
                        Self::Unique => {
                            out.put::<(__codec::slot::I0, __codec::slot::I7), _>(())
                        }
                        Self::Utf8 => {
                            out.put::<(__codec::slot::I1, __codec::slot::I0), _>(())
                        }
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            impl __codec::kind::EncodeUnion<Test> for TestInit<'_> {
                #[inline]
                fn encode(&self, out: __codec::kind::VariantWriter<'_, Test>) {
                    match self {
                        Self::Whole(payload) => {
                            out.put::<(__codec::slot::I0, __codec::slot::I0), _>(payload)
                        }
                        Self::WholeNot(payload) => {
                            out.put::<(__codec::slot::I0, __codec::slot::I1), _>(payload)
                        }
                        Self::Float(payload) => {
                            out.put::<(__codec::slot::I0, __codec::slot::I2), _>(payload)
                        }
                        Self::FloatNot(payload) => {
                            out.put::<
                                    (__codec::slot::I0, __codec::slot::I3),
                                    _,
                                >(*payload)
                        }
                        Self::Finite => {
                            out.put::<(__codec::slot::I0, __codec::slot::I4), _>(())
                        }
                        Self::Nonzero => {
                            out.put::<(__codec::slot::I0, __codec::slot::I5), _>(())
                        }
                        Self::Len(payload) => {
                            out.put::<(__codec::slot::I0, __codec::slot::I6), _>(payload)
                        }
                        Self::Unique => {
                            out.put::<(__codec::slot::I0, __codec::slot::I7), _>(())
                        }
                        Self::Utf8 => {
                            out.put::<(__codec::slot::I1, __codec::slot::I0), _>(())
                        }
                        Self::Unknown(unknown) => out.put_unknown(unknown),
                    }
                }
            }
            #[derive(Clone, Debug, Default)]
            pub struct WholeRange {
                pub low: Whole,
                pub high: Whole,
            }
            impl PartialEq for WholeRange {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    __codec::view::same(&self.low, &other.low)
                        && __codec::view::same(&self.high, &other.high)
                }
            }
            /// [`WholeRange`], read in place.
            #[derive(PartialEq, Hash)]
            pub struct WholeRangeView<'a>(__codec::view::RawView<'a, WholeRange>);
            impl Clone for WholeRangeView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for WholeRangeView<'_> {}
            impl Eq for WholeRangeView<'_> {}
            impl<'a> WholeRangeView<'a> {
                /// The field `low`.
                #[inline]
                pub fn low(self) -> WholeView<'a> {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The field `high`.
                #[inline]
                pub fn high(self) -> WholeView<'a> {
                    self.0.slot::<__codec::slot::I1>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> WholeRange {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for WholeRangeView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`WholeRange`] as borrows, to encode from.
            pub struct WholeRangeInit<'a> {
                pub low: WholeInit<'a>,
                pub high: WholeInit<'a>,
            }
            impl Clone for WholeRangeInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for WholeRangeInit<'_> {}
            impl ::core::fmt::Debug for WholeRangeInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<WholeRange>(self, f)
                }
            }
            impl WholeRangeInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    low: WholeInit::__DEFAULT,
                    high: WholeInit::__DEFAULT,
                };
            }
            impl Default for WholeRangeInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for WholeRange {
                type View<'a> = WholeRangeView<'a>;
                type Slots = (
                    __codec::kind::Choice<Whole>,
                    __codec::kind::Choice<Whole>,
                );
                const SCALARS: usize = 0;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    25,
                );
                const FINGERPRINT: u64 = 0xcf0ff7cdd7676ee5;
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> WholeRangeView<'_> {
                    WholeRangeView(raw)
                }
                #[inline]
                fn from_view(view: WholeRangeView<'_>) -> Self {
                    let slots = view.0.slots::<2>();
                    Self {
                        low: slots.get::<__codec::slot::I0>().to_message(),
                        high: slots.get::<__codec::slot::I1>().to_message(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[25]
                }
            }
            impl WholeRange {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<WholeRange> {
                    __codec::encoded::encode_or_panic::<WholeRange>(self)
                }
            }
            impl __codec::Encode<WholeRange> for WholeRange {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<WholeRange>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((), (&self.low, &self.high))
                }
            }
            impl WholeRangeInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<WholeRange> {
                    __codec::encoded::encode_or_panic::<WholeRange>(self)
                }
            }
            impl __codec::Encode<WholeRange> for WholeRangeInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<WholeRange>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((), (&self.low, &self.high))
                }
            }
            impl __codec::Encode<WholeRange> for WholeRangeView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<WholeRange>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            #[derive(Clone, Debug, Default)]
            pub struct FloatRange {
                pub low: f64,
                pub high: f64,
                /// Whether `low` itself is within.
                pub low_in: bool,
                /// Whether `high` itself is within.
                pub high_in: bool,
            }
            impl PartialEq for FloatRange {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    self.low == other.low && self.high == other.high
                        && self.low_in == other.low_in && self.high_in == other.high_in
                }
            }
            /// [`FloatRange`], read in place.
            #[derive(PartialEq, Hash)]
            pub struct FloatRangeView<'a>(__codec::view::RawView<'a, FloatRange>);
            impl Clone for FloatRangeView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for FloatRangeView<'_> {}
            impl Eq for FloatRangeView<'_> {}
            impl<'a> FloatRangeView<'a> {
                /// The field `low`.
                #[inline]
                pub fn low(self) -> f64 {
                    self.0.get(0)
                }
                /// The field `high`.
                #[inline]
                pub fn high(self) -> f64 {
                    self.0.get(8)
                }
                /// Whether `low` itself is within.
                #[inline]
                pub fn low_in(self) -> bool {
                    self.0.flag(16, 1)
                }
                /// Whether `high` itself is within.
                #[inline]
                pub fn high_in(self) -> bool {
                    self.0.flag(16, 2)
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> FloatRange {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for FloatRangeView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`FloatRange`] as borrows, to encode from.
            pub struct FloatRangeInit {
                pub low: f64,
                pub high: f64,
                /// Whether `low` itself is within.
                pub low_in: bool,
                /// Whether `high` itself is within.
                pub high_in: bool,
            }
            impl Clone for FloatRangeInit {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for FloatRangeInit {}
            impl ::core::fmt::Debug for FloatRangeInit {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<FloatRange>(self, f)
                }
            }
            impl FloatRangeInit {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    low: 0.0,
                    high: 0.0,
                    low_in: false,
                    high_in: false,
                };
            }
            impl Default for FloatRangeInit {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for FloatRange {
                type View<'a> = FloatRangeView<'a>;
                type Slots = ();
                const SCALARS: usize = 17;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([
                    [0, 8, 0, 0],
                    [8, 16, 0, 0],
                    [16, 17, 0, 0],
                ]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    26,
                );
                const FINGERPRINT: u64 = 0x2804cb4c19bb8029;
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> FloatRangeView<'_> {
                    FloatRangeView(raw)
                }
                #[inline]
                fn from_view(view: FloatRangeView<'_>) -> Self {
                    Self {
                        low: view.low(),
                        high: view.high(),
                        low_in: view.low_in(),
                        high_in: view.high_in(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[26]
                }
            }
            impl FloatRange {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<FloatRange> {
                    __codec::encoded::encode_or_panic::<FloatRange>(self)
                }
            }
            impl __codec::Encode<FloatRange> for FloatRange {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<FloatRange>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (
                            &self.low,
                            &self.high,
                            &(u8::from(self.low_in) | u8::from(self.high_in) << 1),
                        ),
                        (),
                    )
                }
            }
            impl FloatRangeInit {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<FloatRange> {
                    __codec::encoded::encode_or_panic::<FloatRange>(self)
                }
            }
            impl __codec::Encode<FloatRange> for FloatRangeInit {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<FloatRange>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (
                            &self.low,
                            &self.high,
                            &(u8::from(self.low_in) | u8::from(self.high_in) << 1),
                        ),
                        (),
                    )
                }
            }
            impl __codec::Encode<FloatRange> for FloatRangeView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<FloatRange>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            #[derive(Clone, Debug, Default)]
            pub struct LenRange {
                pub low: u64,
                pub high: u64,
            }
            impl PartialEq for LenRange {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    self.low == other.low && self.high == other.high
                }
            }
            /// [`LenRange`], read in place.
            #[derive(PartialEq, Hash)]
            pub struct LenRangeView<'a>(__codec::view::RawView<'a, LenRange>);
            impl Clone for LenRangeView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for LenRangeView<'_> {}
            impl Eq for LenRangeView<'_> {}
            impl<'a> LenRangeView<'a> {
                /// The field `low`.
                #[inline]
                pub fn low(self) -> u64 {
                    self.0.get(0)
                }
                /// The field `high`.
                #[inline]
                pub fn high(self) -> u64 {
                    self.0.get(8)
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> LenRange {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for LenRangeView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`LenRange`] as borrows, to encode from.
            pub struct LenRangeInit {
                pub low: u64,
                pub high: u64,
            }
            impl Clone for LenRangeInit {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for LenRangeInit {}
            impl ::core::fmt::Debug for LenRangeInit {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<LenRange>(self, f)
                }
            }
            impl LenRangeInit {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self { low: 0, high: 0 };
            }
            impl Default for LenRangeInit {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for LenRange {
                type View<'a> = LenRangeView<'a>;
                type Slots = ();
                const SCALARS: usize = 16;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([
                    [0, 8, 0, 0],
                    [8, 16, 0, 0],
                ]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    27,
                );
                const FINGERPRINT: u64 = 0x18ddd6d7a1e84d46;
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> LenRangeView<'_> {
                    LenRangeView(raw)
                }
                #[inline]
                fn from_view(view: LenRangeView<'_>) -> Self {
                    Self {
                        low: view.low(),
                        high: view.high(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[27]
                }
            }
            impl LenRange {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<LenRange> {
                    __codec::encoded::encode_or_panic::<LenRange>(self)
                }
            }
            impl __codec::Encode<LenRange> for LenRange {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<LenRange>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((&self.low, &self.high), ())
                }
            }
            impl LenRangeInit {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<LenRange> {
                    __codec::encoded::encode_or_panic::<LenRange>(self)
                }
            }
            impl __codec::Encode<LenRange> for LenRangeInit {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<LenRange>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((&self.low, &self.high), ())
                }
            }
            impl __codec::Encode<LenRange> for LenRangeView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<LenRange>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            #[derive(Clone, Debug, Default)]
            pub struct Constant {
                pub name: String,
                pub notes: Option<Notes>,
                pub ty: Type,
                pub value: Value,
            }
            impl PartialEq for Constant {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    __codec::view::same(&self.name, &other.name)
                        && __codec::view::same(&self.notes, &other.notes)
                        && __codec::view::same(&self.ty, &other.ty)
                        && __codec::view::same(&self.value, &other.value)
                }
            }
            /// [`Constant`], read in place.
            #[derive(PartialEq, Hash)]
            pub struct ConstantView<'a>(__codec::view::RawView<'a, Constant>);
            impl Clone for ConstantView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for ConstantView<'_> {}
            impl Eq for ConstantView<'_> {}
            impl<'a> ConstantView<'a> {
                /// The field `name`.
                #[inline]
                pub fn name(self) -> &'a str {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The field `notes`.
                #[inline]
                pub fn notes(self) -> Option<NotesView<'a>> {
                    self.0.slot::<__codec::slot::I1>()
                }
                /// The field `ty`.
                #[inline]
                pub fn ty(self) -> TypeView<'a> {
                    self.0.slot::<__codec::slot::I2>()
                }
                /// The field `value`.
                #[inline]
                pub fn value(self) -> ValueView<'a> {
                    self.0.slot::<__codec::slot::I3>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> Constant {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for ConstantView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`Constant`] as borrows, to encode from.
            pub struct ConstantInit<'a> {
                pub name: &'a str,
                pub notes: Option<NotesInit<'a>>,
                pub ty: TypeInit<'a>,
                pub value: ValueInit<'a>,
            }
            impl Clone for ConstantInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for ConstantInit<'_> {}
            impl ::core::fmt::Debug for ConstantInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<Constant>(self, f)
                }
            }
            impl ConstantInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    name: "",
                    notes: Option::None,
                    ty: TypeInit::__DEFAULT,
                    value: ValueInit::__DEFAULT,
                };
            }
            impl Default for ConstantInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for Constant {
                type View<'a> = ConstantView<'a>;
                type Slots = (
                    __codec::kind::Text,
                    __codec::kind::Optional<__codec::kind::Sub<Notes>>,
                    __codec::kind::Choice<Type>,
                    __codec::kind::Choice<Value>,
                );
                const SCALARS: usize = 0;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    28,
                );
                const FINGERPRINT: u64 = 0x9384b296a639d02e;
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> ConstantView<'_> {
                    ConstantView(raw)
                }
                #[inline]
                fn from_view(view: ConstantView<'_>) -> Self {
                    let slots = view.0.slots::<4>();
                    Self {
                        name: slots.text::<__codec::slot::I0>(),
                        notes: slots
                            .get::<__codec::slot::I1>()
                            .map(NotesView::to_message),
                        ty: slots.get::<__codec::slot::I2>().to_message(),
                        value: slots.get::<__codec::slot::I3>().to_message(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[28]
                }
            }
            impl Constant {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Constant> {
                    __codec::encoded::encode_or_panic::<Constant>(self)
                }
            }
            impl __codec::Encode<Constant> for Constant {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Constant>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (),
                        (&self.name, self.notes.as_ref(), &self.ty, &self.value),
                    )
                }
            }
            impl ConstantInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Constant> {
                    __codec::encoded::encode_or_panic::<Constant>(self)
                }
            }
            impl __codec::Encode<Constant> for ConstantInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Constant>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (),
                        (self.name, self.notes.as_ref(), &self.ty, &self.value),
                    )
                }
            }
            impl __codec::Encode<Constant> for ConstantView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Constant>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            /// Another name for a type.
            #[derive(Clone, Debug, Default)]
            pub struct Alias {
                pub name: String,
                pub notes: Option<Notes>,
                pub ty: Type,
                pub rules: Vec<Rule>,
            }
            impl PartialEq for Alias {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    __codec::view::same(&self.name, &other.name)
                        && __codec::view::same(&self.notes, &other.notes)
                        && __codec::view::same(&self.ty, &other.ty)
                        && __codec::view::same(&self.rules, &other.rules)
                }
            }
            /// [`Alias`], read in place.
            ///
            /// Another name for a type.
            #[derive(PartialEq, Hash)]
            pub struct AliasView<'a>(__codec::view::RawView<'a, Alias>);
            impl Clone for AliasView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for AliasView<'_> {}
            impl Eq for AliasView<'_> {}
            impl<'a> AliasView<'a> {
                /// The field `name`.
                #[inline]
                pub fn name(self) -> &'a str {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The field `notes`.
                #[inline]
                pub fn notes(self) -> Option<NotesView<'a>> {
                    self.0.slot::<__codec::slot::I1>()
                }
                /// The field `ty`.
                #[inline]
                pub fn ty(self) -> TypeView<'a> {
                    self.0.slot::<__codec::slot::I2>()
                }
                /// The field `rules`.
                #[inline]
                pub fn rules(self) -> __codec::kind::RowsView<'a, Rule> {
                    self.0.slot::<__codec::slot::I3>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> Alias {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for AliasView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`Alias`] as borrows, to encode from.
            ///
            /// Another name for a type.
            pub struct AliasInit<'a> {
                pub name: &'a str,
                pub notes: Option<NotesInit<'a>>,
                pub ty: TypeInit<'a>,
                pub rules: &'a [RuleInit<'a>],
            }
            impl Clone for AliasInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for AliasInit<'_> {}
            impl ::core::fmt::Debug for AliasInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<Alias>(self, f)
                }
            }
            impl AliasInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    name: "",
                    notes: Option::None,
                    ty: TypeInit::__DEFAULT,
                    rules: &[],
                };
            }
            impl Default for AliasInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for Alias {
                type View<'a> = AliasView<'a>;
                type Slots = (
                    __codec::kind::Text,
                    __codec::kind::Optional<__codec::kind::Sub<Notes>>,
                    __codec::kind::Choice<Type>,
                    __codec::kind::Rows<Rule>,
                );
                const SCALARS: usize = 0;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    29,
                );
                const FINGERPRINT: u64 = 0xc7165d91339b75fb;
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> AliasView<'_> {
                    AliasView(raw)
                }
                #[inline]
                fn from_view(view: AliasView<'_>) -> Self {
                    let slots = view.0.slots::<4>();
                    Self {
                        name: slots.text::<__codec::slot::I0>(),
                        notes: slots
                            .get::<__codec::slot::I1>()
                            .map(NotesView::to_message),
                        ty: slots.get::<__codec::slot::I2>().to_message(),
                        rules: slots.get::<__codec::slot::I3>().to_vec(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[29]
                }
            }
            impl Alias {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Alias> {
                    __codec::encoded::encode_or_panic::<Alias>(self)
                }
            }
            impl __codec::Encode<Alias> for Alias {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Alias>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (),
                        (&self.name, self.notes.as_ref(), &self.ty, &self.rules),
                    )
                }
            }
            impl AliasInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<Alias> {
                    __codec::encoded::encode_or_panic::<Alias>(self)
                }
            }
            impl __codec::Encode<Alias> for AliasInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Alias>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((), (self.name, self.notes.as_ref(), &self.ty, self.rules))
                }
            }
            impl __codec::Encode<Alias> for AliasView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<Alias>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            #[derive(Clone, Debug, Default)]
            pub struct ServiceDef {
                pub name: String,
                pub notes: Option<Notes>,
                /// In declaration order.
                pub methods: Vec<MethodDef>,
            }
            impl PartialEq for ServiceDef {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    __codec::view::same(&self.name, &other.name)
                        && __codec::view::same(&self.notes, &other.notes)
                        && __codec::view::same(&self.methods, &other.methods)
                }
            }
            /// [`ServiceDef`], read in place.
            #[derive(PartialEq, Hash)]
            pub struct ServiceDefView<'a>(__codec::view::RawView<'a, ServiceDef>);
            impl Clone for ServiceDefView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for ServiceDefView<'_> {}
            impl Eq for ServiceDefView<'_> {}
            impl<'a> ServiceDefView<'a> {
                /// The field `name`.
                #[inline]
                pub fn name(self) -> &'a str {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// The field `notes`.
                #[inline]
                pub fn notes(self) -> Option<NotesView<'a>> {
                    self.0.slot::<__codec::slot::I1>()
                }
                /// In declaration order.
                #[inline]
                pub fn methods(self) -> __codec::kind::RowsView<'a, MethodDef> {
                    self.0.slot::<__codec::slot::I2>()
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> ServiceDef {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for ServiceDefView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`ServiceDef`] as borrows, to encode from.
            pub struct ServiceDefInit<'a> {
                pub name: &'a str,
                pub notes: Option<NotesInit<'a>>,
                /// In declaration order.
                pub methods: &'a [MethodDefInit<'a>],
            }
            impl Clone for ServiceDefInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for ServiceDefInit<'_> {}
            impl ::core::fmt::Debug for ServiceDefInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<ServiceDef>(self, f)
                }
            }
            impl ServiceDefInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    name: "",
                    notes: Option::None,
                    methods: &[],
                };
            }
            impl Default for ServiceDefInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for ServiceDef {
                type View<'a> = ServiceDefView<'a>;
                type Slots = (
                    __codec::kind::Text,
                    __codec::kind::Optional<__codec::kind::Sub<Notes>>,
                    __codec::kind::Rows<MethodDef>,
                );
                const SCALARS: usize = 0;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    30,
                );
                const FINGERPRINT: u64 = 0xcc688074561ca6d3;
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> ServiceDefView<'_> {
                    ServiceDefView(raw)
                }
                #[inline]
                fn from_view(view: ServiceDefView<'_>) -> Self {
                    let slots = view.0.slots::<3>();
                    Self {
                        name: slots.text::<__codec::slot::I0>(),
                        notes: slots
                            .get::<__codec::slot::I1>()
                            .map(NotesView::to_message),
                        methods: slots.get::<__codec::slot::I2>().to_vec(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[30]
                }
            }
            impl ServiceDef {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<ServiceDef> {
                    __codec::encoded::encode_or_panic::<ServiceDef>(self)
                }
            }
            impl __codec::Encode<ServiceDef> for ServiceDef {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<ServiceDef>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((), (&self.name, self.notes.as_ref(), &self.methods))
                }
            }
            impl ServiceDefInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<ServiceDef> {
                    __codec::encoded::encode_or_panic::<ServiceDef>(self)
                }
            }
            impl __codec::Encode<ServiceDef> for ServiceDefInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<ServiceDef>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take((), (self.name, self.notes.as_ref(), self.methods))
                }
            }
            impl __codec::Encode<ServiceDef> for ServiceDefView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<ServiceDef>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            #[derive(Clone, Debug, Default)]
            pub struct MethodDef {
                pub name: String,
                /// `/acme.trading.v1.OrderBook/PlaceOrder`.
                pub route: String,
                pub notes: Option<Notes>,
                /// The index of a message; absent for the empty one.
                pub input: Option<u32>,
                pub client_streaming: bool,
                /// The index of a message; absent for the empty one.
                pub output: Option<u32>,
                pub server_streaming: bool,
                /// The index of an error.
                pub throws: Option<u32>,
                pub idempotency: Idempotency,
                /// The deadline that a client sets when its caller names none.
                pub timeout: Option<__codec::Duration>,
            }
            impl PartialEq for MethodDef {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    __codec::view::same(&self.name, &other.name)
                        && __codec::view::same(&self.route, &other.route)
                        && __codec::view::same(&self.notes, &other.notes)
                        && self.input == other.input
                        && self.client_streaming == other.client_streaming
                        && self.output == other.output
                        && self.server_streaming == other.server_streaming
                        && self.throws == other.throws
                        && self.idempotency == other.idempotency
                        && self.timeout == other.timeout
                }
            }
            /// [`MethodDef`], read in place.
            #[derive(PartialEq, Hash)]
            pub struct MethodDefView<'a>(__codec::view::RawView<'a, MethodDef>);
            impl Clone for MethodDefView<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for MethodDefView<'_> {}
            impl Eq for MethodDefView<'_> {}
            impl<'a> MethodDefView<'a> {
                /// The field `name`.
                #[inline]
                pub fn name(self) -> &'a str {
                    self.0.slot::<__codec::slot::I0>()
                }
                /// `/acme.trading.v1.OrderBook/PlaceOrder`.
                #[inline]
                pub fn route(self) -> &'a str {
                    self.0.slot::<__codec::slot::I1>()
                }
                /// The field `notes`.
                #[inline]
                pub fn notes(self) -> Option<NotesView<'a>> {
                    self.0.slot::<__codec::slot::I2>()
                }
                /// The index of a message; absent for the empty one.
                #[inline]
                pub fn input(self) -> Option<u32> {
                    self.0.optional(1, 0, 1)
                }
                /// The field `client_streaming`.
                #[inline]
                pub fn client_streaming(self) -> bool {
                    self.0.flag(0, 2)
                }
                /// The index of a message; absent for the empty one.
                #[inline]
                pub fn output(self) -> Option<u32> {
                    self.0.optional(5, 0, 4)
                }
                /// The field `server_streaming`.
                #[inline]
                pub fn server_streaming(self) -> bool {
                    self.0.flag(0, 8)
                }
                /// The index of an error.
                #[inline]
                pub fn throws(self) -> Option<u32> {
                    self.0.optional(9, 0, 16)
                }
                /// The field `idempotency`.
                #[inline]
                pub fn idempotency(self) -> Idempotency {
                    self.0.get(13)
                }
                /// The deadline that a client sets when its caller names none.
                #[inline]
                pub fn timeout(self) -> Option<__codec::Duration> {
                    self.0.optional(14, 0, 32)
                }
                /// The owned value.
                #[inline]
                pub fn to_message(self) -> MethodDef {
                    __codec::view::owned(self)
                }
            }
            impl ::core::fmt::Debug for MethodDefView<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::view::debug(&self.0, f)
                }
            }
            /// [`MethodDef`] as borrows, to encode from.
            pub struct MethodDefInit<'a> {
                pub name: &'a str,
                /// `/acme.trading.v1.OrderBook/PlaceOrder`.
                pub route: &'a str,
                pub notes: Option<NotesInit<'a>>,
                /// The index of a message; absent for the empty one.
                pub input: Option<u32>,
                pub client_streaming: bool,
                /// The index of a message; absent for the empty one.
                pub output: Option<u32>,
                pub server_streaming: bool,
                /// The index of an error.
                pub throws: Option<u32>,
                pub idempotency: Idempotency,
                /// The deadline that a client sets when its caller names none.
                pub timeout: Option<__codec::Duration>,
            }
            impl Clone for MethodDefInit<'_> {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for MethodDefInit<'_> {}
            impl ::core::fmt::Debug for MethodDefInit<'_> {
                #[inline]
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    __codec::encoded::debug::<MethodDef>(self, f)
                }
            }
            impl MethodDefInit<'_> {
                #[doc(hidden)]
                pub const __DEFAULT: Self = Self {
                    name: "",
                    route: "",
                    notes: Option::None,
                    input: Option::None,
                    client_streaming: false,
                    output: Option::None,
                    server_streaming: false,
                    throws: Option::None,
                    idempotency: Idempotency::Unspecified,
                    timeout: Option::None,
                };
            }
            impl Default for MethodDefInit<'_> {
                #[inline]
                fn default() -> Self {
                    Self::__DEFAULT
                }
            }
            impl __codec::Message for MethodDef {
                type View<'a> = MethodDefView<'a>;
                type Slots = (
                    __codec::kind::Text,
                    __codec::kind::Text,
                    __codec::kind::Optional<__codec::kind::Sub<Notes>>,
                );
                const SCALARS: usize = 22;
                const UNITS: &'static [__codec::message::Unit] = &__codec::message::Unit::of([
                    [0, 1, 0, 0],
                    [1, 5, 0, 1],
                    [5, 9, 0, 4],
                    [9, 13, 0, 16],
                    [13, 14, 0, 0],
                    [14, 22, 0, 32],
                ]);
                const TABLE: __codec::table::MessageTable = __codec::table::MessageTable::new(
                    __schema,
                    31,
                );
                const FINGERPRINT: u64 = 0x1bbdd488aa5527f6;
                #[inline]
                fn check(scalars: &[u8]) -> bool {
                    (__codec::message::flag(scalars, 0, 1)
                        | __codec::fixed::is_zero(scalars, 1, 4))
                        & (__codec::message::flag(scalars, 0, 4)
                            | __codec::fixed::is_zero(scalars, 5, 4))
                        & (__codec::message::flag(scalars, 0, 16)
                            | __codec::fixed::is_zero(scalars, 9, 4))
                        & (__codec::message::flag(scalars, 0, 32)
                            | __codec::fixed::is_zero(scalars, 14, 8))
                }
                #[inline]
                fn view_of(raw: __codec::view::RawView<'_, Self>) -> MethodDefView<'_> {
                    MethodDefView(raw)
                }
                #[inline]
                fn from_view(view: MethodDefView<'_>) -> Self {
                    let slots = view.0.slots::<3>();
                    Self {
                        name: slots.text::<__codec::slot::I0>(),
                        route: slots.text::<__codec::slot::I1>(),
                        notes: slots
                            .get::<__codec::slot::I2>()
                            .map(NotesView::to_message),
                        input: view.input(),
                        client_streaming: view.client_streaming(),
                        output: view.output(),
                        server_streaming: view.server_streaming(),
                        throws: view.throws(),
                        idempotency: view.idempotency(),
                        timeout: view.timeout(),
                    }
                }
                #[inline]
                fn hint() -> &'static __codec::message::Hint {
                    &__HINTS[31]
                }
            }
            impl MethodDef {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<MethodDef> {
                    __codec::encoded::encode_or_panic::<MethodDef>(self)
                }
            }
            impl __codec::Encode<MethodDef> for MethodDef {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<MethodDef>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (
                            &(u8::from(self.input.is_some())
                                | u8::from(self.client_streaming) << 1
                                | u8::from(self.output.is_some()) << 2
                                | u8::from(self.server_streaming) << 3
                                | u8::from(self.throws.is_some()) << 4
                                | u8::from(self.timeout.is_some()) << 5),
                            &self.input,
                            &self.output,
                            &self.throws,
                            &self.idempotency,
                            &self.timeout,
                        ),
                        (&self.name, &self.route, self.notes.as_ref()),
                    )
                }
            }
            impl MethodDefInit<'_> {
                /// Encodes the value into one buffer.
                ///
                /// # Panics
                /// Where the value is larger, or nests deeper, than a message may: `to_encoded` of [`ToEncoded`](::stillwire::codec::ToEncoded)
                /// gives an error instead.
                #[inline]
                pub fn encode(&self) -> __codec::Encoded<MethodDef> {
                    __codec::encoded::encode_or_panic::<MethodDef>(self)
                }
            }
            impl __codec::Encode<MethodDef> for MethodDefInit<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<MethodDef>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.take(
                        (
                            &(u8::from(self.input.is_some())
                                | u8::from(self.client_streaming) << 1
                                | u8::from(self.output.is_some()) << 2
                                | u8::from(self.server_streaming) << 3
                                | u8::from(self.throws.is_some()) << 4
                                | u8::from(self.timeout.is_some()) << 5),
                            &self.input,
                            &self.output,
                            &self.throws,
                            &self.idempotency,
                            &self.timeout,
                        ),
                        (self.name, self.route, self.notes.as_ref()),
                    )
                }
            }
            impl __codec::Encode<MethodDef> for MethodDefView<'_> {
                #[inline(always)]
                fn fields<__Sink: __codec::slot::Sink<MethodDef>>(
                    &self,
                    sink: __Sink,
                ) -> __Sink::Out {
                    sink.relay(&self.0)
                }
            }
            /// What a repeated call does.
            #[derive(Debug, Default)]
            pub enum Idempotency {
                /// Nothing is promised.
                #[default]
                Unspecified,
                /// Changes nothing.
                Safe,
                /// A second call changes nothing more.
                Idempotent,
                /// A number that this schema does not know.
                Unknown(u8),
            }
            impl Clone for Idempotency {
                #[inline]
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl Copy for Idempotency {}
            impl Idempotency {
                /// The number that stands for it.
                #[inline]
                pub const fn number(self) -> u8 {
                    match self {
                        Self::Unspecified => 0,
                        Self::Safe => 1,
                        Self::Idempotent => 2,
                        Self::Unknown(number) => number,
                    }
                }
                /// What a number stands for.
                #[inline]
                pub const fn from_number(number: u8) -> Self {
                    match number {
                        0 => Self::Unspecified,
                        1 => Self::Safe,
                        2 => Self::Idempotent,
                        number => Self::Unknown(number),
                    }
                }
            }
            impl PartialEq for Idempotency {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    self.number() == other.number()
                }
            }
            impl Eq for Idempotency {}
            impl PartialOrd for Idempotency {
                #[inline]
                fn partial_cmp(&self, other: &Self) -> Option<::core::cmp::Ordering> {
                    Option::Some(Ord::cmp(self, other))
                }
            }
            impl Ord for Idempotency {
                #[inline]
                fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
                    Ord::cmp(&self.number(), &other.number())
                }
            }
            impl ::core::hash::Hash for Idempotency {
                #[inline]
                fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                    ::core::hash::Hash::hash(&self.number(), state);
                }
            }
            impl __codec::Fixed for Idempotency {
                type Wire = [u8; 1];
                #[inline]
                fn to_wire(self) -> [u8; 1] {
                    self.number().to_le_bytes()
                }
                #[inline]
                fn from_wire(wire: [u8; 1]) -> Self {
                    Self::from_number(u8::from_le_bytes(wire))
                }
            }
            #[doc(hidden)]
            #[inline]
            pub fn __schema() -> &'static __codec::table::Schema {
                static PACKED: __codec::table::Packed = __codec::table::Packed::new(
                    b"\x17stillwire.descriptor.v1 \"stillwire.descriptor.v1.Descriptor\x00\x02\x02\x00\x08packages\x01\x1a\x16\x00\x01\x02\x00\x00\x00\x05types\x02\x1a\x16\x00\x03\x02\x01\x00\x00\x1fstillwire.descriptor.v1.Package\x01\x07\x08\x00\x04name\x01\x14\x02\x00\x00\x00\x04docs\x02\x1a\x14\x02\x01\x00\x00\x05types\x03\x1a\x03\x02\x02\x00\x00\x04uses\x04\x1a\x03\x02\x03\x00\x00\trequested\x05\x00\x00\x00\x01\x00\x00\x06consts\x06\x1a\x16\x00\x1c\x02\x04\x00\x00\x07aliases\x07\x1a\x16\x00\x1d\x02\x05\x00\x00\x08services\x08\x1a\x16\x00\x1e\x02\x06\x00\x00\x1dstillwire.descriptor.v1.Notes\x01\x03\x03\x00\x04docs\x01\x1a\x14\x02\x00\x00\x00\ndeprecated\x02\x14\x02\x01\x03\x00\x01\x00\x05since\x03\x14\x02\x02\x03\x00\x02\x00\x1fstillwire.descriptor.v1.TypeDef\x11\x03\x06\x00\x04name\x01\x14\x02\x00\x00\x00\x07package\x02\x03\x01\x00\x00\x00\x06parent\x03\x03\x01\x05\x03\x04\x01\x00\x05notes\x04\x16\x00\x02\x02\x01\x02\x00\x0bfingerprint\x05\x04\x01\t\x00\x00\x04body\x06\x17\x00\x00\x02\x02\x01\x00!stillwire.descriptor.v1.StructDef\x04\x01\x02\x00\x04size\x01\x03\x01\x00\x00\x00\x06fields\x02\x1a\x16\x00\x05\x02\x00\x00\x00#stillwire.descriptor.v1.StructField\x05\x04\x06\x00\x04name\x01\x14\x02\x00\x00\x00\x05notes\x02\x16\x00\x02\x02\x01\x02\x00\x02ty\x03\x17\x00\x03\x02\x02\x01\x00\x02at\x04\x03\x01\x00\x00\x00\x05rules\x05\x1a\x16\x00\x18\x02\x03\x00\x00\tsensitive\x06\x00\x00\x04\x01\x00\x00\"stillwire.descriptor.v1.MessageDef\x04\x01\x03\x00\x07scalars\x01\x02\x01\x00\x00\x00\x05slots\x02\x02\x01\x02\x00\x00\x06fields\x03\x1a\x16\x00\x07\x02\x00\x00\x00\x1dstillwire.descriptor.v1.Field\x0b\t\x0e\x00\x07ordinal\x01\x02\x01\x00\x00\x00\x04name\x02\x14\x02\x00\x00\x00\x05notes\x03\x16\x00\x02\x02\x01\x02\x00\x02ty\x04\x17\x00\x03\x02\x02\x01\x00\x08optional\x05\x00\x00\x02\x01\x00\x00\x05place\x06\x17\x00\x01\x02\x03\x01\x00\x08presence\x07\x17\x00\x02\x02\x04\x01\x00\x07default\x08\x17\x00\x04\x02\x05\x02\x00\x0cdefault_bits\t\x04\x01\x03\x00\x00\x05rules\n\x1a\x16\x00\x18\x02\x06\x00\x00\x08reserved\x0b\x00\x00\x02\x02\x00\x00\tsensitive\x0c\x00\x00\x02\x04\x00\x00\x05later\r\x1a\x16\x00\t\x02\x07\x00\x00\x07mapping\x0e\x16\x00\x08\x02\x08\x02\x00\x1fstillwire.descriptor.v1.Mapping\x05\x02\x04\x00\x06number\x01\x03\x01\x00\x00\x00\x04name\x02\x14\x02\x00\x00\x00\x04json\x03\x14\x02\x01\x00\x00\x08expanded\x04\x00\x00\x04\x01\x00\x00\x1dstillwire.descriptor.v1.Later\x02\x01\x02\x00\x07ordinal\x01\x02\x01\x00\x00\x00\x04name\x02\x14\x02\x00\x00\x00 stillwire.descriptor.v1.UnionDef\x01\x01\x03\x00\x06closed\x01\x00\x00\x00\x01\x00\x00\x08variants\x02\x1a\x16\x00\x0b\x02\x00\x00\x00\x05oneof\x03\x00\x00\x00\x02\x00\x00\x1fstillwire.descriptor.v1.Variant\x06\x05\x0b\x00\x07ordinal\x01\x02\x01\x00\x00\x00\x04name\x02\x14\x02\x00\x00\x00\x05notes\x03\x16\x00\x02\x02\x01\x02\x00\x02ty\x04\x17\x00\x03\x02\x02\x02\x00\x05rules\x05\x1a\x16\x00\x18\x02\x03\x00\x00\x08reserved\x06\x00\x00\x02\x01\x00\x00\tsensitive\x07\x00\x00\x02\x02\x00\x00\x06status\x08\x10\x00\x00\x01\x03\x00\x00\tretryable\t\x00\x00\x02\x04\x00\x00\x06member\n\x02\x01\x04\x00\x00\x07mapping\x0b\x16\x00\x08\x02\x04\x02\x00 stillwire.descriptor.v1.ErrorDef\x00\x02\x02\x00\x08variants\x01\x1a\x16\x00\x0b\x02\x00\x00\x00\x06layout\x02\x16\x00\x06\x02\x01\x01\x00\x1fstillwire.descriptor.v1.EnumDef\x02\x03\x05\x00\x06closed\x01\x00\x00\x00\x01\x00\x00\x04repr\x02\x10\x00\x01\x01\x01\x00\x00\x06values\x03\x1a\x16\x00\x0f\x02\x00\x00\x00\x08reserved\x04\x1a\x16\x00\x10\x02\x01\x00\x00\x07aliases\x05\x1a\x16\x00\x0e\x02\x02\x00\x00!stillwire.descriptor.v1.OtherName\x08\x01\x02\x00\x06number\x01\x08\x01\x00\x00\x00\x04name\x02\x14\x02\x00\x00\x00!stillwire.descriptor.v1.EnumValue\x08\x03\x04\x00\x04name\x01\x14\x02\x00\x00\x00\nproto_name\x02\x14\x02\x01\x00\x00\x06number\x03\x08\x01\x00\x00\x00\x05notes\x04\x16\x00\x02\x02\x02\x02\x00%stillwire.descriptor.v1.ReservedRange\x10\x01\x03\x00\x05first\x01\x08\x01\x00\x00\x00\x04last\x02\x08\x01\x08\x00\x00\x04note\x03\x14\x02\x00\x00\x00 stillwire.descriptor.v1.FlagsDef\x01\x01\x02\x00\x04repr\x01\x10\x00\x01\x01\x00\x00\x00\x05flags\x02\x1a\x16\x00\x12\x02\x00\x00\x00\x1cstillwire.descriptor.v1.Flag\x08\x02\x03\x00\x04name\x01\x14\x02\x00\x00\x00\x04bits\x02\x04\x01\x00\x00\x00\x05notes\x03\x16\x00\x02\x02\x01\x02\x00 stillwire.descriptor.v1.ListType\x00\x01\x01\x00\x02of\x01\x17\x00\x03\x02\x00\x01\x00\x1fstillwire.descriptor.v1.MapType\x00\x02\x02\x00\x03key\x01\x17\x00\x03\x02\x00\x01\x00\x05value\x02\x17\x00\x03\x02\x01\x01\x00!stillwire.descriptor.v1.ArrayType\x04\x01\x02\x00\x02of\x01\x17\x00\x03\x02\x00\x01\x00\x05count\x02\x03\x01\x00\x00\x00#stillwire.descriptor.v1.NamedNumber\x0c\x01\x03\x00\x02ty\x01\x03\x01\x00\x00\x00\x04name\x02\x14\x02\x00\x00\x00\x06number\x03\x08\x01\x04\x00\x00!stillwire.descriptor.v1.NamedBits\x0c\x01\x03\x00\x02ty\x01\x03\x01\x00\x00\x00\x05names\x02\x1a\x14\x02\x00\x00\x00\x04bits\x03\x04\x01\x04\x00\x00\x1cstillwire.descriptor.v1.Rule\x00\x03\x03\x00\x02at\x01\x1a\x10\x00\x02\x02\x00\x00\x00\x04test\x02\x17\x00\x06\x02\x01\x01\x00\x04text\x03\x14\x02\x02\x00\x00\"stillwire.descriptor.v1.WholeRange\x00\x02\x02\x00\x03low\x01\x17\x00\x05\x02\x00\x01\x00\x04high\x02\x17\x00\x05\x02\x01\x01\x00\"stillwire.descriptor.v1.FloatRange\x11\x00\x04\x00\x03low\x01\x0b\x01\x00\x00\x00\x04high\x02\x0b\x01\x08\x00\x00\x06low_in\x03\x00\x00\x10\x01\x00\x00\x07high_in\x04\x00\x00\x10\x02\x00\x00 stillwire.descriptor.v1.LenRange\x10\x00\x02\x00\x03low\x01\x04\x01\x00\x00\x00\x04high\x02\x04\x01\x08\x00\x00 stillwire.descriptor.v1.Constant\x00\x04\x04\x00\x04name\x01\x14\x02\x00\x00\x00\x05notes\x02\x16\x00\x02\x02\x01\x02\x00\x02ty\x03\x17\x00\x03\x02\x02\x01\x00\x05value\x04\x17\x00\x04\x02\x03\x01\x00\x1dstillwire.descriptor.v1.Alias\x00\x04\x04\x00\x04name\x01\x14\x02\x00\x00\x00\x05notes\x02\x16\x00\x02\x02\x01\x02\x00\x02ty\x03\x17\x00\x03\x02\x02\x01\x00\x05rules\x04\x1a\x16\x00\x18\x02\x03\x00\x00\"stillwire.descriptor.v1.ServiceDef\x00\x03\x03\x00\x04name\x01\x14\x02\x00\x00\x00\x05notes\x02\x16\x00\x02\x02\x01\x02\x00\x07methods\x03\x1a\x16\x00\x1f\x02\x02\x00\x00!stillwire.descriptor.v1.MethodDef\x16\x03\n\x00\x04name\x01\x14\x02\x00\x00\x00\x05route\x02\x14\x02\x01\x00\x00\x05notes\x03\x16\x00\x02\x02\x02\x02\x00\x05input\x04\x03\x01\x01\x03\x00\x01\x00\x10client_streaming\x05\x00\x00\x00\x02\x00\x00\x06output\x06\x03\x01\x05\x03\x00\x04\x00\x10server_streaming\x07\x00\x00\x00\x08\x00\x00\x06throws\x08\x03\x01\t\x03\x00\x10\x00\x0bidempotency\t\x10\x00\x03\x01\r\x00\x00\x07timeout\n\r\x01\x0e\x03\x00 \x00\x01\x1bstillwire.descriptor.v1.Bit\x03\x02\x00\x04byte\x02\x00\x00\x04mask\x01\x02\x00\x07\x1cstillwire.descriptor.v1.Body\x07\x00\x06struct\x01\x16\x00\x04\x00\x07message\x01\x16\x00\x06\x00\x05union\x01\x16\x00\n\x00\x04enum\x01\x16\x00\r\x00\x05flags\x01\x16\x00\x11\x00\x07newtype\x01\x17\x00\x03\x00\x05error\x01\x16\x00\x0c\x00\x00\x00\x1dstillwire.descriptor.v1.Place\x03\x00\x03bit\x01\x12\x00\x00\x00\x06scalar\x01\x02\x00\x04slot\x01\x02\x00\x00\x00 stillwire.descriptor.v1.Presence\x04\x00\x06always\x00\x00\x08required\x00\x00\x05range\x00\x00\x03bit\x01\x12\x00\x00\x00\x00\x00\x1cstillwire.descriptor.v1.Type\x0f\x00\x04bool\x00\x00\x03int\x01\x10\x00\x01\x00\x03f32\x00\x00\x03f64\x00\x00\x06string\x00\x00\x05bytes\x00\x00\ttimestamp\x00\x00\x08duration\x00\x00\x04uuid\x00\x00\x07decimal\x01\x01\x00\x05named\x01\x03\x00\x07encoded\x01\x03\x00\x04list\x01\x16\x00\x13\x00\x03map\x01\x16\x00\x14\x00\x05array\x01\x16\x00\x15\x00\x00\x00\x1dstillwire.descriptor.v1.Value\x07\x00\x04bool\x01\x00\x00\x03int\x01\x17\x00\x05\x00\x05float\x01\x0b\x00\x06string\x01\x14\x00\x05bytes\x01\x15\x00\x04enum\x01\x16\x00\x16\x00\x05flags\x01\x16\x00\x17\x00\x00\x00\x1dstillwire.descriptor.v1.Whole\x02\x00\x08positive\x01\x04\x00\x08negative\x01\x08\x00\x00\x00\x1cstillwire.descriptor.v1.Test\t\x00\x05whole\x01\x16\x00\x19\x00\twhole_not\x01\x17\x00\x05\x00\x05float\x01\x16\x00\x1a\x00\tfloat_not\x01\x0b\x00\x06finite\x00\x00\x07nonzero\x00\x00\x03len\x01\x16\x00\x1b\x00\x06unique\x00\x00\x04utf8\x00\x00\x00\x00\x04\x1estillwire.descriptor.v1.Status\x01\x11\x00\x04none\x0bSTATUS_NONE\x02\tcancelled\x10STATUS_CANCELLED\x04\runknown_error\x14STATUS_UNKNOWN_ERROR\x06\x10invalid_argument\x17STATUS_INVALID_ARGUMENT\x08\x11deadline_exceeded\x18STATUS_DEADLINE_EXCEEDED\n\tnot_found\x10STATUS_NOT_FOUND\x0c\x0ealready_exists\x15STATUS_ALREADY_EXISTS\x0e\x11permission_denied\x18STATUS_PERMISSION_DENIED\x10\x12resource_exhausted\x19STATUS_RESOURCE_EXHAUSTED\x12\x13failed_precondition\x1aSTATUS_FAILED_PRECONDITION\x14\x07aborted\x0eSTATUS_ABORTED\x16\x0cout_of_range\x13STATUS_OUT_OF_RANGE\x18\runimplemented\x14STATUS_UNIMPLEMENTED\x1a\x08internal\x0fSTATUS_INTERNAL\x1c\x0bunavailable\x12STATUS_UNAVAILABLE\x1e\tdata_loss\x10STATUS_DATA_LOSS \x0funauthenticated\x16STATUS_UNAUTHENTICATED\x00\x00\x1bstillwire.descriptor.v1.Int\x01\x0e\x00\x02u8\x06INT_U8\x02\x03u16\x07INT_U16\x04\x03u32\x07INT_U32\x06\x03u64\x07INT_U64\x08\x02i8\x06INT_I8\n\x03i16\x07INT_I16\x0c\x03i32\x07INT_I32\x0e\x03i64\x07INT_I64\x10\x05int32\tINT_INT32\x12\x05int64\tINT_INT64\x14\x07fixed32\x0bINT_FIXED32\x16\x07fixed64\x0bINT_FIXED64\x18\x08sfixed32\x0cINT_SFIXED32\x1a\x08sfixed64\x0cINT_SFIXED64\x00\x00\x1cstillwire.descriptor.v1.Step\x01\x03\x00\x04each\tSTEP_EACH\x02\x03key\x08STEP_KEY\x04\x05value\nSTEP_VALUE\x00\x00#stillwire.descriptor.v1.Idempotency\x01\x03\x00\x0bunspecified\x17IDEMPOTENCY_UNSPECIFIED\x02\x04safe\x10IDEMPOTENCY_SAFE\x04\nidempotent\x16IDEMPOTENCY_IDEMPOTENT\x00\x00\x00",
                    &[],
                );
                PACKED.get()
            }
            static __HINTS: [__codec::message::Hint; 32] = [const {
                __codec::message::Hint::new()
            }; 32];
        }
    }
}
