//! The tables of a package as bytes, which is how generated code has them: one literal is less to compile than an expression
//! for each field, and holds no pointers that a program has to fix when it starts. They are unpacked when somebody first asks.
//!
//! The compiler writes them (`compiler/src/rust/table.rs`) for the codec of its own version: this is no format to keep. Numbers
//! are LEB128, text and bytes follow their lengths and lists their counts; what comes in which order, the functions here say.
//! Bytes that end early, which no compiler writes, are read as zeros.

use super::names::key_of;
use super::rule::{Rule, Step, Test};
use super::{
    EnumDef, FieldDef, FlagsDef, Mapping, MessageDef, Place, Presence, ProtoInt, Schema, StructDef,
    StructField, Ty, TypeRef, UnionDef, VariantDef,
};
use std::sync::OnceLock;

/// A package's tables, packed.
#[derive(Debug)]
pub struct Packed {
    bytes: &'static [u8],
    imports: &'static [fn() -> &'static Schema],
    tables: OnceLock<Schema>,
}

impl Packed {
    /// The tables that `bytes` are, whose types refer to those of `imports`.
    pub const fn new(bytes: &'static [u8], imports: &'static [fn() -> &'static Schema]) -> Self {
        Self {
            bytes,
            imports,
            tables: OnceLock::new(),
        }
    }

    /// The tables. They stay in memory, as a `static` does.
    pub fn get(&'static self) -> &'static Schema {
        self.tables.get_or_init(|| {
            let imports = self.imports.iter().map(|import| import()).collect();
            Reader(self.bytes).schema(imports)
        })
    }
}

/// The key of a member in JSON, which stays in memory as what it is of does.
fn key(name: &str, mapping: Option<&Mapping<'_>>) -> &'static str {
    String::leak(key_of(name, mapping))
}

/// What is left to read.
struct Reader(&'static [u8]);

/// Bits of a member, that say what follows.
mod bits {
    pub(super) const RESERVED: u8 = 1;
    pub(super) const SENSITIVE: u8 = 2;
    pub(super) const RULES: u8 = 4;
    pub(super) const MAPPING: u8 = 8;
    pub(super) const DEFAULT: u8 = 16;
    pub(super) const PRESET: u8 = 32;
    pub(super) const EXPANDED: u8 = 64;
}

impl Reader {
    fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else {
            return 0;
        };
        self.0 = rest;
        *first
    }

    fn flag(&mut self) -> bool {
        self.byte() != 0
    }

    fn wide(&mut self) -> u128 {
        let (mut out, mut shift) = (0, 0u32);
        loop {
            let byte = self.byte();
            out |= u128::from(byte & 0x7F).checked_shl(shift).unwrap_or(0);
            shift = shift.saturating_add(7);
            if byte < 0x80 {
                return out;
            }
        }
    }

    fn number<T: TryFrom<u128> + Default>(&mut self) -> T {
        T::try_from(self.wide()).unwrap_or_default()
    }

    /// Zero, -1, 1, -2, and so on.
    fn signed(&mut self) -> i128 {
        let number = self.wide();
        let half = (number >> 1).cast_signed();
        if number & 1 == 0 { half } else { !half }
    }

    fn float(&mut self) -> f64 {
        f64::from_bits(self.number())
    }

    fn bytes(&mut self) -> &'static [u8] {
        let len = self.number();
        let (bytes, rest) = self.0.split_at_checked(len).unwrap_or((self.0, &[]));
        self.0 = rest;
        bytes
    }

    fn text(&mut self) -> &'static str {
        std::str::from_utf8(self.bytes()).unwrap_or_default()
    }

    fn list<T>(&mut self, item: impl Fn(&mut Self) -> T) -> &'static [T] {
        let count: usize = self.number();
        let mut all = Vec::with_capacity(count.min(self.0.len()));
        while all.len() < count && !self.0.is_empty() {
            all.push(item(self));
        }
        Vec::leak(all)
    }

    fn schema(mut self, imports: Vec<&'static Schema>) -> Schema {
        Schema {
            package: self.text(),
            imports: Vec::leak(imports),
            messages: self.list(Self::message),
            structs: self.list(Self::structure),
            unions: self.list(Self::union),
            enums: self.list(Self::enumeration),
            flags: self.list(Self::flags),
        }
    }

