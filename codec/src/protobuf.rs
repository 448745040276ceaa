//! The protobuf form: what an encoded message is on a wire that speaks protobuf.
//!
//! It goes straight from bytes to bytes, without owned values between, driven by the tables of
//! [`Tables`]. Fields, variants and the fields of structs have their ordinals as numbers (from 19,000 on
//! a thousand more, since protobuf keeps 19,000 to 19,999 for itself), unless the schema gives them others.
//!
//! | schema | protobuf | notes |
//! |---|---|---|
//! | `bool`, `u8` … `u64`, `flags` | `bool`, `uint32`, `uint64` | out of the type's range is an error |
//! | `i8` … `i64` | `sint32`, `sint64` | likewise |
//! | `int32`, `int64`, `fixed32` … `sfixed64` | the same | |
//! | `f32`, `f64`, `string`, `bytes` | `float`, `double`, `string`, `bytes` | |
//! | `enum` | `enum` | any number that the representation holds |
//! | `[u8; N]` | `bytes` of just this length | |
//! | `uuid`, `decimal<S>` | `string` | |
//! | `timestamp`, `duration` | `google.protobuf.Timestamp`, `Duration` | |
//! | `struct`, message | `message` | |
//! | `encoded<T>` | `message` | verified on the way in and out |
//! | `union` | `message` with one `oneof` | a variant without payload is `google.protobuf.Empty` |
//! | `list<T>`, `[T; N]` | `repeated`, numbers packed | |
//! | `map<K, V>` | `map` | the last entry of a key counts |
//! | those within one another, in a union, or optional | a message with `items = 1` | |
//!
//! A field that is zero or empty is not written, unless it is optional or has a default: then absence says
//! something else. Tombstones and variants that the schema does not know are not written either. What is read is
//! canonical whatever the order, splitting and repetition of fields in the input.
//!
//! The rules of the wire are those of protobuf's encoding guide, <https://protobuf.dev/programming-guides/encoding/>.

pub(crate) mod convert;
mod decode;
mod encode;
pub(crate) mod native;
pub(crate) mod plan;
pub(crate) mod wire;

use self::plan::Plans;
use crate::encoded::Encoded;
use crate::error::{DecodeError, EncodeError};
use crate::kind::{Cx, verify_message};
use crate::limits::Limits;
use crate::message::Message;
use crate::table::{self, Tables};
use crate::writer::Writer;
use bytes::{Bytes, BytesMut};

impl<M: Message> Encoded<M> {
    /// Reads the protobuf form of an `M`.
    ///
    /// # Errors
    /// Where the bytes are not protobuf, do not make an `M`, or ask for more than `limits` allow: the field, the byte
    /// and the reason.
    pub fn from_protobuf(bytes: &[u8], limits: &Limits) -> Result<Self, DecodeError> {
        let (schema, index) = M::TABLE.get();
        let hint = M::hint().capacity().min(bytes.len().saturating_mul(4));
        let plans = Some(M::hint().plans(|| Plans::new(schema, index)));
        let bytes = decode::decode(schema, index, plans, bytes, limits, hint)?;
        M::hint().learn(bytes.len());
        // The table and the types are two descriptions. Accessors trust the types, so these have the last word.
        if verify_message::<M>(
            &bytes,
            Cx {
                depth: limits.depth,
            },
        ) {
            return Ok(Self::proven(bytes));
        }
        let limits = Limits {
            message_bytes: limits.decoded_bytes,
            ..*limits
        };
        Err(table::verify::explain(schema, index, &bytes, &limits))
    }

    /// The protobuf form.
    ///
    /// # Errors
    /// Where a part that is carried as bytes (`encoded<T>`) is not what its type says: it is verified now, for in this form
    /// it is a sub-message like any other. Where a type has no such part, the form fails only where it would be larger than 2 GiB.
    pub fn to_protobuf(&self) -> Result<Bytes, EncodeError> {
        Ok(self.protobuf()?.into_bytes())
    }

    fn protobuf(&self) -> Result<Box<Writer>, EncodeError> {
        let (schema, index) = M::TABLE.get();
        let plans = M::hint().plans(|| Plans::new(schema, index));
        encode::encode(schema, index, Some(plans), self.as_bytes())
    }

    /// Appends the protobuf form to `out`: for framing that has written something before it.
    ///
    /// # Errors
    /// As [`to_protobuf`](Self::to_protobuf); then `out` is as before.
    pub fn append_protobuf(&self, out: &mut BytesMut) -> Result<(), EncodeError> {
        self.protobuf()?.append_to(out);
        Ok(())
    }
}

/// Turns the protobuf form of message `index` of `schema` into its encoding, which is canonical.
///
/// # Errors
/// Where the bytes are not protobuf, do not make such a message, or ask for more than `limits` allow.
pub fn decode<'s>(
    schema: &'s Tables<'s>,
    index: usize,
    bytes: &[u8],
    limits: &Limits,
) -> Result<Bytes, DecodeError> {
    let decoded = decode::decode(schema, index, None, bytes, limits, bytes.len())?;
    let limits = Limits {
        message_bytes: limits.decoded_bytes,
        ..*limits
    };
    table::verify::verify(schema, index, &decoded, &limits)?;
    Ok(decoded)
}

/// Turns an encoded message `index` of `schema` into its protobuf form.
///
/// `bytes` must have been verified, or come from [`decode`] or the encoder: how deep they nest is not checked again.
/// What is not sound in them reads as absent.
///
/// # Errors
/// Where a part that is carried as bytes is not what its type says, or the form would be larger than 2 GiB.
pub fn encode<'s>(
    schema: &'s Tables<'s>,
    index: usize,
    bytes: &[u8],
) -> Result<Bytes, EncodeError> {
    Ok(encode::encode(schema, index, None, bytes)?.into_bytes())
}

/// The same, appended to `out`.
///
/// # Errors
/// As [`encode`]; then `out` is as before.
pub fn append<'s>(
    schema: &'s Tables<'s>,
    index: usize,
    bytes: &[u8],
    out: &mut BytesMut,
) -> Result<(), EncodeError> {
    encode::encode(schema, index, None, bytes)?.append_to(out);
    Ok(())
}
