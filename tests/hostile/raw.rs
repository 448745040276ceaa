//! Lanes whose bytes a test writes by itself.

use crate::siege::{Siege, patiently};
use quinn::crypto::rustls::QuicClientConfig;
use std::any::Any;
use std::io;
use std::sync::Arc;
use stillwire::codec::frame::FrameDecoder;
use stillwire_rpc_core::payload::{ErrorCode, Payload, Role};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpStream, UnixStream};

/// What carries a lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Quic,
    Tcp,
    Unix,
}

pub(crate) type Reader = Box<dyn AsyncRead + Send + Unpin>;
pub(crate) type Writer = Box<dyn AsyncWrite + Send + Unpin>;

/// A lane of a connection of its own.
pub(crate) struct Raw {
    pub(crate) reader: Reader,
    pub(crate) writer: Writer,
    /// The connection, which ends with it.
    _alive: Box<dyn Any + Send>,
}

/// The protocol that lanes have in the handshake.
pub(crate) const ALPN: &[u8] = b"stillwire/1";

impl Raw {
    pub(crate) async fn open(siege: &Siege, kind: Kind) -> Self {
        Self::speaking(siege, kind, &[ALPN]).await.unwrap()
    }

    /// Names these protocols in the handshake, where there is one.
    pub(crate) async fn speaking(siege: &Siege, kind: Kind, alpn: &[&[u8]]) -> io::Result<Self> {
        match kind {
            Kind::Unix => {
                let (reader, writer) = UnixStream::connect(siege.at("unix")).await?.into_split();
                Ok(Self::of(reader, writer, ()))
            }
            Kind::Tcp => {
                let socket = TcpStream::connect(siege.at("tcp")).await?;
                let name = siege.trust.name_for("127.0.0.1").unwrap();
                let tls = siege.trust.config(alpn).unwrap();
                let connector = tokio_rustls::TlsConnector::from(Arc::new(tls));
                let stream = patiently(connector.connect(name, socket)).await?;
                let (reader, writer) = tokio::io::split(stream);
                Ok(Self::of(reader, writer, ()))
            }
            Kind::Quic => {
                let connection = connect(siege, alpn).await?;
                let (writer, reader) = patiently(connection.open_bi()).await?;
                Ok(Self::of(reader, writer, connection))
            }
        }
    }

    fn of(
        reader: impl AsyncRead + Send + Unpin + 'static,
        writer: impl AsyncWrite + Send + Unpin + 'static,
        alive: impl Any + Send,
    ) -> Self {
        Self {
            reader: Box::new(reader),
            writer: Box::new(writer),
            _alive: Box::new(alive),
        }
    }

    pub(crate) async fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.writer.write_all(bytes).await?;
        self.writer.flush().await
    }

    /// Reads until nothing more comes, and gives all of it.
    pub(crate) async fn rest(&mut self) -> Vec<u8> {
        let mut rest = Vec::new();
        let _ = patiently(self.reader.read_to_end(&mut rest)).await; // an end or a reset
        rest
    }

    /// Writes bytes for which the server ends the lane, and gives the reason that it tells.
    pub(crate) async fn refused(&mut self, bytes: &[u8]) -> ErrorCode {
        // The end may come before all is written.
        let _ = patiently(self.write(bytes)).await;
        let rest = self.rest().await;
        let mut decoder = FrameDecoder::new(1 << 20);
        decoder.push(rest.into());
        let mut last = None;
        while let Some(frame) = decoder.next_frame().unwrap() {
            last = Payload::decode(frame, Role::Server).unwrap();
        }
        match last {
            Some(Payload::Goaway(goaway)) => goaway.code,
            other => panic!("the lane ended with {other:?}"),
        }
    }
}

/// A connection of QUIC.
pub(crate) async fn connect(siege: &Siege, alpn: &[&[u8]]) -> io::Result<quinn::Connection> {
    let tls = siege.trust.config(alpn).unwrap();
    let tls = QuicClientConfig::try_from(tls).unwrap();
    let config = quinn::ClientConfig::new(Arc::new(tls));
    let endpoint = quinn::Endpoint::client("127.0.0.1:0".parse().unwrap())?;
    let address = siege.at("quic").parse().unwrap();
    let connecting = endpoint.connect_with(config, address, "127.0.0.1");
    Ok(patiently(connecting.unwrap()).await?)
}

/// A frame, whatever it says.
pub(crate) fn frame(kind: u8, flags: u8, tag: u16, payload: &[u8]) -> Vec<u8> {
    let len = u32::try_from(payload.len()).unwrap().to_le_bytes();
    let [low, high] = tag.to_le_bytes();
    [&len[..], &[kind, flags, low, high], payload].concat()
}

pub(crate) const OPEN: u8 = 1;
pub(crate) const MESSAGE: u8 = 2;
pub(crate) const CANCEL: u8 = 5;
pub(crate) const CREDIT: u8 = 6;
pub(crate) const PING: u8 = 7;
pub(crate) const SETTINGS: u8 = 9;

/// SETTINGS that accept what is usual, and so much of a call's stream.
pub(crate) fn settings(call_credit: u32) -> Vec<u8> {
    let credit = call_credit.to_le_bytes();
    frame(SETTINGS, 0, 0, &[&[1, 0, 2, 0][..], &credit].concat())
}

/// OPEN of a method, with a message, after which more come or not.
pub(crate) fn open(call: u32, path: &str, message: &[u8], end: bool) -> Vec<u8> {
    let method = stillwire::rpc::MethodId::of(path).to_u64().to_le_bytes();
    let len = u8::try_from(path.len()).unwrap();
    let head = [
        &call.to_le_bytes()[..],
        &method,
        &[0; 8],
        &[len],
        path.as_bytes(),
    ];
    let flags = if end { 0x70 } else { 0x60 };
    frame(OPEN, flags, 0, &[&head.concat()[..], message].concat())
}
