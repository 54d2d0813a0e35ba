//! What each column means: from its heading, then from what the user says, then from its cells where the heading leaves it open.

use super::across::{self, Across};
use super::amount::Numbers;
use super::cause::{self, Cause};
use super::headings::{self, Known, Measure, Sense, Span};
use super::intern::Interner;
use super::table::told;
use super::text::{is_checked_identity, is_code, is_identity, nameable, named, short};
use super::{Choices, ColumnReading, DateForm, Extremes, Meaning, NumberForm, Why, date, group, number, pay};
use crate::quantity::Date;

/// So many different numbers tell whether their last digits are check digits.
const FEWEST_CODES: usize = 3;

/// A column on its way to be understood.
#[derive(Debug, Clone)]
#[allow(clippy::struct_excessive_bools)] // each answers a question of its own
pub(super) struct Column {
    /// Its heading, as one line.
    pub heading: String,
    pub known: Option<Known>,
    pub meaning: Meaning,
    /// The user chose the meaning.
    pub chosen: bool,
    /// It tells people apart, by its heading or by choice: nothing of it is shown.
    pub private: bool,
    /// It names units by numbers as long as identity numbers, whose last digits are no check digits.
    pub codes: bool,
    /// The month, quarter or year that its heading says its cells are about.
    pub across: Option<Across>,
    /// What its heading says beside that.
    pub beside: Option<String>,
    /// The year of its months, where it is told outside the table.
    pub year: Option<i16>,
    /// It holds absence of this span, but nothing says in what measure.
    pub unmeasured: Option<Span>,
    /// Another column has the same meaning and was taken.
    pub outdone: bool,
    pub number: Option<NumberForm>,
    pub number_chosen: Option<NumberForm>,
    pub date: Option<DateForm>,
    pub date_chosen: Option<DateForm>,
    pub ambiguous: bool,
    /// Its text was written from typed cells.
    pub typed: bool,
    /// Its bare shares are fractions, not per cent.
    pub fraction: bool,
    /// Its heading says per cent.
    pub says_percent: bool,
    /// By what its heading says that bare amounts are to be multiplied.
    pub factor: f64,
    /// The day from which its heading says that it holds.
    pub since: Option<Date>,
    /// It divides rows by sex or age, and a row about all of them sums up others.
    pub divided: bool,
    pub samples: Vec<String>,
}

impl Column {
    fn of(heading: &str, across: Option<&(Across, String)>) -> Self {
        let known =
            headings::know(across.map_or(heading, |(_, rest)| rest)).filter(|_| across.is_none_or(|(_, rest)| !across::is_plain(rest)));
        let (meaning, unmeasured) = match known.map(|known| known.sense) {
            None if across.is_some_and(|(_, rest)| across::is_plain(rest)) => (Meaning::Ignore, Some(Span::Total)),
            None => (Meaning::Ignore, None),
            // an extent of a month is a rate
            Some(Sense::Is(Meaning::Extent)) if across.is_some() => (Meaning::Rate, None),
            Some(Sense::Is(meaning)) => (meaning, None),
            Some(Sense::Measured(span, measure)) => (measure.of(span), None),
            Some(Sense::Unmeasured(span)) => (Meaning::Ignore, Some(span)),
        };
        Self {
            heading: nameable(heading),
            known,
            meaning,
            chosen: false,
            private: meaning == Meaning::Employee,
            codes: false,
            across: across.map(|(across, _)| *across),
            beside: across.map(|(_, rest)| nameable(rest)),
            year: None,
            unmeasured,
            outdone: false,
            number: None,
            number_chosen: None,
            date: None,
            date_chosen: None,
            ambiguous: false,
            typed: false,
            fraction: false,
            says_percent: headings::says_percent(heading),
            factor: headings::factor(heading),
            since: pay::dated(heading).map(|(_, since)| since),
            divided: false,
            samples: Vec::new(),
        }
    }

    /// The lower, the better its heading says what it means.
    pub(super) fn rank(&self) -> u16 {
        self.known.map_or(u16::MAX, |known| known.rank)
    }

