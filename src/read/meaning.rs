//! What a column can mean.

/// What a column means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Meaning {
    /// Nothing to us.
    Ignore,
    /// Tells people apart. Its cells are numbered in memory and never leave it.
    Employee,
    /// Unit of the organisation.
    Unit,
    /// Level of the organisation above the unit.
    Department,
    /// First day of absence.
    From,
    /// Last day of absence.
    To,
    /// The single day of a one-row-per-day table.
    Date,
    /// First day of the spell, where it may have begun before the row.
    SpellStart,
    /// Share of the schedule that is absent.
    Extent,
    /// Why the person is absent.
    Cause,
    /// Monthly pay of the person, kronor.
    MonthlyPay,
    /// Monthly pay of the person's own post, kronor: that of a full post is worked out by the employment.
    ActualPay,
    /// Share of a full post that the person is employed for.
    Employment,
    /// Booked sick pay, kronor.
    SickPay,
    /// Booked cost of replacement, kronor.
    Replacement,
    /// Special high-risk protection.
    Protection,
    /// Sex.
    Sex,
    /// Age, age group, or year of birth.
    Age,
    /// A month with its year: `2024-03`.
    Month,
    /// A year.
    Year,
    /// A month without its year: `mars`.
    MonthOfYear,
    /// Sick hours, all of them.
    Hours,
    /// Sick hours of days 1–14.
    ShortHours,
    /// Sick hours of day 15 onward.
    LongHours,
    /// Sick hours from day 60; part of the long ones.
    SixtyHours,
    /// Sick days (net days in a monthly table; calendar or working days, only checked, in a spells table).
    Days,
    /// Net days of days 1–14.
    ShortDays,
    /// Net days of day 15 onward.
    LongDays,
    /// Net days from day 60.
    SixtyDays,
    /// Sick hours as a share of scheduled hours.
    Rate,
    /// The same for days 1–14.
    ShortRate,
    /// The same for day 15 onward.
    LongRate,
    /// Day 60 onward as a share of scheduled hours.
    SixtyRate,
    /// Share of the sick time that lies in unbroken periods of 60 days or more.
    SixtyShare,
    /// Scheduled (ordinary) hours.
    ScheduledHours,
    /// Number of employees.
    Headcount,
    /// Number of spells.
    SpellCount,
    /// What the values of the row measure: `Timmar`, `Antal anställda`.
    Measure,
    /// Values of the measure that the row names.
    Values,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    /// Anything: not read by a convention.
    Text,
    Date,
    Month,
    /// A share of a whole.
    Share,
    Number,
}

