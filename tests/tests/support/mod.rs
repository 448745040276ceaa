//! The service of `schemas/test/probe/v1`: it does what it is asked for, and tells the test what becomes of its handlers.
#![allow(dead_code, reason = "each test binary uses a part")]

pub(crate) mod cell;
pub(crate) mod everything;
pub(crate) mod risks;

use std::future::pending;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use stillwire::codec::Encoded;
use stillwire::{Call, Empty, Fault, Inbound, Metadata, Outbound, Reply, Status};
use stillwire_tests::test::probe::v1::{Answer, Ask, Everything, Probe, ProbeClient, ProbeError};
use stillwire_tests::test::shared::v1::Refused;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::sync::{Mutex, Semaphore};

/// No test takes longer: what hangs fails.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

/// A text that is neither ASCII nor safe in a header as it stands.
pub(crate) const TEXT: &str = "größer als 4 MiB: 🦀, 100 %\nzweite Zeile";

/// Bytes of the details of a status.
pub(crate) const DETAILS: &[u8] = b"\x08\x09\x12\x02\xc3\xa9\x00\xff";

/// Bytes of one message of a flood.
pub(crate) const FLOOD_BYTES: usize = 16 * 1024;

/// Bytes that no compression makes fewer.
pub(crate) fn noise(len: usize) -> Vec<u8> {
    let mut state = 1_u64;
    let mut next = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        state.to_be_bytes()[0]
    };
    (0..len).map(|_| next()).collect()
}

/// What becomes of a handler.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Event {
    /// It runs.
    Entered,
    /// It was dropped before it had ended.
    Dropped,
    /// It read its input to a good end.
    Complete,
    /// Its input broke off.
    Broken,
}

/// What handlers share with their test.
#[derive(Debug)]
pub(crate) struct Stage {
    events: UnboundedSender<Event>,
    /// A handler that waits takes one permit.
    pub(crate) release: Semaphore,
    /// Messages that a flood has sent, or a stalled reader could be sent.
    pub(crate) sent: AtomicUsize,
    /// A client of this very service, for handlers that call on.
    pub(crate) next: OnceLock<ProbeClient>,
}

/// The test's end of [`Stage`].
#[derive(Debug)]
pub(crate) struct Audience {
    pub(crate) stage: Arc<Stage>,
    events: Mutex<UnboundedReceiver<Event>>,
}

impl Audience {
    pub(crate) fn new() -> (Self, Host) {
        let (events, received) = unbounded_channel();
        let stage = Arc::new(Stage {
            events,
            release: Semaphore::new(0),
            sent: AtomicUsize::new(0),
            next: OnceLock::new(),
        });
        let host = Host(Arc::clone(&stage));
        let events = Mutex::new(received);
        (Self { stage, events }, host)
    }

    /// What happens next in a handler.
    pub(crate) async fn event(&self) -> Event {
        let mut events = self.events.lock().await;
        let next = tokio::time::timeout(PATIENCE / 3, events.recv()).await;
        next.expect("nothing became of the handler").unwrap()
    }

    /// Waits until `sent` no longer grows, and says where it stands.
    pub(crate) async fn settled(&self) -> usize {
        let mut before = usize::MAX;
        loop {
            let now = self.stage.sent.load(Ordering::SeqCst);
            if now == before {
                return now;
            }
            before = now;
            tokio::time::sleep(Duration::from_millis(300)).await;
        }
    }
}

/// The service.
#[derive(Debug)]
pub(crate) struct Host(Arc<Stage>);

/// Says that a handler was dropped, unless it is told that the handler ended.
struct Guard<'a>(Option<&'a Stage>);

impl Guard<'_> {
    fn end(mut self) {
        self.0 = None;
    }
}

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        if let Some(stage) = self.0 {
            stage.tell(Event::Dropped);
        }
    }
}

impl Stage {
    fn tell(&self, event: Event) {
        // The test may be over.
        _ = self.events.send(event);
    }

