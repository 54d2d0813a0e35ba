//! What happened and what it cost in some months: the row that months, units and totals are made of.

use super::model::{Kind, Kinds, PeriodView};
use crate::absence::measures::SickHours;
use crate::absence::{self, Bands, Statistics, Sums, measures};
use crate::cost::{self, CostFigure, Prices, Stretch};
use crate::figure::{self, Figure, Silent, Steps, Unit};
use crate::order;
use crate::quantity::{Hours, Month};
use crate::rules;

/// Some months of some units, added up year by year.
#[derive(Debug, Clone)]
pub(super) struct Period {
    /// First and last month.
    pub span: Option<(Month, Month)>,
    /// Sums by stretch of time within which no rule changes.
    pub years: Vec<Stretch>,
    pub months_with_data: u32,
    /// Months of the period between the first month of the data and the as-of date.
    pub months: u32,
    /// Number of employees: the user's, or the average over the months that tell.
    pub headcount: Option<f64>,
    pub headcount_given: bool,
    /// Absence of units of which no number of employees is known, where it is of others.
    lacking: Bands,
}

/// A measure that can be opened.
pub(super) const MEASURES: [&str; 5] =
    ["net_days", "absence_percent", "net_days_per_employee", "short_net_days_per_employee", "full_time_equivalents"];

impl Period {
    /// The months from `first` to `last`, of the units chosen, as far as the data reaches; `sums` gives what happened in a month, and
    /// what of it is of people with reduced contributions.
    pub fn of(
        statistics: &Statistics,
        sums: &dyn Fn(Month) -> (Sums, Sums),
        span: Option<(Month, Month)>,
        units: &[usize],
        headcount: Option<f64>,
        cell: &dyn Fn(usize, Month) -> Sums,
    ) -> Self {
        let mut period = Self {
            span,
            years: Vec::new(),
            months_with_data: 0,
            months: 0,
            headcount: None,
            headcount_given: false,
            lacking: Bands::default(),
        };
        let beside = statistics.beside(units);
        let mut heads = vec![(0.0, 0.0); units.len() + beside.len()];
        let months = || statistics.months().filter(|month| span.is_some_and(|(first, last)| first <= *month && *month <= last));
        for month in months() {
            let from = Some(rules::stretch(month));
            if period.years.last().is_none_or(|stretch| stretch.from != from) {
                period.years.push(Stretch { from, ..Stretch::default() });
            }
            let Some(stretch) = period.years.last_mut() else { continue };
            let (all, reduced) = sums(month);
            stretch.sums += all;
            stretch.reduced += reduced;
            if all.headcount > 0.0 {
                let index = usize::try_from(month.number() - statistics.first.map_or(0, Month::number)).unwrap_or(usize::MAX);
                let of_units = units.iter().map(|unit| statistics.cell_at(*unit, month).map_or(0.0, |cell| cell.headcount));
                let of_several = beside.iter().map(|(_, months)| months.get(index).map_or(0.0, |cell| cell.headcount));
                for (known, heads) in of_units.chain(of_several).zip(&mut heads) {
                    *heads = if known > 0.0 { (heads.0 + known, heads.1 + 1.0) } else { *heads };
                }
            }
            period.span = Some((if period.months == 0 { month } else { period.span.map_or(month, |(first, _)| first) }, month));
            period.months += 1;
            period.months_with_data += u32::from(statistics.has_data(month));
        }
        let mut averages = heads.iter().map(|(heads, months)| (*months > 0.0).then(|| heads / months));
        let own = averages.by_ref().take(units.len()).collect();
        let groups: Vec<_> = beside.iter().map(|(members, _)| super::measures::places(units, members)).zip(averages).collect();
        let (known, told) = absence::employees(own, &groups);
        period.headcount = headcount.or(known);
        period.headcount_given = headcount.is_some();
        if known.is_some() && headcount.is_none() {
            for unit in units.iter().zip(told).filter(|(_, told)| !told).map(|(unit, _)| *unit) {
                months().for_each(|month| period.lacking += cell(unit, month).bands());
            }
        }
        period
    }

    /// The number of employees, where it is known of all who are absent.
    pub fn headcount_of_all(&self) -> Option<f64> {
        self.headcount.filter(|_| self.lacking.all_hours() == 0.0)
    }

    /// Sick hours of those whose number is known.
    fn hours_of_headcount(&self) -> SickHours {
        let all = self.sums().bands().all_hours();
        SickHours::of(all - self.lacking.all_hours(), all)
    }

    /// The same of short ones; `None` where the data does not say which they are.
    fn short_of_headcount(&self) -> Option<SickHours> {
        let (short, _) = self.short_and_long().filter(|_| self.lacking.unsplit.hours() == 0.0)?;
        Some(SickHours::of(short.0 - self.lacking.short.hours(), short.0))
    }

    pub fn sums(&self) -> Sums {
        let mut all = Sums::default();
        self.years.iter().for_each(|stretch| all += stretch.sums);
        all
    }

    /// Months that a yearly measure rests on: a month of single spells without a row is a month without absence; a month that a
    /// monthly table leaves out is unknown.
    pub fn counted_months(&self, spells_known: bool) -> f64 {
        f64::from(if spells_known { self.months } else { self.months_with_data })
    }

    /// Short and long hours; `None` where the data does not say and the user has not.
    pub fn short_and_long(&self) -> Option<(Hours, Hours)> {
        let bands = self.sums().bands();
        (bands.unsplit.hours() == 0.0).then(|| (Hours(bands.short.hours()), Hours(bands.long().hours())))
    }

