//! One plain struct per part of the page; the only place that serialises.
//!
//! [`view`] is pure: the same reading, statistics and settings give the same view. It is fast enough to run on every keystroke,
//! as it works on the sums by unit and month and never on the records.

mod cases;
mod contract;
mod economics;
mod example;
mod follow_up;
mod forecast;
pub mod given;
mod ground;
mod inputs;
mod investment;
mod measures;
mod mirror;
pub mod model;
mod organisation;
mod period;
mod production;
mod range;
mod reading;
mod rests_on;
mod rules;
pub mod shown;
mod simulated;
mod span;

pub use economics::{economics, explain_economics};
pub use follow_up::{DayValues, explain_follow_up, follow_up_view};
pub use inputs::basis;
pub use investment::problems as investment_problems;
pub use model::*;
pub use production::{WorkKnown, explain_production, production_view};
pub use range::accepted_range;
pub use reading::{choices, table_view};
pub use simulated::Simulated;

use std::collections::BTreeMap;

use crate::absence::{Basis, Statistics, Sums};
use crate::cost::{self, CostFigure, Missing, Prices};
use crate::evaluation::Chances;
use crate::investment::Ground;
use crate::order;
use crate::quantity::Month;
use crate::read::Reading;
use crate::rules as law;
use forecast::KnownMonth;
use inputs::Data;
use period::Period;
use rests_on::{months_of, overridden, rules_used};

/// How much of the view is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// For the page: units over the chosen span, figures without steps (they are asked for one at a time, by [`explain`]).
    Page,
    /// For the command line: every figure with its steps.
    Steps,
}

/// Everything there is to show.
///
/// ```
/// use barkraft::{absence, read, view};
///
/// let paste = "Anst.nr\tFr.o.m.\tT.o.m.\n1\t2024-03-04\t2024-03-08\n";
/// let reading = read::read(paste.as_bytes(), &read::Choices::default());
/// let settings = view::Settings { monthly_pay: Some(30_000.0), ..Default::default() };
/// let statistics = absence::count(&reading, &view::basis(&settings));
/// let view = view::view(&reading, &statistics, &settings, view::Detail::Page);
/// assert_eq!(view.total.sick_pay.map(f64::round), Some(4_431.0));
/// ```
#[must_use]
pub fn view(reading: &Reading, statistics: &Statistics, settings: &Settings, detail: Detail) -> View {
    let Told { reading, tables, notes } = told(reading, statistics);
    let Economics { mut investment, follow_up, production } =
        economics(&ground(statistics, settings), settings, detail, &mut Chances::default());
    if detail == Detail::Steps {
        let explained = |name: &str| {
            let question = Question { scope: Scope::Investment, key: String::new(), figure: name.into() };
            (name.to_string(), explain(statistics, settings, &question))
        };
        investment.figures = Some(order::by_name(["value_short_day", "value_long_day"].map(explained)));
    }
    View { figures: FiguresView { reading, tables, notes, ..figures(statistics, settings, detail) }, investment, follow_up, production }
}

/// What of the view is told of the tables themselves.
#[must_use]
pub fn told(reading: &Reading, statistics: &Statistics) -> Told {
    Told {
        reading: reading::reading_view(reading, statistics),
        tables: reading.tables().iter().map(table_view).collect(),
        notes: statistics.notes.iter().map(|note| reading::note_view(note, reading)).collect(),
    }
}

/// What the answers about investments rest on: what [`economics`] needs of the counting.
#[must_use]
pub fn ground(statistics: &Statistics, settings: &Settings) -> Ground {
    ground::ground(&Context::new(statistics, settings), settings)
}

