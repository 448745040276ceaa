//! QUIC where it gets through, TCP where it does not.
//!
//! Many networks drop UDP, and they do so in silence. So TCP sets out a moment after QUIC, and whoever has connected first carries
//! the calls, until that connection is lost.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use stillwire_quic::QuicTransport;
use stillwire_rpc::client::{Alive, Connection, Ended, Link, Patience, Unavailable};
use stillwire_rpc::{
    BoxFuture, ConnectionState, Event, Events, Form, Gauges, Limits, Outcome, OutgoingCall, Status,
    Transport,
};
use stillwire_stream::StreamTransport;
use tokio::sync::watch;

/// How far QUIC is ahead of TCP (RFC 8305, section 5, recommends as much between addresses).
const HEAD_START: Duration = Duration::from_millis(250);

/// Two ways to one server. Clones share them.
#[derive(Debug, Clone)]
pub(crate) struct Either {
    quic: QuicTransport,
    tcp: StreamTransport,
    link: Link<Way>,
    gauges: Gauges,
}

/// The way whose connection is there.
enum Way {
    Quic(QuicTransport),
    Tcp(StreamTransport),
}

impl Way {
    fn transport(&self) -> &dyn Transport {
        match self {
            Self::Quic(quic) => quic,
            Self::Tcp(tcp) => tcp,
        }
    }
}

impl Connection for Way {
    fn is_usable(&self) -> bool {
        match self {
            Self::Quic(quic) => quic.is_connected(),
            Self::Tcp(tcp) => tcp.is_connected(),
        }
    }
}

impl Either {
    pub(crate) fn new(quic: QuicTransport, tcp: StreamTransport, limits: &Limits) -> Self {
        let gauges = Gauges::default();
        Self {
            quic: quic.counted_by(&gauges),
            tcp: tcp.counted_by(&gauges),
            link: Link::new(limits),
            gauges,
        }
    }

    /// A way that has connected.
    async fn find(&self, patience: Patience) -> Result<Arc<Way>, Status> {
        let connect = |alive: Alive<Way>| {
            let this = self.clone();
            async move {
                let way = this.race().await?;
                tokio::spawn(watch(way.transport().state(), alive));
                Ok(way)
            }
        };
        self.link.get(patience, connect).await
    }

    async fn race(&self) -> Result<Way, Status> {
        let by_quic = || Way::Quic(self.quic.clone());
        let by_tcp = || Way::Tcp(self.tcp.clone());
        let mut quic = self.quic.connect();
        if let Ok(connected) = tokio::time::timeout(HEAD_START, &mut quic).await {
            return match connected {
                Ok(()) => Ok(by_quic()),
                Err(status) => match self.tcp.connect().await {
                    Ok(()) => Ok(by_tcp()),
                    Err(other) => Err(both(&status, &other)),
                },
            };
        }
        let mut tcp = self.tcp.connect();
        tokio::select! {
            biased;
            connected = &mut quic => match connected {
                Ok(()) => Ok(by_quic()),
                Err(status) => tcp.await.map(|()| by_tcp()).map_err(|other| both(&status, &other)),
            },
            connected = &mut tcp => match connected {
                Ok(()) => Ok(by_tcp()),
                Err(status) => quic.await.map(|()| by_quic()).map_err(|other| both(&other, &status)),
            },
        }
    }
}

/// Waits for the end of the connection that was taken.
async fn watch(mut state: watch::Receiver<ConnectionState>, alive: Alive<Way>) {
    // It fails only where the transport is gone, and its connection with it.
    let _ = state
        .wait_for(|state| *state != ConnectionState::Ready)
        .await;
    drop(alive);
}

fn both(quic: &Status, tcp: &Status) -> Status {
    Status::unavailable(format!("{}; {}", quic.message, tcp.message))
}

impl Transport for Either {
    fn name(&self) -> &'static str {
        self.link
            .open()
            .map_or("quic+tcp", |way| way.transport().name())
    }

    fn form(&self) -> Form {
        Form::Native
    }

    fn state(&self) -> watch::Receiver<ConnectionState> {
        self.link.state()
    }

    fn gauges(&self) -> &Gauges {
        &self.gauges
    }

    fn connect(&self) -> BoxFuture<'static, Result<(), Status>> {
        let this = self.clone();
        Box::pin(async move { this.find(Patience::Now).await.map(drop) })
    }

    fn call_one(&self, call: OutgoingCall) -> BoxFuture<'static, Outcome> {
        if let Some(way) = self.link.open() {
            return way.transport().call_one(call);
        }
        let this = self.clone();
        Box::pin(async move {
            match this.find(Patience::of(call.wait_for_ready)).await {
                Ok(way) => way.transport().call_one(call).await,
                Err(status) => status.into(),
            }
        })
    }

    fn try_one(&self, call: OutgoingCall) -> BoxFuture<'static, Ended> {
        if let Some(way) = self.link.open() {
            return way.transport().try_one(call);
        }
        let this = self.clone();
        Box::pin(async move {
            match this.find(Patience::of(call.wait_for_ready)).await {
                Ok(way) => way.transport().try_one(call).await,
                Err(status) => Unavailable::or_outcome(call, status),
            }
        })
    }

    fn call_many(&self, call: OutgoingCall) -> Box<dyn Events> {
        if let Some(way) = self.link.open() {
            return way.transport().call_many(call);
        }
        let this = self.clone();
        Box::new(Deferred::Finding(Box::pin(async move {
            let way = this.find(Patience::of(call.wait_for_ready)).await?;
            Ok(way.transport().call_many(call))
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
