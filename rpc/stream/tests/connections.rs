//! Connections that are not as they should be: silent, strange, or gone. Each server is asked for an echo afterwards, by a client
//! that behaves, and has nothing left of the others.

use std::future::{pending, poll_fn};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use bytes::BytesMut;
use stillwire_rpc::tls::{ClientTls, ServerTls};
use stillwire_rpc::{
    BoxFuture, Code, Dispatch, Drain, Event, Exchange, FileDescriptors, Input, Limits, Metadata,
    MethodDescriptor, MethodId, Outcome, OutgoingCall, Router, Service, ServiceDescriptor, Status,
    Transport,
};
use stillwire_rpc_core::Lane;
use stillwire_stream::{Endpoint, StreamTransport};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpStream, UnixListener, UnixStream};
use tokio::task::JoinHandle;

const PATIENCE: Duration = Duration::from_secs(20);

fn descriptor() -> &'static ServiceDescriptor {
    static DESCRIPTOR: std::sync::OnceLock<ServiceDescriptor> = std::sync::OnceLock::new();
    DESCRIPTOR.get_or_init(|| {
        let method = |name, path: &'static str| {
            MethodDescriptor::new(name, path, MethodId::of(&path[1..]).to_u64())
        };
        let methods = vec![
            method("Echo", "/test.Raw/Echo"),
            method("Hang", "/test.Raw/Hang"),
            method("Many", "/test.Raw/Many").with_streaming(false, true),
        ];
        ServiceDescriptor {
            name: "test.Raw",
            methods: methods.leak(),
            files: &FileDescriptors::NONE,
        }
    })
}

/// How many handlers hang.
#[derive(Default)]
struct Raw(Arc<AtomicUsize>);

struct Hanging(Arc<AtomicUsize>);

impl Drop for Hanging {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

impl Dispatch for Raw {
    fn descriptor(&self) -> &'static ServiceDescriptor {
        descriptor()
    }

    fn call(
        self: Arc<Self>,
        method: usize,
        exchange: Exchange,
    ) -> BoxFuture<'static, Result<Outcome, Status>> {
        Box::pin(async move {
            let (_, input, output) = exchange.into_raw();
            let Input::One(request) = input else {
                return Err(Status::internal("a stream"));
            };
            match method {
                1 => {
                    self.0.fetch_add(1, Ordering::SeqCst);
                    let _hanging = Hanging(Arc::clone(&self.0));
                    pending().await
                }
                2 => {
                    for _ in 0..3 {
                        output.as_ref().unwrap().send(request.clone()).await?;
                    }
                    Ok(Status::ok().into())
                }
                _ => Ok(Outcome {
                    message: Some(request),
                    ..Status::ok().into()
                }),
            }
        })
    }
}

struct Server {
    url: String,
    address: Option<std::net::SocketAddr>,
    trust: ClientTls,
    hanging: Arc<AtomicUsize>,
    drain: Drain,
    task: JoinHandle<()>,
}

impl Server {
    async fn tcp(limits: Limits) -> Self {
        let tls = ServerTls::self_signed(["127.0.0.1"]).unwrap();
        let (hanging, router) = router(limits);
        let endpoint = Endpoint::tcp("127.0.0.1:0".parse().unwrap(), &tls, router).await;
        Self::start(endpoint.unwrap(), hanging, tls.client())
    }

    async fn unix(limits: Limits) -> Self {
        let (hanging, router) = router(limits);
        let endpoint = Endpoint::unix(path(), router).await.unwrap();
        let trust = ServerTls::self_signed(["127.0.0.1"]).unwrap().client();
        Self::start(endpoint, hanging, trust)
    }

    fn start(endpoint: Endpoint, hanging: Arc<AtomicUsize>, trust: ClientTls) -> Self {
        let drain = Drain::new();
        Self {
            url: endpoint.url(),
            address: endpoint.local_addr(),
            trust,
            hanging,
            drain: drain.clone(),
            task: tokio::spawn(endpoint.serve(drain)),
        }
    }

    fn client(&self) -> StreamTransport {
        let limits = Limits::default();
        match self.address {
            Some(at) => StreamTransport::tcp(&at.to_string(), &self.trust, &limits).unwrap(),
            None => StreamTransport::unix(self.file(), &limits),
        }
    }

    fn file(&self) -> PathBuf {
        self.url.strip_prefix("unix://").unwrap().into()
    }

    async fn hang(&self, client: &StreamTransport) -> JoinHandle<Outcome> {
        let before = self.hanging.load(Ordering::SeqCst);
        let call = tokio::spawn(client.call_one(call(1)));
        until(|| self.hanging.load(Ordering::SeqCst) > before).await;
        call
    }

