//! One value in three forms, and the work on them that is measured: JSON by serde_json, protobuf by prost, and Stillwire.
//!
//! ```text
//!            encode             verify           read
//!  owned ─────────────▶ bytes ──────────▶ view ────────▶ checksum
//!    ▲                    │    Stillwire alone             ▲
//!    └────── parse ───────┘                                │
//!    └─────────────────────────────────────────────────────┘
//! ```
//!
//! Encoding goes from owned values to fresh bytes. Reading goes from bytes to every field, proved by a checksum that is
//! the same for all: JSON and protobuf are parsed to owned values and these are walked; Stillwire verifies the bytes and
//! walks them where they lie. Parsing goes from bytes to an owned value in all three.

use crate::{Checksum, Copied};
use prost::Message as _;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt;
use std::hint::black_box;
use stillwire::{DecodeError, EncodeError, Encoded, Limits, Message, ToEncoded};

/// An owned message of Stillwire that there is in every form.
pub trait Sample:
    Message
    + ToEncoded<Self>
    + Checksum
    + Copied<<Self as Sample>::Json>
    + Copied<<Self as Sample>::Protobuf>
{
    /// Its serde type.
    type Json: Serialize + DeserializeOwned + Checksum;
    /// Its type of prost.
    type Protobuf: prost::Message + Default + Checksum;

    /// The checksum of a view's fields, read where they lie.
    fn checksum_in_place(view: Self::View<'_>) -> u64;
}

/// One figure for each form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Forms<T> {
    /// Of JSON, by serde_json.
    pub json: T,
    /// Of protobuf, by prost.
    pub protobuf: T,
    /// Of Stillwire.
    pub stillwire: T,
}

impl<T> Forms<T> {
    /// What `f` makes of each.
    pub fn map<U>(self, f: impl Fn(T) -> U) -> Forms<U> {
        Forms {
            json: f(self.json),
            protobuf: f(self.protobuf),
            stillwire: f(self.stillwire),
        }
    }
}

/// The same value in every form.
pub struct Subject<M: Sample> {
    owned: M,
    json: M::Json,
    protobuf: M::Protobuf,
    json_bytes: Vec<u8>,
    protobuf_bytes: Vec<u8>,
    encoded: Encoded<M>,
}

/// Its sizes: the value itself may be megabytes.
impl<M: Sample> fmt::Debug for Subject<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sizes = self.sizes();
        f.debug_struct("Subject")
            .field("sizes", &sizes)
            .finish_non_exhaustive()
    }
}

