//! Messages described as data: names, ordinals, types and places.
//!
//! Generated types bring one [`Schema`] a package, [packed](Packed). It serves what is not in a hurry or must know names:
//! [`verify`] finds out why bytes are refused, the protobuf form finds a field by its number. The fast path,
//! which is types, and this slow one are independent; tests hold them against each other.

pub(crate) mod depth;
pub(crate) mod names;
pub(crate) mod numbers;
mod packed;
pub mod rule;
pub mod verify;

pub use names::key_of;
pub use numbers::number_of;
pub use packed::Packed;
pub use rule::Rule;

use std::{fmt, ptr};

/// A package's types, as generated code has them.
pub type Schema = Tables<'static>;

/// A package's types, which live as long as `'s`.
#[derive(Debug)]
pub struct Tables<'s> {
    /// `acme.trading.v1`.
    pub package: &'s str,
    /// The schemas that its types refer to.
    pub imports: &'s [&'s Self],
    /// Its messages.
    pub messages: &'s [MessageDef<'s>],
    /// Its structs.
    pub structs: &'s [StructDef<'s>],
    /// Its unions.
    pub unions: &'s [UnionDef<'s>],
    /// Its enums.
    pub enums: &'s [EnumDef<'s>],
    /// Its sets of flags.
    pub flags: &'s [FlagsDef<'s>],
}

/// Where a message type is described: in the tables of its package, as one of their messages.
#[derive(Clone, Copy)]
pub struct MessageTable {
    schema: fn() -> &'static Schema,
    index: usize,
}

impl MessageTable {
    /// Message `index` of the tables that `schema` gives.
    pub const fn new(schema: fn() -> &'static Schema, index: usize) -> Self {
        Self { schema, index }
    }

    /// The tables, and the message's index there.
    pub fn get(self) -> (&'static Schema, usize) {
        ((self.schema)(), self.index)
    }
}

impl PartialEq for MessageTable {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index && ptr::eq((self.schema)(), (other.schema)())
    }
}

impl Eq for MessageTable {}

impl fmt::Debug for MessageTable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (schema, index) = self.get();
        let name = schema.messages.get(index).map(|def| def.name);
        f.debug_tuple("MessageTable")
            .field(&name.unwrap_or_default())
            .finish()
    }
}

/// A type of this schema, or of one that it imports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TypeRef {
    /// 0: this schema. k: `imports[k - 1]`.
    pub import: u16,
    /// The index among the messages, structs, unions, enums or flags there.
    pub index: u16,
}

/// The type of a field or element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // the variants are the schema language's types
pub enum Ty<'s> {
    Bool,
    U8,
    U16,
    U32,
    U64,
    I8,
    I16,
    I32,
    I64,
    /// An integer with a protobuf type of its own.
    Proto(ProtoInt),
    F32,
    F64,
    Timestamp,
    Duration,
    Uuid,
    /// With this many decimal places.
    Decimal(u8),
    Enum(TypeRef),
    Flags(TypeRef),
    Struct(TypeRef),
    /// Of a fixed-size type.
    Array(&'s Self, u32),
    String,
    Bytes,
    Message(TypeRef),
    Union(TypeRef),
    /// Of a field alone: a union whose variants are members of the message, with numbers of their own.
    Oneof(TypeRef),
    /// The bytes of a root message.
    Encoded(TypeRef),
    List(&'s Self),
    /// From a key type to a value type.
    Map(&'s Self, &'s Self),
}

/// Protobuf's other types for the integers of 32 and 64 bits, which else are `uint32`, `uint64`, `sint32` and `sint64` there.
///
/// Where bytes lie and what they mean is the same; so is JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // the variants are protobuf's types
pub enum ProtoInt {
    Int32,
    Int64,
    Fixed32,
    Fixed64,
    Sfixed32,
    Sfixed64,
}

impl ProtoInt {
    /// The integer that it is.
    #[inline(always)]
    pub const fn plain(self) -> Ty<'static> {
        match self {
            Self::Int32 | Self::Sfixed32 => Ty::I32,
            Self::Int64 | Self::Sfixed64 => Ty::I64,
            Self::Fixed32 => Ty::U32,
            Self::Fixed64 => Ty::U64,
        }
    }
}

impl<'s> Ty<'s> {
    /// The same without a protobuf type of its own.
    #[inline(always)]
    pub const fn plain(self) -> Self {
        match self {
            Self::Proto(int) => int.plain(),
            ty => ty,
        }
    }

