//! `oneof`: members of a message of which one is there.
//!
//! ```text
//!  message M {                     fields   @1 a │ @2 body: M.Body │ @5 b
//!    @1 a: u32;                             later ordinals of `body`: @3 @4
//!    oneof body {
//!      @2 text: string;            M.Body   1 text = @2 │ 2 json = @3 │ 3 raw = @4
//!      @3 json: string;
//!      @4 raw: bytes;
//!    }
//!    @5 b: u32;
//!  }
//! ```
//!
//! It becomes a union without a name in the schema, and a field of it at the first ordinal. The members' other ordinals
//! take no place, so that a member that is added later moves nothing.

use crate::model::{Field, Type, TypeBody, TypeId, Union, Variant};
use crate::syntax::tree::{self, Meta, PartKind};

use super::attributes::Place;
use super::declare::Unique;
use super::members::MEMBER;
use super::ordinals::Ordinals;
use super::{At, Checker};

/// What a `oneof` shares with the fields of its message.
pub(super) struct Shared<'s> {
    pub(super) ordinals: &'s mut Ordinals,
    pub(super) names: &'s mut Unique,
    pub(super) owner: &'s str,
}

impl Checker<'_> {
    /// The field that a `oneof` is. `id` is its union, if it has a member that is no tombstone.
    pub(super) fn oneof(
        &mut self,
        at: At,
        id: Option<TypeId>,
        meta: &Meta,
        block: &tree::Block,
        optional: bool,
        shared: &mut Shared<'_>,
    ) -> Option<Field> {
        self.member_name(shared.names, &block.name);
        let info = self.info(meta, Place::Oneof);
        let variants = self.oneof_members(at, block, shared);
        let later = variants.iter().skip(1);
        let later = later.map(|v| (v.member, v.name.clone())).collect();
        let first = variants.first()?;
        let mut field = Field {
            ordinal: first.member,
            name: block.name.text.clone(),
            docs: info.docs,
            deprecated: info.deprecated,
            since: info.since,
            proto: info.proto,
            // What a tombstone lies as: a slot and no bit.
            ty: Type::Bytes,
            optional: false,
            default: None,
            rules: Vec::new(),
            reserved: true,
            later,
            sensitive: info.sensitive,
            span: block.name.span,
        };
        match id {
            None => field.name.clone_from(&first.name),
            Some(id) => {
                (field.ty, field.optional, field.reserved) = (Type::Named(id), optional, false);
                let def = &mut self.model.types[id.0 as usize];
                def.docs.clone_from(&field.docs);
                def.deprecated.clone_from(&field.deprecated);
                def.since.clone_from(&field.since);
                def.body = TypeBody::Union(Union {
                    closed: false,
                    oneof: true,
                    variants,
                });
            }
        }
        Some(field)
    }

    /// The members by their ordinals, with their positions as tags.
    fn oneof_members(
        &mut self,
        at: At,
        block: &tree::Block,
        shared: &mut Shared<'_>,
    ) -> Vec<Variant> {
        let mut variants = Vec::new();
        let mut broken = false;
        for part in &block.members {
            match &part.kind {
                PartKind::Field(field) => variants.extend(self.variant(
                    at,
                    &part.meta,
                    field,
                    shared.ordinals,
                    shared.names,
                    shared.owner,
                    MEMBER,
                )),
                PartKind::Broken(remains) => {
                    broken = true;
                    shared.ordinals.remains(&remains.ordinals);
                }
                _ => broken = true,
            }
        }
        if block.members.is_empty() && !broken {
            self.empty("oneof", &block.name, "@1 name: type;");
        }
        variants.sort_by_key(|v| v.member);
        for (position, variant) in (1..).zip(&mut variants) {
            variant.ordinal = position;
        }
        variants
    }
}
