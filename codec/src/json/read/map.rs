//! Maps: an object in, two lists out, keys ascending.

use super::list::Elements;
use super::{Done, Reader};
use crate::assemble::{key_bias, position, short};
use crate::json::error::{JsonError, Kind};
use crate::json::scan;
use crate::kind::{MAP_HEAD, put_list_head, put_map_head};
use crate::protobuf::convert::{copy, size_of};
use crate::scalar::parse_uuid;
use crate::steps::tick;
use crate::table::{Tables, Ty};
use std::cmp::Ordering;

/// An entry of a map on its way.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    /// The key as a number that orders as the keys do; for a string its first 16 bytes.
    order: u128,
    /// A string's bytes in the input, or among the keys with escapes.
    text: (u32, u32),
    escaped: bool,
    /// The token of the key, behind which its value's lies.
    pub(super) key: u32,
}

impl Reader<'_> {
    pub(super) fn map<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        key: Ty<'s>,
        value: Ty<'s>,
        i: usize,
        depth: u32,
    ) -> Done {
        let (entries, values, keys) = (self.entries.len(), self.values.len(), self.keys.len());
        self.map_entries(schema, key, value, i)?;
        let count = self.entries.len().saturating_sub(entries);
        if count > 0 {
            let sorted = self.entries.get(entries..).unwrap_or_default();
            self.values
                .extend(sorted.iter().map(|entry| entry.key.saturating_add(1)));
            let base = self.w.len();
            let all = Elements::Map(values..values.saturating_add(count));
            self.list(schema, value, all, depth)?;
            let written = self.w.len().saturating_sub(base);
            self.map_keys(schema, key, entries, i)?;
            let heap = self.w.len().saturating_sub(base);
            self.claim(MAP_HEAD, i)?;
            put_map_head(&mut self.w, heap.saturating_sub(written), heap);
        }
        self.entries.truncate(entries);
        self.values.truncate(values);
        self.keys.truncate(keys);
        Ok(())
    }

    /// Notes the entries of a map by ascending key.
    pub(super) fn map_entries<'s>(
        &mut self,
        schema: &'s Tables<'s>,
        key: Ty<'s>,
        value: Ty<'s>,
        i: usize,
    ) -> Done {
        let passes = self.options.ignore_unknown_fields && matches!(value, Ty::Enum(_));
        self.source.expect(i, b'{', "an object")?;
        let first = self.entries.len();
        let end = self.source.behind(i);
        let mut token = i.saturating_add(1);
        while token < end {
            tick(1);
            let entry = self.entry(schema, key, token);
            let entry = entry.map_err(|error| self.within_key(token, error))?;
            let value_token = token.saturating_add(1);
            if passes && self.source.names_nothing(schema, value, value_token) {
                self.pass_over(value_token)?;
            } else {
                self.entries.push(entry);
            }
            token = self.source.behind(value_token);
        }
        self.sort(first)
    }

    fn entry<'s>(&mut self, schema: &'s Tables<'s>, ty: Ty<'s>, token: usize) -> Done<Entry> {
        let mut entry = Entry {
            order: 0,
            text: (0, 0),
            escaped: false,
            key: short(token),
        };
        match ty {
            Ty::String => {
                let at = self
                    .source
                    .token(token)
                    .map_or(0, |t| t.at().saturating_add(1));
                let raw = self.source.raw(token);
                entry.escaped = self.source.token(token).is_some_and(scan::Token::is_marked);
                let start = if entry.escaped { self.keys.len() } else { at };
                let mut len = raw.len();
                if entry.escaped {
                    scan::unescape(raw, &mut self.keys);
                    len = self.keys.len().saturating_sub(start);
                }
                entry.text = (short(start), short(start.saturating_add(len)));
                let mut first = [0; 16];
                copy(&mut first, self.key_text(&entry));
                entry.order = u128::from_be_bytes(first);
            }
            Ty::Uuid => {
                let text = self.source.text(token);
                // What a map leaves out is zero.
                if !text.is_empty() {
                    match parse_uuid(&text) {
                        Ok(bytes) => entry.order = u128::from_be_bytes(bytes),
                        Err(_) => return self.source.wrong(Kind::Value, token, "a UUID"),
                    }
                }
            }
            _ => {
                let bits = self.source.key_number(schema, ty, token)?;
                entry.order = u128::from(bits ^ key_bias(schema, ty));
            }
        }
        Ok(entry)
    }

    fn key_text(&self, entry: &Entry) -> &[u8] {
        key_text(self.source.input, &self.keys, entry)
    }

    /// Puts the entries from `first` on in order. Which of two with the same key counts, JSON does not say: neither.
    fn sort(&mut self, first: usize) -> Done {
        let (input, keys) = (self.source.input, &self.keys);
        let entries = self.entries.get_mut(first..).unwrap_or_default();
        let order = |a: &Entry, b: &Entry| {
            a.order
                .cmp(&b.order)
                .then_with(|| key_text(input, keys, a).cmp(key_text(input, keys, b)))
        };
        if entries.is_sorted_by(|a, b| order(a, b) == Ordering::Less) {
            return Ok(());
        }
        entries.sort_by(order);
        let twice = entries.windows(2).find_map(|pair| match pair {
            [a, b] if order(a, b) == Ordering::Equal => Some(position(b.key)),
            _ => None,
        });
        match twice {
            None => Ok(()),
            Some(key) => {
                let at = self.source.at(key);
                let error =
                    JsonError::new(Kind::Duplicate, at, "the same key again", "each key once");
                Err(self.within_key(key, error))
            }
        }
    }

    /// Writes the list of the keys of the entries from `first` on.
    fn map_keys<'s>(&mut self, schema: &'s Tables<'s>, ty: Ty<'s>, first: usize, i: usize) -> Done {
        let count = self.entries.len().saturating_sub(first);
        match ty {
            Ty::String => self.text_keys(first, count, i),
            Ty::Bool => {
                let set = |k: usize| {
                    let entry = self.entries.get(first.saturating_add(k));
                    entry.is_some_and(|entry| entry.order != 0)
                };
                let count = count.min(2);
                let bits = (0..count).fold(1u8 << count, |bits, k| bits | u8::from(set(k)) << k);
                self.w.put(&[bits]);
                Ok(())
            }
            _ => {
                let size = if ty == Ty::Uuid {
                    16
                } else {
                    size_of(schema, ty)
                };
                self.claim(count.saturating_mul(size), i)?;
                let bias = u128::from(key_bias(schema, ty));
                let out = self.w.take(count.saturating_mul(size));
                let entries = self.entries.get(first..).unwrap_or_default();
                for (entry, out) in entries.iter().zip(out.chunks_exact_mut(size.max(1))) {
                    if ty == Ty::Uuid {
                        copy(out, &entry.order.to_be_bytes());
                    } else {
                        copy(out, &(entry.order ^ bias).to_le_bytes());
                    }
                }
                Ok(())
            }
        }
    }

    fn text_keys(&mut self, first: usize, count: usize, i: usize) -> Done {
        let list = self.w.open_list(count);
        let base = self.w.len();
        for k in (first..self.entries.len()).rev() {
            let Some(entry) = self.entries.get(k).copied() else {
                break;
            };
            let text = key_text(self.source.input, &self.keys, &entry);
            let len = text.len();
            if self.w.len().saturating_add(len) > self.budget {
                return self.claim(len, i);
            }
            self.w.put(text);
            self.w.mark_start();
        }
        self.claim((count << 2).saturating_add(4), i)?;
        let width = self.w.close_list(list, base);
        put_list_head(&mut self.w, count, width);
        Ok(())
    }
}

fn key_text<'k>(input: &'k [u8], keys: &'k [u8], entry: &Entry) -> &'k [u8] {
    let from = if entry.escaped { keys } else { input };
    from.get(position(entry.text.0)..position(entry.text.1))
        .unwrap_or_default()
}
