//! What safe code may try: implementations of the public traits that lie, change their mind or panic. None of them may
//! make bytes that read as what they are not.
#![forbid(unsafe_code)]
#![allow(missing_docs, missing_debug_implementations, unreachable_pub)] // types of a test

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use stillwire_codec as codec;

use codec::encoded::encode;
use codec::kind::{
    Blob, Choice, EncodeUnion, Flagged, Items, RawUnion, Rows, Sub, Text, Union, VariantWriter,
};
use codec::message::{Hint, Unit};
use codec::newtype::Borrowed;
use codec::slot::{I, Sink};
use codec::table::{MessageDef, Schema};
use codec::view::RawView;
use codec::{Encode, EncodeError, Encoded, Limits, Message};

static SCHEMA: Schema = Schema {
    package: "lies",
    imports: &[],
    messages: &[MessageDef {
        name: "lies.Any",
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

/// A message type as generated code has it: `message!(Name, View, slots, bytes of scalars, units; what else)`.
macro_rules! message {
    ($name:ty, $view:ident, $slots:ty, $scalars:expr) => {
        message!($name, $view, $slots, $scalars, &[];);
    };
    ($name:ty, $view:ident, $slots:ty, $scalars:expr, $units:expr; $($rest:item)*) => {
        #[derive(Clone, Copy, Debug)]
        #[allow(dead_code)] // some are made and never read
        pub struct $view<'a>(RawView<'a, $name>);
        impl Message for $name {
            type View<'a> = $view<'a>;
            type Slots = $slots;
            const SCALARS: usize = $scalars;
            const UNITS: &'static [Unit] = $units;
            $($rest)*
            const TABLE: stillwire_codec::table::MessageTable =
                stillwire_codec::table::MessageTable::new(|| &SCHEMA, 0);
            const FINGERPRINT: u64 = 0;
            fn view_of(raw: codec::view::RawView<'_, Self>) -> $view<'_> {
                $view(raw)
            }

            fn from_view(_: Self::View<'_>) -> Self {
                Self
            }
            fn hint() -> &'static Hint {
                static HINT: Hint = Hint::new();
                &HINT
            }
        }
    };
}

const NOT_TEXT: &[u8] = &[2, 0xFF, 0xFE, 0xFD, 0xFC, 0xFB, 0xFA];

// ---- a list whose rows are another list every time that they are asked for -----------------------------------

pub struct Pair;
message!(Pair, PairView, (Blob, Text), 0);
pub struct Pairs;
message!(Pairs, PairsView, (Rows<Pair>,), 0);

/// Gives the next length, and the next text, every time.
struct Fickle(Cell<usize>, &'static [usize], &'static [&'static str]);

static LONG: [u8; 70_000] = [0xFF; 70_000];

impl Encode<Pair> for Fickle {
    fn extent(&self) -> usize {
        0
    }
    fn scalars(&self, _: &mut [u8]) {}
    fn fields<S: Sink<Pair>>(&self, sink: S) -> S::Out {
        let i = self.0.get();
        self.0.set(i.wrapping_add(1));
        let len = self.1.get(i).copied().unwrap_or(1);
        let text = self.2.get(i).copied().unwrap_or("text");
        sink.take((), (&LONG[..len], text))
    }
}

struct FickleList<const N: usize>([Fickle; N]);
impl<const N: usize> Encode<Pairs> for FickleList<N> {
    fn fields<S: Sink<Pairs>>(&self, sink: S) -> S::Out {
        sink.take((), (&self.0[..],))
    }
}

/// What the rows of a list with these lengths, the first time and then, are read as.
fn change(
    first: &'static [usize],
    second: &'static [usize],
) -> Result<Vec<(usize, String)>, EncodeError> {
    // The first row is asked once more, before all others: whether lengths are known beforehand.
    let rows = [(usize::MAX, first), (0, second)].map(|(i, lens)| Fickle(Cell::new(i), lens, &[]));
    let encoded = encode::<Pairs>(&FickleList(rows))?;
    let rows = encoded.view().0.slot::<I<0>>();
    let row = |row: PairView<'_>| {
        let text = row.0.slot::<I<1>>().to_owned();
        (row.0.slot::<I<0>>().len(), text)
    };
    Ok(rows.iter().map(row).collect())
}

#[test]
fn rows_that_change_are_an_error_or_cut_where_their_ends_say() {
    let text = || "text".to_owned();
    assert_eq!(
        change(&[3, 3], &[300, 300]),
        Ok(vec![(3, text()), (300, text())])
    );
    // Longer, shorter, and the same in all with other widths of ends.
    assert_eq!(
        change(&[1, 300], &[70_000, 70_000]),
        Err(EncodeError::Changed)
    );
    assert_eq!(change(&[300, 1], &[3, 3]), Err(EncodeError::Changed));
    assert_eq!(change(&[200, 399], &[200, 1]), Err(EncodeError::Changed));
    assert_eq!(change(&[399, 200], &[1, 200]), Err(EncodeError::Changed));
    assert_eq!(change(&[5, 9], &[5, 5]), Err(EncodeError::Changed));
    // What is left out, as there is no room for it, does not pass for what was measured, though the rest fills the room.
    assert_eq!(change(&[5, 5], &[5, 10]), Err(EncodeError::Changed));
    // The same in all with the same widths: each is read as what was written.
    assert_eq!(
        change(&[100, 150], &[100, 50]),
        Ok(vec![(150, text()), (50, text())])
    );
}

#[test]
fn a_row_that_fills_a_slot_behind_those_that_were_counted_is_an_error() {
    // Asked for flat slots, measured with the first slot alone, and written with both: the same bytes in all.
    let row = |lens, texts| encode::<Pairs>(&FickleList([Fickle(Cell::new(0), lens, texts)]));
    assert!(row(&[4, 4, 4], &["", "", ""]).is_ok());
    assert_eq!(row(&[4, 4, 2], &["", "", "ab"]), Err(EncodeError::Changed));
}

// ---- texts that are others every time that they are asked for -------------------------------------------------

/// Gives the next text every time.
struct Moody(Cell<usize>, Vec<&'static str>);
impl Borrowed<str> for Moody {
    fn borrowed(&self) -> &str {
        let i = self.0.get();
        self.0.set(i.wrapping_add(1));
        self.1.get(i).copied().unwrap_or_default()
    }
}

pub struct Texts;
message!(Texts, TextsView, (Items<Text>,), 0);
struct MoodyList([Moody; 2]);
impl Encode<Texts> for MoodyList {
    fn fields<S: Sink<Texts>>(&self, sink: S) -> S::Out {
        sink.take((), (&self.0[..],))
    }
}

#[test]
fn an_element_that_finds_no_room_is_an_error_though_the_others_fill_it() {
    let moody = |texts: &[&'static str]| Moody(Cell::new(0), texts.to_vec());
    // Measured as `a` and `b`, written as `bc` and nothing.
    let list = MoodyList([moody(&["a", "a"]), moody(&["b", "bc"])]);
    assert_eq!(encode::<Texts>(&list), Err(EncodeError::Changed));
}

pub struct Maybe;
message!(
    Maybe,
    MaybeView,
    (Flagged<Text, 0, 1>, Text),
    1,
    &const { Unit::in_order([Unit::plain(0, 1)]) };
);
struct MoodyMaybe(Moody, Moody);
impl Encode<Maybe> for MoodyMaybe {
    fn fields<S: Sink<Maybe>>(&self, sink: S) -> S::Out {
        sink.take((&1u8,), (Some(&self.0), &self.1))
    }
}

#[test]
fn texts_that_grow_at_any_time_are_an_error_or_read_as_one_of_what_they_were() {
    let grows = |at: usize, [short, long]: [&'static str; 2]| -> Vec<_> {
        (0..10).map(|i| if i < at { short } else { long }).collect()
    };
    let mut errors = 0;
    for (a, b) in (0..6).flat_map(|a| (0..6).map(move |b| (a, b))) {
        let texts = [grows(a, ["a", "aa"]), grows(b, ["b", "bb"])];
        let [first, second] = texts.map(|texts| Moody(Cell::new(0), texts));
        match encode::<Maybe>(&MoodyMaybe(first, second)) {
            Ok(encoded) => {
                let view = encoded.view().0;
                assert!(matches!(view.slot::<I<0>>(), Some("a" | "aa")));
                assert!(matches!(view.slot::<I<1>>(), "b" | "bb"));
            }
            Err(error) => {
                assert_eq!(error, EncodeError::Changed);
                errors += 1;
            }
        }
    }
    assert!(
        errors > 0,
        "none grew between being measured and being written"
    );
}

/// A row that becomes a view once it was asked for its slots.
struct Turns<'a>(Cell<bool>, PairView<'a>);
impl Encode<Pair> for Turns<'_> {
    fn extent(&self) -> usize {
        0
    }
    fn scalars(&self, _: &mut [u8]) {}
    fn fields<S: Sink<Pair>>(&self, sink: S) -> S::Out {
        if self.0.replace(true) {
            return sink.relay(&self.1.0);
        }
        sink.take((), (NOT_TEXT, "text"))
    }
}
struct TurnsList<'a>([Turns<'a>; 2]);
impl Encode<Pairs> for TurnsList<'_> {
    fn fields<S: Sink<Pairs>>(&self, sink: S) -> S::Out {
        sink.take((), (&self.0[..],))
    }
}

