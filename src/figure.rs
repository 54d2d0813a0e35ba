//! A figure and how it came about: every amount carries its steps, and its value **is** the result of the last one.

use crate::rules::RuleId;

/// How sure a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Recorded in the pasted payroll data.
    Booked,
    /// Follows from rules and inputs.
    Calculated,
    /// Booked for some months or units and calculated for the others.
    PartlyBooked,
    /// Rests on a method's assumption.
    Estimated,
}

/// What a number is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Kronor.
    Sek,
    /// Kronor per hour.
    SekPerHour,
    /// Kronor per net day.
    SekPerDay,
    /// Kronor per month.
    SekPerMonth,
    /// Hours.
    Hours,
    /// Hours per week.
    HoursPerWeek,
    /// Hours per year.
    HoursPerYear,
    /// Net days.
    NetDays,
    /// Net days per employee: few, and so with more decimals.
    NetDaysPerEmployee,
    /// Per cent: 5.2 is 5.2 %.
    Percent,
    /// Months.
    Months,
    /// Full-time posts.
    Posts,
    /// People, spells, periods: a number of things.
    Count,
    /// A bare factor.
    Factor,
}

/// How the operands of a step make its result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// All multiplied; an operand with `per` divides.
    Product,
    /// All added; what is drawn off is negative.
    Sum,
    /// The smallest of them.
    Least,
    /// The largest of them.
    Greatest,
    /// The first, rounded down to a whole multiple of the second.
    RoundDown,
    /// The first, rounded to a whole number, half upward.
    Round,
}

/// What goes into a step.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Operand {
    /// An id under `operand.` in the catalogue.
    pub id: &'static str,
    /// The year it concerns.
    pub year: Option<i16>,
    /// Its value, signed.
    pub value: f64,
    /// What it is counted in.
    pub unit: Unit,
    /// Whether the step divides by it.
    pub per: bool,
    /// The rule it comes from.
    pub rule: Option<RuleId>,
    /// Whether the user gave it.
    pub given: bool,
}

impl Operand {
    /// A value that comes from the data or an earlier step.
    #[must_use]
    pub const fn new(id: &'static str, value: f64, unit: Unit) -> Self {
        Self { id, year: None, value, unit, per: false, rule: None, given: false }
    }

    /// The same, but dividing.
    #[must_use]
    pub const fn per(mut self) -> Self {
        self.per = true;
        self
    }

    /// The same, drawn off.
    #[must_use]
    pub fn minus(mut self) -> Self {
        self.value = -self.value;
        self
    }

    /// The same, from a rule.
    #[must_use]
    pub const fn by(mut self, rule: RuleId) -> Self {
        self.rule = Some(rule);
        self
    }

    /// The same, given by the user (in place of the rule's value, where it has one).
    #[must_use]
    pub const fn given(mut self, given: bool) -> Self {
        self.given = given;
        self
    }

    /// The same, for a year.
    #[must_use]
    pub const fn in_year(mut self, year: i16) -> Self {
        self.year = Some(year);
        self
    }

    fn factor(&self) -> f64 {
        let value = if self.unit == Unit::Percent { self.value / 100.0 } else { self.value };
        if self.per { 1.0 / value } else { value }
    }
}

/// One step of arithmetic.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// What it works out: an id under `step.` in the catalogue.
    pub id: &'static str,
    /// The year it concerns, where it is done year by year.
    pub year: Option<i16>,
    /// How the operands make the result.
    pub form: Form,
    /// What goes in.
    pub operands: Vec<Operand>,
    /// What comes out.
    pub result: f64,
    /// What that is counted in.
    pub unit: Unit,
}

