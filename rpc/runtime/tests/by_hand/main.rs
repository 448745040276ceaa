//! A service as the compiler writes it, written by hand: the contract between generated code and the runtime. It is
//! called in memory, in both forms.
#![forbid(unsafe_code)]

mod messages;
mod service;

use messages::Word;
use service::{WORDS, WordError, Words, WordsClient};
use std::future::pending;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;
use stillwire_rpc::client::{Caller, OutgoingCall, Transport};
use stillwire_rpc::codec::{Encoded, ToEncoded};
use stillwire_rpc::{
    BoxFuture, Call, Code, Drain, Event, Events, Fault, Form, Gauges, Inbound, Limits, Metadata,
    Outbound, Outcome, Reply, Router, Run, Status, memory,
};

/// The user's own code.
#[derive(Default)]
struct Engine {
    sent: Arc<AtomicUsize>,
    dropped: Arc<AtomicUsize>,
    inner: Option<WordsClient>,
}

struct OnDrop(Arc<AtomicUsize>);

impl Drop for OnDrop {
    fn drop(&mut self) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }
}

impl Words for Engine {
    async fn say(&self, call: &Call, request: Encoded<Word>) -> Result<Reply<Word>, Fault> {
        match request.view().text() {
            "panic" => panic!("a secret"),
            "absent" => return Err(Status::not_found("no such word").into()),
            "sleep" => {
                let _dropped = OnDrop(self.dropped.clone());
                pending().await
            }
            "nested" => {
                let inner = self
                    .inner
                    .as_ref()
                    .ok_or_else(|| Status::internal("no inner client"))?;
                let request = word(0, "remaining");
                return inner
                    .say(request)
                    .timeout(Duration::from_secs(1000))
                    .within(call)
                    .await;
            }
            "remaining" => {
                let left = call.remaining().unwrap_or_default();
                let times = u32::try_from(left.as_secs()).unwrap_or(u32::MAX);
                return Reply::of(&Word {
                    times,
                    text: call.method().name.into(),
                });
            }
            _ => {}
        }
        let mut reply: Reply<Word> = request.into();
        *reply.leading_mut() = call.metadata().clone();
        let mut trailing = Metadata::new();
        trailing.append("transport", call.transport()).unwrap();
        call.set_trailing(trailing);
        Ok(reply)
    }

    async fn repeat(
        &self,
        call: &Call,
        request: Encoded<Word>,
        out: Outbound<Word>,
    ) -> Result<(), Fault<WordError>> {
        if request.view().text().len() > 10 {
            return Err(WordError::TooLong.into());
        }
        call.set_leading(call.metadata().clone());
        for _ in 0..request.view().times() {
            out.send(&request).await?;
            self.sent.fetch_add(1, Ordering::SeqCst);
        }
        Ok(())
    }

    async fn join(&self, _: &Call, mut input: Inbound<Word>) -> Result<Reply<Word>, Fault> {
        let mut all = Word::default();
        while let Some(word) = input.next().await? {
            all.times += 1;
            all.text.push_str(word.view().text());
        }
        Ok(all.into())
    }

    async fn echo(
        &self,
        _: &Call,
        mut input: Inbound<Word>,
        out: Outbound<Word>,
    ) -> Result<(), Fault> {
        let _dropped = OnDrop(self.dropped.clone());
        while let Some(word) = input.next().await? {
            out.send(&word).await?;
        }
        Ok(())
    }
}

fn word(times: u32, text: &str) -> Word {
    Word {
        times,
        text: text.into(),
    }
}

fn clients() -> [WordsClient; 2] {
    [Form::Native, Form::Protobuf].map(|form| client(Engine::default(), form, Limits::default()))
}

fn client(engine: Engine, form: Form, limits: Limits) -> WordsClient {
    let router = Router::new([engine.serve()], limits).unwrap();
    WordsClient::new(memory::connect(router, form))
}

#[test]
fn ids_are_the_hash_of_the_path() {
    for method in WORDS.methods {
        let id = stillwire_rpc::MethodId::of(&method.path[1..]).to_u64();
        assert_eq!(method.id, id, "{:#x}", id);
    }
}

#[tokio::test]
async fn a_unary_call_returns_its_reply_with_metadata() {
    for client in clients() {
        let reply = client
            .say(word(3, "hello"))
            .metadata("tenant", "acme")
            .await
            .unwrap();
        assert_eq!(reply.to_message(), word(3, "hello"));
        assert_eq!(reply.view().text(), "hello");
        assert_eq!(reply.leading().get_text("tenant"), Some("acme"));
        assert_eq!(reply.trailing().get_text("transport"), Some("memory"));
    }
}

