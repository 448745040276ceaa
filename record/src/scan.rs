//! A file looked through from its first record: what is whole, what is damaged, and where it ends.
//!
//! Bytes that are no frame where one must be are either the end of a file that was cut off, or damage. What follows tells:
//! after damage there are frames again, after a torn end there are none.

use crate::ending::{Ending, Gap};
use crate::error::{Damage, RecordError};
use crate::frames::{self, AROUND, HEADER, INDEX, RECORD};
use crate::index::{Index, TRAILER};
use crate::one::frame;
use crate::source::Source;
use stillwire_codec::frame::{CHECKSUM, HEADER_BYTES};

/// Bytes that are searched at once.
const WINDOW: u64 = 64 * 1024;
/// Bytes of what turns out to be no frame that a search computes checksums of, as a multiple of the file. Stops a file that
/// is made of headers, each for all that follows, from costing the square of its length.
const SEARCHES: u64 = 8;

/// What a file holds.
pub(crate) struct Scan {
    pub(crate) index: Index,
    /// Where the records end.
    pub(crate) end: u64,
    pub(crate) ending: Ending,
    pub(crate) gaps: Vec<Gap>,
}

/// Looks through all records, from byte `start` to the end of the file. Damage is an error, or where it is to be skipped a
/// gap.
pub(crate) fn scan(
    source: &impl Source,
    start: u64,
    limit: u64,
    skip: bool,
) -> Result<Scan, RecordError> {
    let all = source.len();
    let mut budget = all.saturating_mul(SEARCHES);
    let mut scan = Scan {
        index: Index::new(),
        end: start,
        ending: Ending::Open,
        gaps: Vec::new(),
    };
    while scan.end < all {
        let at = scan.end;
        let damage = match frame(source, at, all, limit)? {
            Ok(found) if found.kind == RECORD => {
                scan.index.push(at);
                scan.end = found.next;
                continue;
            }
            Ok(found) if found.kind == INDEX => {
                scan.ending = after_index(source, at, found.next)?;
                break;
            }
            Ok(_) => Damage::Header,
            Err(damage) => damage,
        };
        let bytes = all.saturating_sub(at);
        let Some(next) = search(source, at, limit, &mut budget)? else {
            scan.ending = Ending::Torn { at, bytes };
            break;
        };
        if !skip {
            return Err(RecordError::Damaged { at, damage });
        }
        let bytes = next.saturating_sub(at);
        scan.gaps.push(Gap { at, bytes });
        scan.end = next;
    }
    Ok(scan)
}

/// How a file ends whose index is at byte `index_at`, and whose last bytes, from `at`, should be the trailer.
fn after_index(source: &impl Source, index_at: u64, at: u64) -> Result<Ending, RecordError> {
    let bytes = source.len().saturating_sub(at);
    if bytes == TRAILER && Index::announced(source, at)? == Some(index_at) {
        return Ok(Ending::Indexed);
    }
    Ok(match bytes {
        0 => Ending::Open,
        bytes => Ending::Torn { at, bytes },
    })
}

/// The first byte after `from` where a whole frame begins.
fn search(
    source: &impl Source,
    from: u64,
    limit: u64,
    budget: &mut u64,
) -> Result<Option<u64>, RecordError> {
    let end = source.len();
    let mut start = from.saturating_add(1);
    while end.saturating_sub(start) >= AROUND {
        let len = end.saturating_sub(start).min(WINDOW);
        let window = source.read(start, usize::try_from(len).unwrap_or(0))?;
        for (bytes, at) in window.windows(HEADER_BYTES).zip(start..) {
            let Some(claimed) = claim(bytes, at) else {
                continue;
            };
            let next = at.saturating_add(AROUND).saturating_add(claimed);
            if next > end || claimed > limit {
                continue;
            }
            if frame(source, at, end, u64::MAX)?.is_ok() {
                return Ok(Some(at));
            }
            *budget = budget
                .checked_sub(claimed)
                .ok_or(RecordError::Hopeless { at: from })?;
        }
        // A header may begin in this window and end in the next.
        let step = len.saturating_sub(HEADER).saturating_add(1);
        start = start.saturating_add(step);
    }
    Ok(None)
}

/// The length that bytes claim, if they are the header of a frame after the head.
fn claim(bytes: &[u8], at: u64) -> Option<u64> {
    let [_, _, _, _, RECORD | INDEX, CHECKSUM, _, _] = bytes else {
        return None;
    };
    let (_, len) = frames::read(bytes.try_into().ok()?, at)?;
    Some(len.into())
}
