//! What a client writes to a lane, or does not.

use crate::raw::{CANCEL, CREDIT, Kind, MESSAGE, PING, Raw, frame, open, settings};
use crate::siege::{Siege, patiently, until};
use crate::support::{FLOOD_BYTES, ask, count};
use std::time::Duration;
use stillwire::ToEncoded;
use stillwire_rpc_core::payload::ErrorCode;
use stillwire_tests::test::probe::v1::Ask;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

const ASK: &str = "test.probe.v1.Probe/Ask";
const LIST: &str = "test.probe.v1.Probe/List";
const COLLECT: &str = "test.probe.v1.Probe/Collect";

fn bytes(ask: &Ask) -> Vec<u8> {
    ask.to_encoded().unwrap().into_bytes().to_vec()
}

/// Bytes of what a call may have in flight, by default.
const CREDIT_BYTES: usize = 1 << 20;

pub(crate) async fn silence(kind: Kind) {
    Siege::withstands(async |siege| {
        let mut silent = Vec::new();
        for _ in 0..10 {
            silent.push(Raw::open(siege, kind).await);
        }
        for mut one in silent {
            one.rest().await;
        }
    })
    .await;
}

pub(crate) async fn one_byte_at_a_time(kind: Kind) {
    Siege::withstands(async |siege| {
        let mut raw = Raw::open(siege, kind).await;
        for byte in settings(0) {
            tokio::time::sleep(Duration::from_millis(250)).await;
            // A connection that is one lane has to be through with this in time; others may take theirs.
            if raw.write(&[byte]).await.is_err() {
                break;
            }
        }
        if kind != Kind::Quic {
            assert_eq!(
                raw.write(&[0; 64]).await.map_err(|_| ()),
                Err(()),
                "it was put up with"
            );
        }
    })
    .await;
}

pub(crate) async fn calls_opened_and_given_up_in_the_same_breath(kind: Kind) {
    const CALLS: u32 = 5_000;
    Siege::withstands(async |siege| {
        let Raw {
            mut reader,
            mut writer,
            ..
        } = Raw::open(siege, kind).await;
        let reading = tokio::spawn(async move {
            let mut buffer = vec![0; 1 << 16];
            while reader.read(&mut buffer).await.is_ok_and(|read| read > 0) {}
        });
        let hang = bytes(&ask("hang"));
        let mut written = settings(0);
        for call in 1..=CALLS {
            written.extend(open(call, ASK, &hang, true));
            written.extend(frame(CANCEL, 0, 0, &call.to_le_bytes()));
        }
        writer.write_all(&written).await.unwrap();
        writer.shutdown().await.unwrap();
        reading.await.unwrap();
    })
    .await;
}

/// What is taken from a peer that reads nothing, or waits for it: windows and sockets on the way included, far below what it would
/// send or have.
const MOST_BYTES: usize = 16 * 1024 * 1024;

pub(crate) async fn a_flood_of_pings_whose_answers_nobody_reads(kind: Kind) {
    Siege::withstands(async |siege| {
        let mut raw = Raw::open(siege, kind).await;
        raw.write(&settings(0)).await.unwrap();
        let pings = frame(PING, 0, 0, &[7; 8]).repeat(1 << 12);
        let mut taken = 0;
        // The server stops reading: what it owes has a bound. QUIC ends a connection on which nothing moves any more.
        let flood = async {
            while let Ok(written) = raw.writer.write(&pings[taken % 16..]).await {
                taken += written;
                assert!(taken < MOST_BYTES, "{taken} bytes of pings were taken");
            }
        };
        let _ = tokio::time::timeout(Duration::from_secs(3), flood).await;
        assert!(taken > 0);
    })
    .await;
}

/// On QUIC each call may have a lane, which is reset at once.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lanes_opened_and_reset() {
    Siege::withstands(async |siege| {
        let connection = crate::raw::connect(siege, &[crate::raw::ALPN])
            .await
            .unwrap();
        let written = [settings(0), open(1, ASK, &bytes(&ask("hang")), true)].concat();
        for nth in 0..2_000_u32 {
            let (mut send, mut receive) = patiently(connection.open_bi()).await.unwrap();
            let _ = send.write_all(&written).await;
            if nth % 2 == 0 {
                // Late enough for a handler to run.
                tokio::task::yield_now().await;
            }
            let _ = send.reset(6_u8.into());
            let _ = receive.stop(6_u8.into());
        }
        until("the handlers of lanes that were reset are gone", || {
            siege.drain.gauges().calls() < 10
        })
        .await;
    })
    .await;
}

