//! Record files: messages one after the other, in a file that explains itself.
//!
//! ```text
//! ┌───────┬─────────────────────────┬────────┬────────┬───┬────────┬───────┬─────────┐
//! │ magic │ head: type, descriptor  │ record │ record │ … │ record │ index │ trailer │
//! └───────┴─────────────────────────┴────────┴────────┴───┴────────┴───────┴─────────┘
//! ```
//!
//! The head holds the schema, so that a file can be read, shown and converted by whoever has nothing but the file. Each
//! record is a frame with a checksum, and its header says where in the file it is, so damage is found, located and
//! stepped over. The index finds any record at once; a file without one, whose writer was cut off, has all its records
//! all the same: at most the one that was being written is lost, and the reader tells.
//!
//! `docs/record-format.md` has every byte.
//!
//! | | with the message's type | without |
//! |---|---|---|
//! | write | [`RecordWriter`] | [`RawWriter`] |
//! | read | [`RecordReader`] | [`RawReader`], and [`Pool`](stillwire_descriptor::dynamic::Pool) of its descriptor |
//!
//! ```
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # use stillwire_record::doc::Note;
//! use bytes::Bytes;
//! use stillwire_record::{RecordReader, RecordWriter};
//!
//! let mut writer = RecordWriter::<Note, _>::new(Vec::new())?;
//! for text in ["first", "second"] {
//!     writer.write(&Note { name: text.into(), ..Note::default() })?;
//! }
//! let file = writer.finish()?;
//!
//! let reader = RecordReader::<Note, _>::new(Bytes::from(file))?;
//! assert_eq!(reader.len(), 2);
//! assert_eq!(reader.get(1)?.map(|note| note.view().name().to_owned()).as_deref(), Some("second"));
//! for note in reader.iter() {
//!     println!("{:?}", note?.view());
//! }
//! # Ok(())
//! # }
//! ```
#![cfg_attr(not(feature = "mmap"), forbid(unsafe_code))]
#![deny(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic
)]

mod ending;
mod error;
mod frames;
mod head;
mod index;
#[cfg(feature = "mmap")]
mod map;
mod one;
mod reader;
mod scan;
mod source;
mod typed;
mod writer;

pub use ending::{Ending, Gap};
pub use error::{Damage, RecordError};
pub use head::Head;
#[cfg(feature = "mmap")]
pub use map::map;
pub use reader::{Options, RawReader, RawRecords, Record};
pub use source::{FileSource, Source};
pub use typed::{RecordReader, RecordWriter, Records};
pub use writer::{RawWriter, Resumed};

/// A message type for the examples of this crate.
#[doc(hidden)]
pub mod doc {
    pub use stillwire_descriptor::v1::TypeDef as Note;
}
