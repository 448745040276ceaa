//! A stream of JSON values, one behind the other: JSON lines, or with any white space between them, or none.
//!
//! Each value is an object. Where one ends is found as its bytes come, each of which is looked at once; no more is kept
//! than the value that is on its way.

use super::error::{JsonError, Kind};
use super::options::JsonOptions;
use super::scan;
use crate::encoded::Encoded;
use crate::limits::Limits;
use crate::message::Message;
use std::fmt;
use std::io::{self, Read};
use std::marker::PhantomData;

/// Takes the bytes of a stream as they come, and gives its messages: for transports that are not `Read`.
///
/// ```
/// use stillwire_codec::Empty;
/// use stillwire_codec::json::JsonDecoder;
///
/// let mut decoder = JsonDecoder::<Empty>::new();
/// decoder.push(b"{} {");
/// assert!(decoder.next_value()?.is_some());
/// assert!(decoder.next_value()?.is_none());
/// decoder.push(b"}\n");
/// assert!(decoder.next_value()?.is_some());
/// decoder.finish()?;
/// # Ok::<(), stillwire_codec::json::JsonError>(())
/// ```
pub struct JsonDecoder<M> {
    options: JsonOptions,
    limits: Limits,
    buffer: Vec<u8>,
    /// Where the next value begins in the buffer, and how far it was looked at.
    start: usize,
    seen: usize,
    inside: Inside,
    /// What came before the buffer: bytes, line breaks, and characters in the last line.
    bytes: usize,
    lines: usize,
    column: usize,
    /// The stream cannot go on behind this.
    broken: Option<JsonError>,
    message: PhantomData<fn() -> M>,
}

/// Where in a value the look at its bytes stands.
#[derive(Debug, Clone, Copy, Default)]
struct Inside {
    brackets: usize,
    string: bool,
    /// Behind a backslash.
    escape: bool,
}

impl<M: Message> JsonDecoder<M> {
    /// For values within the default [`Limits`], each on its own.
    pub fn new() -> Self {
        Self::with(JsonOptions::default(), Limits::default())
    }

    /// For values with these options, each within these limits.
    pub fn with(options: JsonOptions, limits: Limits) -> Self {
        Self {
            options,
            limits,
            buffer: Vec::new(),
            start: 0,
            seen: 0,
            inside: Inside::default(),
            bytes: 0,
            lines: 0,
            column: 0,
            broken: None,
            message: PhantomData,
        }
    }

    /// Takes the next bytes of the stream. Between two calls, [`next_value`](Self::next_value) is to be asked until it
    /// has none, or they pile up.
    pub fn push(&mut self, bytes: &[u8]) {
        if self.broken.is_none() {
            self.forget();
            self.buffer.extend_from_slice(bytes);
        }
    }

    /// Bytes that are kept until the value that they begin is whole.
    pub fn held_bytes(&self) -> usize {
        self.buffer.len().saturating_sub(self.start)
    }

    /// The next value that is whole; `None` where more bytes are needed.
    ///
    /// # Errors
    /// Where the value is no `M`: its place is that in the stream, and the next call goes on behind it. Where a value does
    /// not begin with a bracket, or is longer than [`Limits::message_bytes`], nothing behind it can be told apart: then each
    /// call gives that error.
    pub fn next_value(&mut self) -> Result<Option<Encoded<M>>, JsonError> {
        if let Some(error) = &self.broken {
            return Err(error.clone());
        }
        if self.inside.brackets == 0 {
            self.start = scan::blank(&self.buffer, self.start);
            self.seen = self.start;
            match self.buffer.get(self.start) {
                None => {
                    self.forget();
                    return Ok(None);
                }
                Some(b'{') => {}
                Some(_) => return Err(self.break_off(Kind::Syntax, "something else", "an object")),
            }
        }
        if !self.look() {
            if self.held_bytes() > self.limits.message_bytes {
                let expected = format!("at most {} of message_bytes", self.limits.message_bytes);
                return Err(self.break_off(Kind::Limit, "more", expected));
            }
            return Ok(None);
        }
        let value = self.buffer.get(self.start..self.seen).unwrap_or_default();
        let read = Encoded::from_json_with(value, &self.options, &self.limits);
        let (bytes, lines, column) = self.place();
        self.start = self.seen;
        read.map(Some)
            .map_err(|error| error.behind(bytes, lines, column))
    }

    /// Says that no more bytes come.
    ///
    /// # Errors
    /// Where the stream ends inside a value, or broke off before.
    pub fn finish(&mut self) -> Result<(), JsonError> {
        if let Some(error) = &self.broken {
            return Err(error.clone());
        }
        self.start = if self.inside.brackets == 0 {
            scan::blank(&self.buffer, self.start)
        } else {
            self.start
        };
        if self.held_bytes() == 0 {
            return Ok(());
        }
        self.start = self.buffer.len();
        Err(self.break_off(Kind::Syntax, "the end of the stream", "the end of a value"))
    }

