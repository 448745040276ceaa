//! What a peer may send, as any bytes, and what this crate's readers make of it. No part of the interface: the fuzz target `grpc`
//! runs this, and so does a test with each of its seeds.

use crate::compression::Compression;
use crate::frame::{Deframer, Framing};
use crate::limits::{STATUS_DETAILS_BYTES, STATUS_TEXT_BYTES};
use crate::web::WebCall;
use crate::{headers, source, status, timeout};
use bytes::{Bytes, BytesMut};
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderName, HeaderValue, Request};
use stillwire_rpc::{Code, Status};

/// Bytes that a message may have here.
const MOST: usize = 1 << 16;

/// The first byte picks a reader, which gets the rest.
///
/// # Panics
/// Where what a reader makes of it breaks what it claims.
pub fn grpc(data: &[u8]) {
    let Some((which, data)) = data.split_first() else {
        return;
    };
    match which % 7 {
        0 => frames(data),
        1 => timeouts(data),
        2 => metadata(&lines(data)),
        3 => statuses(&lines(data)),
        4 => text(data),
        5 => compressed(data),
        _ => content_types(data),
    }
}

/// Messages are the same, however their bytes are cut, and none is longer than it may be.
fn frames(data: &[u8]) {
    let Some(([encoding, cut], data)) = data.split_first_chunk() else {
        return;
    };
    let framing = Framing {
        most: MOST,
        compression: compression(*encoding),
    };
    let read = |chunk: usize| {
        let mut deframer = Deframer::new(framing);
        let mut messages = Vec::new();
        for chunk in data.chunks(chunk.max(1)) {
            deframer.push(Bytes::copy_from_slice(chunk));
            loop {
                match deframer.next() {
                    Ok(Some(message)) => messages.push(message),
                    Ok(None) => break,
                    Err(error) => return (messages, Err(error)),
                }
            }
        }
        let end = deframer.finish();
        (messages, end)
    };
    let whole = read(data.len());
    assert!(whole.0.iter().all(|message| message.len() <= MOST));
    assert_eq!(whole, read(usize::from(*cut) + 1), "by pieces");
}

fn compression(which: u8) -> Option<Compression> {
    match which % 3 {
        0 => None,
        1 => Some(Compression::Gzip),
        _ => Some(Compression::Zstd),
    }
}

/// What is decompressed has no more bytes than it may have.
fn compressed(data: &[u8]) {
    let Some((encoding, data)) = data.split_first() else {
        return;
    };
    if let Some(Ok(message)) = compression(*encoding).map(|by| by.decompress(data, MOST)) {
        assert!(message.len() <= MOST);
    }
}

/// A timeout that is written again is no shorter.
fn timeouts(data: &[u8]) {
    if let Ok(left) = timeout::parse(data) {
        let back = timeout::parse(timeout::write(left).as_bytes());
        assert!(back.is_ok_and(|back| back >= left), "{left:?}");
    }
}

/// Lines of a name, a colon and a value as headers. What HTTP/2 would not let through is no header.
fn lines(data: &[u8]) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for line in data.split(|byte| *byte == b'\n') {
        let colon = line.iter().position(|byte| *byte == b':');
        let Some((name, value)) = colon.and_then(|at| line.split_at_checked(at)) else {
            continue;
        };
        let name = HeaderName::from_bytes(name);
        let value = HeaderValue::from_bytes(value.get(1..).unwrap_or_default());
        if let (Ok(name), Ok(value)) = (name, value) {
            headers.append(name, value);
        }
    }
    headers
}

/// Metadata that was read is written as headers that are read as the same. Of an answer all that is sound is read.
fn metadata(given: &HeaderMap) {
    let answer = headers::read_answer(given);
    let Ok(read) = headers::read(given) else {
        return;
    };
    assert_eq!(answer, read, "nothing was wrong with it");
    let mut written = HeaderMap::new();
    headers::write(&read, &mut written);
    let back = headers::read(&written);
    assert_eq!(back.map(|back| back.len()), Ok(read.len()));
}

/// A status that was read is written as trailers that are read as the same, as far as it is not longer than it may be.
fn statuses(given: &HeaderMap) {
    let Some(read) = status::read(given) else {
        return;
    };
    if read.message.len() > STATUS_TEXT_BYTES || read.details.len() > STATUS_DETAILS_BYTES {
        return;
    }
    let mut written = HeaderMap::new();
    status::write(&read, &mut written);
    let back = status::read(&written);
    let parts = |status: &Status| (status.code, status.message.clone(), status.details.clone());
    assert_eq!(back.as_ref().map(parts), Some(parts(&read)));
}

/// Base64 is the same bytes, however it is cut.
fn text(data: &[u8]) {
    let Some((cut, data)) = data.split_first() else {
        return;
    };
    let read = |chunk: usize| -> Option<(Vec<u8>, usize)> {
        let (mut rest, mut out) = (BytesMut::new(), Vec::new());
        for chunk in data.chunks(chunk.max(1)) {
            out.extend(source::decode(&mut rest, chunk).ok()?);
        }
        Some((out, rest.len()))
    };
    assert_eq!(read(data.len()), read(usize::from(*cut) + 1));
}

/// A call by gRPC-Web stands for a call by gRPC.
fn content_types(data: &[u8]) {
    let Ok(value) = HeaderValue::from_bytes(data) else {
        return;
    };
    let form = headers::form_of(Some(&value));
    let refused = form.and_then(Result::err).map(|status| status.code);
    assert!(refused.is_none_or(|code| code == Code::Unimplemented));
    let request = Request::post("/p.S/M").header(CONTENT_TYPE, value);
    if let Ok(request) = request.body(()) {
        let mut parts = request.into_parts().0;
        if WebCall::of(&mut parts).is_some() {
            assert!(headers::form_of(parts.headers.get(CONTENT_TYPE)).is_some());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn every_seed_holds() {
        let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/seeds/grpc");
        let mut count = 0;
        for seed in std::fs::read_dir(seeds).unwrap() {
            grpc(&std::fs::read(seed.unwrap().path()).unwrap());
            count += 1;
        }
        assert!(count >= 7, "a seed for each reader");
    }
}
