//! One plain struct per part of the page; the only place that serialises.
//!
//! [`view`] is pure: the same reading, statistics and settings give the same view. It is fast enough to run on every keystroke,
//! as it works on the sums by unit and month and never on the records.

mod inputs;
mod investment;
mod mirror;
pub mod model;
mod period;
mod reading;

pub use inputs::{accepted_range, basis};
pub use model::*;
pub use reading::choices;

use std::collections::BTreeMap;

use crate::absence::Statistics;
use crate::cost::{self, Missing, Prices};
use crate::figure;
use crate::order;
use crate::quantity::Month;
use crate::read::{Layout, Reading};
use crate::rules::{self, RuleId, TABLE};
use inputs::Data;
use investment::Planned;
use period::Period;

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
/// let statistics = absence::count(&reading, view::basis(&settings));
/// let view = view::view(&reading, &statistics, &settings, view::Detail::Page);
/// assert_eq!(view.total.sick_pay.map(f64::round), Some(4_431.0));
/// ```
#[must_use]
pub fn view(reading: &Reading, statistics: &Statistics, settings: &Settings, detail: Detail) -> View {
    let context = Context::new(statistics, settings);
    let steps = detail == Detail::Steps;
    let shown = |period: &Period| period.view(statistics, &context.prices, steps);
    let total = context.period(Span::Total);
    let data = context.data(&total);
    let inputs = inputs::inputs(settings, &context.prices, &data);
    let asks = asks(&context, &total, &inputs);
    let last_twelve_months = context.period(Span::LastTwelveMonths);
    let investment = Planned::new(&settings.investment, &last_twelve_months, statistics, &context.prices).view(&settings.investment, steps);
    let span = settings.span.unwrap_or(Span::YearToDate);
    let units_in_span = order::sorted(context.units(span, false), largest_first);
    View {
        reading: reading::reading_view(reading, statistics),
        as_of: statistics.as_of.map(|as_of| as_of.to_string()),
        as_of_given: inputs::as_of(settings).is_ok_and(|as_of| as_of.is_some()),
        as_of_problem: inputs::as_of(settings).err().map(Into::into),
        rules: rules_used(&context, reading, &inputs),
        asks,
        inputs,
        method: MethodView {
            id: context.prices.method.into(),
            given: settings.method.is_some(),
            source: context.prices.method.source().into(),
            short_day: investment.value_short_day,
            long_day: investment.value_long_day,
        },
        span,
        total: shown(&total),
        year_to_date: shown(&context.period(Span::YearToDate)),
        last_twelve_months: shown(&last_twelve_months),
        months: statistics
            .months()
            .map(|month| MonthView {
                month: month.to_string(),
                has_data: statistics.has_data(month),
                period: shown(&context.months(Some((month, month)))),
            })
            .collect(),
        units: if steps { context.units(Span::Total, steps) } else { Vec::new() },
        units_in_span,
        investment,
        notes: statistics.notes.iter().map(|note| reading::note_view(note, reading)).collect(),
    }
}

/// One figure with every step that led to it. A name or key that is none of ours gives a figure without value or steps.
#[must_use]
pub fn explain(statistics: &Statistics, settings: &Settings, question: &Question) -> FigureView {
    let context = Context::new(statistics, settings);
    let name = question.figure.as_str();
    let of = |period: Period| period.explain(name, statistics, &context.prices);
    let unit = || statistics.units.iter().position(|unit| *unit == question.key);
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
            Planned::new(&settings.investment, &period, statistics, &context.prices).explain(name)
        }
    };
    figure.map_or_else(
        || FigureView {
            id: name.into(),
            value: None,
            unit: Unit::Factor,
            kind: Kind::Calculated,
            missing: Vec::new(),
            caveats: Vec::new(),
            steps: Vec::new(),
        },
        Into::into,
    )
}

