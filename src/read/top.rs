//! The top of a paste: titles, and the heading row.

use super::Meaning;
use super::date;
use super::headings::{self, LOOKED_AT, Sense};
use super::number;
use super::table::{Cells, Rows};
use super::text::tidy;

/// Where the table begins.
pub(super) struct Top<'a> {
    /// The cells of the heading row; blank ones where there is none.
    pub heading: Vec<&'a str>,
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
    /// A number or a date stands in it: no heading does that.
    has_values: bool,
}

impl<'a> Candidate<'a> {
    fn of(cells: Vec<&'a str>, line: u32, below: Rows<'a>) -> Self {
        let mut candidate = Self { cells, line, below, filled: 0, known: 0, anchored: false, has_values: false };
        let mut whole = false;
        for cell in candidate.cells.iter().filter(|cell| !cell.is_empty()) {
            candidate.filled += 1;
            match headings::know(cell) {
                Some(known) => {
                    candidate.known += 1;
                    whole |= known.whole;
                    candidate.anchored |= is_anchor(known.sense);
                }
                None => candidate.has_values |= is_value(cell),
            }
        }
        candidate.anchored &= whole;
        candidate
    }
}

fn is_anchor(sense: Sense) -> bool {
    use Meaning::{Date, From, Month, MonthOfYear, SpellStart, To, Year};
    matches!(sense, Sense::Is(From | SpellStart | To | Date | Month | Year | MonthOfYear))
}

fn is_value(cell: &str) -> bool {
    !matches!(number::fit(cell), number::Fit::Neither | number::Fit::Nothing) || date::fit(cell) != date::Fit::Neither
}

/// Finds the heading: the first row with a date or a month and another heading that we know; else the one with most of them.
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
    let alone = || (0..candidates.len()).find(|&index| is_lone_heading(&candidates[index..]));
    let most = || {
        let known = candidates.iter().filter(|row| row.filled > 1 && !row.has_values).map(|row| row.known).max()?;
        candidates.iter().position(|row| row.filled > 1 && !row.has_values && row.known == known && known > 0)
    };
    let known = full.or_else(alone).or_else(most);
    // no heading that we know: a row of words at the top is one all the same
    let widest = candidates.iter().map(|row| row.filled).max().unwrap_or(0);
    let unknown = || candidates.iter().position(|row| row.filled == widest).filter(|&index| !candidates[index].has_values);
    let Some(index) = known.or_else(unknown) else {
        let heading = vec![""; candidates.iter().map(|row| row.cells.len()).max().unwrap_or(0)];
        return Top { heading, line: 0, known: false, titles: None, body: start };
    };
    let heading = candidates.swap_remove(index);
    candidates.truncate(index);
    Top { titles: titles(&candidates), heading: heading.cells, line: heading.line, known: known.is_some(), body: heading.below }
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
pub(super) fn width(heading: &[&str], sample: &[Vec<&str>]) -> usize {
    let filled = |row: &[&str], index: usize| row.get(index).is_some_and(|cell| !cell.is_empty());
    let named = (0..heading.len()).rev().find(|&index| filled(heading, index)).map_or(0, |index| index + 1);
    let widest = sample.iter().map(Vec::len).max().unwrap_or(0);
    let reached = |index: usize| sample.iter().filter(|row| filled(row, index)).count() * 2 > sample.len();
    (named..widest).rev().find(|&index| reached(index)).map_or(named, |index| index + 1)
}
