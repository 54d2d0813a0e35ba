//! The rows below the heading: those that are no data are set aside on the way, the others are handed out one by one.

use super::amount::amount;
use super::columns::Column;
use super::headings;
use super::layout::{self, as_u32};
use super::number;
use super::table::{Cells, Place, Rows};
use super::text::shown;
use super::top;
use super::totals::{Near, Sum, is_total, sum_named};
use super::{Meaning, SetAside, SumCheck, group};
use crate::note::{Kind, Note};

/// Cells of one column that could not be read.
#[derive(Debug, Clone, Default)]
pub(super) struct Misfits {
    pub count: u32,
    /// For those that cost only the cell and not its row: of each kind the first, and how many they are.
    cells: Vec<Note>,
}

/// What has been set aside, and what else was noticed row by row.
#[derive(Debug, Default)]
pub(super) struct Log {
    pub set_aside: Vec<SetAside>,
    pub misfits: Vec<Misfits>,
}

impl Log {
    /// Sets a row aside because of a cell (or of the whole row).
    pub(super) fn aside(&mut self, row: u32, kind: Kind, cell: Option<(usize, &Column, &str)>, expected: Option<&'static str>) {
        let found = cell.filter(|(_, column, _)| !column.private).map(|(.., cell)| shown(cell));
        self.set_aside.push(SetAside {
            row,
            kind,
            column: cell.map(|(index, ..)| as_u32(index)),
            found: found.filter(|found| !found.is_empty()).map(Into::into),
            expected,
        });
        if let (Kind::NotADate | Kind::NotAMonth | Kind::NotANumber, Some((index, ..))) = (kind, cell) {
            self.misfit(index);
        }
    }

    fn misfit(&mut self, index: usize) -> &mut Misfits {
        if self.misfits.len() <= index {
            self.misfits.resize_with(index + 1, Misfits::default);
        }
        let misfits = &mut self.misfits[index];
        misfits.count += 1;
        misfits
    }

    /// Counts a cell that could not be read, its row being used all the same.
    pub(super) fn cell(&mut self, row: u32, kind: Kind, (index, column, cell): (usize, &Column, &str), expected: &'static str) {
        let cells = &mut self.misfit(index).cells;
        if let Some(note) = cells.iter_mut().find(|note| note.kind == kind) {
            note.count += 1;
            return;
        }
        let note = Note::new(kind).row(row).column(as_u32(index)).expected(expected);
        cells.push(if column.private { note } else { note.found(shown(cell)) });
    }

    /// Notes for the columns with cells that could not be read.
    pub(super) fn notes(&mut self) -> impl Iterator<Item = Note> + '_ {
        self.misfits.iter_mut().flat_map(|misfits| misfits.cells.drain(..))
    }
}

/// A total row, to be checked once all is read.
#[derive(Debug)]
struct Total {
    row: u32,
    cell: String,
    /// Whether another total or subtotal stands above it.
    not_first: bool,
    /// What had been added up when it came.
    sum: RunningSum,
}

/// A column whose sum a total row may tell.
#[derive(Debug)]
struct Summed {
    index: usize,
    sum: RunningSum,
    total: Option<Total>,
}

/// Whether a total row tells the sum of such values: not of shares and pay, nor of people and spells, who are there in several rows.
const fn adds_up(meaning: Meaning) -> bool {
    use Meaning::{Days, Hours, LongDays, LongHours, Replacement, ScheduledHours, ShortDays, ShortHours, SickPay, SixtyDays, SixtyHours};
    matches!(
        meaning,
        Hours | ShortHours | LongHours | SixtyHours | Days | ShortDays | LongDays | SixtyDays | ScheduledHours | SickPay | Replacement
    )
}

/// The sum of a column that a total row tells: of all rows, used or not, for the total was drawn up over all of them.
#[derive(Debug, Clone, Copy, Default)]
struct RunningSum {
    all: f64,
    /// Since the last total or subtotal.
    since: f64,
    rows: u32,
    /// Whether any of them has decimals.
    decimals: bool,
}

