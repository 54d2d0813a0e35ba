//! What can be added: the hours and counts of a unit and month, so that cost needs nothing else of the records.

use std::ops::{AddAssign, SubAssign};

use super::passed::parts;
use crate::quantity::Sek;

macro_rules! additive {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, Default, PartialEq)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $type,)*
        }

        parts!($name { $($field,)* });

        impl AddAssign for $name {
            fn add_assign(&mut self, other: Self) {
                $(self.$field += other.$field;)*
            }
        }

        impl SubAssign for $name {
            fn sub_assign(&mut self, other: Self) {
                $(self.$field -= other.$field;)*
            }
        }
    };
}

additive! {
    /// Sick hours with the pay they are counted at: some at the pay that the row itself gives, the others at the user's.
    Sick {
        /// Hours of rows without pay of their own.
        unpriced: f64,
        /// Hours of rows with pay of their own.
        priced: f64,
        /// Sum of hours × monthly pay over the latter.
        pay_hours: f64,
    }
}

impl Sick {
    /// Hours at a row's own monthly pay, or without.
    #[must_use]
    pub fn new(hours: f64, monthly_pay: Option<Sek>) -> Self {
        match monthly_pay {
            Some(pay) => Self { unpriced: 0.0, priced: hours, pay_hours: hours * pay.0 },
            None => Self { unpriced: hours, priced: 0.0, pay_hours: 0.0 },
        }
    }

    /// Adds hours at a row's own monthly pay, or without.
    pub(super) fn add(&mut self, hours: f64, monthly_pay: Option<Sek>) {
        match monthly_pay {
            Some(pay) => {
                self.priced += hours;
                self.pay_hours += hours * pay.0;
            }
            None => self.unpriced += hours,
        }
    }

    /// All hours.
    #[must_use]
    pub fn hours(self) -> f64 {
        self.unpriced + self.priced
    }

    /// So large a share of it.
    #[must_use]
    pub fn share(self, share: f64) -> Self {
        Self { unpriced: self.unpriced * share, priced: self.priced * share, pay_hours: self.pay_hours * share }
    }

    /// What is left when a part of it is taken away.
    #[must_use]
    pub fn without(self, part: Self) -> Self {
        Self { unpriced: self.unpriced - part.unpriced, priced: self.priced - part.priced, pay_hours: self.pay_hours - part.pay_hours }
    }

    /// Both together.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self += other;
        self
    }

    /// The average monthly pay over the hours, with the user's for rows without.
    /// `None` where the user's is needed and not given; zero hours need none.
    #[must_use]
    pub fn monthly_pay(self, user: Option<Sek>) -> Option<Sek> {
        let hours = self.hours();
        if self.unpriced == 0.0 {
            return Some(if hours == 0.0 { user.unwrap_or_default() } else { Sek(self.pay_hours / hours) });
        }
        let user = user?;
        // Divided only where both kinds are present, so that one pay for all stays that pay to the last digit.
        Some(if self.priced == 0.0 { user } else { Sek((self.pay_hours + self.unpriced * user.0) / hours) })
    }
}

additive! {
    /// Sick hours by the calendar day of the sick-pay period on which they fell.
    Bands {
        /// Days 1–14.
        short: Sick,
        /// Of `short`: hours of sick pay that waiting deductions took.
        deduction: Sick,
        /// Days 15–59, and long absence of unknown day.
        to_59: Sick,
        /// Days 60–90.
        to_90: Sick,
        /// Days 91–180.
        to_180: Sick,
        /// Days 181–365.
        to_365: Sick,
        /// Day 366 onward.
        beyond: Sick,
        /// Hours of which the data does not say whether they are short or long.
        unsplit: Sick,
        /// Of `short`: hours of unpaid waiting days.
        waiting_day: Sick,
        /// Of `short`: hours of sick pay that the state reimburses, deductions taken off.
        reimbursed: Sick,
        /// Of the long ones: hours on which the agreement's top-up is paid.
        topped_up: Sick,
        /// Of `short`: hours that no longer accrue holiday.
        short_without_holiday: Sick,
        /// Of the long ones: hours that no longer accrue holiday.
        long_without_holiday: Sick,
    }
}

impl Bands {
    /// Days 15–90, by Johrén's rule of thumb.
    #[must_use]
    pub fn to_day_90(self) -> Sick {
        self.to_59.and(self.to_90)
    }

