//! Newtypes: types of their own in Rust, and the bytes of what they wrap.

mod common;

use common::{Make, Source};
use proptest::prelude::*;
use stillwire::{Encoded, ToEncoded, Uuid};
use stillwire_tests::test::every::v1::{
    Door, FIRST_ID, FIRST_TITLE, Id, Newtypes, NewtypesInit, Oldtypes, Outer, OuterTitle, Precise,
    Ratio, Score, Secret, Title, Trace, Way,
};

/// The fields that both have, without the newtypes.
fn old(new: &Newtypes) -> Oldtypes {
    let new = new.clone();
    let text = |title: Title| title.0;
    Oldtypes {
        a: new.a.into(),
        b: new.b.into(),
        c: new.c.map(u64::from),
        d: new.d.into_iter().map(u64::from).collect(),
        e: new.e.into_iter().map(|(k, v)| (k.0, v.0)).collect(),
        f: new.f.into_iter().map(|(k, v)| (k.0, v.0)).collect(),
        g: new.g.0,
        h: new.h.0,
        i: new.i.0,
        j: new.j.into(),
        k: new.k.map(text),
        l: new.l.into_iter().map(text).collect(),
        m: new.m.into(),
        n: new.n.map(|secret| secret.0),
        o: new.o.into_iter().map(|secret| secret.0).collect(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn the_bytes_are_those_of_what_is_wrapped(seed: u64) {
        let made = Newtypes::make(&mut Source::new(seed));
        let new = Newtypes {
            a: made.a, b: made.b, c: made.c, d: made.d, e: made.e, f: made.f, g: made.g, h: made.h,
            i: made.i, j: made.j, k: made.k, l: made.l, m: made.m, n: made.n, o: made.o,
            ..Newtypes::default()
        };
        let (bytes, same) = (new.to_encoded().unwrap(), old(&new).to_encoded().unwrap());
        prop_assert_eq!(bytes.as_bytes(), same.as_bytes());
        // Behind it stand defaults of fields that only the new one has.
        prop_assert!(bytes.to_protobuf().unwrap().starts_with(&same.to_protobuf().unwrap()));
    }
}

#[test]
fn views_have_newtypes_of_fixed_size_and_borrow_text() {
    let value = Newtypes {
        a: Id(7),
        d: vec![Id(1), Id(2)],
        j: "title".into(),
        k: Some(Title("other".into())),
        l: vec!["one".into(), "two".into()],
        m: Secret(vec![1, 2]),
        y: Outer(Id(3)),
        z: OuterTitle("outer".into()),
        u: Some(Trace(Uuid([1; 16]))),
        e: [(Id(4), Title("four".into()))].into(),
        f: [(Title("five".into()), Id(5))].into(),
        ..Newtypes::default()
    };
    let encoded = value.encode();
    let view = encoded.view();
    let (a, y): (Id, Outer) = (view.a(), view.y());
    assert_eq!((a, y), (Id(7), Outer(Id(3))));
    let (j, k, m, z): (&str, Option<&str>, &[u8], &str) = (view.j(), view.k(), view.m(), view.z());
    assert_eq!((j, k, m, z), ("title", Some("other"), &[1, 2][..], "outer"));
    assert_eq!(view.e().get(Id(4)), Some("four"));
    assert_eq!(view.f().get("five"), Some(Id(5)));
    // A list of fixed size is read where it lies.
    let slice = view.d().as_slice();
    assert!(
        encoded
            .as_bytes()
            .as_ptr_range()
            .contains(&slice.as_ptr().cast())
    );
    assert_eq!(slice[1].get(), Id(2));
    let borrowed = NewtypesInit {
        a: Id(7),
        d: &[Id(1), Id(2)],
        j: "title",
        k: Some("other"),
        l: &["one", "two"],
        m: &[1, 2],
        y: Outer(Id(3)),
        z: "outer",
        u: Some(Trace(Uuid([1; 16]))),
        e: &[(Id(4), "four")],
        f: &[("five", Id(5))],
        ..NewtypesInit::default()
    };
    assert_eq!(borrowed.encode(), encoded);
    assert_eq!(encoded.to_message(), value);
}

#[test]
fn defaults_and_constants_are_of_the_newtype() {
    let value = Newtypes::default();
    assert_eq!((value.b, FIRST_ID, FIRST_TITLE), (FIRST_ID, Id(1), "first"));
    assert_eq!(
        (value.g, value.h, value.i),
        (Score(-7), Ratio(0.5), Precise(-0.25))
    );
    assert_eq!((value.w, value.y), (Way(Door::Open), Outer(Id(9))));
    assert_eq!(value.encode().view().y(), Outer(Id(9)));
    assert_eq!(
        (value.encode().view().ak(), value.encode().view().al()),
        ("first", &[1, 0xFF][..])
    );
    assert_eq!(
        (value.ak.clone(), value.al.clone()),
        (Title("first".into()), Secret(vec![1, 0xFF]))
    );
    let parsed = Encoded::<Newtypes>::parse(vec![0; 4]).unwrap();
    assert_eq!(parsed.to_message(), value);
}

#[test]
fn conditions_of_a_newtype_hold_where_it_stands() {
    let value = Newtypes {
        g: Score(-101),
        ..Newtypes::default()
    };
    let error = value.to_encoded().unwrap_err().to_string();
    assert_eq!(error, "g: -101, where >= -100 is required");
    let long = Newtypes {
        l: vec![Title("x".repeat(401))],
        ..Newtypes::default()
    };
    let error = long.to_encoded().unwrap_err().to_string();
    assert_eq!(error, "l[0]: len 401, where len <= 400 is required");
}

#[test]
fn what_is_wrapped_is_shown_and_converted() {
    assert_eq!(format!("{} {:?}", Id(7), Id(7)), "7 Id(7)");
    assert_eq!(OuterTitle::from("a").to_string(), "a");
    assert_eq!(Id::from(Outer::from(Id(3))), Id(3));
    assert_eq!(Vec::from(Secret::from(&[1][..])), [1]);
}

#[test]
fn newtypes_are_changed_in_place() {
    let mut encoded = Newtypes {
        a: Id(1),
        d: vec![Id(1); 2],
        y: Outer(Id(1)),
        aj: Some(Score(3)),
        ..Newtypes::default()
    }
    .encode();
    encoded
        .patch(|mut view| {
            view.set_a(Id(2))?;
            view.set_y(Outer(Id(5)))?;
            view.d_mut().set(1, Id(3))
        })
        .unwrap();
    let view = encoded.view();
    assert_eq!((view.a(), view.y()), (Id(2), Outer(Id(5))));
    assert_eq!(view.d().to_vec(), [Id(1), Id(3)]);
}
