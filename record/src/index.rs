//! Where records begin: every so many of them, so that an index is small and any record a few steps away.

use crate::error::RecordError;
use crate::frames::{self, AROUND, INDEX};
use crate::one;
use crate::source::Source;
use bytes::{Buf, BufMut, Bytes};
use stillwire_codec::frame;

/// Records from one entry to the next, at first.
const FIRST_STRIDE: u64 = 16;
/// Entries of a writer's index: 8 MiB of them. Where there would be more, every other one goes and the stride doubles, so
/// that a writer's memory has a bound whatever it writes.
const MAX_ENTRIES: usize = 1 << 20;

/// The last bytes of a finished file: where its index is, these, and a checksum of both.
const TRAILER_MAGIC: [u8; 4] = *b"SWRX";
/// Bytes of the trailer.
pub(crate) const TRAILER: u64 = 16;

/// How many records there are, and where some of them begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Index {
    count: u64,
    stride: u64,
    /// Of record 0, `stride`, 2 × `stride`, and so on.
    offsets: Vec<u64>,
    max: usize,
}

impl Index {
    pub(crate) const fn new() -> Self {
        Self {
            count: 0,
            stride: FIRST_STRIDE,
            offsets: Vec::new(),
            max: MAX_ENTRIES,
        }
    }

    pub(crate) const fn count(&self) -> u64 {
        self.count
    }

    /// The next record begins at byte `at`.
    pub(crate) fn push(&mut self, at: u64) {
        if self.is_due() && self.offsets.len() >= self.max {
            let mut keep = false;
            self.offsets.retain(|_| {
                keep = !keep;
                keep
            });
            self.stride = self.stride.saturating_mul(2);
        }
        if self.is_due() {
            self.offsets.push(at);
        }
        self.count = self.count.saturating_add(1);
    }

    fn is_due(&self) -> bool {
        self.count.checked_rem(self.stride) == Some(0)
    }

    /// Where to begin looking for record `nth`, and how many to step over from there.
    pub(crate) fn locate(&self, nth: u64) -> Option<(u64, u64)> {
        if nth >= self.count {
            return None;
        }
        let entry = usize::try_from(nth.checked_div(self.stride)?).ok()?;
        Some((*self.offsets.get(entry)?, nth.checked_rem(self.stride)?))
    }

    /// The frame and the trailer that end a file, from byte `at`.
    pub(crate) fn encode(&self, at: u64) -> Result<Vec<u8>, RecordError> {
        let mut payload = Vec::new();
        payload.put_u64_le(self.count);
        payload.put_u64_le(self.stride);
        for offset in &self.offsets {
            payload.put_u64_le(*offset);
        }
        let what = "it is longer than 4 GiB";
        let len = u32::try_from(payload.len()).map_err(|_| RecordError::Index { at, what })?;
        let header = frames::header(INDEX, len, at);
        let mut out = header.to_vec();
        out.put_slice(&payload);
        out.put_u32_le(frame::checksum(header, &payload));
        out.put_slice(&trailer(at));
        Ok(out)
    }

    /// The index of a file whose records begin at byte `start`, and where it is; `None` where there is none that is whole.
    pub(crate) fn read(
        source: &impl Source,
        start: u64,
    ) -> Result<Option<(Self, u64)>, RecordError> {
        let Some(trailer_at) = source.len().checked_sub(TRAILER).filter(|at| *at >= start) else {
            return Ok(None);
        };
        let Some(at) = Self::announced(source, trailer_at)?.filter(|at| *at >= start) else {
            return Ok(None);
        };
        let found = one::frame(source, at, trailer_at, u64::MAX)?;
        let Some(found) = found
            .ok()
            .filter(|f| f.kind == INDEX && f.next == trailer_at)
        else {
            return Ok(None);
        };
        let index = Self::decode(found.payload).and_then(|index| index.check(start, at));
        let index = index.map_err(|what| RecordError::Index { at, what })?;
        Ok(Some((index, at)))
    }

