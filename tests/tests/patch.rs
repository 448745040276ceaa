//! Values changed in place: what a setter accepts is the same as to encode the changed value, and what it refuses has
//! another length.

#[path = "common/source.rs"]
mod source;

use proptest::prelude::*;
use source::{Make, Source};
use std::fmt::Debug;
use stillwire::codec::{Patch, PatchError};
use stillwire::{Encoded, ToEncoded};
use stillwire_tests::test::patch::v1::{Bit, Book, Kind, Level, Row, RowViewMut, Side, Wide};

macro_rules! structs {
    ($($t:ident { $($field:ident),* })*) => {$(
        impl Make for $t {
            fn make(source: &mut Source) -> Self {
                Self { $($field: Make::make(source),)* }
            }
        }
    )*};
}
structs! {
    Level { price, size, on }
    Row { id, live, size, price, name, trace, level, side, sure, shape, ratio, open, last }
    Bit { on }
    Wide { value }
    Book {
        seq, rows, best, first, kind, levels, by_name, flags, groups, kinds, raw, counts, names, numbers, bits, wides,
        maybe, set_a, a_mut
    }
}

impl Make for Side {
    fn make(source: &mut Source) -> Self {
        Self::from_number(u8::make(source) % 4)
    }
}

impl Make for Kind {
    fn make(source: &mut Source) -> Self {
        let shallow = source.depth == 0;
        source.deeper(|source| match source.below(if shallow { 3 } else { 6 }) {
            0 => Self::None,
            1 => Self::Row(Make::make(source)),
            2 => Self::Count(Make::make(source)),
            3 => Self::Levels(Make::make(source)),
            4 => Self::Text(Make::make(source)),
            _ => Self::Again(Make::make(source)),
        })
    }
}

/// A message that is patched, beside the value that it should be.
struct Twin<M> {
    value: M,
    encoded: Encoded<M>,
}

impl<M: Patch + ToEncoded<M> + Clone + PartialEq + Debug> Twin<M> {
    fn make(seed: u64) -> Self
    where
        M: Make,
    {
        Self::of(M::make(&mut Source::new(seed)))
    }

    fn of(value: M) -> Self {
        let encoded = value.to_encoded().unwrap();
        Self { value, encoded }
    }

    /// Changes both. The patch fits if the changed value has as many bytes, and then has its very bytes.
    fn change(
        &mut self,
        patch: impl for<'a> FnOnce(M::ViewMut<'a>) -> Result<(), PatchError>,
        change: impl FnOnce(&mut M),
    ) -> Result<(), TestCaseError> {
        let mut changed = self.value.clone();
        change(&mut changed);
        let expected = changed.to_encoded().unwrap();
        let fits = expected.as_bytes().len() == self.encoded.as_bytes().len();
        let result = self.encoded.patch(patch);
        prop_assert_eq!(
            result.is_ok(),
            fits,
            "{:?}: {:?} to {:?}",
            result,
            &self.value,
            &changed
        );
        if fits {
            self.value = changed;
            prop_assert_eq!(
                self.encoded.as_bytes(),
                expected.as_bytes(),
                "{:?}",
                &self.value
            );
        } else {
            prop_assert!(
                self.encoded == self.value.to_encoded().unwrap(),
                "{result:?} changed it"
            );
        }
        Ok(())
    }
}

