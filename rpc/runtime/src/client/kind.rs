//! The four kinds of calls, as types.

use super::future::{Finishing, Replying, Starting, Work, within};
use super::prepared::Prepared;
use super::streaming::Streaming;
use super::upload::Upload;
use crate::fault::{Fault, Throws};
use crate::outbound::Outbound;
use crate::reply::Reply;
use crate::task;
use std::future::ready;
use std::marker::PhantomData;
use stillwire_codec::Message;

/// A kind of call: what a [`Prepared`] call of it resolves to.
pub trait Kind: Sized {
    /// What `.await` gives.
    type Output;
    /// The future that does so.
    type Future: Future<Output = Self::Output>;
    /// Makes the call.
    #[doc(hidden)]
    fn start(call: Prepared<Self>) -> Self::Future;
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident<$($t:ident),*>;)*) => {
        $(
            $(#[$doc])*
            #[derive(Debug)]
            pub struct $name<$($t),*>(PhantomData<fn() -> ($($t,)*)>);
        )*
    };
}

kinds! {
    /// One message each way.
    Unary<Res, E>;
    /// One message out, a stream back.
    ServerStreaming<Res, E>;
    /// A stream out, one message back.
    ClientStreaming<Req, Res, E>;
    /// A stream each way.
    Duplex<Req, Res, E>;
}

impl<Res: Message, E: Throws> Kind for Unary<Res, E> {
    type Output = Result<Reply<Res>, Fault<E>>;
    type Future = Replying<Res, E>;

    fn start(call: Prepared<Self>) -> Self::Future {
        match call.launch() {
            Ok((launch, call)) => {
                let work = launch.work(call);
                Replying::new(work, launch)
            }
            Err(status) => Replying::failed(status),
        }
    }
}

impl<Res: Message, E: Throws> Kind for ServerStreaming<Res, E> {
    type Output = Result<Streaming<Res, E>, Fault<E>>;
    type Future = Starting<Res, E>;

    fn start(call: Prepared<Self>) -> Self::Future {
        Starting(call.stream().map(Some).map_err(Some))
    }
}

impl<Req: Message, Res: Message, E: Throws> Kind for ClientStreaming<Req, Res, E> {
    type Output = Result<Upload<Req, Res, E>, Fault<E>>;
    type Future = Finishing<Upload<Req, Res, E>, E>;

    fn start(call: Prepared<Self>) -> Self::Future {
        let started = call.launch().and_then(|(mut launch, call)| {
            let out = Outbound::of_client(launch.take_sender()?, launch.caller.form());
            // In a task of its own, so that it moves while the caller only sends.
            let outcome = launch.caller.0.transport.call_one(call);
            let outcome = task::spawn(within(outcome, launch.deadline));
            Ok(Upload::new(out, Replying::new(Work::Rest(outcome), launch)))
        });
        ready(started.map_err(Fault::Status))
    }
}

impl<Req: Message, Res: Message, E: Throws> Kind for Duplex<Req, Res, E> {
    type Output = Result<(Outbound<Req>, Streaming<Res, E>), Fault<E>>;
    type Future = Finishing<(Outbound<Req>, Streaming<Res, E>), E>;

    fn start(call: Prepared<Self>) -> Self::Future {
        let started = call.launch().and_then(|(mut launch, call)| {
            let out = Outbound::of_client(launch.take_sender()?, launch.caller.form());
            let events = launch.caller.0.transport.call_many(call);
            Ok((out, Streaming::new(events, &launch)))
        });
        ready(started.map_err(Fault::Status))
    }
}