    /// Shows that it still serves, and that nothing is left when it ends.
    async fn stop(self) {
        assert_echo(&self.client()).await;
        assert!(self.drain.finish(PATIENCE).await, "something had to be cut");
        patiently(self.task).await.unwrap();
        let gauges = (
            self.drain.gauges().calls(),
            self.drain.gauges().connections(),
        );
        assert_eq!(gauges, (0, 0));
        assert_eq!(self.hanging.load(Ordering::SeqCst), 0);
    }
}

fn router(limits: Limits) -> (Arc<AtomicUsize>, Router) {
    let raw = Raw::default();
    let hanging = Arc::clone(&raw.0);
    (hanging, Router::new([Service::new(raw)], limits).unwrap())
}

fn path() -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    std::env::temp_dir().join(format!("stillwire-stream-{}-{number}", std::process::id()))
}

fn call(method: usize) -> OutgoingCall {
    OutgoingCall {
        wait_for_ready: false,
        method: &descriptor().methods[method],
        metadata: Metadata::new(),
        deadline: None,
        input: Input::One("hello".into()),
    }
}

async fn assert_echo(client: &StreamTransport) {
    let outcome = patiently(client.call_one(call(0))).await;
    assert_eq!(
        outcome.message.as_deref(),
        Some(&b"hello"[..]),
        "{outcome:?}"
    );
}

async fn patiently<T>(future: impl Future<Output = T>) -> T {
    tokio::time::timeout(PATIENCE, future)
        .await
        .expect("it hangs")
}

