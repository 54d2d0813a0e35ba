//! What the answers about investments rest on: the workplace as it is, worked out by the parts before, in plain values. The module of the
//! page that answers them knows nothing of tables, rules and prices.

use crate::absence::Passed;
use crate::absence::passed::{out, parts, taken};
use crate::evaluation::{Cell, Series};

/// Whose cost and saving is looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Perspective {
    /// The employer: it pays for the investment, and saves what absence costs it by the method picked.
    #[default]
    Employer,
    /// The state: what it pays in sickness benefit and reimbursed sick pay.
    State,
    /// The employees: the pay that they lose.
    Employee,
    /// Society: work that is not done, valued by pay and on-cost. What one pays another is left out.
    Society,
}

impl Perspective {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Employer, Self::State, Self::Employee, Self::Society];

    /// Whether it is its money that pays for the investment.
    #[must_use]
    pub const fn pays(self) -> bool {
        matches!(self, Self::Employer | Self::Society)
    }
}

/// What a net day is worth to somebody, kronor; `None` when something is missing for it.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Values {
    /// A short one.
    pub short: Option<f64>,
    /// A long one.
    pub long: Option<f64>,
}

/// A place of work: everyone, or a unit that an investment is for.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Place {
    /// Its name; empty for everyone.
    pub name: String,
    /// Its department; empty where the data has none.
    pub department: String,
    /// Short net days a year.
    pub short: Option<f64>,
    /// Long net days a year.
    pub long: Option<f64>,
    /// Spells a year.
    pub spells: Option<f64>,
    /// Number of employees.
    pub employees: Option<f64>,
    /// What absence is estimated to cost a year, by the method picked.
    pub cost: Option<f64>,
    /// Cost of replacement a year.
    pub replacement: Option<f64>,
    /// Months of data that the values of a year rest on.
    pub months: f64,
    /// What a day is worth, in the order of [`Perspective::ALL`].
    pub values: Vec<Values>,
}

/// What the answers rest on.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ground {
    /// Everyone, or the part of the organisation that is opened.
    pub whole: Place,
    /// The units that investments are for.
    pub units: Vec<Place>,
    /// Month by month, unit by unit.
    pub series: Series,
    /// What an hour of work costs the employer: pay and on-cost.
    pub hourly_cost: Option<f64>,
    /// Whether a day by the method picked contains the cost of replacement.
    pub contains_replacement: bool,
    /// Discount rate by the rule, per cent.
    pub discount: f64,
    /// How far an input is taken to lie off where nobody says, per cent of it.
    pub spread: f64,
    /// Net days of a full-time post in a year.
    pub full_time_post: f64,
    /// Whether that is the user's own.
    pub full_time_post_given: bool,
    /// Working hours of a post in a year.
    pub hours_of_a_year: f64,
}

parts!(Values { short, long });
parts!(Place { name, department, short, long, spells, employees, cost, replacement, months, values });
parts!(Cell { employees, short, long, known, split });
parts!(Series { first, units, cells, whole });
parts!(Ground {
    whole,
    units,
    series,
    hourly_cost,
    contains_replacement,
    discount,
    spread,
    full_time_post,
    full_time_post_given,
    hours_of_a_year,
});

impl Ground {
    /// As numbers and texts, from one module of the page to another.
    ///
    /// ```
    /// use barkraft::absence::Passed;
    /// use barkraft::investment::Ground;
    ///
    /// let mut ground = Ground { hourly_cost: Some(377.59), ..Ground::default() };
    /// assert_eq!(Ground::taken(ground.passed()), Some(ground));
    /// assert_eq!(Ground::taken(Passed::default()), None);
    /// ```
    #[must_use]
    pub fn passed(&mut self) -> Passed {
        out(self)
    }

    /// What was passed by the same version; `None` where it is something else.
    #[must_use]
    pub fn taken(passed: Passed) -> Option<Self> {
        taken(passed)
    }
}
