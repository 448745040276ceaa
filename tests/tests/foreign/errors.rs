//! How calls fail.

use crate::probe::{Answer, Ask, Everything, Excess, Leg, ProbeError, Shape, probe_error, shape};
use crate::shared::{Pair, Refused, refused};
use crate::support::risks::RpcStatus;
use crate::support::{DETAILS, Event, TEXT};
use crate::{World, ask};
use prost::Message as _;
use tonic::codegen::http::uri::PathAndQuery;
use tonic::{Code, Request, Status};
use tonic_prost::ProstCodec;

fn assert_failed(status: &Status) {
    assert_eq!(status.code(), Code::FailedPrecondition);
    assert_eq!(status.message(), TEXT);
    assert_eq!(status.details(), DETAILS);
    assert_eq!(status.metadata().get("x-why").unwrap(), "because");
    let blob = status.metadata().get_bin("x-why-bin").unwrap();
    assert_eq!(blob.to_bytes().unwrap(), DETAILS);
}

pub(crate) async fn a_status_arrives_with_text_details_and_metadata(mut world: World) {
    assert_failed(&world.client.ask(ask("fail", 0)).await.unwrap_err());
    let list = world.client.list(ask("fail", 0)).await.unwrap();
    let mut list = list.into_inner();
    assert!(list.message().await.unwrap().is_some());
    assert_failed(&list.message().await.unwrap_err());
    let missing = world.client.ask(ask("missing", 0)).await.unwrap_err();
    assert_eq!(missing.code(), Code::NotFound);
    assert_eq!(missing.message(), "nothing of that name");
}

/// A message that is well formed.
fn good() -> Everything {
    let nothing = shape::Kind::Nothing(());
    Everything {
        shape: Some(Shape {
            kind: Some(nothing),
        }),
        pair: Some(Pair::default()),
        ..Everything::default()
    }
}

pub(crate) async fn what_does_not_fit_a_narrower_type_is_refused_by_its_path(mut world: World) {
    let leg = |size, owner: &str| Leg {
        size,
        owner: owner.into(),
    };
    let legs = |bad| Everything {
        legs: vec![leg(1, ""), bad],
        ..good()
    };
    let bad = |change: fn(&mut Everything)| {
        let mut message = good();
        change(&mut message);
        message
    };
    let cases = [
        ("small", bad(|m| m.small = 256)),
        ("signed_small", bad(|m| m.signed_small = -129)),
        ("short", bad(|m| m.short = 65_536)),
        ("id", bad(|m| m.id = "no uuid".into())),
        ("price", bad(|m| m.price = "1.23456".into())),
        ("colour", bad(|m| m.colour = 256)),
        ("level", bad(|m| m.level = -40_000)),
        ("address", bad(|m| m.address = vec![1, 2, 3])),
        ("window", bad(|m| m.window = vec![1, 2, 3, 4])),
        ("maybe_small", bad(|m| m.maybe_small = Some(300))),
        ("legs[1].size", legs(leg(256, ""))),
        ("legs[1].owner", legs(leg(0, "zzz"))),
        ("pair", bad(|m| m.pair = None)),
        ("shape", bad(|m| m.shape = None)),
    ];
    for (path, message) in cases {
        let status = world.client.echo(message).await.expect_err(path);
        assert_eq!(status.code(), Code::InvalidArgument, "{path}: {status}");
        assert!(status.message().contains(path), "{path}: {status}");
    }
    world.client.echo(good()).await.unwrap();
}

pub(crate) async fn messages_that_are_too_large_are_refused(mut world: World) {
    let large = |bytes| Ask {
        payload: vec![1; bytes],
        ..ask("size", 0)
    };
    let answer = world.client.ask(large(3 << 20)).await.unwrap();
    assert_eq!(answer.into_inner().number, 3 << 20);
    let status = world.client.ask(large(5 << 20)).await.unwrap_err();
    assert_eq!(status.code(), Code::ResourceExhausted, "{status}");
    let status = world.client.ask(ask("big", 5 << 20)).await.unwrap_err();
    assert_eq!(status.code(), Code::ResourceExhausted, "{status}");
    world.client.ping(()).await.unwrap();
}

pub(crate) async fn an_unknown_method_is_unimplemented(mut world: World) {
    for path in ["/test.probe.v1.Probe/Nothing", "/no.Such/Thing"] {
        let mut raw = tonic::client::Grpc::new(world.channel.clone());
        raw.ready().await.unwrap();
        let path = PathAndQuery::from_static(path);
        let codec: ProstCodec<Ask, Answer> = ProstCodec::default();
        let call = raw.unary(Request::new(ask("hello", 0)), path, codec);
        let status = call.await.unwrap_err();
        assert_eq!(status.code(), Code::Unimplemented, "{status}");
    }
    world.client.ping(()).await.unwrap();
}

