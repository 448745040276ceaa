//! Bounds on what the command takes in, and what each of them stops.

use std::time::Duration;

/// The largest document that is read, in bytes. Stops a pipe without an end from filling memory. The largest
/// workspaces print some tens of megabytes.
pub(crate) const MAX_INPUT_BYTES: u64 = 512 * 1024 * 1024;

/// How many packages the demo asks the dependents of. Stops a graph of hundreds of thousands of packages from keeping the
/// demo busy for minutes; what was asked is told.
pub(crate) const MAX_DEPENDENTS_CALLS: usize = 2_000;

/// How long one call of the demo may take before it counts as lost.
pub(crate) const CALL_TIMEOUT: Duration = Duration::from_secs(30);

/// Bytes of a schema that are read, as many as the compiler takes. Stops a file without an end from filling memory.
pub(crate) const MAX_SCHEMA_BYTES: u64 = stillwire_compiler::limits::MAX_FILE_BYTES as u64;

/// Bytes of `stillwire.toml` that are read. Stops a file without an end from filling memory.
pub(crate) const MAX_CONFIG_BYTES: u64 = 1024 * 1024;

/// Bytes of a descriptor that are read. Stops a file without an end from filling memory.
pub(crate) const MAX_DESCRIPTOR_BYTES: u64 = 64 * 1024 * 1024;

/// Bytes of one line of JSON. Stops a line without an end from filling memory. It may be longer than the message that it
/// becomes, which has a bound of its own.
pub(crate) const MAX_LINE_BYTES: usize = 256 * 1024 * 1024;

/// What is wrong with a record file is told up to so many times. Stops a file that is broken throughout from filling the
/// terminal; the rest is counted.
pub(crate) const MAX_FAULTS: u64 = 20;

/// Bytes of one message that is read, and of what it may become. Stops an input without an end, and a length that is only claimed, from
/// filling memory.
pub(crate) const MAX_MESSAGE_BYTES: usize = 256 * 1024 * 1024;
