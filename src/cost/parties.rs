//! Who pays for the absence by the law and the agreement: employer, state and employee. Pay only, before tax; neither contributions
//! nor holiday nor overhead.
//!
//! On days 1–14 pay is lost by scheduled hours (lag 1991:1047); from day 15 on by calendar days, as the agreement's top-up and the
//! state's benefit count. What neither employer nor state pays, the employee bears.

use super::model::{by_the_law, kronor, level_of_pay};
use super::prices::Year;
use super::{Amount, Missing};
use crate::figure::{Form, Ledger, Operand, Silent, Unit};
use crate::quantity::Sek;
use crate::rules::RuleId;
use crate::rules::law::MONTHS;

const KRONOR: Unit = Unit::Sek;

/// Who bears a part of the pay that is lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Party {
    /// All of it.
    Lost,
    /// The employer: sick pay and top-up.
    Employer,
    /// The state: sickness benefit, and sick pay that it reimburses.
    State,
    /// The employee: what remains.
    Employee,
}

impl Party {
    /// All of them, the whole first.
    pub const ALL: [Self; 4] = [Self::Lost, Self::Employer, Self::State, Self::Employee];

    /// Its name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Lost => "pay_lost",
            Self::Employer => "employer",
            Self::State => "state",
            Self::Employee => "employee",
        }
    }
}

pub(super) fn party(ledger: &mut dyn Ledger, year: &Year, party: Party) -> Amount {
    match party {
        Party::Lost => lost(ledger, year),
        Party::Employer => employer(ledger, year),
        Party::State => state(ledger, year),
        Party::Employee => {
            let whole = lost(ledger, year)?;
            let by_employer = employer(&mut Silent, year)?;
            let by_state = state(&mut Silent, year)?;
            let paid = [kronor("employer", by_employer).minus(), kronor("state", by_state).minus()];
            Ok(ledger.sum("employee", KRONOR, &[&[kronor("pay_lost", whole)], &paid[..]].concat()))
        }
    }
}

/// Months at the user's pay; no months need no pay.
fn months_of_pay(ledger: &mut dyn Ledger, year: &Year, step: &'static str, months: f64, share: Option<Operand>) -> Amount {
    if months == 0.0 {
        return Ok(0.0);
    }
    let mut operands = vec![Operand::new("months_lost", months, Unit::Months), user_pay(year)?];
    operands.extend(share);
    Ok(ledger.product(step, KRONOR, &operands))
}

fn user_pay(year: &Year) -> Result<Operand, Missing> {
    let pay = year.prices.monthly_pay.ok_or(Missing::MonthlyPay)?;
    Ok(Operand::new("monthly_pay", pay.0, Unit::SekPerMonth).given(true))
}

fn lost(ledger: &mut dyn Ledger, year: &Year) -> Amount {
    let short = year.bands()?.short;
    let hourly = if short.hours() == 0.0 { 0.0 } else { ledger.product("pay_lost_short", KRONOR, &year.by_the_law("short_hours", short)?) };
    let calendar = &year.sums.calendar;
    let unpriced = months_of_pay(ledger, year, "pay_lost_long", calendar.months, None)?;
    let parts = [kronor("pay_lost_short", hourly), kronor("pay_lost_long", unpriced), kronor("pay_lost_long_of_rows", calendar.pay)];
    Ok(ledger.sum("pay_lost", KRONOR, &parts))
}

/// 10 % of pay on days 15–90, and more on what lies above the ceiling.
fn employer(ledger: &mut dyn Ledger, year: &Year) -> Amount {
    let sick_pay = by_the_law(ledger, year, "sick_pay_by_the_law", &year.bands()?)?;
    let calendar = &year.sums.calendar;
    let mut parts = vec![kronor("sick_pay_by_the_law", sick_pay)];
    let unpriced = months_of_pay(ledger, year, "top_up_paid", calendar.top_up_months, Some(year.top_up()))?;
    parts.extend((unpriced != 0.0).then(|| kronor("top_up_paid", unpriced)));
    if calendar.top_up_pay != 0.0 {
        let paid = ledger.product("top_up_of_rows", KRONOR, &[kronor("pay_lost_long_of_rows", calendar.top_up_pay), year.top_up()]);
        parts.push(kronor("top_up_of_rows", paid));
    }
    let above_of_user = match year.prices.monthly_pay {
        Some(pay) if calendar.top_up_months != 0.0 => calendar.top_up_months * (pay.0 - year.top_up_ceiling()).max(0.0),
        _ => 0.0,
    };
    let above = calendar.top_up_above + above_of_user;
    if above != 0.0 {
        let beyond = ledger.sum("top_up_beyond", Unit::Percent, &[year.top_up_above(), year.top_up().minus()]);
        let beyond = Operand::new("top_up_beyond", beyond, Unit::Percent).by(RuleId::TopUpAbove);
        let paid = ledger.product("top_up_above_paid", KRONOR, &[kronor("pay_lost_above_ceiling", above), beyond]);
        parts.push(kronor("top_up_above_paid", paid));
    }
    Ok(ledger.sum("employer", KRONOR, &parts))
}

