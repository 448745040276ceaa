//! Every limit of messages holds at the limit and one past it.

use std::collections::BTreeMap;
use stillwire::codec::Message;
use stillwire::codec::encoded::encode;
use stillwire::codec::message::Encode;
use stillwire::codec::slot::Sink;
use stillwire::{EncodeError, Encoded, Limits, ToEncoded};
use stillwire_tests::test::every::v1::{Choice, Expr, Lists, Maps, Optional, Tree, TreeView};
use stillwire_tests::test::patch::v1::{Book, Kind, Row};

/// A tree with this many levels of `left` below it.
fn chain(levels: usize) -> Tree {
    (0..levels).fold(Tree::default(), |tree, _| Tree {
        left: Some(Box::new(tree)),
        ..Tree::default()
    })
}

/// The same by rows of lists.
fn rows(levels: usize) -> Tree {
    (0..levels).fold(Tree::default(), |tree, _| Tree {
        children: vec![tree],
        ..Tree::default()
    })
}

/// The same by values of maps.
fn maps(levels: usize) -> Tree {
    (0..levels).fold(Tree::default(), |tree, _| Tree {
        by_name: [(String::new(), tree)].into(),
        ..Tree::default()
    })
}

/// Unions within unions, the outermost being the first level.
fn unions(levels: usize) -> Optional {
    let choice = (1..levels).fold(Choice::Nothing, |choice, _| Choice::Again(Box::new(choice)));
    Optional {
        s: Some(choice),
        ..Optional::default()
    }
}

#[test]
fn messages_of_each_shape_nest_as_deep_as_the_limit_says() {
    fn holds<M>(of: impl Fn(usize) -> M, named: &str)
    where
        M: Message + ToEncoded<M> + PartialEq,
    {
        for depth in [1_u32, 5, 63, 64] {
            let limits = Limits {
                depth,
                ..Limits::default()
            };
            let levels = usize::try_from(depth).unwrap();
            let fits = of(levels).to_encoded().unwrap();
            let parsed = Encoded::<M>::parse_with(fits.bytes().clone(), &limits);
            assert!(parsed.unwrap().to_message() == of(levels));
            let one_less = Limits {
                depth: depth - 1,
                ..limits
            };
            let error = Encoded::<M>::parse_with(fits.into_bytes(), &one_less)
                .err()
                .unwrap();
            let said = error.to_string();
            assert!(
                said.contains(&format!(
                    "over the limit of {} for depth at byte",
                    depth - 1
                )),
                "{said}"
            );
            assert!(error.path().starts_with(named), "{said}");
        }
        assert_eq!(
            of(65).to_encoded().err(),
            Some(EncodeError::TooDeep { allowed: 64 })
        );
    }
    holds(chain, "left");
    holds(rows, "children");
    holds(maps, "by_name.values");
    holds(unions, "s");
}

#[test]
fn a_message_is_as_long_as_the_limit_says() {
    let encoded = chain(3).encode();
    let message_bytes = encoded.as_bytes().len();
    let limits = Limits {
        message_bytes,
        ..Limits::default()
    };
    assert!(Encoded::<Tree>::parse_with(encoded.bytes().clone(), &limits).is_ok());
    assert!(Encoded::<Tree>::verify(encoded.as_bytes(), &limits));
    let limits = Limits {
        message_bytes: message_bytes - 1,
        ..limits
    };
    assert!(!Encoded::<Tree>::verify(encoded.as_bytes(), &limits));
    let error = Encoded::<Tree>::parse_with(encoded.into_bytes(), &limits).unwrap_err();
    assert_eq!(
        error.to_string(),
        format!(
            "over the limit of {0} for message_bytes at byte {0}",
            message_bytes - 1
        )
    );
}

#[test]
fn an_owned_value_takes_as_much_memory_as_the_limit_says() {
    fn holds<M: Message + ToEncoded<M> + PartialEq + std::fmt::Debug>(value: &M, memory: usize) {
        let encoded = value.to_encoded().unwrap();
        let within = |element_memory_bytes| {
            encoded.to_message_with(&Limits {
                element_memory_bytes,
                ..Limits::default()
            })
        };
        assert_eq!(within(memory).as_ref(), Ok(value));
        let error = within(memory - 1).unwrap_err();
        assert_eq!(
            error.to_string(),
            format!(
                "over the limit of {} for element_memory_bytes at byte 0",
                memory - 1
            )
        );
    }
    let book = size_of::<Book>() + size_of::<Row>() + size_of::<Kind>();
    holds(&Book::default(), book);
    // A row of a byte is a struct of hundreds.
    holds(
        &Book {
            rows: vec![Row::default(); 1000],
            ..Book::default()
        },
        book + 1000 * size_of::<Row>(),
    );
    holds(
        &Book {
            raw: Some(vec![0; 77]),
            ..Book::default()
        },
        book + 77,
    );
    // A bit is a byte.
    holds(
        &Book {
            flags: vec![true; 90],
            ..Book::default()
        },
        book + 90,
    );
    let names = vec!["a".to_owned(), "bc".to_owned()];
    holds(
        &Book {
            names: Some(names),
            ..Book::default()
        },
        book + 2 * size_of::<String>() + 3,
    );
    let kinds = vec![Kind::Count(1), Kind::Again(Box::new(Kind::None))];
    holds(
        &Book {
            kinds,
            ..Book::default()
        },
        book + 2 * size_of::<Kind>() + 3 * size_of::<Kind>() + 4,
    );
    let lists = size_of::<Lists>();
    holds(
        &Lists {
            h: vec![vec![1, 2], vec![]],
            ..Lists::default()
        },
        lists + 2 * size_of::<Vec<u16>>() + 4,
    );
}

