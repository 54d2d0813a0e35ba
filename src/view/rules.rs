//! The table of rules as the page shows it: every value with its source, and the user's own in place of some.

use std::collections::BTreeMap;

use super::model::{RuleView, Settings};
use super::range::{HOLIDAY, OVERHEAD, Range, TOP_UP, TOP_UP_ABOVE, TOP_UP_LAST_DAY, WEEKLY_HOURS, accepted_range};
use crate::cost::Method;
use crate::figure::{Figure, Unit};
use crate::quantity::Month;
use crate::rules::{Rule, RuleId, Rules, TABLE};

/// The rules with the user's own values, and the overrides that were refused with the reason.
pub(super) fn rules(settings: &Settings) -> (Rules, BTreeMap<String, String>) {
    let mut rules = Rules::default();
    let mut problems = BTreeMap::new();
    let inputs: [(&Range, Option<f64>, RuleId); 6] = [
        (&WEEKLY_HOURS, settings.weekly_hours, RuleId::WeeklyHours),
        (&HOLIDAY, settings.holiday, RuleId::Holiday),
        (&OVERHEAD, settings.overhead, RuleId::Overhead),
        (&TOP_UP, settings.top_up, RuleId::TopUp),
        (&TOP_UP_LAST_DAY, settings.top_up_last_day, RuleId::TopUpLastDay),
        (&TOP_UP_ABOVE, settings.top_up_above, RuleId::TopUpAbove),
    ];
    // Row by row first: an input of the workplace holds for every year.
    for given in &settings.overrides {
        let row = TABLE.iter().find(|row| row.id.id() == given.rule && row.from.first_day().to_string() == given.valid_from);
        let problem = match row {
            None => Some("no_such_rule"),
            Some(row) => problem(row, given.value),
        };
        match (row, problem) {
            (Some(row), None) => {
                rules.replace(row.id, row.from, given.value);
            }
            (_, problem) => {
                problems.insert([given.rule.as_str(), given.valid_from.as_str()].join(" "), problem.unwrap_or_default().into());
            }
        }
    }
    for (range, given, rule) in inputs {
        if let Some(value) = range.accepted(given) {
            rules.replace_all(rule, value);
        }
    }
    (rules, problems)
}

/// Why a value is refused in place of a row: an id under `problem.` in the catalogue.
fn problem(row: &Rule, value: f64) -> Option<&'static str> {
    let (lowest, highest) = range(row);
    if !value.is_finite() {
        Some("not_a_number")
    } else if !editable(row.id) {
        Some("not_editable")
    } else if row.unit == Unit::Percent && row.value >= 1.0 && value > 0.0 && value < 1.0 {
        Some("looks_like_share")
    } else if value < lowest {
        Some("too_low")
    } else if value > highest {
        Some("too_high")
    } else if row.unit == Unit::Count && value.fract() != 0.0 {
        Some("not_whole")
    } else {
        None
    }
}

/// Whether a value of one's own makes sense: a net day is the unit that the page counts in.
fn editable(rule: RuleId) -> bool {
    rule != RuleId::NetDay
}

/// The values that are accepted in place of a row: those of the same input of the workplace, where there is one.
fn range(row: &Rule) -> (f64, f64) {
    let input = match row.id {
        RuleId::WeeklyHours => Some("weekly_hours"),
        RuleId::Holiday => Some("holiday"),
        RuleId::Overhead => Some("overhead"),
        RuleId::TopUp => Some("top_up"),
        RuleId::TopUpLastDay => Some("top_up_last_day"),
        RuleId::TopUpAbove => Some("top_up_above"),
        RuleId::OnCostMunicipality | RuleId::OnCostRegion | RuleId::EmployerContributions => Some("on_cost"),
        _ => None,
    };
    if let Some(range) = input.and_then(accepted_range) {
        return range;
    }
    match (row.id, row.unit) {
        (RuleId::EarningYear | RuleId::EarningYearAgreement, _) => (1.0, 12.0),
        (RuleId::SickPayPeriod, _) => (1.0, 58.0),
        (RuleId::WaitingDay, _) => (0.0, 1.0),
        // A smaller limit would show groups that the law does not let be shown.
        (RuleId::SmallGroup, _) => (10.0, 1_000.0),
        // People are counted up to eight spells or more.
        (RuleId::RepeatedSpells, _) => (0.0, 7.0),
        (RuleId::BenefitDays, _) => (360.0, 366.0),
        (RuleId::PriceBaseAmount, _) => (10_000.0, 1_000_000.0),
        (RuleId::TopUpCeiling | RuleId::BenefitCeiling, _) => (1.0, 1_000.0),
        (RuleId::LongSpell, _) => (2.0, 3_650.0),
        (_, Unit::Percent) => (0.0, 100.0),
        (_, Unit::Sek) => (0.0, 1_000_000.0),
        (_, Unit::HoursPerYear) => (1_000.0, 2_500.0),
        (_, Unit::NetDays) => (1.0, 366.0),
        _ => (0.0, 3_650.0),
    }
}

