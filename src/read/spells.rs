//! Rows of spells, or of absent days, → records.

use super::amount::{amount, share};
use super::causes::Causes;
use super::columns::Column;
use super::date;
use super::intern::{Interner, Verdicts, print};
use super::iso::IsoDays;
use super::layout::as_u32;
use super::number::{self, Part};
use super::reader::Unsettled;
use super::rows::{Body, Log, note_at};
use super::table::Place;
use super::terms::{TermColumns, optional};
use super::text::shown;
use super::together::{Together, is_twin};
use super::units::{Names, Units};
use super::{Choices, DateForm, Extremes, Filter, Layout, Meaning, NOT_RECORDED, Recorded, SpellRecord, SpellRecords, Terms, filter};
use crate::note::{Kind, Note};
use crate::quantity::{Date, Hours, Sek, Share};
use crate::{order, rules};

/// So many hours on each weekday of a row are within any schedule.
const HOURS_PER_WEEKDAY: f64 = 8.5;

/// On the average, scheduled hours of a day lie between these.
const MOST_HOURS_A_DAY: f64 = 16.0;
const FEWEST_HOURS_A_DAY: f64 = 2.0;

/// Days of a spell that lasts all of a working life.
const LONGEST_SPELL: i32 = 50 * 366;

/// Where the columns of a spells table stand.
#[derive(Debug)]
struct Columns {
    person: Option<usize>,
    from: usize,
    to: Option<usize>,
    extent: Option<usize>,
    cause: Option<usize>,
    hours: Option<usize>,
    scheduled_hours: Option<usize>,
    sick_pay: Option<usize>,
    replacement: Option<usize>,
    spell_start: Option<usize>,
    /// Whether any of these five is there.
    records: bool,
}

impl Columns {
    fn of(columns: &[Column], layout: Layout) -> Option<Self> {
        let at = |meaning| columns.iter().position(|column| column.meaning == meaning);
        let recorded = [Meaning::Hours, Meaning::ScheduledHours, Meaning::SickPay, Meaning::Replacement, Meaning::SpellStart];
        Some(Self {
            person: at(Meaning::Employee),
            from: at(Meaning::From).or(at(Meaning::Date))?,
            to: at(Meaning::To).filter(|_| layout == Layout::Spells),
            extent: at(Meaning::Extent),
            cause: at(Meaning::Cause),
            hours: at(Meaning::Hours),
            scheduled_hours: at(Meaning::ScheduledHours),
            sick_pay: at(Meaning::SickPay),
            replacement: at(Meaning::Replacement),
            spell_start: at(Meaning::SpellStart),
            records: recorded.into_iter().any(|meaning| at(meaning).is_some()),
        })
    }
}

/// Whether scheduled hours go with the days of their rows: hours of a week are too many for a day or two, and those of a day too
/// few for a week or more.
#[derive(Debug, Default)]
struct Schedule {
    short: (f64, i32),
    long: (f64, i32),
}

impl Schedule {
    fn see(&mut self, hours: Option<f64>, from: Date, to: Date) {
        let Some(hours) = hours.filter(|_| to != Date::OPEN) else { return };
        let (all, weekdays) = (to.since(from) + 1, from.weekdays_to(to));
        let (of_length, days) = match (all, weekdays) {
            (..=2, _) => (&mut self.short, all),
            (_, 5..) => (&mut self.long, weekdays),
            _ => return,
        };
        of_length.0 += hours;
        of_length.1 += days;
    }

    fn is_of_other_days(&self) -> bool {
        let ((short, few), (long, many)) = (self.short, self.long);
        short > MOST_HOURS_A_DAY * f64::from(few) || long < FEWEST_HOURS_A_DAY * f64::from(many)
    }
}

/// The rows of a spells or days table, as far as they have been read.
#[derive(Debug)]
pub(super) struct SpellRows {
    at: Columns,
    layout: Layout,
    covered: (Date, Date),
    iso: IsoDays,
    pub records: SpellRecords,
    /// How many rows they are of.
    pub used: usize,
    pub people: Interner,
    /// How many records each person has.
    of_person: Vec<u32>,
    /// Whether the records came person by person.
    in_order: bool,
    together: Option<Together>,
    units: Units,
    causes: Causes,
    extents: Verdicts<Result<Share, Kind>>,
    terms: Option<TermColumns>,
    schedule: Schedule,
    above_schedule: Option<Note>,
    extent_by_hours: Option<Note>,
    first_days: Option<(Date, Date)>,
    last_days: Option<(Date, Date)>,
    /// What the user has said of a filter of long spells.
    filter: Option<Filter>,
}

