//! gRPC's interoperability cases, by <https://github.com/grpc/grpc/blob/master/doc/interop-test-descriptions.md>.
//!
//! [`Host`] is the server that the cases ask for, and [`cases`] are the cases as a client runs them.
#![deny(unsafe_code, missing_docs)]

pub mod cases;
mod host;

pub use host::Host;

stillwire::include_schema!();
