//! What quinn is told. Each default of quinn that would hurt is set here, and nowhere else.

use std::sync::Arc;
use std::time::Duration;

use quinn::congestion::{BbrConfig, CubicConfig};
use quinn::crypto::rustls::{QuicClientConfig, QuicServerConfig};
use quinn::{
    ClientConfig, EndpointConfig, IdleTimeout, MtuDiscoveryConfig, ServerConfig, TransportConfig,
    VarInt,
};
use stillwire_rpc::tls::{ClientTls, ServerTls};
use stillwire_rpc_core::Limits;

use crate::QuicError;

/// The protocol that both sides must name in the handshake (RFC 9001, section 8.1); without it quinn takes any client.
pub const ALPN: &[u8] = b"stillwire/1";

/// Bytes that a connection may send before it is accepted. Default of quinn: 10 MiB. Stops floods of half-open connections
/// from filling the memory.
const INCOMING_BUFFER_BYTES: u64 = 64 * 1024;

/// The same for all of them together. Default of quinn: 100 MiB.
const INCOMING_BUFFER_TOTAL_BYTES: u64 = 16 * 1024 * 1024;

/// Connections that wait for the accept loop, at least: it decides at once, so they are few. Default of quinn: 65,536.
const UNDECIDED_CONNECTIONS: usize = 256;

/// The largest datagram. Default of quinn: 1,452 bytes sent, 1,472 received, which is what Ethernet carries. How much of it a network takes is found
/// out by datagrams that are sent besides (RFC 8899); jumbo frames and the loopback take all, and so less than a quarter of the packets. quinn hands ten of them at once to the
/// kernel, which takes no more than 65,507 bytes.
pub(crate) const DATAGRAM_BYTES: u16 = 6_500;

/// What may be on its way before anything is known of the path (RFC 9002, section 7.2). It holds two datagrams and more: quinn, whose own
/// window does not, sends no CONNECTION_CLOSE while a probe for a larger datagram fills it and a reset is due, so that a peer would wait
/// for the idle timeout.
const INITIAL_WINDOW_BYTES: u64 = 14_720;

/// How long the token of a Retry packet holds: quinn's default, stated.
const RETRY_TOKEN_LIFE: Duration = Duration::from_secs(15);

/// How much is sent before the network has answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Congestion {
    /// Cubic: what TCP uses, and fair to it. The default.
    #[default]
    Cubic,
    /// BBR: nearly blind to loss, where Cubic collapses. quinn calls its implementation experimental.
    Bbr,
}

/// What an endpoint takes of whoever sends to it.
pub(crate) fn endpoint() -> EndpointConfig {
    let mut config = EndpointConfig::default();
    let _ = config.max_udp_payload_size(DATAGRAM_BYTES); // fails below 1,200
    config
}

/// Windows, streams, timers.
pub(crate) fn transport(limits: &Limits, congestion: Congestion) -> TransportConfig {
    let mut config = TransportConfig::default();
    let mut discovery = MtuDiscoveryConfig::default();
    discovery.upper_bound(DATAGRAM_BYTES);
    // An idle timeout that does not fit is over 2^62 ms: none at all.
    let idle = IdleTimeout::try_from(limits.idle_timeout).ok();
    config
        .max_concurrent_bidi_streams(VarInt::from_u32(limits.lanes_per_connection))
        .max_concurrent_uni_streams(VarInt::from_u32(0))
        .stream_receive_window(VarInt::from_u32(limits.stream_receive_window_bytes))
        .receive_window(VarInt::from_u32(limits.connection_receive_window_bytes))
        .send_window(limits.connection_send_window_bytes)
        .datagram_receive_buffer_size(None)
        .mtu_discovery_config(Some(discovery))
        .max_idle_timeout(idle);
    match congestion {
        Congestion::Cubic => {
            let mut cubic = CubicConfig::default();
            cubic.initial_window(INITIAL_WINDOW_BYTES);
            config.congestion_controller_factory(Arc::new(cubic))
        }
        Congestion::Bbr => config.congestion_controller_factory(Arc::new(BbrConfig::default())),
    };
    config
}

/// A server's whole configuration.
pub(crate) fn server(
    tls: &ServerTls,
    limits: &Limits,
    congestion: Congestion,
) -> Result<ServerConfig, QuicError> {
    let mut tls = tls.config(&[ALPN])?;
    tls.max_early_data_size = 0; // a replayed call must not run twice
    let tls = QuicServerConfig::try_from(tls).map_err(|e| QuicError::Cipher(e.to_string()))?;
    let mut config = ServerConfig::with_crypto(Arc::new(tls));
    config
        .transport_config(Arc::new(transport(limits, congestion)))
        .max_incoming(limits.half_open_connections.max(UNDECIDED_CONNECTIONS))
        .incoming_buffer_size(INCOMING_BUFFER_BYTES)
        .incoming_buffer_size_total(INCOMING_BUFFER_TOTAL_BYTES)
        .retry_token_lifetime(RETRY_TOKEN_LIFE);
    Ok(config)
}

/// A client's whole configuration.
pub(crate) fn client(
    tls: &ClientTls,
    limits: &Limits,
    congestion: Congestion,
) -> Result<ClientConfig, QuicError> {
    let tls = QuicClientConfig::try_from(tls.config(&[ALPN])?)
        .map_err(|e| QuicError::Cipher(e.to_string()))?;
    let mut config = ClientConfig::new(Arc::new(tls));
    let mut transport = transport(limits, congestion);
    transport.max_concurrent_bidi_streams(VarInt::from_u32(0)); // servers open no lanes
    config.transport_config(Arc::new(transport));
    Ok(config)
}
