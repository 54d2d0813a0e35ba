//! What is to be read and how, found from the top of the table and a sample of its rows.

use super::columns::{self, Column};
use super::convention::{self, Tally};
use super::layout::{self, as_u32};
use super::meaning::{Content, Meaning};
use super::rows::{Body, Sieve};
use super::table::{Cells, Position, Rows};
use super::text::shown;
use super::{Choices, DateForm, Layout, filter, group, headings, preview, top, units};
use crate::note::{Kind, Note};

/// So many rows from the top give the first idea of what the columns mean and how they are written.
pub(super) const SAMPLE: usize = 1000;

/// What is to be read and how.
#[derive(Debug)]
pub(super) struct Plan {
    pub delimiter: u8,
    /// The cells of the heading row, one for each column.
    pub heading: Vec<String>,
    /// Its line; 0 where the table has none.
    pub line: u32,
    /// It names headings that we know.
    pub known: bool,
    pub columns: Vec<Column>,
    pub layout: Layout,
    /// All rows stand behind the conventions, and not only a sample.
    pub settled: bool,
    /// What was noticed about the table as a whole.
    pub notes: Vec<Note>,
    /// What the user is asked, or told, about how columns are written.
    pub questions: Vec<Note>,
    /// What a title or heading says of a filter of long spells.
    pub filter: Option<String>,
    /// The first rows, for the preview: line and cells.
    pub first_rows: Vec<(u32, Vec<String>)>,
    /// Where the rows begin: how many bytes of the text lie before them, and their line.
    pub body: (usize, u32),
    /// The sample leaves open how a column is written.
    open: bool,
}

/// The plan for a table whose first rows are at hand, all of them if the text `ends`; and where its rows begin.
pub(super) fn make(rows: Rows<'_>, ends: bool, choices: &Choices) -> (Plan, Position) {
    let delimiter = rows.delimiter();
    let top = top::find(rows);
    let sample = sample(top.body.clone());
    let width = top::width(&top.names, &sample);
    let mut headings: Vec<&str> = top.heading.clone();
    headings.resize(width, "");
    let mut names: Vec<&str> = top.names.iter().map(String::as_str).collect();
    names.resize(width, "");

    let mut notes = Vec::new();
    if let Some((line, title, count)) = &top.titles {
        notes.push(Note::new(Kind::NotData).row(*line).found(shown(title)).count(*count));
    }
    let mut columns = columns::of(&names, &sample, choices);
    units::find_levels(&mut columns, &sample);
    group::mark_divided(&mut columns, &sample);
    let titles = top.titles.as_ref().map_or("", |(_, text, _)| text);
    let units = sample.first().filter(|row| is_units(row)).map(Vec::as_slice);
    let layout = layout::decide(&mut columns, titles, units, &mut notes);
    if layout == Layout::Unknown && !top.known {
        notes.retain(|note| note.kind != Kind::NoLayout);
        notes.push(Note::new(Kind::NoHeading));
    }
    let position = top.body.position();
    let mut plan = Plan {
        delimiter,
        heading: headings.into_iter().map(Into::into).collect(),
        line: top.line,
        known: top.known,
        columns,
        layout,
        settled: false,
        notes,
        questions: Vec::new(),
        filter: filter::words(titles, &names).filter(|_| layout == Layout::Spells),
        first_rows: first_rows(top.body.clone()),
        body: (position.at, position.line),
        open: false,
    };
    let mut tallies = plan.no_tallies();
    let mut sieve = Sieve::new(&plan.heading, &plan.columns);
    tally(&mut Body::new(top.body, &plan.heading, &plan.columns, &mut sieve), &mut tallies, SAMPLE);
    plan.settle_by(&tallies, ends && sample.len() < SAMPLE);
    (plan, position)
}

impl Plan {
    /// Whether all rows have to tell how a column is written, as the sample does not.
    pub(super) const fn is_open(&self) -> bool {
        self.open
    }

    pub(super) fn no_tallies(&self) -> Vec<Tally> {
        vec![Tally::default(); self.columns.len()]
    }

