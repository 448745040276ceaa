//! From the compiler's model to a descriptor.
//!
//! What depends on the machine is left out, which is spans and the names of files: the same schema gives the same bytes
//! everywhere.

use crate::conditions::{conditions, whole};
use crate::v1;
use stillwire_codec::{EncodeError, Encoded, ToEncoded};
use stillwire_compiler::layout::{self, Place, Presence};
use stillwire_compiler::model::{
    Enum, Error, Field, Flags, Idempotency, Int, Message, Method, Model, Package, ProtoInt, Rule,
    Service, StatusCode, Step, Struct, Test, Type, TypeBody, TypeDef, TypeId, Union, Value,
    Variant,
};
use stillwire_compiler::{fingerprints, proto};

/// Describes all that `model` knows.
///
/// # Errors
/// Where the descriptor is longer than a message can be.
pub fn describe(model: &Model) -> Result<Encoded<v1::Descriptor>, EncodeError> {
    let describer = Describer { model };
    let fingerprints = fingerprints(model);
    let types = model.types.iter().zip((0..).map(TypeId)).zip(fingerprints);
    v1::Descriptor {
        packages: model
            .packages
            .iter()
            .map(|package| describer.package(package))
            .collect(),
        types: types
            .map(|((def, id), fingerprint)| describer.definition(id, def, fingerprint))
            .collect(),
    }
    .to_encoded()
}

struct Describer<'m> {
    model: &'m Model,
}

