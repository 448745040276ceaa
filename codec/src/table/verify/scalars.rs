//! Values of fixed size: among a message's scalars, and wherever else they lie.

use super::{Span, Verdict, Walk};
use crate::error::Reason;
use crate::steps::tick;
use crate::table::{FieldDef, Place, Presence, Tables, Ty};

impl<'s> Walk<'s> {
    pub(super) fn scalar(
        &mut self,
        schema: &'s Tables<'s>,
        field: &'s FieldDef<'s>,
        scalars: Span<'_>,
        at: usize,
    ) -> Verdict {
        let Some(size) = schema.fixed_size(field.ty) else {
            return Ok(());
        };
        let Some(bytes) = scalars.part(at, at.saturating_add(size)) else {
            // Only rows of nothing end within a scalar.
            return self.at_default(schema, field, scalars.end_at());
        };
        if let Presence::Bit { byte, mask } = field.presence {
            let present = crate::message::flag(scalars.bytes, usize::from(byte), mask);
            let holds = present || bytes.bytes.iter().all(|b| *b == 0);
            self.require(holds, bytes.at, || {
                Reason::NotCanonical("an absent value is not zero")
            })?;
            if !present {
                return Ok(());
            }
        }
        if field.reserved {
            Ok(())
        } else {
            self.fixed(schema, field.ty, bytes)?;
            self.field(schema, field, bytes)
        }
    }

    /// Whether fixed-size bytes are canonical: a `bool` that has a byte of its own is 0 or 1.
    pub(super) fn fixed(&mut self, schema: &'s Tables<'s>, ty: Ty<'s>, span: Span<'_>) -> Verdict {
        tick(1);
        match ty {
            Ty::Bool => self.require(matches!(span.bytes, [0 | 1]), span.at, || {
                Reason::NotCanonical("a bool is 0 or 1")
            }),
            Ty::Array(element, _) => {
                let size = schema.fixed_size(*element).unwrap_or(1).max(1);
                for i in 0..span.len().checked_div(size).unwrap_or(0) {
                    let start = i.saturating_mul(size);
                    let Some(part) = span.part(start, start.saturating_add(size)) else {
                        break;
                    };
                    let before = self.path.index(i);
                    self.fixed(schema, *element, part)?;
                    self.path.back(before);
                }
                Ok(())
            }
            Ty::Struct(of) => {
                let Some((schema, def)) = schema.structure(of) else {
                    return Ok(());
                };
                for field in def.fields {
                    let start = usize::try_from(field.at).unwrap_or(usize::MAX);
                    let size = schema.fixed_size(field.ty).unwrap_or(0);
                    let Some(part) = span.part(start, start.saturating_add(size)) else {
                        break;
                    };
                    let before = self.path.member(field.name, 0, field.sensitive);
                    self.fixed(schema, field.ty, part)?;
                    self.path.back(before);
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }
}

/// Where the scalars would end if they were canonical, as far as the schema knows them.
pub(crate) fn extent<'s>(
    schema: &'s Tables<'s>,
    fields: impl IntoIterator<Item = &'s FieldDef<'s>>,
    scalars: &[u8],
) -> usize {
    let set = |start: usize, end: usize| {
        tick(end.min(scalars.len()).saturating_sub(start));
        scalars
            .get(start..end.min(scalars.len()))
            .is_some_and(|b| b.iter().any(|b| *b != 0))
    };
    let mut extent = 0;
    for field in fields {
        tick(1);
        // A byte of flags, whatever bits of it the schema knows.
        let flag = match (field.place, field.presence) {
            (Place::Bit { byte, .. }, _) | (_, Presence::Bit { byte, .. }) => {
                Some(usize::from(byte))
            }
            _ => None,
        };
        if let Some(byte) = flag.filter(|byte| set(*byte, byte.saturating_add(1))) {
            extent = extent.max(byte.saturating_add(1));
        }
        let Place::Scalar { at } = field.place else {
            continue;
        };
        let at = usize::from(at);
        let end = at.saturating_add(schema.fixed_size(field.ty).unwrap_or(0));
        let present = match field.presence {
            Presence::Bit { byte, mask } => crate::message::flag(scalars, usize::from(byte), mask),
            _ => false,
        };
        if present || set(at, end) {
            extent = extent.max(end);
        }
    }
    extent
}
