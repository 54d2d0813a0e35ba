//! Many draws of the uncertain inputs: how likely the investment is to carry itself, and what it would be worth to know more.
//!
//! The draws come from a seed, by whole numbers and the four operations alone, so that they are the same on every machine.

use super::answer::Answer;
use super::case::Case;
use super::combined::Overlap;
use super::effects::Stream;
use super::sensitivity::{Input, Shape, Spread, Uncertain};
use super::time::Profile;
use crate::order;
use crate::quantity::Sek;
use crate::random::Random;

/// Standard deviations between the middle of a normal distribution and the bounds of its 95 % interval.
const BOUND: f64 = 1.959_963_984_540_054;
/// What the half of a normal distribution above its middle adds to the mean, in standard deviations: 1 / √(2π).
const HALF: f64 = 0.398_942_280_401_432_7;

/// The natural logarithm of a number above 0, by its series: the same on every machine.
fn ln(value: f64) -> f64 {
    let exponent = (value.to_bits() >> 52).cast_signed() - 1023;
    let mantissa = f64::from_bits(value.to_bits() & 0x000f_ffff_ffff_ffff | 0x3ff0_0000_0000_0000);
    let ratio = (mantissa - 1.0) / (mantissa + 1.0);
    let square = ratio * ratio;
    let mut sum = 0.0;
    let mut odd = 39.0;
    while odd > 0.0 {
        sum = sum * square + 1.0 / odd;
        odd -= 2.0;
    }
    #[allow(clippy::cast_precision_loss)] // an exponent
    let whole = exponent as f64 * std::f64::consts::LN_2;
    2.0 * ratio * sum + whole
}

impl Spread {
    /// The mean.
    #[must_use]
    pub fn mean(&self) -> f64 {
        match self.shape {
            Shape::Triangle => (self.low + self.base + self.high) / 3.0,
            Shape::Normal => self.base + HALF * ((self.high - self.base) - (self.base - self.low)) / BOUND,
        }
    }

    /// A draw.
    pub fn draw(&self, random: &mut Random) -> f64 {
        let (below, above) = (self.base - self.low, self.high - self.base);
        match self.shape {
            Shape::Triangle => {
                let (share, width) = (random.share(), self.high - self.low);
                if share * width < below {
                    self.low + (share * width * below).sqrt()
                } else {
                    self.high - ((1.0 - share) * width * above).sqrt()
                }
            }
            Shape::Normal => {
                let deviation = normal(random) / BOUND;
                let drawn = self.base + deviation * if deviation < 0.0 { below } else { above };
                // No more can be taken away than there is.
                drawn.min(self.input.bounds(f64::INFINITY).1)
            }
        }
    }
}

/// A draw of the standard normal distribution, by the polar method.
fn normal(random: &mut Random) -> f64 {
    loop {
        let (x, y) = (2.0 * random.share() - 1.0, 2.0 * random.share() - 1.0);
        let square = x * x + y * y;
        if square < 1.0 && square > 0.0 {
            return x * (-2.0 * ln(square) / square).sqrt();
        }
    }
}

/// What a case comes to with values of its uncertain inputs: written out flat, as it is worked out a hundred thousand times. A test holds it
/// to [`Case::answer`].
#[derive(Debug, Clone)]
struct Flat {
    case: Case,
    spreads: Vec<Spread>,
    /// What a whole effect on each stream saves in a month at full effect.
    a_month: [f64; 6],
    cost: f64,
    months: f64,
    times: bool,
}

/// The values of a draw that all cases share: of a day, and of today's absence.
const SHARED: [Input; 2] = [Input::Value, Input::Days];

/// Values of all inputs, by their place in [`Input::ALL`].
type Values = [f64; Input::ALL.len()];

fn place(input: Input) -> usize {
    Input::ALL.iter().position(|known| *known == input).unwrap_or(0)
}

const COST: usize = 6;
const VALUE: usize = 7;
const DAYS: usize = 8;
const DELAY: usize = 9;
const DURATION: usize = 10;

impl Flat {
    fn new(uncertain: &Uncertain) -> Self {
        let Uncertain { case, spreads } = uncertain;
        let months = case.clock.months_of_effect(&case.profile);
        Self {
            case: *case,
            spreads: spreads.iter().filter(|spread| spread.input != Input::Discount).copied().collect(),
            a_month: Stream::ALL.map(|stream| case.baseline.a_month(stream)),
            cost: case.answer(Answer::Cost).unwrap_or(0.0) / case.costs.scale,
            months,
            times: spreads.iter().any(|spread| matches!(spread.input, Input::Delay | Input::Duration)),
        }
    }

    /// Every input as it is taken to be.
    fn base(&self) -> Values {
        let mut values = [0.0; Input::ALL.len()];
        for (value, effect) in values.iter_mut().zip(self.case.effects) {
            *value = effect.unwrap_or(0.0);
        }
        values[COST] = self.case.costs.scale;
        values[VALUE] = 1.0;
        values[DAYS] = 1.0;
        values[DELAY] = self.case.profile.delay;
        values[DURATION] = self.case.profile.duration;
        values
    }

