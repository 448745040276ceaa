//! Unions: the variant's ordinal, then its payload up to the end of the range.
//!
//! The ordinal takes one byte; 255 announces that a `u16` with it follows. A variant that the reader does not know
//! keeps its bytes.

use super::{Cx, Kind, Put, seal};
use crate::error::EncodeError;
use crate::owned;
use crate::raw::Proven;
use crate::slot::{At, KindTree, SlotRule};
use crate::steps::tick;
use crate::writer::Writer;
use bytes::Bytes;
use std::marker::PhantomData;

/// A union type: implemented by the compiler for the owned enum.
pub trait Union: Sized + Send + Sync + 'static {
    /// Its view: a `Copy` enum that reads payloads in place.
    type View<'a>: Copy + From<RawUnion<'a, Self>>;
    /// The kinds of its payloads; that of ordinal 1 first.
    type Variants: KindTree;
    /// Whether there may be a variant with this ordinal: in a closed union, only those of the schema.
    #[inline(always)]
    fn knows(ordinal: u16) -> bool {
        let _ = ordinal;
        true
    }
    /// Whether a `where` clause refuses some payloads, or values that they hold.
    const CONSTRAINED: bool = false;

    /// Whether the payload is one that `where` clauses allow.
    #[inline(always)]
    fn holds(view: Self::View<'_>) -> bool {
        let _ = view;
        true
    }
}

/// A union that must be there.
#[derive(Debug)]
pub struct Choice<U>(PhantomData<U>);

/// The ordinal and the payload.
#[inline(always)]
pub(crate) fn split(range: &[u8]) -> Option<(u16, &[u8])> {
    match range {
        [0, ..] => None,
        [255, rest @ ..] => {
            let (ordinal, payload) = rest.split_first_chunk::<2>()?;
            let ordinal = u16::from_le_bytes(*ordinal);
            (ordinal >= 255).then_some((ordinal, payload))
        }
        [ordinal, payload @ ..] => Some((u16::from(*ordinal), payload)),
        [] => None,
    }
}

impl<U: Union> seal::Kind for Choice<U> {}
impl<U: Union> Kind for Choice<U> {
    type View<'a> = U::View<'a>;
    const MAY_BE_EMPTY: bool = false;

    fn verify(range: &[u8], cx: Cx) -> bool {
        tick(1);
        let (Some((ordinal, payload)), Some(cx)) = (split(range), cx.deeper()) else {
            return false;
        };
        let known = usize::from(ordinal) <= U::Variants::LEN;
        if !U::knows(ordinal) {
            return false;
        }
        !known
            || U::Variants::verify_one(usize::from(ordinal).wrapping_sub(1), payload, cx)
                && (!U::CONSTRAINED || U::holds(U::View::from(RawUnion::of(Proven::new(range)))))
    }

    #[inline(always)]
    fn view(range: Proven<'_>) -> U::View<'_> {
        U::View::from(RawUnion::of(range))
    }

    #[inline(always)]
    fn view_by_call(range: Proven<'_>) -> U::View<'_> {
        let (ordinal, payload) = split_proven(range);
        U::View::from(RawUnion {
            ordinal,
            payload,
            union: PhantomData,
        })
    }
}

/// [`split`] of a verified range, as a call.
#[inline(never)]
fn split_proven(range: Proven<'_>) -> (u16, Proven<'_>) {
    let (ordinal, payload) = split(range.bytes()).unwrap_or((1, &[]));
    (ordinal, Proven::new(payload))
}

/// A union within itself: its view is made when asked for, since a type cannot hold itself.
#[derive(Debug)]
pub struct Nested<U>(PhantomData<U>);

/// A union that its own view holds.
pub struct NestedView<'a, U>(RawUnion<'a, U>);

impl<U> Clone for NestedView<'_, U> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<U> Copy for NestedView<'_, U> {}

impl<'a, U: Union> NestedView<'a, U> {
    pub(super) fn raw(self) -> RawUnion<'a, U> {
        self.0
    }

    /// The union's view.
    #[inline]
    pub fn get(self) -> U::View<'a> {
        U::View::from(self.0)
    }
}

impl<'a, U: Union> std::fmt::Debug for NestedView<'a, U>
where
    U::View<'a>: std::fmt::Debug,
{
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.get().fmt(f)
    }
}

impl<U: Union> seal::Kind for Nested<U> {}
impl<U: Union> Kind for Nested<U> {
    type View<'a> = NestedView<'a, U>;
    const MAY_BE_EMPTY: bool = false;

    fn verify(range: &[u8], cx: Cx) -> bool {
        <Choice<U> as Kind>::verify(range, cx)
    }

    #[inline(always)]
    fn view(range: Proven<'_>) -> NestedView<'_, U> {
        NestedView(RawUnion::of(range))
    }
}

impl<U: Union, V: Put<Choice<U>>> seal::Put<Nested<U>> for V {}
impl<U: Union, V: Put<Choice<U>>> Put<Nested<U>> for V {
    #[inline(always)]
    fn is_empty(&self) -> bool {
        Put::<Choice<U>>::is_empty(self)
    }

    #[inline(always)]
    fn put(self, w: &mut Writer) {
        Put::<Choice<U>>::put(self, w);
    }
}

/// A union, read in place: generated views are made of it.
pub struct RawUnion<'a, U> {
    ordinal: u16,
    payload: Proven<'a>,
    union: PhantomData<fn(U) -> U>,
}

impl<U> Clone for RawUnion<'_, U> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<U> Copy for RawUnion<'_, U> {}

