//! Dated, sourced values, and the law as functions of a date. A date outside the table is an error, not a guess.

mod evidence;
pub mod law;
mod table;

pub use evidence::{CARDS, Card, Estimate};
pub use table::{PANDEMIC, TABLE};

use crate::figure::Unit;
use crate::quantity::{Date, Month};

/// The first month that the rules cover.
pub const FIRST_MONTH: Month = Month::of(2015, 1);
/// The last month that the rules cover.
pub const LAST_MONTH: Month = Month::of(2026, 12);

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
    /// Weekly hours of a full post.
    WeeklyHours,
    /// Top-up by the collective agreement after the sick-pay period, share of pay.
    TopUp,
    /// Last calendar day of that top-up.
    TopUpLastDay,
    /// Top-up on the part of pay above the agreement's ceiling.
    TopUpAbove,
    /// That ceiling, in price base amounts a year.
    TopUpCeiling,
    /// Employer contributions by law, share of pay.
    EmployerContributions,
    /// Employer contributions for the old.
    ReducedContributions,
    /// Who has turned so many years before the year began is old in that sense.
    ReducedAge,
    /// SKR's standard on-cost of municipalities, share of pay.
    OnCostMunicipality,
    /// SKR's standard on-cost of regions, share of pay.
    OnCostRegion,
    /// Holiday accrued during sick absence, share of pay.
    Holiday,
    /// Calendar days of an earning year for which sick absence accrues holiday.
    HolidayDays,
    /// First month of the earning year by law.
    EarningYear,
    /// First month of the earning year by the agreement of municipalities and regions.
    EarningYearAgreement,
    /// Price base amount, kronor.
    PriceBaseAmount,
    /// Highest annual income that sickness benefit is paid on, in price base amounts.
    BenefitCeiling,
    /// Sickness benefit as a share of that income.
    BenefitLevel,
    /// Factor that the income is multiplied by first.
    BenefitFactor,
    /// The income is rounded down to whole multiples of this, kronor.
    BenefitRounding,
    /// Days that a year's benefit is divided by.
    BenefitDays,
    /// Overhead that Försäkringskassan's model prefills, share of pay.
    Overhead,
    /// Working hours by which Försäkringskassan's model divides annual pay.
    ModelHours,
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
    /// A group of so many people or fewer is not shown.
    SmallGroup,
    /// Days of an unbroken period from which it is long by the statutory disclosure.
    LongSpell,
    /// More spells than this in twelve months are repeated short absence.
    RepeatedSpells,
    /// Share of the units, those with most absence, that are called high.
    HighShare,
    /// Discount rate a year.
    DiscountRate,
    /// How far an uncertain input is taken to lie off where nobody says, as a share of it.
    AssumedSpread,
    /// Working hours of a post in a year.
    PostHours,
}

/// What a rule belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Area {
    /// The law on sick pay.
    SickPay,
    /// The collective agreement.
    Agreement,
    /// Contributions and holiday.
    OnCost,
    /// What the state pays.
    State,
    /// Methods of estimating the total.
    Method,
    /// Measures and definitions.
    Measure,
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
    /// Not known here: the user is asked.
    Unknown,
}

/// A value of a rule, and when it holds. Every value changes on the first of a month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// Which rule.
    pub id: RuleId,
    /// Its value, in `unit`; 0 while [`Status::Unknown`].
    pub value: f64,
    /// What it is counted in.
    pub unit: Unit,
    /// First month it holds.
    pub from: Month,
    /// Last month it holds.
    pub to: Month,
    /// Where it was read: law and section, agreement, publication.
    pub source: &'static str,
    /// When that was checked, ISO.
    pub checked_on: &'static str,
    /// How it is known.
    pub status: Status,
    /// Whether the user's own value stands in its place.
    pub overridden: bool,
}

impl Rule {
    /// Its value, unless it is not known here.
    #[must_use]
    pub fn known(&self) -> Option<f64> {
        (self.status != Status::Unknown || self.overridden).then_some(self.value)
    }
}

/// The date lies outside the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutsideTable {
    /// The rule that was asked for.
    pub rule: RuleId,
    /// The month it was asked for.
    pub month: Month,
}

