//! Whether a server serves: it does until it drains.

use crate::health_v1::{
    Health, HealthCheckRequest, HealthCheckResponse,
    HealthCheckResponseServingStatus as ServingStatus,
};
use stillwire_codec::Encoded;
use stillwire_rpc::{Call, Drain, Fault, Outbound, Phase, Reply, ServiceDescriptor, Status};

pub(crate) struct Host {
    names: Vec<&'static str>,
    drain: Drain,
}

impl Host {
    pub(crate) fn new(services: &[&'static ServiceDescriptor], drain: Drain) -> Self {
        Self {
            names: services.iter().map(|service| service.name).collect(),
            drain,
        }
    }

    /// The status of a service, or of the server, whose name is empty.
    fn status(&self, name: &str) -> ServingStatus {
        if !name.is_empty() && !self.names.contains(&name) {
            ServingStatus::ServiceUnknown
        } else if self.drain.phase() == Phase::Serving {
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
        let now = self.status(name);
        out.send(&HealthCheckResponse { status: now }).await?;
        self.drain.reached(Phase::Draining).await;
        // Services do not come and go while a server lives.
        let status = self.status(name);
        if status != now {
            out.send(&HealthCheckResponse { status }).await?;
        }
        // A watch must not hold up the drain.
        Err(Status::unavailable("the server is shutting down").into())
    }
}
