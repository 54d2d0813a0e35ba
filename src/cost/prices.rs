//! What hours are priced with: what the user gave, and the rules as they stood at the time for the rest.

use super::{Method, Missing};
use crate::absence::{Bands, Sick, Sums};
use crate::figure::{Operand, Unit};
use crate::quantity::{Hours, Month, Sek, Share};
use crate::rules::law::{Benefit, MONTHS, WEEKS};
use crate::rules::{self, RuleId, Rules, TABLE};

/// What the user gave, and the rules with the user's own values.
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
    /// How the total is estimated.
    pub method: Method,
    /// Own value of a short day.
    pub short_day: Option<Sek>,
    /// Own value of a long day.
    pub long_day: Option<Sek>,
    /// Whether the data has single spells, so that waiting deductions are counted and not estimated.
    pub spells_known: bool,
    /// The rules, with the user's own values.
    pub rates: RateTable,
}

/// The rules of each stretch of time within which none changes, looked up once.
#[derive(Debug, Clone, PartialEq)]
pub struct RateTable {
    rules: Rules,
    on_cost: RuleId,
    own_on_cost: Option<f64>,
    stretches: Vec<(Month, Rates)>,
}

/// A value of a rule at a time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rate {
    rule: RuleId,
    value: Option<f64>,
    given: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rates {
    level: Rate,
    top_up: Rate,
    top_up_above: Rate,
    top_up_ceiling: Rate,
    on_cost: Rate,
    contributions: Rate,
    reduced: Rate,
    holiday: Rate,
    overhead: Rate,
    model_hours: Rate,
    /// Per cent of a week.
    waiting_deduction: f64,
    waiting_days: f64,
    pub benefit: Benefit,
}

/// Working days of a week, of which a waiting day takes one.
const WORKING_DAYS: f64 = 5.0;

impl Default for Prices {
    fn default() -> Self {
        let rates = RateTable::default();
        Self {
            monthly_pay: None,
            weekly_hours: Hours(rates.rules.latest(RuleId::WeeklyHours).value),
            weekly_hours_given: false,
            short_share: None,
            days_per_period: None,
            method: Method::Fk,
            short_day: None,
            long_day: None,
            spells_known: true,
            rates,
        }
    }
}

impl Default for RateTable {
    fn default() -> Self {
        Self::new(Rules::default(), RuleId::EmployerContributions, None)
    }
}

impl RateTable {
    /// Rules, which of them gives the on-cost, and the user's own value in its place for all years.
    #[must_use]
    pub fn new(rules: Rules, on_cost: RuleId, own_on_cost: Option<f64>) -> Self {
        let mut table = Self { rules, on_cost, own_on_cost, stretches: Vec::new() };
        let mut month = rules::FIRST_MONTH;
        while month <= rules::LAST_MONTH {
            if rules::stretch(month) == month {
                let rates = table.of(month);
                table.stretches.push((month, rates));
            }
            month = month.plus(1);
        }
        table
    }

    /// The rules.
    #[must_use]
    pub const fn rules(&self) -> &Rules {
        &self.rules
    }

    /// The rule that gives the on-cost.
    #[must_use]
    pub const fn on_cost(&self) -> RuleId {
        self.on_cost
    }

    /// The on-cost in a month, per cent; `None` where it is asked for.
    #[must_use]
    pub fn on_cost_on(&self, month: Month) -> Option<f64> {
        self.at(rules::stretch(month)).on_cost.value
    }

    /// Whether any value is the user's own.
    #[must_use]
    pub fn overridden(&self) -> bool {
        self.own_on_cost.is_some() || self.rules.overridden()
    }

    fn of(&self, month: Month) -> Rates {
        let rate = |rule| {
            let row = self.rules.on(rule, month).ok();
            Rate { rule, value: row.and_then(rules::Rule::known), given: row.is_some_and(|row| row.overridden) }
        };
        let own = |value| Rate { rule: self.on_cost, value: Some(value), given: true };
        Rates {
            level: rate(RuleId::SickPayLevel),
            top_up: rate(RuleId::TopUp),
            top_up_above: rate(RuleId::TopUpAbove),
            top_up_ceiling: rate(RuleId::TopUpCeiling),
            on_cost: self.own_on_cost.map_or_else(|| rate(self.on_cost), own),
            contributions: rate(RuleId::EmployerContributions),
            reduced: rate(RuleId::ReducedContributions),
            holiday: rate(RuleId::Holiday),
            overhead: rate(RuleId::Overhead),
            model_hours: rate(RuleId::ModelHours),
            waiting_deduction: rate(RuleId::WaitingDeduction).value.unwrap_or(0.0),
            waiting_days: rate(RuleId::WaitingDay).value.unwrap_or(0.0),
            benefit: Benefit::new(&self.rules, month),
        }
    }

