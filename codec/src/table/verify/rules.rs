//! `where` clauses by table: which value breaks one, and how to say so.
//!
//! What comes here is sound as far as its type goes.

use super::lists::bit_count;
use super::{Span, Verdict, Walk};
use crate::error::Reason;
use crate::flags;
use crate::kind::list_head;
use crate::scalar::{Digits, Duration, Timestamp, Uuid};
use crate::steps::tick;
use crate::table::rule::{Rule, Step, Test, repeated};
use crate::table::{FieldDef, Place, Presence, Tables, Ty};
use crate::view::Shape;
use crate::wire;

/// A rule, and what is left of the way to its value.
pub(super) type Part<'s> = (&'s [Step], &'s Rule<'s>);

pub(super) fn parts<'s>(rules: &'s [Rule<'s>]) -> Vec<Part<'s>> {
    rules.iter().map(|rule| (rule.at, rule)).collect()
}

fn through<'s>(rules: &[Part<'s>], step: Step) -> Vec<Part<'s>> {
    let on = |(at, rule): &Part<'s>| match at {
        [first, rest @ ..] if *first == step => Some((rest, *rule)),
        _ => None,
    };
    rules.iter().filter_map(on).collect()
}

impl<'s> Walk<'s> {
    /// A field that the writer left out is at its default, which may break a rule.
    pub(super) fn left_out(
        &mut self,
        schema: &'s Tables<'s>,
        field: &'s FieldDef<'s>,
        at: usize,
    ) -> Verdict {
        let always = field.presence == Presence::Always && !field.reserved;
        if !always || field.rules.is_empty() && !constrained(schema, field.ty) {
            return Ok(());
        }
        let before = self.path.member(field.name, field.ordinal, field.sensitive);
        self.at_default(schema, field, at)?;
        self.path.back(before);
        Ok(())
    }

    /// The same for a field whose name is on the path.
    pub(super) fn at_default(
        &mut self,
        schema: &'s Tables<'s>,
        field: &'s FieldDef<'s>,
        at: usize,
    ) -> Verdict {
        if field.presence != Presence::Always || field.reserved {
            return Ok(());
        }
        let len = match field.place {
            Place::Slot { .. } => 0,
            _ => schema.fixed_size(field.ty).unwrap_or(0),
        };
        // What was left out is zero.
        let bytes = &vec![0; len];
        self.field(schema, field, Span { bytes, at })
    }

    /// A field that is there, as it lies: a scalar still has its default on it.
    pub(super) fn field(
        &mut self,
        schema: &'s Tables<'s>,
        field: &'s FieldDef<'s>,
        value: Span<'_>,
    ) -> Verdict {
        let rules = parts(field.rules);
        if field.default == 0 || value.len() > 8 {
            return self.obeys(schema, field.ty, &rules, value);
        }
        let mut bytes = field.default.to_le_bytes();
        for (byte, found) in bytes.iter_mut().zip(value.bytes) {
            *byte ^= found;
        }
        let bytes = bytes.get(..value.len()).unwrap_or_default();
        let value = Span {
            bytes,
            at: value.at,
        };
        self.obeys(schema, field.ty, &rules, value)
    }

