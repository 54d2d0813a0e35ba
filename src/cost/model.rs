//! Sick pay by the law, and Försäkringskassan's model of what absence costs the employer.
//!
//! The model, per hour absent with the pay share p: `cost = hourly × [(p + s) × (1 + a) + o]` with s holiday, a contributions and
//! o overhead. Sick pay is taken out of it as the first layer; where it is booked, the booked amount stands in its place.

use super::prices::Year;
use super::{Amount, Missing};
use crate::absence::{Bands, Sick};
use crate::figure::{Ledger, Operand, Silent, Unit};
use crate::rules::RuleId;

const KRONOR: Unit = Unit::Sek;

/// Försäkringskassan's model for one hour of absence, kronor: pay, holiday, contributions and overhead.
///
/// Annual pay in kronor; the shares of pay as percentages.
///
/// ```
/// // Published case 1, days 2–14.
/// let parts = barkraft::cost::model_cost_per_hour(300_000.0, 80.0, 12.0, 31.4, 20.0);
/// assert_eq!(parts.map(f64::round), [128.0, 19.0, 46.0, 32.0]);
/// ```
#[must_use]
pub fn model_cost_per_hour(annual_pay: f64, pay_share: f64, holiday: f64, contributions: f64, overhead: f64) -> [f64; 4] {
    let hourly = annual_pay / crate::rules::latest(crate::rules::RuleId::ModelHours).value;
    let (pay, holiday, overhead) = (hourly * pay_share / 100.0, hourly * holiday / 100.0, hourly * overhead / 100.0);
    [pay, holiday, (pay + holiday) * contributions / 100.0, overhead]
}

/// Hours at their pay by the law, times the sick-pay level; zero hours need no pay.
pub(super) fn level_of_pay(ledger: &mut dyn Ledger, year: &Year, step: &'static str, hours: &'static str, sick: Sick) -> Amount {
    if sick.hours() == 0.0 {
        return Ok(0.0);
    }
    let mut operands = year.by_the_law(hours, sick)?;
    operands.push(year.level());
    Ok(ledger.product(step, KRONOR, &operands))
}

/// Hours at their pay by the model, times a percentage of it; zero hours need no pay.
fn share_of_pay(ledger: &mut dyn Ledger, year: &Year, step: &'static str, hours: &'static str, sick: Sick, share: Operand) -> Amount {
    if sick.hours() == 0.0 {
        return Ok(0.0);
    }
    let hours = Operand::new(hours, sick.hours(), Unit::Hours);
    Ok(ledger.product(step, KRONOR, &year.by_the_model(hours, year.monthly_pay(sick)?, share)))
}

pub(super) fn kronor(id: &'static str, value: f64) -> Operand {
    Operand::new(id, value, KRONOR)
}

/// 6 §: 80 % of the pay lost on days 1–14, less the waiting deduction (or the waiting day), and less what the state reimburses
/// (13–16 §§).
pub(super) fn by_the_law(ledger: &mut dyn Ledger, year: &Year, step: &'static str, bands: &Bands) -> Amount {
    let before = level_of_pay(ledger, year, "sick_pay_before_deduction", "short_hours", bands.short)?;
    let deduction = level_of_pay(ledger, year, "waiting_deduction", "deducted_hours", bands.deduction)?;
    let waiting_day = level_of_pay(ledger, year, "waiting_day", "waiting_day_hours", bands.waiting_day)?;
    let reimbursed = level_of_pay(ledger, year, "reimbursed", "reimbursed_hours", bands.reimbursed)?;
    let mut parts = vec![kronor("sick_pay_before_deduction", before)];
    let drawn = [("waiting_deduction", deduction), ("waiting_day", waiting_day), ("reimbursed", reimbursed)];
    parts.extend(drawn.into_iter().filter(|(_, value)| *value != 0.0).map(|(id, value)| kronor(id, value).minus()));
    Ok(ledger.sum(step, KRONOR, &parts))
}

/// Sick pay by the law where none is booked.
pub(super) fn calculated_sick_pay(ledger: &mut dyn Ledger, year: &Year) -> Amount {
    by_the_law(ledger, year, "sick_pay_calculated", &year.calculated()?)
}

