//! A number for what the bytes of a type mean: types with the same one have the same layout.
//!
//! It is of a text that says all that decides what bytes mean, and no name: `docs/wire-format.md` specifies it. A type
//! that refers to others has their fingerprints in its text, so each type is written once. Those that refer to each
//! other in a circle have none to begin with: they form a group, and a member's text holds the definitions of all of it.
//!
//! Linear in the schema, but for such groups: their work is the square of their size.

use std::collections::VecDeque;
use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::layout::default_bits;
use crate::model::{Field, Message, Model, Type, TypeBody, TypeId, Value, Variant};

/// The fingerprint of each type, by its id. That of an error says nothing.
#[must_use]
pub fn fingerprints(model: &Model) -> Vec<u64> {
    let bodies = model.types.iter().map(|def| &def.body);
    let edges: Vec<Vec<usize>> = bodies.map(|body| referred(model, body)).collect();
    let mut found = vec![0; edges.len()];
    for group in groups(&edges) {
        // What a group refers to has its fingerprints already.
        let definitions: Vec<Vec<Piece>> = group
            .iter()
            .map(|id| definition(model, &group, &found, *id))
            .collect();
        for member in 0..group.len() {
            found[group[member]] = number(&text(&definitions, member));
        }
    }
    found
}

/// The first 8 bytes of SHA-256, as `sha256sum` prints them.
fn number(text: &str) -> u64 {
    let digest = Sha256::digest(text.as_bytes());
    digest
        .iter()
        .take(8)
        .fold(0, |all, byte| all << 8 | u64::from(*byte))
}

/// A part of a definition.
enum Piece {
    Text(String),
    /// A reference to a member of the type's own group.
    Member(usize),
}

/// The definitions of a group: that of `first`, then each other one in the order in which they are referred to.
fn text(definitions: &[Vec<Piece>], first: usize) -> String {
    let mut places = vec![None; definitions.len()];
    places[first] = Some(0);
    let (mut next, mut waiting) = (1, VecDeque::from([first]));
    let mut out = String::new();
    while let Some(member) = waiting.pop_front() {
        if !out.is_empty() {
            out.push(';');
        }
        for piece in &definitions[member] {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Member(of) => {
                    let place = *places[*of].get_or_insert_with(|| {
                        waiting.push_back(*of);
                        next += 1;
                        next - 1
                    });
                    let _ = write!(out, "^{place}");
                }
            }
        }
    }
    out
}

fn definition(model: &Model, group: &[usize], found: &[u64], id: usize) -> Vec<Piece> {
    let mut out = Definition {
        model,
        group,
        found,
        pieces: Vec::new(),
        open: String::new(),
    };
    out.body(&model.types[id].body);
    let rest = std::mem::take(&mut out.open);
    out.pieces.push(Piece::Text(rest));
    out.pieces
}

/// A definition that is being written.
struct Definition<'a> {
    model: &'a Model,
    /// Sorted.
    group: &'a [usize],
    found: &'a [u64],
    pieces: Vec<Piece>,
    open: String,
}

impl Definition<'_> {
    fn put(&mut self, text: &str) {
        self.open.push_str(text);
    }

    fn body(&mut self, body: &TypeBody) {
        let closed = |yes| if yes { "closed " } else { "" };
        match body {
            TypeBody::Struct(body) => {
                self.list("struct", &body.fields, |out, field| out.ty(&field.ty));
            }
            TypeBody::Message(body) => self.list("message", &by_ordinal(body), Self::place),
            TypeBody::Union(body) => {
                self.put(closed(body.closed));
                self.list("union", &body.variants, Self::variant);
            }
            TypeBody::Enum(body) => {
                self.put(closed(body.closed));
                self.put("enum ");
                self.put(body.repr.name());
                if body.closed {
                    let mut numbers: Vec<i64> = body.values.iter().map(|v| v.number).collect();
                    numbers.sort_unstable();
                    self.list("", &numbers, |out, number| out.put(&number.to_string()));
                }
            }
            TypeBody::Flags(body) => {
                self.put("flags ");
                self.put(body.repr.name());
            }
            TypeBody::Newtype(body) => self.ty(&body.ty),
            // It has no bytes of its own: nothing holds one.
            TypeBody::Error(_) => {}
        }
    }

    fn list<T>(&mut self, word: &str, members: &[T], mut each: impl FnMut(&mut Self, &T)) {
        self.put(word);
        self.put("{");
        for (i, member) in members.iter().enumerate() {
            if i > 0 {
                self.put(",");
            }
            each(self, member);
        }
        self.put("}");
    }

    fn place(&mut self, place: &MessagePlace<'_>) {
        match place {
            MessagePlace::Field(field) => self.field(field),
            MessagePlace::Later(first) => self.put(&format!("@{first}")),
        }
    }

    fn field(&mut self, field: &Field) {
        if field.reserved {
            self.put("-");
        }
        self.ty(&field.ty);
        if field.optional {
            self.put("?");
        }
        match &field.default {
            None => {}
            Some(Value::String(text)) => self.preset(text.as_bytes()),
            Some(Value::Bytes(bytes)) => self.preset(bytes),
            Some(value) => {
                let bits = default_bits(self.model, &field.ty, value);
                if bits != 0 {
                    self.put(&format!("={bits:x}"));
                }
            }
        }
    }

    fn preset(&mut self, bytes: &[u8]) {
        if !bytes.is_empty() {
            self.put("=");
            bytes
                .iter()
                .for_each(|byte| self.put(&format!("{byte:02x}")));
        }
    }

    fn variant(&mut self, variant: &Variant) {
        match &variant.ty {
            _ if variant.reserved => self.put("-"),
            None => self.put("_"),
            Some(ty) => self.ty(ty),
        }
    }

    fn ty(&mut self, ty: &Type) {
        match ty {
            Type::Bool => self.put("bool"),
            Type::F32 => self.put("f32"),
            Type::F64 => self.put("f64"),
            Type::String => self.put("string"),
            Type::Bytes => self.put("bytes"),
            Type::Timestamp => self.put("timestamp"),
            Type::Duration => self.put("duration"),
            Type::Uuid => self.put("uuid"),
            Type::Decimal(scale) => self.put(&format!("decimal<{scale}>")),
            Type::Named(id) => match &self.model.get(*id).body {
                // On the wire it is what it wraps.
                TypeBody::Newtype(body) => self.ty(&body.ty),
                _ => self.refer(*id),
            },
            Type::Encoded(id) => {
                self.put("encoded<");
                self.refer(*id);
                self.put(">");
            }
            Type::List(of) => {
                self.put("list<");
                self.ty(of);
                self.put(">");
            }
            Type::Map(key, value) => {
                self.put("map<");
                self.ty(key);
                self.put(",");
                self.ty(value);
                self.put(">");
            }
            Type::Array(of, count) => {
                self.put("[");
                self.ty(of);
                self.put(&format!(";{count}]"));
            }
            int => self.put(int.int().map_or("", crate::model::Int::name)),
        }
    }

    fn refer(&mut self, id: TypeId) {
        let id = id.0 as usize;
        match self.group.binary_search(&id) {
            Ok(member) => {
                let before = std::mem::take(&mut self.open);
                self.pieces.push(Piece::Text(before));
                self.pieces.push(Piece::Member(member));
            }
            Err(_) => self.put(&format!("#{:016x}", self.found[id])),
        }
    }
}

