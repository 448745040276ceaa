//! Reads along on a link: what its bytes say, known from them alone, and whether the sender keeps to the protocol.

use std::collections::BTreeMap;

use bytes::Bytes;
use stillwire_codec::frame::FrameDecoder;

use super::invariant::{Held, hold};
use crate::payload::{ErrorCode, MESSAGE_OVERHEAD_BYTES, Payload, Role, Settings};
use crate::{CallId, Code};

/// What was said of one call.
#[derive(Debug, Default)]
pub(super) struct Flow {
    /// CREDIT, added up.
    pub(super) credit: i64,
    pub(super) status: Option<(Code, bool)>,
    /// Of messages, added up.
    cost: i64,
    /// OPEN with leading metadata, or a message.
    begun: bool,
    ended: bool,
    over: bool,
}

#[derive(Debug)]
pub(super) struct Tap {
    from: Role,
    decoder: FrameDecoder,
    pub(super) settings: Option<Settings>,
    calls: BTreeMap<CallId, Flow>,
    /// The last call that was opened, or that GOAWAY named.
    pub(super) last_open: u32,
    pub(super) last_acted_on: Option<u32>,
    /// A GOAWAY in peace.
    pub(super) drains: bool,
    pub(super) pings: usize,
    pub(super) pongs: usize,
}

/// What a message costs.
pub(super) fn cost(len: usize) -> i64 {
    i64::try_from(len + MESSAGE_OVERHEAD_BYTES).expect("messages are small")
}

impl Tap {
    pub(super) fn new(from: Role, before: u32) -> Self {
        Self {
            from,
            decoder: FrameDecoder::new(usize::MAX),
            settings: None,
            calls: BTreeMap::new(),
            last_open: before,
            last_acted_on: None,
            drains: false,
            pings: 0,
            pongs: 0,
        }
    }

    pub(super) fn flow(&self, call: CallId) -> Option<&Flow> {
        self.calls.get(&call)
    }

    /// Credit that came for a call.
    pub(super) fn credit(&self, call: CallId) -> i64 {
        self.flow(call).map_or(0, |flow| flow.credit)
    }

    /// Whether it ends inside a frame so far.
    pub(super) fn is_inside(&self) -> bool {
        self.decoder.finish().is_err()
    }

    /// Takes the next bytes; gives the frames that they complete.
    pub(super) fn push(&mut self, bytes: Bytes) -> Held<Vec<Payload>> {
        self.decoder.push(bytes);
        let mut frames = Vec::new();
        loop {
            let next = self.decoder.next_frame();
            hold!(
                next.is_ok(),
                Rules,
                "{:?} wrote no frame: {next:?}",
                self.from
            );
            let Some(frame) = next.ok().flatten() else {
                return Ok(frames);
            };
            let decoded = Payload::decode(frame, self.from);
            hold!(decoded.is_ok(), Rules, "{:?} wrote {decoded:?}", self.from);
            if let Ok(Some(payload)) = decoded {
                self.note(&payload)?;
                frames.push(payload);
            }
        }
    }

    fn note(&mut self, payload: &Payload) -> Held {
        let is_settings = matches!(payload, Payload::Settings(_));
        hold!(
            self.settings.is_none() == is_settings,
            Rules,
            "SETTINGS come first and once, and {:?} wrote {payload:?}",
            self.from
        );
        match payload {
            Payload::Settings(settings) => self.settings = Some(*settings),
            Payload::Open(open) => {
                let call = open.call;
                hold!(
                    call.0 > self.last_open,
                    Once,
                    "{call} was opened after call {}",
                    self.last_open
                );
                self.last_open = call.0;
                self.open(call)?.ended = open.end;
            }
            Payload::Head(head) => {
                let flow = self.open(head.call)?;
                hold!(
                    !flow.begun,
                    Rules,
                    "leading metadata of {} comes late",
                    head.call
                );
                flow.begun = true;
            }
            Payload::Message(message) => {
                let flow = self.open(message.call)?;
                hold!(
                    !flow.ended,
                    Prefix,
                    "a message behind the end of {}",
                    message.call
                );
                flow.begun = true;
                flow.ended = message.end;
                flow.cost += cost(message.message.len());
            }
            Payload::End(call) => {
                let flow = self.open(*call)?;
                hold!(!flow.ended, Prefix, "{call} was ended twice");
                flow.ended = true;
            }
            Payload::Reply(reply) => {
                let flow = self.open(reply.call)?;
                flow.over = true;
                flow.status = Some((reply.status.code, reply.refused));
                hold!(
                    reply.status.is_ok() || reply.message.is_none(),
                    Rules,
                    "{} has a reply and a status that is not OK",
                    reply.call
                );
                hold!(
                    !(reply.status.is_ok() && reply.refused),
                    Rules,
                    "{} is OK and refused",
                    reply.call
                );
            }
            Payload::Cancel(cancel) => self.open(cancel.call)?.over = true,
            Payload::Credit(credit) => {
                let flow = self.open(credit.call)?;
                hold!(
                    credit.bytes > 0,
                    Rules,
                    "{} is given no credit",
                    credit.call
                );
                flow.credit += i64::from(credit.bytes);
            }
            Payload::Goaway(goaway) => {
                self.last_acted_on = Some(goaway.last_call);
                self.drains |= goaway.code == ErrorCode::None;
            }
            Payload::Ping(_) => self.pings += 1,
            Payload::Pong(_) => self.pongs += 1,
        }
        Ok(())
    }

    /// The call, which the sender has not ended.
    fn open(&mut self, call: CallId) -> Held<&mut Flow> {
        let from = self.from;
        let flow = self.calls.entry(call).or_default();
        hold!(
            !flow.over,
            Once,
            "{from:?} wrote of {call} after its last word on it"
        );
        Ok(flow)
    }
}
