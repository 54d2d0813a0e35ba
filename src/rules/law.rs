//! Lag (1991:1047) om sjuklön, as short functions shaped like its sections.

use super::{RuleId, Rules};
use crate::quantity::{Date, Hours, Month, Sek, Share};

/// Weeks of a year, as the law's average week has it.
pub const WEEKS: f64 = 52.0;
/// Months of a year.
pub const MONTHS: f64 = 12.0;

/// What is unpaid at the start of a sick-pay period.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Waiting {
    /// The whole first day (before 2019).
    Day,
    /// A deduction, drawn day by day from the sick pay (from 2019), in hours of sick pay.
    Deduction(Hours),
    /// Nothing: ten deductions have been made in twelve months, or the user has no such rule.
    None,
}

/// The sections on waiting days, relapse and the sick-pay period, looked up once and asked for each period.
#[derive(Debug, Clone, PartialEq)]
pub struct Law {
    /// Last days of the rules on waiting, in order of time.
    waiting: Vec<(Date, Waiting)>,
    /// 6 §: after so many deductions in twelve months no more are made.
    pub deduction_cap: usize,
    relapse_days: i32,
    /// 7 §: calendar days of a sick-pay period.
    pub period_days: i32,
}

impl Law {
    /// For a full post of so many hours a week.
    ///
    /// 6 §: the deduction is 20 % of the sick pay of an average week, `K = 0.20 × 0.80 × monthly × 12 / 52`. In hours of sick pay
    /// that is 20 % of the weekly hours whatever the pay: `K / (0.80 × monthly × 12 / (52 × weekly hours)) = 0.20 × weekly hours`.
    /// It is kept in hours, so that pay can change without counting the spells again.
    #[must_use]
    pub fn new(rules: &Rules, weekly_hours: Hours) -> Self {
        let waiting = rules
            .rows()
            .iter()
            .filter(|row| row.id == RuleId::WaitingDeduction)
            .map(|row| {
                let day = rules.on(RuleId::WaitingDay, row.from).is_ok_and(|day| day.value > 0.0);
                let rule = match (row.value > 0.0, day) {
                    (true, _) => Waiting::Deduction(weekly_hours * Share::percent(row.value)),
                    (false, true) => Waiting::Day,
                    (false, false) => Waiting::None,
                };
                (row.to.last_day(), rule)
            })
            .collect();
        Self {
            waiting,
            deduction_cap: rules.whole(RuleId::DeductionCap).unsigned_abs() as usize,
            relapse_days: rules.whole(RuleId::Relapse),
            period_days: rules.whole(RuleId::SickPayPeriod),
        }
    }

    /// 6 §: what is unpaid in a sick-pay period that begins on `first_day`; `capped` when the cap on deductions in the
    /// twelve months before it is reached.
    /// A period that crosses New Year 2018/19 keeps the rule of its first day.
    #[must_use]
    pub fn waiting(&self, first_day: Date, capped: bool) -> Waiting {
        if capped {
            return Waiting::None;
        }
        self.waiting.iter().find(|(last, _)| first_day <= *last).map_or(Waiting::None, |(_, waiting)| *waiting)
    }

    /// 7 §: whether a spell that starts on `start` continues the sick-pay period whose last sick day was `last`.
    ///
    /// ```
    /// use barkraft::{quantity::{Date, Hours}, rules::{Rules, law::Law}};
    /// let day = |iso| Date::from_iso(iso).unwrap();
    /// let law = Law::new(&Rules::default(), Hours(40.0));
    /// let thursday = day("2024-03-07");
    /// assert!(law.continues(thursday, day("2024-03-12"))); // Tuesday: the fifth day after
    /// assert!(!law.continues(thursday, day("2024-03-13"))); // Wednesday
    /// ```
    #[must_use]
    pub fn continues(&self, last: Date, start: Date) -> bool {
        start.since(last) <= self.relapse_days
    }
}

/// Sick pay of an hour, before the waiting deduction: 80 % of `monthly × 12 / (52 × weekly hours)`.
#[must_use]
pub fn sick_pay_per_hour(monthly_pay: Sek, weekly_hours: Hours, level: Share) -> Sek {
    monthly_pay * MONTHS / (WEEKS * weekly_hours.0) * level
}

/// The waiting deduction in kronor: `0.20 × 0.80 × monthly × 12 / 52`.
///
/// ```
/// use barkraft::{quantity::{Sek, Share}, rules::law::waiting_deduction};
/// let k = waiting_deduction(Sek(30_000.0), Share(0.8), Share(0.2));
/// assert!((k.0 - 1_107.69).abs() < 0.005);
/// ```
#[must_use]
pub fn waiting_deduction(monthly_pay: Sek, level: Share, share: Share) -> Sek {
    monthly_pay * MONTHS / WEEKS * level * share
}

/// Socialförsäkringsbalken 28 kap.: sickness benefit of a whole day, `0.80 × 0.97 × annual income / 365`, the income capped and
/// rounded down to whole hundreds, the benefit in whole kronor.
///
/// ```
/// use barkraft::quantity::{Month, Sek};
/// use barkraft::rules::{Rules, law::Benefit};
/// let highest = |year| Benefit::new(&Rules::default(), Month::of(year, 6)).of_a_day(Sek(90_000.0)).0;
/// assert_eq!([highest(2021), highest(2022), highest(2023)], [810.0, 1_027.0, 1_116.0]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Benefit {
    /// Price base amount, kronor.
    pub base_amount: f64,
    /// Highest income, in price base amounts.
    pub ceiling: f64,
    /// Income is rounded down to multiples of this.
    pub rounding: f64,
    /// Share of the income, per cent.
    pub level: f64,
    /// Factor of the income, per cent.
    pub factor: f64,
    /// Days of the year.
    pub days: f64,
}

impl Benefit {
    /// As the rules stand in a month.
    #[must_use]
    pub fn new(rules: &Rules, month: Month) -> Self {
        let value = |rule| rules.on(rule, month).map_or(0.0, |row| row.value);
        Self {
            base_amount: value(RuleId::PriceBaseAmount),
            ceiling: value(RuleId::BenefitCeiling),
            rounding: value(RuleId::BenefitRounding),
            level: value(RuleId::BenefitLevel),
            factor: value(RuleId::BenefitFactor),
            days: value(RuleId::BenefitDays),
        }
    }

    /// The benefit of a whole day at a monthly pay.
    #[must_use]
    pub fn of_a_day(&self, monthly_pay: Sek) -> Sek {
        let income = (monthly_pay.0 * MONTHS).min(self.ceiling * self.base_amount);
        let income = if self.rounding > 0.0 { (income / self.rounding).floor() * self.rounding } else { income };
        Sek((income * self.level / 100.0 * self.factor / 100.0 / self.days).round())
    }
}
