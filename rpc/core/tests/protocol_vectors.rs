//! `docs/rpc-protocol.md` gives frames byte by byte; here they are held against the code, both ways.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use stillwire_codec::frame::FrameDecoder;
use stillwire_rpc_core::payload::{
    Cancel, Credit, ErrorCode, Goaway, Head, Message, Open, Payload, Reply, Role, Settings,
};
use stillwire_rpc_core::{CallId, Metadata, MethodId, Status};

fn metadata(entries: &[(&str, &[u8])]) -> Metadata {
    let mut metadata = Metadata::new();
    for (key, value) in entries {
        metadata.append(key, Bytes::copy_from_slice(value)).unwrap();
    }
    metadata
}

fn open() -> Open {
    Open {
        call: CallId(1),
        method: MethodId::of("demo.Echo/Say"),
        time_left: None,
        path: None,
        metadata: Metadata::new(),
        message: None,
        end: false,
    }
}

fn reply(status: Status) -> Reply {
    Reply {
        call: CallId(1),
        status,
        message: None,
        refused: false,
    }
}

/// A `google.rpc.Status` with a declared error, as protobuf writes it.
fn declared() -> Bytes {
    let any = |name: &str, value: &[u8]| {
        let url = format!("type.googleapis.com/{name}");
        let mut any = vec![0x0a, u8::try_from(url.len()).unwrap()];
        any.extend(url.as_bytes());
        any.extend(value);
        [&[0x1a, u8::try_from(any.len()).unwrap()], &any[..]].concat()
    };
    let mut details = b"\x08\x0e\x12\x06halted".to_vec();
    details.extend(any("acme.v1.PlaceError", &[0x12, 2, 0x1a, 0]));
    details.extend(any("google.rpc.RetryInfo", &[]));
    details.into()
}

/// The frames that the document's vectors stand for.
fn frames() -> Vec<(&'static str, Role, Payload)> {
    let call = CallId(1);
    let hi = Some(Bytes::from_static(b"hi"));
    let entries = metadata(&[("user", b"ann"), ("id-bin", &[0, 255])]);
    let full = Open {
        time_left: Some(Duration::from_millis(250)),
        path: Some("demo.Echo/Say".to_owned()),
        metadata: entries.clone(),
        message: hi.clone(),
        end: true,
        ..open()
    };
    let failed = Status::not_found("no such name")
        .with_details(&[8_u8, 5][..])
        .with_metadata(entries.clone());
    let message = |end| Message {
        call,
        message: Bytes::from_static(b"hi"),
        end,
    };
    vec![
        (
            "settings",
            Role::Client,
            Payload::Settings(Settings {
                call_credit_bytes: 65_536,
                ..Settings::default()
            }),
        ),
        ("open-unary", Role::Client, Payload::Open(full)),
        (
            "open-again",
            Role::Client,
            Payload::Open(Open {
                message: hi.clone(),
                end: true,
                ..open()
            }),
        ),
        ("open-stream", Role::Client, Payload::Open(open())),
        (
            "head",
            Role::Server,
            Payload::Head(Head {
                call,
                metadata: entries,
            }),
        ),
        ("message", Role::Server, Payload::Message(message(false))),
        (
            "message-last",
            Role::Client,
            Payload::Message(message(true)),
        ),
        ("end", Role::Client, Payload::End(call)),
        (
            "status-reply",
            Role::Server,
            Payload::Reply(Reply {
                message: hi,
                ..reply(Status::ok())
            }),
        ),
        (
            "status-ok",
            Role::Server,
            Payload::Reply(reply(Status::ok())),
        ),
        ("status-error", Role::Server, Payload::Reply(reply(failed))),
        (
            "status-declared",
            Role::Server,
            Payload::Reply(reply(
                Status::unavailable("halted").with_details(declared()),
            )),
        ),
        (
            "status-refused",
            Role::Server,
            Payload::Reply(Reply {
                refused: true,
                ..reply(Status::unavailable(""))
            }),
        ),
        (
            "cancel",
            Role::Client,
            Payload::Cancel(Cancel {
                call,
                deadline: false,
            }),
        ),
        (
            "cancel-deadline",
            Role::Client,
            Payload::Cancel(Cancel {
                call,
                deadline: true,
            }),
        ),
        (
            "credit",
            Role::Client,
            Payload::Credit(Credit {
                call,
                bytes: 32_768,
            }),
        ),
        ("ping", Role::Client, Payload::Ping(*b"stillwre")),
        ("pong", Role::Server, Payload::Pong(*b"stillwre")),
        (
            "goaway-drain",
            Role::Server,
            Payload::Goaway(Goaway {
                code: ErrorCode::None,
                last_call: 7,
                reason: "shutting down".to_owned(),
            }),
        ),
        (
            "goaway-error",
            Role::Server,
            Payload::Goaway(Goaway {
                code: ErrorCode::Credit,
                last_call: 7,
                reason: "no credit".to_owned(),
            }),
        ),
    ]
}

/// The document's vectors: fenced blocks that begin with `vector NAME`; `#` begins a comment.
fn vectors() -> BTreeMap<String, Vec<u8>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/rpc-protocol.md");
    let text = std::fs::read_to_string(path).unwrap();
    let blocks = text.split("```vector ").skip(1);
    blocks
        .map(|block| {
            let (name, rest) = block.split_once('\n').unwrap();
            let body = rest.split("```").next().unwrap();
            let hex: String = body
                .lines()
                .flat_map(|line| line.split('#').next())
                .collect();
            let digits: Vec<_> = hex.chars().filter(|c| !c.is_whitespace()).collect();
            let byte =
                |pair: &[char]| u8::from_str_radix(&pair.iter().collect::<String>(), 16).unwrap();
            (name.trim().to_owned(), digits.chunks(2).map(byte).collect())
        })
        .collect()
}

fn encoded(payload: Payload) -> Bytes {
    let mut bytes = BytesMut::new();
    let message = payload.encode(&mut bytes);
    bytes.extend_from_slice(&message);
    bytes.freeze()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x} ")).collect()
}

#[test]
fn every_vector_of_the_document_is_what_the_code_writes_and_reads() {
    let vectors = vectors();
    let mut wrong = String::new();
    for (name, role, payload) in frames() {
        let bytes = encoded(payload.clone());
        if vectors.get(name).map(Vec::as_slice) != Some(&bytes[..]) {
            wrong += &format!("{name}: {}\n", hex(&bytes));
        }
        let mut decoder = FrameDecoder::new(1_000);
        decoder.push(bytes);
        let frame = decoder.next_frame().unwrap().unwrap();
        assert_eq!(Payload::decode(frame, role), Ok(Some(payload)), "{name}");
    }
    assert!(wrong.is_empty(), "the document should say:\n{wrong}");
    assert_eq!(
        vectors.len(),
        frames().len(),
        "a vector that nothing checks: {:?}",
        vectors.keys()
    );
}
