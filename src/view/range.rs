//! The values that are accepted of each input of the settings.

use super::model::LimitView;
use crate::figure::Unit;

/// An input of the settings: its name, unit and accepted range.
pub(super) struct Range {
    pub id: &'static str,
    pub unit: Unit,
    pub lowest: f64,
    pub highest: f64,
}

const fn range(id: &'static str, unit: Unit, lowest: f64, highest: f64) -> Range {
    Range { id, unit, lowest, highest }
}

pub(super) const MONTHLY_PAY: Range = range("monthly_pay", Unit::SekPerMonth, 1_000.0, 1_000_000.0);
pub(super) const WEEKLY_HOURS: Range = range("weekly_hours", Unit::HoursPerWeek, 10.0, 80.0);
pub(super) const HEADCOUNT: Range = range("headcount", Unit::Count, 0.1, 1_000_000.0);
pub(super) const SHORT_SHARE: Range = range("short_share", Unit::Percent, 0.0, 100.0);
pub(super) const DAYS_PER_PERIOD: Range = range("days_per_period", Unit::NetDays, 0.1, 14.0);
pub(super) const ON_COST: Range = range("on_cost", Unit::Percent, 0.0, 200.0);
pub(super) const HOLIDAY: Range = range("holiday", Unit::Percent, 0.0, 100.0);
pub(super) const OVERHEAD: Range = range("overhead", Unit::Percent, 0.0, 500.0);
pub(super) const TOP_UP: Range = range("top_up", Unit::Percent, 0.0, 25.0);
pub(super) const TOP_UP_LAST_DAY: Range = range("top_up_last_day", Unit::Count, 14.0, 3_650.0);
pub(super) const TOP_UP_ABOVE: Range = range("top_up_above", Unit::Percent, 0.0, 100.0);
/// Hours of the weekly schedule.
pub(super) const SCHEDULE: Range = range("schedule", Unit::HoursPerWeek, 1.0, 168.0);
pub(super) const REPLACEMENT_SHARE: Range = range("share", Unit::Percent, 0.0, 100.0);
pub(super) const REPLACEMENT_COST: Range = range("cost", Unit::Percent, 0.0, 1_000.0);
pub(super) const EXAMPLE_DAYS: Range = range("days", Unit::Count, 1.0, 1_000.0);
pub(super) const EXAMPLE_EXTENT: Range = range("extent", Unit::Percent, 1.0, 100.0);
pub(super) const SHORT_DAY: Range = range("short_day", Unit::SekPerDay, 1.0, 1_000_000.0);
pub(super) const LONG_DAY: Range = range("long_day", Unit::SekPerDay, 0.0, 1_000_000.0);

/// Of the forecast.
pub(super) const BUDGET: Range = range("budget", Unit::Sek, 0.0, 1e12);

