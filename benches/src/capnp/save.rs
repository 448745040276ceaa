//! The players of a saved game.

use super::{
    Fill, fill, fill_each, fill_some, len, message, read, read_enums, read_few, set, set_text,
};
use crate::save_capnp::{
    self as generated, abilities, bed, death, entity, item, player, recipe_book, rotation, save,
    statistic, uuid, vector3, vehicle,
};
use crate::sets::save::plain::{
    Abilities, Bed, Death, Entity, GameMode, Item, Player, RecipeBook, Rotation, Save, Status,
    Uuid, Vector3, Vehicle,
};
use crate::touch::{Sink, Touch};

/// Messages of numbers alone.
macro_rules! fill_numbers {
    ($($name:ident = $module:ident { $($field:ident)* })*) => {$(
        impl Fill for $name {
            message!($module::Owned);

            fn fill(&self, mut to: Self::Builder<'_>) {
                set!(self, to: $($field)*);
            }
        }
    )*};
}
fill_numbers! {
    Vector3 = vector3 { x y z }
    Rotation = rotation { yaw pitch }
    Uuid = uuid { a b c d }
    Bed = bed { x y z }
    Abilities = abilities { walk_speed fly_speed may_fly flying invulnerable may_build instant_build }
}

impl Fill for Save {
    message!(save::Owned);

    fn fill(&self, mut to: Self::Builder<'_>) {
        fill_each!(self, to: players);
    }
}

impl Fill for Player {
    message!(player::Owned);

    fn fill(&self, mut to: Self::Builder<'_>) {
        to.set_game_mode(mode(self.game_mode));
        to.set_previous_game_mode(mode(self.previous_game_mode));
        set!(self, to: score selected_slot spawn_x spawn_y spawn_z sleep_timer food_exhaustion food_saturation);
        set!(self, to: food_timer xp_level xp_progress xp_total xp_seed seen_credits);
        set_text!(self, to: dimension);
        if let Some(dimension) = &self.spawn_dimension {
            to.set_spawn_dimension(dimension.as_str());
        }
        if let Some(forced) = self.spawn_forced {
            to.reborrow().init_spawn_forced().set_set(forced);
        }
        fill!(self, to: selected_item abilities recipe_book);
        fill_some!(self, to: nether_entry vehicle left_shoulder right_shoulder);
        fill_each!(self, to: inventory ender_items);
        let status = to.reborrow().init_status();
        match &self.status {
            Status::Awake => {}
            Status::Asleep(bed) => bed.fill(status.init_asleep()),
            Status::Dead(death) => death.fill(status.init_dead()),
        }
        let mut statistics = to.init_statistics(self.statistics.len() as u32);
        for (i, (feat, times)) in self.statistics.iter().enumerate() {
            let mut statistic = statistics.reborrow().get(i as u32);
            statistic.set_feat(feat.as_str());
            statistic.set_times(*times);
        }
    }
}

fn mode(mode: GameMode) -> generated::GameMode {
    match mode {
        GameMode::Survival => generated::GameMode::Survival,
        GameMode::Creative => generated::GameMode::Creative,
        GameMode::Adventure => generated::GameMode::Adventure,
        GameMode::Spectator => generated::GameMode::Spectator,
    }
}

impl Fill for Item {
    message!(item::Owned);

    fn fill(&self, mut to: Self::Builder<'_>) {
        set!(self, to: count slot);
        set_text!(self, to: id);
    }
}

impl Fill for Entity {
    message!(entity::Owned);

    fn fill(&self, mut to: Self::Builder<'_>) {
        set_text!(self, to: id);
        fill!(self, to: position motion rotation uuid);
        set!(self, to: fall_distance fire air on_ground no_gravity invulnerable portal_cooldown);
        set!(self, to: custom_name_visible silent glowing);
        if let Some(name) = &self.custom_name {
            to.set_custom_name(name.as_str());
        }
    }
}

impl Fill for RecipeBook {
    message!(recipe_book::Owned);

