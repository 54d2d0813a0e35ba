//! Dated, sourced values, and the law as functions of a date. A date outside the table is an error, not a guess.

pub mod law;
mod table;

pub use table::{PANDEMIC, TABLE};

use crate::figure::Unit;
use crate::quantity::Date;

/// The first day that the rules cover.
pub const FIRST_DAY: &str = "2015-01-01";
/// The last day that the rules cover.
pub const LAST_DAY: &str = "2026-12-31";

/// A rule or amount. Its name is under `rule.` in the catalogue, by its [`id`](RuleId::id).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RuleId {
    /// Sick pay as a share of the pay lost.
    SickPayLevel,
    /// Unpaid first days of a sick-pay period: one before 2019, none since.
    WaitingDay,
    /// Waiting deduction as a share of the sick pay of an average week: none before 2019.
    WaitingDeduction,
    /// Calendar days of a sick-pay period.
    SickPayPeriod,
    /// A new spell within so many calendar days continues the period.
    Relapse,
    /// After so many deductions in twelve months no more are made.
    DeductionCap,
    /// Top-up by the collective agreement AB, share of pay, days 15–90.
    TopUp,
    /// Last calendar day of that top-up.
    TopUpLastDay,
    /// Employer contributions by law, share of pay.
    EmployerContributions,
    /// Holiday accrued during sick absence, share of pay.
    Holiday,
    /// Calendar days of a year for which sick absence accrues holiday.
    HolidayDays,
    /// Overhead that Försäkringskassan's model prefills, share of pay.
    Overhead,
    /// Working hours by which Försäkringskassan's model divides annual pay.
    ModelHours,
    /// Weekly hours of a full post.
    WeeklyHours,
    /// Rule of thumb: cost of a short day as a share of monthly pay.
    RuleOfThumbShort,
    /// Rule of thumb: cost of a day of days 15–90.
    RuleOfThumbLong,
    /// Karolinska Institutet's instrument: cost of a short day.
    KiShort,
    /// Karolinska Institutet's instrument: cost of a long day.
    KiLong,
    /// Working hours of a net day.
    NetDay,
    /// Net days of a full-time post in a year.
    FullTimePost,
}

/// How a value is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Read in the named source.
    Read,
    /// Worked out from read values.
    Derived,
    /// Common knowledge without a source at hand: to be verified.
    Recalled,
    /// Bärkraft's own assumption.
    Assumed,
}

/// A value of a rule, and when it holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// Which rule.
    pub id: RuleId,
    /// Its value, in `unit`.
    pub value: f64,
    /// What it is counted in.
    pub unit: Unit,
    /// First day it holds, ISO.
    pub valid_from: &'static str,
    /// Last day it holds, ISO.
    pub valid_to: &'static str,
    /// Where it was read: law and section, agreement, publication.
    pub source: &'static str,
    /// When that was checked, ISO.
    pub checked_on: &'static str,
    /// How it is known.
    pub status: Status,
}

/// The date lies outside the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutsideTable {
    /// The rule that was asked for.
    pub rule: RuleId,
    /// The date it was asked for.
    pub date: Date,
}

/// The rule as it stood on a date.
///
/// # Errors
/// [`OutsideTable`] for a date that the table does not cover.
///
/// ```
/// use barkraft::quantity::Date;
/// use barkraft::rules::{self, RuleId};
/// let on = |iso| rules::on(RuleId::WaitingDeduction, Date::from_iso(iso).unwrap());
/// assert_eq!(on("2018-12-31").unwrap().value, 0.0);
/// assert_eq!(on("2019-01-01").unwrap().value, 20.0);
/// assert!(on("2014-12-31").is_err());
/// ```
pub fn on(rule: RuleId, date: Date) -> Result<&'static Rule, OutsideTable> {
    let iso = date.to_string();
    TABLE
        .iter()
        .find(|row| row.id == rule && row.valid_from <= iso.as_str() && iso.as_str() <= row.valid_to)
        .ok_or(OutsideTable { rule, date })
}

/// The value that holds longest from the end of the table: what the page prefills.
///
/// # Panics
/// Never: a test holds that every rule has a row on the table's last day.
#[must_use]
pub fn latest(rule: RuleId) -> &'static Rule {
    TABLE.iter().rfind(|row| row.id == rule).expect("every rule has a row")
}

/// The first and last day that the rules cover.
///
/// # Panics
/// Never: both are constants, tested.
#[must_use]
pub fn covered() -> (Date, Date) {
    (Date::from_iso(FIRST_DAY).expect("a date"), Date::from_iso(LAST_DAY).expect("a date"))
}

impl RuleId {
    /// Its name in the catalogue and in the JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::SickPayLevel => "sick_pay_level",
            Self::WaitingDay => "waiting_day",
            Self::WaitingDeduction => "waiting_deduction",
            Self::SickPayPeriod => "sick_pay_period",
            Self::Relapse => "relapse",
            Self::DeductionCap => "deduction_cap",
            Self::TopUp => "top_up",
            Self::TopUpLastDay => "top_up_last_day",
            Self::EmployerContributions => "employer_contributions",
            Self::Holiday => "holiday",
            Self::HolidayDays => "holiday_days",
            Self::Overhead => "overhead",
            Self::ModelHours => "model_hours",
            Self::WeeklyHours => "weekly_hours",
            Self::RuleOfThumbShort => "rule_of_thumb_short",
            Self::RuleOfThumbLong => "rule_of_thumb_long",
            Self::KiShort => "ki_short",
            Self::KiLong => "ki_long",
            Self::NetDay => "net_day",
            Self::FullTimePost => "full_time_post",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_periods_of_a_rule_neither_overlap_nor_leave_a_gap() {
        let (first, last) = covered();
        for rule in TABLE.iter().map(|row| row.id) {
            let mut next = first;
            for row in TABLE.iter().filter(|row| row.id == rule) {
                assert_eq!(Date::from_iso(row.valid_from), Some(next), "{} starts where the former ends", rule.id());
                next = Date::from_iso(row.valid_to).expect("a date").plus(1);
            }
            assert_eq!(next, last.plus(1), "{} reaches the end of the table", rule.id());
        }
    }

    #[test]
    fn every_rule_changes_at_new_year_as_cost_takes_the_rules_of_a_year_by_its_first_day() {
        for row in TABLE {
            assert!(row.valid_from.ends_with("-01-01") && row.valid_to.ends_with("-12-31"), "{}", row.id.id());
        }
    }

    #[test]
    fn every_row_names_its_source_and_when_it_was_checked() {
        for row in TABLE {
            assert!(row.source.len() > 5 && Date::from_iso(row.checked_on).is_some(), "{}", row.id.id());
        }
    }

    #[test]
    fn a_date_outside_the_table_is_an_error() {
        let outside = Date::from_iso("2027-01-01").expect("a date");
        assert_eq!(on(RuleId::SickPayLevel, outside), Err(OutsideTable { rule: RuleId::SickPayLevel, date: outside }));
    }
}
