//! How sure the change is: how much it would have varied by chance, by drawing again from what there is.
//!
//! With ten units or more the units are drawn, as what one unit does says little of the next. With fewer, the months are: in blocks of
//! three that follow one another, round the end to the beginning, as a month is like its neighbours (circular block bootstrap, Politis
//! and Romano 1992). With fewer than six months nothing is said. Drawn with a seed: the same data give the same answer.

use super::monthly::{Group, MonthChange, known, total};
use super::{Evaluation, Measure, Plan, Series, number};
use crate::absence::trend::{in_order, percentile};
use crate::quantity::{Month, Share};
use crate::random::Random;

/// How often is drawn.
pub const RESAMPLES: usize = 2_000;
/// Fewer compared months than this tell too little.
pub const FEWEST_MONTHS: usize = 6;
/// From so many units on the units are drawn.
pub const FEWEST_UNITS: usize = 10;
/// Months that are drawn together.
const BLOCK: usize = 3;
/// The interval leaves out so many per cent at each end.
const TAIL: f64 = 2.5;
/// A change nearer to nothing than this is the rounding of floats.
const NOTHING: f64 = 1e-9;

/// What was drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// Blocks of months.
    Months,
    /// Units.
    Units,
}

/// How much the change may owe to chance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Uncertainty {
    /// What was drawn.
    pub basis: Basis,
    /// Lower end of the 95 % interval of the change, net days per employee.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
    /// In how many of the draws days fell.
    pub fell: Share,
    /// How many draws that rests on.
    pub draws: usize,
}

/// Uncertainties that have been worked out: what the days say does not change while their value, or a plan beside them, is turned.
#[derive(Debug, Clone, Default)]
pub struct Chances {
    series: Series,
    known: Vec<(Plan, bool, Option<Uncertainty>)>,
}

impl Chances {
    /// Answers that are kept: two for each of a few plans, so that going back is quick.
    const KEPT: usize = 8;

    /// How much the change may owe to chance; `all`: disturbed months count as well.
    pub fn of(&mut self, evaluation: &Evaluation, all: bool, seed: u64) -> Option<Uncertainty> {
        let Evaluation { series, plan } = *evaluation;
        if self.series != *series {
            *self = Self { series: series.clone(), known: Vec::new() };
        }
        if let Some((.., known)) = self.known.iter().find(|(of, with, _)| of == plan && *with == all) {
            return *known;
        }
        let found = evaluation.uncertainty(&evaluation.compared(plan.measure, all), plan.measure, seed);
        self.known.truncate(Self::KEPT - 1);
        self.known.insert(0, (plan.clone(), all, found));
        found
    }
}

