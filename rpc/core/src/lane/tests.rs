use std::time::{Duration, Instant};

use bytes::{Bytes, BytesMut};
use stillwire_codec::Lent;

use super::*;
use crate::payload::{
    Cancel, Credit, ErrorCode, MESSAGE_OVERHEAD_BYTES, Message, Payload, Pieces, Run,
};
use crate::{Code, Metadata, Status};

const PATH: &str = "test.Echo/Call";

static HI: Bytes = Bytes::from_static(b"hi");
static X: Bytes = Bytes::from_static(b"x");
static ONE: Bytes = Bytes::from_static(b"1");
static TWELVE: Bytes = Bytes::from_static(b"12");

fn request(message: Option<&'static Bytes>, end: bool) -> Request<'static> {
    Request {
        method: MethodId::of(PATH),
        path: PATH,
        metadata: Metadata::new(),
        deadline: None,
        message,
        end,
    }
}

/// Moves what `from` has written to `to`; says how many bytes that was.
fn pass(from: &mut Lane, to: &mut Lane, now: Instant) -> usize {
    let mut chunks = Vec::new();
    let len = from.transmit(&mut chunks);
    for chunk in chunks {
        to.handle(now, Input::Bytes(chunk));
    }
    len
}

fn events(lane: &mut Lane) -> Vec<Event> {
    std::iter::from_fn(|| lane.poll()).collect()
}

/// The event of a single message.
fn came_one(call: CallId, message: Bytes) -> Event {
    let messages = Run::One(message);
    Event::Messages { call, messages }
}

/// A client and a server that know each other's settings.
fn pair(limits: Limits) -> (Lane, Lane, Instant) {
    let now = Instant::now();
    let (mut client, mut server) = (Lane::client(limits.clone()), Lane::server(limits));
    pass(&mut client, &mut server, now);
    pass(&mut server, &mut client, now);
    (client, server, now)
}

/// A server lane to which `frames` were written after good settings.
fn server_given(frames: Vec<Payload>) -> Lane {
    let now = Instant::now();
    let mut server = Lane::server(Limits::default());
    let mut bytes = BytesMut::new();
    for payload in std::iter::once(Payload::Settings(Settings::default())).chain(frames) {
        let message = payload.encode(&mut bytes);
        bytes.extend_from_slice(&message);
    }
    server.handle(now, Input::Bytes(bytes.freeze()));
    server
}

fn open_frame(call: u32, end: bool) -> Payload {
    Payload::Open(crate::payload::Open {
        call: CallId(call),
        method: MethodId::of(PATH),
        time_left: None,
        path: None,
        metadata: Metadata::new(),
        message: None,
        end,
    })
}

fn violation(mut lane: Lane) -> Violation {
    match events(&mut lane).pop() {
        Some(Event::Closed(Closure::Violation(violation))) => violation,
        other => panic!("the lane was not closed for a violation: {other:?}"),
    }
}

fn status_of(events: &[Event]) -> Option<&Status> {
    events.iter().find_map(|event| match event {
        Event::Status { status, .. } => Some(status),
        _ => None,
    })
}

#[test]
fn limits_that_leave_room_for_nothing_let_one_message_pass_at_a_time() {
    for call_credit_bytes in [0, 1, u32::MAX] {
        let (mut client, mut server, now) = pair(Limits {
            call_credit_bytes,
            lane_send_buffer_bytes: 0,
            ..Limits::default()
        });
        let call = client.open(now, request(None, false)).unwrap();
        for _ in 0..3 {
            pass(&mut client, &mut server, now);
            while client.poll().is_some() {} // it may go on
            client.send(call, Bytes::from_static(b"hi"), false).unwrap();
            assert!(!client.poll_ready(call), "there is no room for a second");
            assert!(server.wants_input());
            pass(&mut client, &mut server, now);
            let came = events(&mut server);
            let message = Bytes::from_static(b"hi");
            assert_eq!(came.last(), Some(&came_one(call, message)));
            server.consumed(call, 2 + MESSAGE_OVERHEAD_BYTES);
            pass(&mut server, &mut client, now);
        }
    }
}

#[test]
fn a_unary_call_is_one_frame_each_way() {
    let (mut client, mut server, now) = pair(Limits::default());
    let call = client.open(now, request(Some(&HI), true)).unwrap();
    assert_eq!(
        pass(&mut client, &mut server, now),
        8 + 20 + 1 + PATH.len() + 2
    );
    let opened = Event::Opened {
        call,
        method: MethodId::of(PATH),
        path: Some(PATH.into()),
        metadata: Metadata::new(),
        deadline: None,
        message: Some(Bytes::from_static(b"hi")),
        end: true,
    };
    assert_eq!(events(&mut server), [opened]);
    server.finish(call, Status::ok(), Some(Bytes::from_static(b"ho")));
    assert_eq!(pass(&mut server, &mut client, now), 8 + 5 + 2);
    let message = Some(Bytes::from_static(b"ho"));
    let ended = Event::Status {
        call,
        status: Status::ok(),
        message,
        refused: false,
    };
    assert_eq!(events(&mut client), [ended]);
    assert_eq!((client.calls(), server.calls()), (0, 0));
}

#[test]
fn a_path_travels_once_a_lane_and_is_remembered() {
    let (mut client, mut server, now) = pair(Limits::default());
    client.open(now, request(None, true)).unwrap();
    let first = pass(&mut client, &mut server, now);
    client.open(now, request(None, true)).unwrap();
    let second = pass(&mut client, &mut server, now);
    assert_eq!(first, second + 1 + PATH.len());
    for event in events(&mut server) {
        assert!(matches!(event, Event::Opened { path: Some(path), .. } if &*path == PATH));
    }
}

#[test]
fn a_deadline_ends_the_call_on_both_sides_as_itself() {
    let (mut client, mut server, now) = pair(Limits::default());
    let mut request = request(Some(&HI), true);
    request.deadline = Some(now + Duration::from_secs(1));
    let call = client.open(now, request).unwrap();
    pass(&mut client, &mut server, now);
    events(&mut server);
    let late = now + Duration::from_secs(1);
    assert_eq!(client.poll_timeout(), Some(late));
    assert_eq!(server.poll_timeout(), Some(late));
    client.handle_timeout(late);
    server.handle_timeout(late);
    assert_eq!(
        status_of(&events(&mut client)).unwrap().code,
        Code::DeadlineExceeded
    );
    let cancelled = Event::Cancelled {
        call,
        reason: CancelReason::Deadline,
    };
    assert_eq!(events(&mut server), [cancelled]);
    server.finish(call, Status::ok(), None); // a straggler changes nothing
    pass(&mut client, &mut server, late);
    pass(&mut server, &mut client, late);
    assert_eq!((events(&mut client), events(&mut server)), (vec![], vec![]));
    assert_eq!((client.poll_timeout(), server.poll_timeout()), (None, None));
}

#[test]
fn a_servers_clock_that_lags_still_hears_of_the_deadline() {
    let (mut client, mut server, now) = pair(Limits::default());
    let mut request = request(None, true);
    request.deadline = Some(now + Duration::from_secs(1));
    let call = client.open(now, request).unwrap();
    pass(&mut client, &mut server, now);
    events(&mut server);
    client.handle_timeout(now + Duration::from_secs(1));
    pass(&mut client, &mut server, now);
    let cancelled = Event::Cancelled {
        call,
        reason: CancelReason::Deadline,
    };
    assert_eq!(events(&mut server), [cancelled]);
}

#[test]
fn a_deadline_is_cut_to_what_the_server_grants() {
    let (mut client, mut server, now) = pair(Limits::default());
    let mut request = request(None, true);
    request.deadline = Some(now + Duration::from_secs(100_000));
    client.open(now, request).unwrap();
    pass(&mut client, &mut server, now);
    assert_eq!(
        server.poll_timeout(),
        Some(now + Limits::default().deadline_max)
    );
}

#[test]
fn a_cancelled_call_stops_the_handler_and_never_looks_complete() {
    let (mut client, mut server, now) = pair(Limits::default());
    let call = client.open(now, request(Some(&ONE), false)).unwrap();
    client.send(call, Bytes::from_static(b"2"), false).unwrap();
    client.cancel(call);
    pass(&mut client, &mut server, now);
    let events = events(&mut server);
    assert!(!events.contains(&Event::End { call }));
    let cancelled = Event::Cancelled {
        call,
        reason: CancelReason::Caller,
    };
    assert_eq!(events.last(), Some(&cancelled));
    assert_eq!(client.send(call, Bytes::new(), true), Err(SendError::Ended));
}

#[test]
fn a_stream_waits_for_its_reader_and_goes_on() {
    let (mut client, mut server, now) = pair(Limits {
        call_credit_bytes: 100,
        ..Limits::default()
    });
    let call = client.open(now, request(None, true)).unwrap();
    pass(&mut client, &mut server, now);
    let message = Bytes::from_static(&[7; 38]);
    server.send(call, message.clone(), false).unwrap();
    server.send(call, message.clone(), false).unwrap();
    assert_eq!(
        server.send(call, message.clone(), false),
        Err(SendError::Blocked)
    );
    pass(&mut server, &mut client, now);
    client.consumed(call, 38 + MESSAGE_OVERHEAD_BYTES);
    pass(&mut client, &mut server, now);
    assert!(events(&mut server).contains(&Event::Writable { call }));
    server.send(call, message, false).unwrap();
}

#[test]
fn a_message_larger_than_the_window_passes_when_there_is_any_credit() {
    let (mut client, mut server, now) = pair(Limits {
        call_credit_bytes: 1,
        ..Limits::default()
    });
    let call = client.open(now, request(None, false)).unwrap();
    client
        .send(call, Bytes::from(vec![1; 100_000]), false)
        .unwrap();
    assert!(!client.poll_ready(call));
    pass(&mut client, &mut server, now);
    assert_eq!(events(&mut server).len(), 2);
    server.consumed(call, 100_000 + MESSAGE_OVERHEAD_BYTES);
    pass(&mut server, &mut client, now);
    assert_eq!(events(&mut client), [Event::Writable { call }]);
    assert!(client.poll_ready(call));
}

#[test]
fn streams_wait_for_settings_unless_they_are_known() {
    let now = Instant::now();
    let mut fresh = Lane::client(Limits::default());
    let call = fresh.open(now, request(None, false)).unwrap();
    assert_eq!(
        fresh.send(call, Bytes::new(), false),
        Err(SendError::Blocked)
    );
    let mut server = Lane::server(Limits::default());
    pass(&mut server, &mut fresh, now);
    assert_eq!(events(&mut fresh), [Event::Writable { call }]);
    let mut knowing = Lane::client_knowing(Limits::default(), fresh.peer_settings().unwrap());
    let call = knowing.open(now, request(None, false)).unwrap();
    knowing.send(call, Bytes::new(), true).unwrap();
}

#[test]
fn a_full_outbox_stops_streams_until_it_is_written() {
    let limits = Limits {
        lane_send_buffer_bytes: 50,
        ..Limits::default()
    };
    let (mut client, _, now) = pair(limits);
    let call = client.open(now, request(None, false)).unwrap();
    client
        .send(call, Bytes::from_static(&[0; 100]), false)
        .unwrap();
    // Were a client to wait as well, both sides could wait for the other one to read.
    assert!(client.wants_input() && !client.is_congested());
    assert_eq!(
        client.send(call, Bytes::new(), false),
        Err(SendError::Blocked)
    );
    client.transmit(&mut Vec::new());
    assert_eq!(client.poll(), Some(Event::Writable { call }));
    client.send(call, Bytes::new(), false).unwrap();
}

#[test]
fn a_server_whose_answers_are_not_read_reads_nothing_and_begins_nothing() {
    let limits = Limits {
        lane_send_buffer_bytes: 50,
        ..Limits::default()
    };
    let (mut client, mut server, now) = pair(limits);
    let first = client.open(now, request(Some(&X), true)).unwrap();
    pass(&mut client, &mut server, now);
    assert!(matches!(server.poll(), Some(Event::Opened { .. })));
    server.finish(first, Status::ok(), Some(Bytes::from_static(&[0; 100])));
    assert!(server.is_congested() && !server.wants_input());
    server.transmit(&mut Vec::new());
    assert!(!server.is_congested() && server.wants_input());
}

#[test]
fn pings_whose_answers_are_not_read_stop_the_reading() {
    let limits = Limits {
        lane_send_buffer_bytes: 160,
        ..Limits::default()
    };
    for is_server in [false, true] {
        let (client, server, now) = pair(limits.clone());
        let (mut flooded, mut peer) = if is_server {
            (server, client)
        } else {
            (client, server)
        };
        for _ in 0..9 {
            peer.ping([7; 8]);
        }
        pass(&mut peer, &mut flooded, now);
        assert!(flooded.wants_input());
        peer.ping([7; 8]);
        pass(&mut peer, &mut flooded, now);
        assert!(!flooded.wants_input());
        flooded.transmit(&mut Vec::new());
        assert!(flooded.wants_input());
    }
}

#[test]
fn the_end_may_come_with_the_last_message() {
    let (mut client, mut server, now) = pair(Limits::default());
    let call = client.open(now, request(None, false)).unwrap();
    client.send(call, Bytes::from_static(b"a"), false).unwrap();
    client.send(call, Bytes::from_static(b"b"), true).unwrap();
    assert_eq!(
        client.send(call, Bytes::new(), false),
        Err(SendError::Ended)
    );
    assert_eq!(client.end(call), Err(SendError::Ended));
    pass(&mut client, &mut server, now);
    let seen = events(&mut server);
    let [a, b] = ["a", "b"].map(|message| came_one(call, message.into()));
    assert_eq!(seen[1..], [a, b, Event::End { call }]);
    // The half is closed for good: whatever follows breaks a rule, and the end of the stream breaks nothing off.
    server.handle(now, Input::Eof);
    assert_eq!(server.calls(), 1);
    server.finish(call, Status::ok(), Some(Bytes::from_static(b"ab")));
    assert_eq!(
        events(&mut server).pop(),
        Some(Event::Closed(Closure::Done))
    );
}

#[test]
fn nothing_follows_a_last_message() {
    let message = |end| {
        Payload::Message(Message {
            call: CallId(1),
            message: Bytes::from_static(b"x"),
            end,
        })
    };
    for late in [message(false), message(true), Payload::End(CallId(1))] {
        let server = server_given(vec![open_frame(1, false), message(true), late]);
        assert!(matches!(violation(server), Violation::TooLate { .. }));
    }
}

#[test]
fn a_stream_that_waits_for_credit_ends_with_the_clients_half() {
    let limits = Limits {
        call_credit_bytes: 20,
        ..Limits::default()
    };
    // Once it waits already, and once it comes to wait after the end.
    for early in [true, false] {
        let (mut client, mut server, now) = pair(limits.clone());
        let call = client.open(now, request(Some(&X), true)).unwrap();
        pass(&mut client, &mut server, now);
        events(&mut server);
        server
            .send(call, Bytes::from_static(&[0; 40]), false)
            .unwrap();
        if early {
            assert_eq!(
                server.send(call, Bytes::new(), false),
                Err(SendError::Blocked)
            );
            server.handle(now, Input::Eof);
        } else {
            server.handle(now, Input::Eof);
            assert_eq!(server.calls(), 1);
            assert_eq!(
                server.send(call, Bytes::new(), false),
                Err(SendError::Ended)
            );
        }
        let seen = events(&mut server);
        assert!(matches!(seen[0], Event::Cancelled { call: it, .. } if it == call));
        assert_eq!(seen[1..], [Event::Closed(Closure::Done)]);
        pass(&mut server, &mut client, now);
        let status = status_of(&events(&mut client)).cloned().unwrap();
        assert_eq!(status.code, Code::Cancelled);
    }
}

#[test]
fn a_lane_is_not_left_unread_while_it_waits_for_credit() {
    let limits = Limits {
        call_credit_bytes: 20,
        ..Limits::default()
    };
    let (mut client, mut server, now) = pair(limits);
    assert!(!server.may_pause());
    let call = client.open(now, request(None, false)).unwrap();
    pass(&mut client, &mut server, now);
    assert!(server.may_pause() && server.is_open(call));
    server
        .send(call, Bytes::from_static(&[0; 40]), false)
        .unwrap();
    assert!(server.send(call, Bytes::new(), false).is_err());
    assert!(!server.may_pause());
    client.cancel(call);
    pass(&mut client, &mut server, now);
    assert!(!server.is_open(call));
}

#[test]
fn an_error_carries_no_reply() {
    let (mut client, mut server, now) = pair(Limits::default());
    let call = client.open(now, request(Some(&X), true)).unwrap();
    pass(&mut client, &mut server, now);
    server.finish(
        call,
        Status::not_found("no"),
        Some(Bytes::from_static(b"x")),
    );
    pass(&mut server, &mut client, now);
    let seen = events(&mut client);
    assert!(
        matches!(&seen[..], [Event::Status { message: None, .. }]),
        "{seen:?}"
    );
}

#[test]
fn a_call_beyond_the_limit_is_refused_and_may_be_sent_again() {
    let mut server = Lane::server(Limits {
        calls_per_lane: 1,
        ..Limits::default()
    });
    let (mut client, now) = (Lane::client(Limits::default()), Instant::now());
    client.open(now, request(None, true)).unwrap();
    client.open(now, request(None, true)).unwrap();
    pass(&mut client, &mut server, now);
    assert_eq!(server.calls(), 1);
    pass(&mut server, &mut client, now);
    let events = events(&mut client);
    assert!(matches!(&events[..], [Event::Status { refused: true, .. }]));
    let refused = client.open(now, request(None, true));
    assert_eq!(refused, Err(OpenError::TooManyCalls { allowed: 1 }));
}

#[test]
fn a_draining_server_finishes_what_runs_and_refuses_the_rest() {
    let (mut client, mut server, now) = pair(Limits::default());
    let running = client.open(now, request(None, true)).unwrap();
    pass(&mut client, &mut server, now);
    server.drain();
    let late = client.open(now, request(None, true)).unwrap();
    pass(&mut client, &mut server, now);
    pass(&mut server, &mut client, now);
    let refused = events(&mut client);
    assert_eq!(refused[0], Event::Draining);
    assert!(matches!(refused[1], Event::Status { call, refused: true, .. } if call == late));
    assert_eq!(
        client.open(now, request(None, true)),
        Err(OpenError::Closed)
    );
    server.finish(running, Status::ok(), None);
    assert_eq!(
        events(&mut server).last(),
        Some(&Event::Closed(Closure::Done))
    );
    pass(&mut server, &mut client, now);
    let done = events(&mut client);
    assert!(status_of(&done).unwrap().is_ok());
    assert_eq!(done.last(), Some(&Event::Closed(Closure::Done)));
}

#[test]
fn the_end_of_the_stream_ends_every_call_that_cannot_complete() {
    let (mut client, mut server, now) = pair(Limits::default());
    let whole = client.open(now, request(None, true)).unwrap();
    let open = client.open(now, request(None, false)).unwrap();
    pass(&mut client, &mut server, now);
    events(&mut server);
    server.handle(now, Input::Eof);
    let cancelled = Event::Cancelled {
        call: open,
        reason: CancelReason::Lane,
    };
    assert_eq!(events(&mut server), [cancelled]);
    server.finish(whole, Status::ok(), None);
    assert_eq!(events(&mut server), [Event::Closed(Closure::Done)]);
    client.handle(now, Input::Eof);
    let ended = events(&mut client);
    assert_eq!(ended.len(), 3);
    assert_eq!(status_of(&ended).unwrap().code, Code::Unavailable);
    assert_eq!(ended[2], Event::Closed(Closure::Lost));
}

#[test]
fn an_end_inside_a_frame_is_a_violation() {
    let mut server = server_given(vec![]);
    server.handle(Instant::now(), Input::Bytes(Bytes::from_static(&[5])));
    server.handle(Instant::now(), Input::Eof);
    assert_eq!(violation(server).code(), ErrorCode::Frame);
}

#[test]
fn what_breaks_a_rule_closes_the_lane_with_a_code_and_a_reason() {
    let (now, mut server) = (Instant::now(), Lane::server(Limits::default()));
    let mut client = Lane::client(Limits::default());
    let call = client.open(now, request(None, true)).unwrap();
    client.transmit(&mut Vec::new());
    server.handle(
        now,
        Input::Bytes(Bytes::from_static(b"GET / HTTP/1.1\r\n\r\n")),
    );
    assert!(server.is_closed() && !server.wants_input());
    pass(&mut server, &mut client, now);
    let ended = events(&mut client);
    assert_eq!(status_of(&ended).unwrap().code, Code::ResourceExhausted);
    let Some(Event::Closed(Closure::Peer { code, reason })) = ended.last() else {
        panic!("{call}")
    };
    assert_eq!(*code, ErrorCode::TooLarge);
    assert!(reason.contains("byte 0"), "{reason}");
}

#[test]
fn settings_come_first_and_once() {
    let mut server = Lane::server(Limits::default());
    let mut bytes = BytesMut::new();
    let _ = Payload::Ping([0; 8]).encode(&mut bytes);
    server.handle(Instant::now(), Input::Bytes(bytes.freeze()));
    assert_eq!(violation(server), Violation::Settings { at: 0 });
    let twice = server_given(vec![Payload::Settings(Settings::default())]);
    assert_eq!(violation(twice), Violation::Settings { at: 28 });
}

#[test]
fn calls_are_opened_in_order_before_anything_is_said_of_them() {
    let again = server_given(vec![open_frame(2, true), open_frame(2, true)]);
    assert_eq!(
        violation(again),
        Violation::CallOrder {
            at: 56,
            call: CallId(2)
        }
    );
    let unknown = server_given(vec![open_frame(2, true), Payload::End(CallId(3))]);
    assert_eq!(
        violation(unknown),
        Violation::UnknownCall {
            at: 56,
            call: CallId(3)
        }
    );
}

#[test]
fn nothing_follows_the_end_of_a_request() {
    let call = CallId(1);
    let message = Message {
        call,
        message: Bytes::new(),
        end: false,
    };
    let late = server_given(vec![open_frame(1, true), Payload::Message(message)]);
    assert!(
        matches!(violation(late), Violation::TooLate { kind, .. } if kind == crate::payload::FrameKind::Message)
    );
    let twice = server_given(vec![open_frame(1, true), Payload::End(call)]);
    assert!(matches!(violation(twice), Violation::TooLate { .. }));
}

#[test]
fn a_message_without_credit_is_a_violation_one_past_the_limit() {
    let call = CallId(1);
    let message = |len| {
        let message = Bytes::from(vec![0; len]);
        Payload::Message(Message {
            call,
            message,
            end: false,
        })
    };
    let window = usize::try_from(Limits::default().call_credit_bytes).unwrap();
    let all_but_one = window - 1 - MESSAGE_OVERHEAD_BYTES;
    let frames = || vec![open_frame(1, false), message(all_but_one), message(0)];
    assert!(!server_given(frames()).is_closed());
    let more = server_given(frames().into_iter().chain([message(0)]).collect());
    assert!(matches!(violation(more), Violation::NoCredit { .. }));
}

#[test]
fn credit_that_cannot_be_counted_is_a_violation() {
    let credit = |bytes| {
        Payload::Credit(Credit {
            call: CallId(1),
            bytes,
        })
    };
    let full = server_given(vec![open_frame(1, true), credit(0x7fff_ffff)]);
    assert!(!full.is_closed());
    let over = server_given(vec![open_frame(1, true), credit(0x7fff_ffff), credit(1)]);
    assert!(matches!(violation(over), Violation::CreditOverflow { .. }));
}

#[test]
fn frames_of_a_call_that_is_over_are_skipped() {
    let (mut client, mut server, now) = pair(Limits::default());
    let call = client.open(now, request(None, false)).unwrap();
    pass(&mut client, &mut server, now);
    server.finish(call, Status::not_found("no"), None);
    client
        .send(call, Bytes::from_static(b"late"), true)
        .unwrap();
    client.cancel(call);
    pass(&mut client, &mut server, now);
    pass(&mut server, &mut client, now);
    assert!(!server.is_closed() && !client.is_closed());
    assert_eq!(events(&mut client), []);
    assert!(
        !server_given(vec![
            open_frame(1, false),
            Payload::Cancel(Cancel {
                call: CallId(1),
                deadline: false
            }),
            Payload::End(CallId(1)),
        ])
        .is_closed()
    );
}

#[test]
fn a_reply_that_is_too_large_becomes_a_status() {
    let now = Instant::now();
    let mut client = Lane::client(Limits {
        message_received_bytes: 10,
        ..Limits::default()
    });
    let mut server = Lane::server(Limits::default());
    let fits = client.open(now, request(None, true)).unwrap();
    let over = client.open(now, request(None, true)).unwrap();
    pass(&mut client, &mut server, now);
    server.finish(fits, Status::ok(), Some(Bytes::from_static(&[0; 10])));
    server.finish(over, Status::ok(), Some(Bytes::from_static(&[0; 11])));
    pass(&mut server, &mut client, now);
    let codes = events(&mut client).into_iter().map(|event| match event {
        Event::Status { status, .. } => status.code,
        other => panic!("{other:?}"),
    });
    assert_eq!(
        codes.collect::<Vec<_>>(),
        [Code::Ok, Code::ResourceExhausted]
    );
}

#[test]
fn a_request_that_is_too_large_fails_alone() {
    let now = Instant::now();
    let mut server = Lane::server(Limits {
        message_received_bytes: 1,
        ..Limits::default()
    });
    let mut client = Lane::client(Limits::default());
    let call = client.open(now, request(Some(&TWELVE), true)).unwrap();
    pass(&mut client, &mut server, now);
    pass(&mut server, &mut client, now);
    let ended = events(&mut client);
    assert_eq!(status_of(&ended).unwrap().code, Code::ResourceExhausted);
    assert!(!server.is_closed() && events(&mut server).is_empty());
    let refused = client.open(now, request(Some(&TWELVE), true));
    assert_eq!(refused, Err(OpenError::TooLarge { len: 2, allowed: 1 }));
    assert_eq!(call, CallId(1));
}

#[test]
fn metadata_goes_ahead_of_messages_and_behind_them() {
    let (mut client, mut server, now) = pair(Limits::default());
    let call = client.open(now, request(None, true)).unwrap();
    pass(&mut client, &mut server, now);
    let mut metadata = Metadata::new();
    metadata.append("k", "v").unwrap();
    server.head(call, metadata.clone()).unwrap();
    assert_eq!(server.head(call, metadata.clone()), Err(SendError::Ended));
    server.send(call, Bytes::from_static(b"m"), false).unwrap();
    server.finish(call, Status::ok().with_metadata(metadata.clone()), None);
    pass(&mut server, &mut client, now);
    let status = Status::ok().with_metadata(metadata.clone());
    let expected = [
        Event::Head { call, metadata },
        came_one(call, Bytes::from_static(b"m")),
        Event::Status {
            call,
            status,
            message: None,
            refused: false,
        },
    ];
    assert_eq!(events(&mut client), expected);
}

#[test]
fn what_was_sent_to_the_last_message_ends_without_more_credit() {
    let (mut client, mut server, now) = pair(Limits {
        call_credit_bytes: 1000,
        ..Limits::default()
    });
    let call = client.open(now, request(Some(&X), true)).unwrap();
    pass(&mut client, &mut server, now);
    let mut pieces = Pieces::default();
    pieces.push(Lent::Whole(vec![1; 5000].into()));
    assert_eq!(server.send_all(call, &mut pieces), Ok(()));
    assert!(!server.poll_ready(call), "the credit is spent");
    assert_eq!(server.send_all(call, &mut pieces), Ok(()));
}

#[test]
fn a_ping_comes_back() {
    let (mut client, mut server, now) = pair(Limits::default());
    client.ping(*b"12345678");
    pass(&mut client, &mut server, now);
    pass(&mut server, &mut client, now);
    assert_eq!(events(&mut client), [Event::Pong(*b"12345678")]);
}
