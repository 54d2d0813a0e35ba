//! The weekly schedule of a full post: which days are working days, and how many hours they have. Public holidays are not known.

use crate::quantity::{Date, Hours};

/// Days of a week.
const WEEK: usize = 7;

/// Hours of a full post on each day of the week, Monday first.
///
/// ```
/// use barkraft::absence::Schedule;
/// use barkraft::quantity::{Date, Hours};
/// let day = |iso| Date::from_iso(iso).unwrap();
/// let weekends = Schedule::new([0.0, 0.0, 0.0, 0.0, 0.0, 12.0, 12.0]);
/// assert_eq!(weekends.weekly_hours(), Hours(24.0));
/// assert_eq!(weekends.hours(day("2024-03-01"), day("2024-03-10")), 48.0); // Friday to Sunday week
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Schedule {
    hours: [f64; WEEK],
    /// Their sum.
    weekly: f64,
    /// Days until the first working day, from each day of the week on; 0 in a schedule without hours.
    wait: [i32; WEEK],
    /// Hours of so many days (second index) from a weekday (first index) on, within a week.
    ahead: [[f64; WEEK]; WEEK],
}

impl Schedule {
    /// Hours from Monday to Sunday.
    #[must_use]
    pub fn new(hours: [f64; WEEK]) -> Self {
        let mut ahead = [[0.0; WEEK]; WEEK];
        for (weekday, sums) in ahead.iter_mut().enumerate() {
            for days in 1..WEEK {
                sums[days] = sums[days - 1] + hours[(weekday + days - 1) % WEEK];
            }
        }
        let mut wait = [0; WEEK];
        for (weekday, days) in wait.iter_mut().enumerate() {
            *days = (0..7).zip(hours.iter().cycle().skip(weekday)).find(|(_, hours)| **hours > 0.0).map_or(0, |(days, _)| days);
        }
        Self { hours, weekly: hours.iter().fold(0.0, |sum, day| sum + day), wait, ahead }
    }

    /// Monday to Friday, so many hours in all.
    #[must_use]
    pub fn weekdays(weekly: Hours) -> Self {
        let day = weekly.0 / 5.0;
        Self::new([day, day, day, day, day, 0.0, 0.0])
    }

    /// Hours of a week.
    #[must_use]
    pub fn weekly_hours(&self) -> Hours {
        Hours(self.weekly)
    }

    /// Hours of an average working day.
    #[must_use]
    pub fn mean_day(&self) -> f64 {
        let days = self.hours.iter().filter(|hours| **hours > 0.0).map(|_| 1.0).fold(0.0, |sum, day| sum + day);
        if days > 0.0 { self.weekly_hours().0 / days } else { 0.0 }
    }

    /// Hours of a day.
    #[must_use]
    pub const fn on(&self, day: Date) -> f64 {
        self.hours[day.weekday() as usize]
    }

    /// Hours from one day to another, both counted; 0 when the last comes before the first.
    #[must_use]
    pub fn hours(&self, from: Date, to: Date) -> f64 {
        if to < from {
            return 0.0;
        }
        let days = to.since(from).cast_unsigned() + 1; // unsigned numbers are divided faster
        let rest = self.ahead[from.weekday() as usize][(days % 7) as usize];
        if days < 7 { rest } else { self.weekly * f64::from(days / 7) + rest }
    }

    /// Whether no day from one to another is a working day; true when there is none between them.
    #[must_use]
    pub fn is_free(&self, from: Date, to: Date) -> bool {
        to < from || (self.on(from) <= 0.0 && self.hours(from, to) <= 0.0)
    }

    /// The first working day from a day on; the day itself in a schedule without hours.
    #[must_use]
    pub fn next_working_day(&self, day: Date) -> Date {
        day.plus(self.wait[day.weekday() as usize])
    }
}

#[cfg(test)]
#[allow(clippy::float_cmp)] // nothing is exactly nothing
mod tests {
    use super::*;

    #[test]
    fn hours_between_two_days_are_those_that_one_counts() {
        let schedule = Schedule::new([8.0, 7.5, 0.0, 6.0, 4.25, 0.0, 1.0]);
        for start in 0..8 {
            let from = Date::from_days(19_000 + start);
            let mut counted = 0.0;
            for days in 0..30 {
                counted += schedule.on(from.plus(days));
                assert!((schedule.hours(from, from.plus(days)) - counted).abs() < 1e-9);
            }
            assert_eq!(schedule.hours(from, from.plus(-1)), 0.0);
        }
    }

    #[test]
    fn a_schedule_without_hours_is_free_all_along() {
        let none = Schedule::new([0.0; 7]);
        let day = Date::from_days(19_000);
        assert!(none.is_free(day, day.plus(30)));
        assert_eq!(none.next_working_day(day), day);
    }
}
