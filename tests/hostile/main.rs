//! Peers that do not behave, on each transport, while clients that do keep being served.
//!
//! Each test is a siege: a server on QUIC, TCP with TLS, a Unix socket and gRPC, a well-behaved client on each of them that
//! calls all the time and fails the test where a call does, and one attack. Afterwards only those clients are left on the server's
//! gauges, and nothing once they have gone. What a frame or a packet does by itself, the tests of `rpc/core`, `rpc/quic`, `rpc/stream`
//! and `rpc/grpc` have.

#[path = "../tests/support/mod.rs"]
mod support;

mod callers;
mod handshakes;
mod killed;
mod lanes;
mod raw;
mod siege;

/// A test for each kind of lane and attack.
macro_rules! on_each_lane {
    ($($kind:ident: $variant:ident),* ; $attacks:tt) => {
        $(on_each_lane!(@kind $kind $variant $attacks);)*
    };
    (@kind $kind:ident $variant:ident [$($attack:ident),* $(,)?]) => {
        mod $kind {
            $(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $attack() {
                    crate::lanes::$attack(crate::raw::Kind::$variant).await;
                }
            )*
        }
    };
}

on_each_lane! {
    quic: Quic, tcp_tls: Tcp, unix: Unix;
    [
        silence,
        one_byte_at_a_time,
        calls_opened_and_given_up_in_the_same_breath,
        a_flood_of_pings_whose_answers_nobody_reads,
        a_flood_of_empty_messages,
        messages_without_credit,
        credit_beyond_counting,
        giant_claims,
        garbage,
        a_reader_that_does_not_read,
    ]
}