    /// Day 15 onward.
    #[must_use]
    pub fn long(self) -> Sick {
        self.to_day_90().and(self.to_180).and(self.to_365).and(self.beyond)
    }

    /// All sick hours.
    #[must_use]
    pub fn all(self) -> Sick {
        self.short.and(self.long()).and(self.unsplit)
    }

    /// How many they are.
    #[must_use]
    pub fn all_hours(self) -> f64 {
        self.short.hours() + self.long().hours() + self.unsplit.hours()
    }

    /// With the unsplit hours divided by the share that is short.
    #[must_use]
    pub fn split(self, short_share: f64) -> Self {
        let mut bands = self;
        let long = self.unsplit.share(1.0 - short_share);
        bands.short += self.unsplit.share(short_share);
        bands.to_59 += long;
        bands.topped_up += long;
        bands.unsplit = Sick::default();
        bands
    }
}

additive! {
    /// Absence from day 15 on by calendar days, as the agreement's top-up and the state's benefit count it. A share of a month is
    /// extent × calendar days / days of the month, times the share of a full post.
    Calendar {
        /// Months of pay lost, of rows without pay of their own.
        months: f64,
        /// Kronor of pay lost, of rows with pay of their own.
        pay: f64,
        /// Of these months: those with top-up.
        top_up_months: f64,
        /// Of that pay: that with top-up.
        top_up_pay: f64,
        /// Of that pay: what lies above the agreement's ceiling.
        top_up_above: f64,
        /// Whole days of sickness benefit, of rows without pay of their own.
        benefit_days: f64,
        /// Kronor of sickness benefit, of rows with pay of their own.
        benefit: f64,
    }
}

additive! {
    /// Everything counted for a unit and month, or for any set of them. What nearly every row adds to stands first and together: there
    /// are many cells, and memory is fetched by a few fields at a time.
    Sums {
        /// Spells that began.
        spells: f64,
        /// Sick-pay periods that began.
        periods: f64,
        /// Periods that began with a waiting deduction.
        deductions: f64,
        /// People absent, each counted once in a month and unit; no sum over months.
        people: f64,
        /// Sick hours of the cells that say how much of them lies in `long_spells`.
        sick_of_long_spells: f64,
        /// Hours where no sick pay is booked.
        calculated: Bands,
        /// Hours where sick pay is booked.
        booked: Bands,
        /// Booked sick pay, kronor.
        booked_pay: f64,
        /// Booked cost of replacement, kronor.
        replacement: f64,
        /// Sum of hours with top-up × the part of monthly pay above the agreement's ceiling, of rows with pay of their own.
        above_pay_hours: f64,
        /// Hours with top-up of rows without pay of their own.
        above_hours: f64,
        /// Absence from day 15 on by calendar days.
        calendar: Calendar,
        /// Periods that began with an unpaid waiting day.
        waiting_days: f64,
        /// Spells of monthly rows without booked sick pay: there no sick-pay periods are known.
        spells_without_periods: f64,
        /// Spells of monthly rows with booked sick pay.
        booked_spells: f64,
        /// Hours that were split into short and long by the share that the user gave.
        split_hours: f64,
        /// Hours of unbroken periods of 60 days or more, all of their days; of monthly rows, what the table says of it.
        long_spells: f64,
        /// Scheduled hours.
        scheduled: f64,
        /// Sick hours of the cells whose scheduled hours are known.
        sick_of_scheduled: f64,
        /// Number of employees.
        headcount: f64,
    }
}

impl Sums {
    /// Hours of both kinds together.
    #[must_use]
    pub fn bands(&self) -> Bands {
        let mut bands = self.calculated;
        bands += self.booked;
        bands
    }
}

additive! {
    /// What is counted of a group of people, by sex and age, in a unit and month.
    GroupSums {
        /// Sick hours.
        sick: f64,
        /// Of these: hours of unbroken periods of 60 days or more.
        long_spells: f64,
        /// Sick hours of which it is known whether they lie in such periods.
        sick_of_long_spells: f64,
        /// Scheduled hours.
        scheduled: f64,
        /// Sick hours of those whose scheduled hours are known.
        sick_of_scheduled: f64,
        /// Number of employees.
        headcount: f64,
    }
}
