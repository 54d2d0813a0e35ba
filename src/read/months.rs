//! Rows of unit and month → records.

use super::causes::Causes;
use super::columns::Column;
use super::date::{self, MonthCell};
use super::group::People;
use super::headings::{Measure, Span};
use super::number;
use super::pay::Pay;
use super::reader::Unsettled;
use super::rows::{Body, Unread, amount, note_at, share};
use super::table::Place;
use super::terms::optional;
use super::units::{Names, Units};
use super::{Choices, Extremes, Meaning, MonthRecord};
use crate::note::{Kind, Note};
use crate::quantity::{Date, HOURS_PER_NET_DAY, Hours, Month, Sek, Share};
use crate::rules;

/// Where the columns of a monthly table stand.
#[derive(Debug)]
struct Columns {
    cause: Option<usize>,
    month: Option<usize>,
    year: Option<usize>,
    month_of_year: Option<usize>,
    /// Each measure of absence, and the columns that make it up.
    absence: Vec<(Meaning, Vec<usize>)>,
    /// The first column whose absence is in no known measure.
    unmeasured: Option<usize>,
    scheduled_hours: Option<usize>,
    headcount: Option<usize>,
    spells: Option<usize>,
    sick_pay: Option<usize>,
    replacement: Option<usize>,
    sixty_share: Option<usize>,
}

impl Columns {
    fn of(columns: &[Column]) -> Self {
        let all = |meaning: Meaning| (0..columns.len()).filter(|&index| columns[index].meaning == meaning).collect::<Vec<usize>>();
        let at = |meaning| columns.iter().position(|column| column.meaning == meaning);
        let mut absence: Vec<(Meaning, Vec<usize>)> =
            Meaning::ALL.iter().filter(|meaning| meaning.is_absence()).map(|&meaning| (meaning, all(meaning))).collect();
        for measure in Measure::ALL {
            let sixty = sixty(columns, measure, &mut absence);
            absence.push(sixty);
        }
        Self {
            cause: at(Meaning::Cause),
            month: at(Meaning::Month),
            year: at(Meaning::Year),
            month_of_year: at(Meaning::MonthOfYear),
            absence: absence.into_iter().filter(|(_, columns)| !columns.is_empty()).collect(),
            unmeasured: columns.iter().position(|column| column.unmeasured.is_some()),
            scheduled_hours: at(Meaning::ScheduledHours),
            headcount: at(Meaning::Headcount),
            spells: at(Meaning::SpellCount),
            sick_pay: at(Meaning::SickPay),
            replacement: at(Meaning::Replacement),
            sixty_share: at(Meaning::SixtyShare),
        }
    }
}

