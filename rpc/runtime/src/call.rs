//! What a handler sees of the call that it serves.

use crate::descriptor::MethodDescriptor;
use crate::event::Outcome;
use crate::fault::{Fault, Throws};
use crate::form::Form;
use crate::gauges::Live;
use crate::queue::Sender;
use crate::reply::Reply;
use crate::timer;
use crate::trace::TraceParent;
use http::Extensions;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use stillwire_codec::Message;
use stillwire_rpc_core::{Metadata, Status};

/// Who calls.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Peer {
    /// The address; `None` where the transport has none, as in memory.
    pub address: Option<SocketAddr>,
    /// The certificates that the peer proved to own, in DER, its own first; empty where it showed none.
    pub certificates: Vec<Vec<u8>>,
}

impl Peer {
    /// A peer at `address`.
    pub fn at(address: SocketAddr) -> Self {
        Self {
            address: Some(address),
            certificates: Vec::new(),
        }
    }
}

/// What an adapter read ahead of a call's messages.
#[derive(Debug)]
#[non_exhaustive]
pub struct CallHead {
    /// The client's metadata.
    pub metadata: Metadata,
    /// When the client stops waiting.
    pub deadline: Option<Instant>,
    /// When it came; `None` where that is now.
    pub came: Option<Instant>,
    /// Who calls: the same for all calls of a connection.
    pub peer: Arc<Peer>,
    /// The adapter's name, as `grpc` or `quic`.
    pub transport: &'static str,
    /// How the call's messages are written.
    pub form: Form,
    /// Counts the call as running until it has ended.
    pub live: Option<Live>,
}

impl CallHead {
    /// A call without metadata and deadline, from nowhere.
    pub fn new(transport: &'static str, form: Form) -> Self {
        Self::of(Arc::default(), transport, form)
    }

    /// A call of `peer`, without metadata and deadline.
    pub fn of(peer: Arc<Peer>, transport: &'static str, form: Form) -> Self {
        Self {
            metadata: Metadata::new(),
            deadline: None,
            came: None,
            peer,
            transport,
            form,
            live: None,
        }
    }
}

/// A call on its way through layers and futures to its handler: it is large, and moves often.
pub type BoxCall = Box<Call>;

/// A call, as its handler sees it.
#[derive(Debug)]
pub struct Call {
    method: &'static MethodDescriptor,
    metadata: Metadata,
    deadline: Option<Instant>,
    peer: Arc<Peer>,
    transport: &'static str,
    form: Form,
    extensions: Extensions,
    leading: Leading,
    trailing: Mutex<Metadata>,
}

/// Where leading metadata goes: with the one reply, or ahead of a stream's first message.
#[derive(Debug)]
enum Leading {
    Reply(Mutex<Metadata>),
    Stream(Sender),
}

impl Call {
    /// The call that `head` begins; `deadline` is the one that it really has.
    pub(crate) fn new(
        method: &'static MethodDescriptor,
        head: CallHead,
        output: Option<&Sender>,
    ) -> Self {
        let leading = match output {
            Some(sender) => Leading::Stream(sender.clone()),
            None => Leading::Reply(Mutex::default()),
        };
        Self {
            method,
            metadata: head.metadata,
            deadline: head.deadline,
            peer: head.peer,
            transport: head.transport,
            form: head.form,
            extensions: Extensions::new(),
            leading,
            trailing: Mutex::default(),
        }
    }

    /// The method that was called.
    pub fn method(&self) -> &'static MethodDescriptor {
        self.method
    }

    /// What the client sent beside its messages.
    pub fn metadata(&self) -> &Metadata {
        &self.metadata
    }

    pub(crate) fn metadata_mut(&mut self) -> &mut Metadata {
        &mut self.metadata
    }

    /// What layers have found out of the call, by type: who the caller is, say.
    pub fn extensions(&self) -> &Extensions {
        &self.extensions
    }

    pub(crate) fn extensions_mut(&mut self) -> &mut Extensions {
        &mut self.extensions
    }

    /// The trace that the call belongs to; `None` where the client names none, or not as W3C Trace Context has it.
    pub fn trace_parent(&self) -> Option<TraceParent> {
        TraceParent::of(&self.metadata)
    }

    /// When the handler is stopped.
    pub fn deadline(&self) -> Option<Instant> {
        self.deadline
    }

    /// The time that is left; zero once the deadline has passed, `None` where there is no deadline.
    pub fn remaining(&self) -> Option<Duration> {
        self.deadline
            .map(|at| at.saturating_duration_since(timer::now()))
    }

    /// Who calls.
    pub fn peer(&self) -> &Peer {
        &self.peer
    }

    /// What carries the call, as `grpc` or `quic`.
    pub fn transport(&self) -> &'static str {
        self.transport
    }

    /// How the call's messages are written on the wire.
    pub fn form(&self) -> Form {
        self.form
    }

    /// Sends `metadata` ahead of the reply. `false`: the first message of a stream has left, or the handler has read
    /// one ([`Outbound::hold`](crate::Outbound::hold)); it is too late.
    pub fn set_leading(&self, metadata: Metadata) -> bool {
        match &self.leading {
            Leading::Stream(sender) => sender.set_head(metadata),
            Leading::Reply(slot) => {
                *slot.lock().unwrap_or_else(PoisonError::into_inner) = metadata;
                true
            }
        }
    }

    /// Sends `metadata` after the last message, beside the status.
    pub fn set_trailing(&self, metadata: Metadata) {
        *self.trailing.lock().unwrap_or_else(PoisonError::into_inner) = metadata;
    }

    /// Ends a call that has one reply. For generated code.
    pub fn reply<T: Message, E: Throws>(mut self, result: Result<Reply<T>, Fault<E>>) -> Outcome {
        let form = self.form;
        let written = result.and_then(|reply| reply.into_parts(form).map_err(Fault::Status));
        match written {
            Ok((mut leading, message, mut trailing)) => {
                absorb(&mut leading, self.take_leading());
                absorb(&mut trailing, self.take_trailing());
                Outcome {
                    leading,
                    message: Some(message),
                    status: Status::ok().with_metadata(trailing),
                }
            }
            Err(fault) => self.end::<E>(Err(fault)),
        }
    }

    /// Ends a call that has a stream of replies. For generated code.
    pub fn end<E: Throws>(mut self, result: Result<(), Fault<E>>) -> Outcome {
        let mut status = result.map_or_else(Fault::into_status, |()| Status::ok());
        absorb(&mut status.metadata, self.take_trailing());
        Outcome {
            leading: self.take_leading(),
            message: None,
            status,
        }
    }

    fn take_leading(&mut self) -> Metadata {
        match &mut self.leading {
            Leading::Stream(_) => Metadata::new(),
            Leading::Reply(slot) => take(slot),
        }
    }

    fn take_trailing(&mut self) -> Metadata {
        take(&mut self.trailing)
    }
}

fn take(slot: &mut Mutex<Metadata>) -> Metadata {
    std::mem::take(slot.get_mut().unwrap_or_else(PoisonError::into_inner))
}

/// Puts `more` behind `into`. What no longer fits the limits of metadata is left out: it belongs to a call that has
/// an answer, which is worth more.
fn absorb(into: &mut Metadata, more: Metadata) {
    if into.is_empty() {
        *into = more;
        return;
    }
    for (key, value) in more.iter() {
        if let Err(error) = into.append(key, value.clone()) {
            tracing::debug!(key, %error, "metadata left out");
        }
    }
}