pub(crate) async fn a_flood_of_empty_messages(kind: Kind) {
    Siege::withstands(async |siege| {
        let mut raw = Raw::open(siege, kind).await;
        let mut written = settings(0);
        written.extend(open(1, COLLECT, &bytes(&ask("stall")), false));
        let empty = frame(MESSAGE, 0, 0, &1_u32.to_le_bytes());
        written.extend(empty.repeat(CREDIT_BYTES / 12 + 2));
        assert_eq!(raw.refused(&written).await, ErrorCode::Credit);
    })
    .await;
}

pub(crate) async fn messages_without_credit(kind: Kind) {
    Siege::withstands(async |siege| {
        let mut raw = Raw::open(siege, kind).await;
        let mut written = settings(0);
        written.extend(open(1, COLLECT, &bytes(&ask("stall")), false));
        let large = [&1_u32.to_le_bytes()[..], &vec![0; CREDIT_BYTES]].concat();
        written.extend(frame(MESSAGE, 0, 0, &large));
        written.extend(frame(MESSAGE, 0, 0, &1_u32.to_le_bytes()));
        assert_eq!(raw.refused(&written).await, ErrorCode::Credit);
    })
    .await;
}

pub(crate) async fn credit_beyond_counting(kind: Kind) {
    Siege::withstands(async |siege| {
        let mut raw = Raw::open(siege, kind).await;
        let mut written = settings(1);
        written.extend(open(1, LIST, &bytes(&ask("hang")), true));
        let most = [1_u32.to_le_bytes(), i32::MAX.to_le_bytes()].concat();
        written.extend(frame(CREDIT, 0, 0, &most).repeat(2));
        assert_eq!(raw.refused(&written).await, ErrorCode::Credit);
    })
    .await;
}

pub(crate) async fn giant_claims(kind: Kind) {
    Siege::withstands(async |siege| {
        // Of a frame: the header alone decides.
        let mut raw = Raw::open(siege, kind).await;
        let claim = [&u32::MAX.to_le_bytes()[..], &[MESSAGE, 0, 0, 0]].concat();
        let written = [settings(0), claim].concat();
        assert_eq!(raw.refused(&written).await, ErrorCode::TooLarge);
        // Of metadata, and of a path, in a frame that ends before.
        let call = 1_u32.to_le_bytes();
        let head = [&call[..], &[0; 16]].concat();
        let path = [&head[..], &[255], b"a/b"].concat();
        for (flags, tag, payload) in [(0x10, u16::MAX, &head), (0x50, 0, &path)] {
            let mut raw = Raw::open(siege, kind).await;
            let written = [settings(0), frame(crate::raw::OPEN, flags, tag, payload)].concat();
            assert_eq!(raw.refused(&written).await, ErrorCode::Protocol);
        }
    })
    .await;
}

pub(crate) async fn garbage(kind: Kind) {
    Siege::withstands(async |siege| {
        for garbage in [
            &b"GET / HTTP/1.1\r\nhost: localhost\r\n\r\n"[..],
            b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            &[0; 64],
            &[0xff; 64],
        ] {
            let mut raw = Raw::open(siege, kind).await;
            let code = raw.refused(garbage).await;
            assert_ne!(code, ErrorCode::None, "{garbage:?}");
        }
    })
    .await;
}

pub(crate) async fn a_reader_that_does_not_read(kind: Kind) {
    Siege::withstands(async |siege| {
        let mut raw = Raw::open(siege, kind).await;
        let all = i32::MAX.cast_unsigned();
        let mut written = settings(all);
        written.extend(open(1, LIST, &bytes(&count("flood", 100_000)), true));
        raw.write(&written).await.unwrap();
        let stage = &siege.audience.stage;
        let sent = || stage.sent.load(std::sync::atomic::Ordering::SeqCst);
        until("the flood begins", || sent() > 0).await;
        let settled = siege.audience.settled().await * FLOOD_BYTES;
        assert!(settled <= MOST_BYTES, "{settled} bytes wait for nobody");
    })
    .await;
}
