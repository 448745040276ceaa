//! From a type of generated code to a descriptor: what its tables know, which is all that reading its bytes takes.
//!
//! Tables have no docs, services, constants, aliases or newtypes, and of the types that a message holds no fingerprints:
//! those are not in it. A [`Pool`](crate::dynamic::Pool) of it has the same tables again.

use crate::conditions::{conditions, whole};
use crate::v1;
use std::collections::HashMap;
use std::ptr;
use stillwire_codec::table::rule::{Rule, Step, Test};
use stillwire_codec::table::{
    EnumDef, FieldDef, FlagsDef, Mapping, MessageDef, MessageTable, Place, Presence, ProtoInt,
    Schema, StructDef, Ty, TypeRef, UnionDef, VariantDef,
};
use stillwire_codec::{EncodeError, Encoded, Message, ToEncoded};

/// Describes `M` and all types that it holds. `M` is the first of `Descriptor.types`.
///
/// ```
/// use stillwire_descriptor::{Descriptor, describe_type};
///
/// let descriptor = describe_type::<Descriptor>()?;
/// let types = descriptor.view().types();
/// assert_eq!(types.get(0).map(|def| def.name()), Some("stillwire.descriptor.v1.Descriptor"));
/// # Ok::<(), stillwire_codec::EncodeError>(())
/// ```
///
/// # Errors
/// Where the descriptor is longer than a message can be.
pub fn describe_type<M: Message>() -> Result<Encoded<v1::Descriptor>, EncodeError> {
    let mut described = describe_all([M::TABLE]);
    if let Some(first) = described.types.first_mut() {
        first.fingerprint = M::FINGERPRINT;
    }
    described.to_encoded()
}

/// Describes the messages that these tables are of, [`Message::TABLE`] of each, and all types that they hold.
///
/// # Errors
/// Where the descriptor is longer than a message can be.
pub fn describe_tables(
    tables: impl IntoIterator<Item = MessageTable>,
) -> Result<Encoded<v1::Descriptor>, EncodeError> {
    describe_all(tables).to_encoded()
}

fn describe_all(tables: impl IntoIterator<Item = MessageTable>) -> v1::Descriptor {
    let mut describer = Describer::default();
    for (schema, index) in tables.into_iter().map(MessageTable::get) {
        // A table has at most 65,536 types of a kind, as `TypeRef` counts them.
        let root = TypeRef::new(0, u16::try_from(index).unwrap_or(u16::MAX));
        describer.id(schema, Kind::Message, root);
    }
    let mut types = Vec::new();
    while let Some(wanted) = describer.waiting.get(types.len()).copied() {
        let def = describer.definition(wanted);
        types.push(def);
    }
    let Describer { mut packages, .. } = describer;
    for (def, at) in types.iter().zip(0..) {
        let package = usize::try_from(def.package).ok();
        if let Some(package) = package.and_then(|package| packages.get_mut(package)) {
            package.types.push(at);
        }
    }
    v1::Descriptor { packages, types }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Message,
    Struct,
    Union,
    Enum,
    Flags,
}

/// A type that was referred to.
#[derive(Clone, Copy)]
struct Wanted {
    schema: &'static Schema,
    kind: Kind,
    index: usize,
}

#[derive(Default)]
struct Describer {
    /// By the address of the table that a type is in, and its place there.
    ids: HashMap<(usize, Kind, usize), u32>,
    /// By their ids.
    waiting: Vec<Wanted>,
    packages: Vec<v1::Package>,
    /// By the address of its table.
    package_ids: HashMap<usize, u32>,
}

fn address(schema: &'static Schema) -> usize {
    ptr::from_ref(schema).addr()
}

fn count(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}

fn ordinal(of: u32) -> u16 {
    u16::try_from(of).unwrap_or(u16::MAX)
}

