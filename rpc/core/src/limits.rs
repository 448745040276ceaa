//! Every bound of an RPC, with its unit in its name.
//!
//! A figure is a default to start from; its doc names the attack or accident that it stops and where it comes from.

use std::time::Duration;

/// Entries that a [`Metadata`](crate::Metadata) holds. Stops floods of tiny headers. Envoy allows 100.
pub const METADATA_ENTRIES: usize = 128;

/// Keys, values and [`METADATA_ENTRY_OVERHEAD_BYTES`] an entry in one [`Metadata`](crate::Metadata). Stops header bombs. hyper's and
/// gRPC's hard limits are 16 KiB.
pub const METADATA_BYTES: usize = 16 * 1024;

/// Bytes of a metadata key: one byte holds its length on a lane.
pub const METADATA_KEY_BYTES: usize = 255;

/// What an entry costs besides its bytes (RFC 9113, section 6.5.2, counts the same).
pub const METADATA_ENTRY_OVERHEAD_BYTES: usize = 32;

/// Bytes of a method's path, `package.Service/Method`. Stops paths that exist only to fill logs and tables.
pub const METHOD_PATH_BYTES: usize = 255;

/// Methods whose paths one lane remembers. Stops a peer that names endless methods.
pub const PATHS_PER_LANE: usize = 128;

/// Bytes of a status's text on a lane; a longer one is cut at a character. Stops error texts that outgrow their answers;
/// gRPC's HTTP/2 peers have about as much room in their trailers.
pub const STATUS_TEXT_BYTES: usize = 4 * 1024;

/// Bytes of a status's details on a lane; longer ones are left out. As [`STATUS_TEXT_BYTES`].
pub const STATUS_DETAILS_BYTES: usize = 8 * 1024;

/// Bytes of the reason in a GOAWAY frame; a longer one is cut.
pub const GOAWAY_REASON_BYTES: usize = 256;

/// Bytes that a frame may hold beside its message: call, method, path, metadata, status text and details. Stops frames that
/// grow around a small message.
pub const FRAME_OVERHEAD_BYTES: usize = 32 * 1024;

/// Entries of a SETTINGS frame, known or not. Stops a handshake that never ends.
pub const SETTINGS_ENTRIES: usize = 32;

/// Credit that a call may have at most, given and not used. Stops sums that overflow (HTTP/2's windows end there as well).
pub const CALL_CREDIT_MAX_BYTES: i64 = 0x7fff_ffff;