/// Tells rows that are data from those that are not, and keeps account of the latter.
#[derive(Debug, Default)]
#[allow(clippy::struct_excessive_bools)] // each is a fact of its own about the table
pub(super) struct Sieve {
    /// Columns in which a total may be named, in a few words.
    labels: Vec<usize>,
    /// Further columns of a table of sums (of posts, say) in which the word alone names a total.
    groups: Vec<usize>,
    has_departments: bool,
    /// Columns of sex and age whose rows about all of them sum up others.
    divided: Vec<usize>,
    /// The others of them: a table may have no rows but those about all.
    undivided: Vec<usize>,
    /// Whether a lone cell is a title: there is more than one column.
    wide: bool,
    /// A row has been met.
    begun: bool,
    /// Rows that may be data.
    handed_out: u32,
    /// Another table has begun, with headings of its own.
    another: bool,
    blanks: Vec<u32>,
    /// What stood in the last row that was a title among the rows.
    pub title: String,
    /// The column that says what the rows measure: `Total sjukfrånvaro` sums up no rows there.
    measure: Option<usize>,
    pub log: Log,
    /// The columns whose sums a total row may tell.
    summed: Vec<Summed>,
    any_sum: bool,
}

impl Sieve {
    pub(super) fn new(heading: &[String], columns: &[Column]) -> Self {
        let at = |meanings: &[Meaning]| columns.iter().position(|column| meanings.contains(&column.meaning));
        let sums = at(&[Meaning::Month, Meaning::MonthOfYear]).is_some();
        let all = |is: &dyn Fn(&Column) -> bool| (0..columns.len()).filter(|&index| sums && is(&columns[index])).collect();
        let of_groups = |column: &Column| matches!(column.meaning, Meaning::Sex | Meaning::Age);
        // numbers of employees add up over units, and not over months
        let heads = !sums && layout::is_about(columns);
        let labels =
            [&[Meaning::Unit] as &[_], &[Meaning::Department], &[Meaning::Employee], &[Meaning::Month, Meaning::From, Meaning::Date]];
        Self {
            labels: labels.into_iter().filter_map(at).collect(),
            groups: all(&|column| column.meaning == Meaning::Ignore),
            has_departments: at(&[Meaning::Department]).is_some(),
            undivided: all(&|column| of_groups(column) && !column.divided),
            divided: all(&|column| column.divided),
            wide: heading.iter().filter(|cell| !cell.is_empty()).count() > 1,
            measure: at(&[Meaning::Measure]),
            summed: (0..columns.len())
                .filter(|&index| adds_up(columns[index].meaning) || heads && columns[index].meaning == Meaning::Headcount)
                .map(|index| Summed { index, sum: RunningSum::default(), total: None })
                .collect(),
            ..Self::default()
        }
    }

    /// Whether the last total row agrees with the rows above it, in each column that it tells the sum of; and a note of the first that
    /// does not, else of the first that does.
    pub(super) fn check_totals(&self, columns: &[Column]) -> (Vec<SumCheck>, Option<Note>) {
        let mut told: Option<Note> = None;
        // rows of no month may be sums of those below them, as in a summary
        let subtotals = self.log.set_aside.iter().any(|row| row.kind == Kind::NotAMonth);
        let checks = self.summed.iter().filter_map(|summed| {
            let (check, note) = summed.check(columns).filter(|(check, _)| check.agrees || !subtotals)?;
            if told.as_ref().is_none_or(|told| told.kind == Kind::TotalAgrees && !check.agrees) {
                told = Some(note);
            }
            Some(check)
        });
        (checks.collect(), told)
    }
}

impl Summed {
    /// Whether the total, if it stands below all other rows, agrees with their sum.
    fn check(&self, columns: &[Column]) -> Option<(SumCheck, Note)> {
        let (total, column) = (self.total.as_ref()?, columns.get(self.index)?);
        let value = amount(column, &total.cell).ok()??;
        let RunningSum { all, since, rows, decimals } = total.sum;
        // each row may have been rounded on its own, to a thousand where it is told in thousands: a few rows by half a digit each, many
        // by no more than four standard deviations of that
        let digit = if decimals { 0.1 } else { 1.0 };
        let rounded = digit * (0.5 * f64::from(rows)).min(1.2 * f64::from(rows).sqrt()) * column.factor;
        let people = column.meaning == Meaning::Headcount; // there are no halves of them to round
        let tolerance = if people { 0.01 } else { rounded.min(0.002 * all.abs()) + 0.5 * digit * column.factor };
        let agrees = |sum: f64| (value - sum).abs() <= tolerance;
        let below = self.sum.rows > rows;
        if below || rows == 0 || total.not_first && agrees(since) && !agrees(all) {
            return None; // a part of the rows
        }
        let kind = if agrees(all) { Kind::TotalAgrees } else { Kind::TotalDiffers };
        let check = SumCheck { row: total.row, column: as_u32(self.index), stated: value, summed: all, agrees: agrees(all) };
        Some((check, Note::new(kind).row(total.row).column(as_u32(self.index)).found(shown(&total.cell))))
    }
}

