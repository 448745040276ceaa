//! Messages that are carried as bytes, and verified when somebody asks.
//!
//! A relay that hands on the elements of a list one by one looks at few of them. A field of type `encoded<T>` holds a
//! root message as it came: whoever reads it verifies it then, and whoever does not pays for the copy alone.

use crate::encoded::Encoded;
use crate::error::{DecodeError, Reason};
use crate::limits::Limits;
use crate::message::Message;
use crate::raw::Proven;
use crate::view::{RawView, Shape};
use bytes::Bytes;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

/// The message with every field at its default.
const DEFAULT: &[u8] = &[0; Shape::BYTES];

/// What is said to be an encoded `M`, and was not verified: what a field of type `encoded<M>` holds.
///
/// At least 4 bytes, since no message has fewer; any bytes, beyond that. A clone shares them. Values are equal when their
/// bytes are.
///
/// ```
/// use stillwire_codec::{Empty, ToEncoded, Unverified};
///
/// let carried = Unverified::from(Empty.to_encoded()?);
/// assert_eq!(carried.parse().unwrap().to_message(), Empty);
///
/// let noise = Unverified::<Empty>::new(&b"\0\0\x01\0"[..]).unwrap();
/// assert!(noise.parse().is_err());
/// # Ok::<(), stillwire_codec::EncodeError>(())
/// ```
pub struct Unverified<M> {
    /// Not fewer than a message's header has.
    bytes: Bytes,
    /// Invariant, as [`Encoded`] is.
    message: PhantomData<fn(M) -> M>,
}

/// The same where it lies: a part of an encoded message, or borrowed from what owns it.
pub struct UnverifiedView<'a, M> {
    /// Not fewer than a message's header has.
    bytes: &'a [u8],
    message: PhantomData<fn(M) -> M>,
}

/// Whether these bytes are as many as the least message has.
#[inline(always)]
pub(crate) fn is_long_enough(bytes: &[u8]) -> bool {
    bytes.len() >= Shape::BYTES
}

fn long_enough(bytes: &[u8]) -> Result<(), DecodeError> {
    if is_long_enough(bytes) {
        return Ok(());
    }
    let reason = Reason::Truncated {
        what: "a message's header",
        needed: Shape::BYTES,
        had: bytes.len(),
    };
    Err(DecodeError::new("", bytes.len(), reason))
}

impl<M> Unverified<M> {
    /// `bytes`, whatever they are, as long as a message can be so short.
    ///
    /// # Errors
    /// Where there are fewer than 4.
    pub fn new(bytes: impl Into<Bytes>) -> Result<Self, DecodeError> {
        let bytes = bytes.into();
        long_enough(&bytes)?;
        Ok(Self::of(bytes))
    }

    fn of(bytes: Bytes) -> Self {
        Self {
            bytes,
            message: PhantomData,
        }
    }

    /// The same, borrowed: what an `…Init` takes.
    #[inline]
    pub fn view(&self) -> UnverifiedView<'_, M> {
        UnverifiedView::of(&self.bytes)
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
}

impl<M: Message> Unverified<M> {
    /// Verifies it, within the default [`Limits`], and shares its bytes. Levels are counted from its own root, whatever it
    /// was carried in.
    ///
    /// # Errors
    /// Where the bytes are not the canonical encoding of an `M`: the field, the byte and the reason, as seen from its root.
    pub fn parse(&self) -> Result<Encoded<M>, DecodeError> {
        self.parse_with(&Limits::default())
    }

    /// The same within `limits`.
    ///
    /// # Errors
    /// As [`parse`](Self::parse), and where `limits` are exceeded.
    pub fn parse_with(&self, limits: &Limits) -> Result<Encoded<M>, DecodeError> {
        Encoded::parse_with(self.bytes.clone(), limits)
    }
}

impl<'a, M> UnverifiedView<'a, M> {
    /// The message with every field at its default.
    #[doc(hidden)]
    pub const __DEFAULT: Self = Self::of(DEFAULT);

    /// `bytes`, whatever they are, as long as a message can be so short.
    ///
    /// # Errors
    /// Where there are fewer than 4.
    pub fn new(bytes: &'a [u8]) -> Result<Self, DecodeError> {
        long_enough(bytes)?;
        Ok(Self::of(bytes))
    }

