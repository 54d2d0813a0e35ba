//! What an investment costs: at the start and while it runs, outside and in the time of those who take part.

use super::time::{Clock, YEAR, Year};
use crate::figure::{Ledger, Operand, Unit};
use crate::quantity::{Hours, Sek, Share};

/// What an investment costs. Prices are those of the start.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Costs {
    /// At the start.
    pub start: Sek,
    /// Each month while it runs.
    pub monthly: Sek,
    /// At the beginning of each year while it runs.
    pub yearly: Sek,
    /// At the start, for each who takes part.
    pub per_employee: Sek,
    /// Working hours at the start of each who takes part.
    pub hours: Hours,
    /// Working hours a month of each who takes part, while it runs.
    pub hours_monthly: Hours,
    /// How many take part.
    pub participants: f64,
    /// What an hour of work costs the employer.
    pub hourly_cost: Sek,
    /// Months it runs; infinite when it runs on.
    pub months: f64,
    /// How much faster than other prices those of what runs grow, as a share a year.
    pub growth: Share,
    /// What all of it is multiplied by: 1, or another number where a higher or lower cost is tried.
    pub scale: f64,
}

impl Default for Costs {
    fn default() -> Self {
        Self {
            start: Sek::ZERO,
            monthly: Sek::ZERO,
            yearly: Sek::ZERO,
            per_employee: Sek::ZERO,
            hours: Hours::ZERO,
            hours_monthly: Hours::ZERO,
            participants: 0.0,
            hourly_cost: Sek::ZERO,
            months: f64::INFINITY,
            growth: Share(0.0),
            scale: 1.0,
        }
    }
}

fn kronor(id: &'static str, value: f64) -> Operand {
    Operand::new(id, value, Unit::Sek)
}

impl Costs {
    /// What is paid at the start.
    pub(super) fn at_start(&self, ledger: &mut dyn Ledger) -> f64 {
        let external = kronor("investment_start", self.start.0).given(true);
        let participants = Operand::new("participants", self.participants, Unit::Count);
        let mut parts = vec![external];
        if self.per_employee.0 != 0.0 {
            let each = kronor("per_employee", self.per_employee.0).given(true);
            parts.push(kronor("cost_per_employee", ledger.product("cost_per_employee", Unit::Sek, &[each, participants])));
        }
        if self.hours.0 != 0.0 {
            let hours = Operand::new("own_hours", self.hours.0, Unit::Hours).given(true);
            let hourly = Operand::new("hourly_cost", self.hourly_cost.0, Unit::SekPerHour);
            parts.push(kronor("cost_of_hours", ledger.product("cost_of_hours", Unit::Sek, &[hours, participants, hourly])));
        }
        if parts.len() == 1 { external.value } else { ledger.sum("start_cost", Unit::Sek, &parts) }
    }

    /// What is paid each month while it runs.
    pub(super) fn each_month(&self, ledger: &mut dyn Ledger) -> Operand {
        let external = Operand::new("investment_monthly", self.monthly.0, Unit::SekPerMonth).given(true);
        if self.hours_monthly.0 == 0.0 {
            return external;
        }
        let hours = ledger.product(
            "monthly_cost_of_hours",
            Unit::SekPerMonth,
            &[
                Operand::new("own_hours_monthly", self.hours_monthly.0, Unit::Hours).given(true),
                Operand::new("participants", self.participants, Unit::Count),
                Operand::new("hourly_cost", self.hourly_cost.0, Unit::SekPerHour),
            ],
        );
        let parts = [external, Operand::new("monthly_cost_of_hours", hours, Unit::SekPerMonth)];
        Operand::new("monthly_cost", ledger.sum("monthly_cost", Unit::SekPerMonth, &parts), Unit::SekPerMonth)
    }

    /// What a price has grown by in a year of the investment, and what a krona of it is worth today.
    fn factors(&self, year: &Year) -> [Operand; 2] {
        let mut grown = 1.0;
        (1..year.number).for_each(|_| grown *= 1.0 + self.growth.0);
        [Operand::new("price_growth_factor", grown, Unit::Factor), Operand::new("discount_factor", year.factor, Unit::Factor)]
    }

    /// All of it up to the horizon, in kronor of today.
    pub(super) fn total(&self, clock: &Clock, ledger: &mut dyn Ledger) -> f64 {
        let start = self.at_start(ledger);
        let monthly = self.each_month(ledger);
        let runs = self.months.min(clock.horizon);
        let mut parts = vec![kronor(if self.is_simple() { "investment_start" } else { "start_cost" }, start).given(self.is_simple())];
        if self.yearly.0 == 0.0 && (clock.is_plain() || runs <= YEAR) && (self.growth.0 == 0.0 || runs <= YEAR) {
            let months = Operand::new("investment_months", runs, Unit::Months);
            parts.push(kronor("running_cost", ledger.product("running_cost", Unit::Sek, &[monthly, months])));
        } else {
            for year in clock.years().filter(|year| year.from < runs) {
                let months = Operand::new("months_of_year_run", year.to.min(runs) - year.from, Unit::Months);
                let cost = ledger.product("running_cost_of_year", Unit::Sek, &[monthly, months]);
                let in_year = [kronor("running_cost_of_year", cost), kronor("investment_yearly", self.yearly.0).given(true)];
                let cost = ledger.sum("cost_of_year", Unit::Sek, &in_year);
                let [grown, today] = self.factors(&year);
                let cost = ledger.product("cost_of_year_today", Unit::Sek, &[kronor("cost_of_year", cost), grown, today]);
                parts.push(kronor("cost_of_year_today", cost).in_year(year.number));
            }
        }
        let total = ledger.sum("cost", Unit::Sek, &parts);
        total * self.scale
    }

    /// Whether only the cost at the start stands for it.
    fn is_simple(&self) -> bool {
        self.per_employee.0 == 0.0 && self.hours.0 == 0.0
    }
}
