//! Rows of spells, or of absent days, → records.

use super::causes::Causes;
use super::columns::Column;
use super::intern::{Interner, Twins, Verdicts};
use super::reader::Unsettled;
use super::rows::{Body, Unread, amount, note_at, share};
use super::table::Place;
use super::text::nameable;
use super::{Choices, DateForm, Layout, Meaning, NOT_RECORDED, Recorded, SpellRecord, SpellRecords, date};
use crate::note::{Kind, Note};
use crate::quantity::{Date, Hours, Sek, Share};
use crate::{order, rules};

/// So many hours on each weekday of a row are within any schedule.
const HOURS_PER_WEEKDAY: f64 = 8.5;

/// Where the columns of a spells table stand.
struct Columns {
    person: Option<usize>,
    unit: Option<usize>,
    from: usize,
    to: Option<usize>,
    extent: Option<usize>,
    cause: Option<usize>,
    hours: Option<usize>,
    monthly_pay: Option<usize>,
    sick_pay: Option<usize>,
}

impl Columns {
    fn of(columns: &[Column], layout: Layout) -> Option<Self> {
        let at = |meaning| columns.iter().position(|column| column.meaning == meaning);
        Some(Self {
            person: at(Meaning::Employee),
            unit: at(Meaning::Unit),
            from: at(Meaning::From).or(at(Meaning::Date))?,
            to: at(Meaning::To).filter(|_| layout == Layout::Spells),
            extent: at(Meaning::Extent),
            cause: at(Meaning::Cause),
            hours: at(Meaning::Hours),
            monthly_pay: at(Meaning::MonthlyPay),
            sick_pay: at(Meaning::SickPay),
        })
    }
}

/// Reads every row. With conventions that only a sample stands behind (`settled` is false), the first cell that does not fit ends the attempt.
pub(super) fn read(
    body: &mut Body,
    layout: Layout,
    choices: &Choices,
    settled: bool,
    notes: &mut Vec<Note>,
) -> Result<(SpellRecords, Vec<String>), Unsettled> {
    let Some(at) = Columns::of(body.columns(), layout) else { return Ok((SpellRecords::default(), Vec::new())) };
    let covered = rules::covered();
    let rows = body.estimate();
    let mut records = SpellRecords { rows: Vec::with_capacity(rows), recorded: Vec::new() };
    let (mut people, mut units) = (Interner::new(), Interner::new());
    let (mut causes, mut extents) = (Causes::new(choices), Verdicts::new());
    let mut twins = at.person.map(|_| Twins::default());
    if let Some(twins) = &mut twins {
        twins.reserve(rows);
    }
    let mut above_schedule: Option<Note> = None;
    if at.hours.is_some() {
        records.recorded.reserve(rows); // pay alone is the same for many rows
    }
    while let Some(place) = body.next() {
        if let Some(index) = at.cause {
            if body.cells.len() <= index {
                body.aside_missing(place, index, "cause");
                continue;
            }
            if let Some(kind) = causes.refuse(body.cells.bytes(index)) {
                body.aside(place, kind, index, Some("sickness"));
                continue;
            }
        }
        let (from, to) = match days(body, &at, covered) {
            Ok(days) => days,
            Err(_) if !settled => return Err(Unsettled),
            Err(Fault { kind, index, expected }) => {
                set_aside(body, place, kind, index, expected);
                continue;
            }
        };
        let extent = match extent(body, at.extent, &mut extents) {
            Ok(extent) => extent,
            Err(Fault { kind: Kind::NotANumber | Kind::ExtentOutOfRange, .. }) if !settled => return Err(Unsettled),
            Err(Fault { kind, index, expected }) => {
                set_aside(body, place, kind, index, expected);
                continue;
            }
        };
        let person = match at.person {
            None => u32::try_from(records.rows.len()).unwrap_or(u32::MAX),
            Some(index) if body.cells.bytes(index).is_empty() => {
                body.aside_missing(place, index, "employee");
                continue;
            }
            Some(index) => people.number(body.cells.bytes(index)),
        };
        let unit = at.unit.map_or(0, |index| units.number(body.cells.bytes(index)));
        if let Some(twins) = &mut twins {
            twins.add([pair(person, unit), pair(from.days().cast_unsigned(), to.days().cast_unsigned())], place.start);
        }
        let recorded = recorded(body, &at, place, settled)?;
        if layout == Layout::Spells
            && let (Some(hours), Some(index)) = (recorded.hours, at.hours)
            && is_above_schedule(hours, from, to)
        {
            above_schedule.get_or_insert_with(|| note_at(body, place, Kind::HoursAboveSchedule, index).count(0)).count += 1;
        }
        let recorded = remember(&mut records.recorded, recorded);
        records.rows.push(SpellRecord { row: place.line, person, unit, from, to, extent, recorded });
    }
    causes.ask(at.cause, notes);
    notes.extend(above_schedule);
    if let Some(twins) = twins {
        set_later_twins_aside(body, &mut records.rows, &twins.later(|start| body.row_at(start)));
    }
    let units = if at.unit.is_some() { units.texts().map(nameable).collect() } else { vec![String::new()] };
    Ok((records, units))
}

fn pair(first: u32, second: u32) -> u64 {
    u64::from(first) << 32 | u64::from(second)
}

