//! What can be wrong with a record file, and where.

use std::io;
use stillwire_codec::{DecodeError, EncodeError};

/// Why a record file cannot be read or written. Offsets are in bytes from the start of the file.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RecordError {
    /// The file, or what stands for it, failed.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The file does not begin as record files do.
    #[error("no record file: it does not begin with \\x89SWR")]
    NotRecords,
    /// The file ends before its first record could.
    #[error("the head is cut off: the file ends at byte {at}")]
    HeadCut {
        /// Bytes of the file.
        at: u64,
    },
    /// The head does not say what a head says.
    #[error("the head, at byte {at}: {what}")]
    Head {
        /// Where.
        at: u64,
        /// What is wrong.
        what: &'static str,
    },
    /// The head is one of a later version.
    #[error("version {found} of the format; this reader knows version 1")]
    Version {
        /// The file's.
        found: u16,
    },
    /// The schema in the head is none.
    #[error("the head's descriptor: {0}")]
    Descriptor(DecodeError),
    /// Bytes where a record must be are none, and others follow that are: the file was damaged.
    #[error("damaged at byte {at}: {damage}")]
    Damaged {
        /// Where the damaged record begins.
        at: u64,
        /// What is wrong with it.
        damage: Damage,
    },
    /// The file is so full of what looks like records and is none that the search for the next one was given up.
    #[error("damaged at byte {at}, and what follows is no file that a writer made")]
    Hopeless {
        /// Where the search began.
        at: u64,
    },
    /// The index at the end does not fit the records.
    #[error("the index, at byte {at}: {what}")]
    Index {
        /// Where the index begins.
        at: u64,
        /// What is wrong.
        what: &'static str,
    },
    /// A record is longer than is allowed.
    #[error("the record at byte {at}: {len} bytes, {limit} allowed")]
    TooLong {
        /// Where it begins, or would.
        at: u64,
        /// Its bytes.
        len: u64,
        /// The limit.
        limit: u64,
    },
    /// A record is whole, and not a message of its type.
    #[error("record {nth}, at byte {at}: {error}")]
    Message {
        /// Its number, from 0.
        nth: u64,
        /// Where its message begins.
        at: u64,
        /// What is wrong; offsets are within the message.
        error: DecodeError,
    },
    /// The records are of another type than the one that was asked for.
    #[error("the file holds {found}, not {wanted}")]
    OtherType {
        /// The file's type.
        found: String,
        /// The type that was asked for.
        wanted: String,
    },
    /// Records cannot be appended that the file's descriptor does not describe.
    #[error(
        "the file has an older or newer form of {name}: what is appended would not be what its head describes"
    )]
    OtherSchema {
        /// The type.
        name: String,
    },
    /// A value that was to be written cannot be encoded.
    #[error(transparent)]
    Encode(#[from] EncodeError),
    /// An earlier write failed, so that the file ends in a part of a record.
    #[error("an earlier write failed; the file can be appended to when it is opened anew")]
    Broken,
}

/// What is wrong with a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Damage {
    /// Its header is none, or one that belongs elsewhere in the file.
    #[error("no header of a record")]
    Header,
    /// Header and message are not those that were written.
    #[error("checksum {found:#010x}, expected {expected:#010x}")]
    Checksum {
        /// The checksum of what is there.
        expected: u32,
        /// The checksum that the record carries.
        found: u32,
    },
    /// It reaches beyond where the records end.
    #[error("{missing} bytes are missing")]
    Cut {
        /// How many.
        missing: u64,
    },
}
