//! One schema, bytes that stay where they land, every transport.
//!
//! A schema is compiled by one line in `build.rs`, `stillwire_compiler::build("schemas/orders.still")`, and included by
//! one line in the crate, [`include_schema!`]. What comes of a message is a plain struct, a view that reads fields where
//! they lie, and an `…Init` that encodes from borrows:
//!
//! ```text
//! package acme.orders.v1;
//!
//! enum Side : u8 { unspecified = 0; buy = 1; sell = 2; }
//!
//! message Order { @1 id: u64; @2 symbol: string; @3 side: Side = .buy; @4 note: string?; @5 legs: list<Leg>; }
//! message Leg { @1 price: decimal<2>; @2 quantity: u32; }
//! ```
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/compiler/tests/rust_golden/orders.rs")); /*
//! stillwire::include_schema!("acme.orders.v1");
//! # */
//! use acme::orders::v1::{Order, OrderInit, Side};
//! use stillwire::Encoded;
//!
//! # fn main() -> Result<(), stillwire::DecodeError> {
//! let order = Order { id: 7, symbol: "AAPL".into(), ..Order::default() };
//! let sent = order.encode();
//! // The same from borrows: one allocation, the buffer.
//! assert_eq!(OrderInit { id: 7, symbol: "AAPL", ..OrderInit::default() }.encode(), sent);
//!
//! // One pass verifies; after it nothing that is read can fail.
//! let received = Encoded::<Order>::parse(sent.into_bytes())?;
//! let view = received.view();
//! assert_eq!((view.symbol(), view.side(), view.note()), ("AAPL", Side::Buy, None));
//! assert_eq!(received.to_message(), order);
//! # Ok(())
//! # }
//! ```
//!
//! What has a fixed size can be changed where it lies, if `build.rs` asks for it: `Builder::new().file("schemas/orders.still").patch(true).build()`. A setter takes what the bytes have room for, and refuses what
//! would make the message longer or shorter: so a message that was patched has the one encoding of its value.
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/compiler/tests/rust_golden/orders.rs")); /*
//! stillwire::include_schema!("acme.orders.v1");
//! # */
//! use acme::orders::v1::{Leg, Order, Side};
//! use stillwire::{Decimal, PatchError};
//!
//! # fn main() -> Result<(), PatchError> {
//! let leg = |quantity| Leg { price: Decimal(995), quantity };
//! let mut encoded = Order { id: 7, side: Side::Sell, legs: vec![leg(1), leg(2)], ..Order::default() }.encode();
//! encoded.patch(|mut order| {
//!     order.set_id(8)?;
//!     order.legs_mut().try_each(|mut leg| {
//!         let doubled = leg.view().quantity() * 2;
//!         leg.set_quantity(doubled)
//!     })
//! })?;
//! assert_eq!(encoded, Order { id: 8, side: Side::Sell, legs: vec![leg(2), leg(4)], ..Order::default() }.encode());
//! // `side` is the last scalar that is set, so without it the message would be shorter.
//! assert_eq!(encoded.patch(|mut order| order.set_side(Side::Buy)), Err(PatchError::Shrinks));
//! # Ok(())
//! # }
//! ```
//!
//! A service of the schema becomes a trait and a client, which the modules [`rpc`] and [`tls`] serve and call over gRPC,
//! QUIC, TCP and Unix sockets: features `grpc`, `quic` and `stream`, on by default. Without default features this crate is the codec alone.
//! The feature `record` adds the module `record`: files of messages that explain themselves.
#![forbid(unsafe_code)]

pub use stillwire_codec as codec;
pub use stillwire_codec::{
    Decimal, DecodeError, Duration, Empty, Encode, EncodeError, Encoded, Encoder, Limits, Message,
    Patch, PatchError, Timestamp, ToEncoded, Unverified, UnverifiedView, Uuid,
};

#[cfg(feature = "descriptor")]
pub use stillwire_descriptor as descriptor;
#[cfg(feature = "grpc")]
pub use stillwire_net::grpc;
#[cfg(feature = "quic")]
pub use stillwire_net::quic;
#[cfg(feature = "rpc")]
pub use stillwire_net::{BoundServer, Channel, ChannelError, Server, ServerError, standard};
#[cfg(feature = "record")]
pub use stillwire_record as record;
#[cfg(feature = "rpc")]
pub use stillwire_rpc as rpc;
#[cfg(feature = "rpc")]
pub use stillwire_rpc::{
    Call, Code, Fault, Gone, Inbound, Metadata, MetadataError, Outbound, Reply, SendError, Status,
    tls,
};

/// Includes the code that a `build.rs` made of a schema: the modules follow the package.
///
/// `include_schema!("acme.orders.v1")` gives `acme::orders::v1`, and next to it the packages that it uses. Where a build
/// has several packages, `include_schema!()` includes all of them at once, each one once.
#[macro_export]
macro_rules! include_schema {
    () => {
        ::core::include!(::core::concat!(::core::env!("OUT_DIR"), "/stillwire.rs"));
    };
    ($package:literal) => {
        ::core::include!(::core::concat!(
            ::core::env!("OUT_DIR"),
            "/",
            $package,
            ".rs"
        ));
    };
}
