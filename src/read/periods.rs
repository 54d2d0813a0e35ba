//! Which month the columns and rows of a monthly table are about, and records of a month.

use super::across::Across;
use super::columns::Column;
use super::date::{self, MonthCell};
use super::families::{QUARTERS, TERTIALS};
use super::headings::{self, Measure, Span};
use super::rows::Body;
use super::{Length, Meaning, MonthRecord, Over};
use crate::note::Kind;
use crate::quantity::{Date, Hours, Month, Sek};

/// Where the columns that say which row it is stand.
#[derive(Debug)]
pub(super) struct Heads {
    pub cause: Option<usize>,
    pub month: Option<usize>,
    pub year: Option<usize>,
    pub month_of_year: Option<usize>,
    /// What the heading of these says that they are of, where it is no month: `Kvartal`.
    pub length: Option<Length>,
    /// What says what the values of the row measure.
    pub measure: Option<usize>,
}

impl Heads {
    pub(super) fn of(columns: &[Column]) -> Self {
        let at = |meaning| columns.iter().position(|column| column.meaning == meaning);
        let (month, month_of_year) = (at(Meaning::Month), at(Meaning::MonthOfYear));
        let heading = month.or(month_of_year).map_or("", |index| columns[index].heading.as_str());
        let named = |(length, words)| headings::has(heading, words).then_some(length);
        Self {
            cause: at(Meaning::Cause),
            month,
            year: at(Meaning::Year),
            month_of_year,
            length: [(Length::Quarter, QUARTERS), (Length::Tertial, TERTIALS)].into_iter().find_map(named),
            measure: at(Meaning::Measure),
        }
    }
}

/// Where the columns of values stand: those of one month, quarter or year that stands across, or all of them.
#[derive(Debug)]
pub(super) struct Columns {
    pub across: Option<Across>,
    /// The first column of it.
    pub first: usize,
    /// Values of the measure that the row names.
    pub values: Option<usize>,
    /// Each measure of absence, and the columns that make it up.
    pub absence: Vec<(Meaning, Vec<usize>)>,
    /// The first column whose absence is in no known measure.
    pub unmeasured: Option<usize>,
    pub scheduled_hours: Option<usize>,
    pub headcount: Option<usize>,
    pub spells: Option<usize>,
    pub sick_pay: Option<usize>,
    pub replacement: Option<usize>,
    pub sixty_share: Option<usize>,
    /// Pay of a month that stands across.
    pub monthly_pay: Option<usize>,
    /// All that says what a unit is.
    pub about: Vec<usize>,
}

impl Columns {
    /// Of each month, quarter or year that stands across; of a table without such, one.
    pub(super) fn each(columns: &[Column]) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for (index, column) in columns.iter().enumerate() {
            let holds_values = column.meaning != Meaning::Ignore || column.unmeasured.is_some();
            if column.across.is_some() && holds_values && all.iter().all(|one| one.across != column.across) {
                all.push(Self::of(columns, column.across, index));
            }
        }
        if all.is_empty() { vec![Self::of(columns, None, 0)] } else { all }
    }

    fn of(columns: &[Column], across: Option<Across>, first: usize) -> Self {
        let is = |column: &Column, meaning| column.meaning == meaning && (column.across == across || column.across.is_none());
        let all = |meaning: Meaning| (0..columns.len()).filter(|&index| is(&columns[index], meaning)).collect::<Vec<usize>>();
        let at = |meaning| columns.iter().position(|column| is(column, meaning));
        let mut absence: Vec<(Meaning, Vec<usize>)> =
            Meaning::ALL.iter().filter(|meaning| meaning.is_absence()).map(|&meaning| (meaning, all(meaning))).collect();
        for measure in Measure::ALL {
            let sixty = sixty(columns, all(measure.of(Span::SIXTY)), measure, &mut absence);
            absence.push(sixty);
        }
        Self {
            across,
            first,
            values: at(Meaning::Values),
            absence: absence.into_iter().filter(|(_, columns)| !columns.is_empty()).collect(),
            unmeasured: columns.iter().position(|column| column.unmeasured.is_some() && column.across == across),
            scheduled_hours: at(Meaning::ScheduledHours),
            headcount: at(Meaning::Headcount),
            spells: at(Meaning::SpellCount),
            sick_pay: at(Meaning::SickPay),
            replacement: at(Meaning::Replacement),
            sixty_share: at(Meaning::SixtyShare),
            monthly_pay: at(Meaning::MonthlyPay).filter(|&index| columns[index].across.is_some()),
            about: (0..columns.len())
                .filter(|&index| is(&columns[index], columns[index].meaning) && columns[index].meaning.is_about())
                .collect(),
        }
    }
}

/// The columns that make up what lies beyond day 60. One from day 60 onward is the last part of the long absence where that is
/// given in parts (`dag 15-59`, `dag 60-`); of parts that begin at day 60 (`60-90`, `91-`), the sum is what lies beyond it.
fn sixty(columns: &[Column], one: Vec<usize>, measure: Measure, absence: &mut [(Meaning, Vec<usize>)]) -> (Meaning, Vec<usize>) {
    let meaning = measure.of(Span::SIXTY);
    let Some((_, long)) = absence.iter_mut().find(|(other, _)| *other == measure.of(Span::Long)) else { return (meaning, one) };
    if !one.is_empty() {
        if long.iter().any(|&index| columns[index].part().is_some_and(|(_, last)| last == Some(59))) {
            long.extend(&one);
        }
        return (meaning, one);
    }
    let first = |index: &usize| columns[*index].part().map_or(0, |(first, _)| first);
    let begins = long.iter().any(|index| first(index) == 60);
    (meaning, long.iter().copied().filter(|index| begins && first(index) >= 60).collect())
}