    /// Where the trailer at byte `at`, which ends the file, says that the index is.
    pub(crate) fn announced(source: &impl Source, at: u64) -> Result<Option<u64>, RecordError> {
        let bytes = source.read(at, trailer(0).len())?;
        let index_at = bytes.clone().get_u64_le();
        Ok((bytes == trailer(index_at).as_slice()).then_some(index_at))
    }

    fn decode(mut payload: Bytes) -> Result<Self, &'static str> {
        let (Ok(count), Ok(stride)) = (payload.try_get_u64_le(), payload.try_get_u64_le()) else {
            return Err("it is too short");
        };
        let mut offsets = Vec::new();
        while let Ok(offset) = payload.try_get_u64_le() {
            offsets.push(offset);
        }
        if payload.is_empty() {
            let max = MAX_ENTRIES;
            Ok(Self {
                count,
                stride,
                offsets,
                max,
            })
        } else {
            Err("a part of an entry is left over")
        }
    }

    /// Whether it can be the index of records from byte `start` to byte `end`. Which of those bytes are records shows when
    /// they are read.
    fn check(self, start: u64, end: u64) -> Result<Self, &'static str> {
        if self.stride == 0 {
            return Err("a stride of nothing");
        }
        if usize::try_from(self.count.div_ceil(self.stride)) != Ok(self.offsets.len()) {
            return Err("it has not the entries of its records");
        }
        if self.offsets.first().copied().unwrap_or(end) != start {
            return Err("the records do not begin where it says");
        }
        let ends = self.offsets.iter().skip(1).chain([&end]);
        let mut left = self.count;
        for (from, to) in self.offsets.iter().zip(ends) {
            let records = left.min(self.stride);
            left = left.saturating_sub(records);
            let least = records.checked_mul(AROUND);
            if to
                .checked_sub(*from)
                .is_none_or(|room| least.is_none_or(|least| room < least))
            {
                return Err("it has entries where there is no room for records");
            }
        }
        Ok(self)
    }
}

fn trailer(index_at: u64) -> [u8; 16] {
    let at = index_at.to_le_bytes();
    let sum = frame::checksum(at, &TRAILER_MAGIC).to_le_bytes();
    let mut out = [0; 16];
    let parts = at.iter().chain(&TRAILER_MAGIC).chain(&sum);
    for (to, from) in out.iter_mut().zip(parts) {
        *to = *from;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_record_is_found_however_often_the_stride_doubles() {
        let mut index = Index::new();
        index.max = 4;
        for nth in 0..1000 {
            index.push(nth * 100);
            assert!(index.offsets.len() <= 4);
            for sought in [0, nth / 3, nth] {
                let (at, steps) = index.locate(sought).unwrap();
                assert_eq!(at + steps * 100, sought * 100);
            }
        }
        assert_eq!(index.locate(1000), None);
        assert_eq!(index.stride, 256);
    }

    #[test]
    fn entries_that_no_records_can_have_are_refused() {
        let index = |count, stride, offsets: &[u64]| Index {
            count,
            stride,
            offsets: offsets.to_vec(),
            max: MAX_ENTRIES,
        };
        assert!(index(3, 2, &[100, 124]).check(100, 136).is_ok());
        assert!(index(0, 2, &[]).check(100, 100).is_ok());
        for (wrong, end) in [
            (index(3, 0, &[100, 124]), 136),
            (index(3, 2, &[100]), 136),
            (index(3, 2, &[101, 125]), 137),
            (index(3, 2, &[100, 123]), 136),
            (index(3, 2, &[100, 124]), 135),
            (index(3, 2, &[100, 90]), 136),
            (index(0, 2, &[]), 101),
            (index(u64::MAX, u64::MAX, &[100]), 101),
        ] {
            assert!(wrong.clone().check(100, end).is_err(), "{wrong:?}");
        }
    }
}