/// Units by their estimated total in whole kronor, the largest first; those without one last.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a float turned into a whole number stops at the bounds
fn largest_first(unit: &UnitView) -> u32 {
    u32::MAX - unit.period.estimated_total.map_or(0, |total| total as u32)
}

/// What every part of the view is made from.
struct Context<'a> {
    statistics: &'a Statistics,
    prices: Prices,
    headcount: Option<f64>,
}

impl<'a> Context<'a> {
    fn new(statistics: &'a Statistics, settings: &Settings) -> Self {
        Self { statistics, prices: inputs::prices(settings, statistics), headcount: inputs::headcount(settings) }
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

    /// All units in some months.
    fn months(&self, months: Option<(Month, Month)>) -> Period {
        Period::of(self.statistics, &self.prices, months, 0..self.statistics.units.len(), self.headcount)
    }

    /// One unit. How many of the user's employees work there is not known.
    fn unit(&self, unit: usize, span: Span) -> Period {
        Period::of(self.statistics, &self.prices, self.span(span), unit..unit + 1, None)
    }

    /// Every unit, by name.
    fn units(&self, span: Span, steps: bool) -> Vec<UnitView> {
        let mut by_name = BTreeMap::new();
        for (index, unit) in self.statistics.units.iter().enumerate() {
            by_name.insert(unit.as_str(), index);
        }
        let view = |(unit, index): (&str, usize)| UnitView {
            unit: unit.into(),
            period: self.unit(index, span).view(self.statistics, &self.prices, steps),
        };
        by_name.into_iter().map(view).collect()
    }

    fn data(&self, total: &Period) -> Data {
        let sums = total.sums();
        let bands = sums.bands();
        let all = bands.short.and(bands.long()).and(bands.unsplit);
        let calculated = sums.calculated.short.and(sums.calculated.unsplit);
        Data {
            unpriced: all.unpriced > 0.0,
            average_pay: (all.priced > 0.0).then(|| all.pay_hours / all.priced),
            unsplit: bands.unsplit.hours() > 0.0,
            estimates_deductions: !self.statistics.spells_known && calculated.hours() > 0.0,
            headcount: if self.headcount.is_some() { None } else { total.headcount },
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

/// The rules that the present result rests on, as they stood in the months of the data.
fn rules_used(context: &Context, reading: &Reading, inputs: &[InputView]) -> Vec<RuleView> {
    if reading.layout == Layout::Unknown {
        return Vec::new();
    }
    // Without a month to show, the rules of today's end of the table.
    let last_covered = rules::covered().1.month();
    let (first, last) = context.span(Span::Total).unwrap_or((last_covered, last_covered));
    let (first, last) = (first.first_day().to_string(), last.last_day().to_string());
    let used = |rule: RuleId| match rule {
        RuleId::RuleOfThumbShort | RuleId::RuleOfThumbLong => context.prices.method == cost::Method::RuleOfThumb,
        RuleId::KiShort | RuleId::KiLong => context.prices.method == cost::Method::Ki,
        RuleId::SickPayPeriod | RuleId::Relapse | RuleId::DeductionCap => context.statistics.spells_known,
        _ => true,
    };
    let overridden = |rule: RuleId| inputs.iter().any(|input| input.changed_by_you && input.rule.as_deref() == Some(rule.id()));
    TABLE
        .iter()
        .filter(|row| used(row.id) && row.valid_from <= last.as_str() && first.as_str() <= row.valid_to)
        // A waiting day or deduction of nothing is the other rule's time.
        .filter(|row| row.value != 0.0)
        .map(|row| RuleView {
            id: row.id.id().into(),
            value: row.value,
            unit: figure::Unit::into(row.unit),
            valid_from: row.valid_from.into(),
            valid_to: row.valid_to.into(),
            source: row.source.into(),
            checked_on: row.checked_on.into(),
            status: row.status.into(),
            overridden: overridden(row.id),
        })
        .collect()
}