/// What a peer may do, and what we do to a peer.
///
/// Fields are plain: take the default and change what your service needs. Absent limits are spelled `None`, and only
/// where running without one is defensible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one received message, decoded or decompressed. Default 4 MiB (tonic, connect-rust, grpc-go). Stops a
    /// message that fills the memory.
    pub message_received_bytes: usize,
    /// Bytes of one sent message. Default 4 MiB: do not produce what a default peer refuses.
    pub message_sent_bytes: usize,
    /// The largest message that shares a lane with other calls; a larger one gets a lane of its own. Default 64 KiB.
    /// Stops one caller's bulk from standing in the way of everybody's small calls.
    pub shared_message_bytes: usize,
    /// Calls open at once on one lane. Default 256. Stops a peer that opens calls and forgets them.
    pub calls_per_lane: usize,
    /// Calls open at once on one connection. Default 1,024. As above, for peers that open many lanes.
    pub calls_per_connection: usize,
    /// Lanes open at once on one connection, the bidirectional streams of QUIC or HTTP/2. Default 100 (quinn; RFC 9113 says
    /// not below). Stops floods of streams.
    pub lanes_per_connection: u32,
    /// Bytes of stream messages that a call may have in flight before its reader has taken any. Default 1 MiB, so that one
    /// stream fills a line of 400 Mbit/s at 20 ms, and large messages do not wait for each other. Stops a writer from filling
    /// the memory of a slow reader; all calls of a connection together are bounded by
    /// [`connection_memory_bytes`](Self::connection_memory_bytes). 0 counts as 1, more than 2³¹ − 1 as that.
    pub call_credit_bytes: u32,
    /// Bytes that wait in a lane to be written; senders wait above it. Default 256 KiB (hyper 400 KiB). Stops a peer that
    /// asks and never reads. 0 counts as 1.
    pub lane_send_buffer_bytes: usize,
    /// Bytes in flight on one QUIC or HTTP/2 stream. Default 1 MiB (hyper's server; quinn 1.25 MB).
    pub stream_receive_window_bytes: u32,
    /// Bytes in flight on all streams of a connection. Default 8 MiB (quinn's default is unlimited).
    pub connection_receive_window_bytes: u32,
    /// Bytes that a QUIC connection holds to send again. Default 8 MiB (quinn 10 MB).
    pub connection_send_window_bytes: u64,
    /// Bytes of received messages that wait for the handlers of one connection; reading pauses above it. Default 24 MiB, the
    /// sum of windows and buffers. Stops many streams from adding up.
    pub connection_memory_bytes: usize,
    /// Connections of one server. Default 4,096. Stops exhaustion of files and memory.
    pub connections: usize,
    /// Connections from one address. Default 64. Stops one peer from taking all places.
    pub connections_per_address: usize,
    /// Handshakes in progress before new ones must prove their address by a Retry packet. Default 256 (RFC 9000, section
    /// 8.1). Stops floods from forged addresses.
    pub half_open_connections: usize,
    /// From the first byte of a connection to the end of its TLS or QUIC handshake and preface. Default 10 s (s2n-quic). Stops
    /// silent connections.
    pub handshake_timeout: Duration,
    /// Quiet time after which a QUIC connection is dropped. Default 30 s (RFC 9308, section 3.2).
    pub idle_timeout: Duration,
    /// Time without calls after which a server closes a connection that is not QUIC's: over HTTP/2, TCP, a Unix socket or a pipe. Default
    /// 5 min; over a lane it may be twice that.
    pub idle_connection_timeout: Duration,
    /// Quiet time after which a server asks whether the client is there. Default 60 s.
    pub keepalive_interval: Duration,
    /// How long the answer to that may take. Default 20 s (tonic, grpc-go, grpc-java).
    pub keepalive_timeout: Duration,
    /// The longest deadline that a server grants; a longer one is cut. Default 1 h. Stops calls that never end.
    pub deadline_max: Duration,
    /// The deadline of a unary call whose caller gave none. Default 5 min (gRPC: none). As above.
    pub unary_deadline_default: Duration,
    /// How long a draining server lets running calls finish. Default 5 s (connect-rust).
    pub drain_grace: Duration,
    /// Pause of the accept loop after its first error; doubles up to [`accept_backoff_max`](Self::accept_backoff_max).
    /// Default 5 ms (Go's net/http). Stops a loop that spins when files run out.
    pub accept_backoff_min: Duration,
    /// The longest pause of the accept loop. Default 1 s.
    pub accept_backoff_max: Duration,
    /// A client's pause after an attempt to connect that failed, in which its calls fail at once; grows by 1.6 up to
    /// [`reconnect_backoff_max`](Self::reconnect_backoff_max), and is a fifth longer or shorter at random. Default 100 ms (gRPC 1 s).
    /// Stops clients from burying a server that comes back.
    pub reconnect_backoff_min: Duration,
    /// The longest such pause. Default 10 s (gRPC 120 s).
    pub reconnect_backoff_max: Duration,
    /// How long a lane whose waits are mostly shorter than this waits awake, looking for events, before its thread may sleep. Default 200 µs
    /// (`guest_halt_poll_ns` of Linux); zero to sleep at once. Cuts the latency of calls that are shorter than it takes to wake a thread. One
    /// lane of a process does so at a time, so it costs at most one core, and that only while calls follow each other that closely.
    pub busy_poll: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            message_received_bytes: 4 * 1024 * 1024,
            message_sent_bytes: 4 * 1024 * 1024,
            shared_message_bytes: 64 * 1024,
            calls_per_lane: 256,
            calls_per_connection: 1_024,
            lanes_per_connection: 100,
            call_credit_bytes: 1024 * 1024,
            lane_send_buffer_bytes: 256 * 1024,
            stream_receive_window_bytes: 1024 * 1024,
            connection_receive_window_bytes: 8 * 1024 * 1024,
            connection_send_window_bytes: 8 * 1024 * 1024,
            connection_memory_bytes: 24 * 1024 * 1024,
            connections: 4_096,
            connections_per_address: 64,
            half_open_connections: 256,
            handshake_timeout: Duration::from_secs(10),
            idle_timeout: Duration::from_secs(30),
            idle_connection_timeout: Duration::from_secs(5 * 60),
            keepalive_interval: Duration::from_secs(60),
            keepalive_timeout: Duration::from_secs(20),
            deadline_max: Duration::from_secs(60 * 60),
            unary_deadline_default: Duration::from_secs(5 * 60),
            drain_grace: Duration::from_secs(5),
            accept_backoff_min: Duration::from_millis(5),
            accept_backoff_max: Duration::from_secs(1),
            reconnect_backoff_min: Duration::from_millis(100),
            reconnect_backoff_max: Duration::from_secs(10),
            busy_poll: Duration::from_micros(200),
        }
    }
}
