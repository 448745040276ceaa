//! Whether a server and its services serve: they do unless somebody says otherwise, until the server drains.

use crate::health_v1::{
    Health, HealthCheckRequest, HealthCheckResponse,
    HealthCheckResponseServingStatus as ServingStatus,
};
use std::collections::HashMap;
use stillwire_codec::Encoded;
use stillwire_rpc::{Call, Drain, Fault, Outbound, Phase, Reply, ServiceDescriptor, Status};
use tokio::sync::watch;

/// What a server says of its health, to be set at any time. Clones share it.
///
/// The server itself, whose name is empty, and each of its services serve unless they are set otherwise; so does what else is
/// set. One does not follow from the other. Once the server drains, nothing serves, whatever was set.
#[derive(Debug, Clone)]
pub struct HealthStatuses(watch::Sender<HashMap<String, bool>>);

impl HealthStatuses {
    /// Everything serves.
    #[must_use]
    pub fn new() -> Self {
        Self(watch::Sender::default())
    }

    /// Says whether `service` serves, as `acme.trading.v1.OrderBook`; all who watch it learn of a change. A name that is no service
    /// of the server's is one to ask for from now on.
    pub fn set(&self, service: impl Into<String>, serves: bool) {
        let service = service.into();
        self.0
            .send_if_modified(|set| set.insert(service, serves) != Some(serves));
    }

    /// Takes back what was set of `service`.
    pub fn clear(&self, service: &str) {
        self.0.send_if_modified(|set| set.remove(service).is_some());
    }
}

impl Default for HealthStatuses {
    fn default() -> Self {
        Self::new()
    }
}

pub(crate) struct Host {
    names: Vec<&'static str>,
    statuses: HealthStatuses,
    drain: Drain,
}

impl Host {
    pub(crate) fn new(
        services: &[&'static ServiceDescriptor],
        statuses: HealthStatuses,
        drain: Drain,
    ) -> Self {
        Self {
            names: services.iter().map(|service| service.name).collect(),
            statuses,
            drain,
        }
    }

    /// The status of a service, or of the server, whose name is empty.
    fn status(&self, name: &str) -> ServingStatus {
        let set = self.statuses.0.borrow().get(name).copied();
        if set.is_none() && !name.is_empty() && !self.names.contains(&name) {
            ServingStatus::ServiceUnknown
        } else if set.unwrap_or(true) && self.drain.phase() == Phase::Serving {
            ServingStatus::Serving
        } else {
            ServingStatus::NotServing
        }
    }
}

impl Health for Host {
    async fn check(
        &self,
        _: &Call,
        request: Encoded<HealthCheckRequest>,
    ) -> Result<Reply<HealthCheckResponse>, Fault> {
        match self.status(request.view().service()) {
            ServingStatus::ServiceUnknown => Err(Status::not_found("no such service").into()),
            status => Ok(HealthCheckResponse { status }.into()),
        }
    }

    async fn watch(
        &self,
        _: &Call,
        request: Encoded<HealthCheckRequest>,
        out: Outbound<HealthCheckResponse>,
    ) -> Result<(), Fault> {
        let name = request.view().service();
        let mut changes = self.statuses.0.subscribe();
        let mut told = None;
        while self.drain.phase() == Phase::Serving {
            self.tell(name, &mut told, &out).await?;
            tokio::select! {
                // The sender lives in `self`.
                _ = changes.changed() => {}
                () = self.drain.reached(Phase::Draining) => {}
            }
        }
        self.tell(name, &mut told, &out).await?;
        // A watch must not hold up the drain.
        Err(Status::unavailable("the server is shutting down").into())
    }
}

impl Host {
    /// Sends the status where it is not the one that was told before.
    async fn tell(
        &self,
        name: &str,
        told: &mut Option<ServingStatus>,
        out: &Outbound<HealthCheckResponse>,
    ) -> Result<(), Fault> {
        let status = self.status(name);
        if told.replace(status) != Some(status) {
            out.send(&HealthCheckResponse { status }).await?;
        }
        Ok(())
    }
}
