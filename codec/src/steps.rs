//! How much verification does: a count of steps, so that a test or a fuzz target can say `steps <= c * len`.
//!
//! A step is a turn of a loop, a level of recursion, a slot that is looked at, or a byte that is looked at one by one.
//! What a type's generated code checks of a message without a loop, its conditions and absent scalars, is part of that
//! message's step. Steps are counted where debug assertions are on, each thread its own; elsewhere nothing of it is compiled.

#[cfg(debug_assertions)]
thread_local! {
    static STEPS: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// Counts `n` steps.
#[inline(always)]
pub(crate) fn tick(n: usize) {
    #[cfg(debug_assertions)]
    STEPS.with(|steps| {
        let n = u64::try_from(n).unwrap_or(u64::MAX);
        steps.set(steps.get().saturating_add(n));
    });
    #[cfg(not(debug_assertions))]
    let _ = n;
}

/// What `f` gives, and how many steps it took: 0 where they are not counted.
pub fn counted<R>(f: impl FnOnce() -> R) -> (R, u64) {
    let before = total();
    let result = f();
    (result, total().saturating_sub(before))
}

fn total() -> u64 {
    #[cfg(debug_assertions)]
    let total = STEPS.with(std::cell::Cell::get);
    #[cfg(not(debug_assertions))]
    let total = 0;
    total
}
