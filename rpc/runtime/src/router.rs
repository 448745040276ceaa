//! From a method's path or id to the code that runs it.

use crate::descriptor::MethodDescriptor;
use crate::dispatch::Service;
use std::collections::HashMap;
use std::sync::Arc;
use stillwire_rpc_core::{Limits, Status};

/// The services of a server. Clones share them.
#[derive(Debug, Clone)]
pub struct Router(Arc<Table>);

#[derive(Debug, Default)]
struct Table {
    services: Vec<Service>,
    paths: HashMap<&'static str, (usize, usize)>,
    ids: HashMap<u64, (usize, usize)>,
    limits: Limits,
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
        let mut table = Table {
            limits,
            ..Table::default()
        };
        for service in services {
            table.add(service)?;
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

    fn route(&self, (service, index): (usize, usize)) -> Route {
        let service = self.0.services[service].clone();
        let method = &service.descriptor().methods[index];
        Route {
            router: self.clone(),
            service,
            index,
            method,
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
    use crate::{BoxFuture, Dispatch, Exchange, Outcome, ServiceDescriptor};

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
        file_descriptor_set: &[],
    };
    static B: ServiceDescriptor = ServiceDescriptor {
        name: "p.B",
        methods: &[MethodDescriptor::new("X", "/p.B/X", 8)],
        file_descriptor_set: &[],
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
