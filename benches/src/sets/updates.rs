//! What a game server sends: many small nested messages.

use crate::flatbuffers::updates as fb;
use crate::proto::updates as proto;
use crate::touch::Touch as _;
use stillwire_samples::updates::still;

/// What most peers take.
pub mod plain {
    plain! {
        numbers Vessel {
            Raft, Tug, Trawler, Ferry, Corvette, Frigate, Cruiser, Battleship, Carrier, Submarine,
        }
        message Position { x: f32, y: f32 }
        message Transform { altitude: i8, angle: u16, position: Position, velocity: i16 }
        message Guidance { angle: u16, submerge: bool, velocity: i16 }
        message Contact {
            damage: u8,
            entity_id: u32,
            vessel: Option<Vessel>,
            guidance: Guidance,
            player_id: Option<u16>,
            reloads: Vec<bool>,
            transform: Transform,
            turret_angles: Vec<u16>,
        }
        message ChunkId { x: i8, y: i8 }
        message Terrain { chunk: ChunkId, data: Vec<u8> }
        message Update {
            contacts: Vec<Contact>,
            score: u32,
            world_radius: f32,
            terrain: Vec<Terrain>,
        }
        message Updates { updates: Vec<Update> }
    }
}

enums! {
    Vessel {
        Raft, Tug, Trawler, Ferry, Corvette, Frigate, Cruiser, Battleship, Carrier, Submarine,
    }
}
structs! {
    Position { x, y }
    Transform { altitude, angle, position [sub], velocity }
    Guidance { angle, submerge, velocity }
    ChunkId { x, y }
}
messages! {
    Contact ContactView ContactInit<'static> {
        damage, entity_id, vessel, guidance [sub], player_id, reloads, transform [sub], turret_angles,
    }
    Terrain TerrainView TerrainInit<'static> { chunk [sub], data [blob] }
    Update UpdateView UpdateInit<'static> { contacts, score, world_radius, terrain }
    Updates UpdatesView UpdatesInit<'static> { updates }
}
few!(Updates UpdatesView updates { score, world_radius });
