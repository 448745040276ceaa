//! A service that moved from tonic: its old clients notice nothing, and the page that tells of the move shows these files.

use std::future::pending;
use std::path::Path;
use std::time::Duration;
use stillwire::tls::{ClientTls, ServerTls};
use stillwire_after as after;
use stillwire_before as before;
use stillwire_import::Importer;

mod answers;

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../docs/from-tonic.md");

/// The server before, and where it listens.
async fn tonic_server() -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(before::server::serve(listener));
    format!("grpc://{address}")
}

/// The server after: where it listens for gRPC and for QUIC, and whom to trust.
async fn stillwire_server() -> (String, String, ClientTls) {
    let tls = ServerTls::self_signed(["127.0.0.1"]).unwrap();
    let trust = tls.client();
    let server = after::server::bind(tls).await.unwrap();
    let [grpc, quic] = ["grpc", "quic"].map(|transport| server.url(transport).unwrap());
    tokio::spawn(server.run_until(pending()));
    (grpc, quic, trust)
}

fn tonic_channel(url: &str) -> tonic::transport::Channel {
    let url = url.replacen("grpc", "http", 1);
    let endpoint = tonic::transport::Channel::from_shared(url).unwrap();
    endpoint.connect_lazy()
}

#[tokio::test]
async fn the_tonic_client_gets_from_the_new_server_what_it_got_from_the_old_one() {
    let old = tonic_server().await;
    let (new, ..) = stillwire_server().await;
    let both = async {
        let got = answers::of(tonic_channel(&old)).await;
        assert!(got[0].starts_with("Receipt"), "{}", got[0]);
        assert_eq!(answers::of(tonic_channel(&new)).await, got);
    };
    let both = tokio::time::timeout(Duration::from_secs(60), both).await;
    both.expect("a call hangs");

    let (old, (new, ..)) = (tonic_server().await, stillwire_server().await);
    let told = before::client::tour(tonic_channel(&old)).await.unwrap();
    let tour = before::client::tour(tonic_channel(&new)).await.unwrap();
    assert_eq!(tour, told);
}

#[tokio::test]
async fn the_new_client_is_told_the_same_by_either_server_over_either_transport() {
    let old = tonic_server().await;
    let told = before::client::tour(tonic_channel(&old)).await.unwrap();
    assert_eq!(
        told,
        [
            "P1: 75 cents, due 1793259200, taken at Some(\"north\")",
            "P2: 1200 cents, due 1793086400, taken at Some(\"north\")",
            "InvalidArgument: parcel : weighs nothing",
            "scanned P1: OnTheWay",
            "scanned P1: Delivered",
            "NotFound: no parcel P9",
            "P1: Accepted",
            "P1: OnTheWay",
            "P1: Delivered",
            "2 parcels, 12250 g, Some(1)",
        ]
    );
    let (grpc, quic, trust) = stillwire_server().await;
    let over_quic = stillwire::Channel::connect(&quic, trust).await.unwrap();
    assert_eq!(after::client::tour(over_quic).await.unwrap(), told);
    for url in [grpc, old] {
        let channel = stillwire::Channel::connect(&url, None).await.unwrap();
        assert_eq!(after::client::tour(channel).await.unwrap(), told, "{url}");
    }
}

#[tokio::test]
async fn a_client_that_waits_for_headers_before_it_sends_gets_them() {
    use before::pb::parcels_client::ParcelsClient;
    use before::pb::{Event, Parcel};
    let old = tonic_server().await;
    let (new, ..) = stillwire_server().await;
    for url in [old, new] {
        let calls = async {
            let mut parcels = ParcelsClient::new(tonic_channel(&url));
            let parcel = Parcel {
                id: "P1".into(),
                grams: 1,
                accepted_at: Some(prost_types::Timestamp::default()),
                ..Parcel::default()
            };
            parcels.post(parcel).await.unwrap();
            let (requests, stream) = tokio::sync::mpsc::channel(1);
            let stream = tokio_stream::wrappers::ReceiverStream::new(stream);
            // Nothing was sent, and the reply is there.
            let mut reply = parcels.scan(stream).await.unwrap().into_inner();
            let event = Event {
                id: "P1".into(),
                ..Event::default()
            };
            requests.send(event.clone()).await.unwrap();
            assert_eq!(reply.message().await.unwrap(), Some(event));
        };
        let calls = tokio::time::timeout(Duration::from_secs(30), calls).await;
        calls.unwrap_or_else(|_| panic!("{url}: a call hangs"));
    }
}

#[test]
fn the_schema_is_what_the_importer_makes_of_the_proto() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let protos = root.join("../before/proto");
    let importer = Importer::new()
        .include(&protos)
        .file(protos.join("acme/parcels/v1/parcels.proto"));
    let files = importer.import().unwrap().files;
    assert_eq!(files.len(), 1);
    let committed = root.join("schemas").join(&files[0].path);
    if std::env::var_os("STILLWIRE_BLESS").is_some() {
        std::fs::write(&committed, &files[0].bytes).unwrap();
    }
    let committed = std::fs::read_to_string(committed).unwrap();
    assert_eq!(committed.as_bytes(), files[0].bytes);
}

#[test]
fn the_page_shows_these_files() {
    let page = std::fs::read_to_string(PAGE).unwrap();
    let schema = include_str!("../schemas/acme/parcels/v1/parcels.still");
    let proto = include_str!("../../before/proto/acme/parcels/v1/parcels.proto");
    let (_, parcel) = schema.split_once("#[proto(reserved").unwrap();
    let (parcel, _) = parcel.split_once("\nmessage Receipt").unwrap();
    let (_, before) = proto.split_once("message Parcel").unwrap();
    let (before, _) = before.split_once("\nmessage Receipt").unwrap();
    let parcel = format!("#[proto(reserved{parcel}");
    let before = format!("message Parcel{before}");
    for shown in [&*parcel, &*before] {
        assert!(page.contains(shown.trim()), "not in the page:\n{shown}");
    }
}

#[test]
fn the_diffs_of_the_page_are_those_of_these_files() {
    let mut page = std::fs::read_to_string(PAGE).unwrap();
    let bless = std::env::var_os("STILLWIRE_BLESS").is_some();
    for (name, old, new) in [
        (
            "build.rs",
            include_str!("../../before/build.rs"),
            include_str!("../build.rs"),
        ),
        (
            "src/server.rs",
            include_str!("../../before/src/server.rs"),
            include_str!("../src/server.rs"),
        ),
        (
            "src/service.rs",
            include_str!("../../before/src/service.rs"),
            include_str!("../src/service.rs"),
        ),
        (
            "src/client.rs",
            include_str!("../../before/src/client.rs"),
            include_str!("../src/client.rs"),
        ),
    ] {
        let (from, to) = (format!("before/{name}"), format!("after/{name}"));
        let diff = similar::TextDiff::from_lines(old, new);
        let diff = diff.unified_diff().header(&from, &to).to_string();
        let begin = format!("```diff\n--- {from}\n");
        let at = page.find(&begin);
        let at = at.unwrap_or_else(|| panic!("the page shows no diff of {name}"));
        let end = at + page[at..].find("\n```\n").unwrap() + 1;
        let shown = &page[at + "```diff\n".len()..end];
        if bless && shown != diff {
            page.replace_range(at + "```diff\n".len()..end, &diff);
            continue;
        }
        assert_eq!(shown, diff, "{name}");
    }
    if bless {
        std::fs::write(PAGE, page).unwrap();
    }
}