impl<U> std::fmt::Debug for RawUnion<'_, U> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RawUnion")
            .field("ordinal", &self.ordinal)
            .field("payload", &self.payload.bytes().len())
            .finish()
    }
}

impl<'a, U: Union> RawUnion<'a, U> {
    #[inline(always)]
    fn of(range: Proven<'a>) -> Self {
        let (ordinal, payload) = split(range.bytes()).unwrap_or((1, &[]));
        Self {
            ordinal,
            payload: Proven::new(payload),
            union: PhantomData,
        }
    }

    /// Its parts, which are equal just when the unions are.
    pub(super) fn parts_as_bytes(&self) -> (u16, &'a [u8]) {
        (self.ordinal, self.payload.bytes())
    }

    /// The ordinal of the variant.
    #[inline(always)]
    pub fn ordinal(&self) -> u16 {
        self.ordinal
    }

    /// The payload as that of the variant at position `P`; that variant's default if it is another.
    #[inline(always)]
    pub fn payload<P>(&self) -> <<U::Variants as At<P>>::Kind as Kind>::View<'a>
    where
        U::Variants: At<P>,
    {
        let same = usize::from(self.ordinal) == <U::Variants as At<P>>::INDEX.wrapping_add(1);
        <U::Variants as At<P>>::Kind::view_by_call(if same { self.payload } else { Proven::EMPTY })
    }

    /// The variant as one that the schema does not know.
    pub fn unknown(&self) -> Unknown<&'a [u8]> {
        Unknown {
            ordinal: self.ordinal,
            payload: self.payload.bytes(),
        }
    }
}

/// A variant that the reader's schema does not know, as it came: nothing is lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Unknown<B = Bytes> {
    ordinal: u16,
    payload: B,
}

impl<B: AsRef<[u8]>> Unknown<B> {
    /// The ordinal of the variant.
    pub fn ordinal(&self) -> u16 {
        self.ordinal
    }

    /// The bytes of its payload.
    pub fn payload(&self) -> &[u8] {
        self.payload.as_ref()
    }

    /// The same, owned.
    pub fn to_owned(&self) -> Unknown {
        Unknown {
            ordinal: self.ordinal,
            payload: owned::payload(self.payload.as_ref()),
        }
    }
}

/// A value that can be written as a `U`: the owned enum, or its view.
pub trait EncodeUnion<U: Union> {
    /// Hands the payload of the present variant to `out`.
    fn encode(&self, out: VariantWriter<'_, U>);
}

/// Writes one variant.
#[derive(Debug)]
pub struct VariantWriter<'w, U> {
    writer: &'w mut Writer,
    /// Set once the variant stands there as a whole: a panic on the way may be caught.
    done: &'w mut bool,
    /// Invariant: a subtype of `U` can be another union.
    ///
    /// ```compile_fail
    /// # use stillwire_codec::kind::VariantWriter;
    /// fn cast(it: VariantWriter<'_, fn(&u8)>) -> VariantWriter<'_, fn(&'static u8)> {
    ///     it
    /// }
    /// ```
    union: PhantomData<fn(U) -> U>,
}

impl<U: Union> VariantWriter<'_, U> {
    /// Writes the variant at position `P`.
    #[inline(always)]
    pub fn put<P, V>(self, payload: V)
    where
        U::Variants: At<P>,
        V: Put<<U::Variants as At<P>>::Kind>,
    {
        payload.put(self.writer);
        put_ordinal(self.writer, <U::Variants as At<P>>::INDEX.wrapping_add(1));
        *self.done = true;
    }

    /// Writes a variant that the schema does not know.
    pub fn put_unknown<B: AsRef<[u8]>>(self, unknown: &Unknown<B>) {
        // Bytes that were unknown to another schema were not verified for this one.
        // Asked for once: `B` may give other bytes the next time.
        let payload = unknown.payload();
        put_unknown(self.writer, unknown.ordinal, payload, U::Variants::RULE);
        *self.done = true;
    }
}

/// Writes a variant that a schema with this rule for all of its variants does not know, unless it does.
fn put_unknown(w: &mut Writer, ordinal: u16, payload: &[u8], rule: SlotRule) {
    let index = usize::from(ordinal).wrapping_sub(1);
    let cx = Cx { depth: w.depth() };
    if !rule.accepts(index, payload, cx).unwrap_or(ordinal > 0) {
        w.fail(EncodeError::Changed);
    }
    w.put(payload);
    put_ordinal(w, usize::from(ordinal));
}

pub(crate) fn put_ordinal(w: &mut Writer, ordinal: usize) {
    match u8::try_from(ordinal) {
        Ok(byte) if byte < 255 => w.put(&[byte]),
        _ => {
            w.put(&u16::try_from(ordinal).unwrap_or(u16::MAX).to_le_bytes());
            w.put(&[255]);
        }
    }
}

impl<U: Union, E: EncodeUnion<U> + ?Sized> seal::Put<Choice<U>> for &E {}
impl<U: Union, E: EncodeUnion<U> + ?Sized> Put<Choice<U>> for &E {
    #[inline(always)]
    fn is_empty(&self) -> bool {
        false
    }

    fn put(self, w: &mut Writer) {
        if !w.enter() {
            return;
        }
        let mut done = false;
        self.encode(VariantWriter {
            writer: w,
            done: &mut done,
            union: PhantomData,
        });
        if !done {
            w.fail(EncodeError::Changed);
        }
        w.leave();
    }
}