    /// Decides how the columns are written, by the rows seen: `all` of them, or a sample.
    pub(super) fn settle_by(&mut self, tallies: &[Tally], all: bool) {
        convention::settle(&mut self.columns, tallies);
        let open = |(column, tally): (&Column, &Tally)| column.ambiguous || can_be_blank(column) && tally.filled == 0;
        self.open = !all && self.columns.iter().zip(tallies).any(open);
        self.settled = all;
        if all {
            leave_blank(&mut self.columns, tallies);
        }
        self.questions = questions(&self.columns, tallies);
        layout::note_unused(&self.columns, self.layout, &mut self.questions);
    }
}

/// The first rows that are not blank.
fn sample(mut rows: Rows<'_>) -> Vec<Vec<&str>> {
    let mut sample = Vec::new();
    let mut cells = Cells::default();
    while sample.len() < SAMPLE && rows.next_into(&mut cells).is_some() {
        if cells.filled_from(0).is_some() {
            sample.push(cells.texts().collect());
        }
    }
    sample
}

fn first_rows(mut rows: Rows<'_>) -> Vec<(u32, Vec<String>)> {
    let mut cells = Cells::default();
    let mut first = Vec::new();
    while first.len() < preview::ROWS
        && let Some(place) = rows.next_into(&mut cells)
    {
        if cells.filled_from(0).is_some() {
            first.push((place.line, cells.texts().map(Into::into).collect()));
        }
    }
    first
}

fn is_units(row: &[&str]) -> bool {
    row.iter().filter(|cell| !cell.is_empty()).all(|cell| headings::is_unit_of_measure(cell))
}

/// Sees how the rows that have come are written, at most so many of them.
pub(super) fn tally(body: &mut Body, tallies: &mut [Tally], limit: usize) {
    let columns = body.columns();
    let mut rows = 0;
    while rows < limit && body.next().is_some() {
        rows += 1;
        for ((tally, column), cell) in tallies.iter_mut().zip(columns).zip(body.cells.texts()) {
            tally.see(column, cell);
        }
    }
}

/// A column of these that is blank all the way down is as good as none.
fn can_be_blank(column: &Column) -> bool {
    !column.chosen && matches!(column.meaning, Meaning::Extent | Meaning::Cause | Meaning::Employee | Meaning::Department)
}

fn leave_blank(columns: &mut [Column], tallies: &[Tally]) {
    for (column, tally) in columns.iter_mut().zip(tallies) {
        if can_be_blank(column) && tally.filled == 0 {
            column.meaning = Meaning::Ignore;
        }
    }
}

/// What the user is asked, or told, about how columns are written.
fn questions(columns: &[Column], tallies: &[Tally]) -> Vec<Note> {
    let about = |(index, (column, tally)): (usize, (&Column, &Tally))| {
        let dated = column.meaning.content() == Content::Date;
        let (kind, example, count) = match (column.ambiguous, column.date) {
            (true, _) if dated => (Kind::AmbiguousDate, &tally.example, tally.undecided),
            (true, _) => (Kind::AmbiguousNumber, &tally.example, tally.undecided),
            (false, Some(DateForm::MonthFirst)) if dated && column.date_chosen.is_none() => {
                (Kind::MonthFirst, &tally.month_first_example, tally.filled)
            }
            _ => return None,
        };
        let note = Note::new(kind).column(as_u32(index)).count(count);
        Some(match example {
            Some(example) if !column.private => note.found(example.clone()),
            _ => note,
        })
    };
    let mut questions: Vec<Note> = Vec::new();
    for (index, pair) in columns.iter().zip(tallies).enumerate() {
        // what is answered for one month of a crosstab is answered for all
        let asked = |other: &Column| other.across.is_some() && other.meaning == pair.0.meaning && other.ambiguous;
        let again = pair.0.across.is_some() && pair.0.ambiguous && columns[..index].iter().any(asked);
        questions.extend(about((index, pair)).filter(|_| !again));
    }
    questions
}

/// What a table of spells can do without, but not without a word.
pub(super) fn note_absent(columns: &[Column], layout: Layout, notes: &mut Vec<Note>) {
    if !matches!(layout, Layout::Spells | Layout::Days) {
        return;
    }
    for (meaning, kind) in [(Meaning::Employee, Kind::NoEmployee), (Meaning::Extent, Kind::NoExtent), (Meaning::Cause, Kind::NoCause)] {
        if columns.iter().all(|column| column.meaning != meaning) {
            notes.push(Note::new(kind));
        }
    }
}
