//! Health (`grpc.health.v1`) and reflection (v1 and v1alpha) by tonic's services, where the router has none of its own.

use crate::body::Extra;
use crate::limits::EXTRAS_BYTES;
use crate::options::Options;
use crate::source::Source;
use http::{Request, Response};
use std::convert::Infallible;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use stillwire_rpc::{FileDescriptors, Router};
use tokio::sync::watch;
use tonic::body::Body;
use tonic_health::ServingStatus;
use tonic_health::pb::health_server::HealthServer;
use tonic_health::server::{HealthReporter, HealthService};
use tower_service::Service;

const HEALTH: &str = "/grpc.health.v1.Health/";

type Answer = Pin<Box<dyn Future<Output = Response<Body>> + Send>>;
type Handler = Box<dyn Fn(Request<Source>) -> Answer + Send + Sync>;

/// The services beside the user's own.
pub(crate) struct Extras {
    handlers: Vec<(&'static str, Handler)>,
    health: Option<HealthReporter>,
    stopped: watch::Sender<bool>,
}

impl Extras {
    pub(crate) fn new() -> Self {
        Self {
            handlers: Vec::new(),
            health: None,
            stopped: watch::Sender::new(false),
        }
    }

    /// Adds the health of each service of `router`, and of the server as the empty name.
    pub(crate) async fn add_health(&mut self, router: &Router) {
        let reporter = HealthReporter::new();
        for service in router.services() {
            reporter
                .set_service_status(service.descriptor().name, ServingStatus::Serving)
                .await;
        }
        let service = HealthService::from_health_reporter(reporter.clone());
        let server = HealthServer::new(service).max_decoding_message_size(EXTRAS_BYTES);
        self.add(HEALTH, server);
        self.health = Some(reporter);
    }

    /// Adds reflection of each service of `router` that has descriptors.
    pub(crate) fn add_reflection(
        &mut self,
        router: &Router,
    ) -> Result<(), tonic_reflection::server::Error> {
        let builder = || {
            let start = tonic_reflection::server::Builder::configure()
                .register_encoded_file_descriptor_set(tonic_health::pb::FILE_DESCRIPTOR_SET);
            // What is answered here is described by what answers.
            let answered = |name: &str| {
                name.starts_with("grpc.health.") || name.starts_with("grpc.reflection.")
            };
            let services = router.services().map(|service| service.descriptor());
            let sets = services.filter(|service| !answered(service.name));
            FileDescriptors::sets(sets.map(|service| service.files))
                .into_iter()
                .fold(
                    start,
                    tonic_reflection::server::Builder::register_encoded_file_descriptor_set,
                )
        };
        let v1 = builder()
            .build_v1()?
            .max_decoding_message_size(EXTRAS_BYTES);
        let v1alpha = builder()
            .build_v1alpha()?
            .max_decoding_message_size(EXTRAS_BYTES);
        self.add("/grpc.reflection.v1.ServerReflection/", v1);
        self.add("/grpc.reflection.v1alpha.ServerReflection/", v1alpha);
        Ok(())
    }

    /// Drops those that are not wanted.
    pub(crate) fn keep(&mut self, options: &Options) {
        self.handlers.retain(|(prefix, _)| {
            if *prefix == HEALTH {
                options.health
            } else {
                options.reflection
            }
        });
    }

    /// Whether a path is one of theirs.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.handler(path).is_some()
    }

    /// Answers a request whose path [`has`](Self::has) accepted.
    pub(crate) async fn answer(&self, request: Request<Source>) -> Response<Extra> {
        let response = match self.handler(request.uri().path()) {
            Some(handler) => handler(request).await,
            None => tonic::Status::unimplemented("").into_http(),
        };
        let mut stopped = self.stopped.subscribe();
        // An error says that the server has gone, which is all the more an end.
        let stopped = Box::pin(async move { _ = stopped.wait_for(|stopped| *stopped).await });
        response.map(|body| Extra::new(body, stopped))
    }

    /// Tells those who watch that nothing is served any more, then ends what they watch.
    pub(crate) async fn stop(&self, router: &Router) {
        if let Some(health) = &self.health {
            let names = router.services().map(|service| service.descriptor().name);
            for name in names.chain([""]) {
                health
                    .set_service_status(name, ServingStatus::NotServing)
                    .await;
            }
        }
        self.stopped.send_replace(true);
    }

    fn handler(&self, path: &str) -> Option<&Handler> {
        self.handlers
            .iter()
            .find(|(prefix, _)| path.starts_with(prefix))
            .map(|(_, handler)| handler)
    }

    fn add<S>(&mut self, prefix: &'static str, service: S)
    where
        S: Service<Request<Source>, Response = Response<Body>, Error = Infallible>,
        S: Clone + Send + Sync + 'static,
        S::Future: Send,
    {
        let handler = move |request| -> Answer {
            let mut service = service.clone();
            Box::pin(async move {
                match service.call(request).await {
                    Ok(response) => response,
                    Err(never) => match never {},
                }
            })
        };
        self.handlers.push((prefix, Box::new(handler)));
    }
}

impl fmt::Debug for Extras {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list()
            .entries(self.handlers.iter().map(|(prefix, _)| prefix))
            .finish()
    }
}
