//! Messages as bytes that are known to be sound, and how values become such.

use crate::error::{DecodeError, EncodeError, Reason};
use crate::kind::{self, Cx, is_plain_message, verify_message};
use crate::limits::{DEFAULT_DEPTH, Limits, MAX_MESSAGE_BYTES};
use crate::message::{Encode, Hint, Message};
use crate::raw::{Proven, Whole};
use crate::slot::{self, KindTree, Sink};
use crate::table::{self, MessageTable};
use crate::view::{self, RawView};
use crate::writer::{Lent, Writer};
use bytes::Bytes;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

/// An encoded `M`: bytes that were verified, or that the encoder wrote.
///
/// A clone shares the bytes. One value has one encoding, so equality and hash are those of the bytes.
pub struct Encoded<M> {
    bytes: Bytes,
    /// Invariant: a subtype of `M` can be another message.
    ///
    /// ```compile_fail
    /// # use stillwire_codec::Encoded;
    /// fn cast(it: Encoded<fn(&u8)>) -> Encoded<fn(&'static u8)> {
    ///     it
    /// }
    /// ```
    message: PhantomData<fn(M) -> M>,
}

impl<M: Message> Encoded<M> {
    /// Verifies `bytes` as an `M`, within the default [`Limits`].
    ///
    /// # Errors
    /// Where the bytes are not the canonical encoding of an `M`: the field, the byte and the reason.
    // What is left of it is a call, and a function of its own for each type would be more than that.
    #[inline(always)]
    pub fn parse(bytes: impl Into<Bytes>) -> Result<Self, DecodeError> {
        Self::parse_with(bytes, &Limits::DEFAULT)
    }

    /// Verifies `bytes` as an `M`, within `limits`.
    ///
    /// # Errors
    /// Where the bytes are not the canonical encoding of an `M`: the field, the byte and the reason.
    #[inline(always)]
    pub fn parse_with(bytes: impl Into<Bytes>, limits: &Limits) -> Result<Self, DecodeError> {
        if M::Slots::LEN == 0 {
            // A message of a few bytes: calls would be most of what this takes.
            let bytes = bytes.into();
            if Self::verify(&bytes, limits) {
                return Ok(Self::proven(bytes));
            }
            return Err(Self::refusal(&bytes, limits));
        }
        let parsed = parsed(bytes, limits, verify_message::<M>, M::TABLE);
        parsed.map(Self::proven)
    }

    /// Why `bytes` were refused.
    pub(crate) fn refusal(bytes: &[u8], limits: &Limits) -> DecodeError {
        refusal(bytes, limits, M::TABLE)
    }

    /// Whether `bytes` are the canonical encoding of an `M`: [`parse`](Self::parse) without a buffer to own.
    #[inline(always)]
    pub fn verify(bytes: &[u8], limits: &Limits) -> bool {
        let depth = limits.depth;
        bytes.len() <= limits.message_bytes
            && (is_plain_message::<M>(bytes) || verify_message::<M>(bytes, Cx { depth }))
    }

    /// To be called only with what verification accepted or the encoder wrote.
    pub(crate) fn proven(bytes: Bytes) -> Self {
        Self {
            bytes,
            message: PhantomData,
        }
    }