    #[inline(always)]
    const fn of(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            message: PhantomData,
        }
    }

    /// A range that verification accepted; an empty one is the message with every field at its default.
    #[inline(always)]
    pub(crate) fn of_range(range: Proven<'a>) -> Self {
        match range.bytes() {
            [] => Self::of(DEFAULT),
            bytes => Self::of(bytes),
        }
    }

    /// The bytes.
    #[inline(always)]
    pub fn as_bytes(self) -> &'a [u8] {
        self.bytes
    }

    /// How many bytes there are; never fewer than 4.
    #[expect(clippy::len_without_is_empty, reason = "it is never empty")]
    #[inline(always)]
    pub fn len(self) -> usize {
        self.bytes.len()
    }

    /// A copy.
    pub fn to_unverified(self) -> Unverified<M> {
        Unverified::of(Bytes::copy_from_slice(self.bytes))
    }

    /// The same as a part of `whole`, whose bytes it shares, still not verified. What lies elsewhere is copied. It keeps
    /// all of `whole` in memory.
    pub fn share<P: Message>(self, whole: &Encoded<P>) -> Unverified<M> {
        match whole.share(self.bytes) {
            Some(bytes) => Unverified::of(bytes),
            None => self.to_unverified(),
        }
    }
}

impl<'a, M: Message> UnverifiedView<'a, M> {
    /// Verifies it where it lies, within the default [`Limits`]. Levels are counted from its own root, so what is carried
    /// within it is not looked at either.
    ///
    /// # Errors
    /// Where the bytes are not the canonical encoding of an `M`: the field, the byte and the reason, as seen from its root.
    pub fn verify(self) -> Result<M::View<'a>, DecodeError> {
        self.verify_with(&Limits::default())
    }

    /// The same within `limits`.
    ///
    /// # Errors
    /// As [`verify`](Self::verify), and where `limits` are exceeded.
    pub fn verify_with(self, limits: &Limits) -> Result<M::View<'a>, DecodeError> {
        if Encoded::<M>::verify(self.bytes, limits) {
            return Ok(M::view_of(RawView::message(Proven::new(self.bytes))));
        }
        Err(Encoded::<M>::refusal(self.bytes, limits))
    }

    /// Verifies it and makes it a message of its own that shares the bytes of `whole`, in which it lies. What lies
    /// elsewhere is copied.
    ///
    /// # Errors
    /// As [`verify`](Self::verify).
    pub fn detach<P: Message>(self, whole: &Encoded<P>) -> Result<Encoded<M>, DecodeError> {
        self.detach_with(whole, &Limits::default())
    }

    /// The same within `limits`.
    ///
    /// # Errors
    /// As [`verify`](Self::verify), and where `limits` are exceeded.
    pub fn detach_with<P: Message>(
        self,
        whole: &Encoded<P>,
        limits: &Limits,
    ) -> Result<Encoded<M>, DecodeError> {
        Encoded::parse_with(self.share(whole).bytes, limits)
    }
}

impl<M> From<Encoded<M>> for Unverified<M>
where
    M: Message,
{
    fn from(encoded: Encoded<M>) -> Self {
        Self::of(encoded.into_bytes())
    }
}

impl<'a, M: Message> From<&'a Encoded<M>> for UnverifiedView<'a, M> {
    fn from(encoded: &'a Encoded<M>) -> Self {
        Self::of(encoded.as_bytes())
    }
}

impl<'a, M> From<&'a Unverified<M>> for UnverifiedView<'a, M> {
    fn from(carried: &'a Unverified<M>) -> Self {
        carried.view()
    }
}

impl<M> Default for Unverified<M> {
    /// The message with every field at its default: sound, unless `M` requires something.
    fn default() -> Self {
        Self::of(Bytes::from_static(DEFAULT))
    }
}

impl<M> Default for UnverifiedView<'_, M> {
    /// The message with every field at its default: sound, unless `M` requires something.
    fn default() -> Self {
        Self::__DEFAULT
    }
}

impl<M> Clone for Unverified<M> {
    fn clone(&self) -> Self {
        Self::of(self.bytes.clone())
    }
}

impl<M> Clone for UnverifiedView<'_, M> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<M> Copy for UnverifiedView<'_, M> {}

/// Equality and hash of the bytes. Said of nobody's `M`: it may have neither.
macro_rules! by_bytes {
    ($($ty:ty),*) => {$(
        impl<M> PartialEq for $ty {
            fn eq(&self, other: &Self) -> bool {
                self.bytes == other.bytes
            }
        }
        impl<M> Eq for $ty {}
        impl<M> Hash for $ty {
            fn hash<H: Hasher>(&self, state: &mut H) {
                self.bytes.hash(state);
            }
        }
        /// Its length: what it holds, nobody knows yet.
        impl<M> fmt::Debug for $ty {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "Unverified({} bytes)", self.bytes.len())
            }
        }
    )*};
}
by_bytes!(Unverified<M>, UnverifiedView<'_, M>);
