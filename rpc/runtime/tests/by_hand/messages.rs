//! `message Word { @1 times: u32; @2 text: string; }`, as the compiler writes it.
#![allow(clippy::use_self, reason = "the compiler writes names")]

use stillwire_rpc::codec;

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Word {
    pub(crate) times: u32,
    pub(crate) text: String,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct WordView<'a>(codec::view::RawView<'a, Word>);

impl codec::Message for Word {
    type View<'a> = WordView<'a>;
    type Slots = (codec::kind::Text,);
    const SCALARS: usize = 4;
    const UNITS: &'static [codec::message::Unit] =
        &codec::message::Unit::in_order([codec::message::Unit::plain(0, 4)]);
    const TABLE: codec::table::MessageTable = codec::table::MessageTable::new(|| &SCHEMA, 0);
    /// Of the text `message{u32,string}`.
    const FINGERPRINT: u64 = 0xfa1a7713c887b362;

    fn view_of(raw: codec::view::RawView<'_, Self>) -> WordView<'_> {
        WordView(raw)
    }

    fn from_view(view: WordView<'_>) -> Self {
        Self {
            times: view.times(),
            text: view.text().into(),
        }
    }

    fn hint() -> &'static codec::message::Hint {
        static HINT: codec::message::Hint = codec::message::Hint::new();
        &HINT
    }
}

impl<'a> WordView<'a> {
    pub(crate) fn times(self) -> u32 {
        self.0.get(0)
    }
    pub(crate) fn text(self) -> &'a str {
        self.0.slot::<codec::slot::I<0>>()
    }
}

impl codec::Encode<Word> for Word {
    fn fields<S: codec::slot::Sink<Self>>(&self, sink: S) -> S::Out {
        sink.take((&self.times,), (self.text.as_str(),))
    }
}

static SCHEMA: codec::table::Schema = codec::table::Schema {
    package: "test",
    imports: &[],
    messages: &[codec::table::MessageDef {
        name: "test.Word",
        scalars: 4,
        slots: 1,
        fields: &[
            codec::table::FieldDef {
                name: "times",
                ordinal: 1,
                ty: codec::table::Ty::U32,
                place: codec::table::Place::Scalar { at: 0 },
                presence: codec::table::Presence::Always,
                default: 0,
                preset: &[],
                reserved: false,
                rules: &[],
                sensitive: false,
                mapping: None,
                key: "",
            },
            codec::table::FieldDef {
                name: "text",
                ordinal: 2,
                ty: codec::table::Ty::String,
                place: codec::table::Place::Slot { index: 0 },
                presence: codec::table::Presence::Always,
                default: 0,
                preset: &[],
                reserved: false,
                rules: &[],
                sensitive: false,
                mapping: None,
                key: "",
            },
        ],
        numbers: &[],
    }],
    structs: &[],
    unions: &[],
    enums: &[],
    flags: &[],
};