    fn enter(&self) -> Guard<'_> {
        self.tell(Event::Entered);
        Guard(Some(self))
    }

    /// What all kinds of calls can be asked for.
    async fn act(&self, call: &Call, ask: &Ask) -> Result<Answer, Fault> {
        let answer = Answer {
            text: ask.what.clone(),
            number: ask.count.into(),
            ..Answer::default()
        };
        match ask.what.as_str() {
            "hang" => {
                let _guard = self.enter();
                pending::<()>().await;
            }
            "wait" => {
                let guard = self.enter();
                self.release.acquire().await.unwrap().forget();
                guard.end();
            }
            "fail" => {
                let mut metadata = Metadata::new();
                metadata.append("x-why", "because").unwrap();
                metadata.append("x-why-bin", DETAILS).unwrap();
                let status = Status::failed_precondition(TEXT).with_details(DETAILS);
                return Err(status.with_metadata(metadata).into());
            }
            "unsteady" => {
                let nth = self.sent.fetch_add(1, Ordering::SeqCst);
                if nth < usize::try_from(ask.count).unwrap() {
                    return Err(Status::unavailable("not yet").into());
                }
                let number = u64::try_from(nth).unwrap() + 1;
                return Ok(Answer { number, ..answer });
            }
            "who" => {
                let first = call.peer().certificates.first();
                let payload = first.cloned().unwrap_or_default();
                return Ok(Answer { payload, ..answer });
            }
            "missing" => {
                call.set_trailing(mirrored(call, "trail"));
                return Err(Status::not_found("nothing of that name").into());
            }
            "panic" => panic!("asked to"),
            "metadata" => {
                mirror(call);
            }
            "remaining" => {
                let left = call.remaining().map(|left| left.as_micros());
                let number = left.map_or(u64::MAX, |left| u64::try_from(left).unwrap());
                return Ok(Answer { number, ..answer });
            }
            "trace" => {
                let parent = call.trace_parent().map(|parent| parent.to_string());
                let states = call.metadata().get_all("tracestate");
                let states = states.map(|state| String::from_utf8_lossy(state).into_owned());
                let text = parent.into_iter().chain(states).collect::<Vec<_>>();
                let text = text.join(";");
                return Ok(Answer { text, ..answer });
            }
            "relay" | "relay trace" => {
                let next = self.next.get().expect("somebody to relay to");
                let what = ask.what.strip_prefix("relay ").unwrap_or("remaining");
                let on = Ask {
                    what: what.into(),
                    ..Ask::default()
                };
                let on = next.ask(&on).timeout(Duration::from_secs(3600));
                return Ok(on.within(call).await?.to_message());
            }
            "big" => {
                let payload = vec![0x5a; usize::try_from(ask.count).unwrap()];
                return Ok(Answer { payload, ..answer });
            }
            "size" => {
                let number = u64::try_from(ask.payload.len()).unwrap();
                return Ok(Answer { number, ..answer });
            }
            _ => {}
        }
        Ok(answer)
    }

    async fn count(&self, out: &Outbound<Answer>, to: u32) -> Result<(), Fault> {
        for number in 0..u64::from(to) {
            let text = number.to_string();
            out.send(&Answer {
                text,
                number,
                ..Answer::default()
            })
            .await?;
        }
        Ok(())
    }

    async fn flood(&self, out: &Outbound<Answer>, messages: u32) -> Result<(), Fault> {
        let payload = noise(FLOOD_BYTES);
        let message = Answer {
            payload,
            ..Answer::default()
        };
        for _ in 0..messages {
            out.send(&message).await?;
            self.sent.fetch_add(1, Ordering::SeqCst);
        }
        Ok(())
    }
}

/// Sends the caller's own metadata back, before and behind the answer.
fn mirror(call: &Call) {
    call.set_leading(mirrored(call, "lead"));
    call.set_trailing(mirrored(call, "trail"));
}

/// The caller's own metadata under another prefix.
fn mirrored(call: &Call, prefix: &str) -> Metadata {
    let mut out = Metadata::new();
    for (key, value) in call.metadata().iter() {
        if let Some(rest) = key.strip_prefix("x-") {
            out.append(&format!("{prefix}-{rest}"), value.clone())
                .unwrap();
        }
    }
    out
}

impl Probe for Host {
    async fn echo(
        &self,
        _: &Call,
        request: Encoded<Everything>,
    ) -> Result<Reply<Everything>, Fault> {
        // Through the owned value, so that it is compared too.
        Ok(request.to_message().into())
    }

    async fn ask(&self, call: &Call, request: Encoded<Ask>) -> Result<Reply<Answer>, Fault> {
        Ok(self.0.act(call, &request.to_message()).await?.into())
    }

    async fn look(&self, call: &Call, request: Encoded<Ask>) -> Result<Reply<Answer>, Fault> {
        Ok(self.0.act(call, &request.to_message()).await?.into())
    }

    async fn brief(&self, call: &Call, request: Encoded<Ask>) -> Result<Reply<Answer>, Fault> {
        Ok(self.0.act(call, &request.to_message()).await?.into())
    }

