//! Where schemas are read from: the disk, or a bundle of files that lies elsewhere, such as in an older version.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Component, Path, PathBuf};

use crate::limits::{MAX_FILE_BYTES, MAX_FILES};

/// The ending of schema files.
const EXTENSION: &str = "still";

/// The first line of a bundle's text.
const HEADER: &str = "stillwire snapshot 1";

/// Schema files by their paths, apart from the disk.
///
/// As text it is what `stillwire breaking --snapshot` writes:
///
/// ```text
/// stillwire snapshot 1
/// file 57 acme/trading/v1/orders.still
/// package acme.trading.v1;
/// …
/// import 42 acme/common/v1/common.still
/// …
/// ```
///
/// Each file is its kind, its length in bytes, its path, and after the line's end its text and another line's end.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bundle {
    files: BTreeMap<PathBuf, Entry>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    bytes: Vec<u8>,
    requested: bool,
}

/// Why a text is no bundle.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {why}")]
#[non_exhaustive]
pub struct BundleError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub why: &'static str,
}

impl Bundle {
    /// Without files.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file. `requested`: it is what the bundle is about, and not there for the sake of an import alone.
    pub fn insert(&mut self, path: impl AsRef<Path>, bytes: Vec<u8>, requested: bool) {
        self.files
            .insert(key(path.as_ref()), Entry { bytes, requested });
    }

    /// The paths of all files, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        self.files.keys().map(PathBuf::as_path)
    }

    /// The paths of those that the bundle is about, sorted.
    pub fn requested(&self) -> impl Iterator<Item = &Path> {
        let wanted = self.files.iter().filter(|(_, entry)| entry.requested);
        wanted.map(|(path, _)| path.as_path())
    }

    /// The text of the bundle: the same for the same files, wherever it is made.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = format!("{HEADER}\n").into_bytes();
        for (path, entry) in &self.files {
            let kind = if entry.requested { "file" } else { "import" };
            let path = slashes(path);
            out.extend_from_slice(format!("{kind} {} {path}\n", entry.bytes.len()).as_bytes());
            out.extend_from_slice(&entry.bytes);
            out.push(b'\n');
        }
        out
    }

    /// Reads what [`Bundle::to_bytes`] wrote.
    ///
    /// # Errors
    /// Where it is not such a text, or has more or larger files than a compilation may have.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, BundleError> {
        let mut bundle = Self::new();
        let mut line = 1;
        let fail = |line, why| Err(BundleError { line, why });
        let Some(mut rest) = bytes
            .strip_prefix(HEADER.as_bytes())
            .and_then(|rest| rest.strip_prefix(b"\n"))
        else {
            return fail(line, "this is no snapshot, or one of a later version");
        };
        while !rest.is_empty() {
            line += 1;
            let end = rest.iter().position(|b| *b == b'\n').unwrap_or(rest.len());
            let (head, after) = rest.split_at(end);
            let head = std::str::from_utf8(head).unwrap_or_default();
            let mut words = head.splitn(3, ' ');
            let (kind, len, path) = (words.next(), words.next(), words.next());
            let (Some(kind), Some(len), Some(path)) = (kind, len, path) else {
                return fail(line, "expected a kind, a length and a path");
            };
            let requested = match kind {
                "file" => true,
                "import" => false,
                _ => return fail(line, "expected `file` or `import`"),
            };
            let Ok(len) = len.parse::<usize>() else {
                return fail(line, "the length is no number");
            };
            if len > MAX_FILE_BYTES || bundle.files.len() >= MAX_FILES {
                return fail(
                    line,
                    "more files, or larger ones, than a compilation may have",
                );
            }
            let inside = Path::new(path)
                .components()
                .all(|c| matches!(c, Component::Normal(_)));
            if path.is_empty() || !inside {
                return fail(line, "the path leads out of the snapshot");
            }
            // The line's end before it and the one behind it.
            let Some(text) = after.get(1..len + 1) else {
                return fail(line, "the snapshot ends inside this file");
            };
            if after.get(len + 1) != Some(&b'\n') {
                return fail(line, "the file does not end where its length says");
            }
            bundle.insert(path, text.to_vec(), requested);
            line += text.iter().filter(|b| **b == b'\n').count() + 1;
            rest = &after[len + 2..];
        }
        Ok(bundle)
    }
}

/// What a compilation reads.
#[derive(Debug, Clone, Default)]
pub(crate) struct Files {
    /// These come first.
    bundle: Bundle,
    /// There is nothing but the bundle.
    alone: bool,
}

impl Files {
    /// The bundle, and no disk.
    pub(crate) fn alone(bundle: Bundle) -> Self {
        Self {
            bundle,
            alone: true,
        }
    }

    /// The bytes of a file, no more than are allowed.
    pub(crate) fn read(&self, path: &Path) -> Result<Vec<u8>, String> {
        match self.bundle.files.get(&key(path)) {
            Some(entry) if entry.bytes.len() > MAX_FILE_BYTES => Err(too_large()),
            Some(entry) => Ok(entry.bytes.clone()),
            None if self.alone => Err("there is no such file".to_owned()),
            None => bounded(path),
        }
    }

    /// Schema files of a directory, sorted, at most one more than a compilation may have.
    pub(crate) fn schemas_in(&self, directory: &Path) -> Vec<PathBuf> {
        if !self.alone {
            return on_disk(directory);
        }
        let inside = key(directory);
        let files = self.bundle.files.keys();
        files
            .filter(|path| path.parent() == Some(&inside) && is_schema(path))
            .take(MAX_FILES + 1)
            .cloned()
            .collect()
    }
}