    /// The rules of the stretch that begins with a month.
    fn at(&self, from: Month) -> Rates {
        let known = self.stretches.iter().rfind(|(month, _)| *month <= from);
        known.map_or_else(|| self.of(from), |(_, rates)| *rates)
    }
}

impl Rate {
    fn operand(self, id: &'static str, unit: Unit) -> Operand {
        Operand::new(id, self.value.unwrap_or(0.0), unit).by(self.rule).given(self.given)
    }
}

/// Some months between which no rule changes, added up: what formulas work on.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Stretch {
    /// The first month of the stretch of rules: New Year, or the month in which a rule changed.
    pub from: Option<Month>,
    /// What happened.
    pub sums: Sums,
    /// What of it is of people with reduced contributions.
    pub reduced: Sums,
}

/// A stretch with what it is priced by.
#[derive(Clone, Copy)]
pub(super) struct Year<'a> {
    /// The calendar year.
    pub calendar: i16,
    from: Month,
    pub sums: &'a Sums,
    reduced: Option<&'a Sums>,
    /// What the user gave.
    pub prices: &'a Prices,
    pub rates: Rates,
}

impl Prices {
    /// The same with another method.
    #[must_use]
    pub fn by(&self, method: Method) -> Self {
        Self { method, ..self.clone() }
    }

    /// What happened in one unit and month, with what the data leaves open filled in by what the user said: the share of absence
    /// that is short, and how many waiting deductions were made. Done cell by cell, so that parts always add up to the whole.
    #[must_use]
    pub fn fill_in(&self, cell: Sums, month: Month) -> Sums {
        if self.spells_known {
            return cell;
        }
        let mut filled = cell;
        if let Some(share) = self.short_share {
            filled.split_hours = cell.calculated.unsplit.hours() + cell.booked.unsplit.hours();
            filled.calculated = cell.calculated.split(share.0);
            filled.booked = cell.booked.split(share.0);
        }
        // Of rows without pay of their own the user's is held against the agreement's ceiling.
        filled.above_hours = filled.calculated.topped_up.unpriced + filled.booked.topped_up.unpriced;
        filled.calculated.deduction = self.estimated_deduction(filled.calculated.short, cell.spells_without_periods, month);
        filled.booked.deduction = self.estimated_deduction(filled.booked.short, cell.booked_spells, month);
        filled
    }

    /// Hours of sick pay that waiting deductions take where only monthly hours are known: as many deductions as there are spells by
    /// the data, or as many as the user's average length gives; none (and a caveat) when neither is known. A waiting day, before
    /// 2019, takes a fifth of a week as well.
    fn estimated_deduction(&self, short: Sick, spells: f64, month: Month) -> Sick {
        let hours = short.hours();
        let Rates { waiting_deduction, waiting_days, .. } = self.rates.at(month);
        let of_week = Share(if waiting_deduction > 0.0 { waiting_deduction / 100.0 } else { waiting_days / WORKING_DAYS });
        let deduction = self.weekly_hours * of_week;
        let periods = match self.days_per_period {
            Some(days) if days > 0.0 => Hours(hours).net_days().0 / days,
            _ => spells,
        };
        let share = if hours > 0.0 { (periods * deduction.0 / hours).min(1.0) } else { 0.0 };
        short.share(share)
    }
}

impl<'a> Year<'a> {
    pub fn new(stretch: &'a Stretch, prices: &'a Prices) -> Self {
        let from = stretch.from.unwrap_or(rules::LAST_MONTH);
        let reduced = (stretch.reduced != Sums::default()).then_some(&stretch.reduced);
        Self { calendar: from.year(), from, sums: &stretch.sums, reduced, prices, rates: prices.rates.at(from) }
    }

    /// The same for people with reduced contributions alone; `None` where there are none.
    pub fn reduced(&self) -> Option<Self> {
        Some(Self { sums: self.reduced?, reduced: None, ..*self })
    }

    /// Hours without booked sick pay.
    pub fn calculated(&self) -> Result<Bands, Missing> {
        split(&self.sums.calculated)
    }

