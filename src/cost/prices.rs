//! What hours are priced with: what the user gave, and the rules of each year for the rest.

use std::sync::LazyLock;

use super::{Method, Missing};
use crate::absence::{Bands, Sick, Sums};
use crate::figure::{Operand, Unit};
use crate::quantity::{Hours, Month, Sek, Share};
use crate::rules::law::{MONTHS, WEEKS};
use crate::rules::{self, RuleId};

/// What the user gave, or left to the rules.
#[derive(Debug, Clone, PartialEq)]
pub struct Prices {
    /// Average monthly pay, for rows without pay of their own.
    pub monthly_pay: Option<Sek>,
    /// Weekly hours of a full post.
    pub weekly_hours: Hours,
    /// Whether the user gave them.
    pub weekly_hours_given: bool,
    /// Share of unsplit absence that is short.
    pub short_share: Option<Share>,
    /// Average net days of a sick-pay period, for monthly data.
    pub days_per_period: Option<f64>,
    /// On-cost in per cent of pay; `None` leaves it, and the two below, to the rules.
    pub on_cost: Option<f64>,
    /// Holiday in per cent of pay.
    pub holiday: Option<f64>,
    /// Overhead in per cent of pay.
    pub overhead: Option<f64>,
    /// How the total is estimated.
    pub method: Method,
    /// Own value of a short day.
    pub short_day: Option<Sek>,
    /// Own value of a long day.
    pub long_day: Option<Sek>,
    /// Whether the data has single spells, so that waiting deductions are counted and not estimated.
    pub spells_known: bool,
}

/// The rules of each year of the table, looked up once.
static RATES: LazyLock<Vec<(i16, Rates)>> = LazyLock::new(|| {
    let (first, last) = rules::covered();
    (first.year()..=last.year()).map(|year| (year, Rates::of(year))).collect()
});

#[derive(Debug, Clone, Copy, PartialEq)]
struct Rates {
    level: f64,
    top_up: f64,
    contributions: f64,
    holiday: f64,
    overhead: f64,
    model_hours: f64,
}

impl Default for Prices {
    fn default() -> Self {
        Self {
            monthly_pay: None,
            weekly_hours: Hours(rules::latest(RuleId::WeeklyHours).value),
            weekly_hours_given: false,
            short_share: None,
            days_per_period: None,
            on_cost: None,
            holiday: None,
            overhead: None,
            method: Method::Fk,
            short_day: None,
            long_day: None,
            spells_known: true,
        }
    }
}

impl Rates {
    /// The rules as they stood at the start of a year: so far every change has come at New Year, and a test says so.
    fn of(year: i16) -> Self {
        let start = Month::from_year_month(year, 1).first_day();
        let value = |rule| rules::on(rule, start).map_or(0.0, |row| row.value);
        Self {
            level: value(RuleId::SickPayLevel),
            top_up: value(RuleId::TopUp),
            contributions: value(RuleId::EmployerContributions),
            holiday: value(RuleId::Holiday),
            overhead: value(RuleId::Overhead),
            model_hours: value(RuleId::ModelHours),
        }
    }
}

/// The sums of a year with what they are priced by: what each formula works on.
pub(super) struct Year<'a> {
    /// Hours without booked sick pay.
    calculated: Bands,
    booked: Bands,
    /// Booked sick pay.
    pub booked_pay: f64,
    /// What the user gave.
    pub prices: &'a Prices,
    rates: Rates,
}

impl Prices {
    /// What happened in one unit and month, with what the data leaves open filled in by what the user said: the share of absence
    /// that is short, and how many waiting deductions were made. Done cell by cell, so that parts always add up to the whole.
    #[must_use]
    pub fn fill_in(&self, cell: Sums) -> Sums {
        if self.spells_known {
            return cell;
        }
        let mut filled = cell;
        if let Some(share) = self.short_share {
            filled.split_hours = cell.calculated.unsplit.hours() + cell.booked.unsplit.hours();
            filled.calculated = cell.calculated.split(share.0);
            filled.booked = cell.booked.split(share.0);
        }
        filled.calculated.deduction = self.estimated_deduction(filled.calculated.short, cell.spells_without_periods);
        filled
    }