/// The rows below the heading, as far as they have come.
pub(super) struct Body<'a> {
    pub rows: Rows<'a>,
    columns: &'a [Column],
    /// The cells of the present row.
    pub cells: Cells<'a>,
    heading: &'a [String],
    pub sieve: &'a mut Sieve,
}

impl<'a> Body<'a> {
    pub(super) fn new(rows: Rows<'a>, heading: &'a [String], columns: &'a [Column], sieve: &'a mut Sieve) -> Self {
        Self { rows, cells: Cells::default(), columns, heading, sieve }
    }

    pub(super) fn columns(&self) -> &'a [Column] {
        self.columns
    }

    /// The next row that may be data. All others are set aside; blank rows at the end do not count.
    pub(super) fn next(&mut self) -> Option<Place> {
        loop {
            let place = self.rows.next_into(&mut self.cells)?;
            let Some(first) = self.cells.filled_from(0) else {
                self.sieve.blanks.push(place.line);
                continue;
            };
            if !self.sieve.blanks.is_empty() {
                self.note_blanks();
            }
            let no_data = self.is_no_data(place, first);
            self.sieve.begun = true;
            if !no_data {
                self.add_up();
                self.sieve.handed_out += 1;
                return Some(place);
            }
        }
    }

    #[cold]
    fn note_blanks(&mut self) {
        for row in self.sieve.blanks.drain(..) {
            self.sieve.log.aside(row, Kind::BlankRow, None, None);
        }
    }

    fn add_up(&mut self) {
        for Summed { index, sum, .. } in &mut self.sieve.summed {
            if let Ok(Some(value)) = amount(&self.columns[*index], self.cells.text(*index)) {
                let decimals = sum.decimals || (value / self.columns[*index].factor).fract().abs() > 0.0;
                *sum = RunningSum { all: sum.all + value, since: sum.since + value, rows: sum.rows + 1, decimals };
            }
        }
    }

    /// Sets the row aside if it is no data.
    fn is_no_data(&mut self, place: Place, first: usize) -> bool {
        if self.sieve.another {
            self.sieve.log.aside(place.line, Kind::OtherTable, None, None);
            return true;
        }
        if let Some((index, sum)) = self.sums_up(first) {
            self.note_total(place, sum);
            self.aside(place, Kind::TotalRow, index, None);
            return true;
        }
        if self.repeats_heading(first) {
            self.sieve.log.aside(place.line, Kind::RepeatedHeading, None, None);
            return true;
        }
        let lone = self.sieve.wide && self.cells.filled_from(first + 1).is_none();
        if lone && !self.cell(first).starts_with(|char: char| char.is_ascii_digit()) || !self.sieve.begun && self.holds_units() {
            if lone && self.sieve.measure.is_some() {
                self.cell(first).clone_into(&mut self.sieve.title);
            }
            self.aside(place, Kind::NotData, first, None);
            return true;
        }
        if self.cells.filled_from(self.columns.len()).is_some() {
            // a delimiter inside a cell has moved the cells behind it
            self.sieve.log.aside(place.line, Kind::Ragged, None, Some("cells"));
            return true;
        }
        false
    }

    /// The cell that says that the row sums up others. This is asked of every row: nearly always no cell comes near it.
    #[inline]
    fn sums_up(&self, first: usize) -> Option<(usize, Sum)> {
        let Sieve { labels, groups, divided, .. } = &*self.sieve;
        let near = |index: usize| Near::to(self.cells.bytes(index)).is_some();
        let label = |index: &usize| *index != first && near(*index);
        let may = near(first) || labels.iter().any(label) || !groups.is_empty() || !divided.is_empty();
        if may { self.find_sum(first) } else { None }
    }

    #[cold]
    fn find_sum(&self, first: usize) -> Option<(usize, Sum)> {
        let named = |index: usize| {
            let sum = sum_named(self.cells.bytes(index))?;
            (self.sieve.measure != Some(index) || is_total(self.cell(index))).then_some((index, sum))
        };
        let group = |index: &usize| is_total(self.cell(*index)).then_some((*index, Sum::Other));
        let all = |index: &usize| group::is_all(self.cell(*index)).then_some((*index, Sum::Other));
        // a total behind the name of a department is that of the department
        let of_part = |(index, sum)| (index, if self.sieve.has_departments { Sum::Other } else { sum });
        let label = |&index: &usize| if index == first { None } else { named(index).map(of_part) };
        let labelled = named(first).filter(|_| !self.sieve.undivided.contains(&first)).or_else(|| self.sieve.labels.iter().find_map(label));
        labelled.or_else(|| self.sieve.groups.iter().find_map(group)).or_else(|| self.sieve.divided.iter().find_map(all))
    }

    fn repeats_heading(&self, first: usize) -> bool {
        let same = |index: usize| {
            let (heading, cell) = (self.heading.get(index).map_or(&[] as &[u8], |heading| heading.as_bytes()), self.cells.bytes(index));
            heading.first() == cell.first() && heading == cell // the first byte tells, nearly always
        };
        let width = self.heading.len();
        same(first) && (first..self.cells.len().min(width)).all(same) && self.cells.filled_from(width).is_none()
    }

    /// Whether the row is the heading of another table: several headings that we know, one of them of days or months, and nothing else.
    fn holds_headings(&self) -> bool {
        let filled = || self.cells.texts().filter(|cell| !cell.is_empty());
        let known = |cell: &str| headings::know(cell).filter(|known| known.whole);
        let dated = |cell: &str| known(cell).is_some_and(|known| top::is_anchor(known.sense));
        // nearly every row has a digit somewhere
        !filled().any(|cell| cell.contains(|char: char| char.is_ascii_digit()))
            && filled().count() > 1
            && filled().any(dated)
            && filled().all(|cell| known(cell).is_some())
    }

    fn holds_units(&self) -> bool {
        let mut filled = self.cells.texts().filter(|cell| !cell.is_empty());
        self.sieve.wide && filled.all(headings::is_unit_of_measure)
    }

    /// Sets the present row aside because of a cell.
    pub(super) fn aside(&mut self, place: Place, kind: Kind, index: usize, expected: Option<&'static str>) {
        // right below the heading they belong to it
        let is_later = self.sieve.handed_out > 1 && !matches!(kind, Kind::NotData | Kind::TotalRow);
        self.sieve.another |= is_later && self.holds_headings();
        if self.sieve.another {
            return self.sieve.log.aside(place.line, Kind::OtherTable, None, None);
        }
        let cell = self.columns.get(index).map(|column| (index, column, self.cell(index)));
        self.sieve.log.aside(place.line, kind, cell, expected);
    }

    /// Sets the present row aside for want of a cell: blank, or cut off.
    pub(super) fn aside_missing(&mut self, place: Place, index: usize, expected: &'static str) {
        let kind = if self.cells.len() <= index { Kind::Ragged } else { Kind::Missing };
        self.aside(place, kind, index, Some(expected));
    }

    /// Counts a cell of the present row that could not be read, the row being used all the same.
    pub(super) fn misfit(&mut self, place: Place, kind: Kind, index: usize, expected: &'static str) {
        let cell = (index, &self.columns[index], self.cell(index));
        self.sieve.log.cell(place.line, kind, cell, expected);
    }

    /// The cell of the present row; nothing where the row is too short.
    pub(super) fn cell(&self, index: usize) -> &'a str {
        self.cells.text(index)
    }

    fn note_total(&mut self, place: Place, sum: Sum) {
        let not_first = std::mem::replace(&mut self.sieve.any_sum, true);
        for summed in &mut self.sieve.summed {
            let cell = self.cells.text(summed.index);
            if sum == Sum::Total && !number::is_nothing(cell) {
                summed.total = Some(Total { row: place.line, cell: cell.to_owned(), not_first, sum: summed.sum });
            }
            summed.sum.since = 0.0;
        }
    }
}

/// A note about a cell of the present row.
pub(super) fn note_at(body: &Body, place: Place, kind: Kind, index: usize) -> Note {
    let note = Note::new(kind).row(place.line).column(as_u32(index));
    if body.columns[index].private { note } else { note.found(shown(body.cell(index))) }
}
