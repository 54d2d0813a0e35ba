//! One investment: cost, what it changes, when, and the answers to whether it carries itself. Each formula is written once, with a ledger
//! that keeps its steps or with one that does not.

use super::answer::Answer;
use super::costs::Costs;
use super::effects::{Baseline, Effects, Stream};
use super::time::{Clock, Profile, YEAR};
use crate::figure::{Figure, Kind, Ledger, Operand, Silent, Steps, Unit};
use crate::quantity::{Sek, Share};
use crate::rules::RuleId;
use crate::rules::law::MONTHS;

/// What can be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// No investment has been entered.
    NoCost,
    /// A value per day is missing.
    NoValue,
    /// Within the horizon there is no month of effect.
    NoTime,
    /// The effect needed is known; no effect has been entered.
    Needs,
    /// Even no short absence at all would not carry it.
    NeedsMoreThanAll,
    /// At the entered effect it carries itself within the horizon.
    Carries,
    /// At the entered effect it saves, but too little within the horizon.
    CarriesNot,
    /// The entered effect saves nothing, or costs more.
    NoSaving,
    /// Seen by one who does not pay for it.
    PaysNothing,
}

/// An investment in what it changes.
///
/// ```
/// use barkraft::investment::{Baseline, Case, Clock, Costs, Verdict};
/// use barkraft::quantity::{NetDays, Sek};
///
/// // Published case 7: at 3 000 kr a short day, 100 000 kr needs 33.3 fewer days.
/// let case = Case {
///     costs: Costs { start: Sek(100_000.0), ..Costs::default() },
///     baseline: Baseline { short: Some(NetDays(200.0)), value_short: Some(Sek(3_000.0)), ..Baseline::default() },
///     ..Case::default()
/// };
/// assert!((case.needed_short_net_days().unwrap() - 33.333).abs() < 0.001);
/// assert_eq!(case.verdict(), Verdict::Needs);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Case {
    /// What it costs.
    pub costs: Costs,
    /// What it is meant to change.
    pub baseline: Baseline,
    /// What it is expected to change.
    pub effects: Effects,
    /// When.
    pub profile: Profile,
    /// The months that are looked at.
    pub clock: Clock,
    /// Whether the one whose savings are looked at pays for it.
    pub pays: bool,
    /// Net days of a full-time post in a year; 0 where that is not known.
    pub full_time_post: f64,
    /// Whether that is the user's own.
    pub full_time_post_given: bool,
}

impl Default for Case {
    /// Nothing, within twelve months.
    fn default() -> Self {
        Self {
            costs: Costs::default(),
            baseline: Baseline::default(),
            effects: Effects::default(),
            profile: Profile::default(),
            clock: Clock { horizon: YEAR, discount: 0.0 },
            pays: true,
            full_time_post: 0.0,
            full_time_post_given: false,
        }
    }
}

