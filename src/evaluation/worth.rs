//! What the change is worth, beside what the investment has cost so far.

use super::monthly::{MonthChange, Total, per_employee, total};
use super::{Evaluation, Lack, Measure, number};
use crate::figure::{Figure, Form, Kind, Ledger, Operand, Silent, Steps, Unit};
use crate::quantity::{Month, Sek};

/// What a day is worth, for how many, and what was paid for it.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Terms {
    /// The user's own value of a net day.
    pub own: Option<Sek>,
    /// Value of a short net day by the method.
    pub short: Option<Sek>,
    /// Value of a long net day by the method.
    pub long: Option<Sek>,
    /// The user's own number of employees; the average of the compared months when left out.
    pub employees: Option<f64>,
    /// What the investment costs in all.
    pub cost: Option<Sek>,
    /// Over how many months it runs.
    pub months: Option<f64>,
}

/// An answer that can be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Change in days per employee, over the compared months.
    Change,
    /// Days saved, all employees together.
    DaysSaved,
    /// What these are worth.
    Saving,
    /// What the investment has cost so far.
    CostSoFar,
    /// The one less the other.
    Net,
    /// What would be saved if it went on like this until the investment ends.
    SavingExtrapolated,
    /// That less the whole cost.
    NetExtrapolated,
}

impl Answer {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Change, Self::DaysSaved, Self::Saving, Self::CostSoFar, Self::Net, Self::SavingExtrapolated, Self::NetExtrapolated];

    /// Its name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Change => "change_per_employee",
            Self::DaysSaved => "days_saved",
            Self::Saving => "follow_up_saving",
            Self::CostSoFar => "cost_so_far",
            Self::Net => "follow_up_net",
            Self::SavingExtrapolated => "saving_extrapolated",
            Self::NetExtrapolated => "net_extrapolated",
        }
    }

    const fn unit(self) -> Unit {
        match self {
            Self::Change => Unit::NetDaysPerEmployee,
            Self::DaysSaved => Unit::NetDays,
            _ => Unit::Sek,
        }
    }

    const fn caveats(self) -> &'static [&'static str] {
        match self {
            Self::CostSoFar => &["cost_evenly"],
            Self::Change | Self::DaysSaved | Self::Saving => &["not_cause"],
            Self::Net => &["not_cause", "left_out_counts_nothing"],
            Self::SavingExtrapolated | Self::NetExtrapolated => &["not_cause", "extrapolated"],
        }
    }
}

/// A change and what it is worth.
#[derive(Debug, Clone)]
pub struct Worth {
    total: Total,
    measure: Measure,
    /// Of short and of long absence, where all of it is compared and both are known of the same months.
    parts: Option<(Total, Total)>,
    months_so_far: usize,
    terms: Terms,
}

fn kronor(id: &'static str, value: f64) -> Operand {
    Operand::new(id, value, Unit::Sek)
}

fn days(id: &'static str, value: f64) -> Operand {
    Operand::new(id, value, Unit::NetDays)
}

impl Evaluation<'_> {
    /// What the compared months say in all, and what it is worth; `None` when no month can be compared. `all`: disturbed months count as
    /// well.
    #[must_use]
    pub fn worth(&self, terms: &Terms, all: bool) -> Option<Worth> {
        let measure = self.plan.measure;
        let months = self.compared(measure, all);
        let total = total(&months)?;
        let of = |part| {
            let compared = self.compared(part, all);
            let same = |(one, other): (&MonthChange, &MonthChange)| one.month == other.month;
            super::monthly::total(&compared).filter(|_| compared.len() == months.len() && compared.iter().zip(&months).all(same))
        };
        let parts = if measure == Measure::All { of(Measure::Short).zip(of(Measure::Long)) } else { None };
        Some(Worth { total, measure, parts, months_so_far: self.months_so_far(), terms: *terms })
    }

    /// How the change of a month came about.
    ///
    /// # Errors
    /// When the month cannot be compared.
    pub fn explain_month(&self, month: Month, all: bool) -> Result<Figure, Lack> {
        let mut steps = Steps::default();
        self.month_in(month, self.plan.measure, all, &mut steps)?;
        Ok(Figure::new("month_change", Unit::NetDaysPerEmployee, Kind::Calculated, steps.0))
    }
}

impl Worth {
    /// The months together.
    #[must_use]
    pub const fn total(&self) -> &Total {
        &self.total
    }

    /// Number of employees: the user's own, else the average of the compared months.
    #[must_use]
    pub fn employees(&self) -> f64 {
        self.terms.employees.unwrap_or(self.total.employees)
    }

    /// The value of a day, where it is one for all days; `None` also when it is missing.
    #[must_use]
    pub fn value_per_day(&self) -> Option<Sek> {
        self.terms.own.or(match self.measure {
            Measure::Short => self.terms.short,
            Measure::Long => self.terms.long,
            Measure::All => None,
        })
    }

    /// The value of an answer; `None` when it cannot be given, and never infinite.
    #[must_use]
    pub fn answer(&self, answer: Answer) -> Option<f64> {
        self.work_out(answer, &mut Silent).filter(|value| value.is_finite())
    }

