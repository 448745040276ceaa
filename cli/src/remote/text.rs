//! Descriptors as text, in the syntax of proto3: for people, not for a compiler.

use prost_reflect::{
    Cardinality, EnumDescriptor, FieldDescriptor, Kind, MessageDescriptor, MethodDescriptor,
    ServiceDescriptor,
};
use std::fmt::Write;

/// `rpc Place(acme.v1.Order) returns (stream acme.v1.Ack);`
pub(super) fn method(method: &MethodDescriptor) -> String {
    let stream = |streams| if streams { "stream " } else { "" };
    format!(
        "rpc {}({}{}) returns ({}{});",
        method.name(),
        stream(method.is_client_streaming()),
        method.input().full_name(),
        stream(method.is_server_streaming()),
        method.output().full_name()
    )
}

/// A service with its methods.
pub(super) fn service(service: &ServiceDescriptor) -> String {
    let mut text = format!("service {} {{\n", service.full_name());
    for each in service.methods() {
        // Writing to a string does not fail.
        let _ = writeln!(text, "  {}", method(&each));
    }
    text + "}\n"
}

/// A message with its fields; types that it declares are named in full, and described by their names.
pub(super) fn message(message: &MessageDescriptor) -> String {
    let mut text = format!("message {} {{\n", message.full_name());
    let mut told = Vec::new();
    for field in message.fields() {
        let oneof = field
            .containing_oneof()
            .filter(|oneof| !oneof.is_synthetic());
        let Some(oneof) = oneof else {
            let _ = writeln!(text, "  {}", self::field(&field, true));
            continue;
        };
        if told.contains(&oneof.name().to_owned()) {
            continue;
        }
        told.push(oneof.name().to_owned());
        let _ = writeln!(text, "  oneof {} {{", oneof.name());
        for member in oneof.fields() {
            let _ = writeln!(text, "    {}", self::field(&member, false));
        }
        text.push_str("  }\n");
    }
    text + "}\n"
}

/// An enum with its values.
pub(super) fn enumeration(of: &EnumDescriptor) -> String {
    let mut text = format!("enum {} {{\n", of.full_name());
    for value in of.values() {
        let _ = writeln!(text, "  {} = {};", value.name(), value.number());
    }
    text + "}\n"
}

fn field(field: &FieldDescriptor, label: bool) -> String {
    let (name, number) = (field.name(), field.number());
    if let Kind::Message(entry) = field.kind()
        && field.is_map()
    {
        let (key, value) = (entry.map_entry_key_field(), entry.map_entry_value_field());
        return format!(
            "map<{}, {}> {name} = {number};",
            ty(key.kind()),
            ty(value.kind())
        );
    }
    let label = match field.cardinality() {
        Cardinality::Repeated => "repeated ",
        Cardinality::Required => "required ",
        Cardinality::Optional if label && field.containing_oneof().is_some() => "optional ",
        Cardinality::Optional => "",
    };
    format!("{label}{} {name} = {number};", ty(field.kind()))
}

fn ty(kind: Kind) -> String {
    match kind {
        Kind::Message(of) => of.full_name().to_owned(),
        Kind::Enum(of) => of.full_name().to_owned(),
        // The others are called in protobuf as they are here.
        scalar => format!("{scalar:?}").to_ascii_lowercase(),
    }
}
