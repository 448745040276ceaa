//! `where` clauses: what they refuse, on every way in, and how that is said.

use std::collections::BTreeMap;
use stillwire::codec::patch::PatchError;
use stillwire::codec::{Decimal, Duration, Uuid};
use stillwire::{EncodeError, Encoded, Encoder, Limits, Message, ToEncoded};
use stillwire_tests::test::every::v1::{
    Around, Excuse, Leaf, Loose, LooseLeaf, Pairing, Pixel, Reason, Ruled, Spot, Strict, Tag,
};
use stillwire_tests::test::shared::v1::Colour;

fn strict() -> Strict {
    Strict {
        price: Decimal(10_000),
        gap: 1.0,
        name: "name".into(),
        ..Strict::default()
    }
}

fn loose() -> Loose {
    Loose {
        price: Decimal(10_000),
        gap: 1.0,
        name: "name".into(),
        ..Loose::default()
    }
}

/// Both values are the same but for rules: what is said of it on every way in.
fn refused(strict: &Strict, loose: &Loose, said: &str) {
    let error = strict.to_encoded().expect_err(said);
    assert!(matches!(error, EncodeError::Rule(_)), "{error:?}");
    assert_eq!(error.to_string(), said);
    let error = Encoder::new().encode::<Strict>(strict).unwrap_err();
    assert_eq!(error.to_string(), said);

    let loose = loose.to_encoded().unwrap();
    let bytes = loose.as_bytes();
    assert!(!Encoded::<Strict>::verify(bytes, &Limits::default()));
    let error = Encoded::<Strict>::parse(bytes.to_vec()).expect_err(said);
    let text = error.to_string();
    let at = text
        .strip_prefix(&format!("{said}, at byte "))
        .unwrap_or_else(|| panic!("{text}"));
    assert_eq!(at, error.offset().to_string());
    assert!(error.offset() <= bytes.len());

    let form = loose.to_protobuf().unwrap();
    let error = Encoded::<Strict>::from_protobuf(&form, &Limits::default()).expect_err(said);
    assert!(error.to_string().starts_with(said), "{error}");
}

fn allowed(strict: &Strict, loose: &Loose) {
    let (strict, loose) = (strict.to_encoded().unwrap(), loose.to_encoded().unwrap());
    assert_eq!(strict.as_bytes(), loose.as_bytes());
    assert!(Encoded::<Strict>::parse(loose.bytes().clone()).is_ok());
    let form = loose.to_protobuf().unwrap();
    assert_eq!(
        Encoded::<Strict>::from_protobuf(&form, &Limits::default()),
        Ok(strict)
    );
}

/// Values that are refused with what is said, and values at the bounds that are not.
macro_rules! rules {
    ($($field:ident: [$($good:expr),*] $($bad:expr => $said:literal),*;)*) => {$({
        $({
            let (strict, loose) = (strict(), loose());
            allowed(&Strict { $field: $good, ..strict }, &Loose { $field: $good, ..loose });
        })*
        $({
            let (strict, loose) = (strict(), loose());
            let said = concat!(stringify!($field), $said);
            refused(&Strict { $field: $bad, ..strict }, &Loose { $field: $bad, ..loose }, said);
        })*
    })*};
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|t| (*t).to_owned()).collect()
}

fn map(key: &str, value: u32) -> BTreeMap<String, u32> {
    BTreeMap::from([("a".to_owned(), 1), (key.to_owned(), value)])
}

#[test]
fn a_rule_holds_at_its_bounds_and_one_past_them_the_field_is_named() {
    rules! {
        price: [Decimal(5_001), Decimal(999_999)]
            Decimal(0) => ": 0, where > 0.5 is required",
            Decimal(5_000) => ": 0.5, where > 0.5 is required",
            Decimal(1_000_000) => ": 100, where < 100 is required",
            Decimal(i64::MIN) => ": -922337203685477.5808, where > 0.5 is required";
        count: [1, 10, 1000]
            0 => ": 0, where in 1..=1000 is required",
            1001 => ": 1001, where in 1..=1000 is required";
        ratio: [0.0, -0.0, 1.0]
            1.0 + f64::EPSILON => ": 1.0000000000000002, where in 0.0..=1.0 is required",
            -f64::MIN_POSITIVE => ": -2.2250738585072014e-308, where in 0.0..=1.0 is required",
            f64::NAN => ": NaN, where in 0.0..=1.0 is required";
        gap: [f32::MAX, f32::MIN_POSITIVE]
            f32::INFINITY => ": inf, where finite is required",
            f32::NAN => ": NaN, where finite is required",
            -0.0 => ": -0.0, where nonzero is required",
            0.0 => ": 0.0, where nonzero is required";
        name: ["n".into(), "üü".into()]
            String::new() => ": len 0, where len in 1..=4 is required",
            "üüü".into() => ": len 6, where len in 1..=4 is required";
        tags: [texts(&[]), texts(&["a", "b", "c"])]
            texts(&["a", "b", "c", "d"]) => ": len 4, where len <= 3 is required",
            texts(&["a", ""]) => "[1]: len 0, where len > 0 is required",
            texts(&["a", "b", "a"]) => "[2]: \"a\" again, where unique is required";
        steps: [vec![-5, 5]]
            vec![5, -6] => "[1]: -6, where in -5..=5 is required",
            vec![6] => "[0]: 6, where in -5..=5 is required";
        by_name: [BTreeMap::new(), map("b", u32::MAX)]
            map("", 1) => ".keys[0]: len 0, where len > 0 is required",
            map("b", 0) => ".values[1]: 0, where nonzero is required";
        raw: [None, Some(Vec::new()), Some("ü".into())]
            Some(vec![b'a', 0xFF]) => ": invalid UTF-8, where utf8 is required";
        id: [None, Some(Uuid([1; 16]))]
            Some(Uuid([0; 16])) => ": 00000000-0000-0000-0000-000000000000, where nonzero is required";
        wait: [Duration(0), Duration(1_499_999_999)]
            Duration(1_500_000_000) => ": 1.500s, where < 1500ms is required",
            Duration(-1) => ": -0.000000001s, where >= 0s is required";
        colour: [Colour::None, Colour::Unknown(9)]
            Colour::Type => ": .type, where != .type is required";
    }
}

