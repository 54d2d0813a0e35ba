//! Month by month: what the reference months had, what would have been expected, what came.

use super::{Evaluation, Measure, Plan, Series, number};
use crate::figure::{Ledger, Operand, Silent, Unit};
use crate::quantity::Month;

/// Why a month cannot be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// The data does not know the month.
    NoData,
    /// Short and long absence cannot be told apart.
    NoSplit,
    /// The number of employees is not known.
    NoEmployees,
    /// The reference period has no such month of the year, or none that counts.
    NoReference,
    /// The trend says nothing of the month, or of its reference month.
    NoIndex,
    /// The comparison group lacks something in the month or its reference month.
    NoComparison,
}

impl Lack {
    /// Its name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::NoData => "no_data",
            Self::NoSplit => "no_split",
            Self::NoEmployees => "no_employees",
            Self::NoReference => "no_reference",
            Self::NoIndex => "no_index",
            Self::NoComparison => "no_comparison",
        }
    }
}

/// A follow-up month beside its reference months, in net days per employee.
#[derive(Debug, Clone, PartialEq)]
pub struct MonthChange {
    /// The month.
    pub month: Month,
    /// The months of the reference period that it is held against.
    pub references: Vec<Month>,
    /// What they had: their mean.
    pub reference: f64,
    /// What would have been expected: that, adjusted by the trend.
    pub expected: f64,
    /// What came.
    pub actual: f64,
    /// What changed in the comparison group, against what was expected there; `None` without one.
    pub comparison: Option<f64>,
    /// What came less what was expected, less what changed in the comparison group.
    pub difference: f64,
    /// Number of employees in the month.
    pub employees: f64,
    /// Units that are left out of some side, as their employees or absence are not known.
    pub units_left_out: usize,
}

/// Months together, in net days per employee over all of them.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Total {
    /// How many months could be compared.
    pub months: usize,
    /// What the reference months had.
    pub reference: f64,
    /// What would have been expected.
    pub expected: f64,
    /// What came.
    pub actual: f64,
    /// What changed in the comparison group; 0 without one.
    pub comparison: f64,
    /// Average number of employees.
    pub employees: f64,
}

/// Who is looked at.
#[derive(Debug, Clone, Copy)]
pub(super) enum Group<'a> {
    /// Everyone.
    Whole,
    /// Some units.
    Units(&'a [usize]),
}

/// Days and employees of a group in a month.
#[derive(Debug, Clone, Copy, Default)]
struct Sample {
    days: f64,
    employees: f64,
    left_out: usize,
}

impl Series {
    /// The units whose employees and absence are known in the month; an error tells what the last of the others lacks.
    fn sample(&self, group: Group, month: Month, measure: Measure) -> Result<Sample, Lack> {
        let units = match group {
            Group::Whole => {
                let (days, employees) = known(self.whole_in(month), measure)?;
                return Ok(Sample { days, employees, left_out: 0 });
            }
            Group::Units(units) => units,
        };
        let (mut sample, mut lack) = (Sample::default(), Lack::NoData);
        for unit in units {
            match known(self.unit_in(*unit, month), measure) {
                Ok((days, employees)) => {
                    sample.days += days;
                    sample.employees += employees;
                }
                Err(lacks) => {
                    sample.left_out += 1;
                    lack = lacks;
                }
            }
        }
        if sample.employees > 0.0 { Ok(sample) } else { Err(lack) }
    }
}

/// Days and employees of a cell that can be used.
pub(super) fn known(cell: Option<&super::Cell>, measure: Measure) -> Result<(f64, f64), Lack> {
    let cell = cell.filter(|cell| cell.known).ok_or(Lack::NoData)?;
    let days = cell.days(measure).ok_or(Lack::NoSplit)?;
    if cell.employees > 0.0 { Ok((days, cell.employees)) } else { Err(Lack::NoEmployees) }
}

/// What was found for one group in one month.
struct Found {
    references: Vec<Month>,
    reference: f64,
    expected: f64,
    actual: f64,
    employees: f64,
    left_out: usize,
}

