//! The measures of the field, each with its steps: net days, absence in per cent, days per employee, full-time posts.

use crate::figure::{Ledger, Operand, Unit};
use crate::quantity::HOURS_PER_NET_DAY;
use crate::rules::law::MONTHS;
use crate::rules::{RuleId, Rules};

/// Sick hours: all of them, or those of the units and months of which it is known what they are divided by.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SickHours {
    /// How many they are.
    pub hours: f64,
    /// Whether they are but a part of all.
    pub part: bool,
}

impl SickHours {
    /// All of them.
    #[must_use]
    pub const fn all(hours: f64) -> Self {
        Self { hours, part: false }
    }

    /// So many of so many.
    #[must_use]
    pub fn of(hours: f64, all: f64) -> Self {
        Self { hours, part: (all - hours).abs() > 1e-6 * all.abs() }
    }

    fn operand(self) -> Operand {
        Operand::new(if self.part { "sick_hours_known" } else { "sick_hours" }, self.hours, Unit::Hours)
    }
}

/// Net days: sick hours / 8 (Örnsköldsvik; Region Norrbotten).
pub fn net_days(ledger: &mut dyn Ledger, sick: SickHours) -> f64 {
    let per_day = Operand::new("net_day", HOURS_PER_NET_DAY, Unit::Hours).per().by(RuleId::NetDay);
    ledger.product("net_days", Unit::NetDays, &[sick.operand(), per_day])
}

/// Sick hours in per cent of scheduled hours; `None` without any.
pub fn absence_percent(ledger: &mut dyn Ledger, sick: SickHours, scheduled_hours: f64) -> Option<f64> {
    (scheduled_hours > 0.0).then(|| {
        let scheduled = Operand::new("scheduled_hours", scheduled_hours, Unit::Hours).per();
        ledger.product("absence_percent", Unit::Percent, &[sick.operand(), scheduled])
    })
}

/// Net days for each employee; `None` without any.
pub fn net_days_per_employee(ledger: &mut dyn Ledger, sick: SickHours, headcount: f64, given: bool) -> Option<f64> {
    (headcount > 0.0).then(|| {
        let days = net_days(ledger, sick);
        let headcount = Operand::new("headcount", headcount, Unit::Count).per().given(given);
        ledger.product("net_days_per_employee", Unit::NetDays, &[Operand::new("net_days", days, Unit::NetDays), headcount])
    })
}

/// Full-time posts: net days a year / 220 (Region Norrbotten); `None` for a period without months.
pub fn full_time_equivalents(ledger: &mut dyn Ledger, sick: SickHours, months: f64, rules: &Rules) -> Option<f64> {
    (months > 0.0).then(|| {
        let days = net_days(ledger, sick);
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
