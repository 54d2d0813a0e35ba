//! Records → what happened: spells, sick-pay periods, day numbers, months.
//!
//! Counting is done once for a paste; what it gives is small (units × months) and enough for every cost.

mod about;
mod cells;
mod counting;
pub mod forecast;
pub mod groups;
pub mod measures;
mod monthly;
pub(crate) mod passed;
mod schedule;
mod spells;
mod stretch;
mod sums;
mod terms;
pub mod trend;
mod walk;

pub(crate) use about::employees;
use cells::Cells;
pub use counting::{Counting, count};
pub use passed::Passed;
pub use schedule::Schedule;
pub use sums::{Bands, Calendar, GroupSums, Sick, Sums};

use crate::note::{Kind, Note};
use crate::quantity::{Date, Month, Sek};
use crate::read::{Group, Layout, Reading};
use crate::rules::{self, RuleId, Rules};

/// Groups of people by sex and age that are counted apart: three by four, the unknown among them.
pub const GROUPS: usize = 12;

/// People are counted by their number of spells: 1, 2 … and so many or more.
pub const PEOPLE_BY_SPELLS: usize = 8;

/// What the counting rests on beyond the records.
#[derive(Debug, Clone, PartialEq)]
pub struct Basis {
    /// The day the report is as of, if the user gave it.
    pub as_of: Option<Date>,
    /// Today, which bounds the as-of date when the user did not give it.
    pub today: Option<Date>,
    /// The weekly schedule of a full post.
    pub schedule: Schedule,
    /// What the user said of spells on the first day of the data.
    pub begun_earlier: Option<BegunEarlier>,
    /// By which rule the earning year of holiday begins.
    pub earning_year: RuleId,
    /// Monthly pay of rows without their own: matters only where people are employed part-time, as ceilings apply to the pay of a post.
    pub monthly_pay: Option<Sek>,
    /// The rules, with the user's own values.
    pub rules: Rules,
}

impl Default for Basis {
    fn default() -> Self {
        let rules = Rules::default();
        Self {
            as_of: None,
            today: None,
            schedule: Schedule::weekdays(crate::quantity::Hours(rules.latest(RuleId::WeeklyHours).value)),
            begun_earlier: None,
            earning_year: RuleId::EarningYear,
            monthly_pay: None,
            rules,
        }
    }
}

/// What is said of spells on the first day of the data, which may have begun before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BegunEarlier {
    /// They began on that day.
    StartsHere,
    /// They are past the days of sick pay.
    PastSickPay,
}

/// The cells of some people by another reading; once all are counted, what these differ by from the first reading.
#[derive(Debug, Clone, Default, PartialEq)]
struct Trial {
    cells: Cells,
    /// What of them is of people with reduced contributions; empty without any.
    reduced: Cells,
    /// All units together, month by month.
    whole: Vec<(Sums, Sums)>,
}

/// Which of the [`starts_tried`](Statistics::starts_tried) is the answer [`BegunEarlier::PastSickPay`].
pub const PAST_SICK_PAY: usize = 1;

/// What happened, by unit and month.
#[derive(Debug, Clone, Default, PartialEq)]
#[allow(clippy::struct_excessive_bools)] // each is a fact of its own about the data
pub struct Statistics {
    /// Whether the table is one that we know.
    pub known: bool,
    /// The day the report is as of.
    pub as_of: Option<Date>,
    /// The first month of the data up to the as-of date; `None` when there is none.
    pub first: Option<Month>,
    /// Names of the units.
    pub units: Vec<String>,
    /// Names of the departments; none where the data has one level only.
    pub departments: Vec<String>,
    /// For each unit its department; empty without departments.
    pub department_of: Vec<u32>,
    /// Whether single spells are known (else the data is monthly).
    pub spells_known: bool,
    /// Whether the monthly data counts spells.
    pub spells_counted: bool,
    /// Number of people told apart.
    pub people: Option<u32>,
    /// Whether the counting depends on the pay that the user gives.
    pub pay_matters: bool,
    /// Whether the data knows when people were born.
    pub ages_known: bool,
    /// For each unit, how many people began 1, 2 … spells in the twelve months up to the as-of date.
    people_by_spells: Vec<u32>,
    /// Months from the first to the last.
    months: usize,
    cells: Cells,
    /// Of the cells: what is of people with reduced contributions; empty where there are none.
    reduced: Cells,
    /// Of people whose first spell may have begun before the data: as read.
    as_read: Trial,
    /// The same if it began so many days earlier, for a few numbers of days; empty where that is no question.
    if_earlier: Vec<Trial>,
    /// By group within each cell; empty where the data knows no groups.
    groups: Vec<GroupSums>,
    /// All units together, month by month, and what of it is of people with reduced contributions.
    whole: Vec<(Sums, Sums)>,
    has_rows: Vec<bool>,
    /// What is known of several units together, and of none of them alone.
    beside: Vec<about::Beside>,
    /// What was noticed.
    pub notes: Vec<Note>,
}

impl Statistics {
    /// Without months.
    fn empty(reading: &Reading, as_of: Option<Date>) -> Self {
        Self {
            known: reading.layout != Layout::Unknown,
            as_of,
            units: reading.units.clone(),
            departments: reading.departments.clone(),
            department_of: reading.department_of.clone(),
            people_by_spells: vec![0; reading.units.len() * PEOPLE_BY_SPELLS],
            ..Self::default()
        }
    }

    /// Cells for some months.
    fn cover(&mut self, first: Month, last: Month) {
        self.first = Some(first);
        self.months = usize::try_from(last.number() - first.number() + 1).unwrap_or(0);
        self.cells = Cells::new(self.units.len() * self.months);
        self.has_rows = vec![false; self.months];
    }

