//! A message that is being written, with all that generators ask about it.

use crate::layout::{Layout, Place, Presence};
use crate::model::{Field, Message, TypeDef, TypeId};

use super::names::{ident, unless_taken};
use super::types::{Context, Face};

/// Methods of views, which accessors must not be called. An accessor takes a view by value and would be preferred to a
/// trait's method of the same name, but not through a reference: too subtle to leave to readers.
const VIEW_METHODS: [&str; 7] = [
    "to_message",
    "clone",
    "eq",
    "ne",
    "as_ref",
    "to_owned",
    "to_encoded",
];
/// A field that is there, with all that generators ask about it.
pub(super) struct Member<'m> {
    pub(super) field: &'m Field,
    /// The name in Rust.
    pub(super) name: String,
    pub(super) accessor: String,
    pub(super) place: Place,
    pub(super) presence: Presence,
    pub(super) boxed: bool,
}

/// A message that is being written.
pub(super) struct Writing<'m> {
    pub(super) cx: Context<'m>,
    pub(super) id: TypeId,
    pub(super) def: &'m TypeDef,
    pub(super) body: &'m Message,
    pub(super) layout: &'m Layout,
    pub(super) members: Vec<Member<'m>>,
    /// The index of the message in its package's table.
    pub(super) index: usize,
}

impl<'m> Writing<'m> {
    pub(super) fn new(
        cx: Context<'m>,
        id: TypeId,
        def: &'m TypeDef,
        body: &'m Message,
        layout: &'m Layout,
        index: usize,
    ) -> Self {
        let live = body
            .fields
            .iter()
            .zip(&layout.places)
            .filter(|(field, _)| !field.reserved);
        let members = live.map(|(field, (place, presence))| Member {
            field,
            name: ident(&field.name),
            accessor: unless_taken(&field.name, &VIEW_METHODS),
            place: *place,
            presence: *presence,
            boxed: cx.shapes.boxed(cx.model, id, &field.ty, field.optional),
        });
        Self {
            cx,
            id,
            def,
            body,
            layout,
            members: members.collect(),
            index,
        }
    }

    pub(super) fn name(&self) -> String {
        self.cx.path(self.id, "")
    }

    /// The type of the borrows, with `lifetime` if they have one.
    pub(super) fn init(&self, lifetime: &str) -> String {
        self.cx.borrowing(Face::Init, self.id, lifetime)
    }
}
