//! The message without fields: what a method takes or gives that has nothing to say.

use crate::message::{Encode, Hint, Message, Unit};
use crate::slot::Sink;
use crate::table::{MessageDef, MessageTable, Schema};
use crate::view::RawView;

/// Nothing. Its encoding is four zero bytes; in protobuf it is `google.protobuf.Empty`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Empty;

/// [`Empty`], read in place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct EmptyView<'a>(RawView<'a, Empty>);

static SCHEMA: Schema = Schema {
    package: "google.protobuf",
    imports: &[],
    messages: &[MessageDef {
        name: "google.protobuf.Empty",
        scalars: 0,
        slots: 0,
        fields: &[],
        numbers: &[],
    }],
    structs: &[],
    unions: &[],
    enums: &[],
    flags: &[],
};

impl Message for Empty {
    type View<'a> = EmptyView<'a>;
    type Slots = ();
    const SCALARS: usize = 0;
    const UNITS: &'static [Unit] = &[];
    const TABLE: MessageTable = MessageTable::new(|| &SCHEMA, 0);
    /// Of the text `message{}`.
    const FINGERPRINT: u64 = 0x649e1519947c777c;

    fn view_of(raw: RawView<'_, Self>) -> EmptyView<'_> {
        EmptyView(raw)
    }

    fn from_view(_: EmptyView<'_>) -> Self {
        Self
    }

    fn hint() -> &'static Hint {
        static HINT: Hint = Hint::new();
        &HINT
    }
}

impl Encode<Self> for Empty {
    fn fields<S: Sink<Self>>(&self, sink: S) -> S::Out {
        sink.take((), ())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Encoded, ToEncoded};

    #[test]
    fn nothing_is_a_header_and_newer_fields_are_let_through() {
        let encoded = Empty.to_encoded().unwrap();
        assert_eq!(encoded.as_bytes(), [0; 4]);
        assert!(Encoded::<Empty>::parse(vec![1, 0, 0, 0, 7]).is_ok());
    }
}
