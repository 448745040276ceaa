//! What prost makes of the protobuf schemas.
#![allow(missing_docs, missing_debug_implementations, clippy::all)]

macro_rules! generated {
    ($($set:ident)*) => {$(
        pub mod $set {
            include!(concat!(env!("OUT_DIR"), "/", stringify!($set), ".prost.rs"));
        }
    )*};
}
generated!(log market mesh save telemetry updates);
