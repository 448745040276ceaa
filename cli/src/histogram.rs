//! Latencies, counted in a fixed amount of memory however long the measurement runs.
//!
//! Below 64 each value has a bucket; above, each power of two has 32, so a value is told to within 3 %.

/// Buckets of one power of two.
const STEPS: u64 = 32;
/// How far values go: 2⁴⁰ µs are twelve days.
const POWERS: u64 = 40;

#[derive(Debug, Clone)]
pub(crate) struct Histogram {
    counts: Vec<u64>,
    total: u64,
}

impl Histogram {
    pub(crate) fn new() -> Self {
        Self {
            counts: vec![0; (POWERS * STEPS) as usize],
            total: 0,
        }
    }

    pub(crate) fn record(&mut self, value: u64) {
        let last = self.counts.len() - 1;
        self.counts[bucket(value).min(last)] += 1;
        self.total += 1;
    }

    pub(crate) fn merge(&mut self, other: &Self) {
        for (mine, theirs) in self.counts.iter_mut().zip(&other.counts) {
            *mine += theirs;
        }
        self.total += other.total;
    }

    /// How many values lie from a power of two up to the next, for each from that of the least value to that of the
    /// greatest. What is below 64 counts as one.
    pub(crate) fn powers(&self) -> Vec<(u64, u64)> {
        let mut powers: Vec<(u64, u64)> = Vec::new();
        for (at, count) in self.counts.iter().enumerate() {
            let value = least(at as u64);
            let from = if value < 2 * STEPS {
                0
            } else {
                1 << value.ilog2()
            };
            match powers.last_mut() {
                Some((last, sum)) if *last == from => *sum += count,
                _ => powers.push((from, *count)),
            }
        }
        let some = |(_, count): &(u64, u64)| *count > 0;
        let first = powers.iter().position(some).unwrap_or(powers.len());
        let last = powers.iter().rposition(some).map_or(first, |at| at + 1);
        powers.drain(first..last).collect()
    }

    pub(crate) fn total(&self) -> u64 {
        self.total
    }

    /// The value that `share` of all are not above, with `share` from 0 to 1; 0 where there is none.
    pub(crate) fn quantile(&self, share: f64) -> u64 {
        let wanted = ((self.total as f64 * share).ceil() as u64).clamp(1, self.total.max(1));
        let mut seen = 0;
        let reached = self.counts.iter().position(|count| {
            seen += count;
            seen >= wanted
        });
        reached.map_or(0, |bucket| least(bucket as u64))
    }
}

fn bucket(value: u64) -> usize {
    let shift = (value | STEPS).ilog2().saturating_sub(STEPS.ilog2());
    (u64::from(shift) * STEPS + (value >> shift)) as usize
}

/// The least value of a bucket.
fn least(bucket: u64) -> u64 {
    let shift = (bucket / STEPS).saturating_sub(1);
    (bucket - shift * STEPS) << shift
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_told_to_within_three_percent() {
        for value in (0..2_000).chain([1 << 20, (1 << 20) + 12_345, (1 << 39) - 1]) {
            let told = least(bucket(value) as u64);
            assert!(
                told <= value && value - told <= value / 32,
                "{value} is told as {told}"
            );
        }
    }

    #[test]
    fn values_are_counted_by_powers_of_two() {
        let mut histogram = Histogram::new();
        assert_eq!(histogram.powers(), []);
        [3, 63, 64, 300, 511]
            .into_iter()
            .for_each(|value| histogram.record(value));
        assert_eq!(histogram.powers(), [(0, 2), (64, 1), (128, 0), (256, 2)]);
    }

    #[test]
    fn quantiles_are_those_of_the_values() {
        let mut histogram = Histogram::new();
        assert_eq!(histogram.quantile(0.5), 0);
        let mut other = Histogram::new();
        (1..=30).for_each(|value| histogram.record(value));
        (31..=60).for_each(|value| other.record(value));
        histogram.merge(&other);
        assert_eq!(
            (
                histogram.total(),
                histogram.quantile(0.5),
                histogram.quantile(1.0)
            ),
            (60, 30, 60)
        );
        histogram.record(u64::MAX);
        assert!(histogram.quantile(1.0) > 1 << 39);
    }
}
