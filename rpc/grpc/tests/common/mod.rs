//! A service without types that answers in all four ways, and a server that serves it.
#![allow(dead_code, reason = "each test binary uses its own part")]

use bytes::Bytes;
use std::future::{pending, poll_fn};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};
use stillwire_grpc::{Endpoint, GrpcTransport, Options, Origins};
use stillwire_rpc::tls::{ClientTls, ServerTls};
use stillwire_rpc::{
    BoxFuture, Call, Dispatch, Drain, Event, Events, Exchange, FileDescriptors, Input, InputSender,
    Limits, Metadata, MethodDescriptor, Outcome, OutgoingCall, RawOutput, Router, Service,
    ServiceDescriptor, Status, Task, Transport, input_channel,
};
use tokio::sync::watch;

pub(crate) static ECHO: ServiceDescriptor = ServiceDescriptor {
    name: "test.Echo",
    methods: &[
        MethodDescriptor::new("Unary", "/test.Echo/Unary", 1),
        MethodDescriptor::new("Download", "/test.Echo/Download", 2).with_streaming(false, true),
        MethodDescriptor::new("Upload", "/test.Echo/Upload", 3).with_streaming(true, false),
        MethodDescriptor::new("Chat", "/test.Echo/Chat", 4).with_streaming(true, true),
        MethodDescriptor::new("Missing", "/test.Echo/Missing", 5),
    ],
    files: &FileDescriptors::NONE,
};

/// Handlers that run now.
pub(crate) type Running = watch::Sender<usize>;

pub(crate) struct Echo {
    pub(crate) running: Running,
}

struct Counted(Running);

impl Counted {
    fn new(running: &Running) -> Self {
        running.send_modify(|n| *n += 1);
        Self(running.clone())
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.send_modify(|n| *n -= 1);
    }
}

/// The service, without the method that its descriptor for clients has besides.
static SERVED: ServiceDescriptor = ServiceDescriptor {
    name: "test.Echo",
    methods: &[
        ECHO.methods[0],
        ECHO.methods[1],
        ECHO.methods[2],
        ECHO.methods[3],
    ],
    files: &FileDescriptors::NONE,
};

impl Dispatch for Echo {
    fn descriptor(&self) -> &'static ServiceDescriptor {
        &SERVED
    }

    fn call(
        self: Arc<Self>,
        method: usize,
        exchange: Exchange,
    ) -> BoxFuture<'static, Result<Outcome, Status>> {
        let counted = Counted::new(&self.running);
        let (call, input, output) = exchange.into_raw();
        Box::pin(async move {
            let _counted = counted;
            match (method, input, output) {
                (0, Input::One(request), None) => unary(&call, request).await,
                (1, Input::One(request), Some(output)) => download(&call, request, output).await,
                (2, input, None) => upload(input).await,
                (3, input, Some(output)) => chat(input, output).await,
                _ => Err(Status::internal(
                    "the adapter gave what the method does not take",
                )),
            }
        })
    }
}

fn ok(message: impl Into<Bytes>) -> Outcome {
    Outcome {
        leading: Metadata::new(),
        message: Some(message.into()),
        status: Status::ok(),
    }
}

async fn unary(call: &Call, request: Bytes) -> Result<Outcome, Status> {
    match &request[..] {
        b"panic" => panic!("as it was told to"),
        b"sleep" => pending().await,
        b"nap" => tokio::time::sleep(Duration::from_millis(300)).await,
        b"fail" => {
            let mut trailing = Metadata::new();
            trailing.append("why", "because").unwrap();
            let status = Status::failed_precondition("café: 100 %\nno");
            return Err(status
                .with_details(&b"\x08\x09"[..])
                .with_metadata(trailing));
        }
        b"metadata" => {
            let mut outcome = ok("metadata");
            outcome.leading = call.metadata().clone();
            outcome.status.metadata = call.metadata().clone();
            return Ok(outcome);
        }
        b"remaining" => {
            let left = call.remaining().map_or(u128::MAX, |left| left.as_millis());
            return Ok(ok(left.to_string()));
        }
        b"peer" => {
            return Ok(ok(format!(
                "{} {:?}",
                call.transport(),
                call.peer().address.unwrap().ip()
            )));
        }
        b"large" => return Ok(ok(vec![7; 5 << 20])),
        _ => {}
    }
    Ok(ok(request))
}

async fn download(call: &Call, request: Bytes, output: RawOutput) -> Result<Outcome, Status> {
    match &request[..] {
        b"endless" => loop {
            output.send(Bytes::from_static(&[1; 1024])).await?;
        },
        b"sleep" => pending().await,
        b"panic" => {
            output.send(Bytes::from_static(b"one")).await?;
            panic!("as it was told to")
        }
        b"metadata" => {
            assert!(call.set_leading(call.metadata().clone()));
            call.set_trailing(call.metadata().clone());
            output.send(request).await?;
            assert!(
                !call.set_leading(Metadata::new()),
                "a message had left before"
            );
            let status = Status::ok().with_metadata(call.metadata().clone());
            return Ok(Outcome {
                message: None,
                status,
                ..ok("")
            });
        }
        b"large" => {
            for _ in 0..4 {
                output.send(vec![7; 1 << 20].into()).await?;
            }
        }
        _ => {
            for byte in &request[..] {
                output.send(Bytes::copy_from_slice(&[*byte])).await?;
            }
        }
    }
    Ok(Outcome {
        message: None,
        ..ok("")
    })
}