    /// Reads it in place.
    #[inline(always)]
    pub fn view(&self) -> M::View<'_> {
        M::view_of(self.raw())
    }

    #[inline(always)]
    fn raw(&self) -> RawView<'_, M> {
        RawView::message(Proven::new(&self.bytes))
    }

    /// The owned value.
    #[inline(always)]
    pub fn to_message(&self) -> M {
        if M::Slots::LEN == 0 {
            return M::from_view(self.view()); // some numbers, which a call would take through memory
        }
        view::owned(M::view_of(RawView::called(Proven::new(&self.bytes))))
    }

    /// The owned value, if it takes no more memory than `limits` allow: what its lists, maps, texts, messages and unions
    /// take is counted before any of it is made. The count is no less than what is allocated, and may be twice as much.
    ///
    /// # Errors
    /// Where it would take more.
    ///
    /// ```
    /// use stillwire_codec::{Empty, Limits, ToEncoded};
    ///
    /// let encoded = Empty.to_encoded().unwrap();
    /// assert_eq!(encoded.to_message_with(&Limits::default()), Ok(Empty));
    /// ```
    pub fn to_message_with(&self, limits: &Limits) -> Result<M, DecodeError> {
        let allowed = limits.element_memory_bytes;
        if kind::fits::<M>(&self.bytes, allowed) {
            return Ok(self.to_message());
        }
        let reason = Reason::OverLimit {
            limit: "element_memory_bytes",
            allowed: u64::try_from(allowed).unwrap_or(u64::MAX),
        };
        Err(DecodeError::new("", 0, reason))
    }

    /// The bytes.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The bytes, shared.
    pub fn bytes(&self) -> &Bytes {
        &self.bytes
    }

    /// The bytes, taken.
    pub fn into_bytes(self) -> Bytes {
        self.bytes
    }

    /// A part of the message, such as a field of `bytes` or the bytes of a `string`, without a copy; `None` for what lies
    /// elsewhere. It keeps the whole message in memory.
    ///
    /// ```
    /// use stillwire_codec::{Empty, ToEncoded};
    ///
    /// let encoded = Empty.to_encoded()?;
    /// let part = encoded.share(&encoded.as_bytes()[1..3]).unwrap();
    /// assert_eq!(part.as_ptr(), encoded.as_bytes()[1..].as_ptr());
    /// assert_eq!(encoded.share(b"elsewhere"), None);
    /// # Ok::<(), stillwire_codec::EncodeError>(())
    /// ```
    pub fn share(&self, part: &[u8]) -> Option<Bytes> {
        if part.is_empty() {
            return Some(Bytes::new());
        }
        let start = part.as_ptr().addr();
        let start = start.checked_sub(self.bytes.as_ptr().addr())?;
        let end = start.checked_add(part.len())?;
        (end <= self.bytes.len()).then(|| self.bytes.slice(start..end))
    }

    /// A part of `whole` as a message of its own. A sub-message shares the bytes of `whole`; a row of a list
    /// is no range of its own and is encoded anew.
    ///
    /// # Errors
    /// Where a row, encoded anew, would be larger or deeper than a message may be.
    pub fn detach<'a, P>(whole: &'a Encoded<P>, part: M::View<'a>) -> Result<Self, EncodeError>
    where
        M::View<'a>: Encode<M>,
    {
        match part.fields(slot::Position(&whole.bytes)) {
            Some(range) => Ok(Self::proven(whole.bytes.slice(range))),
            None => encode(&part),
        }
    }
}

/// What [`Encoded::parse_with`] does for all types: there once for each source of bytes.
#[inline(never)]
fn parsed(
    bytes: impl Into<Bytes>,
    limits: &Limits,
    holds: fn(&[u8], Cx) -> bool,
    table: MessageTable,
) -> Result<Bytes, DecodeError> {
    let (bytes, depth) = (bytes.into(), limits.depth);
    if bytes.len() <= limits.message_bytes && holds(&bytes, Cx { depth }) {
        return Ok(bytes);
    }
    Err(refusal(&bytes, limits, table))
}

#[cold]
fn refusal(bytes: &[u8], limits: &Limits, table: MessageTable) -> DecodeError {
    let (schema, index) = table.get();
    table::verify::explain(schema, index, bytes, limits)
}

impl<M> Clone for Encoded<M> {
    fn clone(&self) -> Self {
        Self {
            bytes: self.bytes.clone(),
            message: PhantomData,
        }
    }
}

impl<M> PartialEq for Encoded<M> {
    fn eq(&self, other: &Self) -> bool {
        self.bytes == other.bytes
    }
}
impl<M> Eq for Encoded<M> {}

impl<M> Hash for Encoded<M> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.bytes.hash(state);
    }
}

impl<M> AsRef<[u8]> for Encoded<M> {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

impl<M: Message> fmt::Debug for Encoded<M>
where
    for<'a> M::View<'a>: fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.view().fmt(f)
    }
}

/// Anything that gives an encoded `M`: a value that is encoded, or one that is already. All that implements [`Encode`] does.
pub trait ToEncoded<M: Message> {
    /// The encoded message.
    ///
    /// # Errors
    /// Where the value is larger or deeper than a message may be.
    fn to_encoded(&self) -> Result<Encoded<M>, EncodeError>;