/// All the rest of the view: what comes of the counting alone. What is [`told`] of the tables is left empty.
#[must_use]
pub fn figures(statistics: &Statistics, settings: &Settings, detail: Detail) -> FiguresView {
    let context = Context::new(statistics, settings);
    let steps = detail == Detail::Steps;
    let shown = |period: &Period| period.view(statistics, &context.prices, steps);
    let total = context.period(Span::Total);
    let data = context.data(&total);
    let inputs = inputs::inputs(settings, &context.prices, &data);
    let asks = asks(&context, &total, &inputs);
    let last_twelve_months = context.period(Span::LastTwelveMonths);
    let value_of_a_day = |figure| ground::value_of_a_day(figure, &last_twelve_months, &context.prices).value();
    let span = settings.span.unwrap_or(Span::YearToDate);
    let in_span = context.period(span);
    let units_in_span = order::sorted(context.units(span, false), largest_first);
    let cell = |unit, month| context.cell(unit, month);
    let months = context.month_views(steps);
    // A budget is of the whole.
    let budget = settings.budget.filter(|_| context.department.is_none() && context.unit.is_none());
    let rules = context.prices.rates.rules();
    let measures = measures::measures_view(
        statistics,
        &context.units,
        &cell,
        settings,
        rules,
        in_span.headcount_of_all().or(context.headcount),
        in_span.span,
    );
    let pay = context.prices.monthly_pay.map(|pay| pay.0).or(data.average_pay);
    let example = example::example(&settings.example, &context.basis, &context.prices, pay, statistics.as_of);
    let Told { reading, tables, notes } = reading::untold();
    FiguresView {
        reading,
        tables,
        as_of: statistics.as_of.map(|as_of| as_of.to_string()),
        as_of_given: inputs::as_of(settings).is_ok_and(|as_of| as_of.is_some()),
        as_of_problem: inputs::as_of(settings).err().map(Into::into),
        rules: rules_used(&context, settings, &inputs, &example),
        organisation: context.organisation(),
        in_span: span::span_view(&context, &in_span, settings),
        measures,
        forecast: forecast::forecast_view(context.last_whole_month(), &context.known_months(&months), budget),
        overridden: overridden(&context, &total, settings, months_of(&example)),
        example,
        override_problems: rules::rules(settings).1,
        asks,
        inputs,
        method: MethodView {
            id: context.prices.method.into(),
            given: settings.method.is_some(),
            source: context.prices.method.source().into(),
            short_day: value_of_a_day(CostFigure::EstimatedShort),
            long_day: value_of_a_day(CostFigure::EstimatedLong),
        },
        span,
        total: shown(&total),
        year_to_date: shown(&context.period(Span::YearToDate)),
        last_twelve_months: shown(&last_twelve_months),
        months,
        units: if steps { context.units(Span::Total, steps) } else { Vec::new() },
        units_in_span,
        notes,
    }
}

/// One figure with every step that led to it. A name or key that is none of ours gives a figure without value or steps.
#[must_use]
pub fn explain(statistics: &Statistics, settings: &Settings, question: &Question) -> FigureView {
    let context = Context::new(statistics, settings);
    let name = question.figure.as_str();
    let of = |period: Period| period.explain(name, statistics, &context.prices);
    let unit = || context.unit_of_key(&question.key);
    let span = settings.span.unwrap_or(Span::YearToDate);
    let figure = match question.scope {
        Scope::Total => of(context.period(Span::Total)),
        Scope::YearToDate => of(context.period(Span::YearToDate)),
        Scope::LastTwelveMonths => of(context.period(Span::LastTwelveMonths)),
        Scope::Month => {
            statistics.months().find(|month| month.to_string() == question.key).and_then(|month| of(context.months(Some((month, month)))))
        }
        Scope::Unit => unit().and_then(|unit| of(context.unit(unit, Span::Total))),
        Scope::UnitInSpan => unit().and_then(|unit| of(context.unit(unit, span))),
        Scope::Investment => {
            let period = context.period(Span::LastTwelveMonths);
            let figure = match name {
                "value_short_day" => Some(CostFigure::EstimatedShort),
                "value_long_day" => Some(CostFigure::EstimatedLong),
                _ => None,
            };
            figure.map(|figure| ground::value_of_a_day(figure, &period, &context.prices))
        }
        Scope::Span => span::explain(name, &context.period(span), &context.prices, settings),
        Scope::Forecast => statistics
            .as_of
            .and_then(|_| forecast::explain(name, context.last_whole_month(), &context.known_months(&context.month_views(false)))),
        Scope::FollowUp | Scope::Production => None,
    };
    figure.map_or_else(|| FigureView::unknown(name), Into::into)
}

