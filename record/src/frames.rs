//! The frames of record files: those of the codec, checked, and bound to their places.
//!
//! The header's tag is a checksum of the rest of the header and of the frame's offset in the file. A header thus vouches
//! for its length, so a damaged length is told from the end of a file that was cut off; and bytes of a message that look
//! like a frame, such as those of a record file within a record file, are none, since they lie elsewhere.

use crate::error::Damage;
use stillwire_codec::frame::{self, CHECKSUM, CHECKSUM_BYTES, FrameHeader, HEADER_BYTES};

/// What a frame is. Records are last of those a search looks for, so the numbers are those of the file's order.
pub(crate) const HEAD: u8 = 1;
pub(crate) const RECORD: u8 = 2;
pub(crate) const INDEX: u8 = 3;

pub(crate) const HEADER: u64 = 8;
/// Bytes of a frame beside its payload.
pub(crate) const AROUND: u64 = 12;
/// The same, for lengths in memory.
pub(crate) const CHECK: usize = CHECKSUM_BYTES;

/// The header of a frame that begins at byte `at`.
pub(crate) fn header(kind: u8, payload_len: u32, at: u64) -> [u8; HEADER_BYTES] {
    let bare = FrameHeader {
        payload_len,
        kind,
        flags: CHECKSUM,
        tag: 0,
    };
    FrameHeader {
        tag: tag(bare, at),
        ..bare
    }
    .encode()
}

fn tag(bare: FrameHeader, at: u64) -> u16 {
    let sum = frame::checksum(bare.encode(), &at.to_le_bytes());
    let [a, b, c, d] = sum.to_le_bytes();
    u16::from_le_bytes([a, b]) ^ u16::from_le_bytes([c, d])
}

/// The kind and the length of the payload that a header at byte `at` says, if it is one.
pub(crate) fn read(bytes: [u8; HEADER_BYTES], at: u64) -> Option<(u8, u32)> {
    let header = FrameHeader::decode(bytes);
    let bare = FrameHeader { tag: 0, ..header };
    let known = matches!(header.kind, HEAD | RECORD | INDEX) && header.flags == CHECKSUM;
    (known && header.tag == tag(bare, at)).then_some((header.kind, header.payload_len))
}

/// The payload of a frame, of which `body` is what follows the header: payload and checksum.
pub(crate) fn payload(header: [u8; HEADER_BYTES], body: &[u8]) -> Result<usize, Damage> {
    let Some((payload, sum)) = body.split_last_chunk::<CHECK>() else {
        return Err(Damage::Header);
    };
    let (expected, found) = (frame::checksum(header, payload), u32::from_le_bytes(*sum));
    if expected == found {
        Ok(payload.len())
    } else {
        Err(Damage::Checksum { expected, found })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_is_one_in_its_place_alone() {
        for at in [0, 8, 1 << 40] {
            let bytes = header(RECORD, 77, at);
            assert_eq!(read(bytes, at), Some((RECORD, 77)));
            for elsewhere in (0..64).map(|bit| at ^ (1 << bit)) {
                assert_eq!(read(bytes, elsewhere), None, "{at} read at {elsewhere}");
            }
        }
    }

    #[test]
    fn every_bit_of_a_header_counts() {
        for (len, at) in [(0, 100), (77, 4096), (u32::MAX, 1 << 33)] {
            let whole = header(RECORD, len, at);
            for bit in 0..64 {
                let mut bytes = whole;
                bytes[bit / 8] ^= 1 << (bit % 8);
                assert_eq!(read(bytes, at), None, "bit {bit}");
            }
        }
    }
}