pub(crate) async fn a_panic_ends_its_own_call_alone(mut world: World) {
    let mut waiting = world.client.clone();
    let waiting = tokio::spawn(async move { waiting.ask(ask("wait", 0)).await });
    assert_eq!(world.audience.event().await, Event::Entered);
    let status = world.client.ask(ask("panic", 0)).await.unwrap_err();
    assert_eq!(status.code(), Code::Internal);
    assert_eq!(status.message(), "the handler panicked");
    world.client.ping(()).await.unwrap();
    world.audience.stage.release.add_permits(1);
    // The same connection: a call that ran on it all the while ends well.
    assert_eq!(waiting.await.unwrap().unwrap().into_inner().text, "wait");
}

/// The error of type `M` in the details of a status, as any client finds it; and whether the call may be tried again.
fn thrown<M: prost::Message + Default>(status: &Status, name: &str) -> (M, bool) {
    let details = RpcStatus::decode(status.details()).unwrap();
    assert_eq!(details.code, status.code() as i32);
    assert_eq!(details.message, status.message());
    let url = format!("type.googleapis.com/{name}");
    let found = details.details.iter().find(|any| any.type_url == url);
    let error = M::decode(&found.unwrap().value[..]).unwrap();
    let retry = "type.googleapis.com/google.rpc.RetryInfo";
    let retry = details.details.iter().any(|any| any.type_url == retry);
    (error, retry)
}

fn probe_error(status: &Status) -> (probe_error::Kind, bool) {
    let (error, retry) = thrown::<ProbeError>(status, "test.probe.v1.ProbeError");
    (error.kind.unwrap(), retry)
}

pub(crate) async fn declared_errors_are_read_from_the_details(mut world: World) {
    let status = world.client.risk(ask("none", 0)).await.unwrap_err();
    assert_eq!(status.code(), Code::NotFound);
    assert_eq!(status.message(), "Nothing is there.");
    let expected = (probe_error::Kind::NotThere(()), false);
    assert_eq!(probe_error(&status), expected);

    // In the middle of a stream, with a payload.
    let list = world.client.risk_list(ask("payload", 9)).await.unwrap();
    let mut list = list.into_inner();
    assert!(list.message().await.unwrap().is_some());
    let status = list.message().await.unwrap_err();
    assert_eq!(status.code(), Code::ResourceExhausted);
    assert_eq!(status.message(), "too much");
    let pair = Pair {
        left: 1,
        right: "one".into(),
    };
    let excess = Excess {
        asked: 9,
        allowed: 4,
        pair: Some(pair),
    };
    let expected = (probe_error::Kind::TooMuch(excess), false);
    assert_eq!(probe_error(&status), expected);

    let status = world.client.risk(ask("words", 2)).await.unwrap_err();
    let (probe_error::Kind::Words(words), false) = probe_error(&status) else {
        panic!("{status:?}")
    };
    assert_eq!(words.items, ["0", "1"]);

    // Of a type that another package declares.
    let asks = tokio_stream::once(ask("long", 3));
    let status = match world.client.risk_chat(asks).await {
        Ok(chat) => chat.into_inner().message().await.unwrap_err(),
        Err(status) => status,
    };
    assert_eq!(status.code(), Code::OutOfRange);
    let (error, _) = thrown::<Refused>(&status, "test.shared.v1.Refused");
    let Some(refused::Kind::TooLong(pair)) = error.kind else {
        panic!("{error:?}")
    };
    assert_eq!((pair.left, pair.right.as_str()), (3, "long"));
}

pub(crate) async fn a_retryable_error_says_so_by_retry_info(mut world: World) {
    let status = world.client.risk(ask("busy", 0)).await.unwrap_err();
    assert_eq!(status.code(), Code::Unavailable);
    assert_eq!(probe_error(&status), (probe_error::Kind::Busy(()), true));
}

pub(crate) async fn details_that_are_too_large_are_told(mut world: World) {
    let status = world.client.risk(ask("bulk", 10_000)).await.unwrap_err();
    assert_eq!(status.code(), Code::Aborted);
    assert!(status.message().contains("left out"), "{status}");
    assert!(status.details().is_empty());
    world.client.ping(()).await.unwrap();
}
