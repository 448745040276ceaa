//! What verification may cost: steps, as the codec counts them where debug assertions are on.

use stillwire::codec::table::{self, Schema};
use stillwire::codec::{Message, steps};
use stillwire::{Encoded, Limits};

/// The c of `steps <= c * bytes`: one number for all types. The types decide whether bytes are a message; most of what they
/// do is to look at a byte once or twice.
pub const FAST: u64 = 12;
/// The same for the table, which says why they are none. It walks by fields, of which a byte can hold eight.
pub const SLOW: u64 = 40;
/// Steps for each field, byte of scalars and enum value that a schema has, once a call: the table learns about each type
/// that it meets once.
pub const LEARNING: u64 = 16;

/// Whether the steps of reading `text` bytes of JSON as `made` bytes of an `M` are linear in both. Of a text that is refused
/// nothing was made, but may have been on the way.
#[must_use]
pub fn is_linear_json<M: Message>(taken: u64, text: usize, made: usize) -> bool {
    let bytes = (text + made) as u64 + 1;
    taken <= SLOW * bytes + LEARNING * size(M::TABLE.get().0)
}

/// Steps that one verification took.
#[derive(Debug, Clone, Copy)]
pub struct Taken {
    /// By types.
    pub fast: u64,
    /// By table.
    pub slow: u64,
}

impl Taken {
    /// Verifies bytes as an `M` both ways.
    #[must_use]
    pub fn by<M: Message>(bytes: &[u8]) -> Self {
        let limits = Limits::TRUSTED;
        let (schema, index) = M::TABLE.get();
        let (_, fast) = steps::counted(|| Encoded::<M>::verify(bytes, &limits));
        let (_, slow) = steps::counted(|| table::verify::verify(schema, index, bytes, &limits));
        Self { fast, slow }
    }

    /// Whether that is linear in the number of bytes.
    #[must_use]
    pub fn are_linear<M: Message>(self, bytes: usize) -> bool {
        let bytes = bytes as u64 + 1;
        self.fast <= FAST * bytes && self.slow <= SLOW * bytes + LEARNING * size(M::TABLE.get().0)
    }
}

/// Fields, bytes of scalars and enum values of a schema and those that it imports.
#[must_use]
pub fn size(schema: &'static Schema) -> u64 {
    let messages = schema.messages.iter();
    let messages = messages.map(|def| def.fields.len() + usize::from(def.scalars));
    let enums = schema.enums.iter().map(|def| def.values.len());
    let own = messages.chain(enums).sum::<usize>() as u64;
    own + schema
        .imports
        .iter()
        .map(|schema| size(schema))
        .sum::<u64>()
}
