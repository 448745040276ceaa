//! The checked model: what a schema means, with every name resolved and every rule held.
//!
//! Generators read this and nothing else. A [`Model`] exists only when the compiler found no
//! error, so whoever walks it may rely on the following:
//!
//! - `TypeId`s index [`Model::types`], `usize` package numbers index [`Model::packages`];
//! - fields and variants are sorted by ordinal and dense from 1, tombstones included; of a `oneof`'s ordinals the message
//!   has the first as a field, and the others in [`Field::later`];
//! - aliases and constants are replaced by what they stand for, but newtypes are types of their own;
//! - `Type::Array`, struct fields and their elements have a fixed size of at most 65,535 bytes, and
//!   structs do not contain themselves;
//! - every message can be built: no message requires itself;
//! - map keys are `bool`, integers, `string`, `uuid` or enums;
//! - names have the right case and are unique after lower-casing and dropping `_`, so that a
//!   target language may re-case them freely.

use std::path::PathBuf;
use std::time::Duration;

use crate::span::Span;

pub use crate::condition::{Rule, Step, Test};

/// Names one type of a [`Model`]: an index into [`Model::types`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeId(pub u32);

/// Everything that a compilation knows.
#[derive(Debug, Clone, Default)]
pub struct Model {
    /// The packages asked for and all that they import; imported ones come before their importers.
    pub packages: Vec<Package>,
    /// All types of all packages; [`TypeId`] indexes this.
    pub types: Vec<TypeDef>,
}

/// One package: the unit of import and of output.
#[derive(Debug, Clone)]
pub struct Package {
    /// Dotted path: `acme.trading.v1`.
    pub name: String,
    /// Doc lines of the `package` lines of all its files, without the `///`.
    pub docs: Vec<String>,
    /// Its types in declaration order, a nested type right after the one around it.
    pub types: Vec<TypeId>,
    /// Its constants in declaration order.
    pub consts: Vec<Const>,
    /// Its aliases in declaration order. Uses of them are resolved already.
    pub aliases: Vec<Alias>,
    /// Its services in declaration order.
    pub services: Vec<Service>,
    /// The files that it was read from, sorted.
    pub files: Vec<PathBuf>,
    /// Packages that it imports, sorted, without itself.
    pub uses: Vec<usize>,
    /// True when it was asked for, false when it is only imported.
    pub requested: bool,
}

/// One named type.
#[derive(Debug, Clone)]
pub struct TypeDef {
    /// `PascalCase` name, without package and parents.
    pub name: String,
    /// The package that it belongs to.
    pub package: usize,
    /// The message that it is declared in, if it is nested.
    pub parent: Option<TypeId>,
    /// Doc lines, without the `///`.
    pub docs: Vec<String>,
    /// The note of `#[deprecated("…")]`; empty for `#[deprecated]`.
    pub deprecated: Option<String>,
    /// The version of `#[since("…")]`.
    pub since: Option<String>,
    /// What protobuf and JSON call it, where that does not follow.
    pub proto: Mapping,
    /// Where its name stands, for errors of later stages.
    pub span: Span,
    /// What it is.
    pub body: TypeBody,
}

/// The kinds of data, and the errors that methods throw.
#[derive(Debug, Clone)]
pub enum TypeBody {
    /// Plain data of fixed size, frozen for ever.
    Struct(Struct),
    /// A record that evolves.
    Message(Message),
    /// One of several alternatives; open, unless it is `closed`.
    Union(Union),
    /// A named number; open, unless it is `closed`.
    Enum(Enum),
    /// A set of named bits; open.
    Flags(Flags),
    /// A type of its own in Rust, and another type on the wire: `#[newtype] type`.
    Newtype(Newtype),
    /// What a method throws; open. It is no type of data: no field has it.
    Error(Error),
}

/// Plain data, packed in order.
#[derive(Debug, Clone)]
pub struct Struct {
    /// At least one field, in the order of the bytes.
    pub fields: Vec<StructField>,
}

/// A field of a struct; its type has a fixed size.
#[derive(Debug, Clone)]
pub struct StructField {
    /// `snake_case` name.
    pub name: String,
    /// Doc lines, without the `///`.
    pub docs: Vec<String>,
    /// The note of `#[deprecated("…")]`.
    pub deprecated: Option<String>,
    /// The version of `#[since("…")]`.
    pub since: Option<String>,
    /// A type of fixed size: scalar, enum, struct, or array of such.
    pub ty: Type,
    /// What its values must be beyond their type, those of its type's aliases included.
    pub rules: Vec<Rule>,
    /// `#[sensitive]`: kept out of `Debug` and of errors.
    pub sensitive: bool,
    /// Where its name stands.
    pub span: Span,
}

