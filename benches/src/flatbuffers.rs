//! What planus makes of the FlatBuffers schemas: `schemas/generate.sh` says how.
#![allow(
    missing_docs,
    missing_debug_implementations,
    unsafe_code,
    unreachable_pub,
    clippy::all,
    clippy::undocumented_unsafe_blocks,
    clippy::multiple_unsafe_ops_per_block,
    clippy::use_self,
    clippy::incompatible_msrv,
    reason = "generated"
)]

macro_rules! generated {
    ($($set:ident)*) => {$(
        pub mod $set {
            mod generated {
                include!(concat!(
                    env!("CARGO_MANIFEST_DIR"),
                    "/schemas/generated/",
                    stringify!($set),
                    "_flatbuffers.rs"
                ));
            }
            pub use generated::$set::*;
        }
    )*};
}
generated!(log market mesh save telemetry updates);
