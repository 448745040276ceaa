//! What views of lists, maps and unions can do besides reading.

use std::collections::{BTreeMap, HashSet};
use stillwire::Encoded;
use stillwire_tests::test::patch::v1::{Book, Kind, KindView, Level, Row, Side};

fn level(price: i64) -> Level {
    Level {
        price,
        size: 1,
        on: true,
    }
}

fn row(id: u32) -> Row {
    Row {
        id,
        side: Side::Sell,
        name: format!("row {id}"),
        ..Row::default()
    }
}

fn book() -> Encoded<Book> {
    Book {
        rows: vec![row(1), row(2), row(3)],
        levels: vec![level(5), level(7)],
        flags: vec![true, false, false],
        kinds: vec![
            Kind::Count(1),
            Kind::Again(Box::new(Kind::Text("x".into()))),
            Kind::None,
        ],
        by_name: [("a".to_owned(), row(1)), ("b".to_owned(), row(2))].into(),
        counts: [(1, 10), (5, 50)].into(),
        names: Some(vec!["one".into(), "two".into()]),
        raw: Some(b"raw bytes".to_vec()),
        ..Book::default()
    }
    .encode()
}

#[test]
fn views_have_ends() {
    let book = book();
    let view = book.view();
    assert_eq!(view.rows().first().map(|row| row.id()), Some(1));
    assert_eq!(view.rows().last().map(|row| row.id()), Some(3));
    assert_eq!(
        (view.levels().first(), view.levels().last()),
        (Some(level(5)), Some(level(7)))
    );
    assert_eq!(
        (view.flags().first(), view.flags().last()),
        (Some(true), Some(false))
    );
    assert_eq!(
        (view.names().unwrap().first(), view.names().unwrap().last()),
        (Some("one"), Some("two"))
    );
    assert_eq!(
        (view.counts().first(), view.counts().last()),
        (Some((1, 10)), Some((5, 50)))
    );
    assert_eq!(
        view.by_name().last().map(|(name, row)| (name, row.id())),
        Some(("b", 2))
    );

    let empty = Book::default().encode();
    let view = empty.view();
    assert!(view.rows().first().is_none() && view.rows().last().is_none());
    assert!(view.levels().first().is_none() && view.levels().last().is_none());
    assert!(view.flags().first().is_none() && view.flags().last().is_none());
    assert!(view.counts().first().is_none() && view.counts().last().is_none());
    assert!(view.kinds().first().is_none() && view.kinds().last().is_none());
}

#[test]
fn views_are_iterated_by_for() {
    let book = book();
    let view = book.view();
    let (mut prices, mut flags, mut counts) = (Vec::new(), Vec::new(), BTreeMap::new());
    for level in view.levels() {
        prices.push(level.price);
    }
    for flag in view.flags() {
        flags.push(flag);
    }
    for (key, count) in view.counts() {
        counts.insert(key, count);
    }
    assert_eq!(
        (prices, flags, counts),
        (
            vec![5, 7],
            vec![true, false, false],
            [(1, 10), (5, 50)].into()
        )
    );
    // From either end, and with a length that is known.
    let levels = view.levels().iter();
    assert_eq!((levels.len(), levels.clone().nth(1)), (2, Some(level(7))));
    assert_eq!(
        levels.rev().map(|level| level.price).collect::<Vec<_>>(),
        [7, 5]
    );
    let flags = view.flags().iter();
    assert_eq!(
        (flags.len(), flags.clone().nth(2), flags.clone().nth(3)),
        (3, Some(false), None)
    );
    assert_eq!(flags.rev().collect::<Vec<_>>(), [false, false, true]);
}

