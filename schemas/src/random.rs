//! Random numbers that are the same for a seed on every machine.

/// Marsaglia's xorshift with a multiplication at the end, whose high bits are the good ones.
pub(crate) struct Random(u64);

impl Random {
    /// Neighbouring seeds are far apart. A state of zero would stay zero.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// 32 bits.
    pub(crate) fn next(&mut self) -> u32 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 32) as u32
    }

    /// 64 bits.
    pub(crate) fn next64(&mut self) -> u64 {
        u64::from(self.next()) << 32 | u64::from(self.next())
    }

    /// A number below `end`, which is small enough for the unevenness not to matter.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        (u64::from(self.next()) * end) >> 32
    }

    /// A number of `start..end`.
    pub(crate) fn within(&mut self, start: i32, end: i32) -> i32 {
        start.wrapping_add(self.below(u64::from(end.abs_diff(start))) as i32)
    }

    /// So many times out of a hundred.
    pub(crate) fn percent(&mut self, share: u64) -> bool {
        self.below(100) < share
    }

    pub(crate) fn pick<T: Copy, const N: usize>(&mut self, from: [T; N]) -> T {
        from[self.below(N as u64) as usize]
    }

    /// Of `0..1`, in steps that an `f32` holds exactly.
    pub(crate) fn unit(&mut self) -> f32 {
        (self.next() >> 8) as f32 / (1 << 24) as f32
    }

    /// A place on a map: of `-4096..4096`, in steps of 1/1024. JSON parsers read such a number right also where they
    /// take the fast way.
    pub(crate) fn place(&mut self) -> f64 {
        f64::from(self.within(-1 << 22, 1 << 22)) / 1024.0
    }

    /// `Some` every other time.
    pub(crate) fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.percent(50).then(|| make(self))
    }

    /// `below(most)` of them.
    pub(crate) fn some<T>(&mut self, most: u64, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.below(most)).map(|_| make(self)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stay_within_their_bounds() {
        let mut random = Random::new(9);
        for _ in 0..10_000 {
            assert!(random.below(3) < 3);
            assert!((-120..-35).contains(&random.within(-120, -35)));
            assert!((0.0..1.0).contains(&random.unit()));
            assert!((-4096.0..4096.0).contains(&random.place()));
        }
    }

    #[test]
    fn every_number_of_a_range_comes_up() {
        let mut random = Random::new(1);
        let mut seen = [0; 5];
        for _ in 0..1000 {
            seen[random.within(-2, 3).wrapping_add(2) as usize] += 1;
        }
        assert!(seen.iter().all(|times| *times > 150), "{seen:?}");
    }
}
