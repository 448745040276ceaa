//! Numbers as people read them.

pub(crate) fn count(number: usize, what: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {what}{plural}", thousands(number as u64))
}

/// `1234567` as `1,234,567`.
pub(crate) fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() * 4 / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Three digits that matter.
pub(crate) fn figure(number: f64) -> String {
    match number {
        n if n < 9.995 => format!("{n:.2}"),
        n if n < 99.95 => format!("{n:.1}"),
        n => thousands(n.round() as u64),
    }
}

fn scaled(number: u64, units: [&str; 4], step: f64) -> String {
    let mut value = number as f64;
    for unit in &units[..3] {
        // What would be shown as 1,000 of one unit is one of the next.
        if value < 999.5 {
            let exact = *unit == units[0];
            return if exact {
                format!("{number} {unit}")
            } else {
                format!("{} {unit}", figure(value))
            };
        }
        value /= step;
    }
    format!("{} {}", figure(value), units[3])
}

/// Bytes in units of 1,024.
pub(crate) fn bytes(number: u64) -> String {
    scaled(number, ["B", "KiB", "MiB", "GiB"], 1024.0)
}

pub(crate) fn nanos(number: u64) -> String {
    scaled(number, ["ns", "µs", "ms", "s"], 1000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_units_that_people_read() {
        assert_eq!(
            [0, 999, 1_000, 1_234_567].map(thousands),
            ["0", "999", "1,000", "1,234,567"]
        );
        assert_eq!(
            [1, 999, 1_024, 1_047_000, 1 << 30].map(bytes),
            ["1 B", "999 B", "1.00 KiB", "1.00 MiB", "1.00 GiB"]
        );
        assert_eq!(
            [0, 1_500, 12_345_678, 90_000_000_000].map(nanos),
            ["0 ns", "1.50 µs", "12.3 ms", "90.0 s"]
        );
        assert_eq!(
            [1.0, 9.994, 9.996, 99.96, 12_345.6].map(figure),
            ["1.00", "9.99", "10.0", "100", "12,346"]
        );
    }
}
