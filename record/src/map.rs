//! Files read where the system keeps them.

use bytes::Bytes;
use memmap2::Mmap;
use std::fs::File;
use std::io;

/// The bytes of a file, not copied: a message that is read from them lies in the system's own memory of the file, and is
/// fetched from disk when it is looked at.
///
/// # Errors
/// Where the system maps no such file.
///
/// # Safety
/// As long as the bytes live, nobody may change or shorten the file, in this process or another: messages that were
/// verified would no longer be what they were, and reading past the new end ends the process. A writer that appends
/// changes nothing of what is there, if the file was not finished.
pub unsafe fn map(file: &File) -> io::Result<Bytes> {
    // SAFETY: the caller's promise is the one that the map asks for. Checked by: `a_mapped_file_is_read_without_a_copy`.
    let map = unsafe { Mmap::map(file) }?;
    Ok(Bytes::from_owner(map))
}