impl Meaning {
    /// Every meaning, in the order of the enum.
    pub const ALL: &'static [Self] = &[
        Self::Ignore,
        Self::Employee,
        Self::Unit,
        Self::Department,
        Self::From,
        Self::To,
        Self::Date,
        Self::SpellStart,
        Self::Extent,
        Self::Cause,
        Self::MonthlyPay,
        Self::ActualPay,
        Self::Employment,
        Self::SickPay,
        Self::Replacement,
        Self::Protection,
        Self::Sex,
        Self::Age,
        Self::Month,
        Self::Year,
        Self::MonthOfYear,
        Self::Hours,
        Self::ShortHours,
        Self::LongHours,
        Self::SixtyHours,
        Self::Days,
        Self::ShortDays,
        Self::LongDays,
        Self::SixtyDays,
        Self::Rate,
        Self::ShortRate,
        Self::LongRate,
        Self::SixtyRate,
        Self::SixtyShare,
        Self::ScheduledHours,
        Self::Headcount,
        Self::SpellCount,
        Self::Measure,
        Self::Values,
    ];

    /// Its name in the catalogue and in the JSON.
    ///
    /// ```
    /// use barkraft::read::Meaning;
    /// assert_eq!(Meaning::MonthOfYear.id(), "month_of_year");
    /// assert_eq!(Meaning::from_id("rate"), Some(Meaning::Rate));
    /// ```
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Ignore => "ignore",
            Self::Employee => "employee",
            Self::Unit => "unit",
            Self::Department => "department",
            Self::From => "from",
            Self::To => "to",
            Self::Date => "date",
            Self::SpellStart => "spell_start",
            Self::Extent => "extent",
            Self::Cause => "cause",
            Self::MonthlyPay => "monthly_pay",
            Self::ActualPay => "actual_pay",
            Self::Employment => "employment",
            Self::SickPay => "sick_pay",
            Self::Replacement => "replacement",
            Self::Protection => "protection",
            Self::Sex => "sex",
            Self::Age => "age",
            Self::Month => "month",
            Self::Year => "year",
            Self::MonthOfYear => "month_of_year",
            Self::Hours => "hours",
            Self::ShortHours => "short_hours",
            Self::LongHours => "long_hours",
            Self::SixtyHours => "sixty_hours",
            Self::Days => "days",
            Self::ShortDays => "short_days",
            Self::LongDays => "long_days",
            Self::SixtyDays => "sixty_days",
            Self::Rate => "rate",
            Self::ShortRate => "short_rate",
            Self::LongRate => "long_rate",
            Self::SixtyRate => "sixty_rate",
            Self::SixtyShare => "sixty_share",
            Self::ScheduledHours => "scheduled_hours",
            Self::Headcount => "headcount",
            Self::SpellCount => "spell_count",
            Self::Measure => "measure",
            Self::Values => "values",
        }
    }

    /// The meaning of that name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|meaning| meaning.id() == id)
    }

    /// Whether its cells are shares of a whole.
    #[must_use]
    pub const fn is_share(self) -> bool {
        matches!(self.content(), Content::Share)
    }

    /// Whether its cells are months.
    #[must_use]
    pub const fn is_month(self) -> bool {
        matches!(self, Self::Month)
    }

    pub(super) const fn content(self) -> Content {
        match self {
            Self::Ignore
            | Self::Employee
            | Self::Unit
            | Self::Department
            | Self::Cause
            | Self::Sex
            | Self::Age
            | Self::Protection
            | Self::Measure => Content::Text,
            Self::From | Self::To | Self::Date | Self::SpellStart => Content::Date,
            Self::Month | Self::Year | Self::MonthOfYear => Content::Month,
            Self::Extent | Self::Employment | Self::Rate | Self::ShortRate | Self::LongRate | Self::SixtyRate | Self::SixtyShare => {
                Content::Share
            }
            _ => Content::Number,
        }
    }

    /// Whether it says how much sick absence there was.
    pub(super) const fn is_absence(self) -> bool {
        matches!(
            self,
            Self::Hours
                | Self::ShortHours
                | Self::LongHours
                | Self::Days
                | Self::ShortDays
                | Self::LongDays
                | Self::Rate
                | Self::ShortRate
                | Self::LongRate
        )
    }

    /// Whether it says how much of the absence lies beyond day 60: a part of it, and never all that a row says.
    pub(super) const fn is_sixty(self) -> bool {
        matches!(self, Self::SixtyHours | Self::SixtyDays | Self::SixtyRate)
    }

    /// Whether it is a value of a unit and month.
    pub(super) const fn is_measure(self) -> bool {
        self.is_absence()
            || self.is_sixty()
            || matches!(
                self,
                Self::SixtyShare
                    | Self::ScheduledHours
                    | Self::Headcount
                    | Self::SpellCount
                    | Self::MonthlyPay
                    | Self::SickPay
                    | Self::Replacement
                    | Self::Extent
            )
    }

    /// Whether it says what a unit is, and not how much absence it had.
    pub(super) const fn is_about(self) -> bool {
        matches!(self, Self::Headcount | Self::ScheduledHours | Self::MonthlyPay)
    }

    /// Whether several columns of it add up.
    pub(super) const fn adds_up(self) -> bool {
        matches!(self, Self::LongHours | Self::LongDays | Self::LongRate)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_meaning_has_an_id_of_its_own() {
        for &meaning in Meaning::ALL {
            assert_eq!(Meaning::from_id(meaning.id()), Some(meaning));
        }
        assert_eq!(Meaning::from_id("no such"), None);
    }
}
