//! Every bound of the compiler: its unit, and what it stops. Ground floor: imports nothing of ours.
//!
//! Schemas are written by people, but an editor, a registry or a fuzzer may hand us anything; a
//! schema over a limit ends in a diagnostic that names the limit.

/// Bytes of one schema file. Stops inputs that would make the tree (about 100 times as large) fill memory.
pub const MAX_FILE_BYTES: usize = 1 << 20;

/// Files of one compilation. Stops a directory of endless files.
pub const MAX_FILES: usize = 4_096;

/// Packages between a requested one and its deepest import. Stops chains that never end.
pub const MAX_IMPORT_DEPTH: usize = 64;

/// Bytes of one identifier. Stops names that make generated paths and messages unbounded.
pub const MAX_IDENTIFIER_BYTES: usize = 255;

/// Fields of one message, variants of one union, or values of one enum; the largest ordinal.
/// Ordinals are 16 bits on the wire.
pub const MAX_MEMBERS: usize = 65_535;

/// Levels of `list<…>`, `map<…>` and `[…]` within one type. Stops stack overflow in every pass over types.
pub const MAX_TYPE_DEPTH: usize = 32;

/// Levels of messages declared within messages. Stops stack overflow; protobuf compilers stop at 32.
pub const MAX_BLOCK_DEPTH: usize = 16;

/// Levels of structs within structs. Generated code nests as deeply, and compilers recurse over it.
pub const MAX_STRUCT_DEPTH: usize = 64;

/// Constants that refer to constants, or aliases to aliases. Stops stack overflow in their evaluation.
pub const MAX_REFERENCE_DEPTH: usize = 64;

/// Operands of one constant expression. Stops expressions that take longer than reading them.
pub const MAX_EXPRESSION_TERMS: usize = 1_024;

/// Bytes of one value of fixed size: a struct or an array. The scalar block of a message counts in 16 bits.
pub const MAX_FIXED_BYTES: u64 = 65_535;

/// Elements of a fixed array.
pub const MAX_ARRAY_LENGTH: u32 = 65_535;

/// Digits after the point of a `decimal`: more do not fit an `i64`.
pub const MAX_DECIMAL_SCALE: u8 = 18;

/// Errors reported for one compilation; the rest is counted. Stops reports longer than their cause.
pub const MAX_ERRORS: usize = 100;

/// Times that fixes are applied and the result checked again. Stops fixes that call for one another without end.
pub const MAX_FIX_ROUNDS: usize = 32;

/// Bytes of one source line that a report shows around a label. Stops reports that print a file of one line.
pub const MAX_EXCERPT_BYTES: usize = 160;

/// Bytes of schema text quoted within a message.
pub const MAX_QUOTE_BYTES: usize = 48;

/// Slots of one message, which are its fields of variable size: their count has 14 bits on the wire.
pub const MAX_SLOTS: u16 = 16_383;
