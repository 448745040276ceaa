//! gRPC's framing: five bytes ahead of each message, and where hostile lengths stop.
//!
//! ```text
//!  0        1                    5
//! ┌────────┬────────────────────┬─────────────┐
//! │ flag   │ length (u32, BE)   │ message     │
//! └────────┴────────────────────┴─────────────┘
//! ```
//!
//! The flag says whether the message is compressed; that is refused, as no `grpc-encoding` but `identity` is taken. The
//! length is the peer's claim: memory grows with what has arrived. A message that lies whole in one DATA frame is passed on
//! without a copy.

use crate::limits::READ_AHEAD_BYTES;
use bytes::{Buf, BufMut, Bytes, BytesMut};
use stillwire_rpc::Status;

/// Bytes ahead of a message.
pub(crate) const PREFIX_BYTES: usize = 5;

/// The bytes ahead of a message of `len` bytes.
///
/// # Errors
/// Where the message is longer than the peer accepts.
pub(crate) fn prefix(len: usize, most: usize) -> Result<[u8; PREFIX_BYTES], Status> {
    let wire = u32::try_from(len).ok().filter(|_| len <= most);
    let Some(wire) = wire else {
        let text = format!("a message of {len} bytes is more than the {most} that may be sent");
        return Err(Status::resource_exhausted(text));
    };
    let [a, b, c, d] = wire.to_be_bytes();
    Ok([0, a, b, c, d])
}

/// Puts messages together from the chunks that arrive.
#[derive(Debug)]
pub(crate) struct Deframer {
    most: usize,
    /// What has arrived and was not looked at.
    chunk: Bytes,
    prefix: [u8; PREFIX_BYTES],
    prefix_len: usize,
    /// A message whose prefix has arrived, and not all of its bytes.
    partial: Option<Partial>,
}

#[derive(Debug)]
struct Partial {
    len: usize,
    bytes: BytesMut,
}

impl Deframer {
    /// Takes messages of up to `most` bytes.
    pub(crate) fn new(most: usize) -> Self {
        Self {
            most,
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
                Some(len) => Partial {
                    len,
                    bytes: BytesMut::new(),
                },
                None => return Ok(None),
            },
        };
        if partial.bytes.is_empty() && self.chunk.len() >= partial.len {
            return Ok(Some(self.chunk.split_to(partial.len)));
        }
        self.fill(&mut partial);
        if partial.bytes.len() == partial.len {
            return Ok(Some(partial.bytes.freeze()));
        }
        self.partial = Some(partial);
        Ok(None)
    }

    /// Whether the stream may end here.
    pub(crate) fn finish(&self) -> Result<(), Status> {
        if self.partial.is_none() && self.prefix_len == 0 && self.chunk.is_empty() {
            return Ok(());
        }
        Err(Status::internal("the stream ended inside a message"))
    }

    fn read_prefix(&mut self) -> Result<Option<usize>, Status> {
        let missing = &mut self.prefix[self.prefix_len..];
        let had = missing.len().min(self.chunk.len());
        self.chunk.copy_to_slice(&mut missing[..had]);
        self.prefix_len += had;
        if self.prefix_len < PREFIX_BYTES {
            return Ok(None);
        }
        self.prefix_len = 0;
        let [flag, len @ ..] = self.prefix;
        match flag {
            0 => self.accept(u32::from_be_bytes(len)).map(Some),
            1 => Err(Status::internal(
                "a message is compressed, and no grpc-encoding was named",
            )),
            flag => Err(Status::internal(format!(
                "{flag} is no flag of a message: 0 and 1 are"
            ))),
        }
    }

    fn accept(&self, claimed: u32) -> Result<usize, Status> {
        match usize::try_from(claimed) {
            Ok(len) if len <= self.most => Ok(len),
            _ => {
                let text = format!(
                    "a message of {claimed} bytes is more than the {} that are taken",
                    self.most
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

    fn framed(messages: &[Vec<u8>]) -> Vec<u8> {
        let mut out = Vec::new();
        for message in messages {
            out.extend_from_slice(&prefix(message.len(), usize::MAX).unwrap());
            out.extend_from_slice(message);
        }
        out
    }

    proptest! {
        #[test]
        fn messages_survive_any_split(
            messages in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..64), 0..8),
            cuts in prop::collection::vec(1usize..20, 1..64),
        ) {
            let bytes = Bytes::from(framed(&messages));
            let mut deframer = Deframer::new(64);
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
        let mut deframer = Deframer::new(3);
        deframer.push(Bytes::from_static(&[0, 0, 0, 0, 3, 1, 2, 3]));
        assert_eq!(deframer.next().unwrap().unwrap().as_ref(), &[1, 2, 3]);
        let mut deframer = Deframer::new(3);
        deframer.push(Bytes::from_static(&[0, 0, 0, 0, 4]));
        assert_eq!(deframer.next().unwrap_err().code, Code::ResourceExhausted);
        assert_eq!(prefix(4, 3).unwrap_err().code, Code::ResourceExhausted);
    }

    #[test]
    fn a_claimed_length_reserves_no_more_than_the_read_ahead() {
        let mut deframer = Deframer::new(1 << 30);
        deframer.push(Bytes::from_static(&[0, 0x10, 0, 0, 0, 9]));
        assert_eq!(deframer.next().unwrap(), None);
        assert!(deframer.partial.as_ref().unwrap().bytes.capacity() <= READ_AHEAD_BYTES);
    }

    #[test]
    fn a_stream_that_ends_inside_a_message_is_an_error() {
        for bytes in [&[0u8][..], &[0, 0, 0, 0], &[0, 0, 0, 0, 2, 1]] {
            let mut deframer = Deframer::new(8);
            deframer.push(Bytes::copy_from_slice(bytes));
            assert_eq!(deframer.next().unwrap(), None);
            assert_eq!(deframer.finish().unwrap_err().code, Code::Internal);
        }
    }

    #[test]
    fn flags_other_than_zero_are_refused() {
        for flag in [1u8, 2, 255] {
            let mut deframer = Deframer::new(8);
            deframer.push(Bytes::copy_from_slice(&[flag, 0, 0, 0, 0]));
            assert_eq!(deframer.next().unwrap_err().code, Code::Internal);
        }
    }
}
