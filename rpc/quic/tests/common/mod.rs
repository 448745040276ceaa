//! A service that answers bytes with bytes, on loopback.
#![allow(dead_code, reason = "each test file uses its part")]

use std::future::poll_fn;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use bytes::Bytes;
use stillwire_quic::{Endpoint, QuicTransport};
use stillwire_rpc::tls::{ClientTls, ServerTls};
use stillwire_rpc::{
    BoxFuture, Dispatch, Drain, Event, Events, Exchange, FileDescriptors, Input, MethodDescriptor,
    Outcome, OutgoingCall, RawInput, Router, Service, ServiceDescriptor, Status, Transport,
};
use stillwire_rpc_core::{Limits, Metadata, MethodId};
use tokio::task::JoinHandle;

/// Nothing on loopback takes as long.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// The methods of the service, in order.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Method {
    Unary,
    Expand,
    Collect,
    Chat,
    Hang,
    Panic,
    Inflate,
    Nap,
}

const NAMES: [(&str, &str, bool, bool); 8] = [
    ("Unary", "/test.Raw/Unary", false, false),
    ("Expand", "/test.Raw/Expand", false, true),
    ("Collect", "/test.Raw/Collect", true, false),
    ("Chat", "/test.Raw/Chat", true, true),
    ("Hang", "/test.Raw/Hang", false, false),
    ("Panic", "/test.Raw/Panic", false, false),
    ("Inflate", "/test.Raw/Inflate", false, false),
    ("Nap", "/test.Raw/Nap", false, false),
];

pub(crate) fn method(method: Method) -> &'static MethodDescriptor {
    &descriptor().methods[method as usize]
}

fn descriptor() -> &'static ServiceDescriptor {
    static DESCRIPTOR: std::sync::OnceLock<ServiceDescriptor> = std::sync::OnceLock::new();
    DESCRIPTOR.get_or_init(|| {
        let methods = NAMES.map(|(name, path, client, server)| {
            let id = MethodId::of(&path[1..]).to_u64();
            MethodDescriptor::new(name, path, id).with_streaming(client, server)
        });
        let methods: &'static [MethodDescriptor] = Box::leak(Box::new(methods));
        ServiceDescriptor {
            name: "test.Raw",
            methods,
            files: &FileDescriptors::NONE,
        }
    })
}

/// What handlers report.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    /// Handlers that run.
    pub(crate) running: AtomicUsize,
    /// Handlers that hang and were dropped.
    pub(crate) dropped: AtomicUsize,
    /// Messages that streams have produced.
    pub(crate) produced: AtomicUsize,
    /// Input streams that broke off.
    pub(crate) broken: AtomicUsize,
}

impl Seen {
    pub(crate) async fn wait(&self, what: impl Fn(&Self) -> bool) {
        let until = Instant::now() + PATIENCE;
        while !what(self) {
            assert!(Instant::now() < until, "never happened: {self:?}");
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }
}

struct Raw(Arc<Seen>);

struct Hanging(Arc<Seen>);

impl Drop for Hanging {
    fn drop(&mut self) {
        self.0.dropped.fetch_add(1, Ordering::SeqCst);
    }
}

async fn next(input: &mut dyn RawInput) -> Result<Option<Bytes>, Status> {
    poll_fn(|cx| input.poll_next(cx)).await
}

impl Dispatch for Raw {
    fn descriptor(&self) -> &'static ServiceDescriptor {
        descriptor()
    }