/// Units by their estimated total in whole kronor, the largest first; those without one last.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a float turned into a whole number stops at the bounds
fn largest_first(unit: &UnitView) -> u32 {
    u32::MAX - unit.period.estimated_total.map_or(0, |total| total as u32)
}

/// What every part of the view is made from.
struct Context<'a> {
    statistics: &'a Statistics,
    basis: Basis,
    prices: Prices,
    /// The headcount given for the whole; how many work in a part of it is not known.
    headcount: Option<f64>,
    /// The units of the part that is opened, and its names.
    units: Vec<usize>,
    department: Option<String>,
    unit: Option<String>,
    /// What happened in each month, all units of the opened part together, and what of it is of people with reduced contributions.
    by_month: Vec<(Sums, Sums)>,
}

impl<'a> Context<'a> {
    fn new(statistics: &'a Statistics, settings: &Settings) -> Self {
        let (units, department, unit) = organisation::opened(statistics, &settings.opened);
        let whole = department.is_none() && unit.is_none();
        let headcount = inputs::headcount(settings).filter(|_| whole);
        let basis = inputs::basis(settings);
        let prices = inputs::prices(settings, &basis, statistics);
        let mut context = Self { statistics, basis, prices, headcount, units, department, unit, by_month: Vec::new() };
        context.by_month = context.added_by_month(&context.prices);
        context
    }

    /// The units of the opened part added up, month by month, and what of it is of people with reduced contributions.
    fn added_by_month(&self, prices: &Prices) -> Vec<(Sums, Sums)> {
        let statistics = self.statistics;
        let mut by_month = self.added_by_unit(prices);
        for (_, months) in statistics.beside(&self.units) {
            for ((all, _), beside) in by_month.iter_mut().zip(months) {
                all.headcount += beside.headcount;
                all.scheduled += beside.scheduled;
                all.sick_of_scheduled += beside.sick_of_scheduled;
            }
        }
        by_month
    }

    fn added_by_unit(&self, prices: &Prices) -> Vec<(Sums, Sums)> {
        let statistics = self.statistics;
        // Single spells leave nothing open to fill in.
        if statistics.spells_known {
            return statistics.by_month(&self.units);
        }
        let added = |month| {
            let mut sums = Sums::default();
            self.units.iter().for_each(|unit| sums += prices.fill_in(statistics.cell(*unit, month), month));
            (sums, Sums::default())
        };
        statistics.months().map(added).collect()
    }

    /// What happened in a unit and month, what the data leaves open filled in.
    fn cell(&self, unit: usize, month: Month) -> Sums {
        self.prices.fill_in(self.statistics.cell(unit, month), month)
    }

    /// The first and last month of a span.
    fn span(&self, span: Span) -> Option<(Month, Month)> {
        let end = self.statistics.as_of?.month();
        let first = match span {
            Span::YearToDate => Month::from_year_month(end.year(), 1),
            Span::LastTwelveMonths => end.plus(-11),
            Span::Total => return Some((self.statistics.first?, self.statistics.months().last()?)),
        };
        Some((first, end))
    }

    fn period(&self, span: Span) -> Period {
        self.months(self.span(span))
    }

    /// All units of the opened part in some months.
    fn months(&self, months: Option<(Month, Month)>) -> Period {
        self.added(&self.by_month, months)
    }

    fn added(&self, by_month: &[(Sums, Sums)], months: Option<(Month, Month)>) -> Period {
        let first = self.statistics.first.map_or(0, Month::number);
        let sums = |month: Month| {
            let index = usize::try_from(month.number() - first).ok();
            index.and_then(|index| by_month.get(index)).copied().unwrap_or_default()
        };
        Period::of(self.statistics, &sums, months, &self.units, self.headcount, &|unit, month| self.cell(unit, month))
    }

    /// The same by other prices.
    fn priced(&self, prices: &Prices, months: Option<(Month, Month)>) -> Period {
        self.added(&self.added_by_month(prices), months)
    }

    /// The same if the spells of the first day had begun earlier, by one of the starts that were tried.
    fn if_earlier(&self, months: Option<(Month, Month)>, trial: usize) -> Period {
        let mut by_month = self.by_month.clone();
        for ((all, reduced), (more, more_reduced)) in by_month.iter_mut().zip(self.statistics.if_earlier(&self.units, trial)) {
            *all += more;
            *reduced += more_reduced;
        }
        self.added(&by_month, months)
    }

