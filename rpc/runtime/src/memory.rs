//! Calls within a process: no bytes leave it, and everything else is as on a wire.
//!
//! For tests without a network, and for a client and a server in one binary. Messages are encoded and verified as
//! anywhere, so both [`Form`]s can be tried.

use crate::call::CallHead;
use crate::client::{Caller, OutgoingCall, Transport};
use crate::dispatch::BoxFuture;
use crate::event::{Event, Events, Outcome};
use crate::form::Form;
use crate::gauges::Gauges;
use crate::lifecycle::{Drain, Phase};
use crate::queue::OutputReceiver;
use crate::router::{Route, Router};
use crate::task::Task;
use std::future::{poll_fn, ready};
use std::pin::pin;
use std::task::{Context, Poll};
use stillwire_rpc_core::{Code, Status};

/// The name of this transport.
pub const NAME: &str = "memory";

/// A caller of the services of `router`, in this process.
pub fn connect(router: Router, form: Form) -> Caller {
    connect_with(router, form, Drain::new())
}

/// The same, for a server that drains with others.
pub fn connect_with(router: Router, form: Form, drain: Drain) -> Caller {
    Caller::new(Memory {
        router,
        form,
        drain,
        gauges: Gauges::default(),
    })
}

#[derive(Debug)]
struct Memory {
    router: Router,
    form: Form,
    drain: Drain,
    /// The caller's, not those of the server.
    gauges: Gauges,
}

impl Memory {
    fn route(&self, call: &mut OutgoingCall) -> Result<(Route, CallHead), Status> {
        let path = call.method.path;
        let route = self
            .router
            .find(path)
            .ok_or_else(|| self.router.unknown(path))?;
        let mut head = CallHead::new(NAME, self.form);
        head.live = Some(self.drain.enter()?);
        head.metadata = std::mem::take(&mut call.metadata);
        head.deadline = call.deadline;
        Ok((route, head))
    }
}

impl Transport for Memory {
    fn name(&self) -> &'static str {
        NAME
    }

    fn form(&self) -> Form {
        self.form
    }

    fn gauges(&self) -> &Gauges {
        &self.gauges
    }

    fn call_one(&self, mut call: OutgoingCall) -> BoxFuture<'static, Outcome> {
        match self.route(&mut call) {
            Ok((route, head)) => {
                let drain = self.drain.clone();
                Box::pin(async move {
                    let outcome = until_cut(&drain, route.call_one(head, call.input)).await;
                    outcome.unwrap_or_else(|| cut().into())
                })
            }
            Err(status) => Box::pin(ready(status.into())),
        }
    }

    fn call_many(&self, mut call: OutgoingCall) -> Box<dyn Events> {
        match self.route(&mut call) {
            Ok((route, head)) => {
                let (run, receiver) = route.call_many(head, call.input);
                let drain = self.drain.clone();
                Box::new(Spawned {
                    receiver,
                    drain: drain.clone(),
                    _task: Task::spawn(async move { _ = until_cut(&drain, run).await }),
                })
            }
            Err(status) => Box::new(Refused(status)),
        }
    }
}

/// What `call` gives; `None` where the server is cut before that.
async fn until_cut<T>(drain: &Drain, call: impl Future<Output = T>) -> Option<T> {
    let mut call = pin!(call);
    let mut cut = pin!(drain.reached(Phase::Cut));
    poll_fn(|cx| {
        if let Poll::Ready(done) = call.as_mut().poll(cx) {
            return Poll::Ready(Some(done));
        }
        cut.as_mut().poll(cx).map(|()| None)
    })
    .await
}

fn cut() -> Status {
    Status::unavailable("the server has shut down")
}

struct Spawned {
    receiver: OutputReceiver,
    drain: Drain,
    _task: Task,
}

impl Events for Spawned {
    fn poll_event(&mut self, cx: &mut Context<'_>) -> Poll<Event> {
        self.receiver.poll_event(cx).map(|event| match event {
            Event::End(status)
                if status.code == Code::Cancelled && self.drain.phase() == Phase::Cut =>
            {
                Event::End(Box::new(cut()))
            }
            event => event,
        })
    }
}

struct Refused(Status);

impl Events for Refused {
    fn poll_event(&mut self, _: &mut Context<'_>) -> Poll<Event> {
        Poll::Ready(Event::End(Box::new(self.0.clone())))
    }
}
