//! What the answers about investments hang on, and how sure they are.

#[cfg(not(target_arch = "wasm32"))]
use serde::Serialize;

use super::super::given::{self, Given, Refused, Value};
use super::super::shown::{Receiver, Shown};

word! {
    /// How a value is spread between its low and its high.
    pub enum Shape {
        /// Low and high are the outermost that can be: a triangle.
        Triangle,
        /// Low and high bound a 95 % interval: two halves of normal distributions.
        Normal,
    }

    /// An input that may be other than it was given.
    pub enum UncertainInput {
        /// The effect on short absence.
        EffectShort,
        /// The effect on long absence.
        EffectLong,
        /// The effect on the number of spells.
        EffectSpells,
        /// The effect on the cost of replacement.
        EffectReplacement,
        /// The effect on production loss.
        EffectProduction,
        /// Leavers avoided a year.
        EffectLeavers,
        /// All costs, in per cent of those given.
        Cost,
        /// The value of a day, in per cent of the method's.
        Value,
        /// Today's absence, in per cent of that of the data.
        Days,
        /// Months until the effect begins.
        Delay,
        /// Months that the effect is full.
        Duration,
        /// Discount rate, per cent a year.
        Discount,
    }
}

shown! {
    /// All uncertain inputs at values that speak against the investment, as they are taken to be, and for it.
    pub struct ScenarioView {
        /// `low`, `base` or `high`.
        pub id: String,
        /// Cost over the horizon.
        pub cost: f64,
        /// Saving over the horizon.
        pub saving: Option<f64>,
        /// Result.
        pub result: Option<f64>,
        /// Months until it is paid back.
        pub payback_months: Option<f64>,
    }

    /// An uncertain input by itself. Values are per cent, months or leavers.
    pub struct BarView {
        /// Which.
        pub input: UncertainInput,
        /// Its lowest value.
        pub low: f64,
        /// What it is taken to be.
        pub base: f64,
        /// Its highest value.
        pub high: f64,
        /// Whether the bounds are Bärkraft's assumption.
        pub assumed: bool,
        /// Result at the lowest.
        pub at_low: f64,
        /// Result at the highest.
        pub at_high: f64,
        /// The value at which it just breaks even; `null` where none does.
        pub switching: Option<f64>,
    }

    /// The result for values of two inputs.
    pub struct MapView {
        /// The input across.
        pub across: UncertainInput,
        /// The input down.
        pub down: UncertainInput,
        /// The values across.
        pub across_values: Vec<f64>,
        /// The values down.
        pub down_values: Vec<f64>,
        /// Results by row.
        pub results: Vec<Vec<f64>>,
        /// Where it breaks even.
        pub line: Vec<MapPoint>,
    }

    /// A point between two inputs.
    pub struct MapPoint {
        /// Across.
        pub across: f64,
        /// Down.
        pub down: f64,
    }

    /// What many draws of the uncertain inputs give.
    pub struct SimulationView {
        /// How many draws.
        pub draws: u32,
        /// What they came from.
        pub seed: u32,
        /// Places among the cases of those that they are of.
        pub cases: Vec<u32>,
        /// A case after the other, and all of them together last where there are several.
        pub outcomes: Vec<OutcomeView>,
    }

    /// What the draws give for one case.
    pub struct OutcomeView {
        /// How likely it is to carry itself, per cent.
        pub carries: f64,
        /// How likely it is to be the best of all, and better than none, per cent.
        pub best: f64,
        /// Mean result.
        pub mean: f64,
        /// Result that five per cent lie below.
        pub low: f64,
        /// Result in the middle.
        pub median: f64,
        /// Result that five per cent lie above.
        pub high: f64,
        /// What it would be worth to know everything before deciding.
        pub knowing: f64,
        /// The uncertain inputs, the one that explains most of the doubt first.
        pub drivers: Vec<DriverView>,
        /// Classes of results.
        pub classes: Vec<ClassView>,
        /// Width of a class; 0 where all results are the same.
        pub class_width: f64,
    }

    /// What an input has to do with the doubt.
    pub struct DriverView {
        /// Which.
        pub input: UncertainInput,
        /// How much of the variance of the result would be gone if it were known, per cent.
        pub share_of_variance: f64,
        /// What it would be worth to know it before deciding.
        pub knowing: f64,
    }

    /// A class of results.
    pub struct ClassView {
        /// Its lower bound.
        pub from: f64,
        /// Share of the draws in it, per cent.
        pub percent: f64,
    }
}
