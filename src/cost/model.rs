//! Sick pay by the law, and Försäkringskassan's model of what absence costs the employer.
//!
//! The model, per hour absent with the pay share p: `cost = hourly × [(p + s) × (1 + a) + o]` with s holiday, a contributions and
//! o overhead. Sick pay is taken out of it as the first layer; where it is booked, the booked amount stands in its place.

use super::Amount;
use super::prices::Year;
use crate::absence::Sick;
use crate::figure::{Ledger, Operand, Silent, Unit};

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
fn level_of_pay(ledger: &mut dyn Ledger, year: &Year, step: &'static str, hours: &'static str, sick: Sick) -> Amount {
    if sick.hours() == 0.0 {
        return Ok(0.0);
    }
    Ok(ledger.product(step, KRONOR, &year.by_the_law(hours, sick, year.level())?))
}

/// Hours at their pay by the model, times a percentage of it; zero hours need no pay.
fn share_of_pay(ledger: &mut dyn Ledger, year: &Year, step: &'static str, hours: &'static str, sick: Sick, share: Operand) -> Amount {
    if sick.hours() == 0.0 {
        return Ok(0.0);
    }
    Ok(ledger.product(step, KRONOR, &year.by_the_model(hours, sick, share)?))
}

fn kronor(id: &'static str, value: f64) -> Operand {
    Operand::new(id, value, KRONOR)
}

/// 6 §: 80 % of the pay lost on days 1–14, less the waiting deduction (or the waiting day).
pub(super) fn calculated_sick_pay(ledger: &mut dyn Ledger, year: &Year) -> Amount {
    let bands = year.calculated()?;
    let before = level_of_pay(ledger, year, "sick_pay_before_deduction", "short_hours", bands.short)?;
    let deduction = level_of_pay(ledger, year, "waiting_deduction", "deducted_hours", bands.deduction)?;
    let waiting_day = level_of_pay(ledger, year, "waiting_day", "waiting_day_hours", bands.waiting_day)?;
    let mut parts = vec![kronor("sick_pay_before_deduction", before)];
    parts.extend((deduction != 0.0).then(|| kronor("waiting_deduction", deduction).minus()));
    parts.extend((waiting_day != 0.0).then(|| kronor("waiting_day", waiting_day).minus()));
    Ok(ledger.sum("sick_pay_calculated", KRONOR, &parts))
}

/// First layer: booked sick pay, and calculated where none is booked.
pub(super) fn sick_pay(ledger: &mut dyn Ledger, year: &Year) -> Amount {
    let booked = kronor("sick_pay_booked", year.booked_pay);
    if year.booked_pay != 0.0 && year.calculated()?.short.hours() == 0.0 {
        return Ok(ledger.sum("sick_pay", KRONOR, &[booked]));
    }
    let calculated = calculated_sick_pay(ledger, year)?;
    if year.booked_pay == 0.0 {
        return Ok(calculated);
    }
    Ok(ledger.sum("sick_pay", KRONOR, &[booked, kronor("sick_pay_calculated", calculated)]))
}

/// The model for days 1–14: p = 80 % less the waiting deduction, or the booked sick pay.
pub(super) fn model_short(ledger: &mut dyn Ledger, year: &Year) -> Amount {
    let calculated = year.calculated()?;
    let all = year.bands()?.short;
    let paid = calculated.short.without(calculated.waiting_day);
    let pay = share_of_pay(ledger, year, "model_sick_pay", "short_hours", paid, year.level())?;
    let deduction = level_of_pay(ledger, year, "waiting_deduction", "deducted_hours", calculated.deduction)?;
    let mut parts = Vec::new();
    parts.extend((pay != 0.0).then(|| kronor("model_sick_pay", pay)));
    parts.extend((deduction != 0.0).then(|| kronor("waiting_deduction", deduction).minus()));
    parts.extend((year.booked_pay != 0.0).then(|| kronor("sick_pay_booked", year.booked_pay)));
    let pay = ledger.sum("model_pay_short", KRONOR, &parts);
    let holiday = share_of_pay(ledger, year, "model_holiday_short", "short_hours", all, year.holiday())?;
    let base = ledger.sum("contributions_base_short", KRONOR, &[kronor("model_pay_short", pay), kronor("model_holiday_short", holiday)]);
    let contributions = ledger.product("model_contributions_short", KRONOR, &[kronor("contributions_base_short", base), year.on_cost()]);
    let overhead = share_of_pay(ledger, year, "model_overhead_short", "short_hours", all, year.overhead())?;
    Ok(ledger.sum(
        "model_short",
        KRONOR,
        &[
            kronor("model_pay_short", pay),
            kronor("model_holiday_short", holiday),
            kronor("model_contributions_short", contributions),
            kronor("model_overhead_short", overhead),
        ],
    ))
}

/// The model from day 15: p = 10 % on days 15–90 and nothing after; holiday to day 180.
pub(super) fn model_long(ledger: &mut dyn Ledger, year: &Year) -> Amount {
    let bands = year.bands()?;
    let top_up = share_of_pay(ledger, year, "model_top_up", "hours_15_90", bands.mid, year.top_up())?;
    let holiday = share_of_pay(ledger, year, "model_holiday_long", "hours_15_180", bands.mid.and(bands.late), year.holiday())?;
    let base = ledger.sum("contributions_base_long", KRONOR, &[kronor("model_top_up", top_up), kronor("model_holiday_long", holiday)]);
    let contributions = ledger.product("model_contributions_long", KRONOR, &[kronor("contributions_base_long", base), year.on_cost()]);
    let overhead = share_of_pay(ledger, year, "model_overhead_long", "long_hours", bands.long(), year.overhead())?;
    Ok(ledger.sum(
        "model_long",
        KRONOR,
        &[
            kronor("model_top_up", top_up),
            kronor("model_holiday_long", holiday),
            kronor("model_contributions_long", contributions),
            kronor("model_overhead_long", overhead),
        ],
    ))
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
