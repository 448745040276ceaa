//! proto3 from the checked model: text for people and tools, and what both generators must agree on.
//!
//! ```text
//! model ──plan──▶ files of messages, enums, services ──text──▶ .proto
//!                                                     └─descriptor──▶ FileDescriptorSet
//! ```
//!
//! Text and descriptor are drawn from one plan, so they cannot disagree.
//!
//! | Stillwire | proto3 |
//! |---|---|
//! | `u8` `u16` `u32`, `u64` | `uint32`, `uint64` |
//! | `i8` `i16` `i32`, `i64` | `sint32`, `sint64` |
//! | `[u8; N]` | `bytes` |
//! | `list<T>`, other arrays | `repeated` |
//! | `T?`; `T = v` where v is not zero | `optional` |
//! | list, map or array in a list, in a map, in a union, or behind `?` | a message of its own, see [`is_repeated`] |
//! | `timestamp`, `duration`, `()` | `google.protobuf.Timestamp`, `Duration`, `Empty` |
//! | `uuid`, `decimal` | `string` |
//! | `flags` | `uint32`, `uint64`; the bits in a comment
//! | `struct` | `message`, numbers by position |
//! | `union`, `error` | `message` with one `oneof` |
//! | `oneof` | `oneof` |

pub(crate) mod plan;
mod text;
mod well_known;

use std::fmt::Display;

use crate::model::{EnumValue, Field, Mapping, Model, Type, TypeId, Variant};
use crate::names::{camel, pascal, screaming};

/// A `.proto` file, one for each package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProtoFile {
    /// Where it belongs below the root of imports: `acme/trading/v1/trading.proto`.
    pub path: String,
    /// The package that it declares.
    pub package: String,
    /// True if the package was asked for, false if it is only imported.
    pub requested: bool,
    /// What it says.
    pub text: String,
}

/// The `.proto` files of all packages of `model`, imported ones first.
#[must_use]
pub fn generate(model: &Model) -> Vec<ProtoFile> {
    let plans = plan::files(model);
    // Whoever compiles the others has protobuf's own.
    let own = |plan: &&plan::File| plan.package != well_known::PACKAGE;
    let files = plans.iter().filter(own).map(|plan| ProtoFile {
        path: plan.path.clone(),
        package: plan.package.clone(),
        requested: model.packages[plan.home].requested,
        text: text::write(plan),
    });
    files.collect()
}

/// The path of a package's file. It follows from the name alone, so that importers in other
/// places agree: the directory of the package, and its last segment that is no version.
#[must_use]
pub fn path_of(package: &str) -> String {
    let is_version = |s: &&str| {
        s.strip_prefix('v')
            .is_some_and(|n| n.starts_with(|c: char| c.is_ascii_digit()))
    };
    let last = package
        .split('.')
        .rev()
        .find(|s| !is_version(s))
        .unwrap_or(package);
    format!("{}/{last}.proto", package.replace('.', "/"))
}

/// Protobuf's highest field number: 2²⁹ - 1.
pub const MAX_FIELD_NUMBER: u32 = (1 << 29) - 1;

/// The protobuf number of a field or variant: its ordinal, stepping over 19,000 to 19,999, which
/// protobuf keeps for itself.
#[must_use]
pub fn field_number(ordinal: u32) -> u32 {
    if ordinal < 19_000 {
        ordinal
    } else {
        ordinal + 1_000
    }
}

/// What protobuf and JSON call and number a member: what follows from its ordinal and name, unless `#[proto(…)]` says another.
#[derive(Debug, Clone, Copy)]
pub struct Called<'a> {
    ordinal: u32,
    name: &'a str,
    mapping: &'a Mapping,
}

impl<'a> Called<'a> {
    /// A member with what its `#[proto]` says.
    #[must_use]
    pub fn new(ordinal: u32, name: &'a str, mapping: &'a Mapping) -> Self {
        Self {
            ordinal,
            name,
            mapping,
        }
    }

    /// A field that is no `oneof`.
    #[must_use]
    pub fn field(field: &'a Field) -> Self {
        Self::new(field.ordinal, &field.name, &field.proto)
    }

    /// A variant; one of a `oneof` as a member of its message.
    #[must_use]
    pub fn variant(variant: &'a Variant) -> Self {
        Self::new(variant.member, &variant.name, &variant.proto)
    }

    /// Its field number.
    #[must_use]
    pub fn number(self) -> u32 {
        let given = self.mapping.number;
        given.unwrap_or_else(|| field_number(self.ordinal))
    }

    /// Its name in a `.proto`.
    #[must_use]
    pub fn name(self) -> &'a str {
        self.mapping.name_or(self.name)
    }

    /// Its name in JSON.
    #[must_use]
    pub fn json(self) -> String {
        let given = self.mapping.json.clone();
        given.unwrap_or_else(|| camel(self.name()))
    }

    /// Whether repeated numbers are written each with a tag.
    #[must_use]
    pub fn is_expanded(self) -> bool {
        self.mapping.expanded
    }

    /// Whether all this follows from its ordinal and its name in the schema.
    #[must_use]
    pub fn follows(self) -> bool {
        self.number() == field_number(self.ordinal)
            && self.name() == self.name
            && self.json() == camel(self.name)
            && !self.is_expanded()
    }
}

/// Numbers as `reserved` has them: `9`, or `9 to 11`.
#[must_use]
pub fn range<T: PartialEq + Display>(first: T, last: T) -> String {
    if first == last {
        first.to_string()
    } else {
        format!("{first} to {last}")
    }
}

/// The protobuf and JSON name of an enum's value: `TIME_IN_FORCE_DAY`.
#[must_use]
pub fn enum_value_name(model: &Model, ty: TypeId, value: &EnumValue) -> String {
    if let Some(name) = &value.proto.name {
        return name.clone();
    }
    format!(
        "{}_{}",
        screaming(&model.get(ty).name),
        screaming(&value.name)
    )
}

/// The name of the `oneof` of a union whose variants have these names: `kind` if it is free.
#[must_use]
pub fn oneof_name<'a>(variants: impl Iterator<Item = &'a str> + Clone) -> &'static str {
    let free = ["kind", "choice", "variant"]
        .into_iter()
        .find(|name| variants.clone().all(|v| v != *name));
    free.unwrap_or("union_kind")
}

/// True for types that protobuf can only repeat: lists, maps, and arrays but `[u8; N]`.
///
/// Such a type cannot stand in a list, map or `oneof`, nor have presence. There it is wrapped in a
/// message of its own with one field, `items = 1`, declared within the message around it and named
/// after the field: `<Field>Item` for elements ([`item_wrapper`]) and `<Field>Value` for the payload
/// of a variant or what is behind a `?` ([`value_wrapper`]).
#[must_use]
pub fn is_repeated(ty: &Type) -> bool {
    match ty {
        Type::List(_) | Type::Map(..) => true,
        Type::Array(inner, _) => **inner != Type::U8,
        _ => false,
    }
}

/// The wrapper of elements that are themselves repeated. `field` is the field's name, or that of the wrapper around.
#[must_use]
pub fn item_wrapper(field: &str) -> String {
    format!("{}Item", pascal(field))
}

/// The wrapper of a repeated type that is optional or the payload of a variant.
#[must_use]
pub fn value_wrapper(field: &str) -> String {
    format!("{}Value", pascal(field))
}
