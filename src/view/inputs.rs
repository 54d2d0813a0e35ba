//! The values that the result rests on: which the user gave, which come from the rules, which are missing.

use super::model::{InputView, InvestmentSettings, Origin, Settings, Unit};
use crate::absence::{Basis, Statistics};
use crate::cost::{Method, Prices};
use crate::figure;
use crate::quantity::{Date, Hours, Sek, Share};
use crate::rules::{self, RuleId, latest};

/// Months within which an investment must carry itself when the user does not say.
pub const DEFAULT_HORIZON: f64 = 12.0;

/// An input of the settings: its name, unit and accepted range.
pub(super) struct Range {
    pub id: &'static str,
    unit: figure::Unit,
    lowest: f64,
    highest: f64,
}

const fn range(id: &'static str, unit: figure::Unit, lowest: f64, highest: f64) -> Range {
    Range { id, unit, lowest, highest }
}

use figure::Unit as U;

const MONTHLY_PAY: Range = range("monthly_pay", U::SekPerMonth, 1_000.0, 1_000_000.0);
const WEEKLY_HOURS: Range = range("weekly_hours", U::HoursPerWeek, 1.0, 80.0);
const HEADCOUNT: Range = range("headcount", U::Count, 0.1, 1_000_000.0);
const SHORT_SHARE: Range = range("short_share", U::Percent, 0.0, 100.0);
const DAYS_PER_PERIOD: Range = range("days_per_period", U::NetDays, 0.1, 14.0);
const ON_COST: Range = range("on_cost", U::Percent, 0.0, 200.0);
const HOLIDAY: Range = range("holiday", U::Percent, 0.0, 100.0);
const OVERHEAD: Range = range("overhead", U::Percent, 0.0, 500.0);
const SHORT_DAY: Range = range("short_day", U::SekPerDay, 1.0, 1_000_000.0);
const LONG_DAY: Range = range("long_day", U::SekPerDay, 0.0, 1_000_000.0);

/// Of the investment: start, monthly, months, horizon, effects.
pub(super) const START: Range = range("start", U::Sek, 0.0, 1e12);
pub(super) const MONTHLY: Range = range("monthly", U::SekPerMonth, 0.0, 1e12);
pub(super) const MONTHS: Range = range("months", U::Months, 0.0, 600.0);
pub(super) const HORIZON: Range = range("horizon", U::Months, 1.0, 600.0);
pub(super) const EFFECT_SHORT: Range = range("effect_short", U::Percent, -1_000.0, 100.0);
pub(super) const EFFECT_LONG: Range = range("effect_long", U::Percent, -1_000.0, 100.0);

const RANGES: [&Range; 16] = [
    &MONTHLY_PAY,
    &WEEKLY_HOURS,
    &HEADCOUNT,
    &SHORT_SHARE,
    &DAYS_PER_PERIOD,
    &ON_COST,
    &HOLIDAY,
    &OVERHEAD,
    &SHORT_DAY,
    &LONG_DAY,
    &START,
    &MONTHLY,
    &MONTHS,
    &HORIZON,
    &EFFECT_SHORT,
    &EFFECT_LONG,
];

