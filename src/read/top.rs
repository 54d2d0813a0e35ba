//! The top of a paste: titles, and the heading row.

use super::Meaning;
use super::across::{self, Across};
use super::date;
use super::headings::{self, LOOKED_AT, Sense};
use super::number;
use super::table::{Cells, Rows};
use super::text::tidy;
use super::totals::is_total;

/// Where the table begins.
pub(super) struct Top<'a> {
    /// The cells of the heading row; blank ones where there is none.
    pub heading: Vec<&'a str>,
    /// What each heading says in all: with the rows above it that belong to it, where the heading is broken over several.
    pub names: Vec<String>,
    /// Its line; 0 where the table has no heading.
    pub line: u32,
    /// It names headings that we know.
    pub known: bool,
    /// The rows above it that are not blank: the first one's line and text, and how many they are.
    pub titles: Option<(u32, String, u32)>,
    /// The rows below it.
    pub body: Rows<'a>,
}

/// One of the first rows.
struct Candidate<'a> {
    cells: Vec<&'a str>,
    line: u32,
    below: Rows<'a>,
    filled: usize,
    known: usize,
    /// One of the headings that a table cannot do without.
    anchored: bool,
    /// A number or a date stands in it: no heading does that, but for months, quarters and years that stand across.
    has_values: bool,
    /// How many different months or quarters stand in it; and years.
    periods: usize,
    years: usize,
}

impl<'a> Candidate<'a> {
    fn of(cells: Vec<&'a str>, line: u32, below: Rows<'a>) -> Self {
        let mut candidate = Self { cells, line, below, filled: 0, known: 0, anchored: false, has_values: false, periods: 0, years: 0 };
        let (mut whole, mut values, mut days) = (false, false, 0);
        let mut met: Vec<Across> = Vec::new();
        for cell in candidate.cells.iter().filter(|cell| !cell.is_empty()) {
            candidate.filled += 1;
            let period = across::is_period(cell);
            if let Some(known) = headings::know(cell) {
                candidate.known += 1;
                whole |= known.whole;
                candidate.anchored |= is_anchor(known.sense);
            } else {
                candidate.has_values |= is_value(cell);
                values |= is_value(cell) && period.is_none();
            }
            days += usize::from(date::fit(cell) != date::Fit::Neither);
            match period {
                Some(Across::Year(_)) => candidate.years += 1,
                Some(period) if !met.contains(&period) => met.push(period),
                _ => {}
            }
        }
        candidate.anchored &= whole;
        // two days are the first and the last of a spell
        if !values && (days == 0 || met.len() > 2) {
            candidate.periods = met.len();
        }
        candidate.years = if values { 0 } else { candidate.years };
        candidate.has_values &= candidate.periods < 2 && !candidate.has_years();
        candidate
    }
}

impl Candidate<'_> {
    /// Years stand across, and what stands beside them is words.
    fn has_years(&self) -> bool {
        self.years > 1 && self.years < self.filled
    }

    fn has_across(&self) -> bool {
        self.periods > 1 || self.has_years()
    }

    /// Headings of a table about units, which may have no date or month.
    fn is_about_units(&self) -> bool {
        let has = |is: fn(Meaning) -> bool| {
            let sense = |cell: &str| headings::know(cell).map(|known| known.sense);
            self.filled().any(|(_, cell)| matches!(sense(cell), Some(Sense::Is(meaning)) if is(meaning)))
        };
        !self.has_values && has(Meaning::is_about) && has(|meaning| matches!(meaning, Meaning::Unit | Meaning::Department))
    }

    /// What could be months or years are bare numbers: `10` and `9` may be people.
    fn has_bare_periods(&self) -> bool {
        let is_bare = |cell: &str| cell.bytes().all(|byte| byte.is_ascii_digit());
        self.filled().all(|(_, cell)| is_bare(cell) || across::is_period(cell).is_none())
    }

    fn filled(&self) -> impl Iterator<Item = (usize, &str)> {
        self.cells.iter().copied().enumerate().filter(|(_, cell)| !cell.is_empty())
    }

    /// The first column with a month, quarter or year.
    fn first_period(&self) -> usize {
        self.filled().find(|(_, cell)| across::is_period(cell).is_some()).map_or(0, |(index, _)| index)
    }

    /// Whether the row is a part of the heading of a crosstab: words, and from the column on nothing but measures, or periods above.
    fn is_part(&self, from: usize, above: bool) -> bool {
        let is_day = |cell: &str| cell.len() <= 2 && cell.bytes().all(|byte| byte.is_ascii_digit());
        let is_above = |cell: &str| !is_day(cell) && across::is_period(cell).is_some() || is_total(cell);
        let is_part = |cell: &str| is_measure(cell) || above && is_above(cell);
        let at = |(index, _): &(usize, &str)| *index >= from;
        self.filled().any(|cell| at(&cell)) && self.filled().all(|cell| if at(&cell) { is_part(cell.1) } else { !is_value(cell.1) })
    }

    /// Whether the row goes on with the heading above it: units of measure and measures, some of them below blank cells.
    fn goes_on(&self, heading: &Self) -> bool {
        let blank = |index: usize| heading.cells.get(index).is_none_or(|cell| cell.is_empty());
        self.filled().any(|(index, _)| blank(index)) && self.filled().all(|(_, cell)| is_measure(cell))
    }

    /// Whether the row begins the heading below it: several measures, the first not at the left.
    fn begins(&self) -> bool {
        self.filled > 1 && self.cells.first().is_some_and(|cell| cell.is_empty()) && self.filled().all(|(_, cell)| is_measure(cell))
    }
}

