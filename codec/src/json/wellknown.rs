//! Protobuf's own types whose JSON form does not follow from their fields: "ProtoJSON", the table of its guide.
//!
//! They are messages like any other, known by their full names. What is not here has the form of its fields.

use crate::table::{EnumDef, MessageDef, Tables, Ty, member_of};

/// What has a form of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WellKnown {
    /// `Int32Value` and its like: the value alone. A time in an [`Any`](Self::Any) is one of these.
    Wrapper,
    /// An object of any values.
    Struct,
    /// An array of any values.
    ListValue,
    /// Any value.
    Value,
    /// Paths in one string.
    FieldMask,
    /// A message of any type, with the type's URL.
    Any,
}

impl WellKnown {
    #[inline(always)]
    pub(super) fn of(def: &MessageDef<'_>) -> Option<Self> {
        // The names of others differ in the first byte or the length.
        let name = def.name.strip_prefix("google.protobuf.")?;
        Self::named(name).filter(|kind| kind.is_shaped_so(def))
    }

    #[cold]
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "DoubleValue" | "FloatValue" | "Int64Value" | "UInt64Value" | "Int32Value"
            | "UInt32Value" | "BoolValue" | "StringValue" | "BytesValue" | "Timestamp"
            | "Duration" => Self::Wrapper,
            "Struct" => Self::Struct,
            "ListValue" => Self::ListValue,
            "Value" => Self::Value,
            "FieldMask" => Self::FieldMask,
            "Any" => Self::Any,
            _ => return None,
        })
    }

    /// Whether a type of this name has the fields that the form asks for.
    fn is_shaped_so(self, def: &MessageDef<'_>) -> bool {
        let [field, rest @ ..] = def.fields else {
            return false;
        };
        let one = rest.is_empty() && !field.reserved;
        match self {
            Self::Wrapper => one && !matches!(field.ty, Ty::List(_) | Ty::Map(..) | Ty::Oneof(_)),
            Self::Struct => one && matches!(field.ty, Ty::Map(Ty::String, Ty::Message(_))),
            Self::ListValue => one && matches!(field.ty, Ty::List(Ty::Message(_))),
            Self::FieldMask => one && matches!(field.ty, Ty::List(Ty::String)),
            Self::Any => match rest {
                [value] => field.ty == Ty::String && value.ty == Ty::Bytes,
                _ => false,
            },
            Self::Value => def
                .fields
                .iter()
                .all(|field| matches!(field.ty, Ty::Oneof(_))),
        }
    }

    /// The index of the field that a value of this sort is, as which it is read.
    pub(super) fn field<'s>(
        self,
        schema: &'s Tables<'s>,
        def: &'s MessageDef<'s>,
        sort: u8,
    ) -> Option<usize> {
        if self != Self::Value {
            return Some(0);
        }
        let name = match sort {
            b'n' => "null_value",
            b'"' => "string_value",
            b't' | b'f' => "bool_value",
            b'{' => "struct_value",
            b'[' => "list_value",
            _ => "number_value",
        };
        let is = |i: &usize| member_of(schema, def, *i).is_some_and(|(_, v)| v.name == name);
        (0..def.fields.len()).find(is)
    }
}

/// Whether `null` is a value of a type, and not its absence.
#[cold]
pub(super) fn takes_null<'s>(schema: &'s Tables<'s>, ty: Ty<'s>) -> bool {
    match ty {
        Ty::Message(of) => {
            let def = schema.message(of).map(|(_, def)| def);
            def.and_then(WellKnown::of) == Some(WellKnown::Value)
        }
        Ty::Enum(of) => schema.enumeration(of).is_some_and(is_null_value),
        _ => false,
    }
}

/// Whether an enum is the one whose only value is `null`.
#[inline(always)]
pub(super) fn is_null_value(def: &EnumDef<'_>) -> bool {
    def.name == "google.protobuf.NullValue"
}

/// A path as a schema has it, from one as JSON does; none for one that JSON cannot have.
pub(super) fn path_from_json(path: &str) -> Option<String> {
    let mut out = String::with_capacity(path.len());
    for c in path.chars() {
        match c {
            '_' => return None,
            c if c.is_ascii_uppercase() => out.extend(['_', c.to_ascii_lowercase()]),
            c => out.push(c),
        }
    }
    Some(out)
}

/// The other way round; none for one that would not come back.
pub(super) fn path_to_json(path: &str) -> Option<String> {
    let json = crate::table::names::camel_of(path);
    let back = path_from_json(&json)?;
    (back == path).then_some(json)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_go_there_and_back_or_nowhere() {
        for (schema, json) in [("foo_bar", "fooBar"), ("a.b_c.d", "a.bC.d"), ("", "")] {
            assert_eq!(path_to_json(schema).as_deref(), Some(json));
            assert_eq!(path_from_json(json).as_deref(), Some(schema));
        }
        for lost in ["fooBar", "foo_3_bar", "foo__bar", "foo_"] {
            assert_eq!(path_to_json(lost), None, "{lost}");
        }
        assert_eq!(path_from_json("foo_bar"), None);
    }
}
