//! The details of a status: a `google.rpc.Status` in protobuf form, which every gRPC client can read.
//!
//! ```text
//! message Status    { int32 code = 1; string message = 2; repeated Any details = 3; }
//! message Any       { string type_url = 1; bytes value = 2; }
//! message RetryInfo { Duration retry_delay = 1; }
//! message Duration  { int64 seconds = 1; int32 nanos = 2; }
//! ```
//!
//! Peers write these bytes. What is broken in them ends the reading there, and hides neither code nor text of the status.

use crate::limits::STATUS_DETAILS_SENT_BYTES;
use crate::protobuf::{Fields, Value};
use bytes::Bytes;
use std::time::Duration;
use stillwire_rpc_core::{Code, Details, Status};

/// What names of types follow in an `Any`.
const PREFIX: &str = "type.googleapis.com/";
/// Says that a call may be tried again.
const RETRY_INFO: &str = "google.rpc.RetryInfo";
/// Bytes of a text that a note is put behind, note included: what gRPC's transports send of a text.
const NOTED_TEXT_BYTES: usize = 2 * 1024;

/// The details that carry `value`, a message of type `name`, and say whether the call may be tried again.
pub(crate) fn write(code: Code, text: &str, name: &str, value: &[u8], retryable: bool) -> Bytes {
    let mut out = Vec::with_capacity(text.len() + name.len() + value.len() + 96);
    out.push(1 << 3);
    out.push(code.number());
    if !text.is_empty() {
        put(&mut out, 2, text.as_bytes());
    }
    put(&mut out, 3, &any(name, value));
    if retryable {
        put(&mut out, 3, &any(RETRY_INFO, &[]));
    }
    out.into()
}

fn any(name: &str, value: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(PREFIX.len() + name.len() + value.len() + 16);
    put(&mut out, 1, [PREFIX, name].concat().as_bytes());
    if !value.is_empty() {
        put(&mut out, 2, value);
    }
    out
}

/// A field of bytes; `number` is below 16.
fn put(out: &mut Vec<u8>, number: u8, bytes: &[u8]) {
    out.push(number << 3 | 2);
    let mut len = bytes.len();
    while len >= 0x80 {
        out.push(len.to_le_bytes()[0] | 0x80);
        len >>= 7;
    }
    out.push(len.to_le_bytes()[0]);
    out.extend_from_slice(bytes);
}

/// The first message of type `name` among the details.
pub(crate) fn find<'a>(details: &'a [u8], name: &str) -> Option<&'a [u8]> {
    let all = Fields(details).filter_map(|field| match field {
        (3, Value::Bytes(any)) => Some(any),
        _ => None,
    });
    let value = |any| {
        let (mut url, mut value): (&[u8], &[u8]) = (&[], &[]);
        for field in Fields(any) {
            match field {
                (1, Value::Bytes(bytes)) => url = bytes,
                (2, Value::Bytes(bytes)) => value = bytes,
                _ => {}
            }
        }
        // Whatever stands before the last slash: protobuf's own rule.
        let last = url.rsplit(|b| *b == b'/').next();
        (last == Some(name.as_bytes())).then_some(value)
    };
    let mut found = all.filter_map(value);
    found.next()
}

/// How long to wait before the call is tried again; zero: not at all. `None` where `status` does not say that the call may
/// be tried again, which is `google.rpc.RetryInfo` among its details.
pub fn retry_delay(status: &Status) -> Option<Duration> {
    let info = find(&status.details, RETRY_INFO)?;
    let (mut seconds, mut nanos) = (0, 0);
    for field in Fields(info) {
        let (1, Value::Bytes(delay)) = field else {
            continue;
        };
        for part in Fields(delay) {
            match part {
                (1, Value::Number(n)) => seconds = n,
                (2, Value::Number(n)) => nanos = n,
                _ => {}
            }
        }
    }
    // A negative time is no time.
    let seconds = seconds.cast_signed().max(0).unsigned_abs();
    let nanos = u32::try_from(nanos).unwrap_or(0).min(999_999_999);
    Some(Duration::new(seconds, nanos))
}

