//! Where a reader's bytes come from.

use bytes::{Bytes, BytesMut};
use std::fmt;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::sync::{Mutex, PoisonError};

/// Bytes of a fixed number, any part of which can be had.
pub trait Source {
    /// How many there are. A reader asks for none beyond.
    fn len(&self) -> u64;

    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The `len` bytes from `at`.
    ///
    /// # Errors
    /// Where they cannot be had, as when a file is shorter than it was.
    fn read(&self, at: u64, len: usize) -> io::Result<Bytes>;
}

/// Without a copy. What a memory map gives is such bytes: `Bytes::from_owner(map)`.
impl Source for Bytes {
    fn len(&self) -> u64 {
        u64::try_from(Self::len(self)).unwrap_or(u64::MAX)
    }

    fn read(&self, at: u64, len: usize) -> io::Result<Bytes> {
        let range = usize::try_from(at).ok().and_then(|start| {
            let end = start.checked_add(len)?;
            (end <= Self::len(self)).then_some(start..end)
        });
        match range {
            Some(range) => Ok(self.slice(range)),
            None => Err(io::ErrorKind::UnexpectedEof.into()),
        }
    }
}

/// Bytes that are read ahead where reading goes on where it left off.
const AHEAD: usize = 256 * 1024;
/// Bytes that are read elsewhere, at least: a header and, mostly, its record.
const LEAST: usize = 4 * 1024;

/// A file that is read piece by piece, ahead where reading goes straight on. It is as long as it was when it was opened.
pub struct FileSource {
    len: u64,
    inner: Mutex<Inner>,
}

struct Inner {
    file: File,
    /// The piece that was read last, and where it is.
    at: u64,
    piece: Bytes,
}

impl FileSource {
    /// The file, from its first byte to what is now its last.
    ///
    /// # Errors
    /// Where its length cannot be had.
    pub fn new(file: File) -> io::Result<Self> {
        let len = file.metadata()?.len();
        let (at, piece) = (0, Bytes::new());
        let inner = Mutex::new(Inner { file, at, piece });
        Ok(Self { len, inner })
    }
}

impl Source for FileSource {
    fn len(&self) -> u64 {
        self.len
    }

    fn read(&self, at: u64, len: usize) -> io::Result<Bytes> {
        // A panic elsewhere leaves a piece that is what it says.
        let mut inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = inner.within(at, len) {
            return Ok(found);
        }
        let room = usize::try_from(self.len.saturating_sub(at)).unwrap_or(usize::MAX);
        if room < len {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let end = inner
            .at
            .saturating_add(inner.piece.as_ref().len().try_into().unwrap_or(u64::MAX));
        let straight_on = inner.at <= at && at <= end;
        let wanted = len.max(if straight_on { AHEAD } else { LEAST }).min(room);
        let piece = inner.fetch(at, wanted)?;
        (inner.at, inner.piece) = (at, piece);
        inner
            .within(at, len)
            .ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
    }
}

impl Inner {
    fn within(&self, at: u64, len: usize) -> Option<Bytes> {
        let start = usize::try_from(at.checked_sub(self.at)?).ok()?;
        let end = start.checked_add(len)?;
        (end <= self.piece.len()).then(|| self.piece.slice(start..end))
    }

    /// Memory grows with what was read, so a length that a damaged file claims costs nothing: it is no more than the file.
    fn fetch(&mut self, at: u64, len: usize) -> io::Result<Bytes> {
        let mut piece = BytesMut::zeroed(len);
        self.file.seek(SeekFrom::Start(at))?;
        self.file.read_exact(&mut piece)?;
        Ok(piece.freeze())
    }
}

impl fmt::Debug for FileSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FileSource")
            .field("len", &self.len)
            .finish_non_exhaustive()
    }
}