impl Describer {
    /// The id of a type, which is described in its turn.
    fn id(&mut self, from: &'static Schema, kind: Kind, of: TypeRef) -> u32 {
        let (schema, index) = from.resolve(of);
        let next = count(self.waiting.len());
        let id = self
            .ids
            .entry((address(schema), kind, index))
            .or_insert(next);
        if *id == next {
            self.waiting.push(Wanted {
                schema,
                kind,
                index,
            });
        }
        *id
    }

    fn package(&mut self, schema: &'static Schema) -> u32 {
        let next = count(self.packages.len());
        let id = *self.package_ids.entry(address(schema)).or_insert(next);
        if id == next {
            self.packages.push(v1::Package {
                name: schema.package.to_owned(),
                ..v1::Package::default()
            });
        }
        id
    }

    fn definition(&mut self, wanted: Wanted) -> v1::TypeDef {
        let Wanted {
            schema,
            kind,
            index,
        } = wanted;
        let found = match kind {
            Kind::Message => schema.messages.get(index).map(|def| {
                let body = self.message(schema, def);
                (def.name, v1::Body::Message(body))
            }),
            Kind::Struct => schema.structs.get(index).map(|def| {
                let body = self.structure(schema, def);
                (def.name, v1::Body::Struct(body))
            }),
            Kind::Union => schema.unions.get(index).map(|def| {
                let body = self.union(schema, def);
                (def.name, v1::Body::Union(body))
            }),
            Kind::Enum => schema
                .enums
                .get(index)
                .map(|def| (def.name, v1::Body::Enum(enumeration(def)))),
            Kind::Flags => schema
                .flags
                .get(index)
                .map(|def| (def.name, v1::Body::Flags(flags(def)))),
        };
        let (name, body) = found.unwrap_or_default();
        v1::TypeDef {
            name: name.to_owned(),
            package: self.package(schema),
            body,
            ..v1::TypeDef::default()
        }
    }

    fn message(&mut self, schema: &'static Schema, def: &MessageDef<'static>) -> v1::MessageDef {
        let mut fields: Vec<v1::Field> = Vec::with_capacity(def.fields.len());
        // The place among `fields` of the one with an index in the table: later members of a `oneof` are no fields.
        let mut places = Vec::with_capacity(def.fields.len());
        for field in def.fields {
            places.push(fields.len());
            let Place::Shared { field: first } = field.place else {
                fields.push(self.field(schema, field));
                continue;
            };
            let first = places.get(usize::from(first)).copied();
            if let Some(first) = first.and_then(|at| fields.get_mut(at)) {
                first.later.push(v1::Later {
                    ordinal: ordinal(field.ordinal),
                    name: field.name.to_owned(),
                });
            }
        }
        v1::MessageDef {
            scalars: def.scalars,
            slots: def.slots,
            fields,
        }
    }

    fn field(&mut self, schema: &'static Schema, field: &FieldDef<'static>) -> v1::Field {
        let default = if field.default == 0 {
            let preset = Some(field.preset).filter(|preset| !preset.is_empty());
            preset.map(|preset| match field.ty {
                Ty::String => v1::Value::String(String::from_utf8_lossy(preset).into_owned()),
                _ => v1::Value::Bytes(preset.to_vec()),
            })
        } else {
            self.value(schema, field.ty, field.default)
        };
        let presence = field.presence;
        let absent = matches!(presence, Presence::Range | Presence::Bit { .. });
        let whole = matches!(field.ty, Ty::Oneof(_));
        v1::Field {
            ordinal: ordinal(field.ordinal),
            name: field.name.to_owned(),
            ty: self.ty(schema, field.ty),
            optional: absent && default.is_none() && !whole,
            place: match field.place {
                Place::Bit { byte, mask } => v1::Place::Bit(v1::Bit { byte, mask }),
                Place::Scalar { at } => v1::Place::Scalar(at),
                Place::Slot { index } => v1::Place::Slot(index),
                // A later member, which is no field.
                Place::Shared { .. } => v1::Place::default(),
            },
            presence: match presence {
                Presence::Always => v1::Presence::Always,
                Presence::Required => v1::Presence::Required,
                Presence::Range => v1::Presence::Range,
                Presence::Bit { byte, mask } => v1::Presence::Bit(v1::Bit { byte, mask }),
            },
            default,
            default_bits: field.default,
            rules: rules(field.rules),
            reserved: field.reserved,
            sensitive: field.sensitive,
            mapping: field.mapping.filter(|_| !whole).map(mapping),
            ..v1::Field::default()
        }
    }

