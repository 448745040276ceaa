//! What a schema marks as sensitive appears in no `Debug` and in no error.

use stillwire::{Encoded, Limits, ToEncoded};
use stillwire_tests::test::every::v1::{
    Card, Door, Guarded, GuardedInit, Login, LoginInit, LoginView, OpenCard, OpenDoor, OpenLogin,
    Unguarded,
};

/// No number in an offset or a limit has these digits.
const SECRET: &str = "hunter2hunter2";
const NUMBER: u32 = 8_642;

fn guarded() -> Guarded {
    Guarded {
        name: "Ada".into(),
        password: SECRET.into(),
        answers: vec![SECRET.into()],
        by_site: [(SECRET.to_owned(), SECRET.to_owned())].into(),
        pin: Some(NUMBER),
        card: Card {
            number: 864,
            year: 2030,
        },
        cards: vec![Card {
            number: 864,
            year: 2031,
        }],
        login: Some(Login::Token(SECRET.into())),
        ..Guarded::default()
    }
}

fn keeps(text: &str) {
    for secret in [SECRET, &SECRET[..7], "8642", "864"] {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
    // Nor as bytes.
    assert!(!text.contains("104, 117, 110, 116"), "{text}");
}

#[test]
fn debug_of_every_face_says_that_something_is_left_out() {
    let whole = Guarded {
        more: vec![guarded()],
        inner: Some(Box::new(guarded())),
        others: [("x".to_owned(), guarded())].into(),
        login: Some(Login::User(Box::new(guarded()))),
        ..guarded()
    };
    let mut encoded = whole.encode();
    let init = GuardedInit {
        name: "Ada",
        password: SECRET,
        answers: &[SECRET],
        by_site: &[(SECRET, SECRET)],
        pin: Some(NUMBER),
        card: Card {
            number: 864,
            year: 2030,
        },
        login: Some(LoginInit::Token(SECRET)),
        ..GuardedInit::default()
    };
    let views = encoded.view();
    for text in [
        format!("{whole:?}"),
        format!("{whole:#?}"),
        format!("{encoded:?}"),
        format!("{views:?}"),
        format!("{:?}", views.more()),
        format!("{:?}", views.cards()),
        format!("{:?}", views.others()),
        format!("{:?}", views.login()),
        format!("{init:?}"),
    ] {
        assert!(
            text.contains("Ada") || text.contains("[redacted]"),
            "{text}"
        );
        keeps(&text);
    }
    encoded
        .patch(|view| {
            keeps(&format!("{view:?}"));
            Ok(())
        })
        .unwrap();
    let card = Card {
        number: 864,
        year: 2030,
    };
    assert_eq!(
        format!("{card:?}"),
        "Card { number: [redacted], year: 2030 }"
    );
    let token = Login::Token(SECRET.into());
    assert_eq!(format!("{token:?}"), "Token([redacted])");
    assert_eq!(
        format!("{:?}", LoginView::Token(SECRET)),
        "Token([redacted])"
    );
    assert_eq!(format!("{:?}", Login::Guest), "Guest");
    // What is absent looks the same.
    let empty = format!("{:?}", Guarded::default());
    assert!(
        empty.contains("pin: [redacted]") && empty.contains("password: [redacted]"),
        "{empty}"
    );
}

/// An error names the field and the condition, and not the value.
fn refused(value: &Guarded, said: &str) {
    let error = value.to_encoded().unwrap_err();
    assert_eq!(error.to_string(), said);
    keeps(&format!("{error} {error:?}"));
}

#[test]
fn errors_of_conditions_name_the_field_and_not_the_value() {
    let long = format!("{SECRET}{SECRET}");
    let base = guarded();
    let with = |change: &dyn Fn(&mut Guarded)| {
        let mut value = base.clone();
        change(&mut value);
        value
    };
    refused(
        &with(&|v| v.password = long.clone()),
        "password: [redacted], where len <= 16 is required",
    );
    refused(
        &with(&|v| v.answers = vec![SECRET.into(); 2]),
        "answers[1]: [redacted], where unique is required",
    );
    refused(
        &with(&|v| v.answers[0] = long.clone()),
        "answers[0]: [redacted], where len <= 16 is required",
    );
    refused(
        &with(&|v| v.by_site = [(long.clone(), String::new())].into()),
        "by_site.keys[0]: [redacted], where len <= 16 is required",
    );
    refused(
        &with(&|v| v.pin = Some(86_420)),
        "pin: [redacted], where < 10000 is required",
    );
    refused(
        &with(&|v| v.cards[0].number = 86_420),
        "cards[0].number: [redacted], where < 1000 is required",
    );
    refused(
        &with(&|v| v.login = Some(Login::Token(long.clone()))),
        "login.token: [redacted], where len <= 16 is required",
    );
    refused(
        &with(&|v| {
            v.inner = Some(Box::new(with(&|v| v.password = long.clone())));
        }),
        "inner.password: [redacted], where len <= 16 is required",
    );
}

fn open() -> Unguarded {
    Unguarded {
        trace: "00000000-0000-0000-0000-000000000000".into(),
        price: "0".into(),
        ..Unguarded::default()
    }
}

#[test]
fn errors_of_both_forms_do_not_quote_the_value() {
    let form = |open: Unguarded| {
        let bytes = open.to_encoded().unwrap().to_protobuf().unwrap();
        let error = Encoded::<Guarded>::from_protobuf(&bytes, &Limits::default()).unwrap_err();
        keeps(&format!("{error} {error:?}"));
        error.to_string()
    };
    let error = form(Unguarded {
        trace: SECRET.into(),
        ..open()
    });
    assert!(error.starts_with("trace: [redacted]"), "{error}");
    let error = form(Unguarded {
        price: SECRET.into(),
        ..open()
    });
    assert!(error.starts_with("price: [redacted]"), "{error}");
    let error = form(Unguarded {
        small: NUMBER,
        ..open()
    });
    assert!(error.starts_with("small: [redacted]"), "{error}");
    let error = form(Unguarded {
        door: OpenDoor::Unknown(86),
        ..open()
    });
    assert!(error.starts_with("door: [redacted]"), "{error}");
    let door = Some(OpenLogin::Door(OpenDoor::Unknown(86)));
    let error = form(Unguarded {
        login: door,
        ..open()
    });
    assert!(error.starts_with("login.door: [redacted]"), "{error}");
    let card = OpenCard {
        number: 86_420,
        year: 1,
    };
    let error = form(Unguarded { card, ..open() });
    assert!(error.starts_with("card.number: [redacted]"), "{error}");
    let inner = Some(Box::new(Unguarded {
        small: NUMBER,
        ..open()
    }));
    let error = form(Unguarded { inner, ..open() });
    assert!(error.starts_with("inner.small: [redacted]"), "{error}");
    // Not sensitive itself, and named as what it is.
    let error = form(Unguarded {
        more: vec![Unguarded {
            small: NUMBER,
            ..open()
        }],
        ..open()
    });
    assert!(error.starts_with("more[0].small: [redacted]"), "{error}");
}

#[test]
fn a_value_behind_a_sensitive_one_is_said_again() {
    let value = Guarded {
        card: Card { number: 1, year: 2 },
        door: Door::Open,
        ..guarded()
    };
    let parsed = value.to_encoded().unwrap().to_message();
    assert_eq!(parsed, value);
    assert!(format!("{value:?}").contains("year: 2 }"));
}