/// A record that evolves.
#[derive(Debug, Clone)]
pub struct Message {
    /// In ordinal order, dense from 1, tombstones included.
    pub fields: Vec<Field>,
}

/// A field of a message, or the tombstone of one.
#[derive(Debug, Clone)]
pub struct Field {
    /// 1 to 65,535; the position in the layout.
    pub ordinal: u32,
    /// `snake_case` name. Of a tombstone it may be empty.
    pub name: String,
    /// Doc lines, without the `///`.
    pub docs: Vec<String>,
    /// The note of `#[deprecated("…")]`.
    pub deprecated: Option<String>,
    /// The version of `#[since("…")]`.
    pub since: Option<String>,
    /// Its type, without the `?`.
    pub ty: Type,
    /// `T?`: absence is a state of its own. Without it a message, carried as bytes or not, or a union is required, and all
    /// else is never absent.
    pub optional: bool,
    /// What an absent field means, when that is not zero or empty. Never together with `optional`;
    /// a default that is written but equals zero is `None`.
    pub default: Option<Value>,
    /// What its values must be beyond their type, those of its type's aliases included. Absence meets every rule.
    pub rules: Vec<Rule>,
    /// `#[sensitive]`: kept out of `Debug` and of errors.
    pub sensitive: bool,
    /// A tombstone: keeps the place of a removed field; has a type, never a value.
    pub reserved: bool,
    /// Of a `oneof`: the ordinals of all its members but the first, ascending, with their names. They take no place.
    pub later: Vec<(u32, String)>,
    /// What protobuf and JSON call it, where that does not follow.
    pub proto: Mapping,
    /// Where its name (of a nameless tombstone, its ordinal) stands.
    pub span: Span,
}

/// One of several alternatives.
#[derive(Debug, Clone)]
pub struct Union {
    /// `closed`: readers refuse variants that they do not know.
    pub closed: bool,
    /// Declared by `oneof` in the message that is its parent, which has one field of it; no name in a schema means it.
    pub oneof: bool,
    /// In ordinal order, dense from 1, tombstones included; at least one is no tombstone.
    pub variants: Vec<Variant>,
}

/// One alternative of a union, or the tombstone of one.
#[derive(Debug, Clone)]
pub struct Variant {
    /// 1 to 65,535; the tag on the wire. That of a `oneof`'s member is its position among them.
    pub ordinal: u32,
    /// The ordinal that the schema gives it: another one only in a `oneof`, whose members have ordinals of the message.
    pub member: u32,
    /// `snake_case` name. Of a tombstone it may be empty.
    pub name: String,
    /// Doc lines, without the `///`.
    pub docs: Vec<String>,
    /// The note of `#[deprecated("…")]`.
    pub deprecated: Option<String>,
    /// The version of `#[since("…")]`.
    pub since: Option<String>,
    /// The payload, if it has one.
    pub ty: Option<Type>,
    /// What the payload must be beyond its type, those of its type's aliases included.
    pub rules: Vec<Rule>,
    /// `#[sensitive]`: kept out of `Debug` and of errors.
    pub sensitive: bool,
    /// A tombstone: the ordinal must not be used again.
    pub reserved: bool,
    /// What protobuf and JSON call it, where that does not follow.
    pub proto: Mapping,
    /// Where its name stands.
    pub span: Span,
}

/// What a method throws: alternatives as those of a union, each with the status that carries it.
#[derive(Debug, Clone)]
pub struct Error {
    /// In ordinal order, dense from 1, tombstones included; at least one is no tombstone.
    pub variants: Vec<ErrorVariant>,
}

/// One alternative of an error, or the tombstone of one.
#[derive(Debug, Clone)]
pub struct ErrorVariant {
    /// What it is called and what it holds.
    pub variant: Variant,
    /// The status that carries it; of a tombstone, [`StatusCode::Unknown`].
    pub status: StatusCode,
    /// `retryable`: the same call may succeed later.
    pub retryable: bool,
}

/// A named number. A reader keeps numbers that it does not know, unless it is closed.
#[derive(Debug, Clone)]
pub struct Enum {
    /// `closed`: readers refuse numbers that they do not know.
    pub closed: bool,
    /// The width on the wire; 8, 16 or 32 bits.
    pub repr: Int,
    /// In declaration order; numbers are unique, fit `repr` and `i32`, and include 0.
    pub values: Vec<EnumValue>,
    /// Numbers that must not be used again.
    pub reserved: Vec<ReservedRange>,
}

