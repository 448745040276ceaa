//! Time as text (RFC 3339, and seconds), as protobuf's seconds and nanoseconds, and as the standard library's.
//!
//! Protobuf's `Timestamp` reaches from year 1 to 9999 and its `Duration` 10,000 years each way; ours are 64 bits of
//! nanoseconds. What is outside those bounds is refused, never cut.

use super::{Duration, ScalarError, Timestamp};
use std::fmt;
use std::str::FromStr;
use std::time::SystemTime;

const SECOND: i64 = 1_000_000_000;
const DAY: i64 = 86_400;
/// 0001-01-01T00:00:00Z to 9999-12-31T23:59:59Z, by `google/protobuf/timestamp.proto`.
const TIMESTAMP_SECONDS: std::ops::RangeInclusive<i64> = -62_135_596_800..=253_402_300_799;
/// Ten thousand years, by `google/protobuf/duration.proto`.
const DURATION_SECONDS: std::ops::RangeInclusive<i64> = -315_576_000_000..=315_576_000_000;

const TIMESTAMP_FORM: ScalarError = ScalarError::Form {
    expected: "a time such as 2026-01-31T09:30:00Z",
};
const DURATION_FORM: ScalarError = ScalarError::Form {
    expected: "a duration such as 1.5s",
};
const TIMESTAMP_RANGE: ScalarError = ScalarError::Range {
    of: "timestamp, 1677 to 2262",
};
const DURATION_RANGE: ScalarError = ScalarError::Range {
    of: "duration, 292 years each way",
};

impl Timestamp {
    /// 1970-01-01T00:00:00Z.
    pub const EPOCH: Self = Self(0);

    /// Whole seconds since the epoch, rounded down, and the nanoseconds above them: the fields of protobuf's
    /// `Timestamp`.
    pub fn to_seconds_and_nanos(self) -> (i64, i32) {
        let nanos = i32::try_from(self.0.rem_euclid(SECOND)).unwrap_or(0);
        (self.0.div_euclid(SECOND), nanos)
    }

    /// The inverse.
    ///
    /// # Errors
    /// Where the nanoseconds are not within 0..=999,999,999, or the time is before 1677 or after 2262.
    pub fn from_seconds_and_nanos(seconds: i64, nanos: i32) -> Result<Self, ScalarError> {
        if !(0..1_000_000_000).contains(&nanos) {
            return Err(ScalarError::Nanos { nanos });
        }
        if !TIMESTAMP_SECONDS.contains(&seconds) {
            return Err(ScalarError::Range {
                of: "protobuf's Timestamp, years 1 to 9999",
            });
        }
        // Without an overflow on the way: the first seconds of the range begin below what 64 bits hold.
        let total = i128::from(seconds)
            .saturating_mul(i128::from(SECOND))
            .saturating_add(i128::from(nanos));
        i64::try_from(total).map(Self).map_err(|_| TIMESTAMP_RANGE)
    }
}

impl Duration {
    /// Whole seconds, rounded towards zero, and the nanoseconds beyond them with the same sign: the fields of
    /// protobuf's `Duration`.
    pub fn to_seconds_and_nanos(self) -> (i64, i32) {
        (self.0 / SECOND, i32::try_from(self.0 % SECOND).unwrap_or(0))
    }

    /// The inverse.
    ///
    /// # Errors
    /// Where the nanoseconds are a second or more or have another sign than the seconds, or the span is longer
    /// than 292 years.
    pub fn from_seconds_and_nanos(seconds: i64, nanos: i32) -> Result<Self, ScalarError> {
        let same_sign =
            seconds.signum() == 0 || nanos == 0 || seconds.signum() == i64::from(nanos.signum());
        if nanos.unsigned_abs() >= 1_000_000_000 || !same_sign {
            return Err(ScalarError::Nanos { nanos });
        }
        if !DURATION_SECONDS.contains(&seconds) {
            return Err(ScalarError::Range {
                of: "protobuf's Duration, 10,000 years each way",
            });
        }
        let total = i128::from(seconds)
            .saturating_mul(i128::from(SECOND))
            .saturating_add(i128::from(nanos));
        i64::try_from(total).map(Self).map_err(|_| DURATION_RANGE)
    }
}

