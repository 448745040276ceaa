//! Reading without the type of the messages.

use crate::ending::{Ending, Gap};
use crate::error::{Damage, RecordError};
use crate::frames::{HEADER, RECORD};
use crate::head::Head;
use crate::index::Index;
use crate::one::{frame, header};
use crate::scan::{Scan, scan};
use crate::source::{FileSource, Source};
use bytes::Bytes;
use std::fs::File;
use std::path::Path;
use stillwire_codec::Limits;

/// The longest record that is read or written when nobody says otherwise, in bytes. A file is read a record at a time, so
/// this is what a hostile one can make a reader hold.
pub(crate) const DEFAULT_RECORD_BYTES: usize = 64 * 1024 * 1024;

/// How a file is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// What is accepted of a message. `message_bytes`, 64 MiB by default, is the longest record.
    pub limits: Limits,
    /// Step over what is damaged. Then opening reads the whole file, and records are numbered without those that are lost.
    pub skip_damage: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            limits: Limits {
                message_bytes: DEFAULT_RECORD_BYTES,
                ..Limits::default()
            },
            skip_damage: false,
        }
    }
}

impl Options {
    pub(crate) fn record_bytes(&self) -> u64 {
        u64::try_from(self.limits.message_bytes).unwrap_or(u64::MAX)
    }
}

/// A record, as it lies in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its number, from 0.
    pub nth: u64,
    /// Where its message begins, in bytes from the start of the file.
    pub at: u64,
    /// The message. Its checksum was right; that it is one of the file's type is yet to be verified.
    pub bytes: Bytes,
}

/// Reads a record file whose type need not be known.
///
/// A file with an index is opened without being read. In one without, opening looks through all records.
#[derive(Debug)]
pub struct RawReader<S = Bytes> {
    source: S,
    head: Head,
    /// Where the records begin.
    start: u64,
    /// Where they end.
    end: u64,
    index: Index,
    ending: Ending,
    gaps: Vec<Gap>,
    options: Options,
}

impl RawReader<FileSource> {
    /// Opens the file at `path`. It is read piece by piece.
    ///
    /// # Errors
    /// Where it cannot be read, is no record file, or, if it has no index, is damaged.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, RecordError> {
        Self::open_with(path, Options::default())
    }

    /// The same with options.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn open_with(path: impl AsRef<Path>, options: Options) -> Result<Self, RecordError> {
        Self::with(FileSource::new(File::open(path)?)?, options)
    }
}

impl<S: Source> RawReader<S> {
    /// Reads a file from where its bytes are.
    ///
    /// # Errors
    /// Where they are no record file, or, if it has no index, are damaged.
    pub fn new(source: S) -> Result<Self, RecordError> {
        Self::with(source, Options::default())
    }

    /// The same with options.
    ///
    /// # Errors
    /// As [`new`](Self::new).
    pub fn with(source: S, options: Options) -> Result<Self, RecordError> {
        let (head, start) = Head::read(&source)?;
        let indexed = if options.skip_damage {
            None
        } else {
            Index::read(&source, start)?
        };
        let Scan {
            index,
            end,
            ending,
            gaps,
        } = match indexed {
            Some((index, end)) => Scan {
                index,
                end,
                ending: Ending::Indexed,
                gaps: Vec::new(),
            },
            None => scan(&source, start, options.record_bytes(), options.skip_damage)?,
        };
        Ok(Self {
            source,
            head,
            start,
            end,
            index,
            ending,
            gaps,
            options,
        })
    }

    /// What the file says of its records.
    pub fn head(&self) -> &Head {
        &self.head
    }

    /// How many records there are.
    pub fn len(&self) -> u64 {
        self.index.count()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How the file ends.
    pub fn ending(&self) -> Ending {
        self.ending
    }

    /// What was stepped over; nothing unless [`Options::skip_damage`] is set.
    pub fn gaps(&self) -> &[Gap] {
        &self.gaps
    }

    /// The bytes of the file in which the records lie.
    pub fn extent(&self) -> std::ops::Range<u64> {
        self.start..self.end
    }

    pub(crate) fn options(&self) -> &Options {
        &self.options
    }

    pub(crate) fn into_index(self) -> Index {
        self.index
    }

    /// Record `nth`, from 0; `None` beyond the last.
    ///
    /// # Errors
    /// Where it, or one of the few that lead to it, is damaged.
    pub fn get(&self, nth: u64) -> Result<Option<Record>, RecordError> {
        self.iter_from(nth)?.next().transpose()
    }

    /// All records.
    pub fn iter(&self) -> RawRecords<'_, S> {
        self.records(self.start, 0)
    }

    /// The records from `nth` on; none beyond the last.
    ///
    /// # Errors
    /// Where one of the few that lead to it is damaged.
    pub fn iter_from(&self, nth: u64) -> Result<RawRecords<'_, S>, RecordError> {
        let Some((mut at, steps)) = self.index.locate(nth) else {
            return Ok(self.records(self.end, self.len()));
        };
        for _ in 0..steps {
            at = self.past_gap(at);
            at = match header(&self.source, at, self.end)? {
                Ok((RECORD, _, next)) => next,
                Ok(_) => return Err(damaged(at, Damage::Header)),
                Err(damage) => return Err(damaged(at, damage)),
            };
        }
        Ok(self.records(at, nth))
    }

    fn records(&self, at: u64, nth: u64) -> RawRecords<'_, S> {
        RawRecords {
            reader: self,
            at,
            nth,
            done: false,
        }
    }

    /// Where the next record begins, if a gap is at byte `at`.
    fn past_gap(&self, at: u64) -> u64 {
        let gap = self.gaps.binary_search_by_key(&at, |gap| gap.at).ok();
        let gap = gap.and_then(|index| self.gaps.get(index));
        gap.map_or(at, |gap| at.saturating_add(gap.bytes))
    }
}

impl<'r, S: Source> IntoIterator for &'r RawReader<S> {
    type Item = Result<Record, RecordError>;
    type IntoIter = RawRecords<'r, S>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

fn damaged(at: u64, damage: Damage) -> RecordError {
    RecordError::Damaged { at, damage }
}

/// The records of a file, one after the other. The first error is the last item.
#[derive(Debug)]
pub struct RawRecords<'r, S> {
    reader: &'r RawReader<S>,
    at: u64,
    nth: u64,
    done: bool,
}

impl<S: Source> RawRecords<'_, S> {
    fn read(&mut self) -> Result<Option<Record>, RecordError> {
        let reader = self.reader;
        self.at = reader.past_gap(self.at);
        let (at, nth) = (self.at, self.nth);
        if (at == reader.end) != (nth == reader.len()) {
            let (at, what) = (reader.end, "it has not as many records as there are");
            return Err(RecordError::Index { at, what });
        }
        if at == reader.end {
            return Ok(None);
        }
        let limit = reader.options.record_bytes();
        match frame(&reader.source, at, reader.end, limit)? {
            Ok(found) if found.kind == RECORD => {
                self.at = found.next;
                self.nth = nth.saturating_add(1);
                Ok(Some(Record {
                    nth,
                    at: at.saturating_add(HEADER),
                    bytes: found.payload,
                }))
            }
            Ok(_) => Err(damaged(at, Damage::Header)),
            Err(damage) => Err(damaged(at, damage)),
        }
    }
}

impl<S: Source> Iterator for RawRecords<'_, S> {
    type Item = Result<Record, RecordError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        let read = self.read().transpose();
        self.done = !matches!(read, Some(Ok(_)));
        read
    }
}
