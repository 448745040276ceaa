//! A service, its server and a client of it, on Stillwire: where `docs/from-tonic.md` arrives.

pub mod client;
pub mod server;
pub mod service;

stillwire::include_schema!("acme.parcels.v1");