/// The columns that make up what lies beyond day 60. One from day 60 onward is the last part of the long absence where that is
/// given in parts (`dag 15-59`, `dag 60-`); of parts that begin at day 60 (`60-90`, `91-`), the sum is what lies beyond it.
fn sixty(columns: &[Column], measure: Measure, absence: &mut [(Meaning, Vec<usize>)]) -> (Meaning, Vec<usize>) {
    let meaning = measure.of(Span::SIXTY);
    let one: Vec<usize> = (0..columns.len()).filter(|&index| columns[index].meaning == meaning).collect();
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

/// The rows of a monthly table, as far as they have been read.
#[derive(Debug)]
pub(super) struct MonthRows {
    at: Columns,
    covered: (Date, Date),
    pub records: Vec<MonthRecord>,
    units: Units,
    causes: Causes,
    pay: Pay,
    people: Option<People>,
    above_schedule: Option<Note>,
}

impl MonthRows {
    pub(super) fn of(columns: &[Column], choices: &Choices) -> Self {
        Self {
            at: Columns::of(columns),
            covered: rules::covered(),
            records: Vec::new(),
            units: Units::of(columns),
            causes: Causes::new(choices),
            pay: Pay::of(columns),
            people: People::of(columns),
            above_schedule: None,
        }
    }

    /// Reads the rows that have come. With conventions that only a sample stands behind (`settled` is false), the first cell that does
    /// not fit ends the attempt.
    pub(super) fn take(&mut self, body: &mut Body, settled: bool) -> Result<(), Unsettled> {
        while let Some(place) = body.next() {
            self.row(body, place, settled)?;
        }
        Ok(())
    }

    fn row(&mut self, body: &mut Body, place: Place, settled: bool) -> Result<(), Unsettled> {
        let at = &self.at;
        if let Some(index) = at.cause {
            if body.cells.len() <= index {
                body.aside_missing(place, index, "cause");
                return Ok(());
            }
            if let Some(kind) = self.causes.refuse(body.cells.bytes(index)) {
                body.aside(place, kind, index, Some("sickness"));
                return Ok(());
            }
        }
        let month = match month(body, at, self.covered) {
            Ok(month) => month,
            Err((Kind::Missing, index)) => {
                body.aside_missing(place, index, "month");
                return Ok(());
            }
            Err((kind, index)) => {
                body.aside(place, kind, index, Some(if kind == Kind::OutsideRules { "covered_day" } else { "month" }));
                return Ok(());
            }
        };
        let mut row = Row { body, place, settled };
        let absence = match row.absence(at)? {
            Ok(absence) => absence,
            Err((Kind::Missing, index)) => {
                body.aside_missing(place, index, "absence");
                return Ok(());
            }
            Err((kind, index)) => {
                let expected = expected(body.columns()[index].meaning);
                body.aside(place, kind, index, Some(expected));
                return Ok(());
            }
        };
        let scheduled_hours = row.optional(at.scheduled_hours)?.map(Hours);
        let headcount = row.optional(at.headcount)?;
        let spells = row.optional(at.spells)?;
        let sick_pay = row.optional(at.sick_pay)?.map(Sek);
        let replacement = row.optional(at.replacement)?.map(Sek);
        let sixty_share = row.optional_share(at.sixty_share)?;
        self.pay.read(|index| row.optional(Some(index)))?;
        let monthly_pay = self.pay.on(month.first_day(), None);
        let group = self.people.as_mut().map(|people| people.read(body, place, month.first_day()).1).unwrap_or_default();
        let (hours, rate) = (absence.hours(Span::Total), absence.rate(Span::Total));
        if let (Some(hours), Some(scheduled), Some(index)) = (hours, scheduled_hours, at.scheduled_hours)
            && hours > scheduled
            && scheduled > Hours::ZERO
        {
            self.above_schedule.get_or_insert_with(|| note_at(body, place, Kind::HoursAboveSchedule, index).count(0)).count += 1;
        }
        self.records.push(MonthRecord {
            row: place.line,
            unit: self.units.number(&body.cells),
            month,
            hours,
            short_hours: absence.hours(Span::Short),
            long_hours: absence.hours(Span::Long),
            scheduled_hours,
            rate,
            short_rate: absence.rate(Span::Short),
            long_rate: absence.rate(Span::Long),
            headcount,
            spells,
            monthly_pay,
            sick_pay,
            replacement,
            sixty_hours: absence.hours(Span::SIXTY),
            sixty_rate: absence.rate(Span::SIXTY),
            sixty_share,
            group,
        });
        Ok(())
    }

    /// What is asked and noticed once all rows are read.
    pub(super) fn conclude(&mut self, notes: &mut Vec<Note>) -> Names {
        self.causes.ask(self.at.cause, notes);
        notes.extend(self.above_schedule.take());
        self.units.names()
    }

    /// The smallest and the largest of what was read of a meaning.
    pub(super) fn extremes(&self, meaning: Meaning) -> Extremes {
        let numbers = |of: fn(&MonthRecord) -> Option<f64>| Extremes::of_numbers(self.records.iter().filter_map(of));
        match meaning {
            Meaning::Month | Meaning::MonthOfYear => Extremes::of_days(self.records.iter().map(|record| record.month.first_day())),
            Meaning::Hours => numbers(|record| Some(record.hours?.0)),
            Meaning::ShortHours => numbers(|record| Some(record.short_hours?.0)),
            Meaning::LongHours => numbers(|record| Some(record.long_hours?.0)),
            Meaning::Rate => numbers(|record| Some(record.rate?.0)),
            Meaning::ShortRate => numbers(|record| Some(record.short_rate?.0)),
            Meaning::LongRate => numbers(|record| Some(record.long_rate?.0)),
            Meaning::ScheduledHours => numbers(|record| Some(record.scheduled_hours?.0)),
            Meaning::Headcount => numbers(|record| record.headcount),
            Meaning::SpellCount => numbers(|record| record.spells),
            Meaning::MonthlyPay => numbers(|record| Some(record.monthly_pay?.0)),
            Meaning::SickPay => numbers(|record| Some(record.sick_pay?.0)),
            Meaning::Replacement => numbers(|record| Some(record.replacement?.0)),
            _ => Extremes::default(),
        }
    }
}

/// The month of the row; a year beside it must be the same.
fn month(body: &Body, at: &Columns, (first, last): (Date, Date)) -> Result<Month, (Kind, usize)> {
    let year = |index: usize| match body.cell(index) {
        "" => Err((Kind::Missing, index)),
        cell => date::year_alone(cell).ok_or((Kind::NotAMonth, index)),
    };
    let index = at.month.or(at.month_of_year).ok_or((Kind::Missing, 0))?;
    let cell = body.cell(index);
    let (month, by) = match (date::month(cell), at.year) {
        (_, _) if cell.is_empty() => return Err((Kind::Missing, index)),
        (Some(MonthCell::Dated(month)), Some(by)) if body.cell(by).is_empty() || year(by)? == month.year() => (month, index),
        // the two columns contradict each other
        (Some(MonthCell::Dated(_)), Some(by)) => return Err((Kind::NotAMonth, by)),
        (Some(MonthCell::Dated(month)), None) => (month, index),
        (Some(MonthCell::OfYear(month)), Some(by)) => (Month::from_year_month(year(by)?, month), by),
        _ => return Err((Kind::NotAMonth, index)),
    };
    let covered = (first..=last).contains(&month.first_day());
    if covered { Ok(month) } else { Err((Kind::OutsideRules, by)) }
}

/// What the absence of a meaning is expected to be: a key under `expected.` in the catalogue.
const fn expected(meaning: Meaning) -> &'static str {
    match meaning {
        Meaning::Rate | Meaning::ShortRate | Meaning::LongRate | Meaning::SixtyRate | Meaning::SixtyShare => "share",
        Meaning::Days | Meaning::ShortDays | Meaning::LongDays | Meaning::SixtyDays => "days",
        Meaning::Hours | Meaning::ShortHours | Meaning::LongHours | Meaning::SixtyHours | Meaning::ScheduledHours => "hours",
        Meaning::MonthlyPay | Meaning::SickPay | Meaning::Replacement => "amount",
        Meaning::Ignore => "measure",
        _ => "number",
    }
}

