//! Declared errors, from the handler to the client.

use crate::support::cell::{Cell, Transport};
use crate::support::risks::{NEWER, too_much};
use crate::support::{ask, count};
use stillwire::rpc::limits::STATUS_DETAILS_SENT_BYTES;
use stillwire::{Code, Empty, Fault};
use stillwire_tests::test::probe::v1::ProbeError;
use stillwire_tests::test::shared::v1::{Pair, Refused};

/// What the riskiest method throws when it is asked for `what`.
async fn thrown(cell: &Cell, what: &str) -> ProbeError {
    match cell.client.risk(ask(what)).await {
        Err(Fault::Error(error)) => error,
        other => panic!("{what}: {other:?}"),
    }
}

#[track_caller]
fn assert_too_much(fault: &Fault<ProbeError>) {
    assert_eq!(fault.error(), Some(&too_much(9)), "{fault:?}");
    assert_eq!(fault.code(), Code::ResourceExhausted);
    assert_eq!(fault.to_string(), "RESOURCE_EXHAUSTED: too much");
    assert!(!fault.is_retryable());
}

pub(crate) async fn a_declared_error_arrives_as_itself_on_each_kind(transport: Transport) {
    let cell = Cell::start(transport).await;
    let answer = cell.client.risk(count("fine", 3)).await.unwrap();
    assert_eq!(answer.view().number(), 3);
    assert_too_much(&cell.client.risk(count("payload", 9)).await.unwrap_err());

    let mut list = cell.client.risk_list(count("payload", 9)).await.unwrap();
    assert!(list.next().await.unwrap().is_some());
    assert_too_much(&list.next().await.unwrap_err());
    assert!(list.next().await.unwrap().is_none(), "an error ends it");

    let upload = cell.client.risk_collect().await.unwrap();
    upload.send(&count("payload", 2)).await.unwrap();
    upload.send(&count("payload", 9)).await.unwrap();
    assert_too_much(&upload.finish().await.unwrap_err());

    let (out, mut replies) = cell.client.risk_chat().await.unwrap();
    out.send(&count("fine", 1)).await.unwrap();
    assert!(replies.next().await.unwrap().is_some());
    out.send(&count("long", 3)).await.unwrap();
    let pair = Pair {
        left: 3,
        right: "long".into(),
    };
    let fault = replies.next().await.unwrap_err();
    assert_eq!(fault.error(), Some(&Refused::TooLong(pair)), "{fault:?}");
    // At the end of what the client sends.
    let (out, mut replies) = cell.client.risk_chat().await.unwrap();
    out.finish();
    let fault = replies.next().await.unwrap_err();
    assert_eq!(fault.error(), Some(&Refused::Closed), "{fault:?}");

    let words = cell.client.risk(count("words", 3)).await.unwrap_err();
    let expected = ["0", "1", "2"].map(str::to_owned).to_vec();
    assert_eq!(words.error(), Some(&ProbeError::Words(expected)));
    let none = cell.client.risk(count("words", 0)).await.unwrap_err();
    assert_eq!(none.error(), Some(&ProbeError::Words(Vec::new())));
}

pub(crate) async fn a_declared_error_without_payload_has_its_code_and_text(transport: Transport) {
    let cell = Cell::start(transport).await;
    let error = thrown(&cell, "none").await;
    assert_eq!(error, ProbeError::NotThere);
    assert_eq!(error.code(), Code::NotFound);
    assert_eq!(error.to_string(), "Nothing is there.");
    let mut list = cell.client.risk_list(ask("none")).await.unwrap();
    assert!(list.next().await.unwrap().is_some());
    let fault = list.next().await.unwrap_err();
    assert_eq!(fault.error(), Some(&ProbeError::NotThere));
}

pub(crate) async fn an_error_of_a_newer_schema_is_kept_and_thrown_on(transport: Transport) {
    let cell = Cell::start(transport).await;
    // At once, and by way of a handler that does not know it either.
    for what in ["newer", "relay newer", "relay relay newer"] {
        let ProbeError::Unknown(error) = thrown(&cell, what).await else {
            panic!("a variant of that number is not in the schema")
        };
        assert_eq!(error.code(), Code::DataLoss);
        assert_eq!(error.message(), "of a newer kind");
        assert!(error.is_retryable());
        let bytes = error.details();
        assert!(bytes.windows(NEWER.len()).any(|part| part == NEWER));
    }
    let mut list = cell.client.risk_list(ask("newer")).await.unwrap();
    assert!(list.next().await.unwrap().is_some());
    let fault = list.next().await.unwrap_err();
    assert!(matches!(fault.error(), Some(ProbeError::Unknown(_))));
    assert_eq!(fault.to_string(), "DATA_LOSS: of a newer kind");
}

