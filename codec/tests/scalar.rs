//! Scalars as text, as protobuf's seconds and nanoseconds, and as the standard library's.
#![forbid(unsafe_code)]

use proptest::prelude::*;
use std::time::{Duration as StdDuration, SystemTime};
use stillwire_codec::scalar::ScalarError;
use stillwire_codec::{Decimal, Duration, Timestamp, Uuid};

proptest! {
    #[test]
    fn a_timestamp_is_what_its_text_says(nanos: i64) {
        let time = Timestamp(nanos);
        prop_assert_eq!(time.to_string().parse(), Ok(time));
        prop_assert_eq!(format!("{time:?}"), time.to_string());
        let (seconds, fraction) = time.to_seconds_and_nanos();
        prop_assert_eq!(Timestamp::from_seconds_and_nanos(seconds, fraction), Ok(time));
        prop_assert_eq!(Timestamp::try_from(SystemTime::try_from(time).unwrap()), Ok(time));
    }

    #[test]
    fn a_duration_is_what_its_text_says(nanos: i64) {
        let span = Duration(nanos);
        prop_assert_eq!(span.to_string().parse(), Ok(span));
        let (seconds, fraction) = span.to_seconds_and_nanos();
        prop_assert_eq!(Duration::from_seconds_and_nanos(seconds, fraction), Ok(span));
        match StdDuration::try_from(span) {
            Ok(std) => prop_assert_eq!(Duration::try_from(std), Ok(span)),
            Err(_) => prop_assert!(nanos < 0),
        }
    }

    #[test]
    fn a_uuid_is_what_its_text_says(bytes: [u8; 16]) {
        let id = Uuid(bytes);
        prop_assert_eq!(id.to_string().parse(), Ok(id));
        prop_assert_eq!(id.to_string().to_uppercase().parse(), Ok(id));
    }

    #[test]
    fn a_decimal_is_what_its_text_says(units: i64, small in -2_000i64..2_000) {
        for n in [units, small] {
            prop_assert_eq!(Decimal::<0>(n).to_string().parse(), Ok(Decimal::<0>(n)));
            prop_assert_eq!(Decimal::<2>(n).to_string().parse(), Ok(Decimal::<2>(n)));
            prop_assert_eq!(Decimal::<18>(n).to_string().parse(), Ok(Decimal::<18>(n)));
            prop_assert_eq!(Decimal::<40>(n).to_string().parse(), Ok(Decimal::<40>(n)));
        }
    }

    #[test]
    fn text_of_any_kind_is_refused_or_has_one_form(text in "-?[0-9T:.Zs+-]{0,40}") {
        if let Ok(time) = text.parse::<Timestamp>() {
            prop_assert_eq!(time.to_string().parse(), Ok(time));
        }
        if let Ok(span) = text.parse::<Duration>() {
            prop_assert_eq!(span.to_string().parse(), Ok(span));
        }
        if let Ok(number) = text.parse::<Decimal<4>>() {
            prop_assert_eq!(number.to_string().parse(), Ok(number));
        }
    }
}

#[test]
fn timestamps_print_as_protobuf_json_does() {
    let cases = [
        (0, "1970-01-01T00:00:00Z"),
        (1_500_000_000, "1970-01-01T00:00:01.500Z"),
        (-1, "1969-12-31T23:59:59.999999999Z"),
        (951_782_400_000_001_000, "2000-02-29T00:00:00.000001Z"),
        (i64::MIN, "1677-09-21T00:12:43.145224192Z"),
        (i64::MAX, "2262-04-11T23:47:16.854775807Z"),
    ];
    for (nanos, text) in cases {
        assert_eq!(Timestamp(nanos).to_string(), text);
    }
}

#[test]
fn timestamps_read_offsets_and_refuse_the_rest() {
    let epoch = |text: &str| text.parse::<Timestamp>().map(|t| t.0);
    assert_eq!(epoch("1970-01-01T01:00:00+01:00"), Ok(0));
    assert_eq!(epoch("1969-12-31T16:30:00-07:30"), Ok(0));
    assert_eq!(epoch("1970-01-01T00:00:00.1Z"), Ok(100_000_000));
    let form = [
        "",
        "1970-01-01",
        "1970-01-01T00:00:00",
        "1970-01-01t00:00:00Z",
        "1970-01-01T00:00:00z",
        "1970-01-01 00:00:00Z",
        "1970-13-01T00:00:00Z",
        "1970-02-30T00:00:00Z",
        "1900-02-29T00:00:00Z",
        "1970-01-01T24:00:00Z",
        "1970-01-01T00:00:60Z",
        "1970-01-01T00:00:00.Z",
        "1970-01-01T00:00:00.1234567890Z",
        "1970-01-01T00:00:00ZZ",
        "1970-01-01T00:00:00+24:00",
        "+970-01-01T00:00:00Z",
        "1970-01-00T00:00:00Z",
        "1970-01-01T00:00:00+0100",
    ];
    for text in form {
        assert!(
            matches!(epoch(text), Err(ScalarError::Form { .. })),
            "{text}"
        );
    }
    for text in [
        "1677-09-21T00:12:43.145224191Z",
        "2262-04-11T23:47:16.854775808Z",
        "0001-01-01T00:00:00Z",
        "0000-01-01T00:00:00Z",
    ] {
        assert!(
            matches!(epoch(text), Err(ScalarError::Range { .. })),
            "{text}"
        );
    }
}

