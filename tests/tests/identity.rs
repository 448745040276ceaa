//! Clients that show who they are, on each transport that has TLS.

mod support;

use rcgen::CertifiedKey;
use std::time::Duration;
use stillwire::tls::{ClientTls, ServerTls};
use stillwire::{Channel, Code, Server};
use stillwire_tests::test::probe::v1::{Probe, ProbeClient};
use support::{Audience, ask};

type Made = CertifiedKey<rcgen::KeyPair>;

fn made(name: &str) -> Made {
    rcgen::generate_simple_self_signed([name.to_owned()]).unwrap()
}

/// Clients of a server on each transport, each with this trust.
async fn clients(server: &ServerTls, trust: &ClientTls) -> Vec<(String, ProbeClient)> {
    let (_, host) = Audience::new();
    let bound = Server::new()
        .add(host.serve())
        .quic("127.0.0.1:0", server.clone())
        .tcp("127.0.0.1:0", server.clone())
        .grpc("127.0.0.1:0", server.clone())
        .bind()
        .await
        .unwrap();
    let urls = ["quic", "tcp", "grpc"].map(|name| bound.url(name).unwrap());
    tokio::spawn(bound.run_until(std::future::pending()));
    let mut clients = Vec::new();
    for url in urls {
        let channel = Channel::connect(&url, trust.clone()).await.unwrap();
        clients.push((url, ProbeClient::new(channel)));
    }
    clients
}

/// The certificate that a handler sees of its caller.
async fn seen(client: &ProbeClient) -> Result<Vec<u8>, Code> {
    let call = client.ask(ask("who")).timeout(Duration::from_secs(20));
    let reply = call.await.map_err(|error| error.code())?;
    Ok(reply.view().payload().to_vec())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_handler_sees_the_certificate_of_its_caller() {
    let (known, stranger) = (made("known"), made("stranger"));
    let tls = ServerTls::self_signed(["127.0.0.1"]).unwrap();
    let shows = |who: &Made| {
        let trust = tls.client();
        trust
            .identity(who.cert.pem(), who.signing_key.serialize_pem())
            .unwrap()
    };
    let required = tls
        .clone()
        .require_client_certificates(known.cert.pem())
        .unwrap();
    let optional = tls
        .clone()
        .accept_client_certificates(known.cert.pem())
        .unwrap();
    for (server, nobody) in [
        (&required, Err(Code::Unavailable)),
        (&optional, Ok(Vec::new())),
    ] {
        for (url, client) in clients(server, &shows(&known)).await {
            assert_eq!(
                seen(&client).await.as_deref(),
                Ok(&known.cert.der()[..]),
                "{url}"
            );
        }
        for (url, client) in clients(server, &tls.client()).await {
            assert_eq!(seen(&client).await, nobody, "{url}");
        }
        for (url, client) in clients(server, &shows(&stranger)).await {
            assert_eq!(seen(&client).await, Err(Code::Unavailable), "{url}");
        }
    }
}

#[test]
fn text_that_is_no_certificate_or_key_is_refused() {
    let tls = ServerTls::self_signed(["localhost"]).unwrap();
    let trust = tls.client();
    assert!(tls.require_client_certificates("nothing").is_err());
    let who = made("who");
    assert!(
        trust
            .clone()
            .identity("nothing", who.signing_key.serialize_pem())
            .is_err()
    );
    assert!(trust.identity(who.cert.pem(), "nothing").is_err());
}
