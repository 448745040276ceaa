//! Where tables lie that refer to one another.
//!
//! What refers lies above what is referred to, each sort of thing in one vector, and each vector is filled once. So
//! references are ordinary ones, and all that is needed of the arena is that it lives as long as they do.

use super::nodes::MAX_TYPE_DEPTH;
use crate::Descriptor;
use std::collections::HashMap;
use std::fmt;
use std::sync::OnceLock;
use stillwire_codec::Encoded;
use stillwire_codec::table::rule::{Rule, Step};
use stillwire_codec::table::{
    EnumDef, FieldDef, FlagsDef, Mapping, MessageDef, StructDef, StructField, Tables, Ty, UnionDef,
    VariantDef,
};

/// The memory of one [`Pool`](super::Pool).
pub struct Arena<'p> {
    /// Names, texts and presets are borrowed from its bytes.
    pub(super) descriptor: OnceLock<Encoded<Descriptor>>,
    /// By levels: types of a level refer to those of the levels below.
    pub(super) types: [OnceLock<Vec<Ty<'p>>>; MAX_TYPE_DEPTH],
    pub(super) steps: OnceLock<Vec<Step>>,
    pub(super) rules: OnceLock<Vec<Rule<'p>>>,
    pub(super) mappings: OnceLock<Vec<Mapping<'p>>>,
    /// Keys in JSON: of fields, of those of structs, of variants.
    pub(super) keys: OnceLock<Vec<String>>,
    pub(super) fields: OnceLock<Vec<FieldDef<'p>>>,
    pub(super) struct_fields: OnceLock<Vec<StructField<'p>>>,
    pub(super) variants: OnceLock<Vec<VariantDef<'p>>>,
    /// The ordinals that members of `oneof`s have in their messages.
    pub(super) members: OnceLock<Vec<u32>>,
    /// Numbers in protobuf, with the places of their members.
    pub(super) numbers: OnceLock<Vec<(u32, u16)>>,
    pub(super) values: OnceLock<Vec<(i64, &'p str, &'p str)>>,
    /// Further names of enums' values.
    pub(super) aliases: OnceLock<Vec<(i64, &'p str)>>,
    pub(super) bits: OnceLock<Vec<(&'p str, u64)>>,
    pub(super) messages: OnceLock<Vec<MessageDef<'p>>>,
    pub(super) structs: OnceLock<Vec<StructDef<'p>>>,
    pub(super) unions: OnceLock<Vec<UnionDef<'p>>>,
    pub(super) enums: OnceLock<Vec<EnumDef<'p>>>,
    pub(super) flags: OnceLock<Vec<FlagsDef<'p>>>,
    pub(super) tables: OnceLock<Tables<'p>>,
    /// The indices of messages by their names.
    pub(super) names: OnceLock<HashMap<&'p str, usize>>,
}

impl Arena<'_> {
    /// An empty one.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            descriptor: OnceLock::new(),
            types: [const { OnceLock::new() }; MAX_TYPE_DEPTH],
            steps: OnceLock::new(),
            rules: OnceLock::new(),
            mappings: OnceLock::new(),
            keys: OnceLock::new(),
            fields: OnceLock::new(),
            struct_fields: OnceLock::new(),
            variants: OnceLock::new(),
            members: OnceLock::new(),
            numbers: OnceLock::new(),
            values: OnceLock::new(),
            aliases: OnceLock::new(),
            bits: OnceLock::new(),
            messages: OnceLock::new(),
            structs: OnceLock::new(),
            unions: OnceLock::new(),
            enums: OnceLock::new(),
            flags: OnceLock::new(),
            tables: OnceLock::new(),
            names: OnceLock::new(),
        }
    }
}

impl Default for Arena<'_> {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Arena<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let used = self.descriptor.get().is_some();
        f.debug_struct("Arena").field("used", &used).finish()
    }
}
