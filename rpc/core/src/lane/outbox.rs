//! Bytes to write: small ones gathered, up to [a chunk](RUN_BYTES), large messages as they lie.

use bytes::{BufMut, Bytes, BytesMut};

use super::fault::broken;
use crate::payload::{Message, OpenHead, Payload, RUN_BYTES, RUN_MESSAGE_BYTES, Reply};

/// What has been encoded and not been taken.
#[derive(Debug, Default)]
pub(super) struct Outbox {
    chunks: Vec<Bytes>,
    tail: BytesMut,
    len: usize,
    /// What was taken last, up to a chunk: what is written next grows into as much without being moved.
    usual: usize,
    #[cfg(any(test, simulated))]
    pub(super) fault: Option<super::fault::Fault>,
}

impl Outbox {
    pub(super) const fn len(&self) -> usize {
        self.len
    }

    pub(super) fn write(&mut self, payload: Payload) {
        self.add(|tail| payload.encode(tail));
    }

    pub(super) fn write_message(&mut self, message: Message) {
        self.add(|tail| message.encode_frame(tail));
    }

    /// Adds OPEN with its message, which is not taken away from whoever may have to send it again.
    pub(super) fn write_open(&mut self, head: OpenHead<'_>, message: &Bytes) {
        let is_small = message.len() <= RUN_MESSAGE_BYTES;
        self.add(|tail| {
            head.encode(message.len(), tail);
            if is_small {
                tail.put_slice(message);
                return Bytes::new();
            }
            message.clone()
        });
    }

    /// Adds STATUS, which is half of what a server writes for small calls.
    pub(super) fn write_reply(&mut self, reply: Reply) {
        self.add(|tail| reply.encode(tail));
    }

    /// Adds frames that are whole.
    pub(super) fn write_frames(&mut self, frames: Bytes) {
        self.len = self.len.saturating_add(frames.len());
        self.place(frames);
    }

    /// Adds a frame: what `encode` writes, and then the message that it gives.
    #[inline]
    fn add(&mut self, encode: impl FnOnce(&mut BytesMut) -> Bytes) {
        if self.tail.is_empty() {
            self.tail.reserve(self.usual);
        }
        let before = self.tail.len();
        let message = encode(&mut self.tail);
        self.len = self
            .len
            .saturating_add(self.tail.len().saturating_sub(before));
        self.len = self.len.saturating_add(message.len());
        self.place(message);
    }

    /// Puts bytes behind all others: by a copy if they are few.
    #[inline]
    fn place(&mut self, bytes: Bytes) {
        if bytes.len() <= RUN_MESSAGE_BYTES {
            self.tail.put_slice(&bytes);
        } else {
            if !broken!(self, LargeFirst) {
                self.cut();
            }
            self.chunks.push(bytes);
        }
        if self.tail.len() >= RUN_BYTES {
            self.cut();
        }
    }

    /// Moves everything to the end of `chunks`; says how many bytes that is.
    pub(super) fn take(&mut self, chunks: &mut Vec<Bytes>) -> usize {
        self.cut();
        chunks.append(&mut self.chunks);
        self.tail = BytesMut::new(); // an idle lane holds no buffer
        self.usual = self.len.min(RUN_BYTES);
        std::mem::take(&mut self.len)
    }

    fn cut(&mut self) {
        if !self.tail.is_empty() {
            self.chunks.push(self.tail.split().freeze());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::CallId;
    use crate::payload::Message;

    fn message(len: usize) -> Payload {
        let message = Bytes::from(vec![7; len]);
        Payload::Message(Message {
            call: CallId(1),
            message,
            end: false,
        })
    }

    #[test]
    fn small_frames_share_a_chunk_and_large_messages_are_not_copied() {
        let mut outbox = Outbox::default();
        outbox.write(message(10));
        outbox.write(message(20));
        let large = Bytes::from(vec![1; RUN_MESSAGE_BYTES + 1]);
        let payload = Message {
            call: CallId(1),
            message: large.clone(),
            end: false,
        };
        outbox.write(Payload::Message(payload));
        outbox.write(Payload::End(CallId(1)));
        let mut chunks = Vec::new();
        assert_eq!(outbox.len(), 22 + 32 + 12 + large.len() + 12);
        assert_eq!(outbox.take(&mut chunks), 22 + 32 + 12 + large.len() + 12);
        assert_eq!(
            chunks.iter().map(Bytes::len).collect::<Vec<_>>(),
            [66, large.len(), 12]
        );
        assert_eq!(chunks[1].as_ptr(), large.as_ptr());
        assert_eq!(outbox.len(), 0);
    }
}
