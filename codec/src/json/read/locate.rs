//! Where in the text a value stands that was found wrong in what was made of it.
//!
//! Conditions are checked in the encoding, as for bytes from anywhere, and the error has the way to the value by the
//! schema's names. Here that way is gone once more, through the text.

use super::Reader;
use crate::assemble::position;
use crate::error::{DecodeError, Reason};
use crate::json::error::{JsonError, Kind};
use crate::json::names::{Called, Members};
use crate::protobuf::wire::is_repeated;
use crate::table::{FieldDef, Place, Tables, Ty, TypeRef};

/// The way through the text, and how far it was gone.
struct Way<'w> {
    rest: &'w str,
    pointer: String,
    /// Where it ended.
    token: usize,
    /// Nothing is said of what lies within.
    hidden: bool,
}

impl Way<'_> {
    fn member(&mut self) -> Option<String> {
        let rest = self.rest.strip_prefix('.').unwrap_or(self.rest);
        let end = rest.find(['.', '[']).unwrap_or(rest.len());
        let (name, rest) = rest.split_at_checked(end)?;
        self.rest = rest;
        (!name.is_empty()).then(|| name.to_owned())
    }

    fn index(&mut self) -> Option<usize> {
        let (index, rest) = self.rest.strip_prefix('[')?.split_once(']')?;
        self.rest = rest;
        index.parse().ok()
    }

    fn point(&mut self, segment: &str) {
        if !self.hidden {
            self.pointer.push('/');
            self.pointer
                .push_str(&segment.replace('~', "~0").replace('/', "~1"));
        }
    }
}

impl Reader<'_> {
    /// The error of the encoding of a message as one of the text, where the message is a token's value.
    #[cold]
    pub(super) fn locate<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        index: usize,
        token: usize,
        error: &DecodeError,
    ) -> JsonError {
        let (kind, found, expected) = match error.reason() {
            Reason::Rule { found, required } => (Kind::Rule, found.clone(), (*required).to_owned()),
            Reason::OverLimit { limit, allowed } => (
                Kind::Limit,
                "more".to_owned(),
                format!("at most {allowed} of {limit}"),
            ),
            Reason::Missing => (Kind::Missing, "nothing".to_owned(), "a value".to_owned()),
            other => (Kind::Value, other.to_string(), "a sound value".to_owned()),
        };
        let mut way = Way {
            rest: error.path(),
            pointer: String::new(),
            token,
            hidden: false,
        };
        let index = u16::try_from(index).unwrap_or(u16::MAX);
        let whole = Ty::Message(TypeRef::new(0, index));
        let _gone = self.go(schema, whole, false, &mut way);
        // What lies within a sensitive member is not pointed at either: it may stand behind keys that are not to be said.
        JsonError::new(kind, 0, found, expected).at(way.pointer, self.source.at(way.token))
    }

    /// Goes on from a value of this type; ends where the text does not have what comes next.
    fn go<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        ty: Ty<'s>,
        wrapped: bool,
        way: &mut Way<'_>,
    ) -> Option<()> {
        if way.rest.is_empty() {
            return None;
        }
        if wrapped && is_repeated(ty) {
            way.point("items");
            let items = Members::Items.get(0)?;
            way.token = self.find(way.token, items)?;
        }
        match ty {
            Ty::Message(of) | Ty::Encoded(of) => {
                let (schema, def) = schema.message(of)?;
                let ahead = way.rest;
                let name = way.member()?;
                let own = |field: &&FieldDef| !matches!(field.place, Place::Shared { .. });
                let mut fields = def.fields.iter().filter(own);
                let field = fields.find(|field| field.name == name && !field.reserved)?;
                if let Ty::Oneof(of) = field.ty {
                    // Its members are those of the message.
                    let (schema, union) = schema.union(of)?;
                    let hidden = field.sensitive;
                    let index = self.step(Members::Union(union), union.variants.len(), way)?;
                    way.hidden |= hidden;
                    return self.go(schema, union.variants.get(index)?.ty?, true, way);
                }
                way.rest = ahead;
                self.step(Members::Message(schema, def), def.fields.len(), way)?;
                let optional = !matches!(field.presence, crate::table::Presence::Always);
                self.go(schema, field.ty, optional, way)
            }
            Ty::Struct(of) => {
                let (schema, def) = schema.structure(of)?;
                let index = self.step(Members::Struct(def), def.fields.len(), way)?;
                self.go(schema, def.fields.get(index)?.ty, false, way)
            }
            Ty::Union(of) => {
                let (schema, def) = schema.union(of)?;
                let index = self.step(Members::Union(def), def.variants.len(), way)?;
                self.go(schema, def.variants.get(index)?.ty?, true, way)
            }
            Ty::List(element) | Ty::Array(element, _) => {
                let index = way.index()?;
                way.point(&index.to_string());
                let end = self.source.behind(way.token);
                let mut token = way.token.saturating_add(1);
                for _ in 0..index {
                    token = self.source.behind(token);
                }
                way.token = Some(token).filter(|token| *token < end)?;
                self.go(schema, *element, true, way)
            }
            Ty::Map(key, value) => {
                let side = way.member()?;
                let index = way.index()?;
                let first = self.entries.len();
                self.map_entries(schema, *key, *value, way.token).ok()?;
                let entry = self.entries.get(first.saturating_add(index)).copied();
                self.entries.truncate(first);
                let token = position(entry?.key);
                way.point(&crate::json::error::shown(&self.source.text(token)));
                way.token = token;
                if side == "keys" {
                    return None;
                }
                way.token = token.saturating_add(1);
                self.go(schema, *value, true, way)
            }
            _ => None,
        }
    }

    /// One member on; gives its index.
    fn step(&mut self, of: Members, len: usize, way: &mut Way<'_>) -> Option<usize> {
        let name = way.member()?;
        let index = (0..len).find(|i| of.get(*i).is_some_and(|known| known.name == name))?;
        let called = of.get(index)?;
        way.point(&called.json());
        way.hidden |= called.sensitive;
        way.token = self.find(way.token, called)?;
        Some(index)
    }

    /// The value of a member.
    fn find(&self, object: usize, called: Called<'_>) -> Option<usize> {
        if self.source.sort(object) != b'{' {
            return None;
        }
        let mut key = object.saturating_add(1);
        while key < self.source.behind(object) {
            let value = key.saturating_add(1);
            if called.is_key(&self.source.text(key)) {
                return Some(value);
            }
            key = self.source.behind(value);
        }
        None
    }
}
