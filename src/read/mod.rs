//! Bytes or text → records. Reading never fails and never guesses in silence:
//! it returns what it understood **and** notes, and `used + set aside = pasted`, always.
//!
//! ```text
//! bytes ─► text ─► table ─► layout ─► columns (meaning, convention) ─► records
//! ```

mod about;
mod across;
mod amount;
mod cause;
mod causes;
mod columns;
mod convention;
mod date;
mod families;
mod filter;
mod group;
mod headings;
mod identity;
mod intern;
mod iso;
mod join;
mod key;
mod labels;
mod layout;
mod meaning;
mod mend;
mod month;
mod months;
mod number;
mod pay;
mod periods;
#[cfg(all(target_arch = "wasm32", feature = "bench"))]
pub mod plain;
mod plan;
pub(crate) mod preview;
mod reader;
mod records;
mod rows;
mod spells;
mod table;
mod terms;
mod text;
mod together;
mod top;
mod totals;
mod twice;
mod units;

pub use about::told_of_units;
pub use join::join;
pub use meaning::Meaning;
pub use mend::Mend;
pub use month::Length;
pub use number::read_number;

/// A cell as a number, by a decimal sign.
#[must_use]
pub fn as_number(cell: &str, form: NumberForm) -> Option<f64> {
    number::parse(cell, form).map(|read| read.value)
}

/// A cell as a month of a year: `2024-03`, `mars 2024`, `202403`.
#[must_use]
pub fn as_month(cell: &str) -> Option<crate::quantity::Month> {
    match month::month(cell) {
        Some(month::MonthCell::Dated(month)) => Some(month),
        _ => None,
    }
}

/// A cell as a date, by an order.
#[must_use]
pub fn as_date(cell: &str, form: DateForm) -> Option<Date> {
    date::parse(cell, form)
}
pub use reader::{Reader, read};
pub use records::{
    AboutUnit, AgeGroup, Group, MonthRecord, NOT_RECORDED, Protection, Recorded, Records, Sex, SpellRecord, SpellRecords, Terms, Whom,
};
pub use text::shown;
#[cfg(any(not(target_arch = "wasm32"), feature = "sheets"))]
pub(crate) use text::{Decoder, NotUtf8};

use crate::note::{Kind, Note};
use crate::quantity::{Date, Month};

/// Whether the cell is a heading of persons: what stands under it is never shown.
#[must_use]
pub fn names_a_person(cell: &str) -> bool {
    headings::know(cell).is_some_and(|known| known.sense == headings::Sense::Is(Meaning::Employee))
}

/// What the table turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// One row per spell, or per part of a spell: from, to, …
    Spells,
    /// One row per absent day: a single date.
    Days,
    /// One row per unit and month (or finer: rows of the same unit and month add up).
    Months,
    /// About units, and not about absence: head count, scheduled hours or monthly pay, by unit, by month, or both.
    AboutUnits,
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

/// Why a column has its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The user chose it.
    Chosen,
    /// The whole heading is one that we know.
    Heading,
    /// A word in the heading says so.
    Inside,
    /// Its cells, or how they go with those of other columns.
    Cells,
    /// Another column has the meaning that it could have.
    Another,
    /// Nothing says what it means.
    Unknown,
}

/// The smallest and the largest of what was read from a column.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Extremes {
    /// Of numbers and shares; shares as parts of one.
    pub numbers: Option<(f64, f64)>,
    /// Of dates; months by their first day.
    pub days: Option<(Date, Date)>,
}

impl Extremes {
    pub(crate) fn of_numbers(numbers: impl Iterator<Item = f64>) -> Self {
        let widen = |range: Option<(f64, f64)>, number: f64| {
            Some(range.map_or((number, number), |(lowest, highest)| (lowest.min(number), highest.max(number))))
        };
        Self { numbers: numbers.fold(None, widen), days: None }
    }

    pub(crate) fn of_days(days: impl Iterator<Item = Date>) -> Self {
        let widen =
            |range: Option<(Date, Date)>, day: Date| Some(range.map_or((day, day), |(first, last)| (first.min(day), last.max(day))));
        Self { numbers: None, days: days.fold(None, widen) }
    }
}

/// A month, quarter or tertial that a column of a crosstab stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Over {
    /// How long it is.
    pub length: Length,
    /// The month that it begins with.
    pub first: Month,
}

/// How a column was understood.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnReading {
    /// Its heading as pasted (line breaks as blanks).
    pub heading: String,
    /// What it means.
    pub meaning: Meaning,
    /// Why it means that.
    pub why: Why,
    /// What it stands for in a table with months, quarters or tertials across.
    pub over: Option<Over>,
    /// What its heading says beside the month, quarter, tertial or year that stands across; empty where it says nothing else.
    pub beside: Option<String>,
    /// The range of what was read from it.
    pub extremes: Extremes,
    /// By what sign its numbers are read, where it holds numbers with a sign in them.
    pub number: Option<NumberForm>,
    /// In what order its dates are read, where it holds dates.
    pub date: Option<DateForm>,
    /// Whether another convention fits the whole column as well, so that the user is asked.
    pub ambiguous: bool,
    /// Up to three different values from the top, shortened; empty for a column that tells people apart.
    pub samples: Vec<String>,
    /// Whether its heading, or its meaning, says that it tells people apart, or it holds days of birth.
    pub personal: bool,
    /// Whether it names units by codes as long as identity numbers, which are those of nobody.
    pub codes: bool,
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
    /// What the spells of a table without short ones are.
    pub filter: Option<Filter>,
    /// Which rows count where an earlier table has the same unit and month with other values.
    pub same_months: Option<SameMonths>,
    /// The text was written from typed cells: a number that fits two conventions has a decimal point.
    pub typed: bool,
}

