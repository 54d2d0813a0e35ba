//! Rows of unit and month → records.

use super::amount::{amount, share};
use super::causes::Causes;
use super::columns::Column;
use super::group::People;
use super::headings::{Measure, Span};
use super::intern::{Interner, print};
use super::labels::{self, Label};
use super::layout::as_u32;
use super::number;
use super::pay::Pay;
use super::periods::{Columns, Heads, month, share_of, takes_in};
use super::reader::Unsettled;
use super::rows::{Body, note_at};
use super::table::Place;
use super::terms::optional;
use super::text::short;
use super::twice;
use super::units::{Names, Units};
use super::{AboutUnit, Choices, Extremes, Length, Meaning, MonthRecord, Whom};
use crate::note::{Kind, Note};
use crate::quantity::{Date, HOURS_PER_NET_DAY, Hours, Month, Sek, Share};
use crate::rules;

/// The rows of a monthly table, as far as they have been read.
#[derive(Debug)]
pub(super) struct MonthRows {
    heads: Heads,
    periods: Vec<Columns>,
    /// The columns whose values are of the measure that the row names.
    values: Vec<usize>,
    covered: (Date, Date),
    pub records: Vec<MonthRecord>,
    /// How many rows they are of: a row of a crosstab gives a record for each month.
    pub used: usize,
    /// Where the rows hold a measure each: what they are of, and the last record of each.
    open: (Interner, Vec<usize>),
    /// What the present row gave.
    found: Vec<(Length, MonthRecord)>,
    /// How many rows are of quarters, and of tertials.
    parts: [u32; 2],
    units: Units,
    causes: Causes,
    pay: Pay,
    people: Option<People>,
    /// The table is about units.
    about: bool,
    /// The month that stands for every one, in a table that names none.
    every: Option<Month>,
    /// For each record of a table about units the print of its row.
    prints: Vec<u32>,
    above_schedule: Option<Note>,
}

