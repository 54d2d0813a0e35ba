//! Whether the investments carry themselves, as the page shows it.

use std::collections::BTreeMap;

use super::model::{
    BarView, BoundsSettings, CardView, CaseSettings, CaseView, ClassView, CombinedView, CurvePoint, DriverView, EffectUnit,
    EstimateSettings, EstimateView, FigureView, InvestmentSettings, InvestmentView, InvestmentYear, Kind, MapPoint, MapView, OutcomeView,
    PerspectiveView, PlaceName, ScenarioView, SimulationView, UncertainInput,
};
use super::range::{self, Range};
use crate::figure::Figure;
use crate::investment::{
    Answer, Baseline, CARDS, Card, Case, Clock, Costs, Coverage, Estimate, Ground, Input, MOST, Outcome, Perspective, Place, Profile,
    Scenario, Shape, Simulation, Spread, Stream, Uncertain, overlaps,
};
use crate::order;
use crate::quantity::{Hours, NetDays, Sek, Share};

/// Months within which an investment must carry itself when the user does not say.
pub const DEFAULT_HORIZON: f64 = 12.0;

/// Settings that were refused, with the id of the problem.
type Problems = Vec<(String, String)>;

static NOTHING: [CaseSettings; 1] = [CaseSettings::NOTHING];

/// The cases that the settings describe.
pub(super) struct Planned<'a> {
    ground: &'a Ground,
    settings: &'a InvestmentSettings,
    shared: Shared,
    cases: Vec<Described<'a>>,
    problems: Problems,
}

/// What was said beside the investments that they may save as well.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Elsewhere {
    /// Production loss a year, if it is to be counted.
    pub production: Option<f64>,
    /// What a leaver costs.
    pub value_leaver: Option<f64>,
}

/// A case with what was said of it.
struct Described<'a> {
    settings: &'a CaseSettings,
    coverage: Coverage,
    uncertain: Uncertain,
    problems: Problems,
}

/// Reads values and notes what is refused.
struct Reader {
    problems: Problems,
}

impl Reader {
    fn value(&mut self, range: &Range, given: Option<f64>) -> Option<f64> {
        self.named(range, range.id, given)
    }

    fn named(&mut self, range: &Range, name: &str, given: Option<f64>) -> Option<f64> {
        if let Some(problem) = range.problem(given) {
            self.problems.push((name.into(), problem.into()));
        }
        range.accepted(given)
    }

    /// Low, base and high; bounds on the wrong side of the base are refused.
    fn estimate(&mut self, range: &Range, given: &EstimateSettings) -> Estimate {
        let base = self.value(range, given.base);
        let [low, high] = [(".low", given.low), (".high", given.high)].map(|(end, given)| {
            let name = [range.id, end].concat();
            let value = self.named(range, &name, given)?;
            let wrong = base.is_some_and(|base| if end == ".low" { value > base } else { value < base });
            if wrong {
                self.problems.push((name, if end == ".low" { "above_base" } else { "below_base" }.into()));
            }
            (!wrong).then_some(value)
        });
        Estimate { low, base, high }
    }

    fn bounds(&mut self, range: &Range, given: &BoundsSettings) -> Estimate {
        let estimate = EstimateSettings { low: given.low, base: Some(100.0), high: given.high };
        self.estimate(range, &estimate)
    }
}

