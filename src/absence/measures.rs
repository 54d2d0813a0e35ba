//! The measures of the field, each with its steps: net days, absence in per cent, days per employee, full-time posts.

use crate::figure::{Ledger, Operand, Unit};
use crate::quantity::HOURS_PER_NET_DAY;
use crate::rules::law::MONTHS;
use crate::rules::{RuleId, Rules};

/// Net days: sick hours / 8 (Örnsköldsvik; Region Norrbotten).
pub fn net_days(ledger: &mut dyn Ledger, sick_hours: f64) -> f64 {
    let per_day = Operand::new("net_day", HOURS_PER_NET_DAY, Unit::Hours).per().by(RuleId::NetDay);
    ledger.product("net_days", Unit::NetDays, &[Operand::new("sick_hours", sick_hours, Unit::Hours), per_day])
}

/// Sick hours in per cent of scheduled hours; `None` without any.
pub fn absence_percent(ledger: &mut dyn Ledger, sick_hours: f64, scheduled_hours: f64) -> Option<f64> {
    (scheduled_hours > 0.0).then(|| {
        let scheduled = Operand::new("scheduled_hours", scheduled_hours, Unit::Hours).per();
        ledger.product("absence_percent", Unit::Percent, &[Operand::new("sick_hours", sick_hours, Unit::Hours), scheduled])
    })
}

/// Net days for each employee; `None` without any.
pub fn net_days_per_employee(ledger: &mut dyn Ledger, sick_hours: f64, headcount: f64, given: bool) -> Option<f64> {
    (headcount > 0.0).then(|| {
        let days = net_days(ledger, sick_hours);
        let headcount = Operand::new("headcount", headcount, Unit::Count).per().given(given);
        ledger.product("net_days_per_employee", Unit::NetDays, &[Operand::new("net_days", days, Unit::NetDays), headcount])
    })
}

/// Full-time posts: net days a year / 220 (Region Norrbotten); `None` for a period without months.
pub fn full_time_equivalents(ledger: &mut dyn Ledger, sick_hours: f64, months: f64, rules: &Rules) -> Option<f64> {
    (months > 0.0).then(|| {
        let days = net_days(ledger, sick_hours);
        let post = rules.latest(RuleId::FullTimePost);
        ledger.product(
            "full_time_equivalents",
            Unit::Posts,
            &[
                Operand::new("net_days", days, Unit::NetDays),
                Operand::new("months_of_year", MONTHS, Unit::Factor),
                Operand::new("months", months, Unit::Months).per(),
                Operand::new("full_time_post", post.value, post.unit).per().by(RuleId::FullTimePost).given(post.overridden),
            ],
        )
    })
}
