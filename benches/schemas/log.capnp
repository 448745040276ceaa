@0xb2f1c1c1a9a4d001;

struct Log { records @0 :List(Record); }

struct Record {
  a @0 :UInt8;
  b @1 :UInt8;
  c @2 :UInt8;
  d @3 :UInt8;
  identity @4 :Text;
  user @5 :Text;
  timestamp @6 :Text;
  request @7 :Text;
  status @8 :UInt16;
  size @9 :UInt64;
}