impl<'a> Planned<'a> {
    pub fn new(settings: &'a InvestmentSettings, ground: &'a Ground, elsewhere: Elsewhere) -> Self {
        let mut reader = Reader { problems: Vec::new() };
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
            reader.problems.push(("cases".into(), "too_many".into()));
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
            discount_default: self.ground.discount,
            perspective: perspective.into(),
            spread: self.ground.spread,
            hourly_cost: range::HOURLY_COST.accepted(self.settings.hourly_cost).or(self.ground.hourly_cost),
            hourly_cost_default: self.ground.hourly_cost,
            value_short_day: values.short,
            value_long_day: values.long,
            short_net_days_per_year: whole.short,
            long_net_days_per_year: whole.long,
            employees: whole.employees,
            replacement_per_year: whole.replacement.filter(|_| !self.ground.contains_replacement),
            contains_replacement: self.ground.contains_replacement,
            baseline_months,
            units: self.ground.series.units.iter().map(place_name).collect(),
            cases: self.cases.iter().map(|case| case.view(self, steps)).collect(),
            combined: self.combined(),
            cards: CARDS.iter().map(card_view).collect(),
            kind: Kind::Estimated,
            figures: None,
            problems: order::by_name(self.problems.iter().cloned()),
        }
    }

    /// An answer with its steps; `None` for a name that is none of ours.
    pub fn explain(&self, name: &str, case: &str) -> Option<Figure> {
        let at: usize = if case.is_empty() { 0 } else { case.parse().ok()? };
        let answer = Answer::ALL.into_iter().find(|answer| answer.id() == name)?;
        self.cases.get(at).map(|case| case.uncertain.case.explain(answer))
    }

    /// Those that are looked at together.
    fn together(&self) -> Vec<&Described<'a>> {
        self.cases.iter().filter(|case| !case.settings.left_out && case.has_cost()).collect()
    }

    fn combined(&self) -> Option<CombinedView> {
        let cases = self.together();
        if cases.len() < 2 {
            return None;
        }
        let effects: Vec<[f64; 6]> = cases.iter().map(|case| case.uncertain.case.effects.map(|effect| effect.unwrap_or(0.0))).collect();
        let twice: f64 = overlaps_of(&cases).iter().map(|overlap| overlap.saved_twice(&effects)).sum();
        let sum = |answer: Answer| cases.iter().map(|case| case.uncertain.case.answer(answer)).sum::<Option<f64>>();
        let saving = sum(Answer::HighestCost).map(|saving| saving - twice);
        let cost = sum(Answer::Cost).unwrap_or(0.0);
        let count = u32::try_from(cases.len()).unwrap_or(u32::MAX);
        Some(CombinedView { cases: count, cost, saving, twice, result: saving.map(|saving| saving - cost) })
    }

    /// Draws of the cases that are looked at together, or of the one that there is; `None` where none has both a cost and an effect.
    pub fn simulation(&self, draws: u32, seed: u32) -> Option<Simulation> {
        let cases: Vec<&Described> =
            self.together().into_iter().filter(|case| case.uncertain.case.answer(Answer::Result).is_some()).collect();
        if cases.is_empty() {
            return None;
        }
        let overlaps = overlaps_of(&cases);
        let all: Vec<Uncertain> = cases.iter().map(|case| case.uncertain.clone()).collect();
        Some(Simulation::new(&all, overlaps, draws, seed))
    }

    /// Places among the cases of those that the draws are of.
    pub fn simulated_cases(&self) -> Vec<u32> {
        let drawn = |case: &Described| !case.settings.left_out && case.has_cost() && case.uncertain.case.answer(Answer::Result).is_some();
        (0_u32..).zip(&self.cases).filter(|(_, case)| drawn(case)).map(|(at, _)| at).collect()
    }
}

/// What cases would save twice.
fn overlaps_of(cases: &[&Described]) -> Vec<crate::investment::Overlap> {
    let all: Vec<Case> = cases.iter().map(|case| case.uncertain.case).collect();
    let covers: Vec<Coverage> = cases.iter().map(|case| case.coverage).collect();
    let baseline = |unit: Option<usize>| {
        let of = |coverage: &Coverage| coverage.unit == unit;
        let known = covers.iter().position(of).and_then(|at| cases.get(at));
        // What the whole group has, before a share of it was taken.
        known.map_or_else(Baseline::default, |case| {
            let share = case.coverage.share;
            if share > 0.0 { case.uncertain.case.baseline.of_share(1.0 / share) } else { Baseline::default() }
        })
    };
    overlaps(&all, &covers, &baseline)
}

/// What all cases share.
#[derive(Clone, Copy)]
struct Shared {
    clock: Clock,
    perspective: Perspective,
    value: Estimate,
    days: Estimate,
    hourly_cost: Option<f64>,
    value_spell: Option<f64>,
    elsewhere: Elsewhere,
}