    fn message(&mut self) -> MessageDef<'static> {
        MessageDef {
            name: self.text(),
            scalars: self.number(),
            slots: self.number(),
            fields: self.list(Self::field),
            numbers: self.list(Self::place_of_number),
        }
    }

    fn place_of_number(&mut self) -> (u32, u16) {
        (self.number(), self.number())
    }

    fn field(&mut self) -> FieldDef<'static> {
        let has = self.byte();
        let mut field = FieldDef {
            name: self.text(),
            ordinal: self.number(),
            ty: self.ty(),
            place: self.place(),
            presence: self.presence(),
            default: self.given(has & bits::DEFAULT, Self::number),
            preset: self.given(has & bits::PRESET, Self::bytes),
            reserved: has & bits::RESERVED != 0,
            rules: self.given(has & bits::RULES, Self::rules),
            sensitive: has & bits::SENSITIVE != 0,
            mapping: self.mapping(has),
            key: "",
        };
        field.key = key(field.name, field.mapping);
        field
    }

    /// What `item` reads, if the bit says that it is there.
    fn given<T: Default>(&mut self, bit: u8, item: impl FnOnce(&mut Self) -> T) -> T {
        if bit == 0 { T::default() } else { item(self) }
    }

    fn mapping(&mut self, has: u8) -> Option<&'static Mapping<'static>> {
        (has & bits::MAPPING != 0).then(|| {
            let mapping = Mapping {
                number: self.number(),
                name: self.text(),
                json: self.text(),
                expanded: has & bits::EXPANDED != 0,
            };
            &*Box::leak(Box::new(mapping))
        })
    }

    fn place(&mut self) -> Place {
        match self.byte() {
            0 => Place::Bit {
                byte: self.number(),
                mask: self.byte(),
            },
            1 => Place::Scalar { at: self.number() },
            2 => Place::Slot {
                index: self.number(),
            },
            _ => Place::Shared {
                field: self.number(),
            },
        }
    }

    fn presence(&mut self) -> Presence {
        match self.byte() {
            0 => Presence::Always,
            1 => Presence::Required,
            2 => Presence::Range,
            _ => Presence::Bit {
                byte: self.number(),
                mask: self.byte(),
            },
        }
    }

    fn structure(&mut self) -> StructDef<'static> {
        StructDef {
            name: self.text(),
            size: self.number(),
            fields: self.list(|it| {
                let has = it.byte();
                let name = it.text();
                StructField {
                    name,
                    ty: it.ty(),
                    at: it.number(),
                    rules: it.given(has & bits::RULES, Self::rules),
                    sensitive: has & bits::SENSITIVE != 0,
                    key: key(name, None),
                }
            }),
            constrained: self.flag(),
        }
    }

    fn union(&mut self) -> UnionDef<'static> {
        UnionDef {
            name: self.text(),
            variants: self.list(|it| {
                let has = it.byte();
                let mut variant = VariantDef {
                    name: it.text(),
                    ty: it.flag().then(|| it.ty()),
                    reserved: has & bits::RESERVED != 0,
                    rules: it.given(has & bits::RULES, Self::rules),
                    sensitive: has & bits::SENSITIVE != 0,
                    mapping: it.mapping(has),
                    key: "",
                };
                variant.key = key(variant.name, variant.mapping);
                variant
            }),
            members: self.list(Self::number),
            numbers: self.list(Self::place_of_number),
            closed: self.flag(),
        }
    }

    fn enumeration(&mut self) -> EnumDef<'static> {
        EnumDef {
            name: self.text(),
            repr: self.ty(),
            values: self.list(|it| (it.value(), it.text(), it.text())),
            aliases: self.list(|it| (it.value(), it.text())),
            closed: self.flag(),
        }
    }

    fn value(&mut self) -> i64 {
        i64::try_from(self.signed()).unwrap_or_default()
    }

    fn flags(&mut self) -> FlagsDef<'static> {
        FlagsDef {
            name: self.text(),
            repr: self.ty(),
            flags: self.list(|it| (it.text(), it.number())),
        }
    }

    fn of(&mut self) -> TypeRef {
        TypeRef::new(self.number(), self.number())
    }

    fn within(&mut self) -> &'static Ty<'static> {
        Box::leak(Box::new(self.ty()))
    }

    /// A type: its number is its place in [`Ty`].
    fn ty(&mut self) -> Ty<'static> {
        match self.byte() {
            1 => Ty::U8,
            2 => Ty::U16,
            3 => Ty::U32,
            4 => Ty::U64,
            5 => Ty::I8,
            6 => Ty::I16,
            7 => Ty::I32,
            8 => Ty::I64,
            9 => Ty::Proto(self.int()),
            10 => Ty::F32,
            11 => Ty::F64,
            12 => Ty::Timestamp,
            13 => Ty::Duration,
            14 => Ty::Uuid,
            15 => Ty::Decimal(self.byte()),
            16 => Ty::Enum(self.of()),
            17 => Ty::Flags(self.of()),
            18 => Ty::Struct(self.of()),
            19 => Ty::Array(self.within(), self.number()),
            20 => Ty::String,
            21 => Ty::Bytes,
            22 => Ty::Message(self.of()),
            23 => Ty::Union(self.of()),
            24 => Ty::Oneof(self.of()),
            25 => Ty::Encoded(self.of()),
            26 => Ty::List(self.within()),
            27 => Ty::Map(self.within(), self.within()),
            _ => Ty::Bool,
        }
    }

    fn int(&mut self) -> ProtoInt {
        match self.byte() {
            1 => ProtoInt::Int64,
            2 => ProtoInt::Fixed32,
            3 => ProtoInt::Fixed64,
            4 => ProtoInt::Sfixed32,
            5 => ProtoInt::Sfixed64,
            _ => ProtoInt::Int32,
        }
    }

    fn rules(&mut self) -> &'static [Rule<'static>] {
        self.list(|it| Rule {
            at: it.list(|it| match it.byte() {
                0 => Step::Each,
                1 => Step::Key,
                _ => Step::Value,
            }),
            test: it.test(),
            text: it.text(),
        })
    }

    /// A test: its number is its place in [`Test`].
    fn test(&mut self) -> Test {
        match self.byte() {
            0 => Test::Int {
                low: self.signed(),
                high: self.signed(),
            },
            1 => Test::IntNot(self.signed()),
            2 => Test::Float {
                low: self.float(),
                high: self.float(),
                low_in: self.flag(),
                high_in: self.flag(),
            },
            3 => Test::FloatNot(self.float()),
            4 => Test::Finite,
            5 => Test::NonZero,
            6 => Test::Len {
                low: self.number(),
                high: self.number(),
            },
            7 => Test::Unique,
            _ => Test::Utf8,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Package `p` with `message M { @1 a: list<string>; @300 b: i8 = 3 where != -1; }`, as the compiler packs it.
    const BYTES: &[u8] = b"\x01p\x01\x03p.M\x01\x01\x02\x00\x01a\x01\x1a\x14\x02\x00\x00\x14\x01b\xac\x02\x05\x01\x00\x00\x03\x01\x00\x01\x01\x05!= -1\x00\x00\x00\x00\x00";

    #[test]
    fn tables_are_what_was_packed() {
        static EMPTY: Packed = Packed::new(b"", &[]);
        static PACKED: Packed = Packed::new(BYTES, &[|| EMPTY.get()]);
        let tables = PACKED.get();
        assert!(std::ptr::eq(tables, PACKED.get()));
        assert!(std::ptr::eq(tables.imports[0], EMPTY.get()));
        let [def] = tables.messages else {
            panic!("{tables:?}")
        };
        assert_eq!((tables.package, def.name), ("p", "p.M"));
        assert_eq!((def.scalars, def.slots), (1, 1));
        let [a, b] = def.fields else {
            panic!("{def:?}")
        };
        assert_eq!((a.name, a.ordinal), ("a", 1));
        assert_eq!(a.ty, Ty::List(&Ty::String));
        assert_eq!(a.place, Place::Slot { index: 0 });
        assert_eq!((b.name, b.ordinal, b.default), ("b", 300, 3));
        assert_eq!(b.ty, Ty::I8);
        assert_eq!(b.rules[0].test, Test::IntNot(-1));
        assert_eq!(b.rules[0].text, "!= -1");
    }

    #[test]
    fn bytes_that_end_early_are_read_as_zeros() {
        // Tables are never freed: a static keeps them in sight of what looks for leaks.
        static READ: [OnceLock<Schema>; BYTES.len()] = [const { OnceLock::new() }; BYTES.len()];
        for (len, read) in READ.iter().enumerate() {
            let tables = read.get_or_init(|| Reader(&BYTES[..len]).schema(Vec::new()));
            assert!(tables.messages.len() <= 1);
        }
    }
}
