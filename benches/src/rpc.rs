//! One service on Stillwire's transports and on its peers': the same calls with the same data, server and client each a process on a
//! core of its own.

pub mod client;
pub mod load;
pub mod server;
pub mod table;

/// What the schema's own code generator made.
pub(crate) mod ours {
    stillwire::include_schema!("bench.rpc.v1");
}

/// What tonic made of the same schema.
#[allow(
    clippy::pedantic,
    clippy::use_self,
    unreachable_pub,
    reason = "generated"
)]
mod theirs {
    include!(concat!(env!("OUT_DIR"), "/tonic/all.rs"));
}

use clap::ValueEnum;

/// A way to carry calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Stack {
    StillwireQuic,
    StillwireTcpTls,
    StillwireUnix,
    TonicTls,
    TonicH2c,
    QuinnRaw,
}

impl Stack {
    pub const ALL: [Self; 6] = [
        Self::StillwireQuic,
        Self::StillwireTcpTls,
        Self::StillwireUnix,
        Self::TonicTls,
        Self::TonicH2c,
        Self::QuinnRaw,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::StillwireQuic => "stillwire-quic",
            Self::StillwireTcpTls => "stillwire-tcp-tls",
            Self::StillwireUnix => "stillwire-unix",
            Self::TonicTls => "tonic-tls",
            Self::TonicH2c => "tonic-h2c",
            Self::QuinnRaw => "quinn-raw",
        }
    }
}