    fn call(
        self: Arc<Self>,
        index: usize,
        exchange: Exchange,
    ) -> BoxFuture<'static, Result<Outcome, Status>> {
        let seen = Arc::clone(&self.0);
        let (call, input, output) = exchange.into_raw();
        Box::pin(async move {
            let done = |message| Outcome {
                leading: Metadata::new(),
                message,
                status: Status::ok(),
            };
            match (index, input) {
                (0, Input::One(message)) => {
                    let mut outcome = done(Some(message));
                    outcome.leading = call.metadata().clone();
                    outcome.status.metadata = call.metadata().clone();
                    Ok(outcome)
                }
                (1, Input::One(message)) => {
                    let count = u32::from_le_bytes(message[..4].try_into().unwrap());
                    for _ in 0..count {
                        output.as_ref().unwrap().send(message.slice(4..)).await?;
                        seen.produced.fetch_add(1, Ordering::SeqCst);
                    }
                    Ok(done(None))
                }
                (2, Input::Many(mut input)) => {
                    let mut sum = 0_u64;
                    loop {
                        match next(&mut *input).await {
                            Ok(Some(message)) => sum += message.len() as u64,
                            Ok(None) => return Ok(done(Some(sum.to_le_bytes().to_vec().into()))),
                            Err(status) => {
                                seen.broken.fetch_add(1, Ordering::SeqCst);
                                return Err(status);
                            }
                        }
                    }
                }
                (3, Input::Many(mut input)) => {
                    while let Some(message) = next(&mut *input).await? {
                        output.as_ref().unwrap().send(message).await?;
                    }
                    Ok(done(None))
                }
                (4, Input::One(_)) => {
                    let _hanging = Hanging(Arc::clone(&seen));
                    seen.running.fetch_add(1, Ordering::SeqCst);
                    std::future::pending().await
                }
                (5, Input::One(_)) => panic!("as it was asked to"),
                (6, Input::One(message)) => {
                    let len = u32::from_le_bytes(message[..4].try_into().unwrap());
                    seen.produced.fetch_add(1, Ordering::SeqCst);
                    Ok(done(Some(vec![7; len as usize].into())))
                }
                (7, Input::One(message)) => {
                    tokio::time::sleep(Duration::from_millis(100)).await;
                    Ok(done(Some(message)))
                }
                _ => Err(Status::internal("the wrong kind of input")),
            }
        })
    }
}

pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    pub(crate) tls: ClientTls,
    pub(crate) drain: Drain,
    pub(crate) seen: Arc<Seen>,
    pub(crate) task: JoinHandle<()>,
}

impl Server {
    pub(crate) fn start(limits: Limits) -> Self {
        let tls = ServerTls::self_signed(["localhost"]).unwrap();
        Self::start_at("127.0.0.1:0".parse().unwrap(), &tls, limits)
    }

    pub(crate) fn start_at(address: SocketAddr, tls: &ServerTls, limits: Limits) -> Self {
        let seen = Arc::new(Seen::default());
        let router = Router::new([Service::new(Raw(Arc::clone(&seen)))], limits).unwrap();
        let endpoint = Endpoint::bind(address, tls, router).unwrap();
        let (address, drain) = (endpoint.local_addr(), Drain::new());
        let task = tokio::spawn(endpoint.serve(drain.clone()));
        let tls = tls.client().server_name("localhost").unwrap();
        Self {
            address,
            tls,
            drain,
            seen,
            task,
        }
    }

    pub(crate) fn client(&self) -> QuicTransport {
        self.client_with(Limits::default())
    }

    pub(crate) fn client_with(&self, limits: Limits) -> QuicTransport {
        QuicTransport::new(&self.address.to_string(), self.tls.clone(), limits).unwrap()
    }

    /// Drains, and shows that nothing is left.
    pub(crate) async fn stop(self) {
        assert!(self.drain.finish(PATIENCE).await, "something had to be cut");
        patiently(self.task).await.unwrap();
        assert_eq!(
            (
                self.drain.gauges().calls(),
                self.drain.gauges().connections()
            ),
            (0, 0)
        );
    }
}

pub(crate) async fn patiently<T>(future: impl Future<Output = T>) -> T {
    tokio::time::timeout(PATIENCE, future)
        .await
        .expect("it hangs")
}

pub(crate) fn outgoing(of: Method, input: Input) -> OutgoingCall {
    OutgoingCall {
        wait_for_ready: false,
        method: method(of),
        metadata: Metadata::new(),
        deadline: None,
        input,
    }
}

pub(crate) fn one(of: Method, message: impl Into<Bytes>) -> OutgoingCall {
    outgoing(of, Input::One(message.into()))
}

/// The message that makes `Expand` answer `count` times `message`.
pub(crate) fn expand(count: u32, message: &[u8]) -> Bytes {
    [&count.to_le_bytes()[..], message].concat().into()
}

pub(crate) async fn unary(client: &QuicTransport, message: impl Into<Bytes>) -> Outcome {
    patiently(client.call_one(one(Method::Unary, message))).await
}

/// All messages of a stream, and its status.
pub(crate) async fn collect(events: &mut dyn Events) -> (Vec<Bytes>, Status) {
    let mut messages = Vec::new();
    loop {
        match patiently(poll_fn(|cx| events.poll_event(cx))).await {
            Event::Head(_) => {}
            Event::Messages(more) => messages.extend(more),
            Event::End(status) => return (messages, *status),
        }
    }
}
