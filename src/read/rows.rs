//! The rows below the heading: those that are no data are set aside on the way, the others are handed out one by one.

use super::columns::Column;
use super::headings;
use super::layout::as_u32;
use super::number;
use super::table::{Place, Rows};
use super::text::{shown, trim};
use super::{Meaning, SetAside};
use crate::note::{Kind, Note};
use crate::quantity::{HOURS_PER_NET_DAY, Hours};

/// First words of the rows that sum up others.
const TOTALS: &[(&str, Sum)] = &[
    ("summa", Sum::Total),
    ("totalt", Sum::Total),
    ("total", Sum::Total),
    ("totalsumma", Sum::Total),
    ("slutsumma", Sum::Total),
    ("sum", Sum::Total),
    ("grand", Sum::Total),
    ("totals", Sum::Total),
    ("delsumma", Sum::Other),
    ("subtotal", Sum::Other),
    ("medel", Sum::Other),
    ("medelvärde", Sum::Other),
    ("medeltal", Sum::Other),
    ("genomsnitt", Sum::Other),
    ("average", Sum::Other),
    ("mean", Sum::Other),
];

/// What a row that sums up others may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sum {
    Total,
    /// A subtotal or a mean: nothing to check.
    Other,
}

/// Cells of one column that could not be read.
#[derive(Debug, Clone, Default)]
pub(super) struct Misfits {
    pub count: u32,
    /// The first of those that cost only the cell and not its row, and how many they are.
    cells: Option<Note>,
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
        let misfits = self.misfit(index);
        match &mut misfits.cells {
            Some(note) => note.count += 1,
            None => {
                let note = Note::new(kind).row(row).column(as_u32(index)).expected(expected);
                misfits.cells = Some(if column.private { note } else { note.found(shown(cell)) });
            }
        }
    }

    /// A note for each column with cells that could not be read.
    pub(super) fn notes(&mut self) -> impl Iterator<Item = Note> + '_ {
        self.misfits.iter_mut().filter_map(|misfits| misfits.cells.take())
    }
}

/// A total row, to be checked once all is read.
#[derive(Debug, Clone, Copy)]
struct Total<'a> {
    row: u32,
    cell: &'a str,
    /// The total or subtotal above it.
    last: u32,
}

/// The rows below the heading.
pub(super) struct Body<'a, 'c> {
    rows: Rows<'a>,
    columns: &'c [Column],
    /// The cells of the present row.
    pub cells: Vec<&'a str>,
    heading: &'c [&'a str],
    /// Columns in which a total may be named.
    labels: Vec<usize>,
    /// Whether a lone cell is a title: there is more than one column.
    wide: bool,
    first: bool,
    blanks: Vec<u32>,
    pub log: Log,
    /// The column whose sum a total row tells.
    summed: Option<usize>,
    total: Option<Total<'a>>,
    last_sum: u32,
}

impl<'a, 'c> Body<'a, 'c> {
    pub(super) fn new(rows: Rows<'a>, heading: &'c [&'a str], columns: &'c [Column]) -> Self {
        let at = |meanings: &[Meaning]| columns.iter().position(|column| meanings.contains(&column.meaning));
        let labels = [&[Meaning::Unit] as &[_], &[Meaning::Employee], &[Meaning::Month, Meaning::From, Meaning::Date]];
        Self {
            rows,
            columns,
            cells: Vec::with_capacity(heading.len() + 1),
            heading,
            labels: labels.into_iter().filter_map(at).collect(),
            wide: heading.iter().filter(|cell| !trim(cell).is_empty()).count() > 1,
            first: true,
            blanks: Vec::new(),
            log: Log::default(),
            summed: at(&[Meaning::Hours]).or(at(&[Meaning::Days])),
            total: None,
            last_sum: 0,
        }
    }

    /// How many rows there may be, from the length of one of them.
    pub(super) fn estimate(&self) -> usize {
        let mut ahead = self.rows.clone();
        let mut cells = Vec::new();
        let before = ahead.ahead();
        let rows = (0..100).take_while(|_| ahead.next_into(&mut cells).is_some()).count();
        before / (before - ahead.ahead()).max(1) * rows / 32 * 33 + rows + 1
    }

    pub(super) fn columns(&self) -> &'c [Column] {
        self.columns
    }

