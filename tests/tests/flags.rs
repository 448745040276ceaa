//! Flags: bits that are kept, named where they have a name, and refused where they do not fit.

use stillwire::{Encoded, Limits, ToEncoded};
use stillwire_tests::test::every::v1::{
    Access, Allowed, Flagged, FlaggedInit, FlaggedInner, Rights, USUAL,
};

#[test]
fn flags_keep_bits_that_they_do_not_know_and_order_by_number() {
    let value = Flagged {
        a: Access::WRITE | Access::from_bits_retain(0x40),
        d: vec![
            Access::empty(),
            Access::all(),
            Access::from_bits_retain(u16::MAX),
        ],
        m: Some(Rights::from_bits_retain(1 << 40)),
        ..Flagged::default()
    };
    let encoded = value.encode();
    let view = encoded.view();
    assert_eq!(format!("{:?}", view.a()), "Access(WRITE | 0x40)");
    assert_eq!(view.d().get(2).map(Access::bits), Some(u16::MAX));
    assert_eq!(view.m().map(Rights::bits), Some(1 << 40));
    assert!(Access::READ < Access::WRITE && Access::TOP > Access::BOTH);
}

#[test]
fn a_default_of_flags_takes_no_bytes() {
    let value = Flagged::default();
    assert_eq!(
        (value.b, value.l, value.o, value.r),
        (USUAL, Rights::LAST, FlaggedInner::B, Access::NONE)
    );
    assert_eq!(value.encode().as_bytes(), [0; 4]);
    assert_eq!(FlaggedInit::default().encode(), value.encode());
    // What is not the default is, and a default of flags can be taken back.
    let none = Flagged {
        b: Access::empty(),
        ..Flagged::default()
    };
    assert_eq!(none.encode().view().b(), Access::empty());
    assert_eq!(none.encode().as_bytes(), [4, 0, 0, 0, 0, 0, 1, 0x80]);
}

/// What is said of the protobuf form of a `Flagged`.
fn arrives(form: &[u8]) -> Result<Flagged, String> {
    let encoded = Encoded::<Flagged>::from_protobuf(form, &Limits::default());
    encoded
        .map(|encoded| encoded.to_message())
        .map_err(|error| error.to_string())
}

#[test]
fn bits_that_do_not_fit_are_refused_in_protobuf() {
    let kept = arrives(&[0x08, 0xFF, 0xFF, 0x03]).unwrap();
    assert_eq!(kept.a.bits(), u16::MAX);
    let error = arrives(&[0x08, 0x80, 0x80, 0x04]).unwrap_err();
    assert!(
        error.starts_with("a: 65536 is outside the range of u16"),
        "{error}"
    );
    let kept = arrives(&[0x58, 0xFF, 0x01]).unwrap();
    assert_eq!(kept.k.bits(), u8::MAX);
    let error = arrives(&[0x58, 0x80, 0x02]).unwrap_err();
    assert!(
        error.starts_with("k: 256 is outside the range of u8"),
        "{error}"
    );
    // Packed: 1, then 65536.
    let error = arrives(&[0x22, 0x04, 0x01, 0x80, 0x80, 0x04]).unwrap_err();
    assert!(error.starts_with("d[1]: 65536 is outside"), "{error}");
    // A 64-bit number has the room that protobuf has.
    let most = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01];
    let kept = arrives(&[&[0x68], &most[..]].concat()).unwrap();
    assert_eq!(kept.m.map(Rights::bits), Some(u64::MAX));
}

#[test]
fn a_condition_that_is_broken_names_the_flags() {
    let good = Allowed {
        one: Access::READ,
        all: vec![Access::empty(), Access::BOTH],
        exact: Some(Access::BOTH | Access::TOP),
    };
    assert!(good.to_encoded().is_ok());
    let said = |value: Allowed| value.to_encoded().unwrap_err().to_string();
    let one = |one| Allowed {
        one,
        ..good.clone()
    };
    assert_eq!(
        said(one(Access::empty())),
        "one: 0x0, where nonzero is required"
    );
    assert_eq!(
        said(one(Access::BOTH)),
        "one: .read | .write, where != .read | .write is required"
    );
    let all = vec![Access::READ, Access::TOP];
    assert_eq!(
        said(Allowed {
            all,
            ..good.clone()
        }),
        "all[1]: .top, where != .top is required"
    );
    let exact = Some(Access::READ | Access::from_bits_retain(0x40));
    assert_eq!(
        said(Allowed {
            exact,
            ..good.clone()
        }),
        "exact: .read | 0x40, where == .both | .top is required"
    );
}

#[test]
fn a_list_of_flags_is_read_where_it_lies() {
    let value = Flagged {
        d: vec![Access::READ, Access::TOP],
        ..Flagged::default()
    };
    let encoded = value.encode();
    let slice = encoded.view().d().as_slice();
    let range = encoded.as_bytes().as_ptr_range();
    assert!(range.contains(&slice.as_ptr().cast()));
    assert_eq!(size_of_val(slice), 4);
    assert_eq!(slice[1].get(), Access::TOP);
}

#[test]
fn flags_are_changed_in_place() {
    let mut encoded = Flagged {
        a: Access::READ,
        d: vec![Access::READ; 2],
        r: Access::TOP,
        ..Flagged::default()
    }
    .encode();
    encoded
        .patch(|mut view| {
            view.set_a(Access::WRITE)?;
            view.set_b(Access::empty())?;
            view.d_mut().set(1, Access::BOTH)
        })
        .unwrap();
    let view = encoded.view();
    assert_eq!((view.a(), view.b()), (Access::WRITE, Access::empty()));
    assert_eq!(view.d().to_vec(), [Access::READ, Access::BOTH]);
}
