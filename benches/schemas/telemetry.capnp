@0xb2f1c1c1a9a4d006;

# There are no maps.
struct Attribute { key @0 :Text; value @1 :Text; }
struct Resource { service @0 :Text; attrs @1 :List(Attribute); }

struct LogRecord {
  at @0 :Int64;
  # Its number: the values of an enum are dense here.
  severity @1 :UInt8;
  # Pointers that are null are no identifiers.
  traceId @2 :Data;
  spanId @3 :Data;
  body :union { text @4 :Text; json @5 :Text; raw @6 :Data; }
  attrs @7 :List(Attribute);
  userId @8 :Text;
}

struct LogBatch { resource @0 :Resource; records @1 :List(LogRecord); dropped @2 :UInt64; }