async fn until(what: impl Fn() -> bool) {
    patiently(async {
        while !what() {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    })
    .await;
}

fn hasty() -> Limits {
    Limits {
        handshake_timeout: Duration::from_millis(300),
        ..Limits::default()
    }
}

#[tokio::test]
async fn silent_and_half_spoken_handshakes_end_in_time() {
    let server = Server::tcp(hasty()).await;
    let mut silent = TcpStream::connect(server.address.unwrap()).await.unwrap();
    let mut half = TcpStream::connect(server.address.unwrap()).await.unwrap();
    half.write_all(&[0x16, 3, 1, 2, 0, 1]).await.unwrap();
    for socket in [&mut silent, &mut half] {
        let mut rest = Vec::new();
        let _ = patiently(socket.read_to_end(&mut rest)).await; // an end or a reset
    }
    server.stop().await;
}

#[tokio::test]
async fn who_sends_no_settings_is_gone_in_time_though_bytes_drip() {
    let server = Server::unix(hasty()).await;
    let mut silent = UnixStream::connect(server.file()).await.unwrap();
    let mut slow = UnixStream::connect(server.file()).await.unwrap();
    let dripping = tokio::spawn(async move {
        for byte in [20, 0, 0, 0, 9, 0] {
            tokio::time::sleep(Duration::from_millis(100)).await;
            if slow.write_all(&[byte]).await.is_err() {
                return;
            }
        }
        let mut rest = Vec::new();
        let _ = slow.read_to_end(&mut rest).await;
    });
    let mut rest = Vec::new();
    let _ = patiently(silent.read_to_end(&mut rest)).await;
    patiently(dripping).await.unwrap();
    server.stop().await;
}

#[tokio::test]
async fn another_protocol_is_refused_on_both_sides() {
    let server = Server::tcp(hasty()).await;
    for alpn in [&[][..], &[&b"h2"[..]][..]] {
        let config = Arc::new(server.trust.config(alpn).unwrap());
        let socket = TcpStream::connect(server.address.unwrap()).await.unwrap();
        let name = server.trust.name_for("127.0.0.1").unwrap();
        let tls = tokio_rustls::TlsConnector::from(config);
        if let Ok(mut stream) = tls.connect(name, socket).await {
            let mut rest = Vec::new();
            let _ = patiently(stream.read_to_end(&mut rest)).await;
            assert!(rest.is_empty(), "the server went on: {rest:?}");
        }
    }
    server.stop().await;

    // And a server that speaks something else has no client.
    let tls = ServerTls::self_signed(["127.0.0.1"]).unwrap();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let acceptor = tokio_rustls::TlsAcceptor::from(Arc::new(tls.config(&[]).unwrap()));
    let accepting = tokio::spawn(async move {
        let _ = acceptor.accept(listener.accept().await.unwrap().0).await;
    });
    let client = StreamTransport::tcp(&address, &tls.client(), &Limits::default()).unwrap();
    let outcome = patiently(client.call_one(call(0))).await;
    assert_eq!(outcome.status.code, Code::Unavailable, "{outcome:?}");
    patiently(accepting).await.unwrap();
}

#[tokio::test]
async fn garbage_ends_its_own_connection_alone() {
    let server = Server::unix(Limits::default()).await;
    let client = server.client();
    assert_echo(&client).await;
    for garbage in [&b"GET / HTTP/1.1\r\n\r\n"[..], &[0xff; 64], &[0; 64]] {
        let mut socket = UnixStream::connect(server.file()).await.unwrap();
        socket.write_all(garbage).await.unwrap();
        socket.shutdown().await.unwrap();
        let mut rest = Vec::new();
        let _ = patiently(socket.read_to_end(&mut rest)).await;
        assert_echo(&client).await;
    }
    drop(client);
    server.stop().await;
}

#[tokio::test]
async fn the_handlers_of_a_client_that_is_gone_are_stopped() {
    for server in [
        Server::unix(Limits::default()).await,
        Server::tcp(Limits::default()).await,
    ] {
        // A runtime that stops takes its tasks and sockets with it, as a killed process does.
        let gone = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        let client = server.client();
        for _ in 0..3 {
            let before = server.hanging.load(Ordering::SeqCst);
            gone.spawn(client.call_one(call(1)));
            until(|| server.hanging.load(Ordering::SeqCst) > before).await;
        }
        gone.shutdown_background();
        until(|| server.hanging.load(Ordering::SeqCst) == 0).await;
        server.stop().await;
    }
}

#[tokio::test]
async fn a_client_that_falls_silent_is_dropped_and_one_that_answers_is_not() {
    let server = Server::unix(Limits {
        keepalive_interval: Duration::from_millis(200),
        keepalive_timeout: Duration::from_millis(400),
        ..Limits::default()
    })
    .await;
    let client = server.client();
    let waiting = server.hang(&client).await;
    // Its SETTINGS, and then nothing more.
    let mut socket = UnixStream::connect(server.file()).await.unwrap();
    let mut greeting = Vec::new();
    Lane::client(Limits::default()).transmit(&mut greeting);
    socket.write_all(&greeting.concat()).await.unwrap();
    let mut rest = Vec::new();
    patiently(socket.read_to_end(&mut rest)).await.unwrap();
    // A few more questions, which the client answers.
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert!(!waiting.is_finished());
    assert_eq!(server.hanging.load(Ordering::SeqCst), 1);
    waiting.abort();
    until(|| server.hanging.load(Ordering::SeqCst) == 0).await;
    server.stop().await;
}

#[tokio::test]
async fn a_client_connects_anew_when_its_server_comes_back() {
    let (file, limits) = (path(), Limits::default());
    let client = StreamTransport::unix(&file, &limits);
    let outcome = patiently(client.call_one(call(0))).await;
    assert_eq!(outcome.status.code, Code::Unavailable);
    for _ in 0..3 {
        let (hanging, router) = router(Limits::default());
        let endpoint = Endpoint::unix(&file, router).await.unwrap();
        let trust = ServerTls::self_signed(["127.0.0.1"]).unwrap().client();
        let server = Server::start(endpoint, hanging, trust);
        // Calls fail at once for a while after an attempt that failed.
        client.connect().await.unwrap();
        assert_echo(&client).await;
        server.stop().await;
        let outcome = patiently(client.call_one(call(0))).await;
        assert_eq!(outcome.status.code, Code::Unavailable);
    }
}

#[tokio::test]
async fn a_call_that_a_draining_server_refuses_is_made_elsewhere() {
    let file = path();
    let listener = UnixListener::bind(&file).unwrap();
    let client = StreamTransport::unix(&file, &Limits::default());
    let caller = client.clone();
    let refused = tokio::spawn(async move { caller.call_one(call(0)).await });
    let (mut socket, _) = listener.accept().await.unwrap();
    drop(listener);
    // The next server is there before this one says that it takes no more calls.
    let (hanging, router) = router(Limits::default());
    let endpoint = Endpoint::unix(&file, router).await.unwrap();
    let trust = ServerTls::self_signed(["127.0.0.1"]).unwrap().client();
    let server = Server::start(endpoint, hanging, trust);

    let mut lane = Lane::server(Limits::default());
    lane.drain();
    let mut bytes = BytesMut::new();
    patiently(socket.read_buf(&mut bytes)).await.unwrap();
    let input = stillwire_rpc_core::lane::Input::Bytes(bytes.freeze());
    lane.handle(Instant::now(), input);
    let mut answer = vec![];
    lane.transmit(&mut answer);
    for chunk in answer {
        socket.write_all(&chunk).await.unwrap();
    }
    let outcome = patiently(refused).await.unwrap();
    assert_eq!(
        outcome.message.as_deref(),
        Some(&b"hello"[..]),
        "{outcome:?}"
    );
    server.stop().await;
}

#[tokio::test]
async fn a_socket_file_that_was_left_behind_is_replaced_and_others_are_not() {
    let file = path();
    drop(UnixListener::bind(&file).unwrap());
    let endpoint = Endpoint::unix(&file, router(Limits::default()).1).await;
    let endpoint = endpoint.unwrap();
    let second = Endpoint::unix(&file, router(Limits::default()).1).await;
    assert!(second.is_err(), "somebody listens there");
    drop(endpoint);
    assert!(!file.exists());

    std::fs::write(&file, "precious").unwrap();
    let third = Endpoint::unix(&file, router(Limits::default()).1).await;
    assert!(third.is_err());
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "precious");
    std::fs::remove_file(&file).unwrap();
}

