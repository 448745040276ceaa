//! Maps: repeated entries in, two lists out, keys ascending.
//!
//! Protobuf's encoding guide, "Maps": an entry is a message `{ key = 1; value = 2; }`, either may be left out, and of
//! two entries with the same key the last one counts.

use super::list::Elements;
use super::scan::{Occurrence, Pair, single};
use super::{Decoder, Range};
use crate::assemble::{key_bias, position, short};
use crate::error::DecodeError;
use crate::kind::{MAP_HEAD, put_list_head, put_map_head};
use crate::protobuf::convert;
use crate::protobuf::wire::Depth;
use crate::table::{Tables, Ty};
use std::cmp::Ordering;

/// An entry of a map on its way.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    /// The key as a number that orders as the keys do; for a string its first 16 bytes.
    order: u128,
    /// A string's bytes in the input.
    text: (u32, u32),
    /// The occurrences of the value.
    value: (u32, u32),
    /// The how manieth it came.
    index: u32,
}

impl Decoder<'_> {
    pub(super) fn map<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        key: Ty<'s>,
        value: Ty<'s>,
        group: Range<usize>,
        depth: Depth,
    ) -> Result<(), DecodeError> {
        let at = self.at(&group);
        let depth = depth.deeper(at)?;
        let (entries, groups, occurrences) = (
            self.entries.len(),
            self.groups.len(),
            self.occurrences.len(),
        );
        for (index, i) in group.enumerate() {
            let entry = self.entry(schema, key, value, i, short(index), depth);
            let entry = entry.map_err(|error| error.within(&format!("[{index}]")))?;
            self.entries.push(entry);
        }
        self.sort(entries);
        let count = self.entries.len().saturating_sub(entries);
        if count > 0 {
            let sorted = self.entries.get(entries..).unwrap_or_default();
            self.groups.extend(sorted.iter().map(|entry| entry.value));
            let base = self.w.len();
            let values = Elements::Groups(groups..groups.saturating_add(count));
            self.list(schema, value, values, depth)
                .map_err(|error| error.within("values"))?;
            let values = self.w.len().saturating_sub(base);
            self.keys(schema, key, entries)?;
            let heap = self.w.len().saturating_sub(base);
            self.claim(MAP_HEAD, at)?;
            put_map_head(&mut self.w, heap.saturating_sub(values), heap);
        }
        self.entries.truncate(entries);
        self.groups.truncate(groups);
        self.occurrences.truncate(occurrences);
        Ok(())
    }

    /// Scans entry `i` and reads its key.
    fn entry<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        key: Ty<'s>,
        value: Ty<'s>,
        i: usize,
        index: u32,
        depth: Depth,
    ) -> Result<Entry, DecodeError> {
        let noted = self.scan(
            &mut Pair(single(key), Some(single(value))),
            i..i.saturating_add(1),
            depth,
        )?;
        let fields = self.occurrences.get(noted.clone()).unwrap_or_default();
        let keys = fields.partition_point(|o| o.field == 0);
        let last = keys.checked_sub(1).and_then(|i| fields.get(i)).copied();
        let value = (short(noted.start.saturating_add(keys)), short(noted.end));
        let (order, text) = match last {
            Some(last) => self
                .key(schema, key, last)
                .map_err(|error| error.within("key"))?,
            None => (zero(schema, key), (0, 0)),
        };
        Ok(Entry {
            order,
            text,
            value,
            index,
        })
    }

    /// A key as a number that orders as keys of its type do.
    fn key<'s>(
        &self,
        schema: &'s Tables<'s>,
        ty: Ty<'s>,
        last: Occurrence,
    ) -> Result<(u128, (u32, u32)), DecodeError> {
        let at = position(last.start);
        match ty {
            Ty::String => {
                let mut first = [0; 16];
                convert::copy(&mut first, self.text(last)?);
                Ok((u128::from_be_bytes(first), (last.start, last.end)))
            }
            Ty::Uuid => {
                let mut bytes = [0; 16];
                if last.start != last.end {
                    let done = convert::text(ty, self.text(last)?, &mut bytes);
                    done.map_err(|reason| DecodeError::new("", at, reason))?;
                }
                Ok((u128::from_be_bytes(bytes), (0, 0)))
            }
            _ => {
                let raw = last.cursor(self.input).number(last.wire)?;
                let bits = convert::from_wire(schema, ty, raw)
                    .map_err(|reason| DecodeError::new("", at, reason))?;
                Ok((u128::from(bits ^ key_bias(schema, ty)), (0, 0)))
            }
        }
    }

    /// Puts the entries from `first` on in order, without those that a later one overrides.
    fn sort(&mut self, first: usize) {
        let input = self.input;
        let entries = self.entries.get_mut(first..).unwrap_or_default();
        if entries.is_sorted_by(|a, b| compare(input, a, b) == Ordering::Less) {
            return;
        }
        // The last entry of a key comes first, and is the one that stays.
        entries.sort_unstable_by(|a, b| compare(input, a, b).then(b.index.cmp(&a.index)));
        let mut kept = first;
        for i in first..self.entries.len() {
            let Some(entry) = self.entries.get(i).copied() else {
                break;
            };
            let before = kept
                .checked_sub(1)
                .filter(|k| *k >= first)
                .and_then(|k| self.entries.get(k));
            if before.is_some_and(|before| compare(input, before, &entry) == Ordering::Equal) {
                continue;
            }
            if let Some(slot) = self.entries.get_mut(kept) {
                *slot = entry;
            }
            kept = kept.saturating_add(1);
        }
        self.entries.truncate(kept);
    }

    /// Writes the list of the keys of the entries from `first` on.
    fn keys<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        ty: Ty<'s>,
        first: usize,
    ) -> Result<(), DecodeError> {
        let count = self.entries.len().saturating_sub(first);
        match ty {
            Ty::String => self.text_keys(first, count),
            Ty::Bool => {
                let set = |i: usize| {
                    self.entries
                        .get(first.saturating_add(i))
                        .is_some_and(|entry| entry.order != 0)
                };
                let bits = (0..count.min(2))
                    .fold(1u8 << count.min(2), |bits, i| bits | u8::from(set(i)) << i);
                self.w.put(&[bits]);
                Ok(())
            }
            _ => {
                let size = if ty == Ty::Uuid {
                    16
                } else {
                    convert::size_of(schema, ty)
                };
                self.claim(count.saturating_mul(size), 0)?;
                let out = self.w.take(count.saturating_mul(size));
                let entries = self.entries.get(first..).unwrap_or_default();
                for (entry, out) in entries.iter().zip(out.chunks_exact_mut(size)) {
                    if ty == Ty::Uuid {
                        convert::copy(out, &entry.order.to_be_bytes());
                    } else {
                        convert::copy(
                            out,
                            &(entry.order ^ u128::from(key_bias(schema, ty))).to_le_bytes(),
                        );
                    }
                }
                Ok(())
            }
        }
    }

    fn text_keys(&mut self, first: usize, count: usize) -> Result<(), DecodeError> {
        let list = self.w.open_list(count);
        let base = self.w.len();
        for i in (first..self.entries.len()).rev() {
            let (start, end) = self.entries.get(i).map_or((0, 0), |entry| entry.text);
            let text = self
                .input
                .get(position(start)..position(end))
                .unwrap_or_default();
            self.claim(text.len(), position(start))?;
            self.w.put(text);
            self.w.mark_start();
        }
        self.claim((count << 2).saturating_add(4), 0)?;
        let width = self.w.close_list(list, base);
        put_list_head(&mut self.w, count, width);
        Ok(())
    }
}

/// The key that an entry without one has.
fn zero<'s>(schema: &'s Tables<'s>, ty: Ty<'s>) -> u128 {
    u128::from(key_bias(schema, ty))
}

fn compare(input: &[u8], a: &Entry, b: &Entry) -> Ordering {
    let text = |entry: &Entry| {
        input
            .get(position(entry.text.0)..position(entry.text.1))
            .unwrap_or_default()
    };
    a.order.cmp(&b.order).then_with(|| text(a).cmp(text(b)))
}
