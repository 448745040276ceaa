//! What each byte of an encoded message is.

use super::Value;
use super::read::leaf;
use super::write::name;
use crate::kind::map_parts;
use crate::protobuf::native::{Element, List, Parts, union};
use crate::table::{MessageDef, Place, Presence, Tables, Ty};
use crate::view::Shape;
use std::fmt::Write;
use std::ops::Range;

/// A range of bytes that belong together.
#[derive(Debug, Clone)]
pub struct Part<'a> {
    /// Which bytes of the message.
    pub bytes: Range<usize>,
    /// The field, as `legs[3].symbol`; empty for the message as a whole.
    pub path: String,
    /// What they are: a type of the schema, or a piece of the format, as `ends of 2 slots`.
    pub kind: String,
    /// What they say, if they are a value.
    pub value: Option<Value<'a>>,
}

/// Tells what the bytes of message `index` of `schema` are, from the first to the last, each once. `bytes` must have been verified.
///
/// What the schema does not know is `unknown`; a list of elements of one size is a part as a whole, and so is what is carried as bytes.
pub fn parts<'a>(
    schema: &'a Tables<'a>,
    index: usize,
    bytes: &'a [u8],
    tell: impl FnMut(Part<'a>),
) {
    if let Some(def) = schema.messages.get(index) {
        let mut walk = Walk {
            base: bytes.as_ptr().addr(),
            tell,
        };
        walk.message(schema, def, bytes, "");
    }
}

/// Bytes of a list's count and width of ends.
const LIST_HEAD_BYTES: usize = 4;

struct Walk<F> {
    /// Where the message begins in memory.
    base: usize,
    tell: F,
}

/// A field below a path.
fn below(path: &str, name: &str) -> String {
    match path {
        "" => name.to_owned(),
        path => format!("{path}.{name}"),
    }
}

impl<'a, F: FnMut(Part<'a>)> Walk<F> {
    fn put(
        &mut self,
        bytes: &'a [u8],
        path: &str,
        kind: impl Into<String>,
        value: Option<Value<'a>>,
    ) {
        if bytes.is_empty() {
            return;
        }
        let start = bytes.as_ptr().addr().wrapping_sub(self.base);
        (self.tell)(Part {
            bytes: start..start.saturating_add(bytes.len()),
            path: path.to_owned(),
            kind: kind.into(),
            value,
        });
    }

    fn message(
        &mut self,
        schema: &'a Tables<'a>,
        def: &'a MessageDef<'a>,
        range: &'a [u8],
        path: &str,
    ) {
        let parts = Parts::message(range);
        let (header, rest) = range.split_at_checked(Shape::BYTES).unwrap_or((range, &[]));
        let (scalars, rest) = rest
            .split_at_checked(parts.scalars.len())
            .unwrap_or((rest, &[]));
        let (ends, _) = rest
            .split_at_checked(parts.ends().len())
            .unwrap_or((rest, &[]));
        let kind = format!(
            "{}: {} bytes of scalars, {} slots",
            def.name,
            scalars.len(),
            parts.count()
        );
        self.put(header, path, kind, None);
        self.scalars(schema, def, parts, path);
        self.put(ends, path, format!("ends of {} slots", parts.count()), None);
        self.slots(schema, def, parts, path);
    }

    /// The scalars of a message or row, in the order in which they lie.
    fn scalars(
        &mut self,
        schema: &'a Tables<'a>,
        def: &'a MessageDef<'a>,
        parts: Parts<'a>,
        path: &str,
    ) {
        let mut fields: Vec<(usize, usize, &'a crate::table::FieldDef<'a>)> = def
            .fields
            .iter()
            .filter_map(|field| match field.place {
                Place::Scalar { at } if !field.reserved => {
                    Some((usize::from(at), schema.fixed_size(field.ty)?, field))
                }
                _ => None,
            })
            .collect();
        fields.sort_by_key(|(at, _, _)| *at);
        let mut next = 0_usize;
        for (at, size, field) in fields {
            self.loose(def, parts, next..at, path);
            let end = at.saturating_add(size);
            let Some(bytes) = parts.scalars.get(at..end) else {
                next = next.max(at.min(parts.scalars.len()));
                break;
            };
            let present = match field.presence {
                Presence::Bit { byte, mask } => {
                    crate::message::flag(parts.scalars, usize::from(byte), mask)
                }
                _ => true,
            };
            let value = present.then(|| leaf(schema, field.ty, bytes, field.default));
            let mut kind = name(schema, field.ty);
            if !present {
                kind.push_str(", absent");
            }
            self.put(bytes, &below(path, field.name), kind, value);
            next = end;
        }
        self.loose(def, parts, next..parts.scalars.len(), path);
    }

    /// Scalars that are bits, or nobody's, one byte after the other.
    fn loose(
        &mut self,
        def: &'a MessageDef<'a>,
        parts: Parts<'a>,
        range: Range<usize>,
        path: &str,
    ) {
        for at in range {
            let Some(bytes) = at.checked_add(1).and_then(|end| parts.scalars.get(at..end)) else {
                return;
            };
            let mut kind = String::new();
            for field in def.fields.iter().filter(|field| !field.reserved) {
                if let Presence::Bit { byte, mask } = field.presence
                    && usize::from(byte) == at
                {
                    let set = crate::message::flag(parts.scalars, at, mask);
                    // Writing to a string does not fail.
                    let _ = write!(kind, " {}?={}", field.name, u8::from(set));
                }
                if let Place::Bit { byte, mask } = field.place
                    && usize::from(byte) == at
                {
                    let set = crate::message::flag(parts.scalars, at, mask);
                    let says = set != (field.default & 1 == 1);
                    let _ = write!(kind, " {}={says}", field.name);
                }
            }
            let kind = match kind.as_str() {
                "" => "unknown".to_owned(),
                bits => format!("bits:{bits}"),
            };
            self.put(bytes, path, kind, None);
        }
    }

