//! What may be chosen: how JSON is written, and what is accepted.

use super::types::JsonTypes;

/// How JSON is written. The default is protobuf's canonical form, without white space.
///
/// ```
/// let style = stillwire_codec::json::JsonStyle { pretty: true, ..Default::default() };
/// assert!(!style.defaults);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct JsonStyle {
    /// Lines, indented by two spaces a level.
    pub pretty: bool,
    /// Also fields that are zero or empty, where the emitted proto gives them no presence. Optional fields, and those that
    /// are messages there (structs, points and spans of time, too), are still left out where they are absent or zero.
    pub defaults: bool,
    /// Enums as their numbers.
    pub enum_numbers: bool,
    /// Names of fields as the schema has them: `mid_price`, not `midPrice`.
    pub schema_names: bool,
    /// What a `google.protobuf.Any` may hold, beside the messages of the schema and those that it uses.
    pub types: JsonTypes,
}

impl JsonStyle {
    /// For people: in lines.
    pub const PRETTY: Self = Self {
        pretty: true,
        defaults: false,
        enum_numbers: false,
        schema_names: false,
        types: JsonTypes::new(&[]),
    };
}

/// What is accepted in JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct JsonOptions {
    /// Passes over keys that the schema does not know, and over fields, elements and entries with a name that their enum does
    /// not have, as many as [`Limits::unknown_fields`](crate::Limits::unknown_fields). Otherwise they are errors, so that a
    /// typing mistake is one.
    pub ignore_unknown_fields: bool,
    /// What a `google.protobuf.Any` may hold, beside the messages of the schema and those that it uses.
    pub types: JsonTypes,
}