    fn structure(&mut self, schema: &'static Schema, def: &StructDef<'static>) -> v1::StructDef {
        let fields = def.fields.iter().map(|field| v1::StructField {
            name: field.name.to_owned(),
            ty: self.ty(schema, field.ty),
            at: field.at,
            rules: rules(field.rules),
            sensitive: field.sensitive,
            ..v1::StructField::default()
        });
        v1::StructDef {
            size: def.size,
            fields: fields.collect(),
        }
    }

    fn union(&mut self, schema: &'static Schema, def: &UnionDef<'static>) -> v1::UnionDef {
        let mut variants = Vec::with_capacity(def.variants.len());
        for (variant, own) in def.variants.iter().zip(1..) {
            let member = def.members.get(variants.len()).copied();
            variants.push(self.variant(schema, variant, own, member.unwrap_or(own)));
        }
        v1::UnionDef {
            closed: def.closed,
            variants,
            oneof: !def.members.is_empty(),
        }
    }

    fn variant(
        &mut self,
        schema: &'static Schema,
        variant: &VariantDef<'static>,
        own: u32,
        member: u32,
    ) -> v1::Variant {
        v1::Variant {
            ordinal: ordinal(own),
            name: variant.name.to_owned(),
            ty: variant.ty.map(|ty| self.ty(schema, ty)),
            rules: rules(variant.rules),
            reserved: variant.reserved,
            sensitive: variant.sensitive,
            member: ordinal(member),
            mapping: variant.mapping.map(mapping),
            ..v1::Variant::default()
        }
    }

    fn ty(&mut self, schema: &'static Schema, ty: Ty<'static>) -> v1::Type {
        match ty {
            Ty::Bool => v1::Type::Bool,
            Ty::F32 => v1::Type::F32,
            Ty::F64 => v1::Type::F64,
            Ty::Timestamp => v1::Type::Timestamp,
            Ty::Duration => v1::Type::Duration,
            Ty::Uuid => v1::Type::Uuid,
            Ty::Decimal(scale) => v1::Type::Decimal(scale),
            Ty::String => v1::Type::String,
            Ty::Bytes => v1::Type::Bytes,
            Ty::Enum(of) => v1::Type::Named(self.id(schema, Kind::Enum, of)),
            Ty::Flags(of) => v1::Type::Named(self.id(schema, Kind::Flags, of)),
            Ty::Struct(of) => v1::Type::Named(self.id(schema, Kind::Struct, of)),
            Ty::Message(of) => v1::Type::Named(self.id(schema, Kind::Message, of)),
            Ty::Union(of) | Ty::Oneof(of) => v1::Type::Named(self.id(schema, Kind::Union, of)),
            Ty::Encoded(of) => v1::Type::Encoded(self.id(schema, Kind::Message, of)),
            Ty::List(of) => v1::Type::List(Box::new(v1::ListType {
                of: self.ty(schema, *of),
            })),
            Ty::Map(key, value) => v1::Type::Map(Box::new(v1::MapType {
                key: self.ty(schema, *key),
                value: self.ty(schema, *value),
            })),
            Ty::Array(of, count) => v1::Type::Array(Box::new(v1::ArrayType {
                of: self.ty(schema, *of),
                count,
            })),
            int => v1::Type::Int(integer(int)),
        }
    }

