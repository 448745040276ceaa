//! Names of members: `snake_case` in the schema, `lowerCamel` in JSON, and both are read.
//!
//! A schema can say other names; then these are written and read.

use super::text::put_short;
use super::wellknown::takes_null;
use crate::steps::tick;
use crate::table::names::{camel, json_name};
use crate::table::{
    FieldDef, Mapping, MessageDef, StructDef, StructField, Tables, Ty, UnionDef, VariantDef,
    member_of,
};

/// What a member is called.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Called<'s> {
    /// In the schema.
    pub(super) name: &'s str,
    /// As [`FieldDef::key`].
    key: &'s str,
    mapping: Option<&'s Mapping<'s>>,
    /// Whether its values are kept out of errors.
    pub(super) sensitive: bool,
}

impl<'s> Called<'s> {
    /// What a field of a struct is called.
    #[inline(always)]
    pub(super) fn struct_field(field: &StructField<'s>) -> Self {
        Self {
            name: field.name,
            key: field.key,
            mapping: None,
            sensitive: field.sensitive,
        }
    }

    /// What has this key in JSON.
    #[inline(always)]
    pub(super) fn of(key: &'s str) -> Self {
        Self {
            key,
            ..Self::default()
        }
    }

    /// The key of what wraps a value that repeats.
    pub(super) const ITEMS: &'static str = "\"items\":";

    /// What wraps a value that repeats.
    #[inline(always)]
    pub(super) fn items() -> Self {
        Self {
            name: "items",
            ..Self::of(Self::ITEMS)
        }
    }

    /// What a field is called, unless it is a `oneof`.
    #[inline(always)]
    pub(super) fn field(field: &FieldDef<'s>) -> Self {
        Self {
            name: field.name,
            key: field.key,
            mapping: field.mapping,
            sensitive: field.sensitive,
        }
    }

    #[inline(always)]
    pub(super) fn variant(variant: &VariantDef<'s>) -> Self {
        Self {
            name: variant.name,
            key: variant.key,
            mapping: variant.mapping,
            sensitive: variant.sensitive,
        }
    }

    /// Whether a key is its name in JSON, or in a `.proto`.
    #[inline(always)]
    pub(super) fn is_key(self, key: &[u8]) -> bool {
        if self.key.is_empty() {
            return self.is_unmade(key);
        }
        let name = self.mapping.map_or(self.name, |mapping| mapping.name);
        is_quoted(self.key.as_bytes(), key) || is_same(name.as_bytes(), key)
    }

    /// How long its key in JSON is, where a text begins with that as it is written: in quotes, and a colon.
    #[inline(always)]
    pub(super) fn begins(self, text: &[u8]) -> Option<usize> {
        let (key, len) = (self.key.as_bytes(), self.key.len());
        let same = len > 0 && is_same(text.get(..len)?, key);
        same.then_some(len)
    }

    #[cold]
    fn is_unmade(self, key: &[u8]) -> bool {
        match self.mapping {
            None => is_key(key, self.name.as_bytes()),
            Some(mapping) => key == mapping.json.as_bytes() || key == mapping.name.as_bytes(),
        }
    }

    /// Appends its name in JSON, or that in a `.proto`, as a key: in quotes, and a colon.
    #[inline(always)]
    pub(super) fn put(self, out: &mut Vec<u8>, schema_names: bool) {
        if schema_names || self.key.is_empty() {
            return self.put_unmade(out, schema_names);
        }
        put_short(out, self.key.as_bytes());
    }

    #[cold]
    fn put_unmade(self, out: &mut Vec<u8>, schema_names: bool) {
        out.push(b'"');
        match self.mapping {
            None if schema_names => out.extend_from_slice(self.name.as_bytes()),
            None => out.extend(camel(self.name.as_bytes())),
            Some(mapping) if schema_names => out.extend_from_slice(mapping.name.as_bytes()),
            Some(mapping) => out.extend_from_slice(mapping.json.as_bytes()),
        }
        out.extend_from_slice(b"\":");
    }

    /// Its name in JSON.
    pub(super) fn json(self) -> String {
        json_name(self.name, self.mapping)
    }

