use std::time::Duration;

use bytes::{Bytes, BytesMut};
use proptest::prelude::*;
use stillwire_codec::frame::FrameDecoder;

use super::*;
use crate::{Code, Metadata, MethodId, Status};

fn call() -> impl Strategy<Value = CallId> {
    (1..=u32::MAX).prop_map(CallId)
}

fn message() -> impl Strategy<Value = Bytes> {
    prop::collection::vec(any::<u8>(), 0..50).prop_map(Bytes::from)
}

fn metadata() -> impl Strategy<Value = Metadata> {
    let text = ("[a-z0-9_.]{1,9}", "([!-~]([ -~]{0,9}[!-~])?)?").prop_map(|(k, v)| (k, v.into()));
    let binary = ("[a-z]{1,9}-bin", prop::collection::vec(any::<u8>(), 0..20));
    prop::collection::vec(prop_oneof![text, binary], 0..5).prop_map(|entries| {
        let mut metadata = Metadata::new();
        for (key, value) in entries {
            let _ = metadata.append(&key, value); // reserved names may come up
        }
        metadata
    })
}

fn status() -> impl Strategy<Value = Status> {
    (
        prop::sample::select(&Code::ALL[..]),
        ".{0,20}",
        message(),
        metadata(),
    )
        .prop_map(|(code, text, details, metadata)| {
            Status::new(code, text)
                .with_details(details)
                .with_metadata(metadata)
        })
}

fn open() -> impl Strategy<Value = Open> {
    let time_left = prop::option::of((1..=u64::MAX).prop_map(Duration::from_micros));
    let path = (any::<bool>(), "[a-z.]{1,9}/[A-Z]{1,9}");
    (
        call(),
        path,
        time_left,
        metadata(),
        prop::option::of(message()),
        any::<bool>(),
    )
        .prop_map(|(call, (named, path), time_left, metadata, message, end)| {
            let method = MethodId::of(&path);
            let path = named.then_some(path);
            Open {
                call,
                method,
                time_left,
                path,
                metadata,
                message,
                end,
            }
        })
}

fn settings() -> impl Strategy<Value = Settings> {
    (any::<u32>(), 0..=0x7fff_ffff_u32, any::<u32>()).prop_map(
        |(message_bytes, call_credit_bytes, calls)| Settings {
            version: VERSION,
            message_bytes,
            call_credit_bytes,
            calls,
        },
    )
}

fn goaway() -> impl Strategy<Value = Goaway> {
    (0..=6_u32, any::<u32>(), ".{0,20}").prop_map(|(code, last_call, reason)| Goaway {
        code: ErrorCode::from_number(code),
        last_call,
        reason,
    })
}

/// Any payload, with a side that may send it.
fn payloads() -> impl Strategy<Value = (Payload, Role)> {
    let client = Just(Role::Client);
    let server = Just(Role::Server);
    let either = prop::sample::select(&[Role::Client, Role::Server][..]);
    prop_oneof![
        (open().prop_map(Payload::Open), client),
        (
            (call(), metadata()).prop_map(|(call, metadata)| Head { call, metadata }),
            server
        )
            .prop_map(|(head, role)| (Payload::Head(head), role)),
        (call(), message(), any::<bool>(), either.clone()).prop_map(
            |(call, message, end, role)| {
                let end = end && role == Role::Client;
                (Payload::Message(Message { call, message, end }), role)
            }
        ),
        (call().prop_map(Payload::End), client),
        (
            call(),
            status(),
            prop::option::of(message()),
            any::<bool>(),
            server
        )
            .prop_map(|(call, status, message, refused, role)| {
                let message = message.filter(|_| status.is_ok());
                let refused = refused && !status.is_ok();
                (
                    Payload::Reply(Reply {
                        call,
                        status,
                        message,
                        refused,
                    }),
                    role,
                )
            }),
        (call(), any::<bool>(), client)
            .prop_map(|(call, deadline, role)| (Payload::Cancel(Cancel { call, deadline }), role)),
        (call(), 1..=u32::MAX, either.clone())
            .prop_map(|(call, bytes, role)| (Payload::Credit(Credit { call, bytes }), role)),
        (any::<[u8; 8]>().prop_map(Payload::Ping), either.clone()),
        (any::<[u8; 8]>().prop_map(Payload::Pong), either.clone()),
        (settings().prop_map(Payload::Settings), either.clone()),
        (goaway().prop_map(Payload::Goaway), either),
    ]
}

fn frame_of(payload: Payload) -> Frame {
    let mut bytes = BytesMut::new();
    let message = payload.encode(&mut bytes);
    bytes.extend_from_slice(&message);
    let mut decoder = FrameDecoder::new(1 << 20);
    decoder.push(bytes.freeze());
    let frame = decoder.next_frame().unwrap().unwrap();
    decoder.finish().unwrap();
    frame
}