/// The absence of one row, in every measure that it is given in.
#[derive(Default)]
struct Absence(Vec<(Meaning, f64)>);

impl Absence {
    fn get(&self, meaning: Meaning) -> Option<f64> {
        self.0.iter().find(|(other, _)| *other == meaning).map(|&(_, value)| value)
    }

    /// In hours: given as such, else as days.
    fn hours(&self, span: Span) -> Option<Hours> {
        let days = || self.get(Measure::Days.of(span)).map(|days| days * HOURS_PER_NET_DAY);
        self.get(Measure::Hours.of(span)).or_else(days).map(Hours)
    }

    fn rate(&self, span: Span) -> Option<Share> {
        self.get(Measure::Rate.of(span)).map(Share)
    }
}

/// A row that is being read.
struct Row<'b, 'a> {
    body: &'b mut Body<'a>,
    place: Place,
    settled: bool,
}

impl Row<'_, '_> {
    /// All that the row says of absence. What cannot be read costs the row only if nothing else is left of it.
    fn absence(&mut self, at: &Columns) -> Result<Result<Absence, (Kind, usize)>, Unsettled> {
        let mut absence = Absence::default();
        let mut faults: Vec<(Kind, usize)> = Vec::new();
        let mut blank = None;
        for (meaning, columns) in &at.absence {
            let (mut sum, mut whole) = (None, true);
            for &index in columns {
                match self.absent(index) {
                    Ok(Some(value)) => sum = Some(sum.unwrap_or(0.0) + value),
                    Ok(None) => blank = blank.or(Some(index)),
                    Err(Kind::Negative) => return Ok(Err((Kind::Negative, index))),
                    Err(Kind::ShareOutOfRange) if self.settled => return Ok(Err((Kind::ShareOutOfRange, index))),
                    Err(_) if !self.settled => return Err(Unsettled),
                    Err(kind) => {
                        faults.push((kind, index));
                        whole = false;
                    }
                }
            }
            // a part that cannot be read leaves no sum
            absence.0.extend(sum.filter(|_| whole).map(|sum| (*meaning, sum)));
        }
        // what lies beyond day 60 is a part, and no absence without the rest
        if !absence.0.iter().any(|(meaning, _)| meaning.is_absence()) {
            let unmeasured = at.unmeasured.map(|index| (Kind::UnknownMeasure, index));
            let first = faults.first().copied().or(unmeasured).or(blank.map(|index| (Kind::Missing, index)));
            return Ok(Err(first.unwrap_or((Kind::Missing, 0))));
        }
        for (kind, index) in faults.into_iter().filter(|(kind, _)| *kind == Kind::NotANumber) {
            self.body.misfit(self.place, kind, index, expected(self.body.columns()[index].meaning));
        }
        Ok(Ok(absence))
    }

