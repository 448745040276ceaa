//! Compressed messages: `gzip` (RFC 1952) and `zstd` (RFC 8878), message by message.
//!
//! Which a message may use is named by `grpc-encoding`, whether it does by its flag. What a peer sends may become no longer than a
//! message may be: memory grows with what comes out, and ends at that limit, but for the window that a `zstd` frame asks for,
//! which has a bound of its own: encoders that do not know how long a message is ask for more than it needs.

use crate::headers;
use bytes::{BufMut, Bytes, BytesMut};
use flate2::bufread::GzDecoder;
use flate2::write::GzEncoder;
use http::{HeaderMap, HeaderValue};
use std::fmt;
use std::io::{self, Read, Write};
use stillwire_rpc::Status;

/// Bytes of a message that is not worth the trouble: it is sent as it is.
const SMALL_BYTES: usize = 128;

/// Bytes that are decompressed at once.
const STEP_BYTES: usize = 16 * 1024;

/// zstd's window, as a power of two: 8 MiB, what RFC 8878 recommends every decoder to support. A frame that asks for a larger one is
/// refused. Stops few bytes from asking for much memory.
const ZSTD_WINDOW_LOG: u32 = 23;

/// Every encoding that is taken, as `grpc-accept-encoding` has it.
pub(crate) const ACCEPTED: HeaderValue = HeaderValue::from_static("identity,gzip,zstd");

/// How messages are compressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Compression {
    /// `gzip`, which every peer has.
    Gzip,
    /// `zstd`: smaller and several times as fast, for peers that have it.
    Zstd,
}

impl Compression {
    const ALL: [Self; 2] = [Self::Gzip, Self::Zstd];

    /// Its name in `grpc-encoding`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Gzip => "gzip",
            Self::Zstd => "zstd",
        }
    }

    pub(crate) const fn header(self) -> HeaderValue {
        HeaderValue::from_static(self.name())
    }

    /// The encoding that `grpc-encoding` names: `None` for `identity`, and where nothing does.
    ///
    /// # Errors
    /// The name of one that is not taken.
    pub(crate) fn of(headers: &HeaderMap) -> Result<Option<Self>, String> {
        let Some(value) = headers.get(headers::ENCODING) else {
            return Ok(None);
        };
        let value = value.as_bytes();
        let found = Self::ALL
            .into_iter()
            .find(|it| it.name().as_bytes() == value);
        match (found, value) {
            (None, b"identity") => Ok(None),
            (None, other) => {
                let other = other.get(..32).unwrap_or(other);
                Err(String::from_utf8_lossy(other).into_owned())
            }
            (found, _) => Ok(found),
        }
    }

    /// Whether the peer takes it, by its `grpc-accept-encoding`.
    pub(crate) fn is_accepted(self, headers: &HeaderMap) -> bool {
        let lists = headers.get_all(headers::ACCEPT_ENCODING).iter();
        lists
            .flat_map(|list| list.as_bytes().split(|byte| *byte == b','))
            .any(|name| name.trim_ascii() == self.name().as_bytes())
    }

    /// The message, compressed; `None` where that would not make it shorter.
    pub(crate) fn compress(self, message: &[u8]) -> Option<Bytes> {
        if message.len() < SMALL_BYTES {
            return None;
        }
        let room = Vec::with_capacity(message.len() / 2);
        let compressed = match self {
            Self::Gzip => {
                let mut encoder = GzEncoder::new(room, flate2::Compression::fast());
                let written = encoder.write_all(message);
                written.and_then(|()| encoder.finish())
            }
            Self::Zstd => zstd::bulk::compress(message, zstd::DEFAULT_COMPRESSION_LEVEL),
        };
        let shorter = |bytes: &Vec<u8>| bytes.len() < message.len();
        compressed.ok().filter(shorter).map(Bytes::from)
    }

    /// What was compressed, if it has no more than `most` bytes.
    ///
    /// # Errors
    /// INTERNAL where the bytes are not of this encoding, RESOURCE_EXHAUSTED where they would become too many.
    pub(crate) fn decompress(self, compressed: &[u8], most: usize) -> Result<Bytes, Status> {
        let failed = |error: io::Error| {
            Status::internal(format!(
                "a message cannot be decompressed as {self}: {error}"
            ))
        };
        match self {
            Self::Gzip => {
                let mut rest = compressed;
                let message = read(GzDecoder::new(&mut rest), most, failed)?;
                match rest {
                    [] => Ok(message),
                    _ => Err(failed(io::Error::other("bytes follow its end"))),
                }
            }
            Self::Zstd => {
                let mut decoder =
                    zstd::stream::read::Decoder::with_buffer(compressed).map_err(failed)?;
                decoder.window_log_max(ZSTD_WINDOW_LOG).map_err(failed)?;
                read(decoder, most, failed)
            }
        }
    }
}