    /// Whether it is a number of at most 64 bits, as protobuf sees it.
    #[inline(always)]
    pub(crate) const fn is_number(self) -> bool {
        matches!(
            self,
            Self::Bool
                | Self::U8
                | Self::U16
                | Self::U32
                | Self::U64
                | Self::I8
                | Self::I16
                | Self::I32
                | Self::I64
                | Self::Proto(_)
                | Self::F32
                | Self::F64
                | Self::Enum(_)
                | Self::Flags(_)
        )
    }

    /// Bytes that a scalar takes that no schema declares; `None` for every other type.
    pub const fn scalar_size(self) -> Option<usize> {
        Some(match self {
            Self::Bool | Self::U8 | Self::I8 => 1,
            Self::U16 | Self::I16 => 2,
            Self::U32 | Self::I32 | Self::F32 => 4,
            Self::U64 | Self::I64 | Self::F64 => 8,
            Self::Timestamp | Self::Duration | Self::Decimal(_) => 8,
            Self::Uuid => 16,
            Self::Proto(int) => return int.plain().scalar_size(),
            _ => return None,
        })
    }

    /// The number that the bits of a value of this integer type are.
    #[inline(always)]
    #[allow(clippy::as_conversions)] // the bits are those of the type
    pub fn signed(self, bits: u64) -> i64 {
        match self.plain() {
            Self::I8 => i64::from(bits as i8),
            Self::I16 => i64::from(bits as i16),
            Self::I32 => i64::from(bits as i32),
            _ => bits.cast_signed(),
        }
    }
}

/// A message.
#[derive(Debug)]
pub struct MessageDef<'s> {
    /// Its name with the package: `acme.trading.v1.Order`.
    pub name: &'s str,
    /// Bytes of all scalars.
    pub scalars: u16,
    /// Number of slots.
    pub slots: u16,
    /// Its fields by ordinal, tombstones and members of `oneof`s included.
    pub fields: &'s [FieldDef<'s>],
    /// Protobuf's numbers of its fields, ascending, each with the index of its field; empty where no field has a mapping.
    pub numbers: &'s [(u32, u16)],
}

/// A field of a message.
#[derive(Debug)]
pub struct FieldDef<'s> {
    /// Its name, `snake_case`; empty for a tombstone without one.
    pub name: &'s str,
    /// Its ordinal, which is its protobuf field number unless `mapping` says another.
    pub ordinal: u32,
    /// Its type.
    pub ty: Ty<'s>,
    /// Where it lies.
    pub place: Place,
    /// How its absence is said.
    pub presence: Presence,
    /// For a scalar with a default: the bits that are exclusive-or'ed onto the value on the wire, so that the
    /// default is written as zero.
    pub default: u64,
    /// For text or bytes with a default: the default. Its presence bit is then clear where the value is that.
    pub preset: &'s [u8],
    /// Whether the field was removed.
    pub reserved: bool,
    /// What its values must be beyond their type.
    pub rules: &'s [Rule<'s>],
    /// Whether its values are kept out of errors.
    pub sensitive: bool,
    /// What protobuf and JSON call it, where that does not follow.
    pub mapping: Option<&'s Mapping<'s>>,
    /// Its key in JSON, in quotes and with the colon; empty where nobody made it.
    pub key: &'s str,
}

/// How protobuf and JSON know a member whose number or names do not follow from its ordinal and its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mapping<'s> {
    /// Its field number.
    pub number: u32,
    /// Its name in a `.proto`.
    pub name: &'s str,
    /// Its name in JSON.
    pub json: &'s str,
    /// Whether repeated numbers are written each with a tag: `packed = false`.
    pub expanded: bool,
}

/// Where a field lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A bit of a byte among the scalars: `bool`.
    Bit {
        /// The byte.
        byte: u16,
        /// The bit, as a mask.
        mask: u8,
    },
    /// Bytes among the scalars.
    Scalar {
        /// The first byte.
        at: u16,
    },
    /// A slot of the heap.
    Slot {
        /// Its index.
        index: u16,
    },
    /// Nowhere: a later member of a `oneof`, which lies where the first one does.
    Shared {
        /// The index of the field that the `oneof` is, which is that of its first member.
        field: u16,
    },
}

