//! `oneof`s: their members are members of the message, and lie in a union of their own.
//!
//! The union is compared like any other, under the ordinals of the message. Here is what unions do not have: a member
//! that comes from outside, or goes there.

use std::collections::BTreeMap;

use crate::model::{Message, Model, TypeBody, TypeDef, TypeId};
use crate::names::snake;
use crate::span::Span;

use super::{Change, Comparison, Site, label, rules};

/// What stands at an ordinal of a message.
#[derive(Debug, Clone, Copy)]
struct Home<'a> {
    name: &'a str,
    span: Span,
    /// The union of the `oneof` around it, and what that is called.
    oneof: Option<(TypeId, &'a str)>,
}

/// All that is no tombstone.
fn homes<'a>(model: &'a Model, message: &'a Message) -> BTreeMap<u32, Home<'a>> {
    let mut all = BTreeMap::new();
    for field in message.fields.iter().filter(|f| !f.reserved) {
        let Some((id, union)) = model.oneof(&field.ty) else {
            let home = Home {
                name: &field.name,
                span: field.span,
                oneof: None,
            };
            all.insert(field.ordinal, home);
            continue;
        };
        for variant in union.variants.iter().filter(|v| !v.reserved) {
            let home = Home {
                name: &variant.name,
                span: variant.span,
                oneof: Some((id, &field.name)),
            };
            all.insert(variant.member, home);
        }
    }
    all
}

fn place(home: &Home<'_>) -> String {
    match home.oneof {
        Some((_, name)) => format!("in `oneof {name}`"),
        None => "in no `oneof`".to_owned(),
    }
}

impl Comparison<'_> {
    /// Tells which members moved into a `oneof` or out of one; they are compared no further.
    pub(super) fn moved_members(&mut self, owner: &Site, old: &Message, new: &Message) -> Vec<u32> {
        let (olds, news) = (homes(self.old, old), homes(self.new, new));
        let mut moved = Vec::new();
        for (ordinal, was) in &olds {
            let Some(is) = news.get(ordinal) else {
                continue;
            };
            let same = match (was.oneof, is.oneof) {
                (Some((a, _)), Some((b, _))) => self.pairs.new_of(a) == Some(b),
                (a, b) => a.is_none() && b.is_none(),
            };
            if same {
                continue;
            }
            moved.push(*ordinal);
            for (id, moved) in [
                (was.oneof, &mut self.moved_members.0),
                (is.oneof, &mut self.moved_members.1),
            ] {
                moved.extend(id.map(|(id, _)| (id, *ordinal)));
            }
            self.say(Change {
                rule: &rules::ONEOF_MOVED,
                subject: format!("{}.{}", owner.subject, was.name),
                message: format!("`{}` was {} and is {}", was.name, place(was), place(is)),
                old: Some(label(was.span, place(was))),
                new: Some(label(is.span, place(is))),
                help: Some(
                    "leave it where it was, and add what is new with the next free ordinal"
                        .to_owned(),
                ),
            });
        }
        moved
    }

    /// Whether a type is a `oneof`, which is told with the message around it.
    pub(super) fn is_oneof(def: &TypeDef) -> bool {
        matches!(&def.body, TypeBody::Union(body) if body.oneof)
    }
}

/// What the union of a `oneof` is called in reports: ``oneof `body` ``, and the message around it.
pub(super) fn site_of(model: &Model, def: &TypeDef) -> Option<(String, String)> {
    let parent = def.parent.filter(|_| Comparison::is_oneof(def))?;
    Some((
        model.full_name(parent),
        format!("oneof `{}`", snake(&def.name)),
    ))
}