/// Sick pay by the law for the rows where it is booked.
pub(super) fn sick_pay_of_booked(ledger: &mut dyn Ledger, year: &Year) -> Amount {
    by_the_law(ledger, year, "sick_pay_of_booked", &year.booked()?)
}

/// First layer: booked sick pay, and calculated where none is booked.
pub(super) fn sick_pay(ledger: &mut dyn Ledger, year: &Year) -> Amount {
    let pay = year.sums.booked_pay;
    let booked = kronor("sick_pay_booked", pay);
    if pay != 0.0 && year.calculated()?.short.hours() == 0.0 {
        return Ok(ledger.sum("sick_pay", KRONOR, &[booked]));
    }
    let calculated = calculated_sick_pay(ledger, year)?;
    if pay == 0.0 {
        return Ok(calculated);
    }
    Ok(ledger.sum("sick_pay", KRONOR, &[booked, kronor("sick_pay_calculated", calculated)]))
}

/// What contributions are paid on for days 1–14: pay (80 % less the waiting deduction, or the booked sick pay) and holiday.
fn base_short(ledger: &mut dyn Ledger, year: &Year) -> Result<[f64; 2], Missing> {
    let calculated = year.calculated()?;
    let all = year.bands()?;
    let paid = calculated.short.without(calculated.waiting_day);
    let pay = share_of_pay(ledger, year, "model_sick_pay", "short_hours", paid, year.level())?;
    let deduction = level_of_pay(ledger, year, "waiting_deduction", "deducted_hours", calculated.deduction)?;
    let reimbursed = level_of_pay(ledger, year, "reimbursed", "reimbursed_hours", calculated.reimbursed)?;
    let mut parts = Vec::new();
    parts.extend((pay != 0.0).then(|| kronor("model_sick_pay", pay)));
    parts.extend((deduction != 0.0).then(|| kronor("waiting_deduction", deduction).minus()));
    parts.extend((reimbursed != 0.0).then(|| kronor("reimbursed", reimbursed).minus()));
    parts.extend((year.sums.booked_pay != 0.0).then(|| kronor("sick_pay_booked", year.sums.booked_pay)));
    let pay = ledger.sum("model_pay_short", KRONOR, &parts);
    let with_holiday = all.short.without(all.short_without_holiday);
    let holiday = share_of_pay(ledger, year, "model_holiday_short", "hours_with_holiday", with_holiday, year.holiday())?;
    Ok([pay, holiday])
}

/// The same from day 15: the agreement's top-up, and holiday.
fn base_long(ledger: &mut dyn Ledger, year: &Year) -> Result<[f64; 2], Missing> {
    let bands = year.bands()?;
    let top_up = share_of_pay(ledger, year, "model_top_up", "hours_with_top_up", bands.topped_up, year.top_up())?;
    let above = top_up_above(ledger, year)?;
    let mut parts = vec![kronor("model_top_up", top_up)];
    parts.extend((above != 0.0).then(|| kronor("model_top_up_above", above)));
    let pay = ledger.sum("model_pay_long", KRONOR, &parts);
    let with_holiday = bands.long().without(bands.long_without_holiday);
    let holiday = share_of_pay(ledger, year, "model_holiday_long", "hours_with_holiday", with_holiday, year.holiday())?;
    Ok([pay, holiday])
}

/// The agreement's higher top-up on the part of pay above its ceiling, beyond the ordinary one.
fn top_up_above(ledger: &mut dyn Ledger, year: &Year) -> Amount {
    let (hours, mut pay_hours) = (year.bands()?.topped_up.hours(), year.sums.above_pay_hours);
    if year.sums.above_hours > 0.0 {
        let pay = year.prices.monthly_pay.ok_or(Missing::MonthlyPay)?;
        pay_hours += year.sums.above_hours * (pay.0 - year.top_up_ceiling()).max(0.0);
    }
    if hours == 0.0 || pay_hours == 0.0 {
        return Ok(0.0);
    }
    let beyond = ledger.sum("top_up_beyond", Unit::Percent, &[year.top_up_above(), year.top_up().minus()]);
    let above = Operand::new("pay_above_ceiling", pay_hours / hours, Unit::SekPerMonth);
    let hours = Operand::new("hours_with_top_up", hours, Unit::Hours);
    let beyond = Operand::new("top_up_beyond", beyond, Unit::Percent).by(RuleId::TopUpAbove);
    Ok(ledger.product("model_top_up_above", KRONOR, &year.by_the_model(hours, above, beyond)))
}