impl SpellRows {
    /// None where the table has no first day.
    pub(super) fn of(columns: &[Column], layout: Layout, choices: &Choices) -> Option<Self> {
        Some(Self {
            at: Columns::of(columns, layout)?,
            layout,
            covered: rules::covered(),
            iso: IsoDays::new(),
            records: SpellRecords::default(),
            used: 0,
            people: Interner::new(),
            of_person: Vec::new(),
            in_order: true,
            together: None,
            units: Units::of(columns),
            causes: Causes::new(choices),
            extents: Verdicts::new(),
            terms: TermColumns::of(columns),
            schedule: Schedule::default(),
            above_schedule: None,
            extent_by_hours: None,
            first_days: None,
            last_days: None,
            filter: choices.filter,
        })
    }

    /// Goes on bringing the rows of each person together, for about so many rows. True when all is done.
    pub(super) fn bring_together(&mut self, log: &mut Log, rows: usize) -> bool {
        if !self.tells_people() {
            return true;
        }
        let together = self.together.get_or_insert_with(|| Together::new(&self.of_person, self.in_order, is_twin));
        if !together.step(&mut self.records.rows, rows) {
            return false;
        }
        // a row may have given several records
        let later = order::distinct(std::mem::take(&mut together.later).into_iter().map(|row| row.row).collect());
        self.used -= later.len();
        if !later.is_empty() {
            for line in later {
                log.aside(line, Kind::DuplicateRow, None, None);
            }
            log.set_aside = order::sorted(std::mem::take(&mut log.set_aside), |row| row.row);
        }
        true
    }

    /// Whether a column tells people apart.
    pub(super) const fn tells_people(&self) -> bool {
        self.at.person.is_some()
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
        if self.at.cause.is_some_and(|index| self.causes.set_aside(body, place, index)) {
            return Ok(());
        }
        let (from, to) = match days(body, &self.at, &mut self.iso, self.covered) {
            Ok(days) => days,
            Err(_) if !settled => return Err(Unsettled),
            Err(Fault { kind, index, expected }) => {
                set_aside(body, place, kind, index, expected);
                return Ok(());
            }
        };
        let mut by_hours = false;
        let extent = match extent(body, self.at.extent, &mut self.extents) {
            Ok(extent) => extent,
            Err(Fault { kind: Kind::NotANumber | Kind::ExtentOutOfRange, .. }) if !settled => return Err(Unsettled),
            Err(Fault { kind: Kind::Missing, .. }) if to != Date::OPEN && tells_hours(body, self.at.hours, settled)? => {
                by_hours = true;
                Share::WHOLE
            }
            Err(Fault { kind, index, mut expected }) => {
                if kind == Kind::Missing && to != Date::OPEN && self.at.hours.is_some() {
                    expected = "extent_or_hours";
                }
                set_aside(body, place, kind, index, expected);
                return Ok(());
            }
        };
        let person = match self.at.person {
            None => as_u32(self.used),
            Some(index) if body.cells.bytes(index).is_empty() => {
                body.aside_missing(place, index, "employee");
                return Ok(());
            }
            Some(index) => self.people.number(body.cells.bytes(index)),
        };
        let unit = self.units.number(&body.cells);
        self.used += 1;
        self.see_days(from, to);
        let print = if self.at.person.is_some() { print(body.rows.row(place)) } else { 0 };
        let mut recorded = if self.at.records { self.recorded(body, place, (from, to, extent), settled)? } else { Recorded::default() };
        if self.layout == Layout::Spells
            && let (Some(hours), Some(index)) = (recorded.hours, self.at.hours.or(self.at.scheduled_hours))
            && is_above_schedule(hours, from, to)
        {
            self.above_schedule.get_or_insert_with(|| note_at(body, place, Kind::HoursAboveSchedule, index).count(0)).count += 1;
        }
        if by_hours && let Some(index) = self.at.extent {
            recorded.by_hours = true;
            self.extent_by_hours.get_or_insert_with(|| note_at(body, place, Kind::ExtentByHours, index).count(0)).count += 1;
        }
        let whole = recorded.hours.is_some() || recorded.sick_pay.is_some() || recorded.replacement.is_some();
        let recorded = remember(&mut self.records.recorded, recorded);
        let mut record = SpellRecord { row: place.line, person, unit, from, to, print, recorded, terms: NOT_RECORDED, extent };
        if let Some(columns) = &mut self.terms {
            let mut terms = columns.read(body, place, from, settled)?;
            record.terms = remember(&mut self.records.terms, terms);
            // a new pay within the row: the row is cut in two, unless it has amounts that nobody can cut
            while let Some((step, next)) = columns.next(terms, record.from, to).filter(|_| !whole) {
                push(&mut self.records.rows, &mut self.of_person, &mut self.in_order, SpellRecord { to: step.plus(-1), ..record });
                terms = next;
                record = SpellRecord { from: step, terms: remember(&mut self.records.terms, terms), ..record };
            }
        }
        push(&mut self.records.rows, &mut self.of_person, &mut self.in_order, record);
        Ok(())
    }