    fn slots(
        &mut self,
        schema: &'a Tables<'a>,
        def: &'a MessageDef<'a>,
        parts: Parts<'a>,
        path: &str,
    ) {
        for k in 0..parts.count() {
            let range = parts.slot(k);
            let is_there =
                |place: Place| matches!(place, Place::Slot { index } if usize::from(index) == k);
            match def.fields.iter().find(|field| is_there(field.place)) {
                Some(field) if !field.reserved => {
                    let path = match field.ty {
                        Ty::Oneof(_) => path.to_owned(),
                        _ => below(path, field.name),
                    };
                    self.value(schema, field.ty, range, &path);
                }
                Some(_) => self.put(range, path, "of a field that was removed", None),
                None => self.put(range, path, "unknown", None),
            }
        }
    }

    fn value(&mut self, schema: &'a Tables<'a>, ty: Ty<'a>, range: &'a [u8], path: &str) {
        match ty {
            Ty::Message(of) => match schema.message(of) {
                Some((schema, def)) => self.message(schema, def, range, path),
                None => self.put(range, path, "unknown", None),
            },
            Ty::Encoded(_) => self.put(range, path, name(schema, ty), None),
            Ty::Union(of) | Ty::Oneof(of) => {
                let (Some((inner, def)), Some((ordinal, payload))) =
                    (schema.union(of), union(range))
                else {
                    return self.put(range, path, "unknown", None);
                };
                let (head, _) = range
                    .split_at_checked(range.len().saturating_sub(payload.len()))
                    .unwrap_or((range, &[]));
                let index = usize::from(ordinal).checked_sub(1);
                let variant = index.and_then(|index| def.variants.get(index));
                let variant = variant.filter(|variant| !variant.reserved);
                let named = variant.map_or("unknown", |variant| variant.name);
                let path = below(path, named);
                self.put(
                    head,
                    &path,
                    format!("variant {ordinal} of {}", def.name),
                    None,
                );
                match variant.and_then(|variant| variant.ty) {
                    Some(ty) => self.value(inner, ty, payload, &path),
                    None => self.put(payload, &path, "unknown", None),
                }
            }
            Ty::List(element) => self.list(schema, *element, range, path),
            Ty::Map(key, value) => self.map(schema, (*key, *value), range, path),
            other => {
                let value = leaf(schema, other, range, 0);
                self.put(range, path, name(schema, other), Some(value));
            }
        }
    }

    fn list(&mut self, schema: &'a Tables<'a>, element: Ty<'a>, range: &'a [u8], path: &str) {
        let list = List::new(schema, element, range);
        let kind = format!("list<{}> of {}", name(schema, element), list.len());
        match list {
            List::Empty | List::Bits { .. } | List::Packed { .. } => {
                let value = (0..list.len()).map(|i| match list.get(i) {
                    Element::Bit(bit) => Value::Bool(bit),
                    Element::Range(range) => leaf(schema, element, range, 0),
                    Element::Row(_) => Value::List(Vec::new()),
                });
                let value = Value::List(value.collect());
                self.put(range, path, kind, Some(value));
            }
            List::Items { count, ends, .. } => {
                self.put(
                    range.get(..LIST_HEAD_BYTES).unwrap_or_default(),
                    path,
                    kind,
                    None,
                );
                self.put(ends, path, format!("ends of {count} elements"), None);
                for i in 0..count {
                    if let Element::Range(range) = list.get(i) {
                        self.value(schema, element, range, &format!("{path}[{i}]"));
                    }
                }
            }
            List::Rows {
                shape, count, ends, ..
            } => {
                let Ty::Message(of) = element else { return };
                let Some((inner, def)) = schema.message(of) else {
                    return self.put(range, path, kind, None);
                };
                let head = LIST_HEAD_BYTES.saturating_add(Shape::BYTES);
                let kind = format!(
                    "{kind}: {} bytes of scalars, {} slots a row",
                    shape.scalars, shape.count
                );
                self.put(range.get(..head).unwrap_or_default(), path, kind, None);
                self.put(ends, path, format!("ends of {count} rows"), None);
                let rows = || (0..count).map(|i| (i, list.get(i)));
                for (i, row) in rows() {
                    if let Element::Row(parts) = row {
                        self.slots(inner, def, parts, &format!("{path}[{i}]"));
                    }
                }
                for (i, row) in rows() {
                    if let Element::Row(parts) = row {
                        let path = format!("{path}[{i}]");
                        self.scalars(inner, def, parts, &path);
                        let kind = format!("ends of {} slots", parts.count().saturating_sub(1));
                        self.put(parts.ends(), &path, kind, None);
                    }
                }
            }
        }
    }

    fn map(
        &mut self,
        schema: &'a Tables<'a>,
        (key, value): (Ty<'a>, Ty<'a>),
        range: &'a [u8],
        path: &str,
    ) {
        let kind = format!("map<{}, {}>", name(schema, key), name(schema, value));
        let Some((keys, values)) = map_parts(range) else {
            return self.put(range, path, kind, None);
        };
        let head = range
            .len()
            .saturating_sub(keys.len())
            .saturating_sub(values.len());
        self.put(range.get(..head).unwrap_or_default(), path, kind, None);
        self.list(schema, key, keys, &below(path, "keys"));
        self.list(schema, value, values, &below(path, "values"));
    }
}
