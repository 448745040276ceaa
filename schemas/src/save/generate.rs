//! Players out of a seed.
//!
//! Numbers are as random as their types, names come from short lists, and what may be absent is absent every other time.

use super::still::{
    Abilities, Bed, Death, Entity, GameMode, Item, Player, RecipeBook, Rotation, Save, Status,
    Vector3, Vehicle,
};
use crate::random::Random;
use std::collections::BTreeMap;
use stillwire::Uuid;

const ITEMS: [&str; 8] = [
    "cobble",
    "plank",
    "hatchet",
    "clay",
    "flint",
    "spade",
    "breastplate",
    "loaf",
];
const CREATURES: [&str; 8] = [
    "goat", "llama", "ghoul", "wraith", "beetle", "lurker", "magpie", "wasp",
];
const NAMES: [&str; 8] = [
    "thunder", "duchess", "edgar", "bertie", "pixie", "chicken", "sprite", "walter",
];
const RECIPES: [&str; 8] = [
    "hatchet",
    "lantern",
    "crossbow",
    "workbench",
    "kiln",
    "clippers",
    "bolt",
    "powder",
];
const DIMENSIONS: [&str; 3] = ["surface", "caverns", "void"];
const CAUSES: [&str; 4] = ["fell", "drowned", "starved", "was slain by a wraith"];
const FEATS: [&str; 6] = [
    "blocks_mined",
    "deaths",
    "distance_swum",
    "items_crafted",
    "jumps",
    "trades",
];
const MODES: [GameMode; 4] = [
    GameMode::Survival,
    GameMode::Creative,
    GameMode::Adventure,
    GameMode::Spectator,
];
/// Fewer than this many of each.
const INVENTORY: u64 = 40;
const ENDER_ITEMS: u64 = 27;
const KNOWN_RECIPES: u64 = 30;
const DISPLAYED_RECIPES: u64 = 10;

/// So many players.
pub fn generate(players: usize, seed: u64) -> Save {
    let mut random = Random::new(seed);
    Save {
        players: (0..players).map(|_| player(&mut random)).collect(),
    }
}

fn player(random: &mut Random) -> Player {
    Player {
        game_mode: random.pick(MODES),
        previous_game_mode: random.pick(MODES),
        score: random.next64() as i64,
        dimension: random.pick(DIMENSIONS).to_owned(),
        selected_slot: random.next(),
        selected_item: item(random),
        spawn_dimension: random.maybe(|r| r.pick(DIMENSIONS).to_owned()),
        spawn_x: random.next64() as i64,
        spawn_y: random.next64() as i64,
        spawn_z: random.next64() as i64,
        spawn_forced: random.maybe(|r| r.percent(50)),
        sleep_timer: random.next() as u16,
        food_exhaustion: random.unit(),
        food_saturation: random.unit(),
        food_timer: random.next(),
        xp_level: random.next(),
        xp_progress: random.unit(),
        xp_total: random.next() as i32,
        xp_seed: random.next() as i32,
        inventory: random.some(INVENTORY, item),
        ender_items: random.some(ENDER_ITEMS, item),
        abilities: Abilities {
            walk_speed: random.unit(),
            fly_speed: random.unit(),
            may_fly: random.percent(50),
            flying: random.percent(50),
            invulnerable: random.percent(50),
            may_build: random.percent(50),
            instant_build: random.percent(50),
        },
        nether_entry: random.maybe(vector),
        vehicle: random.maybe(|r| Vehicle {
            uuid: uuid(r),
            entity: entity(r),
        }),
        left_shoulder: random.maybe(entity),
        right_shoulder: random.maybe(entity),
        seen_credits: random.percent(50),
        recipe_book: recipe_book(random),
        status: status(random),
        statistics: statistics(random),
    }
}

fn item(random: &mut Random) -> Item {
    Item {
        count: random.next() as i8,
        slot: random.next() as u8,
        id: random.pick(ITEMS).to_owned(),
    }
}

fn vector(random: &mut Random) -> Vector3 {
    Vector3 {
        x: random.place(),
        y: random.place(),
        z: random.place(),
    }
}

fn uuid(random: &mut Random) -> Uuid {
    let (high, low) = (random.next64(), random.next64());
    Uuid((u128::from(high) << 64 | u128::from(low)).to_be_bytes())
}

fn entity(random: &mut Random) -> Entity {
    Entity {
        id: random.pick(CREATURES).to_owned(),
        position: vector(random),
        motion: vector(random),
        rotation: Rotation {
            yaw: random.unit(),
            pitch: random.unit(),
        },
        fall_distance: random.unit(),
        fire: random.next() as u16,
        air: random.next() as u16,
        on_ground: random.percent(50),
        no_gravity: random.percent(50),
        invulnerable: random.percent(50),
        portal_cooldown: random.next() as i32,
        uuid: uuid(random),
        custom_name: random.maybe(|r| r.pick(NAMES).to_owned()),
        custom_name_visible: random.percent(50),
        silent: random.percent(50),
        glowing: random.percent(50),
    }
}

fn recipe_book(random: &mut Random) -> RecipeBook {
    RecipeBook {
        recipes: random.some(KNOWN_RECIPES, |r| r.pick(RECIPES).to_owned()),
        displayed: random.some(DISPLAYED_RECIPES, |r| r.pick(RECIPES).to_owned()),
        filtering: random.percent(50),
        open: random.percent(50),
        furnace_filtering: random.percent(50),
        furnace_open: random.percent(50),
        blaster_filtering: random.percent(50),
        blaster_open: random.percent(50),
        smoker_filtering: random.percent(50),
        smoker_open: random.percent(50),
    }
}

fn status(random: &mut Random) -> Status {
    match random.below(10) {
        0..6 => Status::Awake,
        6..9 => Status::Asleep(Bed {
            x: random.within(-30_000, 30_000),
            y: random.within(0, 256),
            z: random.within(-30_000, 30_000),
        }),
        _ => Status::Dead(Death {
            cause: random.pick(CAUSES).to_owned(),
            at: vector(random),
        }),
    }
}

fn statistics(random: &mut Random) -> BTreeMap<String, u32> {
    let mut known = BTreeMap::new();
    for feat in FEATS {
        if random.percent(50) {
            known.insert(feat.to_owned(), random.below(100_000) as u32);
        }
    }
    known
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_the_same_save_everywhere() {
        let save = generate(20, 1);
        assert_eq!(generate(20, 1), save);
        assert_ne!(generate(20, 2), save);
        assert_eq!(save.encode().to_message(), save);
    }

    #[test]
    fn every_status_comes_up_and_what_may_be_absent_sometimes_is() {
        let players = generate(100, 3).players;
        let count = |is: fn(&Player) -> bool| players.iter().filter(|p| is(p)).count();
        assert!(count(|p| p.status == Status::Awake) > 20);
        assert!(count(|p| matches!(p.status, Status::Asleep(_))) > 5);
        assert!(count(|p| matches!(p.status, Status::Dead(_))) > 1);
        assert!((20..80).contains(&count(|p| p.vehicle.is_some())));
    }
}
