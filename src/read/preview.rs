//! The first rows as they may be shown, and what each cell was read as.

use super::amount::{amount, share};
use super::columns::Column;
use super::meaning::{Content, Meaning};
use super::{CellRead, DateForm, PreviewCell, PreviewRow, cause, date, group, number, terms};
use date::MonthCell;

/// So many rows are shown.
pub(super) const ROWS: usize = 8;

/// The first rows. `person` tells the running number of a cell that tells people apart, if the row was used.
pub(super) fn of(rows: &[(u32, Vec<String>)], columns: &[Column], person: impl Fn(&str) -> Option<u32>) -> Vec<PreviewRow> {
    let cell = |(index, column): (usize, &Column), cells: &[String]| {
        let cell = cells.get(index).map_or("", String::as_str);
        let read = read(column, cell, &person);
        let hidden = column.private || !may_be_shown(cell, column.meaning) || read == CellRead::Blank;
        PreviewCell { text: if hidden { None } else { Some(column.shown(cell)) }, read }
    };
    let row = |(line, cells): &(u32, Vec<String>)| PreviewRow {
        row: *line,
        cells: columns.iter().enumerate().map(|column| cell(column, cells)).collect(),
    };
    rows.iter().map(row).collect()
}

fn read(column: &Column, cell: &str, person: &impl Fn(&str) -> Option<u32>) -> CellRead {
    if column.meaning == Meaning::Ignore {
        return if cell.is_empty() { CellRead::Blank } else { CellRead::Unused };
    }
    if column.meaning == Meaning::To && date::is_open(cell.as_bytes()) {
        return CellRead::Open;
    }
    if number::is_nothing(cell) {
        return CellRead::Blank;
    }
    let read = match column.meaning.content() {
        Content::Text if column.meaning == Meaning::Employee => return person(cell).map_or(CellRead::Text, CellRead::Person),
        Content::Text if column.meaning == Meaning::Cause => {
            return CellRead::Cause(match cause::of(cell) {
                cause::Cause::Sickness => Some(true),
                cause::Cause::Other => Some(false),
                cause::Cause::Unknown => None,
            });
        }
        Content::Text => return CellRead::Text,
        Content::Date => date::read(cell, column.date.unwrap_or(DateForm::YearFirst)).map(CellRead::Day),
        Content::Month => match date::month(cell) {
            Some(MonthCell::Dated(month) | MonthCell::Part(_, month)) => Some(CellRead::Month(month)),
            Some(MonthCell::OfYear(_) | MonthCell::PartOfYear(..)) => Some(CellRead::Text),
            None => date::year_alone(cell).map(|year| CellRead::Number(f64::from(year))),
        },
        Content::Share => share(column, cell).map(CellRead::Share),
        Content::Number => amount(column, cell).ok().flatten().map(CellRead::Number),
    };
    read.unwrap_or(CellRead::Unread)
}

/// Whether a value may be shown. A name could stand in a column that we do not know, or slip into one that we do: only columns that
/// are meant to hold words show words.
pub(crate) fn may_be_shown(text: &str, meaning: Meaning) -> bool {
    match meaning {
        Meaning::Unit | Meaning::Department | Meaning::Cause => true,
        Meaning::Extent => has_figure(text) || number::part(text).is_some(),
        Meaning::MonthOfYear => has_figure(text) || date::month(text).is_some(),
        Meaning::Sex => group::sex(text).is_ok(),
        Meaning::Protection => terms::protection(text).is_ok(),
        Meaning::Ignore => has_figure(text) && !has_word(text),
        _ => has_figure(text),
    }
}

pub(crate) fn has_figure(text: &str) -> bool {
    text.contains(|sign: char| sign.is_ascii_digit())
}

/// Whether two letters stand together; beyond ASCII those of European languages, so that a no-break space is none.
fn has_word(text: &str) -> bool {
    let letter = |sign: char| sign.is_ascii_alphabetic() || ('\u{c0}'..='\u{24f}').contains(&sign);
    text.chars().zip(text.chars().skip(1)).any(|(one, next)| letter(one) && letter(next))
}
