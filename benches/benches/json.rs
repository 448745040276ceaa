//! The JSON form beside serde_json's of derived types, both ways, for a log and for updates of a game.
//!
//! `cargo bench -p stillwire-benches --bench json`
//!
//! Both hold the same data under the same keys and leave out what is at its default. serde_json's types have it easier where
//! they differ: 64-bit integers are numbers, and bytes are text in Base64 that nobody decodes or encodes. What is timed
//! on Stillwire's side is text to verified bytes and back.
//!
//! The cases take turns, and each keeps its fastest one: noise only ever adds.
#![forbid(unsafe_code)]

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::hint::black_box;
use std::time::{Duration, Instant};
use stillwire::codec::json::JsonStyle;
use stillwire::codec::{Message, ToEncoded};
use stillwire::{Encoded, Limits};
use stillwire_samples::{log, updates};

/// What the sets are made of. Any number would do.
const SEED: u64 = 1;
/// Turns of each case.
const TURNS: usize = 150;

macro_rules! derived {
    ($($name:ident { $($field:ident: $ty:ty),* $(,)? })*) => {$(
        #[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
        #[serde(default, rename_all = "camelCase")]
        struct $name {$(
            #[serde(skip_serializing_if = "is_default")]
            $field: $ty,
        )*}
    )*};
}
derived! {
    Log { records: Vec<Record> }
    Record {
        address: String, identity: String, user: String, timestamp: String, request: String, status: u16, size: u64,
    }
    Position { x: f32, y: f32 }
    Transform { altitude: i8, angle: u16, position: Position, velocity: i16 }
    Guidance { angle: u16, submerge: bool, velocity: i16 }
    Contact {
        damage: u8, entity_id: u32, vessel: Option<Vessel>, guidance: Guidance, player_id: Option<u16>,
        reloads: Vec<bool>, transform: Transform, turret_angles: Vec<u16>,
    }
    ChunkId { x: i8, y: i8 }
    Terrain { chunk: ChunkId, data: String }
    Update { contacts: Vec<Contact>, score: u32, world_radius: f32, terrain: Vec<Terrain> }
    Updates { updates: Vec<Update> }
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[allow(clippy::enum_variant_names, reason = "the names in JSON")]
enum Vessel {
    VesselRaft,
    VesselTug,
    VesselTrawler,
    VesselFerry,
    VesselCorvette,
    VesselFrigate,
    VesselCruiser,
    VesselBattleship,
    VesselCarrier,
    VesselSubmarine,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// Our JSON with the sizes as numbers.
fn eased(value: &mut Value) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(eased),
        Value::Object(members) => {
            for (key, value) in members {
                if let ("size", Value::String(text)) = (key.as_str(), &*value) {
                    *value = Value::from(text.parse::<u64>().expect("a number"));
                }
                eased(value);
            }
        }
        _ => {}
    }
}

/// What a case does, how long its text is, and one turn of it.
type Case<'a> = (&'static str, usize, Box<dyn FnMut() + 'a>);

fn compare<M, T>(name: &str, value: &impl ToEncoded<M>, turns: usize)
where
    M: Message,
    T: Serialize + DeserializeOwned + PartialEq,
{
    let encoded = value.to_encoded().expect("it can be encoded");
    let text = encoded.to_json().expect("it has a form");
    let read =
        |text: &str| Encoded::<M>::from_json_with(text, &Default::default(), &Limits::TRUSTED);
    assert!(read(&text).is_ok_and(|back| back == encoded));
    let mut peer: Value = serde_json::from_str(&text).expect("it is JSON");
    eased(&mut peer);
    let peer: T = serde_json::from_value(peer).expect("the types are the same");
    let peer_text = serde_json::to_string(&peer).expect("it can be written");

    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    let mut cases: [Case<'_>; 4] = [
        (
            "stillwire writes",
            text.len(),
            Box::new(|| {
                ours.clear();
                black_box(&encoded)
                    .put_json(&JsonStyle::default(), &mut ours)
                    .expect("it has a form");
                black_box(&mut ours);
            }),
        ),
        (
            "serde_json writes",
            peer_text.len(),
            Box::new(|| {
                theirs.clear();
                serde_json::to_writer(&mut theirs, black_box(&peer)).expect("a Vec has room");
                black_box(&mut theirs);
            }),
        ),
        (
            "stillwire reads",
            text.len(),
            Box::new(|| {
                black_box(read(black_box(&text)).expect("its own form"));
            }),
        ),
        (
            "serde_json reads",
            peer_text.len(),
            Box::new(|| {
                let read: T = serde_json::from_str(black_box(&peer_text)).expect("its own form");
                black_box(read);
            }),
        ),
    ];
    let mut best = [Duration::MAX; 4];
    for _ in 0..turns {
        for (best, (_, _, run)) in best.iter_mut().zip(&mut cases) {
            let start = Instant::now();
            run();
            *best = start.elapsed().min(*best);
        }
    }
    for (best, (what, bytes, _)) in best.iter().zip(&cases) {
        let rate = *bytes as f64 / best.as_secs_f64() / 1e6;
        println!(
            "{name:8} {what:18} {:8.0} µs {rate:6.0} MB/s",
            best.as_secs_f64() * 1e6
        );
    }
    let ratio = |a: usize, b: usize| best[a].as_secs_f64() / best[b].as_secs_f64();
    println!(
        "{name:8} writing {:.2}, reading {:.2} of serde_json's time",
        ratio(0, 1),
        ratio(2, 3)
    );
}

fn main() {
    // `cargo test` runs each case once.
    let turns = if std::env::args().any(|arg| arg == "--bench") {
        TURNS
    } else {
        1
    };
    let elements = |n: usize| if turns == 1 { n / 100 } else { n };
    compare::<log::still::Log, Log>("log", &log::generate(elements(10_000), SEED), turns);
    compare::<updates::still::Updates, Updates>(
        "updates",
        &updates::generate(elements(1_000), SEED),
        turns,
    );
}
