//! Third layer: the whole cost of absence, by the method that the user picks. Methods are shown apart and never mixed.

use super::prices::Year;
use super::{Amount, Missing, Replacement, model};
use crate::absence::Sick;
use crate::figure::{Ledger, Operand, Unit};
use crate::quantity::{HOURS_PER_NET_DAY, Sek};
use crate::rules::{RuleId, latest};

/// How the total is estimated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Method {
    /// A: Försäkringskassan's model alone.
    #[default]
    Fk,
    /// C: 10 % of monthly pay per short day, 2.5 % per day of days 15–90.
    RuleOfThumb,
    /// B: Karolinska Institutet's instrument, 10 % of monthly pay per short day and 1 % per long day.
    Ki,
    /// D: the user's own value per short and long day.
    Own,
}

impl Method {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Fk, Self::RuleOfThumb, Self::Ki, Self::Own];

    /// Its name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Fk => "fk",
            Self::RuleOfThumb => "rule_of_thumb",
            Self::Ki => "ki",
            Self::Own => "own",
        }
    }

    /// Where it was read.
    #[must_use]
    pub fn source(self) -> &'static str {
        match self {
            Self::Fk => latest(RuleId::ModelHours).source,
            Self::RuleOfThumb => latest(RuleId::RuleOfThumbShort).source,
            Self::Ki => latest(RuleId::KiShort).source,
            Self::Own => "",
        }
    }

    /// The share of monthly pay that a day costs, for the methods that work so.
    fn shares(self) -> Option<(RuleId, RuleId)> {
        match self {
            Self::RuleOfThumb => Some((RuleId::RuleOfThumbShort, RuleId::RuleOfThumbLong)),
            Self::Ki => Some((RuleId::KiShort, RuleId::KiLong)),
            Self::Fk | Self::Own => None,
        }
    }
}

fn days(id: &'static str, sick: Sick) -> [Operand; 2] {
    let per_day = Operand::new("net_day", HOURS_PER_NET_DAY, Unit::Hours).per().by(RuleId::NetDay);
    [Operand::new(id, sick.hours(), Unit::Hours), per_day]
}

fn days_at_share(ledger: &mut dyn Ledger, year: &Year, step: &'static str, hours: &'static str, sick: Sick, rule: RuleId) -> Amount {
    if sick.hours() == 0.0 {
        return Ok(ledger.sum(step, Unit::Sek, &[]));
    }
    let [hours, per_day] = days(hours, sick);
    let share = year.rule("share_of_monthly_pay", rule);
    Ok(ledger.product(step, Unit::Sek, &[hours, per_day, year.monthly_pay(sick)?, share]))
}

fn days_at_value(
    ledger: &mut dyn Ledger,
    step: &'static str,
    hours: &'static str,
    sick: Sick,
    value: Option<Sek>,
    missing: Missing,
) -> Amount {
    if sick.hours() == 0.0 {
        return Ok(ledger.sum(step, Unit::Sek, &[]));
    }
    let [hours, per_day] = days(hours, sick);
    let value = Operand::new(missing.id(), value.ok_or(missing)?.0, Unit::SekPerDay).given(true);
    Ok(ledger.product(step, Unit::Sek, &[hours, per_day, value]))
}

/// The estimated cost of days 1–14.
pub(super) fn short(ledger: &mut dyn Ledger, year: &Year) -> Amount {
    let prices = year.prices;
    match prices.method.shares() {
        Some((rule, _)) => days_at_share(ledger, year, "estimated_short", "short_hours", year.bands()?.short, rule),
        None if prices.method == Method::Fk => model::model_short(ledger, year),
        None => days_at_value(ledger, "estimated_short", "short_hours", year.bands()?.short, prices.short_day, Missing::ShortDay),
    }
}

/// The estimated cost from day 15.
pub(super) fn long(ledger: &mut dyn Ledger, year: &Year) -> Amount {
    let prices = year.prices;
    let bands = || year.bands();
    match (prices.method, prices.method.shares()) {
        // Johrén's rule speaks of days 15–90 and of no later ones.
        (Method::RuleOfThumb, Some((_, rule))) => days_at_share(ledger, year, "estimated_long", "hours_15_90", bands()?.to_day_90(), rule),
        (_, Some((_, rule))) => days_at_share(ledger, year, "estimated_long", "long_hours", bands()?.long(), rule),
        (Method::Fk, None) => model::model_long(ledger, year),
        (_, None) => days_at_value(ledger, "estimated_long", "long_hours", bands()?.long(), prices.long_day, Missing::LongDay),
    }
}

/// Both together.
pub(super) fn total(ledger: &mut dyn Ledger, year: &Year) -> Amount {
    let short = short(ledger, year)?;
    let long = long(ledger, year)?;
    let part = |id, value| Operand::new(id, value, Unit::Sek);
    Ok(ledger.sum("estimated_total", Unit::Sek, &[part("estimated_short", short), part("estimated_long", long)]))
}

/// Cost of replacement: booked in the data, else hours × share replaced × hourly pay by the law × cost of an hour.
pub(super) fn replacement(ledger: &mut dyn Ledger, year: &Year, given: Replacement) -> Amount {
    if year.sums.replacement != 0.0 {
        return Ok(ledger.sum("replacement", Unit::Sek, &[Operand::new("replacement_booked", year.sums.replacement, Unit::Sek)]));
    }
    let all = year.sums.bands().all();
    let (Some(share), Some(cost)) = (given.share, given.cost) else { return Ok(0.0) };
    if all.hours() == 0.0 {
        return Ok(0.0);
    }
    let mut operands = year.by_the_law("sick_hours", all)?;
    operands.push(Operand::new("replacement_share", share.as_percent(), Unit::Percent).given(true));
    operands.push(Operand::new("replacement_cost", cost.as_percent(), Unit::Percent).given(true));
    Ok(ledger.product("replacement", Unit::Sek, &operands))
}