pub(crate) async fn a_declared_error_passes_through_nested_calls(transport: Transport) {
    let cell = Cell::start(transport).await;
    let answer = cell.client.risk(count("relay fine", 3)).await.unwrap();
    assert_eq!(answer.view().number(), 3);
    for what in ["relay payload", "relay relay payload"] {
        assert_too_much(&cell.client.risk(count(what, 9)).await.unwrap_err());
        let mut list = cell.client.risk_list(count(what, 9)).await.unwrap();
        assert!(list.next().await.unwrap().is_some());
        assert_too_much(&list.next().await.unwrap_err());
    }
    let plain = cell.client.risk(ask("relay plain")).await.unwrap_err();
    assert_eq!(plain.to_string(), "NOT_FOUND: nothing of that name");
}

pub(crate) async fn a_retryable_error_says_so(transport: Transport) {
    let cell = Cell::start(transport).await;
    let fault = cell.client.risk(ask("busy")).await.unwrap_err();
    assert_eq!(fault.error(), Some(&ProbeError::Busy));
    assert_eq!(fault.code(), Code::Unavailable);
    assert!(fault.is_retryable());
    let mut list = cell.client.risk_list(ask("relay busy")).await.unwrap();
    assert!(list.next().await.unwrap().is_some());
    assert!(list.next().await.unwrap_err().is_retryable());
    // What nobody declared may say so as well.
    let fault = cell.client.risk(ask("broken")).await.unwrap_err();
    assert!(fault.is_retryable() && fault.error().is_none());
    assert!(!thrown(&cell, "none").await.is_retryable());
}

pub(crate) async fn the_details_decide_and_not_the_code(transport: Transport) {
    let cell = Cell::start(transport).await;
    let error = thrown(&cell, "elsewhere").await;
    assert_eq!(error, ProbeError::NotThere);
    assert_eq!(error.code(), Code::NotFound, "as this schema declares it");
}

pub(crate) async fn a_status_without_the_error_is_a_status(transport: Transport) {
    let cell = Cell::start(transport).await;
    for (what, code) in [("plain", Code::NotFound), ("broken", Code::Aborted)] {
        let fault = cell.client.risk(ask(what)).await.unwrap_err();
        let Fault::Status(status) = fault else {
            panic!("{fault:?}")
        };
        assert_eq!(status.code, code);
        assert_eq!(status.details.is_empty(), what == "plain");
    }
}

pub(crate) async fn details_pass_up_to_the_limit_and_what_is_larger_is_told(transport: Transport) {
    let cell = Cell::start(transport).await;
    // What is in the details beside the bytes.
    let bulk = |bytes| count("bulk", u32::try_from(bytes).unwrap());
    let fault = cell.client.risk(bulk(1_000)).await.unwrap_err();
    assert_eq!(fault.error(), Some(&ProbeError::Bulk(vec![7; 1_000])));
    let around = fault.into_status().details.len() - 1_000;
    let most = STATUS_DETAILS_SENT_BYTES - around;

    let fault = cell.client.risk(bulk(most)).await.unwrap_err();
    assert_eq!(fault.error(), Some(&ProbeError::Bulk(vec![7; most])));
    for bytes in [most + 1, 1 << 20] {
        let fault = cell.client.risk(bulk(bytes)).await.unwrap_err();
        let mut list = cell.client.risk_list(bulk(bytes)).await.unwrap();
        assert!(list.next().await.unwrap().is_some());
        for fault in [fault, list.next().await.unwrap_err()] {
            let Fault::Status(status) = fault else {
                panic!("{fault:?}")
            };
            assert_eq!(status.code, Code::Aborted);
            assert!(status.message.starts_with("bulk (details of "), "{status}");
            assert!(status.message.ends_with("left out, 6144 allowed)"));
        }
    }
    cell.client.ping(Empty).await.unwrap();
}

pub(crate) async fn an_error_that_breaks_a_condition_is_told(transport: Transport) {
    let cell = Cell::start(transport).await;
    let fault = cell.client.risk(count("code", 4)).await.unwrap_err();
    assert_eq!(fault.error(), Some(&ProbeError::Code(4)));
    let fault = cell.client.risk(ask("code")).await.unwrap_err();
    assert!(fault.error().is_none());
    assert_eq!(fault.code(), Code::Internal);
    let text = fault.to_string();
    assert!(
        text.contains("ProbeError cannot be sent: code: 0"),
        "{text}"
    );
}
