//! Random numbers from a seed, by whole numbers alone: the same on every machine.

/// `SplitMix64` (Steele, Lea and Flood 2014).
///
/// ```
/// let mut random = barkraft::random::Random::new(1_234_567);
/// assert_eq!([random.next(), random.next()], [6_457_827_717_110_365_317, 3_203_168_211_198_807_973]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Random(u64);

impl Random {
    /// From a seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next whole number.
    #[allow(clippy::should_implement_trait)] // it has no end
    pub const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number between 0 and 1, neither of them.
    #[allow(clippy::cast_precision_loss)] // 52 bits fit
    pub const fn share(&mut self) -> f64 {
        ((self.next() >> 12) as f64 + 0.5) / (1_u64 << 52) as f64
    }

    /// One of the numbers from 0 to just below `below`, which is at most 2³².
    #[allow(clippy::cast_possible_truncation)] // the product is below 2⁶⁴, its upper half below `below`
    pub const fn below(&mut self, below: usize) -> usize {
        (((self.next() >> 32) * below as u64) >> 32) as usize
    }
}
