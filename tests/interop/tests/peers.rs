//! The cases against a server of tonic's, and against our own on each transport.

use std::pin::Pin;
use std::time::Duration;
use stillwire::grpc::{Compression, GrpcTransport, Options};
use stillwire::rpc::{Caller, Limits};
use stillwire::tls::ServerTls;
use stillwire::{Channel, Server};
use stillwire_interop::grpc::testing::TestService;
use stillwire_interop::{Host, cases};
use tokio_stream::{Stream, StreamExt};
use tonic::codec::CompressionEncoding;
use tonic::{Code, Request, Response, Status, Streaming};

/// What tonic-prost-build made.
#[allow(
    clippy::pedantic,
    clippy::use_self,
    dead_code,
    missing_docs,
    unnameable_types,
    unreachable_pub,
    reason = "generated"
)]
mod theirs {
    include!(concat!(env!("OUT_DIR"), "/tonic/tonic.rs"));
}
use theirs::grpc::testing as pb;

type Replies = Pin<Box<dyn Stream<Item = Result<pb::StreamingOutputCallResponse, Status>> + Send>>;

struct Theirs;

fn echo<T>(from: &tonic::metadata::MetadataMap, response: &mut Response<T>) {
    if let Some(value) = from.get("x-grpc-test-echo-initial") {
        let key = "x-grpc-test-echo-initial";
        response.metadata_mut().insert(key, value.clone());
    }
}

fn wanted(status: Option<pb::EchoStatus>) -> Result<(), Status> {
    match status {
        Some(status) if status.code != 0 => {
            let code = Code::from_i32(i32::try_from(status.code).unwrap());
            Err(Status::new(code, status.message))
        }
        _ => Ok(()),
    }
}

fn body(size: u32) -> Option<pb::Payload> {
    let body = vec![0; usize::try_from(size).unwrap()];
    Some(pb::Payload { r#type: 0, body })
}

fn answers(request: pb::StreamingOutputCallRequest) -> Replies {
    if let Err(status) = wanted(request.response_status) {
        return Box::pin(tokio_stream::once(Err(status)));
    }
    let all = tokio_stream::iter(request.response_parameters);
    Box::pin(all.then(|parameters| async move {
        tokio::time::sleep(Duration::from_micros(parameters.interval_us.into())).await;
        let payload = body(parameters.size);
        Ok(pb::StreamingOutputCallResponse { payload })
    }))
}

#[tonic::async_trait]
impl pb::test_service_server::TestService for Theirs {
    type StreamingOutputCallStream = Replies;
    type FullDuplexCallStream = Replies;
    type HalfDuplexCallStream = Replies;

    async fn empty_call(&self, _: Request<pb::Empty>) -> Result<Response<pb::Empty>, Status> {
        Ok(Response::new(pb::Empty {}))
    }

    async fn unary_call(
        &self,
        request: Request<pb::SimpleRequest>,
    ) -> Result<Response<pb::SimpleResponse>, Status> {
        let (metadata, _, request) = request.into_parts();
        wanted(request.response_status)?;
        let payload = body(request.response_size);
        let mut response = Response::new(pb::SimpleResponse {
            payload,
            ..Default::default()
        });
        echo(&metadata, &mut response);
        Ok(response)
    }

    async fn cacheable_unary_call(
        &self,
        request: Request<pb::SimpleRequest>,
    ) -> Result<Response<pb::SimpleResponse>, Status> {
        self.unary_call(request).await
    }

    async fn streaming_output_call(
        &self,
        request: Request<pb::StreamingOutputCallRequest>,
    ) -> Result<Response<Replies>, Status> {
        Ok(Response::new(answers(request.into_inner())))
    }

    async fn streaming_input_call(
        &self,
        request: Request<Streaming<pb::StreamingInputCallRequest>>,
    ) -> Result<Response<pb::StreamingInputCallResponse>, Status> {
        let (mut input, mut sum) = (request.into_inner(), 0);
        while let Some(next) = input.next().await {
            sum += next?.payload.map_or(0, |payload| payload.body.len());
        }
        let aggregated_payload_size = u32::try_from(sum).unwrap();
        Ok(Response::new(pb::StreamingInputCallResponse {
            aggregated_payload_size,
        }))
    }

    async fn full_duplex_call(
        &self,
        request: Request<Streaming<pb::StreamingOutputCallRequest>>,
    ) -> Result<Response<Replies>, Status> {
        let (metadata, _, mut input) = request.into_parts();
        let (send, receive) = tokio::sync::mpsc::channel(1);
        tokio::spawn(async move {
            while let Some(Ok(next)) = input.next().await {
                let mut replies = answers(next);
                while let Some(reply) = replies.next().await {
                    if send.send(reply).await.is_err() {
                        return;
                    }
                }
            }
        });
        let replies = tokio_stream::wrappers::ReceiverStream::new(receive);
        let mut response = Response::new(Box::pin(replies) as Replies);
        echo(&metadata, &mut response);
        Ok(response)
    }

    async fn half_duplex_call(
        &self,
        request: Request<Streaming<pb::StreamingOutputCallRequest>>,
    ) -> Result<Response<Replies>, Status> {
        self.full_duplex_call(request).await
    }

    async fn unimplemented_call(
        &self,
        _: Request<pb::Empty>,
    ) -> Result<Response<pb::Empty>, Status> {
        Err(Status::unimplemented("missing"))
    }
}

async fn all_pass(caller: &Caller, but: &[&str]) {
    let all = cases::ALL.iter().chain(&["unimplemented_service"]);
    for case in all.filter(|case| !but.contains(case)) {
        cases::run(case, caller)
            .await
            .unwrap_or_else(|error| panic!("{case}: {error}"));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_cases_pass_against_tonic_plain_and_compressed() {
    let service = pb::test_service_server::TestServiceServer::new(Theirs)
        .accept_compressed(CompressionEncoding::Gzip)
        .send_compressed(CompressionEncoding::Gzip);
    let incoming = tonic::transport::server::TcpIncoming::bind(([127, 0, 0, 1], 0).into()).unwrap();
    let authority = incoming.local_addr().unwrap().to_string();
    tokio::spawn(
        tonic::transport::Server::builder()
            .add_service(service)
            .serve_with_incoming(incoming),
    );
    let limits = Limits::default();
    let transport = || GrpcTransport::new(&authority, None, limits.clone()).unwrap();
    for transport in [transport(), transport().compressed(Compression::Gzip)] {
        // tonic has no way to send trailing metadata with a good end.
        all_pass(
            &Channel::over(transport, &limits).into(),
            &["custom_metadata"],
        )
        .await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_cases_pass_on_each_transport_of_our_own() {
    let tls = ServerTls::self_signed(["127.0.0.1"]).unwrap();
    let socket =
        std::env::temp_dir().join(format!("stillwire-interop-{}.sock", std::process::id()));
    let server = Server::new()
        .add(TestService::serve(Host))
        .grpc_options(Options::default().compressed(Compression::Zstd))
        .quic("127.0.0.1:0", tls.clone())
        .tcp("127.0.0.1:0", tls.clone())
        .unix(socket)
        .memory("interop")
        .grpc("127.0.0.1:0", tls.clone());
    let bound = server.bind().await.unwrap();
    let urls = ["quic", "tcp", "unix", "memory", "grpc"].map(|name| bound.url(name).unwrap());
    tokio::spawn(bound.run_until(std::future::pending()));
    for url in urls {
        let trust = url.contains("127.0.0.1").then(|| tls.client());
        let channel = Channel::connect(&url, trust).await.unwrap();
        all_pass(&channel.into(), &[]).await;
    }
}
