//! A message, or a row of a list, that is changed in place.

use super::{PatchError, PatchKind, put};
use crate::fixed::{self, Fixed, Wire};
use crate::kind::One;
use crate::message::{Message, flag};
use crate::raw::Proven;
use crate::slot::At;
use crate::view::{RawView, Shape};
use crate::wire;
use std::fmt;
use std::marker::PhantomData;

/// A message that is changed in place. Generated `…ViewMut`s wrap it.
pub struct RawMut<'a, M> {
    shape: Shape,
    /// The rows of the list that this is one of; of a message, its scalars and ends.
    rows: &'a mut [u8],
    /// Where its scalars begin there.
    at: usize,
    heap: &'a mut [u8],
    /// For a row: another that had its last scalar set when somebody looked, so that this one need not.
    other: Option<&'a mut usize>,
    message: PhantomData<fn(M) -> M>,
}

impl<M> fmt::Debug for RawMut<'_, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawMut")
            .field("scalars", &self.scalars().len())
            .field("heap", &self.heap.len())
            .finish_non_exhaustive()
    }
}

impl<M> RawMut<'_, M> {
    #[inline(always)]
    fn scalars(&self) -> &[u8] {
        let end = self.at.wrapping_add(usize::from(self.shape.scalars));
        self.rows.get(self.at..end).unwrap_or_default()
    }

    #[inline(always)]
    fn scalars_mut(&mut self) -> &mut [u8] {
        let end = self.at.wrapping_add(usize::from(self.shape.scalars));
        self.rows.get_mut(self.at..end).unwrap_or_default()
    }
}

impl<'a, M: Message> RawMut<'a, M> {
    /// A verified message with its header.
    #[inline(always)]
    pub(super) fn message(range: &'a mut [u8]) -> Self {
        let shape = Shape::read(range.first_chunk().copied().unwrap_or_default());
        let (_, rest) = range.split_at_mut_checked(Shape::BYTES).unwrap_or_default();
        let head = usize::from(shape.scalars).wrapping_add(usize::from(shape.count) << shape.width);
        let (rows, heap) = rest.split_at_mut_checked(head).unwrap_or_default();
        Self {
            shape,
            rows,
            at: 0,
            heap,
            other: None,
            message: PhantomData,
        }
    }

    /// The row at `at` of a verified list.
    #[inline(always)]
    pub(super) fn row(
        shape: Shape,
        rows: &'a mut [u8],
        at: usize,
        heap: &'a mut [u8],
        other: &'a mut usize,
    ) -> Self {
        Self {
            shape,
            rows,
            at,
            heap,
            other: Some(other),
            message: PhantomData,
        }
    }