/// What the spells of a table without short ones are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filter {
    /// Whole spells, from their first day; the shorter ones are not in the table.
    WholeSpells,
    /// Only the days of spells from day 15.
    FromDay15,
}

/// Which rows count where two tables have the same unit and month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SameMonths {
    /// Those of the earlier table.
    Earlier,
    /// Those of the later one.
    Later,
    /// Both: they add up.
    Both,
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

/// One of the first rows, as it may be shown.
#[derive(Debug, Clone, PartialEq)]
pub struct PreviewRow {
    /// The line of the paste, from 1.
    pub row: u32,
    /// Its cells, one for each column.
    pub cells: Vec<PreviewCell>,
}

/// A cell as it may be shown, and what was read from it.
#[derive(Debug, Clone, PartialEq)]
pub struct PreviewCell {
    /// As pasted, shortened; nothing where it may not be shown.
    pub text: Option<String>,
    /// What was read.
    pub read: CellRead,
}

/// What was read from a cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum CellRead {
    /// It is blank, or says nothing.
    Blank,
    /// The column means nothing to us.
    Unused,
    /// It tells people apart: the running number of this one, from 0.
    Person(u32),
    /// A name or word.
    Text,
    /// A day.
    Day(Date),
    /// No last day yet.
    Open,
    /// A month.
    Month(Month),
    /// A number.
    Number(f64),
    /// A share, as a part of one.
    Share(f64),
    /// A cause: own sickness or not, if known.
    Cause(Option<bool>),
    /// It does not fit the meaning of its column.
    Unread,
}

/// A total row held against the rows above it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SumCheck {
    /// The line of the total row, from 1.
    pub row: u32,
    /// The column that was added up, from 0.
    pub column: u32,
    /// What the total row says.
    pub stated: f64,
    /// What the rows add up to.
    pub summed: f64,
    /// Whether they agree, but for rounding.
    pub agrees: bool,
}

/// What came of a paste.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// What kind of table it is.
    pub layout: Layout,
    /// Whether months, quarters or tertials stand across.
    pub crosstab: bool,
    /// The delimiter that the rows agree on.
    pub delimiter: u8,
    /// The heading row's line, from 1.
    pub heading_row: u32,
    /// How each column was understood.
    pub columns: Vec<ColumnReading>,
    /// The rows that were understood.
    pub records: Records,
    /// What tables about units say.
    pub about: Vec<AboutUnit>,
    /// Names of the units, by order of appearance; one empty name where there is no unit column.
    pub units: Vec<String>,
    /// Names of the departments, by order of appearance; none where no column holds a level above the unit.
    pub departments: Vec<String>,
    /// For each unit its department, an index into `departments`; empty without departments. The same name under two departments is
    /// two units.
    pub department_of: Vec<u32>,
    /// Rows below the heading (trailing blank lines do not count).
    pub pasted: u32,
    /// Rows used.
    pub used: u32,
    /// Rows not used, in order; `used + set_aside.len() = pasted`.
    pub set_aside: Vec<SetAside>,
    /// The first rows.
    pub preview: Vec<PreviewRow>,
    /// Total rows, held against the others.
    pub checks: Vec<SumCheck>,
    /// What was noticed.
    pub notes: Vec<Note>,
    /// The tables that it was joined from, without their records; none where it is of one table.
    pub parts: Vec<Reading>,
}

impl Reading {
    /// That of nothing: no layout, no rows, and one unit without a name.
    fn none() -> Self {
        Self {
            layout: Layout::Unknown,
            crosstab: false,
            delimiter: b'\t',
            heading_row: 0,
            columns: Vec::new(),
            records: Records::None,
            about: Vec::new(),
            units: vec![String::new()],
            departments: Vec::new(),
            department_of: Vec::new(),
            pasted: 0,
            used: 0,
            set_aside: Vec::new(),
            preview: Vec::new(),
            checks: Vec::new(),
            notes: Vec::new(),
            parts: Vec::new(),
        }
    }

    /// Spells that no table holds, of one unit without a name.
    #[must_use]
    pub fn of_spells(rows: Vec<SpellRecord>) -> Self {
        Self { layout: Layout::Spells, records: Records::Spells(SpellRecords { rows, ..SpellRecords::default() }), ..Self::none() }
    }

    /// The tables, in the order they were added.
    #[must_use]
    pub fn tables(&self) -> &[Self] {
        if self.parts.is_empty() { std::slice::from_ref(self) } else { &self.parts }
    }
}
