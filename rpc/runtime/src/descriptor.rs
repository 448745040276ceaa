//! What a service is called and what its methods are: constants that the code generator writes.

use std::time::Duration;

/// A service: its name, its methods, and the protobuf descriptors that reflection shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ServiceDescriptor {
    /// The full name, as `acme.trading.v1.OrderBook`.
    pub name: &'static str,
    /// The methods. Their order is their index in [`Dispatch::call`](crate::Dispatch::call).
    pub methods: &'static [MethodDescriptor],
    /// An encoded `google.protobuf.FileDescriptorSet` with every transitive import; empty where there is none.
    pub file_descriptor_set: &'static [u8],
}

/// A method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MethodDescriptor {
    /// The name alone, as `Place`.
    pub name: &'static str,
    /// The path, as `/acme.trading.v1.OrderBook/Place`.
    pub path: &'static str,
    /// The first 8 bytes, little-endian, of the SHA-256 of the path without its leading slash.
    pub id: u64,
    /// Whether the client sends a stream.
    pub client_streaming: bool,
    /// Whether the server answers with a stream.
    pub server_streaming: bool,
    /// Whether the method may be called again when nobody knows whether it ran.
    pub idempotency: Idempotency,
    /// The deadline of a call that sets none, and the most that a server gives it.
    pub timeout: Option<Duration>,
}

impl MethodDescriptor {
    /// A unary method that may not be repeated and has no timeout: what the `with_` functions start from.
    pub const fn new(name: &'static str, path: &'static str, id: u64) -> Self {
        Self {
            name,
            path,
            id,
            client_streaming: false,
            server_streaming: false,
            idempotency: Idempotency::Unknown,
            timeout: None,
        }
    }

    /// The same with streams on the sides where `client` and `server` say so.
    pub const fn with_streaming(self, client: bool, server: bool) -> Self {
        Self {
            client_streaming: client,
            server_streaming: server,
            ..self
        }
    }

    /// The same with this promise.
    pub const fn with_idempotency(self, idempotency: Idempotency) -> Self {
        Self {
            idempotency,
            ..self
        }
    }

    /// The same with this timeout.
    pub const fn with_timeout(self, timeout: Duration) -> Self {
        Self {
            timeout: Some(timeout),
            ..self
        }
    }

    /// The service's full name: what the path has before its last slash.
    pub fn service(&self) -> &'static str {
        let path = self.path.strip_prefix('/').unwrap_or(self.path);
        path.rsplit_once('/').map_or(path, |(service, _)| service)
    }
}

/// What a schema promises about running a method twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Idempotency {
    /// Nothing: it may have effects that add up.
    #[default]
    Unknown,
    /// `#[idempotent]`: running it twice does what running it once does.
    Idempotent,
    /// `#[safe]`: it changes nothing.
    Safe,
}