    /// What its numbers are of, and how they are written.
    pub(super) const fn numbers(&self) -> Numbers {
        let Self { meaning, number: form, ambiguous, factor, fraction, .. } = *self;
        Numbers { meaning, form, ambiguous, factor, fraction }
    }

    /// A part of the long absence, by its first day and its last.
    pub(super) fn part(&self) -> Option<(u16, Option<u16>)> {
        match self.known?.sense {
            Sense::Measured(Span::Part(first, last), _) | Sense::Unmeasured(Span::Part(first, last)) => Some((first, last)),
            _ => None,
        }
    }

    /// A cell of it as it may be shown.
    pub(super) fn shown(&self, cell: &str) -> String {
        short(named(cell, self.codes))
    }

    fn why(&self) -> Why {
        match self.known {
            _ if self.chosen => Why::Chosen,
            _ if self.outdone => Why::Another,
            None if self.meaning == Meaning::Ignore => Why::Unknown,
            Some(known) if known.whole => Why::Heading,
            Some(_) => Why::Inside,
            None => Why::Cells,
        }
    }

    /// What the page is told: `misfits` cells of it failed, and so far reach the others.
    pub(super) fn reading(self, misfits: u32, extremes: Extremes) -> ColumnReading {
        let why = self.why();
        ColumnReading {
            heading: self.heading,
            meaning: self.meaning,
            why,
            over: self.across.and_then(Across::over),
            beside: self.beside,
            extremes,
            number: self.number,
            date: self.date,
            ambiguous: self.ambiguous,
            samples: if self.private { Vec::new() } else { self.samples },
            personal: self.private,
            codes: self.codes,
            misfits,
        }
    }
}

/// The columns by their headings, their cells in the sample, and the user's choices.
pub(super) fn of(headings: &[&str], sample: &[Vec<&str>], choices: &Choices) -> Vec<Column> {
    let across = across::of(headings, sample);
    let mut columns: Vec<Column> = headings.iter().zip(&across).map(|(heading, across)| Column::of(heading, across.as_ref())).collect();
    for (index, column) in columns.iter_mut().enumerate() {
        let cells = || told(sample, index);
        refine(column, cells);
    }
    if columns.iter().any(|column| column.across.is_some() || column.meaning == Meaning::Values) {
        name_labels(&mut columns, sample);
    }
    name_causes(&mut columns, sample);
    name_months(&mut columns, sample);
    name_people(&mut columns, sample);
    find_codes(&mut columns, sample);
    for choice in &choices.columns {
        let Some(chosen) = columns.get(choice.column as usize) else { continue };
        // what is said of one of the columns of months is said of all that are like it
        let (known, across, unmeasured) = (chosen.known, chosen.across.is_some(), chosen.unmeasured);
        let is_alike = |index: usize, column: &Column| {
            index == choice.column as usize || across && column.across.is_some() && column.known == known && column.unmeasured == unmeasured
        };
        for (_, column) in columns.iter_mut().enumerate().filter(|(index, column)| is_alike(*index, column)) {
            column.number_chosen = choice.number.or(column.number_chosen);
            column.date_chosen = choice.date.or(column.date_chosen);
            if let Some(meaning) = choice.meaning {
                column.meaning = meaning;
                column.chosen = true;
                column.private |= meaning == Meaning::Employee;
            }
        }
    }
    for column in columns.iter_mut().filter(|column| column.chosen) {
        column.unmeasured = None;
    }
    for column in &mut columns {
        column.typed = choices.typed;
    }
    for (index, column) in columns.iter_mut().enumerate() {
        // by its heading a column may be one of ages whatever the user has chosen
        if column.meaning == Meaning::Age || column.known.is_some_and(|known| known.sense == Sense::Is(Meaning::Age)) {
            column.private |= group::is_private(&column.heading, sample.iter().filter_map(|row| row.get(index)).copied());
        }
    }
    columns
}

