//! Types and values as a schema writes them.

use crate::model::{Model, Type, TypeBody, Value};

pub(super) fn ty(model: &Model, of: &Type) -> String {
    match of {
        Type::Named(id) if model.oneof(of).is_some() => {
            format!("oneof {}", crate::names::snake(&model.get(*id).name))
        }
        Type::Named(id) => model.dotted_name(*id),
        Type::Encoded(id) => format!("encoded<{}>", model.dotted_name(*id)),
        Type::List(of) => format!("list<{}>", ty(model, of)),
        Type::Map(key, value) => format!("map<{}, {}>", ty(model, key), ty(model, value)),
        Type::Array(of, length) => format!("[{}; {length}]", ty(model, of)),
        Type::Decimal(scale) => format!("decimal<{scale}>"),
        scalar => format!("{scalar:?}").to_ascii_lowercase(),
    }
}

/// With its `?`.
pub(super) fn full(model: &Model, of: &Type, optional: bool) -> String {
    format!("{}{}", ty(model, of), if optional { "?" } else { "" })
}

/// As a schema writes it, with the number of what it names.
pub(super) fn value(value: &Value) -> String {
    let text = crate::proto::plan::show(value);
    match value {
        Value::Flags { bits, .. } => format!("{text} ({bits:#x})"),
        Value::Enum { number, .. } => format!("{text} ({number})"),
        _ => text,
    }
}

pub(super) fn kind(body: &TypeBody) -> &'static str {
    match body {
        TypeBody::Struct(_) => "struct",
        TypeBody::Message(_) => "message",
        TypeBody::Union(_) => "union",
        TypeBody::Enum(_) => "enum",
        TypeBody::Flags(_) => "flags",
        TypeBody::Newtype(_) => "newtype",
        TypeBody::Error(_) => "error",
    }
}