    /// Hours (else those scheduled) and amounts of the row. A cell that cannot be read counts as not given, and is noted.
    fn recorded(
        &mut self,
        body: &mut Body,
        place: Place,
        (from, to, extent): (Date, Date, Share),
        settled: bool,
    ) -> Result<Recorded, Unsettled> {
        let scheduled = optional(body, place, self.at.scheduled_hours, "hours", settled)?;
        self.schedule.see(scheduled, from, to);
        Ok(Recorded {
            hours: optional(body, place, self.at.hours, "hours", settled)?.or(scheduled.map(|hours| hours * extent.0)).map(Hours),
            sick_pay: optional(body, place, self.at.sick_pay, "amount", settled)?.map(Sek),
            replacement: optional(body, place, self.at.replacement, "amount", settled)?.map(Sek),
            spell_start: self.spell_start(body, place, from, settled)?,
            by_hours: false,
        })
    }

    /// The first day of the spell, where it lies before the row.
    fn spell_start(&mut self, body: &mut Body, place: Place, from: Date, settled: bool) -> Result<Option<Date>, Unsettled> {
        let Some(index) = self.at.spell_start else { return Ok(None) };
        let kind = match day(body, index, &mut self.iso) {
            Ok(start) if start > from => Kind::SpellStartsLater,
            // no spell is that long: programs write 1900-01-01 for no date
            Ok(start) if from.since(start) > LONGEST_SPELL => Kind::NotUnderstood,
            Ok(start) => return Ok(Some(start).filter(|&start| start < from)),
            Err(_) if number::is_nothing(body.cell(index)) => return Ok(None),
            Err(_) if !settled => return Err(Unsettled),
            Err(_) => Kind::NotUnderstood,
        };
        body.misfit(place, kind, index, "spell_start");
        Ok(None)
    }

    #[inline]
    fn see_days(&mut self, from: Date, to: Date) {
        let (first, last) = self.first_days.unwrap_or((from, from));
        self.first_days = Some((first.min(from), last.max(from)));
        if to != Date::OPEN {
            let (first, last) = self.last_days.unwrap_or((to, to));
            self.last_days = Some((first.min(to), last.max(to)));
        }
    }

    /// What is asked and noticed once all rows are read.
    pub(super) fn conclude(&mut self, columns: &[Column], filter: Option<&str>, notes: &mut Vec<Note>) -> Names {
        if self.layout == Layout::Spells {
            filter::settle(&mut self.records, filter, self.filter, notes);
        }
        self.causes.ask(self.at.cause, notes);
        if let Some(index) = self.at.scheduled_hours.filter(|_| self.schedule.is_of_other_days()) {
            self.records.recorded.iter_mut().filter(|recorded| !recorded.by_hours).for_each(|recorded| recorded.hours = None);
            let heading = shown(&columns[index].heading);
            self.above_schedule = Some(Note::new(Kind::ScheduleNotOfRow).column(as_u32(index)).found(heading));
        }
        notes.extend(self.above_schedule.take());
        notes.extend(self.extent_by_hours.take());
        let names = self.units.names(notes);
        if !names.unit_of.is_empty() {
            self.records.rows.iter_mut().for_each(|row| row.unit = names.unit(row.unit));
        }
        names.note_blank(self.records.rows.iter().map(|row| row.unit), notes);
        names
    }