    async fn list(
        &self,
        call: &Call,
        request: Encoded<Ask>,
        out: Outbound<Answer>,
    ) -> Result<(), Fault> {
        let ask = request.to_message();
        match ask.what.as_str() {
            "count" => self.0.count(&out, ask.count).await,
            "flood" => self.0.flood(&out, ask.count).await,
            // One message first, where it would not be in the way of leading metadata.
            "hang" | "panic" | "fail" | "wait" => {
                self.0.count(&out, 1).await?;
                let answer = self.0.act(call, &ask).await?;
                Ok(out.send(&answer).await?)
            }
            _ => {
                let answer = self.0.act(call, &ask).await?;
                Ok(out.send(&answer).await?)
            }
        }
    }

    async fn collect(&self, call: &Call, mut input: Inbound<Ask>) -> Result<Reply<Answer>, Fault> {
        let guard = self.0.enter();
        let mut last = Ask::default();
        let mut number = 0;
        loop {
            let next = match input.next().await {
                Ok(next) => next,
                Err(error) => {
                    guard.end();
                    self.0.tell(Event::Broken);
                    return Err(error.into());
                }
            };
            let Some(next) = next else { break };
            number += 1;
            last = next.to_message();
            match last.what.as_str() {
                "stall" => self.0.release.acquire().await.unwrap().forget(),
                "panic" | "fail" => {
                    guard.end();
                    return Ok(self.0.act(call, &last).await?.into());
                }
                _ => {}
            }
        }
        guard.end();
        self.0.tell(Event::Complete);
        let answer = self.0.act(call, &last).await?;
        Ok(Answer { number, ..answer }.into())
    }

    async fn chat(
        &self,
        call: &Call,
        mut input: Inbound<Ask>,
        out: Outbound<Answer>,
    ) -> Result<(), Fault> {
        let guard = self.0.enter();
        if !mirrored(call, "lead").is_empty() {
            out.hold(); // what is asked for may be to send it back
        }
        loop {
            match input.next().await {
                Ok(Some(ask)) => {
                    let answer = self.0.act(call, &ask.to_message()).await?;
                    out.send(&answer).await?;
                }
                Ok(None) => {
                    guard.end();
                    self.0.tell(Event::Complete);
                    return Ok(());
                }
                Err(error) => {
                    guard.end();
                    self.0.tell(Event::Broken);
                    return Err(error.into());
                }
            }
        }
    }

    async fn ping(&self, _: &Call, _: Encoded<Empty>) -> Result<Reply<Empty>, Fault> {
        Ok(Empty.into())
    }

    async fn risk(
        &self,
        call: &Call,
        request: Encoded<Ask>,
    ) -> Result<Reply<Answer>, Fault<ProbeError>> {
        mirror(call);
        Ok(self.0.risk(&request.to_message()).await?.into())
    }

    async fn risk_list(
        &self,
        call: &Call,
        request: Encoded<Ask>,
        out: Outbound<Answer>,
    ) -> Result<(), Fault<ProbeError>> {
        mirror(call);
        let ask = request.to_message();
        out.send(&Answer::default()).await?;
        out.send(&self.0.risk(&ask).await?).await?;
        Ok(())
    }

    async fn risk_collect(
        &self,
        call: &Call,
        mut input: Inbound<Ask>,
    ) -> Result<Reply<Answer>, Fault<ProbeError>> {
        mirror(call);
        let mut answer = Answer::default();
        while let Some(ask) = input.next().await? {
            answer = self.0.risk(&ask.to_message()).await?;
        }
        Ok(answer.into())
    }

    async fn risk_chat(
        &self,
        _: &Call,
        mut input: Inbound<Ask>,
        out: Outbound<Answer>,
    ) -> Result<(), Fault<Refused>> {
        while let Some(ask) = input.next().await? {
            out.send(&risks::answer(&ask.to_message())?).await?;
        }
        Err(Refused::Closed.into())
    }
}

/// An order to a handler.
pub(crate) fn ask(what: &str) -> Ask {
    count(what, 0)
}

/// An order with a number.
pub(crate) fn count(what: &str, count: u32) -> Ask {
    Ask {
        what: what.into(),
        count,
        ..Ask::default()
    }
}

/// An order with so many bytes.
pub(crate) fn load(what: &str, bytes: usize) -> Ask {
    Ask {
        what: what.into(),
        payload: noise(bytes),
        ..Ask::default()
    }
}
