//! Changes of an order book: the same for a seed on every machine.
//!
//! Sequence and time go on, prices wander by cents, and quantities are round.

pub use crate::schema::market::v1 as still;

use crate::random::Random;
use still::{Action, Side, Tick, Ticks};
use stillwire::{Decimal, Timestamp};

/// 2025-11-07 13:55:36 UTC in nanoseconds.
const FIRST: i64 = 1_762_523_736_000_000_000;
/// Ticks are no further apart, in nanoseconds.
const GAP: u64 = 50_000;
const INSTRUMENTS: usize = 64;
/// A cent, in ten thousandths.
const CENT: i64 = 100;
const ACTIONS: [Action; 6] = [
    Action::Add,
    Action::Add,
    Action::Change,
    Action::Remove,
    Action::Remove,
    Action::Trade,
];

/// So many ticks.
pub fn generate(ticks: usize, seed: u64) -> Ticks {
    let mut random = Random::new(seed);
    let mut prices: [i64; INSTRUMENTS] =
        std::array::from_fn(|_| i64::from(random.within(500, 60_000)) * CENT);
    let mut now = FIRST;
    let mut tick = |i: usize| {
        now += random.below(GAP) as i64;
        let instrument = random.below(INSTRUMENTS as u64) as usize;
        let price = &mut prices[instrument];
        *price += i64::from(random.within(-3, 4)) * CENT;
        Tick {
            sequence: 1_000_000 + i as u64,
            at: Timestamp(now),
            instrument: instrument as u32,
            action: random.pick(ACTIONS),
            side: random.pick([Side::Bid, Side::Ask]),
            price: Decimal(*price),
            quantity: 100 * random.within(1, 50) as u32,
            order_id: random.next64() >> 20,
        }
    };
    Ticks {
        ticks: (0..ticks).map(&mut tick).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_the_same_ticks_everywhere() {
        let ticks = generate(50, 1);
        assert_eq!(generate(50, 1), ticks);
        assert_ne!(generate(50, 2), ticks);
        assert_eq!(ticks.encode().to_message(), ticks);
    }

    #[test]
    fn time_goes_on_and_prices_stay_above_zero() {
        let ticks = generate(10_000, 3).ticks;
        assert!(
            ticks
                .windows(2)
                .all(|w| w[0].at.0 <= w[1].at.0 && w[0].sequence < w[1].sequence)
        );
        assert!(ticks.iter().all(|tick| tick.price.0 > 0));
    }
}