    /// It, read in place.
    #[inline]
    pub fn view(&self) -> M::View<'_> {
        let scalars = self.at.wrapping_add(usize::from(self.shape.scalars));
        let ends = match self.other {
            Some(_) => self.at.wrapping_add(self.shape.stride()),
            None => self.rows.len(),
        };
        // What was verified, with scalars that took other values of their types since.
        let part = |range| Proven::new(self.rows.get(range).unwrap_or_default());
        M::view_of(RawView::of_parts(
            self.shape,
            part(self.at..scalars),
            part(scalars..ends),
            Proven::new(self.heap),
            self.other.is_some(),
        ))
    }

    /// Sets the scalar at byte `at`: to its bits on the wire, from which the default was taken off.
    ///
    /// # Errors
    /// Where it cannot be there.
    #[inline(always)]
    pub fn set<T: Fixed>(&mut self, at: usize, value: T) -> Result<(), PatchError> {
        let end = at.wrapping_add(T::Wire::SIZE);
        let scalars = self.scalars_mut();
        let Some(place) = scalars.get_mut(at..end) else {
            return absent(fixed::is_set(value));
        };
        let before = T::Wire::read(place).copied().unwrap_or(T::Wire::ZERO);
        put(place, value)?;
        let dubious = end == scalars.len() && !fixed::is_set(value);
        if let Err(error) = self.settle(dubious) {
            if let Some(place) = self.scalars_mut().get_mut(at..end) {
                place.copy_from_slice(before.bytes());
            }
            return Err(error);
        }
        Ok(())
    }

    /// Sets the bit `mask` of byte `at`.
    ///
    /// # Errors
    /// Where it cannot be there.
    #[inline(always)]
    pub fn set_flag(&mut self, at: usize, mask: u8, on: bool) -> Result<(), PatchError> {
        let len = self.scalars().len();
        let Some(place) = self.scalars_mut().get_mut(at) else {
            return absent(on);
        };
        let before = *place;
        let after = with(before, mask, on);
        *place = after;
        let last = at.wrapping_add(1) == len;
        if let Err(error) = self.settle(last && after == 0) {
            if let Some(place) = self.scalars_mut().get_mut(at) {
                *place = before;
            }
            return Err(error);
        }
        Ok(())
    }

    /// Sets the optional scalar at byte `at`, which bit `mask` of byte `byte` says to be present.
    ///
    /// # Errors
    /// Where it cannot be there.
    pub fn set_optional<T: Fixed>(
        &mut self,
        at: usize,
        byte: usize,
        mask: u8,
        value: Option<T>,
    ) -> Result<(), PatchError> {
        let end = at.wrapping_add(T::Wire::SIZE);
        let scalars = self.scalars_mut();
        let len = scalars.len();
        let was = flag(scalars, byte, mask);
        let Some(place) = scalars.get_mut(at..end) else {
            return absent(value.is_some());
        };
        let before = T::Wire::read(place).copied().unwrap_or(T::Wire::ZERO);
        match value {
            Some(value) => put(place, value)?,
            None => place.fill(0),
        }
        let write_flag = |scalars: &mut [u8], on| {
            if let Some(flags) = scalars.get_mut(byte) {
                *flags = with(*flags, mask, on);
            }
        };
        write_flag(scalars, value.is_some());
        if let Err(error) = self.settle(value.is_none() && was && end == len) {
            let scalars = self.scalars_mut();
            write_flag(scalars, was);
            if let Some(place) = scalars.get_mut(at..end) {
                place.copy_from_slice(before.bytes());
            }
            return Err(error);
        }
        Ok(())
    }

    /// Sets an optional bool: its bit `mask` of byte `at`, and the bit of its presence.
    ///
    /// # Errors
    /// Where it cannot be there.
    pub fn set_optional_flag(
        &mut self,
        (at, mask): (usize, u8),
        (byte, there): (usize, u8),
        value: Option<bool>,
    ) -> Result<(), PatchError> {
        let len = self.scalars().len();
        let on = value == Some(true);
        if (byte >= len && value.is_some()) || (at >= len && on) {
            return Err(PatchError::Absent);
        }
        let scalars = self.scalars_mut();
        let before = [byte, at].map(|at| scalars.get(at).copied());
        let mut write = |at: usize, mask: u8, on: bool| {
            if let Some(flags) = scalars.get_mut(at) {
                *flags = with(*flags, mask, on);
            }
        };
        write(byte, there, value.is_some());
        write(at, mask, on);
        let last = len.wrapping_sub(1);
        let dubious = (at == last || byte == last) && scalars.last() == Some(&0);
        if let Err(error) = self.settle(dubious) {
            let scalars = self.scalars_mut();
            for (at, before) in [byte, at].into_iter().zip(before) {
                if let (Some(flags), Some(before)) = (scalars.get_mut(at), before) {
                    *flags = before;
                }
            }
            return Err(error);
        }
        Ok(())
    }

    /// Sets the optional value of fixed size that slot `P` holds.
    ///
    /// # Errors
    /// Where it is absent, or would be.
    pub fn set_slot<P, T: Fixed>(&mut self, value: Option<T>) -> Result<(), PatchError>
    where
        M::Slots: At<P, Kind = crate::kind::Optional<One<T>>>,
    {
        let place = self.range(<M::Slots as At<P>>::INDEX).0;
        match value {
            Some(value) => put(place, value),
            None if place.is_empty() => Ok(()),
            None => Err(PatchError::Shrinks),
        }
    }

    /// Opens the slot at position `P`.
    #[inline(always)]
    pub fn slot<P>(&mut self) -> <<M::Slots as At<P>>::Kind as PatchKind>::Mut<'_>
    where
        M::Slots: At<P, Kind: PatchKind>,
    {
        let (range, scalars) = self.range(<M::Slots as At<P>>::INDEX);
        <M::Slots as At<P>>::Kind::open_slot(range, scalars)
    }

    /// The bytes of slot `k`, and the scalars.
    #[inline(always)]
    fn range(&mut self, k: usize) -> (&mut [u8], &[u8]) {
        let (count, w) = (usize::from(self.shape.count), u32::from(self.shape.width));
        let split = usize::from(self.shape.scalars);
        let head = self.rows.get(self.at..).unwrap_or_default();
        let (scalars, ends) = head.split_at_checked(split).unwrap_or_default();
        let range = if k >= count {
            0..0
        } else {
            let start = k
                .checked_sub(1)
                .map_or(0, |before| wire::end(ends, w, before));
            let last = k.wrapping_add(1) == count;
            start..if last {
                self.heap.len()
            } else {
                wire::end(ends, w, k)
            }
        };
        (self.heap.get_mut(range).unwrap_or_default(), scalars)
    }

    /// What a change has to leave behind: where the last scalar became zero, another row that has it; and scalars that
    /// the schema allows.
    #[inline(always)]
    fn settle(&mut self, last_is_zero: bool) -> Result<(), PatchError> {
        if last_is_zero && !self.last_is_needed() {
            return Err(PatchError::Shrinks);
        }
        if M::check(self.scalars()) {
            Ok(())
        } else {
            Err(PatchError::Invalid)
        }
    }

    /// Whether the scalars would not be fewer though the last one is zero: it is there all the same, or another row of
    /// the list has it set.
    ///
    /// Where one was found is remembered for the next time, so that clearing row after row looks at each about once.
    #[cold]
    #[inline(never)]
    fn last_is_needed(&mut self) -> bool {
        let len = usize::from(self.shape.scalars);
        let Some(last) = M::UNITS.iter().find(|unit| usize::from(unit.end) == len) else {
            return true;
        };
        if last.is_set(self.scalars()) {
            return true;
        }
        let (stride, here) = (self.shape.stride().max(1), self.at);
        let Some(known) = self.other.as_deref_mut() else {
            return false;
        };
        // Rows of which none needs anything are one zero byte each.
        if len == 1 && self.shape.count == 0 {
            return true;
        }
        let rows = self.rows.len().checked_div(stride).unwrap_or(0);
        let is_set = |row: &usize| {
            let start = row.wrapping_mul(stride);
            let scalars = self.rows.get(start..start.wrapping_add(len));
            start != here && scalars.is_some_and(|scalars| last.is_set(scalars))
        };
        let found = (*known..rows).chain(0..*known).find(is_set);
        *known = found.unwrap_or(*known);
        found.is_some()
    }
}

/// What setting a field that the bytes do not hold comes to: nothing, if it is what it would be read as.
#[inline(always)]
fn absent(is_set: bool) -> Result<(), PatchError> {
    if is_set {
        Err(PatchError::Absent)
    } else {
        Ok(())
    }
}

#[inline(always)]
fn with(flags: u8, mask: u8, on: bool) -> u8 {
    if on { flags | mask } else { flags & !mask }
}