fn state(ledger: &mut dyn Ledger, year: &Year) -> Amount {
    let calendar = &year.sums.calendar;
    let mut parts = Vec::new();
    if calendar.benefit_days != 0.0 {
        let pay = year.prices.monthly_pay.ok_or(Missing::MonthlyPay)?;
        let a_day = Operand::new("benefit_of_a_day", benefit_of_a_day(ledger, year, pay), Unit::SekPerDay);
        let days = Operand::new("benefit_days", calendar.benefit_days, Unit::Count);
        parts.push(kronor("benefit", ledger.product("benefit", KRONOR, &[days, a_day])));
    }
    if calendar.benefit != 0.0 {
        parts.push(kronor("benefit_of_rows", calendar.benefit));
    }
    let reimbursed = level_of_pay(ledger, year, "reimbursed", "reimbursed_hours", year.bands()?.reimbursed)?;
    parts.extend((reimbursed != 0.0).then(|| kronor("reimbursed", reimbursed)));
    Ok(ledger.sum("state", KRONOR, &parts))
}

/// Socialförsäkringsbalken 28 kap. 7 and 10 §§, step by step: the same as [`crate::rules::law::Benefit::of_a_day`].
fn benefit_of_a_day(ledger: &mut dyn Ledger, year: &Year, pay: Sek) -> f64 {
    let benefit = &year.rates.benefit;
    let months = Operand::new("months_of_year", MONTHS, Unit::Factor);
    let income = ledger.product("annual_income", KRONOR, &[Operand::new("monthly_pay", pay.0, Unit::SekPerMonth).given(true), months]);
    let highest = ledger.product(
        "highest_income",
        KRONOR,
        &[
            year.dated("benefit_ceiling", RuleId::BenefitCeiling, benefit.ceiling),
            year.dated("price_base_amount", RuleId::PriceBaseAmount, benefit.base_amount),
        ],
    );
    let capped = ledger.note("capped_income", KRONOR, Form::Least, &[kronor("annual_income", income), kronor("highest_income", highest)]);
    let rounding = year.dated("benefit_rounding", RuleId::BenefitRounding, benefit.rounding);
    let income = ledger.note("benefit_income", KRONOR, Form::RoundDown, &[kronor("capped_income", capped), rounding]);
    let exact = ledger.product(
        "benefit_exact",
        Unit::SekPerDay,
        &[
            kronor("benefit_income", income),
            year.dated("benefit_level", RuleId::BenefitLevel, benefit.level),
            year.dated("benefit_factor", RuleId::BenefitFactor, benefit.factor),
            year.dated("benefit_year", RuleId::BenefitDays, benefit.days).per(),
        ],
    );
    ledger.note("benefit_of_a_day", Unit::SekPerDay, Form::Round, &[Operand::new("benefit_exact", exact, Unit::SekPerDay)])
}

#[cfg(test)]
mod tests {
    use super::super::prices::{Prices, Stretch};
    use super::*;
    use crate::quantity::Month;
    use crate::rules::Rules;
    use crate::rules::law::Benefit;

    #[test]
    fn the_benefit_step_by_step_is_the_benefit() {
        let prices = Prices::default();
        for month in [Month::of(2018, 1), Month::of(2018, 7), Month::of(2021, 1), Month::of(2026, 1)] {
            let stretch = Stretch { from: Some(month), ..Stretch::default() };
            let year = Year::new(&stretch, &prices);
            for pay in [9_000.0, 25_431.5, 31_728.0, 36_000.0, 55_000.0] {
                let short = Benefit::new(&Rules::default(), month).of_a_day(Sek(pay));
                assert!((benefit_of_a_day(&mut Silent, &year, Sek(pay)) - short.0).abs() < 1e-9, "{month} {pay}");
            }
        }
    }
}