/// Of the investments: costs, effects, time, and what all of them share.
pub(super) const START: Range = range("start", Unit::Sek, 0.0, 1e12);
pub(super) const MONTHLY: Range = range("monthly", Unit::SekPerMonth, 0.0, 1e12);
pub(super) const YEARLY: Range = range("yearly", Unit::Sek, 0.0, 1e12);
pub(super) const PER_EMPLOYEE: Range = range("per_employee", Unit::Sek, 0.0, 1e9);
pub(super) const HOURS: Range = range("hours", Unit::Hours, 0.0, 10_000.0);
pub(super) const HOURS_MONTHLY: Range = range("hours_monthly", Unit::Hours, 0.0, 1_000.0);
pub(super) const PARTICIPANTS: Range = range("participants", Unit::Count, 0.0, 1_000_000.0);
pub(super) const MONTHS: Range = range("months", Unit::Months, 0.0, 600.0);
pub(super) const PRICE_GROWTH: Range = range("price_growth", Unit::Percent, -20.0, 50.0);
pub(super) const COST: Range = range("cost", Unit::Percent, 0.0, 1_000.0);
pub(super) const EFFECT_SHORT: Range = range("effect_short", Unit::Percent, -1_000.0, 100.0);
pub(super) const EFFECT_LONG: Range = range("effect_long", Unit::Percent, -1_000.0, 100.0);
pub(super) const EFFECT_DAYS: Range = range("effect_days", Unit::NetDays, -366.0, 366.0);
pub(super) const EFFECT_SPELLS: Range = range("effect_spells", Unit::Percent, -1_000.0, 100.0);
pub(super) const EFFECT_REPLACEMENT: Range = range("effect_replacement", Unit::Percent, -1_000.0, 100.0);
pub(super) const EFFECT_PRODUCTION: Range = range("effect_production", Unit::Percent, -1_000.0, 100.0);
pub(super) const EFFECT_LEAVERS: Range = range("effect_leavers", Unit::Count, -100_000.0, 100_000.0);
pub(super) const DELAY: Range = range("delay", Unit::Months, 0.0, 600.0);
pub(super) const RAMP: Range = range("ramp", Unit::Months, 0.0, 600.0);
pub(super) const DURATION: Range = range("duration", Unit::Months, 0.0, 600.0);
pub(super) const FADING: Range = range("fading", Unit::Months, 0.0, 600.0);
pub(super) const SHARE: Range = range("share", Unit::Percent, 0.1, 100.0);
pub(super) const HORIZON: Range = range("horizon", Unit::Months, 1.0, 600.0);
pub(super) const DISCOUNT: Range = range("discount", Unit::Percent, 0.0, 100.0);
pub(super) const VALUE: Range = range("value", Unit::Percent, 0.0, 1_000.0);
pub(super) const DAYS: Range = range("days", Unit::Percent, 0.0, 1_000.0);
pub(super) const HOURLY_COST: Range = range("hourly_cost", Unit::SekPerHour, 0.0, 100_000.0);
pub(super) const VALUE_SPELL: Range = range("value_spell", Unit::Sek, 0.0, 1e9);

/// Of the follow-up: value of a day, cost of the investment, months it runs.
pub(super) const VALUE_PER_DAY: Range = range("value_per_day", Unit::SekPerDay, 0.0, 1_000_000.0);
pub(super) const FOLLOW_UP_COST: Range = range("follow_up_cost", Unit::Sek, 0.0, 1e12);
pub(super) const FOLLOW_UP_MONTHS: Range = range("follow_up_months", Unit::Months, 1.0, 600.0);

/// Of what is lost at work.
pub(super) const STAFF_AFFECTED: Range = range("affected", Unit::Percent, 0.0, 100.0);
pub(super) const EFFECT_AT_WORK: Range = range("effect_at_work", Unit::Factor, 0.0, 10.0);
pub(super) const ANSWERED: Range = range("answered", Unit::Count, 0.0, 1_000_000.0);
pub(super) const HOURS_PER_YEAR: Range = range("hours_per_year", Unit::HoursPerYear, 1.0, 4_000.0);
pub(super) const COST_PER_HOUR: Range = range("cost_per_hour", Unit::SekPerHour, 1.0, 100_000.0);
pub(super) const LEAVERS: Range = range("leavers_avoided", Unit::Count, -100_000.0, 100_000.0);
pub(super) const COST_PER_LEAVER: Range = range("cost_per_leaver", Unit::Sek, 0.0, 100_000_000.0);

/// Those of the investments that the page says the bounds of.
pub(super) const OF_INVESTMENTS: [&Range; 27] = [
    &START,
    &MONTHLY,
    &YEARLY,
    &PER_EMPLOYEE,
    &HOURS,
    &HOURS_MONTHLY,
    &PARTICIPANTS,
    &MONTHS,
    &PRICE_GROWTH,
    &COST,
    &EFFECT_SHORT,
    &EFFECT_LONG,
    &EFFECT_DAYS,
    &EFFECT_SPELLS,
    &EFFECT_REPLACEMENT,
    &EFFECT_PRODUCTION,
    &EFFECT_LEAVERS,
    &DELAY,
    &RAMP,
    &DURATION,
    &FADING,
    &SHARE,
    &HORIZON,
    &DISCOUNT,
    &VALUE,
    &DAYS,
    &HOURLY_COST,
];
/// Of the outcome contract, by the names of its settings.
pub(super) const CONTRACT_COST: Range = range("whole_cost", Unit::Sek, 0.0, 1e12);
pub(super) const CONTRACT_SHARE: Range = range("provider_share", Unit::Percent, 0.0, 100.0);
pub(super) const CONTRACT_PROVIDER_COST: Range = range("provider_cost", Unit::Sek, 0.0, 1e12);
pub(super) const CONTRACT_RISK: Range = range("risk", Unit::Percent, 0.0, 100.0);
pub(super) const CONTRACT_PREMIUM: Range = range("premium", Unit::Percent, 0.0, 1_000.0);
pub(super) const CONTRACT_VALUE: Range = range("value_per_day", Unit::SekPerDay, 0.0, 1_000_000.0);
pub(super) const CONTRACT_SPLIT: Range = range("split", Unit::Percent, 0.0, 100.0);
pub(super) const CONTRACT_DAYS: Range = range("days_saved", Unit::NetDays, -1e7, 1e7);