impl Describer<'_> {
    fn package(&self, package: &Package) -> v1::Package {
        let consts = package.consts.iter().map(|constant| v1::Constant {
            name: constant.name.clone(),
            notes: notes(&constant.docs, &constant.deprecated, &constant.since),
            ty: ty(&constant.ty),
            value: value(&constant.value),
        });
        let aliases = package.aliases.iter().map(|alias| v1::Alias {
            name: alias.name.clone(),
            notes: notes(&alias.docs, &alias.deprecated, &alias.since),
            ty: ty(&alias.ty),
            rules: rules(&alias.rules),
        });
        v1::Package {
            name: package.name.clone(),
            docs: package.docs.clone(),
            types: package.types.iter().map(|id| id.0).collect(),
            uses: package.uses.iter().map(|at| index(*at)).collect(),
            requested: package.requested,
            consts: consts.collect(),
            aliases: aliases.collect(),
            services: package
                .services
                .iter()
                .map(|service| self.service(package, service))
                .collect(),
        }
    }

    fn service(&self, package: &Package, service: &Service) -> v1::ServiceDef {
        let method = |method: &Method| v1::MethodDef {
            name: method.name.clone(),
            route: self.model.route(package, service, method),
            notes: notes(&method.docs, &method.deprecated, &method.since),
            input: method.input.map(|id| id.0),
            client_streaming: method.client_streaming,
            output: method.output.map(|id| id.0),
            server_streaming: method.server_streaming,
            throws: method.throws.map(|id| id.0),
            idempotency: match method.idempotency {
                Idempotency::None => v1::Idempotency::Unspecified,
                Idempotency::Safe => v1::Idempotency::Safe,
                Idempotency::Idempotent => v1::Idempotency::Idempotent,
            },
            timeout: method.timeout.map(|timeout| {
                let nanos = i64::try_from(timeout.as_nanos()).unwrap_or(i64::MAX);
                stillwire_codec::Duration(nanos)
            }),
        };
        v1::ServiceDef {
            name: service.name.clone(),
            notes: notes(&service.docs, &service.deprecated, &service.since),
            methods: service.methods.iter().map(method).collect(),
        }
    }

    fn definition(&self, id: TypeId, def: &TypeDef, fingerprint: u64) -> v1::TypeDef {
        v1::TypeDef {
            name: self.model.full_name(id),
            package: index(def.package),
            parent: def.parent.map(|id| id.0),
            notes: notes(&def.docs, &def.deprecated, &def.since),
            fingerprint,
            body: match &def.body {
                TypeBody::Struct(body) => v1::Body::Struct(self.structure(body)),
                TypeBody::Message(body) => v1::Body::Message(self.message(body)),
                TypeBody::Union(body) => v1::Body::Union(union(body)),
                TypeBody::Enum(body) => v1::Body::Enum(self.enumeration(id, body)),
                TypeBody::Flags(body) => v1::Body::Flags(flags(body)),
                TypeBody::Newtype(body) => v1::Body::Newtype(ty(&body.ty)),
                TypeBody::Error(body) => v1::Body::Error(self.error(body)),
            },
        }
    }

    fn structure(&self, body: &Struct) -> v1::StructDef {
        let mut size = 0;
        let mut fields = Vec::with_capacity(body.fields.len());
        for field in &body.fields {
            fields.push(v1::StructField {
                name: field.name.clone(),
                notes: notes(&field.docs, &field.deprecated, &field.since),
                ty: ty(&field.ty),
                at: size,
                rules: rules(&field.rules),
                sensitive: field.sensitive,
            });
            let bytes = layout::fixed_size(self.model, &field.ty).unwrap_or(0);
            size += u32::try_from(bytes).expect("a struct takes at most 65,535 bytes");
        }
        v1::StructDef { size, fields }
    }

    fn message(&self, body: &Message) -> v1::MessageDef {
        let layout = layout::layout(self.model, body).expect("the compiler checked that it fits");
        let fields = body.fields.iter().zip(&layout.places);
        v1::MessageDef {
            scalars: layout.scalars,
            slots: layout.slots,
            fields: fields
                .map(|(field, place)| self.field(field, *place))
                .collect(),
        }
    }

    fn field(&self, field: &Field, (place, presence): (Place, Presence)) -> v1::Field {
        let default = field.default.as_ref();
        v1::Field {
            ordinal: ordinal(field.ordinal),
            name: field.name.clone(),
            notes: notes(&field.docs, &field.deprecated, &field.since),
            ty: ty(&field.ty),
            optional: field.optional,
            place: match place {
                Place::Bit(at) => v1::Place::Bit(bit(at)),
                Place::Scalar { at, .. } => v1::Place::Scalar(at),
                Place::Slot(index) => v1::Place::Slot(index),
            },
            presence: match presence {
                Presence::Always => v1::Presence::Always,
                Presence::Required => v1::Presence::Required,
                Presence::Range => v1::Presence::Range,
                Presence::Bit(at) => v1::Presence::Bit(bit(at)),
            },
            default: default.map(value),
            default_bits: default.map_or(0, |value| {
                layout::default_bits(self.model, &field.ty, value)
            }),
            rules: rules(&field.rules),
            reserved: field.reserved,
            sensitive: field.sensitive,
            later: field
                .later
                .iter()
                .map(|(at, name)| v1::Later {
                    ordinal: ordinal(*at),
                    name: name.clone(),
                })
                .collect(),
            mapping: match self.model.oneof(&field.ty) {
                Some(_) => None,
                None => mapping(proto::Called::field(field)),
            },
        }
    }

    fn error(&self, body: &Error) -> v1::ErrorDef {
        let variants = body.variants.iter().map(|thrown| v1::Variant {
            status: status(thrown.status, thrown.variant.reserved),
            retryable: thrown.retryable,
            ..variant(&thrown.variant)
        });
        v1::ErrorDef {
            variants: variants.collect(),
            layout: self.message(&body.as_message()),
        }
    }

    fn enumeration(&self, id: TypeId, body: &Enum) -> v1::EnumDef {
        let values = body.values.iter().map(|value| v1::EnumValue {
            name: value.name.clone(),
            proto_name: proto::enum_value_name(self.model, id, value),
            number: value.number,
            notes: notes(&value.docs, &value.deprecated, &value.since),
        });
        let aliases = body.values.iter().flat_map(|value| {
            let names = value.proto.aliases.iter();
            names.map(|name| v1::OtherName {
                number: value.number,
                name: name.clone(),
            })
        });
        let reserved = body.reserved.iter().map(|range| v1::ReservedRange {
            first: range.first,
            last: range.last,
            note: range.note.clone(),
        });
        v1::EnumDef {
            closed: body.closed,
            repr: int(body.repr),
            values: values.collect(),
            reserved: reserved.collect(),
            aliases: aliases.collect(),
        }
    }
}

fn union(body: &Union) -> v1::UnionDef {
    v1::UnionDef {
        closed: body.closed,
        variants: body.variants.iter().map(variant).collect(),
        oneof: body.oneof,
    }
}

fn variant(from: &Variant) -> v1::Variant {
    v1::Variant {
        ordinal: ordinal(from.ordinal),
        name: from.name.clone(),
        notes: notes(&from.docs, &from.deprecated, &from.since),
        ty: from.ty.as_ref().map(ty),
        rules: rules(&from.rules),
        reserved: from.reserved,
        sensitive: from.sensitive,
        status: v1::Status::None,
        retryable: false,
        member: ordinal(from.member),
        mapping: mapping(proto::Called::variant(from)),
    }
}

/// What protobuf and JSON call a member, where that does not follow.
fn mapping(called: proto::Called<'_>) -> Option<v1::Mapping> {
    (!called.follows()).then(|| v1::Mapping {
        number: called.number(),
        name: called.name().to_owned(),
        json: called.json(),
        expanded: called.is_expanded(),
    })
}

/// A tombstone is thrown no more.
fn status(code: StatusCode, reserved: bool) -> v1::Status {
    let place = StatusCode::ALL.iter().position(|known| *known == code);
    let number = place.and_then(|at| u8::try_from(at + 1).ok());
    v1::Status::from_number(number.filter(|_| !reserved).unwrap_or(0))
}