/// The same status with details that every transport carries: what is larger is left out, and the text says so.
pub(crate) fn bound(status: &mut Status) {
    let len = status.details.len();
    if len <= STATUS_DETAILS_SENT_BYTES {
        return;
    }
    tracing::warn!(
        bytes = len,
        code = status.code.name(),
        "details of a status left out"
    );
    let note = format!("(details of {len} bytes left out, {STATUS_DETAILS_SENT_BYTES} allowed)");
    let most = NOTED_TEXT_BYTES - note.len() - 1;
    let mut end = most.min(status.message.len());
    while !status.message.is_char_boundary(end) {
        end -= 1;
    }
    status.message.truncate(end);
    if !status.message.is_empty() {
        status.message.push(' ');
    }
    status.message.push_str(&note);
    status.details = Details::NONE;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bounded(mut status: Status) -> Status {
        bound(&mut status);
        status
    }

    #[test]
    fn what_is_written_is_found_by_its_name() {
        for len in [0, 1, 127, 128, 16_384] {
            let value = vec![7; len];
            let details = write(Code::Aborted, "text", "a.v1.E", &value, true);
            assert_eq!(find(&details, "a.v1.E"), Some(&value[..]));
            assert_eq!(find(&details, "a.v1.F"), None);
            assert_eq!(find(&details, "v1.E"), None);
        }
    }

    /// The document gives the frame; its last part is the details.
    #[test]
    fn the_bytes_are_those_of_the_document() {
        let document = include_str!("../../../docs/rpc-protocol.md");
        let (_, vector) = document.split_once("```vector status-declared\n").unwrap();
        let (vector, _) = vector.split_once("```").unwrap();
        let hex = vector.lines().map(|line| line.split('#').next().unwrap());
        let bytes = hex.flat_map(str::split_whitespace);
        let bytes: Vec<u8> = bytes.map(|b| u8::from_str_radix(b, 16).unwrap()).collect();
        let error = [3 << 3 | 2, 0];
        let details = write(
            Code::Unavailable,
            "halted",
            "acme.v1.PlaceError",
            &error,
            true,
        );
        assert!(bytes.ends_with(&details));
        assert_eq!(bytes.len(), 27 + details.len());
    }

    #[test]
    fn broken_details_hold_nothing_and_never_panic() {
        let whole = write(Code::Aborted, "text", "a.v1.E", b"value", true);
        for end in 0..whole.len() {
            let found = find(&whole[..end], "a.v1.E");
            assert!(found.is_none_or(|value| value == b"value"), "{end}");
            for bit in 0..8 {
                let mut turned = whole.to_vec();
                turned[end] ^= 1 << bit;
                let status = Status::aborted("").with_details(turned);
                _ = find(&status.details, "a.v1.E");
                _ = retry_delay(&status);
            }
        }
        assert_eq!(find(&[0xff; 64], "a.v1.E"), None);
    }

    #[test]
    fn a_delay_is_read_from_retry_info() {
        let of = |info: &[u8]| {
            let details = write(Code::Unavailable, "", RETRY_INFO, info, false);
            retry_delay(&Status::unavailable("").with_details(details))
        };
        assert_eq!(of(b""), Some(Duration::ZERO));
        assert_eq!(of(b"\x0a\x02\x08\x02"), Some(Duration::from_secs(2)));
        let half = of(b"\x0a\x08\x08\x01\x10\x80\xca\xb5\xee\x01");
        assert_eq!(half, Some(Duration::from_millis(1500)));
        // -1 s.
        let negative = b"\x0a\x0b\x08\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01";
        assert_eq!(of(negative), Some(Duration::ZERO));
        assert_eq!(retry_delay(&Status::unavailable("later")), None);
        let retryable = write(Code::Unavailable, "", "a.v1.E", b"", true);
        let status = Status::unavailable("").with_details(retryable);
        assert_eq!(retry_delay(&status), Some(Duration::ZERO));
    }

    #[test]
    fn details_pass_up_to_the_limit_and_what_is_larger_is_told() {
        let of = |len| Status::aborted("text").with_details(vec![0; len]);
        let at = of(STATUS_DETAILS_SENT_BYTES);
        assert_eq!(bounded(at.clone()), at);
        let beyond = bounded(of(STATUS_DETAILS_SENT_BYTES + 1));
        assert_eq!(
            beyond.to_string(),
            "ABORTED: text (details of 6145 bytes left out, 6144 allowed)"
        );
        assert!(beyond.details.is_empty());
        let long = Status::new(Code::Aborted, "é".repeat(5_000)).with_details(vec![0; 9_000]);
        let text = bounded(long).message;
        assert!(text.ends_with("é (details of 9000 bytes left out, 6144 allowed)"));
        assert!(text.len() <= NOTED_TEXT_BYTES && text.len() > NOTED_TEXT_BYTES - 3);
    }
}
