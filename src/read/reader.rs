//! The way from bytes to records, in steps: bytes come in pieces, rows are read as they come, and nothing of the text is kept.
//!
//! The top of the table and a sample of its rows give the first idea of what the columns mean and how they are written. Where a value
//! far below does not fit it, the bytes are asked for once more: all rows then tell how the columns are written, and in a last pass
//! they are read.

use super::about;
use super::months::MonthRows;
use super::plan::{self, Plan};
use super::preview;
use super::rows::{Body, Sieve};
use super::spells::SpellRows;
use super::table::{Cells, Position, Rows};
use super::text::{Decoder, trim_bytes};
use super::units::Names;
use super::{Choices, Layout, Reading, Records};
use crate::note::{Kind, Note};

/// So many bytes are looked at before anything is decided, unless there are fewer.
const TOP: usize = 512 * 1024;

/// No row is as long as this: a file without line breaks is no table.
const LONGEST_ROW: usize = 4 * 1024 * 1024;

/// No table has so many columns: a sheet of a workbook has 16 384 at most.
const MOST_CELLS: usize = 16_384;

/// A convention found from the sample does not hold for all rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unsettled;

/// Reads one table whose bytes come in pieces.
///
/// ```
/// use barkraft::read::{Choices, Layout, Reader};
///
/// let mut reader = Reader::new(Choices::default());
/// let reading = loop {
///     for piece in ["Fr.o.m.;T.o.m.;Omf\n2024-03-04;2024-", "03-08;50 %\n"] {
///         if !reader.push(piece.as_bytes()) {
///             break; // this pass needs no more
///         }
///     }
///     if reader.end() {
///         break std::iter::repeat_with(|| reader.step(10_000)).find_map(|reading| reading).unwrap();
///     }
/// };
/// assert_eq!(reading.layout, Layout::Spells);
/// assert_eq!((reading.pasted, reading.used), (1, 1));
/// ```
#[derive(Debug)]
pub struct Reader {
    choices: Choices,
    decoder: Decoder,
    /// The bytes turned out not to be UTF-8.
    windows_1252: bool,
    /// Text that has come and has not been read.
    text: Vec<u8>,
    /// So many bytes of the text are passed over: an earlier pass has read the top.
    skip: usize,
    position: Position,
    plan: Option<Plan>,
    task: Task,
}

#[derive(Debug)]
enum Task {
    /// Waits for the top of the table.
    Top,
    /// Sees how all rows are written.
    Tally(Box<Sieve>, Vec<super::convention::Tally>),
    /// Reads the rows.
    Read(Box<Work>),
    /// This pass needs no more; another one follows.
    Again,
    /// All rows are read: brings them together.
    Together(Box<Work>),
    /// What is there is no table.
    Stopped(Kind),
}

/// The rows of a table, as far as they have been read.
#[derive(Debug)]
struct Work {
    sieve: Sieve,
    rows: Kinds,
}

#[derive(Debug)]
#[allow(clippy::large_enum_variant)] // there is one of them
enum Kinds {
    Spells(SpellRows),
    Months(MonthRows),
    /// Of a table that is none we know: all rows are set aside for this reason.
    Aside(Kind),
}

impl Work {
    fn new(plan: &Plan, choices: &Choices) -> Self {
        let unknown = Kinds::Aside(if plan.known { Kind::NoLayout } else { Kind::NoHeading });
        let rows = match plan.layout {
            Layout::Spells | Layout::Days => SpellRows::of(&plan.columns, plan.layout, choices).map_or(unknown, Kinds::Spells),
            Layout::Months | Layout::AboutUnits => Kinds::Months(MonthRows::of(&plan.columns, choices, plan.layout == Layout::AboutUnits)),
            Layout::Unknown => unknown,
        };
        Self { sieve: Sieve::new(&plan.heading, &plan.columns), rows }
    }

    fn take(&mut self, plan: &Plan, rows: Rows<'_>) -> Result<Position, Unsettled> {
        let mut body = Body::new(rows, &plan.heading, &plan.columns, &mut self.sieve);
        match &mut self.rows {
            Kinds::Spells(rows) => rows.take(&mut body, plan.settled)?,
            Kinds::Months(rows) => rows.take(&mut body, plan.settled)?,
            Kinds::Aside(kind) => {
                while let Some(place) = body.next() {
                    body.sieve.log.aside(place.line, *kind, None, None);
                }
            }
        }
        Ok(body.rows.position())
    }
}

