//! Declared errors into statuses and back, without a transport; and statuses that others write.

use proptest::prelude::*;
use prost::Message as _;
use stillwire::codec::Encoded;
use stillwire::rpc::{Throws, retry_delay};
use stillwire::{Code, Fault, Status};
use stillwire_tests::test::probe::v1::{Excess, ProbeError};
use stillwire_tests::test::shared::v1::Pair;

fn error() -> impl Strategy<Value = ProbeError> {
    let pair = (any::<u32>(), ".{0,8}").prop_map(|(left, right)| Pair { left, right });
    let excess = (any::<u32>(), any::<u32>(), proptest::option::of(pair));
    prop_oneof![
        Just(ProbeError::NotThere),
        Just(ProbeError::Busy),
        excess.prop_map(|(asked, allowed, pair)| ProbeError::TooMuch(Excess {
            asked,
            allowed,
            pair
        })),
        prop::collection::vec(".{0,8}", 0..4).prop_map(ProbeError::Words),
        prop::collection::vec(any::<u8>(), 0..300).prop_map(ProbeError::Bulk),
        (1..=u8::MAX).prop_map(ProbeError::Code),
    ]
}

/// `google.rpc.Status`, as anybody else has it.
#[derive(Clone, PartialEq, prost::Message)]
struct RpcStatus {
    #[prost(int32, tag = "1")]
    code: i32,
    #[prost(string, tag = "2")]
    message: String,
    #[prost(message, repeated, tag = "3")]
    details: Vec<prost_types::Any>,
}

proptest! {
    #[test]
    fn an_error_returns_from_its_status(error in error()) {
        let status = error.to_status();
        prop_assert_eq!(status.code, error.code());
        prop_assert_eq!(&status.message, &error.to_string());
        prop_assert_eq!(retry_delay(&status).is_some(), error.is_retryable());
        prop_assert_eq!(ProbeError::from_status(&status), Some(error));
    }

    #[test]
    fn prost_reads_what_we_write_and_we_what_prost_writes(error in error()) {
        let status = error.to_status();
        let read = RpcStatus::decode(&status.details[..]).unwrap();
        prop_assert_eq!(read.code, i32::from(status.code.number()));
        prop_assert_eq!(&read.message, &status.message);
        prop_assert_eq!(&read.encode_to_vec()[..], &status.details[..]);
        // In another order, and under another host, it is the same error.
        let mut other = read;
        other.details.reverse();
        for any in &mut other.details {
            any.type_url = any.type_url.replace("type.googleapis.com", "types.example/v1");
        }
        let other = Status::unknown("").with_details(other.encode_to_vec());
        prop_assert_eq!(ProbeError::from_status(&other), Some(error));
    }

    #[test]
    fn no_details_make_a_client_panic(details in prop::collection::vec(any::<u8>(), 0..200), error in error(), at in any::<prop::sample::Index>(), bit in 0u8..8) {
        _ = ProbeError::from_status(&Status::unknown("").with_details(details));
        let mut turned = error.to_status().details.to_vec();
        let at = at.index(turned.len());
        turned[at] ^= 1u8 << bit;
        _ = ProbeError::from_status(&Status::unknown("").with_details(turned));
    }
}

#[test]
fn what_a_handler_returns_becomes_its_fault() {
    fn handler(fine: bool) -> Result<(), Fault<ProbeError>> {
        let helper = || -> Result<(), ProbeError> { Err(ProbeError::Busy) };
        if fine {
            return Ok(());
        }
        Ok(helper()?)
    }
    fn relay() -> Result<(), Fault> {
        Ok(handler(false).map_err(Status::from)?)
    }
    assert!(handler(true).is_ok());
    let fault = handler(false).unwrap_err();
    assert_eq!(fault.error(), Some(&ProbeError::Busy));
    assert_eq!(relay().unwrap_err().code(), Code::Unavailable);
}

#[test]
fn a_carrier_is_the_message_of_the_emitted_proto() {
    // Field 2, TooMuch: asked 300, allowed 4.
    let status = ProbeError::TooMuch(Excess {
        asked: 300,
        allowed: 4,
        pair: None,
    })
    .to_status();
    let read = RpcStatus::decode(&status.details[..]).unwrap();
    assert_eq!(read.details[0].value, b"\x12\x05\x08\xac\x02\x10\x04");
    let excess = Encoded::<Excess>::from_protobuf(
        &read.details[0].value[2..],
        &stillwire::codec::Limits::default(),
    );
    assert_eq!(excess.unwrap().view().asked(), 300);
}