#[test]
fn a_row_whose_slots_have_other_types_when_it_is_written_is_an_error() {
    let pair = encode::<Pair>(&Fickle(Cell::new(0), &[7], &[])).unwrap();
    let rows = [(); 2].map(|()| Turns(Cell::new(false), pair.view()));
    assert_eq!(encode::<Pairs>(&TurnsList(rows)), Err(EncodeError::Changed));
}

// ---- a message without slots, and a rule that refuses every value ---------------------------------------------

pub struct Never;
message!(
    Never,
    NeverView,
    (),
    1,
    &const { Unit::in_order([Unit::plain(0, 1)]) };
    const CONSTRAINED: bool = true;
    fn holds(_: NeverView<'_>) -> bool {
        false
    }
);

#[test]
fn a_rule_is_asked_of_a_message_without_slots_too() {
    assert!(!Encoded::<Never>::verify(
        &[1, 0, 0, 0, 7],
        &Limits::default()
    ));
}

// ---- a union whose payload was not written to its end ---------------------------------------------------------

pub struct Half;
message!(Half, HalfView, (Blob,), 0);
pub struct Holder;
message!(Holder, HolderView, (Choice<Either>,), 0);

pub struct Either;
#[derive(Clone, Copy)]
pub enum EitherView<'a> {
    Half,
    Text(&'a str),
    Other,
}
impl Union for Either {
    type View<'a> = EitherView<'a>;
    type Variants = (Sub<Half>, Text);
}
impl<'a> From<RawUnion<'a, Either>> for EitherView<'a> {
    fn from(raw: RawUnion<'a, Either>) -> Self {
        match raw.ordinal() {
            1 => Self::Half,
            2 => Self::Text(raw.payload::<I<1>>()),
            _ => Self::Other,
        }
    }
}