/// Of the values of a quarter or tertial, what falls on one of its months, from 0: an equal part of what adds up, and the whole of a share, a number of
/// employees or a pay.
pub(super) fn share_of(record: &MonthRecord, month: i8, length: Length) -> MonthRecord {
    let months = f64::from(length.months());
    let hours = |hours: Option<Hours>| hours.map(|hours| Hours(hours.0 / months));
    let pay = |pay: Option<Sek>| pay.map(|pay| Sek(pay.0 / months));
    MonthRecord {
        month: record.month.plus(i32::from(month)),
        hours: hours(record.hours),
        short_hours: hours(record.short_hours),
        long_hours: hours(record.long_hours),
        sixty_hours: hours(record.sixty_hours),
        scheduled_hours: hours(record.scheduled_hours),
        spells: record.spells.map(|spells| spells / months),
        sick_pay: pay(record.sick_pay),
        replacement: pay(record.replacement),
        ..record.clone()
    }
}

/// Adds to a record what another row says of the same unit and month, unless both say it.
pub(super) fn takes_in(record: &mut MonthRecord, other: &MonthRecord) -> bool {
    let mut merged = record.clone();
    let free = fill(&mut merged.hours, other.hours)
        && fill(&mut merged.short_hours, other.short_hours)
        && fill(&mut merged.long_hours, other.long_hours)
        && fill(&mut merged.sixty_hours, other.sixty_hours)
        && fill(&mut merged.scheduled_hours, other.scheduled_hours)
        && fill(&mut merged.rate, other.rate)
        && fill(&mut merged.short_rate, other.short_rate)
        && fill(&mut merged.long_rate, other.long_rate)
        && fill(&mut merged.sixty_rate, other.sixty_rate)
        && fill(&mut merged.sixty_share, other.sixty_share)
        && fill(&mut merged.headcount, other.headcount)
        && fill(&mut merged.spells, other.spells)
        && fill(&mut merged.monthly_pay, other.monthly_pay)
        && fill(&mut merged.sick_pay, other.sick_pay)
        && fill(&mut merged.replacement, other.replacement);
    if free {
        *record = merged;
    }
    free
}

fn fill<T: Copy>(place: &mut Option<T>, value: Option<T>) -> bool {
    if place.is_none() {
        *place = value;
        return true;
    }
    value.is_none()
}

/// The month of the row, or of the columns; a year beside it must be the same.
pub(super) fn month(body: &Body, heads: &Heads, at: &Columns, (first, last): (Date, Date)) -> Result<(Month, Length), (Kind, usize)> {
    let year = |index: usize| match body.cell(index) {
        "" => Err((Kind::Missing, index)),
        cell => date::year_alone(cell).ok_or((Kind::NotAMonth, index)),
    };
    let of_row = || {
        let index = heads.month.or(heads.month_of_year).ok_or((Kind::Missing, at.first))?;
        match (date::month(body.cell(index)), heads.length) {
            _ if body.cell(index).is_empty() => Err((Kind::Missing, index)),
            // the first quarter is not January, and a month below `Kvartal` is one of three
            (Some(MonthCell::OfYear(number)), Some(length)) => Ok((MonthCell::PartOfYear(length, number), index)),
            (Some(MonthCell::Dated(_)), Some(_)) | (None, _) => Err((Kind::NotAMonth, index)),
            (Some(cell), _) => Ok((cell, index)),
        }
    };
    let told = |index: usize| body.columns()[index].year;
    let of_year = |index: usize| heads.year.map_or_else(|| told(index).ok_or((Kind::NotAMonth, index)), year);
    let ((cell, index), of_columns) = match at.across {
        None => (of_row()?, None),
        Some(Across::Year(year)) => (of_row()?, Some(year)),
        Some(Across::Over(Over { length: Length::Month, first })) => ((MonthCell::Dated(first), at.first), None),
        Some(Across::Over(Over { length, first })) => ((MonthCell::Part(length, first), at.first), None),
        Some(Across::OfYear(month)) => ((MonthCell::OfYear(month), at.first), None),
        Some(Across::PartOfYear(length, number)) => ((MonthCell::PartOfYear(length, number), at.first), None),
    };
    let of_year = || of_columns.map_or_else(|| of_year(index), Ok);
    let (month, span) = match cell {
        MonthCell::Dated(month) => (month, Length::Month),
        MonthCell::Part(length, month) => (month, length),
        MonthCell::OfYear(month) => (Month::from_year_month(of_year()?, month), Length::Month),
        MonthCell::PartOfYear(length, number) => {
            let month = date::first_month(length, number).ok_or((Kind::NotAMonth, index))?;
            (Month::from_year_month(of_year()?, month), length)
        }
    };
    // two columns may contradict each other
    if let (MonthCell::Dated(_) | MonthCell::Part(..), None, Some(by)) = (cell, at.across, heads.year)
        && !body.cell(by).is_empty()
        && year(by)? != month.year()
    {
        return Err((Kind::NotAMonth, by));
    }
    let by = if matches!(cell, MonthCell::OfYear(_)) { heads.year.unwrap_or(index) } else { index };
    let end = month.plus(i32::from(span.months()) - 1);
    let covered = (first..=last).contains(&month.first_day()) && (first..=last).contains(&end.first_day());
    if covered { Ok((month, span)) } else { Err((Kind::OutsideRules, by)) }
}
