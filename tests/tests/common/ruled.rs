//! Values of types with `where` clauses: those that the clauses allow, up to their bounds.

use super::{Make, Source, every, shared};
use std::collections::{BTreeMap, BTreeSet};
use stillwire::codec::{Decimal, Duration, Uuid};

fn price(s: &mut Source) -> Decimal<4> {
    let raw = i64::make(s);
    Decimal(if raw > 0 { raw } else { 1 })
}

fn ticker(s: &mut Source) -> String {
    let len = usize::try_from(s.below(12)).unwrap() + 1;
    let letter = ["a", "b", "z"][usize::try_from(s.below(3)).unwrap()];
    letter.repeat(len)
}

/// Up to `most` of what `make` makes.
fn some<T>(s: &mut Source, most: u64, mut make: impl FnMut(&mut Source) -> T) -> Vec<T> {
    let most = if s.depth == 0 { 1 } else { most + 1 };
    let len = s.below(most);
    s.deeper(|s| (0..len).map(|_| make(s)).collect())
}

fn maybe<T>(s: &mut Source, make: impl FnOnce(&mut Source) -> T) -> Option<T> {
    (s.depth > 0 && bool::make(s)).then(|| s.deeper(make))
}

fn colour(s: &mut Source, but: u8) -> shared::Colour {
    let made = shared::Colour::make(s);
    if made.number() == but {
        shared::Colour::Green
    } else {
        made
    }
}

impl Make for every::Fill {
    fn make(s: &mut Source) -> Self {
        Self {
            price: price(s),
            size: u32::make(s) % 1_000_001,
            side: colour(s, 2),
            steps: <[i8; 2]>::make(s).map(|n| n.max(-9)),
        }
    }
}

impl Make for every::Cause {
    fn make(s: &mut Source) -> Self {
        match s.below(5) {
            0 => Self::None,
            1 => Self::Price(price(s)),
            2 => Self::Tickers(some(s, 3, ticker)),
            3 => Self::Fill(Make::make(s)),
            _ => Self::Level([10.25, f32::MIN_POSITIVE, 1.0][usize::try_from(s.below(3)).unwrap()]),
        }
    }
}

impl Make for every::Leaf {
    fn make(s: &mut Source) -> Self {
        Self {
            quantity: u32::make(s).max(1),
            name: Make::make(s),
        }
    }
}

impl Make for every::Tag {
    fn make(s: &mut Source) -> Self {
        Self {
            key: ticker(s),
            value: ticker(s)[1..].chars().take(9).collect(),
        }
    }
}

impl Make for every::Ruled {
    fn make(s: &mut Source) -> Self {
        let names: BTreeSet<String> = some(s, 6, ticker).into_iter().collect();
        let steps: BTreeSet<i16> = some(s, 9, |s| i16::make(s) % 6).into_iter().collect();
        let by_name: BTreeMap<String, _> = some(s, 3, |s| {
            let mut prices = some(s, 3, price);
            prices.push(price(s));
            (ticker(s), prices)
        })
        .into_iter()
        .collect();
        let key = |s: &mut Source| shared::Colour::from_number(u8::make(s).max(1));
        Self {
            price: price(s),
            ticker: maybe(s, ticker),
            count: u16::make(s) % 1000 + 1,
            ratio: [0.0, 0.5, 1.0][usize::try_from(s.below(3)).unwrap()],
            bid: maybe(s, |_| 0.75),
            fills: some(s, 8, Make::make),
            prices: some(s, 3, price),
            names: names.into_iter().collect(),
            by_name,
            cause: Make::make(s),
            raw: String::make(s).into_bytes(),
            id: maybe(s, |s| Uuid([u8::make(s).max(1); 16])),
            wait: Duration(i64::make(s).rem_euclid(3_600_000_000_000)),
            colour: colour(s, 3),
            fill: Make::make(s),
            key: maybe(s, |s| [0, 0, 0, u8::make(s).max(1)]),
            leaves: some(s, 3, Make::make),
            tags: some(s, 3, Make::make),
            steps: steps.into_iter().collect(),
            first: Make::make(s),
            grid: some(s, 2, |s| some(s, 2, Make::make)),
            by_colour: some(s, 2, |s| (key(s), Make::make(s)))
                .into_iter()
                .collect(),
            causes: some(s, 3, Make::make),
            more: Make::make(s),
        }
    }
}
