//! The services that every server has.

use crate::support::cell::{Cell, Transport};
use crate::support::count;
use prost::Message as _;
use prost_types::FileDescriptorProto;
use std::time::Duration;
use stillwire::codec::{JsonStyle, Message, ToEncoded};
use stillwire::rpc::Limits;
use stillwire::standard::health_v1::{
    HealthCheckRequest, HealthCheckResponseServingStatus as ServingStatus, HealthClient,
};
use stillwire::standard::reflection_native_v1::{DescribeRequest, ReflectionClient};
use stillwire::standard::reflection_v1::{
    ServerReflectionClient, ServerReflectionRequest,
    ServerReflectionRequestMessageRequest as Question,
    ServerReflectionResponseMessageResponse as Answer,
};
use stillwire::{Code, Outbound};
use stillwire_descriptor::dynamic::{Arena, Pool};
use stillwire_tests::test::probe::v1::{Answer as Told, Ask};

const PROBE: &str = "test.probe.v1.Probe";

fn named(service: &str) -> HealthCheckRequest {
    let service = service.to_owned();
    HealthCheckRequest { service }
}

pub(crate) async fn health_answers_for_the_server_and_each_service(transport: Transport) {
    let cell = Cell::start(transport).await;
    let health = HealthClient::new(cell.caller.clone());
    for service in ["", PROBE, "grpc.health.v1.Health"] {
        let answer = health.check(named(service)).await.unwrap();
        assert_eq!(answer.view().status(), ServingStatus::Serving, "{service}");
    }
    let error = health.check(named("test.Nope")).await.unwrap_err();
    assert_eq!(error.code(), Code::NotFound);
    let mut watch = health.watch(named("test.Nope")).await.unwrap();
    let first = watch.next().await.unwrap().unwrap();
    assert_eq!(first.view().status(), ServingStatus::ServiceUnknown);
}

pub(crate) async fn health_can_be_set_and_whoever_watches_learns_of_each_change(
    transport: Transport,
) {
    let cell = Cell::start(transport).await;
    let health = HealthClient::new(cell.caller.clone());
    let mut watches = Vec::new();
    for service in ["", PROBE, "database"] {
        let mut watch = health.watch(named(service)).await.unwrap();
        let first = watch.next().await.unwrap().unwrap();
        let expected = match service {
            "database" => ServingStatus::ServiceUnknown,
            _ => ServingStatus::Serving,
        };
        assert_eq!(first.view().status(), expected, "{service}");
        watches.push((service, watch));
    }
    for (serves, status) in [
        (false, ServingStatus::NotServing),
        (true, ServingStatus::Serving),
        (false, ServingStatus::NotServing),
    ] {
        for (service, watch) in &mut watches {
            // What is said twice is told once.
            cell.health.set(*service, serves);
            cell.health.set(*service, serves);
            let next = watch.next().await.unwrap().unwrap();
            assert_eq!(next.view().status(), status, "{service}");
            let answer = health.check(named(service)).await.unwrap();
            assert_eq!(answer.view().status(), status, "{service}");
        }
    }
    cell.health.clear("database");
    let error = health.check(named("database")).await.unwrap_err();
    assert_eq!(error.code(), Code::NotFound);
    cell.health.clear(PROBE);
    let answer = health.check(named(PROBE)).await.unwrap();
    assert_eq!(answer.view().status(), ServingStatus::Serving);
}

pub(crate) async fn whoever_watches_health_learns_of_a_drain(transport: Transport) {
    let cell = patient(transport).await;
    let health = HealthClient::new(cell.caller.clone());
    let mut watch = health.watch(named(PROBE)).await.unwrap();
    let first = watch.next().await.unwrap().unwrap();
    assert_eq!(first.view().status(), ServingStatus::Serving);
    cell.stop();
    let last = watch.next().await.unwrap().unwrap();
    assert_eq!(last.view().status(), ServingStatus::NotServing);
    let end = watch.next().await.unwrap_err();
    assert_eq!(end.code(), Code::Unavailable);
    drop((health, watch));
    cell.ended().await;
}

/// A cell whose drain takes longer than a test may, where something holds it up.
async fn patient(transport: Transport) -> Cell {
    let server = Limits {
        drain_grace: Duration::from_secs(600),
        ..Limits::default()
    };
    Cell::within(transport, server, Limits::default()).await
}

/// A conversation with the server about itself.
struct Reflection {
    questions: Outbound<ServerReflectionRequest>,
    answers: stillwire::rpc::client::Streaming<
        stillwire::standard::reflection_v1::ServerReflectionResponse,
    >,
}

impl Reflection {
    async fn start(cell: &Cell) -> Self {
        let client = ServerReflectionClient::new(cell.caller.clone());
        let (questions, answers) = client.server_reflection_info().await.unwrap();
        Self { questions, answers }
    }

