//! Compressed messages of tonic's clients, and to them.

use crate::support::{Audience, noise};
use crate::{ask, plain, probe};
use probe::probe_client::ProbeClient;
use stillwire::Server;
use stillwire::grpc::{Compression, Options};
use stillwire_tests::test::probe::v1::Probe;
use tonic::Code;
use tonic::codec::CompressionEncoding;
use tonic::transport::Channel;

/// A client of a server that compresses its replies so.
async fn client(replies: Option<Compression>) -> ProbeClient<Channel> {
    let (_, host) = Audience::new();
    let mut options = Options::default();
    options.compression = replies;
    let (bound, channel) = plain(Server::new().add(host.serve()).grpc_options(options)).await;
    tokio::spawn(bound.run_until(std::future::pending()));
    ProbeClient::new(channel)
}

const BOTH: [(Compression, CompressionEncoding); 2] = [
    (Compression::Gzip, CompressionEncoding::Gzip),
    (Compression::Zstd, CompressionEncoding::Zstd),
];

fn large(what: &str) -> probe::Ask {
    probe::Ask {
        payload: noise(1000).repeat(300),
        ..ask(what, 3)
    }
}

#[tokio::test]
async fn compressed_requests_are_taken_and_replies_are_compressed_for_those_who_take_it() {
    for (ours, theirs) in BOTH {
        let client = client(Some(ours)).await;
        for takes in [false, true] {
            let mut client = client.clone().send_compressed(theirs);
            if takes {
                client = client.accept_compressed(theirs);
            }
            let reply = client.ask(large("hello")).await.unwrap();
            let encoding = reply.metadata().get("grpc-encoding").cloned();
            assert_eq!(encoding.is_some(), takes, "{encoding:?}");
            assert_eq!(reply.get_ref().text, "hello");
            let mut list = client.list(large("count")).await.unwrap().into_inner();
            let mut came = 0;
            while list.message().await.unwrap().is_some() {
                came += 1;
            }
            assert_eq!(came, 3);
            let many = tokio_stream::iter((0..3).map(|_| large("more")));
            let answer = client.collect(many).await.unwrap().into_inner();
            assert_eq!(answer.number, 3);
        }
    }
}

#[tokio::test]
async fn what_is_too_large_once_it_is_open_is_refused() {
    for (_, theirs) in BOTH {
        let mut client = client(None).await.send_compressed(theirs);
        let bomb = probe::Ask {
            payload: vec![0; 64 << 20],
            ..ask("hello", 0)
        };
        let error = client.ask(bomb).await.unwrap_err();
        assert_eq!(error.code(), Code::ResourceExhausted, "{error}");
    }
}

#[tokio::test]
async fn an_encoding_that_is_not_taken_is_unimplemented_and_those_that_are_are_named() {
    let mut client = client(None)
        .await
        .send_compressed(CompressionEncoding::Deflate);
    let error = client.ask(ask("hello", 0)).await.unwrap_err();
    assert_eq!(error.code(), Code::Unimplemented, "{error}");
    let accepted = error.metadata().get("grpc-accept-encoding").unwrap();
    assert_eq!(accepted, "identity,gzip,zstd");
}