/// Works out a step of arithmetic. The same formula runs with [`Silent`], which keeps nothing, for the many figures of the page,
/// and with a list of steps for the one figure that is opened: they cannot come to differ.
pub trait Ledger {
    /// Notes a step and gives its result.
    fn note(&mut self, id: &'static str, unit: Unit, form: Form, operands: &[Operand]) -> f64;

    /// All operands multiplied, those marked `per` dividing. A percentage counts as its share.
    fn product(&mut self, id: &'static str, unit: Unit, operands: &[Operand]) -> f64 {
        self.note(id, unit, Form::Product, operands)
    }

    /// All operands added.
    fn sum(&mut self, id: &'static str, unit: Unit, operands: &[Operand]) -> f64 {
        self.note(id, unit, Form::Sum, operands)
    }
}

/// A ledger that keeps nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct Silent;

impl Ledger for Silent {
    fn note(&mut self, _: &'static str, unit: Unit, form: Form, operands: &[Operand]) -> f64 {
        work_out(unit, form, operands)
    }
}

/// A ledger that keeps every step.
///
/// ```
/// use barkraft::figure::{Ledger, Operand, Steps, Unit};
/// let mut steps = Steps::default();
/// let result = steps.product("example", Unit::Sek, &[
///     Operand::new("a", 30_000.0, Unit::SekPerMonth),
///     Operand::new("b", 10.0, Unit::Percent),
/// ]);
/// assert_eq!(result, 3_000.0);
/// assert_eq!(steps.0[0].result, result);
/// ```
#[derive(Debug, Clone, Default)]
pub struct Steps(pub Vec<Step>);

impl Ledger for Steps {
    fn note(&mut self, id: &'static str, unit: Unit, form: Form, operands: &[Operand]) -> f64 {
        let result = work_out(unit, form, operands);
        self.0.push(Step { id, year: None, form, operands: operands.to_vec(), result, unit });
        result
    }
}

fn work_out(unit: Unit, form: Form, operands: &[Operand]) -> f64 {
    match form {
        Form::Product => {
            let product: f64 = operands.iter().map(Operand::factor).product();
            if unit == Unit::Percent { product * 100.0 } else { product }
        }
        // An empty float sum is −0.0 in Rust; the fold starts from plain zero.
        Form::Sum => operands.iter().fold(0.0, |sum, operand| sum + operand.value),
        Form::Least => operands.iter().map(|operand| operand.value).fold(f64::INFINITY, f64::min),
        Form::Greatest => operands.iter().map(|operand| operand.value).fold(f64::NEG_INFINITY, f64::max),
        Form::RoundDown => match operands {
            [value, step, ..] if step.value > 0.0 => (value.value / step.value).floor() * step.value,
            [value, ..] => value.value,
            [] => 0.0,
        },
        Form::Round => operands.first().map_or(0.0, |operand| operand.value.round()),
    }
}

impl Step {
    /// The same, for a year.
    #[must_use]
    pub const fn in_year(mut self, year: i16) -> Self {
        self.year = Some(year);
        self
    }

    /// Its result as an operand of a later step.
    #[must_use]
    pub const fn operand(&self) -> Operand {
        let mut operand = Operand::new(self.id, self.result, self.unit);
        operand.year = self.year;
        operand
    }

    /// What the operands give when worked out again: the law that a test holds every figure to.
    #[must_use]
    pub fn worked_out(&self) -> f64 {
        work_out(self.unit, self.form, &self.operands)
    }
}

/// A figure: a value that is the result of its last step, or the inputs that are missing for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Its name.
    pub id: &'static str,
    /// What it is counted in.
    pub unit: Unit,
    /// How sure it is.
    pub kind: Kind,
    /// How it came about; empty when something is missing.
    pub steps: Vec<Step>,
    /// Ids of inputs that are missing for it.
    pub missing: Vec<&'static str>,
    /// Ids under `caveat.` in the catalogue: what to bear in mind.
    pub caveats: Vec<&'static str>,
}

impl Figure {
    /// A figure by its steps; the last gives the value.
    #[must_use]
    pub const fn new(id: &'static str, unit: Unit, kind: Kind, steps: Vec<Step>) -> Self {
        Self { id, unit, kind, steps, missing: Vec::new(), caveats: Vec::new() }
    }

    /// A figure that cannot be given until the user says something.
    #[must_use]
    pub const fn missing(id: &'static str, unit: Unit, kind: Kind, missing: Vec<&'static str>) -> Self {
        Self { id, unit, kind, steps: Vec::new(), missing, caveats: Vec::new() }
    }

    /// The same, with something to bear in mind.
    #[must_use]
    pub fn with_caveats(mut self, caveats: &[&'static str]) -> Self {
        self.caveats.extend(caveats);
        self
    }

    /// Its value, or `None` when something is missing. Never NaN or infinite.
    #[must_use]
    pub fn value(&self) -> Option<f64> {
        self.steps.last().map(|step| step.result).filter(|value| value.is_finite())
    }
}
