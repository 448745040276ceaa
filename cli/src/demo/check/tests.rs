use super::super::engine::Engine;
use super::*;
use stillwire::rpc::{Form, Limits, Router, memory};
use stillwire_samples::crates::still::CrateIndex;

fn package(name: &str, license: &str) -> Package {
    Package {
        name: name.into(),
        version: "1.0.0".into(),
        license: Some(license.into()),
        ..Package::default()
    }
}

fn graph(packages: Vec<Package>) -> Graph {
    Graph {
        packages,
        ..Graph::default()
    }
}

/// A client of a service of `graph`, in this process.
fn client(graph: &Graph, form: Form) -> CrateIndexClient {
    let service = CrateIndex::serve(Engine::new(graph.to_encoded().unwrap()));
    CrateIndexClient::new(memory::connect(
        Router::new([service], Limits::default()).unwrap(),
        form,
    ))
}

/// Checks services of two graphs against an owned value and a document of further ones.
async fn check(
    grpc: &Graph,
    quic: &Graph,
    owned: &Graph,
    document: &Graph,
) -> Result<Checked, String> {
    let clients = Clients {
        grpc: client(grpc, Form::Protobuf),
        quic: client(quic, Form::Native),
    };
    let found = run(&clients, owned, &document.copied_as(), &Progress::new(1)).await;
    found.map_err(|error| error.to_string())
}

#[tokio::test]
async fn whoever_says_something_else_is_found() {
    let right = graph(vec![package("a", "MIT"), package("b", "MIT")]);
    let wrong = graph(vec![package("a", "MIT"), package("b", "0BSD")]);
    let checked = check(&right, &right, &right, &right).await.unwrap();
    assert_eq!(
        checked,
        Checked {
            lookups: 2,
            newest: 2,
            missing: 6,
            dependents: 2,
            streamed: 0
        }
    );
    let both = |one: &str, other: &str, error: String| {
        assert!(
            error.starts_with("lookup b 1.0.0: answers differ"),
            "{error}"
        );
        assert!(
            error.contains(&format!("\n  {one}: ")) && error.contains(&format!("\n  {other}: ")),
            "{error}"
        );
    };
    both(
        "gRPC",
        "QUIC",
        check(&wrong, &right, &right, &right).await.unwrap_err(),
    );
    both(
        "gRPC",
        "QUIC",
        check(&right, &wrong, &right, &right).await.unwrap_err(),
    );
    both(
        "QUIC",
        "the owned value",
        check(&right, &right, &wrong, &right).await.unwrap_err(),
    );
    both(
        "QUIC",
        "JSON",
        check(&right, &right, &right, &wrong).await.unwrap_err(),
    );
    let less = graph(vec![package("a", "MIT")]);
    let error = check(&less, &right, &right, &right).await.unwrap_err();
    assert!(
        error.starts_with("lookup b 1.0.0: the call over gRPC failed"),
        "{error}"
    );
}

#[test]
fn a_call_that_succeeds_is_not_a_package_that_is_missing() {
    let found = is_not_found("lookup a", "QUIC", "no package", Ok(()));
    assert!(found.unwrap_err().to_string().contains("answers differ"));
    assert!(
        is_not_found::<()>(
            "lookup a",
            "QUIC",
            "no",
            Err(Status::not_found("no").into())
        )
        .is_ok()
    );
}
