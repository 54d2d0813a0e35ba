//! More about the months that are shown at the top: who pays, each method, booked beside calculated, replacement, what a doubt is worth.

use std::collections::BTreeMap;

use super::Context;
use super::inputs;
use super::model::{
    BandView, BookedView, Kind, MethodTotal, PartiesView, RangeView, ReplacementSettings, ReplacementView, Settings, SpanView,
};
use super::period::Period;
use super::range::{REPLACEMENT_COST, REPLACEMENT_SHARE};
use crate::absence::{Bands, PAST_SICK_PAY};
use crate::cost::{self, Amount, CostFigure, Method, Missing, Party, Prices, Replacement};
use crate::figure::{Figure, Unit};
use crate::quantity::{Hours, Share};
use crate::rules::RuleId;

/// Day numbers by which the field divides absence.
const LATER_BANDS: [(u32, Option<u32>); 4] = [(60, Some(90)), (91, Some(180)), (181, Some(365)), (366, None)];

/// How much shorter or longer the average period is taken to be when the assumption is tried, in net days.
const OTHER_LENGTH: f64 = 1.0;

pub(super) fn span_view(context: &Context, period: &Period, settings: &Settings) -> SpanView {
    let sums = period.sums();
    let bands = sums.bands();
    let known = sums.sick_of_long_spells;
    let tried = 0..context.statistics.starts_tried();
    let if_earlier: Vec<Period> = tried.map(|trial| context.if_earlier(period.span, trial)).collect();
    SpanView {
        bands: band_views(context, &bands),
        long_share_percent: (known > 0.0).then(|| sums.long_spells / known * 100.0),
        parties: parties_view(context, period),
        methods: Method::ALL.into_iter().map(|method| method_total(method, period, &context.prices)).collect(),
        booked: (period.years.iter().any(|year| year.sums.booked_pay != 0.0)).then(|| booked_view(period, &context.prices)),
        replacement: replacement_view(period, &context.prices, &settings.replacement),
        if_begun_earlier: (!if_earlier.is_empty()).then(|| {
            let all: Vec<(&Period, &Prices)> = std::iter::once(period).chain(&if_earlier).map(|period| (period, &context.prices)).collect();
            range(&all)
        }),
        sick_pay_if_past: if_earlier.get(PAST_SICK_PAY).and_then(|past| cost::costs(&past.years, &context.prices).sick_pay().ok()),
        if_periods_differ: if_periods_differ(context, period),
    }
}

fn band_views(context: &Context, bands: &Bands) -> Vec<BandView> {
    let all = bands.all_hours();
    if !context.statistics.spells_known || all == 0.0 {
        return Vec::new();
    }
    let hours = [bands.short, bands.to_59, bands.to_90, bands.to_180, bands.to_365, bands.beyond];
    let view = |((from_day, to_day), sick): ((u32, Option<u32>), crate::absence::Sick)| BandView {
        from_day,
        to_day,
        net_days: Hours(sick.hours()).net_days().0,
        percent: sick.hours() / all * 100.0,
    };
    let short = context.prices.rates.rules().whole(RuleId::SickPayPeriod).unsigned_abs();
    let days = [(1, Some(short)), (short + 1, Some(59))].into_iter().chain(LATER_BANDS);
    days.zip(hours).map(view).collect()
}

/// What is missing for some amounts, each once.
fn missing(amounts: &[Amount]) -> Vec<String> {
    let mut ids: Vec<String> = amounts.iter().filter_map(|amount| amount.err()).map(|missing: Missing| missing.id().into()).collect();
    ids.dedup();
    ids
}

/// Who pays. Tables of months do not say on which days of a period the absence fell.
fn parties_view(context: &Context, period: &Period) -> PartiesView {
    if !context.statistics.spells_known {
        return PartiesView {
            pay_lost: None,
            employer: None,
            state: None,
            employee: None,
            missing: Vec::new(),
            unknown: Some("monthly".into()),
        };
    }
    parties(period, &context.prices)
}

pub(super) fn parties(period: &Period, prices: &Prices) -> PartiesView {
    let amounts = Party::ALL.map(|party| cost::party(party, &period.years, prices));
    let [lost, by_employer, by_state, borne] = amounts.map(Result::ok);
    PartiesView { pay_lost: lost, employer: by_employer, state: by_state, employee: borne, missing: missing(&amounts), unknown: None }
}

fn method_total(method: Method, period: &Period, prices: &Prices) -> MethodTotal {
    let prices = prices.by(method);
    let costs = cost::costs(&period.years, &prices);
    let days = period.short_and_long().map(|(short, long)| [short, long].map(|hours| hours.net_days().0));
    let average =
        |amount: Amount, at: usize| amount.ok().zip(days).filter(|(_, days)| days[at] > 0.0).map(|(amount, days)| amount / days[at]);
    MethodTotal {
        id: method.into(),
        source: method.source().into(),
        total: costs.estimated().ok(),
        short: costs.estimated_short.ok(),
        long: costs.estimated_long.ok(),
        short_day: average(costs.estimated_short, 0),
        long_day: average(costs.estimated_long, 1),
        missing: missing(&[costs.estimated_short, costs.estimated_long]),
    }
}