proptest! {
    #[test]
    fn every_payload_comes_back_from_its_bytes((payload, role) in payloads()) {
        let frame = frame_of(payload.clone());
        prop_assert_eq!(Payload::decode(frame, role), Ok(Some(payload)));
    }

    #[test]
    fn a_payload_cut_short_is_refused_or_another_payload((payload, role) in payloads(), cut: prop::sample::Index) {
        let mut frame = frame_of(payload.clone());
        if !frame.payload.is_empty() {
            frame.payload.truncate(cut.index(frame.payload.len()));
            prop_assert_ne!(Payload::decode(frame, role), Ok(Some(payload)));
        }
    }

    #[test]
    fn any_bytes_are_a_payload_or_an_error(
        kind in 0..12_u8,
        flags: u8,
        tag in prop_oneof![Just(0_u16), 0..20_u16, any::<u16>()],
        payload in prop::collection::vec(any::<u8>(), 0..60),
    ) {
        let payload_len = u32::try_from(payload.len()).unwrap();
        let header = FrameHeader { payload_len, kind, flags, tag };
        for role in [Role::Client, Role::Server] {
            let frame = Frame { header, payload: payload.clone().into(), at: 0 };
            if let Ok(Some(payload)) = Payload::decode(frame, role) {
                let again = Payload::decode(frame_of(payload.clone()), role);
                prop_assert_eq!(again, Ok(Some(payload)));
            }
        }
    }
}

fn decode(
    kind: u8,
    flags: u8,
    tag: u16,
    payload: &[u8],
    from: Role,
) -> Result<Option<Payload>, PayloadError> {
    let payload_len = u32::try_from(payload.len()).unwrap();
    let header = FrameHeader {
        payload_len,
        kind,
        flags,
        tag,
    };
    Payload::decode(
        Frame {
            header,
            payload: Bytes::copy_from_slice(payload),
            at: 0,
        },
        from,
    )
}

#[test]
fn only_kinds_for_extensions_are_skipped() {
    assert_eq!(decode(128, 0xf0, 9, b"x", Role::Client), Ok(None));
    assert_eq!(
        decode(127, 0, 0, b"", Role::Client),
        Err(PayloadError::Kind { kind: 127 })
    );
    assert_eq!(
        decode(0, 0, 0, b"", Role::Server),
        Err(PayloadError::Kind { kind: 0 })
    );
}

#[test]
fn each_side_sends_only_its_own_kinds() {
    for (kind, from) in [(3, Role::Server), (5, Role::Server), (4, Role::Client)] {
        let refused = decode(kind, 0, 0, &[1, 0, 0, 0, 0], from);
        assert!(
            matches!(refused, Err(PayloadError::Sender { .. })),
            "{kind}"
        );
    }
}

#[test]
fn a_path_that_is_not_the_methods_is_refused() {
    let mut body = vec![1, 0, 0, 0];
    body.extend(MethodId::of("a.B/C").to_bytes());
    body.extend([0; 8]);
    body.extend(b"\x05a.B/D");
    let refused = PayloadError::Field {
        field: "path",
        at: 20,
    };
    assert_eq!(decode(1, flags::MORE, 0, &body, Role::Client), Err(refused));
}

#[test]
fn settings_of_another_version_or_out_of_order_are_refused() {
    let version = PayloadError::Field {
        field: "version",
        at: 0,
    };
    assert_eq!(decode(9, 0, 0, &[2, 0], Role::Client), Err(version));
    let twice = [1, 0, 3, 0, 9, 0, 0, 0, 3, 0, 9, 0, 0, 0];
    let refused = PayloadError::Field {
        field: "setting",
        at: 8,
    };
    assert_eq!(decode(9, 0, 0, &twice, Role::Client), Err(refused));
    let unknown = [1, 0, 3, 0, 9, 0, 0, 0, 0xff, 0xff, 1, 2, 3, 4];
    let settings = Settings {
        calls: 9,
        ..Settings::default()
    };
    assert_eq!(
        decode(9, 0, 0, &unknown, Role::Client),
        Ok(Some(Payload::Settings(settings)))
    );
}

#[test]
fn forged_metadata_is_refused_with_its_place() {
    let body = [&[1, 0, 0, 0][..], b"\x01a\x01\x00b\x0bgrpc-status\x01\x000"].concat();
    let error = crate::MetadataError::ReservedKey;
    let refused = PayloadError::Metadata { at: 9, error };
    assert_eq!(decode(1, 0, 20, &body, Role::Server), Err(refused));
}

#[test]
fn long_texts_are_cut_between_characters_and_long_details_left_out() {
    let text = "é".repeat(3000);
    let status = Status::internal(text).with_details(vec![0; 8 * 1024 + 1]);
    let reply = Reply {
        call: CallId(1),
        status,
        message: None,
        refused: false,
    };
    let Ok(Some(Payload::Reply(reply))) =
        Payload::decode(frame_of(Payload::Reply(reply)), Role::Server)
    else {
        panic!("a reply stays one");
    };
    assert_eq!(reply.status.message, "é".repeat(2048));
    assert!(reply.status.details.is_empty());
}

#[test]
fn a_deadline_that_is_nearly_over_does_not_become_none() {
    let open = Open {
        call: CallId(1),
        method: MethodId::of("a.B/C"),
        time_left: Some(Duration::from_nanos(1)),
        path: None,
        metadata: Metadata::new(),
        message: None,
        end: true,
    };
    let Ok(Some(Payload::Open(open))) =
        Payload::decode(frame_of(Payload::Open(open)), Role::Client)
    else {
        panic!("an OPEN stays one");
    };
    assert_eq!(open.time_left, Some(Duration::from_micros(1)));
}