    pub fn view(&self, statistics: &Statistics, prices: &Prices, steps: bool) -> PeriodView {
        let sums = self.sums();
        let costs = cost::costs(&self.years, prices);
        let hours = sums.bands().all_hours();
        let short_and_long = self.short_and_long();
        let counted = statistics.spells_known || statistics.spells_counted;
        let months = self.counted_months(statistics.spells_known);
        let (sick_pay, estimated) = (costs.sick_pay().ok(), costs.estimated().ok());
        let booked = costs.sick_pay_kind != figure::Kind::Calculated;
        PeriodView {
            first_month: self.span.map(|(first, _)| first.to_string()),
            last_month: self.span.map(|(_, last)| last.to_string()),
            months_with_data: self.months_with_data,
            months: self.months,
            spells: counted.then(|| number(sums.spells)),
            sick_pay_periods: statistics.spells_known.then(|| number(sums.periods)),
            waiting_deductions: statistics.spells_known.then(|| number(sums.deductions)),
            waiting_days: statistics.spells_known.then(|| number(sums.waiting_days)),
            people: (statistics.spells_known && self.months == 1).then(|| number(sums.people)),
            sick_hours: hours,
            net_days: measures::net_days(&mut Silent, SickHours::all(hours)),
            short_net_days: short_and_long.map(|(short, _)| short.net_days().0),
            long_net_days: short_and_long.map(|(_, long)| long.net_days().0),
            scheduled_hours: (sums.scheduled > 0.0).then_some(sums.scheduled),
            absence_percent: measures::absence_percent(&mut Silent, SickHours::of(sums.sick_of_scheduled, hours), sums.scheduled),
            headcount: self.headcount,
            net_days_per_employee: self
                .headcount
                .and_then(|heads| measures::net_days_per_employee(&mut Silent, self.hours_of_headcount(), heads, false)),
            short_net_days_per_employee: self
                .headcount
                .zip(self.short_of_headcount())
                .and_then(|(heads, short)| measures::net_days_per_employee(&mut Silent, short, heads, false)),
            full_time_equivalents: measures::full_time_equivalents(&mut Silent, SickHours::all(hours), months, prices.rates.rules()),
            sick_pay,
            sick_pay_booked: booked.then_some(costs.booked),
            sick_pay_calculated: costs.calculated.ok(),
            labour_cost: costs.labour().ok(),
            labour_cost_short: costs.labour_short.ok(),
            labour_cost_long: costs.labour_long.ok(),
            estimated_total: estimated,
            estimated_short: costs.estimated_short.ok(),
            estimated_long: costs.estimated_long.ok(),
            // Only Försäkringskassan's model contains the sick pay as a part.
            sick_pay_percent_of_total: sick_pay
                .zip(estimated)
                .filter(|_| prices.method == cost::Method::Fk)
                .filter(|(_, total)| *total > 0.0)
                .map(|(pay, total)| pay / total * 100.0),
            kinds: Kinds { sick_pay: costs.sick_pay_kind.into(), labour_cost: Kind::Calculated, estimated_total: Kind::Estimated },
            figures: steps.then(|| {
                let names = CostFigure::ALL.iter().map(|figure| figure.id()).chain(MEASURES);
                order::by_name(names.filter_map(|name| Some((name.to_string(), self.explain(name, statistics, prices)?.into()))))
            }),
        }
    }

    /// A figure with its steps; `None` for a name that is none of ours.
    pub fn explain(&self, name: &str, statistics: &Statistics, prices: &Prices) -> Option<Figure> {
        if let Some(figure) = CostFigure::ALL.into_iter().find(|figure| figure.id() == name) {
            return Some(cost::explain(figure, &self.years, prices));
        }
        let id = MEASURES.into_iter().find(|id| *id == name)?;
        let sums = self.sums();
        let hours = sums.bands().all_hours();
        let mut steps = Steps::default();
        let (unit, missing) = match id {
            "net_days" => {
                measures::net_days(&mut steps, SickHours::all(hours));
                (Unit::NetDays, "")
            }
            "absence_percent" => {
                measures::absence_percent(&mut steps, SickHours::of(sums.sick_of_scheduled, hours), sums.scheduled);
                (Unit::Percent, "scheduled_hours")
            }
            "net_days_per_employee" => {
                measures::net_days_per_employee(&mut steps, self.hours_of_headcount(), self.headcount.unwrap_or(0.0), self.headcount_given);
                (Unit::NetDays, "headcount")
            }
            "short_net_days_per_employee" => {
                let Some(short) = self.short_of_headcount() else {
                    return Some(Figure::missing(id, Unit::NetDays, figure::Kind::Calculated, vec!["short_share"]));
                };
                measures::net_days_per_employee(&mut steps, short, self.headcount.unwrap_or(0.0), self.headcount_given);
                (Unit::NetDays, "headcount")
            }
            _ => {
                measures::full_time_equivalents(
                    &mut steps,
                    SickHours::all(hours),
                    self.counted_months(statistics.spells_known),
                    prices.rates.rules(),
                );
                (Unit::Posts, "months")
            }
        };
        let kind = figure::Kind::Calculated;
        Some(if steps.0.is_empty() { Figure::missing(id, unit, kind, vec![missing]) } else { Figure::new(id, unit, kind, steps.0) })
    }
}

/// A count, as a whole number.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn number(count: f64) -> u32 {
    count.round() as u32
}