/// The names of the steps of a band of days.
struct Names {
    pay: &'static str,
    holiday: &'static str,
    base: &'static str,
    contributions: &'static str,
    overhead: &'static str,
    model: &'static str,
    hours: &'static str,
}

const SHORT: Names = Names {
    pay: "model_pay_short",
    holiday: "model_holiday_short",
    base: "contributions_base_short",
    contributions: "model_contributions_short",
    overhead: "model_overhead_short",
    model: "model_short",
    hours: "short_hours",
};

const LONG: Names = Names {
    pay: "model_pay_long",
    holiday: "model_holiday_long",
    base: "contributions_base_long",
    contributions: "model_contributions_long",
    overhead: "model_overhead_long",
    model: "model_long",
    hours: "long_hours",
};

type Base = fn(&mut dyn Ledger, &Year) -> Result<[f64; 2], Missing>;

fn model(ledger: &mut dyn Ledger, year: &Year, base_of: Base, sick: Sick, names: &Names) -> Amount {
    let [pay, holiday] = base_of(ledger, year)?;
    let base = ledger.sum(names.base, KRONOR, &[kronor(names.pay, pay), kronor(names.holiday, holiday)]);
    let contributions = contributions(ledger, year, base, base_of, names)?;
    let overhead = share_of_pay(ledger, year, names.overhead, names.hours, sick, year.overhead())?;
    let parts = [(names.pay, pay), (names.holiday, holiday), (names.contributions, contributions), (names.overhead, overhead)];
    Ok(ledger.sum(names.model, KRONOR, &parts.map(|(id, value)| kronor(id, value))))
}

/// Contributions (or the whole on-cost) on pay and holiday, less for the old.
fn contributions(ledger: &mut dyn Ledger, year: &Year, base: f64, base_of: Base, names: &Names) -> Amount {
    // No pay and no holiday need no rate.
    if base == 0.0 {
        return Ok(0.0);
    }
    let reduced = year.reduced().map(|reduced| base_of(&mut Silent, &reduced)).transpose()?.map_or(0.0, |[pay, holiday]| pay + holiday);
    if reduced == 0.0 {
        return Ok(ledger.product(names.contributions, KRONOR, &[kronor(names.base, base), year.on_cost()?]));
    }
    let full = ledger.product("contributions_in_full", KRONOR, &[kronor(names.base, base), year.on_cost()?]);
    let [by_law, for_the_old] = year.contributions();
    let less = ledger.sum("contributions_less", Unit::Percent, &[by_law, for_the_old.minus()]);
    let less = Operand::new("contributions_less", less, Unit::Percent).by(RuleId::ReducedContributions);
    let less = ledger.product("contributions_reduction", KRONOR, &[kronor("base_of_the_old", reduced), less]);
    Ok(ledger.sum(names.contributions, KRONOR, &[kronor("contributions_in_full", full), kronor("contributions_reduction", less).minus()]))
}

/// The model for days 1–14: p = 80 % less the waiting deduction, or the booked sick pay.
pub(super) fn model_short(ledger: &mut dyn Ledger, year: &Year) -> Amount {
    model(ledger, year, base_short, year.bands()?.short, &SHORT)
}

/// The model from day 15: p = 10 % on days 15–90 and nothing after; holiday while it is accrued.
pub(super) fn model_long(ledger: &mut dyn Ledger, year: &Year) -> Amount {
    model(ledger, year, base_long, year.bands()?.long(), &LONG)
}

/// What remains of the model for days 1–14 when the sick pay of the first layer is taken out.
pub(super) fn labour_short(ledger: &mut dyn Ledger, year: &Year) -> Amount {
    let model = model_short(ledger, year)?;
    let sick_pay = sick_pay(&mut Silent, year)?;
    Ok(ledger.sum("labour_short", KRONOR, &[kronor("model_short", model), kronor("sick_pay", sick_pay).minus()]))
}

/// Second layer.
pub(super) fn labour(ledger: &mut dyn Ledger, year: &Year) -> Amount {
    let short = labour_short(ledger, year)?;
    let long = model_long(ledger, year)?;
    Ok(ledger.sum("labour_cost", KRONOR, &[kronor("labour_short", short), kronor("model_long", long)]))
}
