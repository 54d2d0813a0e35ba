//! What was understood of the paste, as the page shows it.

use std::collections::BTreeMap;

use super::model::{ChoiceSettings, ColumnView, NoteView, ReadingView, SetAsideGroup, SetAsideRow};
use crate::absence::Statistics;
use crate::note::{self, Note, Weight};
use crate::order;
use crate::read::{Choices, ColumnChoice, DateForm, Layout, Meaning, NumberForm, Reading};

/// How many rows of a group are listed one by one.
const LISTED: usize = 100;

/// What the user has said, in the words of the core. A word that the core does not know counts as not said.
#[must_use]
pub fn choices(settings: &ChoiceSettings) -> Choices {
    let column = |choice: &super::model::ColumnChoiceSettings| ColumnChoice {
        column: choice.column,
        meaning: choice.meaning.as_deref().and_then(Meaning::from_id),
        number: choice.number.as_deref().and_then(|id| NUMBER_FORMS.iter().find(|(_, known)| *known == id).map(|(form, _)| *form)),
        date: choice.date.as_deref().and_then(|id| DATE_FORMS.iter().find(|(_, known)| *known == id).map(|(form, _)| *form)),
    };
    Choices {
        columns: settings.columns.iter().map(column).collect(),
        causes: settings.causes.iter().map(|choice| (choice.cause.clone(), choice.sickness)).collect(),
    }
}

const NUMBER_FORMS: [(NumberForm, &str); 2] = [(NumberForm::DecimalComma, "decimal_comma"), (NumberForm::DecimalPoint, "decimal_point")];

const DATE_FORMS: [(DateForm, &str); 4] = [
    (DateForm::YearFirst, "year_first"),
    (DateForm::DayFirst, "day_first"),
    (DateForm::MonthFirst, "month_first"),
    (DateForm::Serial, "serial"),
];

fn id_of<F: PartialEq>(forms: &[(F, &str)], form: Option<F>) -> Option<String> {
    let form = form?;
    forms.iter().find(|(known, _)| *known == form).map(|(_, id)| (*id).into())
}

pub(super) fn reading_view(reading: &Reading, statistics: &Statistics) -> ReadingView {
    let months: Vec<String> = statistics.months().map(|month| month.to_string()).collect();
    ReadingView {
        pasted: reading.pasted,
        used: reading.used,
        set_aside: u32::try_from(reading.set_aside.len()).unwrap_or(u32::MAX),
        layout: match reading.layout {
            Layout::Spells => "spells",
            Layout::Days => "days",
            Layout::Months => "months",
            Layout::Unknown => "unknown",
        }
        .into(),
        heading_row: reading.heading_row,
        columns: (0..).zip(&reading.columns).map(|(index, column)| column_view(index, column)).collect(),
        meanings: Meaning::ALL.iter().map(|meaning| meaning.id().into()).collect(),
        set_aside_groups: groups(reading),
        notes: reading.notes.iter().map(|note| note_view(note, reading)).collect(),
        first_month: months.first().cloned(),
        last_month: months.last().cloned(),
        units: u32::try_from(reading.units.iter().filter(|unit| !unit.is_empty()).count()).unwrap_or(u32::MAX),
        people: statistics.people.filter(|_| reading.columns.iter().any(|column| column.meaning == Meaning::Employee)),
    }
}

fn column_view(index: u32, column: &crate::read::ColumnReading) -> ColumnView {
    ColumnView {
        column: index,
        heading: column.heading.clone(),
        meaning: column.meaning.id().into(),
        chosen: column.chosen,
        number: id_of(&NUMBER_FORMS, column.number),
        date: id_of(&DATE_FORMS, column.date),
        ambiguous: column.ambiguous,
        samples: column.samples.iter().filter(|sample| may_be_shown(sample, column.meaning)).cloned().collect(),
        personal: column.personal,
        misfits: column.misfits,
    }
}

/// Whether a value may be shown as a sample. A name could stand in a column that we do not know, or slip into one that we do: only
/// columns that are meant to hold words show words.
fn may_be_shown(sample: &str, meaning: Meaning) -> bool {
    match meaning {
        Meaning::Unit
        | Meaning::Department
        | Meaning::Cause
        | Meaning::Extent
        | Meaning::MonthOfYear
        | Meaning::Sex
        | Meaning::Protection => true,
        Meaning::Ignore => has_figure(sample) && !has_word(sample),
        _ => has_figure(sample),
    }
}

fn has_figure(text: &str) -> bool {
    text.contains(|sign: char| sign.is_ascii_digit())
}

/// Whether two letters stand together; beyond ASCII those of European languages, so that a no-break space is none.
fn has_word(text: &str) -> bool {
    let letter = |sign: char| sign.is_ascii_alphabetic() || ('\u{c0}'..='\u{24f}').contains(&sign);
    text.chars().zip(text.chars().skip(1)).any(|(one, next)| letter(one) && letter(next))
}

/// What stood in a cell, where it may be shown: one without a figure where a date or number belongs may be a name that slipped.
fn shown_cell(kind: note::Kind, found: Option<&str>) -> Option<String> {
    use note::Kind::{AmbiguousDate, AmbiguousNumber, NotADate, NotAMonth, NotANumber};
    let figures = matches!(
        kind,
        NotADate | NotAMonth | NotANumber | AmbiguousDate | AmbiguousNumber | note::Kind::EndBeforeStart | note::Kind::OutsideRules
    );
    found.filter(|found| !figures || has_figure(found)).map(Into::into)
}

fn heading(reading: &Reading, column: Option<u32>) -> Option<String> {
    Some(reading.columns.get(column? as usize)?.heading.clone())
}

fn groups(reading: &Reading) -> Vec<SetAsideGroup> {
    let mut groups: BTreeMap<note::Kind, SetAsideGroup> = BTreeMap::new();
    for row in &reading.set_aside {
        let group = groups.entry(row.kind).or_insert_with(|| SetAsideGroup { reason: row.kind.id().into(), count: 0, rows: Vec::new() });
        group.count += 1;
        if group.rows.len() < LISTED {
            group.rows.push(SetAsideRow {
                row: row.row,
                column: heading(reading, row.column),
                found: shown_cell(row.kind, row.found.as_deref()),
                expected: row.expected.map(Into::into),
            });
        }
    }
    order::sorted(groups.into_values().collect(), |group| u32::MAX - group.count)
}

pub(super) fn note_view(note: &Note, reading: &Reading) -> NoteView {
    NoteView {
        id: note.kind.id().into(),
        weight: match note.kind.weight() {
            Weight::Stop => "stop",
            Weight::Warning => "warning",
            Weight::Question => "question",
            Weight::Remark => "remark",
        }
        .into(),
        row: note.row,
        column: note.column,
        heading: heading(reading, note.column),
        found: shown_cell(note.kind, note.found.as_deref()),
        expected: note.expected.map(Into::into),
        count: note.count,
        options: options(note),
    }
}

/// The meanings that a column asked about could be given.
fn options(note: &Note) -> Vec<String> {
    let meanings: &[Meaning] = match (note.kind, note.expected) {
        (note::Kind::UnknownMeasure, Some("short")) => &[Meaning::ShortHours, Meaning::ShortDays, Meaning::ShortRate],
        (note::Kind::UnknownMeasure, Some("long")) => &[Meaning::LongHours, Meaning::LongDays, Meaning::LongRate],
        (note::Kind::UnknownMeasure, _) => &[Meaning::Hours, Meaning::Days, Meaning::Rate],
        _ => &[],
    };
    meanings.iter().map(|meaning| meaning.id().into()).collect()
}
