//! Whether the investments carry themselves, as the page shows it.

use std::collections::BTreeMap;

use super::cases::{Described, Elsewhere, Shared};
use super::contract::{Agreed, ContractDefaults, contract_view};
use super::model::{
    BarView, CardView, CaseSettings, CaseView, ClassView, CombinedView, CurvePoint, DriverView, EffectUnit, EstimateSettings, EstimateView,
    FigureView, InvestmentSettings, InvestmentView, Kind, MapPoint, MapView, OutcomeView, PerspectiveView, PlaceName, ScenarioView,
    SimulationView, UncertainInput,
};
use super::range::{self, Problems, Range, Reader};
use crate::figure::Figure;
use crate::investment::{
    Answer, Baseline, Case, Clock, Coverage, Ground, Input, MOST, Outcome, Perspective, Point, Scenario, Simulation, Stream, Uncertain,
    overlaps,
};
use crate::order;
use crate::quantity::Sek;
use crate::rules::{CARDS, Card, Estimate};

/// Months within which an investment must carry itself when the user does not say.
pub const DEFAULT_HORIZON: f64 = 12.0;

static NOTHING: [CaseSettings; 1] = [CaseSettings::NOTHING];

/// The cases that the settings describe.
pub(super) struct Planned<'a> {
    ground: &'a Ground,
    settings: &'a InvestmentSettings,
    shared: Shared,
    cases: Vec<Described<'a>>,
    problems: Problems,
}

impl<'a> Planned<'a> {
    pub fn new(settings: &'a InvestmentSettings, ground: &'a Ground, elsewhere: Elsewhere) -> Self {
        let mut reader = Reader::default();
        let clock = Clock {
            horizon: reader.value(&range::HORIZON, settings.horizon).unwrap_or(DEFAULT_HORIZON),
            discount: reader.value(&range::DISCOUNT, settings.discount).unwrap_or(ground.discount) / 100.0,
        };
        let perspective = settings.perspective.map_or(Perspective::Employer, Perspective::from);
        let shared = Shared {
            clock,
            perspective,
            value: reader.bounds(&range::VALUE, &settings.value),
            days: reader.bounds(&range::DAYS, &settings.days),
            hourly_cost: reader.value(&range::HOURLY_COST, settings.hourly_cost).or(ground.hourly_cost),
            value_spell: reader.value(&range::VALUE_SPELL, settings.value_spell),
            elsewhere,
        };
        if settings.cases.len() > MOST {
            reader.refuse("cases", "too_many");
        }
        // There is always one, which may be empty.
        let given = if settings.cases.is_empty() { &NOTHING[..] } else { &settings.cases };
        let cases = given.iter().take(MOST).map(|case| shared.described(case, ground)).collect();
        Self { ground, settings, shared, cases, problems: reader.problems }
    }

    pub fn view(&self, steps: bool) -> InvestmentView {
        let whole = &self.ground.whole;
        let Shared { clock, perspective, .. } = self.shared;
        let values = whole.values.get(perspective as usize).copied().unwrap_or_default();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a number of months
        let baseline_months = whole.months as u32;
        InvestmentView {
            horizon: clock.horizon,
            discount: clock.discount * 100.0,
            discount_given: range::DISCOUNT.accepted(self.settings.discount).is_some(),
            perspective: perspective.into(),
            spread: self.ground.spread,
            hourly_cost: range::HOURLY_COST.accepted(self.settings.hourly_cost).or(self.ground.hourly_cost),
            hourly_cost_default: self.ground.hourly_cost,
            value_short_day: values.short,
            value_long_day: values.long,
            short_net_days_per_year: whole.short,
            long_net_days_per_year: whole.long,
            employees: whole.employees,
            baseline_months,
            units: self.ground.series.units.iter().map(place_name).collect(),
            cases: self.cases.iter().enumerate().map(|(at, case)| case.view(self, at == self.shown(), steps)).collect(),
            combined: self.combined(),
            contract: contract_view(&self.settings.contract, self.contract_defaults(), steps),
            cards: CARDS.iter().map(card_view).collect(),
            limits: order::by_name(range::OF_INVESTMENTS.into_iter().map(Range::limit)),
            kind: Kind::Estimated,
            figures: None,
            problems: order::by_name(self.problems.iter().cloned()),
        }
    }

    /// An answer with its steps; `None` for a name that is none of ours.
    pub fn explain(&self, name: &str, case: &str) -> Option<Figure> {
        if let Some(figure) = Agreed::new(&self.settings.contract, self.contract_defaults()).explain(name) {
            return Some(figure);
        }
        let at: usize = if case.is_empty() { 0 } else { case.parse().ok()? };
        let answer = Answer::ALL.into_iter().find(|answer| answer.id() == name)?;
        self.cases.get(at).map(|case| case.uncertain.case.explain(answer))
    }

