//! Files replaced as a whole: whoever reads one sees what was there or what will be, never a part.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Writes a file that need not exist.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut draft = Draft::new(path)?;
    draft.write_all(bytes)?;
    draft.finish()
}

/// Replaces what is in `path`, which exists, and keeps its permissions. A link stays one: what it leads to is replaced.
pub(crate) fn replace(path: &Path, bytes: impl AsRef<[u8]>) -> io::Result<()> {
    fs::metadata(path)?;
    write(path, bytes.as_ref())
}

/// What is to be in a file once it is whole. Until then, and for good where it is dropped before, the file is as it was.
#[derive(Debug)]
pub(crate) struct Draft {
    file: File,
    /// `None` where the file itself is written: what is no regular file, as a pipe, has no before and after.
    place: Option<Place>,
}

/// Where a draft lies, and where it is to be.
#[derive(Debug)]
struct Place {
    beside: PathBuf,
    path: PathBuf,
    permissions: Option<Permissions>,
}

impl Draft {
    /// For a file that need not exist. Of one that does, permissions stay, and a link stays one.
    pub(crate) fn new(path: &Path) -> io::Result<Self> {
        let (path, permissions) = match fs::metadata(path) {
            Ok(about) if !about.is_file() => {
                let file = OpenOptions::new().write(true).open(path)?;
                return Ok(Self { file, place: None });
            }
            // A rename would not ask.
            Ok(about) if about.permissions().readonly() => {
                return Err(ErrorKind::PermissionDenied.into());
            }
            Ok(about) => (fs::canonicalize(path)?, Some(about.permissions())),
            Err(error) if error.kind() == ErrorKind::NotFound => (path.to_owned(), None),
            Err(error) => return Err(error),
        };
        let (file, beside) = beside(&path)?;
        let place = Some(Place {
            beside,
            path,
            permissions,
        });
        Ok(Self { file, place })
    }

    /// Puts it in its place.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        let Some(place) = &self.place else {
            return Ok(());
        };
        if let Some(permissions) = &place.permissions {
            self.file.set_permissions(permissions.clone())?;
        }
        self.file.sync_all()?;
        fs::rename(&place.beside, &place.path)?;
        self.place = None;
        Ok(())
    }
}

impl Write for Draft {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if let Some(place) = &self.place {
            // Whoever drops it has said what was wrong.
            let _ = fs::remove_file(&place.beside);
        }
    }
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
