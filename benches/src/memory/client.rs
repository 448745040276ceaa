//! The client of each stack: many connections, and what waits on them.

use std::error::Error;
use std::sync::Arc;

use stillwire::rpc::Streaming;
use stillwire::tls::ClientTls;
use tokio::task::JoinHandle;

use super::{Stack, limits, transport};
use crate::process::Place;
use crate::rpc::ours::bench::rpc::v1::{BenchClient, Note, NoteInit, WishInit};

/// Bytes of a call that waits, and of a message of a stream that nobody reads.
const CALL_BYTES: usize = 1024;
const MESSAGE_BYTES: u32 = 16 * 1024;

type Failure = Box<dyn Error + Send + Sync>;

/// Connections to one server.
pub struct Client {
    stack: Stack,
    url: String,
    tls: ClientTls,
    connections: Vec<Connection>,
    calls: Vec<JoinHandle<()>>,
    streams: Vec<Streaming<Note>>,
}

#[derive(Clone)]
enum Connection {
    Stillwire(BenchClient),
    Quinn(quinn::Connection),
}

impl Client {
    /// No connections yet.
    pub fn new(stack: Stack, place: Place) -> Result<Self, Failure> {
        Ok(Self {
            stack,
            url: place.url,
            tls: ClientTls::from_pem(place.certificate)?,
            connections: Vec::new(),
            calls: Vec::new(),
            streams: Vec::new(),
        })
    }

    /// So many connections more, each of which has had one call.
    pub async fn connect(&mut self, more: usize) -> Result<(), Failure> {
        for _ in 0..more {
            let connection = if self.stack == Stack::QuinnRaw {
                Connection::Quinn(quinn_raw(&self.url, &self.tls).await?)
            } else {
                let tls = self.tls.clone();
                let channel = stillwire::Channel::connect_with(&self.url, tls, limits()).await?;
                Connection::Stillwire(BenchClient::new(channel))
            };
            connection.echo(&[]).await?;
            self.connections.push(connection);
        }
        Ok(())
    }

    /// Makes so many calls on each connection, which are never answered.
    pub fn call(&mut self, each: usize) {
        for connection in &self.connections {
            for _ in 0..each {
                let connection = connection.clone();
                self.calls.push(tokio::spawn(async move {
                    let _ = connection.echo(&[7; CALL_BYTES]).await;
                }));
            }
        }
    }

    /// Begins so many streams on each connection, and reads none of them.
    pub fn pour(&mut self, each: usize) -> Result<(), Failure> {
        for connection in &self.connections {
            if let Connection::Stillwire(client) = connection {
                for _ in 0..each {
                    let wish = WishInit {
                        count: u32::MAX,
                        size: MESSAGE_BYTES,
                    };
                    self.streams.push(client.pour(wish).start()?);
                }
            }
        }
        Ok(())
    }
}

impl Connection {
    async fn echo(&self, data: &[u8]) -> Result<(), Failure> {
        match self {
            Self::Stillwire(client) => drop(client.echo(NoteInit { data }).await?),
            Self::Quinn(connection) => {
                let (mut send, mut receive) = connection.open_bi().await?;
                send.write_all(data).await?;
                send.finish()?;
                receive.read_to_end(1 << 20).await?;
            }
        }
        Ok(())
    }
}

/// An endpoint for each connection, as processes that call one server have.
async fn quinn_raw(url: &str, tls: &ClientTls) -> Result<quinn::Connection, Failure> {
    let tls = quinn::crypto::rustls::QuicClientConfig::try_from(tls.config(&[b"raw"])?)?;
    let endpoint = quinn::Endpoint::client(([0, 0, 0, 0], 0).into())?;
    let address = url.strip_prefix("raw://").unwrap_or(url).parse()?;
    let mut config = quinn::ClientConfig::new(Arc::new(tls));
    config.transport_config(Arc::new(transport()));
    Ok(endpoint.connect_with(config, address, "127.0.0.1")?.await?)
}
