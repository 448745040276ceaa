@0xb2f1c1c1a9a4d005;

enum Side { unspecified @0; bid @1; ask @2; }
enum Action { unspecified @0; add @1; change @2; remove @3; trade @4; }

struct Tick {
  sequence @0 :UInt64;
  at @1 :Int64;
  instrument @2 :UInt32;
  action @3 :Action;
  side @4 :Side;
  price @5 :Int64;
  quantity @6 :UInt32;
  orderId @7 :UInt64;
}

struct Ticks { ticks @0 :List(Tick); }