    /// Hours of sick pay that waiting deductions take where only monthly hours are known: as many deductions as there are spells by
    /// the data, or as many as the user's average length gives; none (and a caveat) when neither is known. A waiting day, before
    /// 2019, takes a fifth of a week as well.
    fn estimated_deduction(&self, short: Sick, spells: f64) -> Sick {
        let hours = short.hours();
        let deduction = self.weekly_hours * Share::percent(rules::latest(RuleId::WaitingDeduction).value);
        let periods = match self.days_per_period {
            Some(days) if days > 0.0 => Hours(hours).net_days().0 / days,
            _ => spells,
        };
        let share = if hours > 0.0 { (periods * deduction.0 / hours).min(1.0) } else { 0.0 };
        short.share(share)
    }
}

impl<'a> Year<'a> {
    pub fn new(year: i16, sums: &Sums, prices: &'a Prices) -> Self {
        let rates = RATES.iter().find(|(known, _)| *known == year).map_or_else(|| Rates::of(year), |(_, rates)| *rates);
        Self { calculated: sums.calculated, booked: sums.booked, booked_pay: sums.booked_pay, prices, rates }
    }

    /// Hours without booked sick pay.
    pub fn calculated(&self) -> Result<Bands, Missing> {
        if self.calculated.unsplit.hours() > 0.0 { Err(Missing::ShortShare) } else { Ok(self.calculated) }
    }

    /// All hours.
    pub fn bands(&self) -> Result<Bands, Missing> {
        let mut bands = self.calculated()?;
        if self.booked.unsplit.hours() > 0.0 {
            return Err(Missing::ShortShare);
        }
        bands += self.booked;
        Ok(bands)
    }

    /// The operands of a share of the pay by the law: `hours × monthly × 12 / (52 × weekly hours) × share`.
    pub fn by_the_law(&self, hours: &'static str, sick: Sick, share: Operand) -> Result<[Operand; 6], Missing> {
        let prices = self.prices;
        Ok([
            Operand::new(hours, sick.hours(), Unit::Hours),
            self.monthly_pay(sick)?,
            Operand::new("months_of_year", MONTHS, Unit::Factor),
            Operand::new("weeks_of_year", WEEKS, Unit::Factor).per(),
            Operand::new("weekly_hours", prices.weekly_hours.0, Unit::HoursPerWeek)
                .per()
                .by(RuleId::WeeklyHours)
                .given(prices.weekly_hours_given),
            share,
        ])
    }

    /// The operands of a share of the pay by Försäkringskassan's model: `hours × monthly × 12 / 1 880 × share`.
    pub fn by_the_model(&self, hours: &'static str, sick: Sick, share: Operand) -> Result<[Operand; 5], Missing> {
        Ok([
            Operand::new(hours, sick.hours(), Unit::Hours),
            self.monthly_pay(sick)?,
            Operand::new("months_of_year", MONTHS, Unit::Factor),
            Operand::new("model_hours", self.rates.model_hours, Unit::HoursPerYear).per().by(RuleId::ModelHours),
            share,
        ])
    }

    /// The monthly pay of hours: the user's, the rows' own, or the average of both.
    pub fn monthly_pay(&self, sick: Sick) -> Result<Operand, Missing> {
        let pay = sick.monthly_pay(self.prices.monthly_pay).ok_or(Missing::MonthlyPay)?;
        let id = if sick.priced == 0.0 { "monthly_pay" } else { "average_monthly_pay" };
        Ok(Operand::new(id, pay.0, Unit::SekPerMonth).given(sick.priced == 0.0))
    }

    pub fn level(&self) -> Operand {
        Operand::new("sick_pay_level", self.rates.level, Unit::Percent).by(RuleId::SickPayLevel)
    }

    pub fn top_up(&self) -> Operand {
        Operand::new("top_up", self.rates.top_up, Unit::Percent).by(RuleId::TopUp)
    }

    pub fn on_cost(&self) -> Operand {
        percent("on_cost", self.prices.on_cost, self.rates.contributions, RuleId::EmployerContributions)
    }

    pub fn holiday(&self) -> Operand {
        percent("holiday", self.prices.holiday, self.rates.holiday, RuleId::Holiday)
    }

    pub fn overhead(&self) -> Operand {
        percent("overhead", self.prices.overhead, self.rates.overhead, RuleId::Overhead)
    }
}

fn percent(id: &'static str, given: Option<f64>, default: f64, rule: RuleId) -> Operand {
    Operand::new(id, given.unwrap_or(default), Unit::Percent).by(rule).given(given.is_some())
}