/// The rules as they stand for a user: the table, with the user's own values in place of some.
///
/// ```
/// use barkraft::quantity::Month;
/// use barkraft::rules::{RuleId, Rules};
/// let mut rules = Rules::default();
/// assert_eq!(rules.on(RuleId::WaitingDeduction, Month::of(2018, 12)).unwrap().value, 0.0);
/// assert_eq!(rules.on(RuleId::WaitingDeduction, Month::of(2019, 1)).unwrap().value, 20.0);
/// assert!(rules.on(RuleId::WaitingDeduction, Month::of(2014, 12)).is_err());
///
/// assert!(rules.on(RuleId::OnCostRegion, Month::of(2024, 5)).unwrap().known().is_none());
/// rules.replace(RuleId::OnCostRegion, Month::of(2024, 1), 50.0);
/// assert_eq!(rules.on(RuleId::OnCostRegion, Month::of(2024, 5)).unwrap().known(), Some(50.0));
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Rules(Vec<Rule>);

impl Default for Rules {
    fn default() -> Self {
        Self(TABLE.to_vec())
    }
}

impl Rules {
    /// Every row, in the order of the table.
    #[must_use]
    pub fn rows(&self) -> &[Rule] {
        &self.0
    }

    /// The user's own value in place of the row that begins with a month. Whether there is such a row.
    pub fn replace(&mut self, rule: RuleId, from: Month, value: f64) -> bool {
        self.replace_where(|row| row.id == rule && row.from == from, value)
    }

    /// The user's own value in place of every row of a rule.
    pub fn replace_all(&mut self, rule: RuleId, value: f64) {
        self.replace_where(|row| row.id == rule, value);
    }

    fn replace_where(&mut self, chosen: impl Fn(&Rule) -> bool, value: f64) -> bool {
        let mut found = false;
        for row in self.0.iter_mut().filter(|row| chosen(row)) {
            // What the table says already is no value of the user's own.
            row.overridden = row.status == Status::Unknown || row.value.to_bits() != value.to_bits();
            row.value = value;
            found = true;
        }
        found
    }

    /// The rule as it stands in a month.
    ///
    /// # Errors
    /// [`OutsideTable`] for a month that the table does not cover.
    pub fn on(&self, rule: RuleId, month: Month) -> Result<&Rule, OutsideTable> {
        self.0.iter().find(|row| row.id == rule && row.from <= month && month <= row.to).ok_or(OutsideTable { rule, month })
    }

    /// The value that holds longest: the last row of a rule.
    ///
    /// # Panics
    /// Never: a test holds that every rule has a row.
    #[must_use]
    pub fn latest(&self, rule: RuleId) -> &Rule {
        self.0.iter().rfind(|row| row.id == rule).expect("every rule has a row")
    }

    /// The value of a rule that counts days or times.
    #[must_use]
    #[allow(clippy::cast_possible_truncation)]
    pub fn whole(&self, rule: RuleId) -> i32 {
        self.latest(rule).value as i32
    }

    /// Whether the user's own value stands anywhere.
    #[must_use]
    pub fn overridden(&self) -> bool {
        self.0.iter().any(|row| row.overridden)
    }
}

/// The last row of a rule in the table: what the page prefills.
///
/// # Panics
/// Never: a test holds that every rule has a row.
#[must_use]
pub fn latest(rule: RuleId) -> &'static Rule {
    TABLE.iter().rfind(|row| row.id == rule).expect("every rule has a row")
}

/// The first and last day that the rules cover.
#[must_use]
pub fn covered() -> (Date, Date) {
    (FIRST_MONTH.first_day(), LAST_MONTH.last_day())
}