impl TryFrom<SystemTime> for Timestamp {
    type Error = ScalarError;
    fn try_from(time: SystemTime) -> Result<Self, ScalarError> {
        let nanos = match time.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(after) => i64::try_from(after.as_nanos()).ok(),
            Err(before) => i128::try_from(before.duration().as_nanos())
                .ok()
                .and_then(|n| i64::try_from(n.wrapping_neg()).ok()),
        };
        nanos.map(Self).ok_or(TIMESTAMP_RANGE)
    }
}

impl TryFrom<Timestamp> for SystemTime {
    type Error = ScalarError;
    fn try_from(time: Timestamp) -> Result<Self, ScalarError> {
        let distance = std::time::Duration::from_nanos(time.0.unsigned_abs());
        let moved = if time.0 < 0 {
            Self::UNIX_EPOCH.checked_sub(distance)
        } else {
            Self::UNIX_EPOCH.checked_add(distance)
        };
        moved.ok_or(ScalarError::Range {
            of: "this system's clock",
        })
    }
}

impl TryFrom<std::time::Duration> for Duration {
    type Error = ScalarError;
    fn try_from(span: std::time::Duration) -> Result<Self, ScalarError> {
        i64::try_from(span.as_nanos())
            .map(Self)
            .map_err(|_| DURATION_RANGE)
    }
}

impl TryFrom<Duration> for std::time::Duration {
    type Error = ScalarError;
    fn try_from(span: Duration) -> Result<Self, ScalarError> {
        match u64::try_from(span.0) {
            Ok(nanos) => Ok(Self::from_nanos(nanos)),
            Err(_) => Err(ScalarError::Range {
                of: "std::time::Duration, which is not negative",
            }),
        }
    }
}

/// A fraction of a second: nothing, or 3, 6 or 9 digits.
fn fraction(f: &mut fmt::Formatter<'_>, nanos: u32) -> fmt::Result {
    if nanos == 0 {
        Ok(())
    } else if nanos.is_multiple_of(1_000_000) {
        write!(f, ".{:03}", nanos / 1_000_000)
    } else if nanos.is_multiple_of(1_000) {
        write!(f, ".{:06}", nanos / 1_000)
    } else {
        write!(f, ".{nanos:09}")
    }
}

impl fmt::Display for Timestamp {
    #[allow(clippy::arithmetic_side_effects)] // remainders of constants
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (seconds, nanos) = self.to_seconds_and_nanos();
        let (year, month, day) = date(seconds.div_euclid(DAY));
        let second = seconds.rem_euclid(DAY);
        let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
        write!(
            f,
            "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"
        )?;
        fraction(f, nanos.unsigned_abs())?;
        f.write_str("Z")
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (seconds, nanos) = self.to_seconds_and_nanos();
        write!(
            f,
            "{}{}",
            if self.0 < 0 { "-" } else { "" },
            seconds.unsigned_abs()
        )?;
        fraction(f, nanos.unsigned_abs())?;
        f.write_str("s")
    }
}

/// Days since the epoch to year, month, day: the civil calendar counted from 1 March, so that the leap day comes last.
#[allow(clippy::arithmetic_side_effects)] // a day is within 2⁵⁴ of the epoch
pub(crate) fn date(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let (day, month) = (
        day - (153 * month + 2) / 5 + 1,
        if month < 10 { month + 3 } else { month - 9 },
    );
    (era * 400 + year + i64::from(month <= 2), month, day)
}

/// The inverse, for a date that exists.
#[allow(clippy::arithmetic_side_effects)] // years have four digits
fn days(year: i64, month: i64, day: i64) -> Option<i64> {
    let from_march = if month <= 2 { year - 1 } else { year };
    let (era, year_of_era) = (from_march.div_euclid(400), from_march.rem_euclid(400));
    let day_of_year = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + day - 1;
    let days = era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100
        + day_of_year
        - 719_468;
    (date(days) == (year, month, day)).then_some(days)
}

/// Text that is read from its start.
struct Text<'a>(&'a [u8]);