impl Shared {
    fn described<'a>(&self, settings: &'a CaseSettings, ground: &'a Ground) -> Described<'a> {
        let mut reader = Reader { problems: Vec::new() };
        let at = settings.unit.as_deref().map(|unit| {
            let is = |place: &Place| place.name == unit && settings.department.as_deref().is_none_or(|name| place.department == name);
            ground.units.iter().position(is)
        });
        if at == Some(None) {
            reader.problems.push(("unit".into(), "unknown".into()));
        }
        let unit = at.flatten();
        let place = unit.and_then(|unit| ground.units.get(unit)).unwrap_or(&ground.whole);
        let share = reader.value(&range::SHARE, settings.share).unwrap_or(100.0) / 100.0;
        let baseline = self.baseline(ground, place).of_share(share);
        let participants = reader.value(&range::PARTICIPANTS, settings.participants).or(baseline.employees);
        let costs = self.costs(settings, participants, &mut reader);
        let unit_of_effect = settings.effect_unit.unwrap_or(EffectUnit::Percent);
        let [short, long] =
            [(&range::EFFECT_SHORT, Stream::Short, &settings.effect_short), (&range::EFFECT_LONG, Stream::Long, &settings.effect_long)]
                .map(|(range, stream, given)| {
                    absence_effect(range, unit_of_effect, given, baseline.of(stream).0, baseline.employees, &mut reader)
                });
        let share_of = |estimate: Estimate| scaled(estimate, 0.01);
        let streams = [
            short,
            long,
            share_of(reader.estimate(&range::EFFECT_SPELLS, &settings.effect_spells)),
            share_of(reader.estimate(&range::EFFECT_REPLACEMENT, &settings.effect_replacement)),
            share_of(reader.estimate(&range::EFFECT_PRODUCTION, &settings.effect_production)),
            reader.estimate(&range::EFFECT_LEAVERS, &settings.effect_leavers),
        ];
        let delay = reader.estimate(&range::DELAY, &settings.delay);
        let duration = reader.estimate(&range::DURATION, &settings.duration);
        let profile = Profile {
            delay: delay.base.unwrap_or(0.0),
            ramp: reader.value(&range::RAMP, settings.ramp).unwrap_or(0.0),
            duration: duration.base.unwrap_or(f64::INFINITY),
            fading: reader.value(&range::FADING, settings.fading).unwrap_or(0.0),
        };
        let cost = reader.bounds(&range::COST, &settings.cost);
        let case = Case {
            costs,
            baseline,
            effects: streams.map(|estimate| estimate.base),
            profile,
            clock: self.clock,
            pays: self.perspective.pays(),
            full_time_post: ground.full_time_post,
        };
        let spread_as = settings.shape.map_or(Shape::Triangle, Shape::from);
        let spreads = self.spreads(&case, &streams, [cost, delay, duration], spread_as, ground.spread / 100.0, unit_of_effect);
        Described { settings, coverage: Coverage { unit, share }, uncertain: Uncertain { case, spreads }, problems: reader.problems }
    }

    fn baseline(&self, ground: &Ground, place: &Place) -> Baseline {
        let values = place.values.get(self.perspective as usize).copied().unwrap_or_default();
        let employer = self.perspective == Perspective::Employer;
        let others = self.perspective.pays();
        Baseline {
            short: place.short.map(NetDays),
            long: place.long.map(NetDays),
            spells: place.spells,
            value_short: values.short.map(Sek),
            value_long: values.long.map(Sek),
            value_spell: self.value_spell.filter(|_| others).map(Sek),
            replacement: place.replacement.filter(|_| employer && !ground.contains_replacement).map(Sek),
            production: self.elsewhere.production.filter(|_| others).map(Sek),
            value_leaver: self.elsewhere.value_leaver.filter(|_| others).map(Sek),
            employees: place.employees,
            full_time_post: ground.full_time_post_given.then_some(NetDays(ground.full_time_post)),
        }
    }

