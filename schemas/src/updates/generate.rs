//! Updates out of a seed.
//!
//! Small vessels are common and large ones rare; what a player sees of a vessel depends on its kind: the number of its
//! weapons and turrets, and whether it can dive.

use super::still::{
    ChunkId, Contact, Guidance, Position, Terrain, Transform, Update, Updates, Vessel,
};
use crate::random::Random;

/// What there is to know of a kind of vessel.
struct Class {
    vessel: Vessel,
    /// How many of 1,000 vessels are of this kind.
    share: u64,
    weapons: u64,
    turrets: u64,
}

const fn class(vessel: Vessel, share: u64, weapons: u64, turrets: u64) -> Class {
    Class {
        vessel,
        share,
        weapons,
        turrets,
    }
}

const CLASSES: [Class; 10] = [
    class(Vessel::Raft, 290, 2, 0),
    class(Vessel::Tug, 270, 11, 3),
    class(Vessel::Trawler, 160, 6, 2),
    class(Vessel::Submarine, 95, 14, 0),
    class(Vessel::Corvette, 55, 20, 1),
    class(Vessel::Battleship, 40, 28, 3),
    class(Vessel::Frigate, 35, 18, 4),
    class(Vessel::Carrier, 25, 16, 4),
    class(Vessel::Ferry, 20, 15, 1),
    class(Vessel::Cruiser, 10, 10, 4),
];

/// How far from the middle a vessel may be.
const RANGE: f32 = 750.0;
/// What vessels are made to do, in units of a hundredth.
const SLOWEST: i32 = 140;
const FASTEST: i32 = 900;
/// Vessels go backwards at this part of their speed.
const REVERSE: i32 = 4;
/// Vessels and what they fire.
const ENTITIES_OF_A_PLAYER: i32 = 20;
/// The side of a chunk of terrain.
const CHUNK: f32 = 1600.0;

/// So many updates.
pub fn generate(updates: usize, seed: u64) -> Updates {
    let mut random = Random::new(seed);
    Updates {
        updates: (0..updates).map(|_| update(&mut random)).collect(),
    }
}

fn update(random: &mut Random) -> Update {
    let players = random.within(200, 400);
    let contacts = random.within(20, 40);
    let chunks = random.within(3, 10);
    let luck = random.unit();
    let world_radius = (players as f32 * 15_000.0).sqrt() + (random.unit() - 0.5) * 100.0;
    let chunk_radius = (world_radius / CHUNK).ceil() as i32;
    Update {
        contacts: (0..contacts).map(|_| contact(random, players)).collect(),
        score: (luck * luck * luck * luck * 5000.0) as u32 + random.below(50) as u32,
        world_radius,
        terrain: (0..chunks).map(|_| terrain(random, chunk_radius)).collect(),
    }
}

fn pick_class(random: &mut Random) -> &'static Class {
    let mut left = random.below(1000);
    CLASSES
        .iter()
        .find(|class| {
            let found = left < class.share;
            left = left.saturating_sub(class.share);
            found
        })
        .expect("the shares are 1,000")
}

fn contact(random: &mut Random, players: i32) -> Contact {
    let class = pick_class(random);
    // Far away one sees that something is there, but not what.
    let near = random.percent(70);
    let (loaded, heading) = (random.below(100), random.next() as u16);
    let submerged = |random: &mut Random| class.vessel == Vessel::Submarine && random.percent(90);
    Contact {
        damage: if near && random.percent(60) {
            0
        } else {
            random.below(200) as u8
        },
        entity_id: random.within(0, players * ENTITIES_OF_A_PLAYER) as u32,
        vessel: near.then_some(class.vessel),
        guidance: Guidance {
            angle: random.next() as u16,
            submerge: submerged(random),
            velocity: velocity(random),
        },
        player_id: near.then(|| random.within(0, players) as u16),
        reloads: (0..class.weapons)
            .filter(|_| near)
            .map(|_| random.percent(loaded))
            .collect(),
        transform: Transform {
            altitude: if submerged(random) {
                random.within(-120, -35) as i8
            } else {
                0
            },
            angle: random.next() as u16,
            position: Position {
                x: (random.unit() - 0.5) * 2.0 * RANGE,
                y: (random.unit() - 0.5) * 2.0 * RANGE,
            },
            velocity: velocity(random),
        },
        turret_angles: (0..class.turrets)
            .filter(|_| near)
            .map(|_| turret(random, heading))
            .collect(),
    }
}

/// Most turrets point to about where the first one does.
fn turret(random: &mut Random, heading: u16) -> u16 {
    if random.percent(75) {
        heading.wrapping_add(random.within(-200, 200) as u16)
    } else {
        random.next() as u16
    }
}

fn velocity(random: &mut Random) -> i16 {
    let speed = match random.below(100) {
        0..80 => random.within(SLOWEST, FASTEST),
        80..90 => 0,
        _ => random.within(-FASTEST / REVERSE, -SLOWEST / REVERSE),
    };
    speed as i16
}

/// A chunk comes whole when it is first seen, and as a few bytes when it changes.
fn terrain(random: &mut Random, radius: i32) -> Terrain {
    let chunk = ChunkId {
        x: random.within(-radius, radius) as i8,
        y: random.within(-radius, radius) as i8,
    };
    let bytes = if random.percent(2) {
        random.within(900, 1100)
    } else {
        random.within(3, 9)
    };
    Terrain {
        chunk,
        data: (0..bytes).map(|_| random.next() as u8).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_the_same_updates_everywhere() {
        let updates = generate(20, 1);
        assert_eq!(generate(20, 1), updates);
        assert_ne!(generate(20, 2), updates);
        assert_eq!(updates.encode().to_message(), updates);
    }

    #[test]
    fn contacts_are_what_their_class_says() {
        assert_eq!(CLASSES.iter().map(|class| class.share).sum::<u64>(), 1000);
        for contact in generate(20, 3).updates.into_iter().flat_map(|u| u.contacts) {
            let weapons = contact.reloads.len() as u64;
            match contact.vessel {
                None => assert_eq!((weapons, contact.turret_angles.len()), (0, 0)),
                Some(vessel) => {
                    let class = CLASSES.iter().find(|class| class.vessel == vessel).unwrap();
                    assert_eq!(weapons, class.weapons);
                    assert_eq!(contact.turret_angles.len() as u64, class.turrets);
                }
            }
        }
    }
}
