//! Protobuf's own types, `google.protobuf`, and the files in which every protobuf compiler has them.

use crate::model::{Model, TypeId};

use super::path_of;

/// Their package.
pub(crate) const PACKAGE: &str = "google.protobuf";

/// The file that declares a well-known type, by its name in the package.
pub(super) fn path(name: &str) -> &'static str {
    match name {
        "Any" => "google/protobuf/any.proto",
        "Api" | "Method" | "Mixin" => "google/protobuf/api.proto",
        "Duration" => "google/protobuf/duration.proto",
        "Empty" => "google/protobuf/empty.proto",
        "FieldMask" => "google/protobuf/field_mask.proto",
        "SourceContext" => "google/protobuf/source_context.proto",
        "Struct" | "Value" | "ListValue" | "NullValue" => "google/protobuf/struct.proto",
        "Timestamp" => "google/protobuf/timestamp.proto",
        "Type" | "Field" | "Enum" | "EnumValue" | "Option" | "Syntax" => {
            "google/protobuf/type.proto"
        }
        "DoubleValue" | "FloatValue" | "Int64Value" | "UInt64Value" | "Int32Value"
        | "UInt32Value" | "BoolValue" | "StringValue" | "BytesValue" => {
            "google/protobuf/wrappers.proto"
        }
        _ => "google/protobuf/descriptor.proto",
    }
}

pub(crate) const TIMESTAMP: &str = "google.protobuf.Timestamp";
pub(crate) const DURATION: &str = "google.protobuf.Duration";
pub(crate) const EMPTY: &str = "google.protobuf.Empty";

/// The file that declares a type.
pub(super) fn file_of(model: &Model, id: TypeId) -> String {
    let package = &model.packages[model.get(id).package].name;
    if package != PACKAGE {
        return path_of(package);
    }
    let full = model.full_name(id);
    let top = full.split('.').nth(2).unwrap_or_default();
    path(top).to_owned()
}
