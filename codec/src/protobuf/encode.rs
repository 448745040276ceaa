//! From our encoding to protobuf, back to front.
//!
//! A length-delimited field needs its length in front of it. Written from the end, every length is known when it is
//! needed: no message is measured first, and nothing moves. Fields come out by ascending ordinal, the member of a `oneof`
//! where its first one would.

mod body;
mod packed;
mod planned;
mod put;
mod table;

use self::body::Body;
use super::native::Parts;
use super::plan::Plans;
use crate::error::EncodeError;
use crate::limits::{DEFAULT_DEPTH, MAX_MESSAGE_BYTES};
use crate::table::verify::carried;
use crate::table::{MessageDef, Tables};
use crate::writer::Writer;

/// Writes message `index` of `schema`, as its plans say where there are some.
///
/// What is carried as bytes has to be verified first, together with all that is carried within it. Few types have such
/// fields, so that one was met is what says that there is something to verify; then all is written again.
pub(super) fn encode<'s>(
    schema: &'s Tables<'s>,
    index: usize,
    plans: Option<&Plans<'s>>,
    bytes: &[u8],
) -> Result<Box<Writer>, EncodeError> {
    let room = match plans {
        Some(plans) => plans.room(bytes.len()),
        None => bytes.len().saturating_add(bytes.len() >> 2),
    };
    let mut out = Out {
        w: Writer::for_about(room.saturating_add(64)),
        plans,
    };
    let Some(def) = schema.messages.get(index) else {
        return Ok(out.w);
    };
    out.message(schema, def, Parts::message(bytes));
    if out.w.has_failed() {
        carried(schema, index, bytes, DEFAULT_DEPTH).map_err(EncodeError::Unverified)?;
        out.w.clear();
        out.w.trust();
        out.message(schema, def, Parts::message(bytes));
    }
    out.w.check(MAX_MESSAGE_BYTES)?;
    if let Some(plans) = plans {
        plans.learn(bytes.len(), out.w.len());
    }
    Ok(out.w)
}

/// What is being written.
struct Out<'p, 's> {
    w: Box<Writer>,
    plans: Option<&'p Plans<'s>>,
}

impl<'p, 's> Out<'p, 's> {
    fn message(&mut self, schema: &'s Tables<'s>, def: &'s MessageDef<'s>, parts: Parts<'_>) {
        match self.plans.and_then(|plans| plans.of(def)) {
            Some(plan) => self.planned(plan, Body::new(parts), None),
            None => {
                for field in def.fields.iter().rev().filter(|field| !field.reserved) {
                    self.field(schema, field, parts);
                }
            }
        }
    }
}
