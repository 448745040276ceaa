//! How the riskier methods fail.

use super::Stage;
use prost::Message as _;
use stillwire::{Fault, Status};
use stillwire_tests::test::probe::v1::{Answer, Ask, Excess, ProbeError};
use stillwire_tests::test::shared::v1::{Pair, Refused};

/// `google.rpc.Status`, as anybody else has it.
#[derive(Clone, PartialEq, prost::Message)]
pub(crate) struct RpcStatus {
    #[prost(int32, tag = "1")]
    pub(crate) code: i32,
    #[prost(string, tag = "2")]
    pub(crate) message: String,
    #[prost(message, repeated, tag = "3")]
    pub(crate) details: Vec<prost_types::Any>,
}

/// The protobuf form of a `ProbeError` in a variant that is not in the schema: number 99, with a text.
pub(crate) const NEWER: &[u8] = b"\x9a\x06\x05newer";

/// The error of the handlers that are asked for a payload.
pub(crate) fn too_much(asked: u32) -> ProbeError {
    let pair = Pair {
        left: 1,
        right: "one".into(),
    };
    ProbeError::TooMuch(Excess {
        asked,
        allowed: 4,
        pair: Some(pair),
    })
}

/// A status whose details hold `error`, the protobuf form of a `ProbeError`, as servers of any make send it.
pub(crate) fn carrying(status: Status, error: &[u8]) -> Status {
    let any = |name: &str, value: &[u8]| prost_types::Any {
        type_url: format!("type.googleapis.com/{name}"),
        value: value.to_vec(),
    };
    let details = RpcStatus {
        code: i32::from(status.code.number()),
        message: status.message.clone(),
        details: vec![
            any("google.rpc.ErrorInfo", b"\x0a\x03why"),
            any("test.probe.v1.ProbeError", error),
            any("google.rpc.RetryInfo", b""),
        ],
    };
    status.with_details(details.encode_to_vec())
}

/// What is asked of an order, if that is not too much.
fn within(count: u32) -> Result<u64, ProbeError> {
    if count > 4 {
        return Err(too_much(count));
    }
    Ok(count.into())
}

impl Stage {
    pub(super) async fn risk(&self, ask: &Ask) -> Result<Answer, Fault<ProbeError>> {
        match ask.what.as_str() {
            "none" => return Err(ProbeError::NotThere.into()),
            "busy" => Err(ProbeError::Busy)?,
            "words" => {
                let words = (0..ask.count).map(|n| n.to_string()).collect();
                return Err(ProbeError::Words(words).into());
            }
            "bulk" => {
                let bytes = vec![7; usize::try_from(ask.count).unwrap()];
                return Err(ProbeError::Bulk(bytes).into());
            }
            "code" => {
                let code = u8::try_from(ask.count).unwrap();
                return Err(ProbeError::Code(code).into());
            }
            "newer" => return Err(carrying(Status::data_loss("of a newer kind"), NEWER).into()),
            "elsewhere" => return Err(carrying(Status::unknown("moved"), b"\x0a\x00").into()),
            "broken" => return Err(carrying(Status::aborted("broken"), b"\x12\x05").into()),
            "plain" => return Err(Status::not_found("nothing of that name").into()),
            other => {
                if let Some(what) = other.strip_prefix("relay ") {
                    let next = self.next.get().expect("somebody to relay to");
                    let on = Ask {
                        what: what.into(),
                        ..ask.clone()
                    };
                    return Ok(next.risk(&on).await?.to_message());
                }
            }
        }
        let number = within(ask.count)?;
        Ok(Answer {
            number,
            ..Answer::default()
        })
    }
}

pub(super) fn answer(ask: &Ask) -> Result<Answer, Refused> {
    if ask.what == "long" {
        return Err(Refused::TooLong(Pair {
            left: ask.count,
            right: ask.what.clone(),
        }));
    }
    Ok(Answer::default())
}
