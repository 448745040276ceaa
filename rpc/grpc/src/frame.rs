//! gRPC's framing: five bytes ahead of each message, and where hostile lengths stop.
//!
//! ```text
//!  0        1                    5
//! ┌────────┬────────────────────┬─────────────┐
//! │ flag   │ length (u32, BE)   │ message     │
//! └────────┴────────────────────┴─────────────┘
//! ```
//!
//! The flag says whether the message is compressed, as the call's `grpc-encoding` says. The length is the peer's claim: memory grows
//! with what has arrived. A message that lies whole in one DATA frame, and is not compressed, is passed on without a copy.

use crate::compression::Compression;
use crate::limits::READ_AHEAD_BYTES;
use bytes::{Buf, BufMut, Bytes, BytesMut};
use stillwire_rpc::Status;

/// Bytes ahead of a message.
pub(crate) const PREFIX_BYTES: usize = 5;

/// How the messages of one direction of a call are sent.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Framing {
    /// Bytes that a message may have.
    pub(crate) most: usize,
    /// What the headers named.
    pub(crate) compression: Option<Compression>,
}

impl Framing {
    /// A message as it travels, and the bytes ahead of it.
    ///
    /// # Errors
    /// Where it is longer than may be sent.
    pub(crate) fn frame(self, message: Bytes) -> Result<([u8; PREFIX_BYTES], Bytes), Status> {
        let (len, most) = (message.len(), self.most);
        let wire = u32::try_from(len).ok().filter(|_| len <= most);
        let Some(wire) = wire else {
            let text = format!("a message of {len} bytes is more than the {most} that may be sent");
            return Err(Status::resource_exhausted(text));
        };
        let compress = |by: Compression| {
            let shorter = by.compress(&message)?;
            Some((u32::try_from(shorter.len()).ok()?, shorter))
        };
        let (flag, wire, message) = match self.compression.and_then(compress) {
            Some((wire, shorter)) => (1, wire, shorter),
            None => (0, wire, message),
        };
        let [a, b, c, d] = wire.to_be_bytes();
        Ok(([flag, a, b, c, d], message))
    }
}

/// Puts messages together from the chunks that arrive.
#[derive(Debug)]
pub(crate) struct Deframer {
    framing: Framing,
    /// What has arrived and was not looked at.
    chunk: Bytes,
    prefix: [u8; PREFIX_BYTES],
    prefix_len: usize,
    /// A message whose prefix has arrived, and not all of its bytes.
    partial: Option<Partial>,
}

#[derive(Debug)]
struct Partial {
    /// How it is compressed, if it is.
    compression: Option<Compression>,
    len: usize,
    bytes: BytesMut,
}

impl Deframer {
    /// Takes messages that were sent so.
    pub(crate) fn new(framing: Framing) -> Self {
        Self {
            framing,
            chunk: Bytes::new(),
            prefix: [0; PREFIX_BYTES],
            prefix_len: 0,
            partial: None,
        }
    }

    /// Takes the next chunk. The one before must have been used up: [`next`](Self::next) gave `None`.
    pub(crate) fn push(&mut self, chunk: Bytes) {
        debug_assert!(
            self.chunk.is_empty(),
            "a chunk was pushed before the last one was used up"
        );
        self.chunk = chunk;
    }

    /// The next whole message; `None` where more must arrive.
    pub(crate) fn next(&mut self) -> Result<Option<Bytes>, Status> {
        let mut partial = match self.partial.take() {
            Some(partial) => partial,
            None => match self.read_prefix()? {
                Some(begun) => begun,
                None => return Ok(None),
            },
        };
        if partial.bytes.is_empty() && self.chunk.len() >= partial.len {
            let whole = self.chunk.split_to(partial.len);
            return self.open(partial.compression, whole).map(Some);
        }
        self.fill(&mut partial);
        if partial.bytes.len() == partial.len {
            let whole = partial.bytes.freeze();
            return self.open(partial.compression, whole).map(Some);
        }
        self.partial = Some(partial);
        Ok(None)
    }

    /// A message that has arrived, as it was before it was compressed.
    fn open(&self, compression: Option<Compression>, message: Bytes) -> Result<Bytes, Status> {
        match compression {
            Some(by) => by.decompress(&message, self.framing.most),
            None => Ok(message),
        }
    }

    /// Whether the stream may end here.
    pub(crate) fn finish(&self) -> Result<(), Status> {
        if self.partial.is_none() && self.prefix_len == 0 && self.chunk.is_empty() {
            return Ok(());
        }
        Err(Status::internal("the stream ended inside a message"))
    }

    fn read_prefix(&mut self) -> Result<Option<Partial>, Status> {
        let missing = &mut self.prefix[self.prefix_len..];
        let had = missing.len().min(self.chunk.len());
        self.chunk.copy_to_slice(&mut missing[..had]);
        self.prefix_len += had;
        if self.prefix_len < PREFIX_BYTES {
            return Ok(None);
        }
        self.prefix_len = 0;
        let [flag, len @ ..] = self.prefix;
        let compression = match (flag, self.framing.compression) {
            (0, _) => None,
            (1, Some(by)) => Some(by),
            (1, None) => {
                return Err(Status::internal(
                    "a message is compressed, and no grpc-encoding says how",
                ));
            }
            (flag, _) => {
                return Err(Status::internal(format!(
                    "{flag} is no flag of a message: 0 and 1 are"
                )));
            }
        };
        Ok(Some(Partial {
            compression,
            len: self.accept(u32::from_be_bytes(len))?,
            bytes: BytesMut::new(),
        }))
    }

