//! Times of one value in three forms: JSON by serde_json, protobuf by prost, and Stillwire.
//!
//! The forms take turns, so what else the machine does meets all of them, and the median of the rounds is told. What was
//! made is freed within the time. What the work is, [`Subject`] says.

use super::progress::Progress;
use std::hint::black_box;
use std::time::{Duration, Instant};
use stillwire_samples::{Forms, Sample, Subject};

/// Rounds that a measurement has at least, however little time it gets.
const MIN_ROUNDS: usize = 3;
/// How long a round lasts at least, so that the clock's own resolution does not matter.
const MIN_ROUND: Duration = Duration::from_micros(500);

/// Nanoseconds from owned value to bytes.
pub(crate) fn encode<M: Sample>(
    subject: &Subject<M>,
    time: Duration,
    progress: &Progress,
) -> Forms<u64> {
    race(
        [
            &|| drop(black_box(subject.encode_json())),
            &|| drop(black_box(subject.encode_protobuf())),
            &|| drop(black_box(subject.encode_stillwire())),
        ],
        time,
        progress,
    )
}

/// Nanoseconds from bytes to every field.
pub(crate) fn read<M: Sample>(
    subject: &Subject<M>,
    time: Duration,
    progress: &Progress,
) -> Forms<u64> {
    race(
        [
            &|| drop(black_box(subject.read_json())),
            &|| drop(black_box(subject.read_protobuf())),
            &|| drop(black_box(subject.read_stillwire())),
        ],
        time,
        progress,
    )
}

/// The median time of each, in nanoseconds, of rounds in turn over about `time`.
fn race(works: [&dyn Fn(); 3], time: Duration, progress: &Progress) -> Forms<u64> {
    let repeats = works.map(repeats);
    let mut rounds: [Vec<u64>; 3] = Default::default();
    let start = Instant::now();
    while rounds[0].len() < MIN_ROUNDS || start.elapsed() < time {
        for ((work, repeats), rounds) in works.iter().zip(repeats).zip(&mut rounds) {
            let spent = spend(work, repeats).as_nanos() / u128::from(repeats);
            rounds.push(u64::try_from(spent).unwrap_or(u64::MAX));
        }
        progress.time(start.elapsed(), time);
    }
    let [json, protobuf, stillwire] = rounds.map(median);
    Forms {
        json,
        protobuf,
        stillwire,
    }
}

/// How often a round does `work` to last long enough. Warms up caches on the way.
fn repeats(work: &dyn Fn()) -> u32 {
    let mut repeats = 1;
    while spend(work, repeats) < MIN_ROUND && repeats < 1 << 20 {
        repeats *= 2;
    }
    repeats
}

fn spend(work: &dyn Fn(), repeats: u32) -> Duration {
    let start = Instant::now();
    for _ in 0..repeats {
        work();
    }
    start.elapsed()
}

/// At least 1, since a time of nothing has no ratio to another.
fn median(mut rounds: Vec<u64>) -> u64 {
    rounds.sort_unstable();
    rounds.get(rounds.len() / 2).copied().unwrap_or(0).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_median_is_one_of_the_rounds_and_never_zero() {
        assert_eq!(median(vec![9, 1, 5]), 5);
        assert_eq!(median(vec![0]), 1);
    }
}