fn is_schema(path: &Path) -> bool {
    path.extension().is_some_and(|e| e == EXTENSION)
}

fn on_disk(directory: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(directory) else {
        return Vec::new();
    };
    let paths = entries.filter_map(|e| Some(e.ok()?.path()));
    let mut paths: Vec<PathBuf> = paths.filter(|p| is_schema(p)).take(MAX_FILES + 1).collect();
    paths.sort();
    paths
}

/// The bytes of a regular file within the limit. What has no end is never read to it.
fn bounded(path: &Path) -> Result<Vec<u8>, String> {
    let metadata = fs::metadata(path).map_err(|e| e.to_string())?;
    if !metadata.is_file() {
        return Err("it is no file".to_owned());
    }
    let file = fs::File::open(path).map_err(|e| e.to_string())?;
    let mut bytes = Vec::new();
    file.take(MAX_FILE_BYTES as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|e| e.to_string())?;
    if bytes.len() > MAX_FILE_BYTES {
        return Err(too_large());
    }
    Ok(bytes)
}

fn too_large() -> String {
    format!("it has more than {MAX_FILE_BYTES} bytes")
}

/// A path without `.`, so that one file has one name.
fn key(path: &Path) -> PathBuf {
    path.components()
        .filter(|c| *c != Component::CurDir)
        .collect()
}

/// With `/` between names, on every system.
fn slashes(path: &Path) -> String {
    let names = path.components().map(|c| c.as_os_str().to_string_lossy());
    names.collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn bundle() -> Bundle {
        let mut bundle = Bundle::new();
        bundle.insert("./acme/v1/a.still", b"package acme.v1;\n".to_vec(), true);
        bundle.insert("acme/v2/b.still", Vec::new(), false);
        bundle
    }

    #[test]
    fn a_bundle_is_written_as_documented() {
        let text = String::from_utf8(bundle().to_bytes()).unwrap();
        assert_eq!(
            text,
            "stillwire snapshot 1\nfile 17 acme/v1/a.still\npackage acme.v1;\n\nimport 0 acme/v2/b.still\n\n"
        );
    }

    #[test]
    fn what_is_no_bundle_is_refused_with_its_line() {
        let whole = bundle().to_bytes();
        for end in 0..whole.len() {
            // It may end behind a file, or behind the header.
            let cut = Bundle::from_bytes(&whole[..end]);
            let ends = [21, 63];
            assert_eq!(cut.is_ok(), ends.contains(&end), "{end}");
        }
        for (text, line, why) in [
            (
                "stillwire snapshot 2\n",
                1,
                "this is no snapshot, or one of a later version",
            ),
            (
                "stillwire snapshot 1\nfile 1",
                2,
                "expected a kind, a length and a path",
            ),
            (
                "stillwire snapshot 1\nfolder 1 a\n",
                2,
                "expected `file` or `import`",
            ),
            (
                "stillwire snapshot 1\nfile x a\n",
                2,
                "the length is no number",
            ),
            (
                "stillwire snapshot 1\nfile 0 a\n\nfile 1 ../a\nb\n",
                4,
                "the path leads out of the snapshot",
            ),
            (
                "stillwire snapshot 1\nfile 1 /a\nb\n",
                2,
                "the path leads out of the snapshot",
            ),
            (
                "stillwire snapshot 1\nfile 1 a\nbc\n",
                2,
                "the file does not end where its length says",
            ),
            (
                "stillwire snapshot 1\nfile 9 a\nbc\n",
                2,
                "the snapshot ends inside this file",
            ),
        ] {
            let error = Bundle::from_bytes(text.as_bytes()).unwrap_err();
            assert_eq!((error.line, error.why), (line, why), "{text:?}");
        }
    }

    #[test]
    fn a_file_may_be_as_long_as_a_compilation_allows_and_no_longer() {
        let mut bundle = Bundle::new();
        bundle.insert("a.still", vec![b' '; MAX_FILE_BYTES], true);
        assert_eq!(Bundle::from_bytes(&bundle.to_bytes()), Ok(bundle.clone()));
        bundle.insert("a.still", vec![b' '; MAX_FILE_BYTES + 1], true);
        assert_eq!(Bundle::from_bytes(&bundle.to_bytes()).unwrap_err().line, 2);
        assert!(Files::alone(bundle).read(Path::new("a.still")).is_err());
    }

    proptest! {
        #[test]
        fn a_bundle_is_read_as_it_was_written(files: Vec<(String, Vec<u8>, bool)>) {
            let mut bundle = Bundle::new();
            for (at, (name, bytes, requested)) in files.into_iter().enumerate() {
                let name: String = name.chars().filter(|c| !c.is_control() && !"/\\.".contains(*c)).collect();
                bundle.insert(format!("{at}/{name}.still"), bytes, requested);
            }
            prop_assert_eq!(Bundle::from_bytes(&bundle.to_bytes()), Ok(bundle));
        }

        #[test]
        fn no_text_makes_reading_a_bundle_panic(bytes: Vec<u8>) {
            let _ = Bundle::from_bytes(&bytes);
            let _ = Bundle::from_bytes(&[b"stillwire snapshot 1\n", bytes.as_slice()].concat());
        }
    }
}