/// Sets each field of a row to that of another, in turn.
macro_rules! each_field {
    ($other:ident, $twin:ident, $open:expr, $of:expr; $($field:ident $set:ident)*) => {$(
        $twin.change(
            |mut view| {
                let open: &mut dyn FnMut(&mut dyn FnMut(RowViewMut<'_>) -> Result<(), PatchError>) -> Result<(), PatchError> =
                    &mut |f| $open(&mut view, f);
                open(&mut |mut row| row.$set($other.$field))
            },
            |value| {
                let of: &mut dyn FnMut(&mut dyn FnMut(&mut Row)) = &mut |f| $of(value, f);
                of(&mut |row: &mut Row| row.$field = $other.$field);
            },
        )?;
    )*};
    ($other:ident, $twin:ident, $open:expr, $of:expr) => {
        each_field!($other, $twin, $open, $of;
            id set_id live set_live size set_size price set_price trace set_trace level set_level side set_side
            sure set_sure shape set_shape ratio set_ratio open set_open last set_last)
    };
}

type Change<'f> = &'f mut dyn FnMut(RowViewMut<'_>) -> Result<(), PatchError>;
type Visit<'f> = &'f mut dyn FnMut(&mut Row);
type BookMut<'a> = <Book as Patch>::ViewMut<'a>;

fn row(seed: u64) -> Row {
    Row::make(&mut Source::new(seed))
}

fn book(seed: u64) -> Twin<Book> {
    let mut twin = Twin::<Book>::make(seed);
    let mut source = Source::new(!seed);
    // The rows are many more than other values, and differ in what they need.
    twin.value.rows = (0..source.below(5))
        .map(|_| Row::make(&mut source))
        .collect();
    Twin::of(twin.value)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_root_takes_what_its_bytes_have_room_for(seed: u64, other: u64) {
        let (mut twin, other) = (Twin::of(row(seed)), row(other));
        macro_rules! set {
            ($($field:ident $set:ident)*) => {$(
                twin.change(|mut row| row.$set(other.$field), |row| row.$field = other.$field)?;
            )*};
        }
        set!(id set_id live set_live size set_size price set_price trace set_trace level set_level side set_side
            sure set_sure shape set_shape ratio set_ratio open set_open last set_last);
        set!(last set_last open set_open ratio set_ratio shape set_shape sure set_sure side set_side);
    }

    #[test]
    fn a_row_takes_what_its_list_has_room_for(seed: u64, other: u64, at: usize) {
        let (mut twin, other) = (book(seed), row(other));
        let at = at % twin.value.rows.len().max(1);
        prop_assume!(!twin.value.rows.is_empty());
        each_field!(other, twin,
            |view: &mut BookMut<'_>, f: Change<'_>| f(view.rows_mut().get_mut(at).unwrap()),
            |book: &mut Book, f: Visit<'_>| f(&mut book.rows[at]));
    }

    #[test]
    fn a_sub_message_takes_what_it_has_room_for(seed: u64, other: u64) {
        let (mut twin, other) = (book(seed), row(other));
        each_field!(other, twin,
            |view: &mut BookMut<'_>, f: Change<'_>| f(view.first_mut()),
            |book: &mut Book, f: Visit<'_>| f(&mut book.first));
        if twin.value.best.is_some() {
            each_field!(other, twin,
                |view: &mut BookMut<'_>, f: Change<'_>| f(view.best_mut().unwrap()),
                |book: &mut Book, f: Visit<'_>| f(book.best.as_mut().unwrap()));
        }
        prop_assert_eq!(twin.encoded.patch(|mut book| Ok(book.best_mut().is_some())).unwrap(), twin.value.best.is_some());
    }

    #[test]
    fn a_payload_and_a_value_of_a_map_take_what_they_have_room_for(seed: u64, other: u64) {
        let (mut twin, other) = (book(seed), row(other));
        if let Kind::Row(_) = twin.value.kind {
            each_field!(other, twin,
                |view: &mut BookMut<'_>, f: Change<'_>| f(view.kind_mut().row_mut().unwrap()),
                |book: &mut Book, f: Visit<'_>| match &mut book.kind {
                    Kind::Row(row) => f(row),
                    _ => unreachable!("it stays"),
                });
        }
        if let Some(key) = twin.value.by_name.keys().last().cloned() {
            each_field!(other, twin,
                |view: &mut BookMut<'_>, f: Change<'_>| {
                    let mut map = view.by_name_mut();
                    let at = map.position(key.as_str()).unwrap();
                    f(map.values_mut().get_mut(at).unwrap())
                },
                |book: &mut Book, f: Visit<'_>| f(book.by_name.get_mut(&key).unwrap()));
        }
    }

    /// All rows at once, so that no row can count on what another one had.
    #[test]
    fn all_rows_together_stay_canonical(seed: u64, other: u64) {
        let mut twin = book(seed);
        let mut source = Source::new(other);
        for _ in 0..4 {
            let values: Vec<Row> = twin.value.rows.iter().map(|_| Row::make(&mut source)).collect();
            let zero = source.below(2) == 0;
            let mut i = 0;
            let rows = &mut twin.value.rows;
            twin.encoded.patch(|mut book| {
                book.rows_mut().try_each(|mut row| {
                    let value = if zero { Row::default() } else { values[i].clone() };
                    if row.set_last(value.last).is_ok() { rows[i].last = value.last; }
                    if row.set_open(value.open).is_ok() { rows[i].open = value.open; }
                    if row.set_ratio(value.ratio).is_ok() { rows[i].ratio = value.ratio; }
                    if row.set_shape(value.shape).is_ok() { rows[i].shape = value.shape; }
                    if row.set_size(value.size).is_ok() { rows[i].size = value.size; }
                    i += 1;
                    Ok::<(), PatchError>(())
                })
            }).unwrap();
            prop_assert_eq!(&twin.encoded, &twin.value.to_encoded().unwrap());
        }
    }

    #[test]
    fn elements_of_fixed_size_are_changed_where_they_lie(seed: u64, other: u64) {
        let mut twin = book(seed);
        let mut source = Source::new(other);
        let levels: Vec<Level> = twin.value.levels.iter().map(|_| Make::make(&mut source)).collect();
        let flags: Vec<bool> = twin.value.flags.iter().map(|_| Make::make(&mut source)).collect();
        let counts: Vec<u64> = twin.value.counts.values().map(|_| Make::make(&mut source)).collect();
        twin.change(|mut book| {
            for (to, from) in book.levels_mut().as_mut_slice().iter_mut().zip(&levels) {
                to.set(*from);
            }
            let mut bits = book.flags_mut();
            assert_eq!(bits.len(), flags.len());
            for (i, bit) in flags.iter().enumerate() {
                bits.set(i, *bit)?;
            }
            assert_eq!(bits.set(flags.len(), true), Err(PatchError::Absent));
            let mut map = book.counts_mut();
            for (i, count) in counts.iter().enumerate() {
                map.values_mut().set(i, *count)?;
            }
            if let Some(raw) = book.raw_mut() {
                raw.reverse();
            }
            if let Some(mut numbers) = book.numbers_mut() {
                for number in numbers.as_mut_slice() {
                    number.set(!number.get());
                }
            }
            Ok(())
        }, |book| {
            book.levels.clone_from(&levels);
            book.flags.clone_from(&flags);
            for (to, from) in book.counts.values_mut().zip(&counts) {
                *to = *from;
            }
            if let Some(raw) = &mut book.raw {
                raw.reverse();
            }
            for number in book.numbers.iter_mut().flatten() {
                *number = !*number;
            }
        })?;
    }

    #[test]
    fn what_lies_in_lists_of_lists_and_unions_is_reached(seed: u64) {
        let mut twin = book(seed);
        let id = |row: &Row| row.id;
        let groups: Vec<Vec<u32>> = twin.value.groups.iter().map(|group| group.iter().map(id).collect()).collect();
        let mut found = 0;
        twin.change(|mut book| {
            let mut lists = book.groups_mut();
            for (i, group) in groups.iter().enumerate() {
                let mut rows = lists.get_mut(i).unwrap();
                for (j, id) in group.iter().enumerate() {
                    let mut row = rows.get_mut(j).unwrap();
                    assert_eq!(row.view().id(), *id);
                    if *id != 0 {
                        row.set_id(id ^ 0x8000_0000 | 1)?;
                    }
                }
                assert!(rows.get_mut(group.len()).is_none());
            }
            let mut kinds = book.kinds_mut();
            for i in 0..kinds.len() {
                let mut kind = kinds.get_mut(i).unwrap();
                if let Some(mut count) = kind.count_mut() {
                    count.set(!count.get())?;
                    found += 1;
                }
                if let Some(mut again) = kind.again_mut() && let Some(mut count) = again.count_mut() {
                    count.set(7)?;
                }
            }
            Ok(())
        }, |book| {
            for row in book.groups.iter_mut().flatten().filter(|row| row.id != 0) {
                row.id = row.id ^ 0x8000_0000 | 1;
            }
            for kind in &mut book.kinds {
                match kind {
                    Kind::Count(count) => *count = !*count,
                    Kind::Again(again) => if let Kind::Count(count) = &mut **again { *count = 7; },
                    _ => {}
                }
            }
        })?;
        prop_assert_eq!(found, twin.value.kinds.iter().filter(|kind| matches!(kind, Kind::Count(_))).count());
    }
}

#[test]
fn what_does_not_fit_is_refused_with_its_reason() {
    let mut encoded = Row {
        id: 7,
        ..Row::default()
    }
    .encode();
    let refused = |encoded: &mut Encoded<Row>, error| {
        let before = encoded.clone();
        assert_eq!(
            encoded.patch(|mut row| row.set_id(0)),
            Err(PatchError::Shrinks)
        );
        assert_eq!(encoded.patch(|mut row| row.set_live(true)), Err(error));
        assert_eq!(
            encoded.patch(|mut row| row.set_trace(Some(Default::default()))),
            Err(error)
        );
        assert_eq!(*encoded, before);
    };
    refused(&mut encoded, PatchError::Absent);
    // What is at its default already can be said again.
    assert_eq!(encoded.patch(|mut row| row.set_live(false)), Ok(()));
    assert_eq!(encoded.patch(|mut row| row.set_open(true)), Ok(()));
    assert_eq!(encoded.patch(|mut row| row.set_last(None)), Ok(()));
    assert_eq!(encoded.patch(|mut row| row.set_id(9)), Ok(()));
    assert_eq!(encoded.view().id(), 9);
    assert_eq!(
        PatchError::Absent.to_string(),
        "the bytes do not hold the field"
    );
}

#[test]
fn rows_that_need_nothing_have_a_byte_to_change() {
    let book = |bits: [bool; 3]| Book {
        bits: bits.map(|on| Bit { on }).to_vec(),
        ..Book::default()
    };
    let mut encoded = book([false; 3]).encode();
    let mut set = |i, on| {
        encoded
            .patch(|mut book| book.bits_mut().get_mut(i).unwrap().set_on(on))
            .unwrap();
        encoded.clone()
    };
    assert_eq!(set(1, true), book([false, true, false]).encode());
    assert_eq!(set(1, false), book([false; 3]).encode());
    // A byte is less than a number takes.
    let mut wides = Book {
        wides: vec![Wide::default(); 2],
        ..Book::default()
    }
    .encode();
    assert_eq!(
        wides.patch(|mut book| book.wides_mut().get_mut(0).unwrap().set_value(1)),
        Err(PatchError::Absent)
    );
}

#[test]
fn bytes_that_somebody_else_holds_stay_as_they_are() {
    let mut encoded = Row {
        id: 7,
        ..Row::default()
    }
    .encode();
    let shared = encoded.clone();
    encoded.patch(|mut row| row.set_id(8)).unwrap();
    assert_eq!((shared.view().id(), encoded.view().id()), (7, 8));
    drop(shared);
    let at = encoded.as_bytes().as_ptr();
    encoded.patch(|mut row| row.set_id(9)).unwrap();
    assert_eq!(
        encoded.as_bytes().as_ptr(),
        at,
        "what nobody else holds is not copied"
    );
}

#[test]
fn a_panic_on_the_way_leaves_a_message() {
    let mut encoded = Row {
        id: 7,
        name: "x".into(),
        ..Row::default()
    }
    .encode();
    let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        encoded.patch(|mut row| {
            row.set_id(8)?;
            if row.view().id() == 8 {
                panic!("on the way");
            }
            Ok(())
        })
    }));
    assert!(result.is_err());
    assert_eq!(
        encoded,
        Row {
            id: 8,
            name: "x".into(),
            ..Row::default()
        }
        .encode()
    );
    assert!(Encoded::<Row>::parse(encoded.into_bytes()).is_ok());
}

#[test]
fn names_that_setters_would_share_are_told_apart() {
    let mut encoded = Book {
        set_a: vec![1],
        a_mut: 2,
        ..Book::default()
    }
    .encode();
    encoded
        .patch(|mut book| {
            book.set_a_mut().set(0, 3)?;
            book.set_a_mut_(4)
        })
        .unwrap();
    assert_eq!(
        (encoded.view().set_a().to_vec(), encoded.view().a_mut()),
        (vec![3], 4)
    );
}
