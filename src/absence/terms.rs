//! What the walk asks of the rules for a person and a month: pay, deductions made, holiday left, base amounts, ages.

use std::collections::VecDeque;

use super::Calendar;
use crate::quantity::{Date, Month, Sek};
use crate::read::{Protection, Terms};
use crate::rules::law::{Benefit, MONTHS};
use crate::rules::{RuleId, Rules};

/// More days than any spell has, and few enough to be added to a date.
const ENDLESS: i32 = i32::MAX / 4;

/// Last days of the sick-pay period, of the bands of the field and of the top-up, in order: no chunk of days may reach across one.
pub(super) fn cuts(period_days: i32, top_up_last_day: i32) -> Vec<i32> {
    let mut cuts = vec![period_days];
    for cut in [59, 90, 180, 365, ENDLESS] {
        for cut in [top_up_last_day.min(cut), cut] {
            if cuts.last().is_some_and(|last| *last < cut) {
                cuts.push(cut);
            }
        }
    }
    cuts
}

/// A person's terms at the time of a row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Person {
    /// Monthly pay of a full post, where the row has it.
    pub pay: Option<Sek>,
    /// The same, or what the user gave, where the person has a part-time post: ceilings apply to the pay of the post.
    pub pay_by_ceiling: Option<Sek>,
    /// Share of a full post.
    pub employment: f64,
    pub protection: Option<Protection>,
    pub born: Option<i16>,
    /// Index of the group of sex and age.
    pub group: usize,
}

impl Person {
    pub fn new(terms: &Terms, user_pay: Option<Sek>) -> Self {
        let employment = terms.employment.map_or(1.0, |share| share.0);
        Self {
            pay: terms.monthly_pay,
            pay_by_ceiling: terms.monthly_pay.or(user_pay.filter(|_| terms.employment.is_some())),
            employment,
            protection: terms.protection,
            born: terms.born,
            group: terms.group.index(),
        }
    }
}

impl Person {
    /// The same with the average pay of the unit, where the row has none.
    pub fn paid(&self, of_unit: impl FnOnce() -> Option<Sek>) -> Self {
        let pay = self.pay.or_else(of_unit);
        Self { pay, pay_by_ceiling: pay.or(self.pay_by_ceiling), ..*self }
    }

    /// Several rows of a person on a day: their posts together, and the protection that any of them has.
    pub fn together<'a>(employment: f64, people: impl Iterator<Item = &'a Self>, first: &Self) -> Self {
        let mut all = Self { employment, ..*first };
        for person in people {
            all.protection = match (all.protection, person.protection) {
                (Some(Protection::WithoutDeduction), _) | (_, Some(Protection::WithoutDeduction)) => Some(Protection::WithoutDeduction),
                (one, other) => one.or(other),
            };
        }
        all
    }
}

/// What depends on the month.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dated {
    pub first: Date,
    pub last: Date,
    days: f64,
    year: i16,
    benefit: Benefit,
    /// The agreement's ceiling, as monthly pay.
    ceiling: f64,
    reduced_age: f64,
}

impl Dated {
    pub fn new(rules: &Rules, month: Month) -> Self {
        let value = |rule| rules.on(rule, month).map_or(0.0, |row| row.value);
        let benefit = Benefit::new(rules, month);
        Self {
            first: month.first_day(),
            last: month.last_day(),
            days: f64::from(month.days()),
            year: month.year(),
            benefit,
            ceiling: value(RuleId::TopUpCeiling) * benefit.base_amount / MONTHS,
            reduced_age: value(RuleId::ReducedAge),
        }
    }

    /// The part of a monthly pay above the agreement's ceiling.
    fn above_ceiling(&self, monthly_pay: f64) -> f64 {
        (monthly_pay - self.ceiling).max(0.0)
    }

    /// Of hours with top-up: times the part of monthly pay above the ceiling, or the hours themselves while the pay is not known.
    pub fn above(&self, hours: f64, person: &Person) -> (f64, f64) {
        match person.pay_by_ceiling {
            Some(pay) => (hours * self.above_ceiling(pay.0 * person.employment) / person.employment, 0.0),
            None => (0.0, hours),
        }
    }