/// What a stream is made of: names of the step, of what there is of it in a year, of what one of it is worth, and the units of these.
pub(super) type Named = (&'static str, &'static str, Unit, &'static str, Unit);

pub(super) const fn named(stream: Stream) -> Named {
    match stream {
        Stream::Short => ("saving_short", "short_net_days_per_year", Unit::NetDays, "value_short_day", Unit::SekPerDay),
        Stream::Long => ("saving_long", "long_net_days_per_year", Unit::NetDays, "value_long_day", Unit::SekPerDay),
        Stream::Spells => ("saving_spells", "spells_per_year", Unit::Count, "value_spell", Unit::Sek),
        Stream::Replacement => ("saving_replacement", "years", Unit::Factor, "replacement_per_year", Unit::Sek),
        Stream::Production => ("saving_production", "years", Unit::Factor, "production_per_year", Unit::Sek),
        Stream::Leavers => ("saving_leavers", "years", Unit::Factor, "value_leaver", Unit::Sek),
    }
}

pub(super) fn kronor(id: &'static str, value: f64) -> Operand {
    Operand::new(id, value, Unit::Sek)
}

pub(super) fn months(id: &'static str, value: f64) -> Operand {
    Operand::new(id, value, Unit::Months)
}

pub(super) fn of_year() -> Operand {
    Operand::new("months_of_year", MONTHS, Unit::Factor)
}

impl Case {
    /// Fewer short net days needed over the horizon.
    #[must_use]
    pub fn needed_short_net_days(&self) -> Option<f64> {
        self.answer(Answer::NeededShortNetDays)
    }

    /// The value of an answer; `None` when it cannot be given, and never infinite.
    #[must_use]
    pub fn answer(&self, answer: Answer) -> Option<f64> {
        self.work_out(answer, &mut Silent).filter(|value| value.is_finite())
    }

    /// An answer with its steps.
    #[must_use]
    pub fn explain(&self, answer: Answer) -> Figure {
        let mut steps = Steps::default();
        let caveat = if self.is_simple() { "even_saving" } else { "by_profile" };
        match self.work_out(answer, &mut steps).filter(|value| value.is_finite()) {
            Some(_) => Figure::new(answer.id(), answer.unit(), Kind::Estimated, steps.0).with_caveats(&[caveat]),
            None => Figure::missing(answer.id(), answer.unit(), Kind::Estimated, self.missing(answer)),
        }
    }

    /// Whether savings come evenly from the start, and every krona counts in full.
    pub(super) fn is_simple(&self) -> bool {
        self.clock.is_plain() && self.profile.is_full(self.clock.horizon)
    }

    fn work_out(&self, answer: Answer, ledger: &mut dyn Ledger) -> Option<f64> {
        match answer {
            Answer::Cost => Some(self.cost(ledger)),
            Answer::NeededShortNetDays => self.needed(Stream::Short, ledger),
            Answer::NeededLongNetDays => self.needed(Stream::Long, ledger),
            Answer::NeededPercent => self.needed_percent(Stream::Short, answer.id(), ledger),
            Answer::NeededLongPercent => self.needed_percent(Stream::Long, answer.id(), ledger),
            Answer::NeededBothPercent => self.needed_both(ledger),
            Answer::NeededPosts => {
                let needed = Operand::new("needed_short_net_days_per_year", self.needed_a_year(Stream::Short, ledger)?, Unit::NetDays);
                let post = Operand::new("full_time_post", self.full_time_post, Unit::NetDays).by(RuleId::FullTimePost);
                let post = post.given(self.full_time_post_given);
                Some(ledger.product(answer.id(), Unit::Posts, &[needed, post.per()]))
            }
            Answer::NeededSpells => {
                let needed = Operand::new("needed_short_net_days", self.needed(Stream::Short, ledger)?, Unit::NetDays);
                let a_spell = self.days_per_spell(ledger)?.per();
                Some(ledger.product(answer.id(), Unit::Count, &[needed, a_spell]))
            }
            Answer::SavingOfAllShort => {
                let today = Operand::new("short_net_days_per_year", self.baseline.short?.0, Unit::NetDays);
                let value = Operand::new("value_short_day", self.baseline.value_short?.0, Unit::SekPerDay);
                let months = self.months(ledger);
                Some(ledger.product(answer.id(), Unit::Sek, &[today, value, months, of_year().per()]))
            }
            Answer::SavingPerMonth => self.saving(ledger),
            Answer::HighestCost => self.highest_cost(ledger),
            Answer::Payback => self.payback(ledger),
            Answer::Result => self.result(ledger),
            Answer::Return => {
                let result = kronor("result_at_horizon", self.result(ledger)?);
                let cost = kronor("cost", self.cost(&mut Silent));
                (cost.value > 0.0).then(|| ledger.product(answer.id(), Unit::Percent, &[result, cost.per()]))
            }
            Answer::BenefitCost => {
                let saving = kronor("highest_cost", self.highest_cost(ledger)?);
                let cost = kronor("cost", self.cost(ledger));
                (cost.value > 0.0).then(|| ledger.product(answer.id(), Unit::Factor, &[saving, cost.per()]))
            }
            Answer::Waiting => self.waiting(ledger),
        }
    }

    /// Short net days of a spell as they are today. A spell may hold none: a day of illness when nobody works is one.
    fn days_per_spell(&self, ledger: &mut dyn Ledger) -> Option<Operand> {
        let spells = Operand::new("spells_per_year", self.baseline.spells.filter(|spells| *spells > 0.0)?, Unit::Count);
        let days = self.baseline.short.filter(|days| days.0 > 0.0)?;
        let days = Operand::new("short_net_days_per_year", days.0, Unit::NetDays);
        Some(Operand::new("days_per_spell", ledger.product("days_per_spell", Unit::NetDays, &[days, spells.per()]), Unit::NetDays))
    }

    pub(super) fn cost(&self, ledger: &mut dyn Ledger) -> f64 {
        if self.pays { self.costs.total(&self.clock, ledger) } else { ledger.sum("cost", Unit::Sek, &[]) }
    }

    /// Months at full effect, each worth what its year is worth today.
    pub(super) fn months(&self, ledger: &mut dyn Ledger) -> Operand {
        if self.is_simple() {
            return months("horizon", self.clock.horizon);
        }
        let mut parts = Vec::new();
        for year in self.clock.years() {
            let reached = self.profile.reached(year.to) - self.profile.reached(year.from);
            let factor = Operand::new("discount_factor", year.factor, Unit::Factor);
            let today = ledger.product("effect_months_of_year", Unit::Months, &[months("months_of_effect", reached), factor]);
            parts.push(months("effect_months_of_year", today).in_year(year.number));
        }
        months("effect_months", ledger.sum("effect_months", Unit::Months, &parts))
    }

    /// Saving each month at the full entered effect; `None` when no effect is entered or a value is missing for it.
    fn saving(&self, ledger: &mut dyn Ledger) -> Option<f64> {
        let mut savings = Vec::new();
        for (stream, effect) in Stream::ALL.into_iter().zip(self.effects) {
            let Some(effect) = effect else { continue };
            let (step, amount_id, amount_unit, value_id, value_unit) = named(stream);
            let (amount, value) = self.baseline.of(stream);
            // An effect on absence that does not exist saves nothing, whatever a day of it would cost.
            let amount = amount?;
            let value = if effect == 0.0 || amount == 0.0 { value.unwrap_or_default() } else { value? };
            let effect = if stream.is_share() {
                Operand::new(stream.id(), Share(effect).as_percent(), Unit::Percent)
            } else {
                Operand::new(stream.id(), effect, Unit::Count)
            };
            let mut operands = Vec::new();
            if amount_id != "years" {
                operands.push(Operand::new(amount_id, amount, amount_unit));
            }
            operands.extend([effect.given(true), Operand::new(value_id, value.0, value_unit), of_year().per()]);
            savings.push(Operand::new(step, ledger.product(step, Unit::SekPerMonth, &operands), Unit::SekPerMonth));
        }
        (!savings.is_empty()).then(|| ledger.sum("saving_per_month", Unit::SekPerMonth, &savings))
    }

    pub(super) fn highest_cost(&self, ledger: &mut dyn Ledger) -> Option<f64> {
        let saving = Operand::new("saving_per_month", self.saving(ledger)?, Unit::SekPerMonth);
        let months = self.months(ledger);
        Some(ledger.product("highest_cost", Unit::Sek, &[saving, months]))
    }

    fn result(&self, ledger: &mut dyn Ledger) -> Option<f64> {
        let saving = self.highest_cost(ledger)?;
        let cost = self.cost(ledger);
        Some(ledger.sum("result_at_horizon", Unit::Sek, &[kronor("highest_cost", saving), kronor("cost", cost).minus()]))
    }

    /// The result now, less that of the same months when the investment begins a year into them.
    fn waiting(&self, ledger: &mut dyn Ledger) -> Option<f64> {
        let now = kronor("result_at_horizon", self.result(ledger)?);
        let left = self.clock.horizon - YEAR;
        let later = if left > 0.0 {
            let shorter = Self { clock: Clock { horizon: left, ..self.clock }, ..*self };
            let result = kronor("result_of_shorter", shorter.result(&mut Silent)?);
            let factor = Operand::new("discount_factor", 1.0 / (1.0 + self.clock.discount), Unit::Factor);
            ledger.product("result_if_later", Unit::Sek, &[result, factor])
        } else {
            0.0
        };
        Some(ledger.sum("cost_of_waiting", Unit::Sek, &[now, kronor("result_if_later", later).minus()]))
    }

    /// What has been paid and saved after each month up to the last, in kronor of today, at so much saved a month at full effect. What is
    /// paid yearly falls due as a year begins, the first time with the start.
    #[must_use]
    pub fn course(&self, per_month: Sek, last: f64) -> Vec<Point> {
        let costs = if self.pays { self.costs } else { Costs { scale: 0.0, ..self.costs } };
        let (start, monthly) = (costs.at_start(&mut Silent) * costs.scale, costs.each_month(&mut Silent).value * costs.scale);
        let mut now = Point { month: 0.0, cost: Sek(start), saving: Sek::ZERO };
        let (mut points, mut grown, mut reached) = (Vec::new(), 1.0, 0.0);
        for year in (Clock { horizon: last, ..self.clock }).years() {
            if year.from < costs.months {
                now.cost += costs.yearly * (costs.scale * grown * year.factor);
            }
            if points.is_empty() {
                points.push(now);
            }
            while now.month < year.to {
                let running = (costs.months.min(now.month + 1.0) - now.month).max(0.0);
                now.month += 1.0;
                now.cost += Sek(monthly * running * grown * year.factor);
                let by_now = self.profile.reached(now.month);
                now.saving += per_month * ((by_now - reached) * year.factor);
                reached = by_now;
                points.push(now);
            }
            grown *= 1.0 + costs.growth.0;
        }
        points
    }

    /// Months until what is saved makes up for what is paid: in the first month at whose end it does, by evenly through that month. They may
    /// come after the horizon, but not later than fifty years.
    fn payback(&self, ledger: &mut dyn Ledger) -> Option<f64> {
        let saving = Sek(self.saving(ledger)?);
        if saving.0 <= 0.0 {
            return None;
        }
        let course = self.course(saving, LONGEST);
        let lacks = |point: &Point| point.net().0 < -HAIR;
        // What lacks something again later was not paid back; but what comes after the horizon takes nothing from what was paid back within.
        let within = course.split_at(course.partition_point(|point| point.month <= self.clock.horizon)).0;
        let course = if within.last().is_some_and(lacks) { course.as_slice() } else { within };
        let Some(last) = course.iter().rposition(lacks) else {
            return Some(ledger.sum("payback_months", Unit::Months, &[]));
        };
        let [before, after] = [course[last].net().0, course.get(last + 1)?.net().0];
        let still = ledger.sum("lacking_before", Unit::Sek, &[kronor("net_before", before).minus()]);
        let gained = ledger.sum("net_of_month", Unit::Sek, &[kronor("net_after", after), kronor("net_before", before).minus()]);
        let part = [kronor("lacking_before", still), kronor("net_of_month", gained).per()];
        let part = months("part_of_month", ledger.product("part_of_month", Unit::Months, &part));
        Some(ledger.sum("payback_months", Unit::Months, &[months("months_before", course[last].month), part]))
    }

    /// What can be said.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        if !self.pays {
            let valued = self.effects.iter().all(Option::is_none) || self.answer(Answer::HighestCost).is_some();
            return if valued { Verdict::PaysNothing } else { Verdict::NoValue };
        }
        if self.answer(Answer::Cost).is_none_or(|cost| cost <= 0.0) {
            return Verdict::NoCost;
        }
        if self.clock.months_of_effect(&self.profile) <= 0.0 {
            return Verdict::NoTime;
        }
        if let Some(result) = self.answer(Answer::Result) {
            let saving = self.answer(Answer::SavingPerMonth).unwrap_or(0.0);
            return match (saving > 0.0, result >= 0.0) {
                (false, _) => Verdict::NoSaving,
                (true, true) => Verdict::Carries,
                (true, false) => Verdict::CarriesNot,
            };
        }
        let Some(needed) = self.needed_per_year() else { return Verdict::NoValue };
        // With no short absence at all, none of it can be taken away.
        match self.baseline.short {
            Some(today) if needed > today.0 => Verdict::NeedsMoreThanAll,
            _ => Verdict::Needs,
        }
    }

    /// Saving each month that the curve shows: at the entered effect, else at the one that just breaks even.
    #[must_use]
    pub fn curve_saving(&self) -> Option<Sek> {
        let break_even = || {
            let worth = self.clock.months_of_effect(&self.profile);
            Some(self.answer(Answer::Cost)? / worth).filter(|saving| saving.is_finite() && self.needed_short_net_days().is_some())
        };
        self.answer(Answer::SavingPerMonth).or_else(break_even).map(Sek)
    }

    /// Fewer net days up to the horizon at the entered effect.
    #[must_use]
    pub fn saved_net_days(&self) -> f64 {
        let of = |stream: Stream| self.baseline.of(stream).0.unwrap_or(0.0) * self.effects[stream as usize].unwrap_or(0.0);
        (of(Stream::Short) + of(Stream::Long)) / MONTHS * self.profile.reached(self.clock.horizon)
    }

    /// What a whole effect on each stream would save up to the horizon, in kronor of today; nothing where it is not known.
    #[must_use]
    pub fn whole(&self) -> [f64; 6] {
        let months = self.clock.months_of_effect(&self.profile);
        Stream::ALL.map(|stream| self.baseline.a_month(stream) * months)
    }

    /// What stands in the way of an answer that cannot be given.
    fn missing(&self, answer: Answer) -> Vec<&'static str> {
        let mut missing = Vec::new();
        let mut lacks = |lacking: bool, id| {
            if lacking && !missing.contains(&id) {
                missing.push(id);
            }
        };
        if answer.of_effect() {
            lacks(self.effects.iter().all(Option::is_none), "effect_short");
            for (stream, effect) in Stream::ALL.into_iter().zip(self.effects) {
                let Some(effect) = effect else { continue };
                let (amount, value) = self.baseline.of(stream);
                let (_, amount_id, _, value_id, _) = named(stream);
                lacks(amount.is_none(), if stream.of_days() { "short_share" } else { amount_id });
                lacks(amount.is_some_and(|amount| amount * effect != 0.0) && value.is_none(), value_id);
            }
            lacks(matches!(answer, Answer::Return | Answer::BenefitCost) && self.cost(&mut Silent) <= 0.0, "cost");
        } else {
            for stream in answer.streams() {
                let (amount, value) = self.baseline.of(*stream);
                let (_, _, _, value_id, _) = named(*stream);
                lacks(amount.is_none() && answer.of_today(), "short_share");
                lacks(value.is_none(), value_id);
            }
            lacks(answer == Answer::NeededSpells && self.days_per_spell(&mut Silent).is_none(), "days_per_spell");
            lacks(answer == Answer::NeededPosts && self.full_time_post <= 0.0, "full_time_post");
        }
        if missing.is_empty() {
            let nothing = |stream: &Stream| self.baseline.of(*stream).0 == Some(0.0);
            missing.push(match answer.streams() {
                _ if self.clock.months_of_effect(&self.profile) <= 0.0 => "months_of_effect",
                [Stream::Long] if nothing(&Stream::Long) => "long_absence",
                streams @ [Stream::Short, ..] if streams.iter().all(nothing) => "short_absence",
                _ => "saving",
            });
        }
        missing
    }
}

/// Where the case stands so many months after the start.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Point {
    /// Months since the start.
    pub month: f64,
    /// What has been paid.
    pub cost: Sek,
    /// What has been saved.
    pub saving: Sek,
}

impl Point {
    /// What has been saved beyond what has been paid.
    #[must_use]
    pub fn net(&self) -> Sek {
        self.saving - self.cost
    }
}

/// What rounding may leave of a krona.
const HAIR: f64 = 1e-6;

/// Months beyond which no payback is looked for.
const LONGEST: f64 = 600.0;