const RANGES: [&Range; 33] = [
    &MONTHLY_PAY,
    &WEEKLY_HOURS,
    &HEADCOUNT,
    &SHORT_SHARE,
    &DAYS_PER_PERIOD,
    &ON_COST,
    &HOLIDAY,
    &OVERHEAD,
    &TOP_UP,
    &TOP_UP_LAST_DAY,
    &TOP_UP_ABOVE,
    &SCHEDULE,
    &SHORT_DAY,
    &LONG_DAY,
    &BUDGET,
    &REPLACEMENT_SHARE,
    &REPLACEMENT_COST,
    &START,
    &MONTHLY,
    &MONTHS,
    &HORIZON,
    &EFFECT_SHORT,
    &EFFECT_LONG,
    &VALUE_PER_DAY,
    &FOLLOW_UP_COST,
    &FOLLOW_UP_MONTHS,
    &STAFF_AFFECTED,
    &EFFECT_AT_WORK,
    &ANSWERED,
    &HOURS_PER_YEAR,
    &COST_PER_HOUR,
    &LEAVERS,
    &COST_PER_LEAVER,
];

impl Range {
    /// Whether a percentage of pay: a value between 0 and 1 is then a share by mistake.
    fn of_pay(&self) -> bool {
        [ON_COST.id, HOLIDAY.id, OVERHEAD.id, TOP_UP.id, TOP_UP_ABOVE.id].contains(&self.id)
    }

    /// Whether only whole numbers make sense.
    fn whole(&self) -> bool {
        [TOP_UP_LAST_DAY.id, EXAMPLE_DAYS.id, ANSWERED.id].contains(&self.id)
    }

    /// Its name and bounds, as they are shown.
    pub fn limit(&self) -> (String, LimitView) {
        (self.id.into(), LimitView { lowest: self.lowest, highest: self.highest, unit: self.unit.into() })
    }

    /// The value if it lies in the range.
    pub fn accepted(&self, given: Option<f64>) -> Option<f64> {
        given.filter(|value| self.problem(Some(*value)).is_none())
    }

    /// Why a given value is refused: an id under `problem.` in the catalogue.
    pub fn problem(&self, given: Option<f64>) -> Option<&'static str> {
        let value = given?;
        if !value.is_finite() {
            Some("not_a_number")
        } else if self.of_pay() && value > 0.0 && value < 1.0 {
            Some("looks_like_share")
        } else if (self.unit == Unit::Months || self.whole()) && value.fract() != 0.0 {
            Some("not_whole")
        } else if value < self.lowest {
            Some("too_low")
        } else if value > self.highest {
            Some("too_high")
        } else {
            None
        }
    }
}

/// The range in which an input of the settings or of the investment is accepted.
#[must_use]
pub fn accepted_range(id: &str) -> Option<(f64, f64)> {
    let range = RANGES.iter().find(|range| range.id == id)?;
    Some((range.lowest, range.highest))
}

/// Settings that were refused, with the id of the problem.
pub(super) type Problems = Vec<(String, String)>;

/// Reads settings, and notes what is refused.
#[derive(Default)]
pub(super) struct Reader {
    pub problems: Problems,
}

impl Reader {
    /// A value by the name of its range.
    pub fn value(&mut self, range: &Range, given: Option<f64>) -> Option<f64> {
        self.named(range, range.id, given)
    }

    /// A value by a name of its own.
    pub fn named(&mut self, range: &Range, name: &str, given: Option<f64>) -> Option<f64> {
        if let Some(problem) = range.problem(given) {
            self.refuse(name, problem);
        }
        range.accepted(given)
    }

    pub fn refuse(&mut self, name: &str, problem: &str) {
        self.problems.push((name.into(), problem.into()));
    }
}
