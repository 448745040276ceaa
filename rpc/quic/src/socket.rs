//! The UDP socket of an endpoint: what is read and written at once, and what waits in it.

use std::fmt;
use std::io::{self, IoSliceMut};
use std::net::{SocketAddr, UdpSocket};
use std::pin::Pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Weak};
use std::task::{Context, Poll};

use quinn::udp::{RecvMeta, Transmit};
use quinn::{AsyncUdpSocket, Endpoint, Runtime, ServerConfig, TokioRuntime, UdpPoller};
use socket2::SockRef;

use crate::config::{self, DATAGRAM_BYTES};

/// The most that one read of a socket gives (RFC 768: a length of 16 bits), however many datagrams the kernel has put together.
const READ_BYTES: usize = 65_535;

/// Datagrams that are handed to the kernel at once hold about as many bytes: enough that system calls cost little, and so few that the peer works
/// on the first of a large message while the rest of it is encrypted.
const WRITE_BYTES: usize = 32 * 1024;

/// What a socket holds, each way, while nobody reads or the network is slow. Default of Linux: 208 KiB, which one burst of a few callers
/// overflows; and what is lost there is sent again, later. The kernel may allow less (`net.core.rmem_max`, `wmem_max`).
const BUFFER_BYTES: usize = 2 * 1024 * 1024;

/// quinn's own socket, with a measure for how much is read and written at once.
struct Socket {
    quinn: Arc<dyn AsyncUdpSocket>,
    /// Of the last datagrams that were written together.
    datagram_bytes: AtomicUsize,
}

impl Socket {
    fn new(socket: UdpSocket) -> io::Result<Self> {
        let buffers = SockRef::from(&socket);
        let grown = buffers
            .set_recv_buffer_size(BUFFER_BYTES)
            .and_then(|()| buffers.set_send_buffer_size(BUFFER_BYTES));
        if let Err(error) = grown {
            tracing::debug!(%error, "a UDP socket keeps the buffers that it has");
        }
        Ok(Self {
            quinn: TokioRuntime.wrap_udp_socket(socket)?,
            datagram_bytes: AtomicUsize::new(1),
        })
    }
}

/// An endpoint on `socket`, which serves where it has a configuration for that, and what holds its port: quinn's tasks, until the last
/// of them has ended. To be called inside a Tokio runtime.
pub(crate) fn endpoint(
    socket: UdpSocket,
    server: Option<ServerConfig>,
) -> io::Result<(Endpoint, Weak<dyn AsyncUdpSocket>)> {
    let socket = Socket::new(socket)?;
    let held = Arc::downgrade(&socket.quinn);
    let (config, runtime) = (config::endpoint(), Arc::new(TokioRuntime));
    let endpoint = Endpoint::new_with_abstract_socket(config, server, Arc::new(socket), runtime)?;
    Ok((endpoint, held))
}

impl AsyncUdpSocket for Socket {
    fn create_io_poller(self: Arc<Self>) -> Pin<Box<dyn UdpPoller>> {
        Arc::clone(&self.quinn).create_io_poller()
    }

    fn try_send(&self, transmit: &Transmit<'_>) -> io::Result<()> {
        // One alone may be small whatever the path takes, as those that acknowledge are.
        let alone = || {
            transmit
                .contents
                .len()
                .max(self.datagram_bytes.load(Ordering::Relaxed))
        };
        let datagram = transmit.segment_size.unwrap_or_else(alone).max(1);
        self.datagram_bytes.store(datagram, Ordering::Relaxed);
        self.quinn.try_send(transmit)
    }

    fn poll_recv(
        &self,
        cx: &mut Context<'_>,
        bufs: &mut [IoSliceMut<'_>],
        meta: &mut [RecvMeta],
    ) -> Poll<io::Result<usize>> {
        self.quinn.poll_recv(cx, bufs, meta)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.quinn.local_addr()
    }

    fn max_transmit_segments(&self) -> usize {
        let most = WRITE_BYTES / self.datagram_bytes.load(Ordering::Relaxed);
        self.quinn.max_transmit_segments().min(most.max(1))
    }

    fn max_receive_segments(&self) -> usize {
        let most = READ_BYTES.div_ceil(usize::from(DATAGRAM_BYTES));
        self.quinn.max_receive_segments().min(most)
    }

    fn may_fragment(&self) -> bool {
        self.quinn.may_fragment()
    }
}

impl fmt::Debug for Socket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.quinn.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Congestion;
    use std::net::Ipv4Addr;
    use std::time::Duration;
    use stillwire_rpc::tls::ServerTls;
    use stillwire_rpc_core::Limits;

    fn localhost() -> UdpSocket {
        UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).unwrap()
    }

    #[tokio::test]
    async fn what_is_written_at_once_is_measured_by_the_datagrams_before() {
        let socket = Socket::new(localhost()).unwrap();
        let most = socket.quinn.max_transmit_segments();
        assert_eq!(socket.max_transmit_segments(), most);
        let to = localhost().local_addr().unwrap();
        // Together, and one alone.
        for (datagram, segment_size, allowed) in [
            (1_452, Some(1_452), 22),
            (6_500, Some(6_500), 5),
            (40, None, 5),
        ] {
            let contents = vec![0; datagram];
            let transmit = Transmit {
                destination: to,
                ecn: None,
                contents: &contents,
                segment_size,
                src_ip: None,
            };
            let _ = socket.try_send(&transmit); // it may not be ready yet
            assert_eq!(socket.max_transmit_segments(), most.min(allowed));
        }
    }

    #[tokio::test]
    async fn one_read_takes_all_that_the_kernel_gives_at_once() {
        let socket = Socket::new(localhost()).unwrap();
        let segments = socket.max_receive_segments();
        let all = segments == socket.quinn.max_receive_segments()
            || segments * usize::from(DATAGRAM_BYTES) >= READ_BYTES;
        assert!(all, "{segments} datagrams");
    }

    #[tokio::test]
    async fn datagrams_grow_to_what_the_loopback_takes() {
        let (limits, name) = (Limits::default(), "localhost");
        let tls = ServerTls::self_signed([name]).unwrap();
        let server = config::server(&tls, &limits, Congestion::Cubic).unwrap();
        let (server, _) = endpoint(localhost(), Some(server)).unwrap();
        let address = server.local_addr().unwrap();
        tokio::spawn(async move {
            let connection = server.accept().await.unwrap().await.unwrap();
            let _ = connection.closed().await;
        });
        let (client, _) = endpoint(localhost(), None).unwrap();
        let config = config::client(&tls.client(), &limits, Congestion::Cubic).unwrap();
        let connection = client.connect_with(config, address, name).unwrap();
        let connection = connection.await.unwrap();
        let grown = async {
            while connection.stats().path.current_mtu < DATAGRAM_BYTES - 20 {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
        };
        let grown = tokio::time::timeout(Duration::from_secs(10), grown).await;
        assert!(grown.is_ok(), "{:?}", connection.stats().path);
    }
}
