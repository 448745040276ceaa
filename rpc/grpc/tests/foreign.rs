//! Our server against clients of tonic's: health, reflection, and a call whose codec is not ours.

mod common;

use bytes::{Buf, BufMut, Bytes};
use common::Server;
use std::time::Duration;
use stillwire_rpc::Limits;
use tonic::codec::{Codec, DecodeBuf, Decoder, EncodeBuf, Encoder};
use tonic::metadata::MetadataValue;
use tonic::transport::Channel;
use tonic::{Code, Request, Status};
use tonic_health::pb::HealthCheckRequest;
use tonic_health::pb::health_check_response::ServingStatus;
use tonic_health::pb::health_client::HealthClient;

async fn channel(server: &Server) -> Channel {
    Channel::from_shared(format!("http://{}", server.address))
        .unwrap()
        .connect()
        .await
        .unwrap()
}

#[tokio::test]
async fn health_answers_for_the_server_and_each_service() {
    let server = Server::start(false, Limits::default()).await;
    let mut client = HealthClient::new(channel(&server).await);
    for service in ["", "test.Echo"] {
        let request = HealthCheckRequest {
            service: service.into(),
        };
        let reply = client.check(request).await.unwrap().into_inner();
        assert_eq!(reply.status(), ServingStatus::Serving);
    }
    let status = client
        .check(HealthCheckRequest {
            service: "no.Such".into(),
        })
        .await
        .unwrap_err();
    assert_eq!(status.code(), Code::NotFound);
}

#[tokio::test]
async fn whoever_watches_health_learns_that_the_server_drains() {
    let server = Server::start(false, Limits::default()).await;
    let mut client = HealthClient::new(channel(&server).await);
    let request = HealthCheckRequest {
        service: "test.Echo".into(),
    };
    let mut watch = client.watch(request).await.unwrap().into_inner();
    assert_eq!(
        watch.message().await.unwrap().unwrap().status(),
        ServingStatus::Serving
    );
    server.drain.begin();
    let last = watch.message().await.unwrap().unwrap();
    assert_eq!(last.status(), ServingStatus::NotServing);
    assert_eq!(watch.message().await.unwrap_err().code(), Code::Unavailable);
    assert!(
        server.drain.finish(Duration::from_secs(10)).await,
        "a watch held up the drain"
    );
}

macro_rules! reflection {
    ($name:ident, $version:ident) => {
        #[tokio::test]
        async fn $name() {
            use tonic_reflection::pb::$version::ServerReflectionRequest;
            use tonic_reflection::pb::$version::server_reflection_client::ServerReflectionClient;
            use tonic_reflection::pb::$version::server_reflection_request::MessageRequest;
            use tonic_reflection::pb::$version::server_reflection_response::MessageResponse;

            let server = Server::start(false, Limits::default()).await;
            let mut client = ServerReflectionClient::new(channel(&server).await);
            let ask = |question| ServerReflectionRequest {
                host: String::new(),
                message_request: Some(question),
            };
            let questions = [
                ask(MessageRequest::ListServices(String::new())),
                ask(MessageRequest::FileContainingSymbol(
                    "grpc.health.v1.Health".into(),
                )),
            ];
            let replies = client
                .server_reflection_info(tokio_stream::iter(questions))
                .await
                .unwrap();
            let mut replies = replies.into_inner();
            let list = replies
                .message()
                .await
                .unwrap()
                .unwrap()
                .message_response
                .unwrap();
            let MessageResponse::ListServicesResponse(list) = list else {
                panic!("{list:?}")
            };
            assert!(
                list.service
                    .iter()
                    .any(|service| service.name == "grpc.health.v1.Health")
            );
            let file = replies
                .message()
                .await
                .unwrap()
                .unwrap()
                .message_response
                .unwrap();
            let MessageResponse::FileDescriptorResponse(file) = file else {
                panic!("{file:?}")
            };
            assert!(!file.file_descriptor_proto.is_empty());
        }
    };
}

reflection!(reflection_v1_answers, v1);
reflection!(reflection_v1alpha_answers, v1alpha);

/// Bytes as they are.
#[derive(Debug, Default, Clone)]
struct Raw;

impl Codec for Raw {
    type Encode = Bytes;
    type Decode = Bytes;
    type Encoder = Self;
    type Decoder = Self;

    fn encoder(&mut self) -> Self {
        Self
    }

    fn decoder(&mut self) -> Self {
        Self
    }
}

impl Encoder for Raw {
    type Item = Bytes;
    type Error = Status;

    fn encode(&mut self, item: Bytes, dst: &mut EncodeBuf<'_>) -> Result<(), Status> {
        dst.put(item);
        Ok(())
    }
}

impl Decoder for Raw {
    type Item = Bytes;
    type Error = Status;

    fn decode(&mut self, src: &mut DecodeBuf<'_>) -> Result<Option<Bytes>, Status> {
        Ok(Some(src.copy_to_bytes(src.remaining())))
    }
}