#[test]
fn views_equal_views_and_slices() {
    let (one, same) = (book(), book());
    let other = Book {
        rows: vec![row(1), row(2)],
        flags: vec![true, false],
        ..one.to_message()
    }
    .encode();
    let (view, same, other) = (one.view(), same.view(), other.view());
    assert!(view.rows() == same.rows() && view.rows() != other.rows());
    assert!(view.flags() == same.flags() && view.flags() != other.flags());
    assert!(view.levels() == same.levels() && view.kinds() == same.kinds());
    assert!(view.by_name() == same.by_name() && view.counts() == same.counts());
    assert!(view.kind() == same.kind() && view == same && view != other);
    // A row equals the message that it is.
    let alone = row(2).encode();
    assert_eq!(view.rows().get(1), Some(alone.view()));

    assert_eq!(view.levels(), [level(5), level(7)]);
    assert_eq!(view.levels(), vec![level(5), level(7)]);
    assert_eq!(view.flags(), [true, false, false]);
    assert_eq!(view.names().unwrap(), ["one", "two"]);
    assert_eq!(
        view.names().unwrap(),
        vec!["one".to_owned(), "two".to_owned()]
    );
    assert!(view.names().unwrap() != ["one"] && view.names().unwrap() != ["one", "three"]);
    assert_eq!(view.rows().get(0).map(|row| row.name()), Some("row 1"));
    assert!(
        view.rows()
            == [view.rows().get(0), same.rows().get(1), view.rows().last()].map(Option::unwrap)
    );
}

#[test]
fn views_are_keys_by_what_they_hold() {
    let (one, same) = (book(), book());
    let alone = row(2).encode();
    let mut seen = HashSet::new();
    assert!(seen.insert(alone.view()));
    assert!(
        !seen.insert(one.view().rows().get(1).unwrap()),
        "a row is the same as the message"
    );
    assert!(seen.insert(one.view().rows().get(0).unwrap()));
    assert!(!seen.insert(same.view().by_name().get("a").unwrap()));

    let lists: HashSet<_> = [one.view().levels(), same.view().levels()].into();
    assert_eq!(lists.len(), 1);
    let maps: HashSet<_> = [one.view().by_name(), same.view().by_name()].into();
    assert_eq!(maps.len(), 1);
}

#[test]
fn a_union_within_itself_equals_another() {
    let (one, same) = (book(), book());
    let again = |book: &'static Encoded<Book>| match book.view().kinds().get(1) {
        Some(KindView::Again(again)) => again,
        other => panic!("{other:?}"),
    };
    let (one, same): (&'static _, &'static _) =
        (Box::leak(Box::new(one)), Box::leak(Box::new(same)));
    assert_eq!(again(one), again(same));
    assert_eq!(again(one).get(), KindView::Text("x"));
}

#[test]
fn lists_are_shown_as_lists() {
    let book = book();
    let view = book.view();
    assert_eq!(format!("{:?}", view.flags()), "[true, false, false]");
    assert_eq!(format!("{:?}", view.counts()), "{1: 10, 5: 50}");
    assert_eq!(
        format!("{:?}", view.levels()),
        format!("{:?}", [level(5), level(7)])
    );
}

#[test]
fn parts_are_shared_without_a_copy() {
    let book = book();
    let raw = book.view().raw().unwrap();
    let shared = book.share(raw).unwrap();
    assert_eq!(
        (&shared[..], shared.as_ptr()),
        (&b"raw bytes"[..], raw.as_ptr())
    );
    let name = book.view().rows().get(1).unwrap().name();
    assert_eq!(book.share(name.as_bytes()).unwrap(), "row 2");
    // The last byte, one past it, and a range that only begins inside.
    let bytes = book.as_bytes();
    assert!(book.share(&bytes[bytes.len() - 1..]).is_some());
    let whole = Encoded::<Book>::parse(book.bytes().clone()).unwrap();
    assert_eq!(whole.share(bytes).unwrap(), bytes);
    assert_eq!(book.share(&[]).unwrap().len(), 0);
    assert_eq!(book.share(b"raw bytes"), None);
    let part = Encoded::<Row>::detach(&book, book.view().first()).unwrap();
    assert_eq!(part.share(bytes), None, "what reaches beyond a part");
    drop(book);
    assert_eq!(shared, "raw bytes");
}
