//! What came of the investment, as the page shows it.

use std::collections::BTreeMap;

use super::model::{
    DrawnFrom, FigureView, FollowUpMeasure, FollowUpMonth, FollowUpResult, FollowUpSettings, FollowUpUnit, FollowUpView, Kind, Origin,
    PastedLine, PastedView, UncertaintyView,
};
use super::range::{FOLLOW_UP_COST, FOLLOW_UP_MONTHS, HEADCOUNT, Problems, Reader, VALUE_PER_DAY};
use crate::evaluation::{
    Answer, Basis, Chances, Evaluation, Index, Lack, Measure, MonthChange, Plan, Series, Terms, Uncertainty, Worth, read_index,
};
use crate::figure::Figure;
use crate::order;
use crate::quantity::{Month, Sek};
use crate::read;

/// No period is longer.
const LONGEST: i32 = 120;
/// Lines set aside that are told.
const TOLD: usize = 100;
/// Which draws: the year that the first evaluation of this kind began.
const SEED: u64 = 2018;

/// What a day is worth by the method, where the user has no value of their own.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct DayValues {
    /// Of a short net day, kronor.
    pub short: Option<f64>,
    /// Of a long one.
    pub long: Option<f64>,
}

/// What the settings ask for, on the data.
struct Asked<'a> {
    series: &'a Series,
    settings: &'a FollowUpSettings,
    plan: Option<Plan>,
    proposed: bool,
    index: Option<Index>,
    terms: Terms,
    problems: Problems,
}

/// What came of the investment. `chances` keeps what takes long.
#[must_use]
pub fn follow_up_view(series: &Series, values: DayValues, settings: &FollowUpSettings, steps: bool, chances: &mut Chances) -> FollowUpView {
    Asked::new(series, values, settings).view(steps, chances)
}

/// An answer with its steps; `key` is empty, `with_disturbed`, or a month. `None` for a name or key that is none of ours.
#[must_use]
pub fn explain_follow_up(series: &Series, values: DayValues, settings: &FollowUpSettings, name: &str, key: &str) -> Option<Figure> {
    let asked = Asked::new(series, values, settings);
    let evaluation = Evaluation { series, plan: asked.plan.as_ref()? };
    if name == "month_change" {
        let month = read::as_month(key)?;
        return evaluation.explain_month(month, false).or_else(|_| evaluation.explain_month(month, true)).ok();
    }
    let answer = Answer::ALL.into_iter().find(|answer| answer.id() == name)?;
    Some(evaluation.worth(&asked.terms, key == "with_disturbed")?.explain(answer))
}

impl<'a> Asked<'a> {
    fn new(series: &'a Series, values: DayValues, settings: &'a FollowUpSettings) -> Self {
        let mut reader = Reader::default();
        let terms = Terms {
            own: reader.named(&VALUE_PER_DAY, "value_per_day", settings.value_per_day).map(Sek),
            short: values.short.map(Sek),
            long: values.long.map(Sek),
            employees: reader.named(&HEADCOUNT, "employees", settings.employees),
            cost: reader.named(&FOLLOW_UP_COST, "cost", settings.cost).map(Sek),
            months: reader.named(&FOLLOW_UP_MONTHS, "months", settings.months),
        };
        let (periods, proposed) = periods(series, settings, &mut reader);
        let index = settings.index.as_deref().filter(|text| !text.trim().is_empty()).map(read_index);
        let comparison = places(series, &settings.comparison);
        let treated = places(series, &settings.treated);
        if comparison.iter().any(|unit| treated.contains(unit)) {
            reader.refuse("comparison", "in_both");
        } else if comparison.len() < settings.comparison.len() || treated.len() < settings.treated.len() {
            reader.refuse("comparison", "not_here");
        }
        let comparison: Vec<usize> = comparison.into_iter().filter(|unit| !treated.contains(unit)).collect();
        let plan = periods.map(|(reference, follow_up)| Plan {
            reference,
            follow_up,
            measure: settings.measure.map(Measure::from).unwrap_or_default(),
            index: index.as_ref().map(|index| index.values.clone()).unwrap_or_default(),
            treated: if treated.is_empty() { all_but(series, &comparison, (reference, follow_up)) } else { Some(treated) },
            comparison,
            disturbed: settings.disturbed.iter().filter_map(|month| read::as_month(month)).collect(),
        });
        Self { series, settings, plan, proposed, index, terms, problems: reader.problems }
    }