/// One value of an enum.
#[derive(Debug, Clone)]
pub struct EnumValue {
    /// `snake_case` name.
    pub name: String,
    /// Its number.
    pub number: i64,
    /// Doc lines, without the `///`.
    pub docs: Vec<String>,
    /// The note of `#[deprecated("…")]`.
    pub deprecated: Option<String>,
    /// The version of `#[since("…")]`.
    pub since: Option<String>,
    /// What protobuf and JSON call it, where that does not follow.
    pub proto: Mapping,
    /// Where its name stands.
    pub span: Span,
}

/// A type of its own that is another one on the wire.
#[derive(Debug, Clone)]
pub struct Newtype {
    /// What it wraps: a scalar but `bool`, `string`, `bytes`, an enum, flags, a newtype, or an array of these.
    pub ty: Type,
}

/// A set of named bits in an unsigned integer. A reader keeps bits that it does not know.
#[derive(Debug, Clone)]
pub struct Flags {
    /// The width on the wire: an unsigned integer.
    pub repr: Int,
    /// In declaration order; at least one. Bits fit `repr`, and no two members have the same.
    pub members: Vec<Flag>,
}

/// One flag: a bit, several, or none.
#[derive(Debug, Clone)]
pub struct Flag {
    /// `snake_case` name.
    pub name: String,
    /// Its bits.
    pub bits: u64,
    /// Doc lines, without the `///`.
    pub docs: Vec<String>,
    /// The note of `#[deprecated("…")]`.
    pub deprecated: Option<String>,
    /// The version of `#[since("…")]`.
    pub since: Option<String>,
    /// Where its name stands.
    pub span: Span,
}

/// Numbers of an enum that must not be used again, both ends included.
#[derive(Debug, Clone)]
pub struct ReservedRange {
    /// The lowest.
    pub first: i64,
    /// The highest.
    pub last: i64,
    /// Why, in the words of the schema; may be empty.
    pub note: String,
}

/// The integer types.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say all there is to say")]
pub enum Int {
    U8,
    U16,
    U32,
    U64,
    I8,
    I16,
    I32,
    I64,
}

/// What `#[proto(…)]` says: numbers and names in protobuf and JSON that do not follow from the schema's.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mapping {
    /// The field number of a member.
    pub number: Option<u32>,
    /// The name in a `.proto`: of a member, a value of an enum, a type, a service or a method.
    pub name: Option<String>,
    /// The name of a member in JSON.
    pub json: Option<String>,
    /// Whether repeated numbers are written each with a tag: `packed = false`.
    pub expanded: bool,
    /// Other names of a value of an enum.
    pub aliases: Vec<String>,
    /// Field numbers of a message, first and last, that must not be used.
    pub reserved: Vec<(u32, u32)>,
    /// Names in a `.proto` that must not be used in a message or an enum.
    pub reserved_names: Vec<String>,
}

impl Mapping {
    /// One that says nothing.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            number: None,
            name: None,
            json: None,
            expanded: false,
            aliases: Vec::new(),
            reserved: Vec::new(),
            reserved_names: Vec::new(),
        }
    }

    /// The name in a `.proto` of what the schema calls `name`.
    #[must_use]
    pub fn name_or<'a>(&'a self, name: &'a str) -> &'a str {
        self.name.as_deref().unwrap_or(name)
    }
}

/// The integers that have a protobuf type of their own: `int32`, and so on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are protobuf's")]
pub enum ProtoInt {
    Int32,
    Int64,
    Fixed32,
    Fixed64,
    Sfixed32,
    Sfixed64,
}

/// The type of a value.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Type {
    /// `bool`.
    Bool,
    /// `u8`.
    U8,
    /// `u16`.
    U16,
    /// `u32`.
    U32,
    /// `u64`.
    U64,
    /// `i8`.
    I8,
    /// `i16`.
    I16,
    /// `i32`.
    I32,
    /// `i64`.
    I64,
    /// `int32`, …: an integer in all but its protobuf type.
    Proto(ProtoInt),
    /// `f32`.
    F32,
    /// `f64`.
    F64,
    /// `string`: UTF-8.
    String,
    /// `bytes`.
    Bytes,
    /// `timestamp`: nanoseconds since 1970-01-01 UTC in an `i64`.
    Timestamp,
    /// `duration`: nanoseconds in an `i64`.
    Duration,
    /// `uuid`: 16 bytes.
    Uuid,
    /// `decimal<S>`: an `i64` counted in units of 10^-S; S is 0 to 18.
    Decimal(u8),
    /// A struct, message, union, enum, set of flags or newtype.
    Named(TypeId),
    /// `encoded<T>`: the bytes of a root message, verified when somebody asks; T is a message.
    Encoded(TypeId),
    /// `list<T>`.
    List(Box<Self>),
    /// `map<K, V>`.
    Map(Box<Self>, Box<Self>),
    /// `[T; N]`: N is 1 to 65,535 and T has a fixed size.
    Array(Box<Self>, u32),
}