/// In a crosstab, which column says what the rows measure, and which one names the unit: by their cells, where no heading tells.
fn name_labels(columns: &mut [Column], sample: &[Vec<&str>]) {
    let most = |index: usize, is: &dyn Fn(&str) -> bool| {
        let cells = || told(sample, index);
        cells().count() > 0 && cells().filter(|cell| is(cell)).count() * 2 >= cells().count()
    };
    let has = |columns: &[Column], meaning| columns.iter().any(|column| column.meaning == meaning);
    let free = |column: &Column| column.across.is_none() && column.meaning != Meaning::Values;
    if !has(columns, Meaning::Measure) {
        let is_measure = |cell: &str| match headings::know(cell).map(|known| known.sense) {
            Some(Sense::Is(meaning)) => meaning.is_measure(),
            Some(Sense::Measured(..) | Sense::Unmeasured(_)) => true,
            None => false,
        };
        if let Some(index) = (0..columns.len()).find(|&index| free(&columns[index]) && most(index, &is_measure)) {
            columns[index].meaning = Meaning::Measure;
            columns[index].unmeasured = None;
        }
    }
    if has(columns, Meaning::Measure) {
        for column in columns.iter_mut().filter(|column| column.across.is_some() && column.unmeasured.is_some()) {
            column.meaning = Meaning::Values;
            column.unmeasured = None;
        }
    }
    if !has(columns, Meaning::Unit) {
        let is_name = |cell: &str| number::fit(cell) == number::Fit::Neither && date::fit(cell) == date::Fit::Neither;
        let unnamed = |column: &Column| free(column) && column.known.is_none() && column.meaning == Meaning::Ignore;
        if let Some(index) = (0..columns.len()).find(|&index| unnamed(&columns[index]) && most(index, &is_name)) {
            columns[index].meaning = Meaning::Unit;
        }
    }
}

/// A column whose heading says nothing, or only `Frånvaro`, holds causes if nearly all of its cells are causes we know: passing them over
/// would count the care of a child as sickness. It goes before one of codes of which we know none, as does another one by its heading.
fn name_causes(columns: &mut [Column], sample: &[Vec<&str>]) {
    let causes = |index: usize| {
        let cells = || told(sample, index);
        (cells().count(), cells().filter(|cell| cause::of(cell) != Cause::Unknown).count())
    };
    let mut known: Vec<usize> =
        (0..columns.len()).filter(|&index| columns[index].meaning == Meaning::Cause && causes(index).1 > 0).collect();
    if known.is_empty() {
        let open = |column: &Column| column.across.is_none() && (column.known.is_none() || column.unmeasured.is_some());
        let holds_causes = |&index: &usize| {
            let (all, causes) = causes(index);
            open(&columns[index]) && all > 0 && causes * 10 >= all * 9
        };
        known.extend((0..columns.len()).find(holds_causes));
    }
    for (index, column) in columns.iter_mut().enumerate().filter(|_| !known.is_empty()) {
        if known.contains(&index) {
            column.meaning = Meaning::Cause;
            column.unmeasured = None;
        } else if column.meaning == Meaning::Cause {
            column.meaning = Meaning::Ignore;
            column.outdone = true;
        }
    }
}

/// A column whose heading says nothing holds months if most of its cells are months with their years, in words or with a sign between,
/// where nothing else says when: the labels of a summary.
fn name_months(columns: &mut [Column], sample: &[Vec<&str>]) {
    let dated = |column: &Column| {
        matches!(column.meaning, Meaning::Month | Meaning::MonthOfYear | Meaning::Year | Meaning::From | Meaning::To | Meaning::Date)
            || column.across.is_some()
    };
    if columns.iter().any(dated) {
        return;
    }
    let is_month = |cell: &str| {
        cell.contains(|char: char| !char.is_ascii_digit())
            && date::fit(cell) == date::Fit::Neither
            && matches!(date::month(cell), Some(date::MonthCell::Dated(_)))
    };
    let holds_months = |index: &usize| {
        let cells = || told(sample, *index);
        let open = columns[*index].known.is_none() && columns[*index].meaning == Meaning::Ignore;
        open && cells().count() > 0 && cells().filter(|cell| is_month(cell)).count() * 2 > cells().count()
    };
    if let Some(index) = (0..columns.len()).find(holds_months) {
        columns[index].meaning = Meaning::Month;
    }
}

