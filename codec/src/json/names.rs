//! Names of members: `snake_case` in the schema, `lowerCamel` in JSON, and both are read.
//!
//! What protoc calls the JSON name of a field: each `_` goes, and the letter behind it is a capital.

use crate::steps::tick;
use crate::table::{MessageDef, StructDef, Tables, Ty, UnionDef, member_of};
use std::cmp::Ordering;

/// What has members with names.
#[derive(Debug, Clone, Copy)]
pub(super) enum Members<'s> {
    /// With the schema that its types refer from.
    Message(&'s Tables<'s>, &'s MessageDef<'s>),
    Struct(&'s StructDef<'s>),
    Union(&'s UnionDef<'s>),
    /// A message without fields.
    Nothing,
    /// The message that wraps what repeats where protobuf has no place for it.
    Items,
}

impl<'s> Members<'s> {
    fn len(self) -> usize {
        match self {
            Self::Message(_, def) => def.fields.len(),
            Self::Nothing => 0,
            Self::Struct(def) => def.fields.len(),
            Self::Union(def) => def.variants.len(),
            Self::Items => 1,
        }
    }

    /// The name of a member, and whether its values are kept out of errors; none for one that was removed.
    #[inline(always)]
    pub(super) fn get(self, i: usize) -> Option<(&'s str, bool)> {
        match self {
            Self::Message(schema, def) => {
                let field = def.fields.get(i).filter(|field| !field.reserved)?;
                if let Ty::Oneof(_) = field.ty {
                    let (_, variant) = member_of(schema, def, i)?;
                    return Some((variant.name, field.sensitive || variant.sensitive));
                }
                Some((field.name, field.sensitive))
            }
            Self::Nothing => None,
            Self::Struct(def) => def.fields.get(i).map(|field| (field.name, field.sensitive)),
            Self::Union(def) => {
                let variant = def.variants.get(i).filter(|variant| !variant.reserved)?;
                Some((variant.name, variant.sensitive))
            }
            Self::Items => (i == 0).then_some(("items", false)),
        }
    }

    /// What errors call it.
    pub(super) fn name(self) -> &'s str {
        match self {
            Self::Message(_, def) => def.name,
            Self::Nothing => "google.protobuf.Empty",
            Self::Struct(def) => def.name,
            Self::Union(def) => def.name,
            Self::Items => "a list in JSON's wrapper",
        }
    }

    fn address(self) -> usize {
        match self {
            Self::Message(_, def) => std::ptr::from_ref(def).addr(),
            Self::Struct(def) => std::ptr::from_ref(def).addr(),
            Self::Union(def) => std::ptr::from_ref(def).addr(),
            Self::Items | Self::Nothing => 0,
        }
    }

    #[inline(always)]
    fn is(self, i: usize, key: &[u8]) -> bool {
        tick(1);
        self.get(i)
            .is_some_and(|(name, _)| is_key(key, name.as_bytes()))
    }
}

/// How many members are compared one after the other before the sorted ones are asked.
const PROBES: usize = 8;

/// The members of large types, sorted: made where a key is far from where the one before it lets expect it.
#[derive(Debug, Default)]
pub(super) struct Sorted(Vec<(usize, Vec<u16>)>);

impl Sorted {
    /// The member that a key names. `expected` is asked first, then those behind it.
    #[inline(always)]
    pub(super) fn find(&mut self, of: Members, key: &[u8], expected: usize) -> Option<usize> {
        if of.is(expected, key) {
            return Some(expected);
        }
        let len = of.len();
        let behind = expected.saturating_add(1);
        if len <= PROBES << 1 {
            return (behind..len).chain(0..expected).find(|i| of.is(*i, key));
        }
        (behind..len.min(behind.saturating_add(PROBES)))
            .find(|i| of.is(*i, key))
            .or_else(|| self.search(of, key))
    }

    #[cold]
    fn search(&mut self, of: Members, key: &[u8]) -> Option<usize> {
        let address = of.address();
        if !self.0.iter().any(|(known, _)| *known == address) {
            tick(of.len());
            let mut order: Vec<u16> = (0..of.len())
                .filter(|i| of.get(*i).is_some())
                .filter_map(|i| u16::try_from(i).ok())
                .collect();
            order.sort_by(|a, b| {
                let name = |i: &u16| of.get(usize::from(*i)).map_or("", |(name, _)| name);
                plain(name(a).as_bytes()).cmp(plain(name(b).as_bytes()))
            });
            self.0.push((address, order));
        }
        let (_, order) = self.0.iter().find(|(known, _)| *known == address)?;
        let found = order.binary_search_by(|i| {
            tick(1);
            let name = of.get(usize::from(*i)).map_or("", |(name, _)| name);
            match plain(name.as_bytes()).cmp(plain(key)) {
                Ordering::Equal => Ordering::Equal,
                other => other,
            }
        });
        let index = order.get(found.ok()?).map(|i| usize::from(*i))?;
        of.is(index, key).then_some(index)
    }
}

/// A name in the form in which no two members of a type are the same.
fn plain(name: &[u8]) -> impl Iterator<Item = u8> {
    name.iter()
        .filter(|c| **c != b'_')
        .map(u8::to_ascii_lowercase)
}

/// Whether a key is a name as the schema has it, or as JSON does.
#[inline(always)]
pub(super) fn is_key(key: &[u8], name: &[u8]) -> bool {
    key == name || (key.len() < name.len() && is_camel(key, name))
}

fn is_camel(key: &[u8], name: &[u8]) -> bool {
    tick(name.len());
    camel(name).eq(key.iter().copied())
}

/// The bytes of a name in JSON.
fn camel(name: &[u8]) -> impl Iterator<Item = u8> {
    let mut capital = false;
    name.iter().filter_map(move |c| {
        if *c == b'_' {
            capital = true;
            return None;
        }
        let c = if capital { c.to_ascii_uppercase() } else { *c };
        capital = false;
        Some(c)
    })
}

/// Appends a name as JSON has it.
#[inline(always)]
pub(super) fn put_camel(out: &mut Vec<u8>, name: &str) {
    if name.as_bytes().contains(&b'_') {
        out.extend(camel(name.as_bytes()));
    } else {
        out.extend_from_slice(name.as_bytes());
    }
}

/// A name as JSON has it.
pub(super) fn to_camel(name: &str) -> String {
    camel(name.as_bytes()).map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_protoc_and_both_are_keys() {
        for (snake, json) in [
            ("price", "price"),
            ("mid_price", "midPrice"),
            ("a_1b", "a1b"),
            ("x_y_z", "xYZ"),
            ("_lead", "Lead"),
            ("trail_", "trail"),
            ("a__b", "aB"),
        ] {
            assert_eq!(to_camel(snake), json);
            let mut out = Vec::new();
            put_camel(&mut out, snake);
            assert_eq!(out, json.as_bytes());
            assert!(is_key(snake.as_bytes(), snake.as_bytes()));
            assert!(is_key(json.as_bytes(), snake.as_bytes()));
        }
        assert!(!is_key(b"midprice", b"mid_price"));
        assert!(!is_key(b"MidPrice", b"mid_price"));
        assert!(!is_key(b"midPric", b"mid_price"));
        assert!(!is_key(b"", b"mid_price"));
    }
}