/// A value that stands in a schema: a default or a constant.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Of `bool`.
    Bool(bool),
    /// Of any integer type; fits it.
    Int(i128),
    /// Of `f64`, or of `f32`, then exact when narrowed. Finite.
    Float(f64),
    /// Of `string`.
    String(String),
    /// Of `bytes`.
    Bytes(Vec<u8>),
    /// Of an enum.
    Enum {
        /// The enum.
        ty: TypeId,
        /// The value's `snake_case` name.
        name: String,
        /// Its number.
        number: i64,
    },
    /// Of a set of flags.
    Flags {
        /// The set's type.
        ty: TypeId,
        /// The `snake_case` names that are joined; none for 0.
        names: Vec<String>,
        /// All their bits.
        bits: u64,
    },
}

/// A constant: documentation for readers, and usable in other constants, defaults and array lengths.
#[derive(Debug, Clone)]
pub struct Const {
    /// `SCREAMING_SNAKE` name.
    pub name: String,
    /// Doc lines, without the `///`.
    pub docs: Vec<String>,
    /// The note of `#[deprecated("…")]`.
    pub deprecated: Option<String>,
    /// The version of `#[since("…")]`.
    pub since: Option<String>,
    /// `bool`, an integer, a float, `string`, `bytes`, an enum or flags.
    pub ty: Type,
    /// Its value; of that type.
    pub value: Value,
    /// Where its name stands.
    pub span: Span,
}

/// Another name for a type.
#[derive(Debug, Clone)]
pub struct Alias {
    /// `PascalCase` name.
    pub name: String,
    /// Doc lines, without the `///`.
    pub docs: Vec<String>,
    /// The note of `#[deprecated("…")]`.
    pub deprecated: Option<String>,
    /// The version of `#[since("…")]`.
    pub since: Option<String>,
    /// What it stands for.
    pub ty: Type,
    /// What its values must be beyond their type. Uses of the alias have them already.
    pub rules: Vec<Rule>,
    /// Where its name stands.
    pub span: Span,
}

/// A group of methods.
#[derive(Debug, Clone)]
pub struct Service {
    /// `PascalCase` name.
    pub name: String,
    /// Doc lines, without the `///`.
    pub docs: Vec<String>,
    /// The note of `#[deprecated("…")]`.
    pub deprecated: Option<String>,
    /// The version of `#[since("…")]`.
    pub since: Option<String>,
    /// In declaration order.
    pub methods: Vec<Method>,
    /// What protobuf and JSON call it, where that does not follow.
    pub proto: Mapping,
    /// Where its name stands.
    pub span: Span,
}

/// One method; its route is `/package.Service/PascalCaseName`, unless it has another name in protobuf.
#[derive(Debug, Clone)]
pub struct Method {
    /// `snake_case` name.
    pub name: String,
    /// Doc lines, without the `///`.
    pub docs: Vec<String>,
    /// The note of `#[deprecated("…")]`.
    pub deprecated: Option<String>,
    /// The version of `#[since("…")]`.
    pub since: Option<String>,
    /// The request, a message; `None` is the empty message.
    pub input: Option<TypeId>,
    /// True when the client sends many.
    pub client_streaming: bool,
    /// The response, a message; `None` is the empty message.
    pub output: Option<TypeId>,
    /// True when the server sends many.
    pub server_streaming: bool,
    /// The error that it throws.
    pub throws: Option<TypeId>,
    /// What a repeated call does.
    pub idempotency: Idempotency,
    /// The deadline that a client sets when its caller names none.
    pub timeout: Option<Duration>,
    /// What protobuf and JSON call it, where that does not follow.
    pub proto: Mapping,
    /// Where its name stands.
    pub span: Span,
}

