//! The services beside the user's own.

use crate::World;
use prost::Message;
use prost_types::FileDescriptorProto;
use std::collections::BTreeMap;
use tonic_health::ServingStatus;
use tonic_health::pb::HealthCheckRequest;
use tonic_health::pb::health_client::HealthClient;
use tonic_reflection::pb::v1::ServerReflectionRequest;
use tonic_reflection::pb::v1::server_reflection_client::ServerReflectionClient;
use tonic_reflection::pb::v1::server_reflection_request::MessageRequest;
use tonic_reflection::pb::v1::server_reflection_response::MessageResponse;
use tonic_reflection::pb::v1alpha;
use tonic_reflection::pb::v1alpha::server_reflection_client::ServerReflectionClient as AlphaClient;

async fn reflect(world: &World, question: MessageRequest) -> MessageResponse {
    let mut client = ServerReflectionClient::new(world.channel.clone());
    let request = ServerReflectionRequest {
        host: String::new(),
        message_request: Some(question),
    };
    let replies = client.server_reflection_info(tokio_stream::once(request));
    let mut replies = replies.await.unwrap().into_inner();
    let reply = replies.message().await.unwrap().unwrap();
    reply.message_response.unwrap()
}

async fn files(world: &World, question: MessageRequest) -> Vec<FileDescriptorProto> {
    let response = reflect(world, question).await;
    let MessageResponse::FileDescriptorResponse(files) = response else {
        panic!("{response:?}")
    };
    let files = files.file_descriptor_proto.iter();
    files
        .map(|file| FileDescriptorProto::decode(&file[..]).unwrap())
        .collect()
}

/// The answer's own number and content are those of v1: its bytes, but for the question that they repeat.
pub(crate) async fn reflection_by_its_older_name_gives_the_same(world: World) {
    use v1alpha::server_reflection_request::MessageRequest as Alpha;
    let symbol = "test.probe.v1.Probe".to_owned();
    let questions = [
        (
            Alpha::ListServices(String::new()),
            MessageRequest::ListServices(String::new()),
        ),
        (
            Alpha::FileContainingSymbol(symbol.clone()),
            MessageRequest::FileContainingSymbol(symbol),
        ),
        (
            Alpha::FileByFilename("no".into()),
            MessageRequest::FileByFilename("no".into()),
        ),
    ];
    for (older, newer) in questions {
        let mut client = AlphaClient::new(world.channel.clone());
        let request = v1alpha::ServerReflectionRequest {
            host: String::new(),
            message_request: Some(older),
        };
        let replies = client.server_reflection_info(tokio_stream::once(request));
        let reply = replies
            .await
            .unwrap()
            .into_inner()
            .message()
            .await
            .unwrap()
            .unwrap();
        let older = v1alpha::ServerReflectionResponse {
            original_request: None,
            ..reply
        };
        let newer = tonic_reflection::pb::v1::ServerReflectionResponse {
            message_response: Some(reflect(&world, newer).await),
            ..Default::default()
        };
        assert_eq!(older.encode_to_vec(), newer.encode_to_vec());
    }
}

pub(crate) async fn reflection_shows_the_service_and_all_that_it_imports(world: World) {
    let list = reflect(&world, MessageRequest::ListServices(String::new())).await;
    let MessageResponse::ListServicesResponse(list) = list else {
        panic!("{list:?}")
    };
    let names: Vec<_> = list
        .service
        .iter()
        .map(|service| service.name.as_str())
        .collect();
    assert!(names.contains(&"test.probe.v1.Probe"), "{names:?}");
    assert!(names.contains(&"grpc.health.v1.Health"), "{names:?}");

    let symbol = MessageRequest::FileContainingSymbol("test.probe.v1.Probe".into());
    let mut found = BTreeMap::new();
    let mut wanted = files(&world, symbol).await;
    while let Some(file) = wanted.pop() {
        for import in &file.dependency {
            if !found.contains_key(import) {
                let import = MessageRequest::FileByFilename(import.clone());
                wanted.extend(files(&world, import).await);
            }
        }
        found.insert(file.name().to_owned(), file);
    }
    for import in [
        "google/protobuf/duration.proto",
        "google/protobuf/empty.proto",
        "google/protobuf/timestamp.proto",
        "test/shared/v1/shared.proto",
    ] {
        assert!(found.contains_key(import), "{import} of {:?}", found.keys());
    }
    let service = &found["test/probe/v1/probe.proto"].service[0];
    let methods: Vec<_> = service.method.iter().map(|method| method.name()).collect();
    assert_eq!(
        methods,
        [
            "Echo",
            "Ask",
            "Brief",
            "List",
            "Collect",
            "Chat",
            "Ping",
            "Risk",
            "RiskList",
            "RiskCollect",
            "RiskChat",
            "Look"
        ]
    );
    let chat = &service.method[5];
    assert!(chat.client_streaming() && chat.server_streaming());
    assert_eq!(chat.input_type(), ".test.probe.v1.Ask");
    assert_eq!(service.method[6].input_type(), ".google.protobuf.Empty");
}

pub(crate) async fn reflection_shows_what_methods_throw(world: World) {
    for error in ["test.probe.v1.ProbeError", "test.shared.v1.Refused"] {
        let (package, name) = error.rsplit_once('.').unwrap();
        let symbol = MessageRequest::FileContainingSymbol(error.into());
        let found = files(&world, symbol).await;
        let file = found.iter().find(|file| file.package() == package).unwrap();
        let message = file.message_type.iter().find(|m| m.name() == name).unwrap();
        assert_eq!(message.oneof_decl[0].name(), "kind");
    }
}

pub(crate) async fn health_says_serving(world: World) {
    let mut client = HealthClient::new(world.channel.clone());
    for service in ["", "test.probe.v1.Probe"] {
        let service = service.to_owned();
        let reply = client.check(HealthCheckRequest { service }).await.unwrap();
        assert_eq!(reply.into_inner().status, ServingStatus::Serving as i32);
    }
}
