//! What a game server sends.

use super::{Fill, fill, fill_each, len, message, read, read_enums, read_few, set};
use crate::sets::updates::plain::{Contact, Guidance, Terrain, Transform, Update, Updates, Vessel};
use crate::touch::{Blob, Sink, Touch};
use crate::updates_capnp::{
    self as generated, contact, guidance, terrain, transform, update, updates,
};

impl Fill for Updates {
    message!(updates::Owned);

    fn fill(&self, mut to: Self::Builder<'_>) {
        fill_each!(self, to: updates);
    }
}

impl Fill for Update {
    message!(update::Owned);

    fn fill(&self, mut to: Self::Builder<'_>) {
        set!(self, to: score world_radius);
        fill_each!(self, to: contacts terrain);
    }
}

impl Fill for Contact {
    message!(contact::Owned);

    fn fill(&self, mut to: Self::Builder<'_>) {
        set!(self, to: damage entity_id);
        if let Some(vessel) = self.vessel {
            to.reborrow().init_vessel().set_seen(kind(vessel));
        }
        if let Some(id) = self.player_id {
            to.reborrow().init_player().set_id(id);
        }
        fill!(self, to: guidance transform);
        let reloads = self.reloads.as_slice();
        to.set_reloads(reloads).expect("there is room");
        let angles = self.turret_angles.as_slice();
        to.set_turret_angles(angles).expect("there is room");
    }
}

fn kind(vessel: Vessel) -> generated::Vessel {
    match vessel {
        Vessel::Raft => generated::Vessel::Raft,
        Vessel::Tug => generated::Vessel::Tug,
        Vessel::Trawler => generated::Vessel::Trawler,
        Vessel::Ferry => generated::Vessel::Ferry,
        Vessel::Corvette => generated::Vessel::Corvette,
        Vessel::Frigate => generated::Vessel::Frigate,
        Vessel::Cruiser => generated::Vessel::Cruiser,
        Vessel::Battleship => generated::Vessel::Battleship,
        Vessel::Carrier => generated::Vessel::Carrier,
        Vessel::Submarine => generated::Vessel::Submarine,
    }
}

impl Fill for Guidance {
    message!(guidance::Owned);

    fn fill(&self, mut to: Self::Builder<'_>) {
        set!(self, to: angle submerge velocity);
    }
}

impl Fill for Transform {
    message!(transform::Owned);

    fn fill(&self, mut to: Self::Builder<'_>) {
        set!(self, to: altitude angle velocity);
        to.set_x(self.position.x);
        to.set_y(self.position.y);
    }
}

impl Fill for Terrain {
    message!(terrain::Owned);

    fn fill(&self, mut to: Self::Builder<'_>) {
        to.set_x(self.chunk.x);
        to.set_y(self.chunk.y);
        to.set_data(&self.data);
    }
}

read! {
    updates::Reader<'_> { updates }
    update::Reader<'_> { contacts, score, world_radius, terrain }
    contact::Reader<'_> { damage, entity_id, vessel, guidance, player, reloads, transform, turret_angles }
    guidance::Reader<'_> { angle, submerge, velocity }
    transform::Reader<'_> { altitude, angle, x, y, velocity }
}
read_enums!(generated::Vessel);
read_few!(
    updates::Reader<'_>,
    updates {
        score,
        world_radius
    }
);

impl Touch for terrain::Reader<'_> {
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        self.get_x().touch(sink);
        self.get_y().touch(sink);
        Blob(self.get_data()).touch(sink);
    }
}

impl Touch for contact::vessel::Reader<'_> {
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        match self.which() {
            Ok(contact::vessel::Which::Unseen(())) => sink.number(0),
            Ok(contact::vessel::Which::Seen(vessel)) => {
                sink.number(1);
                vessel.touch(sink);
            }
            Err(_) => sink.broken(),
        }
    }
}

impl Touch for contact::player::Reader<'_> {
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        match self.which() {
            Ok(contact::player::Which::Nobody(())) => sink.number(0),
            Ok(contact::player::Which::Id(id)) => {
                sink.number(1);
                id.touch(sink);
            }
            Err(_) => sink.broken(),
        }
    }
}
