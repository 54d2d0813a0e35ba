//! Investments as the settings describe them, on what is known of the workplace.

use super::ground::called;
use super::model::{BoundsSettings, CaseSettings, EffectUnit, EstimateSettings};
use super::range::{self, Problems, Range, Reader};
use crate::investment::{
    Baseline, Case, Clock, Costs, Coverage, Ground, Input, Perspective, Place, Profile, Shape, Spread, Stream, Uncertain,
};
use crate::quantity::{Hours, NetDays, Sek, Share};
use crate::rules::Estimate;

/// What was said beside the investments that they may save as well.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Elsewhere {
    /// Production loss a year, if it is to be counted.
    pub production: Option<f64>,
    /// What a leaver costs.
    pub value_leaver: Option<f64>,
}

/// A case with what was said of it.
pub(super) struct Described<'a> {
    pub settings: &'a CaseSettings,
    /// What the whole group has of which it is for a share.
    pub group: Baseline,
    pub coverage: Coverage,
    pub uncertain: Uncertain,
    pub problems: Problems,
}

/// What all cases share.
#[derive(Clone, Copy)]
pub(super) struct Shared {
    pub clock: Clock,
    pub perspective: Perspective,
    pub value: Estimate,
    pub days: Estimate,
    pub hourly_cost: Option<f64>,
    pub value_spell: Option<f64>,
    pub elsewhere: Elsewhere,
}

impl Reader {
    /// Low, base and high; bounds on the wrong side of the base are refused.
    fn estimate(&mut self, range: &Range, given: &EstimateSettings) -> Estimate {
        let base = self.value(range, given.base);
        if given.base.is_none() && (given.low.is_some() || given.high.is_some()) {
            self.refuse(range.id, "needs_base");
        }
        let [low, high] = [(".low", given.low), (".high", given.high)].map(|(end, given)| {
            let name = [range.id, end].concat();
            let value = self.named(range, &name, given)?;
            let wrong = base.is_some_and(|base| if end == ".low" { value > base } else { value < base });
            if wrong {
                self.refuse(&name, if end == ".low" { "above_base" } else { "below_base" });
            }
            (!wrong).then_some(value)
        });
        Estimate { low, base, high }
    }

    pub fn bounds(&mut self, range: &Range, given: &BoundsSettings) -> Estimate {
        let estimate = EstimateSettings { low: given.low, base: Some(100.0), high: given.high };
        self.estimate(range, &estimate)
    }
}

impl Shared {
    /// The case that somebody described.
    pub fn described<'a>(&self, settings: &'a CaseSettings, ground: &'a Ground) -> Described<'a> {
        let mut reader = Reader::default();
        let at = settings.unit.as_deref().map(|unit| {
            let (_, (name, department)) = called(&ground.series.units, Some(unit), settings.department.as_deref())?;
            ground.units.iter().position(|place| (&place.name, &place.department) == (name, department))
        });
        if at == Some(None) {
            reader.refuse("unit", "unknown");
        }
        let unit = at.flatten();
        let place = unit.and_then(|unit| ground.units.get(unit)).unwrap_or(&ground.whole);
        let share = reader.value(&range::SHARE, settings.share).unwrap_or(100.0) / 100.0;
        let group = self.baseline(ground, place);
        let baseline = group.of_share(share);
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
            full_time_post_given: ground.full_time_post_given,
        };
        let spread_as = settings.shape.map_or(Shape::Triangle, Shape::from);
        let spreads = self.spreads(&case, &streams, [cost, delay, duration], spread_as, ground.spread / 100.0, unit_of_effect);
        Described { settings, group, coverage: Coverage { unit, share }, uncertain: Uncertain { case, spreads }, problems: reader.problems }
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
            production: self
                .elsewhere
                .production
                .filter(|_| others)
                .zip(part_of(&ground.whole, place))
                .map(|(loss, part)| Sek(loss * part)),
            value_leaver: self.elsewhere.value_leaver.filter(|_| others).map(Sek),
            employees: place.employees,
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
                reader.refuse(name, "needs_participants");
            } else if at > 0 && each != 0.0 && self.hourly_cost.is_none() {
                reader.refuse(name, "needs_hourly_cost");
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

/// How large a part of all employees a place has: production loss is known of all together.
fn part_of(whole: &Place, place: &Place) -> Option<f64> {
    if std::ptr::eq(whole, place) {
        return Some(1.0);
    }
    place.employees.zip(whole.employees).filter(|(_, all)| *all > 0.0).map(|(of_place, all)| of_place / all)
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
        let shares = scaled(estimate, employees / days);
        for (end, share) in [("", shares.base), (".low", shares.low), (".high", shares.high)] {
            // A hair above all of it is a matter of rounding.
            if share.is_some_and(|share| share > 1.0 + 1e-9) {
                reader.refuse(&[range.id, end].concat(), "more_than_all");
            }
        }
        return shares;
    }
    if estimate.base.is_some() {
        let problem = if employees.is_none() { "needs_headcount" } else { "needs_absence" };
        reader.refuse(range.id, problem);
    }
    Estimate::default()
}
