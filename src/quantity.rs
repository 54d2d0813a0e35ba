//! Quantities that cost money when they are mixed up are types: kronor, hours, net days, shares, dates, months.
//!
//! They know arithmetic and nothing else: how a quantity is written out is the front end's business.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub};

use jiff::SignedDuration;
use jiff::civil;

/// Hours of one net day (*nettodag*): Örnsköldsvik's and Norrbotten's definition, eight working hours.
pub const HOURS_PER_NET_DAY: f64 = 8.0;

macro_rules! quantity {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, PartialOrd)]
        pub struct $name(pub f64);

        impl $name {
            /// Nothing of it.
            pub const ZERO: Self = Self(0.0);

            /// The smaller of the two.
            #[must_use]
            pub fn min(self, other: Self) -> Self {
                Self(self.0.min(other.0))
            }

            /// The larger of the two.
            #[must_use]
            pub fn max(self, other: Self) -> Self {
                Self(self.0.max(other.0))
            }
        }

        impl Add for $name {
            type Output = Self;
            fn add(self, other: Self) -> Self {
                Self(self.0 + other.0)
            }
        }

        impl Sub for $name {
            type Output = Self;
            fn sub(self, other: Self) -> Self {
                Self(self.0 - other.0)
            }
        }

        impl Neg for $name {
            type Output = Self;
            fn neg(self) -> Self {
                Self(-self.0)
            }
        }

        impl AddAssign for $name {
            fn add_assign(&mut self, other: Self) {
                self.0 += other.0;
            }
        }

        impl Sum for $name {
            fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
                parts.fold(Self::ZERO, Add::add)
            }
        }

        impl Mul<f64> for $name {
            type Output = Self;
            fn mul(self, factor: f64) -> Self {
                Self(self.0 * factor)
            }
        }

        impl Mul<Share> for $name {
            type Output = Self;
            fn mul(self, share: Share) -> Self {
                Self(self.0 * share.0)
            }
        }

        impl Div<f64> for $name {
            type Output = Self;
            fn div(self, divisor: f64) -> Self {
                Self(self.0 / divisor)
            }
        }
    };
}

quantity! {
    /// Swedish kronor, unrounded.
    Sek
}
quantity! {
    /// Working hours.
    Hours
}
quantity! {
    /// Net days (*nettodagar*): eight sick hours each.
    NetDays
}

impl Hours {
    /// The same time in net days.
    ///
    /// ```
    /// use barkraft::quantity::{Hours, NetDays};
    /// assert_eq!(Hours(20.0).net_days(), NetDays(2.5));
    /// ```
    #[must_use]
    pub fn net_days(self) -> NetDays {
        NetDays(self.0 / HOURS_PER_NET_DAY)
    }
}

impl NetDays {
    /// The same time in hours.
    #[must_use]
    pub fn hours(self) -> Hours {
        Hours(self.0 * HOURS_PER_NET_DAY)
    }
}

/// A share of a whole: 1 is all of it, 0.25 a quarter. Never a percentage.
#[derive(Debug, Clone, Copy, Default, PartialEq, PartialOrd)]
pub struct Share(pub f64);

impl Share {
    /// All of it.
    pub const WHOLE: Self = Self(1.0);
    /// None of it.
    pub const NONE: Self = Self(0.0);

    /// From a percentage: 25 is a quarter.
    #[must_use]
    pub fn percent(percent: f64) -> Self {
        Self(percent / 100.0)
    }

    /// As a percentage.
    #[must_use]
    pub fn as_percent(self) -> f64 {
        self.0 * 100.0
    }
}

/// A calendar date, kept as the number of days since 1970-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(i32);

const EPOCH: civil::Date = civil::date(1970, 1, 1);

impl Date {
    /// The date after all others: the end of a spell that is still open. So far off, and no further, that days can be added to it and
    /// dates taken from it: arithmetic on dates goes through no checks, which would cost the walk through the spells a tenth of its time.
    pub const OPEN: Self = Self(i32::MAX / 2);

