//! The way from bytes to records, step by step.

use super::columns::{self, Column};
use super::convention::{self, Tally};
use super::headings;
use super::layout::{self, as_u32};
use super::meaning::{Content, Meaning};
use super::rows::Body;
use super::table::Rows;
use super::text::{decode, shown, trim};
use super::top::{self, Top};
use super::{Choices, DateForm, Layout, Reading, Records, months, spells};
use crate::note::{Kind, Note};

/// So many rows from the top give the first idea of what the columns mean and how they are written.
const SAMPLE: usize = 1000;

/// A convention found from the sample does not hold for all rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unsettled;

/// Reads pasted text, or the bytes of a text file.
///
/// ```
/// use barkraft::read::{Choices, Layout, read};
/// let reading = read("Fr.o.m.;T.o.m.;Omf\n2024-03-04;2024-03-08;50 %\n".as_bytes(), &Choices::default());
/// assert_eq!(reading.layout, Layout::Spells);
/// assert_eq!((reading.pasted, reading.used), (1, 1));
/// ```
#[must_use]
pub fn read(bytes: &[u8], choices: &Choices) -> Reading {
    let text = decode(bytes);
    if trim(&text).is_empty() {
        return nothing();
    }
    let rows = Rows::of(&text);
    let delimiter = rows.delimiter();
    let top = top::find(rows);
    let sample = sample(top.body.clone());
    let width = top::width(&top.heading, &sample);
    let mut heading = top.heading.clone();
    heading.resize(width, "");

    let mut notes = Vec::new();
    if let Some((line, title, count)) = &top.titles {
        notes.push(Note::new(Kind::NotData).row(*line).found(shown(title)).count(*count));
    }
    let mut columns = columns::of(&heading, &sample, choices);
    let titles = top.titles.as_ref().map_or("", |(_, text, _)| text);
    let units = sample.first().filter(|row| is_units(row)).map(Vec::as_slice);
    let layout = layout::decide(&mut columns, titles, units, &mut notes);
    if layout == Layout::Unknown && !top.known {
        notes.retain(|note| note.kind != Kind::NoLayout);
        notes.push(Note::new(Kind::NoHeading));
    }

    let (outcome, settling) = records(&top, &heading, &mut columns, layout, choices, sample.len() < SAMPLE);
    notes.extend(settling);
    layout::note_unused(&columns, layout, &mut notes);
    note_absent(&columns, layout, &mut notes);
    notes.extend(outcome.notes);
    let used = match &outcome.records {
        Records::Spells(spells) => spells.rows.len(),
        Records::Months(months) => months.len(),
        Records::None => 0,
    };
    if used == 0 && layout != Layout::Unknown {
        notes.push(Note::new(Kind::NoRows));
    }
    let misfits = |index: usize| outcome.misfits.get(index).copied().unwrap_or(0);
    Reading {
        layout,
        delimiter,
        heading_row: top.line,
        columns: columns.into_iter().enumerate().map(|(index, column)| column.reading(misfits(index))).collect(),
        records: outcome.records,
        units: outcome.units,
        pasted: as_u32(used + outcome.set_aside.len()),
        used: as_u32(used),
        set_aside: outcome.set_aside,
        notes,
    }
}

fn nothing() -> Reading {
    Reading {
        layout: Layout::Unknown,
        delimiter: b'\t',
        heading_row: 0,
        columns: Vec::new(),
        records: Records::None,
        units: vec![String::new()],
        pasted: 0,
        used: 0,
        set_aside: Vec::new(),
        notes: vec![Note::new(Kind::Empty)],
    }
}

/// The first rows that are not blank.
fn sample(mut rows: Rows<'_>) -> Vec<Vec<&str>> {
    let mut sample = Vec::new();
    let mut cells = Vec::new();
    while sample.len() < SAMPLE && rows.next_into(&mut cells).is_some() {
        if cells.iter().any(|cell| !trim(cell).is_empty()) {
            sample.push(cells.clone());
        }
    }
    sample
}

fn is_units(row: &[&str]) -> bool {
    row.iter().filter(|cell| !trim(cell).is_empty()).all(|cell| headings::is_unit_of_measure(cell))
}

/// What came of the rows.
struct Outcome {
    records: Records,
    units: Vec<String>,
    set_aside: Vec<super::SetAside>,
    misfits: Vec<u32>,
    notes: Vec<Note>,
}