    /// Which of the cases is shown.
    fn shown(&self) -> usize {
        self.settings.shown.unwrap_or(0) as usize
    }

    /// What the case that is shown says of an outcome contract, in kronor as they are paid: a contract knows no discount.
    fn contract_defaults(&self) -> ContractDefaults {
        let Some(described) = self.cases.get(self.shown()).filter(|described| described.problems.is_empty()) else {
            return ContractDefaults::default();
        };
        let case = &described.uncertain.case;
        let paid = Case { clock: Clock { discount: 0.0, ..case.clock }, ..*case };
        let only_days = Case { effects: [case.effects[0], case.effects[1], None, None, None, None], ..paid };
        let whole_cost = paid.answer(Answer::Cost).filter(|cost| *cost > 0.0);
        if only_days.effects.iter().all(Option::is_none) {
            let value_per_day = case.baseline.value_short.map(|value| value.0);
            return ContractDefaults { whole_cost, value_per_day, days_saved: None };
        }
        // A day of the mix that is saved. Where the days fall and the cost grows, or the other way, a day has no one value.
        let saved = only_days.answer(Answer::HighestCost).map(|saving| (saving, only_days.saved_net_days()));
        let value_per_day = saved.filter(|(_, days)| *days != 0.0).map(|(saving, days)| saving / days).filter(|value| *value > 0.0);
        ContractDefaults { whole_cost, value_per_day, days_saved: saved.map(|(_, days)| days) }
    }

    /// Those that are looked at together.
    fn together(&self) -> Vec<&Described<'a>> {
        self.cases.iter().filter(|case| case.counts()).collect()
    }

    fn combined(&self) -> Option<CombinedView> {
        let cases = self.together();
        if cases.len() < 2 {
            return None;
        }
        let effects: Vec<[f64; 6]> = cases.iter().map(|case| case.uncertain.case.effects.map(|effect| effect.unwrap_or(0.0))).collect();
        let twice: f64 = overlaps_of(&cases).iter().map(|overlap| overlap.saved_twice(&effects, None)).sum();
        let sum = |answer: Answer| cases.iter().map(|case| case.uncertain.case.answer(answer)).sum::<Option<f64>>();
        let saving = sum(Answer::HighestCost).map(|saving| saving - twice);
        let cost = sum(Answer::Cost).unwrap_or(0.0);
        let count = u32::try_from(cases.len()).unwrap_or(u32::MAX);
        Some(CombinedView { cases: count, cost, saving, twice, result: saving.map(|saving| saving - cost) })
    }

    /// Draws of the cases that have both a cost and an effect, and their places; `None` where none has.
    pub fn simulation(&self, draws: u32, seed: u32) -> Option<(Simulation, Vec<u32>)> {
        let has_both = |(_, case): &(u32, &Described)| case.counts() && case.uncertain.case.answer(Answer::Result).is_some();
        let (places, cases): (Vec<u32>, Vec<&Described>) = (0..).zip(&self.cases).filter(has_both).unzip();
        if cases.is_empty() {
            return None;
        }
        let all: Vec<Uncertain> = cases.iter().map(|case| case.uncertain.clone()).collect();
        Some((Simulation::new(&all, overlaps_of(&cases), draws, seed), places))
    }
}

/// What cases would save twice.
fn overlaps_of(cases: &[&Described]) -> Vec<crate::investment::Overlap> {
    let all: Vec<Case> = cases.iter().map(|case| case.uncertain.case).collect();
    let covers: Vec<Coverage> = cases.iter().map(|case| case.coverage).collect();
    let baseline = |unit: Option<usize>| {
        let of = |coverage: &Coverage| coverage.unit == unit;
        let known = covers.iter().position(of).and_then(|at| cases.get(at));
        known.map_or_else(Baseline::default, |case| case.group)
    };
    overlaps(&all, &covers, &baseline)
}

