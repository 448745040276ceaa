//! Messages that are carried as bytes: `encoded<T>`.

use stillwire::codec::error::Reason;
use stillwire::codec::{EncodeError, Unverified, UnverifiedView};
use stillwire::{Encoded, Limits, ToEncoded};
use stillwire_tests::test::every::v1::{Cargo, CargoView, Carried, CarriedInit, Negated, Ruled};
use stillwire_tests::test::shared::v1::{Pair, PairInit};

fn pair(left: u32, right: &str) -> Encoded<Pair> {
    PairInit { left, right }.encode()
}

/// Bytes that are no `Pair`: of its scalars, only some are there.
fn noise() -> Unverified<Pair> {
    Unverified::new(&[9, 0, 0, 0, 1][..]).unwrap()
}

/// A carrier of itself, `levels` deep.
fn chain(levels: usize) -> Carried {
    (0..levels).fold(Carried::default(), |inner, _| Carried {
        b: Some(inner.encode().into()),
        ..Carried::default()
    })
}

#[test]
fn what_is_carried_is_verified_when_somebody_asks() {
    let whole = Carried {
        a: pair(1, "one").into(),
        g: Some(vec![pair(2, "two").into(), noise()]),
        ..Carried::default()
    };
    let whole = Encoded::<Carried>::parse(whole.encode().into_bytes()).unwrap();
    let view = whole.view();
    assert_eq!(view.a().verify().unwrap().right(), "one");
    assert_eq!(view.to_message().a.parse().unwrap(), pair(1, "one"));
    let elements = view.g().unwrap();
    assert_eq!(elements.get(0).unwrap().verify().unwrap().left(), 2);
    let error = elements.get(1).unwrap().verify().unwrap_err();
    assert_eq!(
        error.to_string(),
        "input ends inside a message's scalars: 9 bytes needed, 1 there at byte 5"
    );
    assert_eq!(
        elements.get(1).unwrap().to_unverified().parse(),
        Err(error),
        "owned and borrowed say the same"
    );
}

#[test]
fn an_element_is_taken_out_without_a_copy_and_without_being_looked_at() {
    let whole = Carried {
        a: noise(),
        g: Some(vec![pair(2, "two").into()]),
        ..Carried::default()
    }
    .encode();
    let element = whole.view().g().unwrap().get(0).unwrap();
    let detached = element.detach(&whole).unwrap();
    assert_eq!(detached, pair(2, "two"));
    assert_eq!(
        detached.as_bytes().as_ptr(),
        element.as_bytes().as_ptr(),
        "it shares the bytes"
    );
    let in_place: Encoded<Pair> = Encoded::detach(&whole, element.verify().unwrap()).unwrap();
    assert_eq!(in_place.as_bytes().as_ptr(), element.as_bytes().as_ptr());
    let shared = whole.view().a().share(&whole);
    assert_eq!(
        shared.as_bytes().as_ptr(),
        whole.view().a().as_bytes().as_ptr()
    );
    assert_eq!(shared, noise());
    assert!(whole.view().a().detach(&whole).is_err());
    let elsewhere = UnverifiedView::from(&detached)
        .detach(&pair(0, ""))
        .unwrap();
    assert_eq!(elsewhere, detached);
    assert_ne!(elsewhere.as_bytes().as_ptr(), detached.as_bytes().as_ptr());
}

#[test]
fn elements_are_handed_on_byte_for_byte_from_views_borrows_and_owned_values() {
    let came = Carried {
        a: noise(),
        c: vec![Unverified::new(&[7; 9][..]).unwrap(), Unverified::default()],
        d: [(5, Unverified::new(&[1, 2, 3, 4][..]).unwrap())].into(),
        e: Some(Cargo::One(Unverified::new(&[0xFF; 5][..]).unwrap())),
        ..Carried::default()
    }
    .encode();
    let view = came.view();
    assert_eq!(view.to_encoded().unwrap(), came);
    assert_eq!(view.to_message().encode(), came);
    let c: Vec<_> = view.c().iter().collect();
    let d: Vec<_> = view.d().iter().collect();
    let one = match view.e() {
        Some(CargoView::One(one)) => one,
        other => panic!("{other:?}"),
    };
    let borrowed = CarriedInit {
        a: view.a(),
        c: &c,
        d: &d,
        e: Some(stillwire_tests::test::every::v1::CargoInit::One(one)),
        ..CarriedInit::default()
    };
    assert_eq!(borrowed.encode(), came);
}

