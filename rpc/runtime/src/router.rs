//! From a method's path or id to the code that runs it.

use crate::descriptor::MethodDescriptor;
use crate::dispatch::Service;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;
use stillwire_rpc_core::id::ById;
use stillwire_rpc_core::{Limits, Status};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// The services of a server. Clones share them.
#[derive(Debug, Clone)]
pub struct Router(Arc<Table>);

#[derive(Debug, Default)]
struct Table {
    services: Vec<Service>,
    paths: HashMap<&'static str, (usize, usize)>,
    ids: ById<u64, (usize, usize)>,
    limits: Limits,
    /// Of methods that have limits of their own.
    bounds: HashMap<(usize, usize), Arc<Bounds>>,
}

/// Limits of one method, within those of the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct MethodLimits {
    /// Calls that run at once; one more is answered RESOURCE_EXHAUSTED. Stops a method that costs much from taking all that there is.
    pub calls: usize,
    /// Bytes of one received message, of a stream each.
    pub message_received_bytes: usize,
    /// The longest deadline that the server grants, and that of a call that has none.
    pub timeout: Duration,
}

impl Default for MethodLimits {
    /// None.
    fn default() -> Self {
        Self {
            calls: Semaphore::MAX_PERMITS,
            message_received_bytes: usize::MAX,
            timeout: Duration::MAX,
        }
    }
}

/// [`MethodLimits`], and what is left of them.
#[derive(Debug)]
pub(crate) struct Bounds {
    pub(crate) limits: MethodLimits,
    places: Arc<Semaphore>,
}

impl Bounds {
    fn new(limits: MethodLimits) -> Self {
        Self {
            places: Arc::new(Semaphore::new(limits.calls.min(Semaphore::MAX_PERMITS))),
            limits,
        }
    }

    /// The place of a call that runs.
    pub(crate) fn place(&self) -> Result<OwnedSemaphorePermit, Status> {
        Arc::clone(&self.places).try_acquire_owned().map_err(|_| {
            let most = self.limits.calls;
            Status::resource_exhausted(format!(
                "{most} calls of the method run, which is all it may have"
            ))
        })
    }
}

/// Services that cannot be served together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RouterError {
    /// Two methods have one path: a service was added twice.
    #[error("{path} is served twice")]
    Twice {
        /// The path.
        path: &'static str,
    },
    /// The hashes of two methods' names are equal: one of them needs another name.
    #[error("{first} and {second} have the same id, {id:#018x}; rename one of them")]
    Collision {
        /// The method that was added first.
        first: &'static str,
        /// The other one.
        second: &'static str,
        /// The id of both.
        id: u64,
    },
    /// There are limits for a method that no service has.
    #[error(
        "{path:?} has limits, and no service has such a method; a path is as /package.Service/Method"
    )]
    NoSuchMethod {
        /// The path.
        path: String,
    },
}

impl Router {
    /// The methods of `services`, within `limits`.
    ///
    /// # Errors
    /// Where two methods have one path or one id.
    pub fn new(
        services: impl IntoIterator<Item = Service>,
        limits: Limits,
    ) -> Result<Self, RouterError> {
        Self::with_methods(services, limits, [])
    }

    /// The same with limits of their own for some methods, by path.
    ///
    /// # Errors
    /// As [`new`](Self::new), and where a path is none of these services'.
    pub fn with_methods(
        services: impl IntoIterator<Item = Service>,
        limits: Limits,
        methods: impl IntoIterator<Item = (String, MethodLimits)>,
    ) -> Result<Self, RouterError> {
        let mut table = Table {
            limits,
            ..Table::default()
        };
        for service in services {
            table.add(service)?;
        }
        for (path, limits) in methods {
            let Some(at) = table.paths.get(path.as_str()) else {
                return Err(RouterError::NoSuchMethod { path });
            };
            table.bounds.insert(*at, Arc::new(Bounds::new(limits)));
        }
        Ok(Self(Arc::new(table)))
    }

    /// The method with this path, as `/package.Service/Method`.
    pub fn find(&self, path: &str) -> Option<Route> {
        self.0.paths.get(path).map(|at| self.route(*at))
    }

    /// The method with this id.
    pub fn find_id(&self, id: u64) -> Option<Route> {
        self.0.ids.get(&id).map(|at| self.route(*at))
    }

