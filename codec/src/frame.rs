//! Frames: how a stream of bytes becomes messages, and where hostile bytes stop.
//!
//! ```text
//!  0                 4      5       6       8               8+len
//! ┌─────────────────┬──────┬───────┬───────┬───────────────┬──────────────┐
//! │ len (u32, LE)   │ kind │ flags │ tag   │ payload, len  │ CRC32C (u32) │
//! └─────────────────┴──────┴───────┴───────┴───────────────┴──────────────┘
//! ```
//!
//! `kind`, `tag` (u16, LE) and the high four bits of `flags` belong to the layer above. The low four bits of `flags` are
//! the frame's own: [`CHECKSUM`] says that a CRC32C (LE) of header and payload follows the payload; the other three are
//! refused, so that they can mean something one day.
//!
//! `len` is the peer's claim. One over the limit is refused with the header, before anything is reserved; below it, memory
//! grows with the bytes that have arrived, at most [`RESERVE_AHEAD_BYTES`] ahead of them.
//!
//! A frame that lies within one pushed chunk is a slice of that chunk. One that spans chunks is gathered in segments and
//! joined once, so the work is linear however the stream is cut.

use std::collections::VecDeque;

use bytes::buf::Limit;
use bytes::{Buf, BufMut, Bytes, BytesMut};

/// Bytes of a frame's header.
pub const HEADER_BYTES: usize = 8;

/// Bytes of the checksum after the payload, when there is one.
pub const CHECKSUM_BYTES: usize = 4;

/// The flag that announces a CRC32C after the payload.
pub const CHECKSUM: u8 = 0x01;

/// The bits of `flags` that the frame itself gives a meaning to, or keeps for later.
pub const OWN_FLAGS: u8 = 0x0F;

/// Memory that a decoder reserves ahead of arrived bytes, at most. Stops headers that claim megabytes and send nothing. A page
/// more than 64 KiB, so that a message of that size, with what stands in front of it, is gathered in one piece.
pub const RESERVE_AHEAD_BYTES: usize = 68 * 1024;

/// Why a stream of frames ends here. Every variant names the frame by the offset of its header in the stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FrameError {
    /// The header claims more payload than the receiver takes.
    #[error("frame at byte {at}: payload of {len} bytes, {limit} allowed")]
    TooLarge {
        /// Where the frame begins.
        at: u64,
        /// The claim.
        len: u64,
        /// The limit.
        limit: u64,
    },
    /// A flag is set that nothing is known of.
    #[error("frame at byte {at}: reserved flags {flags:#04x}")]
    ReservedFlags {
        /// Where the frame begins.
        at: u64,
        /// The frame's flags.
        flags: u8,
    },
    /// Header and payload are not those that were sent.
    #[error("frame at byte {at}: checksum {found:#010x}, expected {expected:#010x}")]
    Checksum {
        /// Where the frame begins.
        at: u64,
        /// The checksum of what arrived.
        expected: u32,
        /// The checksum that the frame carries.
        found: u32,
    },
    /// The stream ended inside a frame.
    #[error("frame at byte {at}: the stream ended {missing} bytes too early")]
    Truncated {
        /// Where the frame begins.
        at: u64,
        /// Bytes that the header, or what it claims, still needs.
        missing: u64,
    },
}

/// The eight bytes in front of a payload.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FrameHeader {
    /// Bytes of payload, without the checksum.
    pub payload_len: u32,
    /// What the frame is, to the layer above.
    pub kind: u8,
    /// [`OWN_FLAGS`] are the frame's, the others the layer above's.
    pub flags: u8,
    /// Whatever the layer above puts there.
    pub tag: u16,
}

impl FrameHeader {
    /// The header's bytes.
    #[must_use]
    pub const fn encode(self) -> [u8; HEADER_BYTES] {
        let [a, b, c, d] = self.payload_len.to_le_bytes();
        let [e, f] = self.tag.to_le_bytes();
        [a, b, c, d, self.kind, self.flags, e, f]
    }

    /// The header in these bytes; any eight bytes are one.
    #[must_use]
    pub const fn decode(bytes: [u8; HEADER_BYTES]) -> Self {
        let [a, b, c, d, kind, flags, e, f] = bytes;
        Self {
            payload_len: u32::from_le_bytes([a, b, c, d]),
            kind,
            flags,
            tag: u16::from_le_bytes([e, f]),
        }
    }

    /// Whether a checksum follows the payload.
    #[must_use]
    pub const fn has_checksum(self) -> bool {
        self.flags & CHECKSUM != 0
    }
}