impl Described<'_> {
    /// Whether it is looked at beside others: it costs something, and nothing that was said of it was refused.
    fn counts(&self) -> bool {
        let costs = self.uncertain.case.answer(Answer::Cost).is_some_and(|cost| cost > 0.0) || !self.uncertain.case.pays;
        costs && self.problems.is_empty()
    }

    /// What is told of it; of one that is not shown, what it hangs on and what it means to others is left out, unless all steps are wanted.
    fn view(&self, planned: &Planned, shown: bool, steps: bool) -> CaseView {
        let case = &self.uncertain.case;
        let Case { costs, baseline, effects, .. } = case;
        let answer = |answer| case.answer(answer);
        let whole = shown || steps;
        let uncertain = whole && answer(Answer::Result).is_some();
        let plain = Case { clock: Clock { discount: 0.0, ..case.clock }, ..*case };
        let monthly = answer(Answer::SavingPerMonth);
        let scenarios = uncertain.then(|| Scenario::ALL.map(|scenario| (scenario, self.uncertain.scenario(scenario))));
        CaseView {
            verdict: case.verdict().into(),
            start: costs.start.0,
            monthly: costs.monthly.0,
            months: costs.months.min(case.clock.horizon),
            participants: (costs.participants > 0.0).then_some(costs.participants),
            cost: answer(Answer::Cost).unwrap_or(0.0),
            value_short_day: baseline.value_short.map(|value| value.0),
            value_long_day: baseline.value_long.map(|value| value.0),
            short_net_days_per_year: baseline.short.map(|days| days.0),
            long_net_days_per_year: baseline.long.map(|days| days.0),
            needed_short_net_days: answer(Answer::NeededShortNetDays),
            needed_short_net_days_per_year: case.needed_per_year(),
            needed_percent: answer(Answer::NeededPercent),
            needed_full_time_equivalents: answer(Answer::NeededPosts),
            needed_spells: answer(Answer::NeededSpells),
            needed_long_net_days: answer(Answer::NeededLongNetDays),
            needed_long_percent: answer(Answer::NeededLongPercent),
            needed_both_percent: answer(Answer::NeededBothPercent),
            break_even: case
                .break_even_line()
                .into_iter()
                .map(|(short, long)| MapPoint { across: short * 100.0, down: long * 100.0 })
                .collect(),
            saving_of_all_short: answer(Answer::SavingOfAllShort),
            effect_short: effects[0].map(|share| share * 100.0),
            effect_long: effects[1].map(|share| share * 100.0),
            saving_per_month: monthly,
            highest_cost: answer(Answer::HighestCost),
            payback_months: answer(Answer::Payback),
            result_at_horizon: answer(Answer::Result),
            result_undiscounted: plain.answer(Answer::Result),
            return_percent: answer(Answer::Return),
            benefit_cost: answer(Answer::BenefitCost),
            cost_of_waiting: answer(Answer::Waiting),
            saved_net_days: monthly.map(|_| case.saved_net_days()),
            curve: if whole { curve(case, scenarios.as_ref()) } else { Vec::new() },
            curve_at_given_effect: monthly.is_some(),
            scenarios: scenarios.iter().flatten().map(scenario_view).collect(),
            tornado: if uncertain { self.uncertain.bars().iter().map(bar_view).collect() } else { Vec::new() },
            map: if uncertain && planned.settings.map.shown { self.map(planned.settings) } else { None },
            perspectives: if whole { self.perspectives(planned) } else { Vec::new() },
            as_card: self
                .settings
                .card
                .as_deref()
                .and_then(|id| CARDS.iter().find(|card| card.id == id))
                .is_some_and(|card| self.is_as(card)),
            figures: steps.then(|| {
                let figures = Answer::ALL.iter().map(|answer| (answer.id().to_string(), FigureView::from(case.explain(*answer))));
                order::by_name(figures)
            }),
            problems: order::by_name(self.problems.iter().cloned()),
        }
    }

    /// The map of two inputs: those chosen, else effects and then what else is uncertain.
    fn map(&self, settings: &InvestmentSettings) -> Option<MapView> {
        let inputs: Vec<Input> = self.uncertain.spreads.iter().map(|spread| spread.input).collect();
        let chosen = |input: Option<UncertainInput>| input.map(Input::from).filter(|input| inputs.contains(input));
        let across = chosen(settings.map.across).or(inputs.first().copied())?;
        let down = chosen(settings.map.down).filter(|down| *down != across).or(inputs.into_iter().find(|input| *input != across))?;
        let map = self.uncertain.map(across, down)?;
        let point = |(x, y): (f64, f64)| MapPoint { across: shown(across, x), down: shown(down, y) };
        Some(MapView {
            across: across.into(),
            down: down.into(),
            across_values: map.across.iter().map(|value| shown(across, *value)).collect(),
            down_values: map.down.iter().map(|value| shown(down, *value)).collect(),
            results: map.results,
            line: map.line.into_iter().map(point).collect(),
        })
    }

    fn perspectives(&self, planned: &Planned) -> Vec<PerspectiveView> {
        let view = |perspective: Perspective| {
            let shared = Shared { perspective, ..planned.shared };
            let other = shared.described(self.settings, planned.ground).uncertain.case;
            PerspectiveView {
                id: perspective.into(),
                value_short_day: other.baseline.value_short.map(|value| value.0),
                value_long_day: other.baseline.value_long.map(|value| value.0),
                cost: other.answer(Answer::Cost).unwrap_or(0.0),
                saving: other.answer(Answer::HighestCost),
                result: other.answer(Answer::Result),
            }
        };
        Perspective::ALL.into_iter().map(view).collect()
    }

    /// Whether the effects stand as a card gives them.
    fn is_as(&self, card: &Card) -> bool {
        let same = |given: &EstimateSettings, of: Estimate| (given.low, given.base, given.high) == (of.low, of.base, of.high);
        let in_days = self.settings.effect_unit == Some(EffectUnit::DaysPerEmployee);
        in_days == card.in_days && same(&self.settings.effect_short, card.short) && same(&self.settings.effect_long, card.long)
    }
}