fn booked_view(period: &Period, prices: &Prices) -> BookedView {
    let booked = period.sums().booked_pay;
    let calculated = cost::sick_pay_of_booked(&period.years, prices);
    BookedView {
        booked,
        calculated: calculated.ok(),
        difference: calculated.ok().map(|calculated| booked - calculated),
        missing: missing(&[calculated]),
    }
}

/// Only Försäkringskassan's model is known not to contain replacement: ten per cent of monthly pay contains it, and what a value of
/// the user's own contains only the user knows.
const fn refusal(method: Method) -> Option<&'static str> {
    match method {
        Method::Fk => None,
        Method::RuleOfThumb | Method::Ki => Some("contains_it"),
        Method::Own => Some("own_value"),
    }
}

/// What is booked stands for the whole period: it is not mixed with what the user gave.
fn replacement_of(settings: &ReplacementSettings, booked: bool) -> Replacement {
    if booked { Replacement::default() } else { inputs::replacement(settings) }
}

fn replacement_view(period: &Period, prices: &Prices, settings: &ReplacementSettings) -> ReplacementView {
    let booked = period.sums().replacement != 0.0;
    let given = replacement_of(settings, booked);
    let cost = cost::replacement(&period.years, prices, given);
    let entered = booked || (given.share.is_some() && given.cost.is_some());
    let refused = refusal(prices.method).filter(|_| entered);
    let total = cost::costs(&period.years, prices).estimated();
    let mut problems = BTreeMap::new();
    for (range, given) in [(&REPLACEMENT_SHARE, settings.share), (&REPLACEMENT_COST, settings.cost)] {
        if let Some(problem) = range.problem(given) {
            problems.insert(range.id.into(), problem.into());
        }
    }
    ReplacementView {
        cost: cost.ok().filter(|_| entered),
        kind: if booked { Kind::Booked } else { Kind::Estimated },
        total: total.ok().zip(cost.ok()).filter(|_| entered && refused.is_none()).map(|(total, cost)| total + cost),
        refused: refused.map(Into::into),
        share: given.share.map(Share::as_percent),
        hour_cost: given.cost.map(Share::as_percent),
        problems,
        missing: if entered { missing(&[cost]) } else { Vec::new() },
    }
}

/// Between what values the layers lie for several readings of the same months.
fn range(readings: &[(&Period, &Prices)]) -> RangeView {
    let costs: Vec<cost::Costs> = readings.iter().map(|(period, prices)| cost::costs(&period.years, prices)).collect();
    let between = |layer: &dyn Fn(&cost::Costs) -> Amount| {
        let mut bounds: Option<(f64, f64)> = None;
        for costs in &costs {
            let value = layer(costs).ok()?;
            bounds = Some(bounds.map_or((value, value), |(low, high)| (low.min(value), high.max(value))));
        }
        bounds
    };
    RangeView {
        sick_pay: between(&cost::Costs::sick_pay),
        labour_cost: between(&cost::Costs::labour),
        estimated_total: between(&cost::Costs::estimated),
    }
}

/// The same months with sick-pay periods a net day shorter and a net day longer.
fn if_periods_differ(context: &Context, period: &Period) -> Option<RangeView> {
    let days = context.prices.days_per_period.filter(|_| !context.statistics.spells_known)?;
    let with = |days: f64| Prices { days_per_period: Some(days), ..context.prices.clone() };
    let [shorter, longer] = [with((days - OTHER_LENGTH).max(OTHER_LENGTH / 2.0)), with(days + OTHER_LENGTH)];
    let again = |prices: &Prices| context.priced(prices, period.span);
    Some(range(&[(&again(&shorter), &shorter), (&again(&longer), &longer)]))
}

/// A figure of the span with its steps; `None` for a name that is none of ours.
pub(super) fn explain(name: &str, period: &Period, prices: &Prices, settings: &Settings) -> Option<Figure> {
    if let Some(party) = Party::ALL.into_iter().find(|party| party.id() == name) {
        return Some(cost::explain_party(party, &period.years, prices));
    }
    if let Some(method) = name.strip_prefix("method_") {
        let method = Method::ALL.into_iter().find(|known| known.id() == method)?;
        return Some(cost::explain(CostFigure::EstimatedTotal, &period.years, &prices.by(method)));
    }
    match name {
        "sick_pay_of_booked" => Some(cost::explain(CostFigure::SickPayOfBooked, &period.years, prices)),
        "replacement" => {
            let given = replacement_of(&settings.replacement, period.sums().replacement != 0.0);
            let mut figure = cost::explain(CostFigure::Replacement(given), &period.years, prices);
            if period.sums().replacement != 0.0 {
                figure.kind = crate::figure::Kind::Booked;
            }
            figure.unit = Unit::Sek;
            Some(figure)
        }
        _ => None,
    }
}
