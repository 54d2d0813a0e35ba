//! Whether the investment carries itself, as the page shows it.

use super::inputs::{DEFAULT_HORIZON, investment_problems};
use super::model::{CurvePoint, FigureView, InvestmentSettings, InvestmentView, Kind};
use super::period::Period;
use super::range::{EFFECT_LONG, EFFECT_SHORT, HORIZON, MONTHLY, MONTHS, START};
use crate::absence::{Bands, Sick, Statistics, Sums};
use crate::cost::{self, CostFigure, Prices, Stretch};
use crate::figure::{Figure, Ledger, Operand, Steps, Unit};
use crate::investment::{Answer, Baseline, Case, Effect, Investment};
use crate::order;
use crate::quantity::{HOURS_PER_NET_DAY, NetDays, Sek, Share};
use crate::rules::{self, RuleId};

/// The case that the settings describe, on the absence of the last twelve months.
pub(super) struct Planned<'a> {
    case: Case,
    months: f64,
    last_twelve_months: &'a Period,
    prices: &'a Prices,
}

impl<'a> Planned<'a> {
    pub fn new(settings: &InvestmentSettings, last_twelve_months: &'a Period, statistics: &Statistics, prices: &'a Prices) -> Self {
        let horizon = HORIZON.accepted(settings.horizon).unwrap_or(DEFAULT_HORIZON);
        let months = last_twelve_months.counted_months(statistics.spells_known);
        let a_year = |hours: crate::quantity::Hours| (months > 0.0).then(|| NetDays(hours.net_days().0 * 12.0 / months));
        let short_and_long = last_twelve_months.short_and_long();
        let value = |figure| value_of_a_day(figure, last_twelve_months, prices).value().map(Sek);
        let case = Case {
            investment: Investment {
                start: Sek(START.accepted(settings.start).unwrap_or(0.0)),
                monthly: Sek(MONTHLY.accepted(settings.monthly).unwrap_or(0.0)),
                months: MONTHS.accepted(settings.months).unwrap_or(f64::INFINITY),
                horizon,
            },
            baseline: Baseline {
                short: short_and_long.and_then(|(short, _)| a_year(short)),
                long: short_and_long.and_then(|(_, long)| a_year(long)),
                value_short: value(CostFigure::EstimatedShort),
                value_long: value(CostFigure::EstimatedLong),
                full_time_post: Some(prices.rates.rules().latest(RuleId::FullTimePost))
                    .filter(|post| post.overridden)
                    .map(|post| NetDays(post.value)),
            },
            effect: Effect {
                short: EFFECT_SHORT.accepted(settings.effect_short).map(Share::percent),
                long: EFFECT_LONG.accepted(settings.effect_long).map(Share::percent),
            },
        };
        Self { case, months, last_twelve_months, prices }
    }

    pub fn view(&self, settings: &InvestmentSettings, steps: bool) -> InvestmentView {
        let Case { investment, baseline, effect } = self.case;
        let answer = |answer| self.case.answer(answer);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let baseline_months = self.months as u32;
        InvestmentView {
            verdict: self.case.verdict().into(),
            start: investment.start.0,
            monthly: investment.monthly.0,
            months: investment.months.min(investment.horizon),
            horizon: investment.horizon,
            cost: answer(Answer::Cost).unwrap_or(0.0),
            value_short_day: baseline.value_short.map(|value| value.0),
            value_long_day: baseline.value_long.map(|value| value.0),
            short_net_days_per_year: baseline.short.map(|days| days.0),
            long_net_days_per_year: baseline.long.map(|days| days.0),
            baseline_months,
            needed_short_net_days: answer(Answer::NeededShortNetDays),
            needed_short_net_days_per_year: self.case.needed_per_year(),
            needed_percent: answer(Answer::NeededPercent),
            needed_full_time_equivalents: answer(Answer::NeededPosts),
            saving_of_all_short: answer(Answer::SavingOfAllShort),
            effect_short: effect.short.map(Share::as_percent),
            effect_long: effect.long.map(Share::as_percent),
            saving_per_month: answer(Answer::SavingPerMonth),
            highest_cost: answer(Answer::HighestCost),
            payback_months: answer(Answer::Payback),
            result_at_horizon: answer(Answer::Result),
            curve: self
                .case
                .curve()
                .into_iter()
                .map(|(month, cost, saving)| CurvePoint { month, cost: cost.0, saving: saving.0 })
                .collect(),
            curve_at_given_effect: answer(Answer::SavingPerMonth).is_some(),
            kind: Kind::Estimated,
            figures: steps.then(|| {
                let names = Answer::ALL.iter().map(|answer| answer.id()).chain(["value_short_day", "value_long_day"]);
                order::by_name(names.filter_map(|name| Some((name.to_string(), FigureView::from(self.explain(name)?)))))
            }),
            problems: order::by_name(investment_problems(settings)),
        }
    }

    /// An answer with its steps; `None` for a name that is none of ours.
    pub fn explain(&self, name: &str) -> Option<Figure> {
        match name {
            "value_short_day" => Some(value_of_a_day(CostFigure::EstimatedShort, self.last_twelve_months, self.prices)),
            "value_long_day" => Some(value_of_a_day(CostFigure::EstimatedLong, self.last_twelve_months, self.prices)),
            _ => Answer::ALL.into_iter().find(|answer| answer.id() == name).map(|answer| self.case.explain(answer)),
        }
    }
}

/// What a net day costs by the method: the average over the last twelve months, or one day by itself where they hold none.
fn value_of_a_day(figure: CostFigure, period: &Period, prices: &Prices) -> Figure {
    let short = figure == CostFigure::EstimatedShort;
    let id = if short { "value_short_day" } else { "value_long_day" };
    let hours = period.short_and_long().map(|(short_hours, long_hours)| if short { short_hours } else { long_hours }.0);
    let (explained, days, caveat) = match hours {
        Some(hours) if hours > 0.0 => (cost::explain(figure, &period.years, prices), hours / HOURS_PER_NET_DAY, "average_day"),
        _ => {
            let day = Sick::new(HOURS_PER_NET_DAY, None);
            let bands =
                if short { Bands { short: day, ..Bands::default() } } else { Bands { to_59: day, topped_up: day, ..Bands::default() } };
            let month = period.span.map_or(rules::LAST_MONTH, |(_, last)| last);
            let above_hours = bands.topped_up.hours();
            let sums = Sums { calculated: bands, above_hours, ..Sums::default() };
            let day = Stretch { from: Some(rules::stretch(month)), sums, ..Stretch::default() };
            // One day is no spell: no deduction is estimated for it.
            let prices = Prices { spells_known: true, ..prices.clone() };
            (cost::explain(figure, &[day], &prices), 1.0, "one_day")
        }
    };
    if !explained.missing.is_empty() {
        return Figure { id, unit: Unit::SekPerDay, ..explained };
    }
    let total = explained.value().unwrap_or(0.0);
    let mut steps = Steps(explained.steps);
    let days_id = if short { "short_net_days" } else { "long_net_days" };
    let figure_id = figure.id();
    steps.product(id, Unit::SekPerDay, &[Operand::new(figure_id, total, Unit::Sek), Operand::new(days_id, days, Unit::NetDays).per()]);
    let mut value = Figure::new(id, Unit::SekPerDay, crate::figure::Kind::Estimated, steps.0);
    value.caveats = explained.caveats;
    value.with_caveats(&[caveat])
}
