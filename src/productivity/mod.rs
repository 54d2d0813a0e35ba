//! What is lost at work, by the four questions of Karolinska Institutet's instrument: in the past seven days, did you have health problems
//! but were at work, or problems in your work environment, and how much did each affect what you got done, from 0 to 10?
//!
//! The loss is the share of staff affected × the effect, a tenth for each point. The two are not added, as the same hour would be lost
//! twice: the larger is taken, or their sum up to all of the work.

mod answers;

pub use answers::{Answers, Aside, read_answers};

use crate::figure::{Figure, Form, Kind, Ledger, Operand, Silent, Steps, Unit};
use crate::quantity::{Sek, Share};

/// Groups with fewer answers are not shown.
pub const FEWEST_ANSWERS: usize = 10;
/// The highest effect that can be answered.
pub const HIGHEST_EFFECT: f64 = 10.0;

/// A pair of questions: how many are affected, and how much.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Pair {
    /// Share of staff affected.
    pub affected: Share,
    /// How much it affects what they get done, 0–10.
    pub effect: f64,
}

/// What is lost at one time; a pair that was not asked is `None`.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Problems {
    /// Health problems.
    pub health: Option<Pair>,
    /// Problems in the work environment.
    pub environment: Option<Pair>,
}

/// What is done where both are reported.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Rule {
    /// The larger of the two.
    #[default]
    Larger,
    /// Their sum, at most all of the work.
    SumCapped,
}

/// What came of that rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// Health problems alone.
    Health,
    /// Problems in the work environment alone.
    Environment,
    /// Their sum.
    Sum,
    /// All of the work, which their sum exceeded.
    Capped,
}

/// The work that a share of is lost.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Work {
    /// Working hours of an employee in a year.
    pub hours_per_year: Option<f64>,
    /// Whether the user gave them.
    pub hours_given: bool,
    /// Number of employees.
    pub employees: Option<f64>,
    /// Whether the user gave it.
    pub employees_given: bool,
    /// What an hour costs.
    pub cost_per_hour: Option<Sek>,
    /// Whether the user gave it.
    pub cost_given: bool,
}

/// What is lost: problems, rule and work.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Loss {
    /// What was answered.
    pub problems: Problems,
    /// What is done where both are reported.
    pub rule: Rule,
    /// The work that a share of is lost.
    pub work: Work,
}

/// An answer that can be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Share of the work that is lost.
    Share,
    /// The same in hours a year.
    Hours,
    /// The same in kronor a year.
    Kronor,
}

impl Answer {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Share, Self::Hours, Self::Kronor];

    /// Its name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Share => "production_loss_percent",
            Self::Hours => "production_loss_hours",
            Self::Kronor => "production_loss",
        }
    }

    const fn unit(self) -> Unit {
        match self {
            Self::Share => Unit::Percent,
            Self::Hours => Unit::Hours,
            Self::Kronor => Unit::Sek,
        }
    }
}

fn percent(id: &'static str, value: f64) -> Operand {
    Operand::new(id, value, Unit::Percent)
}

fn loss_of(id: &'static str, ids: (&'static str, &'static str), pair: Pair, ledger: &mut dyn Ledger) -> f64 {
    let affected = percent(ids.0, pair.affected.as_percent()).given(true);
    let effect = Operand::new(ids.1, pair.effect, Unit::Factor).given(true);
    let highest = Operand::new("highest_effect", HIGHEST_EFFECT, Unit::Factor).per();
    ledger.product(id, Unit::Percent, &[affected, effect, highest])
}

impl Loss {
    /// The value of an answer; `None` when it cannot be given, and never infinite.
    #[must_use]
    pub fn answer(&self, answer: Answer) -> Option<f64> {
        self.work_out(answer, &mut Silent).filter(|value| value.is_finite())
    }

    /// Which of the two was taken; `None` without any.
    #[must_use]
    pub fn taken(&self) -> Option<Taken> {
        self.share(&mut Silent).map(|(_, taken)| taken)
    }

    /// An answer with its steps.
    #[must_use]
    pub fn explain(&self, answer: Answer) -> Figure {
        let mut steps = Steps::default();
        match self.work_out(answer, &mut steps) {
            Some(_) => Figure::new(answer.id(), answer.unit(), Kind::Estimated, steps.0).with_caveats(&["not_added", "own_estimate"]),
            None => Figure::missing(answer.id(), answer.unit(), Kind::Estimated, self.missing(answer)),
        }
    }

    fn work_out(&self, answer: Answer, ledger: &mut dyn Ledger) -> Option<f64> {
        let (share, _) = self.share(ledger)?;
        if answer == Answer::Share {
            return Some(share);
        }
        let hours = Operand::new("hours_per_year", self.work.hours_per_year?, Unit::HoursPerYear).given(self.work.hours_given);
        let employees = Operand::new("employees", self.work.employees?, Unit::Count).given(self.work.employees_given);
        let lost = ledger.product("production_loss_hours", Unit::Hours, &[percent("production_loss_percent", share), hours, employees]);
        if answer == Answer::Hours {
            return Some(lost);
        }
        let cost = Operand::new("cost_per_hour", self.work.cost_per_hour?.0, Unit::SekPerHour).given(self.work.cost_given);
        Some(ledger.product(answer.id(), Unit::Sek, &[Operand::new("production_loss_hours", lost, Unit::Hours), cost]))
    }

