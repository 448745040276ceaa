//! Which fields of a message its header reaches.
//!
//! A header of four bytes can be of a type of thousands of fields. What it reaches is found without a look at the others,
//! or work would be messages times fields: of the rest only those are of interest that may not be left out, and of these
//! only the first, since it ends the walk.

use super::Walk;
use crate::steps::tick;
use crate::table::{FieldDef, MessageDef, Place, Presence, Tables};

type Fields<'s> = Vec<&'s FieldDef<'s>>;

/// The fields of a message type, in the order in which they lie.
pub(super) struct Reach<'s> {
    /// Those that are a bit.
    bits: Fields<'s>,
    /// Those that are bytes among the scalars.
    scalars: Fields<'s>,
    /// Those in slots.
    slots: Fields<'s>,
    /// Those with a presence bit, in the order of their bits.
    flagged: Fields<'s>,
    /// Those among the first three that may not be left out: what is required, and what has a default that breaks a rule.
    needed: [Fields<'s>; 3],
}

impl<'s> Reach<'s> {
    pub(super) fn new(schema: &'s Tables<'s>, def: &'s MessageDef<'s>) -> Self {
        let mut walk = Walk::new(0);
        let sorted = |keep: &dyn Fn(&FieldDef) -> Option<u16>| {
            tick(def.fields.len());
            let mut fields: Fields<'s> = def.fields.iter().filter(|f| keep(f).is_some()).collect();
            fields.sort_by_key(|field| keep(field));
            fields
        };
        let bits = sorted(&|field| match field.place {
            Place::Bit { byte, .. } => Some(byte),
            _ => None,
        });
        let scalars = sorted(&|field| match field.place {
            Place::Scalar { at } => Some(at),
            _ => None,
        });
        let slots = sorted(&|field| match field.place {
            Place::Slot { index } => Some(index),
            _ => None,
        });
        let flagged = sorted(&|field| match field.presence {
            Presence::Bit { byte, .. } => Some(byte),
            _ => None,
        });
        let needed = [&bits, &scalars, &slots].map(|fields| {
            let mut needed = fields.clone();
            needed.retain(|field| field.is_required() || walk.left_out(schema, field, 0).is_err());
            needed
        });
        Self {
            bits,
            scalars,
            slots,
            flagged,
            needed,
        }
    }

    /// The fields that have a bit or a byte among the first `scalars` bytes; those that have both, twice.
    pub(super) fn touching(&self, scalars: usize) -> impl Iterator<Item = &'s FieldDef<'s>> {
        let [bits, bytes] = [&self.bits, &self.scalars].map(|fields| first(fields, scalars));
        bits.iter()
            .chain(bytes)
            .chain(self.flagged(scalars))
            .copied()
    }

    /// The fields that have a presence bit among the first `scalars` bytes.
    fn flagged(&self, scalars: usize) -> &[&'s FieldDef<'s>] {
        let flagged = split(&self.flagged, |field| match field.presence {
            Presence::Bit { byte, .. } => usize::from(byte) < scalars,
            _ => false,
        });
        flagged.0
    }

    /// The fields that `scalars` bytes and `slots` slots reach, what is said to be present without a slot included, and the first of each sort that is left out and may not
    /// be, by ordinal.
    pub(super) fn fields(&self, scalars: usize, slots: usize) -> Fields<'s> {
        let [bits, bytes, ranges] = &self.needed;
        let without_slot = |field: &&&'s FieldDef<'s>| match field.place {
            Place::Slot { index } => usize::from(index) >= slots,
            _ => false,
        };
        let mut fields: Fields<'s> = first(&self.bits, scalars)
            .iter()
            .chain(first(&self.scalars, scalars))
            .chain(first(&self.slots, slots))
            .chain(self.flagged(scalars).iter().filter(without_slot))
            .chain(behind(bits, scalars))
            .chain(behind(bytes, scalars))
            .chain(behind(ranges, slots))
            .copied()
            .collect();
        tick(fields.len());
        // Runs that ascend already: merging them is linear.
        fields.sort_by_key(|field| field.ordinal);
        fields
    }
}

/// The fields that lie before `end`.
fn first<'s, 'a>(fields: &'a [&'s FieldDef<'s>], end: usize) -> &'a [&'s FieldDef<'s>] {
    split(fields, |field| lies_at(field) < end).0
}

/// The first field that does not.
fn behind<'s, 'a>(fields: &'a [&'s FieldDef<'s>], end: usize) -> Option<&'a &'s FieldDef<'s>> {
    split(fields, |field| lies_at(field) < end).1.first()
}

fn lies_at(field: &FieldDef) -> usize {
    match field.place {
        Place::Bit { byte: at, .. } | Place::Scalar { at } | Place::Slot { index: at } => {
            usize::from(at)
        }
        // It is on none of the lists.
        Place::Shared { .. } => usize::MAX,
    }
}

fn split<'s, 'a>(
    fields: &'a [&'s FieldDef<'s>],
    before: impl Fn(&FieldDef) -> bool,
) -> (&'a [&'s FieldDef<'s>], &'a [&'s FieldDef<'s>]) {
    let at = fields.partition_point(|field| {
        tick(1);
        before(field)
    });
    fields.split_at_checked(at).unwrap_or((fields, &[]))
}
