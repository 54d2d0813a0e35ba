//! Bytes or text → records. Reading never fails and never guesses in silence:
//! it returns what it understood **and** notes, and `used + set aside = pasted`, always.
//!
//! ```text
//! bytes ─► text ─► table ─► layout ─► columns (meaning, convention) ─► records
//! ```

mod cause;
mod causes;
mod columns;
mod convention;
mod date;
mod families;
mod headings;
mod intern;
mod layout;
mod meaning;
mod months;
mod number;
mod reader;
mod rows;
mod spells;
mod table;
mod text;
mod top;

pub use meaning::Meaning;
pub use number::read_number;
pub use reader::read;

use crate::note::{Kind, Note};
use crate::quantity::{Date, Hours, Month, Sek, Share};

/// What the table turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// One row per spell, or per part of a spell: from, to, …
    Spells,
    /// One row per absent day: a single date.
    Days,
    /// One row per unit and month (or finer: rows of the same unit and month add up).
    Months,
    /// Neither: there are notes that say why.
    Unknown,
}

/// Which sign is the decimal one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NumberForm {
    /// `1 234,5` or `1.234,5`.
    DecimalComma,
    /// `1234.5` or `1,234.5`.
    DecimalPoint,
}

/// In which order a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateForm {
    /// `2024-03-01`, `20240301`, `2024/03/01`, `240301`.
    YearFirst,
    /// `1/3 2024`, `01.03.2024`, `01/03/2024`, `1 mars 2024`.
    DayFirst,
    /// `03/01/2024`.
    MonthFirst,
    /// Day number of a spreadsheet: `45352`.
    Serial,
}

/// How a column was understood.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnReading {
    /// Its heading as pasted (line breaks as blanks).
    pub heading: String,
    /// What it means.
    pub meaning: Meaning,
    /// Whether the user chose the meaning.
    pub chosen: bool,
    /// By what sign its numbers are read, where it holds numbers with a sign in them.
    pub number: Option<NumberForm>,
    /// In what order its dates are read, where it holds dates.
    pub date: Option<DateForm>,
    /// Whether another convention fits the whole column as well, so that the user is asked.
    pub ambiguous: bool,
    /// Up to three different values from the top, shortened; empty for a column that tells people apart.
    pub samples: Vec<String>,
    /// Whether its heading, or its meaning, says that it tells people apart.
    pub personal: bool,
    /// How many cells (of rows not set aside for another reason) could not be read as the meaning asks.
    pub misfits: u32,
}

/// What the user has said about columns and causes. Empty to begin with.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Choices {
    /// About columns, by index from 0.
    pub columns: Vec<ColumnChoice>,
    /// Causes, as pasted, and whether they are own sickness.
    pub causes: Vec<(String, bool)>,
}

/// What the user has said about one column.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnChoice {
    /// Index from 0.
    pub column: u32,
    /// Its meaning, if chosen.
    pub meaning: Option<Meaning>,
    /// Its decimal sign, if chosen.
    pub number: Option<NumberForm>,
    /// Its order of dates, if chosen.
    pub date: Option<DateForm>,
}

/// A recognised row of a spells or days table.
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
    /// Share of the schedule, above 0 and at most 1.
    pub extent: Share,
    /// Index into [`SpellRecords::recorded`], or [`NOT_RECORDED`].
    pub recorded: u32,
}

/// The row has neither hours nor pay of its own.
pub const NOT_RECORDED: u32 = u32::MAX;

/// What a spell row says beyond its days.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Recorded {
    /// Sick hours of the whole row, already times the extent.
    pub hours: Option<Hours>,
    /// The person's monthly pay.
    pub monthly_pay: Option<Sek>,
    /// Booked sick pay of the whole row.
    pub sick_pay: Option<Sek>,
}

/// All rows of a spells or days table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SpellRecords {
    /// The rows.
    pub rows: Vec<SpellRecord>,
    /// What some of them say beyond their days.
    pub recorded: Vec<Recorded>,
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

/// A row that could not be used, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// The line of the paste, from 1.
    pub row: u32,
    /// Why.
    pub kind: Kind,
    /// The column that decided it, from 0.
    pub column: Option<u32>,
    /// What stood there, at most 40 characters; never from a column that tells people apart.
    pub found: Option<Box<str>>,
    /// What was expected: a key under `expected.` in the catalogue.
    pub expected: Option<&'static str>,
}

/// What came of a paste.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// What kind of table it is.
    pub layout: Layout,
    /// The delimiter that the rows agree on.
    pub delimiter: u8,
    /// The heading row's line, from 1.
    pub heading_row: u32,
    /// How each column was understood.
    pub columns: Vec<ColumnReading>,
    /// The rows that were understood.
    pub records: Records,
    /// Names of the units, by order of appearance; one empty name where there is no unit column.
    pub units: Vec<String>,
    /// Rows below the heading (trailing blank lines do not count).
    pub pasted: u32,
    /// Rows used.
    pub used: u32,
    /// Rows not used, in order; `used + set_aside.len() = pasted`.
    pub set_aside: Vec<SetAside>,
    /// What was noticed.
    pub notes: Vec<Note>,
}
