//! The one clock of a lane.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Instant;

use tokio::time::{Sleep, sleep_until};

/// The present. Tokio's, so that a test with a paused clock moves it.
pub(crate) fn now() -> Instant {
    tokio::time::Instant::now().into_std()
}

/// Wakes at the earliest of the moments that it was asked for. Most are never reached, so it is set anew only for one
/// that is earlier: it may wake too early, never too late.
#[derive(Debug, Default)]
pub(crate) struct Timer(Option<Armed>);

#[derive(Debug)]
struct Armed {
    at: Instant,
    sleep: Pin<Box<Sleep>>,
}

impl Timer {
    /// Ready when `at` has passed.
    pub(crate) fn poll(&mut self, cx: &mut Context<'_>, at: Instant) -> Poll<()> {
        loop {
            let armed = self.0.get_or_insert_with(|| Armed {
                at,
                sleep: Box::pin(sleep_until(at.into())),
            });
            if at < armed.at {
                armed.at = at;
                armed.sleep.as_mut().reset(at.into());
            }
            if armed.sleep.as_mut().poll(cx).is_pending() {
                return Poll::Pending;
            }
            if at <= armed.at {
                self.0 = None;
                return Poll::Ready(());
            }
            armed.at = at;
            armed.sleep.as_mut().reset(at.into());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::poll_fn;
    use std::time::Duration;
    use tokio::time::Instant as Now;

    #[tokio::test(start_paused = true)]
    async fn it_wakes_for_the_earliest_and_goes_on_to_the_later() {
        let mut timer = Timer::default();
        let start = Now::now().into_std();
        let late = start + Duration::from_secs(9);
        let soon = start + Duration::from_secs(2);
        poll_fn(|cx| {
            assert!(timer.poll(cx, late).is_pending());
            timer.poll(cx, soon)
        })
        .await;
        assert_eq!(Now::now().into_std(), soon);
        // Armed too early for what is asked then: it goes on.
        let waits = poll_fn(|cx| Poll::Ready(timer.poll(cx, late - Duration::from_secs(1)))).await;
        assert!(waits.is_pending());
        poll_fn(|cx| timer.poll(cx, late)).await;
        assert_eq!(Now::now().into_std(), late);
    }
}