fn flags(body: &Flags) -> v1::FlagsDef {
    let flags = body.members.iter().map(|flag| v1::Flag {
        name: flag.name.clone(),
        bits: flag.bits,
        notes: notes(&flag.docs, &flag.deprecated, &flag.since),
    });
    v1::FlagsDef {
        repr: int(body.repr),
        flags: flags.collect(),
    }
}

fn index(at: usize) -> u32 {
    u32::try_from(at).expect("a compilation has at most 4,096 files")
}

fn ordinal(at: u32) -> u16 {
    u16::try_from(at).expect("ordinals end at 65,535")
}

fn notes(
    docs: &[String],
    deprecated: &Option<String>,
    since: &Option<String>,
) -> Option<v1::Notes> {
    let any = !docs.is_empty() || deprecated.is_some() || since.is_some();
    any.then(|| v1::Notes {
        docs: docs.to_vec(),
        deprecated: deprecated.clone(),
        since: since.clone(),
    })
}

fn bit(at: layout::Bit) -> v1::Bit {
    v1::Bit {
        byte: at.byte,
        mask: at.mask(),
    }
}

fn int(int: Int) -> v1::Int {
    match int {
        Int::U8 => v1::Int::U8,
        Int::U16 => v1::Int::U16,
        Int::U32 => v1::Int::U32,
        Int::U64 => v1::Int::U64,
        Int::I8 => v1::Int::I8,
        Int::I16 => v1::Int::I16,
        Int::I32 => v1::Int::I32,
        Int::I64 => v1::Int::I64,
    }
}

fn ty(of: &Type) -> v1::Type {
    match of {
        Type::Bool => v1::Type::Bool,
        Type::U8 => v1::Type::Int(v1::Int::U8),
        Type::U16 => v1::Type::Int(v1::Int::U16),
        Type::U32 => v1::Type::Int(v1::Int::U32),
        Type::U64 => v1::Type::Int(v1::Int::U64),
        Type::I8 => v1::Type::Int(v1::Int::I8),
        Type::I16 => v1::Type::Int(v1::Int::I16),
        Type::I32 => v1::Type::Int(v1::Int::I32),
        Type::I64 => v1::Type::Int(v1::Int::I64),
        Type::Proto(of) => v1::Type::Int(match of {
            ProtoInt::Int32 => v1::Int::Int32,
            ProtoInt::Int64 => v1::Int::Int64,
            ProtoInt::Fixed32 => v1::Int::Fixed32,
            ProtoInt::Fixed64 => v1::Int::Fixed64,
            ProtoInt::Sfixed32 => v1::Int::Sfixed32,
            ProtoInt::Sfixed64 => v1::Int::Sfixed64,
        }),
        Type::F32 => v1::Type::F32,
        Type::F64 => v1::Type::F64,
        Type::String => v1::Type::String,
        Type::Bytes => v1::Type::Bytes,
        Type::Timestamp => v1::Type::Timestamp,
        Type::Duration => v1::Type::Duration,
        Type::Uuid => v1::Type::Uuid,
        Type::Decimal(scale) => v1::Type::Decimal(*scale),
        Type::Named(id) => v1::Type::Named(id.0),
        Type::Encoded(id) => v1::Type::Encoded(id.0),
        Type::List(of) => v1::Type::List(Box::new(v1::ListType { of: ty(of) })),
        Type::Map(key, value) => v1::Type::Map(Box::new(v1::MapType {
            key: ty(key),
            value: ty(value),
        })),
        Type::Array(of, count) => v1::Type::Array(Box::new(v1::ArrayType {
            of: ty(of),
            count: *count,
        })),
    }
}

fn value(of: &Value) -> v1::Value {
    match of {
        Value::Bool(value) => v1::Value::Bool(*value),
        Value::Int(value) => v1::Value::Int(whole(*value)),
        Value::Float(value) => v1::Value::Float(*value),
        Value::String(value) => v1::Value::String(value.clone()),
        Value::Bytes(value) => v1::Value::Bytes(value.clone()),
        Value::Enum { ty, name, number } => v1::Value::Enum(v1::NamedNumber {
            ty: ty.0,
            name: name.clone(),
            number: *number,
        }),
        Value::Flags { ty, names, bits } => v1::Value::Flags(v1::NamedBits {
            ty: ty.0,
            names: names.clone(),
            bits: *bits,
        }),
    }
}

fn rules(of: &[Rule]) -> Vec<v1::Rule> {
    let rule = |rule: &Rule| v1::Rule {
        at: rule.at.iter().map(|at| step(*at)).collect(),
        test: test(rule.test),
        text: rule.text.clone(),
    };
    of.iter().map(rule).collect()
}

conditions!(Step, Test);