    /// Whether its name in JSON is more than another form of the one in a `.proto`.
    fn has_other(self) -> bool {
        let other = |m: &Mapping<'_>| !plain(m.json.as_bytes()).eq(plain(m.name.as_bytes()));
        self.mapping.is_some_and(other)
    }
}

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
    pub(super) fn len(self) -> usize {
        match self {
            Self::Message(_, def) => def.fields.len(),
            Self::Nothing => 0,
            Self::Struct(def) => def.fields.len(),
            Self::Union(def) => def.variants.len(),
            Self::Items => 1,
        }
    }

    /// What a member is called; none for one that was removed.
    #[inline(always)]
    pub(super) fn get(self, i: usize) -> Option<Called<'s>> {
        match self {
            Self::Message(schema, def) => {
                let field = def.fields.get(i).filter(|field| !field.reserved)?;
                if let Ty::Oneof(_) = field.ty {
                    let (_, variant) = member_of(schema, def, i)?;
                    let called = Called::variant(variant);
                    return Some(Called {
                        sensitive: field.sensitive || called.sensitive,
                        ..called
                    });
                }
                Some(Called::field(field))
            }
            Self::Nothing => None,
            Self::Struct(def) => {
                let field = def.fields.get(i);
                field.map(Called::struct_field)
            }
            Self::Union(def) => {
                let variant = def.variants.get(i).filter(|variant| !variant.reserved)?;
                Some(Called::variant(variant))
            }
            Self::Items => (i == 0).then_some(Called::items()),
        }
    }

    /// The type of a member, and the schema that it refers from.
    #[cold]
    pub(super) fn ty(self, i: usize) -> Option<(&'s Tables<'s>, Ty<'s>)> {
        let Self::Message(schema, def) = self else {
            return None;
        };
        match def.fields.get(i)?.ty {
            Ty::Oneof(of) => {
                let (_, variant) = member_of(schema, def, i)?;
                Some((schema.union(of)?.0, variant.ty?))
            }
            ty => Some((schema, ty)),
        }
    }

    /// Whether `null` is a value of a member.
    #[cold]
    pub(super) fn takes_null(self, i: usize) -> bool {
        self.ty(i)
            .is_some_and(|(schema, ty)| takes_null(schema, ty))
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

    /// What a member is found by.
    fn key(self, (i, json): Key) -> impl Iterator<Item = u8> {
        let called = self.get(usize::from(i)).unwrap_or_default();
        let name = match called.mapping {
            None => called.name,
            Some(mapping) if json => mapping.json,
            Some(mapping) => mapping.name,
        };
        plain(name.as_bytes())
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
        self.get(i).is_some_and(|called| called.is_key(key))
    }
}

/// How many members are compared one after the other before the sorted ones are asked.
const PROBES: usize = 8;

/// The members of large types, sorted: made where a key is far from where the one before it lets expect it.
#[derive(Debug, Default)]
pub(super) struct Sorted(Vec<(usize, Vec<Key>)>);

/// One of the names of a member: its index, and whether it is that in JSON where this is no form of the other.
type Key = (u16, bool);

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
            let mut order: Vec<Key> = Vec::with_capacity(of.len());
            for i in (0..of.len()).filter_map(|i| u16::try_from(i).ok()) {
                let called = of.get(usize::from(i));
                order.extend(called.map(|_| (i, false)));
                let other = called.is_some_and(Called::has_other);
                order.extend(other.then_some((i, true)));
            }
            order.sort_by(|a, b| of.key(*a).cmp(of.key(*b)));
            self.0.push((address, order));
        }
        let (_, order) = self.0.iter().find(|(known, _)| *known == address)?;
        let found = order.binary_search_by(|entry| {
            tick(1);
            of.key(*entry).cmp(plain(key))
        });
        let index = order.get(found.ok()?).map(|(i, _)| usize::from(*i))?;
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
fn is_key(key: &[u8], name: &[u8]) -> bool {
    key == name || (key.len() < name.len() && is_camel(key, name))
}

fn is_camel(key: &[u8], name: &[u8]) -> bool {
    tick(name.len());
    camel(name).eq(key.iter().copied())
}

/// Whether `key` is what stands between the quotes of a key that was made.
#[inline(always)]
fn is_quoted(made: &[u8], key: &[u8]) -> bool {
    made.len() == key.len().wrapping_add(QUOTES)
        && made
            .get(1..key.len().wrapping_add(1))
            .is_some_and(|name| is_same(name, key))
}

/// Whether two texts are the same, without a call where they are short.
#[inline(always)]
fn is_same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    match a.len() {
        4..8 => a.first_chunk::<4>() == b.first_chunk() && a.last_chunk::<4>() == b.last_chunk(),
        8..=16 => a.first_chunk::<8>() == b.first_chunk() && a.last_chunk::<8>() == b.last_chunk(),
        0..4 => a.iter().eq(b),
        _ => a == b,
    }
}

/// Bytes that a key has beyond a name: quotes, and a colon.
const QUOTES: usize = 3;

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
            assert_eq!(json_name(snake, None), json);
            let made = format!("\"{json}\":");
            for key in ["", &made] {
                let called = Called {
                    name: snake,
                    key,
                    ..Called::default()
                };
                let mut out = Vec::new();
                called.put(&mut out, false);
                assert_eq!(out, made.as_bytes());
                assert!(called.is_key(snake.as_bytes()));
                assert!(called.is_key(json.as_bytes()));
            }
        }
        for key in ["", "\"midPrice\":"] {
            let called = Called {
                name: "mid_price",
                key,
                ..Called::default()
            };
            for other in ["midprice", "MidPrice", "midPric", "midPrice\"", ""] {
                assert!(!called.is_key(other.as_bytes()), "{other}");
            }
        }
    }

    #[test]
    fn texts_of_every_length_are_the_same_or_not() {
        let text: Vec<u8> = (0..40).collect();
        for len in 0..text.len() {
            assert!(is_same(&text[..len], &text.clone()[..len]));
            for at in 0..len {
                let mut other = text[..len].to_vec();
                other[at] ^= 1;
                assert!(!is_same(&text[..len], &other));
            }
        }
    }
}