#[tokio::test]
async fn a_status_comes_back_as_a_fault() {
    for client in clients() {
        let fault = client.say(word(0, "absent")).await.unwrap_err();
        assert_eq!(fault.to_string(), "NOT_FOUND: no such word");
        let fault = client
            .say(word(0, "x"))
            .metadata("Bad Key", "v")
            .await
            .unwrap_err();
        assert_eq!(fault.code(), Code::InvalidArgument);
    }
}

#[tokio::test]
async fn a_panic_is_internal_and_keeps_its_text() {
    for client in clients() {
        let fault = client.say(word(0, "panic")).await.unwrap_err();
        assert_eq!(fault.code(), Code::Internal);
        assert!(!fault.to_string().contains("secret"));
        assert!(client.say(word(0, "after")).await.is_ok());
    }
}

#[tokio::test]
async fn a_stream_of_replies_arrives_in_order_and_typed_errors_are_enums() {
    for client in clients() {
        let mut stream = client
            .repeat(word(200, "again"))
            .metadata("tenant", "acme")
            .await
            .unwrap();
        assert_eq!(
            stream.leading().await.unwrap().get_text("tenant"),
            Some("acme")
        );
        let mut count = 0;
        while let Some(word) = stream.next().await.unwrap() {
            assert_eq!(word.view().text(), "again");
            count += 1;
        }
        assert_eq!(count, 200);
        assert!(stream.trailing().is_some());
        assert!(stream.next().await.unwrap().is_none());

        let fault = client.repeat(word(1, "much too long")).await.unwrap_err();
        assert!(matches!(fault, Fault::Error(WordError::TooLong)), "{fault}");
        assert_eq!(fault.code(), Code::OutOfRange);
    }
}

#[tokio::test]
async fn an_upload_returns_one_reply() {
    for client in clients() {
        let upload = client.join().await.unwrap();
        for text in ["a", "b", "c"] {
            upload.send(&word(1, text)).await.unwrap();
        }
        assert_eq!(upload.finish().await.unwrap().to_message(), word(3, "abc"));
    }
}

#[tokio::test]
async fn both_sides_stream_at_once() {
    for client in clients() {
        let (out, mut replies) = client.echo().await.unwrap();
        for n in 0..300 {
            out.send(&word(n, "ping")).await.unwrap();
            assert_eq!(replies.next().await.unwrap().unwrap().view().times(), n);
        }
        out.finish();
        assert!(replies.next().await.unwrap().is_none());
    }
}

#[tokio::test]
async fn an_upload_that_is_dropped_never_looks_complete() {
    let engine = Engine::default();
    let dropped = engine.dropped.clone();
    let client = client(engine, Form::Native, Limits::default());
    let (out, mut replies) = client.echo().await.unwrap();
    out.send(&word(1, "one")).await.unwrap();
    assert!(replies.next().await.unwrap().is_some());
    drop(out);
    assert_eq!(replies.next().await.unwrap_err().code(), Code::Cancelled);
    assert_eq!(dropped.load(Ordering::SeqCst), 1);
}

#[tokio::test(start_paused = true)]
async fn a_deadline_ends_the_handler_and_is_visible_to_it() {
    let engine = Engine::default();
    let dropped = engine.dropped.clone();
    let client = client(engine, Form::Native, Limits::default());
    let fault = client
        .say(word(0, "sleep"))
        .timeout(Duration::from_secs(5))
        .await
        .unwrap_err();
    assert_eq!(fault.code(), Code::DeadlineExceeded);
    assert_eq!(dropped.load(Ordering::SeqCst), 1);
    let reply = client
        .say(word(0, "remaining"))
        .timeout(Duration::from_secs(100))
        .await
        .unwrap();
    assert_eq!(reply.to_message(), word(100, "Say"));
    // None given: the server's default for unary calls.
    assert_eq!(
        client
            .say(word(0, "remaining"))
            .await
            .unwrap()
            .view()
            .times(),
        300
    );
    let expired = client
        .say(word(0, "late"))
        .timeout(Duration::ZERO)
        .await
        .unwrap_err();
    assert_eq!(expired.code(), Code::DeadlineExceeded);
}

#[tokio::test(start_paused = true)]
async fn a_nested_call_has_no_more_time_than_the_outer_one() {
    let inner = Some(client(Engine::default(), Form::Protobuf, Limits::default()));
    let outer = Engine {
        inner,
        ..Engine::default()
    };
    let client = client(outer, Form::Native, Limits::default());
    let call = client
        .say(word(0, "nested"))
        .timeout(Duration::from_secs(100));
    assert_eq!(call.await.unwrap().view().times(), 100);
}

