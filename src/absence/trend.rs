//! Measures over time and between units: rolling twelve months, the spread between units, and who is high and rising.

use super::Sums;
use super::passed::parts;
use crate::order;
use crate::quantity::Month;

/// Months of a rolling year.
const YEAR: i32 = 12;

/// Fewer units than this are not spread, and a percentile of them says little.
const FEWEST_UNITS: usize = 5;

/// Two levels closer than this are the same: sums of the same hours in another order differ in their last digits.
const SAME: f64 = 1e-9;

/// What the measures need of a unit and month, or of any set of them, in hours.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Cell {
    /// Sick hours.
    pub sick: f64,
    /// Of these in days 1–14.
    pub short: f64,
    /// Of these: not known whether short or long.
    pub unsplit: f64,
    /// Hours from day 60 of monthly tables, of days 60–90 of spells.
    pub to_90: f64,
    /// Hours of unbroken periods of 60 days or more.
    pub long_spells: f64,
    /// Sick hours of which it is known whether they lie in such periods.
    pub sick_of_long_spells: f64,
    /// Scheduled hours.
    pub scheduled: f64,
    /// Sick hours of those whose scheduled hours are known.
    pub sick_of_scheduled: f64,
    /// Number of employees, added up over months.
    pub headcount: f64,
    /// Months of a unit that tell of its employees.
    pub months_of_headcount: f64,
    /// Months of a unit that tell of anything.
    pub months_told: f64,
}

parts!(Cell {
    sick,
    short,
    unsplit,
    to_90,
    long_spells,
    sick_of_long_spells,
    scheduled,
    sick_of_scheduled,
    headcount,
    months_of_headcount,
    months_told
});

impl Cell {
    /// Of a unit and month.
    #[must_use]
    #[inline(never)] // it adds up all bands, and is asked for in several places
    pub fn of(sums: &Sums) -> Self {
        let bands = sums.bands();
        let sick = bands.all_hours();
        let told = sick != 0.0 || sums.scheduled > 0.0 || sums.headcount > 0.0;
        Self {
            sick,
            short: bands.short.hours(),
            unsplit: bands.unsplit.hours(),
            to_90: bands.to_90.hours(),
            long_spells: sums.long_spells,
            sick_of_long_spells: sums.sick_of_long_spells,
            scheduled: sums.scheduled,
            sick_of_scheduled: sums.sick_of_scheduled,
            headcount: sums.headcount,
            months_of_headcount: f64::from(u8::from(sums.headcount > 0.0)),
            months_told: f64::from(u8::from(told)),
        }
    }

    /// Adds another.
    pub fn add(&mut self, other: &Self) {
        self.sick += other.sick;
        self.short += other.short;
        self.unsplit += other.unsplit;
        self.to_90 += other.to_90;
        self.long_spells += other.long_spells;
        self.sick_of_long_spells += other.sick_of_long_spells;
        self.scheduled += other.scheduled;
        self.sick_of_scheduled += other.sick_of_scheduled;
        self.headcount += other.headcount;
        self.months_of_headcount += other.months_of_headcount;
        self.months_told += other.months_told;
    }

    /// Sick hours in per cent of scheduled hours.
    #[must_use]
    pub fn percent(&self) -> Option<f64> {
        (self.scheduled > 0.0).then(|| self.sick_of_scheduled / self.scheduled * 100.0)
    }

    /// Short hours, where the data says which they are.
    #[must_use]
    pub fn short_hours(&self) -> Option<f64> {
        (self.unsplit == 0.0).then_some(self.short)
    }

    /// Of one unit: the average number of employees over the months that tell.
    #[must_use]
    pub fn average_headcount(&self) -> Option<f64> {
        (self.months_of_headcount > 0.0).then(|| self.headcount / self.months_of_headcount)
    }
}

/// Units by months, as the measures need them.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// The first month.
    pub first: Month,
    /// Which months are known: all of single spells, of monthly tables those with rows.
    pub known: Vec<bool>,
    /// Whether months without a row were months without absence: so for single spells.
    pub spells_known: bool,
    /// Number of units.
    pub units: usize,
    /// Unit by unit, each with its months.
    pub cells: Vec<Cell>,
    /// What is known of several units together and of none of them alone: of each such group which units it is, by their place among these,
    /// and its months.
    pub beside: Vec<(Vec<usize>, Vec<Cell>)>,
}