#[test]
fn a_default_is_the_message_with_every_field_at_its_default() {
    let value = Carried::default();
    assert_eq!(value.a.as_bytes(), [0; 4]);
    assert_eq!(value.encode(), CarriedInit::default().encode());
    assert_eq!(value.a.parse().unwrap().to_message(), Pair::default());
    let needs_more = Unverified::<Negated>::default();
    assert_eq!(
        needs_more.parse().unwrap_err().reason(),
        &Reason::Missing,
        "what requires something has no such value"
    );
}

#[test]
fn fewer_than_four_bytes_are_no_message_and_are_refused_from_outside() {
    assert!(Unverified::<Pair>::new(vec![1; 4]).is_ok());
    assert!(UnverifiedView::<Pair>::new(&[1; 4]).is_ok());
    let error = Unverified::<Pair>::new(vec![1; 3]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "input ends inside a message's header: 4 bytes needed, 3 there at byte 3"
    );
    assert_eq!(UnverifiedView::<Pair>::new(&[1; 3]), Err(error));

    // S = 0, N = 1, and the slot of `a`.
    let with = |a: &[u8]| {
        let end = u8::try_from(a.len()).unwrap();
        Encoded::<Carried>::parse([&[0, 0, 1, 0, end], a].concat())
    };
    assert!(with(&[1; 4]).is_ok());
    let said = |found: Result<_, stillwire::DecodeError>| found.unwrap_err().to_string();
    assert_eq!(
        said(with(&[1; 3])),
        "a: input ends inside a message's header: 4 bytes needed, 3 there at byte 8"
    );
    assert_eq!(
        said(Encoded::<Carried>::parse(vec![0; 4])),
        "a: required, but absent at byte 4"
    );
}

#[test]
fn levels_are_counted_from_each_root_so_no_nesting_is_too_deep_to_be_carried() {
    let whole = chain(1_000).encode();
    let mut at = Encoded::<Carried>::parse(whole.into_bytes()).unwrap();
    let mut levels = 0;
    loop {
        let next = at.view().b().map(|inner| inner.detach(&at).unwrap());
        let Some(next) = next else { break };
        (at, levels) = (next, levels + 1);
    }
    assert_eq!(levels, 1_000, "each is a call of its own");
    // Printing it looks at one of them.
    let shown = format!("{:?}", chain(1_000).encode());
    assert!(shown.len() < 400, "{shown}");
    assert!(shown.contains("b: Some(Unverified("), "{shown}");
}

#[test]
fn limits_hold_for_what_is_asked_for() {
    let whole = Carried {
        a: pair(1, "one").into(),
        ..Carried::default()
    }
    .encode();
    let a = whole.view().a();
    let exactly = Limits {
        message_bytes: a.len(),
        ..Limits::default()
    };
    let fewer = Limits {
        message_bytes: a.len() - 1,
        ..Limits::default()
    };
    assert!(a.verify_with(&exactly).is_ok());
    assert!(a.verify_with(&fewer).is_err());
    assert!(a.detach_with(&whole, &exactly).is_ok());
    assert!(a.detach_with(&whole, &fewer).is_err());
    assert!(a.to_unverified().parse_with(&exactly).is_ok());
    assert!(a.to_unverified().parse_with(&fewer).is_err());

    let memory = |bytes| Limits {
        element_memory_bytes: bytes,
        ..Limits::default()
    };
    let needed = size_of::<Carried>() + a.len();
    assert!(whole.to_message_with(&memory(needed)).is_ok());
    assert!(whole.to_message_with(&memory(needed - 1)).is_err());
}

#[test]
fn a_condition_on_the_length_holds_of_the_bytes() {
    let of = |len: usize| Carried {
        g: Some(vec![Unverified::new(vec![0; len]).unwrap()]),
        ..Carried::default()
    };
    assert!(of(4096).to_encoded().is_ok());
    let error = of(4097).to_encoded().unwrap_err();
    assert_eq!(
        error.to_string(),
        "g[0]: len 4097, where len <= 4096 is required"
    );
}

