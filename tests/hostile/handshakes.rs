//! Connections that never come about.

use crate::raw::{Kind, Raw};
use crate::siege::{Siege, patiently};
use stillwire::Channel;
use stillwire::rpc::Caller;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpStream, UdpSocket};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn half_a_handshake_of_tls() {
    Siege::withstands(async |siege| {
        let mut halves = Vec::new();
        for transport in ["tcp", "grpc"] {
            for hello in [&[][..], &[0x16, 3, 1, 2, 0, 1], b"GET / HTTP/1.1\r\n\r\n"] {
                let mut socket = TcpStream::connect(siege.at(transport)).await.unwrap();
                socket.write_all(hello).await.unwrap();
                halves.push(socket);
            }
        }
        for mut half in halves {
            let _ = patiently(half.read_to_end(&mut Vec::new())).await; // an end or a reset
        }
    })
    .await;
}

/// A peer of which the server hears once, and that never hears of the server.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn half_a_handshake_of_quic() {
    Siege::withstands(async |siege| {
        let between = UdpSocket::bind("127.0.0.1:0").await.unwrap();
        let url = format!("quic://{}", between.local_addr().unwrap());
        let channel = Channel::connect(&url, Some(siege.trust.clone()))
            .await
            .unwrap();
        let connecting = tokio::spawn(async move { Caller::from(&channel).connect().await });
        let mut first = vec![0; 1 << 16];
        let (len, _) = patiently(between.recv_from(&mut first)).await.unwrap();
        for _ in 0..3 {
            let from = UdpSocket::bind("127.0.0.1:0").await.unwrap();
            from.send_to(&first[..len], siege.at("quic")).await.unwrap();
        }
        connecting.abort();
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_protocol() {
    Siege::withstands(async |siege| {
        for kind in [Kind::Quic, Kind::Tcp] {
            for alpn in [&[][..], &[&b"h2"[..]], &[b"stillwire/2"]] {
                if let Ok(mut raw) = Raw::speaking(siege, kind, alpn).await {
                    let _ = raw.write(&crate::raw::settings(0)).await;
                    let rest = raw.rest().await;
                    assert!(
                        rest.is_empty(),
                        "{kind:?} went on without its protocol: {rest:?}"
                    );
                }
            }
        }
    })
    .await;
}
