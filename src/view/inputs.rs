//! The values that the result rests on: which the user gave, which come from the rules, which are missing.

use super::model::{self, Employer, InputView, Origin, Settings, Unit};
use super::range::{
    DAYS_PER_PERIOD, HEADCOUNT, HOLIDAY, LONG_DAY, MONTHLY_PAY, ON_COST, OVERHEAD, REPLACEMENT_COST, REPLACEMENT_SHARE, Range, SCHEDULE,
    SHORT_DAY, SHORT_SHARE, TOP_UP, TOP_UP_ABOVE, TOP_UP_LAST_DAY, WEEKLY_HOURS,
};
use super::rules::rules;
use crate::absence::{Basis, BegunEarlier, Schedule, Statistics};
use crate::cost::{Method, Prices, RateTable, Replacement};
use crate::quantity::{Date, Hours, Month, Sek, Share};
use crate::rules::{self, RuleId, Rules, TABLE};

/// The as-of date that the user gave; an error is an id under `problem.` in the catalogue, and the date is then not used.
pub(super) fn as_of(settings: &Settings) -> Result<Option<Date>, &'static str> {
    let Some(text) = settings.as_of.as_deref() else { return Ok(None) };
    let date = Date::from_iso(text).ok_or("not_a_date")?;
    let (first, last) = rules::covered();
    if first <= date && date <= last { Ok(Some(date)) } else { Err("outside_rules") }
}

/// What the counting needs of the settings.
#[must_use]
pub fn basis(settings: &Settings) -> Basis {
    let rules = rules(settings).0;
    Basis {
        as_of: as_of(settings).unwrap_or_default(),
        today: settings.today.as_deref().and_then(Date::from_iso),
        schedule: schedule(settings, &rules),
        begun_earlier: settings.begun_earlier.map(BegunEarlier::from),
        earning_year: match settings.employer {
            Some(Employer::Municipality | Employer::Region) => RuleId::EarningYearAgreement,
            Some(Employer::Other) | None => RuleId::EarningYear,
        },
        monthly_pay: monthly_pay(settings),
        rules,
    }
}

fn monthly_pay(settings: &Settings) -> Option<Sek> {
    MONTHLY_PAY.accepted(settings.monthly_pay).map(Sek)
}

/// The weekly schedule: by the days given, else Monday to Friday.
fn schedule(settings: &Settings, rules: &Rules) -> Schedule {
    match given_schedule(settings) {
        Some(Ok(schedule)) => schedule,
        _ => Schedule::weekdays(Hours(rules.latest(RuleId::WeeklyHours).value)),
    }
}

/// The schedule that was given, or why it is refused.
fn given_schedule(settings: &Settings) -> Option<Result<Schedule, &'static str>> {
    let days = settings.schedule.as_deref()?;
    let Ok(hours) = <[f64; 7]>::try_from(days) else { return Some(Err("seven_days")) };
    if hours.iter().any(|day| !(0.0..=24.0).contains(day)) {
        return Some(Err("hours_of_a_day"));
    }
    let schedule = Schedule::new(hours);
    Some(SCHEDULE.problem(Some(schedule.weekly_hours().0)).map_or(Ok(schedule), Err))
}

/// The rule that gives the on-cost.
fn on_cost_rule(settings: &Settings) -> RuleId {
    match settings.employer {
        Some(Employer::Municipality) => RuleId::OnCostMunicipality,
        Some(Employer::Region) => RuleId::OnCostRegion,
        Some(Employer::Other) | None => RuleId::EmployerContributions,
    }
}

