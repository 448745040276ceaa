//! A view as a value to encode: what is canonical already is copied as it stands.
//!
//! The slots of a message lie one behind the other in its heap, each self-contained, so the known ones are one copy.
//! What only a newer schema knows stays behind in this message and travels along within its slots.

use crate::error::EncodeError;
use crate::kind::Cx;
use crate::limits::DEFAULT_DEPTH;
use crate::message::{Message, extent};
use crate::slot::KindTree;
use crate::table::{Place, Presence, depth};
use crate::view::RawView;
use crate::writer::Writer;
use std::borrow::Cow;

/// The slots of a view, to be copied.
pub(crate) struct Relay<'a, M> {
    view: RawView<'a, M>,
    /// One more than the last known slot that is not empty.
    count: usize,
}

impl<'a, M: Message> RawView<'a, M> {
    /// Bytes of scalars up to the last one that is known and not at its default.
    #[inline]
    pub fn extent(&self) -> usize {
        extent(M::UNITS, &self.known_scalars())
    }

    /// Copies the scalars that `out` has room for.
    #[inline]
    pub fn put_scalars(&self, out: &mut [u8]) {
        for (out, byte) in out.iter_mut().zip(&*self.known_scalars()) {
            *out = *byte;
        }
    }

    /// The slots, to be copied.
    #[inline]
    pub(crate) fn relay(&self) -> Relay<'a, M> {
        let known = self.slot_count().min(M::Slots::LEN);
        let count = (0..known)
            .rev()
            .find(|k| !self.slot_bytes(*k).is_empty())
            .map_or(0, |k| k.saturating_add(1));
        Relay { view: *self, count }
    }

    /// The scalars that this schema knows. A presence bit without the value that it speaks of would be a lie, so where
    /// the message has more than the schema knows, bits that it does not know are taken out.
    fn known_scalars(&self) -> Cow<'a, [u8]> {
        let scalars = self.scalars();
        if scalars.len() <= M::SCALARS && self.slot_count() <= M::Slots::LEN {
            return Cow::Borrowed(scalars);
        }
        let mut known = scalars.get(..M::SCALARS).unwrap_or(scalars).to_vec();
        let (schema, index) = M::TABLE.get();
        let mut masks: Vec<Option<u8>> = vec![None; known.len()];
        for field in schema.messages.get(index).map_or(&[][..], |def| def.fields) {
            let mut bit = |byte: u16, mask: u8| {
                if let Some(known) = masks.get_mut(usize::from(byte)) {
                    *known = Some(known.unwrap_or(0) | mask);
                }
            };
            if let Place::Bit { byte, mask } = field.place {
                bit(byte, mask);
            }
            if let Presence::Bit { byte, mask } = field.presence {
                bit(byte, mask);
            }
        }
        for (byte, mask) in known.iter_mut().zip(masks) {
            *byte &= mask.unwrap_or(0xFF);
        }
        Cow::Owned(known)
    }
}

/// How deep values of the type can nest.
#[cold]
fn of_type<M: Message>() -> u32 {
    let (schema, index) = M::TABLE.get();
    depth::of_message(schema, index)
}

impl<M: Message> Relay<'_, M> {
    /// One more than the last slot that is not empty.
    #[inline(always)]
    pub(crate) fn count(&self) -> usize {
        self.count
    }

    /// Copies the slots.
    pub(crate) fn put(&self, w: &mut Writer, marks: &mut <M::Slots as KindTree>::Marks) {
        // What was read as a root may be written within others, where fewer levels are left. Most types say by themselves
        // that they cannot nest so deep.
        let left = w.depth();
        if M::hint().depth(of_type::<M>) > left && !self.view.nests_within(Cx { depth: left }) {
            w.fail(EncodeError::TooDeep {
                allowed: DEFAULT_DEPTH,
            });
        }
        let base = w.len();
        let len = (0..self.count).fold(0, |sum: usize, k| {
            sum.saturating_add(self.view.slot_bytes(k).len())
        });
        w.put(self.view.heap().get(..len).unwrap_or_default());
        let mut left = len;
        M::Slots::set(marks, 0, &mut |k| {
            let slot = if k < self.count {
                self.view.slot_bytes(k).len()
            } else {
                0
            };
            left = left.saturating_sub(slot);
            base.saturating_add(left)
        });
    }
}