    /// The default that lies on the wire as zero.
    fn value(&mut self, schema: &'static Schema, ty: Ty<'static>, bits: u64) -> Option<v1::Value> {
        let [a, b, c, d, ..] = bits.to_le_bytes();
        Some(match ty {
            Ty::Bool => v1::Value::Bool(true),
            Ty::F32 => v1::Value::Float(f32::from_le_bytes([a, b, c, d]).into()),
            Ty::F64 => v1::Value::Float(f64::from_bits(bits)),
            Ty::Enum(of) => {
                let def = schema.enumeration(of)?;
                let number = def.repr.signed(bits);
                let known = def.values.iter().find(|(known, ..)| *known == number);
                v1::Value::Enum(v1::NamedNumber {
                    ty: self.id(schema, Kind::Enum, of),
                    name: known.map_or(String::new(), |(_, name, _)| (*name).to_owned()),
                    number,
                })
            }
            Ty::Flags(of) => {
                let known = schema.flags(of)?.flags.iter();
                let set = known.filter(|(_, flag)| *flag != 0 && bits & flag == *flag);
                v1::Value::Flags(v1::NamedBits {
                    ty: self.id(schema, Kind::Flags, of),
                    names: set.map(|(name, _)| (*name).to_owned()).collect(),
                    bits,
                })
            }
            Ty::U8 | Ty::U16 | Ty::U32 | Ty::U64 => v1::Value::Int(v1::Whole::Positive(bits)),
            signed => v1::Value::Int(whole(signed.signed(bits).into())),
        })
    }
}

fn integer(ty: Ty<'_>) -> v1::Int {
    match ty {
        Ty::U8 => v1::Int::U8,
        Ty::U16 => v1::Int::U16,
        Ty::U32 => v1::Int::U32,
        Ty::U64 => v1::Int::U64,
        Ty::I8 => v1::Int::I8,
        Ty::I16 => v1::Int::I16,
        Ty::I32 => v1::Int::I32,
        Ty::Proto(ProtoInt::Int32) => v1::Int::Int32,
        Ty::Proto(ProtoInt::Int64) => v1::Int::Int64,
        Ty::Proto(ProtoInt::Fixed32) => v1::Int::Fixed32,
        Ty::Proto(ProtoInt::Fixed64) => v1::Int::Fixed64,
        Ty::Proto(ProtoInt::Sfixed32) => v1::Int::Sfixed32,
        Ty::Proto(ProtoInt::Sfixed64) => v1::Int::Sfixed64,
        _ => v1::Int::I64,
    }
}

fn mapping(of: &Mapping<'_>) -> v1::Mapping {
    v1::Mapping {
        number: of.number,
        name: of.name.to_owned(),
        json: of.json.to_owned(),
        expanded: of.expanded,
    }
}

fn enumeration(def: &EnumDef<'_>) -> v1::EnumDef {
    let values = def.values.iter().map(|(number, name, proto_name)| {
        let (name, proto_name) = ((*name).to_owned(), (*proto_name).to_owned());
        v1::EnumValue {
            name,
            proto_name,
            number: *number,
            notes: None,
        }
    });
    let aliases = def.aliases.iter().map(|(number, name)| v1::OtherName {
        number: *number,
        name: (*name).to_owned(),
    });
    v1::EnumDef {
        closed: def.closed,
        repr: integer(def.repr),
        values: values.collect(),
        reserved: Vec::new(),
        aliases: aliases.collect(),
    }
}

fn flags(def: &FlagsDef<'_>) -> v1::FlagsDef {
    let flags = def.flags.iter().map(|(name, bits)| v1::Flag {
        name: (*name).to_owned(),
        bits: *bits,
        notes: None,
    });
    v1::FlagsDef {
        repr: integer(def.repr),
        flags: flags.collect(),
    }
}

fn rules(of: &[Rule<'_>]) -> Vec<v1::Rule> {
    let rule = |rule: &Rule<'_>| v1::Rule {
        at: rule.at.iter().map(|at| step(*at)).collect(),
        test: test(rule.test),
        text: rule.text.to_owned(),
    };
    of.iter().map(rule).collect()
}

conditions!(Step, Test);