macro_rules! statuses {
    ($($name:ident $word:literal)*) => {
        /// What a call fails with: gRPC's codes but OK.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[expect(missing_docs, reason = "the names are gRPC's")]
        pub enum StatusCode { $($name),* }

        impl StatusCode {
            /// All of them, in the order of their numbers.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// As a schema writes it: `not_found`.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$name => $word),* }
            }
        }
    };
}

statuses! {
    Cancelled "cancelled"
    Unknown "unknown"
    InvalidArgument "invalid_argument"
    DeadlineExceeded "deadline_exceeded"
    NotFound "not_found"
    AlreadyExists "already_exists"
    PermissionDenied "permission_denied"
    ResourceExhausted "resource_exhausted"
    FailedPrecondition "failed_precondition"
    Aborted "aborted"
    OutOfRange "out_of_range"
    Unimplemented "unimplemented"
    Internal "internal"
    Unavailable "unavailable"
    DataLoss "data_loss"
    Unauthenticated "unauthenticated"
}

/// What a repeated call does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Idempotency {
    /// Nothing is promised.
    #[default]
    None,
    /// `#[safe]`: changes nothing.
    Safe,
    /// `#[idempotent]`: a second call changes nothing more.
    Idempotent,
}

impl Model {
    /// The type that `id` names.
    ///
    /// # Panics
    /// When `id` comes from another model.
    #[must_use]
    pub fn get(&self, id: TypeId) -> &TypeDef {
        &self.types[id.0 as usize]
    }

    /// The type without newtypes, at any depth: what lies on the wire.
    #[must_use]
    pub fn underlying(&self, ty: &Type) -> Type {
        match ty {
            Type::Named(id) => match &self.get(*id).body {
                TypeBody::Newtype(body) => self.underlying(&body.ty),
                _ => ty.clone(),
            },
            Type::List(of) => Type::List(Box::new(self.underlying(of))),
            Type::Array(of, count) => Type::Array(Box::new(self.underlying(of)), *count),
            Type::Map(key, value) => Type::Map(
                Box::new(self.underlying(key)),
                Box::new(self.underlying(value)),
            ),
            _ => ty.clone(),
        }
    }

    /// Name with its parents, without the package: `Order.Leg`.
    #[must_use]
    pub fn dotted_name(&self, id: TypeId) -> String {
        self.path(id, |def| &def.name).join(".")
    }

    /// Name with package and parents, as protobuf, gRPC and reflection know it: `acme.trading.v1.Order.Leg`.
    #[must_use]
    pub fn full_name(&self, id: TypeId) -> String {
        let path = self.path(id, |def| def.proto.name_or(&def.name));
        let package = &self.packages[self.get(id).package].name;
        format!("{package}.{}", path.join("."))
    }

    /// Parents' names and its own run together: `OrderLeg`. Unique in its package.
    #[must_use]
    pub fn flat_name(&self, id: TypeId) -> String {
        self.path(id, |def| &def.name).concat()
    }

    /// The union that a field's type is, if a `oneof` declares it.
    #[must_use]
    pub fn oneof(&self, ty: &Type) -> Option<(TypeId, &Union)> {
        match ty {
            Type::Named(id) => match &self.get(*id).body {
                TypeBody::Union(body) if body.oneof => Some((*id, body)),
                _ => None,
            },
            _ => None,
        }
    }

    /// The path of a method: `/acme.trading.v1.OrderBook/PlaceOrder`.
    #[must_use]
    pub fn route(&self, package: &Package, service: &Service, method: &Method) -> String {
        format!(
            "/{}.{}/{}",
            package.name,
            service.proto.name_or(&service.name),
            method.proto_name()
        )
    }

    fn path<'m>(&'m self, id: TypeId, name: impl Fn(&'m TypeDef) -> &'m str) -> Vec<&'m str> {
        let mut at = self.get(id);
        let mut path = vec![name(at)];
        while let Some(parent) = at.parent {
            at = self.get(parent);
            path.push(name(at));
        }
        path.reverse();
        path
    }
}

impl Method {
    /// Its name in a `.proto`, which is the end of its route: `PlaceOrder`.
    #[must_use]
    pub fn proto_name(&self) -> String {
        let named = self.proto.name.clone();
        named.unwrap_or_else(|| crate::names::pascal(&self.name))
    }
}

impl Message {
    /// The last ordinal that is taken; 0 if none is.
    #[must_use]
    pub fn last_ordinal(&self) -> u32 {
        let later = self.fields.iter().flat_map(|f| &f.later).map(|(n, _)| *n);
        let own = self.fields.iter().map(|f| f.ordinal);
        own.chain(later).max().unwrap_or(0)
    }
}

