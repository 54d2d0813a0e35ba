//! What came of it: a follow-up period against a reference period, month by month against the same month of the year.
//!
//! Days per employee. What would have been expected is what the reference month had, adjusted by a trend where one is given; a
//! comparison group takes away what happened without the investment; disturbed months are worked out but left out. What that says, and
//! how sure it is: [`resample`]; what it is worth: [`worth`].

mod index;
mod monthly;
mod resample;
mod worth;

pub use index::{Aside, Index, read_index};
pub use monthly::{Lack, MonthChange, Total};
pub use resample::{Basis, Chances, FEWEST_MONTHS, FEWEST_UNITS, RESAMPLES, Uncertainty};
pub use worth::{Answer, Terms, Worth};

use crate::quantity::Month;

/// Absence by unit and month, as far as the follow-up needs it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Series {
    /// The month of the first cell; `None` without data.
    pub first: Option<Month>,
    /// Each unit: its name and its department, which is empty where the data names none.
    pub units: Vec<(String, String)>,
    /// Unit × month, the units as in `units`.
    pub cells: Vec<Vec<Cell>>,
    /// All together, by month.
    pub whole: Vec<Cell>,
}

/// A unit, or all of them, in a month.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cell {
    /// Number of employees; 0 where it is not known.
    pub employees: f64,
    /// Short net days.
    pub short: f64,
    /// Long net days.
    pub long: f64,
    /// Whether the month is known: the data has rows for it, or spells that make every month known.
    pub known: bool,
    /// Whether short and long can be told apart.
    pub split: bool,
}

/// What is compared, in net days per employee.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Measure {
    /// Days 1–14.
    #[default]
    Short,
    /// From day 15.
    Long,
    /// All of them.
    All,
}

/// What is held against what.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// First and last month of the reference period.
    pub reference: (Month, Month),
    /// First and last month of the follow-up period.
    pub follow_up: (Month, Month),
    /// What is compared.
    pub measure: Measure,
    /// The trend: a value above 0 by month, each month once. Empty: no adjustment.
    pub index: Vec<(Month, f64)>,
    /// Units that took part; `None` for the whole.
    pub treated: Option<Vec<usize>>,
    /// Units that did not, and are compared with; empty for none.
    pub comparison: Vec<usize>,
    /// Months that something else disturbed, in either period.
    pub disturbed: Vec<Month>,
}

/// A plan on the data that it is about.
#[derive(Debug, Clone, Copy)]
pub struct Evaluation<'a> {
    /// The data.
    pub series: &'a Series,
    /// What is held against what.
    pub plan: &'a Plan,
}

impl Cell {
    /// Its net days; `None` where the data does not say.
    #[must_use]
    pub fn days(&self, measure: Measure) -> Option<f64> {
        match measure {
            _ if !self.known => None,
            Measure::All => Some(self.short + self.long),
            Measure::Short | Measure::Long if !self.split => None,
            Measure::Short => Some(self.short),
            Measure::Long => Some(self.long),
        }
    }
}

impl Series {
    /// How many months it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.whole.len()
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.first.is_none() || self.whole.is_empty()
    }

    /// Its months, in order.
    pub fn months(&self) -> impl Iterator<Item = Month> {
        let first = self.first.map_or(0, Month::number);
        (first..).take(if self.first.is_some() { self.len() } else { 0 }).map(Month::from_number)
    }

    /// Its last month.
    #[must_use]
    pub fn last(&self) -> Option<Month> {
        self.months().last()
    }

    /// Twelve months to the last one, and the twelve before them: reference, follow-up. `None` where the data has not so many.
    #[must_use]
    #[allow(clippy::type_complexity)]
    pub fn last_two_years(&self) -> Option<((Month, Month), (Month, Month))> {
        let last = self.last()?;
        (self.len() >= 24).then(|| ((last.plus(-23), last.plus(-12)), (last.plus(-11), last)))
    }

    fn place(&self, month: Month) -> Option<usize> {
        usize::try_from(month.number().checked_sub(self.first?.number())?).ok()
    }

    fn whole_in(&self, month: Month) -> Option<&Cell> {
        self.whole.get(self.place(month)?)
    }

    fn unit_in(&self, unit: usize, month: Month) -> Option<&Cell> {
        self.cells.get(unit)?.get(self.place(month)?)
    }
}

impl Plan {
    /// The months from the first to the last of a period, both counted.
    fn span((first, last): (Month, Month)) -> impl Iterator<Item = Month> {
        (first.number()..=last.number()).map(Month::from_number)
    }

    fn is_disturbed(&self, month: Month) -> bool {
        self.disturbed.contains(&month)
    }

    fn index_in(&self, month: Month) -> Option<f64> {
        self.index.iter().find(|(of, _)| *of == month).map(|(_, value)| *value).filter(|value| *value > 0.0 && value.is_finite())
    }
}

/// A count as a float.
#[allow(clippy::cast_precision_loss)] // of months and units
const fn number(count: usize) -> f64 {
    count as f64
}