    /// One unit. How many of the user's employees work there is not known.
    fn unit(&self, unit: usize, span: Span) -> Period {
        let sums = |month| (self.cell(unit, month), self.statistics.reduced(unit, month).unwrap_or_default());
        Period::of(self.statistics, &sums, self.span(span), &[unit], None, &|unit, month| self.cell(unit, month))
    }

    /// Every unit of the opened part, by name.
    fn units(&self, span: Span, steps: bool) -> Vec<UnitView> {
        let mut by_name = BTreeMap::new();
        for index in &self.units {
            by_name.insert((self.statistics.units[*index].as_str(), self.department_of(*index)), *index);
        }
        let view = |((unit, department), index): ((&str, Option<&str>), usize)| UnitView {
            unit: unit.into(),
            department: department.map(Into::into),
            period: self.unit(index, span).view(self.statistics, &self.prices, steps),
        };
        by_name.into_iter().map(view).collect()
    }

    /// Every month of the data.
    fn month_views(&self, steps: bool) -> Vec<MonthView> {
        let view = |month: Month| MonthView {
            month: month.to_string(),
            has_data: self.statistics.has_data(month),
            period: self.months(Some((month, month))).view(self.statistics, &self.prices, steps),
        };
        self.statistics.months().map(view).collect()
    }

    /// The same as the forecast takes it. A month that the as-of date cuts through is not known as a whole.
    fn known_months(&self, views: &[MonthView]) -> Vec<KnownMonth> {
        let whole = |month: Month| self.statistics.as_of.is_none_or(|as_of| month.last_day() <= as_of);
        let known = |(month, view): (Month, &MonthView)| KnownMonth {
            month,
            known: (self.statistics.spells_known || view.has_data) && whole(month),
            net_days: view.period.net_days,
            short_net_days: view.period.short_net_days,
            sick_pay: view.period.sick_pay,
            estimated_total: view.period.estimated_total,
        };
        self.statistics.months().zip(views).map(known).collect()
    }

    /// The month up to which the forecast knows: the last whole one.
    fn last_whole_month(&self) -> Month {
        self.statistics.as_of.map_or(law::LAST_MONTH, |as_of| {
            let month = as_of.month();
            if month.last_day() <= as_of || month.month_of_year() == 1 { month } else { month.plus(-1) }
        })
    }

    fn data(&self, total: &Period) -> Data {
        let sums = total.sums();
        let bands = sums.bands();
        let all = bands.all();
        let calculated = sums.calculated.short.and(sums.calculated.unsplit);
        Data {
            unpriced: all.unpriced > 0.0,
            average_pay: (all.priced > 0.0).then(|| all.pay_hours / all.priced),
            unsplit: bands.unsplit.hours() > 0.0,
            estimates_deductions: !self.statistics.spells_known && calculated.hours() > 0.0,
            headcount: if self.headcount.is_some() { None } else { total.headcount },
            last_month: total.span.map_or(law::LAST_MONTH, |(_, last)| last),
        }
    }
}

/// Ids of missing inputs without which some figure cannot be given: those of the cost first, then what only refines.
fn asks(context: &Context, total: &Period, inputs: &[InputView]) -> Vec<String> {
    let costs = cost::costs(&total.years, &context.prices);
    let mut asks: Vec<&str> = [costs.calculated, costs.labour_short, costs.labour_long, costs.estimated_short, costs.estimated_long]
        .into_iter()
        .filter_map(Result::err)
        .map(Missing::id)
        .collect();
    // One missing input can hide another: whatever is used and missing is asked for.
    asks.extend(
        inputs
            .iter()
            .filter(|input| input.used && input.origin == Origin::Missing && input.id != "headcount")
            .map(|input| input.id.as_str()),
    );
    if context.statistics.first.is_some() && inputs.iter().any(|input| input.id == "headcount" && input.origin == Origin::Missing) {
        asks.push("headcount");
    }
    let mut seen = Vec::new();
    for ask in asks {
        if !seen.iter().any(|known| known == ask) {
            seen.push(ask.to_string());
        }
    }
    seen
}