/// What the pricing needs of the settings.
pub(super) fn prices(settings: &Settings, basis: &Basis, statistics: &Statistics) -> Prices {
    let kronor = |range: &Range, given| range.accepted(given).map(Sek);
    Prices {
        monthly_pay: basis.monthly_pay,
        weekly_hours: basis.schedule.weekly_hours(),
        weekly_hours_given: basis.rules.latest(RuleId::WeeklyHours).overridden
            || WEEKLY_HOURS.accepted(settings.weekly_hours).is_some()
            || matches!(given_schedule(settings), Some(Ok(_))),
        short_share: SHORT_SHARE.accepted(settings.short_share).map(Share::percent),
        days_per_period: DAYS_PER_PERIOD.accepted(settings.days_per_period),
        method: settings.method.map(Method::from).unwrap_or_default(),
        short_day: kronor(&SHORT_DAY, settings.short_day),
        long_day: kronor(&LONG_DAY, settings.long_day),
        spells_known: statistics.spells_known,
        rates: RateTable::new(basis.rules.clone(), on_cost_rule(settings), ON_COST.accepted(settings.on_cost)),
    }
}

/// What the user gave of replacement.
pub(super) fn replacement(settings: &model::ReplacementSettings) -> Replacement {
    Replacement {
        share: REPLACEMENT_SHARE.accepted(settings.share).map(Share::percent),
        cost: REPLACEMENT_COST.accepted(settings.cost).map(Share::percent),
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
    /// The last month shown: a rule stands as it did then.
    pub last_month: Month,
}

/// What the table of rules says; nothing where it does not know.
fn default_of(rule: RuleId, month: Month) -> Option<f64> {
    TABLE.iter().find(|row| row.id == rule && row.from <= month && month <= row.to).and_then(rules::Rule::known)
}

/// Every input, in the order in which the page shows them.
pub(super) fn inputs(settings: &Settings, prices: &Prices, data: &Data) -> Vec<InputView> {
    let own = prices.method == Method::Own;
    let rule = |id| Some(id);
    let none: Option<RuleId> = None;
    let row = |range: &Range, given: Option<f64>, rule: Option<RuleId>, from_data: Option<f64>, used: bool| {
        let accepted = range.accepted(given);
        let default = rule.and_then(|rule| default_of(rule, data.last_month));
        // The user's own value may stand in the table of rules, for the time.
        let own = rule.and_then(|rule| prices.rates.rules().on(rule, data.last_month).ok()).filter(|row| row.overridden);
        let (value, origin) = match (accepted.or(own.map(|row| row.value)), from_data, default) {
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
    let on_cost = on_cost_rule(settings);
    let mut inputs = vec![
        row(&MONTHLY_PAY, settings.monthly_pay, none, pay_from_data, data.unpriced),
        row(&SHORT_SHARE, settings.short_share, none, None, data.unsplit),
        row(&HEADCOUNT, settings.headcount, none, data.headcount, true),
        row(&SHORT_DAY, settings.short_day, none, None, own),
        row(&LONG_DAY, settings.long_day, none, None, own),
        row(&WEEKLY_HOURS, settings.weekly_hours, rule(RuleId::WeeklyHours), None, true),
        row(&ON_COST, settings.on_cost, rule(on_cost), None, true),
        row(&HOLIDAY, settings.holiday, rule(RuleId::Holiday), None, true),
        row(&OVERHEAD, settings.overhead, rule(RuleId::Overhead), None, true),
        row(&TOP_UP, settings.top_up, rule(RuleId::TopUp), None, true),
        row(&TOP_UP_LAST_DAY, settings.top_up_last_day, rule(RuleId::TopUpLastDay), None, prices.spells_known),
        row(&TOP_UP_ABOVE, settings.top_up_above, rule(RuleId::TopUpAbove), None, true),
        row(&DAYS_PER_PERIOD, settings.days_per_period, none, None, data.estimates_deductions),
    ];
    if let Some(given) = given_schedule(settings) {
        let mut schedule = row(&SCHEDULE, given.ok().map(|schedule| schedule.weekly_hours().0), none, None, true);
        schedule.problem = given.err().map(Into::into);
        inputs.push(schedule);
    }
    inputs
}