/// What an ordinal of a message is.
enum MessagePlace<'a> {
    Field(&'a Field),
    /// A later member of the `oneof` whose first member has this ordinal.
    Later(u32),
}

fn by_ordinal(body: &Message) -> Vec<MessagePlace<'_>> {
    let mut all = Vec::new();
    for field in &body.fields {
        all.push((field.ordinal, MessagePlace::Field(field)));
        let later = field.later.iter();
        all.extend(later.map(|(ordinal, _)| (*ordinal, MessagePlace::Later(field.ordinal))));
    }
    all.sort_by_key(|(ordinal, _)| *ordinal);
    all.into_iter().map(|(_, place)| place).collect()
}

/// The types that a body refers to. A removed variant leaves nothing of its payload.
fn referred(model: &Model, body: &TypeBody) -> Vec<usize> {
    let mut out = Vec::new();
    let mut ty = |ty: &Type| {
        let mut at = vec![ty];
        while let Some(ty) = at.pop() {
            match ty {
                Type::Named(id) => match &model.get(*id).body {
                    TypeBody::Newtype(body) => at.push(&body.ty),
                    _ => out.push(id.0 as usize),
                },
                Type::Encoded(id) => out.push(id.0 as usize),
                Type::List(of) | Type::Array(of, _) => at.push(of),
                Type::Map(key, value) => at.extend([&**key, &**value]),
                _ => {}
            }
        }
    };
    match body {
        TypeBody::Struct(body) => body.fields.iter().for_each(|field| ty(&field.ty)),
        TypeBody::Message(body) => body.fields.iter().for_each(|field| ty(&field.ty)),
        TypeBody::Union(body) => {
            let live = body.variants.iter().filter(|v| !v.reserved);
            live.filter_map(|v| v.ty.as_ref()).for_each(ty);
        }
        TypeBody::Newtype(body) => ty(&body.ty),
        TypeBody::Enum(_) | TypeBody::Flags(_) | TypeBody::Error(_) => {}
    }
    out
}

/// The groups of types that reach each other, each sorted, after those that they refer to (Tarjan, without recursion:
/// schemas may chain thousands of types).
fn groups(edges: &[Vec<usize>]) -> Vec<Vec<usize>> {
    const NEW: usize = usize::MAX;
    let (mut order, mut low) = (vec![NEW; edges.len()], vec![0; edges.len()]);
    let (mut open, mut on) = (Vec::new(), vec![false; edges.len()]);
    let (mut next, mut out) = (0, Vec::new());
    for root in 0..edges.len() {
        if order[root] != NEW {
            continue;
        }
        let mut stack = vec![(root, 0)];
        while let Some((node, edge)) = stack.pop() {
            if edge == 0 {
                (order[node], low[node], on[node]) = (next, next, true);
                open.push(node);
                next += 1;
            } else {
                // Back from a child, or past one that was known.
                let child = edges[node][edge - 1];
                if on[child] {
                    low[node] = low[node].min(low[child]);
                }
            }
            if let Some(child) = edges[node].get(edge) {
                stack.push((node, edge + 1));
                if order[*child] == NEW {
                    stack.push((*child, 0));
                }
                continue;
            }
            if low[node] == order[node] {
                let at = open.iter().rposition(|n| *n == node).unwrap_or(0);
                let mut group = open.split_off(at);
                group.iter().for_each(|n| on[*n] = false);
                group.sort_unstable();
                out.push(group);
            }
        }
    }
    out
}

#[cfg(test)]
#[path = "fingerprint_tests.rs"]
mod tests;
