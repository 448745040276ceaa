//! Floats of 32 bits as the shortest text that is read as the same: those between a thousandth and some millions, which are nearly
//! all, in exact arithmetic of 64 bits. Others are the library's, which needs a table of powers for them and moves text.
//!
//! A float is `m` steps of 2⁻ˢ. All numbers that are nearer to it than to its neighbours are read as it: those from half a step
//! below to half a step above. Counted in units of 10⁻ᵏ, `k` being the least for which a unit is not wider than a step, there is
//! a whole number among them; and at most one that ends in zero, which then is shorter.
//!
//! ```text
//!        lowest                m · 10ᵏ               highest        in parts of 2⁻ˢ of a unit
//!  ─────────┼─────────────────────┼─────────────────────┼────────
//!                │                           │                      whole units
//! ```

use super::number::POWERS_OF_TEN;

/// A number as digits: `whole`, a point, and `places` digits that are `fraction`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Decimal {
    pub(super) whole: u64,
    pub(super) fraction: u64,
    /// At most [`PLACES`].
    pub(super) places: usize,
}

/// The most digits behind the point that any number here has.
const PLACES: usize = 11;

impl Decimal {
    /// A number of units of ten to the power of minus `scale`, unless that is a long number of places.
    #[inline]
    pub(super) fn scaled(number: u64, scale: u8) -> Option<Self> {
        let places = usize::from(scale);
        let unit = *POWERS_OF_TEN.get(places).filter(|_| places <= PLACES)?;
        Some(without_zeros(Self {
            whole: number.checked_div(unit)?,
            fraction: number.checked_rem(unit)?,
            places,
        }))
    }
}

/// For each number of halvings the power of ten that is not less than two to the power of it.
const UNITS: [(u64, usize); 37] = units();

#[allow(clippy::indexing_slicing, clippy::arithmetic_side_effects)] // known when compiled
const fn units() -> [(u64, usize); 37] {
    let mut units = [(1, 0); 37];
    let (mut unit, mut places) = (1, 0);
    let mut s = 0;
    while s < units.len() {
        while unit < 1 << s {
            unit *= 10;
            places += 1;
        }
        units[s] = (unit, places);
        s += 1;
    }
    units
}

/// The shortest number that is read as `value`, and of these the nearest, or of two the even one. `None`: it is too small or too large, or its neighbours
/// are not equally far.
#[inline]
pub(super) fn shortest(value: f32) -> Option<Decimal> {
    let bits = value.to_bits();
    let m = u64::from(bits & 0x007F_FFFF | 0x0080_0000);
    let s = 150u32.checked_sub(bits >> 23 & 0xFF)?;
    let (unit, places) = *UNITS.get(usize::try_from(s).ok()?)?;
    let step = 1u64.checked_shl(s)?;
    let whole = m >> s;
    if m & step.wrapping_sub(1) == 0 {
        let (fraction, places) = (0, 0);
        return Some(Decimal {
            whole,
            fraction,
            places,
        });
    }
    if m == 0x0080_0000 {
        return None;
    }
    // What lies in the middle between two is read as the even one.
    let (exact, half, odd) = (m.wrapping_mul(unit), unit >> 1, m & 1);
    let lowest = exact.wrapping_sub(half).wrapping_add(odd);
    let highest = exact.wrapping_add(half).wrapping_sub(odd);
    let (tens, all) = ((highest >> s) / 10, whole.wrapping_mul(unit));
    let shorter = tens.wrapping_mul(10);
    if shorter << s >= lowest {
        // This may be the next whole number, too.
        let fraction = shorter.wrapping_sub(all);
        let next = u64::from(fraction == unit);
        return Some(without_zeros(Decimal {
            whole: whole.wrapping_add(next),
            fraction: fraction.wrapping_sub(unit.wrapping_mul(next)),
            places,
        }));
    }
    let even = (exact >> s & 1).wrapping_sub(1);
    let nearest = exact.wrapping_add(step >> 1).wrapping_add(even) >> s;
    Some(Decimal {
        whole,
        fraction: nearest.wrapping_sub(all),
        places,
    })
}

#[inline(always)]
fn without_zeros(mut number: Decimal) -> Decimal {
    while number.places > 0 && number.fraction.is_multiple_of(10) {
        number.fraction /= 10;
        number.places = number.places.wrapping_sub(1);
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_are_those_of_the_library() {
        let mut seen = 0;
        // Every exponent, and of the fractions some of all sorts.
        for bits in (0..=u32::MAX)
            .step_by(40_009)
            .chain((0..512).map(|e| e << 23))
        {
            for bits in [bits, bits ^ 1, bits & !0xFFF, bits | 0xFFF] {
                let value = f32::from_bits(bits);
                let Some(number) = shortest(value) else {
                    continue;
                };
                seen += 1;
                let Decimal {
                    whole,
                    fraction,
                    places,
                } = number;
                let text = match places {
                    0 => format!("{whole}.0"),
                    _ => format!("{whole}.{fraction:0places$}"),
                };
                assert_eq!(text, zmij::Buffer::new().format_finite(value.abs()));
            }
        }
        assert!(seen > 10_000);
    }
}
