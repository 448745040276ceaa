//! Files replaced as a whole: whoever reads one sees what was there or what will be, never a part.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Writes a file that need not exist.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if path.exists() {
        return replace(path, bytes);
    }
    let (mut file, beside) = beside(path)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    put(written, &beside, path)
}

/// Replaces what is in `path`, which exists, and keeps its permissions. A link stays one: what it leads to is replaced.
pub(crate) fn replace(path: &Path, bytes: impl AsRef<[u8]>) -> io::Result<()> {
    let path = fs::canonicalize(path)?;
    let permissions = fs::metadata(&path)?.permissions();
    if permissions.readonly() {
        // A rename would not ask.
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let (mut file, beside) = beside(&path)?;
    let written = file
        .write_all(bytes.as_ref())
        .and_then(|()| file.set_permissions(permissions))
        .and_then(|()| file.sync_all());
    put(written, &beside, &path)
}

/// Moves what was written beside `path` into its place, or takes it away where that failed.
fn put(written: io::Result<()>, beside: &Path, path: &Path) -> io::Result<()> {
    let written = written.and_then(|()| fs::rename(beside, path));
    if written.is_err() {
        // What is wrong has been said by the first error.
        let _ = fs::remove_file(beside);
    }
    written
}

/// A new file in the same directory, so that it can be renamed.
fn beside(path: &Path) -> io::Result<(File, PathBuf)> {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}.tmp", std::process::id()));
    let beside = path.with_file_name(name);
    let file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&beside)?;
    Ok((file, beside))
}