#[test]
fn rules_reach_into_structs_unions_and_rows() {
    let spot = |x, y| vec![vec![], vec![Spot { x: 9, y: [1, 2] }, Spot { x, y }]];
    let pixel = |x, y| vec![vec![], vec![Pixel { x: 9, y: [1, 2] }, Pixel { x, y }]];
    let both = |x, y| {
        let (a, b) = (strict(), loose());
        (
            Strict {
                at: spot(x, y),
                ..a
            },
            Loose {
                at: pixel(x, y),
                ..b
            },
        )
    };
    let (a, b) = both(-1, [6, 8]);
    allowed(&a, &b);
    let (a, b) = both(10, [6, 8]);
    refused(&a, &b, "at[1][1].x: 10, where < 10 is required");
    let (a, b) = both(0, [6, 7]);
    refused(&a, &b, "at[1][1].y[1]: 7, where != 7 is required");

    let cause = |text: &str| {
        let (a, b) = (strict(), loose());
        let (ours, theirs) = (Reason::Ticker(text.into()), Excuse::Ticker(text.into()));
        (
            Strict {
                cause: Some(ours),
                ..a
            },
            Loose {
                cause: Some(theirs),
                ..b
            },
        )
    };
    let (a, b) = cause("t");
    allowed(&a, &b);
    let (a, b) = cause("");
    refused(
        &a,
        &b,
        "cause.ticker: len 0, where len in 1..=12 is required",
    );

    let leaves = |quantity| {
        let (a, b) = (strict(), loose());
        let name = || "n".to_owned();
        let ours = [1, quantity].map(|quantity| Leaf {
            quantity,
            name: name(),
        });
        let theirs = [1, quantity].map(|quantity| LooseLeaf {
            quantity,
            name: name(),
        });
        (
            Strict {
                leaves: ours.into(),
                ..a
            },
            Loose {
                leaves: theirs.into(),
                ..b
            },
        )
    };
    let (a, b) = leaves(u32::MAX);
    allowed(&a, &b);
    let (a, b) = leaves(0);
    refused(&a, &b, "leaves[1].quantity: 0, where nonzero is required");

    // Rows of nothing but text are verified in another way.
    let tags = |key: &str, value: &str| {
        let (a, b) = (strict(), loose());
        let (key, value) = (key.to_owned(), value.to_owned());
        let ours = vec![
            Tag {
                key: "ü".into(),
                ..Tag::default()
            },
            Tag {
                key: key.clone(),
                value: value.clone(),
            },
        ];
        let theirs = vec![
            Pairing {
                key: "ü".into(),
                ..Pairing::default()
            },
            Pairing { key, value },
        ];
        (
            Strict { tags_of: ours, ..a },
            Loose {
                tags_of: theirs,
                ..b
            },
        )
    };
    let (a, b) = tags("k", "nine byte");
    allowed(&a, &b);
    let (a, b) = tags("", "v");
    refused(&a, &b, "tags_of[1].key: len 0, where len > 0 is required");
    let (a, b) = tags("k", "ten bytes!");
    refused(
        &a,
        &b,
        "tags_of[1].value: len 10, where len <= 9 is required",
    );
}

#[test]
fn a_field_whose_zero_is_refused_has_to_be_there() {
    let error = Encoded::<Leaf>::parse(vec![0; 4]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "quantity: 0, where nonzero is required, at byte 4"
    );
    assert!(Encoded::<Leaf>::from_protobuf(b"", &Limits::default()).is_err());
    let error = Leaf::default().to_encoded().unwrap_err();
    assert_eq!(error.to_string(), "quantity: 0, where nonzero is required");
}

#[test]
fn a_type_that_only_holds_what_has_rules_is_checked_when_it_is_encoded() {
    const { assert!(Around::CONSTRAINED && Ruled::CONSTRAINED && !Loose::CONSTRAINED) };
    let value = Around {
        all: vec![Ruled::default()],
        ..Around::default()
    };
    let error = value.to_encoded().unwrap_err();
    assert_eq!(error.to_string(), "all[0].price: 0, where > 0 is required");
}

#[test]
fn a_patch_that_breaks_a_rule_changes_nothing() {
    let value = Strict {
        count: 7,
        steps: vec![1, 2],
        ..strict()
    };
    let mut encoded = value.to_encoded().unwrap();
    let before = encoded.clone();
    let refused = encoded.patch(|mut view| view.set_count(1001));
    assert_eq!((refused, &encoded), (Err(PatchError::Invalid), &before));
    encoded.patch(|mut view| view.set_count(1000)).unwrap();
    assert_eq!(encoded.view().count(), 1000);
    assert!(Encoded::<Strict>::parse(encoded.into_bytes()).is_ok());
}