    /// What a call of an unknown method is answered.
    pub fn unknown(&self, path: &str) -> Status {
        let service = path
            .trim_start_matches('/')
            .rsplit_once('/')
            .map_or(path, |(service, _)| service);
        let known = self.services().any(|s| s.descriptor().name == service);
        let what = if known { "method" } else { "service" };
        Status::unimplemented(format!("no such {what}: {path}"))
    }

    /// All services.
    pub fn services(&self) -> impl Iterator<Item = &Service> {
        self.0.services.iter()
    }

    /// The bounds that calls are run within.
    pub fn limits(&self) -> &Limits {
        &self.0.limits
    }

    fn route(&self, at: (usize, usize)) -> Route {
        let bounds = match self.0.bounds.is_empty() {
            true => None,
            false => self.0.bounds.get(&at).cloned(),
        };
        let (service, index) = at;
        let service = self.0.services[service].clone();
        let method = &service.descriptor().methods[index];
        Route {
            router: self.clone(),
            service,
            index,
            method,
            bounds,
        }
    }
}

impl Table {
    fn add(&mut self, service: Service) -> Result<(), RouterError> {
        let at = self.services.len();
        for (index, method) in service.descriptor().methods.iter().enumerate() {
            if self.paths.insert(method.path, (at, index)).is_some() {
                return Err(RouterError::Twice { path: method.path });
            }
            if let Some((s, i)) = self.ids.insert(method.id, (at, index)) {
                let other = self.services.get(s).unwrap_or(&service);
                let first = other.descriptor().methods[i].path;
                return Err(RouterError::Collision {
                    first,
                    second: method.path,
                    id: method.id,
                });
            }
        }
        self.services.push(service);
        Ok(())
    }
}

/// A method that was found, ready to run.
#[derive(Debug, Clone)]
pub struct Route {
    pub(crate) router: Router,
    pub(crate) service: Service,
    pub(crate) index: usize,
    pub(crate) method: &'static MethodDescriptor,
    pub(crate) bounds: Option<Arc<Bounds>>,
}

impl Route {
    /// The method.
    pub fn method(&self) -> &'static MethodDescriptor {
        self.method
    }

    /// The bounds that the call is run within.
    pub fn limits(&self) -> &Limits {
        self.router.limits()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{BoxFuture, Dispatch, Exchange, FileDescriptors, Outcome, ServiceDescriptor};

    struct Nothing(&'static ServiceDescriptor);

    impl Dispatch for Nothing {
        fn descriptor(&self) -> &'static ServiceDescriptor {
            self.0
        }

        fn call(
            self: Arc<Self>,
            _: usize,
            _: Exchange,
        ) -> BoxFuture<'static, Result<Outcome, Status>> {
            Service::no_such_method()
        }
    }

    static A: ServiceDescriptor = ServiceDescriptor {
        name: "p.A",
        methods: &[
            MethodDescriptor::new("X", "/p.A/X", 7),
            MethodDescriptor::new("Y", "/p.A/Y", 8),
        ],
        files: &FileDescriptors::NONE,
    };
    static B: ServiceDescriptor = ServiceDescriptor {
        name: "p.B",
        methods: &[MethodDescriptor::new("X", "/p.B/X", 8)],
        files: &FileDescriptors::NONE,
    };

    #[test]
    fn a_method_is_found_by_its_path_and_by_its_id() {
        let router = Router::new([Service::new(Nothing(&A))], Limits::default()).unwrap();
        assert_eq!(router.find("/p.A/Y").unwrap().method().name, "Y");
        assert_eq!(router.find_id(7).unwrap().method().service(), "p.A");
        assert!(router.find("p.A/Y").is_none() && router.find_id(9).is_none());
        assert_eq!(
            router.unknown("/p.A/Z").to_string(),
            "UNIMPLEMENTED: no such method: /p.A/Z"
        );
        assert_eq!(
            router.unknown("/p.C/Z").to_string(),
            "UNIMPLEMENTED: no such service: /p.C/Z"
        );
    }

    #[test]
    fn two_methods_with_one_id_are_refused() {
        let services = [Service::new(Nothing(&A)), Service::new(Nothing(&B))];
        let error = Router::new(services, Limits::default()).unwrap_err();
        assert_eq!(
            error,
            RouterError::Collision {
                first: "/p.A/Y",
                second: "/p.B/X",
                id: 8
            }
        );
    }
}
