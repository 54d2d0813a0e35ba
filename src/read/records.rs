//! Records: what the rows of a table say, once they are understood.

use crate::quantity::{Date, Hours, Month, Sek, Share};

/// A recognised row of a spells or days table, or the part of one up to or from the day on which the person's pay changes: the
/// parts have the same `row` and adjoin.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SpellRecord {
    /// The line of the paste, from 1.
    pub row: u32,
    /// Running number of the person, by order of appearance; each row its own where no column tells.
    pub person: u32,
    /// Index into [`Reading::units`].
    pub unit: u32,
    /// First day.
    pub from: Date,
    /// Last day, or [`Date::OPEN`].
    pub to: Date,
    /// A short hash of the row, where people are told apart: the very same row has the same one.
    pub print: u32,
    /// Share of the schedule, above 0 and at most 1.
    pub extent: Share,
    /// Index into [`SpellRecords::recorded`], or [`NOT_RECORDED`].
    pub recorded: u32,
    /// Index into [`SpellRecords::terms`], or [`NOT_RECORDED`].
    pub terms: u32,
}

/// The row says nothing of the kind.
pub const NOT_RECORDED: u32 = u32::MAX;

/// What a spell row says of its absence beyond its days.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Recorded {
    /// Sick hours of the whole row, already times the extent: as pasted, else scheduled hours of the row times the extent.
    pub hours: Option<Hours>,
    /// Booked sick pay of the whole row.
    pub sick_pay: Option<Sek>,
    /// Booked cost of replacement of the whole row.
    pub replacement: Option<Sek>,
    /// First day of the spell that the row belongs to, where the data says that it began before the row.
    pub spell_start: Option<Date>,
    /// The row tells no extent where others do: its hours stand for it, by the schedule.
    pub by_hours: bool,
}

/// What a spell row says of the person's terms at the time.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Terms {
    /// Monthly pay of a full post, kronor.
    pub monthly_pay: Option<Sek>,
    /// Share of a full post that the person is employed for; a full post where nothing is said.
    pub employment: Option<Share>,
    /// Special high-risk protection, by a decision of Försäkringskassan.
    pub protection: Option<Protection>,
    /// Year of birth.
    pub born: Option<i16>,
    /// Sex and age group.
    pub group: Group,
}

/// Special high-risk protection (lag 1991:1047, 13–16 §§): the employer's sick pay is reimbursed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protection {
    /// Of the type under which no waiting deduction is made.
    WithoutDeduction,
    /// Of the type under which the waiting deduction is made as for others.
    WithDeduction,
}

/// Sex and age group, as the statutory disclosure divides people.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Group {
    /// Sex, where the data says.
    pub sex: Option<Sex>,
    /// Age group, where the data says.
    pub age: Option<AgeGroup>,
}

impl Group {
    /// Its number among the groups, the unknown among them: 0–11.
    #[must_use]
    pub const fn index(self) -> usize {
        let sex = match self.sex {
            None => 0,
            Some(Sex::Woman) => 1,
            Some(Sex::Man) => 2,
        };
        let age = match self.age {
            None => 0,
            Some(AgeGroup::Under30) => 1,
            Some(AgeGroup::From30To49) => 2,
            Some(AgeGroup::From50) => 3,
        };
        sex * 4 + age
    }
}

/// Sex, as personnel registers have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sex {
    /// Woman.
    Woman,
    /// Man.
    Man,
}

/// The age groups of lag (2018:597), 11 kap. 6 §.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AgeGroup {
    /// 29 years or younger.
    Under30,
    /// 30–49 years.
    From30To49,
    /// 50 years or older.
    From50,
}

impl AgeGroup {
    /// The group of an age in years.
    #[must_use]
    pub const fn of(years: i16) -> Self {
        match years {
            ..=29 => Self::Under30,
            30..=49 => Self::From30To49,
            50.. => Self::From50,
        }
    }
}

/// All rows of a spells or days table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SpellRecords {
    /// The rows, person by person, and those of a person in order of time.
    pub rows: Vec<SpellRecord>,
    /// For each person a hash of what tells this one apart, by which another table knows the same person; empty where nothing tells.
    pub people: Vec<u64>,
    /// What some of them say beyond their days.
    pub recorded: Vec<Recorded>,
    /// The terms of the people, where the table tells; rows that follow each other share one if it is the same.
    pub terms: Vec<Terms>,
}

/// A recognised row of a monthly table. Days have been turned into hours (eight each), rates kept as given.
#[derive(Debug, Clone, PartialEq)]
pub struct MonthRecord {
    /// The line of the paste, from 1.
    pub row: u32,
    /// Index into [`Reading::units`].
    pub unit: u32,
    /// The month.
    pub month: Month,
    /// Sick hours, all of them.
    pub hours: Option<Hours>,
    /// Sick hours of days 1–14.
    pub short_hours: Option<Hours>,
    /// Sick hours of day 15 onward.
    pub long_hours: Option<Hours>,
    /// Scheduled hours as pasted; not derived here.
    pub scheduled_hours: Option<Hours>,
    /// Sick hours as a share of scheduled hours.
    pub rate: Option<Share>,
    /// The same for days 1–14.
    pub short_rate: Option<Share>,
    /// The same for day 15 onward.
    pub long_rate: Option<Share>,
    /// Number of employees.
    pub headcount: Option<f64>,
    /// Number of spells.
    pub spells: Option<f64>,
    /// Average monthly pay.
    pub monthly_pay: Option<Sek>,
    /// Booked sick pay.
    pub sick_pay: Option<Sek>,
    /// Booked cost of replacement.
    pub replacement: Option<Sek>,
    /// Sick hours from day 60; part of the long ones.
    pub sixty_hours: Option<Hours>,
    /// The same as a share of scheduled hours.
    pub sixty_rate: Option<Share>,
    /// Share of the sick time that lies in unbroken periods of 60 days or more.
    pub sixty_share: Option<Share>,
    /// Sex and age group of the row, in a table that divides by them.
    pub group: Group,
}

impl MonthRecord {
    /// One that says nothing of its month yet.
    pub(crate) const fn of(row: u32, month: Month) -> Self {
        Self {
            row,
            unit: 0,
            month,
            hours: None,
            short_hours: None,
            long_hours: None,
            scheduled_hours: None,
            rate: None,
            short_rate: None,
            long_rate: None,
            headcount: None,
            spells: None,
            monthly_pay: None,
            sick_pay: None,
            replacement: None,
            sixty_hours: None,
            sixty_rate: None,
            sixty_share: None,
            group: Group { sex: None, age: None },
        }
    }
}

/// What a row of a table about units says of one of its months, or of every month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AboutUnit {
    /// The line of the paste, from 1.
    pub row: u32,
    /// A short hash of the row: the very same row has the same one.
    pub print: u32,
    /// Of whom.
    pub whom: Whom,
    /// Of which month; `None` for every month.
    pub month: Option<Month>,
    /// Number of employees.
    pub headcount: Option<f64>,
    /// Scheduled hours of a month.
    pub scheduled_hours: Option<Hours>,
    /// Average monthly pay of a full post.
    pub monthly_pay: Option<Sek>,
}

/// Of whom a row about units speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whom {
    /// A unit: an index into [`Reading::units`].
    Unit(u32),
    /// All units of a department: an index into [`Reading::departments`].
    Department(u32),
    /// All units.
    Everyone,
}

/// The rows that were understood.
#[derive(Debug, Clone, PartialEq)]
pub enum Records {
    /// Of a spells or days table.
    Spells(SpellRecords),
    /// Of a monthly table.
    Months(Vec<MonthRecord>),
    /// None.
    None,
}