/// First and last month.
type Months = (Month, Month);

impl Grid {
    fn index(&self, month: Month) -> Option<usize> {
        usize::try_from(month.number() - self.first.number()).ok().filter(|index| *index < self.known.len())
    }

    /// A unit in some months, as far as the data reaches.
    #[must_use]
    pub fn of_unit(&self, unit: usize, (first, last): Months) -> Cell {
        self.of_row(&self.cells, unit, (first, last))
    }

    fn of_row(&self, cells: &[Cell], row: usize, (first, last): Months) -> Cell {
        let mut sum = Cell::default();
        let from = usize::try_from(first.number() - self.first.number()).unwrap_or(0);
        let to = usize::try_from(last.number() - self.first.number() + 1).unwrap_or(0).min(self.known.len());
        let row = cells.get(row * self.known.len()..).unwrap_or_default();
        row.get(from..to).unwrap_or_default().iter().for_each(|cell| sum.add(cell));
        sum
    }

    /// All units in some months, and their number of employees: of each the average over the months that tell. It is not known where
    /// nobody tells of a unit with absence.
    #[must_use]
    pub fn of_all(&self, months: Months) -> (Cell, Option<f64>) {
        let mut sum = Cell::default();
        let units: Vec<Cell> = (0..self.units).map(|unit| self.of_unit(unit, months)).collect();
        for cell in &units {
            sum.add(cell);
        }
        let mut groups = Vec::with_capacity(self.beside.len());
        for (members, cells) in &self.beside {
            let cell = self.of_row(cells, 0, months);
            sum.add(&cell);
            groups.push((members.clone(), cell.average_headcount()));
        }
        let (heads, told) = super::employees(units.iter().map(Cell::average_headcount).collect(), &groups);
        let lacking = units.iter().zip(told).any(|(cell, told)| cell.sick > 0.0 && !told);
        (sum, heads.filter(|_| !lacking))
    }

    /// Whether every one of these months is known.
    #[must_use]
    pub fn all_known(&self, (first, last): Months) -> bool {
        (first.number()..=last.number()).all(|month| self.index(Month::from_number(month)).is_some_and(|index| self.known[index]))
    }
}

/// The twelve months that end with a month.
#[must_use]
pub const fn twelve_months_to(last: Month) -> Months {
    (last.plus(1 - YEAR), last)
}

/// Twelve months that end with a month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rolling {
    /// The last month.
    pub month: Month,
    /// Their sums.
    pub sum: Cell,
    /// Number of employees, if the data tells.
    pub headcount: Option<f64>,
    /// Change of the sick hours against the twelve months before, per cent.
    pub change: Option<f64>,
}

/// Rolling twelve months: for each month of the data with twelve known months up to it their sum, compared with the twelve months
/// before where these are known too. Absence is seasonal, so that only whole years are compared.
#[must_use]
pub fn rolling(grid: &Grid) -> Vec<Rolling> {
    let mut years = Vec::new();
    for month in (grid.first.number()..).take(grid.known.len()).map(Month::from_number) {
        let months = twelve_months_to(month);
        if !grid.all_known(months) {
            continue;
        }
        let (sum, headcount) = grid.of_all(months);
        let before = years.iter().rfind(|year: &&Rolling| year.month == month.plus(-YEAR));
        let change = before.and_then(|before| change_percent(sum.sick, before.sum.sick));
        years.push(Rolling { month, sum, headcount, change });
    }
    years
}

/// The change from an earlier value, per cent; `None` when that was nothing.
#[must_use]
pub fn change_percent(now: f64, before: f64) -> Option<f64> {
    (before > 0.0).then(|| (now / before - 1.0) * 100.0)
}

/// The spread between units in a month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// The month.
    pub month: Month,
    /// Units compared.
    pub units: usize,
    /// Average over the units, each counting once.
    pub mean: f64,
    /// The tenth percentile.
    pub p10: f64,
    /// The ninetieth.
    pub p90: f64,
}