    fn accept(&self, claimed: u32) -> Result<usize, Status> {
        match usize::try_from(claimed) {
            Ok(len) if len <= self.framing.most => Ok(len),
            _ => {
                let text = format!(
                    "a message of {claimed} bytes is more than the {} that are taken",
                    self.framing.most
                );
                Err(Status::resource_exhausted(text))
            }
        }
    }

    fn fill(&mut self, partial: &mut Partial) {
        let missing = partial.len - partial.bytes.len();
        let here = missing.min(self.chunk.len());
        if partial.bytes.capacity() - partial.bytes.len() < here {
            partial
                .bytes
                .reserve(missing.min(here.max(READ_AHEAD_BYTES)));
        }
        partial.bytes.put(self.chunk.split_to(here));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use stillwire_rpc::Code;

    const fn plain(most: usize) -> Framing {
        let compression = None;
        Framing { most, compression }
    }

    fn framed(framing: Framing, messages: &[Vec<u8>]) -> Vec<u8> {
        let mut out = Vec::new();
        for message in messages {
            let (prefix, message) = framing.frame(Bytes::copy_from_slice(message)).unwrap();
            out.extend_from_slice(&prefix);
            out.extend_from_slice(&message);
        }
        out
    }

    proptest! {
        #[test]
        fn messages_survive_any_split(
            messages in prop::collection::vec((prop::collection::vec(any::<u8>(), 0..64), 0usize..40), 0..8),
            cuts in prop::collection::vec(1usize..20, 1..64),
            compression in prop::option::of(prop::sample::select(vec![Compression::Gzip, Compression::Zstd])),
        ) {
            let messages = messages.into_iter().map(|(part, times)| part.repeat(times)).collect::<Vec<_>>();
            let framing = Framing { most: 64 * 40, compression };
            let bytes = Bytes::from(framed(framing, &messages));
            let mut deframer = Deframer::new(framing);
            let (mut rest, mut got, mut cuts) = (bytes, Vec::new(), cuts.into_iter().cycle());
            while !rest.is_empty() {
                let cut = cuts.next().unwrap().min(rest.len());
                deframer.push(rest.split_to(cut));
                while let Some(message) = deframer.next().unwrap() {
                    got.push(message.to_vec());
                }
            }
            prop_assert!(deframer.finish().is_ok());
            prop_assert_eq!(got, messages);
        }
    }

    #[test]
    fn a_message_at_the_limit_is_taken_and_one_past_it_is_refused() {
        let mut deframer = Deframer::new(plain(3));
        deframer.push(Bytes::from_static(&[0, 0, 0, 0, 3, 1, 2, 3]));
        assert_eq!(deframer.next().unwrap().unwrap().as_ref(), &[1, 2, 3]);
        let mut deframer = Deframer::new(plain(3));
        deframer.push(Bytes::from_static(&[0, 0, 0, 0, 4]));
        assert_eq!(deframer.next().unwrap_err().code, Code::ResourceExhausted);
        let error = plain(3).frame(Bytes::from_static(b"four")).unwrap_err();
        assert_eq!(error.code, Code::ResourceExhausted);
    }

    #[test]
    fn a_claimed_length_reserves_no_more_than_the_read_ahead() {
        let mut deframer = Deframer::new(plain(1 << 30));
        deframer.push(Bytes::from_static(&[0, 0x10, 0, 0, 0, 9]));
        assert_eq!(deframer.next().unwrap(), None);
        assert!(deframer.partial.as_ref().unwrap().bytes.capacity() <= READ_AHEAD_BYTES);
    }

    #[test]
    fn a_stream_that_ends_inside_a_message_is_an_error() {
        for bytes in [&[0u8][..], &[0, 0, 0, 0], &[0, 0, 0, 0, 2, 1]] {
            let mut deframer = Deframer::new(plain(8));
            deframer.push(Bytes::copy_from_slice(bytes));
            assert_eq!(deframer.next().unwrap(), None);
            assert_eq!(deframer.finish().unwrap_err().code, Code::Internal);
        }
    }

    #[test]
    fn flags_that_nothing_named_are_refused() {
        for flag in [1u8, 2, 255] {
            let mut deframer = Deframer::new(plain(8));
            deframer.push(Bytes::copy_from_slice(&[flag, 0, 0, 0, 0]));
            assert_eq!(deframer.next().unwrap_err().code, Code::Internal);
        }
    }

    #[test]
    fn a_message_longer_than_the_limit_is_refused_however_short_it_becomes() {
        let compression = Some(Compression::Gzip);
        let framing = Framing {
            most: 1000,
            compression,
        };
        let long = Bytes::from(vec![0; 1001]);
        assert_eq!(
            framing.frame(long.clone()).unwrap_err().code,
            Code::ResourceExhausted
        );
        let wider = Framing {
            most: 2000,
            compression,
        };
        let (prefix, message) = wider.frame(long).unwrap();
        assert_eq!(prefix[0], 1);
        let mut deframer = Deframer::new(framing);
        deframer.push([&prefix[..], &message].concat().into());
        assert_eq!(deframer.next().unwrap_err().code, Code::ResourceExhausted);
    }
}