/// The CRC32C that a checked frame carries: of its header and its payload.
#[must_use]
pub fn checksum(header: [u8; HEADER_BYTES], payload: &[u8]) -> u32 {
    crc32c::crc32c_append(crc32c::crc32c(&header), payload)
}

/// One frame, as it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// The header, as it came.
    pub header: FrameHeader,
    /// The payload; shares the buffer that was pushed unless the frame spanned several.
    pub payload: Bytes,
    /// Where the frame's header began in the stream.
    pub at: u64,
}

/// Appends one frame to `out`, with a checksum if `flags` has [`CHECKSUM`].
///
/// # Errors
/// [`FrameError::TooLarge`] for a payload whose length has no `u32`, and [`FrameError::ReservedFlags`]; `at` is the length of
/// `out`, to which nothing is appended then.
pub fn encode_frame(
    kind: u8,
    flags: u8,
    tag: u16,
    payload: &[u8],
    out: &mut Vec<u8>,
) -> Result<(), FrameError> {
    let at = to_u64(out.len());
    let Ok(payload_len) = u32::try_from(payload.len()) else {
        let (len, limit) = (to_u64(payload.len()), u64::from(u32::MAX));
        return Err(FrameError::TooLarge { at, len, limit });
    };
    let header = FrameHeader {
        payload_len,
        kind,
        flags,
        tag,
    };
    check_flags(header, at)?;
    let bytes = header.encode();
    out.extend_from_slice(&bytes);
    out.extend_from_slice(payload);
    if header.has_checksum() {
        out.extend_from_slice(&checksum(bytes, payload).to_le_bytes());
    }
    Ok(())
}

/// Turns chunks of a byte stream into frames.
///
/// Push what arrives, take frames until there is none, push again:
///
/// ```
/// use stillwire_codec::frame::{FrameDecoder, encode_frame};
///
/// let mut bytes = Vec::new();
/// encode_frame(7, 0, 0, b"hello", &mut bytes)?;
///
/// let mut decoder = FrameDecoder::new(1024);
/// decoder.push(bytes.into());
/// let frame = decoder.next_frame()?.expect("it is whole");
/// assert_eq!((frame.header.kind, &frame.payload[..]), (7, &b"hello"[..]));
/// assert_eq!(decoder.next_frame()?, None);
/// decoder.finish()?;
/// # Ok::<(), stillwire_codec::frame::FrameError>(())
/// ```
///
/// The first error is final: a stream that lost its frames has no way to find them again.
#[derive(Debug)]
pub struct FrameDecoder {
    max_payload_bytes: usize,
    input: VecDeque<Bytes>,
    state: State,
    /// Where the next frame, or the one in progress, begins.
    at: u64,
}

#[derive(Debug)]
enum State {
    Header {
        bytes: [u8; HEADER_BYTES],
        have: usize,
    },
    Body {
        header: FrameHeader,
        body: Gather,
    },
    Failed(FrameError),
}

const BETWEEN_FRAMES: State = State::Header {
    bytes: [0; HEADER_BYTES],
    have: 0,
};

impl FrameDecoder {
    /// A decoder at the start of a stream, that refuses payloads of more than `max_payload_bytes`.
    #[must_use]
    pub const fn new(max_payload_bytes: usize) -> Self {
        Self {
            max_payload_bytes,
            input: VecDeque::new(),
            state: BETWEEN_FRAMES,
            at: 0,
        }
    }

    /// Takes the next bytes of the stream. Frames in it will share this buffer.
    pub fn push(&mut self, chunk: Bytes) {
        if !chunk.is_empty() && !matches!(self.state, State::Failed(_)) {
            self.input.push_back(chunk);
        }
    }

    /// The next frame; `None` when more bytes are needed.
    ///
    /// # Errors
    /// The stream is broken; every later call gives the same error.
    pub fn next_frame(&mut self) -> Result<Option<Frame>, FrameError> {
        self.advance().inspect_err(|&error| {
            self.state = State::Failed(error);
            self.input = VecDeque::new();
        })
    }

    /// Says whether the stream may end here. Call it after [`next_frame`](Self::next_frame) gave `None`.
    ///
    /// # Errors
    /// [`FrameError::Truncated`] inside a frame, or the error that ended the stream before.
    pub fn finish(&self) -> Result<(), FrameError> {
        let missing = match &self.state {
            State::Failed(error) => return Err(*error),
            State::Header { have: 0, .. } => return Ok(()),
            State::Header { have, .. } => HEADER_BYTES.saturating_sub(*have),
            State::Body { body, .. } => body.missing(),
        };
        Err(FrameError::Truncated {
            at: self.at,
            missing: to_u64(missing),
        })
    }