async fn grpc(server: &Server) -> tonic::client::Grpc<Channel> {
    let mut grpc = tonic::client::Grpc::new(channel(server).await);
    grpc.ready().await.unwrap();
    grpc
}

fn path(method: &'static str) -> http::uri::PathAndQuery {
    http::uri::PathAndQuery::from_static(method)
}

#[tokio::test]
async fn a_foreign_client_makes_calls_of_all_kinds() {
    let server = Server::start(false, Limits::default()).await;
    let mut grpc = grpc(&server).await;
    let reply = grpc
        .unary(
            Request::new(Bytes::from("hello")),
            path("/test.Echo/Unary"),
            Raw,
        )
        .await
        .unwrap();
    assert_eq!(reply.into_inner(), "hello");

    grpc.ready().await.unwrap();
    let request = Request::new(Bytes::from("abc"));
    let mut replies = grpc
        .server_streaming(request, path("/test.Echo/Download"), Raw)
        .await
        .unwrap()
        .into_inner();
    let mut count = 0;
    while replies.message().await.unwrap().is_some() {
        count += 1;
    }
    assert_eq!(count, 3);

    grpc.ready().await.unwrap();
    let upload = Request::new(tokio_stream::iter([Bytes::from("ab"), Bytes::from("cde")]));
    let reply = grpc
        .client_streaming(upload, path("/test.Echo/Upload"), Raw)
        .await
        .unwrap();
    assert_eq!(reply.into_inner(), "5");

    grpc.ready().await.unwrap();
    let chat = Request::new(tokio_stream::iter([Bytes::from("ab"), Bytes::from("cde")]));
    let mut replies = grpc
        .streaming(chat, path("/test.Echo/Chat"), Raw)
        .await
        .unwrap()
        .into_inner();
    assert_eq!(replies.message().await.unwrap().unwrap(), "ab");
    assert_eq!(replies.message().await.unwrap().unwrap(), "cde");
    assert!(replies.message().await.unwrap().is_none());
}

#[tokio::test]
async fn a_foreign_client_reads_metadata_and_statuses() {
    let server = Server::start(false, Limits::default()).await;
    let mut grpc = grpc(&server).await;
    let mut request = Request::new(Bytes::from("metadata"));
    request
        .metadata_mut()
        .insert("tenant", "acme".parse().unwrap());
    request
        .metadata_mut()
        .insert_bin("trace-bin", MetadataValue::from_bytes(&[0, 255]));
    let reply = grpc
        .unary(request, path("/test.Echo/Unary"), Raw)
        .await
        .unwrap();
    assert_eq!(reply.metadata().get("tenant").unwrap(), "acme");
    let trace = reply.metadata().get_bin("trace-bin").unwrap();
    assert_eq!(trace.to_bytes().unwrap(), &[0u8, 255][..]);

    grpc.ready().await.unwrap();
    let status = grpc
        .unary(
            Request::new(Bytes::from("fail")),
            path("/test.Echo/Unary"),
            Raw,
        )
        .await
        .unwrap_err();
    assert_eq!(status.code(), Code::FailedPrecondition);
    assert_eq!(status.message(), "café: 100 %\nno");
    assert_eq!(status.details(), b"\x08\x09");
    assert_eq!(status.metadata().get("why").unwrap(), "because");

    grpc.ready().await.unwrap();
    let mut request = Request::new(Bytes::from("sleep"));
    request.set_timeout(Duration::from_millis(50));
    let status = grpc
        .unary(request, path("/test.Echo/Unary"), Raw)
        .await
        .unwrap_err();
    assert!(
        matches!(status.code(), Code::DeadlineExceeded | Code::Cancelled),
        "{status:?}"
    );
    server.runs(0).await;

    grpc.ready().await.unwrap();
    let status = grpc
        .unary(Request::new(Bytes::new()), path("/no.Such/Method"), Raw)
        .await
        .unwrap_err();
    assert_eq!(status.code(), Code::Unimplemented);
}

#[tokio::test]
async fn health_and_reflection_can_be_left_out() {
    let running = tokio::sync::watch::Sender::new(0);
    let service = stillwire_rpc::Service::new(common::Echo { running });
    let router = stillwire_rpc::Router::new([service], Limits::default()).unwrap();
    let any = "127.0.0.1:0".parse().unwrap();
    let endpoint = stillwire_grpc::Endpoint::bind(any, None, router)
        .await
        .unwrap();
    let mut options = stillwire_grpc::Options::default();
    options.health = false;
    let address = endpoint.local_addr();
    let serving = tokio::spawn(
        endpoint
            .with_options(options)
            .serve(stillwire_rpc::Drain::new()),
    );
    let channel = Channel::from_shared(format!("http://{address}"))
        .unwrap()
        .connect()
        .await
        .unwrap();
    let request = HealthCheckRequest {
        service: String::new(),
    };
    let status = HealthClient::new(channel).check(request).await.unwrap_err();
    assert_eq!(status.code(), Code::Unimplemented);
    serving.abort();
}