/// Cumulated cost and saving, and what is between them if all speaks against the investment or for it.
fn curve(case: &Case, scenarios: Option<&[(Scenario, Case); 3]>) -> Vec<CurvePoint> {
    let Some(saving) = case.curve_saving() else { return Vec::new() };
    let net = |case: &Case| {
        let saving = case.answer(Answer::SavingPerMonth).map_or(Sek::ZERO, Sek);
        case.course(saving, case.clock.horizon).into_iter().map(|point| point.net().0).collect::<Vec<f64>>()
    };
    let (low, high) = scenarios.map(|[(_, low), _, (_, high)]| (net(low), net(high))).unwrap_or_default();
    let point = |(at, point): (usize, Point)| CurvePoint {
        month: point.month,
        cost: point.cost.0,
        saving: point.saving.0,
        net: point.net().0,
        low: low.get(at).copied(),
        high: high.get(at).copied(),
    };
    case.course(saving, case.clock.horizon).into_iter().enumerate().map(point).collect()
}

fn scenario_view((scenario, case): &(Scenario, Case)) -> ScenarioView {
    ScenarioView {
        id: scenario.id().into(),
        cost: case.answer(Answer::Cost).unwrap_or(0.0),
        saving: case.answer(Answer::HighestCost),
        result: case.answer(Answer::Result),
        payback_months: case.answer(Answer::Payback),
    }
}

/// A value of an input as it is shown: shares in per cent.
fn shown(input: Input, value: f64) -> f64 {
    match input {
        Input::Effect(Stream::Leavers) | Input::Delay | Input::Duration => value,
        _ => value * 100.0,
    }
}

fn bar_view(bar: &crate::investment::Bar) -> BarView {
    let spread = bar.spread;
    BarView {
        input: spread.input.into(),
        low: shown(spread.input, spread.low),
        base: shown(spread.input, spread.base),
        high: shown(spread.input, spread.high),
        assumed: spread.assumed,
        at_low: bar.at_low.0,
        at_high: bar.at_high.0,
        switching: bar.switching.map(|value| shown(spread.input, value)),
    }
}

fn place_name((unit, department): &(String, String)) -> PlaceName {
    PlaceName { unit: unit.clone(), department: Some(department.clone()).filter(|department| !department.is_empty()) }
}

fn card_view(card: &Card) -> CardView {
    let estimate = |Estimate { low, base, high }: Estimate| EstimateView { low, base, high };
    CardView {
        id: card.id.into(),
        source: card.source.into(),
        unit: if card.in_days { EffectUnit::DaysPerEmployee } else { EffectUnit::Percent },
        effect_short: estimate(card.short),
        effect_long: estimate(card.long),
        shape: if card.interval { super::model::Shape::Normal } else { super::model::Shape::Triangle },
        found: card.found,
    }
}

/// What draws give, as it is shown.
pub(super) fn simulation_view(outcomes: &[Outcome], cases: &[u32], draws: u32, seed: u32) -> SimulationView {
    let outcome = |outcome: &Outcome| OutcomeView {
        carries: outcome.carries * 100.0,
        best: outcome.best * 100.0,
        mean: outcome.mean.0,
        low: outcome.percentiles[0].0,
        median: outcome.percentiles[1].0,
        high: outcome.percentiles[2].0,
        knowing: outcome.knowing.0,
        drivers: outcome
            .drivers
            .iter()
            .map(|driver| DriverView {
                input: driver.input.into(),
                share_of_variance: driver.share_of_variance * 100.0,
                knowing: driver.knowing.0,
            })
            .collect(),
        classes: outcome
            .classes
            .iter()
            .map(|(from, count)| ClassView { from: *from, percent: f64::from(*count) / f64::from(draws.max(1)) * 100.0 })
            .collect(),
        class_width: outcome.class_width,
    };
    SimulationView { draws, seed, cases: cases.to_vec(), outcomes: outcomes.iter().map(outcome).collect() }
}

/// The problems of the investments' settings, by name: for the command line.
#[must_use]
pub fn problems(view: &InvestmentView) -> BTreeMap<String, String> {
    let mut all = view.problems.clone();
    for case in &view.cases {
        all.extend(case.problems.clone());
    }
    all
}
