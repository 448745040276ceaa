//! What prost makes of the `.proto` files that Stillwire's compiler emits for the samples: types of the very bytes that
//! Stillwire's protobuf form has. Those of [`proto`](crate::proto) are as the public benchmark wrote them.
#![allow(missing_docs, missing_debug_implementations, clippy::all)]

macro_rules! generated {
    ($($set:ident $package:literal)*) => {$(
        pub mod $set {
            include!(concat!(env!("OUT_DIR"), "/emitted/", $package, ".rs"));
        }
    )*};
}
generated!(
    log "log.v1" market "market.v1" mesh "mesh.v1" save "save.v1" telemetry "acme.telemetry.v1" updates "updates.v1"
);
