//! Values of fixed size, changed where they lie.
//!
//! Only what the bytes hold can be changed: no byte moves. The canonical form has one rule that such a change could break:
//! scalars end behind the last one that is set. So a setter refuses, by [`PatchError`] and without changing anything, a
//! value for which the bytes would have to grow or shrink, and the message is canonical after every call.
//!
//! ```text
//!  patch(encoded)──▶ RawMut ──slot──▶ RawMut (a sub-message)
//!                        │   ├──────▶ RowsMut ──▶ RawMut (a row)
//!                        │   ├──────▶ PackedMut ──▶ &mut [Le<T>]
//!                        │   └──────▶ ItemsMut, MapMut, RawUnionMut ──▶ …
//!                        └ set, set_flag, set_optional
//! ```

mod lists;
mod message;
mod unions;

pub use lists::{BitsMut, ItemsMut, MapMut, PackedMut, RowsMut};
pub use message::RawMut;
pub use unions::{PatchUnion, RawUnionMut};

use crate::encoded::Encoded;
use crate::fixed::{Fixed, Wire};
use crate::kind::{Blob, Cx, Flagged, Kind, One, Optional, Sub, verify_message};
use crate::message::{Message, flag};
use bytes::{Bytes, BytesMut};
use std::fmt;
use std::marker::PhantomData;

/// A message whose values can be changed in place: implemented by the compiler where it is asked to, by
/// `Builder::patch(true)` in `build.rs` or `stillwire gen rust --patch`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no view that sets fields in place",
    note = "the schema's compiler makes one by `Builder::patch(true)` in `build.rs`, or `stillwire gen rust --patch`"
)]
pub trait Patch: Message {
    /// Its view that sets fields.
    type ViewMut<'a>: From<RawMut<'a, Self>>;
}

/// A value that cannot be put where the old one lies. Nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PatchError {
    /// The field is at its default, or absent, and takes no bytes: they would have to grow.
    #[error("the bytes do not hold the field")]
    Absent,
    /// The value is the last one that is not at its default, or would become absent: the bytes would have to shrink.
    #[error("without the value the bytes would be fewer")]
    Shrinks,
    /// The schema does not allow the value.
    #[error("the schema does not allow the value")]
    Invalid,
}

impl<M: Patch> Encoded<M> {
    /// Changes values of fixed size in place. Bytes that nobody else holds are not copied; others are, once.
    ///
    /// A setter takes what the bytes have room for: a field that is not at its default, or that stands before such a one.
    /// It refuses what would make the message longer or shorter, so that what is patched stays canonical.
    ///
    /// `f` gets the message's `…ViewMut`. Changes that were made stay made when `f` gives an error, or panics, later on.
    ///
    /// Where the schema has `where` clauses for the type, a copy is changed and verified, since a clause can speak of many
    /// values at once: then all changes are made, or none.
    ///
    /// # Errors
    /// What `f` gave, or that the schema does not allow what came of it.
    pub fn patch<R>(
        &mut self,
        f: impl for<'a> FnOnce(M::ViewMut<'a>) -> Result<R, PatchError>,
    ) -> Result<R, PatchError> {
        if M::CONSTRAINED {
            return self.patch_copy(f);
        }
        let bytes = std::mem::replace(self, Self::proven(Bytes::new())).into_bytes();
        let memory = bytes
            .try_into_mut()
            .unwrap_or_else(|shared| BytesMut::from(&*shared));
        let mut open = Open {
            encoded: self,
            memory,
        };
        f(M::ViewMut::from(RawMut::message(&mut open.memory)))
    }
}

impl<M: Patch> Encoded<M> {
    /// [`patch`](Self::patch) where values of the type can break rules.
    fn patch_copy<R>(
        &mut self,
        f: impl for<'a> FnOnce(M::ViewMut<'a>) -> Result<R, PatchError>,
    ) -> Result<R, PatchError> {
        let mut memory = BytesMut::from(self.as_bytes());
        let result = f(M::ViewMut::from(RawMut::message(&mut memory)))?;
        // As deep as it was when it was verified, under whatever limit that was.
        if !verify_message::<M>(&memory, Cx { depth: u32::MAX }) {
            return Err(PatchError::Invalid);
        }
        *self = Self::proven(memory.freeze());
        Ok(result)
    }
}

