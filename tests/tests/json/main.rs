//! The JSON form of every generated type: what holds of it, beside another implementation, and what is refused.

#[path = "../common/mod.rs"]
mod common;
mod laws;
mod peer;
mod refusals;
mod shapes;
mod stream;
mod wellknown;
