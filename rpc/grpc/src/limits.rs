//! Bounds of HTTP/2 that gRPC servers and clients set here, because hyper, h2 and tonic leave them open or wider. Those that
//! other transports share are in [`Limits`](stillwire_rpc::Limits).

/// Bytes of a decoded header list, with 32 for each entry: 16 KiB (hyper; gRPC advises 8 KiB). Stops header bombs; h2's own
/// default is 16 MiB.
pub const HEADER_LIST_BYTES: u32 = 16 * 1024;

/// Bytes of HPACK's table: 4 KiB, the default of RFC 9113. Stops compressed headers from holding more memory than that.
pub const HEADER_TABLE_BYTES: u32 = 4 * 1024;

/// Bytes of one HTTP/2 frame: 16 KiB, the least that RFC 9113 allows. A frame is buffered whole.
pub const FRAME_BYTES: u32 = 16 * 1024;

/// Streams that a peer may reset before the server has looked at them: 20 (h2). Stops rapid resets (CVE-2023-44487).
pub const PENDING_RESETS: usize = 20;

/// Streams that may end by the peer's own errors before the connection is closed: 256 (h2 has 1,024, tonic switches it off).
/// Stops RUSTSEC-2024-0003.
pub const LOCAL_ERROR_RESETS: usize = 256;

/// Bytes of the head of a request by HTTP/1.1, and of what is read at once: 16 KiB, as [`HEADER_LIST_BYTES`].
pub const HTTP1_BUFFER_BYTES: usize = 16 * 1024;

/// Headers of a request by HTTP/1.1: 128, the metadata that a call may have.
pub const HTTP1_HEADERS: usize = 128;

/// Bytes reserved for a message ahead of their arrival: 64 KiB. A length that was only claimed costs no more.
pub const READ_AHEAD_BYTES: usize = 64 * 1024;

/// Bytes of small messages that are put together into one DATA frame: 16 KiB.
pub const BATCH_BYTES: usize = 16 * 1024;

/// Bytes of a message that is copied behind its prefix; a longer one is sent as it lies: 4 KiB.
pub const COPY_BYTES: usize = 4 * 1024;

/// Bytes of a request to the health and reflection services: 16 KiB. They hold a name.
pub const EXTRAS_BYTES: usize = 16 * 1024;

/// Bytes of a status text that are sent: 2 KiB, at most 6 KiB once encoded. Stops an error text from outgrowing the peer's
/// header list, which would turn the error into a broken connection.
pub const STATUS_TEXT_BYTES: usize = 2 * 1024;

/// Bytes of status details that are sent. The runtime leaves longer ones out, and says so.
pub const STATUS_DETAILS_BYTES: usize = stillwire_rpc::limits::STATUS_DETAILS_SENT_BYTES;