    /// Whether the same counting would come of another basis.
    #[must_use]
    pub fn holds_for(&self, counted: &Basis, asked: &Basis) -> bool {
        if self.pay_matters {
            return counted == asked;
        }
        Basis { monthly_pay: counted.monthly_pay, ..asked.clone() } == *counted
    }

    /// Whether the data divides people by sex or age.
    #[must_use]
    pub fn knows_groups(&self) -> bool {
        !self.groups.is_empty()
    }

    /// What is counted of a group in a unit and month.
    #[must_use]
    pub fn group(&self, unit: usize, month: Month, group: Group) -> GroupSums {
        let cell = self.index(month).map(|index| unit * self.months + index);
        cell.and_then(|cell| self.groups.get(cell * GROUPS + group.index())).copied().unwrap_or_default()
    }

    /// How many people of a unit began 1, 2 … and [`PEOPLE_BY_SPELLS`] or more spells in the twelve months up to the as-of date.
    #[must_use]
    pub fn people_by_spells(&self, unit: usize) -> [u32; PEOPLE_BY_SPELLS] {
        let mut people = [0; PEOPLE_BY_SPELLS];
        let from = unit * PEOPLE_BY_SPELLS;
        for (place, known) in people.iter_mut().zip(self.people_by_spells.get(from..).unwrap_or_default()) {
            *place = *known;
        }
        people
    }

    /// What of a cell is of people with reduced contributions.
    #[must_use]
    pub fn reduced(&self, unit: usize, month: Month) -> Option<Sums> {
        self.reduced.get(unit * self.months + self.index(month)?).copied()
    }

    /// What would be added to some units, month by month, by one of the [`starts_tried`](Self::starts_tried), and what of it is of people
    /// with reduced contributions.
    #[must_use]
    pub fn if_earlier(&self, units: &[usize], trial: usize) -> Vec<(Sums, Sums)> {
        let Some(trial) = self.if_earlier.get(trial) else { return Vec::new() };
        if units.len() == self.units.len() { trial.whole.clone() } else { self.together(units, &trial.cells, &trial.reduced) }
    }

    /// Some units together, month by month, and what of it is of people with reduced contributions.
    #[must_use]
    pub fn by_month(&self, units: &[usize]) -> Vec<(Sums, Sums)> {
        if units.len() == self.units.len() { self.whole.clone() } else { self.together(units, &self.cells, &self.reduced) }
    }

    fn together(&self, units: &[usize], cells: &Cells, reduced: &Cells) -> Vec<(Sums, Sums)> {
        let mut months = vec![(Sums::default(), Sums::default()); self.months];
        for unit in units {
            let theirs = unit * self.months..(unit + 1) * self.months;
            for (month, sums) in cells.filled(theirs.clone()) {
                months[month].0 += *sums;
            }
            for (month, sums) in reduced.filled(theirs) {
                months[month].1 += *sums;
            }
        }
        months
    }

    /// What is known of some of these units together and of none of them alone, month by month: number of employees, scheduled hours, and
    /// the sick hours that these are of. Of each such group by itself: which units they are, and their months.
    #[must_use]
    pub fn beside(&self, units: &[usize]) -> Vec<(&[usize], &[trend::Cell])> {
        let within = |beside: &&about::Beside| {
            let whole = units.len() == self.units.len();
            whole || beside.units.len() <= units.len() && beside.units.iter().all(|unit| units.contains(unit))
        };
        self.beside.iter().filter(within).map(|beside| (beside.units.as_slice(), beside.months.as_slice())).collect()
    }

    /// Adds up what every view needs, once: all units together, and what other readings of the first spells differ by.
    fn add_up(&mut self) {
        let all: Vec<usize> = (0..self.units.len()).collect();
        self.whole = self.together(&all, &self.cells, &self.reduced);
        let (mut trials, as_read) = (std::mem::take(&mut self.if_earlier), std::mem::take(&mut self.as_read));
        for trial in &mut trials {
            trial.cells.take_off(&as_read.cells);
            trial.reduced.take_off(&as_read.reduced);
            trial.whole = self.together(&all, &trial.cells, &trial.reduced);
        }
        self.if_earlier = trials;
    }

    /// How many other starts have been tried for spells that may have begun before the data: the deduction just drawn, past the days of
    /// sick pay, past top-up and holiday. 0 where nothing is asked.
    #[must_use]
    pub fn starts_tried(&self) -> usize {
        self.if_earlier.len()
    }

    /// The months from the first to the last of the data.
    pub fn months(&self) -> impl Iterator<Item = Month> + '_ {
        let first = self.first.map_or(0, Month::number);
        (0..i32::try_from(self.months).unwrap_or(0)).map(move |index| Month::from_number(first + index))
    }

    /// What happened in a unit (by index) and month. A month outside the data is empty.
    #[must_use]
    pub fn cell(&self, unit: usize, month: Month) -> Sums {
        self.cell_at(unit, month).copied().unwrap_or_default()
    }

    /// The same where it lies; `None` for a month outside the data.
    #[must_use]
    pub fn cell_at(&self, unit: usize, month: Month) -> Option<&Sums> {
        self.cells.get(unit * self.months + self.index(month)?)
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
    rules::PANDEMIC.iter().any(|(from, to)| *from <= month && month <= *to)
}

/// The last day of the last month of the data, but not a day that has not come: the as-of date when the user gives none.
fn default_as_of(last: Month, today: Option<Date>) -> Date {
    let end = last.last_day();
    today.map_or(end, |today| today.min(end))
}