    /// Encodes it for `take`, which may copy what is short: no buffer is made for that.
    ///
    /// # Errors
    /// Those of [`to_encoded`](Self::to_encoded).
    #[inline]
    fn lend<R>(&self, take: impl FnOnce(Lent<'_>) -> R) -> Result<R, EncodeError>
    where
        Self: Sized,
    {
        Ok(take(Lent::Whole(self.to_encoded()?.into_bytes())))
    }
}

impl<M: Message, E: Encode<M>> ToEncoded<M> for E {
    #[inline]
    fn to_encoded(&self) -> Result<Encoded<M>, EncodeError> {
        match self.whole() {
            Some(whole) => Ok(Encoded::proven(whole.into_bytes())),
            None => encode(self),
        }
    }

    #[inline]
    fn lend<R>(&self, take: impl FnOnce(Lent<'_>) -> R) -> Result<R, EncodeError> {
        match self.whole() {
            Some(whole) => Ok(take(Lent::Whole(whole.into_bytes()))),
            None => lend(self, take),
        }
    }
}

/// Copied as it stands, as its view is.
impl<M: Message> Encode<M> for Encoded<M> {
    fn fields<S: Sink<M>>(&self, sink: S) -> S::Out {
        sink.relay(&self.raw())
    }
    #[inline]
    fn whole(&self) -> Option<Whole<M>> {
        Some(Whole::new(self.bytes.clone()))
    }
}

/// Encodes a value into one fresh buffer.
///
/// # Errors
/// Where the value is larger or deeper than a message may be, or a `where` clause refuses it.
pub fn encode<M: Message>(value: &impl Encode<M>) -> Result<Encoded<M>, EncodeError> {
    sealed(write(value), M::hint(), Rules::of::<M>()).map(Encoded::proven)
}

/// The value as written, in a buffer that its type's [`Hint`] chose.
#[inline(always)]
fn write<M: Message>(value: &impl Encode<M>) -> Box<Writer> {
    let mut w = Writer::for_hint(M::hint());
    kind::put_message::<M>(&mut w, value);
    w
}

/// The bytes of what was written, if it is a message. As all that needs no type it is there once.
#[inline(never)]
fn sealed(w: Box<Writer>, hint: &Hint, rules: Option<Rules>) -> Result<Bytes, EncodeError> {
    settle(&w, hint, rules)?;
    Ok(w.into_bytes())
}

/// Whether what was written is a message; learns its length.
#[inline]
fn settle(w: &Writer, hint: &Hint, rules: Option<Rules>) -> Result<(), EncodeError> {
    w.check(MAX_MESSAGE_BYTES)?;
    check_rules(w.written(), rules)?;
    hint.learn(w.len());
    Ok(())
}

/// What `where` clauses of a type ask for: one look at what was written serves whatever it was written from.
#[derive(Clone, Copy)]
pub(crate) struct Rules {
    hold: fn(&[u8], Cx) -> bool,
    table: MessageTable,
}

impl Rules {
    /// `None` for types without such clauses.
    #[inline(always)]
    pub(crate) fn of<M: Message>() -> Option<Self> {
        M::CONSTRAINED.then_some(Self {
            hold: verify_message::<M>,
            table: M::TABLE,
        })
    }
}

/// Whether `bytes`, which were just written as a message with these rules, hold what they ask for.
#[inline]
pub(crate) fn check_rules(bytes: &[u8], rules: Option<Rules>) -> Result<(), EncodeError> {
    let depth = DEFAULT_DEPTH;
    match rules {
        Some(rules) if !(rules.hold)(bytes, Cx { depth }) => Err(EncodeError::refused(&refusal(
            bytes,
            &Limits::TRUSTED,
            rules.table,
        ))),
        _ => Ok(()),
    }
}

/// What `lend` of generated types does.
///
/// # Errors
/// Those of [`encode`].
#[inline]
pub fn lend<M: Message, R>(
    value: &impl Encode<M>,
    take: impl FnOnce(Lent<'_>) -> R,
) -> Result<R, EncodeError> {
    let w = write(value);
    settle(&w, M::hint(), Rules::of::<M>())?;
    Ok(w.lend(take))
}

/// [`Debug`](fmt::Debug) of generated borrows: that of the owned value that they stand for, as
/// [`view::debug`](crate::view::debug) is that of views.
#[doc(hidden)]
pub fn debug<M: Message + fmt::Debug>(
    value: &impl Encode<M>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let w = write(value);
    match w.check(MAX_MESSAGE_BYTES) {
        Ok(()) => view::debug::<M>(&RawView::message(Proven::new(w.written())), f),
        Err(error) => write!(f, "<{error}>"),
    }
}

/// [`encode`] for generated `encode` methods, which promise a value.
///
/// # Panics
/// Where the value is larger or deeper than a message may be, a `where` clause refuses it, or a map given as entries
/// has a key twice.
pub fn encode_or_panic<M: Message>(value: &impl Encode<M>) -> Encoded<M> {
    // Parts of the rules, which are passed in registers.
    let hold: fn(&[u8], Cx) -> bool = verify_message::<M>;
    let hold = M::CONSTRAINED.then_some(hold);
    Encoded::proven(sealed_or_panic(write(value), M::hint(), hold, M::TABLE))
}

#[allow(clippy::panic)] // the caller's choice, over `to_encoded`
#[inline(never)]
fn sealed_or_panic(
    w: Box<Writer>,
    hint: &Hint,
    hold: Option<fn(&[u8], Cx) -> bool>,
    table: MessageTable,
) -> Bytes {
    let rules = hold.map(|hold| Rules { hold, table });
    match settle(&w, hint, rules) {
        Ok(()) => w.into_bytes(),
        Err(error) => panic!("{error}"),
    }
}
