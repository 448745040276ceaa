//! Types of members, of one version against the other.

use crate::model::{Int, Model, Type, TypeBody, TypeId};

use super::shape::alike;
use super::{Change, Comparison, Rule, Site, label, rules, show};

/// Hands out the named types that stand in the same places of two types.
pub(super) fn walk_pairs(old: &Type, new: &Type, found: &mut dyn FnMut(TypeId, TypeId)) {
    match (old, new) {
        (Type::Named(a) | Type::Encoded(a), Type::Named(b) | Type::Encoded(b)) => found(*a, *b),
        (Type::List(a), Type::List(b)) | (Type::Array(a, _), Type::Array(b, _)) => {
            walk_pairs(a, b, found);
        }
        (Type::Map(k, v), Type::Map(l, w)) => {
            walk_pairs(k, l, found);
            walk_pairs(v, w, found);
        }
        _ => {}
    }
}

/// True for what is required where it has no `?`.
pub(super) fn is_whole(model: &Model, ty: &Type) -> bool {
    match ty {
        Type::Encoded(_) => true,
        Type::Named(id) => matches!(
            model.get(*id).body,
            TypeBody::Message(_) | TypeBody::Union(_)
        ),
        _ => false,
    }
}

impl Comparison<'_> {
    /// Whether both are the same, told apart only by what is told elsewhere.
    pub(super) fn same(&self, old: &Type, new: &Type) -> bool {
        match (old, new) {
            (Type::Named(a), Type::Named(b)) | (Type::Encoded(a), Type::Encoded(b)) => {
                self.pairs.new_of(*a) == Some(*b)
            }
            (Type::List(a), Type::List(b)) => self.same(a, b),
            (Type::Map(k, v), Type::Map(l, w)) => self.same(k, l) && self.same(v, w),
            (Type::Array(a, n), Type::Array(b, m)) => n == m && self.same(a, b),
            (a, b) => a == b,
        }
    }

    /// Tells how the types differ. `true` if they do not.
    pub(super) fn compare_types(&mut self, site: &Site, old: &Type, new: &Type) -> bool {
        let Some(rule) = self.difference(old, new) else {
            return true;
        };
        let (was, is) = (show::ty(self.old, old), show::ty(self.new, new));
        let (was, is) = if was == is {
            // The name is the same: it stands for another type, of another package.
            (long(self.old, old), long(self.new, new))
        } else {
            (was, is)
        };
        let help = if std::ptr::eq(rule, &rules::TYPE_ALIKE) {
            None
        } else {
            Some(format!(
                "keep `{was}`, or leave a tombstone and add a field of the new type under a name of its own"
            ))
        };
        self.say(Change {
            rule,
            subject: site.subject.clone(),
            message: format!("{} was `{was}` and is `{is}`", site.what),
            old: Some(label(site.old, format!("was `{was}`"))),
            new: Some(label(site.new, format!("is `{is}`"))),
            help,
        });
        false
    }

    /// The rule for the first difference from outside in.
    fn difference(&self, old: &Type, new: &Type) -> Option<&'static Rule> {
        if self.same(old, new) {
            return None;
        }
        // A newtype is a name in code: on the wire there is what it wraps.
        let (old, new) = (&self.old.underlying(old), &self.new.underlying(new));
        if self.same(old, new) {
            return Some(&rules::TYPE_ALIKE);
        }
        Some(match (old, new) {
            (Type::F32, Type::F64) | (Type::F64, Type::F32) => &rules::FLOAT_WIDTH,
            (Type::String, Type::Bytes) | (Type::Bytes, Type::String) => &rules::TEXT_BYTES,
            (Type::Decimal(_), Type::Decimal(_)) => &rules::DECIMAL_SCALE,
            (Type::Named(a), Type::Named(b)) | (Type::Encoded(a), Type::Encoded(b))
                if self.are_alike(*a, *b) =>
            {
                &rules::TYPE_ALIKE
            }
            (Type::Named(a), Type::Encoded(b)) | (Type::Encoded(a), Type::Named(b))
                if self.pairs.new_of(*a) == Some(*b) =>
            {
                &rules::CARRIED
            }
            // Bytes on one side only.
            (Type::Array(a, _), Type::Array(b, _)) if (**a == Type::U8) != (**b == Type::U8) => {
                &rules::TYPE_CHANGED
            }
            (Type::Array(a, n), Type::Array(b, m)) if n != m && self.same(a, b) => {
                &rules::ARRAY_LENGTH
            }
            (Type::Array(a, n), Type::Array(b, m)) if n == m => return self.difference(a, b),
            (Type::List(a), Type::Array(b, _)) | (Type::Array(b, _), Type::List(a))
                if a == b && **a != Type::U8 =>
            {
                &rules::ARRAY_LENGTH
            }
            (Type::Bytes, Type::Array(of, _)) | (Type::Array(of, _), Type::Bytes)
                if **of == Type::U8 =>
            {
                &rules::ARRAY_LENGTH
            }
            (Type::List(a), Type::List(b)) => return self.element(a, b),
            (Type::Map(k, v), Type::Map(l, w)) => {
                return self.difference(k, l).or_else(|| self.element(v, w));
            }
            (one, Type::List(many)) if self.same(one, many) => &rules::LIST_CHANGED,
            (Type::List(many), one) if self.same(many, one) => &rules::LIST_CHANGED,
            (a, b) => match (a.int(), b.int()) {
                (Some(a), Some(b)) => {
                    let signed = |range: (i128, i128)| range.0 < 0;
                    if a == b {
                        &rules::PROTO_TYPE
                    } else if signed(a.range()) != signed(b.range()) {
                        &rules::INT_SIGN
                    } else if a.bytes() == 8 || b.bytes() == 8 {
                        &rules::INT_64
                    } else if a.bytes() < b.bytes() {
                        &rules::INT_WIDENED
                    } else {
                        &rules::INT_NARROWED
                    }
                }
                _ => &rules::TYPE_CHANGED,
            },
        })
    }

    /// In a list, messages are rows, and what is carried is not.
    fn element(&self, old: &Type, new: &Type) -> Option<&'static Rule> {
        let rule = self.difference(old, new)?;
        Some(if std::ptr::eq(rule, &rules::CARRIED) {
            &rules::CARRIED_ELEMENTS
        } else {
            rule
        })
    }

    /// The rule for an integer that becomes another one.
    pub(super) fn int_difference(&self, old: Int, new: Int) -> Option<&'static Rule> {
        self.difference(&old.ty(), &new.ty())
    }

    /// Whether bytes of one are bytes of the other, both ways.
    fn are_alike(&self, a: TypeId, b: TypeId) -> bool {
        let (was, is) = (&self.old.get(a).body, &self.new.get(b).body);
        let deep = match (was, is) {
            (TypeBody::Message(x), TypeBody::Message(y)) => {
                x.fields.len() == y.fields.len()
                    && x.fields.iter().zip(&y.fields).all(|(x, y)| {
                        let default = |d: &Option<crate::model::Value>| d.as_ref().map(show::value);
                        self.same(&x.ty, &y.ty)
                            && (x.name == y.name && x.reserved == y.reserved)
                            && default(&x.default) == default(&y.default)
                    })
            }
            (TypeBody::Struct(x), TypeBody::Struct(y)) => x
                .fields
                .iter()
                .zip(&y.fields)
                .all(|(x, y)| self.same(&x.ty, &y.ty) && x.name == y.name),
            (TypeBody::Union(x), TypeBody::Union(y)) => {
                x.closed == y.closed
                    && x.variants.len() == y.variants.len()
                    && x.variants.iter().zip(&y.variants).all(|(x, y)| {
                        let same = match (&x.ty, &y.ty) {
                            (Some(x), Some(y)) => self.same(x, y),
                            (x, y) => x.is_none() && y.is_none(),
                        };
                        same && x.name == y.name && x.reserved == y.reserved
                    })
            }
            (TypeBody::Enum(x), TypeBody::Enum(y)) => {
                x.closed == y.closed
                    && x.values.len() == y.values.len()
                    && x.values.iter().all(|x| {
                        y.values
                            .iter()
                            .any(|y| (&x.name, x.number) == (&y.name, y.number))
                    })
                    // JSON has the name of the enum in those of its values, and of values alone it has names.
                    && self.old.get(a).name == self.new.get(b).name
            }
            // Of these there is nothing but numbers in all forms.
            (TypeBody::Flags(x), TypeBody::Flags(y)) => x.members.len() == y.members.len(),
            _ => false,
        };
        deep && alike(self.old, self.new, a, b)
    }
}

fn long(model: &Model, ty: &Type) -> String {
    match ty {
        Type::Named(id) => model.full_name(*id),
        Type::Encoded(id) => format!("encoded<{}>", model.full_name(*id)),
        Type::List(of) => format!("list<{}>", long(model, of)),
        Type::Map(key, value) => format!("map<{}, {}>", long(model, key), long(model, value)),
        Type::Array(of, length) => format!("[{}; {length}]", long(model, of)),
        other => show::ty(model, other),
    }
}