    /// An answer with its steps.
    #[must_use]
    pub fn explain(&self, answer: Answer) -> Figure {
        let kind = if matches!(answer, Answer::Change | Answer::DaysSaved) { Kind::Calculated } else { Kind::Estimated };
        let mut steps = Steps::default();
        match self.work_out(answer, &mut steps) {
            Some(_) => Figure::new(answer.id(), answer.unit(), kind, steps.0).with_caveats(answer.caveats()),
            None => Figure::missing(answer.id(), answer.unit(), kind, self.missing(answer)),
        }
    }

    fn work_out(&self, answer: Answer, ledger: &mut dyn Ledger) -> Option<f64> {
        match answer {
            Answer::Change => Some(self.total.change_in(ledger)),
            Answer::DaysSaved => Some(self.days_saved("days_saved", &self.total, ledger)),
            Answer::Saving => self.saving(ledger),
            Answer::CostSoFar => self.cost_so_far(ledger),
            Answer::Net => {
                let saving = self.saving(ledger)?;
                let cost = self.cost_so_far(ledger)?;
                Some(ledger.sum(answer.id(), Unit::Sek, &[kronor("follow_up_saving", saving), kronor("cost_so_far", cost).minus()]))
            }
            Answer::SavingExtrapolated => self.extrapolated(ledger),
            Answer::NetExtrapolated => {
                let saving = self.extrapolated(ledger)?;
                let cost = kronor("investment_cost", self.terms.cost?.0).minus().given(true);
                Some(ledger.sum(answer.id(), Unit::Sek, &[kronor("saving_extrapolated", saving), cost]))
            }
        }
    }

    fn days_saved(&self, id: &'static str, of: &Total, ledger: &mut dyn Ledger) -> f64 {
        let fell = of.fall_in(ledger);
        let employees = Operand::new("employees", self.employees(), Unit::Count).given(self.terms.employees.is_some());
        ledger.product(id, Unit::NetDays, &[per_employee("fall_per_employee", fell), employees])
    }

    /// All days by one value, or short and long days each by its own: fewer days can cost more, when short ones take the place of long.
    fn saving(&self, ledger: &mut dyn Ledger) -> Option<f64> {
        let id = Answer::Saving.id();
        if self.measure == Measure::All && self.terms.own.is_none() {
            let ((short, long), (value_short, value_long)) = self.parts.as_ref().zip(self.terms.short.zip(self.terms.long))?;
            let short = self.part(("short_days_saved", "worth_short"), short, ("value_short_day", value_short), ledger);
            let long = self.part(("long_days_saved", "worth_long"), long, ("value_long_day", value_long), ledger);
            return Some(ledger.sum(id, Unit::Sek, &[kronor("worth_short", short), kronor("worth_long", long)]));
        }
        let value = self.value_per_day()?;
        let saved = self.days_saved("days_saved", &self.total, ledger);
        let name = match (self.terms.own, self.measure) {
            (Some(_), _) => "value_per_day",
            (None, Measure::Long) => "value_long_day",
            (None, _) => "value_short_day",
        };
        let value = Operand::new(name, value.0, Unit::SekPerDay).given(self.terms.own.is_some());
        Some(ledger.product(id, Unit::Sek, &[days("days_saved", saved), value]))
    }

    fn part(&self, ids: (&'static str, &'static str), of: &Total, value: (&'static str, Sek), ledger: &mut dyn Ledger) -> f64 {
        let saved = self.days_saved(ids.0, of, ledger);
        ledger.product(ids.1, Unit::Sek, &[days(ids.0, saved), Operand::new(value.0, value.1.0, Unit::SekPerDay)])
    }

    /// The cost spread evenly over the months that the investment runs, no more of them than that.
    fn cost_so_far(&self, ledger: &mut dyn Ledger) -> Option<f64> {
        let cost = kronor("investment_cost", self.terms.cost?.0).given(true);
        let runs = Operand::new("run_months", self.runs()?, Unit::Months).given(true);
        let so_far = Operand::new("months_so_far", number(self.months_so_far), Unit::Months);
        let counted = ledger.note("months_counted", Unit::Months, Form::Least, &[so_far, runs]);
        Some(ledger.product("cost_so_far", Unit::Sek, &[cost, runs.per(), Operand::new("months_counted", counted, Unit::Months)]))
    }

    fn extrapolated(&self, ledger: &mut dyn Ledger) -> Option<f64> {
        let saving = kronor("follow_up_saving", self.saving(ledger)?);
        let compared = Operand::new("compared_months", number(self.total.months), Unit::Months).per();
        let runs = Operand::new("run_months", self.runs()?, Unit::Months).given(true);
        Some(ledger.product("saving_extrapolated", Unit::Sek, &[saving, compared, runs]))
    }

    fn runs(&self) -> Option<f64> {
        self.terms.months.filter(|months| *months > 0.0)
    }

    /// What an answer waits for.
    fn missing(&self, answer: Answer) -> Vec<&'static str> {
        let mut missing = Vec::new();
        let (value, cost, runs) = match answer {
            Answer::Change | Answer::DaysSaved => (false, false, false),
            Answer::Saving => (true, false, false),
            Answer::CostSoFar => (false, true, true),
            Answer::SavingExtrapolated => (true, false, true),
            Answer::Net | Answer::NetExtrapolated => (true, true, true),
        };
        if value && self.saving(&mut Silent).is_none() {
            missing.push("value_per_day");
        }
        if cost && self.terms.cost.is_none() {
            missing.push("investment_cost");
        }
        if runs && self.runs().is_none() {
            missing.push("run_months");
        }
        missing
    }
}
