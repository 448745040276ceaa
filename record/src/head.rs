//! The head of a file: of which type its records are, and the schema of that type.

use crate::error::RecordError;
use crate::frames::{self, AROUND, HEAD, HEADER};
use crate::source::Source;
use bytes::{Buf, BufMut, Bytes};
use stillwire_codec::{EncodeError, Encoded, Limits, Message};
use stillwire_descriptor::{Descriptor, describe_type};

/// The first bytes of every record file. As PNG's, they show a transfer that takes bytes for text.
pub(crate) const MAGIC: [u8; 8] = *b"\x89SWR\r\n\x1a\n";
const MAGIC_BYTES: u64 = 8;

/// The version of the format.
const VERSION: u16 = 1;

/// The longest head that is read or written, in bytes. Stops a file from occupying memory before its first record. The
/// descriptor of ten thousand types takes some megabytes.
pub(crate) const MAX_HEAD_BYTES: u32 = 64 * 1024 * 1024;

/// What a file says of its records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The full name of their type: `acme.trading.v1.Order`.
    pub name: String,
    /// The number of its layout, [`Message::FINGERPRINT`]; 0 where it is not known.
    pub fingerprint: u64,
    /// The schema, with all that the type holds.
    pub descriptor: Encoded<Descriptor>,
}

impl Head {
    /// That of files of `M`.
    ///
    /// # Errors
    /// Where the descriptor is longer than a message can be.
    pub fn of<M: Message>() -> Result<Self, EncodeError> {
        Ok(Self {
            name: name_of::<M>().to_owned(),
            fingerprint: M::FINGERPRINT,
            descriptor: describe_type::<M>()?,
        })
    }

    /// That of files of a type that a descriptor has.
    ///
    /// # Errors
    /// [`RecordError::Head`] where the descriptor has no such message.
    pub fn described(name: &str, descriptor: Encoded<Descriptor>) -> Result<Self, RecordError> {
        let types = descriptor.view().types();
        let Some(fingerprint) = types
            .iter()
            .find(|def| def.name() == name)
            .map(|def| def.fingerprint())
        else {
            return Err(RecordError::Head {
                at: 0,
                what: "its descriptor does not have its type",
            });
        };
        Ok(Self {
            name: name.to_owned(),
            fingerprint,
            descriptor,
        })
    }

    /// Magic and head frame.
    pub(crate) fn encode(&self) -> Result<Vec<u8>, RecordError> {
        let fault = |what| RecordError::Head {
            at: MAGIC_BYTES,
            what,
        };
        let name_len =
            u16::try_from(self.name.len()).map_err(|_| fault("its type has too long a name"))?;
        let mut payload = Vec::new();
        payload.put_u16_le(VERSION);
        payload.put_u16_le(name_len);
        payload.put_u64_le(self.fingerprint);
        payload.put_slice(self.name.as_bytes());
        payload.put_slice(self.descriptor.as_bytes());
        let len = u32::try_from(payload.len())
            .ok()
            .filter(|len| *len <= MAX_HEAD_BYTES)
            .ok_or_else(|| fault("it is longer than 64 MiB"))?;
        let mut out = MAGIC.to_vec();
        let header = frames::header(HEAD, len, MAGIC_BYTES);
        out.put_slice(&header);
        out.put_slice(&payload);
        out.put_u32_le(stillwire_codec::frame::checksum(header, &payload));
        Ok(out)
    }

    /// The head of a file, and where its records begin.
    pub(crate) fn read(source: &impl Source) -> Result<(Self, u64), RecordError> {
        let all = source.len();
        let at = MAGIC_BYTES;
        let begins = source.read(0, usize::try_from(all.min(at)).unwrap_or(0))?;
        if !MAGIC.starts_with(&begins) {
            return Err(RecordError::NotRecords);
        }
        let after_header = at.saturating_add(HEADER);
        if all < after_header {
            return Err(RecordError::HeadCut { at: all });
        }
        let fault = |what| RecordError::Head { at, what };
        let mut header = [0; 8];
        source.read(at, header.len())?.copy_to_slice(&mut header);
        let Some((HEAD, len)) = frames::read(header, at) else {
            return Err(fault("no header of a head"));
        };
        if len > MAX_HEAD_BYTES {
            return Err(fault("it is longer than 64 MiB"));
        }
        let end = at.saturating_add(AROUND).saturating_add(len.into());
        if all < end {
            return Err(RecordError::HeadCut { at: all });
        }
        let body = usize::try_from(end.saturating_sub(after_header))
            .map_err(|_| fault("it is longer than memory"))?;
        let mut body = source.read(after_header, body)?;
        let len = frames::payload(header, &body).map_err(|_| fault("its checksum is wrong"))?;
        body.truncate(len);
        Ok((Self::decode(body)?, end))
    }

    fn decode(mut payload: Bytes) -> Result<Self, RecordError> {
        let fault = |what| RecordError::Head {
            at: MAGIC_BYTES,
            what,
        };
        let found = payload
            .try_get_u16_le()
            .map_err(|_| fault("it is too short"))?;
        if found != VERSION {
            return Err(RecordError::Version { found });
        }
        let (Ok(name_len), Ok(fingerprint)) = (payload.try_get_u16_le(), payload.try_get_u64_le())
        else {
            return Err(fault("it is too short"));
        };
        let name_len = usize::from(name_len);
        if payload.len() < name_len {
            return Err(fault("it is too short"));
        }
        let name = payload.split_to(name_len);
        let name = std::str::from_utf8(&name).map_err(|_| fault("its type's name is not UTF-8"))?;
        let descriptor = Encoded::<Descriptor>::parse_with(payload, &Limits::TRUSTED)
            .map_err(RecordError::Descriptor)?;
        let head = Self::described(name, descriptor)
            .map_err(|_| fault("its descriptor does not have its type"))?;
        if head.fingerprint != fingerprint {
            return Err(fault("its fingerprint is not that of its descriptor"));
        }
        Ok(head)
    }
}

/// The full name of a type.
pub(crate) fn name_of<M: Message>() -> &'static str {
    let (schema, index) = M::TABLE.get();
    schema.messages.get(index).map_or("", |def| def.name)
}