/// The first month of the stretch that a month lies in, within which no rule changes: New Year, or the first of July 2018.
#[must_use]
pub fn stretch(month: Month) -> Month {
    let new_year = Month::of(month.year(), 1);
    TABLE.iter().map(|row| row.from).filter(|from| *from <= month && *from > new_year).fold(new_year, Month::max)
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
            Self::WeeklyHours => "weekly_hours",
            Self::TopUp => "top_up",
            Self::TopUpLastDay => "top_up_last_day",
            Self::TopUpAbove => "top_up_above",
            Self::TopUpCeiling => "top_up_ceiling",
            Self::EmployerContributions => "employer_contributions",
            Self::ReducedContributions => "reduced_contributions",
            Self::ReducedAge => "reduced_age",
            Self::OnCostMunicipality => "on_cost_municipality",
            Self::OnCostRegion => "on_cost_region",
            Self::Holiday => "holiday",
            Self::HolidayDays => "holiday_days",
            Self::EarningYear => "earning_year",
            Self::EarningYearAgreement => "earning_year_agreement",
            Self::PriceBaseAmount => "price_base_amount",
            Self::BenefitCeiling => "benefit_ceiling",
            Self::BenefitLevel => "benefit_level",
            Self::BenefitFactor => "benefit_factor",
            Self::BenefitRounding => "benefit_rounding",
            Self::BenefitDays => "benefit_days",
            Self::Overhead => "overhead",
            Self::ModelHours => "model_hours",
            Self::RuleOfThumbShort => "rule_of_thumb_short",
            Self::RuleOfThumbLong => "rule_of_thumb_long",
            Self::KiShort => "ki_short",
            Self::KiLong => "ki_long",
            Self::NetDay => "net_day",
            Self::FullTimePost => "full_time_post",
            Self::SmallGroup => "small_group",
            Self::LongSpell => "long_spell",
            Self::RepeatedSpells => "repeated_spells",
            Self::HighShare => "high_share",
            Self::DiscountRate => "discount_rate",
            Self::AssumedSpread => "assumed_spread",
            Self::PostHours => "post_hours",
        }
    }

    /// The rule of that name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        TABLE.iter().map(|row| row.id).find(|rule| rule.id() == id)
    }

    /// What it belongs to.
    #[must_use]
    pub const fn area(self) -> Area {
        match self {
            Self::SickPayLevel
            | Self::WaitingDay
            | Self::WaitingDeduction
            | Self::SickPayPeriod
            | Self::Relapse
            | Self::DeductionCap
            | Self::WeeklyHours => Area::SickPay,
            Self::TopUp | Self::TopUpLastDay | Self::TopUpAbove | Self::TopUpCeiling => Area::Agreement,
            Self::EmployerContributions
            | Self::ReducedContributions
            | Self::ReducedAge
            | Self::OnCostMunicipality
            | Self::OnCostRegion
            | Self::Holiday
            | Self::HolidayDays
            | Self::EarningYear
            | Self::EarningYearAgreement => Area::OnCost,
            Self::PriceBaseAmount
            | Self::BenefitCeiling
            | Self::BenefitLevel
            | Self::BenefitFactor
            | Self::BenefitRounding
            | Self::BenefitDays => Area::State,
            Self::Overhead
            | Self::ModelHours
            | Self::RuleOfThumbShort
            | Self::RuleOfThumbLong
            | Self::KiShort
            | Self::KiLong
            | Self::DiscountRate
            | Self::AssumedSpread
            | Self::PostHours => Area::Method,
            Self::NetDay | Self::FullTimePost | Self::SmallGroup | Self::LongSpell | Self::RepeatedSpells | Self::HighShare => {
                Area::Measure
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_periods_of_a_rule_neither_overlap_nor_leave_a_gap() {
        for rule in TABLE.iter().map(|row| row.id) {
            let mut next = FIRST_MONTH;
            for row in TABLE.iter().filter(|row| row.id == rule) {
                assert_eq!(row.from, next, "{} starts where the former ends", rule.id());
                assert!(row.from <= row.to);
                next = row.to.plus(1);
            }
            assert_eq!(next, LAST_MONTH.plus(1), "{} reaches the end of the table", rule.id());
        }
    }

    #[test]
    fn a_year_is_cut_where_a_rule_changes_within_it() {
        assert_eq!(stretch(Month::of(2018, 6)), Month::of(2018, 1));
        assert_eq!(stretch(Month::of(2018, 7)), Month::of(2018, 7));
        assert_eq!(stretch(Month::of(2018, 12)), Month::of(2018, 7));
        assert_eq!(stretch(Month::of(2019, 12)), Month::of(2019, 1));
    }

    #[test]
    fn every_row_names_its_source_and_when_it_was_checked() {
        for row in TABLE {
            assert!(row.source.len() > 5 && Date::from_iso(row.checked_on).is_some(), "{}", row.id.id());
        }
    }

    #[test]
    fn the_rows_of_a_rule_stand_together_and_each_id_names_one_rule() {
        let mut ids: Vec<&str> = TABLE.iter().map(|row| row.id.id()).collect();
        ids.dedup();
        let together = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), together);
        assert!(TABLE.iter().all(|row| RuleId::from_id(row.id.id()) == Some(row.id)));
    }

    #[test]
    fn a_month_outside_the_table_is_an_error() {
        let month = Month::of(2027, 1);
        assert_eq!(Rules::default().on(RuleId::SickPayLevel, month), Err(OutsideTable { rule: RuleId::SickPayLevel, month }));
    }

    #[test]
    fn the_value_of_the_table_is_no_value_of_the_users_own() {
        let mut rules = Rules::default();
        rules.replace_all(RuleId::Holiday, 12.0);
        assert!(!rules.overridden());
        rules.replace_all(RuleId::Holiday, 13.0);
        assert!(rules.overridden());
    }
}
