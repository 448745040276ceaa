//! The client of each stack.

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use stillwire::quic::{Congestion, QuicTransport};
use stillwire::rpc::Limits;
use stillwire::tls::ClientTls;
use tonic::transport::{Certificate, Channel, ClientTlsConfig};

use super::Stack;
use super::ours::bench::rpc::v1::{BenchClient, NoteInit, WishInit};
use super::theirs::bench::rpc::v1 as theirs;
use crate::process::Place;

/// Each call has a deadline, as calls of services have.
const DEADLINE: Duration = Duration::from_secs(30);

/// A connection of one stack. Clones share it.
#[derive(Clone)]
pub enum Client {
    Stillwire(BenchClient),
    Tonic(theirs::bench_client::BenchClient<Channel>),
    Quinn(quinn::Connection),
}

type Failure = Box<dyn Error + Send + Sync>;

impl Client {
    pub async fn connect(stack: Stack, place: &Place) -> Result<Self, Failure> {
        Self::connect_by(stack, place, Congestion::default()).await
    }

    /// The same with a choice of QUIC's congestion control.
    pub async fn connect_by(
        stack: Stack,
        place: &Place,
        congestion: Congestion,
    ) -> Result<Self, Failure> {
        let Place { url, certificate } = place;
        Ok(match stack {
            Stack::StillwireQuic if congestion != Congestion::default() => {
                let (tls, limits) = (ClientTls::from_pem(certificate)?, Limits::default());
                let authority = url.trim_start_matches("quic://");
                let quic =
                    QuicTransport::with_congestion(authority, tls, limits.clone(), congestion)?;
                let channel = stillwire::Channel::over(quic, &limits);
                Self::Stillwire(BenchClient::new(channel))
            }
            Stack::StillwireQuic | Stack::StillwireTcpTls | Stack::StillwireUnix => {
                let tls = ClientTls::from_pem(certificate)?;
                Self::Stillwire(BenchClient::new(
                    stillwire::Channel::connect(url, tls).await?,
                ))
            }
            Stack::TonicTls | Stack::TonicH2c => {
                let mut endpoint = Channel::from_shared(url.to_owned())?.tcp_nodelay(true);
                if stack == Stack::TonicTls {
                    let root = Certificate::from_pem(certificate);
                    endpoint = endpoint.tls_config(ClientTlsConfig::new().ca_certificate(root))?;
                }
                let channel = endpoint.connect().await?;
                Self::Tonic(theirs::bench_client::BenchClient::new(channel))
            }
            Stack::QuinnRaw => Self::Quinn(quinn_raw(url, certificate).await?),
        })
    }

    /// One call.
    pub async fn echo(&self, data: &Bytes) -> Result<usize, Failure> {
        Ok(match self {
            Self::Stillwire(client) => {
                let call = client.echo(NoteInit { data }).timeout(DEADLINE);
                call.await?.view().data().len()
            }
            Self::Tonic(client) => {
                let mut request = tonic::Request::new(theirs::Note { data: data.clone() });
                request.set_timeout(DEADLINE);
                let reply = client.clone().echo(request).await?;
                reply.into_inner().data.len()
            }
            Self::Quinn(connection) => {
                let (mut send, mut receive) = connection.open_bi().await?;
                send.write_all(data).await?;
                send.finish()?;
                receive.read_to_end(1 << 20).await?.len()
            }
        })
    }

    /// One stream of `count` messages; how many bytes came.
    pub async fn pour(&self, count: u32, size: u32) -> Result<usize, Failure> {
        let mut bytes = 0;
        match self {
            Self::Stillwire(client) => {
                let call = client.pour(WishInit { count, size }).timeout(DEADLINE);
                let mut notes = call.await?;
                while let Some(note) = notes.next().await? {
                    bytes += note.view().data().len();
                }
            }
            Self::Tonic(client) => {
                let mut request = tonic::Request::new(theirs::Wish { count, size });
                request.set_timeout(DEADLINE);
                let mut notes = client.clone().pour(request).await?.into_inner();
                while let Some(note) = notes.message().await? {
                    bytes += note.data.len();
                }
            }
            Self::Quinn(connection) => {
                let (mut send, mut receive) = connection.open_bi().await?;
                let wish = [&[0xff][..], &count.to_le_bytes(), &size.to_le_bytes()].concat();
                send.write_all(&wish).await?;
                send.finish()?;
                while let Some(chunk) = receive.read_chunk(usize::MAX, true).await? {
                    bytes += chunk.bytes.len();
                }
            }
        }
        Ok(bytes)
    }
}

async fn quinn_raw(url: &str, certificate: &str) -> Result<quinn::Connection, Failure> {
    let tls = ClientTls::from_pem(certificate)?.config(&[b"raw"])?;
    let tls = quinn::crypto::rustls::QuicClientConfig::try_from(tls)?;
    let endpoint = quinn::Endpoint::client(([0, 0, 0, 0], 0).into())?;
    let address = url.strip_prefix("raw://").unwrap_or(url).parse()?;
    let config = quinn::ClientConfig::new(Arc::new(tls));
    Ok(endpoint.connect_with(config, address, "127.0.0.1")?.await?)
}
