//! What a name on a command line stands for.

use crate::model::{Model, TypeBody, TypeId};
use crate::names::nearest;
use crate::span::Span;

use super::EditError;

/// A type or a member of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Target {
    pub(super) owner: TypeId,
    /// `None` for the type itself.
    pub(super) member: Option<String>,
    /// Where its name is declared.
    pub(super) span: Span,
}

/// Everything that can be named, by full name.
fn all(model: &Model) -> Vec<(String, Target)> {
    let mut all = Vec::new();
    for (index, def) in model.types.iter().enumerate() {
        let owner = TypeId(u32::try_from(index).unwrap_or(u32::MAX));
        // The members of a `oneof` are members of the message around it, and so is the `oneof`.
        let around = match &def.body {
            TypeBody::Union(body) if body.oneof => def.parent,
            _ => None,
        };
        let full = model.full_name(around.unwrap_or(owner));
        let members: Vec<(&String, Span)> = match &def.body {
            TypeBody::Struct(body) => body.fields.iter().map(|f| (&f.name, f.span)).collect(),
            TypeBody::Message(body) => {
                let live = body.fields.iter().filter(|f| !f.reserved);
                live.map(|f| (&f.name, f.span)).collect()
            }
            TypeBody::Union(body) => {
                let live = body.variants.iter().filter(|v| !v.reserved);
                live.map(|v| (&v.name, v.span)).collect()
            }
            TypeBody::Error(body) => {
                let live = body.live().map(|v| &v.variant);
                live.map(|v| (&v.name, v.span)).collect()
            }
            TypeBody::Enum(body) => body.values.iter().map(|v| (&v.name, v.span)).collect(),
            TypeBody::Flags(body) => body.members.iter().map(|f| (&f.name, f.span)).collect(),
            _ => Vec::new(),
        };
        for (name, span) in members {
            let member = Some(name.clone());
            all.push((
                format!("{full}.{name}"),
                Target {
                    owner,
                    member,
                    span,
                },
            ));
        }
        if around.is_some() {
            continue;
        }
        all.push((
            full,
            Target {
                owner,
                member: None,
                span: def.span,
            },
        ));
    }
    all
}

/// The one thing that has this name, or a name that ends so.
pub(super) fn find(model: &Model, name: &str) -> Result<Target, EditError> {
    let all = all(model);
    if let Some((_, target)) = all.iter().find(|(full, _)| full == name) {
        return Ok(target.clone());
    }
    let end = format!(".{name}");
    let found: Vec<&(String, Target)> = all
        .iter()
        .filter(|(full, _)| full.ends_with(&end))
        .collect();
    match found.as_slice() {
        [(_, target)] => Ok(target.clone()),
        [] => {
            let names = all.iter().map(|(full, _)| full.as_str());
            let near = nearest(name, names.clone()).or_else(|| {
                let parts = name.split('.').count();
                let ends = names.map(|full| tail(full, parts));
                nearest(name, ends)
            });
            let near = near.map_or(String::new(), |near| format!("; did you mean `{near}`?"));
            Err(EditError::Target(format!("there is no `{name}`{near}")))
        }
        several => {
            let names: Vec<&str> = several.iter().map(|(full, _)| full.as_str()).collect();
            Err(EditError::Target(format!(
                "`{name}` may be any of {}",
                names.join(", ")
            )))
        }
    }
}

/// The last parts of a dotted name.
fn tail(full: &str, parts: usize) -> &str {
    let mut dots = full.rmatch_indices('.').map(|(at, _)| at + 1);
    dots.nth(parts.saturating_sub(1))
        .map_or(full, |at| &full[at..])
}
