//! Where things stand in `.proto` text, and what is said of them there.

use prost_types::FileDescriptorProto;
use prost_types::source_code_info::Location;
use std::collections::HashMap;
use stillwire_compiler::steers;

/// The locations of a file, by the path of what they are of.
pub(crate) struct Locations<'a>(HashMap<&'a [i32], &'a Location>);

/// Lines and columns, from 0: first line, first column, last column of that line if it ends there.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Position {
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) end: Option<usize>,
}

impl<'a> Locations<'a> {
    pub(crate) fn new(file: &'a FileDescriptorProto) -> Self {
        let all = file.source_code_info.iter().flat_map(|info| &info.location);
        Self(all.map(|at| (at.path.as_slice(), at)).collect())
    }

    /// The comment in front of something, or else the one behind it, as lines.
    pub(crate) fn docs(&self, path: &[i32]) -> Vec<String> {
        let Some(at) = self.0.get(path) else {
            return Vec::new();
        };
        let text = match at.leading_comments() {
            "" => at.trailing_comments(),
            text => text,
        };
        let mut lines: Vec<String> = text.lines().map(plain).collect();
        while lines.last().is_some_and(String::is_empty) {
            lines.pop();
        }
        let blank = lines.iter().take_while(|line| line.is_empty()).count();
        lines.drain(..blank);
        lines
    }

    /// Where the name of something stands, or else all of it.
    pub(crate) fn position(&self, path: &[i32]) -> Option<Position> {
        // `name` is field 1 in the descriptors of all that has a path.
        let name = [path, &[1]].concat();
        let at = self.0.get(name.as_slice()).or_else(|| self.0.get(path))?;
        let whole = |n: &i32| usize::try_from(*n).ok();
        match at.span.as_slice() {
            [line, column, end] => Some(Position {
                line: whole(line)?,
                column: whole(column)?,
                end: whole(end),
            }),
            [line, column, ..] => Some(Position {
                line: whole(line)?,
                column: whole(column)?,
                end: None,
            }),
            _ => None,
        }
    }
}

/// A line as a doc comment has it: without the blank in front, and without characters that a schema may not contain.
fn plain(line: &str) -> String {
    let line = line.strip_prefix(' ').unwrap_or(line).trim_end();
    line.chars()
        .map(|c| if steers(c) { ' ' } else { c })
        .collect()
}