    /// Lets `read` put the bytes that come next to where a frame is gathered that spans chunks, if at least `least` of it are
    /// missing: so a large frame is copied no more often than it has to be. `read` is given room for no more than belongs to the
    /// frame; [`next_frame`](Self::next_frame) takes note of what it has put there, which must be
    /// behind what is there already.
    pub fn fill<R>(
        &mut self,
        least: usize,
        read: impl FnOnce(&mut Limit<&mut BytesMut>) -> R,
    ) -> Option<R> {
        match &mut self.state {
            State::Body { body, .. } if self.input.is_empty() && body.missing() >= least => {
                Some(body.fill(read))
            }
            _ => None,
        }
    }

    /// The frames at the front of the input that `accepts` wants, headers and all, as far as they lie whole in one chunk: nothing is
    /// made for each. Frames with a checksum or with anything wrong are left for [`next_frame`](Self::next_frame), and end the run.
    #[inline]
    pub fn take_run(
        &mut self,
        mut accepts: impl FnMut(FrameHeader, &[u8]) -> bool,
    ) -> Option<Bytes> {
        let (State::Header { have: 0, .. }, Some(front)) = (&self.state, self.input.front_mut())
        else {
            return None;
        };
        let mut rest: &[u8] = front;
        while let Some((bytes, after)) = rest.split_first_chunk() {
            let header = FrameHeader::decode(*bytes);
            let len = usize::try_from(header.payload_len).unwrap_or(usize::MAX);
            if len > self.max_payload_bytes || header.flags & OWN_FLAGS != 0 {
                break;
            }
            match after.split_at_checked(len) {
                Some((payload, after)) if accepts(header, payload) => rest = after,
                _ => break,
            }
        }
        let run = front.len().saturating_sub(rest.len());
        if run == 0 {
            return None;
        }
        let run = front.split_to(run);
        drop_empty_front(&mut self.input);
        self.at = self.at.saturating_add(to_u64(run.len()));
        Some(run)
    }

    /// Memory that an unfinished frame holds, in bytes; pushed chunks that were not looked at yet are not counted.
    #[must_use]
    pub fn reserved_bytes(&self) -> usize {
        match &self.state {
            State::Body { body, .. } => body.reserved(),
            State::Header { .. } | State::Failed(_) => 0,
        }
    }

    fn advance(&mut self) -> Result<Option<Frame>, FrameError> {
        if let Some(frame) = self.slice()? {
            return Ok(Some(frame));
        }
        loop {
            match &mut self.state {
                State::Failed(error) => return Err(*error),
                State::Header { bytes, have } => {
                    if !fill(&mut self.input, bytes, have) {
                        return Ok(None);
                    }
                    let header = FrameHeader::decode(*bytes);
                    let body = Gather::new(self.check(header)?);
                    self.state = State::Body { header, body };
                }
                State::Body { header, body } => {
                    let header = *header;
                    let Some(bytes) = body.take(&mut self.input) else {
                        return Ok(None);
                    };
                    return self.complete(header, bytes).map(Some);
                }
            }
        }
    }

    /// The next frame, if it lies within one chunk, which is how most of them come.
    #[inline]
    fn slice(&mut self) -> Result<Option<Frame>, FrameError> {
        let (State::Header { have: 0, .. }, Some(front)) = (&self.state, self.input.front()) else {
            return Ok(None);
        };
        let Some((bytes, rest)) = front.split_first_chunk() else {
            return Ok(None);
        };
        let header = FrameHeader::decode(*bytes);
        let (available, need) = (rest.len(), self.check(header)?);
        match self.input.front_mut() {
            Some(front) if available >= need => {
                front.advance(HEADER_BYTES);
                let body = front.split_to(need);
                drop_empty_front(&mut self.input);
                self.complete(header, body).map(Some)
            }
            _ => Ok(None),
        }
    }

    /// Bytes that follow this header, if it is acceptable.
    fn check(&self, header: FrameHeader) -> Result<usize, FrameError> {
        let at = self.at;
        let too_large = || FrameError::TooLarge {
            at,
            len: u64::from(header.payload_len),
            limit: to_u64(self.max_payload_bytes),
        };
        let len = usize::try_from(header.payload_len).map_err(|_| too_large())?;
        if len > self.max_payload_bytes {
            return Err(too_large());
        }
        check_flags(header, at)?;
        let checksum = if header.has_checksum() {
            CHECKSUM_BYTES
        } else {
            0
        };
        len.checked_add(checksum).ok_or_else(too_large)
    }

