//! The two forms of a message: the runtime's one meeting point with the codec.

use bytes::Bytes;
use stillwire_codec::{EncodeError, Encoded, Limits, Message, ToEncoded};
use stillwire_rpc_core::{Code, Status};

/// How the messages of a call are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// Stillwire's own bytes: verified where they lie, and read in place.
    Native,
    /// Ordinary protobuf, for every client that speaks gRPC.
    Protobuf,
}

impl Form {
    /// A server's bytes as a message. What is wrong with them is the server's fault, so it is not INVALID_ARGUMENT,
    /// which would blame the request.
    #[inline]
    pub(crate) fn decode_reply<T: Message>(
        self,
        bytes: Bytes,
        limits: &Limits,
    ) -> Result<Encoded<T>, Status> {
        self.decode(bytes, limits)
            .map_err(|error| match error.code {
                Code::ResourceExhausted => error,
                _ => Status::internal(error.message),
            })
    }

    /// A peer's bytes as a message. What is wrong with them, and where, becomes the text of an INVALID_ARGUMENT; that
    /// they are too many, of a RESOURCE_EXHAUSTED.
    #[inline]
    pub(crate) fn decode<T: Message>(
        self,
        bytes: Bytes,
        limits: &Limits,
    ) -> Result<Encoded<T>, Status> {
        let most = limits.message_bytes;
        if bytes.len() > most {
            return Err(Status::resource_exhausted(format!(
                "a message of {} bytes, {most} allowed",
                bytes.len()
            )));
        }
        let decoded = match self {
            Self::Native => Encoded::parse_with(bytes, limits),
            Self::Protobuf => Encoded::from_protobuf(&bytes, limits),
        };
        decoded.map_err(|error| Status::invalid_argument(error.to_string()))
    }

    /// A message as the bytes that a peer reads.
    #[inline]
    pub(crate) fn encode<T: Message>(self, message: &impl ToEncoded<T>) -> Result<Bytes, Status> {
        let encoded = message.to_encoded();
        let bytes = encoded.and_then(|encoded| self.write(encoded));
        bytes.map_err(|error| Status::internal(error.to_string()))
    }

    /// The bytes of an encoded message. One that carries others as bytes, unverified, may have no protobuf form.
    #[inline]
    pub(crate) fn write<T: Message>(self, encoded: Encoded<T>) -> Result<Bytes, EncodeError> {
        match self {
            Self::Native => Ok(encoded.into_bytes()),
            Self::Protobuf => encoded.to_protobuf(),
        }
    }
}

/// What the codec accepts of a peer, by what a call may carry.
pub(crate) fn decoding(limits: &stillwire_rpc_core::Limits) -> Limits {
    let start = Limits::default();
    let message_bytes = limits.message_received_bytes;
    Limits {
        message_bytes,
        decoded_bytes: start.decoded_bytes.max(message_bytes),
        ..start
    }
}
