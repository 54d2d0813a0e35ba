//! Which rules the present result rests on, and which figures rest on values of the user's own.

use std::collections::BTreeMap;

use super::ground::value_of_a_day;
use super::model::{ExampleView, High, InputView, RuleView, Settings, Span};
use super::period::{MEASURES, Period};
use super::{Context, rules, span};
use crate::cost::{self, CostFigure, Party};
use crate::figure::Figure;
use crate::investment::Answer;
use crate::quantity::{Date, Month};
use crate::rules::{self as law, Rule, RuleId};

/// Every rule, and whether the present result rests on it: those that held in the months of the data, or of the example.
pub(super) fn rules_used(context: &Context, settings: &Settings, inputs: &[InputView], example: &ExampleView) -> Vec<RuleView> {
    // Without a month to show, the rules of today's end of the table.
    let shown = context.span(Span::Total).unwrap_or((law::LAST_MONTH, law::LAST_MONTH));
    let in_example = months_of(example);
    let used = |row: &Rule| {
        let holds = rules::holds(row, shown) || of_the_example(row.id) && rules::holds(row, in_example);
        // A waiting day or deduction of nothing is the other rule's time.
        let nothing = row.value == 0.0 && [RuleId::WaitingDay, RuleId::WaitingDeduction].contains(&row.id);
        context.statistics.known && holds && !nothing && applies(context, settings, row.id)
    };
    let changed = |rule: RuleId| inputs.iter().any(|input| input.changed_by_you && input.rule.as_deref() == Some(rule.id()));
    rules::rule_views(context.prices.rates.rules(), used, changed)
}

/// First and last month of the example.
pub(super) fn months_of(example: &ExampleView) -> (Month, Month) {
    let month = |iso: &str| Date::from_iso(iso).map_or(law::LAST_MONTH, Date::month);
    (month(&example.from), month(&example.to))
}

/// Whether the example of one spell rests on a rule.
const fn of_the_example(rule: RuleId) -> bool {
    use crate::rules::Area::{Agreement, SickPay, State};
    matches!(rule.area(), SickPay | Agreement | State)
}

/// Whether a rule has a say in the present result at all.
fn applies(context: &Context, settings: &Settings, rule: RuleId) -> bool {
    let (statistics, on_cost) = (context.statistics, context.prices.rates.on_cost());
    let spells = statistics.spells_known;
    match rule {
        RuleId::WeeklyHours => settings.schedule.is_none(),
        RuleId::HolidayDays | RuleId::RepeatedSpells | RuleId::LongSpell => spells,
        RuleId::EmployerContributions => on_cost == rule || statistics.ages_known,
        RuleId::OnCostMunicipality | RuleId::OnCostRegion => on_cost == rule,
        RuleId::ReducedContributions | RuleId::ReducedAge => statistics.ages_known,
        RuleId::EarningYear | RuleId::EarningYearAgreement => spells && context.basis.earning_year == rule,
        RuleId::HighShare => settings.watch.high == Some(High::Top),
        _ => true,
    }
}

/// Names of the figures that rest on values of the user's own, with those rules.
pub(super) fn overridden(
    context: &Context,
    total: &Period,
    settings: &Settings,
    in_example: (Month, Month),
) -> BTreeMap<String, Vec<String>> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let prices = &context.prices;
    if !prices.rates.overridden() {
        return found;
    }
    let mut from_steps = |name: &str, figure: Option<Figure>| {
        figure.iter().flat_map(rules::overridden_in).for_each(|rule| mark(&mut found, name, rule.id()));
    };
    for name in CostFigure::ALL.iter().map(|figure| figure.id()).chain(MEASURES) {
        from_steps(name, total.explain(name, context.statistics, prices));
    }
    for name in Party::ALL.iter().map(|party| party.id()).chain(["sick_pay_of_booked", "replacement"]) {
        from_steps(name, span::explain(name, total, prices, settings));
    }
    for method in cost::Method::ALL {
        let name = format!("method_{}", method.id());
        from_steps(&name, span::explain(&name, total, prices, settings));
    }
    let last_twelve_months = context.period(Span::LastTwelveMonths);
    for (name, figure) in [("value_short_day", CostFigure::EstimatedShort), ("value_long_day", CostFigure::EstimatedLong)] {
        from_steps(name, Some(value_of_a_day(figure, &last_twelve_months, prices)));
    }
    let shown = context.span(Span::Total).unwrap_or((law::LAST_MONTH, law::LAST_MONTH));
    let spells = context.statistics.spells_known;
    for row in prices.rates.rules().rows().iter().filter(|row| row.overridden && rules::holds(row, shown)) {
        if applies(context, settings, row.id) {
            for figure in rules::shapes(row.id, prices.method, spells) {
                mark(&mut found, figure, row.id.id());
            }
        }
    }
    for row in prices.rates.rules().rows().iter().filter(|row| row.overridden && rules::holds(row, in_example)) {
        if of_the_example(row.id) && applies(context, settings, row.id) {
            mark(&mut found, "example", row.id.id());
        }
    }
    // The answers of the investment rest on the value of a day.
    for answer in Answer::ALL.iter().filter(|answer| **answer != Answer::Cost) {
        rests_on(&mut found, answer.id(), &["value_short_day", "value_long_day"]);
    }
    // The employee bears what the others do not pay.
    rests_on(&mut found, "employee", &["employer", "state", "pay_lost"]);
    found
}

/// Marks a figure with the rules of those that it rests on.
fn rests_on(found: &mut BTreeMap<String, Vec<String>>, figure: &str, parts: &[&str]) {
    let of_parts: Vec<String> = parts.iter().filter_map(|part| found.get(*part)).flatten().cloned().collect();
    for rule in &of_parts {
        mark(found, figure, rule);
    }
}

/// Marks a figure with a rule, once.
fn mark(found: &mut BTreeMap<String, Vec<String>>, figure: &str, rule: &str) {
    let rules = found.entry(figure.into()).or_default();
    if !rules.iter().any(|known| known == rule) {
        rules.push(rule.into());
    }
}
