//! What the result hangs on: one input at a time, two at a time, and all together at their low and high values.

use super::answer::Answer;
use super::case::Case;
use super::effects::Stream;
use crate::quantity::Sek;

/// An input that may be other than it was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Input {
    /// The effect on a stream: a share of today's, or leavers a year.
    Effect(Stream),
    /// All costs, as a share of those given.
    Cost,
    /// The value of a day, as a share of the method's.
    Value,
    /// Today's absence, as a share of that of the data.
    Days,
    /// Months until the effect begins.
    Delay,
    /// Months that the effect is full.
    Duration,
    /// Discount rate a year, as a share.
    Discount,
}

impl Input {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Effect(Stream::Short),
        Self::Effect(Stream::Long),
        Self::Effect(Stream::Spells),
        Self::Effect(Stream::Replacement),
        Self::Effect(Stream::Production),
        Self::Effect(Stream::Leavers),
        Self::Cost,
        Self::Value,
        Self::Days,
        Self::Delay,
        Self::Duration,
        Self::Discount,
    ];

    /// Its name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Effect(stream) => stream.id(),
            Self::Cost => "cost",
            Self::Value => "value",
            Self::Days => "days",
            Self::Delay => "delay",
            Self::Duration => "duration",
            Self::Discount => "discount",
        }
    }

    /// The lowest and highest value that makes sense.
    pub(super) const fn bounds(self, horizon: f64) -> (f64, f64) {
        match self {
            Self::Effect(Stream::Leavers) | Self::Cost | Self::Value | Self::Days => (0.0, f64::INFINITY),
            Self::Effect(_) => (-10.0, 1.0),
            Self::Delay | Self::Duration => (0.0, horizon),
            Self::Discount => (0.0, 1.0),
        }
    }

    /// Whether the result follows it along a straight line.
    const fn is_straight(self) -> bool {
        !matches!(self, Self::Delay | Self::Duration | Self::Discount)
    }
}

/// How a value is spread between its low and its high.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Shape {
    /// Low and high are the outermost that can be, the base is the likeliest: a triangle.
    #[default]
    Triangle,
    /// Low and high bound a 95 % interval, the base is its middle: two halves of normal distributions.
    Normal,
}

/// The values that an input may take.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// Which input.
    pub input: Input,
    /// The lowest, or the lower bound of the interval; at most `base`.
    pub low: f64,
    /// What it is taken to be.
    pub base: f64,
    /// The highest, or the upper bound; at least `base`.
    pub high: f64,
    /// How it is spread between.
    pub shape: Shape,
    /// Whether the bounds are Bärkraft's assumption, and not the user's.
    pub assumed: bool,
}

/// What the result is when one input takes its low and its high value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar {
    /// The input and its values.
    pub spread: Spread,
    /// Result at the low value.
    pub at_low: Sek,
    /// Result at the high value.
    pub at_high: Sek,
    /// The value at which the case just breaks even; `None` where none does that makes sense.
    pub switching: Option<f64>,
}

impl Bar {
    /// How much the result swings.
    #[must_use]
    pub fn swing(&self) -> f64 {
        (self.at_high - self.at_low).0.abs()
    }
}

/// All inputs together at values that speak for the investment, or against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scenario {
    /// Each at the value that makes the result smaller.
    Low,
    /// Each as it is taken to be.
    Base,
    /// Each at the value that makes the result larger.
    High,
}

impl Scenario {
    /// All of them, the worst first.
    pub const ALL: [Self; 3] = [Self::Low, Self::Base, Self::High];

    /// Its name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Base => "base",
            Self::High => "high",
        }
    }
}

/// The result for values of two inputs.
#[derive(Debug, Clone, PartialEq)]
pub struct Map {
    /// The values across.
    pub across: Vec<f64>,
    /// The values down.
    pub down: Vec<f64>,
    /// The result by row and column.
    pub results: Vec<Vec<f64>>,
    /// Where it breaks even: points across and down.
    pub line: Vec<(f64, f64)>,
}

/// Values along each side of a map.
const SIDE: u8 = 21;

/// A case of which some inputs are uncertain.
#[derive(Debug, Clone, PartialEq)]
pub struct Uncertain {
    /// With every input as it is taken to be.
    pub case: Case,
    /// The uncertain inputs.
    pub spreads: Vec<Spread>,
}

impl Case {
    /// The same with another value of an input.
    #[must_use]
    pub fn with(mut self, input: Input, value: f64) -> Self {
        match input {
            Input::Effect(stream) => self.effects[stream as usize] = Some(value),
            Input::Cost => self.costs.scale = value,
            Input::Value => {
                self.baseline.value_short = self.baseline.value_short.map(|day| day * value);
                self.baseline.value_long = self.baseline.value_long.map(|day| day * value);
            }
            Input::Days => {
                self.baseline.short = self.baseline.short.map(|days| days * value);
                self.baseline.long = self.baseline.long.map(|days| days * value);
                self.baseline.spells = self.baseline.spells.map(|spells| spells * value);
            }
            Input::Delay => self.profile.delay = value,
            Input::Duration => self.profile.duration = value,
            Input::Discount => self.clock.discount = value,
        }
        self
    }

