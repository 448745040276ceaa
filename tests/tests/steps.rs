//! Verification costs steps linear in the bytes, one constant for all types; and a walk that is not linear is caught.
#![cfg(debug_assertions)]

use std::collections::BTreeMap;
use stillwire::codec::{Message, steps};
use stillwire::{Encoded, Limits, ToEncoded};
use stillwire_tests::steps::{FAST, LEARNING, SLOW, Taken, size};
use stillwire_tests::test::every::v1 as every;

/// A message of one byte of scalars each, in each way to hold many of them.
fn crowds(n: usize) -> Vec<(&'static str, every::Crowd)> {
    let hundred = every::Hundred::default();
    let either = every::Either::Hundred(hundred.clone());
    let wide = every::Either::Optional(every::Optional {
        v: Some(false),
        ..Default::default()
    });
    let crowd = every::Crowd::default;
    vec![
        (
            "rows",
            every::Crowd {
                hundreds: vec![vec![hundred.clone(); n]],
                ..crowd()
            },
        ),
        (
            "lists",
            every::Crowd {
                hundreds: vec![vec![hundred]; n],
                ..crowd()
            },
        ),
        (
            "plains",
            every::Crowd {
                plains: vec![vec![every::Plain::default()]; n],
                ..crowd()
            },
        ),
        (
            "optionals",
            every::Crowd {
                optionals: vec![vec![every::Optional::default()]; n],
                ..crowd()
            },
        ),
        (
            "unions",
            every::Crowd {
                either: vec![either.clone(); n],
                ..crowd()
            },
        ),
        (
            "full unions",
            every::Crowd {
                either: vec![wide; n],
                ..crowd()
            },
        ),
        (
            "entries",
            every::Crowd {
                by_name: (0..n)
                    .map(|i| (format!("{i:06}"), either.clone()))
                    .collect::<BTreeMap<_, _>>(),
                ..crowd()
            },
        ),
        (
            "doors",
            every::Crowd {
                doors: vec![vec![every::Door::Ajar]; n],
                ..crowd()
            },
        ),
    ]
}

#[test]
fn tiny_messages_of_large_types_cost_what_their_bytes_do() {
    for (named, crowd) in crowds(2000) {
        let bytes = crowd.to_encoded().unwrap().into_bytes();
        let taken = Taken::by::<every::Crowd>(&bytes);
        assert!(
            taken.are_linear::<every::Crowd>(bytes.len()),
            "{named}: {taken:?} for {}",
            bytes.len()
        );
        // Refused for the last byte, which is looked at after all others.
        let mut broken = bytes.to_vec();
        broken.push(0);
        let taken = Taken::by::<every::Crowd>(&broken);
        assert!(
            taken.are_linear::<every::Crowd>(broken.len()),
            "{named}: {taken:?} for {}",
            broken.len()
        );
    }
}

/// What the table learns about types it learns once, so that twice the messages are no more than twice the steps.
#[test]
fn twice_the_bytes_are_twice_the_steps() {
    let cost = |n: usize| -> Vec<(usize, Taken)> {
        let bytes = crowds(n)
            .into_iter()
            .map(|(_, crowd)| crowd.to_encoded().unwrap().into_bytes());
        bytes
            .map(|bytes| (bytes.len(), Taken::by::<every::Crowd>(&bytes)))
            .collect()
    };
    for ((len, once), (longer, twice)) in cost(1000).into_iter().zip(cost(2000)) {
        let scaled = |steps: u64| steps * longer as u64 * 21 / 20 / len as u64;
        assert!(
            twice.fast <= scaled(once.fast),
            "{once:?} for {len}, {twice:?} for {longer}"
        );
        assert!(
            twice.slow <= scaled(once.slow),
            "{once:?} for {len}, {twice:?} for {longer}"
        );
    }
}

/// The claim is worth as much as it fails where it should: a walk that starts again at each element is over the bound.
#[test]
fn a_quadratic_walk_is_over_the_bound() {
    let lists = every::Lists {
        c: vec![String::from("ab"); 2000],
        ..Default::default()
    };
    let encoded = lists.to_encoded().unwrap();
    let len = encoded.as_bytes().len() as u64;
    let view = encoded.view().c();
    let ((), linear) =
        steps::counted(|| assert_eq!(view.iter().filter(|s| s.is_empty()).count(), 0));
    assert!(linear > 0 && linear <= FAST * len);
    let (_, quadratic) = steps::counted(|| {
        (0..view.len())
            .filter(|i| view.iter().take(*i).any(str::is_empty))
            .count()
    });
    assert!(
        quadratic > 2 * (SLOW * len + LEARNING * size(every::Lists::TABLE.get().0)),
        "{quadratic} for {len}"
    );
}

#[test]
fn every_level_of_nesting_is_counted() {
    let tree = |levels| {
        (0..levels).fold(every::Tree::default(), |tree, _| every::Tree {
            left: Some(Box::new(tree)),
            ..every::Tree::default()
        })
    };
    let cost = |levels| Taken::by::<every::Tree>(tree(levels).to_encoded().unwrap().as_bytes());
    let (flat, deep) = (cost(0), cost(60));
    assert!(
        deep.fast >= flat.fast + 60 && deep.slow >= flat.slow + 60,
        "{flat:?}, {deep:?}"
    );
}

#[test]
fn each_way_to_refuse_a_crowd_is_linear() {
    let limits = Limits::default();
    for (named, crowd) in crowds(300) {
        let bytes = crowd.to_encoded().unwrap().into_bytes();
        for at in (0..bytes.len()).step_by(bytes.len() / 40 + 1) {
            let mut broken = bytes.to_vec();
            broken[at] ^= 0xFF;
            let taken = Taken::by::<every::Crowd>(&broken);
            assert!(
                taken.are_linear::<every::Crowd>(broken.len()),
                "{named}, byte {at}: {taken:?} for {}, {:?}",
                broken.len(),
                Encoded::<every::Crowd>::parse_with(broken.clone(), &limits).map(|_| ())
            );
        }
    }
}

/// Bytes that no value has: the seeds of the fuzz target, changed here and there.
#[test]
fn seeds_with_bytes_changed_are_linear() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/seeds/steps");
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut random = move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).unwrap()
    };
    for entry in std::fs::read_dir(folder).unwrap() {
        let seed = std::fs::read(entry.unwrap().path()).unwrap();
        for _ in 0..50 {
            let mut bytes = seed.clone();
            for _ in 0..=random(3) {
                let at = random(bytes.len());
                bytes[at] = u8::try_from(random(256)).unwrap();
            }
            stillwire_tests::fuzz::steps(&bytes);
        }
    }
}