    fn profile(&self, values: &Values) -> Profile {
        Profile { delay: values[DELAY].max(0.0), duration: values[DURATION].max(0.0), ..self.case.profile }
    }

    fn months(&self, values: &Values) -> f64 {
        if self.times { self.case.clock.months_of_effect(&self.profile(values)) } else { self.months }
    }

    /// What is left at the horizon.
    fn left(&self, values: &Values) -> f64 {
        let [short, long, spells, replacement, production, leavers] = self.a_month;
        let days = (short * values[0] + long * values[1]) * values[VALUE] * values[DAYS] + spells * values[2] * values[DAYS];
        let others = replacement * values[3] + production * values[4] + leavers * values[5];
        (days + others) * self.months(values) - self.cost * values[COST]
    }
}

/// What an input has to do with the doubt about a case.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Driver {
    /// Which input.
    pub input: Input,
    /// How much of the variance of the result would be gone if it were known, 0 to 1.
    pub share_of_variance: f64,
    /// What it would be worth to know it before deciding.
    pub knowing: Sek,
}

/// What the draws give for one case.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// Share of the draws in which it carries itself.
    pub carries: f64,
    /// Share of the draws in which it is the best of all, and better than none.
    pub best: f64,
    /// Mean result.
    pub mean: Sek,
    /// Results that 5, 50 and 95 per cent of the draws lie below.
    pub percentiles: [Sek; 3],
    /// What it would be worth to know everything before deciding: the expected value of perfect information.
    pub knowing: Sek,
    /// The uncertain inputs, the one that is worth most to know first.
    pub drivers: Vec<Driver>,
    /// Lower bound of each class of results, and how many draws lie in it.
    pub classes: Vec<(f64, u32)>,
    /// Width of a class; 0 where all results are the same.
    pub class_width: f64,
}

/// What is gathered of an input: sums of what is to be expected of the result where it is known.
#[derive(Debug, Clone, Copy, Default)]
struct Gathered {
    sum: f64,
    squares: f64,
    gains: f64,
}

/// Draws, in as many goes as one likes.
#[derive(Debug, Clone)]
pub struct Simulation {
    cases: Vec<Flat>,
    means: Vec<Values>,
    overlaps: Vec<Overlap>,
    shared: Random,
    own: Vec<Random>,
    draws: usize,
    /// Results by case, and of all together last where there are several.
    results: Vec<Vec<f64>>,
    best: Vec<u32>,
    gathered: Vec<Vec<Gathered>>,
}

/// Classes of results.
const CLASSES: usize = 40;

impl Simulation {
    /// Of cases side by side; `overlaps` is what they would save twice if all were made.
    #[must_use]
    pub fn new(cases: &[Uncertain], overlaps: Vec<Overlap>, draws: u32, seed: u32) -> Self {
        let mut seeds = Random::new(seed.into());
        let flat: Vec<Flat> = cases.iter().map(Flat::new).collect();
        let means = flat.iter().map(|case| {
            let mut values = case.base();
            case.spreads.iter().for_each(|spread| values[place(spread.input)] = spread.mean());
            values
        });
        let several = usize::from(flat.len() > 1);
        Self {
            means: means.collect(),
            overlaps,
            shared: Random::new(seeds.next()),
            own: flat.iter().map(|_| Random::new(seeds.next())).collect(),
            draws: usize::try_from(draws).unwrap_or(usize::MAX),
            results: vec![Vec::new(); flat.len() + several],
            best: vec![0; flat.len()],
            gathered: flat.iter().map(|case| vec![Gathered::default(); case.spreads.len()]).collect(),
            cases: flat,
        }
    }

    /// Draws so many more; gives the share that is done.
    #[allow(clippy::cast_precision_loss)] // draws
    pub fn work(&mut self, draws: u32) -> f64 {
        let done = self.results.first().map_or(self.draws, Vec::len);
        let more = usize::try_from(draws).unwrap_or(usize::MAX).min(self.draws - done);
        (0..more).for_each(|_| self.draw());
        if self.draws == 0 { 1.0 } else { (done + more) as f64 / self.draws as f64 }
    }

    fn draw(&mut self) {
        let shared = SHARED.map(|input| {
            let spread = self.cases.iter().flat_map(|case| &case.spreads).find(|spread| spread.input == input);
            spread.map(|spread| spread.draw(&mut self.shared))
        });
        let mut all = 0.0;
        let mut best: Option<(usize, f64)> = None;
        let mut drawn = Vec::with_capacity(self.cases.len());
        for (at, case) in self.cases.iter().enumerate() {
            let mut values = case.base();
            for (spread, gathered) in case.spreads.iter().zip(&mut self.gathered[at]) {
                let of_all = SHARED.iter().position(|input| *input == spread.input).and_then(|shared_at| shared[shared_at]);
                let value = of_all.unwrap_or_else(|| spread.draw(&mut self.own[at]));
                let input = place(spread.input);
                values[input] = value;
                let mut known = self.means[at];
                known[input] = value;
                let expected = case.left(&known);
                gathered.sum += expected;
                gathered.squares += expected * expected;
                gathered.gains += expected.max(0.0);
            }
            let left = case.left(&values);
            self.results[at].push(left);
            all += left;
            if left > best.map_or(0.0, |(_, best)| best) {
                best = Some((at, left));
            }
            drawn.push(values);
        }
        if let Some((at, _)) = best {
            self.best[at] += 1;
        }
        if self.results.len() > self.cases.len() {
            let profiles: Option<Vec<Profile>> = self
                .cases
                .iter()
                .any(|case| case.times)
                .then(|| self.cases.iter().zip(&drawn).map(|(case, values)| case.profile(values)).collect());
            let twice: f64 = self.overlaps.iter().map(|overlap| overlap.saved_twice(&drawn, profiles.as_deref())).sum();
            self.results[self.cases.len()].push(all - twice);
        }
    }

