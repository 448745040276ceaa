//! A value and its borrows encode to the same bytes.

mod common;

use common::{Make, Source};
use proptest::prelude::*;
use std::vec::Vec as Many;
use stillwire_tests::test::every::v1::{
    Choice, ChoiceInit, Defaults, DefaultsInit, Expr, ExprInit, Inner, InnerInit, Note, NoteInit,
    Optional, OptionalInit, Plain, PlainInit,
};
use stillwire_tests::test::shared::v1::{Pair, PairInit};

fn pair(pair: &Pair) -> PairInit<'_> {
    PairInit {
        left: pair.left,
        right: &pair.right,
    }
}

fn inner(inner: &Inner) -> InnerInit<'_> {
    match inner {
        Inner::Pair(payload) => InnerInit::Pair(pair(payload)),
        Inner::Code(code) => InnerInit::Code(*code),
        Inner::Unknown(_) => InnerInit::default(),
    }
}

/// Variants whose borrows need a list of their own are left to the caller.
fn choice(choice: &Choice) -> Option<ChoiceInit<'_>> {
    Some(match choice {
        Choice::Nothing => ChoiceInit::Nothing,
        Choice::Flag(flag) => ChoiceInit::Flag(*flag),
        Choice::Number(number) => ChoiceInit::Number(*number),
        Choice::Text(text) => ChoiceInit::Text(text),
        Choice::Raw(raw) => ChoiceInit::Raw(raw),
        Choice::Pair(payload) => ChoiceInit::Pair(pair(payload)),
        Choice::Inner(payload) => ChoiceInit::Inner(inner(payload)),
        Choice::Numbers(numbers) => ChoiceInit::Numbers(numbers),
        Choice::Mixed(mixed) => ChoiceInit::Mixed(*mixed),
        Choice::Colour(colour) => ChoiceInit::Colour(*colour),
        Choice::Bits(bits) => ChoiceInit::Bits(bits),
        Choice::Type(number) => ChoiceInit::Type(*number),
        _ => return None,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn scalars(seed: u64) {
        let v = Plain::make(&mut Source::new(seed));
        let init = PlainInit {
            a: v.a, b: v.b, c: v.c, d: v.d, e: v.e, f: v.f, g: v.g, h: v.h, i: v.i, j: v.j, k: v.k, l: v.l, m: v.m,
            n: v.n, o: v.o, p: v.p, q: v.q, r: v.r, s: v.s, t: v.t, u: v.u, v: v.v, w: v.w, x: v.x,
        };
        prop_assert_eq!(init.encode(), v.encode());
        let v = Defaults::make(&mut Source::new(seed));
        let init = DefaultsInit {
            a: v.a, b: v.b, c: v.c, d: v.d, e: v.e, f: v.f, g: v.g, h: v.h, i: v.i, j: v.j, k: v.k,
        };
        prop_assert_eq!(init.encode(), v.encode());
    }

    #[test]
    fn options(seed: u64) {
        let mut v = Optional::make(&mut Source::new(seed));
        let s = v.s.as_ref().and_then(choice);
        let chosen = s.is_some();
        let texts: Option<Many<&str>> = v.p.as_ref().map(|p| p.iter().map(String::as_str).collect());
        // In no order: the encoder sorts.
        let table: Option<Many<(&str, u8)>> = v.q.as_ref().map(|q| q.iter().rev().map(|(k, v)| (k.as_str(), *v)).collect());
        let pairs: Option<Many<PairInit<'_>>> = v.u.as_ref().map(|u| u.iter().map(pair).collect());
        let init = OptionalInit {
            a: v.a, b: v.b, c: v.c, d: v.d, e: v.e, f: v.f, g: v.g, h: v.h, i: v.i, j: v.j, k: v.k, l: v.l,
            m: v.m.as_deref(),
            n: v.n.as_deref(),
            o: v.o.as_deref(),
            p: texts.as_deref(),
            q: table.as_deref(),
            r: v.r.as_ref().map(pair),
            s,
            t: v.t,
            u: pairs.as_deref(),
            v: v.v,
            w: v.w.as_deref(),
        };
        let encoded = init.encode();
        if !chosen {
            v.s = None;
        }
        prop_assert_eq!(encoded, v.encode());
    }
}

#[test]
fn nested_lists_and_types_within_themselves() {
    use stillwire_tests::test::every::v1::{Lists, ListsInit, Negated, NegatedInit};
    let lists = Lists {
        h: vec![vec![1, 2], vec![]],
        i: vec![vec!["a".into()], vec![]],
        j: vec![vec![Pair {
            left: 1,
            right: "x".into(),
        }]],
        k: vec![[("k".to_owned(), 1)].into(), [].into()],
        l: vec![Choice::Again(Box::new(Choice::Flag(true)))],
        o: vec![vec![true, false], vec![]],
        r: vec![vec![vec![Choice::Nothing]]],
        ..Lists::default()
    };
    let init = ListsInit {
        h: &[&[1, 2], &[]],
        i: &[&["a"], &[]],
        j: &[&[PairInit {
            left: 1,
            right: "x",
        }]],
        k: &[&[("k", 1)], &[]],
        l: &[ChoiceInit::Again(&ChoiceInit::Flag(true))],
        o: &[&[true, false], &[]],
        r: &[&[&[ChoiceInit::Nothing]]],
        ..ListsInit::default()
    };
    assert_eq!(init.encode(), lists.encode());

    let leaf = Negated {
        of: Expr::Literal(2.0),
        note: Note {
            text: "leaf".into(),
            about: None,
        },
    };
    let value = Negated {
        of: Expr::Negated(Box::new(leaf.clone())),
        note: Note {
            text: "n".into(),
            about: Some(Box::new(leaf)),
        },
    };
    let leaf = NegatedInit {
        of: ExprInit::Literal(2.0),
        note: NoteInit {
            text: "leaf",
            about: None,
        },
    };
    let init = NegatedInit {
        of: ExprInit::Negated(&leaf),
        note: NoteInit {
            text: "n",
            about: Some(&leaf),
        },
    };
    assert_eq!(init.encode(), value.encode());
}

#[test]
fn a_key_twice_is_an_error() {
    use stillwire::{EncodeError, ToEncoded};
    let init = OptionalInit {
        q: Some(&[("a", 1), ("b", 2), ("a", 3)]),
        ..OptionalInit::default()
    };
    assert_eq!(init.to_encoded(), Err(EncodeError::DuplicateKey));
}