impl Range {
    /// Whether a percentage of pay: a value between 0 and 1 is then a share by mistake.
    fn of_pay(&self) -> bool {
        [ON_COST.id, HOLIDAY.id, OVERHEAD.id].contains(&self.id)
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
        } else if self.unit == figure::Unit::Months && value.fract() != 0.0 {
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

/// The as-of date that the user gave; an error is an id under `problem.` in the catalogue, and the date is then not used.
pub(super) fn as_of(settings: &Settings) -> Result<Option<Date>, &'static str> {
    let Some(text) = settings.as_of.as_deref() else { return Ok(None) };
    let date = Date::from_iso(text).ok_or("not_a_date")?;
    let (first, last) = rules::covered();
    if first <= date && date <= last { Ok(Some(date)) } else { Err("outside_rules") }
}

/// The range in which an input of the settings or of the investment is accepted.
#[must_use]
pub fn accepted_range(id: &str) -> Option<(f64, f64)> {
    let range = RANGES.iter().find(|range| range.id == id)?;
    Some((range.lowest, range.highest))
}

/// What the counting needs of the settings.
#[must_use]
pub fn basis(settings: &Settings) -> Basis {
    let weekly = WEEKLY_HOURS.accepted(settings.weekly_hours);
    Basis {
        as_of: as_of(settings).unwrap_or_default(),
        today: settings.today.as_deref().and_then(Date::from_iso),
        weekly_hours: Hours(weekly.unwrap_or(latest(RuleId::WeeklyHours).value)),
    }
}

/// What the pricing needs of the settings.
pub(super) fn prices(settings: &Settings, statistics: &Statistics) -> Prices {
    let kronor = |range: &Range, given| range.accepted(given).map(Sek);
    Prices {
        monthly_pay: kronor(&MONTHLY_PAY, settings.monthly_pay),
        weekly_hours: basis(settings).weekly_hours,
        weekly_hours_given: WEEKLY_HOURS.accepted(settings.weekly_hours).is_some(),
        short_share: SHORT_SHARE.accepted(settings.short_share).map(Share::percent),
        days_per_period: DAYS_PER_PERIOD.accepted(settings.days_per_period),
        on_cost: ON_COST.accepted(settings.on_cost),
        holiday: HOLIDAY.accepted(settings.holiday),
        overhead: OVERHEAD.accepted(settings.overhead),
        method: settings.method.map(Method::from).unwrap_or_default(),
        short_day: kronor(&SHORT_DAY, settings.short_day),
        long_day: kronor(&LONG_DAY, settings.long_day),
        spells_known: statistics.spells_known,
    }
}

/// The headcount that the user gave.
pub(super) fn headcount(settings: &Settings) -> Option<f64> {
    HEADCOUNT.accepted(settings.headcount)
}

/// What the data has to say about the inputs.
pub(super) struct Data {
    /// Hours without pay of their own.
    pub unpriced: bool,
    /// Hours with pay of their own, and their average.
    pub average_pay: Option<f64>,
    /// Hours not split into short and long.
    pub unsplit: bool,
    /// Short hours for which waiting deductions must be estimated.
    pub estimates_deductions: bool,
    /// Average number of employees.
    pub headcount: Option<f64>,
}

/// Every input, in the order in which the page shows them.
pub(super) fn inputs(settings: &Settings, prices: &Prices, data: &Data) -> Vec<InputView> {
    let own = prices.method == Method::Own;
    let rule = |id| Some(id);
    let none: Option<RuleId> = None;
    let row = |range: &Range, given: Option<f64>, rule: Option<RuleId>, from_data: Option<f64>, used: bool| {
        let accepted = range.accepted(given);
        let default = rule.map(|rule| latest(rule).value);
        let (value, origin) = match (accepted, from_data, default) {
            (Some(value), _, _) => (Some(value), Origin::Given),
            (None, Some(value), _) => (Some(value), Origin::Data),
            (None, None, Some(value)) => (Some(value), Origin::Default),
            (None, None, None) => (None, Origin::Missing),
        };
        InputView {
            id: range.id.into(),
            value,
            unit: Unit::from(range.unit),
            origin,
            used,
            changed_by_you: accepted.is_some() && default.is_some() && accepted != default,
            default,
            rule: rule.map(|rule| rule.id().into()),
            problem: range.problem(given).map(Into::into),
            lowest: range.lowest,
            highest: range.highest,
        }
    };
    // Pay in the data stands for itself: the user's is for rows without.
    let pay_from_data = data.average_pay.filter(|_| !data.unpriced);
    vec![
        row(&MONTHLY_PAY, settings.monthly_pay, none, pay_from_data, data.unpriced),
        row(&SHORT_SHARE, settings.short_share, none, None, data.unsplit),
        row(&HEADCOUNT, settings.headcount, none, data.headcount, true),
        row(&SHORT_DAY, settings.short_day, none, None, own),
        row(&LONG_DAY, settings.long_day, none, None, own),
        row(&WEEKLY_HOURS, settings.weekly_hours, rule(RuleId::WeeklyHours), None, true),
        row(&ON_COST, settings.on_cost, rule(RuleId::EmployerContributions), None, true),
        row(&HOLIDAY, settings.holiday, rule(RuleId::Holiday), None, true),
        row(&OVERHEAD, settings.overhead, rule(RuleId::Overhead), None, true),
        row(&DAYS_PER_PERIOD, settings.days_per_period, none, None, data.estimates_deductions),
    ]
}

/// The problems of the investment's settings, by name.
pub(super) fn investment_problems(settings: &InvestmentSettings) -> impl Iterator<Item = (String, String)> {
    [
        (&START, settings.start),
        (&MONTHLY, settings.monthly),
        (&MONTHS, settings.months),
        (&HORIZON, settings.horizon),
        (&EFFECT_SHORT, settings.effect_short),
        (&EFFECT_LONG, settings.effect_long),
    ]
    .into_iter()
    .filter_map(|(range, given)| Some((range.id.to_string(), range.problem(given)?.to_string())))
}