    fn costs(&self, settings: &CaseSettings, participants: Option<f64>, reader: &mut Reader) -> Costs {
        let costs = Costs {
            start: Sek(reader.value(&range::START, settings.start).unwrap_or(0.0)),
            monthly: Sek(reader.value(&range::MONTHLY, settings.monthly).unwrap_or(0.0)),
            yearly: Sek(reader.value(&range::YEARLY, settings.yearly).unwrap_or(0.0)),
            per_employee: Sek(reader.value(&range::PER_EMPLOYEE, settings.per_employee).unwrap_or(0.0)),
            hours: Hours(reader.value(&range::HOURS, settings.hours).unwrap_or(0.0)),
            hours_monthly: Hours(reader.value(&range::HOURS_MONTHLY, settings.hours_monthly).unwrap_or(0.0)),
            participants: participants.unwrap_or(0.0),
            hourly_cost: Sek(self.hourly_cost.unwrap_or(0.0)),
            months: reader.value(&range::MONTHS, settings.months).unwrap_or(f64::INFINITY),
            growth: Share::percent(reader.value(&range::PRICE_GROWTH, settings.price_growth).unwrap_or(0.0)),
            scale: 1.0,
        };
        // What costs something for each of nobody knows how many is not to be taken for nothing.
        let of_each = [("per_employee", costs.per_employee.0), ("hours", costs.hours.0), ("hours_monthly", costs.hours_monthly.0)];
        for (at, (name, each)) in of_each.into_iter().enumerate() {
            if each != 0.0 && participants.is_none() {
                reader.problems.push((name.into(), "needs_participants".into()));
            } else if at > 0 && each != 0.0 && self.hourly_cost.is_none() {
                reader.problems.push((name.into(), "needs_hourly_cost".into()));
            }
        }
        costs
    }

    /// What is uncertain: what the user gave bounds to, and by assumption cost, value and absence.
    fn spreads(
        &self,
        case: &Case,
        streams: &[Estimate; 6],
        [cost, delay, duration]: [Estimate; 3],
        shape: Shape,
        assumed: f64,
        unit: EffectUnit,
    ) -> Vec<Spread> {
        let mut spreads = Vec::new();
        let mut add = |input, low: Option<f64>, base: f64, high: Option<f64>, shape, assumed| {
            let spread = Spread { input, low: low.unwrap_or(base), base, high: high.unwrap_or(base), shape, assumed };
            if spread.low < spread.high {
                spreads.push(spread);
            }
        };
        for (stream, estimate) in Stream::ALL.into_iter().zip(streams) {
            if let Some(base) = estimate.base {
                add(Input::Effect(stream), estimate.low, base, estimate.high, shape, false);
            }
        }
        // Effects in days per employee do not follow today's absence.
        let in_days = unit == EffectUnit::DaysPerEmployee;
        for (input, bounds) in [(Input::Cost, cost), (Input::Value, self.value), (Input::Days, self.days)] {
            if input == Input::Cost && !case.pays || input == Input::Days && in_days {
                continue;
            }
            let nothing = bounds.low.is_none() && bounds.high.is_none();
            let (low, high) =
                if nothing { (Some(1.0 - assumed), Some(1.0 + assumed)) } else { (scale(bounds.low, 0.01), scale(bounds.high, 0.01)) };
            add(input, low, 1.0, high, Shape::Triangle, nothing);
        }
        if !self.clock.is_plain() {
            let rate = self.clock.discount;
            add(Input::Discount, Some(0.0), rate, Some(2.0 * rate), Shape::Triangle, true);
        }
        add(Input::Delay, delay.low, case.profile.delay, delay.high, Shape::Triangle, false);
        if let Some(base) = duration.base {
            add(Input::Duration, duration.low, base, duration.high, Shape::Triangle, false);
        }
        spreads
    }
}

fn scale(value: Option<f64>, factor: f64) -> Option<f64> {
    value.map(|value| value * factor)
}

fn scaled(estimate: Estimate, factor: f64) -> Estimate {
    Estimate { low: scale(estimate.low, factor), base: scale(estimate.base, factor), high: scale(estimate.high, factor) }
}

/// An effect on absence as shares of today's. Days per employee need to know how many these are.
fn absence_effect(
    range: &Range,
    unit: EffectUnit,
    given: &EstimateSettings,
    days: Option<f64>,
    employees: Option<f64>,
    reader: &mut Reader,
) -> Estimate {
    if unit == EffectUnit::Percent {
        return scaled(reader.estimate(range, given), 0.01);
    }
    let in_days = Range { id: range.id, ..range::EFFECT_DAYS };
    let estimate = reader.estimate(&in_days, given);
    if let Some((days, employees)) = days.zip(employees).filter(|(days, employees)| *days > 0.0 && *employees > 0.0) {
        return scaled(estimate, employees / days);
    }
    if estimate.base.is_some() {
        let problem = if employees.is_none() { "needs_headcount" } else { "needs_absence" };
        reader.problems.push((range.id.into(), problem.into()));
    }
    Estimate::default()
}