/// Every row, whether the result rests on it, and whether an input of the workplace stands in its place.
pub(super) fn rule_views(rules: &Rules, used: impl Fn(&Rule) -> bool, changed: impl Fn(RuleId) -> bool) -> Vec<RuleView> {
    let view = |(row, table): (&Rule, &Rule)| {
        let (lowest, highest) = range(row);
        RuleView {
            id: row.id.id().into(),
            value: row.value,
            unit: row.unit.into(),
            valid_from: row.from.first_day().to_string(),
            valid_to: row.to.last_day().to_string(),
            source: row.source.into(),
            checked_on: row.checked_on.into(),
            status: row.status.into(),
            overridden: row.overridden || changed(row.id),
            default: table.known(),
            area: row.id.area().into(),
            used: used(row),
            editable: editable(row.id),
            lowest,
            highest,
        }
    };
    rules.rows().iter().zip(TABLE).map(view).collect()
}

/// What of the result a rule shapes before any arithmetic with it: how days are counted, and to whom a rate applies.
pub(super) fn shapes(rule: RuleId, method: Method, spells: bool) -> Vec<&'static str> {
    const DAYS: &[&str] = &["net_days", "net_days_per_employee", "full_time_equivalents", "absence_percent", "rolling", "watch", "spread"];
    const SPLIT: &[&str] = &["short_net_days", "long_net_days", "short_net_days_per_employee", "bands", "rolling", "watch", "pay_lost"];
    const PERIODS: &[&str] = &["sick_pay_periods", "waiting_deductions", "waiting_days"];
    const BY_DAYS: &[&str] = &["method_rule_of_thumb", "method_ki", "method_own"];
    const SICK_PAY: &[&str] = &["sick_pay", "sick_pay_of_booked", "employer", "state"];
    const SHORT: &[&str] = &["labour_cost", "method_fk"];
    const BY_MODEL: &[&str] = &["estimated_total", "estimated_short", "estimated_long", "value_short_day", "value_long_day"];
    const LONG_BY_MODEL: &[&str] = &["estimated_total", "estimated_long", "value_long_day"];
    const SHORT_BY_MODEL: &[&str] = &["estimated_total", "estimated_short", "value_short_day"];
    let fk = method == Method::Fk;
    let if_fk = |names: &'static [&'static str]| if fk { names } else { &[] };
    let parts: [&[&str]; 8] = match rule {
        RuleId::WeeklyHours => [DAYS, SPLIT, BY_DAYS, SICK_PAY, SHORT, BY_MODEL, PERIODS, &["replacement", "long_share", "statutory"]],
        RuleId::SickPayPeriod | RuleId::Relapse => [SPLIT, BY_DAYS, SICK_PAY, SHORT, BY_MODEL, PERIODS, &[], &[]],
        RuleId::WaitingDay | RuleId::WaitingDeduction | RuleId::DeductionCap => {
            [SICK_PAY, SHORT, if_fk(SHORT_BY_MODEL), PERIODS, &[], &[], &[], &[]]
        }
        RuleId::TopUpLastDay | RuleId::TopUpCeiling => [&["employer"], SHORT, if_fk(LONG_BY_MODEL), &[], &[], &[], &[], &[]],
        RuleId::PriceBaseAmount => [&["employer", "state"], SHORT, if_fk(LONG_BY_MODEL), &[], &[], &[], &[], &[]],
        RuleId::HolidayDays | RuleId::EarningYear | RuleId::EarningYearAgreement | RuleId::ReducedAge | RuleId::ReducedContributions => {
            [SHORT, if_fk(BY_MODEL), &[], &[], &[], &[], &[], &[]]
        }
        RuleId::BenefitCeiling | RuleId::BenefitLevel | RuleId::BenefitFactor | RuleId::BenefitRounding | RuleId::BenefitDays => {
            [&["state"], &[], &[], &[], &[], &[], &[], &[]]
        }
        RuleId::LongSpell => [&["long_share", "statutory"], &[], &[], &[], &[], &[], &[], &[]],
        RuleId::SmallGroup => [&["statutory", "repeated"], &[], &[], &[], &[], &[], &[], &[]],
        RuleId::RepeatedSpells => [&["repeated"], &[], &[], &[], &[], &[], &[], &[]],
        RuleId::FullTimePost => [&["needed_full_time_equivalents"], &[], &[], &[], &[], &[], &[], &[]],
        RuleId::DiscountRate => [&["investment"], &[], &[], &[], &[], &[], &[], &[]],
        RuleId::PostHours => [&["hourly_cost"], &[], &[], &[], &[], &[], &[], &[]],
        RuleId::AssumedSpread => [&["uncertainty"], &[], &[], &[], &[], &[], &[], &[]],
        RuleId::HighShare => [&["watch"], &[], &[], &[], &[], &[], &[], &[]],
        _ => [&[]; 8],
    };
    // Tables of months know no parties.
    let known = |name: &&str| spells || !["employer", "state", "pay_lost"].contains(name);
    parts.into_iter().flatten().copied().filter(known).collect()
}

/// The overridden rules in the steps of a figure.
pub(super) fn overridden_in(figure: &Figure) -> impl Iterator<Item = RuleId> {
    figure.steps.iter().flat_map(|step| &step.operands).filter(|operand| operand.given).filter_map(|operand| operand.rule)
}

/// Whether a row holds in some of the months.
pub(super) fn holds(row: &Rule, (first, last): (Month, Month)) -> bool {
    row.from <= last && first <= row.to
}