/// Why there is nothing to measure.
#[derive(Debug, thiserror::Error)]
pub enum SubjectError {
    /// JSON lacks a way to write the value, or reads it otherwise.
    #[error("the value cannot be written as JSON, or not be read back: {0}")]
    Json(#[from] serde_json::Error),
    /// Protobuf reads the value otherwise than it was written.
    #[error("the value's protobuf form cannot be read back: {0}")]
    Protobuf(#[from] prost::DecodeError),
    /// The value is larger than a message may be.
    #[error("the value cannot be encoded: {0}")]
    Encode(#[from] EncodeError),
    /// Verification refuses what the encoder wrote.
    #[error("the value cannot be read back: {0}")]
    Decode(#[from] DecodeError),
    /// The forms do not hold the same.
    #[error(
        "what was read differs: checksums are {:016x} of JSON, {:016x} of protobuf, {:016x} of Stillwire, {owned:016x} of the owned value",
        read.json, read.protobuf, read.stillwire
    )]
    Differ {
        /// The checksums of what was read.
        read: Forms<u64>,
        /// The checksum of what was written.
        owned: u64,
    },
}

impl<M: Sample> Subject<M> {
    /// Writes `owned` in every form, and reads each back.
    ///
    /// # Errors
    /// Where a form cannot hold the value, or what is read from one differs.
    pub fn new(owned: M) -> Result<Self, SubjectError> {
        let json: M::Json = owned.copied_as();
        let protobuf: M::Protobuf = owned.copied_as();
        let json_bytes = serde_json::to_vec(&json)?;
        let subject = Self {
            // What is asked of the JSON later was read from its text.
            json: serde_json::from_slice(&json_bytes)?,
            json_bytes,
            protobuf_bytes: protobuf.encode_to_vec(),
            protobuf,
            encoded: owned.to_encoded()?,
            owned,
        };
        subject.agree()?;
        Ok(subject)
    }

    fn agree(&self) -> Result<(), SubjectError> {
        let read = Forms {
            json: self.read_json()?,
            protobuf: self.read_protobuf()?,
            stillwire: self.read_stillwire()?,
        };
        let owned = self.owned.checksum();
        if [read.json, read.protobuf, read.stillwire] == [owned; 3] {
            return Ok(());
        }
        Err(SubjectError::Differ { read, owned })
    }

    /// Stillwire's owned value.
    pub fn owned(&self) -> &M {
        &self.owned
    }

    /// The value as it was read from the JSON.
    pub fn json(&self) -> &M::Json {
        &self.json
    }

    /// The value in Stillwire's encoding.
    pub fn encoded(&self) -> &Encoded<M> {
        &self.encoded
    }

    /// Bytes of each form.
    pub fn sizes(&self) -> Forms<usize> {
        Forms {
            json: self.json_bytes.len(),
            protobuf: self.protobuf_bytes.len(),
            stillwire: self.encoded.as_bytes().len(),
        }
    }

    /// From the serde type to fresh bytes.
    ///
    /// # Errors
    /// None that [`Subject::new`] would not have met; so it is with all that follows.
    pub fn encode_json(&self) -> Result<Vec<u8>, serde_json::Error> {
        serde_json::to_vec(black_box(&self.json))
    }

    /// From prost's type to fresh bytes.
    pub fn encode_protobuf(&self) -> Vec<u8> {
        black_box(&self.protobuf).encode_to_vec()
    }

    /// From Stillwire's owned value to fresh bytes.
    ///
    /// # Errors
    /// None that [`Subject::new`] would not have met.
    pub fn encode_stillwire(&self) -> Result<Encoded<M>, EncodeError> {
        black_box(&self.owned).to_encoded()
    }

    /// From bytes to the serde type.
    ///
    /// # Errors
    /// None that [`Subject::new`] would not have met.
    pub fn parse_json(&self) -> Result<M::Json, serde_json::Error> {
        serde_json::from_slice(black_box(&self.json_bytes))
    }

    /// From bytes to prost's type.
    ///
    /// # Errors
    /// None that [`Subject::new`] would not have met.
    pub fn parse_protobuf(&self) -> Result<M::Protobuf, prost::DecodeError> {
        M::Protobuf::decode(black_box(self.protobuf_bytes.as_slice()))
    }

    /// From bytes to Stillwire's owned value.
    ///
    /// # Errors
    /// None that [`Subject::new`] would not have met.
    pub fn parse_stillwire(&self) -> Result<M, DecodeError> {
        Ok(self.verify()?.to_message())
    }

    /// From bytes to bytes that are known to be sound: what Stillwire does before anything is read.
    ///
    /// # Errors
    /// None that [`Subject::new`] would not have met.
    pub fn verify(&self) -> Result<Encoded<M>, DecodeError> {
        let bytes = black_box(self.encoded.bytes()).clone();
        Encoded::parse_with(bytes, &Limits::TRUSTED)
    }

    /// From JSON to every field.
    ///
    /// # Errors
    /// None that [`Subject::new`] would not have met.
    pub fn read_json(&self) -> Result<u64, serde_json::Error> {
        Ok(self.parse_json()?.checksum())
    }

    /// From protobuf to every field.
    ///
    /// # Errors
    /// None that [`Subject::new`] would not have met.
    pub fn read_protobuf(&self) -> Result<u64, prost::DecodeError> {
        Ok(self.parse_protobuf()?.checksum())
    }

    /// From Stillwire's bytes to every field, where they lie.
    ///
    /// # Errors
    /// None that [`Subject::new`] would not have met.
    pub fn read_stillwire(&self) -> Result<u64, DecodeError> {
        Ok(M::checksum_in_place(self.verify()?.view()))
    }
}