    /// A value and the structs within it. Messages and unions in it are looked at where they are walked through.
    pub(super) fn obeys(
        &mut self,
        schema: &'s Tables<'s>,
        ty: Ty<'s>,
        rules: &[Part<'s>],
        value: Span<'_>,
    ) -> Verdict {
        tick(rules.len().saturating_add(1));
        for (_, rule) in rules.iter().filter(|(at, _)| at.is_empty()) {
            tick(value.len());
            self.test(schema, ty, rule, value)?;
        }
        match ty {
            Ty::Struct(of) => {
                let Some((schema, def)) = schema.structure(of).filter(|s| s.1.constrained) else {
                    return Ok(());
                };
                for field in def.fields {
                    let start = usize::try_from(field.at).unwrap_or(usize::MAX);
                    let size = schema.fixed_size(field.ty).unwrap_or(0);
                    let Some(part) = value.part(start, start.saturating_add(size)) else {
                        break;
                    };
                    let before = self.path.member(field.name, 0, field.sensitive);
                    self.obeys(schema, field.ty, &parts(field.rules), part)?;
                    self.path.back(before);
                }
                Ok(())
            }
            Ty::Enum(of) => {
                let Some(def) = schema.enumeration(of).filter(|def| def.closed) else {
                    return Ok(());
                };
                let number = i64::try_from(int(schema, ty, value.bytes)).unwrap_or(i64::MAX);
                let allowed = self.allows(def, number);
                self.require(allowed, value.at, || {
                    Reason::Invalid(format!("{number} is no value of {}", def.name))
                })
            }
            Ty::Array(of, _) | Ty::List(of) => {
                self.each(schema, *of, &through(rules, Step::Each), value)
            }
            Ty::Map(key, of) => {
                let (keys, values) = map_parts(value);
                let before = self.path.field("keys", 0);
                self.each(schema, *key, &through(rules, Step::Key), keys)?;
                self.path.back(before);
                let before = self.path.field("values", 0);
                self.each(schema, *of, &through(rules, Step::Value), values)?;
                self.path.back(before);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn each(
        &mut self,
        schema: &'s Tables<'s>,
        of: Ty<'s>,
        rules: &[Part<'s>],
        list: Span<'_>,
    ) -> Verdict {
        if rules.is_empty() && !constrained(schema, of) {
            return Ok(());
        }
        for (i, item) in elements(schema, of, list).enumerate() {
            let before = self.path.index(i);
            self.obeys(schema, of, rules, item)?;
            self.path.back(before);
        }
        Ok(())
    }

    fn test(
        &mut self,
        schema: &'s Tables<'s>,
        ty: Ty<'s>,
        rule: &'s Rule<'s>,
        value: Span<'_>,
    ) -> Verdict {
        let number = || int(schema, ty, value.bytes);
        let found = match rule.test {
            Test::Int { low, high } if (low..=high).contains(&number()) => return Ok(()),
            Test::IntNot(not) if number() != not => return Ok(()),
            Test::Float {
                low,
                high,
                low_in,
                high_in,
            } => {
                let n = float(ty, value.bytes);
                let above = n > low || low_in && n == low;
                if above && (n < high || high_in && n == high) {
                    return Ok(());
                }
                show(schema, ty, value.bytes)
            }
            Test::FloatNot(not) if float(ty, value.bytes) != not => return Ok(()),
            Test::Finite if float(ty, value.bytes).is_finite() => return Ok(()),
            Test::NonZero if value.bytes.iter().any(|b| *b != 0) => return Ok(()),
            Test::Int { .. } | Test::IntNot(_) | Test::FloatNot(_) | Test::Finite => {
                show(schema, ty, value.bytes)
            }
            Test::NonZero => show(schema, ty, value.bytes),
            Test::Len { low, high } => {
                let len = len(schema, ty, value);
                let holds = u64::try_from(len).is_ok_and(|len| (low..=high).contains(&len));
                if holds {
                    return Ok(());
                }
                format!("len {len}")
            }
            Test::Utf8 => match std::str::from_utf8(value.bytes) {
                Ok(_) => return Ok(()),
                Err(error) => {
                    let at = value.at.saturating_add(error.valid_up_to());
                    return self.broken(at, "invalid UTF-8".to_owned(), rule);
                }
            },
            Test::Unique => {
                let Ty::List(of) = ty else { return Ok(()) };
                let items = || elements(schema, *of, value);
                let Some(i) = repeated(items().map(|item| item.bytes)) else {
                    return Ok(());
                };
                let before = self.path.index(i);
                let item = items().nth(i).unwrap_or(value);
                self.broken(
                    item.at,
                    format!("{} again", show(schema, *of, item.bytes)),
                    rule,
                )?;
                self.path.back(before);
                return Ok(());
            }
        };
        self.broken(value.at, found, rule)
    }

    fn broken(&self, at: usize, found: String, rule: &'s Rule<'s>) -> Verdict {
        let required = rule.text.to_owned();
        self.fault(at, Reason::Rule { found, required })
    }
}

/// Whether a value of the type holds what not every byte is: structs whose fields have rules, closed enums.
fn constrained<'s>(schema: &'s Tables<'s>, ty: Ty<'s>) -> bool {
    match ty {
        Ty::Struct(of) => schema.structure(of).is_some_and(|(_, def)| def.constrained),
        Ty::List(of) | Ty::Array(of, _) => constrained(schema, *of),
        Ty::Map(key, of) => constrained(schema, *key) || constrained(schema, *of),
        Ty::Enum(of) => schema.enumeration(of).is_some_and(|def| def.closed),
        _ => false,
    }
}

/// The elements of a list or array of anything but `bool` and messages.
fn elements<'s, 'a>(
    schema: &'s Tables<'s>,
    of: Ty<'s>,
    list: Span<'a>,
) -> impl Iterator<Item = Span<'a>> {
    let size = schema.fixed_size(of).unwrap_or(0);
    let (count, w, ends, data) = match (size, list_head(list.bytes)) {
        (1.., _) => (list.len().checked_div(size).unwrap_or(0), 0, list, list),
        (0, Some((count, w, _))) => {
            let head = 4_usize.saturating_add(count.saturating_mul(1 << w.min(2)));
            let ends = list.part(4, head).unwrap_or(list);
            (count, w, ends, list.part(head, list.len()).unwrap_or(list))
        }
        (0, None) => (0, 0, list, list),
    };
    let mut start = 0_usize;
    (0..count).map_while(move |i| {
        tick(1);
        let end = if size > 0 {
            start.saturating_add(size)
        } else {
            wire::end(ends.bytes, w, i)
        };
        let item = data.part(start, end);
        start = end;
        item
    })
}

/// The keys and the values of a map.
fn map_parts(map: Span<'_>) -> (Span<'_>, Span<'_>) {
    let none = Span {
        bytes: &[],
        at: map.at,
    };
    let parts = || {
        let (header, rest) = map.split(Shape::BYTES)?;
        let w = u32::from(Shape::read(wire::fixed(header.bytes)).width).min(2);
        let (ends, heap) = rest.split(2 << w)?;
        heap.split(wire::end(ends.bytes, w, 0))
    };
    parts().unwrap_or((none, none))
}

fn len<'s>(schema: &'s Tables<'s>, ty: Ty<'s>, value: Span<'_>) -> usize {
    let list = |of: &Ty, list: Span<'_>| match (of, schema.fixed_size(*of)) {
        (Ty::Bool, _) => bit_count(list.bytes),
        (_, Some(size)) => list.len().checked_div(size).unwrap_or(0),
        _ => list_head(list.bytes).map_or(0, |head| head.0),
    };
    match ty {
        Ty::List(of) => list(of, value),
        Ty::Map(key, _) => list(key, map_parts(value).0),
        _ => value.len(),
    }
}

/// A whole number, sign extended.
fn int<'s>(schema: &'s Tables<'s>, ty: Ty<'s>, bytes: &[u8]) -> i128 {
    let ty = match ty {
        Ty::Enum(of) => schema.enumeration(of).map_or(ty, |def| def.repr),
        _ => ty,
    };
    match ty.plain() {
        Ty::I8 => i8::from_le_bytes(wire::fixed(bytes)).into(),
        Ty::I16 => i16::from_le_bytes(wire::fixed(bytes)).into(),
        Ty::I32 => i32::from_le_bytes(wire::fixed(bytes)).into(),
        Ty::I64 | Ty::Timestamp | Ty::Duration | Ty::Decimal(_) => {
            i64::from_le_bytes(wire::fixed(bytes)).into()
        }
        _ => {
            let mut all = [0; 8];
            for (byte, found) in all.iter_mut().zip(bytes) {
                *byte = *found;
            }
            u64::from_le_bytes(all).into()
        }
    }
}