/// The spread between units in each month, and whether it is per cent: of the units with scheduled hours where any unit has them, else
/// it is sick hours. A month with fewer than five units to compare has none. In a monthly table a unit without anything in a month is
/// not compared, as its row may be lacking; with single spells it had no absence.
#[must_use]
pub fn spread(grid: &Grid) -> (Vec<Spread>, bool) {
    let percent = grid.cells.iter().any(|cell| cell.scheduled > 0.0);
    let mut spreads = Vec::new();
    for month in (grid.first.number()..).take(grid.known.len()).map(Month::from_number) {
        let level = |unit| {
            let cell = grid.of_unit(unit, (month, month));
            if percent { cell.percent() } else { (grid.spells_known || cell.months_told > 0.0).then_some(cell.sick) }
        };
        let levels: Vec<f64> = (0..grid.units).filter_map(level).collect();
        let levels = in_order(&levels);
        if let (true, Some(p10), Some(p90)) = (levels.len() >= FEWEST_UNITS, percentile(&levels, 10.0), percentile(&levels, 90.0)) {
            let mean = within(mean(&levels), levels[0], levels[levels.len() - 1]);
            spreads.push(Spread { month, units: levels.len(), mean, p10, p90 });
        }
    }
    (spreads, percent)
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / number(values.len())
}

/// How many there are, to reckon with.
#[allow(clippy::cast_precision_loss)]
pub(super) const fn number(count: usize) -> f64 {
    count as f64
}

/// The values in order.
#[must_use]
pub fn in_order(values: &[f64]) -> Vec<f64> {
    let mut sorted: Vec<f64> = order::by_key(values.iter().map(|value| rank(*value))).map(|index| values[index]).collect();
    // Values of the same rank differ beyond its precision.
    for last in 1..sorted.len() {
        let mut place = last;
        while place > 0 && sorted[place] < sorted[place - 1] {
            sorted.swap(place, place - 1);
            place -= 1;
        }
    }
    sorted
}

/// A whole number that grows as the value does: the bits of a float, those of negative ones turned round.
#[must_use]
#[allow(clippy::cast_possible_truncation)]
pub fn rank(value: f64) -> u32 {
    let bits = (value as f32).to_bits();
    if bits >> 31 == 0 { bits | 1 << 31 } else { !bits }
}

/// A percentile of values in order, with linear interpolation between them: of n values it stands at (n − 1) × percent / 100, counted
/// from 0 (Hyndman and Fan, 1996, definition 7; Excel's PERCENTILE.INC). `None` of no values.
#[must_use]
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub fn percentile(in_order: &[f64], percent: f64) -> Option<f64> {
    let position = (number(in_order.len()) - 1.0) * percent / 100.0;
    let below = position as usize;
    let low = *in_order.get(below)?;
    let high = *in_order.get(below + 1).unwrap_or(&low);
    Some(within(low + (high - low) * position.fract(), low, high))
}

/// Not `clamp`, whose message for bounds that are none brings the writing of decimal numbers into the WASM module: some twenty
/// kilobytes.
fn within(value: f64, low: f64, high: f64) -> f64 {
    value.max(low).min(high)
}

/// By what units are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Short hours.
    Short,
    /// All sick hours.
    All,
    /// Sick hours in per cent of scheduled hours.
    Percent,
}

/// What makes a unit high.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum High {
    /// A level above that of the whole.
    AboveWhole,
    /// To be among the units with the highest level, so large a share of them in per cent, rounded up.
    Top(f64),
}

/// A unit's level and trend.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Watched {
    /// Level of the last twelve months, in hours or per cent.
    pub level: Option<f64>,
    /// Level of the twelve months before.
    pub before: Option<f64>,
    /// Change, per cent.
    pub change: Option<f64>,
    /// Whether it is high.
    pub high: bool,
    /// Whether it is above its own previous twelve months.
    pub rising: bool,
}

/// Units by level and trend.
#[derive(Debug, Clone, PartialEq)]
pub struct Watch {
    /// Level of the whole.
    pub whole: Option<f64>,
    /// Whether hours are per employee.
    pub per_employee: bool,
    /// Each unit, in the order of the grid.
    pub units: Vec<Watched>,
}

