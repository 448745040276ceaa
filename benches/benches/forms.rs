//! The protobuf form beside prost, and the JSON form beside serde_json's derived types, both ways, for every data set.
//!
//! `cargo bench -p stillwire-benches --bench forms`; with names of sets behind `--`, these alone.
//!
//! prost's types are those of the emitted `.proto`, so both read the same bytes and write them. serde's types hold the same data
//! under the same keys and leave out what is at its default. They have it easier where they differ: 64-bit integers are
//! numbers, and times, UUIDs, decimals and bytes are text that nobody decodes or encodes. What is timed on Stillwire's side
//! is a form to verified bytes, and back.
//!
//! The cases take turns, and each keeps its fastest one: noise only ever adds. A turn is two runs, of which the second counts:
//! the first pays for the memory that the case before it left in pieces. Ratios are Stillwire's time over the other's.
#![forbid(unsafe_code)]

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::{Duration, Instant};
use stillwire::codec::json::JsonStyle;
use stillwire::codec::{Message, ToEncoded};
use stillwire::{Encoded, Limits};
use stillwire_benches::emitted;
use stillwire_benches::sets::{SEED, Set};
use stillwire_samples::{log, market, mesh, save, telemetry, updates};

/// How long the cases of one set take turns.
const SPENT: Duration = Duration::from_secs(8);

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

    Mesh { triangles: Vec<Triangle> }
    Triangle { v0: Vector3, v1: Vector3, v2: Vector3, normal: Vector3 }
    Vector3 { x: f32, y: f32, z: f32 }

    Save { players: Vec<Player> }
    Place { x: f64, y: f64, z: f64 }
    Rotation { yaw: f32, pitch: f32 }
    Item { count: i8, slot: u8, id: String }
    Abilities {
        walk_speed: f32, fly_speed: f32, may_fly: bool, flying: bool, invulnerable: bool, may_build: bool, instant_build: bool,
    }
    Entity {
        id: String, position: Place, motion: Place, rotation: Rotation, fall_distance: f32, fire: u16, air: u16,
        on_ground: bool, no_gravity: bool, invulnerable: bool, portal_cooldown: i32, uuid: String,
        custom_name: Option<String>, custom_name_visible: bool, silent: bool, glowing: bool,
    }
    RecipeBook {
        recipes: Vec<String>, displayed: Vec<String>, filtering: bool, open: bool, furnace_filtering: bool, furnace_open: bool,
        blaster_filtering: bool, blaster_open: bool, smoker_filtering: bool, smoker_open: bool,
    }
    Vehicle { uuid: String, entity: Entity }
    Bed { x: i32, y: i32, z: i32 }
    Death { cause: String, at: Place }
    Player {
        game_mode: Option<GameMode>, previous_game_mode: Option<GameMode>, score: i64, dimension: String, selected_slot: u32,
        selected_item: Item, spawn_dimension: Option<String>, spawn_x: i64, spawn_y: i64, spawn_z: i64,
        spawn_forced: Option<bool>, sleep_timer: u16, food_exhaustion: f32, food_saturation: f32, food_timer: u32,
        xp_level: u32, xp_progress: f32, xp_total: i32, xp_seed: i32, inventory: Vec<Item>, ender_items: Vec<Item>,
        abilities: Abilities, nether_entry: Option<Place>, vehicle: Option<Vehicle>, left_shoulder: Option<Entity>,
        right_shoulder: Option<Entity>, seen_credits: bool, recipe_book: RecipeBook, status: Option<Status>,
        statistics: BTreeMap<String, u32>,
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

    Ticks { ticks: Vec<Tick> }
    Tick {
        sequence: u64, at: String, instrument: u32, action: Option<Action>, side: Option<Side>, price: String, quantity: u32,
        order_id: u64,
    }

    LogBatch { resource: Resource, records: Vec<LogRecord>, dropped: u64 }
    Resource { service: String, attrs: BTreeMap<String, String> }
    LogRecord {
        at: String, severity: Option<Severity>, trace_id: Option<String>, span_id: Option<String>, body: Option<Body>,
        attrs: BTreeMap<String, String>, user_id: Option<String>,
    }
}

