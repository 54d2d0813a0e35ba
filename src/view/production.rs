//! What is lost at work, as the page shows it.

use super::follow_up::pasted;
use super::model::{
    FigureView, Kind, Origin, PastedView, ProblemSettings, ProblemsView, ProductionRule, ProductionSettings, ProductionTaken,
    ProductionView,
};
use super::range::{
    ANSWERED, COST_PER_HOUR, COST_PER_LEAVER, EFFECT_AT_WORK, HEADCOUNT, HOURS_PER_YEAR, LEAVERS, Problems as Refused, Range, Reader,
    STAFF_AFFECTED,
};
use crate::figure::Figure;
use crate::order;
use crate::productivity::{Answer, FEWEST_ANSWERS, Loss, Pair, Problems, Rule, Work, gained, read_answers, turnover, with_absence};
use crate::quantity::{Sek, Share};

/// What is known of the work without the user saying it.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct WorkKnown {
    /// Working hours of an employee in a year.
    pub hours_per_year: Option<f64>,
    /// Number of employees, by the data.
    pub employees: Option<f64>,
    /// What an hour of work costs, kronor.
    pub cost_per_hour: Option<f64>,
    /// What absence is estimated to cost in a year, kronor.
    pub absence: Option<f64>,
}

/// What was answered at one time.
struct Answered {
    problems: Problems,
    pasted: Option<PastedView>,
    people: Option<u32>,
    too_few: bool,
}

/// What the settings ask for.
struct Asked<'a> {
    settings: &'a ProductionSettings,
    before: Answered,
    after: Answered,
    rule: Rule,
    work: Work,
    absence: Option<Sek>,
    leavers: Option<f64>,
    cost_per_leaver: Option<Sek>,
    problems: Refused,
}

/// What is lost at work.
#[must_use]
pub fn production_view(known: WorkKnown, settings: &ProductionSettings, steps: bool) -> ProductionView {
    Asked::new(known, settings).view(known, steps)
}

/// A figure with its steps; `key` is `before` or `after` for the loss at one time, and empty for the rest. `None` for a name that is none
/// of ours.
#[must_use]
pub fn explain_production(known: WorkKnown, settings: &ProductionSettings, name: &str, key: &str) -> Option<Figure> {
    let asked = Asked::new(known, settings);
    if let Some(answer) = Answer::ALL.into_iter().find(|answer| answer.id() == name) {
        return Some(asked.loss(if key == "after" { &asked.after } else { &asked.before }).explain(answer));
    }
    asked.other_figures().into_iter().find(|figure| figure.id == name)
}

impl<'a> Asked<'a> {
    fn new(known: WorkKnown, settings: &'a ProductionSettings) -> Self {
        let mut reader = Reader::default();
        let hours = reader.named(&HOURS_PER_YEAR, "hours_per_year", settings.hours_per_year);
        let employees = reader.named(&HEADCOUNT, "employees", settings.employees);
        let cost = reader.named(&COST_PER_HOUR, "cost_per_hour", settings.cost_per_hour);
        let work = Work {
            hours_per_year: hours.or(known.hours_per_year),
            hours_given: hours.is_some(),
            employees: employees.or(known.employees),
            employees_given: employees.is_some(),
            cost_per_hour: cost.or(known.cost_per_hour).map(Sek),
            cost_given: cost.is_some(),
        };
        let leavers = reader.named(&LEAVERS, "leavers_avoided", settings.leavers_avoided);
        let cost_per_leaver = reader.named(&COST_PER_LEAVER, "cost_per_leaver", settings.cost_per_leaver).map(Sek);
        let before = answered("before_", &settings.before, &mut reader);
        let after = answered("after_", &settings.after, &mut reader);
        let rule = match settings.rule {
            Some(ProductionRule::SumCapped) => Rule::SumCapped,
            Some(ProductionRule::Larger) | None => Rule::Larger,
        };
        Self { settings, before, after, rule, work, absence: known.absence.map(Sek), leavers, cost_per_leaver, problems: reader.problems }
    }

    fn loss(&self, at: &Answered) -> Loss {
        Loss { problems: at.problems, rule: self.rule, work: self.work }
    }

    fn other_figures(&self) -> Vec<Figure> {
        let (before, after) = (self.loss(&self.before), self.loss(&self.after));
        let gains = Answer::ALL.into_iter().map(|answer| gained(&before, &after, answer));
        gains.chain([turnover(self.leavers, self.cost_per_leaver), with_absence(&before, self.absence)]).collect()
    }