    /// Looks on for the end of the value; says whether it is there, one before `seen`.
    fn look(&mut self) -> bool {
        let Inside {
            mut brackets,
            mut string,
            mut escape,
        } = self.inside;
        let mut at = self.seen;
        let mut ended = false;
        while !ended {
            if string && !escape {
                at = scan::plain(&self.buffer, at);
            }
            let Some(byte) = self.buffer.get(at) else {
                break;
            };
            at = at.saturating_add(1);
            if escape {
                escape = false;
                continue;
            }
            match byte {
                b'"' => string = !string,
                b'\\' if string => escape = true,
                _ if string => {}
                b'{' | b'[' => brackets = brackets.saturating_add(1),
                b'}' | b']' => {
                    brackets = brackets.saturating_sub(1);
                    ended = brackets == 0;
                }
                _ => {}
            }
        }
        self.seen = at.min(self.buffer.len());
        self.inside = Inside {
            brackets,
            string,
            escape,
        };
        ended
    }

    /// How much of the stream lies before the value.
    fn place(&self) -> (usize, usize, usize) {
        let before = self.buffer.get(..self.start).unwrap_or_default();
        let breaks = before.iter().filter(|c| **c == b'\n').count();
        let line = before.rsplit(|c| *c == b'\n').next().unwrap_or_default();
        let characters = line.iter().filter(|c| **c & 0xC0 != 0x80).count();
        let column = match breaks {
            0 => self.column.saturating_add(characters),
            _ => characters,
        };
        (
            self.bytes.saturating_add(self.start),
            self.lines.saturating_add(breaks),
            column,
        )
    }

    /// Drops what lies before the value.
    fn forget(&mut self) {
        if self.start > 0 {
            (self.bytes, self.lines, self.column) = self.place();
            self.buffer.drain(..self.start.min(self.buffer.len()));
            self.seen = self.seen.saturating_sub(self.start);
            self.start = 0;
        }
    }

    #[cold]
    fn break_off(&mut self, kind: Kind, found: &str, expected: impl Into<String>) -> JsonError {
        let (bytes, lines, column) = self.place();
        let error = JsonError::new(kind, 0, found, expected).placed(&[]);
        let error = error.behind(bytes, lines, column);
        self.buffer = Vec::new();
        (self.start, self.seen) = (0, 0);
        self.broken = Some(error.clone());
        error
    }
}

impl<M: Message> Default for JsonDecoder<M> {
    fn default() -> Self {
        Self::new()
    }
}

impl<M> fmt::Debug for JsonDecoder<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Not what is held: it may be secret.
        f.debug_struct("JsonDecoder")
            .field("held_bytes", &self.buffer.len())
            .field("broken", &self.broken)
            .finish_non_exhaustive()
    }
}

/// What can be wrong with a stream of JSON values.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum JsonStreamError {
    /// The source of the bytes failed.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// A value is no message of the expected type, or the stream is not one of values.
    #[error(transparent)]
    Json(#[from] JsonError),
}

/// Bytes that are asked of the source at once.
const CHUNK: usize = 64 * 1024;

/// The messages of a file or another source of JSON values.
///
/// A value that is no message is an item, and those behind it follow. The iterator ends behind an error of the source, and
/// behind one after which values cannot be told apart.
///
/// ```
/// use stillwire_codec::Empty;
/// use stillwire_codec::json::JsonReader;
///
/// let lines = "{}\n{}\n{\"a\": 1}\n{}";
/// let read: Vec<_> = JsonReader::<_, Empty>::new(lines.as_bytes()).collect();
/// assert_eq!(read.len(), 4);
/// assert!(read[2].as_ref().unwrap_err().to_string().ends_with("at line 3, column 2"));
/// ```
#[derive(Debug)]
pub struct JsonReader<R, M> {
    source: R,
    decoder: JsonDecoder<M>,
    chunk: Vec<u8>,
    ended: bool,
}

impl<R: Read, M: Message> JsonReader<R, M> {
    /// Reads values within the default [`Limits`], each on its own.
    pub fn new(source: R) -> Self {
        Self::with(source, JsonOptions::default(), Limits::default())
    }

    /// Reads values with these options, each within these limits.
    pub fn with(source: R, options: JsonOptions, limits: Limits) -> Self {
        Self {
            source,
            decoder: JsonDecoder::with(options, limits),
            chunk: vec![0; CHUNK],
            ended: false,
        }
    }

    fn fill(&mut self) -> io::Result<usize> {
        loop {
            match self.source.read(&mut self.chunk) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Ok(count) => {
                    self.decoder
                        .push(self.chunk.get(..count).unwrap_or_default());
                    return Ok(count);
                }
                Err(error) => return Err(error),
            }
        }
    }
}

impl<R: Read, M: Message> Iterator for JsonReader<R, M> {
    type Item = Result<Encoded<M>, JsonStreamError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            match self.decoder.next_value() {
                Ok(Some(value)) => return Some(Ok(value)),
                Err(error) => {
                    self.ended = self.decoder.broken.is_some();
                    return Some(Err(error.into()));
                }
                Ok(None) => {}
            }
            match self.fill() {
                Ok(0) => {
                    self.ended = true;
                    return self.decoder.finish().err().map(|error| Err(error.into()));
                }
                Ok(_) => {}
                Err(error) => {
                    self.ended = true;
                    return Some(Err(error.into()));
                }
            }
        }
        None
    }
}