fn float<'s>(ty: Ty<'s>, bytes: &[u8]) -> f64 {
    match ty {
        Ty::F32 => f32::from_le_bytes(wire::fixed(bytes)).into(),
        _ => f64::from_le_bytes(wire::fixed(bytes)),
    }
}

/// The longest text of a value within an error, in characters.
const LONGEST_QUOTE: usize = 32;

/// A value of fixed size, or text, for a reader.
fn show<'s>(schema: &'s Tables<'s>, ty: Ty<'s>, bytes: &[u8]) -> String {
    let number = int(schema, ty, bytes);
    let nanos = || i64::try_from(number).unwrap_or(0);
    match ty {
        Ty::Enum(of) => {
            let values = schema.enumeration(of).map_or(&[][..], |def| def.values);
            let known = values.iter().find(|(n, _, _)| i128::from(*n) == number);
            known.map_or_else(|| number.to_string(), |(_, name, _)| format!(".{name}"))
        }
        Ty::Flags(of) => {
            let named = schema.flags(of).map_or(&[][..], |def| def.flags);
            let mut text = String::new();
            // A string takes all that is written to it.
            let _ = flags::write(&mut text, u64::try_from(number).unwrap_or(0), named, ".");
            text
        }
        Ty::F32 => format!("{:?}", f32::from_le_bytes(wire::fixed(bytes))),
        Ty::F64 => format!("{:?}", float(ty, bytes)),
        Ty::Timestamp => Timestamp(nanos()).to_string(),
        Ty::Duration => Duration(nanos()).to_string(),
        Ty::Decimal(scale) => {
            String::from_utf8_lossy(Digits::new(nanos(), scale).text()).into_owned()
        }
        Ty::Uuid => Uuid(wire::fixed(bytes)).to_string(),
        Ty::String | Ty::Bytes => {
            let text = String::from_utf8_lossy(bytes);
            let short: String = text.chars().take(LONGEST_QUOTE).collect();
            let more = if short.len() < text.len() { "…" } else { "" };
            format!("{short:?}{more}")
        }
        Ty::Struct(_) | Ty::Array(..) if bytes.iter().all(|b| *b == 0) => "zero".to_owned(),
        Ty::Struct(_) | Ty::Array(..) => "a value".to_owned(),
        _ => number.to_string(),
    }
}
