//! The server of each stack. A call with nothing in it is answered at once, any other one waits for ever; a stream goes on as long as
//! somebody reads it.

use std::error::Error;
use std::future::pending;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rcgen::CertifiedKey;
use stillwire::tls::ServerTls;
use stillwire::{Call, Encoded, Fault, Outbound, Reply};

use super::{Stack, limits, transport};
use crate::process::Place;
use crate::rpc::ours::bench::rpc::v1::{Bench, Note, NoteInit, Wish};

/// A server that listens and serves.
pub struct Running {
    pub place: Place,
    /// How many calls wait.
    pub calls: Box<dyn Fn() -> usize + Send>,
}

/// Starts the server of a stack.
pub async fn start(stack: Stack) -> Result<Running, Box<dyn Error>> {
    let made = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()])?;
    let certificate = made.cert.pem();
    let tls = ServerTls::from_pem(&certificate, made.signing_key.serialize_pem())?;
    if stack == Stack::QuinnRaw {
        return quinn_raw(&made, &tls);
    }
    let socket = std::env::temp_dir().join(format!("stillwire-memory-{}", std::process::id()));
    let server = stillwire::Server::new().add(Ours.serve()).limits(limits());
    let (server, name) = match stack {
        Stack::StillwireTcpTls => (server.tcp("127.0.0.1:0", tls), "tcp"),
        Stack::StillwireUnix => (server.unix(socket), "unix"),
        Stack::StillwireGrpcTls => (server.grpc("127.0.0.1:0", tls), "grpc"),
        Stack::StillwireQuic | Stack::QuinnRaw => (server.quic("127.0.0.1:0", tls), "quic"),
    };
    let bound = server.bind().await?;
    let (url, gauges) = (bound.url(name).ok_or("it listens nowhere")?, bound.gauges());
    tokio::spawn(bound.run_until(pending()));
    Ok(Running {
        place: Place { url, certificate },
        calls: Box::new(move || gauges.calls()),
    })
}

struct Ours;

impl Bench for Ours {
    async fn echo(&self, _: &Call, request: Encoded<Note>) -> Result<Reply<Note>, Fault> {
        if !request.view().data().is_empty() {
            pending::<()>().await;
        }
        Ok(Reply::from(Note::default().encode()))
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

fn quinn_raw(
    made: &CertifiedKey<rcgen::KeyPair>,
    tls: &ServerTls,
) -> Result<Running, Box<dyn Error>> {
    let tls = quinn::crypto::rustls::QuicServerConfig::try_from(tls.config(&[b"raw"])?)?;
    let mut config = quinn::ServerConfig::with_crypto(Arc::new(tls));
    config.transport_config(Arc::new(transport()));
    let endpoint = quinn::Endpoint::server(config, ([127, 0, 0, 1], 0).into())?;
    let url = format!("raw://{}", endpoint.local_addr()?);
    let calls = Arc::new(AtomicUsize::new(0));
    let waiting = Arc::clone(&calls);
    tokio::spawn(async move {
        while let Some(incoming) = endpoint.accept().await {
            let waiting = Arc::clone(&waiting);
            tokio::spawn(async move {
                let Ok(connection) = incoming.await else {
                    return;
                };
                while let Ok((send, receive)) = connection.accept_bi().await {
                    tokio::spawn(answer(send, receive, Arc::clone(&waiting)));
                }
            });
        }
    });
    Ok(Running {
        place: Place {
            url,
            certificate: made.cert.pem(),
        },
        calls: Box::new(move || calls.load(Ordering::Relaxed)),
    })
}

async fn answer(
    mut send: quinn::SendStream,
    mut receive: quinn::RecvStream,
    waiting: Arc<AtomicUsize>,
) {
    let Ok(request) = receive.read_to_end(1 << 20).await else {
        return;
    };
    if !request.is_empty() {
        waiting.fetch_add(1, Ordering::Relaxed);
        pending::<()>().await;
    }
    let _ = send.finish();
}