    /// The date, or `None` where the calendar has no such day.
    ///
    /// ```
    /// use barkraft::quantity::Date;
    /// assert!(Date::from_ymd(2023, 2, 29).is_none());
    /// assert_eq!(Date::from_ymd(2024, 2, 29).unwrap().to_string(), "2024-02-29");
    /// ```
    #[must_use]
    pub fn from_ymd(year: i16, month: i8, day: i8) -> Option<Self> {
        let date = civil::Date::new(year, month, day).ok()?;
        let days = date.duration_since(EPOCH).as_hours() / 24;
        i32::try_from(days).ok().map(Self)
    }

    /// Reads `2024-03-01`, and nothing else.
    #[must_use]
    pub fn from_iso(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if (year.len(), month.len(), day.len()) != (4, 2, 2) {
            return None;
        }
        Self::from_ymd(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// From the number of days since 1970-01-01.
    #[must_use]
    pub const fn from_days(days: i32) -> Self {
        Self(days)
    }

    /// The number of days since 1970-01-01.
    #[must_use]
    pub const fn days(self) -> i32 {
        self.0
    }

    fn civil(self) -> civil::Date {
        EPOCH.saturating_add(SignedDuration::from_hours(i64::from(self.0) * 24))
    }

    /// The calendar year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.civil().year()
    }

    /// The month the date lies in.
    #[must_use]
    pub fn month(self) -> Month {
        let civil = self.civil();
        Month::from_year_month(civil.year(), civil.month())
    }

    /// Monday is 0, Sunday 6.
    #[must_use]
    pub const fn weekday(self) -> u8 {
        // 1970-01-01 was a Thursday. Unsigned and in 32 bits, as that is divided faster; 2³¹ days are two more than whole weeks.
        #[allow(clippy::cast_possible_truncation)]
        let weekday = (((self.0.cast_unsigned() ^ 1 << 31) % 7 + 1) % 7) as u8;
        weekday
    }

    /// Whether a Monday–Friday schedule has work on the day. Public holidays are not known here.
    #[must_use]
    pub const fn is_weekday(self) -> bool {
        self.weekday() < 5
    }

    /// The date so many days later (earlier when negative).
    #[must_use]
    pub const fn plus(self, days: i32) -> Self {
        Self(self.0.wrapping_add(days))
    }

    /// The same day a year earlier; 28 February for 29 February.
    #[must_use]
    pub fn a_year_before(self) -> Self {
        let civil = self.civil();
        Self::from_ymd(civil.year() - 1, civil.month(), civil.day())
            .or_else(|| Self::from_ymd(civil.year() - 1, civil.month(), 28))
            .unwrap_or(self)
    }

    /// The number of Mondays to Fridays from this day to `last`, both counted; 0 when `last` comes before.
    ///
    /// ```
    /// use barkraft::quantity::Date;
    /// let day = |iso| Date::from_iso(iso).unwrap();
    /// assert_eq!(day("2024-03-01").weekdays_to(day("2024-03-10")), 6);
    /// ```
    #[must_use]
    pub const fn weekdays_to(self, last: Self) -> i32 {
        if last.0 < self.0 { 0 } else { last.plus(1).weekdays_before() - self.weekdays_before() }
    }

    /// Weekdays from a Monday long ago to the day before this one: five for each whole week, and those of the last one.
    const fn weekdays_before(self) -> i32 {
        let from_monday = self.0.saturating_add(3);
        let left = from_monday.rem_euclid(7);
        from_monday.div_euclid(7) * 5 + if left < 5 { left } else { 5 }
    }

    /// The day itself, or the Monday after it when it is a Saturday or Sunday.
    #[must_use]
    pub const fn next_weekday(self) -> Self {
        match self.weekday() {
            5 => self.plus(2),
            6 => self.plus(1),
            _ => self,
        }
    }

    /// The number of days from `earlier` to this one; 0 on the same day.
    #[must_use]
    pub const fn since(self, earlier: Self) -> i32 {
        self.0.wrapping_sub(earlier.0)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let civil = self.civil();
        write!(f, "{:04}-{:02}-{:02}", civil.year(), civil.month(), civil.day())
    }
}

/// A calendar month, kept as year × 12 + month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

impl Month {
    /// The month, from a year and 1–12.
    #[must_use]
    pub fn from_year_month(year: i16, month: i8) -> Self {
        Self(i32::from(year) * 12 + i32::from(month) - 1)
    }