#[test]
fn durations_print_as_protobuf_json_does_and_refuse_the_rest() {
    let cases = [
        (0, "0s"),
        (1_500_000_000, "1.500s"),
        (-500_000_000, "-0.500s"),
        (1, "0.000000001s"),
        (-3_000_000_000, "-3s"),
    ];
    for (nanos, text) in cases {
        assert_eq!(Duration(nanos).to_string(), text);
    }
    assert_eq!("1.5s".parse(), Ok(Duration(1_500_000_000)));
    for text in [
        "",
        "s",
        "1",
        "1.s",
        ".5s",
        "1.5S",
        "+1s",
        "--1s",
        "1.0000000000s",
        "1 s",
        "1e3s",
    ] {
        assert!(
            matches!(text.parse::<Duration>(), Err(ScalarError::Form { .. })),
            "{text}"
        );
    }
    for text in [
        "9223372037s",
        "-9223372037s",
        "315576000001s",
        "99999999999999999999999s",
        "-99999999999999999999999.5s",
    ] {
        assert!(
            matches!(text.parse::<Duration>(), Err(ScalarError::Range { .. })),
            "{text}"
        );
    }
}

#[test]
fn seconds_and_nanos_have_one_sign_and_stay_in_bounds() {
    let nanos = |nanos| Err(ScalarError::Nanos { nanos });
    assert_eq!(
        Timestamp::from_seconds_and_nanos(-1, 999_999_999),
        Ok(Timestamp(-1))
    );
    assert_eq!(
        Timestamp::from_seconds_and_nanos(0, -1).map(|_| ()),
        nanos(-1)
    );
    assert_eq!(
        Timestamp::from_seconds_and_nanos(0, 1_000_000_000).map(|_| ()),
        nanos(1_000_000_000)
    );
    assert!(Timestamp::from_seconds_and_nanos(253_402_300_800, 0).is_err());
    assert!(Timestamp::from_seconds_and_nanos(9_223_372_036, 854_775_807).is_ok());
    assert!(Timestamp::from_seconds_and_nanos(9_223_372_036, 854_775_808).is_err());
    assert_eq!(Duration::from_seconds_and_nanos(0, -1), Ok(Duration(-1)));
    assert_eq!(
        Duration::from_seconds_and_nanos(1, -1).map(|_| ()),
        nanos(-1)
    );
    assert_eq!(
        Duration::from_seconds_and_nanos(-1, 1).map(|_| ()),
        nanos(1)
    );
    assert_eq!(
        Duration::from_seconds_and_nanos(0, i32::MIN).map(|_| ()),
        nanos(i32::MIN)
    );
    assert!(Duration::from_seconds_and_nanos(i64::MIN, 0).is_err());
    assert!(Duration::from_seconds_and_nanos(-9_223_372_036, -854_775_808).is_ok());
    assert!(Duration::from_seconds_and_nanos(-9_223_372_036, -854_775_809).is_err());
}

#[test]
fn the_systems_clock_beyond_our_range_is_refused() {
    let far = SystemTime::UNIX_EPOCH + StdDuration::from_secs(10_000_000_000);
    assert!(Timestamp::try_from(far).is_err());
    let before = SystemTime::UNIX_EPOCH - StdDuration::from_nanos(1);
    assert_eq!(Timestamp::try_from(before), Ok(Timestamp(-1)));
    assert!(Duration::try_from(StdDuration::MAX).is_err());
}

#[test]
fn decimals_have_one_form_and_refuse_what_is_not_exact() {
    assert_eq!(Decimal::<2>(10_125).to_string(), "101.25");
    assert_eq!(Decimal::<2>(10_100).to_string(), "101");
    assert_eq!(Decimal::<2>(-5).to_string(), "-0.05");
    assert_eq!(Decimal::<2>(0).to_string(), "0");
    assert_eq!(Decimal::<0>(i64::MIN).to_string(), "-9223372036854775808");
    assert_eq!(Decimal::<18>(i64::MIN).to_string(), "-9.223372036854775808");
    assert_eq!("-0".parse(), Ok(Decimal::<2>(0)));
    assert_eq!("007.10".parse(), Ok(Decimal::<2>(710)));
    let two = |text: &str| text.parse::<Decimal<2>>().unwrap_err();
    assert_eq!(two("1.234"), ScalarError::Places { places: 2 });
    assert_eq!(two("1.230"), ScalarError::Places { places: 2 });
    assert!(matches!(
        two("92233720368547758.08"),
        ScalarError::Range { .. }
    ));
    assert!("92233720368547758.07".parse::<Decimal<2>>().is_ok());
    assert!("-92233720368547758.08".parse::<Decimal<2>>().is_ok());
    for text in ["", "-", ".5", "5.", "+1", "1e3", "1,5", "1.2.3", " 1", "٣"] {
        assert!(matches!(two(text), ScalarError::Form { .. }), "{text}");
    }
}

#[test]
fn uuids_are_hyphenated_and_nothing_else() {
    let text = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6";
    for bad in [
        "",
        "f81d4fae7dec11d0a76500a0c91e6bf6",
        &text[1..],
        "g81d4fae-7dec-11d0-a765-00a0c91e6bf6",
        "f81d4fae-7dec-11d0-a76500a0c91e6bf6-",
        "+81d4fae-7dec-11d0-a765-00a0c91e6bf6",
    ] {
        assert!(
            matches!(bad.parse::<Uuid>(), Err(ScalarError::Form { .. })),
            "{bad}"
        );
    }
}
