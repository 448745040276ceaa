//! What `where` clauses ask, as a descriptor has it.
//!
//! The compiler's model and the codec's tables each have a type for it, of one shape: neither crate is built on the other.

use crate::v1;

/// A bound beyond all types is as good as the last number that one has.
pub(crate) fn whole(number: i128) -> v1::Whole {
    if number < 0 {
        v1::Whole::Negative(i64::try_from(number).unwrap_or(i64::MIN))
    } else {
        v1::Whole::Positive(u64::try_from(number).unwrap_or(u64::MAX))
    }
}

/// Functions `step` and `test`, from the types of one of them.
macro_rules! conditions {
    ($step:ident, $test:ident) => {
        fn step(step: $step) -> v1::Step {
            match step {
                $step::Each => v1::Step::Each,
                $step::Key => v1::Step::Key,
                $step::Value => v1::Step::Value,
            }
        }

        fn test(test: $test) -> v1::Test {
            match test {
                $test::Int { low, high } => v1::Test::Whole(v1::WholeRange {
                    low: whole(low),
                    high: whole(high),
                }),
                $test::IntNot(not) => v1::Test::WholeNot(whole(not)),
                $test::Float {
                    low,
                    high,
                    low_in,
                    high_in,
                } => v1::Test::Float(v1::FloatRange {
                    low,
                    high,
                    low_in,
                    high_in,
                }),
                $test::FloatNot(not) => v1::Test::FloatNot(not),
                $test::Finite => v1::Test::Finite,
                $test::NonZero => v1::Test::Nonzero,
                $test::Len { low, high } => v1::Test::Len(v1::LenRange { low, high }),
                $test::Unique => v1::Test::Unique,
                $test::Utf8 => v1::Test::Utf8,
            }
        }
    };
}
pub(crate) use conditions;
