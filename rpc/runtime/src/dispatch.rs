//! A service without its types.

use crate::descriptor::ServiceDescriptor;
use crate::event::Outcome;
use crate::exchange::Exchange;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use stillwire_rpc_core::Status;

/// A future on the heap.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Runs the methods of one service. Implemented by the code generator, once a service.
pub trait Dispatch: Send + Sync + 'static {
    /// What the service is.
    fn descriptor(&self) -> &'static ServiceDescriptor;

    /// Runs the method with this index in the descriptor. An index out of range answers UNIMPLEMENTED.
    fn call(
        self: Arc<Self>,
        method: usize,
        exchange: Exchange,
    ) -> BoxFuture<'static, Result<Outcome, Status>>;
}

/// A service, ready to be added to a server. Clones share it.
#[derive(Clone)]
pub struct Service(Arc<dyn Dispatch>);

impl Service {
    /// Erases the type of a dispatcher.
    pub fn new(dispatch: impl Dispatch) -> Self {
        Self(Arc::new(dispatch))
    }

    /// What the service is.
    pub fn descriptor(&self) -> &'static ServiceDescriptor {
        self.0.descriptor()
    }

    /// The same service by another name. `descriptor` has the same methods in the same order.
    pub fn also_known_as(&self, descriptor: &'static ServiceDescriptor) -> Self {
        Self::new(Alias {
            of: self.0.clone(),
            descriptor,
        })
    }

    pub(crate) fn call(&self, exchange: Exchange) -> BoxFuture<'static, Result<Outcome, Status>> {
        Arc::clone(&self.0).call(exchange.index(), exchange)
    }

    /// What generated code answers for an index that its descriptor does not have.
    pub fn no_such_method() -> BoxFuture<'static, Result<Outcome, Status>> {
        Box::pin(std::future::ready(Err(Status::unimplemented(
            "no such method",
        ))))
    }
}

/// A service by another name.
struct Alias {
    of: Arc<dyn Dispatch>,
    descriptor: &'static ServiceDescriptor,
}

impl Dispatch for Alias {
    fn descriptor(&self) -> &'static ServiceDescriptor {
        self.descriptor
    }

    fn call(
        self: Arc<Self>,
        method: usize,
        exchange: Exchange,
    ) -> BoxFuture<'static, Result<Outcome, Status>> {
        self.of.clone().call(method, exchange)
    }
}

impl fmt::Debug for Service {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Service")
            .field(&self.descriptor().name)
            .finish()
    }
}