    /// What the draws so far give: a case after the other, and all of them together last where there are several.
    #[must_use]
    pub fn outcomes(&self) -> Vec<Outcome> {
        self.results.iter().enumerate().map(|(at, results)| self.outcome(at, results)).collect()
    }

    #[allow(clippy::cast_precision_loss)] // draws
    fn outcome(&self, at: usize, results: &[f64]) -> Outcome {
        let count = results.len().max(1) as f64;
        let mean = results.iter().sum::<f64>() / count;
        let gain = |gains: f64, mean: f64| Sek((gains / count - mean.max(0.0)).max(0.0));
        let variance = results.iter().map(|result| (result - mean) * (result - mean)).sum::<f64>() / count;
        let (lowest, highest) = results.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(*x), high.max(*x)));
        let width = if results.is_empty() { 0.0 } else { (highest - lowest) / CLASSES as f64 };
        let drivers = self.gathered.get(at).zip(self.cases.get(at)).map(|(gathered, case)| {
            let driver = |(sums, spread): (&Gathered, &Spread)| {
                let expected = sums.sum / count;
                let explained = (sums.squares / count - expected * expected).max(0.0);
                Driver {
                    input: spread.input,
                    share_of_variance: if variance > 0.0 { (explained / variance).min(1.0) } else { 0.0 },
                    knowing: gain(sums.gains, expected),
                }
            };
            gathered.iter().zip(&case.spreads).map(driver).collect::<Vec<Driver>>()
        });
        Outcome {
            carries: results.iter().filter(|result| **result >= 0.0).count() as f64 / count,
            best: self.best.get(at).map_or(0.0, |best| f64::from(*best) / count),
            mean: Sek(mean),
            percentiles: percentiles(results, lowest, highest),
            knowing: gain(results.iter().map(|result| result.max(0.0)).sum(), mean),
            drivers: by_worth(drivers.unwrap_or_default()),
            classes: classes(results, lowest, width),
            class_width: width,
        }
    }
}

/// The input that explains most first.
fn by_worth(drivers: Vec<Driver>) -> Vec<Driver> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // between 0 and the largest whole number
    order::sorted(drivers, |driver| ((1.0 - driver.share_of_variance) * f64::from(u32::MAX)) as u32)
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)] // within the number of classes
fn classes(results: &[f64], lowest: f64, width: f64) -> Vec<(f64, u32)> {
    if width <= 0.0 {
        return results.first().map(|result| (*result, u32::try_from(results.len()).unwrap_or(u32::MAX))).into_iter().collect();
    }
    let mut classes: Vec<(f64, u32)> = (0..CLASSES).map(|class| (lowest + width * class as f64, 0)).collect();
    for result in results {
        let class = ((result - lowest) / width) as usize;
        classes[class.min(CLASSES - 1)].1 += 1;
    }
    classes
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)] // keys within a whole number
fn percentiles(results: &[f64], lowest: f64, highest: f64) -> [Sek; 3] {
    let width = highest - lowest;
    let key = |result: &f64| if width > 0.0 { ((result - lowest) / width * f64::from(u32::MAX)) as u32 } else { 0 };
    let order: Vec<usize> = order::by_key(results.iter().map(key)).collect();
    [0.05, 0.5, 0.95].map(|share| {
        let at = (share * order.len() as f64) as usize;
        Sek(order.get(at).and_then(|index| results.get(*index)).copied().unwrap_or(0.0))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_logarithm_is_that_of_the_standard_library() {
        for value in [1e-300, 1e-9, 0.1, 0.5, 0.999_999, 1.0, 1.5, 2.0, 10.0, 1e300] {
            assert!((ln(value) - f64::ln(value)).abs() <= 1e-14 * f64::ln(value).abs().max(1.0), "{value}");
        }
    }

    #[test]
    fn inputs_stand_where_the_flat_formula_looks_for_them() {
        let at = [Input::Cost, Input::Value, Input::Days, Input::Delay, Input::Duration].map(place);
        assert_eq!(at, [COST, VALUE, DAYS, DELAY, DURATION]);
        assert_eq!(Stream::ALL.map(|stream| place(Input::Effect(stream))), [0, 1, 2, 3, 4, 5]);
    }
}