impl Text<'_> {
    fn byte(&mut self, expected: u8) -> Option<()> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        (*first == expected).then_some(())
    }

    /// A number of just `count` digits.
    fn digits(&mut self, count: usize) -> Option<i64> {
        let (digits, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        number(digits)
    }

    /// A fraction of a second, in nanoseconds, if one comes next.
    fn fraction(&mut self) -> Option<i64> {
        let Some(rest) = self.0.strip_prefix(b".") else {
            return Some(0);
        };
        let count = rest.iter().take_while(|c| c.is_ascii_digit()).count();
        let (digits, rest) = rest.split_at_checked(count)?;
        self.0 = rest;
        let places = u32::try_from(9usize.checked_sub(count)?).ok()?;
        if count == 0 {
            None
        } else {
            number(digits)?.checked_mul(10i64.checked_pow(places)?)
        }
    }

    /// `Z`, or an offset from UTC in seconds.
    fn zone(&mut self) -> Option<i64> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        let sign = match first {
            b'Z' => return Some(0),
            b'+' => 1,
            b'-' => -1,
            _ => return None,
        };
        let hours = self.digits(2).filter(|h| *h < 24)?;
        self.byte(b':')?;
        let minutes = self.digits(2).filter(|m| *m < 60)?;
        hours
            .checked_mul(60)?
            .checked_add(minutes)?
            .checked_mul(60)?
            .checked_mul(sign)
    }
}

fn number(digits: &[u8]) -> Option<i64> {
    digits.iter().try_fold(0i64, |n, c| {
        let digit = i64::from(c.checked_sub(b'0').filter(|d| *d < 10)?);
        n.checked_mul(10)?.checked_add(digit)
    })
}

/// Seconds since the epoch, and nanoseconds.
fn rfc3339(text: &[u8]) -> Option<(i64, i64)> {
    let mut text = Text(text);
    let year = text.digits(4)?;
    text.byte(b'-')?;
    let month = text.digits(2).filter(|m| (1..=12).contains(m))?;
    text.byte(b'-')?;
    let day = text.digits(2)?;
    text.byte(b'T')?;
    let hour = text.digits(2).filter(|h| *h < 24)?;
    text.byte(b':')?;
    let minute = text.digits(2).filter(|m| *m < 60)?;
    text.byte(b':')?;
    let second = text.digits(2).filter(|s| *s < 60)?;
    let nanos = text.fraction()?;
    let offset = text.zone()?;
    let day = days(year, month, day)?.checked_mul(DAY)?;
    let second = hour
        .checked_mul(3600)?
        .checked_add(minute.checked_mul(60)?)?
        .checked_add(second)?;
    text.0
        .is_empty()
        .then_some((day.checked_add(second)?.checked_sub(offset)?, nanos))
}

impl FromStr for Timestamp {
    type Err = ScalarError;

    /// RFC 3339 with upper-case `T` and `Z`, up to nine digits of fraction, and no leap second.
    fn from_str(text: &str) -> Result<Self, ScalarError> {
        let (seconds, nanos) = rfc3339(text.as_bytes()).ok_or(TIMESTAMP_FORM)?;
        Self::from_seconds_and_nanos(seconds, i32::try_from(nanos).map_err(|_| TIMESTAMP_FORM)?)
    }
}

/// The sign, the seconds and the nanoseconds of a duration.
fn seconds(text: &[u8]) -> Option<(i64, i64, i64)> {
    let text = text.strip_suffix(b"s")?;
    let (sign, text) = match text.strip_prefix(b"-") {
        Some(text) => (-1, text),
        None => (1, text),
    };
    let count = text.iter().take_while(|c| c.is_ascii_digit()).count();
    if count == 0 {
        return None;
    }
    let mut text = Text(text);
    // Twelve digits say more seconds than any duration has.
    let whole = text.digits(count).unwrap_or(i64::MAX);
    let nanos = text.fraction()?;
    text.0.is_empty().then_some((sign, whole, nanos))
}

impl FromStr for Duration {
    type Err = ScalarError;

    /// Seconds with up to nine digits of fraction, then `s`.
    fn from_str(text: &str) -> Result<Self, ScalarError> {
        let (sign, whole, nanos) = seconds(text.as_bytes()).ok_or(DURATION_FORM)?;
        let nanos = i32::try_from(nanos.wrapping_mul(sign)).map_err(|_| DURATION_FORM)?;
        Self::from_seconds_and_nanos(whole.wrapping_mul(sign), nanos)
    }
}
