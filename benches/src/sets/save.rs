//! The players of a saved game: nested, with much that may be absent.

use crate::convert::{Lend, To};
use crate::flatbuffers::save as fb;
use crate::proto::save as proto;
use crate::touch::{Sink, Touch};
use std::collections::BTreeMap;
use stillwire::Uuid;
use stillwire_samples::save::still;

/// What most peers take.
pub mod plain {
    use std::collections::BTreeMap;

    plain! {
        numbers GameMode { Survival, Creative, Adventure, Spectator }
        message Vector3 { x: f64, y: f64, z: f64 }
        message Rotation { yaw: f32, pitch: f32 }
        message Uuid { a: u32, b: u32, c: u32, d: u32 }
        message Item { count: i8, slot: u8, id: String }
        message Abilities {
            walk_speed: f32,
            fly_speed: f32,
            may_fly: bool,
            flying: bool,
            invulnerable: bool,
            may_build: bool,
            instant_build: bool,
        }
        message Entity {
            id: String,
            position: Vector3,
            motion: Vector3,
            rotation: Rotation,
            fall_distance: f32,
            fire: u16,
            air: u16,
            on_ground: bool,
            no_gravity: bool,
            invulnerable: bool,
            portal_cooldown: i32,
            uuid: Uuid,
            custom_name: Option<String>,
            custom_name_visible: bool,
            silent: bool,
            glowing: bool,
        }
        message RecipeBook {
            recipes: Vec<String>,
            displayed: Vec<String>,
            filtering: bool,
            open: bool,
            furnace_filtering: bool,
            furnace_open: bool,
            blaster_filtering: bool,
            blaster_open: bool,
            smoker_filtering: bool,
            smoker_open: bool,
        }
        message Vehicle { uuid: Uuid, entity: Entity }
        message Bed { x: i32, y: i32, z: i32 }
        message Death { cause: String, at: Vector3 }
        choice Status { Awake, Asleep(Bed), Dead(Death) }
        message Player {
            game_mode: GameMode,
            previous_game_mode: GameMode,
            score: i64,
            dimension: String,
            selected_slot: u32,
            selected_item: Item,
            spawn_dimension: Option<String>,
            spawn_x: i64,
            spawn_y: i64,
            spawn_z: i64,
            spawn_forced: Option<bool>,
            sleep_timer: u16,
            food_exhaustion: f32,
            food_saturation: f32,
            food_timer: u32,
            xp_level: u32,
            xp_progress: f32,
            xp_total: i32,
            xp_seed: i32,
            inventory: Vec<Item>,
            ender_items: Vec<Item>,
            abilities: Abilities,
            nether_entry: Option<Vector3>,
            vehicle: Option<Vehicle>,
            left_shoulder: Option<Entity>,
            right_shoulder: Option<Entity>,
            seen_credits: bool,
            recipe_book: RecipeBook,
            status: Status,
            statistics: BTreeMap<String, u32>,
        }
        message Save { players: Vec<Player> }
    }
}

enums! { GameMode { Survival, Creative, Adventure, Spectator } }
structs! {
    Vector3 { x, y, z }
    Rotation { yaw, pitch }
    Abilities { walk_speed, fly_speed, may_fly, flying, invulnerable, may_build, instant_build }
    Bed { x, y, z }
}
messages! {
    Item ItemView ItemInit<'static> { count, slot, id }
    Entity EntityView EntityInit<'static> {
        id, position [sub], motion [sub], rotation [sub], fall_distance, fire, air, on_ground, no_gravity, invulnerable,
        portal_cooldown, uuid [sub], custom_name, custom_name_visible, silent, glowing,
    }
    RecipeBook RecipeBookView RecipeBookInit<'static> {
        recipes, displayed, filtering, open, furnace_filtering, furnace_open, blaster_filtering, blaster_open,
        smoker_filtering, smoker_open,
    }
    Vehicle VehicleView VehicleInit<'static> { uuid [sub], entity [sub] }
    Death DeathView DeathInit<'static> { cause, at [sub] }
    Player PlayerView PlayerInit<'static> {
        game_mode, previous_game_mode, score, dimension, selected_slot, selected_item [sub], spawn_dimension, spawn_x,
        spawn_y, spawn_z, spawn_forced, sleep_timer, food_exhaustion, food_saturation, food_timer, xp_level, xp_progress,
        xp_total, xp_seed, inventory, ender_items, abilities [sub], nether_entry, vehicle, left_shoulder, right_shoulder,
        seen_credits, recipe_book [sub], status [sub], statistics,
    }
    Save SaveView SaveInit<'static> { players }
}
few!(Save SaveView players { game_mode, score, xp_level });

/// Four words, from the highest.
fn words(uuid: Uuid) -> [u32; 4] {
    let value = u128::from_be_bytes(uuid.0);
    [96, 64, 32, 0].map(|shift| (value >> shift) as u32)
}

