//! QUIC where it gets through, TCP where it does not.
//!
//! Many networks drop UDP, and they do so in silence. So TCP sets out a moment after QUIC, and whoever has connected first carries
//! the calls, until that connection is lost.

use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use stillwire_quic::QuicTransport;
use stillwire_rpc::{BoxFuture, Event, Events, Form, Outcome, OutgoingCall, Status, Transport};
use stillwire_stream::StreamTransport;

/// How far QUIC is ahead of TCP (RFC 8305, section 5, recommends as much between addresses).
const HEAD_START: Duration = Duration::from_millis(250);

/// Two ways to one server.
#[derive(Clone)]
pub(crate) struct Either(Arc<Ways>);

struct Ways {
    quic: QuicTransport,
    tcp: StreamTransport,
    /// The way that worked last.
    taken: Mutex<Option<Way>>,
    /// Held while both are tried, so that a burst of first calls tries once.
    trying: tokio::sync::Mutex<()>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Quic,
    Tcp,
}

impl Either {
    pub(crate) fn new(quic: QuicTransport, tcp: StreamTransport) -> Self {
        Self(Arc::new(Ways {
            quic,
            tcp,
            taken: Mutex::new(None),
            trying: tokio::sync::Mutex::new(()),
        }))
    }
}

impl Ways {
    /// The way whose connection is there.
    fn open(&self) -> Option<&dyn Transport> {
        let taken = *self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        match taken? {
            Way::Quic if self.quic.is_connected() => Some(&self.quic),
            Way::Tcp if self.tcp.is_connected() => Some(&self.tcp),
            _ => None,
        }
    }

    /// A way that has connected.
    async fn find(&self) -> Result<&dyn Transport, Status> {
        if let Some(way) = self.open() {
            return Ok(way);
        }
        let _alone = self.trying.lock().await;
        if let Some(way) = self.open() {
            return Ok(way);
        }
        let way = self.race().await?;
        *self.taken.lock().unwrap_or_else(PoisonError::into_inner) = Some(way);
        Ok(match way {
            Way::Quic => &self.quic,
            Way::Tcp => &self.tcp,
        })
    }

    async fn race(&self) -> Result<Way, Status> {
        let quic = self.quic.connect();
        tokio::pin!(quic);
        if let Ok(connected) = tokio::time::timeout(HEAD_START, &mut quic).await {
            return match connected {
                Ok(()) => Ok(Way::Quic),
                Err(status) => self.tcp_after(status).await,
            };
        }
        let tcp = self.tcp.connect();
        tokio::pin!(tcp);
        tokio::select! {
            biased;
            connected = &mut quic => match connected {
                Ok(()) => Ok(Way::Quic),
                Err(status) => tcp.await.map(|()| Way::Tcp).map_err(|other| both(&status, &other)),
            },
            connected = &mut tcp => match connected {
                Ok(()) => Ok(Way::Tcp),
                Err(status) => quic.await.map(|()| Way::Quic).map_err(|other| both(&other, &status)),
            },
        }
    }

    async fn tcp_after(&self, quic: Status) -> Result<Way, Status> {
        let connected = self.tcp.connect().await;
        connected
            .map(|()| Way::Tcp)
            .map_err(|tcp| both(&quic, &tcp))
    }
}

fn both(quic: &Status, tcp: &Status) -> Status {
    Status::unavailable(format!("{}; {}", quic.message, tcp.message))
}

impl fmt::Debug for Either {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Either")
            .field("quic", &self.0.quic)
            .field("tcp", &self.0.tcp)
            .finish_non_exhaustive()
    }
}

impl Transport for Either {
    fn name(&self) -> &'static str {
        self.0.open().map_or("quic+tcp", Transport::name)
    }

    fn form(&self) -> Form {
        Form::Native
    }

    fn call_one(&self, call: OutgoingCall) -> BoxFuture<'static, Outcome> {
        if let Some(way) = self.0.open() {
            return way.call_one(call);
        }
        let ways = Arc::clone(&self.0);
        Box::pin(async move {
            match ways.find().await {
                Ok(way) => way.call_one(call).await,
                Err(status) => status.into(),
            }
        })
    }

    fn call_many(&self, call: OutgoingCall) -> Box<dyn Events> {
        if let Some(way) = self.0.open() {
            return way.call_many(call);
        }
        let ways = Arc::clone(&self.0);
        Box::new(Deferred::Finding(Box::pin(async move {
            Ok(ways.find().await?.call_many(call))
        })))
    }
}

/// A stream whose way is being looked for.
enum Deferred {
    Finding(BoxFuture<'static, Result<Box<dyn Events>, Status>>),
    Found(Box<dyn Events>),
}

impl Events for Deferred {
    fn poll_event(&mut self, cx: &mut Context<'_>) -> Poll<Event> {
        loop {
            match self {
                Self::Finding(finding) => match ready!(Pin::new(finding).poll(cx)) {
                    Ok(events) => *self = Self::Found(events),
                    Err(status) => return Poll::Ready(Event::End(Box::new(status))),
                },
                Self::Found(events) => return events.poll_event(cx),
            }
        }
    }
}
