//! Reading and writing with the type of the messages.

use crate::ending::{Ending, Gap};
use crate::error::RecordError;
use crate::head::{Head, name_of};
use crate::reader::{Options, RawReader, RawRecords, Record};
use crate::source::{FileSource, Source};
use crate::writer::{RawWriter, Resumed};
use bytes::Bytes;
use std::fmt;
use std::fs::File;
use std::io::Write;
use std::marker::PhantomData;
use std::path::Path;
use stillwire_codec::{Encode, Encoded, Encoder, Limits, Message};

/// Writes a file of `M`s; the head says what an `M` is.
///
/// ```
/// # use stillwire_record::doc::Note as Order;
/// use stillwire_record::RecordWriter;
///
/// # fn main() -> Result<(), stillwire_record::RecordError> {
/// # let folder = std::env::temp_dir().join(format!("stillwire-record-{}", std::process::id()));
/// # std::fs::create_dir_all(&folder)?;
/// # let path = folder.join("orders.stillr");
/// // Goes on after the last whole record, or makes the file.
/// let (mut writer, found) = RecordWriter::<Order>::append(&path)?;
/// println!("{} records are there: {:?}", found.records, found.ending);
/// writer.write(&Order::default())?;
/// writer.sync()?; // on the disk: this record survives a crash
/// writer.finish()?; // with an index
/// # std::fs::remove_dir_all(&folder)?;
/// # Ok(())
/// # }
/// ```
pub struct RecordWriter<M, W: Write = File> {
    raw: RawWriter<W>,
    encoder: Encoder,
    message: PhantomData<fn(M)>,
}

impl<M: Message> RecordWriter<M> {
    /// Makes a new file.
    ///
    /// # Errors
    /// Where there is one at `path`, or it cannot be made.
    pub fn create(path: impl AsRef<Path>) -> Result<Self, RecordError> {
        Ok(Self::of(RawWriter::create(path, &Head::of::<M>()?)?))
    }

    /// Goes on after the last whole record of a file, and tells what was found; makes the file where it is missing.
    ///
    /// One writer at a time: two of them destroy what the other writes.
    ///
    /// # Errors
    /// Where the file cannot be read and written, is damaged before its end, or its head describes something else than `M`.
    pub fn append(path: impl AsRef<Path>) -> Result<(Self, Resumed), RecordError> {
        let (raw, found) = RawWriter::append(path, &Head::of::<M>()?)?;
        Ok((Self::of(raw), found))
    }

    /// Waits until what was written is on the disk, where a crash of the machine leaves it.
    ///
    /// # Errors
    /// Where the file fails.
    pub fn sync(&mut self) -> Result<(), RecordError> {
        self.raw.sync()
    }
}

impl<M: Message, W: Write> RecordWriter<M, W> {
    /// Writes a file to `out`, which is at its start.
    ///
    /// # Errors
    /// Where `out` fails.
    pub fn new(out: W) -> Result<Self, RecordError> {
        Ok(Self::of(RawWriter::new(out, &Head::of::<M>()?)?))
    }

    fn of(raw: RawWriter<W>) -> Self {
        Self {
            raw,
            encoder: Encoder::new(),
            message: PhantomData,
        }
    }

    /// Writes a value: the owned struct, its `…Init` of borrows, or a view. Gives its number.
    ///
    /// # Errors
    /// Where it cannot be encoded or is longer than a record may be, 64 MiB, and where writing fails, now or before.
    pub fn write(&mut self, message: &impl Encode<M>) -> Result<u64, RecordError> {
        self.raw.write(self.encoder.encode(message)?)
    }

    /// Writes a message that is encoded already, as it is. Gives its number.
    ///
    /// # Errors
    /// Where it is longer than a record may be, 64 MiB, and where writing fails, now or before.
    pub fn write_encoded(&mut self, message: &Encoded<M>) -> Result<u64, RecordError> {
        self.raw.write(message.as_bytes())
    }

    /// How many records the file has.
    pub fn len(&self) -> u64 {
        self.raw.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.raw.is_empty()
    }

    /// Hands over what was written: other processes see it.
    ///
    /// # Errors
    /// Where that fails.
    pub fn flush(&mut self) -> Result<(), RecordError> {
        self.raw.flush()
    }

    /// Writes the index, and gives back what was written to. It is flushed, not synced.
    ///
    /// # Errors
    /// Where writing fails, now or before.
    pub fn finish(self) -> Result<W, RecordError> {
        self.raw.finish()
    }
}

impl<M, W: Write + fmt::Debug> fmt::Debug for RecordWriter<M, W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.raw.fmt(f)
    }
}