#[test]
fn the_protobuf_form_is_a_sub_message_that_was_verified() {
    #[derive(Clone, PartialEq, prost::Message)]
    struct Peer {
        #[prost(message, optional, tag = "1")]
        a: Option<PeerPair>,
        #[prost(message, optional, boxed, tag = "2")]
        b: Option<Box<Self>>,
    }
    #[derive(Clone, PartialEq, prost::Message)]
    struct PeerPair {
        #[prost(uint32, tag = "1")]
        left: u32,
        #[prost(string, tag = "2")]
        right: String,
    }
    let inner = Carried {
        a: pair(7, "in").into(),
        ..Carried::default()
    };
    let value = Carried {
        a: pair(8, "out").into(),
        b: Some(inner.encode().into()),
        ..Carried::default()
    };
    let form = value.encode().to_protobuf().unwrap();
    let peer: Peer = prost::Message::decode(form.clone()).unwrap();
    assert_eq!(peer.a.as_ref().unwrap().right, "out");
    assert_eq!(peer.b.as_ref().unwrap().a.as_ref().unwrap().left, 7);
    assert_eq!(prost::Message::encode_to_vec(&peer), form);
    let back = Encoded::<Carried>::from_protobuf(&form, &Limits::default()).unwrap();
    assert_eq!(back, value.encode());
}

#[test]
fn what_is_carried_and_unsound_has_no_protobuf_form_and_the_error_says_where() {
    let inner = Carried {
        g: Some(vec![pair(1, "").into(), noise()]),
        ..Carried::default()
    };
    let whole = Carried {
        b: Some(inner.encode().into()),
        ..Carried::default()
    }
    .encode();
    let error = whole.to_protobuf().unwrap_err();
    let EncodeError::Unverified(within) = &error else {
        panic!("{error:?}");
    };
    assert_eq!(within.path(), "b.g[1]");
    assert!(
        error
            .to_string()
            .starts_with("b.g[1]: input ends inside a message's scalars"),
        "{error}"
    );
    let mut out = bytes::BytesMut::from(&b"before"[..]);
    assert_eq!(whole.append_protobuf(&mut out), Err(error));
    assert_eq!(out, "before");
}

#[test]
fn what_comes_as_protobuf_is_verified_with_its_conditions() {
    #[derive(Clone, PartialEq, prost::Message)]
    struct Peer {
        #[prost(message, optional, tag = "1")]
        a: Option<()>,
        #[prost(map = "uint32, message", tag = "4")]
        d: std::collections::HashMap<u32, ()>,
        #[prost(message, optional, tag = "9")]
        i: Option<()>,
    }
    let read = |peer: &Peer| {
        let form = prost::Message::encode_to_vec(peer);
        Encoded::<Carried>::from_protobuf(&form, &Limits::default())
    };
    let sound = Peer {
        a: Some(()),
        ..Peer::default()
    };
    assert_eq!(read(&sound).unwrap(), Carried::default().encode());
    let empty = read(&Peer::default()).unwrap_err();
    assert_eq!((empty.path(), empty.reason()), ("a", &Reason::Missing));
    // A `Ruled` without fields breaks a condition of its schema.
    assert!(Ruled::default().to_encoded().is_err());
    let ruled = Peer {
        d: [(1, ())].into(),
        ..sound.clone()
    };
    let error = read(&ruled).unwrap_err();
    assert!(error.path().starts_with("d"), "{error}");
    assert!(matches!(error.reason(), Reason::Rule { .. }), "{error}");
    // A `Negated` without fields lacks what it requires.
    let lacking = Peer {
        i: Some(()),
        ..sound
    };
    let error = read(&lacking).unwrap_err();
    assert_eq!((error.path(), error.reason()), ("i.note", &Reason::Missing));
}

#[test]
fn in_the_protobuf_form_levels_count_on_through_what_is_carried() {
    // The innermost carries a `Pair` of its own.
    let deepest = chain(63).encode();
    let form = deepest.to_protobuf().unwrap();
    let back = Encoded::<Carried>::from_protobuf(&form, &Limits::default());
    assert_eq!(back.unwrap(), deepest);

    let error = chain(64).encode().to_protobuf().unwrap_err();
    assert!(error.to_string().contains("over the limit of 64 for depth"));
    // However deep: nothing is built on the stack of what was not verified.
    assert!(chain(5_000).encode().to_protobuf().is_err());
    let shallow = Limits {
        depth: 63,
        ..Limits::default()
    };
    let error = Encoded::<Carried>::from_protobuf(&form, &shallow).unwrap_err();
    assert!(error.to_string().contains("over the limit of 63 for depth"));
}