    /// One cell of absence.
    fn absent(&self, index: usize) -> Result<Option<f64>, Kind> {
        let (column, cell) = (&self.body.columns()[index], self.body.cell(index));
        if number::is_nothing(cell) {
            return Ok(None);
        }
        if matches!(column.meaning, Meaning::Rate | Meaning::ShortRate | Meaning::LongRate | Meaning::SixtyRate) {
            let share = share(column, cell).ok_or(Kind::NotANumber)?;
            return if (0.0..=1.0).contains(&share) { Ok(Some(share)) } else { Err(Kind::ShareOutOfRange) };
        }
        match amount(column, cell) {
            Ok(Some(value)) if value < 0.0 => Err(Kind::Negative),
            Ok(value) => Ok(value),
            Err(Unread::Ambiguous) => Err(Kind::AmbiguousNumber),
            Err(Unread::NotANumber) => Err(Kind::NotANumber),
        }
    }

    /// A number that the row can do without: one that cannot be read counts as not given, and is noted.
    fn optional(&mut self, index: Option<usize>) -> Result<Option<f64>, Unsettled> {
        let expected = index.map_or("", |index| expected(self.body.columns()[index].meaning));
        optional(self.body, self.place, index, expected, self.settled)
    }

    /// A share that the row can do without.
    fn optional_share(&mut self, index: Option<usize>) -> Result<Option<Share>, Unsettled> {
        let Some(index) = index else { return Ok(None) };
        let (column, cell) = (&self.body.columns()[index], self.body.cell(index));
        let kind = match share(column, cell) {
            _ if number::is_nothing(cell) => return Ok(None),
            Some(value) if (0.0..=1.0).contains(&value) => return Ok(Some(Share(value))),
            _ if !self.settled => return Err(Unsettled),
            Some(_) => Kind::ShareOutOfRange,
            None => Kind::NotANumber,
        };
        self.body.misfit(self.place, kind, index, "share");
        Ok(None)
    }
}