/// Panics once its slots are written, before its header is.
struct Panics;
impl Encode<Half> for Panics {
    fn scalars(&self, _: &mut [u8]) {
        panic!("on purpose")
    }
    fn fields<S: Sink<Half>>(&self, sink: S) -> S::Out {
        sink.take((), (NOT_TEXT,))
    }
}
struct Catches;
impl EncodeUnion<Either> for Catches {
    fn encode(&self, out: VariantWriter<'_, Either>) {
        let caught = catch_unwind(AssertUnwindSafe(|| out.put::<I<0>, _>(&Panics)));
        assert!(caught.is_err());
    }
}
struct Drops;
impl EncodeUnion<Either> for Drops {
    fn encode(&self, _: VariantWriter<'_, Either>) {}
}
struct Held<U>(U);
impl<U: EncodeUnion<Either>> Encode<Holder> for Held<U> {
    fn fields<S: Sink<Holder>>(&self, sink: S) -> S::Out {
        sink.take((), (&self.0,))
    }
}

#[test]
fn a_panic_that_is_caught_while_a_variant_is_written_is_an_error() {
    match encode::<Holder>(&Held(Catches)) {
        Err(error) => assert_eq!(error, EncodeError::Changed),
        Ok(encoded) => match encoded.view().0.slot::<I<0>>() {
            EitherView::Text(text) => {
                panic!("UTF-8: {}", std::str::from_utf8(text.as_bytes()).is_ok())
            }
            EitherView::Half | EitherView::Other => panic!("half a message"),
        },
    }
}

#[test]
fn a_variant_that_was_not_written_is_an_error() {
    assert_eq!(encode::<Holder>(&Held(Drops)), Err(EncodeError::Changed));
}

/// Panics in the middle of an array.
#[derive(Clone, Copy)]
pub struct Shy(u8);
impl codec::Fixed for Shy {
    type Wire = [u8; 1];
    fn to_wire(self) -> [u8; 1] {
        assert!(self.0 < 3, "on purpose");
        [self.0]
    }
    fn from_wire([wire]: [u8; 1]) -> Self {
        Self(wire)
    }
}
pub struct ShyHolder;
message!(ShyHolder, ShyHolderView, (Choice<ShyUnion>,), 0);
pub struct ShyUnion;
impl Union for ShyUnion {
    type View<'a> = ShyView;
    type Variants = (codec::kind::Packed<Shy>,);
}
#[derive(Clone, Copy)]
pub struct ShyView;
impl From<RawUnion<'_, ShyUnion>> for ShyView {
    fn from(_: RawUnion<'_, ShyUnion>) -> Self {
        Self
    }
}
struct ShyList(Vec<Shy>);
impl EncodeUnion<ShyUnion> for ShyList {
    fn encode(&self, out: VariantWriter<'_, ShyUnion>) {
        assert!(catch_unwind(AssertUnwindSafe(|| out.put::<I<0>, _>(&self.0))).is_err());
    }
}
impl Encode<ShyHolder> for ShyList {
    fn fields<S: Sink<ShyHolder>>(&self, sink: S) -> S::Out {
        sink.take((), (self,))
    }
}

