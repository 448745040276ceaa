@0xb2f1c1c1a9a4d004;

enum GameMode { survival @0; creative @1; adventure @2; spectator @3; }

struct Vector3 { x @0 :Float64; y @1 :Float64; z @2 :Float64; }
struct Rotation { yaw @0 :Float32; pitch @1 :Float32; }
struct Uuid { a @0 :UInt32; b @1 :UInt32; c @2 :UInt32; d @3 :UInt32; }
struct Item { count @0 :Int8; slot @1 :UInt8; id @2 :Text; }

struct Abilities {
  walkSpeed @0 :Float32;
  flySpeed @1 :Float32;
  mayFly @2 :Bool;
  flying @3 :Bool;
  invulnerable @4 :Bool;
  mayBuild @5 :Bool;
  instantBuild @6 :Bool;
}

struct Entity {
  id @0 :Text;
  position @1 :Vector3;
  motion @2 :Vector3;
  rotation @3 :Rotation;
  fallDistance @4 :Float32;
  fire @5 :UInt16;
  air @6 :UInt16;
  onGround @7 :Bool;
  noGravity @8 :Bool;
  invulnerable @9 :Bool;
  portalCooldown @10 :Int32;
  uuid @11 :Uuid;
  # A pointer that is null is no name.
  customName @12 :Text;
  customNameVisible @13 :Bool;
  silent @14 :Bool;
  glowing @15 :Bool;
}

struct RecipeBook {
  recipes @0 :List(Text);
  displayed @1 :List(Text);
  filtering @2 :Bool;
  open @3 :Bool;
  furnaceFiltering @4 :Bool;
  furnaceOpen @5 :Bool;
  blasterFiltering @6 :Bool;
  blasterOpen @7 :Bool;
  smokerFiltering @8 :Bool;
  smokerOpen @9 :Bool;
}

struct Vehicle { uuid @0 :Uuid; entity @1 :Entity; }
struct Bed { x @0 :Int32; y @1 :Int32; z @2 :Int32; }
struct Death { cause @0 :Text; at @1 :Vector3; }
# There are no maps.
struct Statistic { feat @0 :Text; times @1 :UInt32; }

struct Player {
  gameMode @0 :GameMode;
  previousGameMode @1 :GameMode;
  score @2 :Int64;
  dimension @3 :Text;
  selectedSlot @4 :UInt32;
  selectedItem @5 :Item;
  spawnDimension @6 :Text;
  spawnX @7 :Int64;
  spawnY @8 :Int64;
  spawnZ @9 :Int64;
  spawnForced :union { unset @10 :Void; set @11 :Bool; }
  sleepTimer @12 :UInt16;
  foodExhaustion @13 :Float32;
  foodSaturation @14 :Float32;
  foodTimer @15 :UInt32;
  xpLevel @16 :UInt32;
  xpProgress @17 :Float32;
  xpTotal @18 :Int32;
  xpSeed @19 :Int32;
  inventory @20 :List(Item);
  enderItems @21 :List(Item);
  abilities @22 :Abilities;
  netherEntry @23 :Vector3;
  vehicle @24 :Vehicle;
  leftShoulder @25 :Entity;
  rightShoulder @26 :Entity;
  seenCredits @27 :Bool;
  recipeBook @28 :RecipeBook;
  status :union { awake @29 :Void; asleep @30 :Bed; dead @31 :Death; }
  statistics @32 :List(Statistic);
}

struct Save { players @0 :List(Player); }
