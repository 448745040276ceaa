//! Bounds on what a peer, or a value, may ask for. Each field says which attack it stops.

/// The largest message that the format can hold, in bytes: 2³¹ − 1, as protobuf's.
pub const MAX_MESSAGE_BYTES: usize = 0x7FFF_FFFF;
/// The largest number of elements in one list: the count has 30 bits.
pub const MAX_ELEMENTS: usize = 0x3FFF_FFFF;
/// The most bytes of scalars in one message: their number is a `u16`.
pub const MAX_SCALARS: usize = 0xFFFF;
/// The most slots in one message: their number has 14 bits.
pub const MAX_SLOTS: usize = 0x3FFF;
/// How deep messages nest when nobody says otherwise (Cap'n Proto and FlatBuffers: 64).
pub const DEFAULT_DEPTH: u32 = 64;
/// The largest message taken from a peer when nobody says otherwise, in bytes (tonic, connect: 4 MiB).
pub const DEFAULT_MESSAGE_BYTES: usize = 4 * 1024 * 1024;

/// How deep the messages of a protobuf form nest when nobody says otherwise (protobuf's C++ and Java, prost: 100).
pub const DEFAULT_PROTOBUF_DEPTH: u32 = 100;
/// What the protobuf form of a message may become when nobody says otherwise, in bytes (buffa's element memory: 32 MiB).
pub const DEFAULT_DECODED_BYTES: usize = 32 * 1024 * 1024;
/// Memory of an owned value when nobody says otherwise, in bytes (buffa: 32 MiB).
pub const DEFAULT_ELEMENT_MEMORY_BYTES: usize = 32 * 1024 * 1024;
/// Fields that a protobuf form may hold and the schema not, when nobody says otherwise.
pub const DEFAULT_UNKNOWN_FIELDS: usize = 100_000;
/// Bytes of a protobuf varint: ten hold 64 bits.
pub const MAX_VARINT_BYTES: usize = 10;

/// What [`Encoded::parse_with`](crate::Encoded::parse_with) and
/// [`Encoded::from_protobuf`](crate::Encoded::from_protobuf) accept.
///
/// ```
/// let limits = stillwire_codec::Limits { message_bytes: 64 << 20, ..Default::default() };
/// assert_eq!(limits.depth, 64);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The longest message, in bytes. Stops a peer from occupying memory. Default 4 MiB.
    pub message_bytes: usize,
    /// How deep messages and unions may nest. Stops exhaustion of the stack. Default 64.
    pub depth: u32,
    /// How deep messages and groups may nest in the protobuf form, where structs, entries of maps and points in time
    /// are messages, too. Stops exhaustion of the stack by what the schema does not know. Default 100.
    pub protobuf_depth: u32,
    /// The longest message that a protobuf form may become, in bytes. There a row without fields takes two bytes,
    /// here a stride: this stops few bytes from asking for much memory. Default 32 MiB.
    pub decoded_bytes: usize,
    /// Memory that [`Encoded::to_message_with`](crate::Encoded::to_message_with) may take for the elements of an owned
    /// value, in bytes. A row of one byte stands for a struct of hundreds: this stops a small message from taking all
    /// memory. Default 32 MiB.
    pub element_memory_bytes: usize,
    /// How many fields of a protobuf form the schema may not know. Stops a peer from buying work with what nobody
    /// reads. Default 100,000.
    pub unknown_fields: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self::DEFAULT
    }
}

impl Limits {
    /// What `default` gives: one value, which each place that needs it points to.
    pub(crate) const DEFAULT: Self = Self {
        message_bytes: DEFAULT_MESSAGE_BYTES,
        depth: DEFAULT_DEPTH,
        protobuf_depth: DEFAULT_PROTOBUF_DEPTH,
        decoded_bytes: DEFAULT_DECODED_BYTES,
        element_memory_bytes: DEFAULT_ELEMENT_MEMORY_BYTES,
        unknown_fields: DEFAULT_UNKNOWN_FIELDS,
    };

    /// For bytes of one's own, such as a file that this machine wrote: all that the format can hold.
    pub const TRUSTED: Self = Self {
        message_bytes: MAX_MESSAGE_BYTES,
        depth: DEFAULT_DEPTH,
        protobuf_depth: DEFAULT_PROTOBUF_DEPTH,
        decoded_bytes: MAX_MESSAGE_BYTES,
        element_memory_bytes: usize::MAX,
        unknown_fields: usize::MAX,
    };
}
