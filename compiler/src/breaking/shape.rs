//! What of a type decides the bytes of its values, with names left out.

use crate::layout::{MAX_INLINE_OPTIONAL, fixed_size};
use crate::model::{Model, Type, TypeBody, TypeId, Variant};

/// What of a field decides where those behind it lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// Bits of flag bytes.
    Bits(u8),
    /// Bytes among the scalars, and whether a bit says that they are there.
    Scalar(u64, bool),
    /// A slot, and whether a bit says that it is there.
    Slot(bool),
}

/// `optional`, or with a default: text and bytes with one are laid out as optional ones.
pub(super) fn class(model: &Model, ty: &Type, optional: bool, default: bool) -> Class {
    match fixed_size(model, ty) {
        Some(_) if *ty == Type::Bool => Class::Bits(if optional { 2 } else { 1 }),
        Some(size) if optional && size > MAX_INLINE_OPTIONAL => Class::Slot(false),
        Some(size) => Class::Scalar(size, optional),
        None => {
            Class::Slot((optional || default) && !matches!(ty, Type::Named(_) | Type::Encoded(_)))
        }
    }
}

/// Whether the new type can be the old one under another name: what was there is there, in the same places.
pub(super) fn alike(old: &Model, new: &Model, a: TypeId, b: TypeId) -> bool {
    match (&old.get(a).body, &new.get(b).body) {
        (TypeBody::Message(a), TypeBody::Message(b)) => {
            a.fields.len() <= b.fields.len()
                && a.fields.iter().zip(&b.fields).all(|(x, y)| {
                    class(old, &x.ty, x.optional, x.default.is_some())
                        == class(new, &y.ty, y.optional, y.default.is_some())
                        && shape(old, &x.ty) == shape(new, &y.ty)
                })
        }
        (TypeBody::Struct(a), TypeBody::Struct(b)) => {
            a.fields.len() == b.fields.len()
                && a.fields
                    .iter()
                    .zip(&b.fields)
                    .all(|(x, y)| shape(old, &x.ty) == shape(new, &y.ty))
        }
        (TypeBody::Union(a), TypeBody::Union(b)) => {
            a.variants.len() <= b.variants.len()
                && a.variants.iter().zip(&b.variants).all(|(x, y)| {
                    x.ty.as_ref().map(|t| shape(old, t)) == y.ty.as_ref().map(|t| shape(new, t))
                })
        }
        (TypeBody::Error(a), TypeBody::Error(b)) => {
            let payload = |model, ty: &Option<Type>| ty.as_ref().map(|t| shape(model, t));
            let same = |(x, y): (&Variant, &Variant)| payload(old, &x.ty) == payload(new, &y.ty);
            // Where there are no payloads to compare, names must do.
            let known = |name: &str| b.live().any(|y| y.variant.name == name);
            let named = a.live().all(|x| known(&x.variant.name));
            named && a.variants.len() <= b.variants.len() && a.bare().zip(b.bare()).all(same)
        }
        (TypeBody::Enum(a), TypeBody::Enum(b)) => {
            a.repr == b.repr
                && a.values
                    .iter()
                    .all(|x| b.values.iter().any(|y| x.number == y.number))
        }
        (TypeBody::Newtype(a), TypeBody::Newtype(b)) => shape(old, &a.ty) == shape(new, &b.ty),
        (TypeBody::Flags(a), TypeBody::Flags(b)) => {
            let known = |bits| b.members.iter().any(|y| y.bits == bits);
            a.repr == b.repr && a.members.iter().all(|x| known(x.bits))
        }
        _ => false,
    }
}

/// A type with names left out: what of it can be compared between versions.
fn shape(model: &Model, ty: &Type) -> String {
    match ty {
        Type::Named(id) => match &model.get(*id).body {
            TypeBody::Newtype(body) => shape(model, &body.ty),
            other => super::show::kind(other).to_owned(),
        },
        Type::Encoded(_) => "encoded".to_owned(),
        Type::List(of) => format!("list<{}>", shape(model, of)),
        Type::Map(key, value) => format!("map<{},{}>", shape(model, key), shape(model, value)),
        Type::Array(of, count) => format!("[{};{count}]", shape(model, of)),
        other => format!("{other:?}"),
    }
}