impl fmt::Display for Compression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Reads to the end, or to one byte more than is taken.
fn read(
    from: impl Read,
    most: usize,
    failed: impl Fn(io::Error) -> Status,
) -> Result<Bytes, Status> {
    let mut from = from.take(u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1));
    let (mut out, mut step) = (BytesMut::new(), vec![0; STEP_BYTES]);
    loop {
        match from.read(&mut step) {
            Ok(0) => return Ok(out.freeze()),
            Ok(count) => out.put_slice(step.get(..count).unwrap_or_default()),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(failed(error)),
        }
        if out.len() > most {
            let text =
                format!("a compressed message has more than the {most} bytes that are taken");
            return Err(Status::resource_exhausted(text));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use stillwire_rpc::Code;

    proptest! {
        #[test]
        fn what_was_compressed_comes_back(
            part in prop::collection::vec(any::<u8>(), 1..200),
            times in 1usize..200,
        ) {
            let message = part.repeat(times);
            for encoding in Compression::ALL {
                if let Some(compressed) = encoding.compress(&message) {
                    prop_assert!(compressed.len() < message.len());
                    let back = encoding.decompress(&compressed, message.len());
                    prop_assert_eq!(back.unwrap(), message.clone());
                    let error = encoding.decompress(&compressed, message.len() - 1).unwrap_err();
                    prop_assert_eq!(error.code, Code::ResourceExhausted);
                }
            }
        }

        #[test]
        fn any_bytes_are_a_message_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            for encoding in Compression::ALL {
                let _ = encoding.decompress(&bytes, 1 << 20);
            }
        }
    }

    #[test]
    fn a_bomb_ends_at_the_limit() {
        let zeros = vec![0; 64 << 20];
        for encoding in Compression::ALL {
            let bomb = encoding.compress(&zeros).unwrap();
            assert!(bomb.len() < zeros.len() / 100, "{}", bomb.len());
            let error = encoding.decompress(&bomb, 1 << 20).unwrap_err();
            assert_eq!(error.code, Code::ResourceExhausted);
        }
    }

    #[test]
    fn what_is_cut_off_or_followed_by_more_is_an_error() {
        let message = b"over and over and over and over ".repeat(20);
        for encoding in Compression::ALL {
            let whole = encoding.compress(&message).unwrap();
            let cut = encoding.decompress(&whole[..whole.len() - 1], 1 << 20);
            assert_eq!(cut.unwrap_err().code, Code::Internal, "{encoding}");
            let more = encoding.decompress(&[&whole[..], b"more"].concat(), 1 << 20);
            assert_eq!(more.unwrap_err().code, Code::Internal, "{encoding}");
        }
    }

    #[test]
    fn incompressible_and_short_messages_are_left_as_they_are() {
        let noise: Vec<u8> = (0..1000_u32)
            .map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8)
            .collect();
        for encoding in Compression::ALL {
            assert_eq!(encoding.compress(&[7; SMALL_BYTES - 1]), None);
            let compressed = encoding.compress(&noise);
            assert!(compressed.is_none_or(|it| it.len() < noise.len()));
        }
    }

    #[test]
    fn encodings_are_found_in_headers() {
        let mut headers = HeaderMap::new();
        assert_eq!(Compression::of(&headers), Ok(None));
        assert!(!Compression::Gzip.is_accepted(&headers));
        headers.insert(headers::ENCODING, HeaderValue::from_static("zstd"));
        assert_eq!(Compression::of(&headers), Ok(Some(Compression::Zstd)));
        headers.insert(headers::ENCODING, HeaderValue::from_static("snappy"));
        assert_eq!(Compression::of(&headers), Err("snappy".to_owned()));
        headers.append(
            headers::ACCEPT_ENCODING,
            HeaderValue::from_static("identity, deflate"),
        );
        assert!(!Compression::Gzip.is_accepted(&headers));
        headers.append(
            headers::ACCEPT_ENCODING,
            HeaderValue::from_static("deflate, gzip"),
        );
        assert!(Compression::Gzip.is_accepted(&headers));
    }
}