async fn upload(input: Input) -> Result<Outcome, Status> {
    let mut input = input.into_stream();
    let mut total = 0;
    while let Some(message) = poll_fn(|cx| input.poll_next(cx)).await? {
        if &message[..] == b"enough" {
            return Err(Status::resource_exhausted("enough"));
        }
        total += message.len();
    }
    Ok(ok(total.to_string()))
}

async fn chat(input: Input, output: RawOutput) -> Result<Outcome, Status> {
    let mut input = input.into_stream();
    while let Some(message) = poll_fn(|cx| input.poll_next(cx)).await? {
        output.send(message).await?;
    }
    Ok(Outcome {
        message: None,
        ..ok("")
    })
}

/// A server on a free port.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    pub(crate) drain: Drain,
    pub(crate) running: Running,
    pub(crate) tls: Option<ServerTls>,
    pub(crate) task: tokio::task::JoinHandle<()>,
}

impl Server {
    pub(crate) async fn start(tls: bool, limits: Limits) -> Self {
        let tls = tls.then(|| ServerTls::self_signed(["localhost"]).unwrap());
        Self::bind(
            "127.0.0.1:0".parse().unwrap(),
            tls,
            limits,
            Options::default(),
        )
        .await
    }

    /// Without TLS, with gRPC-Web for pages of these origins.
    pub(crate) async fn start_web(origins: Origins, limits: Limits) -> Self {
        let options = Options::default().web(origins);
        Self::bind("127.0.0.1:0".parse().unwrap(), None, limits, options).await
    }

    /// Without TLS, on an address that another server has left.
    pub(crate) async fn start_at(address: SocketAddr, limits: Limits) -> Self {
        Self::bind(address, None, limits, Options::default()).await
    }

    async fn bind(
        address: SocketAddr,
        tls: Option<ServerTls>,
        limits: Limits,
        options: Options,
    ) -> Self {
        let running = watch::Sender::new(0);
        let service = Service::new(Echo {
            running: running.clone(),
        });
        let router = Router::new([service], limits).unwrap();
        let endpoint = Endpoint::bind(address, tls.as_ref(), router).await.unwrap();
        let endpoint = endpoint.with_options(options);
        let address = endpoint.local_addr();
        let drain = Drain::new();
        let serving = drain.clone();
        let task = tokio::spawn(async move { endpoint.serve(serving).await });
        Self {
            address,
            drain,
            running,
            tls,
            task,
        }
    }

    pub(crate) fn client_tls(&self) -> Option<ClientTls> {
        self.tls
            .as_ref()
            .map(|tls| tls.client().server_name("localhost").unwrap())
    }

    pub(crate) fn client(&self) -> Client {
        self.client_with(Limits::default())
    }

    pub(crate) fn client_with(&self, limits: Limits) -> Client {
        let tls = self.client_tls();
        Client(GrpcTransport::new(&self.address.to_string(), tls.as_ref(), limits).unwrap())
    }

    /// Waits until `count` handlers run.
    pub(crate) async fn runs(&self, count: usize) {
        let mut watch = self.running.subscribe();
        let waited =
            tokio::time::timeout(Duration::from_secs(10), watch.wait_for(|n| *n == count)).await;
        assert!(waited.is_ok(), "{count} handlers never ran at once");
    }
}

pub(crate) struct Client(pub(crate) GrpcTransport);

pub(crate) fn outgoing(method: usize, input: Input) -> OutgoingCall {
    OutgoingCall {
        wait_for_ready: false,
        method: &ECHO.methods[method],
        metadata: Metadata::new(),
        deadline: None,
        input,
    }
}

impl Client {
    pub(crate) async fn unary(&self, request: impl Into<Bytes>) -> Outcome {
        self.0
            .call_one(outgoing(0, Input::One(request.into())))
            .await
    }

    pub(crate) async fn unary_by(&self, request: &'static str, time: Duration) -> Outcome {
        let mut call = outgoing(0, Input::One(request.into()));
        call.deadline = Instant::now().checked_add(time);
        self.0.call_one(call).await
    }

    pub(crate) fn download(&self, request: impl Into<Bytes>) -> Box<dyn Events> {
        self.0.call_many(outgoing(1, Input::One(request.into())))
    }

    pub(crate) fn upload(&self) -> (InputSender, Task<Outcome>) {
        let (sender, input) = input_channel(Default::default());
        (sender, Task::spawn(self.0.call_one(outgoing(2, input))))
    }

    pub(crate) fn chat(&self) -> (InputSender, Box<dyn Events>) {
        let (sender, input) = input_channel(Default::default());
        (sender, self.0.call_many(outgoing(3, input)))
    }
}

pub(crate) async fn next(events: &mut Box<dyn Events>) -> Event {
    poll_fn(|cx| events.poll_event(cx)).await
}

/// All messages of a stream, and how it ended.
pub(crate) async fn drain(mut events: Box<dyn Events>) -> (Vec<Bytes>, Status) {
    let mut messages = Vec::new();
    loop {
        match next(&mut events).await {
            Event::Head(_) => {}
            Event::Messages(more) => messages.extend(more),
            Event::End(status) => return (messages, *status),
        }
    }
}
