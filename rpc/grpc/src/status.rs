//! Statuses as trailers, and back; and the statuses that HTTP's own failures stand for.
//!
//! `grpc-message` is percent-encoded, any UTF-8. `grpc-status-details-bin` is base64. What a peer wrote wrongly there never
//! hides the code: the text is read as far as it goes, and broken details are dropped.

use crate::headers::{self, BASE64};
use crate::limits::{STATUS_DETAILS_BYTES, STATUS_TEXT_BYTES};
use base64::Engine;
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use std::error::Error;
use stillwire_rpc::{Code, Status};

const STATUS: HeaderName = HeaderName::from_static("grpc-status");
const MESSAGE: HeaderName = HeaderName::from_static("grpc-message");
const DETAILS: HeaderName = HeaderName::from_static("grpc-status-details-bin");

/// A status as trailers, its metadata among them.
pub(crate) fn write(status: &Status, trailers: &mut HeaderMap) {
    headers::write(&status.metadata, trailers);
    trailers.insert(STATUS, HeaderValue::from(u16::from(status.code.number())));
    if !status.message.is_empty() {
        let text = percent_encode(cut(&status.message, STATUS_TEXT_BYTES));
        if let Ok(value) = HeaderValue::from_maybe_shared(Bytes::from(text)) {
            trailers.insert(MESSAGE, value);
        }
    }
    if !status.details.is_empty() && status.details.len() <= STATUS_DETAILS_BYTES {
        let details = Bytes::from(BASE64.encode(&status.details[..]));
        if let Ok(value) = HeaderValue::from_maybe_shared(details) {
            trailers.insert(DETAILS, value);
        }
    }
}

/// The status in trailers, or in the headers of an answer that has nothing else; `None` where there is none.
pub(crate) fn read(trailers: &HeaderMap) -> Option<Status> {
    let number = trailers
        .get(STATUS)?
        .to_str()
        .ok()
        .and_then(|text| text.parse().ok());
    let code = number.map_or(Code::Unknown, Code::from_number);
    let text = trailers
        .get(MESSAGE)
        .map(|value| percent_decode(value.as_bytes()))
        .unwrap_or_default();
    let details = trailers
        .get(DETAILS)
        .and_then(|value| BASE64.decode(value.as_bytes()).ok());
    let mut own = trailers.clone();
    own.remove(DETAILS);
    let metadata = headers::read_answer(&own);
    Some(
        Status::new(code, text)
            .with_details(details.unwrap_or_default())
            .with_metadata(metadata),
    )
}

/// What an HTTP status stands for where no gRPC status came with it (gRPC's `http-grpc-status-mapping`).
pub(crate) fn of_http(status: StatusCode) -> Status {
    let code = match status {
        StatusCode::BAD_REQUEST => Code::Internal,
        StatusCode::UNAUTHORIZED => Code::Unauthenticated,
        StatusCode::FORBIDDEN => Code::PermissionDenied,
        StatusCode::NOT_FOUND => Code::Unimplemented,
        StatusCode::TOO_MANY_REQUESTS
        | StatusCode::BAD_GATEWAY
        | StatusCode::SERVICE_UNAVAILABLE
        | StatusCode::GATEWAY_TIMEOUT => Code::Unavailable,
        _ => Code::Unknown,
    };
    Status::new(
        code,
        format!("the server answered with HTTP status {status} and no gRPC status"),
    )
}

/// What a failure of hyper stands for (gRPC's `PROTOCOL-HTTP2`, "Errors").
pub(crate) fn of_hyper(error: &hyper::Error) -> Status {
    let cause = sources(error).find_map(|e| e.downcast_ref::<h2::Error>());
    let code = match cause.and_then(h2::Error::reason) {
        // The server leaves in peace, and this call came too late for it.
        Some(h2::Reason::NO_ERROR) if cause.is_some_and(h2::Error::is_go_away) => Code::Unavailable,
        Some(h2::Reason::REFUSED_STREAM) => Code::Unavailable,
        Some(h2::Reason::CANCEL) => Code::Cancelled,
        Some(h2::Reason::ENHANCE_YOUR_CALM) => Code::ResourceExhausted,
        Some(h2::Reason::INADEQUATE_SECURITY) => Code::PermissionDenied,
        Some(_) => Code::Internal,
        None => Code::Unavailable,
    };
    let text = sources(error)
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(": ");
    Status::new(code, text)
}

fn sources<'a>(
    error: &'a (dyn Error + 'static),
) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    std::iter::successors(Some(error), |error: &&'a (dyn Error + 'static)| {
        (*error).source()
    })
}

/// `text` up to `most` bytes, cut between characters.
fn cut(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len()))
        .rev()
        .find(|at| text.is_char_boundary(*at));
    &text[..end.unwrap_or_default()]
}

fn percent_encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'%' | 0..0x20 | 0x7f.. => out.push_str(&format!("%{byte:02X}")),
            byte => out.push(char::from(byte)),
        }
    }
    out
}

fn percent_decode(bytes: &[u8]) -> String {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((&byte, after)) = rest.split_first() {
        let hex = after
            .get(..2)
            .filter(|_| byte == b'%')
            .and_then(|hex| std::str::from_utf8(hex).ok());
        let decoded = hex.filter(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()));
        match decoded.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                rest = &after[2..];
            }
            None => {
                out.push(byte);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_status_returns_from_trailers(number in 0u32..17, text in ".{0,60}", details in prop::collection::vec(any::<u8>(), 0..60)) {
            let status = Status::new(Code::from_number(number), text).with_details(details);
            let mut trailers = HeaderMap::new();
            write(&status, &mut trailers);
            prop_assert_eq!(read(&trailers).unwrap(), status);
        }

        #[test]
        fn no_trailer_makes_it_panic(status in "[ -~]{0,8}", text in "[ -~]{0,20}", details in "[ -~]{0,20}") {
            let mut trailers = HeaderMap::new();
            trailers.insert(STATUS, HeaderValue::from_str(&status).unwrap());
            trailers.insert(MESSAGE, HeaderValue::from_str(&text).unwrap());
            trailers.insert(DETAILS, HeaderValue::from_str(&details).unwrap());
            prop_assert!(read(&trailers).is_some());
        }
    }

    #[test]
    fn broken_percents_are_read_as_they_stand() {
        assert_eq!(percent_decode(b"100%"), "100%");
        assert_eq!(percent_decode(b"%zz%4"), "%zz%4");
        assert_eq!(percent_decode(b"%+1"), "%+1");
        assert_eq!(percent_decode(b"caf%C3%A9 %E2%82"), "café \u{fffd}");
    }

    #[test]
    fn a_long_text_is_cut_between_characters() {
        let status = Status::internal("é".repeat(STATUS_TEXT_BYTES));
        let mut trailers = HeaderMap::new();
        write(&status, &mut trailers);
        let back = read(&trailers).unwrap().message;
        assert_eq!(back.len(), STATUS_TEXT_BYTES);
        assert!(back.chars().all(|c| c == 'é'));
    }
}