impl Reader {
    /// Nothing has come yet.
    #[must_use]
    pub fn new(choices: Choices) -> Self {
        Self {
            choices,
            decoder: Decoder::default(),
            windows_1252: false,
            text: Vec::new(),
            skip: 0,
            position: Position::new(0, 1),
            plan: None,
            task: Task::Top,
        }
    }

    /// Takes the next bytes. False when this pass needs no more of them: [`end`](Self::end) tells how it goes on.
    pub fn push(&mut self, bytes: &[u8]) -> bool {
        self.take(bytes, false);
        !matches!(self.task, Task::Again | Task::Stopped(_))
    }

    /// All bytes have come. True when the rows are read, and [`step`](Self::step) brings them together; false when all bytes have to
    /// be pushed once more, from the first.
    pub fn end(&mut self) -> bool {
        if !matches!(self.task, Task::Again | Task::Stopped(_)) {
            self.take(&[], true);
        }
        let plan = self.plan.as_mut();
        self.task = match (std::mem::replace(&mut self.task, Task::Again), plan) {
            (Task::Read(work), Some(_)) => Task::Together(work),
            (Task::Tally(_, tallies), Some(plan)) => {
                plan.settle_by(&tallies, true);
                Task::Read(Box::new(Work::new(plan, &self.choices)))
            }
            // what a sample stands behind does not hold
            (Task::Again, Some(plan)) => Task::Tally(Box::new(Sieve::new(&plan.heading, &plan.columns)), plan.no_tallies()),
            (Task::Stopped(kind), _) => Task::Stopped(kind),
            _ => Task::Top,
        };
        if matches!(self.task, Task::Together(_) | Task::Stopped(_)) {
            return true;
        }
        self.decoder = if self.windows_1252 { Decoder::windows_1252() } else { Decoder::default() };
        self.text.clear();
        let (offset, line) = self.plan.as_ref().map_or((0, 1), |plan| plan.body);
        self.skip = offset;
        self.position = Position::new(0, line);
        false
    }

    /// Brings together what was read, about so many rows at a time. The reading, once all is done.
    pub fn step(&mut self, rows: usize) -> Option<Reading> {
        match &mut self.task {
            Task::Stopped(kind) => Some(Reading { notes: vec![Note::new(*kind)], ..Reading::none() }),
            Task::Together(work) => {
                if let Kinds::Spells(spells) = &mut work.rows
                    && !spells.bring_together(&mut work.sieve.log, rows)
                {
                    return None;
                }
                let Task::Together(work) = std::mem::replace(&mut self.task, Task::Again) else { return None };
                Some(conclude(*work, self.plan.take()?))
            }
            _ => None,
        }
    }

    fn take(&mut self, bytes: &[u8], ends: bool) {
        if self.decoder.decode(bytes, ends, &mut self.text).is_err() {
            self.windows_1252 = true;
            self.plan = None;
            self.task = Task::Again;
            return;
        }
        let skipped = self.skip.min(self.text.len());
        self.skip -= skipped;
        self.text.drain(..skipped);
        if matches!(self.task, Task::Top) && (ends || self.text.len() >= TOP) {
            self.look_at_top(ends);
            if !ends && self.plan.is_some() {
                return; // what is to be read has been found: that was enough for one step
            }
        }
        self.read_on(ends);
        if self.text.len() > LONGEST_ROW {
            self.task = Task::Stopped(Kind::EndlessRow);
        }
    }

    /// Makes the plan, from what has come.
    fn look_at_top(&mut self, ends: bool) {
        if self.text[..self.text.len().min(TOP)].contains(&0) {
            self.task = Task::Stopped(Kind::NotText);
            return;
        }
        if ends && trim_bytes(&self.text).is_empty() {
            self.task = Task::Stopped(Kind::Empty);
            return;
        }
        let rows = Rows::of(&self.text, ends);
        let mut cells = Cells::default();
        let mut ahead = rows.clone();
        let widest = (0..plan::SAMPLE).map_while(|_| ahead.next_into(&mut cells).map(|_| cells.len())).max();
        match widest {
            // nothing but `sep=;`
            None if ends => {
                self.task = Task::Stopped(Kind::Empty);
                return;
            }
            None => return, // the first row is not all there
            Some(MOST_CELLS..) => {
                self.task = Task::Stopped(Kind::TooWide);
                return;
            }
            Some(_) => {}
        }
        let (plan, position) = plan::make(rows, ends, &self.choices);
        self.position = position;
        self.task = if plan.is_open() {
            Task::Tally(Box::new(Sieve::new(&plan.heading, &plan.columns)), plan.no_tallies())
        } else {
            Task::Read(Box::new(Work::new(&plan, &self.choices)))
        };
        self.plan = Some(plan);
    }