/// Settles how the columns are written, and reads the rows: by the sample first; where that does not hold, by all rows.
fn records(top: &Top, heading: &[&str], columns: &mut [Column], layout: Layout, choices: &Choices, whole: bool) -> (Outcome, Vec<Note>) {
    let mut settled = whole;
    loop {
        let limit = if settled { usize::MAX } else { SAMPLE };
        let tallies = tallies(top, heading, columns, limit);
        convention::settle(columns, &tallies);
        let open = |(column, tally): (&Column, &Tally)| column.ambiguous || can_be_blank(column) && tally.filled == 0;
        if !settled && columns.iter().zip(&tallies).any(open) {
            settled = true;
            continue;
        }
        if settled {
            leave_blank(columns, &tallies);
        }
        match attempt(top, heading, columns, layout, choices, settled) {
            Ok(outcome) => return (outcome, questions(columns, &tallies)),
            Err(Unsettled) => settled = true,
        }
    }
}

/// How the cells of each column are written, in the rows that are data.
fn tallies(top: &Top, heading: &[&str], columns: &[Column], limit: usize) -> Vec<Tally> {
    let mut tallies = vec![Tally::default(); columns.len()];
    let mut body = Body::new(top.body.clone(), heading, columns);
    let mut rows = 0;
    while rows < limit && body.next().is_some() {
        rows += 1;
        for ((tally, column), cell) in tallies.iter_mut().zip(columns).zip(&body.cells) {
            if column.meaning != Meaning::Ignore {
                tally.see(column, cell);
            }
        }
    }
    tallies
}

/// A column of these that is blank all the way down is as good as none.
fn can_be_blank(column: &Column) -> bool {
    !column.chosen && matches!(column.meaning, Meaning::Extent | Meaning::Cause | Meaning::Employee)
}

fn leave_blank(columns: &mut [Column], tallies: &[Tally]) {
    for (column, tally) in columns.iter_mut().zip(tallies) {
        if can_be_blank(column) && tally.filled == 0 {
            column.meaning = Meaning::Ignore;
        }
    }
}

fn attempt(
    top: &Top,
    heading: &[&str],
    columns: &[Column],
    layout: Layout,
    choices: &Choices,
    settled: bool,
) -> Result<Outcome, Unsettled> {
    let mut body = Body::new(top.body.clone(), heading, columns);
    let mut notes = Vec::new();
    let (records, units) = match layout {
        Layout::Spells | Layout::Days => {
            let (spells, units) = spells::read(&mut body, layout, choices, settled, &mut notes)?;
            (Records::Spells(spells), units)
        }
        Layout::Months => {
            let (months, units) = months::read(&mut body, choices, settled, &mut notes)?;
            (Records::Months(months), units)
        }
        Layout::Unknown => {
            let kind = if top.known { Kind::NoLayout } else { Kind::NoHeading };
            while let Some(place) = body.next() {
                body.log.aside(place.line, kind, None, None);
            }
            (Records::None, vec![String::new()])
        }
    };
    notes.extend(body.log.notes());
    let misfits = body.log.misfits.iter().map(|misfits| misfits.count).collect();
    Ok(Outcome { records, units, set_aside: body.log.set_aside, misfits, notes })
}

/// What the user is asked, or told, about how columns are written.
fn questions(columns: &[Column], tallies: &[Tally]) -> Vec<Note> {
    let about = |(index, (column, tally)): (usize, (&Column, &Tally))| {
        let dated = column.meaning.content() == Content::Date;
        let kind = match (column.ambiguous, column.date) {
            (true, _) if dated => Kind::AmbiguousDate,
            (true, _) => Kind::AmbiguousNumber,
            (false, Some(DateForm::MonthFirst)) if dated && column.date_chosen.is_none() => Kind::MonthFirst,
            _ => return None,
        };
        let note = Note::new(kind).column(as_u32(index));
        Some(match &tally.example {
            Some(example) if !column.private => note.found(example.clone()),
            _ => note,
        })
    };
    columns.iter().zip(tallies).enumerate().filter_map(about).collect()
}

/// What a table of spells can do without, but not without a word.
fn note_absent(columns: &[Column], layout: Layout, notes: &mut Vec<Note>) {
    if !matches!(layout, Layout::Spells | Layout::Days) {
        return;
    }
    for (meaning, kind) in [(Meaning::Employee, Kind::NoEmployee), (Meaning::Extent, Kind::NoExtent), (Meaning::Cause, Kind::NoCause)] {
        if columns.iter().all(|column| column.meaning != meaning) {
            notes.push(Note::new(kind));
        }
    }
}
