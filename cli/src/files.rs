//! Which schemas are meant by the files and folders of a command line.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The ending of schema files.
const EXTENSION: &str = "still";

/// Whether a path is one of a schema.
pub(crate) fn is_schema(path: &Path) -> bool {
    path.extension().is_some_and(|e| e == EXTENSION)
}

/// The files, and all schemas below the folders, sorted. Hidden folders, folders that `cargo` builds in, and folders
/// behind links are passed over.
pub(crate) fn schemas(paths: &[PathBuf]) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for path in paths {
        let about = |error: io::Error| {
            io::Error::new(
                error.kind(),
                format!("cannot read {}: {error}", path.display()),
            )
        };
        if fs::metadata(path).map_err(about)?.is_dir() {
            below(path, &mut found).map_err(about)?;
        } else {
            found.push(path.clone());
        }
    }
    found.sort();
    found.dedup();
    Ok(found)
}

/// Folders are visited one after the other, so that no depth of them costs a stack.
fn below(folder: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    let mut waiting = vec![folder.to_owned()];
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            let path = if folder == Path::new(".") {
                PathBuf::from(entry.file_name())
            } else {
                entry.path()
            };
            let kind = entry.file_type()?;
            if kind.is_dir() {
                let hidden = entry.file_name().to_string_lossy().starts_with('.');
                if !hidden && !path.join("CACHEDIR.TAG").exists() {
                    waiting.push(path);
                }
            } else if is_schema(&path) {
                found.push(path);
            }
        }
    }
    Ok(())
}