/// How a field's absence is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// It is never absent: zero or empty is a value.
    Always,
    /// It must be there: an empty slot is an error.
    Required,
    /// `T?`: an empty slot says absent.
    Range,
    /// `T?`: a bit of a byte among the scalars says present.
    Bit {
        /// The byte.
        byte: u16,
        /// The bit, as a mask.
        mask: u8,
    },
}

impl Presence {
    /// The bit that says present, as its byte and a mask there; of no bit the mask is 0.
    #[inline(always)]
    pub(crate) fn flag(self) -> (u16, u8) {
        match self {
            Self::Bit { byte, mask } => (byte, mask),
            _ => (0, 0),
        }
    }
}

/// A struct: its fields packed in order.
#[derive(Debug)]
pub struct StructDef<'s> {
    /// Its name with the package.
    pub name: &'s str,
    /// Bytes that it takes.
    pub size: u32,
    /// Its fields; field `i` has the protobuf number `i + 1`.
    pub fields: &'s [StructField<'s>],
    /// Whether a field of it, or of a struct in it, has rules, or is a `bool` or a closed enum.
    pub constrained: bool,
}

/// A field of a struct.
#[derive(Debug)]
pub struct StructField<'s> {
    /// Its name.
    pub name: &'s str,
    /// Its type, of fixed size.
    pub ty: Ty<'s>,
    /// Its first byte.
    pub at: u32,
    /// What its values must be beyond their type.
    pub rules: &'s [Rule<'s>],
    /// Whether its values are kept out of errors.
    pub sensitive: bool,
    /// Its key in JSON, in quotes and with the colon; empty where nobody made it.
    pub key: &'s str,
}

/// A union.
#[derive(Debug)]
pub struct UnionDef<'s> {
    /// Its name with the package.
    pub name: &'s str,
    /// Its variants by ordinal from 1, tombstones included.
    pub variants: &'s [VariantDef<'s>],
    /// Of a `oneof`: the ordinals that its variants have in their message, ascending. Empty for a union, whose variants
    /// have but one.
    pub members: &'s [u32],
    /// Protobuf's numbers of its variants, ascending, each with the index of its variant; empty where none has a mapping.
    pub numbers: &'s [(u32, u16)],
    /// Whether other variants are refused.
    pub closed: bool,
}

/// A variant of a union.
#[derive(Debug)]
pub struct VariantDef<'s> {
    /// Its name.
    pub name: &'s str,
    /// Its payload, if it has one.
    pub ty: Option<Ty<'s>>,
    /// Whether it was removed.
    pub reserved: bool,
    /// What the payload must be beyond its type.
    pub rules: &'s [Rule<'s>],
    /// Whether its values are kept out of errors.
    pub sensitive: bool,
    /// What protobuf and JSON call it, where that does not follow.
    pub mapping: Option<&'s Mapping<'s>>,
    /// Its key in JSON, in quotes and with the colon; empty where nobody made it.
    pub key: &'s str,
}

/// An enum.
#[derive(Debug)]
pub struct EnumDef<'s> {
    /// Its name with the package.
    pub name: &'s str,
    /// The integer that it is on the wire.
    pub repr: Ty<'s>,
    /// Its values: number, name in the schema, name in the emitted proto and in JSON.
    pub values: &'s [(i64, &'s str, &'s str)],
    /// Other names of values in the emitted proto, which JSON may use: number and name.
    pub aliases: &'s [(i64, &'s str)],
    /// Whether other numbers are refused.
    pub closed: bool,
}

/// A set of flags.
#[derive(Debug)]
pub struct FlagsDef<'s> {
    /// Its name with the package.
    pub name: &'s str,
    /// The unsigned integer that it is on the wire. Bits without a name are kept.
    pub repr: Ty<'s>,
    /// Its flags, in the order of the schema: name in the schema, and bits.
    pub flags: &'s [(&'s str, u64)],
}

impl TypeRef {
    /// Type `index` of import `import`, where 0 is the schema itself.
    pub const fn new(import: u16, index: u16) -> Self {
        Self { import, index }
    }
}

impl MessageDef<'_> {
    /// Whether it has a slot that must be filled.
    pub(crate) fn has_required(&self) -> bool {
        self.fields.iter().any(FieldDef::is_required)
    }
}

impl<'s> FieldDef<'s> {
    /// A field whose default is zero or empty.
    pub const fn new(
        ordinal: u32,
        name: &'s str,
        ty: Ty<'s>,
        place: Place,
        presence: Presence,
    ) -> Self {
        Self {
            name,
            ordinal,
            ty,
            place,
            presence,
            default: 0,
            preset: &[],
            reserved: false,
            rules: &[],
            sensitive: false,
            mapping: None,
            key: "",
        }
    }