    fn complete(&mut self, header: FrameHeader, mut body: Bytes) -> Result<Frame, FrameError> {
        let at = self.at;
        let whole = HEADER_BYTES.saturating_add(body.len());
        let len = body.len().saturating_sub(if header.has_checksum() {
            CHECKSUM_BYTES
        } else {
            0
        });
        let payload = body.split_to(len);
        if header.has_checksum() {
            let (expected, found) = (checksum(header.encode(), &payload), body.get_u32_le());
            if expected != found {
                return Err(FrameError::Checksum {
                    at,
                    expected,
                    found,
                });
            }
        }
        self.at = at.saturating_add(to_u64(whole));
        self.state = BETWEEN_FRAMES;
        Ok(Frame {
            header,
            payload,
            at,
        })
    }
}

/// Bytes that a header announced, on their way in.
#[derive(Debug)]
struct Gather {
    need: usize,
    have: usize,
    /// Full but for the last; none is larger than [`RESERVE_AHEAD_BYTES`].
    segments: Vec<BytesMut>,
}

impl Gather {
    const fn new(need: usize) -> Self {
        Self {
            need,
            have: 0,
            segments: Vec::new(),
        }
    }

    fn missing(&self) -> usize {
        self.need.saturating_sub(self.have)
    }

    fn reserved(&self) -> usize {
        self.segments
            .iter()
            .map(BytesMut::capacity)
            .fold(0, usize::saturating_add)
    }

    /// All the bytes once they are there, as a slice of the input if they lie in one piece.
    fn take(&mut self, input: &mut VecDeque<Bytes>) -> Option<Bytes> {
        if self.have == 0 {
            if self.need == 0 {
                return Some(Bytes::new());
            }
            if let Some(front) = input.front_mut().filter(|front| front.len() >= self.need) {
                let whole = front.split_to(self.need);
                drop_empty_front(input);
                return Some(whole);
            }
        }
        while self.missing() > 0 {
            let front = input.front_mut()?;
            let part = front.split_to(front.len().min(self.missing()));
            drop_empty_front(input);
            self.append(&part);
        }
        Some(self.join())
    }

    fn append(&mut self, mut part: &[u8]) {
        while !part.is_empty() {
            part = self.fill(|room| {
                let (now, later) = part.split_at(room.remaining_mut().min(part.len()));
                room.put_slice(now);
                later
            });
        }
    }

    /// Lets `put` add to the bytes, as many as the last segment has room for.
    fn fill<R>(&mut self, put: impl FnOnce(&mut Limit<&mut BytesMut>) -> R) -> R {
        let missing = self.missing();
        let is_full = |last: &BytesMut| last.len() == last.capacity();
        if self.segments.last().is_none_or(is_full) {
            let room = missing.min(RESERVE_AHEAD_BYTES);
            self.segments.push(BytesMut::with_capacity(room));
        }
        let mut none = BytesMut::new();
        let segment = self.segments.last_mut().unwrap_or(&mut none);
        let before = segment.len();
        let room = segment.capacity().saturating_sub(before).min(missing);
        let put = put(&mut (&mut *segment).limit(room));
        let more = segment.len().saturating_sub(before);
        self.have = self.have.saturating_add(more);
        put
    }

    fn join(&mut self) -> Bytes {
        let mut segments = std::mem::take(&mut self.segments).into_iter();
        let first = segments.next().unwrap_or_default();
        if first.len() == self.need {
            return first.freeze();
        }
        let mut whole = BytesMut::with_capacity(self.need);
        whole.put_slice(&first);
        drop(first);
        for segment in segments {
            whole.put_slice(&segment);
        }
        whole.freeze()
    }
}

/// Moves input into the header's bytes; says whether they are complete.
fn fill(input: &mut VecDeque<Bytes>, bytes: &mut [u8; HEADER_BYTES], have: &mut usize) -> bool {
    while let Some(room) = bytes.get_mut(*have..).filter(|room| !room.is_empty()) {
        let Some(front) = input.front_mut() else {
            return false;
        };
        let now = front.len().min(room.len());
        let (room, _) = room.split_at_mut(now);
        front.copy_to_slice(room);
        *have = have.saturating_add(now);
        drop_empty_front(input);
    }
    true
}

fn drop_empty_front(input: &mut VecDeque<Bytes>) {
    if input.front().is_some_and(Bytes::is_empty) {
        input.pop_front();
    }
}

fn check_flags(header: FrameHeader, at: u64) -> Result<(), FrameError> {
    if header.flags & OWN_FLAGS & !CHECKSUM == 0 {
        return Ok(());
    }
    Err(FrameError::ReservedFlags {
        at,
        flags: header.flags,
    })
}

/// `usize` has at most 64 bits wherever this compiles.
fn to_u64(len: usize) -> u64 {
    u64::try_from(len).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests;