    /// The share of work that is lost, per cent.
    fn share(&self, ledger: &mut dyn Ledger) -> Option<(f64, Taken)> {
        let id = Answer::Share.id();
        let health = self.problems.health.map(|pair| loss_of("health_loss", ("health_affected", "health_effect"), pair, ledger));
        let environment =
            self.problems.environment.map(|pair| loss_of("environment_loss", ("environment_affected", "environment_effect"), pair, ledger));
        let one = |name, value, ledger: &mut dyn Ledger| ledger.sum(id, Unit::Percent, &[percent(name, value)]);
        let (health, environment) = match (health, environment) {
            (None, None) => return None,
            (Some(health), None) => return Some((one("health_loss", health, ledger), Taken::Health)),
            (None, Some(environment)) => return Some((one("environment_loss", environment, ledger), Taken::Environment)),
            (Some(health), Some(environment)) => (health, environment),
        };
        Some(match self.rule {
            Rule::Larger if health >= environment => (one("health_loss", health, ledger), Taken::Health),
            Rule::Larger => (one("environment_loss", environment, ledger), Taken::Environment),
            Rule::SumCapped => {
                let both = [percent("health_loss", health), percent("environment_loss", environment)];
                let sum = ledger.sum("losses_together", Unit::Percent, &both);
                let all = percent("all_of_the_work", Share::WHOLE.as_percent());
                let taken = if sum > all.value { Taken::Capped } else { Taken::Sum };
                (ledger.note(id, Unit::Percent, Form::Least, &[percent("losses_together", sum), all]), taken)
            }
        })
    }

    fn missing(&self, answer: Answer) -> Vec<&'static str> {
        let mut missing = Vec::new();
        if self.taken().is_none() {
            missing.push("production_answers");
        }
        if answer != Answer::Share {
            missing.extend(self.work.hours_per_year.is_none().then_some("hours_per_year"));
            missing.extend(self.work.employees.is_none().then_some("employees"));
        }
        if answer == Answer::Kronor && self.work.cost_per_hour.is_none() {
            missing.push("cost_per_hour");
        }
        missing
    }
}

/// What is gained from before to after, of hours or kronor.
#[must_use]
pub fn gained(before: &Loss, after: &Loss, answer: Answer) -> Figure {
    let (id, first, second) = match answer {
        Answer::Share => ("gained_percent", "loss_before", "loss_after"),
        Answer::Hours => ("gained_hours", "loss_before", "loss_after"),
        Answer::Kronor => ("gained", "loss_before", "loss_after"),
    };
    let (Some(before_value), Some(after_value)) = (before.answer(answer), after.answer(answer)) else {
        let lacks = if before.answer(answer).is_none() { before.missing(answer) } else { after.missing(answer) };
        return Figure::missing(id, answer.unit(), Kind::Estimated, lacks);
    };
    let unit = answer.unit();
    let mut steps = Steps::default();
    steps.sum(id, unit, &[Operand::new(first, before_value, unit), Operand::new(second, after_value, unit).minus()]);
    Figure::new(id, unit, Kind::Estimated, steps.0).with_caveats(&["not_cause", "own_estimate"])
}

/// What absence and what is lost at work cost in a year together.
#[must_use]
pub fn with_absence(loss: &Loss, absence: Option<Sek>) -> Figure {
    let id = "with_absence";
    let Some((loss_value, absence)) = loss.answer(Answer::Kronor).zip(absence) else {
        let mut missing = if loss.answer(Answer::Kronor).is_none() { loss.missing(Answer::Kronor) } else { Vec::new() };
        missing.extend(absence.is_none().then_some("absence_per_year"));
        return Figure::missing(id, Unit::Sek, Kind::Estimated, missing);
    };
    let mut steps = Steps::default();
    let absence = Operand::new("absence_per_year", absence.0, Unit::Sek);
    steps.sum(id, Unit::Sek, &[absence, Operand::new("loss_before", loss_value, Unit::Sek)]);
    Figure::new(id, Unit::Sek, Kind::Estimated, steps.0).with_caveats(&["own_estimate"])
}

/// What is saved when fewer leave: leavers avoided in a year × what a leaver costs.
#[must_use]
pub fn turnover(leavers: Option<f64>, cost: Option<Sek>) -> Figure {
    let id = "turnover_saving";
    let Some((leavers, cost)) = leavers.zip(cost) else {
        let missing = [leavers.is_none().then_some("leavers_avoided"), cost.is_none().then_some("cost_per_leaver")];
        return Figure::missing(id, Unit::Sek, Kind::Estimated, missing.into_iter().flatten().collect());
    };
    let mut steps = Steps::default();
    let leavers = Operand::new("leavers_avoided", leavers, Unit::Count).given(true);
    let cost = Operand::new("cost_per_leaver", cost.0, Unit::Sek).given(true);
    steps.product(id, Unit::Sek, &[leavers, cost]);
    Figure::new(id, Unit::Sek, Kind::Estimated, steps.0)
}