    /// The same, which protobuf and JSON know otherwise.
    pub const fn mapped(self, mapping: &'s Mapping<'s>) -> Self {
        Self {
            mapping: Some(mapping),
            ..self
        }
    }

    /// The same with a default, as its bits.
    pub const fn with_default(self, default: u64) -> Self {
        Self { default, ..self }
    }

    /// The same with a default of text or bytes.
    pub const fn with_preset(self, preset: &'s [u8]) -> Self {
        Self { preset, ..self }
    }

    /// A later member of the `oneof` that is the field with index `field`.
    pub const fn member(ordinal: u32, name: &'s str, ty: Ty<'s>, field: u16) -> Self {
        Self::new(ordinal, name, ty, Place::Shared { field }, Presence::Range)
    }

    /// The same as a tombstone.
    pub const fn removed(self) -> Self {
        Self {
            reserved: true,
            ..self
        }
    }

    /// The same, whose values are kept out of errors.
    pub const fn secret(self) -> Self {
        Self {
            sensitive: true,
            ..self
        }
    }

    /// The same with rules.
    pub const fn with_rules(self, rules: &'s [Rule<'s>]) -> Self {
        Self { rules, ..self }
    }

    /// Whether its repeated numbers are written each with a tag.
    pub(crate) fn is_expanded(&self) -> bool {
        self.mapping.is_some_and(|mapping| mapping.expanded)
    }

    /// Whether bytes are its default, which is then said by their absence.
    pub(crate) fn is_preset(&self, bytes: &[u8]) -> bool {
        !self.preset.is_empty() && self.preset == bytes
    }

    /// Whether a message must have it. A removed field is never missed.
    pub(crate) fn is_required(&self) -> bool {
        self.presence == Presence::Required && !self.reserved
    }
}

impl<'s> StructDef<'s> {
    /// Whether it holds numbers alone, and structs that do. `schema` is what its types refer from.
    pub(crate) fn is_plain(&self, schema: &'s Tables<'s>) -> bool {
        self.fields.iter().all(|field| match field.ty {
            Ty::Struct(of) => schema
                .structure(of)
                .is_some_and(|(schema, def)| def.is_plain(schema)),
            ty => ty.is_number(),
        })
    }
}

impl<'s> StructField<'s> {
    /// A field at byte `at`.
    pub const fn new(name: &'s str, ty: Ty<'s>, at: u32) -> Self {
        Self {
            name,
            ty,
            at,
            rules: &[],
            sensitive: false,
            key: "",
        }
    }

    /// The same, whose values are kept out of errors.
    pub const fn secret(self) -> Self {
        Self {
            sensitive: true,
            ..self
        }
    }

    /// The same with rules.
    pub const fn with_rules(self, rules: &'s [Rule<'s>]) -> Self {
        Self { rules, ..self }
    }
}

impl<'s> VariantDef<'s> {
    /// A variant with this payload.
    pub const fn new(name: &'s str, ty: Option<Ty<'s>>) -> Self {
        Self {
            name,
            ty,
            reserved: false,
            rules: &[],
            sensitive: false,
            mapping: None,
            key: "",
        }
    }

    /// The same, which protobuf and JSON know otherwise.
    pub const fn mapped(self, mapping: &'s Mapping<'s>) -> Self {
        Self {
            mapping: Some(mapping),
            ..self
        }
    }

    /// The same as a tombstone.
    pub const fn removed(self) -> Self {
        Self {
            reserved: true,
            ..self
        }
    }

    /// The same, whose values are kept out of errors.
    pub const fn secret(self) -> Self {
        Self {
            sensitive: true,
            ..self
        }
    }

    /// The same with rules.
    pub const fn with_rules(self, rules: &'s [Rule<'s>]) -> Self {
        Self { rules, ..self }
    }
}