/// A column whose heading says nothing is private if nearly all of its cells are identity numbers. It tells people apart if nearly all
/// rows have one with a check digit, in a table of days: a number of a file or a telephone may look like the others.
fn name_people(columns: &mut [Column], sample: &[Vec<&str>]) {
    for index in 0..columns.len() {
        let cells = || told(sample, index);
        let open = columns[index].across.is_none() && columns[index].known.is_none() && columns[index].meaning == Meaning::Ignore;
        let (all, people) = if open { (cells().count(), cells().filter(|cell| is_identity(cell)).count()) } else { (0, 0) };
        if all > 0 && people * 10 >= all * 9 {
            columns[index].private = true;
            let checked = cells().filter(|cell| is_checked_identity(cell)).count();
            let of_days = columns.iter().any(|column| matches!(column.meaning, Meaning::From | Meaning::Date));
            let nobody = columns.iter().all(|column| column.meaning != Meaning::Employee);
            if nobody && of_days && sample.len() > 1 && checked * 10 >= sample.len() * 9 {
                columns[index].meaning = Meaning::Employee;
            }
        }
    }
}

/// A column that names units by its heading, in numbers as long as identity numbers: codes, if there are several, and no more of them than
/// by chance end in a check digit.
fn find_codes(columns: &mut [Column], sample: &[Vec<&str>]) {
    for (index, column) in columns.iter_mut().enumerate().filter(|(_, column)| column.meaning == Meaning::Unit && column.known.is_some()) {
        let (mut met, mut numbers) = (Interner::new(), 0);
        for cell in told(sample, index).filter(|cell| is_code(cell)) {
            if met.number(cell.as_bytes()) as usize == met.len() - 1 && is_identity(cell) {
                numbers += 1;
            }
        }
        column.codes = met.len() >= FEWEST_CODES && numbers * 4 <= met.len();
    }
}

/// Where a heading has two uses, the cells tell which it is.
fn refine<'a, Cells: Iterator<Item = &'a str>>(column: &mut Column, cells: impl Fn() -> Cells) {
    let most = |is: &dyn Fn(&str) -> bool| {
        let (all, fitting) = cells().fold((0_usize, 0_usize), |(all, fitting), cell| (all + 1, fitting + usize::from(is(cell))));
        fitting * 2 > all
    };
    match column.meaning {
        // `Månad` may hold `2024-03` or `mars`; `År` may hold `2024` or `2024-03`
        Meaning::Month | Meaning::Year => {
            if most(&|cell| matches!(date::month(cell), Some(date::MonthCell::Dated(_)))) {
                column.meaning = Meaning::Month;
            } else if most(&|cell| matches!(date::month(cell), Some(date::MonthCell::OfYear(_)))) {
                column.meaning = Meaning::MonthOfYear;
            } else if most(&|cell| date::year_alone(cell).is_some()) {
                column.meaning = Meaning::Year;
            }
        }
        // `Medarbetare` may hold how many they are or what they are called
        Meaning::Headcount if most(&|cell| number::fit(cell) == number::Fit::Neither) => {
            column.meaning = Meaning::Employee;
            column.private = true;
        }
        // `Enhet` may be that of the value beside it
        Meaning::Unit if most(&|cell| headings::is_unit_of_measure(cell)) => column.meaning = Meaning::Ignore,
        _ => {}
    }
    // `Kort` may hold `12 tim`, `12:30` or `3,1 %`
    if let Some(span) = column.unmeasured {
        let hours = |cell: &str| number::clock(cell).map(|_| Measure::Hours);
        let unit = cells().find_map(|cell| hours(cell).or_else(|| number::unit(cell).and_then(Measure::from_unit)));
        if let Some(measure) = unit {
            column.unmeasured = None;
            column.meaning = measure.of(span);
        }
    }
}