    fn view(self, steps: bool, chances: &mut Chances) -> FollowUpView {
        let evaluation = self.plan.as_ref().map(|plan| Evaluation { series: self.series, plan });
        let worth = evaluation.and_then(|evaluation| evaluation.worth(&self.terms, false));
        // Two years that nobody chose are no evaluation: what chance has in them is not told.
        let mut chance = |evaluation: &Evaluation, all| if self.proposed { None } else { chances.of(evaluation, all, SEED) };
        let result = evaluation.zip(worth.as_ref()).map(|(evaluation, worth)| result(worth, chance(&evaluation, false)));
        let marked = evaluation.filter(|evaluation| !evaluation.plan.disturbed.is_empty());
        let with_disturbed =
            marked.and_then(|evaluation| Some(self::result(&evaluation.worth(&self.terms, true)?, chance(&evaluation, true))));
        let (one_value, by_method) = self.value_per_day();
        let period = |of: fn(&Plan) -> Month| self.plan.as_ref().map(|plan| of(plan).to_string());
        let origin = |given: bool, known: bool| match (given, known) {
            (true, _) => Origin::Given,
            (false, true) => Origin::Data,
            (false, false) => Origin::Missing,
        };
        FollowUpView {
            available: self.available(),
            reference_from: period(|plan| plan.reference.0),
            reference_to: period(|plan| plan.reference.1),
            follow_up_from: period(|plan| plan.follow_up.0),
            follow_up_to: period(|plan| plan.follow_up.1),
            proposed: self.proposed,
            measure: self.settings.measure.unwrap_or(FollowUpMeasure::Short),
            units: self.units(),
            index: self
                .index
                .as_ref()
                .map(|index| pasted(index.pasted, index.values.len(), index.set_aside.iter().map(|(line, aside)| (*line, aside.id())))),
            months: evaluation.map(|evaluation| months(&evaluation)).unwrap_or_default(),
            result,
            result_with_disturbed: with_disturbed,
            value_per_day: one_value,
            value_origin: origin(self.terms.own.is_some(), by_method),
            value_short_day: self.terms.short.map(|value| value.0),
            value_long_day: self.terms.long.map(|value| value.0),
            employees: worth.as_ref().map(Worth::employees).or(self.terms.employees),
            employees_origin: origin(self.terms.employees.is_some(), worth.is_some()),
            cost: self.terms.cost.map(|cost| cost.0),
            run_months: self.terms.months,
            months_so_far: evaluation.map_or(0, |evaluation| count(evaluation.months_so_far())),
            figures: steps.then(|| figures(worth.as_ref())),
            problems: order::by_name(self.problems),
        }
    }

    /// The one value of all days, if they have one, and whether the method has what is needed.
    fn value_per_day(&self) -> (Option<f64>, bool) {
        let Terms { own, short, long, .. } = self.terms;
        let value = match self.settings.measure.unwrap_or(FollowUpMeasure::Short) {
            FollowUpMeasure::Short => short,
            FollowUpMeasure::Long => long,
            FollowUpMeasure::All => return (own.map(|value| value.0), short.is_some() && long.is_some()),
        };
        (own.or(value).map(|value| value.0), value.is_some())
    }

    fn available(&self) -> Vec<String> {
        let known = self.series.months().zip(&self.series.whole).filter(|(_, cell)| cell.known);
        known.map(|(month, _)| month.to_string()).collect()
    }

    fn units(&self) -> Vec<FollowUpUnit> {
        if self.series.units.len() < 2 {
            return Vec::new();
        }
        let plan = self.plan.as_ref();
        let unit = |(at, (unit, department)): (usize, &(String, String))| FollowUpUnit {
            key: key(unit, department),
            unit: unit.clone(),
            department: (!department.is_empty()).then(|| department.clone()),
            treated: plan.is_none_or(|plan| plan.treated.as_ref().is_none_or(|treated| treated.contains(&at))),
            comparison: plan.is_some_and(|plan| plan.comparison.contains(&at)),
            employees_known: self.series.cells.get(at).is_some_and(|cells| cells.iter().any(|cell| cell.employees > 0.0)),
        };
        self.series.units.iter().enumerate().map(unit).collect()
    }
}

/// The periods of the settings, else two years to propose, and whether they are proposed.
#[allow(clippy::type_complexity)]
fn periods(series: &Series, settings: &FollowUpSettings, reader: &mut Reader) -> (Option<((Month, Month), (Month, Month))>, bool) {
    let given =
        [("reference", &settings.reference_from, &settings.reference_to), ("follow_up", &settings.follow_up_from, &settings.follow_up_to)];
    if given.iter().all(|(_, from, to)| from.is_none() && to.is_none()) {
        let proposed = series.last_two_years();
        return (proposed, proposed.is_some());
    }
    let mut read = [None, None];
    for ((id, from, to), place) in given.into_iter().zip(&mut read) {
        match period(from.as_deref(), to.as_deref()) {
            Ok(period) => *place = period,
            Err(problem) => reader.refuse(id, problem),
        }
    }
    let [Some(reference), Some(follow_up)] = read else { return (None, false) };
    if follow_up.1 < reference.0 {
        reader.refuse("follow_up", "before_reference");
        return (None, false);
    }
    if reference.0 <= follow_up.1 && follow_up.0 <= reference.1 {
        reader.refuse("follow_up", "periods_overlap");
        return (None, false);
    }
    (Some((reference, follow_up)), false)
}

/// A period by its first and last month; nothing while one is left out.
fn period(from: Option<&str>, to: Option<&str>) -> Result<Option<(Month, Month)>, &'static str> {
    let month = |text: Option<&str>| text.map(|text| read::as_month(text.trim()).ok_or("not_a_month")).transpose();
    match (month(from)?, month(to)?) {
        (Some(from), Some(to)) if to < from => Err("to_before_from"),
        (Some(from), Some(to)) if to.number() - from.number() >= LONGEST => Err("period_too_long"),
        (Some(from), Some(to)) => Ok(Some((from, to))),
        _ => Ok(None),
    }
}

