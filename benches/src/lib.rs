//! Stillwire beside its peers: the same data and the same work, in one run.
// But for what generators wrote.
#![deny(unsafe_code)]
#![allow(
    missing_docs,
    missing_debug_implementations,
    unnameable_types,
    reason = "types for many formats, whose names are those of the schemas, and what their generators add"
)]

#[macro_use]
mod forms;
pub mod capnp;
pub mod chart;
mod convert;
pub mod docs;
pub mod emitted;
pub mod flatbuffers;
pub mod loss;
pub mod memory;
pub mod peers;
pub mod process;
pub mod proto;
pub mod report;
pub mod rpc;
pub mod run;
pub mod sets;
pub mod subject;
pub mod targets;
pub mod time;
pub mod touch;

/// What `capnp` makes of its schemas: `schemas/generate.sh` says how.
macro_rules! generated {
    ($($name:ident)*) => {$(
        #[allow(
            unused,
            unreachable_pub,
            single_use_lifetimes,
            clippy::all,
            clippy::use_self,
            clippy::incompatible_msrv,
            reason = "generated"
        )]
        pub mod $name {
            include!(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/schemas/generated/",
                stringify!($name),
                ".rs"
            ));
        }
    )*};
}
generated!(log_capnp market_capnp mesh_capnp save_capnp telemetry_capnp updates_capnp);