impl Described<'_> {
    fn has_cost(&self) -> bool {
        self.uncertain.case.answer(Answer::Cost).is_some_and(|cost| cost > 0.0) || !self.uncertain.case.pays
    }

    fn view(&self, planned: &Planned, steps: bool) -> CaseView {
        let case = &self.uncertain.case;
        let Case { costs, baseline, effects, .. } = case;
        let answer = |answer| case.answer(answer);
        let uncertain = answer(Answer::Result).is_some();
        let plain = Case { clock: Clock { discount: 0.0, ..case.clock }, ..*case };
        let monthly = answer(Answer::SavingPerMonth);
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
            effect_short: scale(effects[0], 100.0),
            effect_long: scale(effects[1], 100.0),
            saving_per_month: monthly,
            highest_cost: answer(Answer::HighestCost),
            payback_months: answer(Answer::Payback),
            result_at_horizon: answer(Answer::Result),
            result_undiscounted: plain.answer(Answer::Result),
            return_percent: answer(Answer::Return),
            benefit_cost: answer(Answer::BenefitCost),
            cost_of_waiting: answer(Answer::Waiting),
            saved_net_days: monthly.map(|_| case.saved_net_days()),
            curve: self.curve(uncertain),
            curve_at_given_effect: monthly.is_some(),
            years: self.years(),
            scenarios: if uncertain { self.scenarios() } else { Vec::new() },
            tornado: if uncertain { self.uncertain.bars().iter().map(bar_view).collect() } else { Vec::new() },
            map: if uncertain { self.map(planned.settings) } else { None },
            perspectives: self.perspectives(planned),
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

    fn curve(&self, uncertain: bool) -> Vec<CurvePoint> {
        let case = &self.uncertain.case;
        let Some(saving) = case.curve_saving() else { return Vec::new() };
        let net = |scenario: Scenario| {
            let case = self.uncertain.scenario(scenario);
            let saving = case.answer(Answer::SavingPerMonth).map_or(Sek::ZERO, Sek);
            let course = case.course(saving, case.clock.horizon);
            course.into_iter().map(|point| (point.saving - point.cost).0).collect::<Vec<f64>>()
        };
        let [low, high] = [Scenario::Low, Scenario::High].map(|scenario| if uncertain { net(scenario) } else { Vec::new() });
        let point = |(at, point): (usize, crate::investment::Point)| CurvePoint {
            month: point.month,
            cost: point.cost.0,
            saving: point.saving.0,
            low: low.get(at).copied(),
            high: high.get(at).copied(),
        };
        case.course(saving, case.clock.horizon).into_iter().enumerate().map(point).collect()
    }

    fn years(&self) -> Vec<InvestmentYear> {
        let case = &self.uncertain.case;
        let saving = case.answer(Answer::SavingPerMonth).map_or(Sek::ZERO, Sek);
        let course = case.course(saving, case.clock.horizon);
        let at = |month: f64| course.iter().rfind(|point| point.month <= month).copied().unwrap_or_default();
        // What falls due as a year begins belongs to it.
        let due = |month: f64| if month > 0.0 { at(month).cost } else { Sek::ZERO };
        let view = |year: crate::investment::Year| InvestmentYear {
            year: u32::try_from(year.number).unwrap_or(0),
            cost: (due(year.to) - due(year.from)).0,
            saving: (at(year.to).saving - at(year.from).saving).0,
            factor: year.factor,
        };
        case.clock.years().map(view).collect()
    }

    fn scenarios(&self) -> Vec<ScenarioView> {
        [("low", Scenario::Low), ("base", Scenario::Base), ("high", Scenario::High)]
            .into_iter()
            .map(|(id, scenario)| {
                let case = self.uncertain.scenario(scenario);
                ScenarioView {
                    id: id.into(),
                    cost: case.answer(Answer::Cost).unwrap_or(0.0),
                    saving: case.answer(Answer::HighestCost),
                    result: case.answer(Answer::Result),
                    payback_months: case.answer(Answer::Payback),
                }
            })
            .collect()
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
        let same = |given: &EstimateSettings, stream| {
            let Estimate { low, base, high } = card.effect(stream);
            (given.low, given.base, given.high) == (low, base, high)
        };
        let in_days = self.settings.effect_unit == Some(EffectUnit::DaysPerEmployee);
        in_days == card.in_days && same(&self.settings.effect_short, Stream::Short) && same(&self.settings.effect_long, Stream::Long)
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
        shape: card.shape.into(),
        derived: card.derived,
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