/// Whether the row holds more hours than its weekdays can, or its days where it lies within a weekend.
fn is_above_schedule(hours: Hours, from: Date, to: Date) -> bool {
    if to == Date::OPEN {
        return false;
    }
    let days = match from.weekdays_to(to) {
        0 => to.since(from) + 1,
        weekdays => weekdays,
    };
    hours.0 > HOURS_PER_WEEKDAY * f64::from(days)
}

/// The same row once more is not counted.
fn set_later_twins_aside(body: &mut Body, rows: &mut Vec<SpellRecord>, later: &[usize]) {
    if later.is_empty() {
        return;
    }
    for &number in later {
        body.log.aside(rows[number].row, Kind::DuplicateRow, None, None);
    }
    body.log.set_aside = order::sorted(std::mem::take(&mut body.log.set_aside), |row| row.row);
    let (mut number, mut later) = (0, later.iter().peekable());
    rows.retain(|_| {
        let twin = later.next_if(|&&twin| twin == number).is_some();
        number += 1;
        !twin
    });
}

/// Why a row cannot be used.
struct Fault {
    kind: Kind,
    index: usize,
    expected: &'static str,
}

fn fault<T>(kind: Kind, index: usize, expected: &'static str) -> Result<T, Fault> {
    Err(Fault { kind, index, expected })
}

fn set_aside(body: &mut Body, place: Place, kind: Kind, index: usize, expected: &'static str) {
    if kind == Kind::Missing {
        body.aside_missing(place, index, expected);
    } else {
        body.aside(place, kind, index, Some(expected));
    }
}

fn day(body: &Body, index: usize) -> Result<Date, Fault> {
    let form = body.columns()[index].date.unwrap_or(DateForm::YearFirst);
    if form == DateForm::YearFirst
        && let Some(date) = date::iso(body.cells.bytes(index))
    {
        return Ok(date); // nearly every cell
    }
    let cell = body.cell(index);
    date::parse(cell, form).map_or_else(|| fault(if cell.is_empty() { Kind::Missing } else { Kind::NotADate }, index, "date"), Ok)
}

/// First and last day.
fn days(body: &Body, at: &Columns, (first, last): (Date, Date)) -> Result<(Date, Date), Fault> {
    let from = day(body, at.from)?;
    if !(first..=last).contains(&from) {
        return fault(Kind::OutsideRules, at.from, "covered_day");
    }
    let Some(index) = at.to else { return Ok((from, from)) };
    if date::is_open(body.cells.bytes(index)) {
        return Ok((from, Date::OPEN));
    }
    let to = day(body, index)?;
    if date::is_never(to) {
        return Ok((from, Date::OPEN));
    }
    if to < from {
        return fault(Kind::EndBeforeStart, index, "day_after_first");
    }
    if to > last {
        return fault(Kind::OutsideRules, index, "covered_day");
    }
    Ok((from, to))
}

fn extent<'a>(body: &Body<'a, '_>, index: Option<usize>, met: &mut Verdicts<'a, Result<Share, Kind>>) -> Result<Share, Fault> {
    let Some(index) = index else { return Ok(Share::WHOLE) };
    let column = &body.columns()[index];
    met.on(body.cells.bytes(index), |cell| judged(column, cell)).or_else(|kind| fault(kind, index, "extent"))
}

fn judged(column: &Column, cell: &str) -> Result<Share, Kind> {
    if super::number::is_nothing(cell) {
        return Err(Kind::Missing);
    }
    match share(column, cell) {
        None => Err(Kind::NotANumber),
        Some(0.0) => Err(Kind::ZeroExtent),
        // a hair above the whole is rounding
        Some(share) if share > 0.0 && share <= 1.000_001 => Ok(Share(share.min(1.0))),
        Some(_) => Err(Kind::ExtentOutOfRange),
    }
}

/// Hours and pay of the row. A cell that cannot be read counts as not given, and is noted.
fn recorded(body: &mut Body, at: &Columns, place: Place, settled: bool) -> Result<Recorded, Unsettled> {
    let columns = body.columns();
    let mut read = |index: Option<usize>, expected: &'static str| {
        let Some(index) = index else { return Ok(None) };
        match amount(&columns[index], body.cell(index)) {
            Ok(Some(value)) if value < 0.0 => body.misfit(place, Kind::Negative, index, expected),
            Ok(value) => return Ok(value),
            Err(_) if !settled => return Err(Unsettled),
            Err(Unread::NotANumber) => body.misfit(place, Kind::NotANumber, index, expected),
            Err(Unread::Ambiguous) => {}
        }
        Ok(None)
    };
    let hours = read(at.hours, "hours")?.map(Hours);
    let monthly_pay = read(at.monthly_pay, "amount")?.map(Sek);
    let sick_pay = read(at.sick_pay, "amount")?.map(Sek);
    Ok(Recorded { hours, monthly_pay, sick_pay })
}

/// Where the record stands; rows that follow each other share one if it is the same.
fn remember(all: &mut Vec<Recorded>, recorded: Recorded) -> u32 {
    if recorded == Recorded::default() {
        return NOT_RECORDED;
    }
    if all.last() != Some(&recorded) {
        all.push(recorded);
    }
    u32::try_from(all.len() - 1).unwrap_or(NOT_RECORDED)
}