impl<'s> EnumDef<'s> {
    /// The number of the value with a name, in the emitted proto or in the schema.
    pub(crate) fn number_of(&self, name: &[u8]) -> Option<i64> {
        let by = |of: fn(&(i64, &'s str, &'s str)) -> &'s str| {
            let found = self
                .values
                .iter()
                .find(|value| of(value).as_bytes() == name);
            found.map(|value| value.0)
        };
        let alias = || {
            let found = self
                .aliases
                .iter()
                .find(|(_, alias)| alias.as_bytes() == name);
            found.map(|(number, _)| *number)
        };
        by(|value| value.2)
            .or_else(|| by(|value| value.1))
            .or_else(alias)
    }

    /// Whether a value with this number is allowed.
    pub(crate) fn allows(&self, number: i64) -> bool {
        !self.closed || self.values.iter().any(|(known, _, _)| *known == number)
    }
}

impl<'s> UnionDef<'s> {
    /// Whether the variant with this ordinal is allowed.
    pub(crate) fn allows(&self, ordinal: u16) -> bool {
        let index = usize::from(ordinal).wrapping_sub(1);
        !self.closed || self.variants.get(index).is_some_and(|v| !v.reserved)
    }

    /// The index of the variant that has an ordinal, in its message if this is a `oneof`. `index` is that ordinal, from 0.
    pub(crate) fn find(&self, index: usize) -> Option<usize> {
        if self.members.is_empty() {
            return Some(index);
        }
        let ordinal = u32::try_from(index.checked_add(1)?).ok()?;
        self.members.binary_search(&ordinal).ok()
    }

    /// The ordinal of a variant; in its message if this is a `oneof`.
    pub(crate) fn ordinal(&self, index: usize) -> u32 {
        let own = u32::try_from(index.saturating_add(1)).unwrap_or(u32::MAX);
        self.members.get(index).copied().unwrap_or(own)
    }
}

impl<'s> Tables<'s> {
    /// The schema that `of` points into, and the index there.
    pub fn resolve(&'s self, of: TypeRef) -> (&'s Self, usize) {
        let schema = match usize::from(of.import).checked_sub(1) {
            None => self,
            Some(import) => self.imports.get(import).copied().unwrap_or(self),
        };
        (schema, usize::from(of.index))
    }

    /// A message that a type refers to, and the schema that its own types refer from.
    pub fn message(&'s self, of: TypeRef) -> Option<(&'s Self, &'s MessageDef<'s>)> {
        let (schema, index) = self.resolve(of);
        schema.messages.get(index).map(|def| (schema, def))
    }

    /// A struct, likewise.
    pub fn structure(&'s self, of: TypeRef) -> Option<(&'s Self, &'s StructDef<'s>)> {
        let (schema, index) = self.resolve(of);
        schema.structs.get(index).map(|def| (schema, def))
    }

    /// A union, likewise.
    pub fn union(&'s self, of: TypeRef) -> Option<(&'s Self, &'s UnionDef<'s>)> {
        let (schema, index) = self.resolve(of);
        schema.unions.get(index).map(|def| (schema, def))
    }

    /// An enum, likewise.
    pub fn enumeration(&'s self, of: TypeRef) -> Option<&'s EnumDef<'s>> {
        let (schema, index) = self.resolve(of);
        schema.enums.get(index)
    }

    /// A set of flags, likewise.
    pub fn flags(&'s self, of: TypeRef) -> Option<&'s FlagsDef<'s>> {
        let (schema, index) = self.resolve(of);
        schema.flags.get(index)
    }

    /// Bytes that a value of type `ty` takes, where that is fixed.
    pub fn fixed_size(&'s self, ty: Ty<'_>) -> Option<usize> {
        Some(match ty {
            Ty::Enum(of) => return self.fixed_size(self.enumeration(of)?.repr),
            Ty::Flags(of) => return self.fixed_size(self.flags(of)?.repr),
            Ty::Struct(of) => usize::try_from(self.structure(of)?.1.size).ok()?,
            Ty::Array(element, count) => self
                .fixed_size(*element)?
                .checked_mul(usize::try_from(count).ok()?)?,
            scalar => return scalar.scalar_size(),
        })
    }
}

/// The variant that field `i` of a message is as a member of a `oneof`, and its index there; none for one that was removed.
pub(crate) fn member_of<'s>(
    schema: &'s Tables<'s>,
    def: &'s MessageDef<'s>,
    i: usize,
) -> Option<(usize, &'s VariantDef<'s>)> {
    let field: &FieldDef<'s> = def.fields.get(i)?;
    let Ty::Oneof(of) = field.ty else {
        return None;
    };
    let (_, union) = schema.union(of)?;
    let index = union.find(i)?;
    let variant = union.variants.get(index).filter(|v| !v.reserved)?;
    Some((index, variant))
}
