//! `grpc-timeout`: a deadline as the time that remains.
//!
//! At most eight digits and a unit, of `H M S m u n`. Anything else is refused: a deadline that is misread is a call
//! without one.

use std::time::Duration;
use stillwire_rpc::Status;

/// The longest value that eight digits can say, in each unit from the finest up.
const MOST: u128 = 99_999_999;
const UNITS: [(u128, char); 6] = [
    (1, 'n'),
    (1_000, 'u'),
    (1_000_000, 'm'),
    (1_000_000_000, 'S'),
    (60_000_000_000, 'M'),
    (3_600_000_000_000, 'H'),
];

/// Reads a timeout.
pub(crate) fn parse(value: &[u8]) -> Result<Duration, Status> {
    read(value).ok_or_else(|| {
        let value = String::from_utf8_lossy(&value[..value.len().min(16)]).into_owned();
        Status::invalid_argument(format!(
            "grpc-timeout {value:?} is not 1 to 8 digits and one of H M S m u n"
        ))
    })
}

fn read(value: &[u8]) -> Option<Duration> {
    let (unit, digits) = value.split_last()?;
    if !(1..=8).contains(&digits.len()) {
        return None;
    }
    let (nanos, _) = UNITS.iter().find(|(_, name)| *name == char::from(*unit))?;
    let mut count = 0u128;
    for digit in digits {
        count = count * 10 + u128::from(char::from(*digit).to_digit(10)?);
    }
    let nanos = count * nanos;
    let seconds = u64::try_from(nanos / 1_000_000_000).ok()?;
    Some(Duration::new(
        seconds,
        u32::try_from(nanos % 1_000_000_000).ok()?,
    ))
}

/// Writes a timeout in the finest unit that eight digits can say; never less than what is left.
pub(crate) fn write(left: Duration) -> String {
    let nanos = left.as_nanos();
    let fits = UNITS
        .iter()
        .map(|(unit, name)| (nanos.div_ceil(*unit), name))
        .find(|(n, _)| *n <= MOST);
    fits.map_or_else(
        || format!("{MOST}H"),
        |(count, name)| format!("{count}{name}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_written_timeout_reads_back_no_shorter_and_hardly_longer(seconds in 0u64..359_999_996_400, nanos in 0u32..1_000_000_000) {
            let left = Duration::new(seconds, nanos);
            let back = parse(write(left).as_bytes()).unwrap();
            prop_assert!(back >= left);
            prop_assert!(back.as_nanos() - left.as_nanos() <= left.as_nanos() / 10_000 + 1);
        }

        #[test]
        fn no_bytes_make_it_panic(value in prop::collection::vec(any::<u8>(), 0..20)) {
            let _ = parse(&value);
        }
    }

    #[test]
    fn malformed_timeouts_are_refused() {
        for bad in [
            "",
            "1",
            "S",
            "S1",
            "-1S",
            "+1S",
            "1.5S",
            " 1S",
            "1s",
            "123456789S",
            "1SS",
            "0x1S",
            "１S",
        ] {
            assert!(parse(bad.as_bytes()).is_err(), "{bad:?}");
        }
        assert_eq!(parse(b"250m").unwrap(), Duration::from_millis(250));
        assert_eq!(
            parse(b"99999999H").unwrap(),
            Duration::from_secs(99_999_999 * 3600)
        );
        assert_eq!(parse(b"0n").unwrap(), Duration::ZERO);
    }
}