    /// The same, for tables of constants.
    #[must_use]
    pub const fn of(year: i16, month: i8) -> Self {
        Self(year as i32 * 12 + month as i32 - 1)
    }

    /// The number of its days.
    #[must_use]
    pub fn days(self) -> i32 {
        self.plus(1).first_day().since(self.first_day())
    }

    /// From the running number that [`Month::number`] gives.
    #[must_use]
    pub const fn from_number(number: i32) -> Self {
        Self(number)
    }

    /// A running number: one more for each month.
    #[must_use]
    pub const fn number(self) -> i32 {
        self.0
    }

    /// The calendar year.
    #[must_use]
    #[allow(clippy::cast_possible_truncation)]
    pub const fn year(self) -> i16 {
        self.0.div_euclid(12) as i16
    }

    /// 1–12.
    #[must_use]
    #[allow(clippy::cast_possible_truncation)]
    pub const fn month_of_year(self) -> i8 {
        (self.0.rem_euclid(12) + 1) as i8
    }

    /// The month so many months later (earlier when negative).
    #[must_use]
    pub const fn plus(self, months: i32) -> Self {
        Self(self.0 + months)
    }

    /// Its first day.
    ///
    /// # Panics
    /// Never for a month that a [`Date`] can lie in.
    #[must_use]
    pub fn first_day(self) -> Date {
        Date::from_ymd(self.year(), self.month_of_year(), 1).unwrap_or(Date(0))
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> Date {
        self.plus(1).first_day().plus(-1)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.month_of_year())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::from_iso(text).unwrap_or_else(|| panic!("{text} is no date"))
    }

    #[test]
    fn dates_count_days_across_leap_years() {
        assert_eq!(date("2024-03-01").since(date("2024-02-28")), 2);
        assert_eq!(date("2023-03-01").since(date("2023-02-28")), 1);
        assert_eq!(date("1970-01-01").days(), 0);
    }

    #[test]
    fn weekdays_are_those_of_the_calendar() {
        assert_eq!(date("2026-11-21").weekday(), 5);
        assert_eq!(date("2024-03-04").weekday(), 0);
        assert!(!date("1969-12-28").is_weekday());
    }

    #[test]
    fn each_day_is_a_weekday_after_the_day_before() {
        for days in (-800..800).chain(i32::MAX - 20..i32::MAX) {
            assert_eq!(Date::from_days(days + 1).weekday(), (Date::from_days(days).weekday() + 1) % 7);
        }
    }

    #[test]
    fn weekdays_between_two_days_are_those_that_one_counts() {
        for from in 0..20 {
            let from = date("2024-02-20").plus(from);
            let mut counted = 0;
            for days in 0..40 {
                counted += i32::from(from.plus(days).is_weekday());
                assert_eq!(from.weekdays_to(from.plus(days)), counted, "{from} and {days} days");
            }
        }
        assert_eq!(date("2024-03-02").weekdays_to(date("2024-03-01")), 0);
    }

    #[test]
    fn a_month_ends_the_day_before_the_next_begins() {
        let february = date("2024-02-10").month();
        assert_eq!(february.last_day(), date("2024-02-29"));
        assert_eq!(february.plus(11).to_string(), "2025-01");
        assert_eq!(february.plus(-2).to_string(), "2023-12");
    }
}