    fn fill(&self, mut to: Self::Builder<'_>) {
        let texts = self.recipes.as_slice();
        let mut list = to.reborrow().init_recipes(len(texts));
        for (i, text) in texts.iter().enumerate() {
            list.set(i as u32, text.as_str());
        }
        let texts = self.displayed.as_slice();
        let mut list = to.reborrow().init_displayed(len(texts));
        for (i, text) in texts.iter().enumerate() {
            list.set(i as u32, text.as_str());
        }
        set!(self, to: filtering open furnace_filtering furnace_open blaster_filtering blaster_open);
        set!(self, to: smoker_filtering smoker_open);
    }
}

impl Fill for Vehicle {
    message!(vehicle::Owned);

    fn fill(&self, mut to: Self::Builder<'_>) {
        fill!(self, to: uuid entity);
    }
}

impl Fill for Death {
    message!(death::Owned);

    fn fill(&self, mut to: Self::Builder<'_>) {
        set_text!(self, to: cause);
        fill!(self, to: at);
    }
}

read! {
    save::Reader<'_> { players }
    item::Reader<'_> { count, slot, id }
    vector3::Reader<'_> { x, y, z }
    rotation::Reader<'_> { yaw, pitch }
    uuid::Reader<'_> { a, b, c, d }
    abilities::Reader<'_> {
        walk_speed, fly_speed, may_fly, flying, invulnerable, may_build, instant_build,
    }
    recipe_book::Reader<'_> {
        recipes, displayed, filtering, open, furnace_filtering, furnace_open, blaster_filtering, blaster_open,
        smoker_filtering, smoker_open,
    }
    vehicle::Reader<'_> { uuid, entity }
    bed::Reader<'_> { x, y, z }
    death::Reader<'_> { cause, at }
    statistic::Reader<'_> { feat, times }
}
read_enums!(generated::GameMode);
read_few!(
    save::Reader<'_>,
    players {
        game_mode,
        score,
        xp_level
    }
);

macro_rules! touch_all {
    ($from:ident, $sink:ident: $($field:ident)*) => {
        pastey::paste! { $($from.[<get_ $field>]().touch($sink);)* }
    };
}

/// What is absent where its pointer is null.
macro_rules! touch_some {
    ($from:ident, $sink:ident: $($field:ident)*) => {
        pastey::paste! { $($from.[<has_ $field>]().then(|| $from.[<get_ $field>]()).touch($sink);)* }
    };
}

impl Touch for entity::Reader<'_> {
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        touch_all!(self, sink: id position motion rotation fall_distance fire air on_ground no_gravity invulnerable);
        touch_all!(self, sink: portal_cooldown uuid);
        touch_some!(self, sink: custom_name);
        touch_all!(self, sink: custom_name_visible silent glowing);
    }
}

impl Touch for player::Reader<'_> {
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        touch_all!(self, sink: game_mode previous_game_mode score dimension selected_slot selected_item);
        touch_some!(self, sink: spawn_dimension);
        touch_all!(self, sink: spawn_x spawn_y spawn_z spawn_forced sleep_timer food_exhaustion food_saturation);
        touch_all!(self, sink: food_timer xp_level xp_progress xp_total xp_seed inventory ender_items abilities);
        touch_some!(self, sink: nether_entry vehicle left_shoulder right_shoulder);
        touch_all!(self, sink: seen_credits recipe_book status statistics);
    }
}

impl Touch for player::spawn_forced::Reader<'_> {
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        match self.which() {
            Ok(player::spawn_forced::Which::Unset(())) => sink.number(0),
            Ok(player::spawn_forced::Which::Set(forced)) => {
                sink.number(1);
                forced.touch(sink);
            }
            Err(_) => sink.broken(),
        }
    }
}

impl Touch for player::status::Reader<'_> {
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        match self.which() {
            Ok(player::status::Which::Awake(())) => sink.number(1),
            Ok(player::status::Which::Asleep(bed)) => {
                sink.number(2);
                bed.touch(sink);
            }
            Ok(player::status::Which::Dead(death)) => {
                sink.number(3);
                death.touch(sink);
            }
            Err(_) => sink.broken(),
        }
    }
}
