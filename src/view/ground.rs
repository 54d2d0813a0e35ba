//! What the answers about investments rest on, worked out from the statistics, the rules and the prices: see [`Ground`].

use super::Context;
use super::inputs;
use super::measures::grid;
use super::model::{Settings, Span};
use super::period::Period;
use crate::absence::{Bands, Calendar, Sick, Sums};
use crate::cost::{self, CostFigure, Method, Party, Prices, Stretch};
use crate::evaluation::{Cell, Series};
use crate::figure::{Figure, Ledger, Operand, Steps, Unit};
use crate::investment::{Ground, Perspective, Place, Values};
use crate::quantity::{HOURS_PER_NET_DAY, Hours, Month};
use crate::rules::law::{MONTHS, WEEKS};
use crate::rules::{self, RuleId};

/// What the answers rest on, for the part of the organisation that is opened.
pub(super) fn ground(context: &Context, settings: &Settings) -> Ground {
    let prices = &context.prices;
    let rules = prices.rates.rules();
    let period = context.period(Span::LastTwelveMonths);
    let hours_of_a_year = rules.latest(RuleId::PostHours).value;
    let pay = period.sums().bands().all().monthly_pay(prices.monthly_pay);
    let on_cost = prices.rates.on_cost_on(period.span.map_or(rules::LAST_MONTH, |(_, last)| last));
    let hourly_cost = pay.zip(on_cost).map(|(pay, on_cost)| pay.0 * MONTHS * (1.0 + on_cost / 100.0) / hours_of_a_year);
    let series = series(context);
    let mut units: Vec<Place> = Vec::new();
    for case in &settings.investment.cases {
        if let Some((at, (name, department))) = called(&series.units, case.unit.as_deref(), case.department.as_deref())
            && !units.iter().any(|place| (&place.name, &place.department) == (name, department))
        {
            let (unit, name, department) = (context.units[at], name.clone(), department.clone());
            units.push(Place { name, department, ..place(context, &context.unit(unit, Span::LastTwelveMonths), settings) });
        }
    }
    Ground {
        whole: place(context, &period, settings),
        units,
        series,
        hourly_cost,
        contains_replacement: prices.method != Method::Fk,
        discount: rules.latest(RuleId::DiscountRate).value,
        spread: rules.latest(RuleId::AssumedSpread).value,
        full_time_post: rules.latest(RuleId::FullTimePost).value,
        full_time_post_given: rules.latest(RuleId::FullTimePost).overridden,
        hours_of_a_year,
    }
}

fn names(context: &Context, unit: usize) -> (String, String) {
    (context.statistics.units[unit].clone(), context.department_of(unit).unwrap_or_default().into())
}

/// The unit of a name and department. Where no department is said, it is the one that has none, or else the only one of that name.
pub(super) fn called<'a>(
    units: &'a [(String, String)],
    name: Option<&str>,
    department: Option<&str>,
) -> Option<(usize, &'a (String, String))> {
    let of_name = || units.iter().enumerate().filter(|(_, (unit, _))| Some(unit.as_str()) == name);
    let only = || of_name().next().filter(|_| department.is_none() && of_name().count() == 1);
    of_name().find(|(_, (_, of))| of == department.unwrap_or_default()).or_else(only)
}

/// The absence of a year and the value of a day.
fn place(context: &Context, period: &Period, settings: &Settings) -> Place {
    let prices = &context.prices;
    let statistics = context.statistics;
    let months = period.counted_months(statistics.spells_known);
    let a_year = |amount: f64| (months > 0.0).then(|| amount * MONTHS / months);
    let short_and_long = period.short_and_long();
    let counted = statistics.spells_known || statistics.spells_counted;
    Place {
        name: String::new(),
        department: String::new(),
        short: short_and_long.and_then(|(short, _)| a_year(short.net_days().0)),
        long: short_and_long.and_then(|(_, long)| a_year(long.net_days().0)),
        spells: a_year(period.sums().spells).filter(|_| counted),
        employees: period.headcount_of_all(),
        cost: cost::costs(&period.years, prices).estimated().ok().and_then(a_year),
        replacement: replacement(period, prices, settings).and_then(a_year),
        months,
        values: Perspective::ALL.map(|perspective| values(context, period, perspective)).to_vec(),
    }
}