impl Evaluation<'_> {
    /// How much the change of these months may owe to chance; `None` when there are too few to tell. `seed`: which draws.
    #[must_use]
    pub fn uncertainty(&self, months: &[MonthChange], measure: Measure, seed: u64) -> Option<Uncertainty> {
        let change = total(months)?.change();
        let mut random = Random::new(seed);
        if let Some(drawn) = self.by_units(months, measure, change, &mut random) {
            return summed_up(Basis::Units, &drawn);
        }
        if months.len() < FEWEST_MONTHS {
            return None;
        }
        let differences: Vec<f64> = months.iter().map(|month| month.difference).collect();
        let drawn: Vec<f64> = (0..RESAMPLES).map(|_| by_blocks(&differences, &mut random)).collect();
        summed_up(Basis::Months, &drawn)
    }

    /// How much each month's rate counts in the change: what came once, the reference months by what they give.
    fn weights(&self, months: &[MonthChange]) -> Vec<(Month, f64)> {
        let mut weights: Vec<(Month, f64)> = Vec::new();
        let mut add = |month: Month, weight: f64| match weights.iter_mut().find(|(of, _)| *of == month) {
            Some((_, sum)) => *sum += weight,
            None => weights.push((month, weight)),
        };
        for compared in months {
            add(compared.month, 1.0);
            for of in &compared.references {
                let trend = match (self.plan.index_in(compared.month), self.plan.index_in(*of)) {
                    (Some(now), Some(then)) => now / then,
                    _ => 1.0,
                };
                add(*of, -trend / number(compared.references.len()));
            }
        }
        weights
    }

    /// The change when the units are drawn; `None` with too few of them on either side.
    fn by_units(&self, months: &[MonthChange], measure: Measure, change: f64, random: &mut Random) -> Option<Vec<f64>> {
        let weights = self.weights(months);
        let everyone: Vec<usize>;
        let treated = match self.treated() {
            Group::Units(units) => units,
            Group::Whole => {
                everyone = (0..self.series.units.len()).collect();
                &everyone
            }
        };
        let sides = [(treated, 1.0), (self.plan.comparison.as_slice(), -1.0)];
        let sides: Vec<(Side, f64)> = sides
            .into_iter()
            .filter(|(units, _)| !units.is_empty())
            .map(|(units, sign)| Some((self.side(units, &weights, measure)?, sign)))
            .collect::<Option<_>>()?;
        if sides.is_empty() {
            return None;
        }
        let together = |side: &dyn Fn(&Side) -> Option<f64>| sides.iter().map(|(of, sign)| Some(side(of)? * sign)).sum::<Option<f64>>();
        // Employees that no unit counts make the whole differ from its units: what the draws vary around is the change itself.
        let shift = change - together(&|side| side.change(&side.everyone()))?;
        let mut drawn = Vec::with_capacity(RESAMPLES);
        for _ in 0..RESAMPLES {
            let mut sum = Some(shift);
            for (side, sign) in &sides {
                let times = side.draw(random);
                sum = sum.zip(side.change(&times)).map(|(sum, change)| sum + change * sign);
            }
            drawn.extend(sum);
        }
        Some(drawn)
    }

    /// The units of a side of which something is known, with their days and employees in the months that count.
    fn side(&self, units: &[usize], weights: &[(Month, f64)], measure: Measure) -> Option<Side> {
        let mut side = Side { weights: weights.iter().map(|(_, weight)| *weight).collect(), units: Vec::new() };
        for unit in units {
            let of = |month: Month| known(self.series.unit_in(*unit, month), measure).unwrap_or_default();
            let cells: Vec<(f64, f64)> = weights.iter().map(|(month, _)| of(*month)).collect();
            if cells.iter().any(|(_, employees)| *employees > 0.0) {
                side.units.push(cells);
            }
        }
        (side.units.len() >= FEWEST_UNITS).then_some(side)
    }
}

/// Units that are drawn from: days and employees of each, in the months that count.
struct Side {
    weights: Vec<f64>,
    units: Vec<Vec<(f64, f64)>>,
}

impl Side {
    /// Each unit once.
    fn everyone(&self) -> Vec<f64> {
        vec![1.0; self.units.len()]
    }

    /// How often each unit is drawn, in as many draws as there are units.
    fn draw(&self, random: &mut Random) -> Vec<f64> {
        let mut times = vec![0.0; self.units.len()];
        for _ in 0..self.units.len() {
            if let Some(times) = times.get_mut(random.below(self.units.len())) {
                *times += 1.0;
            }
        }
        times
    }

    /// The change when each unit counts so often; `None` when nobody is left in some month.
    fn change(&self, times: &[f64]) -> Option<f64> {
        let mut sums = vec![(0.0, 0.0); self.weights.len()];
        for (cells, times) in self.units.iter().zip(times).filter(|(_, times)| **times > 0.0) {
            for (sum, cell) in sums.iter_mut().zip(cells) {
                sum.0 += cell.0 * times;
                sum.1 += cell.1 * times;
            }
        }
        let rates = sums.into_iter().map(|(days, employees)| (employees > 0.0).then(|| days / employees));
        rates.zip(&self.weights).map(|(rate, weight)| Some(rate? * weight)).sum()
    }
}

/// The sum of as many months as there are, drawn in blocks.
fn by_blocks(differences: &[f64], random: &mut Random) -> f64 {
    let count = differences.len();
    let (mut sum, mut drawn) = (0.0, 0);
    while drawn < count {
        let start = random.below(count);
        for step in 0..BLOCK.min(count - drawn) {
            sum += differences[(start + step) % count];
            drawn += 1;
        }
    }
    sum
}

fn summed_up(basis: Basis, drawn: &[f64]) -> Option<Uncertainty> {
    let sorted = in_order(drawn);
    let fell = sorted.iter().filter(|change| **change < -NOTHING).count();
    Some(Uncertainty {
        basis,
        low: percentile(&sorted, TAIL)?,
        high: percentile(&sorted, 100.0 - TAIL)?,
        fell: Share(number(fell) / number(sorted.len())),
        draws: sorted.len(),
    })
}