impl Total {
    /// The change in days per employee: negative when absence fell.
    #[must_use]
    pub fn change(&self) -> f64 {
        self.change_in(&mut Silent)
    }

    pub(super) fn change_in(&self, ledger: &mut dyn Ledger) -> f64 {
        self.apart("change_per_employee", ["actual_days", "expected_days"], [self.actual, self.expected, -self.comparison], ledger)
    }

    /// The same the other way: what was expected less what came.
    pub(super) fn fall_in(&self, ledger: &mut dyn Ledger) -> f64 {
        self.apart("fall_per_employee", ["expected_days", "actual_days"], [self.expected, self.actual, self.comparison], ledger)
    }

    /// One side less the other, and what the comparison group adds.
    fn apart(&self, id: &'static str, sides: [&'static str; 2], values: [f64; 3], ledger: &mut dyn Ledger) -> f64 {
        let [first, second, compared] = values;
        let compared = (self.comparison != 0.0).then(|| per_employee("compared_change", compared));
        let sides = [per_employee(sides[0], first), per_employee(sides[1], second).minus()];
        ledger.sum(id, Unit::NetDaysPerEmployee, &sides.into_iter().chain(compared).collect::<Vec<_>>())
    }

    /// The change in per cent of what was expected; `None` when nothing was.
    #[must_use]
    pub fn percent(&self) -> Option<f64> {
        Some(self.change() / self.expected * 100.0).filter(|percent| percent.is_finite())
    }
}