    /// Whether contributions are reduced: who has turned the age before the year began.
    pub fn is_reduced(&self, born: Option<i16>) -> bool {
        born.is_some_and(|born| f64::from(self.year - 1 - born) >= self.reduced_age)
    }

    /// Calendar days from day 15 on, already times the share of a full post that was lost.
    pub fn calendar(&self, days: f64, person: &Person, top_up: bool) -> Calendar {
        let mut calendar = Calendar::default();
        let months = days / self.days;
        let Some(Sek(pay)) = person.pay_by_ceiling else {
            calendar.months = months;
            calendar.benefit_days = days;
            calendar.top_up_months = if top_up { months } else { 0.0 };
            return calendar;
        };
        calendar.pay = months * pay;
        // The benefit is that of the post's own pay, for the share of it that was lost.
        calendar.benefit = days / person.employment * self.benefit.of_a_day(Sek(pay * person.employment)).0;
        if top_up {
            calendar.top_up_pay = calendar.pay;
            calendar.top_up_above = months * self.above_ceiling(pay * person.employment) / person.employment;
        }
        calendar
    }
}

/// The first days of a person's latest sick-pay periods with a deduction, as many as the cap asks for.
#[derive(Default)]
pub(super) struct Deductions(VecDeque<Date>);

impl Deductions {
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Whether so many were made in the twelve months before a day; the day of the same date a year earlier is one of them.
    pub fn reach(&self, cap: usize, day: Date) -> bool {
        // A year is 365 days, or 366: only between these the calendar is asked.
        let in_a_year = |made: &Date| match day.since(*made) {
            366 => *made >= day.a_year_before(),
            days => days < 366,
        };
        self.0.len() >= cap && self.0.front().is_none_or(in_a_year)
    }

    pub fn made(&mut self, day: Date, cap: usize) {
        if self.0.len() >= cap {
            self.0.pop_front();
        }
        self.0.push_back(day);
    }
}

/// Semesterlagen 17 §: calendar days of sickness that still accrue holiday in the person's earning year.
pub(super) struct HolidayDays {
    most: i32,
    /// First days of the earning years, from the one before the data to the one after it.
    years: Vec<Date>,
    /// First and last day of the earning year under way.
    year: (Date, Date),
    left: i32,
}

impl HolidayDays {
    /// For data of some months.
    #[allow(clippy::cast_possible_truncation)]
    pub fn new(rules: &Rules, earning_year: RuleId, (first, last): (Month, Month)) -> Self {
        let begins = rules.whole(earning_year).clamp(1, 12) as i8;
        let years = (first.year() - 2..=last.year() + 2).map(|year| Month::from_year_month(year, begins).first_day()).collect();
        let most = rules.whole(RuleId::HolidayDays);
        Self { most, years, year: (Date::from_days(1), Date::from_days(0)), left: most }
    }

    /// A person of whom no days are known yet.
    pub fn clear(&mut self) {
        self.left = self.most;
    }

    /// Turns to the earning year of a day.
    pub fn turn(&mut self, day: Date) {
        if self.year.0 <= day && day <= self.year.1 {
            return;
        }
        for year in self.years.windows(2).filter(|year| year[0] <= day && day < year[1]) {
            self.year = (year[0], year[1].plus(-1));
        }
        self.left = self.most;
    }

    /// The last day on which what holds on this day still does: no chunk may reach beyond it.
    pub fn last(&self, day: Date) -> Date {
        if self.left > 0 { day.plus(self.left - 1) } else { day.plus(ENDLESS) }
    }

    /// Whether the days of the year have been used up.
    pub const fn used_up(&self) -> bool {
        self.left <= 0
    }

    /// Days of sickness from a day on, which may reach into the next earning year.
    pub fn spend(&mut self, day: Date, days: i32) {
        if days <= 0 {
            return;
        }
        let last = day.plus(days - 1);
        self.turn(last);
        self.left -= last.since(self.year.0.max(day)) + 1;
    }
}