    /// Reads the rows that have come, and lets go of their text.
    fn read_on(&mut self, ends: bool) {
        let Some(plan) = &self.plan else { return };
        let rows = Rows::from(&self.text, plan.delimiter, self.position, ends);
        let position = match &mut self.task {
            Task::Tally(sieve, tallies) => {
                let mut body = Body::new(rows, &plan.heading, &plan.columns, sieve);
                plan::tally(&mut body, tallies, usize::MAX);
                Ok(body.rows.position())
            }
            Task::Read(work) => work.take(plan, rows),
            _ => return,
        };
        let Ok(position) = position else {
            self.task = Task::Again;
            return;
        };
        self.text.drain(..position.at);
        self.position = position.after(position.at);
    }
}

/// Reads pasted text, or the bytes of a text file, at once.
///
/// ```
/// use barkraft::read::{Choices, Layout, read};
/// let reading = read("Fr.o.m.;T.o.m.;Omf\n2024-03-04;2024-03-08;50 %\n".as_bytes(), &Choices::default());
/// assert_eq!(reading.layout, Layout::Spells);
/// assert_eq!((reading.pasted, reading.used), (1, 1));
/// ```
#[must_use]
pub fn read(bytes: &[u8], choices: &Choices) -> Reading {
    let mut reader = Reader::new(choices.clone());
    loop {
        bytes.chunks(TOP).all(|piece| reader.push(piece));
        if reader.end() {
            break;
        }
    }
    loop {
        if let Some(reading) = reader.step(usize::MAX) {
            return reading;
        }
    }
}

/// All that came of the rows.
fn conclude(work: Work, plan: Plan) -> Reading {
    let Work { mut sieve, mut rows } = work;
    let mut notes = plan.notes;
    notes.extend(plan.questions);
    plan::note_absent(&plan.columns, plan.layout, &mut notes);
    let (mut used, mut names) = (0, Names::default());
    match &mut rows {
        Kinds::Spells(rows) => {
            used = rows.used;
            names = rows.conclude(&plan.columns, plan.filter.as_deref(), &mut notes);
            if rows.tells_people() {
                rows.records.people = rows.people.prints();
            }
        }
        Kinds::Months(rows) => {
            used = rows.used;
            names = rows.conclude(&mut notes);
        }
        Kinds::Aside(_) => {}
    }
    let (checks, note) = sieve.check_totals(&plan.columns);
    notes.extend(note);
    notes.extend(sieve.log.notes());
    if used == 0 && plan.layout != Layout::Unknown {
        notes.push(Note::new(Kind::NoRows));
    }
    let number = |cell: &str| match &rows {
        Kinds::Spells(rows) => rows.people.known(cell.as_bytes()),
        _ => None,
    };
    let preview = preview::of(&plan.first_rows, &plan.columns, number);
    let misfits = |index: usize| sieve.log.misfits.get(index).map_or(0, |misfits| misfits.count);
    let column = |(index, column): (usize, super::columns::Column)| {
        let extremes = match &rows {
            Kinds::Spells(rows) => rows.extremes(column.meaning),
            Kinds::Months(rows) => rows.extremes(column.meaning),
            Kinds::Aside(_) => super::Extremes::default(),
        };
        column.reading(misfits(index), extremes)
    };
    let crosstab = matches!(plan.layout, Layout::Months | Layout::AboutUnits) && plan.columns.iter().any(|column| column.across.is_some());
    let columns = plan.columns.into_iter().enumerate().map(column).collect();
    let set_aside = sieve.log.set_aside;
    let is_about = plan.layout == Layout::AboutUnits;
    let own = if let (Kinds::Months(rows), true) = (&rows, is_about) { rows.about() } else { Vec::new() };
    let mut reading = Reading {
        layout: plan.layout,
        crosstab,
        delimiter: plan.delimiter,
        heading_row: plan.line,
        columns,
        records: match rows {
            Kinds::Spells(rows) => Records::Spells(rows.records),
            Kinds::Months(rows) if !is_about => Records::Months(rows.records),
            Kinds::Months(_) | Kinds::Aside(_) => Records::None,
        },
        about: own,
        units: names.units,
        departments: names.departments,
        department_of: names.department_of,
        pasted: super::layout::as_u32(used + set_aside.len()),
        used: super::layout::as_u32(used),
        set_aside,
        preview,
        checks,
        notes,
        parts: Vec::new(),
    };
    if is_about {
        about::settle(&mut reading);
    }
    reading
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