/// High and rising: above the organisation's level, or among the 30 % of units with most absence (Örnsköldsvik), and above its own
/// previous twelve months.
///
/// Hours are per employee when every compared unit tells how many it has; the level of the whole is then that of all of them together,
/// as it is for percentages. Hours as such are compared with the mean of the units. A unit without anything in the last twelve months
/// has no level. The twelve months before are compared only when both years are known month by month, and, of a unit that tells of
/// its employees or scheduled hours, when it does so in every month: a unit that began half-way through has not risen.
#[must_use]
pub fn watch(grid: &Grid, as_of: Month, level: Level, high: High) -> Watch {
    let (now, then) = (twelve_months_to(as_of), twelve_months_to(as_of.plus(-YEAR)));
    let both_known = grid.all_known(now) && grid.all_known(then);
    let years: Vec<(Cell, Cell)> = (0..grid.units).map(|unit| (grid.of_unit(unit, now), grid.of_unit(unit, then))).collect();
    let compared = |cell: &Cell| cell.months_told > 0.0 && amount(cell, level).is_some();
    let tells_heads = |cell: &Cell| !compared(cell) || cell.average_headcount().is_some();
    let per_employee =
        level != Level::Percent && years.iter().any(|(now, _)| compared(now)) && years.iter().all(|(now, _)| tells_heads(now));
    let level_of = |cell: &Cell| amount_per(cell, level, per_employee);
    let mut units: Vec<Watched> = years
        .iter()
        .map(|(now, then)| {
            let watched = Watched { level: level_of(now), ..Watched::default() };
            if both_known && told_throughout(now) && told_throughout(then) { watched.against(level_of(then)) } else { watched }
        })
        .collect();
    let levels: Vec<f64> = units.iter().filter_map(|unit| unit.level).collect();
    let whole = level_of_whole(&years, &levels, level, per_employee);
    mark_high(&mut units, &in_order(&levels), whole, high);
    Watch { whole, per_employee, units }
}

impl Watched {
    fn against(self, before: Option<f64>) -> Self {
        let (now, then) = (self.level.unwrap_or(0.0), before.unwrap_or(f64::INFINITY));
        let change = if self.level.is_some() { before.and_then(|before| change_percent(now, before)) } else { None };
        Self { before, change, rising: is_above(now, then), ..self }
    }
}

fn is_above(level: f64, other: f64) -> bool {
    level > other * (1.0 + SAME)
}

/// Of a unit that tells of its employees or scheduled hours, whether it does so in every month of the year.
fn told_throughout(year: &Cell) -> bool {
    let tells_size = year.scheduled > 0.0 || year.headcount > 0.0;
    !tells_size || year.months_told >= f64::from(YEAR)
}

fn amount(cell: &Cell, level: Level) -> Option<f64> {
    match level {
        Level::Short => cell.short_hours(),
        Level::All => Some(cell.sick),
        Level::Percent => cell.percent(),
    }
}

fn amount_per(cell: &Cell, level: Level, per_employee: bool) -> Option<f64> {
    let amount = amount(cell, level).filter(|_| cell.months_told > 0.0)?;
    if per_employee { cell.average_headcount().map(|heads| amount / heads) } else { Some(amount) }
}

fn level_of_whole(years: &[(Cell, Cell)], levels: &[f64], level: Level, per_employee: bool) -> Option<f64> {
    if levels.is_empty() {
        return None;
    }
    let (mut all, mut heads) = (Cell::default(), 0.0);
    for (now, _) in years.iter().filter(|(now, _)| amount_per(now, level, per_employee).is_some()) {
        all.add(now);
        heads += now.average_headcount().unwrap_or(0.0);
    }
    match level {
        Level::Percent => all.percent(),
        _ if per_employee => amount(&all, level).map(|amount| amount / heads),
        _ => Some(mean(levels)),
    }
}

/// `levels` are in order, the lowest first. Units that share the level of the last one among the highest are high as well.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn mark_high(units: &mut [Watched], levels: &[f64], whole: Option<f64>, high: High) {
    let lowest_high = match high {
        High::AboveWhole => None,
        High::Top(percent) => {
            let highest = (number(levels.len()) * percent / 100.0).ceil() as usize;
            levels.len().checked_sub(highest).and_then(|index| levels.get(index))
        }
    };
    for unit in units {
        let Some(level) = unit.level else { continue };
        unit.high = match high {
            High::AboveWhole => whole.is_some_and(|whole| is_above(level, whole)),
            High::Top(_) => level > 0.0 && lowest_high.is_some_and(|lowest| level >= *lowest),
        };
    }
}