/// Reads a file of `M`s, each verified when it is read.
///
/// The file's type must have the name or the layout of `M`. Where the schema has changed since, records are read as
/// messages of another version always are: what one side does not know is left out.
///
/// From bytes, records are not copied: they are parts of them. A memory map is such bytes, with the feature `mmap`:
///
/// ```
/// # #[cfg(feature = "mmap")]
/// # fn read(path: &std::path::Path) -> Result<(), Box<dyn std::error::Error>> {
/// # use stillwire_record::doc::Note as Order;
/// use stillwire_record::{RecordReader, map};
///
/// let file = std::fs::File::open(path)?;
/// // SAFETY: this program's files are its own; once finished they are not changed.
/// let reader = RecordReader::<Order, _>::new(unsafe { map(&file) }?)?;
/// # Ok(())
/// # }
/// ```
pub struct RecordReader<M, S = Bytes> {
    raw: RawReader<S>,
    message: PhantomData<fn() -> M>,
}

impl<M: Message> RecordReader<M, FileSource> {
    /// Opens the file at `path`. It is read piece by piece.
    ///
    /// # Errors
    /// Where it cannot be read, is no record file of such messages, or, if it has no index, is damaged.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, RecordError> {
        Self::of(RawReader::open(path)?)
    }
}

impl<M: Message, S: Source> RecordReader<M, S> {
    /// Reads a file from where its bytes are.
    ///
    /// # Errors
    /// Where they are no record file of such messages, or, if it has no index, are damaged.
    pub fn new(source: S) -> Result<Self, RecordError> {
        Self::of(RawReader::new(source)?)
    }

    /// The same with options.
    ///
    /// # Errors
    /// As [`new`](Self::new).
    pub fn with(source: S, options: Options) -> Result<Self, RecordError> {
        Self::of(RawReader::with(source, options)?)
    }

    /// Reads what was opened without its type.
    ///
    /// # Errors
    /// [`RecordError::OtherType`] where the file has neither the name nor the layout of `M`.
    pub fn of(raw: RawReader<S>) -> Result<Self, RecordError> {
        let (head, wanted) = (raw.head(), name_of::<M>());
        if head.name != wanted && head.fingerprint != M::FINGERPRINT {
            return Err(RecordError::OtherType {
                found: head.name.clone(),
                wanted: wanted.to_owned(),
            });
        }
        let message = PhantomData;
        Ok(Self { raw, message })
    }

    /// The same without the type.
    pub fn raw(&self) -> &RawReader<S> {
        &self.raw
    }

    /// What the file says of its records.
    pub fn head(&self) -> &Head {
        self.raw.head()
    }

    /// How many records there are.
    pub fn len(&self) -> u64 {
        self.raw.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.raw.is_empty()
    }

    /// How the file ends.
    pub fn ending(&self) -> Ending {
        self.raw.ending()
    }

    /// What was stepped over; nothing unless [`Options::skip_damage`] is set.
    pub fn gaps(&self) -> &[Gap] {
        self.raw.gaps()
    }

    /// Record `nth`, from 0; `None` beyond the last.
    ///
    /// # Errors
    /// Where it, or one of the few that lead to it, is damaged, or it is no `M`.
    pub fn get(&self, nth: u64) -> Result<Option<Encoded<M>>, RecordError> {
        let limits = &self.raw.options().limits;
        let record = self.raw.get(nth)?;
        record.map(|record| verified(record, limits)).transpose()
    }

    /// All records.
    pub fn iter(&self) -> Records<'_, M, S> {
        Records::of(self.raw.iter(), self.raw.options().limits)
    }

    /// The records from `nth` on; none beyond the last.
    ///
    /// # Errors
    /// Where one of the few that lead to it is damaged.
    pub fn iter_from(&self, nth: u64) -> Result<Records<'_, M, S>, RecordError> {
        let limits = self.raw.options().limits;
        Ok(Records::of(self.raw.iter_from(nth)?, limits))
    }
}

impl<'r, M: Message, S: Source> IntoIterator for &'r RecordReader<M, S> {
    type Item = Result<Encoded<M>, RecordError>;
    type IntoIter = Records<'r, M, S>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<M, S: fmt::Debug> fmt::Debug for RecordReader<M, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.raw.fmt(f)
    }
}

fn verified<M: Message>(record: Record, limits: &Limits) -> Result<Encoded<M>, RecordError> {
    let Record { nth, at, bytes } = record;
    Encoded::parse_with(bytes, limits).map_err(|error| RecordError::Message { nth, at, error })
}

/// The records of a file, one after the other. Damage ends it; a record that is whole and no `M` is an error, and the next
/// one follows.
pub struct Records<'r, M, S> {
    raw: RawRecords<'r, S>,
    limits: Limits,
    message: PhantomData<fn() -> M>,
}

impl<'r, M, S> Records<'r, M, S> {
    fn of(raw: RawRecords<'r, S>, limits: Limits) -> Self {
        let message = PhantomData;
        Self {
            raw,
            limits,
            message,
        }
    }
}

impl<M: Message, S: Source> Iterator for Records<'_, M, S> {
    type Item = Result<Encoded<M>, RecordError>;

    fn next(&mut self) -> Option<Self::Item> {
        let limits = &self.limits;
        self.raw
            .next()
            .map(|record| record.and_then(|record| verified(record, limits)))
    }
}

impl<M, S: fmt::Debug> fmt::Debug for Records<'_, M, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.raw.fmt(f)
    }
}