    async fn ask(&mut self, question: Question) -> Answer {
        let request = ServerReflectionRequest {
            message_request: Some(question),
            ..ServerReflectionRequest::default()
        };
        self.questions.send(&request).await.unwrap();
        let answer = self.answers.next().await.unwrap().unwrap().to_message();
        assert_eq!(answer.original_request, Some(request));
        answer.message_response.unwrap()
    }

    /// The file in the answer.
    async fn file(&mut self, question: Question) -> FileDescriptorProto {
        let answer = self.ask(question).await;
        let Answer::FileDescriptorResponse(files) = answer else {
            panic!("{answer:?}")
        };
        FileDescriptorProto::decode(&*files.file_descriptor_proto[0]).unwrap()
    }
}

pub(crate) async fn reflection_tells_services_and_files(transport: Transport) {
    let cell = Cell::start(transport).await;
    let mut reflection = Reflection::start(&cell).await;
    let answer = reflection.ask(Question::ListServices(String::new())).await;
    let Answer::ListServicesResponse(list) = answer else {
        panic!("{answer:?}")
    };
    let names: Vec<_> = list.service.iter().map(|s| s.name.as_str()).collect();
    for name in [
        PROBE,
        "grpc.health.v1.Health",
        "stillwire.reflection.v1.Reflection",
    ] {
        assert!(names.contains(&name), "{name} is not in {names:?}");
    }
    let symbol = Question::FileContainingSymbol(PROBE.to_owned());
    let file = reflection.file(symbol).await;
    assert!(file.service.iter().any(|service| service.name() == "Probe"));
    // A file is found by its name, as are those that it imports.
    for name in file
        .dependency
        .iter()
        .map(String::as_str)
        .chain([file.name()])
    {
        let found = reflection
            .file(Question::FileByFilename(name.to_owned()))
            .await;
        assert_eq!(found.name(), name);
    }
    reflection.questions.finish();
    assert!(reflection.answers.next().await.unwrap().is_none());
}

pub(crate) async fn reflection_tells_what_it_does_not_have(transport: Transport) {
    let cell = Cell::start(transport).await;
    let mut reflection = Reflection::start(&cell).await;
    for question in [
        Question::FileContainingSymbol("test.Nope".to_owned()),
        Question::FileByFilename("nope.proto".to_owned()),
    ] {
        match reflection.ask(question).await {
            Answer::ErrorResponse(error) => {
                assert_eq!(error.error_code, i32::from(Code::NotFound.number()));
            }
            other => panic!("{other:?}"),
        }
    }
    let describe = ReflectionClient::new(cell.caller.clone());
    let service = "test.Nope".to_owned();
    let error = describe.describe(DescribeRequest { service }).await;
    assert_eq!(error.unwrap_err().code(), Code::NotFound);
}

pub(crate) async fn a_reflection_that_stays_open_holds_up_no_drain(transport: Transport) {
    let cell = patient(transport).await;
    let mut reflection = Reflection::start(&cell).await;
    reflection.ask(Question::ListServices(String::new())).await;
    cell.stop();
    let end = reflection.answers.next().await.unwrap_err();
    assert_eq!(end.code(), Code::Unavailable);
    drop(reflection);
    cell.ended().await;
}

pub(crate) async fn messages_are_read_by_what_the_server_tells_of_them(transport: Transport) {
    let cell = Cell::start(transport).await;
    let service = PROBE.to_owned();
    let client = ReflectionClient::new(cell.caller.clone());
    let told = client.describe(DescribeRequest { service }).await.unwrap();
    let descriptor = told.view().descriptor().to_vec();
    let descriptor = stillwire_descriptor::Encoded::parse(descriptor).unwrap();
    let arena = Arena::new();
    let pool = Pool::of(&arena, descriptor).unwrap();
    let name = |table: stillwire::codec::table::MessageTable| {
        let (schema, index) = table.get();
        schema.messages[index].name
    };
    // What generated code wrote, types read that were never compiled in, and the other way round.
    let sent = count("hello", 5).to_encoded().unwrap();
    let ask = pool.message(name(Ask::TABLE)).unwrap();
    let limits = stillwire::Limits::default();
    let read = ask.parse(sent.clone().into_bytes(), &limits).unwrap();
    let style = JsonStyle::default();
    let json = read.to_json(&style).unwrap();
    let options = stillwire::codec::JsonOptions::default();
    let again = ask.from_json(json.as_bytes(), &options, &limits).unwrap();
    assert_eq!(again.into_bytes(), sent.into_bytes());
    assert!(pool.message(name(Told::TABLE)).is_some());
}