/// What replacement cost, where it is booked or the user has said how much is replaced.
fn replacement(period: &Period, prices: &Prices, settings: &Settings) -> Option<f64> {
    let given = inputs::replacement(&settings.replacement);
    let known = period.sums().replacement != 0.0 || (given.share.is_some() && given.cost.is_some());
    cost::replacement(&period.years, prices, given).ok().filter(|_| known)
}

fn values(context: &Context, period: &Period, perspective: Perspective) -> Values {
    let prices = &context.prices;
    let paid = |party| {
        let [short, long] = [true, false].map(|short| paid_a_day(context, period, party, short));
        Values { short, long }
    };
    match perspective {
        Perspective::Employer => Values {
            short: value_of_a_day(CostFigure::EstimatedShort, period, prices).value(),
            long: value_of_a_day(CostFigure::EstimatedLong, period, prices).value(),
        },
        Perspective::State => paid(Party::State),
        Perspective::Employee => paid(Party::Employee),
        Perspective::Society => {
            let pay = period.sums().bands().all().monthly_pay(prices.monthly_pay);
            let on_cost = prices.rates.on_cost_on(period.span.map_or(rules::LAST_MONTH, |(_, last)| last));
            let hour = pay.map(|pay| pay.0 * MONTHS / (WEEKS * prices.weekly_hours.0));
            let day = hour.zip(on_cost).map(|(hour, on_cost)| hour * HOURS_PER_NET_DAY * (1.0 + on_cost / 100.0));
            Values { short: day, long: day }
        }
    }
}

/// What somebody pays of a short or a long net day, on the average. Tables of months do not say on which days of a period the absence fell.
fn paid_a_day(context: &Context, period: &Period, party: Party, short: bool) -> Option<f64> {
    if !context.statistics.spells_known {
        return None;
    }
    let bands = if short { only_short } else { only_long };
    let only = |sums: &Sums| Sums {
        calculated: bands(&sums.calculated),
        booked: bands(&sums.booked),
        calendar: if short { Calendar::default() } else { sums.calendar },
        ..*sums
    };
    let years: Vec<Stretch> =
        period.years.iter().map(|year| Stretch { from: year.from, sums: only(&year.sums), reduced: only(&year.reduced) }).collect();
    let days: f64 = years.iter().map(|year| Hours(year.sums.bands().all_hours()).net_days().0).sum();
    cost::party(party, &years, &context.prices).ok().filter(|_| days > 0.0).map(|paid| paid / days)
}

fn only_short(bands: &Bands) -> Bands {
    Bands {
        short: bands.short,
        deduction: bands.deduction,
        waiting_day: bands.waiting_day,
        reimbursed: bands.reimbursed,
        short_without_holiday: bands.short_without_holiday,
        ..Bands::default()
    }
}

fn only_long(bands: &Bands) -> Bands {
    let none = Sick::default();
    Bands { short: none, deduction: none, waiting_day: none, reimbursed: none, short_without_holiday: none, ..*bands }
}

/// Month by month: for the follow-up. A month that the as-of date cuts through would look like a fall.
fn series(context: &Context) -> Series {
    let statistics = context.statistics;
    let months = || statistics.months().filter(|month| statistics.as_of.is_none_or(|as_of| month.last_day() <= as_of));
    let cell = |sums: &Sums, month: Month| {
        let bands = sums.bands();
        Cell {
            employees: sums.headcount,
            short: Hours(bands.short.hours()).net_days().0,
            long: Hours(bands.long().hours() + bands.unsplit.hours()).net_days().0,
            known: statistics.spells_known || statistics.has_data(month),
            split: bands.unsplit.hours() == 0.0,
        }
    };
    // The days of everyone are not to be held against the employees of some; the user's number is of all, and holds for all months.
    let grid = grid(statistics, &context.units, &|unit, month| context.cell(unit, month));
    let everyone = |month: Month| context.headcount.or_else(|| grid.of_all((month, month)).1).unwrap_or(0.0);
    let whole = months().zip(&context.by_month).map(|(month, (sums, _))| Cell { employees: everyone(month), ..cell(sums, month) });
    Series {
        first: statistics.first,
        units: context.units.iter().map(|unit| names(context, *unit)).collect(),
        cells: context.units.iter().map(|unit| months().map(|month| cell(&context.cell(*unit, month), month)).collect()).collect(),
        whole: whole.collect(),
    }
}

/// What a net day costs by the method: the average over the last twelve months, or one day by itself where they hold none.
pub(super) fn value_of_a_day(figure: CostFigure, period: &Period, prices: &Prices) -> Figure {
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