#[tokio::test]
async fn dropping_a_call_drops_its_handler() {
    let engine = Engine::default();
    let dropped = engine.dropped.clone();
    let client = client(engine, Form::Native, Limits::default());
    let call = client.say(word(0, "sleep")).into_future();
    let started = tokio::time::timeout(Duration::from_millis(10), call).await;
    assert!(started.is_err());
    assert_eq!(dropped.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_handler_waits_for_a_slow_reader() {
    let engine = Engine::default();
    let sent = engine.sent.clone();
    let client = client(engine, Form::Native, Limits::default());
    let mut stream = client.repeat(word(10_000, "flood")).await.unwrap();
    for _ in 0..100 {
        tokio::task::yield_now().await;
    }
    // One budget in the queue, and one that the reader has taken out of it.
    let bound = 2 * stillwire_rpc::Budget::DEFAULT.queued_messages;
    assert!(sent.load(Ordering::SeqCst) <= bound, "{sent:?}");
    assert!(stream.next().await.unwrap().is_some());
}

#[tokio::test]
async fn bad_bytes_are_an_invalid_argument_that_names_the_place() {
    use stillwire_rpc::{CallHead, Input};
    let router = Router::new([Engine::default().serve()], Limits::default()).unwrap();
    let route = router.find("/test.Words/Say").unwrap();
    // One slot of one byte that is not UTF-8.
    let bad = bytes::Bytes::from_static(&[0, 0, 1, 0, 1, 0xff]);
    let outcome = route
        .call_one(CallHead::new("test", Form::Native), Input::One(bad))
        .await;
    assert_eq!(outcome.status.code, Code::InvalidArgument);
    assert!(
        outcome
            .status
            .message
            .contains("text: invalid UTF-8 at byte"),
        "{}",
        outcome.status
    );
    let bad = bytes::Bytes::from_static(&[0x12, 9]);
    let outcome = route
        .call_one(CallHead::new("test", Form::Protobuf), Input::One(bad))
        .await;
    assert_eq!(outcome.status.code, Code::InvalidArgument);
}

#[tokio::test]
async fn a_draining_server_refuses_new_calls_as_unavailable() {
    let router = Router::new([Engine::default().serve()], Limits::default()).unwrap();
    let drain = Drain::new();
    let client = WordsClient::new(memory::connect_with(router, Form::Native, drain.clone()));
    assert!(client.say(word(0, "x")).await.is_ok());
    drain.begin();
    assert_eq!(
        client.say(word(0, "x")).await.unwrap_err().code(),
        Code::Unavailable
    );
    assert_eq!(drain.gauges().calls(), 0);
}

#[test]
fn a_service_is_not_served_twice() {
    let twice = Router::new(
        [Engine::default().serve(), Engine::default().serve()],
        Limits::default(),
    );
    assert_eq!(
        twice.unwrap_err().to_string(),
        "/test.Words/Say is served twice"
    );
}

/// A stream whose first message is none, and whose second one is sound, in one run.
#[derive(Debug)]
struct Broken(Gauges);

impl Events for Broken {
    fn poll_event(&mut self, _: &mut Context<'_>) -> Poll<Event> {
        let good = word(1, "good").to_encoded().unwrap();
        let frames = [&[0xff][..], good.as_bytes()].map(|message| {
            let len = u8::try_from(4 + message.len()).unwrap();
            [&[len, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0], message].concat()
        });
        let run = Run::Frames(frames.concat().into());
        Poll::Ready(Event::Messages(run))
    }
}

impl Transport for Broken {
    fn name(&self) -> &'static str {
        "broken"
    }

    fn form(&self) -> Form {
        Form::Native
    }

    fn gauges(&self) -> &Gauges {
        &self.0
    }

    fn call_one(&self, _: OutgoingCall) -> BoxFuture<'static, Outcome> {
        unreachable!("the test makes no such call")
    }

    fn call_many(&self, _: OutgoingCall) -> Box<dyn Events> {
        Box::new(Self(self.0.clone()))
    }
}

#[tokio::test]
async fn a_stream_is_over_with_a_message_that_is_broken() {
    let transport = Broken(Gauges::default());
    let client = WordsClient::new(Caller::new(transport));
    let mut stream = client.repeat(word(2, "x")).await.unwrap();
    assert!(stream.next().await.is_err());
    assert!(stream.next().await.unwrap().is_none());
}