    /// Hours with booked sick pay.
    pub fn booked(&self) -> Result<Bands, Missing> {
        split(&self.sums.booked)
    }

    /// All hours.
    pub fn bands(&self) -> Result<Bands, Missing> {
        split(&self.sums.bands())
    }

    /// The operands of the pay by the law: `hours × monthly × 12 / (52 × weekly hours)`.
    pub fn by_the_law(&self, hours: &'static str, sick: Sick) -> Result<Vec<Operand>, Missing> {
        let prices = self.prices;
        Ok(vec![
            Operand::new(hours, sick.hours(), Unit::Hours),
            self.monthly_pay(sick)?,
            Operand::new("months_of_year", MONTHS, Unit::Factor),
            Operand::new("weeks_of_year", WEEKS, Unit::Factor).per(),
            Operand::new("weekly_hours", prices.weekly_hours.0, Unit::HoursPerWeek)
                .per()
                .by(RuleId::WeeklyHours)
                .given(prices.weekly_hours_given),
        ])
    }

    /// The operands of a share of the pay by Försäkringskassan's model: `hours × monthly × 12 / 1 880 × share`.
    pub fn by_the_model(&self, hours: Operand, pay: Operand, share: Operand) -> [Operand; 5] {
        [
            hours,
            pay,
            Operand::new("months_of_year", MONTHS, Unit::Factor),
            self.rates.model_hours.operand("model_hours", Unit::HoursPerYear).per(),
            share,
        ]
    }

    /// The monthly pay of hours: the user's, the rows' own, or the average of both.
    pub fn monthly_pay(&self, sick: Sick) -> Result<Operand, Missing> {
        let pay = sick.monthly_pay(self.prices.monthly_pay).ok_or(Missing::MonthlyPay)?;
        let id = if sick.priced == 0.0 { "monthly_pay" } else { "average_monthly_pay" };
        Ok(Operand::new(id, pay.0, Unit::SekPerMonth).given(sick.priced == 0.0))
    }

    pub fn level(&self) -> Operand {
        self.rates.level.operand("sick_pay_level", Unit::Percent)
    }

    pub fn top_up(&self) -> Operand {
        self.rates.top_up.operand("top_up", Unit::Percent)
    }

    /// The agreement's ceiling as monthly pay.
    pub fn top_up_ceiling(&self) -> f64 {
        self.rates.top_up_ceiling.value.unwrap_or(0.0) * self.rates.benefit.base_amount / MONTHS
    }

    pub fn top_up_above(&self) -> Operand {
        self.rates.top_up_above.operand("top_up_above", Unit::Percent)
    }

    /// The on-cost; a year that is not known here is asked for.
    pub fn on_cost(&self) -> Result<Operand, Missing> {
        self.rates.on_cost.value.ok_or(Missing::OnCost)?;
        Ok(self.rates.on_cost.operand("on_cost", Unit::Percent))
    }

    /// Contributions by law, and those for the old.
    pub fn contributions(&self) -> [Operand; 2] {
        [
            self.rates.contributions.operand("employer_contributions", Unit::Percent),
            self.rates.reduced.operand("reduced_contributions", Unit::Percent),
        ]
    }

    pub fn holiday(&self) -> Operand {
        self.rates.holiday.operand("holiday", Unit::Percent)
    }

    pub fn overhead(&self) -> Operand {
        self.rates.overhead.operand("overhead", Unit::Percent)
    }

    /// A rule of a method, as it stands.
    pub fn rule(&self, id: &'static str, rule: RuleId) -> Operand {
        let row = self.prices.rates.rules.latest(rule);
        Operand::new(id, row.value, row.unit).by(rule).given(row.overridden)
    }

    /// A dated rule, as it stood.
    pub fn dated(&self, id: &'static str, rule: RuleId, value: f64) -> Operand {
        let given = self.prices.rates.rules.on(rule, self.from).is_ok_and(|row| row.overridden);
        let unit = TABLE.iter().find(|row| row.id == rule).map_or(Unit::Factor, |row| row.unit);
        Operand::new(id, value, unit).by(rule).given(given)
    }
}

/// Bands of which all is known to be short or long.
fn split(bands: &Bands) -> Result<Bands, Missing> {
    if bands.unsplit.hours() > 0.0 { Err(Missing::ShortShare) } else { Ok(*bands) }
}
