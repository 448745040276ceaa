//! Messages described as data: names, ordinals, types and places.
//!
//! Generated types bring one `static` [`Schema`] a package. It serves what is not in a hurry or must know names:
//! [`verify`] finds out why bytes are refused, the protobuf form finds a field by its number. The fast path,
//! which is types, and this slow one are independent; tests hold them against each other.

pub(crate) mod depth;
pub mod rule;
pub mod verify;

pub use rule::Rule;

use crate::flags::Named;

/// A package's types.
#[derive(Debug)]
pub struct Schema {
    /// `acme.trading.v1`.
    pub package: &'static str,
    /// The schemas that its types refer to.
    pub imports: &'static [&'static Self],
    /// Its messages.
    pub messages: &'static [MessageDef],
    /// Its structs.
    pub structs: &'static [StructDef],
    /// Its unions.
    pub unions: &'static [UnionDef],
    /// Its enums.
    pub enums: &'static [EnumDef],
    /// Its sets of flags.
    pub flags: &'static [FlagsDef],
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
pub enum Ty {
    Bool,
    U8,
    U16,
    U32,
    U64,
    I8,
    I16,
    I32,
    I64,
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
    Array(&'static Self, u32),
    String,
    Bytes,
    Message(TypeRef),
    Union(TypeRef),
    /// Of a field alone: a union whose variants are members of the message, with numbers of their own.
    Oneof(TypeRef),
    /// The bytes of a root message.
    Encoded(TypeRef),
    List(&'static Self),
    /// From a key type to a value type.
    Map(&'static Self, &'static Self),
}

/// A message.
#[derive(Debug)]
pub struct MessageDef {
    /// Its name with the package: `acme.trading.v1.Order`.
    pub name: &'static str,
    /// Bytes of all scalars.
    pub scalars: u16,
    /// Number of slots.
    pub slots: u16,
    /// Its fields by ordinal, tombstones and members of `oneof`s included.
    pub fields: &'static [FieldDef],
}

/// A field of a message.
#[derive(Debug)]
pub struct FieldDef {
    /// Its name, `snake_case`; empty for a tombstone without one.
    pub name: &'static str,
    /// Its ordinal, which is its protobuf field number.
    pub ordinal: u32,
    /// Its type.
    pub ty: Ty,
    /// Where it lies.
    pub place: Place,
    /// How its absence is said.
    pub presence: Presence,
    /// For a scalar with a default: the bits that are exclusive-or'ed onto the value on the wire, so that the
    /// default is written as zero.
    pub default: u64,
    /// For text or bytes with a default: the default. Its presence bit is then clear where the value is that.
    pub preset: &'static [u8],
    /// Whether the field was removed.
    pub reserved: bool,
    /// What its values must be beyond their type.
    pub rules: &'static [Rule],
    /// Whether its values are kept out of errors.
    pub sensitive: bool,
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

/// A struct: its fields packed in order.
#[derive(Debug)]
pub struct StructDef {
    /// Its name with the package.
    pub name: &'static str,
    /// Bytes that it takes.
    pub size: u32,
    /// Its fields; field `i` has the protobuf number `i + 1`.
    pub fields: &'static [StructField],
    /// Whether a field of it, or of a struct in it, has rules, or is a `bool` or a closed enum.
    pub constrained: bool,
}

/// A field of a struct.
#[derive(Debug)]
pub struct StructField {
    /// Its name.
    pub name: &'static str,
    /// Its type, of fixed size.
    pub ty: Ty,
    /// Its first byte.
    pub at: u32,
    /// What its values must be beyond their type.
    pub rules: &'static [Rule],
    /// Whether its values are kept out of errors.
    pub sensitive: bool,
}

/// A union.
#[derive(Debug)]
pub struct UnionDef {
    /// Its name with the package.
    pub name: &'static str,
    /// Its variants by ordinal from 1, tombstones included.
    pub variants: &'static [VariantDef],
    /// Of a `oneof`: the ordinals that its variants have in their message, ascending. Empty for a union, whose variants
    /// have but one.
    pub members: &'static [u32],
    /// Whether other variants are refused.
    pub closed: bool,
}

/// A variant of a union.
#[derive(Debug)]
pub struct VariantDef {
    /// Its name.
    pub name: &'static str,
    /// Its payload, if it has one.
    pub ty: Option<Ty>,
    /// Whether it was removed.
    pub reserved: bool,
    /// What the payload must be beyond its type.
    pub rules: &'static [Rule],
    /// Whether its values are kept out of errors.
    pub sensitive: bool,
}

/// An enum.
#[derive(Debug)]
pub struct EnumDef {
    /// Its name with the package.
    pub name: &'static str,
    /// The integer that it is on the wire.
    pub repr: Ty,
    /// Its values: number, name in the schema, name in the emitted proto and in JSON.
    pub values: &'static [(i64, &'static str, &'static str)],
    /// Whether other numbers are refused.
    pub closed: bool,
}

/// A set of flags.
#[derive(Debug)]
pub struct FlagsDef {
    /// Its name with the package.
    pub name: &'static str,
    /// The unsigned integer that it is on the wire. Bits without a name are kept.
    pub repr: Ty,
    /// Its flags, in the order of the schema: name in the schema, and bits.
    pub flags: &'static [Named],
}

impl TypeRef {
    /// Type `index` of import `import`, where 0 is the schema itself.
    pub const fn new(import: u16, index: u16) -> Self {
        Self { import, index }
    }
}

impl FieldDef {
    /// A field whose default is zero or empty.
    pub const fn new(
        ordinal: u32,
        name: &'static str,
        ty: Ty,
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
        }
    }

    /// The same with a default, as its bits.
    pub const fn with_default(self, default: u64) -> Self {
        Self { default, ..self }
    }

    /// The same with a default of text or bytes.
    pub const fn with_preset(self, preset: &'static [u8]) -> Self {
        Self { preset, ..self }
    }

    /// A later member of the `oneof` that is the field with index `field`.
    pub const fn member(ordinal: u32, name: &'static str, ty: Ty, field: u16) -> Self {
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
    pub const fn with_rules(self, rules: &'static [Rule]) -> Self {
        Self { rules, ..self }
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

impl StructField {
    /// A field at byte `at`.
    pub const fn new(name: &'static str, ty: Ty, at: u32) -> Self {
        Self {
            name,
            ty,
            at,
            rules: &[],
            sensitive: false,
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
    pub const fn with_rules(self, rules: &'static [Rule]) -> Self {
        Self { rules, ..self }
    }
}

impl VariantDef {
    /// A variant with this payload.
    pub const fn new(name: &'static str, ty: Option<Ty>) -> Self {
        Self {
            name,
            ty,
            reserved: false,
            rules: &[],
            sensitive: false,
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
    pub const fn with_rules(self, rules: &'static [Rule]) -> Self {
        Self { rules, ..self }
    }
}

impl EnumDef {
    /// Whether a value with this number is allowed.
    pub(crate) fn allows(&self, number: i64) -> bool {
        !self.closed || self.values.iter().any(|(known, _, _)| *known == number)
    }
}

impl UnionDef {
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

impl Schema {
    /// The schema that `of` points into, and the index there.
    pub fn resolve(&'static self, of: TypeRef) -> (&'static Self, usize) {
        let schema = match usize::from(of.import).checked_sub(1) {
            None => self,
            Some(import) => self.imports.get(import).copied().unwrap_or(self),
        };
        (schema, usize::from(of.index))
    }

    /// A message that a type refers to, and the schema that its own types refer from.
    pub fn message(&'static self, of: TypeRef) -> Option<(&'static Self, &'static MessageDef)> {
        let (schema, index) = self.resolve(of);
        schema.messages.get(index).map(|def| (schema, def))
    }

    /// A struct, likewise.
    pub fn structure(&'static self, of: TypeRef) -> Option<(&'static Self, &'static StructDef)> {
        let (schema, index) = self.resolve(of);
        schema.structs.get(index).map(|def| (schema, def))
    }

    /// A union, likewise.
    pub fn union(&'static self, of: TypeRef) -> Option<(&'static Self, &'static UnionDef)> {
        let (schema, index) = self.resolve(of);
        schema.unions.get(index).map(|def| (schema, def))
    }

    /// An enum, likewise.
    pub fn enumeration(&'static self, of: TypeRef) -> Option<&'static EnumDef> {
        let (schema, index) = self.resolve(of);
        schema.enums.get(index)
    }

    /// A set of flags, likewise.
    pub fn flags(&'static self, of: TypeRef) -> Option<&'static FlagsDef> {
        let (schema, index) = self.resolve(of);
        schema.flags.get(index)
    }

    /// Bytes that a value of type `ty` takes, where that is fixed.
    pub fn fixed_size(&'static self, ty: Ty) -> Option<usize> {
        Some(match ty {
            Ty::Bool | Ty::U8 | Ty::I8 => 1,
            Ty::U16 | Ty::I16 => 2,
            Ty::U32 | Ty::I32 | Ty::F32 => 4,
            Ty::U64 | Ty::I64 | Ty::F64 | Ty::Timestamp | Ty::Duration | Ty::Decimal(_) => 8,
            Ty::Uuid => 16,
            Ty::Enum(of) => return self.fixed_size(self.enumeration(of)?.repr),
            Ty::Flags(of) => return self.fixed_size(self.flags(of)?.repr),
            Ty::Struct(of) => usize::try_from(self.structure(of)?.1.size).ok()?,
            Ty::Array(element, count) => self
                .fixed_size(*element)?
                .checked_mul(usize::try_from(count).ok()?)?,
            Ty::String
            | Ty::Bytes
            | Ty::Message(_)
            | Ty::Union(_)
            | Ty::Oneof(_)
            | Ty::Encoded(_)
            | Ty::List(_)
            | Ty::Map(..) => return None,
        })
    }
}
