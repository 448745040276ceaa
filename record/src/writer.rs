//! Writing without the type of the messages.

use crate::ending::Ending;
use crate::error::RecordError;
use crate::frames::{self, RECORD};
use crate::head::Head;
use crate::index::Index;
use crate::reader::{DEFAULT_RECORD_BYTES, RawReader};
use crate::source::FileSource;
use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::Path;
use stillwire_codec::frame;

/// Bytes that wait in a writer.
const BUFFER: usize = 64 * 1024;

/// What was found in a file that is appended to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resumed {
    /// Records that it holds.
    pub records: u64,
    /// How it ended. [`Ending::Torn`] tells what was cut off it.
    pub ending: Ending,
}

/// Writes a record file whose type need not be known.
///
/// What is written is in the file after [`flush`](Self::flush), and on the disk after [`sync`](Self::sync). A file that is
/// not [finished](Self::finish) has no index, and all its records.
#[derive(Debug)]
pub struct RawWriter<W: Write = File> {
    out: BufWriter<W>,
    /// Where the next frame begins.
    at: u64,
    index: Index,
    broken: bool,
}

impl RawWriter<File> {
    /// Makes a new file.
    ///
    /// # Errors
    /// Where there is one at `path`, or it cannot be made.
    pub fn create(path: impl AsRef<Path>, head: &Head) -> Result<Self, RecordError> {
        Self::new(File::create_new(path)?, head)
    }

    /// Goes on after the last whole record of a file, which the file's index or a torn end follows: they are cut off. A file
    /// that is missing is made; one that was cut off within its head is begun anew.
    ///
    /// One writer at a time: two of them destroy what the other writes.
    ///
    /// # Errors
    /// Where the file cannot be read and written, is damaged before its end, or has another type or schema.
    pub fn append(path: impl AsRef<Path>, head: &Head) -> Result<(Self, Resumed), RecordError> {
        let mut options = OpenOptions::new();
        let mut file = options
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)?;
        let begins = head.encode()?;
        if is_part(&mut file, &begins)? {
            let found = Resumed {
                records: 0,
                ending: Ending::Torn {
                    at: 0,
                    bytes: file.metadata()?.len(),
                },
            };
            file.set_len(0)?;
            file.rewind()?;
            return Ok((Self::new(file, head)?, found));
        }
        let reader = RawReader::new(FileSource::new(file.try_clone()?)?)?;
        let there = reader.head();
        if there.name != head.name {
            return Err(RecordError::OtherType {
                found: there.name.clone(),
                wanted: head.name.clone(),
            });
        }
        if there.fingerprint != head.fingerprint {
            let name = head.name.clone();
            return Err(RecordError::OtherSchema { name });
        }
        Self::go_on(file, reader)
    }

    /// The same for a file of whatever type, which must be there.
    ///
    /// # Errors
    /// Where the file cannot be read and written, is no record file, or is damaged before its end.
    pub fn resume(path: impl AsRef<Path>) -> Result<(Self, Resumed), RecordError> {
        let file = OpenOptions::new().read(true).write(true).open(path)?;
        let reader = RawReader::new(FileSource::new(file.try_clone()?)?)?;
        Self::go_on(file, reader)
    }

    fn go_on(
        mut file: File,
        reader: RawReader<FileSource>,
    ) -> Result<(Self, Resumed), RecordError> {
        let at = reader.extent().end;
        let found = Resumed {
            records: reader.len(),
            ending: reader.ending(),
        };
        file.set_len(at)?;
        file.seek(SeekFrom::Start(at))?;
        let writer = Self {
            out: BufWriter::with_capacity(BUFFER, file),
            at,
            index: reader.into_index(),
            broken: false,
        };
        Ok((writer, found))
    }

    /// Waits until what was written is on the disk, where a crash of the machine leaves it.
    ///
    /// # Errors
    /// Where the file fails.
    pub fn sync(&mut self) -> Result<(), RecordError> {
        self.flush()?;
        Ok(self.out.get_ref().sync_data()?)
    }
}

/// Whether a file is no more than a part of what it begins with: its writer was cut off before its first record.
fn is_part(file: &mut File, begins: &[u8]) -> io::Result<bool> {
    let len = file.metadata()?.len();
    if usize::try_from(len).is_ok_and(|len| len < begins.len()) {
        let mut there = Vec::new();
        file.take(len).read_to_end(&mut there)?;
        return Ok(begins.starts_with(&there));
    }
    Ok(false)
}

impl<W: Write> RawWriter<W> {
    /// Writes a file to `out`, which is at its start.
    ///
    /// # Errors
    /// Where `out` fails, or the head is longer than 64 MiB.
    pub fn new(out: W, head: &Head) -> Result<Self, RecordError> {
        let mut writer = Self {
            out: BufWriter::with_capacity(BUFFER, out),
            at: 0,
            index: Index::new(),
            broken: false,
        };
        writer.put(&[&head.encode()?])?;
        Ok(writer)
    }

    /// Writes a message, which must be one of the file's type: that is for whoever reads it to verify. Gives its number.
    ///
    /// # Errors
    /// Where it is longer than a record may be, 64 MiB, and where writing fails, now or before.
    pub fn write(&mut self, message: &[u8]) -> Result<u64, RecordError> {
        self.write_within(message, DEFAULT_RECORD_BYTES)
    }

    /// The same with another bound, which a reader has to be given, too.
    ///
    /// # Errors
    /// As [`write`](Self::write).
    pub fn write_within(&mut self, message: &[u8], limit: usize) -> Result<u64, RecordError> {
        let at = self.at;
        let len = u32::try_from(message.len()).ok();
        let Some(len) = len.filter(|_| message.len() <= limit) else {
            let wide = |len: usize| u64::try_from(len).unwrap_or(u64::MAX);
            let (len, limit) = (wide(message.len()), wide(limit));
            return Err(RecordError::TooLong { at, len, limit });
        };
        let header = frames::header(RECORD, len, at);
        let sum = frame::checksum(header, message).to_le_bytes();
        self.put(&[&header, message, &sum])?;
        let nth = self.index.count();
        self.index.push(at);
        Ok(nth)
    }

    /// How many records the file has.
    pub fn len(&self) -> u64 {
        self.index.count()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Hands over what was written.
    ///
    /// # Errors
    /// Where that fails.
    pub fn flush(&mut self) -> Result<(), RecordError> {
        self.put(&[])?;
        self.out.flush().map_err(|error| self.fail(error))
    }

    /// Writes the index, and gives back what was written to. It is flushed, not synced.
    ///
    /// # Errors
    /// Where writing fails, now or before.
    pub fn finish(mut self) -> Result<W, RecordError> {
        let end = self.index.encode(self.at)?;
        self.put(&[&end])?;
        self.flush()?;
        Ok(self
            .out
            .into_inner()
            .map_err(io::IntoInnerError::into_error)?)
    }

    /// After a failure nobody knows what is in the file.
    fn fail(&mut self, error: io::Error) -> RecordError {
        self.broken = true;
        error.into()
    }

    fn put(&mut self, parts: &[&[u8]]) -> Result<(), RecordError> {
        if self.broken {
            return Err(RecordError::Broken);
        }
        for part in parts {
            self.out.write_all(part).map_err(|error| self.fail(error))?;
            let len = u64::try_from(part.len()).unwrap_or(u64::MAX);
            self.at = self.at.saturating_add(len);
        }
        Ok(())
    }
}
