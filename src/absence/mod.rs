//! Records → what happened: spells, sick-pay periods, day numbers, months.
//!
//! Counting is done once for a paste; what it gives is small (units × months) and enough for every cost.

pub mod measures;
mod monthly;
mod spells;
mod sums;

pub use sums::{Bands, Sick, Sums};

use crate::note::{Kind, Note};
use crate::quantity::{Date, Hours, Month};
use crate::read::{Layout, Reading, Records};
use crate::rules;

/// What the counting rests on beyond the records.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Basis {
    /// The day the report is as of, if the user gave it.
    pub as_of: Option<Date>,
    /// Today, which bounds the as-of date when the user did not give it.
    pub today: Option<Date>,
    /// Weekly hours of a full post.
    pub weekly_hours: Hours,
}

/// What happened, by unit and month.
#[derive(Debug, Clone, PartialEq)]
pub struct Statistics {
    /// The day the report is as of.
    pub as_of: Option<Date>,
    /// The first month of the data up to the as-of date; `None` when there is none.
    pub first: Option<Month>,
    /// Names of the units.
    pub units: Vec<String>,
    /// Whether single spells are known (else the data is monthly).
    pub spells_known: bool,
    /// Whether the monthly data counts spells.
    pub spells_counted: bool,
    /// Number of people told apart.
    pub people: Option<u32>,
    /// Months from the first to the last.
    months: usize,
    cells: Vec<Sums>,
    has_rows: Vec<bool>,
    /// What was noticed.
    pub notes: Vec<Note>,
}

impl Statistics {
    fn empty(units: &[String], as_of: Option<Date>, first: Option<Month>, months: usize) -> Self {
        Self {
            as_of,
            first,
            units: units.to_vec(),
            spells_known: false,
            spells_counted: false,
            people: None,
            months,
            cells: vec![Sums::default(); units.len() * months],
            has_rows: vec![false; months],
            notes: Vec::new(),
        }
    }

    /// The months from the first to the last of the data.
    pub fn months(&self) -> impl Iterator<Item = Month> + '_ {
        let first = self.first.map_or(0, Month::number);
        (0..i32::try_from(self.months).unwrap_or(0)).map(move |index| Month::from_number(first + index))
    }

    /// What happened in a unit (by index) and month. A month outside the data is empty.
    #[must_use]
    pub fn cell(&self, unit: usize, month: Month) -> Sums {
        self.index(month).and_then(|index| self.cells.get(unit * self.months + index)).copied().unwrap_or_default()
    }

    /// Whether the data has rows for the month.
    #[must_use]
    pub fn has_data(&self, month: Month) -> bool {
        self.index(month).is_some_and(|index| self.has_rows[index])
    }

    fn index(&self, month: Month) -> Option<usize> {
        let index = usize::try_from(month.number() - self.first?.number()).ok()?;
        (index < self.months).then_some(index)
    }

    fn mark_gaps(&mut self) {
        let gaps = self.has_rows.iter().filter(|has| !**has).count();
        if gaps > 0 {
            let kind = if self.spells_known { Kind::MonthsWithoutRows } else { Kind::GapMonths };
            self.notes.push(Note::new(kind).count(u32::try_from(gaps).unwrap_or(u32::MAX)));
        }
    }

    fn mark_pandemic(&mut self) {
        let months = self.months().filter(|month| self.has_data(*month) && in_pandemic(*month)).count();
        if months > 0 {
            self.notes.push(Note::new(Kind::Pandemic).count(u32::try_from(months).unwrap_or(u32::MAX)));
        }
    }
}

/// Whether the state paid all or part of employers' sick pay in the month.
fn in_pandemic(month: Month) -> bool {
    let (first, last) = (month.first_day().to_string(), month.last_day().to_string());
    rules::PANDEMIC.iter().any(|(from, to)| *from <= first.as_str() && last.as_str() <= *to)
}

/// Counts what the records say. Pure: the same reading and basis give the same statistics.
///
/// ```
/// use barkraft::absence::{count, Basis};
/// use barkraft::quantity::Hours;
/// use barkraft::read::{read, Choices};
///
/// let paste = "Anst.nr\tFr.o.m.\tT.o.m.\n1\t2024-03-04\t2024-03-08\n";
/// let reading = read(paste.as_bytes(), &Choices::default());
/// let basis = Basis { as_of: None, today: None, weekly_hours: Hours(40.0) };
/// let statistics = count(&reading, basis);
/// let march = statistics.months().next().unwrap();
/// assert_eq!(statistics.cell(0, march).bands().short.hours(), 40.0);
/// ```
#[must_use]
pub fn count(reading: &Reading, basis: Basis) -> Statistics {
    let mut statistics = match &reading.records {
        Records::Spells(records) => spells::count(records, &reading.units, reading.layout == Layout::Days, basis),
        Records::Months(records) => monthly::count(records, &reading.units, basis),
        Records::None => Statistics::empty(&reading.units, basis.as_of, None, 0),
    };
    statistics.mark_gaps();
    statistics.mark_pandemic();
    statistics
}

/// The last day of the last month of the data, but not a day that has not come: the as-of date when the user gives none.
fn default_as_of(last: Month, today: Option<Date>) -> Date {
    let end = last.last_day();
    today.map_or(end, |today| today.min(end))
}