    fn view(self, known: WorkKnown, steps: bool) -> ProductionView {
        let (before, after) = (self.loss(&self.before), self.loss(&self.after));
        let gain = |answer| gained(&before, &after, answer).value();
        let figures = steps.then(|| {
            let of = |when: &'static str, loss: Loss| {
                Answer::ALL.into_iter().map(move |answer| ([answer.id(), "_", when].concat(), FigureView::from(loss.explain(answer))))
            };
            let others = self.other_figures().into_iter().map(|figure| (figure.id.to_string(), FigureView::from(figure)));
            order::by_name(of("before", before).chain(of("after", after)).chain(others))
        });
        ProductionView {
            rule: self.settings.rule.unwrap_or(ProductionRule::Larger),
            hours_per_year: self.work.hours_per_year,
            hours_origin: origin(self.work.hours_given, known.hours_per_year, Origin::Default),
            employees: self.work.employees,
            employees_origin: origin(self.work.employees_given, known.employees, Origin::Data),
            cost_per_hour: self.work.cost_per_hour.map(|cost| cost.0),
            cost_origin: origin(self.work.cost_given, known.cost_per_hour, Origin::Default),
            gained_percent: gain(Answer::Share),
            gained_hours: gain(Answer::Hours),
            gained: gain(Answer::Kronor),
            turnover_saving: turnover(self.leavers, self.cost_per_leaver).value(),
            with_absence: with_absence(&before, self.absence).value().filter(|_| self.settings.include),
            included: before.answer(Answer::Kronor).filter(|_| self.settings.include),
            kind: Kind::Estimated,
            figures,
            before: problems_view(self.before, &before),
            after: problems_view(self.after, &after),
            problems: order::by_name(self.problems),
        }
    }
}

fn origin(given: bool, known: Option<f64>, otherwise: Origin) -> Origin {
    match (given, known) {
        (true, _) => Origin::Given,
        (false, Some(_)) => otherwise,
        (false, None) => Origin::Missing,
    }
}

/// What was answered: by the pasted answers where there are any, else as given. Nothing when too few answered.
fn answered(when: &str, settings: &ProblemSettings, reader: &mut Reader) -> Answered {
    let mut number = |id: &str, range: &Range, given| reader.named(range, &[when, id].concat(), given);
    let mut pair = |ids: (&str, &str), affected, effect| {
        let (affected, effect) = (number(ids.0, &STAFF_AFFECTED, affected), number(ids.1, &EFFECT_AT_WORK, effect));
        affected.zip(effect).map(|(affected, effect)| Pair { affected: Share::percent(affected), effect })
    };
    let given = Problems {
        health: pair(("health_affected", "health_effect"), settings.health_affected, settings.health_effect),
        environment: pair(("environment_affected", "environment_effect"), settings.environment_affected, settings.environment_effect),
    };
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // whole, and within its range
    let said = number("answered", &ANSWERED, settings.answered).map(|answered| answered as u32);
    let read = settings.answers.as_deref().filter(|text| !text.trim().is_empty()).map(read_answers);
    let (problems, people) = match &read {
        Some(read) => (read.problems(), u32::try_from(read.used).ok()),
        None => (given, said),
    };
    let too_few = people.is_some_and(|people| (people as usize) < FEWEST_ANSWERS);
    Answered {
        problems: if too_few { Problems::default() } else { problems },
        pasted: read.map(|read| pasted(read.pasted, read.used, read.set_aside.iter().map(|(line, aside)| (*line, aside.id())))),
        people,
        too_few,
    }
}

fn problems_view(of: Answered, loss: &Loss) -> ProblemsView {
    let Problems { health, environment } = of.problems;
    let alone = |problems: Problems| Loss { problems, ..*loss }.answer(Answer::Share);
    ProblemsView {
        pasted: of.pasted,
        answered: of.people,
        too_few: of.too_few,
        health_affected: health.map(|pair| pair.affected.as_percent()),
        health_effect: health.map(|pair| pair.effect),
        environment_affected: environment.map(|pair| pair.affected.as_percent()),
        environment_effect: environment.map(|pair| pair.effect),
        health_loss: alone(Problems { health, environment: None }),
        environment_loss: alone(Problems { health: None, environment }),
        loss: loss.answer(Answer::Share),
        taken: loss.taken().map(ProductionTaken::from),
        hours: loss.answer(Answer::Hours),
        sek: loss.answer(Answer::Kronor),
    }
}
