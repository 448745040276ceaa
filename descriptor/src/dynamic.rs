//! Messages without generated code: types that are known only at run time.
//!
//! ```text
//! descriptor bytes ──Pool::new──▶ MessageType ──parse──▶ DynamicMessage ──▶ fields by name │ JSON │ protobuf
//!                      │               └── of fields, JSON, protobuf ──▲
//!                      └─ refused: what does not make sense
//! ```
//!
//! A [`Pool`] makes of a descriptor the tables that generated code brings along, and verification walks them: it accepts
//! the same bytes as generated code, and refuses the others with the same error; what is written has the same bytes as
//! generated code would give it. The tables refer to one another, so they lie in an [`Arena`], which has to outlive the pool
//! and is freed as a whole: nothing is leaked, whoever the descriptor comes from.

mod arena;
mod build;
mod check;
mod error;
mod message;
mod nodes;

pub use arena::Arena;
pub use error::PoolError;
pub use message::DynamicMessage;
pub use stillwire_codec::value::{Fields, Part, Value, ValueError, Variant};

use crate::Descriptor;
use bytes::Bytes;
use std::fmt;
use stillwire_codec::table::{MessageDef, Tables, verify};
use stillwire_codec::{DecodeError, Encoded, Limits};

/// The types of a descriptor, ready for use. A copy is the same pool.
///
/// ```
/// use stillwire_codec::Limits;
/// use stillwire_descriptor::Encoded;
/// use stillwire_descriptor::dynamic::{Arena, Pool};
/// use stillwire_descriptor::v1::{Body, Descriptor, Field, Int, MessageDef, Place, Presence, Type, TypeDef};
///
/// // message Order { @1 id: u32; }, as `stillwire gen descriptor` would say it.
/// let id = Field {
///     ordinal: 1, name: "id".into(), ty: Type::Int(Int::U32), place: Place::Scalar(0), presence: Presence::Always,
///     ..Field::default()
/// };
/// let body = Body::Message(MessageDef { scalars: 4, slots: 0, fields: vec![id] });
/// let order = TypeDef { name: "acme.v1.Order".into(), body, ..TypeDef::default() };
/// let descriptor = Descriptor { types: vec![order], ..Descriptor::default() }.encode();
///
/// let arena = Arena::new();
/// let pool = Pool::new(&arena, descriptor.into_bytes())?;
/// let order = pool.message("acme.v1.Order").expect("it is in the descriptor");
/// assert!(order.verify(&[4, 0, 0, 0, 7, 0, 0, 0], &Limits::default()).is_ok());
/// let error = order.verify(&[4, 0, 0, 0, 7], &Limits::default()).unwrap_err();
/// assert_eq!(error.to_string(), "input ends inside a message's scalars: 4 bytes needed, 1 there at byte 5");
/// # Ok::<(), stillwire_descriptor::dynamic::PoolError>(())
/// ```
#[derive(Clone, Copy)]
pub struct Pool<'p> {
    arena: &'p Arena<'p>,
    tables: &'p Tables<'p>,
}

impl<'p> Pool<'p> {
    /// Verifies `descriptor`, within the default [`Limits`], and builds its tables in `arena`.
    ///
    /// # Errors
    /// Where the bytes are no descriptor, where what it says makes no sense, and where the arena is in use.
    pub fn new(arena: &'p Arena<'p>, descriptor: impl Into<Bytes>) -> Result<Self, PoolError> {
        Self::of(arena, Encoded::<Descriptor>::parse(descriptor)?)
    }

    /// The same of a descriptor that is verified already, whatever its size.
    ///
    /// # Errors
    /// Where what it says makes no sense, and where the arena is in use.
    pub fn of(arena: &'p Arena<'p>, descriptor: Encoded<Descriptor>) -> Result<Self, PoolError> {
        let tables = build::build(arena, descriptor)?;
        Ok(Self { arena, tables })
    }

    /// The message, or error, of this full name: `acme.trading.v1.Order`.
    #[must_use]
    pub fn message(&self, name: &str) -> Option<MessageType<'p>> {
        let index = *self.arena.names.get()?.get(name)?;
        let def = self.tables.messages.get(index)?;
        Some(MessageType {
            tables: self.tables,
            index,
            def,
        })
    }

    /// All messages and errors, in the order of the descriptor.
    pub fn messages(&self) -> impl Iterator<Item = MessageType<'p>> + use<'p> {
        let tables = self.tables;
        let all = tables.messages.iter().enumerate();
        all.map(move |(index, def)| MessageType { tables, index, def })
    }

    /// The tables, as the codec takes them. Types of all packages are in one.
    #[must_use]
    pub fn tables(&self) -> &'p Tables<'p> {
        self.tables
    }
}

impl fmt::Debug for Pool<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.messages()).finish()
    }
}

/// A message type of a [`Pool`].
#[derive(Clone, Copy)]
pub struct MessageType<'p> {
    tables: &'p Tables<'p>,
    index: usize,
    def: &'p MessageDef<'p>,
}

impl<'p> MessageType<'p> {
    /// Its full name.
    #[must_use]
    pub fn name(&self) -> &'p str {
        self.def.name
    }

    /// Its fields and their places.
    #[must_use]
    pub fn definition(&self) -> &'p MessageDef<'p> {
        self.def
    }

    /// Verifies that `bytes` are the canonical encoding of such a message, as generated code does.
    ///
    /// # Errors
    /// The same as of generated code: the field, the byte and the reason.
    pub fn verify(&self, bytes: &[u8], limits: &Limits) -> Result<(), DecodeError> {
        verify::verify(self.tables, self.index, bytes, limits)
    }
}

impl fmt::Debug for MessageType<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.def.name)
    }
}