    /// What is left at the horizon; nothing where that cannot be given.
    fn left(&self) -> f64 {
        self.answer(Answer::Result).unwrap_or(0.0)
    }
}

impl Uncertain {
    /// What is left when one input has another value.
    fn left_with(&self, input: Input, value: f64) -> f64 {
        self.case.with(input, value).left()
    }

    /// Each uncertain input by itself, the one that matters most first.
    #[must_use]
    pub fn bars(&self) -> Vec<Bar> {
        let bar = |spread: &Spread| Bar {
            spread: *spread,
            at_low: Sek(self.left_with(spread.input, spread.low)),
            at_high: Sek(self.left_with(spread.input, spread.high)),
            switching: self.switching(spread),
        };
        let bars: Vec<Bar> = self.spreads.iter().map(bar).collect();
        let largest = bars.iter().map(Bar::swing).fold(0.0, f64::max);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // between 0 and the largest whole number
        let key = |bar: &Bar| if largest > 0.0 { ((1.0 - bar.swing() / largest) * f64::from(u32::MAX)) as u32 } else { 0 };
        crate::order::sorted(bars, key)
    }

    /// The value of an input at which the case just breaks even, all others as they are taken to be.
    #[must_use]
    pub fn switching(&self, spread: &Spread) -> Option<f64> {
        let Spread { input, base, .. } = *spread;
        let (lowest, highest) = input.bounds(self.case.clock.horizon);
        let at = |value: f64| self.left_with(input, value);
        if input.is_straight() {
            let other = if base == 0.0 { 1.0 } else { 0.0 };
            let (here, there) = (at(base), at(other));
            let slope = (here - there) / (base - other);
            let found = base - here / slope;
            return (slope != 0.0 && found.is_finite() && lowest <= found && found <= highest).then_some(found);
        }
        let (mut from, mut to) = (lowest, highest);
        let rises = at(to) > at(from);
        if (at(from) > 0.0) == (at(to) > 0.0) {
            return None;
        }
        for _ in 0..60 {
            let middle = f64::midpoint(from, to);
            if (at(middle) > 0.0) == rises { to = middle } else { from = middle }
        }
        Some(f64::midpoint(from, to))
    }

    /// All uncertain inputs together.
    #[must_use]
    pub fn scenario(&self, scenario: Scenario) -> Case {
        let mut case = self.case;
        // Effects come first: whether more absence, or an earlier effect, is good or bad depends on whether there is less or more of it.
        let effects = |spread: &&Spread| matches!(spread.input, Input::Effect(_));
        for spread in self.spreads.iter().filter(effects).chain(self.spreads.iter().filter(|spread| !effects(spread))) {
            let left = |value: f64| case.with(spread.input, value).left();
            let rises = left(spread.high) >= left(spread.low);
            let value = match (scenario, rises) {
                (Scenario::Base, _) => spread.base,
                (Scenario::Low, true) | (Scenario::High, false) => spread.low,
                (Scenario::Low, false) | (Scenario::High, true) => spread.high,
            };
            case = case.with(spread.input, value);
        }
        case
    }

    /// The result for values of two inputs between their low and high ones; `None` where one of them is not uncertain.
    #[must_use]
    pub fn map(&self, across: Input, down: Input) -> Option<Map> {
        let values = |input: Input| {
            let spread = self.spreads.iter().find(|spread| spread.input == input && spread.low < spread.high)?;
            let step = (spread.high - spread.low) / f64::from(SIDE - 1);
            Some((0..SIDE).map(|at| spread.low + step * f64::from(at)).collect::<Vec<f64>>())
        };
        let (across_values, down_values) = (values(across)?, values(down).filter(|_| across != down)?);
        let row = |y: &f64| {
            let case = self.case.with(down, *y);
            across_values.iter().map(|x| case.with(across, *x).left()).collect()
        };
        let results: Vec<Vec<f64>> = down_values.iter().map(row).collect();
        let mut line = Vec::new();
        for (column, x) in across_values.iter().enumerate() {
            for (pair, rows) in down_values.windows(2).zip(results.windows(2)) {
                let (above, below) = (rows[0][column], rows[1][column]);
                if (above >= 0.0) != (below >= 0.0) {
                    line.push((*x, pair[0] + (pair[1] - pair[0]) * above / (above - below)));
                }
            }
        }
        Some(Map { across: across_values, down: down_values, results, line })
    }
}
