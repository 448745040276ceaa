//! What connections cost in memory: idle ones, ones with many calls, and ones whose streams nobody reads. Server and client are
//! processes of their own, which tell what they have allocated and how much of it is resident.
//!
//! ```text
//!  parent ── connect 500 │ call 100 │ pour 100 │ measure ──▶ client ══════ server ◀── measure ── parent
//! ```

pub mod client;
pub mod part;
pub mod server;

use clap::ValueEnum;
use serde::{Deserialize, Serialize};
use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};
use std::alloc::System;
use stillwire::rpc::Limits;

/// What counts: the binary makes it its global allocator.
pub static COUNTING: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// A way to carry calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Stack {
    QuinnRaw,
    StillwireQuic,
    StillwireTcpTls,
    StillwireUnix,
    StillwireGrpcTls,
}

impl Stack {
    pub const ALL: [Self; 5] = [
        Self::QuinnRaw,
        Self::StillwireQuic,
        Self::StillwireTcpTls,
        Self::StillwireUnix,
        Self::StillwireGrpcTls,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::QuinnRaw => "quinn-raw",
            Self::StillwireQuic => "stillwire-quic",
            Self::StillwireTcpTls => "stillwire-tcp-tls",
            Self::StillwireUnix => "stillwire-unix",
            Self::StillwireGrpcTls => "stillwire-grpc-tls",
        }
    }
}

/// The defaults, but for how many may come from one address.
pub fn limits() -> Limits {
    Limits {
        connections_per_address: usize::MAX,
        ..Limits::default()
    }
}

/// What raw quinn is told: windows and streams as Stillwire tells it.
fn transport() -> quinn::TransportConfig {
    let limits = limits();
    let mut config = quinn::TransportConfig::default();
    config
        .max_concurrent_bidi_streams(limits.lanes_per_connection.into())
        .stream_receive_window(limits.stream_receive_window_bytes.into())
        .receive_window(limits.connection_receive_window_bytes.into())
        .send_window(limits.connection_send_window_bytes)
        .datagram_receive_buffer_size(None);
    config
}

/// What a process has.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub struct Use {
    /// Bytes that are allocated.
    pub heap: i64,
    /// Bytes that are resident, of which the allocator keeps some for later.
    pub resident: i64,
    /// A server's calls that wait.
    pub calls: usize,
}

impl Use {
    /// That of this process now.
    pub fn now(calls: usize) -> Self {
        let stats = COUNTING.stats();
        let bytes = |bytes: usize| i64::try_from(bytes).unwrap_or(i64::MAX);
        let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kib = resident.and_then(|line| line.trim().trim_end_matches(" kB").parse::<i64>().ok());
        Self {
            heap: bytes(stats.bytes_allocated) - bytes(stats.bytes_deallocated),
            resident: kib.unwrap_or(0) * 1024,
            calls,
        }
    }
}

/// A figure: bytes a connection.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    pub stack: &'static str,
    /// `server` or `client`.
    pub side: &'static str,
    /// `idle`, `calls` or `streams`.
    pub measure: &'static str,
    pub connections: usize,
    pub calls_per_connection: usize,
    pub heap_bytes: i64,
    pub resident_bytes: i64,
}