    /// The smallest and the largest of what was read of a meaning.
    pub(super) fn extremes(&self, meaning: Meaning) -> Extremes {
        let recorded = |of: fn(&Recorded) -> Option<f64>| Extremes::of_numbers(self.records.recorded.iter().filter_map(of));
        let terms = |of: fn(&Terms) -> Option<f64>| Extremes::of_numbers(self.records.terms.iter().filter_map(of));
        match meaning {
            Meaning::From | Meaning::Date => Extremes { days: self.first_days, numbers: None },
            Meaning::To => Extremes { days: self.last_days, numbers: None },
            Meaning::Extent => Extremes::of_numbers(self.extents.verdicts().iter().filter_map(|verdict| Some(verdict.ok()?.0))),
            Meaning::Hours => recorded(|recorded| Some(recorded.hours?.0)),
            Meaning::SickPay => recorded(|recorded| Some(recorded.sick_pay?.0)),
            Meaning::Replacement => recorded(|recorded| Some(recorded.replacement?.0)),
            Meaning::MonthlyPay => terms(|terms| Some(terms.monthly_pay?.0)),
            Meaning::Employment => terms(|terms| Some(terms.employment?.0)),
            _ => Extremes::default(),
        }
    }
}

#[inline]
fn push(rows: &mut Vec<SpellRecord>, of_person: &mut Vec<u32>, in_order: &mut bool, record: SpellRecord) {
    let person = record.person as usize;
    *in_order &= rows.last().is_none_or(|last| last.person <= record.person);
    if person == of_person.len() {
        of_person.push(0);
    }
    of_person[person] += 1;
    rows.push(record);
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

#[inline]
fn day(body: &Body, index: usize, iso: &mut IsoDays) -> Result<Date, Fault> {
    // so written it has one meaning, whatever the order of the others
    iso.day(body.cells.bytes(index)).map_or_else(|| other_day(body, index), Ok)
}

fn other_day(body: &Body, index: usize) -> Result<Date, Fault> {
    let (cell, form) = (body.cell(index), body.columns()[index].date.unwrap_or(DateForm::YearFirst));
    date::read(cell, form).map_or_else(|| fault(if cell.is_empty() { Kind::Missing } else { Kind::NotADate }, index, "date"), Ok)
}

/// First and last day.
fn days(body: &Body, at: &Columns, iso: &mut IsoDays, (first, last): (Date, Date)) -> Result<(Date, Date), Fault> {
    let from = day(body, at.from, iso)?;
    if !(first..=last).contains(&from) {
        return fault(Kind::OutsideRules, at.from, "covered_day");
    }
    let Some(index) = at.to else { return Ok((from, from)) };
    if date::is_open(body.cells.bytes(index)) {
        return Ok((from, Date::OPEN));
    }
    let to = day(body, index, iso)?;
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

fn extent(body: &Body, index: Option<usize>, met: &mut Verdicts<Result<Share, Kind>>) -> Result<Share, Fault> {
    let Some(index) = index else { return Ok(Share::WHOLE) };
    let column = &body.columns()[index];
    met.on(body.cells.bytes(index), |cell| judged(column, cell)).or_else(|kind| fault(kind, index, "extent"))
}

fn judged(column: &Column, cell: &str) -> Result<Share, Kind> {
    if number::is_nothing(cell) {
        return Err(Kind::Missing);
    }
    match share(column, cell) {
        None => Err(Kind::NotANumber),
        // among percentages: half a per cent, or a half?
        Some(share) if !column.fraction && share > 0.0 && share <= 0.01 && matches!(number::part(cell), Some(Part::Bare(_))) => {
            Err(Kind::ExtentOutOfRange)
        }
        Some(0.0) => Err(Kind::ZeroExtent),
        // a hair above the whole is rounding
        Some(share) if share > 0.0 && share <= 1.000_001 => Ok(Share(share.min(1.0))),
        Some(_) => Err(Kind::ExtentOutOfRange),
    }
}

/// Whether the row says how many hours were lost, and thereby how much of its days.
fn tells_hours(body: &Body, index: Option<usize>, settled: bool) -> Result<bool, Unsettled> {
    let Some(index) = index else { return Ok(false) };
    match amount(&body.columns()[index], body.cell(index)) {
        Ok(hours) => Ok(hours.is_some_and(|hours| hours > 0.0)),
        Err(_) if !settled => Err(Unsettled),
        Err(_) => Ok(false),
    }
}

/// Where the record stands; rows that follow each other share one if it is the same.
fn remember<T: Default + PartialEq>(all: &mut Vec<T>, recorded: T) -> u32 {
    if recorded == T::default() {
        return NOT_RECORDED;
    }
    if all.last() != Some(&recorded) {
        all.push(recorded);
    }
    u32::try_from(all.len() - 1).unwrap_or(NOT_RECORDED)
}
