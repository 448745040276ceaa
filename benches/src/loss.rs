//! Calls over a network that is 20 ms long and loses packets: two network namespaces, and a wire between them in this process.
//!
//! ```text
//!  namespace of the client ── TUN ══ wire: 10 ms each way, loss ══ TUN ── namespace of the server
//! ```

pub mod wire;

use clap::ValueEnum;
use serde::{Deserialize, Serialize};
use stillwire::quic::Congestion;

use crate::rpc::Stack;

/// How calls cross the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Way {
    /// QUIC, with Cubic.
    StillwireQuicCubic,
    /// QUIC, with BBR.
    StillwireQuicBbr,
    /// TCP with TLS, with the kernel's Cubic.
    StillwireTcpTlsCubic,
    /// tonic over TLS, with the kernel's Cubic.
    TonicTlsCubic,
    /// tonic over TLS, with the kernel's BBR.
    TonicTlsBbr,
}

impl Way {
    pub const ALL: [Self; 5] = [
        Self::StillwireQuicCubic,
        Self::StillwireQuicBbr,
        Self::StillwireTcpTlsCubic,
        Self::TonicTlsCubic,
        Self::TonicTlsBbr,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::StillwireQuicCubic => "stillwire-quic-cubic",
            Self::StillwireQuicBbr => "stillwire-quic-bbr",
            Self::StillwireTcpTlsCubic => "stillwire-tcp-tls-cubic",
            Self::TonicTlsCubic => "tonic-tls-cubic",
            Self::TonicTlsBbr => "tonic-tls-bbr",
        }
    }

    pub fn stack(self) -> Stack {
        match self {
            Self::StillwireQuicCubic | Self::StillwireQuicBbr => Stack::StillwireQuic,
            Self::StillwireTcpTlsCubic => Stack::StillwireTcpTls,
            Self::TonicTlsCubic | Self::TonicTlsBbr => Stack::TonicTls,
        }
    }

    /// QUIC's congestion control.
    pub fn congestion(self) -> Congestion {
        match self {
            Self::StillwireQuicBbr => Congestion::Bbr,
            _ => Congestion::Cubic,
        }
    }

    /// The kernel's congestion control.
    pub fn kernel(self) -> &'static str {
        match self {
            Self::TonicTlsBbr => "bbr",
            _ => "cubic",
        }
    }
}

/// A figure.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Row {
    pub way: String,
    pub loss_percent: f64,
    pub calls_per_second: f64,
    pub p50_ms: f64,
    pub p99_ms: f64,
}