#[test]
fn maps_count_for_more_than_their_entries() {
    let maps = |entries: u8| Maps {
        d: BTreeMap::new(),
        j: (0..entries).map(|i| (i, vec![])).collect(),
        ..Maps::default()
    };
    let least = |value: &Maps| {
        let encoded = value.encode();
        let fits = |element_memory_bytes| {
            encoded
                .to_message_with(&Limits {
                    element_memory_bytes,
                    ..Limits::default()
                })
                .is_ok()
        };
        (0..100_000).find(|memory| fits(*memory)).unwrap()
    };
    let none = least(&maps(0));
    assert_eq!(none, size_of::<Maps>());
    let entry = size_of::<(u8, Vec<u64>)>();
    // A map of one entry has a node for eleven.
    assert!(least(&maps(1)) - none >= 11 * entry);
    assert!(least(&maps(200)) - none >= 2 * 200 * entry);
}

/// A value that holds a view where a message is expected.
struct Holder<'a>(TreeView<'a>);

impl Encode<Tree> for Holder<'_> {
    fn fields<S: Sink<Tree>>(&self, sink: S) -> S::Out {
        const NO_TREES: &[Tree] = &[];
        const NO_NAMES: &[(&str, Tree)] = &[];
        sink.take((), (Some(&self.0), NO_TREES, NO_NAMES, None::<&Expr>, ""))
    }
}

#[test]
fn a_view_within_a_new_value_counts_its_levels() {
    for inner in [chain, rows, maps] {
        let fits = inner(63).encode();
        let encoded = encode::<Tree>(&Holder(fits.view())).unwrap();
        let expected = Tree {
            left: Some(Box::new(inner(63))),
            ..Tree::default()
        };
        assert!(
            Encoded::<Tree>::parse(encoded.into_bytes())
                .unwrap()
                .to_message()
                == expected
        );

        let too_deep = inner(64).encode();
        let again = encode::<Tree>(&too_deep.view()).unwrap();
        assert_eq!(again, too_deep, "as a root it is as deep as it was");
        assert_eq!(
            encode::<Tree>(&Holder(too_deep.view())).err(),
            Some(EncodeError::TooDeep { allowed: 64 })
        );
    }
}

/// The protobuf form of a value.
fn form_of<M: Message + ToEncoded<M>>(value: &M) -> Vec<u8> {
    let (schema, index) = M::TABLE.get();
    stillwire::codec::protobuf::encode(schema, index, value.to_encoded().unwrap().as_bytes())
        .unwrap()
        .to_vec()
}

#[test]
fn a_protobuf_form_nests_as_deep_as_the_limit_says() {
    // An entry of a map is a message, too: these take two levels each.
    for (of, levels) in [(chain as fn(usize) -> Tree, 1), (rows, 1), (maps, 2)] {
        for depth in [2_u32, 10, 62] {
            let value = of(usize::try_from(depth).unwrap() / levels);
            let form = form_of(&value);
            let within = |protobuf_depth| {
                Encoded::<Tree>::from_protobuf(
                    &form,
                    &Limits {
                        protobuf_depth,
                        ..Limits::default()
                    },
                )
            };
            assert!(within(depth).unwrap().to_message() == value);
            let said = within(depth - 1).unwrap_err().to_string();
            let over = format!("over the limit of {} for protobuf_depth at byte", depth - 1);
            assert!(said.contains(&over), "{said}");
        }
    }
}

#[test]
fn a_protobuf_form_becomes_as_many_bytes_as_the_limit_says() {
    let named = Tree {
        name: "x".repeat(300),
        ..chain(2)
    };
    for value in [named, chain(9), Tree::default()] {
        let decoded_bytes = value.encode().as_bytes().len();
        let form = form_of(&value);
        let within = |decoded_bytes| {
            Encoded::<Tree>::from_protobuf(
                &form,
                &Limits {
                    decoded_bytes,
                    ..Limits::default()
                },
            )
        };
        assert!(within(decoded_bytes).unwrap().to_message() == value);
        let said = within(decoded_bytes - 1).unwrap_err().to_string();
        let over = format!("over the limit of {} for decoded_bytes", decoded_bytes - 1);
        assert!(said.contains(&over), "{said}");
    }
}

#[test]
fn a_protobuf_form_has_as_many_unknown_fields_as_the_limit_says() {
    // A varint, 8 bytes, bytes and 4 bytes under the number 100, and one in a message within.
    let unknown = b"\xA0\x06\x01\xA1\x06........\xA2\x06\x02hi\xA5\x06....";
    let mut form = unknown.to_vec();
    form.extend(b"\x12\x03\xA0\x06\x00");
    let within = |unknown_fields| {
        Encoded::<Tree>::from_protobuf(
            &form,
            &Limits {
                unknown_fields,
                ..Limits::default()
            },
        )
    };
    assert!(within(5).unwrap().to_message() == chain(1));
    assert_eq!(
        within(4).unwrap_err().to_string(),
        "left: over the limit of 4 for unknown_fields at byte 28"
    );
    let none = Limits {
        unknown_fields: 0,
        ..Limits::default()
    };
    assert!(Encoded::<Tree>::from_protobuf(&form_of(&chain(3)), &none).is_ok());
}