#[tokio::test]
async fn a_stream_whose_connection_is_still_to_be_made_arrives_whole() {
    let server = Server::tcp(Limits::default()).await;
    let client = server.client();
    for _ in 0..2 {
        let mut events = client.call_many(call(2));
        let mut messages = 0;
        loop {
            match patiently(poll_fn(|cx| events.poll_event(cx))).await {
                Event::Head(_) => {}
                Event::Messages(came) => {
                    for message in came {
                        assert_eq!(&message[..], b"hello");
                        messages += 1;
                    }
                }
                Event::End(status) => {
                    assert!(status.is_ok(), "{status}");
                    break;
                }
            }
        }
        assert_eq!(messages, 3);
    }
    server.stop().await;
}

#[tokio::test]
async fn more_calls_than_a_connection_takes_wait_their_turn() {
    let server = Server::tcp(Limits {
        calls_per_connection: 300,
        ..Limits::default()
    })
    .await;
    let client = server.client();
    let calls = (0..1_000).map(|_| tokio::spawn(client.call_one(call(0))));
    for call in calls.collect::<Vec<_>>() {
        let outcome = patiently(call).await.unwrap();
        assert!(outcome.status.is_ok(), "{outcome:?}");
    }
    server.stop().await;
}

#[tokio::test]
async fn many_answers_that_come_with_the_end_of_the_lane_all_arrive_and_what_is_next_goes_elsewhere()
 {
    const CALLS: usize = 200;
    let file = path();
    let listener = UnixListener::bind(&file).unwrap();
    let client = StreamTransport::unix(&file, &Limits::default());
    let callers = (0..CALLS).map(|_| {
        let client = client.clone();
        tokio::spawn(async move {
            let first = client.call_one(call(0)).await.status;
            let mut events = client.call_many(call(2));
            loop {
                if let Event::End(status) = poll_fn(|cx| events.poll_event(cx)).await {
                    return (first, *status);
                }
            }
        })
    });
    let callers = callers.collect::<Vec<_>>();
    let (mut socket, _) = listener.accept().await.unwrap();
    drop(listener);
    let (hanging, router) = router(Limits::default());
    let endpoint = Endpoint::unix(&file, router).await.unwrap();
    let trust = ServerTls::self_signed(["127.0.0.1"]).unwrap().client();
    let next = Server::start(endpoint, hanging, trust);

    let (mut lane, mut out, mut opened) = (Lane::server(Limits::default()), vec![], vec![]);
    while opened.len() < CALLS {
        lane.transmit(&mut out); // SETTINGS, by which the client knows that it may make so many
        for chunk in out.drain(..) {
            socket.write_all(&chunk).await.unwrap();
        }
        let mut bytes = BytesMut::new();
        patiently(socket.read_buf(&mut bytes)).await.unwrap();
        let input = stillwire_rpc_core::lane::Input::Bytes(bytes.freeze());
        lane.handle(Instant::now(), input);
        while let Some(event) = lane.poll() {
            if let stillwire_rpc_core::Event::Opened { call, message, .. } = event {
                opened.push((call, message));
            }
        }
    }
    for (call, message) in opened {
        lane.finish(call, Status::ok(), message);
    }
    lane.drain();
    lane.transmit(&mut out);
    socket.write_all(&out.concat()).await.unwrap();
    drop(socket);
    for caller in callers {
        let (first, second) = patiently(caller).await.unwrap();
        assert!(first.is_ok() && second.is_ok(), "{first}, {second}");
    }
    next.stop().await;
}