    pub(super) fn bytes(&self, place: Place) -> &'a [u8] {
        &self.rows.text().as_bytes()[place.start..place.end]
    }

    /// The bytes of the row that begins at `start`.
    pub(super) fn row_at(&self, start: usize) -> &'a [u8] {
        self.rows.row_at(start)
    }

    /// The next row that may be data. All others are set aside; blank rows at the end do not count.
    pub(super) fn next(&mut self) -> Option<Place> {
        loop {
            let place = self.rows.next_into(&mut self.cells)?;
            let Some(first) = self.cells.iter().position(|cell| !trim(cell).is_empty()) else {
                self.blanks.push(place.line);
                continue;
            };
            for row in self.blanks.drain(..) {
                self.log.aside(row, Kind::BlankRow, None, None);
            }
            if !self.is_no_data(place, first) {
                self.first = false;
                return Some(place);
            }
            self.first = false;
        }
    }

    /// Sets the row aside if it is no data.
    fn is_no_data(&mut self, place: Place, first: usize) -> bool {
        if let Some((index, sum)) = self.sums_up(first) {
            self.note_total(place, sum);
            self.aside(place, Kind::TotalRow, index, None);
            return true;
        }
        if self.repeats_heading(first) {
            self.log.aside(place.line, Kind::RepeatedHeading, None, None);
            return true;
        }
        let lone = self.wide && self.cells[first + 1..].iter().all(|cell| trim(cell).is_empty());
        if lone && !trim(self.cells[first]).starts_with(|char: char| char.is_ascii_digit()) || self.first && self.holds_units() {
            self.aside(place, Kind::NotData, first, None);
            return true;
        }
        if self.cells.len() > self.columns.len() && self.cells[self.columns.len()..].iter().any(|cell| !trim(cell).is_empty()) {
            // a delimiter inside a cell has moved the cells behind it
            self.log.aside(place.line, Kind::Ragged, None, Some("cells"));
            return true;
        }
        false
    }

    /// The cell that says that the row sums up others.
    fn sums_up(&self, first: usize) -> Option<(usize, Sum)> {
        let named = |index: usize| Some((index, sum_named(self.cells.get(index)?)?));
        named(first).or_else(|| self.labels.iter().find_map(|&index| named(index)))
    }

    fn repeats_heading(&self, first: usize) -> bool {
        let same = |index: usize| self.heading.get(index).is_some_and(|heading| trim(heading) == trim(self.cells[index]));
        same(first)
            && (first..self.cells.len()).all(|index| same(index) || trim(self.cells[index]).is_empty() && index >= self.heading.len())
    }

    fn holds_units(&self) -> bool {
        let mut filled = self.cells.iter().filter(|cell| !trim(cell).is_empty());
        self.wide && filled.all(|cell| headings::is_unit_of_measure(cell))
    }

    /// Sets the present row aside because of a cell.
    pub(super) fn aside(&mut self, place: Place, kind: Kind, index: usize, expected: Option<&'static str>) {
        let cell = self.columns.get(index).map(|column| (index, column, self.cells.get(index).copied().unwrap_or("")));
        self.log.aside(place.line, kind, cell, expected);
    }

    /// Sets the present row aside for want of a cell: blank, or cut off.
    pub(super) fn aside_missing(&mut self, place: Place, index: usize, expected: &'static str) {
        let kind = if self.cells.len() <= index { Kind::Ragged } else { Kind::Missing };
        self.aside(place, kind, index, Some(expected));
    }

    /// Counts a cell of the present row that could not be read, the row being used all the same.
    pub(super) fn misfit(&mut self, place: Place, kind: Kind, index: usize, expected: &'static str) {
        let cell = (index, &self.columns[index], self.cells.get(index).copied().unwrap_or(""));
        self.log.cell(place.line, kind, cell, expected);
    }

    /// The (trimmed) cell of the present row; nothing where the row is too short.
    pub(super) fn cell(&self, index: usize) -> &'a str {
        self.cells.get(index).map_or("", |cell| trim(cell))
    }

    fn note_total(&mut self, place: Place, sum: Sum) {
        let cell = self.summed.map_or("", |index| self.cell(index));
        if sum == Sum::Total && !number::is_nothing(cell) {
            self.total = Some(Total { row: place.line, cell, last: self.last_sum });
        }
        self.last_sum = place.line;
    }

    /// Whether the last total row, if it stands below all rows used, agrees with their sum. Told are each row's line and
    /// its hours; a total of days is turned into hours.
    pub(super) fn check_total(&self, used: impl Iterator<Item = (u32, Option<Hours>)>) -> Option<Note> {
        let total = self.total?;
        let (index, column) = self.summed.and_then(|index| Some((index, self.columns.get(index)?)))?;
        let per_unit = if column.meaning == Meaning::Days { HOURS_PER_NET_DAY } else { 1.0 };
        let value = amount(column, total.cell).ok()?? * per_unit;
        let (mut sum, mut since_last, mut rows, mut below) = (0.0, 0.0, 0_u32, false);
        for (row, Hours(hours)) in used.filter_map(|(row, hours)| Some((row, hours?))) {
            sum += hours;
            since_last += if row > total.last { hours } else { 0.0 };
            rows += 1;
            below |= row > total.row;
        }
        // each row may have been rounded on its own
        let tolerance = (0.05 * f64::from(rows)).min(0.001 * sum.abs()) + 0.5;
        let agrees = |sum: f64| (value - sum).abs() <= tolerance * per_unit;
        let is_part = total.last > 0 && agrees(since_last);
        if below || rows == 0 || is_part && !agrees(sum) {
            return None;
        }
        let kind = if agrees(sum) { Kind::TotalAgrees } else { Kind::TotalDiffers };
        Some(Note::new(kind).row(total.row).column(as_u32(index)).found(shown(total.cell)))
    }
}