/// A unit's name, after its department and a tab where there are departments.
fn key(unit: &str, department: &str) -> String {
    if department.is_empty() { unit.into() } else { [department, "\t", unit].concat() }
}

fn places(series: &Series, keys: &[String]) -> Vec<usize> {
    let units = series.units.iter().enumerate();
    units.filter(|(_, (unit, department))| keys.contains(&key(unit, department))).map(|(at, _)| at).collect()
}

/// All units but those that are compared with; `None` for everyone together. Where only some units tell how many work there, it is these.
fn all_but(series: &Series, comparison: &[usize], (reference, follow_up): ((Month, Month), (Month, Month))) -> Option<Vec<usize>> {
    let looked_at = |month: Month| [reference, follow_up].iter().any(|(first, last)| *first <= month && month <= *last);
    let open = series.months().zip(&series.whole).any(|(month, cell)| looked_at(month) && cell.known && cell.employees <= 0.0);
    let told = open && series.cells.iter().flatten().any(|cell| cell.employees > 0.0);
    (told || !comparison.is_empty()).then(|| (0..series.units.len()).filter(|unit| !comparison.contains(unit)).collect())
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// How a pasted text was read.
pub(super) fn pasted<'a>(all: usize, used: usize, aside: impl ExactSizeIterator<Item = (usize, &'a str)>) -> PastedView {
    PastedView {
        pasted: count(all),
        used: count(used),
        set_aside: count(aside.len()),
        lines: aside.take(TOLD).map(|(line, reason)| PastedLine { line: count(line), reason: reason.into() }).collect(),
    }
}

fn months(evaluation: &Evaluation) -> Vec<FollowUpMonth> {
    let measure = evaluation.plan.measure;
    let month = |month: Month| {
        let disturbed = evaluation.plan.disturbed.contains(&month);
        match evaluation.month(month, measure, false) {
            Ok(compared) => month_view(&compared, disturbed, true),
            // A disturbed month is shown as it would have counted.
            Err(lack) => evaluation.month(month, measure, true).map_or_else(
                |with| blank(month, disturbed, if disturbed { with } else { lack }),
                |compared| month_view(&compared, disturbed, false),
            ),
        }
    };
    evaluation.follow_up().map(month).collect()
}

fn month_view(of: &MonthChange, disturbed: bool, counted: bool) -> FollowUpMonth {
    FollowUpMonth {
        month: of.month.to_string(),
        reference_months: of.references.iter().map(ToString::to_string).collect(),
        reference: Some(of.reference),
        expected: Some(of.expected),
        actual: Some(of.actual),
        comparison: of.comparison,
        difference: Some(of.difference),
        employees: Some(of.employees),
        units_left_out: count(of.units_left_out),
        disturbed,
        counted,
        lacks: None,
    }
}

fn blank(month: Month, disturbed: bool, lack: Lack) -> FollowUpMonth {
    FollowUpMonth {
        month: month.to_string(),
        reference_months: Vec::new(),
        reference: None,
        expected: None,
        actual: None,
        comparison: None,
        difference: None,
        employees: None,
        units_left_out: 0,
        disturbed,
        counted: false,
        lacks: Some(lack.id().into()),
    }
}

fn result(worth: &Worth, chance: Option<Uncertainty>) -> FollowUpResult {
    let total = worth.total();
    let answer = |answer| worth.answer(answer);
    FollowUpResult {
        months: count(total.months),
        reference: total.reference,
        expected: total.expected,
        actual: total.actual,
        comparison: total.comparison,
        change: total.change(),
        change_percent: total.percent(),
        days_saved: answer(Answer::DaysSaved),
        saving: answer(Answer::Saving),
        cost_so_far: answer(Answer::CostSoFar),
        net: answer(Answer::Net),
        saving_extrapolated: answer(Answer::SavingExtrapolated),
        net_extrapolated: answer(Answer::NetExtrapolated),
        uncertainty: chance.map(|chance| uncertainty_view(&chance, worth)),
        kind: Kind::Estimated,
    }
}

fn uncertainty_view(of: &Uncertainty, worth: &Worth) -> UncertaintyView {
    let saving = |change: f64| Some(-change * worth.employees() * worth.value_per_day()?.0);
    UncertaintyView {
        drawn: match of.basis {
            Basis::Months => DrawnFrom::Months,
            Basis::Units => DrawnFrom::Units,
        },
        draws: count(of.draws),
        low: of.low,
        high: of.high,
        fell: of.fell.as_percent(),
        saving_low: saving(of.high),
        saving_high: saving(of.low),
    }
}

fn figures(worth: Option<&Worth>) -> BTreeMap<String, FigureView> {
    let figures = worth.into_iter().flat_map(|worth| Answer::ALL.into_iter().map(|answer| worth.explain(answer)));
    order::by_name(figures.map(|figure| (figure.id.to_string(), FigureView::from(figure))))
}
