//! The bytes of one lane: both halves of a stream, driven at once, and the clock.

use std::collections::VecDeque;
use std::future::pending;
use std::sync::Arc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use quinn::{RecvStream, SendStream, VarInt};
use stillwire_rpc_core::lane::Input;
use stillwire_rpc_core::payload::ErrorCode;
use stillwire_rpc_core::{Event, Lane};

use crate::inbox::Gauge;

/// Chunks that are read at once. quinn's are packets, so this is up to 64 of them in one wake-up.
const CHUNKS_PER_READ: usize = 64;

/// How long a finished lane waits for the peer to have all its bytes.
const LAST_BYTES: Duration = Duration::from_secs(5);

/// A lane and its stream. Dropped before its end, it resets the stream: quinn would finish it, and what was broken off
/// would look complete.
#[derive(Debug)]
pub(crate) struct LaneIo {
    pub(crate) lane: Lane,
    send: SendStream,
    receive: RecvStream,
    /// Being written.
    out: VecDeque<Bytes>,
    gauge: Arc<Gauge>,
    /// Above this, nothing is read that may wait.
    memory_bytes: usize,
    input_ended: bool,
    /// The stream is finished or reset, or the connection is gone.
    over: bool,
}

impl LaneIo {
    pub(crate) fn new(
        lane: Lane,
        (send, receive): (SendStream, RecvStream),
        gauge: Arc<Gauge>,
        memory_bytes: usize,
    ) -> Self {
        let out = VecDeque::new();
        Self {
            lane,
            send,
            receive,
            out,
            gauge,
            memory_bytes,
            input_ended: false,
            over: false,
        }
    }

    /// The next event of the lane. When there is none, everything that is ready is on its way out. Events of a peer that does not
    /// read wait.
    pub(crate) fn next_event(&mut self) -> Option<Event> {
        loop {
            if !self.is_congested()
                && let Some(event) = self.lane.poll()
            {
                return Some(event);
            }
            if !self.out.is_empty() || !self.lane.wants_transmit() {
                return None;
            }
            let mut chunks = Vec::new();
            self.lane.transmit(&mut chunks);
            self.out.extend(chunks);
        }
    }

    /// Whether the peer does not read, and there is more to be written than should be.
    pub(crate) fn is_congested(&self) -> bool {
        !self.over && self.lane.is_congested()
    }

    /// Whether so much waits for readers, although they were given time, that a message more cannot be kept.
    pub(crate) fn is_overfull(&self) -> bool {
        self.gauge.exceeds(self.memory_bytes.saturating_mul(2))
    }

    /// Whether nothing is left to be done.
    pub(crate) fn is_done(&self) -> bool {
        self.over || (self.lane.is_closed() && self.out.is_empty() && !self.lane.wants_transmit())
    }

    /// Whether quinn has everything that was to be written.
    pub(crate) fn is_written(&self) -> bool {
        self.out.is_empty()
    }

    /// Waits for bytes, room or time, and gives it to the lane. Safe to drop at any point: nothing is lost.
    pub(crate) async fn advance(&mut self) {
        let mut chunks = [const { Bytes::new() }; CHUNKS_PER_READ];
        let reads = !self.input_ended && self.lane.wants_input();
        let paused = reads && self.gauge.exceeds(self.memory_bytes) && self.lane.may_pause();
        let halted = self.input_ended.then(|| self.send.stopped());
        let timeout = self.lane.poll_timeout();
        let written = self.out.make_contiguous();
        tokio::select! {
            biased;
            result = self.receive.read_chunks(&mut chunks), if reads && !paused => match result {
                Ok(Some(count)) => {
                    let now = Instant::now();
                    for chunk in chunks.into_iter().take(count) {
                        self.lane.handle(now, Input::Bytes(chunk));
                    }
                }
                Ok(None) => {
                    self.input_ended = true;
                    self.lane.handle(Instant::now(), Input::Eof);
                }
                Err(_) => self.lose(),
            },
            result = self.send.write_chunks(written), if !written.is_empty() => match result {
                Ok(progress) => {
                    self.out.drain(..progress.chunks);
                }
                Err(_) => self.lose(),
            },
            () = sleep_until(timeout) => self.lane.handle_timeout(Instant::now()),
            // Who has written its last byte and reads no more is gone.
            () = until(halted) => self.lose(),
            () = self.gauge.below(self.memory_bytes), if paused => {}
        }
    }

    /// The transport is gone, or the peer reset the stream.
    fn lose(&mut self) {
        self.lane.handle(Instant::now(), Input::Lost);
        self.reset(ErrorCode::Cancelled);
    }

    /// Breaks the stream off, in both directions.
    pub(crate) fn reset(&mut self, code: ErrorCode) {
        if !std::mem::replace(&mut self.over, true) {
            // Both fail only where the stream is closed already.
            let _ = self.send.reset(VarInt::from_u32(code.number()));
            let _ = self.receive.stop(VarInt::from_u32(code.number()));
        }
    }

    /// Ends the stream once all is written, and waits until the peer has it: a connection that is closed before drops it.
    pub(crate) async fn finish(mut self, code: ErrorCode) {
        if self.over {
            return;
        }
        let _ = self.send.finish(); // fails only where the stream is closed already
        let _ = self.receive.stop(VarInt::from_u32(code.number()));
        self.over = true;
        let _ = tokio::time::timeout(LAST_BYTES, self.send.stopped()).await;
    }
}

impl Drop for LaneIo {
    fn drop(&mut self) {
        self.reset(ErrorCode::Cancelled);
    }
}

async fn until<T>(event: Option<impl Future<Output = T>>) {
    match event {
        Some(event) => _ = event.await,
        None => pending().await,
    }
}

async fn sleep_until(deadline: Option<Instant>) {
    match deadline {
        Some(deadline) => tokio::time::sleep_until(deadline.into()).await,
        None => pending().await,
    }
}