macro_rules! named {
    ($($name:ident { $($value:ident),* $(,)? })*) => {$(
        #[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "SCREAMING_SNAKE_CASE")]
        #[allow(clippy::enum_variant_names, reason = "the names in JSON")]
        enum $name { $($value),* }
    )*};
}
named! {
    Vessel {
        VesselRaft, VesselTug, VesselTrawler, VesselFerry, VesselCorvette, VesselFrigate, VesselCruiser, VesselBattleship,
        VesselCarrier, VesselSubmarine,
    }
    GameMode { GameModeSurvival, GameModeCreative, GameModeAdventure, GameModeSpectator }
    Side { SideUnspecified, SideBid, SideAsk }
    Action { ActionUnspecified, ActionAdd, ActionChange, ActionRemove, ActionTrade }
    Severity {
        SeverityUnspecified, SeverityTrace, SeverityDebug, SeverityInfo, SeverityWarn, SeverityError, SeverityFatal,
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Status {
    Awake {},
    Asleep(Bed),
    Dead(Death),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Body {
    Text(String),
    Json(String),
    Raw(String),
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// The keys of 64-bit integers.
const WIDE: [&str; 8] = [
    "size", "score", "spawnX", "spawnY", "spawnZ", "sequence", "orderId", "dropped",
];

/// Our JSON with 64-bit integers as numbers.
fn eased(value: &mut Value) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(eased),
        Value::Object(members) => {
            for (key, value) in members {
                match value.as_str() {
                    Some(text) if WIDE.contains(&key.as_str()) => {
                        *value = serde_json::from_str(text).expect("a number");
                    }
                    _ => eased(value),
                }
            }
        }
        _ => {}
    }
}

/// What is compared: its name, the most that the ratio may be, and a turn of Stillwire's and of the other's.
type Case<'a> = (&'static str, f64, [Box<dyn FnMut() + 'a>; 2]);

fn compare<M, P, T>(set: Set, value: &impl ToEncoded<M>, spent: Duration)
where
    M: Message,
    P: prost::Message + Default + PartialEq,
    T: Serialize + DeserializeOwned + PartialEq,
{
    let encoded = value.to_encoded().expect("it can be encoded");
    let form = encoded.to_protobuf().expect("it has a form");
    let text = encoded.to_json().expect("it has a form");
    let from_form = |form: &[u8]| Encoded::<M>::from_protobuf(form, &Limits::TRUSTED);
    let from_text =
        |text: &str| Encoded::<M>::from_json_with(text, &Default::default(), &Limits::TRUSTED);
    assert!(from_form(&form).is_ok_and(|back| back == encoded));
    assert!(from_text(&text).is_ok_and(|back| back == encoded));

    let message = P::decode(&form[..]).expect("the types are the same");
    assert!(
        message.encode_to_vec() == form,
        "both write the same protobuf"
    );
    let mut eased_text: Value = serde_json::from_str(&text).expect("it is JSON");
    eased(&mut eased_text);
    let peer: T = serde_json::from_value(eased_text).expect("the types are the same");
    let peer_text = serde_json::to_string(&peer).expect("it can be written");

    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    let mut cases: [Case<'_>; 4] = [
        (
            "protobuf -> Stillwire / prost's decode",
            0.7,
            [
                Box::new(|| {
                    drop(black_box(
                        from_form(black_box(&form)).expect("its own form"),
                    ))
                }),
                Box::new(|| {
                    drop(black_box(
                        P::decode(black_box(&form[..])).expect("its form"),
                    ))
                }),
            ],
        ),
        (
            "Stillwire -> protobuf / prost's encode",
            0.5,
            [
                Box::new(|| {
                    drop(black_box(
                        black_box(&encoded).to_protobuf().expect("it fits"),
                    ))
                }),
                Box::new(|| drop(black_box(black_box(&message).encode_to_vec()))),
            ],
        ),
        (
            "JSON -> Stillwire / serde_json's reading",
            1.0,
            [
                Box::new(|| {
                    drop(black_box(
                        from_text(black_box(&text)).expect("its own form"),
                    ))
                }),
                Box::new(|| {
                    let read: T = serde_json::from_str(black_box(&peer_text)).expect("its form");
                    drop(black_box(read));
                }),
            ],
        ),
        (
            "Stillwire -> JSON / serde_json's writing",
            1.0,
            [
                Box::new(|| {
                    ours.clear();
                    let style = JsonStyle::default();
                    black_box(&encoded)
                        .put_json(&style, &mut ours)
                        .expect("it fits");
                    black_box(&mut ours);
                }),
                Box::new(|| {
                    theirs.clear();
                    serde_json::to_writer(&mut theirs, black_box(&peer)).expect("a Vec has room");
                    black_box(&mut theirs);
                }),
            ],
        ),
    ];
    let mut best = [[Duration::MAX; 2]; 4];
    let begin = Instant::now();
    loop {
        for (best, (.., runs)) in best.iter_mut().zip(&mut cases) {
            for (best, run) in best.iter_mut().zip(runs) {
                run();
                let start = Instant::now();
                run();
                *best = start.elapsed().min(*best);
            }
        }
        if begin.elapsed() >= spent {
            break;
        }
    }
    println!(
        "{}: {} bytes of protobuf, {} of JSON",
        set.name(),
        form.len(),
        text.len()
    );
    for ([ours, theirs], (what, most, _)) in best.iter().zip(&cases) {
        let micros = |time: &Duration| time.as_secs_f64() * 1e6;
        let ratio = micros(ours) / micros(theirs);
        let kept = if ratio <= *most { "" } else { "  MISSED" };
        println!(
            "  {what:42} {:8.0} / {:8.0} µs = {ratio:.2} (at most {most}){kept}",
            micros(ours),
            micros(theirs)
        );
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    // `cargo test` runs each case once.
    let measures = arguments.iter().any(|argument| argument == "--bench");
    let named = |set: &Set| arguments.iter().any(|argument| argument == set.name());
    let all = !Set::ALL.iter().any(named);
    let spent = if measures { SPENT } else { Duration::ZERO };
    for set in Set::ALL.into_iter().filter(|set| all || named(set)) {
        let elements = set.elements() / if measures { 1 } else { 100 };
        macro_rules! compare {
            ($module:ident $name:ident) => {
                compare::<$module::still::$name, emitted::$module::$name, $name>(
                    set,
                    &$module::generate(elements, SEED),
                    spent,
                )
            };
        }
        match set {
            Set::Log => compare!(log Log),
            Set::Mesh => compare!(mesh Mesh),
            Set::Save => compare!(save Save),
            Set::Updates => compare!(updates Updates),
            Set::Market => compare!(market Ticks),
            Set::Telemetry => compare!(telemetry LogBatch),
            // One message, and a set again.
            Set::Tick | Set::LogAccents => {}
        }
    }
}
