//! Bounds of the runtime, and what each of them stops. Those of the wire are in [`Limits`].

pub use stillwire_rpc_core::Limits;

/// Bytes of a status's details that a server sends: 6 KiB, which is 8 KiB as base64, and so leaves room for text and metadata in a
/// header list of 16 KiB, which gRPC's peers accept. The same on every transport: what passes on one passes on all. Lanes accept
/// 8 KiB.
pub const STATUS_DETAILS_SENT_BYTES: usize = 6 * 1024;

/// How much may wait between a handler and its transport.
///
/// A queue takes a message while it holds fewer messages and fewer bytes than this; one message always fits, however
/// large. A transport takes all of it at once, so up to twice as much is in memory. So a slow reader costs its handler time, and never
/// costs the process memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// Bytes that may wait. Default 256 KiB: what a stream may buffer for sending.
    pub queued_bytes: usize,
    /// Messages that may wait. Default 512: as many small ones as are worth one wake-up. Stops floods of empty messages, which have
    /// no bytes to count.
    pub queued_messages: usize,
}

impl Budget {
    /// The defaults.
    pub const DEFAULT: Self = Self {
        queued_bytes: 256 * 1024,
        queued_messages: 512,
    };
}

impl Default for Budget {
    fn default() -> Self {
        Self::DEFAULT
    }
}