/// A note about a cell of the present row.
pub(super) fn note_at(body: &Body, place: Place, kind: Kind, index: usize) -> Note {
    let note = Note::new(kind).row(place.line).column(as_u32(index));
    if body.columns[index].private { note } else { note.found(shown(body.cell(index))) }
}

/// What a cell says if it begins with a word for sums.
fn sum_named(cell: &str) -> Option<Sum> {
    let cell = trim(cell);
    if !matches!(cell.as_bytes().first()?, b's' | b'S' | b't' | b'T' | b'd' | b'D' | b'm' | b'M' | b'g' | b'G' | b'a' | b'A') {
        return None; // nearly every cell
    }
    let end = cell.find(|char: char| !char.is_alphanumeric()).unwrap_or(cell.len());
    let word = &cell[..end];
    TOTALS.iter().find(|(name, _)| word.eq_ignore_ascii_case(name)).map(|&(_, sum)| sum)
}

/// Why an amount could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unread {
    /// Two conventions fit, and the user has not yet said which.
    Ambiguous,
    /// It is no number, or not one of this meaning.
    NotANumber,
}

/// The (trimmed) cell of a column of numbers; `Ok(None)` where it says nothing.
pub(super) fn amount(column: &Column, cell: &str) -> Result<Option<f64>, Unread> {
    use super::NumberForm::{DecimalComma, DecimalPoint};
    use super::number::Unit;
    if number::is_nothing(cell) {
        return Ok(None);
    }
    let read = match column.number {
        Some(form) => number::parse(cell, form),
        None => {
            let comma = number::parse(cell, DecimalComma);
            match number::parse(cell, DecimalPoint) {
                // whole numbers mean the same by either convention; anything else waits for a decision
                point if point == comma => comma,
                _ if column.ambiguous => return Err(Unread::Ambiguous),
                _ => None,
            }
        }
    };
    let hours = matches!(column.meaning, Meaning::Hours | Meaning::ShortHours | Meaning::LongHours | Meaning::ScheduledHours);
    let Some(read) = read else {
        return number::clock(cell).filter(|_| hours).map(Some).ok_or(Unread::NotANumber);
    };
    let fits = match read.unit {
        Unit::Bare => return Ok(Some(read.value * column.factor)),
        Unit::Percent => false,
        Unit::Kronor => matches!(column.meaning, Meaning::MonthlyPay | Meaning::SickPay),
        Unit::Hours => hours,
        Unit::Days => matches!(column.meaning, Meaning::Days | Meaning::ShortDays | Meaning::LongDays),
        Unit::Pieces => matches!(column.meaning, Meaning::Headcount | Meaning::SpellCount),
    };
    if fits { Ok(Some(read.value)) } else { Err(Unread::NotANumber) }
}

/// The (trimmed) cell of a column of shares.
pub(super) fn share(column: &Column, cell: &str) -> Option<f64> {
    match number::part(cell)? {
        number::Part::Share(share) => Some(share),
        number::Part::Bare(value) if column.fraction => Some(value),
        number::Part::Bare(value) => Some(number::hundredth(value)),
    }
}