macro_rules! uuids {
    ($($form:ident),*) => {$(
        impl To<$form::Uuid> for Uuid {
            fn to(&self) -> $form::Uuid {
                let [a, b, c, d] = words(*self);
                $form::Uuid { a, b, c, d }
            }
        }
    )*};
}
uuids!(plain, proto, fb);

macro_rules! touch_uuid {
    ($($ty:ty),*) => {$(
        impl Touch for $ty {
            #[inline(always)]
            fn touch<S: Sink>(self, sink: &mut S) {
                (&self.a).touch(sink);
                (&self.b).touch(sink);
                (&self.c).touch(sink);
                (&self.d).touch(sink);
            }
        }
    )*};
}
touch_uuid!(
    &plain::Uuid,
    &proto::Uuid,
    &<plain::Uuid as rkyv::Archive>::Archived
);

impl Lend<still::StatusInit<'static>> for still::Status {
    fn lend(&'static self) -> still::StatusInit<'static> {
        match self {
            Self::Awake => still::StatusInit::Awake,
            Self::Asleep(bed) => still::StatusInit::Asleep(*bed),
            Self::Dead(death) => still::StatusInit::Dead(death.lend()),
            Self::Unknown(_) => panic!("no generator makes another variant"),
        }
    }
}

impl To<plain::Status> for still::Status {
    fn to(&self) -> plain::Status {
        match self {
            Self::Awake => plain::Status::Awake,
            Self::Asleep(bed) => plain::Status::Asleep(bed.to()),
            Self::Dead(death) => plain::Status::Dead(death.to()),
            Self::Unknown(_) => panic!("no generator makes another variant"),
        }
    }
}

impl To<proto::Status> for still::Status {
    fn to(&self) -> proto::Status {
        use proto::status::Kind;
        proto::Status {
            kind: Some(match self {
                Self::Awake => Kind::Awake(proto::Awake {}),
                Self::Asleep(bed) => Kind::Asleep(bed.to()),
                Self::Dead(death) => Kind::Dead(death.to()),
                Self::Unknown(_) => panic!("no generator makes another variant"),
            }),
        }
    }
}

impl To<fb::Status> for still::Status {
    fn to(&self) -> fb::Status {
        match self {
            Self::Awake => fb::Status::Awake(Box::new(fb::Awake {})),
            Self::Asleep(bed) => fb::Status::Bed(bed.to()),
            Self::Dead(death) => fb::Status::Death(death.to()),
            Self::Unknown(_) => panic!("no generator makes another variant"),
        }
    }
}

impl To<Vec<fb::Statistic>> for BTreeMap<String, u32> {
    fn to(&self) -> Vec<fb::Statistic> {
        let statistic = |(feat, times): (&String, &u32)| fb::Statistic {
            feat: feat.clone(),
            times: *times,
        };
        self.iter().map(statistic).collect()
    }
}

impl Touch for fb::StatisticRef<'_> {
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        self.feat().touch(sink);
        self.times().touch(sink);
    }
}

impl Touch for fb::UuidRef<'_> {
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        for part in [self.a(), self.b(), self.c(), self.d()] {
            part.touch(sink);
        }
    }
}

impl Touch for fb::StatusRef<'_> {
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        match self {
            Self::Awake(_) => sink.number(1),
            Self::Bed(bed) => {
                sink.number(2);
                bed.touch(sink);
            }
            Self::Death(death) => {
                sink.number(3);
                death.touch(sink);
            }
        }
    }
}

/// A union: which variant it is, then what that holds.
macro_rules! touch_status {
    ($($ty:ty: $status:ident $(| $unknown:ident)?),*) => {$(
        impl Touch for $ty {
            #[inline(always)]
            fn touch<S: Sink>(self, sink: &mut S) {
                use $status as Status;
                match self {
                    Status::Awake => sink.number(1),
                    Status::Asleep(bed) => {
                        sink.number(2);
                        bed.touch(sink);
                    }
                    Status::Dead(death) => {
                        sink.number(3);
                        death.touch(sink);
                    }
                    $(Status::$unknown(_) => sink.broken(),)?
                }
            }
        }
    )*};
}
use plain::{ArchivedStatus, Status as PlainStatus};
use still::{Status as StillStatus, StatusView};
touch_status! {
    &plain::Status: PlainStatus,
    &ArchivedStatus: ArchivedStatus,
    &still::Status: StillStatus | Unknown,
    StatusView<'_>: StatusView | Unknown
}

impl Touch for &proto::Status {
    #[inline(always)]
    fn touch<S: Sink>(self, sink: &mut S) {
        use proto::status::Kind;
        match &self.kind {
            Some(Kind::Awake(_)) => sink.number(1),
            Some(Kind::Asleep(bed)) => {
                sink.number(2);
                bed.touch(sink);
            }
            Some(Kind::Dead(death)) => {
                sink.number(3);
                death.touch(sink);
            }
            None => sink.broken(),
        }
    }
}
