//! Lines of standard input or of a file, each within a bound.

use crate::limits::MAX_LINE_BYTES;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

/// Why the next line cannot be had.
#[derive(Debug, thiserror::Error)]
pub(crate) enum LinesError {
    #[error("cannot read {name}: {error}")]
    Read { name: String, error: io::Error },
    #[error("{name}, line {line}: longer than {MAX_LINE_BYTES} bytes")]
    TooLong { name: String, line: u64 },
}

/// Lines that hold something, and where they are.
pub(crate) struct Lines {
    name: String,
    input: Box<dyn BufRead>,
    /// Of the line that was read last, from 1.
    line: u64,
    bytes: u64,
    /// Of the whole input, where that is known.
    all: Option<u64>,
    buffer: Vec<u8>,
}

impl Lines {
    /// Those of a file; of standard input without one, or for `-`.
    pub(crate) fn open(path: Option<&Path>) -> Result<Self, LinesError> {
        let path = path.filter(|path| *path != Path::new("-"));
        let Some(path) = path else {
            return Ok(Self::of(
                "standard input".into(),
                Box::new(io::stdin().lock()),
                None,
            ));
        };
        let name = path.display().to_string();
        match Self::file(path) {
            Ok((file, all)) => Ok(Self::of(name, file, all)),
            Err(error) => Err(LinesError::Read { name, error }),
        }
    }

    fn file(path: &Path) -> io::Result<(Box<dyn BufRead>, Option<u64>)> {
        let file = File::open(PathBuf::from(path))?;
        let about = file.metadata()?;
        let all = about.is_file().then_some(about.len());
        Ok((Box::new(BufReader::with_capacity(256 * 1024, file)), all))
    }

    fn of(name: String, input: Box<dyn BufRead>, all: Option<u64>) -> Self {
        Self {
            name,
            input,
            line: 0,
            bytes: 0,
            all,
            buffer: Vec::new(),
        }
    }

    /// The next line that is not blank, without its end.
    pub(crate) fn next_line(&mut self) -> Result<Option<&[u8]>, LinesError> {
        loop {
            self.buffer.clear();
            self.line += 1;
            let most = MAX_LINE_BYTES as u64 + 1;
            let read = (&mut self.input)
                .take(most)
                .read_until(b'\n', &mut self.buffer);
            let read = read.map_err(|error| LinesError::Read {
                name: self.name.clone(),
                error,
            })?;
            self.bytes += read as u64;
            if read == 0 {
                return Ok(None);
            }
            if read as u64 == most {
                let (name, line) = (self.name.clone(), self.line);
                return Err(LinesError::TooLong { name, line });
            }
            if !self.buffer.trim_ascii().is_empty() {
                return Ok(Some(self.buffer.trim_ascii()));
            }
        }
    }

    /// Where the line is that was read last: `orders.jsonl, line 7`.
    pub(crate) fn place(&self) -> String {
        format!("{}, line {}", self.name, self.line)
    }

    /// Bytes that were read, and all that there are, where that is known.
    pub(crate) fn progress(&self) -> (u64, Option<u64>) {
        (self.bytes, self.all)
    }
}