#[test]
fn an_array_whose_element_panics_leaves_nothing_unwritten_behind() {
    let list = ShyList((0..9).map(Shy).collect());
    assert_eq!(encode::<ShyHolder>(&list), Err(EncodeError::Changed));
}

// ---- a slot count that was not meant, and a union that another schema did not know ------------------------------

struct Fewer;
impl Encode<Pair> for Fewer {
    fn extent(&self) -> usize {
        usize::MAX
    }
    fn scalars(&self, out: &mut [u8]) {
        assert!(out.is_empty());
    }
    fn fields<S: Sink<Pair>>(&self, sink: S) -> S::Out {
        sink.take((), (&b""[..], ""))
    }
}

#[test]
fn an_extent_beyond_the_scalars_is_cut() {
    assert_eq!(encode::<Pair>(&Fewer).unwrap().as_bytes(), [0; 4]);
}

#[test]
fn bytes_of_another_union_are_verified_when_they_are_known_here() {
    struct Foreign;
    message!(Foreign, ForeignView, (Choice<Nobody>,), 0);
    struct Nobody;
    #[derive(Clone, Copy)]
    struct NobodyView<'a>(RawUnion<'a, Nobody>);
    impl<'a> From<RawUnion<'a, Nobody>> for NobodyView<'a> {
        fn from(raw: RawUnion<'a, Nobody>) -> Self {
            Self(raw)
        }
    }
    impl Union for Nobody {
        type View<'a> = NobodyView<'a>;
        type Variants = ();
    }
    struct Passes<'a>(NobodyView<'a>);
    impl EncodeUnion<Either> for Passes<'_> {
        fn encode(&self, out: VariantWriter<'_, Either>) {
            out.put_unknown(&self.0.0.unknown());
        }
    }
    for (bytes, holds) in [
        (&[0, 0, 1, 0, 2, 2, 0xFF][..], false),
        (&[0, 0, 1, 0, 2, 2, b'a'], true),
    ] {
        let foreign = Encoded::<Foreign>::parse(bytes.to_vec()).unwrap();
        let view = foreign.view().0.slot::<I<0>>();
        let passed = encode::<Holder>(&Held(Passes(view)));
        assert_eq!(passed.is_ok(), holds);
        assert!(
            passed.is_err()
                || Encoded::<Holder>::verify(passed.unwrap().as_bytes(), &Limits::default())
        );
    }
}