/// Whether the cell of a heading says what is measured, or in what.
fn is_measure(cell: &str) -> bool {
    headings::is_unit_of_measure(cell)
        || headings::know(cell).is_some_and(|known| match known.sense {
            Sense::Is(meaning) => meaning.is_measure(),
            Sense::Measured(..) | Sense::Unmeasured(_) => true,
        })
}

/// Whether a heading of this kind is one that a table cannot do without.
pub(super) fn is_anchor(sense: Sense) -> bool {
    use Meaning::{Date, From, Month, MonthOfYear, SpellStart, To, Year};
    matches!(sense, Sense::Is(From | SpellStart | To | Date | Month | Year | MonthOfYear))
}

fn is_value(cell: &str) -> bool {
    !matches!(number::fit(cell), number::Fit::Neither | number::Fit::Nothing) || date::fit(cell) != date::Fit::Neither
}

/// Finds the heading: the first row with a date or a month and another heading that we know; else that in which months or quarters
/// stand across; else the one with most known headings.
pub(super) fn find(mut rows: Rows) -> Top {
    let start = rows.clone();
    let mut candidates: Vec<Candidate> = Vec::new();
    let mut cells = Cells::default();
    while candidates.len() < LOOKED_AT {
        let Some(place) = rows.next_into(&mut cells) else { break };
        if cells.filled_from(0).is_some() {
            candidates.push(Candidate::of(cells.texts().collect(), place.line, rows.clone()));
        }
    }
    let full = candidates.iter().position(|row| row.anchored && row.known > 1 && !row.has_values);
    let about = candidates.iter().position(Candidate::is_about_units);
    let is_across =
        |(index, row): (usize, &Candidate)| row.has_across() && !(row.has_bare_periods() && about.is_some_and(|about| about < index));
    // of years with months below them the months are the heading
    let below =
        |index: usize| index + usize::from(candidates[index].periods < 2 && candidates.get(index + 1).is_some_and(|row| row.periods > 1));
    let across = || candidates.iter().enumerate().position(is_across).map(below);
    let alone = || (0..candidates.len()).find(|&index| is_lone_heading(&candidates[index..]));
    let most = || {
        let known = candidates.iter().filter(|row| row.filled > 1 && !row.has_values).map(|row| row.known).max()?;
        candidates.iter().position(|row| row.filled > 1 && !row.has_values && row.known == known && known > 0)
    };
    let known = full.or_else(across).or_else(alone).or_else(most);
    // no heading that we know: a row of words at the top is one all the same
    let widest = candidates.iter().map(|row| row.filled).max().unwrap_or(0);
    let unknown = || candidates.iter().position(|row| row.filled == widest).filter(|&index| !candidates[index].has_values);
    let Some(index) = known.or_else(unknown) else {
        let heading = vec![""; candidates.iter().map(|row| row.cells.len()).max().unwrap_or(0)];
        let names = vec![String::new(); heading.len()];
        return Top { heading, names, line: 0, known: false, titles: None, body: start };
    };
    let (first, last) = if known.is_some() { extent(&candidates, index) } else { (index, index) };
    let names = names(&candidates[first..=last]);
    let mut heading = candidates.swap_remove(last);
    candidates.truncate(first);
    heading.cells.resize(names.len(), "");
    Top { titles: titles(&candidates), heading: heading.cells, names, line: heading.line, known: known.is_some(), body: heading.below }
}