/// Gives the bytes back to the message that they were taken from.
struct Open<'e, M: Message> {
    encoded: &'e mut Encoded<M>,
    memory: BytesMut,
}

impl<M: Message> Drop for Open<'_, M> {
    fn drop(&mut self) {
        *self.encoded = Encoded::proven(std::mem::take(&mut self.memory).freeze());
    }
}

/// A kind with values that can be changed in place.
pub trait PatchKind: Kind {
    /// What changes them.
    type Mut<'a>;

    /// Opens a verified range.
    #[doc(hidden)]
    fn open(range: &mut [u8]) -> Self::Mut<'_>;

    /// The same for a slot of a message with these scalars.
    #[doc(hidden)]
    #[inline(always)]
    fn open_slot<'a>(range: &'a mut [u8], _scalars: &[u8]) -> Self::Mut<'a> {
        Self::open(range)
    }
}

impl<M: Patch> PatchKind for Sub<M> {
    type Mut<'a> = M::ViewMut<'a>;
    #[inline(always)]
    fn open(range: &mut [u8]) -> M::ViewMut<'_> {
        M::ViewMut::from(RawMut::message(range))
    }
}

/// Other bytes, as many.
impl PatchKind for Blob {
    type Mut<'a> = &'a mut [u8];
    fn open(range: &mut [u8]) -> &mut [u8] {
        range
    }
}

impl<K: PatchKind> PatchKind for Optional<K> {
    type Mut<'a> = Option<K::Mut<'a>>;
    #[inline(always)]
    fn open(range: &mut [u8]) -> Option<K::Mut<'_>> {
        (!range.is_empty()).then(|| K::open(range))
    }
}

impl<K: PatchKind, const FLAG: usize, const MASK: u8> PatchKind for Flagged<K, FLAG, MASK> {
    type Mut<'a> = Option<K::Mut<'a>>;
    fn open(_: &mut [u8]) -> Option<K::Mut<'_>> {
        None
    }
    #[inline(always)]
    fn open_slot<'a>(range: &'a mut [u8], scalars: &[u8]) -> Option<K::Mut<'a>> {
        flag(scalars, FLAG, MASK).then(|| K::open(range))
    }
}

/// One value of fixed size that has a range of its own.
pub struct FixedMut<'a, T> {
    bytes: &'a mut [u8],
    value: PhantomData<fn(T) -> T>,
}

impl<T: Fixed + fmt::Debug> fmt::Debug for FixedMut<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("FixedMut").field(&self.get()).finish()
    }
}

impl<T: Fixed> FixedMut<'_, T> {
    /// The value.
    #[inline(always)]
    pub fn get(&self) -> T {
        crate::fixed::get(self.bytes, 0)
    }

    /// Another one in its place.
    ///
    /// # Errors
    /// Where the schema does not allow it.
    #[inline(always)]
    pub fn set(&mut self, value: T) -> Result<(), PatchError> {
        put(self.bytes, value)
    }
}

impl<T: Fixed> PatchKind for One<T> {
    type Mut<'a> = FixedMut<'a, T>;
    #[inline(always)]
    fn open(range: &mut [u8]) -> FixedMut<'_, T> {
        FixedMut {
            bytes: range,
            value: PhantomData,
        }
    }
}

/// Puts `value` where another one of its type lies.
#[inline(always)]
fn put<T: Fixed>(place: &mut [u8], value: T) -> Result<(), PatchError> {
    let wire = value.to_wire();
    if place.len() != T::Wire::SIZE {
        return Err(PatchError::Absent);
    }
    if !T::is_canonical(&wire) {
        return Err(PatchError::Invalid);
    }
    place.copy_from_slice(wire.bytes());
    Ok(())
}