impl Error {
    /// The message that is the same in protobuf: a `oneof` and as many fields of which one is there look alike on the wire.
    ///
    /// A variant without payload is `google.protobuf.Empty` there, which is bytes of which nothing is wanted.
    #[must_use]
    pub fn as_message(&self) -> Message {
        let field = |thrown: &ErrorVariant| {
            let variant = thrown.variant.clone();
            Field {
                ordinal: variant.ordinal,
                name: variant.name,
                docs: Vec::new(),
                deprecated: None,
                since: None,
                ty: variant.ty.unwrap_or(Type::Bytes),
                optional: true,
                default: None,
                rules: variant.rules,
                proto: variant.proto,
                reserved: variant.reserved,
                later: Vec::new(),
                sensitive: variant.sensitive,
                span: variant.span,
            }
        };
        Message {
            fields: self.variants.iter().map(field).collect(),
        }
    }

    /// Its variants, tombstones included, without what carries them.
    pub fn bare(&self) -> impl Iterator<Item = &Variant> {
        self.variants.iter().map(|v| &v.variant)
    }

    /// Its variants without the tombstones.
    pub fn live(&self) -> impl Iterator<Item = &ErrorVariant> {
        self.variants.iter().filter(|v| !v.variant.reserved)
    }
}

impl Int {
    /// The type that this integer is as a value.
    #[must_use]
    pub fn ty(self) -> Type {
        match self {
            Self::U8 => Type::U8,
            Self::U16 => Type::U16,
            Self::U32 => Type::U32,
            Self::U64 => Type::U64,
            Self::I8 => Type::I8,
            Self::I16 => Type::I16,
            Self::I32 => Type::I32,
            Self::I64 => Type::I64,
        }
    }

    /// Width in bytes.
    #[must_use]
    pub fn bytes(self) -> u32 {
        match self {
            Self::U8 | Self::I8 => 1,
            Self::U16 | Self::I16 => 2,
            Self::U32 | Self::I32 => 4,
            Self::U64 | Self::I64 => 8,
        }
    }

    /// The smallest and the largest number.
    #[must_use]
    pub fn range(self) -> (i128, i128) {
        match self {
            Self::U8 => (0, u8::MAX.into()),
            Self::U16 => (0, u16::MAX.into()),
            Self::U32 => (0, u32::MAX.into()),
            Self::U64 => (0, u64::MAX.into()),
            Self::I8 => (i8::MIN.into(), i8::MAX.into()),
            Self::I16 => (i16::MIN.into(), i16::MAX.into()),
            Self::I32 => (i32::MIN.into(), i32::MAX.into()),
            Self::I64 => (i64::MIN.into(), i64::MAX.into()),
        }
    }

    /// As written in a schema: `u8`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::U8 => "u8",
            Self::U16 => "u16",
            Self::U32 => "u32",
            Self::U64 => "u64",
            Self::I8 => "i8",
            Self::I16 => "i16",
            Self::I32 => "i32",
            Self::I64 => "i64",
        }
    }
}

impl ProtoInt {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Int32,
        Self::Int64,
        Self::Fixed32,
        Self::Fixed64,
        Self::Sfixed32,
        Self::Sfixed64,
    ];

    /// What it is but for protobuf.
    #[must_use]
    pub fn int(self) -> Int {
        match self {
            Self::Int32 | Self::Sfixed32 => Int::I32,
            Self::Int64 | Self::Sfixed64 => Int::I64,
            Self::Fixed32 => Int::U32,
            Self::Fixed64 => Int::U64,
        }
    }

    /// As a schema, and protobuf, writes it: `int32`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Int32 => "int32",
            Self::Int64 => "int64",
            Self::Fixed32 => "fixed32",
            Self::Fixed64 => "fixed64",
            Self::Sfixed32 => "sfixed32",
            Self::Sfixed64 => "sfixed64",
        }
    }
}

impl Type {
    /// The integer type that this is, if it is one.
    #[must_use]
    pub fn int(&self) -> Option<Int> {
        Some(match self {
            Self::U8 => Int::U8,
            Self::U16 => Int::U16,
            Self::U32 => Int::U32,
            Self::U64 => Int::U64,
            Self::I8 => Int::I8,
            Self::I16 => Int::I16,
            Self::I32 => Int::I32,
            Self::I64 => Int::I64,
            Self::Proto(proto) => proto.int(),
            _ => return None,
        })
    }
}