/// Why a row, or a month of it, cannot be used.
type Fault = (Kind, usize, &'static str);

impl MonthRows {
    pub(super) fn of(columns: &[Column], choices: &Choices, about: bool) -> Self {
        let (heads, periods) = (Heads::of(columns), Columns::each(columns));
        let undated = heads.month.or(heads.month_of_year).is_none() && periods.iter().all(|at| at.across.is_none());
        Self {
            values: periods.iter().filter_map(|at| at.values).collect(),
            units: if heads.measure.is_some() { Units::of(columns).with_titles() } else { Units::of(columns) },
            heads,
            periods,
            covered: rules::covered(),
            records: Vec::new(),
            used: 0,
            open: (Interner::new(), Vec::new()),
            found: Vec::new(),
            parts: [0; 2],
            causes: Causes::new(choices),
            pay: Pay::of(columns),
            people: People::of(columns),
            about,
            every: Some(rules::LAST_MONTH).filter(|_| about && undated),
            prints: Vec::new(),
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
        self.units.pass(&body.cells);
        if self.heads.cause.is_some_and(|index| self.causes.set_aside(body, place, index)) {
            return Ok(());
        }
        let mut label = None;
        if let Some(index) = self.heads.measure {
            match labels::of(body, index, &self.values) {
                Ok(named) => label = Some(named),
                Err(kind) => {
                    body.aside(place, kind, index, Some("measure"));
                    return Ok(());
                }
            }
        }
        let fault = self.find(body, place, label, settled)?;
        if self.found.is_empty() {
            match fault.unwrap_or((Kind::Missing, self.periods.first().map_or(0, |at| at.first), "absence")) {
                (Kind::Missing, index, expected) => body.aside_missing(place, index, expected),
                (kind, index, expected) => body.aside(place, kind, index, Some(expected)),
            }
            return Ok(());
        }
        if let Some((kind, index, expected)) = fault.filter(|(kind, ..)| *kind != Kind::AmbiguousNumber) {
            body.misfit(place, kind, index, expected);
        }
        self.used += 1;
        for (rows, part) in self.parts.iter_mut().zip([Length::Quarter, Length::Tertial]) {
            *rows += u32::from(self.found.iter().any(|(length, _)| *length == part));
        }
        self.keep(body, place, settled)
    }

    /// Reads what the row says of each month; gives the first fault.
    fn find(&mut self, body: &mut Body, place: Place, label: Option<Label>, settled: bool) -> Result<Option<Fault>, Unsettled> {
        self.found.clear();
        let mut fault: Option<Fault> = None;
        for at in &self.periods {
            let mut row = Row { body, place, settled, about: self.about };
            if at.across.is_some() && row.is_blank(at) {
                continue;
            }
            let dated = || month(row.body, &self.heads, at, self.covered);
            let (month, length) = match self.every.map_or_else(dated, |month| Ok((month, Length::Month))) {
                Ok(month) => month,
                Err((kind, index)) => {
                    fault.get_or_insert((kind, index, if kind == Kind::OutsideRules { "covered_day" } else { "month" }));
                    continue;
                }
            };
            match row.record(at, label, month)? {
                Ok(record) => self.found.push((length, record)),
                Err((Kind::Missing, index)) => {
                    fault.get_or_insert((Kind::Missing, index, if self.about { "number" } else { "absence" }));
                }
                Err((kind, index)) => _ = fault.get_or_insert((kind, index, expected(row.body.columns()[index].meaning))),
            }
        }
        Ok(fault)
    }

    /// Adds what the row itself says to each of its months, and keeps them.
    fn keep(&mut self, body: &mut Body, place: Place, settled: bool) -> Result<(), Unsettled> {
        let unit = self.units.number_of_row(&body.cells, &body.sieve.title);
        let mut row = Row { body, place, settled, about: self.about };
        self.pay.read(|index| row.optional(Some(index)))?;
        let scheduled = self.periods.iter().find_map(|at| at.scheduled_hours);
        let print = if self.about { print(body.rows.row(place)) } else { 0 };
        for (length, mut record) in std::mem::take(&mut self.found) {
            record.unit = unit;
            record.monthly_pay = record.monthly_pay.or(self.pay.on(record.month.first_day(), None));
            record.group = self.people.as_mut().map(|people| people.read(body, place, record.month.first_day()).1).unwrap_or_default();
            if let (Some(hours), Some(of), Some(index)) = (record.hours, record.scheduled_hours, scheduled)
                && hours > of
                && of > Hours::ZERO
            {
                self.above_schedule.get_or_insert_with(|| note_at(body, place, Kind::HoursAboveSchedule, index).count(0)).count += 1;
            }
            match length {
                Length::Month => self.add(record, print),
                _ => (0..length.months()).for_each(|month| self.add(share_of(&record, month, length), print)),
            }
        }
        Ok(())
    }

    fn add(&mut self, record: MonthRecord, print: u32) {
        if self.about {
            self.prints.push(print);
        }
        if self.heads.measure.is_some() {
            let (known, last) = &mut self.open;
            let cell = record.month.number().cast_unsigned() * 16 + as_u32(record.group.index());
            let number = known.number_of_pair(record.unit, cell) as usize;
            if number == last.len() {
                last.push(usize::MAX);
            }
            if self.records.get_mut(last[number]).is_some_and(|earlier| takes_in(earlier, &record)) {
                return;
            }
            last[number] = self.records.len();
        }
        self.records.push(record);
    }

    /// What is asked and noticed once all rows are read.
    pub(super) fn conclude(&mut self, notes: &mut Vec<Note>) -> Names {
        self.causes.ask(self.heads.cause, notes);
        notes.extend(self.above_schedule.take());
        for (rows, kind) in self.parts.into_iter().zip([Kind::QuartersSpread, Kind::TertialsSpread]) {
            if rows > 0 {
                notes.push(Note::new(kind).count(rows));
            }
        }
        let names = self.units.names(notes);
        self.records.iter_mut().for_each(|record| record.unit = names.unit(record.unit));
        if !self.about {
            names.note_blank(self.records.iter().map(|record| record.unit), notes);
            let sums = twice::sums(&self.records, names.units.len());
            let first = sums.first().and_then(|unit| names.units.get(*unit));
            notes.extend(first.map(|name| Note::new(Kind::UnitIsSum).count(as_u32(sums.len())).found(short(name.clone()))));
        }
        names
    }

    /// What a table about units says.
    pub(super) fn about(&self) -> Vec<AboutUnit> {
        let about = |(record, print): (&MonthRecord, &u32)| AboutUnit {
            row: record.row,
            print: *print,
            whom: if self.units.are_named() { Whom::Unit(record.unit) } else { Whom::Everyone },
            month: self.every.is_none().then_some(record.month),
            headcount: record.headcount,
            scheduled_hours: record.scheduled_hours,
            monthly_pay: record.monthly_pay,
        };
        self.records.iter().zip(&self.prints).map(about).collect()
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
    /// The table is about units: no absence is looked for.
    about: bool,
}

impl Row<'_, '_> {
    /// Whether nothing stands in the columns of the month.
    fn is_blank(&self, at: &Columns) -> bool {
        let columns = self.body.columns().iter().enumerate();
        let mut cells = columns.filter(|(_, column)| column.across == at.across).map(|(index, _)| self.body.cell(index));
        cells.all(number::is_nothing)
    }

    /// All that the row says of a month.
    fn record(&mut self, at: &Columns, label: Option<Label>, month: Month) -> Result<Result<MonthRecord, (Kind, usize)>, Unsettled> {
        let mut record = MonthRecord::of(self.place.line, month);
        if let (Some(label), Some(index)) = (label, at.values) {
            let value = match label.value(&self.body.columns()[index], self.body.cell(index)) {
                Ok(Some(value)) if value < 0.0 => Err(Kind::Negative),
                Ok(Some(value)) => Ok(value),
                Ok(None) => Err(Kind::Missing),
                Err(kind) => Err(kind),
            };
            return Ok(match value {
                Ok(value) => {
                    label.put(&mut record, value);
                    Ok(record)
                }
                Err(_) if !self.settled => return Err(Unsettled),
                Err(kind) => Err((kind, index)),
            });
        }
        let told = if self.about { self.told(at)?.map(|()| None) } else { self.absence(at)?.map(Some) };
        let absence = match told {
            Ok(absence) => absence,
            // beside months across, what a unit is may stand alone
            Err((Kind::Missing, index)) if !self.about => {
                let others = [at.scheduled_hours, at.headcount, at.spells, at.sick_pay, at.replacement];
                let is_of_month =
                    |index: &usize| self.body.columns()[*index].across.is_some() && !number::is_nothing(self.body.cell(*index));
                if !others.into_iter().flatten().any(|index| is_of_month(&index)) {
                    return Ok(Err((Kind::Missing, index)));
                }
                None
            }
            Err(fault) => return Ok(Err(fault)),
        };
        record.scheduled_hours = self.optional(at.scheduled_hours)?.map(Hours);
        record.headcount = self.optional(at.headcount)?;
        record.spells = self.optional(at.spells)?;
        record.sick_pay = self.optional(at.sick_pay)?.map(Sek);
        record.replacement = self.optional(at.replacement)?.map(Sek);
        record.sixty_share = self.optional_share(at.sixty_share)?;
        record.monthly_pay = self.optional(at.monthly_pay)?.map(Sek);
        if let Some(absence) = absence {
            record.hours = absence.hours(Span::Total);
            record.short_hours = absence.hours(Span::Short);
            record.long_hours = absence.hours(Span::Long);
            record.sixty_hours = absence.hours(Span::SIXTY);
            record.rate = absence.rate(Span::Total);
            record.short_rate = absence.rate(Span::Short);
            record.long_rate = absence.rate(Span::Long);
            record.sixty_rate = absence.rate(Span::SIXTY);
        }
        Ok(Ok(record))
    }

    /// Whether the row says anything of its unit that can be read.
    fn told(&self, at: &Columns) -> Result<Result<(), (Kind, usize)>, Unsettled> {
        let mut first = (Kind::Missing, at.about.first().copied().unwrap_or(at.first));
        for &index in at.about.iter().rev() {
            match self.absent(index) {
                Ok(Some(_)) => return Ok(Ok(())),
                Ok(None) => {}
                Err(_) if !self.settled => return Err(Unsettled),
                Err(kind) => first = (kind, index),
            }
        }
        Ok(Err(first))
    }

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
        match amount(column, cell)? {
            Some(value) if value < 0.0 => Err(Kind::Negative),
            value => Ok(value),
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