impl<'a> Evaluation<'a> {
    pub(super) fn treated(&self) -> Group<'a> {
        self.plan.treated.as_deref().map_or(Group::Whole, Group::Units)
    }

    /// The months of the follow-up period.
    pub fn follow_up(&self) -> impl Iterator<Item = Month> + use<'a> {
        Plan::span(self.plan.follow_up)
    }

    /// How many of them the data has reached.
    #[must_use]
    pub fn months_so_far(&self) -> usize {
        self.series.last().map_or(0, |last| self.follow_up().filter(|month| *month <= last).count())
    }

    /// The reference months of a month that count. `all`: disturbed ones as well.
    fn references(&self, month: Month, all: bool) -> Result<Vec<Month>, Lack> {
        let plan = self.plan;
        let same = Plan::span(plan.reference).filter(|of| of.month_of_year() == month.month_of_year());
        let counted: Vec<Month> = same.filter(|of| all || !plan.is_disturbed(*of)).collect();
        if counted.is_empty() {
            return Err(Lack::NoReference);
        }
        if plan.index.is_empty() {
            return Ok(counted);
        }
        plan.index_in(month).ok_or(Lack::NoIndex)?;
        let told: Vec<Month> = counted.into_iter().filter(|of| plan.index_in(*of).is_some()).collect();
        if told.is_empty() { Err(Lack::NoIndex) } else { Ok(told) }
    }

    /// A group in a month against its reference months: what they had × index of the month / index of theirs, and the mean of that.
    fn found(&self, group: Group, month: Month, measure: Measure, all: bool, ledger: &mut dyn Ledger) -> Result<Found, Lack> {
        let of_month = self.series.sample(group, month, measure)?;
        let (mut references, mut reference, mut expected, mut left_out) = (Vec::new(), 0.0, Vec::new(), of_month.left_out);
        let mut lack = Lack::NoReference;
        for of in self.references(month, all)? {
            match self.series.sample(group, of, measure) {
                Ok(sample) => {
                    let per_employee = rate("reference_days", &sample, of, ledger);
                    let operand = Operand::new("reference_days", per_employee, Unit::NetDaysPerEmployee).in_year(of.year());
                    let adjusted = match (self.plan.index_in(month), self.plan.index_in(of)) {
                        (Some(now), Some(then)) => {
                            let now = Operand::new("index_now", now, Unit::Factor).in_year(month.year()).given(true);
                            let then = Operand::new("index_then", then, Unit::Factor).in_year(of.year()).given(true).per();
                            ledger.product("expected_days", Unit::NetDaysPerEmployee, &[operand, now, then])
                        }
                        _ => per_employee,
                    };
                    reference += per_employee;
                    expected.push(Operand::new("expected_days", adjusted, Unit::NetDaysPerEmployee).in_year(of.year()));
                    left_out = left_out.max(sample.left_out);
                    references.push(of);
                }
                Err(lacks) => lack = lacks,
            }
        }
        let of_year = number(references.len());
        let expected = match expected.as_slice() {
            [] => return Err(lack),
            [one] => one.value,
            several => {
                let sum = ledger.sum("expected_together", Unit::NetDaysPerEmployee, several);
                let per = Operand::new("reference_months", of_year, Unit::Count).per();
                ledger.product(
                    "expected_days",
                    Unit::NetDaysPerEmployee,
                    &[Operand::new("expected_together", sum, Unit::NetDaysPerEmployee), per],
                )
            }
        };
        let actual = rate("actual_days", &of_month, month, ledger);
        Ok(Found { references, reference: reference / of_year, expected, actual, employees: of_month.employees, left_out })
    }

    /// A month against its reference months; what it lacks where it cannot be compared. `all`: disturbed months count as well.
    ///
    /// # Errors
    /// When something lacks.
    pub fn month(&self, month: Month, measure: Measure, all: bool) -> Result<MonthChange, Lack> {
        self.month_in(month, measure, all, &mut Silent)
    }

    pub(super) fn month_in(&self, month: Month, measure: Measure, all: bool, ledger: &mut dyn Ledger) -> Result<MonthChange, Lack> {
        if !all && self.plan.is_disturbed(month) {
            return Err(Lack::NoData);
        }
        let compared = if self.plan.comparison.is_empty() {
            None
        } else {
            let found = self.found(Group::Units(&self.plan.comparison), month, measure, all, ledger).map_err(|_| Lack::NoComparison)?;
            let sides = [per_employee("actual_days", found.actual), per_employee("expected_days", found.expected).minus()];
            Some((ledger.sum("compared_change", Unit::NetDaysPerEmployee, &sides), found.left_out))
        };
        let found = self.found(self.treated(), month, measure, all, ledger)?;
        let sides = [per_employee("actual_days", found.actual), per_employee("expected_days", found.expected).minus()];
        let less = compared.map(|(change, _)| per_employee("compared_change", change).minus());
        let difference = ledger.sum("month_change", Unit::NetDaysPerEmployee, &sides.into_iter().chain(less).collect::<Vec<_>>());
        Ok(MonthChange {
            month,
            references: found.references,
            reference: found.reference,
            expected: found.expected,
            actual: found.actual,
            comparison: compared.map(|(change, _)| change),
            difference,
            employees: found.employees,
            units_left_out: found.left_out + compared.map_or(0, |(_, left_out)| left_out),
        })
    }

    /// Every month that can be compared. `all`: disturbed months count as well.
    #[must_use]
    pub fn compared(&self, measure: Measure, all: bool) -> Vec<MonthChange> {
        self.follow_up().filter_map(|month| self.month(month, measure, all).ok()).collect()
    }
}

/// Months together; `None` of none.
#[must_use]
pub(super) fn total(months: &[MonthChange]) -> Option<Total> {
    if months.is_empty() {
        return None;
    }
    let mut total = Total { months: months.len(), ..Total::default() };
    for month in months {
        total.reference += month.reference;
        total.expected += month.expected;
        total.actual += month.actual;
        total.comparison += month.comparison.unwrap_or(0.0);
        total.employees += month.employees / number(months.len());
    }
    Some(total)
}

/// Net days per employee.
pub(super) fn per_employee(id: &'static str, value: f64) -> Operand {
    Operand::new(id, value, Unit::NetDaysPerEmployee)
}

fn rate(id: &'static str, sample: &Sample, month: Month, ledger: &mut dyn Ledger) -> f64 {
    let days = Operand::new("net_days_of_month", sample.days, Unit::NetDays).in_year(month.year());
    let employees = Operand::new("employees_of_month", sample.employees, Unit::Count).in_year(month.year());
    ledger.product(id, Unit::NetDaysPerEmployee, &[days, employees.per()])
}
