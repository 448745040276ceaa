//! Bytes of a file or of standard input: all of them as one message, or messages each behind its length.

use super::Failure;
use crate::limits::MAX_MESSAGE_BYTES;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

/// Memory that is reserved for a message ahead of its bytes. A length that is only claimed costs no more.
const AHEAD_BYTES: u64 = 64 * 1024;

/// An input, and how far it was read.
pub(super) struct Input {
    name: String,
    reader: Box<dyn BufRead>,
    at: u64,
    /// Of the whole, where that is known.
    pub(super) all: Option<u64>,
}

impl Input {
    /// A file; standard input without one, or for `-`.
    pub(super) fn open(path: Option<&Path>) -> Result<Self, Failure> {
        let Some(path) = path.filter(|path| *path != Path::new("-")) else {
            return Ok(Self {
                name: "standard input".into(),
                reader: Box::new(BufReader::new(io::stdin().lock())),
                at: 0,
                all: None,
            });
        };
        let name = path.display().to_string();
        let opened = File::open(path).and_then(|file| Ok((file.metadata()?, file)));
        match opened {
            Ok((about, file)) => Ok(Self {
                name,
                reader: Box::new(BufReader::new(file)),
                at: 0,
                all: about.is_file().then_some(about.len()),
            }),
            Err(error) => Err(Failure::Read { name, error }),
        }
    }

    /// What it is called.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Bytes that were read.
    pub(super) fn at(&self) -> u64 {
        self.at
    }

    /// All that is left, as one message.
    pub(super) fn whole(&mut self) -> Result<Vec<u8>, Failure> {
        let mut bytes = Vec::new();
        let most = MAX_MESSAGE_BYTES as u64 + 1;
        let read = (&mut self.reader).take(most).read_to_end(&mut bytes);
        self.count(read)?;
        if bytes.len() > MAX_MESSAGE_BYTES {
            return Err(self.wrong(format!("longer than {MAX_MESSAGE_BYTES} bytes")));
        }
        Ok(bytes)
    }

    /// The next message behind its length, a varint as in protobuf's delimited streams, and the place where it begins.
    pub(super) fn delimited(&mut self) -> Result<Option<(String, Vec<u8>)>, Failure> {
        let place = format!("{}, message at byte {}", self.name, self.at);
        let (mut length, mut shift) = (0_u64, 0_u32);
        loop {
            let mut one = Vec::with_capacity(1);
            // Not `read`, which a signal interrupts.
            let read = (&mut self.reader).take(1).read_to_end(&mut one);
            match (self.count(read)?, shift) {
                (0, 0) => return Ok(None),
                (0, _) => return Err(self.wrong("the input ends inside a length".into())),
                _ => {}
            }
            let byte = one.first().copied().unwrap_or(0);
            if shift >= 63 {
                let what = "its length is no varint of at most nine bytes".into();
                return Err(Failure::Length { place, what });
            }
            length |= u64::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 {
                break;
            }
        }
        if length > MAX_MESSAGE_BYTES as u64 {
            let what = format!("it claims {length} bytes, {MAX_MESSAGE_BYTES} are taken");
            return Err(Failure::Length { place, what });
        }
        let mut bytes = Vec::with_capacity(usize::try_from(length.min(AHEAD_BYTES)).unwrap_or(0));
        let read = (&mut self.reader).take(length).read_to_end(&mut bytes);
        let read = self.count(read)?;
        if (read as u64) < length {
            let what = format!("it claims {length} bytes, and {read} are there");
            return Err(Failure::Length { place, what });
        }
        Ok(Some((place, bytes)))
    }

    fn count(&mut self, read: io::Result<usize>) -> Result<usize, Failure> {
        let read = read.map_err(|error| Failure::Read {
            name: self.name.clone(),
            error,
        })?;
        self.at += read as u64;
        Ok(read)
    }

    fn wrong(&self, what: String) -> Failure {
        let place = self.name.clone();
        Failure::Length { place, what }
    }
}
