//! What is measured: one data set in every format, each with the work that it can do.

use crate::touch::{Touch, digest};
use std::fmt;
use std::hint::black_box;

/// A way to write values as bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, clap::ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum Format {
    Stillwire,
    SerdeJson,
    SimdJson,
    Prost,
    Rkyv,
    Flatbuffers,
    Capnp,
    Bitcode,
    Wincode,
    Postcard,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Stillwire,
        Self::SerdeJson,
        Self::SimdJson,
        Self::Prost,
        Self::Rkyv,
        Self::Flatbuffers,
        Self::Capnp,
        Self::Bitcode,
        Self::Wincode,
        Self::Postcard,
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stillwire => "stillwire",
            Self::SerdeJson => "serde_json",
            Self::SimdJson => "simd_json",
            Self::Prost => "prost",
            Self::Rkyv => "rkyv",
            Self::Flatbuffers => "flatbuffers",
            Self::Capnp => "capnp",
            Self::Bitcode => "bitcode",
            Self::Wincode => "wincode",
            Self::Postcard => "postcard",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// What is measured of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// From the owned value to bytes, in a buffer that is kept.
    Encode,
    /// The same in a buffer of its own.
    EncodeFresh,
    /// From borrows to bytes, in a buffer that is kept.
    EncodeInit,
    /// From bytes to bytes that are known to be sound.
    Verify,
    /// From bytes to a few fields of every element.
    VerifyRead,
    /// From bytes to every field.
    ReadAll,
    /// From bytes to the owned value.
    ToOwned,
    /// A few fields of every element of sound bytes, changed where they lie.
    Patch,
    /// Bytes.
    Size,
    /// Bytes after zstd.
    SizeZstd,
}

impl Measure {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Encode => "encode",
            Self::EncodeFresh => "encode_fresh",
            Self::EncodeInit => "encode_init",
            Self::Verify => "verify",
            Self::VerifyRead => "verify_read",
            Self::ReadAll => "read_all",
            Self::ToOwned => "to_owned",
            Self::Patch => "patch",
            Self::Size => "size",
            Self::SizeZstd => "size_zstd",
        }
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// One kind of work in one format.
pub struct Case {
    /// Of which format.
    pub format: Format,
    /// Which work.
    pub measure: Measure,
    /// Does it so many times.
    pub run: Box<dyn FnMut(u64)>,
}

impl fmt::Debug for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Case({} {})", self.format, self.measure)
    }
}

/// A data set in every format. What is measured lives as long as the process, so nothing of it is ever freed meanwhile.
#[derive(Debug)]
pub struct Subject {
    /// The name of the data set.
    pub set: &'static str,
    /// The work.
    pub cases: Vec<Case>,
    /// What each format writes.
    pub bytes: Vec<(Format, &'static [u8])>,
    odd: bool,
    /// The digest of the value that all formats must hold.
    expected: u64,
    /// The digest of what was read from each, and how it was read.
    read: Vec<(Format, &'static str, u64)>,
}

/// A format holds something else than the data set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement {
    /// The data set.
    pub set: &'static str,
    /// The format.
    pub format: Format,
    /// How it was read.
    pub how: &'static str,
}

impl fmt::Display for Disagreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { set, format, how } = self;
        write!(
            f,
            "{format} does not hold the values of {set}: {how} reads otherwise"
        )
    }
}

impl std::error::Error for Disagreement {}

impl Subject {
    /// A set that holds `value`.
    pub fn new(set: &'static str, value: impl Touch) -> Self {
        Self {
            set,
            cases: Vec::new(),
            bytes: Vec::new(),
            odd: false,
            expected: digest(value),
            read: Vec::new(),
        }
    }

    /// Lets what formats write lie at an odd address, as messages may in the buffers of a network.
    pub fn at_odd_addresses(mut self) -> Self {
        self.odd = true;
        self
    }

    /// Adds what a format wrote, which is kept for good.
    pub fn wrote(&mut self, format: Format, bytes: Vec<u8>) -> &'static [u8] {
        let bytes = if self.odd {
            at_an_odd_address(&bytes)
        } else {
            bytes.leak()
        };
        self.bytes.push((format, bytes));
        bytes
    }

    /// Adds what was read from those bytes.
    pub fn read(&mut self, format: Format, how: &'static str, value: impl Touch) {
        self.read.push((format, how, digest(value)));
    }

    /// Adds a kind of work.
    pub fn case<R>(
        &mut self,
        format: Format,
        measure: Measure,
        mut work: impl FnMut() -> R + 'static,
    ) {
        let run = Box::new(move |times| {
            for _ in 0..times {
                black_box(work());
            }
        });
        self.cases.push(Case {
            format,
            measure,
            run,
        });
    }

    /// The digest of the value: the same on every machine.
    pub fn digest(&self) -> u64 {
        self.expected
    }

    /// Whether every format holds the same.
    ///
    /// # Errors
    /// With the first that does not.
    pub fn agree(&self) -> Result<(), Disagreement> {
        let differs = self.read.iter().find(|read| read.2 != self.expected);
        match differs {
            None => Ok(()),
            Some(&(format, how, _)) => Err(Disagreement {
                set: self.set,
                format,
                how,
            }),
        }
    }
}

/// A copy of `bytes`, kept for good.
fn at_an_odd_address(bytes: &[u8]) -> &'static [u8] {
    let mut room = vec![0; bytes.len() + 2].leak();
    let skip = 1 + room.as_ptr().addr() % 2;
    room = &mut room[skip..][..bytes.len()];
    room.copy_from_slice(bytes);
    room
}

/// Keeps a value for good.
pub(crate) fn keep<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_lie_at_an_odd_address() {
        for len in 0..20 {
            let bytes: Vec<u8> = (0..len).collect();
            let kept = at_an_odd_address(&bytes);
            assert_eq!(kept, bytes);
            assert_eq!(kept.as_ptr().addr() % 2, 1);
        }
    }

    #[test]
    fn a_format_that_holds_something_else_is_named() {
        let mut subject = Subject::new("numbers", 7u32);
        subject.read(Format::Prost, "what is decoded", 7u64);
        assert_eq!(subject.agree(), Ok(()));
        subject.read(Format::Rkyv, "the archive", 8u32);
        let error = subject.agree().unwrap_err();
        assert_eq!(
            error.to_string(),
            "rkyv does not hold the values of numbers: the archive reads otherwise"
        );
    }
}