/// The first and the last row of a heading that may be broken over several.
fn extent(rows: &[Candidate], index: usize) -> (usize, usize) {
    let row = &rows[index];
    let below = rows.get(index + 1);
    if row.has_across() {
        let from = row.first_period();
        let last = index + usize::from(below.is_some_and(|below| below.is_part(from, false)));
        let above = rows[..index].iter().rev().take(2).take_while(|above| above.is_part(from, true)).count();
        return (index - above, last);
    }
    let first = index - usize::from(index > 0 && rows[index - 1].begins());
    (first, index + usize::from(below.is_some_and(|below| below.goes_on(row))))
}

/// What each heading says in all. A cell above that is merged over several columns is filled in the first of them only.
fn names(rows: &[Candidate]) -> Vec<String> {
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let mut names = vec![String::new(); width];
    for (row, last) in rows.iter().zip((0..rows.len()).rev()) {
        let mut left = "";
        for (index, name) in names.iter_mut().enumerate() {
            let cell = row.cells.get(index).copied().unwrap_or_default();
            left = if cell.is_empty() && last > 0 { left } else { cell };
            // a row of the heading that is blank here leaves what stands above it, unless that belongs to the column on its left
            *name = joined(name, left);
        }
    }
    if let [above @ .., bottom] = rows {
        let blank = |row: &Candidate, index: usize| row.cells.get(index).is_none_or(|cell| cell.is_empty());
        for (index, name) in names.iter_mut().enumerate().filter(|(index, _)| blank(bottom, *index)) {
            if above.iter().all(|row| blank(row, index)) {
                name.clear();
            }
        }
    }
    names
}

/// What stands above and below in one heading, as far as the one below does not say it all.
fn joined(above: &str, below: &str) -> String {
    if above.is_empty() || below.is_empty() {
        return above.to_owned() + below;
    }
    let both = above.to_owned() + " " + below;
    let is_period = |text: &str| across::period(text).is_some();
    let says_all = match headings::know(below).map(|known| known.sense) {
        Some(Sense::Is(Meaning::Hours | Meaning::Days | Meaning::Extent) | Sense::Measured(..) | Sense::Unmeasured(_)) => false,
        Some(Sense::Is(_)) => true,
        None => !headings::is_unit_of_measure(below) && headings::know(&both).is_none(),
    };
    if says_all && !is_period(above) && !is_period(below) { below.to_owned() } else { both }
}

/// A table of one column: its heading, and a date below.
fn is_lone_heading(rows: &[Candidate]) -> bool {
    let [heading, first, ..] = rows else { return false };
    let is_date = |cell: &&str| date::fit(cell) != date::Fit::Neither;
    heading.filled == 1 && heading.anchored && first.filled == 1 && first.cells.iter().any(is_date)
}

fn titles(above: &[Candidate]) -> Option<(u32, String, u32)> {
    let first = above.first()?;
    let text = |row: &Candidate| tidy(&row.cells.join(" ")).into_owned();
    Some((first.line, text(first), super::layout::as_u32(above.len())))
}

/// How wide the table is: to the last heading, or as far as most rows reach.
pub(super) fn width(names: &[String], sample: &[Vec<&str>]) -> usize {
    let filled = |row: &[&str], index: usize| row.get(index).is_some_and(|cell| !cell.is_empty());
    let headed = names.iter().rposition(|name| !name.is_empty()).map_or(0, |index| index + 1);
    let widest = sample.iter().map(Vec::len).max().unwrap_or(0);
    let reached = |index: usize| sample.iter().filter(|row| filled(row, index)).count() * 2 > sample.len();
    (headed..widest).rev().find(|&index| reached(index)).map_or(headed, |index| index + 1)
}
