@0xb2f1c1c1a9a4d003;

enum Vessel { raft @0; tug @1; trawler @2; ferry @3; corvette @4; frigate @5; cruiser @6; battleship @7; carrier @8; submarine @9; }

struct Transform { altitude @0 :Int8; angle @1 :UInt16; x @2 :Float32; y @3 :Float32; velocity @4 :Int16; }
struct Guidance { angle @0 :UInt16; submerge @1 :Bool; velocity @2 :Int16; }

struct Contact {
  damage @0 :UInt8;
  entityId @1 :UInt32;
  vessel :union { unseen @2 :Void; seen @3 :Vessel; }
  guidance @4 :Guidance;
  player :union { nobody @5 :Void; id @6 :UInt16; }
  reloads @7 :List(Bool);
  transform @8 :Transform;
  turretAngles @9 :List(UInt16);
}

struct Terrain { x @0 :Int8; y @1 :Int8; data @2 :Data; }

struct Update {
  contacts @0 :List(Contact);
  score @1 :UInt32;
  worldRadius @2 :Float32;
  terrain @3 :List(Terrain);
}

struct Updates { updates @0 :List(Update); }
