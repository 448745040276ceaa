//! The server of each stack: an echo, and a stream of messages.

use std::error::Error;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;

use bytes::Bytes;
use rcgen::CertifiedKey;
use stillwire::quic::Congestion;
use stillwire::tls::ServerTls;
use stillwire::{Call, Encoded, Fault, Outbound, Reply};
use tokio_stream::Stream;
use tonic::transport::{Identity, ServerTlsConfig};
use tonic::{Request, Response, Status};

use super::Stack;
use super::ours::bench::rpc::v1::{Bench, Note, NoteInit, Wish};
use super::theirs::bench::rpc::v1 as theirs;
use crate::process::Place;

/// Serves until the process ends; tells where once it listens.
pub async fn serve(stack: Stack, tell: impl FnOnce(Place)) -> Result<(), Box<dyn Error>> {
    let host = Ipv4Addr::LOCALHOST.into();
    serve_at(stack, host, Congestion::default(), tell).await
}

/// The same on another address, with a choice of QUIC's congestion control.
pub async fn serve_at(
    stack: Stack,
    host: IpAddr,
    congestion: Congestion,
    tell: impl FnOnce(Place),
) -> Result<(), Box<dyn Error>> {
    let made = rcgen::generate_simple_self_signed([host.to_string()])?;
    let certificate = made.cert.pem();
    let tell = |url: String| tell(Place { url, certificate });
    match stack {
        Stack::StillwireQuic | Stack::StillwireTcpTls | Stack::StillwireUnix => {
            stillwire(stack, host, congestion, &made, tell).await
        }
        Stack::TonicTls | Stack::TonicH2c => tonic(stack, host, &made, tell).await,
        Stack::QuinnRaw => quinn_raw(&made, tell).await,
    }
}

async fn stillwire(
    stack: Stack,
    host: IpAddr,
    congestion: Congestion,
    made: &CertifiedKey<rcgen::KeyPair>,
    tell: impl FnOnce(String),
) -> Result<(), Box<dyn Error>> {
    let tls = ServerTls::from_pem(made.cert.pem(), made.signing_key.serialize_pem())?;
    let server = stillwire::Server::new().add(Ours.serve());
    let socket = std::env::temp_dir().join(format!("stillwire-bench-{}", std::process::id()));
    let any = SocketAddr::new(host, 0);
    let (server, name) = match stack {
        Stack::StillwireQuic => (server.quic_congestion(congestion).quic(any, tls), "quic"),
        Stack::StillwireTcpTls => (server.tcp(any, tls), "tcp"),
        _ => (server.unix(socket), "unix"),
    };
    let bound = server.bind().await?;
    tell(bound.url(name).ok_or("it listens nowhere")?);
    bound.run_until(std::future::pending()).await;
    Ok(())
}

struct Ours;

impl Bench for Ours {
    async fn echo(&self, _: &Call, request: Encoded<Note>) -> Result<Reply<Note>, Fault> {
        let data = request.view().data();
        Ok(Reply::from(NoteInit { data }.encode()))
    }

    async fn pour(
        &self,
        _: &Call,
        request: Encoded<Wish>,
        out: Outbound<Note>,
    ) -> Result<(), Fault> {
        let data = vec![7; usize::try_from(request.view().size()).unwrap_or(0)];
        for _ in 0..request.view().count() {
            out.send(&NoteInit { data: &data }).await?;
        }
        Ok(())
    }
}

async fn tonic(
    stack: Stack,
    host: IpAddr,
    made: &CertifiedKey<rcgen::KeyPair>,
    tell: impl FnOnce(String),
) -> Result<(), Box<dyn Error>> {
    let mut server = tonic::transport::Server::builder().tcp_nodelay(true);
    let mut scheme = "http";
    if stack == Stack::TonicTls {
        let identity = Identity::from_pem(made.cert.pem(), made.signing_key.serialize_pem());
        server = server.tls_config(ServerTlsConfig::new().identity(identity))?;
        scheme = "https";
    }
    let any = SocketAddr::new(host, 0);
    let incoming = tonic::transport::server::TcpIncoming::bind(any)?.with_nodelay(Some(true));
    tell(format!("{scheme}://{}", incoming.local_addr()?));
    let service = theirs::bench_server::BenchServer::new(Theirs);
    server
        .add_service(service)
        .serve_with_incoming(incoming)
        .await?;
    Ok(())
}

struct Theirs;

#[tonic::async_trait]
impl theirs::bench_server::Bench for Theirs {
    type PourStream = Pin<Box<dyn Stream<Item = Result<theirs::Note, Status>> + Send>>;

    async fn echo(&self, request: Request<theirs::Note>) -> Result<Response<theirs::Note>, Status> {
        Ok(Response::new(request.into_inner()))
    }

    async fn pour(
        &self,
        request: Request<theirs::Wish>,
    ) -> Result<Response<Self::PourStream>, Status> {
        let wish = request.into_inner();
        let data = Bytes::from(vec![7; usize::try_from(wish.size).unwrap_or(0)]);
        let notes = (0..wish.count).map(move |_| Ok(theirs::Note { data: data.clone() }));
        Ok(Response::new(Box::pin(tokio_stream::iter(notes))))
    }
}

/// A stream a call, without frames, codec or dispatch: what QUIC itself takes.
async fn quinn_raw(
    made: &CertifiedKey<rcgen::KeyPair>,
    tell: impl FnOnce(String),
) -> Result<(), Box<dyn Error>> {
    let tls = ServerTls::from_pem(made.cert.pem(), made.signing_key.serialize_pem())?;
    let tls = quinn::crypto::rustls::QuicServerConfig::try_from(tls.config(&[b"raw"])?)?;
    let mut config = quinn::ServerConfig::with_crypto(Arc::new(tls));
    let mut transport = quinn::TransportConfig::default();
    transport.max_concurrent_bidi_streams(1_024_u32.into());
    config.transport_config(Arc::new(transport));
    let endpoint = quinn::Endpoint::server(config, ([127, 0, 0, 1], 0).into())?;
    tell(format!("raw://{}", endpoint.local_addr()?));
    while let Some(incoming) = endpoint.accept().await {
        let connection = incoming.await?;
        tokio::spawn(async move {
            while let Ok((send, receive)) = connection.accept_bi().await {
                tokio::spawn(answer(send, receive));
            }
        });
    }
    Ok(())
}

async fn answer(mut send: quinn::SendStream, mut receive: quinn::RecvStream) {
    let Ok(request) = receive.read_to_end(1 << 20).await else {
        return;
    };
    // Nine bytes wish for a stream: 0xff, the count, the size.
    if let [0xff, a, b, c, d, e, f, g, h] = request[..] {
        let size = usize::try_from(u32::from_le_bytes([e, f, g, h])).unwrap_or(0);
        let data = Bytes::from(vec![7; size]);
        let mut left = u32::from_le_bytes([a, b, c, d]);
        while left > 0 {
            let batch = left.min(64);
            let mut chunks = vec![data.clone(); usize::try_from(batch).unwrap_or(0)];
            if send.write_all_chunks(&mut chunks).await.is_err() {
                return;
            }
            left -= batch;
        }
    } else if send.write_all(&request).await.is_err() {
        return;
    }
    let _ = send.finish();
}
